//! A redline as markup: what changed, section by section, its versions side by side.
//!
//! Takes: a [`Comparison`]. Gives: a [`Markup`] that imports the theme's `redline.typ` and tells it each section's title and blocks with
//! their marks: `#added` and `#gone` stand within blocks, items and cells and never across their borders. Must not know what marks look like.

use super::markup::Markup;
use super::text::language_arguments;
use crate::documents::CONTENT;
use crate::redline::{Dress, Kind, Mark, Note, Piece, Section, Step, What, Word};
use crate::renditions::redline::{Comparison, mark_of};

pub fn write(comparison: &Comparison) -> Markup {
    let publication = &comparison.publication;
    let folder = &publication.works[comparison.work].folder;
    let mut markup = Markup::new(format!("{CONTENT}/{folder}/work.yaml").into());
    markup.raw("#import \"/theme/redline.typ\": *\n");
    for (nth, version) in comparison.versions.iter().enumerate() {
        let own = &publication.languages[version.language];
        let set = language_arguments(&own.tag, own.direction);
        markup.format(format_args!("#let in-{nth}(body) = text({set}, body)\n"));
    }
    let first = comparison.versions.first().map_or(0, |version| version.language);
    let own = &publication.languages[first];
    let text = |key: &str, language: usize| publication.messages.text(language, key, &[]);
    markup.format(format_args!("#show: redline.with(({}, ", language_arguments(&own.tag, own.direction)));
    let title = publication.messages.text(first, "redline-title", &[("title", comparison.title(first))]);
    markup.entry("title", &title);
    markup.entry("inserted", &text("redline-inserted", first));
    markup.entry("deleted", &text("redline-deleted", first));
    markup.raw("), (");
    for (nth, version) in comparison.versions.iter().enumerate() {
        let language = version.language;
        markup.format(format_args!("(language: in-{nth}, "));
        markup.entry("name", &publication.languages[language].name);
        markup.entry("title", comparison.title(language));
        markup.entry("from", &comparison.from.text(publication, language));
        markup.entry("to", &comparison.to.text(publication, language));
        markup.entry("counted", &comparison.counted_or_none(version));
        markup.raw("), ");
    }
    markup.raw("))\n");
    for row in comparison.rows() {
        markup.raw("#changes(");
        for (nth, (version, section)) in comparison.versions.iter().zip(&row.sections).enumerate() {
            markup.format(format_args!("(language: in-{nth}, "));
            let mut writer = Writer { comparison, language: version.language, markup };
            match section {
                Some(section) => writer.section(section),
                None => writer.markup.format(format_args!("number: \"\", title: none, body: none, ")),
            }
            markup = writer.markup;
            let fates = section.map(|section| comparison.fates_or_same(section, version.language));
            markup.entry("fates", &fates.unwrap_or_else(|| text("redline-absent", version.language)));
            markup.raw("), ");
        }
        markup.raw(")\n");
    }
    markup
}

struct Writer<'c> {
    comparison: &'c Comparison,
    language: usize,
    markup: Markup,
}

impl Writer<'_> {
    fn text(&self, key: &str) -> String {
        self.comparison.publication.messages.text(self.language, key, &[])
    }

    fn section(&mut self, section: &Section) {
        let Some(head) = section.head() else { return };
        self.markup.entry("number", &head.number);
        self.markup.raw("title: [");
        self.pieces(&section.title);
        self.markup.raw("], body: [\n");
        if section.is_changed() || self.comparison.all {
            self.steps(&section.steps);
            self.notes(&section.notes);
        }
        self.markup.raw("], ");
    }

    fn steps(&mut self, steps: &[Step]) {
        let mut open: Vec<&'static str> = Vec::new();
        for (at, step) in steps.iter().enumerate() {
            match step {
                Step::Open { old, new } => {
                    let Some(kind) = new.as_ref().or(old.as_ref()) else { continue };
                    let mark = mark_of(old, new);
                    open.push(self.open(kind, mark, &steps[at..]));
                    if let (Some(before), Mark::Same, true) = (old, mark, old != new) {
                        self.altered(before);
                    }
                }
                Step::Words(pieces) => self.pieces(pieces),
                Step::Close => {
                    let close = open.pop().unwrap_or_default();
                    self.markup.raw(close);
                }
            }
        }
    }

    /// Opens an element; gives what closes it. Items, rows and cells are arguments of what they stand in.
    fn open(&mut self, kind: &Kind, mark: Mark, from: &[Step]) -> &'static str {
        let (markup, close) = match kind {
            Kind::Paragraph => ("#par[".to_owned(), "]\n"),
            Kind::List { start: None } => ("#list(tight: false, ".to_owned(), ")\n"),
            Kind::List { start: Some(start) } => (format!("#enum(tight: false, start: {start}, "), ")\n"),
            Kind::Item { task } => {
                self.markup.raw("[");
                if let Some(done) = task {
                    let label = self.text(if *done { "task-done" } else { "task-open" });
                    self.label(&label);
                }
                (String::new(), "], ")
            }
            Kind::Quote => ("#quote(block: true)[\n".to_owned(), "]\n"),
            Kind::Alert(alert) => {
                self.markup.format(format_args!("#alert(\"{}\", ", alert.name()));
                let title = self.text(&format!("alert-{}", alert.name()));
                self.markup.string(&title);
                (", [\n".to_owned(), "])\n")
            }
            Kind::Code { .. } | Kind::Html => ("#listing[".to_owned(), "]\n"),
            Kind::Table => (format!("#marked-table({}, ", columns(from)), ")\n"),
            Kind::Head => ("table.header(".to_owned(), "), "),
            Kind::Row => (String::new(), ""),
            Kind::Cell => ("[".to_owned(), "], "),
            Kind::Figure { .. } => {
                self.markup.raw("#par[");
                self.sign(mark);
                let label = self.text("redline-figure");
                self.label(&label);
                (String::new(), "]\n")
            }
            Kind::Caption => ("#par[#small(fill: ink)[".to_owned(), "]]\n"),
            Kind::Definitions => (String::new(), ""),
            Kind::Term => ("#block(sticky: true, below: 0.6em)[#strong[".to_owned(), "]]\n"),
            Kind::Description => ("#block(inset: (x: 6mm))[\n".to_owned(), "]\n"),
            Kind::Rule if mark == Mark::Same => ("#separation()\n".to_owned(), ""),
            Kind::Rule => {
                self.markup.raw("#par[");
                self.sign(mark);
                ("\\u{2014}".to_owned(), "]\n")
            }
        };
        self.markup.raw(&markup);
        close
    }

    fn sign(&mut self, mark: Mark) {
        let key = match mark {
            Mark::Same => return,
            Mark::Deleted => "redline-deleted",
            Mark::Inserted => "redline-inserted",
        };
        let label = self.text(key);
        self.label(&label);
    }

    fn label(&mut self, label: &str) {
        self.markup.raw("#label-of(");
        self.markup.string(label);
        self.markup.raw(")");
    }

    /// An element that has become another kind of itself says so, where that may stand.
    fn altered(&mut self, old: &Kind) {
        let label = match old {
            Kind::Alert(alert) => self.text(&format!("alert-{}", alert.name())),
            _ => self.text("redline-altered"),
        };
        match old {
            Kind::List { .. } => {
                self.markup.raw("[");
                self.label(&label);
                self.markup.raw("], ");
            }
            Kind::Alert(_) => {
                let deleted = self.text("redline-deleted");
                self.markup.raw("#par[#gone(");
                self.markup.string(&deleted);
                self.markup.raw(")[");
                self.markup.escaped(&label);
                self.markup.raw("]]\n");
            }
            Kind::Item { .. } => self.label(&label),
            _ => {}
        }
    }

    fn pieces(&mut self, pieces: &[Piece]) {
        for piece in pieces {
            let (function, key) = match piece.mark {
                Mark::Same => {
                    self.words(&piece.words, false);
                    continue;
                }
                Mark::Deleted => ("gone", "redline-deleted"),
                Mark::Inserted => ("added", "redline-inserted"),
            };
            let label = self.text(key);
            self.markup.format(format_args!("#{function}("));
            self.markup.string(&label);
            self.markup.raw(")[");
            self.words(&piece.words, true);
            self.markup.raw("]");
        }
    }

    fn words(&mut self, words: &[Word], changed: bool) {
        let mut start = 0;
        while start < words.len() {
            let dress = &words[start].dress;
            let same = |word: &Word| word.dress == *dress && word.dress.language == dress.language;
            let end = start + words[start..].iter().take_while(|word| same(word)).count().max(1);
            let close = self.dress(dress);
            for word in &words[start..end] {
                match &word.what {
                    What::Break => self.markup.raw("#linebreak()"),
                    What::Note(note) => self.markup.format(format_args!("#super[{}]", note + 1)),
                    // A line of code ends its line.
                    What::Text(text) if text.ends_with('\n') => {
                        self.markup.escaped(text.trim_end_matches('\n'));
                        self.markup.raw("#linebreak()");
                    }
                    _ => self.markup.escaped(word.shown()),
                }
            }
            self.markup.raw(&close);
            let ends = words.get(end).is_none_or(|next| next.dress.link != dress.link);
            if let Some(link) = dress.link.as_ref().filter(|_| changed && ends) {
                self.markup.raw("#target(");
                self.markup.string(link);
                self.markup.raw(")");
            }
            start = end;
        }
    }

    /// Opens what dresses words; gives what closes it.
    fn dress(&mut self, dress: &Dress) -> String {
        let mut close = String::new();
        if let Some((tag, direction)) = &dress.language {
            self.markup.format(format_args!("#text({})[", language_arguments(tag, *direction)));
            close.push(']');
        }
        let functions = [
            (dress.emphasis, "emph"),
            (dress.strong, "strong"),
            (dress.strike, "struck"),
            (dress.code, "coded"),
            (dress.raised, "super"),
            (dress.lowered, "sub"),
        ];
        for (_, function) in functions.into_iter().filter(|(is, _)| *is) {
            self.markup.format(format_args!("#{function}["));
            close.push(']');
        }
        close
    }

    fn notes(&mut self, notes: &[Note]) {
        if notes.is_empty() {
            return;
        }
        self.markup.raw("#end-notes(");
        for note in notes {
            self.markup.raw("[\n");
            match (note.old, note.new) {
                (Some(_), Some(_)) => {}
                (Some(_), _) => self.sign(Mark::Deleted),
                _ => self.sign(Mark::Inserted),
            }
            self.steps(&note.steps);
            self.markup.raw("], ");
        }
        self.markup.raw(")\n");
    }
}

/// How many cells the first row of a table has; all have as many.
fn columns(steps: &[Step]) -> usize {
    let mut depth = 0usize;
    let mut cells = 0;
    for step in steps {
        match step {
            Step::Open { old, new } => {
                depth += 1;
                let cell = matches!(new.as_ref().or(old.as_ref()), Some(Kind::Cell));
                cells += usize::from(cell && depth == 3);
            }
            Step::Close => {
                depth -= 1;
                if depth == 1 && cells > 0 || depth == 0 {
                    break;
                }
            }
            Step::Words(_) => {}
        }
    }
    cells.max(1)
}
