//! Front matter of other tools: what of it Diptych takes, and what it leaves.
//!
//! Takes: a text. Gives: its title, place and address where the front matter says them, and where the text after it begins. Must not
//! know the text.

use std::sync::Arc;

use super::finding::Finding;
use super::lines::Lines;
use crate::diagnostics::Source;
use crate::documents::front::is_slug;
use crate::record::{Node, Value, node};

/// What the front matter of one text says.
#[derive(Clone, Debug, Default)]
pub struct Front {
    pub title: Option<String>,
    pub description: Option<String>,
    pub slug: Option<String>,
    pub numbered: Option<bool>,
    pub draft: Option<bool>,
    /// In thousandths: generators take any number.
    pub order: Option<i64>,
    /// Where the text after it begins.
    pub body: usize,
}

/// Keys that say where a page stands among others, in the order in which they count.
const ORDER: [&str; 4] = ["weight", "order", "nav_order", "sidebar_position"];

pub fn read(source: &Arc<Source>, lines: &Lines, findings: &mut Vec<Finding>) -> Front {
    let text = &source.text;
    let fence = ["---", "+++"].into_iter().find(|fence| text.lines().next().is_some_and(|line| line.trim_end() == *fence));
    let Some(fence) = fence else { return Front::default() };
    let start = text.find('\n').map_or(text.len(), |at| at + 1);
    let Some((end, body)) = closing(text, start, fence) else {
        // Without its end, it is a line across the page.
        findings.push(Finding::new("import-front-matter", source.path.as_path(), 1).with("problem", "unclosed"));
        return Front::default();
    };
    let tree = match fence {
        "---" => node::yaml(source, start..end).ok(),
        _ => {
            findings.push(Finding::new("import-toml", source.path.as_path(), 1));
            node::toml(&Source::new(source.path.clone(), &text[start..end])).ok()
        }
    };
    let Some(tree) = tree else {
        findings.push(Finding::new("import-front-matter", source.path.as_path(), 1).with("problem", "malformed"));
        return Front { body, ..Front::default() };
    };
    let Value::Map(entries) = &tree.value else { return Front { body, ..Front::default() } };
    let mut front = Front { body, ..Front::default() };
    let shift = if fence == "---" { 0 } else { start };
    for (key, value) in entries {
        if !front.take(&key.text, value) {
            let line = lines.number(key.span.start as usize + shift);
            let written = text.get(value.span.shifted(shift).range()).unwrap_or_default();
            let finding = Finding::new("import-key", source.path.as_path(), line).with("key", &key.text);
            findings.push(finding.with("value", written));
        }
    }
    let order = |name: &&str| entries.iter().find(|(key, _)| key.text == **name).and_then(|(_, value)| thousandths(value));
    front.order = ORDER.iter().find_map(order);
    front
}

/// The end of what stands between the fences, and the start of what follows.
fn closing(text: &str, start: usize, fence: &str) -> Option<(usize, usize)> {
    let mut at = start;
    for line in text[start..].split_inclusive('\n') {
        let trimmed = line.trim_end();
        if trimmed == fence || (fence == "---" && trimmed == "...") {
            return Some((at, at + line.len()));
        }
        at += line.len();
    }
    None
}

fn thousandths(value: &Node) -> Option<i64> {
    let (Value::Number(number) | Value::Text(number)) = &value.value else { return None };
    let number: f64 = number.trim().parse().ok()?;
    // Saturating: a number beyond all others is last.
    number.is_finite().then_some((number * 1000.0) as i64)
}

impl Front {
    /// Whether a key means something here.
    fn take(&mut self, key: &str, value: &Node) -> bool {
        let text = |value: &Node| match &value.value {
            Value::Text(text) | Value::Number(text) => {
                Some(text.split_whitespace().collect::<Vec<_>>().join(" ")).filter(|text| !text.is_empty())
            }
            _ => None,
        };
        match (key, &value.value) {
            (_, Value::Nothing) => true,
            ("title", _) => {
                self.title = text(value);
                self.title.is_some()
            }
            ("description", _) => {
                self.description = text(value);
                self.description.is_some()
            }
            ("slug", Value::Text(slug)) => {
                let slug = slug.trim_matches('/');
                self.slug = Some(slug.to_owned()).filter(|slug| is_slug(slug));
                self.slug.is_some()
            }
            ("numbered", Value::Truth(truth)) => {
                self.numbered = Some(*truth);
                true
            }
            ("draft", Value::Truth(truth)) => {
                self.draft = Some(*truth);
                true
            }
            (key, _) if ORDER.contains(&key) => thousandths(value).is_some(),
            _ => false,
        }
    }
}
