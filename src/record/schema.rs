//! JSON Schemas of records: what editors complete, check and explain while somebody types.
//!
//! Takes: a type that [`record!`](crate::record!) or [`words!`](crate::words!) declares. Gives: its schema (draft 07, which editors know
//! best), with the declaration's comments as descriptions. It is derived from what decodes the file, so that the two cannot differ. What
//! only the whole publication can tell is no part of it. Must not know any particular record.

use serde_json::{Map, Value, json};

use super::{ByLanguage, EditionNumber, Spanned};

/// The schemas of records and words, by the names under which others refer to them.
pub type Definitions = Map<String, Value>;

/// What a value may look like.
pub trait Shape {
    fn shape(definitions: &mut Definitions) -> Value;
}

/// The schema of a whole file.
pub fn of<T: Shape>(title: &str) -> Value {
    let mut definitions = Definitions::new();
    let whole = T::shape(&mut definitions);
    json!({
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": title,
        "allOf": [whole],
        "definitions": definitions,
    })
}

/// A schema that others refer to by the name of its type.
pub fn named(name: &str, definitions: &mut Definitions, shape: impl FnOnce(&mut Definitions) -> Value) -> Value {
    let name = name.replace("::", ".").trim_start_matches("diptych.").to_owned();
    if !definitions.contains_key(&name) {
        let shape = shape(definitions);
        definitions.insert(name.clone(), shape);
    }
    json!({ "$ref": format!("#/definitions/{name}") })
}

/// A record: no keys but these.
pub fn record(description: &[&str], keys: Vec<(&str, &[&str], bool, Value)>) -> Value {
    let required: Vec<&str> = keys.iter().filter(|(_, _, required, _)| *required).map(|(key, ..)| *key).collect();
    let properties: Map<String, Value> =
        keys.into_iter().map(|(key, comment, _, shape)| (key.to_owned(), described(shape, comment))).collect();
    let record = json!({ "type": "object", "additionalProperties": false, "properties": properties, "required": required });
    described(record, description)
}

/// One of several words.
pub fn words(description: &[&str], words: &[(&str, &[&str])]) -> Value {
    let words: Vec<Value> = words.iter().map(|(word, comment)| described(json!({ "const": word }), comment)).collect();
    described(json!({ "oneOf": words }), description)
}

/// With a comment as its description. Beside a reference draft 07 sees nothing, so that is wrapped.
fn described(shape: Value, comment: &[&str]) -> Value {
    let text = comment.iter().map(|line| line.trim()).collect::<Vec<_>>().join(" ");
    if text.is_empty() {
        return shape;
    }
    let mut shape = if shape.get("$ref").is_some() { json!({ "allOf": [shape] }) } else { shape };
    shape["description"] = text.into();
    shape
}

impl<T: Shape> Shape for Spanned<T> {
    fn shape(definitions: &mut Definitions) -> Value {
        T::shape(definitions)
    }
}

impl<T: Shape> Shape for Option<T> {
    fn shape(definitions: &mut Definitions) -> Value {
        T::shape(definitions)
    }
}

impl<T: Shape> Shape for Vec<T> {
    fn shape(definitions: &mut Definitions) -> Value {
        json!({ "type": "array", "items": T::shape(definitions) })
    }
}

impl<T: Shape> Shape for ByLanguage<T> {
    fn shape(definitions: &mut Definitions) -> Value {
        let tag = "^[a-z]{2,3}(-[a-z0-9]+)*$";
        json!({ "type": "object", "propertyNames": { "pattern": tag }, "additionalProperties": T::shape(definitions) })
    }
}

impl Shape for String {
    fn shape(_: &mut Definitions) -> Value {
        json!({ "type": "string" })
    }
}

impl Shape for bool {
    fn shape(_: &mut Definitions) -> Value {
        json!({ "type": "boolean" })
    }
}

impl Shape for u16 {
    fn shape(_: &mut Definitions) -> Value {
        json!({ "type": "integer", "minimum": 0, "maximum": u16::MAX })
    }
}

impl Shape for jiff::civil::Date {
    fn shape(_: &mut Definitions) -> Value {
        json!({ "type": "string", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$" })
    }
}

impl Shape for EditionNumber {
    fn shape(_: &mut Definitions) -> Value {
        json!({ "type": "string", "pattern": "^[0-9]+([.][0-9]+)*$" })
    }
}
