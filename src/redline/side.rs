//! One side of a comparison: its elements with what is known of each.
//!
//! Takes: an arena of elements. Gives: for each its hash, by which equal ones are found, and its words as sorted numbers, by which those that
//! are alike are. Must not know what it is compared with.

use std::ops::Range;

use super::text::{Element, What, Word};

/// One side: its elements with what is known of each.
pub(super) struct Side<'t> {
    pub elements: &'t [Element],
    /// By element, the hash of it and of all in it.
    pub hashes: Vec<u128>,
    /// By element, the words in it as sorted numbers.
    pub bags: Vec<Vec<u32>>,
}

impl<'t> Side<'t> {
    /// `notes` are the hashes of the notes that words refer to; `keys` gives numbers for words.
    pub fn new(elements: &'t [Element], notes: &[u128], mut keys: impl FnMut(&[Word]) -> Vec<u32>) -> Self {
        let mut bags: Vec<Vec<u32>> = elements
            .iter()
            .map(|element| {
                let own: Vec<Word> = element.words.iter().filter(|word| word.is_word()).cloned().collect();
                keys(&own)
            })
            .collect();
        // From the last on, so that what is inside is known before what holds it.
        let mut own: Vec<u128> = vec![0; elements.len()];
        for at in (0..elements.len()).rev() {
            let mut hasher = blake3::Hasher::new();
            hasher.update(format!("\x02{:?}\x03", elements[at].kind).as_bytes());
            hash_words(&mut hasher, &elements[at].words, notes);
            for child in children(elements, at + 1..elements[at].end) {
                hasher.update(b"\x04");
                hasher.update(&own[child].to_le_bytes());
                let inner = bags[child].clone();
                bags[at].extend(inner);
            }
            own[at] = number(&hasher);
        }
        bags.iter_mut().for_each(|bag| bag.sort_unstable());
        Side { elements, hashes: own, bags }
    }
}

/// How alike two bags are, from 0 to 100: the share of words that both have (Dice's coefficient).
pub fn likeness(one: &[u32], other: &[u32]) -> u32 {
    let (mut left, mut right, mut both) = (one, other, 0usize);
    while let ([a, rest @ ..], [b, others @ ..]) = (left, right) {
        match a.cmp(b) {
            std::cmp::Ordering::Less => left = rest,
            std::cmp::Ordering::Greater => right = others,
            std::cmp::Ordering::Equal => (both, left, right) = (both + 1, rest, others),
        }
    }
    match one.len() + other.len() {
        0 => 50,
        all => (200 * both / all) as u32,
    }
}

/// The places of the elements directly in a range.
pub(super) fn children(elements: &[Element], range: Range<usize>) -> Vec<usize> {
    let mut places = Vec::new();
    let mut at = range.start;
    while at < range.end {
        places.push(at);
        at = elements[at].end.max(at + 1);
    }
    places
}

/// The hash of a list of elements: of what can be seen of them.
pub(super) fn hash_of(elements: &[Element], notes: &[u128]) -> u128 {
    let mut hasher = blake3::Hasher::new();
    let mut open: Vec<usize> = Vec::new();
    for (at, element) in elements.iter().enumerate() {
        while open.last().is_some_and(|end| *end <= at) {
            open.pop();
            hasher.update(b"\x04");
        }
        hasher.update(format!("\x02{:?}\x03", element.kind).as_bytes());
        hash_words(&mut hasher, &element.words, notes);
        open.push(element.end);
    }
    number(&hasher)
}

pub(super) fn number(hasher: &blake3::Hasher) -> u128 {
    let mut bytes = [0; 16];
    hasher.finalize_xof().fill(&mut bytes);
    u128::from_le_bytes(bytes)
}

fn hash_words(hasher: &mut blake3::Hasher, words: &[Word], notes: &[u128]) {
    for word in words {
        match &word.what {
            What::Text(text) => hasher.update(text.as_bytes()),
            What::Reference(_) => hasher.update(b"\x05"),
            What::Cited(cited, _) => hasher.update(b"\x07").update(cited.as_bytes()),
            What::Break => hasher.update(b"\x06"),
            What::Note(note) => hasher.update(&notes.get(*note).copied().unwrap_or_default().to_le_bytes()),
        };
        hasher.update(&word.dress.flags().map(u8::from));
        hasher.update(word.dress.link.as_deref().unwrap_or_default().as_bytes());
        hasher.update(b"\x1f");
    }
}
