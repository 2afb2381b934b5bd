//! What is known of a new amendment besides its changes.

use camino::Utf8PathBuf;
use clap::builder::PossibleValuesParser;
use jiff::civil::Date;

use crate::amending::compose::{Draft, DraftChange, Tagged};
use crate::cli::{Outside, Report};
use crate::documents::CONTENT;
use crate::documents::amendment::{AMENDMENTS, AmendmentKind, AmendmentStatus, ReceivedVia};
use crate::documents::front::is_slug;
use crate::publication::Publication;

#[derive(clap::Args)]
pub struct Facts {
    #[arg(long, value_parser = PossibleValuesParser::new(AmendmentKind::WORDS), default_value = "substantive")]
    kind: String,
    #[arg(long, value_name = "ID")]
    number: Option<String>,
    #[arg(long, value_parser = PossibleValuesParser::new(ReceivedVia::WORDS), default_value = "pull-request")]
    via: String,
    #[arg(long, value_name = "DATE")]
    received: Option<String>,
    #[arg(long, value_name = "NAME")]
    proposer: Option<String>,
    #[arg(long, value_name = "ID")]
    signatory: Option<String>,
    #[arg(long, value_name = "LANG=TEXT")]
    because: Vec<String>,
}

impl Facts {
    pub fn is_comment(&self) -> bool {
        self.kind == AmendmentKind::Comment.word()
    }

    /// Whether a version may change alone.
    pub fn is_of_one_language(&self) -> bool {
        [AmendmentKind::Editorial.word(), AmendmentKind::Translation.word()].contains(&self.kind.as_str())
    }

    /// The amendment and its file; none, with the reason in the report.
    pub fn draft(
        &self,
        publication: &Publication,
        work: usize,
        changes: Vec<DraftChange>,
        outside: &Outside,
        report: &mut Report,
    ) -> Option<(Draft, Utf8PathBuf)> {
        let own = &publication.works[work];
        let Some(edition) = own.current().number.clone() else {
            return super::refused(report, "amend-no-edition", vec![("work", own.folder.as_path().into())]);
        };
        let received = match &self.received {
            None => outside.today,
            Some(day) => match day.parse::<Date>().ok().filter(|_| day.len() == 10) {
                Some(day) => day,
                None => return super::refused(report, "amend-date", vec![("said", day.as_str().into())]),
            },
        };
        let id = match &self.number {
            Some(number) if is_slug(number) => number.clone(),
            Some(number) => return super::refused(report, "amend-number", vec![("said", number.as_str().into())]),
            None => next(publication, received.year()),
        };
        let rationale = self.rationale(publication, report)?;
        let complete = |change: &DraftChange| {
            let due =
                own.languages.iter().filter(|(_, authority)| *authority == crate::documents::work::Authority::Authentic);
            let has = |tag: &str| change.text.iter().any(|(own, _)| own == tag);
            let writes = change.op.is_some_and(|op| op.writes());
            !writes || self.is_of_one_language() || due.into_iter().all(|(own, _)| has(&publication.languages[*own].tag))
        };
        let status = match changes.iter().all(complete) {
            true => AmendmentStatus::Submitted,
            false => AmendmentStatus::Received,
        };
        // Each word is one of the declared ones: the command line takes no other.
        let kinds =
            [AmendmentKind::Substantive, AmendmentKind::Editorial, AmendmentKind::Translation, AmendmentKind::Comment];
        let kind = kinds.into_iter().find(|kind| kind.word() == self.kind)?;
        let vias =
            [ReceivedVia::Letter, ReceivedVia::Email, ReceivedVia::Form, ReceivedVia::PullRequest, ReceivedVia::Meeting];
        let via = vias.into_iter().find(|via| via.word() == self.via)?;
        let path = Utf8PathBuf::from(CONTENT).join(&own.folder).join(AMENDMENTS).join(format!("{id}.yaml"));
        let (proposer, signatory) = (self.proposer.clone(), self.signatory.clone());
        let draft =
            Draft { id, base_edition: edition, kind, status, via, received, proposer, signatory, changes, rationale };
        Some((draft, path))
    }

    fn rationale(&self, publication: &Publication, report: &mut Report) -> Option<Tagged> {
        let mut texts = Tagged::new();
        for said in &self.because {
            match said.split_once('=').filter(|(tag, _)| publication.book.tags().any(|known| known == *tag)) {
                Some((tag, text)) => texts.push((tag.to_owned(), text.trim().to_owned())),
                None => {
                    let known = publication.book.tags().collect::<Vec<_>>().join(", ");
                    return super::refused(
                        report,
                        "amend-because",
                        vec![("said", said.as_str().into()), ("known", known.into())],
                    );
                }
            }
        }
        Some(texts)
    }
}

/// The next number of a year, whichever works have the ones before.
fn next(publication: &Publication, year: i16) -> String {
    let start = format!("{year}-");
    let numbers = publication.amendments.iter().filter_map(|(_, own)| own.id().strip_prefix(&start)?.parse::<u32>().ok());
    format!("{start}{:03}", numbers.max().unwrap_or_default().saturating_add(1))
}
