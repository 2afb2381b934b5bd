//! What the command line says of itself: every command and argument in every language of the tool, and what is wrong with a command line.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::process::{Command, Output};

use diptych::diagnostics::Wording;
use fluent_syntax::ast::Entry;

use crate::publications::repository;

fn diptych(locale: &str, arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_diptych"));
    command.args(arguments).env_clear().env("LC_ALL", locale).output().expect("the binary runs")
}

fn text(bytes: &[u8]) -> &str {
    std::str::from_utf8(bytes).expect("output is UTF-8")
}

/// Every command with its path, in the words of a language; not those that only name others.
fn commands(language: &str) -> Vec<(Vec<String>, clap::Command)> {
    let whole = diptych::cli::command(&Wording::for_locale(language));
    let (mut found, mut open) = (Vec::new(), vec![(Vec::new(), whole)]);
    while let Some((path, command)) = open.pop() {
        if path.last().is_none_or(|last: &String| last != "help") {
            for own in command.get_subcommands() {
                open.push(([&path[..], &[own.get_name().to_owned()]].concat(), own.clone()));
            }
        }
        found.push((path, command));
    }
    found.sort_by(|(one, _), (other, _)| one.cmp(other));
    found
}

fn id(path: &[String]) -> String {
    // What is said of `help` is the same wherever it stands.
    let path = if path.last().is_some_and(|last| last == "help") { &path[path.len() - 1..] } else { path };
    [&["help".to_owned()], path].concat().join("-")
}

/// The messages of a language's help with their attributes.
fn messages(language: &str) -> BTreeMap<String, BTreeSet<String>> {
    let file = repository().join(format!("locales/{language}/tool/help.ftl"));
    let file = fs::read_to_string(file).expect("the words can be read");
    let resource =
        fluent_syntax::parser::parse(file.as_str()).unwrap_or_else(|(_, errors)| panic!("{language}: {errors:?}"));
    let messages = resource.body.iter().filter_map(|entry| match entry {
        Entry::Message(message) => {
            let attributes = message.attributes.iter().map(|attribute| attribute.id.name.to_owned());
            Some((message.id.name.to_owned(), attributes.collect()))
        }
        _ => None,
    });
    messages.collect()
}

#[test]
fn every_command_and_argument_says_what_it_is_in_every_language() {
    let english = messages("en");
    for language in Wording::languages() {
        assert_eq!(messages(language), english, "{language}");
        for (path, command) in &commands(language) {
            let about = command.get_about().map(ToString::to_string).unwrap_or_default();
            assert!(!about.is_empty(), "say in locales/{language}/tool/help.ftl what {path:?} is: {}", id(path));
            for argument in command.get_arguments() {
                let help = argument.get_help().map(ToString::to_string).unwrap_or_default();
                assert!(
                    !help.trim_start().is_empty() && !help.starts_with([' ', '[']),
                    "say in locales/{language}/tool/help.ftl what it is: {}, .{}",
                    id(path),
                    argument.get_id()
                );
            }
        }
    }
}

/// What was said of an argument that is no more would be said of another one some day.
#[test]
fn nothing_is_said_of_what_is_not_there() {
    let english = messages("en");
    let mut used = BTreeSet::new();
    for (path, command) in commands("en") {
        used.insert((id(&path), "more".to_owned()));
        used.insert((id(&path), String::new()));
        for argument in command.get_arguments() {
            let values = argument.get_possible_values();
            let values = values.iter().map(|value| format!("{}-{}", argument.get_id(), value.get_name()));
            for name in values.chain([argument.get_id().to_string()]) {
                let paths = (0..=path.len()).rev().map(|depth| id(&path[..depth]));
                let nearest = paths.into_iter().find(|id| english.get(id).is_some_and(|own| own.contains(&name)));
                used.extend(nearest.map(|id| (id, name)));
            }
        }
    }
    let frame = ["heading", "value", "usage-options", "usage-command", "default", "values", "values-list", "manual"];
    for (message, attributes) in english {
        let Some(rest) = message.strip_prefix("help").map(|rest| rest.trim_start_matches('-')) else { continue };
        assert!(frame.contains(&rest) || used.contains(&(message.clone(), String::new())), "{message}");
        for attribute in attributes {
            assert!(used.contains(&(message.clone(), attribute.clone())), "{message}.{attribute}");
        }
    }
}

#[test]
fn spanish_help_has_no_english_in_it() {
    let residue = [
        "Usage",
        "Options",
        "Commands",
        "Arguments",
        "Possible",
        "possible",
        "default",
        "Print",
        "OPTIONS",
        "COMMAND",
        "FILE",
        "FOLDER",
        "DATE",
        "LANG",
        " the ",
        " of ",
        " and ",
        " with ",
        " is ",
        " or ",
        "see more",
        "summary",
    ];
    for (path, mut command) in commands("es") {
        for help in [command.render_long_help().to_string(), command.render_help().to_string()] {
            // The theme is called so, and these are flags and values.
            let own = help.replace("LANG=", "").replace("templates/base.html", "");
            for word in residue {
                assert!(!own.contains(word), "{path:?}: “{word}” in\n{help}");
            }
            assert!(help.contains("Uso: diptych"), "{path:?}\n{help}");
        }
    }
    let manual = diptych("es_ES.UTF-8", &["man", "build"]);
    assert!(
        text(&manual.stdout).contains("NOMBRE") && !text(&manual.stdout).contains("SYNOPSIS"),
        "{}",
        text(&manual.stdout)
    );
    let completions = diptych("es_ES.UTF-8", &["completions", "fish"]);
    assert!(text(&completions.stdout).contains("Hacer el sitio y los PDF"), "{}", text(&completions.stdout));
}

#[test]
fn help_is_printed_where_it_is_asked_for() {
    for (arguments, wanted) in [
        (&["--help"][..], "Órdenes:\n"),
        (&["-h"], "Opciones:\n"),
        (&["help", "signatories", "add"], "La institución:\n"),
        (&["new", "--help"], "Argumentos:\n"),
        (&["schema", "--help"], "Valores posibles:\n"),
    ] {
        let output = diptych("es", arguments);
        assert_eq!((output.status.code(), text(&output.stderr)), (Some(0), ""), "{arguments:?}");
        assert!(text(&output.stdout).contains(wanted), "{arguments:?}\n{}", text(&output.stdout));
        assert!(!text(&output.stdout).contains('\u{1b}'), "no colour but on a terminal");
    }
    let output = diptych("es", &["signatories"]);
    assert_eq!((output.status.code(), text(&output.stdout)), (Some(2), ""));
    assert!(text(&output.stderr).contains("Uso: diptych signatories [OPCIONES] <ORDEN>"), "{}", text(&output.stderr));
    assert!(text(&diptych("es", &["--version"]).stdout).starts_with("diptych "));
}

#[test]
fn what_is_wrong_with_a_command_line_is_said_in_every_language() {
    let cases: [(&[&str], &str, &str); 12] = [
        (
            &["chekc"],
            "error: there is no command “chekc” in diptych\n  help: did you mean “check”?\n\ndiptych --help says what there is.\n",
            "error: no hay ninguna orden «chekc» en diptych\n  ayuda: ¿quería decir «check»?\n\ndiptych --help dice lo que hay.\n",
        ),
        (
            &["signatories", "zzz"],
            "error: there is no command “zzz” in diptych signatories\n  help: choose one of add, endorse, withdraw, list, import, \
             export, form, help\n\ndiptych signatories --help says what there is.\n",
            "error: no hay ninguna orden «zzz» en diptych signatories\n  ayuda: elija entre add, endorse, withdraw, list, import, \
             export, form, help\n\ndiptych signatories --help dice lo que hay.\n",
        ),
        (
            &["check", "--drfts"],
            "error: there is no “--drfts” in diptych check\n  help: did you mean “--drafts”?\n\ndiptych check --help says what \
             there is.\n",
            "error: no hay ningún «--drfts» en diptych check\n  ayuda: ¿quería decir «--drafts»?\n\ndiptych check --help dice lo \
             que hay.\n",
        ),
        (
            &["explain", "a", "b"],
            "error: there is no “b” in diptych explain\n\ndiptych explain --help says what there is.\n",
            "error: no hay ningún «b» en diptych explain\n\ndiptych explain --help dice lo que hay.\n",
        ),
        (
            &["build", "--only", "sit"],
            "error: “sit” cannot be the value of --only <FORMAT>\n  help: did you mean “site”?\n\ndiptych build --help says what \
             there is.\n",
            "error: «sit» no puede ser el valor de --only <FORMATO>\n  ayuda: ¿quería decir «site»?\n\ndiptych build --help dice \
             lo que hay.\n",
        ),
        (
            &["build", "--only", "everything"],
            "error: “everything” cannot be the value of --only <FORMAT>\n  help: choose one of site, pdf, data\n\ndiptych build \
             --help says what there is.\n",
            "error: «everything» no puede ser el valor de --only <FORMATO>\n  ayuda: elija entre site, pdf, data\n\ndiptych build \
             --help dice lo que hay.\n",
        ),
        (
            &["check", "--as-of", "2026-13-40"],
            "error: “2026-13-40” cannot be the value of --as-of <DATE>\n  help: --as-of <DATE>: Compare the register’s dates with \
             this day instead of today\n\ndiptych check --help says what there is.\n",
            "error: «2026-13-40» no puede ser el valor de --as-of <FECHA>\n  ayuda: --as-of <FECHA>: Comparar las fechas del \
             registro con este día en lugar de hoy\n\ndiptych check --help dice lo que hay.\n",
        ),
        (
            &["check", "--root"],
            "error: --root <DIR> needs a value\n  help: --root <DIR>: The folder that holds book.toml [default: .]\n\ndiptych check \
             --help says what there is.\n",
            "error: --root <CARPETA> necesita un valor\n  ayuda: --root <CARPETA>: La carpeta que contiene book.toml [si no se \
             indica: .]\n\ndiptych check --help dice lo que hay.\n",
        ),
        (
            &["new"],
            "error: these are missing: <DIR>\n\ndiptych new --help says what there is.\n",
            "error: faltan: <CARPETA>\n\ndiptych new --help dice lo que hay.\n",
        ),
        (
            &["signatories", "add", "--ask", "--no-questions"],
            "error: --ask cannot stand beside --no-questions\n\ndiptych signatories add --help says what there is.\n",
            "error: --ask no puede ir con --no-questions\n\ndiptych signatories add --help dice lo que hay.\n",
        ),
        (
            &["check", "--root", "a", "--root", "b"],
            "error: --root <DIR> can be given only once\n\ndiptych check --help says what there is.\n",
            "error: --root <CARPETA> solo puede indicarse una vez\n\ndiptych check --help dice lo que hay.\n",
        ),
        (
            &["check", "--quiet=yes"],
            "error: “yes” is one value too many for --quiet\n\ndiptych check --help says what there is.\n",
            "error: «yes» es un valor de más para --quiet\n\ndiptych check --help dice lo que hay.\n",
        ),
    ];
    for (arguments, english, spanish) in cases {
        for (locale, wanted) in [("C", english), ("es_ES.UTF-8", spanish)] {
            let output = diptych(locale, arguments);
            assert_eq!((output.status.code(), text(&output.stdout)), (Some(2), ""), "{arguments:?}");
            assert_eq!(text(&output.stderr), wanted, "{arguments:?}");
        }
    }
}
