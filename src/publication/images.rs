//! Figures: which file each image is, in each language, and how large.
//!
//! Takes: the sources and the documents. Gives: an [`Image`] for each figure — the variant of its language where there is one — or a
//! diagnostic: missing, without alt text, not an image. Must not know how figures are shown.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use camino::{Utf8Path, Utf8PathBuf};

use super::links::{join, percent_decoded};
use super::{raster, svg};
use crate::config::Book;
use crate::diagnostics::{Code, Diagnostic, Place, Span};
use crate::documents::arena::{self, BlockKind};
use crate::documents::{CONTENT, Document, edition};
use crate::sources::Sources;

/// An image file.
#[derive(Debug)]
pub struct Image {
    /// Below `content/`.
    pub path: Utf8PathBuf,
    pub bytes: Arc<[u8]>,
    pub format: Format,
    /// In pixels (CSS pixels for SVG).
    pub width: u32,
    pub height: u32,
    pub hash: blake3::Hash,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    Svg,
    Png,
    Jpeg,
    WebP,
}

impl Format {
    pub fn name(self) -> &'static str {
        match self {
            Format::Svg => "SVG",
            Format::Png => "PNG",
            Format::Jpeg => "JPEG",
            Format::WebP => "WebP",
        }
    }
}

type Cache = HashMap<Utf8PathBuf, Result<Arc<Image>, Box<Diagnostic>>>;

/// For each document the files of its figures.
pub type Resolved = Vec<Vec<Option<Arc<Image>>>>;

pub fn resolve(sources: &Sources, book: &Book, documents: &[Document]) -> (Resolved, Vec<Diagnostic>) {
    let mut cache = Cache::new();
    let mut diagnostics = Vec::new();
    let images = documents
        .iter()
        .map(|document| {
            if document.images.is_empty() {
                return Vec::new();
            }
            let figures = figures(document);
            let one = |(number, image): (u32, &arena::Image)| {
                if figures.contains(&number) && image.alt.trim().is_empty() {
                    let diagnostic = Diagnostic::new(Code::MissingAltText, document.place(image.span));
                    diagnostics.push(diagnostic.with("image", image.destination.as_str()));
                }
                resolve_one(sources, book, document, image, &mut cache, &mut diagnostics)
            };
            (0u32..).zip(&document.images).map(one).collect()
        })
        .collect();
    (images, diagnostics)
}

fn resolve_one(
    sources: &Sources,
    book: &Book,
    document: &Document,
    image: &arena::Image,
    cache: &mut Cache,
    diagnostics: &mut Vec<Diagnostic>,
) -> Option<Arc<Image>> {
    let report = |code| Diagnostic::new(code, document.place(image.span)).with("image", image.destination.as_str());
    let own = edition::logical(&document.path);
    let folder = own.parent().unwrap_or(Utf8Path::new(""));
    if image.destination.contains(':') || image.destination.starts_with('/') {
        diagnostics.push(report(Code::MissingImage).hint("hint-relative"));
        return None;
    }
    let Some(path) = join(folder, &percent_decoded(&image.destination)) else {
        diagnostics.push(report(Code::LinkLeavesProject).with("link", image.destination.as_str()));
        return None;
    };
    // What an edition shows it has kept.
    let path = edition::frozen(&document.path).map_or(path.clone(), |place| place.kept(&path));
    let tag = &book.languages[document.language].0;
    let variant = match (path.file_stem(), path.extension()) {
        (Some(stem), Some(extension)) => path.with_file_name(format!("{stem}.{tag}.{extension}")),
        _ => path.clone(),
    };
    let exists = |path: &Utf8PathBuf| sources.exists(&Utf8Path::new(CONTENT).join(path));
    let damaged = |path: &Utf8PathBuf| sources.damaged.contains(&Utf8Path::new(CONTENT).join(path));
    let Some(chosen) = [variant, path].into_iter().find(|path| exists(path) || damaged(path)) else {
        diagnostics.push(report(Code::MissingImage));
        return None;
    };
    if damaged(&chosen) {
        return None;
    }
    match cache
        .entry(chosen.clone())
        .or_insert_with(|| read(sources, &Utf8Path::new(CONTENT).join(&chosen), chosen).map(Arc::new))
    {
        Ok(image) => Some(Arc::clone(image)),
        Err(diagnostic) => {
            diagnostics.push((**diagnostic).clone());
            None
        }
    }
}

/// The images that are figures; another image is reported as what it is.
fn figures(document: &Document) -> HashSet<u32> {
    let figure = |block: &arena::Block| match block.kind {
        BlockKind::Figure { image } => Some(image),
        _ => None,
    };
    document.blocks.iter().filter_map(figure).collect()
}

/// The image of a file of the project; `path` is what it will be known by.
pub(super) fn read(sources: &Sources, full: &Utf8Path, path: Utf8PathBuf) -> Result<Image, Box<Diagnostic>> {
    let bytes: Arc<[u8]> = sources.bytes(full).unwrap_or_default().into();
    // Cameras write their names in capitals.
    let extension = full.extension().map(str::to_ascii_lowercase);
    let measured = match extension.as_deref() {
        Some("svg") => svg::size(&bytes).map(|size| (Format::Svg, size)),
        Some("png") => raster::size(Format::Png, &bytes).map(|size| (Format::Png, size)),
        Some("jpg" | "jpeg") => raster::size(Format::Jpeg, &bytes).map(|size| (Format::Jpeg, size)),
        Some("webp") => raster::size(Format::WebP, &bytes).map(|size| (Format::WebP, size)),
        other => Err(Unusable::new("format", other.unwrap_or_default())),
    };
    let (format, (width, height)) = measured.map_err(|unusable| {
        let text = sources.texts.get(full);
        let place = text.map_or_else(|| Place::file(full), |source| Place::new(source, unusable.span));
        let diagnostic = Diagnostic::new(Code::UnusableImage, place).with("problem", unusable.problem);
        Box::new(diagnostic.with("detail", unusable.detail))
    })?;
    let hash = blake3::hash(&bytes);
    Ok(Image { path, bytes, format, width, height, hash })
}

/// Why a file is no figure.
pub(super) struct Unusable {
    /// The id of a variant in the message: format, name, damaged, empty, moves, large, doctype, size, runs, leads.
    problem: &'static str,
    detail: String,
    span: Span,
}

impl Unusable {
    pub(super) fn new(problem: &'static str, detail: impl Into<String>) -> Self {
        Unusable { problem, detail: detail.into(), span: Span::default() }
    }

    pub(super) fn at(self, range: std::ops::Range<usize>) -> Self {
        Unusable { span: Span::new(range.start, range.end), ..self }
    }
}
