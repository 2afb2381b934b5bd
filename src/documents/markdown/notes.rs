//! Footnotes: references and definitions, their order, and what is lost when one of the two is missing.

use std::ops::Range;

use super::{Builder, DEEPEST};
use crate::diagnostics::{Code, Place, Span, nearest};
use crate::documents::arena::{BlockKind, InlineKind, Note};

/// Footnotes without a definition that are reported in one file: a person mends a few and runs again.
const MOST_UNDEFINED: usize = 50;

impl Builder<'_> {
    pub(super) fn note_definition(&mut self, label: &str, range: Range<usize>) {
        let written = self.written(&range);
        let head = written.find("]:").map_or(0, |at| at + 2);
        self.spoken_for.push(range.start..range.start + head);
        let number = self.note_number(label);
        let span = Span::new(range.start, range.start + head);
        let block = self.parsed.blocks.len() as u32;
        let note = &mut self.parsed.notes[number as usize];
        if note.block != u32::MAX {
            let first = note.span;
            let diagnostic = self.report(Code::DuplicateFootnote, span).with("label", label);
            self.diagnostics.push(diagnostic.related(Place::new(self.source, first)));
        } else {
            note.block = block;
            note.span = span;
        }
        self.open_block(BlockKind::Note { note: number }, range);
    }

    pub(super) fn note_reference(&mut self, label: &str, range: Range<usize>) {
        self.spoken_for.push(range.clone());
        let number = self.note_number(label);
        let note = &mut self.parsed.notes[number as usize];
        let occurrence = note.references;
        note.references += 1;
        self.leaf(InlineKind::NoteRef { note: number, occurrence }, range);
    }

    pub(super) fn note_number(&mut self, label: &str) -> u32 {
        if let Some(number) = self.note_numbers.get(label) {
            return *number;
        }
        let number = self.parsed.notes.len() as u32;
        let note = Note { label: label.to_owned(), block: u32::MAX, span: Span::default(), references: 0 };
        self.parsed.notes.push(note);
        self.note_numbers.insert(label.to_owned(), number);
        number
    }

    /// `[^label]` without a definition is plain text to the parser, and a lost note to the author.
    pub(super) fn undefined_notes(&mut self) {
        self.spoken_for.sort_by_key(|range| range.start);
        let text = &self.source.text;
        let mut found = 0;
        for (at, _) in text[self.body..].match_indices('[') {
            let at = at + self.body;
            if !text[at + 1..].starts_with('^') {
                continue;
            }
            let inside = self.is_spoken_for(at);
            let escaped = text[..at].bytes().rev().take_while(|byte| *byte == b'\\').count() % 2 == 1;
            let Some(length) = text[at..].find([']', '\n']) else { continue };
            let closed = text[at + length..].starts_with(']') && length > 2;
            if inside || escaped || !closed {
                continue;
            }
            let label = text[at + 2..at + length].to_owned();
            found += 1;
            if found > MOST_UNDEFINED {
                break;
            }
            let known: Vec<String> = self.parsed.notes.iter().map(|note| note.label.clone()).collect();
            let diagnostic = self.report(Code::UndefinedFootnote, Span::new(at, at + length + 1));
            let diagnostic = diagnostic.with("label", label.as_str());
            self.diagnostics.push(match nearest(&label, known.iter().map(String::as_str)) {
                Some(near) => diagnostic.with("nearest", near).hint("hint-nearest"),
                None => diagnostic,
            });
        }
    }

    /// Whether a place lies in what is no text. The ranges are sorted.
    pub(super) fn is_spoken_for(&self, at: usize) -> bool {
        let after = self.spoken_for.partition_point(|range| range.start <= at);
        self.spoken_for[..after].iter().rev().take(DEEPEST).any(|range| range.contains(&at))
    }

    /// Notes are numbered in the order in which a reader meets them: in the text, then in the notes that it refers to. So are the
    /// references to one: its body is shown at the first, which must not stand in a body itself if the text refers to it at all.
    pub(super) fn order_notes(&mut self) {
        let notes = self.parsed.notes.len();
        let mut references = self.references();
        let (mut order, mut met, mut occurrences) = (Vec::new(), vec![false; notes], vec![0; notes]);
        let (mut next, mut unmet) = (0, 0..notes);
        // The text comes first, and last of all the notes that nothing refers to.
        let mut body = notes;
        loop {
            for inline in std::mem::take(&mut references[body]) {
                let InlineKind::NoteRef { note, occurrence } = &mut self.parsed.inlines[inline].kind else { continue };
                let number = *note as usize;
                *occurrence = occurrences[number];
                occurrences[number] += 1;
                if !std::mem::replace(&mut met[number], true) {
                    order.push(number);
                }
            }
            if next == order.len() {
                let Some(rest) = unmet.find(|note| !met[*note]) else { break };
                met[rest] = true;
                order.push(rest);
            }
            body = order[next];
            next += 1;
        }
        let mut place = vec![0u32; notes];
        for (new, old) in (0u32..).zip(&order) {
            place[*old] = new;
        }
        self.parsed.notes = order.iter().map(|old| self.parsed.notes[*old].clone()).collect();
        for inline in &mut self.parsed.inlines {
            if let InlineKind::NoteRef { note, .. } = &mut inline.kind {
                *note = place[*note as usize];
            }
        }
        for block in &mut self.parsed.blocks {
            if let BlockKind::Note { note } = &mut block.kind {
                *note = place[*note as usize];
            }
        }
    }

    /// The references that stand in each note's body and, at the end, those of the text.
    fn references(&self) -> Vec<Vec<usize>> {
        let text = self.parsed.notes.len();
        let mut bodies: Vec<(u32, usize)> = Vec::new();
        let mut references = vec![Vec::new(); text + 1];
        for (index, block) in (0u32..).zip(&self.parsed.blocks) {
            while bodies.pop_if(|(end, _)| *end <= index).is_some() {}
            if let BlockKind::Note { note } = block.kind {
                bodies.push((block.end, note as usize));
            }
            let body = bodies.last().map_or(text, |(_, note)| *note);
            let own = block.inlines.start as usize..block.inlines.end as usize;
            references[body].extend(own.filter(|at| matches!(self.parsed.inlines[*at].kind, InlineKind::NoteRef { .. })));
        }
        references
    }
}
