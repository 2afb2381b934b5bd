//! Glyphs: whether the fonts have every character of the texts.
//!
//! Takes: the theme's fonts, the documents, the texts of `book.toml`, `work.yaml`, panels, contributions, bibliographies and the register.
//! Gives: a diagnostic for the characters that
//! no font has, at their first place in each file: a PDF/UA must not hold a missing glyph, and nobody should find out from the
//! typesetter.

use std::collections::{BTreeMap, BTreeSet};
use std::hash::Hash;
use std::sync::Arc;

use camino::{Utf8Path, Utf8PathBuf};
use rayon::prelude::*;

use super::citations::{self, Reference};
use super::{Register, Theme, Work};
use crate::config::Book;
use crate::config::legal::SEND_TO;
use crate::diagnostics::{Code, Diagnostic, Place, Source, Span};
use crate::documents::arena::{BlockKind, InlineKind};
use crate::documents::proceedings::PersonYaml;
use crate::documents::{ContributionFile, Document, PanelFile, WorkFile};
use crate::memo::{Memo, Seal};
use crate::record::{Key, Spanned, Texts};
use crate::sources::Sources;

/// Of a run of missing characters, the first so many are shown: some scripts have no spaces.
const LONGEST_RUN: usize = 24;

/// The texts of `book.toml`, of each `work.yaml`, panel and contribution with their files.
pub type Labels = Vec<(Arc<Source>, Vec<Texts>)>;

pub fn labels(book: &Book, works: &[WorkFile], panels: &[PanelFile], contributions: &[ContributionFile]) -> Labels {
    let own = (Arc::clone(&book.source), vec![book.title.clone(), book.publisher.clone()]);
    let of = |file: &WorkFile| {
        let yaml = &file.yaml;
        let texts = [Some(&yaml.title), yaml.short_title.as_ref(), yaml.summary.as_ref(), yaml.endorsing.as_ref()];
        let facets = yaml.facets.iter().flat_map(|facet| facet.texts());
        (Arc::clone(&file.source), texts.into_iter().flatten().chain(facets).cloned().collect())
    };
    let of_panel = |own: &PanelFile| (Arc::clone(&own.source), own.yaml.texts().cloned().collect());
    let of_paper = |own: &ContributionFile| (Arc::clone(&own.source), own.yaml.texts().cloned().collect());
    let parts = panels.iter().map(of_panel).chain(contributions.iter().map(of_paper));
    [own].into_iter().chain(works.iter().map(of)).chain(parts).collect()
}

/// The keywords of contributions. They are lists: none stands for another in another language.
pub fn keywords(contributions: &[ContributionFile]) -> Labels {
    let of = |file: &ContributionFile| {
        let lists = file.yaml.keywords.iter().flat_map(|keywords| &keywords.entries);
        let words = lists.flat_map(|(key, words)| words.value.iter().map(|word| (key.clone(), word.clone())));
        let one = |entry: (Key, Spanned<String>)| Texts { span: entry.1.span, entries: vec![entry] };
        (Arc::clone(&file.source), words.map(one).collect())
    };
    contributions.iter().map(of).collect()
}

/// What PDFs say of institutions and to them, and the names of people: texts in one file, as far as any language shows them.
pub type Shown<'s> = Vec<(&'s Arc<Source>, Vec<&'s Spanned<String>>)>;

/// Specimens stand in no PDF, and nobody's name in a language that the publication does not have, unless it is the only one.
pub fn shown<'s>(
    book: &'s Book,
    works: &[Work],
    register: &'s Register,
    (panels, contributions): (&'s [PanelFile], &'s [ContributionFile]),
) -> Shown<'s> {
    let tags: Vec<&str> = book.tags().collect();
    let of = |texts: &'s Texts| -> Vec<&'s Spanned<String>> {
        let own = |tag: &&str| texts.entries.iter().find(|(key, _)| key.text == *tag).or(texts.entries.first());
        tags.iter().filter_map(own).map(|(_, text)| text).collect()
    };
    let signatories = register.signatories.iter().filter(|signatory| !signatory.specimen);
    let mut shown: Shown<'s> = signatories
        .map(|signatory| {
            let own = &signatory.yaml;
            let reservations = own.endorsements.iter().filter_map(|endorsement| endorsement.value.reservations.as_ref());
            let texts = [Some(&own.names), own.acronym.as_ref()].into_iter().flatten().chain(reservations);
            (&signatory.source, texts.flat_map(of).collect())
        })
        .collect();
    if works.iter().any(Work::is_open) {
        let types = book.institution_types.entries.iter().flat_map(|(_, names)| of(&names.value));
        let facts = book.legal.iter().flat_map(|legal| SEND_TO.iter().flat_map(|fact| legal.texts(*fact)));
        shown.push((&book.source, types.chain(facts).collect()));
    }
    let names =
        |people: &'s [PersonYaml]| people.iter().flat_map(|person| [&person.name].into_iter().chain(&person.sort)).collect();
    shown.extend(panels.iter().map(|file| (&file.source, names(&file.yaml.coordinators))));
    shown.extend(contributions.iter().map(|file| (&file.source, names(&file.yaml.authors))));
    shown
}

pub fn check(
    sources: &Sources,
    book: &Book,
    theme: &Theme,
    labels: &Labels,
    shown: &Shown<'_>,
    (documents, citations): (&[Document], &[citations::Texts]),
    memo: &Memo,
) -> Vec<Diagnostic> {
    let mut diagnostics = Vec::new();
    let of = |seal: &mut Seal| {
        book.source.seal().hash(seal);
        theme.fonts.iter().for_each(|(path, bytes)| (path.as_str(), bytes.seal()).hash(seal));
    };
    let fonts = memo.key(of);
    let read = memo.or("fonts", |seal| fonts.hash(seal), || Covered::by(theme));
    let (covered, unusable) = &*read;
    for (path, error) in unusable {
        let own = Utf8Path::new("themes").join(&book.theme).join(path);
        let place = Place::file(if sources.exists(&own) { own } else { Utf8PathBuf::from("themes/default").join(path) });
        diagnostics.push(Diagnostic::new(Code::UnusableFont, place).with("detail", error.as_str()));
    }
    // A tool without PDFs needs no fonts of its own.
    if !covered.none {
        let look = |document: &Document| {
            let of = |seal: &mut Seal| (fonts, document.source.seal()).hash(seal);
            memo.or("glyphs", of, || in_document(document, covered))
        };
        let missing: Vec<Arc<Vec<Diagnostic>>> = documents.par_iter().map(look).collect();
        diagnostics.extend(missing.into_iter().flat_map(Arc::unwrap_or_clone));
        for (source, texts) in labels {
            let texts = texts.iter().flat_map(|texts| texts.entries.iter().map(|(_, text)| text));
            diagnostics.extend(in_texts(source, texts, covered));
        }
        let of_institutions = shown.par_iter().flat_map_iter(|(source, own)| in_texts(source, own.iter().copied(), covered));
        diagnostics.par_extend(of_institutions);
        diagnostics.extend(in_references(citations, covered));
    }
    diagnostics
}

/// The characters that a font has: by code point, because every letter of every text is looked up.
struct Covered {
    none: bool,
    characters: Vec<bool>,
}

impl Covered {
    /// The characters of a theme's fonts, and the fonts that cannot be read.
    fn by(theme: &Theme) -> (Covered, Vec<(Utf8PathBuf, String)>) {
        let mut covered = Covered { none: true, characters: vec![false; char::MAX as usize + 1] };
        let mut unusable = Vec::new();
        for (path, bytes) in &theme.fonts {
            match ttf_parser::Face::parse(bytes, 0) {
                Ok(face) => collect(&face, &mut covered),
                Err(error) => unusable.push((path.clone(), error.to_string())),
            }
        }
        (covered, unusable)
    }
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
    for citation in &document.citations {
        let typed = citation.items.iter().flat_map(|item| item.prefix.iter().chain(&item.locator));
        typed.for_each(|text| look.at(text, citation.span));
    }
    look.diagnostics
}

/// The texts of `book.toml`, of a `work.yaml` or of an institution, which title pages, colophons and lists show.
fn in_texts<'t>(
    source: &Arc<Source>,
    texts: impl IntoIterator<Item = &'t Spanned<String>>,
    covered: &Covered,
) -> Vec<Diagnostic> {
    let mut look = Look::new(source, covered);
    for text in texts {
        look.at(&text.value, text.span);
    }
    look.diagnostics
}

/// What references say, as far as any text cites them. A letter may be typed as a command, and then the entry is the place.
fn in_references(citations: &[citations::Texts], covered: &Covered) -> Vec<Diagnostic> {
    let mut entries: BTreeMap<(&Utf8Path, u32), &Reference> = BTreeMap::new();
    for reference in citations.iter().flat_map(|texts| &texts.references) {
        entries.entry((&reference.place.source.path, reference.place.span.start)).or_insert(reference);
    }
    let mut looks: BTreeMap<&Utf8Path, Look<'_>> = BTreeMap::new();
    for ((path, start), reference) in entries {
        let source = &reference.place.source;
        let look = looks.entry(path).or_insert_with(|| Look::new(source, covered));
        let rest = source.text.get(start as usize..).unwrap_or_default();
        let end = start as usize + rest.find("\n@").unwrap_or(rest.len());
        for run in &reference.runs {
            look.within(&run.text, Span::new(start as usize, end), reference.place.span);
        }
    }
    looks.into_values().flat_map(|look| look.diagnostics).collect()
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
        self.within(text, span, span);
    }

    /// The place is where in `span` the characters stand, or else all of `otherwise`.
    fn within(&mut self, text: &str, span: Span, otherwise: Span) {
        let missing = |character: char| {
            !character.is_ascii() && !self.covered.characters[character as usize] && !is_invisible(character)
        };
        // Nearly every text is whole: letters of ASCII, eight at a time, are not even looked up.
        if !others(text).any(missing) {
            return;
        }
        for run in text.split(|character| !missing(character)).filter(|run| !run.is_empty()) {
            let before = self.reported.len();
            self.reported.extend(run.chars());
            if self.reported.len() > before {
                let run = run.char_indices().nth(LONGEST_RUN).map_or(run, |(end, _)| &run[..end]);
                // An entity is not written as it is read: the whole is the best place there is.
                let written = self.source.text[span.range()].find(run).map(|at| span.start as usize + at);
                let span = written.map_or(otherwise, |at| Span::new(at, at + run.len()));
                self.diagnostics.push(report(Place::new(self.source, span), run));
            }
        }
    }
}

/// The characters of a text that are not ASCII.
fn others(text: &str) -> impl Iterator<Item = char> {
    let mut at = 0;
    std::iter::from_fn(move || {
        let bytes = text.as_bytes();
        while bytes.get(at..at + 8).is_some_and(<[u8]>::is_ascii) {
            at += 8;
        }
        at += bytes[at..].iter().position(|byte| !byte.is_ascii())?;
        let character = text[at..].chars().next()?;
        at += character.len_utf8();
        Some(character)
    })
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
