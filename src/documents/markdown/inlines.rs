//! Inlines: texts with their language's quotation marks, links, the alt texts of images.

use std::ops::Range;

use pulldown_cmark::{Event, LinkType};

use super::Builder;
use crate::diagnostics::Span;
use crate::documents::arena::{BlockKind, Inline, InlineKind, Link, TextRange};

impl Builder<'_> {
    pub(super) fn store(&mut self, text: &str) -> TextRange {
        let start = self.parsed.text.len() as u32;
        self.parsed.text.push_str(text);
        start..self.parsed.text.len() as u32
    }

    pub(super) fn leaf(&mut self, kind: InlineKind, range: Range<usize>) {
        self.need_inline_block(range.start);
        let end = self.parsed.inlines.len() as u32 + 1;
        self.parsed.inlines.push(Inline { kind, span: Span::new(range.start, range.end), end });
    }

    pub(super) fn open_inline(&mut self, kind: InlineKind, range: Range<usize>) {
        self.need_inline_block(range.start);
        self.open_inlines.push(self.parsed.inlines.len() as u32);
        self.parsed.inlines.push(Inline { kind, span: Span::new(range.start, range.end), end: 0 });
    }

    pub(super) fn close_inline(&mut self) {
        self.close_elements(self.open_inlines.len());
        let Some(index) = self.open_inlines.pop() else { return };
        let end = self.parsed.inlines.len() as u32;
        self.parsed.inlines[index as usize].end = end;
        if let InlineKind::Link(link) = self.parsed.inlines[index as usize].kind {
            self.parsed.links[link as usize].filled_in = end == index + 1;
        }
    }

    pub(super) fn link(&mut self, kind: LinkType, destination: &str, range: Range<usize>) {
        // `[<https://example.org>](page.md)`: a browser knows no link within a link, and the inner one is its words.
        let is_link = |open: &u32| matches!(self.parsed.inlines[*open as usize].kind, InlineKind::Link(_));
        if self.open_inlines.iter().any(is_link) {
            self.links_within += 1;
            return;
        }
        let bare = matches!(kind, LinkType::Autolink | LinkType::Email);
        if bare {
            self.spoken_for.push(range.clone());
        }
        let destination = match kind {
            LinkType::Email => format!("mailto:{destination}"),
            _ => destination.to_owned(),
        };
        let number = self.parsed.links.len() as u32;
        let span = Span::new(range.start, range.end);
        self.parsed.links.push(Link { destination, span, filled_in: false, bare });
        self.open_inline(InlineKind::Link(number), range);
    }

    pub(super) fn inside_image(&mut self, event: Event<'_>, range: &Range<usize>) {
        let Some(image) = self.image else { return };
        match event {
            Event::Start(_) => self.image_depth += 1,
            Event::End(_) => {
                self.image_depth -= 1;
                if self.image_depth == 0 {
                    self.image = None;
                }
            }
            Event::Text(text) | Event::Code(text) => {
                let mut range = range.clone();
                let text = self.unread(&text, &mut range);
                let text = self.smart(text, &range);
                self.parsed.images[image].alt.push_str(text);
            }
            Event::SoftBreak | Event::HardBreak => self.parsed.images[image].alt.push(' '),
            Event::FootnoteReference(_) => self.spoken_for.push(range.clone()),
            _ => {}
        }
    }

    pub(super) fn text(&mut self, text: &str, mut range: Range<usize>) {
        if let Some(&top) = self.open_blocks.last()
            && let BlockKind::Code { .. } = self.parsed.blocks[top as usize].kind
        {
            let stored = self.store(text);
            if let BlockKind::Code { text, .. } = &mut self.parsed.blocks[top as usize].kind {
                text.end = stored.end;
            }
            return;
        }
        let text = self.unread(text, &mut range);
        if text.is_empty() {
            return;
        }
        let text = self.smart(text, &range);
        let stored = self.store(text);
        self.leaf(InlineKind::Text(stored), range);
    }

    /// The parser's English quotation marks, made from `"` and `'`, as the language's own; any other text as it is.
    fn smart<'t>(&mut self, text: &'t str, range: &Range<usize>) -> &'t str {
        match (self.written(range), text) {
            // Arabic writes its shortest words to the next one. A quotation that begins right after them is not known to the parser,
            // and its end is another beginning.
            ("\"", "\u{201c}") if self.double_quotes == 0 || !self.ends_a_word(range) => {
                self.double_quotes += 1;
                self.marks.open
            }
            ("\"", "\u{201c}" | "\u{201d}") => {
                self.double_quotes = self.double_quotes.saturating_sub(1);
                self.marks.close
            }
            ("'", "\u{2018}") => {
                self.single_quotes += 1;
                self.marks.open_inner
            }
            ("'", "\u{2019}") if self.single_quotes > 0 && !self.letter_follows(range.end) => {
                self.single_quotes -= 1;
                self.marks.close_inner
            }
            (_, text) => text,
        }
    }

    fn ends_a_word(&self, range: &Range<usize>) -> bool {
        let before = self.source.text[..range.start].chars().next_back();
        before.is_some_and(|character| !character.is_whitespace()) && !self.letter_follows(range.end)
    }

    pub(super) fn letter_follows(&self, at: usize) -> bool {
        self.source.text[at..].chars().next().is_some_and(char::is_alphanumeric)
    }

    pub(super) fn plain(&self, inlines: Range<u32>) -> String {
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
}
