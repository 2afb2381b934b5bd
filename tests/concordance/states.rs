//! What keeps a record and what loses it.

use diptych::diagnostics::Code;
use diptych::publication::concordance::State;
use proptest::prelude::*;

use super::{collate, guidelines, states, states_now};
use crate::publications::{Project, resolve};

const RIGHTS: &str = "content/home/01-rights.en.md";

fn all_collated(project: &Project) {
    let publication = resolve(project.root(), false).0.expect("there is a publication");
    for address in ["_texts", "rights", "shelter", "water", "means", "money"] {
        assert_eq!(states(&publication, "home", address), [Some(State::Collated); 2], "{address}");
    }
}

/// Edits of the English version that a reader does not see.
fn keeps(edits: &[(&str, &str)]) {
    let project = guidelines();
    collate(&project, "home");
    for (old, new) in edits {
        project.replace(RIGHTS, old, new);
    }
    all_collated(&project);
}

#[test]
fn what_reads_the_same_is_still_compared() {
    // Wrapped otherwise.
    keeps(&[("Everyone has a", "Everyone\nhas a")]);
    // Written otherwise.
    keeps(&[("*right*", "_right_")]);
    keeps(&[("- walls\n- a roof", "* walls\n* a roof")]);
    keeps(&[("## Water {#water}", "<!-- Nobody sees this. -->\n\n## Water {#water}")]);
    keeps(&[("## Water {#water}", "Water {#water}\n---------------")]);
    keeps(&[("free.[^law]", "free.[^1]"), ("[^law]: By", "[^1]: By")]);
}

#[test]
fn a_section_that_moves_is_still_compared() {
    for tag in ["en", "es"] {
        let project = guidelines();
        collate(&project, "home");
        for tag in ["en", "es"] {
            let from = project.root().join(format!("content/home/01-rights.{tag}.md"));
            let text = std::fs::read_to_string(&from).expect("readable");
            let (rest, water) = text.split_at(text.find(if tag == "en" { "## Water" } else { "## Agua" }).expect("there"));
            std::fs::write(&from, rest).expect("written");
            let to = project.root().join(format!("content/home/02-means.{tag}.md"));
            let means = std::fs::read_to_string(&to).expect("readable");
            std::fs::write(to, format!("{means}\n{}", water.replace("## ", "### "))).expect("written");
        }
        assert_eq!(states_now(&project, "home", "water"), [Some(State::Collated); 2], "{tag}");
        all_collated(&project);
    }
}

#[test]
fn a_file_that_is_renamed_is_still_compared() {
    let project = guidelines();
    collate(&project, "home");
    for tag in ["en", "es"] {
        project.rename(&format!("content/home/01-rights.{tag}.md"), &format!("content/home/03-what-is-due.{tag}.md"));
    }
    assert_eq!(states_now(&project, "home", "what-is-due"), [Some(State::Collated); 2]);
    assert_eq!(states_now(&project, "home", "shelter"), [Some(State::Collated); 2]);
    // And whoever looks is told how the record's file gets its new name.
    assert_eq!(project.codes(), [Code::StrayRecord]);
    project.rename("content/home/concordance/rights.yaml", "content/home/concordance/what-is-due.yaml");
    assert_eq!(project.codes(), []);
}

#[test]
fn an_id_that_is_renamed_keeps_its_record() {
    let project = guidelines();
    collate(&project, "home");
    for tag in ["en", "es"] {
        project.replace(&format!("content/home/01-rights.{tag}.md"), "{#water}", "{#free-water}");
    }
    assert_eq!(states_now(&project, "home", "free-water"), [Some(State::Collated); 2]);
    // Also where one version changed at the same time.
    project.replace(RIGHTS, "Water is free.", "Water is for free.");
    assert_eq!(states_now(&project, "home", "free-water"), [Some(State::Changed), Some(State::Behind)]);
}

#[test]
fn what_reads_otherwise_has_to_be_compared_again() {
    let edits = [
        ("Everyone has", "Everybody has"),
        ("*right*", "right"),
        ("- walls\n- a roof", "1. walls\n2. a roof"),
        ("- walls\n- a roof", "- walls\n- a roof\n- a door"),
        ("## Shelter", "## A shelter"),
        ("(02-means.md#money)", "(02-means.md)"),
        ("walls\n- a roof", "a roof\n- walls"),
        ("as [the means](02-means.md#money) say", "as the means say"),
    ];
    for (old, new) in edits {
        let project = guidelines();
        collate(&project, "home");
        project.replace(RIGHTS, old, new);
        assert_eq!(states_now(&project, "home", "shelter"), [Some(State::Changed), Some(State::Behind)], "{old} → {new}");
        assert_eq!(states_now(&project, "home", "water"), [Some(State::Collated); 2], "{old} → {new}");
    }
    let project = guidelines();
    collate(&project, "home");
    project.replace(RIGHTS, "By law.", "By old law.").replace("content/home/01-rights.es.md", "Por ley.", "Por una ley.");
    assert_eq!(states_now(&project, "home", "water"), [Some(State::ChangedInBoth); 2]);
    project.replace("content/home/work.yaml", "en: Home", "en: The home");
    assert_eq!(states_now(&project, "home", "_texts"), [Some(State::Changed), Some(State::Behind)]);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

    /// Wherever a line may break, breaking it there loses nothing; any other word there does.
    #[test]
    fn reflowing_keeps_and_rewording_loses(breaks in proptest::collection::vec(any::<bool>(), 12), word in 0usize..12) {
        const SENTENCE: &str = "oak elm ash fir yew box bay fig nut lime sloe rowan";
        let project = guidelines();
        let text = |sentence: &str| format!("---\ntitle: Means\n---\n\n## Money {{#money}}\n\n{sentence}\n");
        project.write("content/home/02-means.en.md", text(SENTENCE));
        collate(&project, "home");
        let words: Vec<&str> = SENTENCE.split(' ').collect();
        let reflowed: String = words.iter().zip(&breaks).map(|(word, cut)| format!("{word}{}", if *cut { "\n" } else { " " })).collect();
        project.write("content/home/02-means.en.md", text(reflowed.trim_end()));
        prop_assert_eq!(states_now(&project, "home", "money"), [Some(State::Collated); 2]);
        let mut other = words.clone();
        other[word] = "other";
        project.write("content/home/02-means.en.md", text(&other.join(" ")));
        prop_assert_eq!(states_now(&project, "home", "money"), [Some(State::Changed), Some(State::Behind)]);
        other.remove(word);
        project.write("content/home/02-means.en.md", text(&other.join(" ")));
        prop_assert_eq!(states_now(&project, "home", "money"), [Some(State::Changed), Some(State::Behind)]);
    }
}
