//! `amendments.csv`: the table of comments that standards bodies keep, one line for each change in each language.
//!
//! Takes: the amendments. Gives: a table for spreadsheets, in the order of works and numbers. Must not know what pages say of them.

use crate::documents::amendment::{ChangeYaml, Said};
use crate::publication::{Amendment, Publication};
use crate::record::Texts;
use crate::spreadsheet::Table;

const COLUMNS: [&str; 23] = [
    "work",
    "edition",
    "amendment",
    "specimen",
    "language",
    "section",
    "number",
    "type",
    "operation",
    "new_section",
    "to",
    "comment",
    "proposal",
    "approved",
    "status",
    "proposer",
    "signatory",
    "received",
    "decided",
    "decided_by",
    "observations",
    "merged",
    "page",
];

pub fn amendments(publication: &Publication) -> Vec<u8> {
    let mut table = Table::new(COLUMNS);
    for (_, own) in publication.amendments.iter() {
        for (change, yaml) in own.pairs() {
            for language in publication.works[own.work].languages.iter().map(|(language, _)| *language) {
                let key = change.target.and_then(|key| publication.section(key));
                let number = key.map_or("", |(_, _, section)| section.number.as_str());
                let cells = cells(publication, own, yaml, number, language);
                table.line(cells.iter().map(String::as_str));
            }
        }
    }
    table.bytes()
}

fn cells(publication: &Publication, own: &Amendment, change: &ChangeYaml, number: &str, language: usize) -> [String; 23] {
    let tag = publication.languages[language].tag.as_str();
    let (yaml, addresses) = (&own.yaml, &publication.addresses);
    let text = |texts: Option<&Texts>| texts.and_then(|texts| texts.get(tag)).map_or("", |text| text.trim()).to_owned();
    let said = |said: Option<&Said>| said.map_or("", |said| said.text(tag).0).to_owned();
    let decision = yaml.decision.as_ref().map(|decision| &decision.value);
    let proposer = yaml.proposer.as_ref();
    let to = change.to.as_ref().and_then(|to| to.value.place());
    let to = to.map(|(id, after)| format!("{}: {}", if after { "after" } else { "before" }, id.value));
    [
        publication.works[own.work].folder.to_string(),
        yaml.base_edition.value.0.clone(),
        own.id().to_owned(),
        if own.is_specimen() || publication.works[own.work].specimen { "true" } else { "false" }.to_owned(),
        tag.to_owned(),
        change.target.value.clone(),
        number.to_owned(),
        own.kind().word().to_owned(),
        change.op.as_ref().map_or("", |op| op.value.word()).to_owned(),
        change.id.as_ref().map_or("", |id| id.value.as_str()).to_owned(),
        to.unwrap_or_default(),
        text(yaml.rationale.as_ref()),
        text(change.text.as_ref()),
        text(change.approved.as_ref()),
        own.status().word().to_owned(),
        said(proposer.and_then(|own| own.name.as_ref())),
        proposer.and_then(|own| own.signatory.as_ref()).map_or("", |id| id.value.as_str()).to_owned(),
        yaml.received.date.value.to_string(),
        decision.map(|own| own.date.value.to_string()).unwrap_or_default(),
        said(decision.map(|own| &own.by)),
        text(decision.and_then(|own| own.observations.as_ref())),
        yaml.merged.as_ref().map_or("", |edition| edition.value.0.as_str()).to_owned(),
        addresses.absolute(&addresses.amendment(own.work, own.id(), language)),
    ]
}
