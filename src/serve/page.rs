//! What the preview adds to a page, and what it tells the page of a turn.
//!
//! Takes: a page's HTML, a turn. Gives: the HTML with one script element, and the turn as JSON. Texts of the publication reach the page
//! as JSON or in attributes, and the script writes them as text. Must not know how either is sent.

use std::process;

use camino::Utf8Path;
use serde_json::{Value, json};

use super::desk::Turn;
use crate::diagnostics::{Argument, Diagnostic, Severity, Wording, emit};
use crate::renditions::escaped;

/// Addresses of the preview's own: no author's begins with `_`.
pub const OWN: &str = "/_diptych/";
/// More mistakes than this nobody reads on a page; the terminal has all.
const MOST_SHOWN: usize = 40;
/// In bytes.
const LONGEST_LINE: usize = 400;
/// The sentences of the overlay: ids of the tool's wording.
const WORDS: [&str; 9] = [
    "preview-fine",
    "preview-show",
    "preview-close",
    "preview-open",
    "preview-draft",
    "preview-lost",
    "preview-keys",
    "preview-older",
    "preview-no-editor",
];

/// Adds the script to a page. `path` is the page's file.
pub fn with_script(html: &[u8], turn: &Turn, path: &Utf8Path) -> Vec<u8> {
    let proof = turn.proof();
    let next = proof.and_then(|proof| proof.next_view(path)).unwrap_or_default();
    let draft = proof.is_some_and(|proof| proof.is_draft(path));
    let script = format!(
        "<script src=\"{OWN}preview.js\" defer data-diptych data-run=\"{}\" data-turn=\"{}\" data-next=\"{}\"{}></script>",
        process::id(),
        turn.number,
        escaped(&next),
        if draft { " data-draft" } else { "" },
    );
    let end = html.windows(7).position(|window| window.eq_ignore_ascii_case(b"</head>")).unwrap_or(html.len());
    [&html[..end], script.as_bytes(), &html[end..]].concat()
}

/// A page for when there is nothing else to show.
pub fn empty(turn: &Turn, wording: &Wording) -> Vec<u8> {
    let said = escaped(&wording.sentence("preview-nothing", &[]));
    let html = format!(
        "<!DOCTYPE html>\n<html><head><meta charset=\"utf-8\"><title>Diptych</title></head><body><p>{said}</p></body></html>\n"
    );
    with_script(html.as_bytes(), turn, Utf8Path::new(""))
}

/// A turn as the script understands it.
pub fn told(turn: &Turn, wording: &Wording) -> Value {
    let of = |severity| turn.diagnostics.iter().filter(|found| found.severity() == severity).count();
    let counts = [("errors", Severity::Error), ("warnings", Severity::Warning), ("hints", Severity::Hint)];
    let counts: Vec<(&'static str, Argument)> = counts.map(|(name, severity)| (name, of(severity).into())).to_vec();
    let mut found: Vec<&Diagnostic> = turn.diagnostics.iter().collect();
    found.sort_by_key(|found| found.severity());
    let shown = found.iter().take(MOST_SHOWN).map(|found| {
        let mut shown = emit::json(found, wording);
        shown["word"] = wording.frame(found.severity().name()).into();
        shown["text"] = line(found).into();
        shown["editable"] = turn.sources.is_own_text(&found.place.source.path).into();
        shown
    });
    let words: serde_json::Map<String, Value> =
        WORDS.iter().map(|id| ((*id)["preview-".len()..].to_owned(), wording.sentence(id, &[]).into())).collect();
    json!({
        "run": process::id().to_string(),
        "turn": turn.number,
        "whole": turn.whole,
        "errors": of(Severity::Error) + usize::from(turn.fault.is_some()),
        "fault": turn.fault.as_ref().map(|fault| wording.fault(fault)),
        "diagnostics": shown.collect::<Vec<_>>(),
        "summary": wording.sentence("summary", &counts),
        "words": words,
    })
}

/// The line of a source that a mistake begins in.
fn line(found: &Diagnostic) -> &str {
    let text = &found.place.source.text;
    let start = text.floor_char_boundary(found.place.span.start as usize);
    let begin = text[..start].rfind('\n').map_or(0, |at| at + 1);
    let line = text[begin..].lines().next().unwrap_or_default();
    &line[..line.floor_char_boundary(LONGEST_LINE)]
}
