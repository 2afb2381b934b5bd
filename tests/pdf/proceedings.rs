//! The book of proceedings and its offprints: what stands in them, in which language, on which level; where citations lead; that a
//! change to one paper is a change to one offprint.

use std::collections::{BTreeMap, BTreeSet};

use super::{bytes, publication, renditions};
use crate::agreement::reading;
use crate::publications::{Project, made_site, repository, sound};
use diptych::renditions::pdf;

const WORK: &str = "kind: proceedings\ntitle: {en: The Book, es: El libro}\nslug: {en: book, es: libro}\n\
    bibliography: works.bib\nlicence: CC-BY-4.0\n\
    edition: {number: \"1.0\", status: adopted, date: 2026-01-02}\n";

const BIBLIOGRAPHY: &str = "@book{one, author = {One, Ann}, title = {The {First} Work}, publisher = {Press}, year = {2001}, \
    url = {https://example.org/a-long-address/of-a-work}}\n\
    @article{two, author = {Two, Ben}, title = {Second}, journal = {Journal}, volume = {2}, pages = {3--4}, year = {2002}}\n";

/// Two panels: one with a paper in Spanish and a bare abstract, one with a paper in both languages.
fn project() -> Project {
    let project = Project::new();
    let people =
        "authors: [{name: Autora Uno, affiliation: {en: Here, es: Aquí}, orcid: 0000-0002-1825-0097}, {name: Otro}]\n";
    let panel = |order: u8, slug: (&str, &str)| {
        let (en, es) = slug;
        format!(
            "order: {order}\ntitle: {{en: Panel {en}, es: Panel {es}}}\nslug: {{en: {en}, es: {es}}}\n\
             coordinators: [{{name: Coordinadora}}]\n"
        )
    };
    project.write("content/book/work.yaml", WORK).write("content/book/works.bib", BIBLIOGRAPHY);
    project.page("book/index.{}", "Foreword.\n\n## Before {#before}\n\nSee [](panels/streets/shade/article.md#ends).\n");
    project.page("book/01-all.{}", "What the Congress concluded.\n\n## In short {#short}\n\nMuch.\n");
    project.write("content/book/panels/home/panel.yaml", panel(1, ("home", "hogar")));
    project.page("book/panels/home/conclusions.{}", "Said.[^n]\n\n## Common {#common}\n\nThis.\n\n[^n]: Note.\n");
    let home = "content/book/panels/home";
    let titles = "title: {en: Reading rates, es: Leer tasas}\nlanguage: es\n";
    let words = "keywords: {en: [rate, home], es: [tasa, hogar]}\n";
    project.write(&format!("{home}/rates/contribution.yaml"), format!("order: 1\n{titles}{people}{words}"));
    project.page("book/panels/home/rates/abstract.{}", "What it is about.\n");
    let article = "---\ntitle: Leer tasas\n---\n\nAntes de nada [@one, p. 3; -@two].\n\n## Resultados {#results}\n\n\
        Según [@one] y [@two].[^a] [@one]\n\n### Más {#more}\n\n| Cita |\n| --- |\n| [@two] |\n\n: Una tabla [@one] {#table}\n\n\
        Véase [](#table).\n\n[^a]: Nota [@two].\n\n## Referencias {#references}\n";
    project.write(&format!("{home}/rates/article.es.md"), article);
    let titles = "title: {en: A door, es: Una puerta}\n";
    project.write(&format!("{home}/door/contribution.yaml"), format!("order: 2\n{titles}{people}specimen: true\n"));
    project.page("book/panels/home/door/abstract.{}", "A door.\n");
    project.write("content/book/panels/streets/panel.yaml", panel(2, ("streets", "calles")));
    let streets = "content/book/panels/streets/shade";
    let titles = "title: {en: Shade, es: Sombra}\nlanguage: es\n";
    project.write(&format!("{streets}/contribution.yaml"), format!("{titles}authors: [{{name: Tercera}}]\n"));
    project.page("book/panels/streets/shade/abstract.{}", "Shade [@one].\n");
    project.page("book/panels/streets/shade/article.{}", "## Ends {#ends}\n\nIt cites [@two]. See [](#ends).\n");
    project
}

const OFFPRINTS: [&str; 3] = [
    "downloads/book/1.0/hogar/rates/es.pdf",
    "downloads/book/1.0/streets/shade/en.pdf",
    "downloads/book/1.0/calles/shade/es.pdf",
];

/// The levels of headings in their order; an offprint begins below its title.
fn levels(markup: &str, above: u8) -> Vec<u8> {
    let body = markup.split_once("#show: ").expect("the whole is a call").1;
    let call = |at: usize| {
        let rest = &body[at + 1..];
        let level =
            rest.strip_prefix("section(level: ").and_then(|rest| rest.split(',').next()).and_then(|n| n.parse().ok());
        let named = [("panel(", 1), ("chapter(", 1), ("author-index(", 1), ("paper(", 2)];
        level.or_else(|| named.iter().find(|(name, _)| rest.starts_with(name)).map(|(_, level)| *level))
    };
    let levels: Vec<u8> = body.match_indices('#').filter_map(|(at, _)| call(at)).collect();
    let mut last = above;
    for level in &levels {
        assert!(*level <= last + 1, "{levels:?}");
        last = *level;
    }
    levels
}

/// The strings after a call, without repetitions.
fn arguments<'m>(markup: &'m str, call: &'m str) -> impl Iterator<Item = &'m str> {
    markup.split(call).skip(1).filter_map(|rest| rest.split('"').next())
}

/// The words of markup, without calls and their strings.
fn words(markup: &str) -> String {
    let mut words = String::new();
    let mut rest = markup;
    while let Some(first) = rest.chars().next() {
        if first == '\\' {
            let next = rest[1..].chars().next().map_or(0, char::len_utf8);
            words.push_str(&rest[1..1 + next]);
            rest = &rest[1 + next..];
        } else if let Some(link) = rest.strip_prefix("#web-link(") {
            let mut strings = link.split('"');
            let shown = strings.nth(3).unwrap_or_default();
            words.push_str(shown);
            rest = link.split_once(')').map_or("", |(_, rest)| rest);
        } else if first == '#' {
            rest = rest.split_once('[').map_or("", |(_, rest)| rest);
        } else {
            if !['[', ']'].contains(&first) {
                words.push(first);
            }
            rest = &rest[first.len_utf8()..];
        }
    }
    words.replace('\u{200b}', "").replace('\u{a0}', " ").split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn the_book_in_each_language_and_an_offprint_for_each_full_text() {
    let made: Vec<_> = renditions(&project()).into_iter().collect();
    let paths: Vec<&str> = made.iter().map(|rendition| rendition.path.as_str()).collect();
    assert_eq!(paths, [&["downloads/book/1.0/en.pdf", "downloads/book/1.0/es.pdf"][..], &OFFPRINTS[..]].concat());
    for rendition in &made {
        let bytes = bytes(rendition);
        let metadata = reading::metadata(&bytes);
        let creators = metadata.split("<dc:creator>").nth(1).and_then(|rest| rest.split("</dc:creator>").next());
        let authors: &[&str] = match rendition.path.as_str() {
            path if path.contains("rates") => &["Autora Uno", "Otro"],
            path if path.contains("shade") => &["Tercera"],
            _ => &["Publisher"],
        };
        let creators = creators.expect("somebody made it");
        assert!(creators.contains(&format!("<rdf:li>{}</rdf:li>", authors.join(", "))), "{creators}");
        let language = if rendition.path.as_str().ends_with("/es.pdf") { "es" } else { "en" };
        assert!(metadata.contains(&format!("<rdf:li>{language}</rdf:li>")), "{metadata}");
        for text in ["<pdfuaid:part>1<", "<pdfaid:conformance>A<", "/Outlines", "/PageLabels"] {
            assert!(super::holds(&bytes, text), "{} holds no {text}", rendition.path);
        }
    }
    let titles = reading::bookmarks(&bytes(&made[0]));
    for title in [
        "Introduction",
        "Page",
        "In short",
        "Panel home",
        "Reading rates",
        "Abstract",
        "Resumen",
        "Article",
        "Resultados",
        "Más",
        "Referencias",
        "A door",
        "Panel streets",
        "Shade",
        "References",
        "Authors",
    ] {
        assert!(titles.iter().any(|own| own == title), "no {title} in {titles:?}");
    }
}

#[test]
fn the_same_bytes_on_any_number_of_threads() {
    let with = |threads: usize| {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().expect("threads");
        pool.install(|| super::made(&project()))
    };
    assert_eq!(with(1), with(4));
}

#[test]
fn keywords_stand_with_the_end_of_their_abstract() {
    let publication = publication(&project());
    let offprint = pdf::offprint_markup(&publication, 0, (0, 0), 1).expect("markup");
    let ending = offprint.split("#ending[\n").nth(1).expect("the end of an abstract");
    assert!(
        ending
            .split("#keywords(")
            .next()
            .is_some_and(|text| text.contains("What it is about") && !text.contains("#section("))
    );
    // Nothing follows an abstract that has no keywords.
    let bare = pdf::offprint_markup(&publication, 0, (1, 0), 1).expect("markup");
    assert!(!bare.contains("#ending["), "{bare}");
}

/// The names of languages are in these languages, whatever the sentence around them is in.
#[test]
fn a_language_is_named_in_itself() {
    let publication = publication(&project());
    let (work, _) = publication.works().next().expect("the book");
    let markup = pdf::markup(&publication, work, vec![0]).expect("markup");
    let remark = markup.split("#remark[").nth(1).and_then(|rest| rest.split("\n").next()).expect("a remark");
    assert!(remark.contains("#in-es[es]"), "{remark}");
    let pages = made_site(sound(project().root()));
    let page = &pages[camino::Utf8Path::new("en/book/home/rates/index.html")].1;
    let page = std::str::from_utf8(page).expect("pages are UTF-8");
    assert!(page.contains("<span lang=\"es\" dir=\"ltr\">es</span>"), "{page}");
}

#[test]
fn headings_lie_below_each_other_without_gaps() {
    let publication = publication(&project());
    let (work, _) = publication.works().next().expect("the book");
    for language in [0, 1] {
        let markup = pdf::markup(&publication, work, vec![language]).expect("markup");
        let found = levels(&markup, 1);
        assert_eq!(found.iter().max(), Some(&4), "{found:?}");
        assert_eq!(found.iter().filter(|level| **level == 1).count(), 4, "{found:?}");
    }
    let offprint = pdf::offprint_markup(&publication, 0, (0, 0), 1).expect("markup");
    // Two abstracts, the article and its three sections.
    assert_eq!(levels(&offprint, 0), [1, 1, 1, 1, 2, 1]);
}

#[test]
fn what_is_in_another_language_is_marked_with_it() {
    let publication = publication(&project());
    let (work, _) = publication.works().next().expect("the book");
    let markup = pdf::markup(&publication, work, vec![0]).expect("markup");
    let spanish: Vec<&str> = markup.split("#in-es[\n").skip(1).map(content_of_block).collect();
    assert!(spanish.iter().any(|text| text.contains("Antes de nada") && text.contains("Resultados")), "{spanish:#?}");
    assert!(!spanish.iter().any(|text| text.contains("Said")));
    assert!(markup.contains("#remark["), "the book says in which language the paper is");
    assert!(markup.contains("#in-es[#keywords(\"Palabras clave\", \"tasa\", \"hogar\")]"));
    // The paper in both languages stands in the book's.
    assert!(markup.contains("en:streets/shade/article:ends") && !markup.contains("es:streets/shade/article:ends"));
}

fn content_of_block(rest: &str) -> &str {
    rest.split("\n]\n").next().unwrap_or_default()
}

#[test]
fn citations_lead_to_entries_and_entries_to_citations() {
    let publication = publication(&project());
    let (work, _) = publication.works().next().expect("the book");
    let offprint = pdf::offprint_markup(&publication, 0, (0, 0), 1).expect("markup");
    for markup in [pdf::markup(&publication, work, vec![0]).expect("markup"), offprint] {
        let entries: Vec<&str> = arguments(&markup, "(id: \"").filter(|id| id.contains(":_ref-")).collect();
        let known: BTreeSet<&str> = entries.iter().copied().collect();
        assert_eq!(known.len(), entries.len(), "each entry has a name of its own");
        let links: BTreeSet<&str> = arguments(&markup, "#link(label(\"").filter(|id| id.contains(":_ref-")).collect();
        assert_eq!(links, known, "each entry is cited, and nothing else");
        let citations: Vec<&str> = arguments(&markup, "#cited(\"").collect();
        let back: BTreeSet<&str> = markup
            .split("cited: (\"")
            .skip(1)
            .flat_map(|rest| rest.split("), ").next().unwrap_or_default().split("\", \""))
            .map(|id| id.trim_end_matches("\", "))
            .filter(|id| id.contains(":_cite-"))
            .collect();
        assert_eq!(back, citations.iter().copied().collect(), "each citation is led back to");
        assert_eq!(citations.len(), back.len());
        // Of “Cita” alone.
        assert!(!markup.contains("cell: 4, word: 4"), "a column of citations has room for them");
    }
}

/// The words of each citation and each entry on a page of the web, by their names.
fn on_the_web(page: &str) -> BTreeMap<String, String> {
    let mut found = BTreeMap::new();
    for (opening, closing) in [("<span class=\"citation\" id=\"", "</span>"), ("<li id=\"_ref-", "</li>")] {
        for rest in page.split(opening).skip(1) {
            let (id, rest) = rest.split_once('"').expect("an id");
            let html = rest.split_once('>').expect("a tag").1.split(closing).next().expect("an end");
            let html = html.split("<a class=\"back\"").next().unwrap_or_default();
            let text = reading::plain(html);
            let prefix = if opening.starts_with("<li") { "_ref-" } else { "" };
            found.insert(format!("{prefix}{id}"), text);
        }
    }
    found
}

#[test]
fn pages_and_pdfs_say_the_same_citations() {
    let publication = sound(repository());
    let site = made_site(sound(repository()));
    let book = &publication.proceedings[0];
    let mut seen = 0;
    for (panel, contribution, paper) in book.contributions() {
        let Some(chapter) = paper.article.and_then(|key| publication.works[book.work].chapter(key)) else { continue };
        for language in (0..publication.languages.len()).filter(|language| chapter.documents[*language].is_some()) {
            let address = publication.addresses.contribution(book.work, &book.panels[panel], paper, language);
            let (_, page) = &site[camino::Utf8Path::new(&publication.addresses.file(&address))];
            let tag = &publication.languages[language].tag;
            let mut wanted = on_the_web(std::str::from_utf8(page).expect("pages are UTF-8"));
            let markup = pdf::offprint_markup(&publication, 0, (panel, contribution), language).expect("markup");
            for (call, kind) in [("#cited(\"", "cite"), ("(id: \"", "ref")] {
                for rest in markup.split(call).skip(1) {
                    let Some((id, rest)) = rest.split_once('"') else { continue };
                    let own = |part: &str| Some(id.strip_prefix(tag.as_str())?.split_once(&format!("/{part}:_{kind}-"))?.1);
                    let place = own("article").map(str::to_owned);
                    let Some(place) = place.or_else(|| Some(format!("abstract-{}", own("abstract")?))) else { continue };
                    let start = rest.find('[').expect("its words");
                    let own = words(reading::enclosed(&rest[start..]));
                    let there = wanted.remove(&format!("_{kind}-{tag}-{place}"));
                    assert_eq!(Some(own), there, "{address}, {kind} {place}");
                    seen += 1;
                }
            }
            assert!(wanted.is_empty(), "{address}: on the web alone: {wanted:#?}");
        }
    }
    assert!(seen > 30, "{seen} citations and entries");
}

#[test]
fn a_change_to_one_paper_changes_its_offprint_and_the_book() {
    let keys = |project: &Project| -> BTreeMap<String, diptych::renditions::Key> {
        renditions(project).into_iter().map(|rendition| (rendition.path.to_string(), (rendition.key)())).collect()
    };
    let before = keys(&project());
    let changed = project();
    changed.replace("content/book/panels/home/rates/article.es.md", "Antes de nada", "Antes de todo");
    let after = keys(&changed);
    let differ: Vec<&str> =
        before.iter().filter(|(path, key)| after[*path] != **key).map(|(path, _)| path.as_str()).collect();
    assert_eq!(differ, ["downloads/book/1.0/en.pdf", "downloads/book/1.0/es.pdf", OFFPRINTS[0]]);
}

#[test]
fn nothing_in_a_bibliography_or_a_name_is_read_as_typst() {
    let project = project();
    let hostile = "#panic() [x] $y$ *z* @w <v> // u /* t ` s";
    project.replace("content/book/works.bib", "The {First} Work", &format!("{hostile} \\\" r"));
    project.replace(
        "content/book/panels/streets/shade/contribution.yaml",
        "{name: Tercera}",
        &format!("{{name: '{hostile} \" \\'}}"),
    );
    // In both languages: an amount in one alone would be a mistake.
    for title in ["en: Shade", "es: Sombra"] {
        let own = format!("{}: '{hostile} \" \\'", &title[..2]);
        project.replace("content/book/panels/streets/shade/contribution.yaml", title, &own);
    }
    project.replace(
        "content/book/panels/streets/shade/contribution.yaml",
        "language: es",
        &format!("keywords: {{en: ['{hostile}'], es: ['{hostile}']}}"),
    );
    for rendition in renditions(&project) {
        bytes(&rendition);
    }
}
