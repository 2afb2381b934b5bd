//! A work and what it is made of: editions, chapters, sections, versions.
//!
//! Gives: the types. Must not know how they come about; [`outline`](super::outline) puts them together.

use std::hash::Hash;
use std::sync::Arc;

use camino::Utf8PathBuf;
use jiff::civil::Date;

use super::editions::Lineage;
use super::facets::Facet;
use super::floats::Float;
use super::keys::ChapterKey;
use crate::diagnostics::Place;
use crate::documents::Document;
use crate::documents::work::{AdoptionYaml, Authority, ClauseName, ConsultationYaml, Kind, Status};
use crate::memo::Seal;

/// One text of a work: the current one, or an edition of it that was frozen. The publication's own pages are a work too, the first.
pub struct Work {
    /// Below `content/`; empty for the publication's own pages.
    pub folder: Utf8PathBuf,
    pub kind: Kind,
    /// By language of the publication; empty where the work does not exist in it.
    pub title: Vec<String>,
    pub short_title: Vec<String>,
    pub summary: Vec<String>,
    pub endorsing: Vec<String>,
    pub slug: Vec<String>,
    /// By language of the publication: where its slug stands, or its title; nothing for the publication's own pages.
    pub places: Vec<Option<Place>>,
    pub languages: Vec<(usize, Authority)>,
    pub clause: ClauseName,
    pub endorsable: bool,
    /// Made up to show something.
    pub specimen: bool,
    /// The ways in which its sections are sorted.
    pub facets: Vec<Facet>,
    /// SPDX identifier and address.
    pub licence: Option<(String, &'static str)>,
    pub edition: Edition,
    /// What it has to do with other texts of the same work.
    pub lineage: Lineage,
}

/// A text of a work at one time, in all its languages.
pub struct Edition {
    /// None for the publication's own pages, which have no editions.
    pub number: Option<String>,
    pub status: Option<Status>,
    pub date: Option<Date>,
    /// Who adopted it.
    pub adoption: Option<AdoptionYaml>,
    /// From when to when anybody is asked for comments.
    pub consultation: Option<ConsultationYaml>,
    /// The page that introduces the work, where it has one.
    pub index: Option<Chapter>,
    pub chapters: Vec<Chapter>,
}

/// One page in all languages.
pub struct Chapter {
    /// The path below `content/` without language and extension.
    pub path: Utf8PathBuf,
    pub number: Option<u32>,
    /// Whether it is a part of a page that a panel or a contribution has.
    pub within: bool,
    /// Of news: the day in the file's name.
    pub day: Option<Date>,
    /// By language of the publication: the place in [`Publication::documents`].
    pub documents: Vec<Option<usize>>,
    /// By language: the chapter's part of the address.
    pub slugs: Vec<String>,
    /// The first is the chapter's opening, with the chapter's own id and title.
    pub sections: Vec<Section>,
    /// Its tables and figures with captions.
    pub floats: Vec<Float>,
}

/// One section in all languages: the unit of concordance, amendment and redline.
pub struct Section {
    pub id: String,
    /// 1 for an opening, 2 to 6 below it.
    pub level: u8,
    /// `3.2`; empty where sections do not count.
    pub number: String,
    /// By language of the publication.
    pub versions: Vec<Option<SectionVersion>>,
}

/// A section in one language.
pub struct SectionVersion {
    /// Its place in [`Document::sections`].
    pub section: usize,
    pub title: Arc<str>,
}

impl Work {
    /// Whether institutions may endorse this edition.
    pub fn is_open(&self) -> bool {
        self.endorsable && !matches!(self.current().status, Some(Status::Superseded | Status::Withdrawn))
    }

    /// The edition that this text is.
    pub fn current(&self) -> &Edition {
        &self.edition
    }

    pub fn chapter(&self, chapter: ChapterKey) -> Option<&Chapter> {
        match chapter {
            ChapterKey::Index => self.current().index.as_ref(),
            ChapterKey::Number(number) => self.current().chapters.get(number),
        }
    }

    pub fn authority(&self, language: usize) -> Option<Authority> {
        self.languages.iter().find(|(own, _)| *own == language).map(|(_, authority)| *authority)
    }
}

impl Edition {
    /// All pages: the index, where there is one, and the chapters in their order.
    pub fn pages(&self) -> impl Iterator<Item = (ChapterKey, &Chapter)> {
        let index = self.index.iter().map(|index| (ChapterKey::Index, index));
        index.chain(self.chapters.iter().enumerate().map(|(number, chapter)| (ChapterKey::Number(number), chapter)))
    }
}

impl Chapter {
    /// The chapter's title in a language.
    pub fn title(&self, language: usize) -> &str {
        self.sections.first().map_or("", |opening| opening.title(language))
    }

    /// All that the comparison of its versions depends on, but for the settings under which they were read.
    pub(super) fn seal(&self, documents: &[Document], seal: &mut Seal) {
        (self.path.as_str(), &self.documents).hash(seal);
        for section in &self.sections {
            (section.id.as_str(), section.level).hash(seal);
            section.versions.iter().for_each(|version| version.as_ref().map(|version| version.section).hash(seal));
        }
        self.documents.iter().flatten().for_each(|index| documents[*index].source.seal().hash(seal));
    }
}

impl Section {
    pub fn title(&self, language: usize) -> &str {
        self.versions.get(language).and_then(Option::as_ref).map_or("", |version| &*version.title)
    }
}
