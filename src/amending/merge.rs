//! Merging: a proposal and what has changed since it was made, where they are about different paragraphs.
//!
//! Takes: three texts of one section: as it was, as it is proposed, as it is now. Gives: the proposal as it would have been made today, or the
//! place where both say something else. Blocks are what blank lines part, fenced ones whole. Must not know where the texts come from.

use std::collections::HashMap;
use std::ops::Range;

use crate::redline::sequence;

/// A place that both have changed, each in its own way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Conflict {
    /// What stands there now.
    pub now: String,
    /// What is proposed instead of what stood there before.
    pub proposed: String,
}

/// What takes the place of some blocks of the old text.
struct Edit {
    old: Range<usize>,
    new: Range<usize>,
}

pub fn merged(before: &str, proposed: &str, now: &str) -> Result<String, Conflict> {
    let (before, proposed, now) = (blocks(before), blocks(proposed), blocks(now));
    let (ours, theirs) = (edits(&before, &proposed), edits(&before, &now));
    let mut text: Vec<&str> = Vec::new();
    let (mut at, mut one, mut other) = (0, 0, 0);
    while one < ours.len() || other < theirs.len() {
        // Edits of both sides that overlap are one; what one side puts beside what the other changes is put there.
        let next = [ours.get(one), theirs.get(other)].into_iter().flatten().map(|edit| (edit.old.start, edit.old.end)).min();
        let (start, mut end) = next.unwrap_or((before.len(), before.len()));
        let first = (one, other);
        loop {
            let (from, to) = (one, other);
            let overlaps = |edit: &&Edit| edit.old.start < end || (start == end && edit.old == (start..end));
            let (mine, theirs_too) = (ours.get(one).filter(overlaps), theirs.get(other).filter(overlaps));
            one += usize::from(mine.is_some());
            other += usize::from(theirs_too.is_some());
            end = [mine, theirs_too].into_iter().flatten().map(|edit| edit.old.end).fold(end, usize::max);
            if (from, to) == (one, other) {
                break;
            }
        }
        text.extend(&before[at..start]);
        let mine = written(&before, &proposed, &ours[first.0..one], start..end);
        let theirs_here = written(&before, &now, &theirs[first.1..other], start..end);
        match () {
            () if first.1 == other || mine == theirs_here => text.extend(mine),
            () if first.0 == one => text.extend(theirs_here),
            () => return Err(Conflict { now: theirs_here.join("\n\n"), proposed: mine.join("\n\n") }),
        }
        at = end;
    }
    text.extend(&before[at..]);
    Ok(text.join("\n\n") + "\n")
}

/// What one side makes of some blocks.
fn written<'t>(before: &[&'t str], new: &[&'t str], edits: &[Edit], range: Range<usize>) -> Vec<&'t str> {
    let mut text = Vec::new();
    let mut at = range.start;
    for edit in edits {
        text.extend(&before[at..edit.old.start]);
        text.extend(&new[edit.new.clone()]);
        at = edit.old.end;
    }
    text.extend(&before[at..range.end]);
    text
}

/// Where two sequences of blocks differ.
fn edits(before: &[&str], new: &[&str]) -> Vec<Edit> {
    let mut numbers: HashMap<String, u32> = HashMap::new();
    let mut number = |block: &&str| {
        // How a paragraph is broken into lines is nothing that anybody proposes.
        let text = block.split_whitespace().collect::<Vec<_>>().join(" ");
        let next = numbers.len() as u32;
        *numbers.entry(text).or_insert(next)
    };
    let (old, others): (Vec<u32>, Vec<u32>) =
        (before.iter().map(&mut number).collect(), new.iter().map(&mut number).collect());
    let mut edits = Vec::new();
    let (mut at, mut by) = (0, 0);
    for (one, other) in sequence::common(&old, &others).into_iter().chain([(old.len(), others.len())]) {
        if one > at || other > by {
            edits.push(Edit { old: at..one, new: by..other });
        }
        (at, by) = (one + 1, other + 1);
    }
    edits
}

fn blocks(text: &str) -> Vec<&str> {
    let mut blocks = Vec::new();
    let (mut start, mut end, mut fence) = (None, 0, None);
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let bare = line.trim();
        let sign = ["```", "~~~"].into_iter().find(|sign| bare.starts_with(sign));
        match fence {
            Some(open) if sign == Some(open) => fence = None,
            None => fence = sign,
            Some(_) => {}
        }
        if bare.is_empty() && fence.is_none() {
            blocks.extend(start.take().map(|start: usize| &text[start..end]));
        } else {
            start.get_or_insert(at);
            end = at + line.trim_end().len();
        }
        at += line.len();
    }
    blocks.extend(start.map(|start| text[start..].trim_end()));
    blocks
}
