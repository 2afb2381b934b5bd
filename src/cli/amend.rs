//! `diptych amend`: proposals of changes to the texts of works.

mod apply;
mod facts;
mod from_diff;
mod list;
mod new;
mod rebase;

use camino::{Utf8Path, Utf8PathBuf};

use super::signatories::landed;
use super::{Outside, Report};
use crate::amending::{Made, Refusal};
use crate::diagnostics::{Argument, Code, Diagnostic, Fault, any_error, nearest};
use crate::documents::amendment::AMENDMENTS;
use crate::enrolment::trial::Trial;
use crate::enrolment::{Change, Composed};
use crate::publication::concordance::argument;
use crate::publication::{Amendment, Publication};

#[derive(clap::Subcommand)]
pub enum Command {
    New(new::Arguments),
    List(list::Arguments),
    Apply(apply::Arguments),
    Rebase(rebase::Arguments),
    FromDiff(from_diff::Arguments),
}

impl Command {
    pub fn run(&self, root: &Utf8Path, outside: &Outside, report: &mut Report) -> Result<(), Fault> {
        match self {
            Command::New(arguments) => arguments.run(root, outside, report),
            Command::List(arguments) => arguments.run(root, outside, report),
            Command::Apply(arguments) => arguments.run(root, report),
            Command::Rebase(arguments) => arguments.run(root, report),
            Command::FromDiff(arguments) => arguments.run(root, outside, report),
        }
    }
}

/// Reads the publication; none, with the reasons in the report, where nothing can be said of its texts.
fn read(root: &Utf8Path, report: &mut Report) -> Result<Option<(Trial, Publication)>, Fault> {
    let mut trial = Trial::read(root)?;
    let Some(publication) = trial.publication.take() else {
        report.diagnostics = trial.before;
        report.note("nothing-written", Vec::new());
        return Ok(None);
    };
    Ok(Some((trial, publication)))
}

/// Says why it cannot be done, and that nothing was written.
fn refused<T>(report: &mut Report, note: &'static str, arguments: Vec<(&'static str, Argument)>) -> Option<T> {
    report.refused = true;
    report.note(note, arguments);
    None
}

/// What was made; none, with the reason in the report.
fn made<T>(report: &mut Report, made: Made<T>) -> Option<T> {
    match made {
        Ok(made) => Some(made),
        Err(Refusal::Said(note, arguments)) => refused(report, note, arguments),
        Err(Refusal::Wrong(diagnostics)) => {
            report.diagnostics = diagnostics;
            report.note("nothing-written", Vec::new());
            None
        }
    }
}

/// The amendment of a number; none, with the reason in the report. `work` is needed where several works have one.
fn amendment<'p>(
    publication: &'p Publication,
    trial: &Trial,
    id: &str,
    work: Option<&str>,
    report: &mut Report,
) -> Option<&'p Amendment> {
    let id = id.trim_end_matches(".yaml").rsplit('/').next().unwrap_or_default();
    let work = match work {
        Some(work) => Some(super::collate::work_named(publication, work, report)?),
        None => None,
    };
    let all = publication.amendments.iter().map(|(_, own)| own).filter(|own| work.is_none_or(|work| own.work == work));
    let all: Vec<&Amendment> = all.collect();
    let found: Vec<&Amendment> = all.iter().copied().filter(|own| own.id() == id).collect();
    match found.as_slice() {
        [own] => Some(*own),
        [] => {
            // A file that cannot be understood is there all the same.
            let own = |found: &&Diagnostic| {
                let path = &found.place.source.path;
                path.file_stem() == Some(id) && path.parent().is_some_and(|folder| folder.ends_with(AMENDMENTS))
            };
            report.diagnostics = trial.before.iter().filter(own).cloned().collect();
            if any_error(&report.diagnostics) {
                report.note("nothing-written", Vec::new());
                return None;
            }
            let near = nearest(id, all.iter().map(|own| own.id())).unwrap_or_default();
            let arguments =
                vec![("id", id.into()), ("nearest", near.into()), ("found", usize::from(!near.is_empty()).into())];
            refused(report, "no-such-amendment", arguments)
        }
        several => {
            let works: Vec<&str> = several.iter().map(|own| argument(&publication.works[own.work])).collect();
            refused(report, "amend-which-work", vec![("id", id.into()), ("works", works.join(", ").into())])
        }
    }
}

/// A file of an amendment as it is to be.
fn change(path: Utf8PathBuf, text: String, before: Option<std::sync::Arc<crate::diagnostics::Source>>) -> Change {
    Change { path, composed: Composed { text, places: Vec::new() }, before }
}

/// What the changes would bring along, without what is no news: how much remains to be compared, and versions that have changed.
fn without_noise(found: Vec<Diagnostic>) -> Vec<Diagnostic> {
    let noise = [Code::Uncollated, Code::VersionBehind, Code::VersionChanged];
    found.into_iter().filter(|found| !noise.contains(&found.code)).collect()
}

/// Lands a new amendment, unless it would be wrong.
fn land_new(root: &Utf8Path, trial: &mut Trial, changes: Vec<Change>, report: &mut Report) -> Result<bool, Fault> {
    report.diagnostics = without_noise(trial.of(&changes));
    if any_error(&report.diagnostics) {
        report.note("nothing-written", Vec::new());
        return Ok(false);
    }
    landed(root, &changes)?;
    Ok(true)
}
