//! `[concordance]` of `book.toml`: where readers report that versions differ.
//!
//! Takes: the table. Gives: an address with places for what a report is about. Must not know which sections there are.

use crate::record;
use crate::record::{Reader, Spanned};

record! {
    /// `[concordance]`.
    pub struct ConcordanceToml {
        /// Where readers report a difference between versions: an e-mail address, or an https address in which `{subject}` stands for what
        /// the report is about, such as a forge's form.
        pub report: Option<Spanned<String>>,
    }
}

/// Where a report goes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ReportTo {
    Mail(String),
    /// With `{subject}` in it, or without.
    Form(String),
}

/// What stands in an address for what a report is about.
const SUBJECT: &str = "{subject}";
/// What stands in an address for the text of a letter.
const LETTER: &str = "{letter}";

impl ReportTo {
    /// The address of a report on something.
    pub fn about(&self, subject: &str) -> String {
        let subject = percent_encoded(subject);
        match self {
            ReportTo::Mail(address) => format!("mailto:{address}?subject={subject}"),
            ReportTo::Form(address) => address.replace(SUBJECT, &subject),
        }
    }
}

impl ReportTo {
    /// The address of a letter to be filled in.
    pub fn letter(&self, subject: &str, letter: &str) -> String {
        let (about, letter) = (self.about(subject), percent_encoded(letter));
        match self {
            ReportTo::Mail(_) => format!("{about}&body={letter}"),
            ReportTo::Form(_) => about.replace(LETTER, &letter),
        }
    }
}

pub(super) fn checked(toml: ConcordanceToml, reader: &mut Reader) -> Option<ReportTo> {
    let report = toml.report?;
    let found = read(&report.value);
    if found.is_none() {
        reader.malformed(&report.value, "hint-report", report.span);
    }
    found
}

pub(super) fn read(text: &str) -> Option<ReportTo> {
    let plain = text.replace(SUBJECT, "").replace(LETTER, "");
    if let Some(rest) = plain.strip_prefix("https://") {
        let sound = |byte: u8| byte.is_ascii_alphanumeric() || b"-._~:/?#[]@!$&()*+,;=%".contains(&byte);
        let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
        let named = !host.is_empty() && !text["https://".len()..].starts_with(SUBJECT);
        return (named && rest.bytes().all(sound)).then(|| ReportTo::Form(text.to_owned()));
    }
    let sound = |part: &str, more: &[u8]| {
        !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_alphanumeric() || more.contains(&byte))
    };
    let (name, host) = text.split_once('@')?;
    let is_mail = sound(name, b"-._+") && sound(host, b"-.") && host.contains('.') && !host.starts_with('.');
    is_mail.then(|| ReportTo::Mail(text.to_owned()))
}

/// As a part of an address, RFC 3986: all but unreserved characters become percent signs and two digits.
fn percent_encoded(text: &str) -> String {
    let mut encoded = String::with_capacity(text.len());
    for byte in text.bytes() {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' => encoded.push(char::from(byte)),
            _ => encoded.push_str(&format!("%{byte:02X}")),
        }
    }
    encoded
}
