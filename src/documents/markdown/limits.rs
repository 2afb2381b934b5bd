//! How much of a kind one file may hold: `docs/formats.md` names the numbers.
//!
//! Takes: the finished arena. Gives: a diagnostic at the first that is one too many. A limit is many times what a person would write on
//! one page, and far below what would keep a build from ending soon.

use super::misreadings::Look;
use crate::diagnostics::{Code, Diagnostic, Place, Span};
use crate::documents::citation::MOST;

/// What is limited, as the message calls it, and to how many.
pub(super) type Limit = (&'static str, usize);

const SECTIONS: Limit = ("sections", 1_000);
const NOTES: Limit = ("notes", 2_000);
const LINKS: Limit = ("links", 10_000);
const FIGURES: Limit = ("figures", 1_000);
const CITATIONS: Limit = ("citations", MOST);
const BLOCKS: Limit = ("blocks", 50_000);
/// Of one table.
pub(super) const COLUMNS: Limit = ("columns", 24);
/// Of one table.
pub(super) const ROWS: Limit = ("rows", 2_000);
/// Of one list.
pub(super) const ITEMS: Limit = ("items", 2_000);

impl Look<'_> {
    pub(super) fn limits(&mut self) {
        let parsed = self.parsed;
        let cited = || parsed.citations.iter().flat_map(|citation| &citation.items);
        let first_beyond = [
            (CITATIONS, cited().nth(CITATIONS.1).map(|cited| cited.key.span)),
            (SECTIONS, parsed.sections.get(SECTIONS.1).map(|section| section.span)),
            (NOTES, parsed.notes.get(NOTES.1).map(|note| note.span)),
            (LINKS, parsed.links.get(LINKS.1).map(|link| link.span)),
            (FIGURES, parsed.images.get(FIGURES.1).map(|image| image.span)),
            (BLOCKS, parsed.blocks.get(BLOCKS.1).map(|block| block.span)),
        ];
        for (limit, span) in first_beyond {
            if let Some(span) = span {
                self.too_many(limit, span);
            }
        }
    }

    /// To be asked with the first that is beyond the limit.
    pub(super) fn too_many(&mut self, (what, limit): Limit, span: Span) {
        let diagnostic = Diagnostic::new(Code::TooMany, Place::new(self.source, span));
        self.diagnostics.push(diagnostic.with("what", what).with("limit", limit));
    }
}
