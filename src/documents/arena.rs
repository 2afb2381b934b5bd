//! A Markdown file as an arena of blocks and inlines, each with its span.
//!
//! Blocks and inlines lie in two vectors in reading order; each knows where its subtree ends, so that a walk is a loop and
//! never a recursion on what somebody typed. Texts lie in one buffer. Must not know about other files: links are as written.

use std::ops::{Deref, Range};
use std::sync::Arc;

use camino::Utf8PathBuf;

use super::citation::Citation;
use super::facets::Assignment;
use super::front::FrontMatter;
use super::mark::Mark;
use crate::diagnostics::{Place, Source, Span};
use crate::locale::Direction;

/// A range of [`Document::text`].
pub type TextRange = Range<u32>;

/// One Markdown file. A handle: what was read outlives the publication that it was a part of.
#[derive(Clone, Debug)]
pub struct Document(Arc<Reading>);

impl Deref for Document {
    type Target = Reading;

    fn deref(&self) -> &Reading {
        &self.0
    }
}

impl From<Reading> for Document {
    fn from(reading: Reading) -> Self {
        Document(Arc::new(reading))
    }
}

/// What was read of a Markdown file.
#[derive(Clone, Debug)]
pub struct Reading {
    pub source: Arc<Source>,
    /// The path below `content/` without language and extension: `guidelines/home/02-rights`.
    pub path: Utf8PathBuf,
    /// The language's place in `book.toml`.
    pub language: usize,
    pub front: FrontMatter,
    pub blocks: Vec<Block>,
    pub inlines: Vec<Inline>,
    pub text: String,
    pub links: Vec<Link>,
    pub images: Vec<Image>,
    /// In the order in which the text first refers to them; those it never refers to come last.
    pub notes: Vec<Note>,
    /// The tables and figures that have captions, in reading order.
    pub floats: Vec<Float>,
    /// The languages of passages in another than the document's own.
    pub passages: Vec<Passage>,
    /// In reading order.
    pub citations: Vec<Citation>,
    /// What the author says differs from other versions on purpose.
    pub marks: Vec<Mark>,
    /// At least one: the opening, before the first heading.
    pub sections: Vec<Section>,
}

#[derive(Clone, Debug)]
pub struct Block {
    pub kind: BlockKind,
    pub span: Span,
    /// The index after the last block of this one's subtree.
    pub end: u32,
    /// The inlines of a paragraph, heading, cell or term.
    pub inlines: Range<u32>,
    /// The place in [`Document::passages`] of what `{lang=…}` says of it.
    pub passage: Option<u32>,
}

#[derive(Clone, Debug, PartialEq)]
pub enum BlockKind {
    Heading {
        level: u8,
    },
    Paragraph,
    /// The text of a tight list item, which has no paragraph of its own.
    Plain,
    List {
        start: Option<u64>,
    },
    Item {
        task: Option<bool>,
    },
    Quote,
    Alert(Alert),
    Code {
        language: TextRange,
        text: TextRange,
    },
    Table {
        columns: Vec<Align>,
    },
    TableHead,
    TableRow,
    TableCell {
        column: u16,
    },
    Figure {
        image: u32,
    },
    /// The caption of the table or figure right before it.
    Caption {
        float: u32,
    },
    DefinitionList,
    Term,
    Description,
    Rule,
    /// Raw HTML, shown as text.
    Html {
        text: TextRange,
    },
    /// Raw HTML that can do no harm, and its words for where there are no elements.
    Markup {
        html: TextRange,
        words: TextRange,
    },
    /// The body of a footnote, skipped where it stands and shown at the end of the page.
    Note {
        note: u32,
    },
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Alert {
    Note,
    Tip,
    Important,
    Warning,
    Caution,
}

impl Alert {
    /// The name in class names and in the ids of Fluent messages.
    pub fn name(self) -> &'static str {
        match self {
            Alert::Note => "note",
            Alert::Tip => "tip",
            Alert::Important => "important",
            Alert::Warning => "warning",
            Alert::Caution => "caution",
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Align {
    None,
    Start,
    Centre,
    End,
}

#[derive(Clone, Debug)]
pub struct Inline {
    pub kind: InlineKind,
    pub span: Span,
    /// The index after the last inline of this one's subtree.
    pub end: u32,
}

#[derive(Clone, Debug, PartialEq)]
pub enum InlineKind {
    Text(TextRange),
    Code(TextRange),
    /// Raw HTML, shown as text.
    Html(TextRange),
    /// A tag that can do no harm; each is closed.
    Tag(TextRange),
    Emphasis,
    Strong,
    Strike,
    /// `[texto]{lang=es}`: the place in [`Document::passages`].
    Passage(u32),
    Link(u32),
    /// `[@key, p. 12]`: the place in [`Document::citations`].
    Citation(u32),
    /// The n-th reference to a note, from 0.
    NoteRef {
        note: u32,
        occurrence: u32,
    },
    SoftBreak,
    HardBreak,
}

#[derive(Clone, Debug)]
pub struct Link {
    pub destination: String,
    pub span: Span,
    /// `[](#id)`: the text is the target's number and title.
    pub filled_in: bool,
    /// Written as its own address: `<https://…>`.
    pub bare: bool,
}

#[derive(Clone, Debug)]
pub struct Image {
    pub destination: String,
    pub alt: String,
    pub span: Span,
}

#[derive(Clone, Debug)]
pub struct Note {
    pub label: String,
    /// The [`BlockKind::Note`] block.
    pub block: u32,
    pub span: Span,
    /// How often the text refers to it.
    pub references: u32,
}

/// A table or figure with a caption, which is counted and can be referred to.
#[derive(Clone, Debug)]
pub struct Float {
    pub kind: FloatKind,
    /// The [`BlockKind::Table`] or [`BlockKind::Figure`].
    pub block: u32,
    /// The [`BlockKind::Caption`].
    pub caption: u32,
    pub id: Option<Id>,
    pub span: Span,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum FloatKind {
    Table,
    Figure,
}

impl FloatKind {
    /// The name in class names and in the ids of Fluent messages.
    pub fn name(self) -> &'static str {
        if self == FloatKind::Table { "table" } else { "figure" }
    }
}

/// The language of a passage: any there is, known to the publication or not.
#[derive(Clone, Debug)]
pub struct Passage {
    /// A BCP 47 tag as CLDR writes it.
    pub tag: String,
    pub direction: Direction,
}

/// A heading and its blocks up to the next heading of any level; the first one is the chapter's opening and has no heading.
#[derive(Clone, Debug)]
pub struct Section {
    pub heading: Option<u32>,
    /// 2 to 6; 1 for the opening, whose title is the front matter's.
    pub level: u8,
    pub id: Option<Id>,
    /// The heading as plain text.
    pub title: Arc<str>,
    /// Its own blocks, without the heading.
    pub blocks: Range<u32>,
    pub span: Span,
    /// Whether its heading says that it is a procedure.
    pub procedure: bool,
    /// How its heading sorts it; the opening's are the front matter's.
    pub facets: Vec<Assignment>,
}

#[derive(Clone, Debug)]
pub struct Id {
    pub text: String,
    pub span: Span,
}

/// What a walk meets.
pub enum Visit<'d, T> {
    Enter(u32, &'d T),
    Leave(u32, &'d T),
}

/// Something with a subtree in an arena.
pub trait Node {
    fn end(&self) -> u32;
}
impl Node for Block {
    fn end(&self) -> u32 {
        self.end
    }
}
impl Node for Inline {
    fn end(&self) -> u32 {
        self.end
    }
}

/// Walks a range of an arena: each node is entered, then what is in it, then left.
pub fn walk<'d, T: Node>(nodes: &'d [T], range: Range<u32>, mut visit: impl FnMut(Visit<'d, T>)) {
    let mut open: Vec<u32> = Vec::new();
    let mut at = range.start;
    loop {
        while let Some(&top) = open.last()
            && nodes[top as usize].end() <= at
        {
            open.pop();
            visit(Visit::Leave(top, &nodes[top as usize]));
        }
        if at >= range.end {
            break;
        }
        let node = &nodes[at as usize];
        visit(Visit::Enter(at, node));
        at += 1;
        // What holds nothing, as most nodes do, is left at once.
        match node.end() > at {
            true => open.push(at - 1),
            false => visit(Visit::Leave(at - 1, node)),
        }
    }
}

impl Document {
    pub fn slice(&self, range: &TextRange) -> &str {
        &self.text[range.start as usize..range.end as usize]
    }

    /// The front matter's, empty where it has none.
    pub fn description(&self) -> &str {
        self.front.description.as_ref().map_or("", |description| &description.value)
    }

    pub fn place(&self, span: Span) -> Place {
        Place::new(&self.source, span)
    }

    /// The blocks directly in a range, without what is inside them and without the bodies of notes.
    pub fn children(&self, range: Range<u32>) -> impl Iterator<Item = (u32, &Block)> {
        let mut at = range.start;
        std::iter::from_fn(move || {
            while at < range.end {
                let index = at;
                let block = &self.blocks[index as usize];
                at = block.end;
                if !matches!(block.kind, BlockKind::Note { .. }) {
                    return Some((index, block));
                }
            }
            None
        })
    }

    /// Walks blocks as a reader meets them: the bodies of notes stand elsewhere, wherever they were written.
    pub fn flow<'d>(&'d self, range: Range<u32>, mut visit: impl FnMut(Visit<'d, Block>)) {
        let mut note = 0..0;
        walk(&self.blocks, range, |step| {
            let (Visit::Enter(at, block) | Visit::Leave(at, block)) = step;
            if note.contains(&at) {
                return;
            }
            match block.kind {
                BlockKind::Note { .. } => note = at..block.end,
                _ => visit(step),
            }
        });
    }

    /// The caption of a table or figure.
    pub fn caption(&self, block: u32) -> Option<u32> {
        let next = self.blocks[block as usize].end;
        let captioned = matches!(self.blocks[block as usize].kind, BlockKind::Table { .. } | BlockKind::Figure { .. });
        let is_caption = || matches!(self.blocks.get(next as usize)?.kind, BlockKind::Caption { .. }).then_some(next);
        if captioned { is_caption() } else { None }
    }

    /// The blocks inside one.
    pub fn inside(&self, block: u32) -> Range<u32> {
        block + 1..self.blocks[block as usize].end
    }

    /// The text of some inlines without markup; notes and filled-in links leave nothing.
    pub fn plain(&self, inlines: Range<u32>) -> String {
        let mut plain = String::new();
        for inline in &self.inlines[inlines.start as usize..inlines.end as usize] {
            match &inline.kind {
                InlineKind::Text(text) | InlineKind::Code(text) | InlineKind::Html(text) => plain.push_str(self.slice(text)),
                InlineKind::SoftBreak | InlineKind::HardBreak => plain.push(' '),
                _ => {}
            }
        }
        plain
    }
}
