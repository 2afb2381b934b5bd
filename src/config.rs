//! `book.toml`: what one publication is.
//!
//! Takes: the file's text. Gives: a [`Book`], typed and with the place of each value, or diagnostics. Must not know which works
//! and pages there are.

pub mod amendments;
pub mod colour;
pub mod concordance;
pub mod legal;
pub mod look;
pub mod register;

use std::sync::Arc;

use camino::Utf8PathBuf;

use crate::diagnostics::{Code, Diagnostic, Place, Source};
use crate::record::{ByLanguage, Field, Reader, SeverityYaml, Spanned, Texts, node};
use crate::{record, words};

record! {
    /// The whole of `book.toml`.
    pub struct BookToml {
        pub publication: PublicationToml,
        /// The publication's languages, in the order in which pages show them: `[languages.en]`.
        pub languages: ByLanguage<LanguageToml>,
        /// The facts that legal pages state.
        pub legal: Option<Spanned<legal::LegalToml>>,
        pub look: Option<look::LookToml>,
        pub register: Option<register::RegisterToml>,
        pub concordance: Option<concordance::ConcordanceToml>,
        pub amendments: Option<amendments::AmendmentsToml>,
    }
}

record! {
    /// `[publication]`.
    pub struct PublicationToml {
        /// The site's name in each language.
        pub title: Texts,
        /// Who publishes, in each language.
        pub publisher: Texts,
        /// Where the site will stand: an absolute http or https address. Canonical links and the PDFs' permanent addresses need it.
        pub address: Spanned<String>,
        /// A folder of `themes/`; `default` where not told otherwise.
        pub theme: Option<Spanned<String>>,
        /// The folder that `build` writes to; `public` where not told otherwise.
        pub output: Option<Spanned<String>>,
        /// What becomes of HTML in texts: `text` where not told otherwise.
        pub html: Option<RawHtml>,
        /// How grave some mistakes are: `error`, `warning`, `hint` or `off`, by their codes.
        pub severity: SeverityYaml,
    }
}

words! {
    /// What becomes of raw HTML.
    pub enum RawHtml {
        /// It is shown as it was typed.
        Text = "text",
        /// Harmless elements are kept, others removed.
        Sanitised = "sanitised",
    }
}

record! {
    /// `[languages.<tag>]`.
    pub struct LanguageToml {
        /// The language's name in itself.
        pub name: String,
        /// The BCP 47 tag that dates and numbers follow, such as `es-ES`; the language's own tag where not told otherwise.
        pub formats: Option<Spanned<String>>,
    }
}

/// A publication's settings.
#[derive(Clone, Debug)]
pub struct Book {
    pub source: Arc<Source>,
    pub title: Texts,
    pub publisher: Texts,
    /// Without a slash at its end.
    pub address: String,
    /// The address's path, with a slash at both ends: `/` or `/guidelines/`.
    pub base: String,
    pub theme: String,
    /// Where the theme is named, if it is.
    pub theme_place: Option<Place>,
    pub output: Utf8PathBuf,
    pub html: RawHtml,
    pub severity: SeverityYaml,
    /// Tags in the order of the file; there is at least one.
    pub languages: Vec<(String, LanguageToml)>,
    language_places: Vec<Place>,
    pub legal: Option<legal::Legal>,
    pub look: Option<look::LookToml>,
    /// The types of institutions that are the publication's own, and their names.
    pub institution_types: ByLanguage<Texts>,
    /// Where readers report that versions differ.
    pub report_to: Option<concordance::ReportTo>,
    /// Where readers propose changes.
    pub propose_to: Option<concordance::ReportTo>,
}

impl Book {
    pub fn read(source: &Arc<Source>) -> (Option<Book>, Vec<Diagnostic>) {
        let tree = match node::toml(source) {
            Ok(tree) => tree,
            Err(diagnostics) => return (None, diagnostics),
        };
        let mut reader = Reader::new(source);
        let book = BookToml::decode(&tree, &mut reader).and_then(|toml| checked(toml, &mut reader));
        (book, reader.diagnostics)
    }

    pub fn tags(&self) -> impl Iterator<Item = &str> {
        self.languages.iter().map(|(tag, _)| tag.as_str())
    }

    /// Where a language is declared.
    pub fn language_place(&self, tag: &str) -> Place {
        let position = self.tags().position(|known| known == tag).unwrap_or_default();
        self.language_places[position].clone()
    }
}

fn checked(toml: BookToml, reader: &mut Reader) -> Option<Book> {
    let before = reader.diagnostics.len();
    for (key, _) in &toml.languages.entries {
        if !is_language_tag(&key.text) {
            reader.malformed(&key.text, "hint-language", key.span);
        }
    }
    for (_, language) in &toml.languages.entries {
        if let Some(formats) = &language.value.formats
            && formats.value.parse::<icu::locale::Locale>().is_err()
        {
            reader.malformed(&formats.value, "hint-formats", formats.span);
        }
    }
    if toml.languages.entries.is_empty() {
        let diagnostic = Diagnostic::new(Code::MissingKey, reader.at(toml.languages.span)).with("key", "languages.en");
        reader.push(diagnostic);
    }
    let address = &toml.publication.address;
    let base = base_path(&address.value);
    if base.is_none() {
        reader.malformed(&address.value, "hint-address", address.span);
    }
    // The file may come from a stranger: only whoever runs the tool may name a folder elsewhere.
    if let Some(output) = &toml.publication.output
        && !output.value.split('/').all(|part| !part.is_empty() && !part.starts_with('.') && !part.contains('\\'))
    {
        reader.malformed(&output.value, "hint-output", output.span);
    }
    let tags: Vec<&str> = toml.languages.entries.iter().map(|(key, _)| key.text.as_str()).collect();
    for texts in [&toml.publication.title, &toml.publication.publisher] {
        reader.check_languages(texts, &tags, "publication");
    }
    if reader.diagnostics.len() > before {
        return None;
    }
    let legal = toml.legal.map(|legal| legal::checked(legal, &tags, reader));
    let institution_types = toml.register.map(|own| register::checked(own, &tags, reader)).unwrap_or_default();
    let report_to = toml.concordance.and_then(|own| concordance::checked(own, reader));
    let propose_to = toml.amendments.and_then(|own| amendments::checked(own, reader));
    let language_places = toml.languages.entries.iter().map(|(key, _)| reader.at(key.span)).collect();
    let languages = toml.languages.entries.into_iter().map(|(key, language)| (key.text, language.value)).collect();
    Some(Book {
        source: Arc::clone(&reader.source),
        title: toml.publication.title,
        publisher: toml.publication.publisher,
        address: address.value.trim_end_matches('/').to_owned(),
        base: base?,
        theme_place: toml.publication.theme.as_ref().map(|theme| reader.at(theme.span)),
        theme: toml.publication.theme.map_or_else(|| "default".into(), |theme| theme.value),
        output: toml.publication.output.map_or_else(|| "public".into(), |output| output.value).into(),
        html: toml.publication.html.unwrap_or(RawHtml::Text),
        severity: toml.publication.severity,
        languages,
        language_places,
        legal,
        look: toml.look,
        institution_types,
        report_to,
        propose_to,
    })
}

/// A tag that can stand in file names and addresses: lower case, `es`, `pt-br`, `zh-hant`.
pub(crate) fn is_language_tag(tag: &str) -> bool {
    let shape = tag.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-');
    shape && tag.parse::<unic_langid::LanguageIdentifier>().is_ok()
}

fn base_path(address: &str) -> Option<String> {
    let rest = address.strip_prefix("https://").or_else(|| address.strip_prefix("http://"))?;
    let allowed = |byte: u8| byte.is_ascii_alphanumeric() || b"-._~:/%[]".contains(&byte);
    let (host, path) = rest.split_once('/').unwrap_or((rest, ""));
    let path = path.trim_matches('/');
    let sound = !host.is_empty() && rest.bytes().all(allowed) && !path.split('/').any(|part| part == "..");
    sound.then(|| if path.is_empty() { "/".to_owned() } else { format!("/{path}/") })
}
