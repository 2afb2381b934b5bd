//! Diagnostics as workflow commands of GitHub Actions, which become annotations at the lines of a pull request.
//!
//! Takes: diagnostics, and where the publication lies in the repository. Gives: a line for each place: the second place of a diagnostic, in
//! another language's file for instance, is annotated too. Whatever a stranger wrote is escaped, so that no text of theirs is a command.

use std::fmt::Write;

use camino::Utf8Path;

use super::super::{Diagnostic, Fault, Place, Severity, Wording};

/// All of them; nothing where all is well.
pub fn commands(diagnostics: &[Diagnostic], fault: Option<&Fault>, wording: &Wording, root: &Utf8Path) -> String {
    let mut commands = String::new();
    for found in diagnostics {
        let level = match found.severity() {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Hint => "notice",
        };
        let title = found.code.name();
        let message = wording.message(found);
        let text = format!("{message}\n{}: {}", wording.frame("advice"), wording.hint(found));
        command(level, &found.place, title, &text, root, &mut commands);
        if let Some(related) = &found.related {
            // It says which place it belongs to: annotations stand alone.
            let (line, _) = found.place.source.line_column(found.place.span.start);
            let text = format!("{}:{line}: {message}", super::below(root, &found.place.source.path));
            command("notice", related, title, &text, root, &mut commands);
        }
    }
    if let Some(fault) = fault {
        let _ = writeln!(commands, "::error::{}", data(&wording.fault(fault)));
    }
    commands
}

fn command(level: &str, place: &Place, title: &str, text: &str, root: &Utf8Path, commands: &mut String) {
    let _ = write!(commands, "::{level} file={}", property(&super::below(root, &place.source.path)));
    if !place.is_whole_file() {
        let (line, column) = place.source.line_column(place.span.start);
        let (end_line, end_column) = place.source.line_column(place.span.end);
        let _ = write!(commands, ",line={line},endLine={end_line}");
        // Columns of several lines are refused.
        if line == end_line {
            let _ = write!(commands, ",col={column},endColumn={end_column}");
        }
    }
    let _ = writeln!(commands, ",title={}::{}", property(title), data(text));
}

fn data(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}
