//! An offprint: one paper of a book of proceedings as its authors hand it on.
//!
//! Takes: a paper and one language of its full text. Gives: a [`Markup`](super::markup::Markup) that imports the theme's `offprint.typ` and
//! tells it where the paper was published and how to cite it. Nothing in it changes with the other papers. Must not know what it looks
//! like.

use super::proceedings::{Layout, Paper};
use super::volume::{Depth, Page, Volume, Written};
use crate::publication::Publication;

/// The file of the theme.
const MAIN: &str = "offprint.typ";

/// What one PDF holds.
pub struct Offprint {
    /// The place in [`Publication::proceedings`].
    pub book: usize,
    pub panel: usize,
    pub contribution: usize,
    pub language: usize,
}

const ALONE: Layout = Layout { parts: 1, summary: Depth { levels: 0, looks: 1 }, article: Depth { levels: -1, looks: 0 } };

pub fn write(publication: &Publication, offprint: &Offprint) -> Written {
    let book = &publication.proceedings[offprint.book];
    let volume = Volume { work: book.work, languages: vec![offprint.language], endorsed: false };
    let panel = &book.panels[offprint.panel];
    let mut page = Page::new(publication, &volume);
    page.offprint(Paper { panel, own: &panel.contributions[offprint.contribution] });
    page.written()
}

impl<'p> Page<'p> {
    fn offprint(&mut self, paper: Paper<'p>) {
        let language = self.volume.languages[0];
        let texts = [paper.own.summary, paper.own.article].into_iter().flatten();
        self.imports(MAIN, &self.all_languages());
        let held = texts
            .flat_map(|key| self.versions(key))
            .filter(|(key, own)| Some(*key) == paper.own.summary || *own == language);
        self.writer.held = Some(held.collect());
        self.writer.markup.raw("#let edition = (");
        self.facts();
        self.writer.markup.raw("languages: (");
        self.facts_in(language, MAIN);
        self.writer.markup.raw("))\n#show: offprint.with(edition, (");
        self.about(paper, language);
        self.writer.markup.raw("))\n");
        self.paper_parts(paper, &ALONE);
    }

    /// What the theme is told of the paper.
    fn about(&mut self, paper: Paper<'p>, language: usize) {
        let publication = self.publication;
        let addresses = &publication.addresses;
        let address = addresses.absolute(&addresses.contribution(self.volume.work, paper.panel, paper.own, language));
        let (names, running) = (self.names(&paper.own.authors), self.running(paper));
        let (title, panel) = (self.own_text(&paper.own.title), self.own_text(&paper.panel.title));
        for (name, value) in
            [("title", title), ("panel", panel), ("names", &names), ("running", &running), ("address", &address)]
        {
            self.writer.markup.entry(name, value);
        }
        self.paper_facts(paper);
        self.writer.markup.raw("keywords: (");
        for word in &paper.own.keywords[language] {
            self.writer.markup.string(word);
            self.writer.markup.raw(", ");
        }
        self.writer.markup.raw(")");
    }
}
