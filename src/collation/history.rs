//! History: how a version read when it was compared, and which words have changed since.
//!
//! Takes: a unit with its record. Gives: what has changed in a language, drawn for a terminal, or the reason why that cannot be told. The
//! text that was compared is looked for in git, in the revision in which the record came to say what it says; its fingerprint tells whether
//! it is the one. Must not know how a person is asked.

use camino::Utf8Path;

use crate::documents::RecordFile;
use crate::publication::concordance::{Compared, Subject};
use crate::publication::{Publication, facets};
use crate::redline::text::{Dress, words_of};
use crate::redline::{Element, Kind, Numbered, Redline, Text};
use crate::renditions::redline::changes;
use crate::sources::{Revision, Sources};

/// How many revisions are held at a time: whoever compares many sections in a row finds most of them recorded together.
const MOST_HELD: usize = 4;

/// Why nobody can tell what has changed; [`Unknown::word`] is the id of a variant of the message.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unknown {
    /// There is no git repository, or none that can be read.
    Repository,
    /// No revision holds the text that was compared.
    Text,
}

impl Unknown {
    pub fn word(self) -> &'static str {
        match self {
            Unknown::Repository => "repository",
            Unknown::Text => "text",
        }
    }
}

pub struct History<'h> {
    root: &'h Utf8Path,
    /// By commit; none where a revision holds no publication.
    held: Vec<(String, Option<Publication>)>,
}

impl<'h> History<'h> {
    pub fn new(root: &'h Utf8Path) -> Self {
        History { root, held: Vec::new() }
    }

    /// What has changed in a version since it was compared, in lines of at most so many columns.
    pub fn changes(
        &mut self,
        publication: &Publication,
        number: usize,
        own: &Compared,
        (language, width): (usize, usize),
    ) -> Result<String, Unknown> {
        let file = publication.concordance.record(own).ok_or(Unknown::Text)?;
        let tag = publication.languages[language].tag.as_str();
        let folder = &publication.works[number].folder;
        let before = self.publication(file)?.ok_or(Unknown::Text)?;
        // As the file says it: what is held of it may have been brought up to new ids.
        let versions = file.yaml.versions.as_ref().and_then(|versions| versions.get(tag));
        let recorded = versions.map(|version| version.text.value.as_str()).ok_or(Unknown::Text)?;
        let known = |found: Option<usize>| found.ok_or(Unknown::Text);
        let then = known(before.book.tags().position(|own| own == tag))?;
        let work = known(before.works.iter().position(|work| work.folder == *folder))?;
        let unit = before.compared(work).into_iter().find(|own| before.record_path(work, &own.unit) == file.source.path);
        let subject = unit.ok_or(Unknown::Text)?.unit.subject;
        if before.texts_now(work, subject)[then].as_deref() != Some(recorded) {
            return Err(Unknown::Text);
        }
        let old = text(before, work, subject, then).ok_or(Unknown::Text)?;
        let mut new = text(publication, number, own.unit.subject, language).ok_or(Unknown::Text)?;
        // One section, whatever has become of its id and of its place.
        (new.id, new.level) = (old.id.clone(), old.level);
        let numbered = |text: Text| [Numbered { number: String::new(), text }];
        let redline = Redline::between(&numbered(old), &numbered(new));
        let altered = publication.messages.text(language, "redline-altered", &[]);
        Ok(redline.sections.iter().map(|section| changes(section, &altered, width)).collect())
    }

    /// The publication in which a record came to say what it says.
    fn publication(&mut self, file: &RecordFile) -> Result<Option<&Publication>, Unknown> {
        let revision = Revision::that_wrote(self.root, &file.source.path, file.source.text.as_bytes());
        let revision = revision.map_err(|_| Unknown::Repository)?;
        let commit = revision.commit();
        if !self.held.iter().any(|(held, _)| *held == commit) {
            let read = revision.read().ok();
            let publication = read.and_then(|(sources, found)| self.read(&sources, found));
            if self.held.len() == MOST_HELD {
                self.held.remove(0);
            }
            self.held.push((commit.clone(), publication));
        }
        Ok(self.held.iter().find(|(held, _)| *held == commit).and_then(|(_, publication)| publication.as_ref()))
    }

    fn read(&self, sources: &Sources, found: Vec<crate::diagnostics::Diagnostic>) -> Option<Publication> {
        Publication::of(sources, found, false).0
    }
}

/// A unit as a section of a redline.
fn text(publication: &Publication, number: usize, subject: Subject, language: usize) -> Option<Text> {
    let Subject::Section(key) = subject else {
        let texts = publication.unit_texts(number, subject, language);
        let paragraph = |(nth, (_, text)): (usize, &(String, String))| Element {
            kind: Kind::Paragraph,
            end: nth + 1,
            words: words_of(text, &Dress::default()),
        };
        let elements = texts.iter().enumerate().map(paragraph).collect();
        return Some(Text { elements, ..Text::default() });
    };
    let (work, chapter, section) = publication.section(key)?;
    let (document, _) = publication.document(chapter, language)?;
    let sorted = |values: &facets::Values| facets::ids(&work.facets, values);
    let facets: Vec<String> = match work.facets.is_empty() {
        true => Vec::new(),
        false => publication.facets[document].iter().map(sorted).collect(),
    };
    Text::of(publication, chapter, section, language, &facets)
}
