//! Each page speaks one language: no English is left on Spanish pages, no Spanish on English ones, but what is marked as such.
//!
//! Every text of `tests/properties/` and every message gets a word that tells its language. Whatever a page says in one language must
//! have that language's word and none of the other's: so a text that somebody put into a template or into code is found as well as
//! one that was taken from the wrong catalogue.

use std::collections::BTreeSet;

use camino::Utf8Path;
use diptych::diagnostics::{Source, any_error, sorted};
use diptych::documents::Documents;
use diptych::memo::Memo;
use diptych::publication::Publication;
use diptych::sources::Sources;

use super::reading;
use crate::publications::{apart_from_frozen, made_site, reported, repository, sound};

const LANGUAGES: [(&str, &str); 2] = [("en", "Englishword"), ("es", "Palabra")];

/// What has no language: a text given once for all of them, and the names of languages in themselves.
const NEUTRAL: &str = "0";

/// The publication with a word of its language in every place for words.
fn sources() -> Sources {
    let (mut sources, _) = Sources::read(&repository().join("tests/properties")).expect("readable");
    let paths: Vec<_> = sources.texts.keys().cloned().collect();
    for path in paths {
        let text = sources.texts[&path].text.to_string();
        let text = match path.extension() {
            Some("md") => in_document(&path, &text),
            Some("yaml" | "toml") => in_settings(&text),
            Some("ftl") => in_messages(&path, &text),
            _ => continue,
        };
        sources.texts.insert(path.clone(), Source::new(path, text));
    }
    sources
}

/// The word of the language that a file's name or folder says.
fn word(path: &Utf8Path) -> Option<&'static str> {
    let own = |tag: &str| path.as_str().contains(&format!(".{tag}.")) || path.starts_with(format!("locales/{tag}"));
    LANGUAGES.iter().find(|(tag, _)| own(tag)).map(|(_, word)| *word)
}

fn in_document(path: &Utf8Path, text: &str) -> String {
    let Some(word) = word(path) else { return text.to_owned() };
    // Words in further languages, and addresses, are nobody's.
    let text = text.replace("[MARKDOWN]{lang=la}", &format!("[{NEUTRAL}]{{lang=la}}"));
    let text = text.replace("MARKDOWN\n{lang=fr}", &format!("{NEUTRAL}\n{{lang=fr}}"));
    let text = text.replace("PLAIN", NEUTRAL).replace("ADDRESS", NEUTRAL).replace("CODE", &format!("`{word}`"));
    text.replace("MARKDOWN", word)
        .replace("STRING", word)
        .replace("BLOCK", word)
        .replace("LABEL", "note")
        .replace("INFO", "text")
}

fn in_settings(text: &str) -> String {
    let in_line = |line: &str| {
        let place = |tag: &str| [format!("{tag}: \"STRING"), format!("{tag} = \"STRING")];
        // What an institution is called in one language only is its name in all of them.
        let whole = LANGUAGES.iter().all(|(tag, _)| place(tag).iter().any(|place| line.contains(place.as_str())));
        let languages = LANGUAGES.iter().filter(|_| whole);
        let line = languages.fold(line.to_owned(), |line, (tag, word)| {
            place(tag).iter().fold(line, |line, place| line.replace(place.as_str(), &place.replace("STRING", word)))
        });
        line.replace("STRING", NEUTRAL) + "\n"
    };
    // A text of several lines stands below its language.
    let mut block = NEUTRAL;
    let in_block = |line: &str| {
        if let Some((_, word)) = LANGUAGES.iter().find(|(tag, _)| line.trim() == format!("{tag}: |")) {
            block = word;
        }
        in_line(&line.replace("MARKDOWN", block))
    };
    text.lines().map(in_block).collect()
}

/// Each value, and each variant of one that depends on a number, begins with the word.
fn in_messages(path: &Utf8Path, text: &str) -> String {
    let Some(word) = word(path) else { return text.to_owned() };
    let mut marked = String::new();
    for line in text.lines() {
        let variant = line.trim_start().starts_with(['[', '*']).then(|| line.split_once("] ")).flatten();
        let value = if line.starts_with(|first: char| first.is_ascii_lowercase()) { line.split_once(" = ") } else { None };
        match (variant, value) {
            (Some((key, value)), _) => marked.push_str(&format!("{key}] {word} {value}\n")),
            (None, Some((key, value))) if !value.ends_with("->") => marked.push_str(&format!("{key} = {word} {value}\n")),
            _ => marked.push_str(&format!("{line}\n")),
        }
    }
    marked
}

fn publication() -> Publication {
    let sources = sources();
    let (documents, mut diagnostics) = Documents::read(&sources, false, Memo::none());
    let (publication, mistakes) =
        Publication::resolve(&sources, documents.expect("settings that can be used"), Memo::none());
    diagnostics.extend(mistakes);
    let diagnostics = apart_from_frozen(diagnostics);
    assert!(!any_error(&diagnostics), "{}", reported(&sorted(diagnostics)));
    publication
}

#[test]
fn a_page_says_nothing_in_another_language() {
    let mut unmarked = BTreeSet::new();
    let mut pieces = 0;
    for (path, (_, bytes)) in made_site(publication()) {
        let text = String::from_utf8_lossy(&bytes);
        let said = match (path.extension(), path.file_name()) {
            (Some("html"), _) => reading::said(&text),
            (_, Some("feed.xml")) => {
                let tree = roxmltree::Document::parse(&text).expect("a feed is XML");
                let language = path.as_str()[..2].to_owned();
                tree.descendants().filter_map(|node| node.text()).map(|text| (language.clone(), text.to_owned())).collect()
            }
            _ => continue,
        };
        for (language, text) in said {
            let Some((_, own)) = LANGUAGES.iter().find(|(tag, _)| *tag == language) else { continue };
            let other = LANGUAGES.iter().map(|(_, word)| *word).find(|word| word != own).expect("two languages");
            // The front door's title is in all languages: a title has no parts that could be marked.
            assert!(!text.contains(other) || path == "index.html", "{path}, in {language}: {text}");
            match text.contains(own) {
                true => pieces += 1,
                false if text.chars().any(char::is_alphabetic) => drop(unmarked.insert((language, text))),
                false => {}
            }
        }
    }
    assert!(pieces > 500, "{pieces} pieces of text");
    // Addresses, entries for bibliographies, dates, integrity codes and the names of countries and languages are not taken from a
    // catalogue.
    let no_words = |text: &str| {
        ["https://", "@misc", "1:", "ORCID"].iter().any(|start| text.starts_with(start)) || text.contains("2026")
    };
    // Works that are cited are called what they are called.
    unmarked.retain(|(_, text)| !text.contains("BIBTEX"));
    unmarked.retain(|(_, text)| !no_words(text));
    let of = |language: &str| -> Vec<&str> {
        unmarked.iter().filter(|(own, _)| own == language).map(|(_, text)| text.as_str()).collect()
    };
    assert_eq!(
        of("en"),
        ["BibTeX", "CC BY 4.0", "CSV", "English", "France", "French", "Spain", "Spanish", "office@example.org"]
    );
    assert_eq!(
        of("es"),
        ["BibTeX", "CC BY 4.0", "CSV", "España", "Francia", "español", "francés", "inglés", "office@example.org"]
    );
}

#[cfg(feature = "pdf")]
#[test]
fn a_pdf_says_nothing_in_another_language() {
    let publication = publication();
    for (work, _) in publication.works() {
        for (language, (_, own)) in LANGUAGES.iter().enumerate() {
            let markup = diptych::renditions::pdf::markup(&publication, work, vec![language]).expect("markup");
            let (tag, other) = LANGUAGES[1 - language];
            // A book holds abstracts and papers in other languages, marked with them.
            let own_part = reading::without_language(&markup, tag);
            assert!(own_part.contains(own) && !own_part.contains(other), "{own_part}");
        }
    }
}

/// The marks that quote are the language's own, in the publication and in its messages.
#[test]
fn quotation_marks_are_the_languages_own() {
    let mut quotations = 0;
    for (path, (_, bytes)) in made_site(sound(repository())) {
        if path.extension() != Some("html") {
            continue;
        }
        for (language, text) in reading::said(&String::from_utf8_lossy(&bytes)) {
            // Markup to copy is in no language.
            if language == "zxx" {
                continue;
            }
            let (own, foreign) =
                if language == "es" { ('«', ['“', '”', '"', '„']) } else { ('“', ['«', '»', '"', '„']) };
            assert!(!text.contains(foreign), "{path}, in {language}: {text}");
            quotations += usize::from(text.contains(own));
        }
    }
    assert!(quotations > 20, "{quotations} quotations");
}
