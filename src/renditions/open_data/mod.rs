//! Open data: the register, the works, their sections and how far their versions were compared, as files for programs. `docs/data.md` describes them.
//!
//! Takes: a publication. Gives: JSON, CSV and JSON-LD below `data/`, the same bytes whenever the sources are the same. What
//! a page may not show is in no file either: pending endorsements, institutions that have not agreed to be named. Must not
//! know other renditions.

mod amendments;
mod csv;
mod editions;
mod linked;
mod register;
mod status;
mod works;

use std::collections::BTreeMap;
use std::sync::Arc;

use serde::Serialize;

use super::{Make, Rendition, key};
use crate::publication::Publication;
use crate::record::Texts;

/// By language tag.
type ByTag<'p> = BTreeMap<&'p str, &'p str>;

pub fn renditions(publication: &Arc<Publication>) -> Vec<Rendition> {
    let mut list = Vec::new();
    if publication.has_register() {
        list.push(file(publication, "signatories.json", register::json));
        list.push(file(publication, "signatories.csv", csv::signatories));
        list.push(file(publication, "signatories.jsonld", linked::json));
    }
    if publication.works().next().is_some() {
        list.push(file(publication, "works.json", works::works));
        list.push(file(publication, "sections.json", works::sections));
        list.push(file(publication, "sections.csv", csv::sections));
    }
    if publication.works.iter().any(|work| work.is_frozen()) {
        list.push(file(publication, "editions.json", editions::editions));
    }
    if publication.languages.len() > 1 {
        list.push(file(publication, "status.json", status::json));
        list.push(file(publication, "status.csv", status::csv));
    }
    if !publication.amendments.is_empty() {
        list.push(file(publication, "amendments.csv", amendments::amendments));
    }
    list
}

fn file(publication: &Arc<Publication>, name: &'static str, bytes: fn(&Publication) -> Vec<u8>) -> Rendition {
    let (for_key, for_bytes) = (Arc::clone(publication), Arc::clone(publication));
    Rendition {
        path: publication.addresses.file(&publication.addresses.open_data(name)).into(),
        costly: false,
        offered: true,
        key: Box::new(move || key(blake3::Hasher::new().update(&bytes(&for_key)))),
        make: Make::Alone(Box::new(move |_| Ok(bytes(&for_bytes)))),
    }
}

fn by_tag(texts: &Texts) -> ByTag<'_> {
    texts.entries.iter().map(|(key, text)| (key.text.as_str(), text.value.as_str())).collect()
}

/// A JSON object whose last key is a long list: a line for each record, so that a change of one is a change of one line.
fn with_lines<T: Serialize>(head: &impl Serialize, key: &str, records: impl Iterator<Item = T>) -> Vec<u8> {
    let mut bytes = pretty(head);
    bytes.truncate(bytes.len() - "\n}\n".len());
    bytes.extend_from_slice(format!(",\n  \"{key}\": [").as_bytes());
    for (nth, record) in records.enumerate() {
        bytes.extend_from_slice(if nth == 0 { b"\n    " } else { b",\n    " });
        // Nothing but memory is written to, and every key is a text.
        serde_json::to_writer(&mut bytes, &record).ok();
    }
    bytes.extend_from_slice(b"\n  ]\n}\n");
    bytes
}

/// Indented, because people look at data too; with a line end at the end.
fn pretty(value: &impl Serialize) -> Vec<u8> {
    let mut bytes = Vec::new();
    // Nothing but memory is written to, and every key is a text.
    serde_json::to_writer_pretty(&mut bytes, value).ok();
    bytes.push(b'\n');
    bytes
}
