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
#[command(next_help_heading = "institution")]
pub struct Institution {
    #[arg(long)]
    id: Option<String>,
    #[arg(long = "name", value_name = "LANG=NAME", value_parser = in_language)]
    names: Vec<InLanguage>,
    #[arg(long = "acronym", value_name = "LANG=ACRONYM", value_parser = in_language)]
    acronyms: Vec<InLanguage>,
    #[arg(long = "type", value_name = "TYPE")]
    kind: Option<String>,
    #[arg(long, value_name = "CODE")]
    country: Option<String>,
    #[arg(long, value_name = "CODE")]
    subdivision: Option<String>,
    #[arg(long, value_name = "ADDRESS")]
    website: Option<String>,
    #[arg(long)]
    ror: Option<String>,
    #[arg(long)]
    wikidata: Option<String>,
    #[arg(long)]
    org_id: Option<String>,
    #[arg(long, value_name = "ID")]
    successor: Option<String>,
    #[arg(long, value_name = "true|false")]
    may_name: Option<bool>,
    #[arg(long, value_name = "true|false")]
    may_logo: Option<bool>,
    #[arg(long)]
    specimen: bool,
}

#[derive(clap::Args)]
#[command(next_help_heading = "endorsement")]
pub struct Endorsement {
    #[arg(long, value_name = "FOLDER")]
    pub work: Option<String>,
    #[arg(long, value_name = "NUMBER")]
    pub edition: Option<String>,
    #[arg(long, value_name = "LANG")]
    pub language: Option<String>,
    #[arg(long, value_name = "DATE")]
    pub signed: Option<String>,
    #[arg(long, value_name = "whole|IDS")]
    scope: Option<String>,
    #[arg(long, value_name = "DATE")]
    effective: Option<String>,
    #[arg(long, value_name = "DATE")]
    registered: Option<String>,
    #[arg(long, value_name = "DATE")]
    until: Option<String>,
    #[arg(long)]
    body: Option<String>,
    #[arg(long)]
    office: Option<String>,
    #[arg(long)]
    resolution: Option<String>,
    #[arg(long, value_name = "ADDRESS")]
    url: Option<String>,
    #[arg(long = "reservation", value_name = "LANG=TEXT", value_parser = in_language)]
    reservations: Vec<InLanguage>,
    #[arg(long, value_parser = PossibleValuesParser::new(EndorsementStatus::WORDS))]
    status: Option<String>,
}

#[derive(clap::Args)]
#[command(next_help_heading = "verification")]
pub struct Verified {
    #[arg(long, value_name = "METHOD", requires = "verified", value_parser = PossibleValuesParser::new(VerificationMethod::WORDS))]
    verification: Option<String>,
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
