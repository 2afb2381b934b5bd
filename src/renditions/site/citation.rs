//! How to cite a work: a sentence, and an entry for reference managers.
//!
//! Takes: a work's current edition. Gives: both as texts in one language. A citation names the status, because a draft must not be
//! cited as though a body had adopted it. Must not know the page that shows them.

use jiff::civil::Date;
use serde::Serialize;

use super::Site;

#[derive(Serialize)]
pub struct Citation {
    pub text: String,
    pub bibtex: String,
}

impl Site {
    /// None for a work without editions.
    pub(super) fn citation(&self, number: usize, language: usize) -> Option<Citation> {
        let work = &self.publication.works[number];
        let edition = work.current();
        let (edition_number, day) = (edition.number.as_ref()?, edition.date?);
        let view = &self.work_view(number, language).0;
        let publisher = &self.site_view(language).0.publisher;
        let address = self.publication.addresses.absolute(&view.url);
        let tag = &self.publication.languages[language].tag;
        let text = self.text(
            language,
            "citation",
            &[
                ("publisher", publisher),
                ("title", &view.title),
                ("edition", &view.edition),
                ("status", &view.status),
                ("date", &view.date),
                ("address", &address),
            ],
        );
        let note = self.text(
            language,
            "citation-note",
            &[("edition", &view.edition), ("status", &view.status), ("date", &view.date)],
        );
        let key = format!("{}-{edition_number}-{tag}", work.folder.as_str().replace('/', "-"));
        let fields = [("author", publisher.as_str()), ("title", &view.title), ("note", &note)];
        Some(Citation { text, bibtex: bibtex(&key, &fields, day, &address, tag) })
    }
}

/// An entry that BibTeX and biblatex read alike.
fn bibtex(key: &str, fields: &[(&str, &str)], day: Date, address: &str, tag: &str) -> String {
    const MONTHS: [&str; 12] = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
    let month = MONTHS[usize::from(day.month().unsigned_abs()).clamp(1, 12) - 1];
    // Folders may have names that a key may not.
    let key: String =
        key.chars().filter(|character| character.is_ascii_alphanumeric() || "-._".contains(*character)).collect();
    let mut entry = format!("@misc{{{key},\n");
    for (name, text) in fields {
        // Twice in braces: an institution's name is no family name, and a title keeps its capitals.
        entry.push_str(&format!("  {name} = {{{{{}}}}},\n", escaped(text)));
    }
    entry.push_str(&format!("  year = {{{}}},\n  month = {month},\n  language = {{{tag}}},\n", day.year()));
    entry.push_str(&format!("  url = {{{address}}}\n}}"));
    entry
}

/// TeX's special characters as text.
fn escaped(text: &str) -> String {
    let mut tex = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '&' | '%' | '$' | '#' | '_' => tex.extend(['\\', character]),
            '{' => tex.push_str("\\textbraceleft{}"),
            '}' => tex.push_str("\\textbraceright{}"),
            '\\' => tex.push_str("\\textbackslash{}"),
            '~' => tex.push_str("\\textasciitilde{}"),
            '^' => tex.push_str("\\textasciicircum{}"),
            _ => tex.push(character),
        }
    }
    tex
}
