//! `editions.json`: the editions of each work, with their addresses, PDFs and integrity codes.
//!
//! Takes: the works with their frozen texts. Gives: JSON, works in their order, the oldest edition first. Must not know what pages say of them.

use std::collections::BTreeMap;

use serde::Serialize;

use super::{ByTag, by_tag, pretty};
use crate::publication::Publication;
use crate::renditions::pdf_files;

#[derive(Serialize)]
struct EditionRecord<'p> {
    work: &'p str,
    number: &'p str,
    status: Option<&'static str>,
    /// The day of the text.
    date: Option<String>,
    adoption: Option<AdoptionRecord<'p>>,
    consultation: Option<ConsultationRecord>,
    /// Whether the text can no longer change.
    frozen: bool,
    /// Whether the sources say the same now.
    current: bool,
    replaced_by: Option<&'p str>,
    /// Whether it was frozen before its authentic versions had been compared.
    uncollated: bool,
    corrigenda: usize,
    /// By language tag.
    pages: BTreeMap<&'p str, String>,
    pdfs: Vec<PdfRecord<'p>>,
    fingerprint: String,
}

#[derive(Serialize)]
struct AdoptionRecord<'p> {
    body: ByTag<'p>,
    date: String,
    record: Option<&'p str>,
}

#[derive(Serialize)]
struct ConsultationRecord {
    opens: String,
    closes: String,
}

#[derive(Serialize)]
struct PdfRecord<'p> {
    languages: Vec<&'p str>,
    /// With the endorsements at its end; the text alone never changes.
    endorsed: bool,
    address: String,
}

pub fn editions(publication: &Publication) -> Vec<u8> {
    let works = publication.works();
    let all = works.flat_map(|(work, _)| publication.editions(work).into_iter().map(move |place| (work, place)));
    pretty(&all.map(|(work, place)| record(publication, work, place)).collect::<Vec<_>>())
}

fn record(publication: &Publication, work: usize, place: usize) -> EditionRecord<'_> {
    let (own, addresses) = (&publication.works[place], &publication.addresses);
    let number = |place: usize| publication.works[place].current().number.as_deref();
    let edition = own.current();
    let frozen = own.lineage.frozen.as_ref();
    let tag = |language: usize| publication.languages[language].tag.as_str();
    let adoption = match frozen {
        Some(frozen) => frozen.file.yaml.adoption.as_ref(),
        None => edition.adoption.as_ref(),
    };
    EditionRecord {
        work: own.home().as_str(),
        number: edition.number.as_deref().unwrap_or_default(),
        status: edition.status.map(|status| status.word()),
        date: edition.date.map(|day| day.to_string()),
        adoption: adoption.map(|own| AdoptionRecord {
            body: by_tag(&own.body),
            date: own.date.to_string(),
            record: own.record.as_deref(),
        }),
        consultation: edition
            .consultation
            .as_ref()
            .map(|own| ConsultationRecord { opens: own.opens.to_string(), closes: own.closes.value.to_string() }),
        frozen: frozen.is_some(),
        current: publication.as_current(place) == work,
        replaced_by: frozen.and_then(|own| own.replaced_by).and_then(number),
        uncollated: frozen.is_some_and(|own| own.file.yaml.uncollated == Some(true)),
        corrigenda: frozen.map_or(0, |own| own.corrigenda.len()),
        pages: own.languages.iter().map(|(own, _)| (tag(*own), addresses.absolute(&addresses.work(place, *own)))).collect(),
        pdfs: pdf_files(publication, place)
            .into_iter()
            .map(|file| PdfRecord {
                languages: file.languages.iter().map(|language| tag(*language)).collect(),
                endorsed: file.endorsed,
                address: addresses.absolute(&file.address),
            })
            .collect(),
        fingerprint: publication.edition_fingerprint(place),
    }
}
