//! `diptych collate` and `diptych status`: what they ask for, write and answer.

use std::fs;

use diptych::publication::concordance::State;
use serde_json::Value;

use super::{collate, diptych, guidelines, states_now, text};

const RECORD: &str = "content/home/concordance/shelter.yaml";

fn code(project: &crate::publications::Project, arguments: &[&str]) -> i32 {
    diptych(project.root(), arguments).status.code().expect("the binary ends by itself")
}

#[test]
fn nothing_is_recorded_unless_somebody_says_so() {
    let project = guidelines();
    let role = ["--role", "reviser"];
    let refused: [&[&str]; 7] = [
        // Nobody to ask.
        &["collate", "home", "shelter", "--role", "reviser"],
        &["collate", "home", "--all", "--role", "reviser"],
        // All sections, unsaid.
        &["collate", "home", "--yes", "--role", "reviser"],
        &["collate", "home", "shelter", "--yes"],
        &["collate", "hoem", "shelter", "--yes", "--role", "reviser"],
        &["collate", "home", "sheltre", "--yes", "--role", "reviser"],
        &["collate", "home", "shelter", "--yes", "--as", "María López", "--role", "reviser"],
    ];
    for arguments in refused {
        assert_eq!(code(&project, arguments), 2, "{arguments:?}");
    }
    assert_eq!(code(&project, &[&["collate", "home", "shelter", "--yes", "--language", "fr"], &role[..]].concat()), 2);
    assert!(!project.root().join("content/home/concordance").exists());
}

#[test]
fn a_record_says_what_was_compared_by_whom() {
    let project = guidelines();
    let flags = ["--yes", "--role", "editor", "--translated-by", "es=j-ruiz", "--format", "json"];
    let output = diptych(project.root(), &[&["collate", "home", "shelter"], &flags[..]].concat());
    assert_eq!(output.status.code(), Some(0), "{}", text(&output.stderr));
    let report: Value = serde_json::from_slice(&output.stdout).expect("JSON");
    assert_eq!(report["answer"]["recorded"][0]["file"], RECORD);
    let yaml = fs::read_to_string(project.root().join(RECORD)).expect("the record is there");
    for wanted in ["by: \"m-lopez\"", "role: editor", "translated_by: \"j-ruiz\"", "edition: \"1.0\"", "seal: "] {
        assert!(yaml.contains(wanted), "{wanted} in\n{yaml}");
    }
    // The same again changes nothing.
    assert_eq!(code(&project, &[&["collate", "home", "shelter"], &flags[..]].concat()), 0);
    assert_eq!(fs::read_to_string(project.root().join(RECORD)).expect("still there"), yaml);
}

#[test]
fn a_question_stays_until_it_is_answered_or_closed() {
    let project = guidelines();
    let query = ["--role", "lawyer", "--query", "Is \"free\" gratis?\n# not: a comment"];
    assert_eq!(code(&project, &[&["collate", "home", "water"], &query[..]].concat()), 0);
    let status = |arguments: &[&str]| -> Value {
        let output = diptych(project.root(), &[&["status", "home", "--format", "json"], arguments].concat());
        serde_json::from_slice(&output.stdout).expect("JSON")
    };
    let queries = |answer: &Value| answer["answer"]["works"][0]["languages"][0]["queries"].clone();
    assert_eq!(queries(&status(&[])), 1);
    assert_eq!(code(&project, &["collate", "home", "water", "--close", "--role", "lawyer"]), 0);
    assert_eq!(queries(&status(&[])), 0);
    assert_eq!(code(&project, &[&["collate", "home", "water"], &query[..]].concat()), 0);
    assert_eq!(code(&project, &["collate", "home", "water", "--yes", "--role", "reviser"]), 0);
    assert_eq!(queries(&status(&[])), 0);
    assert_eq!(states_now(&project, "home", "water"), [Some(State::Collated); 2]);
}

#[test]
fn status_counts_what_remains() {
    let project = guidelines();
    let counts = |of: &str| {
        let output = diptych(project.root(), &["status", "home", "--format", "json"]);
        let report: Value = serde_json::from_slice(&output.stdout).expect("JSON");
        let english = &report["answer"]["works"][0]["languages"][0];
        (english[of].as_u64().expect("a number"), english["percent"].as_u64().expect("a number"))
    };
    assert_eq!(counts("new"), (6, 0));
    collate(&project, "home");
    assert_eq!(counts("collated"), (6, 100));
    project.replace("content/home/02-means.en.md", "The town pays.", "The province pays.");
    assert_eq!(counts("changed"), (1, 83));
    let listed = diptych(project.root(), &["status", "home", "--list"]);
    assert!(text(&listed.stdout).contains("money  en: changed, es: has not followed"), "{}", text(&listed.stdout));
}
