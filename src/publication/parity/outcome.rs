//! Outcome: what the comparison of two versions has found.
//!
//! Takes: differences, each with its place in both files. Gives: diagnostics for those that no mark excuses, and the marks that did.
//! Must not know how differences are found.

use std::collections::BTreeMap;

use super::Pair;
use super::marks::{self, Used};
use super::text::Text;
use crate::diagnostics::{Code, Diagnostic, Span};

#[derive(Default)]
pub struct Outcome {
    pub diagnostics: Vec<Diagnostic>,
    pub used: Used,
    /// For the version that is held against the reference, and for the reference: what is too short to tell its language by itself.
    pub short: [Short; 2],
    /// Room for the texts that are compared next: there are many, and most are short.
    pub texts: [Text; 2],
}

/// Texts of a section too short to tell their language one by one.
#[derive(Default)]
pub struct Short {
    pub text: String,
    pub words: u32,
    pub common: u32,
}

/// A place in one version: the block for marks, the span for readers.
#[derive(Clone, Copy)]
pub struct Spot {
    pub block: u32,
    pub span: Span,
}

impl Spot {
    pub fn at(block: u32, span: Span) -> Self {
        Spot { block, span }
    }
}

impl Outcome {
    /// Takes in a difference that no mark in either version excuses.
    pub fn report(
        &mut self,
        pair: &Pair<'_>,
        code: Code,
        (here, there): (Spot, Spot),
        say: impl FnOnce(Diagnostic) -> Diagnostic,
    ) {
        let sides = [(&pair.here, here), (&pair.there, there)];
        let mut excused = false;
        for (side, spot) in sides {
            if let Some((mark, word)) = marks::excuse(side.document, spot.block, code) {
                self.used.insert((side.index, mark, word));
                excused = true;
            }
        }
        if !excused {
            let diagnostic = Diagnostic::new(code, pair.here.document.place(here.span));
            let diagnostic = diagnostic.related(pair.there.document.place(there.span));
            self.push(pair, say(diagnostic.with("language", pair.name)));
        }
    }

    pub fn push(&mut self, pair: &Pair<'_>, diagnostic: Diagnostic) {
        self.diagnostics.push(if pair.eased { diagnostic.eased() } else { diagnostic });
    }

    pub fn take_in(&mut self, other: Outcome) {
        self.diagnostics.extend(other.diagnostics);
        self.used.extend(other.used);
    }
}

/// By how often a thing stands in two versions, those of each that the other lacks, in the order in which they came.
pub fn lacking<K: Ord + Clone>(here: &[K], there: &[K]) -> (Vec<usize>, Vec<usize>) {
    let count = |keys: &[K]| {
        let mut counts: BTreeMap<K, usize> = BTreeMap::new();
        keys.iter().for_each(|key| *counts.entry(key.clone()).or_default() += 1);
        counts
    };
    let beyond = |own: &[K], mut others: BTreeMap<K, usize>| {
        let mut found = Vec::new();
        for (at, key) in own.iter().enumerate() {
            match others.get_mut(key).filter(|left| **left > 0) {
                Some(left) => *left -= 1,
                None => found.push(at),
            }
        }
        found
    };
    (beyond(here, count(there)), beyond(there, count(here)))
}
