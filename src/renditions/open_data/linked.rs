//! `signatories.jsonld`: the register in the vocabulary of schema.org, for programs that join data of many hosts.
//!
//! Takes: the records of `signatories.json`. Gives: JSON-LD 1.1: an `Organization` for each institution, an `EndorseAction`
//! for each endorsement, a `CreativeWork` for each edition. Must not know where the records come from.

use serde_json::{Map, Value, json};

use super::register::{EndorsementRecord, Record, records};
use super::{ByTag, with_lines};
use crate::publication::Publication;

pub fn json(publication: &Publication) -> Vec<u8> {
    let addresses = &publication.addresses;
    let register = addresses.absolute(&addresses.signatories(0));
    let context = json!({
        "@vocab": "https://schema.org/",
        // What schema.org has no word for.
        "specimen": format!("{register}#specimen"),
        "status": format!("{register}#status"),
        "successor": { "@id": format!("{register}#successor"), "@type": "@id" },
    });
    let of_institutions = records(publication).flat_map(|record| {
        let of = |(nth, own): (usize, &EndorsementRecord<'_>)| action(publication, &record, own, nth);
        let actions: Vec<Value> = record.endorsements.iter().enumerate().map(of).collect();
        [organization(publication, &record)].into_iter().chain(actions)
    });
    with_lines(&json!({ "@context": context }), "@graph", editions(publication).into_iter().chain(of_institutions))
}

/// The editions that somebody has endorsed, by what they are told by.
fn editions(publication: &Publication) -> Vec<Value> {
    let endorsed = publication.register.endorsements.iter().map(|own| own.work);
    let mut endorsed: Vec<usize> = endorsed.collect();
    endorsed.dedup();
    let view = |number: usize| {
        let work = &publication.works[number];
        let version = work.current().number.as_deref().unwrap_or_default();
        let names = work.languages.iter().map(
            |(language, _)| json!({ "@value": work.title[*language], "@language": publication.languages[*language].tag }),
        );
        let urls = work.languages.iter();
        let urls = urls.map(|(language, _)| publication.addresses.absolute(&publication.addresses.work(number, *language)));
        json!({
            "@type": "CreativeWork",
            "@id": edition_id(publication, work.home().as_str(), version),
            "name": names.collect::<Vec<_>>(),
            "version": version,
            "url": urls.collect::<Vec<_>>(),
        })
    };
    endorsed.into_iter().map(view).collect()
}

/// An edition is told by the address of its data, which is the same in all languages.
fn edition_id(publication: &Publication, work: &str, edition: &str) -> String {
    let addresses = &publication.addresses;
    format!("{}#{work}@{edition}", addresses.absolute(&addresses.open_data("works.json")))
}

fn in_languages(texts: &ByTag<'_>) -> Vec<Value> {
    texts.iter().map(|(tag, text)| json!({ "@value": text, "@language": tag })).collect()
}

/// An institution is told by its page in the publication's first language.
fn id(publication: &Publication, id: &str) -> String {
    publication.addresses.absolute(&publication.addresses.signatory(id, 0))
}

fn organization(publication: &Publication, record: &Record<'_>) -> Value {
    let mut own = Map::new();
    let mut put = |key: &str, value: Value| {
        let empty = match &value {
            Value::Null => true,
            Value::Array(list) => list.is_empty(),
            _ => false,
        };
        if !empty {
            own.insert(key.to_owned(), value);
        }
    };
    let names_of_past = record.former_names.iter().flat_map(|former| in_languages(&former.names));
    let same =
        [("https://ror.org/", record.identifiers.ror), ("https://www.wikidata.org/entity/", record.identifiers.wikidata)];
    // An address and what it ends with are the same identifier.
    let same = same
        .into_iter()
        .filter_map(|(site, value)| Some(json!(format!("{site}{}", value?.rsplit('/').next().unwrap_or_default()))));
    let place = json!({
        "@type": "PostalAddress",
        "addressCountry": record.country,
        "addressRegion": record.subdivision,
    });
    put("@type", json!("Organization"));
    put("@id", json!(id(publication, record.id)));
    put("identifier", json!(record.id));
    put("specimen", json!(record.specimen));
    put("name", json!(in_languages(&record.names)));
    put("alternateName", json!(in_languages(&record.acronyms).into_iter().chain(names_of_past).collect::<Vec<_>>()));
    put("additionalType", json!(record.r#type));
    put("address", place);
    put("url", json!(record.website));
    put("sameAs", json!(same.collect::<Vec<_>>()));
    put("subjectOf", json!(record.pages.values().collect::<Vec<_>>()));
    put("successor", json!(record.successor.map(|own| id(publication, own))));
    Value::Object(own)
}

fn action(publication: &Publication, record: &Record<'_>, own: &EndorsementRecord<'_>, nth: usize) -> Value {
    let status = match own.status {
        "active" => "ActiveActionStatus",
        _ => "CompletedActionStatus",
    };
    json!({
        "@type": "EndorseAction",
        "@id": format!("{}#endorsement-{}", id(publication, record.id), nth + 1),
        "specimen": record.specimen,
        "agent": { "@id": id(publication, record.id) },
        "object": { "@id": edition_id(publication, own.work, own.edition) },
        "startTime": own.effective.as_ref().unwrap_or(&own.signed),
        "endTime": own.withdrawal.as_ref().map(|withdrawal| &withdrawal.date).or(own.until.as_ref()),
        "actionStatus": format!("https://schema.org/{status}"),
        "description": in_languages(&own.reservations),
        "status": own.status,
    })
}
