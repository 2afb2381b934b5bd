//! Rows as institutions: which rows speak of the same one, and what they say together.
//!
//! Takes: the table and the key of each column. Gives: groups of rows by id, and the rows that cannot have one. Must not know the register.

use std::collections::HashMap;

use super::Group;
use crate::diagnostics::{Code, Diagnostic, Place, Span};
use crate::enrolment::mapping::Mapping;
use crate::enrolment::table::Table;
use crate::enrolment::{Entry, Fact, Key, Owner, identifier};

/// The groups in the order of their first rows, and rows without an id with the reason.
pub(super) fn grouped(table: &Table, keys: &[Option<Key>], mapping: &Mapping) -> (Vec<Group>, Vec<(usize, Diagnostic)>) {
    let (mut groups, mut lost) = (Vec::<Group>::new(), Vec::new());
    let mut places: HashMap<String, usize> = HashMap::new();
    for (row, cells) in table.rows.iter().enumerate() {
        let mut facts: Vec<Fact> = Vec::new();
        for cell in &cells.cells {
            if let Some(key) = &keys[cell.column] {
                let value = mapping.value(key, &cell.value);
                facts.push(Fact { key: key.clone(), value, number: cell.number, at: cell.at });
            }
        }
        for constant in mapping.constants() {
            if !facts.iter().any(|fact| fact.key == constant.key) {
                facts.push(constant.clone());
            }
        }
        facts.retain(|fact| !fact.value.is_empty());
        let (own, endorsement): (Vec<Fact>, Vec<Fact>) =
            facts.into_iter().partition(|fact| fact.key.owner == Owner::Institution);
        let mut entry = Entry { own, endorsements: Vec::new() };
        if entry.get("id").is_none() {
            match identifier::proposed(&entry) {
                Some(id) => entry.own.extend(Fact::new("id", id)),
                None => {
                    lost.push((row, Diagnostic::new(Code::NoId, Place::new(&table.source, cells.at))));
                    continue;
                }
            }
        }
        let id = entry.id().to_owned();
        let place = *places.entry(id.clone()).or_insert_with(|| {
            groups.push(Group::new(id));
            groups.len() - 1
        });
        groups[place].add(row, entry.own, endorsement, table);
    }
    (groups, lost)
}

impl Group {
    fn new(id: String) -> Self {
        Group {
            id,
            rows: Vec::new(),
            entry: Entry::default(),
            of_rows: Vec::new(),
            change: None,
            new_rows: Vec::new(),
            errors: Vec::new(),
        }
    }

    fn add(&mut self, row: usize, own: Vec<Fact>, endorsement: Vec<Fact>, table: &Table) {
        self.rows.push(row);
        for fact in own {
            match self.entry.own.iter().find(|said| said.key == fact.key) {
                None => self.entry.own.push(fact),
                Some(said) if said.value == fact.value => {}
                Some(said) => {
                    let place =
                        |at: Span| Place::new(&table.source, if at == Span::default() { table.rows[row].at } else { at });
                    let report = Diagnostic::new(Code::ContradictoryRow, place(fact.at)).with("where", "row");
                    let report = report.with("key", fact.key.name.as_str()).with("value", fact.value.as_str());
                    let report = report.with("other", said.value.as_str()).with("said", 1).with("id", self.id.as_str());
                    self.errors.push(report.related(place(said.at)));
                }
            }
        }
        if !endorsement.is_empty() {
            self.entry.endorsements.push(endorsement);
            self.of_rows.push(row);
        }
    }
}
