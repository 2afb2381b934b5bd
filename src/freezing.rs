//! Freezing: the files that make an edition of a current text.
//!
//! Takes: the sources, the publication and one of its works. Gives: the files of the edition's folder – the texts, figures and bibliographies
//! as they are, and the record – or a corrigendum. Must not know how files are written, nor who asks for them.
//!
//! The record comes last among the files, so that an edition whose making was interrupted has none and is none.

use std::collections::BTreeMap;
use std::fmt::Write;

use camino::{Utf8Path, Utf8PathBuf};
use jiff::civil::Date;

use crate::documents::edition::{CORRIGENDA, EDITION, EDITIONS, Frozen, hash};
use crate::documents::work::{AdoptionYaml, Authority, ConsultationYaml};
use crate::documents::{CONTENT, WORK, work};
use crate::publication::concordance::{Compared, State};
use crate::publication::{Publication, Target, Work, recorded_as};
use crate::record::Texts;
use crate::sources::Sources;

/// A file from the project's root.
pub type File = (Utf8PathBuf, Vec<u8>);

/// How many of a work's units somebody should still compare: those whose authentic versions are not collated.
pub fn uncollated(publication: &Publication, number: usize) -> usize {
    let work = &publication.works[number];
    let authentic: Vec<usize> =
        work.languages.iter().filter(|(_, own)| *own == Authority::Authentic).map(|(language, _)| *language).collect();
    if authentic.len() < 2 {
        return 0;
    }
    let remains = |own: &Compared| {
        let open = |language: &usize| own.states[*language].is_some_and(|state| state != State::Collated);
        own.queries > 0 || authentic.iter().any(open)
    };
    publication.compared(number).iter().filter(|own| remains(own)).count()
}

/// The files of an edition of a current text, which has a number and a date; none where its `work.yaml` cannot be read.
pub fn edition(sources: &Sources, publication: &Publication, number: usize, uncollated: bool) -> Option<Vec<File>> {
    let work = &publication.works[number];
    let edition = work.current().number.as_deref()?;
    let folder = work.folder.join(EDITIONS).join(edition);
    let place = Frozen { work: &work.folder, folder: &folder, number: edition, rest: Utf8Path::new("") };
    let full = |path: &Utf8Path| Utf8Path::new(CONTENT).join(path);
    let mut kept: BTreeMap<Utf8PathBuf, Utf8PathBuf> = BTreeMap::new();
    let mut keep = |path: &Utf8Path| drop(kept.insert(place.kept(path), path.to_owned()));
    keep(&work.folder.join(WORK));
    for (path, _) in sources.texts_below(&full(&work.folder)) {
        let below = path.strip_prefix(CONTENT).unwrap_or(path);
        if below.extension() == Some("bib") && below.parent() == Some(&work.folder) {
            keep(below);
        }
    }
    for document in documents(work) {
        let source = &publication.documents[document].source.path;
        keep(source.strip_prefix(CONTENT).unwrap_or(source));
        for image in publication.images[document].iter().flatten() {
            keep(&image.path);
        }
    }
    let mut files: Vec<File> = Vec::new();
    let mut hashes: Vec<(String, String)> = Vec::new();
    for (to, from) in kept {
        let path = full(&from);
        let bytes = sources.bytes(&path)?;
        let name = to.strip_prefix(&folder).unwrap_or(&to).to_string();
        hashes.push((name, hash(bytes, sources.texts.contains_key(&path))));
        files.push((full(&to), bytes.to_vec()));
    }
    let record = record(sources, publication, number, (uncollated, &hashes))?;
    files.push((full(&folder.join(EDITION)), record.into_bytes()));
    Some(files)
}

/// The documents of a text, in reading order.
fn documents(work: &Work) -> impl Iterator<Item = usize> {
    work.current().pages().flat_map(|(_, chapter)| chapter.documents.iter().flatten().copied())
}

/// The record as it is written. Nothing but memory is written to, which cannot fail.
fn record(
    sources: &Sources,
    publication: &Publication,
    number: usize,
    (uncollated, hashes): (bool, &[(String, String)]),
) -> Option<String> {
    let own = &publication.works[number];
    let source = sources.texts.get(&Utf8Path::new(CONTENT).join(&own.folder).join(WORK))?;
    let (file, _) = work::read(&own.folder, source, &publication.book);
    let edition = file?.yaml.edition?;
    let mut yaml = String::from("# Written by `diptych edition cut`: the text of an edition never changes.\n");
    let _ = writeln!(yaml, "number: {}", quoted(&edition.number.value.0));
    let _ = writeln!(yaml, "status: {}\ndate: {}", edition.status.word(), edition.date);
    if let Some(AdoptionYaml { body, date, record }) = &edition.adoption {
        let _ = writeln!(yaml, "adoption:\n  body: {}\n  date: {date}", in_languages(body));
        if let Some(record) = record {
            let _ = writeln!(yaml, "  record: {}", quoted(record));
        }
    }
    if let Some(ConsultationYaml { opens, closes }) = &edition.consultation {
        let _ = writeln!(yaml, "consultation: {{ opens: {opens}, closes: {} }}", closes.value);
    }
    if uncollated {
        yaml.push_str("uncollated: true\n");
    }
    let _ = writeln!(yaml, "fingerprint: {}", quoted(&publication.text_fingerprint(number)));
    yaml.push_str("languages:\n");
    for (language, authority) in &own.languages {
        let _ = writeln!(yaml, "  {}: {}", publication.languages[*language].tag, authority.word());
    }
    let outbound = outbound(publication, number);
    if !outbound.is_empty() {
        yaml.push_str("outbound:\n");
    }
    for (target, (work, id, shown)) in outbound {
        let shown: Vec<String> = shown.iter().map(|(tag, text)| format!("{tag}: {}", quoted(text))).collect();
        let _ = writeln!(yaml, "  - target: {}\n    work: {}\n    id: {}", quoted(&target), quoted(&work), quoted(&id));
        let _ = writeln!(yaml, "    shown: {{ {} }}", shown.join(", "));
    }
    yaml.push_str("files:\n");
    for (path, hash) in hashes {
        let _ = writeln!(yaml, "  - path: {}\n    hash: {}", quoted(path), quoted(hash));
    }
    Some(yaml)
}

/// By what a link says: the target's work and id, and by language tag its number and title.
type Outbound = BTreeMap<String, (String, String, BTreeMap<String, String>)>;

/// What the links of a text lead to in other works.
fn outbound(publication: &Publication, number: usize) -> Outbound {
    let mut outbound = Outbound::new();
    for index in documents(&publication.works[number]) {
        let document = &publication.documents[index];
        let language = document.language;
        for (link, target) in document.links.iter().zip(&publication.targets[index]) {
            let (work, id, shown) = match target {
                Target::Section(key) if key.work != number => {
                    let Some((work, _, section)) = publication.section(*key) else { continue };
                    (work, section.id.clone(), publication.reference(*key, language))
                }
                Target::Float(key) if key.work != number => {
                    let Some((_, float)) = publication.float(*key) else { continue };
                    let name = publication.float_name(float.kind, float.number, language);
                    (&publication.works[key.work], float.id.clone(), name)
                }
                _ => continue,
            };
            let Some(says) = recorded_as(&publication.book, document, link) else { continue };
            let tag = publication.languages[language].tag.clone();
            let entry = outbound.entry(says).or_insert_with(|| (work.home().to_string(), id, BTreeMap::new()));
            entry.2.insert(tag, shown);
        }
    }
    outbound
}

/// What a corrigendum says.
pub struct Corrigendum<'c> {
    pub date: Date,
    /// By language tag, as all texts here: the body that corrects the text.
    pub by: &'c [(String, String)],
    /// The id of the section.
    pub section: &'c str,
    /// The language of the words, the words, and what they should be.
    pub texts: &'c [(String, String, String)],
}

/// The file of a frozen edition's next corrigendum.
pub fn corrigendum(publication: &Publication, number: usize, said: &Corrigendum<'_>) -> Option<File> {
    let work = &publication.works[number];
    let nth = work.lineage.frozen.as_ref()?.corrigenda.last().map_or(1, |last| last.number + 1);
    let by: Vec<String> = said.by.iter().map(|(tag, text)| format!("{tag}: {}", quoted(text))).collect();
    let mut yaml = format!("date: {}\nby: {{ {} }}\ncorrections:\n", said.date, by.join(", "));
    let _ = writeln!(yaml, "  - section: {}\n    texts:", quoted(said.section));
    for (tag, old, new) in said.texts {
        let _ = writeln!(yaml, "      {tag}:\n        old: {}\n        new: {}", quoted(old), quoted(new));
    }
    let path = Utf8Path::new(CONTENT).join(&work.folder).join(CORRIGENDA).join(format!("{nth}.yaml"));
    Some((path, yaml.into_bytes()))
}

fn in_languages(texts: &Texts) -> String {
    let texts = texts.entries.iter().map(|(tag, text)| format!("{}: {}", tag.text, quoted(&text.value)));
    format!("{{ {} }}", texts.collect::<Vec<_>>().join(", "))
}

/// Every text of JSON is one of YAML. A number such as `1.0` must stay a text.
fn quoted(text: &str) -> String {
    serde_json::Value::from(text).to_string()
}
