//! `content/signatories/<id>.yaml`: one institution, and what it has endorsed.
//!
//! Takes: the file. Gives: a [`SignatoryFile`], each value with its place and held to the form it takes by itself. Must not know which
//! works and editions there are, nor the other institutions: the publication's register does.

mod form;
mod personal;

use std::sync::Arc;

pub use form::ror_code;

use camino::Utf8Path;
use jiff::civil::Date;

use crate::config::Book;
use crate::diagnostics::{Diagnostic, Source};
use crate::record::schema::{Definitions, Shape};
use crate::record::{EditionNumber, Field, Node, Reader, Spanned, Texts, Value, node};
use crate::{record, words};

/// The folder of the register, below `content/`.
pub const SIGNATORIES: &str = "signatories";
/// The ids that were once an institution's and whose files are gone.
pub const RETIRED: &str = "retired.yaml";

words! {
    /// What kind of institution signs. A publication adds its own in `[register.types]` of `book.toml`.
    pub enum InstitutionType {
        LocalGovernment = "local-government",
        RegionalGovernment = "regional-government",
        Ministry = "ministry",
        Parliament = "parliament",
        Police = "police",
        Court = "court",
        Prosecution = "prosecution",
        Ombudsman = "ombudsman",
        HealthService = "health-service",
        School = "school",
        University = "university",
        Association = "association",
        Ngo = "ngo",
        ProfessionalBody = "professional-body",
        Company = "company",
        Network = "network",
        International = "international",
        Other = "other",
    }
}

words! {
    /// Where an endorsement stands.
    pub enum EndorsementStatus {
        /// Not confirmed yet; never published.
        Pending = "pending",
        Active = "active",
        Withdrawn = "withdrawn",
        /// Its term has ended.
        Expired = "expired",
    }
}

words! {
    /// How it was made sure that the institution has signed.
    pub enum VerificationMethod {
        OfficialLetter = "official-letter",
        DomainEmail = "domain-email",
        PullRequestByDomainOwner = "pull-request-by-domain-owner",
        OfficialGazette = "official-gazette",
    }
}

record! {
    /// The whole of a signatory's file.
    pub struct SignatoryYaml {
        /// The file's name without its extension. Never used again for another institution.
        pub id: Spanned<String>,
        /// What it calls itself, by language: at least in one, not only in the publication's.
        pub names: Texts,
        pub acronym: Option<Texts>,
        /// What it was called before, the latest first.
        pub history: Vec<FormerName>,
        /// The institution that took over its tasks; it is listed only for what it has endorsed itself.
        pub successor: Option<Spanned<String>>,
        pub identifiers: Option<Identifiers>,
        /// What kind of institution it is.
        pub r#type: Spanned<String>,
        /// ISO 3166-1, two letters; the seat of an international body.
        pub country: Spanned<String>,
        /// ISO 3166-2, such as `ES-MD`.
        pub subdivision: Option<Spanned<String>>,
        /// An https or http address.
        pub website: Option<Spanned<String>>,
        pub endorsements: Vec<Spanned<EndorsementYaml>>,
        pub verification: Option<Spanned<Verification>>,
        pub authorisation: Option<Authorisation>,
        pub logo: Option<Logo>,
        /// Made up to show a feature: labelled wherever it appears, counted nowhere.
        pub specimen: Option<bool>,
    }
}

impl SignatoryYaml {
    /// All that it says in several languages.
    pub fn texts(&self) -> impl Iterator<Item = &Texts> {
        let former = self.history.iter().map(|former| &former.names);
        let reservations = self.endorsements.iter().filter_map(|own| own.value.reservations.as_ref());
        let own = [Some(&self.names), self.acronym.as_ref(), self.logo.as_ref().map(|logo| &logo.alt)];
        own.into_iter().flatten().chain(former).chain(reservations)
    }
}

record! {
    /// A name that an institution has given up.
    pub struct FormerName {
        pub names: Texts,
        /// The last day of the name.
        pub until: Spanned<Date>,
    }
}

record! {
    /// What others know the institution by.
    pub struct Identifiers {
        /// Research Organization Registry: nine characters, or the address they end.
        pub ror: Option<Spanned<String>>,
        /// `Q` and digits.
        pub wikidata: Option<Spanned<String>>,
        /// org-id.guide: list code and number, such as `ES-DIR3-L01280796`.
        pub org_id: Option<Spanned<String>>,
    }
}

record! {
    /// One signature under one edition of one work.
    pub struct EndorsementYaml {
        /// The work's folder below `content/`.
        pub work: Spanned<String>,
        /// Quoted: `"1.0"`.
        pub edition: Spanned<EditionNumber>,
        /// `whole`, or a list of section ids; the whole where not told otherwise.
        pub scope: Option<Spanned<Scope>>,
        /// The language of the text that was signed.
        pub language: Spanned<String>,
        pub signed: Spanned<Date>,
        /// From when it binds, where that is not the day of the signature.
        pub effective: Option<Spanned<Date>>,
        /// When it was entered here.
        pub registered: Option<Spanned<Date>>,
        /// The last day of its term.
        pub until: Option<Spanned<Date>>,
        pub authority: Option<Spanned<SigningAuthority>>,
        /// What the institution does not bind itself to, in its own words; shown wherever its name is.
        pub reservations: Option<Texts>,
        pub status: Spanned<EndorsementStatus>,
        pub withdrawal: Option<Spanned<Withdrawal>>,
    }
}

/// What an endorsement covers.
#[derive(Clone, Debug, PartialEq)]
pub enum Scope {
    Whole,
    /// Section ids.
    Sections(Vec<Spanned<String>>),
}

record! {
    /// Who decided within the institution: offices and bodies, not persons.
    pub struct SigningAuthority {
        pub body: String,
        pub office: Option<String>,
        /// The number of the resolution.
        pub resolution: Option<String>,
        /// Where it is published.
        pub url: Option<Spanned<String>>,
    }
}

record! {
    pub struct Withdrawal {
        pub date: Spanned<Date>,
        /// The letter or resolution.
        pub reference: Option<String>,
    }
}

record! {
    pub struct Verification {
        pub method: VerificationMethod,
        pub date: Spanned<Date>,
    }
}

record! {
    /// What the institution has agreed to have shown.
    pub struct Authorisation {
        pub name: bool,
        pub logo: Option<bool>,
    }
}

record! {
    pub struct Logo {
        /// An SVG or PNG file in the register's folder, by its name.
        pub file: Spanned<String>,
        pub alt: Texts,
    }
}

record! {
    /// The whole of `retired.yaml`.
    pub struct RetiredYaml {
        pub ids: Vec<Spanned<RetiredId>>,
    }
}

record! {
    /// An id that may not be used again.
    pub struct RetiredId {
        pub id: Spanned<String>,
        pub since: Option<Date>,
    }
}

impl Shape for Scope {
    fn shape(definitions: &mut Definitions) -> serde_json::Value {
        serde_json::json!({ "anyOf": [{ "const": "whole" }, Vec::<String>::shape(definitions)] })
    }
}

impl Field for Scope {
    fn decode(node: &Node, reader: &mut Reader) -> Option<Self> {
        match &node.value {
            Value::List(_) => Vec::decode(node, reader).map(Scope::Sections),
            Value::Text(text) if text == "whole" => Some(Scope::Whole),
            Value::Text(text) => {
                reader.malformed(text, "hint-scope", node.span);
                None
            }
            _ => {
                reader.wrong_type(node, "list");
                None
            }
        }
    }
}

/// A file of the register.
#[derive(Clone, Debug)]
pub struct SignatoryFile {
    pub source: Arc<Source>,
    pub yaml: SignatoryYaml,
}

/// The ids that are used up.
#[derive(Clone, Debug)]
pub struct RetiredFile {
    pub source: Arc<Source>,
    pub yaml: RetiredYaml,
}

/// Whether a file below `content/` belongs to the register: only those directly in its folder do.
pub fn is_in_register(below: &Utf8Path) -> bool {
    below.parent().is_some_and(|folder| folder == SIGNATORIES) && below.extension() == Some("yaml")
}

pub fn retired(source: &Arc<Source>) -> (Option<RetiredFile>, Vec<Diagnostic>) {
    let tree = match node::yaml(source, 0..source.text.len()) {
        Ok(tree) => tree,
        Err(diagnostic) => return (None, vec![diagnostic]),
    };
    let mut reader = Reader::new(source);
    let yaml = RetiredYaml::decode(&tree, &mut reader);
    (yaml.map(|yaml| RetiredFile { source: Arc::clone(source), yaml }), reader.diagnostics)
}

pub fn read(source: &Arc<Source>, book: &Book) -> (Option<SignatoryFile>, Vec<Diagnostic>) {
    let tree = match node::yaml(source, 0..source.text.len()) {
        Ok(tree) => tree,
        Err(diagnostic) => return (None, vec![diagnostic]),
    };
    let mut reader = Reader::new(source);
    personal::check(&mut reader);
    let Some(yaml) = SignatoryYaml::decode(&tree, &mut reader) else { return (None, reader.diagnostics) };
    form::check(&yaml, book, &mut reader);
    (Some(SignatoryFile { source: Arc::clone(source), yaml }), reader.diagnostics)
}
