//! Months: what a language calls them, and whether dates of digits begin with them.
//!
//! Takes: a language. Gives: CLDR's names, as they stand within dates and alone. Must not know who looks for them.

use icu::datetime::{
    DateTimeFormatter,
    fieldsets::{M, MD, YMD},
    input::Date,
};

use super::Language;

impl Language {
    /// For each month its names in small letters: in full, short, within dates and alone. A name of several words is its longest.
    pub fn month_names(&self) -> Vec<Vec<String>> {
        let preferences = || (&self.formats).into();
        let alone = [M::long(), M::medium()].map(|form| DateTimeFormatter::try_new(preferences(), form).ok());
        let within = [MD::long(), MD::medium()].map(|form| DateTimeFormatter::try_new(preferences(), form).ok());
        let names = |month: u8| {
            let Ok(date) = Date::try_new_iso(2001, month, 10) else { return Vec::new() };
            let alone = alone.iter().flatten().map(|formatter| formatter.format(&date).to_string());
            let within = within.iter().flatten().map(|formatter| formatter.format(&date).to_string());
            let mut names: Vec<String> = alone.chain(within).filter_map(|text| longest_word(&text)).collect();
            names.sort();
            names.dedup();
            names
        };
        (1..=12).map(names).collect()
    }

    /// Whether “11/22/2026” is how a day in November is written.
    pub fn month_first(&self) -> bool {
        let formatter = DateTimeFormatter::try_new((&self.formats).into(), YMD::short()).ok();
        let date = Date::try_new_iso(2026, 11, 22).ok();
        let written = formatter.zip(date).map(|(formatter, date)| formatter.format(&date).to_string());
        written.is_some_and(|text| text.find("11").zip(text.find("22")).is_some_and(|(month, day)| month < day))
    }
}

/// One of at least three letters: shorter ones are prepositions.
fn longest_word(text: &str) -> Option<String> {
    let words = text.split(|character: char| !character.is_alphabetic() && !matches!(character, '\u{64b}'..='\u{65f}'));
    let longest = words.max_by_key(|word| word.chars().count())?;
    (longest.chars().count() >= 3).then(|| longest.to_lowercase())
}
