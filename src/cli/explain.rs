//! `diptych explain`: what a message means, at length.

use serde_json::json;

use super::{Answer, Outside, Report};
use crate::diagnostics::{Code, Fault, Wording, nearest};

#[derive(clap::Args)]
pub struct Arguments {
    #[arg(value_name = "CODE")]
    code: Option<String>,
}

impl Arguments {
    pub fn run(&self, outside: &Outside, report: &mut Report) -> Result<(), Fault> {
        let wording = Wording::for_locale(&outside.locale);
        let Some(name) = &self.code else {
            let names: Vec<&str> = Code::ALL.iter().map(|code| code.name()).collect();
            let lines: Vec<String> = Code::ALL
                .iter()
                .map(|code| format!("{:8} {}\n", wording.frame(code.severity().name()), code.name()))
                .collect();
            report.answer = Some(Answer::Lines(lines.concat(), json!(names)));
            return Ok(());
        };
        // As it stands in a message: error[broken-link].
        let name = name.rsplit('[').next().unwrap_or(name).trim_end_matches([']', ':']);
        let Some(code) = Code::named(name) else {
            report.refused = true;
            let names = || Code::ALL.iter().map(|code| code.name());
            match nearest(name, names()) {
                Some(near) => report.note("explain-nearest", vec![("code", name.into()), ("nearest", near.into())]),
                None => report.note("explain-unknown", vec![("code", name.into())]),
            }
            return Ok(());
        };
        let severity = wording.frame(code.severity().name());
        let (explanation, hints) = (wording.explanation(code), wording.hints(code));
        let mut text = format!("{severity}[{}]\n\n{explanation}\n", code.name());
        for hint in &hints {
            text.push_str(&format!("\n- {}", hint.replace('\n', " ")));
        }
        text.push_str(if hints.is_empty() { "" } else { "\n" });
        let answer =
            json!({ "code": code.name(), "severity": code.severity().name(), "explanation": explanation, "hints": hints });
        report.answer = Some(Answer::Lines(text, answer));
        Ok(())
    }
}
