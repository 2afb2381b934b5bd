//! Figures: which images of a foreign tree come along, and what they are called.
//!
//! Takes: the images that texts show, by language. Gives: files of the folder `figures`, one for all languages that show the same bytes,
//! and variants for those that do not. Must not know how texts are written.

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use camino::{Utf8Path, Utf8PathBuf};

use super::finding::Finding;
use super::layout::Tree;
use super::sections::Taken;
use crate::publication::names::slugify;
use crate::sources::{Foreign, Unread};

/// The folder of figures in the new work.
const FOLDER: &str = "figures";
/// Extensions of images; what Diptych cannot show of them, `check` says.
const IMAGES: [&str; 10] = ["svg", "png", "jpg", "jpeg", "webp", "gif", "avif", "bmp", "tif", "tiff"];
/// All figures together, in bytes: they are held in memory until they land.
const MOST: usize = 1 << 30;

pub fn is_image(path: &Utf8Path) -> bool {
    path.extension().is_some_and(|extension| IMAGES.iter().any(|known| extension.eq_ignore_ascii_case(known)))
}

/// Images by what they are in all languages.
#[derive(Default)]
pub struct Figures {
    /// By the path that languages share: each one's file.
    shown: BTreeMap<Utf8PathBuf, BTreeMap<usize, Utf8PathBuf>>,
    /// By language and file: the path that languages share.
    shared: HashMap<(usize, Utf8PathBuf), Utf8PathBuf>,
}

/// A file of the new work.
pub struct Figure {
    pub from: Utf8PathBuf,
    /// Below the work's folder.
    pub path: Utf8PathBuf,
    pub bytes: Vec<u8>,
}

/// What every figure is called in texts, by the path that languages share.
pub type Names = HashMap<Utf8PathBuf, Utf8PathBuf>;

impl Figures {
    /// A text of this language shows this file; gives the path that languages share.
    pub fn show(&mut self, tree: &Tree, foreign: &Foreign, file: &Utf8Path, language: usize) -> Utf8PathBuf {
        let (mut shared, _) = tree.of_figure(file);
        // A variant of its own language is shown instead of what is named.
        let variant = tree.variant(&shared, language).filter(|variant| foreign.paths.contains(variant));
        let file = variant.unwrap_or_else(|| file.to_owned());
        if let Some(known) = self.shared.get(&(language, file.clone())) {
            return known.clone();
        }
        if self.shown.get(&shared).and_then(|files| files.get(&language)).is_some_and(|other| *other != file) {
            // Two different files under one name: this one is known by its own.
            shared = file.clone();
        }
        self.shown.entry(shared.clone()).or_default().insert(language, file.clone());
        self.shared.insert((language, file), shared.clone());
        shared
    }

    /// Reads them all and names them.
    pub fn files(&self, foreign: &Foreign, tags: &[String], findings: &mut Vec<Finding>) -> (Vec<Figure>, Names) {
        let (mut figures, mut names, mut taken, mut size) = (Vec::new(), Names::new(), Taken::default(), 0);
        for (shared, files) in &self.shown {
            let mut base: Option<Arc<Vec<u8>>> = None;
            let mut read: HashMap<&Utf8PathBuf, Arc<Vec<u8>>> = HashMap::new();
            let name = free(shared, &mut taken);
            for (language, file) in files {
                let bytes = match read.get(file) {
                    Some(bytes) => Arc::clone(bytes),
                    None => match fitting(foreign, file, size) {
                        Ok(bytes) => {
                            size += bytes.len();
                            let bytes = Arc::new(bytes);
                            read.insert(file, Arc::clone(&bytes));
                            bytes
                        }
                        Err(reason) => {
                            let finding = Finding::new("import-passed-over", file.as_path(), 0);
                            findings.push(finding.with("reason", reason.name()));
                            continue;
                        }
                    },
                };
                let path = match &base {
                    None => name.clone(),
                    Some(first) if **first == *bytes => continue,
                    Some(_) => variant(&name, &tags[*language]),
                };
                base.get_or_insert_with(|| Arc::clone(&bytes));
                figures.push(Figure { from: file.clone(), path, bytes: bytes.to_vec() });
            }
            if base.is_some() {
                names.insert(shared.clone(), name);
            }
        }
        (figures, names)
    }
}

fn fitting(foreign: &Foreign, file: &Utf8Path, size: usize) -> Result<Vec<u8>, Unread> {
    let bytes = foreign.bytes(file)?;
    if size + bytes.len() > MOST {
        return Err(Unread::TooLarge);
    }
    // A drawing is a text of the publication.
    if file.extension() == Some("svg") && std::str::from_utf8(&bytes).is_err() {
        return Err(Unread::NotUtf8);
    }
    Ok(bytes)
}

/// `figures/map.svg`; with a number where that name is taken.
fn free(shared: &Utf8Path, taken: &mut Taken) -> Utf8PathBuf {
    let stem = shared.file_stem().unwrap_or_default();
    let stem = match slugify(stem) {
        slug if slug == "section" && stem != "section" => taken.free("figure"),
        slug => taken.free(&slug),
    };
    let extension = shared.extension().unwrap_or_default().to_ascii_lowercase();
    Utf8Path::new(FOLDER).join(format!("{stem}.{extension}"))
}

fn variant(name: &Utf8Path, tag: &str) -> Utf8PathBuf {
    let (stem, extension) = (name.file_stem().unwrap_or_default(), name.extension().unwrap_or_default());
    name.with_file_name(format!("{stem}.{tag}.{extension}"))
}
