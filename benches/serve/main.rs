//! Times how long it takes from saving a text until the preview serves it, beside Hugo's preview of the same texts.
//!
//! `benches/serve/run` installs Hugo and starts this; `benches/README.md` says what is measured.
//!
//! 1. write the source trees, always the same, and start the previews;
//! 2. replace one word of one paragraph, again and again, with each tool in turn, and ask for the page until it has the new word;
//! 3. change titles, and look whether the pages before and after and the contents say so;
//! 4. edit diptych's texts some thousand times more, and look at its memory.

#[path = "../site/corpus.rs"]
mod corpus;
#[path = "../measurement.rs"]
mod measurement;
#[path = "../phrases.rs"]
mod phrases;
mod preview;

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, Instant};

use clap::Parser;

use self::corpus::{CHAPTERS_OF_A_WORK, Corpus, TAGS, Tool};
use self::measurement::{Spread, load, machine};
use self::preview::{PATIENCE, Preview};

/// A chapter of the shipped publication, and its page.
const SHIPPED: (&str, &str) = ("content/guidelines/home/03-principles.en.md", "/en/guidelines/home/principles/");
/// How many titles are changed.
const TITLES: usize = 5;

#[derive(Parser)]
struct Arguments {
    /// The Hugo binary
    #[arg(long)]
    hugo: PathBuf,
    /// How many chapters there are, each in two languages
    #[arg(long, default_value_t = 1000)]
    pairs: usize,
    /// How often a text is edited with each tool
    #[arg(long, default_value_t = 50)]
    edits: usize,
    /// After how many edits the memory is looked at
    #[arg(long, default_value_t = 2000)]
    memory: usize,
    /// A folder in memory
    #[arg(long, default_value = "/dev/shm")]
    scratch: PathBuf,
    /// `cargo bench` says so
    #[arg(long, hide = true)]
    bench: bool,
}

/// One tool with its texts.
struct Contestant {
    preview: Preview,
    folder: PathBuf,
    /// In milliseconds.
    edits: Vec<f64>,
    /// From a changed title to the last of the pages that show it; none where one never did.
    titles: Vec<Option<f64>>,
}

fn main() -> io::Result<()> {
    let arguments = Arguments::parse();
    // Removed in the end, and also when something fails.
    let scratch = tempfile::Builder::new().prefix("diptych-bench-").tempdir_in(&arguments.scratch)?;
    println!("{}", machine(Command::new(&arguments.hugo).arg("version"))?);
    println!("Load before: {}\n", load());
    println!("| | | edits | ms | least–most |\n|---|---|--:|--:|--:|");
    shipped(&arguments, scratch.path())?;
    let diptych = corpus(&arguments, scratch.path())?;
    memory(&arguments, &diptych)?;
    println!("\nLoad after: {}", load());
    Ok(())
}

/// The publication of the repository.
fn shipped(arguments: &Arguments, scratch: &Path) -> io::Result<()> {
    let (repository, folder) = (Path::new(env!("CARGO_MANIFEST_DIR")), scratch.join("shipped"));
    corpus::copy(&repository.join("content"), &folder.join("content"))?;
    fs::copy(repository.join("book.toml"), folder.join("book.toml"))?;
    let mut contestant = Contestant { preview: Preview::diptych(&folder)?, folder, edits: Vec::new(), titles: Vec::new() };
    let mut pauses = Pauses(7);
    for number in 0..arguments.edits {
        pauses.next();
        let file = contestant.folder.join(SHIPPED.0);
        let taken = contestant.edit(number, &file, SHIPPED.1)?;
        contestant.edits.push(taken);
    }
    print_edits("shipped publication", &contestant);
    Ok(())
}

/// The made-up publication, with all tools; gives diptych, still running.
fn corpus(arguments: &Arguments, scratch: &Path) -> io::Result<Contestant> {
    let (repository, corpus) = (Path::new(env!("CARGO_MANIFEST_DIR")), Corpus { pairs: arguments.pairs });
    let contestant = |name: &str, tool: Tool, start: &dyn Fn(&Path) -> io::Result<Preview>| {
        let folder = scratch.join(name);
        corpus.write(tool, &folder, repository)?;
        Ok::<_, io::Error>(Contestant { preview: start(&folder)?, folder, edits: Vec::new(), titles: Vec::new() })
    };
    let hugo = |name: &'static str, settings: &'static str| {
        let binary = arguments.hugo.clone();
        move |folder: &Path| Preview::hugo(name, &binary, settings, folder)
    };
    let mut all = vec![
        contestant("diptych", Tool::Diptych, &Preview::diptych)?,
        contestant("hugo", Tool::Hugo, &hugo("Hugo, chapters", "hugo.toml"))?,
        contestant("hugo-whole", Tool::Hugo, &hugo("Hugo, chapters and side by side", "hugo.toml,whole.toml"))?,
    ];
    let mut pauses = Pauses(11);
    for number in 0..arguments.edits {
        let turn = number % all.len();
        all.rotate_left(turn);
        for contestant in &mut all {
            pauses.next();
            let taken = contestant.edit_chapter(number, corpus)?;
            contestant.edits.push(taken);
        }
        all.rotate_right(turn);
    }
    for number in 0..TITLES {
        for contestant in &mut all {
            pauses.next();
            contestant.edit_title(number, corpus)?;
        }
    }
    all.iter().for_each(|contestant| print_edits(&format!("{} pairs", arguments.pairs), contestant));
    println!(
        "\nA chapter’s title was changed {TITLES} times; until its page, the pages before and after it and the contents had it:\n"
    );
    for contestant in &all {
        let seen: Vec<f64> = contestant.titles.iter().flatten().copied().collect();
        let never = match contestant.titles.len() - seen.len() {
            0 => String::new(),
            count => format!("; {count} times one of them did not have it within {} s", PATIENCE.as_secs()),
        };
        let spread = if seen.is_empty() { "–".to_owned() } else { Spread::of(seen.into_iter(), 0).to_string() };
        println!("- {}: {spread} ms{never}", contestant.preview.name);
    }
    Ok(all.swap_remove(0))
}

fn memory(arguments: &Arguments, diptych: &Contestant) -> io::Result<()> {
    let corpus = Corpus { pairs: arguments.pairs };
    println!("\nMemory of diptych, {} pairs:\n\n| edits | MB |\n|--:|--:|", arguments.pairs);
    for number in arguments.edits..=arguments.memory {
        let part = (arguments.memory / 4).max(1);
        if number == arguments.edits || number % part == 0 {
            // What a change made needless is given back beside what comes next.
            std::thread::sleep(Duration::from_millis(500));
            println!("| {number} | {:.0} |", diptych.preview.resident()?);
        }
        diptych.edit_chapter(number, corpus)?;
    }
    Ok(())
}

impl Contestant {
    /// Milliseconds from the beginning of saving to the last byte of the page that has the new word. The page was asked for before, as it
    /// is by whoever edits.
    fn edit(&self, number: usize, file: &Path, page: &str) -> io::Result<f64> {
        let (text, word) = (fs::read_to_string(file)?, word(number));
        let text = with_word(&text, &word).ok_or_else(|| io::Error::other(format!("{}: no paragraph", file.display())))?;
        self.preview.get(page)?;
        let start = Instant::now();
        fs::write(file, text)?;
        let taken = self.preview.until(start, page, &word)?;
        let lost = || io::Error::other(format!("{}: {page} does not change", self.preview.name));
        taken.map(milliseconds).ok_or_else(lost)
    }

    fn edit_chapter(&self, number: usize, corpus: Corpus) -> io::Result<f64> {
        let (chapter, language) = (number * 37 % corpus.pairs, number % 2);
        self.edit(number, &self.folder.join(file(chapter, language)), &address(chapter, language))
    }

    /// Changes a title, and waits until all who should know it do.
    fn edit_title(&mut self, number: usize, corpus: Corpus) -> io::Result<()> {
        // Neither the first nor the last of its work.
        let chapter = number * 101 % corpus.pairs / CHAPTERS_OF_A_WORK * CHAPTERS_OF_A_WORK + 1 + number;
        let (file, title) = (self.folder.join(file(chapter, 0)), format!("Title {}", word(number)));
        let own = address(chapter, 0);
        let contents = format!("/{}/{}/", TAGS[0], corpus::work_folder(chapter / CHAPTERS_OF_A_WORK));
        let pages = [own, address(chapter - 1, 0), address(chapter + 1, 0), contents];
        for page in &pages {
            self.preview.get(page)?;
        }
        let text = fs::read_to_string(&file)?;
        let old = &corpus::chapter_title(chapter)[0];
        let start = Instant::now();
        fs::write(&file, text.replacen(&format!("title: {old}\n"), &format!("title: {title}\n"), 1))?;
        let mut last = Some(0.0);
        for page in &pages {
            let seen = self.preview.until(start, page, &title)?.map(milliseconds);
            last = last.zip(seen).map(|(one, other): (f64, f64)| one.max(other));
        }
        self.titles.push(last);
        fs::write(&file, text)
    }
}

/// Pauses between edits, always the same: nobody saves in time with a clock of the tool's.
struct Pauses(u64);

impl Pauses {
    fn next(&mut self) {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        std::thread::sleep(Duration::from_millis(200 + (self.0 >> 33) % 800));
    }
}

fn file(chapter: usize, language: usize) -> String {
    let work = corpus::work_folder(chapter / CHAPTERS_OF_A_WORK);
    format!("content/{work}/{}.{}.md", corpus::chapter_file(chapter), TAGS[language])
}

fn address(chapter: usize, language: usize) -> String {
    let work = corpus::work_folder(chapter / CHAPTERS_OF_A_WORK);
    format!("/{}/{work}/{}/", TAGS[language], corpus::chapter_slug(chapter, language))
}

/// Without digits, which versions have in common.
fn word(number: usize) -> String {
    let letters = format!("{number:04}").bytes().map(|digit| char::from(digit - b'0' + b'a')).collect::<String>();
    format!("Edited{letters}")
}

/// The text with another first word of its first paragraph.
fn with_word(text: &str, word: &str) -> Option<String> {
    let body = text.find("\n---\n")? + "\n---\n".len();
    let mut at = body;
    for line in text[body..].split_inclusive('\n') {
        if line.starts_with(char::is_alphabetic) {
            let end = at + line.find(char::is_whitespace)?;
            return Some([&text[..at], word, &text[end..]].concat());
        }
        at += line.len();
    }
    None
}

fn milliseconds(time: Duration) -> f64 {
    time.as_secs_f64() * 1000.0
}

fn print_edits(texts: &str, contestant: &Contestant) {
    let Spread { least, median, most, .. } = Spread::of(contestant.edits.iter().copied(), 1);
    let (name, count) = (contestant.preview.name, contestant.edits.len());
    println!("| {texts} | {name} | {count} | {median:.1} | {least:.1}–{most:.1} |");
}
