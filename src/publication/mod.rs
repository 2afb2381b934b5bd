//! The publication: all documents as one whole.
//!
//! Takes: [`Documents`]. Gives: a [`Publication`], in which the language versions of a section lie side by side under one key
//! (work, edition, section, language), everything has its number and its address, and every link and figure leads somewhere —
//! or a diagnostic says why not. `check` stops here. Must not know what a page or a PDF looks like.

pub mod addresses;
pub mod amendments;
pub mod bibliography;
pub mod citations;
pub mod concordance;
pub mod editions;
pub mod facets;
mod fingerprint;
pub mod floats;
mod folders;
mod glyphs;
mod house_style;
mod images;
mod keys;
mod links;
mod look;
pub mod names;
mod outline;
pub mod own_pages;
mod parity;
pub mod procedures;
pub mod proceedings;
mod quotation;
mod raster;
pub mod register;
pub mod settled;
pub mod submission;
mod svg;
pub mod terminology;
pub mod theme;
pub mod typefaces;
mod work;

use std::sync::{Arc, OnceLock};

use camino::Utf8Path;

pub use addresses::Addresses;
pub use amendments::{Amendment, Amendments};
pub use concordance::Concordance;
pub use facets::{Facet, Named};
pub use floats::Float;
pub use images::Image;
pub use keys::{ChapterKey, FloatKey, SectionKey};
pub use links::{Gone, Target, join, percent_decoded, recorded_as};
pub use look::{Logo, Look};
pub use own_pages::{MenuPage, NEWS, OwnPages};
pub use proceedings::Proceedings;
pub use register::Register;
pub use theme::Theme;
pub use work::{Chapter, Edition, Section, SectionVersion, Work};

use crate::config::Book;
use crate::diagnostics::{Diagnostic, Place, Severities, sorted};
use crate::documents::arena::FloatKind;
use crate::documents::work::{Authority, ClauseName, Kind};
use crate::documents::{CONTENT, Document, Documents, EditionFiles, Glossary, WorkFile, arena};
use crate::locale::{Language, Messages};
use crate::memo::Memo;
use crate::sources::Sources;

pub struct Publication {
    pub book: Book,
    pub languages: Vec<Language>,
    pub messages: Arc<Messages>,
    pub theme: Theme,
    pub look: Look,
    pub works: Vec<Work>,
    pub documents: Vec<Document>,
    /// For each document, what its links lead to, in the order of [`Document::links`].
    pub targets: Vec<Vec<Target>>,
    /// For each document, the numbers of its tables and figures with captions, in the order of [`Document::floats`].
    pub float_numbers: Vec<Vec<u32>>,
    /// For each document, the files of its figures, in the order of [`Document::images`]; none where it is missing.
    pub images: Vec<Vec<Option<Arc<Image>>>>,
    /// For each document, the values of each of its sections, by facet of the work.
    pub facets: Vec<Vec<facets::Values>>,
    /// For each document, its blocks that are parts of procedures.
    pub procedures: Vec<procedures::Roles>,
    /// For each document, made when first asked for: most pages show none.
    fingerprints: Vec<OnceLock<Arc<Vec<String>>>>,
    /// Which versions somebody has compared, and which have changed since.
    pub concordance: Concordance,
    /// What is proposed to change.
    pub amendments: Amendments,
    pub addresses: Addresses,
    pub own_pages: OwnPages,
    pub glossary: Option<Glossary>,
    /// For each term of the glossary, the section that defines it.
    pub definitions: Vec<Option<SectionKey>>,
    /// For each document, the words of its citations and its references.
    pub citations: Vec<citations::Texts>,
    /// The works that are proceedings.
    pub proceedings: Vec<Proceedings>,
    /// The institutions that have endorsed editions.
    pub register: Register,
    /// How grave the publication wants some mistakes to be.
    pub severities: Severities,
}

impl Publication {
    /// The first three stages from the sources on, with what was wrong with those and without what nobody wants to hear; none where
    /// `book.toml` cannot be used.
    pub fn of(sources: &Sources, diagnostics: Vec<Diagnostic>, drafts: bool) -> (Option<Publication>, Vec<Diagnostic>) {
        Self::of_again(sources, diagnostics, drafts, Memo::none())
    }

    /// The same, without making anew what the memo has. Afterwards it has what was wanted this time.
    pub fn of_again(
        sources: &Sources,
        mut diagnostics: Vec<Diagnostic>,
        drafts: bool,
        memo: &Memo,
    ) -> (Option<Publication>, Vec<Diagnostic>) {
        let (documents, mistakes) = Documents::read(sources, drafts, memo);
        diagnostics.extend(mistakes);
        let publication = documents.map(|documents| {
            let (publication, mistakes) = Publication::resolve(sources, documents, memo);
            diagnostics.extend(mistakes);
            // Settings that cannot be used want nothing; what there was is wanted once they are mended.
            memo.sweep();
            publication
        });
        let diagnostics = sorted(diagnostics);
        let heard = match &publication {
            Some(publication) => editions::without_advice(publication.severities.apply(diagnostics)),
            None => diagnostics,
        };
        (publication, heard)
    }

    pub fn resolve(sources: &Sources, documents: Documents, memo: &Memo) -> (Publication, Vec<Diagnostic>) {
        let Documents {
            book,
            languages,
            messages,
            works: files,
            mut documents,
            glossary,
            signatories,
            retired,
            records,
            amendments,
            panels,
            contributions,
            editions,
            left_out,
        } = documents;
        let mut diagnostics = Vec::new();
        let messages = Arc::new(messages);
        let labels = glyphs::labels(&book, &files, &panels, &contributions);
        let of_works = files.iter().map(|work| (Utf8Path::new(CONTENT).join(&work.folder), work.yaml.severity.0.clone()));
        let severities = Severities::new(book.severity.0.clone(), of_works);
        let slugs = proceedings::Slugs::new(&book, &panels, &contributions);
        let (works, mistakes) = outline::assemble(&book, &files, &documents, &left_out, (&slugs, &editions));
        diagnostics.extend(mistakes);
        let (proceedings, mistakes) = proceedings::assemble(&book, &works, &files, (&panels, &contributions), &left_out);
        diagnostics.extend(mistakes);
        let (mut citations, mistakes) =
            citations::resolve(sources, (&book, &messages, &languages), &works, &files, &documents, memo);
        diagnostics.extend(mistakes);
        diagnostics.extend(submission::check(&book, &works, &documents, &citations, &proceedings));
        let (own_pages, mistakes) = own_pages::gather(&book, &works, &documents, glossary.as_ref());
        diagnostics.extend(mistakes);
        let (addresses, mistakes) =
            Addresses::assign(&book, &works, &documents, (&own_pages, &proceedings), glossary.as_ref());
        diagnostics.extend(mistakes);
        diagnostics.extend(addresses.of_register(&signatories));
        let (register, mistakes) = Register::assemble(sources, &book, &languages, &works, signatories, retired.as_ref());
        diagnostics.extend(mistakes);
        // From here on proposed texts are documents too; no chapter is made of them.
        let (amendments, mistakes) = Amendments::bind(&book, &works, &mut documents, amendments);
        diagnostics.extend(mistakes);
        diagnostics.extend(amendments.unknown_proposers(&register));
        citations.resize_with(documents.len(), citations::Texts::default);
        // What asks nothing of each other is found side by side.
        let (((theme, look), of_theme), (((targets, of_links), (images, of_images)), (facets, of_facets))) = rayon::join(
            || {
                let (theme, mut mistakes) = Theme::read((sources, memo), &book, &messages, &addresses);
                let (look, others) = Look::read(sources, &book, &theme, &addresses);
                mistakes.extend(others);
                ((theme, look), mistakes)
            },
            || {
                let read =
                    || (links::resolve(&book, &works, &documents, &left_out), images::resolve(sources, &book, &documents));
                rayon::join(read, || facets::resolve(&book, &works, &documents))
            },
        );
        diagnostics.extend([of_theme, of_links, of_images, of_facets].into_iter().flatten());
        let (procedures, mistakes) = procedures::resolve(&messages, &documents);
        diagnostics.extend(mistakes);
        diagnostics.extend(procedures::compare(&book, &works, &documents, &procedures));
        let whole = parity::Whole {
            book: &book,
            languages: &languages,
            messages: &messages,
            works: &works,
            documents: &documents,
            targets: &targets,
            images: &images,
            roles: &procedures,
            labels: &labels,
            glossary: glossary.as_ref(),
            register: &register,
            contributions: &contributions,
            memo,
            amendments: &amendments,
        };
        let shown = glyphs::shown(&book, &works, &register, (&panels, &contributions));
        let read: glyphs::Labels = labels.iter().cloned().chain(glyphs::keywords(&contributions)).collect();
        let of_glyphs = || glyphs::check(sources, &book, &theme, &read, &shown, (&documents, &citations), memo);
        let (of_versions, of_glyphs) = rayon::join(|| parity::check(&whole), of_glyphs);
        diagnostics.extend(of_versions);
        diagnostics.extend(of_glyphs);
        // No PDF shows the glossary: fonts need not have its characters.
        let terms = glossary.iter().map(|own| (Arc::clone(&own.source), own.texts().cloned().collect()));
        let labels = read.into_iter().chain(terms).chain(amendments.labels()).collect();
        diagnostics.extend(house_style::check(&book, &languages, &messages, &labels, (&documents, memo)));
        let mut definitions = Vec::new();
        if let Some(glossary) = &glossary {
            let (defined, mistakes) = terminology::defined(glossary, &works);
            definitions = defined;
            diagnostics.extend(mistakes);
            diagnostics.extend(terminology::check(glossary, &book, &works, (&documents, memo)));
        }
        let fingerprints: Vec<OnceLock<Arc<Vec<String>>>> = documents.iter().map(|_| OnceLock::new()).collect();
        let seen = fingerprint::Seen {
            works: &works,
            documents: &documents,
            targets: &targets,
            images: &images,
            facets: &facets,
            made: &fingerprints,
            settings: book.source.seal(),
            memo,
        };
        diagnostics.extend(editions::check(sources, &book, &files, seen));
        let (concordance, mistakes) =
            Concordance::resolve(&book, glossary.as_ref(), (&proceedings, &register), seen, records);
        diagnostics.extend(mistakes);
        diagnostics.extend(amendments.rebase_needed(&book, &seen));
        let float_numbers = floats::numbers(&works, &documents);
        let publication = Publication {
            book,
            languages,
            messages,
            theme,
            look,
            works,
            documents,
            targets,
            float_numbers,
            images,
            facets,
            procedures,
            fingerprints,
            concordance,
            amendments,
            addresses,
            own_pages,
            glossary,
            definitions,
            citations,
            proceedings,
            register,
            severities,
        };
        let diagnostics = publication.amendments.placed(diagnostics);
        (publication, sorted(diagnostics))
    }

    /// The current texts of the works that are more than the publication's own pages.
    pub fn works(&self) -> impl Iterator<Item = (usize, &Work)> {
        let own = |work: &Work| !work.folder.as_str().is_empty() && !work.is_frozen();
        self.works.iter().enumerate().filter(move |(_, work)| own(work))
    }

    /// Whether there is anything that institutions could endorse.
    pub fn has_register(&self) -> bool {
        self.works().any(|(_, work)| work.kind == Kind::Guidelines)
    }

    /// The section that a link leads to.
    pub fn section(&self, key: SectionKey) -> Option<(&Work, &Chapter, &Section)> {
        let work = self.works.get(key.work)?;
        let chapter = work.chapter(key.chapter)?;
        Some((work, chapter, chapter.sections.get(key.section)?))
    }

    /// What a filled-in link says: its target's number and title.
    pub fn reference(&self, key: SectionKey, language: usize) -> String {
        let Some((_, _, section)) = self.section(key) else { return String::new() };
        let title = section.title(language);
        match section.number.as_str() {
            "" => title.to_owned(),
            number => self.messages.text(language, "reference", &[("number", number), ("title", title)]),
        }
    }

    /// The table or figure that a link leads to.
    pub fn float(&self, key: FloatKey) -> Option<(&Chapter, &Float)> {
        let chapter = self.works.get(key.work)?.chapter(key.chapter)?;
        Some((chapter, chapter.floats.get(key.float)?))
    }

    /// What a table or figure is called: “Table 3”.
    pub fn float_name(&self, kind: FloatKind, number: u32, language: usize) -> String {
        self.messages.text(language, &format!("{}-number", kind.name()), &[("number", &number.to_string())])
    }

    /// The document of a chapter in one language.
    pub fn document(&self, chapter: &Chapter, language: usize) -> Option<(usize, &Document)> {
        let index = (*chapter.documents.get(language)?)?;
        Some((index, &self.documents[index]))
    }
}
