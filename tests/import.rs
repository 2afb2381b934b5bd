//! `diptych import`: made-up trees become works. `tests/import/<case>/` holds a tree, the publication it goes into, the arguments, and what
//! is expected: the work's files, what is said, and the report as a page. Below, trees that somebody made to do harm.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::fs;
use std::process::{Command, Output};

use camino::{Utf8Path, Utf8PathBuf};
use diptych::diagnostics::Wording;
use serde_json::Value;

use crate::publications::{Project, all_agree, cases, differs, files, repository, updating};

fn diptych_in(folder: &Utf8Path, locale: &str, arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_diptych"));
    command.current_dir(folder).args(arguments).env_clear().env("LC_ALL", locale);
    command.output().expect("the binary runs")
}

fn text(bytes: &[u8]) -> &str {
    std::str::from_utf8(bytes).expect("output is UTF-8")
}

fn code(output: &Output) -> i32 {
    output.status.code().expect("the binary ends by itself")
}

/// By path.
type Files = BTreeMap<Utf8PathBuf, Vec<u8>>;

/// A publication, and beside it a tree.
struct Beside {
    project: Project,
}

impl Beside {
    fn new() -> Self {
        Beside { project: Project::new() }
    }

    fn file(&self, path: &str, bytes: impl AsRef<[u8]>) -> &Self {
        self.project.write(&format!("tree/{path}"), bytes);
        self
    }

    /// The same text as the page of both languages.
    fn page(&self, name: &str, text: &str) -> &Self {
        self.file(&format!("{name}.en.md"), text).file(&format!("{name}.es.md"), text)
    }

    fn tree(&self) -> Utf8PathBuf {
        self.project.root().join("tree")
    }

    fn run(&self, arguments: &[&str]) -> Output {
        diptych_in(self.project.root(), "C", &[&["import", "tree", "--into", "w"], arguments].concat())
    }

    /// Imports a tree of suffixes; gives its findings by kind and what they say, and its files.
    fn import(&self) -> (Vec<(String, String)>, Files) {
        let output = self.run(&["--layout", "suffix", "--format", "json"]);
        assert_eq!(code(&output), 0, "{}{}", text(&output.stdout), text(&output.stderr));
        let report: Value = serde_json::from_slice(&output.stdout).expect("JSON");
        let word = |finding: &Value, key: &str| finding[key].as_str().expect("a text").to_owned();
        let findings = report["answer"]["findings"].as_array().expect("a list").iter();
        let findings = findings
            .map(|finding| (word(finding, "kind"), format!("{}: {}", word(finding, "file"), word(finding, "message"))));
        (findings.collect(), files(&self.project.root().join("content/w")))
    }
}

fn held<'f>(files: &'f Files, path: &str) -> &'f str {
    text(files.get(Utf8Path::new(path)).unwrap_or_else(|| panic!("{path} is not among {:?}", files.keys())))
}

fn kinds(findings: &[(String, String)]) -> Vec<&str> {
    findings
        .iter()
        .map(|(kind, _)| kind.as_str())
        .filter(|kind| !matches!(*kind, "authority" | "edition" | "licence" | "title"))
        .collect()
}

/// The day of the import is the one thing that differs from run to run.
fn without_day(bytes: &[u8]) -> Vec<u8> {
    let Ok(text) = std::str::from_utf8(bytes) else { return bytes.to_vec() };
    let line = |line: &str| match line.strip_prefix("  date: ") {
        Some(_) => "  date: THE DAY OF THE IMPORT\n".to_owned(),
        None => line.to_owned(),
    };
    text.split_inclusive('\n').map(line).collect::<String>().into_bytes()
}

#[test]
fn made_up_trees_become_works() {
    let mut differences = Vec::new();
    for case in cases("import") {
        let project = Project::new();
        for (path, bytes) in files(&case).into_iter().filter(|(path, _)| !path.starts_with("expected")) {
            project.write(path.as_str(), bytes);
        }
        let tree = files(&project.root().join("tree"));
        let arguments = fs::read_to_string(case.join("arguments")).expect("readable");
        let mut arguments: Vec<&str> = arguments.split_whitespace().collect();
        arguments.splice(0..0, ["import", "tree", "--report", "report.md"]);

        // A rehearsal says the same and writes nothing.
        let rehearsed = diptych_in(project.root(), "C", &[&arguments[..], &["--dry-run"]].concat());
        assert_eq!(code(&rehearsed), 0, "{case}: {}", text(&rehearsed.stderr));
        assert!(!project.root().join("content").exists(), "{case}");

        let output = diptych_in(project.root(), "C", &arguments);
        assert_eq!((code(&output), text(&output.stderr)), (0, ""), "{case}");
        assert_eq!(files(&project.root().join("tree")), tree, "{case}: the tree is as it was");
        let said = text(&output.stdout);
        assert_eq!(said.lines().count(), text(&rehearsed.stdout).lines().count(), "{case}");
        differences.extend(differs(&case.join("expected/said.txt"), said.as_bytes()));
        let report = fs::read(project.root().join("report.md")).expect("written");
        differences.extend(differs(&case.join("expected/report.md"), &report));

        let made = files(&project.root().join("content"));
        for (path, bytes) in &made {
            differences.extend(differs(&case.join("expected/content").join(path), &without_day(bytes)));
        }
        for (path, _) in files(&case.join("expected/content")).into_iter().filter(|(path, _)| !made.contains_key(path)) {
            match updating() {
                true => fs::remove_file(case.join("expected/content").join(&path)).expect("removed"),
                false => differences.push(format!("{case}: {path} is no longer written")),
            }
        }

        // What was counted is what `check` says.
        let checked = diptych_in(project.root(), "C", &["check"]);
        let counted = said.lines().filter_map(|line| line.strip_prefix("diptych check: "));
        let mut of_check: BTreeMap<&str, usize> = BTreeMap::new();
        for line in text(&checked.stderr).lines() {
            let head = line.split_once("]: ").map(|(head, _)| head).filter(|head| head.contains('['));
            head.into_iter().for_each(|head| *of_check.entry(head).or_default() += 1);
        }
        let of_check: Vec<String> = of_check.into_iter().map(|(head, count)| format!("{head}] × {count}")).collect();
        let mut counted: Vec<&str> = counted.collect();
        counted.sort_unstable();
        assert_eq!(counted, of_check, "{case}");
        if !case.ends_with("defects") {
            assert_eq!(code(&checked), 0, "{case}\n{}", text(&checked.stderr));
        }
    }
    all_agree(differences);
}

#[test]
fn links_lead_where_they_led_however_they_are_written() {
    let beside = Beside::new();
    beside.page("a", "# A\n\n## First part\n\n## Ñandú & Co.\n\n## First part\n\n<a name=\"old\"></a>\n");
    beside.page("deep/02-b", "# B\n\n## Only\n");
    let links = [
        ("a.md", "01-a.md"),
        ("./a", "01-a.md"),
        ("a/", "01-a.md"),
        ("a.html", "01-a.md"),
        ("/a", "01-a.md"),
        ("/en/a/", "01-a.md"),
        ("a.md#first-part", "01-a.md#first-part"),
        ("a.md#first-part-1", "01-a.md#first-part-2"),
        ("a.md#first-part_1", "01-a.md#first-part-2"),
        ("a.md#%C3%B1and%C3%BA--co", "01-a.md#nandu-co"),
        ("a.md#nandu-co", "01-a.md#nandu-co"),
        ("a.md#old", "01-a.md#first-part-2"),
        ("a.md#a", "01-a.md"),
        ("deep/02-b.md?x=1#only", "03-b.md#only"),
        ("deep/b/", "03-b.md"),
        ("Deep/B", "03-b.md"),
        ("#here", "#here"),
        ("c.md#here", "#here"),
        ("https://example.org/a.md", "https://example.org/a.md"),
        ("mailto:a@example.org", "mailto:a@example.org"),
    ];
    let mut own = String::from("# C\n\n## Here\n\n");
    let mut wanted = String::new();
    for (number, (written, new)) in links.iter().enumerate() {
        writeln!(own, "[l{number}]({written}) [s{number}](<{written}> \"t\") [r{number}]\n\n[r{number}]: {written}\n")
            .expect("written");
        writeln!(wanted, "[l{number}]({new}) [s{number}](<{new}> \"t\") [r{number}]\n\n[r{number}]: {new}\n")
            .expect("written");
    }
    beside.page("c", &own);
    let (findings, made) = beside.import();
    assert_eq!(kinds(&findings), ["html", "html"], "{findings:#?}");
    for tag in ["en", "es"] {
        let c = held(&made, &format!("02-c.{tag}.md"));
        assert_eq!(c, format!("---\ntitle: C\n---\n\n## Here {{#here}}\n\n{wanted}"));
    }
}

#[test]
fn every_byte_stays_but_those_that_must_change() {
    let beside = Beside::new();
    let body = "Text with  two spaces, \\* an escape, &amp; an entity, and\ta tab.  \nA hard break.\r\n\r\n* item\n    code\n\n~~~ md\n\
                ## no heading\n[no](link.md)\n~~~\n\n| a | b |\n|---|--:|\n| [x](a.md) | `|` |\n\nTerm\n: Meaning[^1]\n\n[^1]: A note.\n";
    beside.page("a", &format!("---\ntitle: A\n---\n{body}"));
    let (_, made) = beside.import();
    assert_eq!(held(&made, "01-a.en.md").replace("\r\n", "\n").split_once("\n---\n\n").expect("front matter").1, {
        body.replace("(a.md)", "(01-a.md)").replace("\r\n", "\n")
    });
}

#[test]
fn headings_of_every_kind_become_signs_with_ids() {
    let beside = Beside::new();
    let written = "# Title #\n\nTwo\nlines\n=====\n\n  ### Closed ###\n\nWith *marks* and `code`\n---\n\n## 第二章\n\n## 2024\n\n\
                   ## Kept {#kept}\n\n## Said again {#kept}\n";
    beside.page("a", written);
    let (findings, made) = beside.import();
    let wanted = "---\ntitle: Title\n---\n\n## Two lines {#two-lines}\n\n  ### Closed {#closed}\n\n\
                  ### With *marks* and `code` {#with-marks-and-code}\n\n### 第二章 {#section-4}\n\n### 2024 {#section-2024}\n\n\
                  ### Kept {#kept}\n\n### Said again {#said-again}\n";
    assert_eq!(held(&made, "01-a.en.md"), wanted);
    assert!(kinds(&findings).contains(&"id"), "{findings:#?}");
}

/// Ids that were translated with the words say nothing of what belongs together; those that were not do.
#[test]
fn translated_ids_become_one() {
    let beside = Beside::new();
    beside.file("a.en.md", "# A\n\n## Duty {#duty}\n\n## 2. Right {#right}\n\n## Added {#added}\n");
    beside.file(
        "a.es.md",
        "# A\n\n## Deber {#deber}\n\n## 2. Derecho {#derecho}\n\n## Añadido {#added}\n\n[x](#deber) [y](#right)\n",
    );
    let (findings, made) = beside.import();
    let body = |tag: &str| held(&made, &format!("01-a.{tag}.md")).split_once("---\n\n").expect("front matter").1.to_owned();
    assert_eq!(body("en"), "## Duty {#duty}\n\n## 2. Right {#right}\n\n## Added {#added}\n");
    let spanish = "## Deber {#duty}\n\n## 2. Derecho {#right}\n\n## Añadido {#added}\n\n[x](#duty) [y](#right)\n";
    assert_eq!(body("es"), spanish);
    assert_eq!(kinds(&findings), ["number", "id", "id", "number"], "{findings:#?}");
}

#[test]
fn what_stands_in_the_way_stops_it_before_anything_is_written() {
    let beside = Beside::new();
    beside.page("a", "# A\n");
    let refused = |arguments: &[&str]| {
        let output = diptych_in(beside.project.root(), "C", &[&["import", "tree"], arguments].concat());
        assert_eq!(code(&output), 2, "{arguments:?}: {}", text(&output.stdout));
        text(&output.stderr).to_owned()
    };
    assert!(refused(&["--layout", "folders"]).contains("try the other --layout"));
    for folder in ["signatories", "../out", "data/x", "Upper", "news", "a//b", "/etc"] {
        assert!(refused(&["--layout", "suffix", "--into", folder]).contains("A work cannot lie in"), "{folder}");
    }
    let inside = beside.tree().join("report.md");
    assert!(refused(&["--layout", "suffix", "--report", inside.as_str()]).contains("only read"));
    beside.project.write("tree/book.toml", fs::read(beside.project.root().join("book.toml")).expect("readable"));
    assert!(refused(&["--layout", "suffix", "--root", "tree"]).contains("only read"));
    assert!(!beside.project.root().join("content").exists() && !beside.tree().join("content").exists());
    fs::remove_file(beside.tree().join("book.toml")).expect("removed");

    let first = beside.run(&["--layout", "suffix"]);
    assert_eq!(code(&first), 0);
    let before = files(beside.project.root());
    assert!(refused(&["--layout", "suffix", "--into", "w"]).contains("is there already"));
    assert_eq!(files(beside.project.root()), before);
    let nowhere = diptych_in(beside.project.root(), "C", &["import", "nowhere", "--layout", "suffix"]);
    assert_eq!(code(&nowhere), 2);
}

#[test]
fn a_hostile_tree_does_no_harm() {
    let beside = Beside::new();
    beside.page("a", "# A\n\n![x](../../../../etc/passwd) ![x](link.svg) [x](../../book.toml) [x](/../../book.toml) ![x](%2e%2e/%2e%2e/x.svg)\n");
    beside.file("big.en.md", vec![b'a'; (4 << 20) + 1]);
    beside.file("latin.en.md", b"caf\xe9");
    beside.file("con\u{1b}[2Jtrol.en.md", "# C\n");
    beside.file("b;$(touch x).en.md", "# Semicolon\n");
    let tree = beside.tree();
    std::os::unix::fs::symlink("/etc/passwd", tree.join("link.svg")).expect("linked");
    std::os::unix::fs::symlink("/etc", tree.join("folder")).expect("linked");
    std::os::unix::fs::symlink("..", tree.join("loop")).expect("linked");
    let deep = tree.join(vec!["d"; 40].join("/"));
    fs::create_dir_all(&deep).expect("made");
    fs::write(deep.join("deep.en.md"), "# Deep\n").expect("written");
    let (findings, made) = beside.import();
    let said: Vec<&str> = findings.iter().map(|(_, said)| said.as_str()).collect();
    for reason in ["a symbolic link", "too large", "not UTF-8", "control characters", "too deep"] {
        assert!(said.iter().any(|said| said.contains(reason)), "{reason}: {said:#?}");
    }
    assert!(said.iter().all(|said| !said.contains('\u{1b}')), "{said:#?}");
    assert_eq!(kinds(&findings).iter().filter(|kind| **kind == "image").count(), 6, "{said:#?}");
    let names: Vec<&str> = made.keys().map(|path| path.as_str()).collect();
    assert_eq!(names, ["01-a.en.md", "01-a.es.md", "02-b-touch-x.en.md", "work.yaml"]);
    assert!(!made.values().any(|bytes| text(bytes).contains("root:")));
}

/// Much of anything: it ends, and not late.
#[test]
fn much_of_anything_ends() {
    let beside = Beside::new();
    let same = "## Same\n\n".repeat(10_000);
    beside.file("same.en.md", &same).file("same.es.md", same.replacen("## Same\n\n", "", 1));
    let levels: String =
        (0..10_000).map(|number| format!("{} H{}\n\n", "#".repeat(1 + number * 7 % 5), number % 9)).collect();
    beside.file("levels.en.md", &levels).file("levels.es.md", levels.replacen("### H", "## H", 2000));
    beside.page("marks", &"[[ {{< <b> ".repeat(100_000));
    beside.page("brackets", &format!("{}\n\n{}", "[".repeat(50_000), "![](".repeat(50_000)));
    let links: String = (0..20_000).map(|number| format!("[a](same.md#same-{number}) ![b](i{number}.png)\n")).collect();
    beside.page("links", &links);
    let definitions: String = (0..20_000).map(|number| format!("[d{number}]: same.md\n")).collect();
    beside.page("definitions", &definitions);
    let keys: String = (0..5_000).map(|number| format!("key{number}: value\n")).collect();
    beside.page("front", &format!("---\n{keys}---\n\nText.\n"));
    for number in 0..300 {
        beside.page(&format!("many/{number}/page"), "# Page\n\n## Part\n");
    }
    let begun = std::time::Instant::now();
    let (_, made) = beside.import();
    assert!(made.len() > 600, "{}", made.len());
    assert!(begun.elapsed().as_secs() < 120, "{:?}", begun.elapsed());
}

#[test]
fn the_report_is_in_the_readers_language() {
    let case = repository().join("tests/import/defects");
    let project = Project::copy_of(&case);
    let arguments = ["import", "tree", "--layout", "suffix", "--into", "guidelines/old", "--report", "informe.md"];
    let output = diptych_in(project.root(), "es_ES.UTF-8", &arguments);
    assert_eq!(code(&output), 0);
    assert!(text(&output.stdout).contains("es un enlace simbólico") || text(&output.stdout).contains("no está en UTF-8"));
    let work = fs::read_to_string(project.root().join("content/guidelines/old/work.yaml")).expect("written");
    assert!(work.contains("# ¿Con qué licencia"), "{work}");
    assert!(fs::read_to_string(project.root().join("informe.md")).expect("written").contains("## Por revisar"));
}

/// Every message is asked for, and every one that is asked for is there, with the same variables in all languages.
#[test]
fn every_finding_has_its_words_in_every_language() {
    let mut asked = std::collections::BTreeSet::new();
    let sources = files(&repository().join("src"));
    for (path, bytes) in sources.iter().filter(|(path, _)| path.starts_with("import") || *path == "cli/import.rs") {
        let name =
            |part: &&str| part.starts_with("import-") && part.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'-');
        assert!(path.extension() == Some("rs"));
        asked.extend(text(bytes).split('"').filter(name).filter(|name| *name != "import-").map(str::to_owned));
    }
    for language in Wording::languages() {
        let file = fs::read_to_string(repository().join(format!("locales/{language}/tool/import.ftl"))).expect("readable");
        let there = file.lines().filter_map(|line| line.split_once(" = ")).map(|(id, _)| id.to_owned());
        let there: std::collections::BTreeSet<String> = there.filter(|id| id.starts_with("import-")).collect();
        assert_eq!(there, asked, "{language}");
    }
}
