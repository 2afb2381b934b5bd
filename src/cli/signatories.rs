//! `diptych signatories`: the register's files.

mod add;
mod endorse;
mod exchange;
mod facts;
mod form;
mod list;

use camino::Utf8Path;

use super::{Cli, Outside, Report};
use crate::diagnostics::{Fault, any_error};
use crate::enrolment::Change;
use crate::enrolment::trial::Trial;
use crate::output::{Landing, land};

#[derive(clap::Subcommand)]
pub enum Command {
    Add(Box<add::Arguments>),
    Endorse(Box<endorse::EndorseArguments>),
    Withdraw(endorse::WithdrawArguments),
    List(list::Arguments),
    Import(exchange::ImportArguments),
    Export(exchange::ExportArguments),
    Form(form::Arguments),
}

impl Command {
    pub fn run(&self, cli: &Cli, outside: &Outside, report: &mut Report) -> Result<(), Fault> {
        let root = cli.root.as_path();
        match self {
            Command::Add(arguments) => arguments.run(root, outside, report),
            Command::Endorse(arguments) => arguments.run(root, report),
            Command::Withdraw(arguments) => arguments.run(root, report),
            Command::List(arguments) => arguments.run(root, outside, report),
            Command::Import(arguments) => arguments.run(root, outside, report),
            Command::Export(arguments) => arguments.run(cli, report),
            Command::Form(arguments) => arguments.run(root, report),
        }
    }
}

/// Reads the publication; none, with the reasons in the report, where there is no register to speak of.
fn read(root: &Utf8Path, report: &mut Report) -> Result<Option<Trial>, Fault> {
    let trial = Trial::read(root)?;
    if trial.publication.is_none() {
        report.diagnostics = trial.before;
        report.note("nothing-written", Vec::new());
        return Ok(None);
    }
    Ok(Some(trial))
}

/// Tries a change and lands it; whether it did.
fn make(root: &Utf8Path, trial: &mut Trial, change: Change, report: &mut Report) -> Result<bool, Fault> {
    let changes = [change];
    report.diagnostics = trial.of(&changes);
    if any_error(&report.diagnostics) {
        report.note("nothing-written", Vec::new());
        return Ok(false);
    }
    landed(root, &changes)?;
    Ok(true)
}

pub(super) fn landed(root: &Utf8Path, changes: &[Change]) -> Result<(), Fault> {
    let landing = |change: &Change| Landing {
        path: change.path.clone(),
        bytes: change.composed.text.clone().into_bytes(),
        before: change.before.as_ref().map(|source| source.text.as_bytes().to_vec()),
    };
    land(root, &changes.iter().map(landing).collect::<Vec<_>>())
}
