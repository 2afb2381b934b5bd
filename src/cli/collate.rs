//! `diptych collate`: somebody has compared the versions of sections, and says so.

mod choice;
mod conversation;

use std::collections::BTreeMap;

use camino::Utf8Path;
use clap::builder::PossibleValuesParser;
use serde_json::{Value, json};

use self::choice::Choice;
pub use self::choice::work as work_named;
use self::conversation::{Answered, Conversation};
use super::signatories::landed;
use super::{Answer, Outside, Report};
use crate::collation::history::History;
use crate::collation::{self, Hand};
use crate::diagnostics::{Code, Diagnostic, Fault, any_error};
use crate::documents::concordance::{CollatorRole, Record, is_handle};
use crate::enrolment::Change;
use crate::enrolment::trial::Trial;
use crate::output::clear_away;
use crate::publication::Publication;
use crate::publication::concordance::Compared;

#[derive(clap::Args)]
pub struct Arguments {
    work: String,
    #[arg(value_name = "SECTION")]
    sections: Vec<String>,
    #[arg(long)]
    all: bool,
    #[arg(long, short)]
    yes: bool,
    #[arg(long = "as", value_name = "HANDLE")]
    handle: Option<String>,
    #[arg(long, value_parser = PossibleValuesParser::new(CollatorRole::WORDS))]
    role: Option<String>,
    #[arg(long, value_name = "LANG=HANDLE")]
    translated_by: Vec<String>,
    #[arg(long = "language", value_name = "LANG")]
    languages: Vec<String>,
    #[arg(long, value_name = "TEXT", conflicts_with_all = ["close", "all"])]
    query: Option<String>,
    #[arg(long, conflicts_with = "all")]
    close: bool,
}

/// What was recorded, for the report.
#[derive(Default)]
struct Done {
    recorded: Vec<Value>,
    diagnostics: Vec<Diagnostic>,
}

impl Arguments {
    pub fn run(&self, root: &Utf8Path, outside: &Outside, report: &mut Report) -> Result<(), Fault> {
        let mut trial = Trial::read(root)?;
        let Some(publication) = trial.publication.take() else {
            report.diagnostics = trial.before;
            report.note("nothing-written", Vec::new());
            return Ok(());
        };
        let wanted = Choice { work: &self.work, sections: &self.sections, languages: &self.languages };
        let Some(chosen) = wanted.of(&publication, report) else { return Ok(()) };
        report.diagnostics = chosen.in_the_way(&publication, &trial);
        if any_error(&report.diagnostics) {
            report.note("nothing-written", Vec::new());
            return Ok(());
        }
        if self.sections.is_empty() && (self.query.is_some() || self.close || (self.yes && !self.all)) {
            return refuse(report, "collate-needs-sections");
        }
        if chosen.units.is_empty() {
            report.note("collate-nothing-remains", vec![("work", chosen.name(&publication).into())]);
            return Ok(());
        }
        let Some(hand) = self.hand(&publication, outside, report) else { return Ok(()) };
        let mut desk = Desk { root, trial: &mut trial, publication: &publication, work: chosen.work, done: Done::default() };
        let asks = !self.yes && self.query.is_none() && !self.close;
        if asks && !outside.is_attended {
            return refuse(report, "collate-nobody-to-ask");
        }
        let hand = &hand;
        match (&self.query, asks) {
            (Some(question), _) => desk.land_all(&chosen.units, |_, own, before| {
                let _ = own;
                Some(collation::queried(before, hand, question))
            })?,
            _ if self.close => desk.land_all(&chosen.units, |_, _, before| {
                let open = before.filter(|before| !before.queries.is_empty());
                open.map(collation::closed)
            })?,
            (None, true) => {
                let Ok(mut person) = outside.person.lock() else { return Ok(()) };
                let width = outside.width.unwrap_or(100);
                let (person, history) = (&mut **person, History::new(root));
                let mut talk = Conversation { person, publication: &publication, work: chosen.work, width, history };
                if self.all {
                    if talk.agrees_to_all(&chosen.units) {
                        desk.land_all(&chosen.units, desk_collates(chosen.work, &chosen.languages, hand))?;
                    }
                } else {
                    one_by_one(&mut desk, &mut talk, &chosen, hand)?;
                }
            }
            (None, false) => desk.land_all(&chosen.units, desk_collates(chosen.work, &chosen.languages, hand))?,
        }
        let Done { recorded, diagnostics } = desk.done;
        let count = recorded.len();
        report.diagnostics = diagnostics;
        let note = match (any_error(&report.diagnostics), &self.query, self.close) {
            (true, ..) => "nothing-written",
            (false, Some(_), _) => "collate-queried",
            (false, None, true) => "collate-closed",
            (false, None, false) => "collated",
        };
        report.note(note, vec![("count", count.into()), ("work", chosen.name(&publication).into())]);
        report.answer = Some(Answer::Lines(String::new(), json!({ "recorded": recorded })));
        Ok(())
    }

    /// Who compares and as what; none, with the reason in the report, where that cannot be told.
    fn hand(&self, publication: &Publication, outside: &Outside, report: &mut Report) -> Option<Hand> {
        let mut translated_by = BTreeMap::new();
        for said in &self.translated_by {
            let known = |tag: &str| publication.book.tags().any(|known| known == tag);
            match said.split_once('=').filter(|(tag, handle)| known(tag) && is_handle(handle)) {
                Some((tag, handle)) => translated_by.insert(tag.to_owned(), handle.to_owned()),
                None => {
                    report.refused = true;
                    report.note("collate-translated-by", vec![("said", said.as_str().into())]);
                    return None;
                }
            };
        }
        let mut by = self.handle.clone().or_else(|| outside.handle.clone());
        let mut role = self.role.clone();
        if outside.is_attended && (by.is_none() || role.is_none()) {
            let mut person = outside.person.lock().ok()?;
            by = by.or_else(|| conversation::handle(&mut **person));
            role = role.or_else(|| conversation::role(&mut **person));
        }
        let role = role.as_deref().and_then(CollatorRole::named);
        match (by, role) {
            (Some(by), Some(role)) if is_handle(&by) => Some(Hand { by, role, date: outside.today, translated_by }),
            (Some(by), Some(_)) => {
                report.refused = true;
                report.note("collate-no-handle", vec![("handle", by.into())]);
                None
            }
            (by, role) => {
                let missing = [(by.is_none(), "--as"), (role.is_none(), "--role")].into_iter().filter(|(lacks, _)| *lacks);
                let flags = missing.map(|(_, flag)| flag).collect::<Vec<_>>().join(", ");
                report.refused = true;
                report.note("collate-who", vec![("flags", flags.into())]);
                None
            }
        }
    }
}

fn refuse(report: &mut Report, note: &'static str) -> Result<(), Fault> {
    report.refused = true;
    report.note(note, Vec::new());
    Ok(())
}

/// How a comparison of these languages is recorded.
fn desk_collates<'h>(
    work: usize,
    languages: &'h [usize],
    hand: &'h Hand,
) -> impl Fn(&Publication, &Compared, Option<&Record>) -> Option<Record> + 'h {
    move |publication, own, _| Some(collation::collated(publication, work, own, languages, hand))
}

fn one_by_one(desk: &mut Desk<'_>, talk: &mut Conversation<'_>, chosen: &choice::Chosen, hand: &Hand) -> Result<(), Fault> {
    let collates = desk_collates(chosen.work, &chosen.languages, hand);
    for (nth, own) in chosen.units.iter().enumerate() {
        let shown = collation::shown(desk.publication, chosen.work, own.unit.subject, &chosen.languages);
        match talk.about(own, &shown, (nth + 1, chosen.units.len())) {
            Answered::Same => desk.land_all(std::slice::from_ref(own), &collates)?,
            Answered::Question(text) => {
                desk.land_all(std::slice::from_ref(own), |_, _, before| Some(collation::queried(before, hand, &text)))?;
            }
            Answered::Not => {}
            Answered::Enough => break,
        }
    }
    Ok(())
}

/// Where records are tried and landed.
struct Desk<'d> {
    root: &'d Utf8Path,
    trial: &'d mut Trial,
    publication: &'d Publication,
    work: usize,
    done: Done,
}

impl Desk<'_> {
    /// All of them together, or none.
    fn land_all(
        &mut self,
        units: &[Compared],
        record: impl Fn(&Publication, &Compared, Option<&Record>) -> Option<Record>,
    ) -> Result<(), Fault> {
        let mut changes: Vec<Change> = Vec::new();
        let (mut recorded, mut left_behind) = (Vec::new(), Vec::new());
        for own in units {
            let Some(record) = record(self.publication, own, self.publication.record_of(own)) else { continue };
            let languages: Vec<String> = record.versions.keys().cloned().collect();
            let queries = record.queries.len();
            let change = collation::change(self.trial, self.publication, self.work, own, record);
            left_behind.extend(collation::left_behind(self.publication, self.work, own));
            recorded.push(json!({
                "work": self.publication.works[self.work].folder.as_str(),
                "section": own.unit.address.as_str(),
                "file": change.path.as_str(),
                "languages": languages,
                "queries": queries,
            }));
            changes.push(change);
        }
        let mut found = self.trial.of(&changes);
        // How much remains changes with each section, and is what `status` is asked for.
        found.retain(|found| found.code != Code::Uncollated);
        // What was recorded under another name is in the new file.
        let is_left = |found: &Diagnostic| left_behind.iter().any(|left| left.path == found.place.source.path);
        found.retain(|found| found.code != Code::StrayRecord || !is_left(found));
        if !any_error(&found) {
            landed(self.root, &changes)?;
            for left in left_behind {
                clear_away(self.root, &left.path, left.text.as_bytes())?;
            }
            self.done.recorded.extend(recorded);
        }
        self.done.diagnostics = crate::diagnostics::sorted([std::mem::take(&mut self.done.diagnostics), found].concat());
        Ok(())
    }
}
