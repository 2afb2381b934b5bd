//! `panel.yaml` and `contribution.yaml`: what a book of proceedings consists of.
//!
//! Takes: the two kinds of files. Gives: panels with their coordinators, contributions with authors, keywords and language. Must not know
//! which texts lie beside them, and in which languages their work is.

use std::sync::Arc;

use camino::{Utf8Path, Utf8PathBuf};

use super::front::is_slug;
use crate::config::Book;
use crate::diagnostics::{Code, Diagnostic, Source};
use crate::record;
use crate::record::{ByLanguage, Field, Reader, Spanned, Texts, node};

/// The file that makes a panel of a folder.
pub const PANEL: &str = "panel.yaml";
/// The file that makes a contribution of a folder.
pub const CONTRIBUTION: &str = "contribution.yaml";

record! {
    /// Somebody who wrote a contribution or coordinated a panel.
    pub struct PersonYaml {
        pub name: Spanned<String>,
        /// What the index sorts the name by: “Ejemplo, Autora de”; the name where not told otherwise.
        pub sort: Option<Spanned<String>>,
        pub affiliation: Option<Texts>,
        /// Sixteen digits in groups of four.
        pub orcid: Option<Spanned<String>>,
    }
}

record! {
    pub struct PanelYaml {
        /// Its place among the panels; those without one come last.
        pub order: Option<u16>,
        pub title: Texts,
        pub slug: Option<Texts>,
        pub coordinators: Vec<PersonYaml>,
        /// Made up to show a feature.
        pub specimen: Option<bool>,
    }
}

record! {
    pub struct ContributionYaml {
        /// Its place in the panel; those without one come last.
        pub order: Option<u16>,
        pub title: Texts,
        pub slug: Option<Texts>,
        pub authors: Vec<PersonYaml>,
        /// Of the full text, as it was written.
        pub language: Option<Spanned<String>>,
        pub keywords: Option<ByLanguage<Vec<Spanned<String>>>>,
        pub specimen: Option<bool>,
    }
}

impl PersonYaml {
    fn texts(&self) -> impl Iterator<Item = &Texts> {
        self.affiliation.iter()
    }
}

impl PanelYaml {
    /// What there has to be in every language of the work, and may be seen anywhere.
    pub fn texts(&self) -> impl Iterator<Item = &Texts> {
        [&self.title].into_iter().chain(self.coordinators.iter().flat_map(PersonYaml::texts))
    }
}

impl ContributionYaml {
    /// What there has to be in every language of the work, and may be seen anywhere.
    pub fn texts(&self) -> impl Iterator<Item = &Texts> {
        [&self.title].into_iter().chain(self.authors.iter().flat_map(PersonYaml::texts))
    }
}

/// A file and where its folder lies below `content/`.
#[derive(Clone, Debug)]
pub struct Part<T> {
    pub folder: Utf8PathBuf,
    pub source: Arc<Source>,
    pub yaml: T,
}

pub type PanelFile = Part<PanelYaml>;
pub type ContributionFile = Part<ContributionYaml>;

pub fn panel(folder: &Utf8Path, source: &Arc<Source>, book: &Book) -> (Option<PanelFile>, Vec<Diagnostic>) {
    let tags: Vec<&str> = book.tags().collect();
    read(folder, source, |yaml: &PanelYaml, reader| {
        check_texts(&yaml.title, yaml.slug.as_ref(), &tags, reader);
        yaml.coordinators.iter().for_each(|person| check_person(person, &tags, reader));
    })
}

pub fn contribution(folder: &Utf8Path, source: &Arc<Source>, book: &Book) -> (Option<ContributionFile>, Vec<Diagnostic>) {
    let tags: Vec<&str> = book.tags().collect();
    read(folder, source, |yaml: &ContributionYaml, reader| {
        check_texts(&yaml.title, yaml.slug.as_ref(), &tags, reader);
        yaml.authors.iter().for_each(|person| check_person(person, &tags, reader));
        if yaml.authors.is_empty() {
            let diagnostic = Diagnostic::new(Code::MissingKey, reader.at(yaml.title.span)).with("key", "authors");
            reader.push(diagnostic.hint("hint"));
        }
        if let Some(keywords) = &yaml.keywords {
            reader.check_known_languages(keywords, &tags, "publication");
        }
        if let Some(language) = &yaml.language
            && !tags.contains(&language.value.as_str())
        {
            reader.unknown_word(&language.value, &tags, language.span);
        }
    })
}

fn read<T: Field>(
    folder: &Utf8Path,
    source: &Arc<Source>,
    check: impl Fn(&T, &mut Reader),
) -> (Option<Part<T>>, Vec<Diagnostic>) {
    let tree = match node::yaml(source, 0..source.text.len()) {
        Ok(tree) => tree,
        Err(diagnostic) => return (None, vec![diagnostic]),
    };
    let mut reader = Reader::new(source);
    let yaml = T::decode(&tree, &mut reader);
    if let Some(yaml) = &yaml {
        check(yaml, &mut reader);
    }
    let part = yaml.map(|yaml| Part { folder: folder.to_owned(), source: Arc::clone(source), yaml });
    (part, reader.diagnostics)
}

fn check_texts(title: &Texts, slug: Option<&Texts>, tags: &[&str], reader: &mut Reader) {
    for texts in [Some(title), slug].into_iter().flatten() {
        reader.check_known_languages(texts, tags, "publication");
    }
    for (_, slug) in slug.iter().flat_map(|slugs| &slugs.entries).filter(|(_, slug)| !is_slug(&slug.value)) {
        reader.malformed(&slug.value, "hint-slug", slug.span);
    }
}

fn check_person(person: &PersonYaml, tags: &[&str], reader: &mut Reader) {
    if person.name.value.trim().is_empty() {
        reader.malformed(&person.name.value, "hint-name", person.name.span);
    }
    if let Some(affiliation) = &person.affiliation {
        reader.check_known_languages(affiliation, tags, "publication");
    }
    let Some(orcid) = &person.orcid else { return };
    match check_digit(&orcid.value) {
        None => reader.malformed(&orcid.value, "hint-orcid", orcid.span),
        Some(digit) if orcid.value.ends_with(digit) => {}
        Some(_) => {
            let diagnostic = Diagnostic::new(Code::WrongCheckDigits, reader.at(orcid.span));
            reader.push(diagnostic.with("identifier", orcid.value.as_str()).hint("hint-orcid"));
        }
    }
}

/// The last character that the others ask for (ISO 7064, MOD 11-2); none where it is not of the form `0000-0002-1825-0097`.
pub fn check_digit(orcid: &str) -> Option<char> {
    let groups: Vec<&str> = orcid.split('-').collect();
    if groups.len() != 4 || groups.iter().any(|group| group.len() != 4 || !group.is_ascii()) {
        return None;
    }
    let letters: Vec<char> = groups.concat().chars().collect();
    let (last, digits) = letters.split_last()?;
    if !(last.is_ascii_digit() || *last == 'X') {
        return None;
    }
    let mut total = 0;
    for digit in digits {
        total = (total + digit.to_digit(10)?) * 2 % 11;
    }
    match (12 - total) % 11 {
        10 => Some('X'),
        digit => char::from_digit(digit, 10),
    }
}
