//! `diptych new`: the first files of a publication.

use camino::Utf8PathBuf;

use super::{Outside, Report, schema};
use crate::diagnostics::Fault;
use crate::locale;
use crate::output::{Occupied, plant};
use crate::starter;

#[derive(clap::Args)]
pub struct Arguments {
    #[arg(value_name = "DIR")]
    folder: Utf8PathBuf,
    #[arg(long, value_name = "TAGS", value_delimiter = ',', default_value = "en,es")]
    languages: Vec<String>,
}

impl Arguments {
    pub fn run(&self, outside: &Outside, report: &mut Report) -> Result<(), Fault> {
        let mut languages: Vec<String> = Vec::new();
        for tag in self.languages.iter().map(|tag| tag.trim().to_lowercase()) {
            // Alone, `_` and letters beyond ASCII would pass for parts of a tag.
            let plain = tag.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-');
            if !plain || locale::normal(&tag).is_none() {
                report.refused = true;
                report.note("new-language", vec![("language", tag.into())]);
                return Ok(());
            }
            if !languages.contains(&tag) {
                languages.push(tag);
            }
        }
        let mut files = starter::files(&languages, outside.today);
        files.extend(schema::files());
        match plant(&self.folder, &files) {
            Ok(()) => {
                let folder = self.folder.as_path();
                report.note("new-made", vec![("files", files.len().into()), ("folder", folder.into())]);
                let unwritten: Vec<&str> = starter::unwritten(&languages).collect();
                if !unwritten.is_empty() {
                    report.note("new-in-english", vec![("languages", unwritten.join(", ").into())]);
                }
                report.note("new-next", vec![("folder", folder.into())]);
                report.note("new-workflow", vec![("file", folder.join("README.md").as_path().into())]);
            }
            Err(Occupied::By(there)) => {
                report.refused = true;
                let first = self.folder.join(&there[0]);
                let others = there.len() - 1;
                report.note("occupied", vec![("file", first.as_path().into()), ("others", others.into())]);
            }
            Err(Occupied::Fault(fault)) => return Err(fault),
        }
        Ok(())
    }
}
