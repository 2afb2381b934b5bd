//! The only writer: a new site takes the place of the old one in one step.
//!
//! Takes: a [`Destination`] and all [`Rendition`]s. Gives: what it did ([`Written`]), or why it did nothing ([`Refusal`]). Must
//! not know: what the files hold, where the sources are (it is told what to keep away from), how a person is told.
//!
//! 1. *Lock* the journal, a file beside the destination, and settle what a killed run left.
//! 2. *Survey* the destination: a file that its manifest lists is ours, any other is the user's and stays.
//! 3. *Make* each file, costly ones two at a time, and compare it with the old one, byte by byte. If it is new, it is written at once
//!    into a folder beside the destination, and no longer held in memory. If all files are the same, that is all.
//! 4. *Stage* the rest of the site there: hard links to the old files that did not change and to the user's. No existing file is
//!    ever written to, so whoever has one open keeps it.
//! 5. *Land* it: the two folders exchange names in one rename. Where the file system cannot do that, two renames follow each
//!    other, and the journal tells a later run what was under way.
//! 6. *Retire* the old tree. What somebody put into it since the survey moves to the new one.
//!
//! A run killed at any moment leaves the old site or the new one, whole; between two renames, none until the next run puts the
//! old one back. A machine that loses power may tear files just written: flushing them takes as long as the rest of a build (and
//! waits for what all other programs wrote), so only what cannot be made again is flushed, copies of a user's files. The next
//! run trusts no record and replaces what is torn.
//!
//! Limits: of two versions of a user's file the one modified later stands; one deleted while a run is under way may come back;
//! one put where the new site has a file of its own, after the survey, is lost. The user's folders keep their modes, but are new
//! folders with a new owner and time. A process whose working directory is the destination finds itself in the retired one.
//! Unix only.

mod cache;
mod exchange;
mod files;
mod landing;
mod manifest;
mod planting;
mod staging;
mod survey;
mod tree;

use camino::Utf8PathBuf;

pub use cache::Cache;
pub use landing::{Landing, clear_away, land, write_into, write_named};
pub use planting::{Occupied, plant};

use self::exchange::{Journal, Places};
use self::files::fault;
use self::manifest::{identity, manifest};
use self::staging::{begin, kept, make, stage};
use self::survey::{Before, Plan};
use self::tree::clear;
use crate::diagnostics::{Diagnostic, Fault};
use crate::renditions::Rendition;

/// The list of what is ours, a file of the destination: `{"written_by_diptych": [path, …]}`, sorted.
pub const MANIFEST: &str = ".diptych-manifest.json";
const MOUNTED: &str = "another file system is mounted there; name a destination without one";

/// The folder that a site is written to.
#[derive(Clone, Debug)]
pub struct Destination {
    pub folder: Utf8PathBuf,
    /// Write even if the folder holds files and no manifest, and replace those of the user's files that are in the way.
    pub adopt: bool,
    /// Only part of the site is made: files of ours that are not made stay as they are.
    pub partial: bool,
    /// What the publication is read from: the folder may not be any of them, hold one or lie in one.
    pub protected: Vec<Utf8PathBuf>,
    #[doc(hidden)]
    pub drill: Drill,
}

impl Destination {
    pub fn new(folder: impl Into<Utf8PathBuf>) -> Self {
        Destination { folder: folder.into(), adopt: false, partial: false, protected: Vec::new(), drill: Drill::default() }
    }
}

/// What the tests have go wrong.
#[doc(hidden)]
#[derive(Clone, Copy, Debug, Default)]
pub struct Drill {
    /// As if the file system had no `RENAME_EXCHANGE`.
    pub no_exchange: bool,
    /// The step after which the process ends: staged, noted, aside, landed, retired.
    pub die: &'static str,
}

impl Drill {
    fn reached(self, step: &str) {
        if self.die == step {
            std::process::exit(9);
        }
    }
}

/// What a run did.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Written {
    /// Files of the site, without the manifest.
    pub files: usize,
    /// Those of them that are new or have other bytes than before.
    pub changed: usize,
    pub unchanged: usize,
    /// Files of ours that are no longer made.
    pub removed: usize,
    /// Files and links that are not ours.
    pub kept: usize,
    /// False if the file system cannot exchange folders: for a moment, there was no site.
    pub exchanged: bool,
}

/// Why the destination is as it was; only if the fault is that something could not be removed may the new site be there already.
#[derive(Debug)]
pub enum Refusal {
    Fault(Fault),
    /// What all the renditions together have to say, sorted.
    Mistakes(Vec<Diagnostic>),
}

impl From<Fault> for Refusal {
    fn from(fault: Fault) -> Self {
        Refusal::Fault(fault)
    }
}

/// Makes all renditions and puts them in the place of what an earlier run wrote.
pub fn write(destination: &Destination, renditions: &[Rendition]) -> Result<Written, Refusal> {
    let places = Places::of(destination)?;
    let kept = if destination.partial { kept(&places.site, renditions) } else { Vec::new() };
    let renditions: Vec<&Rendition> = renditions.iter().chain(&kept).collect();
    let plan = Plan::of(&renditions)?;
    let mut journal = Journal::lock(&places)?;
    places.settle(&mut journal)?;
    let before = Before::survey(&places.site, &plan, destination.adopt)?;

    // What cannot be cleared away now, the next run clears away.
    let undo = || drop(clear(&places.staging, None));
    let usual = begin(&places.staging)?;
    let pieces = make(&renditions, &places, &before.ours).inspect_err(|_| undo())?;

    let manifest = manifest(&pieces);
    let changed = pieces.iter().filter(|piece| piece.changed).count();
    let mut written = Written {
        files: pieces.len(),
        changed,
        unchanged: pieces.len() - changed,
        removed: before.ours.iter().filter(|path| !plan.has_file(path)).count(),
        kept: before.theirs.len(),
        exchanged: true,
    };
    if changed == 0 && before.manifest.as_ref() == Some(&manifest) {
        clear(&places.staging, None)?;
        return Ok(written);
    }

    stage(&places, usual, &before, &pieces, &manifest).inspect_err(|_| undo())?;
    destination.drill.reached("staged");

    let gone = || fault("read", &places.staging, "somebody removed it while it was being made");
    journal.note(identity(&places.staging).ok_or_else(gone)?)?;
    destination.drill.reached("noted");
    written.exchanged = places.land(before.exists, &mut journal, destination.drill)?;
    destination.drill.reached("landed");
    if before.exists {
        before.retire(if written.exchanged { &places.staging } else { &places.aside }, &places.site)?;
    }
    destination.drill.reached("retired");
    journal.settled()?;
    Ok(written)
}
