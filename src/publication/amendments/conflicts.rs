//! Conflicts: pending amendments of one work that cannot both be applied, and ids of new sections that are taken.
//!
//! Takes: all amendments and the outline. Gives: a diagnostic at the later of two. Must not know what their texts say: two proposals for one
//! section are two answers to one question, and somebody has to choose.

use super::*;
use crate::documents::amendment::Operation;

/// What pending amendments have claimed so far.
#[derive(Default)]
struct Claims<'a> {
    /// Sections that get another text, go or move: by whom, and how.
    changed: HashMap<&'a str, (usize, Operation, Place)>,
    /// Sections beside which something is to stand.
    anchors: HashMap<&'a str, (usize, Place)>,
    new: HashMap<&'a str, (usize, Place)>,
}

pub(super) fn check(works: &[Work], documents: &[Document], all: &[Amendment]) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    let mut claims: HashMap<usize, Claims<'_>> = HashMap::new();
    let pending = all.iter().enumerate().filter(|(_, own)| own.is_pending());
    for (place, own) in pending.filter(|(_, own)| own.kind() != AmendmentKind::Comment) {
        let claims = claims.entry(own.work).or_default();
        for yaml in own.yaml.changes.iter().map(|change| &change.value) {
            let Some(op) = yaml.op.as_ref().map(|op| op.value) else { continue };
            if let Some(id) = yaml.id.as_ref().filter(|_| op.inserts()) {
                found.extend(taken(works, documents, own, id, claims.new.get(id.value.as_str()), all));
                claims.new.entry(&id.value).or_insert_with(|| (place, own.place(id)));
            }
            let conflict = |id: &Spanned<String>, other: usize, there: &Place, problem: &'static str| {
                let found = Diagnostic::new(Code::ConflictingAmendments, own.place(id)).with("problem", problem);
                let found = found.with("section", id.value.as_str()).with("other", all[other].id());
                found.with("id", own.id()).related(there.clone())
            };
            let destination = yaml.to.as_ref().and_then(|to| to.value.place()).map(|(id, _)| id);
            let anchors: Vec<&Spanned<String>> =
                [destination, Some(&yaml.target).filter(|_| op.inserts())].into_iter().flatten().collect();
            for anchor in anchors {
                if let Some((other, Operation::Delete, there)) = claims.changed.get(anchor.value.as_str())
                    && *other != place
                {
                    found.push(conflict(anchor, *other, there, "deleted"));
                }
                claims.anchors.entry(&anchor.value).or_insert_with(|| (place, own.place(anchor)));
            }
            if op.inserts() {
                continue;
            }
            let target = &yaml.target;
            match claims.changed.get(target.value.as_str()) {
                Some((other, before, there)) if *other != place => {
                    let deletes = op == Operation::Delete || *before == Operation::Delete;
                    found.push(conflict(target, *other, there, if deletes { "deleted" } else { "same" }));
                }
                Some(_) => {}
                None => drop(claims.changed.insert(&target.value, (place, op, own.place(target)))),
            }
            if op == Operation::Delete
                && let Some((other, there)) = claims.anchors.get(target.value.as_str()).filter(|(other, _)| *other != place)
            {
                found.push(conflict(target, *other, there, "deleted"));
            }
        }
    }
    found
}

/// A new section's id is no other section's, of no edition and none that is gone, and no other amendment's new section's.
fn taken(
    works: &[Work],
    documents: &[Document],
    own: &Amendment,
    id: &Spanned<String>,
    other: Option<&(usize, Place)>,
    all: &[Amendment],
) -> Option<Diagnostic> {
    let report = |problem: &'static str| {
        Diagnostic::new(Code::TakenSectionId, own.place(id)).with("problem", problem).with("id", id.value.as_str())
    };
    let lineage = &works[own.work].lineage;
    if let Some(there) = find(works, own.work, &id.value).and_then(|key| heading(works, documents, key)) {
        return Some(report("current").related(there));
    }
    if let Some(retired) = &lineage.retired
        && let Some(gone) = retired.yaml.sections.iter().find(|gone| gone.value.id.value == id.value)
    {
        return Some(report("retired").related(Place::new(&retired.source, gone.value.id.span)));
    }
    // The latest edition that has it.
    for edition in lineage.editions.iter().rev() {
        let Some(there) = find(works, *edition, &id.value).and_then(|key| heading(works, documents, key)) else { continue };
        let number = works[*edition].current().number.as_deref().unwrap_or_default();
        return Some(report("edition").with("edition", number).related(there));
    }
    let (other, there) = other?;
    Some(report("amendment").with("other", all[*other].id()).related(there.clone()))
}

/// Where a section's heading stands, in the first language that has it.
fn heading(works: &[Work], documents: &[Document], key: SectionKey) -> Option<Place> {
    let chapter = works[key.work].chapter(key.chapter)?;
    let versions = chapter.documents.iter().zip(&chapter.sections.get(key.section)?.versions);
    let (document, version) =
        versions.into_iter().find_map(|(document, version)| Some(((*document)?, version.as_ref()?)))?;
    let document = &documents[document];
    Some(document.place(document.sections.get(version.section)?.span_of_heading(document)))
}
