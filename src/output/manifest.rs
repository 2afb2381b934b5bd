//! The manifest: which files of the destination are ours.

use std::collections::{BTreeMap, HashSet};
use std::fs;
use std::path::{Path, PathBuf};

use super::MANIFEST;
use super::staging::Piece;

const LIST: &str = "written_by_diptych";

/// Whether a path only leads down, and is spelt as we spell it.
pub(super) fn is_plain(path: &str) -> bool {
    path.split('/').all(|part| !matches!(part, "" | "." | ".."))
}

pub(super) fn manifest(pieces: &[Piece]) -> Vec<u8> {
    let list: BTreeMap<&str, String> = pieces.iter().map(|piece| (piece.path, piece.hash.to_string())).collect();
    // Maps of texts to texts can always be written.
    serde_json::to_vec_pretty(&BTreeMap::from([(LIST, list)])).unwrap_or_default()
}

pub(super) fn manifest_in(folder: &Path) -> Option<Vec<u8>> {
    let path = folder.join(MANIFEST);
    fs::symlink_metadata(&path).ok().filter(fs::Metadata::is_file).and_then(|_| fs::read(&path).ok())
}

/// The paths a manifest claims for us. A stranger may have written it: one that leads elsewhere is passed over.
pub(super) fn listed(manifest: &[u8]) -> Option<HashSet<PathBuf>> {
    let manifest: serde_json::Value = serde_json::from_slice(manifest).ok()?;
    let list = manifest.get(LIST)?.as_object()?;
    Some(list.keys().filter(|path| is_plain(path)).map(PathBuf::from).collect())
}
