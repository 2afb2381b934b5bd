//! Diagnostics as SARIF 2.1.0 (OASIS, 27 March 2020), which forges and editors read.
//!
//! Takes: diagnostics, and where the publication lies in whatever the reader calls its root. Gives: one log with one run: a rule for each
//! code that occurs, a result for each diagnostic, its second place as a related location. Columns count UTF-16 code units, as §3.14.17
//! has it where nothing else is said; it is said all the same.

use camino::Utf8Path;
use serde_json::{Value, json};

use super::super::{Code, Diagnostic, Fault, Place, Severity, Wording};

const SCHEMA: &str = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

/// The whole log. `fault` is why the run did not end, if it did not.
pub fn log(diagnostics: &[Diagnostic], fault: Option<&Fault>, wording: &Wording, root: &Utf8Path) -> Value {
    let mut codes: Vec<Code> = diagnostics.iter().map(|found| found.code).collect();
    codes.sort();
    codes.dedup();
    let rules: Vec<Value> = codes.iter().map(|code| rule(*code, wording)).collect();
    let results: Vec<Value> = diagnostics.iter().map(|found| result(found, &codes, wording, root)).collect();
    let mut invocation = json!({ "executionSuccessful": fault.is_none() });
    if let Some(fault) = fault {
        let text = wording.fault(fault);
        invocation["toolExecutionNotifications"] = json!([{ "level": "error", "message": { "text": text } }]);
    }
    json!({
        "$schema": SCHEMA,
        "version": "2.1.0",
        "runs": [{
            "tool": { "driver": { "name": "diptych", "version": env!("CARGO_PKG_VERSION"), "rules": rules } },
            "columnKind": "utf16CodeUnits",
            "invocations": [invocation],
            "results": results,
        }],
    })
}

fn rule(code: Code, wording: &Wording) -> Value {
    json!({
        "id": code.name(),
        "shortDescription": { "text": code.name().replace('-', " ") },
        "fullDescription": { "text": wording.explanation(code) },
        "defaultConfiguration": { "level": level(code.severity()) },
    })
}

fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Hint => "note",
    }
}

fn result(found: &Diagnostic, codes: &[Code], wording: &Wording, root: &Utf8Path) -> Value {
    let text = format!("{}\n{}: {}", wording.message(found), wording.frame("advice"), wording.hint(found));
    let mut result = json!({
        "ruleId": found.code.name(),
        "ruleIndex": codes.binary_search(&found.code).unwrap_or_default(),
        "level": level(found.severity()),
        "message": { "text": text },
        "locations": [{ "physicalLocation": location(&found.place, root) }],
    });
    if let Some(related) = &found.related {
        let message = json!({ "text": wording.frame("related") });
        result["relatedLocations"] = json!([{ "id": 1, "physicalLocation": location(related, root), "message": message }]);
    }
    result
}

fn location(place: &Place, root: &Utf8Path) -> Value {
    let uri = uri(&super::below(root, &place.source.path));
    let mut location = json!({ "artifactLocation": { "uri": uri, "uriBaseId": "%SRCROOT%" } });
    if !place.is_whole_file() {
        let (line, column) = line_column(place, place.span.start);
        let (end_line, end_column) = line_column(place, place.span.end);
        location["region"] =
            json!({ "startLine": line, "startColumn": column, "endLine": end_line, "endColumn": end_column });
    }
    location
}

/// Both from 1; the column counts UTF-16 code units.
fn line_column(place: &Place, byte: u32) -> (usize, usize) {
    let text = &place.source.text;
    let before = &text[..text.floor_char_boundary(byte as usize)];
    let line_start = before.rfind('\n').map_or(0, |at| at + 1);
    (before.matches('\n').count() + 1, before[line_start..].encode_utf16().count() + 1)
}

/// A path as a reference of RFC 3986.
fn uri(path: &str) -> String {
    let mut uri = String::with_capacity(path.len());
    for byte in path.bytes() {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' | b'/' => uri.push(char::from(byte)),
            _ => uri.push_str(&format!("%{byte:02X}")),
        }
    }
    uri
}
