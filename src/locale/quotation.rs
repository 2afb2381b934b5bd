//! Quotation marks of each language.
//!
//! Takes: a language tag. Gives: its marks as the Common Locale Data Repository has them. Must not know what is quoted.

/// Languages whose marks CLDR writes as English does; of any other that is not listed below nothing is known.
const AS_IN_ENGLISH: [&str; 16] =
    ["en", "pt", "zh", "ko", "tr", "vi", "id", "ms", "th", "hi", "bn", "da", "ga", "lv", "sw", "tl"];

/// What smart punctuation turns `"` and `'` into.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct QuotationMarks {
    pub open: &'static str,
    pub close: &'static str,
    pub open_inner: &'static str,
    pub close_inner: &'static str,
}

impl QuotationMarks {
    /// Those of a language, and those of English for one that is not known.
    pub fn of(tag: &str) -> Self {
        Self::own(tag).unwrap_or(QuotationMarks { open: "“", close: "”", open_inner: "‘", close_inner: "’" })
    }

    /// Those of a language that is known.
    pub fn known(tag: &str) -> Option<Self> {
        let as_in_english = AS_IN_ENGLISH.contains(&tag.split('-').next().unwrap_or_default());
        Self::own(tag).or_else(|| as_in_english.then(|| Self::of(tag)))
    }

    /// From CLDR 46, `delimiters` of each language's root locale.
    fn own(tag: &str) -> Option<Self> {
        let marks = match tag.split('-').next().unwrap_or_default() {
            "es" | "it" | "ca" | "eu" | "gl" => ["«", "»", "“", "”"],
            "pt" if tag == "pt-pt" => ["«", "»", "“", "”"],
            "fr" => ["«", "»", "«", "»"],
            "el" | "hy" => ["«", "»", "“", "”"],
            "ru" | "uk" | "be" => ["«", "»", "„", "“"],
            "nb" | "nn" | "no" => ["«", "»", "‘", "’"],
            "de" | "cs" | "sk" | "sl" | "is" => ["„", "“", "‚", "‘"],
            "pl" | "ro" => ["„", "”", "«", "»"],
            "hu" => ["„", "”", "»", "«"],
            "hr" | "bs" | "sr" => ["„", "”", "‘", "’"],
            "bg" | "lt" => ["„", "“", "„", "“"],
            "sv" | "fi" => ["”", "”", "’", "’"],
            "ar" => ["”", "“", "’", "‘"],
            "he" => ["”", "”", "’", "’"],
            "ja" | "zh" if tag != "zh" && !tag.starts_with("zh-hans") => ["「", "」", "『", "』"],
            _ => return None,
        };
        let [open, close, open_inner, close_inner] = marks;
        Some(QuotationMarks { open, close, open_inner, close_inner })
    }
}
