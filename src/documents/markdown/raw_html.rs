//! Raw HTML: shown as the text it is, or sanitised where `book.toml` says `html = "sanitised"`.
//!
//! Takes: what the parser takes for HTML. Gives: texts, or tags that can do no harm: known elements, without addresses, styles,
//! ids or scripts, each closed where it was opened. What a page may hold is decided here, once for all renditions.

use std::collections::{HashMap, HashSet};
use std::ops::Range;
use std::sync::LazyLock;

use ammonia::Builder as Sanitiser;

use super::Builder;
use super::parents::within_parents;
use super::unclosed::unclosed;
use crate::config::RawHtml;
use crate::diagnostics::{Code, Span};
use crate::documents::arena::{BlockKind, InlineKind};

/// Elements that may stand among words. No links and images: those are Markdown's, and checked.
const INLINE: [&str; 25] = [
    "abbr", "b", "bdi", "bdo", "br", "cite", "code", "del", "dfn", "em", "i", "ins", "kbd", "mark", "q", "rp", "rt", "ruby",
    "s", "small", "span", "strong", "sub", "sup", "wbr",
];
/// Elements that may stand among blocks. No headings: they would be in no outline.
const BLOCKS: [&str; 23] = [
    "blockquote",
    "caption",
    "col",
    "colgroup",
    "dd",
    "details",
    "div",
    "dl",
    "dt",
    "figure",
    "hr",
    "li",
    "ol",
    "p",
    "pre",
    "summary",
    "table",
    "tbody",
    "td",
    "tfoot",
    "th",
    "thead",
    "tr",
];
const VOID: [&str; 2] = ["br", "wbr"];

static SANITISER: LazyLock<Sanitiser<'static>> = LazyLock::new(|| {
    let attributes = |element: &'static str, names: &[&'static str]| (element, names.iter().copied().collect());
    let mut sanitiser = Sanitiser::default();
    sanitiser
        .tags(INLINE.into_iter().chain(BLOCKS).chain(["ul"]).collect())
        .generic_attributes(["lang", "dir", "title"].into_iter().collect())
        .tag_attributes(HashMap::from([
            attributes("ol", &["start", "reversed"]),
            attributes("td", &["colspan", "rowspan"]),
            attributes("th", &["colspan", "rowspan", "scope"]),
            attributes("details", &["open"]),
        ]))
        .url_schemes(HashSet::new())
        .link_rel(None);
    sanitiser
});

/// Without any element: what is left are words.
static WORDS: LazyLock<Sanitiser<'static>> = LazyLock::new(Sanitiser::empty);

/// An element that was opened among words and not closed yet.
pub(super) struct Opened {
    name: &'static str,
    /// How many inlines were open around it.
    depth: usize,
    span: Span,
}

impl Builder<'_> {
    pub(super) fn inline_html(&mut self, html: &str, range: Range<usize>) {
        self.spoken_for.push(range.clone());
        if html.starts_with("<!--") {
            let block = self.open_blocks.last().copied().unwrap_or(self.parsed.blocks.len() as u32);
            return self.mark(&range, block);
        }
        let span = Span::new(range.start, range.end);
        if self.raw_html == RawHtml::Text {
            self.report_html(span, "hint");
            let text = self.store(html);
            return self.leaf(InlineKind::Html(text), range);
        }
        let closing = html.starts_with("</");
        let Some(name) = element(html).and_then(|name| INLINE.into_iter().find(|known| known.eq_ignore_ascii_case(name)))
        else {
            return self.report_html(span, "hint-removed");
        };
        let depth = self.open_inlines.len();
        if closing {
            match self.opened.last() {
                Some(last) if last.name == name && last.depth == depth => {
                    self.opened.pop();
                    self.tag(&format!("</{name}>"), range);
                }
                _ => self.report_html(span, "hint-unbalanced"),
            }
            return;
        }
        let clean = SANITISER.clean(html).to_string();
        let opening = clean.strip_suffix(&format!("</{name}>")).unwrap_or(&clean);
        self.tag(opening, range);
        if !VOID.contains(&name) {
            self.opened.push(Opened { name, depth, span });
        }
    }

    fn tag(&mut self, html: &str, range: Range<usize>) {
        let text = self.store(html);
        self.leaf(InlineKind::Tag(text), range);
    }

    fn report_html(&mut self, span: Span, hint: &'static str) {
        let diagnostic = self.report(Code::RawHtml, span);
        self.diagnostics.push(diagnostic.hint(hint));
    }

    /// Closes what was opened within inlines that end, or within the block.
    pub(super) fn close_elements(&mut self, depth: usize) {
        while let Some(last) = self.opened.pop_if(|last| last.depth >= depth) {
            self.report_html(last.span, "hint-unbalanced");
            let end = self.parsed.inlines.last().map_or(last.span.end, |inline| inline.span.end) as usize;
            self.tag(&format!("</{}>", last.name), end..end);
        }
    }

    pub(super) fn html_block_text(&mut self, html: &str) {
        let stored = self.store(html);
        if let Some(&top) = self.open_blocks.last()
            && let BlockKind::Html { text } = &mut self.parsed.blocks[top as usize].kind
        {
            text.end = stored.end;
        }
    }

    /// A block that is nothing but a comment leaves nothing; any other is shown as the text it is, or sanitised.
    pub(super) fn close_html(&mut self, index: u32) {
        let block = &self.parsed.blocks[index as usize];
        let (span, written) = (block.span, self.source.text[block.span.range()].trim());
        if written.starts_with("<!--") && written.find("-->").is_some_and(|at| at + 3 == written.len()) {
            self.parsed.blocks.truncate(index as usize);
            return self.mark(&span.range(), index);
        }
        // What swallows the rest of a text is reported as that.
        if unclosed(written).is_some() {
            return;
        }
        if self.raw_html == RawHtml::Text {
            return self.report_html(span, "hint");
        }
        let sanitised = SANITISER.clean(written).to_string();
        let clean = within_parents(&sanitised);
        let removed = removes(written) || clean != sanitised;
        let words = unescaped(&WORDS.clean(written).to_string());
        let (html, words) = (self.store(clean.trim()), self.store(words.trim()));
        self.parsed.blocks[index as usize].kind = BlockKind::Markup { html, words };
        if removed {
            self.report_html(span, "hint-removed");
        }
        if is_torn(written) {
            self.report_html(span, "hint-unbalanced-block");
        }
    }
}

/// The name of a tag's element.
fn element(tag: &str) -> Option<&str> {
    let inside = tag.strip_prefix('<')?.trim_start_matches('/');
    let end = inside.find(|character: char| !character.is_ascii_alphanumeric()).unwrap_or(inside.len());
    (end > 0).then(|| &inside[..end])
}

/// Whether a block has an element that does not stay.
fn removes(html: &str) -> bool {
    let known = |name: &str| INLINE.into_iter().chain(BLOCKS).chain(["ul"]).any(|known| known.eq_ignore_ascii_case(name));
    html.match_indices('<').filter_map(|(at, _)| element(&html[at..])).any(|name| !known(name))
}

/// Elements of blocks that end only where they are closed (HTML, section 13.1.2.4).
const CLOSED: [&str; 10] = ["blockquote", "details", "div", "dl", "figure", "ol", "pre", "summary", "table", "ul"];

/// Whether an element is opened in a block and closed in none or another: an empty line ends a block of HTML.
fn is_torn(html: &str) -> bool {
    let mut open = [0i32; CLOSED.len()];
    for (at, _) in html.match_indices('<') {
        let known = element(&html[at..]).and_then(|name| CLOSED.iter().position(|known| known.eq_ignore_ascii_case(name)));
        if let Some(known) = known {
            open[known] += if html[at..].starts_with("</") { -1 } else { 1 };
        }
    }
    open.iter().any(|count| *count != 0)
}

/// Undoes what the sanitiser escapes in words (HTML, section 13.3).
fn unescaped(words: &str) -> String {
    words.replace("&lt;", "<").replace("&gt;", ">").replace("&nbsp;", "\u{a0}").replace("&quot;", "\"").replace("&amp;", "&")
}
