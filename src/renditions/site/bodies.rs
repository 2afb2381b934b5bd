//! Bodies: the pieces of a chapter put together, alone or beside another language.
//!
//! Takes: pieces and the outline. Gives: HTML for a template's `body_html` and `notes_html`. Ids that the site makes begin with `_`,
//! which an author's ids cannot.

use super::Site;
use crate::publication::{Chapter, ChapterKey, Section};
use crate::renditions::html::{Pieces, SectionPieces, escaped, push};

/// One language's part in a page.
pub struct Column<'s> {
    pub language: usize,
    pub pieces: &'s Pieces,
}

impl Site {
    /// A chapter in one language.
    pub(super) fn alone(&self, work: usize, key: ChapterKey, chapter: &Chapter, column: &Column<'_>) -> String {
        let mut html = String::new();
        for (number, section) in chapter.sections.iter().enumerate() {
            let Some(pieces) = self.version(section, column) else { continue };
            if number == 0 {
                if pieces.blocks.is_empty() {
                    continue;
                }
                html.push_str("<div class=\"section opening\">\n");
            } else {
                self.open_section(section, &mut html);
                self.heading(work, section, pieces, column.language, &mut html);
                self.elsewhere(work, key, chapter, section, column.language, &mut html);
            }
            for piece in &pieces.blocks {
                html.push_str(&piece.html);
                html.push('\n');
            }
            html.push_str(if number == 0 { "</div>\n" } else { "</section>\n" });
        }
        html
    }

    /// A chapter in several languages, block by block where the versions have the same structure.
    pub(super) fn beside(&self, work: usize, chapter: &Chapter, columns: &[Column<'_>]) -> String {
        let mut html = String::new();
        for (number, section) in chapter.sections.iter().enumerate() {
            let versions: Vec<Option<&SectionPieces>> = columns.iter().map(|column| self.version(section, column)).collect();
            if number == 0 {
                html.push_str("<div class=\"section opening\">\n");
            } else {
                self.open_section(section, &mut html);
                self.row("row heading", columns, &mut html, |nth, html| {
                    if let Some(pieces) = versions[nth] {
                        self.heading(work, section, pieces, columns[nth].language, html);
                    }
                });
            }
            self.rows(&versions, columns, &mut html);
            html.push_str(if number == 0 { "</div>\n" } else { "</section>\n" });
        }
        html
    }

    fn rows(&self, versions: &[Option<&SectionPieces>], columns: &[Column<'_>], html: &mut String) {
        let blocks = |nth: usize| versions[nth].map_or(&[][..], |pieces| pieces.blocks.as_slice());
        let kinds = |nth: usize| blocks(nth).iter().map(|piece| piece.kind);
        let alike = (1..versions.len()).all(|nth| kinds(nth).eq(kinds(0)));
        if alike {
            for block in 0..blocks(0).len() {
                self.row("row", columns, html, |nth, html| html.push_str(&blocks(nth)[block].html));
            }
        } else {
            // Blocks that do not correspond must not seem to: the sections stand beside each other whole.
            self.row("row", columns, html, |nth, html| {
                for piece in blocks(nth) {
                    html.push_str(&piece.html);
                    html.push('\n');
                }
            });
        }
    }

    fn row(&self, class: &str, columns: &[Column<'_>], html: &mut String, cell: impl Fn(usize, &mut String)) {
        push(html, format_args!("<div class=\"{class}\">\n"));
        for (nth, column) in columns.iter().enumerate() {
            let language = &self.publication.languages[column.language];
            push(html, format_args!("<div class=\"cell\" lang=\"{}\" dir=\"{}\">", language.tag, language.direction.name()));
            cell(nth, html);
            html.push_str("</div>\n");
        }
        html.push_str("</div>\n");
    }

    /// The notes of a chapter in one language.
    pub(super) fn notes_alone(&self, column: &Column<'_>) -> String {
        let tag = &self.publication.languages[column.language].tag;
        self.notes(column.language, column.pieces.notes.len(), |html| {
            for (number, note) in (1..).zip(&column.pieces.notes) {
                push(html, format_args!("<li id=\"_note-{tag}-{number}\">{note}</li>\n"));
            }
        })
    }

    /// The notes of a chapter in several languages; `language` is the reader's.
    pub(super) fn notes_beside(&self, language: usize, columns: &[Column<'_>]) -> String {
        let most = columns.iter().map(|column| column.pieces.notes.len()).max().unwrap_or_default();
        self.notes(language, most, |html| {
            for number in 1..=most {
                html.push_str("<li>");
                self.row("row", columns, html, |nth, html| {
                    let tag = &self.publication.languages[columns[nth].language].tag;
                    if let Some(note) = columns[nth].pieces.notes.get(number - 1) {
                        push(html, format_args!("<div id=\"_note-{tag}-{number}\">{note}</div>"));
                    }
                });
                html.push_str("</li>\n");
            }
        })
    }

    fn notes(&self, language: usize, count: usize, list: impl Fn(&mut String)) -> String {
        if count == 0 {
            return String::new();
        }
        let title = escaped(&self.publication.messages.text(language, "notes", &[]));
        let mut html = format!("<section class=\"notes\" aria-labelledby=\"_notes\"><h2 id=\"_notes\">{title}</h2>\n<ol>\n");
        list(&mut html);
        html.push_str("</ol>\n</section>\n");
        html
    }

    fn version<'c>(&self, section: &Section, column: &Column<'c>) -> Option<&'c SectionPieces> {
        let version = section.versions.get(column.language)?.as_ref()?;
        column.pieces.sections.get(version.section)
    }

    fn open_section(&self, section: &Section, html: &mut String) {
        push(html, format_args!("<section class=\"section level-{}\" id=\"{}\">\n", section.level, section.id));
    }

    /// The number hangs in the margin and is the section's own permanent link.
    fn heading(&self, work: usize, section: &Section, pieces: &SectionPieces, language: usize, html: &mut String) {
        let level = section.level.clamp(2, 6);
        let (key, shown) = match section.number.as_str() {
            "" => ("section-link".to_owned(), "§"),
            number => (format!("clause-{}", self.publication.works[work].clause.word()), number),
        };
        let arguments = [("number", section.number.as_str()), ("title", section.title(language))];
        let label = escaped(&self.publication.messages.text(language, &key, &arguments));
        push(
            html,
            format_args!("<h{level}><a class=\"number\" href=\"#{}\" aria-label=\"{label}\">{shown}</a>", section.id),
        );
        push(html, format_args!(" <span class=\"title\">{}</span></h{level}>\n", pieces.title));
    }

    /// The language switch that stays at the same section.
    fn elsewhere(
        &self,
        work: usize,
        key: ChapterKey,
        chapter: &Chapter,
        section: &Section,
        language: usize,
        html: &mut String,
    ) {
        let publication = &self.publication;
        let others: Vec<usize> =
            (0..section.versions.len()).filter(|other| *other != language && section.versions[*other].is_some()).collect();
        if others.is_empty() {
            return;
        }
        html.push_str("<p class=\"elsewhere\">");
        for other in others {
            let there = &publication.languages[other];
            let alone = publication.addresses.chapter(work, key, chapter, other);
            let (id, tag, name) = (&section.id, &there.tag, escaped(&there.name));
            push(html, format_args!("<a href=\"{alone}#{id}\" hreflang=\"{tag}\" lang=\"{tag}\">{name}</a> "));
            let beside = publication.addresses.parallel(work, key, chapter, language, other);
            let label = escaped(&publication.messages.text(language, "side-by-side", &[]));
            push(html, format_args!("<a href=\"{beside}#{id}\">{label} <span lang=\"{tag}\">{name}</span></a> "));
        }
        html.push_str("</p>\n");
    }
}
