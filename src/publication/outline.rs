//! The outline: which documents make a chapter, which sections a pair, who has which number.
//!
//! Takes: the works' declarations and the documents. Gives: [`Work`]s down to the sections, and a diagnostic wherever a version or
//! an id is missing or stands twice. Must not know addresses or what links lead to.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::Arc;

use camino::{Utf8Path, Utf8PathBuf};
use rayon::prelude::*;

use super::editions::{Frozen, Lineage};
use super::floats::Counted;
use super::folders::{Folders, is_index};
use super::names::{dated, order, slugify, split_prefix};
use super::proceedings::Slugs;
use super::*;
use crate::diagnostics::{Code, Span};
use crate::documents::LeftOut;
use crate::documents::edition::{EDITIONS, of_folder};

/// The documents of one page, by language.
type Versions = Vec<Option<usize>>;
/// The sections of one page by their ids.
type Known<'d> = foldhash::HashMap<Cow<'d, str>, usize>;

pub fn assemble(
    book: &Book,
    files: &[WorkFile],
    documents: &[Document],
    left_out: &BTreeMap<Utf8PathBuf, LeftOut>,
    (slugs, editions): (&Slugs, &EditionFiles),
) -> (Vec<Work>, Vec<Diagnostic>) {
    let mut diagnostics = Vec::new();
    let mut works: Vec<Work> = vec![own_pages(book)];
    let files: Vec<&WorkFile> = files.iter().filter(|file| !file.folder.as_str().is_empty()).collect();
    let lineages = super::editions::lineages(&files, editions).into_iter().skip(1);
    works.extend(files.into_iter().zip(lineages).map(|(file, lineage)| work(book, file, lineage)));
    // A page belongs to the deepest work whose folder holds it.
    let folders: foldhash::HashMap<&str, usize> =
        works.iter().enumerate().map(|(number, work)| (work.folder.as_str(), number)).collect();
    let mut pages: Vec<BTreeMap<_, Versions>> = vec![BTreeMap::new(); works.len()];
    for (index, document) in documents.iter().enumerate() {
        let mut above = std::iter::successors(Some(document.path.as_str()), |path| Some(path.rsplit_once('/')?.0)).skip(1);
        let owner = above.find_map(|folder| folders.get(folder)).copied().unwrap_or(0);
        let versions = pages[owner].entry(order(&document.path)).or_insert_with(|| vec![None; book.languages.len()]);
        versions[document.language] = Some(index);
    }
    let folders = Folders::of(documents);
    let filled: Vec<Vec<Diagnostic>> = works
        .par_iter_mut()
        .zip(pages)
        .map(|(work, pages)| {
            let mut diagnostics = Vec::new();
            fill(work, pages, (&folders, slugs), book, documents, left_out, &mut diagnostics);
            diagnostics
        })
        .collect();
    diagnostics.extend(filled.into_iter().flatten());
    (works, diagnostics)
}

fn own_pages(book: &Book) -> Work {
    let languages: Vec<(usize, Authority)> = (0..book.languages.len()).map(|tag| (tag, Authority::Authentic)).collect();
    let title: Vec<String> = book.tags().map(|tag| book.title.get(tag).cloned().unwrap_or_default()).collect();
    let nothing = vec![String::new(); languages.len()];
    Work {
        folder: Utf8PathBuf::new(),
        kind: Kind::Pages,
        short_title: title.clone(),
        title,
        summary: nothing.clone(),
        endorsing: nothing.clone(),
        slug: nothing,
        places: vec![None; languages.len()],
        languages,
        clause: ClauseName::Paragraph,
        endorsable: false,
        specimen: false,
        facets: Vec::new(),
        licence: None,
        edition: Edition {
            number: None,
            status: None,
            date: None,
            adoption: None,
            consultation: None,
            index: None,
            chapters: Vec::new(),
        },
        lineage: Lineage::default(),
    }
}

fn work(book: &Book, file: &WorkFile, lineage: Lineage) -> Work {
    let yaml = &file.yaml;
    let by_language = |texts: Option<&crate::record::Texts>, otherwise: &dyn Fn(&str) -> String| -> Vec<String> {
        book.tags().map(|tag| texts.and_then(|texts| texts.get(tag)).cloned().unwrap_or_else(|| otherwise(tag))).collect()
    };
    // A folder may be called what an address may not.
    let home = of_folder(&file.folder).map_or(file.folder.as_path(), |place| place.work);
    let slug = home.components().map(|part| slugify(part.as_str())).collect::<Vec<_>>().join("/");
    let place = |tag: &str| {
        let texts = yaml.slug.as_ref().unwrap_or(&yaml.title);
        texts.entries.iter().find(|(key, _)| key.text == tag).map_or(texts.span, |(_, text)| text.span)
    };
    let edition = yaml.edition.as_ref();
    let frozen = lineage.frozen.as_ref();
    let mut slugs = by_language(yaml.slug.as_ref(), &|_| slug.clone());
    // An edition stands below what was its work's address on its day.
    for slug in slugs.iter_mut().filter(|_| frozen.is_some()) {
        slug.extend(["/", EDITIONS, "/", file.folder.file_name().unwrap_or_default()]);
    }
    Work {
        folder: file.folder.clone(),
        kind: yaml.kind,
        title: by_language(Some(&yaml.title), &|_| String::new()),
        short_title: by_language(yaml.short_title.as_ref(), &|tag| yaml.title.get(tag).cloned().unwrap_or_default()),
        summary: by_language(yaml.summary.as_ref(), &|_| String::new()),
        endorsing: by_language(yaml.endorsing.as_ref(), &|_| String::new()),
        slug: slugs,
        places: book.tags().map(|tag| Some(Place::new(&file.source, place(tag)))).collect(),
        languages: frozen.map_or_else(|| file.languages.clone(), |own| own.file.languages.clone()),
        clause: yaml.clause.unwrap_or(if yaml.kind == Kind::Manual { ClauseName::Section } else { ClauseName::Paragraph }),
        endorsable: yaml.endorsable.unwrap_or(false) && yaml.specimen != Some(true),
        specimen: yaml.specimen == Some(true),
        facets: super::facets::declared(book, file),
        licence: yaml
            .licence
            .as_ref()
            .and_then(|licence| Some((licence.value.clone(), crate::documents::work::licence_address(&licence.value)?))),
        edition: Edition {
            number: edition.map(|edition| edition.number.value.0.clone()),
            status: frozen.map(Frozen::status).or(edition.map(|edition| edition.status)),
            date: frozen.map(|own| own.file.yaml.date.value).or(edition.map(|edition| edition.date)),
            adoption: edition.and_then(|edition| edition.adoption.clone()),
            consultation: match frozen {
                Some(own) => own.file.yaml.consultation.clone(),
                None => edition.and_then(|edition| edition.consultation.clone()),
            },
            index: None,
            chapters: Vec::new(),
        },
        lineage,
    }
}

fn fill(
    work: &mut Work,
    pages: BTreeMap<(u64, &Utf8Path), Versions>,
    (folders, slugs): (&Folders<'_>, &Slugs),
    book: &Book,
    documents: &[Document],
    left_out: &BTreeMap<Utf8PathBuf, LeftOut>,
    diagnostics: &mut Vec<Diagnostic>,
) {
    let mut order: Vec<(ChapterKey, bool)> = Vec::new();
    let mut counted = Counted::default();
    let mut number = 0;
    let mut before: Option<&Utf8Path> = None;
    for ((_, path), versions) in pages {
        // An article may exist in one language.
        if !(work.kind == Kind::Proceedings && path.file_name() == Some(proceedings::ARTICLE)) {
            missing_versions(work, path, &versions, book, documents, left_out, diagnostics);
        }
        let Some(base) = by_authority(work, &versions, documents).into_iter().next() else { continue };
        let counts = work.kind.is_numbered() && base.front.numbered != Some(false);
        let introduces = path.parent() == Some(work.folder.as_path()) && path.file_name() == Some("index");
        let chapter_number = (counts && !introduces).then(|| {
            number += 1;
            number
        });
        // Ids are unique in a work, but texts that are read apart have nothing in common. So are numbers of tables and figures.
        let shares_page = slugs.of_part(path).is_some() && before == path.parent();
        let apart = work.kind.is_collection() && !shares_page;
        if apart {
            counted = Counted::default();
        }
        before = path.parent();
        let mut chapter = chapter(work, path.to_owned(), versions, (folders, slugs), documents, book, diagnostics);
        chapter.number = chapter_number;
        number_sections(&mut chapter, documents, work, diagnostics);
        let versions = by_authority(work, &chapter.documents, documents);
        let (floats, mistakes) = floats::pair(&chapter, &versions, book, &mut counted);
        diagnostics.extend(mistakes);
        chapter.floats = floats;
        if introduces {
            order.push((ChapterKey::Index, apart));
            work.edition.index = Some(chapter);
        } else {
            order.push((ChapterKey::Number(work.edition.chapters.len()), apart));
            work.edition.chapters.push(chapter);
        }
    }
    let mut ids = floats::Ids::default();
    for (key, apart) in order {
        let Some(chapter) = work.chapter(key) else { continue };
        if apart {
            ids.clear();
        }
        unique_ids(chapter, documents, &mut ids, diagnostics);
        floats::unique_ids(&by_authority(work, &chapter.documents, documents), &mut ids, diagnostics);
    }
}

/// A page's versions; the first of them, an authentic one if there is any, is what the others are held against.
fn by_authority<'d>(work: &Work, versions: &Versions, documents: &'d [Document]) -> Vec<&'d Document> {
    let of = |wanted| work.languages.iter().filter(move |(_, authority)| *authority == wanted);
    let languages = of(Authority::Authentic).chain(of(Authority::Courtesy));
    languages.filter_map(|(language, _)| versions[*language]).map(|index| &documents[index]).collect()
}

fn missing_versions(
    work: &Work,
    path: &Utf8Path,
    versions: &Versions,
    book: &Book,
    documents: &[Document],
    left_out: &BTreeMap<Utf8PathBuf, LeftOut>,
    diagnostics: &mut Vec<Diagnostic>,
) {
    let Some(present) = versions.iter().flatten().next().map(|index| &documents[*index]) else { return };
    for (language, _) in &work.languages {
        if versions[*language].is_none() {
            let (tag, settings) = &book.languages[*language];
            let missing = format!("{}/{path}.{tag}.md", crate::documents::CONTENT);
            let hint = match left_out.get(Utf8Path::new(&missing)) {
                Some(LeftOut::Broken) => continue,
                Some(LeftOut::Draft) => "hint-draft",
                None if work.folder.as_str().is_empty() => "hint",
                None => "hint-work",
            };
            let place = present.place(present.front.title.span);
            let diagnostic = Diagnostic::new(Code::MissingVersion, place).with("language", settings.name.as_str());
            diagnostics.push(diagnostic.with("file", missing).with("tag", tag.as_str()).hint(hint));
        }
    }
    for (language, index) in versions.iter().enumerate() {
        if let Some(index) = index
            && work.authority(language).is_none()
        {
            let known: Vec<&str> = work.languages.iter().map(|(own, _)| book.languages[*own].0.as_str()).collect();
            let place = Place::file(&documents[*index].source.path);
            let diagnostic = Diagnostic::new(Code::UnknownLanguage, place).with("of", "work");
            let diagnostic = diagnostic.with("language", book.languages[language].0.as_str());
            diagnostics.push(diagnostic.with("known", known.join(", ")).hint("hint-work"));
        }
    }
}

fn chapter(
    work: &Work,
    path: Utf8PathBuf,
    versions: Versions,
    (folders, own_slugs): (&Folders<'_>, &Slugs),
    documents: &[Document],
    book: &Book,
    diagnostics: &mut Vec<Diagnostic>,
) -> Chapter {
    let name = path.file_name().unwrap_or_default();
    let news = work.folder.as_str().is_empty() && path.parent() == Some(Utf8Path::new(NEWS));
    let day = dated(name).filter(|_| news);
    let chapter_id = slugify(day.map_or_else(|| split_prefix(name).1, |(_, name)| name));
    let strict = work.kind == Kind::Guidelines;
    let empty = || (0..book.languages.len()).map(|_| None).collect::<Vec<Option<SectionVersion>>>();
    let mut sections = vec![Section { id: chapter_id.clone(), level: 1, number: String::new(), versions: empty() }];
    let mut known: Known<'_> = Known::default();
    for (nth, document) in by_authority(work, &versions, documents).into_iter().enumerate() {
        let version = |section: usize, title: Arc<str>| Some(SectionVersion { section, title });
        sections[0].versions[document.language] = version(0, document.front.title.value.trim().into());
        for (position, own) in document.sections.iter().enumerate().skip(1) {
            let id: Cow<'_, str> = match &own.id {
                Some(id) => id.text.as_str().into(),
                None if strict => {
                    let proposal = slugify(&own.title);
                    let diagnostic = Diagnostic::new(Code::MissingId, document.place(own.span_of_heading(document)));
                    diagnostics.push(diagnostic.with("id", proposal));
                    continue;
                }
                // Elsewhere the position decides: the first version names the section for all.
                None if nth > 0 && position < sections.len() && sections[position].versions[document.language].is_none() => {
                    sections[position].id.clone().into()
                }
                None => free_id(&slugify(&own.title), &known, &chapter_id).into(),
            };
            let at = *known.entry(id.clone()).or_insert_with(|| {
                sections.push(Section { id: id.into(), level: own.level, number: String::new(), versions: empty() });
                sections.len() - 1
            });
            let slot = &mut sections[at].versions[document.language];
            match slot {
                None => *slot = version(position, Arc::clone(&own.title)),
                Some(first) => {
                    let first = &document.sections[first.section];
                    diagnostics.push(duplicate(document, own, &sections[at].id, document.place(first.id_span(document))));
                }
            }
        }
    }
    let slug = |(language, index): (usize, &Option<usize>)| {
        let own = index.and_then(|index| documents[index].front.slug.as_ref()).map(|slug| slug.value.as_str());
        match folders.address(&path, &work.folder, language) {
            folder if folder.is_empty() => own.unwrap_or(&chapter_id).to_owned(),
            // The index of a folder stands at the folder's own address, which its slug is part of.
            folder if is_index(&path) => folder,
            folder => format!("{folder}/{}", own.unwrap_or(&chapter_id)),
        }
    };
    let part_of = own_slugs.of_part(&path);
    let slugs = part_of.cloned().unwrap_or_else(|| versions.iter().enumerate().map(slug).collect());
    let within = part_of.is_some();
    let day = day.map(|(day, _)| day);
    Chapter { path, number: None, within, day, slugs, documents: versions, sections, floats: Vec::new() }
}

fn duplicate(document: &Document, section: &arena::Section, id: &str, first: Place) -> Diagnostic {
    Diagnostic::new(Code::DuplicateId, document.place(section.id_span(document))).with("id", id).related(first)
}

/// Ids are unique in a work; the versions of one section share theirs.
fn unique_ids<'p>(
    chapter: &'p Chapter,
    documents: &'p [Document],
    ids: &mut floats::Ids<'p>,
    diagnostics: &mut Vec<Diagnostic>,
) {
    for section in &chapter.sections {
        for (language, version) in section.versions.iter().enumerate() {
            let (Some(version), Some(index)) = (version, chapter.documents[language]) else { continue };
            let document = &documents[index];
            let own = &document.sections[version.section];
            if let Some((first, span, opening)) = ids.get(section.id.as_str()) {
                let diagnostic = duplicate(document, own, &section.id, first.place(*span));
                diagnostics.push(if *opening { diagnostic.hint("hint-chapter") } else { diagnostic });
            }
        }
        let first = section.versions.iter().enumerate().find_map(|(language, version)| {
            let document = &documents[chapter.documents[language]?];
            let own = &document.sections[version.as_ref()?.section];
            Some((document, own.id_span(document)))
        });
        if let Some((document, span)) = first {
            ids.entry(&section.id).or_insert((document, span, section.level == 1));
        }
    }
}

/// Numbers the sections of a counted chapter and finds levels that were skipped.
fn number_sections(chapter: &mut Chapter, documents: &[Document], work: &Work, diagnostics: &mut Vec<Diagnostic>) {
    let mut counters = [0u32; 7];
    let mut level = 1;
    for section in &mut chapter.sections[1..] {
        let depth = usize::from(section.level.clamp(2, 6));
        counters[depth] += 1;
        counters[depth + 1..].fill(0);
        if let Some(number) = chapter.number {
            section.number = number.to_string();
            counters[2..=depth].iter().for_each(|count| section.number.extend([".", &count.to_string()]));
        }
    }
    if let Some(number) = chapter.number {
        chapter.sections[0].number = number.to_string();
    }
    for (language, _) in &work.languages {
        let Some(document) = chapter.documents[*language].map(|index| &documents[index]) else { continue };
        for section in &document.sections[1..] {
            if section.level > level + 1 {
                let place = document.place(section.span_of_heading(document));
                let diagnostic = Diagnostic::new(Code::SkippedHeadingLevel, place);
                let wanted = "#".repeat(usize::from(level) + 1);
                let diagnostic = diagnostic.with("level", usize::from(section.level)).with("last", usize::from(level));
                diagnostics.push(diagnostic.with("wanted", wanted));
            }
            level = section.level;
        }
        level = 1;
    }
}

impl arena::Section {
    /// The line to point at: the heading's, or the file's first for an opening.
    pub fn span_of_heading(&self, document: &Document) -> Span {
        self.heading.map_or(document.front.title.span, |heading| document.blocks[heading as usize].span)
    }

    /// Its id, or the line to point at.
    pub fn id_span(&self, document: &Document) -> Span {
        self.id.as_ref().map_or_else(|| self.span_of_heading(document), |id| id.span)
    }
}

/// An id that neither another section nor the chapter itself has.
fn free_id(wanted: &str, known: &Known<'_>, chapter: &str) -> String {
    let mut candidates = std::iter::once(wanted.to_owned()).chain((2..).map(|number| format!("{wanted}-{number}")));
    candidates.find(|candidate| candidate != chapter && !known.contains_key(candidate.as_str())).unwrap_or_default()
}
