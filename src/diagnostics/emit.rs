//! Diagnostics as text: for a person (rustc's layout), for a program (JSON), and for those who review a change ([`sarif`], [`github`]).
//!
//! All are pure functions from values to strings; only `main` prints them.

pub mod github;
pub mod sarif;

use annotate_snippets::{AnnotationKind, Element, Group, Level, Origin, Renderer, Snippet};
use camino::Utf8Path;
use serde_json::{Value, json};

use super::{Diagnostic, Place, Severity, Wording};

/// Lines longer than this are not drawn in full: a file of one line of a megabyte must not flood a terminal.
const LONGEST_DRAWN_LINE: usize = 4_000;

/// One diagnostic as rustc would show it: message, file, line and column, the line itself, a hint.
pub fn human(diagnostic: &Diagnostic, wording: &Wording, colour: bool) -> String {
    let message = wording.message(diagnostic);
    let severity = wording.frame(diagnostic.severity().name());
    let level = match diagnostic.severity() {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
        Severity::Hint => Level::NOTE,
    };
    let title = level.with_name(severity.as_str()).primary_title(message.as_str()).id(diagnostic.code.name());
    let mut group = title.element(snippet(&diagnostic.place, AnnotationKind::Primary, None));
    let first = wording.frame(if diagnostic.code.compares_versions() { "counterpart" } else { "related" });
    if let Some(related) = &diagnostic.related {
        group = group.element(snippet(related, AnnotationKind::Context, Some(&first)));
    }
    let help = wording.frame("advice");
    let hint = wording.hint(diagnostic);
    let group: Group<'_> = group.element(Level::HELP.with_name(help.as_str()).message(hint.as_str()));
    let renderer = if colour { Renderer::styled() } else { Renderer::plain() };
    let mut text = renderer.render(&[group]);
    text.push('\n');
    text
}

fn snippet<'a>(place: &'a Place, kind: AnnotationKind, label: Option<&'a str>) -> Element<'a> {
    if place.is_whole_file() {
        return Origin::path(place.source.path.as_str()).into();
    }
    let text = &place.source.text;
    let span = place.span.range();
    let (mut start, mut end) = (span.start.min(text.len()), span.end.min(text.len()));
    // Several lines are shown as their first: where a section starts is what an author looks for.
    let line_start = text[..start].rfind('\n').map_or(0, |at| at + 1);
    let line_end = text[start..].find('\n').map_or(text.len(), |at| start + at);
    let line_end = line_end - usize::from(text[start..line_end].ends_with('\r'));
    end = end.min(line_end);
    let mut drawn = line_start..line_end;
    if drawn.len() > LONGEST_DRAWN_LINE {
        drawn = text.floor_char_boundary(start.saturating_sub(200))..text.ceil_char_boundary((start + 800).min(line_end));
        end = end.min(drawn.end);
    }
    let (line, _) = place.source.line_column(span.start.min(u32::MAX as usize) as u32);
    start -= drawn.start;
    end -= drawn.start;
    Snippet::source(&text[drawn])
        .line_start(line)
        .path(place.source.path.as_str())
        .annotation(kind.span(start..end.max(start)).label(label))
        .into()
}

/// A file's path from where the command was run, if the publication lies below that: what a reviewer's forge knows it by.
fn below(root: &Utf8Path, path: &Utf8Path) -> String {
    let inside = root.components().filter(|part| *part != camino::Utf8Component::CurDir);
    let named: Vec<&str> = inside.clone().map(|part| part.as_str()).collect();
    let is_below = inside.clone().all(|part| matches!(part, camino::Utf8Component::Normal(_)));
    if is_below && !named.is_empty() { format!("{}/{path}", named.join("/")) } else { path.to_string() }
}

/// One diagnostic as a JSON object; `docs/diagnostics.md` describes it.
pub fn json(diagnostic: &Diagnostic, wording: &Wording) -> Value {
    let mut object = json!({
        "code": diagnostic.code.name(),
        "severity": diagnostic.severity().name(),
        "message": wording.message(diagnostic),
        "hint": wording.hint(diagnostic),
        "place": json_place(&diagnostic.place),
    });
    if let Some(related) = &diagnostic.related {
        object["related"] = json_place(related);
    }
    object
}

fn json_place(place: &Place) -> Value {
    let (line, column) = place.source.line_column(place.span.start);
    let (end_line, end_column) = place.source.line_column(place.span.end);
    json!({ "file": place.source.path.as_str(), "line": line, "column": column, "end_line": end_line, "end_column": end_column })
}
