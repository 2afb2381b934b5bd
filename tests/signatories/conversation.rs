//! `add` with somebody at the other end.

use super::{answered, code, file, publication, text};
use crate::publications::files;

/// Name in English and in Spanish, acronym, type, country, subdivision, id, website, three identifiers, two consents.
const ABOUT: &str = "\n\nCouncil of Tests\n\nCT\nunivrsity\n1\nESP\nES\n\n\nhttps://tests.example/\n\n\n\nperhaps\ny\nn\n";

#[test]
fn what_no_flag_says_is_asked_and_checked_at_once() {
    let project = publication();
    // Work, edition, scope, language, three tries at a date; effective, registered, until; body, office, resolution, address;
    // reservations; verification; status; and whether to write.
    let act = "1\n\n\nfr\nes\n2026-13-01\n2025-01-01\n2026-04-01\n\n\n\nPleno\n\n\n\n\n\nofficial-letter\n2026-04-02\n\ny\n";
    let output = answered(&project, &["add", "--ask"], &format!("{ABOUT}{act}"));
    let heard = text(&output.stderr);
    assert_eq!(code(&output), 0, "{heard}");
    let expected = "\
id: es-council-of-tests
names:
  en: Council of Tests
acronym: {en: CT}
type: local-government
country: ES
website: https://tests.example/
endorsements:
  - work: guidelines/home
    edition: \"1.0\"
    scope: whole
    language: es
    signed: 2026-04-01
    authority: {body: Pleno}
    status: active
verification: {method: official-letter, date: 2026-04-02}
authorisation: {name: true, logo: false}
";
    assert_eq!(file(&project, "es-council-of-tests"), expected);
    for wanted in [
        "What does the institution call itself in this language: es?",
        "This has to be answered.",
        "“univrsity” is none of these: did you mean university?",
        "error: “ESP” is none of the codes of ISO 3166\n  help: write ES",
        "Enter alone: es-council-of-tests",
        "“fr” is none of these.",
        "error: 2025-01-01 cannot be right\n  help: this edition is of 2026-01-15",
        "content/signatories/es-council-of-tests.yaml will be:\n\nid: es-council-of-tests\n",
    ] {
        assert!(heard.contains(wanted), "{wanted}\n---\n{heard}");
    }
    // Each question once, unless the answer could not be: names are asked again only because none was given.
    assert_eq!(heard.matches("What kind of institution is it?").count(), 1);
    assert_eq!(heard.matches("On which day was it signed?").count(), 1);
    project.sound();
}

#[test]
fn what_flags_say_is_not_asked() {
    let project = publication();
    let flags =
        ["add", "--ask", "--name", "es=Uno", "--type", "ngo", "--country", "ES", "--may-name", "true", "--id", "es-uno"];
    // Acronym, subdivision, website, identifiers, logo, no work.
    let output = answered(&project, &flags, "\n\n\n\n\n\n\n\ny\n");
    assert_eq!(code(&output), 0, "{}", text(&output.stderr));
    for known in
        ["What does the institution call itself", "What kind", "In which country", "Under which id", "agreed to be named"]
    {
        assert!(!text(&output.stderr).contains(known), "{known}");
    }
    assert_eq!(
        file(&project, "es-uno"),
        "id: es-uno\nnames:\n  es: Uno\ntype: ngo\ncountry: ES\nauthorisation: {name: true}\n"
    );
}

/// Before twenty other questions, not after them.
#[test]
fn what_flags_say_wrongly_is_asked_first() {
    let project = publication();
    let flags = [
        "add",
        "--ask",
        "--name",
        "es=Uno",
        "--type",
        "nog",
        "--country",
        "ESP",
        "--website",
        "uno",
        "--may-name",
        "false",
        "--work",
        "guidelines/hom",
    ];
    // Acronym, type, country, subdivision, id, website, identifiers, no work after all.
    let output = answered(&project, &flags, "\nngo\nES\n\n\nhttps://uno.example/\n\n\n\n\ny\n");
    let heard = text(&output.stderr);
    assert_eq!(code(&output), 0, "{heard}");
    let first = heard.split("Has it an acronym").next().expect("the beginning");
    for wrong in [
        "“nog” is none of",
        "“ESP” is none of",
        "“uno” is not a kind of address",
        "there is no work in content/guidelines/hom",
    ] {
        assert!(first.contains(wrong), "{wrong}\n---\n{heard}");
    }
    let expected = "id: es-uno\nnames:\n  es: Uno\ntype: ngo\ncountry: ES\nwebsite: https://uno.example/\nauthorisation: {name: false}\n";
    assert_eq!(file(&project, "es-uno"), expected);
}

#[test]
fn a_duplicate_is_found_while_the_name_is_typed() {
    let project = publication();
    project.write(
        "content/signatories/es-dos.yaml",
        "id: es-dos\nnames: {es: Universidad de Ávila}\ntype: university\ncountry: ES\n",
    );
    let flags = ["add", "--ask", "--type", "university", "--country", "ES"];
    let output = answered(&project, &flags, "\nuniversidad  de avila\nOtra universidad\n\n\n\n\n\n\n\nn\n\nn\n");
    let heard = text(&output.stderr);
    assert!(heard.contains("error: the name “universidad  de avila” is that of “es-dos” too"), "{heard}");
    // Asked whether to write, the answer was no.
    assert_eq!(code(&output), 2);
    assert!(!project.root().join("content/signatories/es-otra-universidad.yaml").exists());
}

#[test]
fn whoever_goes_away_leaves_nothing_behind() {
    let project = publication();
    let before = files(project.root());
    for lines in ["", "Council\n", ABOUT] {
        let output = answered(&project, &["add", "--ask"], lines);
        assert_eq!(code(&output), 2, "{}", text(&output.stderr));
        assert!(text(&output.stderr).ends_with("Nothing was written.\n"));
    }
    // Without anybody to ask, and without being told to: no question.
    let output = answered(&project, &["add"], ABOUT);
    assert_eq!(
        (code(&output), text(&output.stderr)),
        (2, "These flags are missing: --name, --type, --country. Give them, or answer questions at a terminal.\n")
    );
    assert_eq!(files(project.root()), before);
}
