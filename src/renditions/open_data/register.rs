//! `signatories.json`: the register as its files say it, with how each endorsement stands at the register's last day.
//!
//! Takes: the publication's register. Gives: JSON, institutions in the order of their ids. Must not know other formats,
//! which start from the same records.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use super::{ByTag, by_tag, with_lines};
use crate::documents::signatory::{EndorsementYaml, Scope, SignatoryYaml};
use crate::publication::Publication;
use crate::publication::register::{Endorsement, Signatory};

#[derive(Serialize)]
struct Head<'p> {
    title: ByTag<'p>,
    publisher: ByTag<'p>,
    address: String,
    /// The last day on which something happened, specimens apart.
    as_at: Option<String>,
    counted: Counted,
}

/// What is in force, specimens apart.
#[derive(Serialize)]
struct Counted {
    signatories: usize,
    endorsements: usize,
}

#[derive(Serialize)]
pub struct Record<'p> {
    pub id: &'p str,
    pub specimen: bool,
    pub pages: BTreeMap<&'p str, String>,
    pub names: ByTag<'p>,
    pub acronyms: ByTag<'p>,
    pub former_names: Vec<FormerName<'p>>,
    pub successor: Option<&'p str>,
    pub identifiers: Identifiers<'p>,
    pub r#type: &'p str,
    pub country: &'p str,
    pub subdivision: Option<&'p str>,
    pub website: Option<&'p str>,
    pub verification: Option<Verification>,
    pub endorsements: Vec<EndorsementRecord<'p>>,
}

#[derive(Serialize)]
pub struct FormerName<'p> {
    pub names: ByTag<'p>,
    pub until: String,
}

#[derive(Serialize)]
pub struct Identifiers<'p> {
    pub ror: Option<&'p str>,
    pub wikidata: Option<&'p str>,
    pub org_id: Option<&'p str>,
}

#[derive(Serialize)]
pub struct Verification {
    pub method: &'static str,
    pub date: String,
}

#[derive(Serialize)]
pub struct EndorsementRecord<'p> {
    pub work: &'p str,
    pub edition: &'p str,
    /// The sections covered; none where the whole is.
    pub sections: Option<Vec<&'p str>>,
    pub language: &'p str,
    pub status: &'static str,
    pub signed: String,
    pub effective: Option<String>,
    pub registered: Option<String>,
    pub until: Option<String>,
    pub authority: Option<Authority<'p>>,
    pub reservations: ByTag<'p>,
    pub withdrawal: Option<Withdrawal<'p>>,
}

#[derive(Serialize)]
pub struct Authority<'p> {
    pub body: &'p str,
    pub office: Option<&'p str>,
    pub resolution: Option<&'p str>,
    pub url: Option<&'p str>,
}

#[derive(Serialize)]
pub struct Withdrawal<'p> {
    pub date: String,
    pub reference: Option<&'p str>,
}

pub fn json(publication: &Publication) -> Vec<u8> {
    let register = &publication.register;
    let in_force = || register.endorsements.iter().filter(|own| register.counts(own));
    let signatories: BTreeSet<usize> = in_force().map(|own| own.signatory).collect();
    let head = Head {
        title: by_tag(&publication.book.title),
        publisher: by_tag(&publication.book.publisher),
        address: publication.addresses.absolute(&publication.addresses.chooser()),
        as_at: register.as_at.map(|day| day.to_string()),
        counted: Counted { signatories: signatories.len(), endorsements: in_force().count() },
    };
    with_lines(&head, "signatories", records(publication))
}

/// The institutions of the register in the order of their ids.
pub fn records(publication: &Publication) -> impl Iterator<Item = Record<'_>> {
    publication.register.signatories.iter().enumerate().map(|(place, own)| record(publication, place, own))
}

fn record<'p>(publication: &'p Publication, place: usize, signatory: &'p Signatory) -> Record<'p> {
    let own: &SignatoryYaml = &signatory.yaml;
    let addresses = &publication.addresses;
    let page = |(language, known): (usize, &'p crate::locale::Language)| {
        (known.tag.as_str(), addresses.absolute(&addresses.signatory(signatory.id(), language)))
    };
    let text = |value: &'p Option<crate::record::Spanned<String>>| value.as_ref().map(|text| text.value.as_str());
    let identifiers = own.identifiers.as_ref();
    Record {
        id: signatory.id(),
        specimen: signatory.specimen,
        pages: publication.languages.iter().enumerate().map(page).collect(),
        names: by_tag(&own.names),
        acronyms: own.acronym.as_ref().map(by_tag).unwrap_or_default(),
        former_names: own
            .history
            .iter()
            .map(|former| FormerName { names: by_tag(&former.names), until: former.until.value.to_string() })
            .collect(),
        successor: text(&own.successor),
        identifiers: Identifiers {
            ror: identifiers.and_then(|own| text(&own.ror)),
            wikidata: identifiers.and_then(|own| text(&own.wikidata)),
            org_id: identifiers.and_then(|own| text(&own.org_id)),
        },
        r#type: &own.r#type.value,
        country: &own.country.value,
        subdivision: text(&own.subdivision),
        website: text(&own.website),
        verification: own.verification.as_ref().map(|verification| Verification {
            method: verification.value.method.word(),
            date: verification.value.date.value.to_string(),
        }),
        endorsements: publication.register.of(place).map(|own| endorsement(publication, own)).collect(),
    }
}

fn endorsement<'p>(publication: &'p Publication, own: &'p Endorsement) -> EndorsementRecord<'p> {
    let yaml: &EndorsementYaml = publication.register.yaml(own);
    let day = |day: &Option<crate::record::Spanned<jiff::civil::Date>>| day.as_ref().map(|day| day.value.to_string());
    let sections = match yaml.scope.as_ref().map(|scope| &scope.value) {
        None | Some(Scope::Whole) => None,
        Some(Scope::Sections(ids)) => Some(ids.iter().map(|id| id.value.as_str()).collect()),
    };
    EndorsementRecord {
        work: &yaml.work.value,
        edition: &yaml.edition.value.0,
        sections,
        language: &yaml.language.value,
        status: own.state.name(),
        signed: yaml.signed.value.to_string(),
        effective: day(&yaml.effective),
        registered: day(&yaml.registered),
        until: day(&yaml.until),
        authority: yaml.authority.as_ref().map(|authority| Authority {
            body: &authority.value.body,
            office: authority.value.office.as_deref(),
            resolution: authority.value.resolution.as_deref(),
            url: authority.value.url.as_ref().map(|url| url.value.as_str()),
        }),
        reservations: yaml.reservations.as_ref().map(by_tag).unwrap_or_default(),
        withdrawal: yaml.withdrawal.as_ref().map(|withdrawal| Withdrawal {
            date: withdrawal.value.date.value.to_string(),
            reference: withdrawal.value.reference.as_deref(),
        }),
    }
}
