//! Facets on pages: the line below a heading that says how a section is sorted, the list of a facet's values, and the sections that have
//! one value in common.
//!
//! Takes: a work with facets. Gives: [`Page`]s, and pieces for others. A page of a value says what it leaves out: nobody should take it for
//! the whole text. Must not know what the facets are.

use serde::Serialize;

use super::Site;
use super::frame::{Frame, Page};
use super::views::Entry;
use crate::publication::{Chapter, ChapterKey, Facet, SectionKey};
use crate::renditions::html::escaped;

/// A facet and its values, for a work's title page and the facet's own.
#[derive(Serialize)]
pub struct FacetView {
    pub title: String,
    pub url: String,
    pub values: Vec<ValueView>,
}

#[derive(Serialize)]
pub struct ValueView {
    pub name: String,
    pub url: String,
    /// How many sections have it, in words.
    pub count: String,
    pub current: bool,
}

/// A chapter with those of its sections that have a value.
#[derive(Serialize)]
pub struct GatheredChapter {
    pub entry: Entry,
    /// How many of its sections have not, in words; empty where all have.
    pub left_out: String,
}

impl Site {
    /// The facets of a section as a line of links to the pages that gather its like; empty where it has none.
    pub(super) fn facet_line(&self, work: usize, chapter: &Chapter, section: usize, language: usize) -> String {
        let publication = &self.publication;
        let facets = &publication.works[work].facets;
        let Some(values) = publication.facets_of(chapter, section, language).filter(|_| !facets.is_empty()) else {
            return String::new();
        };
        let mut line = String::new();
        for sorting in publication.sorting(work, values, language) {
            let link = |(value, name): &(Option<usize>, String)| {
                let address = match value {
                    Some(value) => publication.addresses.facet_value(work, facets, (sorting.facet, *value), language),
                    None => publication.addresses.facet(work, facets, sorting.facet, language),
                };
                format!("<a href=\"{address}\">{}</a>", escaped(name))
            };
            let listed =
                |before: String, next: String| self.text(language, "pdf-listed", &[("before", &before), ("next", &next)]);
            let links = sorting.values.iter().map(link).reduce(listed).unwrap_or_default();
            let label = escaped(&sorting.label);
            line.push_str(&format!("<span class=\"facet\"><span class=\"label\">{label}</span> {links}</span> "));
        }
        if line.is_empty() { line } else { format!("<p class=\"facets\">{}</p>\n", line.trim_end()) }
    }

    /// The facets of a work with their values, for its title page.
    pub(super) fn facet_views(&self, work: usize, language: usize) -> Vec<FacetView> {
        (0..self.publication.works[work].facets.len()).map(|facet| self.facet_view(work, facet, None, language)).collect()
    }

    fn facet_view(&self, work: usize, facet: usize, current: Option<usize>, language: usize) -> FacetView {
        let publication = &self.publication;
        let facets = &publication.works[work].facets;
        let value = |(number, own): (usize, &crate::publication::Named)| {
            let sections = publication.sorted_by(work, facet, number, language);
            ValueView {
                name: own.name[language].clone(),
                url: publication.addresses.facet_value(work, facets, (facet, number), language),
                count: self.in_number("facet-sections", sections.iter().filter(|(_, has)| *has).count(), language),
                current: current == Some(number),
            }
        };
        FacetView {
            title: facets[facet].title[language].clone(),
            url: publication.addresses.facet(work, facets, facet, language),
            values: facets[facet].values.iter().enumerate().map(value).collect(),
        }
    }

    pub(super) fn in_number(&self, key: &str, count: usize, language: usize) -> String {
        let number = self.publication.languages[language].number(count);
        self.publication.messages.counted(language, key, (count, &number), &[])
    }

    /// All values of a facet.
    pub(super) fn facet(&self, work: usize, facet: usize, language: usize) -> Page {
        let addresses = &self.publication.addresses;
        let facets = &self.publication.works[work].facets;
        let pages = self.work_pages(work, &|own| addresses.facet(work, facets, facet, own));
        let title = facets[facet].title[language].clone();
        let (view, value) = self.work_view(work, language);
        let address = addresses.facet(work, facets, facet, language);
        let frame = Frame {
            title: &title,
            context: &view.short_title,
            description: "",
            address: Some(&address),
            pages: &pages,
            neutral: &pages[0].1,
        };
        let others = (0..facets.len()).filter(|other| *other != facet);
        let others: Vec<FacetView> = others.map(|other| self.facet_view(work, other, None, language)).collect();
        self.base("facet", "facet.html", language, frame)
            .put_value("work", value.clone())
            .put("facet", &self.facet_view(work, facet, None, language))
            .put("others", &others)
    }

    /// The sections that have a value, under their chapters, and what is not among them.
    pub(super) fn facet_value(&self, work: usize, key: (usize, usize), language: usize) -> Page {
        let addresses = &self.publication.addresses;
        let facets = &self.publication.works[work].facets;
        let pages = self.work_pages(work, &|own| addresses.facet_value(work, facets, key, own));
        let Facet { name, values, .. } = &facets[key.0];
        let names = [("facet", name.name[language].as_str()), ("value", values[key.1].name[language].as_str())];
        let title = self.text(language, "facet-value-title", &names);
        let (view, value) = self.work_view(work, language);
        let address = addresses.facet_value(work, facets, key, language);
        let sections = self.publication.sorted_by(work, key.0, key.1, language);
        let (gathered, left_out) = self.gathered(work, key, &sections, language);
        let left = sections.iter().filter(|(_, has)| !has).count();
        let shown = self.in_number("facet-gathers", sections.len() - left, language);
        let frame = Frame {
            title: &title,
            context: &view.short_title,
            description: &shown,
            address: Some(&address),
            pages: &pages,
            neutral: &pages[0].1,
        };
        self.base("facet-value", "facet-value.html", language, frame)
            .put_value("work", value.clone())
            .put("facet", &self.facet_view(work, key.0, Some(key.1), language))
            .put("shown", &shown)
            .put("left", &if left > 0 { self.in_number("facet-leaves-out", left, language) } else { String::new() })
            .put("chapters", &gathered)
            .put("left_out", &left_out)
    }

    /// The chapters of which something has the value, and those of which nothing has.
    fn gathered(
        &self,
        work: usize,
        key: (usize, usize),
        sections: &[(SectionKey, bool)],
        language: usize,
    ) -> (Vec<GatheredChapter>, Vec<Entry>) {
        let publication = &self.publication;
        let (mut gathered, mut left_out) = (Vec::new(), Vec::new());
        let chapters = publication.works[work].current().pages().filter(|(key, _)| *key != ChapterKey::Index);
        for (chapter_key, chapter) in chapters.filter(|(_, chapter)| chapter.documents[language].is_some()) {
            let mut entry = self.entry(work, chapter_key, chapter, language, true);
            let own = sections.iter().filter(|(section, _)| section.chapter == chapter_key);
            let without = own.clone().filter(|(_, has)| !has).count();
            let with: Vec<&str> =
                own.filter(|(_, has)| *has).map(|(section, _)| chapter.sections[section.section].id.as_str()).collect();
            let values = publication.facets_of(chapter, 0, language);
            let itself = values.and_then(|values| values.get(key.0)).is_some_and(|values| values.contains(&key.1));
            if with.is_empty() && !itself {
                entry.sections.clear();
                left_out.push(entry);
                continue;
            }
            entry.sections.retain(|section| with.contains(&section.id.as_str()));
            let words = if without > 0 { self.in_number("facet-left-here", without, language) } else { String::new() };
            gathered.push(GatheredChapter { entry, left_out: words });
        }
        (gathered, left_out)
    }

    /// The addresses of a page of a work in all the work's languages.
    pub(super) fn work_pages(&self, work: usize, address: &dyn Fn(usize) -> String) -> Vec<(usize, String)> {
        self.publication.works[work].languages.iter().map(|(own, _)| (*own, address(*own))).collect()
    }

    /// The pages of a work's facets: for each of them its list and those of its values.
    pub(super) fn facet_pages(&self, work: usize) -> Vec<FacetPage> {
        let facets = self.publication.works[work].facets.iter().enumerate();
        let pages = facets.flat_map(|(facet, own)| {
            let values = (0..own.values.len()).map(move |value| FacetPage { facet, value: Some(value) });
            [FacetPage { facet, value: None }].into_iter().chain(values)
        });
        pages.collect()
    }

    pub(super) fn facet_page_address(&self, work: usize, page: FacetPage, language: usize) -> String {
        let (addresses, facets) = (&self.publication.addresses, &self.publication.works[work].facets);
        match page.value {
            Some(value) => addresses.facet_value(work, facets, (page.facet, value), language),
            None => addresses.facet(work, facets, page.facet, language),
        }
    }
}

/// A facet's own page, or that of one of its values.
#[derive(Clone, Copy, Debug)]
pub(super) struct FacetPage {
    pub facet: usize,
    pub value: Option<usize>,
}
