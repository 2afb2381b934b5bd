//! The PDF editions: that they are made, the same bytes every time, and that what cannot be typeset is reported where it was written.
//!
//! What standards ask of them is veraPDF's to say: `tests/conformance/pdf/run`.

mod editions;
mod endorsements;
mod forms;
mod proceedings;

use std::collections::BTreeMap;
use std::sync::Arc;

use camino::Utf8PathBuf;
use diptych::diagnostics::{Code, Diagnostic, any_error};
use diptych::publication::Publication;
use diptych::renditions::{Key, Offered, Rendition, pdf};
use rayon::prelude::*;

use crate::agreement::shows_what_pages_show;
use crate::publications::{Project, reported, repository, resolve, sound};

const WORK: &str = "kind: guidelines\n\
    title: {en: Rights of Passage, es: Derechos de paso}\n\
    summary: {en: What it is, es: Lo que es}\n\
    endorsing: {en: What it commits to, es: A lo que obliga}\n\
    licence: CC-BY-4.0\n\
    severity: {block-in-one-language: off, different-blocks: off, different-lists: off, different-notes: off, \
    different-links: off, different-numbers: off, different-emphasis: off, other-language: off, \
    different-obligation: off, different-negation: off}\n\
    edition: {number: \"1.0\", status: adopted, date: 2026-01-02}\n";

const SQUARES: &str = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 8 4\"><path d=\"M0 0h4v4H0z\"/></svg>";

/// Two chapters in two languages with everything that a text may hold.
fn project() -> Project {
    let project = Project::new();
    project.write("content/guidelines/passage/work.yaml", WORK);
    project.page("guidelines/passage/index.{}", "See [](#toll) and <https://example.org/a-b>.\n");
    project.page("guidelines/passage/01-ways.{}", include_str!("everything.md"));
    project.write("content/guidelines/passage/squares.svg", SQUARES);
    project.page(
        "guidelines/passage/02-gates.{}",
        "Text.[^same]\n\n## Gates {#toll}\n\nBack to [](#ways).\n\n[^same]: Note.\n",
    );
    project
}

/// Without errors: raw HTML and the like are warned of and shown.
fn publication(project: &Project) -> Publication {
    let (publication, diagnostics) = resolve(project.root(), false);
    assert!(!any_error(&diagnostics), "{diagnostics:#?}");
    publication.expect("a publication without errors")
}

fn renditions(project: &Project) -> Vec<Rendition> {
    pdf::renditions(&Arc::new(publication(project)))
}

fn one(project: &Project, name: &str) -> Rendition {
    let all = renditions(project).into_iter();
    all.into_iter().find(|rendition| rendition.path.file_name() == Some(name)).expect("the PDF is planned")
}

fn bytes(rendition: &Rendition) -> Vec<u8> {
    rendition.make.bytes(Vec::new(), &Offered::new()).unwrap_or_else(|mistakes| panic!("{}: {mistakes:#?}", rendition.path))
}

fn mistakes(rendition: &Rendition) -> Vec<Diagnostic> {
    rendition.make.bytes(Vec::new(), &Offered::new()).expect_err("something is wrong in the sources")
}

/// A place as a person would say it.
fn at(diagnostic: &Diagnostic) -> (Code, &str, usize) {
    let place = &diagnostic.place;
    (diagnostic.code, place.source.path.as_str(), place.source.line_column(place.span.start).0)
}

fn holds(bytes: &[u8], text: &str) -> bool {
    bytes.windows(text.len()).any(|window| window == text.as_bytes())
}

type Made = BTreeMap<Utf8PathBuf, (Key, blake3::Hash)>;

fn made(project: &Project) -> Made {
    let hashed = |rendition: Rendition| {
        let hash = blake3::hash(&bytes(&rendition));
        (rendition.path.clone(), ((rendition.key)(), hash))
    };
    renditions(project).into_par_iter().map(hashed).collect()
}

#[test]
fn one_pdf_for_each_language_and_pair_with_and_without_endorsements() {
    let made: Vec<(String, Vec<u8>)> =
        renditions(&project()).iter().map(|rendition| (rendition.path.to_string(), bytes(rendition))).collect();
    let names: Vec<&str> = made.iter().map(|(path, _)| path.rsplit('/').next().unwrap_or_default()).collect();
    assert_eq!(names, ["en.pdf", "en-endorsed.pdf", "es.pdf", "es-endorsed.pdf", "en_es.pdf", "en_es-endorsed.pdf"]);
    for (path, bytes) in &made {
        assert!(path.starts_with("downloads/guidelines/passage/1.0/"), "{path}");
        assert!(bytes.starts_with(b"%PDF-1.7"), "{path}");
        // Roman page labels before the text, Arabic ones in it; bookmarks; tags; both standards; deep links.
        let wanted = [
            "/PageLabels",
            "/S/r/St 1",
            "/S/D/St 1",
            "/Outlines",
            "/MarkInfo<</Marked true",
            "<pdfaid:part>2</pdfaid:part>",
        ];
        for text in wanted.into_iter().chain(["<pdfaid:conformance>A<", "<pdfuaid:part>1<", "2026-01-02T00:00:00"]) {
            assert!(holds(bytes, text), "{path} holds no {text}");
        }
        let language = if path.contains("/es") { "es" } else { "en" };
        assert!(holds(bytes, &format!("/Lang({language})")), "{path} is in {language}");
        assert!(holds(bytes, &format!("({language}:toll)")), "{path} has no destination for a section");
    }
}

#[test]
fn the_same_bytes_every_time_and_on_any_number_of_threads() {
    let with = |threads: usize| {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().expect("threads");
        pool.install(|| made(&project()))
    };
    let first = with(1);
    assert_eq!(first, with(4));
    let mut backwards = renditions(&project());
    backwards.reverse();
    for rendition in backwards {
        assert_eq!(first[&rendition.path].1, blake3::hash(&bytes(&rendition)), "{}", rendition.path);
    }
}

#[test]
fn a_text_changes_with_its_own_words_and_with_nothing_else() {
    let before = made(&project());
    let keys = |project: &Project| -> BTreeMap<Utf8PathBuf, Key> {
        renditions(project).into_iter().map(|rendition| (rendition.path.clone(), (rendition.key)())).collect()
    };
    let changed = |project: &Project| -> Vec<String> {
        let after = keys(project);
        let differs = |(path, (key, _)): (&Utf8PathBuf, &(Key, blake3::Hash))| {
            (after[path] != *key).then(|| path.file_name().unwrap_or_default().to_owned())
        };
        before.iter().filter_map(differs).collect()
    };
    let same = project();
    same.page("elsewhere.{}", "Another page.\n").write("themes/default/styles/mine.css", "p { color: red }");
    assert!(changed(&same).is_empty(), "{:?}", changed(&same));

    let endorsing = project();
    endorsing.replace("content/guidelines/passage/work.yaml", "What it commits to", "What it now commits to");
    assert_eq!(changed(&endorsing), ["en-endorsed.pdf", "en_es-endorsed.pdf"]);

    let spanish = project();
    spanish.replace("content/guidelines/passage/02-gates.es.md", "Text.", "Texto.");
    // The integrity code in every colophon is that of all languages.
    assert_eq!(changed(&spanish).len(), 6);
}

#[test]
fn nothing_an_author_types_is_read_as_typst() {
    let hostile = "= #panic(\"x\") \\#panic()\n\n#import \"/nothing.typ\": * #read(\"/etc/passwd\") @nothing <label> $unclosed \\\n\
        `#panic()` [ ] ( ) { } * _ ~ -- --- ... // comment /* another ' \" \\u{41} \u{2028} \u{202e}\n\n\
        / term: #text\n\n+ enum ```#panic()```\n\n    #panic(\"code\")\n\n[\"](https://example.org/?a=\"&b=\\)#panic)\n";
    let project = Project::new();
    project.write(
        "content/guidelines/passage/work.yaml",
        WORK.replace("Rights of Passage", "'#panic() \\ \"x\" $y$ [z] <w> @v'"),
    );
    project.page("guidelines/passage/01-ways.{}", &format!("{hostile}\n## #panic() $x$ @y {{#ways-in}}\n\n{hostile}"));
    for rendition in renditions(&project) {
        bytes(&rendition);
    }
}

#[test]
fn versions_may_differ_in_their_blocks_and_notes() {
    let project = project();
    let spanish = "---\ntitle: Caminos\n---\n\nUno.[^own]\n\nDos.[^same]\n\n- tres\n\n## Puertas {#toll}\n\n> Otra cosa\n\n\
        [^own]: Propia.\n\n[^same]: Compartida.\n";
    project.write("content/guidelines/passage/02-gates.es.md", spanish);
    bytes(&one(&project, "en_es.pdf"));
}

#[test]
fn any_number_of_languages_in_any_direction() {
    let project = Project::in_languages(&["en", "ar", "pt-br"]);
    // The default theme has no Arabic font: Latin letters and dates will do to turn a page around.
    project.replace("book.toml", "name = \"ar\"", "name = \"ar\"\nformats = \"en\"");
    for file in ["site.ftl", "text.ftl", "pdf.ftl"] {
        let texts = std::fs::read(repository().join("locales/en").join(file)).expect("the tool's own texts");
        project.write(&format!("locales/ar/{file}"), &texts).write(&format!("locales/pt-br/{file}"), &texts);
    }
    project.write(
        "content/guidelines/passage/work.yaml",
        "kind: guidelines\ntitle: {en: One, ar: Two, pt-br: Three}\nlanguages: {en: authentic, ar: courtesy, pt-br: courtesy}\n\
         edition: {number: \"1.0\", status: in-consultation, date: 2026-01-02}\n",
    );
    for tag in ["en", "ar", "pt-br"] {
        let text =
            "---\ntitle: Page\n---\n\n> [!NOTE]\n> Note\n\n## Section {#section}\n\n- list[^n]\n\n> quote\n\n[^n]: Note.\n";
        project.write(&format!("content/guidelines/passage/01-page.{tag}.md"), text);
    }
    let made: BTreeMap<String, Vec<u8>> = renditions(&project)
        .iter()
        .map(|rendition| (rendition.path.file_name().unwrap_or_default().to_owned(), bytes(rendition)))
        .collect();
    assert_eq!(made.len(), 12);
    assert!(holds(&made["ar.pdf"], "/Direction/R2L"));
    assert!(holds(&made["pt-br.pdf"], "/Lang(pt-BR)"));
}

#[test]
fn what_typst_cannot_use_is_reported_at_its_markdown() {
    let project = project();
    // A PNG whose header says 8 × 8 and whose pixels are missing: `check` reads no more than the names of its parts.
    let png = b"\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR\0\0\0\x08\0\0\0\x08\x08\x02\0\0\0\x4b\x6d\x29\xdc\
        \0\0\0\0IDAT\x35\xaf\x06\x1e\0\0\0\0IEND\xae\x42\x60\x82";
    project.write("content/guidelines/passage/broken.png", png);
    project.page("guidelines/passage/02-gates.{}", "Text.\n\n## Gates {#toll}\n\n![A gate](broken.png)\n");
    let found = mistakes(&one(&project, "en.pdf"));
    assert_eq!(
        found.iter().map(at).collect::<Vec<_>>(),
        [(Code::Typesetting, "content/guidelines/passage/02-gates.en.md", 9)]
    );
    let both = mistakes(&one(&project, "en_es.pdf"));
    assert!(both.iter().all(|mistake| at(mistake).2 == 9), "{both:#?}");
}

#[test]
fn what_is_nested_too_deep_for_paper_is_reported_at_its_markdown() {
    let project = project();
    project.page(
        "guidelines/passage/02-gates.{}",
        &format!("Text.\n\n{}deep\n\n## Gates {{#toll}}\n\nText.\n", "> ".repeat(20)),
    );
    let found = mistakes(&one(&project, "es.pdf"));
    assert_eq!(found.iter().map(at).collect::<Vec<_>>(), [(Code::TooDeep, "content/guidelines/passage/02-gates.es.md", 7)]);
}

#[test]
fn a_mistake_in_the_theme_is_reported_there_with_the_text_that_met_it() {
    let project = project();
    let blocks = std::fs::read_to_string(repository().join("themes/default/typst/blocks.typ")).expect("the default theme");
    let broken = blocks.replace("#let task(done, label) = {\n", "#let task(done, label) = {\n  1 + \"one\"\n");
    let line = 1 + broken.lines().position(|line| line == "  1 + \"one\"").expect("the theme has a function for tasks");
    project.write("themes/default/typst/blocks.typ", broken);
    let found = mistakes(&one(&project, "en.pdf"));
    assert_eq!(found.iter().map(at).next(), Some((Code::Typesetting, "themes/default/typst/blocks.typ", line)));
    let related = found[0].related.as_ref().expect("where the text is");
    assert_eq!(related.source.path, "content/guidelines/passage/01-ways.en.md");
}

#[test]
fn the_integrity_code_is_of_the_text_in_all_languages() {
    let code = |project: &Project| {
        let publication = publication(project);
        let work = publication.works().next().expect("the work").0;
        publication.edition_fingerprint(work)
    };
    let before = code(&project());
    assert!(before.starts_with("1:") && before.len() == 34, "{before}");
    assert_eq!(before, code(&project()));
    let changed = project();
    changed.replace("content/guidelines/passage/02-gates.es.md", "Text.", "Texto.");
    assert_ne!(before, code(&changed));
    let elsewhere = project();
    elsewhere.replace("content/guidelines/passage/work.yaml", "What it commits to", "What it now commits to");
    assert_eq!(before, code(&elsewhere));
}

#[test]
fn the_repositorys_own_publication_is_typeset() {
    let publication = Arc::new(sound(repository()));
    let renditions = pdf::renditions(&publication);
    assert!(!renditions.is_empty());
    renditions.par_iter().for_each(|rendition| {
        shows_what_pages_show(&publication, &rendition.path, &bytes(rendition));
    });
}

#[test]
fn a_publications_own_file_takes_the_place_of_the_default_themes() {
    let project = project();
    project.write("themes/default/typst/look.typ", "#let broken =\n");
    let found = mistakes(&one(&project, "en.pdf"));
    assert_eq!(at(&found[0]).1, "themes/default/typst/look.typ");
}

/// No text is known that makes Typst panic, so the typesetter of this test does so itself.
#[test]
fn a_typesetter_that_panics_is_a_mistake_at_the_work_and_not_the_end() {
    let publication = Arc::new(publication(&project()));
    let work = publication.works().next().expect("the work").0;
    let failing = pdf::typeset_after(&publication, work, || panic!("assertion failed: {}", "the frame fits"));
    let found = failing.expect_err("the typesetter gives up");
    assert_eq!(found.iter().map(at).collect::<Vec<_>>(), [(Code::Typesetting, "content/guidelines/passage/work.yaml", 1)]);
    let said = reported(&found);
    assert!(said.contains("assertion failed: the frame fits"), "{said}");
    assert!(said.contains("the fault lies in the typesetter, not in the text"), "{said}");
    // And the next one is made as if nothing had been.
    assert!(pdf::typeset_after(&publication, work, || ()).is_ok());
}

#[test]
fn the_publications_look_is_in_its_pdfs() {
    let with = |look: &str| {
        let project = project();
        let book = std::fs::read_to_string(project.root().join("book.toml")).expect("readable");
        project.write("book.toml", format!("{book}\n[look]\n{look}")).write("content/logo.svg", crate::look::LOGO);
        project
    };
    let own = with(
        "accent = \"#1a4f8a\"\ntext_font = \"Source Sans 3\"\ninterface_font = \"Source Serif 4\"\nlogo = \"logo.svg\"\n",
    );
    let (plain, own) = (one(&project(), "en.pdf"), one(&own, "en.pdf"));
    assert_ne!((plain.key)(), (own.key)(), "a PDF depends on the look");
    // The logo's alternative text is the publisher's name.
    assert!(holds(&bytes(&own), "/Alt(Publisher)"));
    for look in ["accent = \"#1a4f8a\"\n", "text_font = \"Source Sans 3\"\n", "logo = \"logo.svg\"\n"] {
        assert_ne!((plain.key)(), (one(&with(look), "en.pdf").key)(), "{look}");
    }
    // Dark screens are no matter of paper.
    assert_eq!((plain.key)(), (one(&with("accent_dark = \"#9cc4f0\"\n"), "en.pdf").key)());
}

#[test]
fn a_table_too_wide_for_the_page_turns_it() {
    let wide = |columns: usize| {
        let project = project();
        let row = |cell: &str| format!("|{}\n", format!(" {cell} |").repeat(columns));
        let table = row("Neighbourhood") + &row("---") + &row("accountability") + &row("1,234,567");
        project.page("guidelines/passage/02-gates.{}", &format!("Text.\n\n## Gates {{#toll}}\n\n{table}\n"));
        ["en.pdf", "en_es.pdf"].map(|name| holds(&bytes(&one(&project, name)), "/MediaBox[0 0 841.8898 595.2756]"))
    };
    assert_eq!(wide(4), [false, false]);
    assert_eq!(wide(24), [true, true]);
}

#[test]
fn headings_stay_with_short_texts_that_have_notes() {
    let project = project();
    project.page(
        "guidelines/passage/02-gates.{}",
        "Text.\n\n## Gates {#toll}\n\n### Bars {#bars}\n\nShort.[^n]\n\n## Walls {#walls}\n\nNo note:\n\n- item\n\n[^n]: Note.\n",
    );
    let publication = publication(&project);
    let work = publication.works().next().expect("the work").0;
    for languages in [vec![0], vec![0, 1]] {
        let markup = pdf::markup(&publication, work, languages).expect("markup");
        let together = markup.find("#together(2, leads: false, [").expect("headings with a note below them");
        let end = markup[together..].find("\n])").expect("it ends") + together;
        let inside = &markup[together..end];
        assert!(
            inside.contains("Gates") && inside.contains("Bars") && inside.contains("Short") && !inside.contains("Walls")
        );
        assert_eq!(markup.matches("#together(").count(), 1);
        // What says what a list is stands on its page.
        assert!(markup.contains("#lead[") || markup.contains("#row(short: true, leads: true, "));
    }
}

#[test]
fn notes_stand_on_the_pages_of_their_marks() {
    let project = project();
    // Sections of all lengths, so that some of their notes come to lie at the foot of a page.
    let section = |nth: usize| {
        let (words, note) = ("Words that fill a line. ".repeat(1 + nth * 5 % 13), "Words of a note. ".repeat(1 + nth % 3));
        format!(
            "## Gate {nth} {{#gate-{nth}}}\n\n{words}\n\nAs follows:[^a{nth}]\n\n- one[^b{nth}]\n- {words}[^c{nth}]\n\n\
             [^a{nth}]: {note}\n\n[^b{nth}]: {note}\n\n[^c{nth}]: {note}\n\n"
        )
    };
    let sections: String = (0..24).map(section).collect();
    project.page("guidelines/passage/02-gates.{}", &format!("Text.\n\n## Toll {{#toll}}\n\nText.\n\n{sections}"));
    let publication = publication(&project);
    let work = publication.works().next().expect("the work").0;
    let layouts = [vec![0], vec![0, 1]].map(|languages| pdf::straying(&publication, work, languages).expect("a layout"));
    assert!(layouts.iter().any(|(first, _)| *first > 0), "no note of the text comes to lie at the foot of a page");
    assert!(layouts.iter().all(|(_, last)| *last == 0), "{layouts:?}");
}
