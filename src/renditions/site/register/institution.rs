//! An institution's page: its names, who it is, and each of its endorsements in full.
//!
//! Takes: an institution's place in the register. Gives: a [`Page`]. A text that the institution wrote is in the reader's
//! language or says in which it is. Must not know the lists on which it stands.

use serde::Serialize;

use super::rolls::Rolls;
use super::rows::{TextView, is_reserved};
use crate::documents::signatory::{EndorsementYaml, Scope, SignatoryYaml};
use crate::locale::normal;
use crate::publication::SectionKey;
use crate::publication::register::{Endorsement, State};
use crate::record::Texts;
use crate::renditions::site::Site;
use crate::renditions::site::frame::{Frame, Page};
use crate::renditions::site::menus::Way;
use crate::renditions::{html, paragraphs};

/// A name in a language.
#[derive(Serialize)]
struct Name {
    text: String,
    lang: String,
    dir: &'static str,
    /// What the page's language calls that language.
    language: String,
}

/// Names given up, and until when.
#[derive(Serialize)]
struct FormerView {
    names: Vec<Name>,
    until: String,
}

/// Another institution.
#[derive(Serialize)]
struct Other {
    name: String,
    lang: String,
    url: String,
}

#[derive(Serialize)]
struct Identifier {
    /// Its system’s own name.
    system: &'static str,
    value: String,
    /// Empty where there is no page to lead to.
    url: String,
}

#[derive(Serialize)]
struct LogoView {
    url: String,
    alt: String,
    lang: String,
    width: u32,
    height: u32,
}

/// A day in words and as `<time datetime>` takes it.
#[derive(Serialize)]
struct Day {
    text: String,
    iso: String,
}

#[derive(Serialize)]
struct EndorsementView {
    text: TextView,
    /// The text's own page.
    url: String,
    state: &'static str,
    /// “In force”.
    status: String,
    /// How it has ended, in words; empty while it is in force.
    ended: String,
    whole: bool,
    /// What it covers, where not the whole.
    sections: Vec<Way>,
    /// What the page's language calls that of the text signed.
    language: String,
    signed: Day,
    effective: Option<Day>,
    registered: Option<Day>,
    until: Option<Day>,
    authority: Option<AuthorityView>,
    reserved: bool,
    /// Paragraphs, and their language where it is not the page's.
    reservations: Vec<String>,
    reservations_lang: String,
    reservations_dir: &'static str,
    /// The letter or resolution by which it was withdrawn.
    reference: String,
}

#[derive(Serialize)]
struct AuthorityView {
    body: String,
    office: String,
    resolution: String,
    url: String,
}

impl Site {
    pub(in crate::renditions::site) fn signatory(&self, place: usize, language: usize) -> Page {
        let publication = &self.publication;
        let (rolls, register) = (self.rolls(language), &publication.register);
        let signatory = &register.signatories[place];
        let own = &signatory.yaml;
        let pages = self.signatory_pages(place);
        let (name, lang) = self.own_name(place, language);
        let kind = self.type_way(rolls, &own.r#type.value, language);
        let country = self.country_way(rolls, &own.country.value, language);
        let summary = self.text(language, "signatory-summary", &[("type", &kind.title), ("country", &country.title)]);
        let frame = Frame {
            title: &name,
            context: &self.text(language, "register-title", &[]),
            description: &summary,
            address: Some(&pages[language].1),
            pages: &pages,
            neutral: &pages[0].1,
        };
        let other = |place: usize| {
            let (name, lang) = self.own_name(place, language);
            Other { name, lang, url: publication.addresses.signatory(register.signatories[place].id(), language) }
        };
        let predecessors: Vec<Other> = rolls.predecessors.get(&place).into_iter().flatten().map(|own| other(*own)).collect();
        let former = |former: &crate::documents::signatory::FormerName| FormerView {
            names: names(rolls, &former.names),
            until: rolls.day(former.until.value),
        };
        let endorsements: Vec<EndorsementView> =
            register.of(place).map(|own| self.endorsement_view(rolls, own, language)).collect();
        let page = self.base("signatory", "signatory.html", language, frame);
        page.put("trail", &self.trail(language))
            .put("name_lang", &lang)
            .put("specimen", &signatory.specimen)
            .put("reserved", &endorsements.iter().any(|own| own.reserved))
            .put("names", &names(rolls, &own.names))
            .put("acronyms", &own.acronym.as_ref().map_or_else(Vec::new, |texts| names(rolls, texts)))
            .put("former", &own.history.iter().map(former).collect::<Vec<_>>())
            .put("predecessors", &predecessors)
            .put("successor", &signatory.successor.map(other))
            .put("succeeded", &own.successor.is_some())
            .put("type", &kind)
            .put("country", &country)
            .put("subdivision", &subdivision(own))
            .put("identifiers", &identifiers(own))
            .put("website", &own.website.as_ref().map_or("", |website| website.value.as_str()))
            .put("logo", &self.logo_view(place, language))
            .put("verified", &self.verified(rolls, own, language))
            .put("endorsements", &endorsements)
    }

    fn endorsement_view(&self, rolls: &Rolls, own: &Endorsement, language: usize) -> EndorsementView {
        let publication = &self.publication;
        let yaml: &EndorsementYaml = publication.register.yaml(own);
        let work = &publication.works[own.work];
        let shown_in =
            work.authority(language).map_or_else(|| work.languages.first().map_or(0, |(first, _)| *first), |_| language);
        let day = |day: jiff::civil::Date| Day { text: rolls.day(day), iso: day.to_string() };
        let (reservations, reservations_lang, reservations_dir) = self.reservations(yaml, language);
        let authority = yaml.authority.as_ref().map(|authority| &authority.value);
        EndorsementView {
            text: self.text_view(own.work, language),
            url: publication.addresses.work(own.work, shown_in),
            state: own.state.name(),
            status: self.text(language, &format!("state-{}", own.state.name()), &[]),
            ended: if own.state == State::Active { String::new() } else { self.ended(rolls, own, language) },
            whole: !matches!(yaml.scope.as_ref().map(|scope| &scope.value), Some(Scope::Sections(_))),
            sections: own.sections.iter().map(|key| self.section_way(*key, shown_in)).collect(),
            language: rolls.tongues.get(&yaml.language.value).cloned().unwrap_or_default(),
            signed: day(yaml.signed.value),
            effective: yaml.effective.as_ref().map(|own| day(own.value)),
            registered: yaml.registered.as_ref().map(|own| day(own.value)),
            until: yaml.until.as_ref().map(|own| day(own.value)),
            authority: authority.map(|authority| AuthorityView {
                body: authority.body.clone(),
                office: authority.office.clone().unwrap_or_default(),
                resolution: authority.resolution.clone().unwrap_or_default(),
                url: authority.url.as_ref().map(|url| url.value.clone()).unwrap_or_default(),
            }),
            reserved: is_reserved(yaml),
            reservations,
            reservations_lang,
            reservations_dir,
            reference: yaml.withdrawal.as_ref().and_then(|own| own.value.reference.clone()).unwrap_or_default(),
        }
    }

    fn reservations(&self, yaml: &EndorsementYaml, language: usize) -> (Vec<String>, String, &'static str) {
        let tag = &self.publication.languages[language].tag;
        let entries = yaml.reservations.iter().flat_map(|texts| &texts.entries);
        let own = entries.clone().find(|(key, _)| key.text == *tag).or(entries.clone().next());
        let Some((key, text)) = own else { return (Vec::new(), String::new(), "") };
        let lang = if key.text == *tag { String::new() } else { key.text.clone() };
        (paragraphs(&text.value), lang, direction(&key.text))
    }

    pub(in crate::renditions::site) fn section_way(&self, key: SectionKey, language: usize) -> Way {
        Way { title: self.publication.reference(key, language), url: html::address(&self.publication, key, language) }
    }

    fn verified(&self, rolls: &Rolls, own: &SignatoryYaml, language: usize) -> String {
        let Some(verification) = &own.verification else { return String::new() };
        let method = self.text(language, &format!("verification-{}", verification.value.method.word()), &[]);
        let date = rolls.day(verification.value.date.value);
        self.text(language, "signatory-verified", &[("method", &method), ("date", &date)])
    }

    fn logo_view(&self, place: usize, language: usize) -> Option<LogoView> {
        let signatory = &self.publication.register.signatories[place];
        let (image, logo) = (signatory.logo.as_ref()?, signatory.yaml.logo.as_ref()?);
        let tag = &self.publication.languages[language].tag;
        let alts = &logo.alt.entries;
        let (key, alt) = alts.iter().find(|(key, _)| key.text == *tag).or(alts.first())?;
        Some(LogoView {
            url: self.publication.addresses.figure(&image.path),
            alt: alt.value.clone(),
            lang: if key.text == *tag { String::new() } else { key.text.clone() },
            width: image.width,
            height: image.height,
        })
    }
}

fn names(rolls: &Rolls, texts: &Texts) -> Vec<Name> {
    let name = |(key, text): &(crate::record::Key, crate::record::Spanned<String>)| Name {
        text: text.value.clone(),
        lang: key.text.clone(),
        dir: direction(&key.text),
        language: rolls.tongues.get(&key.text).cloned().unwrap_or_default(),
    };
    texts.entries.iter().map(name).collect()
}

fn direction(tag: &str) -> &'static str {
    normal(tag).map_or("auto", |(_, direction)| direction.name())
}

/// “Comunidad de Madrid (ES-MD)”: the standard has no names in other languages than the place's own, and turns them for its lists.
fn subdivision(own: &SignatoryYaml) -> String {
    let Some(code) = &own.subdivision else { return String::new() };
    match rust_iso3166::iso3166_2::from_code(&code.value) {
        Some(subdivision) => {
            let name = match subdivision.name.split_once(", ") {
                Some((place, rank)) => format!("{rank} {place}"),
                None => subdivision.name.to_owned(),
            };
            format!("{name} ({})", code.value)
        }
        None => code.value.clone(),
    }
}

fn identifiers(own: &SignatoryYaml) -> Vec<Identifier> {
    let Some(own) = &own.identifiers else { return Vec::new() };
    let identifier = |system, value: &Option<crate::record::Spanned<String>>, site: &str| {
        // An address and what it ends with are the same identifier.
        let value = value.as_ref()?.value.rsplit('/').next().unwrap_or_default().to_owned();
        let url = if site.is_empty() { String::new() } else { format!("{site}{value}") };
        Some(Identifier { system, value, url })
    };
    let known = [
        identifier("ROR", &own.ror, "https://ror.org/"),
        identifier("Wikidata", &own.wikidata, "https://www.wikidata.org/wiki/"),
        identifier("org-id", &own.org_id, ""),
    ];
    known.into_iter().flatten().collect()
}
