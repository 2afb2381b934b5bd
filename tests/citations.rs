//! Citations and references: what a style makes of an article, beside the printed form; what hostile bibliographies cannot do.

mod chance;

use diptych::diagnostics::{Code, Place, Source, Span, any_error};
use diptych::publication::bibliography::{gave_up, parse};
use diptych::publication::citations::Run;

use crate::publications::{Project, codes, document, reported};

const WORKS: &str = r#"
@book{jacobs, author = {Jacobs, Jane}, title = {The death and life of great {American} cities}, publisher = {Random House},
  address = {New York, NY, USA}, year = 1961, langid = {english}}
@article{sampson, author = {Sampson, Robert J. and Raudenbush, Stephen W. and Earls, Felton},
  title = {Neighborhoods and violent crime: A multilevel study of collective efficacy}, journal = {Science}, volume = 277,
  number = 5328, pages = {918--924}, year = 1997, month = aug, doi = {10.1126/science.277.5328.918}, langid = {english}}
@article{buvinic, author = {Buvini{\'c}, Mayra and Morrison, Andrew R.}, title = {Living in a more violent world},
  journal = {Foreign Policy}, number = 118, pages = {58--72}, year = 2000, langid = {english}}
"#;

/// A book with one text in two languages.
fn book(style: &str, bib: &str, text: &str) -> Project {
    let project = Project::in_languages(&["en", "es"]);
    project.page("index.{}", "");
    // One text stands for both languages.
    let work =
        "kind: proceedings\ntitle: { en: Book, es: Libro }\nbibliography: works.bib\nseverity: { different-numbers: off }\n";
    project.write("content/book/work.yaml", format!("{work}citation_style: {style}\n"));
    project.write("content/book/works.bib", bib);
    project.page("book/index.{}", text);
    project
}

/// Italics as `*words*`.
fn written(runs: &[Run]) -> String {
    runs.iter().map(|run| if run.italic { format!("*{}*", run.text) } else { run.text.clone() }).collect()
}

/// The citations of a text and its references.
fn set(style: &str, language: &str, text: &str) -> (Vec<String>, Vec<String>) {
    let publication = book(style, WORKS, text).sound();
    let (index, _) = document(&publication, &format!("book/index.{language}.md"));
    let texts = &publication.citations[index];
    let references = texts.references.iter().map(|reference| written(&reference.runs).trim().to_owned()).collect();
    (texts.citations.iter().map(|runs| written(runs)).collect(), references)
}

const ARTICLE: &str = "One [@jacobs, p. 50], pages [@jacobs, pp. 50-54], two [@buvinic], three [@sampson], all \
    [@sampson; @jacobs; @buvinic], as Jacobs [-@jacobs] says [see @sampson; also @jacobs, chap. 2].";

/// Publication Manual of the American Psychological Association, seventh edition: sections 8.11 to 8.17 (citations in the text), 9.7 to
/// 9.38 (elements of references), examples 1 and 20 of chapter 10.
#[test]
fn an_article_in_the_style_of_apa() {
    let (citations, references) = set("apa", "en", ARTICLE);
    let wanted = [
        "(Jacobs, 1961, p. 50)",
        "(Jacobs, 1961, pp. 50–54)",
        "(Buvinić & Morrison, 2000)",
        "(Sampson et al., 1997)",
        "(Buvinić & Morrison, 2000; Jacobs, 1961; Sampson et al., 1997)",
        "(1961)",
        "(see Sampson et al., 1997; also Jacobs, 1961, Chapter 2)",
    ];
    assert_eq!(citations, wanted);
    let wanted = [
        "Buvinić, M., & Morrison, A. R. (2000). Living in a more violent world. *Foreign Policy*, (118), 58–72.",
        "Jacobs, J. (1961). *The death and life of great American cities*. Random House.",
        "Sampson, R. J., Raudenbush, S. W., & Earls, F. (1997). Neighborhoods and violent crime: A multilevel study of collective \
         efficacy. *Science*, *277*(5328), 918–924. https://doi.org/10.1126/science.277.5328.918",
    ];
    assert_eq!(references, wanted);
}

/// IEEE Reference Guide (2023): sections I (citing references in the text), II.B (books), II.L (periodicals).
#[test]
fn the_same_article_in_the_style_of_ieee() {
    let (citations, references) = set("ieee", "en", ARTICLE);
    let wanted = ["[1, p. 50]", "[1, pp. 50–54]", "[2]", "[3]", "[1], [2], [3]", "[1]", "see [3], also [1, Ch. 2]"];
    assert_eq!(citations, wanted);
    let wanted = [
        "[1] J. Jacobs, *The death and life of great American cities*. New York, NY, USA: Random House, 1961.",
        "[2] M. Buvinić and A. R. Morrison, “Living in a more violent world,” *Foreign Policy*, no. 118, pp. 58–72, 2000.",
        "[3] R. J. Sampson, S. W. Raudenbush, and F. Earls, “Neighborhoods and violent crime: A multilevel study of collective \
         efficacy,” *Science*, vol. 277, no. 5328, pp. 918–924, Aug. 1997, doi: 10.1126/science.277.5328.918.",
    ];
    assert_eq!(references, wanted);
}

/// IEEE Reference Guide, section I: references are numbered in the order in which they are cited. A note is read where the text refers
/// to it, wherever its body was typed.
#[test]
fn numbers_count_in_the_order_in_which_a_reader_meets_citations() {
    let text = "[^b]: Typed first [@sampson].[^c]\n\nOne [@jacobs].[^b] Then [@buvinic].\n\n[^a]: Never referred to [@sampson].\n\n\
        [^c]: Within [@jacobs; @sampson].\n";
    let publication = book("ieee", WORKS, text);
    let (publication, _) = crate::publications::resolve(publication.root(), false);
    let publication = publication.expect("a publication");
    let (index, _) = document(&publication, "book/index.en.md");
    let texts = &publication.citations[index];
    let citations: Vec<String> = texts.citations.iter().map(|runs| written(runs)).collect();
    assert_eq!(citations, ["[2]", "[1]", "[3]", "[2]", "[1], [2]"]);
    let keys: Vec<&str> = texts.references.iter().map(|reference| reference.key.as_str()).collect();
    assert_eq!(keys, ["jacobs", "sampson", "buvinic"]);
    // The first way back leads to the place where a reader first meets it.
    assert_eq!(texts.references[1].cited, [0, 4, 3]);
}

/// A text is cited in its own language, whatever its reader's is.
#[test]
fn citations_are_in_the_language_of_the_text() {
    let (citations, references) =
        set("chicago-author-date", "es", "Dos [@buvinic, págs. 60-61], tres [@sampson, cap. 2; @jacobs].");
    assert_eq!(citations, ["(Buvinić y Morrison 2000, 60–61)", "(Sampson et\u{a0}al. 1997, cap. 2; Jacobs 1961)"]);
    assert!(references[0].contains(" y "), "{references:?}");
}

/// Every link leads to an entry, and back to each place that cites it.
#[test]
fn entries_know_where_they_are_cited() {
    let publication = book("apa", WORKS, "[@jacobs] [@sampson; @jacobs][^1]\n\n[^1]: [@jacobs; @buvinic]\n").sound();
    let (index, _) = document(&publication, "book/index.en.md");
    let texts = &publication.citations[index];
    let cited = |key: &str| &texts.references.iter().find(|own| own.key == key).expect("an entry").cited;
    assert_eq!((cited("jacobs"), cited("sampson"), cited("buvinic")), (&vec![0, 1, 2], &vec![1], &vec![2]));
    for (number, runs) in texts.citations.iter().enumerate() {
        for reference in runs.iter().filter_map(|run| run.reference) {
            assert!(texts.references[reference].cited.contains(&number));
        }
    }
}

#[test]
fn brackets_that_are_citations_and_such_that_are_not() {
    let keys = |text: &str| {
        let project = Project::in_languages(&["en"]);
        project.page("index.en", text);
        codes(&project.check()).iter().filter(|code| **code == Code::NoBibliography).count()
    };
    let citations = [
        "[@a]",
        "[-@a]",
        "[see @a]",
        "[see -@a, p. 3]",
        "[@a; @b]",
        "[@a_b_c]",
        "[@a:2011]",
        "[@a.b/c]",
        "([@a])",
        "[@a](p. 3)",
        "[@a]: so",
        "*[@a]*",
        "[@a\n@b]",
    ];
    for text in citations {
        assert_eq!(keys(&format!("As in {text}.")), 1, "{text}");
    }
    assert_eq!(keys("> As in [@a;\n> @b]."), 1);
    assert_eq!(keys("As in [@a][@b]."), 1);
    let others = [
        "[a@b.example]",
        "[\\@a]",
        "`[@a]`",
        "\\[@a\\]",
        "[@]",
        "[@;]",
        "[@a; b]",
        "[a](b.md)",
        "[palabra]{lang=es}",
        "<a@b.example>",
        "@a",
    ];
    for text in others {
        assert_eq!(keys(&format!("As in {text}.")), 0, "{text}");
    }
}

fn source(text: impl Into<std::sync::Arc<str>>) -> std::sync::Arc<Source> {
    Source::new("content/works.bib", text.into())
}

#[test]
fn what_the_library_says_when_it_fails() {
    let source = source("@misc{x, title = {A}}");
    let place = Place::new(&source, Span::new(6, 7));
    let wanted = "error[malformed-bibliography]: the library that sets citations fails here (index out of bounds)\n \
        --> content/works.bib:1:7\n  |\n1 | @misc{x, title = {A}}\n  |       ^\n  |\n  \
        = help: the fault lies in the library, not in the text: please report the message together with the bibliography\n";
    assert_eq!(reported(&[gave_up(place, "index out of bounds".to_owned())]).trim_end(), wanted.trim_end());
}

/// What would go round in circles, fill the memory or the stack, or take hours, ends in a diagnostic.
#[test]
fn hostile_bibliographies_end_in_a_diagnostic() {
    let many = |count: usize, one: &dyn Fn(usize) -> String| (0..count).map(one).collect::<String>();
    let laughs = many(60, &|n| format!("@string{{s{} = s{n} # s{n}}}\n", n + 1));
    let cases = [
        ("a string of itself", "@string{a = a}\n@misc{x, title = a, year = 2001}".to_owned(), Code::UndefinedString),
        ("strings in a ring", "@string{a = b}\n@string{b = a}\n@misc{x, title = b}".to_owned(), Code::UndefinedString),
        ("strings that double", format!("@string{{s0 = \"ha\"}}\n{laughs}@misc{{x, title = s60}}"), Code::TooMany),
        ("braces", format!("@misc{{x, title = {}{}}}", "{".repeat(100_000), "}".repeat(100_000)), Code::TooDeep),
        ("some braces", format!("@misc{{x, title = {}{}}}", "{".repeat(50), "}".repeat(50)), Code::TooDeep),
        ("commands", format!("@misc{{x, title = {{{}x{}}}}}", "\\a{".repeat(60), "}".repeat(60)), Code::TooDeep),
        ("open braces", "{".repeat(100_000) + "@misc{" + &"{".repeat(100_000), Code::MalformedBibliography),
        ("parts", format!("@misc{{x, title = {{{}}}}}", "{a}".repeat(300_000)), Code::TooMany),
        ("joined parts", format!("@misc{{x, title = {}\"\"}}", "\"\" # ".repeat(100_000)), Code::TooMany),
        ("entries", many(20_000, &|n| format!("@misc{{x{n}, title = {{A}}}}\n")), Code::TooMany),
        ("broken entries", "@\n".repeat(100_000), Code::MalformedBibliography),
        ("nothing but signs", "@".repeat(100_000), Code::MalformedBibliography),
        ("an entry of itself", "@misc{x, title = {A}, crossref = {x}}".to_owned(), Code::UnknownReference),
    ];
    for (name, text, wanted) in cases {
        let (_, diagnostics) = parse(&source(text), Some(2027), &[]);
        assert!(
            diagnostics.iter().any(|found| found.code == wanted),
            "{name}: {}",
            reported(&diagnostics[..diagnostics.len().min(3)])
        );
    }
    let harmless = [
        "",
        "\u{feff}",
        "just words",
        "@comment{@misc{x}}",
        "% @misc{x}\n",
        "@misc{x, title = {A}, xdata = {x}, ids = {x, y}}",
        "@misc{a, title = {A}, crossref = {b}}\n@misc{b, title = {B}, crossref = {a}}",
        "@misc{a, title = {A}, xdata = {b}}\n@xdata{b, title = {B}, xdata = {a}}",
        "@MISC{x,\r\n TITLE = {A},\r\n}\r\n",
    ];
    for text in harmless {
        let (_, diagnostics) = parse(&source(text), None, &[]);
        assert!(!any_error(&diagnostics), "{text}: {}", reported(&diagnostics));
    }
}

/// Whatever stands in the fields: the library may set it badly, and never fails.
#[test]
fn no_value_of_a_field_stops_a_style() {
    const KINDS: [&str; 16] = [
        "article",
        "book",
        "inbook",
        "incollection",
        "inproceedings",
        "proceedings",
        "manual",
        "mastersthesis",
        "phdthesis",
        "misc",
        "techreport",
        "unpublished",
        "online",
        "dataset",
        "patent",
        "anything",
    ];
    const FIELDS: [&str; 30] = [
        "author",
        "editor",
        "title",
        "subtitle",
        "shorttitle",
        "journal",
        "booktitle",
        "maintitle",
        "volume",
        "volumes",
        "number",
        "issue",
        "pages",
        "pagetotal",
        "edition",
        "series",
        "chapter",
        "publisher",
        "address",
        "institution",
        "note",
        "type",
        "url",
        "doi",
        "isbn",
        "date",
        "year",
        "month",
        "urldate",
        "langid",
    ];
    const VALUES: [&str; 40] = [
        "A",
        "",
        " ",
        "{}",
        "{{}}",
        "1",
        "-1",
        "0",
        "99999999999999999999",
        "1--2",
        "2--1",
        "1, 3--4",
        "iv--ix",
        "--",
        "-",
        ",",
        "and",
        "A and",
        "and others",
        "A and others",
        "{A and B}",
        ",,",
        "A, B, C, D",
        "von der A, Jr, B",
        "$x$",
        "\\'{e}",
        "\\\"o",
        "--- –",
        "2001",
        "2001-02-03",
        "2001/2002",
        "2001~",
        "/2001",
        "oct",
        "https://a.example/ä?b=c#d",
        "10.1000/x",
        "english",
        "klingon",
        "¿?",
        "\u{202e}a\u{0301}\u{1f9d1}\u{200d}\u{1f33e}",
    ];
    // A linear congruential generator (Knuth): the same entries in every run.
    let mut state: u64 = 42;
    let mut next = |below: usize| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (state >> 33) as usize % below
    };
    let mut bib = String::new();
    for number in 0..250 {
        bib.push_str(&format!("@{}{{k{number}", KINDS[next(KINDS.len())]));
        for _ in 0..=next(8) {
            bib.push_str(&format!(", {} = {{{}}}", FIELDS[next(FIELDS.len())], VALUES[next(VALUES.len())]));
        }
        bib.push_str("}\n");
    }
    let (bibliography, _) = parse(&source(bib.as_str()), None, &[]);
    assert!(bibliography.entries.len() > 60, "{} of 250 entries are of use", bibliography.entries.len());
    let keys: Vec<&str> = bibliography.entries.keys().map(String::as_str).collect();
    let locators = ["", ", p. 3", ", pp. iv-ix", ", §", ", cap. 2", ", and so on", ", 3", ", vol. –"];
    let cited: Vec<String> =
        keys.chunks(3).enumerate().map(|(nth, keys)| format!("[@{}{}]", keys.join("; -@"), locators[nth % 8])).collect();
    let text = cited.join(" and ");
    for style in ["apa", "ieee", "modern-language-association"] {
        let project = book(style, &bib, &text);
        let (publication, diagnostics) = crate::publications::resolve(project.root(), false);
        assert!(publication.is_some(), "{style}: {}", reported(&diagnostics));
    }
}
