//! diptych's side of the measurement: typesets the book of a folder, and again for every line on standard input.
//!
//! What it does is what `diptych serve` does when somebody saves a text and looks at the PDF: read what has changed, understand it, put
//! the publication together, write the markup, typeset.

use std::collections::BTreeSet;
use std::fs;
use std::io::{self, Write};
use std::path::Path;
use std::sync::Arc;

use camino::Utf8Path;
use diptych::diagnostics::{Severity, Wording, emit};
use diptych::memo::Memo;
use diptych::publication::Publication;
use diptych::renditions::pdf;
use diptych::sources::Sources;

/// The language of the book that is measured, by its place in `book.toml`.
pub const LANGUAGE: usize = 0;

pub fn typeset(root: &Utf8Path, out: &Path) -> io::Result<()> {
    let memo = Memo::blank();
    let (mut sources, _) = Sources::read(root).map_err(|fault| failed(&fault))?;
    loop {
        let publication = Arc::new(publication(&sources, &memo)?);
        let work = publication.proceedings[0].work;
        let made = pdf::typeset(&publication, work, vec![LANGUAGE]);
        fs::write(out, made.map_err(|mistakes| failed(&mistakes))?)?;
        println!("made");
        io::stdout().flush()?;
        if io::stdin().read_line(&mut String::new())? == 0 {
            return Ok(());
        }
        (sources, _) = sources.read_again(&BTreeSet::new()).map_err(|fault| failed(&fault))?;
    }
}

/// The publication; an error in it ends the measurement, warnings do not: works that nobody cites, for instance.
pub fn publication(sources: &Sources, memo: &Memo) -> io::Result<Publication> {
    let (publication, diagnostics) = Publication::of_again(sources, Vec::new(), false, memo);
    if let Some(first) = diagnostics.iter().find(|found| found.severity() == Severity::Error) {
        return Err(io::Error::other(emit::human(first, &Wording::for_locale("en"), false)));
    }
    publication.ok_or_else(|| io::Error::other("the settings cannot be used"))
}

pub fn failed(what: &impl std::fmt::Debug) -> io::Error {
    io::Error::other(format!("{what:?}"))
}
