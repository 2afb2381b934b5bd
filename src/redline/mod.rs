//! Redlines: what changed from one text of a work to another.
//!
//! Takes: a work in two publications, or in two trees of one: two revisions, a revision and the disk, later an edition and the next. Gives:
//! a [`Redline`], which holds both texts at once, section by section, block by block, word by word, each part marked as kept, deleted or
//! inserted. The old text and the new one can be read back out of it exactly ([`Redline::texts`]). Must not know what a page, a PDF or a
//! terminal looks like: renditions draw it. Depends on nothing but the two texts: the same two give the same redline.
//!
//! 1. [`text`]: each section as readers see it.
//! 2. [`sections`]: sections are paired by id; what stands elsewhere has moved.
//! 3. [`blocks`]: within a pair, blocks, rows, columns, cells and items.
//! 4. [`words`]: within a pair of those, words, links and notes.

pub mod blocks;
pub mod history;
mod reading;
mod sections;
pub mod sequence;
mod side;
pub mod text;
mod undone;
pub mod words;

pub use blocks::{Note, Step};
pub use text::{Dress, Element, Kind, Text, What, Word};
pub use undone::Which;
pub use words::{Mark, Piece};

use crate::publication::{Publication, Work, facets};

/// A work in one language, before and after.
#[derive(Clone, Debug, PartialEq)]
pub struct Redline {
    /// In the order of the new text; what was deleted stands after what it stood after.
    pub sections: Vec<Section>,
}

/// A section of either side or of both.
#[derive(Clone, Debug, PartialEq)]
pub struct Section {
    pub old: Option<Head>,
    pub new: Option<Head>,
    /// It stands in another place among the sections that both sides have.
    pub moved: bool,
    pub title: Vec<Piece>,
    pub steps: Vec<Step>,
    pub notes: Vec<Note>,
}

/// What is known of a section on one side.
#[derive(Clone, Debug, PartialEq)]
pub struct Head {
    pub id: String,
    pub level: u8,
    /// `3.2`; empty where sections do not count.
    pub number: String,
    pub facets: String,
    /// Its place among the sections of its side.
    pub place: usize,
    /// The id of the section before it, if it is not the first.
    pub after: Option<String>,
    /// Its title as plain text.
    pub title: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Fate {
    Same,
    Changed,
    Inserted,
    Deleted,
}

/// A text with its number, which belongs to its place and not to it.
pub struct Numbered {
    pub number: String,
    pub text: Text,
}

/// The sections of a work's current text in one language, in reading order.
pub fn sections_of(publication: &Publication, work: &Work, language: usize) -> Vec<Numbered> {
    let mut sections = Vec::new();
    for (_, chapter) in work.current().pages() {
        let Some((document, _)) = publication.document(chapter, language) else { continue };
        let sorted = |values: &facets::Values| facets::ids(&work.facets, values);
        let facets: Vec<String> = match work.facets.is_empty() {
            true => Vec::new(),
            false => publication.facets[document].iter().map(sorted).collect(),
        };
        sections.extend(chapter.sections.iter().filter_map(|section| {
            let text = Text::of(publication, chapter, section, language, &facets)?;
            Some(Numbered { number: section.number.clone(), text })
        }));
    }
    sections
}

impl Redline {
    pub fn between(old: &[Numbered], new: &[Numbered]) -> Redline {
        Redline { sections: sections::compare_all(old, new) }
    }

    /// Whether nothing changed.
    pub fn is_empty(&self) -> bool {
        self.sections.iter().all(|section| !section.is_changed())
    }

    pub fn changed(&self) -> impl Iterator<Item = &Section> {
        self.sections.iter().filter(|section| section.is_changed())
    }

    /// How many sections were inserted, deleted, moved, and changed in their words.
    pub fn counts(&self) -> Counts {
        let mut counts = Counts::default();
        for section in &self.sections {
            match section.fate() {
                Fate::Same => counts.same += usize::from(!section.moved),
                Fate::Changed => counts.changed += 1,
                Fate::Inserted => counts.inserted += 1,
                Fate::Deleted => counts.deleted += 1,
            }
            counts.moved += usize::from(section.moved);
        }
        counts
    }
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    pub same: usize,
    pub changed: usize,
    pub inserted: usize,
    pub deleted: usize,
    pub moved: usize,
}

impl Section {
    /// The head of the side it is on now, or was on last.
    pub fn head(&self) -> Option<&Head> {
        self.new.as_ref().or(self.old.as_ref())
    }

    pub fn fate(&self) -> Fate {
        match (&self.old, &self.new) {
            (Some(old), Some(new)) => {
                let same = (&old.id, old.level, &old.facets) == (&new.id, new.level, &new.facets);
                match same && self.pieces().all(|piece| piece.mark == Mark::Same) && self.steps().all(|step| !is_edit(step))
                {
                    true => Fate::Same,
                    false => Fate::Changed,
                }
            }
            (Some(_), None) => Fate::Deleted,
            _ => Fate::Inserted,
        }
    }

    pub fn is_changed(&self) -> bool {
        self.moved || self.fate() != Fate::Same
    }

    fn steps(&self) -> impl Iterator<Item = &Step> {
        self.steps.iter().chain(self.notes.iter().flat_map(|note| &note.steps))
    }

    /// All words of the title, the blocks and the notes.
    pub fn pieces(&self) -> impl Iterator<Item = &Piece> {
        let words = self.steps().flat_map(|step| match step {
            Step::Words(pieces) => pieces.as_slice(),
            _ => &[],
        });
        self.title.iter().chain(words)
    }
}

/// Whether an element is on one side alone or another kind of itself.
fn is_edit(step: &Step) -> bool {
    matches!(step, Step::Open { old, new } if old != new)
}
