//! Citations: what brackets with keys say in the style of their work, and the list of references of each text.
//!
//! Takes: the documents, the bibliographies of their works, a CSL style. Gives: for each document the words of its citations and its
//! references, as runs of text that every rendition shows alike, and a diagnostic for keys that are in no bibliography and entries that
//! nobody cites. Must not know what a page looks like.

mod order;

use std::collections::{BTreeSet, HashMap, HashSet};
use std::hash::Hash;
use std::str::FromStr;
use std::sync::{Arc, LazyLock};

use hayagriva::archive::{ArchivedStyle, locales};
use hayagriva::citationberg::taxonomy::Locator;
use hayagriva::citationberg::{
    FontStyle, FontVariant, FontWeight, IndependentStyle, Locale, LocaleCode, Style, StyleClass, VerticalAlign,
};
use hayagriva::{
    BibliographyDriver, BibliographyRequest, CitationItem, CitationRequest, ElemChild, ElemChildren, ElemMeta, Entry,
    Formatted, LocatorPayload, SpecificLocator,
};

use rayon::prelude::*;

use super::Work;
use super::bibliography::{self, Bibliography};
use crate::config::Book;
use crate::diagnostics::{Code, Diagnostic, Place};
use crate::documents::citation::{Citation, Cited, MOST};
use crate::documents::{Document, WorkFile};
use crate::guard::guarded;
use crate::locale::{Language, Messages};
use crate::memo::{Memo, Seal};
use crate::sources::Sources;

/// The id of the section that holds the list of references, which the tool writes.
pub const REFERENCES: &str = "references";

/// The style of a work that names none.
const USUAL_STYLE: &str = "apa";

static LOCALES: LazyLock<Vec<Locale>> = LazyLock::new(locales);

/// A stretch of text in one form.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Run {
    pub text: String,
    pub italic: bool,
    pub bold: bool,
    pub small_capitals: bool,
    pub raised: bool,
    /// Where it leads, on the web.
    pub url: Option<String>,
    /// The place in [`Texts::references`] of what it cites.
    pub reference: Option<usize>,
}

/// An entry of a list of references.
#[derive(Clone, Debug)]
pub struct Reference {
    pub key: String,
    /// Of the key in the bibliography.
    pub place: Place,
    pub runs: Vec<Run>,
    /// The citations that refer to it, by their place in the document.
    pub cited: Vec<usize>,
}

/// The citations of a document.
#[derive(Clone, Debug, Default)]
pub struct Texts {
    pub citations: Vec<Vec<Run>>,
    pub references: Vec<Reference>,
    /// The section that is kept for the references; where there is none, they end the text.
    pub section: Option<usize>,
}

/// For each document, what its citations say.
pub fn resolve(
    sources: &Sources,
    (book, messages, languages): (&Book, &Messages, &[Language]),
    works: &[Work],
    files: &[WorkFile],
    documents: &[Document],
    memo: &Memo,
) -> (Vec<Texts>, Vec<Diagnostic>) {
    let mut texts = vec![Texts::default(); documents.len()];
    let mut diagnostics = Vec::new();
    for work in works {
        let file = files.iter().find(|file| file.folder == work.folder && !work.folder.as_str().is_empty());
        let parsed = file.and_then(|file| {
            let (parsed, mistakes) = bibliography::read(sources, (book, languages), file, memo);
            diagnostics.extend(mistakes);
            parsed
        });
        diagnostics.extend(parsed.iter().flat_map(|parsed| parsed.1.iter().cloned()));
        let bibliography = parsed.as_ref().map(|parsed| &parsed.0);
        let style = file.and_then(|file| style(file, memo, &mut diagnostics));
        let mut cited: BTreeSet<&str> = BTreeSet::new();
        let titles = reference_titles(book, messages, file);
        let indices = work.current().pages().flat_map(|(_, chapter)| chapter.documents.iter().flatten().copied());
        let indices: Vec<usize> = indices.collect();
        let styled = bibliography.zip(style.as_ref()).zip(file);
        let made = indices.par_iter().map(|index| {
            let (((bibliography, style), file), document) = (styled?, &documents[*index]);
            let items: usize = document.citations.iter().map(|citation| citation.items.len()).sum();
            let of = |seal: &mut Seal| {
                let settings = (book.source.seal(), file.source.seal());
                (settings, bibliography.seal, document.source.seal()).hash(seal);
            };
            let tag = book.languages[document.language].0.as_str();
            let make = || guarded(|| set(document, bibliography, style, tag));
            (items > 0 && items <= MOST).then(|| memo.or("citations", of, make))
        });
        let made: Vec<Option<Arc<Result<Set, String>>>> = made.collect();
        for (index, made) in indices.into_iter().zip(made) {
            let document = &documents[index];
            texts[index].section = section(document, &titles);
            if document.citations.is_empty() {
                continue;
            }
            let Some(bibliography) = bibliography else {
                // A bibliography that is named and missing was reported.
                if file.is_none_or(|file| file.yaml.bibliography.is_none()) {
                    diagnostics.extend(document.citations.iter().map(|citation| no_bibliography(document, citation)));
                }
                continue;
            };
            diagnostics.extend(unknown_keys(document, bibliography));
            cited.extend(document.citations.iter().flat_map(|citation| &citation.items).map(|item| item.key.text.as_str()));
            match made.map(Arc::unwrap_or_clone) {
                Some(Ok((citations, references))) => texts[index] = Texts { citations, references, ..texts[index] },
                // Which of the works it is that the library fails at, nobody knows.
                Some(Err(detail)) => {
                    let span = document.citations.first().map(|citation| citation.span).unwrap_or_default();
                    diagnostics.push(bibliography::gave_up(document.place(span), detail));
                }
                None => {}
            }
        }
        if let Some(bibliography) = bibliography {
            let uncited = bibliography.entries.iter().filter(|(key, _)| !cited.contains(key.as_str()));
            diagnostics.extend(uncited.map(|(key, (_, place))| uncited_entry(key, place)));
        }
    }
    (texts, diagnostics)
}

/// What sections of references are called: by the interface, and by what is asked of articles.
fn reference_titles(book: &Book, messages: &Messages, file: Option<&WorkFile>) -> HashSet<String> {
    let rules = file.and_then(|file| file.yaml.submission.as_ref()).and_then(|rules| rules.article.as_ref());
    let expected = rules.into_iter().flat_map(|rules| &rules.sections).filter(|section| section.id.value == REFERENCES);
    let expected = expected.flat_map(|section| &section.titles.entries).flat_map(|(_, titles)| titles.value.clone());
    let own = (0..book.languages.len()).map(|language| messages.text(language, "references-title", &[]));
    own.chain(expected).map(|title| title.trim().to_lowercase()).collect()
}

/// The section that a text keeps for its references, by its id or else by its title.
fn section(document: &Document, titles: &HashSet<String>) -> Option<usize> {
    let sections = || document.sections.iter().enumerate().skip(1);
    let by_id = sections().find(|(_, section)| section.id.as_ref().is_some_and(|id| id.text == REFERENCES));
    let by_title = || sections().filter(|(_, section)| section.id.is_none());
    let found = by_id.or_else(|| by_title().find(|(_, section)| titles.contains(&section.title.trim().to_lowercase())));
    found.map(|(place, _)| place)
}

fn uncited_entry(key: &str, place: &Place) -> Diagnostic {
    Diagnostic::new(Code::UncitedReference, place.clone()).with("key", key)
}

fn no_bibliography(document: &Document, citation: &Citation) -> Diagnostic {
    let written = &document.source.text[citation.span.range()];
    Diagnostic::new(Code::NoBibliography, document.place(citation.span)).with("citation", written)
}

fn unknown_keys(document: &Document, bibliography: &Bibliography) -> Vec<Diagnostic> {
    if bibliography.partial {
        return Vec::new();
    }
    let items = document.citations.iter().flat_map(|citation| &citation.items);
    let unknown = items
        .filter(|item| !bibliography.entries.contains_key(&item.key.text) && !bibliography.broken.contains(&item.key.text));
    let diagnostic = |item: &Cited| {
        let key = item.key.text.as_str();
        let diagnostic = Diagnostic::new(Code::UnknownReference, document.place(item.key.span)).with("key", key);
        match crate::diagnostics::nearest(key, bibliography.entries.keys().map(String::as_str)) {
            Some(near) => diagnostic.with("nearest", near).hint("hint-nearest"),
            None => diagnostic,
        }
    };
    unknown.map(diagnostic).collect()
}

/// The style that a work names.
fn style(file: &WorkFile, memo: &Memo, diagnostics: &mut Vec<Diagnostic>) -> Option<Arc<IndependentStyle>> {
    file.yaml.bibliography.as_ref()?;
    let named = file.yaml.citation_style.as_ref();
    let name = named.map_or(USUAL_STYLE, |style| style.value.as_str());
    let place = || Place::new(&file.source, named.map(|style| style.span).unwrap_or_default());
    let read = || match ArchivedStyle::by_name(name).map(ArchivedStyle::get) {
        Some(Style::Independent(style)) => Some(Arc::new(style)),
        _ => None,
    };
    match memo.or("citation-style", |seal| name.hash(seal), read).as_ref() {
        Some(style) if style.settings.class == StyleClass::InText && style.bibliography.is_some() => Some(Arc::clone(style)),
        Some(_) => {
            let diagnostic = Diagnostic::new(Code::UnknownCitationStyle, place()).with("style", name);
            diagnostics.push(diagnostic.with("problem", "notes").hint("hint-notes"));
            None
        }
        None => {
            let known: Vec<&str> = ArchivedStyle::all().iter().flat_map(|style| style.names()).copied().collect();
            let diagnostic = Diagnostic::new(Code::UnknownCitationStyle, place()).with("style", name);
            let diagnostic = diagnostic.with("problem", "unknown");
            diagnostics.push(match crate::diagnostics::nearest(name, known.iter().copied()) {
                Some(near) => diagnostic.with("nearest", near).hint("hint-nearest"),
                None => diagnostic,
            });
            None
        }
    }
}

/// The locale of CSL for a language: its own country's, or any that speaks it.
fn locale(tag: &str) -> LocaleCode {
    let codes = || LOCALES.iter().filter_map(|locale| locale.lang.as_ref());
    let (language, _) = tag.split_once('-').unwrap_or((tag, ""));
    let wanted = match language {
        // Its quotation marks are those that texts in English have here.
        "en" => "en-US".to_owned(),
        own => format!("{own}-{}", own.to_uppercase()),
    };
    let starts = format!("{language}-");
    let found = codes().find(|code| code.0.eq_ignore_ascii_case(tag)).or_else(|| codes().find(|code| code.0 == wanted));
    found.or_else(|| codes().find(|code| code.0.starts_with(&starts))).cloned().unwrap_or_else(LocaleCode::en_us)
}

/// Words before a locator, in the languages in which authors type them.
const LOCATORS: &[(&str, &str)] = &[
    ("pp.", "page"),
    ("p.", "page"),
    ("págs.", "page"),
    ("pág.", "page"),
    ("chap.", "chapter"),
    ("ch.", "chapter"),
    ("cap.", "chapter"),
    ("sec.", "section"),
    ("§", "section"),
    ("para.", "paragraph"),
    ("párr.", "paragraph"),
    ("vol.", "volume"),
];

/// `p. 12` → its kind, and what is left. What begins with none of the words stands as it was typed.
fn locator(written: &str) -> (Locator, &str) {
    let known = LOCATORS.iter().find_map(|(word, kind)| Some((written.strip_prefix(word)?, Locator::from_str(kind).ok()?)));
    match known {
        Some((rest, kind)) => (kind, rest.trim_start()),
        None if written.starts_with(|first: char| first.is_ascii_digit()) => (Locator::Page, written),
        None => (Locator::Custom, written),
    }
}

/// Citations and references as a style sets them.
type Set = (Vec<Vec<Run>>, Vec<Reference>);

fn set(document: &Document, bibliography: &Bibliography, style: &IndependentStyle, tag: &str) -> Set {
    let (citations, order) = (&document.citations, order::as_met(document));
    let code = locale(tag);
    // “See … and also …” says something of the order.
    let mut as_typed = style.clone();
    as_typed.citation.sort = None;
    let mut driver: BibliographyDriver<'_, Entry> = BibliographyDriver::new();
    for citation in order.iter().map(|number| &citations[*number]) {
        let items = citation.items.iter().filter_map(|item| {
            let (entry, _) = bibliography.entries.get(&item.key.text)?;
            let place = item.locator.as_deref().map(|written| {
                let (kind, rest) = locator(written);
                SpecificLocator(kind, LocatorPayload::Str(rest))
            });
            Some(CitationItem::with_locator(entry, place))
        });
        let style = if citation.items.iter().any(|item| item.prefix.is_some()) { &as_typed } else { style };
        driver.citation(CitationRequest::new(items.collect(), style, Some(code.clone()), &LOCALES, None));
    }
    let rendered = driver.finish(BibliographyRequest::new(style, Some(code), &LOCALES));
    let items = rendered.bibliography.map(|list| list.items).unwrap_or_default();
    let mut references: Vec<Reference> = items
        .into_iter()
        .filter_map(|item| {
            let mut runs = Vec::new();
            if let Some(first) = item.first_field {
                write(&ElemChildren(vec![first]), &mut runs);
                runs.push(Run { text: " ".to_owned(), ..Run::default() });
            }
            write(&item.content, &mut runs);
            let place = bibliography.entries.get(&item.key).map(|(_, place)| place.clone());
            Some(Reference { place: place?, key: item.key, runs, cited: Vec::new() })
        })
        .collect();
    let places: HashMap<String, usize> =
        references.iter().enumerate().map(|(place, reference)| (reference.key.clone(), place)).collect();
    let mut texts = vec![Vec::new(); citations.len()];
    for (number, rendered) in order.into_iter().zip(&rendered.citations) {
        let citation = &citations[number];
        let known: Vec<&Cited> =
            citation.items.iter().filter(|item| bibliography.entries.contains_key(&item.key.text)).collect();
        let mut runs = Vec::new();
        for child in &rendered.citation.0 {
            match child {
                ElemChild::Elem(elem) if let Some(ElemMeta::Entry(item)) = elem.meta => {
                    let Some(item) = known.get(item) else { continue };
                    if let Some(prefix) = &item.prefix {
                        runs.push(Run { text: format!("{prefix} "), ..Run::default() });
                    }
                    let mut own = Vec::new();
                    write_cited(&elem.children, item.without_author, &mut own);
                    let place = places.get(&item.key.text).copied();
                    runs.extend(own.into_iter().map(|run| Run { reference: place, ..run }));
                }
                child => write(&ElemChildren(vec![child.clone()]), &mut runs),
            }
        }
        for place in known.iter().filter_map(|item| places.get(&item.key.text)) {
            if references[*place].cited.last() != Some(&number) {
                references[*place].cited.push(number);
            }
        }
        texts[number] = joined(runs);
    }
    for reference in &mut references {
        reference.runs = joined(std::mem::take(&mut reference.runs));
    }
    (texts, references)
}

/// One item of a citation; without its author, nothing is left of the sign after the name.
fn write_cited(children: &ElemChildren, without_author: bool, runs: &mut Vec<Run>) {
    write_but(children, without_author, runs);
    if without_author {
        while let Some(first) = runs.first_mut() {
            first.text = first.text.trim_start_matches([',', ' ', '.', ';']).to_owned();
            if !first.text.is_empty() {
                break;
            }
            runs.remove(0);
        }
    }
}

fn write(children: &ElemChildren, runs: &mut Vec<Run>) {
    write_but(children, false, runs);
}

/// A loop, because what an author types may lie deep.
fn write_but(children: &ElemChildren, without_names: bool, runs: &mut Vec<Run>) {
    let mut open: Vec<&ElemChild> = children.0.iter().rev().collect();
    while let Some(child) = open.pop() {
        match child {
            ElemChild::Elem(elem) if without_names && matches!(elem.meta, Some(ElemMeta::Names(_))) => {}
            ElemChild::Elem(elem) => open.extend(elem.children.0.iter().rev()),
            ElemChild::Text(text) => runs.push(run(text, None)),
            ElemChild::Link { text, url } => runs.push(run(text, Some(url.clone()))),
            ElemChild::Markup(text) => runs.push(Run { text: text.clone(), ..Run::default() }),
            ElemChild::Transparent { .. } => {}
        }
    }
}

fn run(text: &Formatted, url: Option<String>) -> Run {
    let form = &text.formatting;
    Run {
        text: text.text.clone(),
        italic: form.font_style == FontStyle::Italic,
        bold: form.font_weight == FontWeight::Bold,
        small_capitals: form.font_variant == FontVariant::SmallCaps,
        raised: form.vertical_align == VerticalAlign::Sup,
        // What is typed in a bibliography leads nowhere that a link in a text may not.
        url: url.filter(|url| url.starts_with("https://") || url.starts_with("http://")),
        reference: None,
    }
}

/// Neighbours in the same form become one.
fn joined(runs: Vec<Run>) -> Vec<Run> {
    let mut joined: Vec<Run> = Vec::new();
    for run in runs.into_iter().filter(|run| !run.text.is_empty()) {
        match joined.last_mut() {
            Some(last) if (Run { text: String::new(), ..last.clone() }) == (Run { text: String::new(), ..run.clone() }) => {
                last.text.push_str(&run.text);
            }
            _ => joined.push(run),
        }
    }
    joined
}
