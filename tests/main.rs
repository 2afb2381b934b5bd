//! The one test binary: a second one would link Typst a second time. `tests/README.md` says what is where.

mod broken;
mod golden;
mod publications;
