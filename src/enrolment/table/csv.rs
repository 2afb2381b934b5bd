//! CSV (RFC 4180) as spreadsheets write it: with commas, semicolons or tabs, quotation marks where needed, a line of headings.
//!
//! Takes: the text. Gives: rows whose cells know where they stand — why this does not use a library: those give values alone, and a
//! person looks for a mistake by line and column. Must not know what the columns mean.

use std::ops::Range;
use std::sync::Arc;

use super::{Cell, Column, Row, Table, unreadable};
use crate::diagnostics::{Diagnostic, Source, Span, first_of_each_kind};
use crate::spreadsheet::unguarded;

const SEPARATORS: [char; 3] = [',', ';', '\t'];

pub(super) fn read(source: Arc<Source>) -> Result<Table, Vec<Diagnostic>> {
    let text = Arc::clone(&source.text);
    // A line for one spreadsheet program alone, which says what the eye sees.
    let told = text.strip_prefix("sep=").and_then(|rest| rest.chars().next());
    let start = if told.is_some() { text.find('\n').map_or(text.len(), |end| end + 1) } else { 0 };
    let separator = told.filter(|told| SEPARATORS.contains(told)).unwrap_or_else(|| separator(&text[start..]));
    let mut scan = Scan { text: &text, at: start, separator };
    let mut diagnostics = Vec::new();
    let mut table = Table { source: Arc::clone(&source), columns: Vec::new(), rows: Vec::new() };
    let mut headed = false;
    while let Some(record) = scan.record() {
        let record = match record {
            Ok(record) => record,
            // Where a quotation mark is lost, so is the rest of the file.
            Err(span) => {
                diagnostics.push(unreadable(&source, span, "quote"));
                break;
            }
        };
        if record.iter().all(|(value, _)| value.trim().is_empty()) {
            continue;
        }
        let first = record.first().map_or(0, |(_, at)| at.start);
        let last = record.last().map_or(0, |(_, at)| at.end);
        match headed {
            false => {
                let columns = record.into_iter().map(|(value, at)| Column { name: value.trim().to_owned(), at: span(&at) });
                table.columns = columns.collect();
                while table.columns.last().is_some_and(|column| column.name.is_empty()) {
                    table.columns.pop();
                }
                headed = true;
                diagnostics.extend(repeated(&table));
            }
            true => {
                let filled = record.iter().rposition(|(value, _)| !value.trim().is_empty()).map_or(0, |last| last + 1);
                if filled > table.columns.len() || record.len() < table.columns.len() {
                    let (found, wanted) = (record.len().max(filled), table.columns.len());
                    let problem = unreadable(&source, Span::new(first, last), "cells");
                    diagnostics.push(problem.with("found", found).with("wanted", wanted));
                    continue;
                }
                let cells = record.into_iter().take(filled).enumerate().map(|(column, (value, at))| {
                    let value = unguarded(value.trim()).replace("\r\n", "\n").replace('\r', "\n");
                    Cell { column, value, number: false, at: span(&at) }
                });
                let cells = cells.filter(|cell| !cell.value.is_empty()).collect();
                table.rows.push(Row { at: Span::new(first, last), cells });
            }
        }
    }
    if !headed && diagnostics.is_empty() {
        diagnostics.push(unreadable(&source, Span::default(), "empty"));
    }
    if diagnostics.is_empty() { Ok(table) } else { Err(first_of_each_kind(diagnostics)) }
}

fn span(at: &Range<usize>) -> Span {
    Span::new(at.start, at.end)
}

fn repeated(table: &Table) -> Vec<Diagnostic> {
    let mut seen = std::collections::HashMap::new();
    let mut found = Vec::new();
    for column in table.columns.iter().filter(|column| !column.name.is_empty()) {
        if let Some(first) = seen.insert(column.name.as_str(), column.at) {
            let problem = unreadable(&table.source, column.at, "repeated").with("column", column.name.as_str());
            found.push(problem.related(crate::diagnostics::Place::new(&table.source, first)));
        }
    }
    found
}

/// What the headings are separated by: whatever stands between them most often.
fn separator(text: &str) -> char {
    let mut within = false;
    let mut counts = [0usize; SEPARATORS.len()];
    for character in text.chars() {
        match character {
            '"' => within = !within,
            '\n' if !within => break,
            _ if within => {}
            _ => {
                if let Some(place) = SEPARATORS.iter().position(|separator| *separator == character) {
                    counts[place] += 1;
                }
            }
        }
    }
    let most = counts.iter().copied().max().unwrap_or_default();
    let place = counts.iter().position(|count| *count == most).unwrap_or_default();
    SEPARATORS[place]
}

struct Scan<'t> {
    text: &'t str,
    at: usize,
    separator: char,
}

type Record = Vec<(String, Range<usize>)>;

impl Scan<'_> {
    /// The cells of the next line; the place of a quotation mark that is not closed, or that text follows.
    fn record(&mut self) -> Option<Result<Record, Span>> {
        if self.at >= self.text.len() {
            return None;
        }
        let mut record = Vec::new();
        loop {
            match self.cell() {
                Ok(cell) => record.push(cell),
                Err(span) => return Some(Err(span)),
            }
            let rest = &self.text[self.at..];
            match rest.chars().next() {
                Some(next) if next == self.separator => self.at += next.len_utf8(),
                Some('\r') if rest.starts_with("\r\n") => {
                    self.at += 2;
                    return Some(Ok(record));
                }
                Some(_) => {
                    self.at += 1;
                    return Some(Ok(record));
                }
                None => return Some(Ok(record)),
            }
        }
    }

    fn cell(&mut self) -> Result<(String, Range<usize>), Span> {
        let start = self.at;
        let rest = &self.text[start..];
        let is_end = |character: char| character == self.separator || character == '\n' || character == '\r';
        if !rest.starts_with('"') {
            let length = rest.find(is_end).unwrap_or(rest.len());
            self.at = start + length;
            return Ok((rest[..length].to_owned(), start..self.at));
        }
        let mut value = String::new();
        let mut at = 1;
        loop {
            let Some(mark) = rest[at..].find('"') else { return Err(Span::new(start, start + 1)) };
            value.push_str(&rest[at..at + mark]);
            at += mark + 1;
            if !rest[at..].starts_with('"') {
                break;
            }
            value.push('"');
            at += 1;
        }
        self.at = start + at;
        match rest[at..].chars().next() {
            Some(next) if !is_end(next) => Err(Span::new(self.at - 1, self.at)),
            _ => Ok((value, start..self.at)),
        }
    }
}
