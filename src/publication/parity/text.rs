//! Text: the words of some blocks as one string, with the way back to the source, and what else stands among them.
//!
//! Takes: a document and the inlines of its blocks. Gives: [`Text`]. Must not know languages.

use std::ops::Range;

use crate::diagnostics::Span;
use crate::documents::Document;
use crate::documents::arena::{BlockKind, InlineKind};

/// How words can be set off.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Setting {
    Emphasis,
    Strong,
    Strike,
    Code,
}

impl Setting {
    pub const ALL: [Setting; 4] = [Setting::Emphasis, Setting::Strong, Setting::Strike, Setting::Code];

    /// The name in messages.
    pub fn name(self) -> &'static str {
        match self {
            Setting::Emphasis => "emphasis",
            Setting::Strong => "strong",
            Setting::Strike => "strike",
            Setting::Code => "code",
        }
    }
}

/// Words that are set off. Those of another language often are in one version alone: they answer to some, and ask for none.
#[derive(Debug)]
pub struct Set {
    pub setting: Setting,
    pub span: Span,
    pub sure: bool,
}

#[derive(Debug, Default)]
pub struct Text {
    pub words: String,
    /// Where the parts of `words` begin, and the place of each in the source.
    parts: Vec<(usize, Span)>,
    /// What is in another language, or code.
    pub quiet: Vec<Range<usize>>,
    /// The links by their place in [`Document::links`], with those that are their own address.
    pub links: Vec<u32>,
    /// The citations by their place in [`Document::citations`].
    pub citations: Vec<u32>,
    /// The notes referred to, and where.
    pub notes: Vec<(u32, Span)>,
    pub settings: Vec<Set>,
}

impl Text {
    pub fn is_empty(&self) -> bool {
        self.words.is_empty() && self.links.is_empty() && self.citations.is_empty() && self.notes.is_empty()
    }

    /// The same with the text of these blocks, and with nothing else.
    pub fn gather(&mut self, document: &Document, blocks: &[u32]) {
        let Text { words, parts, quiet, links, citations, notes, settings } = self;
        words.clear();
        parts.clear();
        quiet.clear();
        links.clear();
        citations.clear();
        notes.clear();
        settings.clear();
        blocks.iter().for_each(|block| self.add(document, *block));
    }

    /// Adds the text of a block itself, without that of blocks within it.
    fn add(&mut self, document: &Document, block: u32) {
        let block = &document.blocks[block as usize];
        // Words are seldom longer than their markup; a block of blocks has none of its own.
        if !block.inlines.is_empty() {
            self.words.reserve(block.span.range().len());
        }
        if !self.words.is_empty() {
            self.words.push(' ');
        }
        let before = self.words.len();
        match &block.kind {
            BlockKind::Code { text, .. } => {
                self.push(document.slice(text), block.span);
                self.quiet.push(before..self.words.len());
            }
            BlockKind::Markup { words, .. } => self.push(document.slice(words), block.span),
            _ => {}
        }
        self.inlines(document, block.inlines.clone());
        if block.passage.is_some() {
            // Ranges follow each other, and none lies within another.
            self.quiet.retain(|range| range.start < before);
            self.quiet.push(before..self.words.len());
        }
    }

    fn push(&mut self, words: &str, span: Span) {
        self.parts.push((self.words.len(), span));
        self.words.push_str(words);
    }

    fn inlines(&mut self, document: &Document, range: Range<u32>) {
        // What is within a passage, and within a link that shows its own address, ends there.
        let (mut quiet_until, mut quiet_from, mut hidden_until) = (0, 0, 0);
        let inlines = &document.inlines;
        for at in range.clone() {
            let inline = &inlines[at as usize];
            if quiet_until > 0 && at >= quiet_until {
                self.quiet.push(quiet_from..self.words.len());
                quiet_until = 0;
            }
            let is_passage =
                |at: u32| inlines.get(at as usize).is_some_and(|next| matches!(next.kind, InlineKind::Passage(_)));
            let setting = match &inline.kind {
                _ if at < hidden_until => None,
                InlineKind::Text(text) | InlineKind::Html(text) => {
                    self.push(document.slice(text), inline.span);
                    None
                }
                InlineKind::Code(text) => {
                    let before = self.words.len();
                    self.push(document.slice(text), inline.span);
                    if quiet_until == 0 {
                        self.quiet.push(before..self.words.len());
                    }
                    Some(Setting::Code)
                }
                InlineKind::SoftBreak | InlineKind::HardBreak => {
                    self.words.push(' ');
                    None
                }
                InlineKind::Emphasis => Some(Setting::Emphasis),
                InlineKind::Strong => Some(Setting::Strong),
                InlineKind::Strike => Some(Setting::Strike),
                InlineKind::Passage(_) => {
                    if quiet_until == 0 {
                        (quiet_from, quiet_until) = (self.words.len(), inline.end);
                    }
                    None
                }
                InlineKind::Link(link) => {
                    self.links.push(*link);
                    if document.links[*link as usize].bare {
                        hidden_until = inline.end;
                    }
                    None
                }
                InlineKind::Citation(citation) => {
                    self.citations.push(*citation);
                    None
                }
                InlineKind::NoteRef { note, .. } => {
                    self.notes.push((*note, inline.span));
                    None
                }
                InlineKind::Tag(_) => None,
            };
            let sure = quiet_until == 0 && !is_passage(at + 1);
            self.settings.extend(setting.map(|setting| Set { setting, span: inline.span, sure }));
        }
        if quiet_until > 0 {
            self.quiet.push(quiet_from..self.words.len());
        }
    }

    /// Where a range of the words stands in the source: exactly, where the text is as it was written.
    pub fn span(&self, range: Range<usize>) -> Span {
        let start = self.place(range.start).unwrap_or_default();
        let end = self.place(range.end.saturating_sub(1)).map_or(start.end, |last| last.end);
        Span { start: start.start, end: end.max(start.start) }
    }

    /// The place of one byte, or of the part that holds it.
    fn place(&self, byte: usize) -> Option<Span> {
        let part = self.parts.partition_point(|(start, _)| *start <= byte).checked_sub(1)?;
        let (start, span) = self.parts[part];
        let end = self.parts.get(part + 1).map_or(self.words.len(), |(next, _)| *next);
        // A space stands between parts that are lines or blocks.
        let length = self.words[start..end].len();
        let written = span.range().len();
        let offset = byte - start;
        match written == length || (written + 1 == length && self.words[start..end].ends_with(' ')) {
            true => Some(Span::new(span.start as usize + offset, span.start as usize + offset + 1)),
            false => Some(span),
        }
    }
}
