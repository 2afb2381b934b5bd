//! `works.json`, `sections.json`: what is published, with addresses and fingerprints that last.
//!
//! Takes: the works. Gives: JSON, works and sections in their order. Must not know the register.

use std::collections::BTreeMap;

use serde::Serialize;

use super::{ByTag, pretty};
use crate::publication::{Chapter, ChapterKey, Publication, Section, SectionKey, Work};
use crate::renditions::html;

#[derive(Serialize)]
struct WorkRecord<'p> {
    work: &'p str,
    kind: &'static str,
    titles: ByTag<'p>,
    short_titles: ByTag<'p>,
    /// How far each version binds.
    languages: BTreeMap<&'p str, &'static str>,
    pages: BTreeMap<&'p str, String>,
    edition: Option<&'p str>,
    status: Option<&'static str>,
    date: Option<String>,
    /// Made up to show something.
    specimen: bool,
    endorsable: bool,
    licence: Option<&'p str>,
    fingerprint: Option<String>,
}

#[derive(Serialize)]
pub struct SectionRecord<'p> {
    pub work: &'p str,
    pub edition: Option<&'p str>,
    pub id: &'p str,
    pub number: &'p str,
    /// 1 for a chapter.
    pub level: u8,
    /// By language tag.
    pub versions: BTreeMap<&'p str, VersionRecord<'p>>,
}

#[derive(Serialize)]
pub struct VersionRecord<'p> {
    pub title: &'p str,
    pub address: String,
    pub fingerprint: &'p str,
}

pub fn works(publication: &Publication) -> Vec<u8> {
    let records: Vec<WorkRecord<'_>> =
        publication.works().map(|(number, work)| work_record(publication, number, work)).collect();
    pretty(&records)
}

fn work_record<'p>(publication: &'p Publication, number: usize, work: &'p Work) -> WorkRecord<'p> {
    let (edition, addresses) = (work.current(), &publication.addresses);
    let tag = |language: usize| publication.languages[language].tag.as_str();
    let texts = |texts: &'p [String]| work.languages.iter().map(|(own, _)| (tag(*own), texts[*own].as_str())).collect();
    let page = |language: usize| addresses.absolute(&addresses.work(number, language));
    WorkRecord {
        work: work.folder.as_str(),
        kind: work.kind.word(),
        titles: texts(&work.title),
        short_titles: texts(&work.short_title),
        languages: work.languages.iter().map(|(own, authority)| (tag(*own), authority.word())).collect(),
        pages: work.languages.iter().map(|(own, _)| (tag(*own), page(*own))).collect(),
        edition: edition.number.as_deref(),
        status: edition.status.map(|status| status.word()),
        date: edition.date.map(|day| day.to_string()),
        specimen: work.specimen,
        endorsable: work.endorsable,
        licence: work.licence.as_ref().map(|(identifier, _)| identifier.as_str()),
        fingerprint: edition.number.as_ref().map(|_| publication.edition_fingerprint(number)),
    }
}

pub fn sections(publication: &Publication) -> Vec<u8> {
    pretty(&section_records(publication).collect::<Vec<_>>())
}

/// The sections of all works in their order.
pub fn section_records(publication: &Publication) -> impl Iterator<Item = SectionRecord<'_>> {
    publication.works().flat_map(move |(number, work)| {
        let chapters = work.current().pages();
        chapters.flat_map(move |(key, chapter)| {
            let sections = chapter.sections.iter().enumerate();
            sections.map(move |(place, section)| {
                let key = SectionKey { work: number, chapter: key, section: place };
                section_record(publication, work, chapter, section, key)
            })
        })
    })
}

fn section_record<'p>(
    publication: &'p Publication,
    work: &'p Work,
    chapter: &'p Chapter,
    section: &'p Section,
    key: SectionKey,
) -> SectionRecord<'p> {
    let version = |(language, version): (usize, &'p Option<crate::publication::SectionVersion>)| {
        let (version, document) = (version.as_ref()?, chapter.documents[language]?);
        let record = VersionRecord {
            title: &version.title,
            address: publication.addresses.absolute(&html::address(publication, key, language)),
            fingerprint: &publication.fingerprints(document)[version.section],
        };
        Some((publication.languages[language].tag.as_str(), record))
    };
    // What introduces a work is part of its title page and has no id that lasts.
    let id = if key.chapter == ChapterKey::Index && key.section == 0 { "" } else { section.id.as_str() };
    SectionRecord {
        work: work.folder.as_str(),
        edition: work.current().number.as_deref(),
        id,
        number: &section.number,
        level: section.level,
        versions: section.versions.iter().enumerate().filter_map(version).collect(),
    }
}
