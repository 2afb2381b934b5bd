//! How to cite a work, or a contribution to one: a sentence, and an entry for reference managers.
//!
//! Takes: a work's current edition. Gives: both as texts in one language. A citation names the status, because a draft must not be
//! cited as though a body had adopted it. Must not know the page that shows them.

use jiff::civil::Date;
use serde::Serialize;

use super::Site;
use crate::publication::proceedings::{Contribution, Panel, Proceedings};

#[derive(Serialize)]
pub struct Citation {
    /// Of the sentence: a contribution is cited in its own language.
    pub lang: String,
    pub dir: &'static str,
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
        // Twice in braces: an institution's name is no family name, and a title keeps its capitals.
        let fields = [("author", whole(publisher)), ("title", whole(&view.title)), ("note", whole(&note))];
        let bibtex = bibtex(("misc", &key), &fields, day, &address, tag);
        Some(self.citation_in(language, text, bibtex))
    }

    /// A contribution in the language of its text, where its page is another than the reader's perhaps. None for one that was made up.
    pub(super) fn citation_of_paper(
        &self,
        own: &Proceedings,
        (panel, paper): (&Panel, &Contribution),
        language: usize,
    ) -> Option<Citation> {
        let work = &self.publication.works[own.work];
        let edition = work.current();
        let (edition_number, day) = (edition.number.as_ref()?, edition.date.filter(|_| !paper.specimen)?);
        let view = &self.work_view(own.work, language).0;
        let publisher = &self.site_view(language).0.publisher;
        let addresses = &self.publication.addresses;
        let address = addresses.absolute(&addresses.contribution(own.work, panel, paper, language));
        let names: Vec<&str> = paper.authors.iter().map(|person| person.name.as_str()).collect();
        let arguments = [
            ("authors", names.join(", ")),
            ("title", paper.title[language].clone()),
            ("book", view.title.clone()),
            ("publisher", publisher.clone()),
            ("edition", view.edition.clone()),
            ("status", view.status.clone()),
            ("date", view.date.clone()),
            ("address", address.clone()),
        ];
        let arguments: Vec<(&str, &str)> = arguments.iter().map(|(name, text)| (*name, text.as_str())).collect();
        let text = self.text(language, "citation-paper", &arguments);
        let note = self.text(language, "citation-note", &arguments);
        // BibTeX parts names at “and”, and knows family names by the comma after them.
        let authors: Vec<String> = paper.authors.iter().map(|person| escaped(&person.sort)).collect();
        let fields = [
            ("author", authors.join(" and ")),
            ("title", whole(&paper.title[language])),
            ("booktitle", whole(&view.title)),
            ("publisher", whole(publisher)),
            ("note", whole(&note)),
        ];
        let tag = &self.publication.languages[language].tag;
        let slug = paper.slug[language].rsplit('/').next().unwrap_or_default();
        let key = format!("{slug}-{edition_number}-{tag}");
        let bibtex = bibtex(("incollection", &key), &fields, day, &address, tag);
        Some(self.citation_in(language, text, bibtex))
    }

    fn citation_in(&self, language: usize, text: String, bibtex: String) -> Citation {
        let own = &self.publication.languages[language];
        Citation { lang: own.tag.clone(), dir: own.direction.name(), text, bibtex }
    }
}

fn whole(text: &str) -> String {
    format!("{{{}}}", escaped(text))
}

/// An entry that BibTeX and biblatex read alike.
fn bibtex((kind, key): (&str, &str), fields: &[(&str, String)], day: Date, address: &str, tag: &str) -> String {
    const MONTHS: [&str; 12] = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
    let month = MONTHS[usize::from(day.month().unsigned_abs()).clamp(1, 12) - 1];
    // Folders may have names that a key may not.
    let key: String =
        key.chars().filter(|character| character.is_ascii_alphanumeric() || "-._".contains(*character)).collect();
    let mut entry = format!("@{kind}{{{key},\n");
    for (name, text) in fields {
        entry.push_str(&format!("  {name} = {{{text}}},\n"));
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
