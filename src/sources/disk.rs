//! The working tree: a publication's files as they lie in its folder.
//!
//! Takes: the root folder. Gives: the paths of the files, and what each of them holds. Must not know what they are for. Symbolic links
//! count as the files they lead to, within the project; a pipe or a device is never opened.

use std::fs;
use std::io::Read;

use camino::{Utf8Path, Utf8PathBuf};
use walkdir::{DirEntry, WalkDir};

use super::{BOOK, Content, FOLDERS, Stamp, content, is_ours, is_tool_text, limit, too_large};
use crate::diagnostics::{Code, Diagnostic, Fault, Place};

/// The paths of all files, sorted but for the first file of all, which comes last; symbolic links only where they lead to a file of
/// the same project.
pub(super) fn list(root: &Utf8Path) -> Result<(Vec<Utf8PathBuf>, Vec<Diagnostic>), Fault> {
    let mut paths = Vec::new();
    let mut diagnostics = Vec::new();
    for folder in FOLDERS.map(|name| root.join(name)) {
        if !folder.is_dir() {
            continue;
        }
        let within = folder.canonicalize_utf8().is_ok_and(|folder| folder.starts_with(root));
        let ours = |entry: &DirEntry| entry.depth() == 0 || is_ours(&entry.file_name().to_string_lossy());
        for entry in WalkDir::new(&folder).sort_by_file_name().into_iter().filter_entry(ours) {
            let entry = entry.map_err(|error| Fault::new("read the folder", &folder, error))?;
            if entry.file_type().is_dir() {
                continue;
            }
            let Some(path) = Utf8Path::from_path(entry.path()).and_then(|path| path.strip_prefix(root).ok()) else {
                let shown = entry.path().to_string_lossy().replace(root.as_str(), "");
                diagnostics.push(Diagnostic::new(Code::UnusableFileName, Place::file(shown.trim_start_matches('/'))));
                continue;
            };
            let path = path.to_owned();
            if is_tool_text(&path) {
                continue;
            }
            match if entry.file_type().is_file() { within } else { is_inside(root, &root.join(&path)) } {
                true => paths.push(path),
                false => diagnostics.push(Diagnostic::new(Code::OutsideProject, Place::file(path))),
            }
        }
    }
    match is_inside(root, &root.join(BOOK)) {
        true => paths.push(BOOK.into()),
        false => diagnostics.push(Diagnostic::new(Code::OutsideProject, Place::file(BOOK))),
    }
    Ok((paths, diagnostics))
}

/// What a link leads to must be a file within the project; a pipe or a device must never be opened.
fn is_inside(root: &Utf8Path, path: &Utf8Path) -> bool {
    path.canonicalize_utf8().is_ok_and(|target| target.starts_with(root) && target.is_file())
}

/// Whether a path is a file by itself, and no part of it a link.
pub(super) fn is_itself(root: &Utf8Path, path: &Utf8Path) -> bool {
    let full = root.join(path);
    full.is_file() && full.canonicalize_utf8().is_ok_and(|target| target == full)
}

pub(super) fn read_file(root: &Utf8Path, path: Utf8PathBuf) -> Result<Content, Fault> {
    let full = root.join(&path);
    let fault = |error| Fault::new("read", &full, error);
    let limit = limit(&path);
    let file = fs::File::open(&full).map_err(fault)?;
    let metadata = file.metadata().map_err(fault)?;
    let (expected, stamp) = (metadata.len().min(limit), Stamp::of(&metadata));
    let mut bytes = Vec::with_capacity(expected as usize + 1);
    // One byte more than the limit tells a file that is too large from one that just fits, even while it grows.
    file.take(limit + 1).read_to_end(&mut bytes).map_err(fault)?;
    Ok(match bytes.len() as u64 > limit {
        true => too_large(path),
        false => content(path, bytes, Some(stamp)),
    })
}
