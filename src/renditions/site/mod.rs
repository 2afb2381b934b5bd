//! The site: every page as a lazy rendition.
//!
//! Takes: a publication. Gives: path → (key, thunk) for each page, figure and file of the theme. A page's key hashes its own small
//! view and the pieces it shows. Must not know other renditions.

mod amendments;
mod bodies;
mod changes;
mod chapters;
mod citation;
mod editions;
mod facets;
mod feed;
mod forms;
mod frame;
mod front;
mod glossary;
mod look;
mod menus;
mod own_pages;
mod proceedings;
mod register;
mod review;
mod shelf;
mod sitemap;
mod views;

use std::sync::{Arc, OnceLock};

use rayon::prelude::*;
use tera::Value;

use self::frame::Page;
use self::menus::SiteView;
use self::register::Rolls;
use self::shelf::Shelf;
use self::views::WorkView;
use super::{Key, Make, Offered, Rendition, text};
use crate::documents::work::Kind;
use crate::publication::{Chapter, ChapterKey, Publication};
use crate::redline::history::History;
use crate::renditions::redline::Comparison;
use crate::sources::Bytes;

pub struct Site {
    publication: Arc<Publication>,
    /// Whether each block tells where it stands in the sources.
    marked: bool,
    /// What the pages of a chapter share.
    shelf: Shelf,
    /// By work and language: every page of a work shows the same.
    work_views: Vec<Vec<OnceLock<(WorkView, Value)>>>,
    /// By work: what became of its sections from edition to edition.
    histories: Vec<OnceLock<History>>,
    /// By work: what changed from each of its editions to the next.
    changes: Vec<OnceLock<Vec<Comparison>>>,
    /// By language: every page says the same of the site.
    site_views: Vec<OnceLock<(SiteView, Value)>>,
    /// By language: who is on which list of the register.
    rolls: Vec<OnceLock<Rolls>>,
}

pub fn renditions(publication: &Arc<Publication>) -> Vec<Rendition> {
    site(publication, false)
}

/// The same for the preview: each block has its place in the sources in an attribute, `data-source="content/index.en.md:12"`.
pub fn marked(publication: &Arc<Publication>) -> Vec<Rendition> {
    site(publication, true)
}

fn site(publication: &Arc<Publication>, marked: bool) -> Vec<Rendition> {
    let shelf = Shelf::new(publication.languages.len());
    let by_language = || publication.languages.iter().map(|_| OnceLock::new()).collect();
    let work_views = publication.works.iter().map(|_| by_language()).collect();
    let histories = publication.works.iter().map(|_| OnceLock::new()).collect();
    let changes = publication.works.iter().map(|_| OnceLock::new()).collect();
    let site_views = publication.languages.iter().map(|_| OnceLock::new()).collect();
    let rolls = publication.languages.iter().map(|_| OnceLock::new()).collect();
    let for_pages = Arc::clone(publication);
    let site = Arc::new(Site { publication: for_pages, marked, shelf, work_views, histories, changes, site_views, rolls });
    let mut list = Vec::new();
    let addresses = &publication.addresses;
    list.push(rendition(&site, &addresses.chooser(), Site::chooser));
    for language in 0..publication.languages.len() {
        list.push(rendition(&site, &addresses.home(language), move |site| site.home(language)));
        list.push(rendition(&site, &format!("{}404.html", addresses.home(language)), move |site| site.not_found(language)));
    }
    list.push(rendition(&site, &addresses.not_found(), |site| site.not_found(0)));
    let of_works = (0..publication.works.len()).into_par_iter().map(|number| site.work_renditions(number));
    list.extend(of_works.collect::<Vec<_>>().into_iter().flatten());
    site.own_renditions(&mut list);
    site.files(&mut list);
    if cfg!(feature = "pdf") {
        let make = Make::Listing(Box::new(|buffer, offered| Ok(checksums(offered, buffer))));
        list.push(Rendition { path: "SHA256SUMS".into(), costly: false, offered: false, key: Box::new(Key::default), make });
    }
    list
}

fn rendition(site: &Arc<Site>, address: &str, page: impl Fn(&Site) -> Page + Send + Sync + 'static) -> Rendition {
    let page = Arc::new(page);
    let (for_key, for_bytes) = ((Arc::clone(site), Arc::clone(&page)), (Arc::clone(site), page));
    Rendition {
        path: site.publication.addresses.file(address).into(),
        costly: false,
        offered: false,
        key: Box::new(move || for_key.0.key(&(for_key.1)(&for_key.0))),
        make: Make::Alone(Box::new(move |buffer| for_bytes.0.render((for_bytes.1)(&for_bytes.0), buffer))),
    }
}

/// A page that tells of the files offered; its key does not cover what it tells of them.
fn listing(site: &Arc<Site>, address: &str, page: impl Fn(&Site, &Offered) -> Page + Send + Sync + 'static) -> Rendition {
    let page = Arc::new(page);
    let before = Arc::clone(&page);
    let known = Arc::clone(site);
    let make = Make::Listing(Box::new(move |buffer, offered| known.render(page(&known, offered), buffer)));
    Rendition { make, ..rendition(site, address, move |site| before(site, &Offered::new())) }
}

/// A file that is no page. Its bytes are its key: making them is as quick as saying what they depend on.
fn file(path: &str, bytes: impl Fn() -> Vec<u8> + Send + Sync + 'static) -> Rendition {
    let bytes = Arc::new(bytes);
    let for_key = Arc::clone(&bytes);
    let key = Box::new(move || super::key(blake3::Hasher::new().update(&for_key())));
    Rendition { path: path.into(), costly: false, offered: false, key, make: Make::Alone(Box::new(move |_| Ok(bytes()))) }
}

/// The checksums of all files offered, as `sha256sum --check` reads them.
fn checksums(offered: &Offered, mut list: Vec<u8>) -> Vec<u8> {
    for (path, facts) in offered.iter().filter(|(_, facts)| facts.is_known()) {
        list.extend_from_slice(format!("{}  {path}\n", facts.sha256).as_bytes());
    }
    list
}

impl Site {
    fn work_renditions(self: &Arc<Self>, number: usize) -> Vec<Rendition> {
        let (site, work) = (self, &self.publication.works[number]);
        let addresses = &self.publication.addresses;
        let mut list = Vec::new();
        let own_pages = work.folder.as_str().is_empty();
        for (language, _) in work.languages.iter().copied() {
            if !own_pages {
                let address = addresses.work(number, language);
                list.push(listing(site, &address, move |site, offered| site.landing(number, language, offered)));
            }
        }
        for page in site.facet_pages(number) {
            for (language, _) in work.languages.iter().copied() {
                let address = site.facet_page_address(number, page, language);
                list.push(rendition(site, &address, move |site| match page.value {
                    Some(value) => site.facet_value(number, (page.facet, value), language),
                    None => site.facet(number, page.facet, language),
                }));
            }
        }
        for nth in site.changes_of(number) {
            for (language, _) in work.languages.iter().copied() {
                let address = site.changes_address(number, nth, language);
                list.push(rendition(site, &address, move |site| site.changes(number, nth, language)));
            }
        }
        for (key, chapter) in work.current().pages() {
            site.chapter_renditions(number, key, chapter, &mut list);
        }
        list
    }

    fn chapter_renditions(self: &Arc<Self>, work: usize, key: ChapterKey, chapter: &Chapter, list: &mut Vec<Rendition>) {
        let addresses = &self.publication.addresses;
        let languages: Vec<usize> = (0..chapter.documents.len()).filter(|own| chapter.documents[*own].is_some()).collect();
        let own_pages = self.publication.works[work].kind == Kind::Pages;
        for language in languages.iter().copied() {
            // A work's index is part of its landing page, and the publication's of its home page.
            if key != ChapterKey::Index && !chapter.within {
                let address = addresses.chapter(work, key, chapter, language);
                list.push(rendition(self, &address, move |site| match own_pages {
                    true => site.page(work, key, language),
                    false => site.chapter(work, key, language),
                }));
            }
            // An abstract stands beside its version where it is all there is.
            let beside = !self.publication.is_accompanied(work, key);
            for other in languages.iter().copied().filter(|other| *other != language && beside) {
                let address = addresses.parallel(work, key, chapter, language, other);
                list.push(rendition(self, &address, move |site| site.parallel(work, key, language, other)));
            }
        }
    }

    /// What the site makes of itself: lists, the register, what feed readers and search engines ask for.
    fn own_renditions(self: &Arc<Self>, list: &mut Vec<Rendition>) {
        let publication = &self.publication;
        let (addresses, own) = (&publication.addresses, &publication.own_pages);
        for language in 0..publication.languages.len() {
            if own.has_news() && own.news_index.is_none() {
                list.push(rendition(self, &addresses.news(language), move |site| site.news(language)));
            }
            if self.has_feed(language) {
                let site = Arc::clone(self);
                list.push(file(&addresses.file(&addresses.feed(language)), move || site.feed(language)));
            }
            if self.has_status() {
                list.push(rendition(self, &addresses.status(language), move |site| site.standing(language)));
            }
            if publication.glossary.is_some() {
                let address = addresses.glossary(language);
                list.push(rendition(self, &address, move |site| match &site.publication.glossary {
                    Some(glossary) => site.glossary(glossary, language),
                    None => site.not_found(language),
                }));
            }
        }
        self.proceedings_renditions(list);
        self.amendment_renditions(list);
        self.register_renditions(list);
        for (address, bytes) in self.sitemaps() {
            list.push(file(&addresses.file(&address), bytes));
        }
        let site = Arc::clone(self);
        list.push(file(&addresses.file(&addresses.robots()), move || site.robots()));
    }

    /// Figures and the theme's styles and fonts, as they are.
    fn files(&self, list: &mut Vec<Rendition>) {
        let publication = &self.publication;
        let addresses = &publication.addresses;
        let mut file = |address: String, bytes: &Bytes| {
            let (bytes, path) = (bytes.clone(), addresses.file(&address).into());
            let for_key = bytes.clone();
            let key = Box::new(move || super::key(blake3::Hasher::new().update(&for_key)));
            let make = Make::Alone(Box::new(move |_| Ok(bytes.to_vec())));
            list.push(Rendition { path, costly: false, offered: false, key, make });
        };
        for (path, bytes) in &publication.theme.assets {
            file(addresses.asset(path.as_str()), bytes);
        }
        if let Some((address, css)) = self.look_file() {
            file(address, &Bytes::Read(css.into_bytes().into()));
        }
        // The theme's own logo is among its files.
        let own = publication.look.logos.iter().filter(|logo| logo.address == addresses.figure(&logo.image.path));
        let of_institutions = publication.register.signatories.iter().filter_map(|signatory| signatory.logo.as_ref());
        let logos = own.map(|logo| &logo.image).chain(of_institutions);
        let mut figures: Vec<_> = publication.images.iter().flatten().flatten().chain(logos).collect();
        figures.sort_by(|one, other| one.path.cmp(&other.path));
        figures.dedup_by(|one, other| one.path == other.path);
        for image in figures {
            file(addresses.figure(&image.path), &Bytes::Read(Arc::clone(&image.bytes)));
        }
    }
}
