//! Facets: the ways in which a work's sections are sorted, such as level and audience.
//!
//! Takes: the declaration in `work.yaml`, the assignments in front matter and in the attributes of headings. Gives: both as they are
//! written, with their places. Must not know whether an assignment names something declared: that is the publication's to say.

use std::collections::HashMap;

use super::front::is_slug;
use crate::diagnostics::{Code, Diagnostic, Span};
use crate::record;
use crate::record::schema::{Definitions, Shape};
use crate::record::{Field, Key, Node, Reader, Spanned, Texts, Value};

record! {
    /// A way to sort the sections of a work.
    pub struct FacetYaml {
        pub id: Spanned<String>,
        /// What stands before a value: “Level”, “For”.
        pub name: Texts,
        /// What its list is called: “By level”, “For whom”; the name where not told otherwise.
        pub title: Option<Texts>,
        /// Its part of an address; made of the title where not told otherwise.
        pub slug: Option<Texts>,
        pub values: Vec<FacetValueYaml>,
    }
}

record! {
    pub struct FacetValueYaml {
        pub id: Spanned<String>,
        pub name: Texts,
        pub slug: Option<Texts>,
    }
}

impl FacetYaml {
    /// What readers see of it.
    pub fn texts(&self) -> impl Iterator<Item = &Texts> {
        [&self.name].into_iter().chain(&self.title).chain(self.values.iter().map(|value| &value.name))
    }
}

/// What a chapter or a section says of itself as regards one facet.
#[derive(Clone, Debug, PartialEq)]
pub struct Assignment {
    pub facet: Key,
    pub values: Vec<Spanned<String>>,
}

/// `facets: {level: [planning], audience: [police, courts]}`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Assigned(pub Vec<Assignment>);

impl Shape for Assigned {
    fn shape(definitions: &mut Definitions) -> serde_json::Value {
        serde_json::json!({ "type": "object", "additionalProperties": Vec::<String>::shape(definitions) })
    }
}

impl Field for Assigned {
    fn decode(node: &Node, reader: &mut Reader) -> Option<Self> {
        let Value::Map(entries) = &node.value else {
            reader.wrong_type(node, "map");
            return None;
        };
        let assignments: Vec<Option<Assignment>> = entries
            .iter()
            .map(|(key, node)| Some(Assignment { facet: key.clone(), values: Field::decode(node, reader)? }))
            .collect();
        Some(Assigned(assignments.into_iter().collect::<Option<Vec<_>>>()?))
    }
}

/// Ids are slugs and given once, names are there in all languages of the work.
pub fn check(facets: &[FacetYaml], tags: &[&str], of: &'static str, reader: &mut Reader) {
    let mut ids = HashMap::new();
    for facet in facets {
        check_one(&facet.id, &facet.name, facet.slug.as_ref(), &mut ids, (tags, of), reader);
        if let Some(title) = &facet.title {
            reader.check_languages(title, tags, of);
        }
        let mut values = HashMap::new();
        for value in &facet.values {
            check_one(&value.id, &value.name, value.slug.as_ref(), &mut values, (tags, of), reader);
        }
    }
}

fn check_one<'y>(
    id: &'y Spanned<String>,
    name: &Texts,
    slug: Option<&Texts>,
    ids: &mut HashMap<&'y str, Span>,
    (tags, of): (&[&str], &'static str),
    reader: &mut Reader,
) {
    if !is_slug(&id.value) {
        reader.malformed(&id.value, "hint-slug", id.span);
    }
    match ids.get(id.value.as_str()) {
        Some(first) => {
            let diagnostic = Diagnostic::new(Code::DuplicateId, reader.at(id.span)).with("id", id.value.as_str());
            let first = reader.at(*first);
            reader.push(diagnostic.related(first).hint("hint-facet"));
        }
        None => drop(ids.insert(&id.value, id.span)),
    }
    for texts in [Some(name), slug].into_iter().flatten() {
        reader.check_languages(texts, tags, of);
    }
    for (_, slug) in slug.iter().flat_map(|slugs| &slugs.entries).filter(|(_, slug)| !is_slug(&slug.value)) {
        reader.malformed(&slug.value, "hint-slug", slug.span);
    }
}
