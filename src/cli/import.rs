//! `diptych import`: an existing bilingual tree becomes a work.

use camino::{Utf8Path, Utf8PathBuf};
use clap::ValueEnum;
use clap::builder::PossibleValuesParser;

use super::{Answer, Outside, Report, sound_book};
use crate::diagnostics::{Argument, Diagnostic, Fault, Source, Wording};
use crate::documents::CONTENT;
use crate::documents::front::is_slug;
use crate::import::{Import, Layout, Request, import, report as told};
use crate::output::{Landing, land, write_named};
use crate::publication::addresses::RESERVED;
use crate::publication::names::slugify;
use crate::publication::{NEWS, Publication};
use crate::sources::{Foreign, Sources, lies_within};

#[derive(clap::Args)]
pub struct Arguments {
    #[arg(value_name = "DIR")]
    folder: Utf8PathBuf,
    #[arg(long, value_enum)]
    layout: Languages,
    #[arg(long, value_name = "FOLDER")]
    into: Option<Utf8PathBuf>,
    #[arg(long, value_parser = PossibleValuesParser::new(KINDS), default_value = "guidelines")]
    kind: String,
    #[arg(long, value_name = "FILE")]
    report: Option<Utf8PathBuf>,
    #[arg(long)]
    dry_run: bool,
}

#[derive(Clone, Copy, ValueEnum)]
enum Languages {
    Suffix,
    Folders,
}

/// Kinds of work that chapters in an order can become.
const KINDS: [&str; 3] = ["guidelines", "manual", "pages"];
/// Folders of `content` that hold no works.
const NO_WORKS: [&str; 2] = [NEWS, "signatories"];

impl Arguments {
    pub fn run(&self, root: &Utf8Path, outside: &Outside, report: &mut Report) -> Result<(), Fault> {
        let wording = Wording::for_locale(&outside.locale);
        let (sources, mistakes) = Sources::read(root)?;
        let Some(book) = sound_book(&sources, report)? else { return Ok(()) };
        let foreign = Foreign::list(&self.folder)?;
        let Some(folder) = self.destination(&sources, &foreign, report) else { return Ok(()) };
        let layout = match self.layout {
            Languages::Suffix => Layout::Suffix,
            Languages::Folders => Layout::Folders,
        };
        let request = Request { layout, folder, kind: &self.kind, today: outside.today };
        let Some(found) = import(&foreign, &book, &request, &wording) else {
            let tags = book.tags().collect::<Vec<_>>().join(", ");
            let arguments = vec![("folder", self.folder.as_path().into()), ("languages", tags.into())];
            report.refused = true;
            report.note("import-nothing", arguments);
            return Ok(());
        };
        let check = checked(&sources, mistakes, &found);
        if !self.dry_run {
            land(&sources.root, &found.files.iter().map(landing).collect::<Vec<_>>())?;
        }
        if let Some(path) = &self.report {
            let page = told::markdown(&found, &check, &self.folder, &wording);
            write_named(path, page.as_bytes())?;
        }
        self.tell(&found, &check, &wording, report);
        Ok(())
    }

    /// The work's folder from the publication's root; none, with the reason in the report, where it cannot be there.
    fn destination(&self, sources: &Sources, foreign: &Foreign, report: &mut Report) -> Option<Utf8PathBuf> {
        let named = slugify(foreign.root().file_name().unwrap_or_default());
        let usual = if self.kind == "guidelines" { Utf8Path::new("guidelines").join(&named) } else { named.into() };
        let into = self.into.clone().unwrap_or(usual);
        let text = into.as_str().trim_end_matches('/');
        let text = text.strip_prefix("content/").unwrap_or(text);
        let sound = |part: &str| is_slug(part) && !RESERVED.contains(&part);
        if !text.split('/').all(sound) || text.split('/').next().is_some_and(|first| NO_WORKS.contains(&first)) {
            return refuse(report, "import-folder", vec![("folder", text.into())]);
        }
        let folder = Utf8Path::new(CONTENT).join(text);
        let below = |path: &Utf8PathBuf| path.starts_with(&folder);
        let there = sources.texts.keys().chain(sources.files.keys()).chain(&sources.damaged).find(|path| below(path));
        if let Some(there) = there {
            return refuse(report, "import-occupied", vec![("file", there.as_path().into())]);
        }
        let places = [Some(sources.root.join(&folder)), self.report.clone()];
        if let Some(within) = places.into_iter().flatten().find(|place| lies_within(place, foreign.root())) {
            let arguments = vec![("path", within.as_path().into()), ("folder", self.folder.as_path().into())];
            return refuse(report, "import-into-itself", arguments);
        }
        Some(folder)
    }

    fn tell(&self, found: &Import, check: &[Diagnostic], wording: &Wording, report: &mut Report) {
        let lines = told::lines(found, check, wording);
        report.answer = Some(Answer::Lines(lines, told::json(found, check, wording)));
        let written = if self.dry_run { "import-would" } else { "import-made" };
        let folder = ("folder", Argument::from(found.folder.as_path()));
        report.note(written, vec![("files", found.files.len().into()), folder]);
        report.note("import-findings", vec![("findings", found.findings.len().into())]);
        let counted = Report { diagnostics: check.to_vec(), ..Report::default() };
        report.note("import-check", counted.counts());
    }
}

fn refuse<T>(report: &mut Report, note: &'static str, arguments: Vec<(&'static str, Argument)>) -> Option<T> {
    report.refused = true;
    report.note(note, arguments);
    None
}

fn landing(made: &crate::import::Made) -> Landing {
    Landing { path: made.path.clone(), bytes: made.bytes.clone(), before: None }
}

/// What `check` will say of the new files.
fn checked(sources: &Sources, mistakes: Vec<Diagnostic>, found: &Import) -> Vec<Diagnostic> {
    let is_text = |path: &Utf8Path| matches!(path.extension(), Some("md" | "yaml" | "svg"));
    let (texts, others): (Vec<_>, Vec<_>) = found.files.iter().partition(|made| is_text(&made.path));
    let texts = texts.iter().map(|made| Source::new(made.path.clone(), String::from_utf8_lossy(&made.bytes)));
    let (sources, unfit) = sources.laid_over(texts);
    let sources = sources.with_files(others.iter().map(|made| (made.path.clone(), made.bytes.clone())));
    let (_, mut diagnostics) = Publication::of(&sources, [mistakes, unfit].concat(), false);
    diagnostics.retain(|found_by_check| found_by_check.place.source.path.starts_with(&found.folder));
    diagnostics
}
