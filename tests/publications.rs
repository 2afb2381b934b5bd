//! Publications for tests: folders of the repository, and small ones written on the spot.
//!
//! Everything goes through the same public stages as the commands do. Texts expected of them lie in files;
//! `UPDATE_GOLDEN=1` writes those anew.

use std::collections::BTreeMap;
use std::fs;
use std::sync::Arc;

use camino::{Utf8Path, Utf8PathBuf};
use diptych::diagnostics::{Code, Diagnostic, Wording, emit};
use diptych::documents::Document;
use diptych::publication::{Publication, Work};
use diptych::renditions::{Key, Offered, site};

/// The repository's root.
pub fn repository() -> &'static Utf8Path {
    Utf8Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// What is not about a frozen text whose words a test has put in: they are not those that were frozen.
pub fn apart_from_frozen(diagnostics: Vec<Diagnostic>) -> Vec<Diagnostic> {
    let frozen = [Code::ChangedEdition, Code::EditionText, Code::MisplacedCorrigendum];
    diagnostics.into_iter().filter(|found| !frozen.contains(&found.code)).collect()
}

/// The folders directly in a folder of `tests/`, sorted: each one is a case.
pub fn cases(of: &str) -> Vec<Utf8PathBuf> {
    let folder = repository().join("tests").join(of);
    let mut cases: Vec<Utf8PathBuf> = folder
        .read_dir_utf8()
        .expect("the folder of cases can be read")
        .map(|entry| entry.expect("an entry can be read").into_path())
        .filter(|path| path.is_dir())
        .collect();
    cases.sort();
    assert!(!cases.is_empty(), "{folder} holds no case");
    cases
}

/// All files below a folder by their path within it; a folder that is not there holds none.
pub fn files(folder: &Utf8Path) -> BTreeMap<Utf8PathBuf, Vec<u8>> {
    let mut found = BTreeMap::new();
    let entries = walkdir::WalkDir::new(folder).into_iter().filter_map(Result::ok);
    for entry in entries.filter(|entry| entry.file_type().is_file()) {
        let path = Utf8Path::from_path(entry.path()).expect("paths of tests are UTF-8");
        found.insert(path.strip_prefix(folder).expect("below the folder").to_owned(), fs::read(path).expect("readable"));
    }
    found
}

pub fn updating() -> bool {
    std::env::var_os("UPDATE_GOLDEN").is_some_and(|value| !value.is_empty() && value != "0")
}

/// Holds what was made against what a file says, or writes the file. Gives what differs, for a list of all that does.
pub fn differs(file: &Utf8Path, made: &[u8]) -> Option<String> {
    let expected = fs::read(file).ok();
    if expected.as_deref() == Some(made) {
        return None;
    }
    if updating() {
        fs::create_dir_all(file.parent().expect("a file lies in a folder")).expect("the folder can be made");
        fs::write(file, made).expect("the file can be written");
        return None;
    }
    let Some(expected) = expected else { return Some(format!("{file} is missing")) };
    let (expected, made) = (String::from_utf8_lossy(&expected), String::from_utf8_lossy(made));
    let line = expected.lines().zip(made.lines()).take_while(|(one, other)| one == other).count();
    let show = |text: &str| text.lines().skip(line.saturating_sub(2)).take(12).collect::<Vec<_>>().join("\n");
    Some(format!("{file} differs at line {}\n--- expected\n{}\n--- made\n{}\n", line + 1, show(&expected), show(&made)))
}

/// Fails with all the differences at once.
pub fn all_agree(differences: Vec<String>) {
    assert!(
        differences.is_empty(),
        "{}\n{} differ; UPDATE_GOLDEN=1 writes them anew, and `git diff` shows what changed",
        differences.join("\n"),
        differences.len()
    );
}

/// The first three stages, as `check` runs them.
pub fn resolve(root: &Utf8Path, drafts: bool) -> (Option<Publication>, Vec<Diagnostic>) {
    diptych::cli::resolve(root, drafts).expect("the folder can be read")
}

/// A publication without any mistake.
pub fn sound(root: &Utf8Path) -> Publication {
    let (publication, diagnostics) = resolve(root, false);
    assert!(diagnostics.is_empty(), "{root}\n{}", reported(&diagnostics));
    publication.expect("a publication without mistakes")
}

/// What a person would read of them.
pub fn reported(diagnostics: &[Diagnostic]) -> String {
    let wording = Wording::for_locale("en");
    diagnostics.iter().map(|found| emit::human(found, &wording, false)).collect()
}

pub fn codes(diagnostics: &[Diagnostic]) -> Vec<Code> {
    diagnostics.iter().map(|diagnostic| diagnostic.code).collect()
}

/// Every file of the site: its key and its bytes.
pub type Site = BTreeMap<Utf8PathBuf, (Key, Vec<u8>)>;

pub fn made_site(publication: Publication) -> Site {
    let renditions = site::renditions(&Arc::new(publication));
    let made = renditions.into_iter().map(|rendition| {
        let bytes = rendition
            .make
            .bytes(Vec::new(), &Offered::new())
            .unwrap_or_else(|mistakes| panic!("{}\n{}", rendition.path, reported(&mistakes)));
        (rendition.path.clone(), ((rendition.key)(), bytes))
    });
    made.collect()
}

/// A publication in a folder of its own, which goes with it.
pub struct Project {
    folder: tempfile::TempDir,
}

impl Project {
    /// Only a `book.toml`, in English and Spanish.
    pub fn new() -> Self {
        Self::in_languages(&["en", "es"])
    }

    pub fn in_languages(tags: &[&str]) -> Self {
        let project = Project { folder: tempfile::tempdir().expect("a folder for the test") };
        let each = |text: &str| tags.iter().map(|tag| format!("{tag} = \"{text}\"")).collect::<Vec<_>>().join(", ");
        let mut book = format!("[publication]\ntitle = {{ {} }}\npublisher = {{ {} }}\n", each("Title"), each("Publisher"));
        book.push_str("address = \"https://example.org/\"\n");
        for tag in tags {
            book.push_str(&format!("\n[languages.{tag}]\nname = \"{tag}\"\n"));
        }
        project.write("book.toml", book);
        project
    }

    pub fn copy_of(root: &Utf8Path) -> Self {
        let project = Project { folder: tempfile::tempdir().expect("a folder for the test") };
        for (path, bytes) in files(root) {
            project.write(path.as_str(), bytes);
        }
        project
    }

    pub fn root(&self) -> &Utf8Path {
        Utf8Path::from_path(self.folder.path()).expect("temporary folders have UTF-8 names")
    }

    pub fn write(&self, path: &str, bytes: impl AsRef<[u8]>) -> &Self {
        let file = self.root().join(path);
        fs::create_dir_all(file.parent().expect("a file lies in a folder")).expect("the folder can be made");
        fs::write(&file, bytes).expect("the file can be written");
        self
    }

    /// A page in English alone or, with `{}` in its path, the same text in both languages.
    pub fn page(&self, path: &str, text: &str) -> &Self {
        for tag in ["en", "es"] {
            self.write(&format!("content/{}.md", path.replace("{}", tag)), format!("---\ntitle: Page\n---\n\n{text}"));
        }
        self
    }

    /// Replaces the one occurrence of a text in a file.
    pub fn replace(&self, path: &str, old: &str, new: &str) -> &Self {
        let text = fs::read_to_string(self.root().join(path)).expect("the file can be read");
        assert_eq!(text.matches(old).count(), 1, "“{old}” in {path}");
        self.write(path, text.replace(old, new))
    }

    pub fn rename(&self, from: &str, to: &str) -> &Self {
        fs::rename(self.root().join(from), self.root().join(to)).expect("the file can be renamed");
        self
    }

    pub fn check(&self) -> Vec<Diagnostic> {
        resolve(self.root(), false).1
    }

    pub fn codes(&self) -> Vec<Code> {
        codes(&self.check())
    }

    pub fn sound(&self) -> Publication {
        sound(self.root())
    }

    pub fn site(&self) -> Site {
        made_site(self.sound())
    }
}

/// A work by its folder.
pub fn work<'p>(publication: &'p Publication, folder: &str) -> &'p Work {
    publication.works.iter().find(|work| work.folder == folder).expect("the work is there")
}

/// A document by its file.
pub fn document<'p>(publication: &'p Publication, file: &str) -> (usize, &'p Document) {
    let of = |document: &&Document| document.source.path == format!("content/{file}");
    let index = publication.documents.iter().position(|document| of(&document)).expect("the document is there");
    (index, &publication.documents[index])
}
