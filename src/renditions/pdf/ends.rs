//! Where pages end so that notes stand on the page of their marks.
//!
//! Takes: a document as Typst laid it out, with a mark wherever a page may end. Gives: the marks at which pages have to end. Typst
//! fixes a note's page before it knows whether the text stays there: a heading that moves on with its text leaves the note behind, and
//! a list whose notes find no room sends them ahead. The remedy is to end the page before such a text and to lay out the whole again.

use std::collections::{BTreeMap, BTreeSet};

use typst::diag::SourceDiagnostic;
use typst::foundations::{NativeElement, Selector, Value};
use typst::introspection::{Introspector, Location, MetadataElem};
use typst::model::{FootnoteElem, FootnoteEntry};
use typst_layout::PagedDocument;

/// The document, or what is wrong in the sources.
pub type LaidOut = Result<PagedDocument, Vec<SourceDiagnostic>>;

/// Said of a place where a page may end; the number of the place follows.
const MAY_END: &str = "page-may-end:";

/// Said of a place that follows a chapter's heading and few words.
const OPENING: &str = "?";

/// Nothing is moved that begins above this, in points from the head of the page: the hole would be worse than the stray note.
const HIGHEST: f64 = 450.0;

/// More notes than this are not put right in one PDF: each costs a layout.
const MOST: usize = 12;

/// The markup of what [`lay_out`] needs to know, with the places at which pages end. Its syntax is the same for any places: what
/// Typst remembers of the rest of the text stays true.
pub fn preamble(ends: &BTreeSet<usize>) -> String {
    let ends: String = ends.iter().map(|end| format!("{end} ")).collect();
    format!(
        "#let page-ends = \" {ends}\"\n\
         #let may-end(nth, opening: false) = {{ if page-ends.contains(\" \" + str(nth) + \" \") {{ pagebreak(weak: true) }}; \
         metadata(\"{MAY_END}\" + str(nth) + if opening {{ \"{OPENING}\" }}) }}\n"
    )
}

/// A page may end here; where it would leave a chapter's heading with few words below it, only if it cannot end before that.
pub fn place(nth: usize, opening: bool) -> String {
    format!("#may-end({nth}{})\n", if opening { ", opening: true" } else { "" })
}

/// Lays out, and again with other ends of pages, until no note strays that could be put right. What fails is not kept.
pub fn lay_out(mut compile: impl FnMut(&BTreeSet<usize>) -> LaidOut) -> LaidOut {
    let mut ends = BTreeSet::new();
    let mut document = compile(&ends)?;
    let mut tried = BTreeSet::new();
    for _ in 0..MOST {
        let found = straying(&document);
        let Some(stray) = found.iter().find(|stray| !tried.contains(&stray.note)) else { break };
        tried.insert(stray.note);
        let Some(end) = stray.end.filter(|end| ends.insert(*end)) else { continue };
        match compile(&ends) {
            Ok(other) if straying(&other).iter().all(|other| other.note != stray.note) => document = other,
            _ => drop(ends.remove(&end)),
        }
    }
    Ok(document)
}

/// A note on another page than its mark.
pub struct Stray {
    /// Which of the document's notes.
    note: usize,
    /// The place at which a page should end for that, if there is one.
    end: Option<usize>,
}

/// The notes that stand on another page than their marks, in the order of the text.
pub fn straying(document: &PagedDocument) -> Vec<Stray> {
    let introspector = document.introspector();
    let page = |location: Location| introspector.page(location).map_or(0, usize::from);
    let noted: BTreeMap<u128, usize> = introspector
        .query(&FootnoteEntry::ELEM.select())
        .iter()
        .filter_map(|entry| Some((entry.to_packed::<FootnoteEntry>()?.note.location()?.hash(), page(entry.location()?))))
        .rev()
        .collect();
    let either = Selector::Or([FootnoteElem::ELEM.select(), MetadataElem::ELEM.select()].into_iter().collect());
    let (mut strays, mut notes) = (Vec::new(), 0);
    // The first place of each page, and those before an element: the last good one and the last of all.
    let (mut firsts, mut good, mut last) = (BTreeMap::new(), None, None);
    for element in introspector.query(&either) {
        let Some(location) = element.location() else { continue };
        if let Some((nth, opening)) = element.to_packed::<MetadataElem>().and_then(|mark| place_of(&mark.value)) {
            let height = introspector.position(location).map_or(0.0, |position| position.point.y.to_pt());
            firsts.entry(page(location)).or_insert(nth);
            last = Some((nth, page(location), height));
            good = if opening { good } else { last };
        } else if element.to_packed::<FootnoteElem>().is_some_and(|note| !note.is_ref()) {
            notes += 1;
            let (own, noted) = (page(location), noted.get(&location.hash()).copied());
            let Some(noted) = noted.filter(|noted| *noted != own) else { continue };
            let end = if noted < own {
                // The page ended before the first of what stands on the next one.
                firsts.get(&own).copied().or(last.map(|(nth, ..)| nth))
            } else {
                let near = |(_, page, height): &(usize, usize, f64)| *page == own && *height > HIGHEST;
                good.filter(near).or(last.filter(near)).map(|(nth, ..)| nth)
            };
            strays.push(Stray { note: notes, end });
        }
    }
    strays
}

/// The number of a place, and whether it follows a chapter's heading.
fn place_of(value: &Value) -> Option<(usize, bool)> {
    let Value::Str(text) = value else { return None };
    let number = text.strip_prefix(MAY_END)?;
    Some((number.trim_end_matches(OPENING).parse().ok()?, number.ends_with(OPENING)))
}
