//! What is remembered from one turn of the preview to the next is what would be made afresh.
//!
//! Publications are changed file by file, every kind of file there is, and after each change looked at twice: by stages that remember and
//! by stages that do not.

use std::fs;

use camino::{Utf8Path, Utf8PathBuf};
use diptych::diagnostics::Diagnostic;
use diptych::memo::Memo;
use diptych::publication::Publication;
use diptych::sources::Sources;

use crate::concordance;
use crate::publications::{Project, cases, files, repository};

/// All that the stages say of a publication, and each section's fingerprint.
fn seen(sources: &Sources, of_sources: Vec<Diagnostic>, memo: &Memo) -> (Vec<Diagnostic>, Vec<String>) {
    let (publication, diagnostics) = Publication::of_again(sources, of_sources, true, memo);
    let fingerprints = publication.iter().flat_map(|own| {
        let documents = own.documents.iter().enumerate();
        documents.flat_map(|(index, document)| {
            let path = &document.source.path;
            own.fingerprints(index).iter().map(move |print| format!("{path} {print}"))
        })
    });
    let fingerprints = fingerprints.collect();
    (diagnostics, fingerprints)
}

/// What somebody might do to a file, one after another.
fn changes(path: &Utf8Path, text: &str) -> Vec<String> {
    let with = |more: &str| format!("{}\n{more}\n", text.trim_end());
    match path.extension() {
        Some("md") => vec![
            with("\n7 people shall not come by 3 May. See [there](#nowhere)."),
            text.replacen("title: ", "title: Another ", 1),
            text.replacen(" {#", " {#another-", 1),
            text.replacen("\n## ", "\n### ", 1),
            text.replacen("---\n", "", 1),
            text.to_owned(),
        ],
        Some("yaml") => {
            vec![text.replacen("title:", "tile:", 1), text.replacen("authentic", "courtesy", 1), text.to_owned()]
        }
        Some("toml") => vec![text.replacen("name = \"English\"", "name = \"Anglish\"", 1), text.to_owned()],
        Some("svg") => vec![text.replacen("</svg>", "<!-- drawn -->\n</svg>", 1), text.to_owned()],
        Some("ftl") => vec![with("parity-shall = must; shall"), with("alert-note = Nota bene"), text.to_owned()],
        _ => Vec::new(),
    }
}

fn compared(case: &str, project: &Project) {
    let _ = fs::remove_dir_all(project.root().join("expected"));
    // The words of a language are the project's to change.
    let words = fs::read(repository().join("locales/en/parity.ftl")).expect("readable");
    project.write("locales/en/parity.ftl", words);
    let memo = Memo::blank();
    let (mut sources, _) = Sources::read(project.root()).expect("readable");
    seen(&sources, Vec::new(), &memo);
    let changed: Vec<(Utf8PathBuf, Vec<u8>)> = files(project.root()).into_iter().collect();
    let mut counted = 0;
    for (path, bytes) in &changed {
        let Ok(text) = std::str::from_utf8(bytes) else { continue };
        for change in changes(path, text) {
            project.write(path.as_str(), change);
            let (again, mistakes) = sources.read_again(&[path.clone()].into()).expect("readable");
            sources = again;
            let (afresh, found) = Sources::read(project.root()).expect("readable");
            assert!(sources.texts == afresh.texts && mistakes == found, "{case}: {path}, change {counted}, as it is read");
            let remembered = seen(&sources, mistakes.clone(), &memo);
            assert!(remembered == seen(&sources, mistakes, Memo::none()), "{case}: {path}, change {counted}");
            counted += 1;
        }
    }
    assert!(counted > 5, "{case}: {counted}");
}

#[test]
fn what_is_remembered_is_what_would_be_made() {
    for case in cases("golden") {
        compared(case.as_str(), &Project::copy_of(&case));
    }
    let recorded = concordance::guidelines();
    concordance::collate(&recorded, "home");
    compared("recorded", &recorded);
}

#[test]
fn what_nobody_asks_for_is_forgotten() {
    let (memo, made) = (Memo::blank(), std::cell::Cell::new(0));
    let ask = |of: &str| {
        let of = of.to_owned();
        *memo.or(
            "a number",
            |seal| std::hash::Hash::hash(&of, seal),
            || {
                made.set(made.get() + 1);
                made.get()
            },
        )
    };
    assert_eq!([ask("one"), ask("two"), ask("one")], [1, 2, 1]);
    memo.sweep();
    assert_eq!(ask("two"), 2);
    memo.sweep();
    assert_eq!([ask("two"), ask("one")], [2, 3]);
}
