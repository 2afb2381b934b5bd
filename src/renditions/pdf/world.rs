//! What Typst may see: the theme's Typst files, the fonts, the figures and one generated main file; nothing else exists for it.
//!
//! Takes: a publication. Gives: [`Shared`], the same for all its PDFs, and a [`PdfWorld`] for each. No packages, no disk, no network,
//! no clock: today is the day of the edition. Must not know what the files mean.

use std::collections::BTreeMap;
use std::sync::Arc;

use camino::Utf8PathBuf;
use jiff::civil::Date;
use typst::diag::{FileError, FileResult, PackageError};
use typst::foundations::{Bytes, Datetime, Dict, Duration, IntoValue, Repr};
use typst::syntax::{FileId, RootedPath, Source as TypstSource, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Library, LibraryExt, World};
use typst_kit::files::{FileLoader, FileStore};
use typst_kit::fonts::FontStore;

use crate::diagnostics::Source;
use crate::publication::{Look, Publication};

/// The folder in which Typst finds the theme's files.
const THEME: &str = "/theme";
/// The generated file. All PDFs use the same path: Typst keeps every path it has seen for the life of the process.
const MAIN: &str = "/main.typ";

/// The path by which markup names a figure: its hash, because the names of files are an author's own.
pub fn image_path(image: &crate::publication::Image) -> String {
    let extension = image.path.extension().unwrap_or_default().to_ascii_lowercase();
    format!("/figures/{}.{extension}", image.hash.to_hex())
}

/// What all PDFs of a publication have in common.
pub struct Shared {
    library: LazyHash<Library>,
    fonts: FontStore,
    files: FileStore<Files>,
    main: FileId,
    /// The hash of the theme's Typst files and of the fonts.
    pub hash: blake3::Hash,
}

struct Files {
    bytes: BTreeMap<String, Bytes>,
    /// The theme's files by the path that Typst knows them by.
    theme: BTreeMap<String, Arc<Source>>,
}

impl FileLoader for Files {
    fn load(&self, id: FileId) -> FileResult<Bytes> {
        if let VirtualRoot::Package(package) = id.root() {
            return Err(FileError::Package(PackageError::NotFound(package.clone())));
        }
        let path = id.vpath().get_with_slash();
        self.bytes.get(path).cloned().ok_or_else(|| FileError::NotFound(path.into()))
    }
}

impl Shared {
    pub fn new(publication: &Publication) -> Shared {
        let mut hasher = blake3::Hasher::new();
        let mut fonts = FontStore::new();
        for (path, bytes) in &publication.theme.fonts {
            named(&mut hasher, path.as_str(), bytes);
            fonts.extend(Font::iter(Bytes::new(bytes.clone())).map(|font| {
                let info = font.info().clone();
                (font, info)
            }));
        }
        let mut files = Files { bytes: BTreeMap::new(), theme: BTreeMap::new() };
        for (path, source) in &publication.theme.typst {
            named(&mut hasher, path.as_str(), source.text.as_bytes());
            let path = theme_path(path);
            files.bytes.insert(path.clone(), Bytes::from_string(source.text.to_string()));
            files.theme.insert(path, Arc::clone(source));
        }
        let logos = publication.look.logos.iter().map(|logo| &logo.image);
        for image in publication.images.iter().flatten().flatten().chain(logos) {
            files.bytes.entry(image_path(image)).or_insert_with(|| Bytes::new(Arc::clone(&image.bytes)));
        }
        let inputs = inputs(&publication.look);
        for (name, value) in inputs.iter() {
            named(&mut hasher, name, value.repr().as_bytes());
        }
        let main = main_id();
        Shared {
            library: LazyHash::new(Library::builder().with_inputs(inputs).build()),
            fonts,
            files: FileStore::new(files),
            main,
            hash: hasher.finalize(),
        }
    }

    /// The theme's file that Typst knows by this id.
    pub fn theme_source(&self, id: FileId) -> Option<&Arc<Source>> {
        self.files.loader().theme.get(id.vpath().get_with_slash())
    }
}

/// What the theme's Typst files find in `sys.inputs`: the publication's own look, as far as it has one.
fn inputs(look: &Look) -> Dict {
    let accent = look.accent.map(|colour| colour.to_string());
    let told = [("accent", &accent), ("text-font", &look.text_font), ("interface-font", &look.interface_font)];
    let entry = |(name, value): (&str, &Option<String>)| Some((name.into(), value.as_ref()?.as_str().into_value()));
    told.into_iter().filter_map(entry).collect()
}

/// Path and contents, each with its length: no two lists of files hash alike.
fn named(hasher: &mut blake3::Hasher, path: &str, bytes: &[u8]) {
    hasher.update(&(path.len() as u64).to_le_bytes()).update(path.as_bytes());
    hasher.update(&(bytes.len() as u64).to_le_bytes()).update(bytes);
}

/// `typst/work.typ` → `/theme/work.typ`.
fn theme_path(path: &Utf8PathBuf) -> String {
    format!("{THEME}/{}", path.strip_prefix("typst").unwrap_or(path))
}

/// The id of the generated file.
fn main_id() -> FileId {
    let path = VirtualPath::new(MAIN).expect("a constant path, inside its root");
    RootedPath::new(VirtualRoot::Project, path).intern()
}

/// What one PDF is made of.
pub struct PdfWorld<'s> {
    shared: &'s Shared,
    main: TypstSource,
    today: Option<Datetime>,
}

impl<'s> PdfWorld<'s> {
    pub fn new(shared: &'s Shared, markup: &str, date: Option<Date>) -> Self {
        PdfWorld { shared, main: TypstSource::new(shared.main, markup.to_owned()), today: date.and_then(datetime) }
    }
}

/// Midnight of a day.
pub fn datetime(date: Date) -> Option<Datetime> {
    Datetime::from_ymd_hms(date.year().into(), date.month().unsigned_abs(), date.day().unsigned_abs(), 0, 0, 0)
}

impl World for PdfWorld<'_> {
    fn library(&self) -> &LazyHash<Library> {
        &self.shared.library
    }

    fn book(&self) -> &LazyHash<FontBook> {
        self.shared.fonts.book()
    }

    fn main(&self) -> FileId {
        self.shared.main
    }

    fn source(&self, id: FileId) -> FileResult<TypstSource> {
        if id == self.shared.main { Ok(self.main.clone()) } else { self.shared.files.source(id) }
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        if id == self.shared.main { Ok(Bytes::from_string(self.main.clone())) } else { self.shared.files.file(id) }
    }

    fn font(&self, index: usize) -> Option<Font> {
        self.shared.fonts.font(index)
    }

    fn today(&self, _: Option<Duration>) -> Option<Datetime> {
        self.today
    }
}
