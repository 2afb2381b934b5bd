//! A redline as a summary in Markdown, short enough for a comment on a pull request.
//!
//! Takes: a [`Comparison`]. Gives: GitHub-flavoured Markdown of a bounded length: which sections changed in which language, and of each the
//! first changed passages with a few words around them. Nothing an author typed becomes markup, mentions anybody or refers to an issue.

use super::lines::{lines, shown};
use super::{Comparison, Version};
use crate::redline::{Mark, Piece, Section};

/// The most sections of one language, and passages of one section.
const SECTIONS: usize = 20;
const PASSAGES: usize = 3;
/// The most characters of a passage's part, and of unchanged words on either side of a mark.
const PART: usize = 240;
const AROUND: usize = 40;
/// The most bytes of the whole. Forges take about 65,000.
const LONGEST: usize = 24_000;

pub fn markdown(comparison: &Comparison) -> String {
    let mut text = String::new();
    for version in &comparison.versions {
        let language = version.language;
        let own = &comparison.publication.languages[language];
        let [from, to] = [&comparison.from, &comparison.to].map(|side| side.text(&comparison.publication, language));
        text.push_str(&format!("### {} ({})\n\n", quiet(comparison.title(language)), quiet(&own.name)));
        let counted = comparison.counted_or_none(version);
        text.push_str(&format!("{} → {}: {}\n\n", quiet(&from), quiet(&to), quiet(&counted)));
        let changed: Vec<&Section> = version.redline.changed().collect();
        let mut shown = 0;
        for section in changed.iter().take(SECTIONS) {
            if text.len() > LONGEST {
                break;
            }
            summary(comparison, version, section, &mut text);
            shown += 1;
        }
        if shown < changed.len() {
            let more = (changed.len() - shown).to_string();
            text.push_str(&format!("- {}\n", comparison.text(language, "redline-more", &[("number", &more)])));
        }
        text.push('\n');
    }
    text.truncate(text.trim_end().len());
    text.push('\n');
    text
}

fn summary(comparison: &Comparison, version: &Version, section: &Section, text: &mut String) {
    let Some(head) = section.head() else { return };
    let fates = comparison.fates(section, version.language).join("; ");
    let name = [head.number.as_str(), head.title.as_str()].into_iter().filter(|part| !part.is_empty());
    let name = name.collect::<Vec<_>>().join(" ");
    text.push_str(&format!("- **{}** (`#{}`): {}\n", quiet(&cut(&name, PART)), head.id, quiet(&fates)));
    if section.old.is_none() || section.new.is_none() {
        return;
    }
    let title = section.title.iter().any(|piece| piece.mark != Mark::Same).then_some(section.title.as_slice());
    let altered = comparison.text(version.language, "redline-altered", &[]);
    let changed: Vec<_> = lines(section, &altered).into_iter().filter(|line| line.is_changed()).collect();
    let passages = title.into_iter().chain(changed.iter().map(|line| line.pieces.as_slice()));
    for pieces in passages.take(PASSAGES) {
        text.push_str(&format!("  - {}\n", passage(pieces)));
    }
    let left = (usize::from(title.is_some()) + changed.len()).saturating_sub(PASSAGES);
    if left > 0 {
        let more = comparison.text(version.language, "redline-more-passages", &[("number", &left.to_string())]);
        text.push_str(&format!("  - {more}\n"));
    }
}

/// The marks of a line with a few words around them.
fn passage(pieces: &[Piece]) -> String {
    let mut text = String::new();
    for (at, piece) in pieces.iter().enumerate() {
        let own = shown(piece);
        match piece.mark {
            Mark::Same => {
                let (first, last) = (at == 0, at + 1 == pieces.len());
                text.push_str(&quiet(&around(&own, first, last)));
            }
            mark => {
                let sign = if mark == Mark::Deleted { "~~" } else { "**" };
                let (start, end) = (own.len() - own.trim_start().len(), own.trim_end().len());
                let inner = if start < end { &own[start..end] } else { own.as_str() };
                // Emphasis opens and closes beside letters only: spaces stay outside.
                let spaced = |space: bool| if space { " " } else { "" };
                let before = spaced(start > 0 || text.ends_with("~~") || text.ends_with("**"));
                let after = spaced(end < own.len());
                match inner.trim().is_empty() {
                    true => text.push(' '),
                    false => text.push_str(&format!("{before}{sign}{}{sign}{after}", quiet(&cut(inner, PART)))),
                }
            }
        }
    }
    text
}

/// The ends of unchanged words that marks stand beside.
fn around(text: &str, first: bool, last: bool) -> String {
    let count = text.chars().count();
    if count <= 2 * AROUND {
        return text.to_owned();
    }
    let head: String = text.chars().take(AROUND).collect();
    let tail: String = text.chars().skip(count - AROUND).collect();
    match (first, last) {
        (true, _) => format!("… {}", after_space(&tail)),
        (_, true) => format!("{} …", before_space(&head)),
        _ => format!("{} … {}", before_space(&head), after_space(&tail)),
    }
}

fn after_space(text: &str) -> &str {
    text.split_once(' ').map_or(text, |(_, rest)| rest)
}

fn before_space(text: &str) -> &str {
    text.rsplit_once(' ').map_or(text, |(rest, _)| rest)
}

fn cut(text: &str, most: usize) -> String {
    if text.chars().count() <= most {
        return text.to_owned();
    }
    let head: String = text.chars().take(most).collect();
    format!("{} …", before_space(&head))
}

/// Text that is only text: no markup, no mention of a person, no number of an issue.
fn quiet(text: &str) -> String {
    let mut quiet = String::with_capacity(text.len() + text.len() / 8);
    for character in text.chars() {
        match character {
            '&' => quiet.push_str("&amp;"),
            '<' => quiet.push_str("&lt;"),
            '>' => quiet.push_str("&gt;"),
            // A word joiner, which nobody sees, keeps a forge from reading a name, a number or an address into it.
            '@' | '#' => quiet.extend(['\\', character, '\u{2060}'].into_iter().skip(usize::from(character == '@'))),
            ':' => quiet.push_str(":\u{2060}"),
            '\\' | '`' | '*' | '_' | '~' | '[' | ']' | '!' | '|' | '$' | '{' | '}' => quiet.extend(['\\', character]),
            '\n' | '\r' => quiet.push(' '),
            _ => quiet.push(character),
        }
    }
    quiet
}
