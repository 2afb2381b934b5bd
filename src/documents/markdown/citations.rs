//! Citations: `[@key, p. 12; -@other]`, `[see @key; also @other]`.
//!
//! Takes: brackets that lead nowhere and hold a key in each part. Gives: the keys with their locators, read from the source as it was typed: to
//! the parser, a key with underscores is emphasis. Must not know whether there is a bibliography.

use std::ops::Range;

use pulldown_cmark::{BrokenLink, CowStr, LinkType};

use super::Builder;
use crate::diagnostics::Span;
use crate::documents::arena::{Id, InlineKind};
use crate::documents::citation::{Citation, Cited};

/// What the parser takes for such a link's address; no other has it.
const ADDRESS: &str = "\u{1}citation";
/// Bytes between brackets; as long as CommonMark lets a label be.
const LONGEST: usize = 999;

/// Lets the parser keep brackets apart that begin with a key.
pub(super) fn marked<'t>(text: &str, link: &BrokenLink<'_>) -> Option<(CowStr<'t>, CowStr<'t>)> {
    let written = text.get(link.span.clone())?;
    let whole = !matches!(link.link_type, LinkType::Collapsed | LinkType::CollapsedUnknown);
    (whole && is_citation(written)).then_some((CowStr::Borrowed(ADDRESS), CowStr::Borrowed("")))
}

fn is_citation(written: &str) -> bool {
    let Some(inside) = inside(written) else { return false };
    inside.len() <= LONGEST && !inside.contains('[') && inside.split(';').all(|part| Part::of(part).is_some())
}

/// What stands between brackets. Two that touch are one citation: to the parser, the second is the address of the first.
fn inside(written: &str) -> Option<String> {
    let inside = written.strip_prefix('[')?.strip_suffix(']')?;
    Some(inside.replace("][", "; "))
}

/// One of the works between brackets.
struct Part<'t> {
    prefix: &'t str,
    without_author: bool,
    key: &'t str,
    /// Where its sign stands in the part.
    sign: usize,
    /// What follows the key.
    rest: &'t str,
}

impl Part<'_> {
    /// The first sign at the head of a word, perhaps after a hyphen: an address of e-mail has none.
    fn of(part: &str) -> Option<Part<'_>> {
        let heads_word = |at: usize| part[..at].chars().next_back().is_none_or(char::is_whitespace);
        let found = |at: usize| match part[..at].strip_suffix('-') {
            Some(before) if heads_word(before.len()) => Some((before, true)),
            _ => heads_word(at).then_some((&part[..at], false)),
        };
        let (sign, (prefix, without_author)) = part.match_indices('@').find_map(|(at, _)| Some((at, found(at)?)))?;
        let rest = &part[sign + 1..];
        let end = rest.find(|letter: char| !(letter.is_alphanumeric() || "_-:.+/".contains(letter))).unwrap_or(rest.len());
        let key = rest[..end].trim_end_matches(['.', ':']);
        (!key.is_empty()).then(|| Part { prefix: prefix.trim(), without_author, key, sign, rest: &rest[end..] })
    }
}

/// A backslash before a punctuation mark only says that none is meant as markup.
fn without_escapes(text: &str) -> String {
    let mut letters = text.chars().peekable();
    let mut plain = String::with_capacity(text.len());
    while let Some(letter) = letters.next() {
        let escapes = letter == '\\' && letters.peek().is_some_and(char::is_ascii_punctuation);
        plain.push(if escapes { letters.next().unwrap_or(letter) } else { letter });
    }
    plain
}

/// Whether a link is what [`marked`] made.
pub(super) fn is_citation_link(address: &str) -> bool {
    address == ADDRESS
}

impl Builder<'_> {
    /// Takes in a citation; what the parser found within it is passed over until it closes.
    pub(super) fn citation(&mut self, range: Range<usize>) {
        let written = self.written(&range);
        let inside = inside(written).unwrap_or_default();
        let mut at = range.start + 1;
        let mut items = Vec::new();
        for typed in inside.split(';') {
            if let Some(part) = Part::of(typed) {
                let sign = at + part.sign;
                let span = Span::new(sign, sign + 1 + part.key.len());
                // A line within a quotation begins with its sign.
                let words = |text: &str| text.split_whitespace().filter(|word| *word != ">").collect::<Vec<_>>().join(" ");
                let words = |text: &str| Some(without_escapes(&words(text))).filter(|words| !words.is_empty());
                items.push(Cited {
                    key: Id { text: part.key.to_owned(), span },
                    prefix: words(part.prefix),
                    without_author: part.without_author,
                    locator: words(part.rest.trim_start_matches([',', ' ']).trim()),
                });
            }
            at += typed.len() + 1;
        }
        let number = self.parsed.citations.len() as u32;
        self.parsed.citations.push(Citation { items, span: Span::new(range.start, range.end) });
        self.leaf(InlineKind::Citation(number), range);
        self.citing = 1;
    }
}
