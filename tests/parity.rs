//! Parity: what versions may differ in, what they may not, and single edits of the real content.
//!
//! `parity/legitimate.md` and `parity/different.md` are tables: each row is a section of a small publication, in English and Spanish.
//! `parity/mutations.rs` edits the content of this repository.

mod mutations;
mod wholes;

use std::collections::BTreeMap;

use diptych::diagnostics::{Diagnostic, Severity};

use crate::publications::{Project, reported, repository};

/// The rows of a table in `tests/parity/`, without its head: cells in which `⏎` stands for the end of a line.
fn rows(file: &str) -> Vec<Vec<String>> {
    let text = std::fs::read_to_string(repository().join("tests/parity").join(file)).expect("readable");
    let rows = text.lines().filter(|line| line.starts_with("| ")).skip(2).map(|line| {
        let cells = line.trim_matches('|').split(" | ").map(|cell| cell.trim().replace("⏎", "\n").replace("¦", "|"));
        cells.collect::<Vec<_>>()
    });
    rows.collect()
}

/// A publication with one section for each pair of texts, and where each section begins in the Spanish file.
fn publication(pairs: &[(&str, &str)]) -> (Project, Vec<usize>) {
    let project = Project::new();
    project
        .write("content/index.en.md", "---\ntitle: Home\n---\n")
        .write("content/index.es.md", "---\ntitle: Inicio\n---\n");
    project.write(
        "content/set/work.yaml",
        "kind: guidelines\ntitle: { en: Set, es: Conjunto }\nlanguages: { en: authentic, es: authentic }\n",
    );
    project.write("content/set/one.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 4 3\"/>\n");
    let mut lines = Vec::new();
    for tag in ["en", "es"] {
        let mut text = format!("---\ntitle: {}\n---\n", if tag == "en" { "Rows" } else { "Filas" });
        for (number, (english, spanish)) in pairs.iter().enumerate() {
            lines.push(text.lines().count());
            let own = if tag == "en" { english } else { spanish };
            text.push_str(&format!("\n## {} {{#row-{number}}}\n\n{own}\n", if tag == "en" { "Row" } else { "Fila" }));
        }
        project.write(&format!("content/set/01-rows.{tag}.md"), text);
    }
    (project, lines.split_off(pairs.len()))
}

/// Which row a diagnostic is about.
fn row(lines: &[usize], found: &Diagnostic) -> usize {
    let spanish = |place: &&diptych::diagnostics::Place| place.source.path.as_str().ends_with(".es.md");
    let place = std::iter::once(&found.place).chain(&found.related).find(spanish).unwrap_or(&found.place);
    let line = place.source.line_column(place.span.start).0;
    lines.partition_point(|start| *start < line).saturating_sub(1)
}

#[test]
fn legitimate_differences_are_none() {
    let rows = rows("legitimate.md");
    assert!(rows.len() >= 40, "{} rows", rows.len());
    let pairs: Vec<(&str, &str)> = rows.iter().map(|row| (row[1].as_str(), row[2].as_str())).collect();
    let (project, _) = publication(&pairs);
    let found = project.check();
    assert!(found.is_empty(), "{}", reported(&found));
}

#[test]
fn each_difference_is_reported() {
    let rows = rows("different.md");
    let pairs: Vec<(&str, &str)> = rows.iter().map(|row| (row[2].as_str(), row[3].as_str())).collect();
    let (project, lines) = publication(&pairs);
    let diagnostics = project.check();
    let mut found: BTreeMap<usize, Vec<&Diagnostic>> = BTreeMap::new();
    for diagnostic in &diagnostics {
        found.entry(row(&lines, diagnostic)).or_default().push(diagnostic);
    }
    let mut wrong = Vec::new();
    for (number, row) in rows.iter().enumerate() {
        let codes: Vec<&str> = found.get(&number).into_iter().flatten().map(|found| found.code.name()).collect();
        if codes != [row[0].as_str()] {
            wrong.push(format!("{}: {} gives {codes:?}", row[0], row[1]));
        }
    }
    assert!(wrong.is_empty(), "{}\n{}", wrong.join("\n"), reported(&diagnostics));
    for found in diagnostics {
        assert!(found.related.is_some(), "{} has one place alone", found.code.name());
    }
}

/// What a work says of a code holds wherever its severity counts, and a courtesy version is one degree milder.
#[test]
fn severities_are_the_works() {
    let (project, _) = publication(&[("It takes 10 days.", "Tarda 12 días.")]);
    let severity = |languages: &str, severity: &str| {
        let yaml = format!("kind: guidelines\ntitle: {{ en: Set, es: Conjunto }}\n{languages}\n{severity}\n");
        project.write("content/set/work.yaml", yaml);
        project.check().first().map(|found| found.severity())
    };
    let (both, courtesy) = ("languages: { en: authentic, es: authentic }", "languages: { en: authentic, es: courtesy }");
    assert_eq!(severity(both, ""), Some(Severity::Error));
    assert_eq!(severity(courtesy, ""), Some(Severity::Warning));
    assert_eq!(severity(both, "severity: { different-numbers: hint }"), Some(Severity::Hint));
    assert_eq!(severity(courtesy, "severity: { different-numbers: hint }"), Some(Severity::Hint));
    assert_eq!(severity(both, "severity: { different-numbers: off }"), None);
    project.write(
        "book.toml",
        std::fs::read_to_string(project.root().join("book.toml"))
            .expect("readable")
            .replace("[publication]", "[publication]\nseverity = { different-numbers = \"warning\" }"),
    );
    assert_eq!(severity(both, ""), Some(Severity::Warning));
    // The work's own word counts more than the publication's.
    assert_eq!(severity(both, "severity: { different-numbers: error }"), Some(Severity::Error));
}

/// Of three authentic versions, the one that says something else is the one that is reported, whichever it is.
#[test]
fn a_version_that_stands_alone_is_named() {
    let project = Project::copy_of(&repository().join("tests/golden/three-languages"));
    project.replace("content/declaration/work.yaml", "ar: courtesy", "ar: authentic");
    assert!(project.check().is_empty(), "{}", reported(&project.check()));
    project.replace("content/declaration/01-safety.en.md", "| 12 |", "| 13 |");
    let found = project.check();
    assert_eq!(found.len(), 1, "{}", reported(&found));
    assert_eq!(found[0].place.source.path, "content/declaration/01-safety.en.md");
    assert!(reported(&found).contains("“13” here, “12” in español, العربية"), "{}", reported(&found));
    // Digits of another script are digits.
    project.replace("content/declaration/01-safety.en.md", "| 13 |", "| 12 |");
    project.replace("content/declaration/01-safety.ar.md", "| 12 |", "| ١٢ |");
    assert!(project.check().is_empty(), "{}", reported(&project.check()));
    project.replace("content/declaration/01-safety.ar.md", "| ١٢ |", "| ١٣ |");
    assert!(reported(&project.check()).contains("“١٣” here, “12” in English, español"), "{}", reported(&project.check()));
}
