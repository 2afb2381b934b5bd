//! Keys: what sections, tables and figures are called within a run.
//!
//! Takes: nothing. Gives: positions in the outline, which mean nothing to another run. Must not know what stands there.

/// The key of a section within the current editions.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SectionKey {
    pub work: usize,
    pub chapter: ChapterKey,
    pub section: usize,
}

/// The key of a table or figure with a caption within the current editions.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FloatKey {
    pub work: usize,
    pub chapter: ChapterKey,
    pub float: usize,
}

/// The key of a chapter within its edition.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ChapterKey {
    Index,
    Number(usize),
}
