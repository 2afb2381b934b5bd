//! The names of places in a PDF, and the links to them.
//!
//! Takes: texts, sections, tables, citations. Gives: for each a name that is unique in the PDF and the same in every PDF of the work, and
//! links: to the place itself where the PDF holds it, else to its address on the web.

use camino::Utf8Path;

use super::text::Writer;
use crate::publication::proceedings::PANELS;
use crate::publication::{Chapter, ChapterKey, Work};

impl Writer<'_> {
    /// What links within the PDF lead to: `es:housing`, or `es:governance/who-takes-part/article:results` where each text of the work
    /// has ids of its own.
    pub fn anchor(&self, path: &Utf8Path, id: &str, language: usize) -> String {
        let (tag, work) = (&self.publication.languages[language].tag, &self.publication.works[self.work]);
        if work.kind.is_collection() { format!("{tag}:{}:{id}", scope(work, path)) } else { format!("{tag}:{id}") }
    }

    pub(super) fn citation_anchor(&self, index: usize, number: usize) -> String {
        self.own_anchor(index, "cite", number)
    }

    pub(super) fn reference_anchor(&self, index: usize, number: usize) -> String {
        self.own_anchor(index, "ref", number)
    }

    /// An author's own ids have no underscore.
    fn own_anchor(&self, index: usize, kind: &str, number: usize) -> String {
        let document = &self.publication.documents[index];
        format!("{}:{}:_{kind}-{}", self.publication.languages[document.language].tag, document.path, number + 1)
    }

    /// To the place on paper where the PDF holds it, else to that on the web.
    pub(super) fn place_link(&mut self, work: usize, key: ChapterKey, chapter: &Chapter, id: &str, language: usize) {
        if let Some(shown) = self.shown_in(work, key, chapter, id, language) {
            self.markup.raw("#link(label(");
            let anchor = self.anchor(&chapter.path, id, shown);
            self.markup.string(&anchor);
            self.markup.raw("))[");
        } else {
            let addresses = &self.publication.addresses;
            let page = addresses.absolute(&addresses.chapter(work, key, chapter, language));
            let address = if id.is_empty() { page } else { format!("{page}#{id}") };
            self.markup.raw("#link(");
            self.markup.string(&address);
            self.markup.raw(")[");
        }
    }

    /// The language in which the PDF holds a place: that of the link, or another where the text stands in none but that.
    fn shown_in(&self, work: usize, key: ChapterKey, chapter: &Chapter, id: &str, language: usize) -> Option<usize> {
        if work != self.work {
            return None;
        }
        let Some(held) = &self.held else { return Some(language) };
        let section = || chapter.sections.iter().find(|own| own.id == id).map(|own| &own.versions);
        let has = |language: usize| match section() {
            Some(versions) => versions[language].is_some(),
            None => chapter.floats.iter().any(|own| own.id == id && own.versions[language].is_some()),
        };
        let others = (0..self.publication.languages.len()).filter(|other| *other != language);
        std::iter::once(language).chain(others).find(|own| held.contains(&(key, *own)) && has(*own))
    }
}

/// Which of its work's texts one is, for anchors.
pub fn scope<'t>(work: &Work, path: &'t Utf8Path) -> &'t Utf8Path {
    let below = path.strip_prefix(&work.folder).unwrap_or(path);
    below.strip_prefix(PANELS).unwrap_or(below)
}
