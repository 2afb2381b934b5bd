//! `[amendments]` of `book.toml`: where readers propose changes.
//!
//! Takes: the table. Gives: an address with places for what a proposal is about. Must not know which sections there are.

use super::concordance::{self, ReportTo};
use crate::record;
use crate::record::{Reader, Spanned};

record! {
    /// `[amendments]`.
    pub struct AmendmentsToml {
        /// Where readers propose a change to a section: an e-mail address, or an https address in which `{subject}` stands for the section
        /// and `{letter}` for a letter to be filled in, such as a forge's form for new issues.
        pub propose: Option<Spanned<String>>,
    }
}

pub(super) fn checked(toml: AmendmentsToml, reader: &mut Reader) -> Option<ReportTo> {
    let propose = toml.propose?;
    let found = concordance::read(&propose.value);
    if found.is_none() {
        reader.malformed(&propose.value, "hint-report", propose.span);
    }
    found
}
