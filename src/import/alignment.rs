//! Alignment: which sections of two language versions belong together.
//!
//! Takes: the sections of two versions in their order. Gives: pairs, in order. Where the levels are the same in both, position decides.
//! Otherwise the longest common subsequence of levels, and among those that are equally long the one whose sections are most alike in
//! length and in what translation leaves as it is. Must not know languages: words are not compared.

use super::scan::Shape;

/// What is compared of a section.
#[derive(Clone, Debug)]
pub struct Outline {
    pub level: usize,
    /// The id that its heading has, if a heading of another version has it too: where both have one, it must be the same.
    pub id: Option<String>,
    /// The number before its words; the same holds for it.
    pub number: Option<String>,
    pub shape: Shape,
}

/// More comparisons than this are not made: a thousand sections with a thousand.
const MOST: usize = 1_000_000;
/// What a pair counts, beside which likeness only decides between equals.
const PAIR: i64 = 1_000_000;

/// Pairs of positions in both, ascending.
pub fn pairs(one: &[Outline], other: &[Outline]) -> Vec<(usize, usize)> {
    if one.len() == other.len() && one.iter().zip(other).all(|(one, other)| fits(one, other)) {
        return (0..one.len()).map(|at| (at, at)).collect();
    }
    if one.len().saturating_mul(other.len()) <= MOST {
        return most_alike(one, other);
    }
    // Too long to compare all with all: what is the same at both ends, and between them if that is short enough.
    let same = |(one, other): &(&Outline, &Outline)| fits(one, other);
    let head = one.iter().zip(other).take_while(same).count();
    let (one_rest, other_rest) = (&one[head..], &other[head..]);
    let tail = one_rest.iter().rev().zip(other_rest.iter().rev()).take_while(same).count();
    let mut pairs: Vec<(usize, usize)> = (0..head).map(|at| (at, at)).collect();
    let middle = (&one_rest[..one_rest.len() - tail], &other_rest[..other_rest.len() - tail]);
    if middle.0.len().saturating_mul(middle.1.len()) <= MOST {
        pairs.extend(most_alike(middle.0, middle.1).into_iter().map(|(one, other)| (one + head, other + head)));
    }
    pairs.extend((0..tail).rev().map(|back| (one.len() - 1 - back, other.len() - 1 - back)));
    pairs
}

/// Whether two sections may belong together.
pub fn fits(one: &Outline, other: &Outline) -> bool {
    let same = |one: &Option<String>, other: &Option<String>| one.is_none() || other.is_none() || one == other;
    one.level == other.level && same(&one.id, &other.id) && same(&one.number, &other.number)
}

/// The alignment of the highest worth, by dynamic programming.
fn most_alike(one: &[Outline], other: &[Outline]) -> Vec<(usize, usize)> {
    let width = other.len() + 1;
    // What the rest of both, from these positions on, is worth.
    let mut worth = vec![0i64; (one.len() + 1) * width];
    for (row, section) in one.iter().enumerate().rev() {
        for (column, counterpart) in other.iter().enumerate().rev() {
            let skipped = worth[(row + 1) * width + column].max(worth[row * width + column + 1]);
            let paired = match fits(section, counterpart) {
                true => worth[(row + 1) * width + column + 1] + PAIR + likeness(section, counterpart),
                false => 0,
            };
            worth[row * width + column] = paired.max(skipped);
        }
    }
    let (mut row, mut column, mut pairs) = (0, 0, Vec::new());
    while row < one.len() && column < other.len() {
        let here = worth[row * width + column];
        let paired = worth[(row + 1) * width + column + 1] + PAIR + likeness(&one[row], &other[column]);
        if fits(&one[row], &other[column]) && here == paired {
            pairs.push((row, column));
            row += 1;
            column += 1;
        } else if here == worth[(row + 1) * width + column] {
            row += 1;
        } else {
            column += 1;
        }
    }
    pairs
}

/// At most 1,000: a thousand sections together never outweigh a pair.
fn likeness(one: &Outline, other: &Outline) -> i64 {
    let (a, b) = (one.shape, other.shape);
    let same = |one: &Option<String>, other: &Option<String>| if one.is_some() && one == other { 200 } else { 0 };
    let marked = same(&one.id, &other.id) + same(&one.number, &other.number);
    marked + ratio(a.characters, b.characters) + ratio(a.blocks, b.blocks) + ratio(a.fixed, b.fixed)
}

/// 200 for the same number, less the more they differ.
fn ratio(one: usize, other: usize) -> i64 {
    let (small, large) = (one.min(other) + 1, one.max(other) + 1);
    i64::try_from(200 * small / large).unwrap_or(0)
}
