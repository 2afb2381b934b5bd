//! The PDF editions: each text alone in every language, in every pair of languages side by side, and each of them once more with its
//! endorsements; what an institution needs to endorse one; and the offprint of each paper of a book of proceedings.
//!
//! 1. [`volume`] writes a work as Typst [`markup`] that remembers its places in the sources; [`rows`] its sections, [`text`] and
//!    [`inlines`] what is in them, [`endorsements`] who has endorsed it, [`editions`] what came before it and what corrects it. [`form`]
//!    writes the forms for that. [`proceedings`] writes a book of panels and papers, [`offprint`] one of its papers; [`citations`] what
//!    they cite, [`anchors`] the names of places and the links to them.
//! 2. [`world`] shows Typst that markup, the theme, the fonts and the figures, and nothing else.
//! 3. [`export`] compiles it to a PDF/UA-1 and PDF/A-2a, or says at which Markdown it failed; [`ends`] finds where pages have to end so
//!    that no note is parted from its mark; [`guard`](crate::guard) keeps it from taking the run down.
//!
//! A PDF's key is the hash of what the first step gives, and of what the others add to it. Only this module names Typst.

mod anchors;
mod citations;
mod editions;
mod endorsements;
mod ends;
mod export;
mod form;
mod inlines;
mod markup;
mod offprint;
mod proceedings;
mod redline;
mod rows;
mod text;
mod volume;
mod world;

use std::sync::{Arc, OnceLock};

use jiff::civil::Date;

use self::form::Form;
use self::offprint::Offprint;
use self::volume::{Volume, Written};
use self::world::Shared;
use super::{Key, Make, Rendition, form_files, offprints, pdf_files};
use crate::diagnostics::Diagnostic;
use crate::publication::Publication;

/// All PDFs of all works.
pub fn renditions(publication: &Arc<Publication>) -> Vec<Rendition> {
    let shared = Arc::new(OnceLock::new());
    // A frozen text and the current one with its number have the same PDFs: those of the frozen one, which never change.
    let works = (0..publication.works.len()).filter(|work| publication.works[*work].lineage.frozen_as.is_none());
    let files = works.flat_map(|work| {
        let volume = move |file: super::PdfFile| {
            (file.address, Content::Volume(Volume { work, languages: file.languages, endorsed: file.endorsed }))
        };
        let form = move |file: super::FormFile| {
            (file.address, Content::Form(Form { work, language: file.language, kind: file.kind }))
        };
        let volumes = pdf_files(publication, work).into_iter().map(volume);
        volumes.chain(form_files(publication, work).into_iter().map(form)).collect::<Vec<_>>()
    });
    let books = publication.proceedings.iter().enumerate();
    let offprints = books.flat_map(|(book, own)| {
        own.contributions().flat_map(move |(panel, contribution, paper)| {
            let files = offprints(publication, own.work, &own.panels[panel], paper).into_iter();
            let content = move |language| Content::Offprint(Offprint { book, panel, contribution, language });
            files.map(move |file| (file.address, content(file.language)))
        })
    });
    let rendition = |(address, content): (String, Content)| {
        let path = publication.addresses.file(&address);
        let (publication, shared) = (Arc::clone(publication), Arc::clone(&shared));
        let book = Arc::new(Book { publication, shared, content, written: OnceLock::new() });
        let keyed = Arc::clone(&book);
        Rendition {
            path: path.into(),
            costly: true,
            offered: true,
            key: Box::new(move || keyed.key()),
            make: Make::Alone(Box::new(move |_| book.make(|| ()))),
        }
    };
    files.chain(offprints).map(rendition).collect()
}

/// What changed in a work, typeset.
pub fn redline(comparison: &super::redline::Comparison) -> super::Made {
    let (publication, markup) = (&comparison.publication, redline::write(comparison));
    let shared = Shared::new(publication);
    let mut hasher = blake3::Hasher::new();
    for part in [export::OPTIONS, markup.text.as_str()] {
        hasher.update(&(part.len() as u64).to_le_bytes()).update(part.as_bytes());
    }
    hasher.update(shared.hash.as_bytes());
    let date = publication.works[comparison.work].current().date;
    export::pdf(publication, &shared, &markup, date, &super::key(&hasher), || ())
}

/// The markup of what changed, for tests of what it holds.
#[doc(hidden)]
pub fn redline_markup(comparison: &super::redline::Comparison) -> String {
    redline::write(comparison).text
}

/// The markup of a work of any kind, for tests of what it holds.
#[doc(hidden)]
pub fn markup(publication: &Publication, work: usize, languages: Vec<usize>) -> Result<String, Vec<Diagnostic>> {
    volume::write(publication, &Volume { work, languages, endorsed: false }).map(|markup| markup.text)
}

/// The same of a work with its endorsements.
#[doc(hidden)]
pub fn endorsed_markup(publication: &Publication, work: usize, languages: Vec<usize>) -> Result<String, Vec<Diagnostic>> {
    volume::write(publication, &Volume { work, languages, endorsed: true }).map(|markup| markup.text)
}

/// The markup of a paper by itself.
#[doc(hidden)]
pub fn offprint_markup(
    publication: &Publication,
    book: usize,
    (panel, contribution): (usize, usize),
    language: usize,
) -> Result<String, Vec<Diagnostic>> {
    offprint::write(publication, &Offprint { book, panel, contribution, language }).map(|markup| markup.text)
}

/// The markup of what an institution fills in.
#[doc(hidden)]
pub fn form_markup(publication: &Publication, work: usize, language: usize, kind: super::FormKind) -> String {
    form::write(publication, &Form { work, language, kind }).text
}

/// A work of any kind, typeset.
#[doc(hidden)]
pub fn typeset(publication: &Arc<Publication>, work: usize, languages: Vec<usize>) -> super::Made {
    let content = Content::Volume(Volume { work, languages, endorsed: false });
    let publication = Arc::clone(publication);
    Book { publication, shared: Arc::default(), content, written: OnceLock::new() }.make(|| ())
}

/// How many notes stand on another page than their marks: as Typst lays out the text, and as it is published.
#[doc(hidden)]
pub fn straying(publication: &Publication, work: usize, languages: Vec<usize>) -> Option<(usize, usize)> {
    let markup = volume::write(publication, &Volume { work, languages, endorsed: false }).ok()?;
    export::straying(&Shared::new(publication), &markup, publication.works[work].current().date)
}

/// The same by a typesetter that first does something else: fail, in a test of what becomes of that.
#[doc(hidden)]
pub fn typeset_after(publication: &Arc<Publication>, work: usize, first: impl FnOnce()) -> super::Made {
    let content = Content::Volume(Volume { work, languages: vec![0], endorsed: false });
    let publication = Arc::clone(publication);
    Book { publication, shared: Arc::default(), content, written: OnceLock::new() }.make(first)
}

enum Content {
    Volume(Volume),
    Form(Form),
    Offprint(Offprint),
}

/// One PDF, before anybody has asked for it.
struct Book {
    publication: Arc<Publication>,
    /// Made by whoever is the first to need it.
    shared: Arc<OnceLock<Shared>>,
    content: Content,
    written: OnceLock<Written>,
}

impl Book {
    fn shared(&self) -> &Shared {
        self.shared.get_or_init(|| Shared::new(&self.publication))
    }

    fn written(&self) -> &Written {
        self.written.get_or_init(|| match &self.content {
            Content::Volume(volume) => volume::write(&self.publication, volume),
            Content::Form(form) => Ok(form::write(&self.publication, form)),
            Content::Offprint(offprint) => offprint::write(&self.publication, offprint),
        })
    }

    /// The day of what it says: that of the edition, or of the last entry in the register.
    fn date(&self) -> Option<Date> {
        let (work, register) = match &self.content {
            Content::Volume(volume) => (volume.work, self.publication.register.as_at.filter(|_| volume.endorsed)),
            Content::Form(form) => (form.work, None),
            Content::Offprint(offprint) => (self.publication.proceedings[offprint.book].work, None),
        };
        self.publication.works[work].current().date.max(register)
    }

    /// The hash of all that the bytes depend on. The markup names each figure by its own hash.
    fn key(&self) -> Key {
        let markup = self.written().as_ref().map_or("", |markup| markup.text.as_str());
        let date = format!("{:?}", self.date());
        let mut hasher = blake3::Hasher::new();
        for part in [export::OPTIONS, &date, markup] {
            hasher.update(&(part.len() as u64).to_le_bytes()).update(part.as_bytes());
        }
        hasher.update(self.shared().hash.as_bytes());
        super::key(&hasher)
    }

    fn make(&self, first: impl FnOnce()) -> super::Made {
        let markup = self.written().as_ref().map_err(Clone::clone)?;
        export::pdf(&self.publication, self.shared(), markup, self.date(), &self.key(), first)
    }
}
