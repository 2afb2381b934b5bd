//! The layout: which file of a foreign tree is which page, in which language.
//!
//! Takes: the tree's paths, how it tells languages apart, the publication's tags. Gives: pages with a file for each language, and
//! what a path stands for. Must not know what the files hold.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use camino::{Utf8Path, Utf8PathBuf};

use super::finding::Finding;

/// How a tree tells its languages apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Layout {
    /// `rights.en.md` beside `rights.es.md`.
    Suffix,
    /// `en/rights.md` and `es/rights.md`.
    Folders,
}

/// One page of the tree.
#[derive(Debug)]
pub struct Page {
    /// Without language and extension, from the folder that all languages have in common.
    pub logical: Utf8PathBuf,
    /// By language: its file.
    pub files: Vec<Option<Utf8PathBuf>>,
}

/// All pages, in the order of their paths.
#[derive(Debug, Default)]
pub struct Tree {
    pub pages: Vec<Page>,
    /// By language: the folder that a path beginning with `/` starts from.
    pub roots: Vec<Utf8PathBuf>,
    /// The folder that holds the languages, or all pages.
    pub base: Utf8PathBuf,
    layout: Option<Layout>,
    tags: Vec<String>,
    /// What the first language is called.
    first: String,
}

const MARKDOWN: [&str; 2] = ["md", "markdown"];

pub fn is_markdown(path: &Utf8Path) -> bool {
    path.extension().is_some_and(|extension| MARKDOWN.iter().any(|known| extension.eq_ignore_ascii_case(known)))
}

/// `pt_BR` → `pt-br`: as `book.toml` has it.
fn normal(tag: &str) -> String {
    tag.to_ascii_lowercase().replace('_', "-")
}

/// Two letters, perhaps with a region: what nobody would end a file's name with otherwise.
fn looks_like_language(tag: &str) -> bool {
    let normal = normal(tag);
    let (language, region) = normal.split_once('-').unwrap_or((&normal, "xx"));
    let letters = |text: &str| text.bytes().all(|byte| byte.is_ascii_lowercase());
    language.len() == 2 && letters(language) && (2..=4).contains(&region.len()) && letters(region)
}

/// What a name says: the page's own, and the language as it is written.
struct Named<'p> {
    stem: String,
    tag: Option<&'p str>,
}

impl Tree {
    pub fn of(
        paths: &BTreeSet<Utf8PathBuf>,
        layout: Layout,
        (tags, names): (&[String], &[String]),
        findings: &mut Vec<Finding>,
    ) -> Tree {
        let first = names.first().cloned().unwrap_or_default();
        let mut tree = Tree { layout: Some(layout), tags: tags.to_vec(), first, ..Tree::default() };
        let texts: Vec<&Utf8PathBuf> = paths.iter().filter(|path| is_markdown(path)).collect();
        let placed = match layout {
            Layout::Suffix => tree.by_suffix(&texts, findings),
            Layout::Folders => tree.by_folder(paths, &texts, findings),
        };
        let mut pages: BTreeMap<Utf8PathBuf, Vec<Option<Utf8PathBuf>>> = BTreeMap::new();
        for (logical, language, path) in placed {
            let files = pages.entry(logical).or_insert_with(|| vec![None; tags.len()]);
            match &files[language] {
                Some(first) => {
                    findings.push(Finding::new("import-second", path, 0).with("other", first.as_str()));
                }
                None => files[language] = Some(path),
            }
        }
        let common = tree.common(pages.keys());
        tree.pages = pages
            .into_iter()
            .map(|(logical, files)| {
                let logical = logical.strip_prefix(&common).map_or(logical.clone(), Utf8Path::to_owned);
                Page { logical, files }
            })
            .collect();
        if layout == Layout::Suffix {
            tree.base = common;
            tree.roots = vec![tree.base.clone(); tags.len()];
        }
        tree
    }

    /// The folder that holds all pages.
    fn common<'p>(&self, logical: impl Iterator<Item = &'p Utf8PathBuf>) -> Utf8PathBuf {
        let mut folders = logical.map(|path| path.parent().unwrap_or(Utf8Path::new("")));
        let Some(mut common) = folders.next() else { return Utf8PathBuf::new() };
        for folder in folders {
            while !folder.starts_with(common) {
                common = common.parent().unwrap_or(Utf8Path::new(""));
            }
        }
        common.to_owned()
    }

    fn language(&self, tag: &str) -> Option<usize> {
        let tag = normal(tag);
        self.tags.iter().position(|known| *known == tag)
    }

    /// Texts with their page and language; those with a suffix first, so that they have the place.
    fn by_suffix(&self, texts: &[&Utf8PathBuf], findings: &mut Vec<Finding>) -> Vec<(Utf8PathBuf, usize, Utf8PathBuf)> {
        let stems: BTreeMap<String, BTreeSet<usize>> = self.by_other_marks(texts);
        let (mut placed, mut bare): (Vec<(Utf8PathBuf, usize, Utf8PathBuf)>, Vec<_>) = (Vec::new(), Vec::new());
        for path in texts {
            let named = self.named(path, &stems);
            match named.tag.map(|tag| (tag, self.language(tag))) {
                None => bare.push((named.stem, path)),
                Some((_, Some(language))) => placed.push((named.stem.into(), language, (*path).clone())),
                Some((tag, None)) => {
                    findings.push(Finding::new("import-foreign-language", path.as_path(), 0).with("language", tag));
                }
            }
        }
        let taken: BTreeSet<Utf8PathBuf> =
            placed.iter().filter(|(_, language, _)| *language == 0).map(|(logical, _, _)| logical.clone()).collect();
        for (stem, path) in bare {
            let second = taken.contains(Utf8Path::new(&stem));
            if second {
                placed.push((stem.into(), 0, path.to_path_buf()));
                continue;
            }
            findings.push(Finding::new("import-no-suffix", path.as_path(), 0).with("language", &self.first));
            placed.push((stem.into(), 0, path.to_path_buf()));
        }
        placed
    }

    /// Of names such as `rights-en` and `rights_en`: the languages that each stem is there in.
    fn by_other_marks(&self, texts: &[&Utf8PathBuf]) -> BTreeMap<String, BTreeSet<usize>> {
        let mut stems: BTreeMap<String, BTreeSet<usize>> = BTreeMap::new();
        for path in texts {
            let stem = path.with_extension("");
            if let Some((own, tag)) = stem.as_str().rsplit_once(['-', '_'])
                && let Some(language) = self.language(tag)
            {
                stems.entry(own.to_owned()).or_default().insert(language);
            }
        }
        stems
    }

    fn named<'p>(&self, path: &'p Utf8Path, stems: &BTreeMap<String, BTreeSet<usize>>) -> Named<'p> {
        let folder = path.parent().unwrap_or(Utf8Path::new(""));
        let stem = path.file_stem().unwrap_or_default();
        if let Some((own, tag)) = stem.rsplit_once('.').filter(|(own, _)| !own.is_empty())
            && (self.language(tag).is_some() || looks_like_language(tag))
        {
            return Named { stem: folder.join(own).into_string(), tag: Some(tag) };
        }
        // A hyphen and two letters may end any word: only where another language stands beside it do they name one.
        if let Some((own, tag)) = stem.rsplit_once(['-', '_']).filter(|(own, _)| !own.is_empty()) {
            let own = folder.join(own).into_string();
            if self.language(tag).is_some() && stems.get(&own).is_some_and(|languages| languages.len() > 1) {
                return Named { stem: own, tag: Some(tag) };
            }
        }
        Named { stem: folder.join(stem).into_string(), tag: None }
    }

    fn by_folder(
        &mut self,
        paths: &BTreeSet<Utf8PathBuf>,
        texts: &[&Utf8PathBuf],
        findings: &mut Vec<Finding>,
    ) -> Vec<(Utf8PathBuf, usize, Utf8PathBuf)> {
        self.base = self.holder(paths);
        let folders = self.language_folders(paths);
        // Where the first language has no folder of its own, what lies beside the others' is its.
        let at_the_top = !folders.contains_key(&0) && !folders.is_empty();
        self.roots = (0..self.tags.len())
            .map(|language| folders.get(&language).map_or(self.base.clone(), |name| self.base.join(name)))
            .collect();
        let mut placed = Vec::new();
        for path in texts {
            let below = path.strip_prefix(&self.base).ok();
            let first = below.and_then(|below| below.components().next()).map(|part| part.as_str().to_owned());
            let within = first.as_deref().filter(|_| below.is_some_and(|below| below.components().count() > 1));
            match within.map(|name| (name, self.language(name))) {
                Some((_, Some(language))) => {
                    let logical = path.strip_prefix(&self.roots[language]).unwrap_or(path).with_extension("");
                    placed.push((logical, language, (*path).clone()));
                }
                Some((name, None)) if looks_like_language(name) && !at_the_top => {
                    findings.push(Finding::new("import-foreign-language", path.as_path(), 0).with("language", name));
                }
                _ if at_the_top && below.is_some() => {
                    findings.push(Finding::new("import-no-suffix", path.as_path(), 0).with("language", &self.first));
                    let logical = below.unwrap_or(path).with_extension("");
                    placed.push((logical, 0, (*path).clone()));
                }
                _ => findings.push(Finding::new("import-outside-languages", path.as_path(), 0)),
            }
        }
        placed
    }

    /// The folder with the most folders called like languages: the tree itself, or one within it.
    fn holder(&self, paths: &BTreeSet<Utf8PathBuf>) -> Utf8PathBuf {
        let mut counts: BTreeMap<&Utf8Path, BTreeSet<usize>> = BTreeMap::new();
        for path in paths {
            for folder in path.ancestors().skip(1).filter(|folder| !folder.as_str().is_empty()) {
                if let Some(language) = folder.file_name().and_then(|name| self.language(name)) {
                    counts.entry(folder.parent().unwrap_or(Utf8Path::new(""))).or_default().insert(language);
                }
            }
        }
        // The highest, of those with as many the first.
        let depth = |folder: &Utf8Path| folder.components().count();
        let best = counts.iter().min_by_key(|(folder, found)| (usize::MAX - found.len(), depth(folder)));
        best.map(|(folder, _)| (*folder).to_owned()).unwrap_or_default()
    }

    /// What the languages' folders are called.
    fn language_folders(&self, paths: &BTreeSet<Utf8PathBuf>) -> HashMap<usize, String> {
        let mut folders = HashMap::new();
        for path in paths {
            let Ok(below) = path.strip_prefix(&self.base) else { continue };
            let mut parts = below.components();
            if let (Some(first), Some(_)) = (parts.next(), parts.next())
                && let Some(language) = self.language(first.as_str())
            {
                folders.entry(language).or_insert_with(|| first.as_str().to_owned());
            }
        }
        folders
    }

    /// The language that a path without its extension names, and the path without it.
    pub fn of_figure(&self, path: &Utf8Path) -> (Utf8PathBuf, Option<usize>) {
        match self.layout {
            Some(Layout::Folders) => {
                let inside =
                    |language: &usize| self.roots[*language] != self.base && path.starts_with(&self.roots[*language]);
                match (0..self.tags.len()).find(inside) {
                    Some(language) => (path.strip_prefix(&self.roots[language]).unwrap_or(path).to_owned(), Some(language)),
                    None => (path.to_owned(), None),
                }
            }
            _ => {
                let (stem, extension) = (path.file_stem().unwrap_or_default(), path.extension().unwrap_or_default());
                match stem.rsplit_once('.').and_then(|(own, tag)| Some((own, self.language(tag)?))) {
                    Some((own, language)) => (path.with_file_name(format!("{own}.{extension}")), Some(language)),
                    None => (path.to_owned(), None),
                }
            }
        }
    }

    /// The same figure as a language has it, if the tree says which by its names.
    pub fn variant(&self, path: &Utf8Path, language: usize) -> Option<Utf8PathBuf> {
        if self.layout != Some(Layout::Suffix) {
            return None;
        }
        let (stem, extension) = (path.file_stem()?, path.extension()?);
        Some(path.with_file_name(format!("{stem}.{}.{extension}", self.tags[language])))
    }

    /// The language that a part of a path names.
    pub fn is_tag(&self, part: &str) -> Option<usize> {
        self.language(part)
    }
}
