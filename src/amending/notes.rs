//! Notes: whose footnotes are whose.
//!
//! Takes: a page. Gives: for a section, the notes that it alone refers to, wherever they stand in the file, and those of others that stand in
//! it; and a proposed text with labels that no other note has. Must not know what becomes of a section. A note that another one refers to
//! belongs to whoever refers to that.

use std::collections::BTreeSet;
use std::ops::Range;

use super::page::Page;
use crate::documents::Document;
use crate::documents::arena::{BlockKind, InlineKind};

pub struct Notes {
    /// In the order of [`Document::notes`].
    notes: Vec<Own>,
}

struct Own {
    label: String,
    /// The lines of its body, without the blank ones behind it; none where it has no body.
    body: Option<Range<usize>>,
    /// The section in which its body stands.
    stands_in: usize,
    /// The sections that refer to it.
    users: BTreeSet<usize>,
}

impl Notes {
    pub fn of(page: &Page) -> Notes {
        let document = &page.document;
        let section = |at: usize| (0..page.ids.len()).rev().find(|place| page.bytes(*place).start <= at).unwrap_or_default();
        let mut notes: Vec<Own> = document
            .notes
            .iter()
            .map(|note| {
                let body = (note.block != u32::MAX).then(|| lines(page.text(), document, note.block));
                let stands_in = body.as_ref().map_or(0, |body| section(body.start));
                Own { label: note.label.clone(), body, stands_in, users: BTreeSet::new() }
            })
            .collect();
        let mut within: Vec<(usize, usize)> = Vec::new();
        for (from, note, at) in references(document) {
            match from {
                Some(from) => within.push((from, note)),
                None => drop(notes[note].users.insert(section(at))),
            }
        }
        // References within bodies: as long as any note gets a new user, which is at most as often as there are notes.
        let mut changed = true;
        while changed {
            changed = false;
            for (from, note) in &within {
                let users: Vec<usize> = notes[*from].users.difference(&notes[*note].users).copied().collect();
                changed |= !users.is_empty();
                notes[*note].users.extend(users);
            }
        }
        Notes { notes }
    }

    fn bodies<'n>(&'n self, wanted: impl Fn(&Own) -> bool + 'n) -> Vec<Range<usize>> {
        let mut bodies: Vec<Range<usize>> =
            self.notes.iter().filter(|note| wanted(note)).filter_map(|note| note.body.clone()).collect();
        bodies.sort_by_key(|body| body.start);
        bodies
    }

    /// Notes that stand in a section, to which it does not refer.
    pub fn strangers(&self, place: usize) -> Vec<Range<usize>> {
        self.strangers_of(place..place + 1)
    }

    pub fn strangers_of(&self, range: Range<usize>) -> Vec<Range<usize>> {
        self.bodies(|note| range.contains(&note.stands_in) && !note.users.iter().any(|user| range.contains(user)))
    }

    /// Notes that a section refers to and that stand elsewhere.
    pub fn bodies_elsewhere(&self, place: usize) -> Vec<Range<usize>> {
        self.bodies_elsewhere_of(place..place + 1)
    }

    pub fn bodies_elsewhere_of(&self, range: Range<usize>) -> Vec<Range<usize>> {
        self.bodies(|note| !range.contains(&note.stands_in) && note.users.iter().any(|user| range.contains(user)))
    }

    /// Notes that stand in a section, and to which others refer or nobody does.
    pub fn kept_bodies(&self, place: usize) -> Vec<Range<usize>> {
        self.kept_bodies_of(place..place + 1)
    }

    pub fn kept_bodies_of(&self, range: Range<usize>) -> Vec<Range<usize>> {
        let all_own = |note: &Own| !note.users.is_empty() && note.users.iter().all(|user| range.contains(user));
        self.bodies(|note| range.contains(&note.stands_in) && !all_own(note))
    }

    /// Notes to which a section alone refers, and that stand elsewhere.
    pub fn own_bodies_outside(&self, place: usize) -> Vec<Range<usize>> {
        self.own_bodies_outside_of(place..place + 1)
    }

    pub fn own_bodies_outside_of(&self, range: Range<usize>) -> Vec<Range<usize>> {
        let all_own = |note: &Own| !note.users.is_empty() && note.users.iter().all(|user| range.contains(user));
        self.bodies(|note| !range.contains(&note.stands_in) && all_own(note))
    }

    pub fn all(&self) -> Vec<Range<usize>> {
        self.bodies(|_| true)
    }

    /// All notes that are there when a section is gone.
    pub fn staying(&self, place: usize) -> Vec<Range<usize>> {
        self.bodies(|note| note.users.len() != 1 || !note.users.contains(&place))
    }

    pub fn labels(&self) -> Vec<String> {
        self.notes.iter().map(|note| note.label.clone()).collect()
    }

    /// The labels that are taken when a section is gone.
    pub fn labels_without(&self, place: usize) -> Vec<String> {
        let own = |note: &&Own| note.users.len() == 1 && note.users.contains(&place);
        self.notes.iter().filter(|note| !own(note)).map(|note| note.label.clone()).collect()
    }
}

/// The whole lines of a note's body.
fn lines(text: &str, document: &Document, block: u32) -> Range<usize> {
    let span = document.blocks[block as usize].span;
    let inside = document.inside(block);
    let last = document.blocks[inside.start as usize..inside.end as usize].iter().map(|block| block.span.end).max();
    let end = last.unwrap_or(span.end).max(span.start) as usize;
    let start = text[..span.start as usize].rfind('\n').map_or(0, |end| end + 1);
    let end = start + text[start..end.max(start)].trim_end().len();
    start..text[end..].find('\n').map_or(text.len(), |more| end + more + 1)
}

/// Every reference to a note: the note in whose body it stands, the note it is to, and where it stands.
fn references(document: &Document) -> Vec<(Option<usize>, usize, usize)> {
    let mut bodies: Vec<(u32, usize)> = Vec::new();
    let mut found = Vec::new();
    for (index, block) in (0u32..).zip(&document.blocks) {
        while bodies.pop_if(|(end, _)| *end <= index).is_some() {}
        if let BlockKind::Note { note } = block.kind {
            bodies.push((block.end, note as usize));
        }
        for inline in &document.inlines[block.inlines.start as usize..block.inlines.end as usize] {
            if let InlineKind::NoteRef { note, .. } = inline.kind {
                found.push((bodies.last().map(|(_, note)| *note), note as usize, inline.span.start as usize));
            }
        }
    }
    found
}

/// A range of a text without some of its lines, and without the blank lines that stood around each of them on both sides.
pub fn without(text: &str, range: Range<usize>, mut cuts: Vec<Range<usize>>) -> String {
    cuts.retain(|cut| range.start <= cut.start && cut.end <= range.end);
    cuts.sort_by_key(|cut| cut.start);
    let mut kept = String::with_capacity(range.len());
    let mut at = range.start;
    let border = &text[range.clone()][text[range.clone()].trim_end().len()..];
    let cut_any = !cuts.is_empty();
    let mut reaches_end = false;
    for cut in cuts {
        kept.push_str(&text[at..cut.start.max(at)]);
        let rest = &text[cut.end..range.end];
        let blank = rest.len() - rest.trim_start_matches(['\n', '\r']).len();
        let isolated = kept.ends_with("\n\n") || kept.ends_with("\n\r\n") || kept.is_empty();
        at = if isolated { cut.end + blank } else { cut.end };
        reaches_end = rest.trim().is_empty();
    }
    kept.push_str(&text[at.min(range.end)..range.end]);
    if cut_any && reaches_end {
        kept.truncate(kept.trim_end().len());
        kept.push_str(border);
    }
    kept
}

/// A text whose notes have labels that are not taken. Of a note that is there already word for word, only the references stay.
pub fn relabelled(document: &Document, taken: &[String], there: &[String]) -> String {
    let text = &document.source.text;
    let folded = |label: &str| label.to_lowercase();
    let mut used: BTreeSet<String> = taken.iter().map(|label| folded(label)).collect();
    let own: BTreeSet<String> = document.notes.iter().map(|note| folded(&note.label)).collect();
    let mut edits: Vec<(Range<usize>, String)> = Vec::new();
    let all = references(document);
    for (number, note) in document.notes.iter().enumerate().filter(|(_, note)| note.block != u32::MAX) {
        if !used.contains(&folded(&note.label)) {
            continue;
        }
        let body = lines(text, document, note.block);
        if there.iter().any(|other| other.trim() == text[body.clone()].trim()) {
            edits.push((body, String::new()));
            continue;
        }
        let mut free = (2..).map(|more: u32| format!("{}-{more}", note.label));
        let label = free.find(|label| !used.contains(&folded(label)) && !own.contains(&folded(label))).unwrap_or_default();
        used.insert(folded(&label));
        let head = note.span.start as usize;
        edits.extend(renamed(text, head, &label));
        edits.extend(all.iter().filter(|(_, to, _)| *to == number).filter_map(|(_, _, at)| renamed(text, *at, &label)));
    }
    edits.sort_by_key(|(range, _)| range.start);
    let mut new = String::with_capacity(text.len());
    let mut at = 0;
    for (range, label) in edits {
        if range.start >= at {
            new.push_str(&text[at..range.start]);
            new.push_str(&label);
            at = range.end;
        }
    }
    new.push_str(&text[at..]);
    new
}

/// The label in `[^label]`, and what it is to be.
fn renamed(text: &str, at: usize, label: &str) -> Option<(Range<usize>, String)> {
    let start = at + text[at..].find("[^")? + 2;
    let end = start + text[start..].find(']')?;
    Some((start..end, label.to_owned()))
}
