//! The glossary's page: the terms of one language in its own order, with what they are called in the others.
//!
//! Takes: the publication's glossary. Gives: a [`Page`]. Must not know how texts use the terms.

use serde::Serialize;

use super::Site;
use super::frame::{Frame, Page};
use crate::documents::Glossary;
use crate::documents::glossary::Term;
use crate::publication::SectionKey;
use crate::renditions::html;

#[derive(Serialize)]
pub struct TermView {
    /// Its anchor, the same in all languages.
    pub id: String,
    pub term: String,
    pub definition: String,
    pub equivalents: Vec<Equivalent>,
    /// Where a work defines it.
    pub defined: Option<Defined>,
}

/// The term in another language.
#[derive(Serialize)]
pub struct Equivalent {
    pub lang: String,
    pub dir: &'static str,
    /// The language's name in itself.
    pub name: String,
    pub term: String,
}

#[derive(Serialize)]
pub struct Defined {
    pub url: String,
    /// The section's number and title.
    pub label: String,
    /// The title of the work.
    pub work: String,
}

impl Site {
    pub(super) fn glossary(&self, glossary: &Glossary, language: usize) -> Page {
        let publication = &self.publication;
        let tag = publication.languages[language].tag.as_str();
        let text =
            |texts: Option<&crate::record::Texts>| texts.and_then(|texts| texts.get(tag)).cloned().unwrap_or_default();
        let (title, summary) = (text(Some(&glossary.yaml.title)), text(glossary.yaml.summary.as_ref()));
        let pages: Vec<(usize, String)> =
            (0..publication.languages.len()).map(|own| (own, publication.addresses.glossary(own))).collect();
        let frame = Frame {
            title: &title,
            context: "",
            description: &summary,
            address: Some(&pages[language].1),
            pages: &pages,
            neutral: &pages[0].1,
        };
        let terms = glossary.yaml.terms.iter().zip(&publication.definitions);
        let mut terms: Vec<TermView> =
            terms.map(|(term, defined)| self.term_view(&term.value, *defined, language)).collect();
        let order = publication.languages[language].order();
        terms.sort_by(|one, other| order(&one.term, &other.term).then_with(|| one.id.cmp(&other.id)));
        self.base("glossary", "glossary.html", language, frame).put("summary", &summary).put("terms", &terms)
    }

    fn term_view(&self, term: &Term, defined: Option<SectionKey>, language: usize) -> TermView {
        let publication = &self.publication;
        let own = &publication.languages[language];
        let equivalent = |other: &crate::locale::Language| {
            let (lang, dir, name) = (other.tag.clone(), other.direction.name(), other.name.clone());
            Some(Equivalent { lang, dir, name, term: term.term.get(&other.tag)?.clone() })
        };
        let defined = defined.and_then(|key| {
            let (work, _, section) = publication.section(key)?;
            section.versions.get(language)?.as_ref()?;
            let (url, label) = (html::address(publication, key, language), publication.reference(key, language));
            Some(Defined { url, label, work: work.title[language].clone() })
        });
        TermView {
            id: term.id.value.clone(),
            term: term.term.get(&own.tag).cloned().unwrap_or_default(),
            definition: term.definition.as_ref().and_then(|texts| texts.get(&own.tag)).cloned().unwrap_or_default(),
            equivalents: publication.languages.iter().filter(|other| other.tag != own.tag).filter_map(equivalent).collect(),
            defined,
        }
    }
}
