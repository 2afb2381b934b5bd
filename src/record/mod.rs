//! Records: the typed form of `book.toml`, `work.yaml` and front matter.
//!
//! Takes: a [`Node`] read from TOML or YAML. Gives: values of the types that [`record!`] and [`words!`] declare, and a diagnostic
//! for every unknown key, missing key and wrong value, not only the first. Why not serde's derive alone: it stops at the first
//! mistake, loses the places of keys, and cannot name the key that was meant. Must not know any particular record.

pub mod node;
pub mod scalar;
pub mod schema;
mod severity;

use std::sync::Arc;

use crate::characters;
use crate::diagnostics::{Code, Diagnostic, Place, Source, Span, nearest};
pub use node::{Key, Node, Value};
pub use severity::SeverityYaml;

/// Decodes nodes of one source file and collects what is wrong with them.
pub struct Reader {
    pub source: Arc<Source>,
    pub diagnostics: Vec<Diagnostic>,
}

impl Reader {
    pub fn new(source: &Arc<Source>) -> Self {
        Reader { source: Arc::clone(source), diagnostics: Vec::new() }
    }

    pub fn push(&mut self, diagnostic: Diagnostic) {
        self.diagnostics.push(diagnostic);
    }

    pub fn at(&self, span: Span) -> Place {
        Place::new(&self.source, span)
    }

    /// The hint that writes keys and values as the file does.
    fn notation(&self, yaml: &'static str, toml: &'static str) -> &'static str {
        if self.source.path.extension() == Some("toml") { toml } else { yaml }
    }

    /// The entries of a map whose keys must be among `known`.
    pub fn entries<'n>(&mut self, node: &'n Node, known: &[&str]) -> Option<Entries<'n>> {
        let entries = match &node.value {
            Value::Map(entries) => entries.as_slice(),
            Value::Nothing => &[],
            _ => {
                self.wrong_type(node, "map");
                return None;
            }
        };
        let mut meant = Vec::new();
        for (key, _) in entries {
            if !known.contains(&key.text.as_str()) {
                meant.extend(nearest(&key.text, known.iter().copied()).map(str::to_owned));
                let diagnostic = Diagnostic::new(Code::UnknownKey, self.at(key.span)).with("key", key.text.as_str());
                self.push(diagnostic.nearest(&key.text, known.iter().copied()));
            }
        }
        Some(Entries { entries, span: node.span, meant })
    }

    /// `wanted` is the id of a variant in the message: text, list, map, truth, whole, date.
    pub fn wrong_type(&mut self, node: &Node, wanted: &'static str) {
        let found = match node.value {
            Value::Nothing => "nothing",
            Value::Truth(_) => "truth",
            Value::Number(_) => "number",
            Value::Text(_) => "text",
            Value::List(_) => "list",
            Value::Map(_) => "map",
        };
        let diagnostic = Diagnostic::new(Code::WrongType, self.at(node.span));
        self.push(diagnostic.with("wanted", wanted).with("found", found));
    }
}

/// The entries of one map.
pub struct Entries<'n> {
    entries: &'n [(Key, Node)],
    span: Span,
    /// The keys that mistyped ones are near to: reported with those, they are not missing as well.
    meant: Vec<String>,
}

impl Entries<'_> {
    /// The value of a key, decoded; none if it is missing and may not be, or is wrong (both reported).
    pub fn field<T: Field>(&self, name: &'static str, reader: &mut Reader) -> Option<T> {
        match self.entries.iter().find(|(key, _)| key.text == name) {
            Some((_, node)) => T::decode(node, reader),
            None => {
                let absent = T::absent();
                if absent.is_none() && !self.meant.iter().any(|meant| meant == name) {
                    // Where the map begins: there is nothing of the key itself to point at.
                    let start = Span { start: self.span.start, end: self.span.start };
                    let diagnostic = Diagnostic::new(Code::MissingKey, reader.at(start));
                    reader.push(diagnostic.with("key", name).hint(reader.notation("hint", "hint-toml")));
                }
                absent
            }
        }
    }
}

/// A type that a [`Node`] can be decoded to.
pub trait Field: schema::Shape + Sized {
    /// None after at least one diagnostic.
    fn decode(node: &Node, reader: &mut Reader) -> Option<Self>;

    /// What stands for a key that is not there; none if it must be there.
    fn absent() -> Option<Self> {
        None
    }
}

/// A value and its place in the source.
#[derive(Clone, Debug, PartialEq)]
pub struct Spanned<T> {
    pub value: T,
    pub span: Span,
}

impl<T: Field> Field for Spanned<T> {
    fn decode(node: &Node, reader: &mut Reader) -> Option<Self> {
        T::decode(node, reader).map(|value| Spanned { value, span: node.span })
    }
}

impl<T: Field> Field for Option<T> {
    fn decode(node: &Node, reader: &mut Reader) -> Option<Self> {
        match node.value {
            Value::Nothing => Some(None),
            _ => T::decode(node, reader).map(Some),
        }
    }
    fn absent() -> Option<Self> {
        Some(None)
    }
}

impl<T: Field> Field for Vec<T> {
    fn decode(node: &Node, reader: &mut Reader) -> Option<Self> {
        let Value::List(items) = &node.value else {
            reader.wrong_type(node, "list");
            return None;
        };
        // All items are decoded before one of them makes the list fail: their mistakes come together.
        let decoded: Vec<Option<T>> = items.iter().map(|item| T::decode(item, reader)).collect();
        decoded.into_iter().collect()
    }
    fn absent() -> Option<Self> {
        Some(Vec::new())
    }
}

impl Field for String {
    fn decode(node: &Node, reader: &mut Reader) -> Option<Self> {
        match &node.value {
            Value::Text(text) => {
                reader.diagnostics.extend(characters::in_value(text, &reader.source, node.span));
                Some(text.trim_end().to_owned())
            }
            _ => {
                reader.wrong_type(node, "text");
                None
            }
        }
    }
}

impl Field for bool {
    fn decode(node: &Node, reader: &mut Reader) -> Option<Self> {
        match node.value {
            Value::Truth(truth) => Some(truth),
            _ => {
                reader.wrong_type(node, "truth");
                None
            }
        }
    }
}

impl Field for u16 {
    fn decode(node: &Node, reader: &mut Reader) -> Option<Self> {
        let number = match &node.value {
            Value::Number(number) => number.parse().ok(),
            _ => None,
        };
        if number.is_none() {
            reader.wrong_type(node, "whole");
        }
        number
    }
}

impl Field for jiff::civil::Date {
    fn decode(node: &Node, reader: &mut Reader) -> Option<Self> {
        let date = match &node.value {
            // Only the form that sorts as text; jiff alone would take others.
            Value::Text(text) if text.len() == 10 => text.parse().ok(),
            _ => None,
        };
        if date.is_none() {
            reader.wrong_type(node, "date");
        }
        date
    }
}

/// The number of an edition, such as `"1.0"`: text, because a bare `1.10` would be the number 1.1.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EditionNumber(pub String);

impl Field for EditionNumber {
    fn decode(node: &Node, reader: &mut Reader) -> Option<Self> {
        match &node.value {
            Value::Text(text) => {
                let well_formed = !text.is_empty()
                    && text.split('.').all(|part| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit()));
                if !well_formed {
                    reader.malformed(text, "hint-edition", node.span);
                    return None;
                }
                Some(EditionNumber(text.clone()))
            }
            Value::Number(number) => {
                let diagnostic = Diagnostic::new(Code::UnquotedNumber, reader.at(node.span));
                reader.push(diagnostic.with("number", number.as_str()));
                None
            }
            _ => {
                reader.wrong_type(node, "text");
                None
            }
        }
    }
}

/// One text per language, in the order of the file. Whether the languages are the publication's is checked by who knows it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ByLanguage<T> {
    pub span: Span,
    pub entries: Vec<(Key, Spanned<T>)>,
}

/// A text in every language.
pub type Texts = ByLanguage<String>;

impl<T> ByLanguage<T> {
    pub fn get(&self, language: &str) -> Option<&T> {
        self.entries.iter().find(|(key, _)| key.text == language).map(|(_, text)| &text.value)
    }
}

impl<T: Field> Field for ByLanguage<T> {
    fn decode(node: &Node, reader: &mut Reader) -> Option<Self> {
        let Value::Map(map) = &node.value else {
            reader.wrong_type(node, "languages");
            return None;
        };
        let decoded: Vec<Option<_>> =
            map.iter().map(|(key, value)| Some((key.clone(), Spanned::<T>::decode(value, reader)?))).collect();
        let entries: Option<Vec<_>> = decoded.into_iter().collect();
        Some(ByLanguage { span: node.span, entries: entries? })
    }
}

/// The key of a field: what Rust keeps for itself, such as `type`, is written with a mark there.
pub fn key(field: &'static str) -> &'static str {
    field.strip_prefix("r#").unwrap_or(field)
}

/// Declares a record: a struct whose fields are the keys, in one place with their documentation.
#[macro_export]
macro_rules! record {
    ($(#[doc = $doc:expr])* $vis:vis struct $name:ident {
        $($(#[doc = $field_doc:expr])* $field_vis:vis $field:ident: $type:ty),* $(,)?
    }) => {
        $(#[doc = $doc])*
        #[derive(Clone, Debug)]
        $vis struct $name { $($(#[doc = $field_doc])* $field_vis $field: $type),* }

        impl $crate::record::schema::Shape for $name {
            fn shape(definitions: &mut $crate::record::schema::Definitions) -> serde_json::Value {
                let name = concat!(module_path!(), "::", stringify!($name));
                $crate::record::schema::named(name, definitions, |definitions| {
                    let keys = vec![$({
                        let required = <$type as $crate::record::Field>::absent().is_none();
                        let shape = <$type as $crate::record::schema::Shape>::shape(definitions);
                        ($crate::record::key(stringify!($field)), &[$($field_doc),*] as &[&str], required, shape)
                    }),*];
                    $crate::record::schema::record(&[$($doc),*], keys)
                })
            }
        }

        impl $crate::record::Field for $name {
            fn decode(node: &$crate::record::Node, reader: &mut $crate::record::Reader) -> Option<Self> {
                let entries = reader.entries(node, &[$($crate::record::key(stringify!($field))),*])?;
                $(let $field = entries.field::<$type>($crate::record::key(stringify!($field)), reader);)*
                Some($name { $($field: $field?),* })
            }
        }
    };
}

/// Declares an enum whose variants are words of a source file.
#[macro_export]
macro_rules! words {
    ($(#[doc = $doc:expr])* $vis:vis enum $name:ident {
        $($(#[doc = $variant_doc:expr])* $variant:ident = $word:literal),* $(,)?
    }) => {
        $(#[doc = $doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        $vis enum $name { $($(#[doc = $variant_doc])* $variant),* }

        impl $crate::record::schema::Shape for $name {
            fn shape(definitions: &mut $crate::record::schema::Definitions) -> serde_json::Value {
                let name = concat!(module_path!(), "::", stringify!($name));
                $crate::record::schema::named(name, definitions, |_| {
                    $crate::record::schema::words(&[$($doc),*], &[$(($word, &[$($variant_doc),*] as &[&str])),*])
                })
            }
        }

        impl $name {
            pub const WORDS: &'static [&'static str] = &[$($word),*];

            /// The word in source files, and the variant's name in Fluent messages.
            pub fn word(self) -> &'static str {
                match self { $($name::$variant => $word),* }
            }
        }

        impl $crate::record::Field for $name {
            fn decode(node: &$crate::record::Node, reader: &mut $crate::record::Reader) -> Option<Self> {
                let text = <String as $crate::record::Field>::decode(node, reader)?;
                match text.as_str() {
                    $($word => return Some($name::$variant),)*
                    _ => reader.unknown_word(&text, Self::WORDS, node.span),
                }
                None
            }
        }
    };
}

impl Reader {
    /// Reports a value of the right type and the wrong form; `hint` says what form it takes.
    pub fn malformed(&mut self, value: &str, hint: &'static str, span: Span) {
        let diagnostic = Diagnostic::new(Code::MalformedValue, Place::new(&self.source, span));
        self.diagnostics.push(diagnostic.with("value", value).hint(hint));
    }

    /// Each text must be there in each of these languages and in no other.
    /// `of` says whose languages they are: publication, work.
    pub fn check_languages<T>(&mut self, texts: &ByLanguage<T>, tags: &[&str], of: &'static str) {
        self.check_known_languages(texts, tags, of);
        for tag in tags {
            if texts.get(tag).is_none() {
                let diagnostic = Diagnostic::new(Code::MissingText, Place::new(&self.source, texts.span));
                self.diagnostics.push(diagnostic.with("language", *tag).hint(self.notation("hint", "hint-toml")));
            }
        }
    }

    pub fn check_known_languages<T>(&mut self, texts: &ByLanguage<T>, tags: &[&str], of: &'static str) {
        for (key, _) in texts.entries.iter().filter(|(key, _)| !tags.contains(&key.text.as_str())) {
            let diagnostic = Diagnostic::new(Code::UnknownLanguage, self.at(key.span));
            let diagnostic = diagnostic.with("language", key.text.as_str()).with("of", of);
            self.push(diagnostic.with("known", tags.join(", ")).hint(if of == "work" { "hint-work" } else { "hint" }));
        }
    }

    /// Reports a word that is none of those a key takes.
    pub fn unknown_word(&mut self, word: &str, known: &[&str], span: Span) {
        let diagnostic = Diagnostic::new(Code::UnknownValue, self.at(span)).with("value", word);
        self.push(diagnostic.nearest(word, known.iter().copied()));
    }
}
