//! Institutions that took over from others, and ids that are used up.
//!
//! Takes: all files of the register. Gives: diagnostics. An endorsement is not inherited: a successor stands below a text only with a
//! signature of its own. Must not know works and editions.

use std::collections::HashMap;

use crate::diagnostics::{Code, Diagnostic, Place, nearest};
use crate::documents::signatory::EndorsementStatus;
use crate::documents::{RetiredFile, SignatoryFile};

pub(super) fn check(files: &[SignatoryFile], retired: Option<&RetiredFile>) -> Vec<Diagnostic> {
    let places: HashMap<&str, usize> =
        files.iter().enumerate().map(|(place, file)| (file.yaml.id.value.as_str(), place)).collect();
    // In one order, so that of two as near the same is named.
    let ids: Vec<&str> = files.iter().map(|file| file.yaml.id.value.as_str()).collect();
    let mut diagnostics = reused(retired, &places, files);
    for file in files {
        let Some(successor) = &file.yaml.successor else { continue };
        let at = Place::new(&file.source, successor.span);
        let gone = retired.is_some_and(|gone| gone.yaml.ids.iter().any(|id| id.value.id.value == successor.value));
        let Some(next) = places.get(successor.value.as_str()).map(|place| &files[*place]) else {
            // It may have no entry yet: it is listed when it confirms.
            let diagnostic = Diagnostic::new(Code::UnknownSignatory, at).with("id", successor.value.as_str());
            match nearest(&successor.value, ids.iter().copied()) {
                Some(meant) => diagnostics.push(diagnostic.with("nearest", meant).hint("hint-nearest")),
                None if gone => diagnostics.push(diagnostic),
                None => {}
            }
            continue;
        };
        if in_circle(file, files, &places) {
            diagnostics.push(Diagnostic::new(Code::CircularSuccession, at).with("id", file.yaml.id.value.as_str()));
            continue;
        }
        for own in next.yaml.endorsements.iter().map(|own| &own.value) {
            // The same day and the same resolution under two names is one signature.
            let copied = |theirs: &crate::record::Spanned<crate::documents::signatory::EndorsementYaml>| {
                let theirs = &theirs.value;
                let resolution = |own: &crate::documents::signatory::EndorsementYaml| {
                    own.authority.as_ref().and_then(|authority| authority.value.resolution.clone())
                };
                theirs.work.value == own.work.value
                    && theirs.edition.value == own.edition.value
                    && theirs.signed.value == own.signed.value
                    && resolution(theirs) == resolution(own)
            };
            let published = own.status.value != EndorsementStatus::Pending;
            if let Some(theirs) = file.yaml.endorsements.iter().find(|theirs| published && copied(theirs)) {
                let diagnostic = Diagnostic::new(Code::UnconfirmedSuccessor, Place::new(&next.source, own.signed.span));
                let diagnostic =
                    diagnostic.with("id", next.yaml.id.value.as_str()).with("other", file.yaml.id.value.as_str());
                diagnostics.push(diagnostic.related(Place::new(&file.source, theirs.value.signed.span)));
            }
        }
    }
    diagnostics
}

fn reused(retired: Option<&RetiredFile>, places: &HashMap<&str, usize>, files: &[SignatoryFile]) -> Vec<Diagnostic> {
    let Some(retired) = retired else { return Vec::new() };
    let used = |id: &crate::record::Spanned<crate::documents::signatory::RetiredId>| {
        let file = &files[*places.get(id.value.id.value.as_str())?];
        let diagnostic = Diagnostic::new(Code::ReusedId, Place::new(&file.source, file.yaml.id.span));
        let diagnostic = diagnostic.with("id", file.yaml.id.value.as_str());
        Some(diagnostic.related(Place::new(&retired.source, id.value.id.span)))
    };
    retired.yaml.ids.iter().filter_map(used).collect()
}

/// Whether following the successors leads back.
fn in_circle(file: &SignatoryFile, files: &[SignatoryFile], places: &HashMap<&str, usize>) -> bool {
    let start = file.yaml.id.value.as_str();
    let mut current = file;
    // A circle that leaves this one out ends after as many steps as there are files.
    for _ in 0..files.len() {
        let Some(next) = &current.yaml.successor else { return false };
        if next.value == start {
            return true;
        }
        let Some(place) = places.get(next.value.as_str()) else { return false };
        current = &files[*place];
    }
    false
}
