//! Trees: reading what a folder holds, and removing one that is ours.

use std::collections::HashSet;
use std::fs::{self, FileType, Permissions};
use std::io;
use std::os::unix::fs::{MetadataExt, PermissionsExt};
use std::path::{Path, PathBuf};

use rayon::prelude::*;

use super::files::{At, fault, gone, parent, rename};
use super::manifest::{listed, manifest_in};
use super::{MANIFEST, MOUNTED};
use crate::diagnostics::Fault;

/// What a folder holds, by paths from it. Symbolic links are not followed.
#[derive(Default)]
pub(super) struct Tree {
    /// Each after the one it lies in.
    pub(super) folders: Vec<Folder>,
    pub(super) files: Vec<(PathBuf, FileType)>,
}

pub(super) struct Folder {
    pub(super) path: PathBuf,
    pub(super) mode: u32,
    pub(super) empty: bool,
}

impl Tree {
    /// Reads level by level, for how deep it goes is not in our hands. To be removed, folders are `unlocked` on the way.
    pub(super) fn of(root: &Path, unlock: bool) -> Result<Self, Fault> {
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
    pub(super) fn read(
        full: &Path,
        path: PathBuf,
        device: u64,
        unlock: bool,
    ) -> io::Result<(Self, Vec<(PathBuf, FileType)>)> {
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

/// Removes a tree of ours. If it was `replaced` by a site, files that neither of the two lists move there first, unless the site
/// has them.
pub(super) fn clear(root: &Path, replaced: Option<&Path>) -> Result<(), Fault> {
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
pub(super) fn is_missed(old: &Path, site: &Path, path: &Path) -> Result<bool, Fault> {
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
