//! Collation: what is recorded when somebody has compared the versions of a section.
//!
//! Takes: a unit of the publication, whoever compared it, and what was recorded before. Gives: the record as it is to be, as a [`Change`]
//! that is tried like any other before it lands. Must not know how a person is asked, nor how files are written.
//!
//! What was compared with what is said at each version: `with` holds the texts that stood beside it. A comparison of some languages leaves
//! what is known of the others, as far as it is still about the same text.

pub mod beside;
pub mod history;

use std::collections::BTreeMap;
use std::sync::Arc;

use jiff::civil::Date;

use crate::diagnostics::Source;
use crate::documents::concordance::{CollatorRole, Query, Record, Version};
use crate::documents::work::Authority;
use crate::enrolment::trial::Trial;
use crate::enrolment::{Change, Composed};
use crate::publication::concordance::{Compared, Subject};
use crate::publication::{Publication, Work};
use crate::renditions::text;

/// Whoever compares, when, and what they know of who translated.
#[derive(Clone, Debug)]
pub struct Hand {
    pub by: String,
    pub role: CollatorRole,
    pub date: Date,
    /// By language tag.
    pub translated_by: BTreeMap<String, String>,
}

/// The versions of a unit that stand beside each other, as far as they exist: those of these languages, and for a courtesy version, or an
/// authentic one alone, all authentic ones.
pub fn shown(publication: &Publication, number: usize, subject: Subject, languages: &[usize]) -> Vec<usize> {
    let work = &publication.works[number];
    let now = publication.texts_now(number, subject);
    let own = work.languages.iter().map(|(language, _)| *language).filter(|language| now[*language].is_some());
    own.filter(|language| languages.contains(language) || is_beside(work, languages, *language)).collect()
}

/// Whether versions in these languages are compared with the one in this.
fn is_beside(work: &Work, languages: &[usize], other: usize) -> bool {
    let is_authentic = |language: usize| work.authority(language) == Some(Authority::Authentic);
    let authentic = languages.iter().filter(|language| is_authentic(**language)).count();
    is_authentic(other) && (languages.contains(&other) || authentic < 2)
}

/// The record of a unit whose versions in these languages were compared. What was asked is answered by that.
pub fn collated(publication: &Publication, number: usize, compared: &Compared, languages: &[usize], hand: &Hand) -> Record {
    let work = &publication.works[number];
    let now = publication.texts_now(number, compared.unit.subject);
    let tag = |language: usize| publication.languages[language].tag.clone();
    let mut record = publication.record_of(compared).cloned().unwrap_or_default();
    let before = std::mem::take(&mut record.versions);
    for language in work.languages.iter().map(|(language, _)| *language) {
        let known = before.get(&tag(language));
        let Some(text) = now[language].as_ref().filter(|_| languages.contains(&language)) else {
            record.versions.extend(known.map(|known| (tag(language), known.clone())));
            continue;
        };
        let unchanged = known.filter(|known| known.text == *text);
        let mut with = unchanged.map(|known| known.with.clone()).unwrap_or_default();
        let others = work.languages.iter().map(|(other, _)| *other).filter(|other| *other != language);
        for other in others.filter(|other| is_beside(work, languages, *other)) {
            with.extend(now[other].clone().map(|text| (tag(other), text)));
        }
        if with.is_empty() {
            continue;
        }
        let translator = unchanged.and_then(|known| known.translated_by.clone());
        let version = Version {
            text: text.clone(),
            with,
            edition: work.current().number.clone(),
            date: hand.date,
            by: hand.by.clone(),
            role: hand.role,
            translated_by: hand.translated_by.get(&tag(language)).cloned().or(translator),
        };
        record.versions.insert(tag(language), version);
    }
    record.queries.clear();
    record
}

/// The same record with one question more.
pub fn queried(before: Option<&Record>, hand: &Hand, text: &str) -> Record {
    let mut record = before.cloned().unwrap_or_default();
    let text = text.trim().to_owned();
    record.queries.push(Query { date: hand.date, by: hand.by.clone(), role: hand.role, text });
    record
}

/// The same record without questions.
pub fn closed(before: &Record) -> Record {
    Record { queries: Vec::new(), ..before.clone() }
}

/// The file of a unit's record as it is to be, with the ids by which links have known the section.
pub fn change(trial: &Trial, publication: &Publication, number: usize, compared: &Compared, record: Record) -> Change {
    let path = publication.record_path(number, &compared.unit);
    let before = trial.file(&path).cloned();
    let mut record = record;
    if let Some((id, former)) = publication.unit_ids(&compared.unit) {
        (record.section, record.formerly) = (Some(id.to_owned()), former.to_vec());
    }
    Change { path, composed: Composed { text: record.yaml(), places: Vec::new() }, before }
}

/// The file that holds what was recorded of a unit under another name than the one that it is written under now.
pub fn left_behind<'p>(publication: &'p Publication, number: usize, compared: &Compared) -> Option<&'p Arc<Source>> {
    let file = publication.concordance.record(compared)?;
    (file.source.path != publication.record_path(number, &compared.unit)).then_some(&file.source)
}

/// What a reader of a language would read of a unit, as plain text.
pub fn read_aloud(publication: &Publication, number: usize, subject: Subject, language: usize) -> String {
    let Subject::Section(key) = subject else {
        let texts = publication.unit_texts(number, subject, language);
        return texts.iter().map(|(_, text)| flowing(text)).collect::<Vec<_>>().join("\n\n");
    };
    let Some((_, chapter, section)) = publication.section(key) else { return String::new() };
    let version = section.versions[language].as_ref();
    let Some((index, version)) = chapter.documents[language].zip(version) else { return String::new() };
    let own = text::section(publication, index, version.section);
    // An opening has the page's title, which stands in no heading.
    if version.section == 0 { format!("{}\n\n{own}", version.title) } else { own }
}

/// Where a line of a YAML text ends, a reader sees nothing; where it is empty, a paragraph ends.
fn flowing(text: &str) -> String {
    let lines: Vec<&str> = text.lines().collect();
    let paragraphs = lines.split(|line| line.trim().is_empty()).filter(|lines| !lines.is_empty());
    paragraphs.map(|lines| lines.join(" ")).collect::<Vec<_>>().join("\n\n")
}
