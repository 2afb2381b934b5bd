//! Collation: the order in which a language's readers look for words.
//!
//! Takes: a language. Gives: a comparison by CLDR's rules — ñ after n in Spanish, accents and capitals as the last to decide. Must not
//! know what is compared.

use std::cmp::Ordering;

use icu::collator::{Collator, options::CollatorOptions};

use super::Language;

impl Language {
    /// How two words follow each other; equal only where no reader could tell them apart.
    pub fn order(&self) -> impl Fn(&str, &str) -> Ordering + use<> {
        let locale = self.tag.parse::<icu::locale::Locale>().unwrap_or(icu::locale::Locale::UNKNOWN);
        // The data of all languages are built in; one that CLDR does not know follows the common order.
        let collator = Collator::try_new(locale.into(), CollatorOptions::default()).ok();
        move |one, other| {
            let order = collator.as_ref().map_or(Ordering::Equal, |collator| collator.compare(one, other));
            order.then_with(|| one.cmp(other))
        }
    }
}
