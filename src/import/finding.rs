//! Findings: what an import could not decide, or decided in somebody's place.
//!
//! Takes: what was met, and where in the foreign tree. Gives: values that sort; their words are in `locales/<lang>/tool/import.ftl`. Must
//! not know how a report looks.

use camino::{Utf8Path, Utf8PathBuf};

use crate::diagnostics::{Argument, Wording};

/// What was met at one place.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Finding {
    /// In the foreign tree; in the new work for what is to be said there.
    pub file: Utf8PathBuf,
    /// From 1; 0 for the whole file.
    pub line: usize,
    /// The id of its message.
    pub kind: &'static str,
    pub arguments: Vec<(&'static str, Argument)>,
}

/// Quotations in messages are no longer than this, in characters.
const LONGEST: usize = 80;

impl Finding {
    pub fn new(kind: &'static str, file: impl Into<Utf8PathBuf>, line: usize) -> Self {
        Finding { file: file.into(), line, kind, arguments: Vec::new() }
    }

    pub fn with(mut self, name: &'static str, value: &str) -> Self {
        self.arguments.push((name, shown(value).into()));
        self
    }

    pub fn message(&self, wording: &Wording) -> String {
        wording.sentence(self.kind, &self.arguments)
    }

    /// `docs/es/rights.md:12`
    pub fn place(&self) -> String {
        let file = shown_path(&self.file);
        if self.line == 0 { file } else { format!("{file}:{}", self.line) }
    }
}

/// On one line, short, without characters that would move a terminal's cursor.
fn shown(text: &str) -> String {
    let mut shown: String = text.split_whitespace().collect::<Vec<_>>().join(" ");
    shown.retain(|character| !character.is_control());
    match shown.char_indices().nth(LONGEST) {
        Some((at, _)) => format!("{}…", &shown[..at]),
        None => shown,
    }
}

/// A name as it can be printed: a stranger may have put anything into one.
pub fn shown_path(path: &Utf8Path) -> String {
    path.as_str().chars().map(|character| if character.is_control() { '\u{fffd}' } else { character }).collect()
}
