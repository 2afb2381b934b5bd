//! The tree: whether an amendment's changes can be made to the text as it is.
//!
//! Takes: one pending amendment and the outline. Gives: a diagnostic where a section is not there, would leave others without the one above
//! them, or cannot go where it is sent. Must not know other amendments.

use std::collections::HashSet;

use super::*;
use crate::documents::amendment::Operation;

pub(super) fn check(works: &[Work], own: &Amendment) -> Vec<Diagnostic> {
    if !own.is_pending() {
        return Vec::new();
    }
    let work = &works[own.work];
    let changes = || own.yaml.changes.iter().map(|change| &change.value);
    // What the amendment itself brings or takes away.
    let new: HashSet<&str> = changes().filter_map(|change| Some(change.id.as_ref()?.value.as_str())).collect();
    let leaves =
        |change: &&ChangeYaml| change.op.as_ref().is_some_and(|op| matches!(op.value, Operation::Delete | Operation::Move));
    let gone: HashSet<&str> = changes().filter(leaves).map(|change| change.target.value.as_str()).collect();
    let mut found = Vec::new();
    for yaml in changes() {
        let op = yaml.op.as_ref().map(|op| op.value);
        let destination = yaml.to.as_ref().and_then(|to| to.value.place());
        for id in [Some(&yaml.target), destination.map(|(id, _)| id)].into_iter().flatten() {
            if !new.contains(id.value.as_str()) && work.current().find(&id.value).is_none() {
                found.push(absent(work, own, id));
            }
        }
        let Some(key) = find(works, own.work, &yaml.target.value) else { continue };
        let mut report = |problem: &'static str, other: &str| {
            let place = own.place(&yaml.target);
            let impossible = Diagnostic::new(Code::ImpossibleChange, place).with("problem", problem);
            let hint = match problem {
                "children" => "hint-children",
                "under" => "hint-under",
                _ => "hint",
            };
            found.push(impossible.with("id", yaml.target.value.as_str()).with("other", other).hint(hint));
        };
        let opens = key.section == 0;
        if opens && matches!(op, Some(Operation::Delete | Operation::Move | Operation::InsertBefore)) {
            report("opening", "");
            continue;
        }
        let below = below(work, key);
        if op == Some(Operation::Delete)
            && let Some(child) = below.iter().find(|child| !gone.contains(child.as_str()))
        {
            report("children", child);
        }
        if let Some((to, after)) = destination.filter(|_| op == Some(Operation::Move)) {
            if to.value == yaml.target.value || below.contains(&to.value) {
                report("under", &to.value);
            }
            if !after && work.current().find(&to.value).is_some_and(|(_, section)| section == 0) {
                report("opening", "");
            }
        }
    }
    found
}

fn absent(work: &Work, own: &Amendment, id: &Spanned<String>) -> Diagnostic {
    let found = Diagnostic::new(Code::AbsentTarget, own.place(id)).with("id", id.value.as_str());
    let found = found.with("work", work.folder.as_str());
    let known = work.current().pages().flat_map(|(_, chapter)| &chapter.sections).map(|section| section.id.as_str());
    match nearest(&id.value, known) {
        Some(near) => found.with("nearest", near).hint("hint-nearest"),
        None => found,
    }
}

/// The ids of the sections below one, up to the next of its level.
pub(super) fn below(work: &Work, key: SectionKey) -> Vec<String> {
    let Some(chapter) = work.chapter(key.chapter) else { return Vec::new() };
    let level = chapter.sections[key.section].level;
    let rest = chapter.sections[key.section + 1..].iter();
    rest.take_while(|section| section.level > level).map(|section| section.id.clone()).collect()
}
