//! SVG: how large a drawing is, and that it neither runs nor asks for anything.
//!
//! Takes: the text of a file. Gives: its size in CSS pixels, or what in it cannot be in a figure, and where. A browser that shows it as an
//! image would refuse to run or load most of this; one that opens the file itself would not. Must not know where files lie.

use std::ops::Range;

use roxmltree::{Document, Node, TextPos};

use super::images::Unusable;

/// Elements that run, move or hold another language.
const RUNNING: [&str; 17] = [
    "script",
    "foreignObject",
    "iframe",
    "object",
    "embed",
    "audio",
    "video",
    "canvas",
    "handler",
    "listener",
    "animate",
    "animateColor",
    "animateMotion",
    "animateTransform",
    "set",
    "discard",
    "link",
];
/// Images within an image: those of pixels hold nothing but pixels.
const EMBEDDED: [&str; 5] = ["data:image/png", "data:image/jpeg", "data:image/jpg", "data:image/webp", "data:image/gif"];
/// What loads a file without `url()`, and the start of an escape, which can spell any of it.
const LOADING: [&str; 4] = ["@import", "image-set(", "src(", "\\"];

/// The size an SVG asks for: its `width` and `height`, or its `viewBox`.
pub(super) fn size(bytes: &[u8]) -> Result<(u32, u32), Unusable> {
    let text = std::str::from_utf8(bytes).map_err(|_| Unusable::new("damaged", "SVG"))?;
    if text.trim().is_empty() {
        return Err(Unusable::new("empty", "SVG"));
    }
    let tree = Document::parse(text).map_err(|error| unparsed(text, &error))?;
    let root = tree.root_element();
    if root.tag_name().name() != "svg" {
        return Err(Unusable::new("damaged", "SVG").at(tag(root)));
    }
    for node in tree.descendants() {
        harmless(node)?;
    }
    let length = |name: &str| {
        let value = root.attribute(name)?.trim().trim_end_matches("px");
        value.parse::<f64>().ok().filter(|length| length.is_finite() && *length >= 1.0)
    };
    let view: Vec<f64> = root
        .attribute("viewBox")
        .map(|view| view.split([' ', ',']).filter_map(|part| part.parse().ok()).collect())
        .unwrap_or_default();
    let size = match (length("width"), length("height"), view.as_slice()) {
        (Some(width), Some(height), _) => (width, height),
        (_, _, [_, _, width, height]) if *width >= 1.0 && *height >= 1.0 => (*width, *height),
        _ => return Err(Unusable::new("size", "").at(tag(root))),
    };
    Ok((size.0.round() as u32, size.1.round() as u32))
}

/// The labels of a drawing, each with its range: words below each other at one place are one label in several lines. None where it is no SVG.
pub(super) fn labels(bytes: &[u8]) -> Option<Vec<(String, Range<usize>)>> {
    let tree = Document::parse(std::str::from_utf8(bytes).ok()?).ok()?;
    let mut labels: Vec<(String, Range<usize>)> = Vec::new();
    let mut last: Option<Node<'_, '_>> = None;
    for node in
        tree.descendants().filter(|node| node.is_element() && !matches!(node.tag_name().name(), "tspan" | "textPath"))
    {
        let is_text = node.tag_name().name() == "text";
        if is_text {
            let words: Vec<&str> = node.descendants().filter(Node::is_text).filter_map(|inner| inner.text()).collect();
            let words = words.join(" ");
            let goes_on =
                last.is_some_and(|last| last.parent() == node.parent() && last.attribute("x") == node.attribute("x"));
            match labels.last_mut().filter(|_| goes_on) {
                Some((label, range)) => {
                    label.extend([" ", words.trim()]);
                    range.end = node.range().end;
                }
                None => labels.push((words.trim().to_owned(), node.range())),
            }
        }
        last = Some(node).filter(|_| is_text);
    }
    Some(labels)
}

fn unparsed(text: &str, error: &roxmltree::Error) -> Unusable {
    let at = offset(text, error.pos());
    match error {
        roxmltree::Error::DtdDetected => {
            let at = text.find("<!DOCTYPE").unwrap_or(at);
            Unusable::new("doctype", "SVG").at(at..text.len())
        }
        _ => Unusable::new("damaged", "SVG").at(at..at),
    }
}

fn harmless(node: Node<'_, '_>) -> Result<(), Unusable> {
    if let Some(instruction) = node.pi().filter(|instruction| instruction.target == "xml-stylesheet") {
        return Err(Unusable::new("leads", instruction.target).at(node.range()));
    }
    if !node.is_element() {
        return Ok(());
    }
    let name = node.tag_name().name();
    if RUNNING.iter().any(|running| running.eq_ignore_ascii_case(name)) {
        return Err(Unusable::new("runs", name).at(tag(node)));
    }
    if name == "style" && node.descendants().filter_map(|inner| inner.text()).any(css_leads_out) {
        return Err(Unusable::new("leads", name).at(tag(node)));
    }
    for attribute in node.attributes() {
        let (name, value) = (attribute.name().to_lowercase(), attribute.value().trim());
        let leads = match name.as_str() {
            "href" | "src" => !stays_inside(value),
            // What the drawing's own addresses count from.
            "base" => true,
            // Drawing programs keep notes in names of their own.
            _ => attribute.namespace().is_none() && css_leads_out(value),
        };
        if leads {
            return Err(Unusable::new("leads", name).at(attribute.range()));
        }
        if name.starts_with("on") {
            return Err(Unusable::new("runs", name).at(attribute.range()));
        }
    }
    Ok(())
}

/// The name of an element where it opens.
fn tag(node: Node<'_, '_>) -> Range<usize> {
    node.range().start..node.range().start + 1 + node.tag_name().name().len()
}

/// Whether an address names a part of the drawing, or an image of pixels within it.
fn stays_inside(address: &str) -> bool {
    let head = address.get(..24).unwrap_or(address).to_lowercase();
    let embedded = |kind: &str| head.strip_prefix(kind).is_some_and(|rest| rest.starts_with([';', ',']));
    address.starts_with('#') || EMBEDDED.iter().any(|kind| embedded(kind))
}

/// Whether a style asks for another file: `url(#gradient)` and `url(data:…)` of an image do not.
fn css_leads_out(css: &str) -> bool {
    // Most values of attributes are numbers and colours.
    if !css.contains(['(', '@']) {
        return false;
    }
    let css = css.to_lowercase();
    let urls = css.split("url(").skip(1).map(|rest| rest.trim_start_matches([' ', '\t', '\n', '\r', '"', '\'']));
    LOADING.iter().any(|loading| css.contains(loading)) || urls.into_iter().any(|rest| !stays_inside(rest))
}

/// The byte that a line and a column, both from 1, stand for.
fn offset(text: &str, at: TextPos) -> usize {
    let line: usize = text.split_inclusive('\n').take(at.row.saturating_sub(1) as usize).map(str::len).sum();
    let column = text[line..].char_indices().nth(at.col.saturating_sub(1) as usize);
    column.map_or(text.len(), |(column, _)| line + column)
}
