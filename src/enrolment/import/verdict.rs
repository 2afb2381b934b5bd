//! The verdict on rows: what the publication says of the files to be, at the cells they came from.
//!
//! Takes: the groups with their files. Gives: errors laid to groups, and what nobody's row is to blame for. Must not know how the files came
//! about.

use std::collections::HashMap;

use camino::Utf8Path;

use super::Group;
use crate::diagnostics::{Argument, Code, Diagnostic, Place, Severity, Span};
use crate::enrolment::table::Table;
use crate::enrolment::trial::Trial;
use crate::enrolment::{Change, Composed};

/// Tries all files together. With `partial`, again without those that were refused, until nothing more is: one that was refused may have
/// been another one's successor. Gives errors that are no row's, and warnings.
pub(super) fn tried(
    trial: &mut Trial,
    groups: &mut [Group],
    table: &Table,
    partial: bool,
) -> (Vec<Diagnostic>, Vec<Diagnostic>) {
    loop {
        let sound = |group: &Group| group.errors.is_empty() || !partial;
        let changes: Vec<Change> =
            groups.iter().filter(|group| sound(group)).filter_map(|group| group.change.clone()).collect();
        if changes.is_empty() {
            return (Vec::new(), Vec::new());
        }
        let found = trial.of(&changes);
        let mut owners: HashMap<&Utf8Path, usize> = HashMap::new();
        for (place, group) in groups.iter().enumerate() {
            owners.extend(group.change.iter().map(|change| (change.path.as_path(), place)));
        }
        let laid = found.into_iter().map(|found| {
            let of = |place: &Place| owners.get(place.source.path.as_path()).copied();
            let owner = of(&found.place).or_else(|| found.related.as_ref().and_then(of));
            (owner, owner.map_or_else(|| found.clone(), |owner| moved(&found, owner, &owners, groups, table)))
        });
        let laid: Vec<(Option<usize>, Diagnostic)> = laid.collect();
        let (errors, warnings): (Vec<_>, Vec<_>) =
            laid.into_iter().partition(|(_, found)| found.severity() == Severity::Error);
        let again = partial && errors.iter().any(|(owner, _)| owner.is_some());
        let mut nobodys = Vec::new();
        for (owner, found) in errors {
            match owner {
                Some(owner) => groups[owner].errors.push(found),
                None => nobodys.push(found),
            }
        }
        if !again {
            return (nobodys, warnings.into_iter().map(|(_, found)| found).collect());
        }
    }
}

/// A report of a file to be, as one of the list.
fn moved(
    found: &Diagnostic,
    owner: usize,
    owners: &HashMap<&Utf8Path, usize>,
    groups: &[Group],
    table: &Table,
) -> Diagnostic {
    let group = &groups[owner];
    let Some(change) = &group.change else { return found.clone() };
    let in_list = |place: &Place| match owners.get(place.source.path.as_path()).map(|owner| &groups[*owner]) {
        Some(group) => match &group.change {
            Some(change) => Place::new(&table.source, row_of(&change.composed, place.span, group, table)),
            None => place.clone(),
        },
        None => place.clone(),
    };
    if found.place.source.path == change.path {
        let mut report = at_row(found.clone(), &change.composed, group, table);
        report.related = found.related.as_ref().map(in_list);
        return report;
    }
    // Said of a file that is there, because of the new one: it is the new one's fault, and the other is the other one.
    let mut report = found.clone();
    let old = found.place.source.path.file_stem().unwrap_or_default();
    for (name, value) in &mut report.arguments {
        if *name == "other" {
            *value = Argument::from(old);
        }
    }
    report.place = found.related.as_ref().map_or_else(|| found.place.clone(), in_list);
    report.related = Some(found.place.clone());
    report
}

/// The report at the cell that what it speaks of came from; at the row where that is no cell's.
pub(super) fn at_row(mut found: Diagnostic, composed: &Composed, group: &Group, table: &Table) -> Diagnostic {
    let at = row_of(composed, found.place.span, group, table);
    // What is missing stands nowhere in the row.
    let own = group.rows.iter().map(|row| table.rows[*row].at);
    let whole = own.into_iter().find(|row| row.start <= at.start && at.end <= row.end);
    let at = if found.code == Code::MissingKey { whole.unwrap_or(at) } else { at };
    found.place = Place::new(&table.source, at);
    found
}

fn row_of(composed: &Composed, span: Span, group: &Group, table: &Table) -> Span {
    let origin = composed.origin(span).filter(|at| *at != Span::default());
    origin.unwrap_or_else(|| table.rows[group.rows[0]].at)
}
