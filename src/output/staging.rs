//! Staging: the new site is made, compared with the old one and built beside it.

use std::collections::HashSet;
use std::fs::{self, File, FileType};
use std::io::{self, ErrorKind, Read};
use std::os::unix::fs::{MetadataExt, symlink};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use camino::Utf8PathBuf;
use rayon::prelude::*;

use super::exchange::Places;
use super::files::{At, create, make_folder, make_folders, parent, set_mode};
use super::manifest::{listed, manifest_in};
use super::survey::Before;
use super::{MANIFEST, MOUNTED, Refusal};
use crate::diagnostics::{self, Fault};
use crate::renditions::{FileFacts, Make, Offered, Rendition};

/// The room of a new buffer: a page of usual size grows none, and what grows is copied.
const ROOM: usize = 1 << 17;

/// A buffer with more room than this is not kept for other files.
const LARGEST_BUFFER: usize = 1 << 20;

/// A file of the new site.
pub(super) struct Piece<'r> {
    pub(super) path: &'r str,
    /// The old file has other bytes, or there is none; the new one is staged already.
    pub(super) changed: bool,
}

/// Makes the folder in which the new site is built, and gives the mode that folders usually get here.
pub(super) fn begin(staging: &Path) -> Result<u32, Fault> {
    make_folder(staging)?;
    let usual = fs::symlink_metadata(staging).at("read", staging)?.mode() & 0o7777;
    // Closed to others, because the user's folders in it get their modes only at the end.
    set_mode(staging, usual & !0o077)?;
    // First of all, what marks it as ours.
    create(&staging.join(MANIFEST), &[])?;
    Ok(usual)
}

/// Makes every rendition, even when others have mistakes, and writes those that are new.
pub(super) fn make<'r>(
    renditions: &[&'r Rendition],
    places: &Places,
    ours: &HashSet<PathBuf>,
) -> Result<Vec<Piece<'r>>, Refusal> {
    // Memory that is given back and asked for again, page after page, costs more than the pages.
    let buffers: Mutex<Vec<Vec<u8>>> = Mutex::default();
    let free = || buffers.lock().unwrap_or_else(PoisonError::into_inner);
    let make = |rendition: &&'r Rendition, offered: &Offered| {
        let buffer = free().pop().unwrap_or_else(|| Vec::with_capacity(ROOM));
        let mut bytes = rendition.make.bytes(buffer, offered).map_err(Refusal::Mistakes)?;
        let path = rendition.path.as_str();
        let changed = !(ours.contains(Path::new(path)) && holds(&places.site.join(path), &bytes).unwrap_or(false));
        if changed {
            let new = places.staging.join(path);
            make_folders(parent(&new))?;
            create(&new, &bytes)?;
        }
        let facts = rendition.offered.then(|| (rendition.path.clone(), FileFacts::of(&bytes)));
        if bytes.capacity() <= LARGEST_BUFFER {
            bytes.clear();
            free().push(bytes);
        }
        Ok((Piece { path, changed }, facts))
    };
    type Wave<'r> = Vec<&'r Rendition>;
    type Outcome<'r> = Result<(Piece<'r>, Option<(Utf8PathBuf, FileFacts)>), Refusal>;
    let (last, first): (Wave<'r>, Wave<'r>) =
        renditions.iter().partition(|rendition| matches!(rendition.make, Make::Listing(_)));
    let (costly, first): (Wave<'r>, Wave<'r>) = first.into_iter().partition(|rendition| rendition.costly);
    let (mut pieces, mut mistakes, mut offered) = (Vec::with_capacity(renditions.len()), Vec::new(), Offered::new());
    for wave in [first, costly, last] {
        // A costly one takes hundreds of megabytes while it is made, and several processors if there are any.
        let made: Vec<Outcome<'r>> = match wave.iter().all(|rendition| rendition.costly) {
            true => two_at_once(&wave, |rendition| make(rendition, &offered)),
            false => wave.par_iter().with_max_len(1).map(|rendition| make(rendition, &offered)).collect(),
        };
        for made in made {
            match made {
                Ok((piece, facts)) => {
                    pieces.push(piece);
                    offered.extend(facts);
                }
                Err(Refusal::Mistakes(found)) => mistakes.extend(found),
                Err(fault) => return Err(fault),
            }
        }
        // What is missing cannot be listed.
        if !mistakes.is_empty() {
            break;
        }
    }
    if mistakes.is_empty() { Ok(pieces) } else { Err(Refusal::Mistakes(diagnostics::sorted(mistakes))) }
}

/// Two threads, each of which makes two that stand together: they are often alike, and what the first has cost serves the second.
fn two_at_once<'r, T: Send>(renditions: &[&'r Rendition], make: impl Fn(&&'r Rendition) -> T + Sync) -> Vec<T> {
    let waiting = Mutex::new(renditions.chunks(2).enumerate());
    let next = || waiting.lock().unwrap_or_else(PoisonError::into_inner).next();
    let work = || -> Vec<(usize, Vec<T>)> {
        std::iter::from_fn(next).map(|(nth, alike)| (nth, alike.iter().map(&make).collect())).collect()
    };
    let (mut made, others) = rayon::join(work, work);
    made.extend(others);
    made.sort_by_key(|(nth, _)| *nth);
    made.into_iter().flat_map(|(_, made)| made).collect()
}

/// Whether a file has exactly these bytes. The manifest is not asked: what counts is what readers get.
pub(super) fn holds(path: &Path, bytes: &[u8]) -> io::Result<bool> {
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

/// Completes the new site beside the old one with what it keeps of that.
pub(super) fn stage(places: &Places, usual: u32, before: &Before, pieces: &[Piece], manifest: &[u8]) -> Result<(), Fault> {
    let (site, staging) = (&places.site, &places.staging);
    let unchanged: Vec<&Path> = pieces.iter().filter(|piece| !piece.changed).map(|piece| Path::new(piece.path)).collect();
    let folders = unchanged.iter().copied().map(parent_within).chain(before.their_folders.iter().map(PathBuf::as_path));
    let folders: HashSet<&Path> = folders.collect();
    folders.par_iter().try_for_each(|folder| make_folders(&staging.join(folder)))?;
    unchanged.par_iter().try_for_each(|path| {
        let (old, new) = (site.join(path), staging.join(path));
        // Links are refused for many reasons; a copy is as good.
        fs::hard_link(&old, &new).or_else(|_| fs::copy(&old, &new).map(drop)).at("write", &new)
    })?;
    before.theirs.par_iter().try_for_each(|(path, kind)| {
        carry(&site.join(path), &staging.join(path), *kind).at("carry over", &site.join(path))
    })?;
    for folder in before.folders.iter().skip(1).rev() {
        if folder.mode != usual && before.their_folders.contains(&folder.path) {
            set_mode(&staging.join(&folder.path), folder.mode)?;
        }
    }
    let path = staging.join(MANIFEST);
    fs::write(&path, manifest).at("write", &path)?;
    set_mode(staging, before.folders.first().map_or(usual, |root| root.mode))
}

fn parent_within(path: &Path) -> &Path {
    path.parent().unwrap_or(Path::new(""))
}

/// Gives something of the user's its place in the new site, unless it was removed a moment ago.
pub(super) fn carry(old: &Path, new: &Path, kind: FileType) -> io::Result<()> {
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

/// The files of ours that stand in the site and are not made this time, as renditions of what they hold.
pub(super) fn kept(site: &Path, renditions: &[Rendition]) -> Vec<Rendition> {
    let made: HashSet<&Path> = renditions.iter().map(|rendition| rendition.path.as_std_path()).collect();
    let listed = manifest_in(site).as_deref().and_then(listed).unwrap_or_default();
    let rendition = |path: PathBuf| {
        let full = site.join(&path);
        let is_file = fs::symlink_metadata(&full).is_ok_and(|found| found.is_file());
        let bytes = fs::read(full).ok().filter(|_| is_file && !made.contains(path.as_path()))?;
        let hash = blake3::hash(&bytes);
        let key = move || hash.as_bytes().first_chunk().copied().unwrap_or_default();
        let path = Utf8PathBuf::from_path_buf(path).ok()?;
        // Which of them were offered is not known: all might be.
        let make = Make::Alone(Box::new(move |_| Ok(bytes.clone())));
        Some(Rendition { path, costly: false, offered: true, key: Box::new(key), make })
    };
    listed.into_iter().filter_map(rendition).collect()
}
