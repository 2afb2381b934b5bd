//! Numerals: what a number of digits or of Roman letters says, whatever the language that writes it.
//!
//! Takes: a text at a digit. Gives: the number in one form for all ways to write it. Marks between digits are read by their places, not by
//! the language: groups of three after any mark are thousands, so that “10,000”, “10 000” and “10.000” are one number in all versions,
//! and a shorter group after a single mark is a fraction. Read so, two versions can only differ where their digits do. Must not know words.

/// A number of digits at the head of a text.
#[derive(Debug, PartialEq, Eq)]
pub struct Digits {
    /// The length of what was read.
    pub length: usize,
    /// Each run of digits, as ASCII, with the mark before it.
    pub runs: Vec<(char, String)>,
}

/// The value of a digit in any script (Unicode, general category Nd).
pub fn digit(character: char) -> Option<u32> {
    const ZEROS: [char; 17] = [
        '\u{660}', '\u{6f0}', '\u{7c0}', '\u{966}', '\u{9e6}', '\u{a66}', '\u{ae6}', '\u{b66}', '\u{be6}', '\u{c66}',
        '\u{ce6}', '\u{d66}', '\u{e50}', '\u{ed0}', '\u{f20}', '\u{1040}', '\u{ff10}',
    ];
    if character.is_ascii() {
        return character.to_digit(10);
    }
    let zero = ZEROS.into_iter().rev().find(|zero| *zero <= character)?;
    Some(character as u32 - zero as u32).filter(|value| *value < 10)
}

/// Reads a number whose first character is a digit.
pub fn digits(text: &str) -> Digits {
    let (length, first) = run(text);
    let mut read = Digits { length, runs: vec![('\0', first)] };
    while let Some(mark) = text[read.length..].chars().next() {
        let (next, following) = run(&text[read.length + mark.len_utf8()..]);
        let (_, last) = &read.runs[read.runs.len() - 1];
        let of_three = following.len() == 3 && last.len() <= 3 && (read.runs.len() == 1 || last.len() == 3);
        let goes_on = match mark {
            ',' | '.' | '٫' | '٬' => next > 0,
            ' ' | '\u{a0}' | '\u{2009}' | '\u{202f}' | '\'' | '’' => of_three,
            ':' | '/' | '-' => next > 0 && is_date_or_time(&read.runs, mark, &following),
            _ => false,
        };
        if !goes_on {
            break;
        }
        read.length += mark.len_utf8() + next;
        read.runs.push((mark, following));
    }
    read
}

/// A run of digits: its length in the text, and the same as ASCII.
fn run(text: &str) -> (usize, String) {
    let mut ascii = String::new();
    let mut length = 0;
    for character in text.chars() {
        let Some(value) = digit(character) else { break };
        ascii.extend(char::from_digit(value, 10));
        length += character.len_utf8();
    }
    (length, ascii)
}

/// Whether a run goes on as a date of digits or as a time: “2011-10-22”, “22/10/2011”, “10:30”.
fn is_date_or_time(runs: &[(char, String)], mark: char, following: &str) -> bool {
    let lengths: Vec<usize> = runs.iter().map(|(_, run)| run.len()).collect();
    match (mark, lengths.as_slice(), following.len()) {
        (':', [1 | 2], 2) | ('-', [4] | [4, 2], 2) => runs.iter().skip(1).all(|(own, _)| *own == mark),
        ('/', [1 | 2], 1 | 2) => true,
        ('/', [1 | 2, 1 | 2], 4) => runs[1].0 == '/',
        _ => false,
    }
}

impl Digits {
    /// The runs without their marks.
    pub fn parts(&self) -> Vec<&str> {
        self.runs.iter().map(|(_, run)| run.as_str()).collect()
    }

    /// Whether all marks are this one.
    pub fn is_marked(&self, mark: char) -> bool {
        self.runs.len() > 1 && self.runs[1..].iter().all(|(own, _)| *own == mark)
    }

    /// The number in one form: no marks between thousands, a point before a fraction, no leading zeros.
    pub fn normal(&self) -> String {
        let trimmed = |run: &str| match run.trim_start_matches('0') {
            "" => "0".to_owned(),
            rest => rest.to_owned(),
        };
        let (_, first) = &self.runs[0];
        let rest = &self.runs[1..];
        let grouped = |runs: &[(char, String)]| {
            let same = runs.windows(2).all(|pair| pair[0].0 == pair[1].0);
            same && runs.iter().all(|(_, run)| run.len() == 3) && first.len() <= 3 && !first.starts_with('0')
        };
        let joined = |runs: &[(char, String)]| runs.iter().fold(first.clone(), |number, (_, run)| number + run);
        match rest {
            [] => trimmed(first),
            all if grouped(all) => joined(all),
            [groups @ .., (_, fraction)] if grouped(groups) => format!("{}.{fraction}", trimmed(&joined(groups))),
            // A number of parts, as of a section: 3.2.1.
            parts => parts.iter().fold(trimmed(first), |number, (_, run)| number + "." + &trimmed(run)),
        }
    }
}

/// A number times a power of ten: `2.5` and a million are `2500000`.
pub fn times(normal: &str, factor: u128) -> Option<String> {
    let (whole, fraction) = normal.split_once('.').unwrap_or((normal, ""));
    let scale = 10u128.checked_pow(u32::try_from(fraction.len()).ok()?)?;
    let product = format!("{whole}{fraction}").parse::<u128>().ok()?.checked_mul(factor)?;
    (product % scale == 0).then(|| (product / scale).to_string())
}

/// The value of a Roman numeral in capitals, written as it should be.
pub fn roman(word: &str) -> Option<u32> {
    const SIGNS: [(&str, u32); 13] = [
        ("M", 1000),
        ("CM", 900),
        ("D", 500),
        ("CD", 400),
        ("C", 100),
        ("XC", 90),
        ("L", 50),
        ("XL", 40),
        ("X", 10),
        ("IX", 9),
        ("V", 5),
        ("IV", 4),
        ("I", 1),
    ];
    if word.len() > 12 {
        return None;
    }
    let (mut rest, mut value, mut written) = (word, 0, String::new());
    for (sign, worth) in SIGNS {
        while let Some(after) = rest.strip_prefix(sign) {
            (rest, value) = (after, value + worth);
        }
    }
    // What was added up is written anew: VIIII and IC are none.
    let mut left = value;
    for (sign, worth) in SIGNS {
        while left >= worth {
            written.push_str(sign);
            left -= worth;
        }
    }
    (value > 0 && rest.is_empty() && written == word).then_some(value)
}

/// A time of day, in minutes, and how much of what follows belongs to it: “10:30”, “5 p.m.”, “17.00 h”.
pub fn clock(read: &Digits, after: &str) -> Option<(u32, usize)> {
    let (parts, runs) = (read.parts(), &read.runs);
    let (hour, minute): (u32, u32) = match parts.as_slice() {
        [hour] => (hour.parse().ok()?, 0),
        [hour, minute] if minute.len() == 2 && matches!(runs[1].0, ':' | '.') => (hour.parse().ok()?, minute.parse().ok()?),
        _ => return None,
    };
    if hour > 24 || minute > 59 {
        return None;
    }
    let trimmed = after.trim_start_matches([' ', '\u{a0}', '\u{202f}']);
    let space = after.len() - trimmed.len();
    let ends = |length: usize| !trimmed[length..].starts_with(char::is_alphanumeric);
    for (marks, afternoon) in [(["a.m.", "a. m.", "am"], false), (["p.m.", "p. m.", "pm"], true)] {
        let found = marks.iter().find(|mark| {
            trimmed.get(..mark.len()).is_some_and(|head| head.replace('\u{a0}', " ").eq_ignore_ascii_case(mark))
                && ends(mark.len())
        });
        if let Some(mark) = found {
            let hour = hour % 12 + if afternoon { 12 } else { 0 };
            return Some((hour * 60 + minute, space + mark.len()));
        }
    }
    let hours = trimmed.starts_with('h') && ends(1);
    match (hours, parts.len()) {
        (true, _) => Some((hour * 60 + minute, space + 1)),
        (false, 2) if runs[1].0 == ':' => Some((hour * 60 + minute, 0)),
        _ => None,
    }
}
