//! Editions: what is frozen stays what it was, at its own address, whatever becomes of the current text.
//!
//! `golden/editions/` is a work with two editions, a corrigendum and a draft, all cut by the commands; `broken/editions/` shows every
//! message.

use std::process::{Command, Output};

use camino::Utf8Path;
use diptych::diagnostics::Code;
use diptych::documents::edition::{by_number, hash};
use diptych::documents::work::Status;
use diptych::publication::{Publication, Target};
use diptych::redline::history::{Event, history};
use diptych::renditions::pdf_files;

use crate::publications::{Project, codes, files, repository, sound};

const STREET: &str = "content/guidelines/street";

fn case() -> Project {
    Project::copy_of(&repository().join("tests/golden/editions"))
}

fn street(publication: &Publication) -> usize {
    publication.works().find(|(_, work)| work.folder == "guidelines/street").map(|(place, _)| place).expect("it is there")
}

fn diptych(root: &Utf8Path, arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_diptych"));
    command.args(["--root", root.as_str()]).args(arguments).env("LC_ALL", "C").env_remove("LANGUAGE");
    command.output().expect("diptych runs")
}

fn said(output: &Output) -> String {
    String::from_utf8_lossy(&output.stdout).into_owned() + &String::from_utf8_lossy(&output.stderr)
}

/// A draft as it would be adopted: another number, status and date, and who decided.
fn number(project: &Project, from: &str, to: &str) {
    let before = format!("edition: {{ number: \"{from}\", status: in-consultation, date: 2026-09-01 }}");
    let body = "{ en: The Fictitious Assembly, es: La Asamblea Ficticia }";
    let adoption = format!("adoption: {{ body: {body}, date: 2026-10-01 }}");
    let after = format!("edition: {{ number: \"{to}\", status: adopted, date: 2026-10-01, {adoption} }}");
    project.replace(&format!("{STREET}/work.yaml"), &before, &after);
}

#[test]
fn a_frozen_text_is_what_its_record_says() {
    let publication = sound(&repository().join("tests/golden/editions"));
    let work = street(&publication);
    let editions = publication.editions(work);
    let numbers: Vec<_> = editions.iter().map(|place| publication.works[*place].current().number.clone()).collect();
    assert_eq!(numbers, ["0.9", "1.0", "1.1"].map(|number| Some(number.to_owned())));
    for place in &publication.works[work].lineage.editions {
        assert_eq!(publication.text_fingerprint(*place), publication.edition_fingerprint(*place));
    }
    let status = |place: usize| publication.works[place].current().status;
    assert_eq!(status(editions[0]), Some(Status::Superseded), "0.9 has been replaced by 1.0");
    assert_eq!(status(editions[1]), Some(Status::Adopted), "a draft replaces nothing");
    assert_eq!(publication.successor(editions[0]), editions[1]);
    assert_eq!(publication.edition(work, "1.0"), Some(editions[1]));
    assert_eq!(publication.edition(work, "1.1"), Some(work));
    assert_eq!(publication.edition(work, "2.0"), None);
}

#[test]
fn links_of_a_frozen_text_stay_in_it() {
    let publication = sound(&repository().join("tests/golden/editions"));
    let work = street(&publication);
    let edition = publication.edition(work, "1.0").expect("it is frozen");
    let page = &publication.works[edition].current().chapters[0];
    let index = page.documents[0].expect("it is in English");
    let [outbound, inner] = publication.targets[index].as_slice() else { panic!("two links") };
    let Target::Gone(gone) = outbound else { panic!("the manual no longer has the section: {outbound:?}") };
    assert_eq!((gone.work.as_str(), gone.id.as_str(), gone.shown[0].as_str()), ("manual/works", "holes", "1.1\u{a0}Holes"));
    assert!(matches!(inner, Target::Section(key) if key.work == edition), "{inner:?}");
    let current = &publication.works[work].current().chapters[0];
    let index = current.documents[0].expect("it is in English");
    assert!(publication.targets[index].iter().all(|target| matches!(target, Target::Section(key) if key.work != edition)));
}

#[test]
fn what_became_of_a_section_is_told_by_its_fingerprints() {
    let publication = sound(&repository().join("tests/golden/editions"));
    let work = street(&publication);
    let editions = publication.editions(work);
    let history = history(&publication, work);
    assert_eq!(
        history["pavements"],
        [(Event::Introduced, editions[0]), (Event::Changed, editions[1]), (Event::Changed, editions[2])]
    );
    assert_eq!(history["horns"], [(Event::Introduced, editions[0]), (Event::Removed, editions[1])]);
    assert_eq!(history["bells"], [(Event::Introduced, editions[2])]);
    assert_eq!(history["racks"], [(Event::Introduced, editions[0])]);
}

#[test]
fn an_edition_is_cut_once_and_keeps_its_bytes() {
    let project = case();
    let cut = |number: &str, more: &[&str]| {
        diptych(project.root(), &[&["edition", "cut", "guidelines/street", number], more].concat())
    };
    let refused = |number: &str, part: &str| {
        let output = cut(number, &[]);
        assert_eq!(output.status.code(), Some(2), "{}", said(&output));
        assert!(said(&output).contains(part), "{}", said(&output));
    };
    refused("1.2", "is edition 1.1, not 1.2");
    number(&project, "1.1", "1.1");
    project.replace(&format!("{STREET}/02-cycling.en.md"), "has a bell", "has a loud bell");
    project.replace(&format!("{STREET}/02-cycling.es.md"), "lleva timbre", "lleva un timbre sonoro");
    refused("1.1", "One section of guidelines/street remains");
    assert!(files(&project.root().join(STREET).join("editions/1.1")).is_empty());
    let collated =
        diptych(project.root(), &["collate", "guidelines/street", "--all", "--yes", "--as", "m-lopez", "--role", "reviser"]);
    assert!(collated.status.success(), "{}", said(&collated));
    let before = project.sound();
    let work = street(&before);
    let output = cut("1.1", &[]);
    assert!(output.status.success(), "{}", said(&output));
    assert!(said(&output).contains(&before.text_fingerprint(work)), "{}", said(&output));
    refused("1.1", "is frozen already");
    let kept = files(&project.root().join(STREET).join("editions/1.1"));
    for (path, bytes) in kept.iter().filter(|(path, _)| *path != "edition.yaml") {
        let from = match path.strip_prefix("outside") {
            Ok(path) => project.root().join("content").join(path),
            Err(_) => project.root().join(STREET).join(path),
        };
        assert_eq!(std::fs::read(&from).expect("it is there"), *bytes, "{path}");
    }
    let after = project.sound();
    assert_eq!(after.works[work].lineage.frozen_as, after.editions(work).last().copied());
    assert_eq!(after.edition_fingerprint(work), before.text_fingerprint(work));
    // The edition before is replaced now, and says so; its PDFs keep their names.
    let edition = after.edition(work, "1.0").expect("it is frozen");
    assert_eq!(after.works[edition].current().status, Some(Status::Superseded));
    assert_eq!(after.successor(edition), work, "the current text is the edition that replaces it");
    let addresses: Vec<String> = pdf_files(&after, edition).into_iter().map(|file| file.address).collect();
    assert!(addresses.iter().all(|address| address.starts_with("/downloads/guidelines/street/1.0/")), "{addresses:?}");
    let list = diptych(project.root(), &["edition", "list", "guidelines/street", "--format", "json"]);
    let list: serde_json::Value = serde_json::from_slice(&list.stdout).expect("JSON");
    let editions = list["answer"]["editions"].as_array().expect("editions");
    assert_eq!(editions.len(), 3);
    assert_eq!((&editions[1]["replaced_by"], &editions[2]["current"]), (&"1.1".into(), &true.into()));
    assert_eq!(editions[0]["uncollated"], true);
}

#[test]
fn an_interrupted_cut_is_finished_by_the_next() {
    let project = case();
    number(&project, "1.1", "1.1");
    let cut = || diptych(project.root(), &["edition", "cut", "guidelines/street", "1.1"]);
    assert!(cut().status.success());
    let folder = project.root().join(STREET).join("editions/1.1");
    let whole = files(&folder);
    std::fs::remove_file(folder.join("edition.yaml")).expect("removed");
    std::fs::remove_file(folder.join("01-walking.es.md")).expect("removed");
    assert_eq!(codes(&project.check()), [Code::UnrecordedEdition]);
    let output = cut();
    assert!(output.status.success(), "{}", said(&output));
    assert_eq!(files(&folder), whole);
}

#[test]
fn a_corrigendum_is_shown_at_its_section() {
    let project = case();
    let corrigendum = |section: &str, old: &str| {
        let by = ["--by", "en=A secretariat", "--by", "es=Una secretaría", "--date", "2026-07-01"];
        let words = ["--language", "en", "--old", old, "--new", "twilight"];
        diptych(
            project.root(),
            &[&["edition", "corrigendum", "guidelines/street", "1.0", section], &words[..], &by].concat(),
        )
    };
    let output = corrigendum("lamps", "midday");
    assert_eq!(output.status.code(), Some(1), "{}", said(&output));
    assert!(said(&output).contains("do not stand in section"), "{}", said(&output));
    let output = corrigendum("lamps", "dusk");
    assert!(output.status.success(), "{}", said(&output));
    let site = project.site();
    let page = |path: &str| String::from_utf8_lossy(&site[Utf8Path::new(path)].1).into_owned();
    let frozen = page("en/guidelines/street/editions/1.0/walking/index.html");
    assert!(frozen.contains("Corrigendum 2, July 1, 2026, A secretariat: for “dusk” read “twilight”."), "{frozen}");
    assert!(frozen.contains("Lamps are lit at dusk."), "the text stays");
    assert!(!page("en/guidelines/street/walking/index.html").contains("Corrigendum"));
}

#[test]
fn line_ends_change_nothing_and_numbers_follow_each_other() {
    assert_eq!(hash(b"one\r\ntwo\n", true), hash(b"one\ntwo\n", true));
    assert_ne!(hash(b"one\r\ntwo\n", false), hash(b"one\ntwo\n", false));
    assert_ne!(hash(b"one\rtwo\n", true), hash(b"one\ntwo\n", true));
    assert!(by_number("1.9") < by_number("1.10"));
}

#[test]
fn editions_are_sides_of_a_redline() {
    let project = case();
    let redline = |arguments: &[&str]| {
        let output = diptych(project.root(), &[&["redline", "guidelines/street"], arguments].concat());
        (output.status.code().expect("it ends by itself"), said(&output))
    };
    // No git repository is needed, and the current text is the edition whose number it has.
    let (code, text) = redline(&["--from", "1.0", "--to", "1.1", "--language", "en"]);
    assert_eq!(code, 0, "{text}");
    assert!(text.starts_with("Guidelines on the Street (English)\nedition 1.0 → edition 1.1: 2 changed, 1 new\n"), "{text}");
    assert!(text.contains("#bells – new section"), "{text}");
    let (_, whole) = redline(&["--from", "0.9", "--language", "es"]);
    assert!(whole.contains("edición 0.9 → el texto actual") && whole.contains("#horns – apartado suprimido"), "{whole}");
    let (_, text) = redline(&["--from", "0.9", "--to", "1.0", "--as", "markdown", "--section", "horns"]);
    assert!(text.contains("edition 0.9 → edition 1.0: 1 deleted"), "{text}");
    let (_, text) = redline(&["--from", "1.0", "--to", "0.9", "--format", "json", "--section", "horns"]);
    let value: serde_json::Value = serde_json::from_str(&text).expect("JSON");
    let sides = (&value["answer"]["work"], &value["answer"]["from"], &value["answer"]["versions"][0]["counts"]["inserted"]);
    let edition = serde_json::json!({ "kind": "edition", "number": "1.0" });
    assert_eq!(sides, (&"guidelines/street".into(), &edition, &1.into()));
    let page = project.root().join("marked.html");
    let (code, _) = redline(&["--from", "0.9", "--to", "1.0", "--as", "html", "--out", page.as_str()]);
    assert!(code == 0 && std::fs::read_to_string(&page).expect("written").contains("edition 0.9"));
    assert_eq!(
        redline(&["--from", "1.2"]),
        (
            2,
            "guidelines/street has no edition 1.2, and git no revision of that name. Its editions: 0.9, 1.0, 1.1.\n"
                .to_owned()
        )
    );
    let amendment = |id: &str| redline(&["--amendment", id]);
    assert_eq!(amendment("2026-001"), (2, "There is no amendment “2026-001”.\n".to_owned()));
    let (code, text) = redline(&["--amendment", "2026-001", "--to", "1.0"]);
    assert!(code == 2 && text.contains("--amendment"), "{text}");
}

/// A tag may be called as an edition is: the edition is meant, and git's longer name names the tag.
#[test]
fn a_number_is_an_edition_before_it_is_a_revision() {
    let repository = crate::revisions::Repository::new();
    for (path, bytes) in files(&self::repository().join("tests/golden/editions")) {
        repository.write(path.as_str(), bytes);
    }
    repository.commit("First");
    repository.git(&["tag", "1.0"]);
    repository.git(&["tag", "2026"]);
    let heading = |from: &str| {
        let output = diptych(repository.path(), &["redline", "guidelines/street", "--from", from, "--language", "en"]);
        said(&output).lines().nth(1).unwrap_or_default().to_owned()
    };
    assert!(heading("1.0").starts_with("edition 1.0 → the text as it is: "), "{}", heading("1.0"));
    assert!(heading("refs/tags/1.0").starts_with("revision refs/tags/1.0 ("), "{}", heading("refs/tags/1.0"));
    assert!(heading("2026").starts_with("revision 2026 ("), "{}", heading("2026"));
}

/// A link out of an old edition says for ever what it said, and leads nowhere once its target is gone.
#[test]
fn a_link_whose_target_has_gone_says_what_it_said() {
    let project = case();
    for tag in ["en", "es"] {
        std::fs::remove_file(project.root().join(format!("content/manual/works/01-digging.{tag}.md"))).expect("removed");
    }
    std::fs::remove_file(project.root().join("content/manual/works/work.yaml")).expect("removed");
    project.replace(&format!("{STREET}/01-walking.en.md"), "[](../../manual/works/01-digging.md)", "rules");
    project.replace(&format!("{STREET}/01-walking.es.md"), "[](../../manual/works/01-digging.md)", "reglas");
    assert!(!diptych::diagnostics::any_error(&project.check()));
    let (publication, _) = crate::publications::resolve(project.root(), false);
    let site = crate::publications::made_site(publication.expect("a publication"));
    let page = |path: &str| String::from_utf8_lossy(&site[Utf8Path::new(path)].1).into_owned();
    for (path, link) in [
        ("en/guidelines/street/editions/1.0/walking/index.html", "<a class=\"gone\">1.1\u{a0}Holes</a>"),
        ("es/directrices/calle/editions/1.0/walking/index.html", "<a class=\"gone\">1.1\u{a0}Zanjas</a>"),
    ] {
        assert!(page(path).contains(link), "{link} in {}", page(path));
    }
}

/// Whoever searches finds the text that counts; programs and readers of the feed learn of every edition.
#[test]
fn search_engines_programs_and_feeds_are_told_of_editions() {
    let project = case();
    let line = "edition: { number: \"1.1\", status: in-consultation, date: 2026-09-01 }";
    let consultation = "consultation: { opens: 2026-09-02, closes: 2026-11-30 }";
    let draft = line.replace(" }", &format!(", {consultation} }}"));
    project.replace(&format!("{STREET}/work.yaml"), line, &draft);
    let text =
        |site: &crate::publications::Site, path: &str| String::from_utf8_lossy(&site[Utf8Path::new(path)].1).into_owned();
    let site = project.site();
    let days = "In consultation from September 2, 2026 to November 30, 2026";
    assert!(text(&site, "en/guidelines/street/index.html").matches(days).count() == 2, "beside the status, in the list");
    let (map, noindex) = (text(&site, "sitemap.xml"), "<meta name=\"robots\" content=\"noindex\">");
    // The current text is a draft: the edition in force is listed too, the one before is not.
    for (number, listed) in [("0.9", false), ("1.0", true)] {
        let address = format!("https://example.org/en/guidelines/street/editions/{number}/walking/");
        let page = text(&site, &format!("en/guidelines/street/editions/{number}/walking/index.html"));
        assert_eq!((map.contains(&format!("<loc>{address}</loc>")), page.contains(noindex)), (listed, !listed), "{number}");
        assert!(page.contains(&format!("<link rel=\"canonical\" href=\"{address}\">")), "{page}");
    }
    let current = "https://example.org/en/guidelines/street/walking/";
    assert!(map.contains(&format!("<loc>{current}</loc>")));
    let feed = text(&site, "en/feed.xml");
    assert!(feed.contains("<title>Guidelines on the Street – Edition 1.0: Adopted</title>"), "{feed}");
    assert!(
        feed.contains("<updated>2026-05-04T00:00:00+00:00</updated>") && feed.contains("/editions/1.0/#adopted</id>"),
        "{feed}"
    );
    assert!(feed.contains("Adopted by The Fictitious Assembly on May 4, 2026."), "{feed}");
    assert!(!feed.contains("Edition 1.1"), "what is not frozen is no news");
    let publication = std::sync::Arc::new(project.sound());
    let files = diptych::renditions::open_data::renditions(&publication);
    let file = files.iter().find(|file| file.path == "data/editions.json").expect("it is there");
    let bytes = file.make.bytes(Vec::new(), &diptych::renditions::Offered::new()).expect("made");
    let editions: serde_json::Value = serde_json::from_slice(&bytes).expect("JSON");
    let one = &editions[1];
    assert_eq!(
        (&one["number"], &one["status"], &one["frozen"], &one["current"]),
        (&"1.0".into(), &"adopted".into(), &true.into(), &false.into())
    );
    assert_eq!(one["adoption"]["date"], "2026-05-04");
    assert_eq!(one["pages"]["en"], "https://example.org/en/guidelines/street/editions/1.0/");
    assert!(
        one["pdfs"][0]["address"]
            .as_str()
            .is_some_and(|url| url.starts_with("https://example.org/downloads/guidelines/street/1.0/"))
    );
    assert_eq!((&editions[0]["replaced_by"], &editions[0]["uncollated"]), (&"1.0".into(), &true.into()));
    assert_eq!(editions[2]["consultation"]["closes"], "2026-11-30");
    // The record takes the consultation over, so that it is still known when the draft goes on.
    assert!(diptych(project.root(), &["edition", "cut", "guidelines/street", "1.1"]).status.success());
    let record = std::fs::read_to_string(project.root().join(STREET).join("editions/1.1/edition.yaml")).expect("written");
    assert!(record.contains("\nconsultation: { opens: 2026-09-02, closes: 2026-11-30 }\n"), "{record}");
    let site = project.site();
    let twin = text(&site, "en/guidelines/street/editions/1.1/walking/index.html");
    assert!(twin.contains(noindex), "the current text says the same");
    assert!(text(&site, "en/feed.xml").contains("Edition 1.1: Consultation draft</title>"));
}
