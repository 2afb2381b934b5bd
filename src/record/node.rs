//! YAML and TOML as one spanned tree.
//!
//! Takes: a source file and the range of its text that holds the YAML or TOML. Gives: a [`Node`] whose spans count from the
//! file's first byte, and every mistake the parser found. Must not know what the keys mean.

use std::fmt;
use std::sync::Arc;

use serde::de::{Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};
use serde_saphyr::Spanned;
use toml::de::{DeTable, DeValue};

use crate::diagnostics::{Code, Diagnostic, Place, Source, Span};

/// A value and where it stands.
#[derive(Clone, Debug, PartialEq)]
pub struct Node {
    pub span: Span,
    pub value: Value,
}

#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    Nothing,
    Truth(bool),
    /// Any number, as it was written: `1.0` and `1.00` are different editions.
    Number(String),
    Text(String),
    List(Vec<Node>),
    Map(Vec<(Key, Node)>),
}

#[derive(Clone, Debug, PartialEq)]
pub struct Key {
    pub span: Span,
    pub text: String,
}

/// YAML deeper than this, or with more aliases than a person would write, is an attack or a mistake.
fn yaml_options() -> serde_saphyr::Options {
    serde_saphyr::options! {
        budget: serde_saphyr::budget! { max_depth: 32, max_aliases: 64, max_anchors: 32, max_nodes: 200_000, max_documents: 1 },
        strict_booleans: true,
        with_snippet: false,
    }
}

/// Reads the YAML in `range` of a source file.
pub fn yaml(source: &Arc<Source>, range: std::ops::Range<usize>) -> Result<Node, Diagnostic> {
    let offset = range.start;
    let text = &source.text[range.clone()];
    match serde_saphyr::from_str_with_options::<Option<Spanned<Raw>>>(text, yaml_options()) {
        Ok(Some(raw)) => Ok(raw_node(raw, text, offset)),
        Ok(None) => Ok(Node { span: Span::new(range.start, range.start), value: Value::Nothing }),
        Err(error) => {
            if let Some(mark) = conflict(text) {
                return Err(Diagnostic::new(Code::ConflictMarkers, Place::new(source, mark.shifted(offset))));
            }
            let span =
                error.location().map_or(Span::new(range.start, range.end), |location| located(location, text, offset));
            let diagnostic = Diagnostic::new(Code::MalformedYaml, Place::new(source, span));
            Err(explained(error.without_snippet(), diagnostic))
        }
    }
}

/// The first line that git leaves where two branches changed the same lines.
fn conflict(text: &str) -> Option<Span> {
    let start = if text.starts_with("<<<<<<< ") { 0 } else { text.find("\n<<<<<<< ")? + 1 };
    let line = text[start..].lines().next().unwrap_or_default();
    Some(Span::new(start, start + line.len()))
}

/// YAML that is refused although it is YAML is called what it is.
fn explained(error: &serde_saphyr::Error, diagnostic: Diagnostic) -> Diagnostic {
    use serde_saphyr::Error;
    match error {
        Error::DuplicateMappingKey { key: Some(key), .. } => {
            diagnostic.with("problem", "repeated").with("key", key.as_str()).hint("hint-repeated")
        }
        Error::Budget { .. } | Error::AliasReplayLimitExceeded { .. } | Error::AliasExpansionLimitExceeded { .. } => {
            diagnostic.with("problem", "too-much").hint("hint-too-much")
        }
        Error::AliasError { error, .. } => explained(error, diagnostic),
        other => {
            let detail = other.to_string();
            // The parser repeats the position, which the message's own frame already shows, and rightly for front matter.
            let detail = detail.split(" at line ").next().unwrap_or_default();
            let hint = if detail.starts_with("tabs ") { "hint-tab" } else { "hint" };
            diagnostic.with("problem", "syntax").with("detail", detail).hint(hint)
        }
    }
}

/// Reads a whole TOML file; its parser recovers, so all its mistakes come at once.
pub fn toml(source: &Arc<Source>) -> Result<Node, Vec<Diagnostic>> {
    let (table, errors) = DeTable::parse_recoverable(&source.text);
    if errors.is_empty() {
        let span = table.span();
        return Ok(toml_table(table.get_ref(), Span::new(span.start, span.end)));
    }
    // After a text or a table that never ends, the rest of the file is misread: only the first mistake is one.
    let lost = errors
        .iter()
        .any(|error| error.message().starts_with("unclosed inline") || error.message().starts_with("unclosed array"));
    let mut errors: Vec<_> = errors.iter().collect();
    errors.sort_by_key(|error| error.span().map_or(0, |span| span.start));
    errors.truncate(if lost { 1 } else { errors.len() });
    let diagnostics = errors.into_iter().map(|error| {
        let span = error.span().unwrap_or(0..0);
        let text = &source.text;
        let span = Span::new(text.floor_char_boundary(span.start), text.ceil_char_boundary(span.end.min(text.len())));
        Diagnostic::new(Code::MalformedToml, Place::new(source, span)).with("detail", error.message().trim())
    });
    Err(diagnostics.collect())
}

fn toml_table(table: &DeTable<'_>, span: Span) -> Node {
    let mut entries: Vec<(Key, Node)> = table
        .iter()
        .map(|(key, value)| {
            let at = key.span();
            let key = Key { span: Span::new(at.start, at.end), text: key.get_ref().to_string() };
            let at = value.span();
            (key, toml_value(value.get_ref(), Span::new(at.start, at.end)))
        })
        .collect();
    // The parser's map is sorted by key; people read in the order of the file.
    entries.sort_by_key(|(key, _)| key.span);
    Node { span, value: Value::Map(entries) }
}

fn toml_value(value: &DeValue<'_>, span: Span) -> Node {
    let value = match value {
        DeValue::String(text) => Value::Text(text.to_string()),
        DeValue::Integer(number) => Value::Number(number.to_string()),
        DeValue::Float(number) => Value::Number(number.to_string()),
        DeValue::Boolean(truth) => Value::Truth(*truth),
        DeValue::Datetime(date) => Value::Text(date.to_string()),
        DeValue::Array(items) => Value::List(
            items.iter().map(|item| toml_value(item.get_ref(), Span::new(item.span().start, item.span().end))).collect(),
        ),
        DeValue::Table(table) => return toml_table(table, span),
    };
    Node { span, value }
}

/// A YAML value before its spans are known to be right: scalars as serde sees them.
enum Raw {
    Nothing,
    Truth(bool),
    Number,
    Text(String),
    List(Vec<Spanned<Raw>>),
    Map(Vec<(Spanned<String>, Spanned<Raw>)>),
}

impl<'de> Deserialize<'de> for Raw {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(RawVisitor)
    }
}

struct RawVisitor;

impl<'de> Visitor<'de> for RawVisitor {
    type Value = Raw;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a YAML value")
    }
    fn visit_unit<E>(self) -> Result<Raw, E> {
        Ok(Raw::Nothing)
    }
    fn visit_none<E>(self) -> Result<Raw, E> {
        Ok(Raw::Nothing)
    }
    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<Raw, D::Error> {
        Raw::deserialize(deserializer)
    }
    fn visit_bool<E>(self, truth: bool) -> Result<Raw, E> {
        Ok(Raw::Truth(truth))
    }
    fn visit_i64<E>(self, _: i64) -> Result<Raw, E> {
        Ok(Raw::Number)
    }
    fn visit_u64<E>(self, _: u64) -> Result<Raw, E> {
        Ok(Raw::Number)
    }
    fn visit_i128<E>(self, _: i128) -> Result<Raw, E> {
        Ok(Raw::Number)
    }
    fn visit_u128<E>(self, _: u128) -> Result<Raw, E> {
        Ok(Raw::Number)
    }
    fn visit_f64<E>(self, _: f64) -> Result<Raw, E> {
        Ok(Raw::Number)
    }
    fn visit_str<E>(self, text: &str) -> Result<Raw, E> {
        Ok(Raw::Text(text.to_owned()))
    }
    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Raw, A::Error> {
        let mut list = Vec::new();
        while let Some(item) = items.next_element()? {
            list.push(item);
        }
        Ok(Raw::List(list))
    }
    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<Raw, A::Error> {
        let mut map = Vec::new();
        while let Some(entry) = entries.next_entry()? {
            map.push(entry);
        }
        Ok(Raw::Map(map))
    }
}

fn raw_node(raw: Spanned<Raw>, text: &str, offset: usize) -> Node {
    let span = located(raw.referenced, text, offset);
    let value = match raw.value {
        Raw::Nothing => Value::Nothing,
        Raw::Truth(truth) => Value::Truth(truth),
        // The span of a plain scalar is its text.
        Raw::Number => Value::Number(text[span.start as usize - offset..span.end as usize - offset].trim().to_owned()),
        Raw::Text(text) => Value::Text(text),
        Raw::List(items) => Value::List(items.into_iter().map(|item| raw_node(item, text, offset)).collect()),
        Raw::Map(entries) => Value::Map(
            entries
                .into_iter()
                .map(|(key, value)| {
                    let key = Key { span: located(key.referenced, text, offset), text: key.value };
                    (key, raw_node(value, text, offset))
                })
                .collect(),
        ),
    };
    // A container's own event has no extent: it runs from its first part to its last.
    let span = match &value {
        Value::Map(entries) if !entries.is_empty() => entries[0].0.span.start..entries[entries.len() - 1].1.span.end,
        Value::List(items) if !items.is_empty() => items[0].span.start..items[items.len() - 1].span.end,
        _ => return Node { span, value },
    };
    Node { span: Span { start: span.start, end: span.end.max(span.start) }, value }
}

fn located(location: serde_saphyr::Location, text: &str, offset: usize) -> Span {
    let span = location.span();
    let start = span.byte_offset().map_or_else(|| line_column_offset(location, text), |at| at as usize).min(text.len());
    let end = (start + span.byte_len().unwrap_or(0) as usize).min(text.len());
    let (start, end) = (text.floor_char_boundary(start), text.ceil_char_boundary(end));
    let written = text[start..end].trim_end();
    Span::new(start, start + written.len()).shifted(offset)
}

fn line_column_offset(location: serde_saphyr::Location, text: &str) -> usize {
    let line_start: usize = text.split_inclusive('\n').take(location.line().saturating_sub(1) as usize).map(str::len).sum();
    let line = text[line_start..].lines().next().unwrap_or_default();
    let column = location.column().saturating_sub(1) as usize;
    line_start + line.char_indices().nth(column).map_or(line.len(), |(at, _)| at)
}
