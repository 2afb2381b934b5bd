//! Labels: texts that stand beside each other in one file, or are one line of it: titles, summaries, definitions, reservations, and the
//! words of drawings.
//!
//! Takes: texts of YAML and TOML files in all languages, titles of documents, two variants of a drawing. Gives: what one of them says and
//! another does not. No mark stands in such a file: what differs on purpose there is a matter of the work's `severity`. Must not know what
//! the texts are for.

use std::borrow::Cow;
use std::ops::Range;
use std::sync::Arc;

use camino::Utf8Path;

use super::differences::{Heard, between};
use super::lexicon::Lexicon;
use super::outcome::{Outcome, Spot};
use super::reading::read;
use super::words::{is_other_language, told};
use super::{Pair, Side, Whole};
use crate::diagnostics::{Code, Diagnostic, Place, Source, Span};
use crate::documents::work::Authority;
use crate::documents::{CONTENT, arena};
use crate::publication::{Image, Work, svg};
use crate::record::{ByLanguage, Key, Spanned, Texts};

/// Fewer words than this do not tell their language.
const ENOUGH_WORDS: u32 = 12;

/// A text, where it stands and what its language is called.
struct Label<'t> {
    source: &'t Arc<Source>,
    span: Span,
    text: Cow<'t, str>,
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
    let heard = |label: &Label<'_>| read(&label.text, &[], label.lexicon);
    let (one, other) = (heard(here), heard(there));
    let foreign = |own: &Label<'_>, counts: (u32, u32), other: &Label<'_>| {
        counts.0 >= ENOUGH_WORDS && is_other_language(&own.text, &[], counts, own.lexicon, other.lexicon)
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
    let ours = Heard { text: &here.text, reading: one, lexicon: here.lexicon };
    let theirs = Heard { text: &there.text, reading: other, lexicon: there.lexicon };
    // What is in the wrong language says nothing in its own.
    let differences = if foreign_here || foreign_there { Vec::new() } else { between(&ours, &theirs) };
    for difference in differences {
        let diagnostic = Diagnostic::new(difference.code, here.place(difference.here.as_ref()));
        let diagnostic = diagnostic.related(there.place(difference.there.as_ref())).with("language", there.name);
        diagnostics.push(told(diagnostic, &difference).hint("hint-text"));
    }
    diagnostics
}

impl<'t> Label<'t> {
    /// A text of a file, with its place among the publication's languages; none in a language that this does not have.
    fn of(
        whole: &Whole<'t>,
        lexicons: &'t [Lexicon],
        source: &'t Arc<Source>,
        tag: &str,
        (span, text): (Span, Cow<'t, str>),
    ) -> Option<(usize, Label<'t>)> {
        let language = whole.languages.iter().position(|language| language.tag == tag)?;
        let name = whole.book.languages[language].1.name.as_str();
        Some((language, Label { source, span, text, lexicon: &lexicons[language], name }))
    }
}

/// Texts in all languages, file by file.
pub fn check<'t>(
    whole: &Whole<'t>,
    lexicons: &'t [Lexicon],
    texts: impl Iterator<Item = (&'t Arc<Source>, &'t Texts)>,
) -> Vec<Diagnostic> {
    let mut diagnostics = Vec::new();
    for (source, texts) in texts {
        let label = |(key, text): &'t (Key, Spanned<String>)| {
            Label::of(whole, lexicons, source, &key.text, (text.span, Cow::Borrowed(text.value.as_str())))
        };
        let labels: Vec<(usize, Label<'_>)> = texts.entries.iter().filter_map(label).collect();
        diagnostics.extend(against_reference(whole, source, &labels, compare));
    }
    diagnostics
}

/// Lists of words in all languages, such as keywords: as many in each, with the same numbers, in each language's own order.
pub fn check_lists<'t>(
    whole: &Whole<'t>,
    lexicons: &'t [Lexicon],
    lists: impl Iterator<Item = (&'t Arc<Source>, &'t ByLanguage<Vec<Spanned<String>>>)>,
) -> Vec<Diagnostic> {
    let mut diagnostics = Vec::new();
    for (source, lists) in lists {
        let label = |(key, words): &'t (Key, Spanned<Vec<Spanned<String>>>)| {
            let text = words.value.iter().map(|word| word.value.as_str()).collect::<Vec<_>>().join("; ");
            let (language, label) = Label::of(whole, lexicons, source, &key.text, (words.span, Cow::Owned(text)))?;
            Some((language, (words.value.len(), label)))
        };
        let labels: Vec<(usize, (usize, Label<'_>))> = lists.entries.iter().filter_map(label).collect();
        diagnostics.extend(against_reference(whole, source, &labels, |(here, one), (there, other)| {
            if here != there {
                let found = Diagnostic::new(Code::DifferentLists, one.place(None)).related(other.place(None));
                let found = found.with("problem", "items").with("here", *here).with("there", *there);
                return vec![found.with("language", other.name).hint("hint-text")];
            }
            // Words are no sentences: what one of them denies, another turns round.
            let mut found = compare(one, other);
            found.retain(|found| matches!(found.code, Code::DifferentNumbers | Code::OtherLanguage));
            found
        }));
    }
    diagnostics
}

/// Holds what a file says in several languages against the first that is authentic; what is held against a courtesy version, or is one
/// itself, one degree milder.
fn against_reference<T>(
    whole: &Whole<'_>,
    source: &Source,
    versions: &[(usize, T)],
    compare: impl Fn(&T, &T) -> Vec<Diagnostic>,
) -> Vec<Diagnostic> {
    let work = work_of(whole, source);
    let is_courtesy = |language: usize| work.is_some_and(|work| work.authority(language) == Some(Authority::Courtesy));
    let reference = versions.iter().position(|(language, _)| !is_courtesy(*language)).unwrap_or(0);
    let mut diagnostics = Vec::new();
    for (nth, (language, own)) in versions.iter().enumerate().filter(|(nth, _)| *nth != reference) {
        let found = compare(own, &versions[reference].1);
        let eased = is_courtesy(*language) || is_courtesy(versions[reference].0) && nth > 0;
        diagnostics.extend(found.into_iter().map(|found| if eased { found.eased() } else { found }));
    }
    diagnostics
}

/// The work that a file is a part of: the one whose folder holds it. What lies beside `book.toml` or in a folder of no work is nobody's.
fn work_of<'p>(whole: &Whole<'p>, source: &Source) -> Option<&'p Work> {
    let folder = source.path.strip_prefix(CONTENT).ok()?.parent()?;
    let own = |folder: &Utf8Path| whole.works.iter().find(|work| work.folder == folder);
    own(folder).or_else(|| folder.ancestors().filter(|folder| !folder.as_str().is_empty()).find_map(own))
}

/// The titles and descriptions of two versions of a page.
pub fn front<'p>(pair: &Pair<'p>, outcome: &mut Outcome) {
    let (here, there) = (&pair.here.document.front, &pair.there.document.front);
    let both = |one: Option<&'p Spanned<String>>, other: Option<&'p Spanned<String>>| {
        let (Some(one), Some(other)) = (one, other) else { return Vec::new() };
        let label = |side: &Side<'p>, text: &'p Spanned<String>, name: &'p str| Label {
            source: &side.document.source,
            span: text.span,
            text: Cow::Borrowed(text.value.as_str()),
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
