//! `diptych redline`: what changed in a work from one text to another.

use std::sync::Arc;

use camino::{Utf8Path, Utf8PathBuf};

use super::{Answer, Outside, Report};
use crate::diagnostics::{Argument, Diagnostic, Fault, any_error};
use crate::output::write_named;
use crate::publication::Publication;
use crate::redline::{Redline, sections_of};
use crate::renditions::Made;
use crate::renditions::redline::{Comparison, SideName, Version, json, markdown, page, terminal};
use crate::sources::{Revision, Sources};

/// What stands for the files as they lie on the disk.
const WORKING: &str = "working";

#[derive(clap::Args)]
pub struct Arguments {
    work: String,
    #[arg(long, value_name = "REVISION", default_value = "HEAD")]
    from: String,
    #[arg(long, value_name = "REVISION", default_value = WORKING)]
    to: String,
    #[arg(long, value_name = "LANG")]
    language: Vec<String>,
    #[arg(long, value_name = "ID")]
    section: Option<String>,
    #[arg(long)]
    all: bool,
    #[arg(long = "as", value_enum, default_value_t = Form::Terminal, value_name = "FORM")]
    form: Form,
    #[arg(long, value_name = "FILE")]
    out: Option<Utf8PathBuf>,
    #[arg(long)]
    anyway: bool,
    #[arg(long)]
    drafts: bool,
}

#[derive(Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
enum Form {
    Terminal,
    Markdown,
    Html,
    Pdf,
}

impl Arguments {
    pub fn run(&self, root: &Utf8Path, outside: &Outside, report: &mut Report) -> Result<(), Fault> {
        if self.form == Form::Pdf && (self.out.is_none() || !cfg!(feature = "pdf")) {
            let note = if cfg!(feature = "pdf") { "redline-pdf-out" } else { "without-pdf" };
            refuse::<()>(report, note, Vec::new());
            return Ok(());
        }
        let Some((old, from)) = self.side(root, &self.from, report)? else { return Ok(()) };
        let Some((new, to)) = self.side(root, &self.to, report)? else { return Ok(()) };
        let Some(comparison) = self.comparison(&old, new, from, to, report) else { return Ok(()) };
        let value = json(&comparison);
        let made = match self.form {
            Form::Terminal => Ok(terminal(&comparison, outside.width).into_bytes()),
            Form::Markdown => Ok(markdown(&comparison).into_bytes()),
            Form::Html => page(&comparison),
            Form::Pdf => pdf(&comparison),
        };
        let text = match made {
            Ok(bytes) => bytes,
            Err(mistakes) => {
                report.diagnostics = mistakes;
                return Ok(());
            }
        };
        if let Some(path) = &self.out {
            write_named(path, &text)?;
            report.note("redline-written", vec![("path", path.as_path().into())]);
            return Ok(());
        }
        let text = String::from_utf8_lossy(&text).into_owned();
        report.answer = Some(match self.form {
            Form::Html => Answer::File(text),
            _ => Answer::Lines(text, value),
        });
        Ok(())
    }

    /// One of the two publications; none, with the reason in the report, where it cannot be compared.
    fn side(&self, root: &Utf8Path, name: &str, report: &mut Report) -> Result<Option<(Publication, SideName)>, Fault> {
        let ((sources, found), side) = match name {
            WORKING => (Sources::read(root)?, SideName::Working),
            name => {
                let revision = Revision::find(root, name)?;
                let side = SideName::Revision { name: name.to_owned(), commit: revision.commit() };
                (revision.read()?, side)
            }
        };
        let (publication, diagnostics) = Publication::of(&sources, found, self.drafts);
        let publication = publication.filter(|_| self.anyway || !any_error(&diagnostics));
        if publication.is_none() {
            let errors = |found: &Diagnostic| any_error(std::slice::from_ref(found));
            report.diagnostics = diagnostics.into_iter().filter(errors).collect();
            report.note("redline-errors", vec![("side", name.into())]);
        }
        Ok(publication.map(|publication| (publication, side)))
    }

    fn comparison(
        &self,
        old: &Publication,
        new: Publication,
        from: SideName,
        to: SideName,
        report: &mut Report,
    ) -> Option<Comparison> {
        let folder = self.work.trim_end_matches('/');
        let folder = folder.strip_prefix("content/").unwrap_or(folder);
        let Some((work, _)) = new.works().find(|(_, work)| work.folder == folder) else {
            let known = new.works().map(|(_, work)| work.folder.as_str()).collect::<Vec<_>>().join(", ");
            return refuse(report, "form-no-work", vec![("work", folder.into()), ("known", known.into())]);
        };
        let languages: Vec<usize> = new.works[work].languages.iter().map(|(language, _)| *language).collect();
        let tag = |language: &usize| new.languages[*language].tag.as_str();
        if let Some(unknown) = self.language.iter().find(|wanted| !languages.iter().any(|own| tag(own) == wanted.as_str())) {
            let known = languages.iter().map(tag).collect::<Vec<_>>().join(", ");
            return refuse(report, "redline-language", vec![("language", unknown.as_str().into()), ("known", known.into())]);
        }
        let wanted =
            |language: &usize| self.language.is_empty() || self.language.iter().any(|wanted| wanted == tag(language));
        let before = old.works().find(|(_, work)| work.folder == folder);
        let version = |language: usize| {
            let other = old.languages.iter().position(|other| other.tag == new.languages[language].tag);
            let one = before.zip(other).map(|((_, work), language)| sections_of(old, work, language)).unwrap_or_default();
            let other = sections_of(&new, &new.works[work], language);
            let mut redline = Redline::between(&one, &other);
            if let Some(id) = &self.section {
                let named = |head: &Option<crate::redline::Head>| head.as_ref().is_some_and(|head| head.id == *id);
                redline.sections.retain(|section| named(&section.old) || named(&section.new));
            }
            Version { language, redline }
        };
        let versions: Vec<Version> = languages.iter().copied().filter(|language| wanted(language)).map(version).collect();
        if let Some(id) =
            self.section.as_ref().filter(|_| versions.iter().all(|version| version.redline.sections.is_empty()))
        {
            return refuse(report, "redline-section", vec![("id", id.as_str().into()), ("work", folder.into())]);
        }
        Some(Comparison { publication: Arc::new(new), work, from, to, versions, all: self.all })
    }
}

#[cfg(feature = "pdf")]
fn pdf(comparison: &Comparison) -> Made {
    crate::renditions::pdf::redline(comparison)
}

#[cfg(not(feature = "pdf"))]
fn pdf(_: &Comparison) -> Made {
    Ok(Vec::new())
}

fn refuse<T>(report: &mut Report, note: &'static str, arguments: Vec<(&'static str, Argument)>) -> Option<T> {
    report.refused = true;
    report.note(note, arguments);
    None
}
