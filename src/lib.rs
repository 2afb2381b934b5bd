//! Diptych publishes multilingual guidelines, manuals and congress books from Markdown.
//!
//! One straight line; each stage is a value of its own type, and a later stage never fills in an earlier one's fields:
//!
//! 1. [`sources`]: every file of the project, read once.
//! 2. [`documents`]: each file understood by itself — settings, works, Markdown as arenas of spanned blocks, messages.
//! 3. [`publication`]: the files as one whole — language versions paired, sections numbered and addressed, links and figures resolved.
//! 4. [`renditions`]: the site's pages and the PDFs, path → lazy bytes.
//! 5. [`output`]: the one writer, which exchanges the old site for the new one at once.
//!
//! Every stage returns its value and the [`diagnostics`] of what an author got wrong; `check` stops after the third. Beside the line
//! stand what several stages need: [`characters`] that no text may hold, [`record`]s (typed, spanned YAML and TOML), [`config`],
//! [`locale`], tables for a [`spreadsheet`], a [`memo`] of what was made before, a fence around
//! libraries that may panic. Five use the line and stand on no part of it: [`serve`] runs it again whenever somebody
//! saves, [`enrolment`] before a file of the register changes, [`import`] after a foreign tree has become a work, [`amending`] when a
//! proposal becomes part of the text, and [`collation`]
//! writes down that somebody has compared versions.
//! [`freezing`] makes the files of an edition out of a current text.
//! [`redline`] compares what the third stage made of two trees; renditions draw it.

pub mod amending;
pub mod characters;
pub mod cli;
pub mod collation;
pub mod config;
pub mod diagnostics;
pub mod documents;
pub mod enrolment;
pub mod freezing;
mod guard;
pub mod import;
pub mod locale;
pub mod memo;
pub mod output;
pub mod publication;
pub mod record;
pub mod redline;
pub mod renditions;
pub mod serve;
pub mod sources;
pub mod spreadsheet;
pub mod starter;
