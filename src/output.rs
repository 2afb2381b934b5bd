//! The only writer: a new site takes the place of the old one in one step.
//!
//! Takes: a [`Destination`] and all [`Rendition`]s. Gives: what it did ([`Written`]), or why it did nothing ([`Refusal`]). Must
//! not know: what the files hold, where the sources are (it is told what to keep away from), how a person is told.
//!
//! 1. *Lock* the journal, a file beside the destination, and settle what a killed run left.
//! 2. *Survey* the destination: a file that its manifest lists is ours, any other is the user's and stays.
//! 3. *Make* all files and compare them with the old ones, byte by byte. If they are the same, that is all.
//! 4. *Stage* the site in a folder beside the destination: hard links to the old files that did not change and to the user's,
//!    the rest written. No existing file is ever written to, so whoever has one open keeps it.
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

use std::collections::{BTreeMap, HashSet};
use std::fs::{self, DirBuilder, File, FileType, OpenOptions, Permissions, TryLockError};
use std::io::{self, ErrorKind, Read, Write};
use std::os::unix::fs::{DirBuilderExt, FileExt, MetadataExt, OpenOptionsExt, PermissionsExt, symlink};
use std::path::{Component, Path, PathBuf};

use blake3::Hash;
use camino::Utf8PathBuf;
use rayon::prelude::*;
use rustix::fs::{Mode, OFlags};
use rustix::io::Errno;

use crate::diagnostics::{self, Diagnostic, Fault};
use crate::renditions::Rendition;

/// The list of what is ours, a file of the destination: `{"written_by_diptych": {path: BLAKE3 of the bytes}}`.
pub const MANIFEST: &str = ".diptych-manifest.json";
const LIST: &str = "written_by_diptych";
const MOUNTED: &str = "another file system is mounted there; name a destination without one";

/// The folder that a site is written to.
#[derive(Clone, Debug)]
pub struct Destination {
    pub folder: Utf8PathBuf,
    /// Write even if the folder holds files and no manifest, and replace those of the user's files that are in the way.
    pub adopt: bool,
    /// What the publication is read from: the folder may not be any of them, hold one or lie in one.
    pub protected: Vec<Utf8PathBuf>,
    #[doc(hidden)]
    pub drill: Drill,
}

impl Destination {
    pub fn new(folder: impl Into<Utf8PathBuf>) -> Self {
        Destination { folder: folder.into(), adopt: false, protected: Vec::new(), drill: Drill::default() }
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
    let plan = Plan::of(renditions)?;
    let mut journal = Journal::lock(&places)?;
    places.settle(&mut journal)?;
    let before = Before::survey(&places.site, &plan, destination.adopt)?;
    let pieces = make(renditions, &places.site, &before.ours)?;
    let manifest = manifest(&pieces);
    let changed = pieces.iter().filter(|piece| piece.bytes.is_some()).count();
    let mut written = Written {
        files: pieces.len(),
        changed,
        unchanged: pieces.len() - changed,
        removed: before.ours.iter().filter(|path| !plan.files.contains(path.as_path())).count(),
        kept: before.theirs.len(),
        exchanged: true,
    };
    if changed == 0 && before.manifest.as_ref() == Some(&manifest) {
        return Ok(written);
    }
    // What cannot be cleared away now, the next run clears away.
    stage(&places, &plan, &before, &pieces, &manifest).inspect_err(|_| drop(clear(&places.staging, None)))?;
    destination.drill.reached("staged");
    journal.note(blake3::hash(&manifest))?;
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

/// The destination and its siblings: on one file system, so that they can be renamed and linked.
struct Places {
    site: PathBuf,
    staging: PathBuf,
    /// The old site, where there is no exchange.
    aside: PathBuf,
    journal: PathBuf,
}

impl Places {
    fn of(destination: &Destination) -> Result<Self, Fault> {
        let refused = |reason: &str| Err(Fault::new("write the site into", &destination.folder, reason));
        // Put together anew: with a slash at its end, the system would follow a symbolic link.
        let site: PathBuf = destination.folder.as_std_path().components().collect();
        let Some(name) = destination.folder.file_name() else {
            return refused("name a folder of its own, such as `public`");
        };
        match fs::symlink_metadata(&site) {
            Ok(found) if found.is_symlink() => return refused("it is a symbolic link; name the folder it leads to"),
            Ok(found) if !found.is_dir() => return refused("it is a file; name a folder"),
            Ok(found) if fs::metadata(parent(&site)).is_ok_and(|above| above.dev() != found.dev()) => {
                return refused("a file system is mounted there and cannot be exchanged; name a folder inside it");
            }
            Err(error) if error.kind() != ErrorKind::NotFound => return refused(&error.to_string()),
            _ => {}
        }
        let Some(real) = resolved(&site) else { return refused("it leads through a folder that does not exist") };
        for protected in &destination.protected {
            let source = resolved(protected.as_std_path()).unwrap_or_else(|| protected.into());
            if real.starts_with(&source) || source.starts_with(&real) {
                return refused(&format!("the publication is read from {protected}; name a folder apart from it"));
            }
        }
        let sibling = |kind: &str| site.with_file_name(format!(".{name}.diptych-{kind}"));
        Ok(Places { staging: sibling("staging"), aside: sibling("aside"), journal: sibling("journal"), site })
    }

    /// Undoes or completes what a killed run began.
    fn settle(&self, journal: &mut Journal) -> Result<(), Fault> {
        let (site, staging, aside) = (&self.site, &self.staging, &self.aside);
        let foreign =
            |path| Err(fault("use", path, "diptych needs this name and did not write what is there; move it away"));
        // A stranger may have checked in a link of that name; clearing it would empty what it leads to.
        let unusable = |path: &Path| fs::symlink_metadata(path).is_ok_and(|found| !found.is_dir());
        if let Some(path) = [staging, aside].into_iter().find(|path| unusable(path)) {
            return foreign(path);
        }
        if let Some(noted) = journal.noted {
            // Back rather than forward: of the two, the old site is the one that has long been on the disk.
            if !exists(site) && exists(aside) {
                rename(aside, site)?;
            }
            if manifest_in(site).is_some_and(|manifest| blake3::hash(&manifest) == noted) {
                for old in [staging, aside].into_iter().filter(|old| exists(old)) {
                    clear(old, Some(site))?;
                }
            }
        }
        if exists(aside) {
            return foreign(aside);
        }
        if exists(staging) {
            let empty = || fs::read_dir(staging).is_ok_and(|mut entries| entries.next().is_none());
            if journal.noted.is_none() && manifest_in(staging).is_none() && !empty() {
                return foreign(staging);
            }
            clear(staging, None)?;
        }
        journal.settled()
    }

    /// Puts the staged site into place and says whether in one rename. On a fault the old one is where it was.
    fn land(&self, replaces: bool, journal: &mut Journal, drill: Drill) -> Result<bool, Fault> {
        let unknown = |error| matches!(error, Errno::INVAL | Errno::NOSYS | Errno::OPNOTSUPP);
        let at_once = if replaces && drill.no_exchange { Err(Errno::NOSYS) } else { self.land_at_once(replaces) };
        let landed = match at_once {
            Ok(()) => Ok(true),
            Err(error) if unknown(error) && replaces => self.land_by_turns(journal, drill).map(|()| false),
            Err(error) if unknown(error) => rename(&self.staging, &self.site).map(|()| true),
            Err(error) => Err(fault("replace", &self.site, format!("{error}; if it stays so, name another folder"))),
        };
        if landed.is_err() && !exists(&self.aside) {
            clear(&self.staging, None)?;
            journal.settled()?;
        }
        landed
    }

    fn land_at_once(&self, replaces: bool) -> Result<(), Errno> {
        #[cfg(any(target_os = "linux", target_os = "android", target_vendor = "apple"))]
        {
            use rustix::fs::{CWD, RenameFlags, renameat_with};
            let flags = if replaces { RenameFlags::EXCHANGE } else { RenameFlags::NOREPLACE };
            renameat_with(CWD, &self.staging, CWD, &self.site, flags)
        }
        #[cfg(not(any(target_os = "linux", target_os = "android", target_vendor = "apple")))]
        Err(Errno::NOSYS)
    }

    fn land_by_turns(&self, journal: &Journal, drill: Drill) -> Result<(), Fault> {
        journal.flush()?;
        rename(&self.site, &self.aside)?;
        drill.reached("aside");
        rename(&self.staging, &self.site).inspect_err(|_| drop(rename(&self.aside, &self.site)))
    }
}

/// The path without symbolic links, as far as it exists; beyond that, it may not go back up.
fn resolved(path: &Path) -> Option<PathBuf> {
    let path = std::path::absolute(path).ok()?;
    let (known, real) = path.ancestors().find_map(|known| Some((known, known.canonicalize().ok()?)))?;
    let rest = path.strip_prefix(known).ok()?;
    rest.components().all(|part| matches!(part, Component::Normal(_))).then(|| real.join(rest))
}

/// A file beside the destination. Its lock says that a run is under way; its text, the hash of the manifest about to land.
struct Journal {
    path: PathBuf,
    file: File,
    noted: Option<Hash>,
}

impl Journal {
    fn lock(places: &Places) -> Result<Self, Fault> {
        let (path, folder) = (&places.journal, parent(&places.site));
        let failed = |error: io::Error| fault("write", path, format!("{error}; a site is made beside the one it replaces"));
        fs::create_dir_all(folder).at("make", folder)?;
        loop {
            let flags = OFlags::CREATE | OFlags::RDWR | OFlags::NOFOLLOW | OFlags::CLOEXEC;
            let file = rustix::fs::open(path, flags, Mode::from_raw_mode(0o644)).map_err(|error| failed(error.into()))?;
            let mut file = File::from(file);
            match file.try_lock() {
                Ok(()) => {}
                Err(TryLockError::WouldBlock) => {
                    return Err(fault("write the site into", &places.site, "another diptych is doing that; wait for it"));
                }
                // Some network file systems have no locks. Two runs at once are not kept apart there.
                Err(TryLockError::Error(error)) => match Errno::from_io_error(&error) {
                    Some(Errno::NOLCK | Errno::NOSYS | Errno::OPNOTSUPP) => {}
                    _ => return Err(failed(error)),
                },
            }
            // A run that ended since the file was opened has removed it: locking a file without a name keeps nobody out.
            let ours = file.metadata().map_err(failed)?;
            if fs::symlink_metadata(path).is_ok_and(|named| named.ino() == ours.ino()) {
                let mut text = Vec::new();
                file.read_to_end(&mut text).map_err(failed)?;
                return Ok(Journal { path: path.clone(), file, noted: Hash::from_hex(text).ok() });
            }
        }
    }

    fn note(&mut self, manifest: Hash) -> Result<(), Fault> {
        self.noted = Some(manifest);
        self.file.write_all_at(manifest.to_hex().as_bytes(), 0).at("write", &self.path)
    }

    fn flush(&self) -> Result<(), Fault> {
        let folder = || File::open(parent(&self.path))?.sync_all();
        self.file.sync_all().and_then(|()| folder()).at("write", &self.path)
    }

    /// Nothing is under way any more.
    fn settled(&mut self) -> Result<(), Fault> {
        self.noted = None;
        self.file.set_len(0).at("write", &self.path)
    }
}

impl Drop for Journal {
    fn drop(&mut self) {
        if self.noted.is_none() {
            let _ = fs::remove_file(&self.path);
        }
    }
}

/// The paths of the new site, from its root.
struct Plan<'r> {
    files: HashSet<&'r Path>,
    folders: HashSet<&'r Path>,
}

impl<'r> Plan<'r> {
    fn of(renditions: &'r [Rendition]) -> Result<Self, Fault> {
        let mut plan = Plan { files: HashSet::from([Path::new(MANIFEST)]), folders: HashSet::new() };
        for path in renditions.iter().map(|rendition| rendition.path.as_std_path()) {
            if !path.to_str().is_some_and(is_plain) {
                return Err(fault("write", path, "it is not a plain path inside the destination"));
            }
            if !plan.files.insert(path) {
                return Err(fault("write", path, "two files of the site have this path"));
            }
            let _ = path.ancestors().skip(1).take_while(|folder| plan.folders.insert(folder)).count();
        }
        match plan.folders.intersection(&plan.files).min() {
            Some(both) => Err(fault("write", both, "the site has both a file and a folder of this path")),
            None => Ok(plan),
        }
    }
}

/// Whether a path only leads down, and is spelt as we spell it.
fn is_plain(path: &str) -> bool {
    path.split('/').all(|part| !matches!(part, "" | "." | ".."))
}

fn manifest(pieces: &[Piece]) -> Vec<u8> {
    let list: BTreeMap<&str, String> = pieces.iter().map(|piece| (piece.path, piece.hash.to_string())).collect();
    // Maps of texts to texts can always be written.
    serde_json::to_vec_pretty(&BTreeMap::from([(LIST, list)])).unwrap_or_default()
}

fn manifest_in(folder: &Path) -> Option<Vec<u8>> {
    let path = folder.join(MANIFEST);
    fs::symlink_metadata(&path).ok().filter(fs::Metadata::is_file).and_then(|_| fs::read(&path).ok())
}

/// The paths a manifest claims for us. A stranger may have written it: one that leads elsewhere is passed over.
fn listed(manifest: &[u8]) -> Option<HashSet<PathBuf>> {
    let manifest: serde_json::Value = serde_json::from_slice(manifest).ok()?;
    let list = manifest.get(LIST)?.as_object()?;
    Some(list.keys().filter(|path| is_plain(path)).map(PathBuf::from).collect())
}

/// What stands in the destination when a run begins.
#[derive(Default)]
struct Before {
    exists: bool,
    manifest: Option<Vec<u8>>,
    ours: HashSet<PathBuf>,
    theirs: Vec<(PathBuf, FileType)>,
    /// Folders that hold something of theirs, or nothing at all: we leave no empty ones.
    their_folders: HashSet<PathBuf>,
    folders: Vec<Folder>,
}

impl Before {
    fn survey(site: &Path, plan: &Plan, adopt: bool) -> Result<Self, Fault> {
        if !exists(site) {
            return Ok(Before::default());
        }
        let tree = Tree::of(site, false)?;
        let manifest = manifest_in(site);
        let listed = match manifest.as_deref().map(listed) {
            Some(Some(listed)) => listed,
            _ if adopt || tree.files.is_empty() && tree.folders.len() == 1 => HashSet::new(),
            Some(None) => {
                let reason = "it is damaged; empty the folder, or add `--adopt` to treat all other files in it as yours";
                return Err(fault("read", &site.join(MANIFEST), reason));
            }
            None => {
                let reason =
                    "it is not empty, nor written by diptych; name another, or add `--adopt` to write among its files";
                return Err(fault("write the site into", site, reason));
            }
        };
        let mut before = Before { exists: true, manifest, folders: tree.folders, ..Before::default() };
        for (path, kind) in tree.files {
            if kind.is_file() && listed.contains(&path) {
                before.ours.insert(path);
            } else if !(kind.is_file() && path.as_os_str() == MANIFEST) {
                before.theirs.push((path, kind));
            }
        }
        before.make_way(site, plan, adopt)?;
        Ok(before)
    }

    /// Refuses if something of theirs is in the way. When adopting, files give way, but never a folder.
    fn make_way(&mut self, site: &Path, plan: &Plan, adopt: bool) -> Result<(), Fault> {
        let wanted = |path: &Path| plan.files.contains(path) || plan.folders.contains(path);
        if adopt {
            self.theirs.retain(|(path, _)| !wanted(path));
        }
        let files = self.theirs.iter().map(|(path, _)| path.as_path());
        let empty = self.folders.iter().filter(|folder| folder.empty).map(|folder| folder.path.as_path());
        let folders = files.clone().filter_map(Path::parent).chain(empty).flat_map(Path::ancestors);
        self.their_folders = folders.map(Path::to_owned).collect();
        let folders = self.their_folders.iter().map(PathBuf::as_path).filter(|path| plan.files.contains(path));
        let mut in_the_way: Vec<&Path> = files.filter(|path| wanted(path)).chain(folders).collect();
        in_the_way.sort();
        let Some(first) = in_the_way.first() else { return Ok(()) };
        let remedy = if adopt { "move the folder away" } else { "move it away, or add `--adopt` to have files replaced" };
        Err(fault("write", &site.join(first), format!("diptych did not write what is there; {remedy}")))
    }

    /// Removes the tree that the site has replaced: what is known first, at once and in parallel, then whatever is left.
    fn retire(&self, old: &Path, site: &Path) -> Result<(), Fault> {
        self.ours.par_iter().for_each(|path| drop(fs::remove_file(old.join(path))));
        let emptied = self.folders.iter().map(|folder| &*folder.path).filter(|path| !self.their_folders.contains(*path));
        for level in levels(emptied).iter().skip(1).rev() {
            level.par_iter().for_each(|path| drop(fs::remove_dir(old.join(path))));
        }
        clear(old, Some(site))
    }
}

/// Paths by depth, from 0: those of one level can be made or removed at the same time.
fn levels<'p>(paths: impl Iterator<Item = &'p Path>) -> Vec<Vec<&'p Path>> {
    let mut levels = Vec::new();
    for path in paths {
        let depth = path.components().count();
        levels.resize(levels.len().max(depth + 1), Vec::new());
        levels[depth].push(path);
    }
    levels
}

/// What a folder holds, by paths from it. Symbolic links are not followed.
#[derive(Default)]
struct Tree {
    /// Each after the one it lies in.
    folders: Vec<Folder>,
    files: Vec<(PathBuf, FileType)>,
}

struct Folder {
    path: PathBuf,
    mode: u32,
    empty: bool,
}

impl Tree {
    /// Reads level by level, for how deep it goes is not in our hands. To be removed, folders are `unlocked` on the way.
    fn of(root: &Path, unlock: bool) -> Result<Self, Fault> {
        let device = fs::symlink_metadata(root).at("read", root)?.dev();
        let mut tree = Tree::default();
        let mut level = vec![PathBuf::new()];
        while !level.is_empty() {
            let read = level.into_par_iter().map(|path| {
                let full = root.join(&path);
                Folder::read(&full, path, device, unlock).at("read", &full)
            });
            let read: Vec<_> = read.collect::<Result<_, Fault>>()?;
            level = Vec::new();
            for (folder, entries) in read {
                let (folders, files): (Vec<_>, Vec<_>) = entries.into_iter().partition(|(_, kind)| kind.is_dir());
                level.extend(folders.into_iter().map(|(path, _)| path));
                tree.files.extend(files);
                tree.folders.push(folder);
            }
        }
        Ok(tree)
    }
}

impl Folder {
    fn read(full: &Path, path: PathBuf, device: u64, unlock: bool) -> io::Result<(Self, Vec<(PathBuf, FileType)>)> {
        let found = fs::symlink_metadata(full)?;
        if found.dev() != device {
            return Err(io::Error::other(MOUNTED));
        }
        let mode = found.mode() & 0o7777;
        if unlock && mode & 0o700 != 0o700 {
            fs::set_permissions(full, Permissions::from_mode(mode | 0o700))?;
        }
        let entries = fs::read_dir(full)?.map(|entry| entry.and_then(|e| Ok((path.join(e.file_name()), e.file_type()?))));
        let entries: Vec<_> = entries.collect::<io::Result<_>>()?;
        Ok((Folder { path, mode, empty: entries.is_empty() }, entries))
    }
}

/// A file of the new site.
struct Piece<'r> {
    path: &'r str,
    hash: Hash,
    /// None if the old file has the same.
    bytes: Option<Vec<u8>>,
}

/// Makes every rendition, even when others have mistakes.
fn make<'r>(renditions: &'r [Rendition], site: &Path, ours: &HashSet<PathBuf>) -> Result<Vec<Piece<'r>>, Refusal> {
    let make = |rendition: &'r Rendition| {
        let bytes = (rendition.make)()?;
        let path = rendition.path.as_str();
        let same = ours.contains(Path::new(path)) && holds(&site.join(path), &bytes).unwrap_or(false);
        Ok(Piece { path, hash: blake3::hash(&bytes), bytes: (!same).then_some(bytes) })
    };
    // Each may be taken by another thread, lest slow ones (PDFs) queue behind each other.
    let made: Vec<Result<Piece, Vec<Diagnostic>>> = renditions.par_iter().with_max_len(1).map(make).collect();
    if made.iter().all(Result::is_ok) {
        return Ok(made.into_iter().flatten().collect());
    }
    let mistakes = made.into_iter().filter_map(Result::err).flatten().collect();
    Err(Refusal::Mistakes(diagnostics::sorted(mistakes)))
}

/// Whether a file has exactly these bytes. The manifest is not asked: what counts is what readers get.
fn holds(path: &Path, bytes: &[u8]) -> io::Result<bool> {
    let mut file = File::open(path)?;
    if file.metadata()?.len() != bytes.len() as u64 {
        return Ok(false);
    }
    let mut buffer = [0; 16 * 1024];
    for chunk in bytes.chunks(buffer.len()) {
        let old = &mut buffer[..chunk.len()];
        file.read_exact(old)?;
        if old != chunk {
            return Ok(false);
        }
    }
    Ok(true)
}

/// Builds the new site beside the old one.
fn stage(places: &Places, plan: &Plan, before: &Before, pieces: &[Piece], manifest: &[u8]) -> Result<(), Fault> {
    let (site, staging) = (&places.site, &places.staging);
    make_folder(staging)?;
    let usual = fs::symlink_metadata(staging).at("read", staging)?.mode() & 0o7777;
    // Closed to others, because the user's folders in it get their modes only at the end.
    set_mode(staging, usual & !0o077)?;
    // First of all, what marks it as ours.
    create(&staging.join(MANIFEST), manifest)?;
    let folders = plan.folders.iter().copied().chain(before.their_folders.iter().map(PathBuf::as_path));
    for level in levels(folders.collect::<HashSet<_>>().into_iter()).iter().skip(1) {
        level.par_iter().try_for_each(|folder| make_folder(&staging.join(folder)))?;
    }
    pieces.par_iter().try_for_each(|piece| {
        let (old, new) = (site.join(piece.path), staging.join(piece.path));
        match &piece.bytes {
            Some(bytes) => create(&new, bytes),
            // Links are refused for many reasons; a copy is as good.
            None if fs::hard_link(&old, &new).is_ok() => Ok(()),
            None => fs::copy(&old, &new).map(drop).at("write", &new),
        }
    })?;
    before.theirs.par_iter().try_for_each(|(path, kind)| {
        carry(&site.join(path), &staging.join(path), *kind).at("carry over", &site.join(path))
    })?;
    for folder in before.folders.iter().skip(1).rev() {
        if folder.mode != usual && before.their_folders.contains(&folder.path) {
            set_mode(&staging.join(&folder.path), folder.mode)?;
        }
    }
    set_mode(staging, before.folders.first().map_or(usual, |root| root.mode))
}

/// Gives something of the user's its place in the new site, unless it was removed a moment ago.
fn carry(old: &Path, new: &Path, kind: FileType) -> io::Result<()> {
    let carried = match kind.is_symlink() {
        true => fs::read_link(old).and_then(|target| symlink(target, new)),
        false => fs::hard_link(old, new),
    };
    match carried {
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(()),
        // Something is mounted inside the old site: copied, its files would then be removed from where they live.
        Err(error) if error.kind() == ErrorKind::CrossesDevices => Err(io::Error::other(MOUNTED)),
        // What is removed once it is copied must be safe on the disk.
        Err(_) if kind.is_file() => fs::copy(old, new).and_then(|_| File::open(new)?.sync_all()),
        carried => carried,
    }
}

/// Removes a tree of ours. If it was `replaced` by a site, files that neither of the two lists move there first, unless the site
/// has them.
fn clear(root: &Path, replaced: Option<&Path>) -> Result<(), Fault> {
    let tree = Tree::of(root, true)?;
    let mut ours = HashSet::new();
    // Mostly the manifest is all that is left, and need not be read.
    if tree.files.len() > 1 {
        let lists = [root].into_iter().chain(replaced).filter_map(|folder| listed(&manifest_in(folder)?));
        ours.extend(lists.flatten());
    }
    tree.files.par_iter().filter(|(path, _)| path.as_os_str() != MANIFEST).try_for_each(|(path, kind)| {
        let old = root.join(path);
        match replaced {
            Some(site) if !(ours.contains(path) && kind.is_file()) && is_missed(&old, site, path)? => {
                let new = site.join(path);
                fs::create_dir_all(parent(&new)).at("make", parent(&new))?;
                rename(&old, &new)
            }
            _ => gone(&old, fs::remove_file(&old)),
        }
    })?;
    for folder in tree.folders.iter().skip(1).rev().map(|folder| root.join(&folder.path)) {
        gone(&folder, fs::remove_dir(&folder))?;
    }
    // Last, because it is what tells whose the tree is should this be interrupted.
    gone(root, fs::remove_file(root.join(MANIFEST)))?;
    gone(root, fs::remove_dir(root))
}

/// Whether the site does not have a file of the old tree, or only a version modified earlier. (The time of the inode's change
/// would not tell: replacing one of two hard links changes both.)
fn is_missed(old: &Path, site: &Path, path: &Path) -> Result<bool, Fault> {
    let blocks = |folder: &Path| fs::symlink_metadata(site.join(folder)).is_ok_and(|found| !found.is_dir());
    if path.ancestors().skip(1).any(blocks) {
        return Err(fault("keep", old, "the new site has no such folder; move the file to where it should be"));
    }
    let time = |found: &fs::Metadata| (found.mtime(), found.mtime_nsec());
    Ok(match (fs::symlink_metadata(old), fs::symlink_metadata(site.join(path))) {
        (Ok(old), Ok(new)) => old.ino() != new.ino() && time(&old) > time(&new),
        (old, _) => old.is_ok(),
    })
}

/// Says what failed, and where.
trait At<T> {
    fn at(self, action: &'static str, path: &Path) -> Result<T, Fault>;
}

impl<T> At<T> for io::Result<T> {
    fn at(self, action: &'static str, path: &Path) -> Result<T, Fault> {
        self.map_err(|error| fault(action, path, error))
    }
}

fn fault(action: &'static str, path: &Path, reason: impl std::fmt::Display) -> Fault {
    Fault::new(action, path.to_string_lossy().into_owned(), reason)
}

fn exists(path: &Path) -> bool {
    !fs::symlink_metadata(path).is_err_and(|error| error.kind() == ErrorKind::NotFound)
}

fn parent(path: &Path) -> &Path {
    path.parent().filter(|parent| !parent.as_os_str().is_empty()).unwrap_or(Path::new("."))
}

fn rename(from: &Path, to: &Path) -> Result<(), Fault> {
    fs::rename(from, to).at("rename", from)
}

fn create(path: &Path, bytes: &[u8]) -> Result<(), Fault> {
    let file = OpenOptions::new().write(true).create_new(true).mode(0o644).open(path);
    file.and_then(|mut file| file.write_all(bytes)).at("write", path)
}

fn make_folder(path: &Path) -> Result<(), Fault> {
    DirBuilder::new().mode(0o755).create(path).at("make", path)
}

fn set_mode(path: &Path, mode: u32) -> Result<(), Fault> {
    fs::set_permissions(path, Permissions::from_mode(mode)).at("set the mode of", path)
}

/// What somebody else has removed is removed.
fn gone(path: &Path, removed: io::Result<()>) -> Result<(), Fault> {
    match removed {
        Err(error) if error.kind() != ErrorKind::NotFound => Err(fault("remove", path, error)),
        _ => Ok(()),
    }
}
