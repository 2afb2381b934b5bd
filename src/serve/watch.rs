//! The bell: it rings when somebody saves a source.
//!
//! Takes: the publication's folder. Gives: the paths that were touched, once whoever writes has paused. What happened to them is not
//! asked: editors save by renaming, or empty a file before they fill it, and a checkout touches a thousand; whoever hears the bell looks
//! for himself. Must not know what the files hold.

use std::collections::BTreeSet;
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::time::{Duration, Instant};

use camino::{Utf8Path, Utf8PathBuf};
use notify::event::{AccessKind, AccessMode};
use notify::{Event, EventKind, RecommendedWatcher, RecursiveMode, Watcher};

use crate::diagnostics::Fault;
use crate::sources::{BOOK, FOLDERS};

/// As long as this nobody may write before the bell rings: an editor's two steps lie closer together.
const PAUSE: Duration = Duration::from_millis(6);
/// The same where many files are touched: a checkout pauses for longer, and whoever waits for it waits anyway.
const LONG_PAUSE: Duration = Duration::from_millis(150);
const MANY: usize = 24;
/// A folder that appeared unnoticed is found after this.
const ROUND: Duration = Duration::from_secs(2);

/// Touched where nobody knows what was: no file is called so, and all are looked at.
const EVERYTHING: &str = "";

type Happened = notify::Result<Event>;

pub struct Bell {
    root: Utf8PathBuf,
    happened: Receiver<Happened>,
    watcher: RecommendedWatcher,
    /// For each of [`FOLDERS`], whether it is watched.
    watched: [bool; FOLDERS.len()],
}

impl Bell {
    /// `root` without links, as the system names it in what it tells.
    pub fn over(root: &Utf8Path) -> Result<Bell, Fault> {
        let (send, happened) = channel();
        let fault = |error| Fault::new("watch", root, error);
        let watcher = notify::recommended_watcher(send).map_err(fault)?;
        let mut bell = Bell { root: root.to_owned(), happened, watcher, watched: [false; FOLDERS.len()] };
        // The folder itself only, not what else lies in it: a repository, a built site.
        bell.watcher.watch(root.as_std_path(), RecursiveMode::NonRecursive).map_err(fault)?;
        bell.watch_folders()?;
        Ok(bell)
    }

    /// Watches what is there and was not watched; whether there was any such folder, or one is gone.
    fn watch_folders(&mut self) -> Result<bool, Fault> {
        let mut news = false;
        for (nth, name) in FOLDERS.iter().enumerate() {
            let folder = self.root.join(name);
            let there = folder.is_dir();
            if there && !self.watched[nth] {
                let watch = self.watcher.watch(folder.as_std_path(), RecursiveMode::Recursive);
                // It may be gone again already; then the next round finds it.
                if let Err(error) = watch.or_else(|error| if folder.is_dir() { Err(error) } else { Ok(()) }) {
                    return Err(Fault::new("watch", folder, error));
                }
            }
            news |= there != self.watched[nth];
            self.watched[nth] = there;
        }
        Ok(news)
    }

    /// Waits until sources were touched and nobody has written for a moment. Paths are from the root.
    pub fn wait(&mut self) -> Result<BTreeSet<Utf8PathBuf>, Fault> {
        loop {
            let mut touched = BTreeSet::new();
            let rung = match self.happened.recv_timeout(ROUND) {
                Ok(happened) => self.hear(happened, &mut touched)?,
                Err(RecvTimeoutError::Timeout) => self.watch_folders()?,
                Err(RecvTimeoutError::Disconnected) => {
                    return Err(Fault::new("watch", &self.root, "the system has stopped telling"));
                }
            };
            if rung {
                self.until_pause(&mut touched, PAUSE)?;
                return Ok(touched);
            }
        }
    }

    /// What else is touched before a pause of at least this length.
    pub fn more(&mut self, pause: Duration) -> Result<BTreeSet<Utf8PathBuf>, Fault> {
        let mut touched = BTreeSet::new();
        self.until_pause(&mut touched, pause)?;
        Ok(touched)
    }

    fn until_pause(&mut self, touched: &mut BTreeSet<Utf8PathBuf>, pause: Duration) -> Result<(), Fault> {
        let mut last = Instant::now();
        loop {
            let pause = if touched.len() > MANY { LONG_PAUSE } else { pause };
            // Whoever only reads does not put it off.
            let left = pause.saturating_sub(last.elapsed());
            match self.happened.recv_timeout(left) {
                Ok(happened) => match self.hear(happened, touched)? {
                    true => last = Instant::now(),
                    false if left.is_zero() => return Ok(()),
                    false => {}
                },
                Err(_) => return Ok(()),
            }
        }
    }

    /// Whether it is about a source.
    fn hear(&mut self, happened: Happened, touched: &mut BTreeSet<Utf8PathBuf>) -> Result<bool, Fault> {
        // What could not be told is found by looking at everything.
        let Ok(event) = happened else {
            touched.insert(EVERYTHING.into());
            return Ok(true);
        };
        let read = matches!(event.kind, EventKind::Access(kind) if kind != AccessKind::Close(AccessMode::Write));
        if read {
            return Ok(false);
        }
        let mut rung = event.need_rescan();
        if rung {
            touched.insert(EVERYTHING.into());
        }
        for path in &event.paths {
            let Some(path) = Utf8Path::from_path(path).and_then(|path| path.strip_prefix(&self.root).ok()) else { continue };
            let Some(first) = path.components().next() else { continue };
            let folder = FOLDERS.iter().position(|name| *name == first.as_str());
            if folder.is_none() && path != BOOK {
                continue;
            }
            rung = true;
            touched.insert(path.to_owned());
            if let Some(nth) = folder.filter(|_| path.components().count() == 1) {
                // Made, removed or renamed: the old watch, if there is one, is on a folder that has gone.
                let _ = self.watcher.unwatch(self.root.join(path).as_std_path());
                self.watched[nth] = false;
            }
        }
        if self.watched.contains(&false) {
            self.watch_folders()?;
        }
        Ok(rung)
    }
}
