//! A file of the dialect: prose, and examples with their results, as fenced blocks of Markdown.
//!
//! Takes: the text of `tests/dialect/NN-construct.md`. Gives: its parts, and the same text with other results. Must not know what the
//! results are made of.

use std::fmt::Write;

/// The results an example may have, in their order.
pub const RESULTS: [&str; 4] = ["html", "typst", "text", "diagnostics"];

pub struct File {
    pub title: String,
    pub parts: Vec<Part>,
}

pub enum Part {
    /// Paragraphs and subheadings, without empty lines around them.
    Prose(String),
    Example(Example),
}

pub struct Example {
    /// The line of its opening fence.
    pub line: usize,
    /// What stands after `markdown`: a language, `guidelines`.
    pub words: Vec<String>,
    pub source: String,
    /// Name and text, in the file's order.
    pub results: Vec<(String, String)>,
}

impl File {
    /// Fails on a fence that is never closed, of an unknown name, or that belongs to no example.
    pub fn read(text: &str) -> Result<File, String> {
        let first = text.lines().next().unwrap_or_default();
        let title = first.strip_prefix("# ").ok_or("the first line is no title")?.to_owned();
        let mut file = File { title, parts: Vec::new() };
        let mut prose = String::new();
        let mut lines = text.lines().enumerate().skip(1);
        while let Some((number, line)) = lines.next() {
            let ticks = line.bytes().take_while(|byte| *byte == b'`').count();
            if ticks < 3 {
                if line.starts_with("# ") || line.starts_with("~~~") {
                    return Err(format!("line {}: {line:?} has no place here", number + 1));
                }
                prose.push_str(line);
                prose.push('\n');
                continue;
            }
            file.prose(&mut prose);
            let mut body = String::new();
            loop {
                let (_, line) = lines.next().ok_or(format!("line {}: the fence is never closed", number + 1))?;
                if line == "`".repeat(ticks) {
                    break;
                }
                body.push_str(line);
                body.push('\n');
            }
            file.fence(number + 1, &line[ticks..], body)?;
        }
        file.prose(&mut prose);
        Ok(file)
    }

    fn prose(&mut self, prose: &mut String) {
        let text = std::mem::take(prose);
        if !text.trim().is_empty() {
            self.parts.push(Part::Prose(text.trim().to_owned()));
        }
    }

    fn fence(&mut self, line: usize, info: &str, body: String) -> Result<(), String> {
        let mut words = info.split(' ').map(str::to_owned);
        let name = words.next().unwrap_or_default();
        if name == "markdown" {
            let example = Example { line, words: words.collect(), source: body, results: Vec::new() };
            self.parts.push(Part::Example(example));
            return Ok(());
        }
        if words.next().is_some() || !RESULTS.contains(&name.as_str()) {
            return Err(format!("line {line}: a fence called {info:?}; there are `markdown` and {RESULTS:?}"));
        }
        match self.parts.last_mut() {
            Some(Part::Example(example)) if example.results.iter().all(|(known, _)| *known != name) => {
                example.results.push((name, body));
                Ok(())
            }
            _ => Err(format!("line {line}: `{name}` follows no example, or one that has it already")),
        }
    }

    pub fn examples(&self) -> impl Iterator<Item = &Example> {
        self.parts.iter().filter_map(|part| match part {
            Part::Example(example) => Some(example),
            Part::Prose(_) => None,
        })
    }

    /// The file with these results instead of its own, those of an example each.
    pub fn with_results(&self, results: &[Vec<(String, String)>]) -> String {
        let mut text = format!("# {}\n", self.title);
        let mut results = results.iter();
        for part in &self.parts {
            match part {
                Part::Prose(prose) => write!(text, "\n{prose}\n").expect("written"),
                Part::Example(example) => {
                    let info: Vec<&str> =
                        std::iter::once("markdown").chain(example.words.iter().map(String::as_str)).collect();
                    text.push_str(&fenced(&info.join(" "), &example.source));
                    for (name, result) in results.next().expect("every example has its results") {
                        text.push_str(&fenced(name, result));
                    }
                }
            }
        }
        text
    }
}

/// A fenced block after an empty line; the fence is longer than any within.
pub fn fenced(info: &str, body: &str) -> String {
    let within = body.lines().map(|line| line.trim_start().bytes().take_while(|byte| *byte == b'`').count());
    let fence = "`".repeat(within.max().unwrap_or_default().max(2) + 1);
    let end = if body.is_empty() || body.ends_with('\n') { "" } else { "\n" };
    format!("\n{fence}{info}\n{body}{end}{fence}\n")
}
