//! Typefaces: which families the theme's folder `fonts` holds, for PDFs and for pages.
//!
//! Takes: the theme. Gives: the families of its TrueType and OpenType files, by the names inside them, those that its styles declare,
//! and the web fonts of a family that the styles do not declare. Must not know who asks for which.

use std::collections::{BTreeMap, BTreeSet};

use camino::{Utf8Path, Utf8PathBuf};

use super::Theme;

/// One cut of a family.
pub struct Typeface {
    /// Within the theme.
    pub file: Utf8PathBuf,
    /// 100 to 900, as in CSS.
    pub weight: u16,
    pub italic: bool,
}

pub struct Typefaces {
    /// For PDFs, by family.
    pub families: BTreeMap<String, Vec<Typeface>>,
    /// The families that have an `@font-face` in the theme's styles.
    pub declared: BTreeSet<String>,
}

impl Typefaces {
    pub fn of(theme: &Theme) -> Typefaces {
        let mut families: BTreeMap<String, Vec<Typeface>> = BTreeMap::new();
        for (path, bytes) in &theme.fonts {
            // A damaged file is reported by `glyphs`.
            let Ok(face) = ttf_parser::Face::parse(bytes, 0) else { continue };
            let Some(family) = family(&face) else { continue };
            let typeface = Typeface { file: path.clone(), weight: face.weight().to_number(), italic: face.is_italic() };
            families.entry(family).or_default().push(typeface);
        }
        let styles = theme.assets.iter().filter(|(path, _)| path.extension() == Some("css"));
        let declared = styles.flat_map(|(_, bytes)| declared(&String::from_utf8_lossy(bytes)).collect::<Vec<_>>()).collect();
        Typefaces { families, declared }
    }
}

/// What a `.ttf` or `.otf` is called as a web font: the same, with another ending.
pub fn on_the_web(file: &Utf8Path) -> Utf8PathBuf {
    file.with_extension("woff2")
}

/// The typographic family, which unites all weights; else the family of four.
fn family(face: &ttf_parser::Face<'_>) -> Option<String> {
    use ttf_parser::name_id::{FAMILY, TYPOGRAPHIC_FAMILY};
    let named = |id: u16| face.names().into_iter().filter(|name| name.name_id == id).find_map(|name| name.to_string());
    named(TYPOGRAPHIC_FAMILY).or_else(|| named(FAMILY))
}

/// The families of a style sheet's `@font-face` rules.
fn declared(css: &str) -> impl Iterator<Item = String> {
    css.split("@font-face").skip(1).filter_map(|rule| {
        let rule = rule.split('}').next()?;
        let value = rule.split("font-family:").nth(1)?.split(';').next()?;
        Some(value.trim().trim_matches(['"', '\'']).to_owned())
    })
}
