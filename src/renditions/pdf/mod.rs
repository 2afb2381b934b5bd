//! The PDF editions: each text alone in every language, in every pair of languages side by side, and each of them once more with its
//! endorsements.
//!
//! 1. [`volume`] writes a work as Typst [`markup`] that remembers its places in the sources; [`rows`] its sections, [`text`] and
//!    [`inlines`] what is in them.
//! 2. [`world`] shows Typst that markup, the theme, the fonts and the figures, and nothing else.
//! 3. [`export`] compiles it to a PDF/UA-1 and PDF/A-2a, or says at which Markdown it failed; [`guard`] keeps it from taking the run
//!    down.
//!
//! A PDF's key is the hash of what the first step gives, and of what the others add to it. Only this module names Typst.

mod export;
mod guard;
mod inlines;
mod markup;
mod rows;
mod text;
mod volume;
mod world;

use std::sync::{Arc, OnceLock};

use self::volume::{Volume, Written};
use self::world::Shared;
use super::{Key, Make, Rendition, pdf_files};
use crate::diagnostics::Diagnostic;
use crate::publication::Publication;

/// All PDFs of all works.
pub fn renditions(publication: &Arc<Publication>) -> Vec<Rendition> {
    let shared = Arc::new(OnceLock::new());
    let works = 0..publication.works.len();
    let files = works.flat_map(|work| pdf_files(publication, work).into_iter().map(move |file| (work, file)));
    let rendition = |(work, file): (usize, super::PdfFile)| {
        let path = publication.addresses.file(&file.address);
        let book = Arc::new(Book {
            publication: Arc::clone(publication),
            shared: Arc::clone(&shared),
            volume: Volume { work, languages: file.languages, endorsed: file.endorsed },
            written: OnceLock::new(),
        });
        let keyed = Arc::clone(&book);
        Rendition {
            path: path.into(),
            costly: true,
            offered: true,
            key: Box::new(move || keyed.key()),
            make: Make::Alone(Box::new(move |_| book.make(|| ()))),
        }
    };
    files.map(rendition).collect()
}

/// The markup of a work of any kind, for tests of what it holds.
#[doc(hidden)]
pub fn markup(publication: &Publication, work: usize, languages: Vec<usize>) -> Result<String, Vec<Diagnostic>> {
    volume::write(publication, &Volume { work, languages, endorsed: false }).map(|markup| markup.text)
}

/// The same, typeset.
#[doc(hidden)]
pub fn typeset(publication: &Arc<Publication>, work: usize, languages: Vec<usize>) -> super::Made {
    let volume = Volume { work, languages, endorsed: false };
    let publication = Arc::clone(publication);
    Book { publication, shared: Arc::default(), volume, written: OnceLock::new() }.make(|| ())
}

/// The same by a typesetter that first does something else: fail, in a test of what becomes of that.
#[doc(hidden)]
pub fn typeset_after(publication: &Arc<Publication>, work: usize, first: impl FnOnce()) -> super::Made {
    let volume = Volume { work, languages: vec![0], endorsed: false };
    let publication = Arc::clone(publication);
    Book { publication, shared: Arc::default(), volume, written: OnceLock::new() }.make(first)
}

/// One PDF, before anybody has asked for it.
struct Book {
    publication: Arc<Publication>,
    /// Made by whoever is the first to need it.
    shared: Arc<OnceLock<Shared>>,
    volume: Volume,
    written: OnceLock<Written>,
}

impl Book {
    fn shared(&self) -> &Shared {
        self.shared.get_or_init(|| Shared::new(&self.publication))
    }

    fn written(&self) -> &Written {
        self.written.get_or_init(|| volume::write(&self.publication, &self.volume))
    }

    /// The hash of all that the bytes depend on. The markup names each figure by its own hash.
    fn key(&self) -> Key {
        let markup = self.written().as_ref().map_or("", |markup| markup.text.as_str());
        let date = format!("{:?}", self.publication.works[self.volume.work].current().date);
        let mut hasher = blake3::Hasher::new();
        for part in [export::OPTIONS, &date, markup] {
            hasher.update(&(part.len() as u64).to_le_bytes()).update(part.as_bytes());
        }
        hasher.update(self.shared().hash.as_bytes());
        super::key(&hasher)
    }

    fn make(&self, first: impl FnOnce()) -> super::Made {
        let markup = self.written().as_ref().map_err(Clone::clone)?;
        let date = self.publication.works[self.volume.work].current().date;
        export::pdf(&self.publication, self.shared(), markup, date, &self.key(), first)
    }
}
