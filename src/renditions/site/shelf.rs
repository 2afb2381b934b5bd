//! The shelf: what pages of a chapter have in common, kept while they are being made.
//!
//! Takes: a document, and how to make what is shown of it. Gives: that, made when it is first asked for, and again if the shelf had no
//! more room for it. Pages of one chapter are made one after the other, so that a few documents are enough, and a large publication
//! takes no more memory than a small one. Must not know what a page is.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex, PoisonError};

use tera::Value;

use super::bodies::Heading;
use crate::renditions::html::Pieces;

/// A document as its pages show it.
pub(super) struct Shown {
    pub pieces: Pieces,
    /// In the order of the document's sections; nothing for the opening, whose title is the page's.
    pub headings: Vec<Option<Heading>>,
    /// Its contents, as templates see them.
    pub toc: Value,
}

pub(super) struct Shelf {
    /// By document; the one asked for last stands at the end.
    shown: Mutex<VecDeque<(usize, Arc<Shown>)>>,
    room: usize,
}

impl Shelf {
    /// For pages in so many languages: each thread makes a chapter's, and a little room is left where two meet.
    pub(super) fn new(languages: usize) -> Self {
        Shelf { shown: Mutex::default(), room: 2 * languages * rayon::current_num_threads() }
    }

    pub(super) fn get(&self, document: usize, make: impl FnOnce() -> Shown) -> Arc<Shown> {
        let shelf = || self.shown.lock().unwrap_or_else(PoisonError::into_inner);
        let found = shelf().iter().rev().find(|(own, _)| *own == document).map(|(_, shown)| Arc::clone(shown));
        found.unwrap_or_else(|| {
            let shown = Arc::new(make());
            let mut shelf = shelf();
            // What gives way is dropped when nobody waits for the shelf any more.
            let _gives_way = if shelf.len() >= self.room { shelf.pop_front() } else { None };
            shelf.push_back((document, Arc::clone(&shown)));
            drop(shelf);
            shown
        })
    }
}
