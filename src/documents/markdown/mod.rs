//! Markdown → arena, in one pass over `pulldown-cmark`'s events.
//!
//! Takes: a source file, where its text begins, and its language's quotation marks, what becomes of HTML. Gives: the arena's parts and a diagnostic for
//! each silent misreading. Must not know about other files.

mod attributes;
mod blocks;
mod captions;
mod citations;
mod inlines;
mod limits;
mod lists;
mod marks;
mod misreadings;
mod notes;
mod parents;
mod passages;
mod raw_html;
mod tables;
mod unclosed;

use std::collections::HashMap;
use std::ops::Range;
use std::sync::Arc;

use camino::Utf8PathBuf;
use pulldown_cmark::{Alignment, BlockQuoteKind, BrokenLink, CodeBlockKind, Event, Options, Parser, Tag, TagEnd};

use super::arena::{
    Alert, Align, Block, BlockKind, Document, Float, Id, Image, Inline, InlineKind, Link, Note, Passage, Reading, Section,
};
use super::citation::Citation;
use super::front::FrontMatter;
use super::mark::Mark;
use crate::config::RawHtml;
use crate::diagnostics::{Code, Diagnostic, Place, Source, Span};
use crate::locale::QuotationMarks;
use attributes::{Attributes, Written};
use passages::is_passage;

/// Blocks and inlines nested deeper than this are refused.
const DEEPEST: usize = 64;

/// The parts of a [`Document`] that come from its text.
#[derive(Default)]
pub struct Parsed {
    pub blocks: Vec<Block>,
    pub inlines: Vec<Inline>,
    pub text: String,
    pub links: Vec<Link>,
    pub images: Vec<Image>,
    pub notes: Vec<Note>,
    pub floats: Vec<Float>,
    pub passages: Vec<Passage>,
    pub citations: Vec<Citation>,
    pub marks: Vec<Mark>,
    pub sections: Vec<Section>,
}

impl Parsed {
    /// The document that has this text: where it stands, in which language, and what its front matter says.
    pub fn document(self, source: &Arc<Source>, path: Utf8PathBuf, language: usize, front: FrontMatter) -> Document {
        let reading = Reading {
            source: Arc::clone(source),
            path,
            language,
            front,
            blocks: self.blocks,
            inlines: self.inlines,
            text: self.text,
            links: self.links,
            images: self.images,
            notes: self.notes,
            floats: self.floats,
            passages: self.passages,
            citations: self.citations,
            marks: self.marks,
            sections: self.sections,
        };
        reading.into()
    }
}

pub fn parse(source: &Arc<Source>, body: usize, marks: QuotationMarks, raw_html: RawHtml) -> (Parsed, Vec<Diagnostic>) {
    let text = &source.text[body..];
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_SMART_PUNCTUATION
        | Options::ENABLE_HEADING_ATTRIBUTES
        | Options::ENABLE_DEFINITION_LIST
        | Options::ENABLE_GFM;
    let mut builder = Builder::new(source, body, marks, raw_html);
    let mut unresolved = |link: BrokenLink<'_>| passages::marked(text, &link).or_else(|| citations::marked(text, &link));
    let parser = Parser::new_with_broken_link_callback(text, options, Some(&mut unresolved));
    builder.citations_as_definitions(parser.reference_definitions());
    for (event, range) in parser.into_offset_iter() {
        builder.event(event, range.start + body..range.end + body);
    }
    builder.finish()
}

struct Builder<'s> {
    source: &'s Arc<Source>,
    body: usize,
    marks: QuotationMarks,
    raw_html: RawHtml,
    /// Elements opened among words.
    opened: Vec<raw_html::Opened>,
    parsed: Parsed,
    diagnostics: Vec<Diagnostic>,
    open_blocks: Vec<u32>,
    /// The last block within each open one, the first being that within none.
    siblings: Vec<Option<u32>>,
    open_inlines: Vec<u32>,
    /// Links within the open one, which are left out.
    links_within: usize,
    /// Open containers that are dropped because they lie too deep.
    too_deep: usize,
    /// Open elements within a citation, which was read from the source.
    citing: usize,
    /// The image whose alt text is being read, and how deep inside it we are.
    image: Option<usize>,
    image_depth: usize,
    column: u16,
    single_quotes: usize,
    double_quotes: usize,
    note_numbers: HashMap<String, u32>,
    /// Where `[^` may stand without being a reference: code, raw HTML, addresses, references and definitions themselves.
    spoken_for: Vec<Range<usize>>,
    heading_id: Option<Option<Id>>,
    heading_attributes: Attributes,
    /// What has been read as a language and is no text any more; the innermost last.
    read: Vec<Range<usize>>,
    /// `{lang=…}` that follow nothing, so far.
    stray: Vec<Span>,
}

impl<'s> Builder<'s> {
    fn new(source: &'s Arc<Source>, body: usize, marks: QuotationMarks, raw_html: RawHtml) -> Self {
        let length = source.text.len() - body;
        let mut parsed = Parsed::default();
        // A text as it is written, one inline and a little more than half a block a line.
        parsed.text.reserve(length);
        parsed.inlines.reserve(length / 48);
        parsed.blocks.reserve(length / 76);
        Builder {
            source,
            body,
            marks,
            raw_html,
            opened: Vec::new(),
            parsed,
            diagnostics: Vec::new(),
            open_blocks: Vec::new(),
            siblings: vec![None],
            open_inlines: Vec::new(),
            links_within: 0,
            read: Vec::new(),
            stray: Vec::new(),
            too_deep: 0,
            citing: 0,
            image: None,
            image_depth: 0,
            column: 0,
            single_quotes: 0,
            double_quotes: 0,
            note_numbers: HashMap::new(),
            spoken_for: Vec::new(),
            heading_id: None,
            heading_attributes: Attributes::default(),
        }
    }

    fn report(&mut self, code: Code, span: Span) -> Diagnostic {
        Diagnostic::new(code, Place::new(self.source, span))
    }

    fn written(&self, range: &Range<usize>) -> &'s str {
        &self.source.text[range.clone()]
    }

    fn event(&mut self, event: Event<'_>, range: Range<usize>) {
        if self.too_deep > 0 {
            match event {
                Event::Start(_) => self.too_deep += 1,
                Event::End(_) => self.too_deep -= 1,
                _ => {}
            }
            return;
        }
        if self.citing > 0 {
            match event {
                Event::Start(_) => self.citing += 1,
                Event::End(_) => self.citing -= 1,
                _ => {}
            }
            return;
        }
        if self.image.is_some() {
            self.inside_image(event, &range);
            return;
        }
        match event {
            Event::Start(tag) => self.start(tag, range),
            Event::End(tag) => self.end(tag, range),
            Event::Text(text) => self.text(&text, range),
            Event::Code(code) => {
                self.spoken_for.push(range.clone());
                let text = self.store(&code);
                self.leaf(InlineKind::Code(text), range);
            }
            Event::Html(html) => self.html_block_text(&html),
            Event::InlineHtml(html) => self.inline_html(&html, range),
            Event::FootnoteReference(label) => self.note_reference(&label, range),
            Event::SoftBreak => self.leaf(InlineKind::SoftBreak, range),
            Event::HardBreak => self.leaf(InlineKind::HardBreak, range),
            Event::Rule => {
                self.open_block(BlockKind::Rule, range.clone());
                self.close_block(range.end);
            }
            Event::TaskListMarker(done) => {
                // In a list whose items have empty lines between them, a paragraph lies between the item and its mark.
                for item in self.open_blocks.iter().rev().take(2) {
                    if let BlockKind::Item { task } = &mut self.parsed.blocks[*item as usize].kind {
                        *task = Some(done);
                        break;
                    }
                }
            }
            // Off in the options above.
            Event::InlineMath(_) | Event::DisplayMath(_) => {}
        }
    }

    fn start(&mut self, tag: Tag<'_>, range: Range<usize>) {
        if self.open_blocks.len() + self.open_inlines.len() >= DEEPEST {
            let diagnostic = self.report(Code::TooDeep, Span::new(range.start, range.end)).with("limit", DEEPEST);
            self.diagnostics.push(diagnostic);
            self.too_deep = 1;
            return;
        }
        let kind = match tag {
            Tag::Paragraph => BlockKind::Paragraph,
            Tag::Heading { level, id, classes, attrs } => {
                self.heading(level as u8, &Written { id, classes, values: attrs }, range);
                return;
            }
            Tag::BlockQuote(None) => BlockKind::Quote,
            Tag::BlockQuote(Some(kind)) => BlockKind::Alert(alert(kind)),
            Tag::CodeBlock(kind) => {
                self.spoken_for.push(range.clone());
                let language = match &kind {
                    CodeBlockKind::Fenced(info) => info.split_whitespace().next().unwrap_or_default(),
                    CodeBlockKind::Indented => "",
                };
                let language = self.store(language);
                let end = self.parsed.text.len() as u32;
                BlockKind::Code { language, text: end..end }
            }
            Tag::HtmlBlock => {
                self.spoken_for.push(range.clone());
                let end = self.parsed.text.len() as u32;
                BlockKind::Html { text: end..end }
            }
            Tag::List(start) => BlockKind::List { start },
            Tag::Item => BlockKind::Item { task: None },
            Tag::FootnoteDefinition(label) => {
                self.note_definition(&label, range);
                return;
            }
            Tag::DefinitionList => BlockKind::DefinitionList,
            Tag::DefinitionListTitle => BlockKind::Term,
            Tag::DefinitionListDefinition => BlockKind::Description,
            Tag::Table(columns) => BlockKind::Table { columns: columns.into_iter().map(align).collect() },
            Tag::TableHead => {
                self.column = 0;
                BlockKind::TableHead
            }
            Tag::TableRow => {
                self.column = 0;
                BlockKind::TableRow
            }
            Tag::TableCell => {
                self.column += 1;
                BlockKind::TableCell { column: self.column - 1 }
            }
            Tag::Emphasis => return self.open_inline(InlineKind::Emphasis, range),
            Tag::Strong => return self.open_inline(InlineKind::Strong, range),
            Tag::Strikethrough => return self.open_inline(InlineKind::Strike, range),
            Tag::Link { ref dest_url, .. } if citations::is_citation_link(dest_url) => return self.citation(range),
            Tag::Link { link_type, .. } if is_passage(link_type) => return self.passage(range),
            Tag::Link { link_type, dest_url, .. } => return self.link(link_type, &dest_url, range),
            Tag::Image { dest_url, .. } => {
                self.image = Some(self.parsed.images.len());
                self.image_depth = 1;
                let span = Span::new(range.start, range.end);
                self.parsed.images.push(Image { destination: dest_url.into_string(), alt: String::new(), span });
                return;
            }
            // Off in the options above.
            Tag::MetadataBlock(_) | Tag::Superscript | Tag::Subscript => return,
        };
        self.open_block(kind, range);
    }

    fn end(&mut self, tag: TagEnd, range: Range<usize>) {
        match tag {
            TagEnd::Link if self.links_within > 0 => self.links_within -= 1,
            TagEnd::Emphasis | TagEnd::Strong | TagEnd::Strikethrough | TagEnd::Link => self.close_inline(),
            TagEnd::MetadataBlock(_) | TagEnd::Superscript | TagEnd::Subscript | TagEnd::Image => {}
            _ => {
                self.close_plain();
                self.close_block(range.end);
            }
        }
    }

    fn finish(mut self) -> (Parsed, Vec<Diagnostic>) {
        self.undefined_notes();
        self.report_stray_languages();
        self.inline_images();
        self.misreadings();
        for number in 0..self.parsed.notes.len() {
            let note = &self.parsed.notes[number];
            if note.references == 0 {
                let (span, label) = (note.span, note.label.clone());
                let diagnostic = self.report(Code::UnusedFootnote, span).with("label", label);
                self.diagnostics.push(diagnostic);
            }
        }
        self.order_notes();
        let sections = std::mem::take(&mut self.parsed.sections);
        self.parsed.sections = with_extents(sections, &self.parsed.blocks, self.body);
        (self.parsed, self.diagnostics)
    }
}

/// Puts the opening before the sections and gives each the blocks up to the next heading.
fn with_extents(headings: Vec<Section>, blocks: &[Block], body: usize) -> Vec<Section> {
    let start = Span::new(body, body);
    let opening = Section {
        heading: None,
        level: 1,
        id: None,
        title: Arc::default(),
        blocks: 0..0,
        span: start,
        procedure: false,
        facets: Vec::new(),
    };
    let mut sections: Vec<Section> = std::iter::once(opening).chain(headings).collect();
    for number in 0..sections.len() {
        let end = sections.get(number + 1).and_then(|next| next.heading).unwrap_or(blocks.len() as u32);
        let section = &mut sections[number];
        section.blocks.end = end;
        if end > section.blocks.start {
            let last = blocks[section.blocks.start as usize..end as usize].iter().map(|block| block.span.end).max();
            section.span.end = last.unwrap_or(section.span.end).max(section.span.end);
        }
    }
    sections
}

fn alert(kind: BlockQuoteKind) -> Alert {
    match kind {
        BlockQuoteKind::Note => Alert::Note,
        BlockQuoteKind::Tip => Alert::Tip,
        BlockQuoteKind::Important => Alert::Important,
        BlockQuoteKind::Warning => Alert::Warning,
        BlockQuoteKind::Caution => Alert::Caution,
    }
}

fn align(alignment: Alignment) -> Align {
    match alignment {
        Alignment::None => Align::None,
        Alignment::Left => Align::Start,
        Alignment::Center => Align::Centre,
        Alignment::Right => Align::End,
    }
}
