//! `diptych serve`: the preview.

use std::sync::Arc;

use camino::Utf8Path;

use super::{Outside, Report};
use crate::diagnostics::{Fault, Wording};
use crate::serve::{Preview, Said};

#[derive(clap::Args)]
pub struct Arguments {
    #[arg(long, value_name = "PORT")]
    port: Option<u16>,
    #[arg(long)]
    open: bool,
}

impl Arguments {
    pub fn run(&self, root: &Utf8Path, outside: &Outside) -> Result<(), Fault> {
        let say = Arc::clone(&outside.say);
        let heard = move |said: Said<'_>| say(&report(said));
        let (programs, wording) = (outside.programs.clone(), Wording::for_locale(&outside.locale));
        Preview { port: self.port, open: self.open, programs, wording }.run(root, Arc::new(heard))
    }
}

fn report(said: Said<'_>) -> Report {
    let mut report = Report::default();
    match said {
        Said::Ready(address) => report.note("serve-ready", vec![("address", address.into())]),
        Said::Turned(turn) => {
            if let Some(first) = turn.changed.first() {
                let others = turn.changed.len() - 1;
                report.note("serve-changed", vec![("file", first.as_path().into()), ("others", others.into())]);
            }
            report.diagnostics = turn.diagnostics.clone();
            report.fault = turn.fault.clone();
            if turn.number > 1 && report.diagnostics.is_empty() && report.fault.is_none() {
                report.note("checked", Vec::new());
            }
        }
        Said::Found(diagnostics) => report.diagnostics = diagnostics.to_vec(),
    }
    report
}
