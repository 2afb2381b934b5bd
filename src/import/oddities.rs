//! Oddities: what other tools make something of, and Diptych shows as it stands.
//!
//! Takes: a text and where its code is. Gives: the places. Must not know what is done about them.

use std::ops::Range;

/// What begins a shortcode, a macro or a box, and whether only at the beginning of a line.
const MARKS: [(&str, bool); 10] = [
    ("{{<", false),
    ("{{%", false),
    ("{{ ", false),
    ("{%", false),
    ("{:", true),
    (":::", true),
    ("!!! ", true),
    ("??? ", true),
    ("[TOC]", true),
    ("$$", true),
];

/// Fenced code that other tools draw.
const DIAGRAMS: [&str; 5] = ["mermaid", "plantuml", "graphviz", "dot", "math"];

pub fn is_diagram(info: &str) -> bool {
    let word = info.split([' ', ',', '{', '}']).find(|word| !word.is_empty());
    word.is_some_and(|word| DIAGRAMS.contains(&word))
}

/// No more than this, in bytes, is looked at around a mark: a line may be as long as its file.
const AROUND: usize = 200;

/// Where shortcodes and the like stand, outside code, with the id of what to say.
pub fn marks(text: &str, body: usize, code: &[Range<usize>]) -> Vec<(usize, &'static str)> {
    let mut found = Vec::new();
    for (mark, at_line_start) in MARKS {
        let places = text[body..].match_indices(mark).map(|(at, _)| at + body);
        let begins = |at: &usize| !at_line_start || (begins_line(text, *at) && !ends_box(text, *at));
        let fits = |at: &usize| begins(at) && !is_within(*at, code);
        found.extend(places.filter(fits).map(|at| (at, "import-shortcode")));
    }
    for at in text[body..].match_indices("[[").map(|(at, _)| at + body) {
        let rest = &text[at..text.floor_char_boundary((at + AROUND).min(text.len()))];
        let rest = rest.lines().next().unwrap_or_default();
        // `[[1]](address)` is a link whose words are in brackets.
        let wiki = rest.find("]]").is_some_and(|end| !rest[end + 2..].starts_with(['(', '[']));
        if wiki && !is_within(at, code) {
            found.push((at, "import-wiki-link"));
        }
    }
    found
}

/// Whether colons are alone on their line: the end of a box.
fn ends_box(text: &str, at: usize) -> bool {
    let rest = text[at..].trim_start_matches(':');
    rest.len() < text.len() - at && rest.split(['\n', '\r']).next().unwrap_or_default().trim().is_empty()
}

fn begins_line(text: &str, at: usize) -> bool {
    let from = text.floor_char_boundary(at.saturating_sub(AROUND));
    let before = &text[from..at];
    match before.rfind('\n') {
        Some(end) => before[end..].trim().is_empty(),
        None => from == 0 && before.trim().is_empty(),
    }
}

fn is_within(at: usize, ranges: &[Range<usize>]) -> bool {
    let after = ranges.partition_point(|range| range.start <= at);
    after > 0 && ranges[after - 1].end > at
}

/// The values of `id` and `name` in HTML, and where they stand.
pub fn ids(html: &str) -> impl Iterator<Item = (&str, usize)> {
    ["id=", "name="].into_iter().flat_map(move |attribute| {
        html.match_indices(attribute).filter_map(move |(at, _)| {
            if !html[..at].ends_with(char::is_whitespace) {
                return None;
            }
            let value = &html[at + attribute.len()..];
            let quote = value.chars().next().filter(|quote| matches!(quote, '"' | '\''))?;
            Some((value[1..].split(quote).next()?, at))
        })
    })
}
