//! Difference: what somebody has changed in the files of a work, as the changes of an amendment.
//!
//! Takes: the work in two trees. Gives: the changes that lead from the first to the second, which is tried by making them: bytes that no
//! change of a section explains are a reason not to. Must not know which trees these are.
//!
//! Sections that are gone are deleted first. Then the sections of each page are put into their new order, once from the beginning and once
//! from the end, and the way that takes fewer changes is the one that somebody took.

use std::collections::{BTreeMap, HashMap, HashSet};

use super::apply::Shelf;
use super::compose::{DraftChange, Tagged};
use super::page::Page;
use super::{Made, Refusal};
use crate::documents::amendment::Operation;
use crate::publication::Publication;

/// A work's sections on their pages: of each its id and level.
type Order = Vec<Vec<(String, u8)>>;

/// One of the two trees.
pub struct Side<'p> {
    pub publication: &'p Publication,
    pub work: usize,
    /// By language of the new publication, where the work has it.
    shelves: BTreeMap<String, Shelf<'p>>,
}

impl<'p> Side<'p> {
    pub fn new(publication: &'p Publication, work: usize) -> Side<'p> {
        let languages = publication.works[work].languages.iter().map(|(language, _)| *language);
        let shelf = |language: usize| (publication.languages[language].tag.clone(), Shelf::of(publication, work, language));
        Side { publication, work, shelves: languages.map(shelf).collect() }
    }

    /// Tags in the order of the work's languages.
    fn tags(&self) -> Vec<String> {
        let languages = &self.publication.works[self.work].languages;
        languages.iter().map(|(language, _)| self.publication.languages[*language].tag.clone()).collect()
    }

    fn order(&self, tag: &str) -> Order {
        let pages = self.shelves.get(tag).map_or(&[][..], |shelf| shelf.pages());
        let one =
            |page: &Page| (0..page.ids.len()).map(|place| (page.ids[place].clone(), page.level(place))).collect::<Vec<_>>();
        pages.iter().map(one).collect()
    }

    /// The first page on which these texts are others than this side's, whatever the white space and wherever notes stand.
    pub fn astray(&self, shelves: &[Shelf<'_>]) -> Option<camino::Utf8PathBuf> {
        let same = |one: &str, other: &str| one.split_whitespace().eq(other.split_whitespace());
        let differs = |one: &Page, other: &Page| {
            one.ids != other.ids || (0..one.ids.len()).any(|place| !same(&one.proposal(place), &other.proposal(place)))
        };
        shelves.iter().find_map(|shelf| {
            let own = self.shelves.get(shelf.tag())?;
            let mut pairs = own.pages().iter().zip(shelf.pages());
            pairs.find(|(one, other)| differs(one, other)).map(|(one, _)| one.path().clone())
        })
    }

    /// The section as a proposal says it.
    pub fn text(&self, tag: &str, id: &str) -> Option<String> {
        let shelf = self.shelves.get(tag)?;
        let (at, place) = shelf.find(id)?;
        Some(shelf.pages()[at].proposal(place))
    }

    /// Its fingerprints in all languages.
    pub fn base(&self, id: &str) -> Tagged {
        base(self.publication, self.work, id)
    }
}

/// The fingerprints of a section in all its languages.
pub fn base(publication: &Publication, work: usize, id: &str) -> Tagged {
    let own = &publication.works[work];
    let Some((key, section)) = own.current().find(id) else { return Vec::new() };
    let Some(chapter) = own.chapter(key) else { return Vec::new() };
    let of = |(language, _): &(usize, _)| {
        let version = chapter.sections[section].versions[*language].as_ref()?;
        let fingerprint = publication.fingerprints(chapter.documents[*language]?)[version.section].clone();
        Some((publication.languages[*language].tag.clone(), fingerprint))
    };
    own.languages.iter().filter_map(of).collect()
}

/// The changes that lead from one tree to the other; those of languages alone that changed, if `alone`.
pub fn changes(old: &Side<'_>, new: &Side<'_>, alone: bool) -> Made<Vec<DraftChange>> {
    same_files(old, new)?;
    let tags = old.tags();
    let Some(first) = tags.first() else { return Ok(Vec::new()) };
    let (before, after) = (old.order(first), new.order(first));
    let known = |order: &Order| order.iter().flatten().map(|(id, _)| id.clone()).collect::<HashSet<String>>();
    let (had, has) = (known(&before), known(&after));
    let mut changes = Vec::new();
    for (id, _) in before.iter().flatten().filter(|(id, _)| has.contains(id)) {
        let texts: Vec<(String, Option<String>, Option<String>)> =
            tags.iter().map(|tag| (tag.clone(), old.text(tag, id), new.text(tag, id))).collect();
        if texts.iter().all(|(_, one, other)| one == other) {
            continue;
        }
        let wanted = |(_, one, other): &&(String, Option<String>, Option<String>)| !alone || one != other;
        let text: Tagged =
            texts.iter().filter(wanted).filter_map(|(tag, _, text)| Some((tag.clone(), text.clone()?))).collect();
        let base = old.base(id).into_iter().filter(|(tag, _)| text.iter().any(|(own, _)| own == tag)).collect();
        changes.push(DraftChange { op: Some(Operation::Replace), target: id.clone(), base, text, ..DraftChange::default() });
    }
    let mut order = before.clone();
    let levels: HashMap<&str, u8> = after.iter().flatten().map(|(id, level)| (id.as_str(), *level)).collect();
    for (id, level) in order.iter_mut().flatten() {
        *level = levels.get(id.as_str()).copied().unwrap_or(*level);
    }
    for (id, _) in before.iter().flatten().filter(|(id, _)| !has.contains(id)) {
        order.iter_mut().for_each(|page| page.retain(|(own, _)| own != id));
        let base = old.base(id);
        changes.push(DraftChange { op: Some(Operation::Delete), target: id.clone(), base, ..DraftChange::default() });
    }
    let ways = [false, true].map(|backwards| arranged(order.clone(), &after, &had, backwards));
    let [forwards, backwards] = ways;
    let shorter = if backwards.len() < forwards.len() { backwards } else { forwards };
    for mut step in shorter {
        match step.op {
            Some(Operation::Move) => step.base = old.base(&step.target),
            _ => {
                let id = step.id.clone().unwrap_or_default();
                step.text = tags.iter().filter_map(|tag| Some((tag.clone(), new.text(tag, &id)?))).collect();
            }
        }
        changes.push(step);
    }
    Ok(changes)
}

/// The steps that put sections into their new order.
fn arranged(mut order: Order, wanted: &Order, had: &HashSet<String>, backwards: bool) -> Vec<DraftChange> {
    let mut steps = Vec::new();
    for (page, sections) in wanted.iter().enumerate() {
        let mut places: Vec<usize> = (0..sections.len()).collect();
        if backwards {
            places.reverse();
        }
        for place in places.into_iter().filter(|place| *place > 0) {
            let (id, level) = &sections[place];
            // Before what stands there; before what comes next, from the end.
            let next = match backwards {
                true => sections.get(place + 1).map(|(next, _)| next.clone()),
                false => order[page].get(place).map(|(next, _)| next.clone()).filter(|next| next != id),
            };
            let at = next.as_ref().and_then(|next| order[page].iter().position(|(own, _)| own == next));
            let at = at.unwrap_or(order[page].len());
            let stands = match backwards {
                true => at > 0 && order[page][at - 1].0 == *id,
                false => order[page].get(place).is_some_and(|(own, _)| own == id),
            };
            if stands {
                continue;
            }
            let opening = sections[0].0.clone();
            let (anchor, after) = match &next {
                Some(next) => (next.clone(), false),
                None => (opening, true),
            };
            if had.contains(id) {
                let to = Some((anchor, after));
                let step = DraftChange { op: Some(Operation::Move), target: id.clone(), to, ..DraftChange::default() };
                if go(&mut order, id, page, next.as_deref()) {
                    steps.push(step);
                }
            } else {
                order[page].insert(at, (id.clone(), *level));
                let op = if after { Operation::InsertAfter } else { Operation::InsertBefore };
                let id = Some(id.clone());
                steps.push(DraftChange { op: Some(op), target: anchor, id, ..DraftChange::default() });
            }
        }
    }
    steps
}

/// Moves a section with what is below it; whether it could.
fn go(order: &mut Order, id: &str, page: usize, next: Option<&str>) -> bool {
    let Some(from) = order.iter().position(|page| page.iter().any(|(own, _)| own == id)) else { return false };
    let Some(place) = order[from].iter().position(|(own, _)| own == id) else { return false };
    let level = order[from][place].1;
    let below = order[from][place + 1..].iter().take_while(|(_, own)| *own > level).count();
    if next.is_some_and(|next| order[from][place..place + 1 + below].iter().any(|(own, _)| own == next)) {
        return false;
    }
    let block: Vec<(String, u8)> = order[from].drain(place..place + 1 + below).collect();
    let at = next.and_then(|next| order[page].iter().position(|(own, _)| own == next)).unwrap_or(order[page].len());
    order[page].splice(at..at, block);
    true
}

/// Chapters that come or go, and front matter, are no matter of an amendment.
fn same_files(old: &Side<'_>, new: &Side<'_>) -> Made<()> {
    let refuse = |note: &'static str, path: &camino::Utf8Path| Err(Refusal::Said(note, vec![("path", path.into())]));
    for (tag, shelf) in &new.shelves {
        let before = old.shelves.get(tag).map_or(&[][..], |shelf| shelf.pages());
        for (one, other) in before.iter().zip(shelf.pages()) {
            if one.path() != other.path() {
                return refuse("from-diff-files", one.path().min(other.path()));
            }
            if one.front() != other.front() {
                return refuse("from-diff-front", other.path());
            }
        }
        let (one, other) = (before.len(), shelf.pages().len());
        if let Some(page) = before.get(other).or(shelf.pages().get(one)) {
            return refuse("from-diff-files", page.path());
        }
    }
    Ok(())
}
