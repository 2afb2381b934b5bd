//! What authors write as a link's destination, as paths and addresses.
//!
//! Takes: text. Gives: the same for a browser, or the path that it means. Must not know what stands anywhere.

use std::borrow::Cow;

use camino::{Utf8Path, Utf8PathBuf};

use crate::config::Book;

/// What people type and an address cannot hold stands there by its number, as in a browser (URL Standard, percent-encoded bytes).
pub fn encoded(address: &str) -> String {
    let host = address.find("://").map_or(0, |at| at + 3);
    let path = address[host..].find(['/', '?', '#']).map_or(address.len(), |at| host + at);
    let mut encoded = String::with_capacity(address.len());
    for (at, character) in address.char_indices() {
        let never = character.is_ascii_control() || " \"<>\\^`{|}".contains(character);
        // In a host, brackets are around numbers.
        let encode = never || (at >= path && "[]".contains(character));
        match encode {
            true => encoded.push_str(&format!("%{:02X}", character as u32)),
            false => encoded.push(character),
        }
    }
    encoded
}

pub fn is_scheme(text: &str) -> bool {
    text.bytes().next().is_some_and(|byte| byte.is_ascii_alphabetic())
        && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"+-.".contains(&byte))
}

/// A path relative to a folder, lexically; none if it climbs out.
pub fn join(folder: &Utf8Path, relative: &str) -> Option<Utf8PathBuf> {
    let mut joined = String::with_capacity(folder.as_str().len() + 1 + relative.len());
    joined.push_str(folder.as_str().trim_matches('/'));
    for part in relative.split(['/', '\\']) {
        match part {
            "" | "." => {}
            ".." if joined.is_empty() => return None,
            ".." => joined.truncate(joined.rfind('/').unwrap_or(0)),
            name => {
                if !joined.is_empty() {
                    joined.push('/');
                }
                joined.push_str(name);
            }
        }
    }
    Some(joined.into())
}

/// `02-rights.en.md`, `02-rights.md`, `folder/` → the path that chapters are known by.
pub fn without_suffix(joined: Utf8PathBuf, written: &str, book: &Book) -> Utf8PathBuf {
    if written.ends_with('/') {
        return joined.join("index");
    }
    let Some(stem) = joined.as_str().strip_suffix(".md") else { return joined };
    match stem.rsplit_once('.') {
        Some((logical, tag)) if book.tags().any(|known| known == tag) => logical.into(),
        _ => stem.into(),
    }
}

/// `%20` and the like; what is not UTF-8 afterwards stays as written.
pub fn percent_decoded(text: &str) -> Cow<'_, str> {
    if !text.contains('%') {
        return text.into();
    }
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let Some((&first, after)) = rest.split_first() {
        let code = (first == b'%').then(|| after.get(..2)).flatten();
        let code = code.and_then(|digits| u8::from_str_radix(std::str::from_utf8(digits).ok()?, 16).ok());
        bytes.push(code.unwrap_or(first));
        rest = if code.is_some() { &after[2..] } else { after };
    }
    String::from_utf8(bytes).map_or(text.into(), Cow::Owned)
}
