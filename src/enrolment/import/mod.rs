//! Import: somebody's list becomes files of the register.
//!
//! Takes: a table, a mapping, the publication as it is. Gives: what is to be written, the fate of every row, and what is wrong, at the cells
//! it came from. An institution lands with all its rows or not at all. Must not know how a list was read, nor write anything.

mod rows;
mod verdict;

use std::sync::Arc;

use super::mapping::Mapping;
use super::table::Table;
use super::trial::Trial;
use super::{Change, Entry, compose, edit, path_of, standing};
use crate::diagnostics::{Code, Diagnostic, Place, Severity, Source, Span, any_error, first_of_each_kind, sorted};
use crate::documents::signatory;

/// What becomes of a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fate {
    /// The register says it now.
    Added,
    /// Nothing is wrong with it; it waits for the others.
    Held,
    /// The register has said it before.
    Unchanged,
    Refused,
}

impl Fate {
    /// The variant of a message, and the word in JSON.
    pub fn name(self) -> &'static str {
        match self {
            Fate::Added => "added",
            Fate::Held => "held",
            Fate::Unchanged => "unchanged",
            Fate::Refused => "refused",
        }
    }
}

#[derive(Debug)]
pub struct Row {
    pub line: usize,
    /// Nothing where none can be made.
    pub id: String,
    pub fate: Fate,
    /// Of its institution: what it is refused for.
    pub why: Vec<Code>,
}

#[derive(Debug)]
pub struct Import {
    pub changes: Vec<Change>,
    /// Sorted.
    pub diagnostics: Vec<Diagnostic>,
    pub rows: Vec<Row>,
}

/// All rows of one institution.
struct Group {
    id: String,
    rows: Vec<usize>,
    entry: Entry,
    /// For each endorsement, the row that says it.
    of_rows: Vec<usize>,
    change: Option<Change>,
    /// Rows that say what the register does not say yet.
    new_rows: Vec<usize>,
    errors: Vec<Diagnostic>,
}

/// With `partial`, what is sound is taken although other rows are not.
pub fn import(trial: &mut Trial, table: &Table, mapping: &Mapping, partial: bool) -> Result<Import, Vec<Diagnostic>> {
    let keys = mapping.over(table)?;
    let (mut groups, lost) = rows::grouped(table, &keys, mapping);
    groups.iter_mut().for_each(|group| propose(group, trial, table));
    let (errors, warnings) = verdict::tried(trial, &mut groups, table, partial);
    let refused = |group: &Group| !group.errors.is_empty();
    let whole = lost.is_empty() && errors.is_empty() && !groups.iter().any(refused);
    let lands = whole || (partial && errors.is_empty());
    let mut rows: Vec<Row> = lost.iter().map(|(row, found)| fate(*row, "", Fate::Refused, vec![found.code])).collect();
    for group in &groups {
        let mut why: Vec<Code> = group.errors.iter().map(|found| found.code).collect();
        why.sort();
        why.dedup();
        for row in &group.rows {
            let fate_of_row = match group.new_rows.contains(row) {
                _ if refused(group) => Fate::Refused,
                false => Fate::Unchanged,
                true if lands => Fate::Added,
                true => Fate::Held,
            };
            rows.push(fate(*row, &group.id, fate_of_row, why.clone()));
        }
    }
    rows.sort_by_key(|row| row.line);
    let lines = table.lines();
    rows.iter_mut().for_each(|row| row.line = lines[row.line]);
    let mut diagnostics: Vec<Diagnostic> = lost.into_iter().map(|(_, found)| found).chain(errors).chain(warnings).collect();
    let mut changes = Vec::new();
    for group in groups {
        let sound = group.errors.is_empty();
        diagnostics.extend(group.errors);
        changes.extend(group.change.filter(|_| sound && lands));
    }
    Ok(Import { changes, diagnostics: first_of_each_kind(sorted(diagnostics)), rows })
}

/// A row by its place in the table: lines are counted once, at the end.
fn fate(row: usize, id: &str, fate: Fate, why: Vec<Code>) -> Row {
    Row { line: row, id: id.to_owned(), fate, why }
}

/// What the group's file is to be, or why there can be none.
fn propose(group: &mut Group, trial: &Trial, table: &Table) {
    group.entry.in_languages(trial.tags());
    let Some(path) = path_of(&group.id) else {
        // No file has this name; what else is wrong can be said all the same.
        let at = standing::place_of(&group.entry.own, "id");
        let id = Diagnostic::new(Code::MalformedValue, Place::new(&table.source, at));
        group.errors.push(id.with("value", group.id.as_str()).hint("hint-slug"));
        group.errors.extend(alone(group, trial, table));
        return;
    };
    match trial.file(&path) {
        None if trial.is_taken(&path) => {
            group.errors.extend(trial.before.iter().find(|found| found.place.source.path == path).cloned());
        }
        None => {
            group.new_rows = group.rows.clone();
            group.change = Some(Change { path, composed: compose::file(&group.entry), before: None });
        }
        Some(source) => match standing::entry(source) {
            Err(problem) => group.errors.push(problem),
            Ok(known) => beside(group, Arc::clone(source), &known, table),
        },
    }
}

/// What can be said of an institution without the register.
fn alone(group: &Group, trial: &Trial, table: &Table) -> Vec<Diagnostic> {
    let Some(publication) = &trial.publication else { return Vec::new() };
    let composed = compose::file(&group.entry);
    let source = Source::new(format!("{}.yaml", group.id), composed.text.as_str());
    let (_, found) = signatory::read(&source, &publication.book);
    let own = found.into_iter().filter(|found| found.severity() == Severity::Error && found.code != Code::MisnamedSignatory);
    let slug = |found: &Diagnostic| found.code == Code::MalformedValue && found.hint == "hint-slug";
    own.filter(|found| !slug(found)).map(|found| verdict::at_row(found, &composed, group, table)).collect()
}

/// An institution that is in the register: nothing of it may be said otherwise, endorsements may be new.
fn beside(group: &mut Group, source: Arc<Source>, known: &Entry, table: &Table) {
    let path = source.path.clone();
    if let Some(fact) = standing::differs(&group.entry.own, &known.own) {
        group.errors.push(contradiction(fact, &known.own, &source, table, group));
        return;
    }
    let mut new = Vec::new();
    for (place, own) in group.entry.endorsements.iter().enumerate() {
        let same_act = |other: &&Vec<super::Fact>| {
            ["work", "edition", "signed"].iter().all(|key| super::value(other, key) == super::value(own, key))
        };
        match known.endorsements.iter().find(same_act) {
            None => {
                new.push(own.clone());
                group.new_rows.push(group.of_rows[place]);
            }
            Some(standing) => {
                if let Some(fact) = standing::differs(own, standing) {
                    group.errors.push(contradiction(fact, standing, &source, table, group));
                }
            }
        }
    }
    if new.is_empty() || !group.errors.is_empty() {
        return;
    }
    match edit::endorse(&source, &new, &[]) {
        Some(composed) => group.change = Some(Change { path, composed, before: Some(source) }),
        None => group.errors.push(Diagnostic::new(Code::UneditableFile, Place::new(&source, Span::default()))),
    }
}

fn contradiction(
    fact: &super::Fact,
    known: &[super::Fact],
    source: &Arc<Source>,
    table: &Table,
    group: &Group,
) -> Diagnostic {
    let at = if fact.at == Span::default() { table.rows[group.rows[0]].at } else { fact.at };
    let report = Diagnostic::new(Code::ContradictoryRow, Place::new(&table.source, at)).with("where", "register");
    let report = report.with("key", fact.key.name.as_str()).with("value", fact.value.as_str());
    let other = super::value(known, &fact.key.name).unwrap_or_default();
    let related = Place::new(source, standing::place_of(known, &fact.key.name));
    let said = usize::from(!other.is_empty());
    report.with("other", other).with("said", said).with("id", group.id.as_str()).related(related)
}

impl Import {
    pub fn count(&self, fate: Fate) -> usize {
        self.rows.iter().filter(|row| row.fate == fate).count()
    }

    pub fn is_refused(&self) -> bool {
        any_error(&self.diagnostics)
    }
}
