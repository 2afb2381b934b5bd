//! Links and figures: how a path that an author types is read, and where it leads.

use diptych::diagnostics::Code;
use diptych::publication::Target;

use crate::publications::{Project, document};

/// A publication with pages at two depths; `text` is the text of `home/01-rights.en.md`.
fn with_text(text: &str) -> Project {
    let project = Project::in_languages(&["en"]);
    project.write("content/index.en.md", "---\ntitle: Home\n---\n");
    project.write("content/a page.en.md", "---\ntitle: A page\n---\n\n## Part\n");
    project.write("content/home/work.yaml", "kind: guidelines\ntitle: { en: Home }\n");
    project.write("content/home/index.en.md", "---\ntitle: About\n---\n");
    project.write("content/home/02-means.en.md", "---\ntitle: Means\n---\n\n## Money {#money}\n");
    project.write("content/home/01-rights.en.md", format!("---\ntitle: Rights\n---\n\n{text}\n\n## Shelter {{#shelter}}\n"));
    project
}

/// Where the only link of the text leads: a path and a section's id.
fn leads_to(link: &str) -> String {
    let publication = with_text(link).sound();
    let (index, _) = document(&publication, "home/01-rights.en.md");
    match &publication.targets[index][0] {
        Target::External(address) => address.clone(),
        Target::Float(key) => publication.float(*key).map_or_else(String::new, |(_, float)| float.id.clone()),
        Target::Gone(gone) => gone.id.clone(),
        Target::Nowhere => "nowhere".to_owned(),
        Target::Section(key) => {
            let (_, chapter, section) = publication.section(*key).expect("the target is there");
            if key.section == 0 { chapter.path.to_string() } else { format!("{}#{}", chapter.path, section.id) }
        }
    }
}

#[test]
fn paths_are_read_from_the_files_folder() {
    let expected = [
        ("[x](02-means.md)", "home/02-means"),
        ("[x](./02-means.md)", "home/02-means"),
        ("[x](02-means.en.md)", "home/02-means"),
        ("[x](02-means)", "home/02-means"),
        ("[x](../home/02-means.md)", "home/02-means"),
        ("[x](../home/../home//02-means.md)", "home/02-means"),
        ("[x](..\\\\home\\\\02-means.md)", "home/02-means"),
        ("[x](02-means.md#money)", "home/02-means#money"),
        ("[x](#money)", "home/02-means#money"),
        ("[x](#shelter)", "home/01-rights#shelter"),
        ("[](#means)", "home/02-means"),
        ("[x](#rights)", "home/01-rights"),
        ("[x](./)", "home/index"),
        ("[x](index.md)", "home/index"),
        ("[x](../)", "index"),
        ("[x](../index.md)", "index"),
        ("[x](../a%20page.md)", "a page"),
        ("[x](<../a page.md#part>)", "a page#part"),
        ("[x](02%2Dmeans.md)", "home/02-means"),
        ("[x]: 02-means.md", "home/02-means"),
    ];
    for (link, wanted) in expected {
        let text = if link.starts_with("[x]:") { format!("[x]\n\n{link}") } else { link.to_owned() };
        assert_eq!(leads_to(&text), wanted, "{link}");
    }
}

#[test]
fn what_a_percent_sign_cannot_mean_stays_as_it_is() {
    for link in ["[x](50%.md)", "[x](50%2.md)", "[x](50%zz.md)", "[x](50%ff.md)", "[x](%)", "[x](a%00b.md)"] {
        assert_eq!(with_text(link).codes(), [Code::BrokenLink], "{link}");
    }
}

#[test]
fn addresses_are_kept_as_they_are() {
    for address in
        ["https://example.org/a?b=1&c=%20#d", "http://example.org", "mailto:office@example.org", "HTTPS://EXAMPLE.ORG/"]
    {
        assert_eq!(leads_to(&format!("[x]({address})")), address);
        assert_eq!(leads_to(&format!("<{address}>")), address);
    }
    assert_eq!(leads_to("<office@example.org>"), "mailto:office@example.org");
}

#[test]
fn what_would_run_or_lead_out_is_refused() {
    let unsafe_links = [
        "javascript:alert(1)",
        "JAVASCRIPT:alert(1)",
        "data:text/html,x",
        "vbscript:x",
        "file:///etc/passwd",
        "//example.org/",
    ];
    for link in unsafe_links {
        assert_eq!(with_text(&format!("[x]({link})")).codes(), [Code::UnsafeLink], "{link}");
    }
    // The parser takes white space and entities for what a browser takes them for.
    for link in ["java&#115;cript:alert(1)", "javascript&colon;alert(1)", "<&#x20;javascript:alert(1)>"] {
        assert_eq!(with_text(&format!("[x]({link})")).codes(), [Code::UnsafeLink], "{link}");
    }
    for link in ["java&#10;script:alert(1)", "&#1;javascript:alert(1)"] {
        let found = with_text(&format!("[x]({link})")).codes();
        assert!(!found.is_empty() && found.iter().all(|code| *code != Code::MissingGlyph), "{link}: {found:?}");
    }
    for link in ["../../x.md", "../../../etc/passwd", "%2e%2e/%2e%2e/x.md", "..\\\\..\\\\x.md", "../home/../../x.md"] {
        assert_eq!(with_text(&format!("[x]({link})")).codes(), [Code::LinkLeavesProject], "{link}");
    }
    for link in ["/etc/passwd", "\\\\\\\\host\\\\share"] {
        assert_eq!(with_text(&format!("[x]({link})")).codes(), [Code::BrokenLink], "{link}");
    }
}

/// A figure's path is as dangerous as a link's, and is never fetched.
#[test]
fn figures_are_files_of_the_publication() {
    let expected = [
        ("https://example.org/x.png", Code::MissingImage),
        ("//example.org/x.png", Code::MissingImage),
        ("data:image/png;base64,AAAA", Code::MissingImage),
        ("/x.png", Code::MissingImage),
        ("../../x.png", Code::LinkLeavesProject),
        ("../../../../../../etc/passwd", Code::LinkLeavesProject),
        ("%2e%2e/%2e%2e/x.png", Code::LinkLeavesProject),
        ("../home/work.yaml", Code::UnusableImage),
        ("01-rights.en.md", Code::UnusableImage),
        ("", Code::MissingImage),
    ];
    for (path, code) in expected {
        assert_eq!(with_text(&format!("![A figure](<{path}>)")).codes(), [code], "{path}");
    }
}

#[test]
fn a_figures_variant_is_that_of_its_texts_language() {
    let image = |width: u32| format!("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"3\"/>");
    let project = Project::new();
    project.page("index.{}", "![A model](figures/model.svg)\n\n![A plan](figures/plan.svg)\n");
    project.write("content/figures/model.svg", image(1)).write("content/figures/model.es.svg", image(2));
    project.write("content/figures/plan.en.svg", image(3)).write("content/figures/plan.es.svg", image(4));
    let publication = project.sound();
    let widths = |file: &str| {
        let (index, _) = document(&publication, file);
        publication.images[index].iter().map(|image| image.as_ref().expect("an image").width).collect::<Vec<_>>()
    };
    assert_eq!(widths("index.en.md"), [1, 3]);
    assert_eq!(widths("index.es.md"), [2, 4]);
}

#[test]
fn sizes_are_read_from_the_files() {
    let png = |width: u32, height: u32| {
        let (head, rest) = (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", b"\x08\x06\0\0\0....\0\0\0\0IDAT....\0\0\0\0IEND....");
        [head.as_slice(), &width.to_be_bytes(), &height.to_be_bytes(), rest].concat()
    };
    let jpeg = b"\xff\xd8\xff\xe0\0\x04ab\xff\xff\xc0\0\x0b\x08\0\x07\0\x09\x01\x01\x11\0\xff\xda\0\x02..\xff\xd9";
    let svg = |attributes: &str| format!("<svg xmlns=\"http://www.w3.org/2000/svg\" {attributes}/>");
    let cases: [(&str, Vec<u8>, (u32, u32)); 7] = [
        ("a.png", png(640, 480), (640, 480)),
        ("b.jpg", jpeg.to_vec(), (9, 7)),
        ("c.svg", svg("width=\"12px\" height=\"8\"").into(), (12, 8)),
        ("d.svg", svg("viewBox=\"0 0 30.4 20.6\"").into(), (30, 21)),
        ("e.svg", svg("viewBox=\"0,0,30,20\"").into(), (30, 20)),
        ("f.svg", svg("width=\"100%\" height=\"100%\" viewBox=\"0 0 5 6\"").into(), (5, 6)),
        ("g.svg", svg("width=\"10cm\" viewBox=\" 0  0 5\n6 \"").into(), (5, 6)),
    ];
    for (name, bytes, size) in cases {
        let project = with_text(&format!("![A figure]({name})"));
        project.write(&format!("content/home/{name}"), &bytes);
        let publication = project.sound();
        let (index, _) = document(&publication, "home/01-rights.en.md");
        let image = publication.images[index][0].as_ref().expect("an image");
        assert_eq!((image.width, image.height), size, "{name}");
        // Torn anywhere, an image is refused and never crashes.
        for length in 0..17 {
            project.write(&format!("content/home/{name}"), &bytes[..length]);
            assert_eq!(project.codes(), [Code::UnusableImage], "{name}: {length} bytes");
        }
    }
}
