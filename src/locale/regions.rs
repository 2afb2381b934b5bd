//! Regions: what a language calls the countries of the world.
//!
//! Takes: a language and a code of ISO 3166-1. Gives: CLDR's name. Must not know which codes a publication uses.

use icu::locale::subtags::Region;
// The stable crate has these names behind a feature that the typesetter would be built with too.
use icu_experimental::displaynames::multi::RegionDisplayNames;

use super::Language;

impl Language {
    /// The name of the country of a two-letter code; the code itself where CLDR has none.
    pub fn countries(&self) -> impl Fn(&str) -> String + use<> {
        let names = RegionDisplayNames::try_new((&self.formats).into(), Default::default()).ok();
        move |code| {
            let region = code.parse::<Region>().ok();
            let name = names.as_ref().zip(region).and_then(|(names, region)| names.of(region).map(str::to_owned));
            name.unwrap_or_else(|| code.to_owned())
        }
    }
}
