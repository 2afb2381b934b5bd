//! `diptych edition cut`: the current text becomes an edition.

use camino::Utf8Path;

use super::{errors, named, refuse, with, written};
use crate::cli::Report;
use crate::diagnostics::Fault;
use crate::documents::CONTENT;
use crate::documents::edition::EDITIONS;
use crate::documents::work::Kind;
use crate::freezing;
use crate::publication::Publication;
use crate::sources::Sources;

#[derive(clap::Args)]
pub struct Arguments {
    work: String,
    number: String,
    #[arg(long)]
    uncollated: bool,
}

impl Arguments {
    pub fn run(&self, root: &Utf8Path, report: &mut Report) -> Result<(), Fault> {
        let (sources, found) = Sources::read(root)?;
        let (publication, before) = Publication::of(&sources, found.clone(), false);
        let Some(publication) = publication else {
            report.diagnostics = before;
            report.note("nothing-written", Vec::new());
            return Ok(());
        };
        let Some(number) = self.can_be_cut(&publication, report) else { return Ok(()) };
        let work = &publication.works[number];
        let folder = Utf8Path::new(CONTENT).join(&work.folder).join(EDITIONS).join(&self.number);
        report.diagnostics = errors(before, Some(&folder));
        if !report.diagnostics.is_empty() {
            report.note("nothing-written", Vec::new());
            return Ok(());
        }
        let remaining = freezing::uncollated(&publication, number);
        if remaining > 0 && !self.uncollated {
            refuse::<()>(
                report,
                "edition-uncollated",
                vec![("count", remaining.into()), ("work", work.folder.as_path().into())],
            );
            return Ok(());
        }
        let Some(files) = freezing::edition(&sources, &publication, number, remaining > 0) else {
            report.note("nothing-written", Vec::new());
            return Ok(());
        };
        let (after, diagnostics) = with(&sources, &found, &files);
        report.diagnostics = errors(diagnostics, None);
        // What was frozen must read as it did: else it would not be the edition that its fingerprint names.
        let cut = after.as_ref().and_then(|after| after.works[number].lineage.frozen_as.map(|place| (after, place)));
        let is_itself = cut.is_some_and(|(after, place)| after.text_fingerprint(place) == after.edition_fingerprint(place));
        if !report.diagnostics.is_empty() || !is_itself {
            report.note("nothing-written", Vec::new());
            report.refused |= report.diagnostics.is_empty();
            return Ok(());
        }
        let fingerprint = publication.text_fingerprint(number);
        let count = written(root, &sources, files)?;
        let arguments = vec![("work", work.folder.as_path().into()), ("edition", self.number.as_str().into())];
        let more = [("count", count.into()), ("folder", folder.as_path().into()), ("fingerprint", fingerprint.into())];
        report.note("edition-cut", arguments.into_iter().chain(more).collect());
        Ok(())
    }

    /// The work, if it can have an edition of this number.
    fn can_be_cut(&self, publication: &Publication, report: &mut Report) -> Option<usize> {
        let number = named(publication, &self.work, report)?;
        let work = &publication.works[number];
        let name = || ("work", work.folder.as_path().into());
        if !matches!(work.kind, Kind::Guidelines | Kind::Manual) {
            return refuse(report, "edition-no-kind", vec![name()]);
        }
        let own = work.current().number.as_deref().unwrap_or_default();
        if publication.works[number].lineage.frozen_as.is_some_and(|_| own == self.number) {
            return refuse(report, "edition-is-cut", vec![name(), ("edition", own.into())]);
        }
        if own != self.number {
            let arguments = vec![name(), ("edition", self.number.as_str().into()), ("own", own.into())];
            return refuse(report, if own.is_empty() { "edition-no-number" } else { "edition-other-number" }, arguments);
        }
        Some(number)
    }
}
