//! The attributes of headings: `{#id .procedure level=operations audience=police,courts}`.
//!
//! Takes: the braces at the end of a heading's line. Gives: whether the section is a procedure, and its facets as they are written.
//! Must not know which facets there are.

use std::ops::Range;

use pulldown_cmark::CowStr;

use super::Builder;
use crate::diagnostics::Span;
use crate::documents::facets::Assignment;
use crate::documents::front::is_slug;
use crate::record::{Key, Spanned};

/// What a section is by its heading's attributes.
#[derive(Clone, Debug, Default)]
pub(super) struct Attributes {
    pub procedure: bool,
    pub facets: Vec<Assignment>,
}

/// What the parser read between the braces.
pub(super) struct Written<'t> {
    pub id: Option<CowStr<'t>>,
    pub classes: Vec<CowStr<'t>>,
    pub values: Vec<(CowStr<'t>, Option<CowStr<'t>>)>,
}

/// The one class that means something.
const PROCEDURE: &str = "procedure";
/// The language of a heading, which is no facet.
const LANGUAGE: &str = "lang";

impl Written<'_> {
    pub fn language(&self) -> Option<&str> {
        self.values.iter().find(|(name, _)| &**name == LANGUAGE).and_then(|(_, tag)| tag.as_deref())
    }

    pub fn is_nothing(&self) -> bool {
        self.id.is_none() && self.classes.is_empty() && self.values.is_empty()
    }

    /// Whether there is something among them that means nothing.
    pub fn is_odd(&self) -> bool {
        let languages = self.values.iter().filter(|(name, _)| &**name == LANGUAGE).count();
        self.classes.iter().any(|class| &**class != PROCEDURE)
            || self.classes.len() > 1
            || self.values.iter().any(|(name, value)| value.is_none() || !is_slug(name))
            || languages > 1
    }
}

impl Builder<'_> {
    /// The braces are the last on the line; each of their parts is looked up there for its place.
    pub(super) fn attributes(&self, written: &Written<'_>, braces: Range<usize>) -> Attributes {
        let procedure = written.classes.iter().any(|class| &**class == PROCEDURE);
        let mut facets = Vec::new();
        let mut at = braces.start;
        for part in self.source.text[braces].split(['{', '}', ' ', '\t']) {
            if let Some((name, values)) = part.split_once('=').filter(|(name, _)| *name != LANGUAGE && is_slug(name)) {
                let facet = Key { span: Span::new(at, at + name.len()), text: name.to_owned() };
                facets.push(Assignment { facet, values: listed(values, at + name.len() + 1) });
            }
            at += part.len() + 1;
        }
        Attributes { procedure, facets }
    }
}

/// `police,courts` with the place of each.
fn listed(values: &str, start: usize) -> Vec<Spanned<String>> {
    let mut at = start;
    let mut list = Vec::new();
    for value in values.split(',') {
        let own = value.trim_matches('"');
        if !own.is_empty() {
            list.push(Spanned { value: own.to_owned(), span: Span::new(at, at + value.len()) });
        }
        at += value.len() + 1;
    }
    list
}
