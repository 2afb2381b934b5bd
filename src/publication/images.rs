//! Figures: which file each image is, in each language, and how large.
//!
//! Takes: the sources and the documents. Gives: an [`Image`] for each figure — the variant of its language where there is one — or a
//! diagnostic: missing, without alt text, not an image. Must not know how figures are shown.

use std::collections::HashMap;
use std::sync::Arc;

use camino::{Utf8Path, Utf8PathBuf};

use super::links::{join, percent_decoded};
use crate::config::Book;
use crate::diagnostics::{Code, Diagnostic, Place, Span};
use crate::documents::arena::{self, BlockKind};
use crate::documents::{CONTENT, Document};
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
            let one = |image: &arena::Image| resolve_one(sources, book, document, image, &mut cache, &mut diagnostics);
            document.images.iter().map(one).collect()
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
    if is_figure(document, image) && image.alt.trim().is_empty() {
        diagnostics.push(report(Code::MissingAltText));
    }
    let folder = document.path.parent().unwrap_or(Utf8Path::new(""));
    if image.destination.contains(':') || image.destination.starts_with('/') {
        diagnostics.push(report(Code::MissingImage).hint("hint-relative"));
        return None;
    }
    let Some(path) = join(folder, &percent_decoded(&image.destination)) else {
        diagnostics.push(report(Code::LinkLeavesProject).with("link", image.destination.as_str()));
        return None;
    };
    let tag = &book.languages[document.language].0;
    let variant = match (path.file_stem(), path.extension()) {
        (Some(stem), Some(extension)) => path.with_file_name(format!("{stem}.{tag}.{extension}")),
        _ => path.clone(),
    };
    let exists = |path: &Utf8PathBuf| sources.exists(&Utf8Path::new(CONTENT).join(path));
    let Some(chosen) = [variant, path].into_iter().find(exists) else {
        diagnostics.push(report(Code::MissingImage));
        return None;
    };
    match cache.entry(chosen.clone()).or_insert_with(|| read(sources, chosen).map(Arc::new)) {
        Ok(image) => Some(Arc::clone(image)),
        Err(diagnostic) => {
            diagnostics.push((**diagnostic).clone());
            None
        }
    }
}

fn is_figure(document: &Document, image: &arena::Image) -> bool {
    let of = |number: u32| std::ptr::eq(&raw const document.images[number as usize], image);
    document.blocks.iter().any(|block| matches!(block.kind, BlockKind::Figure { image } if of(image)))
}

fn read(sources: &Sources, path: Utf8PathBuf) -> Result<Image, Box<Diagnostic>> {
    let full = Utf8Path::new(CONTENT).join(&path);
    let bytes: Arc<[u8]> = sources.bytes(&full).unwrap_or_default().into();
    let place = sources.texts.get(&full).map_or_else(|| Place::file(&full), |source| Place::new(source, Span::default()));
    let unusable = |detail: String| Box::new(Diagnostic::new(Code::UnusableImage, place.clone()).with("detail", detail));
    let (format, (width, height)) = match full.extension() {
        Some("svg") => (Format::Svg, svg_size(&bytes).map_err(unusable)?),
        Some("png") => (Format::Png, png_size(&bytes).ok_or_else(|| unusable("PNG".into()))?),
        Some("jpg" | "jpeg") => (Format::Jpeg, jpeg_size(&bytes).ok_or_else(|| unusable("JPEG".into()))?),
        other => return Err(unusable(format!(".{}", other.unwrap_or_default()))),
    };
    let hash = blake3::hash(&bytes);
    Ok(Image { path, bytes, format, width, height, hash })
}

/// The size an SVG asks for: its `width` and `height`, or its `viewBox`. It may hold nothing that runs or leads elsewhere.
fn svg_size(bytes: &[u8]) -> Result<(u32, u32), String> {
    let text = std::str::from_utf8(bytes).map_err(|error| error.to_string())?;
    let tree = roxmltree::Document::parse(text).map_err(|error| error.to_string())?;
    let root = tree.root_element();
    if root.tag_name().name() != "svg" {
        return Err(format!("<{}>", root.tag_name().name()));
    }
    for node in tree.descendants().filter(roxmltree::Node::is_element) {
        let name = node.tag_name().name();
        if ["script", "foreignObject", "iframe", "object", "embed"].contains(&name) {
            return Err(format!("<{name}>"));
        }
        for attribute in node.attributes() {
            let (name, value) = (attribute.name().to_lowercase(), attribute.value().trim());
            let leads_out = name == "href" && !value.starts_with('#') && !value.starts_with("data:image/");
            if leads_out || name.starts_with("on") || value.contains("url(http") {
                return Err(format!("{name}=\"{value}\""));
            }
        }
    }
    let length = |name: &str| {
        let value = root.attribute(name)?.trim().trim_end_matches("px");
        value.parse::<f64>().ok().filter(|length| length.is_finite() && *length >= 1.0)
    };
    let view: Vec<f64> = root
        .attribute("viewBox")
        .map(|view| view.split([' ', ',']).filter_map(|part| part.parse().ok()).collect())
        .unwrap_or_default();
    let size = match (length("width"), length("height"), view.as_slice()) {
        (Some(width), Some(height), _) => (width, height),
        (_, _, [_, _, width, height]) if *width >= 1.0 && *height >= 1.0 => (*width, *height),
        _ => return Err("viewBox".to_owned()),
    };
    Ok((size.0.round() as u32, size.1.round() as u32))
}

/// The first chunk of a PNG is IHDR (PNG specification, section 11.2.1).
fn png_size(bytes: &[u8]) -> Option<(u32, u32)> {
    let header = bytes.strip_prefix(b"\x89PNG\r\n\x1a\n")?;
    if header.get(4..8)? != b"IHDR" {
        return None;
    }
    let number = |at: usize| Some(u32::from_be_bytes(header.get(at..at + 4)?.try_into().ok()?));
    Some((number(8)?, number(12)?))
}

/// The frame header of a JPEG, wherever it stands among the markers (ITU T.81, section B.2.2).
fn jpeg_size(bytes: &[u8]) -> Option<(u32, u32)> {
    let mut rest = bytes.strip_prefix(b"\xff\xd8")?;
    loop {
        let (marker, length) = match rest {
            [0xff, marker, high, low, ..] => (*marker, usize::from(*high) << 8 | usize::from(*low)),
            _ => return None,
        };
        let is_frame = matches!(marker, 0xc0..=0xcf) && !matches!(marker, 0xc4 | 0xc8 | 0xcc);
        if is_frame {
            let number = |at: usize| Some(u32::from(*rest.get(at)?) << 8 | u32::from(*rest.get(at + 1)?));
            return Some((number(7)?, number(5)?));
        }
        rest = rest.get(2 + length.max(2)..)?;
    }
}
