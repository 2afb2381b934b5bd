//! What the tool says of an author's mistakes.
//!
//! Takes: a code of the [catalogue], the place in a source file, and the arguments of the message. Gives: values that sort
//! the same way on every machine, and [`emit`]ters that turn them into text. Must not know: any other module of the crate;
//! where sources come from or what a publication is.
//!
//! An author's mistake is a [`Diagnostic`]; all of them are collected. What the machine does wrong (a disk that is full, a
//! folder that may not be read) is a [`Fault`]; the first one ends the run.

pub mod catalogue;
pub mod emit;
mod severities;
mod wording;

use std::cmp::Ordering;
use std::fmt;
use std::sync::{Arc, OnceLock};

use camino::{Utf8Path, Utf8PathBuf};

pub use catalogue::{Code, Severity};
pub use severities::{Settings, Severities};
pub use wording::Wording;

/// A range of bytes in a source file's text; both ends lie on character boundaries.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    pub start: u32,
    pub end: u32,
}

impl Span {
    /// Sources are limited to far less than 4 GiB, so a larger offset cannot occur; it saturates all the same.
    pub fn new(start: usize, end: usize) -> Self {
        let clamp = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
        Span { start: clamp(start), end: clamp(end.max(start)) }
    }

    pub fn range(self) -> std::ops::Range<usize> {
        self.start as usize..self.end as usize
    }

    /// The same range in a text that starts `by` bytes earlier.
    pub fn shifted(self, by: usize) -> Self {
        Span::new(self.start as usize + by, self.end as usize + by)
    }
}

/// A source file as a reader of messages knows it: its path from the publication's root, with forward slashes, and its text.
#[derive(Debug)]
pub struct Source {
    pub path: Utf8PathBuf,
    pub text: Arc<str>,
    seal: OnceLock<[u8; 32]>,
}

impl PartialEq for Source {
    fn eq(&self, other: &Self) -> bool {
        self.path == other.path && self.text == other.text
    }
}

impl Eq for Source {}

impl Source {
    pub fn new(path: impl Into<Utf8PathBuf>, text: impl Into<Arc<str>>) -> Arc<Self> {
        Arc::new(Source { path: path.into(), text: text.into(), seal: OnceLock::new() })
    }

    /// A hash of its path and text, made when first asked for.
    pub fn seal(&self) -> &[u8; 32] {
        self.seal.get_or_init(|| {
            let mut hasher = blake3::Hasher::new();
            for part in [self.path.as_str(), &self.text] {
                hasher.update(&(part.len() as u64).to_le_bytes()).update(part.as_bytes());
            }
            *hasher.finalize().as_bytes()
        })
    }

    /// Line and column of a byte, both from 1; the column counts characters.
    pub fn line_column(&self, byte: u32) -> (usize, usize) {
        let before = &self.text[..self.text.floor_char_boundary(byte as usize)];
        let line_start = before.rfind('\n').map_or(0, |at| at + 1);
        (before.matches('\n').count() + 1, before[line_start..].chars().count() + 1)
    }
}

/// Where in the sources something stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    pub source: Arc<Source>,
    pub span: Span,
}

impl Place {
    pub fn new(source: &Arc<Source>, span: Span) -> Self {
        Place { source: Arc::clone(source), span }
    }

    /// The whole of a file: one without a text to point into (an image, a folder), or whose name is what matters.
    pub fn file(path: impl Into<Utf8PathBuf>) -> Self {
        Place { source: Source::new(path, ""), span: Span::default() }
    }

    /// Whether there is no text to show, only the file to name.
    pub fn is_whole_file(&self) -> bool {
        self.source.text.is_empty()
    }

    fn key(&self) -> (&Utf8Path, Span) {
        (&self.source.path, self.span)
    }
}

/// A value set into a message.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Argument {
    Text(String),
    Number(i64),
}

impl From<&str> for Argument {
    fn from(text: &str) -> Self {
        Argument::Text(text.to_owned())
    }
}
impl From<String> for Argument {
    fn from(text: String) -> Self {
        Argument::Text(text)
    }
}
impl From<&Utf8Path> for Argument {
    fn from(path: &Utf8Path) -> Self {
        Argument::Text(path.to_string())
    }
}
impl From<usize> for Argument {
    fn from(number: usize) -> Self {
        Argument::Number(i64::try_from(number).unwrap_or(i64::MAX))
    }
}

/// One mistake in the sources: what, where, and what to type instead. Its words are in `locales/<lang>/tool/`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    pub code: Code,
    severity: Severity,
    /// Whether it is one degree milder than its kind: of a version that does not bind.
    eased: bool,
    pub place: Place,
    /// A second place that explains the first, such as where an id was given before.
    pub related: Option<Place>,
    pub arguments: Vec<(&'static str, Argument)>,
    /// Which of the code's hints applies: an attribute of its message, `hint` where not told otherwise.
    pub hint: &'static str,
}

impl Diagnostic {
    pub fn new(code: Code, place: Place) -> Self {
        Diagnostic {
            code,
            severity: code.severity(),
            eased: false,
            place,
            related: None,
            arguments: Vec::new(),
            hint: "hint",
        }
    }

    pub fn with(mut self, name: &'static str, value: impl Into<Argument>) -> Self {
        self.arguments.push((name, value.into()));
        self
    }

    pub fn hint(mut self, attribute: &'static str) -> Self {
        self.hint = attribute;
        self
    }

    /// Adds the nearest of the `known` words to a mistyped one, and the hint that proposes it.
    pub fn nearest<'k>(self, typed: &str, known: impl IntoIterator<Item = &'k str>) -> Self {
        let known: Vec<&str> = known.into_iter().collect();
        match nearest(typed, known.iter().copied()) {
            Some(word) => self.with("nearest", word).hint("hint-nearest"),
            None => self.with("known", known.join(", ")),
        }
    }

    pub fn related(mut self, place: Place) -> Self {
        self.related = Some(place);
        self
    }

    pub fn severity(&self) -> Severity {
        self.severity
    }

    /// Makes it one degree milder than its kind, whatever that is set to.
    pub fn eased(mut self) -> Self {
        self.eased = true;
        self.set(self.severity);
        self
    }

    /// Makes it as grave as its kind is wanted to be.
    fn set(&mut self, severity: Severity) {
        self.severity = if self.eased { severity.milder() } else { severity };
    }

    fn order(&self, other: &Self) -> Ordering {
        (self.place.key(), self.code, &self.arguments).cmp(&(other.place.key(), other.code, &other.arguments))
    }
}

/// Longer words than this, in characters, are nobody's typing mistake.
const LONGEST_TYPED: usize = 120;

/// The word nearest to a mistyped one, if it is near enough to be what was meant.
pub fn nearest<'k>(typed: &str, known: impl IntoIterator<Item = &'k str>) -> Option<&'k str> {
    let length = typed.chars().count();
    let limit = 1 + length / 4;
    // Strangers write the words, and comparing two takes the product of their lengths.
    if length > LONGEST_TYPED {
        return None;
    }
    known
        .into_iter()
        .filter(|word| word.chars().count().abs_diff(length) <= limit)
        .map(|word| (strsim::damerau_levenshtein(&typed.to_lowercase(), &word.to_lowercase()), word))
        .filter(|(distance, _)| *distance <= limit)
        .min()
        .map(|(_, word)| word)
}

/// Of one kind no more than this are reported of a file: a person mends a few and runs again.
const MOST_OF_A_KIND: usize = 50;

/// The first of each kind among the diagnostics of one file.
pub fn first_of_each_kind(mut diagnostics: Vec<Diagnostic>) -> Vec<Diagnostic> {
    if diagnostics.len() > MOST_OF_A_KIND {
        let mut counts = vec![0; Code::ALL.len()];
        diagnostics.retain(|found| {
            let count = &mut counts[found.code as usize];
            *count += 1;
            *count <= MOST_OF_A_KIND
        });
    }
    diagnostics
}

/// Sorted by file, span and code, without repetitions.
pub fn sorted(mut diagnostics: Vec<Diagnostic>) -> Vec<Diagnostic> {
    diagnostics.sort_by(Diagnostic::order);
    diagnostics.dedup();
    diagnostics
}

/// Whether any of them keeps the publication from being built.
pub fn any_error(diagnostics: &[Diagnostic]) -> bool {
    diagnostics.iter().any(|diagnostic| diagnostic.severity() == Severity::Error)
}

/// A fault of the machine: what was being done, to which path, and what the system said.
#[derive(Debug)]
pub struct Fault {
    pub action: &'static str,
    pub path: Utf8PathBuf,
    pub reason: String,
}

impl Fault {
    pub fn new(action: &'static str, path: impl Into<Utf8PathBuf>, reason: impl fmt::Display) -> Self {
        Fault { action, path: path.into(), reason: reason.to_string() }
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "cannot {} {}: {}", self.action, self.path, self.reason)
    }
}

impl std::error::Error for Fault {}
