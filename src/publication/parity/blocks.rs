//! Blocks: the structure of two versions of a section, held against each other.
//!
//! Takes: the blocks of both. Gives: what stands in one of them alone, lists of other lengths, tables of other shapes; what has a
//! counterpart goes on to [`words`](super::words). Containers lie on a list, not on the stack. Must not know what blocks say.

use std::collections::HashSet;
use std::ops::Range;

use super::alignment::{Shape, Step, Unit, align, is_same_shape, unlikeness};
use super::marks;
use super::outcome::{Outcome, Spot};
use super::words;
use super::{Pair, Side};
use crate::diagnostics::{Code, Diagnostic, Span};
use crate::documents::Document;
use crate::documents::arena::BlockKind;
use crate::publication::procedures::Role;

/// Compares what stands in two ranges of blocks; `place` is where each range begins, for what has no place of its own.
pub fn compare(pair: &Pair<'_>, here: Range<u32>, there: Range<u32>, place: (Span, Span), outcome: &mut Outcome) {
    let mut walk = Walk { pair, outcome, open: vec![(here, there, place)], notes: HashSet::new() };
    while let Some((here, there, place)) = walk.open.pop() {
        walk.level(here, there, place);
    }
}

/// Blocks of both versions, and where each range begins.
type Level = (Range<u32>, Range<u32>, (Span, Span));

struct Walk<'w, 'p> {
    pair: &'w Pair<'p>,
    outcome: &'w mut Outcome,
    /// Ranges still to be compared.
    open: Vec<Level>,
    /// Notes whose bodies were compared.
    notes: HashSet<u32>,
}

/// A step between blocks of one level, with what is nearest to a block that has no counterpart.
struct Lone<'u> {
    unit: &'u Unit,
    /// Where it would stand in the other version.
    near: Span,
    is_here: bool,
    /// A paragraph beside it with whose counterpart both together agree.
    continues: bool,
}

impl Walk<'_, '_> {
    /// The blocks directly within two ranges.
    fn level(&mut self, here: Range<u32>, there: Range<u32>, place: (Span, Span)) {
        let pair = self.pair;
        let (mut ours, mut theirs) = (units(pair.here.document, here), units(pair.there.document, there));
        let splits = [&pair.here, &pair.there].map(|side| !side.document.marks.is_empty());
        if splits.contains(&true) && !is_same_shape(&ours, &theirs) {
            self.join(&mut ours, true);
            self.join(&mut theirs, false);
        }
        let steps = align((pair.here.document, &mut ours), (pair.there.document, &mut theirs));
        let (mut last_here, mut last_there) = place;
        let mut at = 0;
        while at < steps.len() {
            let step = steps[at];
            at += 1;
            let (unit, is_here) = match step {
                Step::Pair(one, other) => {
                    let (one, other) = (&ours[one], &theirs[other]);
                    (last_here, last_there) = (span(pair.here.document, one), span(pair.there.document, other));
                    self.pair(one, other);
                    continue;
                }
                Step::Here(one) => (&ours[one], true),
                Step::There(other) => (&theirs[other], false),
            };
            // A block of another kind in its place is one difference, not two.
            let opposite = steps.get(at).and_then(|next| match (step, *next) {
                (Step::Here(_), Step::There(other)) => Some(&theirs[other]),
                (Step::There(_), Step::Here(one)) => Some(&ours[one]),
                _ => None,
            });
            if let Some(opposite) = opposite.filter(|opposite| opposite.shape != unit.shape) {
                at += 1;
                let (one, other) = if is_here { (unit, opposite) } else { (opposite, unit) };
                (last_here, last_there) = (span(pair.here.document, one), span(pair.there.document, other));
                self.other_kind(one, other);
                continue;
            }
            let neighbours = [at.checked_sub(2), Some(at)].into_iter().flatten().filter_map(|at| match steps.get(at) {
                Some(Step::Pair(one, other)) => Some((&ours[*one], &theirs[*other])),
                _ => None,
            });
            let continues = neighbours.into_iter().any(|(one, other)| {
                let (own, whole) = if is_here { (one, other) } else { (other, one) };
                is_split(unit, own, whole)
            });
            let near = if is_here { last_there } else { last_here };
            self.lone(&Lone { unit, near, is_here, continues });
        }
    }

    /// Joins blocks whose marks say that they belong with the ones before them.
    fn join(&mut self, units: &mut Vec<Unit>, is_here: bool) {
        let (document, index) = self.pair.document(is_here);
        let mut joined: Vec<Unit> = Vec::with_capacity(units.len());
        for unit in units.drain(..) {
            match (marks::split(document, unit.blocks()[0]), joined.last_mut()) {
                (Some((mark, word)), Some(last)) if last.shape == Shape::Words && unit.shape == Shape::Words => {
                    self.outcome.used.insert((index, mark, word));
                    last.join(unit);
                }
                _ => joined.push(unit),
            }
        }
        *units = joined;
    }

    fn lone(&mut self, lone: &Lone<'_>) {
        let (pair, block) = (self.pair, lone.unit.blocks()[0]);
        let (document, index) = pair.document(lone.is_here);
        // Captions are counted, and reported, throughout the chapter.
        if matches!(document.blocks[block as usize].kind, BlockKind::Caption { .. }) {
            return;
        }
        if let Some((mark, word)) = marks::excuse(document, block, Code::BlockInOneLanguage) {
            self.outcome.used.insert((index, mark, word));
            return;
        }
        let name = name(document, block);
        let mut diagnostic = Diagnostic::new(Code::BlockInOneLanguage, document.place(span(document, lone.unit)));
        let (other, _) = pair.document(!lone.is_here);
        diagnostic = diagnostic.related(other.place(lone.near)).with("block", name);
        diagnostic = diagnostic.with("language", pair.name(!lone.is_here));
        if lone.continues {
            diagnostic = diagnostic.hint("hint-split");
        }
        self.outcome.push(pair, diagnostic);
    }

    fn other_kind(&mut self, here: &Unit, there: &Unit) {
        let pair = self.pair;
        let (ours, theirs) = (pair.here.document, pair.there.document);
        let spots = (Spot::at(here.blocks()[0], span(ours, here)), Spot::at(there.blocks()[0], span(theirs, there)));
        let names = (name(ours, here.blocks()[0]), name(theirs, there.blocks()[0]));
        self.outcome.report(pair, Code::DifferentBlocks, spots, |found| found.with("here", names.0).with("there", names.1));
    }

    /// Two blocks that answer to each other.
    fn pair(&mut self, one: &Unit, other: &Unit) {
        let pair = self.pair;
        let (ours, theirs) = (pair.here.document, pair.there.document);
        for (a, b) in words::compare(pair, one.blocks(), other.blocks(), self.outcome) {
            let (note, counterpart) = (&ours.notes[a as usize], &theirs.notes[b as usize]);
            if note.block != u32::MAX && counterpart.block != u32::MAX && self.notes.insert(a) {
                let inside = (ours.inside(note.block), theirs.inside(counterpart.block));
                self.open.push((inside.0, inside.1, (note.span, counterpart.span)));
            }
        }
        let ([here], [there]) = (one.blocks(), other.blocks()) else { return };
        let spots =
            || (Spot::at(*here, ours.blocks[*here as usize].span), Spot::at(*there, theirs.blocks[*there as usize].span));
        let goes_on = match (&ours.blocks[*here as usize].kind, &theirs.blocks[*there as usize].kind) {
            (BlockKind::List { start }, BlockKind::List { start: other }) => {
                self.lists((*here, *there), (*start, *other), spots())
            }
            (BlockKind::Item { task }, BlockKind::Item { task: other }) => {
                if task != other {
                    self.outcome.report(pair, Code::DifferentLists, spots(), |found| {
                        found.with("problem", "task").hint("hint-task")
                    });
                }
                true
            }
            (BlockKind::Table { columns }, BlockKind::Table { columns: other }) => {
                self.tables((*here, *there), (columns.len(), other.len()), spots())
            }
            // The parts of procedures are compared by their meaning.
            (BlockKind::DefinitionList, BlockKind::DefinitionList) => {
                let facts = |side: &Side<'_>, block: &u32| side.roles.get(block) == Some(&Role::Facts);
                !facts(&pair.here, here) || parts(&pair.here, *here) == parts(&pair.there, *there)
            }
            (BlockKind::Figure { image }, BlockKind::Figure { image: other }) => {
                words::figures(pair, (*here, *image), (*there, *other), self.outcome);
                false
            }
            _ => true,
        };
        let inside = (ours.inside(*here), theirs.inside(*there));
        if goes_on && !(inside.0.is_empty() && inside.1.is_empty()) {
            let place = (ours.blocks[*here as usize].span, theirs.blocks[*there as usize].span);
            self.open.push((inside.0, inside.1, place));
        }
    }

    /// Whether two lists have as many items, so that these can be compared.
    fn lists(&mut self, blocks: (u32, u32), starts: (Option<u64>, Option<u64>), spots: (Spot, Spot)) -> bool {
        let count = |document: &Document, block: u32| document.children(document.inside(block)).count();
        let (here, there) = (count(self.pair.here.document, blocks.0), count(self.pair.there.document, blocks.1));
        let report = |found: Diagnostic, problem, here: usize, there: usize| {
            found.with("problem", problem).with("here", here).with("there", there)
        };
        if here != there {
            self.outcome.report(self.pair, Code::DifferentLists, spots, |found| report(found, "items", here, there));
        } else if let ((Some(one), Some(other)), true) = (starts, starts.0 != starts.1) {
            let (one, other) = (usize::try_from(one).unwrap_or_default(), usize::try_from(other).unwrap_or_default());
            self.outcome.report(self.pair, Code::DifferentLists, spots, |found| {
                report(found, "start", one, other).hint("hint-start")
            });
        }
        here == there
    }

    fn tables(&mut self, blocks: (u32, u32), columns: (usize, usize), spots: (Spot, Spot)) -> bool {
        // The head is no row that is counted.
        let rows = |document: &Document, block: u32| document.children(document.inside(block)).count().saturating_sub(1);
        let (here, there) = (rows(self.pair.here.document, blocks.0), rows(self.pair.there.document, blocks.1));
        let same = here == there && columns.0 == columns.1;
        if !same {
            self.outcome.report(self.pair, Code::DifferentTables, spots, |found| {
                let found = found.with("rows", here).with("columns", columns.0);
                found.with("rows-there", there).with("columns-there", columns.1)
            });
        }
        same
    }
}

/// The parts of a procedure's list, in their order.
fn parts(side: &Side<'_>, list: u32) -> Vec<Role> {
    let inside = side.document.inside(list);
    side.roles.range(inside).map(|(_, role)| *role).filter(|role| matches!(role, Role::Term(_))).collect()
}

fn units(document: &Document, range: Range<u32>) -> Vec<Unit> {
    let alone = |block| marks::excuse(document, block, Code::BlockInOneLanguage).is_some();
    document.children(range).map(|(block, _)| Unit::of(document, block, alone(block))).collect()
}

/// Where a unit stands: its first block.
fn span(document: &Document, unit: &Unit) -> Span {
    document.blocks[unit.blocks()[0] as usize].span
}

/// Whether two paragraphs beside each other are together what a single one of the other version is.
fn is_split(lone: &Unit, beside: &Unit, whole: &Unit) -> bool {
    let words = [lone, beside, whole].iter().all(|unit| unit.shape == Shape::Words);
    let together = unlikeness(lone.length() + beside.length(), whole.length());
    words && together < 35 && together + 30 < unlikeness(beside.length(), whole.length())
}

/// What a block is called in messages.
fn name(document: &Document, block: u32) -> &'static str {
    match &document.blocks[block as usize].kind {
        BlockKind::List { start: Some(_) } => "numbered-list",
        BlockKind::List { start: None } => "list",
        BlockKind::Item { .. } => "item",
        BlockKind::Quote => "quotation",
        BlockKind::Alert(alert) => alert.name(),
        BlockKind::Code { .. } => "code",
        BlockKind::Table { .. } => "table",
        BlockKind::Figure { .. } => "figure",
        BlockKind::Caption { .. } => "caption",
        BlockKind::DefinitionList => "definitions",
        BlockKind::Term | BlockKind::Description => "definition",
        BlockKind::Rule => "rule",
        BlockKind::Html { .. } | BlockKind::Markup { .. } => "html",
        _ => "paragraph",
    }
}
