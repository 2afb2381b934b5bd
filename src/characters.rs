//! Characters that no text may hold, and those that turn what a reader sees.
//!
//! Takes: the text of a source file, or a value that an escape could have put such a character into. Gives: diagnostics. Control
//! characters are errors: pages and PDFs cannot show them, and the renditions keep U+0001 to U+0003 for themselves. Must not know
//! what a file means.

use std::sync::Arc;

use crate::diagnostics::{Code, Diagnostic, Place, Source, Span};

/// More than this of one file are not reported: it is no text, or one mistake many times.
const MOST: usize = 20;

/// Every such character of a source file as it was written.
pub fn in_source(source: &Arc<Source>) -> Vec<Diagnostic> {
    if !any(source.text.as_bytes()) {
        return Vec::new();
    }
    let found = source.text.char_indices().filter_map(|(at, character)| Some((at, character, code(character)?)));
    found
        .take(MOST)
        .map(|(at, character, code)| {
            let span = Span::new(at, at + character.len_utf8());
            diagnostic(code, Place::new(source, span), character)
        })
        .collect()
}

/// The first such character of a value that its source does not hold as it is: an escape or an entity stands for it there.
pub fn in_value(value: &str, source: &Arc<Source>, span: Span) -> Option<Diagnostic> {
    if !any(value.as_bytes()) {
        return None;
    }
    let written = source.text.get(span.range()).unwrap_or_default();
    let character = value.chars().find(|character| code(*character).is_some() && !written.contains(*character))?;
    escaped(character, Place::new(source, span))
}

/// The escapes `\u0001` and `\U00000001` of Fluent that stand for such a character.
pub fn in_fluent_escapes(source: &Arc<Source>) -> Vec<Diagnostic> {
    let text = &source.text;
    let escapes = text.match_indices('\\').filter_map(|(at, _)| {
        let length = match text.as_bytes().get(at + 1)? {
            b'u' => 4,
            b'U' => 6,
            _ => return None,
        };
        let character = char::from_u32(u32::from_str_radix(text.get(at + 2..at + 2 + length)?, 16).ok()?)?;
        escaped(character, Place::new(source, Span::new(at, at + 2 + length)))
    });
    escapes.take(MOST).collect()
}

/// What is wrong with a character that something else stands for.
pub fn escaped(character: char, place: Place) -> Option<Diagnostic> {
    code(character).map(|code| {
        let diagnostic = diagnostic(code, place, character);
        if code == Code::ControlCharacter { diagnostic.hint("hint-escape") } else { diagnostic }
    })
}

fn diagnostic(code: Code, place: Place, character: char) -> Diagnostic {
    Diagnostic::new(code, place).with("code", format!("U+{:04X}", u32::from(character)))
}

fn code(character: char) -> Option<Code> {
    match character {
        '\t' | '\n' | '\r' => None,
        '\0'..='\u{1f}' | '\u{7f}' | '\u{fffe}' | '\u{ffff}' => Some(Code::ControlCharacter),
        '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => Some(Code::DirectionMark),
        _ => None,
    }
}

/// Whether a text holds any of them. Every byte of every source is looked at: no branch depends on what it is, so that the compiler
/// takes many at a time.
fn any(bytes: &[u8]) -> bool {
    let control = |byte: u8| ((byte < 0x20) & (byte != b'\t') & (byte != b'\n') & (byte != b'\r')) | (byte == 0x7f);
    // U+202A to U+202E, U+2066 to U+2069, U+FFFE and U+FFFF in UTF-8.
    let marks = |first: u8, second: u8, third: u8| {
        let overrides = (second == 0x80) & matches!(third, 0xaa..=0xae);
        let isolates = (second == 0x81) & matches!(third, 0xa6..=0xa9);
        ((first == 0xe2) & (overrides | isolates)) | ((first == 0xef) & (second == 0xbf) & (third >= 0xbe))
    };
    let controls = bytes.iter().fold(false, |found, byte| found | control(*byte));
    let (seconds, thirds) = (bytes.get(1..).unwrap_or_default(), bytes.get(2..).unwrap_or_default());
    let triples = bytes.iter().zip(seconds).zip(thirds);
    controls | triples.fold(false, |found, ((first, second), third)| found | marks(*first, *second, *third))
}
