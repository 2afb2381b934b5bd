//! Other programs: the browser that shows the preview, the editor that opens a source at a line.
//!
//! Takes: what the user's surroundings name. Gives: a program that is started, or the address that a browser can open. Nothing of the
//! publication names a program or one of its options: a file's place is one argument, an absolute path, and no shell sees it.

use std::process::{Command, Stdio};

use camino::Utf8Path;

/// What the user's surroundings say of programs. `main` reads them.
#[derive(Clone, Debug, Default)]
pub struct Programs {
    /// `$DIPTYCH_EDITOR`: words, among which `{file}`, `{line}` and `{column}` stand for the place.
    pub editor: Option<String>,
    /// `$VISUAL`, then `$EDITOR`.
    pub usual_editors: Vec<String>,
}

/// Editors with windows of their own, and how each is told a line. Others would take the terminal in which the preview runs.
const EDITORS: &[(&[&str], &[&str])] = &[
    (&["code", "code-insiders", "codium", "vscodium", "cursor", "windsurf"], &["--goto", "{file}:{line}:{column}"]),
    (&["zed", "zeditor", "subl", "sublime_text", "hx-gui"], &["{file}:{line}:{column}"]),
    (&["gvim", "mvim"], &["+{line}", "{file}"]),
    (&["gedit", "xed", "pluma", "gnome-text-editor"], &["+{line}", "{file}"]),
    (&["kate", "kwrite"], &["--line", "{line}", "{file}"]),
    (&["idea", "webstorm", "pycharm", "rustrover", "mate"], &["--line", "{line}", "{file}"]),
    (&["emacsclient"], &["--no-wait", "+{line}:{column}", "{file}"]),
    (&["geany"], &["--line", "{line}", "{file}"]),
];

/// A place in a source.
#[derive(Clone, Copy, Debug)]
pub struct Line<'f> {
    /// Absolute.
    pub file: &'f Utf8Path,
    pub line: u32,
    pub column: u32,
}

/// How a source was opened.
#[derive(Debug, PartialEq, Eq)]
pub enum Opened {
    /// By this program.
    Program(String),
    /// Not yet: the browser is to ask for this address.
    Address(String),
    /// The program could not be started.
    Failed(String),
}

impl Programs {
    /// Opens a source in the user's editor.
    pub fn edit(&self, place: Line<'_>) -> Opened {
        match self.editor_command(place) {
            Some((program, arguments)) => match start(&program, &arguments) {
                true => Opened::Program(program),
                false => Opened::Failed(program),
            },
            None => Opened::Address(address(place)),
        }
    }

    /// A program and its arguments; none where the user's editor is one for a terminal, or there is none.
    fn editor_command(&self, place: Line<'_>) -> Option<(String, Vec<String>)> {
        if let Some(own) = &self.editor {
            let mut words = own.split_whitespace();
            let program = words.next()?.to_owned();
            let mut words: Vec<&str> = words.collect();
            if !own.contains("{file}") {
                words.push("{file}");
            }
            return Some((program, words.into_iter().map(|word| filled(word, place)).collect()));
        }
        self.usual_editors.iter().find_map(|usual| {
            let mut words = usual.split_whitespace();
            let program = words.next()?;
            let name = program.rsplit('/').next()?;
            let (_, arguments) = EDITORS.iter().find(|(names, _)| names.contains(&name))?;
            // `code --wait`: options of the user's own come first.
            let all = words.chain(arguments.iter().copied()).map(|word| filled(word, place));
            Some((program.to_owned(), all.collect()))
        })
    }

    /// Shows an address in the user's browser. Where there is none, the address stands in the terminal.
    pub fn browse(&self, address: &str) {
        let browser = if cfg!(target_os = "macos") { "open" } else { "xdg-open" };
        start(browser, &[address.to_owned()]);
    }
}

fn filled(word: &str, place: Line<'_>) -> String {
    // The file's own name, which may hold `{line}`, comes last.
    let word = word.replace("{line}", &place.line.to_string()).replace("{column}", &place.column.to_string());
    word.replace("{file}", place.file.as_str())
}

/// What Visual Studio Code answers to; the browser asks the user first.
fn address(place: Line<'_>) -> String {
    let mut address = "vscode://file".to_owned();
    for byte in place.file.as_str().bytes() {
        match byte {
            b'/' | b'-' | b'_' | b'.' | b'~' | b'0'..=b'9' | b'a'..=b'z' | b'A'..=b'Z' => address.push(char::from(byte)),
            _ => address.push_str(&format!("%{byte:02X}")),
        }
    }
    format!("{address}:{}:{}", place.line, place.column)
}

/// Whether it started; how it ends is its own affair.
fn start(program: &str, arguments: &[String]) -> bool {
    let mut command = Command::new(program);
    command.args(arguments).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    // Not the publication's folder: where programs are also looked for in `.`, one lying there must not be found.
    match command.current_dir("/").spawn() {
        Ok(mut child) => {
            // Somebody has to take note of its end, or it stays in the system's list.
            std::thread::spawn(move || child.wait());
            true
        }
        Err(_) => false,
    }
}
