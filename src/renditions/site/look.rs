//! The publication's own look on pages: a small style sheet over the theme's, and the logo in the place of the mark.
//!
//! Takes: the publication's look. Gives: `assets/look.css`, where it changes anything, and what templates see of the logo. It sets
//! custom properties of the theme's `tokens.css` and nothing else. Must not know templates.

use camino::Utf8Path;
use serde::Serialize;

use super::Site;
use crate::publication::typefaces::on_the_web;
use crate::publication::{Addresses, Look};

/// Its path among the theme's files.
const PATH: &str = "look.css";

#[derive(Clone, Serialize)]
pub struct LogoView {
    pub url: String,
    /// In CSS pixels.
    pub width: u32,
    pub height: u32,
}

impl Site {
    /// The style sheet and its address.
    pub(super) fn look_file(&self) -> Option<(String, String)> {
        let addresses = &self.publication.addresses;
        Some((addresses.asset(PATH), style_sheet(&self.publication.look, addresses)?))
    }

    /// Empty where the theme's look is the publication's.
    pub(super) fn look_url(&self) -> String {
        self.look_file().map(|(address, _)| address).unwrap_or_default()
    }

    pub(super) fn logo(&self, language: usize) -> Option<LogoView> {
        let logo = self.publication.look.logos.get(language)?;
        Some(LogoView { url: logo.address.clone(), width: logo.image.width, height: logo.image.height })
    }
}

fn style_sheet(look: &Look, addresses: &Addresses) -> Option<String> {
    let mut css = String::new();
    for (family, typeface) in &look.web_fonts {
        let (file, style) = (on_the_web(&typeface.file), if typeface.italic { "italic" } else { "normal" });
        css.push_str(&format!(
            "@font-face {{ font-family: {}; font-weight: {}; font-style: {style}; font-display: swap; src: url({}) \
             format(\"woff2\"); }}\n",
            quoted(family),
            typeface.weight,
            quoted(&addresses.asset(Utf8Path::new(&file).as_str())),
        ));
    }
    let mut root = String::new();
    for (token, family, last) in [("serif", &look.text_font, "serif"), ("sans", &look.interface_font, "sans-serif")] {
        if let Some(family) = family {
            root.push_str(&format!(" --{token}: {}, {last};", quoted(family)));
        }
    }
    let accent = look.accent.map(|colour| format!(" --accent: {colour};")).unwrap_or_default();
    root.push_str(&accent);
    if !root.is_empty() {
        css.push_str(&format!(":root {{{root} }}\n"));
    }
    if let Some(colour) = look.accent_dark {
        css.push_str(&format!("@media (prefers-color-scheme: dark) {{ :root {{ --accent: {colour}; }} }}\n"));
    }
    // Paper is light, whatever the screen is.
    if !accent.is_empty() {
        css.push_str(&format!("@media print {{ :root {{{accent} }} }}\n"));
    }
    (!css.is_empty()).then_some(css)
}

/// As a text of CSS: the names of fonts come from files that anybody may have made.
fn quoted(text: &str) -> String {
    let escaped = text.chars().map(|character| match character {
        '"' | '\\' => format!("\\{character}"),
        '<' | '\u{0}'..='\u{1f}' | '\u{7f}' => format!("\\{:x} ", u32::from(character)),
        _ => character.to_string(),
    });
    format!("\"{}\"", escaped.collect::<String>())
}
