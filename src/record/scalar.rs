//! Scalars: a text as YAML on one line, as plainly as it can be written.
//!
//! Takes: a text. Gives: YAML that [`node::yaml`](super::node::yaml) reads back as this text. Must not know the file around it.

/// Without quotation marks where YAML reads that as this text.
pub fn text(value: &str) -> String {
    if is_plain(value) { value.to_owned() } else { quoted(value) }
}

/// Whether YAML reads it as this text without quotation marks, in a list within brackets too.
fn is_plain(value: &str) -> bool {
    const WORDS: [&str; 12] = ["true", "false", "null", "yes", "no", "on", "off", "y", "n", "nan", "inf", "infinity"];
    let plain = |character: char| {
        character.is_alphabetic() || character.is_numeric() || " .-_/:()'’‘“”«»·&+;º°ª–—%@=?!~".contains(character)
            // Accents that stand by themselves.
            || ('\u{300}'..='\u{36f}').contains(&character)
    };
    let Some(first) = value.chars().next() else { return false };
    let numeric = value.starts_with(|first: char| first.is_ascii_digit());
    // A number, a date, a time of day: what begins with a digit is a text only by its letters.
    let textual = !numeric || value.chars().any(|character| character.is_alphabetic() && !"eEoxXbB_".contains(character));
    first.is_alphanumeric()
        && textual
        && value.chars().all(plain)
        && !value.contains(": ")
        && !value.ends_with([' ', ':'])
        && !WORDS.contains(&value.to_ascii_lowercase().as_str())
}

/// In double quotes, with what they need escaped.
pub fn quoted(value: &str) -> String {
    let mut text = String::from("\"");
    for character in value.chars() {
        match character {
            '"' | '\\' => text.extend(['\\', character]),
            '\n' => text.push_str("\\n"),
            '\t' => text.push_str("\\t"),
            '\r' => text.push_str("\\r"),
            _ if character.is_control() || matches!(character, '\u{2028}' | '\u{2029}' | '\u{feff}') => {
                text.push_str(&format!("\\u{:04x}", u32::from(character)));
            }
            _ => text.push(character),
        }
    }
    text.push('"');
    text
}
