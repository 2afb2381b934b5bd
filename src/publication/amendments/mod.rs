//! Amendments: proposals of changes to sections, held against the text that they change.
//!
//! Takes: the outline, the documents, the amendments' files. Gives: [`Amendments`], in which each change knows its section, and each
//! proposed text is a chapter of its own among the publication's documents, so that its links, figures and words are looked at like any
//! other's; and a diagnostic for whatever an amendment cannot mean. Must not know what a page says of them, nor how they are applied.
//!
//! 1. [`bind`]: which work and which sections each one is about; its texts become documents.
//! 2. [`standing`]: whether its deliberation went the way that deliberations go.
//! 3. [`tree`]: whether its changes can be made to the text as it is.
//! 4. [`conflicts`]: which amendments cannot both be applied, and which ids are taken.
//! 5. [`Amendments::rebase_needed`]: whether it still speaks of the text as it is, when fingerprints are there.
//!
//! What is checked of a decided amendment is its form alone: the text has gone on since.

mod bind;
mod conflicts;
mod proposal;
mod standing;
mod tree;

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use camino::Utf8Path;

use super::fingerprint::Seen;
use super::{Chapter, ChapterKey, Edition, Publication, Register, Section, SectionKey, Work};
use crate::config::Book;
use crate::diagnostics::{Argument, Code, Diagnostic, Place, Source, nearest};
use crate::documents::amendment::{AmendmentKind, AmendmentStatus, AmendmentYaml, ChangeYaml, Written};
use crate::documents::{AmendmentFile, Document};
use crate::record::{EditionNumber, Spanned, Texts};

pub use proposal::ProposedText;

/// All amendments, in the order of their works and ids.
#[derive(Default)]
pub struct Amendments {
    all: Vec<Amendment>,
    /// The open ones about each section of current texts.
    open: HashMap<SectionKey, Vec<usize>>,
    /// The proposed texts, by what a document's source is.
    written: Vec<(bool, Arc<Written>)>,
}

/// One proposal.
pub struct Amendment {
    pub work: usize,
    pub source: Arc<Source>,
    pub yaml: AmendmentYaml,
    /// As many as the file has.
    pub changes: Vec<Change>,
}

/// What becomes of one section.
pub struct Change {
    /// The section in the current text; none where it is not there, or is new with this amendment.
    pub target: Option<SectionKey>,
    /// None where no text is proposed.
    pub proposed: Option<ProposedText>,
    /// The text that was approved, where that is another.
    pub approved: Option<ProposedText>,
}

impl Amendment {
    pub fn id(&self) -> &str {
        &self.yaml.id.value
    }

    pub fn status(&self) -> AmendmentStatus {
        self.yaml.status.value
    }

    pub fn kind(&self) -> AmendmentKind {
        self.yaml.kind.value
    }

    /// Whether it may still change the text.
    pub fn is_pending(&self) -> bool {
        self.yaml.is_pending()
    }

    pub fn is_specimen(&self) -> bool {
        self.yaml.specimen == Some(true)
    }

    /// Its changes with what its file says of each.
    pub fn pairs(&self) -> impl Iterator<Item = (&Change, &ChangeYaml)> {
        self.changes.iter().zip(self.yaml.changes.iter().map(|own| &own.value))
    }

    fn place<T>(&self, own: &Spanned<T>) -> Place {
        Place::new(&self.source, own.span)
    }

    /// The last day that its file tells of.
    pub fn last_day(&self) -> jiff::civil::Date {
        let yaml = &self.yaml;
        let decided = yaml.decision.as_ref().map(|own| own.value.date.value);
        let considered = yaml.deliberations.iter().map(|own| own.value.date.value);
        considered.chain(decided).fold(yaml.received.date.value, std::cmp::max)
    }
}

impl Amendments {
    /// In the order of works and ids.
    pub fn iter(&self) -> impl Iterator<Item = (usize, &Amendment)> {
        self.all.iter().enumerate()
    }

    pub fn is_empty(&self) -> bool {
        self.all.is_empty()
    }

    pub fn get(&self, place: usize) -> Option<&Amendment> {
        self.all.get(place)
    }

    pub fn of_work(&self, work: usize) -> impl Iterator<Item = (usize, &Amendment)> {
        self.iter().filter(move |(_, own)| own.work == work)
    }

    pub fn has_any(&self, work: usize) -> bool {
        self.of_work(work).next().is_some()
    }

    /// The open amendments about a section.
    pub fn open_at(&self, key: SectionKey) -> &[usize] {
        self.open.get(&key).map_or(&[], Vec::as_slice)
    }

    /// What the files of those that may still change the text say in all languages.
    pub(super) fn labels(&self) -> impl Iterator<Item = (Arc<Source>, Vec<Texts>)> {
        self.all.iter().filter(|own| own.is_pending()).map(|own| {
            let observations = own.yaml.decision.iter().filter_map(|decision| decision.value.observations.as_ref());
            (Arc::clone(&own.source), own.yaml.rationale.iter().chain(observations).cloned().collect())
        })
    }

    /// The proposed texts as chapters, with their works: those of amendments that may still change the text.
    pub(super) fn chapters(&self) -> impl Iterator<Item = (usize, &Chapter)> {
        let pending = self.all.iter().filter(|own| own.is_pending());
        pending.flat_map(|own| {
            let texts = own.changes.iter().flat_map(|change| [&change.proposed, &change.approved]);
            texts.flatten().map(move |text| (own.work, &text.beside))
        })
    }

    /// The diagnostics that were found in proposed texts, at their places in the amendments' files; without those that are about
    /// texts already decided, and links to what the same amendment inserts.
    pub(super) fn placed(&self, diagnostics: Vec<Diagnostic>) -> Vec<Diagnostic> {
        if self.written.is_empty() {
            return diagnostics;
        }
        // By what they say, not by which value says it: a diagnostic may be remembered from an earlier reading.
        let own: HashMap<&[u8; 32], &(bool, Arc<Written>)> =
            self.written.iter().map(|written| (written.1.text.seal(), written)).collect();
        let paths: HashSet<&Utf8Path> = self.written.iter().map(|(_, written)| written.text.path.as_path()).collect();
        let of = |source: &Source| match paths.contains(source.path.as_path()) {
            true => own.get(source.seal()).copied(),
            false => None,
        };
        let placed = |found: Diagnostic| {
            let related = found.related.as_ref().and_then(|place| of(&place.source));
            let found = match related {
                Some((_, written)) => written.moved(found),
                None => found,
            };
            match of(&found.place.source) {
                Some((pending, written)) => (*pending && !self.is_to_own_section(&found)).then(|| written.moved(found)),
                None => Some(found),
            }
        };
        diagnostics.into_iter().filter_map(placed).collect()
    }

    /// Whether it misses a section that the same amendment inserts.
    fn is_to_own_section(&self, found: &Diagnostic) -> bool {
        let id = found.arguments.iter().find_map(|(name, value)| match value {
            Argument::Text(text) if *name == "id" => Some(text),
            _ => None,
        });
        let Some(id) = id.filter(|_| found.code == Code::BrokenAnchor) else { return false };
        let own = self.all.iter().filter(|own| own.source.path == found.place.source.path);
        own.flat_map(|own| &own.yaml.changes).any(|change| change.value.id.as_ref().is_some_and(|new| new.value == *id))
    }

    /// Proposers that are to be institutions of the register, and are none.
    pub(super) fn unknown_proposers(&self, register: &Register) -> Vec<Diagnostic> {
        let named = self.all.iter().filter_map(|own| Some((own, own.yaml.proposer.as_ref()?.signatory.as_ref()?)));
        let unknown = named.filter(|(_, id)| register.ids.binary_search(&id.value).is_err());
        let report = |(own, id): (&Amendment, &Spanned<String>)| {
            let found = Diagnostic::new(Code::UnknownSignatory, own.place(id)).with("id", id.value.as_str());
            match nearest(&id.value, register.ids.iter().map(String::as_str)) {
                Some(near) => found.with("nearest", near).hint("hint-nearest"),
                None => found.hint("hint-proposer"),
            }
        };
        unknown.map(report).collect()
    }

    /// Pending amendments that speak of a text which has gone on since.
    pub(super) fn rebase_needed(&self, book: &Book, seen: &Seen<'_>) -> Vec<Diagnostic> {
        let mut diagnostics = Vec::new();
        for own in self.all.iter().filter(|own| own.is_pending()) {
            for (change, yaml) in own.pairs() {
                let Some(base) = change.target.zip(yaml.base.as_ref()) else { continue };
                for (tag, text) in moved_on(book, seen, base.0, base.1) {
                    let language = book.tags().position(|known| known == tag);
                    let name = language.map_or(tag, |language| book.languages[language].1.name.as_str());
                    let found = Diagnostic::new(Code::RebaseNeeded, own.place(text)).with("language", name);
                    let found = found.with("section", yaml.target.value.as_str()).with("id", own.id());
                    diagnostics.push(found);
                }
            }
        }
        diagnostics
    }
}

/// The languages in which a section no longer reads as was recorded, with what was.
fn moved_on<'b>(book: &Book, seen: &Seen<'_>, key: SectionKey, base: &'b Texts) -> Vec<(&'b str, &'b Spanned<String>)> {
    let work = &seen.works[key.work];
    let Some((chapter, section)) = work.chapter(key.chapter).and_then(|own| Some((own, own.sections.get(key.section)?)))
    else {
        return Vec::new();
    };
    let now = |tag: &str| {
        let language = book.tags().position(|known| known == tag)?;
        let version = section.versions.get(language)?.as_ref()?;
        Some(seen.fingerprints(chapter.documents[language]?)[version.section].as_str())
    };
    let entries = base.entries.iter().filter(|(key, text)| now(&key.text) != Some(text.value.as_str()));
    entries.map(|(key, text)| (key.text.as_str(), text)).collect()
}

/// A section of a work's current text by its id.
pub fn find(works: &[Work], work: usize, id: &str) -> Option<SectionKey> {
    let (chapter, section) = works.get(work)?.current().find(id)?;
    Some(SectionKey { work, chapter, section })
}

/// The text of an edition of a work by its number: what an amendment to it changes, as a place among the works.
pub fn edition(works: &[Work], work: usize, number: &str) -> Option<usize> {
    super::editions::named(works, works.get(work)?.folder.as_str(), number)
}

/// The numbers of a work's editions, the oldest first.
pub fn numbers(works: &[Work], work: usize) -> Vec<&str> {
    let own = &works[work];
    // The current text and its frozen twin have one number.
    let frozen = own.lineage.editions.iter().filter(|place| own.lineage.frozen_as != Some(**place));
    let texts = frozen.map(|place| &works[*place]).chain([own]);
    texts.filter_map(|text| text.current().number.as_deref()).collect()
}

impl Edition {
    /// A section by its id.
    pub fn find(&self, id: &str) -> Option<(ChapterKey, usize)> {
        let mut pages = self.pages();
        pages.find_map(|(key, chapter)| Some((key, chapter.sections.iter().position(|section| section.id == id)?)))
    }
}

impl Publication {
    /// Whether a section no longer reads as an amendment recorded it, by language tag.
    pub fn moved_on<'b>(&self, key: SectionKey, base: &'b Texts) -> Vec<&'b str> {
        moved_on(&self.book, &self.seen(), key, base).into_iter().map(|(tag, _)| tag).collect()
    }
}
