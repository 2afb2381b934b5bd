//! `diptych amend from-diff`: what somebody has changed in the files becomes an amendment.

use std::collections::BTreeMap;
use std::sync::Arc;

use camino::{Utf8Path, Utf8PathBuf};
use serde_json::json;

use super::facts::Facts;
use super::{change, landed, made, read, refused, without_noise};
use crate::amending::apply::amended;
use crate::amending::difference::{Side, changes};
use crate::cli::collate::work_named;
use crate::cli::{Answer, Outside, Report};
use crate::diagnostics::{Fault, Severity, Source, any_error};
use crate::documents::{CONTENT, amendment};
use crate::enrolment::Change;
use crate::publication::Publication;
use crate::sources::Sources;

#[derive(clap::Args)]
pub struct Arguments {
    work: String,
    #[arg(long, value_name = "REVISION", default_value = "HEAD")]
    from: String,
    #[arg(long)]
    restore: bool,
    #[command(flatten)]
    facts: Facts,
}

impl Arguments {
    pub fn run(&self, root: &Utf8Path, outside: &Outside, report: &mut Report) -> Result<(), Fault> {
        let Some((mut trial, publication)) = read(root, report)? else { return Ok(()) };
        let Some(work) = work_named(&publication, &self.work, report) else { return Ok(()) };
        let folder = Utf8Path::new(CONTENT).join(&publication.works[work].folder);
        let own = |path: &Utf8Path| path.starts_with(&folder) && path.extension() == Some("md");
        let broken = trial.before.iter().filter(|found| own(&found.place.source.path));
        report.diagnostics =
            broken.filter(|found| found.severity() == Severity::Error && !found.code.compares_versions()).cloned().collect();
        if any_error(&report.diagnostics) {
            report.note("nothing-written", Vec::new());
            return Ok(());
        }
        let (sources, found) = Sources::at_revision(root, &self.from)?;
        let (old, _) = Publication::of(&sources, found, false);
        let before = old.as_ref().and_then(|old| {
            let place = old.works.iter().position(|own| own.folder == publication.works[work].folder)?;
            Some(Side::new(old, place))
        });
        let Some(before) = before else {
            refused::<()>(
                report,
                "from-diff-no-work",
                vec![("from", self.from.as_str().into()), ("work", self.work.as_str().into())],
            );
            return Ok(());
        };
        let after = Side::new(&publication, work);
        let Some(steps) = made(report, changes(&before, &after, self.facts.is_of_one_language())) else { return Ok(()) };
        if steps.is_empty() {
            report.note("from-diff-nothing", vec![("from", self.from.as_str().into())]);
            return Ok(());
        }
        let count = steps.len();
        let Some((draft, path)) = self.facts.draft(before.publication, before.work, steps, outside, report) else {
            return Ok(());
        };
        if trial.is_taken(&path) {
            refused::<()>(report, "amend-taken", vec![("path", path.as_path().into())]);
            return Ok(());
        }
        let yaml = draft.yaml();
        if let Some(other) = stray(&before, &after, &path, &yaml) {
            refused::<()>(report, "from-diff-inexpressible", vec![("path", other.as_path().into())]);
            return Ok(());
        }
        let mut files = vec![change(path.clone(), yaml, None)];
        if self.restore {
            files.extend(restored(&before, &publication, work));
        }
        // Without --restore the text is what is proposed already, and the amendment speaks of what it was.
        report.diagnostics = if self.restore { without_noise(trial.of(&files)) } else { Vec::new() };
        if any_error(&report.diagnostics) {
            report.note("nothing-written", Vec::new());
            return Ok(());
        }
        landed(root, &files)?;
        let arguments = vec![("id", draft.id.as_str().into()), ("path", path.as_path().into()), ("count", count.into())];
        report.note(if self.restore { "from-diff-restored" } else { "from-diff-made" }, arguments);
        let answer = json!({ "id": draft.id, "file": path.as_str(), "changes": count, "restored": self.restore });
        report.answer = Some(Answer::Lines(String::new(), answer));
        Ok(())
    }
}

/// The sources of a work's texts, by path.
fn texts(publication: &Publication, work: usize) -> BTreeMap<Utf8PathBuf, Arc<Source>> {
    let chapters = publication.works[work].current().pages().map(|(_, chapter)| chapter);
    let documents = chapters.flat_map(|chapter| chapter.documents.iter().flatten().map(|own| &publication.documents[*own]));
    documents.map(|document| (document.source.path.clone(), Arc::clone(&document.source))).collect()
}

/// A file that the amendment does not lead to; none where it leads to all of them.
fn stray(before: &Side<'_>, after: &Side<'_>, path: &Utf8Path, yaml: &str) -> Option<Utf8PathBuf> {
    let source = Source::new(path.to_owned(), yaml);
    let own = before.publication;
    let (read, _) = amendment::read(&source, &own.book, &own.languages);
    match read.and_then(|file| amended(own, before.work, &file.yaml).ok()) {
        Some(shelves) => after.astray(&shelves),
        None => Some(path.to_owned()),
    }
}

/// The work's texts as they were.
fn restored(before: &Side<'_>, publication: &Publication, work: usize) -> Vec<Change> {
    let old = texts(before.publication, before.work);
    let now = texts(publication, work);
    let differs = |(path, now): (&Utf8PathBuf, &Arc<Source>)| {
        let old = old.get(path).filter(|old| old.text != now.text)?;
        Some(change(path.clone(), old.text.to_string(), Some(Arc::clone(now))))
    };
    now.iter().filter_map(differs).collect()
}
