//! Ids: what an institution's file is called if nobody says.
//!
//! Takes: a country and a name. Gives: an id such as `es-ayuntamiento-de-ejemplo`. Must not know which ids are taken.

use icu::normalizer::DecomposingNormalizerBorrowed;

/// Longer names are cut at a word: an id is typed, and a part of addresses.
const LONGEST: usize = 60;

/// Letters that no decomposition takes apart, as their own countries write them in addresses.
const LETTERS: &[(char, &str)] = &[
    ('ß', "ss"),
    ('æ', "ae"),
    ('œ', "oe"),
    ('ø', "o"),
    ('đ', "d"),
    ('ð', "d"),
    ('þ', "th"),
    ('ł', "l"),
    ('ħ', "h"),
    ('ŋ', "ng"),
    ('ı', "i"),
];

/// None where the name has no letter of the Latin alphabet, or next to none: what is left would name nobody.
pub fn of(country: &str, name: &str) -> Option<String> {
    let decomposed = DecomposingNormalizerBorrowed::new_nfkd().normalize(name);
    let mut words = String::new();
    let (mut kept, mut lost) = (0, 0);
    for character in decomposed.chars().flat_map(char::to_lowercase) {
        match character {
            'a'..='z' | '0'..='9' => words.push(character),
            // An apostrophe joins what it stands between, and so does the point of the Catalan l·l.
            '\u{300}'..='\u{36f}' | '\'' | '’' | '·' => continue,
            _ => match LETTERS.iter().find(|(letter, _)| *letter == character) {
                Some((_, letters)) => words.push_str(letters),
                None => {
                    lost += usize::from(character.is_alphanumeric());
                    if !words.is_empty() && !words.ends_with('-') {
                        words.push('-');
                    }
                    continue;
                }
            },
        }
        kept += 1;
    }
    let mut country = country.to_ascii_lowercase();
    // Not a country: whoever checks it will say so, and until then the entry needs a name to be called by.
    if country.len() != 2 || !country.bytes().all(|byte| byte.is_ascii_lowercase()) {
        country = "xx".to_owned();
    }
    if kept < 2 || lost > kept {
        return None;
    }
    let mut id = format!("{country}-{}", words.trim_matches('-'));
    if id.len() > LONGEST {
        let cut = id[..=LONGEST].rfind('-').filter(|at| *at > country.len() + 2).unwrap_or(LONGEST);
        id.truncate(cut);
    }
    Some(id.trim_end_matches('-').to_owned())
}

/// The id of what has been said of an institution so far.
pub fn proposed(entry: &super::Entry) -> Option<String> {
    let country = entry.get("country").unwrap_or_default();
    let names = entry.own.iter().filter(|fact| fact.key.name.starts_with("names."));
    let acronyms = entry.own.iter().filter(|fact| fact.key.name.starts_with("acronym."));
    names.chain(acronyms).find_map(|fact| of(country, &fact.value))
}
