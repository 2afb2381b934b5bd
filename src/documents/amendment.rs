//! `amendments/<id>.yaml`: one proposal of changes to the sections of a work, and how far its deliberation has come.
//!
//! Takes: the file. Gives: an [`AmendmentFile`], each value with its place, and each proposed text as a [`Document`] by itself. Must not know
//! which sections and editions there are: the publication's amendments do. A proposed text stands in a block of YAML, indented: what is found
//! in it is found in that text, and [`Written`] knows the way back to the file.

mod written;

use std::sync::Arc;

use camino::{Utf8Path, Utf8PathBuf};
use jiff::civil::Date;

use super::CONTENT;
use super::arena::Document;
use crate::config::Book;
use crate::diagnostics::{Code, Diagnostic, Source};
use crate::locale::Language;
use crate::record::schema::{Definitions, Shape};
use crate::record::{EditionNumber, Field, Node, Reader, Spanned, Texts, Value, node};
use crate::{record, words};
pub use written::{Written, passage};

/// What stands beside amendments at their address.
const RESERVED: [&str; 1] = ["table"];

/// The folder of a work's amendments.
pub const AMENDMENTS: &str = "amendments";

words! {
    /// What an amendment is about.
    pub enum AmendmentKind {
        /// It changes what the text says.
        Substantive = "substantive",
        /// It changes how it is said, in one language or in all.
        Editorial = "editorial",
        /// It brings a language version into line with the others.
        Translation = "translation",
        /// An observation without a proposed text.
        Comment = "comment",
    }
}

words! {
    /// Where an amendment stands.
    pub enum AmendmentStatus {
        /// It has its number; its text is there in one language, or not at all, and waits for the others.
        Received = "received",
        Submitted = "submitted",
        /// Bodies are considering it.
        Deliberation = "deliberation",
        Approved = "approved",
        /// Approved with a text other than the proposed one.
        ApprovedModified = "approved-modified",
        Rejected = "rejected",
        /// By whoever proposed it.
        Withdrawn = "withdrawn",
    }
}

impl AmendmentStatus {
    pub const ALL: [AmendmentStatus; 7] = [
        AmendmentStatus::Received,
        AmendmentStatus::Submitted,
        AmendmentStatus::Deliberation,
        AmendmentStatus::Approved,
        AmendmentStatus::ApprovedModified,
        AmendmentStatus::Rejected,
        AmendmentStatus::Withdrawn,
    ];

    /// Whether nobody has decided yet.
    pub fn is_open(self) -> bool {
        matches!(self, AmendmentStatus::Received | AmendmentStatus::Submitted | AmendmentStatus::Deliberation)
    }

    pub fn is_approved(self) -> bool {
        matches!(self, AmendmentStatus::Approved | AmendmentStatus::ApprovedModified)
    }
}

words! {
    /// How it came.
    pub enum ReceivedVia {
        Letter = "letter",
        Email = "email",
        /// A form of the site or of a forge.
        Form = "form",
        PullRequest = "pull-request",
        Meeting = "meeting",
    }
}

words! {
    /// At what level a body deliberates.
    pub enum Level {
        Local = "local",
        National = "national",
        International = "international",
    }
}

words! {
    /// What a body makes of it.
    pub enum Outcome {
        Supported = "supported",
        SupportedWithChanges = "supported-with-changes",
        NotSupported = "not-supported",
    }
}

words! {
    /// What becomes of a section.
    pub enum Operation {
        /// It gets another text.
        Replace = "replace",
        /// A new section before it.
        InsertBefore = "insert-before",
        /// A new section after it and all that is below it.
        InsertAfter = "insert-after",
        Delete = "delete",
        /// It goes elsewhere, with all that is below it.
        Move = "move",
    }
}

impl Operation {
    pub fn inserts(self) -> bool {
        matches!(self, Operation::InsertBefore | Operation::InsertAfter)
    }

    /// Whether it takes a text.
    pub fn writes(self) -> bool {
        self == Operation::Replace || self.inserts()
    }
}

record! {
    /// The whole of an amendment's file.
    pub struct AmendmentYaml {
        /// The file's name without its extension, such as `2026-014`. Never used again.
        pub id: Spanned<String>,
        /// The edition whose text it changes. Quoted: `"1.0"`.
        pub base_edition: Spanned<EditionNumber>,
        pub kind: Spanned<AmendmentKind>,
        pub status: Spanned<AmendmentStatus>,
        pub received: ReceivedYaml,
        pub proposer: Option<ProposerYaml>,
        /// In the order in which they took place: local, national, international.
        pub deliberations: Vec<Spanned<DeliberationYaml>>,
        /// Applied together, in this order.
        pub changes: Vec<Spanned<ChangeYaml>>,
        /// Why, by language.
        pub rationale: Option<Texts>,
        pub decision: Option<Spanned<DecisionYaml>>,
        /// The edition whose text it has become a part of. Quoted.
        pub merged: Option<Spanned<EditionNumber>>,
        /// Made up to show a feature: labelled wherever it appears, counted nowhere.
        pub specimen: Option<bool>,
    }
}

record! {
    pub struct ReceivedYaml {
        pub via: ReceivedVia,
        pub date: Spanned<Date>,
    }
}

record! {
    /// Who proposes it.
    pub struct ProposerYaml {
        /// A body or an office, as one text or by language.
        pub name: Option<Said>,
        /// An institution of the register, by its id.
        pub signatory: Option<Spanned<String>>,
    }
}

record! {
    /// A body has considered it.
    pub struct DeliberationYaml {
        /// As one text or by language.
        pub body: Said,
        pub level: Spanned<Level>,
        pub date: Spanned<Date>,
        pub outcome: Option<Outcome>,
        /// Where it is recorded: an address or a reference.
        pub record: Option<String>,
    }
}

record! {
    /// What becomes of one section.
    pub struct ChangeYaml {
        /// A comment needs none.
        pub op: Option<Spanned<Operation>>,
        /// The id of the section that it is about, or beside which something is inserted.
        pub target: Spanned<String>,
        /// Of an insertion: the id of the new section.
        pub id: Option<Spanned<String>>,
        /// Of a move: where the section goes.
        pub to: Option<Spanned<DestinationYaml>>,
        /// The fingerprint of the target's text that was in front of whoever proposes, by language.
        pub base: Option<Texts>,
        /// The proposed Markdown: heading, blocks, and the notes it refers to, by language.
        pub text: Option<Texts>,
        /// The Markdown that was approved instead.
        pub approved: Option<Texts>,
    }
}

record! {
    /// One of the two.
    pub struct DestinationYaml {
        /// The id of the section that it is to stand before.
        pub before: Option<Spanned<String>>,
        /// The id of the section after which, and after all that is below that, it is to stand.
        pub after: Option<Spanned<String>>,
    }
}

record! {
    pub struct DecisionYaml {
        pub date: Spanned<Date>,
        /// As one text or by language.
        pub by: Said,
        /// By language.
        pub observations: Option<Texts>,
    }
}

impl AmendmentYaml {
    /// Whether it may still change the text: what it says is held against the text as it is.
    pub fn is_pending(&self) -> bool {
        let status = self.status.value;
        status.is_open() || (status.is_approved() && self.merged.is_none())
    }
}

impl DestinationYaml {
    /// The section named, and whether it goes behind that.
    pub fn place(&self) -> Option<(&Spanned<String>, bool)> {
        match (&self.before, &self.after) {
            (Some(before), None) => Some((before, false)),
            (None, Some(after)) => Some((after, true)),
            _ => None,
        }
    }
}

/// One text for all languages, such as a body's name, or a text in each.
#[derive(Clone, Debug)]
pub enum Said {
    Plain(Spanned<String>),
    In(Texts),
}

impl Said {
    /// In a language, and the tag of the language that it is in, if that is known to be another.
    pub fn text(&self, tag: &str) -> (&str, Option<&str>) {
        match self {
            Said::Plain(text) => (&text.value, None),
            Said::In(texts) => match texts.get(tag) {
                Some(text) => (text, None),
                None => texts.entries.first().map_or(("", None), |(key, text)| (&text.value, Some(&key.text))),
            },
        }
    }

    pub fn texts(&self) -> Option<&Texts> {
        match self {
            Said::Plain(_) => None,
            Said::In(texts) => Some(texts),
        }
    }
}

impl Shape for Said {
    fn shape(definitions: &mut Definitions) -> serde_json::Value {
        serde_json::json!({ "anyOf": [String::shape(definitions), Texts::shape(definitions)] })
    }
}

impl Field for Said {
    fn decode(node: &Node, reader: &mut Reader) -> Option<Self> {
        match node.value {
            Value::Map(_) => Texts::decode(node, reader).map(Said::In),
            _ => Spanned::decode(node, reader).map(Said::Plain),
        }
    }
}

/// An amendment as its file says it.
#[derive(Clone, Debug)]
pub struct AmendmentFile {
    /// Below `content/`.
    pub path: Utf8PathBuf,
    pub source: Arc<Source>,
    pub yaml: AmendmentYaml,
    /// For each change, the texts that it proposes and those that were approved.
    pub proposed: Vec<[Vec<Proposed>; 2]>,
}

/// A proposed text in one language, understood by itself.
#[derive(Clone, Debug)]
pub struct Proposed {
    pub document: Document,
    pub written: Arc<Written>,
}

/// Whether a file below `content/` is an amendment.
pub fn is_amendment(below: &Utf8Path) -> bool {
    below.extension() == Some("yaml") && below.parent().is_some_and(|folder| folder.file_name() == Some(AMENDMENTS))
}

pub fn read(source: &Arc<Source>, book: &Book, languages: &[Language]) -> (Option<AmendmentFile>, Vec<Diagnostic>) {
    let tree = match node::yaml(source, 0..source.text.len()) {
        Ok(tree) => tree,
        Err(diagnostic) => return (None, vec![diagnostic]),
    };
    let mut reader = Reader::new(source);
    let Some(yaml) = AmendmentYaml::decode(&tree, &mut reader) else { return (None, reader.diagnostics) };
    let id = &yaml.id;
    if source.path.file_stem() != Some(&id.value)
        || !super::front::is_slug(&id.value)
        || RESERVED.contains(&id.value.as_str())
    {
        let name = source.path.file_name().unwrap_or_default();
        let found = Diagnostic::new(Code::MisnamedAmendment, reader.at(id.span)).with("id", id.value.as_str());
        let sound = source.path.file_stem().is_some_and(|name| super::front::is_slug(name) && !RESERVED.contains(&name));
        let proposal = source.path.file_stem().unwrap_or_default();
        let found = found.with("file", name).with("proposal", proposal);
        reader.push(if sound { found } else { found.hint("hint-file") });
    }
    check_languages(&yaml, book, &mut reader);
    let pending = yaml.is_pending();
    let mut proposed = Vec::with_capacity(yaml.changes.len());
    for change in &yaml.changes {
        let texts = [&change.value.text, &change.value.approved];
        proposed.push(texts.map(|texts| {
            let entries = texts.iter().flat_map(|texts| &texts.entries);
            let own = entries.filter_map(|(key, text)| Some((book.tags().position(|tag| tag == key.text)?, text)));
            own.map(|(language, text)| {
                let (proposed, mistakes) = understood(source, text, language, book, languages);
                // What was decided is history.
                reader.diagnostics.extend(mistakes.into_iter().filter(|_| pending));
                proposed
            })
            .collect()
        }));
    }
    let path = source.path.strip_prefix(CONTENT).unwrap_or(&source.path).to_owned();
    (Some(AmendmentFile { path, source: Arc::clone(source), yaml, proposed }), reader.diagnostics)
}

/// Texts may be in any of the publication's languages, and in no other.
fn check_languages(yaml: &AmendmentYaml, book: &Book, reader: &mut Reader) {
    let tags: Vec<&str> = book.tags().collect();
    let said = yaml.deliberations.iter().map(|own| Some(&own.value.body));
    let said = said.chain([yaml.proposer.as_ref().and_then(|own| own.name.as_ref())]);
    let said = said.chain([yaml.decision.as_ref().map(|own| &own.value.by)]);
    let said: Vec<&Texts> = said.flatten().filter_map(Said::texts).collect();
    let observations = yaml.decision.iter().filter_map(|own| own.value.observations.as_ref());
    let of_changes = yaml.changes.iter().flat_map(|own| [&own.value.base, &own.value.text, &own.value.approved]);
    for texts in yaml.rationale.iter().chain(said).chain(observations).chain(of_changes.flatten()) {
        reader.check_known_languages(texts, &tags, "publication");
    }
}

/// A proposed text as a document without front matter; its path is nobody's.
fn understood(
    source: &Arc<Source>,
    text: &Spanned<String>,
    language: usize,
    book: &Book,
    languages: &[Language],
) -> (Proposed, Vec<Diagnostic>) {
    let written = Written::new(source, text);
    let (document, mistakes) = passage(&written.text, language, book, languages);
    let mistakes = mistakes.into_iter().map(|found| written.moved(found)).collect();
    (Proposed { document, written: Arc::new(written) }, mistakes)
}
