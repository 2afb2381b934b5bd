//! Lexicons: the words of a language that parity has to understand.
//!
//! Takes: the lists `parity-…` of `locales/<tag>/parity.ftl` and the names of months from CLDR. Gives: a [`Lexicon`], which says what a
//! word at the head of a text means. A list that a language does not have is empty, and what it would tell is not compared. Must not
//! know any word of any language.

use std::cell::RefCell;
use std::cmp::Reverse;
use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};
use std::ops::Range;

use super::letters::{SHORT, end_of_word, follows, may_follow, packed};
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
        kin: Kin,
    },
    /// It denies, unless it only agrees with a word before it in its clause: «antes que nadie» is “before anyone”.
    Concord,
    /// It denies, unless it may only go on with what a word before it in its sentence denies: “not sold, nor lent”.
    Further,
    /// The words after which they do.
    After,
    /// Frequent in this language and not in others.
    Common,
}

/// What words that may say something have in common with those of other languages that answer to them before others do: “without” and
/// «sin». The first eight letters of a sign that their lists give them; none where there are none.
pub type Kin = [u8; 8];

#[derive(Debug)]
pub struct Entry {
    first: Box<str>,
    rest: Vec<Box<str>>,
    pub sense: Sense,
}

/// FNV-1a: words are short, and come from lists that an author wrote.
#[derive(Debug)]
struct Fnv(u64);

impl Default for Fnv {
    fn default() -> Self {
        Fnv(0xcbf2_9ce4_8422_2325)
    }
}

impl Hasher for Fnv {
    fn write(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.0 = (self.0 ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3);
        }
    }

    fn finish(&self) -> u64 {
        self.0
    }
}

#[derive(Debug, Default)]
pub struct Lexicon {
    /// Those that begin with one word side by side, of these those of most words first.
    entries: Vec<Entry>,
    /// By the first word, its entries.
    by_first: HashMap<Box<str>, Range<usize>, BuildHasherDefault<Fnv>>,
    /// By the first byte of a word, which lengths there are: most words need not be looked up.
    lengths: Vec<u64>,
    plain: Plain,
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

/// The short words of ASCII letters, which most are, by their first letter and their length: few have both in common.
#[derive(Debug, Default)]
struct Plain {
    /// Where the words of each letter and length begin in the other lists, and where they end.
    starts: Vec<usize>,
    words: Vec<u128>,
    /// Of each word, its entries.
    entries: Vec<Range<usize>>,
}

impl Plain {
    fn of(mut listed: Vec<(&str, Range<usize>)>) -> Self {
        listed.retain(|(word, _)| end_of_word(word) == (word.len(), true) && (1..=SHORT).contains(&word.len()));
        let place = |word: &str| Self::place(word.as_bytes()[0], word.len());
        listed.sort_by_key(|(word, _)| place(word));
        let places = 0..=Self::place(b'z', SHORT) + 1;
        let starts = places.map(|own| listed.partition_point(|(word, _)| place(word) < own)).collect();
        let words = listed.iter().map(|(word, _)| packed(word, word.len())).collect();
        Plain { starts, words, entries: listed.into_iter().map(|(_, entries)| entries).collect() }
    }

    fn place(first: u8, length: usize) -> usize {
        usize::from(first.to_ascii_lowercase() - b'a') * SHORT + length - 1
    }

    fn entries(&self, first: u8, length: usize, word: u128) -> Option<Range<usize>> {
        let place = Self::place(first, length);
        let of_place = self.starts[place]..self.starts[place + 1];
        let at = of_place.start + self.words[of_place].iter().position(|own| *own == word)?;
        Some(self.entries[at].clone())
    }
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
            ("parity-negation-further", Sense::Further),
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
            for (items, sure) in [(sure, true), (list(&perhaps), false)] {
                for (words, kin) in items.iter().map(|item| signed(item)) {
                    lexicon.add(words, Sense::Said { topic, sure, kin });
                }
            }
        }
        let has = |key: &str| !list(key).is_empty();
        (lexicon.has_common, lexicon.has_numbers) = (has("parity-common-words"), has("parity-numbers"));
        (lexicon.has_percent, lexicon.has_currencies) = (has("parity-percent"), has("parity-currencies"));
        lexicon.lists = read.into_inner();
        lexicon.index();
        lexicon
    }

    fn add(&mut self, words: &str, sense: Sense) {
        let mut words = words.split_whitespace().map(Box::from);
        let Some(first) = words.next() else { return };
        self.entries.push(Entry { first, rest: words.collect(), sense });
    }

    /// Of entries of the same words, the order in which they were added stays.
    fn index(&mut self) {
        let key = |own: &Entry| (own.first.clone(), Reverse(own.rest.len()), own.rest.clone());
        self.entries.sort_by_cached_key(key);
        let mut start = 0;
        for same in self.entries.chunk_by(|one, other| one.first == other.first) {
            let first = &same[0].first;
            self.lengths[usize::from(first.as_bytes()[0])] |= 1 << first.len().min(63);
            self.by_first.insert(first.clone(), start..start + same.len());
            start += same.len();
        }
        self.plain = Plain::of(self.by_first.iter().map(|(word, entries)| (&**word, entries.clone())).collect());
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

    /// Whether a word that begins with this byte, of this length, may be listed; of small letters.
    pub fn may_have(&self, first: u8, length: usize) -> bool {
        self.lengths[usize::from(first)] & (1 << length.min(63)) != 0
    }

    /// The entries of a word, in small letters, at the head of a text, and how much of what follows it they take in: those of the longest
    /// sequence of words there is.
    pub fn look_up(&self, word: &str, after: &str) -> (&[Entry], usize) {
        let listed = word.as_bytes().first().is_some_and(|first| self.may_have(*first, word.len()));
        let entries = self.by_first.get(word).filter(|_| listed);
        entries.map_or((&[], 0), |entries| self.longest(entries.clone(), after))
    }

    /// The same of a short plain word, letters of any size, that is the head of a text.
    pub fn look_up_plain(&self, text: &str, length: usize) -> (&[Entry], usize) {
        let entries = self.plain.entries(text.as_bytes()[0], length, packed(text, length));
        entries.map_or((&[], 0), |entries| self.longest(entries, &text[length..]))
    }

    /// Of entries that begin with one word, those of the longest sequence of words that a text has.
    fn longest(&self, entries: Range<usize>, after: &str) -> (&[Entry], usize) {
        let entries = &self.entries[entries];
        // Those of most words stand first.
        if entries.first().is_some_and(|first| first.rest.is_empty()) {
            return (entries, 0);
        }
        for same in entries.chunk_by(|one, other| one.rest == other.rest) {
            if may_follow(&same[0].rest, after)
                && let Some(length) = follows(&same[0].rest, after)
            {
                return (same, length);
            }
        }
        (&[], 0)
    }
}

/// “without /without”: the words and their sign.
fn signed(item: &str) -> (&str, Kin) {
    let Some((words, sign)) = item.split_once('/') else { return (item, Kin::default()) };
    let mut kin = Kin::default();
    kin.iter_mut().zip(sign.trim().bytes()).for_each(|(own, byte)| *own = byte);
    (words.trim(), kin)
}

/// “twenty 20”: the words and the number.
fn valued(item: &str) -> Option<(&str, u128)> {
    let (words, value) = item.rsplit_once(' ')?;
    Some((words.trim(), value.parse().ok()?))
}
