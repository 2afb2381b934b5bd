//! The preview: the publication as its editors write it, in a browser on the same machine.
//!
//! Takes: a folder, and what `main` knows of the world. Gives: pages until the process ends. The stages are those of `build`; only
//! the writer is missing, and the files are made when a browser asks for them. Must not know what pages hold.
//!
//! 1. [`watch`] rings when somebody saves a source.
//! 2. [`desk`] reads what changed, resolves the publication anew and lays a [`proof`] of it on the desk, with all that is wrong.
//! 3. [`server`] sends files of the proof to whoever may have them ([`host`] says who), with a script added to pages ([`page`]) that
//!    follows the desk; [`launch`] starts the browser, and the editor at the line that a reader points at.
//!
//! Nothing is written, and nothing of the publication is run.

mod desk;
mod host;
mod launch;
mod page;
mod proof;
mod server;
mod watch;

use std::sync::Arc;

use camino::Utf8Path;

use self::desk::Desk;
pub use self::desk::Turn;
pub use self::launch::Programs;
use self::watch::Bell;
use crate::diagnostics::{Diagnostic, Fault, Wording};
use crate::sources::Sources;

/// What the preview is to do.
pub struct Preview {
    /// The port asked for; otherwise the first free one from [`FIRST_PORT`] on.
    pub port: Option<u16>,
    /// Whether to show it in the user's browser.
    pub open: bool,
    pub programs: Programs,
    /// In which the overlay speaks.
    pub wording: Wording,
}

/// What the preview says while it runs.
pub enum Said<'t> {
    /// The address at which it can be read.
    Ready(&'t str),
    /// The sources have changed.
    Turned(&'t Turn),
    /// A file that was asked for could not be made.
    Found(&'t [Diagnostic]),
}

pub type Say = Arc<dyn Fn(Said<'_>) + Send + Sync>;

/// Not the port of any widespread service.
const FIRST_PORT: u16 = 4242;
/// So many previews may run at once before a person has to choose a port.
const PORTS: u16 = 20;

impl Preview {
    /// Runs until the process ends or something fails.
    pub fn run(self, root: &Utf8Path, say: Say) -> Result<(), Fault> {
        let (sources, _) = Sources::read(root)?;
        let listener = server::listen(self.port)?;
        let mut bell = Bell::over(&sources.root)?;
        let (desk, mut worker) = Desk::new(sources, Arc::clone(&say));
        let desk = Arc::new(desk);
        // Looks once more: what was saved before the bell hung is found too.
        worker.look(&desk, &mut bell, Default::default())?;
        let address = server::start(listener, desk.clone(), self.wording, self.programs.clone())?;
        say(Said::Ready(&address));
        if self.open {
            self.programs.browse(&address);
        }
        loop {
            let touched = bell.wait()?;
            worker.look(&desk, &mut bell, touched)?;
        }
    }
}
