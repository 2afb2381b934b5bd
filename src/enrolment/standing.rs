//! Standing entries: what a file of the register says, as keys and values.
//!
//! Takes: a file's tree. Gives: an [`Entry`] whose facts have their places in the file. Must not know what is wrong with it.

use std::sync::Arc;

use super::keys::ENDORSEMENTS;
use super::{Entry, Fact, Key, value};
use crate::diagnostics::{Diagnostic, Source, Span};
use crate::record::node::{self, Node, Value};

/// What a file says; keys that there are none of are left out.
pub fn entry(source: &Arc<Source>) -> Result<Entry, Diagnostic> {
    Ok(of(&node::yaml(source, 0..source.text.len())?))
}

pub fn of(root: &Node) -> Entry {
    let mut entry = Entry::default();
    let Value::Map(entries) = &root.value else { return entry };
    for (key, node) in entries {
        match &node.value {
            Value::List(items) if key.text == ENDORSEMENTS => entry.endorsements = items.iter().map(facts).collect(),
            _ => entry.own.extend(below(&key.text, node)),
        }
    }
    entry
}

/// The facts of one endorsement.
pub fn facts(item: &Node) -> Vec<Fact> {
    let Value::Map(entries) = &item.value else { return Vec::new() };
    entries.iter().flat_map(|(key, node)| below(&key.text, node)).collect()
}

/// All that is said below a key. The reader has bounded the depth.
fn below(name: &str, node: &Node) -> Vec<Fact> {
    let mut facts = Vec::new();
    let mut waiting = vec![(name.to_owned(), node)];
    while let Some((name, node)) = waiting.pop() {
        let known = Key::read(&name);
        let (value, number) = match (&node.value, &known) {
            (Value::Nothing, _) => continue,
            (Value::Map(entries), _) => {
                waiting.extend(entries.iter().rev().map(|(key, inner)| (format!("{name}.{}", key.text), inner)));
                continue;
            }
            (Value::List(items), None) => {
                waiting.extend(items.iter().enumerate().rev().map(|(place, item)| (format!("{name}.{}", place + 1), item)));
                continue;
            }
            (Value::List(items), Some(_)) => {
                let ids = items.iter().filter_map(|item| match &item.value {
                    Value::Text(id) => Some(id.as_str()),
                    _ => None,
                });
                (ids.collect::<Vec<_>>().join(" "), false)
            }
            (Value::Text(text), _) => (text.trim_end().to_owned(), false),
            (Value::Truth(truth), _) => (truth.to_string(), false),
            (Value::Number(number), _) => (number.clone(), true),
        };
        if let Some(key) = known {
            facts.push(Fact { key, value, number, at: node.span });
        }
    }
    facts
}

/// What two sayings of the same thing differ in: the first fact that the other side contradicts or does not know.
pub fn differs<'f>(said: &'f [Fact], standing: &[Fact]) -> Option<&'f Fact> {
    said.iter().find(|fact| {
        let known = value(standing, &fact.key.name).or_else(|| super::keys::implied(&fact.key.name));
        known != Some(fact.value.as_str())
    })
}

/// Where a fact stands in the file, or where the file begins.
pub fn place_of(standing: &[Fact], name: &str) -> Span {
    standing.iter().find(|fact| fact.key.name == name).map(|fact| fact.at).unwrap_or_default()
}
