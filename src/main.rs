//! Parses the arguments, runs the command, prints its report, exits. The only place that prints.

use std::io::{BufRead, IsTerminal, Write};
use std::process::ExitCode;
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use diptych::cli::{Answer, Cli, Instead, Outside, Report, ReportFormat};
use diptych::diagnostics::{Argument, Diagnostic, Severity, Wording, emit};
use diptych::enrolment::asking::Person;
use diptych::serve::Programs;
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

/// A build makes and drops millions of small texts on all processors: a sixth of its time less than with the system's allocator.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    let _ = rayon::ThreadPoolBuilder::new().use_current_thread().build_global();
    let wording = Wording::for_locale(&locale());
    let cli = match Cli::read(std::env::args_os(), &wording) {
        Ok(cli) => cli,
        Err(instead) => return said(&instead),
    };
    let (format, quiet, root) = (cli.format, cli.quiet, cli.root.clone());
    // A reader that closes its end, such as `head`, is no reason to fail.
    let print = move |report: &Report| {
        let _ = match format {
            ReportFormat::Human => print_human(report, &wording, quiet),
            _ if matches!(report.answer, Some(Answer::File(_))) => print_human(report, &wording, quiet),
            ReportFormat::Sarif => {
                writeln!(std::io::stdout(), "{:#}", report.sarif(&wording, &root)).and_then(|()| refusal(report, &wording))
            }
            ReportFormat::Github => {
                write!(std::io::stdout(), "{}", report.github(&wording, &root)).and_then(|()| refusal(report, &wording))
            }
            ReportFormat::Json => writeln!(std::io::stdout(), "{}", report.json(&wording)),
        };
    };
    let print = Arc::new(print);
    let progress = Progress::new(!quiet && format == ReportFormat::Human && std::io::stderr().is_terminal());
    let bar = progress.clone();
    let outside = Outside {
        locale: locale(),
        progress: Arc::new(move |made, all| bar.show(made, all)),
        today: jiff::Timestamp::now().to_zoned(jiff::tz::TimeZone::UTC).date(),
        programs: programs(),
        say: print.clone(),
        person: Mutex::new(Box::new(Terminal { wording: Wording::for_locale(&locale()) })),
        is_attended: std::io::stdin().is_terminal() && std::io::stderr().is_terminal(),
        handle: ["DIPTYCH_HANDLE", "GITHUB_ACTOR", "GITLAB_USER_LOGIN"].iter().find_map(|name| set(name)),
        width: terminal_size::terminal_size_of(std::io::stdout()).map(|(width, _)| usize::from(width.0)),
    };
    let report = cli.run(&outside);
    progress.end();
    print(&report);
    ExitCode::from(report.exit_code())
}

/// Help, or what is wrong with the command line. A reader that closes its end is no reason to fail.
fn said(instead: &Instead) -> ExitCode {
    let _ = match instead.asked_for {
        true => write!(anstream::stdout().lock(), "{}", instead.text),
        false => write!(anstream::stderr().lock(), "{}", instead.text),
    };
    ExitCode::from(if instead.asked_for { 0 } else { 2 })
}

/// A bar for what takes long, on a terminal.
#[derive(Clone)]
struct Progress {
    begun: Instant,
    bar: Option<ProgressBar>,
}

/// What is quicker than this needs no bar.
const SOON: Duration = Duration::from_secs(1);

impl Progress {
    fn new(wanted: bool) -> Self {
        let bar = || {
            let bar = ProgressBar::with_draw_target(None, ProgressDrawTarget::hidden());
            // The template is a constant.
            ProgressStyle::with_template("{bar:40} {pos}/{len}").map_or(bar.clone(), |style| bar.with_style(style))
        };
        Progress { begun: Instant::now(), bar: wanted.then(bar) }
    }

    fn show(&self, made: usize, all: usize) {
        let Some(bar) = self.bar.as_ref().filter(|_| self.begun.elapsed() > SOON) else { return };
        if bar.is_hidden() {
            bar.set_draw_target(ProgressDrawTarget::stderr());
        }
        bar.set_length(all as u64);
        bar.set_position(made as u64);
    }

    fn end(&self) {
        self.bar.iter().for_each(ProgressBar::finish_and_clear);
    }
}

/// Quietly: errors and what was asked for.
fn print_human(report: &Report, wording: &Wording, quiet: bool) -> std::io::Result<()> {
    let colour = std::io::stderr().is_terminal() && std::env::var_os("NO_COLOR").is_none_or(|value| value.is_empty());
    let mut errors = anstream::stderr().lock();
    let heard = |found: &&Diagnostic| !quiet || found.severity() == Severity::Error;
    for diagnostic in report.diagnostics.iter().filter(heard) {
        writeln!(errors, "{}", emit::human(diagnostic, wording, colour))?;
    }
    if !report.diagnostics.is_empty() && !quiet {
        writeln!(errors, "{}", wording.sentence("summary", &report.counts()))?;
    }
    if let Some(fault) = &report.fault {
        writeln!(errors, "{}: {}", wording.frame(Severity::Error.name()), wording.fault(fault))?;
    }
    let (mut out, refused) = (anstream::stdout().lock(), report.exit_code() != 0);
    match &report.answer {
        // Its bytes are the file's: no colour is looked for in it.
        Some(Answer::File(text)) if !refused => std::io::stdout().write_all(text.as_bytes())?,
        Some(Answer::Lines(text, _)) => write!(out, "{text}")?,
        _ => {}
    }
    for (id, arguments) in report.notes.iter().filter(|_| !quiet || refused) {
        let sentence = wording.sentence(id, arguments);
        if refused { writeln!(errors, "{sentence}")? } else { writeln!(out, "{sentence}")? }
    }
    Ok(())
}

/// Why a command could not run as it was asked to, where the report has no place for it.
fn refusal(report: &Report, wording: &Wording) -> std::io::Result<()> {
    let notes = report.notes.iter().filter(|_| report.refused);
    notes.map(|(id, arguments)| wording.sentence(id, arguments)).try_for_each(|note| writeln!(anstream::stderr(), "{note}"))
}

/// Whoever sits at the terminal. Questions go to standard error: standard output is for what was asked for.
struct Terminal {
    wording: Wording,
}

impl Person for Terminal {
    fn say(&mut self, id: &'static str, arguments: &[(&'static str, Argument)]) {
        let _ = writeln!(anstream::stderr().lock(), "{}", self.wording.sentence(id, arguments));
    }

    fn show(&mut self, found: &Diagnostic) {
        let (severity, help) = (self.wording.frame(found.severity().name()), self.wording.frame("advice"));
        let (message, hint) = (self.wording.message(found), self.wording.hint(found));
        let _ = writeln!(anstream::stderr().lock(), "{severity}: {message}\n  {help}: {hint}");
    }

    fn answer(&mut self) -> Option<String> {
        let mut errors = std::io::stderr().lock();
        let _ = write!(errors, "> ").and_then(|()| errors.flush());
        let mut line = String::new();
        let read = std::io::stdin().lock().read_line(&mut line).unwrap_or(0);
        let _ = writeln!(errors);
        (read > 0).then_some(line)
    }
}

/// The language that POSIX says messages should be in.
fn locale() -> String {
    ["LC_ALL", "LC_MESSAGES", "LANG"].iter().find_map(|name| set(name)).unwrap_or_default()
}

/// The programs that the user prefers.
fn programs() -> Programs {
    let usual_editors = ["VISUAL", "EDITOR"].iter().filter_map(|name| set(name)).collect();
    Programs { editor: set("DIPTYCH_EDITOR"), usual_editors }
}

fn set(name: &str) -> Option<String> {
    std::env::var(name).ok().filter(|value| !value.is_empty())
}
