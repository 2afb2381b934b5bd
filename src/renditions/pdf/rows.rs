//! The text of a PDF: headings, and blocks one after the other or in rows.
//!
//! Takes: a chapter and the languages that stand side by side. Gives: Typst markup, in which the theme is told what it cannot see: how much
//! room a table or figure asks for, which rows are short enough to stand on one page, and which headings must not be left at the foot of
//! one. Must not know how wide a page is.

use std::mem::Discriminant;
use std::ops::Range;

use super::volume::Page;
use crate::documents::Document;
use crate::documents::arena::{BlockKind, InlineKind};
use crate::publication::{Chapter, Section};

/// About eight lines of a column: what is not longer stands on one page, in line with its versions. In bytes of text.
const LONGEST_IN_ROW: usize = 400;
/// About four lines of a column: what is longer may be parted from the table or figure after it.
const LONGEST_BEFORE_TABLE: usize = 200;
/// About twelve lines of a page.
const LONGEST_ALONE: usize = 900;
/// A short line takes as much room as a long one.
const SHORTEST_LINE: usize = 40;

/// A section's blocks in one language, where it exists in it.
type Column = Option<(usize, Vec<Range<u32>>)>;

/// A section's blocks in all languages and the rows that they make.
struct Rows {
    columns: Vec<Column>,
    rows: Vec<Range<usize>>,
    /// By language: the document whose list of references follows, and whether the section is kept for it.
    references: Vec<Option<(usize, bool)>>,
}

impl Rows {
    fn is_empty(&self) -> bool {
        self.rows.is_empty() && self.references.iter().all(Option::is_none)
    }
}

impl<'p> Page<'p> {
    /// Without its own heading where something else stands for it: an introduction's is the work's title.
    pub(super) fn chapter(&mut self, chapter: &'p Chapter, headless: bool) {
        let languages = &self.languages;
        let versions: Vec<usize> = languages.iter().filter_map(|language| chapter.documents[*language]).collect();
        self.writer.turn(chapter.path.as_str(), &versions);
        let present = |section: &&Section| languages.iter().any(|language| section.versions[*language].is_some());
        let sections: Vec<(&Section, Rows)> =
            chapter.sections.iter().filter(present).map(|section| (section, self.rows(chapter, section))).collect();
        let mut rest = sections.as_slice();
        if let Some(((opening, rows), others)) = sections.split_first().filter(|_| headless) {
            debug_assert_eq!(opening.level, 1);
            let ending = self.followed && others.is_empty() && rows.references.iter().all(Option::is_none);
            for nth in 0..rows.rows.len() {
                let ends = ending && nth + 1 == rows.rows.len();
                self.writer.markup.raw(if ends { "#ending[\n" } else { "" });
                self.row(rows, nth);
                self.writer.markup.raw(if ends { "]\n" } else { "" });
            }
            self.references(chapter, rows);
            rest = others;
        }
        let mut opens = false;
        while !rest.is_empty() {
            // Headings with nothing between them and what follows the last of them.
            let followed = rest.iter().position(|(_, rows)| !rows.is_empty()).unwrap_or(rest.len() - 1);
            let (group, others) = rest.split_at(followed + 1);
            self.may_end(opens);
            opens = group.first().is_some_and(|(section, _)| section.level == 1)
                && group.last().is_some_and(|(_, rows)| rows.rows.len() == 1);
            self.sections(chapter, group);
            rest = others;
        }
    }

    fn sections(&mut self, chapter: &Chapter, group: &[(&Section, Rows)]) {
        let Some((first, rows)) = group.first().map(|(section, _)| section).zip(group.last().map(|(_, rows)| rows)) else {
            return;
        };
        // A chapter's heading has room reserved below it.
        let together = first.level > 1 && self.might_leave(rows);
        if together {
            let (_, looks) = self.levels(first.level);
            self.writer.markup.format(format_args!("#together({looks}, leads: {}, [\n", self.leads(rows, 0)));
        }
        group.iter().for_each(|(section, _)| self.heading(section, chapter));
        for nth in 0..rows.rows.len() {
            if nth > 0 && !self.leads(rows, nth - 1) {
                self.may_end(false);
            }
            self.row(rows, nth);
            if together && nth == 0 {
                self.writer.markup.raw("])\n");
            }
        }
        self.references(chapter, rows);
        group.iter().for_each(|(section, _)| self.corrections(section));
    }

    fn heading(&mut self, section: &Section, chapter: &Chapter) {
        match self.levels(section.level) {
            (1, 1) => self.writer.markup.raw("#chapter("),
            levels => self.section_call(levels),
        }
        self.writer.markup.entry("number", &section.number);
        for language in self.languages.clone() {
            self.version(chapter, section, language, true);
        }
        self.writer.markup.raw(")\n");
    }

    /// The level of a heading in this PDF, and that which it looks like.
    pub(super) fn levels(&self, own: u8) -> (u8, u8) {
        (own.saturating_add_signed(self.depth.levels).max(1), own.saturating_add_signed(self.depth.looks).max(1))
    }

    /// Opens the call of a heading.
    pub(super) fn section_call(&mut self, (level, looks): (u8, u8)) {
        self.writer.markup.format(format_args!("#section(level: {level}, "));
        if looks != level {
            self.writer.markup.format(format_args!("looks: {looks}, "));
        }
    }

    /// The lists of references that follow a section, under a heading of their own where the section is not kept for them.
    fn references(&mut self, chapter: &Chapter, rows: &Rows) {
        if rows.references.iter().all(Option::is_none) {
            return;
        }
        let languages = self.languages.clone();
        if !rows.references.iter().flatten().any(|(_, kept)| *kept) {
            self.section_call(self.levels(2));
            // The table of contents of a work knows the sections of its texts alone.
            self.writer.markup.raw(if self.depth.levels == 0 { "outlined: false, " } else { "" });
            for (language, references) in languages.iter().zip(&rows.references) {
                if references.is_none() {
                    self.writer.markup.raw("none, ");
                    continue;
                }
                let (setter, anchor) =
                    (self.writer.setter(*language), self.writer.anchor(&chapter.path, "_refs", *language));
                let title = self.publication.messages.text(*language, "references-title", &[]);
                self.writer.markup.format(format_args!("(language: {setter}, "));
                for (name, value) in [("id", &anchor), ("title", &title), ("plain", &title)] {
                    self.writer.markup.entry(name, value);
                }
                self.writer.markup.raw("), ");
            }
            self.writer.markup.raw(")\n");
        }
        if let [Some((index, _))] = rows.references.as_slice() {
            return self.writer.references(*index);
        }
        self.writer.markup.raw("#row(");
        for (language, references) in languages.iter().zip(&rows.references) {
            let Some((index, _)) = references else {
                self.writer.markup.raw("none, ");
                continue;
            };
            let setter = self.writer.setter(*language);
            self.writer.markup.format(format_args!("{setter}["));
            self.writer.references(*index);
            self.writer.markup.raw("], ");
        }
        self.writer.markup.raw(")\n");
    }

    /// The section's blocks: one after the other, or in rows.
    fn rows(&self, chapter: &Chapter, section: &Section) -> Rows {
        let column = |language: &usize| {
            let (index, version) = chapter.documents[*language].zip(section.versions[*language].as_ref())?;
            let document = &self.publication.documents[index];
            Some((index, whole_blocks(document, document.sections[version.section].blocks.clone())))
        };
        let columns: Vec<Column> = self.languages.iter().map(column).collect();
        // Block by block where all versions have the same blocks, as on the web; else the whole section is one row.
        let kinds = |(index, blocks): &(usize, Vec<Range<u32>>)| -> Vec<Discriminant<BlockKind>> {
            let kind = |block: &Range<u32>| &self.publication.documents[*index].blocks[block.start as usize].kind;
            blocks.iter().map(kind).map(std::mem::discriminant).collect()
        };
        let same = columns.windows(2).all(|pair| pair[0].as_ref().map(kinds) == pair[1].as_ref().map(kinds));
        let most = columns.iter().flatten().map(|(_, blocks)| blocks.len()).max().unwrap_or(0);
        let rows = match (same, most) {
            (_, 0) => Vec::new(),
            (true, _) => (0..most).map(|row| row..row + 1).collect(),
            (false, _) => std::iter::once(0..most).collect(),
        };
        let follow = |language: &usize| {
            let (index, version) = chapter.documents[*language].zip(section.versions[*language].as_ref())?;
            let (place, kept) = self.writer.place_of_references(index)?;
            (place == version.section).then_some((index, kept))
        };
        let references = self.languages.iter().map(follow).collect();
        Rows { columns, rows, references }
    }

    /// The same blocks in all languages. A table or figure by itself is handed over with its measures: it may need more room than a
    /// column. Of others the theme is told whether they are short enough to stand on one page, and whether they lead to what follows.
    fn row(&mut self, rows: &Rows, nth: usize) {
        let (row, leads) = (&rows.rows[nth], self.leads(rows, nth));
        let versions: Vec<Option<(usize, u32)>> = rows.columns.iter().map(|column| alone(column, row)).collect();
        let kind = versions.iter().flatten().next().map(|(index, at)| self.kind(*index, *at));
        match (kind, rows.columns.as_slice()) {
            (Some(BlockKind::Table { .. }), _) => self.tables(&versions),
            (Some(BlockKind::Figure { .. }), [_, _, ..]) => self.figures(&versions),
            (kind, [Some((index, blocks))]) => {
                let blocks = within(blocks, row);
                let parts = matches!(kind, Some(BlockKind::List { .. } | BlockKind::Quote | BlockKind::Alert(_)));
                let call = match parts && self.length(*index, blocks) <= LONGEST_IN_ROW {
                    _ if leads => Some("#lead[\n"),
                    true => Some("#whole[\n"),
                    false => None,
                };
                self.writer.markup.raw(call.unwrap_or_default());
                blocks.iter().for_each(|block| self.writer.blocks(*index, block.clone()));
                self.writer.markup.raw(call.map_or("", |_| "]\n"));
                return;
            }
            (_, columns) => {
                let own = columns.iter().flatten();
                let short = own.clone().all(|(index, blocks)| self.length(*index, within(blocks, row)) <= LONGEST_IN_ROW);
                self.writer.markup.format(format_args!("#row(short: {short}, leads: {leads}, "));
            }
        }
        for (language, column) in self.languages.clone().iter().zip(&rows.columns) {
            let Some((index, blocks)) = column else {
                self.writer.markup.raw("none, ");
                continue;
            };
            let setter = self.writer.setter(*language);
            self.writer.markup.format(format_args!("{setter}["));
            for block in within(blocks, row) {
                self.writer.blocks(*index, block.clone());
            }
            self.writer.markup.raw("], ");
        }
        self.writer.markup.raw(")\n");
    }

    /// Opens a call with the columns of each version's table.
    fn tables(&mut self, versions: &[Option<(usize, u32)>]) {
        self.writer.markup.raw("#tables((");
        for version in versions {
            match version {
                Some((index, at)) => self.writer.columns(*index, *at),
                None => self.writer.markup.raw("()"),
            }
            self.writer.markup.raw(", ");
        }
        self.writer.markup.raw("), ");
    }

    /// Opens a call with the width that each version's figure asks for.
    fn figures(&mut self, versions: &[Option<(usize, u32)>]) {
        self.writer.markup.raw("#figures((");
        for version in versions {
            let width = version.and_then(|(index, at)| match self.kind(index, at) {
                BlockKind::Figure { image } => self.writer.width(index, *image),
                _ => None,
            });
            self.writer.markup.format(format_args!("{}pt, ", width.unwrap_or_default()));
        }
        self.writer.markup.raw("), ");
    }

    fn kind(&self, index: usize, at: u32) -> &'p BlockKind {
        &self.publication.documents[index].blocks[at as usize].kind
    }

    /// Whether a row is a short paragraph before a table, a figure or a list: it says what that is. What is longer than a few lines
    /// leaves a hole if it goes with a table to the next page.
    fn leads(&self, rows: &Rows, nth: usize) -> bool {
        let Some(next) = rows.rows.get(nth + 1) else { return false };
        let all = |row: &Range<usize>, wanted: fn(&BlockKind) -> bool| {
            let versions: Option<Vec<(usize, u32)>> = rows.columns.iter().map(|column| alone(column, row)).collect();
            versions.is_some_and(|versions| versions.iter().all(|(index, at)| wanted(self.kind(*index, *at))))
        };
        let led = |kind: &BlockKind| {
            matches!(
                kind,
                BlockKind::Table { .. } | BlockKind::Figure { .. } | BlockKind::List { .. } | BlockKind::DefinitionList
            )
        };
        let own = rows.columns.iter().flatten();
        let list = |kind: &BlockKind| matches!(kind, BlockKind::List { .. } | BlockKind::DefinitionList);
        let longest = if all(next, list) { LONGEST_IN_ROW } else { LONGEST_BEFORE_TABLE };
        let short = own.clone().all(|(index, blocks)| self.length(*index, within(blocks, &rows.rows[nth])) <= longest);
        short && all(next, led) && all(&rows.rows[nth], |kind| *kind == BlockKind::Paragraph)
    }

    /// Whether a heading could be left alone by the first row: where a note has no room on the page, Typst takes its text to the next one, and
    /// forgets that a heading belongs to it. What might do so and is short is kept with its heading in one block.
    fn might_leave(&self, rows: &Rows) -> bool {
        let (columns, Some(row)) = (&rows.columns, rows.rows.first()) else { return false };
        let longest = if columns.len() > 1 { LONGEST_IN_ROW } else { LONGEST_ALONE };
        let own = columns.iter().flatten().map(|(index, blocks)| (*index, within(blocks, row)));
        let mut any_note = false;
        for (index, blocks) in own {
            if self.length(index, blocks) > longest {
                return false;
            }
            let document = &self.publication.documents[index];
            let inlines = blocks.iter().flat_map(|block| &document.blocks[block.start as usize..block.end as usize]);
            let mut inlines =
                inlines.flat_map(|block| &document.inlines[block.inlines.start as usize..block.inlines.end as usize]);
            any_note |= inlines.any(|inline| matches!(inline.kind, InlineKind::NoteRef { .. }));
        }
        any_note
    }

    /// The bytes of text, more for what is not text.
    fn length(&self, index: usize, blocks: &[Range<u32>]) -> usize {
        let document = &self.publication.documents[index];
        let within = blocks.iter().flat_map(|block| &document.blocks[block.start as usize..block.end as usize]);
        let length = |block: &crate::documents::arena::Block| match block.kind {
            BlockKind::Table { .. } | BlockKind::Figure { .. } | BlockKind::Code { .. } => LONGEST_ALONE + 1,
            _ if block.inlines.is_empty() => 0,
            _ => self.writer.words(index, block.inlines.clone()).len().max(SHORTEST_LINE),
        };
        within.map(length).sum()
    }
}

/// The document and the block of a row in which a version has only one.
fn alone(column: &Column, row: &Range<usize>) -> Option<(usize, u32)> {
    let (index, blocks) = column.as_ref()?;
    Some((*index, blocks.get(row.start).filter(|_| row.len() == 1)?.start))
}

/// Those of a row, as far as there are any.
fn within<'b>(blocks: &'b [Range<u32>], row: &Range<usize>) -> &'b [Range<u32>] {
    &blocks[row.start.min(blocks.len())..row.end.min(blocks.len())]
}

/// The blocks of a section, each table and figure with its caption.
fn whole_blocks(document: &Document, blocks: Range<u32>) -> Vec<Range<u32>> {
    let own = document.children(blocks).filter(|(_, block)| !matches!(block.kind, BlockKind::Caption { .. }));
    own.map(|(at, block)| at..document.caption(at).map_or(block.end, |caption| document.blocks[caption as usize].end))
        .collect()
}
