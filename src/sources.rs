//! Sources: the only reader of project files.
//!
//! Takes: the publication's root folder, and for an earlier state of it a git revision. Gives: every file a publication is made of, read
//! once and held in memory — `book.toml`, `content/`, `themes/`, `locales/` — laid over the theme and the texts that are built into the
//! tool. Must not know what the files mean: a mistake found here is one of names, encodings, sizes and links out of the project.

mod again;
mod built_in;
mod disk;
mod foreign;
mod revision;

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::fs;
use std::ops::Deref;
use std::os::unix::fs::MetadataExt;
use std::sync::Arc;

use camino::{Utf8Path, Utf8PathBuf};
use include_dir::Dir;
use rayon::prelude::*;

use self::built_in::{TEXTS, THEME};
pub use self::built_in::{messages as built_in_messages, theme as built_in_theme};
pub use self::foreign::{Foreign, Unread, lies_within, read_named};
pub use self::revision::Revision;
use crate::characters;
use crate::diagnostics::{Code, Diagnostic, Fault, Place, Source, Span, sorted};

/// The file that a publication begins with.
pub const BOOK: &str = "book.toml";
/// Folders of a publication that are read.
pub const FOLDERS: [&str; 3] = ["content", "themes", "locales"];
/// Kinds of file that people write, by extension; all others are bytes.
const TEXT: [&str; 12] = ["md", "yaml", "yml", "toml", "ftl", "html", "css", "typ", "svg", "txt", "bib", "csl"];
/// Those of them whose words come before readers.
const WORDS: [&str; 7] = ["md", "yaml", "yml", "toml", "ftl", "html", "bib"];
/// The largest text file, in bytes: a congress book's longest article is a hundredth of this.
const LARGEST_TEXT: u64 = 4 << 20;
/// The largest other file, in bytes.
const LARGEST_FILE: u64 = 64 << 20;

/// All files by their path from the root, with forward slashes.
#[derive(Clone, Debug)]
pub struct Sources {
    pub root: Utf8PathBuf,
    pub texts: BTreeMap<Utf8PathBuf, Arc<Source>>,
    pub files: BTreeMap<Utf8PathBuf, Bytes>,
    /// Files that are there and cannot be used; a diagnostic says why.
    pub damaged: BTreeSet<Utf8PathBuf>,
    /// The paths that are the tool's own, because the project has no file of its own there.
    built_in: BTreeSet<Utf8PathBuf>,
    /// What tells the project's sound files from what they may become.
    stamps: HashMap<Utf8PathBuf, Stamp>,
    /// What is wrong with some characters of a text, by its path.
    unfit: BTreeMap<Utf8PathBuf, Vec<Diagnostic>>,
}

/// Times of change in nanoseconds, inode, size: a file that was written to has another. Whoever sets a file's times cannot set all.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Stamp([i64; 4]);

impl Stamp {
    fn of(metadata: &fs::Metadata) -> Self {
        let modified = metadata.mtime().wrapping_mul(1_000_000_000).wrapping_add(metadata.mtime_nsec());
        let changed = metadata.ctime().wrapping_mul(1_000_000_000).wrapping_add(metadata.ctime_nsec());
        Stamp([modified, changed, metadata.ino() as i64, metadata.size() as i64])
    }
}

/// The content of a file that is no text. What is built into the tool is not copied.
#[derive(Clone, Debug)]
pub enum Bytes {
    BuiltIn(&'static [u8]),
    Read(Arc<[u8]>),
}

impl Bytes {
    /// A hash of what it holds; what is built in is known by its place in the tool.
    pub fn seal(&self) -> [u8; 32] {
        match self {
            Bytes::BuiltIn(bytes) => {
                *blake3::hash(&[bytes.as_ptr() as usize, bytes.len()].map(usize::to_le_bytes).concat()).as_bytes()
            }
            Bytes::Read(bytes) => *blake3::hash(bytes).as_bytes(),
        }
    }

    /// Whether it is the same value, not only an equal one.
    fn is_same(&self, other: &Bytes) -> bool {
        match (self, other) {
            (Bytes::BuiltIn(one), Bytes::BuiltIn(other)) => std::ptr::eq(*one, *other),
            (Bytes::Read(one), Bytes::Read(other)) => Arc::ptr_eq(one, other),
            _ => false,
        }
    }
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
    Text(Arc<Source>, Vec<Diagnostic>, Option<Stamp>),
    Bytes(Bytes, Option<Stamp>),
    Mistake(Diagnostic),
}

impl Sources {
    /// Reads the publication whose `book.toml` lies in `root`.
    pub fn read(root: &Utf8Path) -> Result<(Sources, Vec<Diagnostic>), Fault> {
        Self::read_after(root, None, &BTreeSet::new())
    }

    fn read_after(
        root: &Utf8Path,
        before: Option<&Sources>,
        touched: &BTreeSet<Utf8PathBuf>,
    ) -> Result<(Sources, Vec<Diagnostic>), Fault> {
        let root = root.canonicalize_utf8().map_err(|error| Fault::new("open the folder", root, error))?;
        let book = root.join(BOOK);
        if !book.is_file() {
            return Err(Fault::new("find", book, "a publication begins with this file; name its folder with --root"));
        }
        let (paths, diagnostics) = disk::list(&root)?;
        let content = |path: Utf8PathBuf| {
            let kept = before.filter(|_| !touched.contains(&path)).and_then(|before| before.kept(&root, &path));
            let content = kept.map_or_else(|| disk::read_file(&root, path.clone()), Ok)?;
            let content = match before {
                Some(before) => before.same(&path, content),
                None => content,
            };
            Ok((path, content))
        };
        let contents: Vec<(Utf8PathBuf, Content)> = paths.into_par_iter().map(content).collect::<Result<_, Fault>>()?;
        Ok(Self::assemble(root, contents, diagnostics, before))
    }

    /// What was read, in the order of its paths, laid over what is built in.
    fn assemble(
        root: Utf8PathBuf,
        contents: Vec<(Utf8PathBuf, Content)>,
        mut diagnostics: Vec<Diagnostic>,
        before: Option<&Sources>,
    ) -> (Sources, Vec<Diagnostic>) {
        let mut sources = Sources {
            root,
            texts: BTreeMap::new(),
            files: BTreeMap::new(),
            damaged: BTreeSet::new(),
            built_in: BTreeSet::new(),
            stamps: HashMap::new(),
            unfit: BTreeMap::new(),
        };
        sources.add_built_in(&THEME, "themes/default", before);
        sources.add_built_in(&TEXTS, "locales", before);
        let mut texts = Vec::with_capacity(contents.len());
        for (path, content) in contents {
            sources.built_in.remove(&path);
            match content {
                Content::Text(source, characters, stamp) => {
                    if !characters.is_empty() {
                        sources.unfit.insert(path.clone(), characters);
                    }
                    sources.stamps.extend(stamp.map(|stamp| (path.clone(), stamp)));
                    texts.push((path, source));
                }
                Content::Bytes(bytes, stamp) => {
                    sources.stamps.extend(stamp.map(|stamp| (path.clone(), stamp)));
                    sources.files.insert(path, bytes);
                }
                Content::Mistake(diagnostic) => diagnostics.push(diagnostic),
            }
        }
        // In one go: they are in order already, and paths take long to compare.
        sources.texts.append(&mut texts.into_iter().collect());
        sources.damaged = diagnostics.iter().map(|damaged| damaged.place.source.path.clone()).collect();
        diagnostics.extend(sources.unfit.values().flatten().cloned());
        (sources, sorted(diagnostics))
    }

    /// The same with some texts as they are to be, and what is wrong with the characters of those: a change is tried before it is made.
    pub fn laid_over(&self, texts: impl IntoIterator<Item = Arc<Source>>) -> (Sources, Vec<Diagnostic>) {
        let (mut sources, mut diagnostics) = (self.clone(), Vec::new());
        for source in texts {
            diagnostics.extend(characters::in_source(&source));
            sources.damaged.remove(&source.path);
            sources.files.remove(&source.path);
            sources.texts.insert(source.path.clone(), source);
        }
        (sources, diagnostics)
    }

    /// The same with files that are no texts, and are to be.
    pub fn with_files(mut self, files: impl IntoIterator<Item = (Utf8PathBuf, Vec<u8>)>) -> Sources {
        self.files.extend(files.into_iter().map(|(path, bytes)| (path, Bytes::Read(bytes.into()))));
        self
    }

    fn add_built_in(&mut self, folder: &Dir<'static>, prefix: &str, before: Option<&Sources>) {
        for file in folder.files() {
            let Some(path) = Utf8Path::from_path(file.path()) else { continue };
            let path = Utf8Path::new(prefix).join(path);
            if is_tool_text(&path) {
                continue;
            }
            self.built_in.insert(path.clone());
            match (is_text(&path), file.contents_utf8()) {
                (true, Some(text)) => {
                    let kept = before.filter(|before| before.is_built_in(&path)).and_then(|before| before.texts.get(&path));
                    let source = kept.map_or_else(|| Source::new(path.clone(), text), Arc::clone);
                    self.texts.insert(path, source);
                }
                _ => drop(self.files.insert(path, Bytes::BuiltIn(file.contents()))),
            }
        }
        for inner in folder.dirs() {
            self.add_built_in(inner, prefix, before);
        }
    }

    /// The bytes of any file, text or not.
    pub fn bytes(&self, path: &Utf8Path) -> Option<&[u8]> {
        match self.texts.get(path) {
            Some(source) => Some(source.text.as_bytes()),
            None => self.files.get(path).map(Bytes::as_ref),
        }
    }

    /// Whether a file of this name is a text.
    pub fn is_text(&self, path: &Utf8Path) -> bool {
        is_text(path)
    }

    pub fn is_built_in(&self, path: &Utf8Path) -> bool {
        self.built_in.contains(path)
    }

    /// Whether a path is a text of the project's own, which somebody could edit.
    pub fn is_own_text(&self, path: &Utf8Path) -> bool {
        self.texts.contains_key(path) && !self.is_built_in(path)
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

/// Editors' and systems' own files and folders, which are in nobody's publication.
fn is_ours(name: &str) -> bool {
    !(name.starts_with('.') || name.ends_with('~') || name == "Thumbs.db")
}

/// The most bytes that a file may have.
fn limit(path: &Utf8Path) -> u64 {
    if is_text(path) { LARGEST_TEXT } else { LARGEST_FILE }
}

fn too_large(path: Utf8PathBuf) -> Content {
    let limit = (limit(&path) >> 20) as usize;
    Content::Mistake(Diagnostic::new(Code::FileTooLarge, Place::file(path)).with("limit", limit))
}

/// What a file holds, whichever tree it was read from.
fn content(path: Utf8PathBuf, bytes: Vec<u8>, stamp: Option<Stamp>) -> Content {
    if bytes.len() as u64 > limit(&path) {
        return too_large(path);
    }
    if !is_text(&path) {
        return Content::Bytes(Bytes::Read(bytes.into()), stamp);
    }
    match String::from_utf8(bytes) {
        Ok(text) if text.starts_with('\u{feff}') => {
            let source = Source::new(path, text);
            Content::Mistake(Diagnostic::new(Code::ByteOrderMark, Place::new(&source, Span::new(0, 3))))
        }
        Ok(text) => {
            let before_readers = path.extension().is_some_and(|extension| WORDS.contains(&extension));
            let source = Source::new(path, text);
            let unfit = if before_readers { characters::in_source(&source) } else { Vec::new() };
            Content::Text(source, unfit, stamp)
        }
        Err(error) => Content::Mistake(not_utf8(path, &error)),
    }
}

/// Points at the first byte that is not UTF-8 in the text as far as it can be read.
pub fn not_utf8(path: Utf8PathBuf, error: &std::string::FromUtf8Error) -> Diagnostic {
    let valid = error.utf8_error().valid_up_to();
    let byte = error.as_bytes()[valid];
    let text = String::from_utf8_lossy(error.as_bytes()).into_owned();
    let end = text[valid..].chars().next().map_or(valid, |character| valid + character.len_utf8());
    Diagnostic::new(Code::NotUtf8, Place::new(&Source::new(path, text), Span::new(valid, end)))
        .with("byte", format!("{byte:02X}"))
}
