//! Differences: what two texts that answer to each other do not both say.
//!
//! Takes: both texts as they were read. Gives: values, words of obligation and negation that one of them lacks, with their ranges. Must not
//! know where the texts stand or what is excused.
//!
//! A word of obligation or negation is sure where it can mean nothing else, and possible where it may. Two texts differ where no reading of
//! the one has as many as some reading of the other: “may” is either permission or chance, and «puede» answers to both.

use std::collections::BTreeMap;
use std::ops::Range;

use super::lexicon::{Kin, Lexicon, Topic};
use super::reading::{Reading, Said, Value, What};
use crate::diagnostics::Code;

/// Of one text no more than this are reported: a person mends a few and runs again.
const MOST_FOUND: usize = 50;
/// A message names no more words than this.
const MOST_WORDS: usize = 8;

/// One text, how it was read, and the lexicon that was used.
pub struct Heard<'t> {
    pub text: &'t str,
    pub reading: Reading,
    pub lexicon: &'t Lexicon,
}

/// Something that one text says and the other does not, or says otherwise.
#[derive(Debug)]
pub struct Difference {
    pub code: Code,
    pub here: Option<Range<usize>>,
    pub there: Option<Range<usize>>,
    /// As the two texts write it; empty where one has nothing.
    pub words: (String, String),
}

impl Difference {
    /// The id of a variant of the message.
    pub fn problem(&self) -> &'static str {
        match (self.here.is_some(), self.there.is_some()) {
            (true, true) => "differs",
            (false, _) => "missing",
            _ => "extra",
        }
    }
}

pub fn between(here: &Heard<'_>, there: &Heard<'_>) -> Vec<Difference> {
    let mut found = values(here, there);
    if here.reading.said.is_empty() && there.reading.said.is_empty() {
        return found;
    }
    let topics = |all: &[Topic]| -> Vec<Topic> {
        all.iter().copied().filter(|topic| here.lexicon.knows(*topic) && there.lexicon.knows(*topic)).collect()
    };
    let obligations = topics(&[Topic::Shall, Topic::Should, Topic::May]);
    found.extend(said(here, there, &obligations, Code::DifferentObligation));
    found.extend(said(here, there, &topics(&[Topic::Negation]), Code::DifferentNegation));
    found
}

/// How often a value stands in one text, surely and perhaps.
#[derive(Default, Clone, Copy)]
struct Count {
    sure: usize,
    perhaps: usize,
}

fn counted(values: &[Value]) -> BTreeMap<&What, Count> {
    let mut counts: BTreeMap<&What, Count> = BTreeMap::new();
    for value in values {
        let count = counts.entry(&value.what).or_default();
        *(if value.sure { &mut count.sure } else { &mut count.perhaps }) += 1;
    }
    counts
}

/// The values that have no counterpart.
fn lacking<'v>(own: &'v [Value], others: &BTreeMap<&What, Count>, lexicon: &Lexicon) -> Vec<&'v Value> {
    let mut left: BTreeMap<&What, usize> = others.iter().map(|(what, count)| (*what, count.sure + count.perhaps)).collect();
    let mut found = Vec::new();
    for value in own.iter().filter(|value| value.sure && lexicon.can_say(value)) {
        match left.get_mut(&value.what).filter(|left| **left > 0) {
            Some(left) => *left -= 1,
            None => found.push(value),
        }
    }
    found.truncate(MOST_FOUND);
    found
}

fn values(here: &Heard<'_>, there: &Heard<'_>) -> Vec<Difference> {
    let (own, others) = (&here.reading.values, &there.reading.values);
    if own.is_empty() && others.is_empty() {
        return Vec::new();
    }
    let mut ours = lacking(own, &counted(others), there.lexicon);
    let mut theirs = lacking(others, &counted(own), here.lexicon);
    theirs.retain(|value| match ours.iter().take(MOST_FOUND).position(|own| is_same_decade(&own.what, &value.what)) {
        Some(at) => {
            ours.remove(at);
            false
        }
        None => true,
    });
    let mut found: Vec<Difference> = Vec::new();
    let mut push = |here_at: Option<&Value>, there_at: Option<&Value>| {
        let (one, other) = (here_at.map(|value| value.shown.clone()), there_at.map(|value| value.shown.clone()));
        let words = |text: &str, range: &Option<Range<usize>>| range.clone().map_or(String::new(), |at| text[at].to_owned());
        let words = (words(here.text, &one), words(there.text, &other));
        // The parts of one day are one difference.
        if !found.iter().any(|known| known.here == one && known.there == other) {
            found.push(Difference { code: Code::DifferentNumbers, here: one, there: other, words });
        }
    };
    for value in theirs {
        let same_kind = |own: &&&Value| std::mem::discriminant(&own.what) == std::mem::discriminant(&value.what);
        match ours.iter().find(same_kind).copied() {
            Some(own) => {
                ours.retain(|other| !std::ptr::eq(*other, own));
                push(Some(own), Some(value));
            }
            None => push(None, Some(value)),
        }
    }
    ours.into_iter().for_each(|value| push(Some(value), None));
    found
}

/// “The 1970s” are «los años setenta».
fn is_same_decade(one: &What, other: &What) -> bool {
    let (What::Number(one), What::Number(other)) = (one, other) else { return false };
    let (short, long) = if one.len() < other.len() { (one, other) } else { (other, one) };
    short.len() == 2 && long.len() == 4 && short.ends_with('0') && long.ends_with(short.as_str())
}

/// Compares what is said of some topics, sentence by sentence where both texts have as many, otherwise as a whole.
fn said(here: &Heard<'_>, there: &Heard<'_>, topics: &[Topic], code: Code) -> Vec<Difference> {
    let (mut ours, mut theirs) = (here.reading.said.as_slice(), there.reading.said.as_slice());
    let mut found = Vec::new();
    if topics.is_empty() || ours.is_empty() && theirs.is_empty() {
        return found;
    }
    let by_sentence = here.reading.sentences == there.reading.sentences;
    let sentences = if by_sentence { here.reading.sentences } else { 0 };
    for sentence in 0..=sentences {
        // They come in the order of the text.
        let end = |said: &[Said]| {
            if by_sentence { said.partition_point(|said| said.sentence <= sentence) } else { said.len() }
        };
        let ((one, rest), (other, others)) = (ours.split_at(end(ours)), theirs.split_at(end(theirs)));
        (ours, theirs) = (rest, others);
        if found.len() == MOST_FOUND || topics.iter().all(|topic| agree(one, other, *topic)) {
            continue;
        }
        let unlike: Vec<Topic> = topics.iter().copied().filter(|topic| !agree(one, other, *topic)).collect();
        let differing = |said: &'_ [Said]| -> Vec<Said> {
            said.iter().filter(|said| said.sure && unlike.contains(&said.topic)).cloned().collect()
        };
        let (own, others) = (differing(one), differing(other));
        // The first that does not say what its counterpart says, in the order of the words; where one text has no more of them, its last.
        let nth = own.iter().zip(&others).take_while(|(own, other)| own.topic == other.topic).count();
        let (first, second) = (own.get(nth).or(own.last()), others.get(nth).or(others.last()));
        let words = |text: &str, said: &[Said]| {
            let sure = said.iter().filter(|said| said.sure && topics.contains(&said.topic));
            sure.map(|said| &text[said.range.clone()]).take(MOST_WORDS).collect::<Vec<_>>().join(", ")
        };
        found.push(Difference {
            code,
            here: first.map(|said| said.range.clone()),
            there: second.map(|said| said.range.clone()),
            words: (words(here.text, one), words(there.text, other)),
        });
    }
    found
}

/// Whether two texts can say as much of a topic: neither has more that is sure than the other has in all. What may say it answers to its
/// kin first: “not without” has lost something where «sin» is left alone.
fn agree(one: &[Said], other: &[Said], topic: Topic) -> bool {
    let count = |said: &[Said]| {
        let own = said.iter().filter(|own| own.topic == topic);
        own.fold((0, 0), |(sure, perhaps), own| if own.sure { (sure + 1, perhaps) } else { (sure, perhaps + 1) })
    };
    let ((sure, perhaps), (sure_there, perhaps_there)) = (count(one), count(other));
    let kin = |said: &[Said]| -> Vec<Kin> {
        let own = said.iter().filter(|own| own.topic == topic && !own.sure && own.kin != Kin::default());
        let mut kin: Vec<Kin> = own.map(|own| own.kin).collect();
        kin.sort_unstable();
        kin
    };
    let answered = if perhaps > 0 && perhaps_there > 0 { shared(&kin(one), &kin(other)) } else { 0 };
    sure <= sure_there + perhaps_there - answered && sure_there <= sure + perhaps - answered
}

/// How many of two sorted lists answer to each other.
fn shared(one: &[Kin], other: &[Kin]) -> usize {
    let (mut other, mut count) = (other, 0);
    for kin in one {
        other = &other[other.partition_point(|theirs| theirs < kin)..];
        if other.first() == Some(kin) {
            (other, count) = (&other[1..], count + 1);
        }
    }
    count
}
