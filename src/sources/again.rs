//! Again: the sources after some of them may have changed, as a preview reads them after each save.
//!
//! Takes: what was read before, and which files are known to have been touched. Gives: the same values where nothing has changed, and the
//! paths where something has. Must not know what the files mean.

use std::cmp::Ordering;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::sync::Arc;

use camino::{Utf8Path, Utf8PathBuf};

use super::{Bytes, Content, Sources, Stamp, disk};
use crate::diagnostics::{Diagnostic, Fault, sorted};

/// Of no more files than this that were touched is it believed that they are all: what touches more does more than write.
const FEW: usize = 24;

impl Sources {
    /// The same again, after some files may have changed: those that did not are not read, and their values are the same ones.
    /// `touched` are known to have been written to, even if their stamps are too coarse to tell.
    pub fn read_again(&self, touched: &BTreeSet<Utf8PathBuf>) -> Result<(Sources, Vec<Diagnostic>), Fault> {
        self.read_touched(touched).map_or_else(|| Self::read_after(&self.root, Some(self), touched), Ok)
    }

    /// The same where some files were written to and nothing else happened: no other is looked at. None where that may not be all.
    fn read_touched(&self, touched: &BTreeSet<Utf8PathBuf>) -> Option<(Sources, Vec<Diagnostic>)> {
        let known = |path: &Utf8PathBuf| self.stamps.contains_key(path) && disk::is_itself(&self.root, path);
        let few = (1..=FEW).contains(&touched.len());
        // What is wrong with a damaged file is said by whoever looks at it.
        if !few || !self.damaged.is_empty() || !touched.iter().all(known) {
            return None;
        }
        let mut sources = self.clone();
        for path in touched {
            let content = disk::read_file(&self.root, path.clone()).ok()?;
            let stamp = match self.same(path, content) {
                Content::Text(source, characters, stamp) => {
                    sources.texts.insert(path.clone(), source);
                    sources.unfit.remove(path);
                    sources.unfit.extend((!characters.is_empty()).then(|| (path.clone(), characters)));
                    stamp?
                }
                Content::Bytes(bytes, stamp) => {
                    sources.files.insert(path.clone(), bytes);
                    stamp?
                }
                Content::Mistake(_) => return None,
            };
            sources.stamps.insert(path.clone(), stamp);
        }
        let diagnostics = sorted(sources.unfit.values().flatten().cloned().collect());
        Some((sources, diagnostics))
    }

    /// What a file held when it was last read, if it still does.
    pub(super) fn kept(&self, root: &Utf8Path, path: &Utf8Path) -> Option<Content> {
        let stamp = *self.stamps.get(path)?;
        let now = Stamp::of(&fs::metadata(root.join(path)).ok()?);
        if stamp != now {
            return None;
        }
        if let Some(source) = self.texts.get(path) {
            let unfit = self.unfit.get(path).cloned().unwrap_or_default();
            return Some(Content::Text(Arc::clone(source), unfit, Some(stamp)));
        }
        self.files.get(path).map(|bytes| Content::Bytes(bytes.clone(), Some(stamp)))
    }

    /// A text that was read anew and is the old one word for word is the old value.
    pub(super) fn same(&self, path: &Utf8Path, content: Content) -> Content {
        match (self.texts.get(path), content) {
            (Some(old), Content::Text(new, unfit, stamp)) if old.text == new.text => {
                Content::Text(Arc::clone(old), unfit, stamp)
            }
            (_, content) => content,
        }
    }

    /// The paths whose files have changed, come or gone since an earlier reading.
    pub fn changed_since(&self, before: &Sources) -> Vec<Utf8PathBuf> {
        let mut changed = differing(&self.texts, &before.texts, Arc::ptr_eq);
        changed.extend(differing(&self.files, &before.files, Bytes::is_same));
        changed.extend(self.damaged.symmetric_difference(&before.damaged).cloned());
        changed.sort();
        changed.dedup();
        changed
    }
}

/// The paths under which two maps do not have the same. Most have: paths take long to put in order, and no time to be found equal.
fn differing<V>(
    one: &BTreeMap<Utf8PathBuf, V>,
    other: &BTreeMap<Utf8PathBuf, V>,
    is_same: impl Fn(&V, &V) -> bool,
) -> Vec<Utf8PathBuf> {
    let (mut ours, mut theirs) = (one.iter().peekable(), other.iter().peekable());
    let mut found = Vec::new();
    while let (Some((own, value)), Some((path, counterpart))) = (ours.peek(), theirs.peek()) {
        let order = if own.as_str() == path.as_str() { Ordering::Equal } else { own.cmp(path) };
        if order != Ordering::Equal || !is_same(value, counterpart) {
            found.push(if order == Ordering::Greater { Utf8PathBuf::clone(path) } else { Utf8PathBuf::clone(own) });
        }
        if order != Ordering::Greater {
            ours.next();
        }
        if order != Ordering::Less {
            theirs.next();
        }
    }
    found.extend(ours.chain(theirs).map(|(path, _)| path.clone()));
    found
}
