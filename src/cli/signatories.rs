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
    /// Enter an institution
    ///
    /// Writes content/signatories/<id>.yaml. What the flags do not say is asked, if there is somebody at a terminal: each question
    /// explains itself, and each answer is checked against the whole register at once. An institution that is there is never written
    /// over.
    ///
    /// Example: diptych signatories add --name es="Ayuntamiento de Ejemplo" --type local-government --country ES
    Add(Box<add::Arguments>),
    /// Enter an endorsement of an institution that is in the register
    ///
    /// Adds some lines to the institution's file; every other byte of it stays. Refused where the edition cannot be endorsed, or is
    /// endorsed already.
    ///
    /// Example: diptych signatories endorse es-ayto-ejemplo --work guidelines/home --edition 1.0 --language es --signed 2026-05-04
    /// --body Pleno
    Endorse(Box<endorse::EndorseArguments>),
    /// Enter that an institution has withdrawn its endorsement
    ///
    /// The endorsement stays in the register, marked as withdrawn on this day.
    Withdraw(endorse::WithdrawArguments),
    /// Show who is in the register
    ///
    /// One line for each endorsement, those that are not published too. With --format json, as “answer” of the report.
    List(list::Arguments),
    /// Enter the institutions of a list, CSV or JSON
    ///
    /// Each column leads to a key of the register, such as names.es, country or signed: by its heading where that is the key, or by
    /// --map. Every row's fate is reported. Nothing is written unless all rows are well, or with --partial; what the register says
    /// already stays as it is.
    ///
    /// Example: diptych signatories import towns.csv --map "Municipio=names.es" --map "Teléfono=" --set country=ES
    Import(exchange::ImportArguments),
    /// Write the whole register as a list that import reads
    ///
    /// CSV, or JSON with --format json or for a file named .json. Values that a spreadsheet would take for formulas get an
    /// apostrophe before them, which import takes away again.
    Export(exchange::ExportArguments),
    /// Write the endorsement form and a model resolution
    ///
    /// Two accessible PDFs in each of the work's languages, form-es.pdf and resolution-es.pdf, with the edition and its integrity code
    /// filled in: the same files as the site offers. Refused where the edition cannot be endorsed.
    ///
    /// Example: diptych signatories form guidelines/home 1.0 --language es
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
