//! What was understood of each file, kept from one reading of the sources to the next.
//!
//! Takes: a file's text as a value that stays the same while the file does. Gives: what was understood of it, if that depended on
//! nothing that has changed: the text itself and the settings. Must not know what a file means.

use std::collections::HashMap;
use std::sync::Arc;

use camino::{Utf8Path, Utf8PathBuf};

use super::Parsed;
use crate::diagnostics::{Diagnostic, Source};

#[derive(Default)]
pub struct Kept {
    /// Under which the files were understood.
    settings: Option<Arc<Source>>,
    files: HashMap<Utf8PathBuf, (Arc<Source>, Parsed, Vec<Diagnostic>)>,
}

impl Kept {
    /// Forgets everything if the settings are others.
    pub(super) fn under(&mut self, settings: &Arc<Source>) {
        if !self.settings.as_ref().is_some_and(|known| Arc::ptr_eq(known, settings)) {
            self.files.clear();
            self.settings = Some(Arc::clone(settings));
        }
    }

    pub(super) fn get(&self, path: &Utf8Path, source: &Arc<Source>) -> Option<(Parsed, Vec<Diagnostic>)> {
        let (known, parsed, diagnostics) = self.files.get(path)?;
        Arc::ptr_eq(known, source).then(|| (parsed.clone(), diagnostics.clone()))
    }

    /// Keeps what was understood this time, and nothing older.
    pub(super) fn replace<'p>(
        &mut self,
        files: impl Iterator<Item = (&'p Utf8Path, &'p Arc<Source>, &'p (Parsed, Vec<Diagnostic>))>,
    ) {
        let mut before = std::mem::take(&mut self.files);
        self.files.reserve(before.len());
        for (path, source, (parsed, diagnostics)) in files {
            let known = before.remove_entry(path).filter(|(_, (known, ..))| Arc::ptr_eq(known, source));
            let (path, entry) =
                known.unwrap_or_else(|| (path.to_owned(), (Arc::clone(source), parsed.clone(), diagnostics.clone())));
            self.files.insert(path, entry);
        }
    }
}
