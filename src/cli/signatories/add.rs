//! `diptych signatories add`.

use camino::Utf8Path;

use super::facts::{Endorsement, Institution, Verified};
use super::{make, read};
use crate::cli::{Outside, Report};
use crate::diagnostics::Fault;
use crate::enrolment::asking::{Interview, ask};
use crate::enrolment::trial::Trial;
use crate::enrolment::{Change, Composed, Entry, Fact, compose, identifier, path_of, value};

#[derive(clap::Args)]
pub struct Arguments {
    #[arg(long, conflicts_with = "no_questions")]
    ask: bool,
    #[arg(long = "no-questions")]
    no_questions: bool,
    #[command(flatten)]
    institution: Institution,
    #[command(flatten)]
    endorsement: Endorsement,
    #[command(flatten)]
    verified: Verified,
}

impl Arguments {
    pub fn run(&self, root: &Utf8Path, outside: &Outside, report: &mut Report) -> Result<(), Fault> {
        let Some(mut trial) = read(root, report)? else { return Ok(()) };
        let mut entry = self.institution.entry();
        entry.own.extend(self.verified.facts());
        let endorsement = self.endorsement.facts();
        if !endorsement.is_empty() {
            entry.endorsements.push(endorsement);
        }
        if is_taken(&trial, &entry, report) {
            return Ok(());
        }
        let lacks = lacks(&entry);
        let asks = self.ask || (outside.is_attended && !self.no_questions && !lacks.is_empty());
        if asks {
            match asked(&mut trial, entry, outside) {
                Some(answered) => entry = answered,
                None => {
                    report.refused = true;
                    report.note("nothing-written", Vec::new());
                    return Ok(());
                }
            }
        } else if !lacks.is_empty() {
            report.refused = true;
            report.note("add-lacks", vec![("flags", lacks.join(", ").into())]);
            return Ok(());
        }
        // Its id is made of the name that was given first.
        let Some(mut entry) = completed(entry) else {
            report.refused = true;
            report.note("add-needs-id", Vec::new());
            return Ok(());
        };
        if is_taken(&trial, &entry, report) {
            return Ok(());
        }
        entry.in_languages(trial.tags());
        let Some(path) = path_of(entry.id()) else {
            report.refused = true;
            report.note("id-cannot-be", vec![("id", entry.id().into())]);
            return Ok(());
        };
        let composed = compose::file(&entry);
        if asks && !confirmed(&composed, &path, outside) {
            report.refused = true;
            report.note("nothing-written", Vec::new());
            return Ok(());
        }
        let shown = path.clone();
        if make(root, &mut trial, Change { path, composed, before: None }, report)? {
            report.note("signatory-added", vec![("path", shown.as_path().into())]);
        }
        Ok(())
    }
}

/// Whether the id is somebody's already; if so, the report says whose.
fn is_taken(trial: &Trial, entry: &Entry, report: &mut Report) -> bool {
    let id = entry.get("id").map(str::to_owned).or_else(|| identifier::proposed(entry)).unwrap_or_default();
    let path = path_of(&id).filter(|path| trial.is_taken(path));
    if let Some(path) = &path {
        report.refused = true;
        report.note("signatory-exists", vec![("id", id.into()), ("path", path.as_path().into())]);
    }
    path.is_some()
}

/// The flags without which there is no entry.
fn lacks(entry: &Entry) -> Vec<&'static str> {
    let mut lacks = Vec::new();
    if !entry.own.iter().any(|fact| fact.key.name.starts_with("names.")) {
        lacks.push("--name");
    }
    lacks.extend(
        [("type", "--type"), ("country", "--country")]
            .into_iter()
            .filter(|(key, _)| entry.get(key).is_none())
            .map(|(_, flag)| flag),
    );
    if let Some(own) = entry.endorsements.first() {
        let needed = [("work", "--work"), ("edition", "--edition"), ("language", "--language"), ("signed", "--signed")];
        lacks.extend(needed.into_iter().filter(|(key, _)| value(own, key).is_none()).map(|(_, flag)| flag));
    }
    lacks
}

fn asked(trial: &mut Trial, entry: Entry, outside: &Outside) -> Option<Entry> {
    let mut person = outside.person.lock().ok()?;
    let mut interview = Interview { entry, trial, person: &mut **person };
    interview.person.say("ask-begin", &[]);
    ask(&mut interview).ok()
}

/// With what goes without saying: none where no id can be made of the names.
fn completed(mut entry: Entry) -> Option<Entry> {
    if entry.get("id").is_none() {
        let id = identifier::proposed(&entry)?;
        entry.own.extend(Fact::new("id", id));
    }
    for own in &mut entry.endorsements {
        for (name, usual) in [("scope", "whole"), ("status", "active")] {
            if value(own, name).is_none() {
                own.extend(Fact::new(name, usual));
            }
        }
    }
    Some(entry)
}

/// Shows the file, and asks whether to write it.
fn confirmed(composed: &Composed, path: &Utf8Path, outside: &Outside) -> bool {
    let Ok(mut person) = outside.person.lock() else { return false };
    person.say("ask-write", &[("path", path.into()), ("text", composed.text.as_str().into())]);
    loop {
        let Some(answer) = person.answer() else { return false };
        match answer.trim().to_lowercase().as_str() {
            "" | "y" | "yes" | "s" | "sí" | "si" => return true,
            "n" | "no" => return false,
            _ => person.say("ask-yes-or-no", &[]),
        }
    }
}
