//! Broken publications: one mistake a folder, and the whole report that an editor gets of it.
//!
//! `tests/broken/<mistake>/expected.txt` is what `diptych check` writes in English, `expected.es.txt` in Spanish where it is there.
//! What git cannot carry (a name that is not UTF-8, a file of five megabytes) [`made_at_run_time`] adds to a copy.

use std::collections::BTreeSet;
use std::fs;
use std::os::unix::ffi::OsStrExt;
use std::sync::LazyLock;

use camino::{Utf8Path, Utf8PathBuf};
use diptych::cli::Report;
use diptych::diagnostics::{Code, Diagnostic, Wording, emit, sorted};

use crate::publications::{Project, all_agree, cases, codes, differs, files, repository, resolve};

/// Codes that no sources alone can show, and the test that does.
const SHOWN_ELSEWHERE: &[(Code, &str)] = &[
    (Code::Typesetting, "tests/pdf"),
    (Code::UnreadableList, "tests/signatories"),
    (Code::UnmappedColumn, "tests/signatories"),
    (Code::MissingColumn, "tests/signatories"),
    (Code::NoId, "tests/signatories"),
    (Code::ContradictoryRow, "tests/signatories"),
    (Code::UneditableFile, "tests/signatories"),
];

/// What `diptych check` writes to standard error.
fn report(diagnostics: Vec<Diagnostic>, language: &str) -> String {
    let wording = Wording::for_locale(language);
    let mut text: String = diagnostics.iter().map(|found| emit::human(found, &wording, false) + "\n").collect();
    let report = Report { diagnostics, ..Report::default() };
    text.push_str(&wording.sentence("summary", &report.counts()));
    text.push('\n');
    text
}

/// Files that a case needs and git cannot carry.
fn made_at_run_time(case: &str, root: &Utf8Path) {
    let content = root.join("content");
    match case {
        "file-too-large" => {
            let text = "A line of a text that never ends.\n".repeat(150_000);
            fs::write(content.join("endless.en.md"), text).expect("written");
            fs::File::create(content.join("poster.png")).and_then(|file| file.set_len(65 << 20)).expect("written");
        }
        "file-name-not-utf-8" => {
            let name = std::ffi::OsStr::from_bytes(b"ni\xf1os.en.md");
            fs::write(content.as_std_path().join(name), "---\ntitle: Children\n---\n").expect("written");
        }
        "link-out-of-project" => {
            std::os::unix::fs::symlink("/etc/passwd", content.join("accounts.en.md")).expect("linked");
            std::os::unix::fs::symlink("/etc", content.join("settings")).expect("linked");
            std::os::unix::fs::symlink("nowhere.en.md", content.join("dangling.en.md")).expect("linked");
            let pipe = std::process::Command::new("mkfifo").arg(content.join("pipe.en.md")).status();
            assert!(pipe.expect("mkfifo runs").success());
        }
        "too-many" => {
            let many = |count: usize, one: &dyn Fn(usize) -> String| (1..=count).map(one).collect::<String>();
            let row = |columns: usize| many(columns, &|_| "|-".to_owned()) + "|\n";
            let texts = [
                ("blocks", many(50_001, &|_| "A line.\n\n".to_owned())),
                ("columns", row(25) + &row(25) + &row(25)),
                ("figures", many(1_001, &|_| "![A line](line.svg)\n\n".to_owned())),
                ("items", many(2_001, &|_| "- An item.\n".to_owned())),
                ("links", many(10_001, &|_| "[Home](index.md)\n".to_owned())),
                ("notes", many(2_001, &|n| format!("A note.[^{n}]\n\n[^{n}]: It.\n\n"))),
                ("rows", "| A | B |\n|---|---|\n".to_owned() + &"| a | b |\n".repeat(2_001)),
                ("sections", many(1_001, &|n| format!("## Section {n}\n\n"))),
            ];
            for (name, text) in texts {
                let text = format!("---\ntitle: Many\n---\n\n{text}");
                fs::write(content.join(format!("{name}.en.md")), text).expect("written");
            }
        }
        "message-missing-in-one-language" => {
            // All texts of the interface in a language of its own, but for one.
            for (path, bytes) in
                files(&repository().join("locales/en")).into_iter().filter(|(path, _)| !path.starts_with("tool"))
            {
                let text = String::from_utf8(bytes).expect("messages are UTF-8").replace("\nnext = Next\n", "\n");
                fs::write(root.join("locales/eo").join(path), text).expect("written");
            }
        }
        _ => {}
    }
}

/// Each case's folder and what is wrong with it.
static CASES: LazyLock<Vec<(Utf8PathBuf, Vec<Diagnostic>)>> = LazyLock::new(|| {
    let found = cases("broken").into_iter().map(|case| {
        let project = Project::copy_of(&case);
        made_at_run_time(case.file_name().expect("a case has a name"), project.root());
        let (publication, mut diagnostics) = resolve(project.root(), false);
        if let Some(publication) = publication {
            diagnostics.extend(publication.register.as_of(jiff::civil::date(2030, 1, 1)));
        }
        (case, sorted(diagnostics))
    });
    found.collect()
});

#[test]
fn every_report_is_as_expected() {
    let mut differences = Vec::new();
    for (case, diagnostics) in CASES.iter() {
        assert!(!diagnostics.is_empty(), "{case} has nothing wrong with it");
        for language in Wording::languages() {
            let report = report(diagnostics.clone(), language);
            // What Fluent leaves of a variable without a value, and what stands for a hint that is not there.
            assert!(!report.contains("{$") && !report.contains(".hint"), "{case}: {report}");
        }
        differences.extend(differs(&case.join("expected.txt"), report(diagnostics.clone(), "en").as_bytes()));
        let spanish = case.join("expected.es.txt");
        if spanish.exists() {
            differences.extend(differs(&spanish, report(diagnostics.clone(), "es").as_bytes()));
        }
    }
    all_agree(differences);
}

/// A misspelt `contents/` or `expected.text` would be a case that shows nothing.
#[test]
fn no_case_has_a_file_that_nothing_reads() {
    let known = ["book.toml", "content", "themes", "locales", "expected.txt", "expected.es.txt"];
    for case in cases("broken") {
        for entry in case.read_dir_utf8().expect("readable") {
            let name = entry.expect("readable").file_name().to_owned();
            assert!(known.contains(&name.as_str()), "{case}/{name} is not part of a case");
        }
    }
    let loose = repository().join("tests/broken").read_dir_utf8().expect("readable").flatten();
    assert_eq!(loose.filter(|entry| !entry.path().is_dir()).count(), 0, "tests/broken holds folders alone");
}

#[test]
fn every_code_is_shown() {
    let shown: BTreeSet<Code> = CASES.iter().flat_map(|(_, diagnostics)| codes(diagnostics)).collect();
    let elsewhere: BTreeSet<Code> = SHOWN_ELSEWHERE.iter().map(|(code, _)| *code).collect();
    let missing: Vec<&str> =
        Code::ALL.iter().filter(|code| !shown.contains(code) && !elsewhere.contains(code)).map(|code| code.name()).collect();
    assert!(missing.is_empty(), "no case shows {missing:?}");
    for (code, place) in SHOWN_ELSEWHERE {
        let texts = files(&repository().join(place)).into_values().map(|bytes| String::from_utf8_lossy(&bytes).into_owned());
        let named = format!("Code::{code:?}");
        assert!(texts.into_iter().any(|text| text.contains(&named)), "{place} does not show {named}");
    }
    let twice: Vec<&Code> = shown.intersection(&elsewhere).collect();
    assert!(twice.is_empty(), "{twice:?} are shown here, and need not be shown elsewhere");
}

/// A hint that no case shows is a hint that nobody has read.
#[test]
fn every_hint_is_shown() {
    let shown: BTreeSet<(Code, &str)> =
        CASES.iter().flat_map(|(_, diagnostics)| diagnostics).map(|found| (found.code, found.hint)).collect();
    let mut missing = Vec::new();
    for code in Code::ALL.iter().filter(|code| SHOWN_ELSEWHERE.iter().all(|(elsewhere, _)| elsewhere != *code)) {
        // No bibliography is known at which the library fails: `citations::what_the_library_says_when_it_fails`.
        let internal = |hint: &String| *code == Code::MalformedBibliography && hint == "hint-internal";
        let hints = crate::catalogue::hints(*code).into_iter();
        let hints = hints.filter(|hint| !shown.contains(&(*code, hint.as_str())) && !internal(hint));
        missing.extend(hints.map(|hint| format!("{}.{hint}", code.name())));
    }
    assert!(missing.is_empty(), "no case shows {missing:?}");
}

#[test]
fn reports_are_shown_in_spanish_too() {
    let spanish = cases("broken").iter().filter(|case| case.join("expected.es.txt").exists()).count();
    assert!(spanish >= 6, "{spanish} cases have an expected.es.txt");
}
