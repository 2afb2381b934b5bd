//! What everybody is told of every state: the editor, the reviewer, the reader. One publication in three languages, of which Arabic is
//! courtesy; `case/` holds its texts and records, `case/expected/` what is said of them, whole. The interface texts, the theme and the
//! settings are those of `tests/golden/three-languages`.
//!
//! The records in `case/` were written by `diptych collate` before the texts changed. If what a fingerprint is made of ever changes, they
//! have to be made anew: put the texts back as `README.md` beside them says, collate, and change them again.

use camino::Utf8Path;
use diptych::cli::Report;
use diptych::diagnostics::{Fault, Wording};
use diptych::publication::concordance::State;
use serde_json::Value;

use super::{diptych, states, text};
use crate::publications::{Project, all_agree, differs, files, made_site, repository, resolve};

fn case() -> camino::Utf8PathBuf {
    repository().join("tests/concordance/case")
}

fn project() -> Project {
    let project = Project::copy_of(&repository().join("tests/golden/three-languages"));
    for folder in ["content", "expected"] {
        std::fs::remove_dir_all(project.root().join(folder)).expect("removed");
    }
    for (path, bytes) in files(&case().join("content")) {
        project.write(&format!("content/{path}"), bytes);
    }
    let book = std::fs::read_to_string(project.root().join("book.toml")).expect("readable");
    project.write("book.toml", book + "\n[concordance]\nreport = \"https://forge.example/new?title={subject}\"\n");
    project
}

#[test]
fn the_case_has_every_state() {
    let project = project();
    let publication = resolve(project.root(), false).0.expect("there is a publication");
    use State::{Behind, Changed, ChangedInBoth, Collated, New};
    let wanted = [
        ("_texts", [Collated, Collated, Collated]),
        ("living", [Collated, Collated, Collated]),
        ("collated", [Collated, Collated, Collated]),
        ("english", [Changed, Behind, Behind]),
        ("both", [ChangedInBoth, ChangedInBoth, Behind]),
        ("arabic", [Collated, Collated, Changed]),
        ("asked", [Collated, Collated, Collated]),
        ("new", [New, New, New]),
    ];
    for (address, wanted) in wanted {
        assert_eq!(states(&publication, "principles", address), wanted.map(Some), "{address}");
    }
    // A section that one version lacks keeps the site from being built, and is counted all the same.
    let text = std::fs::read_to_string(project.root().join("content/principles/01-living.es.md")).expect("readable");
    let without = text.split("## Nueva").next().expect("a beginning");
    project.write("content/principles/01-living.es.md", without);
    let publication = resolve(project.root(), false).0.expect("there is a publication");
    assert_eq!(states(&publication, "principles", "new"), [New, State::Missing, New].map(Some));
}

#[test]
fn commands_say_what_is_expected() {
    let project = project();
    let mut differences = Vec::new();
    let commands: [(&str, &[&str]); 5] = [
        ("status.txt", &["status", "--list"]),
        ("status.json", &["status", "principles", "--format", "json"]),
        ("check.json", &["check", "--format", "json"]),
        ("check.sarif", &["check", "--format", "sarif"]),
        ("check.github.txt", &["check", "--format", "github"]),
    ];
    for (name, arguments) in commands {
        let output = diptych(project.root(), arguments);
        assert_eq!(output.status.code(), Some(0), "{arguments:?}: {}", text(&output.stderr));
        // Where the tests run is nobody's business.
        let said = text(&output.stdout).replace(project.root().as_str(), "/publication");
        let said = match serde_json::from_str::<Value>(&said) {
            Ok(json) => format!("{json:#}\n"),
            Err(_) => said,
        };
        differences.extend(differs(&case().join("expected").join(name), said.as_bytes()));
    }
    all_agree(differences);
}

#[test]
fn pages_say_what_is_expected() {
    let project = project();
    let site = made_site(resolve(project.root(), false).0.expect("there is a publication"));
    let pages = [
        "en/principles/living/index.html",
        "es/principles/living/index.html",
        "ar/principles/living/index.html",
        "en/parallel/es/principles/living/index.html",
        "ar/parallel/en/principles/living/index.html",
        "en/principles/care/index.html",
        "en/status/index.html",
        "es/status/index.html",
        "ar/status/index.html",
    ];
    let mut differences = Vec::new();
    for path in pages {
        let (_, bytes) = site.get(Utf8Path::new(path)).unwrap_or_else(|| panic!("{path} is made"));
        differences.extend(differs(&case().join("expected").join(path), bytes));
    }
    all_agree(differences);
}

/// The same sections have a notice in every language, and the pages that show two versions have it in both.
#[test]
fn every_version_says_the_same() {
    let project = project();
    let site = made_site(resolve(project.root(), false).0.expect("there is a publication"));
    let page = |path: &str| String::from_utf8(site[Utf8Path::new(path)].1.clone()).expect("pages are UTF-8");
    let notices = |page: &str| page.matches("role=\"note\"").count();
    // english, both, arabic, asked; and one section that was never compared.
    for tag in ["en", "es", "ar"] {
        assert_eq!(notices(&page(&format!("{tag}/principles/living/index.html"))), 5, "{tag}");
        assert_eq!(notices(&page(&format!("{tag}/principles/care/index.html"))), 1, "{tag}");
    }
    assert_eq!(notices(&page("en/parallel/ar/principles/living/index.html")), 10);
    let spanish = page("es/principles/living/index.html");
    assert!(spanish.contains("https://forge.example/new?title=Diferencia%20entre%20versiones%3A%20principles"), "{spanish}");
    // No handle is on any page.
    for (path, (_, bytes)) in &site {
        let shown = String::from_utf8_lossy(bytes);
        assert!(!["m-lopez", "a-haddad", "j-ruiz"].iter().any(|handle| shown.contains(handle)), "{path}");
    }
}

/// What SARIF 2.1.0 requires, as far as a schema would.
#[test]
fn the_log_is_sarif() {
    let project = project();
    let output = diptych(project.root(), &["check", "--format", "sarif"]);
    let log: Value = serde_json::from_slice(&output.stdout).expect("JSON");
    assert_eq!(log["version"], "2.1.0");
    let run = &log["runs"][0];
    assert_eq!(run["columnKind"], "utf16CodeUnits");
    assert!(run["tool"]["driver"]["name"].is_string());
    let rules = run["tool"]["driver"]["rules"].as_array().expect("rules");
    let results = run["results"].as_array().expect("results");
    assert!(!results.is_empty());
    for result in results {
        let index = result["ruleIndex"].as_u64().expect("an index") as usize;
        assert_eq!(rules[index]["id"], result["ruleId"]);
        assert!(["error", "warning", "note"].contains(&result["level"].as_str().expect("a level")));
        let related = result["relatedLocations"].as_array().into_iter().flatten();
        for location in result["locations"].as_array().expect("locations").iter().chain(related) {
            let physical = &location["physicalLocation"];
            let uri = physical["artifactLocation"]["uri"].as_str().expect("an address");
            assert!(uri.is_ascii() && !uri.starts_with('/') && !uri.contains(' '), "{uri}");
            let region = &physical["region"];
            let of = |name: &str| region[name].as_u64().expect("a number");
            assert!(of("startLine") >= 1 && of("startColumn") >= 1 && of("endLine") >= of("startLine"));
        }
    }
}

#[test]
fn columns_count_utf_16_and_annotations_are_no_commands() {
    let project = Project::new();
    // Four bytes each in UTF-8, two code units in UTF-16.
    project.page("index.{}", "𝔊𝔊 [x](nowhere.md)\n");
    project.page("a,b%3A.{}", "[x](nowhere.md)\n");
    let (_, diagnostics) = resolve(project.root(), false);
    let report = Report { diagnostics, ..Report::default() };
    let wording = Wording::for_locale("en");
    let log = report.sarif(&wording, Utf8Path::new("./site"));
    let results = log["runs"][0]["results"].as_array().expect("results").iter();
    let mut broken = results
        .filter(|result| result["ruleId"] == "broken-link")
        .map(|result| &result["locations"][0]["physicalLocation"])
        .filter(|place| place["artifactLocation"]["uri"] == "site/content/index.en.md");
    let broken = broken.next().expect("the link is reported");
    assert_eq!(broken["region"]["startColumn"], 6);
    let commands = report.github(&wording, Utf8Path::new("./site"));
    assert!(commands.lines().all(|line| line.starts_with("::") && line.matches("::").count() >= 2), "{commands}");
    assert!(commands.contains("::error file=site/content/index.en.md,line=5,endLine=5,col=4,"), "{commands}");
    let fault = Report { fault: Some(std::sync::Arc::new(Fault::new("read", "x", "50%\n::error::y"))), ..Report::default() };
    assert_eq!(fault.github(&wording, Utf8Path::new(".")).lines().count(), 1);
    assert_eq!(fault.sarif(&wording, Utf8Path::new("."))["runs"][0]["invocations"][0]["executionSuccessful"], false);
}
