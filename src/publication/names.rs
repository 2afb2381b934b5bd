//! Names: what a file's name says of its order and its address, and what a title becomes in one.

use camino::Utf8Path;
use jiff::civil::Date;

/// Pages stand in the order of their numeric prefixes, then of their paths.
pub fn order(path: &Utf8Path) -> (u64, &Utf8Path) {
    let (prefix, _) = split_prefix(path.file_name().unwrap_or_default());
    (prefix.unwrap_or(u64::MAX), path)
}

/// `03-principles` → 3, `principles`.
pub fn split_prefix(name: &str) -> (Option<u64>, &str) {
    match name.split_once('-') {
        Some((digits, rest)) if !rest.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit()) => {
            (digits.parse().ok(), rest)
        }
        _ => (None, name),
    }
}

/// `2026-11-22-opening` → its day, `opening`.
pub fn dated(name: &str) -> Option<(Date, &str)> {
    let (day, rest) = name.split_at_checked(10)?;
    // Only the form that sorts as text; jiff alone would take others.
    let form =
        day.bytes().enumerate().all(|(at, byte)| if at == 4 || at == 7 { byte == b'-' } else { byte.is_ascii_digit() });
    let rest = rest.strip_prefix('-').filter(|rest| form && !rest.is_empty())?;
    Some((day.parse().ok()?, rest))
}

/// A title as an id: letters without their accents, digits, hyphens.
pub fn slugify(title: &str) -> String {
    use icu::normalizer::DecomposingNormalizerBorrowed;
    let decomposed = DecomposingNormalizerBorrowed::new_nfkd().normalize(title);
    let mut slug = String::new();
    for character in decomposed.chars().flat_map(char::to_lowercase) {
        match character {
            'a'..='z' | '0'..='9' => slug.push(character),
            // Combining marks vanish; whatever else separates words.
            '\u{300}'..='\u{36f}' => {}
            _ if slug.ends_with('-') || slug.is_empty() => {}
            _ => slug.push('-'),
        }
    }
    let slug = slug.trim_end_matches('-');
    if slug.is_empty() { "section".to_owned() } else { slug.to_owned() }
}
