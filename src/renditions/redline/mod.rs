//! A redline drawn: for a terminal, a pull request, a browser, a program.
//!
//! Takes: the [`Redline`]s of a work in one or several languages, and what its two sides are called. Gives: text in each of these forms.
//! Insertions and deletions carry words or signs everywhere; colour only ever comes on top. Must not know where the two texts came from.

pub mod html;
mod json;
mod lines;
mod markdown;
mod page;
mod terminal;

use std::sync::Arc;

pub use json::json;
pub use lines::mark_of;
pub use markdown::markdown;
pub use page::{anchor, page, rows};
pub use terminal::{changes, terminal};

use crate::publication::Publication;
use crate::redline::{Fate, Redline, Section};

/// A work before and after, in the languages that somebody wants to read.
pub struct Comparison {
    /// The new side's: its theme and its messages.
    pub publication: Arc<Publication>,
    /// The work's place in it.
    pub work: usize,
    pub from: SideName,
    pub to: SideName,
    pub versions: Vec<Version>,
    /// Whether sections that have not changed are shown too.
    pub all: bool,
}

/// The redline of one language version.
pub struct Version {
    pub language: usize,
    pub redline: Redline,
}

/// What a side is called.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SideName {
    /// The files as they lie on the disk.
    Working,
    /// A frozen text, or the current one, by its number.
    Edition(String),
    /// The text of an edition with the changes of an amendment.
    Amended { edition: String, amendment: String },
    /// As somebody named it, and the whole hash of the commit.
    Revision { name: String, commit: String },
}

/// A section in every language, in the order of the first.
pub struct Row<'c> {
    /// By version.
    pub sections: Vec<Option<&'c Section>>,
}

impl SideName {
    pub fn text(&self, publication: &Publication, language: usize) -> String {
        match self {
            SideName::Working => publication.messages.text(language, "redline-working", &[]),
            SideName::Edition(number) => publication.messages.text(language, "redline-edition", &[("number", number)]),
            SideName::Amended { edition, amendment } => {
                let arguments = [("number", edition.as_str()), ("id", amendment)];
                publication.messages.text(language, "redline-amended", &arguments)
            }
            SideName::Revision { name, commit } => {
                let short = &commit[..commit.len().min(8)];
                let shown = if name == commit || *name == short { short.to_owned() } else { format!("{name} ({short})") };
                publication.messages.text(language, "redline-revision", &[("name", &shown)])
            }
        }
    }
}

impl Comparison {
    pub fn is_empty(&self) -> bool {
        self.versions.iter().all(|version| version.redline.is_empty())
    }

    fn text(&self, language: usize, key: &str, arguments: &[(&str, &str)]) -> String {
        self.publication.messages.text(language, key, arguments)
    }

    /// The work's title.
    pub fn title(&self, language: usize) -> &str {
        self.publication.works[self.work].title.get(language).map_or("", String::as_str)
    }

    /// The sections to show: those that have changed in some language, or all.
    pub fn rows(&self) -> Vec<Row<'_>> {
        let mut rows: Vec<Row<'_>> = Vec::new();
        let mut known = std::collections::HashMap::new();
        for (at, version) in self.versions.iter().enumerate() {
            for section in &version.redline.sections {
                let Some(head) = section.head() else { continue };
                let row = *known.entry(head.id.as_str()).or_insert_with(|| {
                    rows.push(Row { sections: vec![None; self.versions.len()] });
                    rows.len() - 1
                });
                rows[row].sections[at] = Some(section);
            }
        }
        let changed = |row: &Row<'_>| row.sections.iter().flatten().any(|section| section.is_changed());
        rows.into_iter().filter(|row| self.all || changed(row)).collect()
    }

    /// What became of a section, in words; several where it has moved too.
    fn fates(&self, section: &Section, language: usize) -> Vec<String> {
        let mut fates = Vec::new();
        if let Some(key) = fate_key(section.fate()) {
            fates.push(self.text(language, key, &[]));
        }
        if section.moved {
            let titled = section.old.as_ref().and_then(|old| old.after.as_deref());
            let stood = titled.and_then(|id| self.titled(id, language));
            fates.push(match stood {
                Some(title) => self.text(language, "redline-moved-from", &[("title", &title)]),
                None => self.text(language, "redline-moved-from-start", &[]),
            });
        }
        if let (Some(old), Some(new)) = (&section.old, &section.new) {
            if old.number != new.number && !old.number.is_empty() && (section.moved || section.fate() == Fate::Changed) {
                fates.push(self.text(language, "redline-was-number", &[("number", &old.number)]));
            }
            if old.level != new.level {
                fates.push(self.text(language, "redline-level", &[]));
            }
            if old.facets != new.facets {
                fates.push(self.text(language, "redline-facets", &[("old", &old.facets), ("new", &new.facets)]));
            }
        }
        fates
    }

    /// The same in one text; that nothing became of it, where nothing did.
    pub fn fates_or_same(&self, section: &Section, language: usize) -> String {
        let fates = self.fates(section, language);
        if fates.is_empty() { self.text(language, "redline-same", &[]) } else { fates.join(" · ") }
    }

    /// How many sections of a version fared how, or that nothing has changed.
    pub fn counted_or_none(&self, version: &Version) -> String {
        match version.redline.is_empty() {
            true => self.text(version.language, "redline-none", &[]),
            false => self.counted(&version.redline, version.language),
        }
    }

    /// The title that a section had on the old side.
    fn titled(&self, id: &str, language: usize) -> Option<String> {
        let version = self.versions.iter().find(|version| version.language == language)?;
        let mut heads = version.redline.sections.iter().filter_map(|section| section.old.as_ref());
        heads.find(|head| head.id == id).map(|head| head.title.clone())
    }

    /// How many sections fared how: “2 changed, 1 inserted”.
    fn counted(&self, redline: &Redline, language: usize) -> String {
        let counts = redline.counts();
        let kinds = [
            ("redline-count-changed", counts.changed),
            ("redline-count-inserted", counts.inserted),
            ("redline-count-deleted", counts.deleted),
            ("redline-count-moved", counts.moved),
        ];
        let said = kinds.into_iter().filter(|(_, count)| *count > 0);
        let said =
            said.map(|(key, count)| self.publication.messages.counted(language, key, (count, &count.to_string()), &[]));
        said.collect::<Vec<_>>().join(", ")
    }
}

fn fate_key(fate: Fate) -> Option<&'static str> {
    match fate {
        Fate::Same => None,
        Fate::Changed => Some("redline-section-changed"),
        Fate::Inserted => Some("redline-section-inserted"),
        Fate::Deleted => Some("redline-section-deleted"),
    }
}
