//! Golden publications: small ones that a person can read, and some of the pages they become, byte by byte.
//!
//! `tests/golden/<case>/expected/` holds the pages to compare; to add one, make an empty file there and run with
//! `UPDATE_GOLDEN=1`. What holds of all pages is asserted below, without a file to compare.

use std::collections::BTreeSet;

use camino::{Utf8Path, Utf8PathBuf};

use crate::publications::{Project, Site, all_agree, cases, differs, files, made_site, repository, resolve, sound};

fn bilingual() -> Utf8PathBuf {
    repository().join("tests/golden/bilingual")
}

fn html(site: &Site) -> impl Iterator<Item = (&Utf8Path, &str)> {
    let pages = site.iter().filter(|(path, _)| path.extension() == Some("html"));
    pages.map(|(path, (_, bytes))| (path.as_path(), std::str::from_utf8(bytes).expect("pages are UTF-8")))
}

#[test]
fn pages_are_as_expected() {
    let mut differences = Vec::new();
    for case in cases("golden") {
        let site = made_site(sound(&case));
        let expected = case.join("expected");
        let pages = files(&expected);
        assert!(!pages.is_empty(), "{case} expects no page");
        for path in pages.keys() {
            match site.get(path) {
                Some((_, bytes)) => differences.extend(differs(&expected.join(path), bytes)),
                None => differences.push(format!("{case}/expected/{path} is no longer made")),
            }
        }
    }
    all_agree(differences);
}

#[test]
fn every_page_says_its_language_and_direction() {
    for case in cases("golden") {
        let publication = sound(&case);
        let directions: Vec<(String, &str)> =
            publication.languages.iter().map(|language| (language.tag.clone(), language.direction.name())).collect();
        let direction = |tag: &str| directions.iter().find(|(own, _)| own == tag).map(|(_, direction)| *direction);
        let site = made_site(publication);
        for (path, page) in html(&site) {
            // What stands at no language's address is in the first language.
            let first = path.components().next().map_or("", |part| part.as_str());
            let tag = if direction(first).is_some() { first } else { directions[0].0.as_str() };
            let root = format!("<html lang=\"{tag}\" dir=\"{}\"", direction(tag).unwrap_or_default());
            assert!(page.contains(&root), "{case}: {path} does not begin with {root}");
            for (at, _) in page.match_indices(" lang=\"") {
                let element = &page[at..at + page[at..].find('>').expect("an element ends")];
                let tag = element[7..].split('"').next().unwrap_or_default();
                // Institutions have names in languages that the publication does not.
                let named = || diptych::locale::normal(tag).filter(|_| page[..at].ends_with("<bdi"));
                // Addresses are in no language.
                let unspoken = || (tag == "zxx").then_some("ltr");
                let wanted = direction(tag).or_else(|| named().map(|(_, direction)| direction.name())).or_else(unspoken);
                let wanted = wanted.unwrap_or_else(|| panic!("{case}: {path} has a part in “{tag}”"));
                if let Some((_, dir)) = element.split_once(" dir=\"") {
                    assert!(dir.starts_with(wanted), "{case}: {path}: <…{element}>");
                }
            }
        }
    }
}

/// No id twice, and every link within the page or the site leads to something.
#[test]
fn ids_are_unique_and_links_lead_somewhere() {
    for case in cases("golden") {
        let publication = sound(&case);
        let base = publication.book.base.clone();
        let addresses: Vec<String> = publication
            .works()
            .flat_map(|(number, _)| {
                diptych::renditions::pdf_files(&publication, number).into_iter().map(|file| file.address)
            })
            .collect();
        let site = made_site(publication);
        let ids = |page: &'_ str| -> Vec<String> {
            page.match_indices(" id=\"")
                .map(|(at, _)| page[at + 5..].split('"').next().unwrap_or_default().to_owned())
                .collect()
        };
        for (path, page) in html(&site) {
            let own = ids(page);
            assert_eq!(own.len(), own.iter().collect::<BTreeSet<_>>().len(), "{case}: {path} has an id twice");
            let links = page.match_indices(" href=\"").chain(page.match_indices(" src=\""));
            for (at, name) in links {
                let link = page[at + name.len()..].split('"').next().unwrap_or_default();
                let (target, fragment) = link.split_once('#').unwrap_or((link, ""));
                let there = match target.strip_prefix(base.as_str()) {
                    _ if target.is_empty() => Some(own.clone()),
                    _ if target.contains(':') => continue,
                    _ if addresses.iter().any(|address| address == target) => continue,
                    Some(below) => {
                        let file = if below.is_empty() || below.ends_with('/') {
                            format!("{below}index.html")
                        } else {
                            below.into()
                        };
                        site.get(Utf8Path::new(&file)).map(|(_, bytes)| ids(&String::from_utf8_lossy(bytes)))
                    }
                    None => panic!("{case}: {path} leads to {link}, which is not below {base}"),
                };
                let there = there.unwrap_or_else(|| panic!("{case}: {path} leads to {link}, which is not made"));
                assert!(fragment.is_empty() || there.contains(&fragment.to_owned()), "{case}: {path} leads to {link}");
            }
        }
    }
}

#[test]
fn drafts_are_left_out_unless_asked_for() {
    let draft = Utf8Path::new("en/plans/index.html");
    assert!(!made_site(sound(&bilingual())).contains_key(draft));
    let (publication, diagnostics) = resolve(&bilingual(), true);
    assert!(diagnostics.is_empty());
    assert!(made_site(publication.expect("there is one")).contains_key(draft));
}

#[test]
fn the_number_of_threads_changes_nothing() {
    let with = |threads: usize| {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().expect("a pool");
        pool.install(|| made_site(sound(&bilingual())))
    };
    let alone = with(1);
    for threads in [2, 8] {
        assert!(with(threads) == alone, "with {threads} threads the site is another");
    }
}

/// The files whose bytes an edit changes; a rendition's key must change with its bytes, and only then.
fn changed(before: &Site, after: &Site) -> BTreeSet<Utf8PathBuf> {
    let names = before.keys().chain(after.keys()).collect::<BTreeSet<_>>();
    let mut changed = BTreeSet::new();
    for path in names {
        let (old, new) = (before.get(path), after.get(path));
        let same_bytes = old.map(|(_, bytes)| bytes) == new.map(|(_, bytes)| bytes);
        let same_key = old.map(|(key, _)| key) == new.map(|(key, _)| key);
        assert_eq!(same_key, same_bytes, "{path}: the key {}, the bytes {}", state(same_key), state(same_bytes));
        if !same_bytes {
            changed.insert(path.clone());
        }
    }
    changed
}

fn state(same: bool) -> &'static str {
    if same { "is the same" } else { "is another" }
}

/// What an edit of the bilingual publication changes.
fn edited(file: &str, old: &str, new: &str) -> BTreeSet<Utf8PathBuf> {
    let project = Project::copy_of(&bilingual());
    let before = project.site();
    project.replace(&format!("content/{file}"), old, new);
    changed(&before, &project.site())
}

fn paths(paths: &[&str]) -> BTreeSet<Utf8PathBuf> {
    paths.iter().map(Utf8PathBuf::from).collect()
}

/// A work's title pages: they show the integrity code of the whole text, which every change of a word changes.
const TITLE_PAGES: [&str; 2] = ["en/guidelines/home/index.html", "es/directrices/hogar/index.html"];

#[test]
fn a_paragraph_is_on_its_chapters_pages_alone() {
    let found = edited("guidelines/home/01-rights.en.md", "a person lives in safety", "a person lives safely");
    let own = [
        "en/guidelines/home/rights/index.html",
        "en/parallel/es/guidelines/home/rights/index.html",
        "es/parallel/en/directrices/hogar/derechos/index.html",
    ];
    assert_eq!(found, paths(&[&own[..], &TITLE_PAGES].concat()));
}

#[test]
fn a_comment_changes_nothing() {
    let found = edited("guidelines/home/01-rights.en.md", "A comment that nobody sees.", "Another.");
    assert_eq!(found, BTreeSet::new());
}

#[test]
fn a_sections_title_is_where_it_is_shown() {
    // On its chapter's pages, in the contents, and where a reference is filled in with it.
    let found = edited("guidelines/home/02-means.en.md", "What it takes", "What is needed");
    let shown = [
        "en/guidelines/home/means/index.html",
        "en/guidelines/home/rights/index.html",
        "en/parallel/es/guidelines/home/means/index.html",
        "en/parallel/es/guidelines/home/rights/index.html",
        "es/parallel/en/directrices/hogar/derechos/index.html",
        "es/parallel/en/directrices/hogar/medios/index.html",
    ];
    assert_eq!(found, paths(&[&shown[..], &TITLE_PAGES].concat()));
}

#[test]
fn a_figure_is_its_own_file() {
    let found = edited("guidelines/home/figures/plan.es.svg", "Cocina", "Baño");
    assert_eq!(found, paths(&[&["assets/content/guidelines/home/figures/plan.es.svg"][..], &TITLE_PAGES].concat()));
}

#[test]
fn a_page_of_the_publications_own_changes_no_work() {
    let found = edited("index.es.md", "vaya directamente", "pase directamente");
    let own = ["en/parallel/es/index.html", "es/index.html", "es/parallel/en/index.html"];
    assert_eq!(found, paths(&own));
}
