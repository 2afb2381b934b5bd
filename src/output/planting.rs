//! New files where there are none: a publication's first ones, a theme to change.
//!
//! Takes: a folder and files. Gives: all of them written, or none and the names of those in the way. No file is written over, and none
//! is written through a link that lies in the folder: it may have come from a stranger.

use std::fs;
use std::path::Path;

use camino::{Utf8Component, Utf8Path, Utf8PathBuf};

use super::files::{create, exists, fault, make_folders};
use crate::diagnostics::Fault;

/// What is in the way, or what failed.
#[derive(Debug)]
pub enum Occupied {
    /// Files that are there, by their paths within the folder.
    By(Vec<Utf8PathBuf>),
    Fault(Fault),
}

impl From<Fault> for Occupied {
    fn from(fault: Fault) -> Self {
        Occupied::Fault(fault)
    }
}

pub fn plant(folder: &Utf8Path, files: &[(Utf8PathBuf, Vec<u8>)]) -> Result<(), Occupied> {
    let there: Vec<Utf8PathBuf> =
        files.iter().map(|(path, _)| path).filter(|path| exists(folder.join(path).as_std_path())).cloned().collect();
    if !there.is_empty() {
        return Err(Occupied::By(there));
    }
    for (path, _) in files {
        if !path.components().all(|part| matches!(part, Utf8Component::Normal(_))) {
            return Err(fault("write", folder.join(path).as_std_path(), "this is no path within the folder").into());
        }
        let inner = path.ancestors().skip(1).filter(|inner| !inner.as_str().is_empty());
        for inner in inner.map(|inner| folder.join(inner)) {
            let is_folder = |path: &Path| !exists(path) || fs::symlink_metadata(path).is_ok_and(|found| found.is_dir());
            if !is_folder(inner.as_std_path()) {
                return Err(fault("write into", inner.as_std_path(), "this is no folder of the project's own").into());
            }
        }
    }
    for (path, bytes) in files {
        let file = folder.join(path);
        make_folders(file.parent().unwrap_or(folder).as_std_path())?;
        create(file.as_std_path(), bytes)?;
    }
    Ok(())
}
