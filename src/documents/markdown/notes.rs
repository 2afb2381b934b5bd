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
            let after = self.spoken_for.partition_point(|range| range.start <= at);
            let inside = self.spoken_for[..after].iter().rev().take(DEEPEST).any(|range| range.contains(&at));
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

    /// Notes are numbered in the order in which a reader meets them.
    pub(super) fn order_notes(&mut self) {
        let mut order: Vec<u32> = Vec::new();
        let mut met = vec![false; self.parsed.notes.len()];
        for inline in &self.parsed.inlines {
            if let InlineKind::NoteRef { note, .. } = inline.kind
                && !std::mem::replace(&mut met[note as usize], true)
            {
                order.push(note);
            }
        }
        order.extend((0..self.parsed.notes.len() as u32).filter(|note| self.parsed.notes[*note as usize].references == 0));
        let mut place = vec![0u32; order.len()];
        for (new, old) in (0u32..).zip(&order) {
            place[*old as usize] = new;
        }
        self.parsed.notes = order.iter().map(|old| self.parsed.notes[*old as usize].clone()).collect();
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
}
