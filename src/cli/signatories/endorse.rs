//! `diptych signatories endorse` and `withdraw`: lines of a file that is there.

use std::sync::Arc;

use camino::{Utf8Path, Utf8PathBuf};

use super::facts::{Endorsement, Verified};
use super::{make, read};
use crate::cli::Report;
use crate::diagnostics::{Code, Diagnostic, Fault, Place, Source, Span, nearest};
use crate::enrolment::trial::Trial;
use crate::enrolment::{Change, Entry, Fact, edit, folder, is_entry, path_of, standing, value};

#[derive(clap::Args)]
pub struct EndorseArguments {
    id: String,
    #[command(flatten)]
    endorsement: Endorsement,
    #[command(flatten)]
    verified: Verified,
}

impl EndorseArguments {
    pub fn run(&self, root: &Utf8Path, report: &mut Report) -> Result<(), Fault> {
        let Some(mut trial) = read(root, report)? else { return Ok(()) };
        let mut facts = self.endorsement.facts();
        let needed = [("work", "--work"), ("edition", "--edition"), ("language", "--language"), ("signed", "--signed")];
        let lacks: Vec<&str> =
            needed.into_iter().filter(|(key, _)| value(&facts, key).is_none()).map(|(_, flag)| flag).collect();
        if !lacks.is_empty() {
            report.refused = true;
            report.note("add-lacks", vec![("flags", lacks.join(", ").into())]);
            return Ok(());
        }
        for (name, usual) in [("scope", "whole"), ("status", "active")] {
            if value(&facts, name).is_none() {
                facts.extend(Fact::new(name, usual));
            }
        }
        let Some((path, source, entry)) = file(&trial, &self.id, report) else { return Ok(()) };
        // What the file says of its verification stands: it was another endorsement's.
        let own: Vec<Fact> =
            self.verified.facts().into_iter().filter(|_| entry.get("verification.method").is_none()).collect();
        let kept = own.is_empty() && !self.verified.facts().is_empty();
        let Some(composed) = edit::endorse(&source, &[facts], &own) else { return uneditable(&source, report) };
        let shown = path.clone();
        if make(root, &mut trial, Change { path, composed, before: Some(source) }, report)? {
            report.note("endorsement-added", vec![("path", shown.as_path().into())]);
            if kept {
                report.note("verification-kept", vec![("path", shown.as_path().into())]);
            }
        }
        Ok(())
    }
}

#[derive(clap::Args)]
pub struct WithdrawArguments {
    id: String,
    #[arg(long, value_name = "FOLDER")]
    work: String,
    #[arg(long, value_name = "NUMBER")]
    edition: String,
    #[arg(long, value_name = "DATE")]
    signed: Option<String>,
    #[arg(long, value_name = "DATE")]
    date: String,
    #[arg(long, value_name = "TEXT")]
    reference: Option<String>,
}

impl WithdrawArguments {
    pub fn run(&self, root: &Utf8Path, report: &mut Report) -> Result<(), Fault> {
        let Some(mut trial) = read(root, report)? else { return Ok(()) };
        let Some((path, source, entry)) = file(&trial, &self.id, report) else { return Ok(()) };
        let Some(place) = self.place(&entry, report) else { return Ok(()) };
        let reference = self.reference.as_deref().map(str::trim).filter(|reference| !reference.is_empty());
        let facts = [
            Fact::new("withdrawal.date", self.date.trim()),
            reference.and_then(|text| Fact::new("withdrawal.reference", text)),
        ];
        let facts: Vec<Fact> = facts.into_iter().flatten().collect();
        let Some(composed) = edit::withdraw(&source, place, &facts) else { return uneditable(&source, report) };
        let shown = path.clone();
        if make(root, &mut trial, Change { path, composed, before: Some(source) }, report)? {
            report.note("endorsement-withdrawn", vec![("path", shown.as_path().into())]);
        }
        Ok(())
    }

    /// Which endorsement of the file is meant; if that is none, or cannot be told, the report says so.
    fn place(&self, entry: &Entry, report: &mut Report) -> Option<usize> {
        let work = self.work.trim_end_matches('/');
        let meant = |own: &&Vec<Fact>| {
            let signed = self.signed.as_deref().is_none_or(|day| value(own, "signed") == Some(day.trim()));
            signed && value(own, "work") == Some(work) && value(own, "edition") == Some(self.edition.trim())
        };
        let active = |own: &Vec<Fact>| meant(&own) && value(own, "status") == Some("active");
        let places: Vec<usize> = (0..entry.endorsements.len()).filter(|place| active(&entry.endorsements[*place])).collect();
        let mut arguments =
            vec![("id", self.id.as_str().into()), ("work", work.into()), ("edition", self.edition.as_str().into())];
        match places.as_slice() {
            [place] => return Some(*place),
            [] => {
                let last = entry.endorsements.iter().rfind(meant);
                let status = last.and_then(|own| value(own, "status")).unwrap_or("none");
                arguments.push(("status", status.into()));
                report.note("nothing-to-withdraw", arguments);
            }
            // It has endorsed different parts at different times.
            several => {
                let days = several.iter().filter_map(|place| value(&entry.endorsements[*place], "signed"));
                arguments.push(("days", days.collect::<Vec<_>>().join(", ").into()));
                report.note("which-to-withdraw", arguments);
            }
        }
        report.refused = true;
        None
    }
}

/// The file of an id; if there is none to edit, the report says why.
fn file(trial: &Trial, id: &str, report: &mut Report) -> Option<(Utf8PathBuf, Arc<Source>, Entry)> {
    let path = path_of(id).filter(|path| trial.is_taken(path));
    let Some(path) = path else {
        let folder = folder();
        let known = trial.sources.texts_below(&folder).filter(|(path, _)| is_entry(path));
        let nearest = nearest(id, known.filter_map(|(path, _)| path.file_stem())).unwrap_or_default().to_owned();
        let found = usize::from(!nearest.is_empty());
        report.refused = true;
        report.note("no-such-signatory", vec![("id", id.into()), ("nearest", nearest.into()), ("found", found.into())]);
        return None;
    };
    let entry = trial.file(&path).and_then(|source| Some((Arc::clone(source), standing::entry(source).ok()?)));
    let Some((source, entry)) = entry else {
        report.diagnostics = trial.before.iter().filter(|found| found.place.source.path == path).cloned().collect();
        report.note("nothing-written", Vec::new());
        return None;
    };
    Some((path, source, entry))
}

fn uneditable(source: &Arc<Source>, report: &mut Report) -> Result<(), Fault> {
    report.diagnostics = vec![Diagnostic::new(Code::UneditableFile, Place::new(source, Span::default()))];
    report.note("nothing-written", Vec::new());
    Ok(())
}
