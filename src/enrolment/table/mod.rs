//! Somebody's list of institutions, as rows of cells.
//!
//! Takes: a file, CSV or JSON. Gives: a [`Table`] in which each cell has its place, or what is wrong with the file. Must not know what
//! the columns mean.

mod csv;
mod json;

use std::sync::Arc;

use camino::Utf8Path;

use crate::diagnostics::{Code, Diagnostic, Place, Source, Span};

#[derive(Debug)]
pub struct Table {
    pub source: Arc<Source>,
    pub columns: Vec<Column>,
    pub rows: Vec<Row>,
}

/// A column by the name that the list gives it.
#[derive(Debug)]
pub struct Column {
    pub name: String,
    pub at: Span,
}

#[derive(Debug)]
pub struct Row {
    pub at: Span,
    /// Those that are not empty.
    pub cells: Vec<Cell>,
}

#[derive(Clone, Debug)]
pub struct Cell {
    /// Its place in [`Table::columns`].
    pub column: usize,
    pub value: String,
    /// It is a number of JSON, as it would be written.
    pub number: bool,
    pub at: Span,
}

impl Table {
    /// Reads a file by its extension: `.json`, or else CSV.
    pub fn read(path: &Utf8Path, bytes: Vec<u8>) -> Result<Table, Vec<Diagnostic>> {
        let text = String::from_utf8(bytes).map_err(|error| vec![crate::sources::not_utf8(path.to_owned(), &error)])?;
        // Spreadsheets begin UTF-8 with a byte-order mark, and read it only so.
        let text = text.strip_prefix('\u{feff}').map(str::to_owned).unwrap_or(text);
        let source = Source::new(path, text);
        match path.extension() {
            Some(extension) if extension.eq_ignore_ascii_case("json") => json::read(source).map_err(|problem| vec![problem]),
            _ => csv::read(source),
        }
    }

    /// The number of each row's first line.
    pub fn lines(&self) -> Vec<usize> {
        let text = self.source.text.as_bytes();
        let (mut line, mut at) = (1, 0);
        let number = |row: &Row| {
            let start = row.at.start as usize;
            // Rows come in the order of the file; those of one record begin at the same place.
            line += text[at..start.max(at)].iter().filter(|byte| **byte == b'\n').count();
            at = start.max(at);
            line
        };
        self.rows.iter().map(number).collect()
    }
}

/// `problem` is the id of a variant in the message.
fn unreadable(source: &Arc<Source>, span: Span, problem: &'static str) -> Diagnostic {
    Diagnostic::new(Code::UnreadableList, Place::new(source, span)).with("problem", problem)
}
