//! `diptych amend rebase`: an amendment brought up to the present text.

use std::ops::Range;
use std::sync::Arc;

use camino::Utf8Path;
use serde_json::json;

use super::{amendment, change, land_new, read, refused};
use crate::amending::compose::Tagged;
use crate::amending::difference::{Side, base};
use crate::amending::merge::merged;
use crate::cli::{Answer, Report};
use crate::diagnostics::{Fault, Span};
use crate::documents::amendment::{ChangeYaml, Operation};
use crate::publication::amendments::edition;
use crate::publication::{Amendment, Publication};
use crate::record::scalar;
use crate::sources::Sources;

#[derive(clap::Args)]
pub struct Arguments {
    id: String,
    #[arg(long, value_name = "FOLDER")]
    work: Option<String>,
    #[arg(long, value_name = "REVISION", default_value = "HEAD")]
    from: String,
}

/// What takes the place of a range of the file.
type Edit = (Range<usize>, String);

impl Arguments {
    pub fn run(&self, root: &Utf8Path, report: &mut Report) -> Result<(), Fault> {
        let Some((mut trial, publication)) = read(root, report)? else { return Ok(()) };
        let Some(own) = amendment(&publication, &trial, &self.id, self.work.as_deref(), report) else { return Ok(()) };
        if !own.is_pending() {
            let arguments = vec![("id", own.id().into()), ("status", own.status().word().into()), ("edition", "".into())];
            refused::<()>(report, "amend-decided", arguments);
            return Ok(());
        }
        let stale =
            |change: &ChangeYaml| change.base.as_ref().is_some_and(|own_base| is_stale(&publication, own, change, own_base));
        if !own.pairs().any(|(_, change)| stale(change)) {
            report.note("amend-up-to-date", vec![("id", own.id().into())]);
            return Ok(());
        }
        // A frozen edition keeps the text that was proposed to change; otherwise a revision has it.
        let frozen = edition(&publication.works, own.work, &own.yaml.base_edition.value.0);
        let frozen = frozen.filter(|place| *place != own.work).map(|place| Side::new(&publication, place));
        let unknown = |change: &ChangeYaml| {
            stale(change) && change.text.is_some() && !frozen.as_ref().is_some_and(|own| has(own, change))
        };
        let old = match own.pairs().any(|(_, change)| unknown(change)) {
            true => {
                let (sources, found) = Sources::at_revision(root, &self.from)?;
                Publication::of(&sources, found, false).0
            }
            false => None,
        };
        let Some(edits) = self.edits(&publication, own, (frozen, old.as_ref()), report) else { return Ok(()) };
        let text = spliced(&own.source.text, edits);
        let changes = vec![change(own.source.path.clone(), text, Some(Arc::clone(&own.source)))];
        if land_new(root, &mut trial, changes, report)? {
            report.note("amendment-rebased", vec![("id", own.id().into()), ("path", own.source.path.as_path().into())]);
            let answer = json!({ "id": own.id(), "file": own.source.path.as_str() });
            report.answer = Some(Answer::Lines(String::new(), answer));
        }
        Ok(())
    }

    fn edits(
        &self,
        publication: &Publication,
        own: &Amendment,
        (frozen, old): (Option<Side<'_>>, Option<&Publication>),
        report: &mut Report,
    ) -> Option<Vec<Edit>> {
        let now = Side::new(publication, own.work);
        let folder = &publication.works[own.work].folder;
        let before = old.and_then(|old| {
            let place = old.works.iter().position(|work| work.folder == *folder)?;
            Some(Side::new(old, place))
        });
        let mut edits = Vec::new();
        for (_, change) in own.pairs() {
            let Some(recorded) = &change.base else { continue };
            let id = change.target.value.as_str();
            let present: Tagged = base(publication, own.work, id);
            for (key, text) in &recorded.entries {
                let Some((_, fingerprint)) = present.iter().find(|(tag, _)| *tag == key.text) else { continue };
                if *fingerprint == text.value {
                    continue;
                }
                edits.push((text.span.range(), scalar::quoted(fingerprint)));
                let written = [&change.text, &change.approved].into_iter().flatten();
                for proposed in written.filter_map(|texts| texts.entries.iter().find(|(own, _)| own.text == key.text)) {
                    let (tag, proposed) = (key.text.as_str(), &proposed.1);
                    let side = frozen.iter().chain(&before).find(|side| {
                        change.op.as_ref().is_some_and(|op| op.value == Operation::Replace)
                            && side.base(id).iter().any(|(own, known)| own == tag && *known == text.value)
                    });
                    let texts = side.and_then(|side| Some((side.text(tag, id)?, now.text(tag, id)?)));
                    let about = vec![("section", id.into()), ("language", tag.into()), ("from", self.from.as_str().into())];
                    let Some((then, today)) = texts else { return refused(report, "amend-no-base", about) };
                    match merged(&then, &proposed.value, &today) {
                        Ok(text) => edits.extend(rewritten(&own.source.text, proposed.span, &proposed.value, &text)),
                        Err(conflict) => {
                            let mut about = about;
                            about.extend([("now", shown(&conflict.now)), ("proposed", shown(&conflict.proposed))]);
                            return refused(report, "amend-conflict", about);
                        }
                    }
                }
            }
        }
        Some(edits)
    }
}

fn shown(text: &str) -> crate::diagnostics::Argument {
    text.lines().map(|line| format!("\n    {line}")).collect::<String>().into()
}

/// Whether a text reads as a change says it did.
fn has(side: &Side<'_>, change: &ChangeYaml) -> bool {
    let there = side.base(&change.target.value);
    let recorded = change.base.iter().flat_map(|base| &base.entries);
    recorded.into_iter().all(|(key, text)| there.iter().any(|(tag, now)| *tag == key.text && *now == text.value))
}

fn is_stale(publication: &Publication, own: &Amendment, change: &ChangeYaml, recorded: &crate::record::Texts) -> bool {
    let present = base(publication, own.work, &change.target.value);
    recorded.entries.iter().any(|(key, text)| present.iter().any(|(tag, now)| *tag == key.text && *now != text.value))
}

/// A literal block with another text, each line where the old ones began; none where it is no such block.
fn rewritten(yaml: &str, span: Span, old: &str, new: &str) -> Option<Edit> {
    let written = &yaml[span.range()];
    let start = span.start as usize + if written.starts_with('|') { written.find('\n')? + 1 } else { 0 };
    let line = yaml[..start].rfind('\n').map_or(0, |end| end + 1);
    let first = old.lines().next()?;
    let margin = yaml[line..].find(first)?;
    let mut end = line;
    for _ in old.lines() {
        end = yaml[end..].find('\n').map_or(yaml.len(), |at| end + at + 1);
    }
    let newline = if yaml[..end].ends_with("\r\n") { "\r\n" } else { "\n" };
    let margin = &yaml[line..line + margin];
    let one = |text: &str| if text.is_empty() { newline.to_owned() } else { format!("{margin}{text}{newline}") };
    Some((line..end, new.trim_end().lines().map(one).collect()))
}

fn spliced(text: &str, mut edits: Vec<Edit>) -> String {
    edits.sort_by_key(|(range, _)| range.start);
    let mut new = String::with_capacity(text.len());
    let mut at = 0;
    for (range, own) in edits {
        new.push_str(&text[at..range.start.max(at)]);
        new.push_str(&own);
        at = range.end;
    }
    new.push_str(&text[at..]);
    new
}
