//! One institution, one entry: the same one found again under another id, and names made to look like another's.
//!
//! Takes: all files of the register. Gives: a diagnostic at the second of two that look alike, with the first as the related place. Must not
//! know what they have endorsed.

use std::collections::HashMap;

use icu::normalizer::DecomposingNormalizerBorrowed;
use unicode_security::{MixedScript, skeleton};

use crate::diagnostics::{Code, Diagnostic, Place, Span};
use crate::documents::SignatoryFile;
use crate::documents::signatory::ror_code;

/// Where something was found first: the file's place in the register and the span in it.
type First = HashMap<(&'static str, String), (usize, Span)>;

pub(super) fn check(files: &[SignatoryFile]) -> Vec<Diagnostic> {
    let mut first = First::new();
    let mut looks: HashMap<String, (usize, Span, String)> = HashMap::new();
    let mut diagnostics = Vec::new();
    for (place, file) in files.iter().enumerate() {
        // Of one pair of files only what says most: an identifier before a name, a name before a domain.
        let mut told = Vec::new();
        for (kind, key, span, value) in traits_of(file) {
            let (other, there) = *first.entry((kind, key)).or_insert((place, span));
            if other == place || told.contains(&other) || kin(file, &files[other]) {
                continue;
            }
            told.push(other);
            let certain = matches!(kind, "identifier" | "name");
            let code = if certain { Code::DuplicateSignatory } else { Code::LikelyDuplicate };
            let diagnostic = Diagnostic::new(code, Place::new(&file.source, span)).with("shared", kind).with("value", value);
            let diagnostic = diagnostic.with("other", files[other].yaml.id.value.as_str());
            diagnostics.push(diagnostic.related(Place::new(&files[other].source, there)));
        }
        for (name, span) in names(file) {
            if let Some(word) = name.split_whitespace().find(|word| !word.is_single_script()) {
                let diagnostic = Diagnostic::new(Code::MixedScripts, Place::new(&file.source, span));
                diagnostics.push(diagnostic.with("word", word));
            }
            let (folded, look) = (folded(name), folded(&skeleton(name).collect::<String>()));
            let (other, there, theirs) = looks.entry(look).or_insert((place, span, folded.clone()));
            if *other != place && *theirs != folded && !told.contains(other) {
                let diagnostic = Diagnostic::new(Code::ImitatedName, Place::new(&file.source, span)).with("name", name);
                let diagnostic = diagnostic.with("other", files[*other].yaml.id.value.as_str());
                diagnostics.push(diagnostic.related(Place::new(&files[*other].source, *there)));
                told.push(*other);
            }
        }
    }
    diagnostics
}

/// What two entries cannot share without being one institution, or most likely one.
fn traits_of(file: &SignatoryFile) -> Vec<(&'static str, String, Span, String)> {
    let yaml = &file.yaml;
    let mut found = Vec::new();
    if let Some(identifiers) = &yaml.identifiers {
        let own = [
            ("ror ", identifiers.ror.as_ref().map(|ror| (ror_code(&ror.value), ror.span))),
            ("wikidata ", identifiers.wikidata.as_ref().map(|own| (own.value.as_str(), own.span))),
            ("org-id ", identifiers.org_id.as_ref().map(|own| (own.value.as_str(), own.span))),
        ];
        for (scheme, value, span) in
            own.into_iter().filter_map(|(scheme, own)| own.map(|(value, span)| (scheme, value, span)))
        {
            found.push(("identifier", format!("{scheme}{value}"), span, value.to_owned()));
        }
    }
    // Ministries of the Interior are many; in one country there is one.
    let country = yaml.country.value.as_str();
    for (name, span) in names(file) {
        found.push(("name", format!("{country} {}", folded(name)), span, name.to_owned()));
    }
    for (_, acronym) in yaml.acronym.iter().flat_map(|acronym| &acronym.entries) {
        let key = format!("{country} {} {}", yaml.r#type.value, folded(&acronym.value));
        found.push(("acronym", key, acronym.span, acronym.value.clone()));
    }
    if let Some(website) = &yaml.website
        && let Some(domain) = domain(&website.value)
    {
        found.push(("domain", domain.clone(), website.span, domain));
    }
    found.retain(|(_, key, _, _)| !key.ends_with(' '));
    found
}

/// All that it calls itself or did.
fn names(file: &SignatoryFile) -> impl Iterator<Item = (&str, Span)> {
    let former = file.yaml.history.iter().map(|former| &former.names);
    let all = std::iter::once(&file.yaml.names).chain(former).flat_map(|names| &names.entries);
    all.map(|(_, name)| (name.value.as_str(), name.span))
}

/// One that took over another's tasks may have its name and its website.
fn kin(one: &SignatoryFile, other: &SignatoryFile) -> bool {
    let follows = |one: &SignatoryFile, other: &SignatoryFile| {
        one.yaml.successor.as_ref().is_some_and(|successor| successor.value == other.yaml.id.value)
    };
    follows(one, other) || follows(other, one)
}

/// The part of a website's host that is registered; none where that is an address in numbers or a suffix alone.
fn domain(website: &str) -> Option<String> {
    let host = website.split_once("://")?.1.split(['/', '?', '#', ':']).next()?.to_lowercase();
    // Hosts that lend room to many institutions say nothing.
    const LENT: [&str; 5] = ["facebook.com", "google.com", "linkedin.com", "instagram.com", "x.com"];
    let domain = psl::domain_str(&host)?;
    (!LENT.contains(&domain)).then(|| domain.to_owned())
}

/// A name as people compare names: letters and digits without case and accents, one space between words.
pub fn folded(name: &str) -> String {
    let decomposed = DecomposingNormalizerBorrowed::new_nfkd().normalize(name);
    let mut folded = String::new();
    for character in decomposed.chars().flat_map(char::to_lowercase) {
        match character {
            // What NFKD splits off a letter.
            '\u{300}'..='\u{36f}' => {}
            _ if character.is_alphanumeric() => folded.push(character),
            _ if folded.is_empty() || folded.ends_with(' ') => {}
            _ => folded.push(' '),
        }
    }
    folded.truncate(folded.trim_end().len());
    folded
}
