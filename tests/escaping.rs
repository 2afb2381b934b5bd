//! Escaping is total: whatever words an author writes, and wherever, pages and PDFs have the structure that other words give them.
//!
//! `tests/properties/` is a publication with a mark in every place for words. A mark stands for a text in the spelling of its place:
//! `STRING` between quotation marks in YAML and TOML, `MARKDOWN` with a backslash before each punctuation mark, and so on. Whoever
//! adds a place for words puts a mark there.

use std::collections::{BTreeMap, BTreeSet};

use camino::Utf8PathBuf;
use diptych::diagnostics::{Source, any_error, sorted};
use diptych::documents::Documents;
use diptych::memo::Memo;
use diptych::publication::Publication;
use diptych::sources::Sources;
use rayon::prelude::*;

use crate::markup::html_tree;
use crate::publications::{apart_from_frozen, files, made_site, reported, repository};

/// What ends an element, an attribute, a comment, a text, a string or a line somewhere; and what begins one.
const HOSTILE: [&str; 58] = [
    "</p><script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "<!--",
    "-->",
    "<![CDATA[",
    "]]>",
    "&lt;",
    "&#60;b&#62;",
    "&amp;amp;",
    "\" onmouseover=\"alert(1)",
    "' onmouseover='alert(1)",
    "`",
    "```",
    "~~~~~~~~~",
    "{{ title }}",
    "{% raw %}",
    "{# x #}",
    "${x}",
    "#let x = 1",
    "#panic()",
    "#",
    "#[",
    "#(",
    "]",
    "[",
    "][",
    "](x)",
    "[^1]",
    "\\",
    "\\\\",
    "\\u{41}",
    "\\\"",
    "*/",
    "/*",
    "//",
    "<label>",
    "@ref",
    "$x$",
    "$",
    "= x",
    "- x",
    "+ x",
    "/ x: y",
    "~",
    "--",
    "...",
    "*x*",
    "_x_",
    "**",
    "|",
    "https://x",
    "{",
    "}",
    ";",
    "\u{2028}",
    "\u{200b}",
    "\u{ad}",
    "{lang=es}",
];

/// A text in the spelling of each kind of place; the longest marks first.
fn spellings(text: &str) -> [(&'static str, String); 9] {
    let without = |not: &[char]| text.replace(|character: char| not.contains(&character) || character.is_whitespace(), "");
    let string = serde_json::to_string(&format!("x {text} x")).expect("a string");
    let escaped = |text: &str| -> String {
        text.chars().flat_map(|c| c.is_ascii_punctuation().then_some('\\').into_iter().chain([c])).collect()
    };
    [
        ("MARKDOWN", format!("x {} x", escaped(text))),
        // Code in a cell needs its bars escaped, and no more backticks within than around.
        ("CODE", format!("```` x {} x ````", text.replace('|', "\\|"))),
        ("BLOCK", format!("{text} x")),
        ("INFO", escaped(&format!("x{}", without(&['`', '~'])))),
        ("LABEL", format!("x{}", without(&['[', ']', '\\', '^', '`', '<', '>', '*', '_', '|']))),
        ("ADDRESS", format!("x{}", escaped(&without(&[])))),
        ("PLAIN", format!("x{}", without(&['<', '>', '^', '{']))),
        // Braces, dollars and backslashes are BibTeX's own.
        ("BIBTEX", format!("x {} x", without(&['{', '}', '$', '\\', '~', '^']))),
        ("STRING", string.trim_matches('"').to_owned()),
    ]
}

/// The publication with a text in every place: the one at `turn` places of its turn, and so on round the list.
fn sources(texts: &[&str], turn: usize) -> Sources {
    let (mut sources, mistakes) = Sources::read(&repository().join("tests/properties")).expect("readable");
    assert!(mistakes.is_empty(), "{}", reported(&mistakes));
    let own: Vec<Utf8PathBuf> = sources
        .texts
        .keys()
        .filter(|path| path.as_str() == "book.toml" || path.starts_with("content"))
        .filter(|path| path.extension() != Some("svg"))
        .cloned()
        .collect();
    let mut places = turn;
    for path in own {
        let mut text = String::new();
        let marked = sources.texts[&path].text.clone();
        // A note has the same label wherever it is referred to, and in all languages.
        let label = &spellings(texts[turn % texts.len()])[4].1;
        let marked = marked.replace("LABEL", label);
        let mut rest = marked.as_str();
        while let Some((at, mark)) = next_mark(rest) {
            let spelling = &spellings(texts[places % texts.len()])[mark];
            text.push_str(&rest[..at]);
            text.push_str(&spelling.1);
            rest = &rest[at + spelling.0.len()..];
            places += 1;
        }
        text.push_str(rest);
        sources.texts.insert(path.clone(), Source::new(path, text));
    }
    sources
}

/// The first mark in a text, and which it is.
fn next_mark(text: &str) -> Option<(usize, usize)> {
    let marks = spellings("");
    let found = marks.iter().enumerate().filter_map(|(number, (mark, _))| Some((text.find(mark)?, number)));
    found.min()
}

/// The structure of every file that is made, by its path.
fn structure(texts: &[&str], turn: usize) -> BTreeMap<String, Vec<String>> {
    let sources = sources(texts, turn);
    let (documents, mut diagnostics) = Documents::read(&sources, false, Memo::none());
    let (publication, mistakes) =
        Publication::resolve(&sources, documents.expect("settings that can be used"), Memo::none());
    diagnostics.extend(mistakes);
    // The words of the two versions have nothing in common.
    diagnostics.retain(|found| !found.code.compares_versions());
    let diagnostics = apart_from_frozen(diagnostics);
    assert!(!any_error(&diagnostics), "{}", reported(&sorted(diagnostics)));
    let mut structure = BTreeMap::new();
    #[cfg(feature = "pdf")]
    for languages in [vec![0], vec![0, 1]] {
        let work = publication.works().map(|(number, _)| number).next().expect("a work");
        let markup = diptych::renditions::pdf::markup(&publication, work, languages.clone());
        let markup = markup.unwrap_or_else(|mistakes| panic!("{}", reported(&mistakes)));
        structure.insert(format!("{languages:?}.typ"), crate::markup::typst_tree(&markup));
    }
    for (path, (_, bytes)) in made_site(publication) {
        let text = String::from_utf8_lossy(&bytes);
        match path.extension() {
            Some("html") => drop(structure.insert(path.to_string(), html_tree(&text))),
            Some("xml") => {
                let tree = roxmltree::Document::parse(&text).unwrap_or_else(|error| panic!("{path}: {error}\n{text}"));
                let elements =
                    tree.descendants().filter(|node| node.is_element()).map(|node| format!("{:?}", node.tag_name()));
                structure.insert(path.to_string(), elements.collect());
            }
            _ => {}
        }
    }
    structure
}

#[test]
fn no_word_is_read_as_markup() {
    // As many, and no two the same: what is said twice is left out here and there.
    let harmless: Vec<String> = (0..HOSTILE.len()).map(|number| format!("word{number}")).collect();
    let harmless: Vec<&str> = harmless.iter().map(String::as_str).collect();
    (0..HOSTILE.len()).into_par_iter().for_each(|turn| {
        let wanted = structure(&harmless, turn);
        assert!(wanted.len() > 20 && wanted.values().all(|tree| tree.len() > 1), "{:?}", wanted.keys());
        for (path, tree) in structure(&HOSTILE, turn) {
            // What changed depends on the words: here no element may be of a kind that harmless words never give.
            if path.contains("/changes/") {
                let kinds = |tree: &[String]| -> BTreeSet<String> { tree.iter().map(|own| own.trim().to_owned()).collect() };
                let known: BTreeSet<String> = wanted.values().flat_map(|tree| kinds(tree)).collect();
                let strange: Vec<_> = kinds(&tree).difference(&known).cloned().collect();
                assert!(strange.is_empty(), "turn {turn}, {path}: {strange:?}");
                continue;
            }
            let differs = tree.iter().zip(&wanted[&path]).position(|(one, other)| one != other);
            let at = differs.unwrap_or(tree.len().min(wanted[&path].len())).saturating_sub(5);
            let near = |tree: &[String]| tree.iter().skip(at).take(12).cloned().collect::<Vec<_>>().join("\n");
            assert!(
                tree == wanted[&path],
                "turn {turn}, {path}: with hostile words\n{}\n\nwith harmless words\n{}",
                near(&tree),
                near(&wanted[&path])
            );
        }
    });
}

/// A key that takes words in each language is in the publication with the marks.
#[test]
fn every_key_for_words_has_a_mark() {
    let marked: String = files(&repository().join("tests/properties"))
        .into_iter()
        .filter(|(path, _)| matches!(path.extension(), Some("toml" | "yaml")))
        .map(|(_, bytes)| String::from_utf8(bytes).expect("settings are UTF-8"))
        .collect();
    let mut keys = 0;
    for (path, bytes) in files(&repository().join("src")) {
        let code = String::from_utf8(bytes).expect("sources are UTF-8");
        for field in code.lines().filter_map(|line| line.trim().strip_prefix("pub ")) {
            let Some((key, of)) = field.split_once(": ") else { continue };
            // Addresses are no words.
            if key != "slug" && ["Texts,", "Option<Texts>,", "Option<LegalText>,"].contains(&of) {
                let given = [": ", ":\n", " = "].iter().any(|sign| marked.contains(&format!("{key}{sign}")));
                assert!(given, "src/{path}: no mark for “{key}”");
                keys += 1;
            }
        }
    }
    assert!(keys > 10, "{keys} keys");
}
