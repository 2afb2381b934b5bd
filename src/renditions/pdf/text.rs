//! The blocks of documents as Typst markup.
//!
//! Takes: a document of the publication and a range of its blocks. Gives: calls of Typst's own elements, of the theme's
//! (`work.typ` lists them) and nothing else. Loops, never recursion on what an author typed. Must not know
//! how the pieces lie on the page.

use std::collections::{HashMap, HashSet};
use std::ops::Range;

use super::markup::{Begun, Markup, with_breaks};
use super::world::image_path;
use crate::diagnostics::{Code, Diagnostic, Span};
use crate::documents::arena::{Align, Block, BlockKind, Visit};
use crate::locale::Direction;
use crate::publication::procedures::Role;
use crate::publication::{ChapterKey, Publication};

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
    pub notes: HashMap<&'p str, Vec<(usize, u32)>>,
    /// What the page's notes are called, besides their labels.
    pub page: &'p str,
    /// The languages that stand side by side, by their place in `book.toml`.
    pub languages: Vec<usize>,
    /// Which texts the PDF holds, and in which languages, where that is not the whole work in all of its own.
    pub held: Option<HashSet<(ChapterKey, usize)>>,
    pub note_depth: usize,
    /// In a table of contents, titles stand without their notes.
    pub without_notes: bool,
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
            held: None,
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
        let mut definitions: Vec<Part> = Vec::new();
        document.flow(range, |visit| match visit {
            Visit::Enter(at, block) => {
                self.check_depth(open.len(), index, block.span);
                open.push(self.markup.begin(index, block.span));
                if let Some(passage) = block.passage.filter(|_| has_language(block)) {
                    self.passage(index, passage);
                }
                if document.caption(at).is_some() {
                    self.open_captioned(index, at);
                }
                self.open(index, at, block, &mut definitions);
                // A caption is written with what it names.
                if !matches!(block.kind, BlockKind::Caption { .. }) {
                    self.inlines(index, block.inlines.clone());
                }
            }
            Visit::Leave(at, block) => {
                self.close(block, &mut definitions);
                if document.caption(at).is_some() {
                    self.markup.raw("]\n");
                }
                if has_language(block) {
                    self.markup.raw("]");
                }
                if let Some(begun) = open.pop() {
                    self.markup.end(begun);
                }
            }
        });
    }

    /// Reported once for each place where it becomes too deep.
    pub fn check_depth(&mut self, depth: usize, index: usize, span: Span) {
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
                    Some(start) if self.role(index, at) == Some(Role::Steps) => {
                        self.markup.format(format_args!("#steps(tight: {tight}, start: {start}, "))
                    }
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
                self.markup.raw("#text-table(");
                self.columns(index, at);
                self.markup.format(format_args!(", align: ({alignments}), "));
            }
            BlockKind::TableHead => {
                self.long_row = true;
                self.markup.raw("table.header(");
            }
            BlockKind::TableRow => {
                let inside = document.inside(at);
                let cells = &document.blocks[inside.start as usize..inside.end as usize];
                self.long_row = cells.iter().any(|cell| self.words(index, cell.inlines.clone()).len() > LONGEST_CELL);
            }
            BlockKind::TableCell { .. } => {
                self.markup.raw(if self.long_row { "[" } else { "table.cell(breakable: false)[" })
            }
            BlockKind::Figure { image } => self.figure(index, *image),
            BlockKind::DefinitionList => {
                definitions.push(Part::Nothing);
                self.markup.raw(match self.role(index, at) {
                    Some(Role::Facts) => "#procedure-facts(",
                    _ => "#terms(tight: false, ",
                });
            }
            // Several terms may share a description, and one may have several: an item begins with the term after a description.
            BlockKind::Term => {
                let before = definitions.last_mut().map(|part| std::mem::replace(part, Part::Term));
                self.markup.raw(match before {
                    Some(Part::Term) => "#linebreak()",
                    Some(Part::Description) => "]), terms.item(term[",
                    _ => "terms.item(term[",
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
            BlockKind::Markup { words, .. } => {
                self.markup.raw("#par[");
                self.markup.escaped(document.slice(words));
            }
            BlockKind::Plain | BlockKind::Caption { .. } | BlockKind::Note { .. } => {}
        }
    }

    fn close(&mut self, block: &Block, definitions: &mut Vec<Part>) {
        self.markup.raw(match &block.kind {
            BlockKind::Paragraph
            | BlockKind::Html { .. }
            | BlockKind::Markup { .. }
            | BlockKind::Quote
            | BlockKind::Alert(_) => "]\n",
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
            | BlockKind::Caption { .. }
            | BlockKind::Note { .. } => "",
        });
    }

    /// What a block is within a procedure.
    fn role(&self, index: usize, at: u32) -> Option<Role> {
        self.publication.procedures[index].get(&at).copied()
    }

    /// What a theme needs to share out a table's width: of each column the letters of all its text, of its longest cell and of its
    /// longest word. Nothing for what is no table.
    pub fn columns(&mut self, index: usize, at: u32) {
        let document = &self.publication.documents[index];
        let columns = match &document.blocks[at as usize].kind {
            BlockKind::Table { columns } => columns.len(),
            _ => 0,
        };
        self.markup.raw("(");
        for Column { length, cell, word } in self.measured(index, at, columns) {
            self.markup.format(format_args!("(length: {length}, cell: {cell}, word: {word}), "));
        }
        self.markup.raw(")");
    }

    fn measured(&self, index: usize, table: u32, columns: usize) -> Vec<Column> {
        let document = &self.publication.documents[index];
        let mut measured = vec![Column::default(); columns];
        let inside = document.inside(table);
        for block in &document.blocks[inside.start as usize..inside.end as usize] {
            if let BlockKind::TableCell { column } = block.kind
                && let Some(column) = measured.get_mut(usize::from(column))
            {
                let text = self.words(index, block.inlines.clone());
                let length = text.chars().count();
                column.length += length;
                column.cell = column.cell.max(length);
                let longest = text.split_whitespace().map(|word| word.chars().count()).max();
                column.word = longest.unwrap_or(0).max(column.word);
            }
        }
        measured
    }

    /// The name and the caption of a table or figure, and the call that takes it in.
    fn open_captioned(&mut self, index: usize, at: u32) {
        let document = &self.publication.documents[index];
        let Some(caption) = document.caption(at).map(|caption| &document.blocks[caption as usize]) else { return };
        let BlockKind::Caption { float } = caption.kind else { return };
        let (own, number) = (&document.floats[float as usize], self.publication.float_numbers[index][float as usize]);
        let name = self.publication.float_name(own.kind, number, document.language);
        let anchor = own.id.as_ref().map(|id| self.anchor(&document.path, &id.text, document.language));
        self.markup.format(format_args!("#captioned(\"{}\", ", own.kind.name()));
        self.markup.string(&name);
        self.markup.raw(", ");
        match anchor {
            Some(anchor) => self.markup.string(&anchor),
            None => self.markup.raw("none"),
        }
        self.markup.raw(", [");
        let begun = self.markup.begin(index, caption.span);
        if let Some(passage) = caption.passage {
            self.passage(index, passage);
        }
        self.inlines(index, caption.inlines.clone());
        if caption.passage.is_some() {
            self.markup.raw("]");
        }
        self.markup.end(begun);
        self.markup.raw("])[");
    }

    /// The width a figure asks for, in points.
    pub fn width(&self, index: usize, number: u32) -> Option<f64> {
        self.publication.images[index][number as usize].as_ref().map(|image| points(image.width))
    }

    fn figure(&mut self, index: usize, number: u32) {
        let alt = &self.publication.documents[index].images[number as usize].alt;
        let Some(image) = &self.publication.images[index][number as usize] else { return };
        let width = points(image.width);
        self.markup.format(format_args!("#picture({width}pt, image(\"{}\", alt: ", image_path(image)));
        self.markup.string(alt);
        self.markup.raw("))\n");
    }
}

/// A CSS pixel is three quarters of a point (CSS Values 4, section 6.2).
fn points(pixels: u32) -> f64 {
    f64::from(pixels) * 0.75
}

/// Typst's arguments of a language. The region is always set: a Spanish passage in a British text would else be `es-GB`.
pub fn language_arguments(tag: &str, direction: Direction) -> String {
    let mut parts = tag.split('-');
    let lang = parts.next().unwrap_or_default();
    let region = parts.find(|part| part.len() == 2);
    let region = region.map_or("none".to_owned(), |region| format!("\"{}\"", region.to_uppercase()));
    format!("lang: \"{lang}\", region: {region}, dir: {}", direction.name())
}

/// Whether a block is set in a language of its own. A caption's is written with what it names; a tight item's text is an argument of
/// a call already.
fn has_language(block: &Block) -> bool {
    block.passage.is_some() && !matches!(block.kind, BlockKind::Caption { .. })
}

/// What was last written of a definition list.
enum Part {
    Nothing,
    Term,
    Description,
}

/// How many letters there are in a table's column.
#[derive(Clone, Default)]
struct Column {
    length: usize,
    /// In its longest cell.
    cell: usize,
    /// In its longest word.
    word: usize,
}

fn alignment(align: Align) -> &'static str {
    match align {
        Align::None => "auto, ",
        Align::Start => "start, ",
        Align::Centre => "center, ",
        Align::End => "end, ",
    }
}
