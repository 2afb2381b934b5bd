//! Finished PDFs, kept between runs in `.diptych/cache`.
//!
//! Takes: renditions. Gives: the same renditions, whose costly ones are read from the cache where their key is known. A key covers
//! everything the bytes depend on, so an entry is right or absent, never stale.
//!
//! The folder lies in the project, and a project may come from a stranger, who must not be able to bring "finished" PDFs along.
//! So the cache is used only with a seal that names the folder's own inode and moment of birth: nobody can foresee those, and a
//! copy or a checkout has others. Without a seal that fits, the cache begins anew.

use std::collections::HashSet;
use std::fs;
use std::io;
use std::os::unix::fs::MetadataExt;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::UNIX_EPOCH;

use camino::{Utf8Path, Utf8PathBuf};

use crate::renditions::{Made, Make, Rendition};

const SEAL: &str = "seal";

/// A folder of finished files by key. Whatever fails with it only costs time: a file is then made again.
pub struct Cache {
    folder: Utf8PathBuf,
    used: Mutex<HashSet<String>>,
}

impl Cache {
    /// None where the folder cannot be used.
    pub fn open(project: &Utf8Path) -> Option<Arc<Self>> {
        let folder = project.join(".diptych/cache");
        // A link could lead anywhere, and everything in the folder may be removed.
        let linked = |path: &Utf8Path| fs::symlink_metadata(path).is_ok_and(|found| !found.is_dir());
        if linked(&project.join(".diptych")) || linked(&folder) {
            return None;
        }
        let sealed = || fs::read_to_string(folder.join(SEAL)).ok() == seal(&folder);
        if seal(&folder).is_none() || !sealed() {
            renew(&folder).ok()?;
        }
        sealed().then(|| Arc::new(Cache { folder, used: Mutex::default() }))
    }

    /// The renditions, with the costly ones read from the cache where they can be.
    pub fn over(self: &Arc<Self>, renditions: Vec<Rendition>) -> Vec<Rendition> {
        let over = |rendition: Rendition| {
            if !rendition.costly {
                return rendition;
            }
            let Rendition { path, costly, offered, key, make: Make::Alone(make) } = rendition else { return rendition };
            let (cache, key) = (Arc::clone(self), Arc::new(key));
            let for_make = Arc::clone(&key);
            let make = Make::Alone(Box::new(move |buffer| cache.made(&for_make(), buffer, &make)));
            Rendition { path, costly, offered, key: Box::new(move || key()), make }
        };
        renditions.into_iter().map(over).collect()
    }

    fn made(&self, key: &[u8], buffer: Vec<u8>, make: &dyn Fn(Vec<u8>) -> Made) -> Made {
        let name: String = key.iter().map(|byte| format!("{byte:02x}")).collect();
        self.used.lock().unwrap_or_else(PoisonError::into_inner).insert(name.clone());
        let entry = self.folder.join(&name);
        if let Some(bytes) = fs::read(&entry).ok().and_then(unwrapped) {
            return Ok(bytes);
        }
        let bytes = make(buffer)?;
        let unfinished = self.folder.join(format!("{name}.{}", std::process::id()));
        let written = fs::write(&unfinished, wrapped(&bytes)).and_then(|()| fs::rename(&unfinished, &entry));
        if written.is_err() {
            let _ = fs::remove_file(&unfinished);
        }
        Ok(bytes)
    }

    /// Removes what this run did not use, so that the cache is never larger than one build.
    pub fn sweep(&self) {
        let used = self.used.lock().unwrap_or_else(PoisonError::into_inner);
        for entry in fs::read_dir(&self.folder).into_iter().flatten().flatten() {
            let name = entry.file_name().to_string_lossy().into_owned();
            if name != SEAL && !used.contains(&name) {
                let _ = fs::remove_file(entry.path());
            }
        }
    }
}

/// What only this folder can be sealed with; none where the file system does not record when it was made.
fn seal(folder: &Utf8Path) -> Option<String> {
    let found = fs::symlink_metadata(folder).ok()?;
    let born = found.created().ok()?.duration_since(UNIX_EPOCH).ok()?;
    let identity = format!("{} {} {}", found.dev(), found.ino(), born.as_nanos());
    Some(blake3::hash(identity.as_bytes()).to_string())
}

fn renew(folder: &Utf8Path) -> io::Result<()> {
    match fs::remove_dir_all(folder) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
        _ => fs::create_dir_all(folder)?,
    }
    fs::write(folder.join(SEAL), seal(folder).unwrap_or_default())
}

/// The bytes after their hash: an entry that was cut short is no entry.
fn wrapped(bytes: &[u8]) -> Vec<u8> {
    [blake3::hash(bytes).as_bytes(), bytes].concat()
}

fn unwrapped(mut entry: Vec<u8>) -> Option<Vec<u8>> {
    let (hash, bytes) = entry.split_at_checked(blake3::OUT_LEN)?;
    if blake3::hash(bytes).as_bytes() != hash {
        return None;
    }
    entry.drain(..blake3::OUT_LEN);
    Some(entry)
}
