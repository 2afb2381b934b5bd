//! Sums: the number that words add up to, “two hundred and ten thousand”.
//!
//! Takes: the values of number words, one after the other. Gives: a [`Sum`]. Must not know which words these are, nor what stands between.

use std::ops::Range;

pub struct Sum {
    /// What multipliers have closed.
    total: u128,
    current: u128,
    pub sure: bool,
    pub range: Range<usize>,
    /// The end with a word that may join parts.
    pub reach: usize,
}

impl Sum {
    pub fn of(value: u128, sure: bool, range: Range<usize>) -> Sum {
        Sum { total: 0, current: value, sure, reach: range.end, range }
    }

    /// “A hundred”, “a million”.
    pub fn of_multiplier(factor: u128, range: Range<usize>) -> Sum {
        let (total, current) = if factor == 100 { (0, 100) } else { (factor, 0) };
        Sum { total, current, sure: true, reach: range.end, range }
    }

    pub fn value(&self) -> u128 {
        self.total + self.current
    }

    /// Takes in a value that may follow: “twenty one”; gives whether it may.
    pub fn add(&mut self, value: u128, sure: bool, range: &Range<usize>) -> bool {
        let fits = match self.current {
            0 => self.total > 0 && value < 1000,
            current if current % 100 == 0 => value < 100,
            current => current % 100 >= 20 && current % 10 == 0 && value < 10,
        };
        if !fits || value == 0 {
            return false;
        }
        self.current += value;
        // “twenty-first” may be any number of turns.
        self.sure &= sure;
        (self.range.end, self.reach) = (range.end, range.end);
        true
    }

    pub fn multiply(&mut self, factor: u128, range: &Range<usize>) {
        let product = match factor {
            100 => self.current.checked_mul(factor).map(|product| (self.total, product)),
            _ => (self.total % factor + self.current)
                .checked_mul(factor)
                .map(|product| (product.saturating_add(self.total - self.total % factor), 0)),
        };
        if let Some((total, current)) = product {
            (self.total, self.current, self.sure) = (total, current, true);
            (self.range.end, self.reach) = (range.end, range.end);
        }
    }
}
