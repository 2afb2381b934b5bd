//! Single files and folders, with faults that say what failed and where.

use std::fs::{self, DirBuilder, OpenOptions, Permissions};
use std::io::{self, ErrorKind, Write};
use std::os::unix::fs::{DirBuilderExt, OpenOptionsExt, PermissionsExt};
use std::path::Path;

use crate::diagnostics::Fault;

/// Says what failed, and where.
pub(super) trait At<T> {
    fn at(self, action: &'static str, path: &Path) -> Result<T, Fault>;
}

impl<T> At<T> for io::Result<T> {
    fn at(self, action: &'static str, path: &Path) -> Result<T, Fault> {
        self.map_err(|error| fault(action, path, error))
    }
}

pub(super) fn fault(action: &'static str, path: &Path, reason: impl std::fmt::Display) -> Fault {
    Fault::new(action, path.to_string_lossy().into_owned(), reason)
}

pub(super) fn exists(path: &Path) -> bool {
    !fs::symlink_metadata(path).is_err_and(|error| error.kind() == ErrorKind::NotFound)
}

pub(super) fn parent(path: &Path) -> &Path {
    path.parent().filter(|parent| !parent.as_os_str().is_empty()).unwrap_or(Path::new("."))
}

pub(super) fn rename(from: &Path, to: &Path) -> Result<(), Fault> {
    fs::rename(from, to).at("rename", from)
}

pub(super) fn create(path: &Path, bytes: &[u8]) -> Result<(), Fault> {
    let file = OpenOptions::new().write(true).create_new(true).mode(0o644).open(path);
    file.and_then(|mut file| file.write_all(bytes)).at("write", path)
}

/// Makes a folder and those above it; several threads may make the same one.
pub(super) fn make_folders(path: &Path) -> Result<(), Fault> {
    DirBuilder::new().recursive(true).mode(0o755).create(path).at("make", path)
}

pub(super) fn make_folder(path: &Path) -> Result<(), Fault> {
    DirBuilder::new().mode(0o755).create(path).at("make", path)
}

pub(super) fn set_mode(path: &Path, mode: u32) -> Result<(), Fault> {
    fs::set_permissions(path, Permissions::from_mode(mode)).at("set the mode of", path)
}

/// What somebody else has removed is removed.
pub(super) fn gone(path: &Path, removed: io::Result<()>) -> Result<(), Fault> {
    match removed {
        Err(error) if error.kind() != ErrorKind::NotFound => Err(fault("remove", path, error)),
        _ => Ok(()),
    }
}
