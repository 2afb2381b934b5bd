//! Editions: the frozen texts of a work, in their order, and what has become of each.
//!
//! Takes: each work's declaration and the records of editions. Gives: for each work a [`Lineage`]: which text it was, what replaces it, what
//! corrects it, which sections have been retired. A frozen text is a work of its own to everything that follows – links, numbers, pages,
//! PDFs – because all that a work declares may have been otherwise then. Must not know what a page looks like.

mod checks;
mod files;
mod retired;

use std::collections::HashMap;

use camino::Utf8Path;

use super::{Publication, SectionKey, Work};
use crate::diagnostics::{Diagnostic, Severity};
use crate::documents::CONTENT;
use crate::documents::edition::{CorrigendumFile, EditionFile, RetiredSectionsFile, by_number, frozen, of_folder};
use crate::documents::work::Status;
use crate::documents::{EditionFiles, WorkFile};

pub(super) use checks::check;

/// What makes a work of [`Publication::works`] an edition of another.
pub struct Frozen {
    /// The work whose text it was, by its place.
    pub of: usize,
    pub file: EditionFile,
    /// In the order of their numbers.
    pub corrigenda: Vec<CorrigendumFile>,
    /// The edition that has taken its place, if one has.
    pub replaced_by: Option<usize>,
}

/// What a work has to do with other texts of itself.
#[derive(Default)]
pub struct Lineage {
    /// None where it is the current text.
    pub frozen: Option<Frozen>,
    /// Of a current text: its frozen editions, the oldest first.
    pub editions: Vec<usize>,
    /// Of a current text: the one among them that has its number.
    pub frozen_as: Option<usize>,
    /// Of a current text: what is recorded of sections that it no longer has.
    pub retired: Option<RetiredSectionsFile>,
}

/// The lineages of works in their order; the publication's own pages are the first and have none.
pub(super) fn lineages(files: &[&WorkFile], records: &EditionFiles) -> Vec<Lineage> {
    let mut lineages: Vec<Lineage> = (0..=files.len()).map(|_| Lineage::default()).collect();
    let current: HashMap<&Utf8Path, usize> = (1..).zip(files).map(|(place, file)| (file.folder.as_path(), place)).collect();
    let places = |folder: &Utf8Path| current.get(folder).copied();
    for record in &records.records {
        let Some(place) = places(&record.folder) else { continue };
        let Some(of) = of_folder(&record.folder).and_then(|own| places(own.work)) else { continue };
        let mut corrigenda: Vec<CorrigendumFile> =
            records.corrigenda.iter().filter(|own| own.folder == record.folder).cloned().collect();
        corrigenda.sort_by_key(|own| own.number);
        lineages[of].editions.push(place);
        lineages[place].frozen = Some(Frozen { of, file: record.clone(), corrigenda, replaced_by: None });
    }
    for retired in &records.retired {
        if let Some(place) = places(&retired.folder) {
            lineages[place].retired = Some(retired.clone());
        }
    }
    for (place, file) in (1..).zip(files) {
        in_order(&mut lineages, place, file);
    }
    lineages
}

/// A number, part by part, and what became of the text.
type State = (Vec<u64>, Option<Status>);

/// Orders the editions of a current text, and says which of them another has replaced.
fn in_order(lineages: &mut [Lineage], of: usize, file: &WorkFile) {
    let mut editions = std::mem::take(&mut lineages[of].editions);
    let state = |lineages: &[Lineage], place: usize| {
        let yaml = lineages[place].frozen.as_ref().map(|own| &own.file.yaml);
        yaml.map_or((Vec::new(), None), |yaml| (by_number(&yaml.number.value.0), Some(yaml.status.value)))
    };
    editions.sort_by_key(|place| state(lineages, *place).0);
    let own = file.yaml.edition.as_ref();
    let own = own.map(|edition| (by_number(&edition.number.value.0), Some(edition.status)));
    let frozen_as = own.as_ref().and_then(|own| editions.iter().copied().find(|place| state(lineages, *place).0 == own.0));
    let mut later: Vec<(usize, State)> = editions.iter().map(|place| (*place, state(lineages, *place))).collect();
    later.extend(own.filter(|_| frozen_as.is_none()).map(|own| (of, own)));
    for place in &editions {
        let (number, status) = state(lineages, *place);
        let replaces = |(_, (other, state)): &&(usize, State)| {
            let is_adopted = *state == Some(Status::Adopted);
            *other > number && (is_adopted || status == Some(Status::InConsultation))
        };
        let by = later.iter().filter(replaces).min_by(|one, other| one.1.0.cmp(&other.1.0)).map(|(by, _)| *by);
        if let Some(frozen) = &mut lineages[*place].frozen {
            frozen.replaced_by = by;
        }
    }
    lineages[of].editions = editions;
    lineages[of].frozen_as = frozen_as;
}

impl Frozen {
    /// Where the edition stands: what is recorded, unless another has taken its place.
    pub fn status(&self) -> Status {
        match self.file.yaml.status.value {
            Status::Withdrawn => Status::Withdrawn,
            _ if self.replaced_by.is_some() => Status::Superseded,
            status => status,
        }
    }
}

impl Work {
    pub fn is_frozen(&self) -> bool {
        self.lineage.frozen.is_some()
    }

    /// The folder of the work, of whichever edition this is the text.
    pub fn home(&self) -> &Utf8Path {
        of_folder(&self.folder).map_or(self.folder.as_path(), |place| place.work)
    }
}

impl Publication {
    /// The text of a work's edition: the frozen one, or the current text if that has the number.
    pub fn edition(&self, work: usize, number: &str) -> Option<usize> {
        let lineage = &self.works.get(work)?.lineage;
        let has_number = |place: &&usize| self.works[**place].current().number.as_deref() == Some(number);
        lineage.editions.iter().chain([&work]).find(has_number).copied()
    }

    /// The editions of a work, the oldest first; last the current text, unless it is one of them.
    pub fn editions(&self, work: usize) -> Vec<usize> {
        let lineage = &self.works[work].lineage;
        let current = (lineage.frozen_as.is_none() && self.works[work].current().number.is_some()).then_some(work);
        lineage.editions.iter().copied().chain(current).collect()
    }

    /// The text that counts instead of an edition: what replaces it, and that, and so on; the current text rather than its frozen twin.
    pub fn successor(&self, edition: usize) -> usize {
        let next = |place: usize| self.works[place].lineage.frozen.as_ref().and_then(|own| own.replaced_by);
        // Each has a greater number than the one before.
        let last = std::iter::successors(Some(edition), |place| next(*place)).last().unwrap_or(edition);
        self.as_current(last)
    }

    /// The current text instead of a frozen one with its number: they are the same.
    pub fn as_current(&self, edition: usize) -> usize {
        as_current(&self.works, edition)
    }

    /// The section of another text of the same work that has the id of a section.
    pub fn same_section(&self, key: SectionKey, other: usize) -> Option<SectionKey> {
        let (_, _, section) = self.section(key)?;
        let mut pages = self.works[other].current().pages();
        pages.find_map(|(chapter, page)| {
            let place = page.sections.iter().position(|own| own.id == section.id)?;
            Some(SectionKey { work: other, chapter, section: place })
        })
    }
}

/// Without what could be better in frozen texts: nobody may change them.
pub(super) fn without_advice(mut diagnostics: Vec<Diagnostic>) -> Vec<Diagnostic> {
    let below = |path: &Utf8Path| path.strip_prefix(CONTENT).ok().and_then(frozen).is_some();
    diagnostics.retain(|found| found.severity() == Severity::Error || !below(&found.place.source.path));
    diagnostics
}

pub(super) fn as_current(works: &[Work], edition: usize) -> usize {
    match &works[edition].lineage.frozen {
        Some(frozen) if works[frozen.of].lineage.frozen_as == Some(edition) => frozen.of,
        _ => edition,
    }
}

/// The text that an endorsement names.
pub(super) fn named(works: &[Work], folder: &str, number: &str) -> Option<usize> {
    let of = works.iter().position(|work| work.folder == folder && !folder.is_empty() && !work.is_frozen())?;
    let has_number = |place: &usize| works[*place].current().number.as_deref() == Some(number);
    [of].into_iter().chain(works[of].lineage.editions.iter().copied()).find(has_number)
}
