//! The blocks and inlines of documents as Typst markup.
//!
//! Takes: a document of the publication and a range of its blocks. Gives: calls of Typst's own elements, of the theme's
//! (`work.typ` lists them) and nothing else. Loops, never recursion on what an author typed. Must not know
//! how the pieces lie on the page.

use std::collections::HashMap;
use std::ops::Range;

use super::markup::{Begun, Markup, with_breaks};
use super::world::image_path;
use crate::diagnostics::{Code, Diagnostic, Span};
use crate::documents::Document;
use crate::documents::arena::{Align, Block, BlockKind, Inline, InlineKind, Visit, walk};
use crate::publication::{Publication, SectionKey, Target};

/// Notes within notes, each inside the one before; deeper than any person would write.
const DEEPEST_NOTE: usize = 4;
/// Blocks within blocks, and as much again of inlines within inlines. Typst gives up where 64 show rules lie within each other, and
/// can then name no place in the Markdown.
const DEEPEST: usize = 16;

/// A row with more bytes of text than this in a cell may break over two pages: unbroken it might be longer than one.
const LONGEST_CELL: usize = 600;

pub struct Writer<'p> {
    pub publication: &'p Publication,
    pub work: usize,
    pub markup: Markup,
    pub diagnostics: Vec<Diagnostic>,
    /// The page's notes by their labels: versions of a note bear the same label and stand side by side.
    notes: HashMap<&'p str, Vec<(usize, u32)>>,
    /// What the page's notes are called, besides their labels.
    page: &'p str,
    /// The languages that stand side by side, by their place in `book.toml`.
    pub languages: Vec<usize>,
    note_depth: usize,
    /// In a table of contents, titles stand without their notes.
    without_notes: bool,
    /// Whether the row of a table that is being written may break over two pages.
    long_row: bool,
}

impl<'p> Writer<'p> {
    pub fn new(publication: &'p Publication, work: usize, languages: Vec<usize>, markup: Markup) -> Self {
        Writer {
            publication,
            work,
            markup,
            diagnostics: Vec::new(),
            notes: HashMap::new(),
            page: "",
            languages,
            note_depth: 0,
            without_notes: false,
            long_row: false,
        }
    }

    /// Turns to a page, whose versions are these documents.
    pub fn turn(&mut self, page: &'p str, documents: &[usize]) {
        self.page = page;
        self.notes.clear();
        for index in documents {
            let notes = &self.publication.documents[*index].notes;
            for (number, note) in (0u32..).zip(notes).filter(|(_, note)| note.references > 0 && note.block != u32::MAX) {
                self.notes.entry(note.label.as_str()).or_default().push((*index, number));
            }
        }
    }

    /// The name of the function that sets a language: `in-es`.
    pub fn setter(&self, language: usize) -> String {
        format!("in-{}", self.publication.languages[language].tag)
    }

    /// What links within the PDF lead to: `es:housing`.
    pub fn anchor(&self, id: &str, language: usize) -> String {
        format!("{}:{id}", self.publication.languages[language].tag)
    }

    /// A section's title: its heading's inlines, or the front matter's.
    pub fn title(&mut self, index: usize, section: usize, with_notes: bool) {
        let document = &self.publication.documents[index];
        let section = &document.sections[section];
        let begun = self.markup.begin(index, section.span_of_heading(document));
        let notes = std::mem::replace(&mut self.without_notes, !with_notes);
        match section.heading {
            Some(heading) => self.inlines(index, document.blocks[heading as usize].inlines.clone()),
            None => self.markup.escaped(document.front.title.value.trim()),
        }
        self.without_notes = notes;
        self.markup.end(begun);
    }

    /// Blocks and all that is in them, without the bodies of notes.
    pub fn blocks(&mut self, index: usize, range: Range<u32>) {
        let document = &self.publication.documents[index];
        let mut open: Vec<Begun> = Vec::new();
        let mut note: Option<u32> = None;
        let mut definitions: Vec<Part> = Vec::new();
        walk(&document.blocks, range, |visit| match visit {
            Visit::Enter(at, Block { kind: BlockKind::Note { .. }, .. }) => note = note.or(Some(at)),
            Visit::Leave(at, Block { kind: BlockKind::Note { .. }, .. }) => note = note.filter(|open| *open != at),
            _ if note.is_some() => {}
            Visit::Enter(at, block) => {
                self.check_depth(open.len(), index, block.span);
                open.push(self.markup.begin(index, block.span));
                self.open(index, at, block, &mut definitions);
                self.inlines(index, block.inlines.clone());
            }
            Visit::Leave(_, block) => {
                self.close(block, &mut definitions);
                if let Some(begun) = open.pop() {
                    self.markup.end(begun);
                }
            }
        });
    }

    /// Reported once for each place where it becomes too deep.
    fn check_depth(&mut self, depth: usize, index: usize, span: Span) {
        if depth == DEEPEST {
            let place = self.publication.documents[index].place(span);
            self.diagnostics.push(Diagnostic::new(Code::TooDeep, place).with("limit", DEEPEST));
        }
    }

    /// Blocks stand in markup, items and cells among a call's arguments.
    fn open(&mut self, index: usize, at: u32, block: &Block, definitions: &mut Vec<Part>) {
        let document = &self.publication.documents[index];
        match &block.kind {
            BlockKind::Paragraph => self.markup.raw("#par["),
            // A heading within a block is reported before; its words are kept all the same.
            BlockKind::Heading { .. } => self.markup.raw("#par[#strong["),
            BlockKind::List { start } => {
                let inside = document.inside(at);
                let tight = document.blocks[inside.start as usize..inside.end as usize]
                    .iter()
                    .all(|inner| inner.kind != BlockKind::Paragraph);
                let tasks =
                    document.children(inside).all(|(_, item)| matches!(item.kind, BlockKind::Item { task: Some(_) }));
                match start {
                    // A box to tick is marker enough.
                    None if tasks => {
                        self.markup.format(format_args!("#list(tight: {tight}, marker: [], body-indent: 0pt, "))
                    }
                    None => self.markup.format(format_args!("#list(tight: {tight}, ")),
                    Some(start) => self.markup.format(format_args!("#enum(tight: {tight}, start: {start}, ")),
                }
            }
            BlockKind::Item { task: None } => self.markup.raw("["),
            BlockKind::Item { task: Some(done) } => {
                let key = if *done { "task-done" } else { "task-open" };
                let label = self.publication.messages.text(document.language, key, &[]);
                self.markup.format(format_args!("[#task({done}, "));
                self.markup.string(&label);
                self.markup.raw(")");
            }
            BlockKind::Quote => self.markup.raw("#quotation["),
            BlockKind::Alert(alert) => {
                let key = format!("alert-{}", alert.name());
                let title = self.publication.messages.text(document.language, &key, &[]);
                self.markup.format(format_args!("#alert(\"{}\", ", alert.name()));
                self.markup.string(&title);
                self.markup.raw(")[");
            }
            BlockKind::Code { text, .. } => {
                self.markup.raw("#raw(block: true, ");
                self.markup.string(&with_breaks(document.slice(text).trim_end_matches('\n')));
            }
            BlockKind::Table { columns } => {
                let alignments: String = columns.iter().map(|align| alignment(*align)).collect();
                self.markup.raw("#text-table((");
                for (length, word) in measured(document, at, columns.len()) {
                    self.markup.format(format_args!("(length: {length}, word: {word}), "));
                }
                self.markup.format(format_args!("), align: ({alignments}), "));
            }
            BlockKind::TableHead => {
                self.long_row = true;
                self.markup.raw("table.header(");
            }
            BlockKind::TableRow => {
                let inside = document.inside(at);
                let cells = &document.blocks[inside.start as usize..inside.end as usize];
                self.long_row = cells.iter().any(|cell| document.plain(cell.inlines.clone()).len() > LONGEST_CELL);
            }
            BlockKind::TableCell { .. } => {
                self.markup.raw(if self.long_row { "[" } else { "table.cell(breakable: false)[" })
            }
            BlockKind::Figure { image } => self.figure(index, *image),
            BlockKind::DefinitionList => {
                definitions.push(Part::Nothing);
                self.markup.raw("#terms(tight: false, ");
            }
            // Several terms may share a description, and one may have several: an item begins with the term after a description.
            BlockKind::Term => {
                let before = definitions.last_mut().map(|part| std::mem::replace(part, Part::Term));
                self.markup.raw(match before {
                    Some(Part::Term) => "#linebreak()",
                    Some(Part::Description) => "]), terms.item([",
                    _ => "terms.item([",
                });
            }
            BlockKind::Description => {
                let before = definitions.last_mut().map(|part| std::mem::replace(part, Part::Description));
                self.markup.raw(match before {
                    Some(Part::Description) => " ",
                    Some(Part::Term) => "], [",
                    _ => "terms.item([], [",
                });
            }
            BlockKind::Rule => self.markup.raw("#separation()"),
            BlockKind::Html { text } => {
                self.markup.raw("#par[");
                self.markup.escaped(document.slice(text).trim());
            }
            BlockKind::Plain | BlockKind::Note { .. } => {}
        }
    }

    fn close(&mut self, block: &Block, definitions: &mut Vec<Part>) {
        self.markup.raw(match &block.kind {
            BlockKind::Paragraph | BlockKind::Html { .. } | BlockKind::Quote | BlockKind::Alert(_) => "]\n",
            BlockKind::Heading { .. } => "]]\n",
            BlockKind::List { .. } | BlockKind::Code { .. } | BlockKind::Table { .. } => ")\n",
            BlockKind::Item { .. } | BlockKind::TableCell { .. } => "], ",
            BlockKind::TableHead => "), ",
            BlockKind::DefinitionList => match definitions.pop() {
                Some(Part::Term) => "], []))\n",
                Some(Part::Description) => "]))\n",
                _ => ")\n",
            },
            BlockKind::Figure { .. }
            | BlockKind::Rule
            | BlockKind::Plain
            | BlockKind::TableRow
            | BlockKind::Term
            | BlockKind::Description
            | BlockKind::Note { .. } => "",
        });
    }

    fn figure(&mut self, index: usize, number: u32) {
        let alt = &self.publication.documents[index].images[number as usize].alt;
        let Some(image) = &self.publication.images[index][number as usize] else { return };
        // A CSS pixel is three quarters of a point (CSS Values 4, section 6.2).
        let width = f64::from(image.width) * 0.75;
        self.markup.format(format_args!("#picture({width}pt, image(\"{}\", alt: ", image_path(image)));
        self.markup.string(alt);
        self.markup.raw("))\n");
    }

    pub fn inlines(&mut self, index: usize, range: Range<u32>) {
        let document = &self.publication.documents[index];
        let mut open: Vec<Begun> = Vec::new();
        walk(&document.inlines, range, |visit| match visit {
            Visit::Enter(_, inline) => {
                self.check_depth(open.len(), index, inline.span);
                open.push(self.markup.begin(index, inline.span));
                self.open_inline(index, inline);
            }
            Visit::Leave(_, inline) => {
                if let InlineKind::Emphasis | InlineKind::Strong | InlineKind::Strike | InlineKind::Link(_) = inline.kind {
                    self.markup.raw("]");
                }
                if let Some(begun) = open.pop() {
                    self.markup.end(begun);
                }
            }
        });
    }

    fn open_inline(&mut self, index: usize, inline: &Inline) {
        let document = &self.publication.documents[index];
        match &inline.kind {
            InlineKind::Text(text) | InlineKind::Html(text) => self.markup.escaped(document.slice(text)),
            InlineKind::Code(text) => {
                self.markup.raw("#raw(");
                self.markup.string(&with_breaks(document.slice(text)));
                self.markup.raw(")");
            }
            InlineKind::Emphasis => self.markup.raw("#emph["),
            InlineKind::Strong => self.markup.raw("#strong["),
            InlineKind::Strike => self.markup.raw("#strike["),
            InlineKind::Link(link) => self.link(index, *link),
            InlineKind::NoteRef { .. } if self.without_notes => {}
            InlineKind::NoteRef { note, occurrence } => self.note(index, *note, *occurrence, inline.span),
            InlineKind::SoftBreak => self.markup.raw("\n"),
            InlineKind::HardBreak => self.markup.raw("#linebreak()"),
        }
    }

    fn link(&mut self, index: usize, number: u32) {
        let publication = self.publication;
        let document = &publication.documents[index];
        match &publication.targets[index][number as usize] {
            Target::External(address) => {
                self.markup.raw("#link(");
                self.markup.string(address);
                self.markup.raw(")[");
            }
            Target::Section(key) => {
                self.section_link(*key, document.language);
                if document.links[number as usize].filled_in {
                    self.markup.escaped(&reference(publication, *key, document.language));
                }
            }
            Target::Nowhere => self.markup.raw("#["),
        }
    }

    /// Within the work to the section on paper, to another work's on the web.
    fn section_link(&mut self, key: SectionKey, language: usize) {
        let Some((_, chapter, section)) = self.publication.section(key) else { return self.markup.raw("#[") };
        if key.work == self.work {
            self.markup.raw("#link(label(");
            let anchor = self.anchor(&section.id, language);
            self.markup.string(&anchor);
            self.markup.raw("))[");
        } else {
            let addresses = &self.publication.addresses;
            let page = addresses.absolute(&addresses.chapter(key.work, key.chapter, chapter, language));
            let address = if key.section == 0 { page } else { format!("{page}#{}", section.id) };
            self.markup.raw("#link(");
            self.markup.string(&address);
            self.markup.raw(")[");
        }
    }

    /// The first reference to a note carries its body, in all the languages it stands in; the others repeat its number.
    fn note(&mut self, index: usize, note: u32, occurrence: u32, span: Span) {
        let publication = self.publication;
        let document: &'p Document = &publication.documents[index];
        let label = document.notes[note as usize].label.as_str();
        let versions = self.notes.get(label).cloned().unwrap_or_default();
        let name = format!("note:{}:{label}", self.page);
        if versions.first() != Some(&(index, note)) || occurrence > 0 {
            self.markup.raw("#footnote(label(");
            self.markup.string(&name);
            return self.markup.raw("))");
        }
        if self.note_depth == DEEPEST_NOTE {
            let diagnostic = Diagnostic::new(Code::TooDeep, document.place(span)).with("limit", DEEPEST_NOTE);
            return self.diagnostics.push(diagnostic);
        }
        self.note_depth += 1;
        self.markup.raw("#footnote(notes(");
        for language in self.languages.clone() {
            match versions.iter().find(|(version, _)| publication.documents[*version].language == language) {
                Some((version, number)) => {
                    let setter = self.setter(language);
                    self.markup.format(format_args!("{setter}["));
                    self.note_body(*version, *number);
                    self.markup.raw("], ");
                }
                None => self.markup.raw("none, "),
            }
        }
        self.markup.raw("))#label(");
        self.markup.string(&name);
        self.markup.raw(")");
        self.note_depth -= 1;
    }

    /// The first paragraph stands on the number's own line, and so in no paragraph of its own.
    fn note_body(&mut self, index: usize, note: u32) {
        let document = &self.publication.documents[index];
        let block = document.notes[note as usize].block;
        let inside = document.inside(block);
        let begun = self.markup.begin(index, document.blocks[block as usize].span);
        let mut rest = inside.start;
        if let Some((at, first)) = document.children(inside.clone()).next()
            && at == inside.start
            && first.kind == BlockKind::Paragraph
        {
            self.inlines(index, first.inlines.clone());
            rest = first.end;
        }
        if rest < inside.end {
            self.markup.raw("\n\n");
            self.blocks(index, rest..inside.end);
        }
        self.markup.end(begun);
    }
}

/// What was last written of a definition list.
enum Part {
    Nothing,
    Term,
    Description,
}

/// What a filled-in link says: the target's number and title, as on the web.
fn reference(publication: &Publication, key: SectionKey, language: usize) -> String {
    let Some((_, _, section)) = publication.section(key) else { return String::new() };
    let title = section.title(language);
    match section.number.as_str() {
        "" => title.to_owned(),
        number => publication.messages.text(language, "reference", &[("number", number), ("title", title)]),
    }
}

/// How many letters each column of a table holds, and how many its longest word has.
fn measured(document: &Document, table: u32, columns: usize) -> Vec<(usize, usize)> {
    let mut measured = vec![(0, 0); columns];
    let inside = document.inside(table);
    for block in &document.blocks[inside.start as usize..inside.end as usize] {
        if let BlockKind::TableCell { column } = block.kind
            && let Some((length, word)) = measured.get_mut(usize::from(column))
        {
            let text = document.plain(block.inlines.clone());
            *length += text.chars().count();
            *word = text.split_whitespace().map(|word| word.chars().count()).max().unwrap_or(0).max(*word);
        }
    }
    measured
}

fn alignment(align: Align) -> &'static str {
    match align {
        Align::None => "auto, ",
        Align::Start => "start, ",
        Align::Centre => "center, ",
        Align::End => "end, ",
    }
}
