//! `diptych amend apply`: an approved amendment becomes part of the text.

use camino::Utf8Path;
use serde_json::json;

use super::{amendment, change, landed, made, read, refused, without_noise};
use crate::amending::apply::{Changed, applied};
use crate::amending::{compose, verify};
use crate::cli::{Answer, Report};
use crate::diagnostics::{Fault, any_error};
use crate::enrolment::Change;
use crate::enrolment::trial::Trial;
use crate::publication::concordance::argument;
use crate::publication::{Amendment, Publication};

#[derive(clap::Args)]
pub struct Arguments {
    id: String,
    #[arg(long, value_name = "FOLDER")]
    work: Option<String>,
    #[arg(long, value_name = "NUMBER")]
    edition: Option<String>,
    #[arg(long)]
    dry_run: bool,
}

impl Arguments {
    pub fn run(&self, root: &Utf8Path, report: &mut Report) -> Result<(), Fault> {
        let Some((mut trial, publication)) = read(root, report)? else { return Ok(()) };
        let Some(own) = amendment(&publication, &trial, &self.id, self.work.as_deref(), report) else { return Ok(()) };
        let Some(edition) = self.edition(&publication, own, report) else { return Ok(()) };
        if !has_its_base(&publication, own, report) {
            return Ok(());
        }
        let Some(files) = made(report, applied(&publication, own.work, &own.yaml)) else { return Ok(()) };
        let Some(merged) = compose::merged(&own.source, own.yaml.status.span, &edition) else {
            refused::<()>(report, "amend-status-line", vec![("path", own.source.path.as_path().into())]);
            return Ok(());
        };
        let mut changes: Vec<Change> = files.iter().map(of_file).collect();
        // A dry run of what is not approved yet would find that it cannot be merged.
        if own.status().is_approved() {
            changes.push(change(own.source.path.clone(), merged, Some(own.source.clone())));
        }
        if !self.holds(&mut trial, &publication, own, &changes, report) {
            return Ok(());
        }
        if !self.dry_run {
            landed(root, &changes)?;
        }
        let names: Vec<&str> = files.iter().map(|file| file.before.path.as_str()).collect();
        let note = if self.dry_run { "amendment-would-apply" } else { "amendment-applied" };
        let arguments = vec![
            ("id", own.id().into()),
            ("edition", edition.as_str().into()),
            ("count", names.len().into()),
            ("files", names.join(", ").into()),
        ];
        report.note(note, arguments);
        let answer =
            json!({ "id": own.id(), "work": argument(&publication.works[own.work]), "edition": edition, "files": names });
        report.answer = Some(Answer::Lines(String::new(), answer));
        Ok(())
    }

    /// The edition that takes it in; none, with the reason in the report, where it cannot be applied at all.
    fn edition(&self, publication: &Publication, own: &Amendment, report: &mut Report) -> Option<String> {
        if !own.is_pending() || (!own.status().is_approved() && !self.dry_run) {
            let merged = own.yaml.merged.as_ref().map_or("", |edition| edition.value.0.as_str());
            let arguments =
                vec![("id", own.id().into()), ("status", own.status().word().into()), ("edition", merged.into())];
            return refused(report, if merged.is_empty() { "amend-not-approved" } else { "amend-merged" }, arguments);
        }
        let base = &own.yaml.base_edition.value.0;
        let current = publication.works[own.work].current().number.as_ref();
        let edition = self.edition.as_ref().or(current.filter(|current| *current != base));
        match edition {
            Some(edition) if edition.split('.').all(|part| part.parse::<u32>().is_ok()) => Some(edition.clone()),
            None if self.dry_run => Some(String::new()),
            _ => refused(report, "amend-edition", vec![("id", own.id().into()), ("base", base.as_str().into())]),
        }
    }

    /// Whether all is as it should be afterwards; if not, the report says what is not.
    fn holds(
        &self,
        trial: &mut Trial,
        publication: &Publication,
        own: &Amendment,
        changes: &[Change],
        report: &mut Report,
    ) -> bool {
        let before = verify::seen(publication, own.work);
        let (after, found) = trial.with(changes);
        // What other amendments say of this text is theirs to mend.
        let others = |path: &Utf8Path| path.parent().is_some_and(|folder| folder.ends_with("amendments"));
        let found = without_noise(found);
        let (of_others, of_text): (Vec<_>, Vec<_>) = found.into_iter().partition(|found| others(&found.place.source.path));
        if any_error(&of_text) {
            report.diagnostics = of_text;
            report.note("nothing-written", Vec::new());
            return false;
        }
        // Of what is not merged yet, the text would say that it is there already.
        let of_others = of_others.into_iter().filter(|found| !self.dry_run || found.place.source.path != own.source.path);
        report.diagnostics = crate::diagnostics::sorted(of_others.chain(of_text).collect());
        let Some(after) = after else { return false };
        let work = after.works.iter().position(|work| work.folder == publication.works[own.work].folder);
        let astray = work.map(|work| verify::astray(&after, work, &before, &own.yaml)).unwrap_or_default();
        if astray.is_empty() {
            return true;
        }
        let named: Vec<String> = astray.iter().map(|(tag, id)| format!("{id} ({tag})")).collect();
        refused::<()>(report, "amend-astray", vec![("id", own.id().into()), ("sections", named.join(", ").into())]);
        false
    }
}

fn of_file(file: &Changed) -> Change {
    change(file.before.path.clone(), file.text.clone(), Some(file.before.clone()))
}

/// Whether the text reads as it did when it was proposed; if not, the report says where.
fn has_its_base(publication: &Publication, own: &Amendment, report: &mut Report) -> bool {
    let mut moved = Vec::new();
    for (change, yaml) in own.pairs() {
        let Some((key, base)) = change.target.zip(yaml.base.as_ref()) else { continue };
        moved.extend(publication.moved_on(key, base).into_iter().map(|tag| format!("{} ({tag})", yaml.target.value)));
    }
    if moved.is_empty() {
        return true;
    }
    refused::<()>(report, "amend-stale", vec![("id", own.id().into()), ("sections", moved.join(", ").into())]);
    false
}
