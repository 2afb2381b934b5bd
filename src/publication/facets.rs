//! Facets: how each section is sorted, and which sections have a value in common.
//!
//! Takes: the works' declarations, the outline and the documents. Gives: the values of every section, its own or those it inherits,
//! and a diagnostic for what is not declared, empty, unused or different between versions. Must not know what a page shows of it.

use std::collections::BTreeSet;

use super::names::slugify;
use super::{Chapter, ChapterKey, SectionKey, Work};
use crate::config::Book;
use crate::diagnostics::{Code, Diagnostic, Place};
use crate::documents::facets::{Assignment, FacetYaml};
use crate::documents::{Document, WorkFile};
use crate::record::Texts;

/// A way to sort the sections of a work.
pub struct Facet {
    pub name: Named,
    /// What its list is called, by language of the publication.
    pub title: Vec<String>,
    pub values: Vec<Named>,
}

/// A facet or one of its values.
pub struct Named {
    pub id: String,
    /// By language of the publication.
    pub name: Vec<String>,
    /// Its part of an address.
    pub slug: Vec<String>,
    pub place: Place,
}

/// What readers are told of a section as regards one facet.
pub struct Sorting {
    pub facet: usize,
    pub label: String,
    pub values: Vec<(Option<usize>, String)>,
}

/// By facet of the work, the values of a section in the order in which they are declared.
pub type Values = Vec<Vec<usize>>;

/// What the heading or the front matter itself says; none of a facet that it does not name.
#[derive(Clone)]
struct Said {
    values: Vec<Option<Vec<usize>>>,
    /// Whether all of it is declared.
    sound: bool,
}

/// The facets that a `work.yaml` declares.
pub fn declared(book: &Book, file: &WorkFile) -> Vec<Facet> {
    let named = |id: &crate::record::Spanned<String>, name: &Texts, slug: Option<&Texts>| Named {
        id: id.value.clone(),
        name: book.tags().map(|tag| name.get(tag).cloned().unwrap_or_default()).collect(),
        slug: book.tags().map(|tag| own_slug(&id.value, name, slug, tag)).collect(),
        place: Place::new(&file.source, id.span),
    };
    let facet = |yaml: &FacetYaml| Facet {
        name: Named {
            slug: named(&yaml.id, yaml.title.as_ref().unwrap_or(&yaml.name), yaml.slug.as_ref()).slug,
            ..named(&yaml.id, &yaml.name, None)
        },
        title: named(&yaml.id, yaml.title.as_ref().unwrap_or(&yaml.name), None).name,
        values: yaml.values.iter().map(|value| named(&value.id, &value.name, value.slug.as_ref())).collect(),
    };
    file.yaml.facets.iter().map(facet).collect()
}

/// What it says, or its name as an address takes it, or its id where nothing of the name would be left.
fn own_slug(id: &str, name: &Texts, slug: Option<&Texts>, tag: &str) -> String {
    let said = slug.and_then(|slugs| slugs.get(tag)).cloned();
    said.unwrap_or_else(|| {
        let name = name.get(tag).filter(|name| name.chars().any(|letter| letter.is_ascii_alphanumeric()));
        name.map_or_else(|| id.to_owned(), |name| slugify(name))
    })
}

/// For each document, the values of each of its sections.
pub fn resolve(book: &Book, works: &[Work], documents: &[Document]) -> (Vec<Vec<Values>>, Vec<Diagnostic>) {
    let mut resolved: Vec<Vec<Values>> = vec![Vec::new(); documents.len()];
    let mut diagnostics = Vec::new();
    for work in works {
        let mut used: BTreeSet<(usize, usize)> = BTreeSet::new();
        for (_, chapter) in work.current().pages() {
            let silent = |index: &usize| {
                let document = &documents[*index];
                document.front.facets.is_none()
                    && document.sections.iter().all(|section| section.facets.is_empty() && !section.procedure)
            };
            if work.facets.is_empty() && chapter.documents.iter().flatten().all(silent) {
                for index in chapter.documents.iter().flatten() {
                    resolved[*index] = vec![Values::new(); documents[*index].sections.len()];
                }
                continue;
            }
            let mut said: Vec<(usize, Vec<Said>)> = Vec::new();
            // An authentic version comes first: the others are held against it.
            for (language, _) in &work.languages {
                let Some(index) = chapter.documents[*language] else { continue };
                let document = &documents[index];
                let own = own(&work.facets, document, &mut diagnostics);
                resolved[index] = inherited(document, &own, work.facets.len());
                used.extend(resolved[index].iter().flat_map(pairs));
                said.push((*language, own));
            }
            compare(book, chapter, documents, &said, &mut diagnostics);
        }
        diagnostics.extend(unused(&work.facets, &used));
    }
    (resolved, diagnostics)
}

fn pairs(values: &Values) -> impl Iterator<Item = (usize, usize)> {
    values.iter().enumerate().flat_map(|(facet, values)| values.iter().map(move |value| (facet, *value)))
}

/// What each section of a document says itself.
fn own(facets: &[Facet], document: &Document, diagnostics: &mut Vec<Diagnostic>) -> Vec<Said> {
    let opening: &[Assignment] = document.front.facets.as_ref().map_or(&[], |assigned| &assigned.0);
    let sections = document.sections.iter();
    let written = sections.map(|section| if section.heading.is_none() { opening } else { &section.facets });
    written.map(|assignments| said(facets, assignments, document, diagnostics)).collect()
}

fn said(facets: &[Facet], written: &[Assignment], document: &Document, diagnostics: &mut Vec<Diagnostic>) -> Said {
    let before = diagnostics.len();
    let mut said = vec![None; facets.len()];
    for Assignment { facet: key, values } in written {
        let Some(position) = facets.iter().position(|facet| facet.name.id == key.text) else {
            let diagnostic = Diagnostic::new(Code::UnknownFacet, document.place(key.span)).with("facet", key.text.as_str());
            diagnostics.push(match facets {
                [] => diagnostic.hint("hint-none"),
                _ => diagnostic.nearest(&key.text, facets.iter().map(|facet| facet.name.id.as_str())),
            });
            continue;
        };
        if values.is_empty() {
            let diagnostic = Diagnostic::new(Code::EmptyFacet, document.place(key.span)).with("facet", key.text.as_str());
            let known: Vec<&str> = facets[position].values.iter().map(|value| value.id.as_str()).collect();
            diagnostics.push(diagnostic.with("known", known.join(", ")));
        }
        let known = || facets[position].values.iter().map(|value| value.id.as_str());
        let mut found = BTreeSet::new();
        for value in values {
            match known().position(|id| id == value.value) {
                Some(value) => drop(found.insert(value)),
                None => {
                    let diagnostic = Diagnostic::new(Code::UnknownFacetValue, document.place(value.span));
                    let diagnostic = diagnostic.with("value", value.value.as_str()).with("facet", key.text.as_str());
                    diagnostics.push(diagnostic.nearest(&value.value, known()));
                }
            }
        }
        said[position] = Some(found.into_iter().collect());
    }
    Said { values: said, sound: diagnostics.len() == before }
}

/// A section has what it says itself, and of the facets it does not name what the section above it has.
fn inherited(document: &Document, said: &[Said], facets: usize) -> Vec<Values> {
    let mut values: Vec<Values> = Vec::with_capacity(said.len());
    // The sections that the present one lies in, by level.
    let mut above: Vec<(u8, usize)> = Vec::new();
    for (number, (section, own)) in document.sections.iter().zip(said).enumerate() {
        while above.last().is_some_and(|(level, _)| *level >= section.level) {
            above.pop();
        }
        let parent = above.last().map(|(_, parent)| *parent);
        let of = |facet: usize| match &own.values[facet] {
            Some(own) => own.clone(),
            None => parent.map(|parent: usize| values[parent][facet].clone()).unwrap_or_default(),
        };
        let own: Values = (0..facets).map(of).collect();
        values.push(own);
        above.push((section.level, number));
    }
    values
}

/// The versions of a section say the same of it.
fn compare(
    book: &Book,
    chapter: &Chapter,
    documents: &[Document],
    said: &[(usize, Vec<Said>)],
    diagnostics: &mut Vec<Diagnostic>,
) {
    let Some(((first, base), others)) = said.split_first() else { return };
    let Some(base_document) = chapter.documents[*first].map(|index| &documents[index]) else { return };
    for (language, own) in others {
        let Some(document) = chapter.documents[*language].map(|index| &documents[index]) else { continue };
        for section in &chapter.sections {
            let versions = section.versions[*first].as_ref().zip(section.versions[*language].as_ref());
            let Some((one, other)) = versions else { continue };
            let (one, other) = (one.section, other.section);
            let place = || document.place(document.sections[other].span_of_heading(document));
            let base_place = || base_document.place(base_document.sections[one].span_of_heading(base_document));
            let name = book.languages[*first].1.name.as_str();
            let sound = base[one].sound && own[other].sound;
            if sound && base[one].values != own[other].values {
                let diagnostic = Diagnostic::new(Code::DifferentFacets, place()).with("language", name);
                diagnostics.push(diagnostic.related(base_place()));
            }
            if base_document.sections[one].procedure != document.sections[other].procedure {
                let diagnostic = Diagnostic::new(Code::ProcedureInOneLanguage, place()).with("language", name);
                diagnostics.push(diagnostic.related(base_place()));
            }
        }
    }
}

/// Values whose page would gather nothing.
fn unused(facets: &[Facet], used: &BTreeSet<(usize, usize)>) -> Vec<Diagnostic> {
    let values = facets
        .iter()
        .enumerate()
        .flat_map(|(facet, own)| own.values.iter().enumerate().map(move |(value, named)| ((facet, value), own, named)));
    let unused = values.filter(|(key, _, _)| !used.contains(key));
    let diagnostic = |(_, facet, value): (_, &Facet, &Named)| {
        let diagnostic = Diagnostic::new(Code::UnusedFacetValue, value.place.clone());
        diagnostic.with("value", value.id.as_str()).with("facet", facet.name.id.as_str())
    };
    unused.map(diagnostic).collect()
}

/// `level=planning audience=police,courts`: how a section is sorted, by the ids of facets and values.
pub fn ids(facets: &[Facet], values: &Values) -> String {
    let own = facets.iter().zip(values).filter(|(_, values)| !values.is_empty());
    let one = |(facet, values): (&Facet, &Vec<usize>)| {
        let ids: Vec<&str> = values.iter().map(|value| facet.values[*value].id.as_str()).collect();
        format!("{}={}", facet.name.id, ids.join(","))
    };
    own.map(one).collect::<Vec<_>>().join(" ")
}

impl super::Publication {
    /// The values of a section, from its version in a language.
    pub fn facets_of(&self, chapter: &Chapter, section: usize, language: usize) -> Option<&Values> {
        let index = chapter.documents[language]?;
        let version = chapter.sections.get(section)?.versions[language].as_ref()?;
        self.facets[index].get(version.section)
    }

    /// What is said of a section as regards each facet that it has values of: the facet's place, its label, and the names of the values
    /// with their places; one word without a place where it has all of them.
    pub fn sorting(&self, work: usize, values: &Values, language: usize) -> Vec<Sorting> {
        let facets = self.works[work].facets.iter().zip(values).enumerate();
        let own = facets.filter(|(_, (_, values))| !values.is_empty());
        let sorting = |(facet, (own, values)): (usize, (&Facet, &Vec<usize>))| Sorting {
            facet,
            label: self.messages.text(language, "facet-label", &[("name", &own.name.name[language])]),
            values: match values.len() == own.values.len() && values.len() > 1 {
                true => vec![(None, self.messages.text(language, "facet-all", &[]))],
                false => values.iter().map(|value| (Some(*value), own.values[*value].name[language].clone())).collect(),
            },
        };
        own.map(sorting).collect()
    }

    /// The sections of a work that exist in a language, each with whether it has the value. Openings without a text of their own are none,
    /// and so is the introduction, which is about the whole.
    pub fn sorted_by(&self, work: usize, facet: usize, value: usize, language: usize) -> Vec<(SectionKey, bool)> {
        let chapters = self.works[work].current().pages().filter(|(key, _)| *key != ChapterKey::Index);
        let mut list = Vec::new();
        for (key, chapter) in chapters {
            for section in 1..chapter.sections.len() {
                let Some(values) = self.facets_of(chapter, section, language) else { continue };
                let has = values.get(facet).is_some_and(|values| values.contains(&value));
                list.push((SectionKey { work, chapter: key, section }, has));
            }
        }
        list
    }
}
