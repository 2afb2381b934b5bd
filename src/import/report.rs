//! The report of an import: which file became which, and what somebody has to look at.
//!
//! Takes: the import and what `check` will say. Gives: lines for people, a value for programs, a page of Markdown to work through. Must
//! not know how anything was decided.

use std::collections::BTreeMap;

use camino::Utf8Path;
use serde_json::{Value, json};

use super::Import;
use super::finding::{Finding, shown_path};
use crate::diagnostics::{Diagnostic, Severity, Wording};

/// How many diagnostics of each code there are, errors first.
pub fn counted(diagnostics: &[Diagnostic]) -> Vec<(Severity, &'static str, usize)> {
    let mut counts: BTreeMap<(u8, &'static str), (Severity, usize)> = BTreeMap::new();
    for found in diagnostics {
        let rank = match found.severity() {
            Severity::Error => 0,
            Severity::Warning => 1,
            Severity::Hint => 2,
        };
        counts.entry((rank, found.code.name())).or_insert((found.severity(), 0)).1 += 1;
    }
    counts.into_iter().map(|((_, code), (severity, count))| (severity, code, count)).collect()
}

/// For a terminal: what became of each file, then what was found, each with its place.
pub fn lines(import: &Import, check: &[Diagnostic], wording: &Wording) -> String {
    let mut text = String::new();
    for made in &import.files {
        let from = made.from.as_deref().map_or_else(|| "–".to_owned(), shown_path);
        text.push_str(&format!("{from} → {}\n", made.path));
    }
    for finding in &import.findings {
        text.push_str(&format!("{}: {}\n", finding.place(), finding.message(wording)));
    }
    for (severity, code, count) in counted(check) {
        text.push_str(&format!("{}: {}[{code}] × {count}\n", "diptych check", wording.frame(severity.name())));
    }
    text
}

pub fn json(import: &Import, check: &[Diagnostic], wording: &Wording) -> Value {
    let files: Vec<Value> = import
        .files
        .iter()
        .map(|made| json!({ "from": made.from.as_deref().map(shown_path), "to": made.path.as_str() }))
        .collect();
    let findings: Vec<Value> = import
        .findings
        .iter()
        .map(|finding| {
            let line = Some(finding.line).filter(|line| *line > 0);
            let kind = finding.kind.trim_start_matches("import-");
            json!({
                "kind": kind,
                "file": shown_path(&finding.file),
                "line": line,
                "message": finding.message(wording),
            })
        })
        .collect();
    let check: Vec<Value> = counted(check)
        .into_iter()
        .map(|(severity, code, count)| json!({ "severity": severity.name(), "code": code, "count": count }))
        .collect();
    json!({ "folder": import.folder.as_str(), "files": files, "findings": findings, "check": check })
}

/// A page to work through: findings by file, with boxes to tick.
pub fn markdown(import: &Import, check: &[Diagnostic], from: &Utf8Path, wording: &Wording) -> String {
    let sentence = |id: &str| wording.sentence(id, &[]);
    let title = wording.sentence("import-report-title", &[("from", code(from).into())]);
    let mut page = format!("# {title}\n\n## {}\n", sentence("import-report-findings"));
    if import.findings.is_empty() {
        page.push_str(&format!("\n{}\n", sentence("import-report-nothing")));
    }
    let mut file: Option<&Utf8Path> = None;
    for finding in &import.findings {
        if file != Some(&finding.file) {
            page.push_str(&format!("\n### {}\n\n", code(&finding.file)));
            file = Some(&finding.file);
        }
        page.push_str(&format!("- [ ] {}\n", item(finding, wording)));
    }
    page.push_str(&format!("\n## {}\n\n", sentence("import-report-check")));
    let counts = counted(check);
    for (severity, code, count) in &counts {
        page.push_str(&format!("- {} `{code}`: {count}\n", wording.frame(severity.name())));
    }
    if counts.is_empty() {
        page.push_str(&format!("{}\n", sentence("import-report-clean")));
    }
    page.push_str(&format!("\n## {}\n\n", sentence("import-report-files")));
    for made in &import.files {
        let from = made.from.as_deref().map_or_else(|| "–".to_owned(), code);
        page.push_str(&format!("- {from} → {}\n", code(&made.path)));
    }
    page
}

fn item(finding: &Finding, wording: &Wording) -> String {
    let message = escaped(&finding.message(wording));
    if finding.line == 0 { message } else { format!("{}: {message}", finding.line) }
}

/// A name in a text, whatever it holds.
fn code(path: &Utf8Path) -> String {
    let shown = shown_path(path);
    match shown.contains('`') {
        true => escaped(&shown),
        false => format!("`{shown}`"),
    }
}

/// What a stranger wrote is no markup of the report.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for character in text.chars() {
        if "\\`*_[]<>#|!&~$".contains(character) {
            escaped.push('\\');
        }
        escaped.push(character);
    }
    escaped
}
