//! Times the redline of a long work against a heavily edited copy of it, and how time and memory grow with its length.
//!
//! `benches/redline/run` starts this; `benches/README.md` says what is measured.
//!
//! 1. write both trees, always the same, for each length;
//! 2. start a process for each turn, which reads both, compares them and draws the page;
//! 3. print the medians, and by how much each grows when the length doubles.

mod draft;
#[path = "../measurement.rs"]
mod measurement;
#[path = "../phrases.rs"]
mod phrases;

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::Arc;
use std::time::Instant;

use camino::Utf8Path;
use clap::Parser;
use diptych::publication::Publication;
use diptych::redline::{Redline, sections_of};
use diptych::renditions::redline::{Comparison, SideName, Version, page};
use diptych::sources::Sources;

use self::measurement::{Spread, load, machine};

#[derive(Parser)]
struct Arguments {
    /// How many chapters of about 800 words there are
    #[arg(long, default_values_t = [32, 64, 128, 256])]
    chapters: Vec<usize>,
    /// How many processes are started for each length
    #[arg(long, default_value_t = 7)]
    turns: usize,
    /// A folder in memory
    #[arg(long, default_value = "/dev/shm")]
    scratch: PathBuf,
    /// Be one of these processes, with the old tree and the new one
    #[arg(long, hide = true, num_args = 2)]
    turn: Option<Vec<PathBuf>>,
    /// `cargo bench` says so
    #[arg(long, hide = true)]
    bench: bool,
}

/// What one process has measured: seconds of the processor, and megabytes.
#[derive(Clone, Copy)]
struct Turn {
    sections: f64,
    compared: f64,
    drawn: f64,
    /// With both publications in memory, and nothing compared yet.
    before: f64,
    /// At most while comparing, and then while drawing.
    while_comparing: f64,
    while_drawing: f64,
    changed: f64,
}

fn main() -> io::Result<()> {
    let arguments = Arguments::parse();
    if let Some([old, new]) = arguments.turn.as_deref() {
        return turn(old, new);
    }
    // Removed in the end, and also when something fails.
    let scratch = tempfile::Builder::new().prefix("diptych-bench-").tempdir_in(&arguments.scratch)?;
    println!("{}", machine(&mut Command::new("true"))?);
    println!("Load before: {}\n", load());
    let columns =
        ["words", "changed sections", "compared, s", "growth", "page, s", "growth", "before, MB", "more, MB", "growth"];
    println!("| {} | with the page, MB |\n|{}--:|", columns.join(" | "), "--:|".repeat(columns.len()));
    let mut last: Option<[f64; 3]> = None;
    for chapters in &arguments.chapters {
        let [old, new] = ["old", "new"].map(|side| scratch.path().join(format!("{chapters}-{side}")));
        let words = draft::write(*chapters, &old, &new)?;
        let turns = (0..arguments.turns.max(1)).map(|_| started(&old, &new)).collect::<io::Result<Vec<Turn>>>()?;
        let spread = |of: fn(&Turn) -> f64, decimals: usize| Spread::of(turns.iter().map(of), decimals);
        let compared = spread(|own| own.sections + own.compared, 3);
        let drawn = spread(|own| own.drawn, 3);
        let (before, more) = (spread(|own| own.before, 0), spread(|own| own.while_comparing - own.before, 1));
        let most = spread(|own| own.while_drawing - own.before, 1);
        let now = [compared.median, drawn.median, more.median];
        let grown = |nth: usize| last.map_or_else(|| "–".to_owned(), |last| format!("× {:.2}", now[nth] / last[nth]));
        let changed = turns[0].changed;
        let [by_comparing, by_drawing, by_memory] = [0, 1, 2].map(grown);
        println!(
            "| {words} | {changed} | {compared} | {by_comparing} | {drawn} | {by_drawing} | {before} | {more} | {by_memory} | {most} |"
        );
        last = Some(now);
    }
    println!("\nLoad after: {}", load());
    Ok(())
}

fn started(old: &Path, new: &Path) -> io::Result<Turn> {
    let output = Command::new(std::env::current_exe()?).arg("--turn").args([old, new]).output()?;
    let text = String::from_utf8_lossy(&output.stdout);
    let numbers: Vec<f64> = text.split_whitespace().filter_map(|number| number.parse().ok()).collect();
    match numbers.as_slice() {
        &[sections, compared, drawn, before, while_comparing, while_drawing, changed] => {
            Ok(Turn { sections, compared, drawn, before, while_comparing, while_drawing, changed })
        }
        _ => Err(io::Error::other(String::from_utf8_lossy(&output.stderr).into_owned())),
    }
}

/// One process: both trees are read, and then what is measured begins.
fn turn(old: &Path, new: &Path) -> io::Result<()> {
    let read = |folder: &Path| -> io::Result<Publication> {
        let folder = Utf8Path::from_path(folder).ok_or_else(|| io::Error::other("a path that is not UTF-8"))?;
        let (sources, found) = Sources::read(folder).map_err(|fault| io::Error::other(format!("{fault:?}")))?;
        Publication::of(&sources, found, false).0.ok_or_else(|| io::Error::other("no publication"))
    };
    let (old, new) = (read(old)?, read(new)?);
    let place = |own: &Publication| own.works.iter().position(|work| work.folder == draft::WORK);
    let (one, other) = place(&old).zip(place(&new)).ok_or_else(|| io::Error::other("no work"))?;
    let (before, wall) = (peak()?, Instant::now());
    let start = processor()?;
    let texts = (sections_of(&old, &old.works[one], 0), sections_of(&new, &new.works[other], 0));
    let read = processor()?;
    let redline = Redline::between(&texts.0, &texts.1);
    let compared = processor()?;
    let while_comparing = highest()?;
    let changed = redline.changed().count();
    let version = Version { language: 0, redline };
    let (from, to) = (SideName::Working, SideName::Working);
    let comparison = Comparison { publication: Arc::new(new), work: other, from, to, versions: vec![version], all: false };
    let drawing = processor()?;
    page(&comparison).map_err(|_| io::Error::other("the page cannot be made"))?;
    let drawn = processor()? - drawing;
    println!("{} {} {drawn} {before} {while_comparing} {} {changed}", read - start, compared - read, highest()?);
    eprintln!("{:?} by the clock", wall.elapsed());
    Ok(())
}

/// Seconds that the main thread has had a processor: what is measured here has no other thread.
fn processor() -> io::Result<f64> {
    let text = fs::read_to_string("/proc/thread-self/schedstat")?;
    let nanoseconds: f64 = text.split(' ').next().and_then(|number| number.parse().ok()).unwrap_or_default();
    Ok(nanoseconds / 1e9)
}

/// Megabytes that the process has in memory now; from here on its highest is counted anew.
fn peak() -> io::Result<f64> {
    fs::write("/proc/self/clear_refs", "5")?;
    highest()
}

fn highest() -> io::Result<f64> {
    let text = fs::read_to_string("/proc/self/status")?;
    let line = text.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    let kilobytes: f64 = line.and_then(|line| line.split_whitespace().next()?.parse().ok()).unwrap_or_default();
    Ok(kilobytes / 1024.0)
}
