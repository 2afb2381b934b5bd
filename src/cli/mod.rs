//! The command line: arguments, one call, and a report for `main` to print.
//!
//! Every command gives a [`Report`]; nothing here prints. Exit codes: 0 fine, 1 the sources have errors, 2 it could not run.

mod amend;
mod build;
mod check;
mod collate;
mod edition;
mod explain;
mod help;
mod import;
mod new;
mod redline;
mod schema;
mod serve;
mod shells;
mod signatories;
mod status;
mod theme;
mod usage;

pub use check::resolve;
pub use help::command;
pub use usage::Instead;

use std::sync::{Arc, Mutex};

use camino::{Utf8Path, Utf8PathBuf};
use clap::{Parser, Subcommand, ValueEnum};
use jiff::civil::Date;

use crate::config::Book;
use crate::diagnostics::{Argument, Diagnostic, Fault, Severity, Wording, any_error, emit};
use crate::enrolment::asking::Person;
use crate::serve::Programs;
use crate::sources::{BOOK, Sources};

// What help says of commands and arguments is in `locales/<lang>/tool/help.ftl`; a comment with three strokes here would be said twice.
#[derive(Parser)]
#[command(version, max_term_width = 100)]
pub struct Cli {
    #[arg(long, global = true, default_value = ".", value_name = "DIR")]
    pub root: Utf8PathBuf,
    #[arg(long, global = true, value_enum, default_value_t = ReportFormat::Human, value_name = "FORMAT")]
    pub format: ReportFormat,
    #[arg(long, short, global = true)]
    pub quiet: bool,
    #[command(subcommand)]
    pub command: Command,
}

#[derive(Subcommand)]
pub enum Command {
    #[command(subcommand)]
    Amend(amend::Command),
    Build(build::Arguments),
    Check(check::Arguments),
    Collate(collate::Arguments),
    New(new::Arguments),
    Import(import::Arguments),
    Serve(serve::Arguments),
    Redline(redline::Arguments),
    #[command(subcommand)]
    Edition(edition::Command),
    #[command(subcommand)]
    Signatories(signatories::Command),
    Status(status::Arguments),
    #[command(subcommand)]
    Theme(theme::Command),
    Explain(explain::Arguments),
    Schema(schema::Arguments),
    Completions(shells::Completions),
    Man(shells::Man),
}

/// What commands are told of the world by `main`.
pub struct Outside {
    /// The POSIX name of the language that messages should be in.
    pub locale: String,
    pub today: Date,
    pub programs: Programs,
    /// Says something before the command has ended.
    pub say: Arc<dyn Fn(&Report) + Send + Sync>,
    /// Is told how many files of how many are made.
    pub progress: Arc<dyn Fn(usize, usize) + Send + Sync>,
    /// Whoever answers questions, if there is somebody.
    pub person: Mutex<Box<dyn Person + Send>>,
    /// Whether the questions would reach a person: both ends are a terminal.
    pub is_attended: bool,
    /// What the user is known by on forges, where that is known.
    pub handle: Option<String>,
    /// How many columns the terminal has; none where the output goes elsewhere.
    pub width: Option<usize>,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum ReportFormat {
    Human,
    Json,
    Sarif,
    Github,
}

/// What a command has to say.
#[derive(Default)]
pub struct Report {
    /// Sorted.
    pub diagnostics: Vec<Diagnostic>,
    /// Messages of the tool's wording, with their arguments, for standard output.
    pub notes: Vec<(&'static str, Vec<(&'static str, Argument)>)>,
    pub fault: Option<Arc<Fault>>,
    /// The command cannot run as it was asked to; `notes` say why.
    pub refused: bool,
    /// What was asked for.
    pub answer: Option<Answer>,
}

/// What a command was asked for, beside what it has to say.
pub enum Answer {
    /// A file's content: it is all that standard output gets, unless there is an error.
    File(String),
    /// Lines for people, and for programs the value of `answer`.
    Lines(String, serde_json::Value),
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
        let fault = self.fault.as_ref().map(|fault| wording.fault(fault));
        let mut json = serde_json::json!({ "diagnostics": diagnostics, "notes": notes, "fault": fault });
        if let Some(Answer::Lines(_, answer)) = &self.answer {
            json["answer"] = answer.clone();
        }
        json
    }

    /// What was found in the sources, for those who review a change; `root` is the publication's folder as it was named.
    pub fn sarif(&self, wording: &Wording, root: &Utf8Path) -> serde_json::Value {
        emit::sarif::log(&self.diagnostics, self.fault.as_deref(), wording, root)
    }

    /// The same as annotations.
    pub fn github(&self, wording: &Wording, root: &Utf8Path) -> String {
        emit::github::commands(&self.diagnostics, self.fault.as_deref(), wording, root)
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
    pub fn run(&self, outside: &Outside) -> Report {
        let mut report = Report::default();
        let outcome = match &self.command {
            Command::Amend(command) => command.run(&self.root, outside, &mut report),
            Command::Build(arguments) => arguments.run(&self.root, outside, &mut report),
            Command::Check(arguments) => arguments.run(&self.root, outside, &mut report),
            Command::Collate(arguments) => arguments.run(&self.root, outside, &mut report),
            Command::New(arguments) => arguments.run(outside, &mut report),
            Command::Import(arguments) => arguments.run(&self.root, outside, &mut report),
            Command::Serve(arguments) => arguments.run(&self.root, outside),
            Command::Redline(arguments) => arguments.run(&self.root, outside, &mut report),
            Command::Edition(command) => command.run(&self.root, outside, &mut report),
            Command::Signatories(command) => command.run(self, outside, &mut report),
            Command::Status(arguments) => arguments.run(&self.root, outside, &mut report),
            Command::Theme(command) => command.run(&self.root, &mut report),
            Command::Explain(arguments) => arguments.run(outside, &mut report),
            Command::Schema(arguments) => arguments.run(&mut report),
            Command::Completions(arguments) => arguments.run(outside, &mut report),
            Command::Man(arguments) => arguments.run(outside, &mut report),
        };
        report.fault = outcome.err().map(Arc::new);
        report
    }
}

/// The settings, for a command that writes by them; where they have mistakes, nothing is written and the report says so.
fn sound_book(sources: &Sources, report: &mut Report) -> Result<Option<Book>, Fault> {
    let Some(source) = sources.texts.get(Utf8Path::new(BOOK)) else {
        return Err(Fault::new("read", sources.root.join(BOOK), "run “diptych check”"));
    };
    let (book, diagnostics) = Book::read(source);
    let book = book.filter(|_| !any_error(&diagnostics));
    if book.is_none() {
        report.diagnostics = diagnostics;
        report.note("nothing-written", Vec::new());
    }
    Ok(book)
}
