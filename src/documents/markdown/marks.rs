//! Marks: comments that speak to whoever compares the versions, `<!-- parity: split, numbers -->`.
//!
//! Takes: a comment and the block that it stands in or right before. Gives: its words with their places. All other comments are nobody's
//! business. Must not know what the words mean.

use std::ops::Range;

use super::Builder;
use crate::diagnostics::Span;
use crate::documents::mark::Mark;

const OPENING: &str = "parity:";
/// Every block asks all marks: more of them than anybody would write are not heard.
const MOST_MARKS: usize = 500;
const MOST_WORDS: usize = 16;

impl Builder<'_> {
    pub(super) fn mark(&mut self, comment: &Range<usize>, block: u32) {
        let source = self.source;
        let written = source.text[comment.clone()].trim_end();
        let Some(inside) = written.strip_prefix("<!--").and_then(|rest| rest.strip_suffix("-->")) else { return };
        let Some(listed) = inside.trim_start().strip_prefix(OPENING) else { return };
        let mut at = comment.start + written.len() - "-->".len() - listed.len();
        let mut words = Vec::new();
        for part in listed.split([',', ' ', '\n']) {
            let word = part.trim();
            if !word.is_empty() && words.len() < MOST_WORDS {
                let start = at + part.len() - part.trim_start().len();
                words.push((word.to_owned(), Span::new(start, start + word.len())));
            }
            at += part.len() + 1;
        }
        if self.parsed.marks.len() < MOST_MARKS {
            self.parsed.marks.push(Mark { block, words });
        }
    }
}
