//! `diptych status`: how far the comparison of the language versions has come.

mod since;

use camino::Utf8Path;
use serde_json::{Value, json};
use unicode_width::UnicodeWidthStr;

use self::since::{Before, Turned};
use super::collate::work_named;
use super::{Answer, Outside, Report};
use crate::diagnostics::{Argument, Fault, Severity, Wording};
use crate::publication::Publication;
use crate::publication::concordance::{Compared, State, Tally, argument};

#[derive(clap::Args)]
pub struct Arguments {
    works: Vec<String>,
    #[arg(long)]
    list: bool,
    #[arg(long, value_name = "REV")]
    since: Option<String>,
}

/// The columns of the table after the work and the language.
const COLUMNS: [&str; 10] =
    ["percent", "sections", "collated", "changed", "behind", "new", "missing", "queries", "words", "remaining"];

impl Arguments {
    pub fn run(&self, root: &Utf8Path, outside: &Outside, report: &mut Report) -> Result<(), Fault> {
        let (publication, diagnostics) = super::resolve(root, false)?;
        let Some(publication) = publication else {
            report.diagnostics = diagnostics;
            return Ok(());
        };
        // Texts that cannot be read are in no count: whoever reads the counts must know.
        report.diagnostics = diagnostics.into_iter().filter(|found| found.severity() == Severity::Error).collect();
        let mut works = Vec::new();
        for name in &self.works {
            let Some(number) = work_named(&publication, name, report) else { return Ok(()) };
            works.push(number);
        }
        if works.is_empty() {
            works = (0..publication.works.len()).filter(|work| !publication.works[*work].is_frozen()).collect();
        }
        let before = match &self.since {
            Some(revision) => Before::read(root, revision)?,
            None => None,
        };
        if let (Some(revision), None) = (&self.since, &before) {
            report.refused = true;
            report.note("status-no-publication", vec![("revision", revision.as_str().into())]);
            return Ok(());
        }
        let wording = Wording::for_locale(&outside.locale);
        let standing: Vec<Standing> =
            works.into_iter().map(|number| Standing::of(&publication, number, before.as_ref())).collect();
        let text = standing.iter().map(|own| own.lines(&publication, &wording, self.list)).collect::<Vec<_>>().join("\n");
        let works: Vec<Value> = standing.iter().map(|own| own.json(&publication)).collect();
        report.answer = Some(Answer::Lines(text, json!({ "works": works })));
        Ok(())
    }
}

/// One work.
struct Standing {
    work: usize,
    compared: Vec<Compared>,
    tallies: Vec<Tally>,
    /// Beside each tally: the words of all units, and of those that remain.
    words: Vec<(usize, usize)>,
    /// The revision it is held against, and what has turned since.
    since: Option<(String, Vec<Turned>)>,
}

impl Standing {
    fn of(publication: &Publication, work: usize, before: Option<&Before>) -> Standing {
        let compared = publication.compared(work);
        let tallies = publication.tallies(work, &compared);
        let words = tallies.iter().map(|own| publication.words_to_compare(work, &compared, own.language)).collect();
        let since = before.map(|before| (before.name().to_owned(), before.turned(publication, work, &compared)));
        Standing { work, compared, tallies, words, since }
    }

    fn lines(&self, publication: &Publication, wording: &Wording, list: bool) -> String {
        let work = &publication.works[self.work];
        let mut text = format!("{}\n", argument(work));
        if self.tallies.is_empty() {
            return text + &wording.sentence("status-alone", &[]) + "\n";
        }
        let heading = |column: &&str| wording.sentence("status-column", &[("column", (*column).into())]);
        let mut rows = vec![[wording.sentence("status-column", &[("column", "language".into())])].to_vec()];
        rows[0].extend(COLUMNS.iter().map(heading));
        rows.extend(self.tallies.iter().zip(&self.words).map(|(tally, words)| cells(publication, tally, *words)));
        text.push_str(&table(&rows));
        if !publication.concordance.has_begun(self.work) {
            text.push_str(&(wording.sentence("status-not-begun", &[("work", argument(work).into())]) + "\n"));
        }
        if let Some((revision, turned)) = &self.since {
            let arguments = [("revision", revision.as_str().into()), ("count", turned.len().into())];
            text.push_str(&(wording.sentence("status-since", &arguments) + "\n"));
            turned.iter().for_each(|own| text.push_str(&own.line(publication, wording)));
        }
        for own in self.compared.iter().filter(|own| list && !own.is_settled()) {
            text.push_str(&self.line(publication, wording, own));
        }
        text
    }

    /// One section that remains: its id, and how its versions stand.
    fn line(&self, publication: &Publication, wording: &Wording, own: &Compared) -> String {
        let states = own.states.iter().enumerate().filter_map(|(language, state)| Some((language, (*state)?)));
        let said = states.filter(|(_, state)| *state != State::Collated).map(|(language, state)| {
            let word = wording.sentence("status-state", &[("state", state.word().into())]);
            format!("{}: {word}", publication.languages[language].tag)
        });
        let mut said: Vec<String> = said.collect();
        if own.queries > 0 {
            said.push(wording.sentence("status-queries", &[("count", Argument::from(own.queries))]));
        }
        format!("  {}  {}\n", own.unit.address, said.join(", "))
    }

    fn json(&self, publication: &Publication) -> Value {
        let work = &publication.works[self.work];
        let languages = self.tallies.iter().zip(&self.words).map(|(tally, (words, remaining))| {
            json!({
                "language": publication.languages[tally.language].tag,
                "authority": work.authority(tally.language).map(|authority| authority.word()),
                "sections": tally.units,
                "collated": tally.in_state(State::Collated),
                "changed": tally.in_state(State::Changed),
                "behind": tally.in_state(State::Behind),
                "changed_in_both": tally.in_state(State::ChangedInBoth),
                "new": tally.in_state(State::New),
                "missing": tally.in_state(State::Missing),
                "queries": tally.queries,
                "words": words,
                "words_remaining": remaining,
                "percent": tally.percent(),
            })
        });
        let remaining = self.compared.iter().filter(|own| !own.is_settled());
        let mut json = json!({
            "work": work.folder.as_str(),
            "begun": publication.concordance.has_begun(self.work),
            "languages": languages.collect::<Vec<_>>(),
            "remaining": remaining.map(|own| self.unit(publication, own)).collect::<Vec<_>>(),
        });
        if let Some((revision, turned)) = &self.since {
            let turned: Vec<Value> = turned.iter().map(|own| own.json(publication)).collect();
            json["since"] = json!({ "revision": revision, "turned": turned });
        }
        json
    }

    fn unit(&self, publication: &Publication, own: &Compared) -> Value {
        let states = own.states.iter().enumerate().filter_map(|(language, state)| {
            Some((publication.languages[language].tag.clone(), Value::from((*state)?.word())))
        });
        let record = publication.record_of(own);
        let queries = record.into_iter().flat_map(|record| &record.queries).map(
            |query| json!({ "date": query.date.to_string(), "by": query.by, "role": query.role.word(), "text": query.text }),
        );
        json!({
            "section": own.unit.address.as_str(),
            "states": states.collect::<serde_json::Map<_, _>>(),
            "queries": queries.collect::<Vec<_>>(),
        })
    }
}

fn cells(publication: &Publication, tally: &Tally, (words, remaining): (usize, usize)) -> Vec<String> {
    let changed = tally.in_state(State::Changed) + tally.in_state(State::ChangedInBoth);
    let numbers = [
        tally.units,
        tally.in_state(State::Collated),
        changed,
        tally.in_state(State::Behind),
        tally.in_state(State::New),
        tally.in_state(State::Missing),
        tally.queries,
        words,
        remaining,
    ];
    let first = [publication.languages[tally.language].tag.clone(), format!("{} %", tally.percent())];
    first.into_iter().chain(numbers.iter().map(usize::to_string)).collect()
}

/// Columns as wide as they must be, numbers at their right.
fn table(rows: &[Vec<String>]) -> String {
    let columns = rows.first().map_or(0, Vec::len);
    let width = |column: usize| rows.iter().map(|row| row[column].width()).max().unwrap_or_default();
    let widths: Vec<usize> = (0..columns).map(width).collect();
    let mut text = String::new();
    for row in rows {
        let mut line = String::from("  ");
        for (column, cell) in row.iter().enumerate() {
            let gap = " ".repeat(widths[column] - cell.width());
            line.push_str(&if column == 0 { format!("{cell}{gap}") } else { format!("  {gap}{cell}") });
        }
        text.extend([line.trim_end(), "\n"]);
    }
    text
}
