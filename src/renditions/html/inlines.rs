//! HTML of inlines: words, links, references to notes, and the notes' bodies.
//!
//! Takes: a range of a document's inlines. Gives: HTML. Must not know in which block they stand.

use std::ops::Range;

use super::{Writer, address, escape, escaped, push};
use crate::documents::arena::{InlineKind, Visit, walk};
use crate::publication::{FloatKey, Target};

impl Writer<'_> {
    pub(super) fn inlines(&self, range: Range<u32>) -> String {
        let mut html = String::new();
        self.write_inlines(range, &mut html);
        html
    }

    pub(super) fn write_inlines(&self, range: Range<u32>, html: &mut String) {
        let document = self.document;
        walk(&document.inlines, range, |visit| match visit {
            Visit::Enter(_, inline) => match &inline.kind {
                InlineKind::Text(text) | InlineKind::Html(text) => escape(document.slice(text), html),
                InlineKind::Code(text) => push(html, format_args!("<code>{}</code>", escaped(document.slice(text)))),
                InlineKind::Emphasis => html.push_str("<em>"),
                InlineKind::Strong => html.push_str("<strong>"),
                InlineKind::Strike => html.push_str("<del>"),
                InlineKind::Tag(text) => html.push_str(document.slice(text)),
                InlineKind::Passage(passage) => push(html, format_args!("<span{}>", self.language(*passage))),
                InlineKind::Link(link) => self.open_link(*link, html),
                InlineKind::Citation(citation) => self.citation(*citation, html),
                InlineKind::NoteRef { note, occurrence } => self.note_reference(*note, *occurrence, html),
                InlineKind::SoftBreak => html.push('\n'),
                InlineKind::HardBreak => html.push_str("<br>"),
            },
            Visit::Leave(_, inline) => match inline.kind {
                InlineKind::Emphasis => html.push_str("</em>"),
                InlineKind::Strong => html.push_str("</strong>"),
                InlineKind::Strike => html.push_str("</del>"),
                InlineKind::Link(_) => html.push_str("</a>"),
                InlineKind::Passage(_) => html.push_str("</span>"),
                _ => {}
            },
        });
    }

    pub(super) fn open_link(&self, number: u32, html: &mut String) {
        let language = self.document.language;
        let (address, text) = match &self.publication.targets[self.index][number as usize] {
            Target::External(address) => (address.clone(), String::new()),
            Target::Section(key) => {
                let text = if self.document.links[number as usize].filled_in {
                    self.publication.reference(*key, language)
                } else {
                    String::new()
                };
                (address(self.publication, *key, language), text)
            }
            Target::Float(key) => self.float_link(*key, self.document.links[number as usize].filled_in),
            // What is no longer there leads nowhere, and still says what it said.
            Target::Gone(gone) => {
                html.push_str("<a class=\"gone\">");
                if self.document.links[number as usize].filled_in {
                    escape(&gone.shown[language], html);
                }
                return;
            }
            Target::Nowhere => (String::new(), String::new()),
        };
        html.push_str("<a href=\"");
        escape(&address, html);
        html.push_str("\">");
        escape(&text, html);
    }

    /// Where a table or figure stands, and its name where the author left it to us.
    pub(super) fn float_link(&self, key: FloatKey, filled_in: bool) -> (String, String) {
        let (publication, language) = (self.publication, self.document.language);
        let Some((chapter, float)) = publication.float(key) else { return (String::new(), String::new()) };
        let page = publication.addresses.chapter(key.work, key.chapter, chapter, language);
        let name = if filled_in { publication.float_name(float.kind, float.number, language) } else { String::new() };
        (page + "#" + &float.id, name)
    }

    pub(super) fn note_reference(&self, note: u32, occurrence: u32, html: &mut String) {
        let number = (note + 1).to_string();
        let label = self.text("note-label", &[("number", &number)]);
        let scope = self.scope;
        let id = reference_id(scope, note, occurrence);
        push(html, format_args!("<sup class=\"noteref\"><a id=\"{id}\" href=\"#_note-{scope}-{number}\""));
        push(html, format_args!(" role=\"doc-noteref\" aria-label=\"{label}\">{number}</a></sup>"));
    }

    /// A note's body; a link back to each of its references stands at the end of its last paragraph.
    pub(super) fn note(&self, number: usize) -> String {
        let note = &self.document.notes[number];
        if note.block == u32::MAX {
            return String::new();
        }
        let mut html = self.range(self.document.inside(note.block), self.document.blocks[note.block as usize].span);
        let shown = (number + 1).to_string();
        let label = self.text("note-back", &[("number", &shown)]);
        let mut back = String::new();
        for occurrence in 0..note.references {
            let id = reference_id(self.scope, number as u32, occurrence);
            push(
                &mut back,
                format_args!(" <a class=\"back\" href=\"#{id}\" role=\"doc-backlink\" aria-label=\"{label}\">↩&#xFE0E;</a>"),
            );
        }
        let at = if html.ends_with("</p>") { html.len() - "</p>".len() } else { html.len() };
        html.insert_str(at, &back);
        html
    }
}

fn reference_id(scope: &str, note: u32, occurrence: u32) -> String {
    match occurrence {
        0 => format!("_noteref-{scope}-{}", note + 1),
        _ => format!("_noteref-{scope}-{}-{}", note + 1, occurrence + 1),
    }
}
