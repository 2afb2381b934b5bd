//! The two texts that `diptych redline` compares.
//!
//! Takes: what somebody calls them: an edition's number, a git revision, `working`; or an amendment. Gives: for each a publication, the place
//! of the work's text in it, and its name; or, in the report, why there is none. Must not know how a comparison is shown.

use std::sync::Arc;

use camino::Utf8Path;

use super::refuse;
use crate::amending::Refusal;
use crate::amending::apply::applied;
use crate::cli::Report;
use crate::diagnostics::{Argument, Diagnostic, Fault, Source, any_error, nearest};
use crate::publication::amendments::{edition, find, numbers};
use crate::publication::{Amendment, Publication};
use crate::renditions::redline::SideName;
use crate::sources::{Revision, Sources};

/// What stands for the files as they lie on the disk.
pub const WORKING: &str = "working";

/// A text to compare.
pub struct Side {
    pub publication: Arc<Publication>,
    /// None where the publication has no such work.
    pub work: Option<usize>,
    pub name: SideName,
}

/// Where the sides are taken from.
pub struct Sides<'a> {
    root: &'a Utf8Path,
    /// The work's folder below `content/`.
    folder: &'a str,
    anyway: bool,
    drafts: bool,
    /// The files on the disk and what they are, once somebody has asked.
    disk: Option<(Sources, Vec<Diagnostic>, Arc<Publication>)>,
}

impl<'a> Sides<'a> {
    pub fn new(root: &'a Utf8Path, folder: &'a str, anyway: bool, drafts: bool) -> Self {
        Sides { root, folder, anyway, drafts, disk: None }
    }

    /// The text that somebody means by a name. A number is an edition's, if the work has that edition, and a revision's only otherwise: git
    /// has longer names for what is called like an edition (`refs/tags/1.0`), an edition has no other.
    pub fn named(&mut self, name: &str, report: &mut Report) -> Result<Option<Side>, Fault> {
        if name == WORKING {
            let Some(publication) = self.disk(report)? else { return Ok(None) };
            let work = work_of(&publication, self.folder);
            return Ok(Some(Side { publication, work, name: SideName::Working }));
        }
        if is_number(name) {
            let Some(publication) = self.disk(report)? else { return Ok(None) };
            let Some(work) = self.work(&publication, report) else { return Ok(None) };
            let edition = publication.edition(work, name);
            if edition.is_some() {
                return Ok(Some(Side { publication, work: edition, name: SideName::Edition(name.to_owned()) }));
            }
            if Revision::find(self.root, name).is_err() {
                let known = numbers(&publication.works, work).join(", ");
                let count = usize::from(!known.is_empty());
                let known = [("count", count.into()), ("known", known.into())];
                let about = [("work", self.folder.into()), ("edition", name.into())];
                return Ok(refuse(report, "redline-edition", about.into_iter().chain(known).collect()));
            }
        }
        let revision = Revision::find(self.root, name)?;
        let (sources, found) = revision.read()?;
        let Some(publication) = self.usable(Publication::of(&sources, found, self.drafts), name, report) else {
            return Ok(None);
        };
        let work = work_of(&publication, self.folder);
        let name = SideName::Revision { name: name.to_owned(), commit: revision.commit() };
        Ok(Some(Side { publication: Arc::new(publication), work, name }))
    }

    /// The text that an amendment changes, and the same with its changes made: as approved, where something else was approved.
    pub fn amended(&mut self, id: &str, report: &mut Report) -> Result<Option<(Side, Side)>, Fault> {
        let Some(publication) = self.disk(report)? else { return Ok(None) };
        let Some(work) = self.work(&publication, report) else { return Ok(None) };
        let own = |id: &str| publication.amendments.of_work(work).map(|(_, own)| own).find(|own| own.id() == id);
        let Some(amendment) = own(id) else {
            let near = nearest(id, publication.amendments.of_work(work).map(|(_, own)| own.id())).unwrap_or_default();
            let found = usize::from(!near.is_empty());
            let about = vec![("id", id.into()), ("nearest", near.into()), ("found", found.into())];
            return Ok(refuse(report, "no-such-amendment", about));
        };
        let number = &amendment.yaml.base_edition.value.0;
        // A text that was frozen is still as it was proposed to change; one brought up to date speaks of the current text.
        let proposed_to = edition(&publication.works, work, number);
        let bases = proposed_to.into_iter().chain(amendment.is_pending().then_some(work));
        let mut bases = bases.map(|base| (base, moved_on(&publication, amendment, base))).collect::<Vec<_>>();
        let Some(first) = bases.iter().position(|(_, moved)| moved.is_empty()).or((!bases.is_empty()).then_some(0)) else {
            let about = vec![("id", id.into()), ("edition", number.as_str().into())];
            return Ok(refuse(report, "redline-no-base", about));
        };
        let (base, moved) = bases.swap_remove(first);
        if !moved.is_empty() {
            let note = if amendment.is_pending() { "amend-stale" } else { "redline-decided" };
            let about = vec![("id", id.into()), ("sections", moved.join(", ").into()), ("edition", number.as_str().into())];
            return Ok(refuse(report, note, about));
        }
        let files = match applied(&publication, base, &amendment.yaml) {
            Ok(files) => files,
            Err(Refusal::Said(note, arguments)) => return Ok(refuse(report, note, arguments)),
            Err(Refusal::Wrong(diagnostics)) => {
                report.diagnostics = diagnostics;
                report.refused = true;
                return Ok(None);
            }
        };
        let Some((sources, found, _)) = &self.disk else { return Ok(None) };
        let texts = files.iter().map(|file| Source::new(file.before.path.clone(), file.text.as_str()));
        let (sources, _) = sources.laid_over(texts);
        // What is wrong with the proposed texts was wrong with the publication; that a frozen file is another now is meant.
        let Some(amended) = Publication::of(&sources, found.clone(), self.drafts).0.map(Arc::new) else { return Ok(None) };
        let folder = &publication.works[base].folder;
        let place = amended.works.iter().position(|work| work.folder == *folder);
        let number = publication.works[base].current().number.as_ref().unwrap_or(number);
        let name = SideName::Amended { edition: number.clone(), amendment: id.to_owned() };
        let before = SideName::Edition(number.clone());
        let old = Side { publication: Arc::clone(&publication), work: Some(base), name: before };
        Ok(Some((old, Side { publication: amended, work: place, name })))
    }

    /// The publication as it lies on the disk.
    fn disk(&mut self, report: &mut Report) -> Result<Option<Arc<Publication>>, Fault> {
        if let Some((_, _, publication)) = &self.disk {
            return Ok(Some(Arc::clone(publication)));
        }
        let (sources, found) = Sources::read(self.root)?;
        let read = Publication::of(&sources, found.clone(), self.drafts);
        let Some(publication) = self.usable(read, WORKING, report).map(Arc::new) else { return Ok(None) };
        self.disk = Some((sources, found, Arc::clone(&publication)));
        Ok(Some(publication))
    }

    /// A publication that can be compared.
    fn usable(
        &self,
        (publication, diagnostics): (Option<Publication>, Vec<Diagnostic>),
        name: &str,
        report: &mut Report,
    ) -> Option<Publication> {
        let publication = publication.filter(|_| self.anyway || !any_error(&diagnostics));
        if publication.is_none() {
            let errors = |found: &Diagnostic| any_error(std::slice::from_ref(found));
            report.diagnostics = diagnostics.into_iter().filter(errors).collect();
            report.note("redline-errors", vec![("side", name.into())]);
        }
        publication
    }

    fn work(&self, publication: &Publication, report: &mut Report) -> Option<usize> {
        work_of(publication, self.folder).or_else(|| refuse(report, "form-no-work", no_work(publication, self.folder)))
    }
}

/// What is said where there is no such work.
pub fn no_work(publication: &Publication, folder: &str) -> Vec<(&'static str, Argument)> {
    let known = publication.works().map(|(_, work)| work.folder.as_str()).collect::<Vec<_>>().join(", ");
    vec![("work", folder.into()), ("known", known.into())]
}

fn work_of(publication: &Publication, folder: &str) -> Option<usize> {
    publication.works().find(|(_, work)| work.folder == folder).map(|(place, _)| place)
}

/// Whether a name could be an edition's.
fn is_number(name: &str) -> bool {
    name.split('.').all(|part| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit()))
}

/// The sections that no longer read, or do not read, as the amendment found them in a text.
fn moved_on(publication: &Publication, amendment: &Amendment, base: usize) -> Vec<String> {
    let mut moved = Vec::new();
    for (_, change) in amendment.pairs() {
        let id = &change.target.value;
        let Some((key, recorded)) = find(&publication.works, base, id).zip(change.base.as_ref()) else { continue };
        moved.extend(publication.moved_on(key, recorded).into_iter().map(|tag| format!("{id} ({tag})")));
    }
    moved
}
