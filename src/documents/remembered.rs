//! What was found in a document, remembered for as long as nothing changes on which it depends.
//!
//! Takes: the name of a check, a hash of all that it looks at besides the document. Gives: what it found the last time, or finds now.
//! A preview asks the same of a thousand documents after each change of one. Must not know what the checks look for.

use std::collections::BTreeMap;
use std::sync::{Mutex, PoisonError};

use crate::diagnostics::Diagnostic;

/// By the name of the check.
#[derive(Debug, Default)]
pub struct Remembered(Mutex<BTreeMap<&'static str, Found>>);

/// What a check looked at besides the document, and what it found.
type Found = ([u8; 32], Vec<Diagnostic>);

impl Remembered {
    pub fn or(&self, check: &'static str, besides: [u8; 32], look: impl FnOnce() -> Vec<Diagnostic>) -> Vec<Diagnostic> {
        let mut known = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        match known.get(check) {
            Some((under, found)) if *under == besides => found.clone(),
            _ => {
                let found = look();
                known.insert(check, (besides, found.clone()));
                found
            }
        }
    }
}
