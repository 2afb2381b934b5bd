//! Destinations: where exactly in the text an address is written.
//!
//! Takes: the text, the range of a link, image or definition, and the address that the parser read. Gives: the bytes that say it, if
//! they say it literally. What cannot be found with certainty is not touched. Must not know what addresses lead to.

use std::ops::Range;

/// In `[words](address "title")`; `inner` is not before the end of the words' last part.
pub fn of_inline(text: &str, range: Range<usize>, inner: usize, destination: &str) -> Option<Range<usize>> {
    let from = inner.clamp(range.start, range.end);
    let opening = text.get(from..range.end)?.find("](")? + from + 2;
    literal(text, opening, range.end, destination)
}

/// In `[label]: address "title"`.
pub fn of_definition(text: &str, range: Range<usize>, destination: &str) -> Option<Range<usize>> {
    let own = text.get(range.clone())?;
    let mut escaped = false;
    let label = own.char_indices().find(|(at, character)| {
        let ends = *character == ']' && !escaped && own[*at..].starts_with("]:");
        escaped = *character == '\\' && !escaped;
        ends
    })?;
    literal(text, range.start + label.0 + 2, range.end, destination)
}

/// The address that begins here after white space, if it is written as it is read.
fn literal(text: &str, from: usize, end: usize, destination: &str) -> Option<Range<usize>> {
    let rest = text.get(from..end)?;
    let start = from + (rest.len() - rest.trim_start().len());
    let start = if text[start..end].starts_with('<') { start + 1 } else { start };
    let found = text.get(start..(start + destination.len()).min(end))?;
    let follows = text.get(start + destination.len()..end)?.chars().next();
    let ends = follows.is_none_or(|next| next.is_whitespace() || matches!(next, ')' | '>'));
    (found == destination && !destination.is_empty() && ends).then(|| start..start + destination.len())
}
