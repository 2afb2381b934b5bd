//! Composing: an amendment as a file.
//!
//! Takes: what it says. Gives: YAML as a person would have written it, with texts as they are read. Must not know where the facts come from.

use std::fmt::Write;
use std::sync::Arc;

use jiff::civil::Date;

use crate::diagnostics::Source;
use crate::documents::amendment::{AmendmentKind, AmendmentStatus, Operation, ReceivedVia};
use crate::record::scalar;

/// Texts by language tag, in the publication's order.
pub type Tagged = Vec<(String, String)>;

#[derive(Clone, Debug)]
pub struct Draft {
    pub id: String,
    pub base_edition: String,
    pub kind: AmendmentKind,
    pub status: AmendmentStatus,
    pub via: ReceivedVia,
    pub received: Date,
    pub proposer: Option<String>,
    pub signatory: Option<String>,
    pub changes: Vec<DraftChange>,
    pub rationale: Tagged,
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DraftChange {
    /// A comment has none.
    pub op: Option<Operation>,
    pub target: String,
    pub id: Option<String>,
    /// The section named, and whether it goes behind that.
    pub to: Option<(String, bool)>,
    pub base: Tagged,
    pub text: Tagged,
}

impl Draft {
    /// The file. Nothing but memory is written to, which cannot fail.
    pub fn yaml(&self) -> String {
        let mut yaml = String::new();
        let _ = writeln!(yaml, "id: {}\nbase_edition: {}", scalar::text(&self.id), scalar::quoted(&self.base_edition));
        let _ = writeln!(yaml, "kind: {}\nstatus: {}", self.kind.word(), self.status.word());
        let _ = writeln!(yaml, "received: {{via: {}, date: {}}}", self.via.word(), self.received);
        if self.proposer.is_some() || self.signatory.is_some() {
            yaml.push_str("proposer:\n");
        }
        for (key, value) in [("name", &self.proposer), ("signatory", &self.signatory)] {
            if let Some(value) = value {
                let _ = writeln!(yaml, "  {key}: {}", scalar::text(value));
            }
        }
        yaml.push_str("changes:\n");
        self.changes.iter().for_each(|change| change.write(&mut yaml));
        if !self.rationale.is_empty() {
            yaml.push_str("rationale:\n");
            write_texts(&self.rationale, 2, &mut yaml);
        }
        yaml
    }
}

impl DraftChange {
    fn write(&self, yaml: &mut String) {
        let mut first = true;
        let mut line = |yaml: &mut String, text: String| {
            let _ = writeln!(yaml, "  {} {text}", if std::mem::take(&mut first) { "-" } else { " " });
        };
        if let Some(op) = self.op {
            line(yaml, format!("op: {}", op.word()));
        }
        line(yaml, format!("target: {}", scalar::text(&self.target)));
        if let Some(id) = &self.id {
            line(yaml, format!("id: {}", scalar::text(id)));
        }
        if let Some((to, after)) = &self.to {
            line(yaml, format!("to: {{{}: {}}}", if *after { "after" } else { "before" }, scalar::text(to)));
        }
        if !self.base.is_empty() {
            let base: Vec<String> = self.base.iter().map(|(tag, text)| format!("{tag}: {}", scalar::quoted(text))).collect();
            line(yaml, format!("base: {{{}}}", base.join(", ")));
        }
        if !self.text.is_empty() {
            line(yaml, "text:".to_owned());
            write_texts(&self.text, 6, yaml);
        }
    }
}

/// Literal blocks: what stands there is what is read.
pub fn write_texts(texts: &Tagged, indent: usize, yaml: &mut String) {
    let margin = " ".repeat(indent);
    for (tag, text) in texts {
        let text = text.trim_end();
        if text.is_empty() {
            let _ = writeln!(yaml, "{margin}{tag}: \"\"");
            continue;
        }
        // A text that begins with a blank would be taken for one that is indented further.
        let sign = if text.starts_with([' ', '\n']) { "|2" } else { "|" };
        let _ = writeln!(yaml, "{margin}{tag}: {sign}");
        for line in text.split('\n') {
            match line.trim_end_matches('\r') {
                "" => yaml.push('\n'),
                line => {
                    let _ = writeln!(yaml, "{margin}  {line}");
                }
            }
        }
    }
}

/// The file with the edition that has taken the amendment in, on a line of its own behind its status; none where that has no line of its own.
pub fn merged(source: &Arc<Source>, status: crate::diagnostics::Span, edition: &str) -> Option<String> {
    let text = &source.text;
    let start = text[..status.start as usize].rfind('\n').map_or(0, |end| end + 1);
    if !text[start..].starts_with("status:") {
        return None;
    }
    let end = text[status.end as usize..].find('\n').map_or(text.len(), |end| status.end as usize + end + 1);
    let newline = if text[..end].ends_with("\r\n") { "\r\n" } else { "\n" };
    let lead = if text[..end].ends_with('\n') { "" } else { newline };
    Some(format!("{}{lead}merged: {}{newline}{}", &text[..end], scalar::quoted(edition), &text[end..]))
}
