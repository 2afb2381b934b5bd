//! Reading: what a text says that versions can be compared by.
//!
//! Takes: the words of a block, or a text of a YAML file, and its language's lexicon. Gives: a [`Reading`]: numbers, dates, amounts in one
//! form for all languages, words of obligation and negation, and how much of it is plainly in its own language. Must not know where the
//! text comes from or what it is compared with.

use std::collections::BTreeSet;
use std::ops::Range;

use super::letters::{SHORT, end_of_word, in_small_letters};
use super::lexicon::{Kin, Lexicon, Sense, Topic};
use super::numerals::{clock, digit, digits, roman, times};
use super::sums::Sum;

/// A value in one form for all languages. A day is its number, its month and its year: versions write them in any order.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum What {
    Number(String),
    Month(u8),
    /// In minutes.
    Time(u32),
    Percent,
    Currency([u8; 3]),
}

#[derive(Clone, Debug)]
pub struct Value {
    pub what: What,
    /// Whether it is a value beyond doubt; one that is not may stand for one of another version.
    pub sure: bool,
    /// Whether it is said by a word of the lexicon: a language without such words cannot answer to it.
    pub worded: bool,
    pub range: Range<usize>,
    /// With what belongs to it: the whole of a day.
    pub shown: Range<usize>,
}

/// A word that says something of a topic.
#[derive(Clone, Debug)]
pub struct Said {
    pub topic: Topic,
    pub sure: bool,
    pub kin: Kin,
    pub range: Range<usize>,
    pub sentence: u32,
}

#[derive(Debug, Default)]
pub struct Reading {
    pub values: Vec<Value>,
    pub said: Vec<Said>,
    pub words: u32,
    /// How many of the words are frequent in the language and not in others.
    pub common: u32,
    /// How many ends of sentences there are before the last.
    pub sentences: u32,
}

/// Reads a text; of what is `quiet` (in another language, code), in ranges that follow each other, only digits count.
pub fn read(text: &str, quiet: &[Range<usize>], lexicon: &Lexicon) -> Reading {
    let mut reader = Reader {
        text,
        quiet,
        lexicon,
        reading: Reading::default(),
        sum: None,
        century: None,
        clause: 0,
        after: None,
        folded: String::new(),
    };
    let mut at = 0;
    while let Some(&byte) = text.as_bytes().get(at) {
        at = match byte {
            b'a'..=b'z' | b'A'..=b'Z' => reader.word(at),
            b'0'..=b'9' => reader.number(at),
            b'.' | b'?' | b'!' => reader.end_of_sentence(at, 1),
            // What follows denies by itself again.
            b';' => {
                reader.after = None;
                at + 1
            }
            b',' | b':' | b'(' => {
                reader.clause += 1;
                at + 1
            }
            b'%' => reader.symbol(at, 1, What::Percent),
            b'$' => reader.symbol(at, 1, What::Currency(*b"USD")),
            0..0x80 => at + 1,
            _ => reader.beyond_ascii(at),
        };
    }
    reader.finish()
}

struct Reader<'t> {
    text: &'t str,
    quiet: &'t [Range<usize>],
    lexicon: &'t Lexicon,
    reading: Reading,
    /// The number that words are adding up to.
    sum: Option<Sum>,
    /// Where a word for a century ended.
    century: Option<usize>,
    /// How many marks there are before that part clauses.
    clause: u32,
    /// Where a word stood after which others may not deny.
    after: Option<After>,
    folded: String,
}

/// A word after which others may not deny.
#[derive(Clone, Copy)]
struct After {
    sentence: u32,
    clause: u32,
    /// Whether a word has agreed with it.
    answered: bool,
}

impl Reader<'_> {
    fn beyond_ascii(&mut self, at: usize) -> usize {
        let Some(character) = self.text[at..].chars().next() else { return at + 1 };
        let length = character.len_utf8();
        match character {
            '€' => self.symbol(at, length, What::Currency(*b"EUR")),
            '£' => self.symbol(at, length, What::Currency(*b"GBP")),
            '¥' => self.symbol(at, length, What::Currency(*b"JPY")),
            '٪' => self.symbol(at, length, What::Percent),
            '…' | '؟' | '。' => self.end_of_sentence(at, length),
            '—' | '–' | '،' => {
                self.clause += 1;
                at + length
            }
            _ if digit(character).is_some() => self.number(at),
            _ if character.is_alphabetic() => self.word(at),
            _ => at + length,
        }
    }

    fn symbol(&mut self, at: usize, length: usize, what: What) -> usize {
        self.push(what, true, at..at + length);
        at + length
    }

    fn push(&mut self, what: What, sure: bool, range: Range<usize>) {
        self.close_sum();
        self.reading.values.push(Value { what, sure, worded: false, shown: range.clone(), range });
    }

    fn end_of_sentence(&mut self, at: usize, length: usize) -> usize {
        let end = at + length;
        let rest = self.text[end..].trim_start_matches(['”', '»', '’', ')', ']', '"']);
        let next = rest.trim_start().chars().next();
        let begins = |next: char| !next.is_lowercase() && digit(next).is_none();
        if rest.starts_with(char::is_whitespace) && next.is_some_and(begins) {
            self.reading.sentences += 1;
        }
        end
    }

    /// Whether a place, after all that were asked about before, is quiet.
    fn is_quiet(&mut self, at: usize) -> bool {
        while let [first, rest @ ..] = self.quiet
            && first.end <= at
        {
            self.quiet = rest;
        }
        self.quiet.first().is_some_and(|first| first.start <= at)
    }

    fn word(&mut self, at: usize) -> usize {
        let rest = &self.text[at..];
        let (end, is_plain) = end_of_word(rest);
        let word = if is_plain { &rest[..end] } else { rest[..end].trim_end_matches(['’', '\'']) };
        let end = at + end;
        if self.is_quiet(at) {
            return end;
        }
        self.reading.words += 1;
        let range = at..at + word.len();
        let lexicon = self.lexicon;
        let first = word.as_bytes()[0].to_ascii_lowercase();
        let (entries, taken) = if is_plain && word.len() <= SHORT {
            lexicon.look_up_plain(rest, word.len())
        } else {
            lexicon.look_up(in_small_letters(word, &mut self.folded), &self.text[end..])
        };
        if entries.is_empty() {
            if first.is_ascii_lowercase() && word.as_bytes()[0] != first {
                self.roman(word, range);
            }
            return end;
        }
        let range = if taken > 0 { at..end + taken } else { range };
        for entry in entries {
            self.sense(entry.sense, range.clone());
        }
        end + taken
    }

    fn roman(&mut self, word: &str, range: Range<usize>) {
        let letters = word.bytes();
        if !letters.clone().all(|letter| matches!(letter, b'I' | b'V' | b'X' | b'L' | b'C' | b'D' | b'M')) {
            return;
        }
        let of_century = self.century.is_some_and(|end| self.text[end..range.start].trim().is_empty());
        // Other letters make abbreviations too.
        let plain = word.len() > 1 && letters.clone().all(|letter| matches!(letter, b'I' | b'V' | b'X'));
        if let Some(value) = roman(word) {
            self.push(What::Number(value.to_string()), of_century || plain, range);
        }
    }

    fn sense(&mut self, sense: Sense, range: Range<usize>) {
        let sentence = self.reading.sentences;
        match sense {
            Sense::Number { value, sure } => self.add(value, sure, range),
            Sense::Multiplier(factor) => self.multiply(factor, range),
            Sense::Join => {
                // What joins the parts of a number joins clauses too.
                self.clause += 1;
                if let Some(sum) = &mut self.sum
                    && is_gap(&self.text[sum.range.end..range.start])
                {
                    sum.reach = range.end;
                }
            }
            // Whether these are said of a number is seen when all is read.
            Sense::Month(month) => self.push(What::Month(month), false, range),
            Sense::Currency(code) => self.push(What::Currency(code), false, range),
            Sense::Percent => self.push(What::Percent, true, range),
            Sense::Century => self.century = Some(range.end),
            Sense::Said { topic, sure, kin } => self.said(topic, sure, kin, range),
            Sense::After => self.after = Some(After { sentence, clause: self.clause, answered: false }),
            Sense::Concord => match &mut self.after {
                // It says once more what was denied: «no lo sabe nadie».
                Some(after) if after.sentence == sentence && after.clause == self.clause && !after.answered => {
                    after.answered = true;
                }
                _ => self.further(range),
            },
            Sense::Further => self.further(range),
            Sense::Common => self.reading.common += 1,
        }
    }

    /// A word that denies by itself, and after another one may go on with it.
    fn further(&mut self, range: Range<usize>) {
        let sentence = self.reading.sentences;
        let goes_on = self.after.is_some_and(|after| after.sentence == sentence);
        self.said(Topic::Negation, !goes_on, Kin::default(), range);
        self.after = Some(After { sentence, clause: self.clause, answered: false });
    }

    fn said(&mut self, topic: Topic, sure: bool, kin: Kin, range: Range<usize>) {
        // “No. 25” counts and denies nothing.
        let abbreviated = self.text[range.end..].strip_prefix('.').map(str::trim_start);
        if abbreviated.is_some_and(|rest| rest.chars().next().and_then(digit).is_some()) {
            return;
        }
        let sentence = self.reading.sentences;
        self.reading.said.push(Said { topic, sure, kin, range, sentence });
    }

    fn add(&mut self, value: u128, sure: bool, range: Range<usize>) {
        if let Some(sum) = &mut self.sum
            && is_gap(&self.text[sum.reach..range.start])
            && sum.add(value, sure, &range)
        {
            return;
        }
        self.close_sum();
        self.sum = Some(Sum::of(value, sure, range));
    }

    fn multiply(&mut self, factor: u128, range: Range<usize>) {
        if let Some(sum) = &mut self.sum
            && is_gap(&self.text[sum.reach..range.start])
        {
            sum.multiply(factor, &range);
            return;
        }
        self.close_sum();
        if let Some(last) = self.reading.values.last_mut()
            && let What::Number(number) = &last.what
            && is_gap(&self.text[last.range.end..range.start])
            && let Some(product) = times(number, factor)
        {
            (last.what, last.worded) = (What::Number(product), true);
            (last.range.end, last.shown.end) = (range.end, range.end);
            return;
        }
        self.sum = Some(Sum::of_multiplier(factor, range));
    }

    fn close_sum(&mut self) {
        if let Some(sum) = self.sum.take() {
            let (what, sure, range) = (What::Number(sum.value().to_string()), sum.sure, sum.range);
            self.reading.values.push(Value { what, sure, worded: true, shown: range.clone(), range });
        }
    }

    fn number(&mut self, at: usize) -> usize {
        let read = digits(&self.text[at..]);
        let end = at + read.length;
        let parts = read.parts();
        let whole = at..end;
        let number = |text: &str| What::Number(digits(text).normal());
        let dotted = read.is_marked('.') && parts.len() == 3 && parts[2].len() == 4 && parts[1].len() <= 2;
        if let Some((time, length)) = clock(&read, &self.text[end..]) {
            self.push(What::Time(time), true, at..end + length);
            return end + length;
        }
        match parts.as_slice() {
            [year, month, day] if read.is_marked('-') => self.day(day, month, year, whole),
            [first, second, year] if dotted || (read.is_marked('/') && year.len() == 4) => {
                let (day, month) = if self.lexicon.month_first { (second, first) } else { (first, second) };
                self.day(day, month, year, whole);
            }
            parts
                if parts.len() > 1
                    && ['/', '-', ':'].iter().any(|mark| read.runs[1..].iter().any(|(own, _)| own == mark)) =>
            {
                parts.iter().for_each(|part| self.push(number(part), true, whole.clone()));
            }
            _ => {
                let before = &self.text[..at];
                let bare = before.strip_suffix('-').map(|before| before.chars().next_back());
                let negative =
                    before.ends_with('−') || bare.is_some_and(|last| last.is_none_or(|last| " (\u{a0}".contains(last)));
                let sign = if negative { "-" } else { "" };
                // “CO2” and “A4” are names.
                let named = before.ends_with(|last: char| last.is_alphabetic() || last == '_');
                self.push(What::Number(format!("{sign}{}", read.normal())), !named, whole);
            }
        }
        // “21st”, “3a”: the letters are the number's.
        let letters = self.text[end..].bytes().take_while(u8::is_ascii_alphabetic).count();
        if letters <= 3 { end + letters } else { end }
    }

    fn day(&mut self, day: &str, month: &str, year: &str, range: Range<usize>) {
        let number = |text: &str| What::Number(digits(text).normal());
        let month = month.parse().ok().filter(|month| (1..=12).contains(month)).map_or_else(|| number(month), What::Month);
        for what in [number(day), month, number(year)] {
            self.push(what, true, range.clone());
        }
    }

    fn finish(mut self) -> Reading {
        self.close_sum();
        let text = self.text;
        let values = &mut self.reading.values;
        let is_number = |value: &Value| matches!(value.what, What::Number(_));
        let said = &self.reading.said;
        let mut months = BTreeSet::new();
        for at in 0..values.len() {
            let depends = matches!(values[at].what, What::Month(_) | What::Currency(_)) && !values[at].sure;
            if !depends {
                continue;
            }
            let range = values[at].range.clone();
            let near = |one: usize, other: usize| text.get(one..other).is_some_and(|gap| gap.len() <= 5);
            let before = at > 0 && is_number(&values[at - 1]) && near(values[at - 1].range.end, range.start);
            let after = values.get(at + 1).is_some_and(|next| is_number(next) && near(range.end, next.range.start));
            let may_be_another = said.binary_search_by_key(&range.start, |said| said.range.start).is_ok();
            let capital = text[range.clone()].starts_with(char::is_uppercase);
            values[at].sure = (before || after) && (!may_be_another || capital);
            if !values[at].sure {
                continue;
            }
            months.insert(range.start);
            if matches!(values[at].what, What::Month(_)) {
                let first = if before { at - 1 } else { at };
                let last = if after { at + 1 } else { at };
                let shown = values[first].range.start..values[last].range.end;
                values[first..=last].iter_mut().for_each(|value| value.shown = shown.clone());
            }
        }
        if !months.is_empty() {
            self.reading.said.retain(|said| !months.contains(&said.range.start));
        }
        // A month or a currency by itself is a word: “may”, “pound”.
        values.retain(|value| value.sure || is_number(value));
        self.reading
    }
}

/// Whether there is nothing between two words of one number.
fn is_gap(between: &str) -> bool {
    between.len() <= 3 && between.chars().all(|character| character.is_whitespace() || matches!(character, '-' | '‐' | '‑'))
}
