//! What the command line says of itself, in the reader's language: help, manual pages and completions have it from here.
//!
//! Takes: the command line as the arguments' types declare it, without a word, and the tool's wording. Gives: the same with all its
//! words, from `locales/<lang>/tool/help.ftl`. Must not know what any command does.

use clap::builder::{PossibleValue, Resettable, StyledStr};
use clap::{Arg, Command, CommandFactory};

use super::Cli;
use crate::diagnostics::Wording;

/// The command that clap adds to all that have commands.
const HELP: &str = "help";

/// The whole command line, in words.
pub fn command(wording: &Wording) -> Command {
    let mut command = promised(Cli::command());
    command.build();
    worded(command, &mut Vec::new(), wording)
}

/// With a place for more to say: whether `--help` says more than `-h` is settled when the command line is built, before it has words.
fn promised(command: Command) -> Command {
    let names: Vec<String> = command.get_subcommands().map(|own| own.get_name().to_owned()).collect();
    names.iter().fold(command.long_about("…"), |command, name| command.mut_subcommand(name, promised))
}

/// Commands lie in each other three deep, as the types declare them.
fn worded(command: Command, path: &mut Vec<String>, wording: &Wording) -> Command {
    let said = |attribute: Option<&str>| find(path, attribute, wording);
    let about = wording.find(&id(path), None).unwrap_or_default();
    let more = wording.find(&id(path), Some("more")).map(|more| format!("{about}\n\n{}", unwrapped(&more)));
    let heading = |name: &str| wording.sentence("help-heading", &[("heading", name.into())]);
    let mut command = command
        .about(about)
        .long_about(Resettable::from(more.map(StyledStr::from)))
        .subcommand_help_heading(heading("commands"))
        .subcommand_value_name(wording.sentence("help-usage-command", &[]))
        .mut_args(|argument| in_words(argument, &said, wording));
    let names: Vec<String> = command.get_subcommands().map(|own| own.get_name().to_owned()).collect();
    for name in names {
        command = command.mut_subcommand(&name, |own| {
            // Within `help`, commands only name others: those beside it.
            if path.last().is_some_and(|last| last == HELP) {
                let mut named_path = [&path[..path.len() - 1], std::slice::from_ref(&name)].concat();
                return named(own, &mut named_path, wording);
            }
            path.push(name.clone());
            let own = worded(own, path, wording);
            path.pop();
            own
        });
    }
    let usage = command.render_usage().to_string();
    let usage = usage.strip_prefix("Usage: ").unwrap_or(&usage);
    let usage = usage.replace("[OPTIONS]", &wording.sentence("help-usage-options", &[]));
    let style = command.get_styles().get_usage();
    let title = format!("{}{}:{}", style.render(), heading("usage"), style.render_reset());
    let template = format!("{{before-help}}{{about-with-newline}}\n{title} {{usage}}\n\n{{all-args}}{{after-help}}");
    command.override_usage(usage).help_template(template)
}

/// A command that only stands for another one.
fn named(command: Command, path: &mut Vec<String>, wording: &Wording) -> Command {
    let mut command = command.about(wording.find(&id(path), None).unwrap_or_default());
    let names: Vec<String> = command.get_subcommands().map(|own| own.get_name().to_owned()).collect();
    for name in names {
        command = command.mut_subcommand(&name, |own| {
            path.push(name.clone());
            let own = named(own, path, wording);
            path.pop();
            own
        });
    }
    command
}

/// What is said of `help` is the same wherever it stands.
fn id(path: &[String]) -> String {
    let path = if path.last().is_some_and(|last| last == HELP) { &path[path.len() - 1..] } else { path };
    std::iter::once("help").chain(path.iter().map(String::as_str)).collect::<Vec<_>>().join("-")
}

/// What is said of an argument of this command, or of the nearest one above it.
fn find(path: &[String], attribute: Option<&str>, wording: &Wording) -> Option<String> {
    (0..=path.len()).rev().find_map(|depth| wording.find(&id(&path[..depth]), attribute)).map(|text| unwrapped(&text))
}

/// Lines of one paragraph as one line: how wide it is, the terminal says.
fn unwrapped(text: &str) -> String {
    let paragraphs = text.split("\n\n").map(|paragraph| paragraph.split_whitespace().collect::<Vec<_>>().join(" "));
    paragraphs.collect::<Vec<_>>().join("\n\n")
}

fn in_words(argument: Arg, said: &dyn Fn(Option<&str>) -> Option<String>, wording: &Wording) -> Arg {
    let name = argument.get_id().to_string();
    let mut help = said(Some(&name)).unwrap_or_default();
    let heading = match argument.get_help_heading() {
        Some(own) => own.to_owned(),
        None if argument.is_positional() => "arguments".to_owned(),
        None => "options".to_owned(),
    };
    let heading = wording.sentence("help-heading", &[("heading", heading.into())]);
    let takes_values = argument.get_action().takes_values();
    let values: Vec<PossibleValue> = if takes_values { argument.get_possible_values() } else { Vec::new() };
    let meanings: Vec<(String, Option<String>)> = values
        .iter()
        .map(|value| (value.get_name().to_owned(), said(Some(&format!("{name}-{}", value.get_name())))))
        .collect();
    let defaults: Vec<&str> = argument.get_default_values().iter().filter_map(|value| value.to_str()).collect();
    let mut also = String::new();
    if takes_values && !defaults.is_empty() {
        also.push(' ');
        also.push_str(&wording.sentence("help-default", &[("value", defaults.join(",").into())]));
    }
    let mut long = None;
    if meanings.iter().any(|(_, meaning)| meaning.is_some()) {
        let line = |(value, meaning): &(String, Option<String>)| match meaning {
            Some(meaning) => format!("- {value}: {meaning}"),
            None => format!("- {value}"),
        };
        let list: Vec<String> = meanings.iter().map(line).collect();
        long = Some(format!("{help}{also}\n\n{}\n{}", wording.sentence("help-values-list", &[]), list.join("\n")));
    }
    if !meanings.is_empty() {
        let names = meanings.iter().map(|(value, _)| value.as_str()).collect::<Vec<_>>().join(", ");
        also.push(' ');
        also.push_str(&wording.sentence("help-values", &[("values", names.into())]));
    }
    help.push_str(&also);
    let mut argument = argument.help(help).long_help(Resettable::from(long.map(StyledStr::from))).help_heading(heading);
    if takes_values {
        let names: Vec<String> = match argument.get_value_names() {
            Some(names) => names.iter().map(|name| value_name(name, wording)).collect(),
            None => vec![value_name(&name.to_uppercase(), wording)],
        };
        argument = argument.value_names(names).hide_possible_values(true).hide_default_value(true);
    }
    argument
}

fn value_name(name: &str, wording: &Wording) -> String {
    // What a message can choose by holds no other signs.
    let key: String = name.chars().map(|sign| if sign.is_ascii_alphanumeric() { sign } else { '-' }).collect();
    wording.sentence("help-value", &[("name", name.into()), ("key", key.into())])
}
