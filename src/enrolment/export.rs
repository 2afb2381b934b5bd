//! The register as a list: all that an import reads.
//!
//! Takes: the files of the register. Gives: CSV with a row for each endorsement, or JSON with the shape of the files. Importing it again
//! changes nothing. Must not know what of it is public: an export is for those who keep the register.

use std::collections::BTreeSet;

use serde_json::{Map, Value, json};

use super::keys::{self, ENDORSEMENTS, Owner};
use super::{Entry, Fact, Form, value};
use crate::spreadsheet::Table;

/// The columns: all keys, with the languages of the publication and those that names are in.
fn columns(entries: &[Entry], tags: &[String]) -> Vec<keys::Key> {
    let facts = || entries.iter().flat_map(|entry| entry.own.iter().chain(entry.endorsements.iter().flatten()));
    let mut languages = tags.to_vec();
    let mut more = BTreeSet::new();
    for fact in facts().filter(|fact| fact.key.form == Form::Text) {
        if let Some((head, tag)) = fact.key.name.rsplit_once('.')
            && !tags.iter().any(|known| known == tag)
            && keys::is_by_language(head)
        {
            more.insert(tag.to_owned());
        }
    }
    languages.extend(more);
    let former = facts().filter_map(|fact| fact.key.name.strip_prefix("history.")?.split('.').next()?.parse().ok()).max();
    keys::all(&languages, former.unwrap_or(0))
}

/// A line of headings and one for each endorsement; an institution that has endorsed nothing has one too. Without institutions it is a
/// form to fill in.
pub fn csv(entries: &[Entry], tags: &[String]) -> String {
    let columns = columns(entries, tags);
    let mut table = Table::new(columns.iter().map(|key| key.name.as_str()));
    for entry in entries {
        let nothing = [Vec::new()];
        let rows = if entry.endorsements.is_empty() { nothing.as_slice() } else { entry.endorsements.as_slice() };
        for row in rows {
            table.line(columns.iter().map(|key| {
                let facts = if key.owner == Owner::Institution { &entry.own } else { row };
                value(facts, &key.name).unwrap_or_default()
            }));
        }
    }
    table.text()
}

/// The files as they are, but for their comments and layout.
pub fn json(entries: &[Entry]) -> Value {
    let one = |entry: &Entry| {
        let mut object = object(&entry.own);
        if !entry.endorsements.is_empty() {
            object.insert(
                ENDORSEMENTS.to_owned(),
                entry.endorsements.iter().map(|own| Value::Object(self::object(own))).collect(),
            );
        }
        Value::Object(object)
    };
    entries.iter().map(one).collect()
}

fn object(facts: &[Fact]) -> Map<String, Value> {
    let mut sorted: Vec<&Fact> = facts.iter().collect();
    sorted.sort_by_key(|fact| fact.key.order());
    let mut root = Value::Object(Map::new());
    for fact in sorted {
        let value = match (fact.key.form, fact.value.as_str()) {
            (Form::Truth, "true") => json!(true),
            (Form::Truth, "false") => json!(false),
            (Form::Sections, ids) if ids != "whole" => ids.split(' ').collect(),
            (_, text) => json!(text),
        };
        let mut place = &mut root;
        for part in fact.key.parts() {
            place = match part.parse::<usize>() {
                Ok(number) => {
                    if !place.is_array() {
                        *place = json!([]);
                    }
                    // Numbers come in order and without gaps, as they were counted.
                    if let Value::Array(items) = place
                        && items.len() < number
                    {
                        items.resize(number, json!({}));
                    }
                    &mut place[number.saturating_sub(1)]
                }
                Err(_) => {
                    if place.is_null() {
                        *place = json!({});
                    }
                    &mut place[part]
                }
            };
        }
        *place = value;
    }
    match root {
        Value::Object(object) => object,
        _ => Map::new(),
    }
}
