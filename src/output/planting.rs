//! New files where there are none: a publication's first ones, a theme to change.
//!
//! Takes: a folder and files. Gives: all of them written, or none and the names of those in the way. No file is written over. Must not
//! know what they hold.

use camino::{Utf8Component, Utf8Path, Utf8PathBuf};

use super::files::{exists, fault, make_folders};
use super::landing::{Landing, land};
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
    let leads_down = |path: &Utf8PathBuf| path.components().all(|part| matches!(part, Utf8Component::Normal(_)));
    if let Some((path, _)) = files.iter().find(|(path, _)| !leads_down(path)) {
        return Err(fault("write", folder.join(path).as_std_path(), "this is no path within the folder").into());
    }
    make_folders(folder.as_std_path())?;
    let landing =
        |(path, bytes): &(Utf8PathBuf, Vec<u8>)| Landing { path: path.clone(), bytes: bytes.clone(), before: None };
    Ok(land(folder, &files.iter().map(landing).collect::<Vec<_>>())?)
}
