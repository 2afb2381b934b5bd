//! What flags say of an institution and of an endorsement.

use clap::builder::PossibleValuesParser;

use crate::documents::signatory::{EndorsementStatus, VerificationMethod};
use crate::enrolment::{Entry, Fact, keys};

/// `es=Ayuntamiento de Ejemplo`.
#[derive(Clone, Debug)]
pub struct InLanguage {
    tag: String,
    text: String,
}

pub fn in_language(flag: &str) -> Result<InLanguage, String> {
    let parts = flag.split_once('=').map(|(tag, text)| (tag.trim(), text.trim()));
    match parts.filter(|(tag, text)| !text.is_empty() && keys::is_tag(tag)) {
        Some((tag, text)) => Ok(InLanguage { tag: tag.to_owned(), text: text.to_owned() }),
        None => Err("write a language and a text, such as es=\"Ayuntamiento de Ejemplo\"".to_owned()),
    }
}

#[derive(clap::Args)]
#[command(next_help_heading = "The institution")]
pub struct Institution {
    /// The name of its file, never used again for another one; made of country and name where not told otherwise
    #[arg(long)]
    id: Option<String>,
    /// What it calls itself in a language; repeat it for others
    #[arg(long = "name", value_name = "LANG=NAME", value_parser = in_language)]
    names: Vec<InLanguage>,
    /// What it is called for short, by language
    #[arg(long = "acronym", value_name = "LANG=ACRONYM", value_parser = in_language)]
    acronyms: Vec<InLanguage>,
    /// What kind of institution it is, such as local-government, police, court, ministry, university, ngo
    #[arg(long = "type", value_name = "TYPE")]
    kind: Option<String>,
    /// ISO 3166-1, two letters
    #[arg(long, value_name = "CODE")]
    country: Option<String>,
    /// ISO 3166-2, such as ES-MD
    #[arg(long, value_name = "CODE")]
    subdivision: Option<String>,
    /// Its whole address, with https://
    #[arg(long, value_name = "ADDRESS")]
    website: Option<String>,
    /// Its identifier of the Research Organization Registry
    #[arg(long)]
    ror: Option<String>,
    /// Its identifier of Wikidata
    #[arg(long)]
    wikidata: Option<String>,
    /// Its identifier of org-id.guide
    #[arg(long)]
    org_id: Option<String>,
    /// The institution that took over its tasks
    #[arg(long, value_name = "ID")]
    successor: Option<String>,
    /// Whether it has agreed to be named in public lists
    #[arg(long, value_name = "true|false")]
    may_name: Option<bool>,
    /// Whether it has agreed that its logo is shown
    #[arg(long, value_name = "true|false")]
    may_logo: Option<bool>,
    /// It is made up to show a feature: labelled wherever it appears, counted nowhere
    #[arg(long)]
    specimen: bool,
}

#[derive(clap::Args)]
#[command(next_help_heading = "The endorsement")]
pub struct Endorsement {
    /// The work's folder below content
    #[arg(long, value_name = "FOLDER")]
    pub work: Option<String>,
    /// The number of the edition
    #[arg(long, value_name = "NUMBER")]
    pub edition: Option<String>,
    /// The language of the text that was signed
    #[arg(long, value_name = "LANG")]
    pub language: Option<String>,
    /// The day of the signature, such as 2026-05-04
    #[arg(long, value_name = "DATE")]
    pub signed: Option<String>,
    /// What it covers: whole, or the ids of sections, separated by commas
    #[arg(long, value_name = "whole|IDS")]
    scope: Option<String>,
    /// From when it binds, where that is not the day of the signature
    #[arg(long, value_name = "DATE")]
    effective: Option<String>,
    /// When it was entered here
    #[arg(long, value_name = "DATE")]
    registered: Option<String>,
    /// The last day of its term
    #[arg(long, value_name = "DATE")]
    until: Option<String>,
    /// The body that decided: no person's name
    #[arg(long)]
    body: Option<String>,
    /// The office that signed: no person's name
    #[arg(long)]
    office: Option<String>,
    /// The number of the resolution
    #[arg(long)]
    resolution: Option<String>,
    /// Where the resolution is published
    #[arg(long, value_name = "ADDRESS")]
    url: Option<String>,
    /// What it does not bind itself to, in its own words; repeat it for other languages
    #[arg(long = "reservation", value_name = "LANG=TEXT", value_parser = in_language)]
    reservations: Vec<InLanguage>,
    /// How it stands; an active one needs --body and --verification
    #[arg(long, value_parser = PossibleValuesParser::new(EndorsementStatus::WORDS))]
    status: Option<String>,
}

#[derive(clap::Args)]
#[command(next_help_heading = "The verification")]
pub struct Verified {
    /// How it was made sure that the institution has signed
    #[arg(long, value_name = "METHOD", requires = "verified", value_parser = PossibleValuesParser::new(VerificationMethod::WORDS))]
    verification: Option<String>,
    /// On which day
    #[arg(long, value_name = "DATE", requires = "verification")]
    verified: Option<String>,
}

fn one(name: &str, value: &Option<String>) -> Option<Fact> {
    let value = value.as_deref().map(str::trim).filter(|value| !value.is_empty())?;
    Fact::new(name, value)
}

fn texts<'t>(head: &'t str, texts: &'t [InLanguage]) -> impl Iterator<Item = Fact> + 't {
    texts.iter().filter_map(move |text| Fact::new(&format!("{head}.{}", text.tag), text.text.as_str()))
}

impl Institution {
    pub fn entry(&self) -> Entry {
        let truth = |value: Option<bool>| value.map(|value| value.to_string());
        let single = [
            one("id", &self.id),
            one("type", &self.kind),
            one("country", &self.country),
            one("subdivision", &self.subdivision),
            one("website", &self.website),
            one("identifiers.ror", &self.ror),
            one("identifiers.wikidata", &self.wikidata),
            one("identifiers.org_id", &self.org_id),
            one("successor", &self.successor),
            one("authorisation.name", &truth(self.may_name)),
            one("authorisation.logo", &truth(self.may_logo)),
            one("specimen", &truth(self.specimen.then_some(true))),
        ];
        let facts = texts("names", &self.names).chain(texts("acronym", &self.acronyms));
        Entry { own: facts.chain(single.into_iter().flatten()).collect(), endorsements: Vec::new() }
    }
}

impl Endorsement {
    pub fn facts(&self) -> Vec<Fact> {
        let scope = self.scope.as_ref().map(|scope| scope.replace(',', " "));
        let single = [
            one("work", &self.work.as_ref().map(|work| work.trim_end_matches('/').to_owned())),
            one("edition", &self.edition),
            one("scope", &scope),
            one("language", &self.language),
            one("signed", &self.signed),
            one("effective", &self.effective),
            one("registered", &self.registered),
            one("until", &self.until),
            one("authority.body", &self.body),
            one("authority.office", &self.office),
            one("authority.resolution", &self.resolution),
            one("authority.url", &self.url),
            one("status", &self.status),
        ];
        texts("reservations", &self.reservations).chain(single.into_iter().flatten()).collect()
    }
}

impl Verified {
    pub fn facts(&self) -> Vec<Fact> {
        let both = [one("verification.method", &self.verification), one("verification.date", &self.verified)];
        both.into_iter().flatten().collect()
    }
}
