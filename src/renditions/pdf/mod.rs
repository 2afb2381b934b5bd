//! The PDF editions: each text alone in every language, in every pair of languages side by side, and each of them once more with its
//! endorsements.
//!
//! 1. [`volume`] writes a work as Typst [`markup`] that remembers its places in the sources; [`text`] writes the blocks.
//! 2. [`world`] shows Typst that markup, the theme, the fonts and the figures, and nothing else.
//! 3. [`export`] compiles it to a PDF/UA-1 and PDF/A-2a, or says at which Markdown it failed.
//!
//! The first step is quick and done at once, because a PDF's key is the hash of what it gives; the others wait in the thunk. Only this
//! module names Typst.

mod export;
mod markup;
mod text;
mod volume;
mod world;

use std::sync::Arc;

use rayon::prelude::*;

use self::volume::{Volume, Written};
use self::world::Shared;
use super::Rendition;
use crate::documents::work::Kind;
use crate::publication::Publication;

/// All PDFs of all guidelines, in the order of their paths.
pub fn renditions(publication: &Arc<Publication>) -> Vec<Rendition> {
    let volumes: Vec<Volume> = volumes(publication);
    if volumes.is_empty() {
        return Vec::new();
    }
    let shared = Arc::new(Shared::new(publication));
    let mut renditions: Vec<Rendition> =
        volumes.into_par_iter().map(|volume| rendition(publication, &shared, &volume)).collect();
    renditions.sort_by(|one, other| one.path.cmp(&other.path));
    renditions
}

fn volumes(publication: &Publication) -> Vec<Volume> {
    let mut volumes = Vec::new();
    for (work, own) in publication.works().filter(|(_, own)| own.kind == Kind::Guidelines && own.current().number.is_some())
    {
        let languages: Vec<usize> = own.languages.iter().map(|(language, _)| *language).collect();
        let alone = languages.iter().map(|language| vec![*language]);
        let pairs = languages
            .iter()
            .enumerate()
            .flat_map(|(position, one)| languages[position + 1..].iter().map(|other| vec![*one, *other]));
        for languages in alone.chain(pairs) {
            volumes.extend([false, true].map(|endorsed| Volume { work, languages: languages.clone(), endorsed }));
        }
    }
    volumes
}

fn rendition(publication: &Arc<Publication>, shared: &Arc<Shared>, volume: &Volume) -> Rendition {
    let work = &publication.works[volume.work];
    let edition = work.current();
    let tags: Vec<&str> = volume.languages.iter().map(|language| publication.languages[*language].tag.as_str()).collect();
    let number = edition.number.as_deref().unwrap_or_default();
    let address = publication.addresses.download(work.folder.as_str(), number, &tags.join("_"), volume.endorsed);
    let written = volume::write(publication, volume);
    let date = edition.date;
    let key = key(shared, &written, &format!("{date:?}"));
    let (publication, shared) = (Arc::clone(publication), Arc::clone(shared));
    Rendition {
        path: publication.addresses.file(&address).into(),
        key,
        costly: true,
        make: Box::new(move || match &written {
            Ok(markup) => export::pdf(&publication, &shared, markup, date, &key),
            Err(diagnostics) => Err(diagnostics.clone()),
        }),
    }
}

/// The hash of all that a PDF's bytes depend on. The markup names each figure by its own hash.
fn key(shared: &Shared, written: &Written, date: &str) -> [u8; 16] {
    let markup = written.as_ref().map_or("", |markup| markup.text.as_str());
    let mut hasher = blake3::Hasher::new();
    for part in [export::OPTIONS, date, markup] {
        hasher.update(&(part.len() as u64).to_le_bytes()).update(part.as_bytes());
    }
    hasher.update(shared.hash.as_bytes());
    let mut key = [0; 16];
    key.copy_from_slice(&hasher.finalize().as_bytes()[..16]);
    key
}
