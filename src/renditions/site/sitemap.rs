//! The sitemap: every page in one language, with its versions in the others, for search engines.
//!
//! Takes: the publication. Gives: the XML of sitemaps.org and `robots.txt`, which names it. Pages beside another language are left out:
//! they hold the same texts, and so are frozen texts that another has replaced: whoever looks for a text should find the one that counts,
//! and finds the others from there. Without dates of change: the sources do not say when a page changed. Must not know what pages hold.

use std::ops::Range;
use std::sync::Arc;

use sitemap_rs::sitemap::Sitemap;
use sitemap_rs::sitemap_index::SitemapIndex;
use sitemap_rs::url::{Link, Url};
use sitemap_rs::url_set::UrlSet;

use super::Site;
use crate::documents::work::Status;
use crate::publication::ChapterKey;
use crate::publication::editions::Frozen;

/// A file may hold 50,000 addresses and 50 MB; with thirty languages these are as many as fit.
const LONGEST: usize = 10_000;

/// An address, and how its file's bytes are made.
type Part = (String, Box<dyn Fn() -> Vec<u8> + Send + Sync>);

/// The versions of one page by language, and the address for a reader of no particular language.
struct Versions {
    pages: Vec<(usize, String)>,
    neutral: String,
}

impl Versions {
    fn new(pages: Vec<(usize, String)>) -> Self {
        let neutral = pages.first().map(|(_, address)| address.clone()).unwrap_or_default();
        Versions { pages, neutral }
    }

    fn addresses(&self) -> impl Iterator<Item = &String> {
        let apart = !self.pages.iter().any(|(_, address)| *address == self.neutral);
        apart.then_some(&self.neutral).into_iter().chain(self.pages.iter().map(|(_, address)| address))
    }
}

impl Site {
    /// Each sitemap's address and how to make it: one, or an index and its parts.
    pub(super) fn sitemaps(self: &Arc<Self>) -> Vec<Part> {
        let addresses = &self.publication.addresses;
        let versions = Arc::new(self.all_versions());
        // What belongs to one page stays in one file.
        let mut parts = vec![(0..0, 0)];
        for (number, page) in versions.iter().enumerate() {
            let count = page.addresses().count();
            match parts.last_mut() {
                Some((range, length)) if *length + count <= LONGEST => (range.end, *length) = (number + 1, *length + count),
                _ => parts.push((number..number + 1, count)),
            }
        }
        let part = |range: Range<usize>| {
            let (site, versions) = (Arc::clone(self), Arc::clone(&versions));
            Box::new(move || site.url_set(&versions[range.clone()])) as Box<dyn Fn() -> Vec<u8> + Send + Sync>
        };
        let whole = addresses.sitemap();
        if let [(range, _)] = parts.as_slice() {
            return vec![(whole, part(range.clone()))];
        }
        let mut files: Vec<_> = parts
            .into_iter()
            .enumerate()
            .map(|(number, (range, _))| (addresses.sitemap_part(number + 1), part(range)))
            .collect();
        let named: Vec<String> = files.iter().map(|(address, _)| addresses.absolute(address)).collect();
        files.push((whole, Box::new(move || index(&named))));
        files
    }

    /// No crawler needs to be kept from anything.
    pub(super) fn robots(&self) -> Vec<u8> {
        let addresses = &self.publication.addresses;
        format!("User-agent: *\nAllow: /\n\nSitemap: {}\n", addresses.absolute(&addresses.sitemap())).into_bytes()
    }

    fn url_set(&self, versions: &[Versions]) -> Vec<u8> {
        let url = |address: &String, links: &[Link]| {
            let mut url = Url::builder(self.publication.addresses.absolute(address));
            // Longer addresses than the format takes are no page of ours.
            url.links(links.to_vec()).build().ok()
        };
        let mut urls = Vec::new();
        for versions in versions {
            let alternates = self.alternates(&versions.pages, &versions.neutral).into_iter();
            let links: Vec<Link> = alternates.map(|other| Link { hreflang: other.hreflang, href: other.url }).collect();
            urls.extend(versions.addresses().filter_map(|address| url(address, &links)));
        }
        let mut bytes = Vec::new();
        if let Ok(set) = UrlSet::new(urls) {
            // Nothing but memory is written to.
            set.write(&mut bytes).ok();
        }
        bytes
    }

    /// Whether search engines should list a text: the current one, and the edition that is in force while the current one is a draft.
    pub(super) fn is_listed(&self, work: usize) -> bool {
        let in_force = |frozen: &Frozen| frozen.status() == Status::Adopted && self.publication.as_current(work) == work;
        self.publication.works[work].lineage.frozen.as_ref().is_none_or(in_force)
    }

    fn all_versions(&self) -> Vec<Versions> {
        let publication = &self.publication;
        let (addresses, own) = (&publication.addresses, &publication.own_pages);
        let in_all = |address: &dyn Fn(usize) -> String| {
            Versions::new((0..publication.languages.len()).map(|language| (language, address(language))).collect())
        };
        let mut all = vec![Versions { pages: self.homes(), neutral: addresses.chooser() }];
        for (number, work) in publication.works.iter().enumerate().filter(|(number, _)| self.is_listed(*number)) {
            if number > 0 {
                let pages = work.languages.iter().map(|(language, _)| (*language, addresses.work(number, *language)));
                all.push(Versions::new(pages.collect()));
            }
            for page in self.facet_pages(number) {
                all.push(Versions::new(self.work_pages(number, &|own| self.facet_page_address(number, page, own))));
            }
            let chapters = work.current().pages().filter(|(key, chapter)| *key != ChapterKey::Index && !chapter.within);
            all.extend(chapters.map(|(key, chapter)| Versions::new(self.chapter_pages(number, key, chapter))));
        }
        if own.has_news() && own.news_index.is_none() {
            all.push(in_all(&|language| addresses.news(language)));
        }
        if self.has_status() {
            all.push(in_all(&|language| addresses.status(language)));
        }
        if publication.glossary.is_some() {
            all.push(in_all(&|language| addresses.glossary(language)));
        }
        all.extend(self.amendment_versions().into_iter().map(Versions::new));
        all.extend(self.proceedings_versions().into_iter().map(Versions::new));
        all.extend(self.register_versions().into_iter().map(Versions::new));
        all
    }
}

fn index(named: &[String]) -> Vec<u8> {
    let mut bytes = Vec::new();
    if let Ok(list) = SitemapIndex::new(named.iter().map(|address| Sitemap::new(address.clone(), None)).collect()) {
        // Nothing but memory is written to.
        list.write(&mut bytes).ok();
    }
    bytes
}
