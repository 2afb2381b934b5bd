//! Lines: which line of a text a byte is on, without reading the text again each time.

pub struct Lines(Vec<usize>);

impl Lines {
    pub fn of(text: &str) -> Lines {
        Lines(std::iter::once(0).chain(text.match_indices('\n').map(|(at, _)| at + 1)).collect())
    }

    /// From 1.
    pub fn number(&self, at: usize) -> usize {
        self.0.partition_point(|start| *start <= at)
    }

    /// Where the line of a byte begins.
    pub fn start(&self, at: usize) -> usize {
        self.0[self.number(at).saturating_sub(1)]
    }
}
