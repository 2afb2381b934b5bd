//! A section as its readers see it: words in blocks, without the spelling of the markup.
//!
//! Gives: the type [`Text`], which depends on no file, arena or publication, so that two of them can be compared whatever trees they come
//! from; [`reading`](super::reading) makes them. In it is what a section's fingerprint covers, and nothing that cannot be seen: white
//! space is one space, letters are composed, a filled-in link counts by what it leads to. Must not know what it is compared with.

use std::sync::Arc;

use icu::normalizer::ComposingNormalizerBorrowed;
use similar::DiffableStr;

use crate::documents::arena::Alert;
use crate::locale::Direction;

/// One section in one language.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Text {
    pub id: String,
    /// 1 for a chapter's opening, 2 to 6 below it.
    pub level: u8,
    /// How the section is sorted, as ids; empty where sections are not.
    pub facets: String,
    pub title: Vec<Word>,
    pub elements: Vec<Element>,
    /// The bodies of notes, in the order in which the section first refers to them.
    pub notes: Vec<Vec<Element>>,
}

/// A block, in an arena: what is inside it follows it.
#[derive(Clone, Debug, PartialEq)]
pub struct Element {
    pub kind: Kind,
    /// The place after the last element inside.
    pub end: usize,
    /// Its own words, which come before what is inside.
    pub words: Vec<Word>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Kind {
    Paragraph,
    List {
        start: Option<u64>,
    },
    Item {
        task: Option<bool>,
    },
    Quote,
    Alert(Alert),
    /// Each line is a word.
    Code {
        language: String,
    },
    Table,
    Head,
    Row,
    Cell,
    /// Its words are its alternative text; the hash is that of its file.
    Figure {
        file: String,
    },
    Caption,
    Definitions,
    Term,
    Description,
    Rule,
    /// Raw HTML; its words are its source.
    Html,
}

/// A word, a space or a mark of punctuation, and how it is dressed.
#[derive(Clone, Debug)]
pub struct Word {
    pub what: What,
    pub dress: Dress,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum What {
    Text(Arc<str>),
    /// The text of a link that is filled in with its target's number and title.
    Reference(Arc<str>),
    /// A citation: what it cites, as its author typed it, and how that is shown.
    Cited(Arc<str>, Arc<str>),
    Break,
    /// A reference to a note: its place in [`Text::notes`].
    Note(usize),
}

/// What marks a word: equal dresses look the same.
#[derive(Clone, Debug, Default)]
pub struct Dress {
    pub emphasis: bool,
    pub strong: bool,
    pub strike: bool,
    pub code: bool,
    pub raised: bool,
    pub lowered: bool,
    /// What a link leads to: an address, or the id of a section after a `#`.
    pub link: Option<Arc<str>>,
    /// The language of a passage: heard, not seen, and so not compared.
    pub language: Option<(Arc<str>, Direction)>,
}

impl PartialEq for Dress {
    fn eq(&self, other: &Dress) -> bool {
        self.flags() == other.flags() && self.link == other.link
    }
}

impl Dress {
    /// What of it is seen, but for the link.
    pub fn flags(&self) -> [bool; 6] {
        [self.emphasis, self.strong, self.strike, self.code, self.raised, self.lowered]
    }
}

impl PartialEq for Word {
    fn eq(&self, other: &Word) -> bool {
        self.dress == other.dress && self.what.compared() == other.what.compared()
    }
}

impl What {
    /// Itself without what changes of itself: a reference shows its target's number and title, a citation what its style makes of it.
    pub fn compared(&self) -> What {
        match self {
            What::Reference(_) => What::Reference("".into()),
            What::Cited(cited, _) => What::Cited(Arc::clone(cited), "".into()),
            what => what.clone(),
        }
    }
}

impl Word {
    /// Whether it is one for readers: no space, no punctuation.
    pub fn is_word(&self) -> bool {
        match &self.what {
            What::Text(text) => text.chars().any(char::is_alphanumeric),
            What::Reference(_) | What::Cited(..) => true,
            What::Break | What::Note(_) => false,
        }
    }

    pub fn is_space(&self) -> bool {
        matches!(&self.what, What::Text(text) if text.chars().all(char::is_whitespace))
    }

    /// What it shows as plain text.
    pub fn shown(&self) -> &str {
        match &self.what {
            What::Text(text) | What::Reference(text) | What::Cited(_, text) => text,
            What::Break => "\n",
            What::Note(_) => "",
        }
    }
}

/// Words, spaces and punctuation by Unicode's word boundaries (UAX 29), each run of white space as one space.
pub fn words_of(text: &str, dress: &Dress) -> Vec<Word> {
    let normal = ComposingNormalizerBorrowed::new_nfc().normalize(text);
    let mut words: Vec<Word> = Vec::new();
    for word in normal.tokenize_unicode_words() {
        let space = word.chars().all(char::is_whitespace);
        if space && words.last().is_some_and(Word::is_space) {
            continue;
        }
        words.push(Word { what: What::Text(if space { " ".into() } else { word.into() }), dress: dress.clone() });
    }
    words
}
