//! Front matter: the YAML between two lines of `---` at the head of a Markdown file.

use std::ops::Range;
use std::sync::Arc;

use crate::diagnostics::{Code, Diagnostic, Place, Source, Span};
use crate::record;
use crate::record::{Field, Reader, Spanned, node};

record! {
    /// The keys of front matter.
    pub struct FrontMatter {
        pub title: Spanned<String>,
        /// One sentence for search engines and lists.
        pub description: Option<String>,
        /// The page's part of the address; the file's name where not told otherwise.
        pub slug: Option<Spanned<String>>,
        /// Whether a chapter of guidelines counts: `false` for a preamble.
        pub numbered: Option<bool>,
        /// Built with `--drafts` only.
        pub draft: Option<bool>,
    }
}

/// Reads the front matter; also gives where the text after it begins.
pub fn read(source: &Arc<Source>) -> (Option<FrontMatter>, usize, Vec<Diagnostic>) {
    let text = &source.text;
    let opening = ["---\n", "---\r\n"].iter().find(|fence| text.starts_with(**fence));
    let Some(opening) = opening else {
        let diagnostic = Diagnostic::new(Code::MissingFrontMatter, Place::new(source, Span::default()));
        return (None, 0, vec![diagnostic]);
    };
    let Some((yaml, body)) = closing(text, opening.len()) else {
        let diagnostic = Diagnostic::new(Code::UnclosedFrontMatter, Place::new(source, Span::new(0, 3)));
        return (None, text.len(), vec![diagnostic]);
    };
    match node::yaml(source, yaml) {
        Ok(tree) => {
            let mut reader = Reader::new(source);
            let front = FrontMatter::decode(&tree, &mut reader);
            if let Some(FrontMatter { title, .. }) = &front
                && title.value.trim().is_empty()
            {
                reader.malformed(text[title.span.range()].trim_matches(['"', '\'']), "hint-title", title.span);
            }
            if let Some(FrontMatter { slug: Some(slug), .. }) = &front
                && !is_slug(&slug.value)
            {
                reader.malformed(&slug.value, "hint-slug", slug.span);
            }
            (front, body, reader.diagnostics)
        }
        Err(diagnostic) => (None, body, vec![diagnostic]),
    }
}

/// The range of the YAML and the start of what follows its closing line.
fn closing(text: &str, start: usize) -> Option<(Range<usize>, usize)> {
    let mut at = start;
    for line in text[start..].split_inclusive('\n') {
        if line.trim_end() == "---" {
            return Some((start..at, at + line.len()));
        }
        at += line.len();
    }
    None
}

/// Letters a to z, digits and hyphens: what stands unchanged in an address and in an id.
pub fn is_slug(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-')
}
