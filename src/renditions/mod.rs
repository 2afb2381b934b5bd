//! Renditions: a publication as files, each made only when it is asked for.
//!
//! Takes: a publication. Gives: a list of [`Rendition`]s, path → (key, thunk). `build` forces all of them, `serve` the one that is
//! asked for. Renditions do not know each other and write nothing; only [`pdf`] names Typst.

mod html;
#[cfg(feature = "pdf")]
pub mod pdf;
pub mod site;

use camino::Utf8PathBuf;

use crate::diagnostics::Diagnostic;
use crate::documents::work::{Authority, Kind};
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
    pub key: Box<dyn Fn() -> Key + Send + Sync>,
    /// Fills an empty buffer, which may have room left from other files.
    pub make: Box<dyn Fn(Vec<u8>) -> Made + Send + Sync>,
}

/// What `build --only` chooses from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub enum Format {
    /// The website
    Site,
    /// The PDFs
    Pdf,
}

/// A PDF of a work's current edition. The site links to it, [`pdf`] makes it.
pub struct PdfFile {
    pub languages: Vec<usize>,
    /// With the endorsements at its end; the text alone never changes for an edition.
    pub endorsed: bool,
    pub address: String,
}

/// The PDFs of a work: one for each language and one for each pair, each with and without the endorsements.
pub fn pdf_files(publication: &Publication, number: usize) -> Vec<PdfFile> {
    let work = &publication.works[number];
    let (Kind::Guidelines, Some(edition)) = (work.kind, &work.current().number) else { return Vec::new() };
    let own: Vec<usize> = work.languages.iter().map(|(language, _)| *language).collect();
    let pairs = own.iter().enumerate().flat_map(|(nth, one)| own[nth + 1..].iter().map(|other| vec![*one, *other]));
    let mut files = Vec::new();
    for languages in own.iter().map(|language| vec![*language]).chain(pairs) {
        for endorsed in [false, true] {
            let tags: Vec<&str> = languages.iter().map(|language| publication.languages[*language].tag.as_str()).collect();
            let address = publication.addresses.download(work.folder.as_str(), edition, &tags.join("_"), endorsed);
            files.push(PdfFile { languages: languages.clone(), endorsed, address });
        }
    }
    files
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

fn key(hasher: &blake3::Hasher) -> Key {
    let mut key = Key::default();
    key.copy_from_slice(&hasher.finalize().as_bytes()[..16]);
    key
}
