//! The command line: arguments, one call, and a report for `main` to print.
//!
//! Every command gives a [`Report`]; nothing here prints. Exit codes: 0 fine, 1 the sources have errors, 2 it could not run.

mod build;
mod check;

pub use check::resolve;

use camino::Utf8PathBuf;
use clap::{Parser, Subcommand, ValueEnum};

use crate::diagnostics::{Argument, Diagnostic, Fault, Severity, Wording, any_error, emit};

/// Publishes multilingual guidelines, manuals and congress books from Markdown: one source tree, every language, one website and
/// accessible PDFs.
#[derive(Parser)]
#[command(version, max_term_width = 100)]
pub struct Cli {
    /// The folder that holds book.toml
    #[arg(long, global = true, default_value = ".", value_name = "DIR")]
    pub root: Utf8PathBuf,
    /// How to say what was found: for people, or one JSON object for programs
    #[arg(long, global = true, value_enum, default_value_t = ReportFormat::Human, value_name = "FORMAT")]
    pub format: ReportFormat,
    #[command(subcommand)]
    pub command: Command,
}

#[derive(Subcommand)]
pub enum Command {
    /// Make the site and the PDFs
    ///
    /// Reads the publication, checks it as `check` does, and writes its output. The old output stays whole until the new one is
    /// complete, and files in the folder that the publication did not make are kept. With an error in the sources nothing is
    /// written. Nothing but the output folder and .diptych/cache is ever written.
    Build(build::Arguments),
    /// Find every mistake that can be found without making pages
    Check(check::Arguments),
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum ReportFormat {
    Human,
    Json,
}

/// What a command has to say.
#[derive(Default)]
pub struct Report {
    /// Sorted.
    pub diagnostics: Vec<Diagnostic>,
    /// Messages of the tool's wording, with their arguments, for standard output.
    pub notes: Vec<(&'static str, Vec<(&'static str, Argument)>)>,
    pub fault: Option<Fault>,
    /// The command cannot run as it was asked to; `notes` say why.
    pub refused: bool,
}

impl Report {
    pub fn note(&mut self, id: &'static str, arguments: Vec<(&'static str, Argument)>) {
        self.notes.push((id, arguments));
    }

    /// How many errors, warnings and hints there are, as arguments of a message.
    pub fn counts(&self) -> Vec<(&'static str, Argument)> {
        let of = |severity| self.diagnostics.iter().filter(|found| found.severity() == severity).count().into();
        vec![("errors", of(Severity::Error)), ("warnings", of(Severity::Warning)), ("hints", of(Severity::Hint))]
    }

    /// The report for a program; `docs/diagnostics.md` describes it.
    pub fn json(&self, wording: &Wording) -> serde_json::Value {
        let diagnostics: Vec<_> = self.diagnostics.iter().map(|found| emit::json(found, wording)).collect();
        let notes: Vec<_> = self.notes.iter().map(|(id, arguments)| wording.sentence(id, arguments)).collect();
        let fault = self.fault.as_ref().map(ToString::to_string);
        serde_json::json!({ "diagnostics": diagnostics, "notes": notes, "fault": fault })
    }

    pub fn exit_code(&self) -> u8 {
        match () {
            () if self.fault.is_some() || self.refused => 2,
            () if any_error(&self.diagnostics) => 1,
            () => 0,
        }
    }
}

impl Cli {
    pub fn run(&self) -> Report {
        let mut report = Report::default();
        let outcome = match &self.command {
            Command::Build(arguments) => arguments.run(&self.root, &mut report),
            Command::Check(arguments) => arguments.run(&self.root, &mut report),
        };
        report.fault = outcome.err();
        report
    }
}
