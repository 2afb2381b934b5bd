//! What differs from language to language: quotation marks, dates, direction, messages.

use diptych::locale::QuotationMarks;

use crate::publications::{Project, document, resolve};

/// How a text is set in a language: the plain text of its first paragraph. Whether the interface speaks it does not matter.
fn set(tag: &str, text: &str) -> String {
    let project = Project::in_languages(&[tag]);
    project.write(&format!("content/index.{tag}.md"), format!("---\ntitle: Home\n---\n\n{text}\n"));
    let publication = resolve(project.root(), false).0.expect("a publication");
    let (_, document) = document(&publication, &format!("index.{tag}.md"));
    document.plain(document.blocks[0].inlines.clone())
}

#[test]
fn quotation_marks_are_each_languages_own() {
    let text = "\"outer 'inner' outer\"";
    assert_eq!(set("en", text), "“outer ‘inner’ outer”");
    assert_eq!(set("es", text), "«outer “inner” outer»");
    assert_eq!(set("de", text), "„outer ‚inner‘ outer“");
    assert_eq!(set("fr", text), "«outer «inner» outer»");
    assert_eq!(set("sv", text), "”outer ’inner’ outer”");
    assert_eq!(set("pt", text), "“outer ‘inner’ outer”");
    assert_eq!(set("pt-pt", text), "«outer “inner” outer»");
}

#[test]
fn an_apostrophe_is_no_quotation_mark() {
    for tag in ["en", "es", "de"] {
        assert_eq!(set(tag, "the residents' home, it's l'Hospitalet"), "the residents’ home, it’s l’Hospitalet", "{tag}");
    }
    assert_eq!(set("en", "He said 'it's mine' and left."), "He said ‘it’s mine’ and left.");
}

#[test]
fn dashes_and_dots_are_set_and_code_is_not() {
    assert_eq!(set("es", "1990--2011, y luego---fin..."), "1990–2011, y luego—fin…");
    assert_eq!(set("es", "`\"as -- typed...\"`"), "\"as -- typed...\"");
    assert_eq!(set("es", "\\\"escaped\\\""), "\"escaped\"");
    assert_eq!(set("es", "«already» “set”"), "«already» “set”");
}

#[test]
fn marks_come_from_the_language_and_not_from_its_region() {
    assert_eq!(QuotationMarks::of("es-mx"), QuotationMarks::of("es"));
    assert_eq!(QuotationMarks::of("de-at"), QuotationMarks::of("de"));
    assert_eq!(QuotationMarks::of("xx"), QuotationMarks::of("en"));
    let marks = QuotationMarks::of("ar");
    assert_eq!([marks.open, marks.close], ["”", "“"]);
}

#[test]
fn dates_are_said_in_words() {
    let project = Project::new();
    project.replace("book.toml", "name = \"en\"", "name = \"English\"\nformats = \"en-GB\"");
    let publication = project.sound();
    let date = jiff::civil::date(2026, 5, 4);
    assert_eq!(publication.languages[0].date(date), "4 May 2026");
    assert_eq!(publication.languages[1].date(date), "4 de mayo de 2026");
    project.replace("book.toml", "formats = \"en-GB\"", "formats = \"en-US\"");
    assert_eq!(project.sound().languages[0].date(date), "May 4, 2026");
}

#[test]
fn directions_are_those_of_the_scripts() {
    let direction = |tag: &str| {
        let project = Project::in_languages(&[tag]);
        let (sources, _) = diptych::sources::Sources::read(project.root()).expect("readable");
        let (documents, _) = diptych::documents::Documents::read(&sources, false, diptych::memo::Memo::none());
        documents.expect("documents").languages[0].direction.name()
    };
    for tag in ["en", "es", "zh-hant", "ku", "az"] {
        assert_eq!(direction(tag), "ltr", "{tag}");
    }
    for tag in ["ar", "he", "fa", "ur", "az-arab", "ckb", "yi"] {
        assert_eq!(direction(tag), "rtl", "{tag}");
    }
}

#[test]
fn messages_with_variables_take_their_values_as_they_are() {
    let publication = Project::new().sound();
    let text =
        |language: usize| publication.messages.text(language, "reference", &[("number", "3.2"), ("title", "<b>&</b>")]);
    assert_eq!(text(0), "3.2\u{a0}<b>&</b>");
    assert_eq!(publication.messages.text(1, "notes", &[]), "Notas");
    assert_eq!(publication.messages.text(0, "no-such-message", &[]), "no-such-message");
    assert_eq!(publication.messages.text(9, "notes", &[]), "notes");
}
