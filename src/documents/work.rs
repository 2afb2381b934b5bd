//! `work.yaml`: what one work is.

use std::sync::Arc;

use camino::{Utf8Path, Utf8PathBuf};
use jiff::civil::Date;

use super::facets::{self, FacetYaml};
use super::front::is_slug;
use crate::config::Book;
use crate::diagnostics::{Code, Diagnostic, Place, Source, Span};
use crate::record::{ByLanguage, EditionNumber, Field, Reader, SeverityYaml, Spanned, Texts, node};
use crate::{record, words};

words! {
    /// What kind of text a work is; each kind has its own rules.
    pub enum Kind {
        Guidelines = "guidelines",
        /// Procedures and what they rest on.
        Manual = "manual",
        /// Contributions to a congress, by panels.
        Proceedings = "proceedings",
        Pages = "pages",
    }
}

words! {
    /// How far a language version binds.
    pub enum Authority {
        /// Of equal authority with the other authentic versions.
        Authentic = "authentic",
        /// A translation for information.
        Courtesy = "courtesy",
    }
}

words! {
    /// What the work calls its numbered sections.
    pub enum ClauseName {
        Guideline = "guideline",
        Paragraph = "paragraph",
        Article = "article",
        Recommendation = "recommendation",
        Section = "section",
    }
}

words! {
    /// Where an edition stands.
    pub enum Status {
        InConsultation = "in-consultation",
        Adopted = "adopted",
        Superseded = "superseded",
        Withdrawn = "withdrawn",
    }
}

record! {
    /// The edition that the sources are.
    pub struct EditionYaml {
        /// Quoted: `"0.1"`.
        pub number: Spanned<EditionNumber>,
        pub status: Status,
        /// The day of this text.
        pub date: Date,
        /// Who adopted it, when, and where that is recorded.
        pub adoption: Option<AdoptionYaml>,
        /// From when to when anybody is asked for comments.
        pub consultation: Option<ConsultationYaml>,
    }
}

record! {
    /// The days on which a consultation begins and ends.
    pub struct ConsultationYaml {
        pub opens: Date,
        pub closes: Spanned<Date>,
    }
}

record! {
    /// The decision that made a text an adopted one.
    pub struct AdoptionYaml {
        /// The body that adopted it.
        pub body: Texts,
        pub date: Date,
        /// The address of the record, or its reference.
        pub record: Option<String>,
    }
}

record! {
    /// What is asked of contributions.
    pub struct SubmissionYaml {
        pub r#abstract: Option<AbstractRules>,
        pub article: Option<ArticleRules>,
        pub keywords: Option<KeywordRules>,
    }
}

record! {
    pub struct AbstractRules {
        /// At most.
        pub words: u16,
    }
}

record! {
    pub struct ArticleRules {
        /// At most.
        pub words: Option<u16>,
        pub sections: Vec<ExpectedSection>,
    }
}

record! {
    /// A section that an article has, by its id or by one of its titles in any language.
    pub struct ExpectedSection {
        pub id: Spanned<String>,
        pub titles: ByLanguage<Vec<String>>,
    }
}

record! {
    /// How many keywords a contribution has in each language.
    pub struct KeywordRules {
        pub least: Option<u16>,
        pub most: Option<u16>,
    }
}

record! {
    /// The whole of `work.yaml`.
    pub struct WorkYaml {
        pub kind: Kind,
        pub title: Texts,
        /// For running heads and navigation; the title where not told otherwise.
        pub short_title: Option<Texts>,
        /// The work's part of its address; its folder where not told otherwise. It may have several parts: `directrices/vivienda`.
        pub slug: Option<Texts>,
        /// Its place among the works; those without one come last.
        pub order: Option<u16>,
        /// One or two sentences on what the work is.
        pub summary: Option<Texts>,
        /// The languages the work exists in and each one's authority; all of the publication's, authentic, where not told otherwise.
        pub languages: Option<ByLanguage<Authority>>,
        pub clause: Option<ClauseName>,
        pub edition: Option<EditionYaml>,
        /// Whether the work is made up to show something: it is labelled wherever it appears, and nobody can endorse it.
        pub specimen: Option<bool>,
        /// Whether institutions may endorse this edition.
        pub endorsable: Option<bool>,
        /// What endorsing commits an institution to, and what it does not.
        pub endorsing: Option<Texts>,
        /// The ways in which its sections are sorted.
        pub facets: Vec<FacetYaml>,
        /// A BibTeX file in the work's folder.
        pub bibliography: Option<Spanned<String>>,
        /// A CSL style, by its name in the archive.
        pub citation_style: Option<Spanned<String>>,
        /// What is asked of contributions.
        pub submission: Option<SubmissionYaml>,
        /// An SPDX identifier.
        pub licence: Option<Spanned<String>>,
        /// How grave some mistakes in the work's files are: `error`, `warning`, `hint` or `off`, by their codes.
        pub severity: SeverityYaml,
    }
}

/// The licences a work may name, by SPDX identifier.
pub const LICENCES: &[&str] = &["CC-BY-4.0", "CC-BY-SA-4.0", "CC-BY-NC-4.0", "CC-BY-ND-4.0", "CC0-1.0"];

/// Where a licence's text stands.
pub fn licence_address(identifier: &str) -> Option<&'static str> {
    Some(match identifier {
        "CC-BY-4.0" => "https://creativecommons.org/licenses/by/4.0/",
        "CC-BY-SA-4.0" => "https://creativecommons.org/licenses/by-sa/4.0/",
        "CC-BY-NC-4.0" => "https://creativecommons.org/licenses/by-nc/4.0/",
        "CC-BY-ND-4.0" => "https://creativecommons.org/licenses/by-nd/4.0/",
        "CC0-1.0" => "https://creativecommons.org/publicdomain/zero/1.0/",
        _ => return None,
    })
}

/// A folder with a `work.yaml`.
#[derive(Clone, Debug)]
pub struct WorkFile {
    /// Below `content/`.
    pub folder: Utf8PathBuf,
    pub source: Arc<Source>,
    pub yaml: WorkYaml,
    /// Each of the work's languages by its place in `book.toml`.
    pub languages: Vec<(usize, Authority)>,
}

impl ConsultationYaml {
    /// A consultation ends after it begins.
    pub(super) fn check(&self, reader: &mut Reader) {
        if self.closes.value < self.opens {
            let found = Diagnostic::new(Code::ImpossibleDate, reader.at(self.closes.span));
            let found = found.with("date", self.closes.value.to_string()).with("other", self.opens.to_string());
            reader.push(found.hint("hint-consultation"));
        }
    }
}

impl Kind {
    /// Whether chapters and sections are counted: those of a text that is quoted by its numbers.
    pub fn is_numbered(self) -> bool {
        matches!(self, Kind::Guidelines | Kind::Manual)
    }

    /// Whether its pages are texts of their own, each with its own ids and numbers.
    pub fn is_collection(self) -> bool {
        matches!(self, Kind::Pages | Kind::Proceedings)
    }
}

pub fn read(folder: &Utf8Path, source: &Arc<Source>, book: &Book) -> (Option<WorkFile>, Vec<Diagnostic>) {
    let tree = match node::yaml(source, 0..source.text.len()) {
        Ok(tree) => tree,
        Err(diagnostic) => return (None, vec![diagnostic]),
    };
    if folder.as_str().is_empty() {
        return (None, vec![Diagnostic::new(Code::MisplacedWork, Place::new(source, Span::default()))]);
    }
    let mut reader = Reader::new(source);
    let Some(yaml) = WorkYaml::decode(&tree, &mut reader) else { return (None, reader.diagnostics) };
    let all: Vec<&str> = book.tags().collect();
    let languages: Vec<(usize, Authority)> = match &yaml.languages {
        None => (0..all.len()).map(|language| (language, Authority::Authentic)).collect(),
        Some(listed) => {
            reader.check_known_languages(listed, &all, "publication");
            let position = |tag: &str| all.iter().position(|known| *known == tag);
            listed.entries.iter().filter_map(|(key, authority)| Some((position(&key.text)?, authority.value))).collect()
        }
    };
    let own: Vec<&str> = languages.iter().map(|(language, _)| all[*language]).collect();
    let texts =
        [Some(&yaml.title), yaml.short_title.as_ref(), yaml.slug.as_ref(), yaml.summary.as_ref(), yaml.endorsing.as_ref()];
    let of = if yaml.languages.is_some() { "work" } else { "publication" };
    let adopted_by = yaml.edition.as_ref().and_then(|edition| edition.adoption.as_ref()).map(|adoption| &adoption.body);
    for texts in texts.into_iter().chain([adopted_by]).flatten() {
        reader.check_languages(texts, &own, of);
    }
    let expected = yaml.submission.iter().flat_map(|rules| &rules.article).flat_map(|article| &article.sections);
    for expected in expected {
        reader.check_languages(&expected.titles, &own, of);
    }
    if let Some(consultation) = yaml.edition.as_ref().and_then(|edition| edition.consultation.as_ref()) {
        consultation.check(&mut reader);
    }
    facets::check(&yaml.facets, &own, of, &mut reader);
    for (_, slug) in yaml.slug.iter().flat_map(|slugs| &slugs.entries) {
        if !slug.value.split('/').all(is_slug) {
            reader.malformed(&slug.value, "hint-slug", slug.span);
        }
    }
    if let Some(licence) = &yaml.licence
        && licence_address(&licence.value).is_none()
    {
        reader.unknown_word(&licence.value, LICENCES, licence.span);
    }
    let work = WorkFile { folder: folder.to_owned(), source: Arc::clone(source), yaml, languages };
    (Some(work), reader.diagnostics)
}
