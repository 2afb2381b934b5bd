//! Blocks: opening and closing them, and what only their end tells.

use std::ops::Range;

use super::Builder;
use super::attributes::{Attributes, Written};
use crate::diagnostics::{Code, Span};
use crate::documents::arena::{Block, BlockKind, Id, Section};
use crate::documents::front::is_slug;

impl Builder<'_> {
    pub(super) fn open_block(&mut self, kind: BlockKind, range: Range<usize>) {
        self.close_plain();
        (self.single_quotes, self.double_quotes) = (0, 0);
        let at = self.parsed.inlines.len() as u32;
        self.open_blocks.push(self.parsed.blocks.len() as u32);
        let span = Span::new(range.start, range.end);
        self.siblings.push(None);
        self.parsed.blocks.push(Block { kind, span, end: 0, inlines: at..at, passage: None });
    }

    pub(super) fn close_block(&mut self, end: usize) {
        if self.open_blocks.last().is_some_and(|&top| takes_inlines(&self.parsed.blocks[top as usize].kind)) {
            self.close_elements(0);
        }
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
            let trimmed = block.span.start + written.trim_end().len() as u32;
            // The last inline may lie within another, as a link's words do, and white space may be the last of a text.
            let own = block.inlines.start as usize..block.inlines.end as usize;
            let inlines = self.parsed.inlines[own].iter().map(|inline| inline.span.end).max();
            block.span.end = trimmed.max(inlines.unwrap_or_default());
        }
        let kind = block.kind.clone();
        self.siblings.pop();
        match kind {
            BlockKind::Paragraph => {
                self.closing_language(index);
                self.close_paragraph(index);
            }
            BlockKind::Plain => self.closing_language(index),
            BlockKind::TableRow => self.caption_in_row(index),
            BlockKind::Heading { level } => self.close_heading(index, level),
            BlockKind::Html { .. } => self.close_html(index),
            _ => {}
        }
        let still_there = (index as usize) < self.parsed.blocks.len();
        if let Some(sibling) = self.siblings.last_mut().filter(|_| still_there) {
            *sibling = Some(index);
        }
        if kind == BlockKind::DefinitionList {
            self.close_definition_list(index);
        }
    }

    /// The text of a tight list item stands in no block of its own: one is made for it.
    pub(super) fn need_inline_block(&mut self, start: usize) {
        let takes = self.open_blocks.last().is_some_and(|&top| takes_inlines(&self.parsed.blocks[top as usize].kind));
        if !takes {
            self.open_block(BlockKind::Plain, start..start);
        }
    }

    pub(super) fn close_plain(&mut self) {
        if let Some(&top) = self.open_blocks.last()
            && self.parsed.blocks[top as usize].kind == BlockKind::Plain
        {
            // Its inlines tell where it ends.
            self.close_block(0);
        }
    }

    /// An image alone in its paragraph is a figure.
    pub(super) fn close_paragraph(&mut self, index: u32) {
        let Some(block) = self.parsed.blocks.get(index as usize) else { return };
        let inlines = &self.parsed.inlines[block.inlines.start as usize..block.inlines.end as usize];
        // Images leave no inline: a paragraph without any held images alone.
        let images = self.parsed.images.iter().rev().take_while(|image| block.span.start <= image.span.start).count();
        if images == 1 && inlines.is_empty() {
            let image = self.parsed.images.len() as u32 - 1;
            self.parsed.blocks[index as usize].kind = BlockKind::Figure { image };
        } else {
            self.caption_of_paragraph(index);
        }
    }

    /// An image beside text, in a cell, a heading or the line of a list is not part of the dialect.
    pub(super) fn inline_images(&mut self) {
        let mut alone = vec![false; self.parsed.images.len()];
        for block in &self.parsed.blocks {
            if let BlockKind::Figure { image } = block.kind {
                alone[image as usize] = true;
            }
        }
        for (image, _) in alone.into_iter().enumerate().filter(|(_, alone)| !alone) {
            let diagnostic = self.report(Code::InlineImage, self.parsed.images[image].span);
            self.diagnostics.push(diagnostic);
        }
    }

    pub(super) fn heading(&mut self, level: u8, attributes: &Written<'_>, range: Range<usize>) {
        let (id, language, odd) = (attributes.id.as_deref(), attributes.language(), attributes.is_odd());
        let written = self.written(&range).trim_end();
        let nested = !self.open_blocks.is_empty();
        let braces = written.rfind('{').filter(|_| !attributes.is_nothing());
        let span = braces.map_or(Span::new(range.start, range.start + written.len()), |at| {
            let end = written[at..].find('}').map_or(written.len(), |end| at + end + 1);
            Span::new(range.start + at, range.start + end)
        });
        let shown = self.source.text[span.range()].trim_matches(['{', '}', ' ']).trim_start_matches('#').to_owned();
        // Of several ids the parser keeps one.
        let several = id.is_some() && shown.contains('#');
        if odd || several || id.is_some_and(|id| !is_slug(id)) {
            let diagnostic = self.report(Code::MalformedId, span).with("problem", "form").with("id", shown);
            self.diagnostics.push(diagnostic);
        }
        if nested {
            let diagnostic = self.report(Code::NestedHeading, Span::new(range.start, range.start + written.len()));
            self.diagnostics.push(diagnostic);
        }
        self.heading_attributes = match odd || braces.is_none() {
            true => Attributes::default(),
            false => self.attributes(attributes, span.range()),
        };
        self.heading_id = (!nested).then(|| id.map(|id| Id { text: id.to_owned(), span }));
        let passage = language.and_then(|tag| self.heading_language(tag, &range));
        self.open_block(BlockKind::Heading { level }, range);
        if let Some(block) = self.parsed.blocks.last_mut() {
            block.passage = passage;
        }
    }

    pub(super) fn close_heading(&mut self, index: u32, level: u8) {
        let Some(id) = self.heading_id.take() else { return };
        let block = &self.parsed.blocks[index as usize];
        let (span, inlines) = (block.span, block.inlines.clone());
        if level == 1 {
            let diagnostic = self.report(Code::TitleInText, span);
            self.diagnostics.push(diagnostic);
        }
        let title = self.plain(inlines);
        if id.is_none() {
            self.misplaced_id(span);
        }
        let after = index + 1;
        let Attributes { procedure, facets } = std::mem::take(&mut self.heading_attributes);
        let blocks = after..after;
        self.parsed.sections.push(Section {
            heading: Some(index),
            level,
            id,
            title: title.into(),
            blocks,
            span,
            procedure,
            facets,
        });
    }

    /// `## Title {#id} ##` and `## Title {#id}, more`: what is not at the line's end would be part of the title.
    fn misplaced_id(&mut self, heading: Span) {
        let written = &self.source.text[heading.range()];
        let Some(at) = written.find("{#") else { return };
        let Some(length) = written[at..].find('}') else { return };
        let id = written[at + 2..at + length].trim().to_owned();
        let code_or_escape = written[..at].matches('`').count() % 2 == 1 || written[..at].ends_with('\\');
        if is_slug(&id) && !code_or_escape {
            let start = heading.start as usize + at;
            let diagnostic = self.report(Code::MalformedId, Span::new(start, start + length + 1)).with("id", id);
            self.diagnostics.push(diagnostic.with("problem", "place").hint("hint-end"));
        }
    }
}

fn takes_inlines(kind: &BlockKind) -> bool {
    matches!(
        kind,
        BlockKind::Heading { .. } | BlockKind::Paragraph | BlockKind::Plain | BlockKind::TableCell { .. } | BlockKind::Term
    )
}
