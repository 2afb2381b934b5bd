//! Typst markup that remembers where it came from.
//!
//! Takes: pieces of text. Gives: markup in which nothing an author typed can be anything but text, and for each range of it the
//! Markdown that it was made of. Must not know what the pieces mean.

use std::borrow::Cow;
use std::fmt::Write;
use std::ops::Range;

use camino::Utf8PathBuf;

use crate::diagnostics::Span;

pub struct Markup {
    pub text: String,
    /// The file to name where nothing better is known.
    pub fallback: Utf8PathBuf,
    /// How much of the text's beginning stands for what another layout may change.
    preamble: usize,
    /// In the order in which they were begun.
    origins: Vec<Origin>,
}

struct Origin {
    range: Range<usize>,
    /// The place in [`crate::publication::Publication::documents`].
    document: usize,
    span: Span,
}

/// Words longer than this, in characters, get places to break: nothing else would keep them on the page. It is about the measure of
/// a parallel edition's column.
const LONGEST_WORD: usize = 40;

/// Addresses are left as they are: Typst knows where to break them.
pub fn with_breaks(text: &str) -> Cow<'_, str> {
    let long = |word: &str| word.len() > LONGEST_WORD && word.chars().count() > LONGEST_WORD && !word.contains("://");
    if !text.split_whitespace().any(long) {
        return Cow::Borrowed(text);
    }
    let mut broken = String::with_capacity(text.len() + text.len() / 8);
    for word in text.split_inclusive(char::is_whitespace) {
        for (number, character) in word.chars().enumerate() {
            if number > 0 && number % LONGEST_WORD == 0 && long(word) {
                broken.push('\u{200b}');
            }
            broken.push(character);
        }
    }
    Cow::Owned(broken)
}

/// What stands before a number, in any language of the texts: a line does not end between them.
const BEFORE_NUMBER: [&str; 3] = ["n.º", "N.º", "No."];

/// The text with a space that nothing is broken at between such a word and its number.
fn with_numbers(text: &str) -> Cow<'_, str> {
    let mut kept = Cow::Borrowed(text);
    for word in BEFORE_NUMBER.iter().filter(|word| text.contains(**word)) {
        for digit in '0'..='9' {
            let (broken, whole) = (format!("{word} {digit}"), format!("{word}\u{a0}{digit}"));
            if kept.contains(&broken) {
                kept = Cow::Owned(kept.replace(&broken, &whole));
            }
        }
    }
    kept
}

/// A piece of markup that has begun; [`Markup::end`] takes it.
pub struct Begun(usize);

impl Markup {
    pub fn new(fallback: Utf8PathBuf) -> Self {
        Markup { text: String::new(), fallback, preamble: 0, origins: Vec::new() }
    }

    /// What is written so far is what [`Markup::with_preamble`] writes anew.
    pub fn preamble_ends(&mut self) {
        self.preamble = self.text.len();
    }

    /// The text with another beginning, if it has one that may change.
    pub fn with_preamble(&self, preamble: &str) -> String {
        let preamble = if self.preamble == 0 { "" } else { preamble };
        [preamble, &self.text[self.preamble..]].concat()
    }

    /// Markup of the tool's own making.
    pub fn raw(&mut self, markup: &str) {
        self.text.push_str(markup);
    }

    pub fn format(&mut self, arguments: std::fmt::Arguments<'_>) {
        // Writing to a `String` cannot fail.
        self.text.write_fmt(arguments).unwrap_or_default();
    }

    /// A text that may be longer than a line, with places to break its longest words.
    pub fn escaped(&mut self, text: &str) {
        self.escape(&with_numbers(&with_breaks(text)));
    }

    /// A text as markup: a backslash before every ASCII punctuation character leaves nothing that Typst could read as its own.
    /// Line ends and other control characters become spaces, so that no text ends a paragraph.
    fn escape(&mut self, text: &str) {
        for character in text.chars() {
            match character {
                '\u{2028}' | '\u{2029}' => self.text.push(' '),
                _ if character.is_control() => self.text.push(' '),
                _ => {
                    if character.is_ascii_punctuation() {
                        self.text.push('\\');
                    }
                    self.text.push(character);
                }
            }
        }
    }

    /// A text as a string literal.
    pub fn string(&mut self, text: &str) {
        self.text.push('"');
        for character in text.chars() {
            match character {
                '"' | '\\' => {
                    self.text.push('\\');
                    self.text.push(character);
                }
                '\n' => self.text.push_str("\\n"),
                '\t' => self.text.push_str("\\t"),
                _ if character.is_control() => {}
                _ => self.text.push(character),
            }
        }
        self.text.push('"');
    }

    /// `name: "value", `, an entry of a dictionary or an argument.
    pub fn entry(&mut self, name: &str, value: &str) {
        self.format(format_args!("{name}: "));
        self.string(value);
        self.raw(", ");
    }

    /// What follows is made of this place in the sources.
    pub fn begin(&mut self, document: usize, span: Span) -> Begun {
        let at = self.text.len();
        self.origins.push(Origin { range: at..usize::MAX, document, span });
        Begun(self.origins.len() - 1)
    }

    pub fn end(&mut self, begun: Begun) {
        self.origins[begun.0].range.end = self.text.len();
    }

    /// The document and the place in it that a range of the markup was made of: the smallest known.
    pub fn origin(&self, range: Range<usize>) -> Option<(usize, Span)> {
        let holds = |origin: &&Origin| origin.range.start <= range.start && range.start < origin.range.end;
        let smallest = self.origins.iter().filter(holds).min_by_key(|origin| origin.range.len())?;
        Some((smallest.document, smallest.span))
    }
}
