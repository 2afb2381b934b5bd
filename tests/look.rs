//! The publication's own look: what `[look]` of `book.toml` changes on pages, and that nothing changes without it. What it does in PDFs
//! is in `tests/pdf`; what can be wrong with it in `tests/broken/look*`.

use camino::Utf8Path;

use crate::publications::{Project, Site, made_site, sound};

pub const LOGO: &str =
    "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"240\" height=\"80\"><path d=\"M0 0h240v80H0z\"/></svg>";

/// A publication in two languages; `look` is what its `[look]` holds.
pub fn project(look: &str) -> Project {
    let project = Project::new();
    project.page("index.{}", "Text.\n");
    if !look.is_empty() {
        let book = std::fs::read_to_string(project.root().join("book.toml")).expect("readable");
        project.write("book.toml", format!("{book}\n[look]\n{look}"));
    }
    project.write("content/brand/logo.svg", LOGO).write("content/brand/logo.es.svg", LOGO.replace("240", "200"));
    project
}

fn text<'s>(site: &'s Site, path: &str) -> Option<&'s str> {
    let (_, bytes) = site.get(Utf8Path::new(path))?;
    std::str::from_utf8(bytes).ok()
}

#[test]
fn a_publication_without_a_look_has_the_themes() {
    let site = made_site(sound(project("").root()));
    assert!(text(&site, "assets/look.css").is_none());
    assert!(site.iter().all(|(_, (_, bytes))| !String::from_utf8_lossy(bytes).contains("look.css")));
}

#[test]
fn colours_and_fonts_override_the_themes_tokens() {
    let look = "accent = \"#1a4f8a\"\ntext_font = \"Source Sans 3\"\ninterface_font = \"Source Serif 4\"\n";
    let site = made_site(sound(project(look).root()));
    let css = text(&site, "assets/look.css").expect("a style sheet");
    assert!(css.contains(
        ":root { --serif: \"Source Sans 3\", serif; --sans: \"Source Serif 4\", sans-serif; --accent: #1a4f8a; }"
    ));
    // Lighter, and the same on paper.
    assert!(css.contains("@media (prefers-color-scheme: dark) { :root { --accent: #88a3c2; } }"), "{css}");
    assert!(css.contains("@media print { :root { --accent: #1a4f8a; } }"), "{css}");
    // The theme declares both families itself.
    assert!(!css.contains("@font-face"), "{css}");
    for page in ["index.html", "en/index.html", "es/index.html"] {
        let page = text(&site, page).expect("a page");
        let (own, tokens) = (page.find("look.css"), page.find("tokens.css"));
        assert!(own > tokens && tokens.is_some(), "the theme's tokens come first");
    }
}

#[test]
fn an_accent_for_dark_screens_is_taken_as_it_is() {
    let site = made_site(sound(project("accent = \"#1a4f8a\"\naccent_dark = \"#9cc4f0\"\n").root()));
    assert!(text(&site, "assets/look.css").expect("a style sheet").contains("dark) { :root { --accent: #9cc4f0; } }"));
}

#[test]
fn the_themes_own_families_are_declared_for_pages() {
    let project = project("text_font = \"Source Code Pro\"\n");
    project.write("themes/default/fonts/SourceCodePro-Regular.woff2", "any bytes");
    let site = made_site(sound(project.root()));
    let css = text(&site, "assets/look.css").expect("a style sheet");
    let declared = "@font-face { font-family: \"Source Code Pro\"; font-weight: 400; font-style: normal; font-display: swap; \
        src: url(\"/assets/fonts/SourceCodePro-Regular.woff2\") format(\"woff2\"); }";
    assert!(css.contains(declared), "{css}");
    assert!(site.contains_key(Utf8Path::new("assets/fonts/SourceCodePro-Regular.woff2")));
}

#[test]
fn a_logo_takes_the_place_of_the_mark_in_each_language() {
    let site = made_site(sound(project("logo = \"brand/logo.svg\"\n").root()));
    assert!(text(&site, "assets/look.css").is_none());
    let logo = |file: &str, width: &str| {
        format!(
            "<img class=\"logo\" src=\"/assets/content/brand/{file}\" alt=\"Publisher\" width=\"{width}\" height=\"80\">"
        )
    };
    let pages =
        [("index.html", "logo.svg", "240"), ("en/index.html", "logo.svg", "240"), ("es/index.html", "logo.es.svg", "200")];
    for (path, file, width) in pages {
        let page = text(&site, path).expect("a page");
        assert!(page.contains(&logo(file, width)), "{path}");
        assert!(site.contains_key(Utf8Path::new("assets/content/brand").join(file).as_path()));
    }
}

#[test]
fn a_logo_may_be_a_file_of_the_theme() {
    let project = project("logo = \"styles/city.svg\"\n");
    project.write("themes/default/styles/city.svg", LOGO);
    let site = made_site(sound(project.root()));
    assert!(text(&site, "en/index.html").expect("a page").contains("src=\"/assets/styles/city.svg\""));
    assert!(text(&site, "assets/styles/city.svg").is_some());
}
