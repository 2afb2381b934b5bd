//! What is wrong with a command line, in the reader's language.
//!
//! Takes: the arguments as the system gives them. Gives: the command they ask for, or what to print instead. Must not know what any
//! command does.

use std::ffi::OsString;

use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{ArgMatches, Command, Error, FromArgMatches};

use super::{Cli, help};
use crate::diagnostics::{Argument, Wording, nearest};

/// What is printed where there is no command to run.
pub struct Instead {
    /// With the colours of a terminal.
    pub text: String,
    /// It was asked for: it goes to standard output and is no failure.
    pub asked_for: bool,
}

impl Cli {
    /// The command line in the language of `wording`.
    pub fn read(arguments: impl IntoIterator<Item = OsString>, wording: &Wording) -> Result<Cli, Instead> {
        let mut command = help::command(wording);
        let arguments: Vec<OsString> = arguments.into_iter().collect();
        let found = command.try_get_matches_from_mut(&arguments);
        let cli = found.and_then(|found: ArgMatches| Cli::from_arg_matches(&found));
        cli.map_err(|error| match error.kind() {
            ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => {
                Instead { text: error.render().ansi().to_string(), asked_for: true }
            }
            ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
                Instead { text: error.render().ansi().to_string(), asked_for: false }
            }
            _ => {
                let mistake = Mistake { error: &error, place: place(&command, &arguments), wording };
                Instead { text: mistake.text(), asked_for: false }
            }
        })
    }
}

/// The command that some arguments ask for. Not every mistake says where it is.
fn place<'c>(command: &'c Command, arguments: &[OsString]) -> &'c Command {
    let (mut place, mut words) = (command, arguments.iter().skip(1).map(|word| word.to_string_lossy()));
    while let Some(word) = words.next() {
        if let Some(inner) = place.find_subcommand(word.as_ref()) {
            place = inner;
            continue;
        }
        let Some(flag) = word.strip_prefix('-') else { break };
        let flag = flag.strip_prefix('-');
        let own = place.get_arguments().find(|argument| flag.is_some() && argument.get_long() == flag);
        if own.is_some_and(|own| own.get_action().takes_values()) {
            // Its value is no command, whatever it is called.
            words.next();
        }
    }
    place
}

struct Mistake<'m> {
    error: &'m Error,
    /// The command that it is in.
    place: &'m Command,
    wording: &'m Wording,
}

impl Mistake<'_> {
    fn text(&self) -> String {
        let say = |id: &str, arguments: &[(&'static str, Argument)]| self.wording.sentence(id, arguments);
        let name = self.name();
        let message = match self.error.kind() {
            ErrorKind::UnknownArgument => {
                let typed = self.one(ContextKind::InvalidArg);
                say("usage-unknown-argument", &[("typed", typed.into()), ("command", name.as_str().into())])
            }
            ErrorKind::InvalidSubcommand => {
                let typed = self.one(ContextKind::InvalidSubcommand);
                say("usage-unknown-command", &[("typed", typed.into()), ("command", name.as_str().into())])
            }
            ErrorKind::MissingSubcommand => say("usage-missing-command", &[("command", name.as_str().into())]),
            ErrorKind::MissingRequiredArgument => {
                say("usage-missing", &[("arguments", self.list(ContextKind::InvalidArg).join(", ").into())])
            }
            ErrorKind::ArgumentConflict => {
                let (argument, other) = (self.one(ContextKind::InvalidArg), self.list(ContextKind::PriorArg).join(", "));
                match other == argument || other.is_empty() {
                    true => say("usage-twice", &[("argument", argument.into())]),
                    false => say("usage-conflict", &[("argument", argument.into()), ("other", other.into())]),
                }
            }
            ErrorKind::InvalidUtf8 => say("usage-not-utf-8", &[]),
            kind => self.of_value(kind),
        };
        let mut text = format!("{}: {message}", self.wording.frame("error"));
        if let Some(hint) = self.hint() {
            text.push_str(&format!("\n  {}: {hint}", self.wording.frame("advice")));
        }
        format!("{text}\n\n{}\n", say("usage-more", &[("command", name.into())]))
    }

    fn of_value(&self, kind: ErrorKind) -> String {
        let (argument, typed) = (self.one(ContextKind::InvalidArg), self.one(ContextKind::InvalidValue));
        let id = match kind {
            ErrorKind::InvalidValue | ErrorKind::NoEquals if typed.is_empty() => "usage-lacking-value",
            ErrorKind::TooFewValues => "usage-lacking-value",
            ErrorKind::InvalidValue => "usage-unknown-value",
            ErrorKind::ValueValidation => "usage-malformed-value",
            ErrorKind::TooManyValues => "usage-surplus-value",
            _ => return self.wording.sentence("usage-other", &[("command", self.name().into())]),
        };
        self.wording.sentence(id, &[("argument", argument.into()), ("typed", typed.into())])
    }

    /// What to type instead.
    fn hint(&self) -> Option<String> {
        let say = |id: &str, arguments: &[(&'static str, Argument)]| Some(self.wording.sentence(id, arguments));
        let near = |near: &str| say("usage-hint-nearest", &[("nearest", near.into())]);
        match self.error.kind() {
            ErrorKind::InvalidSubcommand => {
                let typed = self.one(ContextKind::InvalidSubcommand);
                let names: Vec<&str> = self.place.get_subcommands().map(Command::get_name).collect();
                match nearest(&typed, names.iter().copied()) {
                    Some(name) => near(name),
                    None => say("usage-hint-known", &[("known", names.join(", ").into())]),
                }
            }
            ErrorKind::UnknownArgument => {
                let typed = self.one(ContextKind::InvalidArg);
                let flags = self.place.get_arguments().filter_map(|argument| argument.get_long());
                let flags: Vec<String> = flags.map(|flag| format!("--{flag}")).collect();
                near(nearest(&typed, flags.iter().map(String::as_str))?)
            }
            ErrorKind::InvalidValue | ErrorKind::ValueValidation | ErrorKind::TooFewValues => {
                let known = self.list(ContextKind::ValidValue);
                let typed = self.one(ContextKind::InvalidValue);
                match nearest(&typed, known.iter().map(String::as_str)).filter(|_| !typed.is_empty()) {
                    Some(value) => near(value),
                    None if !known.is_empty() => say("usage-hint-known", &[("known", known.join(", ").into())]),
                    None => self.described(),
                }
            }
            _ => None,
        }
    }

    /// What the help says of the argument whose value is wrong.
    fn described(&self) -> Option<String> {
        let shown = self.one(ContextKind::InvalidArg);
        let mut arguments = self.place.get_arguments();
        let argument = arguments.find(|argument| argument.to_string() == shown)?;
        let text = argument.get_help()?.to_string();
        Some(self.wording.sentence("usage-hint-help", &[("argument", shown.into()), ("text", text.into())]))
    }

    /// What the arguments call it, such as `--only <FORMAT>`.
    fn one(&self, kind: ContextKind) -> String {
        self.list(kind).into_iter().next().unwrap_or_default()
    }

    fn list(&self, kind: ContextKind) -> Vec<String> {
        match self.error.get(kind) {
            Some(ContextValue::String(text)) => vec![text.clone()],
            Some(ContextValue::Strings(texts)) => texts.clone(),
            _ => Vec::new(),
        }
    }

    /// `diptych signatories add`
    fn name(&self) -> String {
        self.place.get_bin_name().unwrap_or(self.place.get_name()).to_owned()
    }
}
