//! `[legal]` of `book.toml`: the facts about the publication that its legal pages have to state.
//!
//! Takes: the table. Gives: [`Legal`], in which every fact is either known or named as a gap; or diagnostics. A fact that is forgotten
//! would be missing from the page unseen. Must not know which pages show them.

use crate::diagnostics::{Code, Diagnostic};
use crate::record::schema::{Definitions, Shape};
use crate::record::{Field, Node, Reader, Spanned, Texts, Value};
use crate::{record, words};

record! {
    /// `[legal]`.
    pub struct LegalToml {
        /// The body responsible for the content.
        pub responsible: Option<LegalText>,
        pub postal_address: Option<LegalText>,
        pub email: Option<LegalText>,
        /// Register and number under which the publisher is entered.
        pub registration: Option<LegalText>,
        /// Who runs the server.
        pub hosting: Option<LegalText>,
        /// Whom to ask about personal data.
        pub data_protection: Option<LegalText>,
        /// Whom to tell of a barrier.
        pub accessibility_contact: Option<LegalText>,
        /// The facts that are not known yet, by their keys.
        pub gaps: Vec<Spanned<Fact>>,
    }
}

words! {
    /// What a legal page states.
    pub enum Fact {
        Responsible = "responsible",
        PostalAddress = "postal_address",
        Email = "email",
        Registration = "registration",
        Hosting = "hosting",
        DataProtection = "data_protection",
        AccessibilityContact = "accessibility_contact",
    }
}

words! {
    /// The facts that concern one page.
    pub enum Concern {
        Publisher = "publisher",
        Privacy = "privacy",
        Accessibility = "accessibility",
    }
}

/// Whom and where an institution writes to that endorses an edition.
pub const SEND_TO: [Fact; 3] = [Fact::Responsible, Fact::PostalAddress, Fact::Email];

impl Concern {
    /// In the order in which the page states them.
    pub fn facts(self) -> &'static [Fact] {
        match self {
            Concern::Publisher => &[Fact::Responsible, Fact::PostalAddress, Fact::Email, Fact::Registration, Fact::Hosting],
            Concern::Privacy => &[Fact::Responsible, Fact::DataProtection, Fact::Hosting],
            Concern::Accessibility => &[Fact::AccessibilityContact],
        }
    }
}

/// A text that needs no translation, or one in each language.
#[derive(Clone, Debug)]
pub enum LegalText {
    Same(Spanned<String>),
    Each(Texts),
}

impl Shape for LegalText {
    fn shape(definitions: &mut Definitions) -> serde_json::Value {
        serde_json::json!({ "anyOf": [String::shape(definitions), Texts::shape(definitions)] })
    }
}

impl Field for LegalText {
    fn decode(node: &Node, reader: &mut Reader) -> Option<Self> {
        match node.value {
            Value::Map(_) => Texts::decode(node, reader).map(LegalText::Each),
            _ => Spanned::decode(node, reader).map(LegalText::Same),
        }
    }
}

impl LegalText {
    /// Each text in it.
    fn texts(&self) -> impl Iterator<Item = &Spanned<String>> {
        let (same, each) = match self {
            LegalText::Same(text) => (Some(text), &[][..]),
            LegalText::Each(texts) => (None, texts.entries.as_slice()),
        };
        same.into_iter().chain(each.iter().map(|(_, text)| text))
    }
}

/// The facts that are known; all others are gaps, and named as such.
#[derive(Clone, Debug)]
pub struct Legal {
    known: Vec<(Fact, LegalText)>,
}

impl Legal {
    /// What is known of a fact, in each language that it is said in.
    pub fn texts(&self, fact: Fact) -> impl Iterator<Item = &Spanned<String>> {
        self.known.iter().filter(move |(known, _)| *known == fact).flat_map(|(_, text)| text.texts())
    }

    /// The texts that differ from language to language, in one of them, with the names of their facts.
    pub fn translated<'l>(&'l self, tag: &'l str) -> impl Iterator<Item = (&'static str, &'l String)> {
        self.known.iter().filter_map(move |(fact, text)| match text {
            LegalText::Same(_) => None,
            LegalText::Each(texts) => Some((fact.word(), texts.get(tag)?)),
        })
    }

    /// The texts that differ from language to language.
    pub fn in_each_language(&self) -> impl Iterator<Item = &Texts> {
        self.known.iter().filter_map(|(_, text)| match text {
            LegalText::Same(_) => None,
            LegalText::Each(texts) => Some(texts),
        })
    }

    /// What is known of a fact in a language.
    pub fn text(&self, fact: Fact, tag: &str) -> Option<&str> {
        match &self.known.iter().find(|(known, _)| *known == fact)?.1 {
            LegalText::Same(text) => Some(&text.value),
            LegalText::Each(texts) => texts.get(tag).map(String::as_str),
        }
    }
}

/// Every fact is given or named in `gaps`, and never both.
pub fn checked(toml: Spanned<LegalToml>, tags: &[&str], reader: &mut Reader) -> Legal {
    let Spanned { value: toml, span } = toml;
    let given = [
        (Fact::Responsible, toml.responsible),
        (Fact::PostalAddress, toml.postal_address),
        (Fact::Email, toml.email),
        (Fact::Registration, toml.registration),
        (Fact::Hosting, toml.hosting),
        (Fact::DataProtection, toml.data_protection),
        (Fact::AccessibilityContact, toml.accessibility_contact),
    ];
    let mut forgotten = Vec::new();
    let mut known = Vec::new();
    for (fact, text) in given {
        let gap = toml.gaps.iter().find(|gap| gap.value == fact);
        match (text, gap) {
            (None, None) => forgotten.push(fact.word()),
            (None, Some(_)) => {}
            (Some(_), Some(gap)) => {
                let diagnostic = Diagnostic::new(Code::ContradictoryFact, reader.at(gap.span));
                reader.push(diagnostic.with("fact", fact.word()));
            }
            (Some(text), None) => {
                if let LegalText::Each(texts) = &text {
                    reader.check_languages(texts, tags, "publication");
                }
                for empty in text.texts().filter(|text| text.value.trim().is_empty()) {
                    reader.malformed("", "hint-fact", empty.span);
                }
                known.push((fact, text));
            }
        }
    }
    if !forgotten.is_empty() {
        let quoted: Vec<String> = forgotten.iter().map(|fact| format!("\"{fact}\"")).collect();
        let diagnostic = Diagnostic::new(Code::MissingFact, reader.at(span)).with("problem", "some");
        reader.push(diagnostic.with("facts", forgotten.join(", ")).with("quoted", quoted.join(", ")));
    }
    Legal { known }
}
