//! The examples of the CommonMark specification: whatever they are here, they are pages that a browser reads as they are, and
//! paper.
//!
//! What becomes of them is not compared with what the specification says: the dialect is not CommonMark, and
//! `tests/dialect` says what it is. `tests/commonmark/README.md` says where they are from.

use std::collections::BTreeSet;
use std::sync::{Arc, LazyLock};

use diptych::diagnostics::{Code, Diagnostic};
use diptych::publication::Publication;
use serde::Deserialize;

use crate::dialect::guide::{self, Guide};
use crate::markup::html_mistakes;
use crate::publications::made_site;

#[derive(Deserialize)]
struct Example {
    number: usize,
    section: String,
    markdown: String,
}

static EXAMPLES: LazyLock<Vec<Example>> =
    LazyLock::new(|| serde_json::from_str(include_str!("commonmark/examples.json")).expect("the examples are JSON"));

/// Those that a predicate chooses, each a chapter.
fn publication_of(chosen: impl Fn(&Example) -> bool) -> (Publication, Vec<Diagnostic>) {
    let chapters = EXAMPLES.iter().filter(|example| chosen(example));
    let chapters = chapters.map(|example| (example.name(), example.markdown.as_str())).collect();
    let work = Guide { folder: "commonmark".to_owned(), kind: "pages", language: "en", chapters };
    guide::publication(&[work], false)
}

impl Example {
    fn name(&self) -> String {
        format!("example-{:03}", self.number)
    }
}

/// All of them.
pub fn publication() -> Publication {
    publication_of(|_| true).0
}

#[test]
fn all_examples_are_there() {
    assert_eq!(EXAMPLES.len(), 652);
    assert!(EXAMPLES.iter().zip(1..).all(|(example, number)| example.number == number && !example.section.is_empty()));
}

#[test]
fn every_example_is_a_page_that_a_browser_need_not_mend() {
    let mut pages = 0;
    for (path, (_, bytes)) in made_site(publication()) {
        if path.extension() == Some("html") {
            let page = String::from_utf8(bytes).expect("pages are UTF-8");
            let mistakes = html_mistakes(&page);
            assert!(mistakes.is_empty(), "{path}: {mistakes:#?}\n{page}");
            pages += 1;
        }
    }
    assert!(pages > EXAMPLES.len());
}

/// But for headings without words and characters that no font has, which `check` refuses: so does PDF/UA.
#[cfg(feature = "pdf")]
#[test]
fn every_example_is_typeset() {
    let (_, diagnostics) = publication_of(|_| true);
    let refused = diagnostics.iter().filter(|found| [Code::EmptyHeading, Code::MissingGlyph].contains(&found.code));
    let refused: BTreeSet<&str> = refused.filter_map(|found| found.place.source.path.file_name()).collect();
    assert!(refused.len() < 10, "{refused:?}");
    let sound = |example: &Example| !refused.contains(format!("{}.en.md", example.name()).as_str());
    let (mut publication, _) = publication_of(sound);
    guide::flatten(&mut publication);
    let made = diptych::renditions::pdf::typeset(&Arc::new(publication), 1, vec![0]);
    if let Err(mistakes) = made {
        panic!("{}", crate::publications::reported(&mistakes));
    }
}
