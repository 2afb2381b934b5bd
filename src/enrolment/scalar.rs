//! Scalars: one value as YAML, as plainly as it can be written.
//!
//! Takes: a text and the form its key gives it. Gives: YAML that the tool's own reader reads back as this text. Must not know the file
//! around it.

use super::Form;

/// Longer texts than this, in characters, are folded over several lines.
const LONGEST_LINE: usize = 100;

/// A value on one line.
pub(super) fn inline(value: &str, form: Form, number: bool) -> String {
    match form {
        _ if number => value.to_owned(),
        Form::Edition => quoted(value),
        // What is no date or truth is quoted like any text, and the reader says that it should be one.
        Form::Truth if matches!(value, "true" | "false") => value.to_owned(),
        Form::Date if is_date(value) => value.to_owned(),
        Form::Sections if value == "whole" => value.to_owned(),
        Form::Sections => {
            let ids = value.split([' ', ',']).filter(|id| !id.is_empty());
            format!("[{}]", ids.map(|id| inline(id, Form::Word, false)).collect::<Vec<_>>().join(", "))
        }
        _ if is_plain(value) => value.to_owned(),
        _ => quoted(value),
    }
}

/// A long text as the lines of a block below its key, without their indentation, and the mark after the key.
pub(super) fn block(value: &str, form: Form) -> Option<(&'static str, Vec<String>)> {
    let sound = form == Form::Text
        && !value.starts_with([' ', '\t', '\n'])
        && !value.ends_with([' ', '\t', '\n'])
        && !value.chars().any(|character| character.is_control() && character != '\n')
        && !value.contains(['\u{85}', '\u{2028}', '\u{2029}']);
    if !sound {
        return None;
    }
    if value.contains('\n') {
        let blank = |line: &str| line.trim().is_empty() && !line.is_empty();
        return (!value.lines().any(blank)).then(|| ("|-", value.lines().map(str::to_owned).collect()));
    }
    let folds = value.chars().count() > LONGEST_LINE && !value.contains("  ");
    folds.then(|| (">-", folded(value)))
}

/// Lines of whole words; a fold stands for one space.
fn folded(text: &str) -> Vec<String> {
    let mut lines = vec![String::new()];
    let mut length = 0;
    for word in text.split(' ') {
        let own = word.chars().count();
        if length > 0 && length + 1 + own > LONGEST_LINE {
            lines.push(String::new());
            length = 0;
        }
        let line = lines.len() - 1;
        if length > 0 {
            lines[line].push(' ');
            length += 1;
        }
        lines[line].push_str(word);
        length += own;
    }
    lines
}

fn is_date(value: &str) -> bool {
    value.len() == 10 && value.parse::<jiff::civil::Date>().is_ok()
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
fn quoted(value: &str) -> String {
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
