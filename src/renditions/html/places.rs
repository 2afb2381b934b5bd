//! Places: where each piece of a page stands in the sources, as an attribute. Only the preview asks for it.
//!
//! Takes: a source file. Gives: `data-source="content/index.en.md:12"`. Must not know what the pieces are.

use super::escaped;
use crate::diagnostics::{Source, Span};

/// The lines of one file, found once: a file may have as many blocks as lines.
pub struct Lines {
    path: String,
    /// Where each line after the first begins.
    starts: Vec<u32>,
}

impl Lines {
    pub fn of(source: &Source) -> Self {
        let ends = source.text.bytes().enumerate().filter(|(_, byte)| *byte == b'\n');
        Lines { path: escaped(source.path.as_str()), starts: ends.map(|(at, _)| Span::new(at + 1, at + 1).start).collect() }
    }

    pub fn mark(&self, span: Span) -> String {
        let line = self.starts.partition_point(|start| *start <= span.start) + 1;
        format!(" data-source=\"{}:{line}\"", self.path)
    }

    /// Sets the mark into the first tag. An id is set at the same point, before it.
    pub fn set(&self, span: Span, html: &mut String) {
        let Some(name) = html.strip_prefix('<') else { return };
        if let Some(end) = name.find(|character: char| !character.is_ascii_alphanumeric()) {
            html.insert_str(end + 1, &self.mark(span));
        }
    }
}
