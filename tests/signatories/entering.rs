//! `add`, `list`, `export`: new files, and the register as it stands.

use std::fs;

use serde_json::Value;

use super::{code, diptych, file, publication, text};
use crate::publications::{Project, files};

const WHOLE: &[&str] = &[
    "add",
    "--name",
    "es=Ayuntamiento de Ejemplo: sí",
    "--name",
    "en=Council of Ejemplo",
    "--acronym",
    "es=AE",
    "--type",
    "local-government",
    "--country",
    "ES",
    "--subdivision",
    "ES-MD",
    "--website",
    "https://www.ejemplo.example/",
    "--ror",
    "05gq02987",
    "--work",
    "guidelines/home",
    "--edition",
    "1.0",
    "--language",
    "es",
    "--signed",
    "2026-05-04",
    "--body",
    "Pleno",
    "--resolution",
    "Acuerdo 12/2026",
    "--reservation",
    "es=El Ayuntamiento se reserva la aplicación del apartado tercero hasta que la ordenanza municipal vigente se modifique.",
    "--verification",
    "official-letter",
    "--verified",
    "2026-05-06",
    "--may-name",
    "true",
    "--may-logo",
    "false",
];

#[test]
fn a_new_file_is_what_a_person_would_have_written() {
    let project = publication();
    let output = diptych(&project, WHOLE);
    assert_eq!((code(&output), text(&output.stderr)), (0, ""));
    assert_eq!(text(&output.stdout), "Entered in content/signatories/es-ayuntamiento-de-ejemplo-si.yaml.\n");
    let expected = "\
id: es-ayuntamiento-de-ejemplo-si
names:
  en: Council of Ejemplo
  es: \"Ayuntamiento de Ejemplo: sí\"
acronym: {es: AE}
identifiers: {ror: 05gq02987}
type: local-government
country: ES
subdivision: ES-MD
website: https://www.ejemplo.example/
endorsements:
  - work: guidelines/home
    edition: \"1.0\"
    scope: whole
    language: es
    signed: 2026-05-04
    authority: {body: Pleno, resolution: Acuerdo 12/2026}
    reservations:
      es: >-
        El Ayuntamiento se reserva la aplicación del apartado tercero hasta que la ordenanza municipal
        vigente se modifique.
    status: active
verification: {method: official-letter, date: 2026-05-06}
authorisation: {name: true, logo: false}
";
    assert_eq!(file(&project, "es-ayuntamiento-de-ejemplo-si"), expected);
    assert_eq!(project.sound().register.signatories.len(), 1);
    let path = project.root().join("content/signatories/es-ayuntamiento-de-ejemplo-si.yaml");
    let mode = std::os::unix::fs::PermissionsExt::mode(&fs::metadata(path).expect("there").permissions());
    assert_eq!(mode & 0o777, 0o644);
}

#[test]
fn nobody_is_written_over() {
    let project = publication();
    assert_eq!(code(&diptych(&project, WHOLE)), 0);
    let before = files(project.root());
    let output = diptych(&project, WHOLE);
    assert_eq!(code(&output), 2);
    assert!(text(&output.stderr).contains("is there already"), "{}", text(&output.stderr));
    assert_eq!(files(project.root()), before);
    // Not even by the names that are the folder's own.
    let retired = ["add", "--id", "retired", "--name", "es=Otra", "--type", "ngo", "--country", "ES"];
    assert_eq!(code(&diptych(&project, &retired)), 2);
    let climbing = ["add", "--id", "../../book", "--name", "es=Otra", "--type", "ngo", "--country", "ES"];
    assert_eq!(code(&diptych(&project, &climbing)), 2);
    assert_eq!(files(project.root()), before);
}

#[test]
fn what_would_be_wrong_is_not_written() {
    let project = publication();
    let output = diptych(
        &project,
        &["add", "--name", "es=Otro", "--type", "locl", "--country", "ESP", "--website", "javascript:alert(1)"],
    );
    assert_eq!(code(&output), 1);
    for code in ["unknown-value", "unknown-region", "unsafe-link"] {
        assert!(text(&output.stderr).contains(&format!("error[{code}]")), "{}", text(&output.stderr));
    }
    assert!(text(&output.stderr).ends_with("Nothing was written.\n"));
    let closed = ["--work", "guidelines/closed", "--edition", "1.0", "--language", "es", "--signed", "2026-05-04"];
    let start = ["add", "--name", "es=Otro", "--type", "ngo", "--country", "ES", "--body", "Junta"];
    let verified = ["--verification", "domain-email", "--verified", "2026-05-06"];
    let output = diptych(&project, &[&start[..], &closed, &verified].concat());
    assert_eq!(code(&output), 1);
    assert!(text(&output.stderr).contains("error[not-endorsable]"), "{}", text(&output.stderr));
    let output = diptych(&project, &["add", "--name", "es=Otro"]);
    assert_eq!(code(&output), 2);
    assert!(text(&output.stderr).contains("--type, --country"), "{}", text(&output.stderr));
    assert!(!project.root().join("content/signatories").exists());
}

/// An error elsewhere is nobody's fault who signs.
#[test]
fn older_mistakes_do_not_stand_in_the_way() {
    let project = publication();
    project.page("broken.{}", "[A link](nowhere.md)\n");
    assert!(!project.check().is_empty());
    assert_eq!(code(&diptych(&project, WHOLE)), 0);
}

#[test]
fn specimens_are_marked_as_such() {
    let project = publication();
    let output = diptych(
        &project,
        &["add", "--specimen", "--id", "es-inventado", "--name", "es=Inventado", "--type", "ngo", "--country", "ES"],
    );
    assert_eq!(code(&output), 0, "{}", text(&output.stderr));
    assert_eq!(
        file(&project, "es-inventado"),
        "id: es-inventado\nnames:\n  es: Inventado\ntype: ngo\ncountry: ES\nspecimen: true\n"
    );
}

fn names(project: &Project, arguments: &[&str]) -> Vec<String> {
    let output = diptych(project, &[&["list", "--format", "json"], arguments].concat());
    assert_eq!(code(&output), 0, "{}", text(&output.stderr));
    let report: Value = serde_json::from_slice(&output.stdout).expect("JSON");
    let lines = report["answer"].as_array().expect("a list");
    lines.iter().map(|line| line["name"].as_str().expect("a name").to_owned()).collect()
}

fn small(id: &str, name: &str, country: &str, status: &str) -> String {
    format!(
        "id: {id}\nnames: {{es: {name}}}\ntype: ngo\ncountry: {country}\nendorsements:\n  - work: guidelines/home\n    \
         edition: \"1.0\"\n    language: es\n    signed: 2026-05-04\n    authority: {{body: Junta}}\n    status: {status}\n\
         verification: {{method: official-letter, date: 2026-05-06}}\nauthorisation: {{name: true}}\n"
    )
}

#[test]
fn the_list_is_in_the_order_of_the_language() {
    let project = publication();
    for (id, name, country, status) in [
        ("es-n1", "Ñandú", "ES", "active"),
        ("es-n2", "Nzema", "ES", "active"),
        ("pt-n3", "Ábaco", "PT", "pending"),
        ("es-n4", "Oca", "ES", "active"),
    ] {
        project.write(&format!("content/signatories/{id}.yaml"), small(id, name, country, status));
    }
    assert_eq!(names(&project, &["--language", "es"]), ["Ábaco", "Nzema", "Ñandú", "Oca"]);
    assert_eq!(names(&project, &["--language", "en"]), ["Ábaco", "Ñandú", "Nzema", "Oca"]);
    assert_eq!(names(&project, &["--country", "pt"]), ["Ábaco"]);
    assert_eq!(names(&project, &["--status", "pending"]), ["Ábaco"]);
    assert_eq!(names(&project, &["--work", "guidelines/closed"]), Vec::<String>::new());
    assert_eq!(names(&project, &["--specimens"]), Vec::<String>::new());
    let csv = diptych(&project, &["list", "--csv", "--status", "pending"]);
    let expected = "id,name,type,country,work,edition,signed,status,specimen\r\n\
                    pt-n3,Ábaco,ngo,PT,guidelines/home,1.0,2026-05-04,pending,\r\n";
    assert_eq!(text(&csv.stdout), expected);
    let table = diptych(&project, &["list", "--language", "es"]);
    assert!(text(&table.stdout).starts_with("ID     NAME   TYPE"), "{}", text(&table.stdout));
    assert!(text(&table.stdout).ends_with("4 lines.\n"));
    // A file that cannot be read is missing from the list, and that is said.
    project.write("content/signatories/es-bad.yaml", "id: es-bad\nnames: [\n");
    let table = diptych(&project, &["list"]);
    assert_eq!(code(&table), 1);
    assert!(text(&table.stderr).contains("es-bad.yaml"));
    let export = diptych(&project, &["export"]);
    assert_eq!((code(&export), text(&export.stdout)), (1, ""));
}

#[test]
fn tables_fit_the_terminal() {
    use diptych::enrolment::listing::{Listed, table};
    let one = |name: &str| Listed {
        id: "es-una-institucion-de-nombre-largo".into(),
        name: name.into(),
        kind: "local-government".into(),
        country: "ES".into(),
        work: "guidelines/public-safety".into(),
        edition: "1.0".into(),
        signed: "2026-05-04".into(),
        status: "active".into(),
        specimen: false,
    };
    let lines = [one(&"Institución ".repeat(20)), one("東京都庁東京都庁東京都庁東京都庁"), one("bell\u{7}")];
    let headings = diptych::enrolment::listing::COLUMNS.map(str::to_owned);
    let shown = table(&lines, &headings, "fictitious", Some(100));
    for line in shown.lines() {
        assert!(unicode_width::UnicodeWidthStr::width(line) <= 100, "{line}");
        assert!(!line.contains('\u{7}'));
    }
    assert!(table(&lines, &headings, "fictitious", None).contains(&"Institución ".repeat(20)));
}
