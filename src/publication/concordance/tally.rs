//! Tally: how far the comparison of a work has come, language by language.
//!
//! Takes: the compared units. Gives: counts. Must not know what shows them.

use super::{Compared, State};
use crate::publication::Publication;

/// One language of one work.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tally {
    pub language: usize,
    /// How many units have something to compare.
    pub units: usize,
    /// How many are in each state, in the order of [`State::ALL`].
    pub states: [usize; 6],
    /// In how many somebody asks something.
    pub queries: usize,
}

impl Tally {
    pub fn in_state(&self, state: State) -> usize {
        let place = State::ALL.iter().position(|own| *own == state).unwrap_or_default();
        self.states[place]
    }

    /// Whole percents, rounded down: what is not finished is never a hundred.
    pub fn percent(&self) -> usize {
        (self.in_state(State::Collated) * 100).checked_div(self.units).unwrap_or(100)
    }
}

impl Publication {
    /// For each language of a work in which there is anything to compare, how far that has come.
    pub fn tallies(&self, work: usize, compared: &[Compared]) -> Vec<Tally> {
        let languages = self.works[work].languages.iter().map(|(language, _)| *language);
        let tally = |language: usize| {
            let mut tally = Tally { language, units: 0, states: [0; 6], queries: 0 };
            for own in compared {
                let Some(state) = own.states[language] else { continue };
                tally.units += 1;
                tally.states[state as usize] += 1;
                tally.queries += usize::from(own.queries > 0);
            }
            (tally.units > 0).then_some(tally)
        };
        languages.filter_map(tally).collect()
    }

    /// How many words there are to compare in a language, and how many of them in units that are not collated. Every text is read for
    /// that: no page asks.
    pub fn words_to_compare(&self, work: usize, compared: &[Compared], language: usize) -> (usize, usize) {
        let (mut all, mut remaining) = (0, 0);
        for own in compared {
            let Some(state) = own.states[language] else { continue };
            let words = self.unit_words(work, own.unit.subject, language);
            all += words;
            remaining += if state == State::Collated { 0 } else { words };
        }
        (all, remaining)
    }
}
