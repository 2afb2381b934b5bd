//! A redline for programs.
//!
//! Takes: a [`Comparison`]. Gives: one JSON value with everything in it: the sections of each language, what became of them, and their text
//! with its marks. `docs/commands.md` describes it.

use serde_json::{Value, json};

use super::lines::mark_of;
use super::{Comparison, SideName};
use crate::redline::{Fate, Head, Kind, Mark, Piece, Section, Step, What, Word};

pub fn json(comparison: &Comparison) -> Value {
    let work = &comparison.publication.works[comparison.work];
    let versions = comparison.versions.iter().map(|version| {
        let counts = version.redline.counts();
        let shown = version.redline.sections.iter().filter(|section| comparison.all || section.is_changed());
        json!({
            "language": comparison.publication.languages[version.language].tag,
            "title": comparison.title(version.language),
            "counts": {
                "same": counts.same, "changed": counts.changed, "inserted": counts.inserted,
                "deleted": counts.deleted, "moved": counts.moved,
            },
            "sections": shown.map(section).collect::<Vec<_>>(),
        })
    });
    json!({
        "work": work.home().as_str(),
        "from": side(&comparison.from),
        "to": side(&comparison.to),
        "versions": versions.collect::<Vec<_>>(),
    })
}

fn side(side: &SideName) -> Value {
    match side {
        SideName::Edition(number) => json!({ "kind": "edition", "number": number }),
        SideName::Amended { edition, amendment } => json!({ "kind": "amendment", "edition": edition, "id": amendment }),
        SideName::Working => json!({ "kind": "working" }),
        SideName::Revision { name, commit } => json!({ "kind": "revision", "name": name, "commit": commit }),
    }
}

fn section(section: &Section) -> Value {
    let fate = match section.fate() {
        Fate::Same => "same",
        Fate::Changed => "changed",
        Fate::Inserted => "inserted",
        Fate::Deleted => "deleted",
    };
    json!({
        "old": section.old.as_ref().map(head),
        "new": section.new.as_ref().map(head),
        "fate": fate,
        "moved": section.moved,
        "title": pieces(&section.title),
        "text": steps(&section.steps),
        "notes": section.notes.iter().map(|note| steps(&note.steps)).collect::<Vec<_>>(),
    })
}

fn head(head: &Head) -> Value {
    json!({ "id": head.id, "level": head.level, "number": head.number, "title": head.title, "after": head.after })
}

/// A flat list: `open` and `close` stand around what is inside an element.
fn steps(steps: &[Step]) -> Vec<Value> {
    let step = |step: &Step| match step {
        Step::Open { old, new } => {
            let kind = new.as_ref().or(old.as_ref()).map_or("", name);
            json!({ "open": kind, "mark": mark(mark_of(old, new)), "altered": old.is_some() && new.is_some() && old != new })
        }
        Step::Words(own) => json!({ "words": pieces(own) }),
        Step::Close => json!({ "close": true }),
    };
    steps.iter().map(step).collect()
}

fn pieces(pieces: &[Piece]) -> Vec<Value> {
    let text = |word: &Word| match &word.what {
        What::Note(note) => format!("[{}]", note + 1),
        _ => word.shown().to_owned(),
    };
    let piece = |piece: &Piece| {
        let mut links: Vec<&str> = piece.words.iter().filter_map(|word| word.dress.link.as_deref()).collect();
        links.dedup();
        let mut value = json!({ "mark": mark(piece.mark), "text": piece.words.iter().map(text).collect::<String>() });
        if !links.is_empty() {
            value["links"] = json!(links);
        }
        value
    };
    pieces.iter().map(piece).collect()
}

fn mark(mark: Mark) -> &'static str {
    match mark {
        Mark::Same => "same",
        Mark::Deleted => "deleted",
        Mark::Inserted => "inserted",
    }
}

fn name(kind: &Kind) -> &'static str {
    match kind {
        Kind::Paragraph => "paragraph",
        Kind::List { .. } => "list",
        Kind::Item { .. } => "item",
        Kind::Quote => "quotation",
        Kind::Alert(_) => "alert",
        Kind::Code { .. } => "code",
        Kind::Table => "table",
        Kind::Head => "head",
        Kind::Row => "row",
        Kind::Cell => "cell",
        Kind::Figure { .. } => "figure",
        Kind::Caption => "caption",
        Kind::Definitions => "definitions",
        Kind::Term => "term",
        Kind::Description => "description",
        Kind::Rule => "rule",
        Kind::Html => "html",
    }
}
