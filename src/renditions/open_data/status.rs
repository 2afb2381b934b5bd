//! `status.json`, `status.csv`: how far the comparison of the language versions has come, and which sections remain.
//!
//! Takes: the works and their concordance. Gives: records by work and language. Nobody's handle and no question's words are in them: what
//! people ask each other while they work is no publication. Must not know the page of the status.

use std::collections::BTreeMap;

use serde::Serialize;

use super::pretty;
use crate::publication::Publication;
use crate::publication::concordance::{Compared, State, Tally};
use crate::spreadsheet::Table;

#[derive(Serialize)]
struct WorkRecord<'p> {
    /// Empty for the publication's own pages.
    work: &'p str,
    /// Whether anybody has compared anything.
    begun: bool,
    languages: BTreeMap<&'p str, Counts>,
    remaining: Vec<SectionRecord<'p>>,
}

#[derive(Serialize)]
struct Counts {
    authority: &'static str,
    sections: usize,
    collated: usize,
    changed: usize,
    behind: usize,
    changed_in_both: usize,
    new: usize,
    missing: usize,
    queries: usize,
    percent: usize,
}

#[derive(Serialize)]
struct SectionRecord<'p> {
    section: String,
    states: BTreeMap<&'p str, &'static str>,
    queries: usize,
}

/// A work with what is compared in it; none that has one version alone.
struct Standing {
    number: usize,
    compared: Vec<Compared>,
    tallies: Vec<Tally>,
}

fn standings(publication: &Publication) -> impl Iterator<Item = Standing> {
    (0..publication.works.len()).filter_map(|number| {
        let compared = publication.compared(number);
        let tallies = publication.tallies(number, &compared);
        (!tallies.is_empty()).then_some(Standing { number, compared, tallies })
    })
}

fn counts(publication: &Publication, number: usize, tally: &Tally) -> Counts {
    Counts {
        authority: publication.works[number].authority(tally.language).map_or("", |authority| authority.word()),
        sections: tally.units,
        collated: tally.in_state(State::Collated),
        changed: tally.in_state(State::Changed),
        behind: tally.in_state(State::Behind),
        changed_in_both: tally.in_state(State::ChangedInBoth),
        new: tally.in_state(State::New),
        missing: tally.in_state(State::Missing),
        queries: tally.queries,
        percent: tally.percent(),
    }
}

pub fn json(publication: &Publication) -> Vec<u8> {
    let tag = |language: usize| publication.languages[language].tag.as_str();
    let section = |own: &Compared| SectionRecord {
        section: own.unit.address.as_str().to_owned(),
        states: own.states.iter().enumerate().filter_map(|(own, state)| Some((tag(own), (*state)?.word()))).collect(),
        queries: own.queries,
    };
    let record = |own: Standing| {
        let begun = publication.concordance.has_begun(own.number);
        // Of what nobody has begun, all remains: that is no news.
        let remaining = own.compared.iter().filter(|own| begun && !own.is_settled()).map(section).collect();
        let languages = own.tallies.iter().map(|tally| (tag(tally.language), counts(publication, own.number, tally)));
        WorkRecord { work: publication.works[own.number].folder.as_str(), begun, languages: languages.collect(), remaining }
    };
    pretty(&standings(publication).map(record).collect::<Vec<_>>())
}

/// A line for each work in each language.
pub fn csv(publication: &Publication) -> Vec<u8> {
    let columns = [
        "work",
        "language",
        "authority",
        "begun",
        "sections",
        "collated",
        "changed",
        "behind",
        "changed_in_both",
        "new",
        "missing",
        "queries",
        "percent",
    ];
    let mut table = Table::new(columns);
    for own in standings(publication) {
        let begun = if publication.concordance.has_begun(own.number) { "true" } else { "false" };
        for tally in &own.tallies {
            let counts = counts(publication, own.number, tally);
            let first = [
                publication.works[own.number].folder.as_str(),
                publication.languages[tally.language].tag.as_str(),
                counts.authority,
                begun,
            ];
            let numbers = [
                counts.sections,
                counts.collated,
                counts.changed,
                counts.behind,
                counts.changed_in_both,
                counts.new,
                counts.missing,
                counts.queries,
                counts.percent,
            ];
            let numbers = numbers.map(|number| number.to_string());
            table.line(first.into_iter().chain(numbers.iter().map(String::as_str)));
        }
    }
    table.bytes()
}
