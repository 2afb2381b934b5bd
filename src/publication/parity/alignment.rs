//! Alignment: which blocks of two versions answer to each other.
//!
//! Takes: two sequences of blocks, each with its shape and how much it holds. Gives: the pairs, and what has no counterpart, so that a block
//! which one version lacks is found where it is and not at the end. Blocks of different shapes are never a pair; among those of one shape
//! length decides (Gale and Church 1993), and the numbers, links and notes in them. Must not know what blocks say.

use std::mem::Discriminant;

use crate::documents::Document;
use crate::documents::arena::{BlockKind, InlineKind};

/// What a block is, as far as its counterpart must be the same.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Shape {
    /// A paragraph, or the words of an item.
    Words,
    List {
        numbered: bool,
    },
    Alert(&'static str),
    Other(Discriminant<BlockKind>),
}

/// One block, or several that an author says are one.
#[derive(Clone, Debug)]
pub struct Unit {
    first: u32,
    /// All of them, where they are several: nearly all units are one block, and most blocks are compared.
    several: Vec<u32>,
    pub shape: Shape,
    /// Bytes of its source.
    length: usize,
    /// A sum over its numbers, links and notes: the same in both versions of most blocks.
    anchors: u64,
    /// Whether an author says that it has no counterpart.
    pub alone: bool,
    /// Whether it says again what the one before it says.
    repeats: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    Pair(usize, usize),
    Here(usize),
    There(usize),
}

impl Unit {
    pub fn of(document: &Document, block: u32, alone: bool) -> Unit {
        let own = &document.blocks[block as usize];
        let shape = match &own.kind {
            BlockKind::Paragraph | BlockKind::Plain => Shape::Words,
            BlockKind::List { start } => Shape::List { numbered: start.is_some() },
            BlockKind::Alert(alert) => Shape::Alert(alert.name()),
            other => Shape::Other(std::mem::discriminant(other)),
        };
        Unit { first: block, several: Vec::new(), shape, length: own.span.range().len(), anchors: 0, alone, repeats: false }
    }

    pub fn blocks(&self) -> &[u32] {
        if self.several.is_empty() { std::slice::from_ref(&self.first) } else { &self.several }
    }

    /// Takes in a block that belongs with this one.
    pub fn join(&mut self, other: Unit) {
        self.length += other.length;
        self.anchors = self.anchors.wrapping_add(other.anchors);
        if self.several.is_empty() {
            self.several.push(self.first);
        }
        self.several.extend(other.blocks());
    }

    fn anchored(&mut self, document: &Document) {
        self.anchors = self.blocks().iter().map(|block| anchors(document, *block)).fold(0, u64::wrapping_add);
    }

    /// How unlike two blocks of one shape are, in hundredths; a block without counterpart is 100.
    fn distance(&self, other: &Unit) -> u32 {
        let marked = if self.alone || other.alone { 80 } else { 0 };
        let anchors = match (self.anchors, other.anchors) {
            (0, 0) => 25,
            (one, another) if one == another => 0,
            _ => 60,
        };
        // Languages differ in length by some tenths: what is twice as long is rarely the same text.
        (unlikeness(self.length, other.length) * 60 / 100).min(120) + anchors + marked
    }
}

/// How far two lengths are apart, in hundredths of a doubling.
pub fn unlikeness(one: usize, other: usize) -> u32 {
    let ratio = (one as f64 + 12.0) / (other as f64 + 12.0);
    (ratio.log2().abs() * 100.0) as u32
}

impl Unit {
    pub fn length(&self) -> usize {
        self.length
    }
}

/// A sum over the runs of digits, the links and the notes of a block, in whatever order they stand.
fn anchors(document: &Document, block: u32) -> u64 {
    let own = &document.blocks[block as usize];
    let mut sum: u64 = 0;
    for inner in &document.blocks[block as usize..own.end as usize] {
        for inline in &document.inlines[inner.inlines.start as usize..inner.inlines.end as usize] {
            let add = match &inline.kind {
                InlineKind::Text(text) => digits(document.slice(text)),
                InlineKind::Link(_) => 0x9e37_79b9,
                InlineKind::NoteRef { .. } => 0x85eb_ca6b,
                _ => 0,
            };
            sum = sum.wrapping_add(add);
        }
    }
    sum
}

fn digits(text: &str) -> u64 {
    let runs = text.split(|character: char| !character.is_ascii_digit()).filter(|run| !run.is_empty());
    runs.map(|run| run.bytes().fold(17u64, |sum, byte| sum.wrapping_mul(31).wrapping_add(byte.into())))
        .fold(0, u64::wrapping_add)
}

/// Beyond this many pairs to weigh, only the same shapes at both ends are paired: nobody reads a list of what follows.
const MOST_WEIGHED: usize = 250_000;
const ALONE: u32 = 100;

/// Aligns two sequences.
pub fn align(here: (&Document, &mut [Unit]), there: (&Document, &mut [Unit])) -> Vec<Step> {
    let (ours, theirs) = (here.1, there.1);
    if is_same_shape(ours, theirs) {
        return (0..ours.len()).map(|at| Step::Pair(at, at)).collect();
    }
    ours.iter_mut().for_each(|unit| unit.anchored(here.0));
    theirs.iter_mut().for_each(|unit| unit.anchored(there.0));
    repeated(here.0, ours);
    repeated(there.0, theirs);
    if ours.len() * theirs.len() > MOST_WEIGHED {
        return from_both_ends(ours, theirs);
    }
    weighed(ours, theirs)
}

fn repeated(document: &Document, units: &mut [Unit]) {
    let text = |unit: &Unit| {
        let range = document.blocks[unit.first as usize].span.range();
        document.source.text[range].trim()
    };
    for at in 1..units.len() {
        units[at].repeats = text(&units[at]) == text(&units[at - 1]);
    }
}

/// Whether two sequences can be paired one by one.
pub fn is_same_shape(ours: &[Unit], theirs: &[Unit]) -> bool {
    ours.len() == theirs.len() && ours.iter().zip(theirs).all(|(one, other)| one.shape == other.shape)
}

fn weighed(ours: &[Unit], theirs: &[Unit]) -> Vec<Step> {
    let width = theirs.len() + 1;
    let mut costs = vec![0u32; (ours.len() + 1) * width];
    // What is said twice is more likely to be too much than what is said once.
    let alone = |unit: &Unit| if unit.alone { 1 } else { ALONE - if unit.repeats { 50 } else { 0 } };
    // Of pairs as like as each other, those are meant that stand as far from the same end.
    let displaced = |row: usize, column: usize| {
        let from_end = ours.len() - row == theirs.len() - column;
        if row == column || from_end { 0 } else { 15 }
    };
    for row in 0..=ours.len() {
        for column in 0..=theirs.len() {
            let mut best = if row + column == 0 { 0 } else { u32::MAX };
            if row > 0 {
                best = best.min(costs[(row - 1) * width + column] + alone(&ours[row - 1]));
            }
            if column > 0 {
                best = best.min(costs[row * width + column - 1] + alone(&theirs[column - 1]));
            }
            if row > 0 && column > 0 && ours[row - 1].shape == theirs[column - 1].shape {
                let distance = ours[row - 1].distance(&theirs[column - 1]) + displaced(row, column);
                best = best.min(costs[(row - 1) * width + column - 1] + distance);
            }
            costs[row * width + column] = best;
        }
    }
    let (mut row, mut column, mut steps) = (ours.len(), theirs.len(), Vec::new());
    while row + column > 0 {
        let cost = costs[row * width + column];
        let paired = row > 0 && column > 0 && ours[row - 1].shape == theirs[column - 1].shape && {
            cost == costs[(row - 1) * width + column - 1]
                + ours[row - 1].distance(&theirs[column - 1])
                + displaced(row, column)
        };
        if paired {
            (row, column) = (row - 1, column - 1);
            steps.push(Step::Pair(row, column));
        } else if row > 0 && cost == costs[(row - 1) * width + column] + alone(&ours[row - 1]) {
            row -= 1;
            steps.push(Step::Here(row));
        } else {
            column -= 1;
            steps.push(Step::There(column));
        }
    }
    steps.reverse();
    steps
}

fn from_both_ends(ours: &[Unit], theirs: &[Unit]) -> Vec<Step> {
    let same = |(one, other): &(&Unit, &Unit)| one.shape == other.shape;
    let head = ours.iter().zip(theirs).take_while(same).count();
    let tail = ours[head..].iter().rev().zip(theirs[head..].iter().rev()).take_while(same).count();
    let (end_here, end_there) = (ours.len() - tail, theirs.len() - tail);
    let middle = (head..end_here).map(Step::Here).chain((head..end_there).map(Step::There));
    let last = (0..tail).map(|at| Step::Pair(end_here + at, end_there + at));
    (0..head).map(|at| Step::Pair(at, at)).chain(middle).chain(last).collect()
}
