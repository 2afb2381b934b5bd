//! Measurements: several numbers as one, and on what machine they were taken.
//!
//! Takes: numbers; the binaries that are compared. Gives: lines for people. Must not know what was measured.

use std::fs;
use std::io;
use std::process::Command;

/// Several measurements of the same.
pub struct Spread {
    pub least: f64,
    pub median: f64,
    pub most: f64,
    decimals: usize,
}

impl Spread {
    pub fn of(values: impl Iterator<Item = f64>, decimals: usize) -> Self {
        let mut values: Vec<f64> = values.collect();
        values.sort_by(f64::total_cmp);
        let (last, middle) = (values.len() - 1, values.len() / 2);
        let median = if values.len() % 2 == 1 { values[middle] } else { (values[middle - 1] + values[middle]) / 2.0 };
        Spread { least: values[0], median, most: values[last], decimals }
    }
}

impl std::fmt::Display for Spread {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let Spread { least, median, most, decimals } = self;
        write!(f, "{median:.decimals$} ({least:.decimals$}–{most:.decimals$})", decimals = *decimals)
    }
}

/// What is compared, and on what; `peer` tells the version of what diptych is compared with.
pub fn machine(peer: &mut Command) -> io::Result<String> {
    let cpu = fs::read_to_string("/proc/cpuinfo").unwrap_or_default();
    let model = cpu.lines().find_map(|line| line.strip_prefix("model name")).unwrap_or(": ?");
    let cores = std::thread::available_parallelism()?;
    let said = |command: &mut Command| {
        let output = command.output()?;
        Ok::<_, io::Error>(String::from_utf8_lossy(&output.stdout).trim().to_owned())
    };
    let (diptych, peer) = (said(Command::new(env!("CARGO_BIN_EXE_diptych")).arg("--version"))?, said(peer)?);
    Ok(format!("{diptych}\n{peer}\n{} ({cores} cores)", model.trim_start_matches([' ', '\t', ':'])))
}

pub fn load() -> String {
    fs::read_to_string("/proc/loadavg")
        .map_or_else(|_| "?".into(), |load| load.split(' ').take(3).collect::<Vec<_>>().join(" "))
}
