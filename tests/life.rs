//! The life of an amendment by commands alone: a publication begun, its text frozen, changed by a proposal that bodies considered, frozen
//! again, built, and what changed marked on paper. `tests/conformance/cases` validates its PDFs.

use std::process::Command;

use camino::{Utf8Path, Utf8PathBuf};

use crate::publications::files;

const WORK: &str = "content/guidelines/example/work.yaml";
const AMENDMENT: &str = "content/guidelines/example/amendments/2026-001.yaml";
const OTHER: &str = "content/guidelines/example/amendments/2026-002.yaml";

/// A publication in a folder of its own, after all that happened to it.
pub struct Life {
    folder: tempfile::TempDir,
}

impl Life {
    pub fn root(&self) -> Utf8PathBuf {
        Utf8Path::from_path(self.folder.path()).expect("UTF-8").join("ours")
    }

    /// A command that succeeds, and what it says.
    pub fn run(&self, arguments: &[&str]) -> String {
        let (code, said) = self.tried(arguments);
        assert_eq!(code, 0, "{arguments:?}\n{said}");
        said
    }

    fn tried(&self, arguments: &[&str]) -> (i32, String) {
        let mut command = Command::new(env!("CARGO_BIN_EXE_diptych"));
        command.args(arguments).env_clear().env("LC_ALL", "C");
        if arguments.first() != Some(&"new") {
            command.args(["--root", self.root().as_str()]);
        }
        let output = command.output().expect("the binary runs");
        let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).expect("UTF-8");
        (output.status.code().expect("it ends by itself"), text(&output.stdout) + &text(&output.stderr))
    }

    fn read(&self, path: &str) -> String {
        std::fs::read_to_string(self.root().join(path)).expect("readable")
    }

    /// What somebody types in an editor.
    fn edit(&self, path: &str, edits: &[(&str, &str)]) {
        let mut text = self.read(path);
        for (old, new) in edits {
            assert!(text.contains(old), "“{old}” in {text}");
            text = text.replacen(old, new, 1);
        }
        std::fs::write(self.root().join(path), text).expect("written");
    }

    /// The edition in `work.yaml`, up to who adopted it.
    fn edition(&self, number: &str, date: &str) {
        let text = self.read(WORK);
        let (before, rest) = text.split_once("edition:\n").expect("an edition");
        let (_, after) = rest.split_once("# Whether institutions").expect("what follows it");
        let edition = match number {
            "0.1" => format!("edition:\n  number: \"0.1\"\n  status: in-consultation\n  date: {date}\n"),
            number => format!(
                "edition:\n  number: \"{number}\"\n  status: adopted\n  date: {date}\n  adoption:\n    body: {{ en: The Fictitious Assembly, es: \
                 La Asamblea Ficticia }}\n    date: {date}\n"
            ),
        };
        std::fs::write(self.root().join(WORK), format!("{before}{edition}# Whether institutions{after}")).expect("written");
    }

    fn cut(&self, number: &str) -> String {
        self.run(&["collate", "guidelines/example", "--all", "--yes", "--as", "a-reviser", "--role", "reviser"]);
        self.run(&["edition", "cut", "guidelines/example", number])
    }

    /// Considered on each level, decided.
    fn decide(&self, path: &str) {
        let considered = "deliberations:\n  - { body: Foro de Villaejemplo, level: local, date: 2026-05-01, outcome: supported }\n  - \
                          { body: { en: A ministry, es: Un ministerio }, level: national, date: 2026-06-01, outcome: supported }\n";
        let decision = "decision: { date: 2026-07-01, by: { en: The Fictitious Assembly, es: La Asamblea Ficticia } }\n";
        let changes = format!("{considered}{decision}changes:");
        self.edit(path, &[("status: submitted", "status: approved"), ("changes:", &changes)]);
    }

    /// From nothing to the edition that has taken two amendments in.
    pub fn lived() -> Life {
        let life = Life { folder: tempfile::tempdir().expect("a folder") };
        life.run(&["new", life.root().as_str()]);
        life.edition("0.1", "2026-01-10");
        let town = life.read("content/signatories/example-town.yaml");
        let dated = town.lines().map(|line| match line.split_once(": ") {
            Some((key, _)) if ["signed", "date"].contains(&key.trim()) => format!("{key}: 2026-02-01\n"),
            _ => format!("{line}\n"),
        });
        std::fs::write(life.root().join("content/signatories/example-town.yaml"), dated.collect::<String>())
            .expect("written");
        life.cut("0.1");
        life.edition("1.0", "2026-03-01");
        life.cut("1.0");
        // A town proposes another text for a section, and a new one after it.
        let facts = ["--received", "2026-04-01", "--via", "letter", "--signatory", "example-town"];
        let because = ["--because", "en=It was not clear.", "--because", "es=No estaba claro."];
        let replace = ["amend", "new", "guidelines/example", "checking"];
        life.run(&[&replace[..], &facts, &because].concat());
        let nothing = life.run(&["redline", "guidelines/example", "--amendment", "2026-001", "--language", "en"]);
        assert!(nothing.contains("edition 1.0 → edition 1.0 with amendment 2026-001: Nothing has changed."), "{nothing}");
        life.edit(
            AMENDMENT,
            &[
                ("a careful reviewer", "a careful and patient reviewer"),
                ("un revisor atento", "un revisor atento y paciente"),
            ],
        );
        let insert = ["amend", "new", "guidelines/example", "checking", "--op", "insert-after", "--id", "asking"];
        life.run(&[&insert[..], &facts, &because].concat());
        life.edit(
            OTHER,
            &[("## New section {", "## Asking {"), ("The proposed text.", "Whoever is not sure asks. See [](#checking).")],
        );
        life.edit(
            OTHER,
            &[
                ("## Sección nueva {", "## Preguntar {"),
                ("El texto propuesto.", "Quien no está seguro pregunta. Véase [](#checking)."),
            ],
        );
        assert_eq!(life.run(&["check"]), "No mistakes found.\n");
        life.decide(AMENDMENT);
        life.decide(OTHER);
        // While its number stands for a frozen text, the current one cannot become another.
        let (code, said) = life.tried(&["amend", "apply", "2026-001", "--edition", "1.1"]);
        assert_eq!(code, 1, "{said}");
        assert!(
            said.contains(
                "error[edition-text]: edition 1.0 is frozen, and one section of the current text is no longer as in it"
            ),
            "{said}"
        );
        life.edition("1.1", "2026-08-01");
        life.run(&["amend", "apply", "2026-001"]);
        life.run(&["amend", "apply", "2026-002"]);
        life.cut("1.1");
        assert_eq!(life.run(&["check"]), "No mistakes found.\n");
        life
    }
}

#[test]
fn an_amendment_lives_from_a_letter_to_the_next_edition() {
    let life = Life::lived();
    let frozen = life.root().join("content/guidelines/example/editions");
    let text = |number: &str| std::fs::read_to_string(frozen.join(number).join("02-two-languages.en.md")).expect("frozen");
    assert!(!text("1.0").contains("patient") && text("1.1").contains("a careful and patient reviewer"));
    // What changed from edition to edition is what the two amendments changed, and nothing else.
    let redline = |arguments: &[&str]| -> serde_json::Value {
        let said = life.run(&[&["redline", "guidelines/example", "--format", "json"], arguments].concat());
        let value: serde_json::Value = serde_json::from_str(&said).expect("JSON");
        value["answer"].clone()
    };
    let whole = redline(&["--from", "1.0", "--to", "1.1"]);
    assert_eq!(whole["from"], serde_json::json!({ "kind": "edition", "number": "1.0" }));
    for (version, _) in whole["versions"].as_array().expect("versions").iter().zip(["en", "es"]) {
        let fates: Vec<(&str, &str)> = version["sections"]
            .as_array()
            .expect("sections")
            .iter()
            .map(|own| (own["new"]["id"].as_str().expect("an id"), own["fate"].as_str().expect("a fate")))
            .collect();
        assert_eq!(fates, [("checking", "changed"), ("asking", "inserted")]);
    }
    // Each of them can still be held against the edition that it was proposed to.
    let one = redline(&["--amendment", "2026-001"]);
    assert_eq!(one["to"], serde_json::json!({ "kind": "amendment", "edition": "1.0", "id": "2026-001" }));
    assert_eq!(one["versions"][1]["sections"][0]["text"], whole["versions"][1]["sections"][0]["text"]);
    assert_eq!(one["versions"][0]["counts"]["inserted"], 0);
    let list = life.run(&["amend", "list", "guidelines/example"]);
    assert!(list.starts_with("2026-001  guidelines/example  in edition 1.1  substantive  checking"), "{list}");
    built(&life, &life.root().join("public"));
}

/// The site with its PDFs, and what changed on paper.
#[cfg(feature = "pdf")]
pub fn built(life: &Life, out: &Utf8Path) {
    life.run(&["build", "--out", out.as_str()]);
    for (name, sides) in
        [("editions.pdf", &["--from", "1.0", "--to", "1.1"][..]), ("amendment.pdf", &["--amendment", "2026-001"])]
    {
        let path = out.join(name);
        life.run(&[&["redline", "guidelines/example", "--as", "pdf", "--out", path.as_str()], sides].concat());
    }
    let made = files(out);
    for number in ["0.1", "1.0", "1.1"] {
        for name in ["en.pdf", "es.pdf", "en_es.pdf"] {
            let path = format!("downloads/guidelines/example/{number}/{name}");
            assert!(made[Utf8Path::new(&path)].starts_with(b"%PDF-"), "{path}");
        }
    }
}

#[cfg(not(feature = "pdf"))]
pub fn built(_: &Life, _: &Utf8Path) {}
