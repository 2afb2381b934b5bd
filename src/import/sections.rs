//! Sections: the language versions of a page side by side, and the ids they are given.
//!
//! Takes: a page's texts. Gives: for each heading of each version its id, the same in all languages and unique in the work. Must not
//! know how headings are written.

use std::collections::{HashMap, HashSet};

use super::alignment::{self, Outline};
use super::finding::Finding;
use super::text::Text;
use crate::documents::front::is_slug;
use crate::publication::names::slugify;

/// Ids are no longer than this, in bytes, unless the author wrote them.
const LONGEST: usize = 60;

/// Ids that are taken in the work, and the next number for one that is taken.
#[derive(Default)]
pub struct Taken {
    ids: HashSet<String>,
    next: HashMap<String, usize>,
}

impl Taken {
    pub fn is(&self, id: &str) -> bool {
        self.ids.contains(id)
    }

    /// The id, or with a number after it.
    pub fn free(&mut self, wanted: &str) -> String {
        if self.ids.insert(wanted.to_owned()) {
            return wanted.to_owned();
        }
        let next = self.next.entry(wanted.to_owned()).or_insert(2);
        loop {
            let candidate = format!("{wanted}-{next}");
            *next += 1;
            if self.ids.insert(candidate.clone()) {
                return candidate;
            }
        }
    }
}

/// The sections that stand under one id: by text of the page, the position of the heading.
type Slot = Vec<Option<usize>>;

/// Gives every heading of a page's texts its id.
pub fn name(texts: &mut [&mut Text], taken: &mut Taken, names: &[String], findings: &mut Vec<Finding>) {
    let shared = shared_ids(texts);
    let outlines: Vec<Vec<Outline>> = texts.iter().map(|text| outline(text, &shared)).collect();
    let slots = side_by_side(&outlines);
    for (number, slot) in slots.iter().enumerate() {
        let present = || slot.iter().zip(texts.iter()).filter_map(|(at, text)| Some((text, &text.headings[(*at)?])));
        let written = present().find_map(|(_, heading)| heading.id.clone().filter(|id| is_slug(id) && !taken.is(id)));
        let id = match written {
            Some(id) => taken.free(&id),
            None => {
                let titled = present().find_map(|(_, heading)| proposed(&heading.title));
                taken.free(&titled.unwrap_or_else(|| format!("section-{}", number + 1)))
            }
        };
        let missing: Vec<&str> = names_of_missing(slot, texts, names);
        for (at, text) in slot.iter().zip(texts.iter_mut()) {
            let Some(at) = *at else { continue };
            let heading = &text.headings[at];
            let line = text.lines.number(heading.span.start);
            if let Some(old) = heading.id.as_ref().filter(|old| **old != id) {
                findings.push(Finding::new("import-id", text.path(), line).with("old", old).with("new", &id));
            }
            if !missing.is_empty() {
                let finding = Finding::new("import-unpaired", text.path(), line).with("title", &heading.title);
                findings.push(finding.with("id", &id).with("languages", &missing.join(", ")));
            }
            text.ids[at] = id.clone();
        }
    }
    uneven(texts, &outlines, findings);
}

fn names_of_missing<'n>(slot: &Slot, texts: &[&mut Text], names: &'n [String]) -> Vec<&'n str> {
    let missing = slot.iter().zip(texts).filter(|(at, _)| at.is_none());
    missing.map(|(_, text)| names[text.language].as_str()).collect()
}

/// Where position alone did not decide, somebody has to look.
fn uneven(texts: &[&mut Text], outlines: &[Vec<Outline>], findings: &mut Vec<Finding>) {
    let Some((first, rest)) = outlines.split_first() else { return };
    for (text, own) in texts[1..].iter().zip(rest) {
        let same = own.len() == first.len() && own.iter().zip(first).all(|(one, other)| alignment::fits(one, other));
        if !same {
            findings.push(Finding::new("import-uneven", text.path(), 0).with("other", texts[0].path().as_str()));
        }
    }
}

/// Each version against what the ones before it have together.
fn side_by_side(outlines: &[Vec<Outline>]) -> Vec<Slot> {
    let count = outlines.len();
    let mut slots: Vec<(Outline, Slot)> = Vec::new();
    for (nth, outline) in outlines.iter().enumerate() {
        let merged: Vec<Outline> = slots.iter().map(|(outline, _)| outline.clone()).collect();
        let mut pairs = alignment::pairs(&merged, outline).into_iter().peekable();
        let (mut next, mut old) = (Vec::with_capacity(outline.len()), slots.into_iter().enumerate().peekable());
        for (at, own) in outline.iter().enumerate() {
            let partner = pairs.next_if(|(_, column)| *column == at).map(|(row, _)| row);
            while let Some((_, slot)) = old.next_if(|(row, _)| partner.is_some_and(|partner| *row < partner)) {
                next.push(slot);
            }
            let mut slot = match partner.and_then(|_| old.next()) {
                Some((_, slot)) => slot,
                None => (own.clone(), vec![None; count]),
            };
            slot.1[nth] = Some(at);
            next.push(slot);
        }
        next.extend(old.map(|(_, slot)| slot));
        slots = next;
    }
    slots.into_iter().map(|(_, slot)| slot).collect()
}

/// Ids that several versions have. Others were translated, and say nothing of what belongs together.
fn shared_ids(texts: &[&mut Text]) -> HashSet<String> {
    let mut seen: HashMap<&str, usize> = HashMap::new();
    let mut shared = HashSet::new();
    for (nth, text) in texts.iter().enumerate() {
        for id in text.headings.iter().filter_map(|heading| heading.id.as_deref()) {
            if *seen.entry(id).or_insert(nth) != nth {
                shared.insert(id.to_owned());
            }
        }
    }
    shared
}

fn outline(text: &Text, shared: &HashSet<String>) -> Vec<Outline> {
    let first = 1 + usize::from(text.title.is_some());
    let section = |(at, heading): (usize, &super::scan::Heading)| Outline {
        level: text.levels[at],
        id: heading.id.clone().filter(|id| shared.contains(id)),
        number: number(&heading.title).map(|(number, _)| number.to_owned()),
        shape: text.shapes.get(at + first).copied().unwrap_or_default(),
    };
    text.headings.iter().enumerate().map(section).collect()
}

/// The number that a title begins with, and what follows it: `3.2 Mediation`, `4. Duties`, `1) Terms`.
pub fn number(title: &str) -> Option<(&str, &str)> {
    let digits = title.bytes().take_while(|byte| byte.is_ascii_digit() || *byte == b'.').count();
    let (number, rest) = title.split_at(digits);
    let words = rest.strip_prefix(')').unwrap_or(rest);
    let rest = words.trim_start();
    let number = number.trim_matches('.');
    (!number.is_empty() && rest.len() < words.len() && !rest.is_empty()).then_some((number, rest))
}

/// An id for a title; none where nothing of it can be one.
fn proposed(title: &str) -> Option<String> {
    // A number would be wrong as soon as a section is put before this one.
    let title = number(title).map_or(title, |(_, words)| words);
    let slug = slugify(title);
    // What `slugify` gives where nothing is left.
    if slug == "section" && !title.to_lowercase().contains("section") {
        return None;
    }
    let slug = match slug.char_indices().nth(LONGEST) {
        Some((at, _)) => slug[..slug[..at].rfind('-').filter(|end| *end > LONGEST / 2).unwrap_or(at)].to_owned(),
        None => slug,
    };
    match slug.bytes().any(|byte| byte.is_ascii_lowercase()) {
        true => Some(slug),
        false => Some(format!("section-{slug}")),
    }
}
