//! What is never closed: code between fences and HTML that run to the end of the file, the list item or the quotation.
//!
//! Takes: a block of code or HTML. Gives: a diagnostic at its opening, with how many headings it has swallowed. Must not know what
//! becomes of HTML.

use super::misreadings::Look;
use crate::diagnostics::Code;
use crate::documents::arena::Block;

/// HTML that ends where it is closed and not at an empty line (CommonMark 0.31, section 4.6): how it opens and closes.
const RUNNING_ON: [(&str, &str); 7] = [
    ("<!--", "-->"),
    ("<?", "?>"),
    ("<![CDATA[", "]]>"),
    ("<script", "</script>"),
    ("<pre", "</pre>"),
    ("<style", "</style>"),
    ("<textarea", "</textarea>"),
];

/// How a block of HTML opens, and what closes it, if it is never closed.
pub(super) fn unclosed(written: &str) -> Option<(&'static str, &'static str)> {
    let starts = |opening: &str| {
        let head = written.get(..opening.len()).is_some_and(|head| head.eq_ignore_ascii_case(opening));
        let next = written.as_bytes().get(opening.len());
        // `<pre` begins `<preview>` too.
        head && (!opening.ends_with(char::is_alphabetic)
            || next.is_none_or(|next| !next.is_ascii_alphanumeric() && *next != b'-'))
    };
    let (opening, closing) = RUNNING_ON.into_iter().find(|(opening, _)| starts(opening))?;
    let closed = match closing.starts_with("</") {
        // Any of the four ends any other.
        true => RUNNING_ON[3..].iter().any(|(_, closing)| contains_folded(written, closing)),
        false => written[opening.len()..].contains(closing),
    };
    (!closed).then_some((opening, closing))
}

fn contains_folded(text: &str, wanted: &str) -> bool {
    text.match_indices("</").any(|(at, _)| {
        let there = text.as_bytes().get(at..at + wanted.len());
        there.is_some_and(|there| there.eq_ignore_ascii_case(wanted.as_bytes()))
    })
}

/// Lines that would be headings; one `#` is a comment in many languages of code.
fn headings(written: &str) -> usize {
    let is_heading = |line: &str| {
        let line = line.trim_start_matches([' ', '\t', '>']);
        let marks = line.bytes().take_while(|byte| *byte == b'#').count();
        (2..=6).contains(&marks) && line[marks..].starts_with(' ')
    };
    written.lines().filter(|line| is_heading(line)).count()
}

impl Look<'_> {
    pub(super) fn fence(&mut self, block: &Block, text: &str) {
        let written = self.written(block);
        let mark = match written.as_bytes().first() {
            Some(mark @ (b'`' | b'~')) => *mark,
            _ => return,
        };
        let count = |line: &str| line.bytes().take_while(|byte| *byte == mark).count();
        let (first, rest) = written.split_once('\n').unwrap_or((written, ""));
        let length = count(first);
        // Code by indentation that shows a fence begins with it.
        let indented = length < 3 || text.starts_with(first.trim_end());
        let last = rest.rsplit('\n').next().unwrap_or_default().trim_matches([' ', '\t', '>', '\r']);
        let closed = count(last) >= length && count(last) == last.len();
        if indented || closed {
            return;
        }
        let start = block.span.start as usize;
        let diagnostic = self.report(Code::UnclosedFence, start, start + first.trim_end().len());
        let fence = first[..length].to_owned();
        let diagnostic = diagnostic.with("fence", fence).with("headings", headings(written));
        self.diagnostics.push(diagnostic);
    }

    pub(super) fn html(&mut self, block: &Block) {
        let written = self.written(block);
        let Some((opening, closing)) = unclosed(written) else { return };
        let start = block.span.start as usize;
        let shown = if closing.starts_with("</") { format!("{opening}>") } else { opening.to_owned() };
        let diagnostic = self.report(Code::UnclosedHtml, start, start + opening.len()).with("opening", shown);
        let diagnostic = diagnostic.with("closing", closing).with("headings", headings(written));
        self.diagnostics.push(diagnostic);
    }
}
