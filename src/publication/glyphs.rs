//! Glyphs: whether the fonts have every character of the texts.
//!
//! Takes: the theme's fonts and the documents. Gives: a diagnostic for each character that no font has, at its first place in each
//! file: a PDF/UA must not hold a missing glyph, and nobody should find out from the typesetter.

use std::collections::BTreeSet;

use rayon::prelude::*;

use camino::{Utf8Path, Utf8PathBuf};

use super::Theme;
use crate::config::Book;
use crate::diagnostics::{Code, Diagnostic, Place, Span};
use crate::documents::Document;
use crate::documents::arena::InlineKind;
use crate::sources::Sources;

pub fn check(sources: &Sources, book: &Book, theme: &Theme, documents: &[Document]) -> Vec<Diagnostic> {
    let mut diagnostics = Vec::new();
    let mut covered: BTreeSet<char> = BTreeSet::new();
    for (path, bytes) in &theme.fonts {
        match ttf_parser::Face::parse(bytes, 0) {
            Ok(face) => collect(&face, &mut covered),
            Err(error) => {
                let own = Utf8Path::new("themes").join(&book.theme).join(path);
                let place =
                    Place::file(if sources.exists(&own) { own } else { Utf8PathBuf::from("themes/default").join(path) });
                diagnostics.push(Diagnostic::new(Code::UnusableFont, place).with("detail", error.to_string()));
            }
        }
    }
    // A tool without PDFs needs no fonts of its own.
    if !covered.is_empty() {
        let missing: Vec<Vec<Diagnostic>> = documents.par_iter().map(|document| in_document(document, &covered)).collect();
        diagnostics.extend(missing.into_iter().flatten());
    }
    diagnostics
}

fn collect(face: &ttf_parser::Face<'_>, covered: &mut BTreeSet<char>) {
    let Some(cmap) = face.tables().cmap else { return };
    for table in cmap.subtables.into_iter().filter(ttf_parser::cmap::Subtable::is_unicode) {
        table.codepoints(|point| {
            if let Some(character) = char::from_u32(point)
                && table.glyph_index(point).is_some()
            {
                covered.insert(character);
            }
        });
    }
}

fn in_document(document: &Document, covered: &BTreeSet<char>) -> Vec<Diagnostic> {
    let mut reported = BTreeSet::new();
    let mut diagnostics = Vec::new();
    let mut look = |text: &str, span: Span| {
        let unseen = |character: &char| !character.is_ascii() && !is_invisible(*character) && !covered.contains(character);
        for (at, character) in text.char_indices().filter(|(_, character)| unseen(character)) {
            if reported.insert(character) {
                // Where the text is not what was written (an entity, a line of YAML), the whole is the best place there is.
                let written = &document.source.text[span.range()];
                let exact = Span::new(span.start as usize + at, span.start as usize + at + character.len_utf8());
                let span = if written == text { exact } else { span };
                diagnostics.push(missing(document.place(span), character));
            }
        }
    };
    look(&document.front.title.value, document.front.title.span);
    for inline in &document.inlines {
        if let InlineKind::Text(text) | InlineKind::Code(text) | InlineKind::Html(text) = &inline.kind {
            let text = document.slice(text);
            if !text.is_ascii() {
                look(text, inline.span);
            }
        }
    }
    for image in document.images.iter().filter(|image| !image.alt.is_ascii()) {
        look(&image.alt, image.span);
    }
    diagnostics
}

fn missing(place: Place, character: char) -> Diagnostic {
    Diagnostic::new(Code::MissingGlyph, place)
        .with("character", character.to_string())
        .with("code", format!("U+{:04X}", u32::from(character)))
}

/// Characters that draw nothing: white space, joiners, marks of direction, selectors.
fn is_invisible(character: char) -> bool {
    character.is_whitespace()
        || character.is_control()
        || matches!(character, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}')
        || matches!(character, '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{e0100}'..='\u{e01ef}')
}
