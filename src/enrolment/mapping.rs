//! The mapping: which column of somebody's list is which key of the register.
//!
//! Takes: a mapping file, flags, and the headings of a list. Gives: for each column a key, and what is the same for all rows. What a
//! heading leads to is never guessed, unless it is the key itself: a register must not say what nobody has said. Must not know the rows.

use std::sync::Arc;

use crate::diagnostics::{Code, Diagnostic, Place, Source, Span, nearest};
use crate::record::{ByLanguage, Field, Reader, Spanned, node};
use crate::{record, words};

use super::table::Table;
use super::{Fact, Key, keys};

words! {
    /// How the list writes dates.
    pub enum DateOrder {
        YearFirst = "YYYY-MM-DD",
        DayFirst = "DD/MM/YYYY",
        MonthFirst = "MM/DD/YYYY",
    }
}

record! {
    /// The whole of a mapping file, YAML or TOML.
    pub struct MappingFile {
        /// For each heading a key, or nothing for a column to be passed over.
        pub columns: Option<ByLanguage<Option<String>>>,
        /// What is so for every row that does not say otherwise, by key.
        pub constants: Option<ByLanguage<String>>,
        /// What the list's words are in the register, by key: `type: {Ayuntamiento: local-government}`.
        pub values: Option<ByLanguage<ByLanguage<String>>>,
        pub dates: Option<Spanned<DateOrder>>,
    }
}

/// What was asked for, before it is held against a list.
#[derive(Debug, Default)]
pub struct Mapping {
    /// Headings, what they lead to, and where that was said; nowhere if by a flag.
    columns: Vec<(String, Option<Key>, Option<Place>)>,
    constants: Vec<Fact>,
    /// Key, the list's word, the register's.
    values: Vec<(String, String, String)>,
    dates: Option<DateOrder>,
}

/// A flag that is no `heading=key`, or names a key that there is none of.
pub struct NoKey(pub String);

impl Mapping {
    pub fn read(source: &Arc<Source>) -> Result<Mapping, Vec<Diagnostic>> {
        let tree = match source.path.extension() {
            Some("toml") => node::toml(source)?,
            _ => node::yaml(source, 0..source.text.len()).map_err(|problem| vec![problem])?,
        };
        let mut reader = Reader::new(source);
        let Some(file) = MappingFile::decode(&tree, &mut reader) else { return Err(reader.diagnostics) };
        let mut mapping = Mapping { dates: file.dates.map(|dates| dates.value), ..Mapping::default() };
        for (heading, key) in file.columns.unwrap_or_default().entries {
            let known = match key.value.as_deref().filter(|key| !key.is_empty()) {
                None => None,
                Some(name) => match known(name, key.span, &mut reader) {
                    Some(key) => Some(key),
                    None => continue,
                },
            };
            mapping.columns.push((heading.text, known, Some(reader.at(heading.span))));
        }
        for (name, constant) in file.constants.unwrap_or_default().entries {
            if known(&name.text, name.span, &mut reader).is_some() {
                mapping.constants.extend(Fact::new(&name.text, constant.value));
            }
        }
        for (name, words) in file.values.unwrap_or_default().entries {
            if known(&name.text, name.span, &mut reader).is_some() {
                let own = words.value.entries.into_iter();
                mapping.values.extend(own.map(|(word, value)| (name.text.clone(), word.text, value.value)));
            }
        }
        if reader.diagnostics.is_empty() { Ok(mapping) } else { Err(reader.diagnostics) }
    }

    /// `heading=key`; `heading=` passes the column over.
    pub fn map(&mut self, flag: &str) -> Result<(), NoKey> {
        let (heading, name) = flag.rsplit_once('=').ok_or_else(|| NoKey(flag.to_owned()))?;
        let key = match name.trim() {
            "" => None,
            name => Some(Key::read(name).ok_or_else(|| NoKey(name.to_owned()))?),
        };
        self.columns.retain(|(known, ..)| !same(known, heading));
        self.columns.push((heading.to_owned(), key, None));
        Ok(())
    }

    /// `key=value`, for every row that says nothing of it.
    pub fn set(&mut self, flag: &str) -> Result<(), NoKey> {
        let (name, value) = flag.split_once('=').ok_or_else(|| NoKey(flag.to_owned()))?;
        let fact = Fact::new(name.trim(), value.trim()).ok_or_else(|| NoKey(name.to_owned()))?;
        self.constants.retain(|constant| constant.key != fact.key);
        self.constants.push(fact);
        Ok(())
    }

    pub fn order_of_dates(&mut self, order: DateOrder) {
        self.dates = Some(order);
    }

    pub fn constants(&self) -> &[Fact] {
        &self.constants
    }

    /// The key of each column; none for one that is passed over.
    pub fn over(&self, table: &Table) -> Result<Vec<Option<Key>>, Vec<Diagnostic>> {
        let mut diagnostics = Vec::new();
        for (heading, _, place) in &self.columns {
            if !table.columns.iter().any(|column| same(&column.name, heading)) {
                let head = table.columns.first().map(|column| column.at).unwrap_or_default();
                let place = place.clone().unwrap_or_else(|| Place::new(&table.source, head));
                let known = table.columns.iter().map(|column| column.name.as_str());
                diagnostics.push(
                    Diagnostic::new(Code::MissingColumn, place).with("column", heading.as_str()).nearest(heading, known),
                );
            }
        }
        let used: Vec<bool> = used(table);
        let mut found: Vec<Option<Key>> = Vec::new();
        for (place, column) in table.columns.iter().enumerate() {
            let told = self.columns.iter().find(|(heading, ..)| same(heading, &column.name)).map(|(_, key, _)| key.clone());
            let key = told.unwrap_or_else(|| {
                let key = Key::read(&column.name).or_else(|| Key::read(&column.name.to_lowercase()));
                // A column without a heading and without a value is an empty one of the spreadsheet.
                if key.is_none() && (used[place] || !column.name.is_empty()) {
                    diagnostics.push(unmapped(table, column.at, &column.name));
                }
                key
            });
            if let Some(first) = found.iter().position(|other| key.is_some() && *other == key) {
                let twice =
                    Diagnostic::new(Code::UnreadableList, Place::new(&table.source, column.at)).with("problem", "same-key");
                let twice = twice.with("column", column.name.as_str());
                diagnostics.push(twice.related(Place::new(&table.source, table.columns[first].at)));
            }
            found.push(key);
        }
        if diagnostics.is_empty() { Ok(found) } else { Err(diagnostics) }
    }

    /// A value as the register writes it.
    pub fn value(&self, key: &Key, value: &str) -> String {
        let own = self.values.iter().filter(|(name, ..)| *name == key.name);
        let word = own.into_iter().find(|(_, word, _)| same(word, value)).map(|(_, _, own)| own.as_str());
        let value = word.unwrap_or(value);
        match key.form {
            keys::Form::Date => self.dates.and_then(|order| date(value, order)).unwrap_or_else(|| value.to_owned()),
            keys::Form::Truth => value.to_lowercase(),
            keys::Form::Sections => value.split([' ', ',', '\n']).filter(|id| !id.is_empty()).collect::<Vec<_>>().join(" "),
            _ => value.to_owned(),
        }
    }
}

/// The key of a name, or a report at the place of the name.
fn known(name: &str, span: Span, reader: &mut Reader) -> Option<Key> {
    let key = Key::read(name);
    if key.is_none() {
        let patterns: Vec<String> = keys::patterns().collect();
        let known: Vec<&str> = patterns.iter().map(String::as_str).collect();
        reader.unknown_word(name, &known, span);
    }
    key
}

/// Headings are compared as people compare them.
fn same(one: &str, other: &str) -> bool {
    one.trim().to_lowercase() == other.trim().to_lowercase()
}

/// Which columns have a value in any row.
fn used(table: &Table) -> Vec<bool> {
    let mut used = vec![false; table.columns.len()];
    table.rows.iter().flat_map(|row| &row.cells).for_each(|cell| used[cell.column] = true);
    used
}

fn unmapped(table: &Table, at: Span, name: &str) -> Diagnostic {
    let report = Diagnostic::new(Code::UnmappedColumn, Place::new(&table.source, at)).with("column", name);
    let patterns: Vec<String> = keys::patterns().collect();
    match nearest(name, patterns.iter().map(String::as_str)) {
        Some(meant) => report.with("nearest", meant).hint("hint-nearest"),
        None => report,
    }
}

/// A date in another order; none where it is no date in this one.
fn date(value: &str, order: DateOrder) -> Option<String> {
    let parts: Vec<&str> = value.split(['/', '.', '-']).map(str::trim).collect();
    let [first, second, third] = parts.as_slice() else { return None };
    let (year, month, day) = match order {
        DateOrder::YearFirst => (first, second, third),
        DateOrder::DayFirst => (third, second, first),
        DateOrder::MonthFirst => (third, first, second),
    };
    let number = |part: &str| part.parse::<u8>().ok();
    let year: i16 = year.parse().ok().filter(|_| year.len() == 4)?;
    Some(format!("{year:04}-{:02}-{:02}", number(month)?, number(day)?))
}
