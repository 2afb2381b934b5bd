//! The pages before the text: where a reader chooses a language, the home pages, a work's title page, and the page for an address that
//! leads nowhere.

use tera::Value;

use super::Site;
use super::frame::{Frame, Page};
use super::views::{Panel, WorkView};
use crate::publication::{ChapterKey, SectionKey};
use crate::renditions::Offered;

impl Site {
    pub(super) fn homes(&self) -> Vec<(usize, String)> {
        (0..self.publication.languages.len()).map(|language| (language, self.publication.addresses.home(language))).collect()
    }

    pub(super) fn chooser(&self) -> Page {
        let publication = &self.publication;
        let address = publication.addresses.chooser();
        let pages = self.homes();
        let titles: Vec<String> = pages.iter().map(|(language, _)| self.site_view(*language).0.title.clone()).collect();
        let title = titles.join(" · ");
        let frame =
            Frame { title: &title, context: "", description: "", address: Some(&address), pages: &pages, neutral: &address };
        let mut page = self.base("chooser", "chooser.html", 0, frame);
        page.context.insert("head_title", &title);
        let panels: Vec<Panel> = pages.iter().map(|(language, url)| self.panel(*language, url)).collect();
        page.put("panels", &panels)
    }

    pub(super) fn panel(&self, language: usize, url: &str) -> Panel {
        let own = &self.publication.languages[language];
        let home = self.publication.works[0].current().index.as_ref();
        let document = home.and_then(|index| self.publication.document(index, language));
        // The state of the first work stands for the publication's: purpose and status come before everything.
        let work = self.publication.works().map(|(number, _)| &self.work_view(number, language).0).next();
        let state = |of: fn(&WorkView) -> &String| work.map(|work| of(work).clone()).unwrap_or_default();
        Panel {
            lang: own.tag.clone(),
            dir: own.direction.name(),
            name: own.name.clone(),
            title: self.site_view(language).0.title.clone(),
            heading: document.map(|(_, document)| document.front.title.value.clone()).unwrap_or_default(),
            publisher: self.site_view(language).0.publisher.clone(),
            summary: document.map(|(_, document)| document.description().to_owned()).unwrap_or_default(),
            status: state(|work| &work.status),
            edition: state(|work| &work.edition),
            url: url.to_owned(),
            enter: self.text(language, "enter", &[]),
        }
    }

    pub(super) fn home(&self, language: usize) -> Page {
        let index = self.publication.works[0].current().index.as_ref();
        let document = index.and_then(|index| self.publication.document(index, language));
        let title = document
            .map_or_else(|| self.site_view(language).0.title.clone(), |(_, document)| document.front.title.value.clone());
        let description = self.description(index, language);
        let (address, chooser) = (self.publication.addresses.home(language), self.publication.addresses.chooser());
        let pages = self.homes();
        let frame = Frame {
            title: &title,
            context: "",
            description: &description,
            address: Some(&address),
            pages: &pages,
            neutral: &chooser,
        };
        let works: Vec<_> = self
            .publication
            .works()
            .filter(|(_, work)| work.authority(language).is_some())
            .map(|(number, _)| self.work_view(number, language).1.clone())
            .collect();
        let page = self.base("home", "home.html", language, frame);
        let (opening, body) = self.home_text(language);
        let parallels = index.map_or_else(Vec::new, |chapter| self.pairings(0, ChapterKey::Index, chapter, language));
        page.put("opening_html", &opening)
            .put("body_html", &body)
            .put("parallels", &parallels)
            .put_value("works", Value::from(works))
            .put("news", &self.newest(language))
            .put("take_part", &self.take_part(language))
            .put("facts", &self.facts(0, ChapterKey::Index, language))
    }

    /// What the publication says of itself, and what it adds below headings: the list of its works stands between them.
    fn home_text(&self, language: usize) -> (String, String) {
        let (mut opening, mut body) = (String::new(), String::new());
        let index = self.publication.works[0].current().index.as_ref();
        if let Some((index, column)) = index.and_then(|index| Some((index, self.column(0, index, language)?))) {
            self.opening(0, ChapterKey::Index, index, &column, &mut opening);
            self.sections_alone(0, ChapterKey::Index, index, &column, &mut body);
            body.push_str(&self.notes_alone(&column));
        }
        (opening, body)
    }

    /// The text of a work's own page.
    pub(super) fn index_body(&self, work: usize, language: usize) -> String {
        let Some(index) = self.publication.works[work].current().index.as_ref() else { return String::new() };
        let Some(column) = self.column(work, index, language) else { return String::new() };
        self.alone(work, ChapterKey::Index, index, &column) + &self.notes_alone(&column)
    }

    pub(super) fn not_found(&self, language: usize) -> Page {
        let pages: Vec<(usize, String)> =
            self.homes().into_iter().map(|(own, home)| (own, format!("{home}404.html"))).collect();
        let title = self.text(language, "not-found-title", &[]);
        let frame = Frame { title: &title, context: "", description: "", address: None, pages: &pages, neutral: "" };
        self.base("not-found", "not-found.html", language, frame)
    }

    pub(super) fn landing(&self, number: usize, language: usize, offered: &Offered) -> Page {
        let publication = &self.publication;
        let work = &publication.works[number];
        let (view, value) = self.work_view(number, language);
        let pages: Vec<(usize, String)> =
            work.languages.iter().map(|(own, _)| (*own, publication.addresses.work(number, *own))).collect();
        let description = match view.summary.as_str() {
            "" => self.description(work.current().index.as_ref(), language),
            summary => summary.to_owned(),
        };
        let frame = Frame {
            title: &view.title,
            context: "",
            description: &description,
            address: Some(&view.url),
            pages: &pages,
            neutral: &pages[0].1,
        };
        let chapters = work
            .current()
            .pages()
            .filter(|(key, chapter)| *key != ChapterKey::Index && !chapter.within && chapter.documents[language].is_some());
        let contents: Vec<_> = chapters.map(|(key, chapter)| self.entry(number, key, chapter, language, true)).collect();
        let downloads = self.downloads(number, language, offered);
        let fingerprint = work.current().number.as_ref().map(|_| publication.edition_fingerprint(number));
        let page = self.base("landing", "landing.html", language, frame);
        page.put_value("work", value.clone())
            .put(
                "notice",
                &self.edition_notice(SectionKey { work: number, chapter: ChapterKey::Index, section: 0 }, language),
            )
            .put("editions", &self.edition_entries(number, language))
            .put("intro_html", &self.index_body(number, language))
            .put("facets", &self.facet_views(number, language))
            .put("contents", &contents)
            .put("panels", &self.panels(number, language))
            .put("papers", &self.papers(number, language))
            .put("ways", &self.proceedings_ways(number, language))
            .put("downloads", &downloads)
            .put("parallels", &self.first_pairings(number, language))
            // Only here: it changes with every chapter, which the other chapters' pages must not.
            .put("fingerprint", &fingerprint)
            .put("standing", &self.standing_of(number, language))
            .put("amendments", &self.amendments_of(number, language))
            .put("endorsements", &self.endorsements(number, language))
            .put("forms", &self.forms(number, language, offered))
            .put("citation", &self.citation(number, language))
            .put("take_part", &self.take_part(language))
    }
}
