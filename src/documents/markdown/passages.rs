//! Passages in another language: `[texto]{lang=es}` for some words, `{lang=es}` as the last line of a block for all of it.
//!
//! Takes: brackets that lead nowhere, the ends of paragraphs, the attributes of headings. Gives: the language of an inline or a
//! block. Must not know which languages the publication has: a text may quote any.

use std::ops::Range;

use pulldown_cmark::{BrokenLink, CowStr, LinkType};

use super::Builder;
use crate::diagnostics::{Code, Span};
use crate::documents::arena::{BlockKind, InlineKind, Passage};
use crate::locale::{self, Direction};

const OPENING: &str = "{lang=";

/// Lets the parser keep brackets apart that a language follows: it then reads what is in them as it would a link's text.
pub(super) fn marked<'t>(text: &str, link: &BrokenLink<'_>) -> Option<(CowStr<'t>, CowStr<'t>)> {
    let follows = link.link_type == LinkType::Shortcut && length(&text[link.span.end..]).is_some();
    follows.then_some((CowStr::Borrowed(""), CowStr::Borrowed("")))
}

/// Whether a link is what [`marked`] made.
pub(super) fn is_passage(kind: LinkType) -> bool {
    matches!(kind, LinkType::ShortcutUnknown | LinkType::CollapsedUnknown | LinkType::ReferenceUnknown)
}

/// How long `{lang=…}` at the head of a text is.
fn length(text: &str) -> Option<usize> {
    let inside = text.strip_prefix(OPENING)?;
    let end = inside.find(['}', '\n', '{'])?;
    inside[end..].starts_with('}').then_some(OPENING.len() + end + 1)
}

impl Builder<'_> {
    /// `[texto]{lang=es}`; the range is that of the brackets.
    pub(super) fn passage(&mut self, range: Range<usize>) {
        let end = range.end + length(&self.source.text[range.end..]).unwrap_or_default();
        let number = self.language(range.end..end);
        self.read.push(range.end..end);
        self.open_inline(InlineKind::Passage(number), range.start..end);
    }

    /// Takes in the language that `{lang=…}` names.
    fn language(&mut self, written: Range<usize>) -> u32 {
        let inside = written.start + OPENING.len()..written.end.saturating_sub(1).max(written.start + OPENING.len());
        self.named_language(inside)
    }

    fn named_language(&mut self, written: Range<usize>) -> u32 {
        let tag = self.written(&written).trim();
        let (tag, direction) = locale::normal(tag).unwrap_or_else(|| {
            let diagnostic = self.report(Code::MalformedLanguage, Span::new(written.start, written.end));
            self.diagnostics.push(diagnostic.with("language", tag));
            ("und".to_owned(), Direction::LeftToRight)
        });
        let known = self.parsed.passages.iter().position(|passage| passage.tag == tag);
        let number = known.unwrap_or_else(|| {
            self.parsed.passages.push(Passage { tag, direction });
            self.parsed.passages.len() - 1
        });
        number as u32
    }

    /// `## Título {#id lang=es}`.
    pub(super) fn heading_language(&mut self, tag: &str, range: &Range<usize>) -> Option<u32> {
        let start = range.start + self.written(range).rfind(tag)?;
        Some(self.named_language(start..start + tag.len()))
    }

    /// What a text is without a language that was read before it.
    pub(super) fn unread<'t>(&mut self, text: &'t str, range: &mut Range<usize>) -> &'t str {
        while self.read.last().is_some_and(|read| read.end <= range.start) {
            self.read.pop();
        }
        let read = self.read.last().filter(|read| read.contains(&range.start));
        let read = read.map_or(0, |read| read.end - range.start).min(text.len());
        range.start += read;
        let rest = text.get(read..).unwrap_or(text);
        self.stray_languages(rest, range.start);
        rest
    }

    /// Languages that follow nothing; a block's last line takes its own back.
    fn stray_languages(&mut self, text: &str, start: usize) {
        // Nearly no text has a brace, and one byte is sooner looked for than six.
        if !text.as_bytes().contains(&b'{') {
            return;
        }
        for (at, _) in text.match_indices(OPENING) {
            let end = at + length(&text[at..]).unwrap_or(OPENING.len());
            self.stray.push(Span::new(start + at, start + end));
        }
    }

    /// To be asked when it is known what is no text.
    pub(super) fn report_stray_languages(&mut self) {
        let mut stray = std::mem::take(&mut self.stray);
        stray.retain(|span| !self.is_spoken_for(span.start as usize));
        for span in stray {
            let diagnostic = self.report(Code::MisplacedLanguage, span);
            self.diagnostics.push(diagnostic);
        }
    }

    /// Whether a paragraph's last line is the language of the paragraph, or, alone, that of the block before it: then nothing is
    /// left of the paragraph.
    pub(super) fn closing_language(&mut self, index: u32) {
        let block = &self.parsed.blocks[index as usize];
        let inlines = block.inlines.clone();
        let Some(last) = inlines.end.checked_sub(1).filter(|last| *last >= inlines.start) else { return };
        let inline = &self.parsed.inlines[last as usize];
        let InlineKind::Text(text) = &inline.kind else { return };
        let shown = &self.parsed.text[text.start as usize..text.end as usize];
        let span = inline.span;
        if length(shown.trim_end()) != Some(shown.trim_end().len()) {
            return;
        }
        let is_break = |kind: &InlineKind| matches!(kind, InlineKind::SoftBreak | InlineKind::HardBreak);
        let alone = last == inlines.start;
        let on_own_line = alone || is_break(&self.parsed.inlines[last as usize - 1].kind);
        let within = self.parsed.inlines[inlines.start as usize..last as usize].iter().any(|outer| outer.end > last);
        let before = self.siblings.last().copied().flatten();
        let Some(marked) = (if alone { before } else { Some(index) }).filter(|_| on_own_line && !within) else { return };
        let written = span.start as usize..span.start as usize + shown.trim_end().len();
        let number = self.language(written);
        self.stray.retain(|stray| stray.start != span.start);
        self.parsed.blocks[marked as usize].passage = Some(number);
        if alone {
            self.parsed.inlines.truncate(inlines.start as usize);
            self.parsed.blocks.truncate(index as usize);
        } else {
            // The line and the break before it.
            self.parsed.inlines.truncate(last as usize - 1);
            let block = &mut self.parsed.blocks[index as usize];
            block.inlines.end = last - 1;
            debug_assert!(matches!(block.kind, BlockKind::Paragraph | BlockKind::Plain));
        }
    }
}
