//! The publication's own pages: about the programme, legal notices, news and the list of news.
//!
//! Takes: a page of the first work. Gives: a [`Page`], with the way back to what it belongs to and the legal facts it has to state.
//! Must not know the works.

use serde::Serialize;

use super::Site;
use super::frame::{Frame, Page};
use super::menus::Way;
use crate::config::legal::Fact;
use crate::publication::ChapterKey;

/// How many pieces of news the home page shows.
const ON_HOME: usize = 3;

/// A piece of news as an entry of a list.
#[derive(Serialize)]
pub struct NewsView {
    pub title: String,
    pub url: String,
    /// In words.
    pub date: String,
    /// As `<time datetime>` takes it.
    pub date_iso: String,
    pub description: String,
}

/// A fact of `[legal]`; without a text where it is not known.
#[derive(Serialize)]
pub struct FactView {
    pub key: &'static str,
    pub label: String,
    pub text: String,
    /// Where the text is an e-mail address, the link to it.
    pub url: String,
}

impl Site {
    /// A page of the publication's own, or of a work that is no guidelines.
    pub(super) fn page(&self, work: usize, key: ChapterKey, language: usize) -> Page {
        let page = match self.publication.works[work].chapter(key).filter(|_| work == 0) {
            Some(_) if self.publication.own_pages.news_index == Some(key) => self.news(language),
            Some(chapter) if chapter.day.is_some() => self.news_item(key, language),
            _ => self.page_of("page", "page.html", work, key, language, ""),
        };
        page.put("parent", &self.parent(work, key, language)).put("facts", &self.facts(work, key, language))
    }

    /// What a page belongs to.
    pub(super) fn parent(&self, work: usize, key: ChapterKey, language: usize) -> Option<Way> {
        let own = &self.publication.own_pages;
        if work > 0 {
            let view = &self.work_view(work, language).0;
            return Some(Way { title: view.short_title.clone(), url: view.url.clone() });
        }
        let page = self.publication.works[0].chapter(key)?;
        match own.above(page) {
            Some(above) => self.way(above, language),
            None if page.day.is_some() => {
                Some(Way { title: self.text(language, "news-title", &[]), url: self.publication.addresses.news(language) })
            }
            None => None,
        }
    }

    /// The legal facts that a page states.
    pub(super) fn facts(&self, work: usize, key: ChapterKey, language: usize) -> Vec<FactView> {
        let concern = self.publication.own_pages.concern(key).filter(|_| work == 0);
        let (Some(concern), Some(legal)) = (concern, &self.publication.book.legal) else { return Vec::new() };
        let tag = &self.publication.languages[language].tag;
        let view = |fact: &Fact| {
            let text = legal.text(*fact, tag).unwrap_or_default();
            let label = self.text(language, &format!("fact-{}", fact.word().replace('_', "-")), &[]);
            FactView { key: fact.word(), label, text: text.to_owned(), url: mail_link(text) }
        };
        let publisher = FactView {
            key: "publisher",
            label: self.text(language, "fact-publisher", &[]),
            text: self.site_view(language).0.publisher.clone(),
            url: String::new(),
        };
        [publisher].into_iter().chain(concern.facts().iter().map(view)).collect()
    }

    /// A single piece of news.
    fn news_item(&self, key: ChapterKey, language: usize) -> Page {
        let around = self.publication.own_pages.around(key);
        let entry = |key: Option<ChapterKey>| {
            let chapter = self.publication.works[0].chapter(key?).filter(|chapter| chapter.documents[language].is_some())?;
            Some(self.entry(0, key?, chapter, language, false))
        };
        let day = self.publication.works[0].chapter(key).and_then(|chapter| chapter.day);
        let words = day.map(|day| self.publication.languages[language].date(day)).unwrap_or_default();
        self.page_of("news-item", "news-item.html", 0, key, language, &self.text(language, "news-title", &[]))
            .put("date", &words)
            .put("date_iso", &day.map(|day| day.to_string()).unwrap_or_default())
            .put("prev", &entry(around.0))
            .put("next", &entry(around.1))
    }

    /// The list of news, below the text of `news/index` where there is one.
    pub(super) fn news(&self, language: usize) -> Page {
        let publication = &self.publication;
        let own = &publication.own_pages;
        let news: Vec<NewsView> = own.news.iter().filter_map(|key| self.news_view(*key, language)).collect();
        if let Some(index) = own.news_index {
            return self.page_of("news", "news.html", 0, index, language, "").put("news", &news);
        }
        let pages: Vec<(usize, String)> =
            (0..publication.languages.len()).map(|own| (own, publication.addresses.news(own))).collect();
        let title = self.text(language, "news-title", &[]);
        let frame = Frame {
            title: &title,
            context: "",
            description: "",
            address: Some(&pages[language].1),
            pages: &pages,
            neutral: &pages[0].1,
        };
        let page = self.base("news", "news.html", language, frame);
        let page = page.put("news", &news).put("body_html", "").put("notes_html", "");
        page.put("parent", &None::<Way>).put("facts", &Vec::<FactView>::new())
    }

    /// The newest news, for the home page.
    pub(super) fn newest(&self, language: usize) -> Vec<NewsView> {
        let news = self.publication.own_pages.news.iter();
        news.filter_map(|key| self.news_view(*key, language)).take(ON_HOME).collect()
    }

    fn news_view(&self, key: ChapterKey, language: usize) -> Option<NewsView> {
        let chapter = self.publication.works[0].chapter(key)?;
        let (way, day) = (self.way(key, language)?, chapter.day?);
        Some(NewsView {
            title: way.title,
            url: way.url,
            date: self.publication.languages[language].date(day),
            date_iso: day.to_string(),
            description: self.description(Some(chapter), language),
        })
    }
}

/// The link to an e-mail address, if a text is one and nothing else.
fn mail_link(text: &str) -> String {
    let sound =
        |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-._+".contains(&byte));
    match text.split_once('@') {
        Some((name, host)) if sound(name) && sound(host) && host.contains('.') => format!("mailto:{text}"),
        _ => String::new(),
    }
}
