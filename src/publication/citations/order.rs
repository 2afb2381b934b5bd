//! The order in which a reader meets the citations of a text: numbers in brackets count up in it.
//!
//! Takes: a document. Gives: the places of its citations. Those of a note count where the text first refers to it, wherever its body was
//! written. Must not know what they say.

use crate::documents::Document;
use crate::documents::arena::{BlockKind, InlineKind};

#[derive(Clone, Copy)]
enum Met {
    Citation(usize),
    Note(usize),
}

/// Every citation once. A loop: notes may refer to notes.
pub fn as_met(document: &Document) -> Vec<usize> {
    let mut bodies = bodies(document);
    let mut seen = vec![false; document.citations.len()];
    let mut order = Vec::with_capacity(document.citations.len());
    // The text, then the notes that nothing refers to: what has been met is gone.
    let text = document.notes.len();
    for body in std::iter::once(text).chain(0..text) {
        let mut open = vec![std::mem::take(&mut bodies[body]).into_iter()];
        while let Some(top) = open.last_mut() {
            match top.next() {
                Some(Met::Citation(number)) if !std::mem::replace(&mut seen[number], true) => order.push(number),
                Some(Met::Citation(_)) => {}
                Some(Met::Note(note)) => open.push(std::mem::take(&mut bodies[note]).into_iter()),
                None => drop(open.pop()),
            }
        }
    }
    let left = (0..seen.len()).filter(|number| !seen[*number]);
    order.extend(left);
    order
}

/// What stands in each note's body and, at the end, in the text.
fn bodies(document: &Document) -> Vec<Vec<Met>> {
    let text = document.notes.len();
    let mut bodies = vec![Vec::new(); text + 1];
    let mut within: Vec<(u32, usize)> = Vec::new();
    for (index, block) in (0u32..).zip(&document.blocks) {
        while within.pop_if(|(end, _)| *end <= index).is_some() {}
        if let BlockKind::Note { note } = block.kind {
            within.push((block.end, note as usize));
        }
        let body = within.last().map_or(text, |(_, note)| *note);
        let inlines = &document.inlines[block.inlines.start as usize..block.inlines.end as usize];
        bodies[body].extend(inlines.iter().filter_map(|inline| match inline.kind {
            InlineKind::Citation(number) => Some(Met::Citation(number as usize)),
            InlineKind::NoteRef { note, .. } => Some(Met::Note(note as usize)),
            _ => None,
        }));
    }
    bodies
}
