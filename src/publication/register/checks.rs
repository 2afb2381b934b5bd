//! What an endorsement says of works, editions and sections, held against those there are.
//!
//! Takes: a signatory's file and the works. Gives: diagnostics. Must not know the other institutions.

use std::sync::Arc;

use jiff::civil::Date;

use super::super::{Work, editions};
use crate::config::Book;
use crate::diagnostics::{Code, Diagnostic, Place, Source};
use crate::documents::SignatoryFile;
use crate::documents::signatory::{EndorsementStatus, EndorsementYaml, Scope};
use crate::record::Spanned;

pub(super) fn endorsements(file: &SignatoryFile, works: &[Work], book: &Book) -> Vec<Diagnostic> {
    let mut diagnostics = Vec::new();
    let mut current: Vec<&EndorsementYaml> = Vec::new();
    for own in &file.yaml.endorsements {
        let own = &own.value;
        let in_force = matches!(own.status.value, EndorsementStatus::Active | EndorsementStatus::Pending);
        let same = |other: &&&EndorsementYaml| {
            other.work.value == own.work.value && other.edition.value == own.edition.value && !parts(other, own)
        };
        if let Some(first) = current.iter().find(same).filter(|_| in_force) {
            let report = Diagnostic::new(Code::RepeatedEndorsement, Place::new(&file.source, own.edition.span));
            let report = report.with("work", own.work.value.as_str()).with("edition", own.edition.value.0.as_str());
            diagnostics.push(report.related(Place::new(&file.source, first.edition.span)));
        }
        if in_force {
            current.push(own);
        }
        diagnostics.extend(endorsement(file, own, works, book));
    }
    diagnostics
}

/// Whether two endorsements cover different parts.
fn parts(one: &EndorsementYaml, other: &EndorsementYaml) -> bool {
    let ids = |own: &EndorsementYaml| match own.scope.as_ref().map(|scope| scope.value.clone()) {
        Some(Scope::Sections(ids)) => ids.into_iter().map(|id| id.value).collect(),
        _ => Vec::new(),
    };
    let (one, other) = (ids(one), ids(other));
    !one.is_empty() && !other.is_empty() && !one.iter().any(|id| other.contains(id))
}

fn endorsement(file: &SignatoryFile, own: &EndorsementYaml, works: &[Work], book: &Book) -> Vec<Diagnostic> {
    let place = |span| Place::new(&file.source, span);
    let mut diagnostics = Vec::new();
    let current = || works.iter().filter(|work| !work.folder.as_str().is_empty() && !work.is_frozen());
    let Some(of) = current().find(|work| work.folder == own.work.value) else {
        let folders = current().map(|work| work.folder.as_str());
        let diagnostic = Diagnostic::new(Code::UnknownWork, place(own.work.span)).with("work", own.work.value.as_str());
        return vec![diagnostic.nearest(&own.work.value, folders)];
    };
    let number = own.edition.value.0.as_str();
    let Some(work) = editions::named(works, &own.work.value, number).map(|place| &works[place]) else {
        let frozen = of.lineage.editions.iter().filter(|place| of.lineage.frozen_as != Some(**place));
        let all = frozen.map(|place| &works[*place]).chain([of]);
        let known: Vec<&str> = all.filter_map(|work| work.current().number.as_deref()).collect();
        let diagnostic = Diagnostic::new(Code::UnknownEdition, place(own.edition.span)).with("edition", number);
        let diagnostic = diagnostic.with("work", of.folder.as_str()).with("known", known.join(", "));
        return vec![if known.is_empty() { diagnostic.hint("hint-none") } else { diagnostic }];
    };
    // Specimens show what endorsements of a work look like before anybody can endorse it.
    let edition = work.current();
    // What was signed while the edition could be endorsed stays signed when another replaces it.
    let in_time = |work: &Work| {
        let by = work.lineage.frozen.as_ref().and_then(|frozen| frozen.replaced_by);
        by.is_some_and(|by| works[by].current().date.is_none_or(|day| own.signed.value <= day))
    };
    let open = work.is_open() || work.endorsable && in_time(work);
    if !open && own.status.value == EndorsementStatus::Active && file.yaml.specimen != Some(true) {
        let diagnostic = Diagnostic::new(Code::NotEndorsable, place(own.edition.span));
        diagnostics.push(diagnostic.with("work", of.folder.as_str()).with("edition", number));
    }
    if let Some(day) = edition.date.filter(|day| own.signed.value < *day) {
        let diagnostic = Diagnostic::new(Code::ImpossibleDate, place(own.signed.span));
        let diagnostic = diagnostic.with("date", own.signed.value.to_string()).with("other", day.to_string());
        diagnostics.push(diagnostic.hint("hint-edition"));
    }
    let tags: Vec<&str> = work.languages.iter().map(|(language, _)| book.languages[*language].0.as_str()).collect();
    if !tags.contains(&own.language.value.as_str()) {
        let diagnostic = Diagnostic::new(Code::UnknownLanguage, place(own.language.span));
        let diagnostic = diagnostic.with("language", own.language.value.as_str()).with("of", "work");
        diagnostics.push(diagnostic.with("known", tags.join(", ")).hint("hint-signed"));
    }
    if let Some(Spanned { value: Scope::Sections(ids), span }) = &own.scope {
        let known: Vec<&str> =
            edition.pages().flat_map(|(_, chapter)| &chapter.sections).map(|section| section.id.as_str()).collect();
        for id in ids.iter().filter(|id| !known.contains(&id.value.as_str())) {
            let diagnostic = Diagnostic::new(Code::UnknownSection, place(id.span)).with("id", id.value.as_str());
            let diagnostic = diagnostic.with("work", of.folder.as_str());
            diagnostics.push(match crate::diagnostics::nearest(&id.value, known.iter().copied()) {
                Some(word) => diagnostic.with("nearest", word).hint("hint-nearest"),
                None => diagnostic,
            });
        }
        if ids.is_empty() {
            diagnostics.push(Diagnostic::new(Code::MalformedValue, place(*span)).with("value", "[]").hint("hint-scope"));
        }
    }
    diagnostics
}

/// The days a file names: those on which something is said to have happened, and those on which a term in force ends.
pub struct Dated {
    source: Arc<Source>,
    happened: Vec<Spanned<Date>>,
    until: Vec<Spanned<Date>>,
}

impl Dated {
    pub(super) fn of(file: &SignatoryFile) -> Dated {
        let yaml = &file.yaml;
        let published = yaml.endorsements.iter().map(|own| &own.value);
        let published = published.filter(|own| own.status.value != EndorsementStatus::Pending);
        let mut dated = Dated { source: Arc::clone(&file.source), happened: Vec::new(), until: Vec::new() };
        dated.happened.extend(yaml.verification.iter().map(|verification| verification.value.date.clone()));
        for own in published {
            let withdrawal = own.withdrawal.as_ref().map(|withdrawal| &withdrawal.value.date);
            dated.happened.extend([Some(&own.signed), own.registered.as_ref(), withdrawal].into_iter().flatten().cloned());
            dated.until.extend(own.until.iter().filter(|_| own.status.value == EndorsementStatus::Active).cloned());
        }
        dated
    }

    /// What only the day tells: a date that is still to come, a term that has ended. `build` never asks for the day.
    pub(super) fn as_of(&self, today: Date) -> Vec<Diagnostic> {
        let report = |code, date: &Spanned<Date>| {
            let diagnostic = Diagnostic::new(code, Place::new(&self.source, date.span)).with("date", date.value.to_string());
            diagnostic.with("other", today.to_string())
        };
        let to_come = self.happened.iter().filter(|date| date.value > today);
        let to_come = to_come.map(|date| report(Code::ImpossibleDate, date).hint("hint-future"));
        let over = self.until.iter().filter(|date| date.value < today);
        to_come.chain(over.map(|date| report(Code::EndedTerm, date))).collect()
    }
}
