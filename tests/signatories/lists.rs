//! `import` and `export`: clean lists, in every way in which programs write them.

use std::fs;

use diptych::spreadsheet::{guarded, unguarded};

use super::{code, diptych, file, publication, text};
use crate::publications::{Project, files};

/// Numbers that look like chance and are the same in every run (Lehmer's generator).
pub struct Chance(u64);

impl Chance {
    pub fn new() -> Self {
        Chance(20_261_122)
    }

    pub fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0 * 48_271 % 2_147_483_647;
        (self.0 % limit as u64) as usize
    }

    pub fn one<'t>(&mut self, of: &[&'t str]) -> &'t str {
        of[self.below(of.len())]
    }
}

const HEAD: &str = "id,names.es,names.en,type,country,website,work,edition,scope,language,signed,until,authority.body,reservations.es,status,\
                    verification.method,verification.date,authorisation.name";

/// A row in which nothing is wrong; `number` tells it from all others.
pub fn sound(number: usize, chance: &mut Chance) -> Vec<String> {
    const SYLLABLES: [&str; 12] = ["al", "ber", "cas", "du", "es", "fon", "gar", "hu", "la", "mon", "ri", "var"];
    let mut place: String = (0..3).map(|_| chance.one(&SYLLABLES)).collect();
    // Every name is another one, to the eye too.
    let mut rest = number;
    for _ in 0..3 {
        place.push_str(SYLLABLES[rest % 12]);
        rest /= 12;
    }
    let (spanish, english, kind) = match chance.below(4) {
        0 => (format!("Ayuntamiento de {place}, Ñ"), format!("Council of {place}"), "local-government"),
        1 => (format!("Universidad «{place}» & Cía."), format!("=University(\"{place}\")"), "university"),
        2 => (format!("Red {place}: vivienda; <b>derechos</b>"), String::new(), "network"),
        _ => (format!("+Familia {place}"), format!("Family {place}"), "ngo"),
    };
    let scope = chance.one(&["", "whole", "shelter"]);
    let until = chance.one(&["", "2030-12-31"]);
    let reservations = chance.one(&["", "", "Salvo el apartado «3».\nY el 4, \"por ahora\"."]);
    let (status, method, verified) =
        if chance.below(5) == 0 { ("pending", "", "") } else { ("active", "official-letter", "2026-05-06") };
    let day = format!("2026-04-{:02}", 1 + chance.below(28));
    let cells = [
        &format!("es-n{number:04}"),
        &spanish,
        &english,
        kind,
        "ES",
        &format!("https://www.n{number:04}.example/"),
        "guidelines/home",
        "1.0",
        scope,
        "es",
        &day,
        until,
        "Pleno",
        reservations,
        status,
        method,
        verified,
        "true",
    ];
    cells.iter().map(|cell| (*cell).to_owned()).collect()
}

pub fn cell(value: &str, separator: char) -> String {
    let value = guarded(value);
    match value.contains([separator, '"', '\n']) {
        true => format!("\"{}\"", value.replace('"', "\"\"")),
        false => value.into_owned(),
    }
}

pub fn csv(rows: &[Vec<String>], separator: char) -> String {
    let mut text = HEAD.replace(',', &separator.to_string());
    text.push('\n');
    for row in rows {
        let cells: Vec<String> = row.iter().map(|value| cell(value, separator)).collect();
        text.push_str(&cells.join(&separator.to_string()));
        text.push('\n');
    }
    text
}

fn rows(count: usize) -> Vec<Vec<String>> {
    let mut chance = Chance::new();
    (0..count).map(|number| sound(number, &mut chance)).collect()
}

fn register(project: &Project) -> std::collections::BTreeMap<camino::Utf8PathBuf, Vec<u8>> {
    files(&project.root().join("content/signatories"))
}

/// Imports a file that is written first; gives the last sentence.
fn import(project: &Project, name: &str, bytes: impl AsRef<[u8]>, flags: &[&str]) -> (i32, String, String) {
    project.write(name, bytes);
    let path = project.root().join(name);
    let output = diptych(project, &[&["import", path.as_str()], flags].concat());
    (code(&output), text(&output.stdout).to_owned(), text(&output.stderr).to_owned())
}

fn exported(project: &Project, name: &str) -> Vec<u8> {
    let path = project.root().join(name);
    let output = diptych(project, &["export", "--out", path.as_str()]);
    assert_eq!(code(&output), 0, "{}", text(&output.stderr));
    fs::read(path).expect("written")
}

#[test]
fn a_clean_list_goes_in_and_comes_out_identical_twice() {
    let first = publication();
    let list = csv(&rows(300), ',');
    let (ended, said, errors) = import(&first, "list.csv", &list, &[]);
    assert_eq!((ended, errors.as_str()), (0, ""));
    assert!(said.ends_with("Rows: 300 added, 0 unchanged, 0 refused.\n300 files written.\n"), "{said}");
    let files = register(&first);
    assert_eq!(files.len(), 300);
    // Once more: nothing changes.
    let (ended, said, _) = import(&first, "list.csv", &list, &[]);
    assert_eq!(ended, 0);
    assert!(said.ends_with("Rows: 0 added, 300 unchanged, 0 refused.\nNothing was written.\n"), "{said}");
    assert_eq!(register(&first), files);
    // What comes out goes in, here and elsewhere.
    for name in ["out.csv", "out.json"] {
        let out = exported(&first, name);
        let (ended, said, _) = import(&first, name, &out, &[]);
        assert_eq!(ended, 0);
        assert!(said.contains("0 added, 300 unchanged, 0 refused"), "{said}");
        assert_eq!(register(&first), files, "{name}");
        let second = publication();
        let (ended, _, errors) = import(&second, name, &out, &[]);
        assert_eq!((ended, errors.as_str()), (0, ""));
        assert_eq!(register(&second), files, "{name}");
        assert_eq!(exported(&second, name), out, "{name}");
    }
    first.sound();
}

#[test]
fn lists_are_read_as_programs_write_them() {
    let rows = rows(12);
    let plain = csv(&rows, ',');
    let expected = publication();
    assert_eq!(import(&expected, "list.csv", &plain, &[]).0, 0);
    for (what, list) in [
        ("semicolons", csv(&rows, ';')),
        ("tabs", csv(&rows, '\t')),
        ("a byte-order mark", format!("\u{feff}{plain}")),
        ("carriage returns", plain.replace('\n', "\r\n")),
        ("a separator named", format!("sep=;\n{}", csv(&rows, ';'))),
        ("empty lines and cells", plain.replace('\n', "\n,,,\n,,,,\n").replace("«3».\n,,,\n,,,,\n", "«3».\n")),
        ("no line end at the end", plain.trim_end().to_owned()),
    ] {
        let project = publication();
        let (ended, said, errors) = import(&project, "list.csv", &list, &[]);
        assert_eq!(ended, 0, "{what}: {said}{errors}");
        assert_eq!(register(&project), register(&expected), "{what}");
    }
}

/// Cells as chance has them, written by the library that most programs of this language write CSV with.
#[test]
fn whatever_a_library_writes_is_read() {
    const PIECES: [&str; 12] = ["a", "ñ", "\"", "\"\"", ",", ";", "\t", "\n", " x", "'", "=1", "😀"];
    let mut chance = Chance::new();
    for round in 0..600 {
        let separator = [b',', b';', b'\t'][round % 3];
        let columns = 2 + chance.below(4);
        let value = |chance: &mut Chance| -> String { (0..chance.below(5)).map(|_| chance.one(&PIECES)).collect() };
        let rows: Vec<Vec<String>> =
            (0..chance.below(5)).map(|_| (0..columns).map(|_| value(&mut chance)).collect()).collect();
        let style = if chance.below(2) == 0 { ::csv::QuoteStyle::Always } else { ::csv::QuoteStyle::Necessary };
        let mut writer = ::csv::WriterBuilder::new().delimiter(separator).quote_style(style).from_writer(Vec::new());
        writer.write_record((0..columns).map(|column| format!("c{column}"))).expect("written");
        rows.iter()
            .for_each(|row| writer.write_record(row.iter().map(|value| guarded(value).into_owned())).expect("written"));
        let text = String::from_utf8(writer.into_inner().expect("whole")).expect("UTF-8");
        let table = diptych::enrolment::table::Table::read("list.csv".into(), text.clone().into_bytes())
            .unwrap_or_else(|found| panic!("{text:?}\n{}", crate::publications::reported(&found)));
        let read = table.rows.iter().map(|row| {
            let cells = row.cells.iter().map(|cell| {
                // Each cell stands where it says.
                let written = &table.source.text[cell.at.range()];
                assert!(written.len() >= cell.value.len() || cell.value.is_empty(), "{written:?} {:?}", cell.value);
                (cell.column, cell.value.clone())
            });
            cells.collect::<Vec<_>>()
        });
        let wanted = rows.iter().map(|row| {
            let cells = row.iter().enumerate().map(|(column, value)| (column, unguarded(guarded(value).trim()).to_owned()));
            cells.filter(|(_, value)| !value.is_empty()).collect::<Vec<_>>()
        });
        let wanted: Vec<_> = wanted.filter(|cells| !cells.is_empty()).collect();
        assert_eq!(read.collect::<Vec<_>>(), wanted, "{text:?}");
    }
}

/// One apostrophe more for each time a list goes through a spreadsheet would not be the same name.
#[test]
fn formulas_are_disarmed_and_come_back() {
    for value in
        ["=1+1", "+34", "-x", "@a", "'=1", "''@", "'", "'a", "=HYPERLINK(\"https://e.example\")", "\t=1", "＝1", "a=b", ""]
    {
        let out = guarded(value);
        assert!(!out.starts_with(['=', '+', '-', '@', '\t', '\r', '＝']), "{out}");
        assert_eq!(unguarded(&out), value);
    }
}

const TOWNS: &str =
    "Municipio;Teléfono;Clase;Fecha;Acuerdo\nAlcalá;900;Ayto.;04/05/2026;Pleno\nÑora;901;Ayto.;5.6.2026;Junta\n";

#[test]
fn a_mapping_says_what_a_column_is() {
    let flags = [
        "--map",
        "Municipio=names.es",
        "--map",
        "teléfono=",
        "--map",
        "Clase=type",
        "--map",
        "Fecha=signed",
        "--map",
        "Acuerdo=authority.body",
        "--set",
        "country=ES",
        "--set",
        "work=guidelines/home",
        "--set",
        "edition=1.0",
        "--set",
        "language=es",
        "--set",
        "status=pending",
        "--dates",
        "dmy",
    ];
    let project = publication();
    let (ended, said, errors) = import(&project, "towns.csv", TOWNS, &flags);
    // The list's word for the type is not the register's.
    assert_eq!(ended, 1, "{said}");
    assert!(errors.contains("towns.csv:2:12"), "{errors}");
    assert!(errors.contains("error[unknown-value]"), "{errors}");
    let mapping = "columns:\n  Municipio: names.es\n  Teléfono: ~\n  Clase: type\n  Fecha: signed\n  Acuerdo: authority.body\n\
                   constants: {country: ES, work: guidelines/home, edition: \"1.0\", language: es, status: pending}\n\
                   values:\n  type: {Ayto.: local-government}\ndates: DD/MM/YYYY\n";
    let toml = "dates = \"DD/MM/YYYY\"\n[columns]\nMunicipio = \"names.es\"\n\"Teléfono\" = \"\"\nClase = \"type\"\nFecha = \"signed\"\n\
                Acuerdo = \"authority.body\"\n[constants]\ncountry = \"ES\"\nwork = \"guidelines/home\"\nedition = \"1.0\"\nlanguage = \"es\"\n\
                status = \"pending\"\n[values.type]\n\"Ayto.\" = \"local-government\"\n";
    for (name, text) in [("mapping.yaml", mapping), ("mapping.toml", toml)] {
        let project = publication();
        project.write(name, text);
        let (ended, said, errors) = import(&project, "towns.csv", TOWNS, &["--map", project.root().join(name).as_str()]);
        assert_eq!((ended, errors.as_str()), (0, ""), "{said}");
        let path = project.root().join("towns.csv");
        assert!(said.starts_with(&format!("{path}:2  added        es-alcala\n{path}:3  added        es-nora\n")), "{said}");
        let expected = "id: es-nora\nnames:\n  es: Ñora\ntype: local-government\ncountry: ES\nendorsements:\n  - work: guidelines/home\n    \
                        edition: \"1.0\"\n    language: es\n    signed: 2026-06-05\n    authority: {body: Junta}\n    status: pending\n";
        assert_eq!(file(&project, "es-nora"), expected);
    }
}

#[test]
fn a_new_endorsement_in_a_list_is_added_to_the_file() {
    let project = publication();
    let known = "# Known.\nid: es-uno\nnames: {es: Uno}   # so\ntype: ngo\ncountry: ES\nendorsements:\n  - work: guidelines/home\n    edition: \"1.0\"\n    \
                 language: es\n    signed: 2026-02-01\n    authority: {body: Junta}\n    status: withdrawn\n    withdrawal: {date: 2026-03-01}\n\
                 verification: {method: official-letter, date: 2026-02-02}\nauthorisation: {name: true}\n";
    project.write("content/signatories/es-uno.yaml", known);
    let list = "id,names.es,work,edition,language,signed,authority.body,status\n\
                es-uno,Uno,guidelines/home,1.0,es,2026-02-01,Junta,withdrawn\nes-uno,,guidelines/home,1.0,es,2026-06-01,Junta,active\n";
    let (ended, said, errors) = import(&project, "list.csv", list, &[]);
    assert_eq!((ended, errors.as_str()), (0, ""), "{said}");
    assert!(said.contains("Rows: 1 added, 1 unchanged, 0 refused."), "{said}");
    let item = "  - work: guidelines/home\n    edition: \"1.0\"\n    language: es\n    signed: 2026-06-01\n    authority: {body: Junta}\n    status: active\n";
    assert_eq!(file(&project, "es-uno"), known.replace("verification:", &format!("{item}verification:")));
    project.sound();
}

#[test]
fn an_empty_register_exports_a_form_to_fill_in() {
    let project = publication();
    let output = diptych(&project, &["export"]);
    assert_eq!(code(&output), 0);
    let head = text(&output.stdout);
    assert!(head.starts_with("id,names.en,names.es,acronym.en,acronym.es,successor,identifiers.ror,"), "{head}");
    assert!(head.ends_with("status,withdrawal.date,withdrawal.reference\r\n"), "{head}");
    assert_eq!(text(&diptych(&project, &["export", "--format", "json"]).stdout), "[]\n");
}

/// Everything a file can say goes through both forms.
#[test]
fn nothing_is_lost_on_the_way() {
    let project = publication();
    project.write(
        "content/signatories/es-todo.yaml",
        "id: es-todo\nnames:\n  es: Todo\n  gl: Todo o\nacronym: {es: T}\nhistory:\n  - names:\n      es: Antes\n    until: 2020-01-01\n  - names:\n      \
         es: Mucho antes\n    until: 2010-01-01\nidentifiers: {ror: https://ror.org/05gq02987, wikidata: Q2807, org_id: ES-DIR3-L01280796}\n\
         type: ngo\ncountry: ES\nsubdivision: ES-MD\nwebsite: https://todo.example/\nendorsements:\n  - work: guidelines/home\n    edition: \"1.0\"\n    \
         scope: [shelter]\n    language: es\n    signed: 2026-02-01\n    effective: 2026-02-02\n    registered: 2026-02-03\n    until: 2030-01-01\n    \
         authority: {body: Junta, office: Secretaría, resolution: \"1/2026\", url: https://todo.example/1}\n    reservations:\n      en: Except.\n      \
         es: Salvo.\n    status: withdrawn\n    withdrawal: {date: 2026-03-01, reference: R}\n\
         verification: {method: official-letter, date: 2026-02-02}\nauthorisation: {name: true, logo: false}\nspecimen: true\n",
    );
    project.sound();
    for name in ["out.csv", "out.json"] {
        let other = publication();
        let out = exported(&project, name);
        let (ended, said, errors) = import(&other, name, &out, &[]);
        assert_eq!((ended, errors.as_str()), (0, ""), "{said}");
        assert_eq!(super::said(&file(&other, "es-todo")), super::said(&file(&project, "es-todo")), "{name}");
        assert_eq!(file(&other, "es-todo"), file(&project, "es-todo"), "{name}");
    }
}
