//! Units: what is compared as one, in all languages: a section, a term of the glossary, the texts of a work's, a panel's, a contribution's
//! own file, an institution's reservations.
//!
//! Takes: the outline, the settings, the glossary, the panels, the register. Gives: each work's [`Unit`]s with the addresses of their records, and of each one its
//! fingerprints, places and words. Must not know any record.
//!
//! The address of a record is its path below `concordance/`. In a work whose ids are unique it is the section's id, so that a section can
//! move to another chapter; pages that belong to no such work have nothing in common, and theirs are the page's path and the id. Names
//! that begin with `_` are no author's ids.

use std::collections::HashSet;

use camino::{Utf8Path, Utf8PathBuf};

use crate::config::Book;
use crate::diagnostics::{Place, Span};
use crate::documents::Glossary;
use crate::documents::work::Kind;
use crate::publication::fingerprint::{Seen, of_texts};
use crate::publication::proceedings::{Panel, Proceedings};
use crate::publication::register::Signatory;
use crate::publication::{Chapter, Register, Section, SectionKey, Work, terminology};
use crate::record::Texts;

/// The record of the texts of `work.yaml`, or of `book.toml` for the publication's own pages.
pub const TEXTS: &str = "_texts";
/// The record of the glossary's heading, and the folder of its terms' records.
const GLOSSARY: &str = "_glossary";
/// The opening of a page whose path is part of the address.
const OPENING: &str = "_opening";
/// The folder of the records of panels' texts, and below each panel's name those of its contributions.
const OF_PANELS: &str = "_panels";
/// The folder of the records of institutions' reservations.
const OF_SIGNATORIES: &str = "_signatories";

/// What is compared as one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Subject {
    Section(SectionKey),
    /// Titles and the like.
    Texts,
    /// The glossary's heading and summary.
    Glossary,
    Term(usize),
    /// The texts of `panel.yaml`: the places of the proceedings and of the panel there.
    Panel(usize, usize),
    /// The texts of `contribution.yaml`: the same, and the contribution's place in its panel.
    Contribution(usize, usize, usize),
    /// What an institution does not bind itself to, where it says so in every language: it owes nobody a translation.
    Reservations(usize),
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unit {
    /// Below the work's folder of records, without extension.
    pub address: Utf8PathBuf,
    pub subject: Subject,
}

/// What units are made of.
#[derive(Clone, Copy)]
pub(in crate::publication) struct Material<'p> {
    pub book: &'p Book,
    pub glossary: Option<&'p Glossary>,
    pub proceedings: &'p [Proceedings],
    pub register: &'p Register,
    pub seen: Seen<'p>,
}

impl<'p> Material<'p> {
    /// All that a work has to compare, in reading order: first what its own file says.
    pub fn units(&self, number: usize) -> Vec<Unit> {
        let work = &self.seen.works[number];
        let mut units = vec![Unit { address: TEXTS.into(), subject: Subject::Texts }];
        units.extend(self.parts(number));
        let mut taken = HashSet::new();
        for (key, chapter) in work.current().pages() {
            for (place, section) in chapter.sections.iter().enumerate() {
                let below = chapter.path.strip_prefix(&work.folder).unwrap_or(&chapter.path);
                let id = if place == 0 { OPENING } else { section.id.as_str() };
                // Chapters of one name in two folders have the same id.
                let is_own = work.kind != Kind::Pages && taken.insert(section.id.as_str());
                let address = if is_own { Utf8PathBuf::from(&section.id) } else { below.join(id) };
                let key = SectionKey { work: number, chapter: key, section: place };
                units.push(Unit { address, subject: Subject::Section(key) });
            }
        }
        if let Some(glossary) = self.glossary.filter(|_| number == 0) {
            units.push(Unit { address: GLOSSARY.into(), subject: Subject::Glossary });
            let terms = glossary.yaml.terms.iter().enumerate().map(|(place, term)| Unit {
                address: Utf8PathBuf::from(GLOSSARY).join(&term.value.id.value),
                subject: Subject::Term(place),
            });
            units.extend(terms);
        }
        if number == 0 {
            let tags: Vec<&str> = self.book.tags().collect();
            let reserved = |(place, own): (usize, &Signatory)| {
                let address = Utf8PathBuf::from(OF_SIGNATORIES).join(own.id());
                own.reservations(&tags).next().map(|_| Unit { address, subject: Subject::Reservations(place) })
            };
            units.extend(self.register.signatories.iter().enumerate().filter_map(reserved));
        }
        units
    }

    /// The panels of proceedings, each followed by its contributions.
    fn parts(&self, number: usize) -> Vec<Unit> {
        let mut units = Vec::new();
        for (own, proceedings) in self.proceedings.iter().enumerate().filter(|(_, own)| own.work == number) {
            let name = |folder: &Utf8Path| folder.file_name().unwrap_or_default().to_owned();
            for (nth, panel) in proceedings.panels.iter().enumerate() {
                let address = Utf8PathBuf::from(OF_PANELS).join(name(&panel.folder));
                let papers = panel.contributions.iter().enumerate().map(|(paper, contribution)| Unit {
                    address: address.join(name(&contribution.folder)),
                    subject: Subject::Contribution(own, nth, paper),
                });
                units.push(Unit { address: address.clone(), subject: Subject::Panel(own, nth) });
                units.extend(papers);
            }
        }
        units
    }

    fn panel(&self, (own, nth): (usize, usize)) -> Option<&'p Panel> {
        self.proceedings.get(own)?.panels.get(nth)
    }

    /// The hash of what a reader sees of it in a language; none where it has no version.
    pub fn fingerprint(&self, number: usize, subject: Subject, language: usize) -> Option<String> {
        match subject {
            Subject::Section(key) => {
                let (index, section, _) = self.version(key, language)?;
                Some(self.seen.fingerprints(index)[section].clone())
            }
            _ => {
                let texts = self.texts(number, subject, language);
                (!texts.is_empty()).then(|| of_texts(texts.iter().map(|(name, text)| (name.as_str(), text.as_str()))))
            }
        }
    }

    /// How many words it has in a language.
    pub fn words(&self, number: usize, subject: Subject, language: usize) -> usize {
        match subject {
            Subject::Section(key) => self.version(key, language).map_or(0, |(index, section, _)| {
                let document = &self.seen.documents[index];
                let title = if section == 0 { terminology::words_of(&document.front.title.value) } else { 0 };
                title + terminology::word_count(document, section)
            }),
            _ => self.texts(number, subject, language).iter().map(|(_, text)| terminology::words_of(text)).sum(),
        }
    }

    /// Where it stands in a language; its file where it has no version there.
    pub fn place(&self, number: usize, subject: Subject, language: usize) -> Place {
        let work = &self.seen.works[number];
        match subject {
            Subject::Section(key) => match self.version(key, language) {
                Some((index, section, _)) => {
                    let document = &self.seen.documents[index];
                    document.place(document.sections[section].span_of_heading(document))
                }
                None => self.chapter(key).map_or(Place::file(""), |(chapter, _)| {
                    Place::file(format!("content/{}.{}.md", chapter.path, self.book.languages[language].0))
                }),
            },
            Subject::Texts => match work.places.get(language).cloned().flatten() {
                Some(place) => place,
                None => Place::new(&self.book.source, self.book.title.span),
            },
            Subject::Glossary | Subject::Term(_) => {
                let Some(glossary) = self.glossary else { return Place::file("") };
                let texts = match subject {
                    Subject::Term(term) => &glossary.yaml.terms[term].value.term,
                    _ => &glossary.yaml.title,
                };
                Place::new(&glossary.source, self.span(texts, language))
            }
            Subject::Panel(own, nth) => {
                let panel = self.panel((own, nth));
                panel.and_then(|panel| panel.title_places.get(language).cloned()).unwrap_or_else(|| Place::file(""))
            }
            Subject::Contribution(own, nth, paper) => {
                let paper = self.panel((own, nth)).and_then(|panel| panel.contributions.get(paper));
                paper.and_then(|paper| paper.title_places.get(language).cloned()).unwrap_or_else(|| Place::file(""))
            }
            Subject::Reservations(place) => {
                let Some(own) = self.register.signatories.get(place) else { return Place::file("") };
                let tags: Vec<&str> = self.book.tags().collect();
                let first = own.reservations(&tags).next();
                first.map_or_else(|| Place::file(""), |texts| Place::new(&own.source, self.span(texts, language)))
            }
        }
    }

    /// Where a text stands in a language; where all of them do, if it has none in that.
    fn span(&self, texts: &Texts, language: usize) -> Span {
        let own = texts.entries.iter().find(|(key, _)| key.text == self.book.languages[language].0);
        own.map_or(texts.span, |(_, text)| text.span)
    }

    /// What is not Markdown, each text with the name of what it is.
    pub fn texts(&self, number: usize, subject: Subject, language: usize) -> Vec<(String, String)> {
        let tag = self.book.languages[language].0.as_str();
        let mut texts: Vec<(String, String)> = Vec::new();
        let mut add = |name: &str, text: Option<&String>| {
            texts.extend(text.filter(|text| !text.is_empty()).map(|text| (name.to_owned(), text.clone())));
        };
        match subject {
            Subject::Section(_) => {}
            Subject::Texts if number == 0 => {
                add("title", self.book.title.get(tag));
                add("publisher", self.book.publisher.get(tag));
                let legal = self.book.legal.iter().flat_map(|legal| legal.translated(tag));
                legal.for_each(|(fact, text)| add(fact, Some(text)));
            }
            Subject::Texts => work_texts(&self.seen.works[number], language, &mut add),
            Subject::Glossary => {
                add("title", self.glossary.and_then(|glossary| glossary.yaml.title.get(tag)));
                add("summary", self.glossary.and_then(|glossary| glossary.yaml.summary.as_ref()?.get(tag)));
            }
            Subject::Term(term) => {
                let Some(term) = self.glossary.map(|glossary| &glossary.yaml.terms[term].value) else { return texts };
                add("term", term.term.get(tag));
                add("definition", term.definition.as_ref().and_then(|definition| definition.get(tag)));
            }
            Subject::Panel(own, nth) => {
                let Some(panel) = self.panel((own, nth)) else { return texts };
                add("title", panel.title.get(language));
                panel.coordinators.iter().for_each(|person| add("affiliation", person.affiliation.get(language)));
            }
            Subject::Contribution(own, nth, paper) => {
                let Some(paper) = self.panel((own, nth)).and_then(|panel| panel.contributions.get(paper)) else {
                    return texts;
                };
                add("title", paper.title.get(language));
                paper.authors.iter().for_each(|person| add("affiliation", person.affiliation.get(language)));
                paper.keywords.get(language).into_iter().flatten().for_each(|word| add("keyword", Some(word)));
            }
            Subject::Reservations(place) => {
                let Some(own) = self.register.signatories.get(place) else { return texts };
                let tags: Vec<&str> = self.book.tags().collect();
                own.reservations(&tags).for_each(|texts| add("reservations", texts.get(tag)));
            }
        }
        texts
    }

    pub fn section(&self, key: SectionKey) -> Option<&'p Section> {
        self.chapter(key).map(|(_, section)| section)
    }

    /// The document of a section's version, its place there, and the section.
    pub fn version(&self, key: SectionKey, language: usize) -> Option<(usize, usize, &'p Section)> {
        let (chapter, section) = self.chapter(key)?;
        let version = section.versions.get(language)?.as_ref()?;
        Some((chapter.documents[language]?, version.section, section))
    }

    fn chapter(&self, key: SectionKey) -> Option<(&'p Chapter, &'p Section)> {
        let chapter = self.seen.works.get(key.work)?.chapter(key.chapter)?;
        Some((chapter, chapter.sections.get(key.section)?))
    }
}

fn work_texts(work: &Work, language: usize, add: &mut impl FnMut(&str, Option<&String>)) {
    let own = [
        ("title", &work.title),
        ("short_title", &work.short_title),
        ("summary", &work.summary),
        ("endorsing", &work.endorsing),
    ];
    own.into_iter().for_each(|(name, texts)| add(name, texts.get(language)));
    for facet in &work.facets {
        add(&facet.name.id, facet.name.name.get(language));
        add(&facet.name.id, facet.title.get(language));
        facet.values.iter().for_each(|value| add(&format!("{}={}", facet.name.id, value.id), value.name.get(language)));
    }
}
