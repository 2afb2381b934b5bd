//! Staging: the new site is made, compared with the old one and built beside it.

use std::collections::HashSet;
use std::fs::{self, File, FileType};
use std::io::{self, ErrorKind, Read};
use std::os::unix::fs::{MetadataExt, symlink};
use std::path::{Path, PathBuf};

use blake3::Hash;
use camino::Utf8PathBuf;
use rayon::prelude::*;

use super::exchange::Places;
use super::files::{At, create, make_folder, set_mode};
use super::manifest::{listed, manifest_in};
use super::survey::{Before, Plan, levels};
use super::{MANIFEST, MOUNTED, Refusal};
use crate::diagnostics::{self, Diagnostic, Fault};
use crate::renditions::Rendition;

/// A file of the new site.
pub(super) struct Piece<'r> {
    pub(super) path: &'r str,
    pub(super) hash: Hash,
    /// None if the old file has the same.
    pub(super) bytes: Option<Vec<u8>>,
}

/// Makes every rendition, even when others have mistakes.
pub(super) fn make<'r>(
    renditions: &[&'r Rendition],
    site: &Path,
    ours: &HashSet<PathBuf>,
) -> Result<Vec<Piece<'r>>, Refusal> {
    let make = |rendition: &&'r Rendition| {
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

/// Builds the new site beside the old one.
pub(super) fn stage(places: &Places, plan: &Plan, before: &Before, pieces: &[Piece], manifest: &[u8]) -> Result<(), Fault> {
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
        Some(Rendition { path, costly: false, key: Box::new(key), make: Box::new(move || Ok(bytes.clone())) })
    };
    listed.into_iter().filter_map(rendition).collect()
}
