//! Marks: comments that speak to whoever compares versions, `<!-- parity: numbers -->`, as they are written. Must not know what they mean.

use crate::diagnostics::Span;

/// The words of one comment.
#[derive(Clone, Debug)]
pub struct Mark {
    /// The block that it stands in, or right before; none where that is no block's number.
    pub block: u32,
    pub words: Vec<(String, Span)>,
}
