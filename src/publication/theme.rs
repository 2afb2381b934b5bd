//! The theme: templates, styles, fonts and Typst templates, checked before anything is made with them.
//!
//! Takes: `themes/<name>/` laid over the built-in default, and the messages. Gives: a [`Theme`] with templates parsed, and every
//! use of a message in them. Must not know what the pages hold.

use std::collections::BTreeMap;
use std::hash::Hash;
use std::io::Write;
use std::ops::Range;
use std::sync::Arc;

use camino::{Utf8Path, Utf8PathBuf};
use tera::{Kwargs, State, Tera, Value};

use super::addresses::Addresses;
use super::settled::settle;
use crate::config::Book;
use crate::diagnostics::{Code, Diagnostic, Place, Source, Span, nearest};
use crate::locale::{Messages, Use};
use crate::memo::{Memo, Seal};
use crate::sources::{Bytes, Sources};

pub struct Theme {
    pub templates: Arc<Tera>,
    /// By language: what templates are told on every page.
    pub answers: Vec<Value>,
    /// Hash of the templates and of all messages: what every page depends on.
    pub key: [u8; 32],
    /// By their names, for pointing at them.
    sources: BTreeMap<String, Arc<Source>>,
    /// Files that pages ask for, by their path within the theme: styles, fonts, icons.
    pub assets: BTreeMap<Utf8PathBuf, Bytes>,
    /// Typst files by their path within the theme.
    pub typst: BTreeMap<Utf8PathBuf, Arc<Source>>,
    /// TrueType and OpenType fonts, for PDFs.
    pub fonts: BTreeMap<Utf8PathBuf, Bytes>,
}

impl Theme {
    pub fn read(
        (sources, memo): (&Sources, &Memo),
        book: &Book,
        messages: &Arc<Messages>,
        addresses: &Addresses,
    ) -> (Theme, Vec<Diagnostic>) {
        let files = Files::of(sources, &book.theme);
        let mut hasher = blake3::Hasher::new();
        let texts = files.texts.iter().filter(|(path, _)| path.starts_with("templates")).map(|(_, source)| source);
        let messages_of = sources.texts_below(Utf8Path::new("locales")).map(|(_, source)| source);
        for source in texts.chain(messages_of) {
            hasher.update(&(source.text.len() as u64).to_le_bytes()).update(source.text.as_bytes());
        }
        let mut theme = Theme {
            templates: Arc::default(),
            answers: vec![Value::none(); book.languages.len()],
            key: *hasher.finalize().as_bytes(),
            sources: files.texts.iter().filter_map(|(path, source)| template_name(path, source)).collect(),
            assets: files.assets(),
            typst: files.texts.iter().filter(|(path, _)| path.starts_with("typst")).map(cloned).collect(),
            fonts: files.bytes.iter().filter(|(path, _)| is_font(path)).map(cloned).collect(),
        };
        let mut diagnostics = theme.missing_templates();
        // Tera would stop at the first of them.
        if diagnostics.is_empty() {
            let of = |seal: &mut Seal| {
                (theme.key, book.source.seal(), theme.assets.keys().map(|path| path.as_str()).collect::<Vec<_>>())
                    .hash(seal);
                theme.sources.values().for_each(|source| source.seal().hash(seal));
            };
            let parsed = memo.or("templates", of, || theme.parsed(messages, addresses));
            (theme.templates, theme.answers, diagnostics) = Arc::unwrap_or_clone(parsed);
        }
        diagnostics.extend(unknown_theme(sources, book));
        // A template of the tool's own is no place that an author could mend.
        let own = |used: Use| Use { place: used.place.filter(|place| !sources.is_built_in(&place.source.path)), ..used };
        diagnostics.extend(messages.check(&theme.uses().into_iter().map(own).collect::<Vec<_>>(), book));
        (theme, diagnostics)
    }

    /// Templates that others name and that are not there.
    fn missing_templates(&self) -> Vec<Diagnostic> {
        let named =
            self.sources.values().flat_map(|source| named_templates(source).map(move |(name, span)| (source, name, span)));
        let missing = named.filter(|(_, name, _)| !self.sources.contains_key(*name));
        let diagnostic = |(source, name, span)| {
            let diagnostic = Diagnostic::new(Code::MissingTemplate, Place::new(source, span)).with("template", name);
            match nearest(name, self.sources.keys().map(String::as_str)) {
                Some(near) => diagnostic.with("nearest", near).hint("hint-nearest"),
                None => diagnostic,
            }
        };
        missing.map(diagnostic).collect()
    }

    /// The templates as they are rendered, what they are told on every page, and what is wrong with them.
    fn parsed(&self, messages: &Arc<Messages>, addresses: &Addresses) -> (Arc<Tera>, Vec<Value>, Vec<Diagnostic>) {
        let mut tera = Tera::default();
        tera.set_escape_fn(escape);
        let texts = Arc::clone(messages);
        let t = move |arguments: Kwargs, state: &State<'_>| -> Result<String, tera::Error> {
            let key = arguments.must_get::<&str>("key")?;
            // A component sees only its arguments: it would speak the first language on every page.
            let unknown = || tera::Error::message("`t` does not know the language here; give the component its texts");
            let tag = state.get::<Value>("lang")?.ok_or_else(unknown)?;
            let others = arguments.iter().filter(|(name, _)| name.as_str() != Some("key"));
            let values: Vec<(String, String)> = others.map(|(name, value)| (name.to_string(), value.to_string())).collect();
            let values: Vec<(&str, &str)> = values.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
            Ok(texts.text(tag.as_str().and_then(|tag| texts.language(tag)).unwrap_or_default(), key, &values))
        };
        tera.register_function("t", t);
        // Tera's own copies the text.
        tera.register_filter("safe", |value: Value, _: Kwargs, _: &State<'_>| value.mark_safe());
        tera.register_filter("css", |value: &str, _: Kwargs, _: &State<'_>| css_string(value));
        let known: BTreeMap<String, String> =
            self.assets.keys().map(|path| (path.to_string(), addresses.asset(path.as_str()))).collect();
        let known = Arc::new(known);
        let files = Arc::clone(&known);
        let asset = move |arguments: Kwargs, _: &State<'_>| -> Result<String, tera::Error> {
            let path = arguments.must_get::<&str>("path")?;
            files.get(path).cloned().ok_or_else(|| tera::Error::message(format!("the theme has no file `{path}`")))
        };
        tera.register_function("asset", asset);
        let templates = self.sources.iter().map(|(name, source)| (name.clone(), source.text.to_string())).collect();
        let (templates, answers) = settle(templates, self.answers.len(), |function, argument, language| match function {
            "t" => messages.fixed(language, argument).map(str::to_owned),
            _ => known.get(argument).cloned(),
        });
        let mistakes = match tera.add_raw_templates(templates) {
            Ok(()) => Vec::new(),
            Err(error) => match self.unknown_names(&error.to_string()) {
                unknown if unknown.is_empty() => vec![self.diagnostic(&error)],
                unknown => unknown,
            },
        };
        (Arc::new(tera), answers, mistakes)
    }

    /// Unknown filters, functions and components come as one text: for each `error: …`, then ` --> template:line:column`.
    fn unknown_names(&self, report: &str) -> Vec<Diagnostic> {
        let parts = report.split("error: ").skip(1).filter_map(|part| {
            let (detail, rest) = part.split_once('\n')?;
            let mut place = rest.lines().next()?.split_once("--> ")?.1.rsplitn(3, ':');
            let (column, line, name) =
                (place.next()?.parse::<usize>().ok()?, place.next()?.parse::<usize>().ok()?, place.next()?);
            let source = self.sources.get(name)?;
            let text = &*source.text;
            let start: usize = text.split_inclusive('\n').take(line.checked_sub(1)?).map(str::len).sum();
            let start = start + text[start..].char_indices().nth(column.checked_sub(1)?)?.0;
            let carets = rest.lines().nth(3)?.matches('^').count();
            let length = text[start..].char_indices().nth(carets).map_or(text.len() - start, |(at, _)| at);
            let place = Place::new(source, Span::new(start, start + length));
            Some(Diagnostic::new(Code::MalformedTemplate, place).with("detail", detail))
        });
        parts.collect()
    }

    /// A Tera error as a diagnostic at its template.
    pub fn diagnostic(&self, error: &tera::Error) -> Diagnostic {
        use tera::ErrorKind;
        let (name, span, detail) = match error.kind() {
            ErrorKind::SyntaxError(report) | ErrorKind::RenderingError(report) => {
                (report.filename(), report.span().range.clone(), report.message().to_owned())
            }
            ErrorKind::CircularExtend { tpl, .. } | ErrorKind::CircularInclude { tpl, .. } => {
                (tpl.as_str(), 0..0, error.to_string())
            }
            ErrorKind::MissingParent { current, .. } => (current.as_str(), 0..0, error.to_string()),
            _ => ("", 0..0, error.to_string()),
        };
        let place = match self.sources.get(name) {
            Some(source) => {
                let end = span.end.min(source.text.len());
                Place::new(source, Span::new(source.text.floor_char_boundary(span.start.min(end)), end))
            }
            None => Place::file(format!("templates/{name}")),
        };
        Diagnostic::new(Code::MalformedTemplate, place).with("detail", detail)
    }

    /// Every message that templates ask for: `t(key="…", …)` in pages, `t("…", …)` in Typst.
    fn uses(&self) -> Vec<Use> {
        let pages = self.sources.values().flat_map(|source| calls(source, "key=\""));
        pages.chain(self.typst.values().flat_map(|source| calls(source, "\""))).collect()
    }

    /// The messages that a Typst file and all that it imports ask for: `t("…", …)`.
    pub fn typst_uses(&self, main: &str) -> Vec<Use> {
        let mut known: Vec<Utf8PathBuf> = vec![Utf8Path::new("typst").join(main)];
        let mut uses = Vec::new();
        let mut next = 0;
        while let Some(path) = known.get(next).cloned() {
            next += 1;
            let Some(source) = self.typst.get(&path) else { continue };
            uses.extend(calls(source, "\""));
            let folder = path.parent().unwrap_or(Utf8Path::new(""));
            for imported in imports(&source.text).map(|name| folder.join(name)) {
                if !known.contains(&imported) {
                    known.push(imported);
                }
            }
        }
        uses
    }
}

/// What a Typst file imports, as it names it.
fn imports(text: &str) -> impl Iterator<Item = &str> {
    text.split("import \"").skip(1).filter_map(|rest| rest.split('"').next())
}

/// Escapes for element content and for attributes alike, as Tera does, and at once what has nothing to escape.
fn escape(text: &str, html: &mut dyn Write) -> std::io::Result<()> {
    let special = |byte: &u8| matches!(byte, b'&' | b'<' | b'>' | b'"' | b'\'');
    let mut rest = text.as_bytes();
    if !rest.iter().fold(false, |found, byte| found | special(byte)) {
        return html.write_all(rest);
    }
    while let Some(at) = rest.iter().position(special) {
        html.write_all(&rest[..at])?;
        html.write_all(match rest[at] {
            b'&' => b"&amp;",
            b'<' => b"&lt;",
            b'>' => b"&gt;",
            b'"' => b"&quot;",
            _ => b"&#39;",
        })?;
        rest = &rest[at + 1..];
    }
    html.write_all(rest)
}

/// A mistyped theme would silently be the default one.
fn unknown_theme(sources: &Sources, book: &Book) -> Option<Diagnostic> {
    let place = book.theme_place.clone()?;
    let folder = Utf8Path::new("themes");
    let files = sources.texts_below(folder).map(|(path, _)| path).chain(sources.files_below(folder).map(|(path, _)| path));
    let mut known: Vec<&str> = files.filter_map(|path| Some(path.components().nth(1)?.as_str())).collect();
    known.sort_unstable();
    known.dedup();
    let unknown = !known.contains(&book.theme.as_str());
    let diagnostic = || Diagnostic::new(Code::UnknownValue, place).with("value", book.theme.as_str());
    unknown.then(|| diagnostic().nearest(&book.theme, known))
}

/// What a template extends and includes, and where it says so.
fn named_templates(source: &Source) -> impl Iterator<Item = (&str, Span)> {
    let text = &*source.text;
    text.match_indices("{%").filter_map(move |(at, _)| {
        let tag = text[at + 2..].trim_start_matches('-').trim_start();
        let name = ["extends", "include"].iter().find_map(|word| tag.strip_prefix(word))?.trim_start().strip_prefix('"')?;
        let name = &name[..name.find(['"', '\n'])?];
        let start = name.as_ptr() as usize - text.as_ptr() as usize;
        Some((name, Span::new(start, start + name.len())))
    })
}

/// The files of a theme, its own laid over the default's.
struct Files {
    texts: BTreeMap<Utf8PathBuf, Arc<Source>>,
    bytes: BTreeMap<Utf8PathBuf, Bytes>,
}

impl Files {
    fn of(sources: &Sources, name: &str) -> Self {
        let mut files = Files { texts: BTreeMap::new(), bytes: BTreeMap::new() };
        for folder in [Utf8PathBuf::from("themes/default"), Utf8Path::new("themes").join(name)] {
            let within = |path: &Utf8Path| path.strip_prefix(&folder).map(Utf8Path::to_owned).unwrap_or_default();
            files.texts.extend(sources.texts_below(&folder).map(|(path, source)| (within(path), Arc::clone(source))));
            files.bytes.extend(sources.files_below(&folder).map(|(path, bytes)| (within(path), bytes.clone())));
        }
        files
    }

    fn assets(&self) -> BTreeMap<Utf8PathBuf, Bytes> {
        let shown = |path: &Utf8Path| {
            matches!(path.extension(), Some("css" | "js" | "svg" | "woff2" | "png" | "jpg" | "jpeg" | "webp" | "ico"))
        };
        let texts = self.texts.iter().filter(|(path, _)| shown(path));
        let texts = texts.map(|(path, source)| (path.clone(), Bytes::Read(source.text.as_bytes().into())));
        texts.chain(self.bytes.iter().filter(|(path, _)| shown(path)).map(cloned)).collect()
    }
}

fn cloned<T: Clone>((path, value): (&Utf8PathBuf, &T)) -> (Utf8PathBuf, T) {
    (path.clone(), value.clone())
}

fn template_name(path: &Utf8Path, source: &Arc<Source>) -> Option<(String, Arc<Source>)> {
    let name = path.strip_prefix("templates").ok()?;
    Some((name.to_string(), Arc::clone(source)))
}

/// A text as CSS takes it: in quotes, which nothing in it can close.
fn css_string(text: &str) -> String {
    let mut string = String::with_capacity(text.len() + 2);
    string.push('"');
    for character in text.chars() {
        match character {
            '"' | '\\' => string.extend(['\\', character]),
            _ if character.is_control() => string.push_str(&format!("\\{:x} ", u32::from(character))),
            _ => string.push(character),
        }
    }
    string.push('"');
    string
}

fn is_font(path: &Utf8Path) -> bool {
    path.starts_with("fonts") && matches!(path.extension(), Some("ttf" | "otf"))
}

/// The calls of `t(` in a template whose key is a literal introduced by `opening`.
fn calls(source: &Arc<Source>, opening: &str) -> Vec<Use> {
    let text = &*source.text;
    let mut uses = Vec::new();
    for (at, _) in text.match_indices("t(") {
        let part_of_a_word = text[..at].ends_with(|before: char| before.is_alphanumeric() || before == '_' || before == '-');
        let Some(rest) = text[at + 2..].strip_prefix(opening).filter(|_| !part_of_a_word) else { continue };
        let Some(length) = rest.find('"') else { continue };
        let start = at + 2 + opening.len();
        let arguments = argument_names(&rest[length + 1..]);
        let place = Place::new(source, Span::new(start, start + length));
        uses.push(Use { key: rest[..length].to_owned(), arguments, place: Some(place) });
    }
    uses
}

/// `, number=n, title: x)` → number, title: names at the call's own depth.
fn argument_names(rest: &str) -> Vec<String> {
    let mut names = Vec::new();
    let (mut depth, mut quoted, mut start) = (0usize, false, 0usize);
    for (at, character) in rest.char_indices() {
        match character {
            '"' => quoted = !quoted,
            _ if quoted => {}
            '(' | '[' | '{' => depth += 1,
            ')' if depth == 0 => break,
            ')' | ']' | '}' => depth = depth.saturating_sub(1),
            ',' if depth == 0 => start = at + 1,
            '=' | ':' if depth == 0 && start > 0 => {
                names.push(rest[Range { start, end: at }].trim().to_owned());
                start = 0;
            }
            _ => {}
        }
    }
    names
}
