//! A redline as HTML.
//!
//! Takes: a section of a [`Comparison`]. Gives: its heading and its blocks as valid HTML: marks stand within elements and never across their
//! borders. What is inserted is underlined and what is deleted struck through by the style; besides, each carries a label that is read out.
//! Must not know the page around it.

use super::Comparison;
use super::lines::mark_of;
use crate::redline::{Dress, Kind, Mark, Note, Piece, Section, Step, What, Word};
use crate::renditions::escaped;

/// One section in one language: what stands below its heading, and the words of the heading.
pub fn body(comparison: &Comparison, section: &Section, language: usize, anchor: &str) -> (String, String) {
    let mut writer = Writer { comparison, language, anchor, html: String::new(), tables: 0 };
    writer.pieces(&section.title);
    let title = std::mem::take(&mut writer.html);
    writer.steps(&section.steps);
    writer.notes(&section.notes);
    (title, writer.html)
}

struct Writer<'c> {
    comparison: &'c Comparison,
    language: usize,
    /// What ids on the page begin with.
    anchor: &'c str,
    html: String,
    tables: usize,
}

impl Writer<'_> {
    fn text(&self, key: &str) -> String {
        escaped(&self.comparison.text(self.language, key, &[]))
    }

    fn put(&mut self, html: &str) {
        self.html.push_str(html);
    }

    fn steps(&mut self, steps: &[Step]) {
        let mut open: Vec<&'static str> = Vec::new();
        let mut head = false;
        for step in steps {
            match step {
                Step::Open { old, new } => {
                    let Some(kind) = new.as_ref().or(old.as_ref()) else { continue };
                    let mark = mark_of(old, new);
                    head = matches!(kind, Kind::Head) || (head && matches!(kind, Kind::Cell));
                    let altered = mark == Mark::Same && old != new;
                    let close = self.open(kind, mark, head);
                    open.push(close);
                    if altered {
                        self.altered(old.as_ref(), new.as_ref());
                    }
                }
                Step::Words(pieces) => self.pieces(pieces),
                Step::Close => {
                    let close = open.pop().unwrap_or_default();
                    head &= close == "</th>";
                    self.put(close);
                }
            }
        }
    }

    /// Opens an element; gives what closes it.
    fn open(&mut self, kind: &Kind, mark: Mark, head: bool) -> &'static str {
        let class = match mark {
            Mark::Same => "",
            Mark::Deleted => " class=\"deleted\"",
            Mark::Inserted => " class=\"inserted\"",
        };
        let (html, close) = match kind {
            Kind::Paragraph => (format!("<p{class}>"), "</p>\n"),
            Kind::List { start: None } => (format!("<ul{class}>\n"), "</ul>\n"),
            Kind::List { start: Some(1) } => (format!("<ol{class}>\n"), "</ol>\n"),
            Kind::List { start: Some(start) } => (format!("<ol{class} start=\"{start}\">\n"), "</ol>\n"),
            Kind::Item { task } => {
                let key = match task {
                    Some(true) => self.text("task-done") + ": ",
                    Some(false) => self.text("task-open") + ": ",
                    None => String::new(),
                };
                (format!("<li{class}>{key}"), "</li>\n")
            }
            Kind::Quote => (format!("<blockquote{class}>\n"), "</blockquote>\n"),
            Kind::Alert(alert) => {
                let title = self.text(&format!("alert-{}", alert.name()));
                (format!("<div class=\"alert\"><p class=\"label\">{title}</p>\n"), "</div>\n")
            }
            Kind::Code { .. } | Kind::Html => (format!("<pre{class}><code>"), "</code></pre>\n"),
            Kind::Table => {
                self.tables += 1;
                let number = self.tables.to_string();
                let label = self.comparison.text(self.language, "table-region", &[("number", &number)]);
                let label = escaped(&label);
                (
                    format!("<div class=\"table\" role=\"region\" aria-label=\"{label}\" tabindex=\"0\"><table>\n"),
                    "</table></div>\n",
                )
            }
            Kind::Head => (format!("<thead><tr{class}>"), "</tr></thead>\n"),
            Kind::Row => (format!("<tr{class}>"), "</tr>\n"),
            Kind::Cell if head => (format!("<th scope=\"col\"{class}>"), "</th>"),
            Kind::Cell => (format!("<td{class}>"), "</td>"),
            Kind::Figure { .. } => {
                let label = self.text("redline-figure");
                (format!("<p class=\"figure\">{}<span class=\"label\">{label}</span> ", self.sign(mark)), "</p>\n")
            }
            Kind::Caption => ("<p class=\"caption\">".to_owned(), "</p>\n"),
            Kind::Definitions => (format!("<dl{class}>\n"), "</dl>\n"),
            Kind::Term => (format!("<dt{class}>"), "</dt>\n"),
            Kind::Description => (format!("<dd{class}>"), "</dd>\n"),
            Kind::Rule if mark == Mark::Same => ("<hr>\n".to_owned(), ""),
            Kind::Rule => (format!("<p class=\"separation\">{}———", self.sign(mark)), "</p>\n"),
        };
        self.put(&html);
        close
    }

    /// The words that say of an element without words of its own what became of it.
    fn sign(&self, mark: Mark) -> String {
        match mark {
            Mark::Same => String::new(),
            Mark::Deleted => format!("<span class=\"label\">{}</span> ", self.text("redline-deleted")),
            Mark::Inserted => format!("<span class=\"label\">{}</span> ", self.text("redline-inserted")),
        }
    }

    /// An element that has become another kind of itself says so, where that may stand.
    fn altered(&mut self, old: Option<&Kind>, new: Option<&Kind>) {
        let label = match (old, new) {
            (Some(Kind::List { .. }), _) => {
                return self.put(&format!("<li class=\"label altered\">{}</li>\n", self.text("redline-altered")));
            }
            (Some(Kind::Alert(alert)), _) => self.text(&format!("alert-{}", alert.name())),
            (Some(Kind::Item { task: Some(true) }), _) => self.text("task-done"),
            (Some(Kind::Item { task: Some(false) }), _) => self.text("task-open"),
            _ => self.text("redline-altered"),
        };
        match old {
            Some(Kind::Alert(_)) => {
                let unseen = self.text("redline-deleted");
                self.put(&format!("<p class=\"label\"><del><span class=\"unseen\">{unseen}: </span>{label}</del></p>\n"));
            }
            Some(Kind::Item { task: Some(_) }) => {
                let unseen = self.text("redline-deleted");
                self.put(&format!("<del><span class=\"unseen\">{unseen}: </span>{label}</del> "));
            }
            Some(Kind::Code { .. } | Kind::Html) => {}
            _ => self.put(&format!("<span class=\"label altered\">{label}</span> ")),
        }
    }

    fn pieces(&mut self, pieces: &[Piece]) {
        for (at, piece) in pieces.iter().enumerate() {
            let (tag, label) = match piece.mark {
                Mark::Same => {
                    self.words(&piece.words, false);
                    continue;
                }
                Mark::Deleted => ("del", "redline-deleted"),
                Mark::Inserted => ("ins", "redline-inserted"),
            };
            let label = self.text(label);
            self.put(&format!("<{tag}><span class=\"unseen\"> {label}: </span>"));
            self.words(&piece.words, true);
            self.put(&format!("</{tag}>"));
            // Whoever hears the text is told where a change ends.
            if pieces.get(at + 1).is_none_or(|next| next.mark == Mark::Same) {
                self.put(&format!("<span class=\"unseen\"> {} </span>", self.text("redline-end")));
            }
        }
    }

    /// Words with what dresses them; of changed ones a link tells where it leads.
    fn words(&mut self, words: &[Word], changed: bool) {
        let mut start = 0;
        while start < words.len() {
            let dress = &words[start].dress;
            let same = |word: &Word| word.dress == *dress && word.dress.language == dress.language;
            let end = start + words[start..].iter().take_while(|word| same(word)).count().max(1);
            let close = self.dress(dress);
            for word in &words[start..end] {
                match &word.what {
                    What::Break => self.put("<br>"),
                    What::Note(note) => {
                        let (number, anchor) = (note + 1, self.anchor);
                        let label = self.comparison.text(self.language, "note-label", &[("number", &number.to_string())]);
                        let label = escaped(&label);
                        let id = escaped(&format!("_{anchor}-note-{number}"));
                        self.put(&format!("<sup><a href=\"#{id}\" aria-label=\"{label}\">{number}</a></sup>"));
                    }
                    _ => self.put(&escaped(word.shown())),
                }
            }
            self.put(&close);
            let ends = words.get(end).is_none_or(|next| next.dress.link != dress.link);
            if let Some(link) = dress.link.as_ref().filter(|_| changed && ends) {
                let target = escaped(link);
                self.put(&format!(" <span class=\"target\" lang=\"zxx\" dir=\"ltr\">&lt;{target}&gt;</span>"));
            }
            start = end;
        }
    }

    /// Opens what dresses words; gives what closes it.
    fn dress(&mut self, dress: &Dress) -> String {
        let mut close = String::new();
        let mut open = |html: &str, end: &str, out: &mut String| {
            out.push_str(html);
            close.insert_str(0, end);
        };
        let mut html = String::new();
        if let Some((tag, direction)) = &dress.language {
            open(&format!("<span lang=\"{}\" dir=\"{}\">", escaped(tag), direction.name()), "</span>", &mut html);
        }
        match dress.link.as_deref() {
            Some(link) if ["https://", "http://", "mailto:"].iter().any(|scheme| link.starts_with(scheme)) => {
                open(&format!("<a href=\"{}\">", escaped(link)), "</a>", &mut html);
            }
            // Other pages are not beside this one.
            Some(_) => open("<span class=\"link\">", "</span>", &mut html),
            None => {}
        }
        let tags = [
            (dress.emphasis, "<em>", "</em>"),
            (dress.strong, "<strong>", "</strong>"),
            (dress.strike, "<s>", "</s>"),
            (dress.code, "<code>", "</code>"),
            (dress.raised, "<sup>", "</sup>"),
            (dress.lowered, "<sub>", "</sub>"),
        ];
        for (_, start, end) in tags.into_iter().filter(|(is, ..)| *is) {
            open(start, end, &mut html);
        }
        self.html.push_str(&html);
        close
    }

    fn notes(&mut self, notes: &[Note]) {
        if notes.is_empty() {
            return;
        }
        let label = self.text("notes");
        self.put(&format!("<ol class=\"notes\" aria-label=\"{label}\">\n"));
        for (number, note) in notes.iter().enumerate() {
            let mark = match (note.old, note.new) {
                (Some(_), Some(_)) => Mark::Same,
                (Some(_), _) => Mark::Deleted,
                _ => Mark::Inserted,
            };
            let id = escaped(&format!("_{}-note-{}", self.anchor, number + 1));
            self.put(&format!("<li id=\"{id}\">{}", self.sign(mark)));
            self.steps(&note.steps);
            self.put("</li>\n");
        }
        self.put("</ol>\n");
    }
}
