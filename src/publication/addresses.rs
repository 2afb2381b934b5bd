//! Addresses: where every page of the site stands.
//!
//! Takes: the works' outline. Gives: a path for each page in each language, always root-absolute below the publication's base, so
//! that a block's HTML is the same on every page that shows it; and a diagnostic where two pages claim one address. Must not know
//! what is on the pages.

mod claims;

use camino::Utf8Path;

use super::proceedings::{Contribution, Panel};
use super::{Chapter, ChapterKey, Facet, NEWS, OwnPages, Proceedings, Work};
use crate::config::Book;
use crate::diagnostics::Diagnostic;
use crate::documents::edition::EDITIONS;
use crate::documents::{Document, Glossary};

/// First parts of an address below a language or a work that the site keeps for itself.
pub const RESERVED: [&str; 10] =
    ["parallel", "editions", "changes", "amendments", "status", "downloads", "data", "search", "signatories", "assets"];

/// What a work of proceedings keeps below its own address, where its panels have their pages.
pub const RESERVED_IN_PROCEEDINGS: [&str; 2] = ["authors", "submission"];

/// What the register keeps for its lists below its own address, where institutions have their pages by their ids.
pub const RESERVED_IN_REGISTER: [&str; 3] = ["works", "countries", "types"];

pub struct Addresses {
    base: String,
    /// Absolute, without a slash at its end.
    site: String,
    tags: Vec<String>,
    /// By work and language: the work's part, with a slash at its end; empty for the publication's own pages.
    works: Vec<Vec<String>>,
    /// The same without what an edition adds to its work's.
    homes: Vec<Vec<String>>,
    /// By language: the part of the list of news.
    news: Vec<String>,
    /// By language: the glossary's part; empty where there is none.
    glossary: Vec<String>,
}

/// A work's slug without what an edition adds to it.
fn home(work: &Work, slug: &str) -> String {
    let added = format!("/{EDITIONS}/{}", work.folder.file_name().unwrap_or_default());
    slug.strip_suffix(added.as_str()).filter(|_| work.is_frozen()).unwrap_or(slug).to_owned()
}

impl Addresses {
    pub fn assign(
        book: &Book,
        works: &[Work],
        documents: &[Document],
        (own_pages, proceedings): (&OwnPages, &[Proceedings]),
        glossary: Option<&Glossary>,
    ) -> (Addresses, Vec<Diagnostic>) {
        let with_slash = |slug: &String| if slug.is_empty() { String::new() } else { format!("{slug}/") };
        let addresses = Addresses {
            base: book.base.clone(),
            site: book.address.clone(),
            tags: book.tags().map(str::to_owned).collect(),
            works: works.iter().map(|work| work.slug.iter().map(with_slash).collect()).collect(),
            homes: works.iter().map(|work| work.slug.iter().map(|slug| with_slash(&home(work, slug))).collect()).collect(),
            news: match own_pages.news_index.and_then(|index| works[0].chapter(index)) {
                Some(index) => index.slugs.clone(),
                None => vec![NEWS.to_owned(); book.languages.len()],
            },
            glossary: book
                .tags()
                .map(|tag| glossary.and_then(|own| own.yaml.slug.get(tag)).cloned().unwrap_or_default())
                .collect(),
        };
        let diagnostics = addresses.claim(works, documents, (own_pages, proceedings), glossary);
        (addresses, diagnostics)
    }

    /// `/`: where a reader chooses a language.
    pub fn chooser(&self) -> String {
        self.base.clone()
    }

    pub fn not_found(&self) -> String {
        format!("{}404.html", self.base)
    }

    pub fn home(&self, language: usize) -> String {
        [&self.base, &self.tags[language], "/"].concat()
    }

    /// The list of news.
    pub fn news(&self, language: usize) -> String {
        [&self.home(language), &self.news[language], "/"].concat()
    }

    /// How far the comparison of the versions has come.
    pub fn status(&self, language: usize) -> String {
        self.home(language) + "status/"
    }

    pub fn glossary(&self, language: usize) -> String {
        [&self.home(language), &self.glossary[language], "/"].concat()
    }

    /// The register of endorsing institutions.
    pub fn signatories(&self, language: usize) -> String {
        self.home(language) + "signatories/"
    }

    /// An institution of the register.
    pub fn signatory(&self, id: &str, language: usize) -> String {
        [&self.signatories(language), id, "/"].concat()
    }

    /// The institutions that have endorsed one edition of a work.
    pub fn signatories_of_edition(&self, work: usize, edition: &str, language: usize) -> String {
        [&self.signatories(language), "works/", &self.homes[work][language], edition, "/"].concat()
    }

    /// What changed in a work from one edition to the next.
    pub fn changes(&self, work: usize, (from, to): (&str, &str), language: usize) -> String {
        [&self.work(work, language), "changes/", from, "...", to, "/"].concat()
    }

    /// The institutions of a country, by its two-letter code.
    pub fn signatories_of_country(&self, code: &str, language: usize) -> String {
        [&self.signatories(language), "countries/", &code.to_ascii_lowercase(), "/"].concat()
    }

    /// The institutions of one type.
    pub fn signatories_of_type(&self, key: &str, language: usize) -> String {
        [&self.signatories(language), "types/", key, "/"].concat()
    }

    /// A page of a list that has several, counted from 1; the first stands at the list's own address.
    pub fn page_of_list(&self, list: &str, number: usize) -> String {
        if number == 1 { list.to_owned() } else { format!("{list}page-{number}/") }
    }

    /// What institutions show that they have endorsed an edition.
    pub fn badge(&self, folder: &str, edition: &str, language: usize) -> String {
        format!("{}downloads/{folder}/{edition}/badge-{}.svg", self.base, self.tags[language])
    }

    /// A file of open data.
    pub fn open_data(&self, name: &str) -> String {
        format!("{}data/{name}", self.base)
    }

    pub fn feed(&self, language: usize) -> String {
        self.home(language) + "feed.xml"
    }

    pub fn sitemap(&self) -> String {
        format!("{}sitemap.xml", self.base)
    }

    /// Where there are more pages than one sitemap holds.
    pub fn sitemap_part(&self, number: usize) -> String {
        format!("{}sitemap-{number}.xml", self.base)
    }

    pub fn robots(&self) -> String {
        format!("{}robots.txt", self.base)
    }

    pub fn work(&self, work: usize, language: usize) -> String {
        [&self.base, &self.tags[language], "/", &self.works[work][language]].concat()
    }

    pub fn chapter(&self, work: usize, key: ChapterKey, chapter: &Chapter, language: usize) -> String {
        match key {
            ChapterKey::Index => self.work(work, language),
            ChapterKey::Number(_) => {
                [&self.base, &self.tags[language], "/", &self.works[work][language], &chapter.slugs[language], "/"].concat()
            }
        }
    }

    /// The chapter beside its version in another language, in the interface of the first.
    pub fn parallel(&self, work: usize, key: ChapterKey, chapter: &Chapter, language: usize, other: usize) -> String {
        let alone = self.chapter(work, key, chapter, language);
        let home = self.home(language);
        [&home, "parallel/", &self.tags[other], "/", &alone[home.len()..]].concat()
    }

    /// The list of a facet's values.
    pub fn facet(&self, work: usize, facets: &[Facet], facet: usize, language: usize) -> String {
        [&self.work(work, language), &facets[facet].name.slug[language], "/"].concat()
    }

    /// The sections of a work that have a value.
    pub fn facet_value(&self, work: usize, facets: &[Facet], (facet, value): (usize, usize), language: usize) -> String {
        [&self.facet(work, facets, facet, language), &facets[facet].values[value].slug[language], "/"].concat()
    }

    /// A panel of a work of proceedings: what stands there and its contributions.
    pub fn panel(&self, work: usize, panel: &Panel, language: usize) -> String {
        [&self.work(work, language), &panel.slug[language], "/"].concat()
    }

    pub fn contribution(&self, work: usize, panel: &Panel, contribution: &Contribution, language: usize) -> String {
        [&self.panel(work, panel, language), &contribution.slug[language], "/"].concat()
    }

    /// All who wrote contributions.
    pub fn authors(&self, work: usize, language: usize) -> String {
        self.work(work, language) + "authors/"
    }

    /// What is asked of contributions.
    pub fn submission(&self, work: usize, language: usize) -> String {
        self.work(work, language) + "submission/"
    }

    /// What is proposed to change in a work.
    pub fn amendments(&self, work: usize, language: usize) -> String {
        self.work(work, language) + "amendments/"
    }

    /// The same as a table of comments.
    pub fn amendment_table(&self, work: usize, language: usize) -> String {
        self.amendments(work, language) + "table/"
    }
    pub fn amendment_feed(&self, work: usize, language: usize) -> String {
        self.amendments(work, language) + "feed.xml"
    }

    pub fn amendment(&self, work: usize, id: &str, language: usize) -> String {
        [&self.amendments(work, language), id, "/"].concat()
    }

    /// A file of the theme.
    pub fn asset(&self, path: &str) -> String {
        format!("{}assets/{path}", self.base)
    }

    /// A figure, apart from the theme's files, whose folders an author may have used too.
    pub fn figure(&self, path: &Utf8Path) -> String {
        format!("{}assets/content/{path}", self.base)
    }

    /// A PDF: `languages` is `en`, or `en_es` for a parallel edition.
    pub fn download(&self, folder: &str, edition: &str, languages: &str, endorsed: bool) -> String {
        let suffix = if endorsed { "-endorsed" } else { "" };
        format!("{}downloads/{folder}/{edition}/{languages}{suffix}.pdf", self.base)
    }

    /// A PDF of one paper of a work of proceedings, beside that of the whole.
    pub fn offprint(&self, folder: &str, edition: &str, (panel, own): (&Panel, &Contribution), language: usize) -> String {
        let (panel, own, tag) = (&panel.slug[language], &own.slug[language], &self.tags[language]);
        format!("{}downloads/{folder}/{edition}/{panel}/{own}/{tag}.pdf", self.base)
    }

    /// A PDF that an institution fills in to endorse an edition; `name` is `form` or `resolution`.
    pub fn form(&self, folder: &str, edition: &str, name: &str, language: usize) -> String {
        format!("{}downloads/{folder}/{edition}/{name}-{}.pdf", self.base, self.tags[language])
    }

    /// With scheme and host.
    pub fn absolute(&self, address: &str) -> String {
        [&self.site, "/", address.strip_prefix(&self.base).unwrap_or(address)].concat()
    }

    /// The file of the output that a server sends for an address.
    pub fn file(&self, address: &str) -> String {
        let below = address.strip_prefix(&self.base).unwrap_or(address);
        if below.is_empty() || below.ends_with('/') { format!("{below}index.html") } else { below.to_owned() }
    }
}
