//! Targets: what an address in a foreign text leads to.
//!
//! Takes: the tree's pages and an address as some generator or forge would understand it. Gives: the page and the section, or the file.
//! Must not know the disk, or how the new work is written.

use std::collections::{BTreeSet, HashMap};

use camino::{Utf8Path, Utf8PathBuf};

use super::layout::{Tree, is_markdown};
use super::order::{is_index, split_number};
use super::text::Text;
use crate::publication::{join, percent_decoded};

/// What an address leads to.
#[derive(Debug, PartialEq, Eq)]
pub enum Found {
    /// A page, in a language if the address says which.
    Page(usize, Option<usize>),
    /// A file of the tree.
    File(Utf8PathBuf),
    /// Nothing in the tree.
    Nothing,
}

/// What leads to a page; none where several pages have it.
type Known = HashMap<String, Option<(usize, Option<usize>)>>;

pub struct Targets<'t> {
    tree: &'t Tree,
    paths: &'t BTreeSet<Utf8PathBuf>,
    /// By the path of a file without its extension.
    exact: Known,
    /// By what generators make of it: without numbers, with a slug, in small letters.
    pretty: Known,
}

/// Folders whose files sites have at their top.
const STATIC: [&str; 5] = ["static", "public", "assets", "source", "docs"];

impl<'t> Targets<'t> {
    /// `texts` with the page each belongs to.
    pub fn of<'p>(
        tree: &'t Tree,
        paths: &'t BTreeSet<Utf8PathBuf>,
        texts: impl IntoIterator<Item = (usize, &'p Text)>,
    ) -> Targets<'t> {
        let mut targets = Targets { tree, paths, exact: Known::new(), pretty: Known::new() };
        for (page, text) in texts {
            let stem = text.path().with_extension("");
            let said = (page, Some(text.language));
            targets.exact.insert(stem.to_string(), Some(said));
            let root = &tree.roots[text.language];
            let logical = &tree.pages[page].logical;
            // Without its language: beside its own versions, and below its language's folder.
            for bare in [root.join(logical), tree.base.join(logical)] {
                let said = if bare == stem { said } else { (page, None) };
                insert(&mut targets.exact, bare.to_string(), said);
                for pretty in shapes(&bare, text) {
                    insert(&mut targets.pretty, pretty, said);
                }
            }
        }
        targets
    }

    /// Where the path of an address leads to from a text.
    pub fn find(&self, text: &Text, path: &str) -> Found {
        let decoded = percent_decoded(path);
        let candidates = self.candidates(text, &decoded);
        for candidate in &candidates {
            if let Some(found) = self.page(candidate, &self.exact) {
                return found;
            }
            if self.paths.contains(candidate.as_path()) {
                return Found::File(candidate.clone());
            }
        }
        let lower = candidates.iter().map(|candidate| Utf8PathBuf::from(candidate.as_str().to_lowercase()));
        lower.filter_map(|candidate| self.page(&candidate, &self.pretty)).next().unwrap_or(Found::Nothing)
    }

    /// Paths from the tree's root that an address could mean.
    fn candidates(&self, text: &Text, path: &str) -> Vec<Utf8PathBuf> {
        if let Some(rooted) = path.strip_prefix('/') {
            let rest = rooted.trim_start_matches('/');
            let own = &self.tree.roots[text.language];
            let mut folders = vec![own.clone(), self.tree.base.clone(), Utf8PathBuf::new()];
            folders.extend(STATIC.map(Utf8PathBuf::from));
            // `/es/rights` where pages of a suffix are meant.
            let tagged = rest.split_once('/').filter(|(first, _)| self.tree.is_tag(first).is_some());
            let mut found: Vec<Utf8PathBuf> = folders.iter().filter_map(|folder| join(folder, rest)).collect();
            if let Some((_, rest)) = tagged {
                found.extend(join(&self.tree.base, rest));
            }
            return found;
        }
        let folder = text.path().parent().unwrap_or(Utf8Path::new(""));
        // Where a page is a folder of the site, its own addresses begin within it.
        let within = folder.join(text.path().file_stem().unwrap_or_default());
        [folder, within.as_path()].into_iter().filter_map(|folder| join(folder, path)).collect()
    }

    fn page(&self, path: &Utf8Path, known: &Known) -> Option<Found> {
        let extension = path.extension().unwrap_or_default();
        let page = is_markdown(path) || ["html", "htm", "mdx"].contains(&extension);
        let stem = if page { path.with_extension("") } else { path.to_owned() };
        let indexes = ["", "/index", "/_index", "/README", "/readme"];
        let found = indexes.iter().find_map(|index| {
            let key = format!("{stem}{index}");
            known.get(key.trim_start_matches('/')).copied().flatten()
        });
        found.map(|(page, language)| Found::Page(page, language))
    }
}

fn insert(known: &mut Known, key: String, said: (usize, Option<usize>)) {
    known
        .entry(key)
        .and_modify(|known| match known {
            // Two versions of one page: it says no language.
            Some((page, language)) if *page == said.0 => {
                if *language != said.1 {
                    *language = None;
                }
            }
            _ => *known = None,
        })
        .or_insert(Some(said));
}

/// What a generator may make of a path, in small letters.
fn shapes(path: &Utf8Path, text: &Text) -> Vec<String> {
    let lower = path.as_str().to_lowercase();
    let numberless: Vec<&str> = lower.split('/').map(|part| split_number(part).1).collect();
    let numberless = numberless.join("/");
    let mut shapes = vec![lower, numberless];
    if let Some(slug) = &text.front.slug {
        let folder = Utf8Path::new(&shapes[1]).parent().unwrap_or(Utf8Path::new(""));
        let folder = if is_index(path) { folder.parent().unwrap_or(Utf8Path::new("")) } else { folder };
        shapes.push(folder.join(slug).into_string());
    }
    shapes.dedup();
    shapes
}
