//! The publication's own pages, and what the site makes of itself: menus, news and feeds, the sitemap, the glossary, legal facts.

use std::collections::{BTreeMap, BTreeSet};

use atom_syndication::Feed;
use camino::{Utf8Path, Utf8PathBuf};
use diptych::diagnostics::Code;
use diptych::documents::front::is_slug;
use diptych::publication::ChapterKey;
use diptych::publication::addresses::RESERVED;
use diptych::renditions::{Offered, site};

use crate::publications::{Project, Site, repository, resolve};

fn own_pages() -> Project {
    Project::copy_of(&repository().join("tests/golden/own-pages"))
}

fn text<'s>(site: &'s Site, path: &str) -> &'s str {
    let (_, bytes) = site.get(Utf8Path::new(path)).unwrap_or_else(|| panic!("{path} is not made"));
    std::str::from_utf8(bytes).expect("the file is UTF-8")
}

/// A page in English, with more front matter than a title.
fn page(project: &Project, path: &str, front: &str) {
    project.write(&format!("content/{path}.en.md"), format!("---\ntitle: {path}\n{front}---\n\nText.\n"));
}

/// The addresses that a part of a page leads to.
fn links(html: &str) -> Vec<&str> {
    html.match_indices("<a href=\"").map(|(at, start)| html[at + start.len()..].split('"').next().unwrap_or("")).collect()
}

// ---- menus ----

#[test]
fn menus_are_in_order_and_know_where_they_are() {
    let project = Project::in_languages(&["en"]);
    page(&project, "about/index", "menu: main\n");
    page(&project, "about/congress", "menu: main\n");
    page(&project, "about/accounts", "menu: main\n");
    page(&project, "last", "menu: main\nmenu_order: 20\n");
    page(&project, "first", "menu: main\nmenu_order: 3\n");
    page(&project, "legal", "menu: footer\n");
    let site = project.site();
    let html = text(&site, "en/about/index.html");
    let menu = html.split("<nav class=\"menu\"").nth(1).and_then(|menu| menu.split("</nav>").next()).expect("a menu");
    assert_eq!(links(menu), ["/en/first/", "/en/last/", "/en/about/", "/en/about/accounts/", "/en/about/congress/"]);
    assert_eq!(menu.matches("aria-current").count(), 1);
    assert!(menu.contains("<a href=\"/en/about/\" aria-current=\"page\">"));
    assert!(html.contains("<li><a href=\"/en/legal/\">legal</a></li>"));
}

#[test]
fn one_version_speaks_for_all() {
    let project = Project::new();
    project.page("about.{}", "");
    project.write("content/about.es.md", "---\ntitle: Acerca\nmenu: main\n---\n");
    let site = project.site();
    assert!(text(&site, "en/index.html").contains("<a href=\"/en/about/\">Page</a>"));
    assert!(text(&site, "es/index.html").contains("<a href=\"/es/about/\">Acerca</a>"));
}

// ---- folders ----

#[test]
fn the_slug_of_an_index_is_its_folders() {
    let project = Project::new();
    project.page("about/index.{}", "").page("about/02-people/index.{}", "").page("about/02-people/board.{}", "");
    project.page("about/history.{}", "");
    project.write("content/about/index.es.md", "---\ntitle: Acerca\nslug: acerca\n---\n");
    project.write("content/about/02-people/index.es.md", "---\ntitle: Personas\nslug: personas\n---\n");
    project.write(
        "content/home/work.yaml",
        "kind: guidelines\ntitle: { en: Home, es: Hogar }\nslug: { en: home, es: hogar }\n",
    );
    project.page("home/annex/index.{}", "").page("home/annex/01-forms.{}", "");
    project.write("content/home/annex/index.es.md", "---\ntitle: Anexo\nslug: anexo\n---\n");
    let publication = project.sound();
    let addresses = |work: usize, language: usize| -> BTreeSet<String> {
        let pages = publication.works[work].current().pages();
        pages.map(|(key, page)| publication.addresses.chapter(work, key, page, language)).collect()
    };
    let set = |list: &[&str]| list.iter().map(|address| (*address).to_owned()).collect::<BTreeSet<_>>();
    assert_eq!(addresses(0, 0), set(&["/en/about/", "/en/about/history/", "/en/about/people/", "/en/about/people/board/"]));
    assert_eq!(
        addresses(0, 1),
        set(&["/es/acerca/", "/es/acerca/history/", "/es/acerca/personas/", "/es/acerca/personas/board/"])
    );
    assert_eq!(addresses(1, 1), set(&["/es/hogar/anexo/", "/es/hogar/anexo/forms/"]));
}

// ---- news ----

#[test]
fn news_is_sorted_by_day_and_knows_its_neighbours() {
    let project = Project::in_languages(&["en"]);
    for name in ["2026-03-01-b", "2011-10-22-oldest", "2026-11-22-newest", "2026-03-01-a"] {
        page(&project, &format!("news/{name}"), "");
    }
    let publication = project.sound();
    let own = &publication.own_pages;
    let address = |key: &ChapterKey| {
        let page = publication.works[0].chapter(*key).expect("the page");
        publication.addresses.chapter(0, *key, page, 0)
    };
    let listed: Vec<String> = own.news.iter().map(address).collect();
    assert_eq!(listed, ["/en/news/newest/", "/en/news/a/", "/en/news/b/", "/en/news/oldest/"]);
    let around = own.around(own.news[1]);
    assert_eq!((around.0, around.1), (Some(own.news[2]), Some(own.news[0])));
    assert_eq!(own.around(own.news[0]).1, None);
    assert_eq!(own.around(own.news[3]).0, None);
    // Without a page of its own, the list still stands somewhere.
    let site = project.site();
    assert_eq!(text(&site, "en/news/index.html").matches("<time datetime=").count(), 4);
    assert_eq!(text(&site, "en/index.html").matches("<time datetime=").count(), 3);
    assert!(text(&site, "en/news/oldest/index.html").contains("<time datetime=\"2011-10-22\">"));
}

#[test]
fn a_day_is_a_day() {
    for name in ["2026-02-29-leap", "2026-13-01-month", "26-11-22-short", "2026-11-22", "2026-11-22-", "20261122-x", "x"] {
        let project = Project::in_languages(&["en"]);
        page(&project, &format!("news/{name}"), "");
        assert_eq!(project.codes(), [Code::MalformedNewsName], "{name}");
    }
    let project = Project::in_languages(&["en"]);
    page(&project, "news/2024-02-29-leap", "");
    assert_eq!(project.codes(), []);
    // Elsewhere a name is a name.
    page(&project, "2024-02-29-leap", "");
    page(&project, "about/2024-x", "");
    assert_eq!(project.codes(), []);
}

#[test]
fn a_feed_has_its_dates_from_the_news() {
    let site = own_pages().site();
    for (tag, address) in
        [("en", "https://example.org/home/en/news/opening/"), ("es", "https://example.org/home/es/noticias/apertura/")]
    {
        let feed = Feed::read_from(text(&site, &format!("{tag}/feed.xml")).as_bytes()).expect("a feed");
        let days: Vec<String> = feed.entries.iter().map(|entry| entry.updated.to_rfc3339()).collect();
        let midnight = |day: &str| format!("{day}T00:00:00+00:00");
        assert_eq!(days, ["2026-03-02", "2026-03-01", "2026-02-28", "2025-12-01"].map(midnight));
        assert_eq!(feed.updated.to_rfc3339(), midnight("2026-03-02"));
        assert_eq!(feed.lang.as_deref(), Some(tag));
        assert_eq!(feed.entries[0].id, address);
        let ids: BTreeSet<&str> = feed.entries.iter().map(|entry| entry.id.as_str()).chain([feed.id.as_str()]).collect();
        assert_eq!(ids.len(), 5);
        // The text is HTML as text, with its notes, and its links begin where the page is.
        let content = feed.entries[1].content.as_ref().expect("a text");
        let html = content.value.as_deref().expect("a text");
        assert_eq!((content.content_type.as_deref(), content.base.is_some()), (Some("html"), true));
        assert!(html.contains("<h2 id=\"said\">") && html.contains("<section class=\"notes\""), "{html}");
        assert!(feed.entries[1].title.value.ends_with("< & >"));
    }
    assert_eq!(own_pages().site(), site, "a feed is the same every time");
}

#[test]
fn every_page_of_a_language_leads_to_its_feed() {
    let site = own_pages().site();
    for (path, (_, bytes)) in site.iter().filter(|(path, _)| path.extension() == Some("html")) {
        let page = std::str::from_utf8(bytes).expect("pages are UTF-8");
        let tag = path.components().next().map_or("", |first| first.as_str());
        if ["en", "es"].contains(&tag) {
            let link = format!("href=\"/home/{tag}/feed.xml\">");
            let found = page
                .lines()
                .any(|line| line.contains("rel=\"alternate\" type=\"application/atom+xml\"") && line.ends_with(&link));
            assert!(found, "{path}");
        }
    }
    let project = Project::new();
    let site = project.site();
    assert!(!site.contains_key(Utf8Path::new("en/feed.xml")) && !text(&site, "en/index.html").contains("atom+xml"));
}

// ---- the sitemap ----

/// The addresses of a sitemap with their alternates.
fn sitemap(xml: &str) -> BTreeMap<String, Vec<(String, String)>> {
    let tree = roxmltree::Document::parse(xml).expect("a sitemap is XML");
    let child = |node: roxmltree::Node<'_, '_>, name: &str| -> Option<String> {
        node.children()
            .find(|child| child.has_tag_name(("http://www.sitemaps.org/schemas/sitemap/0.9", name)))?
            .text()
            .map(str::to_owned)
    };
    let of = |node: roxmltree::Node<'_, '_>| {
        let links = node.children().filter(|child| child.has_tag_name(("http://www.w3.org/1999/xhtml", "link")));
        let attribute = |link: roxmltree::Node<'_, '_>, name| link.attribute(name).unwrap_or_default().to_owned();
        let links = links.map(|link| (attribute(link, "hreflang"), attribute(link, "href")));
        (child(node, "loc").expect("an address"), links.collect())
    };
    tree.root_element().children().filter(roxmltree::Node::is_element).map(of).collect()
}

/// The value of an attribute in a line of a page's head.
fn attribute<'l>(line: &'l str, name: &str) -> &'l str {
    line.split(&format!("{name}=\"")).nth(1).and_then(|rest| rest.split('"').next()).unwrap_or_default()
}

/// Each page in one language is there, with the same alternates as it says of itself, and nothing else is.
#[test]
fn the_sitemap_has_every_page() {
    for case in ["own-pages", "bilingual", "three-languages", "minimal", "register"] {
        let site = Project::copy_of(&repository().join("tests/golden").join(case)).site();
        let mut wanted = BTreeMap::new();
        for (path, (_, bytes)) in site.iter().filter(|(path, _)| path.extension() == Some("html")) {
            let page = std::str::from_utf8(bytes).expect("pages are UTF-8");
            let canonical = page.lines().find(|line| line.starts_with("<link rel=\"canonical\""));
            // Nor is what is made up, which search engines are asked to leave alone.
            let listed =
                !path.as_str().contains("/parallel/") && !page.contains("<meta name=\"robots\" content=\"noindex\">");
            let Some(canonical) = canonical.filter(|_| listed) else { continue };
            let alternates = page.lines().filter(|line| line.starts_with("<link rel=\"alternate\" hreflang="));
            let alternates =
                alternates.map(|line| (attribute(line, "hreflang").to_owned(), attribute(line, "href").to_owned()));
            wanted.insert(attribute(canonical, "href").to_owned(), alternates.collect::<Vec<_>>());
        }
        let found = sitemap(text(&site, "sitemap.xml"));
        assert_eq!(found, wanted, "{case}");
        assert!(found.values().all(|alternates| alternates.last().is_some_and(|(tag, _)| tag == "x-default")));
        let robots = text(&site, "robots.txt");
        let named = robots.lines().find_map(|line| line.strip_prefix("Sitemap: ")).expect("robots.txt names the sitemap");
        assert!(named.starts_with("https://") && named.ends_with("/sitemap.xml"));
    }
}

#[test]
fn a_large_site_has_a_sitemap_in_parts() {
    let project = Project::in_languages(&["en"]);
    for number in 0..10_001 {
        page(&project, &format!("p{number}"), "");
    }
    let renditions = site::renditions(&std::sync::Arc::new(project.sound()));
    let mut counts = BTreeMap::new();
    for rendition in renditions.iter().filter(|rendition| rendition.path.as_str().starts_with("sitemap")) {
        let bytes = rendition.make.bytes(Vec::new(), &Offered::new()).expect("a sitemap is made");
        counts.insert(rendition.path.as_str(), sitemap(&String::from_utf8(bytes).expect("a sitemap is UTF-8")));
    }
    let lengths: Vec<(&str, usize)> = counts.iter().map(|(path, list)| (*path, list.len())).collect();
    assert_eq!(lengths, [("sitemap-1.xml", 10_000), ("sitemap-2.xml", 3), ("sitemap.xml", 2)]);
    assert!(counts["sitemap.xml"].contains_key("https://example.org/sitemap-2.xml"));
}

// ---- addresses ----

/// What the site keeps for itself cannot be the address of a text, whatever the text is called.
#[test]
fn no_text_can_take_the_sites_own_addresses() {
    for name in ["feed.xml", "sitemap.xml", "robots.txt", "404.html", "SHA256SUMS"] {
        assert!(!is_slug(name), "{name}");
    }
    let project = own_pages();
    for name in ["feed.xml", "sitemap.xml", "404.html"] {
        project.page(&format!("{name}.{{}}"), "");
    }
    let renditions = site::renditions(&std::sync::Arc::new(project.sound()));
    let paths: Vec<&Utf8PathBuf> = renditions.iter().map(|rendition| &rendition.path).collect();
    let folded: BTreeSet<String> = paths.iter().map(|path| path.as_str().to_lowercase()).collect();
    assert_eq!(folded.len(), paths.len(), "two renditions have one path");
    let parents = paths.iter().flat_map(|path| path.ancestors().skip(1)).map(|folder| folder.as_str().to_lowercase());
    assert_eq!(parents.filter(|folder| folded.contains(folder)).count(), 0, "a file is a folder too");
    for word in RESERVED {
        let project = Project::in_languages(&["en"]);
        page(&project, "about/index", &format!("slug: {word}\n"));
        assert_eq!(project.codes(), [Code::ReservedAddress], "{word}");
    }
}

// ---- the glossary, the register, legal facts ----

#[test]
fn terms_follow_their_languages_alphabet() {
    let site = own_pages().site();
    let terms = |path: &str| -> Vec<String> {
        let page = text(&site, path);
        page.match_indices("<dt>").map(|(at, _)| page[at + 4..].split('<').next().unwrap_or_default().to_owned()).collect()
    };
    assert_eq!(terms("en/glossary/index.html"), ["neighbourhood", "scope", "shelter"]);
    assert_eq!(terms("es/glosario/index.html"), ["ámbito", "barrio", "refugio"]);
    let page = text(&site, "es/glosario/index.html");
    assert!(page.contains("href=\"/home/es/directrices/hogar/derechos/#shelter\""));
    assert!(page.contains("<span lang=\"en\" dir=\"ltr\">shelter</span>"));
    assert!(
        !page.contains("<a href=\"/home/es/glosario/\">") && page.contains("<a href=\"/home/es/glosario/\" aria-current")
    );
}

#[test]
fn each_language_has_its_own_order() {
    let project = Project::in_languages(&["es", "en", "sv", "de", "xx"]);
    // What is wrong with it is that nobody has translated the interface into all of these.
    let publication = resolve(project.root(), false).0.expect("a publication");
    let sorted = |tag: &str, words: &[&str]| -> Vec<String> {
        let order = publication.languages.iter().find(|language| language.tag == tag).expect("the language").order();
        let mut words: Vec<String> = words.iter().map(|word| (*word).to_owned()).collect();
        words.sort_by(|one, other| order(one, other));
        words
    };
    assert_eq!(
        sorted("es", &["oso", "ñandú", "nube", "Ámbito", "zapato", "árbol"]),
        ["Ámbito", "árbol", "nube", "ñandú", "oso", "zapato"]
    );
    assert_eq!(sorted("en", &["nube", "ñandú", "oso"]), ["ñandú", "nube", "oso"]);
    assert_eq!(sorted("sv", &["ö", "z", "o"]), ["o", "z", "ö"]);
    assert_eq!(sorted("de", &["ö", "z", "o"]), ["o", "ö", "z"]);
    assert_eq!(sorted("xx", &["b", "á", "a"]), ["a", "á", "b"]);
}

#[test]
fn legal_facts_are_stated_or_said_to_be_missing() {
    let site = own_pages().site();
    let english = text(&site, "en/legal/index.html");
    assert!(english.contains("<dd>The specimen’s secretariat</dd>"));
    assert!(english.contains("<a href=\"mailto:secretariat@example.org\">secretariat@example.org</a>"));
    assert!(english.contains("<dd>Nobody &lt;and&gt; no one</dd>"));
    assert_eq!(english.matches("Not yet published").count(), 2);
    let spanish = text(&site, "es/aviso-legal/index.html");
    assert!(spanish.contains("<dd>La secretaría de la muestra</dd>"));
    assert_eq!(spanish.matches("Todavía no publicado").count(), 2);
}

/// What an institution's entry calls an address must be one: nothing else becomes a link.
#[test]
fn only_an_address_becomes_a_link_to_write_to() {
    for text_of_email in ["javascript:x@example.org", "a b@example.org", "a@b", "a@example.org?cc=b@example.org"] {
        let project = own_pages();
        project.replace("book.toml", "\"secretariat@example.org\"", &format!("\"{text_of_email}\""));
        assert!(!text(&project.site(), "en/legal/index.html").contains("mailto:"), "{text_of_email}");
    }
}

#[test]
fn a_publication_without_guidelines_has_no_register() {
    let project = Project::new();
    assert!(!project.site().contains_key(Utf8Path::new("en/signatories/index.html")));
    project.write("content/home/work.yaml", "kind: guidelines\ntitle: { en: Home, es: Hogar }\n");
    let site = project.site();
    assert!(text(&site, "es/signatories/index.html").contains("Ninguna institución se ha adherido todavía a ningún texto."));
}

// ---- how to cite ----

#[test]
fn a_citation_says_in_what_state_the_text_is() {
    let site = own_pages().site();
    let page = text(&site, "en/guidelines/home/index.html");
    assert!(page.contains(
        "Specimen Programme. Guidelines on the Right to Have a Home. Edition 0.1. Consultation draft, 2 March 2026. \
         https://example.org/home/en/guidelines/home/"
    ));
    assert!(page.contains("@misc{guidelines-home-0.1-en,"));
    assert!(page.contains("year = {2026},\n  month = mar,"));
    let project = own_pages();
    project.replace(
        "content/guidelines/home/work.yaml",
        "Guidelines on the Right to Have a Home",
        "'A {b} \\c: 5 % of 1_000 & <d>'",
    );
    project.replace(
        "content/guidelines/home/work.yaml",
        "kind: guidelines",
        "severity: { different-numbers: off }\nkind: guidelines",
    );
    let page = project.site();
    let page = text(&page, "en/guidelines/home/index.html");
    let title = "title = {{A \\textbraceleft{}b\\textbraceright{} \\textbackslash{}c: 5 \\% of 1\\_000 \\&amp; &lt;d&gt;}}";
    assert!(page.contains(title));
}
