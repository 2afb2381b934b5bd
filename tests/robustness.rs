//! Odd inputs: whatever somebody sends, reading it ends in pages or in diagnostics, soon, and never in a panic.

use std::sync::Arc;
use std::time::{Duration, Instant};

use diptych::diagnostics::{Diagnostic, Wording, any_error, emit};
use diptych::renditions::{Offered, site};

use crate::publications::{Project, resolve};

/// Far more than any of these texts needs, far less than what grows with the square of its size would take.
const LONGEST: Duration = Duration::from_secs(10);

/// All stages up to every byte of the site; the diagnostics are written out too, in every form.
fn through(project: &Project, what: &str) -> Vec<Diagnostic> {
    let start = Instant::now();
    let (publication, mut diagnostics) = resolve(project.root(), true);
    if let Some(publication) = publication {
        for rendition in site::renditions(&Arc::new(publication)) {
            let _ = (rendition.key)();
            if let Err(mistakes) = rendition.make.bytes(Vec::new(), &Offered::new()) {
                diagnostics.extend(mistakes);
            }
        }
    }
    for wording in Wording::languages().map(Wording::for_locale) {
        for found in diagnostics.iter().take(200) {
            assert!(!emit::human(found, &wording, true).is_empty());
            assert!(emit::json(found, &wording)["place"]["line"].as_u64().is_some_and(|line| line > 0));
        }
    }
    assert!(start.elapsed() < LONGEST, "{what} took {:?}", start.elapsed());
    diagnostics
}

/// A work of guidelines in two languages; the text stands in one version, and an ordinary one beside it.
fn with_text(text: impl AsRef<[u8]>) -> Project {
    let project = Project::new();
    project.page("index.{}", "A page.\n");
    project.write("content/home/work.yaml", "kind: guidelines\ntitle: { en: Home, es: Hogar }\n");
    project.write("content/home/01-rights.en.md", text);
    project.write("content/home/01-rights.es.md", "---\ntitle: Derechos\n---\n\n## Uno {#one}\n\nTexto.\n");
    project
}

fn body(text: &str) -> String {
    format!("---\ntitle: Rights\n---\n\n{text}")
}

#[test]
fn odd_files_end_in_diagnostics() {
    let odd: [(&str, Vec<u8>); 22] = [
        ("nothing", Vec::new()),
        ("a line end", b"\n".into()),
        ("only an opening", b"---\n".into()),
        ("only an opening without a line end", b"---".into()),
        ("only empty front matter", b"---\n---\n".into()),
        ("only front matter", b"---\ntitle: Rights\n---\n".into()),
        ("only front matter, no line end", b"---\ntitle: Rights\n---".into()),
        ("Windows line ends", body("## One {#one}\n\nA\\\nB  \nC\n\n```\ncode\n```\n").replace('\n', "\r\n").into()),
        ("old Macintosh line ends", body("## One {#one}\n\nA\n").replace('\n', "\r").into()),
        ("mixed line ends", b"---\r\ntitle: Rights\n---\r\n\n## One {#one}\r\rA\n\r".into()),
        ("NUL bytes", body("## One {#one}\n\nA\0B `\0` [\0](\0) ![\0](\0)\n\n[^\0]: x\n").into()),
        ("NUL in front matter", b"---\ntitle: \"a\0b\"\n---\n".into()),
        ("control characters", body("## One {#one}\n\n\u{1}\u{2}\u{3}\u{7f}\u{85}\u{2028}\u{feff}\n").into()),
        ("marks of direction", body("## One {#one}\n\n\u{202e}evil\u{202c} \u{2066}x\u{2069}\n").into()),
        ("combining marks", body(&format!("## One {{#one}}\n\na{}\n", "\u{301}".repeat(5_000))).into()),
        ("only bytes", (0..=255u8).cycle().take(4_000).collect()),
        ("half a character", b"---\ntitle: \xc3".into()),
        ("a surrogate", b"---\ntitle: \xed\xa0\x80\n---\n".into()),
        ("a heading alone", body("#").into()),
        ("an id alone", body("## {#one}").into()),
        ("front matter twice", b"---\ntitle: A\n---\n---\ntitle: B\n---\n".into()),
        ("a title of markup", b"---\ntitle: \"<script>alert(1)</script> & \\\"\"\n---\n\n## One {#one}\n".into()),
    ];
    for (what, text) in odd {
        through(&with_text(text), what);
    }
}

#[test]
fn unbalanced_markup_ends_in_diagnostics() {
    let pieces = [
        "*",
        "**",
        "_",
        "~~",
        "`",
        "```",
        "```rust\n",
        "[",
        "![",
        "](",
        ")",
        "]",
        "[^",
        "[^a]",
        "[^a]: ",
        "<",
        "<!--",
        "<!-- ",
        "-->",
        "<a ",
        "</b>",
        "<https:",
        "> ",
        "> [!NOTE]\n",
        "- ",
        "1. ",
        "- [x] ",
        "|",
        "| a |\n|",
        "|---|",
        ": ",
        "Term\n: ",
        "## ",
        "## A {#",
        "{#a}",
        "## A {#a #b}",
        "\\",
        "&",
        "&#",
        "&#x110000;",
        "&#0;",
        "\"",
        "'",
        "---",
        "***",
        "    ",
        "\t",
        "~~~",
        "[a]: ",
        "[a]: <",
        "<?",
        "<![CDATA[",
        "{",
        "}",
    ];
    let mut state = 0x2545_f491_4f6c_dd1d_u64;
    let mut next = |below: usize| {
        // xorshift: the same texts in every run.
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        (state % below as u64) as usize
    };
    let project = with_text("");
    for piece in pieces {
        project.write("content/home/01-rights.en.md", body(piece));
        through(&project, piece);
    }
    for round in 0..150 {
        let mut text = String::new();
        for _ in 0..next(60) + 1 {
            text.push_str(pieces[next(pieces.len())]);
            text.push_str(["", " ", "\n", "\n\n", "é", "x"][next(6)]);
        }
        project.write("content/home/01-rights.en.md", body(&text));
        through(&project, &format!("round {round}: {text:?}"));
    }
}

/// Each of these would take minutes, or the stack, if a stage recursed on it or looked at everything for every part.
#[test]
fn large_and_deep_texts_end_soon() {
    let deep: [(&str, String); 37] = [
        ("quotations in quotations", ">".repeat(100_000)),
        ("quotations in quotations, spaced", "> ".repeat(100_000)),
        ("lists in lists", (0..1_000).map(|depth| " ".repeat(2 * depth) + "- x\n").collect()),
        ("brackets", "[".repeat(100_000)),
        ("closed brackets", "[".repeat(50_000) + &"]".repeat(50_000)),
        ("links in brackets", "[a](".repeat(50_000)),
        ("images in images", "![".repeat(30_000) + &"](x)".repeat(30_000)),
        ("stars", "*a ".repeat(100_000)),
        ("closed stars", "**a ".repeat(20_000) + &"b** ".repeat(20_000)),
        ("underscores", "_".repeat(200_000)),
        ("backticks", (1..600).map(|count| "`".repeat(count) + " ").collect()),
        ("tags", "<a ".repeat(100_000)),
        ("comments", "<!-- ".repeat(100_000)),
        ("entities", "&amp;".repeat(100_000)),
        ("one long line", "word ".repeat(200_000)),
        ("one long word", "x".repeat(1_000_000)),
        ("one long line with mistakes", "[a](b.md) ".repeat(2_000)),
        ("headings", (0..20_000).map(|number| format!("## H {{#h-{number}}}\n")).collect()),
        ("headings without ids", "## H\n\n".repeat(5_000)),
        ("footnotes", (0..10_000).map(|number| format!("[^{number}] x\n\n[^{number}]: y\n\n")).collect()),
        ("undefined footnotes", "[^x] ".repeat(50_000)),
        ("references to one footnote", "[^x] ".repeat(20_000) + "\n\n[^x]: y\n"),
        ("a footnote that refers to itself", "a[^x]\n\n[^x]: b[^y]\n\n[^y]: c[^x][^y]\n".to_owned()),
        ("figures", "![a](x.svg)\n\n".repeat(20_000)),
        ("tables", "|a|\n|-|\n|b|\n\n".repeat(100_000)),
        ("cells", format!("{}\n{}\n{}\n", "|a".repeat(5_000), "|-".repeat(5_000), "|b".repeat(5_000))),
        ("rows of other lengths", "|a|b|\n|-|-|\n".to_owned() + &"|a\n|a|b|c\n".repeat(50_000)),
        ("rows of hyphens", "|a|b|\n|-|\n\n".repeat(50_000) + &"|-|-|\n".repeat(50_000)),
        ("one long line of colons", "*:*`:`".repeat(100_000)),
        ("containers", "::: a\n".repeat(50_000)),
        ("citations", "[@a] ".repeat(50_000)),
        ("citations without end", "[@".repeat(100_000)),
        ("unfit entities", "&#1; ".repeat(100_000)),
        ("unfit characters", "\u{1}\u{202e}".repeat(100_000)),
        ("foreign quotation marks", "«a» „a“ ".repeat(20_000)),
        ("lists that begin again", "1. a\n5. b\n\nc\n\n".repeat(20_000)),
        ("broken lines", "a  \n".repeat(100_000)),
    ];
    let project = with_text("");
    for (what, text) in deep {
        project.write("content/home/01-rights.en.md", body(&text));
        through(&project, what);
    }
}

#[test]
fn odd_settings_end_in_diagnostics() {
    let long = "x".repeat(100_000);
    let nested = format!("a = {}1{}", "[".repeat(5_000), "]".repeat(5_000));
    let tables = (0..2_000).map(|number| format!("[a{number}]\n")).collect::<String>();
    let dotted = "a.".repeat(5_000) + "b = 1";
    for book in [
        "",
        "\0",
        "[",
        "publication = 1",
        "[publication]\ntitle = 1",
        "[languages]\nen = 1",
        &long,
        &nested,
        &tables,
        &dotted,
    ] {
        let project = Project::new();
        project.write("book.toml", book);
        assert!(any_error(&through(&project, &book.chars().take(40).collect::<String>())));
    }
    let flow = format!("title: {}{}", "[".repeat(100_000), "]".repeat(100_000));
    let indented: String = (0..2_000).map(|depth| " ".repeat(depth) + "a:\n").collect();
    let items = format!("title: [{}]", "x, ".repeat(250_000));
    let anchors = (0..10_000).map(|number| format!("a{number}: &a{number} x\n")).collect::<String>();
    for work in
        ["", "\0", "- a", "kind", "kind: [", "title: { en: *a }", "title: &a { en: *a }", &flow, &indented, &items, &anchors]
    {
        let project = with_text(body("## One {#one}\n"));
        project.write("content/home/work.yaml", work);
        assert!(any_error(&through(&project, &work.chars().take(40).collect::<String>())));
    }
}

#[test]
fn odd_figures_end_in_diagnostics() {
    let svg = |inner: &str| format!("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 4 3\">{inner}</svg>");
    let odd: [(&str, Vec<u8>); 10] = [
        ("nothing", Vec::new()),
        ("deep", svg(&("<g>".repeat(100_000) + &"</g>".repeat(100_000))).into()),
        ("torn", svg(&"<g>".repeat(100_000)).into()),
        (
            "many attributes",
            svg(&format!("<g {}/>", (0..5_000).map(|number| format!("a{number}=\"\" ")).collect::<String>())).into(),
        ),
        ("entities", format!("<!DOCTYPE svg [<!ENTITY a \"{}\">]>{}", "x".repeat(1_000), svg(&"&a;".repeat(1_000))).into()),
        ("huge size", "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"1e300\" height=\"1e300\"/>".into()),
        ("no number", "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"nan\" height=\"inf\" viewBox=\"a b c d\"/>".into()),
        ("negative", "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"-1\" height=\"-1\" viewBox=\"0 0 -4 -3\"/>".into()),
        ("another language", svg("").replace("http://www.w3.org/2000/svg", "urn:x").into()),
        ("NUL", b"\0\0\0".into()),
    ];
    for (what, bytes) in odd {
        let project = with_text(body("## One {#one}\n\n![A figure](figure.svg)\n"));
        project.write("content/home/figure.svg", bytes);
        through(&project, what);
    }
}

#[test]
fn odd_messages_and_templates_end_in_diagnostics() {
    for messages in [
        "",
        "\0",
        "a",
        "a =",
        "= b",
        "a = {",
        "a = { $x",
        "a = { a }",
        "a = { b }\nb = { a }",
        "a = { -t }",
        "-t = x",
        "a = { NUMBER() }",
        "a =\n    .b = c",
        "### x",
        "a = { $n ->\n *[x] y\n",
        &"{".repeat(50_000),
    ] {
        let project = with_text(body("## One {#one}\n"));
        project.write("locales/en/house.ftl", messages);
        through(&project, messages);
    }
    for template in [
        "",
        "{{",
        "{%",
        "{#",
        "{% block main %}",
        "{{ nothing }}",
        "{{ title.x.y }}",
        "{{ 1 / 0 }}",
        "{% include \"page.html\" %}",
        "{% extends \"page.html\" %}",
        "{{ t() }}",
        "{{ t(key=1) }}",
        "{{ t(key=\"",
        "{{ asset(path=\"../../../etc/passwd\") }}",
        &"{{ ".repeat(10_000),
        &"{% if true %}".repeat(2_000),
    ] {
        let project = with_text(body("## One {#one}\n"));
        project.page("about.{}", "").write("themes/default/templates/page.html", template);
        through(&project, template);
    }
}
