//! `diptych check`: the first three stages.

use camino::Utf8Path;
use jiff::civil::Date;

use super::{Outside, Report};
use crate::diagnostics::{Diagnostic, Fault, sorted};
use crate::publication::Publication;
use crate::sources::Sources;

#[derive(clap::Args)]
pub struct Arguments {
    #[arg(long)]
    drafts: bool,
    #[arg(long, value_name = "DATE")]
    as_of: Option<Date>,
}

impl Arguments {
    pub fn run(&self, root: &Utf8Path, outside: &Outside, report: &mut Report) -> Result<(), Fault> {
        let (publication, mut diagnostics) = resolve(root, self.drafts)?;
        if let Some(publication) = publication {
            let found = publication.register.as_of(self.as_of.unwrap_or(outside.today));
            diagnostics = sorted([diagnostics, publication.severities.apply(found)].concat());
        }
        if diagnostics.is_empty() {
            report.note("checked", Vec::new());
        }
        report.diagnostics = diagnostics;
        Ok(())
    }
}

/// Sources → documents → publication; none where `book.toml` cannot be used.
pub fn resolve(root: &Utf8Path, drafts: bool) -> Result<(Option<Publication>, Vec<Diagnostic>), Fault> {
    let (sources, diagnostics) = Sources::read(root)?;
    Ok(Publication::of(&sources, diagnostics, drafts))
}
