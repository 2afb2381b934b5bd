//! What can be said of a signatory's file without any other: the form of its values, and dates and statuses that contradict each other.
//!
//! Takes: the decoded file. Gives: diagnostics. Must not know the works, the editions and the other institutions.

use jiff::civil::Date;

use super::super::front::is_slug;
use super::{EndorsementStatus, EndorsementYaml, Identifiers, InstitutionType, SignatoryYaml};
use crate::config::Book;
use crate::diagnostics::{Code, Diagnostic, Span, nearest};
use crate::record::{Reader, Spanned, Texts};

pub(super) fn check(yaml: &SignatoryYaml, book: &Book, reader: &mut Reader) {
    id(&yaml.id, reader);
    let former = yaml.history.iter().map(|former| &former.names);
    let alt = yaml.logo.as_ref().map(|logo| &logo.alt);
    let named = [Some(&yaml.names), yaml.acronym.as_ref(), alt].into_iter().flatten().chain(former);
    named.for_each(|texts| in_some_language(texts, reader));
    let types: Vec<&str> = InstitutionType::WORDS
        .iter()
        .copied()
        .chain(book.institution_types.entries.iter().map(|(key, _)| key.text.as_str()))
        .collect();
    if !types.contains(&yaml.r#type.value.as_str()) {
        reader.unknown_word(&yaml.r#type.value, &types, yaml.r#type.span);
    }
    country(&yaml.country, reader);
    if let Some(part) = &yaml.subdivision {
        subdivision(part, &yaml.country.value, reader);
    }
    if let Some(website) = &yaml.website {
        address(website, reader);
    }
    if let Some(identifiers) = &yaml.identifiers {
        check_identifiers(identifiers, reader);
    }
    for own in &yaml.endorsements {
        endorsement(&own.value, own.span, yaml, book, reader);
    }
    let published = yaml.endorsements.iter().any(|own| own.value.status.value != EndorsementStatus::Pending);
    if published && !yaml.authorisation.as_ref().is_some_and(|agreed| agreed.name) {
        let diagnostic = Diagnostic::new(Code::UnauthorisedName, reader.at(yaml.id.span));
        reader.push(diagnostic.with("id", yaml.id.value.as_str()));
    }
}

fn id(id: &Spanned<String>, reader: &mut Reader) {
    let file = reader.source.path.file_stem().unwrap_or_default().to_owned();
    if !is_slug(&id.value) {
        reader.malformed(&id.value, "hint-slug", id.span);
    } else if id.value != file {
        let diagnostic = Diagnostic::new(Code::MisnamedSignatory, reader.at(id.span));
        reader.push(diagnostic.with("id", id.value.as_str()).with("file", file));
    }
}

/// Names may be in any language, not only in the publication's: an institution is called what it calls itself.
fn in_some_language(texts: &Texts, reader: &mut Reader) {
    for (key, text) in &texts.entries {
        if !crate::config::is_language_tag(&key.text) {
            reader.malformed(&key.text, "hint-language", key.span);
        }
        if text.value.trim().is_empty() {
            reader.malformed(&text.value, "hint-name", text.span);
        }
    }
    if texts.entries.is_empty() {
        let diagnostic = Diagnostic::new(Code::MissingText, reader.at(texts.span)).hint("hint-any");
        reader.push(diagnostic.with("language", "en"));
    }
}

fn unknown_region(value: &Spanned<String>, reader: &Reader) -> Diagnostic {
    Diagnostic::new(Code::UnknownRegion, reader.at(value.span)).with("region", value.value.as_str())
}

fn country(country: &Spanned<String>, reader: &mut Reader) {
    let code = country.value.as_str();
    if rust_iso3166::from_alpha2(code).is_some() {
        return;
    }
    // What people write instead: three letters, another case, or what is customary and not in the list.
    let upper = code.to_uppercase();
    let customary = [("UK", "GB"), ("EL", "GR"), ("SP", "ES"), ("EN", "GB")];
    let meant = rust_iso3166::from_alpha3(&upper)
        .or_else(|| rust_iso3166::from_alpha2(&upper))
        .map(|found| found.alpha2)
        .or_else(|| customary.iter().find(|(typed, _)| *typed == upper).map(|(_, code)| *code));
    let diagnostic = unknown_region(country, reader);
    reader.push(match meant {
        Some(meant) => diagnostic.with("meant", meant).hint("hint-meant"),
        None => diagnostic.hint("hint-country"),
    });
}

fn subdivision(part: &Spanned<String>, country: &str, reader: &mut Reader) {
    let diagnostic = unknown_region(part, reader);
    let own = part.value.strip_prefix(country).is_some_and(|rest| rest.starts_with('-'));
    match rust_iso3166::iso3166_2::from_code(&part.value) {
        Some(_) if own => {}
        Some(_) => reader.push(diagnostic.with("country", country).hint("hint-other-country")),
        None => {
            let of_country = rust_iso3166::from_alpha2(country);
            let codes = of_country.iter().flat_map(|country| country.subdivisions().into_iter().flatten());
            let codes: Vec<&str> = codes.map(|known| known.code).collect();
            let diagnostic = diagnostic.with("country", country);
            reader.push(match nearest(&part.value, codes.iter().copied()) {
                Some(meant) => diagnostic.with("meant", meant).hint("hint-meant"),
                None => diagnostic.hint("hint-subdivision"),
            });
        }
    }
}

/// An address that a page may link to.
fn address(address: &Spanned<String>, reader: &mut Reader) {
    let value = address.value.as_str();
    let web = ["https://", "http://"].into_iter().find_map(|scheme| value.strip_prefix(scheme));
    let host = web.map(|rest| rest.split(['/', '?', '#']).next().unwrap_or_default());
    let spelt = value.bytes().all(|byte| byte.is_ascii_graphic() && !b"\"<>\\^`{|}".contains(&byte));
    // What stands before an @ is a user's name: it makes a stranger's host look like another one.
    let sound = host.is_some_and(|host| host.contains('.') && !host.contains('@')) && spelt;
    if !sound {
        let diagnostic = Diagnostic::new(Code::UnsafeLink, reader.at(address.span)).with("link", value);
        reader.push(diagnostic.hint("hint-website"));
    }
}

fn check_identifiers(identifiers: &Identifiers, reader: &mut Reader) {
    if let Some(ror) = &identifiers.ror {
        match ror_number(&ror.value) {
            None => reader.malformed(&ror.value, "hint-ror", ror.span),
            Some(false) => {
                let diagnostic = Diagnostic::new(Code::WrongCheckDigits, reader.at(ror.span));
                reader.push(diagnostic.with("identifier", ror.value.as_str()));
            }
            Some(true) => {}
        }
    }
    if let Some(wikidata) = &identifiers.wikidata {
        let digits = wikidata.value.strip_prefix('Q').unwrap_or_default();
        let sound = digits.bytes().all(|byte| byte.is_ascii_digit()) && !digits.is_empty() && !digits.starts_with('0');
        if !sound {
            reader.malformed(&wikidata.value, "hint-wikidata", wikidata.span);
        }
    }
    if let Some(org) = &identifiers.org_id {
        let mut parts = org.value.splitn(3, '-');
        let mut part = || parts.next().unwrap_or_default();
        let (place, list, number) = (part(), part(), part());
        let capitals =
            |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit());
        let known = place == "XI"
            || place == "XM"
            || place == "XR"
            || rust_iso3166::from_alpha2(place).is_some()
            || place.len() == 3;
        if !(capitals(place) && capitals(list) && known) || number.is_empty() {
            reader.malformed(&org.value, "hint-org-id", org.span);
        }
    }
}

/// Whether the check digits of a ROR identifier are right (ISO/IEC 7064, MOD 97-10 over Crockford's base 32); none if it is no such
/// identifier at all.
fn ror_number(text: &str) -> Option<bool> {
    const DIGITS: &[u8] = b"0123456789abcdefghjkmnpqrstvwxyz";
    let own = text.strip_prefix("https://ror.org/").unwrap_or(text);
    let (number, check) = own.strip_prefix('0').filter(|_| own.len() == 9 && own.is_ascii())?.split_at(6);
    let digit = |byte: u8| DIGITS.iter().position(|known| *known == byte);
    let number = number.bytes().try_fold(0, |number, byte| Some(number * 32 + digit(byte)? as u64))?;
    let check: u64 = check.parse().ok()?;
    Some(98 - (number * 100) % 97 == check)
}

/// The identifier without the address it may be written with.
pub fn ror_code(text: &str) -> &str {
    text.strip_prefix("https://ror.org/").unwrap_or(text)
}

fn endorsement(own: &EndorsementYaml, span: Span, yaml: &SignatoryYaml, book: &Book, reader: &mut Reader) {
    if let Some(url) = own.authority.as_ref().and_then(|authority| authority.value.url.as_ref()) {
        address(url, reader);
    }
    if let Some(texts) = &own.reservations {
        reservations(texts, book, reader);
    }
    let status = own.status.value;
    let contradiction = |reader: &mut Reader, hint| {
        let diagnostic = Diagnostic::new(Code::ContradictoryStatus, reader.at(own.status.span));
        reader.push(diagnostic.with("status", status.word()).hint(hint));
    };
    match (status, &own.withdrawal) {
        (EndorsementStatus::Withdrawn, None) => contradiction(reader, "hint-withdrawal"),
        (EndorsementStatus::Withdrawn, Some(_)) | (_, None) => {}
        (_, Some(_)) => contradiction(reader, "hint-withdrawn"),
    }
    if status == EndorsementStatus::Expired && own.until.is_none() {
        contradiction(reader, "hint-until");
    }
    if status != EndorsementStatus::Pending {
        // One who cannot be shown to have signed has not signed.
        let place = reader.at(Span { start: span.start, end: span.start });
        for (lacks, hint) in
            [(yaml.verification.is_none(), "hint-verification"), (own.authority.is_none(), "hint-authority")]
        {
            if lacks {
                let diagnostic = Diagnostic::new(Code::UnverifiedEndorsement, place.clone());
                reader.push(diagnostic.with("work", own.work.value.as_str()).hint(hint));
            }
        }
    }
    dates(own, yaml, reader);
}

/// In one language at least; but one of the publication's, for its readers have to understand them.
fn reservations(texts: &Texts, book: &Book, reader: &mut Reader) {
    in_some_language(texts, reader);
    let tags: Vec<&str> = book.tags().collect();
    let understood = texts.entries.iter().any(|(key, _)| tags.contains(&key.text.as_str()));
    if !understood && !texts.entries.is_empty() {
        let diagnostic = Diagnostic::new(Code::MissingText, reader.at(texts.span)).with("language", tags[0]);
        reader.push(diagnostic);
    }
}

fn dates(own: &EndorsementYaml, yaml: &SignatoryYaml, reader: &mut Reader) {
    let signed = own.signed.value;
    let withdrawal = own.withdrawal.as_ref().map(|withdrawal| &withdrawal.value.date);
    let after_signature =
        [(own.registered.as_ref(), "hint-registered"), (own.until.as_ref(), "hint-until"), (withdrawal, "hint-withdrawal")];
    for (date, hint) in after_signature {
        if let Some(date) = date.filter(|date| date.value < signed) {
            impossible(date, signed, hint, reader);
        }
    }
    let begins = own.effective.as_ref().map_or(signed, |effective| effective.value);
    if let Some(until) = own.until.as_ref().filter(|until| until.value >= signed && until.value < begins) {
        impossible(until, begins, "hint-effective", reader);
    }
    // Whatever has been verified had been signed.
    if let Some(verification) = yaml.verification.as_ref().filter(|_| own.status.value != EndorsementStatus::Pending) {
        let date = &verification.value.date;
        let first = yaml.endorsements.iter().map(|own| own.value.signed.value).min();
        if first.is_some_and(|first| date.value < first && first == signed) {
            impossible(date, signed, "hint-verification", reader);
        }
    }
}

fn impossible(date: &Spanned<Date>, other: Date, hint: &'static str, reader: &mut Reader) {
    let diagnostic = Diagnostic::new(Code::ImpossibleDate, reader.at(date.span));
    reader.push(diagnostic.with("date", date.value.to_string()).with("other", other.to_string()).hint(hint));
}
