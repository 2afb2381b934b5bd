//! Markdown → arena, in one pass over `pulldown-cmark`'s events.
//!
//! Takes: a source file, where its text begins, and its language's quotation marks. Gives: the arena's parts and a diagnostic for
//! each silent misreading. Must not know about other files.

use std::collections::HashMap;
use std::ops::Range;
use std::sync::Arc;

use pulldown_cmark::{Alignment, BlockQuoteKind, CodeBlockKind, Event, LinkType, Options, Parser, Tag, TagEnd};

use super::arena::*;
use super::front::is_slug;
use crate::diagnostics::{Code, Diagnostic, Place, Source, Span};
use crate::locale::QuotationMarks;

/// Blocks and inlines nested deeper than this are refused.
const DEEPEST: usize = 64;
/// Footnotes without a definition that are reported in one file: a person mends a few and runs again.
const MOST_UNDEFINED: usize = 50;

/// The parts of a [`Document`] that come from its text.
#[derive(Default)]
pub struct Parsed {
    pub blocks: Vec<Block>,
    pub inlines: Vec<Inline>,
    pub text: String,
    pub links: Vec<Link>,
    pub images: Vec<Image>,
    pub notes: Vec<Note>,
    pub sections: Vec<Section>,
}

pub fn parse(source: &Arc<Source>, body: usize, marks: QuotationMarks) -> (Parsed, Vec<Diagnostic>) {
    let text = &source.text[body..];
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_SMART_PUNCTUATION
        | Options::ENABLE_HEADING_ATTRIBUTES
        | Options::ENABLE_DEFINITION_LIST
        | Options::ENABLE_GFM;
    let mut builder = Builder::new(source, body, marks);
    for (event, range) in Parser::new_ext(text, options).into_offset_iter() {
        builder.event(event, range.start + body..range.end + body);
    }
    builder.finish()
}

struct Builder<'s> {
    source: &'s Arc<Source>,
    body: usize,
    marks: QuotationMarks,
    parsed: Parsed,
    diagnostics: Vec<Diagnostic>,
    open_blocks: Vec<u32>,
    open_inlines: Vec<u32>,
    /// Open containers that are dropped because they lie too deep.
    too_deep: usize,
    /// The image whose alt text is being read, and how deep inside it we are.
    image: Option<usize>,
    image_depth: usize,
    column: u16,
    single_quotes: usize,
    note_numbers: HashMap<String, u32>,
    /// Where `[^` may stand without being a reference: code, raw HTML, references and definitions themselves.
    spoken_for: Vec<Range<usize>>,
    heading_id: Option<Option<Id>>,
}

impl<'s> Builder<'s> {
    fn new(source: &'s Arc<Source>, body: usize, marks: QuotationMarks) -> Self {
        Builder {
            source,
            body,
            marks,
            parsed: Parsed::default(),
            diagnostics: Vec::new(),
            open_blocks: Vec::new(),
            open_inlines: Vec::new(),
            too_deep: 0,
            image: None,
            image_depth: 0,
            column: 0,
            single_quotes: 0,
            note_numbers: HashMap::new(),
            spoken_for: Vec::new(),
            heading_id: None,
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
            Event::Html(html) => self.html_block_text(&html, range),
            Event::InlineHtml(html) => self.inline_html(&html, range),
            Event::FootnoteReference(label) => self.note_reference(&label, range),
            Event::SoftBreak => self.leaf(InlineKind::SoftBreak, range),
            Event::HardBreak => self.leaf(InlineKind::HardBreak, range),
            Event::Rule => {
                self.open_block(BlockKind::Rule, range.clone());
                self.close_block(range.end);
            }
            Event::TaskListMarker(done) => {
                if let Some(&item) = self.open_blocks.last()
                    && let BlockKind::Item { task } = &mut self.parsed.blocks[item as usize].kind
                {
                    *task = Some(done);
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
                let odd = !classes.is_empty() || !attrs.is_empty();
                self.heading(level as u8, id.as_deref(), odd, range);
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
            TagEnd::Emphasis | TagEnd::Strong | TagEnd::Strikethrough | TagEnd::Link => self.close_inline(),
            TagEnd::MetadataBlock(_) | TagEnd::Superscript | TagEnd::Subscript | TagEnd::Image => {}
            _ => {
                self.close_plain();
                self.close_block(range.end);
            }
        }
    }

    // ---- blocks ----

    fn open_block(&mut self, kind: BlockKind, range: Range<usize>) {
        self.close_plain();
        self.single_quotes = 0;
        let at = self.parsed.inlines.len() as u32;
        self.open_blocks.push(self.parsed.blocks.len() as u32);
        let span = Span::new(range.start, range.end);
        self.parsed.blocks.push(Block { kind, span, end: 0, inlines: at..at });
    }

    fn close_block(&mut self, end: usize) {
        let Some(index) = self.open_blocks.pop() else { return };
        let blocks = self.parsed.blocks.len() as u32;
        let last_child = self.parsed.blocks[index as usize + 1..].iter().map(|child| child.span.end).max();
        let block = &mut self.parsed.blocks[index as usize];
        block.end = blocks;
        block.inlines.end = self.parsed.inlines.len() as u32;
        if !takes_inlines(&block.kind) {
            block.inlines.end = block.inlines.start;
        }
        // A definition list's range runs on to the next block: a container ends where its last child does.
        if let Some(last) = last_child {
            block.span.end = last.max(block.span.start);
        } else {
            let written = &self.source.text[block.span.start as usize..end.max(block.span.start as usize)];
            block.span.end = block.span.start + written.trim_end().len() as u32;
        }
        match block.kind {
            BlockKind::Paragraph => self.close_paragraph(index),
            BlockKind::Heading { level } => self.close_heading(index, level),
            BlockKind::Html { .. } => self.close_html(index),
            _ => {}
        }
    }

    /// The text of a tight list item stands in no block of its own: one is made for it.
    fn need_inline_block(&mut self, start: usize) {
        let takes = self.open_blocks.last().is_some_and(|&top| takes_inlines(&self.parsed.blocks[top as usize].kind));
        if !takes {
            self.open_block(BlockKind::Plain, start..start);
        }
    }

    fn close_plain(&mut self) {
        if let Some(&top) = self.open_blocks.last()
            && self.parsed.blocks[top as usize].kind == BlockKind::Plain
        {
            let end = self.parsed.inlines.last().map_or(0, |inline| inline.span.end) as usize;
            self.close_block(end);
        }
    }

    /// An image alone in its paragraph is a figure; an image beside text is not part of the dialect.
    fn close_paragraph(&mut self, index: u32) {
        let block = &self.parsed.blocks[index as usize];
        let inlines = &self.parsed.inlines[block.inlines.start as usize..block.inlines.end as usize];
        // Images leave no inline: a paragraph without any held images alone.
        let images: Vec<u32> = (0u32..)
            .zip(&self.parsed.images)
            .filter(|(_, image)| block.span.start <= image.span.start && image.span.end <= block.span.end)
            .map(|(number, _)| number)
            .collect();
        match images.as_slice() {
            [] => {}
            [image] if inlines.is_empty() => self.parsed.blocks[index as usize].kind = BlockKind::Figure { image: *image },
            _ => {
                for image in images {
                    let span = self.parsed.images[image as usize].span;
                    let diagnostic = self.report(Code::InlineImage, span);
                    self.diagnostics.push(diagnostic);
                }
            }
        }
    }

    fn heading(&mut self, level: u8, id: Option<&str>, odd: bool, range: Range<usize>) {
        let written = self.written(&range).trim_end();
        let nested = !self.open_blocks.is_empty();
        let attributes = written.rfind('{').filter(|_| id.is_some() || odd);
        let span = attributes.map_or(Span::new(range.start, range.start + written.len()), |at| {
            let end = written[at..].find('}').map_or(written.len(), |end| at + end + 1);
            Span::new(range.start + at, range.start + end)
        });
        if odd || id.is_some_and(|id| !is_slug(id)) {
            let shown = id.unwrap_or_default().to_owned();
            let diagnostic = self.report(Code::MalformedId, span).with("id", shown);
            self.diagnostics.push(diagnostic);
        }
        if nested {
            let diagnostic = self.report(Code::NestedHeading, Span::new(range.start, range.start + written.len()));
            self.diagnostics.push(diagnostic);
        }
        self.heading_id = (!nested).then(|| id.map(|id| Id { text: id.to_owned(), span }));
        self.open_block(BlockKind::Heading { level }, range);
    }

    fn close_heading(&mut self, index: u32, level: u8) {
        let Some(id) = self.heading_id.take() else { return };
        let block = &self.parsed.blocks[index as usize];
        let (span, inlines) = (block.span, block.inlines.clone());
        if level == 1 {
            let diagnostic = self.report(Code::TitleInText, span);
            self.diagnostics.push(diagnostic);
        }
        let title = self.plain(inlines);
        let after = index + 1;
        self.parsed.sections.push(Section { heading: Some(index), level, id, title, blocks: after..after, span });
    }

    fn note_definition(&mut self, label: &str, range: Range<usize>) {
        let written = self.written(&range);
        let head = written.find("]:").map_or(0, |at| at + 2);
        self.spoken_for.push(range.start..range.start + head);
        let number = self.note_number(label);
        let span = Span::new(range.start, range.start + head);
        let block = self.parsed.blocks.len() as u32;
        let note = &mut self.parsed.notes[number as usize];
        if note.block != u32::MAX {
            let first = note.span;
            let diagnostic = self.report(Code::DuplicateFootnote, span).with("label", label);
            self.diagnostics.push(diagnostic.related(Place::new(self.source, first)));
        } else {
            note.block = block;
            note.span = span;
        }
        self.open_block(BlockKind::Note { note: number }, range);
    }

    fn note_reference(&mut self, label: &str, range: Range<usize>) {
        self.spoken_for.push(range.clone());
        let number = self.note_number(label);
        let note = &mut self.parsed.notes[number as usize];
        let occurrence = note.references;
        note.references += 1;
        self.leaf(InlineKind::NoteRef { note: number, occurrence }, range);
    }

    fn note_number(&mut self, label: &str) -> u32 {
        if let Some(number) = self.note_numbers.get(label) {
            return *number;
        }
        let number = self.parsed.notes.len() as u32;
        let note = Note { label: label.to_owned(), block: u32::MAX, span: Span::default(), references: 0 };
        self.parsed.notes.push(note);
        self.note_numbers.insert(label.to_owned(), number);
        number
    }

    // ---- inlines ----

    fn store(&mut self, text: &str) -> TextRange {
        let start = self.parsed.text.len() as u32;
        self.parsed.text.push_str(text);
        start..self.parsed.text.len() as u32
    }

    fn leaf(&mut self, kind: InlineKind, range: Range<usize>) {
        self.need_inline_block(range.start);
        let end = self.parsed.inlines.len() as u32 + 1;
        self.parsed.inlines.push(Inline { kind, span: Span::new(range.start, range.end), end });
    }

    fn open_inline(&mut self, kind: InlineKind, range: Range<usize>) {
        self.need_inline_block(range.start);
        self.open_inlines.push(self.parsed.inlines.len() as u32);
        self.parsed.inlines.push(Inline { kind, span: Span::new(range.start, range.end), end: 0 });
    }

    fn close_inline(&mut self) {
        let Some(index) = self.open_inlines.pop() else { return };
        let end = self.parsed.inlines.len() as u32;
        self.parsed.inlines[index as usize].end = end;
        if let InlineKind::Link(link) = self.parsed.inlines[index as usize].kind {
            self.parsed.links[link as usize].filled_in = end == index + 1;
        }
    }

    fn link(&mut self, kind: LinkType, destination: &str, range: Range<usize>) {
        let bare = matches!(kind, LinkType::Autolink | LinkType::Email);
        let destination = match kind {
            LinkType::Email => format!("mailto:{destination}"),
            _ => destination.to_owned(),
        };
        let number = self.parsed.links.len() as u32;
        let span = Span::new(range.start, range.end);
        self.parsed.links.push(Link { destination, span, filled_in: false, bare });
        self.open_inline(InlineKind::Link(number), range);
    }

    fn inside_image(&mut self, event: Event<'_>, range: &Range<usize>) {
        let Some(image) = self.image.map(|image| &mut self.parsed.images[image]) else { return };
        match event {
            Event::Start(_) => self.image_depth += 1,
            Event::End(_) => {
                self.image_depth -= 1;
                if self.image_depth == 0 {
                    self.image = None;
                }
            }
            Event::Text(text) | Event::Code(text) => image.alt.push_str(&text),
            Event::SoftBreak | Event::HardBreak => image.alt.push(' '),
            Event::FootnoteReference(_) => self.spoken_for.push(range.clone()),
            _ => {}
        }
    }

    fn text(&mut self, text: &str, range: Range<usize>) {
        if let Some(&top) = self.open_blocks.last()
            && let BlockKind::Code { .. } = self.parsed.blocks[top as usize].kind
        {
            let stored = self.store(text);
            if let BlockKind::Code { text, .. } = &mut self.parsed.blocks[top as usize].kind {
                text.end = stored.end;
            }
            return;
        }
        let written = self.written(&range);
        let text = match (written, text) {
            ("\"", "\u{201c}") => self.marks.open,
            ("\"", "\u{201d}") => self.marks.close,
            ("'", "\u{2018}") => {
                self.single_quotes += 1;
                self.marks.open_inner
            }
            ("'", "\u{2019}") if self.single_quotes > 0 && !self.letter_follows(range.end) => {
                self.single_quotes -= 1;
                self.marks.close_inner
            }
            (_, text) => text,
        };
        let stored = self.store(text);
        self.leaf(InlineKind::Text(stored), range);
    }

    fn letter_follows(&self, at: usize) -> bool {
        self.source.text[at..].chars().next().is_some_and(char::is_alphanumeric)
    }

    fn html_block_text(&mut self, html: &str, _range: Range<usize>) {
        let stored = self.store(html);
        if let Some(&top) = self.open_blocks.last()
            && let BlockKind::Html { text } = &mut self.parsed.blocks[top as usize].kind
        {
            text.end = stored.end;
        }
    }

    /// A block that is nothing but a comment leaves nothing; any other is shown as the text it is.
    fn close_html(&mut self, index: u32) {
        let block = &self.parsed.blocks[index as usize];
        let (span, written) = (block.span, self.source.text[block.span.range()].trim());
        let only_comment = written.starts_with("<!--") && written.find("-->").is_some_and(|at| at + 3 == written.len());
        if only_comment {
            self.parsed.blocks.truncate(index as usize);
        } else {
            let diagnostic = self.report(Code::RawHtml, span);
            self.diagnostics.push(diagnostic);
        }
    }

    fn inline_html(&mut self, html: &str, range: Range<usize>) {
        self.spoken_for.push(range.clone());
        if html.starts_with("<!--") {
            return;
        }
        let diagnostic = self.report(Code::RawHtml, Span::new(range.start, range.end));
        self.diagnostics.push(diagnostic);
        let text = self.store(html);
        self.leaf(InlineKind::Html(text), range);
    }

    fn plain(&self, inlines: Range<u32>) -> String {
        let mut plain = String::new();
        for inline in &self.parsed.inlines[inlines.start as usize..inlines.end as usize] {
            match &inline.kind {
                InlineKind::Text(text) | InlineKind::Code(text) | InlineKind::Html(text) => {
                    plain.push_str(&self.parsed.text[text.start as usize..text.end as usize]);
                }
                InlineKind::SoftBreak | InlineKind::HardBreak => plain.push(' '),
                _ => {}
            }
        }
        plain
    }

    // ---- the whole ----

    fn finish(mut self) -> (Parsed, Vec<Diagnostic>) {
        self.undefined_notes();
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

    /// `[^label]` without a definition is plain text to the parser, and a lost note to the author.
    fn undefined_notes(&mut self) {
        self.spoken_for.sort_by_key(|range| range.start);
        let text = &self.source.text;
        let mut found = 0;
        for (at, _) in text[self.body..].match_indices("[^") {
            let at = at + self.body;
            let after = self.spoken_for.partition_point(|range| range.start <= at);
            let inside = self.spoken_for[..after].iter().rev().take(DEEPEST).any(|range| range.contains(&at));
            let escaped = text[..at].bytes().rev().take_while(|byte| *byte == b'\\').count() % 2 == 1;
            let Some(length) = text[at..].find([']', '\n']) else { continue };
            let closed = text[at + length..].starts_with(']') && length > 2;
            if inside || escaped || !closed {
                continue;
            }
            let label = text[at + 2..at + length].to_owned();
            found += 1;
            if found > MOST_UNDEFINED {
                break;
            }
            let known: Vec<String> = self.parsed.notes.iter().map(|note| note.label.clone()).collect();
            let diagnostic = self.report(Code::UndefinedFootnote, Span::new(at, at + length + 1));
            let diagnostic = diagnostic.with("label", label.as_str());
            self.diagnostics.push(match crate::diagnostics::nearest(&label, known.iter().map(String::as_str)) {
                Some(near) => diagnostic.with("nearest", near).hint("hint-nearest"),
                None => diagnostic,
            });
        }
    }

    /// Notes are numbered in the order in which a reader meets them.
    fn order_notes(&mut self) {
        let mut order: Vec<u32> = Vec::new();
        let mut met = vec![false; self.parsed.notes.len()];
        for inline in &self.parsed.inlines {
            if let InlineKind::NoteRef { note, .. } = inline.kind
                && !std::mem::replace(&mut met[note as usize], true)
            {
                order.push(note);
            }
        }
        order.extend((0..self.parsed.notes.len() as u32).filter(|note| self.parsed.notes[*note as usize].references == 0));
        let mut place = vec![0u32; order.len()];
        for (new, old) in (0u32..).zip(&order) {
            place[*old as usize] = new;
        }
        self.parsed.notes = order.iter().map(|old| self.parsed.notes[*old as usize].clone()).collect();
        for inline in &mut self.parsed.inlines {
            if let InlineKind::NoteRef { note, .. } = &mut inline.kind {
                *note = place[*note as usize];
            }
        }
        for block in &mut self.parsed.blocks {
            if let BlockKind::Note { note } = &mut block.kind {
                *note = place[*note as usize];
            }
        }
    }
}

/// Puts the opening before the sections and gives each the blocks up to the next heading.
fn with_extents(headings: Vec<Section>, blocks: &[Block], body: usize) -> Vec<Section> {
    let start = Span::new(body, body);
    let opening = Section { heading: None, level: 1, id: None, title: String::new(), blocks: 0..0, span: start };
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

fn takes_inlines(kind: &BlockKind) -> bool {
    matches!(
        kind,
        BlockKind::Heading { .. } | BlockKind::Paragraph | BlockKind::Plain | BlockKind::TableCell { .. } | BlockKind::Term
    )
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
