//! Citations and lists of references in a PDF, each leading to the other.
//!
//! Takes: the words that a style gave them, which are those of the web. Gives: Typst markup; the theme's `references` is told where each
//! entry is cited, and says on which pages that is. Must not know the style.

use std::ops::Range;

use super::text::Writer;
use crate::documents::arena::InlineKind;
use crate::publication::citations::Run;
use crate::renditions::PARTING;

impl Writer<'_> {
    /// A citation, of which each part leads to its entry. In a table of contents it is words alone.
    pub(super) fn citation(&mut self, index: usize, number: u32) {
        let publication = self.publication;
        let Some(runs) = publication.citations[index].citations.get(number as usize) else { return };
        if self.without_notes {
            return runs.iter().for_each(|run| self.run(run));
        }
        self.markup.raw("#cited(");
        let own = self.citation_anchor(index, number as usize);
        self.markup.string(&own);
        self.markup.raw(")[");
        let mut open = None;
        for run in runs {
            if run.reference != open {
                self.markup.raw(if open.is_some() { "]" } else { "" });
                if let Some(reference) = run.reference {
                    self.markup.raw("#link(label(");
                    let anchor = self.reference_anchor(index, reference);
                    self.markup.string(&anchor);
                    self.markup.raw("))[");
                }
                open = run.reference;
            }
            self.run(run);
        }
        self.markup.raw(if open.is_some() { "]]" } else { "]" });
    }

    fn run(&mut self, run: &Run) {
        let forms =
            [(run.italic, "#emph["), (run.bold, "#strong["), (run.raised, "#super["), (run.small_capitals, "#smallcaps[")];
        let forms = forms.iter().filter(|(is_so, _)| *is_so);
        forms.clone().for_each(|(_, open)| self.markup.raw(open));
        match &run.url {
            Some(url) => {
                self.markup.raw("#web-link(");
                self.markup.string(url);
                self.markup.raw(", ");
                self.markup.string(&run.text);
                self.markup.raw(")");
            }
            None => self.markup.escaped(&run.text),
        }
        forms.for_each(|_| self.markup.raw("]"));
    }

    /// What a range of inlines says, with the words of its citations: how much room it needs.
    pub(super) fn words(&self, index: usize, range: Range<u32>) -> String {
        let (document, texts) = (&self.publication.documents[index], &self.publication.citations[index]);
        let mut words = document.plain(range.clone());
        for inline in &document.inlines[range.start as usize..range.end as usize] {
            if let InlineKind::Citation(number) = inline.kind
                && let Some(runs) = texts.citations.get(number as usize)
            {
                words.push(' ');
                words.extend(runs.iter().map(|run| run.text.as_str()));
            }
        }
        words
    }

    /// The section of a text that its list of references follows, if there is one, and whether that section is kept for it.
    pub(super) fn place_of_references(&self, index: usize) -> Option<(usize, bool)> {
        let texts = &self.publication.citations[index];
        let last = self.publication.documents[index].sections.len().checked_sub(1)?;
        let place = texts.section.map_or((last, false), |section| (section, true));
        (!texts.references.is_empty()).then_some(place)
    }

    /// The list of references of a document.
    pub(super) fn references(&mut self, index: usize) {
        let publication = self.publication;
        let language = publication.documents[index].language;
        let text = |key: &str, argument: &str| publication.messages.text(language, key, &[(argument, PARTING)]);
        self.markup.raw("#references(");
        for (name, text) in [("cited", text("pdf-cited", "pages")), ("again", text("pdf-cited-again", "number"))] {
            self.markup.format(format_args!("{name}: ("));
            for part in text.split(PARTING) {
                self.markup.string(part);
                self.markup.raw(", ");
            }
            self.markup.raw("), ");
        }
        for (number, reference) in publication.citations[index].references.iter().enumerate() {
            self.markup.raw("(");
            let anchor = self.reference_anchor(index, number);
            self.markup.entry("id", &anchor);
            self.markup.raw("cited: (");
            for citation in &reference.cited {
                let anchor = self.citation_anchor(index, *citation);
                self.markup.string(&anchor);
                self.markup.raw(", ");
            }
            self.markup.raw("), body: [");
            reference.runs.iter().for_each(|run| self.run(run));
            self.markup.raw("]), ");
        }
        self.markup.raw(")\n");
    }
}
