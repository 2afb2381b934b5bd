//! Rows: an institution as an entry of a list, with the endorsements that put it there.
//!
//! Takes: an institution's place in the register, and which list it is. Gives: what templates see of it. Wherever the name
//! stands, so does whether it is a specimen, whether it has made reservations, and how its endorsements have ended. Must not
//! know the page.

use serde::Serialize;

use super::rolls::{Of, Part, Roll, Rolls};
use crate::documents::signatory::{EndorsementYaml, Scope};
use crate::publication::register::{Endorsement, State};
use crate::renditions::site::Site;
use crate::renditions::site::menus::Way;

/// A part of a list, with what stands of it on one page.
#[derive(Serialize)]
pub struct PartView {
    /// `active`, `ended` or `specimens`.
    pub kind: &'static str,
    pub rows: Vec<Row>,
}

#[derive(Serialize)]
pub struct Row {
    pub url: String,
    pub name: String,
    /// The name's language, where it is not the page's.
    pub lang: String,
    /// The acronym, if it has one.
    pub acronym: String,
    pub specimen: bool,
    /// Whether one of the endorsements shown is made with reservations.
    pub reserved: bool,
    pub kind: Way,
    pub country: Way,
    /// For choosing among rows: type, country, and the editions shown.
    pub type_key: String,
    pub country_code: String,
    pub editions: Vec<String>,
    pub endorsements: Vec<Line>,
}

/// One endorsement.
#[derive(Serialize)]
pub struct Line {
    /// The text and edition; without a title where the page is about them.
    pub text: TextView,
    /// How it has ended; empty while it is in force.
    pub ended: String,
    /// The day of the signature.
    pub signed: String,
    pub signed_iso: String,
    /// Whether it covers some sections only.
    pub partly: bool,
    pub reserved: bool,
}

/// An edition of a text.
#[derive(Clone, Serialize)]
pub struct TextView {
    pub title: String,
    /// The title's language, where it is not the page's.
    pub lang: String,
    pub edition: String,
    /// The list of those who have endorsed it.
    pub url: String,
}

impl Site {
    /// What stands of a list on one of its pages.
    pub(super) fn parts(
        &self,
        rolls: &Rolls,
        of: &Of,
        roll: &Roll,
        (page, size): (usize, usize),
        language: usize,
    ) -> Vec<PartView> {
        let part = |(part, places): (Part, &[usize])| PartView {
            kind: part.name(),
            rows: places.iter().map(|place| self.institution_row(rolls, of, part, *place, language)).collect(),
        };
        roll.page(page, size).into_iter().map(part).collect()
    }

    fn institution_row(&self, rolls: &Rolls, of: &Of, part: Part, place: usize, language: usize) -> Row {
        let register = &self.publication.register;
        let signatory = &register.signatories[place];
        let (kind, code) = (&signatory.yaml.r#type.value, &signatory.yaml.country.value);
        let belongs = |own: &&Endorsement| match part {
            _ if matches!(of, Of::Edition(work) if own.work != *work) => false,
            Part::Active => own.state == State::Active,
            Part::Ended => own.state != State::Active,
            Part::Specimens => true,
        };
        let shown: Vec<&Endorsement> = register.of(place).filter(belongs).collect();
        let named = !matches!(of, Of::Edition(_));
        let endorsements: Vec<Line> = shown.iter().map(|own| self.line(rolls, own, named, language)).collect();
        let (name, lang) = self.own_name(place, language);
        Row {
            url: self.publication.addresses.signatory(signatory.id(), language),
            name,
            lang,
            acronym: self.acronym(place, language),
            specimen: signatory.specimen,
            reserved: endorsements.iter().any(|line| line.reserved),
            kind: self.type_way(rolls, kind, language),
            country: self.country_way(rolls, code, language),
            type_key: kind.clone(),
            country_code: code.clone(),
            editions: shown.iter().map(|own| self.edition_key(own.work)).collect(),
            endorsements,
        }
    }

    fn line(&self, rolls: &Rolls, own: &Endorsement, named: bool, language: usize) -> Line {
        let yaml = self.publication.register.yaml(own);
        let mut text = self.text_view(own.work, language);
        if !named {
            text.title.clear();
        }
        Line {
            text,
            ended: self.ended(rolls, own, language),
            signed: rolls.day(yaml.signed.value),
            signed_iso: yaml.signed.value.to_string(),
            partly: matches!(yaml.scope.as_ref().map(|scope| &scope.value), Some(Scope::Sections(_))),
            reserved: is_reserved(yaml),
        }
    }

    /// What an institution is called, and in which language where that is not the page's.
    pub(super) fn own_name(&self, place: usize, language: usize) -> (String, String) {
        let tag = &self.publication.languages[language].tag;
        let (name, lang) = self.publication.register.signatories[place].name(tag);
        (name.to_owned(), if lang == tag { String::new() } else { lang.to_owned() })
    }

    fn acronym(&self, place: usize, language: usize) -> String {
        let acronym = self.publication.register.signatories[place].yaml.acronym.as_ref();
        let own = |texts: &crate::record::Texts| {
            let named = texts.get(&self.publication.languages[language].tag);
            named.or(texts.entries.first().map(|(_, text)| &text.value)).cloned()
        };
        acronym.and_then(own).unwrap_or_default()
    }

    /// An edition in the page's language, or in the first that the work has.
    pub(super) fn text_view(&self, work: usize, language: usize) -> TextView {
        let publication = &self.publication;
        let of = &publication.works[work];
        let own = match of.authority(language) {
            Some(_) => language,
            None => of.languages.first().map_or(language, |(first, _)| *first),
        };
        let number = of.current().number.as_deref().unwrap_or_default();
        TextView {
            title: of.short_title[own].clone(),
            lang: if own == language { String::new() } else { publication.languages[own].tag.clone() },
            edition: self.text(language, "edition", &[("number", number)]),
            url: publication.addresses.signatories_of_edition(work, number, own),
        }
    }

    /// What a list is told by: `guidelines/home@1.0`.
    pub(super) fn edition_key(&self, work: usize) -> String {
        let of = &self.publication.works[work];
        format!("{}@{}", of.home(), of.current().number.as_deref().unwrap_or_default())
    }

    /// How an endorsement has ended, in words; empty while it is in force.
    pub(super) fn ended(&self, rolls: &Rolls, own: &Endorsement, language: usize) -> String {
        let register = &self.publication.register;
        let yaml = register.yaml(own);
        match own.state {
            State::Active => String::new(),
            State::Merged => match register.signatory(own).successor {
                Some(successor) => {
                    self.text(language, "ended-merged", &[("name", &isolated(&self.own_name(successor, language).0))])
                }
                None => self.text(language, "ended-merged-unlisted", &[]),
            },
            State::Expired => match &yaml.until {
                Some(until) => self.text(language, "ended-expired", &[("date", &rolls.day(until.value))]),
                None => self.text(language, "ended-expired-undated", &[]),
            },
            State::Withdrawn => match &yaml.withdrawal {
                Some(withdrawal) => {
                    self.text(language, "ended-withdrawn", &[("date", &rolls.day(withdrawal.value.date.value))])
                }
                None => self.text(language, "state-withdrawn", &[]),
            },
        }
    }

    /// What a type of institution is called: the publication's own word, or the tool's.
    pub(super) fn type_name(&self, key: &str, language: usize) -> String {
        crate::renditions::institution_type(&self.publication, key, language)
    }

    pub(super) fn type_way(&self, rolls: &Rolls, key: &str, language: usize) -> Way {
        let title = rolls.types.get(key).cloned().unwrap_or_default();
        Way { title, url: self.publication.addresses.signatories_of_type(key, language) }
    }

    pub(super) fn country_way(&self, rolls: &Rolls, code: &str, language: usize) -> Way {
        let title = rolls.countries.get(code).cloned().unwrap_or_default();
        Way { title, url: self.publication.addresses.signatories_of_country(code, language) }
    }
}

/// A name within a sentence, whichever way each is read (Unicode's FSI and PDI).
fn isolated(name: &str) -> String {
    format!("\u{2068}{name}\u{2069}")
}

pub fn is_reserved(endorsement: &EndorsementYaml) -> bool {
    endorsement.reservations.as_ref().is_some_and(|texts| !texts.entries.is_empty())
}
