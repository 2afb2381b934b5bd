//! `diptych build`: the whole line.

use std::mem::ManuallyDrop;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use camino::{Utf8Path, Utf8PathBuf};

use super::check::resolve;
use super::{Outside, Report};
use crate::diagnostics::{Fault, any_error, sorted};
use crate::output::{self, Cache, Destination, Refusal};
use crate::publication::Publication;
use crate::renditions::{Format, Make, Rendition, site};

#[derive(clap::Args)]
pub struct Arguments {
    #[arg(long, value_name = "DIR")]
    out: Option<Utf8PathBuf>,
    #[arg(long, value_enum, value_name = "FORMAT")]
    only: Option<Format>,
    #[arg(long)]
    drafts: bool,
    #[arg(long)]
    adopt: bool,
}

impl Arguments {
    pub fn run(&self, root: &Utf8Path, outside: &Outside, report: &mut Report) -> Result<(), Fault> {
        if self.only == Some(Format::Pdf) && !cfg!(feature = "pdf") {
            report.refused = true;
            report.note("without-pdf", Vec::new());
            return Ok(());
        }
        let (publication, diagnostics) = resolve(root, self.drafts)?;
        report.diagnostics = diagnostics;
        let Some(publication) = publication.filter(|_| !any_error(&report.diagnostics)) else {
            report.note("nothing-written", Vec::new());
            return Ok(());
        };
        let folder = self.out.clone().unwrap_or_else(|| root.join(&publication.book.output));
        let publication = Arc::new(publication);
        let mut destination = Destination::new(folder.clone());
        destination.adopt = self.adopt;
        destination.partial = self.only.is_some();
        destination.protected =
            ["content", "themes", "locales", "src", ".git", ".diptych"].map(|name| root.join(name)).to_vec();
        let cache = Cache::open(root);
        let mut renditions = renditions(&publication, self.only);
        if let Some(cache) = &cache {
            renditions = cache.over(renditions);
        }
        let renditions = counted(renditions, outside);
        // Never given back: the process ends soon, and freeing a million small pieces takes a tenth of the build.
        let renditions = ManuallyDrop::new(renditions);
        match output::write(&destination, &renditions) {
            Ok(written) => {
                if let Some(cache) = cache.filter(|_| self.only.is_none()) {
                    cache.sweep();
                }
                let arguments = vec![
                    ("files", written.files.into()),
                    ("folder", folder.as_path().into()),
                    ("changed", written.changed.into()),
                    ("unchanged", written.unchanged.into()),
                    ("removed", written.removed.into()),
                    ("kept", written.kept.into()),
                ];
                report.note("built", arguments);
                if !written.exchanged {
                    report.note("rolled-forward", Vec::new());
                }
                Ok(())
            }
            Err(Refusal::Mistakes(mistakes)) => {
                report.diagnostics = sorted(report.diagnostics.drain(..).chain(mistakes).collect());
                report.note("nothing-written", Vec::new());
                Ok(())
            }
            Err(Refusal::Fault(fault)) => Err(fault),
        }
    }
}

fn renditions(publication: &Arc<Publication>, only: Option<Format>) -> Vec<Rendition> {
    let mut list = Vec::new();
    if only.is_none_or(|only| only == Format::Site) {
        list.extend(site::renditions(publication));
    }
    #[cfg(feature = "pdf")]
    if only.is_none_or(|only| only == Format::Pdf) {
        list.extend(crate::renditions::pdf::renditions(publication));
    }
    if only.is_none_or(|only| only == Format::Data) {
        list.extend(crate::renditions::open_data::renditions(publication));
    }
    list
}

/// The same renditions, each of which tells when it has been made.
fn counted(renditions: Vec<Rendition>, outside: &Outside) -> Vec<Rendition> {
    let (all, made) = (renditions.len(), Arc::new(AtomicUsize::new(0)));
    let counted = |rendition: Rendition| {
        let (made, progress) = (Arc::clone(&made), Arc::clone(&outside.progress));
        let tell = move || progress(made.fetch_add(1, Ordering::Relaxed) + 1, all);
        let make = match rendition.make {
            Make::Alone(make) => Make::Alone(Box::new(move |buffer| {
                let bytes = make(buffer);
                tell();
                bytes
            })),
            Make::Listing(make) => Make::Listing(Box::new(move |buffer, offered| {
                let bytes = make(buffer, offered);
                tell();
                bytes
            })),
        };
        Rendition { make, ..rendition }
    };
    renditions.into_iter().map(counted).collect()
}
