//! `diptych amend list`: which amendments there are.

use camino::Utf8Path;
use clap::builder::PossibleValuesParser;
use serde_json::{Value, json};
use unicode_width::UnicodeWidthStr;

use crate::cli::collate::work_named;
use crate::cli::{Answer, Outside, Report};
use crate::diagnostics::{Fault, Severity, Wording};
use crate::documents::amendment::AmendmentStatus;
use crate::publication::concordance::argument;
use crate::publication::{Amendment, Publication};

#[derive(clap::Args)]
pub struct Arguments {
    work: Option<String>,
    #[arg(long, value_parser = PossibleValuesParser::new(AmendmentStatus::WORDS))]
    status: Vec<String>,
    #[arg(long)]
    open: bool,
    #[arg(long, value_name = "ID")]
    section: Option<String>,
}

impl Arguments {
    pub fn run(&self, root: &Utf8Path, outside: &Outside, report: &mut Report) -> Result<(), Fault> {
        let (publication, diagnostics) = crate::cli::resolve(root, false)?;
        let Some(publication) = publication else {
            report.diagnostics = diagnostics;
            return Ok(());
        };
        let of_amendments = |place: &Utf8Path| place.parent().is_some_and(|folder| folder.ends_with("amendments"));
        let graver = diagnostics.into_iter().filter(|found| found.severity() != Severity::Hint);
        report.diagnostics = graver.filter(|found| of_amendments(&found.place.source.path)).collect();
        let work = match &self.work {
            None => None,
            Some(name) => match work_named(&publication, name, report) {
                Some(work) => Some(work),
                None => return Ok(()),
            },
        };
        let wording = Wording::for_locale(&outside.locale);
        let own = publication.amendments.iter().map(|(_, own)| own).filter(|own| self.is_wanted(own, work));
        let own: Vec<&Amendment> = own.collect();
        let rows: Vec<[String; 6]> = own.iter().map(|own| row(&publication, own, &wording)).collect();
        let list: Vec<Value> = own.iter().map(|own| value(&publication, own)).collect();
        if rows.is_empty() {
            report.note("amendments-none", Vec::new());
        }
        report.answer = Some(Answer::Lines(table(&rows), json!({ "amendments": list })));
        Ok(())
    }

    fn is_wanted(&self, own: &Amendment, work: Option<usize>) -> bool {
        let status = self.status.is_empty() || self.status.iter().any(|word| word == own.status().word());
        let about = |id: &String| own.yaml.changes.iter().any(|change| change.value.target.value == *id);
        work.is_none_or(|work| own.work == work)
            && status
            && (!self.open || own.status().is_open())
            && self.section.as_ref().is_none_or(about)
    }
}

fn sections(own: &Amendment) -> Vec<&str> {
    let mut sections: Vec<&str> = Vec::new();
    for change in own.yaml.changes.iter().map(|change| &change.value) {
        let id = change.id.as_ref().unwrap_or(&change.target).value.as_str();
        if !sections.contains(&id) {
            sections.push(id);
        }
    }
    sections
}

fn row(publication: &Publication, own: &Amendment, wording: &Wording) -> [String; 6] {
    let word = |status: &str| wording.sentence("amendment-status", &[("status", status.into())]);
    let status = match &own.yaml.merged {
        Some(edition) => wording.sentence("amendment-merged", &[("edition", edition.value.0.as_str().into())]),
        None => word(own.status().word()),
    };
    let kind = wording.sentence("amendment-kind", &[("kind", own.kind().word().into())]);
    let work = argument(&publication.works[own.work]).to_owned();
    [own.id().to_owned(), work, status, kind, sections(own).join(" "), own.last_day().to_string()]
}

fn table(rows: &[[String; 6]]) -> String {
    let width = |column: usize| rows.iter().map(|row| row[column].width()).max().unwrap_or_default();
    let widths: Vec<usize> = (0..6).map(width).collect();
    let line = |row: &[String; 6]| {
        let cells = row.iter().zip(&widths).map(|(cell, width)| format!("{cell}{}", " ".repeat(width - cell.width())));
        format!("{}\n", cells.collect::<Vec<_>>().join("  ").trim_end())
    };
    rows.iter().map(line).collect()
}

fn value(publication: &Publication, own: &Amendment) -> Value {
    let changes = own.yaml.changes.iter().map(|change| {
        let change = &change.value;
        json!({
            "op": change.op.as_ref().map(|op| op.value.word()),
            "target": change.target.value,
            "id": change.id.as_ref().map(|id| &id.value),
        })
    });
    json!({
        "id": own.id(),
        "work": argument(&publication.works[own.work]),
        "file": own.source.path.as_str(),
        "base_edition": own.yaml.base_edition.value.0,
        "kind": own.kind().word(),
        "status": own.status().word(),
        "merged": own.yaml.merged.as_ref().map(|edition| &edition.value.0),
        "received": own.yaml.received.date.value.to_string(),
        "decided": own.yaml.decision.as_ref().map(|decision| decision.value.date.value.to_string()),
        "specimen": own.is_specimen() || publication.works[own.work].specimen,
        "changes": changes.collect::<Vec<_>>(),
    })
}
