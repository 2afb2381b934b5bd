//! Findings: what `check` says of a work's concordance.
//!
//! Takes: the compared units of a work and its records. Gives: diagnostics, at the version that has to follow with the one that has changed
//! beside it. What was never compared is one line for the whole work: a draft of three hundred sections is no news to its author.

use std::collections::HashMap;

use camino::Utf8Path;

use super::units::Material;
use super::{Compared, State, record_path};
use crate::diagnostics::{Argument, Code, Diagnostic, Place, nearest};
use crate::documents::RecordFile;
use crate::documents::concordance::{CONCORDANCE, CollatorRole};
use crate::publication::Work;

/// How many sections that were never compared are named.
const NAMED: usize = 3;

/// What a work is called on the command line.
pub fn argument(work: &Work) -> &str {
    if work.folder.as_str().is_empty() { "." } else { work.folder.as_str() }
}

/// A record that lies in no work's folder.
pub(super) fn outside(file: &RecordFile) -> Diagnostic {
    stray(file, "work").hint("hint-work")
}

fn stray(file: &RecordFile, problem: &'static str) -> Diagnostic {
    Diagnostic::new(Code::StrayRecord, Place::file(&file.source.path)).with("problem", problem)
}

/// `moved` are the places of strays that belong to units after all.
pub(super) fn of(
    material: &Material<'_>,
    number: usize,
    compared: &[Compared],
    records: &[RecordFile],
    strays: &[usize],
    moved: &HashMap<usize, usize>,
) -> Vec<Diagnostic> {
    let work = &material.seen.works[number];
    let mut diagnostics = Vec::new();
    for place in strays {
        let file = &records[*place];
        diagnostics.push(match moved.get(place) {
            Some(unit) => {
                let wanted = record_path(work, &compared[*unit].unit.address);
                let found = stray(file, "moved").with("section", compared[*unit].unit.address.as_path());
                found.with("from", file.source.path.as_path()).with("to", wanted.as_path()).hint("hint-moved")
            }
            None => nothing(work, file, compared),
        });
    }
    for own in compared {
        let record = own.record.map(|place| &records[place]);
        diagnostics.extend(record.into_iter().flat_map(|file| of_record(material, work, file)));
        let changes = Changes { material, number, own };
        diagnostics.extend(changes.behind());
        diagnostics.extend(changes.changed());
        diagnostics.extend(record.into_iter().flat_map(|file| changes.queries(file)));
    }
    diagnostics.extend(never(material, number, compared));
    diagnostics
}

/// A record of what is not there.
fn nothing(work: &Work, file: &RecordFile, compared: &[Compared]) -> Diagnostic {
    let below = file.path.strip_prefix(work.folder.join(CONCORDANCE)).unwrap_or(&file.path).with_extension("");
    let free = compared.iter().filter(|own| own.record.is_none()).map(|own| own.unit.address.as_str());
    let found = stray(file, "section").with("section", below.as_path());
    match nearest(below.as_str(), free) {
        Some(near) => {
            let wanted = record_path(work, Utf8Path::new(near));
            found.with("from", file.source.path.as_path()).with("to", wanted.as_path()).hint("hint-nearest")
        }
        None => found,
    }
}

/// What is wrong with a record itself: languages that the work does not have, and one hand where two should be.
fn of_record(material: &Material<'_>, work: &Work, file: &RecordFile) -> Vec<Diagnostic> {
    let mut diagnostics = Vec::new();
    let place = |span| Place::new(&file.source, span);
    let tags: Vec<&str> = work.languages.iter().map(|(language, _)| material.book.languages[*language].0.as_str()).collect();
    let translators: Vec<&str> =
        file.record.versions.values().filter_map(|version| version.translated_by.as_deref()).collect();
    for (key, version) in file.yaml.versions.iter().flat_map(|versions| &versions.entries) {
        if !tags.contains(&key.text.as_str()) {
            let found = Diagnostic::new(Code::StrayRecord, place(key.span)).with("problem", "language");
            diagnostics.push(found.with("language", key.text.as_str()).hint("hint-language"));
            continue;
        }
        let by = &version.value.by;
        if version.value.role == CollatorRole::Translator || translators.contains(&by.value.as_str()) {
            let found = Diagnostic::new(Code::CollatedByTranslator, place(by.span)).with("by", by.value.as_str());
            diagnostics.push(found);
            // Its other versions say the same of the same hand.
            break;
        }
    }
    diagnostics
}

/// One unit whose versions are not all as they were.
struct Changes<'m> {
    material: &'m Material<'m>,
    number: usize,
    own: &'m Compared,
}

impl Changes<'_> {
    fn name(&self, language: usize) -> &str {
        &self.material.book.languages[language].1.name
    }

    fn place(&self, language: usize) -> Place {
        self.material.place(self.number, self.own.unit.subject, language)
    }

    fn in_state(&self, wanted: State) -> impl Iterator<Item = usize> {
        let states = self.own.states.iter().enumerate();
        states.filter(move |(_, state)| **state == Some(wanted)).map(|(language, _)| language)
    }

    /// With what every message names.
    fn found(&self, code: Code, place: Place) -> Diagnostic {
        let work = argument(&self.material.seen.works[self.number]);
        Diagnostic::new(code, place).with("work", work).with("section", self.own.unit.address.as_path())
    }

    fn behind(&self) -> Vec<Diagnostic> {
        let changed = self.in_state(State::Changed).chain(self.in_state(State::ChangedInBoth)).next();
        let found = |language: usize| {
            // Where the version that has changed is a matter of a pair that is behind both ways, none stands out.
            let other = changed.filter(|changed| *changed != language);
            let found = self.found(Code::VersionBehind, self.place(language)).with("language", self.name(language));
            match other {
                Some(other) => found.with("problem", "one").with("other", self.name(other)).related(self.place(other)),
                None => found.with("problem", "several"),
            }
        };
        self.in_state(State::Behind).map(found).collect()
    }

    /// Those that changed together; and a courtesy version that changed alone, for which no other has to follow.
    fn changed(&self) -> Vec<Diagnostic> {
        let both: Vec<usize> = self.in_state(State::ChangedInBoth).collect();
        let behind = self.in_state(State::Behind).next().is_some();
        let alone: Vec<usize> = if behind { Vec::new() } else { self.in_state(State::Changed).collect() };
        let names = |languages: &[usize]| -> Argument {
            languages.iter().map(|language| self.name(*language)).collect::<Vec<_>>().join(", ").into()
        };
        let mut found = Vec::new();
        for (problem, languages) in [("both", both), ("alone", alone)] {
            let Some((first, others)) = languages.split_first() else { continue };
            let own = self.found(Code::VersionChanged, self.place(*first)).with("problem", problem);
            let own = own.with("languages", names(&languages));
            found.push(match others.first() {
                Some(second) => own.related(self.place(*second)),
                None => own,
            });
        }
        found
    }

    fn queries(&self, file: &RecordFile) -> Vec<Diagnostic> {
        let first = self.own.states.iter().position(Option::is_some).unwrap_or_default();
        let found = |query: &crate::record::Spanned<crate::documents::concordance::QueryYaml>| {
            let found = self.found(Code::OpenQuery, self.place(first)).related(Place::new(&file.source, query.span));
            found.with("text", one_line(&query.value.text)).with("by", query.value.by.value.as_str())
        };
        file.yaml.queries.iter().map(found).collect()
    }
}

/// Whoever asks may have written several lines.
fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn never(material: &Material<'_>, number: usize, compared: &[Compared]) -> Option<Diagnostic> {
    let new: Vec<&Compared> = compared.iter().filter(|own| own.is_new()).collect();
    let first = new.first()?;
    let work = &material.seen.works[number];
    let named: Vec<&str> = new.iter().take(NAMED).map(|own| own.unit.address.as_str()).collect();
    let place = material.place(number, super::Subject::Texts, first.states.iter().position(Option::is_some)?);
    let found = Diagnostic::new(Code::Uncollated, place).with("work", argument(work)).with("count", new.len());
    Some(found.with("all", compared.len()).with("named", named.join(", ")).with("more", new.len() - named.len()))
}
