//! Labels: texts that stand beside each other in one file, or are one line of it: titles, summaries, definitions, reservations, and the
//! words of drawings.
//!
//! Takes: texts of YAML and TOML files in all languages, titles of documents, two variants of a drawing. Gives: what one of them says and
//! another does not. No mark stands in such a file: what differs on purpose there is a matter of the work's `severity`. Must not know what
//! the texts are for.

use std::ops::Range;
use std::sync::Arc;

use super::differences::{Heard, between};
use super::lexicon::Lexicon;
use super::outcome::{Outcome, Spot};
use super::reading::read;
use super::words::{is_other_language, told};
use super::{Pair, Side, Whole};
use crate::diagnostics::{Code, Diagnostic, Place, Source, Span};
use crate::documents::work::Authority;
use crate::documents::{CONTENT, arena};
use crate::publication::{Image, svg};
use crate::record::{Spanned, Texts};

/// Fewer words than this do not tell their language.
const ENOUGH_WORDS: u32 = 12;

/// A text, where it stands and what its language is called.
struct Label<'t> {
    source: &'t Arc<Source>,
    span: Span,
    text: &'t str,
    lexicon: &'t Lexicon,
    name: &'t str,
}

impl Label<'_> {
    /// Where some of its words stand: the file may break lines within them, then the whole is the place.
    fn place(&self, range: Option<&Range<usize>>) -> Place {
        let whole = Place::new(self.source, self.span);
        let Some(words) = range.and_then(|range| self.text.get(range.clone())) else { return whole };
        let Some(written) = self.source.text.get(self.span.range()) else { return whole };
        let nth = range.map_or(0, |range| self.text[..range.start].matches(words).count());
        let at = written.match_indices(words).nth(nth).or_else(|| written.match_indices(words).next());
        at.map_or(whole, |(at, _)| {
            let start = self.span.start as usize + at;
            Place::new(self.source, Span::new(start, start + words.len()))
        })
    }
}

/// Compares two labels; the second is the reference.
fn compare(here: &Label<'_>, there: &Label<'_>) -> Vec<Diagnostic> {
    let heard = |label: &Label<'_>| read(label.text, &[], label.lexicon);
    let (one, other) = (heard(here), heard(there));
    let foreign = |own: &Label<'_>, counts: (u32, u32), other: &Label<'_>| {
        counts.0 >= ENOUGH_WORDS && is_other_language(own.text, &[], counts, own.lexicon, other.lexicon)
    };
    let mut diagnostics = Vec::new();
    let (foreign_here, foreign_there) =
        (foreign(here, (one.words, one.common), there), foreign(there, (other.words, other.common), here));
    for (is_foreign, own, other) in [(foreign_here, here, there), (foreign_there, there, here)] {
        if is_foreign {
            let diagnostic = Diagnostic::new(Code::OtherLanguage, own.place(None)).with("language", other.name);
            diagnostics.push(diagnostic.related(other.place(None)).hint("hint-text"));
        }
    }
    let ours = Heard { text: here.text, reading: one, lexicon: here.lexicon };
    let theirs = Heard { text: there.text, reading: other, lexicon: there.lexicon };
    // What is in the wrong language says nothing in its own.
    let differences = if foreign_here || foreign_there { Vec::new() } else { between(&ours, &theirs) };
    for difference in differences {
        let diagnostic = Diagnostic::new(difference.code, here.place(difference.here.as_ref()));
        let diagnostic = diagnostic.related(there.place(difference.there.as_ref())).with("language", there.name);
        diagnostics.push(told(diagnostic, &difference).hint("hint-text"));
    }
    diagnostics
}

/// Texts in all languages, file by file.
pub fn check<'t>(
    whole: &Whole<'_>,
    lexicons: &[Lexicon],
    texts: impl Iterator<Item = (&'t Arc<Source>, &'t Texts)>,
) -> Vec<Diagnostic> {
    let mut diagnostics = Vec::new();
    for (source, texts) in texts {
        let label = |tag: &str, text: &'t Spanned<String>| {
            let language = whole.languages.iter().position(|language| language.tag == tag)?;
            let name = whole.book.languages[language].1.name.as_str();
            let label = Label { source, span: text.span, text: &text.value, lexicon: &lexicons[language], name };
            Some((language, label))
        };
        let labels: Vec<(usize, Label<'_>)> =
            texts.entries.iter().filter_map(|(key, text)| label(&key.text, text)).collect();
        let folder = source.path.strip_prefix(CONTENT).ok().and_then(|path| path.parent());
        let work = whole.works.iter().find(|work| folder.is_some_and(|folder| work.folder == folder));
        let is_courtesy = |language: usize| work.is_some_and(|work| work.authority(language) == Some(Authority::Courtesy));
        let reference = labels.iter().position(|(language, _)| !is_courtesy(*language)).unwrap_or(0);
        for (nth, (language, label)) in labels.iter().enumerate().filter(|(nth, _)| *nth != reference) {
            let found = compare(label, &labels[reference].1);
            let eased = is_courtesy(*language) || is_courtesy(labels[reference].0) && nth > 0;
            diagnostics.extend(found.into_iter().map(|found| if eased { found.eased() } else { found }));
        }
    }
    diagnostics
}

/// The titles and descriptions of two versions of a page.
pub fn front<'p>(pair: &Pair<'p>, outcome: &mut Outcome) {
    let (here, there) = (&pair.here.document.front, &pair.there.document.front);
    let both = |one: Option<&'p Spanned<String>>, other: Option<&'p Spanned<String>>| {
        let (Some(one), Some(other)) = (one, other) else { return Vec::new() };
        let label = |side: &Side<'p>, text: &'p Spanned<String>, name: &'p str| Label {
            source: &side.document.source,
            span: text.span,
            text: &text.value,
            lexicon: side.lexicon,
            name,
        };
        compare(&label(&pair.here, one, pair.here.name), &label(&pair.there, other, pair.name))
    };
    let mut found = both(Some(&here.title), Some(&there.title));
    found.extend(both(here.description.as_ref(), there.description.as_ref()));
    found.into_iter().for_each(|found| outcome.push(pair, found));
}

/// Two variants of a drawing: as many labels, with the same numbers. `blocks` are the figures that show them.
pub fn drawings(
    pair: &Pair<'_>,
    (here, there): (&Image, &Image),
    (figure, other): ((u32, &arena::Image), (u32, &arena::Image)),
    outcome: &mut Outcome,
) {
    let (Some(ours), Some(theirs)) = (svg::labels(&here.bytes), svg::labels(&there.bytes)) else { return };
    let spots = (Spot::at(figure.0, figure.1.span), Spot::at(other.0, other.1.span));
    if ours.len() != theirs.len() {
        outcome.report(pair, Code::DifferentFigures, spots, |found| {
            found.with("problem", "labels").with("here", ours.len()).with("there", theirs.len()).hint("hint-labels")
        });
        return;
    }
    let source = |image: &Image| {
        Source::new(camino::Utf8Path::new(CONTENT).join(&image.path), String::from_utf8_lossy(&image.bytes).into_owned())
    };
    let mut sources = None;
    for (one, theirs) in ours.iter().zip(&theirs) {
        let (read_here, read_there) = (read(&one.0, &[], pair.here.lexicon), read(&theirs.0, &[], pair.there.lexicon));
        let ours = Heard { text: &one.0, reading: read_here, lexicon: pair.here.lexicon };
        let theirs_heard = Heard { text: &theirs.0, reading: read_there, lexicon: pair.there.lexicon };
        // Labels are words, not sentences: what one of them denies, another turns round.
        for difference in between(&ours, &theirs_heard).iter().filter(|found| found.code == Code::DifferentNumbers) {
            let (own, other) = sources.get_or_insert_with(|| (source(here), source(there)));
            let place = |source: &Arc<Source>, range: &Range<usize>| Place::new(source, Span::new(range.start, range.end));
            let diagnostic = Diagnostic::new(difference.code, place(own, &one.1)).related(place(other, &theirs.1));
            outcome.push(pair, told(diagnostic.with("language", pair.name), difference).hint("hint-text"));
        }
    }
}
