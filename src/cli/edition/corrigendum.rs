//! `diptych edition corrigendum`: what a frozen text should have said.

use camino::Utf8Path;
use jiff::civil::Date;

use super::{errors, named, refuse, with, written};
use crate::cli::{Outside, Report};
use crate::diagnostics::Fault;
use crate::freezing::{self, Corrigendum};
use crate::publication::Publication;
use crate::sources::Sources;

#[derive(clap::Args)]
pub struct Arguments {
    work: String,
    number: String,
    section: String,
    #[arg(long, value_name = "LANG", required = true)]
    language: Vec<String>,
    #[arg(long, value_name = "TEXT", required = true)]
    old: Vec<String>,
    #[arg(long, value_name = "TEXT", required = true)]
    new: Vec<String>,
    #[arg(long, value_name = "LANG=NAME", required = true)]
    by: Vec<String>,
    #[arg(long, value_name = "DATE")]
    date: Option<Date>,
}

impl Arguments {
    pub fn run(&self, root: &Utf8Path, outside: &Outside, report: &mut Report) -> Result<(), Fault> {
        let (sources, found) = Sources::read(root)?;
        let (publication, before) = Publication::of(&sources, found.clone(), false);
        let Some(publication) = publication else {
            report.diagnostics = before;
            report.note("nothing-written", Vec::new());
            return Ok(());
        };
        let Some(place) = self.edition(&publication, report) else { return Ok(()) };
        let by: Option<Vec<(String, String)>> = self.by.iter().map(|said| pair(said)).collect();
        let (true, Some(by)) = (self.language.len() == self.old.len() && self.old.len() == self.new.len(), by) else {
            refuse::<()>(report, "edition-corrigendum-form", Vec::new());
            return Ok(());
        };
        let words = self.language.iter().zip(&self.old).zip(&self.new);
        let texts: Vec<_> = words.map(|((tag, old), new)| (tag.clone(), old.clone(), new.clone())).collect();
        let date = self.date.unwrap_or(outside.today);
        let said = Corrigendum { date, by: &by, section: &self.section, texts: &texts };
        let Some(file) = freezing::corrigendum(&publication, place, &said) else { return Ok(()) };
        let path = file.0.clone();
        let files = vec![file];
        let known = errors(before, None);
        let (_, after) = with(&sources, &found, &files);
        report.diagnostics = errors(after, None).into_iter().filter(|found| !known.contains(found)).collect();
        if !report.diagnostics.is_empty() {
            report.note("nothing-written", Vec::new());
            return Ok(());
        }
        written(root, &sources, files)?;
        report.note("edition-corrigendum", vec![("path", path.as_path().into())]);
        Ok(())
    }

    /// The frozen edition; none, with the reason in the report, where there is no such one.
    fn edition(&self, publication: &Publication, report: &mut Report) -> Option<usize> {
        let work = named(publication, &self.work, report)?;
        let editions = &publication.works[work].lineage.editions;
        let number = |place: &usize| publication.works[*place].current().number.as_deref().unwrap_or_default();
        let found = editions.iter().copied().find(|place| number(place) == self.number);
        found.or_else(|| {
            let known = editions.iter().map(number).collect::<Vec<_>>().join(", ");
            let arguments = vec![("work", publication.works[work].folder.as_path().into()), ("known", known.into())];
            let edition = ("edition", self.number.as_str().into());
            let note = if editions.is_empty() { "edition-none-frozen" } else { "edition-not-frozen" };
            refuse(report, note, arguments.into_iter().chain([edition]).collect())
        })
    }
}

/// `en=The secretariat`.
fn pair(said: &str) -> Option<(String, String)> {
    said.split_once('=').map(|(tag, name)| (tag.trim().to_owned(), name.trim().to_owned()))
}
