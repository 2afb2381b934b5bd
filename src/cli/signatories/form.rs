//! `diptych signatories form`: what an institution needs to endorse an edition, as PDFs.

use std::sync::Arc;

use camino::{Utf8Path, Utf8PathBuf};

use crate::cli::{Report, resolve};
use crate::diagnostics::{Argument, Fault, any_error};
use crate::output::write_into;
use crate::publication::Publication;
use crate::renditions::form_files;

#[derive(clap::Args)]
pub struct Arguments {
    work: String,
    edition: String,
    #[arg(long, value_name = "LANG")]
    language: Option<String>,
    #[arg(long, value_name = "DIR", default_value = ".")]
    out: Utf8PathBuf,
}

impl Arguments {
    pub fn run(&self, root: &Utf8Path, report: &mut Report) -> Result<(), Fault> {
        if !cfg!(feature = "pdf") {
            refuse::<()>(report, "without-pdf", Vec::new());
            return Ok(());
        }
        let (publication, diagnostics) = resolve(root, false)?;
        report.diagnostics = diagnostics;
        let Some(publication) = publication.filter(|_| !any_error(&report.diagnostics)) else {
            report.note("nothing-written", Vec::new());
            return Ok(());
        };
        let Some(paths) = self.paths(&publication, report) else { return Ok(()) };
        let mut files = Vec::new();
        for (path, made) in made(&Arc::new(publication), &paths) {
            match made {
                Ok(bytes) => files.push((path.file_name().unwrap_or_default().to_owned(), bytes)),
                Err(mistakes) => report.diagnostics.extend(mistakes),
            }
        }
        if any_error(&report.diagnostics) {
            report.note("nothing-written", Vec::new());
            return Ok(());
        }
        write_into(&self.out, &files)?;
        let folder = self.out.strip_prefix(".").unwrap_or(&self.out);
        let paths: Vec<String> = files.iter().map(|(name, _)| folder.join(name).into_string()).collect();
        report.note("forms-written", vec![("paths", paths.join(", ").into())]);
        Ok(())
    }

    /// Where the site has the forms that are asked for; none, with the reason in the report, where there are none.
    fn paths(&self, publication: &Publication, report: &mut Report) -> Option<Vec<Utf8PathBuf>> {
        let folder = self.work.trim_end_matches('/');
        let folder = folder.strip_prefix("content/").unwrap_or(folder);
        let Some((work, _)) = publication.works().find(|(_, work)| work.folder == folder) else {
            let known = publication.works().map(|(_, work)| work.folder.as_str()).collect::<Vec<_>>().join(", ");
            return refuse(report, "form-no-work", vec![("work", folder.into()), ("known", known.into())]);
        };
        let named = |work: &str| vec![("work", Argument::from(work)), ("edition", self.edition.as_str().into())];
        let Some(number) = publication.edition(work, &self.edition) else {
            return refuse(report, "form-no-edition", named(folder));
        };
        let work = &publication.works[number];
        let files = form_files(publication, number);
        if files.is_empty() {
            return refuse(report, "form-closed", named(folder));
        }
        let tag = |language: usize| publication.languages[language].tag.as_str();
        let known = work.languages.iter().map(|(language, _)| tag(*language)).collect::<Vec<_>>();
        if self.language.as_ref().is_some_and(|wanted| !known.contains(&wanted.as_str())) {
            return refuse(report, "form-language", vec![("known", known.join(", ").into())]);
        }
        let wanted = files.iter().filter(|file| self.language.as_ref().is_none_or(|wanted| tag(file.language) == wanted));
        Some(wanted.map(|file| publication.addresses.file(&file.address).into()).collect())
    }
}

fn refuse<T>(report: &mut Report, note: &'static str, arguments: Vec<(&'static str, Argument)>) -> Option<T> {
    report.refused = true;
    report.note(note, arguments);
    None
}

/// The same bytes that `build` writes.
#[cfg(feature = "pdf")]
fn made(publication: &Arc<Publication>, paths: &[Utf8PathBuf]) -> Vec<(Utf8PathBuf, crate::renditions::Made)> {
    use crate::renditions::{Offered, pdf};
    let wanted = pdf::renditions(publication).into_iter().filter(|rendition| paths.contains(&rendition.path));
    wanted.map(|rendition| (rendition.path.clone(), rendition.make.bytes(Vec::new(), &Offered::new()))).collect()
}

#[cfg(not(feature = "pdf"))]
fn made(_: &Arc<Publication>, _: &[Utf8PathBuf]) -> Vec<(Utf8PathBuf, crate::renditions::Made)> {
    Vec::new()
}
