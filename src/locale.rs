//! The texts of pages and PDFs in each language: Fluent messages, dates, direction, quotation marks.
//!
//! Takes: the publication's languages and its `locales/<tag>/*.ftl`. Gives: [`Messages`], which cannot fail once [`Messages::check`]
//! found nothing. Must not know who asks: what uses which message is told to it by the code ([`USED_BY_CODE`]) and read from
//! templates by `publication`.

mod collation;
mod months;
mod numbers;
mod quotation;
mod regions;
mod tongues;
mod uses;

use std::collections::{BTreeMap, HashMap};
use std::hash::Hash;
use std::ops::Range;
use std::sync::Arc;

use fluent::concurrent::FluentBundle;
use fluent::{FluentArgs, FluentResource, FluentValue};
use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement};
use icu::datetime::{
    DateTimeFormatter,
    fieldsets::{YM, YMD},
    input::Date,
};
use icu::decimal::{DecimalFormatter, input::Decimal};
use icu::locale::{LocaleDirectionality, locale};

pub use quotation::QuotationMarks;
pub use uses::{OPTIONAL, USED_BY_CODE};

use crate::characters;
use crate::config::Book;
use crate::diagnostics::{Code, Diagnostic, Place, Source, Span, nearest};
use crate::memo::{Memo, Seal};
use crate::sources::Sources;

/// A language of the publication.
#[derive(Clone, Debug)]
pub struct Language {
    pub tag: String,
    /// Its name in itself.
    pub name: String,
    pub direction: Direction,
    formats: icu::locale::Locale,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    LeftToRight,
    RightToLeft,
}

impl Direction {
    /// The value of HTML's `dir`.
    pub fn name(self) -> &'static str {
        match self {
            Direction::LeftToRight => "ltr",
            Direction::RightToLeft => "rtl",
        }
    }
}

/// A language tag as CLDR writes it, and the direction of its script; none where it is not well-formed (BCP 47, section 2.1).
pub fn normal(tag: &str) -> Option<(String, Direction)> {
    let id: icu::locale::LanguageIdentifier = tag.parse().ok()?;
    // Longer ones are registered for no language so far: `english` was meant to be `en`.
    if id.language.as_str().len() > 3 || id.language.is_unknown() {
        return None;
    }
    let right_to_left = LocaleDirectionality::new_extended().is_right_to_left(&id);
    Some((id.to_string(), if right_to_left { Direction::RightToLeft } else { Direction::LeftToRight }))
}

/// The languages of `book.toml`, in its order.
pub fn languages(book: &Book) -> Vec<Language> {
    let directionality = LocaleDirectionality::new_extended();
    let language = |(tag, toml): &(String, crate::config::LanguageToml)| {
        let id = tag.parse().unwrap_or(icu::locale::LanguageIdentifier::UNKNOWN);
        let formats = toml.formats.as_ref().map_or(tag.as_str(), |formats| formats.value.as_str());
        let right_to_left = directionality.is_right_to_left(&id);
        Language {
            tag: tag.clone(),
            name: toml.name.clone(),
            direction: if right_to_left { Direction::RightToLeft } else { Direction::LeftToRight },
            formats: formats.parse().unwrap_or(locale!("en")),
        }
    };
    book.languages.iter().map(language).collect()
}

impl Language {
    /// A number given in tenths, rounded to them: “1.2”, «1,2»; a whole one without a fraction.
    pub fn tenths(&self, tenths: u64) -> String {
        let mut number = Decimal::from(tenths);
        number.multiply_pow10(-1);
        number.absolute.trim_end();
        match DecimalFormatter::try_new(self.formats.clone().into(), Default::default()) {
            Ok(formatter) => formatter.format_to_string(&number),
            Err(_) => number.to_string(),
        }
    }

    /// A day in words: “22 November 2026”, «22 de noviembre de 2026».
    pub fn date(&self, date: jiff::civil::Date) -> String {
        self.dates()(date)
    }

    /// The same for many days.
    pub fn dates(&self) -> impl Fn(jiff::civil::Date) -> String + use<> {
        let formatter = DateTimeFormatter::try_new(self.formats.clone().into(), YMD::long()).ok();
        move |date| {
            let iso = Date::try_new_iso(date.year().into(), date.month().unsigned_abs(), date.day().unsigned_abs()).ok();
            // Every date jiff reads is a date for ICU too, and its data are built in.
            iso.zip(formatter.as_ref())
                .map_or_else(|| date.to_string(), |(iso, formatter)| formatter.format(&iso).to_string())
        }
    }

    /// A month: “May 2026”.
    pub fn month(&self, first: jiff::civil::Date) -> String {
        let iso = Date::try_new_iso(first.year().into(), first.month().unsigned_abs(), 1);
        match (iso, DateTimeFormatter::try_new(self.formats.clone().into(), YM::medium())) {
            (Ok(iso), Ok(formatter)) => formatter.format(&iso).to_string(),
            _ => first.to_string(),
        }
    }

    pub fn marks(&self) -> QuotationMarks {
        QuotationMarks::of(&self.tag)
    }

    /// None where nobody has told the tool what they are.
    pub fn known_marks(&self) -> Option<QuotationMarks> {
        QuotationMarks::known(&self.tag)
    }
}

/// A value set into a message.
pub type Arguments<'a> = &'a [(&'a str, &'a str)];

/// The publication's messages in all its languages.
pub struct Messages {
    languages: Vec<Arc<InLanguage>>,
}

struct InLanguage {
    tag: String,
    bundle: FluentBundle<FluentResource>,
    /// Messages without variables, formatted once: most of what a page asks for.
    fixed: HashMap<String, String>,
    defined: BTreeMap<String, Definition>,
}

/// A message's place and the variables it needs.
struct Definition {
    place: Place,
    variables: Vec<String>,
    built_in: bool,
}

/// Where a message is asked for, and the arguments given there.
#[derive(Clone, Debug)]
pub struct Use {
    pub key: String,
    pub arguments: Vec<String>,
    /// None for the tool's own code.
    pub place: Option<Place>,
}

impl Messages {
    /// Reads `locales/<tag>/*.ftl` of every language.
    pub fn read(sources: &Sources, languages: &[Language], memo: &Memo) -> (Messages, Vec<Diagnostic>) {
        let read = |language: &Language| {
            let files = files(sources, &language.tag);
            let of = |seal: &mut Seal| {
                language.tag.hash(seal);
                files.iter().for_each(|file| (file.seal(), sources.is_built_in(&file.path)).hash(seal));
            };
            let made = memo.or("messages", of, || {
                let (texts, mistakes) = InLanguage::read(sources, &language.tag, &files);
                (Arc::new(texts), mistakes)
            });
            Arc::unwrap_or_clone(made)
        };
        let (languages, mistakes): (Vec<_>, Vec<_>) = languages.iter().map(read).unzip();
        (Messages { languages }, mistakes.into_iter().flatten().collect())
    }

    /// A message in a language. Where the checks were not run, a missing one is its own key.
    pub fn text(&self, language: usize, key: &str, arguments: Arguments<'_>) -> String {
        let Some(texts) = self.languages.get(language) else { return key.to_owned() };
        if let Some(fixed) = texts.fixed.get(key) {
            return fixed.clone();
        }
        let arguments: FluentArgs<'_> = arguments.iter().map(|(name, value)| (*name, FluentValue::from(*value))).collect();
        texts.format(key, Some(&arguments)).unwrap_or_else(|| key.to_owned())
    }

    /// A message without variables.
    pub fn fixed(&self, language: usize, key: &str) -> Option<&str> {
        self.languages.get(language)?.fixed.get(key).map(String::as_str)
    }

    /// The language's place in `book.toml`.
    pub fn language(&self, tag: &str) -> Option<usize> {
        self.languages.iter().position(|language| language.tag == tag)
    }

    /// Every use must find its message in every language, with all its variables; what nobody uses is reported too.
    pub fn check(&self, uses: &[Use], book: &Book) -> Vec<Diagnostic> {
        let by_code = USED_BY_CODE.iter().map(|(key, arguments)| Use {
            key: (*key).to_owned(),
            arguments: arguments.iter().map(|name| (*name).to_owned()).collect(),
            place: None,
        });
        let uses: Vec<Use> = by_code.chain(uses.iter().cloned()).collect();
        self.languages.iter().flat_map(|language| language.check(&uses, book)).collect()
    }
}

/// A language's files. The publication's own come last, whatever their names, so that they replace the tool's.
fn files(sources: &Sources, tag: &str) -> Vec<Arc<Source>> {
    let folder = camino::Utf8PathBuf::from(format!("locales/{tag}"));
    let files = sources.texts_below(&folder).filter(|(path, _)| path.extension() == Some("ftl"));
    let mut files: Vec<_> = files.map(|(_, source)| Arc::clone(source)).collect();
    files.sort_by_key(|source| !sources.is_built_in(&source.path));
    files
}

impl InLanguage {
    fn read(sources: &Sources, tag: &str, files: &[Arc<Source>]) -> (Self, Vec<Diagnostic>) {
        let mut diagnostics = Vec::new();
        let mut bundle = FluentBundle::new_concurrent(vec![tag.parse().unwrap_or_default()]);
        bundle.set_use_isolating(false);
        bundle.add_builtins().ok();
        let mut defined = BTreeMap::new();
        for source in files {
            diagnostics.extend(characters::in_fluent_escapes(source));
            let resource = match FluentResource::try_new(source.text.to_string()) {
                Ok(resource) => resource,
                Err((resource, errors)) => {
                    diagnostics.extend(errors.iter().map(|error| malformed(source, &error.pos, &error.kind.to_string())));
                    resource
                }
            };
            for (key, variables, has_value) in resource.entries().filter_map(message) {
                if has_value {
                    let span = key_span(&source.text, &key);
                    let place = Place::new(source, span);
                    let built_in = sources.is_built_in(&source.path);
                    defined.insert(key, Definition { place, variables, built_in });
                }
            }
            bundle.add_resource_overriding(resource);
        }
        let mut texts = InLanguage { tag: tag.to_owned(), bundle, fixed: HashMap::new(), defined };
        let fixed = texts.defined.iter().filter(|(_, definition)| definition.variables.is_empty());
        texts.fixed = fixed.filter_map(|(key, _)| Some((key.clone(), texts.format(key, None)?))).collect();
        (texts, diagnostics)
    }

    fn format(&self, key: &str, arguments: Option<&FluentArgs<'_>>) -> Option<String> {
        let pattern = self.bundle.get_message(key)?.value()?;
        Some(self.bundle.format_pattern(pattern, arguments, &mut Vec::new()).into_owned())
    }

    fn check(&self, uses: &[Use], book: &Book) -> Vec<Diagnostic> {
        if self.defined.is_empty() {
            let diagnostic = Diagnostic::new(Code::MissingMessage, book.language_place(&self.tag)).with("problem", "all");
            return vec![diagnostic.with("language", self.tag.as_str()).hint("hint-all")];
        }
        let mut diagnostics = Vec::new();
        let mut used: Vec<&str> = uses.iter().map(|used| used.key.as_str()).chain(OPTIONAL.iter().copied()).collect();
        used.sort_unstable();
        for asked in uses {
            let Some(definition) = self.defined.get(&asked.key) else {
                let place = asked.place.clone().unwrap_or_else(|| book.language_place(&self.tag));
                let diagnostic = Diagnostic::new(Code::MissingMessage, place);
                let diagnostic = diagnostic.with("problem", "one").with("key", asked.key.as_str());
                diagnostics.push(diagnostic.with("language", self.tag.as_str()));
                continue;
            };
            for variable in definition.variables.iter().filter(|name| !asked.arguments.contains(name)) {
                let diagnostic = Diagnostic::new(Code::UnknownVariable, variable_place(&definition.place, variable));
                let diagnostic = diagnostic.with("variable", variable.as_str()).with("key", asked.key.as_str());
                diagnostics.push(match asked.arguments.is_empty() {
                    true => diagnostic.hint("hint-none"),
                    false => diagnostic.with("known", asked.arguments.join(", ")),
                });
            }
        }
        let unused = self
            .defined
            .iter()
            .filter(|(key, definition)| used.binary_search(&key.as_str()).is_err() && !definition.built_in);
        diagnostics.extend(unused.map(|(key, definition)| {
            let diagnostic = Diagnostic::new(Code::UnusedMessage, definition.place.clone()).with("key", key.as_str());
            match nearest(key, used.iter().copied()) {
                Some(near) => diagnostic.with("nearest", near).hint("hint-nearest"),
                None => diagnostic,
            }
        }));
        diagnostics
    }
}

/// A message's key, the variables it needs, and whether it has a text.
fn message(entry: &Entry<&str>) -> Option<(String, Vec<String>, bool)> {
    let Entry::Message(message) = entry else { return None };
    let mut variables = Vec::new();
    if let Some(pattern) = &message.value {
        collect_variables(pattern, &mut variables);
    }
    variables.sort();
    variables.dedup();
    Some((message.id.name.to_owned(), variables, message.value.is_some()))
}

fn collect_variables(pattern: &Pattern<&str>, variables: &mut Vec<String>) {
    for element in &pattern.elements {
        let PatternElement::Placeable { expression } = element else { continue };
        let selector = match expression {
            Expression::Inline(inline) => inline,
            Expression::Select { selector, variants } => {
                for variant in variants {
                    collect_variables(&variant.value, variables);
                }
                selector
            }
        };
        inline_variables(selector, variables);
    }
}

fn inline_variables(expression: &InlineExpression<&str>, variables: &mut Vec<String>) {
    match expression {
        InlineExpression::VariableReference { id } => variables.push(id.name.to_owned()),
        InlineExpression::FunctionReference { arguments, .. } => {
            for argument in &arguments.positional {
                inline_variables(argument, variables);
            }
        }
        InlineExpression::Placeable { expression } => {
            if let Expression::Inline(inline) = &**expression {
                inline_variables(inline, variables);
            }
        }
        _ => {}
    }
}

fn malformed(source: &Arc<Source>, at: &Range<usize>, detail: &str) -> Diagnostic {
    let text = &source.text;
    // What is missing at the end of the file is missing after its last word.
    let start = text.floor_char_boundary(at.start.min(text.trim_end().len()));
    let end = text.ceil_char_boundary(at.end.min(text.len()));
    Diagnostic::new(Code::MalformedMessage, Place::new(source, Span::new(start, end))).with("detail", detail)
}

/// Where a message first uses a variable.
fn variable_place(message: &Place, variable: &str) -> Place {
    let start = message.span.start as usize;
    let text = &message.source.text[start..];
    let ends = |at: usize| !text[at..].starts_with(|next: char| next.is_alphanumeric() || next == '-' || next == '_');
    let written = format!("${variable}");
    let found = text.match_indices(&written).map(|(at, _)| at).find(|at| ends(at + written.len()));
    found.map_or_else(|| message.clone(), |at| Place::new(&message.source, Span::new(at, at + written.len()).shifted(start)))
}

/// Fluent's syntax tree has no places: a message begins its line with its key.
fn key_span(text: &str, key: &str) -> Span {
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        if line.strip_prefix(key).is_some_and(|rest| rest.trim_start().starts_with('=')) {
            return Span::new(at, at + key.len());
        }
        at += line.len();
    }
    Span::default()
}
