//! `diptych signatories import` and `export`: the register and other people's lists.

use camino::{Utf8Path, Utf8PathBuf};
use clap::ValueEnum;

use super::{landed, read};
use crate::cli::{Answer, Cli, Outside, Report, ReportFormat};
use crate::diagnostics::{Fault, Source, Wording, sorted};
use crate::enrolment::import::{Fate, Import, import};
use crate::enrolment::mapping::{DateOrder, Mapping, NoKey};
use crate::enrolment::table::Table;
use crate::enrolment::{export, keys, listing};
use crate::output::write_named;
use crate::sources::{not_utf8, read_named};

#[derive(clap::Args)]
pub struct ImportArguments {
    file: Utf8PathBuf,
    #[arg(long, value_name = "HEADING=KEY|FILE")]
    map: Vec<String>,
    #[arg(long, value_name = "KEY=VALUE")]
    set: Vec<String>,
    #[arg(long, value_enum, value_name = "ORDER")]
    dates: Option<Dates>,
    #[arg(long)]
    partial: bool,
}

#[derive(Clone, Copy, ValueEnum)]
enum Dates {
    Ymd,
    Dmy,
    Mdy,
}

impl ImportArguments {
    pub fn run(&self, root: &Utf8Path, outside: &Outside, report: &mut Report) -> Result<(), Fault> {
        let Some(mapping) = self.mapping(report)? else { return Ok(()) };
        let table = match Table::read(&self.file, read_named(&self.file)?) {
            Ok(table) => table,
            Err(diagnostics) => {
                report.diagnostics = sorted(diagnostics);
                report.note("nothing-written", Vec::new());
                return Ok(());
            }
        };
        let Some(mut trial) = read(root, report)? else { return Ok(()) };
        match import(&mut trial, &table, &mapping, self.partial) {
            Ok(found) => {
                landed(root, &found.changes)?;
                tell(found, &self.file, &Wording::for_locale(&outside.locale), report);
            }
            Err(diagnostics) => {
                report.diagnostics = sorted(diagnostics);
                report.note("nothing-written", Vec::new());
            }
        }
        Ok(())
    }

    /// None, with the reason in the report, where it cannot be followed.
    fn mapping(&self, report: &mut Report) -> Result<Option<Mapping>, Fault> {
        let (flags, files): (Vec<_>, Vec<_>) = self.map.iter().partition(|flag| flag.contains('='));
        let mut mapping = Mapping::default();
        if let Some(path) = files.last() {
            let path = Utf8Path::new(path);
            let source = String::from_utf8(read_named(path)?).map_err(|error| vec![not_utf8(path.to_owned(), &error)]);
            let source = source.map(|text| Source::new(path, text.strip_prefix('\u{feff}').unwrap_or(&text)));
            match source.and_then(|source| Mapping::read(&source)) {
                Ok(read) => mapping = read,
                Err(diagnostics) => {
                    report.diagnostics = sorted(diagnostics);
                    report.note("nothing-written", Vec::new());
                    return Ok(None);
                }
            }
        }
        if let Some(dates) = self.dates {
            mapping.order_of_dates(match dates {
                Dates::Ymd => DateOrder::YearFirst,
                Dates::Dmy => DateOrder::DayFirst,
                Dates::Mdy => DateOrder::MonthFirst,
            });
        }
        let mapped = flags.iter().try_for_each(|flag| mapping.map(flag));
        if let Err(NoKey(typed)) = mapped.and_then(|()| self.set.iter().try_for_each(|flag| mapping.set(flag))) {
            report.refused = true;
            let known = keys::patterns().collect::<Vec<_>>().join(", ");
            report.note("import-no-key", vec![("typed", typed.into()), ("known", known.into())]);
            return Ok(None);
        }
        Ok(Some(mapping))
    }
}

fn tell(found: Import, file: &Utf8Path, wording: &Wording, report: &mut Report) {
    let mut lines = String::new();
    let mut rows = Vec::new();
    let width = found.rows.iter().map(|row| row.line.to_string().len()).max().unwrap_or_default();
    for row in &found.rows {
        let why: Vec<&str> = row.why.iter().map(|code| code.name()).collect();
        let reasons = if why.is_empty() { String::new() } else { format!(": {}", why.join(", ")) };
        let fate = wording.sentence("import-fate", &[("fate", row.fate.name().into())]);
        lines.push_str(&format!("{file}:{:<width$}  {fate:<11}  {}{reasons}\n", row.line, listing::one_line(&row.id)));
        rows.push(serde_json::json!({ "line": row.line, "id": row.id, "fate": row.fate.name(), "why": why }));
    }
    report.answer = Some(Answer::Lines(lines, serde_json::json!({ "file": file.as_str(), "rows": rows })));
    let count = |fate| found.count(fate).into();
    let counts = vec![
        ("added", count(Fate::Added)),
        ("unchanged", count(Fate::Unchanged)),
        ("held", count(Fate::Held)),
        ("refused", count(Fate::Refused)),
    ];
    report.note("imported", counts);
    match found.changes.len() {
        0 => report.note("nothing-written", Vec::new()),
        files => report.note("files-written", vec![("files", files.into())]),
    }
    report.diagnostics = found.diagnostics;
}

#[derive(clap::Args)]
pub struct ExportArguments {
    #[arg(long, value_name = "FILE")]
    out: Option<Utf8PathBuf>,
}

impl ExportArguments {
    pub fn run(&self, cli: &Cli, report: &mut Report) -> Result<(), Fault> {
        let Some(trial) = read(&cli.root, report)? else { return Ok(()) };
        let Some(publication) = &trial.publication else { return Ok(()) };
        // A list that lacks somebody without saying so is worse than none.
        report.diagnostics = trial.in_the_way();
        if !report.diagnostics.is_empty() {
            report.note("nothing-written", Vec::new());
            return Ok(());
        }
        let entries = listing::entries(&trial.sources);
        let named_json =
            self.out.as_ref().and_then(|path| path.extension()).is_some_and(|end| end.eq_ignore_ascii_case("json"));
        let text = if named_json || (self.out.is_none() && cli.format == ReportFormat::Json) {
            let mut text = serde_json::to_string_pretty(&export::json(&entries)).unwrap_or_default();
            text.push('\n');
            text
        } else {
            let tags: Vec<String> = publication.book.tags().map(str::to_owned).collect();
            export::csv(&entries, &tags)
        };
        match &self.out {
            None => report.answer = Some(Answer::File(text)),
            Some(path) => {
                write_named(path, text.as_bytes())?;
                report.note("exported", vec![("institutions", entries.len().into()), ("path", path.as_path().into())]);
            }
        }
        Ok(())
    }
}
