//! Records in git: branches that collate different sections merge by themselves; those that collate the same one differently do not, and
//! whoever looks is told what to do.

use std::process::Command;

use camino::Utf8Path;
use diptych::diagnostics::Code;
use diptych::publication::concordance::State;

use super::{collate, diptych, guidelines, states_now, text};

/// Git as it is without anybody's settings.
fn git(root: &Utf8Path, arguments: &[&str]) -> bool {
    let mut command = Command::new("git");
    command.current_dir(root).args(["-c", "user.name=Test", "-c", "user.email=test@example.org"]).args(arguments);
    command.env("GIT_CONFIG_GLOBAL", "/dev/null").env("GIT_CONFIG_SYSTEM", "/dev/null");
    command.output().expect("git runs").status.success()
}

fn commit(root: &Utf8Path, message: &str) {
    assert!(git(root, &["add", "--all"]) && git(root, &["commit", "--quiet", "-m", message]), "{message}");
}

/// Records a section on a branch of its own.
fn on_branch(root: &Utf8Path, branch: &str, section: &str, handle: &str) {
    assert!(git(root, &["checkout", "--quiet", "-b", branch, "main"]));
    let output = diptych(root, &["collate", "home", section, "--yes", "--as", handle, "--role", "reviser"]);
    assert!(output.status.success(), "{}", text(&output.stderr));
    commit(root, &format!("{section} compared"));
}

#[test]
fn branches_that_compare_different_sections_merge() {
    let project = guidelines();
    let root = project.root();
    assert!(git(root, &["init", "--quiet", "--initial-branch=main"]));
    commit(root, "texts");
    for (branch, section) in [("one", "shelter"), ("two", "water"), ("three", "money"), ("four", "_texts")] {
        on_branch(root, branch, section, branch);
    }
    assert!(git(root, &["checkout", "--quiet", "main"]));
    for branch in ["one", "two", "three", "four"] {
        assert!(git(root, &["merge", "--quiet", "--no-edit", branch]), "{branch} merges");
    }
    for section in ["shelter", "water", "money", "_texts"] {
        assert_eq!(states_now(&project, "home", section), [Some(State::Collated); 2], "{section}");
    }
    assert!(project.codes().iter().all(|code| *code == Code::Uncollated));
}

#[test]
fn branches_that_compare_the_same_section_say_so() {
    let project = guidelines();
    let root = project.root();
    assert!(git(root, &["init", "--quiet", "--initial-branch=main"]));
    commit(root, "texts");
    on_branch(root, "one", "shelter", "one");
    on_branch(root, "two", "shelter", "two");
    assert!(!git(root, &["merge", "--quiet", "--no-edit", "one"]), "git cannot know whose comparison counts");
    assert_eq!(project.codes(), [Code::ConflictMarkers]);
    // Either side of the conflict alone is whole; and comparing again needs neither.
    let output = diptych(root, &["collate", "home", "shelter", "--yes", "--as", "three", "--role", "reviser"]);
    assert!(output.status.success(), "{}", text(&output.stderr));
    assert_eq!(states_now(&project, "home", "shelter"), [Some(State::Collated); 2]);
}

#[test]
fn line_ends_and_comments_break_no_seal() {
    let project = guidelines();
    collate(&project, "home");
    let path = project.root().join("content/home/concordance/shelter.yaml");
    let yaml = std::fs::read_to_string(&path).expect("the record is there");
    std::fs::write(&path, format!("# A word.\n{yaml}").replace('\n', "\r\n")).expect("written");
    assert_eq!(project.codes(), []);
    std::fs::write(&path, yaml.replace("m-lopez", "j-ruiz")).expect("written");
    // It counts for nothing: nobody has compared that.
    assert_eq!(project.codes(), [Code::EditedRecord, Code::Uncollated]);
}
