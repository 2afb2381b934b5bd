//! A git revision: a publication's files as they were committed.
//!
//! Takes: the publication's folder and the name of a revision: a branch, a tag, a hash, `HEAD~2`. Gives: the same [`Sources`] that the
//! disk would give if that revision were checked out, under the same limits, without a checkout. The repository is only read: no
//! program is started, nothing is fetched, no environment variable is obeyed; of git's own settings the system's and the user's are read,
//! because they may say that a repository of somebody else's is trusted (`safe.directory`). Files are as git stores them: what filters
//! and `.gitattributes` would make of them on the disk is not done. Must not know what the files mean.

use std::collections::HashMap;
use std::sync::Arc;

use camino::{Utf8Path, Utf8PathBuf};
use gix::bstr::ByteSlice;
use gix::objs::tree::EntryKind;
use gix::{ObjectId, Repository, ThreadSafeRepository, Tree};

use super::{BOOK, Bytes, Content, FOLDERS, Sources, content, is_ours, is_tool_text, limit, too_large};
use crate::diagnostics::{Code, Diagnostic, Fault, Place};

/// The most files and folders of a revision: a tree that repeats itself is small in the repository and endless to whoever walks it.
const MOST_ENTRIES: usize = 200_000;
/// The most bytes of a revision's files together.
const MOST_BYTES: u64 = 2 << 30;
/// The longest path of folders in folders.
const DEEPEST: usize = 64;
/// How far back it is looked for the revision in which a file was written.
const MOST_COMMITS: usize = 10_000;
/// How many symbolic links may lead to each other.
const MOST_LINKS: usize = 16;

/// A revision that has been found.
pub struct Revision {
    repository: Repository,
    /// The publication's folder on the disk.
    root: Utf8PathBuf,
    /// The same within the repository; empty where it is the repository's own.
    folder: Utf8PathBuf,
    /// The name that was asked for.
    name: String,
    commit: ObjectId,
}

/// A file of the tree, or what cannot be one.
enum Found {
    File(ObjectId),
    Link(ObjectId),
    Mistake(Diagnostic),
}

impl Sources {
    /// Reads the publication of `root` as it was at a git revision.
    pub fn at_revision(root: &Utf8Path, name: &str) -> Result<(Sources, Vec<Diagnostic>), Fault> {
        Revision::find(root, name)?.read()
    }
}

impl Revision {
    /// Finds a revision in the repository that holds the folder.
    pub fn find(root: &Utf8Path, name: &str) -> Result<Revision, Fault> {
        let root = root.canonicalize_utf8().map_err(|error| Fault::new("open the folder", root, error))?;
        let repository = open(&root)?;
        let held = repository.workdir().and_then(|folder| Utf8Path::from_path(folder)?.canonicalize_utf8().ok());
        let folder = held.and_then(|held| root.strip_prefix(held).ok().map(Utf8Path::to_owned));
        let reason = "the repository has no working tree that holds it";
        let folder = folder.ok_or_else(|| Fault::new("use the repository of", &root, reason))?;
        let commit = match commit(&repository, name) {
            Ok(commit) => commit,
            // What lies before a shallow clone begins is missing, not wrong.
            Err(error) if repository.is_shallow().unwrap_or(false) => {
                return Err(Fault::new("reach the revision", name, error));
            }
            Err(error) => return Err(Fault::new("find the revision", name, error)),
        };
        Ok(Revision { repository, root, folder, name: name.to_owned(), commit })
    }

    /// The revision in which a file came to hold what it holds, along the first parents of what is checked out; that itself, where the file
    /// holds something else there.
    pub fn that_wrote(root: &Utf8Path, path: &Utf8Path, held: &[u8]) -> Result<Revision, Fault> {
        let mut revision = Revision::find(root, "HEAD")?;
        let Some(blob) = revision.blob(path)? else { return Ok(revision) };
        let stored = revision.repository.find_blob(blob).map_err(|error| revision.fault(error))?.take_data();
        let lines = |bytes: &[u8]| bytes.iter().copied().filter(|byte| *byte != b'\r').collect::<Vec<u8>>();
        if lines(&stored) != lines(held) {
            return Ok(revision);
        }
        for _ in 0..MOST_COMMITS {
            let commit = revision.repository.find_commit(revision.commit).map_err(|error| revision.fault(error))?;
            let Some(parent) = commit.parent_ids().next().map(|parent| parent.detach()) else { break };
            drop(commit);
            let before = std::mem::replace(&mut revision.commit, parent);
            // What a shallow clone does not have is as good as not there.
            if revision.blob(path).ok().flatten() != Some(blob) {
                revision.commit = before;
                break;
            }
        }
        revision.name = revision.commit();
        Ok(revision)
    }

    /// The file at a path below the publication's folder, if it is one.
    fn blob(&self, path: &Utf8Path) -> Result<Option<ObjectId>, Fault> {
        let whole = self.repository.find_commit(self.commit).and_then(|commit| commit.tree()).map_err(|e| self.fault(e))?;
        Ok(match self.entry(&whole, path)? {
            Some((EntryKind::Blob | EntryKind::BlobExecutable, blob)) => Some(blob),
            _ => None,
        })
    }

    /// The whole hash of the commit.
    pub fn commit(&self) -> String {
        self.commit.to_string()
    }

    pub fn read(&self) -> Result<(Sources, Vec<Diagnostic>), Fault> {
        let whole = self.repository.find_commit(self.commit).and_then(|commit| commit.tree()).map_err(|e| self.fault(e))?;
        let mut found = HashMap::new();
        for name in FOLDERS {
            self.list(&whole, Utf8Path::new(name), &mut found)?;
        }
        if !self.list_file(&whole, BOOK.into(), &mut found)? {
            return Err(Fault::new("find the publication at", self.name.as_str(), self.folder.join(BOOK)));
        }
        let mut found: Vec<(Utf8PathBuf, Found)> = found.into_iter().collect();
        found.sort_by(|(one, _), (other, _)| one.cmp(other));
        let (mut contents, mut diagnostics, mut blobs) = (Vec::new(), Vec::new(), Blobs::default());
        for (path, found) in found {
            let blob = match found {
                Found::File(blob) => Some(blob),
                Found::Link(link) => self.follow(&whole, &path, link)?,
                Found::Mistake(mistake) => {
                    diagnostics.push(mistake);
                    continue;
                }
            };
            match blob {
                Some(blob) => contents.push((path.clone(), self.content(path, blob, &mut blobs)?)),
                None => diagnostics.push(Diagnostic::new(Code::OutsideProject, Place::file(path))),
            }
        }
        Ok(Sources::assemble(self.root.clone(), contents, diagnostics, None))
    }

    fn fault(&self, reason: impl std::fmt::Display) -> Fault {
        Fault::new("read the revision", self.name.as_str(), reason)
    }

    /// What lies at a path below the publication's folder.
    fn entry(&self, whole: &Tree<'_>, path: &Utf8Path) -> Result<Option<(EntryKind, ObjectId)>, Fault> {
        let full = self.folder.join(path);
        let entry = whole.lookup_entry_by_path(&full).map_err(|error| self.fault(error))?;
        Ok(entry.map(|entry| (entry.mode().kind(), entry.object_id())))
    }

    fn list_file(
        &self,
        whole: &Tree<'_>,
        path: Utf8PathBuf,
        found: &mut HashMap<Utf8PathBuf, Found>,
    ) -> Result<bool, Fault> {
        let kind = match self.entry(whole, &path)? {
            Some((EntryKind::Blob | EntryKind::BlobExecutable, blob)) => Found::File(blob),
            Some((EntryKind::Link, link)) => Found::Link(link),
            _ => return Ok(false),
        };
        found.insert(path, kind);
        Ok(true)
    }

    /// All files below one of the publication's folders, folder by folder.
    fn list(&self, whole: &Tree<'_>, top: &Utf8Path, found: &mut HashMap<Utf8PathBuf, Found>) -> Result<(), Fault> {
        let mut folders: Vec<(Utf8PathBuf, ObjectId)> = Vec::new();
        match self.entry(whole, top)? {
            Some((EntryKind::Tree, tree)) => folders.push((top.to_owned(), tree)),
            Some((EntryKind::Link, _)) => {
                drop(found.insert(top.to_owned(), Found::Mistake(Diagnostic::new(Code::OutsideProject, Place::file(top)))))
            }
            _ => {}
        }
        let mut entries = 0;
        while let Some((folder, tree)) = folders.pop() {
            let tree = self.repository.find_tree(tree).map_err(|error| self.fault(error))?;
            for entry in tree.iter() {
                let entry = entry.map_err(|error| self.fault(error))?;
                entries += 1;
                if entries > MOST_ENTRIES || folder.components().count() > DEEPEST {
                    return Err(self.fault(format!("{folder}: more than {MOST_ENTRIES} files, or {DEEPEST} folders deep")));
                }
                if !is_ours(&entry.inner.filename.to_str_lossy()) {
                    continue;
                }
                let Ok(name) = entry.inner.filename.to_str() else {
                    let shown = folder.join(entry.inner.filename.to_str_lossy().as_ref());
                    let mistake = Diagnostic::new(Code::UnusableFileName, Place::file(shown.clone()));
                    found.insert(shown, Found::Mistake(mistake));
                    continue;
                };
                let (path, id) = (folder.join(name), entry.inner.oid.to_owned());
                match entry.inner.mode.kind() {
                    // No name of a file holds this; in a doctored tree one might.
                    _ if name.contains('/') => return Err(self.fault(format!("{path}: a name with a slash"))),
                    EntryKind::Tree => folders.push((path, id)),
                    _ if is_tool_text(&path) => {}
                    EntryKind::Blob | EntryKind::BlobExecutable => drop(found.insert(path, Found::File(id))),
                    EntryKind::Link => drop(found.insert(path, Found::Link(id))),
                    EntryKind::Commit => return Err(Fault::new("read the submodule", path, "")),
                }
            }
        }
        Ok(())
    }

    /// The file that a symbolic link leads to, if it is one of the project; links through linked folders are not followed.
    fn follow(&self, whole: &Tree<'_>, path: &Utf8Path, link: ObjectId) -> Result<Option<ObjectId>, Fault> {
        let (mut path, mut link) = (path.to_owned(), link);
        for _ in 0..MOST_LINKS {
            let header = self.repository.find_header(link).map_err(|error| self.fault(error))?;
            if header.size() > 4096 {
                return Ok(None);
            }
            let target = self.repository.find_blob(link).map_err(|error| self.fault(error))?.take_data();
            let within = String::from_utf8(target).ok().and_then(|target| beside(&path, &target));
            let Some(target) = within else { return Ok(None) };
            match self.entry(whole, &target)? {
                Some((EntryKind::Blob | EntryKind::BlobExecutable, blob)) => return Ok(Some(blob)),
                Some((EntryKind::Link, next)) => (path, link) = (target, next),
                _ => return Ok(None),
            }
        }
        Ok(None)
    }

    /// The content of a file; too large a one is not even unpacked.
    fn content(&self, path: Utf8PathBuf, blob: ObjectId, blobs: &mut Blobs) -> Result<Content, Fault> {
        if let Some(bytes) = blobs.read.get(&blob).filter(|_| limit(&path) != super::LARGEST_TEXT) {
            return Ok(Content::Bytes(Bytes::Read(Arc::clone(bytes)), None));
        }
        let size = self.repository.find_header(blob).map_err(|error| self.fault(error))?.size();
        if size > limit(&path) {
            return Ok(too_large(path));
        }
        blobs.size += size;
        if blobs.size > MOST_BYTES {
            return Err(self.fault(format!("its files have more than {} MiB together", MOST_BYTES >> 20)));
        }
        let bytes = self.repository.find_blob(blob).map_err(|error| self.fault(error))?.take_data();
        let content = content(path, bytes, None);
        if let Content::Bytes(Bytes::Read(bytes), _) = &content {
            blobs.read.insert(blob, Arc::clone(bytes));
        }
        Ok(content)
    }
}

/// What has been read: the same figure under many names is held once.
#[derive(Default)]
struct Blobs {
    size: u64,
    read: HashMap<ObjectId, Arc<[u8]>>,
}

/// Opens the repository that holds a folder, unless somebody else owns it and the user has not said that it is trusted.
fn open(root: &Utf8Path) -> Result<Repository, Fault> {
    let mut permissions = gix::open::Permissions::isolated();
    // Where the user's settings lie is all that is asked of the environment.
    permissions.env.home = gix::sec::Permission::Allow;
    permissions.env.xdg_config_home = gix::sec::Permission::Allow;
    (permissions.config.system, permissions.config.git, permissions.config.user) = (true, true, true);
    let options = || gix::open::Options::default().permissions(permissions).bail_if_untrusted(true);
    let by_trust = gix::sec::trust::Mapping { full: options(), reduced: options() };
    let found = ThreadSafeRepository::discover_opts(root, gix::discover::upwards::Options::default(), by_trust);
    let opened = found.map_err(|error| match error.is_not_found() {
        true => Fault::new("find a repository of", root, error),
        false => Fault::new("use the repository of", root, error),
    });
    Ok(opened?.to_thread_local())
}

fn commit(repository: &Repository, name: &str) -> gix::Result<ObjectId> {
    let object = repository.rev_parse_single(name)?.object()?;
    Ok(object.peel_to_commit()?.id)
}

/// The path within the project that a link's text means; none where it leads out.
fn beside(path: &Utf8Path, target: &str) -> Option<Utf8PathBuf> {
    if target.starts_with('/') || target.contains('\0') {
        return None;
    }
    let mut parts: Vec<&str> = path.parent()?.as_str().split('/').filter(|part| !part.is_empty()).collect();
    for part in target.split('/') {
        match part {
            "" | "." => {}
            ".." => drop(parts.pop()?),
            part => parts.push(part),
        }
    }
    Some(parts.join("/").into())
}
