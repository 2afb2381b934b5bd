//! The catalogue of diagnostics: its codes, the words for them in every language, and the page made from both.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;
use std::fs;

use diptych::cli::Report;
use diptych::diagnostics::{Code, Severity, Wording};
use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement};

use crate::publications::{Project, all_agree, differs, files, repository};

/// A message: its text, if it has one, and its attributes, as [`shown`].
#[derive(Debug, Default, PartialEq)]
struct Message {
    text: Option<String>,
    attributes: BTreeMap<String, String>,
    variables: BTreeSet<String>,
}

/// The titles of a file's groups, in its order, with the names of their messages.
type Groups = Vec<(String, Vec<String>)>;

/// The file of a language.
fn catalogue(language: &str) -> (Groups, BTreeMap<String, Message>) {
    let path = repository().join(format!("locales/{language}/tool/diagnostics.ftl"));
    let text = fs::read_to_string(path).expect("the wording can be read");
    let resource =
        fluent_syntax::parser::parse(text.as_str()).unwrap_or_else(|(_, errors)| panic!("{language}: {errors:?}"));
    let (mut groups, mut messages) = (vec![(String::new(), Vec::new())], BTreeMap::new());
    for entry in resource.body {
        match entry {
            Entry::GroupComment(comment) => groups.push((comment.content.join(" "), Vec::new())),
            Entry::Message(found) => {
                let mut message = Message { text: found.value.as_ref().map(shown), ..Message::default() };
                let values = found.value.iter().chain(found.attributes.iter().map(|attribute| &attribute.value));
                values.for_each(|value| collect(value, &mut message.variables));
                for attribute in &found.attributes {
                    message.attributes.insert(attribute.id.name.to_owned(), shown(&attribute.value));
                }
                let name = found.id.name.to_owned();
                groups.last_mut().expect("there is a group").1.push(name.clone());
                assert!(messages.insert(name.clone(), message).is_none(), "{language}: {name} is there twice");
            }
            _ => {}
        }
    }
    (groups, messages)
}

/// A message for a reader who does not know Fluent: `‹link›` for what is set in, `one / another` for a choice.
fn shown(pattern: &Pattern<&str>) -> String {
    let mut text = String::new();
    for element in &pattern.elements {
        match element {
            PatternElement::TextElement { value } => text.push_str(&value.replace('\n', " ")),
            PatternElement::Placeable { expression: Expression::Inline(inline) } => match inline {
                InlineExpression::VariableReference { id } => write!(text, "‹{}›", id.name).expect("written"),
                InlineExpression::StringLiteral { value } => text.push_str(value),
                other => panic!("{other:?}"),
            },
            PatternElement::Placeable { expression: Expression::Select { variants, .. } } => {
                // A default that only repeats what it was given is for words to come.
                let words = variants
                    .iter()
                    .map(|variant| shown(&variant.value))
                    .filter(|word| !word.is_empty() && (!word.starts_with('‹') || word.contains(' ')));
                text.push_str(&words.collect::<Vec<_>>().join(" / "));
            }
        }
    }
    text
}

fn collect(pattern: &Pattern<&str>, variables: &mut BTreeSet<String>) {
    for element in &pattern.elements {
        let PatternElement::Placeable { expression } = element else { continue };
        let inline = match expression {
            Expression::Inline(inline) => inline,
            Expression::Select { selector, variants } => {
                variants.iter().for_each(|variant| collect(&variant.value, variables));
                selector
            }
        };
        if let InlineExpression::VariableReference { id } = inline {
            variables.insert(id.name.to_owned());
        }
    }
}

/// The names of a code's hints.
pub fn hints(code: Code) -> Vec<String> {
    let (_, mut messages) = catalogue("en");
    let attributes = messages.remove(code.name()).unwrap_or_default().attributes.into_keys();
    attributes.filter(|name| name.starts_with("hint")).collect()
}

/// All string literals of the code that look like names: `"hint-nearest"`, `"summary"`.
fn literals() -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for (_, bytes) in files(&repository().join("src")) {
        let text = String::from_utf8(bytes).expect("sources are UTF-8");
        let name = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'-');
        found.extend(text.split('"').filter(|part| name(part)).map(str::to_owned));
    }
    found
}

#[test]
fn every_code_has_its_words_in_every_language() {
    for language in Wording::languages() {
        let (_, messages) = catalogue(language);
        for code in Code::ALL {
            let message = messages.get(code.name()).unwrap_or_else(|| panic!("{language}: {} is missing", code.name()));
            assert!(message.text.is_some(), "{language}: {} has no message", code.name());
            assert!(message.attributes.contains_key("explanation"), "{language}: {} has no explanation", code.name());
            assert!(message.attributes.len() > 1, "{language}: {} has no hint", code.name());
        }
    }
}

#[test]
fn the_languages_say_the_same() {
    let (_, english) = catalogue("en");
    for language in Wording::languages() {
        let (_, messages) = catalogue(language);
        assert_eq!(messages.keys().collect::<Vec<_>>(), english.keys().collect::<Vec<_>>(), "{language}");
        for (name, message) in messages {
            let own = &english[&name];
            assert_eq!(
                message.attributes.keys().collect::<Vec<_>>(),
                own.attributes.keys().collect::<Vec<_>>(),
                "{language}: {name}"
            );
            assert_eq!(message.variables, own.variables, "{language}: {name}");
        }
    }
}

#[test]
fn hints_of_the_code_and_of_the_words_are_the_same() {
    let (_, messages) = catalogue("en");
    let known: BTreeSet<&str> =
        messages.values().flat_map(|message| message.attributes.keys()).map(String::as_str).collect();
    let literals = literals();
    let asked = literals.iter().filter(|name| *name == "hint" || name.starts_with("hint-"));
    for hint in asked {
        assert!(known.contains(hint.as_str()), "the code asks for .{hint}, which no message has");
    }
    for hint in known.iter().filter(|name| **name != "explanation") {
        assert!(literals.contains(*hint), "no code asks for .{hint}");
    }
}

#[test]
fn no_word_is_without_use() {
    let (_, messages) = catalogue("en");
    let literals = literals();
    let codes: BTreeSet<&str> = Code::ALL.iter().map(|code| code.name()).collect();
    for name in messages.keys().filter(|name| !codes.contains(name.as_str())) {
        assert!(literals.contains(name), "nothing says “{name}”");
    }
}

/// Hints say what to type; they are no sentences, and neither are messages.
#[test]
fn messages_and_hints_have_one_form() {
    for language in Wording::languages() {
        let (_, messages) = catalogue(language);
        for code in Code::ALL {
            let message = &messages[code.name()];
            let texts = message.attributes.iter().filter(|(name, _)| name.starts_with("hint")).map(|(_, text)| text);
            for text in texts.chain(&message.text) {
                assert!(!text.ends_with('.'), "{language}: {text}");
                let first = text.chars().next().expect("a text");
                assert!(!first.is_uppercase() || text.starts_with("HTML"), "{language}: {text}");
            }
            assert!(message.attributes["explanation"].ends_with('.'), "{language}: {}", code.name());
        }
    }
}

/// Words about markup are no markup.
fn as_text(words: &str) -> String {
    let mut text = String::new();
    for character in words.chars() {
        if "\\*_`[]<>#".contains(character) {
            text.push('\\');
        }
        text.push(character);
    }
    text
}

/// One report, as the page shows it.
fn example() -> String {
    let project = Project::copy_of(&repository().join("tests/broken/duplicate-yaml-keys"));
    let diagnostics = project.check();
    let report = Report { diagnostics, notes: vec![("nothing-written", Vec::new())], ..Report::default() };
    serde_json::to_string_pretty(&report.json(&Wording::for_locale("en"))).expect("JSON")
}

#[test]
fn the_page_is_made_from_the_catalogue() {
    let (groups, messages) = catalogue("en");
    let mut page = include_str!("catalogue/head.md").replace("{example}", &example());
    let mut written = BTreeSet::new();
    for (title, names) in groups {
        let codes: Vec<&Code> = names.iter().filter_map(|name| Code::ALL.iter().find(|code| code.name() == name)).collect();
        if codes.is_empty() {
            continue;
        }
        writeln!(page, "\n## {title}").expect("written");
        for code in codes {
            let message = &messages[code.name()];
            let severity = match code.severity() {
                Severity::Error => "Error",
                Severity::Warning => "Warning",
                Severity::Hint => "Hint",
            };
            writeln!(page, "\n### {}\n", code.name()).expect("written");
            writeln!(page, "{severity}. {}\n", as_text(&message.attributes["explanation"])).expect("written");
            writeln!(page, "> {}", as_text(message.text.as_deref().unwrap_or_default())).expect("written");
            let hints = message.attributes.iter().filter(|(name, _)| name.starts_with("hint"));
            page.push('\n');
            for (_, hint) in hints {
                writeln!(page, "- {}", as_text(hint)).expect("written");
            }
            written.insert(code.name());
        }
    }
    assert_eq!(written.len(), Code::ALL.len(), "a code stands in no group");
    all_agree(differs(&repository().join("docs/diagnostics.md"), page.as_bytes()).into_iter().collect());
}
