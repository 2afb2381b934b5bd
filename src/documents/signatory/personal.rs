//! Personal data that must not be in a public register: addresses and numbers of persons, pictures of signatures.
//!
//! Takes: the text of a file, comments included, since whoever downloads the sources reads them too. Gives: a diagnostic for each thing
//! that looks like one. Must not know what the keys mean, but for those that hold numbers of another kind.

use crate::diagnostics::{Code, Diagnostic, Span};
use crate::record::Reader;

/// Keys whose values are numbers and nobody's telephone.
const NUMBERS: [&str; 4] = ["ror:", "wikidata:", "org_id:", "id:"];
/// What a file that shows a signature is called.
const SIGNATURES: [&str; 6] = ["signature", "firma", "sello", "stamp", "rubrica", "rúbrica"];
/// Before a number they make it a telephone's.
const TELEPHONES: [&str; 9] = ["tel", "tel.", "tfno", "tfno.", "phone", "telephone", "teléfono", "móvil", "fax"];

pub(super) fn check(reader: &mut Reader) {
    let source = std::sync::Arc::clone(&reader.source);
    let mut start = 0;
    for line in source.text.split_inclusive('\n') {
        for (found, hint) in
            mail(line).into_iter().map(|range| (range, "hint-mail")).chain(numbers(line)).chain(pictures(line))
        {
            let span = Span::new(start + found.start, start + found.end);
            let value = &line[found];
            let diagnostic = Diagnostic::new(Code::PersonalData, reader.at(span)).with("value", value).hint(hint);
            reader.push(diagnostic);
        }
        start += line.len();
    }
}

type Found = std::ops::Range<usize>;

/// `somebody@example.org`.
fn mail(line: &str) -> Vec<Found> {
    let in_name = |character: char| character.is_alphanumeric() || "._%+-".contains(character);
    let in_host = |character: char| character.is_alphanumeric() || ".-".contains(character);
    let found = line.match_indices('@').filter_map(|(at, _)| {
        let name: usize = line[..at].chars().rev().take_while(|character| in_name(*character)).map(char::len_utf8).sum();
        let host: usize = line[at + 1..].chars().take_while(|character| in_host(*character)).map(char::len_utf8).sum();
        let host = line[at + 1..at + 1 + host].trim_end_matches(['.', '-']);
        // A user's name before a host is no mail address; it is reported as what it is.
        let in_address = line[..at - name].ends_with("://");
        (name > 0 && host.contains('.') && !in_address).then(|| at - name..at + 1 + host.len())
    });
    found.collect()
}

/// `+34 911 23 45 67`, `tel. 911234567`: numbers as they are written to be dialled. Dates and numbers of resolutions are none.
fn numbers(line: &str) -> Vec<(Found, &'static str)> {
    let bare = line.trim_start().trim_start_matches("- ");
    if NUMBERS.iter().any(|key| bare.starts_with(key)) {
        return Vec::new();
    }
    let mut found = Vec::new();
    let mut from = 0;
    while let Some(start) = line[from..].find(|character: char| character.is_ascii_digit() || character == '+') {
        let start = from + start;
        let length = line[start + 1..].bytes().take_while(|byte| byte.is_ascii_digit() || b" .-()/".contains(byte)).count();
        let end = start + 1 + length;
        let number = line[start..end].trim_end_matches(|character: char| !character.is_ascii_digit());
        let digits = number.bytes().filter(u8::is_ascii_digit).count();
        let before = line[..start].trim_end_matches([' ', ':', '"', '(']);
        let word = before.rsplit([' ', '"', '#', ',', ';']).next().unwrap_or_default().to_lowercase();
        // Part of an address or of a word.
        let within = before.len() == start
            && line[..start].chars().next_back().is_some_and(|last| last.is_alphanumeric() || "/-_=.".contains(last));
        let dialled = number.starts_with('+') && (8..=15).contains(&digits);
        let named = TELEPHONES.contains(&word.as_str()) && digits >= 6;
        let grouped =
            digits == 9 && number.contains(' ') && number.bytes().all(|byte| byte.is_ascii_digit() || byte == b' ');
        if !within && (dialled || named || grouped) {
            found.push((start..start + number.len(), "hint-telephone"));
        }
        from = end;
    }
    found
}

/// A file that is called after a signature, and pictures within the text.
fn pictures(line: &str) -> Vec<(Found, &'static str)> {
    let mut found = Vec::new();
    if let Some(at) = line.find("data:image") {
        found.push((at..at + "data:image".len(), "hint-signature"));
    }
    for extension in [".png", ".svg", ".jpg", ".jpeg", ".pdf", ".webp"] {
        let Some(end) = line.to_ascii_lowercase().find(extension) else { continue };
        let start = line[..end].rfind([' ', '"', '\'', '/']).map_or(0, |before| before + 1);
        let name = line[start..end].to_lowercase();
        if SIGNATURES.iter().any(|word| name.contains(word)) {
            found.push((start..end + extension.len(), "hint-signature"));
        }
    }
    found
}
