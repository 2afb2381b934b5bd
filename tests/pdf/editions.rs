//! The PDFs of frozen texts: what is recorded of an edition is in them, and nothing that comes later.

use diptych::publication::Publication;
use diptych::renditions::pdf;

use crate::publications::{Project, repository};

fn case() -> Project {
    Project::copy_of(&repository().join("tests/golden/editions"))
}

/// The markup of an edition in its languages, by their places.
fn markup(publication: &Publication, number: &str, languages: &[usize]) -> String {
    let (work, _) = publication.works().find(|(_, work)| work.folder == "guidelines/street").expect("the work is there");
    let edition = publication.edition(work, number).expect("the edition is there");
    pdf::markup(publication, edition, languages.to_vec()).expect("it can be written")
}

#[test]
fn an_edition_says_who_adopted_it_and_what_corrects_it() {
    let publication = case().sound();
    let (english, spanish) = (markup(&publication, "1.0", &[0]), markup(&publication, "1.0", &[1]));
    for part in [
        "adopted: \"Adopted by The Fictitious Assembly on May 4, 2026. Record: Fictitious record 3/2026\"",
        "supersedes: \"Edition 0.9, January 12, 2026\"",
        "edition: \"Edition 1.0, corrigendum 1\"",
        "state: \"adopted\"",
    ] {
        assert!(english.contains(part), "{part} in {english}");
    }
    assert!(!english.contains("#corrigendum["), "it concerns the Spanish version alone");
    assert!(spanish.contains("#corrigendum[") && spanish.contains("debe decir"), "{spanish}");
    let both = markup(&publication, "1.0", &[0, 1]);
    assert!(both.contains("#row(none, ") && both.contains("#corrigendum["), "{both}");
    let first = markup(&publication, "0.9", &[0]);
    let uncollated = "uncollated: \"Its authentic versions had not all been checked against each other when it was fixed.\"";
    assert!(first.contains(uncollated) && first.contains("state: \"in-consultation\""), "{first}");
    assert!(markup(&publication, "1.1", &[0]).contains("supersedes: \"Edition 1.0, May 4, 2026\""));
}

#[test]
fn what_comes_later_changes_no_byte_of_an_edition() {
    let project = case();
    let before = project.sound();
    let line = "edition: { number: \"1.1\", status: in-consultation, date: 2026-09-01 }";
    let body = "{ en: The Fictitious Assembly, es: La Asamblea Ficticia }";
    let adopted = format!("adoption: {{ body: {body}, date: 2026-10-01 }}");
    let adopted = format!("edition: {{ number: \"1.1\", status: adopted, date: 2026-10-01, {adopted} }}");
    project.replace("content/guidelines/street/work.yaml", line, &adopted);
    project.replace("content/guidelines/street/02-cycling.en.md", "has a bell", "has a loud bell");
    project.replace("content/guidelines/street/02-cycling.es.md", "lleva timbre", "lleva un timbre sonoro");
    let after = project.check();
    assert!(!diptych::diagnostics::any_error(&after), "{after:#?}");
    let (after, _) = crate::publications::resolve(project.root(), false);
    let after = after.expect("a publication");
    for languages in [&[0][..], &[1], &[0, 1]] {
        assert_eq!(markup(&before, "1.0", languages), markup(&after, "1.0", languages));
    }
}
