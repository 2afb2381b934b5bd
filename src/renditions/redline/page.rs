//! A redline as one HTML file that needs no other.
//!
//! Takes: a [`Comparison`]. Gives: a page made by the theme's `redline.html`, with the theme's colours and the style of marks in it: versions
//! stand side by side where several are compared. It asks nothing of any host, and can be sent by mail.

use serde::Serialize;
use tera::Context;

use super::{Comparison, html};
use crate::publication::{Publication, settled};
use crate::redline::Section;
use crate::renditions::{Made, escaped};

/// The theme's files that are put into the page, in this order.
const STYLES: [&str; 3] = ["styles/tokens.css", "styles/marks.css", "styles/redline.css"];

#[derive(Serialize)]
struct Column {
    lang: String,
    dir: &'static str,
    name: String,
    title: String,
    from: String,
    to: String,
    counted: String,
}

/// The page in the language of the first version.
pub fn page(comparison: &Comparison) -> Made {
    let publication = &comparison.publication;
    let first = comparison.versions.first().map_or(0, |version| version.language);
    let own = &publication.languages[first];
    let columns = comparison.versions.iter().map(|version| {
        let language = &publication.languages[version.language];
        Column {
            lang: language.tag.clone(),
            dir: language.direction.name(),
            name: language.name.clone(),
            title: comparison.title(version.language).to_owned(),
            from: comparison.from.text(publication, version.language),
            to: comparison.to.text(publication, version.language),
            counted: comparison.counted_or_none(version),
        }
    });
    let mut context = Context::new();
    context.insert("lang", &own.tag);
    context.insert("dir", own.direction.name());
    context.insert("title", comparison.title(first));
    context.insert("columns", &columns.collect::<Vec<_>>());
    context.insert("styles_html", &styles(publication));
    context.insert("body_html", &rows(comparison, None));
    context.insert_value(settled::ANSWERS, publication.theme.answers[first].clone());
    let mut bytes = Vec::new();
    match publication.theme.templates.render_to("redline.html", &context, &mut bytes) {
        Ok(()) => Ok(bytes),
        Err(error) => Err(vec![publication.theme.diagnostic(&error)]),
    }
}

/// The styles without what they would ask for: fonts are the reader's own.
fn styles(publication: &Publication) -> String {
    let mut css = String::new();
    for path in STYLES {
        let Some(bytes) = publication.theme.assets.get(camino::Utf8Path::new(path)) else { continue };
        let text = String::from_utf8_lossy(bytes);
        let mut parts = text.split("@font-face");
        css.push_str(parts.next().unwrap_or_default());
        for part in parts {
            css.push_str(part.split_once('}').map_or("", |(_, rest)| rest));
        }
    }
    // Nothing in a style sheet ends the element that holds it.
    css.replace("</", "<\\/")
}

/// The sections, each with its versions side by side; in the order of the comparison, but for the language that comes first.
pub fn rows(comparison: &Comparison, first: Option<usize>) -> String {
    let mut text = String::new();
    for row in comparison.rows() {
        text.push_str("<div class=\"row\">\n");
        let mut versions: Vec<_> = comparison.versions.iter().zip(&row.sections).collect();
        versions.sort_by_key(|(version, _)| first.is_some_and(|first| version.language != first));
        for (version, section) in versions {
            let language = &comparison.publication.languages[version.language];
            let (tag, dir) = (&language.tag, language.direction.name());
            text.push_str(&format!("<section class=\"cell\" lang=\"{tag}\" dir=\"{dir}\">\n"));
            match section {
                Some(section) => text.push_str(&one(comparison, section, version.language)),
                None => {
                    let none = escaped(&comparison.text(version.language, "redline-absent", &[]));
                    text.push_str(&format!("<p class=\"fate\">{none}</p>\n"));
                }
            }
            text.push_str("</section>\n");
        }
        text.push_str("</div>\n");
    }
    text
}

/// The anchor of a section on a page that shows so many versions.
pub fn anchor(id: &str, tag: &str, versions: usize) -> String {
    if versions == 1 { id.to_owned() } else { format!("{tag}-{id}") }
}

fn one(comparison: &Comparison, section: &Section, language: usize) -> String {
    let Some(head) = section.head() else { return String::new() };
    let tag = &comparison.publication.languages[language].tag;
    let anchor = anchor(&head.id, tag, comparison.versions.len());
    let (title, html) = html::body(comparison, section, language, &anchor);
    let number = match head.number.as_str() {
        "" => String::new(),
        number => format!("<span class=\"number\">{}</span> ", escaped(number)),
    };
    let fates = escaped(&comparison.fates_or_same(section, language));
    let anchor = escaped(&anchor);
    let unchanged = !section.is_changed() && !comparison.all;
    let text = if unchanged { String::new() } else { format!("<div class=\"text\">\n{html}</div>\n") };
    format!("<h2 id=\"{anchor}\">{number}{title}</h2>\n<p class=\"fate\">{fates}</p>\n{text}")
}
