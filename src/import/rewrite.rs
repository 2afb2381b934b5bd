//! Rewriting: a foreign text with the bytes changed that must be, and no others.
//!
//! Takes: a text and what its addresses become. Gives: the new file. Must not know why an address becomes what it does.

use std::ops::Range;

use super::scan::Heading;
use super::text::Text;
use crate::record::scalar;

/// Bytes of the text, and what stands in their place.
pub type Edit = (Range<usize>, String);

/// The whole file: front matter that Diptych knows, and the text. `slug` where it may keep its own.
pub fn file(text: &Text, slug: Option<&str>, addresses: Vec<Edit>) -> String {
    let source = &*text.source.text;
    let newline = if source.lines().count() > 0 && source.split_inclusive('\n').any(|line| line.ends_with("\r\n")) {
        "\r\n"
    } else {
        "\n"
    };
    let front = &text.front;
    let mut file = String::from("---\n");
    let mut key = |name: &str, value: String| file.push_str(&format!("{name}: {value}\n"));
    key("title", scalar::text(&text.name));
    front.description.iter().for_each(|value| key("description", scalar::text(value)));
    slug.iter().for_each(|value| key("slug", scalar::text(value)));
    front.numbered.iter().for_each(|value| key("numbered", value.to_string()));
    front.draft.iter().for_each(|value| key("draft", value.to_string()));
    file.push_str("---\n");
    let mut file = file.replace('\n', newline);
    let body = body(text, addresses);
    let body = body.trim_start_matches(['\n', '\r']);
    if !body.is_empty() {
        file.push_str(newline);
        file.push_str(body);
    }
    file
}

fn body(text: &Text, addresses: Vec<Edit>) -> String {
    let source = &*text.source.text;
    let mut edits = addresses;
    for ((heading, level), id) in text.headings.iter().zip(&text.levels).zip(&text.ids) {
        edits.extend(heading_edits(source, heading, *level, id));
    }
    let removed = text.title.as_ref().map_or(0..0, |title| whole_lines(text, &title.span));
    edits.retain(|(range, _)| range.end <= removed.start || range.start >= removed.end);
    if !removed.is_empty() {
        edits.push((removed, String::new()));
    }
    edits.sort_by_key(|(range, _)| (range.start, range.end));
    let mut body = String::with_capacity(source.len());
    let mut at = text.front.body;
    for (range, new) in edits {
        // What overlaps an earlier edit would have been read wrongly; the text stays as it is there.
        if range.start < at {
            continue;
        }
        body.push_str(&source[at..range.start]);
        body.push_str(&new);
        at = range.end;
    }
    body.push_str(&source[at..]);
    body
}

/// The lines of a heading that goes, with the empty ones after it.
fn whole_lines(text: &Text, span: &Range<usize>) -> Range<usize> {
    let source = &text.source.text;
    let mut end = span.end;
    if !source[..end].ends_with('\n') {
        end = source[end..].find('\n').map_or(source.len(), |at| end + at + 1);
    }
    for line in source[end..].split_inclusive('\n') {
        if !line.trim().is_empty() {
            break;
        }
        end += line.len();
    }
    text.lines.start(span.start).max(text.front.body)..end
}

/// The signs before a heading's words, and the id after them.
fn heading_edits(source: &str, heading: &Heading, level: usize, id: &str) -> Vec<Edit> {
    if heading.title.trim().is_empty() || id.is_empty() {
        return Vec::new();
    }
    let own = &source[heading.span.clone()];
    let start = heading.span.start + (own.len() - own.trim_start().len());
    let signs = "#".repeat(level);
    let language = heading.attributes.iter().filter(|attribute| attribute.starts_with("lang="));
    let attributes: String = language.map(|attribute| format!(" {attribute}")).collect();
    let after = format!(" {{#{id}{attributes}}}");
    if heading.underlined {
        let end = heading.span.start + own.trim_end().len();
        let breaks = heading.breaks.iter().map(|range| (range.clone(), " ".to_owned()));
        let edges = [(start..start, format!("{signs} ")), (heading.content.end..end, after)];
        return edges.into_iter().chain(breaks).collect();
    }
    let old = source[start..].bytes().take_while(|byte| *byte == b'#').count();
    let line = source[heading.content.end..].split('\n').next().unwrap_or_default();
    let end = heading.content.end + line.trim_end_matches('\r').len();
    vec![(start..start + old, signs), (heading.content.end..end, after)]
}
