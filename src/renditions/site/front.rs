//! The pages before the text: where a reader chooses a language, the home pages, a work's title page, and the page for an address that
//! leads nowhere.

use tera::Value;

use super::views::Panel;
use super::{Frame, Page, Site};
use crate::publication::ChapterKey;

impl Site {
    pub(super) fn homes(&self) -> Vec<(usize, String)> {
        (0..self.publication.languages.len()).map(|language| (language, self.publication.addresses.home(language))).collect()
    }

    pub(super) fn chooser(&self) -> Page {
        let publication = &self.publication;
        let address = publication.addresses.chooser();
        let pages = self.homes();
        let titles: Vec<String> = pages.iter().map(|(language, _)| self.site_view(*language).title).collect();
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
        let status =
            work.map(|work| [&*work.status, &work.edition].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>());
        Panel {
            lang: own.tag.clone(),
            dir: own.direction.name(),
            name: own.name.clone(),
            title: self.site_view(language).title,
            summary: document.and_then(|(_, document)| document.front.description.clone()).unwrap_or_default(),
            status: status.unwrap_or_default().join(" · "),
            url: url.to_owned(),
            enter: self.text(language, "enter", &[]),
        }
    }

    pub(super) fn home(&self, language: usize) -> Page {
        let index = self.publication.works[0].current().index.as_ref();
        let document = index.and_then(|index| self.publication.document(index, language));
        let title =
            document.map_or_else(|| self.site_view(language).title, |(_, document)| document.front.title.value.clone());
        let description = document.and_then(|(_, document)| document.front.description.clone()).unwrap_or_default();
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
        let body = self.index_body(0, language);
        page.put("body_html", &body).put_value("works", Value::from(works))
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

    pub(super) fn landing(&self, number: usize, language: usize) -> Page {
        let publication = &self.publication;
        let work = &publication.works[number];
        let (view, value) = self.work_view(number, language);
        let pages: Vec<(usize, String)> =
            work.languages.iter().map(|(own, _)| (*own, publication.addresses.work(number, *own))).collect();
        let frame = Frame {
            title: &view.title,
            context: "",
            description: &view.summary,
            address: Some(&view.url),
            pages: &pages,
            neutral: &pages[0].1,
        };
        let chapters = work
            .current()
            .pages()
            .filter(|(key, chapter)| *key != ChapterKey::Index && chapter.documents[language].is_some());
        let contents: Vec<_> = chapters.map(|(key, chapter)| self.entry(number, key, chapter, language, true)).collect();
        let downloads = if cfg!(feature = "pdf") { self.downloads(number, language) } else { Vec::new() };
        let fingerprint = work.current().number.as_ref().map(|_| publication.edition_fingerprint(number));
        let page = self.base("landing", "landing.html", language, frame);
        page.put_value("work", value.clone())
            .put("intro_html", &self.index_body(number, language))
            .put("contents", &contents)
            .put("downloads", &downloads)
            .put("parallels", &self.first_pairings(number, language))
            // Only here: it changes with every chapter, which the other chapters' pages must not.
            .put("fingerprint", &fingerprint)
            .put("endorsements", &Vec::<String>::new())
    }
}
