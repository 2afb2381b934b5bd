//! Bibliographies: the works that contributions cite.
//!
//! Takes: a work's BibTeX file. Gives: its entries by key, as `hayagriva` sets them, and a diagnostic for what BibTeX does not allow, for
//! fields that are missing or cannot be true, for keys given twice: the library takes most of that in silence. Must not know who cites
//! what.
//!
//! [`bibtex`] reads the file as far as it can be read, [`fields`] looks at what the entries say. Only what has passed both is handed to
//! the library, entry by entry: one that is broken leaves the others alone.

mod bibtex;
mod fields;

use std::collections::{BTreeMap, HashMap, HashSet};
use std::hash::Hash;
use std::sync::Arc;

use biblatex::{Chunk, Pair, RawBibliography, RawEntry, Spanned};
use camino::Utf8Path;
use hayagriva::Entry;

use self::bibtex::Typed;
use crate::config::Book;
use crate::diagnostics::{Code, Diagnostic, Place, Source, Span, first_of_each_kind, nearest};
use crate::documents::{CONTENT, WorkFile};
use crate::guard::guarded;
use crate::locale::Language;
use crate::memo::{Memo, Seal};
use crate::sources::Sources;

/// The entries of one work.
#[derive(Default)]
pub struct Bibliography {
    pub entries: BTreeMap<String, (Entry, Place)>,
    /// Keys of entries that cannot be used, which were reported.
    pub broken: HashSet<String>,
    /// Whether parts of the file could not be read, so that nobody knows which keys it holds.
    pub partial: bool,
    /// Of the file.
    pub seal: [u8; 32],
}

/// A bibliography and what is wrong with it.
pub type Parsed = (Bibliography, Vec<Diagnostic>);

/// The bibliography that a work names; none where it names none or the file cannot be read.
pub fn read(
    sources: &Sources,
    (book, languages): (&Book, &[Language]),
    work: &WorkFile,
    memo: &Memo,
) -> (Option<Arc<Parsed>>, Vec<Diagnostic>) {
    let Some(named) = &work.yaml.bibliography else { return (None, Vec::new()) };
    let path = super::links::join(&work.folder, &named.value).map(|path| Utf8Path::new(CONTENT).join(path));
    let path = path.filter(|path| path.extension() == Some("bib"));
    if let Some(source) = path.as_ref().and_then(|path| sources.texts.get(path)) {
        let latest = work.yaml.edition.as_ref().map(|edition| i32::from(edition.date.year()) + 1);
        let of = |seal: &mut Seal| (book.source.seal(), source.seal(), latest).hash(seal);
        return (Some(memo.or("bibliography", of, || parse(source, latest, languages))), Vec::new());
    }
    // Why a file that is there cannot be read was said where it was.
    if path.as_ref().is_some_and(|path| sources.damaged.contains(path)) {
        return (None, Vec::new());
    }
    let known = sources.texts_below(Utf8Path::new(CONTENT)).map(|(path, _)| path.as_str());
    let known = known.filter_map(|path| path.strip_prefix(CONTENT)?.strip_prefix('/')?.strip_prefix(work.folder.as_str()));
    let known = known.filter_map(|path| path.strip_prefix('/')).filter(|path| path.ends_with(".bib"));
    let place = Place::new(&work.source, named.span);
    let diagnostic = Diagnostic::new(Code::MissingBibliography, place).with("file", named.value.as_str());
    let diagnostic = match nearest(&named.value, known) {
        Some(near) => diagnostic.with("nearest", near).hint("hint-nearest"),
        None => diagnostic,
    };
    (None, vec![diagnostic])
}

/// `latest` is the last year that a work can be from, `languages` those whose quotation marks are known.
pub fn parse(source: &Arc<Source>, latest: Option<i32>, languages: &[Language]) -> Parsed {
    let (Typed { entries, sound }, mut diagnostics) = bibtex::read(source);
    let mut bibliography = Bibliography { partial: !sound, seal: *source.seal(), ..Bibliography::default() };
    let mut keys: HashMap<&str, Place> = HashMap::new();
    let mut first_of: HashMap<&str, &RawEntry<'_>> = HashMap::new();
    let mut own = Vec::new();
    for (entry, is_filled) in &entries {
        let key = &entry.v.key;
        let place = Place::new(source, Span::new(key.span.start, key.span.end));
        if let Some(first) = keys.get(key.v) {
            let diagnostic = Diagnostic::new(Code::DuplicateReference, place).with("key", key.v);
            diagnostics.push(diagnostic.related(first.clone()));
            continue;
        }
        keys.insert(key.v, place.clone());
        first_of.insert(key.v, &entry.v);
        own.push((entry, *is_filled, place));
    }
    for (entry, is_filled, place) in own {
        let key = entry.v.key.v;
        let (parent, mistakes) = parent(source, &entry.v, &first_of);
        diagnostics.extend(mistakes);
        let found = fields::check(source, &entry.v, latest);
        let is_sound = is_filled && found.is_empty();
        diagnostics.extend(found);
        let set = if is_sound { set(source, entry, parent, &place) } else { Err(None) };
        match set {
            Ok(set) => {
                diagnostics.extend(fields::missing(&entry.v, parent, &place));
                let tag = set.language().map(|own| own.language.as_str().to_owned()).unwrap_or_default();
                diagnostics.extend(first_of_each_kind(fields::marks(source, &entry.v, &tag, languages)));
                bibliography.entries.insert(key.to_owned(), (set, place));
            }
            Err(diagnostic) => {
                diagnostics.extend(diagnostic);
                bibliography.broken.insert(key.to_owned());
            }
        }
    }
    (bibliography, diagnostics)
}

/// The entry that another takes what it lacks from; one step of the way, as in BibTeX.
fn parent<'e, 's>(
    source: &Arc<Source>,
    entry: &RawEntry<'s>,
    all: &HashMap<&str, &'e RawEntry<'s>>,
) -> (Option<&'e RawEntry<'s>>, Option<Diagnostic>) {
    let Some((named, span)) = fields::field(entry, "crossref") else { return (None, None) };
    let found = all.get(named.as_str()).copied().filter(|parent| parent.key.v != entry.key.v);
    let unknown = || {
        let place = Place::new(source, Span::new(span.start, span.end));
        let diagnostic = Diagnostic::new(Code::UnknownReference, place).with("key", named.as_str());
        match nearest(&named, all.keys().copied().filter(|key| *key != entry.key.v)) {
            Some(near) => diagnostic.with("nearest", near).hint("hint-nearest"),
            None => diagnostic,
        }
    };
    (found, found.is_none().then(unknown))
}

/// One entry as the library has it, or what it says against it.
fn set(
    source: &Arc<Source>,
    entry: &Spanned<RawEntry<'_>>,
    parent: Option<&RawEntry<'_>>,
    place: &Place,
) -> Result<Entry, Option<Diagnostic>> {
    let inherited = parent.map(|parent| {
        let (key, kind) = (parent.key.clone(), parent.kind.clone());
        Spanned::new(RawEntry { key, kind, fields: without_parent(parent) }, entry.span.clone())
    });
    let own = match inherited {
        Some(_) => entry.v.clone(),
        None => RawEntry { key: entry.v.key.clone(), kind: entry.v.kind.clone(), fields: without_parent(&entry.v) },
    };
    let entries = std::iter::once(Spanned::new(own, entry.span.clone())).chain(inherited).collect();
    let raw = RawBibliography { preamble: String::new(), entries, abbreviations: Vec::new() };
    let failed = |detail: String| Some(gave_up(place.clone(), detail));
    let parsed = match guarded(|| biblatex::Bibliography::from_raw(raw)).map_err(failed)? {
        Ok(parsed) => parsed,
        Err(error) => return Err(Some(bibtex::malformed(source, error.span, &error.kind))),
    };
    let Some(parsed) = parsed.get(entry.v.key.v) else { return Err(None) };
    if let Some(command) = parsed.fields.values().flatten().find_map(command) {
        let diagnostic = Diagnostic::new(Code::UnknownCommand, place.clone()).with("command", command);
        return Err(Some(diagnostic.with("key", entry.v.key.v)));
    }
    guarded(|| Entry::try_from(parsed)).map_err(failed)?.map_err(|error| {
        let diagnostic = Diagnostic::new(Code::MalformedBibliography, place.clone()).with("problem", "value");
        Some(diagnostic.with("detail", error.kind.to_string()).hint("hint-value"))
    })
}

/// The library fails at what stands in a bibliography, and not by saying so.
#[doc(hidden)]
pub fn gave_up(place: Place, detail: String) -> Diagnostic {
    let diagnostic = Diagnostic::new(Code::MalformedBibliography, place).with("problem", "library");
    diagnostic.with("detail", detail).hint("hint-internal")
}

fn without_parent<'s>(entry: &RawEntry<'s>) -> Vec<Pair<'s>> {
    entry.fields.iter().filter(|field| !field.key.v.eq_ignore_ascii_case("crossref")).cloned().collect()
}

/// A LaTeX command that the library leaves as it was typed.
fn command(chunk: &Spanned<Chunk>) -> Option<String> {
    let (Chunk::Normal(text) | Chunk::Verbatim(text)) = &chunk.v else { return None };
    let (_, after) = text.split_once('\\')?;
    let end = after.find(|letter: char| !letter.is_ascii_alphabetic()).unwrap_or(after.len());
    (end > 0).then(|| format!("\\{}", &after[..end]))
}
