//! Lexicons: the words of a language that parity has to understand.
//!
//! Takes: the lists `parity-…` of `locales/<tag>/parity.ftl` and the names of months from CLDR. Gives: a [`Lexicon`], which says what a
//! word at the head of a text means. A list that a language does not have is empty, and what it would tell is not compared. Must not
//! know any word of any language.

use std::cell::RefCell;
use std::collections::HashMap;

use super::reading::{Value, What};
use crate::locale::{Language, Messages};

/// What is said of a matter, and compared between versions.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Topic {
    Shall,
    Should,
    May,
    Negation,
}

impl Topic {
    pub const ALL: [Topic; 4] = [Topic::Shall, Topic::Should, Topic::May, Topic::Negation];

    /// The name in messages and in the keys of lists.
    pub fn name(self) -> &'static str {
        match self {
            Topic::Shall => "shall",
            Topic::Should => "should",
            Topic::May => "may",
            Topic::Negation => "negation",
        }
    }
}

/// What a word or a sequence of words means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sense {
    /// A number below those that multiply. What may be one and may be an ordinary word, as “one”, is not sure.
    Number {
        value: u128,
        sure: bool,
    },
    /// “hundred”, “million”: it multiplies the number before it.
    Multiplier(u128),
    /// What may stand between the parts of a number: “y”.
    Join,
    Month(u8),
    Percent,
    Currency([u8; 3]),
    /// “century”: a single Roman numeral beside it is one.
    Century,
    Said {
        topic: Topic,
        sure: bool,
    },
    /// It denies, unless it only agrees with a word before it: «antes que nadie» is “before anyone”.
    Concord,
    /// The words after which it does.
    After,
    /// Frequent in this language and not in others.
    Common,
}

#[derive(Debug)]
struct Entry {
    rest: Vec<Box<str>>,
    sense: Sense,
}

#[derive(Debug, Default)]
pub struct Lexicon {
    /// By the first word, those of most words first.
    entries: HashMap<Box<str>, Vec<Entry>>,
    /// By the first byte of a word, which lengths there are: most words need not be looked up.
    lengths: Vec<u64>,
    /// Whether months stand before days in dates of digits.
    pub month_first: bool,
    topics: Vec<Topic>,
    pub has_common: bool,
    has_numbers: bool,
    has_percent: bool,
    has_currencies: bool,
    /// All lists with their keys, as they were read.
    pub lists: String,
}

impl Lexicon {
    pub fn of(language: &Language, messages: &Messages, index: usize) -> Self {
        let mut lexicon = Lexicon { lengths: vec![0; 256], month_first: language.month_first(), ..Lexicon::default() };
        let read = RefCell::new(String::new());
        let list = |key: &str| -> Vec<String> {
            let listed = messages.fixed(index, key).unwrap_or_default().to_lowercase();
            read.borrow_mut().extend([key, " = ", &listed, "\n"]);
            listed.split(';').map(str::trim).filter(|word| !word.is_empty()).map(str::to_owned).collect()
        };
        for (key, sure) in [("parity-numbers", true), ("parity-numbers-perhaps", false)] {
            for (words, value) in list(key).iter().filter_map(|item| valued(item)) {
                lexicon.add(words, Sense::Number { value, sure });
            }
        }
        for (words, value) in list("parity-multipliers").iter().filter_map(|item| valued(item)) {
            lexicon.add(words, Sense::Multiplier(value));
        }
        for item in list("parity-currencies") {
            if let Some((words, code)) = item.rsplit_once(' ')
                && let Ok(code) = <[u8; 3]>::try_from(code.to_uppercase().as_bytes())
            {
                lexicon.add(words, Sense::Currency(code));
            }
        }
        let plain = [
            ("parity-number-joins", Sense::Join),
            ("parity-percent", Sense::Percent),
            ("parity-centuries", Sense::Century),
            ("parity-common-words", Sense::Common),
            ("parity-negation-concord", Sense::Concord),
            ("parity-negation-after", Sense::After),
        ];
        for (key, sense) in plain {
            list(key).iter().for_each(|words| lexicon.add(words, sense));
        }
        for (number, names) in (1..).zip(language.month_names()) {
            names.iter().for_each(|name| lexicon.add(name, Sense::Month(number)));
        }
        for topic in Topic::ALL {
            let (sure, perhaps) = (list(&format!("parity-{}", topic.name())), format!("parity-{}-perhaps", topic.name()));
            if !sure.is_empty() {
                lexicon.topics.push(topic);
            }
            sure.iter().for_each(|words| lexicon.add(words, Sense::Said { topic, sure: true }));
            list(&perhaps).iter().for_each(|words| lexicon.add(words, Sense::Said { topic, sure: false }));
        }
        let has = |key: &str| !list(key).is_empty();
        (lexicon.has_common, lexicon.has_numbers) = (has("parity-common-words"), has("parity-numbers"));
        (lexicon.has_percent, lexicon.has_currencies) = (has("parity-percent"), has("parity-currencies"));
        lexicon.lists = read.into_inner();
        lexicon.entries.values_mut().for_each(|entries| entries.sort_by_key(|entry| std::cmp::Reverse(entry.rest.len())));
        lexicon
    }

    fn add(&mut self, words: &str, sense: Sense) {
        let mut words = words.split_whitespace();
        let Some(first) = words.next() else { return };
        self.lengths[usize::from(first.as_bytes()[0])] |= 1 << first.len().min(63);
        let rest = words.map(Box::from).collect();
        self.entries.entry(first.into()).or_default().push(Entry { rest, sense });
    }

    /// Whether anything can be said of a topic in this language.
    pub fn knows(&self, topic: Topic) -> bool {
        self.topics.contains(&topic)
    }

    /// Whether a text in this language can be asked for a value: words of numbers, percentages and currencies have to be listed.
    pub fn can_say(&self, value: &Value) -> bool {
        match value.what {
            What::Percent => self.has_percent,
            What::Currency(_) => self.has_currencies,
            _ => !value.worded || self.has_numbers,
        }
    }

    /// Calls back with each sense of a word, in small letters, at the head of a text, and with how much of what follows it takes in:
    /// the longest sequence of words there is decides. Gives the length of what was taken beyond the word.
    pub fn look_up(&self, word: &str, after: &str, mut found: impl FnMut(Sense)) -> usize {
        let Some(first) = word.as_bytes().first() else { return 0 };
        if self.lengths[usize::from(*first)] & (1 << word.len().min(63)) == 0 {
            return 0;
        }
        let Some(entries) = self.entries.get(word) else { return 0 };
        let mut taken = None;
        for entry in entries {
            if taken.is_some_and(|(words, _)| words > entry.rest.len()) {
                break;
            }
            if let Some(length) = follows(&entry.rest, after) {
                taken = Some((entry.rest.len(), length));
                found(entry.sense);
            }
        }
        taken.map_or(0, |(_, length)| length)
    }
}

/// “twenty 20”: the words and the number.
fn valued(item: &str) -> Option<(&str, u128)> {
    let (words, value) = item.rsplit_once(' ')?;
    Some((words.trim(), value.parse().ok()?))
}

/// How long the text is in which some words follow each other at its head; none if it has others.
fn follows(words: &[Box<str>], text: &str) -> Option<usize> {
    let mut at = 0;
    for word in words {
        let space = text[at..].len() - text[at..].trim_start().len();
        at += space;
        let end = text[at..].find(|character: char| !is_letter(character)).map_or(text.len(), |end| at + end);
        if space == 0 || text[at..end].to_lowercase() != **word {
            return None;
        }
        at = end;
    }
    Some(at)
}

/// What words are made of; the apostrophe of “can’t” too.
pub fn is_letter(character: char) -> bool {
    character.is_alphabetic() || matches!(character, '\u{300}'..='\u{36f}' | '’' | '\'')
}
