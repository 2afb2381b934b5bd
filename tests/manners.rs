//! What holds of every command there is: it can speak to programs, and be quiet.
//!
//! The commands are those that the command line declares. A new one is missing from [`run`] until somebody says how it is tried.

use std::process::{Command, Output, Stdio};

use diptych::diagnostics::Wording;
use serde_json::Value;

use crate::publications::{Project, repository};

/// How a command is tried in a publication of its own; what it gets besides these words is the same for all.
enum Tried {
    With(Vec<&'static str>),
    /// It runs until somebody ends it: `serve.rs` tries it.
    Endless,
}

fn run(command: &str) -> Tried {
    let words: &[&str] = match command {
        "amend new" => &["guidelines/home", "right"],
        "amend list" => &[],
        "amend apply" | "amend rebase" => &["2026-014"],
        "amend from-diff" => &["guidelines/home"],
        "build" => &["--only", "site"],
        "check" | "status" => &[],
        "collate" => &["guidelines/home", "--all", "--yes", "--as", "m-lopez", "--role", "reviser"],
        "new" => &["begun"],
        "edition cut" => &["guidelines/home", "1.0", "--uncollated"],
        "edition list" => &[],
        "edition corrigendum" => &[
            "guidelines/home",
            "0.1",
            "rights",
            "--language",
            "en",
            "--old",
            "a",
            "--new",
            "b",
            "--by",
            "en=We",
            "--by",
            "es=Uno",
        ],
        "import" => &["foreign", "--layout", "suffix", "--into", "guidelines/brought"],
        "redline" => &["guidelines/home", "--from", "working"],
        "serve" => return Tried::Endless,
        "signatories add" => &["--name", "es=Asociación de Ejemplo", "--type", "ngo", "--country", "ES", "--specimen"],
        "signatories endorse" => {
            &["nobody", "--work", "guidelines/home", "--edition", "1.0", "--language", "en", "--signed", "2026-05-04"]
        }
        "signatories withdraw" => &["nobody", "--work", "guidelines/home", "--edition", "1.0", "--date", "2026-05-04"],
        "signatories list" | "signatories export" => &[],
        "signatories import" => &["list.csv"],
        "signatories form" => &["guidelines/home", "1.0", "--out", "."],
        "theme eject" => &["templates/toc.html"],
        "explain" => &["broken-link"],
        "schema" => &["work"],
        "completions" => &["bash"],
        "man" => &["build"],
        other => panic!("say in tests/manners.rs how “diptych {other}” is tried"),
    };
    Tried::With(words.to_vec())
}

/// Those that do something, by their names.
fn commands() -> Vec<String> {
    let (mut found, mut open) = (Vec::new(), vec![(String::new(), diptych::cli::command(&Wording::for_locale("en")))]);
    while let Some((name, command)) = open.pop() {
        let own: Vec<&clap::Command> = command.get_subcommands().filter(|own| own.get_name() != "help").collect();
        open.extend(own.iter().map(|own| (format!("{name} {}", own.get_name()).trim().to_owned(), (*own).clone())));
        if own.is_empty() {
            found.push(name);
        }
    }
    found.sort();
    found
}

fn tried(command: &str, words: &[&str], flags: &[&str]) -> Output {
    let project = Project::copy_of(&repository().join("tests/golden/bilingual"));
    project.write("foreign/rights.en.md", "# Rights\n\nAll.\n").write("foreign/rights.es.md", "# Derechos\n\nTodos.\n");
    project.write("list.csv", "names.es,type,country\nAyuntamiento de Muestra,local-government,ES\n");
    let mut run = Command::new(env!("CARGO_BIN_EXE_diptych"));
    run.current_dir(project.root()).args(command.split(' ')).args(words).args(flags);
    run.env_clear().env("LC_ALL", "C").stdin(Stdio::null()).output().expect("the binary runs")
}

#[test]
fn every_command_speaks_to_programs() {
    for command in commands() {
        let Tried::With(words) = run(&command) else { continue };
        let output = tried(&command, &words, &["--format", "json"]);
        let said = String::from_utf8(output.stdout).expect("UTF-8");
        assert_eq!(String::from_utf8_lossy(&output.stderr), "", "{command}");
        // A file for shells or manuals is what it is.
        if ["completions", "man"].contains(&command.as_str()) {
            continue;
        }
        let value: Value = serde_json::from_str(&said).unwrap_or_else(|error| panic!("{command}: {error}\n{said}"));
        // What is asked for as a file is that file, the rest a report.
        if !["schema", "signatories export"].contains(&command.as_str()) {
            for key in ["diagnostics", "fault", "notes"] {
                assert!(value.get(key).is_some(), "{command}: {key}\n{said}");
            }
        }
        let without_pdf = command == "signatories form" && !cfg!(feature = "pdf");
        let nothing_there = [
            "amend apply",
            "amend rebase",
            "amend from-diff",
            // The text was adopted, and nothing says by whom.
            "edition cut",
            "edition corrigendum",
            "signatories endorse",
            "signatories withdraw",
        ];
        let refused = without_pdf || nothing_there.contains(&command.as_str());
        assert_eq!(output.status.success(), !refused, "{command}\n{said}");
    }
}

#[test]
fn every_command_can_be_quiet() {
    // What was asked for is said all the same.
    let asked = [
        "completions",
        "edition list",
        "explain",
        "import",
        "man",
        "redline",
        "schema",
        "signatories export",
        "signatories import",
        "status",
    ];
    for command in commands() {
        let Tried::With(words) = run(&command) else { continue };
        let (said, quietly) = (tried(&command, &words, &[]), tried(&command, &words, &["--quiet"]));
        assert_eq!(said.status, quietly.status, "{command}");
        let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
        if !said.status.success() {
            assert_ne!(text(&quietly.stderr), "", "{command} says why it failed");
            continue;
        }
        assert_eq!(text(&quietly.stderr), "", "{command}");
        let (said, quietly) = (text(&said.stdout), text(&quietly.stdout));
        match asked.contains(&command.as_str()) {
            true => assert!(said.starts_with(&quietly) && !quietly.is_empty(), "{command}: {quietly}"),
            false => assert_eq!(quietly, "", "{command}"),
        }
    }
}

#[test]
fn no_command_colours_what_no_terminal_shows() {
    for command in commands() {
        let Tried::With(words) = run(&command) else { continue };
        let output = tried(&command, &words, &[]);
        assert!(![output.stdout, output.stderr].concat().contains(&0x1b), "{command}");
    }
}
