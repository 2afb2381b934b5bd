//! `[register]` of `book.toml`: what a publication adds to the register's vocabulary.
//!
//! Takes: the table. Gives: the types of institutions that are the publication's own. Must not know who is registered.

use crate::record;
use crate::record::{ByLanguage, Reader, Texts};

record! {
    /// `[register]`.
    pub struct RegisterToml {
        /// Types of institutions beside the built-in ones, with their names: `[register.types.fire-service]`.
        pub types: Option<ByLanguage<Texts>>,
    }
}

pub(super) fn checked(register: RegisterToml, tags: &[&str], reader: &mut Reader) -> ByLanguage<Texts> {
    let types = register.types.unwrap_or_default();
    for (key, names) in &types.entries {
        let sound = key.text.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-');
        if !sound {
            reader.malformed(&key.text, "hint-slug", key.span);
        }
        reader.check_languages(&names.value, tags, "publication");
    }
    types
}
