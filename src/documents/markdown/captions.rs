//! Captions: a paragraph `: Caption {#id}` after an empty line under a table or a figure.
//!
//! Takes: paragraphs, rows and definition lists as they end. Gives: [`Float`]s. The parser knows no captions: one under a figure is a
//! definition list whose term is the image, one right under a table is a row of it, and any other is an odd paragraph.

use std::ops::Range;

use super::Builder;
use crate::diagnostics::{Code, Diagnostic, Span};
use crate::documents::arena::{Block, BlockKind, Float, FloatKind, Id, InlineKind};
use crate::documents::front::is_slug;

impl Builder<'_> {
    /// Makes a caption of a paragraph that begins with a colon.
    pub(super) fn caption_of_paragraph(&mut self, index: u32) {
        let block = &self.parsed.blocks[index as usize];
        let (span, first) = (block.span, block.inlines.start);
        let Some(inline) = self.parsed.inlines[..block.inlines.end as usize].get_mut(first as usize) else { return };
        let InlineKind::Text(text) = &mut inline.kind else { return };
        let shown = &self.parsed.text[text.start as usize..text.end as usize];
        let Some(rest) = shown.strip_prefix(':').filter(|rest| rest.starts_with([' ', '\t'])) else { return };
        let colon = (shown.len() - rest.trim_start().len()) as u32;
        let before = self.siblings.last().copied().flatten();
        let kind = before.and_then(|before| match self.parsed.blocks[before as usize].kind {
            BlockKind::Table { .. } => Some(FloatKind::Table),
            BlockKind::Figure { .. } => Some(FloatKind::Figure),
            _ => None,
        });
        let Some((kind, captioned)) = kind.zip(before) else {
            return self.misplaced_caption(span, "hint");
        };
        text.start += colon;
        inline.span.start += colon;
        self.caption(index, captioned, kind);
    }

    /// Makes a block the caption of the table or figure before it.
    fn caption(&mut self, index: u32, captioned: u32, kind: FloatKind) {
        let id = self.caption_id(index);
        let float = self.parsed.floats.len() as u32;
        let block = &mut self.parsed.blocks[index as usize];
        block.kind = BlockKind::Caption { float };
        let span = block.span;
        self.parsed.floats.push(Float { kind, block: captioned, caption: index, id, span });
        // On a page of several languages, an anchor is a row's: only what stands in the section itself has one.
        if !self.open_blocks.is_empty() {
            self.misplaced_caption(span, "hint-nested");
        }
    }

    fn misplaced_caption(&mut self, span: Span, hint: &'static str) {
        let diagnostic: Diagnostic = self.report(Code::MisplacedCaption, span);
        self.diagnostics.push(diagnostic.hint(hint));
    }

    /// Takes `{#id}` from the end of a caption.
    fn caption_id(&mut self, index: u32) -> Option<Id> {
        let inlines = self.parsed.blocks[index as usize].inlines.clone();
        let inline = self.parsed.inlines[inlines.start as usize..inlines.end as usize].last_mut()?;
        let InlineKind::Text(text) = &mut inline.kind else { return None };
        let shown = self.parsed.text[text.start as usize..text.end as usize].trim_end();
        let at = shown.rfind("{#").filter(|_| shown.ends_with('}'))?;
        let id = shown[at + 2..shown.len() - 1].to_owned();
        let start = inline.span.start as usize + at;
        let span = Span::new(start, start + shown.len() - at);
        let kept = shown[..at].trim_end().len() as u32;
        text.end = text.start + kept;
        inline.span.end = inline.span.start + kept;
        if !is_slug(&id) {
            let diagnostic = self.report(Code::MalformedId, span).with("problem", "form").with("id", id);
            self.diagnostics.push(diagnostic);
            return None;
        }
        Some(Id { text: id, span })
    }

    /// A caption right under a table is a row to the parser.
    pub(super) fn caption_in_row(&mut self, index: u32) {
        let span = self.parsed.blocks[index as usize].span;
        let written = self.source.text[span.range()].trim_start();
        if written.starts_with(": ") && !written.contains('|') {
            self.misplaced_caption(span, "hint-row");
        }
    }

    /// A term that is nothing but an image is a figure, and its description a caption.
    pub(super) fn close_definition_list(&mut self, index: u32) {
        let list = self.parsed.blocks[index as usize].clone();
        let first = self.parsed.images.partition_point(|image| image.span.start < list.span.start);
        let images: Vec<(u32, Span)> =
            (first as u32..).zip(&self.parsed.images[first..]).map(|(number, image)| (number, image.span)).collect();
        let image_of = |term: &Block| {
            let within = |(_, span): &&(u32, Span)| term.span.start <= span.start && span.end <= term.span.end;
            let mut found = images.iter().filter(within);
            let alone = term.kind == BlockKind::Term && term.inlines.is_empty();
            found.next().filter(|_| alone && found.next().is_none()).map(|(number, _)| *number)
        };
        let old: Vec<Block> = self.parsed.blocks[index as usize + 1..].to_vec();
        if !old.iter().any(|block| image_of(block).is_some()) {
            return self.ids_of_descriptions(&old);
        }
        self.parsed.blocks.truncate(index as usize);
        let mut moved: Vec<(Range<u32>, u32)> = Vec::new();
        let mut captions: Vec<(u32, u32)> = Vec::new();
        let (mut at, mut open, mut figure) = (0, None, None);
        while at < old.len() {
            let block = &old[at];
            let subtree = at..(block.end - index - 1) as usize;
            at = subtree.end;
            let place = self.parsed.blocks.len() as u32;
            if let Some(image) = image_of(block) {
                (open, figure) = (None, Some(place));
                let kind = BlockKind::Figure { image };
                self.parsed.blocks.push(Block { kind, end: place + 1, ..block.clone() });
                continue;
            }
            if let Some(captioned) = figure.filter(|_| block.kind == BlockKind::Description) {
                match &old[subtree.start + 1..subtree.end] {
                    [only] if matches!(only.kind, BlockKind::Paragraph | BlockKind::Plain) && captioned + 1 == place => {
                        captions.push((place, captioned));
                        let span = block.span;
                        self.parsed.blocks.push(Block { kind: BlockKind::Paragraph, span, end: place + 1, ..only.clone() });
                    }
                    _ => self.misplaced_caption(block.span, "hint-blocks"),
                }
                continue;
            }
            figure = None;
            let list_at = *open.get_or_insert_with(|| {
                self.parsed.blocks.push(Block { span: block.span, ..list.clone() });
                place
            });
            let start = self.parsed.blocks.len() as u32;
            let old_start = index + 1 + subtree.start as u32;
            moved.push((old_start..old_start + subtree.len() as u32, start));
            let shifted = old[subtree].iter().map(|block| Block { end: block.end - old_start + start, ..block.clone() });
            self.parsed.blocks.extend(shifted);
            let end = self.parsed.blocks.len() as u32;
            let span_end = block.span.end;
            let list = &mut self.parsed.blocks[list_at as usize];
            (list.end, list.span.end) = (end, span_end);
        }
        for note in &mut self.parsed.notes {
            if let Some((old, new)) = moved.iter().find(|(old, _)| old.contains(&note.block)) {
                note.block = note.block - old.start + new;
            }
        }
        let last = open.or(captions.last().map(|(caption, _)| *caption)).or(figure);
        captions.into_iter().for_each(|(caption, captioned)| self.caption(caption, captioned, FloatKind::Figure));
        if let Some(sibling) = self.siblings.last_mut() {
            *sibling = last;
        }
    }

    /// A description with an id was meant as a caption.
    fn ids_of_descriptions(&mut self, blocks: &[Block]) {
        for description in blocks.iter().filter(|block| block.kind == BlockKind::Description) {
            let written = self.source.text[description.span.range()].trim_end();
            let id = written.rfind("{#").filter(|_| written.ends_with('}')).map(|at| &written[at + 2..written.len() - 1]);
            if id.is_some_and(is_slug) {
                self.misplaced_caption(description.span, "hint");
            }
        }
    }
}
