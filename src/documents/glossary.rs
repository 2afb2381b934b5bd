//! `content/glossary.yaml`: the terms that all works use alike.
//!
//! Takes: the file. Gives: a [`Glossary`], each term with its place. Must not know the texts in which the terms stand.

use std::collections::HashMap;
use std::sync::Arc;

use super::front::{Menu, is_slug};
use crate::config::Book;
use crate::diagnostics::{Code, Diagnostic, Source};
use crate::record;
use crate::record::{ByLanguage, Field, Reader, Spanned, Texts, node};

record! {
    /// The whole of `glossary.yaml`.
    pub struct GlossaryYaml {
        /// The heading of its page.
        pub title: Texts,
        /// The page's part of the address, in each language.
        pub slug: Texts,
        /// One or two sentences above the terms.
        pub summary: Option<Texts>,
        /// On which menu of every page the glossary stands, and where on it.
        pub menu: Option<Menu>,
        pub menu_order: Option<u16>,
        pub terms: Vec<Spanned<Term>>,
    }
}

record! {
    /// One notion and what it is called.
    pub struct Term {
        /// Its anchor on the page.
        pub id: Spanned<String>,
        pub term: Texts,
        /// Other forms of the same term: inflections, shorter forms.
        pub forms: Option<ByLanguage<Vec<String>>>,
        /// Words that must not be used for it.
        pub avoid: Option<ByLanguage<Vec<String>>>,
        pub definition: Option<Texts>,
        /// Where a work defines it: `guidelines/home#terms`, the work's folder below `content/` and the section's id.
        pub defined: Option<Spanned<String>>,
    }
}

#[derive(Clone, Debug)]
pub struct Glossary {
    pub source: Arc<Source>,
    pub yaml: GlossaryYaml,
}

pub fn read(source: &Arc<Source>, book: &Book) -> (Option<Glossary>, Vec<Diagnostic>) {
    let tree = match node::yaml(source, 0..source.text.len()) {
        Ok(tree) => tree,
        Err(diagnostic) => return (None, vec![diagnostic]),
    };
    let mut reader = Reader::new(source);
    let Some(yaml) = GlossaryYaml::decode(&tree, &mut reader) else { return (None, reader.diagnostics) };
    let tags: Vec<&str> = book.tags().collect();
    for texts in [Some(&yaml.title), Some(&yaml.slug), yaml.summary.as_ref()].into_iter().flatten() {
        reader.check_languages(texts, &tags, "publication");
    }
    for (_, slug) in yaml.slug.entries.iter().filter(|(_, slug)| !is_slug(&slug.value)) {
        reader.malformed(&slug.value, "hint-slug", slug.span);
    }
    for Spanned { value: term, .. } in &yaml.terms {
        for texts in [Some(&term.term), term.definition.as_ref()].into_iter().flatten() {
            reader.check_languages(texts, &tags, "publication");
        }
        for lists in [&term.forms, &term.avoid].into_iter().flatten() {
            reader.check_known_languages(lists, &tags, "publication");
        }
        if !is_slug(&term.id.value) {
            reader.malformed(&term.id.value, "hint-slug", term.id.span);
        }
    }
    one_term_for_one(&yaml, &mut reader);
    (Some(Glossary { source: Arc::clone(source), yaml }), reader.diagnostics)
}

impl Glossary {
    /// All that its page shows in each language.
    pub fn texts(&self) -> impl Iterator<Item = &Texts> {
        let terms = self.yaml.terms.iter().map(|term| &term.value);
        let terms = terms.flat_map(|term| [Some(&term.term), term.definition.as_ref()]);
        [Some(&self.yaml.title), self.yaml.summary.as_ref()].into_iter().chain(terms).flatten()
    }
}

impl Term {
    /// All that it is called in a language: the term itself, then its other forms.
    pub fn forms_in<'t>(&'t self, tag: &'t str) -> impl Iterator<Item = &'t str> {
        let forms = self.forms.iter().filter_map(move |forms| forms.get(tag)).flatten();
        self.term.get(tag).into_iter().chain(forms).map(String::as_str)
    }

    pub fn avoided_in<'t>(&'t self, tag: &'t str) -> impl Iterator<Item = &'t str> {
        self.avoid.iter().filter_map(move |words| words.get(tag)).flatten().map(String::as_str)
    }
}

/// A word that stands for two terms, as a form or as a word to avoid, would be no term; nor may two terms have one id.
fn one_term_for_one(yaml: &GlossaryYaml, reader: &mut Reader) {
    let mut ids = HashMap::new();
    let mut names = HashMap::new();
    for Spanned { value: term, span } in &yaml.terms {
        if let Some(first) = ids.insert(term.id.value.as_str(), term.id.span) {
            let diagnostic = Diagnostic::new(Code::DuplicateId, reader.at(term.id.span)).with("id", term.id.value.as_str());
            reader.push(diagnostic.related(reader.at(first)));
        }
        for (key, own) in &term.term.entries {
            let tag = key.text.as_str();
            for name in term.forms_in(tag).chain(term.avoided_in(tag)) {
                let place = if name == own.value { own.span } else { *span };
                let folded = (tag, name.to_lowercase());
                if let Some(first) = names.insert(folded, place) {
                    let diagnostic = Diagnostic::new(Code::AmbiguousTerm, reader.at(place)).with("term", name);
                    reader.push(diagnostic.related(reader.at(first)));
                }
            }
        }
    }
}
