//! Floats: the tables and figures with captions, in all languages, and their numbers.
//!
//! Takes: the documents of a chapter. Gives: [`Float`]s numbered by kind in the order of the first authentic version, and a diagnostic
//! where a version lacks one. Must not know what a number looks like.

use crate::config::Book;
use crate::diagnostics::{Code, Diagnostic, Span};
use crate::documents::arena::{self, FloatKind};
use crate::documents::{CONTENT, Document};

use super::{Chapter, Work};

/// A table or figure with a caption in all languages.
#[derive(Debug)]
pub struct Float {
    pub kind: FloatKind,
    /// Empty where no version has one: nothing can refer to it.
    pub id: String,
    /// Counted by kind throughout a work, on the publication's own pages throughout a page.
    pub number: u32,
    /// By language of the publication: the place in [`Document::floats`].
    pub versions: Vec<Option<u32>>,
}

/// How many tables and figures have been counted.
#[derive(Default)]
pub struct Counted {
    tables: u32,
    figures: u32,
}

impl Counted {
    fn next(&mut self, kind: FloatKind) -> u32 {
        let counter = match kind {
            FloatKind::Table => &mut self.tables,
            FloatKind::Figure => &mut self.figures,
        };
        *counter += 1;
        *counter
    }
}

/// Pairs the floats of a chapter's versions: by id, or where they have none by their order among those of a kind. The versions come
/// with the one first that the others are held against.
pub fn pair(chapter: &Chapter, versions: &[&Document], book: &Book, counted: &mut Counted) -> (Vec<Float>, Vec<Diagnostic>) {
    let mut floats: Vec<Float> = Vec::new();
    for document in versions {
        for (position, own) in (0..).zip(&document.floats) {
            let id = own.id.as_ref().map_or("", |id| id.text.as_str());
            let free = |float: &&mut Float| float.kind == own.kind && float.versions[document.language].is_none();
            match floats.iter_mut().filter(free).find(|float| float.id == id) {
                Some(float) => float.versions[document.language] = Some(position),
                None => {
                    let mut versions = vec![None; book.languages.len()];
                    versions[document.language] = Some(position);
                    floats.push(Float { kind: own.kind, id: id.to_owned(), number: counted.next(own.kind), versions });
                }
            }
        }
    }
    let mut diagnostics = Vec::new();
    for float in &floats {
        let of = |document: &&&Document| float.versions[document.language].is_none();
        let Some((document, own)) = versions.iter().find_map(|document| Some((document, float.version(document)?))) else {
            continue;
        };
        for missing in versions.iter().filter(of) {
            let (tag, settings) = &book.languages[missing.language];
            let file = format!("{CONTENT}/{}.{tag}.md", chapter.path);
            let diagnostic = Diagnostic::new(Code::CaptionInOneLanguage, document.place(own.span));
            let diagnostic = diagnostic.with("language", settings.name.as_str()).with("file", file);
            diagnostics.push(match float.id.as_str() {
                "" => diagnostic,
                id => diagnostic.with("id", id).hint("hint-id"),
            });
        }
    }
    (floats, diagnostics)
}

/// The numbers of each document's tables and figures, in the document's own order.
pub fn numbers(works: &[Work], documents: &[Document]) -> Vec<Vec<u32>> {
    let mut numbers: Vec<Vec<u32>> = documents.iter().map(|document| vec![0; document.floats.len()]).collect();
    for chapter in works.iter().flat_map(|work| work.current().pages()).map(|(_, chapter)| chapter) {
        for float in &chapter.floats {
            for (index, own) in chapter.documents.iter().zip(&float.versions).filter_map(|(index, own)| (*index).zip(*own)) {
                numbers[index][own as usize] = float.number;
            }
        }
    }
    numbers
}

/// Ids that are taken: where each was first, and whether it is a chapter's own.
pub type Ids<'d> = foldhash::HashMap<&'d str, (&'d Document, Span, bool)>;

/// An anchor is a section's or a table's or a figure's.
pub fn unique_ids<'d>(versions: &[&'d Document], ids: &mut Ids<'d>, diagnostics: &mut Vec<Diagnostic>) {
    let mut own = Ids::default();
    for document in versions {
        let mut seen = Ids::default();
        for id in document.floats.iter().filter_map(|float| float.id.as_ref()) {
            match ids.get(id.text.as_str()).or_else(|| seen.get(id.text.as_str())) {
                Some((first, span, opening)) => {
                    let diagnostic = Diagnostic::new(Code::DuplicateId, document.place(id.span));
                    let diagnostic = diagnostic.with("id", id.text.as_str()).related(first.place(*span));
                    diagnostics.push(if *opening { diagnostic.hint("hint-chapter") } else { diagnostic });
                }
                None => drop(seen.insert(&id.text, (*document, id.span, false))),
            }
        }
        for (id, first) in seen {
            own.entry(id).or_insert(first);
        }
    }
    ids.extend(own);
}

impl Float {
    /// The table or figure as a document has it.
    pub fn version<'d>(&self, document: &'d Document) -> Option<&'d arena::Float> {
        document.floats.get(self.versions[document.language]? as usize)
    }
}
