//! Records in git: branches that collate different sections merge by themselves; those that collate the same one differently do not, and
//! whoever looks is told what to do.

use std::process::Command;

use camino::Utf8Path;
use diptych::collation::history::{History, Unknown};
use diptych::diagnostics::Code;
use diptych::publication::concordance::State;

use super::{collate, diptych, guidelines, states_now, text};
use crate::publications::{Project, resolve};

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

/// Whoever reviews a branch sees who recorded what on it, and what it leaves behind.
#[test]
fn status_since_a_revision_names_hands_and_changes() {
    let project = guidelines();
    let root = project.root();
    assert!(git(root, &["init", "--quiet", "--initial-branch=main"]));
    collate(&project, "home");
    commit(root, "all compared");
    let since = |revision: &str| diptych(root, &["status", "home", "--since", revision]);
    assert!(text(&since("main").stdout).contains("Nothing is otherwise than at main."));
    project.replace("content/home/02-means.en.md", "The town pays.", "The province pays.");
    project.replace("content/home/01-rights.en.md", "- walls", "- four walls");
    project.replace("content/home/01-rights.es.md", "- paredes", "- cuatro paredes");
    let again = diptych(root, &["collate", "home", "shelter", "--yes", "--as", "stranger", "--role", "translator"]);
    assert!(again.status.success(), "{}", text(&again.stderr));
    let said = since("main");
    let said = text(&said.stdout);
    assert!(said.contains("money  en: collated → changed, es: collated → has not followed"), "{said}");
    assert!(said.contains("shelter    – stranger (translator)"), "{said}");
    assert_eq!(since("nowhere").status.code(), Some(2));
}

/// What has changed in English of a section since it was compared.
fn changed(project: &Project, section: &str) -> Result<String, Unknown> {
    let publication = resolve(project.root(), false).0.expect("there is a publication");
    let number = publication.works.iter().position(|own| own.folder == "home").expect("the work is there");
    let own = publication.compared(number).into_iter().find(|own| own.unit.address == section).expect("it is there");
    let changes = History::new(project.root()).changes(&publication, number, &own, (0, 80))?;
    // Whoever prints it takes colours out where they do not belong.
    Ok(["\u{1b}[31m", "\u{1b}[32m", "\u{1b}[0m"].iter().fold(changes, |text, colour| text.replace(colour, "")))
}

#[test]
fn the_words_that_have_changed_are_found_in_git() {
    let project = guidelines();
    let root = project.root();
    collate(&project, "home");
    assert_eq!(changed(&project, "money"), Err(Unknown::Repository));
    assert!(git(root, &["init", "--quiet", "--initial-branch=main"]));
    assert_eq!(changed(&project, "money"), Err(Unknown::Repository));
    commit(root, "all compared");
    project.replace("content/home/02-means.en.md", "The town pays.", "The province pays for it.");
    commit(root, "other words");
    project.replace("content/home/02-means.en.md", "pays for it", "pays for this");
    assert_eq!(changed(&project, "money").as_deref(), Ok("  The [-town-]{+province+} pays{+ for this+}.\n"));
    // Renaming the chapter and the record is no change.
    for tag in ["en", "es"] {
        project.rename(&format!("content/home/02-means.{tag}.md"), &format!("content/home/03-funds.{tag}.md"));
        project.replace(&format!("content/home/01-rights.{tag}.md"), "(02-means.md#money)", "(03-funds.md#money)");
    }
    commit(root, "another name");
    assert_eq!(changed(&project, "money").as_deref(), Ok("  The [-town-]{+province+} pays{+ for this+}.\n"));
    project.replace("content/home/work.yaml", "en: Home", "en: A home");
    // The title is its own short form.
    let twice = "  [-Home-]\n  [-Home-]\n  {+A home+}\n  {+A home+}\n";
    assert_eq!(changed(&project, "_texts").as_deref(), Ok(twice));
    project.replace("content/home/01-rights.en.md", "*right*", "right");
    assert_eq!(changed(&project, "shelter").map(|text| text.contains("right")), Ok(true));
    // A record of a text that was never committed.
    project.replace("content/home/01-rights.en.md", "Water is free", "Water is for nothing");
    let output = diptych(root, &["collate", "home", "water", "--yes", "--role", "reviser"]);
    assert!(output.status.success(), "{}", text(&output.stderr));
    project.replace("content/home/01-rights.en.md", "Water is for nothing", "Water is cheap");
    commit(root, "compared and changed");
    assert_eq!(changed(&project, "water"), Err(Unknown::Text));
}
