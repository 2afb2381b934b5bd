//! `diptych check`: the first three stages.

use camino::Utf8Path;

use super::Report;
use crate::diagnostics::{Diagnostic, Fault, sorted};
use crate::documents::Documents;
use crate::publication::Publication;
use crate::sources::Sources;

#[derive(clap::Args)]
pub struct Arguments {
    /// Include pages whose front matter says `draft: true`
    #[arg(long)]
    drafts: bool,
}

impl Arguments {
    pub fn run(&self, root: &Utf8Path, report: &mut Report) -> Result<(), Fault> {
        let (_, diagnostics) = resolve(root, self.drafts)?;
        if diagnostics.is_empty() {
            report.note("checked", Vec::new());
        }
        report.diagnostics = diagnostics;
        Ok(())
    }
}

/// Sources → documents → publication; none where `book.toml` cannot be used.
pub fn resolve(root: &Utf8Path, drafts: bool) -> Result<(Option<Publication>, Vec<Diagnostic>), Fault> {
    let (sources, mut diagnostics) = Sources::read(root)?;
    let (documents, mistakes) = Documents::read(&sources, drafts);
    diagnostics.extend(mistakes);
    let publication = documents.map(|documents| {
        let (publication, mistakes) = Publication::resolve(&sources, documents);
        diagnostics.extend(mistakes);
        publication
    });
    let diagnostics = sorted(diagnostics);
    let heard = match &publication {
        Some(publication) => publication.silence.leave(diagnostics),
        None => diagnostics,
    };
    Ok((publication, heard))
}
