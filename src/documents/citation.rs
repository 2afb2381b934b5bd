//! Citations as they are typed.
//!
//! Gives: the keys between brackets with their locators and places. Must not know what the keys stand for.

use super::arena::Id;
use crate::diagnostics::Span;

/// Works that one text cites: a style compares each with the others.
pub const MOST: usize = 1_000;

/// The works that brackets refer to.
#[derive(Clone, Debug)]
pub struct Citation {
    pub items: Vec<Cited>,
    pub span: Span,
}

#[derive(Clone, Debug)]
pub struct Cited {
    pub key: Id,
    /// `see @key`: what stands before it, as it was typed.
    pub prefix: Option<String>,
    /// `-@key`: the text names the author.
    pub without_author: bool,
    /// `p. 12`, as it was typed.
    pub locator: Option<String>,
}
