//! CSV (RFC 4180): one line for each endorsement, one for each section.
//!
//! Takes: the records of the JSON files. Gives: tables for spreadsheets. Must not know where the records come from.

use super::register::{EndorsementRecord, Record, records};
use super::works::section_records;
use crate::publication::Publication;
use crate::spreadsheet::Table;

const OF_ENDORSEMENT: [&str; 18] = [
    "work",
    "edition",
    "sections",
    "language",
    "status",
    "signed",
    "effective",
    "registered",
    "until",
    "withdrawn",
    "withdrawal_reference",
    "reservations",
    "authority",
    "authority_office",
    "authority_resolution",
    "authority_url",
    "verification",
    "verified",
];

/// `signatories.csv`: an institution with several endorsements has several lines.
pub fn signatories(publication: &Publication) -> Vec<u8> {
    let tags: Vec<&str> = publication.languages.iter().map(|language| language.tag.as_str()).collect();
    let names: Vec<String> = tags.iter().map(|tag| format!("name_{tag}")).collect();
    let first = ["id", "specimen", "name", "name_language"];
    let then = ["acronym", "type", "country", "subdivision", "website", "ror", "wikidata", "org_id", "successor", "page"];
    let columns = first.into_iter().chain(names.iter().map(String::as_str)).chain(then).chain(OF_ENDORSEMENT);
    let mut table = Table::new(columns);
    for (record, signatory) in records(publication).zip(&publication.register.signatories) {
        // The name that the institution gives first, whatever its language, and those in the publication's.
        let (name, language) = signatory.yaml.names.entries.first().map_or(("", ""), |(key, name)| (&name.value, &key.text));
        let specimen = if record.specimen { "true" } else { "false" };
        let names = tags.iter().map(|tag| record.names.get(tag).copied().unwrap_or_default());
        let page = publication.addresses.absolute(&publication.addresses.signatory(record.id, 0));
        let own =
            [record.id, specimen, name, language].into_iter().chain(names).chain(about(&record)).chain([page.as_str()]);
        let own: Vec<&str> = own.collect();
        for endorsement in &record.endorsements {
            let cells = of_endorsement(&record, endorsement);
            table.line(own.iter().copied().chain(cells.iter().map(String::as_str)));
        }
    }
    table.bytes()
}

fn about<'r>(record: &'r Record<'_>) -> [&'r str; 9] {
    let acronym = record.acronyms.values().next().copied().unwrap_or_default();
    let identifiers = &record.identifiers;
    [
        acronym,
        record.r#type,
        record.country,
        record.subdivision.unwrap_or_default(),
        record.website.unwrap_or_default(),
        identifiers.ror.unwrap_or_default(),
        identifiers.wikidata.unwrap_or_default(),
        identifiers.org_id.unwrap_or_default(),
        record.successor.unwrap_or_default(),
    ]
}

fn of_endorsement(record: &Record<'_>, own: &EndorsementRecord<'_>) -> [String; 18] {
    let text = |text: Option<&str>| text.unwrap_or_default().to_owned();
    let day = |day: &Option<String>| day.clone().unwrap_or_default();
    let authority = own.authority.as_ref();
    let reservations: Vec<String> = own.reservations.iter().map(|(tag, text)| format!("{tag}: {}", text.trim())).collect();
    [
        own.work.to_owned(),
        own.edition.to_owned(),
        own.sections.as_ref().map_or_else(|| "whole".to_owned(), |ids| ids.join(" ")),
        own.language.to_owned(),
        own.status.to_owned(),
        own.signed.clone(),
        day(&own.effective),
        day(&own.registered),
        day(&own.until),
        own.withdrawal.as_ref().map(|withdrawal| withdrawal.date.clone()).unwrap_or_default(),
        text(own.withdrawal.as_ref().and_then(|withdrawal| withdrawal.reference)),
        reservations.join("\n"),
        text(authority.map(|own| own.body)),
        text(authority.and_then(|own| own.office)),
        text(authority.and_then(|own| own.resolution)),
        text(authority.and_then(|own| own.url)),
        text(record.verification.as_ref().map(|own| own.method)),
        record.verification.as_ref().map(|own| own.date.clone()).unwrap_or_default(),
    ]
}

/// `sections.csv`: one line for each section in each language.
pub fn sections(publication: &Publication) -> Vec<u8> {
    let columns = ["work", "edition", "id", "number", "level", "language", "title", "address", "fingerprint"];
    let mut table = Table::new(columns);
    for section in section_records(publication) {
        let level = section.level.to_string();
        for (tag, version) in &section.versions {
            table.line([
                section.work,
                section.edition.unwrap_or_default(),
                section.id,
                section.number,
                &level,
                tag,
                version.title,
                &version.address,
                version.fingerprint,
            ]);
        }
    }
    table.bytes()
}
