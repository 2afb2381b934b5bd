//! `editions/<number>/`: the frozen text of an edition, and what is recorded of it.
//!
//! Takes: the files `edition.yaml` and `corrigenda/<n>.yaml` of an edition, and a work's `retired.yaml`. Gives: them typed and spanned; and
//! where a frozen file stood when it was current, which is what its own links count from. Must not know other files, nor whether they are
//! still what they were.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use camino::{Utf8Path, Utf8PathBuf};
use jiff::civil::Date;

use super::work::{AdoptionYaml, Authority, ConsultationYaml, Status};
use super::{CONTENT, Document, LeftOut, WORK, WorkFile};
use crate::config::Book;
use crate::diagnostics::{Code, Diagnostic, Place, Source};
use crate::record;
use crate::record::{ByLanguage, EditionNumber, Field, Reader, Spanned, Texts, node};

/// The folder of a work's editions.
pub const EDITIONS: &str = "editions";
/// The record of an edition, in the edition's folder.
pub const EDITION: &str = "edition.yaml";
/// The folder of an edition's corrigenda.
pub const CORRIGENDA: &str = "corrigenda";
/// The sections that a work no longer has, in the work's folder.
pub const RETIRED: &str = "retired.yaml";
/// What an edition shows and did not lie in the work's folder, by its path below `content/`.
pub const OUTSIDE: &str = "outside";

record! {
    /// What `diptych edition cut` has recorded of an edition.
    pub struct EditionRecordYaml {
        pub number: Spanned<EditionNumber>,
        /// Where it stands; that a later edition replaces it follows from that one.
        pub status: Spanned<Status>,
        /// The day of this text.
        pub date: Spanned<Date>,
        /// Who adopted it, when, and where that is recorded.
        pub adoption: Option<AdoptionYaml>,
        /// From when to when anybody was asked for comments.
        pub consultation: Option<ConsultationYaml>,
        pub withdrawal: Option<WithdrawalYaml>,
        /// Whether it was frozen although somebody should still have compared its authentic versions.
        pub uncollated: Option<bool>,
        /// The hash of what its readers see, in all languages.
        pub fingerprint: Spanned<String>,
        pub languages: ByLanguage<Authority>,
        /// What its links to other works led to.
        pub outbound: Vec<OutboundYaml>,
        /// Its files, each with the hash of what it holds.
        pub files: Vec<Spanned<FrozenFileYaml>>,
    }
}

record! {
    pub struct WithdrawalYaml {
        pub date: Spanned<Date>,
        pub reason: Texts,
    }
}

record! {
    /// What a link led to on the day of the edition.
    pub struct OutboundYaml {
        /// The target's work: its folder.
        pub work: String,
        /// What the link says, counted from `content/`: the page's path without language, `#` and an id.
        pub target: String,
        /// The id of the section, table or figure.
        pub id: String,
        /// Its number and title.
        pub shown: Texts,
    }
}

record! {
    pub struct FrozenFileYaml {
        /// From the edition's folder.
        pub path: String,
        /// BLAKE3's first 128 bits, of a text with line feeds as its line ends.
        pub hash: String,
    }
}

record! {
    /// The whole of `corrigenda/<n>.yaml`: what is wrong in a frozen text, and what it should say.
    pub struct CorrigendumYaml {
        pub date: Spanned<Date>,
        /// The body that corrects the text.
        pub by: Texts,
        pub corrections: Vec<Spanned<CorrectionYaml>>,
    }
}

record! {
    pub struct CorrectionYaml {
        /// The id of the section.
        pub section: Spanned<String>,
        /// For each language that is concerned.
        pub texts: ByLanguage<CorrectedYaml>,
    }
}

record! {
    pub struct CorrectedYaml {
        /// Words of the section, without markup.
        pub old: Spanned<String>,
        /// What they should be.
        pub new: String,
    }
}

record! {
    /// The whole of a work's `retired.yaml`: sections that an edition had and the work no longer has.
    pub struct RetiredSectionsYaml {
        pub sections: Vec<Spanned<RetiredSectionYaml>>,
    }
}

record! {
    pub struct RetiredSectionYaml {
        pub id: Spanned<String>,
        pub title: Texts,
        /// The id of the section that it stood after.
        pub after: Option<Spanned<String>>,
        /// The first edition without it.
        pub since: EditionNumber,
        /// The id of the section that says now what it said.
        pub replaced_by: Option<Spanned<String>>,
    }
}

/// An edition's folder with its record.
#[derive(Clone, Debug)]
pub struct EditionFile {
    /// Below `content/`: `guidelines/home/editions/1.0`.
    pub folder: Utf8PathBuf,
    pub source: Arc<Source>,
    pub yaml: EditionRecordYaml,
    /// Each of the edition's languages by its place in `book.toml`.
    pub languages: Vec<(usize, Authority)>,
}

#[derive(Clone, Debug)]
pub struct CorrigendumFile {
    /// The edition's folder.
    pub folder: Utf8PathBuf,
    /// The file's name: the first is 1.
    pub number: u16,
    pub source: Arc<Source>,
    pub yaml: CorrigendumYaml,
}

#[derive(Clone, Debug)]
pub struct RetiredSectionsFile {
    /// The work's folder.
    pub folder: Utf8PathBuf,
    pub source: Arc<Source>,
    pub yaml: RetiredSectionsYaml,
}

/// What is recorded of editions, each in the order of its files.
#[derive(Clone, Debug, Default)]
pub struct EditionFiles {
    pub records: Vec<EditionFile>,
    pub corrigenda: Vec<CorrigendumFile>,
    pub retired: Vec<RetiredSectionsFile>,
}

impl EditionFiles {
    /// A frozen text is one by its record, by its `work.yaml`, and by the work it is a text of: without one of them its files are left out.
    pub fn leave_out_unrecorded(
        &mut self,
        works: &mut Vec<WorkFile>,
        documents: &mut Vec<Document>,
        left_out: &mut BTreeMap<Utf8PathBuf, LeftOut>,
    ) -> Vec<Diagnostic> {
        let folders: BTreeSet<Utf8PathBuf> = works.iter().map(|work| work.folder.clone()).collect();
        let broken = |folder: &Utf8Path, name: &str| left_out.contains_key(&Utf8Path::new(CONTENT).join(folder).join(name));
        let lacks = |place: &Frozen<'_>, records: &[EditionFile]| match () {
            () if !records.iter().any(|record| record.folder == place.folder) => Some((place.folder.to_owned(), EDITION)),
            () if !folders.contains(place.folder) => Some((place.folder.to_owned(), WORK)),
            () if !folders.contains(place.work) => Some((place.work.to_owned(), WORK)),
            () => None,
        };
        let of_documents = documents.iter().filter_map(|document| frozen(&document.path));
        let all = of_documents.chain(works.iter().filter_map(|work| of_folder(&work.folder)));
        let all = all.chain(self.records.iter().filter_map(|record| of_folder(&record.folder)));
        let mut lacking: BTreeMap<Utf8PathBuf, Option<Diagnostic>> = BTreeMap::new();
        for place in all {
            let Some((folder, name)) = lacks(&place, &self.records) else { continue };
            lacking.entry(place.folder.to_owned()).or_insert_with(|| {
                let missing = Utf8Path::new(CONTENT).join(&folder).join(name);
                let file = Place::file(Utf8Path::new(CONTENT).join(place.folder));
                let diagnostic = Diagnostic::new(Code::UnrecordedEdition, file).with("file", missing.as_path());
                let work = place.work.as_str();
                // What is there and cannot be understood was reported.
                (!broken(&folder, name)).then(|| diagnostic.with("work", work).with("edition", place.number))
            });
        }
        works.retain(|work| !lacking.contains_key(&work.folder));
        self.records.retain(|record| !lacking.contains_key(&record.folder));
        documents.retain(|document| {
            let kept = frozen(&document.path).is_none_or(|place| !lacking.contains_key(place.folder));
            if !kept {
                left_out.insert(document.source.path.clone(), LeftOut::Broken);
            }
            kept
        });
        lacking.into_values().flatten().collect()
    }
}

/// Where a file of an edition lies.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Frozen<'p> {
    /// The work's folder below `content/`.
    pub work: &'p Utf8Path,
    /// The edition's folder below `content/`.
    pub folder: &'p Utf8Path,
    pub number: &'p str,
    /// From the edition's folder.
    pub rest: &'p Utf8Path,
}

/// What a path below `content/` says of the edition that the file belongs to; none where it belongs to a current text.
pub fn frozen(below: &Utf8Path) -> Option<Frozen<'_>> {
    let text = below.as_str();
    let (work, after) = text.split_once("/editions/")?;
    let (number, rest) = after.split_once('/')?;
    let folder = &text[..work.len() + "/editions/".len() + number.len()];
    Some(Frozen { work: work.into(), folder: folder.into(), number, rest: rest.into() })
}

/// The same for the folder of an edition itself.
pub fn of_folder(folder: &Utf8Path) -> Option<Frozen<'_>> {
    let (work, number) = folder.as_str().rsplit_once("/editions/").filter(|(_, number)| !number.contains('/'))?;
    Some(Frozen { work: work.into(), folder, number, rest: Utf8Path::new("") })
}

impl Frozen<'_> {
    /// The number of the corrigendum that the file is.
    pub fn corrigendum(&self) -> Option<u16> {
        let name = self.rest.strip_prefix(CORRIGENDA).ok()?.as_str().strip_suffix(".yaml")?;
        name.parse().ok().filter(|number: &u16| *number > 0 && number.to_string() == name)
    }

    /// Where the file stood below `content/` when it was current.
    pub fn logical(&self) -> Utf8PathBuf {
        self.rest.strip_prefix(OUTSIDE).map_or_else(|_| self.work.join(self.rest), Utf8Path::to_owned)
    }

    /// Where the edition keeps what stood at a path below `content/`.
    pub fn kept(&self, logical: &Utf8Path) -> Utf8PathBuf {
        match logical.strip_prefix(self.work) {
            Ok(rest) => self.folder.join(rest),
            Err(_) => self.folder.join(OUTSIDE).join(logical),
        }
    }
}

/// Where a file stands below `content/`, or stood when its text was current.
pub fn logical(below: &Utf8Path) -> Utf8PathBuf {
    frozen(below).map_or_else(|| below.to_owned(), |place| place.logical())
}

/// The key by which numbers of editions follow each other: 1.9 comes before 1.10.
pub fn by_number(number: &str) -> Vec<u64> {
    number.split('.').map(|part| part.parse().unwrap_or(u64::MAX)).collect()
}

/// The hash of a frozen file. Whoever checks out a text with other line ends has not changed it.
pub fn hash(bytes: &[u8], is_text: bool) -> String {
    let hash = match is_text && bytes.contains(&b'\r') {
        true => {
            let mut hasher = blake3::Hasher::new();
            for line in bytes.split_inclusive(|byte| *byte == b'\n') {
                match line.strip_suffix(b"\r\n") {
                    Some(line) => hasher.update(line).update(b"\n"),
                    None => hasher.update(line),
                };
            }
            hasher.finalize()
        }
        false => blake3::hash(bytes),
    };
    hash.to_hex()[..32].to_owned()
}

pub fn read(source: &Arc<Source>, place: Frozen<'_>, book: &Book) -> (Option<EditionFile>, Vec<Diagnostic>) {
    let (yaml, mut reader) = match decoded::<EditionRecordYaml>(source) {
        Ok((Some(yaml), reader)) => (yaml, reader),
        Ok((None, reader)) => return (None, reader.diagnostics),
        Err(diagnostic) => return (None, vec![*diagnostic]),
    };
    let all: Vec<&str> = book.tags().collect();
    reader.check_known_languages(&yaml.languages, &all, "publication");
    let position = |tag: &str| all.iter().position(|known| *known == tag);
    let own = yaml.languages.entries.iter();
    let languages: Vec<_> = own.filter_map(|(key, authority)| Some((position(&key.text)?, authority.value))).collect();
    let tags: Vec<&str> = yaml.languages.entries.iter().map(|(key, _)| key.text.as_str()).collect();
    let texts = [yaml.adoption.as_ref().map(|own| &own.body), yaml.withdrawal.as_ref().map(|own| &own.reason)];
    for texts in texts.into_iter().flatten() {
        reader.check_languages(texts, &tags, "work");
    }
    if let Some(consultation) = &yaml.consultation {
        consultation.check(&mut reader);
    }
    if yaml.number.value.0 != place.number {
        let diagnostic = Diagnostic::new(Code::EditionState, reader.at(yaml.number.span)).with("problem", "folder");
        let diagnostic = diagnostic.with("edition", yaml.number.value.0.as_str()).with("other", place.number);
        reader.push(diagnostic.hint("hint-folder"));
    }
    let folder = place.folder.to_owned();
    (Some(EditionFile { folder, source: Arc::clone(source), yaml, languages }), reader.diagnostics)
}

/// `number` is the file's name.
pub fn corrigendum(source: &Arc<Source>, place: Frozen<'_>, number: u16) -> (Option<CorrigendumFile>, Vec<Diagnostic>) {
    match decoded::<CorrigendumYaml>(source) {
        Ok((yaml, reader)) => {
            let folder = place.folder.to_owned();
            let file = yaml.map(|yaml| CorrigendumFile { folder, number, source: Arc::clone(source), yaml });
            (file, reader.diagnostics)
        }
        Err(diagnostic) => (None, vec![*diagnostic]),
    }
}

pub fn retired(source: &Arc<Source>, folder: &Utf8Path) -> (Option<RetiredSectionsFile>, Vec<Diagnostic>) {
    match decoded::<RetiredSectionsYaml>(source) {
        Ok((yaml, reader)) => {
            let folder = folder.to_owned();
            let file = yaml.map(|yaml| RetiredSectionsFile { folder, source: Arc::clone(source), yaml });
            (file, reader.diagnostics)
        }
        Err(diagnostic) => (None, vec![*diagnostic]),
    }
}

fn decoded<T: Field>(source: &Arc<Source>) -> Result<(Option<T>, Reader), Box<Diagnostic>> {
    let tree = node::yaml(source, 0..source.text.len()).map_err(Box::new)?;
    let mut reader = Reader::new(source);
    let yaml = T::decode(&tree, &mut reader);
    Ok((yaml, reader))
}
