//! HTML of blocks: each document's pieces, made once and put together by every page that shows them.
//!
//! Takes: a document of the publication. Gives: its headings, blocks and notes as HTML without ids of sections — the same piece may
//! stand alone or beside its version in another language, and the page gives it its anchor. Must not know what a page looks like.

use std::fmt::Write;
use std::mem::Discriminant;
use std::ops::Range;

use crate::diagnostics::Span;
use crate::documents::Document;
use crate::documents::arena::{Align, Block, BlockKind, InlineKind, Visit, walk};
use crate::publication::{Publication, SectionKey, Target};

/// One document as HTML.
#[derive(Debug)]
pub struct Pieces {
    /// In the order of [`Document::sections`].
    pub sections: Vec<SectionPieces>,
    /// The bodies of notes, with their links back, in the order of [`Document::notes`].
    pub notes: Vec<String>,
}

#[derive(Debug)]
pub struct SectionPieces {
    /// The title, with its markup.
    pub title: String,
    pub blocks: Vec<Piece>,
}

#[derive(Debug)]
pub struct Piece {
    pub html: String,
    /// What kind of block it is: versions of a section whose kinds agree are aligned block by block.
    pub kind: Discriminant<BlockKind>,
}

impl Pieces {
    pub fn of(publication: &Publication, index: usize) -> Pieces {
        let document = &publication.documents[index];
        let is_table = |at: &u32| matches!(document.blocks[*at as usize].kind, BlockKind::Table { .. });
        let tables = (0..document.blocks.len() as u32).filter(is_table).collect();
        let writer = Writer { publication, index, document, tag: &publication.languages[document.language].tag, tables };
        let sections = document.sections.iter().map(|section| SectionPieces {
            title: match section.heading {
                Some(heading) => writer.inlines(document.blocks[heading as usize].inlines.clone()),
                None => escaped(&document.front.title.value),
            },
            blocks: document
                .children(section.blocks.clone())
                .map(|(at, block)| Piece { html: writer.block(at), kind: std::mem::discriminant(&block.kind) })
                .collect(),
        });
        let sections = sections.collect();
        let notes = (0..document.notes.len()).map(|note| writer.note(note)).collect();
        Pieces { sections, notes }
    }
}

/// The address of a section in a language; a chapter's opening is the page itself.
pub fn address(publication: &Publication, key: SectionKey, language: usize) -> String {
    let Some((_, chapter, section)) = publication.section(key) else { return String::new() };
    let page = publication.addresses.chapter(key.work, key.chapter, chapter, language);
    if key.section == 0 { page } else { page + "#" + &section.id }
}

pub fn escaped(text: &str) -> String {
    let mut html = String::with_capacity(text.len() + text.len() / 16);
    escape(text, &mut html);
    html
}

/// Escapes for element content and for attributes in double quotes alike.
fn escape(text: &str, html: &mut String) {
    let special = |byte: &u8| matches!(byte, b'&' | b'<' | b'>' | b'"');
    let mut rest = text;
    // All four are ASCII and nearly no text has any: whether a stretch has one is asked of all its bytes at once.
    const STRETCH: usize = 64;
    let mut start = 0;
    while start < rest.len() {
        let stretch = &rest.as_bytes()[start..rest.len().min(start + STRETCH)];
        if !stretch.iter().fold(false, |found, byte| found | special(byte)) {
            start += stretch.len();
            continue;
        }
        let at = start + stretch.iter().position(special).unwrap_or_default();
        html.push_str(&rest[..at]);
        html.push_str(match rest.as_bytes()[at] {
            b'&' => "&amp;",
            b'<' => "&lt;",
            b'>' => "&gt;",
            _ => "&quot;",
        });
        rest = &rest[at + 1..];
        start = 0;
    }
    html.push_str(rest);
}

struct Writer<'p> {
    publication: &'p Publication,
    index: usize,
    document: &'p Document,
    tag: &'p str,
    /// The document's tables, for numbering them.
    tables: Vec<u32>,
}

impl Writer<'_> {
    fn text(&self, key: &str, arguments: &[(&str, &str)]) -> String {
        escaped(&self.publication.messages.text(self.document.language, key, arguments))
    }

    /// A block and all that is in it.
    fn block(&self, at: u32) -> String {
        let block = &self.document.blocks[at as usize];
        self.range(at..block.end, block.span)
    }

    /// `written` is where the blocks stand in the source: about as long as what comes of them.
    fn range(&self, range: Range<u32>, written: Span) -> String {
        let document = self.document;
        let mut html = String::with_capacity(written.range().len() * 5 / 4 + 32);
        let mut columns: &[Align] = &[];
        let mut in_head = false;
        document.flow(range, |visit| match visit {
            Visit::Enter(at, block) => {
                match &block.kind {
                    BlockKind::Table { columns: own } => columns = own,
                    BlockKind::TableHead => in_head = true,
                    BlockKind::TableRow => in_head = false,
                    BlockKind::TableCell { column } => {
                        html.push_str(if in_head { "<th scope=\"col\"" } else { "<td" });
                        html.push_str(alignment(columns.get(usize::from(*column))));
                    }
                    _ => {}
                }
                self.open(at, &block.kind, &mut html);
                self.write_inlines(block.inlines.clone(), &mut html);
            }
            Visit::Leave(_, Block { kind: BlockKind::TableCell { .. }, .. }) => {
                html.push_str(if in_head { "</th>" } else { "</td>" });
            }
            Visit::Leave(_, block) => self.close(&block.kind, &mut html),
        });
        html
    }

    fn open(&self, at: u32, kind: &BlockKind, html: &mut String) {
        match kind {
            BlockKind::Paragraph => html.push_str("<p>"),
            BlockKind::Heading { level } => push(html, format_args!("<h{level}>")),
            BlockKind::List { start: None } => html.push_str("<ul>"),
            BlockKind::List { start: Some(1) } => html.push_str("<ol>"),
            BlockKind::List { start: Some(start) } => push(html, format_args!("<ol start=\"{start}\">")),
            BlockKind::Item { task: None } => html.push_str("<li>"),
            BlockKind::Item { task: Some(done) } => {
                let (key, checked) = if *done { ("task-done", " checked") } else { ("task-open", "") };
                let label = self.text(key, &[]);
                push(
                    html,
                    format_args!("<li class=\"task\"><input type=\"checkbox\" disabled{checked} aria-label=\"{label}\"> "),
                );
            }
            BlockKind::Quote => html.push_str("<blockquote>"),
            BlockKind::Alert(alert) => {
                let title = self.text(&format!("alert-{}", alert.name()), &[]);
                push(
                    html,
                    format_args!("<aside class=\"alert alert-{}\"><p class=\"alert-title\">{title}</p>", alert.name()),
                );
            }
            BlockKind::Code { language, text } => {
                html.push_str("<pre tabindex=\"0\"><code");
                let language = self.document.slice(language);
                if !language.is_empty() {
                    push(html, format_args!(" class=\"language-{}\"", escaped(language)));
                }
                html.push('>');
                escape(self.document.slice(text), html);
            }
            BlockKind::Table { .. } => {
                let label = self.text("table-region", &[("number", &self.table_number(at).to_string())]);
                push(
                    html,
                    format_args!("<div class=\"table\" role=\"region\" tabindex=\"0\" aria-label=\"{label}\"><table>"),
                );
            }
            BlockKind::TableHead => html.push_str("<thead><tr>"),
            BlockKind::TableRow => html.push_str("<tr>"),
            BlockKind::Figure { image } => self.figure(*image, html),
            BlockKind::DefinitionList => html.push_str("<dl>"),
            BlockKind::Term => html.push_str("<dt>"),
            BlockKind::Description => html.push_str("<dd>"),
            BlockKind::Rule => html.push_str("<hr>"),
            BlockKind::Html { text } => {
                html.push_str("<p>");
                escape(self.document.slice(text).trim_end(), html);
            }
            BlockKind::Plain | BlockKind::TableCell { .. } | BlockKind::Note { .. } => {}
        }
    }

    fn close(&self, kind: &BlockKind, html: &mut String) {
        match kind {
            BlockKind::Paragraph | BlockKind::Html { .. } => html.push_str("</p>"),
            BlockKind::Heading { level } => push(html, format_args!("</h{level}>")),
            BlockKind::List { start: None } => html.push_str("</ul>"),
            BlockKind::List { .. } => html.push_str("</ol>"),
            BlockKind::Item { .. } => html.push_str("</li>"),
            BlockKind::Quote => html.push_str("</blockquote>"),
            BlockKind::Alert(_) => html.push_str("</aside>"),
            BlockKind::Code { .. } => html.push_str("</code></pre>"),
            BlockKind::Table { .. } => html.push_str("</tbody></table></div>"),
            BlockKind::TableHead => html.push_str("</tr></thead><tbody>"),
            BlockKind::TableRow => html.push_str("</tr>"),
            BlockKind::DefinitionList => html.push_str("</dl>"),
            BlockKind::Term => html.push_str("</dt>"),
            BlockKind::Description => html.push_str("</dd>"),
            // Cells are closed by who knows their row.
            BlockKind::Figure { .. }
            | BlockKind::Rule
            | BlockKind::Plain
            | BlockKind::TableCell { .. }
            | BlockKind::Note { .. } => {}
        }
    }

    /// Tables that can be scrolled need names that tell them apart.
    fn table_number(&self, at: u32) -> usize {
        self.tables.partition_point(|table| *table <= at)
    }

    fn figure(&self, number: u32, html: &mut String) {
        let alt = escaped(&self.document.images[number as usize].alt);
        let Some(image) = &self.publication.images[self.index][number as usize] else { return };
        let address = self.publication.addresses.figure(&image.path);
        let (width, height) = (image.width, image.height);
        push(html, format_args!("<figure class=\"figure\"><img src=\"{}\" alt=\"{alt}\"", escaped(&address)));
        push(html, format_args!(" width=\"{width}\" height=\"{height}\"></figure>"));
    }

    fn inlines(&self, range: Range<u32>) -> String {
        let mut html = String::new();
        self.write_inlines(range, &mut html);
        html
    }

    fn write_inlines(&self, range: Range<u32>, html: &mut String) {
        let document = self.document;
        walk(&document.inlines, range, |visit| match visit {
            Visit::Enter(_, inline) => match &inline.kind {
                InlineKind::Text(text) | InlineKind::Html(text) => escape(document.slice(text), html),
                InlineKind::Code(text) => push(html, format_args!("<code>{}</code>", escaped(document.slice(text)))),
                InlineKind::Emphasis => html.push_str("<em>"),
                InlineKind::Strong => html.push_str("<strong>"),
                InlineKind::Strike => html.push_str("<del>"),
                InlineKind::Link(link) => self.open_link(*link, html),
                InlineKind::NoteRef { note, occurrence } => self.note_reference(*note, *occurrence, html),
                InlineKind::SoftBreak => html.push('\n'),
                InlineKind::HardBreak => html.push_str("<br>"),
            },
            Visit::Leave(_, inline) => match inline.kind {
                InlineKind::Emphasis => html.push_str("</em>"),
                InlineKind::Strong => html.push_str("</strong>"),
                InlineKind::Strike => html.push_str("</del>"),
                InlineKind::Link(_) => html.push_str("</a>"),
                _ => {}
            },
        });
    }

    fn open_link(&self, number: u32, html: &mut String) {
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
            Target::Nowhere => (String::new(), String::new()),
        };
        html.push_str("<a href=\"");
        escape(&address, html);
        html.push_str("\">");
        escape(&text, html);
    }

    fn note_reference(&self, note: u32, occurrence: u32, html: &mut String) {
        let number = (note + 1).to_string();
        let label = self.text("note-label", &[("number", &number)]);
        let tag = self.tag;
        let id = reference_id(tag, note, occurrence);
        push(html, format_args!("<sup class=\"noteref\"><a id=\"{id}\" href=\"#_note-{tag}-{number}\""));
        push(html, format_args!(" role=\"doc-noteref\" aria-label=\"{label}\">{number}</a></sup>"));
    }

    /// A note's body; a link back to each of its references stands at the end of its last paragraph.
    fn note(&self, number: usize) -> String {
        let note = &self.document.notes[number];
        if note.block == u32::MAX {
            return String::new();
        }
        let mut html = self.range(self.document.inside(note.block), self.document.blocks[note.block as usize].span);
        let shown = (number + 1).to_string();
        let label = self.text("note-back", &[("number", &shown)]);
        let mut back = String::new();
        for occurrence in 0..note.references {
            let id = reference_id(self.tag, number as u32, occurrence);
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

fn alignment(align: Option<&Align>) -> &'static str {
    match align {
        Some(Align::Centre) => " class=\"align-center\">",
        Some(Align::End) => " class=\"align-right\">",
        _ => ">",
    }
}

fn reference_id(tag: &str, note: u32, occurrence: u32) -> String {
    match occurrence {
        0 => format!("_noteref-{tag}-{}", note + 1),
        _ => format!("_noteref-{tag}-{}-{}", note + 1, occurrence + 1),
    }
}

/// Writing to a `String` cannot fail.
pub fn push(html: &mut String, arguments: std::fmt::Arguments<'_>) {
    html.write_fmt(arguments).unwrap_or_default();
}
