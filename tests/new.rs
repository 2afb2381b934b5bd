//! A publication from nothing: `new`, `theme eject`, `schema`, `explain`, `completions`, `man`, by the binary itself in empty folders.

use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::process::{Command, Output, Stdio};

use camino::{Utf8Path, Utf8PathBuf};
use diptych::diagnostics::{Code, Wording};
use serde_json::Value;

use crate::publications::{Project, files, repository};

/// In a folder, with nothing of the repository at hand.
fn diptych_in(folder: &Utf8Path, locale: &str, arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_diptych"));
    command.current_dir(folder).args(arguments).env_clear().env("LC_ALL", locale);
    command.output().expect("the binary runs")
}

fn diptych(folder: &Utf8Path, arguments: &[&str]) -> String {
    let output = diptych_in(folder, "C", arguments);
    let said = format!("{}{}", text(&output.stdout), text(&output.stderr));
    assert_eq!(output.status.code(), Some(0), "{arguments:?}\n{said}");
    said
}

fn refused(folder: &Utf8Path, arguments: &[&str]) -> String {
    let output = diptych_in(folder, "C", arguments);
    assert_eq!(output.status.code(), Some(2), "{arguments:?}");
    text(&output.stderr).to_owned()
}

fn text(bytes: &[u8]) -> &str {
    std::str::from_utf8(bytes).expect("output is UTF-8")
}

struct Empty(tempfile::TempDir);

impl Empty {
    fn new() -> Self {
        Empty(tempfile::tempdir().expect("a folder"))
    }

    fn path(&self) -> &Utf8Path {
        Utf8Path::from_path(self.0.path()).expect("UTF-8")
    }
}

#[test]
fn a_new_publication_is_complete_and_has_no_mistakes() {
    let empty = Empty::new();
    let said = diptych(empty.path(), &["new", "ours"]);
    assert!(
        said.contains("diptych serve --open --root ours") && said.contains("variable DIPTYCH: ours/README.md"),
        "{said}"
    );
    assert_eq!(diptych(empty.path(), &["check", "--root", "ours"]), "No mistakes found.\n");
    let ours = empty.path().join("ours");
    for file in [".gitignore", ".github/workflows/publication.yml", ".vscode/diptych/work.schema.json", "README.md"] {
        assert!(ours.join(file).is_file(), "{file}");
    }
    for (path, bytes) in files(&ours) {
        let held = String::from_utf8(bytes).expect("all are texts");
        let left = ["DATE", "VERSION", "FIRST", "# LANGUAGES"]
            .iter()
            .any(|mark| held.contains(mark) || path.as_str().contains(mark));
        assert!(!left, "{path}");
    }
    diptych(empty.path(), &["build", "--only", "site", "--root", "ours"]);
    let site = files(&ours.join("public"));
    let page = |path: &str| text(&site[Utf8Path::new(path)]).to_owned();
    assert!(page("es/directrices/ejemplo/escribir/index.html").contains("Los encabezados tienen un identificador"));
    assert!(page("en/parallel/es/guidelines/example/writing/index.html").contains("Los encabezados"));
    assert!(page("en/index.html").contains("A beginning"), "the news");
}

#[test]
#[cfg(feature = "pdf")]
fn a_new_publication_has_pdfs() {
    let empty = Empty::new();
    diptych(empty.path(), &["new", "ours", "--languages", "en,es,ar"]);
    diptych(empty.path(), &["build", "--only", "pdf", "--root", "ours"]);
    for pdf in ["en_es", "ar"] {
        let file = empty.path().join(format!("ours/public/downloads/guidelines/example/0.1/{pdf}.pdf"));
        assert!(fs::read(file).expect("it was made").starts_with(b"%PDF-"), "{pdf}");
    }
}

/// What somebody does who has the binary and nothing else: no repository, no home, no settings of a shell.
#[test]
fn a_strangers_path() {
    let (prefix, empty) = (Empty::new(), Empty::new());
    let binary = prefix.path().join("diptych");
    fs::copy(env!("CARGO_BIN_EXE_diptych"), &binary).expect("installed");
    let stranger = |arguments: &[&str]| {
        let mut command = Command::new(&binary);
        command.current_dir(empty.path()).args(arguments).env_clear();
        command
    };
    for arguments in
        [&["new", "ours"][..], &["check", "--root", "ours"], &["build", "--root", "ours"], &["status", "--root", "ours"]]
    {
        let output = stranger(arguments).output().expect("the binary runs");
        let said = format!("{}{}", text(&output.stdout), text(&output.stderr));
        assert_eq!(output.status.code(), Some(0), "{arguments:?}\n{said}");
        assert!(!said.contains("warning") && !said.contains("error:"), "{arguments:?}\n{said}");
    }
    assert!(empty.path().join("ours/public/en/index.html").is_file());
    let mut command = stranger(&["serve", "--port", "0", "--root", "ours"]);
    let mut preview = command.stdout(Stdio::piped()).spawn().expect("the binary runs");
    let mut line = String::new();
    BufReader::new(preview.stdout.take().expect("piped")).read_line(&mut line).expect("it says where it is");
    let address = line.split("http://").nth(1).and_then(|rest| rest.split('/').next()).expect("an address").to_owned();
    let mut page = String::new();
    let mut stream = TcpStream::connect(address.replace("localhost", "127.0.0.1")).expect("it listens");
    write!(stream, "GET /en/guidelines/example/writing/ HTTP/1.0\r\nHost: {address}\r\n\r\n").expect("asked");
    let read = stream.read_to_string(&mut page);
    preview.kill().and_then(|()| preview.wait()).expect("ended");
    assert!(read.is_ok() && page.starts_with("HTTP/1.0 200") && page.contains("Writing a text"), "{page}");
}

/// Also in languages for which there are no texts, and in scripts that the fonts do not have.
#[test]
fn in_any_languages() {
    let empty = Empty::new();
    for languages in ["en", "es", "en,es,ar", "fr,de,pt-br", "es, en ,ja", "el,ru"] {
        let folder = languages.replace([',', ' '], "_");
        diptych(empty.path(), &["new", &folder, "--languages", languages]);
        let said = diptych(empty.path(), &["check", "--root", &folder]);
        assert_eq!(said, "No mistakes found.\n", "{languages}");
    }
    let arabic = fs::read_to_string(empty.path().join("en_es_ar/content/index.ar.md")).expect("it is there");
    assert!(arabic.contains("This text is still in English: translate it.\n{lang=en}\n"), "{arabic}");
    for wrong in ["english", "e", "en,../x", "", "en_GB"] {
        assert!(refused(empty.path(), &["new", "wrong", "--languages", wrong]).contains("no language tag"), "{wrong}");
        assert!(!empty.path().join("wrong").exists());
    }
}

#[test]
fn nothing_is_written_over() {
    let empty = Empty::new();
    fs::write(empty.path().join("notes.txt"), "mine").expect("written");
    fs::create_dir(empty.path().join("content")).expect("made");
    fs::write(empty.path().join("content/index.en.md"), "mine").expect("written");
    let said = refused(empty.path(), &["new", "."]);
    assert!(said.contains("content/index.en.md is there already."), "{said}");
    assert_eq!(files(empty.path()).len(), 2);
    fs::remove_file(empty.path().join("content/index.en.md")).expect("removed");
    diptych(empty.path(), &["new", "."]);
    assert_eq!(fs::read(empty.path().join("notes.txt")).expect("kept"), b"mine");
    assert!(refused(empty.path(), &["new", "."]).contains("and "), "all are in the way now");

    // Not through a link either.
    let other = Empty::new();
    let outside = Empty::new();
    std::os::unix::fs::symlink(outside.path(), other.path().join("content")).expect("linked");
    assert!(refused(other.path(), &["new", "."]).contains("content"));
    assert_eq!(files(outside.path()).len(), 0);
}

#[test]
fn a_theme_is_ejected_and_obeyed() {
    let project = Project::copy_of(&repository().join("tests/golden/minimal"));
    fs::remove_dir_all(project.root().join("expected")).expect("removed");
    let root = project.root().as_str();
    diptych(project.root(), &["theme", "eject", "templates/toc.html", "styles", "--root", root]);
    assert!(project.root().join("themes/default/styles/text.css").is_file());
    assert!(!project.root().join("themes/default/templates/base.html").exists());
    assert!(refused(project.root(), &["theme", "eject", "styles/text.css"]).contains("is there already"));
    assert!(refused(project.root(), &["theme", "eject", "nothing"]).contains("“nothing”"));
    assert!(refused(project.root(), &["theme", "eject", "../../content"]).contains("content"));

    // A theme of its own gets the files under its own name; all of them make the same site as none.
    project.replace("book.toml", "[publication]", "[publication]\ntheme = \"city\"");
    fs::create_dir_all(project.root().join("themes/city")).expect("made");
    fs::write(project.root().join("themes/city/note.txt"), "ours").expect("written");
    fs::remove_dir_all(project.root().join("themes/default")).expect("removed");
    diptych(project.root(), &["theme", "eject"]);
    assert!(project.root().join("themes/city/typst/work.typ").is_file());
    assert!(!project.root().join("themes/city/fonts").exists());
    diptych(project.root(), &["build", "--only", "site"]);
    for (path, bytes) in files(&repository().join("tests/golden/minimal/expected")) {
        assert!(fs::read(project.root().join("public").join(&path)).expect("made") == bytes, "{path}");
    }

    project.replace("book.toml", "\"city\"", "\"../outside\"");
    let output = diptych_in(project.root(), "C", &["theme", "eject"]);
    assert_ne!(output.status.code(), Some(0));
    assert!(!project.root().parent().expect("a folder").join("outside").exists());
}

/// Whether a value has the shape that a schema says, as far as these schemas go.
fn fits(value: &Value, schema: &Value, whole: &Value) -> Result<(), String> {
    let at = |what: &str| Err(format!("{what}: {value}"));
    if let Some(name) = schema["$ref"].as_str() {
        let shape = whole.pointer(name.trim_start_matches('#')).ok_or_else(|| format!("{name} is not there"))?;
        return fits(value, shape, whole);
    }
    if let Some(all) = schema["allOf"].as_array() {
        all.iter().try_for_each(|one| fits(value, one, whole))?;
    }
    for any in ["anyOf", "oneOf"] {
        if let Some(choices) = schema[any].as_array()
            && !choices.iter().any(|one| fits(value, one, whole).is_ok())
        {
            return at(any);
        }
    }
    if schema.get("const").is_some_and(|word| word != value) {
        return at("const");
    }
    if schema["enum"].as_array().is_some_and(|words| !words.contains(value)) {
        return at("enum");
    }
    let right = match schema["type"].as_str() {
        Some("object") => value.is_object(),
        Some("array") => value.is_array(),
        Some("string") => value.is_string(),
        Some("boolean") => value.is_boolean(),
        Some("integer") => value.is_u64(),
        _ => true,
    };
    if !right {
        return at("type");
    }
    for item in value.as_array().into_iter().flatten() {
        fits(item, &schema["items"], whole)?;
    }
    for (key, inner) in value.as_object().into_iter().flatten().filter(|_| schema["type"] == "object") {
        match (schema["properties"].get(key), &schema["additionalProperties"]) {
            (Some(known), _) => fits(inner, known, whole)?,
            (None, Value::Object(_)) => fits(inner, &schema["additionalProperties"], whole)?,
            (None, _) => return at(key),
        }
    }
    for key in schema["required"].as_array().into_iter().flatten() {
        if value.get(key.as_str().expect("a name")).is_none() {
            return at(&format!("{key} is missing"));
        }
    }
    Ok(())
}

fn schema(of: &str) -> Value {
    let output = diptych_in(repository(), "C", &["schema", of]);
    serde_json::from_slice(&output.stdout).expect("a schema is JSON")
}

fn yaml(text: &str) -> Value {
    serde_saphyr::from_str(text).expect("YAML")
}

/// The schemas take every source of the repository, and refuse what the tool refuses.
#[test]
fn schemas_say_what_the_tool_says() {
    let (work, glossary, front) = (schema("work"), schema("glossary"), schema("front-matter"));
    let mut seen = [0; 3];
    for (path, bytes) in files(&repository().join("content")) {
        let text = String::from_utf8_lossy(&bytes).into_owned();
        let (nth, found) = match path.file_name() {
            Some("work.yaml") => (0, fits(&yaml(&text), &work, &work)),
            Some("glossary.yaml") => (1, fits(&yaml(&text), &glossary, &glossary)),
            Some(name) if name.ends_with(".md") => {
                let head = text.split("---\n").nth(1).expect("front matter");
                (2, fits(&yaml(head), &front, &front))
            }
            _ => continue,
        };
        seen[nth] += 1;
        assert_eq!(found, Ok(()), "{path}");
    }
    assert!(seen.iter().all(|count| *count > 0), "{seen:?}");
    let book = schema("book");
    let settings: toml::Table = fs::read_to_string(repository().join("book.toml")).expect("read").parse().expect("TOML");
    assert_eq!(fits(&serde_json::to_value(settings).expect("JSON"), &book, &book), Ok(()));
    assert!(schema("signatory")["definitions"].as_object().is_some_and(|all| all.len() > 3));

    let wrong = |text: &str| fits(&yaml(text), &work, &work).expect_err(text);
    assert!(wrong("kind: guidelines\n").contains("title"));
    assert!(wrong("kind: novel\ntitle: {en: X}\n").contains("novel"));
    assert!(wrong("kind: pages\ntitle: {en: X}\nlangages: {}\n").contains("langages"));
    assert!(wrong("kind: pages\ntitle: {en: X}\nedition: {number: 1, status: adopted, date: 2026-01-01}\n").contains('1'));
    // The declaration's comments are what an editor shows.
    let edition = work["definitions"]["documents.work.EditionYaml"]["properties"]["number"]["description"].as_str();
    assert_eq!(edition, Some("Quoted: `\"0.1\"`."));
}

#[test]
fn every_message_is_explained() {
    let empty = Empty::new();
    let said = diptych(empty.path(), &["explain", "broken-link"]);
    assert!(said.starts_with("error[broken-link]\n\n"), "{said}");
    assert!(said.contains("\n- "), "what to type: {said}");
    assert_eq!(diptych(empty.path(), &["explain", "error[broken-link]:"]), said);
    let spanish = diptych_in(empty.path(), "es_ES.UTF-8", &["explain", "broken-link"]);
    assert!(text(&spanish.stdout).contains("enlace"), "{}", text(&spanish.stdout));
    for (near, wanted) in [("broken-lnk", "did you mean broken-link?"), ("xyzzy", "lists them all")] {
        assert!(refused(empty.path(), &["explain", near]).contains(wanted), "{near}");
    }
    let json: Value = serde_json::from_str(&diptych(empty.path(), &["explain", "--format", "json"])).expect("JSON");
    assert_eq!(json["answer"].as_array().map(Vec::len), Some(Code::ALL.len()));
    for language in Wording::languages() {
        let wording = Wording::for_locale(language);
        for code in Code::ALL {
            let hints = wording.hints(*code);
            assert!(!hints.is_empty(), "{language} {}", code.name());
            assert!(
                hints.iter().all(|hint| !hint.contains("{$") && !hint.is_empty()),
                "{language} {}: {hints:?}",
                code.name()
            );
        }
    }
}

#[test]
fn shells_and_systems_know_every_command() {
    let empty = Empty::new();
    for shell in ["bash", "zsh", "fish", "elvish", "powershell"] {
        let script = diptych(empty.path(), &["completions", shell]);
        assert!(["serve", "check", "languages"].iter().all(|word| script.contains(word)), "{shell}");
    }
    let page = diptych(empty.path(), &["man"]);
    assert!(page.contains(".TH diptych 1"), "{page}");
    for command in ["build", "serve", "theme eject"] {
        let words: Vec<&str> = ["man"].into_iter().chain(command.split(' ')).collect();
        let page = diptych(empty.path(), &words);
        assert!(page.contains(&format!("diptych\\-{}", command.replace(' ', "\\-"))), "{page}");
    }
    assert!(refused(empty.path(), &["man", "nothing"]).contains("“nothing”"));
}

/// The sentences of commands are there in every language, with the same variables.
#[test]
fn commands_speak_every_language() {
    use std::collections::BTreeMap;
    let messages = |language: &str| -> BTreeMap<String, Vec<String>> {
        let path: Utf8PathBuf = repository().join(format!("locales/{language}/tool/commands.ftl"));
        let text = fs::read_to_string(path).expect("readable");
        assert!(fluent_syntax::parser::parse(text.as_str()).is_ok(), "{language}");
        let mut found: BTreeMap<String, Vec<String>> = BTreeMap::new();
        let mut current = String::new();
        for line in text.lines().filter(|line| !line.starts_with('#')) {
            if let Some((id, _)) = line.split_once(" = ").filter(|(id, _)| !id.starts_with([' ', '{'])) {
                current = id.to_owned();
                found.insert(current.clone(), Vec::new());
            }
            let variables = line.split("{ $").skip(1).map(|rest| rest.split(' ').next().unwrap_or_default().to_owned());
            found.entry(current.clone()).or_default().extend(variables);
        }
        for variables in found.values_mut() {
            variables.sort();
            variables.dedup();
        }
        found
    };
    assert_eq!(messages("en"), messages("es"));
}
