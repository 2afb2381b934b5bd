//! The publication's own pages: which stand on menus, which are news, which the site has to know for what they are.
//!
//! Takes: the outline and the front matter of its documents. Gives: [`OwnPages`], and a diagnostic where versions of a page contradict
//! each other, where a key stands on a page that cannot use it, and where a piece of news has no day. Must not know addresses.

use std::cmp::Reverse;
use std::collections::HashMap;

use camino::{Utf8Path, Utf8PathBuf};

use super::folders::is_index;
use super::names::slugify;
use super::{Chapter, ChapterKey, Work};
use crate::config::Book;
use crate::config::legal::Concern;
use crate::diagnostics::{Code, Diagnostic, Place};
use crate::documents::front::{FrontMatter, Menu, Role};
use crate::documents::{CONTENT, Document, Glossary};
use crate::record::Spanned;

/// The folder of news, below `content/`.
pub const NEWS: &str = "news";

/// A page that stands on a menu.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MenuPage {
    /// A page of the first work.
    Own(ChapterKey),
    Glossary,
}

/// What the site has to know of the pages of the first work.
#[derive(Default)]
pub struct OwnPages {
    pub main: Vec<MenuPage>,
    pub footer: Vec<MenuPage>,
    /// How to comment, propose and endorse.
    pub take_part: Option<ChapterKey>,
    /// The newest first.
    pub news: Vec<ChapterKey>,
    /// The page above the list of news, where there is one.
    pub news_index: Option<ChapterKey>,
    /// By folder: the page that introduces it.
    indexes: HashMap<Utf8PathBuf, ChapterKey>,
    /// Each piece of news' place in the list.
    places: HashMap<ChapterKey, usize>,
    concerns: HashMap<ChapterKey, Concern>,
}

impl OwnPages {
    /// Whether there is a page of news.
    pub fn has_news(&self) -> bool {
        !self.news.is_empty() || self.news_index.is_some()
    }

    /// The legal facts that a page states.
    pub fn concern(&self, page: ChapterKey) -> Option<Concern> {
        self.concerns.get(&page).copied()
    }

    /// The pieces of news before and after one: the older, then the newer.
    pub fn around(&self, news: ChapterKey) -> (Option<ChapterKey>, Option<ChapterKey>) {
        let Some(place) = self.places.get(&news).copied() else { return (None, None) };
        let newer = place.checked_sub(1).and_then(|place| self.news.get(place));
        (self.news.get(place + 1).copied(), newer.copied())
    }

    /// The page that introduces the folder of a page, or the nearest folder around it that has one.
    pub fn above(&self, page: &Chapter) -> Option<ChapterKey> {
        let folders = page.path.ancestors().skip(if is_index(&page.path) { 2 } else { 1 });
        folders.filter(|folder| !folder.as_str().is_empty()).find_map(|folder| self.indexes.get(folder)).copied()
    }
}

pub fn gather(
    book: &Book,
    works: &[Work],
    documents: &[Document],
    glossary: Option<&Glossary>,
) -> (OwnPages, Vec<Diagnostic>) {
    let mut diagnostics = Vec::new();
    let mut own = OwnPages::default();
    // On each menu: those with a number first, then by path.
    let mut entries: Vec<(Menu, Option<u16>, &Utf8Path, MenuPage)> = Vec::new();
    let mut role: Option<Place> = None;
    for (key, page) in works[0].current().pages() {
        let mut agreed = Agreed { page, documents, diagnostics: &mut diagnostics };
        let order = agreed.value("menu_order", |front| front.menu_order.as_ref());
        match agreed.value("menu", |front| front.menu.as_ref()) {
            Some((menu, _)) => entries.push((menu, order.map(|(order, _)| order), place(page), MenuPage::Own(key))),
            None => agreed.diagnostics.extend(order.map(|(_, place)| misplaced(place, "menu_order", "hint-menu"))),
        }
        if let Some((concern, place)) = agreed.value("facts", |front| front.facts.as_ref()) {
            own.concerns.insert(key, concern);
            if book.legal.is_none() {
                agreed.diagnostics.push(Diagnostic::new(Code::MissingFact, place).with("problem", "all").hint("hint-all"));
            }
        }
        if let Some((Role::TakePart, place)) = agreed.value("role", |front| front.role.as_ref()) {
            own.take_part.get_or_insert(key);
            match &role {
                Some(first) => agreed.diagnostics.push(repeated(place, Role::TakePart, first)),
                None => role = Some(place),
            }
        }
        diagnostics.extend(news(&mut own, key, page, documents, book));
        if is_index(&page.path)
            && let Some(folder) = page.path.parent()
        {
            own.indexes.insert(folder.to_owned(), key);
        }
    }
    if let Some(yaml) = glossary.map(|glossary| &glossary.yaml)
        && let Some(menu) = yaml.menu
    {
        entries.push((menu, yaml.menu_order, Utf8Path::new("glossary"), MenuPage::Glossary));
    }
    entries.sort_by_key(|(_, order, path, _)| (order.is_none(), *order, *path));
    for (menu, _, _, page) in entries {
        match menu {
            Menu::Main => own.main.push(page),
            Menu::Footer => own.footer.push(page),
        }
    }
    let day = |key: &ChapterKey| works[0].chapter(*key).map(|page| (Reverse(page.day), &page.path));
    own.news.sort_by(|one, other| day(one).cmp(&day(other)));
    own.places = own.news.iter().enumerate().map(|(place, key)| (*key, place)).collect();
    diagnostics.extend(works.iter().flat_map(|work| useless(work, documents)));
    (own, diagnostics)
}

/// What a menu sorts a page by: the introduction of a folder comes before what lies in it.
fn place(page: &Chapter) -> &Utf8Path {
    page.path.parent().filter(|_| is_index(&page.path)).unwrap_or(&page.path)
}

/// The versions of one page.
struct Agreed<'p> {
    page: &'p Chapter,
    documents: &'p [Document],
    diagnostics: &'p mut Vec<Diagnostic>,
}

impl Agreed<'_> {
    /// What the page's versions say with a key: one of them is enough, and none may say otherwise.
    fn value<T: Copy + PartialEq>(
        &mut self,
        key: &'static str,
        of: impl Fn(&FrontMatter) -> Option<&Spanned<T>>,
    ) -> Option<(T, Place)> {
        let versions = self.page.documents.iter().flatten().map(|index| &self.documents[*index]);
        let mut said = versions.filter_map(|document| {
            let value = of(&document.front)?;
            Some((value.value, document.place(value.span)))
        });
        let (first, place) = said.next()?;
        for (_, other) in said.filter(|(value, _)| *value != first) {
            let diagnostic = Diagnostic::new(Code::ContradictoryKey, other).with("key", key);
            self.diagnostics.push(diagnostic.related(place.clone()));
        }
        Some((first, place))
    }
}

/// Takes a page below `content/news` for what it is; every one but the index needs a day.
fn news(own: &mut OwnPages, key: ChapterKey, page: &Chapter, documents: &[Document], book: &Book) -> Vec<Diagnostic> {
    if !page.path.starts_with(NEWS) || page.path == NEWS {
        return Vec::new();
    }
    if page.path == Utf8Path::new(NEWS).join("index") {
        own.news_index = Some(key);
        return Vec::new();
    }
    if page.day.is_some() {
        own.news.push(key);
        return Vec::new();
    }
    let name = page.path.file_name().unwrap_or_default();
    // What looks like half a day is no part of the name.
    let slug = slugify(name.trim_start_matches(|first: char| first.is_ascii_digit() || first == '-'));
    let versions = page.documents.iter().zip(book.tags()).filter_map(|(index, tag)| Some((&documents[(*index)?], tag)));
    let diagnostic = |(document, tag): (&Document, &str)| {
        let wanted = format!("{CONTENT}/{NEWS}/2026-11-22-{slug}.{tag}.md");
        Diagnostic::new(Code::MalformedNewsName, Place::file(&document.source.path)).with("wanted", wanted)
    };
    versions.map(diagnostic).collect()
}

fn repeated(place: Place, role: Role, first: &Place) -> Diagnostic {
    Diagnostic::new(Code::RepeatedRole, place).with("role", role.word()).related(first.clone())
}

fn misplaced(place: Place, key: &'static str, hint: &'static str) -> Diagnostic {
    Diagnostic::new(Code::MisplacedKey, place).with("key", key).hint(hint)
}

/// Keys that change nothing where they stand: those of the publication's own pages in a work, and an address of what has none.
fn useless(work: &Work, documents: &[Document]) -> Vec<Diagnostic> {
    let own = work.folder.as_str().is_empty();
    let mut diagnostics = Vec::new();
    for (key, page) in work.current().pages() {
        for document in page.documents.iter().flatten().map(|index| &documents[*index]) {
            if !own {
                let keys = document.front.own_keys();
                diagnostics.extend(keys.map(|(key, span)| misplaced(document.place(span), key, "hint")));
            }
            if let (ChapterKey::Index, Some(slug)) = (key, &document.front.slug) {
                let hint = if own { "hint-home" } else { "hint-work" };
                diagnostics.push(misplaced(document.place(slug.span), "slug", hint));
            }
        }
    }
    diagnostics
}
