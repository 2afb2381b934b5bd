//! The order: which chapter each page becomes.
//!
//! Takes: the tree's pages and what their front matter says. Gives: for each page the name of its file without the language, in the order
//! of weights, then of numbers before names, then of names, folder by folder. Must not know texts.

use std::collections::{BTreeMap, HashMap};

use camino::{Utf8Path, Utf8PathBuf};

use super::finding::Finding;
use super::layout::Page;
use super::sections::Taken;
use crate::publication::addresses::RESERVED;
use crate::publication::names::slugify;

/// What introduces a folder, the best first.
const INDEXES: [&str; 3] = ["index", "_index", "README"];
/// What a work's introduction is called.
const INDEX: &str = "index";

/// A page's file in the new work, without language and extension.
#[derive(Clone, Debug)]
pub struct Chapter {
    pub stem: String,
}

/// Where one part of a path stands among its neighbours.
type Rank = (i64, u64, String);

pub fn is_index(logical: &Utf8Path) -> bool {
    logical.file_name().is_some_and(|name| INDEXES.iter().any(|index| name.eq_ignore_ascii_case(index)))
}

/// `03-rights`, `03_rights`, `3. rights` → 3, `rights`.
pub fn split_number(name: &str) -> (Option<u64>, &str) {
    let digits = name.bytes().take_while(u8::is_ascii_digit).count();
    let rest = name[digits..].trim_start_matches(['-', '_', '.', ' ']);
    match name[..digits].parse() {
        Ok(number) if !rest.is_empty() && rest.len() < name.len() - digits => (Some(number), rest),
        _ => (None, name),
    }
}

/// Chapters in the order of the pages. `weights` is what each page's front matter says; `files` what it is reported at.
pub fn chapters(pages: &[Page], weights: &[Option<i64>], taken: &mut Taken, findings: &mut Vec<Finding>) -> Vec<Chapter> {
    let root = INDEXES.iter().find_map(|name| {
        let here = |page: &Page| page.logical.as_str().eq_ignore_ascii_case(name);
        pages.iter().position(here)
    });
    // A folder stands where its introduction's weight says.
    let mut folders: HashMap<&Utf8Path, i64> = HashMap::new();
    for (page, weight) in pages.iter().zip(weights) {
        if let (true, Some(folder), Some(weight)) = (is_index(&page.logical), page.logical.parent(), weight) {
            folders.entry(folder).or_insert(*weight);
        }
    }
    let mut sorted: BTreeMap<(Vec<Rank>, usize), usize> = BTreeMap::new();
    for (number, page) in pages.iter().enumerate().filter(|(number, _)| Some(*number) != root) {
        sorted.insert((ranks(&page.logical, weights[number], &folders), number), number);
    }
    let width = sorted.len().to_string().len().max(2);
    let mut chapters = vec![Chapter { stem: INDEX.to_owned() }; pages.len()];
    for (place, number) in sorted.into_values().enumerate() {
        let id = named(&pages[number], place + 1, taken, findings);
        chapters[number].stem = format!("{:0width$}-{id}", place + 1);
    }
    chapters
}

fn ranks(logical: &Utf8Path, weight: Option<i64>, folders: &HashMap<&Utf8Path, i64>) -> Vec<Rank> {
    let mut ranks = Vec::new();
    let mut folder = Utf8PathBuf::new();
    let parts: Vec<&str> = logical.components().map(|part| part.as_str()).collect();
    for (at, part) in parts.iter().enumerate() {
        folder.push(part);
        let own = if at + 1 < parts.len() { folders.get(folder.as_path()).copied() } else { weight };
        let (number, name) = split_number(part);
        // A folder's introduction comes before what lies in it.
        match at + 1 == parts.len() && is_index(logical) {
            true => ranks.push((i64::MIN, 0, String::new())),
            false => ranks.push((own.unwrap_or(i64::MAX), number.unwrap_or(u64::MAX), name.to_lowercase())),
        }
    }
    ranks
}

/// A page's own part of its address, which is an id of the work.
fn named(page: &Page, place: usize, taken: &mut Taken, findings: &mut Vec<Finding>) -> String {
    let folder = page.logical.parent().and_then(Utf8Path::file_name);
    let own = page.logical.file_name().unwrap_or_default();
    let name = if is_index(&page.logical) { folder.unwrap_or(own) } else { own };
    let plain = split_number(name).1;
    let slug = match slugify(plain) {
        slug if slug == "section" && !plain.to_lowercase().contains("section") => format!("chapter-{place}"),
        slug => slug,
    };
    // A number before a hyphen would be the chapter's place.
    let slug = if slug.starts_with(|first: char| first.is_ascii_digit()) { format!("chapter-{slug}") } else { slug };
    let reserved = RESERVED.contains(&slug.as_str()) || slug == INDEX;
    let wanted = match folder.filter(|_| reserved || taken.is(&slug)) {
        Some(folder) => format!("{}-{slug}", slugify(split_number(folder).1)),
        None if reserved => format!("{slug}-{place}"),
        None => slug.clone(),
    };
    let id = taken.free(&wanted);
    if id != slug {
        let file = page.files.iter().flatten().next().cloned().unwrap_or_default();
        findings.push(Finding::new("import-name", file, 0).with("old", &slug).with("new", &id));
    }
    id
}
