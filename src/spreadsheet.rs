//! Tables for spreadsheets: CSV (RFC 4180) in which no cell is a formula.
//!
//! Takes: lines of cells. Gives: comma-separated UTF-8 with CR LF. Spreadsheet programs run a cell that begins like a formula, whoever
//! wrote it; such a cell gets an apostrophe before it, which whoever reads the file takes away again. Must not know what the cells mean.

use std::borrow::Cow;

/// What makes a spreadsheet take a cell for a formula (OWASP, CSV injection); the last four are those of East Asian keyboards.
const FORMULA: [char; 10] = ['=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠'];

fn is_formula(value: &str) -> bool {
    value.trim_start_matches('\'').starts_with(FORMULA)
}

/// A value that no spreadsheet runs: an apostrophe before what would begin a formula, and before such apostrophes.
pub fn guarded(value: &str) -> Cow<'_, str> {
    if is_formula(value) { Cow::Owned(format!("'{value}")) } else { Cow::Borrowed(value) }
}

/// The value that was [`guarded`].
pub fn unguarded(value: &str) -> &str {
    value.strip_prefix('\'').filter(|_| is_formula(value)).unwrap_or(value)
}

/// A table under construction.
pub struct Table {
    writer: csv::Writer<Vec<u8>>,
}

impl Table {
    /// A table with its line of headings.
    pub fn new<'c>(columns: impl IntoIterator<Item = &'c str>) -> Self {
        let writer = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).flexible(true).from_writer(Vec::new());
        let mut table = Table { writer };
        table.line(columns);
        table
    }

    /// One more line. Nothing but memory is written to, and lines may be of any length: nothing fails.
    pub fn line<'c>(&mut self, cells: impl IntoIterator<Item = &'c str>) {
        for cell in cells {
            self.writer.write_field(guarded(cell).as_ref()).ok();
        }
        self.writer.write_record(None::<&[u8]>).ok();
    }

    pub fn bytes(self) -> Vec<u8> {
        self.writer.into_inner().unwrap_or_default()
    }

    /// The same as a text, which it is: cells are.
    pub fn text(self) -> String {
        String::from_utf8(self.bytes()).unwrap_or_default()
    }
}
