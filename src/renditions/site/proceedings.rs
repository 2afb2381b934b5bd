//! The pages of proceedings: panels, contributions, their authors, the rules of submission.
//!
//! Takes: a work of proceedings. Gives: [`Page`]s. A text that exists in one language stands on the pages of all, marked with its own; what
//! was made up is said to be so wherever its name stands. Must not know how citations are set.

use std::sync::Arc;

use serde::Serialize;

use super::frame::{Frame, Page};
use super::menus::Way;
use super::views::Download;
use super::{Offered, Rendition, Site, listing, rendition};
use crate::publication::proceedings::{Author, Contribution, Panel, Person, Proceedings};
use crate::publication::{Chapter, ChapterKey};
use crate::renditions::Naming;

#[derive(Serialize)]
pub struct PersonView {
    pub name: String,
    pub affiliation: String,
    /// The identifier, and its address.
    pub orcid: String,
    pub orcid_url: String,
    /// The place in the list of authors; empty of whoever has written nothing.
    pub url: String,
}

/// A panel or a contribution on a list.
#[derive(Serialize)]
pub struct ItemView {
    pub title: String,
    pub url: String,
    pub people: Vec<PersonView>,
    /// Made up.
    pub specimen: bool,
    /// Whether it has an article, or an abstract alone.
    pub article: bool,
    pub items: Vec<ItemView>,
}

/// A text on a page, in its own language.
#[derive(Serialize)]
pub struct TextView {
    pub lang: String,
    pub dir: &'static str,
    /// Whether that is another than the page's.
    pub foreign: bool,
    /// What is said of its language, where there is anything to say.
    pub note: Option<Naming>,
    pub html: String,
    pub notes_html: String,
}

#[derive(Serialize)]
pub struct ShownView {
    pub lang: String,
    pub dir: &'static str,
}

#[derive(Serialize)]
pub struct AuthorView {
    pub name: String,
    pub id: String,
    pub papers: Vec<ItemView>,
}

/// A page of a work of proceedings besides its title page.
#[derive(Clone, Copy, Debug)]
pub(super) enum Of {
    Panel(usize),
    Contribution(usize, usize),
    Authors,
    Submission,
}

impl Site {
    fn proceedings_of(&self, work: usize) -> Option<&Proceedings> {
        self.publication.proceedings.iter().find(|own| own.work == work)
    }

    fn all_of(own: &Proceedings) -> Vec<Of> {
        let panels = (0..own.panels.len()).map(Of::Panel);
        let contributions = own.contributions().map(|(panel, number, _)| Of::Contribution(panel, number));
        panels.chain(contributions).chain([Of::Authors, Of::Submission]).collect()
    }

    fn proceedings_address(&self, own: &Proceedings, of: Of, language: usize) -> String {
        let addresses = &self.publication.addresses;
        match of {
            Of::Panel(panel) => addresses.panel(own.work, &own.panels[panel], language),
            Of::Contribution(panel, number) => {
                let panel = &own.panels[panel];
                addresses.contribution(own.work, panel, &panel.contributions[number], language)
            }
            Of::Authors => addresses.authors(own.work, language),
            Of::Submission => addresses.submission(own.work, language),
        }
    }

    /// Each page's address by language, for the sitemap.
    pub(super) fn proceedings_versions(&self) -> Vec<Vec<(usize, String)>> {
        let pages = self.publication.proceedings.iter().flat_map(|own| {
            let of_work = Self::all_of(own).into_iter();
            of_work.map(move |of| self.work_pages(own.work, &|language| self.proceedings_address(own, of, language)))
        });
        pages.collect()
    }

    pub(super) fn proceedings_renditions(self: &Arc<Self>, list: &mut Vec<Rendition>) {
        for (nth, own) in self.publication.proceedings.iter().enumerate() {
            for of in Self::all_of(own) {
                for (language, address) in self.work_pages(own.work, &|language| self.proceedings_address(own, of, language))
                {
                    list.push(match of {
                        Of::Contribution(panel, number) => listing(self, &address, move |site, offered| {
                            site.contribution_page(nth, (panel, number), language, offered)
                        }),
                        _ => rendition(self, &address, move |site| site.proceedings_page(nth, of, language)),
                    });
                }
            }
        }
    }

    fn proceedings_page(&self, nth: usize, of: Of, language: usize) -> Page {
        let own = &self.publication.proceedings[nth];
        match of {
            Of::Panel(panel) => self.panel_page(own, of, &own.panels[panel], language),
            Of::Contribution(panel, number) => self.contribution_page(nth, (panel, number), language, &Offered::new()),
            Of::Authors => self.authors_page(own, language),
            Of::Submission => self.submission_page(own, language),
        }
    }

    fn part_page(
        &self,
        own: &Proceedings,
        of: Of,
        (kind, template): (&'static str, &'static str),
        (title, description): (&str, &str),
        language: usize,
    ) -> Page {
        let pages = self.work_pages(own.work, &|language| self.proceedings_address(own, of, language));
        let (view, value) = self.work_view(own.work, language);
        let address = self.proceedings_address(own, of, language);
        let frame = Frame {
            title,
            context: &view.short_title,
            description,
            address: Some(&address),
            pages: &pages,
            neutral: &pages[0].1,
        };
        self.base(kind, template, language, frame).put_value("work", value.clone())
    }

    /// The panels of a work with their contributions, for its title page; nothing where it has none.
    pub(super) fn panels(&self, work: usize, language: usize) -> Vec<ItemView> {
        let Some(own) = self.proceedings_of(work) else { return Vec::new() };
        own.panels.iter().map(|panel| self.panel_item(own, panel, language)).collect()
    }

    /// “8 papers · 2 fictitious examples”: what was made up is counted apart.
    pub(super) fn papers(&self, work: usize, language: usize) -> Vec<String> {
        let Some(own) = self.proceedings_of(work) else { return Vec::new() };
        let made_up = |panel: usize, paper: &Contribution| own.panels[panel].specimen || paper.specimen;
        let specimens = own.contributions().filter(|(panel, _, paper)| made_up(*panel, paper)).count();
        let real = own.contributions().count() - specimens;
        let mut counts = vec![self.in_number("papers", real, language)];
        if specimens > 0 {
            counts.push(self.in_number("example-papers", specimens, language));
        }
        counts
    }

    /// The ways to the list of authors and to the rules.
    pub(super) fn proceedings_ways(&self, work: usize, language: usize) -> Vec<Way> {
        let Some(own) = self.proceedings_of(work) else { return Vec::new() };
        let way = |key: &str, of: Of| Way {
            title: self.text(language, key, &[]),
            url: self.proceedings_address(own, of, language),
        };
        vec![way("authors-title", Of::Authors), way("submission-title", Of::Submission)]
    }

    fn panel_item(&self, own: &Proceedings, panel: &Panel, language: usize) -> ItemView {
        ItemView {
            title: panel.title[language].clone(),
            url: self.publication.addresses.panel(own.work, panel, language),
            people: self.people(own, &panel.coordinators, language),
            specimen: panel.specimen,
            article: false,
            items: panel.contributions.iter().map(|paper| self.paper_item(own, panel, paper, language)).collect(),
        }
    }

    fn paper_item(&self, own: &Proceedings, panel: &Panel, paper: &Contribution, language: usize) -> ItemView {
        ItemView {
            title: paper.title[language].clone(),
            url: self.publication.addresses.contribution(own.work, panel, paper, language),
            people: self.people(own, &paper.authors, language),
            specimen: paper.specimen,
            article: paper.article.is_some(),
            items: Vec::new(),
        }
    }

    fn panel_page(&self, own: &Proceedings, of: Of, panel: &Panel, language: usize) -> Page {
        let item = self.panel_item(own, panel, language);
        let conclusions = panel.conclusions.and_then(|key| self.paper_text(own.work, key, language, None));
        let parallels = self.parallels_of(own.work, panel.conclusions, language);
        self.part_page(own, of, ("panel", "panel.html"), (&item.title, ""), language)
            .put("panel", &item)
            .put("conclusions", &conclusions)
            .put("parallels", &parallels)
    }

    /// The offprints of a paper that were made, whatever the language of the page.
    fn offprints(
        &self,
        number: usize,
        (panel, paper): (&Panel, &Contribution),
        language: usize,
        offered: &Offered,
    ) -> Vec<Download> {
        let files = crate::renditions::offprints(&self.publication, number, panel, paper).into_iter();
        let said = ("download-offprint", "offprint");
        files.filter_map(|file| self.download((number, language), (file.address, &[file.language]), said, offered)).collect()
    }

    fn contribution_page(&self, nth: usize, (place, number): (usize, usize), language: usize, offered: &Offered) -> Page {
        let own = &self.publication.proceedings[nth];
        let (panel, of) = (&own.panels[place], Of::Contribution(place, number));
        let paper = &panel.contributions[number];
        let item = self.paper_item(own, panel, paper, language);
        let written = paper.language;
        let summary = paper.summary.and_then(|key| self.paper_text(own.work, key, language, written));
        let article = paper.article.and_then(|key| self.paper_text(own.work, key, language, written));
        let shown_written =
            written.filter(|written| *written != language && article.as_ref().is_some_and(|article| !article.foreign));
        let note = shown_written.map(|written| Naming::new(&self.publication, "article-translated", language, written));
        let chapter = paper.summary.and_then(|key| self.publication.works[own.work].chapter(key));
        let description = self.description(chapter, language);
        let toc = paper.article.and_then(|key| {
            let chapter = self.publication.works[own.work].chapter(key)?;
            Some(self.toc(chapter, self.language_of(chapter, language, written)?))
        });
        let parallels = self.parallels_of(own.work, paper.article.or(paper.summary), language);
        let (title, panel_item) = (item.title.clone(), self.panel_item(own, panel, language));
        // The language of the text that a reader of this page gets.
        let shown =
            |key: Option<ChapterKey>| self.language_of(self.publication.works[own.work].chapter(key?)?, language, written);
        let shown = shown(paper.article.or(paper.summary)).unwrap_or(language);
        let citation = self.citation_of_paper(own, (panel, paper), shown);
        let original = if shown == language { String::new() } else { paper.title[shown].clone() };
        self.part_page(own, of, ("contribution", "contribution.html"), (&title, &description), language)
            .put("paper", &item)
            .put("panel", &Way { title: panel_item.title, url: panel_item.url })
            .put("keywords", &paper.keywords[language])
            .put("abstract", &summary)
            .put("article", &article)
            .put("written", &note)
            .put("original", &original)
            .put("shown", &self.language_view(shown))
            .put("citation", &citation)
            .put("downloads", &self.offprints(own.work, (panel, paper), language, offered))
            .put("date", &self.publication.works[own.work].current().date.map(|day| day.to_string()).unwrap_or_default())
            .put_value("toc", toc.unwrap_or_else(|| tera::Value::from(Vec::<tera::Value>::new())))
            .put("parallels", &parallels)
    }

    fn language_view(&self, language: usize) -> ShownView {
        let own = &self.publication.languages[language];
        ShownView { lang: own.tag.clone(), dir: own.direction.name() }
    }

    fn parallels_of(&self, work: usize, key: Option<ChapterKey>, language: usize) -> Vec<super::views::Pairing> {
        let chapter = key.and_then(|key| Some((key, self.publication.works[work].chapter(key)?)));
        let chapter = chapter.filter(|(_, chapter)| chapter.documents[language].is_some());
        chapter.map_or_else(Vec::new, |(key, chapter)| self.pairings(work, key, chapter, language))
    }

    /// The reader's language where a text exists in it, else the one it was written in, else the first there is.
    fn language_of(&self, chapter: &Chapter, language: usize, written: Option<usize>) -> Option<usize> {
        let wanted = [Some(language), written].into_iter().flatten();
        let own = wanted.into_iter().find(|language| chapter.documents[*language].is_some());
        own.or_else(|| chapter.documents.iter().position(Option::is_some))
    }

    fn paper_text(&self, work: usize, key: ChapterKey, language: usize, written: Option<usize>) -> Option<TextView> {
        let chapter = self.publication.works[work].chapter(key)?;
        let shown = self.language_of(chapter, language, written)?;
        let column = self.column(work, chapter, shown)?;
        let own = &self.publication.languages[shown];
        let foreign = shown != language;
        Some(TextView {
            lang: own.tag.clone(),
            dir: own.direction.name(),
            foreign,
            note: foreign.then(|| Naming::new(&self.publication, "article-elsewhere", language, shown)),
            html: self.alone(work, key, chapter, &column),
            notes_html: self.notes_alone(&column),
        })
    }

    /// All authors in the order of the language, each with what they wrote.
    fn authors_page(&self, own: &Proceedings, language: usize) -> Page {
        let title = self.text(language, "authors-title", &[]);
        let paper = |(panel, number): &(usize, usize)| {
            let panel = &own.panels[*panel];
            self.paper_item(own, panel, &panel.contributions[*number], language)
        };
        let view = |author: &Author| AuthorView {
            name: author.sort.clone(),
            id: author.anchor.clone(),
            papers: author.papers.iter().map(paper).collect(),
        };
        let authors = own.authors_in(&self.publication.languages[language]);
        let authors: Vec<AuthorView> = authors.into_iter().map(view).collect();
        self.part_page(own, Of::Authors, ("authors", "authors.html"), (&title, ""), language).put("authors", &authors)
    }

    /// The rules as sentences, from the same values that texts are checked against.
    fn submission_page(&self, own: &Proceedings, language: usize) -> Page {
        let title = self.text(language, "submission-title", &[]);
        let rules = own.submission.as_ref();
        let number = |key: &str, value: Option<u16>| {
            let number = self.publication.languages[language].number(usize::from(value?));
            Some(self.text(language, key, &[("number", &number)]))
        };
        let article = rules.and_then(|rules| rules.article.as_ref());
        let keywords = rules.and_then(|rules| rules.keywords.as_ref());
        let sentences: Vec<String> = [
            number("rule-abstract-words", rules.and_then(|rules| rules.r#abstract.as_ref()).map(|rules| rules.words)),
            number("rule-article-words", article.and_then(|rules| rules.words)),
            number("rule-keywords-least", keywords.and_then(|rules| rules.least)),
            number("rule-keywords-most", keywords.and_then(|rules| rules.most)),
        ]
        .into_iter()
        .flatten()
        .collect();
        let tag = &self.publication.languages[language].tag;
        let sections = article.into_iter().flat_map(|rules| &rules.sections);
        let sections: Vec<String> = sections.filter_map(|section| Some(section.titles.get(tag)?.join(" / "))).collect();
        self.part_page(own, Of::Submission, ("submission", "submission.html"), (&title, ""), language)
            .put("rules", &sentences)
            .put("sections", &sections)
            .put("take_part", &self.take_part(language))
    }

    fn people(&self, own: &Proceedings, people: &[Person], language: usize) -> Vec<PersonView> {
        let list = || self.proceedings_address(own, Of::Authors, language);
        let view = |person: &Person| PersonView {
            name: person.name.clone(),
            affiliation: person.affiliation[language].clone(),
            orcid: person.orcid.clone().unwrap_or_default(),
            orcid_url: person.orcid.as_ref().map_or_else(String::new, |orcid| format!("https://orcid.org/{orcid}")),
            url: person.author.map_or_else(String::new, |author| format!("{}#{}", list(), own.authors[author].anchor)),
        };
        people.iter().map(view).collect()
    }
}
