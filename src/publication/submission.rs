//! Rules of submission: how long abstracts and articles may be, which sections and keywords they have.
//!
//! Takes: the rules of a work, its contributions and their texts. Gives: a diagnostic for each rule that is broken, all at once, so that one
//! run tells an author everything. Words are counted as a person would: what a reader reads, without markup, without citations, without
//! the list of references. Must not know who decides on a submission.

use super::Work;
use super::citations::Texts;
use super::proceedings::{Contribution, Proceedings};
use crate::config::{Book, LanguageToml};
use crate::diagnostics::{Code, Diagnostic};
use crate::documents::Document;
use crate::documents::arena::{BlockKind, InlineKind};
use crate::documents::work::{ExpectedSection, KeywordRules};

pub fn check(
    book: &Book,
    works: &[Work],
    documents: &[Document],
    citations: &[Texts],
    all: &[Proceedings],
) -> Vec<Diagnostic> {
    let mut diagnostics = Vec::new();
    for own in all {
        let Some(rules) = &own.submission else { continue };
        let work = &works[own.work];
        for (_, _, contribution) in own.contributions() {
            let texts = |key: Option<super::ChapterKey>| {
                let chapter = key.and_then(|key| work.chapter(key));
                let indices = chapter.into_iter().flat_map(|chapter| chapter.documents.iter().flatten());
                indices.map(|index| (&documents[*index], citations[*index].section)).collect::<Vec<_>>()
            };
            let most = rules.r#abstract.as_ref().map(|rules| usize::from(rules.words));
            diagnostics.extend(texts(contribution.summary).into_iter().filter_map(|text| too_long(text, most)));
            let Some(article) = &rules.article else { continue };
            for text @ (document, _) in texts(contribution.article) {
                diagnostics.extend(too_long(text, article.words.map(usize::from)));
                diagnostics.extend(missing_sections(book, document, &article.sections));
            }
        }
    }
    for own in all {
        let rules = own.submission.as_ref().and_then(|rules| rules.keywords.as_ref());
        let languages: Vec<usize> = works[own.work].languages.iter().map(|(language, _)| *language).collect();
        let counted = own.contributions().flat_map(|(_, _, contribution)| keywords(book, &languages, contribution, rules));
        diagnostics.extend(counted);
    }
    diagnostics
}

fn too_long((document, references): (&Document, Option<usize>), most: Option<usize>) -> Option<Diagnostic> {
    let (words, most) = (words(document, references), most?);
    let place = document.place(document.front.title.span);
    (words > most).then(|| Diagnostic::new(Code::TooManyWords, place).with("words", words).with("most", most))
}

fn missing_sections(book: &Book, document: &Document, expected: &[ExpectedSection]) -> Vec<Diagnostic> {
    let folded = |text: &str| text.trim().to_lowercase();
    let has = |wanted: &ExpectedSection| {
        let titles: Vec<String> =
            wanted.titles.entries.iter().flat_map(|(_, titles)| &titles.value).map(|title| folded(title)).collect();
        document.sections.iter().skip(1).any(|section| {
            let id = section.id.as_ref().is_some_and(|id| id.text == wanted.id.value);
            id || titles.contains(&folded(&section.title))
        })
    };
    let tag = &book.languages[document.language].0;
    let diagnostic = |wanted: &ExpectedSection| {
        let title = wanted.titles.get(tag).and_then(|titles| titles.first()).unwrap_or(&wanted.id.value);
        let place = document.place(document.front.title.span);
        let diagnostic = Diagnostic::new(Code::MissingExpectedSection, place).with("title", title.as_str());
        diagnostic.with("id", wanted.id.value.as_str())
    };
    expected.iter().filter(|wanted| !has(wanted)).map(diagnostic).collect()
}

/// Keywords in one language are keywords in all, whatever the rules are.
fn keywords(book: &Book, languages: &[usize], contribution: &Contribution, rules: Option<&KeywordRules>) -> Vec<Diagnostic> {
    let has_any = contribution.keywords.iter().any(|words| !words.is_empty());
    let least = rules.and_then(|rules| rules.least).map_or(usize::from(has_any), usize::from);
    let most = rules.and_then(|rules| rules.most).map_or(usize::MAX, usize::from);
    let counts = languages.iter().map(|language| (&contribution.keywords[*language], &book.languages[*language].1));
    let broken = counts.filter(|(words, _)| words.len() < least || words.len() > most);
    let diagnostic = |(words, settings): (&Vec<String>, &LanguageToml)| {
        let diagnostic = Diagnostic::new(Code::KeywordCount, contribution.place.clone());
        let diagnostic = diagnostic.with("count", words.len()).with("language", settings.name.as_str());
        match words.len() < least {
            true => diagnostic.with("limit", least),
            false => diagnostic.with("limit", most).hint("hint-most"),
        }
    };
    broken.map(diagnostic).collect()
}

/// The words of a text: headings, paragraphs, lists, tables, captions and notes, without its title, citations and references.
pub fn words(document: &Document, references: Option<usize>) -> usize {
    let references = references.and_then(|section| document.sections.get(section));
    let left_out = references.map_or(0..0, |section| section.heading.unwrap_or(section.blocks.start)..section.blocks.end);
    let mut text = String::new();
    let mut end_of_note = 0;
    for (at, block) in (0u32..).zip(&document.blocks) {
        if matches!(block.kind, BlockKind::Note { .. }) {
            end_of_note = end_of_note.max(block.end);
        }
        // A note written below the references belongs to where it is referred to.
        if left_out.contains(&at) && at >= end_of_note {
            continue;
        }
        match &block.kind {
            BlockKind::Code { text: own, .. } | BlockKind::Html { text: own } | BlockKind::Markup { words: own, .. } => {
                text.push_str(document.slice(own));
            }
            _ => {}
        }
        for inline in &document.inlines[block.inlines.start as usize..block.inlines.end as usize] {
            match &inline.kind {
                InlineKind::Text(own) | InlineKind::Code(own) | InlineKind::Html(own) => text.push_str(document.slice(own)),
                InlineKind::SoftBreak | InlineKind::HardBreak => text.push(' '),
                // A mark that refers to a note or a work is no word, and parts none.
                _ => {}
            }
        }
        text.push('\n');
    }
    count(&text)
}

/// As a person counts: what stands between spaces and has a letter or a digit. A hyphen joins, a dash between words parts; a range of numbers
/// is one.
pub fn count(text: &str) -> usize {
    let is_word = |part: &&str| part.chars().any(char::is_alphanumeric);
    let parts = |word: &str| {
        let digits = word.chars().filter(|letter| letter.is_alphanumeric()).all(|letter| letter.is_ascii_digit());
        match digits {
            true => 1,
            false => word.split(['—', '–', '/']).filter(is_word).count(),
        }
    };
    text.split_whitespace().filter(is_word).map(parts).sum()
}
