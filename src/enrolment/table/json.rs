//! JSON: a list of objects, with the keys of a signatory's file or with any others.
//!
//! Takes: the text. Gives: the same rows as CSV would: `{"names": {"es": …}}` is the column `names.es`, and each endorsement a row. Must
//! not know what the columns mean.

use std::collections::HashMap;
use std::fmt;
use std::sync::Arc;

use serde::de::{Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};

use super::{Cell, Column, Row, Table, unreadable};
use crate::diagnostics::{Diagnostic, Source, Span};
use crate::enrolment::keys::{ENDORSEMENTS, Key};

pub(super) fn read(source: Arc<Source>) -> Result<Table, Diagnostic> {
    let text = Arc::clone(&source.text);
    let mut table = Table { source: Arc::clone(&source), columns: Vec::new(), rows: Vec::new() };
    let mut columns = HashMap::new();
    for (record, at) in records(&source, &text)? {
        let (own, endorsements) = split(object(record, at, &source)?, at, &source)?;
        let own = flat(own, at, &source)?;
        let rows = endorsements.into_iter().map(|entries| flat(entries, at, &source)).collect::<Result<Vec<_>, _>>()?;
        let mut cells = |facts: Vec<Leaf>| -> Vec<Cell> {
            let cell = |(name, value, number): Leaf| {
                let column = *columns.entry(name.clone()).or_insert_with(|| {
                    table.columns.push(Column { name, at });
                    table.columns.len() - 1
                });
                Cell { column, value, number, at }
            };
            facts.into_iter().map(cell).collect()
        };
        let own = cells(own);
        let rows: Vec<Vec<Cell>> = rows.into_iter().map(&mut cells).collect();
        match rows.is_empty() {
            true => table.rows.push(Row { at, cells: own }),
            false => {
                table.rows.extend(rows.into_iter().map(|row| Row { at, cells: own.iter().cloned().chain(row).collect() }))
            }
        }
    }
    if table.rows.is_empty() {
        return Err(unreadable(&source, Span::default(), "empty"));
    }
    Ok(table)
}

/// Each object of the list and its place: read one by one, because the parser says where it is only between two.
fn records(source: &Arc<Source>, text: &str) -> Result<Vec<(Tree, Span)>, Diagnostic> {
    let blank = |at: usize| at + text[at..].len() - text[at..].trim_start().len();
    let mut at = blank(0);
    if !text[at..].starts_with('[') {
        return Err(unreadable(source, Span::new(at, (at + 1).min(text.len())), "list"));
    }
    let mut found = Vec::new();
    at = blank(at + 1);
    while !text[at..].starts_with(']') {
        let (tree, end) = next(source, text, at)?;
        found.push((tree, first_line(text, at, end)));
        at = blank(end);
        match text[at..].chars().next() {
            Some(',') => at = blank(at + 1),
            Some(']') => {}
            _ => return Err(unreadable(source, Span::new(at.min(text.len()), (at + 1).min(text.len())), "json")),
        }
    }
    Ok(found)
}

fn first_line(text: &str, start: usize, end: usize) -> Span {
    Span::new(start, text[start..end].find('\n').map_or(end, |line| start + line))
}

/// The value that begins at a place, and where it ends.
fn next(source: &Arc<Source>, text: &str, at: usize) -> Result<(Tree, usize), Diagnostic> {
    let mut stream = serde_json::Deserializer::from_str(&text[at..]).into_iter::<Tree>();
    match stream.next() {
        Some(Ok(tree)) => Ok((tree, at + stream.byte_offset())),
        Some(Err(error)) => {
            let before: usize = text[at..].split_inclusive('\n').take(error.line().saturating_sub(1)).map(str::len).sum();
            let start = text.floor_char_boundary((at + before + error.column().saturating_sub(1)).min(text.len()));
            let detail = error.to_string();
            let detail = detail.split(" at line ").next().unwrap_or_default().to_owned();
            let end = text.ceil_char_boundary((start + 1).min(text.len()));
            Err(unreadable(source, Span::new(start, end), "json").with("detail", detail))
        }
        None => Err(unreadable(source, Span::new(at, at), "json").with("detail", "")),
    }
}

type Entries = Vec<(String, Tree)>;
/// A column's name, a value, whether that is a number.
type Leaf = (String, String, bool);

fn object(tree: Tree, at: Span, source: &Arc<Source>) -> Result<Entries, Diagnostic> {
    match tree {
        Tree::Map(entries) => Ok(entries),
        Tree::Repeated(key) => Err(unreadable(source, at, "repeated").with("column", key)),
        _ => Err(unreadable(source, at, "object")),
    }
}

/// The endorsements are rows of their own.
fn split(entries: Entries, at: Span, source: &Arc<Source>) -> Result<(Entries, Vec<Entries>), Diagnostic> {
    let (mut own, mut endorsements) = (Vec::new(), Vec::new());
    for (key, value) in entries {
        match value {
            Tree::List(items) if key == ENDORSEMENTS => {
                for item in items {
                    endorsements.push(object(item, at, source)?);
                }
            }
            value => own.push((key, value)),
        }
    }
    Ok((own, endorsements))
}

/// All values with the way to each. The parser has bounded the depth.
fn flat(entries: Entries, at: Span, source: &Arc<Source>) -> Result<Vec<Leaf>, Diagnostic> {
    let mut found = Vec::new();
    let mut waiting: Vec<(String, Tree)> = entries.into_iter().rev().collect();
    while let Some((name, tree)) = waiting.pop() {
        match tree {
            Tree::Nothing => {}
            Tree::Truth(truth) => found.push((name, truth.to_string(), false)),
            Tree::Number(number) => found.push((name, number, true)),
            Tree::Text(text) => {
                let text = text.trim();
                if !text.is_empty() {
                    found.push((name, text.to_owned(), false));
                }
            }
            Tree::Map(inner) => waiting.extend(inner.into_iter().rev().map(|(key, tree)| (format!("{name}.{key}"), tree))),
            Tree::List(items) if Key::read(&name).is_some() => {
                let words = items.into_iter().map(|item| match item {
                    Tree::Text(word) => Some(word),
                    _ => None,
                });
                let words: Option<Vec<String>> = words.collect();
                let words = words.ok_or_else(|| unreadable(source, at, "words").with("column", name.as_str()))?;
                found.push((name, words.join(" "), false));
            }
            Tree::List(items) => {
                let named = items.into_iter().enumerate().map(|(place, item)| (format!("{name}.{}", place + 1), item));
                waiting.extend(named.rev());
            }
            Tree::Repeated(key) => return Err(unreadable(source, at, "repeated").with("column", key)),
        }
    }
    Ok(found)
}

/// JSON with its numbers as text, and without losing a key that is there twice.
enum Tree {
    Nothing,
    Truth(bool),
    Number(String),
    Text(String),
    List(Vec<Tree>),
    Map(Entries),
    /// An object in which this key stands twice: which value is meant, nobody knows.
    Repeated(String),
}

impl<'de> Deserialize<'de> for Tree {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(TreeVisitor)
    }
}

struct TreeVisitor;

impl<'de> Visitor<'de> for TreeVisitor {
    type Value = Tree;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a JSON value")
    }
    fn visit_unit<E>(self) -> Result<Tree, E> {
        Ok(Tree::Nothing)
    }
    fn visit_bool<E>(self, truth: bool) -> Result<Tree, E> {
        Ok(Tree::Truth(truth))
    }
    fn visit_i64<E>(self, number: i64) -> Result<Tree, E> {
        Ok(Tree::Number(number.to_string()))
    }
    fn visit_u64<E>(self, number: u64) -> Result<Tree, E> {
        Ok(Tree::Number(number.to_string()))
    }
    fn visit_f64<E>(self, number: f64) -> Result<Tree, E> {
        Ok(Tree::Number(format!("{number:?}")))
    }
    fn visit_str<E>(self, text: &str) -> Result<Tree, E> {
        Ok(Tree::Text(text.to_owned()))
    }
    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Tree, A::Error> {
        let mut list = Vec::new();
        while let Some(item) = items.next_element()? {
            list.push(item);
        }
        Ok(Tree::List(list))
    }
    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<Tree, A::Error> {
        let (mut map, mut keys, mut repeated) = (Vec::new(), std::collections::HashSet::new(), None);
        while let Some((key, value)) = entries.next_entry::<String, Tree>()? {
            if !keys.insert(key.clone()) {
                repeated.get_or_insert(key.clone());
            }
            map.push((key, value));
        }
        Ok(repeated.map_or(Tree::Map(map), Tree::Repeated))
    }
}
