//! The one test binary: a second one would link Typst a second time. `tests/README.md` says what is where.

mod broken;
mod catalogue;
mod cli;
mod commonmark;
mod conformance;
mod dialect;
mod escaping;
mod fingerprints;
mod golden;
mod html;
mod images;
mod invariants;
mod links;
mod locale;
mod look;
mod markup;
mod outline;
mod output;
mod own_pages;
#[cfg(feature = "pdf")]
mod pdf;
mod properties;
mod publications;
mod records;
mod robustness;
mod spans;
