//! The files of a frozen text, held against what was recorded of them.
//!
//! Takes: the sources and the record of an edition. Gives: an error for each file that has changed, gone or come. Must not know what the
//! files say.

use std::collections::BTreeMap;

use camino::{Utf8Path, Utf8PathBuf};

use crate::diagnostics::{Code, Diagnostic, Place};
use crate::documents::CONTENT;
use crate::documents::edition::{CORRIGENDA, EDITION, EditionFile, hash};
use crate::sources::Sources;

/// The files of an edition's folder that are frozen, by their path in it.
fn frozen<'s>(sources: &'s Sources, full: &'s Utf8Path) -> BTreeMap<Utf8PathBuf, Option<(&'s [u8], bool)>> {
    let below = |path: &Utf8Path| path.strip_prefix(full).ok().map(Utf8Path::to_owned);
    let mut files = BTreeMap::new();
    for (path, source) in sources.texts_below(full) {
        files.extend(below(path).map(|path| (path, Some((source.text.as_bytes(), true)))));
    }
    for (path, bytes) in sources.files_below(full) {
        files.extend(below(path).map(|path| (path, Some((bytes.as_ref(), false)))));
    }
    // What cannot be read is reported as that, and has not gone.
    for path in sources.damaged.iter().filter(|path| path.starts_with(full)) {
        files.extend(below(path).map(|path| (path, None)));
    }
    files.retain(|path, _| path != EDITION && !path.starts_with(CORRIGENDA));
    files
}

pub(super) fn check(sources: &Sources, file: &EditionFile) -> Vec<Diagnostic> {
    let folder = Utf8Path::new(CONTENT).join(&file.folder);
    let found = frozen(sources, &folder);
    let full = |path: &str| folder.join(path);
    let report = |place: Place, problem: &str, path: &str| {
        let diagnostic =
            Diagnostic::new(Code::ChangedEdition, place).with("problem", problem).with("file", full(path).as_path());
        diagnostic.with("edition", file.yaml.number.value.0.as_str())
    };
    let mut diagnostics = Vec::new();
    for own in &file.yaml.files {
        match found.get(Utf8Path::new(&own.value.path)) {
            Some(Some((bytes, is_text))) if hash(bytes, *is_text) != own.value.hash => {
                diagnostics.push(report(Place::file(full(&own.value.path)), "changed", &own.value.path));
            }
            Some(_) => {}
            None => {
                let place = Place::new(&file.source, own.span);
                diagnostics.push(report(place, "gone", &own.value.path).hint("hint-gone"));
            }
        }
    }
    let known: std::collections::BTreeSet<&str> = file.yaml.files.iter().map(|own| own.value.path.as_str()).collect();
    for path in found.keys().filter(|path| !known.contains(path.as_str())) {
        diagnostics.push(report(Place::file(full(path.as_str())), "added", path.as_str()).hint("hint-added"));
    }
    diagnostics
}
