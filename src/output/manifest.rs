//! The manifest: which files of the destination are ours.

use std::collections::{BTreeMap, HashSet};
use std::fs;
use std::os::unix::fs::MetadataExt;
use std::path::{Path, PathBuf};

use blake3::Hash;

use super::MANIFEST;
use super::staging::Piece;

const LIST: &str = "written_by_diptych";

/// Whether a path only leads down, and is spelt as we spell it.
pub(super) fn is_plain(path: &str) -> bool {
    path.split('/').all(|part| !matches!(part, "" | "." | ".."))
}

pub(super) fn manifest(pieces: &[Piece]) -> Vec<u8> {
    let mut list: Vec<&str> = pieces.iter().map(|piece| piece.path).collect();
    list.sort_unstable();
    let length: usize = list.iter().map(|path| path.len() + 8).sum();
    let mut manifest = Vec::with_capacity(length + 64);
    // Maps of texts to lists of texts can always be written, and to memory.
    serde_json::to_writer_pretty(&mut manifest, &BTreeMap::from([(LIST, list)])).ok();
    manifest
}

pub(super) fn manifest_in(folder: &Path) -> Option<Vec<u8>> {
    let path = folder.join(MANIFEST);
    fs::symlink_metadata(&path).ok().filter(fs::Metadata::is_file).and_then(|_| fs::read(&path).ok())
}

/// What tells this site from one of the same files that stood there before: its manifest and the number of its folder, which
/// a rename leaves alone.
pub(super) fn identity(folder: &Path) -> Option<Hash> {
    let number = fs::symlink_metadata(folder).ok()?.ino();
    Some(blake3::Hasher::new().update(&number.to_le_bytes()).update(&manifest_in(folder)?).finalize())
}

/// The paths a manifest claims for us. A stranger may have written it: one that leads elsewhere is passed over.
pub(super) fn listed(manifest: &[u8]) -> Option<HashSet<PathBuf>> {
    let manifest: serde_json::Value = serde_json::from_slice(manifest).ok()?;
    let list = manifest.get(LIST)?.as_array()?;
    Some(list.iter().filter_map(|path| path.as_str()).filter(|path| is_plain(path)).map(PathBuf::from).collect())
}
