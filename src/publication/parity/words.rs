//! Words: what stands within blocks that answer to each other.
//!
//! Takes: the blocks of both versions. Gives: differences in notes, links, citations, emphasis, figures, values, obligation, negation, language.
//! Must not know how blocks were paired.

use super::differences::{Heard, between};
use super::lexicon::Lexicon;
use super::outcome::{Outcome, Spot, lacking};
use super::reading::{Reading, read};
use super::text::{Setting, Text};
use super::{Pair, Side, labels};
use crate::config::Book;
use crate::diagnostics::{Code, Diagnostic, Span};
use crate::documents::Document;
use crate::documents::citation::Cited;
use crate::publication::{Image, Target};

/// Fewer words than this do not tell their language one by one.
const ENOUGH_WORDS: u32 = 12;
/// Of a text in its own language more words than this are its own frequent ones, in hundredths; of one in another language, fewer.
const FEWEST_COMMON: u32 = 12;
/// Of a text that is in another language, at least so many are frequent in that.
const MOST_COMMON: u32 = 24;

/// Compares the words of two groups of blocks; gives the notes that answer to each other.
pub fn compare(pair: &Pair<'_>, here: &[u32], there: &[u32], outcome: &mut Outcome) -> Vec<(u32, u32)> {
    let mut texts = std::mem::take(&mut outcome.texts);
    texts[0].gather(pair.here.document, here);
    texts[1].gather(pair.there.document, there);
    let whole = |document: &Document, blocks: &[u32]| Spot::at(blocks[0], document.blocks[blocks[0] as usize].span);
    let spots = (whole(pair.here.document, here), whole(pair.there.document, there));
    let answering = compare_texts(pair, &texts, spots, outcome);
    outcome.texts = texts;
    answering
}

fn compare_texts(
    pair: &Pair<'_>,
    [ours, theirs]: &[Text; 2],
    spots: (Spot, Spot),
    outcome: &mut Outcome,
) -> Vec<(u32, u32)> {
    if ours.is_empty() && theirs.is_empty() {
        return Vec::new();
    }
    links(pair, ours, theirs, spots, outcome);
    citations(pair, ours, theirs, spots, outcome);
    settings(pair, ours, theirs, spots, outcome);
    said(pair, (ours, theirs), spots, outcome);
    notes(pair, ours, theirs, spots, outcome)
}

fn notes(pair: &Pair<'_>, ours: &Text, theirs: &Text, spots: (Spot, Spot), outcome: &mut Outcome) -> Vec<(u32, u32)> {
    let (here, there) = (ours.notes.len(), theirs.notes.len());
    if here == there {
        return ours.notes.iter().zip(&theirs.notes).map(|((one, _), (other, _))| (*one, *other)).collect();
    }
    // The last one of the version that has more: which one the other lacks takes a reader.
    let last = |text: &Text, spot: Spot, more: bool| {
        let span = text.notes.last().filter(|_| more).map_or(spot.span, |(_, span)| *span);
        Spot::at(spot.block, span)
    };
    let spots = (last(ours, spots.0, here > there), last(theirs, spots.1, there > here));
    outcome.report(pair, Code::DifferentNotes, spots, |found| found.with("here", here).with("there", there));
    Vec::new()
}

fn settings(pair: &Pair<'_>, ours: &Text, theirs: &Text, spots: (Spot, Spot), outcome: &mut Outcome) {
    if ours.settings.is_empty() && theirs.settings.is_empty() {
        return;
    }
    for setting in Setting::ALL {
        let of = |text: &Text| -> Vec<Span> {
            let own = text.settings.iter().filter(|found| found.setting == setting && found.sure);
            own.map(|found| found.span).collect()
        };
        let most = |text: &Text| text.settings.iter().filter(|found| found.setting == setting).count();
        let (here, there) = (of(ours), of(theirs));
        if here.len() <= most(theirs) && there.len() <= most(ours) {
            continue;
        }
        let last = |spans: &[Span], spot: Spot, more: bool| {
            Spot::at(spot.block, spans.last().filter(|_| more).copied().unwrap_or(spot.span))
        };
        let spots = (last(&here, spots.0, here.len() > there.len()), last(&there, spots.1, there.len() > here.len()));
        outcome.report(pair, Code::DifferentEmphasis, spots, |found| {
            found.with("setting", setting.name()).with("here", here.len()).with("there", there.len())
        });
    }
}

fn links(pair: &Pair<'_>, ours: &Text, theirs: &Text, spots: (Spot, Spot), outcome: &mut Outcome) {
    // Most versions link to the same in the same order.
    let leads_alike = |(one, other): (&u32, &u32)| {
        let (one, other) = (&pair.here.targets[*one as usize], &pair.there.targets[*other as usize]);
        one == other && *one != Target::Nowhere
    };
    if ours.links.len() == theirs.links.len() && ours.links.iter().zip(&theirs.links).all(leads_alike) {
        return;
    }
    let references = |side: &Side<'_>, text: &Text| -> Vec<Reference> {
        let reference = |link: &u32| {
            let (target, link) = (&side.targets[*link as usize], &side.document.links[*link as usize]);
            Some(Reference { key: key(target, pair.book)?, written: link.destination.clone(), span: link.span })
        };
        text.links.iter().filter_map(reference).collect()
    };
    let (here, there) = (references(&pair.here, ours), references(&pair.there, theirs));
    // A link that leads nowhere was reported, and its counterpart has none for that reason.
    if here.len() == ours.links.len() && there.len() == theirs.links.len() {
        without_counterpart(pair, Code::DifferentLinks, (&here, &there), spots, outcome);
    }
}

/// Citations: each key with the numbers of its locator, whose other words are in the text's language (“p. 12”, «pág. 12»).
fn citations(pair: &Pair<'_>, ours: &Text, theirs: &Text, spots: (Spot, Spot), outcome: &mut Outcome) {
    if ours.citations.is_empty() && theirs.citations.is_empty() {
        return;
    }
    let references = |side: &Side<'_>, text: &Text| -> Vec<Reference> {
        let cited = text.citations.iter().flat_map(|citation| &side.document.citations[*citation as usize].items);
        let reference = |cited: &Cited| {
            let locator = cited.locator.as_deref().unwrap_or_default();
            let numbers: Vec<&str> =
                locator.split(|letter: char| !letter.is_numeric()).filter(|part| !part.is_empty()).collect();
            let key = format!("{} {}", cited.key.text, numbers.join(" "));
            let written =
                if locator.is_empty() { format!("@{}", cited.key.text) } else { format!("@{}, {locator}", cited.key.text) };
            Reference { key, written, span: cited.key.span }
        };
        cited.map(reference).collect()
    };
    let (here, there) = (references(&pair.here, ours), references(&pair.there, theirs));
    without_counterpart(pair, Code::DifferentCitations, (&here, &there), spots, outcome);
}

/// Something that a text refers to: what it is in any language, and how and where it is written.
struct Reference {
    key: String,
    written: String,
    span: Span,
}

/// Reports what one version refers to and the other does not, two by two as far as both have some.
fn without_counterpart(
    pair: &Pair<'_>,
    code: Code,
    (here, there): (&[Reference], &[Reference]),
    spots: (Spot, Spot),
    outcome: &mut Outcome,
) {
    let keys = |references: &[Reference]| -> Vec<String> { references.iter().map(|own| own.key.clone()).collect() };
    let (extra, missing) = lacking(&keys(here), &keys(there));
    for nth in 0..extra.len().max(missing.len()) {
        let own = extra.get(nth).map(|at| &here[*at]);
        let other = missing.get(nth).map(|at| &there[*at]);
        let spot = |reference: Option<&Reference>, spot: Spot| {
            Spot::at(spot.block, reference.map_or(spot.span, |reference| reference.span))
        };
        let problem = match (own, other) {
            (Some(_), Some(_)) => "differs",
            (None, _) => "missing",
            _ => "extra",
        };
        let written = |reference: Option<&Reference>| reference.map_or_else(String::new, |own| own.written.clone());
        outcome.report(pair, code, (spot(own, spots.0), spot(other, spots.1)), |found| {
            found.with("problem", problem).with("here", written(own)).with("there", written(other))
        });
    }
}

/// What a link leads to, the same for all languages; none where it leads nowhere.
fn key(target: &Target, book: &Book) -> Option<String> {
    Some(match target {
        Target::Section(key) => format!("{key:?}"),
        Target::Float(key) => format!("{key:?}"),
        Target::External(address) => neutral(address, book),
        Target::Gone(gone) => format!("{}#{}", gone.work, gone.id),
        Target::Nowhere => return None,
    })
}

/// An address without the languages in it: `https://eur-lex.europa.eu/legal-content/ES/TXT/` is the same in English.
fn neutral(address: &str, book: &Book) -> String {
    let is_language = |part: &str| {
        let part = part.to_ascii_lowercase();
        let primary = part.split(['-', '_']).next().unwrap_or_default();
        part.len() <= 5 && book.tags().any(|tag| tag.split('-').next() == Some(primary))
    };
    let parts = address.split_inclusive(['/', '.', '=', '&', '?', '#', ':', '_']);
    let neutral = parts.map(|part| match is_language(part.trim_end_matches(['/', '.', '=', '&', '?', '#', ':', '_'])) {
        true => "*",
        false => part,
    });
    neutral.collect::<String>().trim_end_matches(['/', '*']).to_owned()
}

/// Compares what the words say, and finds out whether they are in their own language.
fn said(pair: &Pair<'_>, (ours, theirs): (&Text, &Text), spots: (Spot, Spot), outcome: &mut Outcome) {
    let heard = |text: &Text, lexicon| read(&text.words, &text.quiet, lexicon);
    let (one, other) = (heard(ours, pair.here.lexicon), heard(theirs, pair.there.lexicon));
    let foreign_here = is_foreign(ours, &one, pair.here.lexicon, pair.there.lexicon);
    let foreign_there = is_foreign(theirs, &other, pair.there.lexicon, pair.here.lexicon);
    if foreign_here {
        outcome.report(pair, Code::OtherLanguage, spots, |found| found);
    }
    if foreign_there {
        let turned = pair.turned();
        outcome.report(&turned, Code::OtherLanguage, (spots.1, spots.0), |found| found);
    }
    for (short, text, reading) in [(0, ours, &one), (1, theirs, &other)] {
        if reading.words < ENOUGH_WORDS {
            let short = &mut outcome.short[short];
            short.text.extend([" ", &text.words]);
            short.words += reading.words;
            short.common += reading.common;
        }
    }
    let ours_heard = Heard { text: &ours.words, reading: one, lexicon: pair.here.lexicon };
    let theirs_heard = Heard { text: &theirs.words, reading: other, lexicon: pair.there.lexicon };
    // What is in the wrong language says nothing in its own.
    if foreign_here || foreign_there {
        return;
    }
    for difference in between(&ours_heard, &theirs_heard) {
        let place = |text: &Text, range: &Option<std::ops::Range<usize>>, spot: Spot| {
            range.as_ref().map_or(spot, |range| Spot::at(spot.block, text.span(range.clone())))
        };
        let places = (place(ours, &difference.here, spots.0), place(theirs, &difference.there, spots.1));
        outcome.report(pair, difference.code, places, |found| told(found, &difference));
    }
}

/// The arguments of a message about a difference.
pub fn told(found: Diagnostic, difference: &super::differences::Difference) -> Diagnostic {
    let found = found.with("problem", difference.problem());
    found.with("here", difference.words.0.as_str()).with("there", difference.words.1.as_str())
}

/// Whether a text is rather in the other language than in its own.
fn is_foreign(text: &Text, reading: &Reading, own: &Lexicon, other: &Lexicon) -> bool {
    reading.words >= ENOUGH_WORDS && is_other_language(&text.words, &text.quiet, (reading.words, reading.common), own, other)
}

/// The same of a text whose words and frequent words were counted.
pub fn is_other_language(
    text: &str,
    quiet: &[std::ops::Range<usize>],
    (words, common): (u32, u32),
    own: &Lexicon,
    other: &Lexicon,
) -> bool {
    let doubtful = own.has_common && other.has_common && common * 100 < words * FEWEST_COMMON;
    doubtful && {
        let read = read(text, quiet, other);
        read.common * 100 >= words * MOST_COMMON
    }
}

/// The drawing that a figure shows, if it is one.
fn drawing<'p>(side: &Side<'p>, image: u32) -> Option<&'p Image> {
    side.images[image as usize].as_deref().filter(|image| image.path.extension() == Some("svg"))
}

/// Two figures: the same file or its variants, and what their alternative texts say.
pub fn figures(pair: &Pair<'_>, here: (u32, u32), there: (u32, u32), outcome: &mut Outcome) {
    let image = |side: &Side<'_>, image: u32| side.document.images[image as usize].clone();
    let (one, other) = (image(&pair.here, here.1), image(&pair.there, there.1));
    let spots = (Spot::at(here.0, one.span), Spot::at(there.0, other.span));
    let file = |side: &Side<'_>, image: u32| {
        let image = side.images[image as usize].as_ref()?;
        let tag = pair.book.languages[side.language].0.as_str();
        let stem = image.path.file_stem().unwrap_or_default();
        let neutral = stem.strip_suffix(tag).and_then(|stem| stem.strip_suffix('.')).unwrap_or(stem);
        Some((image.path.parent()?.join(neutral), image.path.extension()?.to_owned()))
    };
    let files = (file(&pair.here, here.1), file(&pair.there, there.1));
    if let (Some(own), Some(theirs)) = files {
        if own != theirs {
            outcome.report(pair, Code::DifferentFigures, spots, |found| {
                let found = found.with("problem", "file").with("here", one.destination.as_str());
                found.with("there", other.destination.as_str())
            });
        } else if let (Some(drawing), Some(counterpart)) = (drawing(&pair.here, here.1), drawing(&pair.there, there.1))
            && drawing.path != counterpart.path
        {
            labels::drawings(pair, (drawing, counterpart), ((here.0, &one), (there.0, &other)), outcome);
        }
    }
    let heard = |text: &str, lexicon| read(text, &[], lexicon);
    let ours = Heard { text: &one.alt, reading: heard(&one.alt, pair.here.lexicon), lexicon: pair.here.lexicon };
    let theirs = Heard { text: &other.alt, reading: heard(&other.alt, pair.there.lexicon), lexicon: pair.there.lexicon };
    for difference in between(&ours, &theirs) {
        outcome.report(pair, difference.code, spots, |found| told(found, &difference));
    }
}
