//! The dialect: `tests/dialect/NN-construct.md` say what an author can write and hold the tool to it.
//!
//! An example is a fenced block `markdown` (`markdown es` in another language, `markdown guidelines` in a work of guidelines). The
//! blocks after it are its results: the page's HTML, the Typst markup, the plain text, the diagnostics. `UPDATE_GOLDEN=1` writes
//! them anew, and `docs/dialect.md` from them.

pub mod cases;
pub mod guide;

use std::fmt::Write;
use std::fs;
use std::sync::{Arc, LazyLock};

use camino::Utf8PathBuf;
use diptych::diagnostics::{Diagnostic, Place, Wording, any_error};
use diptych::documents::Document;
use diptych::publication::Publication;
use diptych::renditions::{Offered, site, text};
use rayon::prelude::*;

use self::cases::{Example, File, Part, fenced};
use self::guide::{FRONT, Guide};
use crate::publications::{all_agree, differs, document, reported, repository};

/// The files with their paths.
static FILES: LazyLock<Vec<(Utf8PathBuf, File)>> = LazyLock::new(|| {
    let folder = repository().join("tests/dialect");
    let entries = folder.read_dir_utf8().expect("readable").map(|entry| entry.expect("readable").into_path());
    let mut paths: Vec<_> = entries.filter(|path| path.extension() == Some("md")).collect();
    paths.sort();
    let read = |path: Utf8PathBuf| {
        let text = fs::read_to_string(&path).expect("the file can be read");
        let file = File::read(&text).unwrap_or_else(|mistake| panic!("{path}: {mistake}"));
        (path, file)
    };
    paths.into_iter().map(read).collect()
});

#[test]
fn every_example_is_as_it_says() {
    let made: Vec<String> = FILES
        .par_iter()
        .map(|(_, file)| {
            let results: Vec<_> = file.examples().map(results).collect();
            file.with_results(&results)
        })
        .collect();
    let differences = FILES.iter().zip(&made).filter_map(|((path, _), made)| differs(path, made.as_bytes()));
    all_agree(differences.collect());
}

/// A misspelt file would be documentation that nobody reads.
#[test]
fn files_are_numbered_and_hold_examples() {
    for (number, (path, file)) in FILES.iter().enumerate() {
        let name = path.file_name().unwrap_or_default();
        assert!(name.starts_with(&format!("{:02}-", number + 1)), "{name} is not number {}", number + 1);
        assert!(file.examples().count() > 0, "{name} has no example");
        for example in file.examples() {
            assert!(example.unknown_words().is_empty(), "{name}:{}: {:?}", example.line, example.words);
        }
        assert!(matches!(file.parts[0], Part::Prose(_)), "{name} does not say what it is about");
    }
}

fn results(example: &Example) -> Vec<(String, String)> {
    let (publication, diagnostics) = guide::publication(&[Guide::of(example)], example.sanitised());
    let path = format!("guide/01-example.{}.md", example.language());
    let mut results = Vec::new();
    let mut result = |name: &str, text: String| results.push((name.to_owned(), text));
    if !any_error(&diagnostics) {
        let (index, own) = document(&publication, &path);
        let plain = (0..own.sections.len()).map(|section| text::section(&publication, index, section));
        let plain = plain.filter(|text| !text.is_empty()).collect::<Vec<_>>().join("\n");
        let typst = typst(example, &publication, own);
        let publication = Arc::new(publication);
        result("html", laid_out(&body(&publication, &format!("{}/guide/example/index.html", example.language()))));
        result("typst", typst);
        result("text", plain);
    } else {
        // What would be built without the mistakes is nobody's business, but it must not fail.
        typst(example, &publication, document(&publication, &path).1);
        body(&Arc::new(publication), &format!("{}/guide/example/index.html", example.language()));
    }
    if !diagnostics.is_empty() {
        result("diagnostics", diagnostics.iter().map(annotated).collect::<Vec<_>>().join("\n"));
    }
    results
}

/// All examples without errors, each a chapter of a work in its language.
pub fn sound_examples(sanitised: bool) -> Publication {
    let works = ["en", "es", "ar"].map(|language| {
        let mut chapters = Vec::new();
        for (path, file) in FILES.iter() {
            let own = file.examples().filter(|example| example.language() == language && example.sanitised() == sanitised);
            for example in own.filter(|example| example.results.iter().any(|(name, _)| name == "html")) {
                chapters
                    .push((format!("{}-{}", path.file_stem().unwrap_or_default(), example.line), example.source.as_str()));
            }
        }
        Guide { folder: format!("examples-{language}"), kind: "pages", language, chapters }
    });
    let works: Vec<Guide<'_>> = works.into_iter().filter(|work| !work.chapters.is_empty()).collect();
    guide::publication(&works, sanitised).0
}

/// On paper all the examples of a language stand behind each other.
#[cfg(feature = "pdf")]
#[test]
fn every_sound_example_is_typeset() {
    for sanitised in [false, true] {
        let mut publication = sound_examples(sanitised);
        guide::flatten(&mut publication);
        let publication = Arc::new(publication);
        for (number, work) in publication.works() {
            let made = diptych::renditions::pdf::typeset(&publication, number, vec![work.languages[0].0]);
            made.unwrap_or_else(|mistakes| panic!("{}", reported(&mistakes)));
        }
    }
}

/// The text of a page, without the page around it.
fn body(publication: &Arc<Publication>, path: &str) -> String {
    let page = site::renditions(publication).into_iter().find(|page| page.path == path).expect("the page is planned");
    let bytes = page.make.bytes(Vec::new(), &Offered::new());
    let bytes = bytes.unwrap_or_else(|mistakes| panic!("{}", reported(&mistakes)));
    let page = String::from_utf8(bytes).expect("pages are UTF-8");
    text_of(&page).to_owned()
}

/// What stands in a page's `<div class="text">`.
pub fn text_of(page: &str) -> &str {
    element(page, "<div class=\"text\">\n").expect("the page has a text").1
}

/// What is before, in and after the first `<div>` that begins so.
fn element<'h>(html: &'h str, opening: &str) -> Option<(&'h str, &'h str, &'h str)> {
    let at = html.find(opening)?;
    let start = at + opening.len();
    let mut depth = 1;
    for (end, _) in html[start..].match_indices('<') {
        let tag = &html[start + end..];
        depth += usize::from(tag.starts_with("<div"));
        depth -= usize::from(tag.starts_with("</div>"));
        if depth == 0 {
            return Some((&html[..at], &html[start..start + end], &tag["</div>".len()..]));
        }
    }
    None
}

/// HTML with each block on a line of its own, and without the frame of the chapter's opening, which is always the same.
fn laid_out(html: &str) -> String {
    const CONTAINERS: [&str; 12] =
        ["ul", "ol", "dl", "table", "thead", "tbody", "tr", "section", "div", "blockquote", "aside", "figure"];
    const BLOCKS: [&str; 14] =
        ["p", "caption", "li", "dt", "dd", "th", "td", "pre", "h2", "h3", "h4", "h5", "h6", "figcaption"];
    let html = match element(html, "<div class=\"section opening\">\n") {
        Some((before, opening, rest)) => format!("{before}{opening}{rest}"),
        None => html.to_owned(),
    };
    let mut laid_out = String::new();
    for (number, part) in html.trim().split('<').enumerate() {
        let closing = part.starts_with('/');
        let name = part.trim_start_matches('/');
        let name = &name[..name.find(|character: char| !character.is_alphanumeric()).unwrap_or(name.len())];
        if CONTAINERS.contains(&name) || (!closing && BLOCKS.contains(&name)) {
            let written = laid_out.trim_end().len();
            laid_out.truncate(written);
            laid_out.push_str(if laid_out.is_empty() { "" } else { "\n" });
        }
        if number > 0 {
            laid_out.push('<');
        }
        laid_out.push_str(part);
    }
    laid_out
}

/// The chapter's markup, without the edition before it and the chapters after it.
#[cfg(feature = "pdf")]
fn typst(_: &Example, publication: &Publication, own: &Document) -> String {
    let work = publication.works().map(|(number, _)| number).next().expect("the guide is a work");
    match diptych::renditions::pdf::markup(publication, work, vec![own.language]) {
        Ok(markup) => {
            // Nothing an author types can hold this: a quotation mark is escaped everywhere.
            let chapter = markup.split("#chapter(number: \"").nth(1).expect("the example is a chapter");
            let blocks = chapter.split_once('\n').map_or("", |(_, blocks)| blocks);
            // Where a page may end is between any two blocks, and says nothing of them.
            let mut pieces = blocks.split("#may-end(");
            let first = pieces.next().unwrap_or_default().to_owned();
            pieces.fold(first, |whole, piece| whole + piece.split_once('\n').map_or("", |(_, rest)| rest))
        }
        Err(mistakes) => mistakes.iter().map(annotated).collect(),
    }
}

/// Without Typst its markup is what the file says.
#[cfg(not(feature = "pdf"))]
fn typst(example: &Example, _: &Publication, _: &Document) -> String {
    let own = example.results.iter().find(|(name, _)| name == "typst");
    own.map(|(_, typst)| typst.clone()).unwrap_or_default()
}

/// A diagnostic below the line it is about.
fn annotated(found: &Diagnostic) -> String {
    let wording = Wording::for_locale("en");
    let severity = found.severity().name();
    let (line, drawn) = drawn(&found.place);
    let margin = " ".repeat(line.len());
    let mut text = drawn;
    writeln!(text, "{margin} | {severity}[{}]: {}", found.code.name(), wording.message(found)).expect("written");
    writeln!(text, "{margin} | {}: {}", wording.frame("advice"), wording.hint(found)).expect("written");
    if let Some(related) = &found.related {
        writeln!(text, "{margin} | {}: line {}", wording.frame("related"), line_of(related)).expect("written");
    }
    text
}

/// A line of the example with its number, and marks below what is meant.
fn drawn(place: &Place) -> (String, String) {
    let own = place.source.path.file_name().is_some_and(|name| name.starts_with("01-example"));
    assert!(own && !place.is_whole_file(), "{} is not the example", place.source.path);
    let (text, start) = (&place.source.text, place.span.start as usize);
    let line_start = text[..start].rfind('\n').map_or(0, |at| at + 1);
    let line_end = text[start..].find('\n').map_or(text.len(), |at| start + at);
    let marked = text[start..(place.span.end as usize).min(line_end)].chars().count().max(1);
    let (before, number) = (text[line_start..start].chars().count(), line_of(place).to_string());
    let marks = " ".repeat(before) + &"^".repeat(marked);
    let drawn = format!("{number} | {}\n{} | {marks}\n", &text[line_start..line_end], " ".repeat(number.len()));
    (number, drawn)
}

fn line_of(place: &Place) -> usize {
    place.source.line_column(place.span.start).0 - FRONT.lines().count()
}

/// What a page without a `description` says of itself is its first paragraph, as it would be read aloud.
#[test]
fn a_page_describes_itself_by_its_first_paragraph() {
    let word = "safety ".repeat(40);
    let cases = [
        ("Everybody has a *right* to \"safety\".[^n]\n\nMore.\n\n[^n]: Note.\n", "Everybody has a right to “safety”."),
        ("![A lamp](figures/lamp.png)\n\n> A motto.\n\n## Streets\n\nOf\\\nstreets\nand `code`.\n", "Of streets and code."),
        ("- a list\n\n| a |\n|---|\n", ""),
        ("", ""),
        (&word, &format!("{}…", "safety ".repeat(22).trim_end())),
        (&format!("{} (one, two), three", "x".repeat(150)), &format!("{} (one…", "x".repeat(150))),
        (&"ñ".repeat(200), &format!("{}…", "ñ".repeat(159))),
    ];
    for (source, wanted) in cases {
        let chapters = vec![("01-example".to_owned(), source)];
        let guide = Guide { folder: "guide".to_owned(), kind: "pages", language: "en", chapters };
        let (publication, _) = guide::publication(&[guide], false);
        let (index, _) = document(&publication, "guide/01-example.en.md");
        assert_eq!(text::description(&publication, index), wanted, "{source:?}");
    }
}

#[test]
fn the_page_is_made_from_the_examples() {
    let mut page = include_str!("dialect/head.txt").to_owned();
    let anchor =
        |title: &str| title.to_lowercase().replace(' ', "-").replace(|c: char| !c.is_alphanumeric() && c != '-', "");
    for (_, file) in FILES.iter() {
        writeln!(page, "- [{}](#{})", file.title, anchor(&file.title)).expect("written");
    }
    for (_, file) in FILES.iter() {
        writeln!(page, "\n## {}", file.title).expect("written");
        for part in &file.parts {
            match part {
                Part::Prose(prose) => {
                    let prose: Vec<String> = prose.lines().map(demoted).collect();
                    writeln!(page, "\n{}", prose.join("\n")).expect("written");
                }
                Part::Example(example) => shown(example, &mut page),
            }
        }
    }
    all_agree(differs(&repository().join("docs/dialect.md"), page.as_bytes()).into_iter().collect());
}

/// Titles of files become headings of the page, and their headings those below.
fn demoted(line: &str) -> String {
    if line.starts_with("##") { format!("#{line}") } else { line.to_owned() }
}

fn shown(example: &Example, page: &mut String) {
    let info: Vec<&str> = std::iter::once("markdown").chain(example.words.iter().map(String::as_str)).collect();
    page.push_str(&fenced(&info.join(" "), &example.source));
    for (name, result) in &example.results {
        match name.as_str() {
            "html" => page.push_str(&fenced("html", result)),
            "diagnostics" => page.push_str(&fenced("text", result)),
            _ => {}
        }
    }
}
