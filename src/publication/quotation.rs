//! Quotation marks that are not those of the text's language.
//!
//! Takes: the documents, and the texts of YAML files, `book.toml` and bibliographies. Gives: a hint for straight marks where nothing converts them, and
//! for typed marks of another language or of the wrong level. Apostrophes, and the single marks that look like them, are never
//! reported: which of the two one is takes a reader. Must not know how marks are converted.

use super::glyphs::Labels;
use crate::diagnostics::{Code, Diagnostic, Place, Span};
use crate::documents::Document;
use crate::documents::arena::{Inline, InlineKind};
use crate::locale::{Language, QuotationMarks};
use crate::record::Spanned;

/// The marks that are looked at.
const MARKS: [char; 12] = ['“', '”', '„', '‟', '«', '»', '‹', '›', '「', '」', '『', '』'];

/// Whether a text holds any of [`MARKS`]. Nearly every text is looked at whole: no branch depends on a byte, so that the compiler takes
/// many at a time.
fn has_marks(text: &str) -> bool {
    let of_mark = |first: u8, second: u8, third: u8| {
        let guillemets = (first == 0xc2) & ((second == 0xab) | (second == 0xbb));
        let curved = (first == 0xe2) & matches!(third, 0x9c..=0x9f | 0xb9 | 0xba);
        let corners = (first == 0xe3) & matches!(third, 0x8c..=0x8f);
        guillemets | ((second == 0x80) & (curved | corners))
    };
    let bytes = text.as_bytes();
    let (seconds, thirds) = (bytes.get(1..).unwrap_or_default(), bytes.get(2..).unwrap_or_default());
    let triples = bytes.iter().zip(seconds).zip(thirds);
    triples.fold(false, |found, ((first, second), third)| found | of_mark(*first, *second, *third))
}

/// Whether a source holds marks that may be out of place: others than the language's outer ones.
fn has_others(source: &str, marks: QuotationMarks) -> bool {
    let outer = |mark: char| marks.open.starts_with(mark) || marks.close.starts_with(mark);
    has_marks(source) && MARKS.into_iter().any(|mark| !outer(mark) && source.contains(mark))
}

pub fn in_document(document: &Document, language: &Language) -> Vec<Diagnostic> {
    let mut diagnostics = Vec::new();
    let source = &document.source;
    let mut texts = vec![&document.front.title];
    texts.extend(&document.front.description);
    for text in texts {
        diagnostics.extend(in_text(text, language, |span| Place::new(source, span)));
    }
    let Some(known) = language.known_marks().filter(|marks| has_others(&source.text, *marks)) else { return diagnostics };
    let mut at = 0;
    while at < document.blocks.len() {
        let block = &document.blocks[at];
        // What is in another language has that language's marks.
        if block.passage.is_some() {
            at = (block.end as usize).max(at + 1);
            continue;
        }
        in_block(document, block.inlines.start as usize..block.inlines.end as usize, known, language, &mut diagnostics);
        at += 1;
    }
    for image in &document.images {
        let mut reading = Reading::new(known);
        for mark in image.alt.chars().filter_map(|mark| reading.mark(mark, false)) {
            diagnostics.push(mark.reported(document.place(image.span), language, "hint-straight"));
        }
    }
    diagnostics
}

fn in_block(
    document: &Document,
    inlines: std::ops::Range<usize>,
    marks: QuotationMarks,
    language: &Language,
    diagnostics: &mut Vec<Diagnostic>,
) {
    let mut reading = Reading::new(marks);
    let mut at = inlines.start;
    while at < inlines.end {
        let inline = &document.inlines[at];
        if let InlineKind::Passage(_) = inline.kind {
            at = (inline.end as usize).max(at + 1);
            continue;
        }
        at += 1;
        let InlineKind::Text(text) = &inline.kind else { continue };
        let text = document.slice(text);
        if text.is_ascii() {
            continue;
        }
        let written = document.source.text.get(inline.span.range()).unwrap_or_default();
        let converted = matches!(written, "\"" | "'");
        for (offset, mark) in text.char_indices() {
            if let Some(mark) = reading.mark(mark, converted) {
                diagnostics.push(mark.reported(
                    place(document, inline, written, offset, mark.mark),
                    language,
                    "hint-straight",
                ));
            }
        }
    }
}

/// The mark itself where the text is as it was written, the whole text otherwise.
fn place(document: &Document, inline: &Inline, written: &str, offset: usize, mark: char) -> Place {
    let start = inline.span.start as usize + offset;
    let there = written.get(offset..).is_some_and(|rest| rest.starts_with(mark));
    document.place(if there { Span::new(start, start + mark.len_utf8()) } else { inline.span })
}

/// The texts of `book.toml` and of YAML files.
pub fn in_labels(labels: &Labels, languages: &[Language]) -> Vec<Diagnostic> {
    let mut diagnostics = Vec::new();
    for (source, texts) in labels {
        for (tag, text) in texts.iter().flat_map(|texts| &texts.entries) {
            if let Some(language) = languages.iter().find(|language| language.tag == tag.text) {
                diagnostics.extend(in_text(text, language, |span| Place::new(source, span)));
            }
        }
    }
    diagnostics
}

/// Straight marks in a text that is shown as it is typed.
pub(super) fn straight(text: &Spanned<String>, marks: QuotationMarks, place: impl Fn(Span) -> Place) -> Option<Diagnostic> {
    let diagnostic = || Diagnostic::new(Code::StraightQuotationMarks, place(text.span));
    text.value.contains('"').then(|| diagnostic().with("open", marks.open).with("close", marks.close))
}

/// A text that is shown as it is typed.
pub(super) fn in_text(text: &Spanned<String>, language: &Language, place: impl Fn(Span) -> Place) -> Vec<Diagnostic> {
    let mut diagnostics: Vec<Diagnostic> = straight(text, language.marks(), &place).into_iter().collect();
    if let Some(marks) = language.known_marks().filter(|_| !text.value.is_ascii()) {
        let mut reading = Reading::new(marks);
        let found = text.value.chars().filter_map(|mark| reading.mark(mark, false));
        diagnostics.extend(found.map(|mark| mark.reported(place(text.span), language, "hint")));
    }
    diagnostics
}

/// How far the reading of a paragraph has come.
struct Reading {
    marks: QuotationMarks,
    /// How many outer quotations are open.
    depth: usize,
    /// A mark that was reported and not closed yet: its pair is not reported again.
    open: Option<char>,
}

/// A mark that does not belong where it is.
struct Misplaced {
    mark: char,
    problem: &'static str,
    marks: QuotationMarks,
}

impl Misplaced {
    fn reported(&self, place: Place, language: &Language, hint: &'static str) -> Diagnostic {
        let diagnostic = Diagnostic::new(Code::ForeignQuotationMarks, place).with("mark", self.mark.to_string());
        let diagnostic = diagnostic.with("problem", self.problem).with("language", language.name.as_str());
        diagnostic.with("open", self.marks.open).with("close", self.marks.close).hint(hint)
    }
}

impl Reading {
    fn new(marks: QuotationMarks) -> Self {
        Reading { marks, depth: 0, open: None }
    }

    /// Reads a character; `converted` ones were straight in the source.
    fn mark(&mut self, mark: char, converted: bool) -> Option<Misplaced> {
        if !MARKS.contains(&mark) {
            return None;
        }
        if self.open.is_some_and(|open| closes(open, mark)) {
            self.open = None;
            return None;
        }
        let is = |own: &str| own.starts_with(mark);
        let marks = self.marks;
        match () {
            () if is(marks.open) && is(marks.close) => self.depth = 1 - self.depth.min(1),
            () if is(marks.open) => self.depth += 1,
            () if is(marks.close) => self.depth = self.depth.saturating_sub(1),
            () if converted => {}
            () if is(marks.open_inner) || is(marks.close_inner) => {
                if self.depth == 0 {
                    return Some(self.misplaced(mark, "inner"));
                }
            }
            () => return Some(self.misplaced(mark, "foreign")),
        }
        None
    }

    fn misplaced(&mut self, mark: char, problem: &'static str) -> Misplaced {
        self.open = Some(mark);
        Misplaced { mark, problem, marks: self.marks }
    }
}

/// Whether a mark is the second of a pair in any language.
fn closes(open: char, mark: char) -> bool {
    match open {
        '“' => mark == '”',
        '”' => matches!(mark, '”' | '“'),
        '„' | '‟' => matches!(mark, '“' | '”'),
        '«' => mark == '»',
        '»' => matches!(mark, '«' | '»'),
        '‹' => mark == '›',
        '›' => matches!(mark, '‹' | '›'),
        '「' => mark == '」',
        '『' => mark == '』',
        _ => false,
    }
}
