//! Terminology: whether the versions of a section use the glossary's terms alike.
//!
//! Takes: the glossary and the works. Gives: a diagnostic where a word stands that the glossary tells to avoid, and where one version of
//! a section has a term and another has none of its forms. Must not know what a text means: it compares words, letter by letter but
//! for case.

use std::collections::{BTreeMap, HashMap};
use std::hash::Hash;
use std::ops::Range;
use std::sync::Arc;

use rayon::prelude::*;

use super::{Chapter, Section, SectionKey, Work};
use crate::config::Book;
use crate::diagnostics::{Code, Diagnostic, Place, Span};
use crate::documents::Document;
use crate::documents::arena::{InlineKind, Visit, walk};
use crate::documents::glossary::Glossary;
use crate::memo::{Memo, Seal};
use crate::record::Spanned;

/// Where each term is defined, in the order of the glossary.
pub fn defined(glossary: &Glossary, works: &[Work]) -> (Vec<Option<SectionKey>>, Vec<Diagnostic>) {
    let mut diagnostics = Vec::new();
    let mut find = |wanted: &Spanned<String>| {
        let found = wanted.value.split_once('#').and_then(|(folder, id)| {
            let work = works.iter().position(|work| work.folder == folder)?;
            let mut pages = works[work].current().pages();
            pages.find_map(|(chapter, page)| {
                let section = page.sections.iter().position(|section| section.id == id)?;
                Some(SectionKey { work, chapter, section })
            })
        });
        if found.is_none() {
            let place = Place::new(&glossary.source, wanted.span);
            let diagnostic = Diagnostic::new(Code::MalformedValue, place).with("value", wanted.value.as_str());
            diagnostics.push(diagnostic.hint("hint-defined"));
        }
        found
    };
    let keys = glossary.yaml.terms.iter().map(|term| term.value.defined.as_ref().and_then(&mut find)).collect();
    (keys, diagnostics)
}

/// What a sequence of words stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Meaning {
    Term(usize),
    /// A word to avoid, where the term should stand.
    Avoided(usize),
}

/// A language's names by their first word, the longest first.
type Names = HashMap<String, Vec<(Vec<String>, Meaning)>>;

/// A word of a section, folded, and where it stands.
struct Word {
    folded: String,
    span: Span,
}

pub fn check(glossary: &Glossary, book: &Book, works: &[Work], (documents, memo): (&[Document], &Memo)) -> Vec<Diagnostic> {
    let besides = memo.key(|seal| (glossary.source.seal(), book.source.seal()).hash(seal));
    let names: Vec<Names> = book.tags().map(|tag| names(glossary, tag)).collect();
    let chapters: Vec<&Chapter> = works.iter().flat_map(|work| work.current().pages().map(|(_, chapter)| chapter)).collect();
    let check = |chapter: &Chapter| {
        let mut diagnostics = Vec::new();
        for section in &chapter.sections {
            let found = in_section(chapter, section, documents, &names);
            diagnostics.extend(avoided(glossary, book, chapter, documents, &found));
            diagnostics.extend(missing(glossary, book, chapter, documents, &found));
        }
        diagnostics
    };
    let remembered = |chapter: &&Chapter| {
        let of = |seal: &mut Seal| {
            besides.hash(seal);
            chapter.seal(documents, seal);
        };
        memo.or("terminology", of, || check(chapter))
    };
    let found: Vec<Arc<Vec<Diagnostic>>> = chapters.par_iter().map(remembered).collect();
    found.into_iter().flat_map(Arc::unwrap_or_clone).collect()
}

fn names(glossary: &Glossary, tag: &str) -> Names {
    let mut names = Names::new();
    for (number, term) in glossary.yaml.terms.iter().enumerate() {
        let own = term.value.forms_in(tag).map(|name| (name, Meaning::Term(number)));
        for (name, meaning) in own.chain(term.value.avoided_in(tag).map(|name| (name, Meaning::Avoided(number)))) {
            let mut folded = words(name).map(|(_, word)| word.to_lowercase());
            if let Some(first) = folded.next() {
                names.entry(first).or_default().push((folded.collect(), meaning));
            }
        }
    }
    names.values_mut().for_each(|rest| rest.sort_by_key(|(words, _)| std::cmp::Reverse(words.len())));
    names
}

/// The words of a text and where each begins.
fn words(text: &str) -> impl Iterator<Item = (usize, &str)> {
    // Within a word a hyphen is part of it: a by-law is not what is done by law.
    let is_letter =
        |character: char| character.is_alphanumeric() || matches!(character, '\u{301}' | '-' | '\u{2010}' | '\u{2011}');
    let mut rest = 0;
    std::iter::from_fn(move || {
        let start = rest + text[rest..].find(is_letter)?;
        let length = text[start..].find(|character| !is_letter(character)).unwrap_or(text.len() - start);
        rest = start + length;
        Some((start, &text[start..rest]))
    })
}

/// By language: what a section's version says, and where it first does.
type Found = BTreeMap<usize, Vec<(Meaning, Span)>>;

fn in_section(chapter: &Chapter, section: &Section, documents: &[Document], names: &[Names]) -> Found {
    let mut found = Found::new();
    for (language, version) in section.versions.iter().enumerate() {
        let Some((index, version)) = chapter.documents[language].zip(version.as_ref()) else { continue };
        let text = section_words(&documents[index], version.section);
        let mut said = Vec::new();
        let mut at = 0;
        while at < text.len() {
            let candidates = names[language].get(&text[at].folded).map_or(&[][..], Vec::as_slice);
            let fits = |rest: &[String]| {
                let following = text[at + 1..].iter().map(|word| word.folded.as_str());
                rest.len() < text.len() - at && following.zip(rest).all(|(word, wanted)| word == wanted)
            };
            match candidates.iter().find(|(rest, _)| fits(rest)) {
                Some((rest, meaning)) => {
                    let last = &text[at + rest.len()];
                    said.push((*meaning, Span { start: text[at].span.start, end: last.span.end.max(text[at].span.end) }));
                    at += rest.len() + 1;
                }
                None => at += 1,
            }
        }
        found.insert(language, said);
    }
    found
}

/// How many words a section has, with those of the notes it refers to and without passages in another language.
pub(super) fn word_count(document: &Document, section: usize) -> usize {
    section_words(document, section).iter().filter(|word| !word.folded.is_empty()).count()
}

/// How many words a text has.
pub(super) fn words_of(text: &str) -> usize {
    words(text).count()
}

/// The words of a section with those of the notes it refers to; passages in another language count for none.
fn section_words(document: &Document, section: usize) -> Vec<Word> {
    let section = &document.sections[section];
    let heading = section.heading.map(|heading| document.blocks[heading as usize].inlines.clone());
    let mut ranges: Vec<Range<u32>> = heading.into_iter().collect();
    let blocks_of = |blocks: Range<u32>, ranges: &mut Vec<Range<u32>>| {
        document.flow(blocks, |visit| {
            if let Visit::Enter(_, block) = visit {
                ranges.push(block.inlines.clone());
            }
        });
    };
    blocks_of(section.blocks.clone(), &mut ranges);
    let mut notes = vec![false; document.notes.len()];
    let mut text = Vec::new();
    let mut next = 0;
    while next < ranges.len() {
        let range = ranges[next].clone();
        next += 1;
        let mut other_until = range.start;
        let mut referred = Vec::new();
        walk(&document.inlines, range, |visit| {
            let Visit::Enter(at, inline) = visit else { return };
            match &inline.kind {
                InlineKind::Passage(_) => other_until = inline.end,
                InlineKind::NoteRef { note, .. } => referred.push(*note),
                InlineKind::Text(stored) if at >= other_until => {
                    let shown = document.slice(stored);
                    let as_written = shown.len() == inline.span.range().len();
                    text.extend(words(shown).map(|(start, word)| Word {
                        folded: word.to_lowercase(),
                        // What smart punctuation replaced has other bytes than the source: then the whole is the place.
                        span: if as_written {
                            let start = inline.span.start + start as u32;
                            Span { start, end: start + word.len() as u32 }
                        } else {
                            inline.span
                        },
                    }));
                }
                _ => {}
            }
        });
        for note in referred {
            let block = document.notes[note as usize].block;
            if block != u32::MAX && !std::mem::replace(&mut notes[note as usize], true) {
                blocks_of(document.inside(block), &mut ranges);
            }
        }
        // A word of one block is no continuation of another's.
        text.push(Word { folded: String::new(), span: Span::default() });
    }
    text
}

fn avoided(glossary: &Glossary, book: &Book, chapter: &Chapter, documents: &[Document], found: &Found) -> Vec<Diagnostic> {
    let mut diagnostics = Vec::new();
    for (language, said) in found {
        let Some(index) = chapter.documents[*language] else { continue };
        let tag = &book.languages[*language].0;
        for (meaning, span) in said {
            let Meaning::Avoided(number) = meaning else { continue };
            let term = glossary.yaml.terms[*number].value.term.get(tag).map_or("", String::as_str);
            let word = documents[index].source.text[span.range()].to_owned();
            let diagnostic = Diagnostic::new(Code::AvoidedTerm, documents[index].place(*span));
            diagnostics.push(diagnostic.with("word", word).with("term", term));
        }
    }
    diagnostics
}

fn missing(glossary: &Glossary, book: &Book, chapter: &Chapter, documents: &[Document], found: &Found) -> Vec<Diagnostic> {
    let mut diagnostics = Vec::new();
    for (language, said) in found {
        let Some(index) = chapter.documents[*language] else { continue };
        let mut reported = Vec::new();
        for (meaning, span) in said.iter().filter(|(meaning, _)| matches!(meaning, Meaning::Term(_))) {
            let Meaning::Term(number) = *meaning else { continue };
            if std::mem::replace(reported_at(&mut reported, number), true) {
                continue;
            }
            let lacks = |other: &&usize| !found[other].iter().any(|(other, _)| other == meaning);
            for other in found.keys().filter(|other| *other != language).filter(lacks) {
                let (tag, settings) = &book.languages[*other];
                let term = glossary.yaml.terms[number].value.term.get(tag).map_or("", String::as_str);
                let word = documents[index].source.text[span.range()].to_owned();
                let diagnostic = Diagnostic::new(Code::TermWithoutCounterpart, documents[index].place(*span));
                let diagnostic = diagnostic.with("word", word).with("term", term).with("language", settings.name.as_str());
                let other = chapter.documents[*other].map(|other| documents[other].source.path.as_path());
                diagnostics.push(diagnostic.with("file", other.map_or(String::new(), ToString::to_string)));
            }
        }
    }
    diagnostics
}

/// Whether a term of a section was dealt with.
fn reported_at(reported: &mut Vec<bool>, number: usize) -> &mut bool {
    if reported.len() <= number {
        reported.resize(number + 1, false);
    }
    &mut reported[number]
}
