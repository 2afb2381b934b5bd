//! Glyphs: whether the fonts have every character of the texts.
//!
//! Takes: the theme's fonts, the documents, the texts of `book.toml` and `work.yaml`. Gives: a diagnostic for the characters that
//! no font has, at their first place in each file: a PDF/UA must not hold a missing glyph, and nobody should find out from the
//! typesetter.

use std::collections::BTreeSet;
use std::sync::Arc;

use camino::{Utf8Path, Utf8PathBuf};
use rayon::prelude::*;

use super::Theme;
use crate::config::Book;
use crate::diagnostics::{Code, Diagnostic, Place, Source, Span};
use crate::documents::arena::{BlockKind, InlineKind};
use crate::documents::{Document, WorkFile};
use crate::record::Texts;
use crate::sources::Sources;

/// Of a run of missing characters, the first so many are shown: some scripts have no spaces.
const LONGEST_RUN: usize = 24;

/// The texts of `book.toml` and of each `work.yaml` with their files.
pub type Labels = Vec<(Arc<Source>, Vec<Texts>)>;

pub fn labels(book: &Book, works: &[WorkFile]) -> Labels {
    let own = (Arc::clone(&book.source), vec![book.title.clone(), book.publisher.clone()]);
    let of = |file: &WorkFile| {
        let yaml = &file.yaml;
        let texts = [Some(&yaml.title), yaml.short_title.as_ref(), yaml.summary.as_ref(), yaml.endorsing.as_ref()];
        (Arc::clone(&file.source), texts.into_iter().flatten().cloned().collect())
    };
    [own].into_iter().chain(works.iter().map(of)).collect()
}

pub fn check(sources: &Sources, book: &Book, theme: &Theme, labels: &Labels, documents: &[Document]) -> Vec<Diagnostic> {
    let mut diagnostics = Vec::new();
    let mut covered = Covered { none: true, characters: vec![false; char::MAX as usize + 1] };
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
    if !covered.none {
        let missing: Vec<Vec<Diagnostic>> = documents.par_iter().map(|document| in_document(document, &covered)).collect();
        diagnostics.extend(missing.into_iter().flatten());
        diagnostics.extend(labels.iter().flat_map(|(source, texts)| in_texts(source, texts, &covered)));
    }
    diagnostics
}

/// The characters that a font has: by code point, because every letter of every text is looked up.
struct Covered {
    none: bool,
    characters: Vec<bool>,
}

fn collect(face: &ttf_parser::Face<'_>, covered: &mut Covered) {
    let Some(cmap) = face.tables().cmap else { return };
    for table in cmap.subtables.into_iter().filter(ttf_parser::cmap::Subtable::is_unicode) {
        table.codepoints(|point| {
            if let Some(character) = covered.characters.get_mut(point as usize)
                && !*character
                && table.glyph_index(point).is_some()
            {
                *character = true;
                covered.none = false;
            }
        });
    }
}

fn in_document(document: &Document, covered: &Covered) -> Vec<Diagnostic> {
    let mut look = Look::new(&document.source, covered);
    look.at(&document.front.title.value, document.front.title.span);
    for inline in &document.inlines {
        if let InlineKind::Text(text) | InlineKind::Code(text) | InlineKind::Html(text) = &inline.kind {
            look.at(document.slice(text), inline.span);
        }
    }
    for block in &document.blocks {
        if let BlockKind::Code { text, .. } | BlockKind::Html { text } | BlockKind::Markup { words: text, .. } = &block.kind
        {
            look.at(document.slice(text), block.span);
        }
    }
    for image in &document.images {
        look.at(&image.alt, image.span);
    }
    look.diagnostics
}

/// The texts of `book.toml` and of a `work.yaml`, which title pages and colophons show.
fn in_texts<'t>(source: &Arc<Source>, texts: impl IntoIterator<Item = &'t Texts>, covered: &Covered) -> Vec<Diagnostic> {
    let mut look = Look::new(source, covered);
    for (_, text) in texts.into_iter().flat_map(|texts| &texts.entries) {
        look.at(&text.value, text.span);
    }
    look.diagnostics
}

/// Looks for characters that no font has. Those that stand together are reported together: a word in another script is one mistake and
/// not one a letter. What has been reported before in the file is not reported again.
struct Look<'l> {
    source: &'l Arc<Source>,
    covered: &'l Covered,
    reported: BTreeSet<char>,
    diagnostics: Vec<Diagnostic>,
}

impl<'l> Look<'l> {
    fn new(source: &'l Arc<Source>, covered: &'l Covered) -> Self {
        Look { source, covered, reported: BTreeSet::new(), diagnostics: Vec::new() }
    }

    fn at(&mut self, text: &str, span: Span) {
        if text.is_ascii() {
            return;
        }
        let missing = |character: char| {
            !character.is_ascii() && !is_invisible(character) && !self.covered.characters[character as usize]
        };
        for run in text.split(|character| !missing(character)).filter(|run| !run.is_empty()) {
            let before = self.reported.len();
            self.reported.extend(run.chars());
            if self.reported.len() > before {
                let run = run.char_indices().nth(LONGEST_RUN).map_or(run, |(end, _)| &run[..end]);
                // An entity is not written as it is read: the whole is the best place there is.
                let written = self.source.text[span.range()].find(run).map(|at| span.start as usize + at);
                let span = written.map_or(span, |at| Span::new(at, at + run.len()));
                self.diagnostics.push(report(Place::new(self.source, span), run));
            }
        }
    }
}

fn report(place: Place, run: &str) -> Diagnostic {
    let diagnostic = Diagnostic::new(Code::MissingGlyph, place).with("character", run);
    let mut characters = run.chars();
    match (characters.next(), characters.next()) {
        (Some(only), None) => diagnostic.with("several", "no").with("code", format!("U+{:04X}", u32::from(only))),
        _ => diagnostic.with("several", "yes"),
    }
}

/// Characters that draw nothing: white space, joiners, marks of direction, selectors; and those that no text may hold.
fn is_invisible(character: char) -> bool {
    character.is_whitespace()
        || character.is_control()
        || matches!(character, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}')
        || matches!(character, '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{fffe}' | '\u{ffff}' | '\u{e0100}'..='\u{e01ef}')
}
