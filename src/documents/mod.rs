//! Documents: every source file understood by itself.
//!
//! Takes: [`Sources`]. Gives: the settings of `book.toml`, works, Markdown as arenas, messages — each with the places of its
//! values. Must not know how files belong together: what a link leads to, which versions make a pair, who has which number.

pub mod amendment;
pub mod arena;
pub mod citation;
pub mod concordance;
pub mod edition;
pub mod facets;
pub mod front;
pub mod glossary;
pub mod mark;
mod markdown;
pub mod proceedings;
pub mod signatory;
pub mod work;

use camino::{Utf8Path, Utf8PathBuf};
use rayon::prelude::*;
use std::collections::{BTreeMap, BTreeSet};
use std::hash::Hash;
use std::sync::Arc;

use crate::config::Book;
use crate::diagnostics::{Code, Diagnostic, Place, Source, sorted};
use crate::locale::{self, Language, Messages};
use crate::memo::{Memo, Seal};
use crate::sources::Sources;
pub use amendment::AmendmentFile;
pub use arena::{Document, Reading};
pub use concordance::RecordFile;
pub use edition::EditionFiles;
pub use glossary::Glossary;
pub use proceedings::{ContributionFile, PanelFile};
pub use signatory::{RetiredFile, SignatoryFile};
pub use work::WorkFile;

/// The folder of a publication's texts.
pub const CONTENT: &str = "content";
/// The file that makes a work of a folder.
pub const WORK: &str = "work.yaml";
/// The terms of all works, below [`CONTENT`].
const GLOSSARY: &str = "glossary.yaml";

pub struct Documents {
    pub book: Book,
    pub languages: Vec<Language>,
    pub messages: Messages,
    /// In the order of their folders.
    pub works: Vec<WorkFile>,
    /// In the order of their paths.
    pub documents: Vec<Document>,
    pub glossary: Option<Glossary>,
    /// The register, in the order of its files.
    pub signatories: Vec<SignatoryFile>,
    pub retired: Option<RetiredFile>,
    /// What is recorded of compared versions, in the order of its files.
    pub records: Vec<RecordFile>,
    /// In the order of their files.
    pub amendments: Vec<AmendmentFile>,
    pub panels: Vec<PanelFile>,
    pub contributions: Vec<ContributionFile>,
    pub editions: EditionFiles,
    /// The files of texts that gave no document: whoever misses one need not be told that it is not there.
    pub left_out: BTreeMap<Utf8PathBuf, LeftOut>,
}

/// Why a text is not among the documents.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LeftOut {
    /// It is a draft, and drafts were not asked for.
    Draft,
    /// It cannot be understood, or its work cannot; a diagnostic says why.
    Broken,
}

impl Documents {
    /// None where `book.toml` cannot be used: nothing can be said of the rest without it.
    pub fn read(sources: &Sources, drafts: bool, memo: &Memo) -> (Option<Documents>, Vec<Diagnostic>) {
        let Some(source) = sources.texts.get(Utf8Path::new("book.toml")) else { return (None, Vec::new()) };
        let (book, mut diagnostics) = Book::read(source);
        let Some(book) = book else { return (None, sorted(diagnostics)) };
        let languages = locale::languages(&book);
        let (messages, mistakes) = Messages::read(sources, &languages, memo);
        diagnostics.extend(mistakes);
        let content = Utf8Path::new(CONTENT);
        let texts: Vec<_> = sources.texts_below(content).collect();
        let read = |(path, file): &(&Utf8Path, &Arc<Source>)| {
            let of = |seal: &mut Seal| (file.seal(), source.seal()).hash(seal);
            Arc::unwrap_or_clone(memo.or("document", of, || parse(path, file, &book, &languages)))
        };
        let parsed: Vec<(Parsed, Vec<Diagnostic>)> = texts.par_iter().map(read).collect();
        let (mut works, mut documents, mut glossary) = (Vec::new(), Vec::new(), None);
        let (mut signatories, mut retired, mut records) = (Vec::new(), None, Vec::new());
        let (mut panels, mut contributions, mut amendments) = (Vec::new(), Vec::new(), Vec::new());
        let mut editions = EditionFiles::default();
        let mut left_out: BTreeMap<Utf8PathBuf, LeftOut> =
            sources.damaged.iter().map(|path| (path.clone(), LeftOut::Broken)).collect();
        for (parsed, mistakes) in parsed {
            diagnostics.extend(mistakes);
            match parsed {
                Parsed::Document(document) if drafts || document.front.draft != Some(true) => documents.push(*document),
                Parsed::Document(document) => drop(left_out.insert(document.source.path.clone(), LeftOut::Draft)),
                Parsed::Work(work) => works.push(*work),
                Parsed::Glossary(read) => glossary = Some(*read),
                Parsed::Signatory(read) => signatories.push(*read),
                Parsed::Panel(read) => panels.push(*read),
                Parsed::Contribution(read) => contributions.push(*read),
                Parsed::Retired(read) => retired = Some(*read),
                Parsed::Record(read) => records.push(*read),
                Parsed::Amendment(read) => amendments.push(*read),
                Parsed::Edition(read) => editions.records.push(*read),
                Parsed::Corrigendum(read) => editions.corrigenda.push(*read),
                Parsed::RetiredSections(read) => editions.retired.push(*read),
                Parsed::Broken(path) => drop(left_out.insert(path, LeftOut::Broken)),
                Parsed::Nothing => {}
            }
        }
        // By their folders where they say nothing else: pages that list works, and the front door, follow this order.
        works.sort_by_key(|work: &WorkFile| {
            let is_frozen = edition::of_folder(&work.folder).is_some();
            (is_frozen, if is_frozen { 0 } else { work.yaml.order.unwrap_or(u16::MAX) })
        });
        diagnostics.extend(editions.leave_out_unrecorded(&mut works, &mut documents, &mut left_out));
        leave_out_broken_works(&works, &mut documents, &mut left_out);
        diagnostics.extend(sources.files_below(content).filter_map(|(path, _)| foreign_variant(path, &book)));
        (
            Some(Documents {
                book,
                languages,
                messages,
                works,
                documents,
                glossary,
                signatories,
                retired,
                records,
                amendments,
                panels,
                contributions,
                editions,
                left_out,
            }),
            sorted(diagnostics),
        )
    }
}

#[derive(Clone)]
enum Parsed {
    Document(Box<Document>),
    Work(Box<WorkFile>),
    Glossary(Box<Glossary>),
    Signatory(Box<SignatoryFile>),
    Retired(Box<RetiredFile>),
    Record(Box<RecordFile>),
    Amendment(Box<AmendmentFile>),
    Edition(Box<edition::EditionFile>),
    Corrigendum(Box<edition::CorrigendumFile>),
    RetiredSections(Box<edition::RetiredSectionsFile>),
    Panel(Box<PanelFile>),
    Contribution(Box<ContributionFile>),
    /// The file's path.
    Broken(Utf8PathBuf),
    Nothing,
}

/// The texts of a work whose `work.yaml` cannot be used belong to nothing: held against another work's rules, all would be wrong.
fn leave_out_broken_works(works: &[WorkFile], documents: &mut Vec<Document>, left_out: &mut BTreeMap<Utf8PathBuf, LeftOut>) {
    let broken = left_out.keys().filter(|path| path.file_name() == Some(WORK)).filter_map(|path| path.parent());
    let broken: BTreeSet<Utf8PathBuf> =
        broken.map(|folder| folder.strip_prefix(CONTENT).unwrap_or(folder).to_owned()).collect();
    if broken.is_empty() {
        return;
    }
    let sound: BTreeSet<&Utf8Path> = works.iter().map(|work| work.folder.as_path()).collect();
    documents.retain(|document| {
        let owner = document.path.ancestors().skip(1).find(|folder| broken.contains(*folder) || sound.contains(folder));
        let kept = owner.is_none_or(|folder| !broken.contains(folder));
        if !kept {
            left_out.insert(document.source.path.clone(), LeftOut::Broken);
        }
        kept
    });
}

/// A text of a chapter as if it stood in this file; none where it cannot be understood.
pub fn document(source: &Arc<Source>, book: &Book, languages: &[Language]) -> Option<Document> {
    match parse(&source.path, source, book, languages).0 {
        Parsed::Document(document) => Some(*document),
        _ => None,
    }
}

fn parse(path: &Utf8Path, source: &Arc<Source>, book: &Book, languages: &[Language]) -> (Parsed, Vec<Diagnostic>) {
    let below = path.strip_prefix(CONTENT).unwrap_or(path);
    if path.file_name() == Some(WORK) {
        let folder = below.parent().unwrap_or(Utf8Path::new(""));
        let (work, diagnostics) = work::read(folder, source, book);
        return (work.map_or(Parsed::Broken(path.to_owned()), |work| Parsed::Work(Box::new(work))), diagnostics);
    }
    let folder = below.parent().unwrap_or(Utf8Path::new(""));
    if path.file_name() == Some(proceedings::PANEL) {
        let (panel, diagnostics) = proceedings::panel(folder, source, book);
        return (panel.map_or(Parsed::Broken(path.to_owned()), |read| Parsed::Panel(Box::new(read))), diagnostics);
    }
    if path.file_name() == Some(proceedings::CONTRIBUTION) {
        let (own, diagnostics) = proceedings::contribution(folder, source, book);
        return (own.map_or(Parsed::Broken(path.to_owned()), |read| Parsed::Contribution(Box::new(read))), diagnostics);
    }
    if below == GLOSSARY {
        let (glossary, diagnostics) = glossary::read(source, book);
        return (glossary.map_or(Parsed::Broken(path.to_owned()), |read| Parsed::Glossary(Box::new(read))), diagnostics);
    }
    if signatory::is_in_register(below) && below.file_name() == Some(signatory::RETIRED) {
        let (retired, diagnostics) = signatory::retired(source);
        return (retired.map_or(Parsed::Broken(path.to_owned()), |read| Parsed::Retired(Box::new(read))), diagnostics);
    }
    if signatory::is_in_register(below) {
        let (signatory, diagnostics) = signatory::read(source, book);
        return (signatory.map_or(Parsed::Broken(path.to_owned()), |read| Parsed::Signatory(Box::new(read))), diagnostics);
    }
    if below.extension() == Some("yaml")
        && let Some(read) = edition_file(path, below, source, book)
    {
        return read;
    }
    if concordance::is_record(below) {
        let (record, diagnostics) = concordance::read(source);
        return (record.map_or(Parsed::Broken(path.to_owned()), |read| Parsed::Record(Box::new(read))), diagnostics);
    }
    if amendment::is_amendment(below) {
        let (read, diagnostics) = amendment::read(source, book, languages);
        return (read.map_or(Parsed::Broken(path.to_owned()), |read| Parsed::Amendment(Box::new(read))), diagnostics);
    }
    if path.extension() != Some("md") {
        return (Parsed::Nothing, foreign_variant(path, book).into_iter().collect());
    }
    let stem = below.with_extension("");
    let Some((logical, tag)) = stem.as_str().rsplit_once('.').filter(|(_, tag)| !tag.contains('/')) else {
        let tags: Vec<&str> = book.tags().collect();
        let diagnostic = Diagnostic::new(Code::NoLanguage, Place::file(path));
        let name = format!("{}.{}.md", stem.file_name().unwrap_or_default(), tags[0]);
        return (Parsed::Nothing, vec![diagnostic.with("name", name)]);
    };
    let Some(language) = book.tags().position(|known| known == tag) else {
        return (Parsed::Nothing, vec![unknown_language(Place::file(path), tag, book)]);
    };
    let (front, body, mut diagnostics) = front::read(source);
    let (parsed, mistakes) = markdown::parse(source, body, languages[language].marks(), book.html);
    diagnostics.extend(mistakes);
    let Some(front) = front else { return (Parsed::Broken(path.to_owned()), diagnostics) };
    let document = parsed.document(source, Utf8PathBuf::from(logical), language, front);
    (Parsed::Document(Box::new(document)), diagnostics)
}

/// A file that says something of an edition, or of what editions had.
fn edition_file(path: &Utf8Path, below: &Utf8Path, source: &Arc<Source>, book: &Book) -> Option<(Parsed, Vec<Diagnostic>)> {
    let broken = || Parsed::Broken(path.to_owned());
    let place = edition::frozen(below);
    if let Some(place) = place.filter(|place| place.rest == edition::EDITION) {
        let (read, diagnostics) = edition::read(source, place, book);
        return Some((read.map_or_else(broken, |read| Parsed::Edition(Box::new(read))), diagnostics));
    }
    if let Some((place, number)) = place.and_then(|place| Some((place, place.corrigendum()?))) {
        let (read, diagnostics) = edition::corrigendum(source, place, number);
        return Some((read.map_or_else(broken, |read| Parsed::Corrigendum(Box::new(read))), diagnostics));
    }
    if place.is_none() && below.file_name() == Some(edition::RETIRED) {
        let (read, diagnostics) = edition::retired(source, below.parent().unwrap_or(Utf8Path::new("")));
        return Some((read.map_or_else(broken, |read| Parsed::RetiredSections(Box::new(read))), diagnostics));
    }
    None
}

fn unknown_language(place: Place, tag: &str, book: &Book) -> Diagnostic {
    let known: Vec<&str> = book.tags().collect();
    let diagnostic = Diagnostic::new(Code::UnknownLanguage, place).with("language", tag).with("of", "publication");
    diagnostic.with("known", known.join(", "))
}

/// A figure's suffix that looks like a language and is none of the publication's must not make a neutral file of it.
fn foreign_variant(path: &Utf8Path, book: &Book) -> Option<Diagnostic> {
    let (_, tag) = path.file_stem()?.rsplit_once('.')?;
    let (language, _) = tag.split_once('-').unwrap_or((tag, ""));
    let looks_like_language = language.len() == 2 && tag.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'-');
    let foreign = looks_like_language && !book.tags().any(|known| known == tag);
    foreign.then(|| unknown_language(Place::file(path), tag, book))
}
