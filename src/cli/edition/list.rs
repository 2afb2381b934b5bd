//! `diptych edition list`: which editions there are.

use camino::Utf8Path;
use serde_json::{Value, json};

use super::named;
use crate::cli::{Answer, Outside, Report};
use crate::diagnostics::{Fault, Wording};
use crate::publication::Publication;

#[derive(clap::Args)]
pub struct Arguments {
    work: Option<String>,
}

impl Arguments {
    pub fn run(&self, root: &Utf8Path, outside: &Outside, report: &mut Report) -> Result<(), Fault> {
        let (publication, diagnostics) = crate::cli::resolve(root, false)?;
        report.diagnostics = super::errors(diagnostics, None);
        let Some(publication) = publication else { return Ok(()) };
        let works: Vec<usize> = match &self.work {
            None => publication.works().map(|(number, _)| number).collect(),
            Some(name) => match named(&publication, name, report) {
                Some(number) => vec![number],
                None => return Ok(()),
            },
        };
        let wording = Wording::for_locale(&outside.locale);
        let editions = works.into_iter().flat_map(|work| publication.editions(work).into_iter().map(move |own| (work, own)));
        let editions: Vec<(usize, usize)> = editions.collect();
        let text: String = editions.iter().map(|own| line(&publication, &wording, *own)).collect();
        let values: Vec<Value> = editions.iter().map(|own| value(&publication, *own)).collect();
        report.answer = Some(Answer::Lines(text, json!({ "editions": values })));
        Ok(())
    }
}

/// The facts of an edition: its number, status and day.
fn facts(publication: &Publication, place: usize) -> (&str, &str, String) {
    let edition = publication.works[place].current();
    let status = edition.status.map_or("", |status| status.word());
    (edition.number.as_deref().unwrap_or_default(), status, edition.date.map(|day| day.to_string()).unwrap_or_default())
}

fn line(publication: &Publication, wording: &Wording, (work, place): (usize, usize)) -> String {
    let own = &publication.works[place];
    let (number, status, date) = facts(publication, place);
    let frozen = own.lineage.frozen.as_ref();
    let twin = publication.works[work].lineage.frozen_as == Some(place);
    let by = frozen.and_then(|own| own.replaced_by).map_or("", |by| facts(publication, by).0);
    let text = match frozen {
        _ if twin => "frozen-and-current",
        Some(_) => "frozen",
        None => "current",
    };
    let arguments = vec![
        ("status", status.into()),
        ("text", text.into()),
        ("by", by.into()),
        ("corrigenda", frozen.map_or(0, |own| own.corrigenda.len()).into()),
        ("uncollated", if frozen.is_some_and(|own| own.file.yaml.uncollated == Some(true)) { "yes" } else { "no" }.into()),
    ];
    format!("{} {number}  {date}  {}\n", own.home(), wording.sentence("edition-line", &arguments))
}

fn value(publication: &Publication, (work, place): (usize, usize)) -> Value {
    let own = &publication.works[place];
    let (number, status, date) = facts(publication, place);
    let frozen = own.lineage.frozen.as_ref();
    let current = frozen.is_none() || publication.works[work].lineage.frozen_as == Some(place);
    json!({
        "work": own.home().as_str(),
        "number": number,
        "status": status,
        "date": date,
        "frozen": frozen.is_some(),
        "current": current,
        "replaced_by": frozen.and_then(|own| own.replaced_by).map(|by| facts(publication, by).0),
        "uncollated": frozen.is_some_and(|own| own.file.yaml.uncollated == Some(true)),
        "corrigenda": frozen.map_or(0, |own| own.corrigenda.len()),
        "fingerprint": publication.edition_fingerprint(place),
    })
}
