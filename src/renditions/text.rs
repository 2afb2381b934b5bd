//! Plain text: what a reader would read aloud.
//!
//! Takes: a section of a document of the publication. Gives: its words without markup — numbers and bullets of lists, cells between
//! bars, alternative texts in brackets, notes after the text. Pages describe themselves with it to search engines. Must not know
//! what a page looks like.

use std::ops::Range;

use crate::documents::Document;
use crate::documents::arena::{Block, BlockKind, InlineKind, Visit, walk};
use crate::publication::{Float, Publication, Target};

/// The longest description in characters: more than this no list of search results shows.
const LONGEST_DESCRIPTION: usize = 160;

/// A section: its heading, its blocks, and the notes they refer to.
pub fn section(publication: &Publication, index: usize, section: usize) -> String {
    let document = &publication.documents[index];
    let section = &document.sections[section];
    let mut writer = Writer::new(publication, index);
    if let Some(heading) = section.heading {
        let heading = &document.blocks[heading as usize];
        writer.paragraph(heading);
        writer.gap = Some(0);
    }
    writer.blocks(section.blocks.clone());
    writer.notes();
    writer.text
}

/// What a page without a description says of itself: its first paragraph, cut between words.
pub fn description(publication: &Publication, index: usize) -> String {
    let document = &publication.documents[index];
    let mut paragraphs = document.sections.iter().flat_map(|section| document.children(section.blocks.clone()));
    let Some((_, first)) = paragraphs.find(|(_, block)| block.kind == BlockKind::Paragraph) else { return String::new() };
    let mut writer = Writer::new(publication, index);
    writer.with_notes = false;
    let text = writer.inlines(first.inlines.clone());
    shortened(&text.split_whitespace().collect::<Vec<_>>().join(" "))
}

/// Cut after the last word that leaves room for the three dots.
fn shortened(text: &str) -> String {
    let Some((end, _)) = text.char_indices().nth(LONGEST_DESCRIPTION) else { return text.to_owned() };
    let last = text[..end].char_indices().next_back().map_or(0, |(at, _)| at);
    let cut = text[..end].rfind(char::is_whitespace).unwrap_or(last);
    let kept = text[..cut].trim_end_matches(|character: char| !character.is_alphanumeric() && !is_closing(character));
    format!("{kept}…")
}

/// What may stand before the three dots besides a letter or a digit.
fn is_closing(character: char) -> bool {
    matches!(character, ')' | ']' | '”' | '’' | '»' | '"' | '\'' | '%')
}

struct Writer<'p> {
    publication: &'p Publication,
    index: usize,
    document: &'p Document,
    text: String,
    margins: Vec<Margin>,
    /// The lists, quotations and meanings that are open.
    open: Vec<Container>,
    cells: Vec<String>,
    /// Whether an empty line comes before the next one, and how many margins it has.
    gap: Option<usize>,
    with_notes: bool,
    /// In the order in which they were met, and whether a note was.
    met: Vec<u32>,
    is_met: Vec<bool>,
}

/// What stands before each line of something: on its first line once, on the others after that.
struct Margin {
    first: Option<String>,
    others: String,
}

struct Container {
    /// The next item's number.
    number: Option<u64>,
    /// No empty lines between what is in it.
    tight: bool,
}

impl Container {
    const LOOSE: Container = Container { number: None, tight: false };
}

impl<'p> Writer<'p> {
    fn new(publication: &'p Publication, index: usize) -> Self {
        let document = &publication.documents[index];
        Writer {
            publication,
            index,
            document,
            text: String::new(),
            margins: Vec::new(),
            open: Vec::new(),
            cells: Vec::new(),
            gap: None,
            with_notes: true,
            met: Vec::new(),
            is_met: vec![false; document.notes.len()],
        }
    }

    fn blocks(&mut self, range: Range<u32>) {
        let document = self.document;
        document.flow(range, |visit| match visit {
            Visit::Enter(at, block) => self.open(at, block),
            Visit::Leave(_, block) => self.close(&block.kind),
        });
    }

    fn open(&mut self, at: u32, block: &Block) {
        match &block.kind {
            BlockKind::Paragraph | BlockKind::Plain | BlockKind::Heading { .. } | BlockKind::Term => self.paragraph(block),
            BlockKind::List { start } => {
                let inside = self.document.inside(at);
                let items = self.document.children(inside);
                let mut paragraphs = items.flat_map(|(item, _)| self.document.children(self.document.inside(item)));
                let tight = !paragraphs.any(|(_, block)| block.kind == BlockKind::Paragraph);
                self.open.push(Container { number: *start, tight });
            }
            BlockKind::Item { task } => {
                let marker = match self.open.last_mut().and_then(|list| list.number.as_mut()) {
                    Some(number) => {
                        *number = number.saturating_add(1);
                        format!("{}. ", *number - 1)
                    }
                    None => "• ".to_owned(),
                };
                self.indent(&marker);
                if let (Some(done), Some(margin)) = (task, self.margins.last_mut()) {
                    let label = if *done { "task-done" } else { "task-open" };
                    let label = self.publication.messages.text(self.document.language, label, &[]);
                    margin.first = Some(format!("{marker}[{label}] "));
                }
            }
            BlockKind::Quote => {
                self.margins.push(Margin { first: None, others: "> ".to_owned() });
                self.open.push(Container::LOOSE);
            }
            BlockKind::Alert(alert) => {
                let title = self.message(&format!("alert-{}", alert.name()));
                self.lines(&title);
                self.open.push(Container::LOOSE);
            }
            BlockKind::Code { text, .. } | BlockKind::Html { text } => {
                self.lines(self.document.slice(text).trim_end_matches('\n'));
            }
            // Of an element without words nothing is left.
            BlockKind::Markup { words, .. } => match self.document.slice(words).trim() {
                "" => {}
                words => self.lines(words),
            },
            BlockKind::TableCell { .. } => {
                let cell = self.inlines(block.inlines.clone());
                self.cells.push(cell);
            }
            BlockKind::Figure { image } => {
                let alt = &self.document.images[*image as usize].alt;
                self.lines(&format!("[{alt}]"));
            }
            BlockKind::Description => {
                // A meaning follows its term at once.
                self.gap = None;
                self.margins.push(Margin { first: None, others: "  ".to_owned() });
                self.open.push(Container::LOOSE);
            }
            BlockKind::Caption { float } => {
                let number = self.publication.float_numbers[self.index][*float as usize];
                let kind = self.document.floats[*float as usize].kind;
                let name = self.publication.float_name(kind, number, self.document.language);
                let caption = self.inlines(block.inlines.clone());
                self.lines(&format!("{name}. {caption}"));
            }
            BlockKind::Rule => self.lines("* * *"),
            BlockKind::Table { .. }
            | BlockKind::TableHead
            | BlockKind::TableRow
            | BlockKind::DefinitionList
            | BlockKind::Note { .. } => {}
        }
    }

    fn close(&mut self, kind: &BlockKind) {
        match kind {
            BlockKind::Item { .. } => {
                // An empty item still counts.
                if self.margins.last().is_some_and(|margin| margin.first.is_some()) {
                    self.lines("");
                }
                self.margins.pop();
            }
            BlockKind::List { .. } | BlockKind::Alert(_) => drop(self.open.pop()),
            BlockKind::Quote | BlockKind::Description => {
                self.open.pop();
                self.margins.pop();
            }
            BlockKind::TableHead | BlockKind::TableRow => {
                let cells = std::mem::take(&mut self.cells);
                return self.lines(&cells.join(" | "));
            }
            BlockKind::TableCell { .. } | BlockKind::Term => return,
            _ => {}
        }
        let tight = self.open.last().is_some_and(|container| container.tight);
        self.gap = if tight { None } else { Some(self.margins.len()) };
    }

    /// The bodies of the notes met, which may refer to others.
    fn notes(&mut self) {
        let mut next = 0;
        while let Some(number) = self.met.get(next).copied() {
            next += 1;
            let block = self.document.notes[number as usize].block;
            if block != u32::MAX {
                self.gap = Some(0);
                self.indent(&format!("[{}] ", number + 1));
                self.blocks(self.document.inside(block));
                self.close(&BlockKind::Item { task: None });
            }
        }
    }

    fn indent(&mut self, marker: &str) {
        let others = " ".repeat(marker.chars().count());
        self.margins.push(Margin { first: Some(marker.to_owned()), others });
    }

    fn paragraph(&mut self, block: &Block) {
        let text = self.inlines(block.inlines.clone());
        self.lines(&text);
    }

    fn lines(&mut self, text: &str) {
        if let Some(margins) = self.gap.take()
            && !self.text.is_empty()
        {
            self.margins.iter().take(margins).for_each(|margin| self.text.push_str(&margin.others));
            self.end_line();
        }
        for line in text.split('\n') {
            for margin in &mut self.margins {
                match margin.first.take() {
                    Some(marker) => self.text.push_str(&marker),
                    None => self.text.push_str(&margin.others),
                }
            }
            self.text.push_str(line);
            self.end_line();
        }
    }

    fn end_line(&mut self) {
        let written = self.text.trim_end_matches(' ').len();
        self.text.truncate(written);
        self.text.push('\n');
    }

    fn inlines(&mut self, range: Range<u32>) -> String {
        let document = self.document;
        let mut text = String::new();
        walk(&document.inlines, range, |visit| {
            let Visit::Enter(_, inline) = visit else { return };
            match &inline.kind {
                InlineKind::Text(own) | InlineKind::Code(own) | InlineKind::Html(own) => text.push_str(document.slice(own)),
                InlineKind::SoftBreak => text.push(' '),
                InlineKind::HardBreak => text.push('\n'),
                InlineKind::Tag(tag) if document.slice(tag) == "<br>" => text.push('\n'),
                InlineKind::Link(link) if document.links[*link as usize].filled_in => {
                    text.push_str(&self.filled_in(*link));
                }
                InlineKind::Citation(citation) => {
                    let runs = self.publication.citations[self.index].citations.get(*citation as usize);
                    text.extend(runs.into_iter().flatten().map(|run| run.text.as_str()));
                }
                InlineKind::NoteRef { note, .. } if self.with_notes => {
                    if !std::mem::replace(&mut self.is_met[*note as usize], true) {
                        self.met.push(*note);
                    }
                    text.push_str(&format!("[{}]", note + 1));
                }
                InlineKind::NoteRef { .. }
                | InlineKind::Link(_)
                | InlineKind::Tag(_)
                | InlineKind::Passage(_)
                | InlineKind::Emphasis
                | InlineKind::Strong
                | InlineKind::Strike => {}
            }
        });
        text
    }

    /// The words that a link takes from its target.
    fn filled_in(&self, link: u32) -> String {
        match &self.publication.targets[self.index][link as usize] {
            Target::Section(key) => self.publication.reference(*key, self.document.language),
            Target::Float(key) => {
                let float = self.publication.float(*key);
                let name = |float: &Float| self.publication.float_name(float.kind, float.number, self.document.language);
                float.map(|(_, float)| name(float)).unwrap_or_default()
            }
            Target::Gone(gone) => gone.shown[self.document.language].clone(),
            Target::External(_) | Target::Nowhere => String::new(),
        }
    }

    fn message(&self, key: &str) -> String {
        self.publication.messages.text(self.document.language, key, &[])
    }
}
