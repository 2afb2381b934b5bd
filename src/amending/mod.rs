//! Amending: a proposal becomes part of the text, and changes of the text become a proposal.
//!
//! Takes: the publication, an amendment. Gives: the changed files as texts; an amendment's file as text. Each is tried against the whole
//! publication before anything lands. Must not know how files are written to the disk, nor how a command says what it did.
//!
//! 1. [`page`]: a file as a sequence of sections, each of which can be replaced, removed or moved as bytes.
//! 2. [`notes`]: footnotes belong to the section that refers to them, wherever they stand.
//! 3. [`apply`]: an amendment's changes, one after the other, in each language.
//! 4. [`verify`]: every other section still reads as it did.
//! 5. [`compose`]: an amendment as a file; [`difference`]: of what two trees differ in; [`merge`]: of a proposal and what has changed since.

pub mod apply;
pub mod compose;
pub mod difference;
pub mod merge;
pub mod notes;
pub mod page;
pub mod verify;

use crate::diagnostics::{Argument, Diagnostic};

/// Why something cannot be done.
#[derive(Debug)]
pub enum Refusal {
    /// A sentence of the tool's wording with its arguments.
    Said(&'static str, Vec<(&'static str, Argument)>),
    /// What would be wrong afterwards.
    Wrong(Vec<Diagnostic>),
}

pub type Made<T> = Result<T, Refusal>;
