//! A redline for a terminal: `[-deleted-]` and `{+inserted+}`, with colour where the terminal has it.
//!
//! Takes: a [`Comparison`] and the terminal's width. Gives: text with ANSI colours, which whoever prints it takes out where they do not
//! belong. Must not know whether it is printed at all.

use super::lines::{Line, lines, shown};
use super::{Comparison, Row, Version};
use crate::redline::{Mark, Piece, Section};

const RED: &str = "\x1b[31m";
const GREEN: &str = "\x1b[32m";
const BOLD: &str = "\x1b[1m";
const PLAIN: &str = "\x1b[0m";
/// Without a terminal to ask.
const WIDTH: usize = 100;

pub fn terminal(comparison: &Comparison, width: Option<usize>) -> String {
    let width = width.unwrap_or(WIDTH).clamp(20, 160);
    let mut text = String::new();
    let rows = comparison.rows();
    for (at, version) in comparison.versions.iter().enumerate() {
        let own = &comparison.publication.languages[version.language];
        let names = [&comparison.from, &comparison.to].map(|side| side.text(&comparison.publication, version.language));
        let counted = comparison.counted_or_none(version);
        text.push_str(&format!(
            "{BOLD}{} ({}){PLAIN}\n{} → {}: {counted}\n\n",
            comparison.title(version.language),
            own.name,
            names[0],
            names[1]
        ));
        for section in rows.iter().filter_map(|row: &Row<'_>| row.sections[at]) {
            if comparison.all || section.is_changed() {
                section_text(comparison, version, section, width, &mut text);
            }
        }
    }
    text
}

/// What has changed in a section: its title and the lines with marks in them. `altered` is what is said of what has another form.
pub fn changes(section: &Section, altered: &str, width: usize) -> String {
    let (width, mut text) = (width.clamp(20, 160), String::new());
    if section.title.iter().any(|piece| piece.mark != Mark::Same) {
        pieces(&section.title, &mut Wrapped::new(&mut text, width, 0, 0));
        text.push('\n');
    }
    lines(section, altered).iter().filter(|line| line.is_changed()).for_each(|line| line_text(line, width, &mut text));
    text
}

fn section_text(comparison: &Comparison, version: &Version, section: &Section, width: usize, text: &mut String) {
    let Some(head) = section.head() else { return };
    let fates = comparison.fates(section, version.language).join("; ");
    let number = if head.number.is_empty() { String::new() } else { format!("{} ", head.number) };
    text.push_str(&format!("{BOLD}{number}{PLAIN}"));
    pieces(&section.title, &mut Wrapped::new(text, width, number.chars().count(), 0));
    text.push_str(&format!("\n#{}{}{fates}\n", head.id, if fates.is_empty() { "" } else { " – " }));
    let mut left_out = false;
    for line in lines(section, &comparison.text(version.language, "redline-altered", &[])) {
        if !comparison.all && !line.is_changed() {
            left_out = true;
            continue;
        }
        if std::mem::take(&mut left_out) {
            text.push_str("  …\n");
        }
        line_text(&line, width, text);
    }
    if left_out {
        text.push_str("  …\n");
    }
    text.push('\n');
}

fn line_text(line: &Line, width: usize, text: &mut String) {
    let indent = 2 + 2 * line.depth.min(8);
    let hanging = indent + line.prefix.chars().count();
    text.push_str(&format!("{:indent$}{}", "", line.prefix));
    pieces(&line.pieces, &mut Wrapped::new(text, width, hanging, hanging));
    text.push('\n');
}

fn pieces(pieces: &[Piece], out: &mut Wrapped<'_>) {
    for piece in pieces {
        let (open, close, colour) = match piece.mark {
            Mark::Same => ("", "", ""),
            Mark::Deleted => ("[-", "-]", RED),
            Mark::Inserted => ("{+", "+}", GREEN),
        };
        out.mark(colour);
        out.words(&format!("{open}{}{close}", shown(piece)));
        out.mark(if colour.is_empty() { "" } else { PLAIN });
    }
}

/// Text broken between words, where a line is full.
struct Wrapped<'t> {
    text: &'t mut String,
    width: usize,
    column: usize,
    indent: usize,
    colour: String,
}

impl<'t> Wrapped<'t> {
    fn new(text: &'t mut String, width: usize, column: usize, indent: usize) -> Self {
        Wrapped { text, width, column, indent, colour: String::new() }
    }

    fn mark(&mut self, colour: &str) {
        self.text.push_str(colour);
        self.colour = if colour == PLAIN { String::new() } else { colour.to_owned() };
    }

    fn words(&mut self, words: &str) {
        for word in words.split_inclusive(' ') {
            let own = unicode_width::UnicodeWidthStr::width(word.trim_end());
            if self.column + own > self.width && self.column > self.indent {
                let end = self.text.trim_end_matches(' ').len();
                self.text.truncate(end);
                let (resumed, ended) = match self.colour.is_empty() {
                    true => ("", ""),
                    false => (self.colour.as_str(), PLAIN),
                };
                self.text.push_str(&format!("{ended}\n{:indent$}{resumed}", "", indent = self.indent));
                self.column = self.indent;
            }
            self.text.push_str(word);
            self.column += unicode_width::UnicodeWidthStr::width(word);
        }
    }
}
