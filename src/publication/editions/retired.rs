//! Sections that a work no longer has.
//!
//! Takes: a work with its editions and its `retired.yaml`. Gives: an error for each id of an edition that has gone without a word, and for
//! each that has come back for something else. Must not know how a tombstone looks.

use std::collections::{BTreeMap, HashSet};

use super::super::fingerprint::Seen;
use crate::diagnostics::{Code, Diagnostic, Place, nearest};
use crate::documents::edition::{RETIRED, RetiredSectionYaml};
use crate::documents::{CONTENT, Document};
use crate::publication::Work;

/// Ids of a text, each with where its heading stands.
fn ids<'w>(work: &'w Work, documents: &[Document]) -> BTreeMap<&'w str, Place> {
    let mut ids = BTreeMap::new();
    for (_, chapter) in work.current().pages() {
        for section in &chapter.sections {
            let version = chapter.documents.iter().zip(&section.versions);
            let place = version.filter_map(|(document, version)| Some((&documents[(*document)?], version.as_ref()?)));
            let place =
                place.map(|(document, version)| document.place(document.sections[version.section].id_span(document)));
            if let Some(place) = place.into_iter().next() {
                ids.insert(section.id.as_str(), place);
            }
        }
    }
    ids
}

pub(super) fn check(seen: Seen<'_>, place: usize) -> Vec<Diagnostic> {
    let work = &seen.works[place];
    let retired = work.lineage.retired.as_ref();
    let sections: Vec<&RetiredSectionYaml> =
        retired.iter().flat_map(|file| &file.yaml.sections).map(|own| &own.value).collect();
    if work.lineage.editions.is_empty() && sections.is_empty() {
        return Vec::new();
    }
    let current = ids(work, seen.documents);
    let known: HashSet<&str> = sections.iter().map(|own| own.id.value.as_str()).collect();
    let mut diagnostics = Vec::new();
    let mut lost: BTreeMap<&str, (Place, &str)> = BTreeMap::new();
    for edition in &work.lineage.editions {
        let own = &seen.works[*edition];
        let number = own.current().number.as_deref().unwrap_or_default();
        let gone = ids(own, seen.documents).into_iter().filter(|(id, _)| !current.contains_key(id) && !known.contains(id));
        // The latest edition that has it.
        lost.extend(gone.map(|(id, place)| (id, (place, number))));
    }
    for (id, (place, number)) in lost {
        let diagnostic = Diagnostic::new(Code::LostSection, place).with("id", id).with("edition", number);
        diagnostics.push(diagnostic.with("file", format!("{CONTENT}/{}/{RETIRED}", work.folder)));
    }
    let Some(file) = retired else { return diagnostics };
    let mut first: BTreeMap<&str, Place> = BTreeMap::new();
    for own in sections {
        let here = |span| Place::new(&file.source, span);
        let (id, own_place) = (own.id.value.as_str(), here(own.id.span));
        if let Some(place) = current.get(id) {
            diagnostics.push(Diagnostic::new(Code::ReusedSection, place.clone()).with("id", id).related(own_place.clone()));
        }
        if let Some(before) = first.get(id) {
            diagnostics.push(Diagnostic::new(Code::DuplicateId, own_place).with("id", id).related(before.clone()));
        } else {
            first.insert(id, own_place);
        }
        let targets = [(&own.after, true), (&own.replaced_by, false)];
        for (target, may_be_retired) in targets.into_iter().filter_map(|(target, may)| Some((target.as_ref()?, may))) {
            let name = target.value.as_str();
            if !(current.contains_key(name) || may_be_retired && known.contains(name) && name != id) {
                let diagnostic = Diagnostic::new(Code::UnknownSection, here(target.span)).with("id", name);
                let diagnostic = diagnostic.with("work", work.folder.as_str());
                diagnostics.push(match nearest(name, current.keys().copied()) {
                    Some(word) => diagnostic.with("nearest", word).hint("hint-nearest"),
                    None => diagnostic,
                });
            }
        }
    }
    diagnostics
}
