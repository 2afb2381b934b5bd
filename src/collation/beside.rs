//! Beside each other: the versions of a section on a terminal.
//!
//! Takes: texts with the names of their languages, and how many columns there are. Gives: lines; two versions stand side by side, paragraph
//! beside paragraph, where there is room; more versions, or a narrow terminal, have paragraph below paragraph. Must not know whose
//! texts they are.

use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

/// Narrower than this, two columns hold too few words a line.
const NARROWEST: usize = 76;
/// Wider than this, lines are hard to read.
const WIDEST: usize = 140;
/// Between two columns.
const HINGE: &str = " │ ";

/// A version: the name of its language and its plain text.
pub struct Told {
    pub name: String,
    pub text: String,
}

/// The versions side by side, or below each other.
pub fn lines(versions: &[Told], width: usize) -> String {
    let width = width.min(WIDEST);
    let texts: Vec<Vec<String>> = versions.iter().map(|version| paragraphs(&version.text)).collect();
    let rows = texts.iter().map(Vec::len).max().unwrap_or_default();
    let mut shown = String::new();
    match versions {
        [one, other] if width >= NARROWEST => {
            let column = (width - HINGE.width()) / 2;
            row(&[one.name.to_uppercase()], &[other.name.to_uppercase()], column, &mut shown);
            for nth in 0..rows {
                shown.push_str(&beside("", "", column));
                let wrapped = |of: &[String]| of.get(nth).map_or(Vec::new(), |text| wrapped(text, column));
                row(&wrapped(&texts[0]), &wrapped(&texts[1]), column, &mut shown);
            }
        }
        _ => {
            for nth in 0..rows {
                for (version, paragraphs) in versions.iter().zip(&texts) {
                    let Some(paragraph) = paragraphs.get(nth) else { continue };
                    let label = format!("[{}] ", version.name);
                    for line in wrapped(&format!("{label}{paragraph}"), width) {
                        shown.extend([line.as_str(), "\n"]);
                    }
                }
                shown.push('\n');
            }
        }
    }
    shown.truncate(shown.trim_end().len());
    shown
}

/// Parted by empty lines; their own line ends stay.
fn paragraphs(text: &str) -> Vec<String> {
    let lines: Vec<&str> = text.lines().collect();
    let paragraphs = lines.split(|line| line.trim().is_empty()).filter(|lines| !lines.is_empty());
    paragraphs.map(|lines| lines.join("\n")).collect()
}

fn row(left: &[String], right: &[String], column: usize, shown: &mut String) {
    for nth in 0..left.len().max(right.len()) {
        let line = |of: &[String]| of.get(nth).cloned().unwrap_or_default();
        shown.push_str(&beside(&line(left), &line(right), column));
    }
}

fn beside(left: &str, right: &str, column: usize) -> String {
    let gap = " ".repeat(column.saturating_sub(left.width()));
    let line = format!("{left}{gap}{HINGE}{right}");
    format!("{}\n", line.trim_end())
}

/// Lines of whole words that fit; a word longer than a line is cut.
fn wrapped(text: &str, width: usize) -> Vec<String> {
    let mut lines = Vec::new();
    for own in text.lines() {
        // What a list's items and quotations begin with is kept on the lines that follow.
        let indent: String = own.chars().take_while(|first| first.is_whitespace()).collect();
        let indent = if indent.width() < width / 2 { indent } else { String::new() };
        let mut line = indent.clone();
        for word in own.split_whitespace() {
            let begun = line.width() > indent.width();
            if begun && line.width() + 1 + word.width() > width {
                lines.push(std::mem::replace(&mut line, indent.clone()));
            } else if begun {
                line.push(' ');
            }
            for character in word.chars() {
                if line.width() + character.width().unwrap_or(0) > width {
                    lines.push(std::mem::replace(&mut line, indent.clone()));
                }
                line.push(character);
            }
        }
        lines.push(line);
    }
    lines
}
