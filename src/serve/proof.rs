//! A proof: the publication at one moment, its files made when they are asked for.
//!
//! Takes: a publication. Gives: files by their paths, each made once, and what a reader of the preview is told of a page. Finished PDFs
//! outlive the proof, as long as nothing they show changes. Must not know who asks.

use std::collections::HashSet;
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

use axum::body::Bytes;
use camino::{Utf8Path, Utf8PathBuf};
use foldhash::HashMap;

use crate::diagnostics::Diagnostic;
use crate::publication::{Chapter, ChapterKey, Publication};
use crate::renditions::{FileFacts, Key, Offered, Rendition, site};

type Finished = Result<Bytes, Vec<Diagnostic>>;

pub struct Proof {
    publication: Arc<Publication>,
    /// By their paths, as text: the parts of a path take long to compare.
    files: HashMap<String, File>,
    offered: Offered,
    /// The files of pages that `build` leaves out.
    drafts: HashSet<Utf8PathBuf>,
    /// Where the site's first address stands.
    base: String,
}

struct File {
    rendition: Rendition,
    made: OnceLock<Finished>,
}

/// Files that take long, kept from proof to proof.
#[derive(Default)]
pub struct Shelf(Mutex<HashMap<Utf8PathBuf, (Key, Bytes)>>);

impl Shelf {
    /// The file, if nothing it depends on has changed; otherwise it is made and takes the old one's place. One at a time: to typeset two
    /// at once takes twice the memory and hardly less time.
    fn file(&self, rendition: &Rendition, make: impl FnOnce() -> Finished) -> Finished {
        let mut files = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let key = (rendition.key)();
        if let Some((known, bytes)) = files.get(&rendition.path)
            && *known == key
        {
            return Ok(bytes.clone());
        }
        let made = make()?;
        files.insert(rendition.path.clone(), (key, made.clone()));
        Ok(made)
    }
}

impl Proof {
    pub fn of(publication: Publication) -> Proof {
        let publication = Arc::new(publication);
        let mut renditions = site::marked(&publication);
        #[cfg(feature = "pdf")]
        renditions.extend(crate::renditions::pdf::renditions(&publication));
        renditions.extend(crate::renditions::open_data::renditions(&publication));
        let of_offered = renditions.iter().filter(|rendition| rendition.offered);
        let offered = of_offered.map(|rendition| (rendition.path.clone(), FileFacts::unknown())).collect();
        let file = |rendition: Rendition| (rendition.path.to_string(), File { rendition, made: OnceLock::new() });
        Proof {
            files: renditions.into_iter().map(file).collect(),
            offered,
            drafts: drafts(&publication),
            base: publication.addresses.chooser(),
            publication,
        }
    }

    /// A file's bytes, or what is wrong in the sources that only making it can tell; none where there is no such file.
    pub fn file(&self, path: &Utf8Path, shelf: &Shelf) -> Option<Finished> {
        let file = self.files.get(path.as_str())?;
        let make = || file.rendition.make.bytes(Vec::new(), &self.offered).map(Bytes::from);
        let finished = file.made.get_or_init(|| match file.rendition.costly {
            true => shelf.file(&file.rendition, make),
            false => make(),
        });
        Some(finished.clone())
    }

    pub fn has(&self, path: &Utf8Path) -> bool {
        self.files.contains_key(path.as_str())
    }

    /// The path of the file that stands at an address; none outside the publication.
    pub fn path(&self, address: &str) -> Option<Utf8PathBuf> {
        address.starts_with(&self.base).then(|| self.publication.addresses.file(address).into())
    }

    pub fn base(&self) -> &str {
        &self.base
    }

    pub fn is_draft(&self, path: &Utf8Path) -> bool {
        self.drafts.contains(path)
    }

    /// The page that says there is none, in the language of the address that somebody tried.
    pub fn not_found(&self, path: &Utf8Path) -> Utf8PathBuf {
        let languages = self.publication.languages.iter().map(|language| language.tag.as_str());
        let tried = path.components().next().map(|first| first.as_str());
        let own = languages.into_iter().find(|tag| tried == Some(*tag));
        own.map_or_else(|| "404.html".into(), |tag| format!("{tag}/404.html").into())
    }

    /// Where the next view of a page stands: beside each other language in turn, then alone again.
    pub fn next_view(&self, path: &Utf8Path) -> Option<String> {
        let tags: Vec<&str> = self.publication.languages.iter().map(|language| language.tag.as_str()).collect();
        let (own, rest) = path.as_str().strip_suffix("index.html")?.split_once('/')?;
        let (beside, rest) = match rest.strip_prefix("parallel/") {
            Some(beside) => beside.split_once('/').map(|(other, rest)| (Some(other), rest))?,
            None => (None, rest),
        };
        let after = beside.map_or(Some(0), |beside| tags.iter().position(|tag| *tag == beside).map(|place| place + 1))?;
        let views =
            tags.get(after..)?.iter().filter(|tag| **tag != own).map(|other| format!("{own}/parallel/{other}/{rest}"));
        let alone = beside.is_some().then(|| format!("{own}/{rest}"));
        let there = |view: &String| self.has(&Utf8Path::new(view).join("index.html"));
        views.chain(alone).find(there).map(|view| format!("{}{view}", self.base))
    }
}

/// The pages on which a draft is shown.
fn drafts(publication: &Publication) -> HashSet<Utf8PathBuf> {
    let mut paths = HashSet::new();
    let addresses = &publication.addresses;
    let is_draft = |chapter: &Chapter, language: usize| {
        publication.document(chapter, language).is_some_and(|(_, document)| document.front.draft == Some(true))
    };
    for (number, work) in publication.works.iter().enumerate() {
        for (key, chapter) in work.current().pages() {
            let all = || (0..chapter.documents.len()).filter(|language| chapter.documents[*language].is_some());
            for language in all().filter(|language| is_draft(chapter, *language)) {
                let own = match key {
                    ChapterKey::Index => addresses.work(number, language),
                    ChapterKey::Number(_) => addresses.chapter(number, key, chapter, language),
                };
                paths.insert(addresses.file(&own).into());
                for other in all().filter(|other| *other != language) {
                    for (one, two) in [(language, other), (other, language)] {
                        paths.insert(addresses.file(&addresses.parallel(number, key, chapter, one, two)).into());
                    }
                }
            }
        }
    }
    paths
}
