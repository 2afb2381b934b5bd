//! Rolls: who is on which list of the register, in the order of a language, found once for all its pages.
//!
//! Takes: the register. Gives: a [`Roll`] of everybody and one for each edition, country and type, and the words for days,
//! countries and languages that its pages need. Must not know what a page looks like.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use jiff::civil::Date;

use crate::documents::work::Kind;
use crate::publication::register::{Endorsement, Signatory, State};
use crate::publication::{Publication, Register};
use crate::renditions::site::Site;

/// How many institutions stand on one page of a list.
pub const ON_A_PAGE: usize = 200;
/// How many institutions the register's first page lists itself. Where there are more, it leads to the lists.
pub const ON_THE_FIRST_PAGE: usize = 500;
/// How many institutions a work's title page lists.
pub const ON_A_TITLE_PAGE: usize = 100;

/// What the institutions of a list have in common.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Of {
    Everybody,
    /// The text, by its place among the works.
    Edition(usize),
    /// The code of ISO 3166-1.
    Country(String),
    Type(String),
}

/// A part of a list. Only the first is counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    Active,
    Ended,
    Specimens,
}

impl Part {
    pub const ALL: [Part; 3] = [Part::Active, Part::Ended, Part::Specimens];

    pub fn name(self) -> &'static str {
        match self {
            Part::Active => "active",
            Part::Ended => "ended",
            Part::Specimens => "specimens",
        }
    }

    /// Where an endorsement is shown.
    fn of(signatory: &Signatory, endorsement: &Endorsement) -> Part {
        match endorsement.state {
            _ if signatory.specimen => Part::Specimens,
            State::Active => Part::Active,
            State::Merged | State::Expired | State::Withdrawn => Part::Ended,
        }
    }

    fn place(self) -> usize {
        match self {
            Part::Active => 0,
            Part::Ended => 1,
            Part::Specimens => 2,
        }
    }
}

/// A list of institutions by their places in the register: an institution with several endorsements may stand in two parts.
#[derive(Clone, Default)]
pub struct Roll {
    parts: [Vec<usize>; 3],
    /// Endorsements in force, specimens apart.
    pub in_force: usize,
}

impl Roll {
    pub fn part(&self, part: Part) -> &[usize] {
        &self.parts[part.place()]
    }

    /// How many institutions have an endorsement in force, specimens apart.
    pub fn institutions(&self) -> usize {
        self.part(Part::Active).len()
    }

    pub fn len(&self) -> usize {
        self.parts.iter().map(Vec::len).sum()
    }

    /// Whether there are specimens and nobody else: no search engine should lead there.
    pub fn is_made_up(&self) -> bool {
        self.len() > 0 && self.len() == self.part(Part::Specimens).len()
    }

    /// At least one: a list may be empty, and its page says so.
    pub fn pages(&self) -> usize {
        self.len().div_ceil(ON_A_PAGE).max(1)
    }

    /// What stands on a page of so many institutions, counted from 1: the parts follow each other without a gap.
    pub fn page(&self, number: usize, size: usize) -> Vec<(Part, &[usize])> {
        let (mut from, mut room) = ((number - 1) * size, size);
        let mut shown = Vec::new();
        for part in Part::ALL {
            let own = self.part(part);
            let start = from.min(own.len());
            let end = (start + room).min(own.len());
            if start < end {
                shown.push((part, &own[start..end]));
            }
            from -= start;
            room -= end - start;
        }
        shown
    }
}

/// All lists of the register in one language.
pub struct Rolls {
    pub all: Roll,
    /// Editions in the order of works, countries and types by their names.
    pub lists: Vec<(Of, Roll)>,
    places: HashMap<Of, usize>,
    days: HashMap<Date, String>,
    /// By code.
    pub countries: HashMap<String, String>,
    /// By key.
    pub types: HashMap<String, String>,
    /// By tag.
    pub tongues: HashMap<String, String>,
    /// By place: those whose tasks an institution has taken over.
    pub predecessors: HashMap<usize, Vec<usize>>,
}

impl Rolls {
    pub(in crate::renditions::site) fn of(site: &Site, language: usize) -> Rolls {
        let publication = &site.publication;
        let register = &publication.register;
        let own = &publication.languages[language];
        let name_of = own.countries();
        let codes: BTreeSet<&str> =
            register.signatories.iter().map(|signatory| signatory.yaml.country.value.as_str()).collect();
        let countries = codes.into_iter().map(|code| (code.to_owned(), name_of(code))).collect();
        let keys: BTreeSet<&str> =
            register.signatories.iter().map(|signatory| signatory.yaml.r#type.value.as_str()).collect();
        let types = keys.into_iter().map(|key| (key.to_owned(), site.type_name(key, language))).collect();
        let word = own.dates();
        let days = days(register).into_iter().map(|day| (day, word(day))).collect();
        let tongue = own.tongues();
        let tongues = tags(register).into_iter().map(|tag| (tag.to_owned(), tongue(tag))).collect();
        let mut predecessors: HashMap<usize, Vec<usize>> = HashMap::new();
        for (place, signatory) in register.in_order(language) {
            if let Some(successor) = signatory.successor {
                predecessors.entry(successor).or_default().push(place);
            }
        }
        let mut rolls = Rolls {
            all: Roll::default(),
            lists: Vec::new(),
            places: HashMap::new(),
            days,
            countries,
            types,
            tongues,
            predecessors,
        };
        rolls.fill(publication, language);
        rolls
    }

    fn fill(&mut self, publication: &Publication, language: usize) {
        let register = &publication.register;
        let mut lists: BTreeMap<Of, Roll> = endorsable(publication).map(|(of, _)| (of, Roll::default())).collect();
        for (place, signatory) in register.in_order(language) {
            let own = &signatory.yaml;
            let mut everywhere = |of: Of, part: Part, counts: bool| {
                let roll = if of == Of::Everybody { &mut self.all } else { lists.entry(of).or_default() };
                let list = &mut roll.parts[part.place()];
                // An institution's endorsements come one after the other.
                if list.last() != Some(&place) {
                    list.push(place);
                }
                roll.in_force += usize::from(counts);
            };
            for endorsement in register.of(place) {
                let (part, counts) = (Part::of(signatory, endorsement), register.counts(endorsement));
                everywhere(Of::Everybody, part, counts);
                everywhere(Of::Country(own.country.value.clone()), part, counts);
                everywhere(Of::Type(own.r#type.value.clone()), part, counts);
                everywhere(Of::Edition(endorsement.work), part, counts);
            }
        }
        let mut lists: Vec<(Of, Roll)> = lists.into_iter().collect();
        let key = publication.languages[language].sort_key();
        // What has no name here is in the order of its key: editions.
        lists.sort_by_cached_key(|(of, _)| {
            let (rank, name) = match of {
                Of::Everybody => (0, ""),
                Of::Edition(_) => (1, ""),
                Of::Country(code) => (2, self.countries.get(code).map_or("", String::as_str)),
                Of::Type(kind) => (3, self.types.get(kind).map_or("", String::as_str)),
            };
            (rank, if name.is_empty() { Vec::new() } else { key(name) }, of.clone())
        });
        self.places = lists.iter().enumerate().map(|(place, (of, _))| (of.clone(), place)).collect();
        self.lists = lists;
    }

    pub fn list(&self, of: &Of) -> Option<&Roll> {
        match of {
            Of::Everybody => Some(&self.all),
            of => self.places.get(of).map(|place| &self.lists[*place].1),
        }
    }

    /// A day of the register in words.
    pub fn day(&self, day: Date) -> String {
        self.days.get(&day).cloned().unwrap_or_else(|| day.to_string())
    }
}

/// The editions that have a list, and their numbers: those of guidelines.
pub fn endorsable(publication: &Publication) -> impl Iterator<Item = (Of, &str)> {
    let guidelines = publication.works.iter().enumerate().filter(|(_, work)| work.kind == Kind::Guidelines);
    // A frozen text and the current one with its number are one edition.
    let editions = guidelines.filter(|(place, _)| publication.as_current(*place) == *place);
    editions.filter_map(|(place, work)| Some((Of::Edition(place), work.current().number.as_deref()?)))
}

/// Every day that a page of the register says.
fn days(register: &Register) -> BTreeSet<Date> {
    let mut days: BTreeSet<Date> = register.as_at.into_iter().collect();
    for signatory in &register.signatories {
        let own = &signatory.yaml;
        days.extend(own.history.iter().map(|former| former.until.value));
        days.extend(own.verification.iter().map(|verification| verification.value.date.value));
        for endorsement in &own.endorsements {
            let endorsement = &endorsement.value;
            let withdrawal = endorsement.withdrawal.as_ref().map(|withdrawal| withdrawal.value.date.value);
            let others = [&endorsement.effective, &endorsement.registered, &endorsement.until];
            days.extend(others.into_iter().flatten().map(|day| day.value));
            days.extend(withdrawal.into_iter().chain([endorsement.signed.value]));
        }
    }
    days
}

/// The languages of names and of the texts that were signed.
fn tags(register: &Register) -> BTreeSet<&str> {
    let of = |signatory| {
        let own: &crate::documents::signatory::SignatoryYaml = signatory;
        let names = own.names.entries.iter().map(|(key, _)| key.text.as_str());
        names.chain(own.endorsements.iter().map(|endorsement| endorsement.value.language.value.as_str()))
    };
    register.signatories.iter().flat_map(|signatory| of(&signatory.yaml)).collect()
}
