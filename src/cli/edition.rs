//! `diptych edition`: the frozen texts of works.

mod corrigendum;
mod cut;
mod list;

use camino::Utf8Path;

use super::{Outside, Report};
use crate::diagnostics::{Argument, Diagnostic, Fault, any_error};
use crate::freezing::File;
use crate::output::{Landing, land};
use crate::publication::Publication;
use crate::sources::Sources;

#[derive(clap::Subcommand)]
pub enum Command {
    Cut(cut::Arguments),
    List(list::Arguments),
    Corrigendum(corrigendum::Arguments),
}

impl Command {
    pub fn run(&self, root: &Utf8Path, outside: &Outside, report: &mut Report) -> Result<(), Fault> {
        match self {
            Command::Cut(arguments) => arguments.run(root, report),
            Command::List(arguments) => arguments.run(root, outside, report),
            Command::Corrigendum(arguments) => arguments.run(root, outside, report),
        }
    }
}

fn refuse<T>(report: &mut Report, note: &'static str, arguments: Vec<(&'static str, Argument)>) -> Option<T> {
    report.refused = true;
    report.note(note, arguments);
    None
}

/// The current text of a work by its folder; none, with the reason in the report, where there is no such work.
fn named(publication: &Publication, name: &str, report: &mut Report) -> Option<usize> {
    let folder = name.trim_end_matches('/');
    let folder = folder.strip_prefix("content/").unwrap_or(folder);
    let found = publication.works().find(|(_, work)| work.folder == folder).map(|(number, _)| number);
    found.or_else(|| {
        let known = publication.works().map(|(_, work)| work.folder.as_str()).collect::<Vec<_>>().join(", ");
        refuse(report, "form-no-work", vec![("work", folder.into()), ("known", known.into())])
    })
}

/// The errors of a publication with these files; those below a folder that was half made are about to be mended.
fn errors(diagnostics: Vec<Diagnostic>, but_below: Option<&Utf8Path>) -> Vec<Diagnostic> {
    let below = |found: &Diagnostic| but_below.is_some_and(|folder| found.place.source.path.starts_with(folder));
    diagnostics.into_iter().filter(|found| any_error(std::slice::from_ref(found)) && !below(found)).collect()
}

/// The publication with new files in it.
fn with(sources: &Sources, found: &[Diagnostic], files: &[File]) -> (Option<Publication>, Vec<Diagnostic>) {
    let (mut texts, mut others) = (Vec::new(), Vec::new());
    for (path, bytes) in files {
        match (sources.is_text(path), std::str::from_utf8(bytes)) {
            (true, Ok(text)) => texts.push(crate::diagnostics::Source::new(path.clone(), text)),
            _ => others.push((path.clone(), bytes.clone())),
        }
    }
    let (sources, unfit) = sources.laid_over(texts);
    let sources = sources.with_files(others);
    Publication::of(&sources, found.iter().cloned().chain(unfit).collect(), false)
}

/// Writes new files, but for those that are there already and hold the same.
fn written(root: &Utf8Path, sources: &Sources, files: Vec<File>) -> Result<usize, Fault> {
    let new = files.into_iter().filter(|(path, bytes)| sources.bytes(path) != Some(bytes));
    let landings: Vec<Landing> = new.map(|(path, bytes)| Landing { path, bytes, before: None }).collect();
    land(root, &landings)?;
    Ok(landings.len())
}
