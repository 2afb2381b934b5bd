//! Times how long diptych takes to build the site of a large publication, beside Hugo with the same texts.
//!
//! `benches/site/run` installs Hugo and starts this; `benches/README.md` says what is measured. For each size:
//!
//! 1. write both source trees, always the same;
//! 2. build once with each tool, not counted, and check what came out;
//! 3. build with both in turn, each time without a destination: whole processes, from their start to their end;
//! 4. build once more over what diptych has just built.

mod corpus;
#[path = "../measurement.rs"]
mod measurement;
mod outcome;
#[path = "../phrases.rs"]
mod phrases;

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Instant;

use clap::Parser;

use self::corpus::{Corpus, Tool};
use self::measurement::{Spread, load, machine};
use self::outcome::Outcome;

/// Settings of Hugo's, the later over the earlier.
const PLAIN: &str = "hugo.toml";
const WHOLE: &str = "hugo.toml,whole.toml";

#[derive(Parser)]
struct Arguments {
    /// The Hugo binary
    #[arg(long)]
    hugo: PathBuf,
    /// How many chapters there are, each in two languages
    #[arg(default_values_t = [100, 1000, 5000])]
    pairs: Vec<usize>,
    /// How often each tool builds
    #[arg(long, default_value_t = 7)]
    runs: usize,
    /// A folder in memory
    #[arg(long, default_value = "/dev/shm")]
    scratch: PathBuf,
    /// `cargo bench` says so
    #[arg(long, hide = true)]
    bench: bool,
}

/// One build.
#[derive(Clone, Copy)]
struct Run {
    seconds: f64,
    /// Of all processors together; in hundredths, as the system counts.
    processor_seconds: f64,
}

/// What one tool made of one size, and how long it took each time.
struct Made {
    outcome: Outcome,
    runs: Vec<Run>,
}

/// All builds of one size.
struct Measured {
    corpus: Corpus,
    diptych: Made,
    /// Making chapters alone, as it does when nothing more is asked of it.
    hugo: Made,
    /// Making also a page of each chapter beside its other version, and the sitemap, as diptych does.
    hugo_whole: Made,
    unchanged: Vec<Run>,
}

fn main() -> io::Result<()> {
    let arguments = Arguments::parse();
    // Removed in the end, and also when something fails.
    let scratch = tempfile::Builder::new().prefix("diptych-bench-").tempdir_in(&arguments.scratch)?;
    println!("{}", machine(Command::new(&arguments.hugo).arg("version"))?);
    println!("Load before: {}", load());
    let measure = |pairs: &usize| measure(&arguments, Corpus { pairs: *pairs }, scratch.path());
    let all: Vec<Measured> = arguments.pairs.iter().map(measure).collect::<io::Result<_>>()?;
    println!("Load after: {}\n", load());
    print_builds(&all);
    print_growth(&all);
    Ok(())
}

fn measure(arguments: &Arguments, corpus: Corpus, scratch: &Path) -> io::Result<Measured> {
    let repository = Path::new(env!("CARGO_MANIFEST_DIR"));
    let folder = |name: &str| scratch.join(format!("{}-{name}", corpus.pairs));
    let (diptych, hugo) = (folder("diptych"), folder("hugo"));
    corpus.write(Tool::Diptych, &diptych, repository)?;
    corpus.write(Tool::Hugo, &hugo, repository)?;
    let (diptych_site, hugo_site, hugo_cache) = (folder("diptych-site"), folder("hugo-site"), folder("hugo-cache"));
    let build_diptych = || {
        let mut command = Command::new(env!("CARGO_BIN_EXE_diptych"));
        command.args(["build", "--only", "site", "--root"]).arg(&diptych).arg("--out").arg(&diptych_site);
        timed(&mut command)
    };
    let build_hugo = |settings: &str| {
        let mut command = Command::new(&arguments.hugo);
        command.args(["--quiet", "--noBuildLock", "--config", settings, "--destination"]).arg(&hugo_site);
        timed(command.arg("--source").arg(&hugo).arg("--cacheDir").arg(&hugo_cache))
    };
    let afresh = |build: &dyn Fn() -> io::Result<Run>| {
        for made in [&diptych.join(".diptych"), &hugo.join("resources"), &hugo_cache] {
            remove(made)?;
        }
        build()
    };
    let cold_diptych = || remove(&diptych_site).and_then(|()| afresh(&build_diptych));
    let cold_hugo = |settings: &str| remove(&hugo_site).and_then(|()| afresh(&|| build_hugo(settings)));
    let made = |site: &Path, pages: usize| Ok::<_, io::Error>(Made { outcome: Outcome::of(site, pages)?, runs: Vec::new() });

    cold_diptych()?;
    cold_hugo(PLAIN)?;
    let (diptych_made, hugo_made) = (made(&diptych_site, 4 * corpus.pairs)?, made(&hugo_site, 2 * corpus.pairs)?);
    cold_hugo(WHOLE)?;
    let hugo_whole = made(&hugo_site, 4 * corpus.pairs)?;
    let mut measured = Measured { corpus, diptych: diptych_made, hugo: hugo_made, hugo_whole, unchanged: Vec::new() };
    for _ in 0..arguments.runs {
        measured.diptych.runs.push(cold_diptych()?);
        measured.hugo.runs.push(cold_hugo(PLAIN)?);
        measured.hugo_whole.runs.push(cold_hugo(WHOLE)?);
    }
    for _ in 0..arguments.runs {
        measured.unchanged.push(build_diptych()?);
    }
    for made in [&diptych, &hugo, &diptych_site, &hugo_site] {
        remove(made)?;
    }
    Ok(measured)
}

fn timed(command: &mut Command) -> io::Result<Run> {
    let (before, start) = (children_seconds()?, Instant::now());
    let output = command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::piped()).output()?;
    let seconds = start.elapsed().as_secs_f64();
    if !output.status.success() {
        return Err(io::Error::other(format!("{command:?}: {}", String::from_utf8_lossy(&output.stderr))));
    }
    Ok(Run { seconds, processor_seconds: children_seconds()? - before })
}

/// The processor time of all processes that this one has started and that have ended (proc(5), fields 16 and 17 of `stat`).
fn children_seconds() -> io::Result<f64> {
    let stat = fs::read_to_string("/proc/self/stat")?;
    // The second field, the command in brackets, may have spaces in it.
    let after_command = stat.rsplit(')').next().unwrap_or_default();
    let ticks = after_command.split_whitespace().skip(13).take(2).filter_map(|field| field.parse::<f64>().ok());
    Ok(ticks.sum::<f64>() / 100.0)
}

fn remove(folder: &Path) -> io::Result<()> {
    match fs::remove_dir_all(folder) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
        _ => Ok(()),
    }
}

// ---- what is printed ----

fn print_builds(all: &[Measured]) {
    println!("| pairs | | pages | MB | s | processors, s | ÷ diptych |");
    println!("|--:|---|--:|--:|--:|--:|--:|");
    for measured in all {
        let rows = [
            ("diptych", &measured.diptych),
            ("Hugo, chapters", &measured.hugo),
            ("Hugo, chapters and side by side", &measured.hugo_whole),
        ];
        for (name, made) in rows {
            let pairs = made.runs.iter().zip(&measured.diptych.runs);
            println!(
                "| {} | {name} | {} | {:.1} | {} | {} | {} |",
                measured.corpus.pairs,
                made.outcome.pages,
                made.outcome.bytes as f64 / 1e6,
                Spread::of(seconds(&made.runs), 3),
                Spread::of(processor_seconds(&made.runs), 2),
                Spread::of(pairs.map(|(own, diptych)| own.seconds / diptych.seconds), 2),
            );
        }
    }
    let outcomes = all.iter().flat_map(|one| [&one.diptych, &one.hugo, &one.hugo_whole]);
    let checked: usize = outcomes.map(|made| made.outcome.links).sum();
    println!("\nMedian (least–most). {checked} links of a sample of the pages were followed; all led somewhere.\n");
}

fn print_growth(all: &[Measured]) {
    println!("| pairs | diptych: ms a pair | pages a second | unchanged, s |");
    println!("|--:|--:|--:|--:|");
    for Measured { corpus, diptych, unchanged, .. } in all {
        let median = Spread::of(seconds(&diptych.runs), 3).median;
        let (pair, pages) = (median * 1000.0 / corpus.pairs as f64, diptych.outcome.pages as f64 / median);
        println!("| {} | {pair:.3} | {pages:.0} | {} |", corpus.pairs, Spread::of(seconds(unchanged), 3));
    }
}

fn seconds(runs: &[Run]) -> impl Iterator<Item = f64> {
    runs.iter().map(|run| run.seconds)
}

fn processor_seconds(runs: &[Run]) -> impl Iterator<Item = f64> {
    runs.iter().map(|run| run.processor_seconds)
}
