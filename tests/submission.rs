//! Rules of submission: words against counts made by hand; which section is which.

use diptych::diagnostics::Code;
use diptych::publication::submission::{count, words};

use crate::publications::{Project, document};

#[test]
fn words_of_a_line_are_counted_as_by_hand() {
    let cases = [
        ("", 0),
        ("One", 1),
        ("  One   two\tthree\nfour ", 4),
        // A hyphen joins; a dash parts and is none itself.
        ("well-being", 1),
        ("state-of-the-art methods", 2),
        ("streets – and squares — and parks", 5),
        ("streets—and squares", 3),
        ("la Guía teórico-práctica", 3),
        ("«¿Quién va?» —dijo—.", 3),
        // Numbers are words, with their signs.
        ("In 2011, 1,234.5 people", 4),
        ("1–3", 1),
        ("2010–2011 and 2010/2011", 3),
        ("3 % of 5 €", 3),
        ("art. 11 (1)", 3),
        ("and/or", 2),
        ("l’accord d'Alger", 2),
        ("… . , ; ( ) — &", 0),
        ("¡Sí!", 1),
        ("السلامة حق للجميع", 3),
        ("السَّلامة، وهي حقٌّ.", 3),
    ];
    for (text, wanted) in cases {
        assert_eq!(count(text), wanted, "{text}");
    }
}

/// A text with everything that a person would wonder about.
const TEXT: &str = "\
An opening with *four* **words**.[^1]

## Two words {#two}

- one
- [two](https://example.org/these/are/not)

| Year | Steps |
|------|------:|
| 2011 | 1,204 |

: A caption of five words {#table}

![Alt text is heard, not read](line.svg)

> A quotation [see @jacobs, p. 3], interrupted.

`code` and [a name]{lang=la}.

## References {#references}

Jacobs, J. (1961). This is no part.

[^1]: Seven words stand in this long note [@jacobs].
";

#[test]
fn words_of_a_text_are_counted_as_by_hand() {
    let project = Project::in_languages(&["en"]);
    project.page("index.en", "");
    project.write("content/book/work.yaml", "kind: proceedings\ntitle: { en: Book }\nbibliography: works.bib\n");
    project.write("content/book/works.bib", "@book{jacobs, author = {Jacobs, Jane}, title = {Cities}, year = 1961}\n");
    project.write(
        "content/book/line.svg",
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 9 9\"><path d=\"M0 0h9\"/></svg>",
    );
    project.page("book/index.en", TEXT);
    let publication = project.sound();
    let (index, document) = document(&publication, "book/index.en.md");
    // Opening 5, heading 2, items 2, table 4, caption 5, quotation 3, line 4, note 7.
    assert_eq!(words(document, publication.citations[index].section), 32);
}

/// By id, or by any language's title; the title of another section's id does not count.
#[test]
fn sections_are_known_by_id_or_title() {
    let rules = "submission:\n  article:\n    sections:\n      - { id: results, titles: { en: [Results, Findings], es: [Resultados] } }\n";
    let missing = |text: &str| {
        let project = Project::in_languages(&["en", "es"]);
        project.page("index.{}", "");
        project.write("content/book/work.yaml", format!("kind: proceedings\ntitle: {{ en: Book, es: Libro }}\n{rules}"));
        project.write("content/book/panels/p/panel.yaml", "title: { en: A, es: A }\n");
        let paper = "title: { en: A, es: A }\nauthors: [{ name: B }]\n";
        project.write("content/book/panels/p/q/contribution.yaml", paper);
        project.page("book/panels/p/q/abstract.{}", "A.");
        project.write("content/book/panels/p/q/article.es.md", format!("---\ntitle: A\n---\n\n{text}"));
        let codes = project.codes();
        assert!(codes.iter().all(|code| *code == Code::MissingExpectedSection), "{codes:?}");
        codes.len()
    };
    for present in ["## Hallazgos {#results}", "## Resultados", "## Findings", "### resultados {#other}", "## *Resultados*"]
    {
        assert_eq!(missing(&format!("{present}\n\nText.\n").replace("###", "##")), 0, "{present}");
    }
    assert_eq!(missing("## Discusión\n\nText.\n"), 1);
    assert_eq!(missing("Resultados\n"), 1);
}
