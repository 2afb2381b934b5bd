//! Landing: files among the publication's own sources, or one that somebody has named, each whole or not at all.
//!
//! Takes: a folder, and files with what they hold now. Gives: all of them written, or none and the reason. Must not know what they hold.
//!
//! All files are first written beside their places, under names that no reader of sources looks at. Then each takes its place in one
//! rename: what nobody expected to be there is not written over, and what has changed since it was read stays. If one cannot land, those
//! that did are taken back. A run that is killed in between leaves some new files and some old ones, each whole; the same command again
//! finds the new ones there and writes the rest.

use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use camino::{Utf8Path, Utf8PathBuf};
use rustix::io::Errno;

use super::exchange::resolved;
use super::files::{At, create, exists, fault, gone, make_folders, parent, rename, set_mode};
use crate::diagnostics::Fault;

/// A file that is to be.
pub struct Landing {
    /// From the folder they land in.
    pub path: Utf8PathBuf,
    pub bytes: Vec<u8>,
    /// What it holds now; nothing where it must not be there yet.
    pub before: Option<Vec<u8>>,
}

struct Staged<'l> {
    landing: &'l Landing,
    /// Where it is now, and where it is to be.
    beside: PathBuf,
    place: PathBuf,
}

/// Writes all files below `root`, or none of them.
pub fn land(root: &Utf8Path, landings: &[Landing]) -> Result<(), Fault> {
    let real = fs::canonicalize(root).at("open the folder", root.as_std_path())?;
    let mut staged = Vec::new();
    let result = landings.iter().try_for_each(|landing| {
        staged.push(stage(&real, root, landing)?);
        Ok(())
    });
    let mut landed = 0;
    let result = result.and_then(|()| {
        staged.iter().try_for_each(|file| {
            take_place(file)?;
            landed += 1;
            Ok(())
        })
    });
    if result.is_err() {
        for (place, file) in staged.iter().enumerate() {
            // What cannot be cleared away is one hidden file; the first fault is what matters.
            let _ = if place < landed { take_back(file) } else { gone(&file.beside, fs::remove_file(&file.beside)) };
        }
    }
    result
}

/// Removes a file below `root`, unless it holds something else than it did when it was read.
pub fn clear_away(root: &Utf8Path, path: &Utf8Path, held: &[u8]) -> Result<(), Fault> {
    let place = root.join(path).into_std_path_buf();
    match fs::read(&place) {
        Ok(now) if now == held => gone(&place, fs::remove_file(&place)),
        _ => Ok(()),
    }
}

/// Writes files, by their names, into a folder that somebody has named, in the place of what is there; it is made where there is none.
pub fn write_into(folder: &Utf8Path, files: &[(String, Vec<u8>)]) -> Result<(), Fault> {
    make_folders(folder.as_std_path())?;
    files.iter().try_for_each(|(name, bytes)| write_named(&folder.join(name), bytes))
}

/// Writes one file that somebody has named, in the place of what is there.
pub fn write_named(path: &Utf8Path, bytes: &[u8]) -> Result<(), Fault> {
    let place = path.as_std_path();
    if fs::metadata(place).is_ok_and(|found| !found.is_file()) {
        // A pipe or a terminal has no place to be renamed to.
        return fs::write(place, bytes).at("write", place);
    }
    let beside = beside(place);
    gone(&beside, fs::remove_file(&beside))?;
    create(&beside, bytes)?;
    set_mode(&beside, 0o644)?;
    rename(&beside, place).inspect_err(|_| drop(fs::remove_file(&beside)))
}

fn beside(place: &Path) -> PathBuf {
    let name = place.file_name().unwrap_or_default().to_string_lossy();
    place.with_file_name(format!(".{name}.diptych-new"))
}

fn stage<'l>(real: &Path, root: &Utf8Path, landing: &'l Landing) -> Result<Staged<'l>, Fault> {
    let named = root.join(&landing.path);
    let mut place = named.as_std_path().to_owned();
    // A link within the project stays one: what it leads to is what was read.
    if landing.before.is_some() {
        place = fs::canonicalize(&place).at("open", named.as_std_path())?;
    }
    let folder = parent(&place).to_owned();
    if !resolved(&folder).is_some_and(|folder| folder.starts_with(real)) {
        return Err(fault("write", named.as_std_path(), "it lies outside the publication's folder"));
    }
    make_folders(&folder)?;
    let beside = beside(&place);
    gone(&beside, fs::remove_file(&beside))?;
    create(&beside, &landing.bytes)?;
    set_mode(&beside, 0o644)?;
    if landing.before.is_some() {
        // What takes an older file's place must be on the disk before it does: the older one cannot be made again.
        fs::File::open(&beside).and_then(|file| file.sync_all()).at("write", &beside)?;
    }
    Ok(Staged { landing, beside, place })
}

fn take_place(file: &Staged<'_>) -> Result<(), Fault> {
    let Some(before) = &file.landing.before else { return without_replacing(&file.beside, &file.place) };
    let now = fs::read(&file.place).at("read", &file.place)?;
    if now != *before {
        return Err(fault("write", &file.place, "somebody changed it in the meantime; run the command again"));
    }
    rename(&file.beside, &file.place)
}

fn without_replacing(from: &Path, to: &Path) -> Result<(), Fault> {
    let taken = || fault("write", to, "there is a file of that name already");
    match at_once(from, to) {
        Ok(()) => Ok(()),
        Err(Errno::EXIST) => Err(taken()),
        // File systems that cannot look and rename in one step.
        Err(Errno::INVAL | Errno::NOSYS | Errno::NOTSUP) if !exists(to) => rename(from, to),
        Err(Errno::INVAL | Errno::NOSYS | Errno::NOTSUP) => Err(taken()),
        Err(error) => Err(fault("rename", from, std::io::Error::from(error))),
    }
}

#[cfg(any(target_os = "linux", target_os = "android", target_vendor = "apple"))]
fn at_once(from: &Path, to: &Path) -> Result<(), Errno> {
    use rustix::fs::{CWD, RenameFlags, renameat_with};
    renameat_with(CWD, from, CWD, to, RenameFlags::NOREPLACE)
}

#[cfg(not(any(target_os = "linux", target_os = "android", target_vendor = "apple")))]
fn at_once(_: &Path, _: &Path) -> Result<(), Errno> {
    Err(Errno::NOSYS)
}

fn take_back(file: &Staged<'_>) -> Result<(), Fault> {
    match &file.landing.before {
        None => match fs::remove_file(&file.place) {
            Err(error) if error.kind() != ErrorKind::NotFound => Err(fault("remove", &file.place, error)),
            _ => Ok(()),
        },
        Some(before) => {
            create(&file.beside, before)?;
            set_mode(&file.beside, 0o644)?;
            rename(&file.beside, &file.place)
        }
    }
}
