//! The one test binary: a second one would link Typst a second time. `tests/README.md` says what is where.

mod agreement;
mod broken;
mod catalogue;
mod citations;
mod cli;
mod commonmark;
mod concordance;
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
mod new;
mod outline;
mod output;
mod own_pages;
mod parity;
#[cfg(feature = "pdf")]
mod pdf;
mod properties;
mod publications;
mod records;
mod register_pages;
mod robustness;
mod serve;
mod settled;
mod signatories;
mod spans;
mod submission;
