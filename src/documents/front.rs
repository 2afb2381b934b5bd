//! Front matter: the YAML between two lines of `---` at the head of a Markdown file.

use std::ops::Range;
use std::sync::Arc;

use super::facets::Assigned;
use crate::config::legal::Concern;
use crate::diagnostics::{Code, Diagnostic, Place, Source, Span};
use crate::record::{Field, Reader, Spanned, node};
use crate::{record, words};

record! {
    /// The keys of front matter.
    pub struct FrontMatter {
        pub title: Spanned<String>,
        /// One sentence for search engines and lists.
        pub description: Option<Spanned<String>>,
        /// The page's part of the address; the file's name where not told otherwise.
        pub slug: Option<Spanned<String>>,
        /// Whether a chapter of guidelines counts: `false` for a preamble.
        pub numbered: Option<bool>,
        /// Built with `--drafts` only.
        pub draft: Option<bool>,
        /// On which menu of every page a page of the publication's own stands.
        pub menu: Option<Spanned<Menu>>,
        /// Where on that menu: those with a number come first.
        pub menu_order: Option<Spanned<u16>>,
        /// What the page is for, where the site has to know.
        pub role: Option<Spanned<Role>>,
        /// The facts of `[legal]` that the page states below its text.
        pub facts: Option<Spanned<Concern>>,
        /// How the chapter is sorted; its sections inherit what they do not say themselves.
        pub facets: Option<Assigned>,
    }
}

words! {
    /// Where every page shows the way to a page.
    pub enum Menu {
        /// At its head.
        Main = "main",
        /// At its foot.
        Footer = "footer",
    }
}

words! {
    /// What a page is for.
    pub enum Role {
        /// How to comment, propose and endorse.
        TakePart = "take-part",
    }
}

impl FrontMatter {
    /// Of a text that is a part of a page.
    pub fn untitled() -> FrontMatter {
        FrontMatter {
            title: Spanned { value: String::new(), span: Span::default() },
            description: None,
            slug: None,
            numbered: None,
            draft: None,
            menu: None,
            menu_order: None,
            role: None,
            facts: None,
            facets: None,
        }
    }

    /// The keys that only the publication's own pages take, and where their values stand.
    pub fn own_keys(&self) -> impl Iterator<Item = (&'static str, Span)> {
        let keys = [
            ("menu", self.menu.as_ref().map(|menu| menu.span)),
            ("menu_order", self.menu_order.as_ref().map(|order| order.span)),
            ("role", self.role.as_ref().map(|role| role.span)),
            ("facts", self.facts.as_ref().map(|facts| facts.span)),
        ];
        keys.into_iter().filter_map(|(key, span)| Some((key, span?)))
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
