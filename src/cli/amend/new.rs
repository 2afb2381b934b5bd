//! `diptych amend new`: an amendment to be written.

use camino::Utf8Path;
use clap::ValueEnum;

use super::facts::Facts;
use super::{change, land_new, read, refused};
use crate::amending::apply::Shelf;
use crate::amending::compose::{DraftChange, Tagged};
use crate::amending::difference::base;
use crate::cli::collate::work_named;
use crate::cli::{Answer, Outside, Report};
use crate::diagnostics::{Fault, nearest};
use crate::documents::amendment::Operation;
use crate::documents::front::is_slug;
use crate::publication::Publication;
use crate::publication::concordance::argument;

#[derive(clap::Args)]
pub struct Arguments {
    work: String,
    #[arg(value_name = "SECTION", required = true)]
    sections: Vec<String>,
    #[arg(long = "op", value_enum, default_value_t = Op::Replace, value_name = "OPERATION")]
    op: Op,
    #[arg(long, value_name = "ID")]
    id: Option<String>,
    #[arg(long, value_name = "ID", conflicts_with = "after")]
    before: Option<String>,
    #[arg(long, value_name = "ID")]
    after: Option<String>,
    #[arg(long, value_name = "LANG")]
    only: Vec<String>,
    #[command(flatten)]
    facts: Facts,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Op {
    Replace,
    InsertBefore,
    InsertAfter,
    Delete,
    Move,
}

impl Op {
    fn operation(self) -> Operation {
        match self {
            Op::Replace => Operation::Replace,
            Op::InsertBefore => Operation::InsertBefore,
            Op::InsertAfter => Operation::InsertAfter,
            Op::Delete => Operation::Delete,
            Op::Move => Operation::Move,
        }
    }
}

impl Arguments {
    pub fn run(&self, root: &Utf8Path, outside: &Outside, report: &mut Report) -> Result<(), Fault> {
        let Some((mut trial, publication)) = read(root, report)? else { return Ok(()) };
        let Some(work) = work_named(&publication, &self.work, report) else { return Ok(()) };
        let Some(changes) = self.changes(&publication, work, report) else { return Ok(()) };
        let Some((draft, path)) = self.facts.draft(&publication, work, changes, outside, report) else { return Ok(()) };
        if trial.is_taken(&path) {
            refused::<()>(report, "amend-taken", vec![("path", path.as_path().into())]);
            return Ok(());
        }
        let changes = vec![change(path.clone(), draft.yaml(), None)];
        if land_new(root, &mut trial, changes, report)? {
            report.note("amendment-begun", vec![("id", draft.id.as_str().into()), ("path", path.as_path().into())]);
            let answer = serde_json::json!({ "id": draft.id, "file": path.as_str(), "status": draft.status.word() });
            report.answer = Some(Answer::Lines(String::new(), answer));
        }
        Ok(())
    }

    fn changes(&self, publication: &Publication, work: usize, report: &mut Report) -> Option<Vec<DraftChange>> {
        let own = &publication.works[work];
        let op = self.op.operation();
        let known = || own.current().pages().flat_map(|(_, chapter)| &chapter.sections).map(|section| section.id.as_str());
        let destination = self.before.as_ref().map(|id| (id, false)).or(self.after.as_ref().map(|id| (id, true)));
        for id in self.sections.iter().chain(destination.map(|(id, _)| id)) {
            if !known().any(|section| section == id) {
                let near = nearest(id, known()).unwrap_or_default();
                let arguments = vec![
                    ("section", id.as_str().into()),
                    ("work", argument(own).into()),
                    ("nearest", near.into()),
                    ("found", usize::from(!near.is_empty()).into()),
                ];
                return refused(report, "no-such-section", arguments);
            }
        }
        match (op.inserts(), self.id.as_deref()) {
            (true, Some(id)) if is_slug(id) && self.sections.len() == 1 => {}
            (false, None) => {}
            _ => return refused(report, "amend-id", Vec::new()),
        }
        if (op == Operation::Move) != destination.is_some() {
            return refused(report, "amend-to", Vec::new());
        }
        let tags: Vec<&str> =
            own.languages.iter().map(|(language, _)| publication.languages[*language].tag.as_str()).collect();
        if let Some(unknown) = self.only.iter().find(|tag| !tags.contains(&tag.as_str())) {
            let arguments = vec![("language", unknown.as_str().into()), ("known", tags.join(", ").into())];
            return refused(report, "collate-language", arguments);
        }
        let change = |id: &String| {
            let of_all = base(publication, work, id);
            let is_wanted = |tag: &str| self.only.is_empty() || self.only.iter().any(|only| only == tag);
            let text = if self.facts.is_comment() { Tagged::new() } else { self.texts(publication, work, id, &is_wanted) };
            let alone = self.facts.is_of_one_language();
            DraftChange {
                op: (!self.facts.is_comment()).then_some(op),
                target: id.clone(),
                id: self.id.clone(),
                to: destination.map(|(id, after)| (id.clone(), after)),
                base: if op.inserts() {
                    Tagged::new()
                } else {
                    of_all.into_iter().filter(|(tag, _)| !alone || is_wanted(tag)).collect()
                },
                text,
            }
        };
        Some(self.sections.iter().map(change).collect())
    }

    fn texts(&self, publication: &Publication, work: usize, id: &str, is_wanted: &dyn Fn(&str) -> bool) -> Tagged {
        let languages = publication.works[work].languages.iter().map(|(language, _)| *language);
        let text = |language: usize| {
            let tag = publication.languages[language].tag.as_str();
            let shelf = Shelf::of(publication, work, language);
            let (at, place) = shelf.find(id)?;
            let page = &shelf.pages()[at];
            let text = match self.op {
                Op::Replace => page.proposal(place),
                // To be written: a heading of the same level and a place for the text.
                Op::InsertBefore | Op::InsertAfter => {
                    let signs = "#".repeat(usize::from(page.level(place).max(2)));
                    let title = publication.messages.text(language, "amendment-new-title", &[]);
                    let body = publication.messages.text(language, "amendment-new-text", &[]);
                    format!("{signs} {title} {{#{}}}\n\n{body}\n", self.id.as_deref().unwrap_or_default())
                }
                Op::Delete | Op::Move => return None,
            };
            is_wanted(tag).then(|| (tag.to_owned(), text))
        };
        languages.filter_map(text).collect()
    }
}
