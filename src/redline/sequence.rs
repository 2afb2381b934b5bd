//! What two sequences have in common, in an order that both keep.
//!
//! Takes: sequences of numbers that stand for words, blocks or sections; equal ones have the same number. Gives: pairs of places. Must not
//! know what the numbers stand for. Never asks the clock, so that the same sequences always give the same pairs; what takes the product of
//! two lengths is done for short stretches alone, between values that occur once on both sides, so that the time grows with the lengths.

use std::collections::HashMap;

use similar::{Algorithm, DiffOp, capture_diff_slices};

/// The longest stretch, in values of both sides together, that is compared value by value.
const LONGEST: usize = 2048;

/// The places of values that both sequences have, rising on both sides.
pub fn common(old: &[u32], new: &[u32]) -> Vec<(usize, usize)> {
    let mut pairs = Vec::new();
    stretch(old, new, (0, 0), &mut pairs, true);
    pairs
}

/// Pairs a stretch of both sides, whose first values are at the given places.
fn stretch(old: &[u32], new: &[u32], (from, to): (usize, usize), pairs: &mut Vec<(usize, usize)>, anchoring: bool) {
    let head = old.iter().zip(new).take_while(|(one, other)| one == other).count();
    let (old, new) = (&old[head..], &new[head..]);
    let tail = old.iter().rev().zip(new.iter().rev()).take_while(|(one, other)| one == other).count();
    let (old, new) = (&old[..old.len() - tail], &new[..new.len() - tail]);
    pairs.extend((0..head).map(|at| (from + at, to + at)));
    let (from, to) = (from + head, to + head);
    if !old.is_empty() && !new.is_empty() {
        if old.len() + new.len() <= LONGEST {
            for operation in capture_diff_slices(Algorithm::Myers, old, new) {
                if let DiffOp::Equal { old_index, new_index, len } = operation {
                    pairs.extend((0..len).map(|at| (from + old_index + at, to + new_index + at)));
                }
            }
        } else if anchoring {
            between_anchors(old, new, (from, to), pairs);
        }
    }
    let (from, to) = (from + old.len(), to + new.len());
    pairs.extend((0..tail).map(|at| (from + at, to + at)));
}

/// Pairs what occurs once on both sides, then what lies between. One level deep: a stretch that is too long even so has changed as a whole.
fn between_anchors(old: &[u32], new: &[u32], (from, to): (usize, usize), pairs: &mut Vec<(usize, usize)>) {
    // Of each value, where it is on either side, and nothing once it was met twice.
    let mut places: HashMap<u32, [Option<Option<usize>>; 2]> = HashMap::new();
    for (side, values) in [old, new].into_iter().enumerate() {
        for (at, value) in values.iter().enumerate() {
            let place = &mut places.entry(*value).or_default()[side];
            *place = Some(if place.is_none() { Some(at) } else { None });
        }
    }
    let once = |(at, value): (usize, &u32)| match places.get(value)? {
        [Some(Some(_)), Some(Some(other))] => Some((at, *other)),
        _ => None,
    };
    let anchors: Vec<(usize, usize)> = old.iter().enumerate().filter_map(once).collect();
    let others: Vec<usize> = anchors.iter().map(|(_, other)| *other).collect();
    let (mut one, mut other) = (0, 0);
    let kept = rising(&others, |_| 1).into_iter().map(|at| anchors[at]);
    for (at, by) in kept.chain([(old.len(), new.len())]) {
        stretch(&old[one..at], &new[other..by], (from + one, to + other), pairs, false);
        if at < old.len() {
            pairs.push((from + at, to + by));
        }
        (one, other) = (at + 1, by + 1);
    }
}

/// The places of a rising subsequence of different values with the greatest weight.
pub fn rising(values: &[usize], weight: impl Fn(usize) -> u64) -> Vec<usize> {
    let size = values.iter().max().map_or(0, |most| most + 1);
    // A Fenwick tree: the best end of a subsequence among values below a bound, as (weight, place + 1).
    let mut best: Vec<(u64, usize)> = vec![(0, 0); size + 1];
    let mut before: Vec<usize> = Vec::with_capacity(values.len());
    for (at, value) in values.iter().enumerate() {
        let (mut below, mut index) = ((0, 0), *value);
        while index > 0 {
            below = better(below, best[index]);
            index &= index - 1;
        }
        before.push(below.1);
        let (own, mut index) = ((below.0 + weight(at), at + 1), value + 1);
        while index <= size {
            best[index] = better(best[index], own);
            index += index & index.wrapping_neg();
        }
    }
    let mut end = best.iter().copied().fold((0, 0), better).1;
    let mut kept = Vec::new();
    while end > 0 {
        kept.push(end - 1);
        end = before[end - 1];
    }
    kept.reverse();
    kept
}

/// The heavier of two; the earlier where they weigh the same.
fn better(one: (u64, usize), other: (u64, usize)) -> (u64, usize) {
    if other.0 > one.0 || (other.0 == one.0 && other.1 < one.1 && other.1 > 0) { other } else { one }
}

/// Pairs what lies between two anchors by likeness, in order: the pairs whose likeness is greatest together, each of them at least `least`.
/// Likeness is from 0 to 100. Where there is too much to try, each takes the first that is like enough within reach.
pub fn alike(
    old: usize,
    new: usize,
    cost: usize,
    least: u32,
    likeness: impl Fn(usize, usize) -> u32,
) -> Vec<(usize, usize)> {
    /// How many words may be looked at for all pairs together.
    const MOST: usize = 4_000_000;
    /// How far ahead is looked where there is too much.
    const REACH: usize = 8;
    if cost > MOST || old.saturating_mul(new) > MOST {
        let (mut pairs, mut from) = (Vec::new(), 0);
        for one in 0..old {
            let found = (from..new.min(from + REACH)).find(|other| likeness(one, *other) >= least);
            if let Some(other) = found {
                pairs.push((one, other));
                from = other + 1;
            }
        }
        return pairs;
    }
    let like: Vec<u32> = (0..old * new).map(|at| likeness(at / new, at % new)).collect();
    // The greatest sum from each place on.
    let width = new + 1;
    let mut sums = vec![0u32; (old + 1) * width];
    for one in (0..old).rev() {
        for other in (0..new).rev() {
            let own = like[one * new + other];
            let skip = sums[(one + 1) * width + other].max(sums[one * width + other + 1]);
            let pair = if own >= least { own + sums[(one + 1) * width + other + 1] } else { 0 };
            sums[one * width + other] = skip.max(pair);
        }
    }
    let (mut pairs, mut one, mut other) = (Vec::new(), 0, 0);
    while one < old && other < new {
        let (own, here) = (like[one * new + other], sums[one * width + other]);
        if own >= least && here == own + sums[(one + 1) * width + other + 1] {
            pairs.push((one, other));
            (one, other) = (one + 1, other + 1);
        } else if here == sums[(one + 1) * width + other] {
            one += 1;
        } else {
            other += 1;
        }
    }
    pairs
}
