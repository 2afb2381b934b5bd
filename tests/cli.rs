//! The command line: the binary itself, its exit codes, what it prints and what it leaves on the disk.

use std::collections::BTreeMap;
use std::fs;
use std::process::{Command, Output};

use camino::{Utf8Path, Utf8PathBuf};
use serde_json::Value;

use crate::publications::{Project, files, repository};

fn diptych(arguments: &[&str]) -> Output {
    diptych_in("C", arguments)
}

fn diptych_in(locale: &str, arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_diptych"));
    command.args(arguments).env("LC_ALL", locale).env_remove("LC_MESSAGES").env_remove("LANG");
    command.output().expect("the binary runs")
}

fn code(output: &Output) -> i32 {
    output.status.code().expect("the binary ends by itself")
}

fn text(bytes: &[u8]) -> &str {
    std::str::from_utf8(bytes).expect("output is UTF-8")
}

fn broken(case: &str) -> Utf8PathBuf {
    repository().join("tests/broken").join(case)
}

fn bilingual() -> Project {
    let project = Project::copy_of(&repository().join("tests/golden/bilingual"));
    fs::remove_dir_all(project.root().join("expected")).expect("removed");
    project
}

/// Everything below a folder except the cache.
fn tree(folder: &Utf8Path) -> BTreeMap<Utf8PathBuf, Vec<u8>> {
    files(folder).into_iter().filter(|(path, _)| !path.starts_with(".diptych")).collect()
}

#[test]
fn the_repositorys_own_publication_has_no_mistakes() {
    let output = diptych(&["check", "--root", repository().as_str()]);
    assert_eq!((code(&output), text(&output.stderr)), (0, ""));
    assert_eq!(text(&output.stdout), "No mistakes found.\n");
}

#[test]
fn mistakes_are_reported_on_standard_error() {
    for (locale, file) in
        [("C", "expected.txt"), ("en_GB.UTF-8", "expected.txt"), ("xx", "expected.txt"), ("es_ES.UTF-8", "expected.es.txt")]
    {
        let output = diptych_in(locale, &["check", "--root", broken("footnotes").as_str()]);
        assert_eq!(code(&output), 1, "{locale}");
        assert_eq!(text(&output.stderr), fs::read_to_string(broken("footnotes").join(file)).expect("readable"), "{locale}");
        assert_eq!(text(&output.stdout), "", "{locale}");
    }
}

#[test]
fn warnings_alone_are_no_failure() {
    let output = diptych(&["check", "--root", broken("raw-html").as_str()]);
    assert_eq!(code(&output), 0);
    assert!(text(&output.stderr).ends_with("No errors, 6 warnings.\n"));
}

#[test]
fn hints_alone_are_no_failure() {
    for command in ["check", "build"] {
        let project = Project::copy_of(&repository().join("tests/broken/heading-in-capitals"));
        let output = diptych(&[command, "--root", project.root().as_str()]);
        assert_eq!(code(&output), 0, "{command}");
        assert!(text(&output.stderr).ends_with("No errors, no warnings, 3 hints.\n"), "{}", text(&output.stderr));
        assert_eq!(project.root().join("public/index.html").is_file(), command == "build");
    }
    let output = diptych(&["check", "--format", "json", "--root", broken("heading-in-capitals").as_str()]);
    let report: Value = serde_json::from_slice(&output.stdout).expect("JSON");
    assert_eq!(report["diagnostics"][0]["severity"].as_str(), Some("hint"));
}

#[test]
fn the_language_is_the_environments() {
    let output = |variables: &[(&str, &str)]| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_diptych"));
        command.args(["check", "--root", repository().as_str()]);
        for name in ["LC_ALL", "LC_MESSAGES", "LANG"] {
            command.env_remove(name);
        }
        let output = command.envs(variables.iter().copied()).output().expect("the binary runs");
        text(&output.stdout).to_owned()
    };
    let (english, spanish) = ("No mistakes found.\n", "No se han encontrado errores.\n");
    assert_eq!(output(&[]), english);
    assert_eq!(output(&[("LANG", "es_MX.UTF-8")]), spanish);
    assert_eq!(output(&[("LANG", "en_US.UTF-8"), ("LC_MESSAGES", "es")]), spanish);
    assert_eq!(output(&[("LC_ALL", ""), ("LANG", "es_ES")]), spanish);
    assert_eq!(output(&[("LC_ALL", "C"), ("LANG", "es_ES")]), english);
}

#[test]
fn what_cannot_run_says_why() {
    let project = Project::new();
    let nowhere = project.root().join("nowhere");
    for command in ["check", "build"] {
        let output = diptych(&[command, "--root", nowhere.as_str()]);
        assert_eq!(code(&output), 2, "{command}");
        assert!(text(&output.stderr).contains(nowhere.as_str()), "{}", text(&output.stderr));
        let empty = project.root().join("empty");
        fs::create_dir_all(&empty).expect("made");
        let output = diptych(&[command, "--root", empty.as_str()]);
        assert_eq!(code(&output), 2, "{command}");
        let message = text(&output.stderr);
        assert!(message.contains(empty.join("book.toml").as_str()) && message.contains("--root"), "{message}");
    }
    assert_eq!(code(&diptych(&["chekc"])), 2);
    assert_eq!(code(&diptych(&["check", "--format", "yaml"])), 2);
}

#[test]
fn help_teaches() {
    for arguments in [&["--help"][..], &["build", "--help"], &["check", "--help"]] {
        let output = diptych(arguments);
        assert_eq!(code(&output), 0);
        assert!(text(&output.stdout).contains("--root <DIR>"), "{arguments:?}");
    }
    assert!(text(&diptych(&["--version"]).stdout).starts_with("diptych "));
}

#[test]
fn json_is_one_object_on_standard_output() {
    let json = |output: &Output| -> Value { serde_json::from_slice(&output.stdout).expect("JSON") };
    let output = diptych(&["check", "--format", "json", "--root", broken("duplicate-id").as_str()]);
    assert_eq!((code(&output), text(&output.stderr)), (1, ""));
    let report = json(&output);
    let keys = |value: &Value| value.as_object().expect("an object").keys().cloned().collect::<Vec<_>>();
    assert_eq!(keys(&report), ["diagnostics", "fault", "notes"]);
    assert!(report["fault"].is_null());
    let first = &report["diagnostics"][0];
    assert_eq!(keys(first), ["code", "hint", "message", "place", "related", "severity"]);
    assert_eq!((first["code"].as_str(), first["severity"].as_str()), (Some("duplicate-id"), Some("error")));
    assert_eq!(keys(&first["place"]), ["column", "end_column", "end_line", "file", "line"]);
    assert_eq!(first["place"]["file"], "content/home/01-rights.en.md");
    assert_eq!((first["place"]["line"].as_u64(), first["place"]["column"].as_u64()), (Some(13), Some(11)));
    assert_eq!(first["place"]["end_column"].as_u64(), Some(21));

    let output = diptych(&["check", "--format", "json", "--root", repository().as_str()]);
    assert_eq!(code(&output), 0);
    assert_eq!(json(&output), serde_json::json!({ "diagnostics": [], "fault": null, "notes": ["No mistakes found."] }));

    let output = diptych(&["check", "--format", "json", "--root", "/nowhere"]);
    assert_eq!(code(&output), 2);
    assert!(json(&output)["fault"].as_str().is_some_and(|fault| fault.contains("/nowhere")));
}

#[test]
fn check_writes_nothing() {
    let project = bilingual();
    let before = files(project.root());
    assert_eq!(code(&diptych(&["check", "--root", project.root().as_str()])), 0);
    assert_eq!(files(project.root()), before);
}

#[test]
fn a_site_is_built_where_it_is_asked_for() {
    let project = bilingual();
    let before = tree(project.root());
    let out = project.root().join("elsewhere/site");
    fs::create_dir_all(project.root().join("elsewhere")).expect("made");
    let arguments = ["build", "--only", "site", "--root", project.root().as_str(), "--out", out.as_str()];
    let output = diptych(&arguments);
    assert_eq!((code(&output), text(&output.stderr)), (0, ""));
    assert!(text(&output.stdout).contains(out.as_str()), "{}", text(&output.stdout));
    let site = files(&out);
    for (path, bytes) in files(&repository().join("tests/golden/bilingual/expected")) {
        assert!(site.get(&path) == Some(&bytes), "{path}");
    }
    assert!(!site.keys().any(|path| path.extension() == Some("pdf")), "only the site was asked for");
    let sources = tree(project.root()).into_iter().filter(|(path, _)| !path.starts_with("elsewhere"));
    assert_eq!(sources.collect::<BTreeMap<_, _>>(), before, "the sources are as they were");

    let output = diptych(&arguments);
    assert!(text(&output.stdout).contains(": 0 written, "), "{}", text(&output.stdout));
    assert_eq!(files(&out), site);
}

#[test]
fn the_output_folder_is_the_books() {
    let project = bilingual();
    assert_eq!(code(&diptych(&["build", "--only", "site", "--root", project.root().as_str()])), 0);
    assert!(project.root().join("public/index.html").is_file());
    project.replace("book.toml", "address =", "output = \"web\"\naddress =");
    assert_eq!(code(&diptych(&["build", "--only", "site", "--drafts", "--root", project.root().as_str()])), 0);
    assert!(project.root().join("web/en/plans/index.html").is_file());
}

/// The old site stays whole until there is a new one.
#[test]
fn nothing_is_written_when_there_are_errors() {
    let project = bilingual();
    let arguments = ["build", "--only", "site", "--root", project.root().as_str()];
    project.replace("content/index.en.md", "(guidelines/home/)", "(guidelines/house/)");
    let output = diptych(&arguments);
    assert_eq!(code(&output), 1);
    assert!(text(&output.stderr).ends_with("One error, no warnings.\nNothing was written.\n"), "{}", text(&output.stderr));
    assert!(!project.root().join("public").exists());

    project.replace("content/index.en.md", "(guidelines/house/)", "(guidelines/home/)");
    assert_eq!(code(&diptych(&arguments)), 0);
    let site = files(&project.root().join("public"));
    project.replace("content/index.en.md", "Read", "[^undefined] Read");
    assert_eq!(code(&diptych(&arguments)), 1);
    assert_eq!(files(&project.root().join("public")), site);

    // A template's mistake that only making a page can tell.
    project.replace("content/index.en.md", "[^undefined] Read", "Read");
    project.write(
        "themes/default/templates/home.html",
        "{% extends \"base.html\" %}{% block main %}{{ no_such_thing }}{% endblock %}",
    );
    let output = diptych(&arguments);
    assert_eq!(code(&output), 1);
    assert!(text(&output.stderr).contains("themes/default/templates/home.html:1:"), "{}", text(&output.stderr));
    assert!(text(&output.stderr).ends_with("Nothing was written.\n"));
    assert_eq!(files(&project.root().join("public")), site);
}

#[test]
fn a_folder_with_other_files_is_not_taken_over() {
    let project = bilingual();
    project.write("public/notes.txt", "mine");
    let arguments = ["build", "--only", "site", "--root", project.root().as_str()];
    let output = diptych(&arguments);
    assert_eq!(code(&output), 2);
    assert!(text(&output.stderr).contains("public"), "{}", text(&output.stderr));
    assert_eq!(files(&project.root().join("public")).len(), 1);
    assert_eq!(code(&diptych(&[&arguments[..], &["--adopt"]].concat())), 0);
    assert_eq!(fs::read(project.root().join("public/notes.txt")).expect("kept"), b"mine");
    assert!(project.root().join("public/index.html").is_file());
}

/// The sources are not a place to write to, however the folder is named.
#[test]
fn the_sources_are_never_written_over() {
    let project = bilingual();
    let before = tree(project.root());
    for folder in ["content", "content/../content", "themes/new", ".", "locales"] {
        let out = project.root().join(folder);
        let output =
            diptych(&["build", "--only", "site", "--adopt", "--root", project.root().as_str(), "--out", out.as_str()]);
        assert_eq!(code(&output), 2, "{folder}: {}", text(&output.stdout));
        assert_eq!(tree(project.root()), before, "{folder}");
    }
}

#[test]
fn quietly() {
    let project = bilingual();
    let root = project.root().as_str();
    for arguments in [&["check", "--quiet"][..], &["build", "--only", "site", "-q"]] {
        let output = diptych(&[arguments, &["--root", root]].concat());
        assert_eq!((code(&output), text(&output.stdout), text(&output.stderr)), (0, "", ""), "{arguments:?}");
    }
    let output = diptych(&["check", "--quiet", "--root", broken("footnotes").as_str()]);
    assert_eq!(code(&output), 1);
    let said = text(&output.stderr);
    assert!(said.contains("error[") && !said.contains("warning[") && !said.contains("hint["), "{said}");
    assert_eq!(text(&diptych(&["explain", "broken-link", "--quiet"]).stdout).lines().next(), Some("error[broken-link]"));
}

#[test]
fn faults_are_told_in_the_readers_language() {
    let output = diptych_in("es_ES.UTF-8", &["check", "--root", "/nowhere"]);
    assert_eq!(code(&output), 2);
    assert!(text(&output.stderr).starts_with("error: no se puede abrir la carpeta /nowhere: "), "{}", text(&output.stderr));
}
