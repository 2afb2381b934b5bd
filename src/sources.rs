//! Sources: the only reader of project files.
//!
//! Takes: the publication's root folder. Gives: every file a publication is made of, read once and held in memory — `book.toml`,
//! `content/`, `themes/`, `locales/` — laid over the theme and the texts that are built into the tool. Must not know what the
//! files mean: a mistake found here is one of names, encodings, sizes and links out of the project.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::Read;
use std::ops::Deref;
use std::sync::Arc;

use camino::{Utf8Path, Utf8PathBuf};
use include_dir::{Dir, include_dir};
use rayon::prelude::*;
use walkdir::{DirEntry, WalkDir};

use crate::characters;
use crate::diagnostics::{Code, Diagnostic, Fault, Place, Source, Span, sorted};

static BUILT_IN_THEME: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/themes/default");
static BUILT_IN_TEXTS: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/locales");

/// Folders of a publication that are read.
const FOLDERS: [&str; 3] = ["content", "themes", "locales"];
/// Kinds of file that people write, by extension; all others are bytes.
const TEXT: [&str; 12] = ["md", "yaml", "yml", "toml", "ftl", "html", "css", "typ", "svg", "txt", "bib", "csl"];
/// Those of them whose words come before readers.
const WORDS: [&str; 7] = ["md", "yaml", "yml", "toml", "ftl", "html", "bib"];
/// The largest text file, in bytes: a congress book's longest article is a hundredth of this.
const LARGEST_TEXT: u64 = 4 << 20;
/// The largest other file, in bytes.
const LARGEST_FILE: u64 = 64 << 20;

/// All files by their path from the root, with forward slashes.
#[derive(Debug)]
pub struct Sources {
    pub root: Utf8PathBuf,
    pub texts: BTreeMap<Utf8PathBuf, Arc<Source>>,
    pub files: BTreeMap<Utf8PathBuf, Bytes>,
    /// Files that are there and cannot be used; a diagnostic says why.
    pub damaged: BTreeSet<Utf8PathBuf>,
    /// The paths that are the tool's own, because the project has no file of its own there.
    built_in: BTreeSet<Utf8PathBuf>,
}

/// The content of a file that is no text. What is built into the tool is not copied.
#[derive(Clone, Debug)]
pub enum Bytes {
    BuiltIn(&'static [u8]),
    Read(Arc<[u8]>),
}

impl Deref for Bytes {
    type Target = [u8];

    fn deref(&self) -> &[u8] {
        match self {
            Bytes::BuiltIn(bytes) => bytes,
            Bytes::Read(bytes) => bytes,
        }
    }
}

impl AsRef<[u8]> for Bytes {
    fn as_ref(&self) -> &[u8] {
        self
    }
}

enum Content {
    /// With what is wrong with some of its characters: the rest can be understood all the same.
    Text(Arc<Source>, Vec<Diagnostic>),
    Bytes(Bytes),
    Mistake(Diagnostic),
}

impl Sources {
    /// Reads the publication whose `book.toml` lies in `root`.
    pub fn read(root: &Utf8Path) -> Result<(Sources, Vec<Diagnostic>), Fault> {
        let root = root.canonicalize_utf8().map_err(|error| Fault::new("open the folder", root, error))?;
        let book = root.join("book.toml");
        if !book.is_file() {
            return Err(Fault::new("find", book, "a publication begins with this file; name its folder with --root"));
        }
        let (mut paths, mut diagnostics) = list(&root)?;
        match is_inside(&root, &book) {
            true => paths.push("book.toml".into()),
            false => diagnostics.push(Diagnostic::new(Code::OutsideProject, Place::file("book.toml"))),
        }
        let contents: Vec<(Utf8PathBuf, Content)> =
            paths.into_par_iter().map(|path| Ok((path.clone(), read_file(&root, path)?))).collect::<Result<_, Fault>>()?;
        let mut sources = Sources {
            root,
            texts: BTreeMap::new(),
            files: BTreeMap::new(),
            damaged: BTreeSet::new(),
            built_in: BTreeSet::new(),
        };
        sources.add_built_in(&BUILT_IN_THEME, "themes/default");
        sources.add_built_in(&BUILT_IN_TEXTS, "locales");
        let mut unfit = Vec::new();
        for (path, content) in contents {
            sources.built_in.remove(&path);
            match content {
                Content::Text(source, characters) => {
                    unfit.extend(characters);
                    sources.texts.insert(path, source);
                }
                Content::Bytes(bytes) => drop(sources.files.insert(path, bytes)),
                Content::Mistake(diagnostic) => diagnostics.push(diagnostic),
            }
        }
        sources.damaged = diagnostics.iter().map(|damaged| damaged.place.source.path.clone()).collect();
        diagnostics.extend(unfit);
        Ok((sources, sorted(diagnostics)))
    }

    fn add_built_in(&mut self, folder: &Dir<'static>, prefix: &str) {
        for file in folder.files() {
            let Some(path) = Utf8Path::from_path(file.path()) else { continue };
            let path = Utf8Path::new(prefix).join(path);
            if is_tool_text(&path) {
                continue;
            }
            self.built_in.insert(path.clone());
            match (is_text(&path), file.contents_utf8()) {
                (true, Some(text)) => drop(self.texts.insert(path.clone(), Source::new(path, text))),
                _ => drop(self.files.insert(path, Bytes::BuiltIn(file.contents()))),
            }
        }
        for inner in folder.dirs() {
            self.add_built_in(inner, prefix);
        }
    }

    /// The bytes of any file, text or not.
    pub fn bytes(&self, path: &Utf8Path) -> Option<&[u8]> {
        match self.texts.get(path) {
            Some(source) => Some(source.text.as_bytes()),
            None => self.files.get(path).map(Bytes::as_ref),
        }
    }

    pub fn is_built_in(&self, path: &Utf8Path) -> bool {
        self.built_in.contains(path)
    }

    pub fn exists(&self, path: &Utf8Path) -> bool {
        self.texts.contains_key(path) || self.files.contains_key(path)
    }

    /// The text files below a folder, in the order of their paths.
    pub fn texts_below<'s>(&'s self, folder: &'s Utf8Path) -> impl Iterator<Item = (&'s Utf8Path, &'s Arc<Source>)> {
        let start = self.texts.range(folder.to_owned()..);
        start.take_while(move |(path, _)| path.starts_with(folder)).map(|(path, source)| (path.as_path(), source))
    }

    /// The other files below a folder, in the order of their paths.
    pub fn files_below<'s>(&'s self, folder: &'s Utf8Path) -> impl Iterator<Item = (&'s Utf8Path, &'s Bytes)> {
        let start = self.files.range(folder.to_owned()..);
        start.take_while(move |(path, _)| path.starts_with(folder)).map(|(path, bytes)| (path.as_path(), bytes))
    }
}

/// The tool's own messages lie beside the publication's and are none of them.
fn is_tool_text(path: &Utf8Path) -> bool {
    path.starts_with("locales") && path.components().nth(2).is_some_and(|part| part.as_str() == "tool")
}

fn is_text(path: &Utf8Path) -> bool {
    path.extension().is_some_and(|extension| TEXT.contains(&extension))
}

/// Editors' and systems' own files, which are in nobody's publication.
fn is_ours(entry: &DirEntry) -> bool {
    let name = entry.file_name().to_string_lossy();
    entry.depth() == 0 || !(name.starts_with('.') || name.ends_with('~') || name == "Thumbs.db")
}

/// The paths of all files, sorted; symbolic links only where they lead to a file of the same project.
fn list(root: &Utf8Path) -> Result<(Vec<Utf8PathBuf>, Vec<Diagnostic>), Fault> {
    let mut paths = Vec::new();
    let mut diagnostics = Vec::new();
    for folder in FOLDERS.map(|name| root.join(name)) {
        if !folder.is_dir() {
            continue;
        }
        let within = folder.canonicalize_utf8().is_ok_and(|folder| folder.starts_with(root));
        for entry in WalkDir::new(&folder).sort_by_file_name().into_iter().filter_entry(is_ours) {
            let entry = entry.map_err(|error| Fault::new("read the folder", &folder, error))?;
            if entry.file_type().is_dir() {
                continue;
            }
            let Some(path) = Utf8Path::from_path(entry.path()).and_then(|path| path.strip_prefix(root).ok()) else {
                let shown = entry.path().to_string_lossy().replace(root.as_str(), "");
                diagnostics.push(Diagnostic::new(Code::UnusableFileName, Place::file(shown.trim_start_matches('/'))));
                continue;
            };
            let path = path.to_owned();
            if is_tool_text(&path) {
                continue;
            }
            match if entry.file_type().is_file() { within } else { is_inside(root, &root.join(&path)) } {
                true => paths.push(path),
                false => diagnostics.push(Diagnostic::new(Code::OutsideProject, Place::file(path))),
            }
        }
    }
    Ok((paths, diagnostics))
}

/// What a link leads to must be a file within the project; a pipe or a device must never be opened.
fn is_inside(root: &Utf8Path, path: &Utf8Path) -> bool {
    path.canonicalize_utf8().is_ok_and(|target| target.starts_with(root) && target.is_file())
}

fn read_file(root: &Utf8Path, path: Utf8PathBuf) -> Result<Content, Fault> {
    let full = root.join(&path);
    let fault = |error| Fault::new("read", &full, error);
    let text = is_text(&path);
    let limit = if text { LARGEST_TEXT } else { LARGEST_FILE };
    let file = fs::File::open(&full).map_err(fault)?;
    let expected = file.metadata().map_err(fault)?.len().min(limit);
    let mut bytes = Vec::with_capacity(expected as usize + 1);
    // One byte more than the limit tells a file that is too large from one that just fits, even while it grows.
    file.take(limit + 1).read_to_end(&mut bytes).map_err(fault)?;
    if bytes.len() as u64 > limit {
        let diagnostic = Diagnostic::new(Code::FileTooLarge, Place::file(path));
        return Ok(Content::Mistake(diagnostic.with("limit", (limit >> 20) as usize)));
    }
    if !text {
        return Ok(Content::Bytes(Bytes::Read(bytes.into())));
    }
    Ok(match String::from_utf8(bytes) {
        Ok(text) if text.starts_with('\u{feff}') => {
            let source = Source::new(path, text);
            Content::Mistake(Diagnostic::new(Code::ByteOrderMark, Place::new(&source, Span::new(0, 3))))
        }
        Ok(text) => {
            let before_readers = path.extension().is_some_and(|extension| WORDS.contains(&extension));
            let source = Source::new(path, text);
            let unfit = if before_readers { characters::in_source(&source) } else { Vec::new() };
            Content::Text(source, unfit)
        }
        Err(error) => Content::Mistake(not_utf8(path, &error)),
    })
}

/// Points at the first byte that is not UTF-8 in the text as far as it can be read.
fn not_utf8(path: Utf8PathBuf, error: &std::string::FromUtf8Error) -> Diagnostic {
    let valid = error.utf8_error().valid_up_to();
    let byte = error.as_bytes()[valid];
    let text = String::from_utf8_lossy(error.as_bytes()).into_owned();
    let end = text[valid..].chars().next().map_or(valid, |character| valid + character.len_utf8());
    Diagnostic::new(Code::NotUtf8, Place::new(&Source::new(path, text), Span::new(valid, end)))
        .with("byte", format!("{byte:02X}"))
}
