//! Import: a bilingual tree of Markdown that some other tool made pages of becomes a work.
//!
//! Takes: a foreign tree, the publication's languages, where the work is to lie. Gives: all its files, in memory, and what could not be
//! decided. Must not know the disk but through [`Foreign`], nor how the report is printed.
//!
//! 1. [`layout`]: which file is which page, in which language.
//! 2. [`text`]: each text by itself: front matter, headings, addresses ([`scan`]).
//! 3. [`order`]: which chapter each page becomes.
//! 4. [`sections`]: language versions side by side, ids for every heading.
//! 5. [`figures`], [`addresses`]: what images are called, what links lead to.
//! 6. [`rewrite`], [`work_yaml`]: the new files.
//!
//! Only those bytes of a text change that must: signs and ids of headings, addresses, front matter.

mod addresses;
mod alignment;
mod anchors;
mod destination;
mod figures;
mod finding;
mod front;
mod layout;
mod lines;
mod oddities;
mod order;
pub mod report;
mod rewrite;
mod scan;
mod sections;
mod targets;
mod text;
mod work_yaml;

use std::collections::{BTreeSet, HashMap};

use camino::{Utf8Path, Utf8PathBuf};
use jiff::civil::Date;

pub use self::finding::Finding;
pub use self::layout::Layout;

use self::addresses::Work;
use self::figures::{Figures, is_image};
use self::layout::{Page, Tree, is_markdown};
use self::order::Chapter;
use self::sections::Taken;
use self::targets::Targets;
use self::text::Text;
use crate::config::Book;
use crate::diagnostics::Wording;
use crate::publication::addresses::RESERVED;
use crate::sources::Foreign;

/// What somebody wants.
pub struct Request<'r> {
    pub layout: Layout,
    /// The work's folder, from the publication's root.
    pub folder: Utf8PathBuf,
    /// As `work.yaml` has it.
    pub kind: &'r str,
    pub today: Date,
}

/// A file of the new work.
pub struct Made {
    /// In the foreign tree.
    pub from: Option<Utf8PathBuf>,
    /// From the publication's root.
    pub path: Utf8PathBuf,
    pub bytes: Vec<u8>,
}

pub struct Import {
    /// The work's folder, from the publication's root.
    pub folder: Utf8PathBuf,
    /// In the order of their paths.
    pub files: Vec<Made>,
    /// Sorted.
    pub findings: Vec<Finding>,
}

/// None where the tree holds no text in any of the publication's languages.
pub fn import(foreign: &Foreign, book: &Book, request: &Request<'_>, wording: &Wording) -> Option<Import> {
    let tags: Vec<String> = book.tags().map(str::to_owned).collect();
    let names: Vec<String> = book.languages.iter().map(|(_, settings)| settings.name.clone()).collect();
    let mut findings = Vec::new();
    for (path, reason) in &foreign.passed_over {
        findings.push(Finding::new("import-passed-over", path.as_path(), 0).with("reason", reason.name()));
    }
    let mut tree = Tree::of(&foreign.paths, request.layout, (&tags, &names), &mut findings);
    let (mut texts, mut by_page) = read(foreign, &mut tree, &mut findings);
    if texts.is_empty() {
        return None;
    }
    let used: Vec<usize> = (0..tags.len()).filter(|language| texts.iter().any(|text| text.language == *language)).collect();
    missing(&tree, &by_page, &used, &names, &mut findings);
    if request.kind != "pages" {
        findings.extend(texts.iter().filter_map(counted_by_hand));
    }

    let mut taken = Taken::default();
    // The work's introduction is known by this.
    taken.free("index");
    let weights: Vec<Option<i64>> =
        (0..tree.pages.len()).map(|page| by_page[page].iter().flatten().find_map(|text| texts[*text].front.order)).collect();
    let chapters = order::chapters(&tree.pages, &weights, &mut taken, &mut findings);
    name_sections(&mut texts, &mut by_page, &chapters, &names, &mut taken, &mut findings);

    let pages = by_page.iter().enumerate().flat_map(|(page, own)| own.iter().flatten().map(move |text| (page, *text)));
    let pages: Vec<(usize, usize)> = pages.collect();
    let targets = Targets::of(&tree, &foreign.paths, pages.iter().map(|(page, text)| (*page, &texts[*text])));
    let work = Work { foreign, targets: &targets, texts: &texts, by_page: &by_page, chapters: &chapters, names: &names };
    let mut shown = Figures::default();
    texts.iter().for_each(|text| work.show(text, &tree, &mut shown));
    let (drawn, called) = shown.files(foreign, &tags, &mut findings);
    let slugs = slugs(&texts, &pages, &chapters, tags.len(), &mut findings);

    let mut files = Vec::new();
    for (page, text) in &pages {
        let own = &texts[*text];
        let edits = work.edits(*page, own, &tree, (&mut shown, &called), &mut findings);
        let name = format!("{}.{}.md", chapters[*page].stem, tags[own.language]);
        let bytes = rewrite::file(own, slugs[*text].then_some(own.front.slug.as_deref()).flatten(), edits).into_bytes();
        files.push(Made { from: Some(own.path().to_owned()), path: request.folder.join(name), bytes });
    }
    let drawn = drawn.into_iter();
    files.extend(drawn.map(|figure| Made {
        from: Some(figure.from),
        path: request.folder.join(figure.path),
        bytes: figure.bytes,
    }));
    files.push(declared(foreign, (&tags, &names), &used, &texts, &by_page, &chapters, request, wording, &mut findings));
    files.sort_by(|one, other| one.path.cmp(&other.path));
    unused(foreign, &files, &mut findings);
    findings.sort();
    findings.dedup();
    Some(Import { folder: request.folder.clone(), files, findings })
}

/// All texts, and for each page and language which of them is its. Pages without a text that can be read are none.
fn read(foreign: &Foreign, tree: &mut Tree, findings: &mut Vec<Finding>) -> (Vec<Text>, Vec<Vec<Option<usize>>>) {
    let (mut texts, mut by_page) = (Vec::new(), Vec::new());
    tree.pages.retain(|page| {
        let mut own = vec![None; page.files.len()];
        for (language, path) in page.files.iter().enumerate() {
            let Some(path) = path else { continue };
            match foreign.text(path) {
                Ok(text) => {
                    own[language] = Some(texts.len());
                    texts.push(Text::read(path, text, language, findings));
                }
                Err(reason) => {
                    findings.push(Finding::new("import-passed-over", path.as_path(), 0).with("reason", reason.name()));
                }
            }
        }
        let is_there = own.iter().any(Option::is_some);
        by_page.extend(is_there.then_some(own));
        is_there
    });
    (texts, by_page)
}

/// Pages that are not there in each language of the work.
fn missing(tree: &Tree, by_page: &[Vec<Option<usize>>], used: &[usize], names: &[String], findings: &mut Vec<Finding>) {
    for (page, own) in tree.pages.iter().zip(by_page) {
        let absent: Vec<&str> =
            used.iter().filter(|language| own[**language].is_none()).map(|language| names[*language].as_str()).collect();
        let Some(present) = first_file(page, own).filter(|_| !absent.is_empty()) else { continue };
        findings.push(Finding::new("import-missing", present, 0).with("languages", &absent.join(", ")));
    }
}

/// Numbers of its own beside those that sections are given.
fn counted_by_hand(text: &Text) -> Option<Finding> {
    let heading = text.headings.iter().find(|heading| sections::number(&heading.title).is_some())?;
    Some(text.finding("import-number", heading.span.start).with("heading", &heading.title))
}

fn first_file<'p>(page: &'p Page, own: &[Option<usize>]) -> Option<&'p Utf8Path> {
    let sound = page.files.iter().zip(own).filter(|(_, text)| text.is_some());
    sound.filter_map(|(file, _)| file.as_deref()).next()
}

/// Ids in the order of the chapters, so that of two headings with the same words the earlier one has the plain id.
fn name_sections(
    texts: &mut [Text],
    by_page: &mut [Vec<Option<usize>>],
    chapters: &[Chapter],
    names: &[String],
    taken: &mut Taken,
    findings: &mut Vec<Finding>,
) {
    let mut order: Vec<usize> = (0..by_page.len()).collect();
    // The introduction first.
    order.sort_by_key(|page| (chapters[*page].stem != "index", chapters[*page].stem.clone()));
    let mut texts: Vec<Option<&mut Text>> = texts.iter_mut().map(Some).collect();
    for page in order {
        let own = by_page[page].iter().flatten();
        let mut own: Vec<&mut Text> = own.filter_map(|text| texts[*text].take()).collect();
        sections::name(&mut own, taken, names, findings);
    }
}

/// By text: whether its own slug can stand beside the others of its language.
fn slugs(
    texts: &[Text],
    pages: &[(usize, usize)],
    chapters: &[Chapter],
    languages: usize,
    findings: &mut Vec<Finding>,
) -> Vec<bool> {
    let mut kept = vec![false; texts.len()];
    let mut taken: Vec<BTreeSet<&str>> = vec![BTreeSet::new(); languages];
    for (page, text) in pages.iter().filter(|(_, text)| texts[*text].front.slug.is_none()) {
        let stem = chapters[*page].stem.as_str();
        taken[texts[*text].language].insert(stem.split_once('-').map_or(stem, |(_, id)| id));
    }
    for (page, text) in pages {
        let own = &texts[*text];
        let Some(slug) = own.front.slug.as_deref() else { continue };
        let introduces = chapters[*page].stem == "index";
        kept[*text] = !introduces && !RESERVED.contains(&slug) && taken[own.language].insert(slug);
        if !kept[*text] {
            findings.push(Finding::new("import-slug", own.path(), 0).with("slug", slug));
        }
    }
    kept
}

/// `work.yaml`, and what in it is for somebody to say.
#[expect(clippy::too_many_arguments, reason = "it is where everything comes together")]
fn declared(
    foreign: &Foreign,
    (tags, names): (&[String], &[String]),
    used: &[usize],
    texts: &[Text],
    by_page: &[Vec<Option<usize>>],
    chapters: &[Chapter],
    request: &Request<'_>,
    wording: &Wording,
    findings: &mut Vec<Finding>,
) -> Made {
    let path = request.folder.join("work.yaml");
    let index = chapters.iter().position(|chapter| chapter.stem == "index");
    let folder = foreign.root().file_name().unwrap_or_default().replace(['-', '_'], " ");
    let mut titles = Vec::new();
    for language in used {
        let introduction = index.and_then(|page| by_page[page][*language]).map(|text| texts[text].name.clone());
        let title = introduction.unwrap_or_else(|| {
            let finding = Finding::new("import-title", path.as_path(), 0).with("language", &names[*language]);
            findings.push(finding.with("title", &folder));
            folder.clone()
        });
        titles.push((tags[*language].clone(), title));
    }
    for kind in ["import-authority", "import-licence"] {
        findings.push(Finding::new(kind, path.as_path(), 0));
    }
    let edition = (request.kind != "pages").then_some(request.today);
    if edition.is_some() {
        findings.push(Finding::new("import-edition", path.as_path(), 0));
    }
    for language in (0..tags.len()).filter(|language| !used.contains(language)) {
        findings.push(Finding::new("import-no-texts", path.as_path(), 0).with("language", &names[language]));
    }
    let declaration = work_yaml::Declaration { kind: request.kind, titles: &titles, edition };
    Made { from: None, path, bytes: work_yaml::file(&declaration, wording).into_bytes() }
}

/// What lies in the tree and came not along: it may have been meant to.
fn unused(foreign: &Foreign, files: &[Made], findings: &mut Vec<Finding>) {
    let used: BTreeSet<&Utf8Path> = files.iter().filter_map(|made| made.from.as_deref()).collect();
    let known: BTreeSet<Utf8PathBuf> = findings.iter().map(|finding| finding.file.clone()).collect();
    let mut others: HashMap<&Utf8Path, usize> = HashMap::new();
    for path in foreign.paths.iter().filter(|path| !used.contains(path.as_path())) {
        match path {
            path if is_image(path) => findings.push(Finding::new("import-unused-image", path.as_path(), 0)),
            path if is_markdown(path) && !known.contains(path) => {
                findings.push(Finding::new("import-unused", path.as_path(), 0));
            }
            path if is_markdown(path) => {}
            path => *others.entry(path.parent().unwrap_or(Utf8Path::new(""))).or_default() += 1,
        }
    }
    for (folder, files) in others {
        let folder = if folder.as_str().is_empty() { Utf8Path::new(".") } else { folder };
        let mut finding = Finding::new("import-other-files", folder, 0);
        finding.arguments.push(("files", files.into()));
        findings.push(finding);
    }
}
