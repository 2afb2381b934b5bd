//! Ordered lists whose numbers are not those that were meant.
//!
//! Takes: a list of the arena. Gives: a diagnostic where it begins again by accident, and where an item's number in the source is not
//! the one that is shown.

use super::limits::ITEMS;
use super::misreadings::Look;
use crate::diagnostics::Code;
use crate::documents::arena::{Block, BlockKind, InlineKind};

/// Where the block around the one that a pass has come to ends.
#[derive(Default)]
pub(super) struct Siblings {
    open: Vec<u32>,
    end: Option<u32>,
}

impl Siblings {
    pub(super) fn enter(&mut self, at: u32, block: &Block) {
        while self.open.last().is_some_and(|end| *end <= at) {
            self.open.pop();
        }
        self.end = self.open.last().copied();
        if block.end > at + 1 {
            self.open.push(block.end);
        }
    }

    /// None for a block that is in no other.
    pub(super) fn end(&self) -> Option<u32> {
        self.end
    }
}

impl Look<'_> {
    pub(super) fn list(&mut self, list: u32, start: Option<u64>, siblings_end: Option<u32>) {
        let shown_last = self.items(list, start);
        if let Some(last) = shown_last {
            self.restarted(list, last, siblings_end.unwrap_or(self.parsed.blocks.len() as u32));
        }
    }

    /// Holds the numbers of an ordered list's items against those in the source; gives the last one's.
    fn items(&mut self, list: u32, start: Option<u64>) -> Option<u64> {
        let parsed = self.parsed;
        let end = parsed.blocks[list as usize].end;
        let (mut at, mut count) = (list + 1, 0);
        let (mut all_equal, mut odd) = (true, None);
        while at < end {
            let item = &parsed.blocks[at as usize];
            if let Some(start) = start
                && let Some((from, digits, number)) = self.number(item)
            {
                let shown = start + count as u64;
                all_equal &= number == start;
                if number != shown && odd.is_none() {
                    odd = Some((from, digits, number, shown));
                }
            }
            count += 1;
            if count == ITEMS.1 + 1 {
                self.too_many(ITEMS, item.span);
            }
            at = item.end;
        }
        // `1. 1. 1.` leaves the counting to the tool.
        if let Some((from, digits, number, shown)) = odd.filter(|_| !all_equal) {
            let diagnostic = self.report(Code::RenumberedItem, from, from + digits);
            let diagnostic = diagnostic.with("written", number.to_string()).with("shown", shown.to_string());
            self.diagnostics.push(diagnostic);
        }
        start.map(|start| (start + count as u64).saturating_sub(1))
    }

    /// Where an item's number stands in the source, how long it is, and the number.
    fn number(&self, item: &Block) -> Option<(usize, usize, u64)> {
        let start = item.span.start as usize;
        let written = self.source.text.as_bytes().get(start..)?;
        let indent = written.iter().take_while(|byte| matches!(byte, b' ' | b'\t')).count();
        // CommonMark reads no more.
        let digits = written[indent..].iter().take(9).take_while(|byte| byte.is_ascii_digit());
        let (length, number) =
            digits.fold((0, 0), |(length, number), digit| (length + 1, number * 10 + u64::from(digit - b'0')));
        let marked = matches!(written.get(indent + length), Some(b'.' | b')'));
        (marked && length > 0).then_some((start + indent, length, number))
    }

    /// One block at the margin between this list and another that begins at 1.
    fn restarted(&mut self, list: u32, last: u64, end: u32) {
        let parsed = self.parsed;
        let sibling = |at: u32| parsed.blocks.get(at as usize).filter(|_| at < end);
        let between_at = parsed.blocks[list as usize].end;
        let Some(between) = sibling(between_at) else { return };
        if sibling(between.end).is_none_or(|next| next.kind != BlockKind::List { start: Some(1) }) {
            return;
        }
        let kind = match between.kind {
            BlockKind::Paragraph if !self.introduces(between) => "paragraph",
            BlockKind::Code { .. } => "code",
            BlockKind::Table { .. } => "table",
            BlockKind::Quote | BlockKind::Alert(_) => "quotation",
            BlockKind::Figure { .. } => "figure",
            _ => return,
        };
        let first_item = |list: u32| parsed.blocks.get(list as usize + 1).and_then(|item| self.number(item));
        let (Some((from, digits, _)), Some((above, above_digits, _))) = (first_item(between.end), first_item(list)) else {
            return;
        };
        let marker = char::from(self.source.text.as_bytes()[from + digits]);
        // `1)` after `1.` is another list, and meant to be.
        if char::from(self.source.text.as_bytes()[above + above_digits]) != marker {
            return;
        }
        let indent = last.to_string().len() + 2;
        let diagnostic = self.report(Code::RestartedList, from, from + digits + 1);
        let diagnostic = diagnostic.with("between", kind).with("indent", indent);
        self.diagnostics.push(diagnostic.with("next", format!("{}{marker}", last + 1)));
    }

    /// A paragraph that ends in a colon announces the list after it.
    fn introduces(&self, paragraph: &Block) -> bool {
        let inlines = &self.parsed.inlines[paragraph.inlines.start as usize..paragraph.inlines.end as usize];
        let text = |kind: &InlineKind| match kind {
            InlineKind::Text(text) => {
                Some(self.parsed.text[text.start as usize..text.end as usize].trim_end().ends_with([':', '：']))
            }
            _ => None,
        };
        inlines.iter().rev().find_map(|inline| text(&inline.kind)).unwrap_or(false)
    }
}
