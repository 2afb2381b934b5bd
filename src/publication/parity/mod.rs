//! Parity: whether the language versions of a text have the same structure and say the same numbers, duties and denials.
//!
//! Takes: the outline, the documents with what their links and figures lead to, the word lists of `locales/`. Gives: diagnostics, each with
//! a place in both files. Must not know what a page looks like, and cannot know what a text means: a reader compares that.
//!
//! 1. [`sections`]: which sections the versions have, under which ids, in which order;
//! 2. [`blocks`]: what is in each section, aligned by [`alignment`];
//! 3. [`words`]: what is in blocks that answer to each other, by what [`reading`] found in their [`text`];
//! 4. [`labels`]: titles, the texts of YAML files, the words of drawings;
//! 5. [`marks`]: what authors say differs on purpose.
//!
//! Authentic versions are held against the one with which most of the others agree, the first where there is nothing to choose; courtesy
//! versions against that one, one degree milder. What is counted is an error between authentic versions; what is judged (duties, denials,
//! the language of a text, emphasis) is a warning. A work's `severity` changes both.

mod alignment;
mod blocks;
mod differences;
mod labels;
mod letters;
mod lexicon;
mod marks;
mod numerals;
mod outcome;
mod reading;
mod sections;
mod sums;
mod text;
mod words;

use std::hash::Hash;
use std::sync::Arc;

use rayon::prelude::*;

use self::lexicon::Lexicon;
use self::marks::Used;
use self::outcome::Outcome;
use super::glyphs::Labels;
use super::procedures::Roles;
use super::{Amendments, Chapter, Image, Register, Section, Target, Work};
use crate::config::Book;
use crate::diagnostics::{Code, Diagnostic, Source, first_of_each_kind};
use crate::documents::work::Authority;
use crate::documents::{ContributionFile, Document, Glossary};
use crate::locale::{Language, Messages};
use crate::memo::{Key, Memo, Seal};
use crate::record::{ByLanguage, Spanned, Texts};

/// All that is compared.
pub struct Whole<'p> {
    pub book: &'p Book,
    pub languages: &'p [Language],
    pub messages: &'p Messages,
    pub works: &'p [Work],
    pub documents: &'p [Document],
    pub targets: &'p [Vec<Target>],
    pub images: &'p [Vec<Option<Arc<Image>>>],
    pub roles: &'p [Roles],
    /// The texts of `book.toml`, and of each work, panel and contribution, with their files.
    pub labels: &'p Labels,
    pub glossary: Option<&'p Glossary>,
    pub register: &'p Register,
    pub contributions: &'p [ContributionFile],
    pub memo: &'p Memo,
    pub amendments: &'p Amendments,
}

impl<'p> Whole<'p> {
    /// The texts of files that hold them in all languages.
    fn texts(&self) -> impl Iterator<Item = (&'p Arc<Source>, &'p Texts)> {
        let labels = self.labels.iter().flat_map(|(source, texts)| texts.iter().map(move |text| (source, text)));
        let facts = self.book.legal.iter().flat_map(|legal| legal.in_each_language());
        let types = self.book.institution_types.entries.iter().map(|(_, names)| &names.value);
        let settings = facts.chain(types).map(|text| (&self.book.source, text));
        let terms = self.glossary.into_iter().flat_map(|own| own.texts().map(move |text| (&own.source, text)));
        let institutions = self.register.signatories.iter();
        let institutions = institutions.flat_map(|own| own.yaml.texts().map(move |text| (&own.source, text)));
        labels.chain(settings).chain(terms).chain(institutions)
    }

    /// The lists of words of files that hold them in all languages.
    fn lists(&self) -> impl Iterator<Item = (&'p Arc<Source>, &'p ByLanguage<Vec<Spanned<String>>>)> {
        self.contributions.iter().filter_map(|own| Some((&own.source, own.yaml.keywords.as_ref()?)))
    }
}

/// One version of a chapter.
#[derive(Clone, Copy)]
pub struct Side<'p> {
    pub language: usize,
    /// The document's place in the publication.
    pub index: usize,
    pub document: &'p Document,
    pub lexicon: &'p Lexicon,
    pub targets: &'p [Target],
    pub images: &'p [Option<Arc<Image>>],
    pub roles: &'p Roles,
    /// What its language is called.
    pub name: &'p str,
}

/// A version and the reference that it is held against.
#[derive(Clone, Copy)]
pub struct Pair<'p> {
    pub book: &'p Book,
    pub here: Side<'p>,
    pub there: Side<'p>,
    /// The language of the reference, with those of the versions that agree with it where this one stands alone.
    pub name: &'p str,
    /// Whether one of the two is a courtesy version.
    pub eased: bool,
}

impl<'p> Pair<'p> {
    fn turned(&self) -> Pair<'p> {
        Pair { here: self.there, there: self.here, name: self.here.name, ..*self }
    }

    /// The document of one side, and its place in the publication.
    fn document(&self, is_here: bool) -> (&'p Document, usize) {
        let side = if is_here { self.here } else { self.there };
        (side.document, side.index)
    }

    /// The language of one side.
    fn name(&self, is_here: bool) -> &'p str {
        if is_here { self.here.name } else { self.name }
    }
}

pub fn check(whole: &Whole<'_>) -> Vec<Diagnostic> {
    let of = |(index, language): (usize, &Language)| Lexicon::of(language, whole.messages, index);
    let lexicons: Vec<Lexicon> = whole.languages.iter().enumerate().map(of).collect();
    let works = whole.works.iter();
    let chapters: Vec<(&Work, &Chapter)> =
        works.flat_map(|work| work.current().pages().map(move |(_, chapter)| (work, chapter))).collect();
    let besides = whole.memo.key(|seal| {
        whole.book.source.seal().hash(seal);
        lexicons.iter().for_each(|lexicon| lexicon.lists.hash(seal));
    });
    let outcome = |(work, chapter): &(&Work, &Chapter)| {
        let of = |seal: &mut Seal| depends(whole, besides, work, chapter, seal);
        whole.memo.or("parity", of, || {
            let Outcome { diagnostics, used, .. } = compare(whole, &lexicons, work, chapter);
            (first_of_each_kind(diagnostics), used)
        })
    };
    let outcomes: Vec<Arc<(Vec<Diagnostic>, Used)>> = chapters.par_iter().map(outcome).collect();
    // Of a proposed text its own section alone: what is around it is the chapter's.
    let proposed: Vec<(usize, &Chapter)> = whole.amendments.chapters().collect();
    let of_proposal = |(work, chapter): &(usize, &Chapter)| {
        let mut outcome = Outcome::default();
        compare_sections(whole, &lexicons, &whole.works[*work], chapter, &mut outcome);
        Arc::new((first_of_each_kind(outcome.diagnostics), outcome.used))
    };
    let of_proposals: Vec<Arc<(Vec<Diagnostic>, Used)>> = proposed.par_iter().map(of_proposal).collect();
    let (mut diagnostics, mut used, mut compared) = (Vec::new(), Used::new(), vec![false; whole.documents.len()]);
    for (found, excused) in outcomes.into_iter().chain(of_proposals).map(Arc::unwrap_or_clone) {
        diagnostics.extend(found);
        used.extend(excused);
    }
    for (_, chapter) in chapters.iter().filter(|(_, chapter)| chapter.documents.iter().flatten().count() > 1) {
        chapter.documents.iter().flatten().for_each(|index| compared[*index] = true);
    }
    let mut of_labels = labels::check(whole, &lexicons, whole.texts());
    of_labels.extend(labels::check_lists(whole, &lexicons, whole.lists()));
    diagnostics.extend(first_of_each_kind(of_labels));
    diagnostics.extend(marks::check(whole.documents, &compared, &used));
    diagnostics
}

/// All that the comparison of one chapter's versions depends on. `besides` is what all chapters have in common.
fn depends(whole: &Whole<'_>, besides: Key, work: &Work, chapter: &Chapter, seal: &mut Seal) {
    besides.hash(seal);
    chapter.seal(whole.documents, seal);
    for (language, authority) in &work.languages {
        (language, *authority == Authority::Authentic).hash(seal);
    }
    for index in chapter.documents.iter().flatten() {
        (&whole.targets[*index], &whole.roles[*index]).hash(seal);
        for image in &whole.images[*index] {
            image.as_ref().map(|image| (image.path.as_str(), image.hash.as_bytes())).hash(seal);
        }
    }
}

/// All versions of one chapter.
fn compare(whole: &Whole<'_>, lexicons: &[Lexicon], work: &Work, chapter: &Chapter) -> Outcome {
    let mut outcome = Outcome::default();
    outcome.diagnostics.extend(sections::missing(whole, work, chapter));
    let (authentic, courtesy) = sides(whole, lexicons, work, chapter);
    if authentic.len() + courtesy.len() < 2 {
        return outcome;
    }
    outcome.take_in(with_best_reference(whole.book, &authentic, &courtesy, |pair, outcome| {
        sections::compare(pair, chapter, outcome);
        labels::front(pair, outcome);
    }));
    compare_sections(whole, lexicons, work, chapter, &mut outcome);
    outcome
}

/// What is in the sections of all versions of one chapter.
fn compare_sections(whole: &Whole<'_>, lexicons: &[Lexicon], work: &Work, chapter: &Chapter, outcome: &mut Outcome) {
    let (authentic, courtesy) = sides(whole, lexicons, work, chapter);
    if authentic.len() + courtesy.len() < 2 {
        return;
    }
    for section in &chapter.sections {
        let has = |side: &&Side<'_>| section.versions[side.language].is_some();
        let (authentic, courtesy): (Vec<Side<'_>>, Vec<Side<'_>>) =
            (authentic.iter().filter(has).copied().collect(), courtesy.iter().filter(has).copied().collect());
        outcome.take_in(with_best_reference(whole.book, &authentic, &courtesy, |pair, outcome| {
            compare_section(pair, section, outcome);
        }));
    }
}

/// The versions of a chapter: authentic ones, and others.
fn sides<'p>(whole: &Whole<'p>, lexicons: &'p [Lexicon], work: &Work, chapter: &Chapter) -> (Vec<Side<'p>>, Vec<Side<'p>>) {
    let of = |wanted: Authority| -> Vec<Side<'p>> {
        let languages = work.languages.iter().filter(|(_, authority)| *authority == wanted);
        languages.filter_map(|(language, _)| side(whole, lexicons, chapter, *language)).collect()
    };
    (of(Authority::Authentic), of(Authority::Courtesy))
}

fn side<'p>(whole: &Whole<'p>, lexicons: &'p [Lexicon], chapter: &Chapter, language: usize) -> Option<Side<'p>> {
    let index = chapter.documents[language]?;
    Some(Side {
        language,
        index,
        document: &whole.documents[index],
        lexicon: &lexicons[language],
        targets: &whole.targets[index],
        images: &whole.images[index],
        roles: &whole.roles[index],
        name: &whole.book.languages[language].1.name,
    })
}

/// Holds all versions against the authentic one with which the fewest differ, and says of one that stands alone with whom it does.
fn with_best_reference(
    book: &Book,
    authentic: &[Side<'_>],
    courtesy: &[Side<'_>],
    compare: impl Fn(&Pair<'_>, &mut Outcome),
) -> Outcome {
    let against = |reference: usize| -> Vec<(usize, Outcome)> {
        let others = (0..authentic.len()).filter(|other| *other != reference);
        let of = |other: usize| {
            let (here, there) = (authentic[other], authentic[reference]);
            let mut outcome = Outcome::default();
            compare(&Pair { book, here, there, name: there.name, eased: false }, &mut outcome);
            (other, outcome)
        };
        others.map(of).collect()
    };
    let found = |outcomes: &[(usize, Outcome)]| outcomes.iter().map(|(_, outcome)| outcome.diagnostics.len()).sum::<usize>();
    let (mut reference, mut outcomes) = (0, against(0));
    if authentic.len() > 2 && found(&outcomes) > 0 {
        for candidate in 1..authentic.len() {
            let others = against(candidate);
            if found(&others) < found(&outcomes) {
                (reference, outcomes) = (candidate, others);
            }
        }
        let agreeing: Vec<&str> = std::iter::once(authentic[reference].name)
            .chain(
                outcomes
                    .iter()
                    .filter(|(_, outcome)| outcome.diagnostics.is_empty())
                    .map(|(other, _)| authentic[*other].name),
            )
            .collect();
        let names = agreeing.join(", ");
        for (other, outcome) in outcomes.iter_mut().filter(|(_, outcome)| !outcome.diagnostics.is_empty()) {
            *outcome = Outcome::default();
            let (here, there) = (authentic[*other], authentic[reference]);
            compare(&Pair { book, here, there, name: &names, eased: false }, outcome);
        }
    }
    let mut all = Outcome::default();
    outcomes.into_iter().for_each(|(_, outcome)| all.take_in(outcome));
    let there = authentic.get(reference).or(courtesy.first()).copied();
    let others = if authentic.is_empty() { courtesy.get(1..).unwrap_or_default() } else { courtesy };
    for (here, there) in others.iter().filter_map(|here| Some((*here, there?))) {
        compare(&Pair { book, here, there, name: there.name, eased: true }, &mut all);
    }
    all
}

/// One section in two versions.
fn compare_section(pair: &Pair<'_>, section: &Section, outcome: &mut Outcome) {
    let version = |side: &Side<'_>| Some(section.versions[side.language].as_ref()?.section);
    let Some((ours, theirs)) = version(&pair.here).zip(version(&pair.there)) else { return };
    let (ours, theirs) = (&pair.here.document.sections[ours], &pair.there.document.sections[theirs]);
    let (here, there) = (pair.here.document, pair.there.document);
    if let (Some(one), Some(other)) = (ours.heading, theirs.heading) {
        for (note, counterpart) in words::compare(pair, &[one], &[other], outcome) {
            let blocks = (here.notes[note as usize].block, there.notes[counterpart as usize].block);
            let spans = (here.notes[note as usize].span, there.notes[counterpart as usize].span);
            if blocks.0 != u32::MAX && blocks.1 != u32::MAX {
                blocks::compare(pair, here.inside(blocks.0), there.inside(blocks.1), spans, outcome);
            }
        }
    }
    let spans = (ours.span_of_heading(here), theirs.span_of_heading(there));
    outcome.short = Default::default();
    blocks::compare(pair, ours.blocks.clone(), theirs.blocks.clone(), spans, outcome);
    let short = std::mem::take(&mut outcome.short);
    for (pair, short, span, other) in [(*pair, &short[0], spans.0, spans.1), (pair.turned(), &short[1], spans.1, spans.0)] {
        let counts = (short.words, short.common);
        if short.words >= 24 && words::is_other_language(&short.text, &[], counts, pair.here.lexicon, pair.there.lexicon) {
            let place = pair.here.document.place(span);
            let diagnostic = Diagnostic::new(Code::OtherLanguage, place).with("language", pair.there.name);
            outcome.push(&pair, diagnostic.related(pair.there.document.place(other)));
        }
    }
}
