//! `[look]` of `book.toml`: the few things in which a publication looks like its publisher.
//!
//! Takes: the table. Gives: a [`LookToml`], whose colours are colours. Must not know which fonts and files there are.

use super::colour::Colour;
use crate::record;
use crate::record::Spanned;

record! {
    /// `[look]`.
    pub struct LookToml {
        /// The colour of links, numbers and the state of a text, on light paper.
        pub accent: Option<Spanned<Colour>>,
        /// The same on dark screens; made from `accent` where not told otherwise.
        pub accent_dark: Option<Spanned<Colour>>,
        /// The family of the text, among the theme's fonts.
        pub text_font: Option<Spanned<String>>,
        /// The family of all that surrounds it.
        pub interface_font: Option<Spanned<String>>,
        /// An image of the publication or of the theme.
        pub logo: Option<Spanned<String>>,
    }
}
