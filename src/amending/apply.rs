//! Applying: an amendment's changes made in the files of its work, one after the other, in each language.
//!
//! Takes: the publication and an amendment. Gives: the files that change, as texts; or why it cannot be done. What is to be put where is
//! decided by ids alone, and each file is understood anew after each change, so that a later change can speak of what an earlier one made.
//! Must not know whether anybody approved it.

use std::collections::BTreeMap;
use std::sync::Arc;

use camino::Utf8PathBuf;

use super::page::{Grammar, Page};
use super::{Made, Refusal};
use crate::diagnostics::Source;
use crate::documents::amendment::{AmendmentYaml, ChangeYaml, Operation};
use crate::publication::Publication;

/// A file as it is to be.
#[derive(Clone, Debug)]
pub struct Changed {
    pub before: Arc<Source>,
    pub text: String,
}

/// The files of one language of a work, in reading order.
pub struct Shelf<'p> {
    grammar: Grammar<'p>,
    tag: &'p str,
    pages: Vec<Page>,
    before: Vec<Arc<Source>>,
}

impl<'p> Shelf<'p> {
    /// The current text.
    pub fn of(publication: &'p Publication, work: usize, language: usize) -> Shelf<'p> {
        let grammar = Grammar { book: &publication.book, languages: &publication.languages };
        let pages = publication.works[work].current().pages().filter_map(|(_, chapter)| {
            let (_, document) = publication.document(chapter, language)?;
            let mut ids = vec![String::new(); document.sections.len()];
            for section in &chapter.sections {
                if let Some(version) = section.versions[language].as_ref() {
                    ids[version.section].clone_from(&section.id);
                }
            }
            Some(Page::new(document.clone(), ids))
        });
        let pages: Vec<Page> = pages.collect();
        let before = pages.iter().map(|page| Arc::clone(&page.document.source)).collect();
        Shelf { grammar, tag: publication.languages[language].tag.as_str(), pages, before }
    }

    pub fn tag(&self) -> &str {
        self.tag
    }

    pub fn pages(&self) -> &[Page] {
        &self.pages
    }

    /// The page of a section and its place there.
    pub fn find(&self, id: &str) -> Option<(usize, usize)> {
        self.pages.iter().enumerate().find_map(|(at, page)| Some((at, page.place(id)?)))
    }

    fn found(&self, id: &str) -> Made<(usize, usize)> {
        let absent = || Refusal::Said("amend-absent", vec![("id", id.into()), ("language", self.tag.into())]);
        self.find(id).ok_or_else(absent)
    }

    /// Makes one change; none where it is not about this language.
    pub fn make(&mut self, change: &ChangeYaml) -> Made<()> {
        let Some(op) = change.op.as_ref().map(|op| op.value) else { return Ok(()) };
        let text = change.approved.as_ref().and_then(|texts| texts.get(self.tag));
        let text = text.or_else(|| change.text.as_ref().and_then(|texts| texts.get(self.tag)));
        let (at, place) = self.found(&change.target.value)?;
        let page = &self.pages[at];
        let new = match (op, text) {
            (Operation::Replace, Some(text)) => page.replaced(place, text, self.grammar)?,
            (Operation::InsertBefore | Operation::InsertAfter, Some(text)) => {
                let id = change.id.as_ref().map_or("", |id| id.value.as_str());
                let place = if op == Operation::InsertAfter { page.after(place) } else { place };
                page.inserted(place, id, text, self.grammar)?
            }
            (Operation::Delete, _) => page.without(place..place + 1, self.grammar)?,
            (Operation::Move, _) => return self.go(change, (at, place)),
            (_, None) => return Ok(()),
        };
        self.pages[at] = new;
        Ok(())
    }

    fn go(&mut self, change: &ChangeYaml, (at, place): (usize, usize)) -> Made<()> {
        let Some((to, after)) = change.to.as_ref().and_then(|to| to.value.place()) else { return Ok(()) };
        let (there, target) = self.found(&to.value)?;
        let page = &self.pages[at];
        let block = place..page.after(place);
        if there == at && block.contains(&target) {
            return Err(Refusal::Said(
                "amend-absent",
                vec![("id", to.value.as_str().into()), ("language", self.tag.into())],
            ));
        }
        let target = if after { self.pages[there].after(target) } else { target };
        if there == at {
            self.pages[at] = page.moved(block, target, self.grammar)?;
            return Ok(());
        }
        let taken = page.taken(block.clone());
        let left = page.without(block, self.grammar)?;
        self.pages[there] = self.pages[there].received(target, taken, self.grammar)?;
        self.pages[at] = left;
        Ok(())
    }

    /// The files that are others than before.
    pub fn changed(self) -> Vec<Changed> {
        let pairs = self.pages.into_iter().zip(self.before);
        let changed = pairs.filter(|(page, before)| page.text() != &*before.text);
        changed.map(|(page, before)| Changed { before, text: page.text().to_owned() }).collect()
    }
}

/// The texts of a work after an amendment, by language of the work.
pub fn amended<'p>(publication: &'p Publication, work: usize, amendment: &AmendmentYaml) -> Made<Vec<Shelf<'p>>> {
    let shelf = |(language, _): &(usize, _)| {
        let mut shelf = Shelf::of(publication, work, *language);
        amendment.changes.iter().try_for_each(|change| shelf.make(&change.value))?;
        Ok(shelf)
    };
    publication.works[work].languages.iter().map(shelf).collect()
}

/// The files of a work after an amendment, in the order of their paths.
pub fn applied(publication: &Publication, work: usize, amendment: &AmendmentYaml) -> Made<Vec<Changed>> {
    let mut files: BTreeMap<Utf8PathBuf, Changed> = BTreeMap::new();
    for shelf in amended(publication, work, amendment)? {
        files.extend(shelf.changed().into_iter().map(|changed| (changed.before.path.clone(), changed)));
    }
    Ok(files.into_values().collect())
}
