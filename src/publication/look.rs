//! The publication's look: `[look]` of `book.toml`, held against the theme.
//!
//! Takes: the table, the theme, the sources. Gives: a [`Look`] whose colours can be read on the theme's paper, whose fonts the theme has
//! for pages and PDFs, and whose logo is an image; or diagnostics. Must not know what a page or a PDF looks like.

use std::sync::Arc;

use camino::{Utf8Path, Utf8PathBuf};

use super::links::join;
use super::typefaces::{Typeface, Typefaces, on_the_web};
use super::{Addresses, Image, Theme, images};
use crate::config::Book;
use crate::config::colour::Colour;
use crate::diagnostics::{Code, Diagnostic, Place, nearest};
use crate::documents::CONTENT;
use crate::record::Spanned;
use crate::sources::Sources;

/// What text needs on its ground (WCAG 2.2, 1.4.3).
const READABLE: f64 = 4.5;
/// What a colour made for dark screens has, about that of the default theme.
const COMFORTABLE: f64 = 7.0;

/// What is not told is as the theme has it.
#[derive(Default)]
pub struct Look {
    /// On light paper and on paper proper.
    pub accent: Option<Colour>,
    pub accent_dark: Option<Colour>,
    pub text_font: Option<String>,
    pub interface_font: Option<String>,
    /// Web fonts of those families that the theme's styles do not declare themselves.
    pub web_fonts: Vec<(String, Typeface)>,
    /// By language of the publication; empty where there is none.
    pub logos: Vec<Logo>,
}

pub struct Logo {
    pub image: Arc<Image>,
    /// Where pages find it.
    pub address: String,
}

impl Look {
    pub fn read(sources: &Sources, book: &Book, theme: &Theme, addresses: &Addresses) -> (Look, Vec<Diagnostic>) {
        let mut reading = Reading { sources, book, theme, addresses, look: Look::default(), diagnostics: Vec::new() };
        if let Some(toml) = &book.look {
            reading.colours(toml.accent.as_ref(), toml.accent_dark.as_ref());
            if toml.text_font.is_some() || toml.interface_font.is_some() {
                let typefaces = Typefaces::of(theme);
                reading.look.text_font = reading.family(&typefaces, toml.text_font.as_ref());
                reading.look.interface_font = reading.family(&typefaces, toml.interface_font.as_ref());
                reading.web_fonts(typefaces);
            }
            if let Some(logo) = &toml.logo {
                reading.logos(logo);
            }
        }
        (reading.look, reading.diagnostics)
    }
}

struct Reading<'r> {
    sources: &'r Sources,
    book: &'r Book,
    theme: &'r Theme,
    addresses: &'r Addresses,
    look: Look,
    diagnostics: Vec<Diagnostic>,
}

impl Reading<'_> {
    fn at<T>(&self, value: &Spanned<T>) -> Place {
        Place::new(&self.book.source, value.span)
    }

    fn colours(&mut self, accent: Option<&Spanned<Colour>>, dark: Option<&Spanned<Colour>>) {
        let (light_paper, dark_paper) = papers(self.theme);
        self.look.accent = accent.map(|accent| {
            self.readable(accent, light_paper, Colour::BLACK, "light");
            accent.value
        });
        self.look.accent_dark = match (dark, accent) {
            (Some(dark), _) => {
                self.readable(dark, dark_paper, Colour::WHITE, "dark");
                Some(dark.value)
            }
            (None, Some(accent)) => Some(accent.value.towards(Colour::WHITE, dark_paper, COMFORTABLE)),
            (None, None) => None,
        };
    }

    fn readable(&mut self, colour: &Spanned<Colour>, paper: Colour, better: Colour, which: &'static str) {
        let contrast = colour.value.contrast(paper);
        if contrast < READABLE {
            let near = colour.value.towards(better, paper, READABLE);
            // Rounded down: 4.46 must not read as 4.5.
            let ratio = format!("{:.1}", (contrast * 10.0).floor() / 10.0);
            let diagnostic = Diagnostic::new(Code::LowContrast, self.at(colour)).with("colour", colour.value.to_string());
            let diagnostic = diagnostic.with("paper", which).with("ground", paper.to_string()).with("ratio", ratio);
            self.diagnostics.push(diagnostic.with("near", near.to_string()));
        }
    }

    /// A family that both pages and PDFs can have.
    fn family(&mut self, typefaces: &Typefaces, family: Option<&Spanned<String>>) -> Option<String> {
        let family = family?;
        let name = family.value.as_str();
        let missing = || Diagnostic::new(Code::MissingFont, self.at(family)).with("family", name);
        let diagnostic = match typefaces.families.get(name) {
            // A tool without PDFs has no fonts for them.
            None if typefaces.families.is_empty() && typefaces.declared.contains(name) => return Some(name.to_owned()),
            None => {
                let known: Vec<&str> = typefaces.families.keys().chain(&typefaces.declared).map(String::as_str).collect();
                match nearest(name, known.iter().copied()) {
                    Some(near) => missing().with("nearest", near).hint("hint-nearest"),
                    None => missing().with("folder", format!("themes/{}/fonts", self.book.theme)),
                }
            }
            Some(cuts) => {
                let absent = |cut: &&Typeface| !self.theme.assets.contains_key(&on_the_web(&cut.file));
                let absent = cuts.iter().find(absent).filter(|_| !typefaces.declared.contains(name));
                let Some(cut) = absent else { return Some(name.to_owned()) };
                missing().with("file", on_the_web(&cut.file).as_str()).hint("hint-web")
            }
        };
        self.diagnostics.push(diagnostic);
        None
    }

    fn web_fonts(&mut self, mut typefaces: Typefaces) {
        let mut wanted: Vec<String> =
            [&self.look.text_font, &self.look.interface_font].into_iter().flatten().cloned().collect();
        wanted.dedup();
        for name in wanted.into_iter().filter(|name| !typefaces.declared.contains(name)) {
            let cuts = typefaces.families.remove(&name).unwrap_or_default();
            self.look.web_fonts.extend(cuts.into_iter().map(|cut| (name.clone(), cut)));
        }
    }

    /// The logo in each language: `logo.es.svg` where there is one, as for figures.
    fn logos(&mut self, logo: &Spanned<String>) {
        let missing = |code| Diagnostic::new(code, self.at(logo)).with("image", logo.value.as_str());
        if logo.value.contains(':') || logo.value.starts_with('/') {
            return self.diagnostics.push(missing(Code::MissingImage).hint("hint-logo"));
        }
        let Some(path) = join(Utf8Path::new(""), &logo.value) else {
            return self.diagnostics.push(missing(Code::LinkLeavesProject).with("link", logo.value.as_str()));
        };
        let mut logos = Vec::new();
        for tag in self.book.tags() {
            let Some((full, path, address)) = self.logo(&path, tag) else {
                return self.diagnostics.push(missing(Code::MissingImage).hint("hint-logo"));
            };
            match images::read(self.sources, &full, path) {
                Ok(image) => logos.push(Logo { image: Arc::new(image), address }),
                Err(diagnostic) => return self.diagnostics.push(*diagnostic),
            }
        }
        self.look.logos = logos;
    }

    /// The logo's file, its path within content or theme, and its address: the publication's own comes before the theme's.
    fn logo(&self, path: &Utf8Path, tag: &str) -> Option<(Utf8PathBuf, Utf8PathBuf, String)> {
        let variant = match (path.file_stem(), path.extension()) {
            (Some(stem), Some(extension)) => path.with_file_name(format!("{stem}.{tag}.{extension}")),
            _ => path.to_owned(),
        };
        let themes = [Utf8Path::new("themes").join(&self.book.theme), "themes/default".into()];
        [variant, path.to_owned()].into_iter().find_map(|path| {
            let own = Utf8Path::new(CONTENT).join(&path);
            if self.sources.exists(&own) {
                let address = self.addresses.figure(&path);
                return Some((own, path, address));
            }
            let full = themes.iter().map(|theme| theme.join(&path)).find(|full| self.sources.exists(full))?;
            let address = self.addresses.asset(path.as_str());
            Some((full, path, address))
        })
    }
}

/// The theme's paper, light and dark, as its tokens declare it.
fn papers(theme: &Theme) -> (Colour, Colour) {
    let css = theme.assets.get(Utf8Path::new("styles/tokens.css")).map(|bytes| String::from_utf8_lossy(bytes));
    let paper = |css: &str| {
        let value = css.split("--paper:").nth(1)?;
        Colour::parse(value.trim_start().get(..7)?)
    };
    let css = css.unwrap_or_default();
    let light = paper(&css).unwrap_or(Colour::WHITE);
    let dark = css.split_once("prefers-color-scheme: dark").and_then(|(_, dark)| paper(dark)).unwrap_or(Colour::BLACK);
    (light, dark)
}
