//! What whoever runs the tool has named, wherever it lies: one file, such as a list; or a foreign tree, somebody's folder of texts that
//! is no publication.
//!
//! Takes: a path. Gives: the file's bytes; of a tree the paths of its regular files, and each one's content when it is asked for. Nothing
//! in a tree is followed, nothing is written. Must not know what the files mean.

use std::collections::BTreeSet;
use std::fs;
use std::io::Read;

use camino::{Utf8Path, Utf8PathBuf};
use walkdir::WalkDir;

use super::{LARGEST_FILE, LARGEST_TEXT, is_ours, is_text};
use crate::diagnostics::Fault;

/// Folders within folders beyond this are nobody's texts.
const DEEPEST: usize = 32;
/// The most files a tree may hold: twenty times the largest documentation there is.
const MOST_FILES: usize = 100_000;

/// The largest file that somebody names, in bytes: a list of a hundred thousand institutions.
const LARGEST_NAMED: u64 = 64 << 20;

/// The tree, before its files are read.
pub struct Foreign {
    root: Utf8PathBuf,
    /// Sorted, from the tree's root.
    pub paths: BTreeSet<Utf8PathBuf>,
    /// What is there and is not taken, with the reason.
    pub passed_over: Vec<(Utf8PathBuf, Unread)>,
}

/// Why something is not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unread {
    /// A symbolic link: what it leads to may be anywhere.
    Link,
    /// A pipe or a device.
    Special,
    /// Its name is not UTF-8, or holds control characters.
    Name,
    /// It lies too deep.
    Deep,
    TooLarge,
    NotUtf8,
    /// The system refused.
    Refused,
}

impl Unread {
    /// The id of a variant in the message.
    pub fn name(self) -> &'static str {
        match self {
            Unread::Link => "link",
            Unread::Special => "special",
            Unread::Name => "name",
            Unread::Deep => "deep",
            Unread::TooLarge => "large",
            Unread::NotUtf8 => "encoding",
            Unread::Refused => "refused",
        }
    }
}

impl Foreign {
    pub fn list(folder: &Utf8Path) -> Result<Foreign, Fault> {
        let root = folder.canonicalize_utf8().map_err(|error| Fault::new("open the folder", folder, error))?;
        if !root.is_dir() {
            return Err(Fault::new("open the folder", folder, "it is none"));
        }
        let mut tree = Foreign { root, paths: BTreeSet::new(), passed_over: Vec::new() };
        let walk = WalkDir::new(&tree.root).max_depth(DEEPEST).sort_by_file_name();
        for entry in
            walk.into_iter().filter_entry(|entry| entry.depth() == 0 || is_ours(&entry.file_name().to_string_lossy()))
        {
            let Ok(entry) = entry else {
                // Among others: a folder that may not be read.
                let path = entry.err().and_then(|error| Some(error.path()?.to_string_lossy().into_owned()));
                let path = Utf8PathBuf::from(path.unwrap_or_default());
                let path = path.strip_prefix(&tree.root).map_or(path.clone(), Utf8Path::to_owned);
                tree.passed_over.push((path, Unread::Refused));
                continue;
            };
            let below = entry.path().strip_prefix(&tree.root).unwrap_or(entry.path());
            let shown = Utf8PathBuf::from(below.to_string_lossy().into_owned());
            let kind = entry.file_type();
            let named = Utf8Path::from_path(below).filter(|path| !path.as_str().chars().any(char::is_control));
            let reason = match named {
                _ if kind.is_dir() && entry.depth() < DEEPEST => continue,
                _ if kind.is_dir() => Unread::Deep,
                _ if kind.is_symlink() => Unread::Link,
                _ if !kind.is_file() => Unread::Special,
                None => Unread::Name,
                Some(path) => {
                    tree.paths.insert(path.to_owned());
                    if tree.paths.len() > MOST_FILES {
                        return Err(Fault::new("read the folder", folder, format!("it holds more than {MOST_FILES} files")));
                    }
                    continue;
                }
            };
            tree.passed_over.push((shown, reason));
        }
        Ok(tree)
    }

    /// The folder itself, by its real path.
    pub fn root(&self) -> &Utf8Path {
        &self.root
    }

    pub fn bytes(&self, path: &Utf8Path) -> Result<Vec<u8>, Unread> {
        self.up_to(path, if is_text(path) { LARGEST_TEXT } else { LARGEST_FILE })
    }

    pub fn text(&self, path: &Utf8Path) -> Result<String, Unread> {
        String::from_utf8(self.up_to(path, LARGEST_TEXT)?).map_err(|_| Unread::NotUtf8)
    }

    fn up_to(&self, path: &Utf8Path, limit: u64) -> Result<Vec<u8>, Unread> {
        if !self.paths.contains(path) {
            return Err(Unread::Refused);
        }
        let full = self.root.join(path);
        // It may have become something else since it was listed; a pipe would never end.
        match fs::symlink_metadata(&full) {
            Ok(found) if found.is_file() => {}
            Ok(_) => return Err(Unread::Special),
            Err(_) => return Err(Unread::Refused),
        }
        let file = fs::File::open(&full).map_err(|_| Unread::Refused)?;
        let mut bytes = Vec::new();
        file.take(limit + 1).read_to_end(&mut bytes).map_err(|_| Unread::Refused)?;
        if bytes.len() as u64 > limit { Err(Unread::TooLarge) } else { Ok(bytes) }
    }
}

/// Whether a file would lie within a folder, links resolved; also if neither the file nor its folders are there yet.
pub fn lies_within(file: &Utf8Path, folder: &Utf8Path) -> bool {
    let there = file.ancestors().find_map(|path| {
        let path = if path.as_str().is_empty() { Utf8Path::new(".") } else { path };
        path.canonicalize_utf8().ok()
    });
    there.is_some_and(|path| path.starts_with(folder))
}

/// The bytes of one file that whoever runs the tool has named, wherever it lies.
pub fn read_named(path: &Utf8Path) -> Result<Vec<u8>, Fault> {
    let fault = |error: std::io::Error| Fault::new("read", path, error);
    let file = fs::File::open(path).map_err(fault)?;
    let mut bytes = Vec::new();
    file.take(LARGEST_NAMED + 1).read_to_end(&mut bytes).map_err(fault)?;
    if bytes.len() as u64 > LARGEST_NAMED {
        return Err(Fault::new("read", path, format!("it is larger than {} MiB", LARGEST_NAMED >> 20)));
    }
    Ok(bytes)
}
