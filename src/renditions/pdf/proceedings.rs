//! A book of proceedings as markup: its introduction, its panels with their conclusions and papers, the index of authors.
//!
//! Takes: a work of proceedings and one language. Gives: calls of the theme's `proceedings.typ`. Each text stands in the book's language
//! where it exists in that, else in its own and marked with it; abstracts stand in all their languages. Must not know what any of it looks
//! like.

use std::collections::HashSet;

use super::volume::{Depth, Page};
use crate::publication::proceedings::{Contribution, Panel, Person, Proceedings};
use crate::publication::{Chapter, ChapterKey};
use crate::renditions::Naming;

/// The file of the theme.
const MAIN: &str = "proceedings.typ";

/// Two authors whose names are longer than this, in characters, are the first and others.
const LONGEST_NAMES: usize = 58;

/// A paper with its panel.
#[derive(Clone, Copy)]
pub(super) struct Paper<'p> {
    pub panel: &'p Panel,
    pub own: &'p Contribution,
}

impl Paper<'_> {
    /// What stands in a panel that was made up was made up too.
    fn is_specimen(&self) -> bool {
        self.panel.specimen || self.own.specimen
    }
}

/// Where the parts of a paper stand: in the book below its title, in an offprint at the top.
pub(super) struct Layout {
    pub parts: u8,
    pub summary: Depth,
    pub article: Depth,
}

const IN_BOOK: Layout = Layout { parts: 3, summary: Depth { levels: 2, looks: 1 }, article: Depth { levels: 1, looks: 0 } };

impl<'p> Page<'p> {
    /// What the volume is, where it is a whole book of proceedings: one in several languages would hold each text in one of them.
    pub(super) fn proceedings(&self) -> Option<&'p Proceedings> {
        let own = self.publication.proceedings.iter().find(|own| own.work == self.volume.work);
        own.filter(|_| self.volume.languages.len() == 1)
    }

    fn main_language(&self) -> usize {
        self.volume.languages.first().copied().unwrap_or_default()
    }

    pub(super) fn book(&mut self, own: &'p Proceedings) {
        self.imports(MAIN, &self.all_languages());
        self.writer.held = Some(self.held(own));
        self.edition(MAIN, |page| page.book_titles(own));
        self.writer.markup.raw("#let t = own-texts(edition)\n");
        self.opening();
        for chapter in self.edition.chapters.iter().filter(|chapter| !chapter.within) {
            self.chapter(chapter, false);
        }
        own.panels.iter().for_each(|panel| self.panel(panel));
        self.author_index(own);
    }

    pub(super) fn all_languages(&self) -> Vec<usize> {
        self.work.languages.iter().map(|(language, _)| *language).collect()
    }

    fn held(&self, own: &Proceedings) -> HashSet<(ChapterKey, usize)> {
        let language = self.main_language();
        let own_pages = self.edition.pages().filter(|(_, chapter)| !chapter.within).map(|(key, _)| (key, language));
        let conclusions = own.panels.iter().filter_map(|panel| panel.conclusions);
        let texts = conclusions.chain(own.contributions().filter_map(|(_, _, paper)| paper.article));
        let shown = texts.filter_map(|key| Some((key, self.shown(key)?.1)));
        let summaries = own.contributions().filter_map(|(_, _, paper)| paper.summary).flat_map(|key| self.versions(key));
        own_pages.chain(shown).chain(summaries).collect()
    }

    /// A text in every language in which it exists.
    pub(super) fn versions(&self, key: ChapterKey) -> Vec<(ChapterKey, usize)> {
        let documents = self.work.chapter(key).map_or(&[][..], |chapter| &chapter.documents);
        let languages = (0..documents.len()).filter(|language| documents[*language].is_some());
        languages.map(|language| (key, language)).collect()
    }

    /// A text and the language in which it stands here: the PDF's, or the first in which it exists.
    fn shown(&self, key: ChapterKey) -> Option<(&'p Chapter, usize)> {
        let chapter = self.work.chapter(key)?;
        let own = chapter.documents[self.main_language()].map(|_| self.main_language());
        Some((chapter, own.or_else(|| chapter.documents.iter().position(Option::is_some))?))
    }

    /// What the table of contents and the foot of a page say of each heading.
    fn book_titles(&mut self, own: &'p Proceedings) {
        self.edition.pages().filter(|(_, chapter)| !chapter.within).for_each(|(_, chapter)| self.titles_of(chapter));
        for panel in &own.panels {
            self.title_entry(
                &self.panel_anchor(panel),
                self.main_language(),
                self.own_text(&panel.title),
                None,
                panel.specimen,
            );
            if let Some((chapter, language)) = panel.conclusions.and_then(|key| self.shown(key)) {
                let (anchor, title) = (self.opening_anchor(chapter, language), chapter.title(language));
                self.title_entry(&anchor, language, title, None, panel.specimen);
            }
            for paper in panel.contributions.iter().map(|own| Paper { panel, own }) {
                let (anchor, title) = (self.paper_anchor(paper), self.own_text(&paper.own.title));
                self.title_entry(&anchor, self.main_language(), title, Some(paper), paper.is_specimen());
            }
        }
        let title = self.publication.messages.text(self.main_language(), "authors-title", &[]);
        self.title_entry(&self.authors_anchor(), self.main_language(), &title, None, false);
    }

    fn title_entry(&mut self, anchor: &str, language: usize, title: &str, paper: Option<Paper<'_>>, specimen: bool) {
        let people = paper.map(|paper| self.names(&paper.own.authors)).unwrap_or_default();
        let running = paper.map(|paper| self.running(paper)).unwrap_or_default();
        self.writer.markup.string(anchor);
        self.writer.markup.raw(": (");
        self.version_of(anchor, language, title);
        self.writer.markup.entry("people", &people);
        self.writer.markup.entry("running", &running);
        self.writer.markup.format(format_args!("specimen: {specimen}), ),\n"));
    }

    /// A heading's version without its end.
    pub(super) fn version_of(&mut self, anchor: &str, language: usize, title: &str) {
        let setter = self.writer.setter(language);
        self.writer.markup.format(format_args!("(language: {setter}, "));
        self.writer.markup.entry("id", anchor);
        for name in ["title", "plain"] {
            self.writer.markup.format(format_args!("{name}: ["));
            self.writer.markup.escaped(title);
            self.writer.markup.raw("], ");
        }
    }

    fn panel(&mut self, panel: &'p Panel) {
        let anchor = self.panel_anchor(panel);
        self.may_end(false);
        self.writer.markup.raw("#panel(t, ");
        self.version_of(&anchor, self.main_language(), self.own_text(&panel.title));
        self.writer.markup.format(format_args!("), specimen: {}, coordinators: ", panel.specimen));
        self.people(&panel.coordinators);
        let (papers, conclusions) = (!panel.contributions.is_empty(), panel.conclusions.is_some());
        self.writer.markup.format(format_args!(", papers: {papers}, conclusions: {conclusions})\n"));
        if let Some((chapter, language)) = panel.conclusions.and_then(|key| self.shown(key)) {
            let anchor = self.opening_anchor(chapter, language);
            self.part_heading(2, &anchor, language, chapter.title(language));
            self.text_in(chapter, language, Depth { levels: 1, looks: 1 });
        }
        for own in &panel.contributions {
            self.paper(Paper { panel, own });
        }
    }

    fn paper(&mut self, paper: Paper<'p>) {
        let anchor = self.paper_anchor(paper);
        self.may_end(false);
        self.writer.markup.raw("#paper(t, ");
        self.version_of(&anchor, self.main_language(), self.own_text(&paper.own.title));
        self.writer.markup.raw("), ");
        self.paper_facts(paper);
        self.writer.markup.format(format_args!("apart: {})\n", paper.own.article.is_some()));
        self.paper_parts(paper, &IN_BOOK);
    }

    /// Who wrote it, and what is said of it: arguments of a call.
    pub(super) fn paper_facts(&mut self, paper: Paper<'p>) {
        let shown = paper.own.article.and_then(|key| self.shown(key)).map(|(_, language)| language);
        let specimen = paper.is_specimen();
        self.writer.markup.format(format_args!("specimen: {specimen}, people: "));
        self.people(&paper.own.authors);
        // What it is called in the language in which its text stands here.
        let original = shown.filter(|shown| *shown != self.main_language()).map(|shown| (shown, &paper.own.title[shown]));
        match original.filter(|(_, title)| !title.is_empty() && *title != self.own_text(&paper.own.title)) {
            Some((language, title)) => {
                let setter = self.writer.setter(language);
                self.writer.markup.format(format_args!(", original: {setter}["));
                self.writer.markup.escaped(title);
                self.writer.markup.raw("], ");
            }
            None => self.writer.markup.raw(", original: none, "),
        }
    }

    /// Abstracts, keywords and the full text.
    pub(super) fn paper_parts(&mut self, paper: Paper<'p>, layout: &Layout) {
        let own_first = |page: &Self| {
            let others = page.all_languages().into_iter().filter(|other| *other != page.main_language());
            std::iter::once(page.main_language()).chain(others).collect::<Vec<_>>()
        };
        let summary = paper.own.summary.and_then(|key| self.work.chapter(key));
        for language in own_first(self) {
            if let Some(chapter) = summary.filter(|chapter| chapter.documents[language].is_some()) {
                let title = self.publication.messages.text(language, "paper-abstract", &[]);
                let anchor = self.opening_anchor(chapter, language);
                self.part_heading(layout.parts, &anchor, language, &title);
                self.followed = !paper.own.keywords[language].is_empty();
                self.text_in(chapter, language, layout.summary);
                self.followed = false;
            }
            self.keywords(&paper.own.keywords[language], language);
        }
        let Some((chapter, language)) = paper.own.article.and_then(|key| self.shown(key)) else { return };
        let note = self.language_note(paper, language);
        let anchor = self.opening_anchor(chapter, language);
        let title = self.publication.messages.text(self.main_language(), "paper-article", &[]);
        // The text's own heading names it in the reader's language; what it holds is in the text's.
        self.part_heading(layout.parts, &anchor, self.main_language(), &title);
        if let Some(note) = note {
            let (setter, markup) = (self.writer.setter(note.1), &mut self.writer.markup);
            markup.raw("#remark[");
            markup.escaped(&note.0.before);
            markup.format(format_args!("#{setter}["));
            markup.escaped(&note.0.name);
            markup.raw("]");
            markup.escaped(&note.0.after);
            markup.raw("]\n");
        }
        self.text_in(chapter, language, layout.article);
    }

    /// What is said of the language of the full text, and which language it names.
    fn language_note(&self, paper: Paper<'_>, shown: usize) -> Option<(Naming, usize)> {
        let note = |key: &str, named: usize| (Naming::new(self.publication, key, self.main_language(), named), named);
        if shown != self.main_language() {
            return Some(note("article-elsewhere", shown));
        }
        paper.own.language.filter(|written| *written != shown).map(|written| note("article-translated", written))
    }

    fn part_heading(&mut self, level: u8, anchor: &str, language: usize, title: &str) {
        self.section_call((level, 2));
        self.version_of(anchor, language, title);
        self.writer.markup.raw("))\n");
    }

    fn keywords(&mut self, words: &[String], language: usize) {
        if words.is_empty() {
            return;
        }
        let (setter, label) =
            (self.writer.setter(language), self.publication.messages.text(language, "paper-keywords", &[]));
        self.writer.markup.format(format_args!("#{setter}[#keywords("));
        self.writer.markup.string(&label);
        for word in words {
            self.writer.markup.raw(", ");
            self.writer.markup.string(word);
        }
        self.writer.markup.raw(")]\n");
    }

    /// A text below a heading that stands for its own.
    fn text_in(&mut self, chapter: &'p Chapter, language: usize, depth: Depth) {
        let foreign = language != self.main_language();
        if foreign {
            let setter = self.writer.setter(language);
            self.writer.markup.format(format_args!("#{setter}[\n"));
        }
        let before = (std::mem::replace(&mut self.languages, vec![language]), self.depth);
        self.writer.languages = vec![language];
        self.depth = depth;
        self.chapter(chapter, true);
        (self.languages, self.depth) = before;
        self.writer.languages = self.languages.clone();
        if foreign {
            self.writer.markup.raw("]\n");
        }
    }

    /// People with where they work and who they are, as an array.
    fn people(&mut self, people: &[Person]) {
        self.writer.markup.raw("(");
        for person in people {
            self.writer.markup.raw("(");
            self.writer.markup.entry("name", &person.name);
            self.writer.markup.entry("affiliation", self.own_text(&person.affiliation));
            self.writer.markup.entry("orcid", person.orcid.as_deref().unwrap_or_default());
            self.writer.markup.raw("), ");
        }
        self.writer.markup.raw(")");
    }

    /// All authors in the order of the language, each with the papers whose pages the theme looks up.
    fn author_index(&mut self, own: &'p Proceedings) {
        let paper = |(panel, number): &(usize, usize)| {
            let panel = &own.panels[*panel];
            Paper { panel, own: &panel.contributions[*number] }
        };
        let title = self.publication.messages.text(self.main_language(), "authors-title", &[]);
        let anchor = self.authors_anchor();
        self.writer.markup.raw("#author-index(t, ");
        self.version_of(&anchor, self.main_language(), &title);
        self.writer.markup.raw("), ");
        for author in own.authors_in(&self.publication.languages[self.main_language()]) {
            let papers = || author.papers.iter().map(paper);
            let specimen = papers().all(|paper| paper.is_specimen());
            self.writer.markup.raw("(");
            self.writer.markup.entry("name", &author.sort);
            self.writer.markup.format(format_args!("specimen: {specimen}, papers: ("));
            for paper in papers() {
                self.writer.markup.string(&self.paper_anchor(paper));
                self.writer.markup.raw(", ");
            }
            self.writer.markup.raw(")), ");
        }
        self.writer.markup.raw(")\n");
    }

    /// All names in a row.
    pub(super) fn names(&self, people: &[Person]) -> String {
        let listed = |before: String, next: String| {
            let arguments = [("before", before.as_str()), ("next", next.as_str())];
            self.publication.messages.text(self.main_language(), "pdf-listed", &arguments)
        };
        people.iter().map(|person| person.name.clone()).reduce(listed).unwrap_or_default()
    }

    /// What stands on each page of a paper: its authors, or the first of many, and its title, of which the theme shows what has room.
    pub(super) fn running(&self, paper: Paper<'_>) -> String {
        let text =
            |key: &str, arguments: &[(&str, &str)]| self.publication.messages.text(self.main_language(), key, arguments);
        let all = self.names(&paper.own.authors);
        let authors = match paper.own.authors.as_slice() {
            [_, _] if all.chars().count() <= LONGEST_NAMES => all,
            [first, _, ..] => text("pdf-and-others", &[("name", &first.name)]),
            _ => all,
        };
        let title = self.own_text(&paper.own.title);
        if authors.is_empty() { title.to_owned() } else { text("pdf-running", &[("authors", &authors), ("title", title)]) }
    }

    /// In the PDF's language, or in the first in which there is something.
    pub(super) fn own_text<'t>(&self, texts: &'t [String]) -> &'t str {
        let own = texts.get(self.main_language()).filter(|text| !text.is_empty());
        own.or_else(|| texts.iter().find(|text| !text.is_empty())).map_or("", String::as_str)
    }

    /// The name of a text's beginning.
    fn opening_anchor(&self, chapter: &Chapter, language: usize) -> String {
        let id = chapter.sections.first().map_or("", |section| section.id.as_str());
        self.writer.anchor(&chapter.path, id, language)
    }

    fn own_place(&self, path: &str) -> String {
        format!("{}:{path}", self.publication.languages[self.main_language()].tag)
    }

    fn panel_anchor(&self, panel: &Panel) -> String {
        self.own_place(&panel.slug[self.main_language()])
    }

    fn paper_anchor(&self, paper: Paper<'_>) -> String {
        let language = self.main_language();
        self.own_place(&[&paper.panel.slug[language], "/", &paper.own.slug[language]].concat())
    }

    fn authors_anchor(&self) -> String {
        self.own_place("_authors")
    }
}
