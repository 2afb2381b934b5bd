//! `diptych completions` and `diptych man`: what shells and systems are told of the command line, from its one description.

use clap::Command;
use clap_complete::Shell;

use super::{Answer, Outside, Report, help};
use crate::diagnostics::{Fault, Wording};

#[derive(clap::Args)]
pub struct Completions {
    #[arg(value_enum)]
    shell: Shell,
}

impl Completions {
    pub fn run(&self, outside: &Outside, report: &mut Report) -> Result<(), Fault> {
        let mut script = Vec::new();
        let mut command = help::command(&Wording::for_locale(&outside.locale));
        clap_complete::generate(self.shell, &mut command, "diptych", &mut script);
        report.answer = Some(Answer::File(String::from_utf8_lossy(&script).into_owned()));
        Ok(())
    }
}

#[derive(clap::Args)]
pub struct Man {
    #[arg(value_name = "COMMAND")]
    command: Vec<String>,
}

impl Man {
    pub fn run(&self, outside: &Outside, report: &mut Report) -> Result<(), Fault> {
        let wording = Wording::for_locale(&outside.locale);
        let whole = help::command(&wording);
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
        // The one thing that the renderer says by itself.
        let heading = |line: &str| match line.strip_prefix(".SH ") {
            Some(name) => {
                let name = name.trim().trim_matches('"');
                format!(".SH \"{}\"\n", wording.sentence("help-manual", &[("heading", name.into())]))
            }
            None => line.to_owned(),
        };
        let page = String::from_utf8_lossy(&page);
        report.answer = Some(Answer::File(page.split_inclusive('\n').map(heading).collect()));
        Ok(())
    }
}
