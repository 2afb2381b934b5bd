//! `import` of lists in which something is wrong: every fault is found, at its cell, and nothing of the list lands.

use std::collections::BTreeMap;

use diptych::diagnostics::{Code, Severity};
use diptych::enrolment::import::{Fate, Import, import};
use diptych::enrolment::mapping::Mapping;
use diptych::enrolment::table::Table;
use diptych::enrolment::trial::Trial;

use super::lists::{Chance, cell, csv, sound};
use super::{code, diptych, publication, text};
use crate::publications::{Project, files};

/// Where a value stands in a row of [`sound`].
const COLUMNS: [&str; 18] = [
    "id",
    "names.es",
    "names.en",
    "type",
    "country",
    "website",
    "work",
    "edition",
    "scope",
    "language",
    "signed",
    "until",
    "authority.body",
    "reservations.es",
    "status",
    "verification.method",
    "verification.date",
    "authorisation.name",
];

/// What the register already holds.
fn register(project: &Project) {
    let file = |id: &str, rest: &str| {
        project.write(&format!("content/signatories/{id}.yaml"), format!("id: {id}\ntype: ngo\ncountry: ES\n{rest}"));
    };
    file(
        "es-known",
        "names: {es: Asociación Conocida de Ávila, en: Known Association}\nwebsite: https://conocida.example/\nidentifiers: {wikidata: Q42}\n",
    );
    file("es-short", "names: {es: Otra cosa}\nacronym: {es: ACB}\n");
    file("es-cope", "names: {es: Copacec}\n");
    project.write("content/signatories/retired.yaml", "ids:\n  - id: es-gone\n");
    project.sound();
}

/// A fault: what is changed in a sound row, and what is said of it.
const FAULTS: &[(&[(&str, &str)], Code)] = &[
    (&[("id", "es-gone")], Code::ReusedId),
    (&[("id", "No Slug")], Code::MalformedValue),
    (&[("id", "retired")], Code::MalformedValue),
    (&[("id", ""), ("names.es", "مجلس"), ("names.en", "")], Code::NoId),
    (&[("id", "es-known")], Code::ContradictoryRow),
    (&[("type", "locl-government")], Code::UnknownValue),
    (&[("country", "ESP")], Code::UnknownRegion),
    (&[("country", "")], Code::MissingKey),
    (&[("names.es", ""), ("names.en", ""), ("id", "es-nameless")], Code::MissingKey),
    (&[("website", "javascript:alert(1)")], Code::UnsafeLink),
    (&[("website", "https://user@evil.example/")], Code::UnsafeLink),
    (&[("work", "guidelines/nowhere")], Code::UnknownWork),
    (&[("edition", "9.0")], Code::UnknownEdition),
    (&[("edition", "one")], Code::MalformedValue),
    (
        &[
            ("work", "guidelines/closed"),
            ("status", "active"),
            ("verification.method", "domain-email"),
            ("verification.date", "2026-05-06"),
        ],
        Code::NotEndorsable,
    ),
    (&[("scope", "sheltr")], Code::UnknownSection),
    (&[("language", "fr")], Code::UnknownLanguage),
    (&[("language", "")], Code::MissingKey),
    (&[("signed", "2026-02-30")], Code::WrongType),
    (&[("signed", "04/05/2026")], Code::WrongType),
    (&[("signed", "2025-12-31")], Code::ImpossibleDate),
    (&[("until", "2026-01-20")], Code::ImpossibleDate),
    (
        &[("status", "active"), ("verification.method", "official-letter"), ("verification.date", "2026-01-01")],
        Code::ImpossibleDate,
    ),
    (&[("status", "active"), ("verification.method", ""), ("verification.date", "")], Code::UnverifiedEndorsement),
    (
        &[
            ("status", "active"),
            ("verification.method", "domain-email"),
            ("verification.date", "2026-05-06"),
            ("authority.body", ""),
        ],
        Code::UnverifiedEndorsement,
    ),
    (
        &[("status", "withdrawn"), ("verification.method", "domain-email"), ("verification.date", "2026-05-06")],
        Code::ContradictoryStatus,
    ),
    (
        &[
            ("status", "expired"),
            ("until", ""),
            ("verification.method", "domain-email"),
            ("verification.date", "2026-05-06"),
        ],
        Code::ContradictoryStatus,
    ),
    (&[("status", "signed")], Code::UnknownValue),
    (&[("verification.method", "phone"), ("verification.date", "2026-05-06")], Code::UnknownValue),
    (&[("authority.body", "ana.perez@correo.example")], Code::PersonalData),
    (&[("authority.body", "Tel. +34 600 123 456")], Code::PersonalData),
    (&[("names.es", "asociacion  conocida de avila")], Code::DuplicateSignatory),
    // Across languages: the Spanish name of the one is the English name of the other.
    (&[("names.es", "KNOWN association")], Code::DuplicateSignatory),
    (&[("names.es", "Ayuntamiento dе Mezcla")], Code::MixedScripts),
    // All in Cyrillic, and to the eye the name of another one.
    (&[("names.es", "Сорасес")], Code::ImitatedName),
    (&[("authorisation.name", "perhaps")], Code::WrongType),
];

/// Faults that are no errors: the row is taken, and somebody is told.
const DOUBTS: &[(&[(&str, &str)], Code)] = &[
    (&[("website", "https://www.conocida.example/otra")], Code::LikelyDuplicate),
    (
        &[
            ("authorisation.name", ""),
            ("status", "active"),
            ("verification.method", "domain-email"),
            ("verification.date", "2026-05-06"),
        ],
        Code::UnauthorisedName,
    ),
];

fn changed(row: &mut [String], changes: &[(&str, &str)]) {
    for (column, value) in changes {
        let place = COLUMNS.iter().position(|name| name == column).expect("a column");
        row[place] = (*value).to_owned();
    }
}

fn imported(project: &Project, name: &str, list: &str, partial: bool) -> Import {
    let mut trial = Trial::read(project.root()).expect("readable");
    let table = Table::read(name.into(), list.as_bytes().to_vec())
        .unwrap_or_else(|found| panic!("{}", crate::publications::reported(&found)));
    import(&mut trial, &table, &Mapping::default(), partial)
        .unwrap_or_else(|found| panic!("{}", crate::publications::reported(&found)))
}

/// 400 sound rows, and one more for each fault, here and there among them.
fn mixed() -> (String, BTreeMap<usize, Code>, BTreeMap<usize, Code>) {
    let mut chance = Chance::new();
    let mut rows: Vec<(Vec<String>, Option<Code>)> = (0..400).map(|number| (sound(number, &mut chance), None)).collect();
    for (place, (changes, code)) in FAULTS.iter().chain(DOUBTS).enumerate() {
        let mut row = sound(400 + place, &mut chance);
        changed(&mut row, changes);
        let at = chance.below(rows.len());
        rows.insert(at, (row, Some(*code)));
    }
    let list = csv(&rows.iter().map(|(row, _)| row.clone()).collect::<Vec<_>>(), ',');
    let (mut faults, mut doubts, mut line) = (BTreeMap::new(), BTreeMap::new(), 2);
    for (row, code) in &rows {
        if let Some(code) = code {
            let of = if code.severity() == Severity::Error { &mut faults } else { &mut doubts };
            of.insert(line, *code);
        }
        // A cell may have several lines.
        line += 1 + row.iter().map(|value| value.matches('\n').count()).sum::<usize>();
    }
    (list, faults, doubts)
}

#[test]
fn every_fault_is_found_where_it_is() {
    let project = publication();
    register(&project);
    let (list, faults, doubts) = mixed();
    let found = imported(&project, "list.csv", &list, false);
    let why = |line: usize| found.rows.iter().find(|row| row.line == line).map(|row| row.why.clone()).unwrap_or_default();
    let missing: Vec<_> = faults.iter().filter(|(line, code)| !why(**line).contains(code)).collect();
    let lines: Vec<&str> = list.lines().collect();
    let shown = |line: &usize| format!("{line}: {}\n   {:?}", lines[line - 1], why(*line));
    assert!(
        missing.is_empty(),
        "{}",
        missing.iter().map(|(line, code)| format!("{code:?} {}\n", shown(line))).collect::<String>()
    );
    // Nobody else is refused, and nobody is taken.
    let refused: Vec<usize> = found.rows.iter().filter(|row| row.fate == Fate::Refused).map(|row| row.line).collect();
    assert_eq!(refused, faults.keys().copied().collect::<Vec<_>>());
    assert!(found.rows.iter().all(|row| matches!(row.fate, Fate::Refused | Fate::Held)));
    assert_eq!(found.count(Fate::Held), 400 + DOUBTS.len());
    assert!(found.changes.is_empty());
    // Each report stands in the list, at its row.
    for (line, code) in faults.iter().chain(&doubts) {
        let at = |found: &&diptych::diagnostics::Diagnostic| {
            let first = found.place.source.line_column(found.place.span.start).0;
            found.code == *code && found.place.source.path == "list.csv" && (*line..line + 2).contains(&first)
        };
        assert!(found.diagnostics.iter().any(|report| at(&report)), "{code:?} {}", shown(line));
    }
}

#[test]
fn with_partial_the_sound_rows_land() {
    let project = publication();
    register(&project);
    let (list, faults, _) = mixed();
    let before = files(project.root());
    project.write("list.csv", &list);
    let path = project.root().join("list.csv");
    let output = diptych(&project, &["import", path.as_str()]);
    assert_eq!(code(&output), 1);
    assert!(text(&output.stderr).contains("are well and wait for the others. With --partial they are taken."));
    assert!(text(&output.stderr).ends_with("Nothing was written.\n"));
    std::fs::remove_file(&path).expect("removed");
    assert_eq!(files(project.root()), before);
    project.write("list.csv", &list);
    let output = diptych(&project, &["import", path.as_str(), "--partial"]);
    // Some rows were refused: that is no success.
    assert_eq!(code(&output), 1);
    let counts = format!("Rows: {} added, 0 unchanged, {} refused.\n", 400 + DOUBTS.len(), faults.len());
    assert!(text(&output.stderr).contains(&counts), "{}", text(&output.stderr));
    assert_eq!(files(&project.root().join("content/signatories")).len(), 4 + 400 + DOUBTS.len());
    assert!(project.check().iter().all(|found| found.severity() != Severity::Error));
    // The same list again: what has landed is unchanged, what was refused is refused.
    let output = diptych(&project, &["import", path.as_str(), "--partial", "--format", "json"]);
    let report: serde_json::Value = serde_json::from_slice(&output.stdout).expect("JSON");
    let rows = report["answer"]["rows"].as_array().expect("rows");
    assert_eq!(rows.iter().filter(|row| row["fate"] == "unchanged").count(), 400 + DOUBTS.len());
    assert_eq!(rows.iter().filter(|row| row["fate"] == "refused" && row["why"][0].is_string()).count(), faults.len());
}

/// What only shows between rows.
#[test]
fn rows_are_held_against_each_other() {
    let project = publication();
    let head = "id,names.es,type,country,website,identifiers.ror,identifiers.wikidata,acronym.es,successor,work,edition,language,signed,authority.body,status,verification.method,verification.date";
    let act = "guidelines/home,1.0,es,2026-05-04,Junta,active,official-letter,2026-05-06";
    let none = ",,,,,,,";
    let rows = [
        (format!("es-a,Primera,ngo,ES,https://a.example/,05gq02987,,,,{act}"), None),
        (format!("es-b,Segunda,ngo,ES,,https://ror.org/05gq02987,,,,{none}"), Some(Code::DuplicateSignatory)),
        (format!("es-c,Tercera,ngo,ES,,05gq02988,,,,{none}"), Some(Code::WrongCheckDigits)),
        (format!("es-d,Cuarta,ngo,ES,,,Q7,,,{none}"), None),
        (format!("es-e,Quinta,ngo,ES,,,Q7,,,{none}"), Some(Code::DuplicateSignatory)),
        (format!("es-f,primera.,ngo,ES,,,,,,{none}"), Some(Code::DuplicateSignatory)),
        (format!("es-g,Sexta,ngo,ES,,,,,es-aa,{none}"), Some(Code::UnknownSignatory)),
        (format!("es-h,Séptima,ngo,ES,,,,,es-i,{none}"), Some(Code::CircularSuccession)),
        (format!("es-i,Octava,ngo,ES,,,,,es-h,{none}"), None),
        (format!("es-l,Onceava,ngo,ES,,,,,es-m,{act}"), None),
        (format!("es-m,Doceava,ngo,ES,,,,,,{act}"), Some(Code::UnconfirmedSuccessor)),
        (format!("es-j,Novena,ngo,ES,,,,,,{act}"), None),
        (format!("es-k,Décima,ngo,ES,,,,,,{act}"), None),
        (format!("es-k,Décima,ngo,ES,,,,,,{act}"), Some(Code::RepeatedEndorsement)),
        (format!("es-k,Undécima,ngo,ES,,,,,,{none}"), Some(Code::ContradictoryRow)),
    ];
    let list = format!("{head}\n{}\n", rows.iter().map(|(row, _)| row.as_str()).collect::<Vec<_>>().join("\n"));
    let found = imported(&project, "list.csv", &list, false);
    for (place, (row, code)) in rows.iter().enumerate() {
        if let Some(code) = code {
            let own = &found.rows[place];
            assert!(own.why.contains(code), "{row}\n{own:?}\n{}", crate::publications::reported(&found.diagnostics));
        }
    }
    // With --partial a successor that was refused is nobody's successor any more.
    let chain = format!(
        "{head}\n{}\n{}\n{}\n",
        format_args!("es-a,Primera,ngo,ES,,,,,es-b,{none}"),
        format_args!("es-b,Segunda,ngo,ESP,,,,,,{none}"),
        cell("es-c", ',') + &format!(",Tercera,ngo,ES,,,,,,{none}"),
    );
    let found = imported(&project, "list.csv", &chain, true);
    let fates: Vec<Fate> = found.rows.iter().map(|row| row.fate).collect();
    assert_eq!(fates, [Fate::Refused, Fate::Refused, Fate::Added], "{}", crate::publications::reported(&found.diagnostics));
    assert!(found.rows[0].why.contains(&Code::UnknownSignatory));
}

fn unreadable(name: &str, bytes: &[u8], place: (usize, usize), code: Code, words: &str) {
    let found = match Table::read(name.into(), bytes.to_vec()) {
        Err(found) => found,
        Ok(table) => {
            let project = publication();
            let mut trial = Trial::read(project.root()).expect("readable");
            match import(&mut trial, &table, &Mapping::default(), false) {
                Err(found) => found,
                Ok(import) => import.diagnostics,
            }
        }
    };
    let shown = crate::publications::reported(&found);
    assert_eq!(found.first().map(|found| found.code), Some(code), "{shown}");
    assert!(shown.contains(words), "{words}\n{shown}");
    let at = found[0].place.source.line_column(found[0].place.span.start);
    assert_eq!(at, place, "{shown}");
}

#[test]
fn lists_that_cannot_be_read_say_where() {
    unreadable("a.csv", b"", (1, 1), Code::UnreadableList, "there is nothing in it");
    unreadable("a.csv", b"id,names.es\na,\"b\n", (2, 3), Code::UnreadableList, "a quotation mark is not closed");
    unreadable("a.csv", b"id,names.es\na,\"b\"c\n", (2, 5), Code::UnreadableList, "something follows it");
    unreadable("a.csv", b"id,names.es\na,b,c\n", (2, 1), Code::UnreadableList, "3 cells, and there are 2 headings");
    unreadable("a.csv", b"id,names.es\na\n", (2, 1), Code::UnreadableList, "1 cells, and there are 2 headings");
    unreadable("a.csv", b"id,id\na,b\n", (1, 4), Code::UnreadableList, "stands there twice");
    unreadable("a.csv", b"id,ID\na,b\n", (1, 4), Code::UnreadableList, "leads to the same key");
    unreadable("a.csv", b"id,nombre\na,b\n", (1, 4), Code::UnmappedColumn, "--map \"nombre=\"");
    unreadable("a.csv", b"id,websit\na,b\n", (1, 4), Code::UnmappedColumn, "--map \"websit=website\"");
    unreadable("a.csv", b"id,names.es\na,\xd1\n", (2, 3), Code::NotUtf8, "byte D1");
    unreadable("a.csv", b"names.es\n\xd9\x85\xd8\xac\n", (2, 1), Code::NoId, "no id can be made");
    unreadable("a.json", b"{\"id\": \"a\"}", (1, 1), Code::UnreadableList, "no list of objects");
    unreadable("a.json", b"[\n{\"id\": \"a\"}\n{\"id\": \"b\"}]", (3, 1), Code::UnreadableList, "this is not JSON");
    unreadable("a.json", b"[{\"id\": \"a\", \"id\": \"b\"}]", (1, 2), Code::UnreadableList, "stands there twice");
    unreadable("a.json", b"[1]", (1, 2), Code::UnreadableList, "this is no object");
    unreadable("a.json", b"[{\"scope\": [1]}]", (1, 2), Code::UnreadableList, "something other than words");
    unreadable("a.json", b"[{\"id\": }]", (1, 9), Code::UnreadableList, "expected value");
    unreadable("a.json", b"[]", (1, 1), Code::UnreadableList, "there is nothing in it");
    let number = b"[{\"id\": \"a\", \"names\": {\"es\": \"A\"}, \"type\": \"ngo\", \"country\": \"ES\", \"endorsements\": [{\"work\": \"guidelines/home\", \"edition\": 1.0}]}]";
    unreadable("a.json", number, (1, 2), Code::MissingKey, "the edition\u{2019}s number is not in quotes");
    let deep = format!("[{}1{}]", "{\"a\":".repeat(2_000), "}".repeat(2_000));
    unreadable("a.json", deep.as_bytes(), (1, 637), Code::UnreadableList, "recursion limit");
}

#[test]
fn a_mapping_that_cannot_be_followed_is_refused() {
    let project = publication();
    project.write("list.csv", "id,nombre\na,b\n");
    let list = project.root().join("list.csv");
    let output = diptych(&project, &["import", list.as_str(), "--map", "nombre=name.es"]);
    assert_eq!(code(&output), 2);
    assert!(
        text(&output.stderr).starts_with("“name.es” is no key of the register. Its keys: id, names.LANGUAGE,"),
        "{}",
        text(&output.stderr)
    );
    let output = diptych(&project, &["import", list.as_str(), "--map", "nombr=names.es"]);
    assert_eq!(code(&output), 1);
    assert!(text(&output.stderr).contains(&format!("error[{}]", Code::MissingColumn.name())), "{}", text(&output.stderr));
    project.write("map.yaml", "columns:\n  nombre: name.es\nconstant: {country: ES}\n");
    let map = project.root().join("map.yaml");
    let output = diptych(&project, &["import", list.as_str(), "--map", map.as_str()]);
    assert_eq!(code(&output), 1);
    assert!(text(&output.stderr).contains("map.yaml:3:1"), "{}", text(&output.stderr));
    let output = diptych(&project, &["import", project.root().join("nothing.csv").as_str()]);
    assert_eq!(code(&output), 2);
}

/// What is laid out in a way that nothing can be added to.
#[test]
fn a_file_that_cannot_be_edited_is_named() {
    let project = publication();
    let file = "id: es-uno\nnames: {es: Uno}\ntype: ngo\ncountry: ES\nendorsements:\n  - &act # one\n    work: guidelines/home\n    edition: \"1.0\"\n    \
                language: es\n    signed: 2026-02-01\n    authority: {body: Junta}\n    status: withdrawn\n    withdrawal: {date: 2026-03-01}\n\
                verification: {method: official-letter, date: 2026-02-02}\n";
    project.write("content/signatories/es-uno.yaml", file);
    let endorse = [
        "endorse",
        "es-uno",
        "--work",
        "guidelines/home",
        "--edition",
        "1.0",
        "--language",
        "es",
        "--signed",
        "2026-06-01",
        "--body",
        "Junta",
    ];
    let output = diptych(&project, &endorse);
    assert_eq!(code(&output), 1);
    let wanted = format!("error[{}]", Code::UneditableFile.name());
    assert!(text(&output.stderr).contains(&wanted), "{}", text(&output.stderr));
    assert_eq!(super::file(&project, "es-uno"), file);
}

/// Nobody else's file is in the way of an import, and none of its own files is left behind.
#[test]
fn all_files_land_or_none() {
    use diptych::output::{Landing, land};
    let project = publication();
    project.write("content/signatories/b.yaml", "here");
    let new = |path: &str| Landing { path: path.into(), bytes: b"new".to_vec(), before: None };
    let over = |before: &str| Landing {
        path: "content/signatories/b.yaml".into(),
        bytes: b"new".to_vec(),
        before: Some(before.into()),
    };
    let before = files(project.root());
    for landings in [
        vec![new("content/signatories/a.yaml"), new("content/signatories/b.yaml")],
        vec![new("content/signatories/a.yaml"), over("was something else")],
        vec![over("here"), new("content/signatories/b.yaml/c.yaml")],
        vec![over("here"), new("content/signatories/a.yaml"), new("content/signatories/b.yaml")],
        vec![new("content/signatories/a.yaml"), new("../elsewhere/a.yaml")],
    ] {
        assert!(land(project.root(), &landings).is_err());
        assert_eq!(files(project.root()), before);
    }
    std::os::unix::fs::symlink(std::env::temp_dir(), project.root().join("content/away")).expect("linked");
    assert!(land(project.root(), &[new("content/away/diptych-a.yaml")]).is_err());
    land(project.root(), &[over("here"), new("content/signatories/a.yaml")]).expect("lands");
    assert_eq!(super::file(&project, "b"), "new");
}
