//! The register's commands: files written as a person would, edited in place, imported and exported.
//!
//! Shows `Code::UnreadableList`, `Code::UnmappedColumn`, `Code::MissingColumn`, `Code::NoId`, `Code::ContradictoryRow` and
//! `Code::UneditableFile`, which no sources alone can show.

mod conversation;
mod editing;
mod entering;
mod lists;
mod mistakes;

use std::process::{Command, Output, Stdio};
use std::{fs, io::Write};

use diptych::diagnostics::Source;
use diptych::enrolment::{Entry, Fact, compose, keys, standing};

use crate::publications::Project;

/// A publication in English and Spanish with a work that can be endorsed and one that cannot.
fn publication() -> Project {
    let project = Project::new();
    let work = |endorsable: bool| {
        format!(
            "kind: guidelines\ntitle:\n  en: Home\n  es: Hogar\nedition:\n  number: \"1.0\"\n  status: adopted\n  \
             date: 2026-01-15\nendorsable: {endorsable}\n"
        )
    };
    project.write("content/guidelines/home/work.yaml", work(true)).write("content/guidelines/closed/work.yaml", work(false));
    for folder in ["home", "closed"] {
        project.page(&format!("guidelines/{folder}/01-rights.{{}}"), "## Shelter {#shelter}\n\nA text.\n");
    }
    project.page("index.{}", "A text.\n");
    project
}

fn diptych(project: &Project, arguments: &[&str]) -> Output {
    answered(project, arguments, "")
}

/// The same, with lines to read.
fn answered(project: &Project, arguments: &[&str], lines: &str) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_diptych"));
    command.args(["--root", project.root().as_str(), "signatories"]).args(arguments);
    command.env("LC_ALL", "C").stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().expect("the binary runs");
    // Whoever refuses to run reads nothing.
    let _ = child.stdin.take().expect("piped").write_all(lines.as_bytes());
    child.wait_with_output().expect("it ends")
}

fn code(output: &Output) -> i32 {
    output.status.code().expect("the binary ends by itself")
}

fn text(bytes: &[u8]) -> &str {
    std::str::from_utf8(bytes).expect("output is UTF-8")
}

fn file(project: &Project, id: &str) -> String {
    fs::read_to_string(project.root().join(format!("content/signatories/{id}.yaml"))).expect("the file is there")
}

fn facts(said: &[(&str, &str)]) -> Vec<Fact> {
    said.iter().map(|(key, value)| Fact::new(key, *value).unwrap_or_else(|| panic!("{key} is a key"))).collect()
}

/// Keys and values.
type Said = Vec<(String, String)>;

/// What a text says of an institution, and of each of its endorsements.
fn said(text: &str) -> (Said, Vec<Said>) {
    let entry = standing::entry(&Source::new("file.yaml", text)).expect("it is YAML");
    let list = |facts: &[Fact]| facts.iter().map(|fact| (fact.key.name.clone(), fact.value.clone())).collect();
    (list(&entry.own), entry.endorsements.iter().map(|own| list(own)).collect())
}

#[test]
fn whatever_is_said_is_read_back() {
    let texts = [
        "Ayuntamiento",
        "A: b",
        "a:",
        "- a",
        "#no",
        "a #b",
        "true",
        "No",
        "null",
        "12",
        "1.0",
        "2026-05-04",
        "0x1F",
        "1e3",
        "12:30:00",
        "'quoted' \"twice\"",
        "back\\slash",
        "{a}",
        "[a]",
        "a, b",
        "*a",
        "&a",
        "!a",
        "|",
        ">",
        "%a",
        "@a",
        "`a`",
        "?",
        "=HYPERLINK(\"x\")",
        "<b>x</b>",
        "مجلس المدينة",
        "東京都",
        "Conseil municipal d’Aÿ",
        "line one\nline two",
        "one\n\n  two",
        "tab\there",
        "\u{a0}no-break",
        "e\u{301}",
        "a\u{2028}b",
        "C'est",
        "o",
        "~",
    ];
    let long = "word ".repeat(60);
    let longest = "x".repeat(2_000);
    for value in texts.iter().copied().chain([long.trim(), &longest]) {
        let mut entry =
            Entry { own: facts(&[("id", "a-b"), ("names.es", value), ("acronym.en", value)]), endorsements: Vec::new() };
        entry.endorsements.push(facts(&[("work", value), ("authority.body", value), ("reservations.es", value)]));
        entry.endorsements.push(facts(&[("edition", "1.10"), ("signed", "2026-05-04"), ("withdrawal.reference", value)]));
        let composed = compose::file(&entry);
        let (own, endorsements) = said(&composed.text);
        assert!(own.contains(&("names.es".into(), value.into())), "{value:?}\n{}", composed.text);
        assert!(own.contains(&("acronym.en".into(), value.into())), "{value:?}\n{}", composed.text);
        assert_eq!(endorsements[0].iter().filter(|(_, said)| said == value).count(), 3, "{value:?}\n{}", composed.text);
        assert_eq!(endorsements[1][2].1, value, "{}", composed.text);
        // Within brackets too.
        let list = format!("endorsements: [{}]\n", compose::flow(&entry.endorsements[0]).text);
        assert_eq!(said(&list).1[0].iter().filter(|(_, said)| said == value).count(), 3, "{list}");
    }
}

/// The keys are listed once in the records, and once in the order in which they are written.
#[test]
fn the_keys_are_those_of_the_records() {
    let tags = ["en".to_owned()];
    let all = keys::all(&tags, 1);
    let book = publication();
    let (read, _) = crate::publications::resolve(book.root(), false);
    let book = read.expect("a publication").book;
    // What each map knows, it says of a key that it does not know.
    let maps = [
        ("", "zzzzzzzz: 1\n"),
        ("history.1", "history:\n  - zzzzzzzz: 1\n"),
        ("identifiers", "identifiers: {zzzzzzzz: 1}\n"),
        ("verification", "verification: {zzzzzzzz: 1}\n"),
        ("authorisation", "authorisation: {zzzzzzzz: 1}\n"),
        ("logo", "logo: {zzzzzzzz: 1}\n"),
        ("endorsements", "endorsements:\n  - zzzzzzzz: 1\n"),
        ("authority", "endorsements:\n  - authority: {zzzzzzzz: 1}\n"),
        ("withdrawal", "endorsements:\n  - withdrawal: {zzzzzzzz: 1}\n"),
    ];
    for (map, yaml) in maps {
        let (_, found) = diptych::documents::signatory::read(&Source::new("a.yaml", yaml), &book);
        let unknown = found.iter().find(|found| found.code == diptych::diagnostics::Code::UnknownKey).expect(map);
        let known = unknown.arguments.iter().find(|(name, _)| *name == "known").expect("a list");
        let diptych::diagnostics::Argument::Text(known) = &known.1 else { panic!("a text") };
        let mut known: Vec<&str> = known.split(", ").filter(|key| *key != "endorsements").collect();
        let below = |key: &keys::Key| match map {
            "" => (key.owner == keys::Owner::Institution).then(|| key.name.clone()),
            "endorsements" => (key.owner == keys::Owner::Endorsement).then(|| key.name.clone()),
            map => key.name.strip_prefix(map)?.strip_prefix('.').map(str::to_owned),
        };
        let firsts = all.iter().filter_map(below).map(|rest| rest.split('.').next().expect("a part").to_owned());
        let mut firsts: Vec<String> = firsts.collect();
        firsts.sort();
        firsts.dedup();
        known.sort_unstable();
        assert_eq!(firsts, known, "below “{map}”");
    }
}

/// The blocks between fences of a language, in the order of the page.
fn blocks(language: &str) -> Vec<String> {
    let page = fs::read_to_string(crate::publications::repository().join("docs/register.md")).expect("the page is there");
    let fence = format!("\n```{language}\n");
    let rest = page.split(&fence).skip(1);
    rest.map(|rest| rest.split("```").next().expect("an end").to_owned()).collect()
}

/// The page shows every key that there is, and nothing else.
#[test]
fn the_page_shows_every_key() {
    let whole = &blocks("yaml")[0];
    let entry = standing::entry(&Source::new("file.yaml", whole.as_str())).expect("it is YAML");
    let said: Vec<&Fact> = entry.own.iter().chain(&entry.endorsements[0]).collect();
    for key in keys::all(&["es".to_owned()], 1) {
        assert!(said.iter().any(|fact| fact.key == key), "{} is not shown", key.name);
    }
    let project = publication();
    let book = crate::publications::resolve(project.root(), false).0.expect("a publication").book;
    let source = Source::new("content/signatories/es-ayuntamiento-de-ejemplo.yaml", whole.as_str());
    let (_, found) = diptych::documents::signatory::read(&source, &book);
    // It is active and shows what a withdrawal looks like.
    assert_eq!(crate::publications::codes(&found), [diptych::diagnostics::Code::ContradictoryStatus]);
}

/// The list, its mapping and what is said of it are those of the page.
#[test]
fn the_page_shows_what_an_import_says() {
    let page = fs::read_to_string(crate::publications::repository().join("docs/register.md")).expect("the page is there");
    let list = blocks("").into_iter().find(|block| block.starts_with("Municipio;")).expect("a list");
    let mapping = blocks("yaml").into_iter().find(|block| block.starts_with("columns:")).expect("a mapping");
    let project = publication();
    project.write("towns.csv", list).write("towns.yaml", mapping);
    let path = |name: &str| project.root().join(name).to_string();
    let said = |partial: &[&str]| {
        let (list, map) = (path("towns.csv"), path("towns.yaml"));
        let output = diptych(&project, &[&["import", list.as_str(), "--map", map.as_str()], partial].concat());
        (text(&output.stderr).replace(&list, "towns.csv"), text(&output.stdout).replace(&list, "towns.csv"))
    };
    let (errors, rows) = said(&[]);
    // The report comes first, then the rows, then what they amount to.
    let (report, sums) = errors.split_once("no warnings.\n").expect("a report");
    let report = report.replace("Rows", "\u{0}");
    assert!(page.contains(&format!("{report}no warnings.\n{rows}{sums}")), "{report}no warnings.\n{rows}{sums}");
    let (errors, rows) = said(&["--partial"]);
    let sums = errors.split_once("no warnings.\n").expect("a report").1;
    assert!(page.contains(&format!("{rows}{sums}")), "{rows}{sums}");
    let (errors, _) = said(&["--partial"]);
    assert!(page.contains(errors.split_once("no warnings.\n").expect("a report").1), "{errors}");
}

/// What the commands say is there in every language, with the same arguments.
#[test]
fn the_words_are_there_in_every_language() {
    let words = |language: &str| {
        let path = crate::publications::repository().join(format!("locales/{language}/tool/signatories.ftl"));
        let text = fs::read_to_string(path).expect("readable");
        let resource = fluent_syntax::parser::parse(text).unwrap_or_else(|(_, errors)| panic!("{language}: {errors:?}"));
        let message = |entry| match entry {
            fluent_syntax::ast::Entry::Message(message) => {
                let text = format!("{:?}", message.value);
                let variables = text.split("VariableReference { id: Identifier { name: \"").skip(1);
                let variables: std::collections::BTreeSet<String> =
                    variables.map(|rest| rest.split('"').next().expect("a name").to_owned()).collect();
                Some((message.id.name, variables))
            }
            _ => None,
        };
        resource.body.into_iter().filter_map(message).collect::<std::collections::BTreeMap<_, _>>()
    };
    assert_eq!(words("en"), words("es"));
    let code = crate::publications::files(&crate::publications::repository().join("src")).into_values();
    let code: String = code.map(|bytes| String::from_utf8(bytes).expect("UTF-8")).collect();
    for id in words("en").keys() {
        assert!(code.contains(&format!("\"{id}\"")), "nothing says “{id}”");
    }
}
