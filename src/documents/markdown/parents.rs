//! Elements of sanitised HTML that mean nothing outside another: an item without a list would end the list that it stands in.
//!
//! Takes: what the sanitiser wrote. Gives: the same without such elements where they are lost; their words stay. Must not know what
//! may stay at all: that is the sanitiser's.

use std::borrow::Cow;

/// An element, and within which it may stand.
const PARENTS: [(&str, &[&str]); 4] =
    [("li", &["ul", "ol"]), ("dt", &["dl", "div"]), ("dd", &["dl", "div"]), ("summary", &["details"])];
const VOID: [&str; 4] = ["br", "col", "hr", "wbr"];

pub(super) fn within_parents(html: &str) -> Cow<'_, str> {
    if !PARENTS.iter().any(|(name, _)| html.contains(&format!("<{name}"))) {
        return Cow::Borrowed(html);
    }
    let mut kept = String::with_capacity(html.len());
    // The name of each open element, and whether it stays.
    let mut open: Vec<(&str, bool)> = Vec::new();
    let mut rest = html;
    while let Some(at) = rest.find('<') {
        let (text, tag) = rest.split_at(at);
        let end = end_of_tag(tag);
        let stays = match tag.strip_prefix("</") {
            Some(_) => open.pop().is_none_or(|(_, stays)| stays),
            None => {
                let name = name(&tag[1..]);
                let outer = open.iter().rev().find(|(_, stays)| *stays).map_or("", |(name, _)| name);
                let parents = PARENTS.iter().find(|(child, _)| *child == name).map(|(_, parents)| *parents);
                // A `<div>` may hold terms only if a list holds it.
                let within = |parents: &[&str]| {
                    parents.contains(&outer) && (outer != "div" || open.iter().any(|(name, stays)| *stays && *name == "dl"))
                };
                let stays = parents.is_none_or(within);
                if !VOID.contains(&name) {
                    open.push((name, stays));
                }
                stays
            }
        };
        kept.push_str(text);
        kept.push_str(if stays { &tag[..end] } else { "" });
        rest = &tag[end..];
    }
    kept.push_str(rest);
    Cow::Owned(kept)
}

/// Where a tag ends: a `>` between quotation marks does not end it.
fn end_of_tag(tag: &str) -> usize {
    let mut quoted = false;
    let end = tag.bytes().position(|byte| {
        quoted ^= byte == b'"';
        byte == b'>' && !quoted
    });
    end.map_or(tag.len(), |end| end + 1)
}

fn name(tag: &str) -> &str {
    &tag[..tag.find(|character: char| !character.is_ascii_alphanumeric()).unwrap_or(tag.len())]
}
