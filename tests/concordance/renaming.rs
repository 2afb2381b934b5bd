//! Files that are renamed and sections that move: whoever does that changes nothing that a reader sees, and loses nothing.

use camino::Utf8PathBuf;
use diptych::diagnostics::Code;
use diptych::publication::concordance::State;
use proptest::prelude::*;

use super::{collate, diptych, guidelines, states, states_now, text};
use crate::publications::{Project, files, resolve};

/// Guidelines in which a section of each chapter links to the other chapter as a whole.
fn linked() -> Project {
    let project = guidelines();
    for tag in ["en", "es"] {
        project.replace(&format!("content/home/01-rights.{tag}.md"), "(02-means.md#money)", "(02-means.md)");
        let path = format!("content/home/02-means.{tag}.md");
        let link = if tag == "en" { "See [the rights](01-rights.md)." } else { "Véanse [los derechos](01-rights.md)." };
        let text = std::fs::read_to_string(project.root().join(&path)).expect("readable");
        project.write(&path, format!("{text}\n{link}\n"));
    }
    project
}

/// Gives a chapter's files another name, and the links to them too.
fn rename(project: &Project, from: &str, to: &str) {
    for tag in ["en", "es"] {
        project.rename(&format!("content/home/{from}.{tag}.md"), &format!("content/home/{to}.{tag}.md"));
    }
    for (path, bytes) in files(&project.root().join("content/home")) {
        if path.extension() == Some("md") {
            let text =
                String::from_utf8(bytes).expect("texts are UTF-8").replace(&format!("({from}.md"), &format!("({to}.md"));
            project.write(&format!("content/home/{path}"), text);
        }
    }
}

/// Every unit of the work that is not collated in both languages.
fn not_collated(project: &Project) -> Vec<(Utf8PathBuf, Vec<Option<State>>)> {
    let publication = resolve(project.root(), false).0.expect("there is a publication");
    let number = publication.works.iter().position(|own| own.folder == "home").expect("the work is there");
    let compared = publication.compared(number).into_iter();
    let others = compared.filter(|own| own.states != [Some(State::Collated); 2]);
    others.map(|own| (own.unit.address, own.states)).collect()
}

fn records(project: &Project) -> Vec<String> {
    let folder = project.root().join("content/home/concordance");
    files(&folder).into_keys().map(|path| path.to_string()).collect()
}

#[test]
fn a_chapter_that_others_link_to_may_be_renamed() {
    let project = linked();
    collate(&project, "home");
    rename(&project, "02-means", "07-resources");
    assert_eq!(not_collated(&project), []);
    assert_eq!(project.codes(), [Code::StrayRecord]);
    // Also after the record has followed, as `check` says.
    project.rename("content/home/concordance/means.yaml", "content/home/concordance/resources.yaml");
    assert_eq!(not_collated(&project), []);
    assert_eq!(project.codes(), []);
    // And after another time.
    rename(&project, "07-resources", "08-funds");
    assert_eq!(not_collated(&project), []);
    // What leads to another chapter than before has to be compared again.
    project.replace("content/home/01-rights.en.md", "(08-funds.md)", "(01-rights.md)");
    assert_eq!(states_now(&project, "home", "shelter"), [Some(State::Changed), Some(State::Behind)]);
}

#[test]
fn chapters_that_link_to_each_other_may_be_renamed_together() {
    let project = linked();
    collate(&project, "home");
    rename(&project, "02-means", "07-resources");
    rename(&project, "01-rights", "03-claims");
    assert_eq!(not_collated(&project), []);
}

#[test]
fn comparing_again_takes_the_old_record_away_and_remembers_the_id() {
    let project = linked();
    collate(&project, "home");
    rename(&project, "02-means", "07-resources");
    for tag in ["en", "es"] {
        let old = if tag == "en" { "title: Means" } else { "title: Medios" };
        project.replace(&format!("content/home/07-resources.{tag}.md"), old, &format!("{old}!"));
    }
    // Nobody can know a chapter with another name and another title.
    assert_eq!(states_now(&project, "home", "resources"), [Some(State::New); 2]);
    for tag in ["en", "es"] {
        project.replace(&format!("content/home/07-resources.{tag}.md"), "!", "");
    }
    let output = diptych(project.root(), &["collate", "home", "resources", "--yes", "--role", "reviser"]);
    assert!(output.status.success(), "{}", text(&output.stderr));
    assert!(!text(&output.stderr).contains("stray"), "{}", text(&output.stderr));
    assert_eq!(
        records(&project),
        ["_texts.yaml", "money.yaml", "resources.yaml", "rights.yaml", "shelter.yaml", "water.yaml"]
    );
    let yaml = std::fs::read_to_string(project.root().join("content/home/concordance/resources.yaml")).expect("readable");
    assert!(yaml.contains("section: \"resources\"\nformerly: [\"means\"]\n"), "{yaml}");
    assert_eq!(not_collated(&project), []);
    assert_eq!(project.codes(), []);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]

    /// Whatever is renamed, moved and reflowed in whatever order, nothing has to be compared again; one other word does.
    #[test]
    fn renaming_moving_and_reflowing_keep(steps in proptest::collection::vec(0u8..5, 1..6)) {
        let project = linked();
        collate(&project, "home");
        let (mut rights, mut means) = ("01-rights".to_owned(), "02-means".to_owned());
        for (nth, step) in steps.iter().enumerate() {
            let next = |name: &str| format!("{:02}-{name}{nth}", nth + 10);
            match step {
                0 => {
                    let to = next("claims");
                    rename(&project, &rights, &to);
                    rights = to;
                }
                1 => {
                    let to = next("funds");
                    rename(&project, &means, &to);
                    means = to;
                }
                // The last section of the one to the end of the other.
                2 | 3 => {
                    let (from, to) = if *step == 2 { (&rights, &means) } else { (&means, &rights) };
                    for tag in ["en", "es"] {
                        let read = |name: &str| {
                            let path = project.root().join(format!("content/home/{name}.{tag}.md"));
                            std::fs::read_to_string(path).expect("readable")
                        };
                        let (text, other) = (read(from), read(to));
                        if let Some(at) = text.rfind("\n## ") {
                            project.write(&format!("content/home/{to}.{tag}.md"), format!("{}\n{}", other.trim_end(), &text[at..]));
                            project.write(&format!("content/home/{from}.{tag}.md"), format!("{}\n", text[..at].trim_end()));
                        }
                    }
                }
                _ => {
                    for name in [&rights, &means] {
                        let path = format!("content/home/{name}.en.md");
                        let text = std::fs::read_to_string(project.root().join(&path)).expect("readable");
                        project.write(&path, text.replace(" the ", "\nthe ").replace("a *right*", "a\n_right_"));
                    }
                }
            }
        }
        prop_assert_eq!(not_collated(&project), []);
        for name in [rights, means] {
            let path = format!("content/home/{name}.es.md");
            let text = std::fs::read_to_string(project.root().join(&path)).expect("readable");
            project.write(&path, text.replace("Toda persona", "Cada persona"));
        }
        prop_assert_eq!(states(&resolve(project.root(), false).0.expect("there"), "home", "shelter"), [Some(State::Behind), Some(State::Changed)]);
    }
}
