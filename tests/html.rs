//! HTML of texts: what the dialect's corners become, and that nothing a stranger writes becomes markup.

use diptych::diagnostics::any_error;

use crate::publications::{Project, made_site, reported, resolve};

/// What a text becomes on a page of its own, without the page around it.
fn html(text: &str) -> String {
    let project = Project::in_languages(&["en"]);
    project.write("content/page.en.md", format!("---\ntitle: Page\n---\n\n{text}"));
    let (publication, _) = resolve(project.root(), false);
    let site = made_site(publication.expect("a publication"));
    let (_, bytes) = &site[camino::Utf8Path::new("en/page/index.html")];
    let page = String::from_utf8(bytes.clone()).expect("pages are UTF-8");
    let start = page.find("<div class=\"section opening\">\n").expect("the page has an opening") + 30;
    page[start..].split("</div>\n").next().unwrap_or_default().trim_end().to_owned()
}

#[test]
fn the_corners_of_the_dialect() {
    let cases = [
        ("A < b & c > d \"e\" 'f'", "<p>A &lt; b &amp; c &gt; d “e” ‘f’</p>"),
        ("&lt;b&gt; &copy; &#x41;", "<p>&lt;b&gt; © A</p>"),
        ("\\*not\\* \\<b\\>", "<p>*not* &lt;b&gt;</p>"),
        ("a  \nb\\\nc\nd", "<p>a<br>b<br>c\nd</p>"),
        ("<b>bold</b>", "<p>&lt;b&gt;bold&lt;/b&gt;</p>"),
        ("<div>\n*x*\n</div>", "<p>&lt;div&gt;\n*x*\n&lt;/div&gt;</p>"),
        ("a <!-- b --> c", "<p>a  c</p>"),
        ("<!-- b\n\nc -->\n\nd", "<p>d</p>"),
        ("***both*** ~~gone~~ ~one~", "<p><em><strong>both</strong></em> <del>gone</del> <del>one</del></p>"),
        ("`` a`b ``", "<p><code>a`b</code></p>"),
        (
            "- [x] a\n\n- [ ] b",
            "<ul><li class=\"task\"><input type=\"checkbox\" disabled checked aria-label=\"Done\"> <p>a</p></li><li class=\"task\"><input type=\"checkbox\" disabled aria-label=\"To do\"> <p>b</p></li></ul>",
        ),
        ("3. c\n4. d", "<ol start=\"3\"><li>c</li><li>d</li></ol>"),
        ("- a\n\n  b\n- c", "<ul><li><p>a</p><p>b</p></li><li><p>c</p></li></ul>"),
        ("- a\n  > b\n- c", "<ul><li>a<blockquote><p>b</p></blockquote></li><li>c</li></ul>"),
        ("T\n: a\n\n  b\n: c", "<dl><dt>T</dt><dd><p>a</p><p>b</p></dd><dd><p>c</p></dd></dl>"),
        ("> [!TIP]\n> a", "<aside class=\"alert alert-tip\"><p class=\"alert-title\">Tip</p><p>a</p></aside>"),
        ("~~~ rust extra\na\n~~~", "<pre tabindex=\"0\"><code class=\"language-rust\">a\n</code></pre>"),
        ("[a]\n\n[a]: https://example.org \"title\"", "<p><a href=\"https://example.org\">a</a></p>"),
        (
            "<https://example.org/?a=1&b=2>",
            "<p><a href=\"https://example.org/?a=1&amp;b=2\">https://example.org/?a=1&amp;b=2</a></p>",
        ),
        ("https://example.org", "<p>https://example.org</p>"),
        ("[a *b*](page.md)", "<p><a href=\"/en/page/\">a <em>b</em></a></p>"),
        ("[](page.md)", "<p><a href=\"/en/page/\">Page</a></p>"),
        ("one\n\n---\n\ntwo", "<p>one</p>\n<hr>\n<p>two</p>"),
    ];
    for (text, wanted) in cases {
        assert_eq!(html(text), wanted, "{text:?}");
    }
}

#[test]
fn a_table_keeps_its_shape() {
    let made = html("| a | b |\n|:-:|--:|\n| `x\\|y` | |\n| only |\n");
    let wanted = "<div class=\"table\" role=\"region\" tabindex=\"0\" aria-label=\"Table 1\"><table><thead><tr>\
        <th scope=\"col\" class=\"align-center\">a</th><th scope=\"col\" class=\"align-right\">b</th></tr></thead><tbody>\
        <tr><td class=\"align-center\"><code>x|y</code></td><td class=\"align-right\"></td></tr>\
        <tr><td class=\"align-center\">only</td><td class=\"align-right\"></td></tr></tbody></table>";
    assert_eq!(made, wanted);
}

/// Closes an attribute, an element and a comment, and opens a script.
const HOSTILE: &str = "-->\"'><script>alert(1)</script><img src=x onerror=alert(1)>&";

#[test]
fn nothing_a_stranger_writes_becomes_markup() {
    let quoted = serde_json::to_string(HOSTILE).expect("a string");
    let project = Project::in_languages(&["en"]);
    let book = format!(
        "[publication]\ntitle = {{ en = {quoted} }}\npublisher = {{ en = {quoted} }}\naddress = \"https://example.org/\"\n\n[languages.en]\nname = {quoted}\n"
    );
    project.write("book.toml", book);
    let front = format!("---\ntitle: {quoted}\ndescription: {quoted}\n---\n\n");
    project.write("content/index.en.md", format!("{front}{HOSTILE}\n"));
    project.write("content/page.en.md", format!("{front}## {HOSTILE} {{#a}}\n\n[](#a)\n"));
    let work = format!(
        "kind: guidelines\ntitle: {{ en: {quoted} }}\nshort_title: {{ en: {quoted} }}\nsummary: {{ en: {quoted} }}\n\
         endorsing: {{ en: {quoted} }}\nendorsable: true\nedition: {{ number: \"1.0\", status: adopted, date: 2026-05-04 }}\n"
    );
    project.write("content/home/work.yaml", work);
    let text = format!(
        "## {HOSTILE} {{#first}}\n\n```{HOSTILE}\n{HOSTILE}\n```\n\n[{HOSTILE}](<https://example.org/{}>) [](#first) `{HOSTILE}`\n\n\
         | {HOSTILE} |\n|---|\n| {HOSTILE} |\n\n![{HOSTILE}](<a&b.svg>)\n\nx[^1]\n\n[^1]: {HOSTILE}\n",
        HOSTILE.replace(['<', '>'], "")
    );
    project.write("content/home/01-one.en.md", format!("{front}{text}"));
    project.write("content/home/a&b.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 4 3\"/>");
    let (publication, diagnostics) = resolve(project.root(), false);
    assert!(!any_error(&diagnostics), "{}", reported(&diagnostics));
    let mut shown = 0;
    for (path, (_, bytes)) in made_site(publication.expect("a publication")) {
        if path.extension() == Some("html") {
            let page = String::from_utf8(bytes).expect("pages are UTF-8");
            assert!(!page.contains("<script") && !page.contains("<img src=x") && !page.contains("-->"), "{path}\n{page}");
            assert!(!page.contains("\"'"), "{path}: a quotation mark is not escaped\n{page}");
            shown += page.matches("&lt;script&gt;").count();
        }
    }
    assert!(shown > 40, "the strings are on the pages, {shown} times");
}

/// A page of one base that is not the root, and every address on it.
#[test]
fn every_address_is_below_the_base() {
    let project = Project::new();
    project.replace("book.toml", "https://example.org/", "https://example.org/a/b/");
    project.page("index.{}", "[x](page.md)\n").page("page.{}", "[x](index.md)\n");
    for (path, (_, bytes)) in project.site() {
        if path.extension() == Some("html") {
            let page = String::from_utf8(bytes).expect("pages are UTF-8");
            for attribute in [" href=\"/", " src=\"/"] {
                for (at, _) in page.match_indices(attribute) {
                    assert!(page[at + attribute.len() - 1..].starts_with("/a/b/"), "{path}: {}", &page[at..at + 40]);
                }
            }
        }
    }
}
