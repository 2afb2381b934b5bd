//! Chapters: the pages of a text, alone and beside another language.
//!
//! Takes: a chapter's place in the publication. Gives: a [`Page`]. Must not know of which work it is more than the template shows.

use super::bodies::Column;
use super::frame::{Frame, Page};
use super::shelf::Shown;
use super::{Site, text};
use crate::documents::work::Kind;
use crate::publication::{Chapter, ChapterKey};
use crate::renditions::html::Pieces;

impl Site {
    /// What a page says of itself to search engines: what its front matter says, or how it begins.
    pub(super) fn description(&self, chapter: Option<&Chapter>, language: usize) -> String {
        let document = chapter.and_then(|chapter| self.publication.document(chapter, language));
        let Some((index, document)) = document else { return String::new() };
        match document.description() {
            "" => text::description(&self.publication, index),
            own => own.to_owned(),
        }
    }

    /// A chapter's addresses in all its languages.
    pub(super) fn chapter_pages(&self, work: usize, key: ChapterKey, chapter: &Chapter) -> Vec<(usize, String)> {
        let languages = (0..chapter.documents.len()).filter(|language| chapter.documents[*language].is_some());
        languages.map(|language| (language, self.publication.addresses.chapter(work, key, chapter, language))).collect()
    }

    pub(super) fn column(&self, work: usize, chapter: &Chapter, language: usize) -> Option<Column> {
        let (document, _) = self.publication.document(chapter, language)?;
        let shown = self.shelf.get(document, || {
            let pieces = match self.marked {
                true => Pieces::marked(&self.publication, document),
                false => Pieces::of(&self.publication, document),
            };
            let headings = self.headings_of(work, chapter, language, &pieces);
            Shown { pieces, headings, toc: self.toc(chapter, language) }
        });
        Some(Column { language, shown })
    }

    pub(super) fn chapter(&self, work: usize, key: ChapterKey, language: usize) -> Page {
        let (view, value) = self.work_view(work, language);
        let page = self.page_of("chapter", "chapter.html", work, key, language, &view.short_title);
        let (prev, next) = self.neighbours(work, key, language);
        page.put_value("work", value.clone()).put("prev", &prev).put("next", &next)
    }

    pub(super) fn page_of(
        &self,
        kind: &'static str,
        template: &'static str,
        work: usize,
        key: ChapterKey,
        language: usize,
        context: &str,
    ) -> Page {
        let Some((chapter, column)) = self.publication.works[work]
            .chapter(key)
            .and_then(|chapter| Some((chapter, self.column(work, chapter, language)?)))
        else {
            return self.not_found(language);
        };
        let pages = self.chapter_pages(work, key, chapter);
        let address = self.publication.addresses.chapter(work, key, chapter, language);
        let description = self.description(Some(chapter), language);
        let frame = Frame {
            title: chapter.title(language),
            context,
            description: &description,
            address: Some(&address),
            pages: &pages,
            neutral: &pages[0].1,
        };
        let page = self.base(kind, template, language, frame);
        page.put("number", &chapter.sections[0].number)
            .put("title_html", &column.shown.pieces.sections[0].title)
            .put_body("body_html", self.alone(work, key, chapter, &column))
            .put_body("notes_html", self.notes_alone(&column))
            .put("facets_html", &self.facet_line(work, chapter, 0, language))
            .put_value("toc", column.shown.toc.clone())
            .put("parallels", &self.pairings(work, key, chapter, language))
    }

    pub(super) fn parallel(&self, work: usize, key: ChapterKey, language: usize, other: usize) -> Page {
        let Some(chapter) = self.publication.works[work].chapter(key) else { return self.not_found(language) };
        let addresses = &self.publication.addresses;
        let shown = [language, other];
        let columns: Vec<Column> = shown.iter().filter_map(|own| self.column(work, chapter, *own)).collect();
        let own = columns.iter().find(|column| column.language == language);
        let toc = own.map_or_else(|| self.toc(chapter, language), |column| column.shown.toc.clone());
        let (view, value) = self.work_view(work, language);
        let own_page = self.publication.works[work].kind == Kind::Pages;
        let pages = vec![
            (language, addresses.parallel(work, key, chapter, language, other)),
            (other, addresses.parallel(work, key, chapter, other, language)),
        ];
        let names: Vec<&str> = shown.iter().map(|own| self.publication.languages[*own].name.as_str()).collect();
        let title =
            self.text(language, "parallel-title", &[("title", chapter.title(language)), ("languages", &names.join(" · "))]);
        // The page for a reader of neither language is the one in the interface of the first of the two.
        let neutral = if language < other { &pages[0].1 } else { &pages[1].1 };
        let frame = Frame {
            title: &title,
            context: if own_page { "" } else { &view.short_title },
            description: &self.description(Some(chapter), language),
            address: Some(&pages[0].1),
            pages: &pages,
            neutral,
        };
        let mut page = self.base("parallel", "parallel.html", language, frame);
        let column_views: Vec<_> = shown.iter().map(|own| self.column_view(work, key, chapter, *own)).collect();
        let (mut prev, mut next) = self.neighbours(work, key, language);
        for neighbour in [&mut prev, &mut next].into_iter().flatten() {
            // The neighbour beside the same language, not alone.
            let home = addresses.home(language);
            let tag = &self.publication.languages[other].tag;
            neighbour.url = format!("{home}parallel/{tag}/{}", &neighbour.url[home.len()..]);
        }
        let pairings: Vec<_> = self
            .pairings(work, key, chapter, language)
            .into_iter()
            .filter(|pairing| pairing.lang != self.publication.languages[other].tag)
            .collect();
        page = page.put("columns", &column_views).put_body("body_html", self.beside(work, key, chapter, &columns));
        page.put_body("notes_html", self.notes_beside(language, &columns))
            .put_value("toc", toc)
            .put_value("work", value.clone())
            .put("own_page", &own_page)
            .put("parent", &self.parent(work, key, language).filter(|_| own_page))
            .put("prev", &prev)
            .put("next", &next)
            .put("parallels", &pairings)
    }
}
