//! `work.yaml` of an imported work, with comments that say what its editor has to decide.
//!
//! Takes: what is known of the work. Gives: the file. Must not know its texts.

use std::fmt::Write;

use jiff::civil::Date;

use crate::diagnostics::Wording;
use crate::documents::work::LICENCES;
use crate::record::scalar;

pub struct Declaration<'d> {
    /// As `work.yaml` has it.
    pub kind: &'d str,
    /// By language: its tag and the work's title.
    pub titles: &'d [(String, String)],
    /// Pages have no edition.
    pub edition: Option<Date>,
}

pub fn file(declaration: &Declaration<'_>, wording: &Wording) -> String {
    let comment = |id: &str| {
        let text = wording.sentence(id, &[("licences", LICENCES.join(", ").into())]);
        text.lines().map(|line| format!("# {}\n", line.trim())).collect::<String>()
    };
    let mut file = format!("{}kind: {}\n\n", comment("import-yaml-head"), declaration.kind);
    // Nothing can fail that is written to memory.
    let _ = writeln!(file, "{}title:", comment("import-yaml-title"));
    for (tag, title) in declaration.titles {
        let _ = writeln!(file, "  {tag}: {}", scalar::text(title));
    }
    let _ = writeln!(file, "\n{}languages:", comment("import-yaml-languages"));
    for (tag, _) in declaration.titles {
        let _ = writeln!(file, "  {tag}: authentic");
    }
    if let Some(date) = declaration.edition {
        let edition = "edition:\n  number: \"0.1\"\n  status: in-consultation\n";
        let _ = write!(file, "\n{}{edition}  date: {date}\n", comment("import-yaml-edition"));
    }
    let _ = write!(file, "\n{}# licence: {}\n", comment("import-yaml-licence"), LICENCES[0]);
    file
}
