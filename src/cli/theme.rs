//! `diptych theme`: the default theme as files of the publication's own.

use camino::{Utf8Path, Utf8PathBuf};

use super::{Report, sound_book};
use crate::diagnostics::Fault;
use crate::output::{Occupied, plant};
use crate::sources::{self, Sources};

#[derive(clap::Subcommand)]
pub enum Command {
    Eject(Arguments),
}

#[derive(clap::Args)]
pub struct Arguments {
    #[arg(value_name = "PATH")]
    paths: Vec<Utf8PathBuf>,
}

impl Command {
    pub fn run(&self, root: &Utf8Path, report: &mut Report) -> Result<(), Fault> {
        let Command::Eject(arguments) = self;
        let (sources, _) = Sources::read(root)?;
        let Some(book) = sound_book(&sources, report)? else { return Ok(()) };
        let all: Vec<(&Utf8Path, &[u8])> = sources::built_in_theme();
        for path in &arguments.paths {
            if !all.iter().any(|(file, _)| file.starts_with(path)) {
                report.refused = true;
                report.note("theme-without", vec![("path", path.as_path().into())]);
                return Ok(());
            }
        }
        let wanted = |path: &Utf8Path| match arguments.paths.is_empty() {
            true => !path.starts_with("fonts"),
            false => arguments.paths.iter().any(|wanted| path.starts_with(wanted)),
        };
        let folder = Utf8Path::new("themes").join(&book.theme);
        let chosen = all.into_iter().filter(|(path, _)| wanted(path));
        let files: Vec<(Utf8PathBuf, Vec<u8>)> = chosen.map(|(path, bytes)| (folder.join(path), bytes.to_vec())).collect();
        match plant(&sources.root, &files) {
            Ok(()) => report.note("theme-ejected", vec![("files", files.len().into()), ("folder", folder.as_path().into())]),
            Err(Occupied::By(there)) => {
                report.refused = true;
                let others = there.len() - 1;
                report.note("occupied", vec![("file", there[0].as_path().into()), ("others", others.into())]);
            }
            Err(Occupied::Fault(fault)) => return Err(fault),
        }
        Ok(())
    }
}
