//! `diptych signatories list`.

use camino::Utf8Path;

use super::read;
use crate::cli::{Answer, Outside, Report};
use crate::diagnostics::{Fault, Wording};
use crate::enrolment::listing::{self, COLUMNS, Filter};

#[derive(clap::Args)]
pub struct Arguments {
    #[arg(long, value_name = "FOLDER")]
    work: Option<String>,
    #[arg(long, value_name = "NUMBER")]
    edition: Option<String>,
    #[arg(long, value_name = "CODE")]
    country: Option<String>,
    #[arg(long = "type", value_name = "TYPE")]
    kind: Option<String>,
    #[arg(long)]
    status: Option<String>,
    #[arg(long)]
    specimens: bool,
    #[arg(long, value_name = "LANG")]
    language: Option<String>,
    #[arg(long)]
    csv: bool,
}

impl Arguments {
    pub fn run(&self, root: &Utf8Path, outside: &Outside, report: &mut Report) -> Result<(), Fault> {
        let Some(trial) = read(root, report)? else { return Ok(()) };
        let Some(publication) = &trial.publication else { return Ok(()) };
        let tags: Vec<&str> = publication.languages.iter().map(|language| language.tag.as_str()).collect();
        let language = self.language.as_ref().map_or(Some(0), |wanted| tags.iter().position(|tag| tag == wanted));
        let Some(language) = language else {
            report.refused = true;
            report.note("list-language", vec![("known", tags.join(", ").into())]);
            return Ok(());
        };
        // A file that cannot be read is not in the list: whoever reads the list must know.
        report.diagnostics = trial.in_the_way();
        let filter = Filter {
            work: self.work.as_ref().map(|work| work.trim_end_matches('/').to_owned()),
            edition: self.edition.clone(),
            country: self.country.clone(),
            kind: self.kind.clone(),
            status: self.status.clone(),
            specimens: self.specimens,
        };
        let lines = listing::list(publication, &trial.sources, &filter, language);
        if self.csv {
            report.answer = Some(Answer::File(listing::csv(&lines)));
            return Ok(());
        }
        let wording = Wording::for_locale(&outside.locale);
        let headings = COLUMNS.map(|column| wording.sentence("list-column", &[("column", column.into())]));
        let text = match lines.is_empty() {
            true => String::new(),
            false => listing::table(&lines, &headings, &wording.sentence("list-specimen", &[]), outside.width),
        };
        report.answer = Some(Answer::Lines(text, listing::json(&lines)));
        let specimens = lines.iter().filter(|line| line.specimen).count();
        report.note("listed", vec![("lines", lines.len().into()), ("specimens", specimens.into())]);
        Ok(())
    }
}
