//! Addresses: what the links and images of a foreign text become in the new work.
//!
//! Takes: a text and all it can lead to. Gives: the bytes to change. What leads nowhere stays as it was and is a finding. Must not know
//! how the rest of the text is written.

use camino::Utf8PathBuf;

use super::figures::{Figures, Names, is_image};
use super::finding::Finding;
use super::layout::Tree;
use super::order::Chapter;
use super::rewrite::Edit;
use super::scan::Way;
use super::targets::{Found, Targets};
use super::text::Text;
use crate::publication::percent_decoded;
use crate::sources::Foreign;

/// All texts and where they will be.
pub struct Work<'w> {
    pub foreign: &'w Foreign,
    pub targets: &'w Targets<'w>,
    pub texts: &'w [Text],
    /// By page and language: the text.
    pub by_page: &'w [Vec<Option<usize>>],
    pub chapters: &'w [Chapter],
    /// What the languages are called.
    pub names: &'w [String],
}

/// An address in its parts.
struct Parts<'a> {
    path: &'a str,
    fragment: Option<&'a str>,
}

/// None for what leads out of the tree: another site, a telephone, an image within the address.
fn parts(destination: &str) -> Option<Parts<'_>> {
    let scheme = destination.split_once(':').map(|(scheme, _)| scheme);
    let is_scheme = |text: &str| text.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"+-.".contains(&byte));
    if destination.starts_with("//") || scheme.is_some_and(|scheme| !scheme.is_empty() && is_scheme(scheme)) {
        return None;
    }
    let (path, fragment) = match destination.split_once('#') {
        Some((path, fragment)) => (path, Some(fragment).filter(|fragment| !fragment.is_empty())),
        None => (destination, None),
    };
    Some(Parts { path: path.split('?').next().unwrap_or_default(), fragment })
}

impl Work<'_> {
    /// Notes which files a text's images are, so that they can be named.
    pub fn show(&self, text: &Text, tree: &Tree, figures: &mut Figures) {
        for way in text.ways.iter().filter(|way| way.image) {
            if let Some(file) = self.image(text, way) {
                figures.show(tree, self.foreign, &file, text.language);
            }
        }
    }

    fn image(&self, text: &Text, way: &Way) -> Option<Utf8PathBuf> {
        let parts = parts(&way.destination)?;
        match self.targets.find(text, parts.path) {
            Found::File(file) if is_image(&file) => Some(file),
            _ => None,
        }
    }

    /// The edits of a text's addresses. `figures` knows every image that is shown.
    pub fn edits(
        &self,
        page: usize,
        text: &Text,
        tree: &Tree,
        (figures, names): (&mut Figures, &Names),
        findings: &mut Vec<Finding>,
    ) -> Vec<Edit> {
        let mut edits = Vec::new();
        for way in &text.ways {
            let new = match way.image {
                true => self.new_image(text, way, tree, (figures, names), findings),
                false => self.new_link(page, text, way, findings),
            };
            let Some(new) = new.filter(|new| *new != way.destination) else { continue };
            match &way.written {
                Some(written) => edits.push((written.clone(), new)),
                None => findings.push(said(text, "import-unlocated", way).with("new", &new)),
            }
        }
        edits
    }

    fn new_image(
        &self,
        text: &Text,
        way: &Way,
        tree: &Tree,
        (figures, names): (&mut Figures, &Names),
        findings: &mut Vec<Finding>,
    ) -> Option<String> {
        if parts(&way.destination).is_none() {
            findings.push(said(text, "import-remote-image", way));
            return None;
        }
        let Some(file) = self.image(text, way) else {
            findings.push(said(text, "import-image", way));
            return None;
        };
        let shared = figures.show(tree, self.foreign, &file, text.language);
        // One that could not be read is reported already.
        names.get(&shared).map(|name| name.to_string())
    }

    fn new_link(&self, page: usize, text: &Text, way: &Way, findings: &mut Vec<Finding>) -> Option<String> {
        let Parts { path, fragment } = parts(&way.destination)?;
        if path.is_empty() {
            let fragment = fragment?;
            let Some(section) = self.section(page, text.language, fragment) else {
                findings.push(said(text, "import-fragment", way).with("fragment", fragment));
                return None;
            };
            return Some(section.map_or_else(|| self.file(page), |id| format!("#{id}")));
        }
        let target = match self.targets.find(text, path) {
            Found::Page(target, language) => {
                if let Some(language) = language.filter(|language| *language != text.language) {
                    let kind = if target == page { "import-switch" } else { "import-other-language" };
                    findings.push(said(text, kind, way).with("language", &self.names[language]));
                    if target == page {
                        return None;
                    }
                }
                target
            }
            Found::File(file) => {
                let kind = if is_image(&file) { "import-link-to-image" } else { "import-link-to-file" };
                findings.push(said(text, kind, way));
                return None;
            }
            Found::Nothing => {
                findings.push(said(text, "import-link", way));
                return None;
            }
        };
        let Some(fragment) = fragment else { return Some(self.file(target)) };
        match self.section(target, text.language, fragment) {
            Some(Some(id)) if target == page => Some(format!("#{id}")),
            Some(Some(id)) => Some(format!("{}#{id}", self.file(target))),
            Some(None) => Some(self.file(target)),
            None => {
                findings.push(said(text, "import-fragment", way).with("fragment", fragment));
                Some(self.file(target))
            }
        }
    }

    fn file(&self, page: usize) -> String {
        format!("{}.md", self.chapters[page].stem)
    }

    /// What a fragment leads to on a page: the id of a section, or none for the page itself. Translations often keep the fragments of
    /// the first language.
    fn section(&self, page: usize, language: usize, fragment: &str) -> Option<Option<&str>> {
        let decoded = percent_decoded(fragment);
        let spellings = [fragment.to_owned(), decoded.to_string(), decoded.to_lowercase()];
        let own = self.by_page[page][language];
        let others = self.by_page[page].iter().flatten().copied().filter(|text| Some(*text) != own);
        let texts = own.into_iter().chain(others).map(|text| &self.texts[text]);
        let mut found = texts.filter_map(|text| {
            let section = spellings.iter().find_map(|spelling| text.anchors.get(spelling))?;
            Some(section.checked_sub(1).and_then(|at| text.ids.get(at)).map(String::as_str).filter(|id| !id.is_empty()))
        });
        found.next()
    }
}

fn said(text: &Text, kind: &'static str, way: &Way) -> Finding {
    text.finding(kind, way.start).with("link", &way.destination)
}
