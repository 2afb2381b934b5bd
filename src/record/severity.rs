//! Severities in files: `severity: {different-emphasis: off}`.
//!
//! Takes: a map from codes to `error`, `warning`, `hint` or `off`. Gives: [`SeverityYaml`], or a diagnostic for a code that is none or that
//! cannot be anything but an error. Must not know which files hold it.

use serde_json::{Map, Value as Json, json};

use super::schema::{Definitions, Shape};
use super::{Field, Node, Reader, Value};
use crate::diagnostics::{Code, Diagnostic, Severity};

/// What a file says of some codes; none for one that is off.
#[derive(Clone, Debug, Default)]
pub struct SeverityYaml(pub Vec<(Code, Option<Severity>)>);

const LEVELS: [(&str, Option<Severity>); 4] =
    [("error", Some(Severity::Error)), ("warning", Some(Severity::Warning)), ("hint", Some(Severity::Hint)), ("off", None)];

fn adjustable() -> impl Iterator<Item = &'static str> + Clone {
    Code::ALL.iter().filter(|code| code.is_adjustable()).map(|code| code.name())
}

impl Field for SeverityYaml {
    fn decode(node: &Node, reader: &mut Reader) -> Option<Self> {
        let entries = match &node.value {
            Value::Map(entries) => entries.as_slice(),
            Value::Nothing => &[],
            _ => {
                reader.wrong_type(node, "map");
                return None;
            }
        };
        let mut settings = Vec::new();
        for (key, level) in entries {
            let code = match Code::named(&key.text) {
                Some(code) if code.is_adjustable() => Some(code),
                Some(code) => {
                    let diagnostic = Diagnostic::new(Code::FixedSeverity, reader.at(key.span));
                    reader.push(diagnostic.with("code", code.name()));
                    None
                }
                None => {
                    let known: Vec<&str> = adjustable().collect();
                    reader.unknown_word(&key.text, &known, key.span);
                    None
                }
            };
            let name = String::decode(level, reader)?;
            match LEVELS.into_iter().find(|(own, _)| *own == name) {
                Some((_, severity)) => settings.extend(code.map(|code| (code, severity))),
                None => reader.unknown_word(&name, &LEVELS.map(|(own, _)| own), level.span),
            }
        }
        Some(SeverityYaml(settings))
    }

    fn absent() -> Option<Self> {
        Some(SeverityYaml::default())
    }
}

impl Shape for SeverityYaml {
    fn shape(_: &mut Definitions) -> Json {
        let levels = json!({ "enum": LEVELS.map(|(name, _)| name) });
        let properties: Map<String, Json> = adjustable().map(|name| (name.to_owned(), levels.clone())).collect();
        json!({ "type": "object", "additionalProperties": false, "properties": properties })
    }
}
