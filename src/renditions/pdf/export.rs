//! From markup to bytes: Typst's compiler and its PDF writer, and what they say about the sources.
//!
//! Takes: a volume's markup and the hash of all it depends on. Gives: the PDF, PDF/UA-1 and PDF/A-2a at once, the same bytes in
//! every process and on any number of threads; or every error and warning as a [`Diagnostic`] at the Markdown or the theme's
//! file it came from.

use std::collections::BTreeSet;

use jiff::civil::Date;
use typst::diag::{SourceDiagnostic, Warned};
use typst::foundations::Smart;
use typst::syntax::{DiagSpan, Span as TypstSpan};
use typst::{World, WorldExt};
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards, Timestamp};

use super::ends;
use super::markup::Markup;
use super::world::{PdfWorld, Shared, datetime};
use crate::diagnostics::{Code, Diagnostic, Place, Span, sorted};
use crate::guard::guarded;
use crate::publication::Publication;
use crate::renditions::{Key, Made};

/// Both at once: for people who cannot see, and for archives.
const STANDARDS: [PdfStandard; 2] = [PdfStandard::Ua_1, PdfStandard::A_2a];

/// Everything besides markup, theme, fonts and figures that the bytes depend on; it is part of every key.
pub const OPTIONS: &str = concat!("diptych ", env!("CARGO_PKG_VERSION"), " typst 0.15.1 ua-1 a-2a ends 1");

/// `key` becomes the document's identifier; `first` is done before Typst begins, where Typst's own panics are caught.
pub fn pdf(
    publication: &Publication,
    shared: &Shared,
    markup: &Markup,
    date: Option<Date>,
    key: &Key,
    first: impl FnOnce(),
) -> Made {
    let standards = PdfStandards::new(&STANDARDS).map_err(|error| vec![fallback(markup, error.message())])?;
    let options = PdfOptions {
        ident: Smart::Custom(key.iter().map(|byte| format!("{byte:02x}")).collect()),
        creator: Smart::Custom(Some(concat!("Diptych ", env!("CARGO_PKG_VERSION")).to_owned())),
        timestamp: date.and_then(datetime).map(Timestamp::new_utc),
        page_ranges: None,
        standards,
        tagged: true,
        pretty: false,
    };
    let made = guarded(|| {
        first();
        let document = ends::lay_out(|ends| laid_out(shared, markup, date, ends))?;
        typst_pdf::pdf(&document, &options).map_err(|errors| errors.to_vec())
    });
    // What the last two compilations did not use is forgotten: a long `serve` would keep every state the text ever had.
    comemo::evict(1);
    match made {
        Ok(result) => result.map_err(|errors| {
            // Only now: the syntax of a long text takes memory, and nearly no text has mistakes.
            let world = PdfWorld::new(shared, &markup.text, date);
            Reporter { publication, shared, markup, world: &world }.all(&errors)
        }),
        Err(panic) => Err(vec![fallback(markup, &panic).hint("hint-internal")]),
    }
}

/// What has no place of its own is about the work as a whole.
fn fallback(markup: &Markup, detail: &str) -> Diagnostic {
    let place = Place::file(markup.fallback.clone());
    Diagnostic::new(Code::Typesetting, place).with("detail", detail)
}

/// With pages that end at these places. A warning is an error too: it would be about what a reader misses. Mistakes can be looked up
/// in the markup without such places, as its syntax is the same.
fn laid_out(shared: &Shared, markup: &Markup, date: Option<Date>, ends: &BTreeSet<usize>) -> ends::LaidOut {
    let world = PdfWorld::new(shared, &markup.with_preamble(&ends::preamble(ends)), date);
    let Warned { output, warnings } = typst::compile::<PagedDocument>(&world);
    let document = output.map_err(|errors| errors.iter().chain(&warnings).cloned().collect::<Vec<_>>())?;
    if warnings.is_empty() { Ok(document) } else { Err(warnings.to_vec()) }
}

/// How many notes stand on another page than their marks: as Typst lays out the text, and as it is published.
pub fn straying(shared: &Shared, markup: &Markup, date: Option<Date>) -> Option<(usize, usize)> {
    let first = laid_out(shared, markup, date, &BTreeSet::new()).ok()?;
    let last = ends::lay_out(|ends| laid_out(shared, markup, date, ends)).ok()?;
    Some((ends::straying(&first).len(), ends::straying(&last).len()))
}

/// Finds the place that an error of Typst's is about.
struct Reporter<'a> {
    publication: &'a Publication,
    shared: &'a Shared,
    markup: &'a Markup,
    world: &'a PdfWorld<'a>,
}

impl Reporter<'_> {
    fn all(&self, errors: &[SourceDiagnostic]) -> Vec<Diagnostic> {
        sorted(errors.iter().map(|error| self.one(error)).collect())
    }

    fn one(&self, error: &SourceDiagnostic) -> Diagnostic {
        let mut detail = error.message.to_string();
        for hint in &error.hints {
            detail.push_str("; ");
            detail.push_str(&hint.v);
        }
        let own = self.place(error.span);
        let called = error.trace.iter().rev().find_map(|point| self.markdown(point.span.into()));
        match (own, called) {
            (Some(own), called) => {
                let related = called.filter(|place| *place != own);
                let diagnostic = Diagnostic::new(Code::Typesetting, own).with("detail", detail);
                related.into_iter().fold(diagnostic, Diagnostic::related)
            }
            (None, Some(called)) => Diagnostic::new(Code::Typesetting, called).with("detail", detail),
            (None, None) => fallback(self.markup, &detail),
        }
    }

    fn place(&self, span: DiagSpan) -> Option<Place> {
        let id = span.id()?;
        if id == self.world.main() {
            return self.markdown(span);
        }
        let source = self.shared.theme_source(id)?;
        let text = &source.text;
        let range = self.world.range(span)?;
        let (start, end) = (text.floor_char_boundary(range.start), text.floor_char_boundary(range.end));
        Some(Place::new(source, Span::new(start, end)))
    }

    fn markdown(&self, span: DiagSpan) -> Option<Place> {
        let in_main = span.id() == Some(self.world.main()) && span != TypstSpan::detached().into();
        let (document, span) = self.markup.origin(self.world.range(span).filter(|_| in_main)?)?;
        Some(self.publication.documents[document].place(span))
    }
}
