//! Composing: a signatory's file as a person would have written it.
//!
//! Takes: an [`Entry`]. Gives: its YAML — keys in the order of the documentation, short maps on one line, long texts folded — with the
//! place of each value. Must not know whether what it says is true.

use std::fmt::Write;

use super::keys::{self, Owner};
use super::scalar;
use super::{Composed, Entry, Fact};
use crate::diagnostics::Span;

/// Maps that fit a line of this many characters, brackets and all, stand on one.
const LONGEST_FLOW: usize = 100;
/// Each language on a line of its own, even if there is one: lines are what a reviewer is shown.
const NEVER_ON_ONE_LINE: [&str; 4] = ["names", "reservations", "logo", "history"];

/// Keys and values, before they have a form.
enum Branch<'f> {
    Leaf(&'f Fact),
    Map(Vec<(&'f str, Branch<'f>)>),
    List(Vec<Branch<'f>>),
}

impl<'f> Branch<'f> {
    /// The keys of a pattern are few and their depth is that of the records: four.
    fn insert(&mut self, mut parts: std::iter::Peekable<impl Iterator<Item = &'f str>>, fact: &'f Fact, number: &mut u16) {
        let Some(part) = parts.next() else { return };
        let Branch::Map(entries) = self else { return };
        let at = match entries.iter().position(|(key, _)| *key == part) {
            Some(at) => at,
            None => {
                let numbered = parts.peek().is_some_and(|next| next.bytes().all(|byte| byte.is_ascii_digit()));
                let branch = match parts.peek() {
                    None => Branch::Leaf(fact),
                    Some(_) if numbered => Branch::List(Vec::new()),
                    Some(_) => Branch::Map(Vec::new()),
                };
                entries.push((part, branch));
                entries.len() - 1
            }
        };
        match &mut entries[at].1 {
            Branch::Leaf(_) => {}
            map @ Branch::Map(_) => map.insert(parts, fact, number),
            Branch::List(items) => {
                // Numbers come in order; one that is left out leaves no gap.
                let own = parts.next().and_then(|part| part.parse().ok()).unwrap_or(0);
                if items.is_empty() || own != *number {
                    items.push(Branch::Map(Vec::new()));
                    *number = own;
                }
                if let Some(item) = items.last_mut() {
                    item.insert(parts, fact, &mut 0);
                }
            }
        }
    }
}

/// Facts of one owner as a tree, in the order of the file.
fn tree<'f>(facts: &'f [Fact]) -> Branch<'f> {
    let mut sorted: Vec<&Fact> = facts.iter().collect();
    sorted.sort_by_key(|fact| fact.key.order());
    let (mut root, mut number) = (Branch::Map(Vec::new()), 0);
    for fact in sorted {
        root.insert(fact.key.name.split('.').peekable(), fact, &mut number);
    }
    root
}

/// The whole of a new file.
pub fn file(entry: &Entry) -> Composed {
    let mut pen = Pen { composed: Composed::default(), newline: "\n" };
    let Branch::Map(entries) = tree(&entry.own) else { return pen.composed };
    let before: Vec<&str> = keys::before_endorsements().collect();
    let (first, rest): (Vec<_>, Vec<_>) = entries.into_iter().partition(|(key, _)| before.contains(key));
    pen.map(&first, 0, 0);
    if !entry.endorsements.is_empty() {
        pen.text(&format!("{}:\n", keys::ENDORSEMENTS));
        entry.endorsements.iter().for_each(|own| pen.item(own, 2));
    }
    pen.map(&rest, 0, 0);
    pen.composed
}

/// One endorsement as an item of a list whose hyphens stand in this column, each line with its end.
pub fn item(facts: &[Fact], column: usize, newline: &'static str) -> Composed {
    let mut pen = Pen { composed: Composed::default(), newline };
    pen.item(facts, column);
    pen.composed
}

/// The same within brackets: `{work: …, edition: …}`.
pub fn flow(facts: &[Fact]) -> Composed {
    let mut pen = Pen { composed: Composed::default(), newline: "\n" };
    pen.flow(&tree(facts));
    pen.composed
}

/// Keys of an institution or an endorsement as lines in this column.
pub fn lines(facts: &[Fact], column: usize, newline: &'static str) -> Composed {
    let mut pen = Pen { composed: Composed::default(), newline };
    if let Branch::Map(entries) = tree(facts) {
        pen.map(&entries, column, column);
    }
    pen.composed
}

/// Whose facts these are; nobody's where there are none.
pub fn owner(facts: &[Fact]) -> Option<Owner> {
    facts.first().map(|fact| fact.key.owner)
}

struct Pen {
    composed: Composed,
    newline: &'static str,
}

impl Pen {
    fn text(&mut self, text: &str) {
        self.composed.text.push_str(text);
    }

    fn end_line(&mut self) {
        self.composed.text.push_str(self.newline);
    }

    fn indent(&mut self, column: usize) {
        self.composed.text.extend(std::iter::repeat_n(' ', column));
    }

    /// Notes where what was written since `start` came from.
    fn came_from(&mut self, start: usize, at: Span) {
        self.composed.places.push((start..self.composed.text.len(), at));
    }

    fn item(&mut self, facts: &[Fact], column: usize) {
        let Branch::Map(entries) = tree(facts) else { return };
        self.indent(column);
        self.text("- ");
        self.map(&entries, 0, column + 2);
    }

    /// The first line is indented by `first`: it may follow the hyphen of a list.
    fn map(&mut self, entries: &[(&str, Branch)], first: usize, column: usize) {
        for (place, (key, branch)) in entries.iter().enumerate() {
            self.indent(if place == 0 { first } else { column });
            let start = self.composed.text.len();
            let _ = write!(self.composed.text, "{key}:");
            match branch {
                Branch::Leaf(fact) => self.leaf(fact, start, column),
                Branch::Map(inner) => match one_line(key, branch) {
                    true => {
                        self.text(" ");
                        self.flow(branch);
                        self.end_line();
                    }
                    false => {
                        self.end_line();
                        self.map(inner, column + 2, column + 2);
                    }
                },
                Branch::List(items) => {
                    self.end_line();
                    for item in items {
                        let Branch::Map(inner) = item else { continue };
                        self.indent(column + 2);
                        self.text("- ");
                        self.map(inner, 0, column + 4);
                    }
                }
            }
        }
    }

    fn leaf(&mut self, fact: &Fact, start: usize, column: usize) {
        if let Some((mark, lines)) = scalar::block(&fact.value, fact.key.form).filter(|_| !fact.number) {
            self.text(" ");
            self.text(mark);
            for line in lines {
                self.end_line();
                if !line.is_empty() {
                    self.indent(column + 2);
                    self.text(&line);
                }
            }
        } else {
            self.text(" ");
            self.text(&scalar::inline(&fact.value, fact.key.form, fact.number));
        }
        self.came_from(start, fact.at);
        self.end_line();
    }

    fn flow(&mut self, branch: &Branch) {
        match branch {
            Branch::Leaf(fact) => self.text(&scalar::inline(&fact.value, fact.key.form, fact.number)),
            Branch::Map(entries) => {
                self.text("{");
                for (place, (key, inner)) in entries.iter().enumerate() {
                    self.text(if place == 0 { "" } else { ", " });
                    let start = self.composed.text.len();
                    let _ = write!(self.composed.text, "{key}: ");
                    self.flow(inner);
                    if let Branch::Leaf(fact) = inner {
                        self.came_from(start, fact.at);
                    }
                }
                self.text("}");
            }
            Branch::List(items) => {
                self.text("[");
                for (place, item) in items.iter().enumerate() {
                    self.text(if place == 0 { "" } else { ", " });
                    self.flow(item);
                }
                self.text("]");
            }
        }
    }
}

/// Whether a map of this key is short and plain enough for one line.
fn one_line(key: &str, branch: &Branch) -> bool {
    let Branch::Map(entries) = branch else { return false };
    let plain = |(_, inner): &(&str, Branch)| match inner {
        Branch::Leaf(fact) => scalar::block(&fact.value, fact.key.form).is_none(),
        _ => false,
    };
    if NEVER_ON_ONE_LINE.contains(&key) || !entries.iter().all(plain) {
        return false;
    }
    let mut trial = Pen { composed: Composed::default(), newline: "\n" };
    trial.flow(branch);
    key.len() + 2 + trial.composed.text.chars().count() <= LONGEST_FLOW
}
