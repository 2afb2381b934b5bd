//! Verification: whether changed files say what an amendment says, and all else as it was.
//!
//! Takes: the publication before and after. Gives: the sections that read otherwise than they should, in each language. Must not know how the
//! change was made: it looks at what readers see.

use std::collections::{BTreeMap, BTreeSet};

use crate::documents::amendment::{AmendmentYaml, Operation};
use crate::publication::Publication;

/// What readers of a work see: by language tag and section id, its fingerprint.
pub type Seen = BTreeMap<(String, String), String>;

/// All sections of a work's current text.
pub fn seen(publication: &Publication, work: usize) -> Seen {
    let mut seen = Seen::new();
    for (_, chapter) in publication.works[work].current().pages() {
        for (language, document) in chapter.documents.iter().enumerate() {
            let Some(document) = *document else { continue };
            let fingerprints = publication.fingerprints(document);
            for section in &chapter.sections {
                let Some(version) = section.versions[language].as_ref() else { continue };
                let tag = publication.languages[language].tag.clone();
                seen.insert((tag, section.id.clone()), fingerprints[version.section].clone());
            }
        }
    }
    seen
}

/// The sections, with their languages, that read otherwise than an amendment says: those it is not about should read as they did, those
/// it writes as it says, those it deletes be gone.
pub fn astray(publication: &Publication, work: usize, before: &Seen, amendment: &AmendmentYaml) -> Vec<(String, String)> {
    let after = seen(publication, work);
    let changes = || amendment.changes.iter().map(|change| &change.value);
    let op = |wanted: fn(Operation) -> bool| {
        move |change: &&crate::documents::amendment::ChangeYaml| change.op.as_ref().is_some_and(|op| wanted(op.value))
    };
    let deleted: BTreeSet<&str> =
        changes().filter(op(|op| op == Operation::Delete)).map(|change| change.target.value.as_str()).collect();
    let written = changes().filter(op(Operation::writes)).flat_map(|change| {
        let id = change.id.as_ref().unwrap_or(&change.target).value.as_str();
        let texts = change.text.iter().chain(&change.approved).flat_map(|texts| &texts.entries);
        texts.map(move |(key, _)| (key.text.as_str(), id))
    });
    let written: BTreeSet<(&str, &str)> = written.collect();
    let is_written = |(tag, id): &(String, String)| written.contains(&(tag.as_str(), id.as_str()));
    let mut astray = BTreeSet::new();
    for (key, text) in before.iter().filter(|(key, _)| !is_written(key)) {
        let expected = (!deleted.contains(key.1.as_str())).then_some(text);
        if after.get(key) != expected {
            astray.insert(key.clone());
        }
    }
    astray.extend(after.keys().filter(|key| !before.contains_key(*key) && !is_written(key)).cloned());
    astray.extend(said_otherwise(publication, work, &after, amendment));
    astray.into_iter().collect()
}

/// The written sections that read otherwise than the proposal. How a section is sorted is no part of a proposed text's fingerprint.
fn said_otherwise(publication: &Publication, work: usize, after: &Seen, amendment: &AmendmentYaml) -> Vec<(String, String)> {
    let mut own = publication.amendments.of_work(work).map(|(_, own)| own);
    let own = own.find(|own| own.id() == amendment.id.value && publication.works[work].facets.is_empty());
    // What one change writes, a later one may write again.
    let mut last: BTreeMap<(String, String), String> = BTreeMap::new();
    for (change, _) in own.iter().flat_map(|own| own.pairs()) {
        for text in [&change.proposed, &change.approved].into_iter().flatten() {
            let section = &text.chapter.sections[0];
            for (language, document) in text.chapter.documents.iter().enumerate() {
                let Some((document, version)) = document.zip(section.versions[language].as_ref()) else { continue };
                let fingerprint = &publication.fingerprints(document)[version.section];
                let tag = publication.languages[language].tag.clone();
                // The title of an opening is the chapter's, which no proposal has.
                if version.section > 0 {
                    last.insert((tag, section.id.clone()), fingerprint.clone());
                }
            }
        }
    }
    last.into_iter().filter(|(key, text)| after.get(key) != Some(text)).map(|(key, _)| key).collect()
}
