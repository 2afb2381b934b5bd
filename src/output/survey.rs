//! The survey: what is to be written, and what stands in its place.

use std::collections::HashSet;
use std::fs::{self, FileType};
use std::path::{Path, PathBuf};

use rayon::prelude::*;

use super::MANIFEST;
use super::files::{exists, fault};
use super::manifest::{is_plain, listed, manifest_in};
use super::tree::{Folder, Tree, clear};
use crate::diagnostics::Fault;
use crate::renditions::Rendition;

/// The paths of the new site, from its root.
pub(super) struct Plan<'r> {
    files: HashSet<&'r str>,
    folders: HashSet<&'r str>,
}

impl<'r> Plan<'r> {
    pub(super) fn of(renditions: &[&'r Rendition]) -> Result<Self, Fault> {
        let mut plan = Plan { files: HashSet::with_capacity(renditions.len() + 1), folders: HashSet::new() };
        plan.files.insert(MANIFEST);
        for path in renditions.iter().map(|rendition| rendition.path.as_str()) {
            if !is_plain(path) {
                return Err(fault("write", Path::new(path), "it is not a plain path inside the destination"));
            }
            if !plan.files.insert(path) {
                return Err(fault("write", Path::new(path), "two files of the site have this path"));
            }
            let folders = std::iter::successors(Some(path), |path| path.rfind('/').map(|end| &path[..end]));
            let _ = folders.skip(1).take_while(|folder| plan.folders.insert(folder)).count();
        }
        match plan.folders.intersection(&plan.files).min() {
            Some(both) => Err(fault("write", Path::new(both), "the site has both a file and a folder of this path")),
            None => Ok(plan),
        }
    }

    pub(super) fn has_file(&self, path: &Path) -> bool {
        path.to_str().is_some_and(|path| self.files.contains(path))
    }

    fn has_folder(&self, path: &Path) -> bool {
        path.to_str().is_some_and(|path| path.is_empty() || self.folders.contains(path))
    }
}

/// What stands in the destination when a run begins.
#[derive(Default)]
pub(super) struct Before {
    pub(super) exists: bool,
    pub(super) manifest: Option<Vec<u8>>,
    pub(super) ours: HashSet<PathBuf>,
    pub(super) theirs: Vec<(PathBuf, FileType)>,
    /// Folders that hold something of theirs, or nothing at all: we leave no empty ones.
    pub(super) their_folders: HashSet<PathBuf>,
    pub(super) folders: Vec<Folder>,
}

impl Before {
    pub(super) fn survey(site: &Path, plan: &Plan, adopt: bool) -> Result<Self, Fault> {
        if !exists(site) {
            return Ok(Before::default());
        }
        let tree = Tree::of(site, false)?;
        let manifest = manifest_in(site);
        let listed = match manifest.as_deref().map(listed) {
            Some(Some(listed)) => listed,
            _ if adopt || tree.files.is_empty() && tree.folders.len() == 1 => HashSet::new(),
            Some(None) => {
                let reason = "it is damaged; empty the folder, or add `--adopt` to treat all other files in it as yours";
                return Err(fault("read", &site.join(MANIFEST), reason));
            }
            None => {
                let reason =
                    "it is not empty, nor written by diptych; name another, or add `--adopt` to write among its files";
                return Err(fault("write the site into", site, reason));
            }
        };
        let mut before = Before { exists: true, manifest, folders: tree.folders, ..Before::default() };
        for (path, kind) in tree.files {
            if kind.is_file() && listed.contains(&path) {
                before.ours.insert(path);
            } else if !(kind.is_file() && path.as_os_str() == MANIFEST) {
                before.theirs.push((path, kind));
            }
        }
        before.make_way(site, plan, adopt)?;
        Ok(before)
    }

    /// Refuses if something of theirs is in the way. When adopting, files give way, but never a folder.
    pub(super) fn make_way(&mut self, site: &Path, plan: &Plan, adopt: bool) -> Result<(), Fault> {
        let wanted = |path: &Path| plan.has_file(path) || plan.has_folder(path);
        if adopt {
            self.theirs.retain(|(path, _)| !wanted(path));
        }
        let files = self.theirs.iter().map(|(path, _)| path.as_path());
        let empty = self.folders.iter().filter(|folder| folder.empty).map(|folder| folder.path.as_path());
        let folders = files.clone().filter_map(Path::parent).chain(empty).flat_map(Path::ancestors);
        self.their_folders = folders.map(Path::to_owned).collect();
        let folders = self.their_folders.iter().map(PathBuf::as_path).filter(|path| plan.has_file(path));
        let mut in_the_way: Vec<&Path> = files.filter(|path| wanted(path)).chain(folders).collect();
        in_the_way.sort();
        let Some(first) = in_the_way.first() else { return Ok(()) };
        let remedy = if adopt { "move the folder away" } else { "move it away, or add `--adopt` to have files replaced" };
        Err(fault("write", &site.join(first), format!("diptych did not write what is there; {remedy}")))
    }

    /// Removes the tree that the site has replaced: what is known first, at once and in parallel, then whatever is left.
    pub(super) fn retire(&self, old: &Path, site: &Path) -> Result<(), Fault> {
        self.ours.par_iter().for_each(|path| drop(fs::remove_file(old.join(path))));
        let emptied = self.folders.iter().map(|folder| &*folder.path).filter(|path| !self.their_folders.contains(*path));
        for level in levels(emptied).iter().skip(1).rev() {
            level.par_iter().for_each(|path| drop(fs::remove_dir(old.join(path))));
        }
        clear(old, Some(site))
    }
}

/// Paths by depth, from 0: those of one level can be made or removed at the same time.
pub(super) fn levels<'p>(paths: impl Iterator<Item = &'p Path>) -> Vec<Vec<&'p Path>> {
    let mut levels = Vec::new();
    for path in paths {
        let depth = path.components().count();
        levels.resize(levels.len().max(depth + 1), Vec::new());
        levels[depth].push(path);
    }
    levels
}
