//! The outline and its addresses: which files make a chapter, what is counted, where each page stands.

use diptych::diagnostics::Code;
use diptych::publication::{Chapter, ChapterKey, Publication, SectionKey};

use crate::publications::{Project, work};

/// A work of guidelines in English with these chapters: file name, further front matter, text.
fn guidelines(chapters: &[(&str, &str, &str)]) -> Project {
    let project = Project::in_languages(&["en"]);
    project.write("content/index.en.md", "---\ntitle: Home\n---\n");
    project.write("content/home/work.yaml", "kind: guidelines\ntitle: { en: Home }\n");
    for (name, front, text) in chapters {
        project.write(&format!("content/home/{name}.en.md"), format!("---\ntitle: Chapter\n{front}---\n\n{text}"));
    }
    project
}

fn numbers(chapter: &Chapter) -> Vec<&str> {
    chapter.sections.iter().map(|section| section.number.as_str()).collect()
}

fn chapters(publication: &Publication) -> Vec<(&str, Vec<&str>)> {
    let chapters = work(publication, "home").current().chapters.iter();
    chapters.map(|chapter| (chapter.path.file_name().expect("a name"), numbers(chapter))).collect()
}

#[test]
fn chapters_are_in_the_order_of_their_numbers() {
    let project =
        guidelines(&[("10-ten", "", ""), ("2-two", "", ""), ("appendix", "", ""), ("01-one", "", ""), ("index", "", "")]);
    let publication = project.sound();
    let found: Vec<&str> = chapters(&publication).into_iter().map(|(name, _)| name).collect();
    assert_eq!(found, ["01-one", "2-two", "10-ten", "appendix"]);
    let index = work(&publication, "home").current().index.as_ref().expect("an index");
    assert_eq!(numbers(index), [""]);
}

#[test]
fn sections_are_numbered_within_their_chapter() {
    let text = "## A {#a}\n\n### B {#b}\n\n### C {#c}\n\n#### D {#d}\n\n## E {#e}\n\n### F {#f}\n";
    let other = text.replace("{#", "{#x-");
    let project = guidelines(&[
        ("00-preamble", "numbered: false\n", "## Whereas {#whereas}\n"),
        ("01-one", "", text),
        ("02-two", "", &other),
    ]);
    let publication = project.sound();
    let found = chapters(&publication);
    assert_eq!(found[0].1, ["", ""]);
    assert_eq!(found[1].1, ["1", "1.1", "1.1.1", "1.1.2", "1.1.2.1", "1.2", "1.2.1"]);
    assert_eq!(found[2].1[..3], ["2", "2.1", "2.1.1"]);
}

#[test]
fn pages_are_not_numbered_and_need_no_ids() {
    let project = Project::in_languages(&["en"]);
    project.write(
        "content/about.en.md",
        "---\ntitle: About\n---\n\n## Who we are\n\n## Who we are\n\n## About\n\n## ¡Ñandú!\n\n## 水\n",
    );
    let found: Vec<_> = project.check().into_iter().map(|found| found.code).collect();
    assert_eq!(found, [Code::MissingGlyph]);
    project.replace("content/about.en.md", "水", "…");
    let publication = project.sound();
    let sections = &work(&publication, "").current().chapters[0].sections;
    let ids: Vec<&str> = sections.iter().map(|section| section.id.as_str()).collect();
    assert_eq!(ids, ["about", "who-we-are", "who-we-are-2", "about-2", "nandu", "section"]);
    assert!(sections.iter().all(|section| section.number.is_empty()));
}

#[test]
fn versions_are_paired_by_id_and_elsewhere_by_position() {
    let project = Project::new();
    project.write("content/about.en.md", "---\ntitle: About\n---\n\n## First\n\n## Second {#two}\n\n## Third\n");
    project.write("content/about.es.md", "---\ntitle: Acerca\n---\n\n## Primera\n\n## Segunda {#two}\n\n## Tercera\n");
    let publication = project.sound();
    let sections = &work(&publication, "").current().chapters[0].sections;
    let pairs: Vec<_> = sections.iter().map(|section| (section.id.as_str(), section.title(0), section.title(1))).collect();
    let expected = [
        ("about", "About", "Acerca"),
        ("first", "First", "Primera"),
        ("two", "Second", "Segunda"),
        ("third", "Third", "Tercera"),
    ];
    assert_eq!(pairs, expected);
}

#[test]
fn addresses_are_those_of_the_design() {
    let project = Project::new();
    project.replace("book.toml", "https://example.org/", "https://example.org/texts/");
    project.page("index.{}", "").page("about/01-the-team.{}", "");
    project.write(
        "content/home/work.yaml",
        "kind: guidelines\ntitle: { en: Home, es: Hogar }\nslug: { en: guidelines/home, es: directrices/hogar }\n",
    );
    project.write("content/home/01-rights.en.md", "---\ntitle: Rights\n---\n\n## Shelter {#shelter}\n");
    project.write("content/home/01-rights.es.md", "---\ntitle: Derechos\nslug: derechos\n---\n\n## Refugio {#shelter}\n");
    let publication = project.sound();
    let addresses = &publication.addresses;
    let number = publication.works.iter().position(|work| work.folder == "home").expect("the work");
    let key = ChapterKey::Number(0);
    let chapter = publication.works[number].chapter(key).expect("the chapter");
    assert_eq!(addresses.chooser(), "/texts/");
    assert_eq!(addresses.home(1), "/texts/es/");
    assert_eq!(addresses.work(number, 1), "/texts/es/directrices/hogar/");
    assert_eq!(addresses.chapter(number, key, chapter, 0), "/texts/en/guidelines/home/rights/");
    assert_eq!(addresses.chapter(number, key, chapter, 1), "/texts/es/directrices/hogar/derechos/");
    assert_eq!(addresses.parallel(number, key, chapter, 0, 1), "/texts/en/parallel/es/guidelines/home/rights/");
    assert_eq!(addresses.absolute("/texts/es/"), "https://example.org/texts/es/");
    assert_eq!(addresses.file("/texts/"), "index.html");
    assert_eq!(addresses.file("/texts/es/"), "es/index.html");
    assert_eq!(addresses.file("/texts/404.html"), "404.html");
    assert_eq!(addresses.download("home", "1.0", "en_es", true), "/texts/downloads/home/1.0/en_es-endorsed.pdf");
    let own = &publication.works[0];
    assert_eq!(addresses.chapter(0, key, &own.current().chapters[0], 0), "/texts/en/about/the-team/");
    let (_, _, section) = publication.section(SectionKey { work: number, chapter: key, section: 1 }).expect("the section");
    assert_eq!((section.id.as_str(), section.title(1)), ("shelter", "Refugio"));
}

#[test]
fn a_works_folder_becomes_an_address_that_can_be_typed() {
    let project = Project::in_languages(&["en"]);
    project.write("content/Guías/El Hogar/work.yaml", "kind: guidelines\ntitle: { en: Home }\n");
    project.write("content/Guías/El Hogar/01-rights.en.md", "---\ntitle: Rights\n---\n");
    let publication = project.sound();
    assert_eq!(publication.addresses.work(1, 0), "/en/guias/el-hogar/");
}

/// What capital letters alone tell apart would be one file on some machines.
#[test]
fn addresses_that_differ_only_in_case_are_one() {
    let project = Project::in_languages(&["en"]);
    for folder in ["Home", "home"] {
        project.write(&format!("content/{folder}/work.yaml"), "kind: guidelines\ntitle: { en: Home }\n");
    }
    assert_eq!(project.codes(), [Code::DuplicateAddress]);
}

#[test]
fn pages_belong_to_the_deepest_work() {
    let project = guidelines(&[("01-one", "", "## First {#first}\n")]);
    project.write("content/home/annex/work.yaml", "kind: guidelines\ntitle: { en: Annex }\n");
    project.write("content/home/annex/01-one.en.md", "---\ntitle: One\n---\n\n## First {#first}\n");
    let publication = project.sound();
    assert_eq!(work(&publication, "home").current().chapters.len(), 1);
    assert_eq!(work(&publication, "home/annex").current().chapters.len(), 1);
}

/// One mistake, one message: what is missing because of it is not a second one.
#[test]
fn a_broken_file_is_reported_alone() {
    let project = Project::new();
    project.page("index.{}", "[About](about.md)\n").page("about.{}", "");
    project.write("content/about.es.md", "---\ntitle: [\n---\n");
    assert_eq!(project.codes(), [Code::MalformedYaml]);
    project.write("content/about.es.md", b"---\ntitle: \xff\n---\n");
    assert_eq!(project.codes(), [Code::NotUtf8]);
    project.write("content/about.en.md", "no front matter");
    assert_eq!(project.codes(), [Code::MissingFrontMatter, Code::NotUtf8]);
}

#[test]
fn the_texts_of_a_broken_work_are_left_alone() {
    let project = Project::new();
    project.write("content/home/work.yaml", "kind: guidelines\n");
    project.write("content/home/01-rights.en.md", "---\ntitle: Rights\n---\n\n## No id, no Spanish\n");
    assert_eq!(project.codes(), [Code::MissingKey]);
}
