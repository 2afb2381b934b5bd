//! Tongues: what a language calls the languages of the world.
//!
//! Takes: a language and a BCP 47 tag. Gives: CLDR's name. Must not know which languages a publication has.

use icu::locale::subtags;
// The stable crate has these names behind a feature that the typesetter would be built with too.
use icu_experimental::displaynames::multi::LanguageDisplayNames;

use super::Language;

impl Language {
    /// The name of the language of a tag, without its region; the tag itself where CLDR has none.
    pub fn tongues(&self) -> impl Fn(&str) -> String + use<> {
        let names = LanguageDisplayNames::try_new((&self.formats).into(), Default::default()).ok();
        move |tag| {
            let language = tag.split('-').next().and_then(|first| first.parse::<subtags::Language>().ok());
            let name = names.as_ref().zip(language).and_then(|(names, language)| names.of(language).map(str::to_owned));
            name.unwrap_or_else(|| tag.to_owned())
        }
    }
}
