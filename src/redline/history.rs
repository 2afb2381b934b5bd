//! What became of the sections of a work from edition to edition.
//!
//! Takes: a work's editions in a publication. Gives: for each id the editions that brought the section, changed it, moved it or no longer
//! had it. Texts are compared by their fingerprints, in all languages: what counts as a change is what counts for a collation. Must not
//! know how it is told.

use std::collections::HashMap;

use super::sequence;
use crate::publication::{Publication, Work};

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Event {
    Introduced,
    Changed,
    Moved,
    Removed,
}

/// By id: what became of the section, and in which text, by its place among the works.
pub type History = HashMap<String, Vec<(Event, usize)>>;

/// A section of one edition.
struct Own<'p> {
    id: &'p str,
    level: u8,
    /// By language of the publication.
    texts: Vec<Option<&'p str>>,
}

fn sections<'p>(publication: &'p Publication, work: &'p Work) -> Vec<Own<'p>> {
    let pages = work.current().pages().map(|(_, chapter)| chapter);
    let all = pages.flat_map(|chapter| chapter.sections.iter().map(move |section| (chapter, section)));
    all.map(|(chapter, section)| {
        let text = |(document, version): (&Option<usize>, &Option<crate::publication::SectionVersion>)| {
            let version = version.as_ref()?;
            Some(publication.fingerprints((*document)?)[version.section].as_str())
        };
        let texts = chapter.documents.iter().zip(&section.versions).map(text).collect();
        Own { id: &section.id, level: section.level, texts }
    })
    .collect()
}

/// The history of a work's sections, by its current text's place.
pub fn history(publication: &Publication, work: usize) -> History {
    let mut history = History::new();
    let editions = publication.editions(work);
    let all: Vec<Vec<Own<'_>>> = editions.iter().map(|place| sections(publication, &publication.works[*place])).collect();
    let mut say = |id: &str, event: Event, place: usize| {
        history.entry(id.to_owned()).or_default().push((event, place));
    };
    for own in all.first().into_iter().flatten() {
        say(own.id, Event::Introduced, editions[0]);
    }
    for (pair, place) in all.windows(2).zip(&editions[1..]) {
        let [before, after] = pair else { continue };
        let known: HashMap<&str, usize> = after.iter().enumerate().map(|(at, own)| (own.id, at)).collect();
        let stays: Vec<(usize, usize)> =
            before.iter().enumerate().filter_map(|(at, own)| Some((at, *known.get(own.id)?))).collect();
        let others: Vec<usize> = stays.iter().map(|(_, other)| *other).collect();
        let kept = sequence::rising(&others, |at| super::sections::hold(before[stays[at].0].level));
        let mut moved = vec![true; stays.len()];
        kept.into_iter().for_each(|at| moved[at] = false);
        let old: HashMap<&str, ()> = before.iter().map(|own| (own.id, ())).collect();
        for own in after.iter().filter(|own| !old.contains_key(own.id)) {
            say(own.id, Event::Introduced, *place);
        }
        for (nth, (at, other)) in stays.iter().enumerate() {
            if before[*at].texts != after[*other].texts {
                say(before[*at].id, Event::Changed, *place);
            }
            if moved[nth] {
                say(before[*at].id, Event::Moved, *place);
            }
        }
        for own in before.iter().filter(|own| !known.contains_key(own.id)) {
            say(own.id, Event::Removed, *place);
        }
    }
    history
}
