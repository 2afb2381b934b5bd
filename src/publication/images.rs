//! Figures: which file each image is, in each language, and how large.
//!
//! Takes: the sources and the documents. Gives: an [`Image`] for each figure — the variant of its language where there is one — or a
//! diagnostic: missing, without alt text, not an image. Must not know how figures are shown.

use std::collections::{HashMap, HashSet};
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
    let damaged = |path: &Utf8PathBuf| sources.damaged.contains(&Utf8Path::new(CONTENT).join(path));
    let Some(chosen) = [variant, path].into_iter().find(|path| exists(path) || damaged(path)) else {
        diagnostics.push(report(Code::MissingImage));
        return None;
    };
    if damaged(&chosen) {
        return None;
    }
    match cache.entry(chosen.clone()).or_insert_with(|| read(sources, chosen).map(Arc::new)) {
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

fn read(sources: &Sources, path: Utf8PathBuf) -> Result<Image, Box<Diagnostic>> {
    let full = Utf8Path::new(CONTENT).join(&path);
    let bytes: Arc<[u8]> = sources.bytes(&full).unwrap_or_default().into();
    let measured = match full.extension() {
        Some("svg") => svg_size(&bytes).map(|size| (Format::Svg, size)),
        Some("png") => png_size(&bytes).map(|size| (Format::Png, size)).ok_or_else(|| Unusable::new("damaged", "PNG")),
        Some("jpg" | "jpeg") => {
            jpeg_size(&bytes).map(|size| (Format::Jpeg, size)).ok_or_else(|| Unusable::new("damaged", "JPEG"))
        }
        other => Err(Unusable::new("format", other.unwrap_or_default())),
    };
    let (format, (width, height)) = measured.map_err(|unusable| {
        let text = sources.texts.get(&full);
        let place = text.map_or_else(|| Place::file(&full), |source| Place::new(source, unusable.span));
        let diagnostic = Diagnostic::new(Code::UnusableImage, place).with("problem", unusable.problem);
        Box::new(diagnostic.with("detail", unusable.detail))
    })?;
    let hash = blake3::hash(&bytes);
    Ok(Image { path, bytes, format, width, height, hash })
}

/// Why a file is no figure.
struct Unusable {
    /// The id of a variant in the message: format, damaged, doctype, size, runs, leads.
    problem: &'static str,
    detail: String,
    span: Span,
}

impl Unusable {
    fn new(problem: &'static str, detail: impl Into<String>) -> Self {
        Unusable { problem, detail: detail.into(), span: Span::default() }
    }

    fn at(self, range: std::ops::Range<usize>) -> Self {
        Unusable { span: Span::new(range.start, range.end), ..self }
    }
}

/// The size an SVG asks for: its `width` and `height`, or its `viewBox`. It may hold nothing that runs or leads elsewhere.
fn svg_size(bytes: &[u8]) -> Result<(u32, u32), Unusable> {
    let text = std::str::from_utf8(bytes).map_err(|_| Unusable::new("damaged", "SVG"))?;
    let tree = roxmltree::Document::parse(text).map_err(|error| {
        let at = offset(text, error.pos());
        match error {
            roxmltree::Error::DtdDetected => {
                let at = text.find("<!DOCTYPE").unwrap_or(at);
                Unusable::new("doctype", "SVG").at(at..text.len())
            }
            _ => Unusable::new("damaged", "SVG").at(at..at),
        }
    })?;
    let root = tree.root_element();
    let tag = |node: roxmltree::Node<'_, '_>| node.range().start..node.range().start + 1 + node.tag_name().name().len();
    if root.tag_name().name() != "svg" {
        return Err(Unusable::new("damaged", "SVG").at(tag(root)));
    }
    for node in tree.descendants().filter(roxmltree::Node::is_element) {
        let name = node.tag_name().name();
        if ["script", "foreignObject", "iframe", "object", "embed"].contains(&name) {
            return Err(Unusable::new("runs", name).at(tag(node)));
        }
        if name == "style" && css_leads_out(node.text().unwrap_or_default()) {
            return Err(Unusable::new("leads", name).at(tag(node)));
        }
        for attribute in node.attributes() {
            let (name, value) = (attribute.name().to_lowercase(), attribute.value().trim());
            let leads_out = name == "href" && !value.starts_with('#') && !value.starts_with("data:image/");
            if leads_out || css_leads_out(value) {
                return Err(Unusable::new("leads", name).at(attribute.range()));
            }
            if name.starts_with("on") {
                return Err(Unusable::new("runs", name).at(attribute.range()));
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
        _ => return Err(Unusable::new("size", "").at(tag(root))),
    };
    Ok((size.0.round() as u32, size.1.round() as u32))
}

/// Whether a style asks for another file: `url(#gradient)` and `url(data:…)` do not.
fn css_leads_out(css: &str) -> bool {
    let css = css.to_lowercase();
    let inside = |rest: &str| rest.starts_with('#') || rest.starts_with("data:image/");
    let urls = css.split("url(").skip(1).map(|rest| rest.trim_start_matches([' ', '\t', '\n', '\r', '"', '\'']));
    css.contains("@import") || urls.into_iter().any(|rest| !inside(rest))
}

/// The byte that a line and a column, both from 1, stand for.
fn offset(text: &str, at: roxmltree::TextPos) -> usize {
    let line: usize = text.split_inclusive('\n').take(at.row.saturating_sub(1) as usize).map(str::len).sum();
    let column = text[line..].char_indices().nth(at.col.saturating_sub(1) as usize);
    column.map_or(text.len(), |(column, _)| line + column)
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
