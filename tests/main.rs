//! The one test binary: a second one would link Typst a second time. `tests/README.md` says what is where.

mod broken;
mod catalogue;
mod cli;
mod fingerprints;
mod golden;
mod html;
mod invariants;
mod links;
mod locale;
mod outline;
mod output;
#[cfg(feature = "pdf")]
mod pdf;
mod publications;
mod records;
mod robustness;
mod spans;
