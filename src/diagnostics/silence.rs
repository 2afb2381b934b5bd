//! Silence: which warnings and hints a publication, or one of its works, has asked not to hear of.
//!
//! Takes: the codes that `book.toml` and each `work.yaml` list. Gives: the diagnostics that are left. Errors cannot be listed; who reads
//! the lists refuses them. Must not know where the lists come from.

use camino::Utf8PathBuf;

use super::{Code, Diagnostic};

#[derive(Clone, Debug, Default)]
pub struct Silence {
    everywhere: Vec<Code>,
    /// By the work's folder, from the publication's root.
    works: Vec<(Utf8PathBuf, Vec<Code>)>,
}

impl Silence {
    pub fn new(everywhere: Vec<Code>, works: impl IntoIterator<Item = (Utf8PathBuf, Vec<Code>)>) -> Self {
        Silence { everywhere, works: works.into_iter().collect() }
    }

    /// The diagnostics that are not silenced, in their order.
    pub fn leave(&self, mut diagnostics: Vec<Diagnostic>) -> Vec<Diagnostic> {
        diagnostics.retain(|found| !self.everywhere.contains(&found.code) && !self.in_work(found));
        diagnostics
    }

    /// A file belongs to the deepest work whose folder holds it.
    fn in_work(&self, found: &Diagnostic) -> bool {
        let path = &found.place.source.path;
        let owners = self.works.iter().filter(|(folder, _)| path.starts_with(folder));
        let deepest = owners.max_by_key(|(folder, _)| folder.as_str().len());
        deepest.is_some_and(|(_, codes)| codes.contains(&found.code))
    }
}
