//! House style: what reads badly or is not heard as it is seen, in the language of each text.
//!
//! Takes: the documents, the texts of `book.toml` and `work.yaml`, the lists of vague words in `locales/`. Gives: hints and warnings,
//! and an error where a marked passage is none: the names of its kinds in other languages are known here. Quotation marks are
//! [`quotation`](super::quotation)'s. Must not know what pages look like.

use std::hash::Hash;
use std::sync::Arc;

use rayon::prelude::*;

use super::glyphs::Labels;
use super::quotation;
use crate::config::Book;
use crate::diagnostics::{Code, Diagnostic, Span, first_of_each_kind, nearest};
use crate::documents::Document;
use crate::documents::arena::{self, BlockKind};
use crate::locale::{Language, Messages};
use crate::memo::Memo;

/// The kinds of marked passages as texts name them.
const KINDS: [&str; 5] = ["NOTE", "TIP", "IMPORTANT", "WARNING", "CAUTION"];
/// Endings of the names of images.
const IMAGES: [&str; 13] =
    [".png", ".jpg", ".jpeg", ".svg", ".webp", ".gif", ".tif", ".tiff", ".bmp", ".avif", ".heic", ".pdf", ".eps"];
/// A single word of capitals that is no longer than this may be an acronym.
const LONGEST_ACRONYM: usize = 6;

/// What one language holds its texts to.
#[derive(Debug)]
struct Style {
    vague_links: Vec<String>,
    longest_link: usize,
    vague_alts: Vec<String>,
    /// What marked passages are called on pages, in the order of [`KINDS`].
    kinds: Vec<String>,
}

pub fn check(
    book: &Book,
    languages: &[Language],
    messages: &Messages,
    labels: &Labels,
    (documents, memo): (&[Document], &Memo),
) -> Vec<Diagnostic> {
    let styles: Vec<Style> = (0..languages.len()).map(|language| Style::of(messages, language)).collect();
    let words = memo.key(|seal| (format!("{styles:?}"), book.source.seal()).hash(seal));
    let look = |document: &Document| {
        let mut diagnostics = quotation::in_document(document, &languages[document.language]);
        let style = &styles[document.language];
        headings(document, &mut diagnostics);
        diagnostics.extend(document.links.iter().filter_map(|link| vague_link(document, link, style)));
        diagnostics.extend(document.images.iter().filter_map(|image| vague_alt(document, image, style)));
        alerts(document, &styles, &mut diagnostics);
        first_of_each_kind(diagnostics)
    };
    let remembered =
        |document: &Document| memo.or("house-style", |seal| (words, document.source.seal()).hash(seal), || look(document));
    let found: Vec<Arc<Vec<Diagnostic>>> = documents.par_iter().map(remembered).collect();
    found.into_iter().flat_map(Arc::unwrap_or_clone).chain(quotation::in_labels(labels, languages)).collect()
}

impl Style {
    fn of(messages: &Messages, language: usize) -> Self {
        let list = |key: &str| -> Vec<String> {
            let listed = messages.text(language, key, &[]).to_lowercase();
            listed.split(';').map(str::trim).filter(|word| !word.is_empty()).map(str::to_owned).collect()
        };
        let vague_links = list("vague-link-texts");
        let titles = KINDS.map(|kind| messages.text(language, &format!("alert-{}", kind.to_lowercase()), &[]));
        Style {
            longest_link: vague_links.iter().map(String::len).max().unwrap_or_default(),
            vague_links,
            vague_alts: list("vague-alt-texts"),
            kinds: titles.iter().map(|title| title.to_lowercase()).collect(),
        }
    }
}

fn headings(document: &Document, diagnostics: &mut Vec<Diagnostic>) {
    let title = &document.front.title;
    let sections = document.sections.iter().skip(1);
    let all = sections.map(|section| (&*section.title, section.span_of_heading(document)));
    for (title, span) in std::iter::once((title.value.as_str(), title.span)).chain(all) {
        if in_capitals(title) {
            let proposal = in_sentence_case(title.trim());
            let diagnostic = Diagnostic::new(Code::HeadingInCapitals, document.place(span));
            diagnostics.push(diagnostic.with("proposal", proposal));
        }
    }
}

/// Whether all letters are capitals and they are more than an acronym's.
fn in_capitals(title: &str) -> bool {
    let mut letters = 0;
    for letter in title.chars().filter(|character| character.is_alphabetic()) {
        if !letter.is_uppercase() {
            return false;
        }
        letters += 1;
    }
    let words = title.split_whitespace().filter(|word| word.contains(char::is_alphabetic)).count();
    letters > LONGEST_ACRONYM || words > 1
}

fn in_sentence_case(title: &str) -> String {
    let mut characters = title.chars();
    let first: String = characters.next().into_iter().collect();
    first + &characters.as_str().to_lowercase()
}

/// A link's text as it is written, short ones only: what is read is the source, so that no text is put together for the others.
fn vague_link(document: &Document, link: &arena::Link, style: &Style) -> Option<Diagnostic> {
    let written = document.source.text.get(link.span.range())?.strip_prefix('[')?;
    if link.filled_in {
        return None;
    }
    let report = || Diagnostic::new(Code::VagueLinkText, document.place(link.span));
    if written.starts_with("https://") || written.starts_with("http://") {
        let own = written.strip_prefix(link.destination.as_str()).is_some_and(|rest| rest.starts_with(']'));
        let diagnostic = report().with("problem", "address").with("link", link.destination.as_str());
        return Some(if own { diagnostic.hint("hint-address") } else { diagnostic });
    }
    // Marks of emphasis and of quotation may stand around the words.
    let near = &written[..written.floor_char_boundary(style.longest_link + 16)];
    let shown = near.split_once(']')?.0;
    let words = shown.trim_matches(|character: char| !character.is_alphanumeric());
    let vague = style.vague_links.contains(&words.to_lowercase());
    vague.then(|| report().with("problem", "words").with("text", words))
}

fn vague_alt(document: &Document, image: &arena::Image, style: &Style) -> Option<Diagnostic> {
    let alt = image.alt.trim();
    let word = alt.trim_end_matches(['.', ':', '…']).to_lowercase();
    let file = image.destination.rsplit('/').next().unwrap_or_default().to_lowercase();
    let stem = file.split('.').next().unwrap_or_default();
    let is_file = !alt.contains(char::is_whitespace) && IMAGES.iter().any(|ending| word.ends_with(ending));
    let problem = match () {
        () if word.is_empty() => return None,
        () if is_file || word == stem => "file",
        () if style.vague_alts.contains(&word) => "word",
        () => return None,
    };
    let diagnostic = Diagnostic::new(Code::VagueAltText, document.place(image.span)).with("alt", alt);
    Some(diagnostic.with("problem", problem))
}

/// Quotations that were to be marked passages.
fn alerts(document: &Document, styles: &[Style], diagnostics: &mut Vec<Diagnostic>) {
    let blocks = &document.blocks;
    for (at, quotation) in blocks.iter().enumerate().filter(|(_, block)| block.kind == BlockKind::Quote) {
        let Some(first) = blocks.get(at + 1).filter(|_| quotation.end as usize > at + 1) else { continue };
        let start = first.span.start as usize;
        let Some(inside) = document.source.text.get(start..).and_then(|text| text.strip_prefix("[!")) else { continue };
        let length = inside.find(|character: char| !character.is_alphabetic()).unwrap_or(inside.len());
        if length == 0 || !inside[length..].starts_with(']') {
            continue;
        }
        let kind = inside[..length].to_uppercase();
        let place = document.place(Span::new(start, start + "[!]".len() + length));
        let diagnostic = Diagnostic::new(Code::MalformedAlert, place);
        diagnostics.push(if KINDS.contains(&kind.as_str()) {
            diagnostic.with("problem", "title").with("kind", kind).hint("hint-title")
        } else {
            let diagnostic = diagnostic.with("problem", "kind").with("kind", &inside[..length]);
            match translated(&kind, styles).or_else(|| nearest(&kind, KINDS)) {
                Some(meant) => diagnostic.with("nearest", meant).hint("hint-nearest"),
                None => diagnostic.with("known", KINDS.map(|kind| format!("[!{kind}]")).join(", ")),
            }
        });
    }
}

/// The kind that is called so in one of the publication's languages.
fn translated(kind: &str, styles: &[Style]) -> Option<&'static str> {
    let kind = kind.to_lowercase();
    let found = styles.iter().find_map(|style| style.kinds.iter().position(|title| *title == kind));
    found.map(|number| KINDS[number])
}
