//! The guide: the little publication that each example of the dialect is a chapter of.
//!
//! It is made in memory: the settings, fonts and texts of `tests/golden/three-languages`, the other chapter and the figures of
//! `tests/dialect/guide`, and the examples. Every work of it is in one language, so that no page speaks of another.

use camino::{Utf8Path, Utf8PathBuf};
use diptych::diagnostics::{Diagnostic, Source, sorted};
use diptych::documents::Documents;
use diptych::memo::Memo;
use diptych::publication::Publication;
use diptych::sources::{Bytes, Sources};

use super::cases::Example;
use crate::publications::{files, repository};

/// What stands before an example in its file.
pub const FRONT: &str = "---\ntitle: Example\n---\n\n";

const LANGUAGES: [&str; 3] = ["en", "es", "ar"];

impl Example {
    /// The language it is written in: English, unless told otherwise.
    pub fn language(&self) -> &str {
        LANGUAGES.into_iter().find(|language| self.says(language)).unwrap_or(LANGUAGES[0])
    }

    pub fn kind(&self) -> &'static str {
        if self.says("guidelines") { "guidelines" } else { "pages" }
    }

    /// Whether `book.toml` says `html = "sanitised"`.
    pub fn sanitised(&self) -> bool {
        self.says("sanitised")
    }

    fn says(&self, word: &str) -> bool {
        self.words.iter().any(|own| own == word)
    }

    /// A misspelt word would be an example of something else.
    pub fn unknown_words(&self) -> Vec<&String> {
        let known =
            |word: &&String| LANGUAGES.contains(&word.as_str()) || ["guidelines", "sanitised"].contains(&word.as_str());
        self.words.iter().filter(|word| !known(word)).collect()
    }
}

/// A work of the guide: its folder, kind and language, and its chapters by their names, each as it stands after its front matter.
pub struct Guide<'g> {
    pub folder: String,
    pub kind: &'g str,
    pub language: &'g str,
    pub chapters: Vec<(String, &'g str)>,
}

impl<'g> Guide<'g> {
    /// An example by itself.
    pub fn of(example: &'g Example) -> Self {
        let chapters = vec![("01-example".to_owned(), example.source.as_str())];
        Guide { folder: "guide".to_owned(), kind: example.kind(), language: example.language(), chapters }
    }
}

/// The works as one publication; `sanitised` is what it does with raw HTML.
pub fn publication(guides: &[Guide<'_>], sanitised: bool) -> (Publication, Vec<Diagnostic>) {
    let (mut sources, mistakes) =
        Sources::read(&repository().join("tests/golden/three-languages")).expect("the golden case can be read");
    assert!(mistakes.is_empty(), "{mistakes:#?}");
    sources.texts.retain(|path, _| !path.starts_with("content"));
    if sanitised {
        let book = Utf8PathBuf::from("book.toml");
        let settings = sources.texts[&book].text.replace("[publication]\n", "[publication]\nhtml = \"sanitised\"\n");
        put(&mut sources, book, settings.into_bytes());
    }
    let beside = files(&repository().join("tests/dialect/guide"));
    for guide in guides {
        let folder = Utf8Path::new("content").join(&guide.folder);
        let (kind, language) = (guide.kind, guide.language);
        let work = format!(
            "kind: {kind}\ntitle: {{ {language}: Guide }}\nlanguages: {{ {language}: authentic }}\n\
             edition: {{ number: \"1.0\", status: in-consultation, date: 2026-11-22 }}\n"
        );
        put(&mut sources, folder.join("work.yaml"), work.into_bytes());
        for (path, bytes) in &beside {
            // Chapters of the work's language; figures in all.
            if path.extension() != Some("md") || path.as_str().ends_with(&format!(".{language}.md")) {
                put(&mut sources, folder.join(path), bytes.clone());
            }
        }
        for (name, text) in &guide.chapters {
            put(&mut sources, folder.join(format!("{name}.{language}.md")), format!("{FRONT}{text}").into_bytes());
        }
    }
    let (documents, mut diagnostics) = Documents::read(&sources, true, Memo::none());
    let (publication, mistakes) =
        Publication::resolve(&sources, documents.expect("settings that can be used"), Memo::none());
    diagnostics.extend(mistakes);
    (publication, sorted(diagnostics))
}

fn put(sources: &mut Sources, path: Utf8PathBuf, bytes: Vec<u8>) {
    // No picture is UTF-8 by chance.
    match String::from_utf8(bytes) {
        Ok(text) => drop(sources.texts.insert(path.clone(), Source::new(path, text))),
        Err(bytes) => drop(sources.files.insert(path, Bytes::Read(bytes.into_bytes().into()))),
    }
}

/// On paper all pages of a work are one: gives every section an id of its own in it, and the same level.
pub fn flatten(publication: &mut Publication) {
    for work in &mut publication.works {
        let edition = &mut work.edition;
        for (number, chapter) in edition.index.iter_mut().chain(&mut edition.chapters).enumerate() {
            for (position, section) in chapter.sections.iter_mut().enumerate() {
                section.id = format!("{number}-{position}");
                section.level = section.level.min(2);
            }
        }
    }
}
