//! Bodies: the pieces of a chapter put together, alone or beside another language.
//!
//! Takes: pieces and the outline. Gives: HTML for a template's `body_html` and `notes_html`. Ids that the site makes begin with `_`,
//! which an author's ids cannot.

use std::sync::Arc;

use super::Site;
use super::shelf::Shown;
use crate::documents::edition::RetiredSectionYaml;
use crate::publication::{Chapter, ChapterKey, Section, SectionKey};
use crate::renditions::html::{Pieces, SectionPieces, escaped, push};

/// One language's part in a page.
pub(super) struct Column {
    pub language: usize,
    pub shown: Arc<Shown>,
}

/// What stands above a section.
pub struct Heading {
    pub html: String,
    /// How the section is sorted; empty where it is not.
    pub facets: String,
}

/// How long a column's HTML will be, nearly: its pieces, and what stands around each block and each section.
fn length(column: &Column) -> usize {
    let sections = &column.shown.pieces.sections;
    let pieces: usize = sections.iter().flat_map(|section| &section.blocks).map(|piece| piece.html.len() + 80).sum();
    pieces + 512 * sections.len()
}

/// The heading of a version whose number is linked beside it.
fn heading_without_link(section: &Section, version: Option<&SectionPieces>, html: &mut String) {
    let Some(version) = version else { return };
    let level = digit(section.level.clamp(2, 6));
    html.extend(["<h", level, ">"]);
    if !section.number.is_empty() {
        html.extend(["<span class=\"number\">", &section.number, "</span> "]);
    }
    html.extend(["<span class=\"title\">", &version.title, "</span></h", level, ">\n"]);
}

/// A level as it is written in names of classes and elements.
fn digit(level: u8) -> &'static str {
    const DIGITS: &str = "0123456789";
    DIGITS.get(usize::from(level)..usize::from(level) + 1).unwrap_or_default()
}

fn write_pieces(pieces: &SectionPieces, html: &mut String) {
    for piece in &pieces.blocks {
        piece.write(html);
        html.push('\n');
    }
}

impl Site {
    /// A chapter in one language.
    pub(super) fn alone(&self, work: usize, key: ChapterKey, chapter: &Chapter, column: &Column) -> String {
        let mut html = String::with_capacity(length(column));
        html.push_str(&self.edition_note(work, key, column.language));
        html.push_str(&self.unchecked(work, key, chapter, column.language));
        self.opening(work, key, chapter, column, &mut html);
        self.sections_alone(work, key, chapter, column, &mut html);
        html
    }

    /// What stands before the first heading.
    pub(super) fn opening(&self, work: usize, key: ChapterKey, chapter: &Chapter, column: &Column, html: &mut String) {
        let place = SectionKey { work, chapter: key, section: 0 };
        html.push_str(&self.notice(place, column.language));
        html.push_str(&self.open_amendments(place, column.language));
        let pieces = chapter.sections.first().and_then(|section| self.version(section, column));
        let Some(pieces) = pieces.filter(|pieces| !pieces.blocks.is_empty()) else { return };
        html.push_str("<div class=\"section opening\">\n");
        write_pieces(pieces, html);
        html.push_str("</div>\n");
    }

    /// What stands below headings.
    pub(super) fn sections_alone(
        &self,
        work: usize,
        key: ChapterKey,
        chapter: &Chapter,
        column: &Column,
        html: &mut String,
    ) {
        // An abstract that stands with an article has no page beside its other version.
        let elsewhere = match self.publication.is_accompanied(work, key) {
            true => Vec::new(),
            false => self.elsewhere(work, key, chapter, column.language),
        };
        let tombstones = self.tombstones_of(work, key);
        self.tombstones_alone(work, &tombstones, 0, column.language, html);
        for (number, section) in chapter.sections.iter().enumerate().skip(1) {
            let Some(pieces) = self.version(section, column) else { continue };
            self.open_section(section, html);
            if let Some(heading) = self.heading(section, column) {
                html.extend([heading.html.as_str(), &heading.facets]);
            }
            let mut others = elsewhere.iter().filter(|(other, _)| section.versions[*other].is_some()).peekable();
            let place = SectionKey { work, chapter: key, section: number };
            let propose = self.propose_link(place, column.language);
            if others.peek().is_some() || !propose.is_empty() {
                html.push_str("<p class=\"elsewhere\">");
                others.for_each(|(_, [before, between, after])| {
                    html.extend([before.as_str(), &section.id, between, &section.id, after])
                });
                html.push_str(&propose);
                html.push_str("</p>\n");
            }
            html.push_str(&self.notice(place, column.language));
            html.push_str(&self.open_amendments(place, column.language));
            write_pieces(pieces, html);
            html.push_str("</section>\n");
            self.tombstones_alone(work, &tombstones, number, column.language, html);
        }
    }

    /// A chapter in several languages, block by block where the versions have the same structure.
    pub(super) fn beside(&self, work: usize, key: ChapterKey, chapter: &Chapter, columns: &[Column]) -> String {
        let mut html = String::with_capacity(columns.iter().map(length).sum());
        self.notes_of_review(columns, &mut html, |language| {
            self.edition_note(work, key, language) + &self.unchecked(work, key, chapter, language)
        });
        let tombstones = self.tombstones_of(work, key);
        for (number, section) in chapter.sections.iter().enumerate() {
            let versions: Vec<Option<&SectionPieces>> = columns.iter().map(|column| self.version(section, column)).collect();
            if number == 0 {
                html.push_str("<div class=\"section opening\">\n");
            } else {
                self.open_section(section, &mut html);
                // One number for all of them: the first version there is carries the link.
                let first = versions.iter().position(Option::is_some);
                self.row("row heading", columns, &mut html, |nth, html| {
                    let heading = self.heading(section, &columns[nth]);
                    match heading.filter(|_| first == Some(nth)) {
                        Some(heading) => html.push_str(&heading.html),
                        None => heading_without_link(section, versions[nth], html),
                    }
                    html.push_str(heading.map_or("", |heading| &heading.facets));
                });
            }
            let place = SectionKey { work, chapter: key, section: number };
            self.notes_of_review(columns, &mut html, |language| self.notice(place, language));
            self.notes_of_review(columns, &mut html, |language| self.open_amendments(place, language));
            self.rows(&versions, columns, &mut html);
            html.push_str(if number == 0 { "</div>\n" } else { "</section>\n" });
            for (_, own) in tombstones.iter().filter(|(after, _)| *after == number) {
                self.row_with_id("row", Some(&own.id.value), columns, &mut html, |nth, html| {
                    html.push_str(&self.tombstone_text(work, own, columns[nth].language));
                });
            }
        }
        html
    }

    /// What stands where sections were.
    fn tombstones_alone(
        &self,
        work: usize,
        tombstones: &[(usize, &RetiredSectionYaml)],
        after: usize,
        language: usize,
        html: &mut String,
    ) {
        for (_, own) in tombstones.iter().filter(|(place, _)| *place == after) {
            html.extend(["<div id=\"", &own.id.value, "\">\n", &self.tombstone_text(work, own, language), "</div>\n"]);
        }
    }

    /// The same notice in each version's language, where there is one.
    fn notes_of_review(&self, columns: &[Column], html: &mut String, notice: impl Fn(usize) -> String) {
        let notices: Vec<String> = columns.iter().map(|column| notice(column.language)).collect();
        if notices.iter().any(|notice| !notice.is_empty()) {
            self.row("row", columns, html, |nth, html| html.push_str(&notices[nth]));
        }
    }

    fn rows(&self, versions: &[Option<&SectionPieces>], columns: &[Column], html: &mut String) {
        let blocks = |nth: usize| versions[nth].map_or(&[][..], |pieces| pieces.blocks.as_slice());
        let kinds = |nth: usize| blocks(nth).iter().map(|piece| piece.kind);
        let alike = (1..versions.len()).all(|nth| kinds(nth).eq(kinds(0)));
        if alike {
            for block in 0..blocks(0).len() {
                let id = (0..versions.len()).find_map(|nth| blocks(nth)[block].id());
                self.row_with_id("row", id, columns, html, |nth, html| html.push_str(&blocks(nth)[block].html));
            }
        } else {
            // Blocks that do not correspond must not seem to: the sections stand beside each other whole.
            self.row("row", columns, html, |nth, html| {
                for piece in blocks(nth) {
                    // An anchor is the first version's.
                    if nth == 0 {
                        piece.write(html)
                    } else {
                        html.push_str(&piece.html)
                    }
                    html.push('\n');
                }
            });
        }
    }

    fn row(&self, class: &str, columns: &[Column], html: &mut String, cell: impl Fn(usize, &mut String)) {
        self.row_with_id(class, None, columns, html, cell);
    }

    fn row_with_id(
        &self,
        class: &str,
        id: Option<&str>,
        columns: &[Column],
        html: &mut String,
        cell: impl Fn(usize, &mut String),
    ) {
        html.extend(["<div class=\"", class, "\""]);
        if let Some(id) = id {
            html.extend([" id=\"", id, "\""]);
        }
        html.push_str(">\n");
        for (nth, column) in columns.iter().enumerate() {
            let language = &self.publication.languages[column.language];
            html.extend(["<div class=\"cell\" lang=\"", &language.tag, "\" dir=\"", language.direction.name(), "\">"]);
            cell(nth, html);
            html.push_str("</div>\n");
        }
        html.push_str("</div>\n");
    }

    /// The notes of a chapter in one language.
    pub(super) fn notes_alone(&self, column: &Column) -> String {
        let pieces = &column.shown.pieces;
        let scope = &pieces.scope;
        let tag = &self.publication.languages[column.language].tag;
        // One on a page is called by the word alone.
        let own = scope.strip_prefix(tag.as_str()).unwrap_or_default();
        self.notes((column.language, own), pieces.notes.len(), |html| {
            for (number, note) in (1..).zip(&pieces.notes) {
                push(html, format_args!("<li id=\"_note-{scope}-{number}\">{note}</li>\n"));
            }
        })
    }

    /// The notes of a chapter in several languages; `language` is the reader's.
    pub(super) fn notes_beside(&self, language: usize, columns: &[Column]) -> String {
        let most = columns.iter().map(|column| column.shown.pieces.notes.len()).max().unwrap_or_default();
        self.notes((language, ""), most, |html| {
            for number in 1..=most {
                html.push_str("<li>");
                self.row("row", columns, html, |nth, html| {
                    let pieces = &columns[nth].shown.pieces;
                    if let Some(note) = pieces.notes.get(number - 1) {
                        push(html, format_args!("<div id=\"_note-{}-{number}\">{note}</div>", pieces.scope));
                    }
                });
                html.push_str("</li>\n");
            }
        })
    }

    fn notes(&self, (language, own): (usize, &str), count: usize, list: impl Fn(&mut String)) -> String {
        if count == 0 {
            return String::new();
        }
        let title = escaped(&self.publication.messages.text(language, "notes", &[]));
        let id = format!("_notes{own}");
        let mut html = format!("<section class=\"notes\" aria-labelledby=\"{id}\"><h2 id=\"{id}\">{title}</h2>\n<ol>\n");
        list(&mut html);
        html.push_str("</ol>\n</section>\n");
        html
    }

    fn version<'c>(&self, section: &Section, column: &'c Column) -> Option<&'c SectionPieces> {
        let version = section.versions.get(column.language)?.as_ref()?;
        column.shown.pieces.sections.get(version.section)
    }

    fn open_section(&self, section: &Section, html: &mut String) {
        html.extend(["<section class=\"section level-", digit(section.level), "\" id=\"", &section.id, "\">\n"]);
    }

    fn heading<'c>(&self, section: &Section, column: &'c Column) -> Option<&'c Heading> {
        let version = section.versions.get(column.language)?.as_ref()?;
        column.shown.headings.get(version.section)?.as_ref()
    }

    /// The headings of a chapter, the same on every page that shows it. The number hangs in the margin and is the section's own
    /// permanent link.
    pub(super) fn headings_of(
        &self,
        work: usize,
        chapter: &Chapter,
        language: usize,
        pieces: &Pieces,
    ) -> Vec<Option<Heading>> {
        let mut headings: Vec<Option<Heading>> = pieces.sections.iter().map(|_| None).collect();
        let clause = format!("clause-{}", self.publication.works[work].clause.word());
        for (nth, section) in chapter.sections.iter().enumerate().skip(1) {
            let Some(version) = section.versions.get(language).and_then(Option::as_ref) else { continue };
            let level = digit(section.level.clamp(2, 6));
            let (class, key, shown) = match section.number.as_str() {
                "" => ("number sign", "section-link", "§"),
                number => ("number", clause.as_str(), number),
            };
            let arguments = [("number", section.number.as_str()), ("title", &version.title)];
            let label = escaped(&self.publication.messages.text(language, key, &arguments));
            let (id, title) = (&section.id, &pieces.sections[version.section].title);
            let number = ["<h", level, "><a class=\"", class, "\" href=\"#", id, "\" aria-label=\"", &label, "\">", shown];
            let title = ["</a> <span class=\"title\">", title, "</span></h", level, ">\n"];
            let facets = self.facet_line(work, chapter, nth, language);
            headings[version.section] = Some(Heading { html: number.concat() + &title.concat(), facets });
        }
        headings
    }

    /// The language switch that stays at the same section: for each other language, what stands before, between and after the
    /// section's id.
    fn elsewhere(&self, work: usize, key: ChapterKey, chapter: &Chapter, language: usize) -> Vec<(usize, [String; 3])> {
        let publication = &self.publication;
        let label = escaped(&publication.messages.text(language, "side-by-side", &[]));
        let others = (0..chapter.documents.len()).filter(|other| *other != language && chapter.documents[*other].is_some());
        let switch = |other: usize| {
            let there = &publication.languages[other];
            let (tag, name) = (&there.tag, escaped(&there.name));
            let alone = publication.addresses.chapter(work, key, chapter, other);
            let beside = publication.addresses.parallel(work, key, chapter, language, other);
            let parts = [
                format!("<a href=\"{alone}#"),
                format!("\" hreflang=\"{tag}\" lang=\"{tag}\">{name}</a> <a href=\"{beside}#"),
                format!("\">{label} <span lang=\"{tag}\">{name}</span></a> "),
            ];
            (other, parts)
        };
        others.map(switch).collect()
    }
}
