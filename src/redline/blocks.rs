//! The blocks of one section against those of another.
//!
//! Takes: two arenas of elements. Gives: [`Step`]s, which read as both texts at once: what stands on the old side alone, on the new side
//! alone, and on both. Blocks have no ids: equal ones are paired in order, then, between those, the ones most alike; rows and items likewise,
//! cells by their columns. Marks never cross the border of an element. A loop over tasks, never a recursion on how deep somebody nested.

use std::collections::HashMap;

use super::sequence;
use super::side::{Side, children, hash_of, likeness, number};
use super::text::{Element, Kind, What, Word};
use super::words::{Keys, Mark, Notes, Piece, compare, whole};

/// What is met when both texts are read at once.
#[derive(Clone, Debug, PartialEq)]
pub enum Step {
    /// An element begins: what it is on the old side and on the new one, none where it is not there.
    Open {
        old: Option<Kind>,
        new: Option<Kind>,
    },
    Words(Vec<Piece>),
    Close,
}

/// A note of either side or of both.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Note {
    /// Its place among the notes of either side.
    pub old: Option<usize>,
    pub new: Option<usize>,
    pub steps: Vec<Step>,
}

/// The least likeness, of 100, that makes a pair of two blocks.
const ALIKE: u32 = 30;
/// The same of what is one of many of its kind within its parent: items, rows.
const ALIKE_AS_PART: u32 = 20;

/// The notes of both sides as they are met.
pub struct Ledger<'t> {
    keys: Keys,
    notes: [&'t [Vec<Element>]; 2],
    hashes: [Vec<u128>; 2],
    met: Vec<(Option<usize>, Option<usize>)>,
    known: HashMap<(Option<usize>, Option<usize>), usize>,
    /// Of each note that was held against others, its words as sorted numbers.
    bags: [HashMap<usize, Vec<u32>>; 2],
    /// How many words of notes may still be held against others: one note may be referred to any number of times.
    patience: usize,
}

/// How many words of notes are held against others in one section.
const PATIENCE: usize = 4_000_000;

enum Task {
    Pair(usize, usize),
    One(usize, Mark),
    /// A row of a table whose columns are compared: by either side's place, with the place of the columns.
    Row(Option<usize>, Option<usize>, usize),
    /// The place of a cell where its row has none.
    NoCell(Mark),
    Close,
}

impl<'t> Ledger<'t> {
    pub fn new(old: &'t [Vec<Element>], new: &'t [Vec<Element>]) -> Self {
        let hashes = [old, new].map(|notes| notes.iter().map(|note| hash_of(note, &[])).collect());
        Ledger {
            keys: Keys::default(),
            notes: [old, new],
            hashes,
            met: Vec::new(),
            known: HashMap::new(),
            bags: Default::default(),
            patience: PATIENCE,
        }
    }

    pub fn hashes(&self, mark: Mark) -> &[u128] {
        &self.hashes[usize::from(mark == Mark::Inserted)]
    }

    /// The words of a note, and so many of them are there.
    fn read(&mut self, side: usize, note: usize) -> usize {
        if let Some(bag) = self.bags[side].get(&note) {
            return bag.len() + 1;
        }
        let elements = self.notes[side].get(note).map_or(&[][..], Vec::as_slice);
        let words = elements.iter().flat_map(|element| &element.words).filter(|word| word.is_word());
        let mut bag: Vec<u32> = words.map(|word| self.keys.of(word, &[])).collect();
        bag.sort_unstable();
        let length = bag.len() + 1;
        self.bags[side].insert(note, bag);
        length
    }

    /// The bodies of the notes that were met, compared.
    pub fn compared(mut self) -> Vec<Note> {
        let mut compared = Vec::with_capacity(self.met.len());
        // Notes within notes are shown by their labels: no more are met on the way.
        for (old, new) in std::mem::take(&mut self.met) {
            let body = |side: usize, note: Option<usize>| match note {
                Some(note) => self.notes[side].get(note).map_or(&[][..], Vec::as_slice),
                None => &[],
            };
            let (one, other) = (body(0, old), body(1, new));
            let steps = compare_blocks(one, other, &mut self);
            compared.push(Note { old, new, steps });
        }
        compared
    }
}

impl Notes for Ledger<'_> {
    fn keys(&mut self, words: &[Word], mark: Mark) -> Vec<u32> {
        let hashes = &self.hashes[usize::from(mark == Mark::Inserted)];
        words.iter().map(|word| self.keys.of(word, hashes)).collect()
    }

    fn place(&mut self, old: Option<usize>, new: Option<usize>) -> usize {
        *self.known.entry((old, new)).or_insert_with(|| {
            self.met.push((old, new));
            self.met.len() - 1
        })
    }

    fn likenesses(&mut self, old: &[usize], new: &[usize]) -> Option<Vec<u32>> {
        let left: usize = old.iter().map(|note| self.read(0, *note)).sum();
        let right: usize = new.iter().map(|note| self.read(1, *note)).sum();
        let cost = left.saturating_mul(new.len()).saturating_add(right.saturating_mul(old.len()));
        self.patience = self.patience.checked_sub(cost)?;
        let [one, other] = &self.bags;
        let of = |a: &usize, b: &usize| one.get(a).zip(other.get(b)).map_or(0, |(a, b)| likeness(a, b));
        Some(old.iter().flat_map(|a| new.iter().map(move |b| of(a, b))).collect())
    }
}

/// What became of the blocks of a section or a note.
pub fn compare_blocks(old: &[Element], new: &[Element], ledger: &mut Ledger<'_>) -> Vec<Step> {
    let [one, other] = [Mark::Deleted, Mark::Inserted].map(|mark| ledger.hashes(mark).to_vec());
    let old = Side::new(old, &one, |words| ledger.keys(words, Mark::Deleted));
    let new = Side::new(new, &other, |words| ledger.keys(words, Mark::Inserted));
    let mut merge = Merge { old, new, steps: Vec::new(), tasks: Vec::new(), columns: Vec::new() };
    let (one, other) = (children(merge.old.elements, 0..merge.old.elements.len()), 0..merge.new.elements.len());
    merge.align(one, children(merge.new.elements, other), ALIKE);
    while let Some(task) = merge.tasks.pop() {
        merge.step(task, ledger);
    }
    merge.steps
}

struct Merge<'t> {
    old: Side<'t>,
    new: Side<'t>,
    steps: Vec<Step>,
    /// The next one is the last.
    tasks: Vec<Task>,
    /// Of each table that both sides have, its columns on either side.
    columns: Vec<Vec<(Option<usize>, Option<usize>)>>,
}

impl Merge<'_> {
    fn step(&mut self, task: Task, ledger: &mut Ledger<'_>) {
        match task {
            Task::Pair(old, new) if self.old.hashes[old] == self.new.hashes[new] => self.same(old, new, ledger),
            Task::Pair(old, new) => {
                let (one, other) = (&self.old.elements[old], &self.new.elements[new]);
                self.steps.push(Step::Open { old: Some(one.kind.clone()), new: Some(other.kind.clone()) });
                self.words(compare(&one.words, &other.words, ledger));
                self.tasks.push(Task::Close);
                let (inner, others) =
                    (children(self.old.elements, old + 1..one.end), children(self.new.elements, new + 1..other.end));
                match one.kind {
                    Kind::Table => self.rows(inner, others),
                    Kind::List { .. } | Kind::Definitions => self.align(inner, others, ALIKE_AS_PART),
                    _ => self.align(inner, others, ALIKE),
                }
            }
            Task::One(at, mark) => self.one(at, mark, ledger),
            Task::Row(old, new, table) => self.row(old, new, table),
            Task::NoCell(mark) => {
                self.steps.push(opened(Kind::Cell, mark));
                self.steps.push(Step::Close);
            }
            Task::Close => self.steps.push(Step::Close),
        }
    }

    fn words(&mut self, pieces: Vec<Piece>) {
        if !pieces.is_empty() {
            self.steps.push(Step::Words(pieces));
        }
    }

    /// A subtree that both sides have.
    fn same(&mut self, old: usize, new: usize, ledger: &mut Ledger<'_>) {
        let (elements, others) = (self.old.elements, self.new.elements);
        let mut open: Vec<usize> = Vec::new();
        for (at, by) in (old..elements[old].end).zip(new..) {
            self.close(&mut open, at);
            let (one, other) = (&elements[at], &others[by]);
            self.steps.push(Step::Open { old: Some(one.kind.clone()), new: Some(other.kind.clone()) });
            let kept = one.words.iter().zip(&other.words).map(|(old, new)| match (&old.what, &new.what) {
                (What::Note(old), What::Note(own)) => {
                    Word { what: What::Note(ledger.place(Some(*old), Some(*own))), dress: new.dress.clone() }
                }
                _ => new.clone(),
            });
            let words: Vec<Word> = kept.collect();
            if !words.is_empty() {
                self.steps.push(Step::Words(vec![Piece { mark: Mark::Same, words }]));
            }
            open.push(one.end);
        }
        self.close(&mut open, usize::MAX);
    }

    /// A subtree of one side alone.
    fn one(&mut self, at: usize, mark: Mark, ledger: &mut Ledger<'_>) {
        let elements = if mark == Mark::Deleted { self.old.elements } else { self.new.elements };
        let mut open: Vec<usize> = Vec::new();
        for (place, element) in elements.iter().enumerate().take(elements[at].end).skip(at) {
            self.close(&mut open, place);
            self.steps.push(opened(element.kind.clone(), mark));
            let piece = whole(&element.words, mark, ledger);
            self.words(piece.into_iter().collect());
            open.push(element.end);
        }
        self.close(&mut open, usize::MAX);
    }

    fn close(&mut self, open: &mut Vec<usize>, at: usize) {
        while open.last().is_some_and(|end| *end <= at) {
            open.pop();
            self.steps.push(Step::Close);
        }
    }

    /// Puts what is to be done with some siblings before all that is to be done yet.
    fn align(&mut self, old: Vec<usize>, new: Vec<usize>, least: u32) {
        let pairs = pairs(&self.old, &self.new, &old, &new, least);
        let tasks = in_order(&pairs, old.len(), new.len()).into_iter().map(|pair| match pair {
            (Some(one), Some(other)) => Task::Pair(old[one], new[other]),
            (Some(one), None) => Task::One(old[one], Mark::Deleted),
            (_, other) => Task::One(new[other.unwrap_or_default()], Mark::Inserted),
        });
        let tasks: Vec<Task> = tasks.collect();
        self.tasks.extend(tasks.into_iter().rev());
    }

    /// The rows of a table, when the columns are known.
    fn rows(&mut self, old: Vec<usize>, new: Vec<usize>) {
        let columns = columns(&self.old, &self.new, &old, &new);
        let table = self.columns.len();
        // A table has one head, whatever has become of it.
        let is_head = |elements: &[Element], row: Option<&usize>| row.is_some_and(|row| elements[*row].kind == Kind::Head);
        let heads = usize::from(is_head(self.old.elements, old.first()) && is_head(self.new.elements, new.first()));
        let below = pairs(&self.old, &self.new, &old[heads..], &new[heads..], ALIKE_AS_PART);
        let pairs: Vec<(usize, usize)> = (0..heads)
            .map(|head| (head, head))
            .chain(below.into_iter().map(|(one, other)| (one + heads, other + heads)))
            .collect();
        let tasks = in_order(&pairs, old.len(), new.len()).into_iter();
        let tasks: Vec<Task> =
            tasks.map(|(one, other)| Task::Row(one.map(|at| old[at]), other.map(|at| new[at]), table)).collect();
        self.columns.push(columns);
        self.tasks.extend(tasks.into_iter().rev());
    }

    /// The cells of a row, one for each column of either side.
    fn row(&mut self, old: Option<usize>, new: Option<usize>, table: usize) {
        let kind = |side: &Side<'_>, row: Option<usize>| row.map(|row| side.elements[row].kind.clone());
        self.steps.push(Step::Open { old: kind(&self.old, old), new: kind(&self.new, new) });
        let cells = |side: &Side<'_>, row: Option<usize>| {
            row.map_or_else(Vec::new, |row| children(side.elements, row + 1..side.elements[row].end))
        };
        let (one, other) = (cells(&self.old, old), cells(&self.new, new));
        let mut tasks = vec![Task::Close];
        for (column, by) in self.columns[table].iter().rev() {
            let here = column.and_then(|column| one.get(column));
            let there = by.and_then(|column| other.get(column));
            tasks.push(match (here, there) {
                (Some(old), Some(new)) => Task::Pair(*old, *new),
                (Some(old), None) => Task::One(*old, Mark::Deleted),
                (None, Some(new)) => Task::One(*new, Mark::Inserted),
                // The row is on the other side alone.
                (None, None) => Task::NoCell(if column.is_some() { Mark::Deleted } else { Mark::Inserted }),
            });
        }
        self.tasks.extend(tasks);
    }
}

fn opened(kind: Kind, mark: Mark) -> Step {
    match mark {
        Mark::Deleted => Step::Open { old: Some(kind), new: None },
        Mark::Inserted => Step::Open { old: None, new: Some(kind) },
        Mark::Same => Step::Open { old: Some(kind.clone()), new: Some(kind) },
    }
}

/// Whether one element can have become the other: a list stays a list, whatever numbers it.
fn is_kin(one: &Kind, other: &Kind) -> bool {
    match (one, other) {
        // Another picture is another figure.
        (Kind::Figure { file }, Kind::Figure { file: changed }) => file == changed,
        (one, other) => std::mem::discriminant(one) == std::mem::discriminant(other),
    }
}

/// The siblings that are paired: equal ones, and between those the ones most alike.
fn pairs(old: &Side<'_>, new: &Side<'_>, one: &[usize], other: &[usize], least: u32) -> Vec<(usize, usize)> {
    let mut numbers: HashMap<u128, u32> = HashMap::new();
    let mut number = |hash: u128| {
        let next = numbers.len() as u32;
        *numbers.entry(hash).or_insert(next)
    };
    let left: Vec<u32> = one.iter().map(|at| number(old.hashes[*at])).collect();
    let right: Vec<u32> = other.iter().map(|at| number(new.hashes[*at])).collect();
    let equal = sequence::common(&left, &right);
    let (mut all, mut from, mut start) = (Vec::new(), 0, 0);
    for (at, by) in equal.into_iter().chain([(one.len(), other.len())]) {
        let (gap, others) = (&one[from..at], &other[start..by]);
        if !gap.is_empty() && !others.is_empty() {
            let size = |side: &Side<'_>, places: &[usize]| places.iter().map(|at| side.bags[*at].len() + 1).sum::<usize>();
            let cost = size(old, gap).saturating_mul(others.len()) + size(new, others).saturating_mul(gap.len());
            let like = |a: usize, b: usize| match is_kin(&old.elements[gap[a]].kind, &new.elements[others[b]].kind) {
                true => likeness(&old.bags[gap[a]], &new.bags[others[b]]),
                false => 0,
            };
            let found = sequence::alike(gap.len(), others.len(), cost, least, like);
            all.extend(found.into_iter().map(|(a, b)| (from + a, start + b)));
        }
        if at < one.len() {
            all.push((at, by));
        }
        (from, start) = (at + 1, by + 1);
    }
    all
}

/// Pairs and what is between them: first what is on the old side alone.
fn in_order(pairs: &[(usize, usize)], old: usize, new: usize) -> Vec<(Option<usize>, Option<usize>)> {
    let (mut all, mut one, mut other) = (Vec::new(), 0, 0);
    for (at, by) in pairs.iter().copied().chain([(old, new)]) {
        all.extend((one..at).map(|at| (Some(at), None)));
        all.extend((other..by).map(|by| (None, Some(by))));
        if at < old {
            all.push((Some(at), Some(by)));
        }
        (one, other) = (at + 1, by + 1);
    }
    all
}

/// The columns of a table on either side: equal ones, the ones most alike, and where as many are left over on both sides those too.
fn columns(old: &Side<'_>, new: &Side<'_>, one: &[usize], other: &[usize]) -> Vec<(Option<usize>, Option<usize>)> {
    let read = |side: &Side<'_>, rows: &[usize]| {
        let mut columns: Vec<(blake3::Hasher, Vec<u32>)> = Vec::new();
        for row in rows {
            for (number, cell) in children(side.elements, row + 1..side.elements[*row].end).into_iter().enumerate() {
                if columns.len() <= number {
                    columns.push((blake3::Hasher::new(), Vec::new()));
                }
                columns[number].0.update(&side.hashes[cell].to_le_bytes());
                columns[number].1.extend(&side.bags[cell]);
            }
        }
        columns.iter_mut().for_each(|column| column.1.sort_unstable());
        columns
    };
    let (left, right) = (read(old, one), read(new, other));
    if left.len() == right.len() {
        return (0..left.len()).map(|column| (Some(column), Some(column))).collect();
    }
    let cost = left.iter().chain(&right).map(|column| column.1.len() + 1).sum::<usize>() * (left.len() + right.len());
    let like = |a: usize, b: usize| match number(&left[a].0) == number(&right[b].0) {
        true => 100,
        false => likeness(&left[a].1, &right[b].1).min(99),
    };
    in_order(&sequence::alike(left.len(), right.len(), cost, ALIKE_AS_PART, like), left.len(), right.len())
}
