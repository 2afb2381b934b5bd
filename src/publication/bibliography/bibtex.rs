//! BibTeX as it is typed.
//!
//! Takes: a file. Gives: its entries with `@string` filled in, and a diagnostic for what cannot be read; what can be is, so that one slip
//! does not hide the others. Must not know what the fields mean.
//!
//! `biblatex` reads whole files or nothing, resolves strings by recursion without an end, and joins the parts of a field in quadratic
//! time. So strings are filled in here, each before it is used as BibTeX has it, and nothing longer than [`LONGEST`] goes further.

use std::collections::HashMap;
use std::ops::Range;
use std::sync::Arc;

use biblatex::{Field, Pair, ParseErrorKind, RawBibliography, RawChunk, RawEntry, Spanned, Token};

use crate::diagnostics::{Code, Diagnostic, Place, Source, Span};

/// Bytes of a field or a string; a list of a hundred authors is half as long.
const LONGEST: usize = 4_000;
/// Braces within braces; the library calls itself for each.
const DEEPEST: usize = 32;
/// What no list of references shows, and what would lead the library from entry to entry.
const UNUSED: [&str; 14] = [
    "abstract",
    "annote",
    "annotation",
    "entryset",
    "execute",
    "file",
    "ids",
    "keywords",
    "mendeley-tags",
    "options",
    "related",
    "review",
    "timestamp",
    "xdata",
];
/// The months that BibTeX's own styles define.
const MONTHS: [&str; 12] = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/// More than any book cites.
const ENTRIES: usize = 5_000;

pub(super) struct Typed<'s> {
    /// Each with whether it could be filled in.
    pub entries: Vec<(Spanned<RawEntry<'s>>, bool)>,
    /// Whether all of the file could be read.
    pub sound: bool,
}

pub(super) fn read(source: &Arc<Source>) -> (Typed<'_>, Vec<Diagnostic>) {
    let mut diagnostics = Vec::new();
    let whole = RawBibliography::parse(&source.text);
    let sound = whole.is_ok();
    let (entries, strings) = match whole {
        Ok(raw) => (raw.entries, raw.abbreviations),
        Err(error) => {
            let found = pieces(source, &mut diagnostics);
            if diagnostics.is_empty() {
                diagnostics.push(malformed(source, error.span, &error.kind));
            }
            found
        }
    };
    let mut filled = Filler { source, strings: HashMap::new(), diagnostics };
    strings.iter().for_each(|string| filled.define(string));
    if let Some(beyond) = entries.get(ENTRIES) {
        let place = filled.place(&beyond.v.key.span);
        let diagnostic = Diagnostic::new(Code::TooMany, place).with("what", "entries").with("limit", ENTRIES);
        filled.diagnostics.push(diagnostic);
    }
    let sound = sound && entries.len() <= ENTRIES;
    let entries = entries.into_iter().take(ENTRIES).map(|entry| filled.entry(entry)).collect();
    (Typed { entries, sound }, filled.diagnostics)
}

/// The entries of a file that is not BibTeX as a whole, each read by itself: one begins where a line begins with `@`.
fn pieces<'s>(source: &'s Arc<Source>, diagnostics: &mut Vec<Diagnostic>) -> (Vec<Spanned<RawEntry<'s>>>, Vec<Pair<'s>>) {
    let text: &str = &source.text;
    let mut starts: Vec<usize> = text.match_indices("\n@").map(|(at, _)| at + 1).collect();
    if text.starts_with('@') {
        starts.insert(0, 0);
    }
    let ends = starts.iter().skip(1).copied().chain([text.len()]);
    let (mut entries, mut strings) = (Vec::new(), Vec::new());
    for (start, end) in starts.iter().copied().zip(ends) {
        match RawBibliography::parse(&text[start..end]) {
            Ok(raw) => {
                entries.extend(raw.entries.into_iter().map(|entry| moved_entry(entry, start)));
                strings.extend(raw.abbreviations.into_iter().map(|pair| moved_pair(pair, start)));
            }
            Err(error) => {
                // What has no end is best shown where it begins.
                let endless = error.kind == ParseErrorKind::UnexpectedEof || start + error.span.start >= end;
                let line = start..start + text[start..end].find('\n').unwrap_or(end - start);
                diagnostics.push(match endless {
                    true => malformed(source, line, &ParseErrorKind::UnexpectedEof),
                    false => malformed(source, moved(error.span, start), &error.kind),
                });
            }
        }
    }
    (entries, strings)
}

fn moved(span: Range<usize>, by: usize) -> Range<usize> {
    span.start + by..span.end + by
}

fn moved_entry(mut entry: Spanned<RawEntry<'_>>, by: usize) -> Spanned<RawEntry<'_>> {
    entry.span = moved(entry.span, by);
    entry.v.key.span = moved(entry.v.key.span, by);
    entry.v.kind.span = moved(entry.v.kind.span, by);
    entry.v.fields = entry.v.fields.into_iter().map(|field| moved_pair(field, by)).collect();
    entry
}

fn moved_pair(mut pair: Pair<'_>, by: usize) -> Pair<'_> {
    pair.key.span = moved(pair.key.span, by);
    pair.value.span = moved(pair.value.span, by);
    pair.value.v.iter_mut().for_each(|chunk| chunk.span = moved(chunk.span.clone(), by));
    pair
}

pub(super) fn malformed(source: &Arc<Source>, span: Range<usize>, kind: &ParseErrorKind) -> Diagnostic {
    let length = source.text.len();
    let place = Place::new(source, Span::new(span.start.min(length), span.end.min(length)));
    let diagnostic = Diagnostic::new(Code::MalformedBibliography, place);
    match kind {
        ParseErrorKind::UnexpectedEof => diagnostic.with("problem", "end").hint("hint-end"),
        ParseErrorKind::Expected(Token::Identifier) => diagnostic.with("problem", "name"),
        ParseErrorKind::Expected(token) => diagnostic.with("problem", "expected").with("token", sign(token)),
        ParseErrorKind::Unexpected(token) => diagnostic.with("problem", "unexpected").with("token", sign(token)),
        _ => diagnostic.with("problem", "value").with("detail", kind.to_string()).hint("hint-value"),
    }
}

fn sign(token: &Token) -> &'static str {
    match token {
        Token::Identifier => "@",
        Token::OpeningBrace => "{",
        Token::ClosingBrace => "}",
        Token::Comma => ",",
        Token::QuotationMark => "\"",
        Token::Equals => "=",
        Token::DecimalPoint => ".",
    }
}

/// Fills in what `@string` has given names.
struct Filler<'s> {
    source: &'s Arc<Source>,
    /// By name in small letters, as BibTeX compares them: what each stands for, and where it was defined.
    strings: HashMap<String, (Field<'s>, Place)>,
    diagnostics: Vec<Diagnostic>,
}

impl<'s> Filler<'s> {
    fn place(&self, span: &Range<usize>) -> Place {
        Place::new(self.source, Span::new(span.start, span.end))
    }

    fn define(&mut self, pair: &Pair<'s>) {
        let (name, place) = (pair.key.v.to_lowercase(), self.place(&pair.key.span));
        if let Some((_, first)) = self.strings.get(&name) {
            let diagnostic = Diagnostic::new(Code::DuplicateReference, place).with("key", pair.key.v);
            self.diagnostics.push(diagnostic.related(first.clone()).hint("hint-string"));
            return;
        }
        let field = self.field(&pair.value);
        self.strings.insert(name, (field, place));
    }

    /// A field with nothing but text in it; empty where it is too long or too deep.
    fn field(&mut self, field: &Spanned<Field<'s>>) -> Field<'s> {
        let mut filled = Field::new();
        let (mut length, mut deepest) = (0, 0);
        for chunk in &field.v {
            let before = filled.len();
            match chunk.v {
                RawChunk::Normal(_) => filled.push(chunk.clone()),
                RawChunk::Abbreviation(name) => match self.strings.get(&name.to_lowercase()) {
                    Some((own, _)) => filled.extend(own.iter().cloned()),
                    None if MONTHS.contains(&name.to_lowercase().as_str()) => filled.push(chunk.clone()),
                    None => {
                        let place = self.place(&chunk.span);
                        self.diagnostics.push(Diagnostic::new(Code::UndefinedString, place).with("name", name));
                    }
                },
            }
            let texts = || filled[before..].iter().map(|chunk| text(&chunk.v));
            // An empty text is a part all the same.
            length += texts().map(|text| text.len() + 1).sum::<usize>();
            deepest = deepest.max(texts().map(depth).max().unwrap_or_default());
            if length > LONGEST || deepest > DEEPEST {
                let place = self.place(&field.span);
                self.diagnostics.push(match deepest > DEEPEST {
                    true => Diagnostic::new(Code::TooDeep, place),
                    false => Diagnostic::new(Code::TooMany, place).with("what", "letters").with("limit", LONGEST),
                });
                return Field::new();
            }
        }
        filled
    }

    fn entry(&mut self, mut entry: Spanned<RawEntry<'s>>) -> (Spanned<RawEntry<'s>>, bool) {
        let before = self.diagnostics.len();
        entry.v.fields.retain(|field| !UNUSED.contains(&field.key.v.to_lowercase().as_str()));
        for field in &mut entry.v.fields {
            field.value.v = self.field(&field.value);
        }
        // An empty field is none, as in BibTeX.
        entry.v.fields.retain(|field| field.value.v.iter().any(|chunk| !text(&chunk.v).trim().is_empty()));
        (entry, self.diagnostics.len() == before)
    }
}

pub(super) fn text<'s>(chunk: &RawChunk<'s>) -> &'s str {
    match chunk {
        RawChunk::Normal(text) | RawChunk::Abbreviation(text) => text,
    }
}

fn depth(text: &str) -> usize {
    let (mut depth, mut deepest) = (0usize, 0);
    for byte in text.bytes() {
        match byte {
            b'{' => depth += 1,
            b'}' => depth = depth.saturating_sub(1),
            _ => {}
        }
        deepest = deepest.max(depth);
    }
    deepest
}
