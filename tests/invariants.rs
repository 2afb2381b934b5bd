//! The code read as text and held to DESIGN section 3 and STYLE: what no type can express.

use std::fs;

use camino::{Utf8Path, Utf8PathBuf};

use crate::publications::{files, repository};

/// Files that may be longer than [`LONGEST`], with the reason.
const LONGER: &[(&str, &str)] = &[];
const LONGEST: usize = 400;

/// What each stage may name of the crate; itself goes without saying. The line runs downwards.
const MAY_NAME: &[(&str, &[&str])] = &[
    ("diagnostics", &[]),
    ("characters", &["diagnostics"]),
    ("guard", &[]),
    ("record", &["characters", "diagnostics"]),
    ("sources", &["characters", "diagnostics"]),
    ("config", &["diagnostics", "record"]),
    ("locale", &["characters", "config", "diagnostics", "memo", "sources"]),
    ("documents", &["characters", "config", "diagnostics", "locale", "memo", "record", "sources"]),
    ("memo", &[]),
    ("publication", &["config", "diagnostics", "documents", "guard", "locale", "memo", "record", "sources"]),
    ("redline", &["documents", "locale", "publication"]),
    (
        "renditions",
        &[
            "config",
            "diagnostics",
            "documents",
            "guard",
            "locale",
            "publication",
            "record",
            "redline",
            "sources",
            "spreadsheet",
        ],
    ),
    ("output", &["diagnostics", "renditions"]),
    ("spreadsheet", &[]),
    ("starter", &["sources"]),
    ("serve", &["diagnostics", "documents", "memo", "publication", "renditions", "sources"]),
    ("enrolment", &["diagnostics", "documents", "memo", "publication", "record", "sources", "spreadsheet"]),
    ("amending", &["config", "diagnostics", "documents", "locale", "publication", "record", "redline", "sources"]),
    ("collation", &["diagnostics", "documents", "enrolment", "publication", "redline", "renditions", "sources"]),
    ("freezing", &["documents", "publication", "record", "sources"]),
    ("import", &["config", "diagnostics", "documents", "publication", "record", "sources"]),
    (
        "cli",
        &[
            "amending",
            "collation",
            "config",
            "diagnostics",
            "documents",
            "enrolment",
            "freezing",
            "import",
            "locale",
            "output",
            "publication",
            "record",
            "redline",
            "renditions",
            "serve",
            "sources",
            "starter",
        ],
    ),
];

/// A source file without its comments and the contents of its string literals.
struct Code {
    path: Utf8PathBuf,
    whole: String,
    code: String,
}

impl Code {
    fn all() -> Vec<Code> {
        // The preview's script is read by browsers.
        let files = files(&repository().join("src")).into_iter().filter(|(path, _)| path != "serve/preview.js");
        let found = files.map(|(path, bytes)| {
            let whole = String::from_utf8(bytes).expect("sources are UTF-8");
            Code { path, code: without_comments_and_texts(&whole), whole }
        });
        let found: Vec<Code> = found.collect();
        assert!(found.len() > 20 && found.iter().all(|file| file.path.extension() == Some("rs")));
        found
    }

    fn stage(&self) -> &str {
        let first = self.path.components().next().expect("a path has a part").as_str();
        first.strip_suffix(".rs").unwrap_or(first)
    }

    /// The numbers and texts of the lines whose code has a text in it.
    fn lines_with(&self, wanted: &str) -> Vec<(usize, &str)> {
        let lines = self.code.lines().zip(self.whole.lines()).enumerate();
        lines.filter(|(_, (code, _))| has_word(code, wanted)).map(|(number, (_, line))| (number + 1, line)).collect()
    }
}

/// Whether a text occurs where no word goes on before it.
fn has_word(line: &str, wanted: &str) -> bool {
    let before = |at: usize| line[..at].chars().next_back().is_none_or(|last| !last.is_alphanumeric() && last != '_');
    line.match_indices(wanted).any(|(at, _)| before(at) || !wanted.starts_with(char::is_alphanumeric))
}

/// Line for line the same length in lines, with blanks for what the compiler does not read.
fn without_comments_and_texts(text: &str) -> String {
    let mut code = String::with_capacity(text.len());
    let mut rest = text;
    let blank = |part: &str| part.chars().map(|character| if character == '\n' { '\n' } else { ' ' }).collect::<String>();
    while let Some(first) = rest.chars().next() {
        let length = match first {
            '/' if rest.starts_with("//") => rest.find('\n').unwrap_or(rest.len()),
            '"' => {
                let mut escaped = false;
                let end = rest[1..].find(|character| match (escaped, character) {
                    (true, _) => {
                        escaped = false;
                        false
                    }
                    (false, '\\') => {
                        escaped = true;
                        false
                    }
                    (false, character) => character == '"',
                });
                end.map_or(rest.len(), |end| end + 2)
            }
            // A character, not a lifetime.
            '\'' => match rest[1..].char_indices().take(12).find(|(_, character)| *character == '\'') {
                Some((end, _)) if rest[1..].starts_with('\\') || rest[1..1 + end].chars().count() == 1 => {
                    end + 2 + usize::from(rest.starts_with("'\\''"))
                }
                _ => 0,
            },
            _ => 0,
        };
        if length > 0 {
            code.push_str(&blank(&rest[..length]));
            rest = &rest[length..];
        } else {
            code.push(first);
            rest = &rest[first.len_utf8()..];
        }
    }
    code
}

fn none(found: Vec<String>) {
    assert!(found.is_empty(), "\n{}\n", found.join("\n"));
}

#[test]
fn comments_and_texts_are_told_from_code() {
    let text = "let a = \"// \\\" b\"; // \"c\nlet d = '\"'; let e: &'a str = '\\''; f('/') // g";
    let code = without_comments_and_texts(text);
    assert_eq!(code.split_whitespace().collect::<Vec<_>>().join(" "), "let a = ; let d = ; let e: &'a str = ; f( )");
    assert_eq!(code.lines().count(), 2);
}

#[test]
fn every_file_says_what_it_is_for() {
    let silent = Code::all().into_iter().filter(|file| !file.whole.starts_with("//! "));
    none(silent.map(|file| format!("src/{} does not open with //!", file.path)).collect());
}

#[test]
fn a_file_fits_a_reading() {
    let long = Code::all().into_iter().filter(|file| file.whole.lines().count() > LONGEST);
    let unjustified = long.filter(|file| !LONGER.iter().any(|(path, _)| file.path == *path));
    none(unjustified.map(|file| format!("src/{}: {} lines", file.path, file.whole.lines().count())).collect());
}

#[test]
fn only_main_prints() {
    let mut found = Vec::new();
    for file in Code::all().iter().filter(|file| file.path != "main.rs") {
        for printing in ["println!", "print!", "eprintln!", "eprint!", "dbg!", "stdout()", "stderr()"] {
            found.extend(
                file.lines_with(printing).into_iter().map(|(line, text)| format!("src/{}:{line}: {text}", file.path)),
            );
        }
    }
    none(found);
}

#[test]
fn only_the_pdf_rendition_names_typst() {
    let mut found = Vec::new();
    for file in Code::all().iter().filter(|file| !file.path.starts_with("renditions/pdf")) {
        for name in ["typst::", "typst_layout::", "typst_pdf::", "typst_kit::", "comemo::"] {
            found.extend(file.lines_with(name).into_iter().map(|(line, text)| format!("src/{}:{line}: {text}", file.path)));
        }
    }
    none(found);
}

/// The names after `crate::`, also in groups: `crate::{record, words}`, `crate::diagnostics::{Code, …}`.
fn named(code: &str) -> Vec<String> {
    let mut names = Vec::new();
    for (at, _) in code.match_indices("crate::") {
        let rest = &code[at + "crate::".len()..];
        let word =
            |text: &str| text.trim_start().chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect::<String>();
        match rest.strip_prefix('{') {
            None => names.push(word(rest)),
            Some(group) => {
                let mut depth = 0;
                let mut start = true;
                for (at, character) in group.char_indices() {
                    if start && depth == 0 && character.is_alphabetic() {
                        names.push(word(&group[at..]));
                        start = false;
                    }
                    match character {
                        '{' => depth += 1,
                        '}' if depth == 0 => break,
                        '}' => depth -= 1,
                        ',' if depth == 0 => start = true,
                        _ => {}
                    }
                }
            }
        }
    }
    names
}

#[test]
fn a_stage_names_only_earlier_ones() {
    assert_eq!(named("use crate::{a::{b, c}, d}; crate::e::f(); use crate::g;"), ["a", "d", "e", "g"]);
    let mut found = Vec::new();
    let macros = ["record", "words"];
    for file in Code::all().iter().filter(|file| !["lib.rs", "main.rs"].contains(&file.path.as_str())) {
        let stage = file.stage();
        let Some((_, allowed)) = MAY_NAME.iter().find(|(name, _)| *name == stage) else {
            found.push(format!("src/{}: “{stage}” is no stage of MAY_NAME", file.path));
            continue;
        };
        for name in named(&file.code) {
            // Macros lie at the crate's root and belong to `record`.
            let of = if macros.contains(&name.as_str()) { "record" } else { name.as_str() };
            if of != stage && !allowed.contains(&of) {
                found.push(format!("src/{} names crate::{name}", file.path));
            }
        }
        // A module at the root could name any other through its parent.
        if !file.path.as_str().contains('/') && file.code.contains("super::") {
            found.push(format!("src/{} names its parent, the crate", file.path));
        }
    }
    none(found);
}

#[test]
fn only_the_reader_of_revisions_names_git() {
    let mut found = Vec::new();
    for file in Code::all().iter().filter(|file| file.path != "sources/revision.rs") {
        found.extend(file.lines_with("gix::").into_iter().map(|(line, text)| format!("src/{}:{line}: {text}", file.path)));
    }
    // A build makes what lies on the disk, and nothing else.
    let build = Code::all().into_iter().find(|file| file.path == "cli/build.rs").expect("cli/build.rs");
    found.extend(build.lines_with("evision").into_iter().map(|(line, text)| format!("src/cli/build.rs:{line}: {text}")));
    none(found);
}

#[test]
fn renditions_do_not_know_each_other() {
    let mut found = Vec::new();
    for file in Code::all() {
        for (own, other) in [("site", "pdf"), ("pdf", "site")] {
            if file.path.starts_with(format!("renditions/{own}")) {
                for name in [format!("renditions::{other};"), format!("super::{other};"), format!("{other}::")] {
                    let lines = file.lines_with(&name);
                    found.extend(lines.into_iter().map(|(line, text)| format!("src/{}:{line}: {text}", file.path)));
                }
            }
        }
    }
    none(found);
}

#[test]
fn only_sources_read_and_only_output_writes() {
    let mut found = Vec::new();
    for file in Code::all().iter().filter(|file| !["sources", "output"].contains(&file.stage())) {
        for name in
            ["std::fs", "fs::", "File::", "OpenOptions", "read_dir", "canonicalize", "WalkDir", "walkdir::", "std::net"]
        {
            // The preview listens; it touches no file all the same.
            if name == "std::net" && file.path == "serve/server.rs" {
                continue;
            }
            found.extend(file.lines_with(name).into_iter().map(|(line, text)| format!("src/{}:{line}: {text}", file.path)));
        }
    }
    for reader in Code::all().iter().filter(|file| file.stage() == "sources") {
        for name in ["fs::write", "File::create", "OpenOptions", "create_dir", "remove_", "rename(", "set_permissions"] {
            let lines = reader.lines_with(name).into_iter();
            found.extend(lines.map(|(line, text)| format!("src/{}:{line} writes: {text}", reader.path)));
        }
    }
    none(found);
}

/// Given the same sources, every byte is the same: whatever the time, the machine and its settings.
#[test]
fn nothing_asks_the_clock_or_the_machine() {
    let mut found = Vec::new();
    for file in Code::all().iter().filter(|file| file.path != "main.rs") {
        for name in
            ["SystemTime", "Instant::now", "Timestamp::now", "Zoned::now", "std::env", "env::var", "Command::new", "rand::"]
        {
            // The user's browser and editor: only the preview starts programs, and only there.
            if name == "Command::new" && file.path == "serve/launch.rs" {
                continue;
            }
            // For how long nobody has written.
            if name == "Instant::now" && file.path == "serve/watch.rs" {
                continue;
            }
            found.extend(file.lines_with(name).into_iter().map(|(line, text)| format!("src/{}:{line}: {text}", file.path)));
        }
    }
    none(found);
}

/// A panic is a bug. Where none can happen, a comment on the same or the previous line says why, or `expect` does in words.
#[test]
fn nothing_panics_on_purpose() {
    let mut found = Vec::new();
    for file in Code::all() {
        for name in [".unwrap()", "panic!", "todo!", "unimplemented!", "unreachable!", ".expect("] {
            for (line, text) in file.lines_with(name) {
                let previous = file.whole.lines().nth(line.saturating_sub(2)).unwrap_or_default();
                let says_why = text.contains("//") || (line > 1 && previous.trim_start().starts_with("//"));
                let in_words =
                    name == ".expect(" && text.split(".expect(\"").nth(1).is_some_and(|why| why.split(' ').count() > 3);
                if !says_why && !in_words {
                    found.push(format!("src/{}:{line}: {text}", file.path));
                }
            }
        }
    }
    none(found);
}

#[test]
fn modules_are_named_for_what_they_hold() {
    let empty_names = ["utils", "util", "helpers", "helper", "common", "manager", "data", "misc", "shared", "types"];
    let files = files(&repository().join("src")).into_keys().chain(files(&repository().join("tests")).into_keys());
    let code = files.filter(|path| path.extension() == Some("rs"));
    let parts =
        |path: &Utf8Path| path.components().map(|part| part.as_str().trim_end_matches(".rs").to_owned()).collect::<Vec<_>>();
    let bad = code.filter(|path| parts(path).iter().any(|part| empty_names.contains(&part.as_str())));
    none(bad.map(|path| path.to_string()).collect());
}

/// A second test binary would link Typst again.
#[test]
fn there_is_one_test_binary() {
    let cargo = fs::read_to_string(repository().join("Cargo.toml")).expect("readable");
    assert!(cargo.contains("autotests = false"));
    assert_eq!(cargo.matches("[[test]]").count(), 1);
}
