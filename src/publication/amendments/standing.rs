//! Standing: whether an amendment's deliberation went the way that deliberations go.
//!
//! Takes: one amendment. Gives: a diagnostic where its status and what it tells of deliberations and decisions cannot both be: received →
//! submitted → deliberation (local, national, international) → approved, approved with changes or rejected → merged; withdrawn from
//! anywhere before. Must not know the text.

use super::*;
use crate::documents::amendment::{AmendmentStatus as Status, Level};

pub(super) fn check(works: &[Work], own: &Amendment) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    let yaml = &own.yaml;
    let status = own.status();
    let mut report = |problem: &'static str, place: Place| {
        let step = Diagnostic::new(Code::ImpossibleStep, place).with("problem", problem).with("status", status.word());
        let hint = match problem {
            "undecided" => "hint-decision",
            "no-deliberation" => "hint-deliberation",
            "level" | "order" | "early" => "hint-order",
            "modified" | "unmodified" => "hint-approved",
            "merged" => "hint-merged",
            _ => "hint",
        };
        found.push(step.hint(hint));
    };
    let at_status = own.place(&yaml.status);
    let decides = matches!(status, Status::Approved | Status::ApprovedModified | Status::Rejected);
    match &yaml.decision {
        None if decides => report("undecided", at_status.clone()),
        Some(decision) if status.is_open() => report("decided", own.place(decision)),
        _ => {}
    }
    match yaml.deliberations.first() {
        Some(first) if matches!(status, Status::Received | Status::Submitted) => report("considered", own.place(first)),
        None if status == Status::Deliberation || (decides && own.kind() == AmendmentKind::Substantive) => {
            report("no-deliberation", at_status.clone());
        }
        _ => {}
    }
    let mut last: (Option<Level>, _) = (None, yaml.received.date.value);
    for deliberation in yaml.deliberations.iter().map(|own| &own.value) {
        let (level, date) = (deliberation.level.value, deliberation.date.value);
        if last.0.is_some_and(|before| (level as u8) < before as u8) {
            report("level", own.place(&deliberation.level));
        }
        if date < last.1 {
            report(if last.0.is_some() { "order" } else { "early" }, own.place(&deliberation.date));
        }
        last = (Some(level), date.max(last.1));
    }
    if let Some(decision) = &yaml.decision
        && decision.value.date.value < last.1
    {
        report(if last.0.is_some() { "order" } else { "early" }, own.place(&decision.value.date));
    }
    let approved = yaml.changes.iter().find_map(|change| change.value.approved.as_ref());
    match (status, approved) {
        (Status::ApprovedModified, None) => report("modified", at_status),
        (Status::ApprovedModified, _) | (_, None) => {}
        (_, Some(texts)) => report("unmodified", Place::new(&own.source, texts.span)),
    }
    if let Some(edition) = yaml.merged.as_ref().filter(|_| !status.is_approved()) {
        report("merged", own.place(edition));
    }
    found.extend(editions(works, own));
    found.extend(empty(own));
    found
}

/// An amendment without a change is about nothing.
fn empty(own: &Amendment) -> Option<Diagnostic> {
    let found = || Diagnostic::new(Code::MissingKey, Place::new(&own.source, own.yaml.id.span)).with("key", "changes");
    own.yaml.changes.is_empty().then(found)
}

/// The edition that a pending amendment changes is one of the work's.
fn editions(works: &[Work], own: &Amendment) -> Option<Diagnostic> {
    let (work, EditionNumber(number)) = (&works[own.work], &own.yaml.base_edition.value);
    if !own.is_pending() || edition(works, own.work, number).is_some() {
        return None;
    }
    let known = numbers(works, own.work);
    let found = Diagnostic::new(Code::UnknownEdition, own.place(&own.yaml.base_edition)).with("edition", number.as_str());
    Some(found.with("work", work.folder.as_str()).with("known", known.join(", ")))
}
