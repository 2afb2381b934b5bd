//! A redline as lines of text: what a terminal and a summary have in common.
//!
//! Takes: a section of a redline. Gives: one [`Line`] for each paragraph, item or row, with the marks in it. Must not know how marks are
//! drawn.

use crate::redline::{Dress, Kind, Mark, Piece, Section, Step, What, Word};

/// A line of words, with what stands before it.
pub struct Line {
    /// How many lists and quotations it stands in.
    pub depth: usize,
    /// A bullet, a number, the mark of a note.
    pub prefix: String,
    pub pieces: Vec<Piece>,
}

impl Line {
    pub fn is_changed(&self) -> bool {
        self.pieces.iter().any(|piece| piece.mark != Mark::Same)
    }
}

/// The blocks of a section and then its notes. What has become another kind of itself is marked in words.
pub fn lines(section: &Section, altered: &str) -> Vec<Line> {
    let mut lines = of_steps(&section.steps, altered);
    for (number, note) in section.notes.iter().enumerate() {
        let mut own = of_steps(&note.steps, altered);
        if let Some(first) = own.first_mut() {
            first.prefix = format!("[{}] {}", number + 1, first.prefix);
        }
        lines.extend(own);
    }
    lines
}

/// A list or a quotation that is open.
struct Open {
    /// The next number of an ordered list.
    number: Option<u64>,
    indents: bool,
    is_row: bool,
}

fn of_steps(steps: &[Step], altered: &str) -> Vec<Line> {
    let (mut lines, mut open, mut prefix): (Vec<Line>, Vec<Open>, String) = (Vec::new(), Vec::new(), String::new());
    // The cells of a row are one line.
    let mut row: Option<Vec<Piece>> = None;
    for step in steps {
        match step {
            Step::Open { old, new } => {
                let mark = mark_of(old, new);
                let Some(kind) = new.as_ref().or(old.as_ref()) else { continue };
                match kind {
                    Kind::Item { task } => {
                        let list = open.last_mut().and_then(|list| list.number.as_mut());
                        prefix = match list {
                            Some(number) => {
                                *number += 1;
                                format!("{}. ", *number - 1)
                            }
                            None => "• ".to_owned(),
                        };
                        prefix.push_str(match task {
                            Some(true) => "[x] ",
                            Some(false) => "[ ] ",
                            None => "",
                        });
                    }
                    Kind::Row | Kind::Head => row = Some(Vec::new()),
                    Kind::Cell => {
                        if let Some(row) = row.as_mut().filter(|row| !row.is_empty()) {
                            row.push(plain(" | ", mark));
                        }
                    }
                    Kind::Rule => {
                        let depth = open.iter().filter(|open| open.indents).count();
                        lines.push(Line { depth, prefix: String::new(), pieces: vec![plain("———", mark)] });
                    }
                    _ => {}
                }
                // What has become another kind of itself shows that in its own line.
                if mark == Mark::Same && old != new && !matches!(kind, Kind::Item { .. }) {
                    lines.push(Line { depth: 0, prefix: String::new(), pieces: vec![plain(altered, Mark::Inserted)] });
                }
                let number = if let Kind::List { start } = kind { *start } else { None };
                open.push(Open {
                    number,
                    indents: matches!(kind, Kind::List { .. } | Kind::Quote | Kind::Description),
                    is_row: matches!(kind, Kind::Row | Kind::Head),
                });
            }
            Step::Words(pieces) => match &mut row {
                Some(row) => row.extend(pieces.iter().cloned()),
                None => {
                    let depth = open.iter().filter(|open| open.indents).count().saturating_sub(1);
                    lines.push(Line { depth, prefix: std::mem::take(&mut prefix), pieces: pieces.clone() });
                }
            },
            Step::Close => {
                let ends_row = open.pop().is_some_and(|closed| closed.is_row);
                if let Some(pieces) = row.take_if(|_| ends_row) {
                    lines.push(Line { depth: 0, prefix: String::new(), pieces });
                }
            }
        }
    }
    lines
}

pub fn mark_of(old: &Option<Kind>, new: &Option<Kind>) -> Mark {
    match (old, new) {
        (None, _) => Mark::Inserted,
        (_, None) => Mark::Deleted,
        _ => Mark::Same,
    }
}

fn plain(text: &str, mark: Mark) -> Piece {
    Piece { mark, words: vec![Word { what: What::Text(text.into()), dress: Dress::default() }] }
}

/// Words as plain text; a note is its number, and a link of changed words tells what it leads to.
pub fn shown(piece: &Piece) -> String {
    let mut text = String::new();
    let mut link: Option<&str> = None;
    for word in &piece.words {
        let own = word.dress.link.as_deref();
        if own != link && piece.mark != Mark::Same {
            target(&mut text, link);
        }
        link = own;
        match &word.what {
            What::Note(note) => text.push_str(&format!("[{}]", note + 1)),
            What::Break => text.push(' '),
            _ => text.extend(word.shown().chars().map(|character| match character {
                '\n' | '\t' => ' ',
                // A terminal would obey it.
                character if character.is_control() => '\u{fffd}',
                character => character,
            })),
        }
    }
    if piece.mark != Mark::Same {
        target(&mut text, link);
    }
    text
}

fn target(text: &mut String, link: Option<&str>) {
    if let Some(link) = link {
        text.push_str(&format!(" <{link}>"));
    }
}
