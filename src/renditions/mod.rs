//! Renditions: a publication as files, each made only when it is asked for.
//!
//! Takes: a publication. Gives: a list of [`Rendition`]s, path → (key, thunk). `build` forces all of them, `serve` the one that is
//! asked for. Renditions do not know each other and write nothing; only [`pdf`] names Typst.

mod html;
pub mod open_data;
#[cfg(feature = "pdf")]
pub mod pdf;
pub mod redline;
pub mod site;
pub mod text;

use std::collections::BTreeMap;

use camino::Utf8PathBuf;
pub use html::escaped;
use serde::Serialize;
use sha2::{Digest, Sha256};

use crate::diagnostics::Diagnostic;
use crate::documents::work::{Authority, Kind, Status};
use crate::publication::proceedings::{Contribution, Panel};
use crate::publication::{Publication, Work};

/// What a rendition's thunk yields: the file's bytes, or what is wrong in the sources that only making it could tell.
pub type Made = Result<Vec<u8>, Vec<Diagnostic>>;

/// BLAKE3's first 128 bits over everything a rendition's bytes depend on.
pub type Key = [u8; 16];

/// One file of the output.
pub struct Rendition {
    /// Relative to the destination, forward slashes, no `.` or `..`.
    pub path: Utf8PathBuf,
    /// Worth keeping between runs: making it again costs more than reading it.
    pub costly: bool,
    /// Offered for download: pages tell its size and checksum.
    pub offered: bool,
    pub key: Box<dyn Fn() -> Key + Send + Sync>,
    pub make: Make,
}

/// How a file's bytes come about. Each fills an empty buffer, which may have room left from other files.
pub enum Make {
    Alone(Box<dyn Fn(Vec<u8>) -> Made + Send + Sync>),
    /// Made after all others, because it tells the sizes and checksums of what is offered.
    Listing(Lister),
}

type Lister = Box<dyn Fn(Vec<u8>, &Offered) -> Made + Send + Sync>;

impl Make {
    pub fn bytes(&self, buffer: Vec<u8>, offered: &Offered) -> Made {
        match self {
            Make::Alone(make) => make(buffer),
            Make::Listing(make) => make(buffer, offered),
        }
    }
}

/// The files offered for download, by their paths.
pub type Offered = BTreeMap<Utf8PathBuf, FileFacts>;

/// A sentence that names a language as that language itself does.
#[derive(Serialize)]
pub struct Naming {
    pub before: String,
    pub name: String,
    pub after: String,
    pub lang: String,
    pub dir: &'static str,
}

/// Where a message is parted to put something in. Private use, so that no text holds it by chance.
pub const PARTING: &str = "\u{e000}";

impl Naming {
    /// By a message whose one argument is `language`.
    pub fn new(publication: &Publication, key: &str, language: usize, named: usize) -> Naming {
        let text = publication.messages.text(language, key, &[("language", PARTING)]);
        let (before, after) = text.split_once(PARTING).unwrap_or((&text, ""));
        let own = &publication.languages[named];
        let (name, lang, dir) = (own.name.clone(), own.tag.clone(), own.direction.name());
        Naming { before: before.to_owned(), name, after: after.to_owned(), lang, dir }
    }
}

/// What a reader is told of a file before fetching it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FileFacts {
    /// In bytes.
    pub size: u64,
    /// In hexadecimal, as `sha256sum` writes it.
    pub sha256: String,
}

impl FileFacts {
    /// Of a file that is offered and not made yet.
    pub fn unknown() -> Self {
        FileFacts { size: 0, sha256: String::new() }
    }

    pub fn is_known(&self) -> bool {
        !self.sha256.is_empty()
    }

    pub fn of(bytes: &[u8]) -> Self {
        let sha256 = Sha256::digest(bytes).iter().fold(String::with_capacity(64), |mut hex, byte| {
            html::push(&mut hex, format_args!("{byte:02x}"));
            hex
        });
        FileFacts { size: bytes.len() as u64, sha256 }
    }
}

/// What `build --only` chooses from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub enum Format {
    Site,
    Pdf,
    Data,
}

/// The register as open data: each file's name below `data/`, and what its format is called. The site links to them, [`open_data`]
/// makes them.
pub const OPEN_DATA: [(&str, &str); 3] =
    [("signatories.json", "JSON"), ("signatories.csv", "CSV"), ("signatories.jsonld", "JSON-LD")];

/// What a work's status is called, on the web and in print; of one that is made up it says so first. Empty where it has none.
pub fn status(publication: &Publication, work: &Work, status: Option<Status>, language: usize) -> String {
    let text = |key: &str, arguments: &[(&str, &str)]| publication.messages.text(language, key, arguments);
    match status.map(|status| text(&format!("status-{}", status.word()), &[])) {
        Some(status) if work.specimen => text("status-specimen", &[("status", &status)]),
        Some(status) => status,
        None => String::new(),
    }
}

/// A PDF of an edition. The site links to it, [`pdf`] makes it.
pub struct PdfFile {
    pub languages: Vec<usize>,
    /// With the endorsements at its end; the text alone never changes for an edition.
    pub endorsed: bool,
    pub address: String,
}

/// The PDFs of a work: one for each language and one for each pair, each with and without the endorsements.
pub fn pdf_files(publication: &Publication, number: usize) -> Vec<PdfFile> {
    let work = &publication.works[number];
    let (true, Some(edition)) = (work.kind != Kind::Pages, &work.current().number) else { return Vec::new() };
    let own: Vec<usize> = work.languages.iter().map(|(language, _)| *language).collect();
    let pairs = own.iter().enumerate().flat_map(|(nth, one)| own[nth + 1..].iter().map(|other| vec![*one, *other]));
    // Most papers exist in one language: there is nothing to set beside them.
    let pairs = pairs.filter(|_| work.kind != Kind::Proceedings);
    let mut files = Vec::new();
    for languages in own.iter().map(|language| vec![*language]).chain(pairs) {
        // Only guidelines are endorsed, and not those that are made up.
        let can_be = work.kind == Kind::Guidelines && !work.specimen;
        for endorsed in [false, true].into_iter().filter(|endorsed| !endorsed || can_be) {
            let tags: Vec<&str> = languages.iter().map(|language| publication.languages[*language].tag.as_str()).collect();
            let address = publication.addresses.download(work.home().as_str(), edition, &tags.join("_"), endorsed);
            files.push(PdfFile { languages: languages.clone(), endorsed, address });
        }
    }
    files
}

/// A paper by itself, in one language of its full text. Its page links to it, [`pdf`] makes it.
pub struct Offprint {
    pub language: usize,
    pub address: String,
}

/// The offprints of a paper: one for each language of its full text. An abstract alone has none: it is on its page, and in the book.
pub fn offprints(publication: &Publication, work: usize, panel: &Panel, paper: &Contribution) -> Vec<Offprint> {
    let own = &publication.works[work];
    let article = paper.article.and_then(|key| own.chapter(key));
    let (Some(article), Some(edition)) = (article, &own.current().number) else { return Vec::new() };
    let written = own.languages.iter().map(|(language, _)| *language);
    let offprint = |language: usize| {
        let address = publication.addresses.offprint(own.folder.as_str(), edition, (panel, paper), language);
        Offprint { language, address }
    };
    written.filter(|language| article.documents[*language].is_some()).map(offprint).collect()
}

/// What an institution needs to endorse a work's current edition. The site links to it, [`pdf`] makes it.
pub struct FormFile {
    pub language: usize,
    pub kind: FormKind,
    pub address: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FormKind {
    /// The facts for the register, to be filled in by hand.
    Form,
    /// A text that the institution's body can adopt.
    Resolution,
}

impl FormKind {
    /// The word in addresses.
    pub fn name(self) -> &'static str {
        match self {
            FormKind::Form => "form",
            FormKind::Resolution => "resolution",
        }
    }
}

/// The forms of a work whose current edition can be endorsed, in each of its languages.
pub fn form_files(publication: &Publication, number: usize) -> Vec<FormFile> {
    let work = &publication.works[number];
    let (Kind::Guidelines, Some(edition), true) = (work.kind, &work.current().number, work.is_open()) else {
        return Vec::new();
    };
    let file = |language: usize, kind: FormKind| {
        let address = publication.addresses.form(work.home().as_str(), edition, kind.name(), language);
        FormFile { language, kind, address }
    };
    let languages = work.languages.iter().map(|(language, _)| *language);
    languages.flat_map(|language| [FormKind::Form, FormKind::Resolution].map(|kind| file(language, kind))).collect()
}

/// The paragraphs of a text of YAML: an empty line ends one, other line ends are spaces.
fn paragraphs(text: &str) -> Vec<String> {
    let lines: Vec<&str> = text.lines().collect();
    let paragraphs = lines.split(|line| line.trim().is_empty()).filter(|lines| !lines.is_empty());
    paragraphs.map(|lines| lines.iter().flat_map(|line| line.split_whitespace()).collect::<Vec<_>>().join(" ")).collect()
}

/// How far a language version binds, in that language.
fn authority(publication: &Publication, work: &Work, language: usize) -> String {
    let authentic = work.languages.iter().filter(|(_, authority)| *authority == Authority::Authentic);
    let names: Vec<&str> = authentic.map(|(own, _)| publication.languages[*own].name.as_str()).collect();
    let key = match work.authority(language) {
        Some(Authority::Authentic) if names.len() == 1 => "authentic",
        Some(Authority::Authentic) if names.len() == work.languages.len() => "equally-authentic",
        Some(Authority::Authentic) => "authentic-among",
        _ => "courtesy",
    };
    publication.messages.text(language, key, &[("languages", &names.join(", "))])
}

/// What a type of institution is called: the publication's own word, or the tool's.
fn institution_type(publication: &Publication, key: &str, language: usize) -> String {
    let own = publication.book.institution_types.get(key);
    let word = own.and_then(|names| names.get(&publication.languages[language].tag)).cloned();
    word.unwrap_or_else(|| publication.messages.text(language, &format!("type-{key}"), &[]))
}

fn key(hasher: &blake3::Hasher) -> Key {
    let mut key = Key::default();
    key.copy_from_slice(&hasher.finalize().as_bytes()[..16]);
    key
}
