//! What is wrong with the editions of works: with their records, their order, their corrigenda, and with the text that follows them.
//!
//! Takes: the works with their lineages. Gives: diagnostics. Must not know how editions are shown.

use super::super::fingerprint::Seen;
use super::super::{Section, Work};
use super::{files, retired};
use crate::config::Book;
use crate::diagnostics::{Code, Diagnostic, Place};
use crate::documents::edition::{CorrigendumFile, EditionFile, by_number};
use crate::documents::work::Status;
use crate::documents::{Document, WorkFile};
use crate::sources::Sources;

/// Sections are named to whoever has changed an edition's text, if they are no more than this.
const MOST_NAMED: usize = 5;

pub(in super::super) fn check(sources: &Sources, book: &Book, files: &[WorkFile], seen: Seen<'_>) -> Vec<Diagnostic> {
    let mut diagnostics = Vec::new();
    for (place, work) in seen.works.iter().enumerate() {
        if let Some(frozen) = &work.lineage.frozen {
            diagnostics.extend(files::check(sources, &frozen.file));
            diagnostics.extend(state(&frozen.file));
            for (nth, file) in (1..).zip(&frozen.corrigenda) {
                diagnostics.extend(corrigendum(book, work, seen.documents, (nth, file)));
            }
            continue;
        }
        diagnostics.extend(order(seen.works, work));
        diagnostics.extend(retired::check(seen, place));
        let own = files.iter().find(|file| file.folder == work.folder);
        if let (Some(twin), Some(file)) = (work.lineage.frozen_as, own) {
            diagnostics.extend(same_text(seen, (place, twin), file));
        }
    }
    diagnostics
}

fn problem(file: &EditionFile, span: crate::diagnostics::Span, problem: &'static str) -> Diagnostic {
    let diagnostic = Diagnostic::new(Code::EditionState, Place::new(&file.source, span)).with("problem", problem);
    diagnostic.with("edition", file.yaml.number.value.0.as_str())
}

/// Whether a record says what its status needs.
fn state(file: &EditionFile) -> Vec<Diagnostic> {
    let yaml = &file.yaml;
    let span = yaml.status.span;
    let mut diagnostics = Vec::new();
    match yaml.status.value {
        Status::Superseded => diagnostics.push(problem(file, span, "superseded").hint("hint-superseded")),
        Status::Adopted if yaml.adoption.is_none() => diagnostics.push(problem(file, span, "adopted").hint("hint-adopted")),
        Status::Withdrawn if yaml.withdrawal.is_none() => {
            diagnostics.push(problem(file, span, "withdrawn").hint("hint-withdrawn"));
        }
        _ => {}
    }
    if let Some(own) = yaml.withdrawal.as_ref().filter(|_| yaml.status.value != Status::Withdrawn) {
        diagnostics.push(problem(file, own.date.span, "not-withdrawn").hint("hint-not-withdrawn"));
    }
    diagnostics
}

/// Later numbers have later days, and the current text comes last.
fn order(works: &[Work], work: &Work) -> Vec<Diagnostic> {
    let mut diagnostics = Vec::new();
    let record = |place: usize| works[place].lineage.frozen.as_ref().map(|own| &own.file);
    let all: Vec<&EditionFile> = work.lineage.editions.iter().filter_map(|place| record(*place)).collect();
    for pair in all.windows(2) {
        let [before, after] = pair else { continue };
        if after.yaml.date.value < before.yaml.date.value {
            let diagnostic =
                problem(after, after.yaml.date.span, "earlier").with("other", before.yaml.number.value.0.as_str());
            let related = Place::new(&before.source, before.yaml.date.span);
            diagnostics.push(diagnostic.hint("hint-earlier").related(related));
        }
    }
    let number = work.current().number.as_deref();
    if let (Some(last), Some(number)) = (all.last(), number)
        && by_number(number) < by_number(&last.yaml.number.value.0)
        && let Some(place) = work.places.iter().flatten().next()
    {
        let diagnostic = Diagnostic::new(Code::EditionState, Place::file(&place.source.path)).with("problem", "behind");
        let diagnostic = diagnostic.with("edition", number).with("other", last.yaml.number.value.0.as_str());
        diagnostics.push(diagnostic.hint("hint-behind"));
    }
    diagnostics
}

/// A text that says it is an edition which has been frozen must be that edition's.
fn same_text(seen: Seen<'_>, (current, twin): (usize, usize), file: &WorkFile) -> Option<Diagnostic> {
    let of = |work: &Work| -> Vec<(String, usize, String)> {
        let mut all = Vec::new();
        for (_, chapter) in work.current().pages() {
            for section in &chapter.sections {
                for (language, version) in section.versions.iter().enumerate() {
                    let Some((document, version)) = chapter.documents[language].zip(version.as_ref()) else { continue };
                    all.push((section.id.clone(), language, seen.fingerprints(document)[version.section].clone()));
                }
            }
        }
        all
    };
    let (now, then) = (of(&seen.works[current]), of(&seen.works[twin]));
    if now == then {
        return None;
    }
    let (one, other) = (now.iter().collect::<std::collections::HashSet<_>>(), then.iter().collect());
    let mut ids: Vec<&str> = one.symmetric_difference(&other).map(|(id, ..)| id.as_str()).collect();
    ids.sort_unstable();
    ids.dedup();
    let edition = file.yaml.edition.as_ref()?;
    let diagnostic = Diagnostic::new(Code::EditionText, Place::new(&file.source, edition.number.span));
    let diagnostic = diagnostic.with("edition", edition.number.value.0.as_str()).with("count", ids.len());
    let named = if ids.len() > MOST_NAMED { format!("{}, …", ids[..MOST_NAMED].join(", ")) } else { ids.join(", ") };
    Some(if ids.is_empty() { diagnostic.hint("hint-order") } else { diagnostic.with("sections", named) })
}

fn corrigendum(book: &Book, work: &Work, documents: &[Document], (nth, file): (u16, &CorrigendumFile)) -> Vec<Diagnostic> {
    let mut diagnostics = Vec::new();
    let report = |span, problem: &'static str| {
        Diagnostic::new(Code::MisplacedCorrigendum, Place::new(&file.source, span)).with("problem", problem)
    };
    if file.number != nth {
        let diagnostic = Diagnostic::new(Code::MisplacedCorrigendum, Place::file(&file.source.path));
        let diagnostic = diagnostic.with("problem", "number").with("number", usize::from(file.number));
        diagnostics.push(diagnostic.with("expected", usize::from(nth)).hint("hint-number"));
    }
    if let Some(day) = work.current().date.filter(|day| file.yaml.date.value < *day) {
        let diagnostic = Diagnostic::new(Code::ImpossibleDate, Place::new(&file.source, file.yaml.date.span));
        let diagnostic = diagnostic.with("date", file.yaml.date.value.to_string()).with("other", day.to_string());
        diagnostics.push(diagnostic.hint("hint-corrigendum"));
    }
    let tag = |language: usize| book.languages[language].0.as_str();
    let known: Vec<&str> = work.languages.iter().map(|(language, _)| tag(*language)).collect();
    for correction in &file.yaml.corrections {
        let correction = &correction.value;
        let id = &correction.section;
        let sections = || work.current().pages().flat_map(|(_, page)| page.sections.iter().map(move |own| (page, own)));
        let Some((chapter, section)) = sections().find(|(_, own)| own.id == id.value) else {
            let diagnostic = Diagnostic::new(Code::UnknownSection, Place::new(&file.source, id.span));
            let diagnostic = diagnostic.with("id", id.value.as_str()).with("work", work.home().as_str());
            let ids = sections().map(|(_, own)| own.id.as_str());
            diagnostics.push(match crate::diagnostics::nearest(&id.value, ids) {
                Some(word) => diagnostic.with("nearest", word).hint("hint-nearest"),
                None => diagnostic,
            });
            continue;
        };
        for (key, corrected) in &correction.texts.entries {
            let Some((language, _)) = work.languages.iter().find(|(language, _)| tag(*language) == key.text) else {
                let diagnostic = Diagnostic::new(Code::UnknownLanguage, Place::new(&file.source, key.span));
                let diagnostic = diagnostic.with("language", key.text.as_str()).with("of", "work");
                diagnostics.push(diagnostic.with("known", known.join(", ")).hint("hint-work"));
                continue;
            };
            let old = &corrected.value.old;
            let text = chapter.documents[*language].map(|document| plain(&documents[document], section, *language));
            let times = text.unwrap_or_default().matches(&words(&old.value)).count();
            if times != 1 || old.value.trim().is_empty() {
                let found = if times == 0 { "absent" } else { "ambiguous" };
                let diagnostic = report(old.span, found).with("section", id.value.as_str());
                diagnostics.push(if times > 1 { diagnostic.hint("hint-ambiguous") } else { diagnostic });
            }
        }
    }
    diagnostics
}

/// The words of a section in one language: its title and its blocks, one white space between two.
fn plain(document: &Document, section: &Section, language: usize) -> String {
    let Some(version) = section.versions.get(language).and_then(Option::as_ref) else { return String::new() };
    let own = &document.sections[version.section];
    let mut text = words(&version.title);
    for block in &document.blocks[own.blocks.start as usize..own.blocks.end as usize] {
        text.push('\n');
        text.push_str(&words(&document.plain(block.inlines.clone())));
    }
    text
}

fn words(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
