//! HTML of blocks: each document's pieces, put together by every page that shows them.
//!
//! Takes: a document of the publication. Gives: its headings, blocks and notes as HTML without ids of sections — the same piece may
//! stand alone or beside its version in another language, and the page gives it its anchor. Must not know what a page looks like.

mod citations;
mod inlines;
mod places;

use std::fmt::Write;
use std::mem::Discriminant;
use std::ops::Range;

use self::places::Lines;
use crate::diagnostics::Span;
use crate::documents::Document;
use crate::documents::arena::{Align, Block, BlockKind, Visit};
use crate::publication::procedures::Role;
use crate::publication::{Publication, SectionKey};

/// One document as HTML.
#[derive(Debug)]
pub struct Pieces {
    /// In the order of [`Document::sections`].
    pub sections: Vec<SectionPieces>,
    /// The bodies of notes, with their links back, in the order of [`Document::notes`].
    pub notes: Vec<String>,
    /// What tells its ids from those of other documents on the same page.
    pub scope: String,
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
    /// The id of a table or figure, and where in its HTML it would stand.
    anchor: Option<(usize, String)>,
    /// What kind of block it is: versions of a section whose kinds agree are aligned block by block.
    pub kind: Discriminant<BlockKind>,
}

impl Pieces {
    pub fn of(publication: &Publication, index: usize) -> Pieces {
        let document = &publication.documents[index];
        let is_table = |at: &u32| matches!(document.blocks[*at as usize].kind, BlockKind::Table { .. });
        let tables = (0..document.blocks.len() as u32).filter(is_table).collect();
        let scope = citations::scope(publication, document);
        let writer = Writer { publication, index, document, scope: &scope, tables };
        let sections = document.sections.iter().enumerate().map(|(place, section)| SectionPieces {
            title: match section.heading {
                Some(heading) => writer.heading(&document.blocks[heading as usize]),
                None => escaped(&document.front.title.value),
            },
            blocks: document
                .children(section.blocks.clone())
                .filter(|(_, block)| !matches!(block.kind, BlockKind::Caption { .. }))
                .map(|(at, block)| writer.piece(at, block))
                .chain(writer.references(place))
                .collect(),
        });
        let sections = sections.collect();
        let notes = (0..document.notes.len()).map(|note| writer.note(note)).collect();
        Pieces { sections, notes, scope }
    }
}

impl Pieces {
    /// The same with the place of each in the sources, for whoever reads them beside an editor.
    pub fn marked(publication: &Publication, index: usize) -> Pieces {
        let mut pieces = Pieces::of(publication, index);
        let document = &publication.documents[index];
        let lines = Lines::of(&document.source);
        for (section, own) in document.sections.iter().zip(&mut pieces.sections) {
            let title = section.heading.map_or(document.front.title.span, |heading| document.blocks[heading as usize].span);
            own.title = format!("<span{}>{}</span>", lines.mark(title), own.title);
            let blocks = document.children(section.blocks.clone());
            let blocks = blocks.filter(|(_, block)| !matches!(block.kind, BlockKind::Caption { .. }));
            for ((_, block), piece) in blocks.zip(&mut own.blocks) {
                lines.set(block.span, &mut piece.html);
            }
        }
        for (note, own) in document.notes.iter().zip(&mut pieces.notes).filter(|(note, _)| note.block != u32::MAX) {
            lines.set(document.blocks[note.block as usize].span, own);
        }
        pieces
    }
}

impl Piece {
    /// The id that the page gives to what it puts the piece into.
    pub fn id(&self) -> Option<&str> {
        self.anchor.as_ref().map(|(_, id)| id.as_str())
    }

    /// The piece where it stands alone and has its id itself.
    pub fn write(&self, html: &mut String) {
        match &self.anchor {
            None => html.push_str(&self.html),
            Some((at, id)) => html.extend([&self.html[..*at], " id=\"", id, "\"", &self.html[*at..]]),
        }
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
    scope: &'p str,
    /// The document's tables, for numbering them.
    tables: Vec<u32>,
}

impl Writer<'_> {
    fn text(&self, key: &str, arguments: &[(&str, &str)]) -> String {
        escaped(&self.publication.messages.text(self.document.language, key, arguments))
    }

    fn piece(&self, at: u32, block: &Block) -> Piece {
        let float = self.float_of(at).and_then(|float| self.document.floats[float as usize].id.as_ref());
        let html = self.block(at);
        let anchor = float.map(|id| (html.find(['"', ' ', '>']).unwrap_or_default(), id.text.clone()));
        Piece { html, anchor, kind: std::mem::discriminant(&block.kind) }
    }

    /// The place in [`Document::floats`] of a table or figure with a caption.
    fn float_of(&self, at: u32) -> Option<u32> {
        match self.document.blocks[self.document.caption(at)? as usize].kind {
            BlockKind::Caption { float } => Some(float),
            _ => None,
        }
    }

    /// What a block is within a procedure.
    fn role(&self, at: u32) -> Option<Role> {
        self.publication.procedures[self.index].get(&at).copied()
    }

    fn float_name(&self, float: u32) -> String {
        let number = self.publication.float_numbers[self.index][float as usize];
        let kind = self.document.floats[float as usize].kind;
        escaped(&self.publication.float_name(kind, number, self.document.language))
    }

    /// A caption's name and text.
    fn caption(&self, float: u32, html: &mut String) {
        let caption = &self.document.blocks[self.document.floats[float as usize].caption as usize];
        push(html, format_args!("<span class=\"float-name\">{}.</span> ", self.float_name(float)));
        match caption.passage {
            None => self.write_inlines(caption.inlines.clone(), html),
            Some(passage) => {
                push(html, format_args!("<span{}>", self.language(passage)));
                self.write_inlines(caption.inlines.clone(), html);
                html.push_str("</span>");
            }
        }
    }

    /// The attributes of a passage in another language.
    fn language(&self, passage: u32) -> String {
        let passage = &self.document.passages[passage as usize];
        format!(" lang=\"{}\" dir=\"{}\"", passage.tag, passage.direction.name())
    }

    fn heading(&self, block: &Block) -> String {
        let title = self.inlines(block.inlines.clone());
        match block.passage {
            Some(passage) => format!("<span{}>{title}</span>", self.language(passage)),
            None => title,
        }
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
                if let BlockKind::Caption { .. } = block.kind {
                    return;
                }
                let before = html.len();
                self.open(at, &block.kind, &mut html);
                // In the first tag that was opened for it.
                if let Some(passage) = block.passage
                    && let Some(end) = html[before..].find('>')
                {
                    html.insert_str(before + end, &self.language(passage));
                }
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
            BlockKind::List { start: Some(_) } if self.role(at) == Some(Role::Steps) => {
                html.push_str("<ol class=\"steps\">")
            }
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
                let float = self.float_of(at);
                let label = match float {
                    Some(float) => self.float_name(float),
                    None => self.text("table-region", &[("number", &self.table_number(at).to_string())]),
                };
                push(
                    html,
                    format_args!("<div class=\"table\" role=\"region\" tabindex=\"0\" aria-label=\"{label}\"><table>"),
                );
                if let Some(float) = float {
                    html.push_str("<caption>");
                    self.caption(float, html);
                    html.push_str("</caption>");
                }
            }
            BlockKind::TableHead => html.push_str("<thead><tr>"),
            BlockKind::TableRow => html.push_str("<tr>"),
            BlockKind::Figure { image } => self.figure(at, *image, html),
            BlockKind::DefinitionList if self.role(at) == Some(Role::Facts) => {
                html.push_str("<dl class=\"procedure-facts\">")
            }
            BlockKind::DefinitionList => html.push_str("<dl>"),
            BlockKind::Term => match self.role(at) {
                Some(Role::Term(part)) => push(html, format_args!("<dt class=\"{}\">", part.name())),
                _ => html.push_str("<dt>"),
            },
            BlockKind::Description => html.push_str("<dd>"),
            BlockKind::Rule => html.push_str("<hr>"),
            BlockKind::Html { text } => {
                html.push_str("<p>");
                escape(self.document.slice(text).trim_end(), html);
            }
            BlockKind::Markup { html: text, .. } => push(html, format_args!("<div>{}", self.document.slice(text))),
            BlockKind::Plain | BlockKind::TableCell { .. } | BlockKind::Note { .. } | BlockKind::Caption { .. } => {}
        }
    }

    fn close(&self, kind: &BlockKind, html: &mut String) {
        match kind {
            BlockKind::Paragraph | BlockKind::Html { .. } => html.push_str("</p>"),
            BlockKind::Markup { .. } => html.push_str("</div>"),
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
            | BlockKind::Caption { .. }
            | BlockKind::Note { .. } => {}
        }
    }

    /// Tables that can be scrolled need names that tell them apart.
    fn table_number(&self, at: u32) -> usize {
        self.tables.partition_point(|table| *table <= at)
    }

    fn figure(&self, at: u32, number: u32, html: &mut String) {
        let alt = escaped(&self.document.images[number as usize].alt);
        let Some(image) = &self.publication.images[self.index][number as usize] else { return };
        let address = self.publication.addresses.figure(&image.path);
        let (width, height) = (image.width, image.height);
        push(html, format_args!("<figure class=\"figure\"><img src=\"{}\" alt=\"{alt}\"", escaped(&address)));
        push(html, format_args!(" width=\"{width}\" height=\"{height}\">"));
        if let Some(float) = self.float_of(at) {
            html.push_str("<figcaption>");
            self.caption(float, html);
            html.push_str("</figcaption>");
        }
        html.push_str("</figure>");
    }
}

fn alignment(align: Option<&Align>) -> &'static str {
    match align {
        Some(Align::Centre) => " class=\"align-center\">",
        Some(Align::End) => " class=\"align-right\">",
        _ => ">",
    }
}

/// Writing to a `String` cannot fail.
pub fn push(html: &mut String, arguments: std::fmt::Arguments<'_>) {
    html.write_fmt(arguments).unwrap_or_default();
}
