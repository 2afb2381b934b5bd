//! Sections against sections.
//!
//! Takes: the sections of both sides in reading order. Gives: them paired, in one order. An id says which section is which; a pair that has
//! left the order of the others has moved. Ids that are made from titles change with them: between two pairs, sections that are most alike
//! are the same one under another id.

use std::collections::{HashMap, VecDeque};

use super::blocks::{Ledger, Note, compare_blocks};
use super::sequence;
use super::side::likeness;
use super::text::{Text, Word};
use super::words::{Keys, Mark, Piece, compare, whole};
use super::{Head, Numbered, Section};

/// The least likeness, of 100, of a section and the same one under another id.
const ALIKE: u32 = 60;

/// How much it takes for a section to have moved rather than those around it: an opening holds its chapter in place.
pub(super) fn hold(level: u8) -> u64 {
    match level {
        1 => 64,
        2 => 8,
        _ => 1,
    }
}

pub fn compare_all(old: &[Numbered], new: &[Numbered]) -> Vec<Section> {
    // Where an id is there twice, which is a mistake, the first is the first and the second the second.
    let mut by_id: HashMap<&str, VecDeque<usize>> = HashMap::new();
    for (at, section) in new.iter().enumerate() {
        by_id.entry(section.text.id.as_str()).or_default().push_back(at);
    }
    let found = |section: &Numbered| by_id.get_mut(section.text.id.as_str()).and_then(VecDeque::pop_front);
    let mut partner: Vec<Option<usize>> = old.iter().map(found).collect();
    let mut taken = vec![false; new.len()];
    partner.iter().flatten().for_each(|at| taken[*at] = true);
    let kept = kept_in_order(old, &partner);
    renamed(old, new, &mut partner, &mut taken, &kept);
    let kept = kept_in_order(old, &partner);
    let mut stays = vec![false; old.len()];
    kept.iter().for_each(|at| stays[*at] = true);
    // What was deleted follows what it followed: the last section before it that both sides have, where that stands now.
    let mut after: HashMap<Option<usize>, Vec<usize>> = HashMap::new();
    let mut last = None;
    for (at, other) in partner.iter().enumerate() {
        match other {
            Some(other) if stays[at] => last = Some(*other),
            Some(_) => {}
            None => after.entry(last).or_default().push(at),
        }
    }
    let origin: HashMap<usize, usize> = partner.iter().enumerate().filter_map(|(at, other)| Some(((*other)?, at))).collect();
    let mut sections = Vec::new();
    let gone = |last: Option<usize>, sections: &mut Vec<Section>| {
        for at in after.get(&last).into_iter().flatten() {
            sections.push(section(Some((old, *at)), None, false));
        }
    };
    gone(None, &mut sections);
    for at in 0..new.len() {
        match origin.get(&at) {
            Some(before) => sections.push(section(Some((old, *before)), Some((new, at)), !stays[*before])),
            None => sections.push(section(None, Some((new, at)), false)),
        }
        gone(Some(at), &mut sections);
    }
    sections
}

/// The old places of the pairs that have kept their order.
fn kept_in_order(old: &[Numbered], partner: &[Option<usize>]) -> Vec<usize> {
    let pairs: Vec<(usize, usize)> = partner.iter().enumerate().filter_map(|(at, other)| Some((at, (*other)?))).collect();
    let others: Vec<usize> = pairs.iter().map(|(_, other)| *other).collect();
    sequence::rising(&others, |at| hold(old[pairs[at].0].text.level)).into_iter().map(|at| pairs[at].0).collect()
}

/// Pairs sections whose ids have changed, where nothing else has come between them.
fn renamed(old: &[Numbered], new: &[Numbered], partner: &mut [Option<usize>], taken: &mut [bool], kept: &[usize]) {
    let ends = kept.iter().map(|at| (*at, partner[*at].unwrap_or_default())).chain([(old.len(), new.len())]);
    let ends: Vec<(usize, usize)> = ends.collect();
    let (mut from, mut start) = (0, 0);
    for (at, by) in ends {
        let left: Vec<usize> = (from..at).filter(|at| partner[*at].is_none()).collect();
        let right: Vec<usize> = (start..by).filter(|at| !taken[*at]).collect();
        if !left.is_empty() && !right.is_empty() {
            let mut keys = Keys::default();
            let mut bag = |section: &Numbered| {
                let own = section.text.elements.iter().flat_map(|element| &element.words);
                let mut bag: Vec<u32> = own.filter(|word| word.is_word()).map(|word| keys.of(word, &[])).collect();
                bag.sort_unstable();
                bag
            };
            let one: Vec<Vec<u32>> = left.iter().map(|at| bag(&old[*at])).collect();
            let other: Vec<Vec<u32>> = right.iter().map(|at| bag(&new[*at])).collect();
            let size = |bags: &[Vec<u32>]| bags.iter().map(|bag| bag.len() + 1).sum::<usize>();
            let cost = size(&one).saturating_mul(other.len()) + size(&other).saturating_mul(one.len());
            let like = |a: usize, b: usize| match old[left[a]].text.level == new[right[b]].text.level {
                // Without words there is nothing to be alike in.
                true if !one[a].is_empty() => likeness(&one[a], &other[b]),
                _ => 0,
            };
            for (a, b) in sequence::alike(left.len(), right.len(), cost, ALIKE, like) {
                partner[left[a]] = Some(right[b]);
                taken[right[b]] = true;
            }
        }
        (from, start) = (at + 1, by + 1);
    }
}

fn section(old: Option<(&[Numbered], usize)>, new: Option<(&[Numbered], usize)>, moved: bool) -> Section {
    let nothing = Text::default();
    let one = old.map_or(&nothing, |(all, at)| &all[at].text);
    let other = new.map_or(&nothing, |(all, at)| &all[at].text);
    let mut ledger = Ledger::new(&one.notes, &other.notes);
    let title = titles(&one.title, &other.title, &mut ledger);
    let steps = compare_blocks(&one.elements, &other.elements, &mut ledger);
    let notes: Vec<Note> = ledger.compared();
    Section { old: old.map(head), new: new.map(head), moved, title, steps, notes }
}

fn titles(old: &[Word], new: &[Word], ledger: &mut Ledger<'_>) -> Vec<Piece> {
    let both = [(old, Mark::Deleted), (new, Mark::Inserted)];
    match (old.is_empty(), new.is_empty()) {
        (false, false) => compare(old, new, ledger),
        _ => both.into_iter().filter_map(|(words, mark)| whole(words, mark, ledger)).collect(),
    }
}

fn head((all, place): (&[Numbered], usize)) -> Head {
    let Numbered { number, text } = &all[place];
    Head {
        id: text.id.clone(),
        level: text.level,
        number: number.clone(),
        facets: text.facets.clone(),
        place,
        after: place.checked_sub(1).map(|before| all[before].text.id.clone()),
        title: text.title.iter().map(Word::shown).collect(),
    }
}
