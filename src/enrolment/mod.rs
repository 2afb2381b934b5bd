//! Enrolment: how an institution gets into the register, and how its file changes.
//!
//! Takes: what flags, answers at a terminal, or the rows of somebody's list say of institutions. Gives: [`Change`]s of files as a person
//! would have written them, each tried against the whole publication before anything lands; and the register as a list. Must not know
//! how files are written to the disk, nor where answers come from.
//!
//! 1. Whatever says something of an institution becomes an [`Entry`]: keys and values, each with the place it came from.
//! 2. [`compose`] writes a new file, [`edit`] puts an endorsement into one that is there.
//! 3. [`trial`] lays the changed files over the sources and has the publication checked as `check` does. What is wrong is reported at the
//!    place that the value came from: a flag's line in the file to be, a cell in the list.
//! 4. The caller lands all changes at once, or none.

pub mod asking;
pub mod compose;
pub mod edit;
pub mod export;
pub mod identifier;
pub mod import;
pub mod keys;
pub mod listing;
pub mod mapping;
mod scalar;
pub mod standing;
pub mod table;
pub mod trial;

use std::ops::Range;
use std::sync::Arc;

use camino::{Utf8Path, Utf8PathBuf};

use crate::diagnostics::{Source, Span};
use crate::documents::CONTENT;
use crate::documents::signatory::{RETIRED, SIGNATORIES};
pub use keys::{Form, Key, Owner};

/// One thing that is said: a key, its value, and where it was said.
#[derive(Clone, Debug)]
pub struct Fact {
    pub key: Key,
    pub value: String,
    /// A number in the list it came from: it is written as it is, and what wants a text says so.
    pub number: bool,
    /// In whatever it came from; nothing where that is a flag or an answer.
    pub at: Span,
}

impl Fact {
    /// None where there is no such key.
    pub fn new(name: &str, value: impl Into<String>) -> Option<Fact> {
        Some(Fact { key: Key::read(name)?, value: value.into(), number: false, at: Span::default() })
    }
}

/// All that is said of one institution.
#[derive(Clone, Debug, Default)]
pub struct Entry {
    pub own: Vec<Fact>,
    pub endorsements: Vec<Vec<Fact>>,
}

impl Entry {
    /// The value of one of the institution's own keys.
    pub fn get(&self, name: &str) -> Option<&str> {
        value(&self.own, name)
    }

    pub fn id(&self) -> &str {
        self.get("id").unwrap_or_default()
    }

    /// Puts the languages of each text into the publication's order, all others behind them.
    pub fn in_languages<'t>(&mut self, tags: impl IntoIterator<Item = &'t str>) {
        let tags: Vec<&str> = tags.into_iter().collect();
        let place = |fact: &Fact| {
            let tag = fact.key.name.rsplit('.').next().unwrap_or_default();
            tags.iter().position(|known| *known == tag).unwrap_or(tags.len())
        };
        self.own.sort_by_key(place);
        self.endorsements.iter_mut().for_each(|own| own.sort_by_key(place));
    }

    /// Replaces what was said under the same key.
    pub fn set(&mut self, fact: Fact) {
        let facts = match fact.key.owner {
            Owner::Institution => &mut self.own,
            Owner::Endorsement => {
                if self.endorsements.is_empty() {
                    self.endorsements.push(Vec::new());
                }
                &mut self.endorsements[0]
            }
        };
        facts.retain(|said| said.key != fact.key);
        facts.push(fact);
    }
}

/// What is said under a key.
pub fn value<'f>(facts: &'f [Fact], name: &str) -> Option<&'f str> {
    facts.iter().find(|fact| fact.key.name == name).map(|fact| fact.value.as_str())
}

/// A text and where its values came from: ranges in the order of the text.
#[derive(Clone, Debug, Default)]
pub struct Composed {
    pub text: String,
    pub places: Vec<(Range<usize>, Span)>,
}

/// A file of the register as it is to be.
#[derive(Clone, Debug)]
pub struct Change {
    /// From the publication's root.
    pub path: Utf8PathBuf,
    pub composed: Composed,
    /// What the file holds now; nothing where it is new.
    pub before: Option<Arc<Source>>,
}

/// The file of an id; none where no file can have it.
pub fn path_of(id: &str) -> Option<Utf8PathBuf> {
    let path = Utf8PathBuf::from(CONTENT).join(SIGNATORIES).join(format!("{id}.yaml"));
    let sound = crate::documents::front::is_slug(id) && path.file_name() != Some(RETIRED);
    sound.then_some(path)
}

/// The register's folder, from the publication's root.
pub fn folder() -> Utf8PathBuf {
    Utf8PathBuf::from(CONTENT).join(SIGNATORIES)
}

/// Whether a file of that folder is an institution's.
pub fn is_entry(path: &Utf8Path) -> bool {
    path.strip_prefix(CONTENT).is_ok_and(crate::documents::signatory::is_in_register) && path.file_name() != Some(RETIRED)
}
