//! The words of one block against those of another.
//!
//! Takes: two lists of words with the keys by which they are compared. Gives: [`Piece`]s, each kept, deleted or inserted, in the order in
//! which they are read: what was deleted stands before what was inserted in its place. Edits that hardly anything lies between are joined,
//! because nobody reads a sentence of which every other word is marked. Must not know what blocks the words stand in.

use std::collections::HashMap;

use super::sequence;
use super::text::{What, Word};

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Mark {
    Same,
    Deleted,
    Inserted,
}

/// Neighbouring words with the same mark.
#[derive(Clone, Debug, PartialEq)]
pub struct Piece {
    pub mark: Mark,
    pub words: Vec<Word>,
}

/// A word shorter than this, in characters, between two edits does not keep them apart.
const SHORT: usize = 4;
/// Of a hundred words on both sides together, how many must be kept for single words to be marked.
const KEPT: usize = 25;
/// The least likeness, of 100, that makes one note of two.
const ALIKE: u32 = 30;

/// Numbers for words: equal words have equal numbers.
#[derive(Default)]
pub struct Keys {
    known: HashMap<Key, u32>,
}

#[derive(PartialEq, Eq, Hash)]
enum Key {
    Word(What, [bool; 6], Option<std::sync::Arc<str>>),
    /// A reference to a note counts by the hash of the note's body.
    Note(u128, [bool; 6]),
}

impl Keys {
    pub fn of(&mut self, word: &Word, notes: &[u128]) -> u32 {
        let key = match &word.what {
            What::Note(note) => Key::Note(notes.get(*note).copied().unwrap_or_default(), word.dress.flags()),
            what => Key::Word(what.compared(), word.dress.flags(), word.dress.link.clone()),
        };
        let next = self.known.len() as u32;
        *self.known.entry(key).or_insert(next)
    }
}

/// The notes of both sides that words refer to, and what becomes of them in the comparison.
pub trait Notes {
    fn keys(&mut self, words: &[Word], mark: Mark) -> Vec<u32>;
    /// The place of a note among those of the comparison.
    fn place(&mut self, old: Option<usize>, new: Option<usize>) -> usize;
    /// How alike some notes of the old side are to some of the new one, from 0 to 100, row by row; none where that would take too long.
    fn likenesses(&mut self, old: &[usize], new: &[usize]) -> Option<Vec<u32>>;
}

/// A stretch of both sides.
#[derive(Clone, Copy)]
struct Stretch {
    same: bool,
    old: (usize, usize),
    new: (usize, usize),
}

/// What became of the words of a block.
pub fn compare(old: &[Word], new: &[Word], notes: &mut impl Notes) -> Vec<Piece> {
    let (one, other) = (notes.keys(old, Mark::Deleted), notes.keys(new, Mark::Inserted));
    let mut pairs = sequence::common(&one, &other);
    if is_rewritten(old, new, &pairs) {
        pairs.clear();
    }
    let pairs = with_notes(old, new, pairs, notes);
    let stretches = joined(stretches(&pairs, old.len(), new.len()), old);
    let mut pieces: Vec<Piece> = Vec::new();
    for Stretch { same, old: (from, to), new: (start, end) } in stretches {
        if same {
            let kept = old[from..to].iter().zip(&new[start..end]).map(|(old, new)| match (&old.what, &new.what) {
                (What::Note(old), What::Note(own)) => noted(new, notes.place(Some(*old), Some(*own))),
                _ => new.clone(),
            });
            pieces.push(Piece { mark: Mark::Same, words: kept.collect() });
        } else {
            pieces.extend(whole(&old[from..to], Mark::Deleted, notes));
            pieces.extend(whole(&new[start..end], Mark::Inserted, notes));
        }
    }
    pieces
}

/// Words that are on one side alone.
pub fn whole(words: &[Word], mark: Mark, notes: &mut impl Notes) -> Option<Piece> {
    let one_sided = |word: &Word| match (&word.what, mark) {
        (What::Note(note), Mark::Inserted) => noted(word, notes.place(None, Some(*note))),
        (What::Note(note), Mark::Deleted) => noted(word, notes.place(Some(*note), None)),
        (What::Note(note), Mark::Same) => noted(word, notes.place(Some(*note), Some(*note))),
        _ => word.clone(),
    };
    let words: Vec<Word> = words.iter().map(one_sided).collect();
    (!words.is_empty()).then_some(Piece { mark, words })
}

fn noted(word: &Word, place: usize) -> Word {
    Word { what: What::Note(place), dress: word.dress.clone() }
}

/// Whether so little is left that the old words and the new ones are better read one after the other.
fn is_rewritten(old: &[Word], new: &[Word], pairs: &[(usize, usize)]) -> bool {
    let count = |words: &[Word]| words.iter().filter(|word| word.is_word()).count();
    let kept = pairs.iter().filter(|(at, _)| old[*at].is_word()).count();
    2 * kept * 100 < KEPT * (count(old) + count(new))
}

/// A note whose body has changed stays the same note: between two pairs, those most alike are, and what is left over in like number.
fn with_notes(old: &[Word], new: &[Word], pairs: Vec<(usize, usize)>, notes: &mut impl Notes) -> Vec<(usize, usize)> {
    let noted = |words: &[Word], range: std::ops::Range<usize>| -> Vec<(usize, usize)> {
        let note = |at: usize| match words[at].what {
            What::Note(note) => Some((at, note)),
            _ => None,
        };
        range.filter_map(note).collect()
    };
    let mut all = Vec::with_capacity(pairs.len());
    let (mut one, mut other) = (0, 0);
    for (at, by) in pairs.into_iter().chain([(old.len(), new.len())]) {
        let (left, right) = (noted(old, one..at), noted(new, other..by));
        all.extend(same_notes(&left, &right, notes).into_iter().map(|(a, b)| (left[a].0, right[b].0)));
        if at < old.len() {
            all.push((at, by));
        }
        (one, other) = (at + 1, by + 1);
    }
    all
}

/// Which notes of two lists, each with where it is referred to, are the same.
fn same_notes(old: &[(usize, usize)], new: &[(usize, usize)], notes: &mut impl Notes) -> Vec<(usize, usize)> {
    let in_turn = |old: std::ops::Range<usize>, new: std::ops::Range<usize>| old.zip(new);
    if old.is_empty() || new.is_empty() || old.len() + new.len() == 2 {
        return in_turn(0..old.len(), 0..new.len()).collect();
    }
    let numbers = |side: &[(usize, usize)]| side.iter().map(|(_, note)| *note).collect::<Vec<usize>>();
    let Some(likenesses) = notes.likenesses(&numbers(old), &numbers(new)) else {
        return in_turn(0..old.len(), 0..new.len()).collect();
    };
    let alike = sequence::alike(old.len(), new.len(), 0, ALIKE, |one, other| likenesses[one * new.len() + other]);
    let (mut all, mut from, mut start) = (Vec::new(), 0, 0);
    for (at, by) in alike.into_iter().chain([(old.len(), new.len())]) {
        if at - from == by - start {
            all.extend(in_turn(from..at, start..by));
        }
        if at < old.len() {
            all.push((at, by));
        }
        (from, start) = (at + 1, by + 1);
    }
    all
}

fn stretches(pairs: &[(usize, usize)], old: usize, new: usize) -> Vec<Stretch> {
    let mut stretches: Vec<Stretch> = Vec::new();
    let (mut one, mut other) = (0, 0);
    for (at, by) in pairs.iter().copied().chain([(old, new)]) {
        if one < at || other < by {
            stretches.push(Stretch { same: false, old: (one, at), new: (other, by) });
        }
        if at < old {
            match stretches.last_mut().filter(|last| last.same) {
                Some(last) => (last.old.1, last.new.1) = (at + 1, by + 1),
                None => stretches.push(Stretch { same: true, old: (at, at + 1), new: (by, by + 1) }),
            }
        }
        (one, other) = (at + 1, by + 1);
    }
    stretches
}

/// Replacements with no more than spaces, punctuation and one short word between them are one replacement.
fn joined(stretches: Vec<Stretch>, old: &[Word]) -> Vec<Stretch> {
    let replaces = |stretch: &Stretch| !stretch.same && stretch.old.0 < stretch.old.1 && stretch.new.0 < stretch.new.1;
    let is_slight = |stretch: &Stretch| {
        let words = &old[stretch.old.0..stretch.old.1];
        let firm = |word: &&Word| matches!(word.what, What::Note(_) | What::Break | What::Reference(_) | What::Cited(..));
        let mut long = words.iter().filter(|word| word.is_word()).map(|word| word.shown().chars().count());
        words.len() < 6
            && !words.iter().any(|word| firm(&word))
            && long.next().is_none_or(|first| first < SHORT && long.next().is_none())
    };
    let mut joined: Vec<Stretch> = Vec::with_capacity(stretches.len());
    let mut at = 0;
    while at < stretches.len() {
        let stretch = stretches[at];
        let next = stretches.get(at + 1).filter(|next| replaces(next));
        match (joined.last_mut().filter(|last| replaces(last)), next) {
            (Some(last), Some(next)) if stretch.same && is_slight(&stretch) => {
                (last.old.1, last.new.1) = (next.old.1, next.new.1);
                at += 2;
            }
            _ => {
                joined.push(stretch);
                at += 1;
            }
        }
    }
    joined
}
