//! `diptych completions` and `diptych man`: what shells and systems are told of the command line, from its one description.

use clap::{Command, CommandFactory};
use clap_complete::Shell;

use super::{Answer, Cli, Report};
use crate::diagnostics::Fault;

#[derive(clap::Args)]
pub struct Completions {
    /// The shell that is to complete
    #[arg(value_enum)]
    shell: Shell,
}

impl Completions {
    pub fn run(&self, report: &mut Report) -> Result<(), Fault> {
        let mut script = Vec::new();
        clap_complete::generate(self.shell, &mut Cli::command(), "diptych", &mut script);
        report.answer = Some(Answer::File(String::from_utf8_lossy(&script).into_owned()));
        Ok(())
    }
}

#[derive(clap::Args)]
pub struct Man {
    /// The command whose page to print, such as build or theme eject; without one, diptych's own
    #[arg(value_name = "COMMAND")]
    command: Vec<String>,
}

impl Man {
    pub fn run(&self, report: &mut Report) -> Result<(), Fault> {
        let mut whole = Cli::command();
        whole.build();
        let mut command: &Command = &whole;
        for name in &self.command {
            match command.find_subcommand(name) {
                Some(found) => command = found,
                None => {
                    report.refused = true;
                    report.note("man-unknown", vec![("command", self.command.join(" ").into())]);
                    return Ok(());
                }
            }
        }
        let mut page = Vec::new();
        // Nothing but memory is written to.
        let _ = clap_mangen::Man::new(command.clone().disable_help_flag(true)).render(&mut page);
        report.answer = Some(Answer::File(String::from_utf8_lossy(&page).into_owned()));
        Ok(())
    }
}
