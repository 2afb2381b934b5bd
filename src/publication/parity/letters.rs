//! Letters: where words begin and end, and how they are written in small letters.
//!
//! Takes: texts. Gives: their words, most of them without a copy. Every word of every text passes through here, so that what most of them
//! are made of, ASCII and Latin-1, is told by its bytes. Must not know any word.

/// The longest plain word that is told from others as one number.
pub const SHORT: usize = 16;
/// The same byte in all places of such a number.
const EACH: u128 = u128::MAX / 0xFF;

/// The head of a text as one number, its first byte in the lowest place; behind its end is nothing, which is no letter.
fn head(text: &str) -> u128 {
    let bytes = text.as_bytes();
    let short = || {
        let mut padded = [0; SHORT];
        padded[..bytes.len()].copy_from_slice(bytes);
        padded
    };
    u128::from_le_bytes(bytes.first_chunk().copied().unwrap_or_else(short))
}

/// How many of the first bytes are ASCII letters, asked of all of them at once.
fn letters_at_head(text: &str) -> usize {
    let head = head(text);
    let small = (head | (EACH * 0x20)) & (EACH * 0x7F);
    // The highest bit of each byte tells whether it is at least “a”, and whether it is beyond “z”: no sum reaches the next byte.
    let (reaches, exceeds) = (small + EACH * (0x80 - 0x61), small + EACH * (0x80 - 0x7B));
    let letters = reaches & !exceeds & !head & (EACH * 0x80);
    (letters ^ (EACH * 0x80)).trailing_zeros() as usize / 8
}

/// A plain word of at most [`SHORT`] letters, at the head of a text, as one number: the same for letters of any size.
pub fn packed(text: &str, length: usize) -> u128 {
    let unused = 8 * (SHORT - length);
    ((head(text) | (EACH * 0x20)) << unused) >> unused
}

/// Where the word at the head of a text ends, and whether it is plain: of ASCII letters and no apostrophe.
pub fn end_of_word(text: &str) -> (usize, bool) {
    let bytes = text.as_bytes();
    let mut ascii = letters_at_head(text);
    if ascii == SHORT {
        ascii += bytes[SHORT..].iter().take_while(|byte| byte.is_ascii_alphabetic()).count();
    }
    if bytes.get(ascii).is_none_or(|next| next.is_ascii() && *next != b'\'') {
        return (ascii, true);
    }
    let mut end = ascii;
    loop {
        end += match bytes.get(end) {
            Some(byte) if byte.is_ascii_alphabetic() => 1,
            Some(byte) if byte.is_ascii() && *byte != b'\'' => break,
            // The letters of Latin-1, without × and ÷.
            Some(0xC3) if bytes.get(end + 1).is_some_and(|next| !matches!(next, 0x97 | 0xB7)) => 2,
            _ => match text[end..].chars().next().filter(|next| is_letter(*next)) {
                Some(letter) => letter.len_utf8(),
                None => break,
            },
        };
    }
    (end, false)
}

/// A word in small letters, with the apostrophe that lists have.
pub fn in_small_letters<'w>(word: &'w str, folded: &'w mut String) -> &'w str {
    let bytes = word.as_bytes();
    // Small letters of ASCII and Latin-1: most words.
    let is_small = bytes.iter().all(|byte| matches!(byte, b'a'..=b'z' | 0x80..=0xBF | 0xC3))
        && bytes.windows(2).all(|pair| pair[0] != 0xC3 || pair[1] >= 0xA0);
    if is_small {
        return word;
    }
    folded.clear();
    match word.is_ascii() && !word.contains('\'') {
        true => folded.extend(word.bytes().map(|byte| char::from(byte.to_ascii_lowercase()))),
        false => folded.push_str(&word.to_lowercase().replace('\'', "’")),
    }
    folded
}

/// Whether some words may follow each other at the head of a text, as the first letter of most others tells.
pub fn may_follow(words: &[Box<str>], text: &str) -> bool {
    let first = words.first().and_then(|word| word.as_bytes().first());
    match (first, text.as_bytes()) {
        (Some(first), [b' ', next, ..]) if next.is_ascii_alphabetic() => first.eq_ignore_ascii_case(next),
        _ => true,
    }
}

/// How long the text is in which some words follow each other at its head; none if it has others.
pub fn follows(words: &[Box<str>], text: &str) -> Option<usize> {
    let mut at = 0;
    for word in words {
        let space = text[at..].len() - text[at..].trim_start().len();
        at += space;
        let end = text[at..].find(|character: char| !is_letter(character)).map_or(text.len(), |end| at + end);
        if space == 0 || !is_in_small_letters(&text[at..end], word) {
            return None;
        }
        at = end;
    }
    Some(at)
}

/// Whether a text is a word, whatever the size of its letters.
fn is_in_small_letters(text: &str, word: &str) -> bool {
    let alike = text.len() == word.len() && text.eq_ignore_ascii_case(word);
    alike || !(text.is_ascii() && word.is_ascii()) && text.to_lowercase() == word
}

/// What words are made of; the apostrophe of “can’t” too.
fn is_letter(character: char) -> bool {
    character.is_alphabetic() || matches!(character, '\u{300}'..='\u{36f}' | '’' | '\'')
}
