//! Proceedings: panels with their conclusions, contributions with their abstracts and articles.
//!
//! Takes: the files `panel.yaml` and `contribution.yaml`, and the outline. Gives: which texts make a contribution, who wrote it, where it
//! stands, and a diagnostic for parts that are missing or lie in the wrong place. Must not know what is asked of submissions.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::sync::Arc;

use camino::{Utf8Path, Utf8PathBuf};

use super::names::{slugify, split_prefix};
use super::{ChapterKey, Work};
use crate::config::Book;
use crate::diagnostics::{Code, Diagnostic, Place, Source};
use crate::documents::proceedings::{PANEL, Part, PersonYaml};
use crate::documents::work::{Kind, SubmissionYaml};
use crate::documents::{CONTENT, ContributionFile, LeftOut, PanelFile, WorkFile};
use crate::locale::Language;
use crate::record::Texts;

/// The folder of a work's panels.
pub const PANELS: &str = "panels";
/// The texts that are parts of a page, by the names of their files.
pub const CONCLUSIONS: &str = "conclusions";
pub const ABSTRACT: &str = "abstract";
pub const ARTICLE: &str = "article";

/// One work's panels in their order.
pub struct Proceedings {
    pub work: usize,
    pub panels: Vec<Panel>,
    /// Who wrote contributions, each once, in the order in which they are first met.
    pub authors: Vec<Author>,
    /// Abstracts that stand on the page of an article.
    pub accompanied: HashSet<ChapterKey>,
    pub submission: Option<SubmissionYaml>,
}

/// Somebody who wrote contributions: known by an ORCID, else by name.
pub struct Author {
    pub name: String,
    /// What an index sorts it by.
    pub sort: String,
    /// What an index calls the place that stands for it.
    pub anchor: String,
    /// The places of panels and contributions.
    pub papers: Vec<(usize, usize)>,
}

pub struct Panel {
    /// Below `content/`.
    pub folder: Utf8PathBuf,
    /// By language of the publication.
    pub title: Vec<String>,
    pub slug: Vec<String>,
    pub coordinators: Vec<Person>,
    pub specimen: bool,
    pub conclusions: Option<ChapterKey>,
    pub contributions: Vec<Contribution>,
    pub place: Place,
    /// By language: where its title stands.
    pub title_places: Vec<Place>,
}

pub struct Contribution {
    /// Below `content/`.
    pub folder: Utf8PathBuf,
    pub title: Vec<String>,
    /// After its panel's.
    pub slug: Vec<String>,
    pub authors: Vec<Person>,
    /// In which the article was written, where that is said.
    pub language: Option<usize>,
    /// By language of the publication.
    pub keywords: Vec<Vec<String>>,
    pub specimen: bool,
    pub summary: Option<ChapterKey>,
    pub article: Option<ChapterKey>,
    pub place: Place,
    /// By language: where its title stands.
    pub title_places: Vec<Place>,
}

pub struct Person {
    pub name: String,
    /// What an index sorts it by.
    pub sort: String,
    pub affiliation: Vec<String>,
    pub orcid: Option<String>,
    /// The place in [`Proceedings::authors`]; none of whoever coordinates and has written nothing.
    pub author: Option<usize>,
}

/// The addresses of panels and contributions below their work, by folder and language.
#[derive(Default)]
pub struct Slugs {
    panels: HashMap<Utf8PathBuf, Vec<String>>,
    contributions: HashMap<Utf8PathBuf, Vec<String>>,
}

impl Slugs {
    pub fn new(book: &Book, panels: &[PanelFile], contributions: &[ContributionFile]) -> Slugs {
        let mut slugs = Slugs::default();
        for panel in panels {
            slugs.panels.insert(panel.folder.clone(), own_slugs(book, &panel.folder, panel.yaml.slug.as_ref()));
        }
        for own in contributions {
            let Some(panel) = own.folder.parent().and_then(|folder| slugs.panels.get(folder)) else { continue };
            let parts = own_slugs(book, &own.folder, own.yaml.slug.as_ref());
            let whole = panel.iter().zip(parts).map(|(panel, own)| format!("{panel}/{own}")).collect();
            slugs.contributions.insert(own.folder.clone(), whole);
        }
        slugs
    }

    /// Where the page stands that a text is part of; none where it has a page of its own.
    pub fn of_part(&self, path: &Utf8Path) -> Option<&Vec<String>> {
        let folder = path.parent()?;
        match path.file_name()? {
            CONCLUSIONS => self.panels.get(folder),
            ABSTRACT | ARTICLE => self.contributions.get(folder),
            _ => None,
        }
    }
}

fn by_language(book: &Book, texts: &Texts) -> Vec<String> {
    book.tags().map(|tag| texts.get(tag).cloned().unwrap_or_default()).collect()
}

fn title_places(book: &Book, source: &Arc<Source>, title: &Texts) -> Vec<Place> {
    let own = |tag: &str| title.entries.iter().find(|(key, _)| key.text == tag).map_or(title.span, |(_, text)| text.span);
    book.tags().map(|tag| Place::new(source, own(tag))).collect()
}

fn own_slugs(book: &Book, folder: &Utf8Path, slug: Option<&Texts>) -> Vec<String> {
    let made = slugify(split_prefix(folder.file_name().unwrap_or_default()).1);
    book.tags().map(|tag| slug.and_then(|slugs| slugs.get(tag)).cloned().unwrap_or_else(|| made.clone())).collect()
}

pub fn assemble(
    book: &Book,
    works: &[Work],
    files: &[WorkFile],
    (panels, contributions): (&[PanelFile], &[ContributionFile]),
    left_out: &BTreeMap<Utf8PathBuf, LeftOut>,
) -> (Vec<Proceedings>, Vec<Diagnostic>) {
    let mut diagnostics = Vec::new();
    let mut assembled = Vec::new();
    let mut in_folder: HashMap<&Utf8Path, Vec<&ContributionFile>> = HashMap::new();
    for own in contributions {
        in_folder.entry(own.folder.parent().unwrap_or(Utf8Path::new(""))).or_default().push(own);
    }
    in_folder.values_mut().for_each(|own| own.sort_by_key(|own| (own.yaml.order.unwrap_or(u16::MAX), &own.folder)));
    let mut homes = HashSet::new();
    for (number, work) in works.iter().enumerate().filter(|(_, work)| work.kind == Kind::Proceedings) {
        let folder = work.folder.join(PANELS);
        let mut own: Vec<&PanelFile> = panels.iter().filter(|panel| panel.folder.parent() == Some(&folder)).collect();
        own.sort_by_key(|panel| (panel.yaml.order.unwrap_or(u16::MAX), &panel.folder));
        homes.insert(folder);
        let texts: BTreeMap<&Utf8Path, ChapterKey> =
            work.current().pages().map(|(key, chapter)| (chapter.path.as_path(), key)).collect();
        let mut parts = Vec::new();
        for file in own {
            let papers = in_folder.get(file.folder.as_path()).map_or(&[][..], Vec::as_slice);
            diagnostics.extend(own_texts(book, work, file, papers));
            parts.push(panel((book, work), file, papers, &texts, &mut diagnostics));
        }
        let submission = files.iter().find(|file| file.folder == work.folder).and_then(|file| file.yaml.submission.clone());
        assembled.push(Proceedings::new(number, parts, submission));
    }
    let is_home = |folder: Option<&Utf8Path>| folder.is_some_and(|folder| homes.contains(folder));
    diagnostics.extend(panels.iter().filter(|panel| !is_home(panel.folder.parent())).map(|panel| misplaced(panel, "panel")));
    // A panel whose file is broken is a panel all the same.
    let broken = left_out.keys().filter(|path| path.file_name() == Some(PANEL));
    let broken = broken.filter_map(|path| path.strip_prefix(CONTENT).ok()?.parent());
    let known: HashSet<&Utf8Path> = panels.iter().map(|panel| panel.folder.as_path()).chain(broken).collect();
    let lost = contributions.iter().filter(|own| !own.folder.parent().is_some_and(|folder| known.contains(folder)));
    diagnostics.extend(lost.map(|own| misplaced(own, "contribution")));
    (assembled, diagnostics)
}

/// What panels and contributions say has to be said in every language of their work.
fn own_texts(book: &Book, work: &Work, panel: &PanelFile, papers: &[&ContributionFile]) -> Vec<Diagnostic> {
    let tags = || work.languages.iter().map(|(language, _)| book.languages[*language].0.as_str());
    let missing = |source: &Arc<Source>, texts: &Texts| {
        let missing = tags().filter(|tag| texts.get(tag).is_none());
        let diagnostic = |tag: &str| {
            Diagnostic::new(Code::MissingText, Place::new(source, texts.span)).with("language", tag).hint("hint")
        };
        missing.map(diagnostic).collect::<Vec<_>>()
    };
    let mut diagnostics: Vec<Diagnostic> = panel.yaml.texts().flat_map(|texts| missing(&panel.source, texts)).collect();
    for paper in papers {
        diagnostics.extend(paper.yaml.texts().flat_map(|texts| missing(&paper.source, texts)));
    }
    diagnostics
}

fn misplaced<T>(part: &Part<T>, kind: &'static str) -> Diagnostic {
    let hint = if kind == "panel" { "hint" } else { "hint-contribution" };
    Diagnostic::new(Code::MisplacedPart, Place::file(&part.source.path)).with("part", kind).hint(hint)
}

fn panel(
    (book, work): (&Book, &Work),
    file: &PanelFile,
    papers: &[&ContributionFile],
    texts: &BTreeMap<&Utf8Path, ChapterKey>,
    diagnostics: &mut Vec<Diagnostic>,
) -> Panel {
    Panel {
        folder: file.folder.clone(),
        title_places: title_places(book, &file.source, &file.yaml.title),
        title: by_language(book, &file.yaml.title),
        slug: own_slugs(book, &file.folder, file.yaml.slug.as_ref()),
        coordinators: file.yaml.coordinators.iter().map(|yaml| person(book, yaml)).collect(),
        specimen: file.yaml.specimen == Some(true),
        conclusions: texts.get(file.folder.join(CONCLUSIONS).as_path()).copied(),
        contributions: papers.iter().map(|own| contribution((book, work), own, texts, diagnostics)).collect(),
        place: Place::new(&file.source, file.yaml.title.span),
    }
}

fn contribution(
    (book, work): (&Book, &Work),
    file: &ContributionFile,
    texts: &BTreeMap<&Utf8Path, ChapterKey>,
    diagnostics: &mut Vec<Diagnostic>,
) -> Contribution {
    let text = |name: &str| texts.get(file.folder.join(name).as_path()).copied();
    let place = Place::new(&file.source, file.yaml.title.span);
    let (summary, article) = (text(ABSTRACT), text(ARTICLE));
    if summary.is_none() {
        let tag = &book.languages[0].0;
        let diagnostic = Diagnostic::new(Code::MissingAbstract, place.clone());
        diagnostics.push(diagnostic.with("file", format!("{CONTENT}/{}/{ABSTRACT}.{tag}.md", file.folder)));
    }
    let written = file.yaml.language.as_ref();
    let language = written.and_then(|own| book.tags().position(|tag| tag == own.value));
    let is_there = |language: usize| {
        article.and_then(|key| work.chapter(key)).is_some_and(|article| article.documents[language].is_some())
    };
    if let Some((written, _)) = written.zip(language).filter(|(_, language)| !is_there(*language)) {
        let diagnostic = Diagnostic::new(Code::MissingArticle, Place::new(&file.source, written.span));
        let path = format!("{CONTENT}/{}/{ARTICLE}.{}.md", file.folder, written.value);
        diagnostics.push(diagnostic.with("file", path));
    }
    let keywords = file.yaml.keywords.as_ref();
    let words = |tag: &str| {
        let own = keywords.and_then(|keywords| keywords.get(tag));
        own.map(|words| words.iter().map(|word| word.value.clone()).collect()).unwrap_or_default()
    };
    Contribution {
        folder: file.folder.clone(),
        title_places: title_places(book, &file.source, &file.yaml.title),
        title: by_language(book, &file.yaml.title),
        slug: own_slugs(book, &file.folder, file.yaml.slug.as_ref()),
        authors: file.yaml.authors.iter().map(|yaml| person(book, yaml)).collect(),
        language,
        keywords: book.tags().map(words).collect(),
        specimen: file.yaml.specimen == Some(true),
        summary,
        article,
        place,
    }
}

fn person(book: &Book, yaml: &PersonYaml) -> Person {
    Person {
        name: yaml.name.value.clone(),
        sort: yaml.sort.as_ref().unwrap_or(&yaml.name).value.clone(),
        affiliation: yaml
            .affiliation
            .as_ref()
            .map_or_else(|| vec![String::new(); book.languages.len()], |texts| by_language(book, texts)),
        orcid: yaml.orcid.as_ref().map(|orcid| orcid.value.clone()),
        author: None,
    }
}

impl Proceedings {
    fn new(work: usize, mut panels: Vec<Panel>, submission: Option<SubmissionYaml>) -> Proceedings {
        let mut authors: Vec<Author> = Vec::new();
        let mut known = HashMap::new();
        for (panel, own) in panels.iter_mut().enumerate() {
            for (number, paper) in own.contributions.iter_mut().enumerate() {
                for person in &mut paper.authors {
                    let is = person.orcid.clone().unwrap_or_else(|| person.name.to_lowercase());
                    let place = *known.entry(is).or_insert_with(|| {
                        let (name, sort) = (person.name.clone(), person.sort.clone());
                        // What the site calls its own begins with a sign that no id of an author's has.
                        let anchor = format!("_author-{}", authors.len() + 1);
                        authors.push(Author { name, sort, anchor, papers: Vec::new() });
                        authors.len() - 1
                    });
                    person.author = Some(place);
                    authors[place].papers.push((panel, number));
                }
            }
        }
        let contributions = panels.iter().flat_map(|panel| &panel.contributions);
        let accompanied = contributions.filter(|paper| paper.article.is_some()).filter_map(|paper| paper.summary).collect();
        Proceedings { work, panels, authors, accompanied, submission }
    }

    /// Each contribution with the places of its panel and of itself.
    pub fn contributions(&self) -> impl Iterator<Item = (usize, usize, &Contribution)> {
        self.panels.iter().enumerate().flat_map(|(panel, own)| {
            own.contributions.iter().enumerate().map(move |(number, contribution)| (panel, number, contribution))
        })
    }

    /// The authors in the order of a language.
    pub fn authors_in(&self, language: &Language) -> Vec<&Author> {
        let order = language.order();
        let mut authors: Vec<&Author> = self.authors.iter().collect();
        authors.sort_by(|one, other| order(&one.sort, &other.sort).then_with(|| order(&one.name, &other.name)));
        authors
    }
}

impl super::Publication {
    /// Whether a text is an abstract that stands on the page of an article.
    pub fn is_accompanied(&self, work: usize, key: ChapterKey) -> bool {
        self.proceedings.iter().any(|own| own.work == work && own.accompanied.contains(&key))
    }
}
