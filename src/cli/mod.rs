//! The command line: arguments, one call, and a report for `main` to print.
//!
//! Every command gives a [`Report`]; nothing here prints. Exit codes: 0 fine, 1 the sources have errors, 2 it could not run.

mod build;
mod check;
mod collate;
mod explain;
mod import;
mod new;
mod redline;
mod schema;
mod serve;
mod shells;
mod signatories;
mod status;
mod theme;

pub use check::resolve;

use std::sync::{Arc, Mutex};

use camino::{Utf8Path, Utf8PathBuf};
use clap::{Parser, Subcommand, ValueEnum};
use jiff::civil::Date;

use crate::config::Book;
use crate::diagnostics::{Argument, Diagnostic, Fault, Severity, Wording, any_error, emit};
use crate::enrolment::asking::Person;
use crate::serve::Programs;
use crate::sources::{BOOK, Sources};

/// Publishes multilingual guidelines, manuals and congress books from Markdown: one source tree, every language, one website and
/// accessible PDFs.
#[derive(Parser)]
#[command(version, max_term_width = 100)]
pub struct Cli {
    /// The folder that holds book.toml
    #[arg(long, global = true, default_value = ".", value_name = "DIR")]
    pub root: Utf8PathBuf,
    /// How to say what was found
    #[arg(long, global = true, value_enum, default_value_t = ReportFormat::Human, value_name = "FORMAT")]
    pub format: ReportFormat,
    /// Say nothing but errors and what was asked for
    #[arg(long, short, global = true)]
    pub quiet: bool,
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
    /// Record that somebody has compared the language versions of sections
    ///
    /// Shows the versions of each section side by side and asks whether they say the same. What is recorded is how they read now, in
    /// content/<work>/concordance/<section>.yaml: as soon as one of them changes, `check`, `status` and the site say so. Without
    /// sections it goes through those that have changed or were never compared. A handle and a role are recorded, never a name.
    ///
    /// Example: diptych collate guidelines/home shelter --as m-lopez --role reviser
    Collate(collate::Arguments),
    /// Begin a publication: a small one that is complete and says how to go on
    ///
    /// Makes texts in every language, a glossary, a set of guidelines, and the files that editors and a forge's checks need. It builds,
    /// and its texts teach the format. English and Spanish texts are there; in any other language they are English ones to translate.
    New(new::Arguments),
    /// Make a work of an existing tree of Markdown files
    ///
    /// Reads the texts of another tool, with languages as endings of file names (rights.en.md, rights.es.md) or as folders (en/rights.md,
    /// es/rights.md), and writes them as one work: chapters in their order, headings with the same ids in every language, links and images
    /// that lead where they led. Only what must change changes. Everything that could not be decided is listed with file and line. The
    /// tree itself is only read, and no file of the publication is written over.
    ///
    /// Example: diptych import ../handbook/docs --layout folders --into guidelines/handbook --dry-run
    Import(import::Arguments),
    /// Show the publication in a browser while it is being written
    ///
    /// Serves every page and PDF on this machine alone, and again after every change of content, themes, locales or book.toml: the
    /// browser follows without losing its place. Mistakes are shown here and on the page until they are mended. Drafts are shown,
    /// and marked. On a page, the key p goes to the texts side by side and back, e opens what you point at in your editor
    /// (DIPTYCH_EDITOR, such as "code --goto {file}:{line}", or VISUAL or EDITOR where that has a window of its own). Nothing is
    /// written. Ctrl-C ends it.
    Serve(serve::Arguments),
    /// Show what changed in a work from one text to another
    ///
    /// Compares the files as they are with a git revision, or two revisions, section by section and word by word, in each language. Words
    /// that came or went are marked, and sections that moved are told from new ones. For a pull request: diptych redline
    /// guidelines/home --from origin/main --as markdown. The repository is only read.
    Redline(redline::Arguments),
    /// Keep the register of the institutions that endorse editions
    ///
    /// Each institution is one file, content/signatories/<id>.yaml. These commands write such files as a person would, and change
    /// nothing in one that is there but what they are asked to. The whole publication is checked before anything is written: with a
    /// new error in it, nothing is. docs/register.md shows how the register works.
    #[command(subcommand)]
    Signatories(signatories::Command),
    /// Tell what remains to be compared, by work and language
    ///
    /// Counts the sections whose versions somebody has compared and that still read as they did then, those that have changed since,
    /// the new ones, and those with open questions. With --format json, as “answer” of the report; docs/concordance.md describes it.
    Status(status::Arguments),
    /// Change the look of the publication
    #[command(subcommand)]
    Theme(theme::Command),
    /// Say more about a message
    Explain(explain::Arguments),
    /// Print the JSON Schema of a kind of file, for editors that complete and check it
    ///
    /// `diptych new` puts the schemas of all kinds into .vscode/diptych, and settings that use them beside it.
    Schema(schema::Arguments),
    /// Print the script by which a shell completes diptych's commands
    ///
    /// For bash: diptych completions bash > ~/.local/share/bash-completion/completions/diptych
    Completions(shells::Completions),
    /// Print a manual page
    ///
    /// For example: diptych man > ~/.local/share/man/man1/diptych.1
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
    /// For people
    Human,
    /// One JSON object
    Json,
    /// A SARIF 2.1.0 log of what was found in the sources, for forges and editors
    Sarif,
    /// Workflow commands of GitHub Actions: annotations at the lines of a pull request
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
            Command::Build(arguments) => arguments.run(&self.root, outside, &mut report),
            Command::Check(arguments) => arguments.run(&self.root, outside, &mut report),
            Command::Collate(arguments) => arguments.run(&self.root, outside, &mut report),
            Command::New(arguments) => arguments.run(outside, &mut report),
            Command::Import(arguments) => arguments.run(&self.root, outside, &mut report),
            Command::Serve(arguments) => arguments.run(&self.root, outside),
            Command::Redline(arguments) => arguments.run(&self.root, outside, &mut report),
            Command::Signatories(command) => command.run(self, outside, &mut report),
            Command::Status(arguments) => arguments.run(&self.root, outside, &mut report),
            Command::Theme(command) => command.run(&self.root, &mut report),
            Command::Explain(arguments) => arguments.run(outside, &mut report),
            Command::Schema(arguments) => arguments.run(&mut report),
            Command::Completions(arguments) => arguments.run(&mut report),
            Command::Man(arguments) => arguments.run(&mut report),
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
