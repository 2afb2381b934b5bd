//! The words of diagnostics: `locales/<lang>/tool/*.ftl`, built into the tool.
//!
//! Takes: a language the user reads and a [`Diagnostic`]. Gives: its message and hint. These are the tool's texts, for editors;
//! the texts of pages belong to the publication and live in `crate::locale`.

use fluent::concurrent::FluentBundle;
use fluent::{FluentArgs, FluentResource, FluentValue};
use unic_langid::LanguageIdentifier;

use super::{Argument, Code, Diagnostic, Fault};

const TEXTS: &[(&str, [&str; 7])] = &[
    (
        "en",
        [
            include_str!("../../locales/en/tool/diagnostics.ftl"),
            include_str!("../../locales/en/tool/commands.ftl"),
            include_str!("../../locales/en/tool/signatories.ftl"),
            include_str!("../../locales/en/tool/concordance.ftl"),
            include_str!("../../locales/en/tool/amendments.ftl"),
            include_str!("../../locales/en/tool/import.ftl"),
            include_str!("../../locales/en/tool/help.ftl"),
        ],
    ),
    (
        "es",
        [
            include_str!("../../locales/es/tool/diagnostics.ftl"),
            include_str!("../../locales/es/tool/commands.ftl"),
            include_str!("../../locales/es/tool/signatories.ftl"),
            include_str!("../../locales/es/tool/concordance.ftl"),
            include_str!("../../locales/es/tool/amendments.ftl"),
            include_str!("../../locales/es/tool/import.ftl"),
            include_str!("../../locales/es/tool/help.ftl"),
        ],
    ),
];

/// The tool's messages in one language.
pub struct Wording {
    bundle: FluentBundle<FluentResource>,
}

impl Wording {
    /// In the language of a POSIX locale name such as `es_ES.UTF-8`; in English where that is none of the tool's.
    pub fn for_locale(locale: &str) -> Self {
        let wanted = locale.split(['_', '.', '-', '@']).next().unwrap_or_default();
        let (tag, texts) = TEXTS.iter().find(|(tag, _)| *tag == wanted).unwrap_or(&TEXTS[0]);
        let mut bundle = FluentBundle::new_concurrent(vec![tag.parse::<LanguageIdentifier>().unwrap_or_default()]);
        bundle.set_use_isolating(false);
        for text in texts {
            // A resource with an error still holds its other messages; the tests of the catalogue find what is missing.
            let resource = FluentResource::try_new((*text).to_owned()).unwrap_or_else(|(resource, _)| resource);
            bundle.add_resource_overriding(resource);
        }
        Wording { bundle }
    }

    pub fn languages() -> impl Iterator<Item = &'static str> {
        TEXTS.iter().map(|(tag, _)| *tag)
    }

    pub fn message(&self, diagnostic: &Diagnostic) -> String {
        self.format(diagnostic.code, None, &diagnostic.arguments)
    }

    pub fn hint(&self, diagnostic: &Diagnostic) -> String {
        self.format(diagnostic.code, Some(diagnostic.hint), &diagnostic.arguments)
    }

    /// What the code means in general, for `docs/diagnostics.md`.
    pub fn explanation(&self, code: Code) -> String {
        self.format(code, Some("explanation"), &[])
    }

    /// All hints of a code, with the names of what is set in where that differs from case to case.
    pub fn hints(&self, code: Code) -> Vec<String> {
        let message = self.bundle.get_message(code.name());
        let attributes = message.iter().flat_map(|message| message.attributes());
        let hints = attributes.filter(|attribute| attribute.id().starts_with("hint"));
        hints.map(|hint| named(&self.bundle.format_pattern(hint.value(), None, &mut Vec::new()))).collect()
    }

    /// What failed, on what; what the system said of it stays in the system's words.
    pub fn fault(&self, fault: &Fault) -> String {
        let id = format!("fault-{}", fault.action.replace(' ', "-"));
        let arguments = [("path", fault.path.as_path().into()), ("reason", fault.reason.as_str().into())];
        if self.bundle.has_message(&id) { self.text(&id, None, &arguments) } else { fault.to_string() }
    }

    /// A word of the frame around messages, such as the names of severities.
    pub fn frame(&self, id: &str) -> String {
        self.text(id, None, &[])
    }

    /// A sentence of a command's report.
    pub fn sentence(&self, id: &str, arguments: &[(&'static str, Argument)]) -> String {
        self.text(id, None, arguments)
    }

    /// What is there under an id or an attribute of it, if anything is.
    pub fn find(&self, id: &str, attribute: Option<&str>) -> Option<String> {
        let message = self.bundle.get_message(id)?;
        let pattern = match attribute {
            None => message.value()?,
            Some(name) => message.get_attribute(name)?.value(),
        };
        Some(self.bundle.format_pattern(pattern, None, &mut Vec::new()).into_owned())
    }

    fn format(&self, code: Code, attribute: Option<&str>, arguments: &[(&'static str, Argument)]) -> String {
        self.text(code.name(), attribute, arguments)
    }

    fn text(&self, id: &str, attribute: Option<&str>, arguments: &[(&'static str, Argument)]) -> String {
        let message = self.bundle.get_message(id);
        let pattern = message.and_then(|message| match attribute {
            None => message.value(),
            Some(name) => message.get_attribute(name).map(|attribute| attribute.value()),
        });
        let Some(pattern) = pattern else {
            return attribute.map_or_else(|| id.to_owned(), |name| format!("{id}.{name}"));
        };
        let arguments: FluentArgs = arguments.iter().map(|(name, value)| (*name, FluentValue::from(value))).collect();
        self.bundle.format_pattern(pattern, Some(&arguments), &mut Vec::new()).into_owned()
    }
}

impl<'a> From<&'a Argument> for FluentValue<'a> {
    fn from(argument: &'a Argument) -> Self {
        match argument {
            Argument::Text(text) => text.as_str().into(),
            Argument::Number(number) => (*number).into(),
        }
    }
}

/// Where nothing was given to be set in, its name, between the same marks as in the reference page: `{$link}` becomes ‹link›.
fn named(text: &str) -> String {
    let mut parts = text.split("{$");
    let mut named = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        match part.split_once('}') {
            Some((name, rest)) => named.extend(["‹", name, "›", rest]),
            None => named.push_str(part),
        }
    }
    named
}
