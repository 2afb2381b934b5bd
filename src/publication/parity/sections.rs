//! Sections: which ones the versions of a chapter have, under which ids, in which order, at which level.
//!
//! Takes: a chapter of the outline and the documents. Gives: a diagnostic for each section that a version lacks, that has another id there,
//! stands elsewhere or is of another level. Must not know what is in them.

use std::collections::{BTreeSet, HashMap};

use super::outcome::{Outcome, Spot};
use super::{Pair, Whole};
use crate::diagnostics::{Code, Diagnostic};
use crate::documents::{CONTENT, Document};
use crate::publication::{Chapter, Work};

/// Sections that a language of the work lacks. Two that stand in the same place of both versions are one with two ids.
pub fn missing(whole: &Whole<'_>, work: &Work, chapter: &Chapter) -> Vec<Diagnostic> {
    let mut diagnostics = Vec::new();
    let languages: Vec<usize> = work
        .languages
        .iter()
        .map(|(language, _)| *language)
        .filter(|language| chapter.documents[*language].is_some())
        .collect();
    let lacks = |language: usize| chapter.sections.iter().any(|section| section.versions[language].is_none());
    if !languages.iter().any(|language| lacks(*language)) {
        return diagnostics;
    }
    let mut same: BTreeSet<(usize, usize)> = BTreeSet::new();
    for (nth, language) in languages.iter().enumerate() {
        for other in &languages[..nth] {
            for (own, theirs) in renamed(chapter, *language, *other) {
                // Once told, it is not told of each language that has the other id.
                if same.insert((own, *other)) & same.insert((theirs, *language)) {
                    diagnostics.extend(other_id(whole, chapter, (*language, own), (*other, theirs)));
                }
            }
        }
    }
    for (number, section) in chapter.sections.iter().enumerate().skip(1) {
        let present =
            section.versions.iter().enumerate().find_map(|(language, version)| Some((language, version.as_ref()?)));
        let Some((language, version)) = present else { continue };
        let Some(document) = chapter.documents[language].map(|index| &whole.documents[index]) else { continue };
        let lacking =
            languages.iter().filter(|other| section.versions[**other].is_none() && !same.contains(&(number, **other)));
        for other in lacking {
            let (tag, settings) = &whole.book.languages[*other];
            let place = document.place(document.sections[version.section].span_of_heading(document));
            let diagnostic = Diagnostic::new(Code::MissingSection, place).with("id", section.id.as_str());
            let diagnostic = diagnostic.with("language", settings.name.as_str());
            diagnostics.push(diagnostic.with("file", format!("{CONTENT}/{}.{tag}.md", chapter.path)));
        }
    }
    diagnostics
}

/// For each section of a version, in its own order, its place in the chapter.
fn order(chapter: &Chapter, language: usize) -> Vec<usize> {
    let own = |(number, section): (usize, &super::Section)| Some((section.versions[language].as_ref()?.section, number));
    let mut order: Vec<(usize, usize)> = chapter.sections.iter().enumerate().filter_map(own).collect();
    order.sort_unstable();
    order.into_iter().map(|(_, number)| number).collect()
}

/// Sections that stand between the same ones in two versions, as many in both: they have another id there.
fn renamed(chapter: &Chapter, language: usize, other: usize) -> Vec<(usize, usize)> {
    let gaps = |own: usize, theirs: usize| -> HashMap<usize, Vec<usize>> {
        let (mut gaps, mut last): (HashMap<usize, Vec<usize>>, usize) = (HashMap::new(), 0);
        for number in order(chapter, own) {
            match chapter.sections[number].versions[theirs].is_some() {
                true => last = number,
                false => gaps.entry(last).or_default().push(number),
            }
        }
        gaps
    };
    let (ours, theirs) = (gaps(language, other), gaps(other, language));
    let mut found = Vec::new();
    for (after, own) in ours {
        if let Some(others) = theirs.get(&after).filter(|others| others.len() == own.len()) {
            found.extend(own.into_iter().zip(others.iter().copied()));
        }
    }
    found.sort_unstable();
    found.retain(|(own, theirs)| chapter.sections[*own].level == chapter.sections[*theirs].level);
    found
}

fn other_id(whole: &Whole<'_>, chapter: &Chapter, own: (usize, usize), other: (usize, usize)) -> Option<Diagnostic> {
    let place = |(language, number): (usize, usize)| {
        let document: &Document = &whole.documents[chapter.documents[language]?];
        let section = &document.sections[chapter.sections[number].versions[language].as_ref()?.section];
        let span = section.id.as_ref().map_or_else(|| section.span_of_heading(document), |id| id.span);
        Some(document.place(span))
    };
    let diagnostic = Diagnostic::new(Code::DifferentIds, place(own)?).related(place(other)?);
    let diagnostic = diagnostic.with("here", chapter.sections[own.1].id.as_str());
    let diagnostic = diagnostic.with("there", chapter.sections[other.1].id.as_str());
    Some(diagnostic.with("language", whole.book.languages[other.0].1.name.as_str()))
}

/// The order and the levels of the sections that both versions have.
pub fn compare(pair: &Pair<'_>, chapter: &Chapter, outcome: &mut Outcome) {
    let both = |number: &usize| {
        let versions = &chapter.sections[*number].versions;
        versions[pair.here.language].is_some() && versions[pair.there.language].is_some()
    };
    let of = |language: usize| -> Vec<usize> { order(chapter, language).into_iter().filter(both).collect() };
    let (ours, theirs) = (of(pair.here.language), of(pair.there.language));
    let rank: HashMap<usize, usize> = theirs.iter().enumerate().map(|(rank, number)| (*number, rank)).collect();
    let ranks: Vec<usize> = ours.iter().map(|number| rank[number]).collect();
    let settled = in_order(&ranks);
    for (at, number) in ours.iter().enumerate() {
        let section = &chapter.sections[*number];
        let spot = |side: &super::Side<'_>| {
            let own = &side.document.sections[section.versions[side.language].as_ref()?.section];
            let spot = Spot::at(own.heading.unwrap_or(u32::MAX), own.span_of_heading(side.document));
            Some((spot, own.level))
        };
        let Some(((here, level), (there, other))) = spot(&pair.here).zip(spot(&pair.there)) else { continue };
        if !settled[at] {
            let id = section.id.as_str();
            outcome.report(pair, Code::DifferentOrder, (here, there), |found| found.with("id", id));
        }
        if level != other {
            outcome.report(pair, Code::DifferentLevel, (here, there), |found| {
                found.with("here", usize::from(level)).with("there", usize::from(other))
            });
        }
    }
}

/// Which elements belong to a longest rising subsequence: what is left has been moved.
fn in_order(ranks: &[usize]) -> Vec<bool> {
    let mut ends: Vec<usize> = Vec::new();
    let mut before = vec![None; ranks.len()];
    for (at, rank) in ranks.iter().enumerate() {
        let length = ends.partition_point(|end| ranks[*end] < *rank);
        before[at] = length.checked_sub(1).map(|shorter| ends[shorter]);
        match ends.get_mut(length) {
            Some(end) => *end = at,
            None => ends.push(at),
        }
    }
    let mut settled = vec![false; ranks.len()];
    let mut last = ends.last().copied();
    while let Some(at) = last {
        settled[at] = true;
        last = before[at];
    }
    settled
}
