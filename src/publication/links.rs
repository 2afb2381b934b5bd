//! Links: what every link leads to.
//!
//! Takes: the outline and the documents. Gives: a [`Target`] for each link, or a diagnostic. A link into the publication lands on
//! the same language. Must not know addresses: those are the targets' own.

mod written;

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::Arc;

use camino::{Utf8Path, Utf8PathBuf};
use foldhash::HashMap;
use rayon::prelude::*;

use self::written::{encoded, is_scheme, without_suffix};
pub use self::written::{join, percent_decoded};
use super::{ChapterKey, FloatKey, SectionKey, Work};
use crate::config::Book;
use crate::diagnostics::{Code, Diagnostic, nearest};
use crate::documents::edition::{self, Frozen, OutboundYaml};
use crate::documents::{CONTENT, Document, LeftOut, arena};

#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Target {
    /// An https, http or mailto address.
    External(String),
    Section(SectionKey),
    /// A table or figure with a caption.
    Float(FloatKey),
    /// What an edition's link led to on its day, and is no longer there.
    Gone(Arc<Gone>),
    /// Reported: the link leads nowhere, or its target cannot be understood.
    Nowhere,
}

/// What is recorded of a target outside an edition.
#[derive(Debug, PartialEq, Eq, Hash)]
pub struct Gone {
    /// The folder of its work.
    pub work: String,
    pub id: String,
    /// By language of the publication: its number and title.
    pub shown: Vec<String>,
}

/// What has an id: its chapter, and its place among the sections or floats there.
type Anchors<'w> = HashMap<&'w str, (ChapterKey, usize)>;

/// Where links count from.
struct Origin<'d> {
    document: &'d Document,
    /// Where it stands below `content/`, or stood when its text was current.
    logical: Utf8PathBuf,
    /// The edition it belongs to.
    frozen: Option<Frozen<'d>>,
}

impl<'d> Origin<'d> {
    fn of(document: &'d Document) -> Self {
        let frozen = edition::frozen(&document.path);
        let logical = frozen.map_or_else(|| document.path.clone(), |place| place.logical());
        Origin { document, logical, frozen }
    }
}

/// What names a section, for looking it up.
struct Index<'w> {
    book: &'w Book,
    works: &'w [Work],
    /// Chapters by their path below `content/`.
    paths: HashMap<&'w str, (usize, ChapterKey)>,
    /// For each work, its sections by id; the publication's own pages have ids a page.
    ids: Vec<Anchors<'w>>,
    /// For each work, its tables and figures by id; the same of the publication's own pages.
    floats: Vec<Anchors<'w>>,
    left_out: &'w BTreeMap<Utf8PathBuf, LeftOut>,
    /// By the edition's folder and what its links say: what they led to on its day.
    recorded: HashMap<(&'w Utf8Path, &'w str), Arc<Gone>>,
}

pub fn resolve(
    book: &Book,
    works: &[Work],
    documents: &[Document],
    left_out: &BTreeMap<Utf8PathBuf, LeftOut>,
) -> (Vec<Vec<Target>>, Vec<Diagnostic>) {
    let index = Index::new(book, works, left_out);
    let resolved: Vec<(Vec<Target>, Vec<Diagnostic>)> = documents
        .par_iter()
        .map(|document| {
            let (from, mut diagnostics) = (Origin::of(document), Vec::new());
            let mut resolve = |link: &arena::Link| match index.target(&from, link) {
                Ok(target) if target != Target::Nowhere => target,
                result => match index.gone(&from, link) {
                    Some(gone) => Target::Gone(gone),
                    None => {
                        diagnostics.extend(result.err().map(|diagnostic| of_frozen(*diagnostic, &from)));
                        Target::Nowhere
                    }
                },
            };
            (document.links.iter().map(&mut resolve).collect(), diagnostics)
        })
        .collect();
    let (targets, diagnostics): (Vec<_>, Vec<_>) = resolved.into_iter().unzip();
    (targets, diagnostics.into_iter().flatten().collect())
}

/// Nobody may mend a link of a frozen text: what it led to is in the edition's record, or was.
fn of_frozen(diagnostic: Diagnostic, from: &Origin<'_>) -> Diagnostic {
    match from.frozen {
        Some(place) if matches!(diagnostic.code, Code::BrokenLink | Code::BrokenAnchor) => {
            let record = Utf8Path::new(CONTENT).join(place.folder).join(edition::EDITION);
            diagnostic.with("record", record.as_path()).hint("hint-frozen")
        }
        _ => diagnostic,
    }
}

/// What editions have recorded of the targets of their links.
fn recorded<'w>(book: &Book, works: &'w [Work]) -> HashMap<(&'w Utf8Path, &'w str), Arc<Gone>> {
    let frozen = works.iter().filter_map(|work| work.lineage.frozen.as_ref());
    let all = frozen.flat_map(|frozen| frozen.file.yaml.outbound.iter().map(move |own| (frozen.file.folder.as_path(), own)));
    let gone = |own: &OutboundYaml| {
        let shown = book.tags().map(|tag| own.shown.get(tag).cloned().unwrap_or_default()).collect();
        Arc::new(Gone { work: own.work.clone(), id: own.id.clone(), shown })
    };
    all.map(|(folder, own)| ((folder, own.target.as_str()), gone(own))).collect()
}

/// What a link to another page would be recorded by: its page's path below `content/`, and the id after a `#`.
pub fn recorded_as(book: &Book, document: &Document, link: &arena::Link) -> Option<String> {
    let nothing = BTreeMap::new();
    Index::new(book, &[], &nothing).outbound(&Origin::of(document), link)
}

/// A page's sections are named to whoever looks for one, if they are no more than this.
const MOST_NAMED: usize = 8;

type Found<T> = Result<T, Box<Diagnostic>>;

/// A work's sections, and its tables and figures; of what is read apart, nothing.
fn anchors(work: &Work) -> (Anchors<'_>, Anchors<'_>) {
    let (mut ids, mut floats) = (Anchors::default(), Anchors::default());
    for (key, chapter) in work.current().pages().filter(|_| !work.kind.is_collection()) {
        for (position, float) in chapter.floats.iter().enumerate().filter(|(_, float)| !float.id.is_empty()) {
            floats.entry(float.id.as_str()).or_insert((key, position));
        }
        for (position, section) in chapter.sections.iter().enumerate() {
            ids.entry(section.id.as_str()).or_insert((key, position));
        }
    }
    (ids, floats)
}

impl<'w> Index<'w> {
    fn new(book: &'w Book, works: &'w [Work], left_out: &'w BTreeMap<Utf8PathBuf, LeftOut>) -> Self {
        let pages =
            works.iter().enumerate().flat_map(|(number, work)| work.current().pages().map(move |page| (number, page)));
        let paths = pages.map(|(number, (key, chapter))| (chapter.path.as_str(), (number, key))).collect();
        let (ids, floats) = works.par_iter().map(anchors).unzip();
        Index { book, works, paths, ids, floats, left_out, recorded: recorded(book, works) }
    }

    fn target(&self, from: &Origin<'_>, link: &arena::Link) -> Found<Target> {
        let document = from.document;
        let report = |code| Diagnostic::new(code, document.place(link.span)).with("link", link.destination.as_str());
        let destination = link.destination.trim();
        if destination.is_empty() {
            return Err(Box::new(report(Code::EmptyLink).with("lacks", "address")));
        }
        if let Some((scheme, _)) = destination.split_once(':').filter(|(scheme, _)| is_scheme(scheme)) {
            return match scheme.to_ascii_lowercase().as_str() {
                "https" | "http" | "mailto" if !link.filled_in => Ok(Target::External(encoded(destination))),
                "https" | "http" | "mailto" => {
                    Err(Box::new(report(Code::EmptyLink).with("lacks", "text").hint("hint-text")))
                }
                _ => Err(Box::new(report(Code::UnsafeLink))),
            };
        }
        if destination.starts_with("//") {
            return Err(Box::new(report(Code::UnsafeLink).hint("hint-scheme")));
        }
        if destination.starts_with(['/', '\\']) {
            return Err(Box::new(report(Code::BrokenLink).hint("hint-absolute")));
        }
        let (path, fragment) = destination.split_once('#').unwrap_or((destination, ""));
        let Some((work, chapter)) = self.chapter(from, path, &report)? else { return Ok(Target::Nowhere) };
        let key = match fragment {
            "" => SectionKey { work, chapter, section: 0 },
            id => {
                if let Some(key) = self.float(work, chapter, id, path.is_empty()) {
                    return self.float_in_language(document, key, &report);
                }
                self.section(work, chapter, id, path.is_empty(), document.language, &report)?
            }
        };
        self.in_language(document, key, &report)
    }

    /// The chapter a relative path leads to, the document's own where there is no path; none if its file is there and broken.
    fn chapter(
        &self,
        from: &Origin<'_>,
        path: &str,
        report: &impl Fn(Code) -> Diagnostic,
    ) -> Found<Option<(usize, ChapterKey)>> {
        let logical: Cow<'_, Utf8Path> = match path {
            "" => from.logical.as_path().into(),
            _ => self.logical(from, path).ok_or_else(|| Box::new(report(Code::LinkLeavesProject)))?.into(),
        };
        // A link within a frozen text stays in it.
        let own = from.frozen.and_then(|place| self.paths.get(place.kept(&logical).as_str()));
        if let Some(found) = own.or_else(|| self.paths.get(logical.as_str())) {
            return Ok(Some(*found));
        }
        let file = |logical: &str, tag: &str| format!("{CONTENT}/{logical}.{tag}.md");
        let tag = &self.book.languages[from.document.language].0;
        let diagnostic = report(Code::BrokenLink).with("file", file(logical.as_str(), tag));
        let left_out = self.book.tags().find_map(|tag| self.left_out.get(Utf8Path::new(&file(logical.as_str(), tag))));
        let is_text = path.ends_with(".md") || !path.rsplit('/').next().is_some_and(|name| name.contains('.'));
        Err(Box::new(match left_out {
            Some(LeftOut::Broken) => return Ok(None),
            Some(LeftOut::Draft) => diagnostic.hint("hint-draft"),
            None if !is_text => diagnostic.hint("hint-file"),
            None if let Some(first) = self.first_of_work_without_index(&logical) => {
                let diagnostic = report(Code::BrokenLink).with("file", file(first.0.join("index").as_str(), tag));
                diagnostic.with("nearest", file(first.1.as_str(), tag)).hint("hint-no-index")
            }
            None => match nearest(logical.as_str(), self.paths.keys().copied()) {
                Some(near) => diagnostic.with("nearest", file(near, tag)).hint("hint-nearest"),
                None => diagnostic,
            },
        }))
    }

    /// The path that chapters are known by, of what a relative path means on a page; none where that lies outside the project.
    fn logical(&self, from: &Origin<'_>, path: &str) -> Option<Utf8PathBuf> {
        let joined = join(from.logical.parent().unwrap_or(Utf8Path::new("")), &percent_decoded(path))?;
        Some(without_suffix(joined, path, self.book))
    }

    /// What a link of a frozen text led to on the day of the edition.
    fn gone(&self, from: &Origin<'_>, link: &arena::Link) -> Option<Arc<Gone>> {
        let place = from.frozen?;
        let target = self.outbound(from, link)?;
        self.recorded.get(&(place.folder, target.as_str())).cloned()
    }

    /// A link to another page as an edition records it: the page's path, and the id after a `#`.
    fn outbound(&self, from: &Origin<'_>, link: &arena::Link) -> Option<String> {
        let (path, id) = link.destination.trim().split_once('#').unwrap_or((link.destination.trim(), ""));
        let logical = if path.is_empty() { from.logical.clone() } else { self.logical(from, path)? };
        Some(format!("{logical}#{id}"))
    }

    /// The folder and the first chapter of the work that a path leads to, if it has chapters and no introduction to lead to.
    fn first_of_work_without_index(&self, logical: &Utf8Path) -> Option<(&Utf8Path, &Utf8Path)> {
        let folder = if logical.file_name() == Some("index") { logical.parent()? } else { logical };
        let work = self.works.iter().find(|work| work.folder == folder && !folder.as_str().is_empty())?;
        let first = work.current().chapters.first().filter(|_| work.current().index.is_none())?;
        Some((work.folder.as_path(), first.path.as_path()))
    }

    /// A table or figure by its id: anywhere in the work for `#id`, on that page for `page.md#id`.
    fn float(&self, work: usize, chapter: ChapterKey, id: &str, anywhere: bool) -> Option<FloatKey> {
        let floats = self.works[work].chapter(chapter).map_or(&[][..], |page| page.floats.as_slice());
        let here = floats.iter().position(|float| float.id == id).map(|float| (chapter, float));
        let found = here.or_else(|| self.floats[work].get(id).copied().filter(|_| anywhere));
        found.map(|(chapter, float)| FloatKey { work, chapter, float })
    }

    fn float_in_language(&self, document: &Document, key: FloatKey, report: &impl Fn(Code) -> Diagnostic) -> Found<Target> {
        let chapter = self.works[key.work].chapter(key.chapter);
        if chapter.is_some_and(|page| page.floats[key.float].versions[document.language].is_some()) {
            return Ok(Target::Float(key));
        }
        let language = self.book.languages[document.language].1.name.as_str();
        Err(Box::new(report(Code::AnchorInOneLanguage).with("language", language)))
    }

    /// A section by its id: anywhere in the work for `#id`, on that page for `page.md#id`.
    fn section(
        &self,
        work: usize,
        chapter: ChapterKey,
        id: &str,
        anywhere: bool,
        language: usize,
        report: &impl Fn(Code) -> Diagnostic,
    ) -> Found<SectionKey> {
        let sections = self.works[work].chapter(chapter).map_or(&[][..], |page| page.sections.as_slice());
        if let Some(section) = sections.iter().position(|section| section.id == id) {
            return Ok(SectionKey { work, chapter, section });
        }
        let elsewhere = &self.ids[work];
        if anywhere && let Some((chapter, section)) = elsewhere.get(id).copied() {
            return Ok(SectionKey { work, chapter, section });
        }
        let known = sections.iter().map(|section| section.id.as_str());
        let near = match anywhere {
            true => nearest(id, known.chain(elsewhere.keys().copied())),
            false => nearest(id, known),
        };
        let everywhere = anywhere && !self.works[work].kind.is_collection();
        let diagnostic = report(Code::BrokenAnchor).with("id", id).with("where", if everywhere { "work" } else { "page" });
        // The opening is the page itself: a link to it needs no id.
        let own = sections.iter().skip(1).filter(|section| section.versions[language].is_some());
        let own: Vec<String> = own.map(|section| format!("#{}", section.id)).collect();
        let there = elsewhere.get(id).filter(|_| !anywhere).and_then(|(key, _)| self.works[work].chapter(*key));
        Err(Box::new(match (there, near) {
            (Some(there), _) => {
                let tag = &self.book.languages[language].0;
                diagnostic.with("file", format!("{CONTENT}/{}.{tag}.md", there.path)).hint("hint-elsewhere")
            }
            (None, Some(near)) => diagnostic.with("nearest", near).hint("hint-nearest"),
            (None, None) if own.is_empty() => diagnostic.hint("hint-none"),
            (None, None) if own.len() > MOST_NAMED => diagnostic,
            (None, None) => diagnostic.with("known", own.join(", ")).hint("hint-known"),
        }))
    }

    /// The target must exist in the language of the link's own text.
    fn in_language(&self, document: &Document, key: SectionKey, report: &impl Fn(Code) -> Diagnostic) -> Found<Target> {
        let chapter = self.works[key.work].chapter(key.chapter);
        let exists = chapter.is_some_and(|page| page.sections[key.section].versions[document.language].is_some());
        if exists {
            return Ok(Target::Section(key));
        }
        let (tag, settings) = &self.book.languages[document.language];
        let file = chapter.map(|chapter| format!("{CONTENT}/{}.{tag}.md", chapter.path)).unwrap_or_default();
        if self.left_out.get(Utf8Path::new(&file)) == Some(&LeftOut::Broken) {
            return Ok(Target::Nowhere);
        }
        let language = settings.name.as_str();
        Err(Box::new(report(Code::AnchorInOneLanguage).with("language", language)))
    }
}
