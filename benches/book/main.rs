//! Measures what the PDF of a large book costs diptych, beside PyPI `typst` with the markup that diptych hands to Typst.
//!
//! `benches/book/run` installs the peer and starts this; `benches/README.md` says what is measured.
//!
//! 1. Write the book, and for each word that will be edited the markup, with the theme and the fonts: all that the peer needs.
//! 2. Cold: a process of diptych and one of the peer in turn, each of which typesets once.
//! 3. Warm: a process of each, in which one word after another is edited and the book typeset again, in turn.
//!
//! Both sides are measured from outside, by the same ruler: the processor time and the memory that the system counts for the process.

mod compositor;
mod galley;
mod manuscript;
#[path = "../measurement.rs"]
mod measurement;
#[path = "../phrases.rs"]
mod phrases;

use std::fs;
use std::io;
use std::path::PathBuf;
use std::process::Command;

use camino::{Utf8Path, Utf8PathBuf};
use clap::Parser;
use diptych::memo::Memo;
use diptych::renditions::pdf;
use diptych::sources::Sources;

use self::galley::{Cost, Galley};
use self::measurement::{Spread, load, machine};

/// As `diptych` itself.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

#[derive(Parser)]
struct Arguments {
    /// The Python in which `typst` is installed
    #[arg(long, required_unless_present = "typeset")]
    peer: Option<PathBuf>,
    /// How many processes of each are started
    #[arg(long, default_value_t = 5)]
    cold: usize,
    /// How many words are edited
    #[arg(long, default_value_t = 9, value_parser = clap::value_parser!(u8).range(1..manuscript::EDITS as i64))]
    edits: u8,
    /// A folder in memory
    #[arg(long, default_value = "/dev/shm")]
    scratch: PathBuf,
    /// Typeset the book of a folder into a file: what is measured
    #[arg(long, hide = true, num_args = 2)]
    typeset: Option<Vec<Utf8PathBuf>>,
    /// `cargo bench` says so
    #[arg(long, hide = true)]
    bench: bool,
}

/// What both sides took, turn by turn.
#[derive(Default)]
struct Turns {
    diptych: Vec<Cost>,
    peer: Vec<Cost>,
}

fn main() -> io::Result<()> {
    let _ = rayon::ThreadPoolBuilder::new().use_current_thread().build_global();
    let arguments = Arguments::parse();
    if let Some([folder, out]) = arguments.typeset.as_deref() {
        return compositor::typeset(folder, out.as_std_path());
    }
    // Removed in the end, and also when something fails.
    let scratch = tempfile::Builder::new().prefix("diptych-bench-").tempdir_in(&arguments.scratch)?;
    let scratch = Utf8Path::from_path(scratch.path()).ok_or_else(|| io::Error::other("the folder's name is not UTF-8"))?;
    let bench = Bench { project: scratch.join("project"), markup: scratch.join("markup"), arguments: &arguments };
    let version = "from importlib.metadata import version; print('PyPI typst', version('typst'))";
    println!("{}", machine(bench.python().args(["-c", version]))?);
    println!("Load before: {}", load());
    let (cold, warm) = (bench.prepare().and_then(|()| bench.cold())?, bench.warm()?);
    println!("Load after: {}\n", load());
    bench.print_books()?;
    println!("| | | processors, s | ÷ typst | memory at most, MB | ÷ typst |\n|---|---|--:|--:|--:|--:|");
    print("cold", &cold);
    print("a word edited", &warm);
    println!("\nMedian (least–most).");
    Ok(())
}

struct Bench<'a> {
    project: Utf8PathBuf,
    markup: Utf8PathBuf,
    arguments: &'a Arguments,
}

impl Bench<'_> {
    /// Writes the book, and what the peer needs of it.
    fn prepare(&self) -> io::Result<()> {
        manuscript::write(&self.project)?;
        for word in 0..=usize::from(self.arguments.edits) {
            manuscript::edit(&self.project, word)?;
            let (sources, _) = Sources::read(&self.project).map_err(|fault| compositor::failed(&fault))?;
            let publication = compositor::publication(&sources, Memo::none())?;
            let work = publication.proceedings[0].work;
            let markup = pdf::markup(&publication, work, vec![compositor::LANGUAGE]);
            let markup = markup.map_err(|mistakes| compositor::failed(&mistakes))?;
            if word == 0 {
                let theme = &publication.theme;
                let typst = theme.typst.iter().map(|(path, source)| (path, source.text.as_bytes()));
                for (path, bytes) in typst.chain(theme.fonts.iter().map(|(path, bytes)| (path, bytes.as_ref()))) {
                    self.hand_over(path, bytes)?;
                }
                let straying = pdf::straying(&publication, work, vec![compositor::LANGUAGE]).unwrap_or_default();
                println!(
                    "Notes on another page than their marks: {} as laid out first, {} in the end",
                    straying.0, straying.1
                );
            }
            fs::write(self.edited_markup(word), markup)?;
        }
        manuscript::edit(&self.project, 0)?;
        self.edit_markup(0)
    }

    /// A file of the theme, where the markup looks for it.
    fn hand_over(&self, path: &Utf8Path, bytes: &[u8]) -> io::Result<()> {
        let own = path.strip_prefix("typst").map_or_else(|_| path.to_owned(), |own| Utf8Path::new("theme").join(own));
        let file = self.markup.join(own);
        fs::create_dir_all(file.parent().unwrap_or(&self.markup))?;
        fs::write(file, bytes)
    }

    fn edited_markup(&self, word: usize) -> Utf8PathBuf {
        self.markup.join(format!("edited-{word}.typ"))
    }

    fn edit_markup(&self, word: usize) -> io::Result<()> {
        fs::copy(self.edited_markup(word), self.markup.join("main.typ")).map(drop)
    }

    fn diptych(&self) -> io::Result<Galley> {
        let mut command = Command::new(std::env::current_exe()?);
        Galley::start(command.arg("--typeset").arg(&self.project).arg(self.made("diptych")))
    }

    fn peer(&self) -> io::Result<Galley> {
        let script = concat!(env!("CARGO_MANIFEST_DIR"), "/benches/book/peer.py");
        // Midnight of the edition's day.
        Galley::start(self.python().arg(script).arg(&self.markup).arg(self.made("typst")).arg("1795305600"))
    }

    fn python(&self) -> Command {
        Command::new(self.arguments.peer.as_deref().unwrap_or("python3".as_ref()))
    }

    fn made(&self, by: &str) -> Utf8PathBuf {
        self.markup.join(format!("{by}.pdf"))
    }

    fn cold(&self) -> io::Result<Turns> {
        let mut turns = Turns::default();
        for _ in 0..self.arguments.cold {
            turns.diptych.push(self.diptych()?.end()?);
            turns.peer.push(self.peer()?.end()?);
        }
        Ok(turns)
    }

    fn warm(&self) -> io::Result<Turns> {
        let (mut diptych, mut peer) = (self.diptych()?, self.peer()?);
        let mut turns = Turns::default();
        for word in 1..=usize::from(self.arguments.edits) {
            manuscript::edit(&self.project, word)?;
            turns.diptych.push(diptych.again()?);
            self.edit_markup(word)?;
            turns.peer.push(peer.again()?);
        }
        diptych.end()?;
        peer.end()?;
        Ok(turns)
    }

    fn print_books(&self) -> io::Result<()> {
        let (articles, citations) = (manuscript::ARTICLES, manuscript::CITATIONS);
        println!("{articles} articles, {articles} tables, {citations} citations");
        for by in ["diptych", "typst"] {
            let bytes = fs::read(self.made(by))?;
            let pages = bytes.windows(PAGE.len()).filter(|window| *window == PAGE).count();
            println!("{by}: {pages} pages, {:.2} MB", bytes.len() as f64 / 1e6);
        }
        println!();
        Ok(())
    }
}

/// How a page of a PDF says that it is one.
const PAGE: &[u8] = b"/Type/Page/";

fn print(what: &str, turns: &Turns) {
    let spread = |costs: &[Cost], of: fn(&Cost) -> f64, decimals| Spread::of(costs.iter().map(of), decimals);
    let ratio = |of: fn(&Cost) -> f64| {
        let pairs = turns.diptych.iter().zip(&turns.peer);
        Spread::of(pairs.map(|(own, peer)| of(own) / of(peer)), 3)
    };
    let (seconds, megabytes) = (|cost: &Cost| cost.seconds, |cost: &Cost| cost.megabytes);
    let row = |name: &str, costs: &[Cost], ratios: [String; 2]| {
        let [processors, memory] = [spread(costs, seconds, 3), spread(costs, megabytes, 0)];
        println!("| {what} | {name} | {processors} | {} | {memory} | {} |", ratios[0], ratios[1]);
    };
    row("diptych", &turns.diptych, [ratio(seconds).to_string(), ratio(megabytes).to_string()]);
    row("typst", &turns.peer, ["1".to_owned(), "1".to_owned()]);
}
