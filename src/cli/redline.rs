//! `diptych redline`: what changed in a work from one text to another.

mod sides;

use camino::{Utf8Path, Utf8PathBuf};

use super::{Answer, Outside, Report};
use crate::diagnostics::{Argument, Fault};
use crate::output::write_named;
use crate::redline::{Redline, sections_of};
use crate::renditions::Made;
use crate::renditions::redline::{Comparison, Version, json, markdown, page, terminal};
use sides::{Side, Sides, WORKING, no_work};

#[derive(clap::Args)]
pub struct Arguments {
    work: String,
    #[arg(long, value_name = "TEXT", default_value = "HEAD")]
    from: String,
    #[arg(long, value_name = "TEXT", default_value = WORKING)]
    to: String,
    #[arg(long, value_name = "ID", conflicts_with_all = ["from", "to"])]
    amendment: Option<String>,
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
        let folder = self.work.trim_end_matches('/');
        let folder = folder.strip_prefix("content/").unwrap_or(folder);
        let Some((from, to)) = self.sides(root, folder, report)? else { return Ok(()) };
        let Some(comparison) = self.comparison(folder, from, to, report) else { return Ok(()) };
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

    /// Both sides; none, with the reason in the report, where one of them cannot be compared.
    fn sides(&self, root: &Utf8Path, folder: &str, report: &mut Report) -> Result<Option<(Side, Side)>, Fault> {
        let mut sides = Sides::new(root, folder, self.anyway, self.drafts);
        if let Some(amendment) = &self.amendment {
            return sides.amended(amendment, report);
        }
        let Some(old) = sides.named(&self.from, report)? else { return Ok(None) };
        let Some(new) = sides.named(&self.to, report)? else { return Ok(None) };
        Ok(Some((old, new)))
    }

    fn comparison(&self, folder: &str, from: Side, to: Side, report: &mut Report) -> Option<Comparison> {
        let (old, new) = (from.publication, to.publication);
        let Some(work) = to.work else { return refuse(report, "form-no-work", no_work(&new, folder)) };
        let languages: Vec<usize> = new.works[work].languages.iter().map(|(language, _)| *language).collect();
        let tag = |language: &usize| new.languages[*language].tag.as_str();
        if let Some(unknown) = self.language.iter().find(|wanted| !languages.iter().any(|own| tag(own) == wanted.as_str())) {
            let known = languages.iter().map(tag).collect::<Vec<_>>().join(", ");
            return refuse(report, "redline-language", vec![("language", unknown.as_str().into()), ("known", known.into())]);
        }
        let wanted =
            |language: &usize| self.language.is_empty() || self.language.iter().any(|wanted| wanted == tag(language));
        let version = |language: usize| {
            let other = old.languages.iter().position(|other| other.tag == new.languages[language].tag);
            let before = from.work.zip(other).map(|(work, language)| sections_of(&old, &old.works[work], language));
            let after = sections_of(&new, &new.works[work], language);
            let mut redline = Redline::between(&before.unwrap_or_default(), &after);
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
        Some(Comparison { publication: new, work, from: from.name, to: to.name, versions, all: self.all })
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
