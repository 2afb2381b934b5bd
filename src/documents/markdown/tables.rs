//! Tables: rows that are longer or shorter than the head, and lines that look like a table and are none.
//!
//! Takes: tables and paragraphs of the arena. Gives: diagnostics. The parser drops and adds cells without a word, so the cells are
//! counted in the source, as it counts them.

use super::limits::{COLUMNS, ROWS};
use super::misreadings::Look;
use crate::diagnostics::Code;
use crate::documents::arena::{Block, BlockKind};

/// How many cells a line has, and where the one after the first `columns` of them begins. A bar after a backslash is no end of a cell,
/// whatever stands before it; a bar between backticks is.
fn cells(line: &str, columns: usize) -> (usize, Option<usize>) {
    let bytes = line.as_bytes();
    let (mut at, mut count, mut beyond) = (0, 0, None);
    loop {
        at += usize::from(bytes.get(at) == Some(&b'|'));
        let start = at;
        at += bytes[at..].iter().take_while(|byte| matches!(byte, b' ' | b'\t')).count();
        if at >= bytes.len() {
            return (count, beyond);
        }
        if count == columns {
            beyond = Some(start);
        }
        while at < bytes.len() && (bytes[at] != b'|' || (at > 0 && bytes[at - 1] == b'\\')) {
            at += 1;
        }
        count += 1;
    }
}

/// Whether a line is the row of hyphens below the head of a table.
fn is_row_of_hyphens(line: &str) -> bool {
    let all = line.bytes().all(|byte| matches!(byte, b'|' | b'-' | b':' | b' ' | b'\t'));
    all && line.contains('|') && line.contains('-')
}

/// The row of hyphens that a head asks for.
fn row_for(head: &str) -> String {
    "|---".repeat(cells(head, 0).0.min(COLUMNS.1)) + "|"
}

impl Look<'_> {
    pub(super) fn table(&mut self, table: u32, columns: usize) {
        let parsed = self.parsed;
        let end = parsed.blocks[table as usize].end;
        let (mut at, mut rows) = (table + 1, 0);
        if columns > COLUMNS.1 {
            self.too_many(COLUMNS, parsed.blocks[table as usize].span);
        }
        while at < end {
            let row = &parsed.blocks[at as usize];
            if row.kind == BlockKind::TableRow {
                self.row(row, columns);
                rows += 1;
                if rows == ROWS.1 + 1 {
                    self.too_many(ROWS, row.span);
                }
            }
            at = row.end;
        }
    }

    fn row(&mut self, row: &Block, columns: usize) {
        let start = row.span.start as usize;
        let line = self.line(start);
        let (count, beyond) = cells(line, columns);
        if let Some(beyond) = beyond {
            // Bars too many at the end of a line take nothing away.
            if line[beyond..].bytes().any(|byte| !matches!(byte, b'|' | b' ' | b'\t')) {
                let diagnostic = self.report(Code::LostCells, start + beyond, start + line.trim_end().len());
                self.diagnostics.push(diagnostic.with("cells", count).with("columns", columns));
            }
        } else if count < columns && !line.starts_with(": ") && !line.starts_with("{lang=") {
            let diagnostic = self.report(Code::MissingCells, start, start + line.trim_end().len());
            let diagnostic = diagnostic.with("cells", count).with("columns", columns);
            let is_text = !line.contains('|');
            self.diagnostics.push(if is_text { diagnostic.hint("hint-text") } else { diagnostic });
        }
    }

    /// Two lines between bars, and none of hyphens.
    pub(super) fn table_without_hyphens(&mut self, block: &Block) {
        let start = block.span.start as usize;
        if self.source.text.as_bytes().get(start) != Some(&b'|') {
            return;
        }
        let written = self.written(block);
        let barred = |line: &str| line.len() > 1 && line.starts_with('|') && line.ends_with('|');
        let lines = written.lines().map(|line| line.trim_matches([' ', '\t', '>']));
        let (Some(head), Some(second)) = (lines.clone().next(), lines.clone().nth(1)) else { return };
        if barred(head) && barred(second) && !lines.into_iter().any(is_row_of_hyphens) {
            let row = row_for(head);
            let diagnostic = self.report(Code::NotATable, start, start + head.len()).with("problem", "hyphens");
            self.diagnostics.push(diagnostic.with("row", row).hint("hint-hyphens"));
        }
    }

    /// A row of hyphens within a paragraph: what was to be a table is none.
    pub(super) fn row_of_hyphens(&mut self, block: &Block, start: usize) {
        let hyphens = self.line(start);
        if !is_row_of_hyphens(hyphens) {
            return;
        }
        let text = &self.source.text;
        let above = text[..start].rfind('\n').unwrap_or_default();
        let line = text[..above].rfind('\n').map_or(0, |at| at + 1);
        let from = line.max(block.span.start as usize);
        let head = text[from..above.max(from)].trim_start_matches([' ', '\t', '>']);
        let from = above.max(from) - head.len();
        let head = head.trim_end();
        let diagnostic = self.report(Code::NotATable, from, from + head.len());
        let (wanted, found) = (cells(head, 0).0, cells(hyphens, 0).0);
        self.diagnostics.push(match wanted == found {
            true => diagnostic.with("problem", "text"),
            false => {
                let diagnostic = diagnostic.with("problem", "columns").with("cells", wanted).with("columns", found);
                diagnostic.with("row", row_for(head)).hint("hint-columns")
            }
        });
    }
}
