//! `endorse` and `withdraw`: some lines more, and every other byte as it was.

use diptych::diagnostics::Source;
use diptych::enrolment::edit;

use super::{code, diptych, facts, file, publication, said, text};
use crate::publications::files;

const COMMENTED: &str = "\
# The second one.
id: es-dos
names:
  es: \"Segunda institución\"   # its official name

type: university
country: ES
website: https://dos.example/

endorsements:
  # The first edition.
  - work: guidelines/home
    edition: '1.0'
    language: es
    signed: 2026-02-01
    authority:
      body: Consejo
    status: \"active\"   # by letter

    # What the rector wrote.

verification: {method: official-letter, date: 2026-02-03}
authorisation: {name: true}   # by letter, too
";

#[test]
fn a_withdrawal_and_a_new_endorsement_change_nothing_else() {
    let project = publication();
    project.write("content/signatories/es-dos.yaml", COMMENTED);
    let again = [
        "endorse",
        "es-dos",
        "--work",
        "guidelines/home",
        "--edition",
        "1.0",
        "--language",
        "es",
        "--signed",
        "2026-10-01",
        "--body",
        "Consejo",
    ];
    // Twice the same edition: refused, and the file stays.
    let output = diptych(&project, &again);
    assert_eq!(code(&output), 1);
    assert!(text(&output.stderr).contains("error[repeated-endorsement]"), "{}", text(&output.stderr));
    assert_eq!(file(&project, "es-dos"), COMMENTED);
    let withdraw = [
        "withdraw",
        "es-dos",
        "--work",
        "guidelines/home/",
        "--edition",
        "1.0",
        "--date",
        "2026-09-01",
        "--reference",
        "Escrito: 7",
    ];
    let output = diptych(&project, &withdraw);
    assert_eq!((code(&output), text(&output.stderr)), (0, ""));
    let withdrawn = COMMENTED.replace(
        "    status: \"active\"   # by letter\n",
        "    status: \"withdrawn\"   # by letter\n    withdrawal: {date: 2026-09-01, reference: \"Escrito: 7\"}\n",
    );
    assert_eq!(file(&project, "es-dos"), withdrawn);
    let output = diptych(&project, &withdraw);
    assert_eq!(code(&output), 2);
    assert!(text(&output.stderr).contains("withdrawn already"), "{}", text(&output.stderr));
    assert_eq!(code(&diptych(&project, &again)), 0);
    let item = "  - work: guidelines/home\n    edition: \"1.0\"\n    scope: whole\n    language: es\n    signed: 2026-10-01\n    \
                authority: {body: Consejo}\n    status: active\n";
    let comment = "    # What the rector wrote.\n";
    assert_eq!(file(&project, "es-dos"), withdrawn.replace(comment, &format!("{comment}{item}")));
    project.sound();
}

#[test]
fn what_cannot_be_endorsed_is_refused() {
    let project = publication();
    project.write("content/signatories/es-dos.yaml", COMMENTED);
    let before = files(project.root());
    let signed = ["--language", "es", "--signed", "2026-10-01", "--body", "Consejo"];
    for (id, edition, work, wanted) in [
        ("es-dos", "1.0", "guidelines/closed", "error[not-endorsable]"),
        ("es-dos", "2.0", "guidelines/home", "error[unknown-edition]"),
        ("es-dos", "1.0", "guidelines/hom", "error[unknown-work]"),
        ("es-dso", "1.0", "guidelines/home", "did you mean es-dos?"),
        ("../es-dos", "1.0", "guidelines/home", "There is no institution"),
        ("retired", "1.0", "guidelines/home", "There is no institution"),
    ] {
        let output = diptych(&project, &[&["endorse", id, "--work", work, "--edition", edition], &signed[..]].concat());
        assert_ne!(code(&output), 0);
        assert!(text(&output.stderr).contains(wanted), "{}", text(&output.stderr));
    }
    let early = ["withdraw", "es-dos", "--work", "guidelines/home", "--edition", "1.0", "--date", "2026-01-31"];
    let output = diptych(&project, &early);
    assert!(text(&output.stderr).contains("error[impossible-date]"), "{}", text(&output.stderr));
    assert_eq!(files(project.root()), before);
}

#[test]
fn a_verification_that_is_lacking_comes_with_the_endorsement() {
    let project = publication();
    project.write(
        "content/signatories/es-uno.yaml",
        "id: es-uno\nnames: {es: Uno}\ntype: ngo\ncountry: ES\n\n# Asked by letter.\nauthorisation: {name: true}\n",
    );
    let arguments = [
        "endorse",
        "es-uno",
        "--work",
        "guidelines/home",
        "--edition",
        "1.0",
        "--language",
        "es",
        "--signed",
        "2026-05-04",
        "--body",
        "Junta",
        "--verification",
        "domain-email",
        "--verified",
        "2026-05-06",
    ];
    let output = diptych(&project, &arguments);
    assert_eq!(code(&output), 0, "{}", text(&output.stderr));
    let expected = "id: es-uno\nnames: {es: Uno}\ntype: ngo\ncountry: ES\nendorsements:\n  - work: guidelines/home\n    edition: \"1.0\"\n    \
                    scope: whole\n    language: es\n    signed: 2026-05-04\n    authority: {body: Junta}\n    status: active\n\
                    verification: {method: domain-email, date: 2026-05-06}\n\n# Asked by letter.\nauthorisation: {name: true}\n";
    assert_eq!(file(&project, "es-uno"), expected);
    project.sound();
}

#[test]
fn of_two_parts_one_is_withdrawn() {
    let project = publication();
    for tag in ["en", "es"] {
        let more = "---\ntitle: Rights\n---\n\n## Shelter {#shelter}\n\nA text.\n\n## Water {#water}\n\nA text.\n";
        project.write(&format!("content/guidelines/home/01-rights.{tag}.md"), more);
    }
    let part = |id: &str, day: &str| {
        format!(
            "  - {{work: guidelines/home, edition: \"1.0\", scope: [{id}], language: es, signed: {day}, authority: {{body: Junta}}, \
             status: active}}\n"
        )
    };
    let head = "id: es-uno\nnames: {es: Uno}\ntype: ngo\ncountry: ES\nverification: {method: official-letter, date: 2026-05-06}\n\
                authorisation: {name: true}\nendorsements:\n";
    let both = format!("{head}{}{}", part("shelter", "2026-02-01"), part("water", "2026-03-01"));
    project.write("content/signatories/es-uno.yaml", &both);
    let withdraw = ["withdraw", "es-uno", "--work", "guidelines/home", "--edition", "1.0", "--date", "2026-09-01"];
    let output = diptych(&project, &withdraw);
    assert_eq!(code(&output), 2);
    assert!(text(&output.stderr).contains("--signed: 2026-02-01, 2026-03-01."), "{}", text(&output.stderr));
    let output = diptych(&project, &[&withdraw[..], &["--signed", "2026-03-01"]].concat());
    assert_eq!(code(&output), 0, "{}", text(&output.stderr));
    let water = part("water", "2026-03-01").replace("active}", "withdrawn, withdrawal: {date: 2026-09-01}}");
    assert_eq!(file(&project, "es-uno"), format!("{head}{}{water}", part("shelter", "2026-02-01")));
}

/// However a person has laid the file out: the new lines apart, what was there is there, in its order.
#[test]
fn every_layout_keeps_its_bytes() {
    let layouts = [
        "id: a\nendorsements:\n  - work: x\n    status: active\nspecimen: true\n",
        "id: a\nendorsements:\n- work: x\n  status: active\n# c\nspecimen: true\n",
        "id: a\nendorsements:\n    -   work: x\n        status: active\n",
        "id: a\nendorsements:\n  - {work: x, status: active}\n  # c\n",
        "id: a\nendorsements: [{work: x, status: active}]\nspecimen: true\n",
        "id: a\nendorsements: [{work: x, status: active, authority: {body: y}}, ] # c\n",
        "id: a\nendorsements:\n  [\n    {work: x, status: active}\n  ]\n",
        "id: a\nendorsements: []   # none\nspecimen: true\n",
        "id: a\nendorsements:\nspecimen: true\n",
        "id: a\nendorsements:   # to come\n",
        "id: a\nwebsite: https://a.example\n\n# c\nspecimen: true\n",
        "id: a",
        "{id: a, endorsements: [{work: x, status: active}]}\n",
        "id: a\nendorsements:\n  - work: x\n    status: active\n    reservations:\n      es: |\n        Uno.\n\n        Dos.\n\nspecimen: true\n",
        "id: a\nendorsements:\n  - work: x\n    reservations:\n      es: >-\n        Uno\n        dos.\n    status: 'active'",
        "id: a\nendorsements:\n  - work: \"x\"\n\n    status: active # c\n\n\n  - work: y\n    status: pending\n",
        "---\nid: a\nendorsements:\n  - work: x\n    status: active\n",
        "id: a\nendorsements:\n  -\n    work: x\n    status: active\nspecimen: true\n",
    ];
    let new = facts(&[("work", "guidelines/home"), ("edition", "1.1"), ("authority.body", "Pleno"), ("status", "active")]);
    let withdrawal = facts(&[("withdrawal.date", "2026-01-01"), ("withdrawal.reference", "a: b")]);
    for layout in layouts.iter().flat_map(|layout| [(*layout).to_owned(), layout.replace('\n', "\r\n")]) {
        let source = Source::new("a.yaml", layout.as_str());
        let (own, before) = said(&layout);
        let endorsed = edit::endorse(&source, &[new.clone(), new.clone()], &[]).unwrap_or_else(|| panic!("{layout}"));
        let (own_after, after) = said(&endorsed.text);
        assert_eq!((own_after, after.len()), (own.clone(), before.len() + 2), "{}", endorsed.text);
        assert_eq!(after[..before.len()], before, "{}", endorsed.text);
        kept(&layout, &endorsed.text);
        if before.is_empty() {
            continue;
        }
        let withdrawn = edit::withdraw(&source, 0, &withdrawal).unwrap_or_else(|| panic!("{layout}"));
        let (own_after, after) = said(&withdrawn.text);
        assert_eq!((own_after, after.len()), (own, before.len()), "{}", withdrawn.text);
        assert!(after[0].contains(&("status".into(), "withdrawn".into())), "{}", withdrawn.text);
        assert!(after[0].contains(&("withdrawal.reference".into(), "a: b".into())), "{}", withdrawn.text);
        assert_eq!(after[1..], before[1..]);
        kept(&layout.replacen("active", "withdrawn", 1), &withdrawn.text);
    }
}

/// Whether the new text is the old one with one run more; `[]`, which a list of lines replaces, apart.
fn kept(old: &str, new: &str) {
    let old = if old.contains("endorsements: [] ") { old.replace(" []", "") } else { old.to_owned() };
    let head = old.bytes().zip(new.bytes()).take_while(|(one, other)| one == other).count();
    let tail = old.bytes().rev().zip(new.bytes().rev()).take_while(|(one, other)| one == other).count();
    assert!(head + tail >= old.len(), "{old}\n---\n{new}");
    assert_eq!(new.contains("\r\n"), old.contains("\r\n") || (!old.contains('\n') && new.contains("\r\n")));
    assert!(!old.contains("\r\n") || new.matches('\n').count() == new.matches("\r\n").count(), "{new:?}");
}

/// Where it cannot be made sure of that nothing else changes, nothing changes.
#[test]
fn what_cannot_be_edited_safely_is_left_alone() {
    let new = facts(&[("work", "guidelines/home")]);
    for layout in [
        "id: a\nendorsements: &list\n  - &one\n    work: x\n    status: active\nother: *list\n",
        "id: a\nendorsements: {}\n",
        "id: a\nendorsements: none\n",
        "id: a\nendorsements: ~\n",
    ] {
        if let Some(edited) = edit::endorse(&Source::new("a.yaml", layout), std::slice::from_ref(&new), &[]) {
            assert_eq!(said(&edited.text).1.len(), said(layout).1.len() + 1, "{}", edited.text);
        }
    }
}
