//! Colours as `book.toml` writes them, and how well one is read on another.
//!
//! Takes: `#8a1b3d`. Gives: a [`Colour`], its contrast with another (WCAG 2.2, “contrast ratio”) and the colours between two. Must
//! not know what is drawn in them.

use std::fmt;

use crate::record::schema::{Definitions, Shape};
use crate::record::{Field, Node, Reader};

/// In sRGB.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Colour(pub [u8; 3]);

impl Colour {
    pub const BLACK: Colour = Colour([0; 3]);
    pub const WHITE: Colour = Colour([255; 3]);

    /// `#` and six hexadecimal digits.
    pub fn parse(text: &str) -> Option<Colour> {
        let digits = text.strip_prefix('#').filter(|digits| digits.len() == 6)?;
        if !digits.bytes().all(|byte| byte.is_ascii_hexdigit()) {
            return None;
        }
        let number = u32::from_str_radix(digits, 16).ok()?;
        let [_, red, green, blue] = number.to_be_bytes();
        Some(Colour([red, green, blue]))
    }

    /// From 1 to 21.
    pub fn contrast(self, other: Colour) -> f64 {
        let (one, other) = (self.luminance(), other.luminance());
        (one.max(other) + 0.05) / (one.min(other) + 0.05)
    }

    /// The first colour on the way to another whose contrast with `ground` is at least this.
    pub fn towards(self, other: Colour, ground: Colour, contrast: f64) -> Colour {
        const STEPS: u8 = 100;
        let steps = (0..=STEPS).map(|step| self.mixed(other, f64::from(step) / f64::from(STEPS)));
        steps.into_iter().find(|colour| colour.contrast(ground) >= contrast).unwrap_or(other)
    }

    fn mixed(self, other: Colour, share: f64) -> Colour {
        let mix = |nth: usize| {
            let (own, others) = (f64::from(self.0[nth]), f64::from(other.0[nth]));
            // Between two bytes lies a byte.
            (own + (others - own) * share).round() as u8
        };
        Colour([mix(0), mix(1), mix(2)])
    }

    /// WCAG 2.2, “relative luminance”.
    fn luminance(self) -> f64 {
        let linear = |byte: u8| {
            let value = f64::from(byte) / 255.0;
            if value <= 0.04045 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
        };
        let [red, green, blue] = self.0;
        0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
    }
}

impl fmt::Display for Colour {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [red, green, blue] = self.0;
        write!(to, "#{red:02x}{green:02x}{blue:02x}")
    }
}

impl Shape for Colour {
    fn shape(_: &mut Definitions) -> serde_json::Value {
        serde_json::json!({ "type": "string", "pattern": "^#[0-9A-Fa-f]{6}$" })
    }
}

impl Field for Colour {
    fn decode(node: &Node, reader: &mut Reader) -> Option<Self> {
        let text = String::decode(node, reader)?;
        let colour = Colour::parse(&text);
        if colour.is_none() {
            reader.malformed(&text, "hint-colour", node.span);
        }
        colour
    }
}
