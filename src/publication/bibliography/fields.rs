//! What the fields of an entry say, and which it lacks.
//!
//! Takes: an entry with its strings filled in. Gives: a diagnostic for what cannot be true (years, dates, months, addresses, DOIs), for
//! what a reader would need to find the work, and for quotation marks that are not the entry's own. Must not know how a style sets it.

use std::ops::Range;
use std::sync::Arc;

use biblatex::RawEntry;
use jiff::civil::Date;

use super::bibtex::text;
use crate::diagnostics::{Code, Diagnostic, Place, Source, Span};
use crate::locale::{Language, QuotationMarks};
use crate::publication::quotation;
use crate::record::Spanned;

/// What each type of entry cannot do without: of each group one field. Types that are not listed need a title alone. After the tables of
/// `BibTeXing` (Patashnik 1988, section 3.1) and of the manual of `biblatex` (section 2.1.1), without what no style insists on.
const NEEDED: &[(&str, &[&[&str]])] = &[
    ("article", &[&["author"], &["title"], &["journal", "journaltitle"], &["year", "date"]]),
    ("book", &[&["author", "editor"], &["title"], &["year", "date"]]),
    ("collection", &[&["editor"], &["title"], &["year", "date"]]),
    ("inbook", &[&["author"], &["title"], &["booktitle", "chapter", "pages"], &["year", "date"]]),
    ("incollection", &[&["author"], &["title"], &["booktitle"], &["year", "date"]]),
    ("inproceedings", &[&["author"], &["title"], &["booktitle"], &["year", "date"]]),
    ("mastersthesis", &[&["author"], &["title"], &["school", "institution"], &["year", "date"]]),
    ("online", &[&["title"], &["url", "doi"]]),
    ("phdthesis", &[&["author"], &["title"], &["school", "institution"], &["year", "date"]]),
    ("report", &[&["author"], &["title"], &["institution"], &["year", "date"]]),
    ("techreport", &[&["author"], &["title"], &["institution"], &["year", "date"]]),
    ("thesis", &[&["author"], &["title"], &["school", "institution"], &["year", "date"]]),
];

/// What every entry needs.
const ANY: &[&[&str]] = &[&["title"]];

/// A field under the name that `biblatex` gives it, by the name that an entry takes it from in its parent.
const INHERITED: &[(&str, &str)] = &[("booktitle", "title"), ("journaltitle", "title"), ("journal", "title")];

const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

/// The fields whose words a list of references shows.
const SHOWN: [&str; 12] = [
    "title",
    "subtitle",
    "booktitle",
    "maintitle",
    "journal",
    "journaltitle",
    "series",
    "publisher",
    "institution",
    "organization",
    "school",
    "note",
];

/// The text of a field, without the braces around parts of it.
pub(super) fn field(entry: &RawEntry<'_>, name: &str) -> Option<(String, Range<usize>)> {
    let own = entry.fields.iter().find(|field| field.key.v.eq_ignore_ascii_case(name))?;
    let written: String = own.value.v.iter().map(|chunk| text(&chunk.v)).collect();
    Some((written.replace(['{', '}'], "").trim().to_owned(), own.value.span.clone()))
}

/// The fields that cannot be true.
pub(super) fn check(source: &Arc<Source>, entry: &RawEntry<'_>, latest: Option<i32>) -> Vec<Diagnostic> {
    let mut diagnostics = Vec::new();
    let mut look = |name: &'static str, wrong: &dyn Fn(&str) -> Option<&'static str>| {
        let Some((written, span)) = field(entry, name).filter(|(written, _)| !written.is_empty()) else { return };
        let Some(hint) = wrong(&written) else { return };
        let place = Place::new(source, Span::new(span.start, span.end));
        let diagnostic = Diagnostic::new(Code::ImpossibleField, place).with("value", written).with("field", name);
        let latest = latest.filter(|_| hint == "hint-late").map(|latest| latest.to_string());
        diagnostics.push(diagnostic.with("latest", latest.unwrap_or_default()).hint(hint));
    };
    look("year", &|written| year(written, latest).err());
    for name in ["date", "urldate", "origdate", "eventdate"] {
        look(name, &|written| date(written, latest));
    }
    look("month", &|written| (!is_month(written)).then_some("hint-month"));
    look("url", &|written| (!is_address(written)).then_some("hint-url"));
    look("doi", &|written| (!is_doi(written)).then_some("hint-doi"));
    diagnostics
}

/// Quotation marks that are not those of the entry's language, or that stay as they are typed: those of TeX too.
pub(super) fn marks(source: &Arc<Source>, entry: &RawEntry<'_>, tag: &str, languages: &[Language]) -> Vec<Diagnostic> {
    let language = languages.iter().find(|own| own.tag.split('-').next() == Some(tag));
    let look = |name: &&str| {
        let (written, span) = field(entry, name)?;
        // A mark after a backslash is a diaeresis.
        let value = written.replace("\\\"", "").replace("``", "\"").replace("''", "\"");
        let text = Spanned { value, span: Span::new(span.start, span.end) };
        Some(match language {
            Some(language) => quotation::in_text(&text, language, |span| Place::new(source, span)),
            None => {
                quotation::straight(&text, QuotationMarks::of(tag), |span| Place::new(source, span)).into_iter().collect()
            }
        })
    };
    SHOWN.iter().filter_map(look).flatten().collect()
}

/// Four digits, and none that is still to come.
fn year(written: &str, latest: Option<i32>) -> Result<i16, &'static str> {
    let digits = written.len() == 4 && written.bytes().all(|byte| byte.is_ascii_digit());
    let year: i16 = written.parse().ok().filter(|year| digits && *year > 0).ok_or("hint-year")?;
    match latest {
        Some(latest) if i32::from(year) > latest => Err("hint-late"),
        _ => Ok(year),
    }
}

/// `2011`, `2011-10`, `2011-10-19`, two of them with `/` between, either of which may be open, each perhaps uncertain (EDTF, ISO 8601-2).
fn date(written: &str, latest: Option<i32>) -> Option<&'static str> {
    let mut parts = written.split('/').map(|part| part.trim_end_matches(['~', '?', '%'])).filter(|part| !part.is_empty());
    let wrong = |part: &str| {
        let (own, rest) = part.split_once('-').map_or((part, None), |(own, rest)| (own, Some(rest)));
        let year = match year(own, latest) {
            Ok(year) => year,
            Err("hint-year") => return Some("hint-date"),
            Err(hint) => return Some(hint),
        };
        let (month, day) = rest.map_or((None, None), |rest| match rest.split_once('-') {
            Some((month, day)) => (Some(month), Some(day)),
            None => (Some(rest), None),
        });
        let two = |digits: Option<&str>| match digits {
            None => Some(1),
            Some(digits) => digits.parse::<i8>().ok().filter(|_| digits.len() == 2),
        };
        let exists = two(month).zip(two(day)).is_some_and(|(month, day)| Date::new(year, month, day).is_ok());
        (!exists).then_some("hint-date")
    };
    match written.matches('/').count() {
        0 | 1 => parts.find_map(wrong),
        _ => Some("hint-date"),
    }
}

fn is_month(written: &str) -> bool {
    let lower = written.to_lowercase();
    let name = lower.trim_end_matches('.');
    let named = name.len() >= 3 && MONTHS.iter().any(|month| month.starts_with(name));
    named || written.parse::<u8>().is_ok_and(|month| (1..=12).contains(&month))
}

/// What links in texts may lead to, and `hayagriva` can read: all else it leaves out in silence.
fn is_address(written: &str) -> bool {
    let rest = written.strip_prefix("https://").or_else(|| written.strip_prefix("http://"));
    rest.is_some_and(|rest| {
        let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
        let odd = |letter: char| letter.is_whitespace() || letter.is_control() || "<>\"\\^`|@".contains(letter);
        !host.is_empty() && !host.contains(odd) && !rest.contains(char::is_whitespace)
    })
}

/// `10.` and digits, a slash, and something after it (ANSI/NISO Z39.84).
fn is_doi(written: &str) -> bool {
    let registrant = written.strip_prefix("10.").and_then(|rest| rest.split_once('/'));
    registrant.is_some_and(|(registrant, own)| {
        let digits = !registrant.is_empty() && registrant.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.');
        digits && !own.is_empty() && !own.contains(char::is_whitespace)
    })
}

pub(super) fn missing(entry: &RawEntry<'_>, parent: Option<&RawEntry<'_>>, place: &Place) -> Vec<Diagnostic> {
    let kind = entry.kind.v.to_lowercase();
    let needed = NEEDED.iter().find(|(own, _)| *own == kind).map_or(ANY, |(_, needed)| *needed);
    let is_said = |entry: &RawEntry<'_>, name: &str| field(entry, name).is_some_and(|(text, _)| !text.is_empty());
    let has = |name: &&str| {
        let inherited = INHERITED.iter().find(|(own, _)| own == name).map_or(*name, |(_, own)| *own);
        // A title of its own is what no entry takes from another.
        let from_parent =
            *name != "title" && parent.is_some_and(|parent| is_said(parent, inherited) || is_said(parent, name));
        is_said(entry, name) || from_parent
    };
    let missing = needed.iter().filter(|group| !group.iter().any(has));
    let diagnostic = |group: &&[&str]| {
        let diagnostic = Diagnostic::new(Code::IncompleteReference, place.clone()).with("key", entry.key.v);
        diagnostic.with("field", group.join(" / ")).with("kind", kind.as_str())
    };
    missing.map(diagnostic).collect()
}
