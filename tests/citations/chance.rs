//! What no bibliography and no citation can do, whatever stands in them: end the run.
//!
//! Entries are made up by chance, and by the same chance in every run, of whatever BibTeX, names, dates and numbers are made of. Each case
//! is a publication of many works, each with a style and a bibliography of its own, because reading one takes less time than its theme.

use diptych::diagnostics::Code;
use proptest::prelude::*;
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};

use super::source;
use crate::publications::{Project, resolve};
use diptych::publication::bibliography::parse;

const KINDS: [&str; 14] = [
    "article",
    "book",
    "inbook",
    "incollection",
    "inproceedings",
    "proceedings",
    "manual",
    "thesis",
    "misc",
    "report",
    "unpublished",
    "online",
    "patent",
    "anything",
];
const FIELDS: [&str; 34] = [
    "author",
    "editor",
    "translator",
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
    "origdate",
    "eventdate",
    "langid",
    "crossref",
];
const PIECES: [&str; 76] = [
    "A",
    "Ana",
    "B",
    "Ñ",
    "é",
    " ",
    " ",
    " and ",
    "and",
    " and others",
    ",",
    ", ",
    "von ",
    "de la ",
    "Jr",
    ".",
    "-",
    "--",
    "–",
    "/",
    ":",
    ";",
    "{",
    "}",
    "{}",
    "{{",
    "}}",
    "{A}",
    "$",
    "$x$",
    "\\",
    "\\'{e}",
    "\\\"o",
    "\\emph{",
    "\\url{",
    "~",
    "#",
    "%",
    "&",
    "\"",
    "``",
    "''",
    "1",
    "2",
    "0",
    "-1",
    "10",
    "99999999999999999999",
    "1.5",
    "iv",
    "2001",
    "2001-02",
    "2001-02-30",
    "2001-02-03",
    "/",
    "..",
    "0000",
    "9999",
    "oct",
    "13",
    "1st",
    "2nd",
    "https://a.example/",
    "10.1000/x",
    "english",
    "spanish",
    "k1",
    "k2",
    "\u{301}",
    "\u{200d}",
    "\u{202e}",
    "水",
    "🙂",
    "\u{0}",
    "\t",
    "\n",
];
const STYLES: [&str; 11] = [
    "apa",
    "ieee",
    "chicago-author-date",
    "modern-language-association",
    "vancouver",
    "american-medical-association",
    "harvard-cite-them-right",
    "springer-basic",
    "nature",
    "american-sociological-association",
    "gb-7714-2015-numeric",
];
const LOCATORS: [&str; 14] = [
    "",
    "",
    "p. 3",
    "pp. iv-ix",
    "pp. -",
    "§",
    "cap. 2",
    "ch. 1, 2 & 3",
    "and so on",
    "3-",
    "vol. –",
    "p. 9999999999999999",
    "p. {",
    "&",
];

fn value() -> impl Strategy<Value = String> {
    let piece = prop_oneof![9 => proptest::sample::select(&PIECES[..]).prop_map(str::to_owned), 1 => any::<char>().prop_map(String::from)];
    proptest::collection::vec(piece, 0..6).prop_map(|pieces| pieces.concat())
}

/// Well formed as a whole, so that most of what is in them reaches the library.
fn entry() -> impl Strategy<Value = String> {
    let field = (proptest::sample::select(&FIELDS[..]), value()).prop_map(|(name, value)| format!(", {name} = {{{value}}}"));
    let title = value().prop_map(|title| format!(", title = {{T{title}}}"));
    let kind = proptest::sample::select(&KINDS[..]);
    (kind, title, proptest::collection::vec(field, 0..8))
        .prop_map(|(kind, title, fields)| format!("{kind}@{title}{}", fields.concat()))
}

/// A style, a bibliography and a text that cites all of it.
fn work() -> impl Strategy<Value = (&'static str, String, String)> {
    let cited = (proptest::sample::select(&LOCATORS[..]), any::<bool>(), any::<bool>());
    let entries = proptest::collection::vec((entry(), cited), 1..6);
    (proptest::sample::select(&STYLES[..]), entries).prop_map(|(style, entries)| {
        let (mut bibliography, mut text) = (String::new(), String::new());
        for (number, (entry, (locator, bare, joined))) in entries.iter().enumerate() {
            let (kind, fields) = entry.split_once('@').unwrap_or_default();
            let one = format!("@{kind}{{k{number}{fields}}}\n");
            // What spoils the whole file hides the rest.
            let is_sound = !parse(&source(one.as_str()), None, &[]).0.entries.is_empty();
            bibliography.push_str(if is_sound { &one } else { "" });
            let sign = if *bare { "-" } else { "" };
            let separator = if *joined && number > 0 { "; " } else { "] and [" };
            text.push_str(&format!("{separator}{sign}@k{number}, {locator}"));
        }
        (style, bibliography, format!("{}].\n", text.trim_start_matches(['[', ']', ' ', ';']).replacen("and [", "[", 1)))
    })
}

fn tried(cases: u32) {
    const WORKS: usize = 12;
    let config = Config { cases, failure_persistence: None, max_shrink_iters: 200, ..Config::default() };
    let mut runner = TestRunner::new_with_rng(config, TestRng::deterministic_rng(RngAlgorithm::ChaCha));
    let works = proptest::collection::vec(work(), WORKS);
    let outcome = runner.run(&works, |works| {
        let project = Project::in_languages(&["en"]);
        project.page("index.en", "");
        for (number, (style, bibliography, text)) in works.iter().enumerate() {
            let yaml = format!(
                "kind: proceedings\ntitle: {{en: Book {number}}}\nbibliography: works.bib\ncitation_style: {style}\n"
            );
            project.write(&format!("content/b{number}/work.yaml"), yaml);
            project.write(&format!("content/b{number}/works.bib"), bibliography);
            project.page(&format!("b{number}/index.en"), text);
        }
        let (publication, diagnostics) = resolve(project.root(), false);
        prop_assert!(publication.is_some());
        // So far no bibliography is known at which the library fails; one that is would be a case worth keeping.
        prop_assert!(diagnostics.iter().all(|found| found.hint != "hint-internal"), "{diagnostics:#?}");
        prop_assert!(diagnostics.iter().all(|found| found.code != Code::UnknownCitationStyle), "{diagnostics:#?}");
        Ok(())
    });
    outcome.unwrap_or_else(|failure| panic!("{failure}"));
}

#[test]
fn nothing_in_a_bibliography_ends_the_run() {
    tried(12);
}

/// Thousands of works: for whoever takes a new version of the library.
#[test]
#[ignore = "takes minutes"]
fn nothing_in_thousands_of_bibliographies_ends_the_run() {
    tried(400);
}
