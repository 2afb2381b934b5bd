//! What an institution fills in: for which works it is made, what it says, and that the command writes what the site offers.

use std::process::Command;

use diptych::renditions::{FormKind, pdf};

use super::endorsements::project;
use super::{bytes, holds, one, publication, renditions};
use crate::publications::Project;

const LEGAL: &str = "\n[legal]\nresponsible = \"The *Secretariat*\"\npostal_address = { en = \"1 Street\", es = \"Calle, 1\" }\n\
    gaps = [\"email\", \"registration\", \"hosting\", \"data_protection\", \"accessibility_contact\"]\n";

fn names(project: &Project) -> Vec<String> {
    let forms = renditions(project).into_iter().map(|rendition| rendition.path.file_name().unwrap_or_default().to_owned());
    forms.filter(|name| name.starts_with("form-") || name.starts_with("resolution-")).collect()
}

fn markup(project: &Project, kind: FormKind) -> String {
    let publication = publication(project);
    let work = publication.works().next().expect("the work").0;
    pdf::form_markup(&publication, work, 0, kind)
}

#[test]
fn forms_are_made_where_an_edition_can_be_endorsed() {
    assert_eq!(names(&project()), ["form-en.pdf", "resolution-en.pdf", "form-es.pdf", "resolution-es.pdf"]);
    for (old, new) in [("endorsable: true", "endorsable: false"), ("status: adopted", "status: superseded")] {
        let closed = project();
        closed.replace("content/guidelines/passage/work.yaml", old, new);
        assert!(names(&closed).is_empty(), "{new}");
    }
}

#[test]
fn forms_are_accessible_pdfs_in_their_language() {
    for name in names(&project()) {
        let made = bytes(&one(&project(), &name));
        for text in ["<pdfuaid:part>1<", "<pdfaid:conformance>A<", "/MarkInfo<</Marked true", "2026-01-02T00:00:00"] {
            assert!(holds(&made, text), "{name} holds no {text}");
        }
        let language = if name.ends_with("-es.pdf") { "es" } else { "en" };
        assert!(holds(&made, &format!("/Lang({language})")), "{name} is in {language}");
    }
}

#[test]
fn forms_say_what_is_endorsed_and_where_to_send_it() {
    let project = project();
    let book = std::fs::read_to_string(project.root().join("book.toml")).expect("readable");
    project.write(
        "book.toml",
        format!("{book}\n[register.types.fire-service]\nen = \"Fire service\"\nes = \"Bomberos\"\n{LEGAL}"),
    );
    let publication = publication(&project);
    let code = publication.edition_fingerprint(publication.works().next().expect("the work").0);
    for kind in [FormKind::Form, FormKind::Resolution] {
        let markup = markup(&project, kind);
        for text in [code.as_str(), "Rights of Passage", "Edition 1.0", "What it commits to"] {
            assert!(markup.contains(text), "{} has no {text}", kind.name());
        }
    }
    let form = markup(&project, FormKind::Form);
    assert!(form.contains("text: \"The *Secretariat*\"") && form.contains("text: \"1 Street\""));
    // An empty text is a gap, which the theme names.
    assert!(form.contains("(name: \"E-mail\", text: \"\", )"));
    assert!(form.contains("name-languages: (\"English\", \"Spanish\", )"));
    let types = form.split("types: (").nth(1).and_then(|rest| rest.split("), ").next()).expect("the types");
    assert!(types.starts_with("\"Association\", ") && types.contains("\"Fire service\", "), "in the order of the language");
    assert!(types.ends_with("\"Other institution\", "), "and what is none of them at the end: {types}");
    bytes(&one(&project, "form-en.pdf"));
}

#[test]
fn forms_change_with_the_text_and_with_no_endorsement() {
    let code = |project: &Project, name: &str| (one(project, name).key)();
    let (before, endorsed, changed) = (project(), project(), project());
    super::endorsements::endorse(&endorsed);
    changed.replace("content/guidelines/passage/01-gates.es.md", "## Bars", "## Barras");
    for name in ["form-en.pdf", "resolution-en.pdf"] {
        assert_eq!(code(&before, name), code(&endorsed, name));
        assert_ne!(code(&before, name), code(&changed, name), "it bears the integrity code of all languages");
    }
}

fn run(project: &Project, arguments: &[&str]) -> (i32, String) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_diptych"));
    command.env("LC_ALL", "en").current_dir(project.root()).args(["signatories", "form"]).args(arguments);
    let output = command.output().expect("the command runs");
    let said = [output.stdout, output.stderr].concat();
    (output.status.code().unwrap_or(-1), String::from_utf8_lossy(&said).into_owned())
}

#[test]
fn the_command_writes_the_files_that_the_site_offers() {
    let project = project();
    let out = project.root().join("forms");
    let (code, said) = run(&project, &["guidelines/passage", "1.0", "--out", "forms"]);
    assert_eq!(
        (code, said.as_str()),
        (0, "Written: forms/form-en.pdf, forms/resolution-en.pdf, forms/form-es.pdf, forms/resolution-es.pdf\n")
    );
    for name in names(&project) {
        let written = std::fs::read(out.join(&name)).expect("it was written");
        assert!(written == bytes(&one(&project, &name)), "{name} is the site's");
    }
    let (code, said) = run(&project, &["content/guidelines/passage/", "1.0", "--language", "es"]);
    assert_eq!((code, said.as_str()), (0, "Written: form-es.pdf, resolution-es.pdf\n"));
    assert!(project.root().join("resolution-es.pdf").exists() && !project.root().join("form-en.pdf").exists());
}

#[test]
fn the_command_says_why_there_is_no_form() {
    let project = project();
    let cases: [(&[&str], &str); 3] = [
        (&["guidelines/other", "1.0"], "There is no work in content/guidelines/other; the works are guidelines/passage.\n"),
        (
            &["guidelines/passage", "2.0"],
            "guidelines/passage has no edition 2.0 that can be endorsed: forms are made for the edition that its work.yaml declares.\n",
        ),
        (&["guidelines/passage", "1.0", "--language", "fr"], "The work does not exist in that language; it has en, es.\n"),
    ];
    for (arguments, expected) in cases {
        assert_eq!(run(&project, arguments), (2, expected.to_owned()));
    }
    project.replace("content/guidelines/passage/work.yaml", "endorsable: true", "endorsable: false");
    let (code, said) = run(&project, &["guidelines/passage", "1.0"]);
    assert!(code == 2 && said.starts_with("Edition 1.0 of guidelines/passage cannot be endorsed"), "{said}");
}
