//! Concordance: what is recorded when versions are compared, what keeps a record and what loses it, and what everybody is told.

mod commands;
mod merging;
mod renaming;
mod states;
mod told;

use std::process::{Command, Output};

use camino::Utf8Path;
use diptych::publication::Publication;
use diptych::publication::concordance::State;

use crate::publications::{Project, resolve};

/// The binary, run for a publication by somebody with a handle, in English, with nobody at the terminal.
pub fn diptych(root: &Utf8Path, arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_diptych"));
    command.arg("--root").arg(root).args(arguments).env("LC_ALL", "C").env("DIPTYCH_HANDLE", "m-lopez");
    command.stdin(std::process::Stdio::null()).output().expect("the binary runs")
}

pub fn text(bytes: &[u8]) -> &str {
    std::str::from_utf8(bytes).expect("output is UTF-8")
}

/// Records all sections of a work as compared by a reviser.
pub fn collate(project: &Project, work: &str) {
    let output = diptych(project.root(), &["collate", work, "--all", "--yes", "--role", "reviser"]);
    assert!(output.status.success(), "{}{}", text(&output.stdout), text(&output.stderr));
}

/// The states of a work's unit, one for each language; none where nobody has begun.
pub fn states(publication: &Publication, work: &str, address: &str) -> Vec<Option<State>> {
    let number = publication.works.iter().position(|own| own.folder == work).expect("the work is there");
    let found = publication.compared(number).into_iter().find(|own| own.unit.address == address);
    found.unwrap_or_else(|| panic!("there is no {address}")).states
}

/// The same of a publication as it lies on the disk, whatever is wrong with it.
pub fn states_now(project: &Project, work: &str, address: &str) -> Vec<Option<State>> {
    states(&resolve(project.root(), false).0.expect("there is a publication"), work, address)
}

/// Guidelines in English and Spanish with two chapters.
pub fn guidelines() -> Project {
    let project = Project::new();
    for (tag, say) in [("en", 0), ("es", 1)] {
        let of = |pair: [&'static str; 2]| pair[say];
        project.write(&format!("content/index.{tag}.md"), format!("---\ntitle: {}\n---\n", of(["Home", "Inicio"])));
        let rights = format!(
            "---\ntitle: {}\n---\n\n## {} {{#shelter}}\n\n{}\n\n- {}\n- {}\n\n## {} {{#water}}\n\n{}\n",
            of(["Rights", "Derechos"]),
            of(["Shelter", "Techo"]),
            of([
                "Everyone has a *right* to a home, as [the means](02-means.md#money) say.",
                "Toda persona tiene *derecho* a un hogar, como dicen [los medios](02-means.md#money).",
            ]),
            of(["walls", "paredes"]),
            of(["a roof", "un tejado"]),
            of(["Water", "Agua"]),
            of(["Water is free.[^law]\n\n[^law]: By law.", "El agua es gratuita.[^law]\n\n[^law]: Por ley."]),
        );
        project.write(&format!("content/home/01-rights.{tag}.md"), rights);
        let means = format!(
            "---\ntitle: {}\n---\n\n## {} {{#money}}\n\n{}\n",
            of(["Means", "Medios"]),
            of(["Money", "Dinero"]),
            of(["The town pays.", "Paga el ayuntamiento."]),
        );
        project.write(&format!("content/home/02-means.{tag}.md"), means);
    }
    let work = "kind: guidelines\ntitle: { en: Home, es: Hogar }\nedition: { number: \"1.0\", status: adopted, date: 2026-01-15 }\n";
    project.write("content/home/work.yaml", work);
    project
}
