//! The starter: the files of a first publication, small and complete, whose texts teach the format.
//!
//! Takes: the languages that somebody wants, and the day. Gives: files by their paths. English and Spanish texts lie in `starter/`; a
//! language without texts gets the English ones, which say so. Must not know where the files are put.

use camino::{Utf8Path, Utf8PathBuf};
use include_dir::{Dir, include_dir};
use jiff::civil::Date;

use crate::sources;

static FILES: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/starter");

/// The languages in which there are texts. The first stands in for all others.
const WRITTEN: [&str; 2] = ["en", "es"];

/// What a language calls itself, as far as the default theme's fonts can show it; and the tag that its dates follow.
const NAMES: [(&str, &str, &str); 31] = [
    ("bg", "български", ""),
    ("ca", "català", ""),
    ("cs", "čeština", ""),
    ("cy", "Cymraeg", ""),
    ("da", "dansk", ""),
    ("de", "Deutsch", ""),
    ("el", "Ελληνικά", ""),
    ("en", "English", "en-GB"),
    ("es", "español", "es-ES"),
    ("et", "eesti", ""),
    ("eu", "euskara", ""),
    ("fi", "suomi", ""),
    ("fr", "français", ""),
    ("ga", "Gaeilge", ""),
    ("gl", "galego", ""),
    ("hr", "hrvatski", ""),
    ("hu", "magyar", ""),
    ("it", "italiano", ""),
    ("lt", "lietuvių", ""),
    ("lv", "latviešu", ""),
    ("nl", "Nederlands", ""),
    ("pl", "polski", ""),
    ("pt", "português", ""),
    ("pt-br", "português", "pt-BR"),
    ("ro", "română", ""),
    ("ru", "русский", ""),
    ("sk", "slovenčina", ""),
    ("sl", "slovenščina", ""),
    ("sv", "svenska", ""),
    ("tr", "Türkçe", ""),
    ("uk", "українська", ""),
];

/// The languages of `languages` that get English texts.
pub fn unwritten(languages: &[String]) -> impl Iterator<Item = &str> {
    languages.iter().map(String::as_str).filter(|tag| !WRITTEN.contains(tag))
}

/// All files, in the order of their paths.
pub fn files(languages: &[String], today: Date) -> Vec<(Utf8PathBuf, Vec<u8>)> {
    let mut files = Vec::new();
    let mut folders = vec![&FILES];
    while let Some(folder) = folders.pop() {
        folders.extend(folder.dirs());
        for file in folder.files() {
            let (Some(path), Some(text)) = (Utf8Path::from_path(file.path()), file.contents_utf8()) else { continue };
            let text = text.replace("DATE", &today.to_string()).replace("VERSION", env!("CARGO_PKG_VERSION"));
            let text = text.replace("FIRST", languages.first().map_or(WRITTEN[0], String::as_str));
            let path = Utf8PathBuf::from(path.as_str().replace("DATE", &today.to_string()));
            files.extend(in_languages(path, text, languages));
        }
    }
    for tag in unwritten(languages) {
        files.extend(interface_texts(tag));
    }
    files.sort();
    files
}

/// One file of the starter as the files of a publication.
fn in_languages(path: Utf8PathBuf, text: String, languages: &[String]) -> Vec<(Utf8PathBuf, Vec<u8>)> {
    let Some((stem, written)) = path.as_str().strip_suffix(".md").and_then(|stem| stem.rsplit_once('.')) else {
        let path = if path == "gitignore" { ".gitignore".into() } else { path };
        let text = match path.extension() {
            Some("yaml" | "toml") => every_language(&text, languages),
            _ => text,
        };
        return vec![(path, text.into_bytes())];
    };
    let own = languages.iter().filter(|tag| tag.as_str() == written).map(|tag| (tag, text.clone()));
    let others = languages.iter().filter(|tag| written == WRITTEN[0] && !WRITTEN.contains(&tag.as_str()));
    let is_alone = !languages.iter().any(|tag| WRITTEN.contains(&tag.as_str()));
    let others = others.map(|tag| (tag, marked(&text, is_alone)));
    own.chain(others).map(|(tag, text)| (format!("{stem}.{tag}.md").into(), text.into_bytes())).collect()
}

/// A text in English that stands where one in another language should, and where other languages have their own, if not alone.
fn marked(text: &str, is_alone: bool) -> String {
    let mark = if is_alone { "" } else { "<!-- parity: only -->\n\n" };
    match text.rsplit_once("\n---\n") {
        Some((front, body)) => {
            format!("{front}\n---\n\n{mark}This text is still in English: translate it.\n{{lang=en}}\n{body}")
        }
        None => text.to_owned(),
    }
}

/// Lines such as `en: Glossary` and `en = "Glossary"`, which follow each other for each language, for these languages.
fn every_language(text: &str, languages: &[String]) -> String {
    let mut written = String::with_capacity(text.len());
    let mut group: Vec<(&str, &str, &str)> = Vec::new();
    // The empty line ends a group at the end of the file.
    for line in text.lines().chain([""]) {
        if let Some(entry) = entry(line) {
            group.push(entry);
            continue;
        }
        if let Some((indent, _, english)) = group.first().copied() {
            for tag in languages {
                let own = group.iter().find(|(_, written, _)| written == tag).map_or(english, |(_, _, own)| own);
                written.push_str(&format!("{indent}{tag}{own}\n"));
            }
            group.clear();
        }
        match line {
            "# LANGUAGES" => languages.iter().for_each(|tag| written.push_str(&language(tag))),
            line => written.extend([line, "\n"]),
        }
    }
    written.truncate(written.len() - 1);
    written
}

/// Indent, language, and the rest of a line that is in one language.
fn entry(line: &str) -> Option<(&str, &str, &str)> {
    let start = line.len() - line.trim_start().len();
    let (indent, rest) = line.split_at(start);
    let tag = WRITTEN.into_iter().find(|tag| rest.strip_prefix(tag).is_some_and(|rest| rest.starts_with([':', ' '])))?;
    Some((indent, tag, &rest[tag.len()..]))
}

/// A language in `book.toml`.
fn language(tag: &str) -> String {
    let known = NAMES.iter().find(|(known, ..)| *known == tag);
    let name = known.map_or(tag, |(_, name, _)| name);
    // Days and lists of words in a script that the fonts do not have could not be typeset; the texts are English ones anyway.
    let formats = known.map_or("en-GB", |(_, _, formats)| formats);
    let formats = if formats.is_empty() { String::new() } else { format!("formats = \"{formats}\"\n") };
    let advice = match known {
        Some(_) => "",
        None => {
            "# What the language calls itself, and whose days and numbers it has. A script that the theme's fonts do not have needs fonts\n\
             # of its own in the theme; until then both are in letters that they have.\n"
        }
    };
    let end = "\n";
    format!("[languages.{tag}]\n{advice}name = \"{name}\"\n{formats}{end}")
}

/// The texts around a publication's own, to be translated.
fn interface_texts(tag: &str) -> Vec<(Utf8PathBuf, Vec<u8>)> {
    let texts = sources::built_in_messages(WRITTEN[0]);
    let head = "# These texts are still in English: translate what stands after each “=”.\n\n";
    let file = |(name, text): (&str, &str)| (format!("locales/{tag}/{name}").into(), format!("{head}{text}").into_bytes());
    texts.map(file).collect()
}
