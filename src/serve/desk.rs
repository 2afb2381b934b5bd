//! The desk: the newest proof, the last good one, and what is wrong with the sources.
//!
//! Takes: the sources, again whenever the bell rings. Gives: a [`Turn`] after each change, and files of the newest proof that has them.
//! A mistake never takes a page away: where the newest proof cannot show it, the last one without errors does. Must not know how
//! anybody asks.

use std::collections::BTreeSet;
use std::sync::Arc;
use std::time::Duration;

use axum::body::Bytes;
use camino::{Utf8Path, Utf8PathBuf};
use tokio::sync::watch;

use super::proof::{Proof, Shelf};
use super::watch::Bell;
use super::{Said, Say};
use crate::diagnostics::{Diagnostic, Fault, any_error, sorted};
use crate::memo::Memo;
use crate::publication::Publication;
use crate::sources::Sources;

/// Sources that are empty or gone may be about to be written: as long as this they are waited for.
const SETTLING: Duration = Duration::from_millis(120);
/// Files that a page is made of. Whatever else changes (styles, figures, fonts), browsers load anew with the whole page.
const OF_PAGES: [&str; 5] = ["md", "yaml", "yml", "ftl", "html"];

/// The state of things after a change.
#[derive(Clone)]
pub struct Turn {
    /// Counts from 1.
    pub number: u64,
    /// The last turn in which more changed than pages.
    pub whole: u64,
    /// Sorted.
    pub diagnostics: Vec<Diagnostic>,
    pub fault: Option<Arc<Fault>>,
    /// The sources that changed.
    pub changed: Vec<Utf8PathBuf>,
    pub sources: Arc<Sources>,
    newest: Option<Arc<Proof>>,
    /// The last one before it in which nothing was wrong.
    good: Option<Arc<Proof>>,
}

/// What became of a file that somebody asked for.
pub enum Sheet {
    Made(Bytes),
    /// It is there and cannot be shown, neither now nor as it was.
    Spoilt,
    Missing,
}

pub struct Desk {
    turn: watch::Sender<Arc<Turn>>,
    shelf: Shelf,
    say: Say,
}

impl Desk {
    pub fn new(sources: Sources, say: Say) -> (Desk, Worker) {
        let sources = Arc::new(sources);
        let turn = Turn {
            number: 0,
            whole: 0,
            diagnostics: Vec::new(),
            fault: None,
            changed: Vec::new(),
            sources: Arc::clone(&sources),
            newest: None,
            good: None,
        };
        let desk = Desk { turn: watch::Sender::new(Arc::new(turn)), shelf: Shelf::default(), say };
        (desk, Worker { sources, memo: Memo::blank() })
    }

    pub fn turn(&self) -> Arc<Turn> {
        Arc::clone(&self.turn.borrow())
    }

    /// Tells of every turn from now on, the present one first.
    pub fn follow(&self) -> watch::Receiver<Arc<Turn>> {
        let mut turns = self.turn.subscribe();
        turns.mark_changed();
        turns
    }

    /// A file as it is now; where a mistake keeps it from being shown, as it last was.
    pub fn file(&self, turn: &Turn, path: &Utf8Path) -> Sheet {
        match turn.newest.as_ref().and_then(|proof| proof.file(path, &self.shelf)) {
            Some(Ok(bytes)) => Sheet::Made(bytes),
            Some(Err(mistakes)) => {
                self.add(turn.number, mistakes);
                self.good_file(turn, path).map_or(Sheet::Spoilt, Sheet::Made)
            }
            // A file that has gone with a mistake comes back with its mending; without one, it was removed.
            None if turn.is_sound() => Sheet::Missing,
            None => self.good_file(turn, path).map_or(Sheet::Missing, Sheet::Made),
        }
    }

    /// A file as it last was when nothing was wrong.
    pub fn good_file(&self, turn: &Turn, path: &Utf8Path) -> Option<Bytes> {
        turn.good.as_ref()?.file(path, &self.shelf)?.ok()
    }

    /// Adds mistakes that only making a file could tell.
    fn add(&self, number: u64, mistakes: Vec<Diagnostic>) {
        let mut added = Vec::new();
        self.turn.send_if_modified(|turn| {
            added = mistakes.into_iter().filter(|found| !turn.diagnostics.contains(found)).collect();
            if turn.number != number || added.is_empty() {
                return false;
            }
            let mut with = Turn::clone(turn);
            with.diagnostics = sorted(with.diagnostics.drain(..).chain(added.iter().cloned()).collect());
            *turn = Arc::new(with);
            true
        });
        if !added.is_empty() {
            (self.say)(Said::Found(&added));
        }
    }
}

impl Turn {
    /// The proof that pages are looked up in.
    pub fn proof(&self) -> Option<&Proof> {
        self.newest.as_deref()
    }

    /// Whether nothing is known to be wrong.
    fn is_sound(&self) -> bool {
        self.fault.is_none() && !any_error(&self.diagnostics)
    }
}

type Read = Result<(Sources, Vec<Diagnostic>), Fault>;

/// Reads and resolves. There is one.
pub struct Worker {
    sources: Arc<Sources>,
    memo: Memo,
}

impl Worker {
    /// Looks at the sources and, if anything changed, turns the desk.
    pub fn look(&mut self, desk: &Desk, bell: &mut Bell, touched: BTreeSet<Utf8PathBuf>) -> Result<(), Fault> {
        let before = desk.turn();
        let next = match self.read(bell, touched)? {
            Ok((sources, mistakes)) => {
                let changed = sources.changed_since(&self.sources);
                if changed.is_empty() && before.number > 0 && before.fault.is_none() {
                    return Ok(());
                }
                let (publication, diagnostics) = Publication::of_again(&sources, mistakes, true, &self.memo);
                self.sources = Arc::new(sources);
                let newest = publication.map(|publication| Arc::new(Proof::of(publication)));
                let good = if before.is_sound() { &before.newest } else { &before.good }.clone();
                // Without settings there is no publication; what there was is still worth seeing.
                let newest = newest.or_else(|| before.newest.clone());
                let of_pages = |path: &Utf8PathBuf| path.extension().is_some_and(|kind| OF_PAGES.contains(&kind));
                let number = before.number + 1;
                let whole = if changed.iter().all(of_pages) { before.whole } else { number };
                Turn { number, whole, diagnostics, fault: None, changed, sources: Arc::clone(&self.sources), newest, good }
            }
            Err(fault) => Turn {
                number: before.number + 1,
                diagnostics: Vec::new(),
                fault: Some(Arc::new(fault)),
                changed: Vec::new(),
                ..Turn::clone(&before)
            },
        };
        let next = Arc::new(next);
        desk.turn.send_replace(Arc::clone(&next));
        (desk.say)(Said::Turned(&next));
        Ok(())
    }

    /// Reads the sources once they seem to be complete. The outer fault is the bell's, the inner the reader's.
    fn read(&self, bell: &mut Bell, mut touched: BTreeSet<Utf8PathBuf>) -> Result<Read, Fault> {
        let mut read = self.sources.read_again(&touched);
        for _ in 0..2 {
            let settled = read.as_ref().is_ok_and(|(now, _)| !self.lost(now));
            if settled {
                break;
            }
            touched.extend(bell.more(SETTLING)?);
            read = self.sources.read_again(&touched);
        }
        Ok(read)
    }

    /// Whether a text that was there is empty or gone, as between the two steps in which some editors save.
    fn lost(&self, now: &Sources) -> bool {
        let has_words = |sources: &Sources, path| sources.texts.get(path).is_some_and(|text| !text.text.trim().is_empty());
        now.changed_since(&self.sources).iter().any(|path| has_words(&self.sources, path) && !has_words(now, path))
    }
}
