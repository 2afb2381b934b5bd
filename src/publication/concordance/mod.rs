//! Concordance: which versions somebody has compared, and whether they still are what was compared.
//!
//! Takes: the records, and everything that fingerprints are made of. Gives: a [`Concordance`], in which each unit of a work whose
//! comparison has begun has its states, and a diagnostic for what has changed since, for open questions, and for records of nothing.
//! A work without records costs nothing: its states are told when somebody asks. Must not know how records are written, nor what a page
//! says of them.
//!
//! A record belongs to the unit of its address. One whose unit is gone belongs to a unit without a record that still reads as was recorded:
//! renaming a file or an id loses nothing.

mod findings;
mod former;
mod states;
mod tally;
mod units;

use std::collections::HashMap;

use camino::{Utf8Path, Utf8PathBuf};
use rayon::prelude::*;

use super::{Proceedings, Publication, Register, SectionKey, Work};
use crate::config::Book;
use crate::diagnostics::{Diagnostic, Place};
use crate::documents::concordance::{CONCORDANCE, CollatorRole, Record};
use crate::documents::{CONTENT, Glossary, RecordFile};

use super::fingerprint::Seen;
pub use findings::argument;
use former::Former;
pub use states::State;
pub use tally::Tally;
use units::Material;
pub use units::{Subject, TEXTS, Unit};

/// Of records that say the same of one version, no more than this are looked at for each section: strangers write records.
const MOST_ALIKE: usize = 16;

#[derive(Default)]
pub struct Concordance {
    /// In the order of their files.
    pub records: Vec<RecordFile>,
    /// By work; none where nobody has begun.
    works: Vec<Option<Vec<Compared>>>,
    /// By section: its place in its work's list.
    sections: HashMap<SectionKey, usize>,
    /// The ids that sections had when they were compared.
    former: Former,
}

/// One unit and where its versions stand.
#[derive(Clone, Debug)]
pub struct Compared {
    pub unit: Unit,
    /// By language of the publication; none where there is nothing to compare.
    pub states: Vec<Option<State>>,
    /// Its record's place in [`Concordance::records`].
    pub record: Option<usize>,
    /// How many questions are open.
    pub queries: usize,
}

impl Compared {
    /// Whether all its versions are collated and nothing is asked.
    pub fn is_settled(&self) -> bool {
        self.queries == 0 && self.states.iter().flatten().all(|state| *state == State::Collated)
    }

    /// Whether a reader should know that its versions may not agree.
    pub fn is_under_review(&self) -> bool {
        self.queries > 0 || self.states.iter().flatten().any(|state| state.is_under_review())
    }

    pub fn is_new(&self) -> bool {
        !self.is_under_review() && self.states.iter().flatten().any(|state| *state == State::New)
    }
}

impl Concordance {
    pub(super) fn resolve(
        book: &Book,
        glossary: Option<&Glossary>,
        (proceedings, register): (&[Proceedings], &Register),
        seen: Seen<'_>,
        mut records: Vec<RecordFile>,
    ) -> (Concordance, Vec<Diagnostic>) {
        if records.is_empty() {
            let works = seen.works.iter().map(|_| None).collect();
            return (Concordance { works, ..Concordance::default() }, Vec::new());
        }
        let material = Material { book, glossary, proceedings, register, seen };
        // Each record by its work, the deepest whose folder of records holds it, and by its address there.
        let mut own: Vec<Vec<(Utf8PathBuf, usize)>> = vec![Vec::new(); seen.works.len()];
        let mut diagnostics = Vec::new();
        for (place, file) in records.iter().enumerate() {
            let below = |work: &Work| file.path.strip_prefix(work.folder.join(CONCORDANCE)).ok().map(Utf8Path::to_owned);
            let owners = seen.works.iter().enumerate().filter_map(|(number, work)| Some((number, below(work)?)));
            match owners.max_by_key(|(number, _)| seen.works[*number].folder.as_str().len()) {
                Some((number, path)) => own[number].push((path.with_extension(""), place)),
                None => diagnostics.push(findings::outside(file)),
            }
        }
        let mut matched: Vec<Option<Matched>> = own
            .into_par_iter()
            .enumerate()
            .map(|(number, own)| (!own.is_empty()).then(|| Matched::of(&material, number, own, &records)))
            .collect();
        let former = former(&material, &mut matched, &mut records);
        let compared: Vec<Option<(Vec<Compared>, Vec<Diagnostic>)>> =
            matched.into_par_iter().map(|own| own.map(|own| own.compared(&material, &records))).collect();
        let mut works = Vec::with_capacity(compared.len());
        for result in compared {
            works.push(result.map(|(compared, mistakes)| {
                diagnostics.extend(mistakes);
                compared
            }));
        }
        let all = works.iter().flatten().flat_map(|compared: &Vec<Compared>| compared.iter().enumerate());
        let sections = all.filter_map(|(place, compared)| match compared.unit.subject {
            Subject::Section(key) => Some((key, place)),
            _ => None,
        });
        let sections = sections.collect();
        (Concordance { records, works, sections, former }, diagnostics)
    }

    /// Whether anybody has compared anything of a work.
    pub fn has_begun(&self, work: usize) -> bool {
        self.works.get(work).is_some_and(Option::is_some)
    }

    /// A section of a work that has begun.
    pub fn of(&self, key: SectionKey) -> Option<&Compared> {
        let place = self.sections.get(&key)?;
        self.works.get(key.work)?.as_ref()?.get(*place)
    }

    pub fn record(&self, compared: &Compared) -> Option<&RecordFile> {
        compared.record.and_then(|place| self.records.get(place))
    }
}

/// The units of a work whose comparison has begun, with their records.
struct Matched {
    number: usize,
    units: Vec<Unit>,
    /// The present fingerprints, by unit and language.
    now: Vec<Vec<Option<String>>>,
    /// The record of each unit.
    found: Vec<Option<usize>>,
    /// Records under addresses of no unit.
    strays: Vec<usize>,
    /// Of these, those that belong to units after all.
    moved: HashMap<usize, usize>,
}

impl Matched {
    fn of(material: &Material<'_>, number: usize, own: Vec<(Utf8PathBuf, usize)>, records: &[RecordFile]) -> Matched {
        let units = material.units(number);
        let now: Vec<Vec<Option<String>>> = units.par_iter().map(|unit| material.now(number, unit.subject)).collect();
        let mut found: Vec<Option<usize>> = vec![None; units.len()];
        let addresses: HashMap<&Utf8Path, usize> =
            units.iter().enumerate().map(|(place, unit)| (unit.address.as_path(), place)).collect();
        let mut strays = Vec::new();
        for (address, place) in own {
            match addresses.get(address.as_path()) {
                Some(unit) => found[*unit] = Some(place),
                None => strays.push(place),
            }
        }
        let moved = moved(material, &strays, records, &now, &mut found);
        Matched { number, units, now, found, strays, moved }
    }

    fn noted(&self, material: &Material<'_>, records: &[RecordFile], former: &mut Former) {
        for (unit, found) in self.units.iter().zip(&self.found) {
            if let Some(place) = found {
                former.note(material, self.number, unit, &records[*place]);
            }
        }
    }

    /// Looks once more for the units of strays, among texts whose links lead to former ids.
    fn again(&mut self, material: &Material<'_>, records: &[RecordFile], former: &Former) {
        let lost: Vec<usize> = self.strays.iter().copied().filter(|place| !self.moved.contains_key(place)).collect();
        if lost.is_empty() {
            return;
        }
        let of_unit = |(unit, found): (&Unit, &Option<usize>)| -> Vec<Option<String>> {
            let languages = 0..material.book.languages.len();
            let text = |language| former.texts(material, unit.subject, language).into_iter().next();
            languages.map(|language| text(language).filter(|_| found.is_none())).collect()
        };
        let then: Vec<Vec<Option<String>>> = self.units.iter().zip(&self.found).map(of_unit).collect();
        self.moved.extend(moved(material, &lost, records, &then, &mut self.found));
    }

    fn compared(self, material: &Material<'_>, records: &[RecordFile]) -> (Vec<Compared>, Vec<Diagnostic>) {
        let states = |(unit, now): (Unit, &Vec<Option<String>>), record: Option<usize>| {
            let said = record.map(|place| &records[place].record);
            let states = states::states(material.book, &material.seen.works[self.number], said, now);
            Compared { unit, states, record, queries: said.map_or(0, |said| said.queries.len()) }
        };
        let units = self.units.into_iter().zip(&self.now).zip(self.found);
        let compared: Vec<Compared> = units.map(|(unit, record)| states(unit, record)).collect();
        let diagnostics = findings::of(material, self.number, &compared, records, &self.strays, &self.moved);
        (compared, diagnostics)
    }
}

/// The ids that sections had when they were compared. Records whose texts differ in these alone say afterwards what they would say today.
fn former(material: &Material<'_>, matched: &mut [Option<Matched>], records: &mut [RecordFile]) -> Former {
    let mut former = Former::default();
    matched.iter().flatten().for_each(|own| own.noted(material, records, &mut former));
    if former.is_empty() {
        return former;
    }
    matched.iter_mut().flatten().for_each(|own| own.again(material, records, &former));
    matched.iter().flatten().for_each(|own| own.noted(material, records, &mut former));
    for own in matched.iter().flatten() {
        for ((unit, now), found) in own.units.iter().zip(&own.now).zip(&own.found) {
            if let Some(place) = found
                && let Some(record) = former.renewed(material, unit, &records[*place].record, now)
            {
                records[*place].record = record;
            }
        }
    }
    former
}

/// Gives records whose unit is gone to units without one: first where all that was recorded still reads the same, then where any of it
/// does. Gives their places, and those of the units.
fn moved(
    material: &Material<'_>,
    strays: &[usize],
    records: &[RecordFile],
    now: &[Vec<Option<String>>],
    found: &mut [Option<usize>],
) -> HashMap<usize, usize> {
    let mut moved = HashMap::new();
    if strays.is_empty() {
        return moved;
    }
    let mut by_text: HashMap<(&str, &str), Vec<usize>> = HashMap::new();
    for place in strays {
        for (tag, version) in &records[*place].record.versions {
            by_text.entry((tag, &version.text)).or_default().push(*place);
        }
    }
    // The first of equals stands last, where it is taken from.
    by_text.values_mut().for_each(|places| places.reverse());
    let tags: Vec<&str> = material.book.tags().collect();
    for whole in [true, false] {
        for (unit, now) in now.iter().enumerate() {
            let texts = now.iter().zip(&tags).filter_map(|(text, tag)| Some((*tag, text.as_deref()?)));
            for text in texts {
                let Some(places) = by_text.get_mut(&text).filter(|_| found[unit].is_none()) else { continue };
                places.truncate(places.len() - places.iter().rev().take_while(|place| moved.contains_key(*place)).count());
                let fits = |place: &&usize| {
                    !moved.contains_key(*place) && (!whole || reads_the_same(&records[**place], &tags, now))
                };
                if let Some(place) = places.iter().rev().take(MOST_ALIKE).find(fits) {
                    found[unit] = Some(*place);
                    moved.insert(*place, unit);
                }
            }
        }
    }
    moved
}

fn reads_the_same(file: &RecordFile, tags: &[&str], now: &[Option<String>]) -> bool {
    let now = |tag: &str| tags.iter().position(|known| *known == tag).and_then(|language| now[language].as_ref());
    file.record.versions.iter().all(|(tag, version)| now(tag) == Some(&version.text))
}

impl Material<'_> {
    /// The present fingerprints of a unit, by language of the publication.
    fn now(&self, number: usize, subject: Subject) -> Vec<Option<String>> {
        let work = &self.seen.works[number];
        let languages = 0..self.book.languages.len();
        languages.map(|own| self.fingerprint(number, subject, own).filter(|_| work.authority(own).is_some())).collect()
    }
}

impl Publication {
    fn material(&self) -> Material<'_> {
        Material {
            book: &self.book,
            glossary: self.glossary.as_ref(),
            proceedings: &self.proceedings,
            register: &self.register,
            seen: self.seen(),
        }
    }

    /// All that a work has to compare, whether anybody has begun or not.
    pub fn compared(&self, work: usize) -> Vec<Compared> {
        if let Some(Some(compared)) = self.concordance.works.get(work) {
            return compared.clone();
        }
        let material = self.material();
        let units = material.units(work).into_iter().map(|unit| {
            let now = material.now(work, unit.subject);
            let states = states::states(material.book, &self.works[work], None, &now);
            Compared { unit, states, record: None, queries: 0 }
        });
        units.collect()
    }

    /// The present fingerprints of a unit, by language of the publication; none where it has no version.
    pub fn texts_now(&self, work: usize, subject: Subject) -> Vec<Option<String>> {
        self.material().now(work, subject)
    }

    /// How many words a unit has in a language.
    pub fn unit_words(&self, work: usize, subject: Subject, language: usize) -> usize {
        self.material().words(work, subject, language)
    }

    /// Where a unit stands in a language.
    pub fn unit_place(&self, work: usize, subject: Subject, language: usize) -> Place {
        self.material().place(work, subject, language)
    }

    /// The texts of a unit that is no section, each with the name of what it is.
    pub fn unit_texts(&self, work: usize, subject: Subject, language: usize) -> Vec<(String, String)> {
        self.material().texts(work, subject, language)
    }

    /// What a unit is called in a language: a section's title, a term.
    pub fn unit_title(&self, work: usize, subject: Subject, language: usize) -> String {
        match subject {
            Subject::Section(key) => {
                self.section(key).map_or_else(String::new, |(_, _, own)| own.title(language).to_owned())
            }
            _ => self.unit_texts(work, subject, language).into_iter().next().map_or_else(String::new, |(_, text)| text),
        }
    }

    /// As what people have compared the units of a work that are settled, in the order in which roles are declared.
    pub fn collating_roles(&self, work: usize) -> Vec<CollatorRole> {
        let compared = self.compared(work);
        let records = compared.iter().filter(|own| own.is_settled()).filter_map(|own| self.record_of(own));
        let said: Vec<CollatorRole> = records.flat_map(|record| record.versions.values().map(|own| own.role)).collect();
        CollatorRole::WORDS.iter().filter_map(|word| CollatorRole::named(word)).filter(|role| said.contains(role)).collect()
    }

    /// The file of a unit's record, from the publication's root.
    pub fn record_path(&self, work: usize, unit: &Unit) -> Utf8PathBuf {
        record_path(&self.works[work], &unit.address)
    }

    /// The present id of a unit that is a section, and those that it had when it was compared, the latest first.
    pub fn unit_ids(&self, unit: &Unit) -> Option<(&str, &[String])> {
        let Subject::Section(key) = unit.subject else { return None };
        let (_, _, section) = self.section(key)?;
        Some((section.id.as_str(), self.concordance.former.of(key)))
    }

    /// What is recorded of a unit.
    pub fn record_of(&self, compared: &Compared) -> Option<&Record> {
        self.concordance.record(compared).map(|file| &file.record)
    }
}

fn record_path(work: &Work, address: &Utf8Path) -> Utf8PathBuf {
    Utf8Path::new(CONTENT).join(&work.folder).join(CONCORDANCE).join(format!("{address}.yaml"))
}
