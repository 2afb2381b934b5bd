//! What holds of every text, tried on texts that nobody would write.
//!
//! The texts are made up by chance, and by the same chance in every run: out of any characters, and out of the dialect's own marks,
//! which find more. Each case is a whole work of several chapters, because reading one takes less time than reading its theme.

use diptych::diagnostics::{Diagnostic, Span};
use diptych::documents::Document;
use diptych::publication::Publication;
use proptest::prelude::*;
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};

use crate::dialect::guide::{self, Guide};
use crate::dialect::text_of;
use crate::markup::html_mistakes;
use crate::publications::{Site, made_site};

/// The dialect's marks, and what else may be between them.
const MARKS: [&str; 110] = [
    "*",
    "**",
    "_",
    "__",
    "~~",
    "`",
    "``",
    "```",
    "```\n",
    "~~~\n",
    "```rust\n",
    "[",
    "]",
    "![",
    "](",
    ")",
    "](02-rights.md)",
    "](02-rights.md#shelter)",
    "](#a)",
    "](https://example.org)",
    "](figures/map.svg)",
    "![x](figures/map.svg)",
    "[^",
    "[^a]",
    "[^b]",
    "[^a]: ",
    "[^b]: ",
    "[]",
    "[](#a)",
    "[a]: https://example.org\n",
    "[a]",
    "<",
    ">",
    "<https://example.org>",
    "<a@example.org>",
    "<!--",
    "-->",
    "<!-- x -->",
    "<b>",
    "</b>",
    "<div>\n",
    "</div>\n",
    "<script>",
    "<a href=\"https://example.org\">",
    "</a>",
    "<details>",
    "</details>",
    "<table>",
    "<p>",
    "<li>",
    "<br>",
    "<td>",
    "<svg>",
    "<style>",
    "[x[^a]](02-rights.md)",
    "[x <https://example.org>](02-rights.md)",
    "\n\n[^a]: x\n\n",
    "> ",
    "> > ",
    "> [!NOTE]\n",
    "> [!TIP] x\n",
    "- ",
    "* ",
    "+ ",
    "1. ",
    "3) ",
    "- [x] ",
    "- [ ] ",
    "  ",
    "    ",
    "\t",
    "| a | b |\n|---|:-:|\n",
    "| a ",
    "|\n",
    "|",
    "|---|\n",
    ": ",
    "\n: ",
    "Term\n: ",
    "\n\n: x {#c}\n\n",
    "## ",
    "### ",
    "# ",
    "##",
    " {#a}\n",
    "{#b}",
    "{#a .b c=d}",
    "{lang=es}",
    "[x]{lang=es}",
    "\n{lang=ar}\n",
    "{",
    "}",
    "\\",
    "\\\n",
    "  \n",
    "&",
    "&amp;",
    "&#0;",
    "&nbsp;",
    "\"",
    "'",
    "--",
    "---\n",
    "***\n",
    "...",
    "\n",
    "\n\n",
    "\r\n",
    "é",
    "سلامة",
];

/// Most tests are of several chapters.
const CHAPTERS: usize = 8;

fn characters() -> impl Strategy<Value = String> {
    let character = prop_oneof![
        6 => any::<char>(),
        3 => proptest::char::range(' ', '~'),
        1 => Just('\n'),
    ];
    proptest::collection::vec(character, 0..120).prop_map(String::from_iter)
}

pub fn marks() -> impl Strategy<Value = String> {
    let mark =
        prop_oneof![4 => proptest::sample::select(MARKS.to_vec()), 1 => Just("word"), 1 => Just(" "), 1 => Just("\n")];
    proptest::collection::vec(mark, 0..60).prop_map(|marks| marks.concat())
}

pub fn chapters(text: impl Strategy<Value = String>) -> impl Strategy<Value = Vec<String>> {
    proptest::collection::vec(text, 1..=CHAPTERS)
}

/// The same cases in every run. What fails is shortened as far as it still fails. `PROPERTY_CASES=40` makes forty times as many,
/// others in every run: for whoever has changed the parser and has a minute.
pub fn for_all<S: Strategy>(cases: u32, strategy: S, holds: impl Fn(S::Value)) {
    let times = std::env::var("PROPERTY_CASES").ok().map(|times| times.parse::<u32>().expect("a number"));
    let cases = cases * times.unwrap_or(1);
    let config = Config { cases, failure_persistence: None, max_shrink_iters: 2_000, ..Config::default() };
    let mut runner = match times {
        Some(_) => TestRunner::new(config),
        None => TestRunner::new_with_rng(config, TestRng::deterministic_rng(RngAlgorithm::ChaCha)),
    };
    let outcome = runner.run(&strategy, |value| {
        holds(value);
        Ok(())
    });
    if let Err(failure) = outcome {
        panic!("{failure}");
    }
}

pub fn publication(texts: &[String], language: &'static str, sanitised: bool) -> (Publication, Vec<Diagnostic>) {
    let chapters = texts.iter().zip(1..).map(|(text, number)| (format!("chapter-{number}"), text.as_str()));
    let work = Guide { folder: "guide".to_owned(), kind: "pages", language, chapters: chapters.collect() };
    guide::publication(&[work], sanitised)
}

/// Every span lies in its file, between characters; what is within something lies within it.
fn spans_are_sound(document: &Document) {
    let text = &document.source.text;
    let check = |span: Span, what: &str| {
        let (start, end) = (span.start as usize, span.end as usize);
        assert!(start <= end && end <= text.len(), "{what} {span:?} of {}", text.len());
        assert!(text.is_char_boundary(start) && text.is_char_boundary(end), "{what} {span:?} cuts a character of {text:?}");
    };
    let inside = |outer: Span, inner: Span, what: &str| {
        check(inner, what);
        assert!(
            outer.start <= inner.start && inner.end <= outer.end,
            "{what} {inner:?} is not inside {outer:?} of {text:?}"
        );
    };
    let mut open: Vec<usize> = Vec::new();
    for (index, block) in document.blocks.iter().enumerate() {
        open.retain(|outer| document.blocks[*outer].end as usize > index);
        let outer = open.last().map_or(Span::new(0, text.len()), |outer| document.blocks[*outer].span);
        inside(outer, block.span, "block");
        let inlines = &document.inlines[block.inlines.start as usize..block.inlines.end as usize];
        inlines.iter().for_each(|inline| inside(block.span, inline.span, "inline"));
        open.push(index);
    }
    document.links.iter().for_each(|link| check(link.span, "link"));
    document.images.iter().for_each(|image| check(image.span, "image"));
    document.notes.iter().for_each(|note| check(note.span, "note"));
    document.floats.iter().for_each(|float| check(float.span, "float"));
    document.sections.iter().for_each(|section| check(section.span, "section"));
    document.sections.iter().filter_map(|section| section.id.as_ref()).for_each(|id| check(id.span, "id"));
}

fn places_are_sound(diagnostics: &[Diagnostic]) {
    for found in diagnostics {
        for place in [Some(&found.place), found.related.as_ref()].into_iter().flatten() {
            let (start, end) = (place.span.start as usize, place.span.end as usize);
            let text = &place.source.text;
            assert!(end <= text.len() && text.is_char_boundary(start) && text.is_char_boundary(end), "{found:#?}");
        }
    }
}

fn html(site: &Site) -> impl Iterator<Item = (&str, &str)> {
    let pages = site.iter().filter(|(path, _)| path.extension() == Some("html"));
    pages.map(|(path, (_, bytes))| (path.as_str(), std::str::from_utf8(bytes).expect("pages are UTF-8")))
}

/// Parsing, spans, plain texts, pages: with any text, and pages that a browser need not mend.
fn reads_and_shows(texts: &[String], language: &'static str, sanitised: bool) {
    let (publication, diagnostics) = publication(texts, language, sanitised);
    places_are_sound(&diagnostics);
    for (index, document) in publication.documents.iter().enumerate() {
        spans_are_sound(document);
        for section in 0..document.sections.len() {
            diptych::renditions::text::section(&publication, index, section);
        }
    }
    for (path, page) in html(&made_site(publication)).filter(|(path, _)| path.contains("/guide/")) {
        // `check` refuses control characters, and a page is never made of them.
        let mended = |mistake: &String| !mistake.contains("Bad character") && !mistake.contains("NullCharacter");
        let mistakes: Vec<String> = html_mistakes(page).into_iter().filter(mended).collect();
        assert!(mistakes.is_empty(), "{path}: {mistakes:#?}\n{}", text_of(page));
    }
}

#[test]
fn any_characters_are_read_and_shown() {
    for_all(40, chapters(characters()), |texts| reads_and_shows(&texts, "en", false));
}

#[test]
fn any_marks_are_read_and_shown() {
    for_all(120, chapters(marks()), |texts| reads_and_shows(&texts, "es", false));
}

#[test]
fn any_marks_are_read_and_shown_with_html() {
    for_all(60, chapters(marks()), |texts| reads_and_shows(&texts, "ar", true));
}

/// What `check` finds nothing wrong with is typeset; whatever it says, the markup is Typst.
#[cfg(feature = "pdf")]
mod paper {
    use std::sync::Arc;

    use diptych::diagnostics::{Code, Diagnostic, any_error};
    use diptych::renditions::pdf;

    use super::*;
    use crate::markup::typst_mistakes;
    use crate::publications::{codes, reported};

    fn of_all_languages(texts: &[String], language: &'static str) {
        let (mut publication, _) = publication(texts, language, false);
        guide::flatten(&mut publication);
        let own = publication.documents[0].language;
        match pdf::markup(&publication, 1, vec![own]) {
            Ok(markup) => {
                let mistakes = typst_mistakes(&markup);
                assert!(mistakes.is_empty(), "{mistakes:#?}\n{markup}");
            }
            Err(mistakes) => assert!(codes(&mistakes).iter().all(|code| *code == Code::TooDeep), "{}", reported(&mistakes)),
        }
    }

    #[test]
    fn any_text_becomes_markup_without_mistakes() {
        for_all(60, chapters(characters()), |texts| of_all_languages(&texts, "en"));
        for_all(100, chapters(marks()), |texts| of_all_languages(&texts, "ar"));
    }

    #[test]
    fn what_check_finds_nothing_wrong_with_is_typeset() {
        for_all(6, proptest::collection::vec(marks(), 40), |texts| {
            // What is wrong with a picture is said at the picture, not at the text that shows it.
            let pictures = |text: &String| text.replace("![x](figures/map.svg)", "").contains("![");
            let texts: Vec<String> = texts.into_iter().filter(|text| !pictures(text)).collect();
            let (_, diagnostics) = publication(&texts, "en", false);
            let wrong = |number: usize| {
                let name = format!("/chapter-{number}.en.md");
                let own = |found: &&Diagnostic| found.place.source.path.as_str().ends_with(&name);
                any_error(&diagnostics.iter().filter(own).cloned().collect::<Vec<_>>())
            };
            let sound: Vec<String> =
                texts.iter().zip(1..).filter(|(_, number)| !wrong(*number)).map(|(text, _)| text.clone()).collect();
            let (mut publication, diagnostics) = publication(&sound, "en", false);
            assert!(!any_error(&diagnostics), "{}", reported(&diagnostics));
            guide::flatten(&mut publication);
            if let Err(mistakes) = pdf::typeset(&Arc::new(publication), 1, vec![0]) {
                let unexpected = codes(&mistakes).into_iter().any(|code| code != Code::TooDeep);
                assert!(!unexpected, "{}", reported(&mistakes));
            }
        });
    }
}
