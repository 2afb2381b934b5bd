//! Folders: their part of an address in each language.
//!
//! Takes: all documents. Gives: [`Folders`]. A folder's part is the `slug` of its `index` in that language, and the folder's name
//! where that says nothing. Must not know works' own addresses.

use std::collections::HashMap;

use camino::Utf8Path;

use super::names::{slugify, split_prefix};
use crate::documents::Document;

/// The slugs that folders have from their `index`, by folder below `content/` and language.
pub struct Folders<'d> {
    slugs: HashMap<(&'d Utf8Path, usize), &'d str>,
}

impl<'d> Folders<'d> {
    pub fn of(documents: &'d [Document]) -> Self {
        let slug = |document: &'d Document| {
            let slug = document.front.slug.as_ref().filter(|_| is_index(&document.path))?;
            Some(((document.path.parent()?, document.language), slug.value.as_str()))
        };
        Folders { slugs: documents.iter().filter_map(slug).collect() }
    }

    /// The folders between a work's own and a page, as parts of an address.
    pub fn address(&self, path: &Utf8Path, work: &Utf8Path, language: usize) -> String {
        let between = path.ancestors().skip(1).take_while(|folder| *folder != work);
        let part = |folder: &Utf8Path| match self.slugs.get(&(folder, language)) {
            Some(slug) => (*slug).to_owned(),
            None => slugify(split_prefix(folder.file_name().unwrap_or_default()).1),
        };
        let mut parts: Vec<String> = between.map(part).collect();
        parts.reverse();
        parts.join("/")
    }
}

/// Whether a page stands at its folder's own address.
pub fn is_index(path: &Utf8Path) -> bool {
    split_prefix(path.file_name().unwrap_or_default()).1 == "index"
}
