//! Misreadings: Markdown that is read as something else than its author meant, without a word.
//!
//! Takes: the finished arena and the source it came from. Gives: a diagnostic where what is shown is not what was meant. It looks at
//! every block and inline once, and at the source only where a first byte gives a reason to. Must not know the text's language or
//! other files.

use std::sync::Arc;

use pulldown_cmark::RefDefs;

use super::lists::Siblings;
use super::{Builder, DEEPEST, Parsed};
use crate::characters;
use crate::diagnostics::{Code, Diagnostic, Place, Source, Span, first_of_each_kind};
use crate::documents::arena::{Block, BlockKind, InlineKind};

/// Entities of unfit characters that are reported in one file.
const MOST_ENTITIES: usize = 20;
/// How much of a citation is shown, in bytes.
const LONGEST_CITATION: usize = 60;

/// How far an address is looked at, in bytes.
const LONGEST_ADDRESS: usize = 2000;

/// The finished arena, and what was found to be misread.
pub(super) struct Look<'l> {
    pub source: &'l Arc<Source>,
    pub parsed: &'l Parsed,
    pub diagnostics: Vec<Diagnostic>,
}

/// Brackets that may have been meant for a link's text: where they open, and what they hold that a link's text cannot.
#[derive(Default)]
struct Brackets {
    opened: Option<usize>,
    holds: Option<&'static str>,
}

impl Builder<'_> {
    /// To be asked when all notes are known: what they span is sorted by then.
    pub(super) fn misreadings(&mut self) {
        let mut look = Look { source: self.source, parsed: &self.parsed, diagnostics: Vec::new() };
        look.headings();
        look.blocks();
        look.limits();
        let found = first_of_each_kind(look.diagnostics);
        self.diagnostics.extend(found);
        self.entities();
    }

    /// `[@key]: …` at the head of a line is the address of links written `[@key]`, and leaves nothing where it stands.
    pub(super) fn citations_as_definitions(&mut self, definitions: &RefDefs<'_>) {
        for (_, definition) in definitions.iter() {
            let start = definition.span.start + self.body;
            if let Some(citation) = citation(&self.source.text, start) {
                let span = Span::new(start, start + citation.len());
                let diagnostic = self.report(Code::MisreadCitation, span).with("citation", citation);
                self.diagnostics.push(diagnostic.with("problem", "definition").hint("hint-definition"));
            }
        }
    }

    /// `&#1;` puts into the text what the source must not hold.
    fn entities(&mut self) {
        let text = &self.source.text;
        // Searching for one text is much quicker than going through all its places, and most files have none.
        if !text[self.body..].contains("&#") {
            return;
        }
        let mut found = Vec::new();
        for (at, _) in text[self.body..].match_indices("&#") {
            let at = at + self.body;
            let Some(length) = text[at..].bytes().take(12).position(|byte| byte == b';') else { continue };
            let number = &text[at + 2..at + length];
            let code = match number.strip_prefix(['x', 'X']) {
                Some(digits) => u32::from_str_radix(digits, 16).ok(),
                None => number.parse().ok(),
            };
            let Some(character) = code.filter(|code| *code != 0).and_then(char::from_u32) else { continue };
            let place = Place::new(self.source, Span::new(at, at + length + 1));
            found.extend(characters::escaped(character, place).filter(|_| !self.is_spoken_for(at)));
            if found.len() == MOST_ENTITIES {
                break;
            }
        }
        self.diagnostics.extend(found);
    }
}

/// `[@key]` and the like at a place of the text, with its closing bracket if that is near.
fn citation(text: &str, at: usize) -> Option<&str> {
    let rest = text.get(at..)?;
    let key = rest.strip_prefix("[@").or_else(|| rest.strip_prefix("[-@"))?;
    if !key.starts_with(char::is_alphanumeric) {
        return None;
    }
    let shown = &rest[..rest.floor_char_boundary(LONGEST_CITATION)];
    let end = shown.find(']').map(|end| end + 1).or_else(|| shown.find('\n'));
    Some(&shown[..end.unwrap_or(shown.len())])
}

impl Look<'_> {
    pub(super) fn report(&self, code: Code, start: usize, end: usize) -> Diagnostic {
        Diagnostic::new(code, Place::new(self.source, Span::new(start, end)))
    }

    pub(super) fn written(&self, block: &Block) -> &str {
        self.source.text.get(block.span.range()).unwrap_or_default()
    }

    /// The rest of the line that begins or goes on at a place.
    pub(super) fn line(&self, start: usize) -> &str {
        let rest = self.source.text.get(start..).unwrap_or_default();
        let end = rest.bytes().position(|byte| matches!(byte, b'\n' | b'\r'));
        &rest[..end.unwrap_or(rest.len())]
    }

    fn headings(&mut self) {
        let images = &self.parsed.images;
        for section in self.parsed.sections.iter().filter(|section| section.title.trim().is_empty()) {
            // An image is no text either, and is reported as what it is.
            let image = images.get(images.partition_point(|image| image.span.start < section.span.start));
            if image.is_some_and(|image| image.span.end <= section.span.end) {
                continue;
            }
            let place = Place::new(self.source, section.span);
            let marks = "#".repeat(usize::from(section.level));
            self.diagnostics.push(Diagnostic::new(Code::EmptyHeading, place).with("marks", marks));
        }
    }

    fn blocks(&mut self) {
        let parsed = self.parsed;
        let mut siblings = Siblings::default();
        // Of a container of colons the first line is reported, not the one that closes it.
        let mut container = false;
        for (at, block) in (0u32..).zip(&parsed.blocks) {
            siblings.enter(at, block);
            match &block.kind {
                BlockKind::Code { text, .. } => {
                    let text = &parsed.text[text.start as usize..text.end as usize];
                    self.fence(block, text);
                }
                BlockKind::Html { .. } => self.html(block),
                BlockKind::Table { columns } => self.table(at, columns.len()),
                BlockKind::List { start } => self.list(at, *start, siblings.end()),
                BlockKind::Paragraph | BlockKind::Plain => self.table_without_hyphens(block),
                _ => {}
            }
            if !block.inlines.is_empty() {
                self.inlines(block, &mut container);
            }
        }
    }

    fn inlines(&mut self, block: &Block, container: &mut bool) {
        let parsed = self.parsed;
        let bytes = self.source.text.as_bytes();
        let mut after_break = false;
        let mut brackets = Brackets::default();
        for inline in &parsed.inlines[block.inlines.start as usize..block.inlines.end as usize] {
            let start = inline.span.start as usize;
            let first = bytes.get(start).copied().unwrap_or_default();
            match (&inline.kind, first) {
                (InlineKind::HardBreak, b' ' | b'\t') => self.spaces(start),
                (InlineKind::Link(_), b'[') => self.citation_as_link(start, inline.span.end as usize),
                (InlineKind::Text(_), b'<') => self.comment_in_line(start),
                (InlineKind::Text(_), b':') => self.colons(start, container),
                _ => {}
            }
            if after_break && matches!(first, b'|' | b'-' | b':') {
                self.row_of_hyphens(block, start);
            }
            if after_break && block.kind == BlockKind::Term && !self.written(block).starts_with(':') {
                let diagnostic = self.report(Code::MergedTerms, block.span.start as usize, block.span.end as usize);
                self.diagnostics.push(diagnostic);
            }
            self.brackets(&mut brackets, &inline.kind, start);
            after_break = inline.kind == InlineKind::SoftBreak;
        }
    }

    /// `[words[^1]](page.md)`: what holds brackets of another kind is no link.
    fn brackets(&mut self, brackets: &mut Brackets, kind: &InlineKind, start: usize) {
        let text = self.source.text.as_bytes();
        match kind {
            InlineKind::NoteRef { .. } => brackets.holds = Some("note"),
            InlineKind::Passage(_) => brackets.holds = Some("language"),
            InlineKind::Text(_) if text[start..].starts_with(b"[") && !self.is_escaped(start) => {
                *brackets = Brackets { opened: Some(start), holds: None };
            }
            InlineKind::Text(_) if text[start..].starts_with(b"](") => {
                let near = || text[start..].iter().take(LONGEST_ADDRESS).position(|byte| matches!(byte, b')' | b'\n'));
                if let (Some(opened), Some(holds)) = (brackets.opened, brackets.holds)
                    && let Some(closing) = near().filter(|end| text[start + end] == b')')
                {
                    let diagnostic = self.report(Code::LostLink, opened, start + closing + 1).with("holds", holds);
                    self.diagnostics.push(diagnostic.hint(if holds == "note" { "hint-note" } else { "hint-language" }));
                }
                *brackets = Brackets::default();
            }
            InlineKind::Text(_) if text[start..].starts_with(b"]") => *brackets = Brackets::default(),
            _ => {}
        }
    }

    fn spaces(&mut self, start: usize) {
        let spaces = self.line(start).len();
        let diagnostic = self.report(Code::SpacesAtLineEnd, start, start + spaces);
        self.diagnostics.push(diagnostic);
    }

    fn is_escaped(&self, at: usize) -> bool {
        at > 0 && self.source.text.as_bytes()[at - 1] == b'\\'
    }

    /// `[@key](…)`; where brackets or nothing follow, the definition is what was misread.
    fn citation_as_link(&mut self, start: usize, end: usize) {
        let Some(citation) = citation(&self.source.text, start) else { return };
        if self.source.text[..end].ends_with(')') {
            let diagnostic = self.report(Code::MisreadCitation, start, end).with("citation", citation);
            self.diagnostics.push(diagnostic.with("problem", "link"));
        }
    }

    /// `text <!-- words`, and an empty line before the comment's end.
    fn comment_in_line(&mut self, start: usize) {
        if self.source.text[start..].starts_with("<!--") && !self.is_escaped(start) {
            let diagnostic = self.report(Code::UnclosedHtml, start, start + 4).with("opening", "<!--");
            self.diagnostics.push(diagnostic.with("headings", 0usize).hint("hint-line"));
        }
    }

    /// `::: note` at the head of a line, or what is left of it where its first colon made a definition.
    fn colons(&mut self, start: usize, open: &mut bool) {
        // Nothing but what opens quotations and definitions may stand before it; a line without end is not gone through for each.
        let before = self.source.text.as_bytes()[..start].iter().rev().take(DEEPEST);
        let head = start - before.clone().take_while(|byte| **byte == b':').count();
        let other = before.skip_while(|byte| **byte == b':').find(|byte| !matches!(byte, b' ' | b'\t' | b'>'));
        if other != Some(&b'\n') {
            return;
        }
        let written = self.line(head).trim_end();
        if !written.starts_with(":::") {
            return;
        }
        let closes = written.bytes().all(|byte| byte == b':');
        if !(closes && *open) {
            let diagnostic = self.report(Code::UnknownContainer, head, head + written.len());
            self.diagnostics.push(diagnostic);
        }
        *open = !closes;
    }
}
