//! Scalars: one value as YAML, as plainly as it can be written.
//!
//! Takes: a text and the form its key gives it. Gives: YAML that the tool's own reader reads back as this text. Must not know the file
//! around it.

use super::Form;
use crate::record::scalar;

/// Longer texts than this, in characters, are folded over several lines.
const LONGEST_LINE: usize = 100;

/// A value on one line.
pub(super) fn inline(value: &str, form: Form, number: bool) -> String {
    match form {
        _ if number => value.to_owned(),
        Form::Edition => scalar::quoted(value),
        // What is no date or truth is quoted like any text, and the reader says that it should be one.
        Form::Truth if matches!(value, "true" | "false") => value.to_owned(),
        Form::Date if is_date(value) => value.to_owned(),
        Form::Sections if value == "whole" => value.to_owned(),
        Form::Sections => {
            let ids = value.split([' ', ',']).filter(|id| !id.is_empty());
            format!("[{}]", ids.map(|id| inline(id, Form::Word, false)).collect::<Vec<_>>().join(", "))
        }
        _ => scalar::text(value),
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
