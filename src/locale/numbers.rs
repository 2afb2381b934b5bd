//! Numbers within texts: how they are written, and the words that depend on them.
//!
//! Takes: a count. Gives: it as a reader writes it (“10,000”), and messages that choose their words by it. Must not know
//! what is counted.

use fluent::{FluentArgs, FluentValue};
use icu::decimal::{DecimalFormatter, input::Decimal};

use super::{Arguments, Language, Messages};

impl Language {
    /// With the marks between thousands that the language has.
    pub fn number(&self, number: usize) -> String {
        match DecimalFormatter::try_new(self.formats.clone().into(), Default::default()) {
            Ok(formatter) => formatter.format_to_string(&Decimal::from(number)),
            Err(_) => number.to_string(),
        }
    }
}

impl Messages {
    /// A message about a number of things: it chooses its words by `$count` and shows `$number`.
    pub fn counted(&self, language: usize, key: &str, (count, number): (usize, &str), arguments: Arguments<'_>) -> String {
        let Some(texts) = self.languages.get(language) else { return key.to_owned() };
        let mut values: FluentArgs<'_> = arguments.iter().map(|(name, value)| (*name, FluentValue::from(*value))).collect();
        values.set("count", FluentValue::from(count));
        values.set("number", FluentValue::from(number));
        texts.format(key, Some(&values)).unwrap_or_else(|| key.to_owned())
    }
}
