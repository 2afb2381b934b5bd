//! The register's pages and its open data: who is on which list and in what order, what is counted, and that no name breaks
//! anything.
//!
//! `tests/golden/register/` shows the pages; its `expected-data/` holds the open data, compared here.

use std::collections::BTreeMap;
use std::sync::Arc;

use camino::{Utf8Path, Utf8PathBuf};
use diptych::diagnostics::Code;
use diptych::publication::Publication;
use diptych::renditions::{Offered, open_data, site};
use serde_json::Value;

use crate::markup::{html_mistakes, html_tree};
use crate::publications::{Project, Site, all_agree, differs, made_site, repository, sound};

fn case() -> Utf8PathBuf {
    repository().join("tests/golden/register")
}

fn text<'s>(site: &'s Site, path: &str) -> &'s str {
    let (_, bytes) = site.get(Utf8Path::new(path)).unwrap_or_else(|| panic!("{path} is not made"));
    std::str::from_utf8(bytes).expect("the file is UTF-8")
}

/// The open data by their file names.
fn made_data(publication: Publication) -> BTreeMap<String, Vec<u8>> {
    let made = open_data::renditions(&Arc::new(publication)).into_iter().map(|rendition| {
        let bytes = rendition.make.bytes(Vec::new(), &Offered::new()).expect("data are made");
        (rendition.path.file_name().expect("a file has a name").to_owned(), bytes)
    });
    made.collect()
}

fn json(data: &BTreeMap<String, Vec<u8>>, name: &str) -> Value {
    serde_json::from_slice(&data[name]).unwrap_or_else(|error| panic!("{name}: {error}"))
}

/// What stands between two texts of a page.
fn between<'p>(page: &'p str, from: &str, until: &str) -> &'p str {
    let start = page.find(from).unwrap_or_else(|| panic!("no {from}\n{page}"));
    page[start..].split(until).next().expect("a first part")
}

/// The names of a part of a list in their order.
fn names<'p>(page: &'p str, part: &str) -> Vec<&'p str> {
    let Some(start) = page.find(&format!("<h2 id=\"_{part}\">")) else { return Vec::new() };
    let section = page[start..].split("</section>").next().expect("a first part");
    let rows = section.split("<p class=\"institution\">").skip(1);
    rows.map(|row| row.split("<bdi").nth(1).and_then(|name| name.split('>').nth(1)?.split('<').next()).expect("a name"))
        .collect()
}

/// A publication with one edition that can be endorsed.
fn project(tags: &[&str]) -> Project {
    let project = Project::in_languages(tags);
    let each = |text: &str| tags.iter().map(|tag| format!("{tag}: {text}")).collect::<Vec<_>>().join(", ");
    let edition = "edition: { number: \"1.0\", status: adopted, date: 2020-01-02 }\nendorsable: true\n";
    project.write("content/home/work.yaml", format!("kind: guidelines\ntitle: {{ {} }}\n{edition}", each("Home")));
    for tag in tags {
        project.write(
            &format!("content/home/01-rights.{tag}.md"),
            "---\ntitle: Rights\n---\n\n## Shelter {#shelter}\n\nText.\n",
        );
    }
    project
}

/// An institution with one endorsement in force, and whatever is to be added to its file and to the endorsement.
fn signatory(project: &Project, id: &str, name: &str, country: &str, more: &str) {
    let name = serde_json::to_string(name).expect("a string");
    let endorsement = [
        "work: home",
        "edition: \"1.0\"",
        "language: en",
        "signed: 2021-02-03",
        "status: active",
        "authority: { body: Board }",
    ];
    let endorsement = endorsement.join("\n    ");
    let verified = "verification: { method: official-letter, date: 2021-02-03 }\nauthorisation: { name: true }\n";
    let yaml = format!(
        "id: {id}\nnames: {{ en: {name} }}\ntype: association\ncountry: {country}\n\
         endorsements:\n  - {endorsement}\n{verified}{more}"
    );
    project.write(&format!("content/signatories/{id}.yaml"), yaml);
}

/// Names so different that none is taken for another.
fn name(number: usize) -> String {
    const WORDS: [&str; 10] = ["alder", "birch", "cedar", "dogwood", "elm", "fir", "gorse", "hazel", "ivy", "juniper"];
    let digits = [number / 100 % 10, number / 10 % 10, number % 10];
    format!("House {}", digits.map(|digit| WORDS[digit]).join(" "))
}

// ---- who is counted ----

#[test]
fn only_what_is_in_force_and_real_is_counted() {
    let site = made_site(sound(&case()));
    let page = text(&site, "en/signatories/index.html");
    // In force: es-ayto, pt-policia, es-bomberos, int-red. The specimen, those that have ended and the pending one are not.
    assert!(page.contains("<li>4 institutions</li>\n<li>3 countries</li>"), "{page}");
    assert!(page.contains("Register as at: 15 January 2023"));
    let in_force = ["Example City Council", "International Network", "Nimbo Bomberos", "Polícia de Exemplo"];
    assert_eq!(names(page, "active"), in_force);
    assert_eq!(names(page, "ended"), ["Mustergericht", "Red Antigua", "Ville d’Exemple"]);
    assert_eq!(names(page, "specimens"), ["Nowhere Police"]);
    for page in site.iter().filter(|(path, _)| path.extension() == Some("html")) {
        assert!(!String::from_utf8_lossy(&page.1.1).contains("Not Yet Confirmed"), "{}", page.0);
    }
    let charts = between(page, "<div class=\"charts\">", "</section>");
    for absent in ["Argentina", "Germany", "France", "Mexico", "United Kingdom"] {
        assert!(!charts.contains(absent), "{absent} is in a chart");
    }
    assert!(charts.contains("<th scope=\"row\">Spain</th><td class=\"align-right\">2</td>"), "{charts}");
    // The list of a country where only a specimen is counts nobody.
    let argentina = text(&site, "en/signatories/countries/ar/index.html");
    assert!(!argentina.contains("class=\"counts\"") && argentina.contains("fictitious example"));
}

#[test]
fn ends_are_told_in_words_with_their_dates() {
    let site = made_site(sound(&case()));
    let page = text(&site, "es/signatories/index.html");
    for words in [
        "Retirada el 15 de enero de 2023",
        "Vencida: su plazo terminó el 31 de diciembre de 2022",
        "Terminada: las funciones de la institución han pasado a \u{2068}Red Internacional\u{2069}",
    ] {
        assert!(between(page, "id=\"_ended\"", "</section>").contains(words), "{words}\n{page}");
    }
    // Both ways.
    assert!(text(&site, "es/signatories/mx-red/index.html").contains("href=\"/house/es/signatories/int-red/\""));
    assert!(text(&site, "es/signatories/int-red/index.html").contains("href=\"/house/es/signatories/mx-red/\""));
}

/// Wherever the name of a specimen stands, so do the words, in the same line of the list or at the head of its page.
#[test]
fn specimens_are_labelled_wherever_they_are_named() {
    let site = made_site(sound(&case()));
    let mut found = 0;
    for (label, name, tag) in
        [("fictitious example", "Nowhere Police", "en"), ("ejemplo ficticio", "Policía de Ninguna Parte", "es")]
    {
        for (path, (_, bytes)) in site.iter().filter(|(path, _)| path.starts_with(tag) && path.extension() == Some("html")) {
            let page = String::from_utf8_lossy(bytes);
            let body = page.split("<main").nth(1).expect("every page has a main part");
            for (at, _) in body.match_indices(name) {
                let near = &body[body.floor_char_boundary(at.saturating_sub(200))..body.ceil_char_boundary(at + 300)];
                assert!(near.contains(label), "{path}: {near}");
                found += 1;
            }
        }
    }
    assert!(found >= 10, "{found}");
    let page = text(&site, "en/signatories/zz-specimen/index.html");
    assert!(page.contains("<meta name=\"robots\" content=\"noindex\">"));
    assert!(!text(&site, "sitemap.xml").contains("zz-specimen"));
    assert!(text(&site, "sitemap.xml").contains("/en/signatories/es-ayto/"));
}

#[test]
fn reservations_are_marked_and_shown_in_full() {
    let site = made_site(sound(&case()));
    let lists = ["en/signatories/index.html", "en/signatories/types/police/index.html", "en/guidelines/home/index.html"];
    for path in lists {
        let row = between(text(&site, path), "<a href=\"/house/en/signatories/pt-policia/\">", "</p>");
        assert!(row.contains("with reservations"), "{path}: {row}");
    }
    let page = text(&site, "en/signatories/pt-policia/index.html");
    assert!(page.contains(
        "<dd class=\"reservations\" lang=\"es\" dir=\"ltr\">\n<p>No se vincula los lunes.</p>\n<p>Lo revisará en 2025.</p>"
    ));
    assert!(page.contains("<a href=\"/house/en/guidelines/home/rights/#night\">1.2\u{a0}Night</a>"), "{page}");
    let own = text(&site, "es/signatories/pt-policia/index.html");
    assert!(own.contains("<dd class=\"reservations\">"), "{own}");
}

#[test]
fn a_page_says_who_the_institution_is() {
    let site = made_site(sound(&case()));
    let page = text(&site, "en/signatories/es-ayto/index.html");
    for part in [
        "<h1><bdi>Example City Council</bdi></h1>",
        "<dt>Catalan</dt>\n<dd><bdi lang=\"ca\">Ajuntament d’Exemple</bdi></dd>",
        "(until 31 December 1999)",
        "Comunidad de Madrid (ES-MD)",
        "<a href=\"https://www.wikidata.org/wiki/Q2807\">",
        "<a href=\"https://ayto.example/\" rel=\"nofollow\">",
        "<img src=\"/house/assets/content/signatories/ayto.svg\" width=\"40\" height=\"40\" alt=\"Escudo del Ejemplo\" lang=\"es\">",
        "Official letter, 2 June 2024",
        "<dd>Spanish</dd>",
        "<time datetime=\"2040-12-31\">31 December 2040</time>",
    ] {
        assert!(page.contains(part), "{part}\n{page}");
    }
    assert!(site.contains_key(Utf8Path::new("assets/content/signatories/ayto.svg")));
}

// ---- order ----

#[test]
fn names_are_in_the_order_of_each_language() {
    let project = project(&["en", "es", "sv"]);
    // Swedish interface texts do not exist; the order is its own all the same.
    for (path, bytes) in crate::publications::files(&repository().join("locales/en")) {
        project.write(&format!("locales/sv/{path}"), bytes);
    }
    for (number, own) in ["Zebra", "Oso", "Ñandú", "Nube", "Ärla", "Avila"].iter().enumerate() {
        signatory(&project, &format!("x-{number}"), own, "ES", "");
    }
    let site = made_site(resolved(&project));
    let order = |tag: &str| names(text(&site, &format!("{tag}/signatories/index.html")), "active").join(" ");
    assert_eq!(order("en"), "Ärla Avila Ñandú Nube Oso Zebra");
    assert_eq!(order("es"), "Ärla Avila Nube Ñandú Oso Zebra");
    assert_eq!(order("sv"), "Avila Ñandú Nube Oso Zebra Ärla");
}

#[test]
fn arabic_pages_are_in_arabic_from_right_to_left() {
    let project = Project::copy_of(&repository().join("tests/golden/three-languages"));
    project.replace(
        "content/declaration/work.yaml",
        "status: in-consultation, date: 2026-11-22 }",
        "status: adopted, date: 2020-01-02 }\nendorsable: true",
    );
    signatory(&project, "ma-rabat", "Commune", "MA", "");
    project.replace(
        "content/signatories/ma-rabat.yaml",
        "names: { en: \"Commune\" }",
        "names: { en: Commune, ar: بلدية المثال }",
    );
    project.replace("content/signatories/ma-rabat.yaml", "work: home", "work: declaration");
    project.replace("content/signatories/ma-rabat.yaml", "edition: \"1.0\"", "edition: \"2.1\"");
    let site = project.site();
    let page = text(&site, "ar/signatories/index.html");
    assert_eq!(names(page, "active"), ["بلدية المثال"]);
    assert!(page.contains("المغرب") && page.contains("مؤسسة واحدة"), "{page}");
    let badge = text(&site, "downloads/declaration/2.1/badge-ar.svg");
    assert!(badge.contains("direction=\"rtl\"") && roxmltree::Document::parse(badge).is_ok());
    // A name in another direction stands by itself.
    let english = text(&site, "en/signatories/ma-rabat/index.html");
    assert!(english.contains("<bdi lang=\"ar\">بلدية المثال</bdi>"));
}

// ---- size ----

#[test]
fn no_page_grows_without_bound() {
    let project = project(&["en"]);
    for number in 0..501 {
        signatory(&project, &format!("x-{number:03}"), &name(number), if number < 401 { "ES" } else { "PT" }, "");
    }
    let site = project.site();
    let first = text(&site, "en/signatories/index.html");
    assert!(first.contains("501 institutions") && first.contains("<td class=\"align-right\">401</td>"));
    assert!(!first.contains("class=\"roll\"") && !first.contains("<script") && !first.contains("<form"));
    let pages = ["", "page-2/", "page-3/"].map(|page| text(&site, &format!("en/signatories/countries/es/{page}index.html")));
    assert_eq!(pages.map(|page| names(page, "active").len()), [200, 200, 1]);
    assert!(pages[0].contains("<a href=\"/en/signatories/countries/es/page-2/\" rel=\"next\">"));
    assert!(pages[2].contains("<a href=\"/en/signatories/countries/es/page-2/\" rel=\"prev\">"));
    assert!(pages[1].contains("<title>Endorsing institutions: Spain – page 2 of 3"));
    assert!(!site.contains_key(Utf8Path::new("en/signatories/countries/es/page-4/index.html")));
    let mut all: Vec<&str> = pages.iter().flat_map(|page| names(page, "active")).collect();
    assert!(all.is_sorted(), "the order goes on from page to page");
    all.dedup();
    assert_eq!(all.len(), 401);
    let landing = text(&site, "en/home/index.html");
    assert_eq!(landing.matches("<p class=\"institution\">").count(), 100);
    assert!(landing.contains("<a href=\"/en/signatories/works/home/1.0/\">401 more entries in the register</a>"));
    let longest = site.iter().filter(|(path, _)| path.starts_with("en")).map(|(_, (_, bytes))| bytes.len()).max();
    assert!(longest < Some(200_000), "{longest:?}");
}

// ---- the script ----

#[test]
fn the_page_is_complete_without_its_script() {
    let site = made_site(sound(&case()));
    let mut with_script = Vec::new();
    for (path, (_, bytes)) in site.iter().filter(|(path, _)| path.extension() == Some("html")) {
        let page = String::from_utf8_lossy(bytes);
        if page.contains("<script") {
            with_script.push(path.as_str());
            assert_eq!(page.matches("<script src=\"/house/assets/scripts/register.js\" defer></script>").count(), 1);
            assert_eq!(page.matches("<script").count(), 1);
            assert!(page.contains("<form class=\"part filter\" data-filter hidden"));
        }
    }
    assert_eq!(with_script, ["en/signatories/index.html", "es/signatories/index.html"]);
    assert!(site.contains_key(Utf8Path::new("assets/scripts/register.js")));
    // Nobody is on the list: there is nothing to choose from.
    let empty = project(&["en"]).site();
    assert!(!text(&empty, "en/signatories/index.html").contains("<script"));
    assert!(text(&empty, "en/signatories/index.html").contains("No institution has endorsed any text yet."));
}

// ---- names ----

const HOSTILE: [&str; 9] = [
    "<script>alert(1)</script><img src=x onerror=alert(1)>",
    "\" onmouseover=\"alert(1)",
    "=HYPERLINK(\"https://x.example\",\"y\")",
    "+1+1",
    "-2+3",
    "@SUM(A1)",
    "]]></text></svg><!--",
    "{{ title }}{% raw %}",
    "بلدية \u{201c}المثال\u{201d} ABC",
];

/// The same publication with other names.
fn named(names: &[String]) -> Project {
    let project = project(&["en", "es"]);
    // PDFs show names too.
    let font = "themes/default/fonts/NotoNaskhArabic-Regular.ttf";
    let arabic = repository().join("tests/golden/three-languages").join(font);
    project.write(font, std::fs::read(arabic).expect("the font can be read"));
    for (number, own) in names.iter().enumerate() {
        signatory(&project, &format!("x-{number}"), own, "ES", "");
    }
    project
}

#[test]
fn no_name_is_read_as_markup() {
    let mut hostile: Vec<String> = HOSTILE.map(str::to_owned).to_vec();
    hostile.push("Endless name ".repeat(160).trim().to_owned());
    let harmless: Vec<String> = (0..hostile.len()).map(name).collect();
    let site_of = |names: &[String]| made_site(resolved(&named(names)));
    let (wanted, made) = (site_of(&harmless), site_of(&hostile));
    for (path, (_, bytes)) in made.iter().filter(|(path, _)| path.extension() == Some("html")) {
        let page = String::from_utf8_lossy(bytes);
        let other = String::from_utf8_lossy(&wanted[path].1);
        assert_eq!(html_tree(&page), html_tree(&other), "{path}");
        assert_eq!(html_mistakes(&page), Vec::<String>::new(), "{path}");
        for part in page.split("<svg").skip(1) {
            let svg = format!("<svg{}</svg>", part.split("</svg>").next().expect("a drawing ends"));
            roxmltree::Document::parse(&svg).unwrap_or_else(|error| panic!("{path}: {error}\n{svg}"));
        }
    }
}

/// Warnings about odd names are another matter.
fn resolved(project: &Project) -> Publication {
    let (publication, diagnostics) = crate::publications::resolve(project.root(), false);
    assert!(!diptych::diagnostics::any_error(&diagnostics), "{}", crate::publications::reported(&diagnostics));
    publication.expect("a publication without errors")
}

#[test]
fn no_cell_is_a_formula_and_every_text_comes_back() {
    let mut hostile: Vec<String> = HOSTILE.map(str::to_owned).to_vec();
    hostile.push("Endless name ".repeat(160).trim().to_owned());
    let data = made_data(resolved(&named(&hostile)));
    let mut table = csv::Reader::from_reader(data["signatories.csv"].as_slice());
    let column = table.headers().expect("a head").iter().position(|name| name == "name").expect("the column");
    let rows: Vec<csv::StringRecord> = table.records().map(|row| row.expect("a row of as many cells")).collect();
    assert_eq!(rows.len(), hostile.len());
    let read: Value = json(&data, "signatories.json");
    for (number, (row, wanted)) in rows.iter().zip(&hostile).enumerate() {
        for cell in row {
            assert!(!cell.starts_with(['=', '+', '-', '@', '\t', '\r']), "{cell}");
        }
        let cell = &row[column];
        let own = cell.strip_prefix('\'').filter(|rest| rest.starts_with(['=', '+', '-', '@', '\t', '\r'])).unwrap_or(cell);
        assert_eq!(own, wanted);
        assert_eq!(read["signatories"][number]["names"]["en"], Value::from(wanted.as_str()));
    }
    let text = std::str::from_utf8(&data["signatories.csv"]).expect("UTF-8");
    assert!(text.ends_with("\r\n") && !text.replace("\r\n", "").contains('\r'));
}

// ---- open data ----

#[test]
fn open_data_are_as_expected() {
    let made = made_data(sound(&case()));
    let expected = case().join("expected-data");
    all_agree(made.iter().filter_map(|(name, bytes)| differs(&expected.join(name), bytes)).collect());
    assert_eq!(made, made_data(sound(&case())), "data are the same every time");
}

#[test]
fn data_mark_specimens_and_leave_out_what_is_pending() {
    let data = made_data(sound(&case()));
    let read = json(&data, "signatories.json");
    let signatories = read["signatories"].as_array().expect("a list");
    let ids: Vec<&str> = signatories.iter().filter_map(|own| own["id"].as_str()).collect();
    assert_eq!(ids, ["de-gericht", "es-ayto", "es-bomberos", "fr-ville", "int-red", "mx-red", "pt-policia", "zz-specimen"]);
    assert_eq!(signatories.iter().filter(|own| own["specimen"] == true).count(), 1);
    assert_eq!(read["counted"], serde_json::json!({ "signatories": 4, "endorsements": 4 }));
    let status = |id: &str| {
        let own = signatories.iter().find(|own| own["id"] == id).expect("the institution");
        own["endorsements"][0]["status"].as_str().unwrap_or_default().to_owned()
    };
    let ended = ["de-gericht", "fr-ville", "mx-red", "es-ayto"].map(status);
    assert_eq!(ended, ["expired", "withdrawn", "merged", "active"]);
    let linked = json(&data, "signatories.jsonld");
    let of_type =
        |kind: &str| linked["@graph"].as_array().expect("a graph").iter().filter(|node| node["@type"] == kind).count();
    assert_eq!((of_type("Organization"), of_type("EndorseAction"), of_type("CreativeWork")), (8, 8, 1));
    for name in ["signatories.json", "signatories.csv", "signatories.jsonld"] {
        assert!(!String::from_utf8_lossy(&data[name]).contains("gb-pending"), "{name}");
    }
}

#[test]
fn the_register_offers_its_data_with_their_sizes() {
    let publication = Arc::new(sound(&case()));
    let data = open_data::renditions(&publication);
    let offered: Offered = data
        .iter()
        .map(|rendition| {
            let bytes = rendition.make.bytes(Vec::new(), &Offered::new()).expect("data are made");
            (rendition.path.clone(), diptych::renditions::FileFacts::of(&bytes))
        })
        .collect();
    let renditions = site::renditions(&publication);
    let page = renditions.iter().find(|own| own.path == "en/signatories/index.html").expect("the register");
    let page = String::from_utf8(page.make.bytes(Vec::new(), &offered).expect("the page is made")).expect("UTF-8");
    for file in ["signatories.json", "signatories.csv", "signatories.jsonld"] {
        let link = between(&page, &format!("<a href=\"/house/data/{file}\">"), "</li>");
        assert!(link.contains("\u{a0}kB"), "{link}");
    }
}

// ---- badges and addresses ----

#[test]
fn a_badge_is_for_what_can_be_endorsed() {
    let project = project(&["en"]);
    let badge = Utf8Path::new("downloads/home/1.0/badge-en.svg");
    let site = project.site();
    let svg = text(&site, badge.as_str());
    assert_eq!(
        roxmltree::Document::parse(svg)
            .expect("XML")
            .descendants()
            .filter(|node| node.has_tag_name(("http://www.w3.org/2000/svg", "text")))
            .count(),
        3
    );
    assert!(svg.contains("Endorses") && svg.contains("Edition 1.0"));
    let list = text(&site, "en/signatories/works/home/1.0/index.html");
    assert!(
        list.contains("&lt;a href=&quot;https://example.org/en/signatories/works/home/1.0/&quot;&gt;&lt;img src="),
        "{list}"
    );
    project.replace("content/home/work.yaml", "endorsable: true", "endorsable: false");
    assert!(!project.site().contains_key(badge));
}

#[test]
fn a_long_title_is_cut_on_a_badge() {
    let project = project(&["en"]);
    let title = "Guidelines ".repeat(200);
    project.replace("content/home/work.yaml", "title: { en: Home }", &format!("title: {{ en: \"{}\" }}", title.trim()));
    let site = project.site();
    let svg = text(&site, "downloads/home/1.0/badge-en.svg");
    let lines: Vec<&str> = svg.lines().filter(|line| line.starts_with("<text")).collect();
    assert_eq!(lines.len(), 4);
    assert!(lines[2].contains('…') && lines.iter().all(|line| line.len() < 260), "{lines:?}");
}

#[test]
fn an_id_is_no_word_of_the_registers_own() {
    for id in ["works", "countries", "types"] {
        let project = project(&["en"]);
        signatory(&project, id, "House", "ES", "");
        assert_eq!(project.codes(), [Code::ReservedAddress], "{id}");
    }
}

#[test]
fn the_number_of_threads_changes_nothing() {
    let with = |threads: usize| {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().expect("a pool");
        pool.install(|| (made_site(sound(&case())), made_data(sound(&case()))))
    };
    assert!(with(1) == with(4));
}
