//! Anchors: the fragments by which other tools lead to a heading.
//!
//! Takes: a text's headings. Gives: for each fragment that some widespread tool would have made, the section it leads to. Must not know
//! which tool it was: their rules differ in few cases, and the first heading that fits is meant.

use std::collections::HashMap;

use icu::normalizer::DecomposingNormalizerBorrowed;

use super::scan::Scan;
use crate::publication::names::slugify;

/// By fragment: the section, 0 being the page's opening.
pub type Anchors = HashMap<String, usize>;

/// How a tool makes a fragment of a title, and of one that was there before.
type Rule = (fn(&str) -> String, &'static str, usize);

const RULES: [Rule; 5] = [
    // GitHub, and after it Docusaurus, Hugo, GitLab.
    (forge, "-", 1),
    // Python-Markdown: MkDocs.
    (python, "_", 1),
    // Pandoc, kramdown: Jekyll.
    (pandoc, "-", 1),
    (collapsed, "-", 1),
    (slugify, "-", 2),
];

/// `first` is the section of the first heading: 0 where it is the title.
pub fn of(scan: &Scan, first: usize) -> Anchors {
    let mut anchors = Anchors::new();
    for (position, heading) in scan.headings.iter().enumerate() {
        if let Some(id) = &heading.id {
            anchors.entry(id.clone()).or_insert(position + first);
        }
    }
    for (id, at) in &scan.anchors {
        let before = scan.headings.partition_point(|heading| heading.span.start <= *at);
        anchors.entry(id.clone()).or_insert((before + first).saturating_sub(1));
    }
    for (rule, separator, begin) in RULES {
        let mut counts: HashMap<String, usize> = HashMap::new();
        for (position, heading) in scan.headings.iter().enumerate() {
            let plain = rule(&heading.title);
            let count = counts.entry(plain.clone()).or_insert(0);
            let fragment = if *count == 0 { plain } else { format!("{plain}{separator}{}", *count + begin - 1) };
            *count += 1;
            anchors.entry(fragment).or_insert(position + first);
        }
    }
    anchors
}

fn forge(title: &str) -> String {
    let kept = title.trim().chars().flat_map(char::to_lowercase);
    let kept = kept.filter(|character| character.is_alphanumeric() || matches!(character, '-' | '_' | ' '));
    kept.map(|character| if character == ' ' { '-' } else { character }).collect()
}

fn python(title: &str) -> String {
    let decomposed = DecomposingNormalizerBorrowed::new_nfkd().normalize(title);
    let kept = decomposed.chars().filter(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | ' '));
    joined(&kept.collect::<String>().to_ascii_lowercase())
}

fn pandoc(title: &str) -> String {
    let kept = title.chars().flat_map(char::to_lowercase);
    let kept: String = kept.filter(|c| c.is_alphanumeric() || matches!(c, '-' | '_' | '.' | ' ')).collect();
    joined(kept.trim_start_matches(|character: char| !character.is_alphabetic()))
}

fn collapsed(title: &str) -> String {
    joined(&forge(title).replace('-', " "))
}

fn joined(words: &str) -> String {
    words.split([' ', '-']).filter(|word| !word.is_empty()).collect::<Vec<_>>().join("-")
}
