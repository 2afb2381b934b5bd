//! The trial: what the publication would say of a change before it is made.
//!
//! Takes: the publication as it is, and changes of files. Gives: what is wrong that was not wrong before, each where it came from. Must not
//! know how a change was made.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use camino::{Utf8Path, Utf8PathBuf};

use super::{Change, Composed};
use crate::diagnostics::{Argument, Code, Diagnostic, Fault, Source, Span, any_error};
use crate::documents::CONTENT;
use crate::documents::signatory::SIGNATORIES;
use crate::memo::Memo;
use crate::publication::Publication;
use crate::sources::Sources;

pub struct Trial {
    pub sources: Sources,
    /// What was wrong with the sources when they were read.
    of_sources: Vec<Diagnostic>,
    /// None where `book.toml` cannot be used.
    pub publication: Option<Publication>,
    /// All that is wrong before anything is changed.
    pub before: Vec<Diagnostic>,
    /// What was understood of the files that no change touches.
    memo: Memo,
}

impl Trial {
    pub fn read(root: &Utf8Path) -> Result<Trial, Fault> {
        let (sources, of_sources) = Sources::read(root)?;
        let memo = Memo::blank();
        let (publication, before) = Publication::of_again(&sources, of_sources.clone(), false, &memo);
        Ok(Trial { sources, of_sources, publication, before, memo })
    }

    /// The publication's languages.
    pub fn tags(&self) -> impl Iterator<Item = &str> {
        self.publication.iter().flat_map(|publication| publication.book.tags())
    }

    /// The file of an institution as it is.
    pub fn file(&self, path: &Utf8Path) -> Option<&Arc<Source>> {
        self.sources.texts.get(path)
    }

    /// Whether a file is there, sound or not.
    pub fn is_taken(&self, path: &Utf8Path) -> bool {
        self.sources.exists(path) || self.sources.damaged.contains(path)
    }

    /// Why nothing can be said of the register: errors of its own, or no publication at all.
    pub fn in_the_way(&self) -> Vec<Diagnostic> {
        match self.publication {
            None => self.before.clone(),
            Some(_) => self.of_the_register().into_iter().filter(|found| any_error(std::slice::from_ref(found))).collect(),
        }
    }

    /// What is wrong with the register as it is.
    pub fn of_the_register(&self) -> Vec<Diagnostic> {
        let folder = Utf8PathBuf::from(CONTENT).join(SIGNATORIES);
        self.before.iter().filter(|found| found.place.source.path.starts_with(&folder)).cloned().collect()
    }

    /// What the changes bring along, at the places in the changed files.
    pub fn of(&mut self, changes: &[Change]) -> Vec<Diagnostic> {
        self.with(changes).1
    }

    /// The same with the publication as it would be.
    pub fn with(&mut self, changes: &[Change]) -> (Option<Publication>, Vec<Diagnostic>) {
        let texts = changes.iter().map(|change| Source::new(change.path.clone(), change.composed.text.as_str()));
        let (sources, unfit) = self.sources.laid_over(texts);
        let changed: BTreeSet<&Utf8PathBuf> = changes.iter().map(|change| &change.path).collect();
        let of_sources = self.of_sources.iter().filter(|found| !changed.contains(&found.place.source.path));
        let (publication, after) =
            Publication::of_again(&sources, of_sources.cloned().chain(unfit).collect(), false, &self.memo);
        // Lines move, and what was wrong before is still the same thing.
        let mut known: BTreeMap<Same<'_>, usize> = BTreeMap::new();
        self.before.iter().for_each(|found| *known.entry(same(found)).or_default() += 1);
        let mut new = Vec::with_capacity(after.len());
        for found in &after {
            let count = known.get_mut(&same(found)).filter(|count| **count > 0);
            new.push(count.is_none());
            if let Some(count) = count {
                *count -= 1;
            }
        }
        let new = after.into_iter().zip(new).filter(|(_, new)| *new).map(|(found, _)| found).collect();
        (publication, new)
    }
}

/// What two reports of one mistake have in common: not what could be written instead, which more institutions make more of.
type Same<'d> = (Code, &'d Utf8Path, Vec<&'d (&'static str, Argument)>);

fn same(found: &Diagnostic) -> Same<'_> {
    let arguments = found.arguments.iter().filter(|(name, _)| !matches!(*name, "known" | "nearest" | "meant"));
    (found.code, &found.place.source.path, arguments.collect())
}

impl Composed {
    /// The place that what stands at a span came from; none where it is nothing that somebody said.
    pub fn origin(&self, span: Span) -> Option<Span> {
        let (start, end) = (span.start as usize, (span.end as usize).max(span.start as usize + 1));
        let touched = |range: &std::ops::Range<usize>| range.start < end && start < range.end;
        self.places.iter().find(|(range, _)| touched(range)).map(|(_, from)| *from)
    }
}
