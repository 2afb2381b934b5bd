//! Collation: the order in which a language's readers look for words.
//!
//! Takes: a language. Gives: a comparison by CLDR's rules — ñ after n in Spanish, accents and capitals as the last to decide. Must not
//! know what is compared.

use std::cmp::Ordering;

use icu::collator::{Collator, options::CollatorOptions};

use super::Language;

impl Language {
    /// What a word is sorted by, for lists so long that comparing pair by pair would cost too much.
    pub fn sort_key(&self) -> impl Fn(&str) -> Vec<u8> + use<> {
        let locale = self.tag.parse::<icu::locale::Locale>().unwrap_or(icu::locale::Locale::UNKNOWN);
        let collator = Collator::try_new(locale.into(), CollatorOptions::default()).ok();
        move |word| {
            let mut key = Vec::new();
            if let Some(collator) = &collator {
                // A vector takes whatever is written to it.
                let _ = collator.write_sort_key_to(word, &mut key);
            }
            // What collates alike is still in one order everywhere.
            key.push(0);
            key.extend_from_slice(word.as_bytes());
            key
        }
    }

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
