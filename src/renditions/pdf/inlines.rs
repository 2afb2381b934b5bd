//! What stands within a block: words, links and the notes they carry.
//!
//! Takes: a range of a document's inlines. Gives: Typst markup. A link within the work leads to a place in the same PDF, a link to
//! another work to its address. The body of a note is written where the text first refers to it.

use std::ops::Range;

use super::markup::{Begun, with_breaks};
use super::text::{Writer, language_arguments};
use crate::diagnostics::{Code, Diagnostic, Span};
use crate::documents::Document;
use crate::documents::arena::{BlockKind, Inline, InlineKind, Visit, walk};
use crate::locale::Direction;
use crate::publication::{SectionKey, Target};

/// Notes within notes, each inside the one before; deeper than any person would write.
const DEEPEST_NOTE: usize = 4;

impl<'p> Writer<'p> {
    pub fn inlines(&mut self, index: usize, range: Range<u32>) {
        let document = &self.publication.documents[index];
        let mut open: Vec<Begun> = Vec::new();
        walk(&document.inlines, range, |visit| match visit {
            Visit::Enter(_, inline) => {
                self.check_depth(open.len(), index, inline.span);
                open.push(self.markup.begin(index, inline.span));
                self.open_inline(index, inline);
            }
            Visit::Leave(_, inline) => {
                match inline.kind {
                    InlineKind::Link(link) if document.links[link as usize].bare => self.markup.raw("]]"),
                    InlineKind::Emphasis | InlineKind::Strong | InlineKind::Strike | InlineKind::Link(_) => {
                        self.markup.raw("]")
                    }
                    InlineKind::Passage(passage) => {
                        let (_, end) = self.isolate(index, passage);
                        self.markup.raw("]");
                        self.markup.raw(end);
                    }
                    _ => {}
                }
                if let Some(begun) = open.pop() {
                    self.markup.end(begun);
                }
            }
        });
    }

    fn open_inline(&mut self, index: usize, inline: &Inline) {
        let document = &self.publication.documents[index];
        match &inline.kind {
            InlineKind::Text(text) | InlineKind::Html(text) => self.markup.escaped(document.slice(text)),
            InlineKind::Code(text) => {
                self.markup.raw("#raw(");
                self.markup.string(&with_breaks(document.slice(text)));
                self.markup.raw(")");
            }
            InlineKind::Emphasis => self.markup.raw("#emph["),
            InlineKind::Strong => self.markup.raw("#strong["),
            InlineKind::Strike => self.markup.raw("#strike["),
            InlineKind::Tag(text) if document.slice(text) == "<br>" => self.markup.raw("#linebreak()"),
            // On paper only its words remain.
            InlineKind::Tag(_) => {}
            InlineKind::Passage(passage) => {
                let (start, _) = self.isolate(index, *passage);
                self.markup.raw(start);
                self.passage(index, *passage);
            }
            InlineKind::Link(link) => self.link(index, *link),
            InlineKind::Citation(citation) => self.citation(index, *citation),
            InlineKind::NoteRef { .. } if self.without_notes => {}
            InlineKind::NoteRef { note, occurrence } => self.note(index, *note, *occurrence, inline.span),
            InlineKind::SoftBreak => self.markup.raw("\n"),
            InlineKind::HardBreak => self.markup.raw("#linebreak()"),
        }
    }

    fn link(&mut self, index: usize, number: u32) {
        let publication = self.publication;
        let document = &publication.documents[index];
        match &publication.targets[index][number as usize] {
            Target::External(address) => {
                self.markup.raw("#link(");
                self.markup.string(address);
                self.markup.raw(")[");
            }
            Target::Section(key) => {
                self.section_link(*key, document.language);
                if document.links[number as usize].filled_in {
                    self.markup.escaped(&publication.reference(*key, document.language));
                }
            }
            Target::Float(key) => {
                let language = document.language;
                let Some((chapter, float)) = publication.float(*key) else { return self.markup.raw("#[") };
                self.place_link(key.work, key.chapter, chapter, &float.id, language);
                if document.links[number as usize].filled_in {
                    self.markup.escaped(&publication.float_name(float.kind, float.number, language));
                }
            }
            Target::Gone(gone) => {
                self.markup.raw("#[");
                if document.links[number as usize].filled_in {
                    self.markup.escaped(&gone.shown[document.language]);
                }
            }
            Target::Nowhere => self.markup.raw("#["),
        }
        if document.links[number as usize].bare {
            // An address is in no language: in Spanish, its hyphens would be repeated where it is broken.
            self.markup.raw("#text(lang: \"zxx\", region: none)[");
        }
    }

    fn section_link(&mut self, key: SectionKey, language: usize) {
        let Some((_, chapter, section)) = self.publication.section(key) else { return self.markup.raw("#[") };
        if key.work != self.work && key.section == 0 {
            return self.place_link(key.work, key.chapter, chapter, "", language);
        }
        self.place_link(key.work, key.chapter, chapter, &section.id, language);
    }

    /// Opens a passage in another language.
    pub fn passage(&mut self, index: usize, passage: u32) {
        let passage = &self.publication.documents[index].passages[passage as usize];
        let arguments = language_arguments(&passage.tag, passage.direction);
        self.markup.format(format_args!("#text({arguments})["));
    }

    /// What stands around words that run against the text's direction (Unicode UAX 9, section 2.5): the full stop after them, and
    /// the number of a note, belong to the text.
    fn isolate(&self, index: usize, passage: u32) -> (&'static str, &'static str) {
        let document = &self.publication.documents[index];
        let direction = document.passages[passage as usize].direction;
        match direction {
            _ if direction == self.publication.languages[document.language].direction => ("", ""),
            Direction::LeftToRight => ("\\u{2066}", "\\u{2069}"),
            Direction::RightToLeft => ("\\u{2067}", "\\u{2069}"),
        }
    }

    /// The first reference to a note carries its body, in all the languages it stands in; the others repeat its number.
    fn note(&mut self, index: usize, note: u32, occurrence: u32, span: Span) {
        let publication = self.publication;
        let document: &'p Document = &publication.documents[index];
        let label = document.notes[note as usize].label.as_str();
        let versions = self.notes.get(label).cloned().unwrap_or_default();
        let name = format!("note:{}:{label}", self.page);
        if versions.first() != Some(&(index, note)) || occurrence > 0 {
            self.markup.raw("#footnote(label(");
            self.markup.string(&name);
            return self.markup.raw("))");
        }
        if self.note_depth == DEEPEST_NOTE {
            let diagnostic = Diagnostic::new(Code::TooDeep, document.place(span)).with("limit", DEEPEST_NOTE);
            return self.diagnostics.push(diagnostic);
        }
        self.note_depth += 1;
        self.markup.raw("#footnote(notes(");
        for language in self.languages.clone() {
            match versions.iter().find(|(version, _)| publication.documents[*version].language == language) {
                Some((version, number)) => {
                    let setter = self.setter(language);
                    self.markup.format(format_args!("{setter}["));
                    self.note_body(*version, *number);
                    self.markup.raw("], ");
                }
                None => self.markup.raw("none, "),
            }
        }
        self.markup.raw("))#label(");
        self.markup.string(&name);
        self.markup.raw(")");
        self.note_depth -= 1;
    }

    /// The first paragraph stands on the number's own line, and so in no paragraph of its own.
    fn note_body(&mut self, index: usize, note: u32) {
        let document = &self.publication.documents[index];
        let block = document.notes[note as usize].block;
        let inside = document.inside(block);
        let begun = self.markup.begin(index, document.blocks[block as usize].span);
        let mut rest = inside.start;
        if let Some((at, first)) = document.children(inside.clone()).next()
            && at == inside.start
            && first.kind == BlockKind::Paragraph
        {
            self.inlines(index, first.inlines.clone());
            rest = first.end;
        }
        if rest < inside.end {
            self.markup.raw("\n\n");
            self.blocks(index, rest..inside.end);
        }
        self.markup.end(begun);
    }
}
