//! Records: YAML and TOML as typed values, with every mistake and its place.

use std::sync::Arc;

use diptych::diagnostics::{Code, Diagnostic, Source};
use diptych::record::{ByLanguage, EditionNumber, Field, Node, Reader, Spanned, Texts, Value, node};
use diptych::{record, words};
use jiff::civil::Date;

words! {
    pub enum Colour {
        Red = "red",
        Green = "green",
    }
}

record! {
    pub struct House {
        pub name: Spanned<String>,
        pub number: Option<EditionNumber>,
        pub built: Option<Date>,
        pub rooms: Vec<Room>,
        pub inhabited: Option<bool>,
        pub titles: Option<Texts>,
        pub colours: Option<ByLanguage<Colour>>,
    }
}

record! {
    pub struct Room {
        pub name: String,
        pub colour: Option<Colour>,
    }
}

fn yaml(text: &str) -> (Option<House>, Vec<(Code, String)>) {
    let source = Source::new("house.yaml", text);
    let tree = node::yaml(&source, 0..text.len()).expect("the YAML can be read");
    let mut reader = Reader::new(&source);
    let house = House::decode(&tree, &mut reader);
    (house, reader.diagnostics.iter().map(|found| (found.code, written(found))).collect())
}

fn written(found: &Diagnostic) -> String {
    found.place.source.text[found.place.span.range()].to_owned()
}

fn found(mistakes: &[(Code, &str)]) -> Vec<(Code, String)> {
    mistakes.iter().map(|(code, text)| (*code, (*text).to_owned())).collect()
}

#[test]
fn a_sound_record_is_read_whole() {
    let text = "name: Nº 12\nnumber: \"1.10\"\nbuilt: 1911-05-04\nrooms:\n  - name: Hall\n  - { name: Attic, colour: green }\ninhabited: true\ntitles: { en: Home, es: Hogar }\n";
    let (house, mistakes) = yaml(text);
    assert_eq!(mistakes, []);
    let house = house.expect("a house");
    assert_eq!((house.name.value.as_str(), &text[house.name.span.range()]), ("Nº 12", "Nº 12"));
    assert_eq!(house.number, Some(EditionNumber("1.10".to_owned())));
    assert_eq!(house.built, Some(jiff::civil::date(1911, 5, 4)));
    assert_eq!(house.rooms[1].colour.map(Colour::word), Some("green"));
    assert_eq!(house.titles.expect("titles").get("es").map(String::as_str), Some("Hogar"));
}

#[test]
fn all_mistakes_are_found_at_once_where_they_stand() {
    let text = "nme: X\nnumber: 1.0\nbuilt: 1911-5-4\nrooms:\n  - colour: gren\n  - Attic\ninhabited: yes\ntitles: Home\ncolours: { en: blue, es: red }\n";
    let expected = [
        (Code::UnknownKey, "nme"),
        (Code::UnquotedNumber, "1.0"),
        (Code::WrongType, "1911-5-4"),
        (Code::MissingKey, ""),
        (Code::UnknownValue, "gren"),
        (Code::WrongType, "Attic"),
        (Code::WrongType, "yes"),
        (Code::WrongType, "Home"),
        (Code::UnknownValue, "blue"),
    ];
    let (house, mistakes) = yaml(text);
    assert!(house.is_none());
    assert_eq!(mistakes, found(&expected));
}

/// A key that is there under a mistyped name is not missing as well.
#[test]
fn a_mistyped_key_is_reported_once() {
    assert_eq!(yaml("naem: X\n").1, found(&[(Code::UnknownKey, "naem")]));
    assert_eq!(yaml("label: X\n").1, found(&[(Code::UnknownKey, "label"), (Code::MissingKey, "")]));
}

#[test]
fn what_is_empty_is_absent_where_it_may_be() {
    let (house, mistakes) = yaml("name: X\nnumber:\nbuilt: ~\ninhabited: null\n");
    assert_eq!(mistakes, []);
    let house = house.expect("a house");
    assert!(house.number.is_none() && house.built.is_none() && house.inhabited.is_none() && house.rooms.is_empty());
    assert_eq!(yaml("name:\n").1, found(&[(Code::WrongType, "")]));
}

#[test]
fn dates_are_days_that_exist() {
    for (date, fine) in
        [("2024-02-29", true), ("2023-02-29", false), ("2026-13-01", false), ("04-05-2026", false), ("2026-05-04T10", false)]
    {
        let (house, mistakes) = yaml(&format!("name: X\nbuilt: {date}\n"));
        assert_eq!(house.is_some(), fine, "{date}: {mistakes:?}");
    }
}

#[test]
fn numbers_of_editions_are_quoted_digits_and_dots() {
    for (number, fine) in [
        ("\"1\"", true),
        ("\"1.0.12\"", true),
        ("'2'", true),
        ("\"1.\"", false),
        ("\".1\"", false),
        ("\"v1\"", false),
        ("1", false),
        ("1.0", false),
        ("\"\"", false),
    ] {
        let (house, mistakes) = yaml(&format!("name: X\nnumber: {number}\n"));
        assert_eq!(house.is_some(), fine, "{number}: {mistakes:?}");
    }
}

/// Norway stays Norway, a version a text, and what looks like a number keeps its spelling.
#[test]
fn scalars_are_what_they_look_like() {
    let text = "[no, yes, on, true, 1.10, 1e3, 0x1f, 007, 2026-05-04, \"1\", ~, 'a ''b''', \"\\u00f1\"]";
    let source = Source::new("list.yaml", text);
    let tree = node::yaml(&source, 0..text.len()).map_err(|found| found.code);
    let Ok(Node { value: Value::List(items), .. }) = tree else { panic!("a list: {tree:?}") };
    let values: Vec<String> = items
        .iter()
        .map(|item| match &item.value {
            Value::Text(text) => format!("text {text}"),
            Value::Number(number) => format!("number {number}"),
            Value::Truth(truth) => format!("truth {truth}"),
            Value::Nothing => "nothing".to_owned(),
            other => format!("{other:?}"),
        })
        .collect();
    let expected = [
        "text no",
        "text yes",
        "text on",
        "truth true",
        "number 1.10",
        "number 1e3",
        "number 0x1f",
        "number 007",
        "text 2026-05-04",
        "text 1",
        "nothing",
        "text a 'b'",
        "text ñ",
    ];
    assert_eq!(values, expected);
    for item in &items {
        assert!(!text[item.span.range()].contains(','), "{:?}", &text[item.span.range()]);
    }
}

#[test]
fn block_scalars_are_texts_without_their_last_line_end() {
    let (house, mistakes) =
        yaml("name: >-\n  A house\n  of two lines\nrooms:\n  - name: |\n      Hall\n\n      and stairs\n");
    assert_eq!(mistakes, []);
    let house = house.expect("a house");
    assert_eq!((house.name.value.as_str(), house.rooms[0].name.as_str()), ("A house of two lines", "Hall\n\nand stairs"));
}

#[test]
fn places_in_front_matter_count_from_the_files_first_byte() {
    let text = "ñandú\nname: Ñ\nrooms: [{ name: é, colour: blau }]\n---\n";
    let source: Arc<Source> = Source::new("page.md", text);
    let (start, end) = (text.find("name").expect("there"), text.find("---").expect("there"));
    let tree = node::yaml(&source, start..end).expect("readable");
    let mut reader = Reader::new(&source);
    assert!(House::decode(&tree, &mut reader).is_none());
    assert_eq!(written(&reader.diagnostics[0]), "blau");
    assert_eq!(source.line_column(reader.diagnostics[0].place.span.start), (3, 28));
}

#[test]
fn aliases_stand_for_what_they_name() {
    let (house, mistakes) = yaml("name: X\nrooms:\n  - &hall { name: Hall, colour: red }\n  - *hall\n");
    assert_eq!(mistakes, []);
    assert_eq!(house.expect("a house").rooms.len(), 2);
}

#[test]
fn toml_is_read_in_the_order_of_the_file() {
    let source = Source::new("book.toml", "b = 1.50\na = \"x\"\n[d]\n[c]\n\"ñ\" = true\n");
    let Ok(Node { value: Value::Map(entries), .. }) = node::toml(&source) else { panic!("a table") };
    let keys: Vec<&str> = entries.iter().map(|(key, _)| key.text.as_str()).collect();
    assert_eq!(keys, ["b", "a", "d", "c"]);
    for (key, value) in &entries {
        assert_eq!(&source.text[key.span.range()], key.text);
        assert!(source.text.is_char_boundary(value.span.end as usize));
    }
}

/// What cannot be read ends in a diagnostic, whatever it is.
#[test]
fn odd_yaml_is_refused_or_read() {
    let odd = [
        "",
        "\n",
        "# only a comment\n",
        "---\n",
        "a: b\n---\nc: d\n",
        "? [a, b]\n: c\n",
        "1: x\n",
        "~: x\n",
        "- - - a\n",
        "{",
        "\"",
        "'",
        "&a *a",
        "*a",
        "!!binary x",
        "!include /etc/passwd",
        "name: ${HOME}\n",
        "<<: { name: X }\n",
        "\t",
        "name: \u{0}\n",
        "name: \"\\ud800\"\n",
        "%YAML 3.0\n---\n",
        "name: 1e999\n",
        "a: |\n",
        "[.nan, -.inf]",
        "a: >8\n x\n",
        "@",
        "`",
    ];
    for text in odd {
        let source = Source::new("odd.yaml", text);
        match node::yaml(&source, 0..text.len()) {
            Ok(tree) => drop(House::decode(&tree, &mut Reader::new(&source))),
            Err(found) => assert_eq!(found.code, Code::MalformedYaml, "{text:?}"),
        }
    }
    assert_eq!(yaml("name: ${HOME}\n").0.expect("a house").name.value, "${HOME}");
}
