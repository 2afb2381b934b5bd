//! The exchange: the old site and the new one change places, and what a killed run left is settled.
//!
//! The journal beside the destination is the lock of a run and the record of one that was cut short.

use std::fs::{self, File, TryLockError};
use std::io::{self, ErrorKind, Read};
use std::os::unix::fs::{FileExt, MetadataExt};
use std::path::{Component, Path, PathBuf};

use blake3::Hash;
use rustix::fs::{Mode, OFlags};
use rustix::io::Errno;

use super::files::{At, exists, fault, parent, rename};
use super::manifest::{identity, manifest_in};
use super::tree::clear;
use super::{Destination, Drill};
use crate::diagnostics::Fault;

/// The destination and its siblings: on one file system, so that they can be renamed and linked.
pub(super) struct Places {
    pub(super) site: PathBuf,
    pub(super) staging: PathBuf,
    /// The old site, where there is no exchange.
    pub(super) aside: PathBuf,
    pub(super) journal: PathBuf,
}

impl Places {
    pub(super) fn of(destination: &Destination) -> Result<Self, Fault> {
        let refused = |reason: &str| Err(Fault::new("write the site into", &destination.folder, reason));
        // Put together anew: with a slash at its end, the system would follow a symbolic link.
        let site: PathBuf = destination.folder.as_std_path().components().collect();
        let Some(name) = destination.folder.file_name() else {
            return refused("name a folder of its own, such as `public`");
        };
        match fs::symlink_metadata(&site) {
            Ok(found) if found.is_symlink() => return refused("it is a symbolic link; name the folder it leads to"),
            Ok(found) if !found.is_dir() => return refused("it is a file; name a folder"),
            Ok(found) if fs::metadata(parent(&site)).is_ok_and(|above| above.dev() != found.dev()) => {
                return refused("a file system is mounted there and cannot be exchanged; name a folder inside it");
            }
            Err(error) if error.kind() != ErrorKind::NotFound => return refused(&error.to_string()),
            _ => {}
        }
        let Some(real) = resolved(&site) else { return refused("it leads through a folder that does not exist") };
        for protected in &destination.protected {
            let source = resolved(protected.as_std_path()).unwrap_or_else(|| protected.into());
            if real.starts_with(&source) || source.starts_with(&real) {
                return refused(&format!("the publication is read from {protected}; name a folder apart from it"));
            }
        }
        let sibling = |kind: &str| site.with_file_name(format!(".{name}.diptych-{kind}"));
        Ok(Places { staging: sibling("staging"), aside: sibling("aside"), journal: sibling("journal"), site })
    }

    /// Undoes or completes what a killed run began.
    pub(super) fn settle(&self, journal: &mut Journal) -> Result<(), Fault> {
        let (site, staging, aside) = (&self.site, &self.staging, &self.aside);
        let foreign =
            |path| Err(fault("use", path, "diptych needs this name and did not write what is there; move it away"));
        // A stranger may have checked in a link of that name; clearing it would empty what it leads to.
        let unusable = |path: &Path| fs::symlink_metadata(path).is_ok_and(|found| !found.is_dir());
        if let Some(path) = [staging, aside].into_iter().find(|path| unusable(path)) {
            return foreign(path);
        }
        if let Some(noted) = journal.noted {
            // Back rather than forward: of the two, the old site is the one that has long been on the disk.
            if !exists(site) && exists(aside) {
                rename(aside, site)?;
            }
            if identity(site) == Some(noted) {
                for old in [staging, aside].into_iter().filter(|old| exists(old)) {
                    clear(old, Some(site))?;
                }
            }
        }
        if exists(aside) {
            return foreign(aside);
        }
        if exists(staging) {
            let empty = || fs::read_dir(staging).is_ok_and(|mut entries| entries.next().is_none());
            if journal.noted.is_none() && manifest_in(staging).is_none() && !empty() {
                return foreign(staging);
            }
            clear(staging, None)?;
        }
        journal.settled()
    }

    /// Puts the staged site into place and says whether in one rename. On a fault the old one is where it was.
    pub(super) fn land(&self, replaces: bool, journal: &mut Journal, drill: Drill) -> Result<bool, Fault> {
        let unknown = |error| matches!(error, Errno::INVAL | Errno::NOSYS | Errno::OPNOTSUPP);
        let at_once = if replaces && drill.no_exchange { Err(Errno::NOSYS) } else { self.land_at_once(replaces) };
        let landed = match at_once {
            Ok(()) => Ok(true),
            Err(error) if unknown(error) && replaces => self.land_by_turns(journal, drill).map(|()| false),
            Err(error) if unknown(error) => rename(&self.staging, &self.site).map(|()| true),
            Err(error) => Err(fault("replace", &self.site, format!("{error}; if it stays so, name another folder"))),
        };
        if landed.is_err() && !exists(&self.aside) {
            clear(&self.staging, None)?;
            journal.settled()?;
        }
        landed
    }

    pub(super) fn land_at_once(&self, replaces: bool) -> Result<(), Errno> {
        #[cfg(any(target_os = "linux", target_os = "android", target_vendor = "apple"))]
        {
            use rustix::fs::{CWD, RenameFlags, renameat_with};
            let flags = if replaces { RenameFlags::EXCHANGE } else { RenameFlags::NOREPLACE };
            renameat_with(CWD, &self.staging, CWD, &self.site, flags)
        }
        #[cfg(not(any(target_os = "linux", target_os = "android", target_vendor = "apple")))]
        Err(Errno::NOSYS)
    }

    pub(super) fn land_by_turns(&self, journal: &Journal, drill: Drill) -> Result<(), Fault> {
        journal.flush()?;
        rename(&self.site, &self.aside)?;
        drill.reached("aside");
        rename(&self.staging, &self.site).inspect_err(|_| drop(rename(&self.aside, &self.site)))
    }
}

/// The path without symbolic links, as far as it exists; beyond that, it may not go back up.
pub(super) fn resolved(path: &Path) -> Option<PathBuf> {
    let path = std::path::absolute(path).ok()?;
    let (known, real) = path.ancestors().find_map(|known| Some((known, known.canonicalize().ok()?)))?;
    let rest = path.strip_prefix(known).ok()?;
    rest.components().all(|part| matches!(part, Component::Normal(_))).then(|| real.join(rest))
}

/// A file beside the destination. Its lock says that a run is under way; its text, the identity of the site about to land.
pub(super) struct Journal {
    pub(super) path: PathBuf,
    pub(super) file: File,
    pub(super) noted: Option<Hash>,
}

impl Journal {
    pub(super) fn lock(places: &Places) -> Result<Self, Fault> {
        let (path, folder) = (&places.journal, parent(&places.site));
        let failed = |error: io::Error| fault("write", path, format!("{error}; a site is made beside the one it replaces"));
        fs::create_dir_all(folder).at("make", folder)?;
        loop {
            let flags = OFlags::CREATE | OFlags::RDWR | OFlags::NOFOLLOW | OFlags::CLOEXEC;
            let file = rustix::fs::open(path, flags, Mode::from_raw_mode(0o644)).map_err(|error| failed(error.into()))?;
            let mut file = File::from(file);
            match file.try_lock() {
                Ok(()) => {}
                Err(TryLockError::WouldBlock) => {
                    return Err(fault("write the site into", &places.site, "another diptych is doing that; wait for it"));
                }
                // Some network file systems have no locks. Two runs at once are not kept apart there.
                Err(TryLockError::Error(error)) => match Errno::from_io_error(&error) {
                    Some(Errno::NOLCK | Errno::NOSYS | Errno::OPNOTSUPP) => {}
                    _ => return Err(failed(error)),
                },
            }
            // A run that ended since the file was opened has removed it: locking a file without a name keeps nobody out.
            let ours = file.metadata().map_err(failed)?;
            if fs::symlink_metadata(path).is_ok_and(|named| named.ino() == ours.ino()) {
                let mut text = Vec::new();
                file.read_to_end(&mut text).map_err(failed)?;
                return Ok(Journal { path: path.clone(), file, noted: Hash::from_hex(text).ok() });
            }
        }
    }

    pub(super) fn note(&mut self, site: Hash) -> Result<(), Fault> {
        self.noted = Some(site);
        self.file.write_all_at(site.to_hex().as_bytes(), 0).at("write", &self.path)
    }

    pub(super) fn flush(&self) -> Result<(), Fault> {
        let folder = || File::open(parent(&self.path))?.sync_all();
        self.file.sync_all().and_then(|()| folder()).at("write", &self.path)
    }

    /// Nothing is under way any more.
    pub(super) fn settled(&mut self) -> Result<(), Fault> {
        self.noted = None;
        self.file.set_len(0).at("write", &self.path)
    }
}

impl Drop for Journal {
    fn drop(&mut self) {
        if self.noted.is_none() {
            let _ = fs::remove_file(&self.path);
        }
    }
}
