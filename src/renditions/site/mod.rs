//! The site: every page as a lazy rendition.
//!
//! Takes: a publication. Gives: path → (key, thunk) for each page, figure and file of the theme. A page's key hashes its own small
//! view and the pieces it shows. Must not know other renditions.

mod bodies;
mod front;
mod views;

use std::sync::{Arc, OnceLock};

use serde::Serialize;
use tera::{Context, Value};

use self::bodies::Column;
use self::views::WorkView;
use super::html::Pieces;
use super::{Made, Rendition};
use crate::documents::work::Kind;
use crate::publication::{Chapter, ChapterKey, Publication};
use crate::sources::Bytes;

pub struct Site {
    publication: Arc<Publication>,
    /// Made when a page first asks for them, then shared by all that show them.
    pieces: Vec<OnceLock<Pieces>>,
    /// By document, in the order of its sections.
    headings: Vec<OnceLock<Vec<String>>>,
    /// By work and language: every page of a work shows the same.
    work_views: Vec<Vec<OnceLock<(WorkView, Value)>>>,
    /// By document: a chapter's page and those beside other languages show the same.
    tocs: Vec<OnceLock<Value>>,
}

/// A page before it is rendered.
struct Page {
    template: &'static str,
    context: Context,
    /// Long texts, which the template places and never sees: it gets a mark for each, made of its name.
    bodies: Vec<(String, String)>,
}

/// Begins and ends the mark of a body. No text has this character: it is no part of HTML.
const MARK: char = '\u{1}';

pub fn renditions(publication: &Arc<Publication>) -> Vec<Rendition> {
    let pieces = publication.documents.iter().map(|_| OnceLock::new()).collect();
    let headings = publication.documents.iter().map(|_| OnceLock::new()).collect();
    let by_language = || publication.languages.iter().map(|_| OnceLock::new()).collect();
    let work_views = publication.works.iter().map(|_| by_language()).collect();
    let tocs = publication.documents.iter().map(|_| OnceLock::new()).collect();
    let site = Arc::new(Site { publication: Arc::clone(publication), pieces, headings, work_views, tocs });
    let mut list = Vec::new();
    let addresses = &publication.addresses;
    list.push(rendition(&site, &addresses.chooser(), Site::chooser));
    for language in 0..publication.languages.len() {
        list.push(rendition(&site, &addresses.home(language), move |site| site.home(language)));
        list.push(rendition(&site, &format!("{}404.html", addresses.home(language)), move |site| site.not_found(language)));
    }
    list.push(rendition(&site, &addresses.not_found(), |site| site.not_found(0)));
    for (number, work) in publication.works.iter().enumerate() {
        let own_pages = work.folder.as_str().is_empty();
        for (language, _) in work.languages.iter().copied() {
            if !own_pages {
                let address = addresses.work(number, language);
                list.push(rendition(&site, &address, move |site| site.landing(number, language)));
            }
        }
        for (key, chapter) in work.current().pages() {
            site.chapter_renditions(number, key, chapter, &mut list);
        }
    }
    site.files(&mut list);
    list
}

fn rendition(site: &Arc<Site>, address: &str, page: impl Fn(&Site) -> Page + Send + Sync + 'static) -> Rendition {
    let page = Arc::new(page);
    let (for_key, for_bytes) = ((Arc::clone(site), Arc::clone(&page)), (Arc::clone(site), page));
    Rendition {
        path: site.publication.addresses.file(address).into(),
        costly: false,
        key: Box::new(move || for_key.0.key(&(for_key.1)(&for_key.0))),
        make: Box::new(move |buffer| for_bytes.0.render(&(for_bytes.1)(&for_bytes.0), buffer)),
    }
}

impl Site {
    fn render(&self, page: &Page, mut html: Vec<u8>) -> Made {
        let theme = &self.publication.theme;
        let mut frame = Vec::with_capacity(8 * 1024);
        if let Err(error) = theme.templates.render_to(page.template, &page.context, &mut frame) {
            return Err(vec![theme.diagnostic(&error)]);
        }
        let bodies: usize = page.bodies.iter().map(|(_, body)| body.len()).sum();
        html.reserve(frame.len() + bodies);
        // Between two marks, every second part is the name of a body.
        for (nth, part) in frame.split(|byte| *byte == MARK as u8).enumerate() {
            let body = page.bodies.iter().find(|(mark, _)| nth % 2 == 1 && mark.trim_matches(MARK).as_bytes() == part);
            html.extend_from_slice(body.map_or(part, |(_, body)| body.as_bytes()));
        }
        Ok(html)
    }

    fn key(&self, page: &Page) -> [u8; 16] {
        let mut hasher = blake3::Hasher::new();
        hasher.update(&self.publication.theme.key);
        hasher.update(page.template.as_bytes());
        hasher.update(format!("{:?}", page.context).as_bytes());
        for (_, body) in &page.bodies {
            hasher.update(body.as_bytes());
        }
        super::key(&hasher)
    }

    fn pieces(&self, document: usize) -> &Pieces {
        self.pieces[document].get_or_init(|| Pieces::of(&self.publication, document))
    }

    fn chapter_renditions(self: &Arc<Self>, work: usize, key: ChapterKey, chapter: &Chapter, list: &mut Vec<Rendition>) {
        let addresses = &self.publication.addresses;
        let languages: Vec<usize> = (0..chapter.documents.len()).filter(|own| chapter.documents[*own].is_some()).collect();
        let own_pages = self.publication.works[work].kind == Kind::Pages;
        for language in languages.iter().copied() {
            // A work's index is part of its landing page, and the publication's of its home page.
            if key != ChapterKey::Index {
                let address = addresses.chapter(work, key, chapter, language);
                list.push(rendition(self, &address, move |site| match own_pages {
                    true => site.page(work, key, language),
                    false => site.chapter(work, key, language),
                }));
            }
            for other in languages.iter().copied().filter(|other| *other != language) {
                let address = addresses.parallel(work, key, chapter, language, other);
                list.push(rendition(self, &address, move |site| site.parallel(work, key, language, other)));
            }
        }
    }

    /// Figures and the theme's styles and fonts, as they are.
    fn files(&self, list: &mut Vec<Rendition>) {
        let publication = &self.publication;
        let addresses = &publication.addresses;
        let mut file = |address: String, bytes: &Bytes| {
            let (bytes, path) = (bytes.clone(), addresses.file(&address).into());
            let for_key = bytes.clone();
            let key = Box::new(move || super::key(blake3::Hasher::new().update(&for_key)));
            list.push(Rendition { path, costly: false, key, make: Box::new(move |_| Ok(bytes.to_vec())) });
        };
        for (path, bytes) in &publication.theme.assets {
            file(addresses.asset(path.as_str()), bytes);
        }
        let mut figures: Vec<_> = publication.images.iter().flatten().flatten().collect();
        figures.sort_by(|one, other| one.path.cmp(&other.path));
        figures.dedup_by(|one, other| one.path == other.path);
        for image in figures {
            file(addresses.figure(&image.path), &Bytes::Read(Arc::clone(&image.bytes)));
        }
    }

    // ---- pages ----

    /// What every page shows. `pages` are its versions by language, `neutral` the one for a reader of no particular language.
    fn base(&self, kind: &'static str, template: &'static str, language: usize, frame: Frame<'_>) -> Page {
        let publication = &self.publication;
        let own = &publication.languages[language];
        let site = self.site_view(language);
        let head_title = match frame.title {
            title if title == site.title => site.title.clone(),
            title => [title, frame.context, &site.title]
                .into_iter()
                .filter(|part| !part.is_empty())
                .collect::<Vec<_>>()
                .join(" – "),
        };
        let mut context = Context::new();
        context.insert("lang", &own.tag);
        context.insert("dir", own.direction.name());
        context.insert("kind", kind);
        context.insert("title", frame.title);
        context.insert("head_title", &head_title);
        context.insert("description", frame.description);
        let canonical = frame.address.map_or_else(String::new, |address| publication.addresses.absolute(address));
        context.insert("canonical", &canonical);
        let alternates = if canonical.is_empty() { Vec::new() } else { self.alternates(frame.pages, frame.neutral) };
        context.insert("alternates", &alternates);
        context.insert("languages", &self.languages_view(language, frame.pages));
        context.insert("site", &site);
        Page { template, context, bodies: Vec::new() }
    }

    /// A chapter's addresses in all its languages.
    fn chapter_pages(&self, work: usize, key: ChapterKey, chapter: &Chapter) -> Vec<(usize, String)> {
        let languages = (0..chapter.documents.len()).filter(|language| chapter.documents[*language].is_some());
        languages.map(|language| (language, self.publication.addresses.chapter(work, key, chapter, language))).collect()
    }

    fn column(&self, work: usize, chapter: &Chapter, language: usize) -> Option<Column<'_>> {
        let (document, _) = self.publication.document(chapter, language)?;
        let pieces = self.pieces(document);
        let headings = self.headings[document].get_or_init(|| self.headings_of(work, chapter, language, pieces));
        Some(Column { language, pieces, headings })
    }

    fn chapter(&self, work: usize, key: ChapterKey, language: usize) -> Page {
        let (view, value) = self.work_view(work, language);
        let page = self.page_of("chapter", "chapter.html", work, key, language, &view.short_title);
        let (prev, next) = self.neighbours(work, key, language);
        page.put_value("work", value.clone()).put("prev", &prev).put("next", &next)
    }

    /// A page of the publication's own.
    fn page(&self, work: usize, key: ChapterKey, language: usize) -> Page {
        self.page_of("page", "page.html", work, key, language, "")
    }

    fn page_of(
        &self,
        kind: &'static str,
        template: &'static str,
        work: usize,
        key: ChapterKey,
        language: usize,
        context: &str,
    ) -> Page {
        let Some((chapter, column)) = self.publication.works[work]
            .chapter(key)
            .and_then(|chapter| Some((chapter, self.column(work, chapter, language)?)))
        else {
            return self.not_found(language);
        };
        let pages = self.chapter_pages(work, key, chapter);
        let address = self.publication.addresses.chapter(work, key, chapter, language);
        let description =
            self.publication.document(chapter, language).and_then(|(_, document)| document.front.description.clone());
        let frame = Frame {
            title: chapter.title(language),
            context,
            description: &description.unwrap_or_default(),
            address: Some(&address),
            pages: &pages,
            neutral: &pages[0].1,
        };
        let page = self.base(kind, template, language, frame);
        page.put("number", &chapter.sections[0].number)
            .put("title_html", &column.pieces.sections[0].title)
            .put_body("body_html", self.alone(work, key, chapter, &column))
            .put_body("notes_html", self.notes_alone(&column))
            .put_value("toc", self.toc(chapter, language))
            .put("parallels", &self.pairings(work, key, chapter, language))
    }

    fn parallel(&self, work: usize, key: ChapterKey, language: usize, other: usize) -> Page {
        let Some(chapter) = self.publication.works[work].chapter(key) else { return self.not_found(language) };
        let addresses = &self.publication.addresses;
        let shown = [language, other];
        let columns: Vec<Column<'_>> = shown.iter().filter_map(|own| self.column(work, chapter, *own)).collect();
        let (view, value) = self.work_view(work, language);
        let pages = vec![
            (language, addresses.parallel(work, key, chapter, language, other)),
            (other, addresses.parallel(work, key, chapter, other, language)),
        ];
        let names: Vec<&str> = shown.iter().map(|own| self.publication.languages[*own].name.as_str()).collect();
        let title =
            self.text(language, "parallel-title", &[("title", chapter.title(language)), ("languages", &names.join(" · "))]);
        // The page for a reader of neither language is the one in the interface of the first of the two.
        let neutral = if language < other { &pages[0].1 } else { &pages[1].1 };
        let frame = Frame {
            title: &title,
            context: &view.short_title,
            description: "",
            address: Some(&pages[0].1),
            pages: &pages,
            neutral,
        };
        let mut page = self.base("parallel", "parallel.html", language, frame);
        let column_views: Vec<_> = shown.iter().map(|own| self.column_view(work, key, chapter, *own)).collect();
        let (mut prev, mut next) = self.neighbours(work, key, language);
        for neighbour in [&mut prev, &mut next].into_iter().flatten() {
            // The neighbour beside the same language, not alone.
            let home = addresses.home(language);
            let tag = &self.publication.languages[other].tag;
            neighbour.url = format!("{home}parallel/{tag}/{}", &neighbour.url[home.len()..]);
        }
        let pairings: Vec<_> = self
            .pairings(work, key, chapter, language)
            .into_iter()
            .filter(|pairing| pairing.lang != self.publication.languages[other].tag)
            .collect();
        page = page.put("columns", &column_views).put_body("body_html", self.beside(chapter, &columns));
        page.put_body("notes_html", self.notes_beside(language, &columns))
            .put_value("toc", self.toc(chapter, language))
            .put_value("work", value.clone())
            .put("prev", &prev)
            .put("next", &next)
            .put("parallels", &pairings)
    }
}

/// What distinguishes one page's frame from another's.
struct Frame<'f> {
    title: &'f str,
    /// What the page belongs to, for its title in a list of tabs.
    context: &'f str,
    description: &'f str,
    /// None for a page that stands at no address of its own.
    address: Option<&'f str>,
    pages: &'f [(usize, String)],
    neutral: &'f str,
}

impl Page {
    fn put(mut self, name: &'static str, value: &(impl Serialize + ?Sized)) -> Self {
        self.context.insert(name, value);
        self
    }

    /// A text that the template shows where it says so, whole; an empty one is empty for the template too.
    fn put_body(mut self, name: &'static str, body: String) -> Self {
        let mark = if body.is_empty() { String::new() } else { format!("{MARK}{name}{MARK}") };
        self.context.insert(name, &mark);
        self.bodies.push((mark, body));
        self
    }

    fn put_value(mut self, name: &'static str, value: Value) -> Self {
        self.context.insert_value(name, value);
        self
    }
}
