//! What every page says of the site: its name, its menus, the ways to its feed and its register.
//!
//! Takes: the publication. Gives: the value `site` of templates, made once a language; only a page that stands on a menu has one of its
//! own, in which it is marked. Must not know what pages are about.

use serde::Serialize;
use tera::Value;

use super::Site;
use super::look::LogoView;
use crate::publication::{ChapterKey, MenuPage};

#[derive(Clone, Serialize)]
pub struct SiteView {
    pub title: String,
    pub url: String,
    pub chooser_url: String,
    pub publisher: String,
    pub menu: Vec<MenuEntry>,
    pub footer: Vec<MenuEntry>,
    /// Empty where there is no news.
    pub news_url: String,
    pub feed_url: String,
    /// Empty where there is nothing to endorse.
    pub register_url: String,
    /// A style sheet over the theme's; empty where the publication has no look of its own.
    pub look_url: String,
    pub logo: Option<LogoView>,
}

#[derive(Clone, Serialize)]
pub struct MenuEntry {
    pub title: String,
    pub url: String,
    pub current: bool,
}

/// The way to a page.
#[derive(Serialize)]
pub struct Way {
    pub title: String,
    pub url: String,
}

impl Site {
    pub(super) fn site_view(&self, language: usize) -> &(SiteView, Value) {
        self.site_views[language].get_or_init(|| {
            let view = self.make_site_view(language);
            let value = Value::from_serializable(&view);
            (view, value)
        })
    }

    /// What templates see of the site on the page at an address.
    pub(super) fn site_value(&self, language: usize, address: Option<&str>) -> Value {
        let (view, value) = self.site_view(language);
        let on_menu = |entry: &MenuEntry| Some(entry.url.as_str()) == address;
        if !view.menu.iter().chain(&view.footer).any(on_menu) {
            return value.clone();
        }
        let mut view = view.clone();
        for entry in view.menu.iter_mut().chain(&mut view.footer) {
            entry.current = on_menu(entry);
        }
        Value::from_serializable(&view)
    }

    fn make_site_view(&self, language: usize) -> SiteView {
        let publication = &self.publication;
        let (book, addresses) = (&publication.book, &publication.addresses);
        let tag = &publication.languages[language].tag;
        let own = &publication.own_pages;
        let menu = |pages: &[MenuPage]| pages.iter().filter_map(|page| self.menu_entry(*page, language)).collect();
        let where_any = |any: bool, address: String| if any { address } else { String::new() };
        SiteView {
            title: book.title.get(tag).cloned().unwrap_or_default(),
            url: addresses.home(language),
            chooser_url: addresses.chooser(),
            publisher: book.publisher.get(tag).cloned().unwrap_or_default(),
            menu: menu(&own.main),
            footer: menu(&own.footer),
            news_url: where_any(own.has_news(), addresses.news(language)),
            feed_url: where_any(self.has_feed(language), addresses.feed(language)),
            register_url: where_any(self.has_register(), addresses.signatories(language)),
            look_url: self.look_url(),
            logo: self.logo(language),
        }
    }

    fn menu_entry(&self, page: MenuPage, language: usize) -> Option<MenuEntry> {
        let way = match page {
            MenuPage::Own(key) => self.way(key, language)?,
            MenuPage::Glossary => {
                let glossary = self.publication.glossary.as_ref()?;
                let title = glossary.yaml.title.get(&self.publication.languages[language].tag)?.clone();
                Way { title, url: self.publication.addresses.glossary(language) }
            }
        };
        Some(MenuEntry { title: way.title, url: way.url, current: false })
    }

    /// The way to a page of the publication's own, if it exists in the language.
    pub(super) fn way(&self, key: ChapterKey, language: usize) -> Option<Way> {
        let page = self.publication.works[0].chapter(key)?;
        page.documents[language]?;
        let url = self.publication.addresses.chapter(0, key, page, language);
        Some(Way { title: page.title(language).to_owned(), url })
    }

    /// The way to comment, propose and endorse.
    pub(super) fn take_part(&self, language: usize) -> Option<Way> {
        self.way(self.publication.own_pages.take_part?, language)
    }

    /// Whether there is anything that institutions could endorse.
    pub(super) fn has_register(&self) -> bool {
        self.publication.has_register()
    }
}
