//! The page of what changed in a work from one edition to the next, in all its languages side by side.
//!
//! Takes: two editions. Gives: a [`Page`] of marked changes, the reader's language first. Must not know how texts are compared, nor how
//! marks are written.

use std::sync::Arc;

use serde::Serialize;

use super::Site;
use super::frame::{Frame, Page};
use crate::redline::{Redline, sections_of};
use crate::renditions::redline::{Comparison, SideName, Version, anchor, rows};

/// A language of the page.
#[derive(Serialize)]
pub struct ChangedVersion {
    pub lang: String,
    pub dir: &'static str,
    pub name: String,
    /// “4 changed, 1 new”.
    pub counted: String,
}

impl Site {
    /// The editions of a current text that follow another, by their places among all of them.
    pub(super) fn changes_of(&self, work: usize) -> std::ops::Range<usize> {
        let text = &self.publication.works[work];
        if text.is_frozen() || text.lineage.editions.is_empty() {
            return 0..0;
        }
        1..self.publication.editions(work).len().max(1)
    }

    /// The marked changes of each of them, made when a page first asks.
    fn compared(&self, work: usize) -> &[Comparison] {
        self.changes[work].get_or_init(|| {
            let publication = &self.publication;
            let editions = publication.editions(work);
            let name =
                |place: usize| SideName::Edition(publication.works[place].current().number.clone().unwrap_or_default());
            let comparison = |pair: &[usize]| {
                let (old, new) = (&publication.works[pair[0]], &publication.works[pair[1]]);
                let version = |language: usize| {
                    let sections = |work| sections_of(publication, work, language);
                    Version { language, redline: Redline::between(&sections(old), &sections(new)) }
                };
                let versions = new.languages.iter().map(|(language, _)| version(*language)).collect();
                let (from, to) = (name(pair[0]), name(pair[1]));
                Comparison { publication: Arc::clone(publication), work: pair[1], from, to, versions, all: false }
            };
            editions.windows(2).map(comparison).collect()
        })
    }

    /// The anchor of a section on a page of changes.
    pub(super) fn change_anchor(&self, work: usize, id: &str, language: usize) -> String {
        let tag = &self.publication.languages[language].tag;
        anchor(id, tag, self.publication.works[work].languages.len())
    }

    pub(super) fn changes(&self, work: usize, nth: usize, language: usize) -> Page {
        let publication = &self.publication;
        let Some(comparison) = self.compared(work).get(nth - 1) else { return self.not_found(language) };
        let (view, value) = self.work_view(work, language);
        let languages = publication.works[work].languages.iter().map(|(own, _)| *own);
        let pages: Vec<(usize, String)> = languages.map(|own| (own, self.changes_address(work, nth, own))).collect();
        let editions = publication.editions(work);
        let (from, to) = (self.number_of(editions[nth - 1]), self.number_of(editions[nth]));
        let title = self.text(language, "changes-title", &[("from", from), ("to", to)]);
        let description = self.text(language, "changes-description", &[("title", &view.title)]);
        let address = self.changes_address(work, nth, language);
        let frame = Frame {
            title: &title,
            context: &view.short_title,
            description: &description,
            address: Some(&address),
            pages: &pages,
            neutral: &pages[0].1,
        };
        let version = |version: &Version| {
            let own = &publication.languages[version.language];
            ChangedVersion {
                lang: own.tag.clone(),
                dir: own.direction.name(),
                name: own.name.clone(),
                counted: comparison.counted_or_none(version),
            }
        };
        let mut versions: Vec<&Version> = comparison.versions.iter().collect();
        versions.sort_by_key(|version| version.language != language);
        self.base("changes", "changes.html", language, frame)
            .put("description", &description)
            .put_value("work", value.clone())
            .put("versions", &versions.into_iter().map(version).collect::<Vec<_>>())
            .put_body("body_html", rows(comparison, Some(language)))
    }
}
