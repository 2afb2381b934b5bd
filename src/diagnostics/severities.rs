//! Severities: how grave a publication, or one of its works, wants some kinds of mistake to be.
//!
//! Takes: what `book.toml` and each `work.yaml` say of codes. Gives: the diagnostics with their severity, without those that are off. Only
//! codes that are [adjustable](Code::is_adjustable) can be said anything of; who reads the settings refuses the others. Must not know where
//! the settings come from.

use camino::Utf8PathBuf;

use super::{Code, Diagnostic, Severity};

/// What one file says: none where a code is off.
pub type Settings = Vec<(Code, Option<Severity>)>;

#[derive(Clone, Debug, Default)]
pub struct Severities {
    everywhere: Settings,
    /// By the work's folder, from the publication's root.
    works: Vec<(Utf8PathBuf, Settings)>,
}

impl Severities {
    pub fn new(everywhere: Settings, works: impl IntoIterator<Item = (Utf8PathBuf, Settings)>) -> Self {
        Severities { everywhere, works: works.into_iter().collect() }
    }

    /// The diagnostics that are not off, in their order, as grave as they are wanted to be.
    pub fn apply(&self, diagnostics: Vec<Diagnostic>) -> Vec<Diagnostic> {
        let wanted = |mut found: Diagnostic| {
            let said = self.of_work(&found).into_iter().chain([&self.everywhere]);
            let said = said.flatten().find(|(code, _)| *code == found.code).map(|(_, severity)| *severity);
            match said {
                None => Some(found),
                Some(severity) => {
                    found.set(severity?);
                    Some(found)
                }
            }
        };
        diagnostics.into_iter().filter_map(wanted).collect()
    }

    /// A file belongs to the deepest work whose folder holds it.
    fn of_work(&self, found: &Diagnostic) -> Option<&Settings> {
        let path = &found.place.source.path;
        let owners = self.works.iter().filter(|(folder, _)| path.starts_with(folder));
        owners.max_by_key(|(folder, _)| folder.as_str().len()).map(|(_, settings)| settings)
    }
}
