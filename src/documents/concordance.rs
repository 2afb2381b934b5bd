//! `concordance/<section>.yaml`: which versions of a section somebody has compared, as they were then, and what is still asked of them.
//!
//! Takes: the file. Gives: a [`RecordFile`], which holds a [`Record`] and the places of its values; and a record as the file that
//! `diptych collate` writes. Its last line is a seal over all that it says: who edits a record by hand has compared nothing, and a merge
//! of two collations of one section is neither of them. The seal is over what is said and not over bytes, so that line ends and comments
//! are nobody's fault. Must not know which sections there are, nor how they read now.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::sync::Arc;

use camino::{Utf8Path, Utf8PathBuf};
use jiff::civil::Date;

use super::CONTENT;
use crate::diagnostics::{Code, Diagnostic, Place, Source};
use crate::record::{ByLanguage, EditionNumber, Field, Reader, Spanned, node};
use crate::{record, words};

/// The folder of a work's records, and of those of the publication's own pages.
pub const CONCORDANCE: &str = "concordance";

/// The longest handle that forges allow.
const LONGEST_HANDLE: usize = 39;

words! {
    /// As what somebody compares versions.
    pub enum CollatorRole {
        /// They wrote one of the versions after the other.
        Translator = "translator",
        Reviser = "reviser",
        Editor = "editor",
        Lawyer = "lawyer",
        Secretariat = "secretariat",
        /// On behalf of a body that revises texts together.
        Committee = "committee",
    }
}

impl CollatorRole {
    /// The role of a word.
    pub fn named(word: &str) -> Option<CollatorRole> {
        use CollatorRole::{Committee, Editor, Lawyer, Reviser, Secretariat, Translator};
        [Translator, Reviser, Editor, Lawyer, Secretariat, Committee].into_iter().find(|role| role.word() == word)
    }
}

record! {
    /// What `diptych collate` has recorded of one section.
    pub struct RecordYaml {
        /// The section's id when it was compared.
        pub section: Option<Spanned<String>>,
        /// The ids that it had before, the latest first.
        pub formerly: Vec<Spanned<String>>,
        /// Each version as it was when it was compared with others.
        pub versions: Option<ByLanguage<VersionYaml>>,
        /// What somebody was not sure of.
        pub queries: Vec<Spanned<QueryYaml>>,
        /// A hash of all of the above.
        pub seal: Spanned<String>,
    }
}

record! {
    /// One version of a section when it was compared.
    pub struct VersionYaml {
        /// The fingerprint of its text.
        pub text: Spanned<String>,
        /// The fingerprints of the versions it was compared with.
        pub with: ByLanguage<String>,
        /// The edition that the sources were then.
        pub edition: Option<EditionNumber>,
        pub date: Date,
        /// A handle, never a name.
        pub by: Spanned<String>,
        pub role: CollatorRole,
        /// The handle of whoever translated it, where that is known.
        pub translated_by: Option<Spanned<String>>,
    }
}

record! {
    /// A question that stays open until the section is collated or somebody closes it.
    pub struct QueryYaml {
        pub date: Date,
        pub by: Spanned<String>,
        pub role: CollatorRole,
        pub text: String,
    }
}

/// What a record says, without places.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Record {
    /// The section's id; none of what is no section, and in records older than this key.
    pub section: Option<String>,
    pub formerly: Vec<String>,
    /// By language tag.
    pub versions: BTreeMap<String, Version>,
    pub queries: Vec<Query>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Version {
    pub text: String,
    /// By language tag.
    pub with: BTreeMap<String, String>,
    pub edition: Option<String>,
    pub date: Date,
    pub by: String,
    pub role: CollatorRole,
    pub translated_by: Option<String>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Query {
    pub date: Date,
    pub by: String,
    pub role: CollatorRole,
    pub text: String,
}

#[derive(Clone, Debug)]
pub struct RecordFile {
    /// Below `content/`.
    pub path: Utf8PathBuf,
    pub source: Arc<Source>,
    pub yaml: RecordYaml,
    pub record: Record,
}

/// Whether a file below `content/` is a record.
pub fn is_record(below: &Utf8Path) -> bool {
    let folder = below.parent().unwrap_or(Utf8Path::new(""));
    below.extension() == Some("yaml") && folder.components().any(|part| part.as_str() == CONCORDANCE)
}

/// Whether a forge could know somebody by this: no name, no address.
pub fn is_handle(text: &str) -> bool {
    let sound = |byte: u8| byte.is_ascii_alphanumeric() || b"-_.".contains(&byte);
    text.starts_with(|first: char| first.is_ascii_alphanumeric()) && text.len() <= LONGEST_HANDLE && text.bytes().all(sound)
}

pub fn is_fingerprint(text: &str) -> bool {
    let Some((version, hash)) = text.split_once(':') else { return false };
    let hexadecimal = |byte: u8| byte.is_ascii_digit() || (b'a'..=b'f').contains(&byte);
    let is_number = !version.is_empty() && version.len() < 4 && version.bytes().all(|byte| byte.is_ascii_digit());
    is_number && hash.len() == 32 && hash.bytes().all(hexadecimal)
}

pub fn read(source: &Arc<Source>) -> (Option<RecordFile>, Vec<Diagnostic>) {
    let tree = match node::yaml(source, 0..source.text.len()) {
        Ok(tree) => tree,
        Err(diagnostic) => return (None, vec![diagnostic]),
    };
    let mut reader = Reader::new(source);
    let Some(yaml) = RecordYaml::decode(&tree, &mut reader) else { return (None, reader.diagnostics) };
    check_forms(&yaml, &mut reader);
    if !reader.diagnostics.is_empty() {
        return (None, reader.diagnostics);
    }
    let record = Record::of(&yaml);
    if record.seal() != yaml.seal.value {
        reader.push(Diagnostic::new(Code::EditedRecord, Place::new(source, yaml.seal.span)));
        return (None, reader.diagnostics);
    }
    let path = source.path.strip_prefix(CONTENT).unwrap_or(&source.path).to_owned();
    (Some(RecordFile { path, source: Arc::clone(source), yaml, record }), reader.diagnostics)
}

fn check_forms(yaml: &RecordYaml, reader: &mut Reader) {
    let handle = |handle: &Spanned<String>, reader: &mut Reader| {
        if !is_handle(&handle.value) {
            reader.malformed(&handle.value, "hint-handle", handle.span);
        }
    };
    for (_, Spanned { value: version, .. }) in yaml.versions.iter().flat_map(|versions| &versions.entries) {
        let others = version.with.entries.iter().map(|(_, other)| other);
        for text in [&version.text].into_iter().chain(others).filter(|text| !is_fingerprint(&text.value)) {
            reader.malformed(&text.value, "hint-fingerprint", text.span);
        }
        handle(&version.by, reader);
        version.translated_by.iter().for_each(|own| handle(own, reader));
    }
    yaml.queries.iter().for_each(|query| handle(&query.value.by, reader));
}

impl Record {
    fn of(yaml: &RecordYaml) -> Record {
        let text = |(key, text): &(crate::record::Key, Spanned<String>)| (key.text.clone(), text.value.clone());
        let version = |yaml: &VersionYaml| Version {
            text: yaml.text.value.clone(),
            with: yaml.with.entries.iter().map(text).collect(),
            edition: yaml.edition.as_ref().map(|edition| edition.0.clone()),
            date: yaml.date,
            by: yaml.by.value.clone(),
            role: yaml.role,
            translated_by: yaml.translated_by.as_ref().map(|own| own.value.clone()),
        };
        let versions = yaml.versions.iter().flat_map(|versions| &versions.entries);
        let query =
            |own: &QueryYaml| Query { date: own.date, by: own.by.value.clone(), role: own.role, text: own.text.clone() };
        Record {
            section: yaml.section.as_ref().map(|own| own.value.clone()),
            formerly: yaml.formerly.iter().map(|own| own.value.clone()).collect(),
            versions: versions.map(|(key, own)| (key.text.clone(), version(&own.value))).collect(),
            queries: yaml.queries.iter().map(|own| query(&own.value)).collect(),
        }
    }

    /// The file, as `diptych collate` writes it: languages in the order of their tags, each fact on a line of its own.
    pub fn yaml(&self) -> String {
        let said = self.said();
        let seal = seal(&said);
        format!("# Written by `diptych collate`; an edit by hand breaks the seal.\n{said}seal: \"{seal}\"\n")
    }

    /// Writes a text that reads the same in the place of another.
    pub fn replace(&mut self, tag: &str, old: &str, new: &str) {
        for (own, version) in &mut self.versions {
            let text = (own == tag).then_some(&mut version.text);
            for text in text.into_iter().chain(version.with.get_mut(tag)).filter(|text| *text == old) {
                *text = new.to_owned();
            }
        }
    }

    fn seal(&self) -> String {
        seal(&self.said())
    }

    /// All but the seal. Nothing but memory is written to, which cannot fail.
    fn said(&self) -> String {
        let mut yaml = String::new();
        if let Some(section) = &self.section {
            let _ = writeln!(yaml, "section: {}", quoted(section));
        }
        if !self.formerly.is_empty() {
            let ids: Vec<String> = self.formerly.iter().map(|id| quoted(id)).collect();
            let _ = writeln!(yaml, "formerly: [{}]", ids.join(", "));
        }
        if !self.versions.is_empty() {
            yaml.push_str("versions:\n");
        }
        for (tag, own) in &self.versions {
            let _ = writeln!(yaml, "  {tag}:\n    text: {}\n    with:", quoted(&own.text));
            for (tag, text) in &own.with {
                let _ = writeln!(yaml, "      {tag}: {}", quoted(text));
            }
            if let Some(edition) = &own.edition {
                let _ = writeln!(yaml, "    edition: {}", quoted(edition));
            }
            let _ = writeln!(yaml, "    date: {}\n    by: {}\n    role: {}", own.date, quoted(&own.by), own.role.word());
            if let Some(translator) = &own.translated_by {
                let _ = writeln!(yaml, "    translated_by: {}", quoted(translator));
            }
        }
        if !self.queries.is_empty() {
            yaml.push_str("queries:\n");
        }
        for own in &self.queries {
            let (by, text) = (quoted(&own.by), quoted(&own.text));
            let _ = writeln!(yaml, "  - date: {}\n    by: {by}\n    role: {}\n    text: {text}", own.date, own.role.word());
        }
        yaml
    }
}

fn seal(said: &str) -> String {
    blake3::hash(said.as_bytes()).to_hex()[..16].to_owned()
}

/// Every text of JSON is one of YAML. A handle such as `007` must not become a number.
fn quoted(text: &str) -> String {
    serde_json::Value::from(text).to_string()
}
