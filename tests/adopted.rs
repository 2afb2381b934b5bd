//! Every approved amendment of the content: applied to the edition it was proposed to, it gives the text of the edition that adopted it.

use std::collections::BTreeMap;
use std::process::Command;

use camino::{Utf8Path, Utf8PathBuf};

use crate::publications::{Project, files, repository};

const WORK: &str = "content/guidelines/demonstration";

/// A line `key: "value"` of an amendment, which begins its line.
fn value<'t>(text: &'t str, key: &str) -> Option<&'t str> {
    text.lines().find_map(|line| Some(line.strip_prefix(key)?.strip_prefix(": ")?.trim().trim_matches('"')))
}

/// The amendments of a work that became part of its text: their files, by the edition they were proposed to and the one that has them.
fn adopted(folder: &Utf8Path) -> BTreeMap<(String, String), Vec<(Utf8PathBuf, String)>> {
    let mut adopted: BTreeMap<_, Vec<_>> = BTreeMap::new();
    for (path, bytes) in files(&folder.join("amendments")) {
        let text = String::from_utf8(bytes).expect("UTF-8");
        if let Some(edition) = value(&text, "merged") {
            let base = value(&text, "base_edition").expect("each amendment has one").to_owned();
            adopted.entry((base, edition.to_owned())).or_default().push((path, text));
        }
    }
    adopted
}

#[test]
fn approved_amendments_give_the_text_that_adopted_them() {
    let folder = repository().join(WORK);
    let steps = adopted(&folder);
    assert!(steps.len() >= 2 && steps.values().flatten().count() >= 8, "{:?}", steps.keys());
    for ((base, edition), amendments) in steps {
        let project = Project::new();
        // Fingerprints know what references lead to, by the work's folder.
        let work = Utf8Path::new(WORK);
        for (path, bytes) in files(&folder.join("editions").join(&base)) {
            if path != "edition.yaml" && !path.starts_with("corrigenda") {
                project.write(work.join(path).as_str(), bytes);
            }
        }
        for (path, text) in &amendments {
            // It is not part of the text yet, and the register is not there.
            let own = |line: &&str| !line.starts_with("merged:") && !line.trim_start().starts_with("signatory:");
            let text: Vec<&str> = text.lines().filter(own).collect();
            project.write(work.join("amendments").join(path).as_str(), text.join("\n") + "\n");
        }
        for (path, _) in &amendments {
            let id = path.file_stem().expect("a name");
            let mut apply = Command::new(env!("CARGO_BIN_EXE_diptych"));
            apply.args(["amend", "apply", id, "--edition", edition.as_str(), "--root", project.root().as_str()]);
            let output = apply.env_clear().env("LC_ALL", "C").output().expect("the binary runs");
            assert!(output.status.success(), "{id}: {}", String::from_utf8_lossy(&output.stderr));
        }
        let texts = |folder: &Utf8Path| -> BTreeMap<Utf8PathBuf, String> {
            let texts = files(folder).into_iter().filter(|(path, _)| path.extension() == Some("md"));
            texts.map(|(path, bytes)| (path, String::from_utf8(bytes).expect("UTF-8"))).collect()
        };
        let (applied, wanted) = (texts(&project.root().join(work)), texts(&folder.join("editions").join(&edition)));
        assert!(wanted.len() >= 10 && applied.keys().eq(wanted.keys()), "{:?}", applied.keys());
        for (path, text) in wanted {
            assert_eq!(applied[&path], text, "{base} to {edition}: {path}");
        }
    }
}
