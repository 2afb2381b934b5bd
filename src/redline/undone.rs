//! The two texts that a redline holds, read back out of it.
//!
//! Takes: a [`Redline`]. Gives: the old sections or the new ones, as they were compared. That they are the same ones is what makes a redline
//! true: nothing that changed is left unmarked, and nothing is marked that did not.

use std::collections::BTreeMap;

use super::blocks::{Note, Step};
use super::text::{Element, Kind, Text, What, Word};
use super::words::{Mark, Piece};
use super::{Redline, Section};

/// Which of the two texts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Which {
    Old,
    New,
}

impl Redline {
    /// The sections of one side, in its order.
    pub fn texts(&self, which: Which) -> Vec<Text> {
        let head = |section: &Section| match which {
            Which::Old => section.old.as_ref().map(|head| head.place),
            Which::New => section.new.as_ref().map(|head| head.place),
        };
        let mut texts: Vec<(usize, Text)> =
            self.sections.iter().filter_map(|section| Some((head(section)?, text(section, which)?))).collect();
        texts.sort_by_key(|(place, _)| *place);
        texts.into_iter().map(|(_, text)| text).collect()
    }
}

fn text(section: &Section, which: Which) -> Option<Text> {
    let head = match which {
        Which::Old => section.old.as_ref()?,
        Which::New => section.new.as_ref()?,
    };
    // A note that is referred to twice may be there as itself and as one that came or went: either way it has its own body.
    let place = |note: &Note| if which == Which::Old { note.old } else { note.new };
    let own: Vec<(usize, &Note)> = section.notes.iter().filter_map(|note| Some((place(note)?, note))).collect();
    let bodies: BTreeMap<usize, &Note> = own.into_iter().collect();
    let reader = Reader { which, places: section.notes.iter().map(place).collect() };
    Some(Text {
        id: head.id.clone(),
        level: head.level,
        facets: head.facets.clone(),
        title: reader.words(&section.title),
        elements: reader.elements(&section.steps),
        notes: bodies.values().map(|note| reader.elements(&note.steps)).collect(),
    })
}

struct Reader {
    which: Which,
    /// By note of the comparison, its place on this side.
    places: Vec<Option<usize>>,
}

impl Reader {
    fn elements(&self, steps: &[Step]) -> Vec<Element> {
        let mut elements: Vec<Element> = Vec::new();
        // The places of the elements that are open, none for those of the other side.
        let mut open: Vec<Option<usize>> = Vec::new();
        for step in steps {
            match step {
                Step::Open { old, new } => {
                    let kind: &Option<Kind> = if self.which == Which::Old { old } else { new };
                    let hidden = open.last().is_some_and(Option::is_none);
                    let own = kind.as_ref().filter(|_| !hidden).map(|kind| {
                        elements.push(Element { kind: kind.clone(), end: 0, words: Vec::new() });
                        elements.len() - 1
                    });
                    open.push(own);
                }
                Step::Words(pieces) => {
                    if let Some(Some(own)) = open.last() {
                        elements[*own].words = self.words(pieces);
                    }
                }
                Step::Close => {
                    if let Some(Some(own)) = open.pop() {
                        elements[own].end = elements.len();
                    }
                }
            }
        }
        elements
    }

    fn words(&self, pieces: &[Piece]) -> Vec<Word> {
        let own = if self.which == Which::Old { Mark::Deleted } else { Mark::Inserted };
        let kept = pieces.iter().filter(|piece| piece.mark == Mark::Same || piece.mark == own);
        let numbered = |word: &Word| match word.what {
            What::Note(note) => {
                let place = self.places.get(note).copied().flatten().unwrap_or_default();
                Word { what: What::Note(place), dress: word.dress.clone() }
            }
            _ => word.clone(),
        };
        kept.flat_map(|piece| &piece.words).map(numbered).collect()
    }
}
