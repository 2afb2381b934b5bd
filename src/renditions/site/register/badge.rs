//! Badges: a small image that an institution shows to say which edition it has endorsed, and the HTML that does so.
//!
//! Takes: an edition and a language. Gives: an SVG that needs no font, no file and no host of ours, and a snippet that leads
//! whoever doubts it to the list of the edition. Must not know who shows it.

use serde::Serialize;

use crate::renditions::html::escaped;
use crate::renditions::site::Site;

/// What templates see of it.
#[derive(Serialize)]
pub struct BadgeView {
    pub url: String,
    pub text: String,
    pub width: u32,
    pub height: u32,
    /// HTML to copy.
    pub snippet: String,
}

/// In CSS pixels.
const WIDTH: u32 = 340;
const HEIGHT: u32 = 104;
/// Where the publication has no look of its own.
const ACCENT: &str = "#8a1b3d";
/// Whoever shows it has fonts of their own.
const FONT: &str = "'Source Sans 3', 'Segoe UI', Arial, sans-serif";
/// Where the text begins, and its lines' greatest length in letters of the size they have: with any sans serif they fit.
const INDENT: u32 = 76;
const LONGEST: usize = 28;
/// Lines that a title may take.
const LINES: usize = 2;

impl Site {
    pub(super) fn badge_of(&self, work: usize, language: usize) -> BadgeView {
        let publication = &self.publication;
        let of = &publication.works[work];
        let number = of.current().number.as_deref().unwrap_or_default();
        let addresses = &publication.addresses;
        let url = addresses.badge(of.home().as_str(), number, language);
        let list = addresses.absolute(&addresses.signatories_of_edition(work, number, language));
        let text = self.badge_text(work, number, language);
        let snippet = format!(
            "<a href=\"{}\"><img src=\"{}\" width=\"{WIDTH}\" height=\"{HEIGHT}\" alt=\"{}\"></a>",
            escaped(&list),
            escaped(&addresses.absolute(&url)),
            escaped(&text)
        );
        BadgeView { url, text, width: WIDTH, height: HEIGHT, snippet }
    }

    fn badge_text(&self, work: usize, number: &str, language: usize) -> String {
        let edition = self.text(language, "edition", &[("number", number)]);
        let title = &self.publication.works[work].short_title[language];
        self.text(language, "badge-text", &[("title", title), ("edition", &edition)])
    }

    /// The image.
    pub(super) fn badge(&self, work: usize, number: &str, language: usize) -> Vec<u8> {
        let own = &self.publication.languages[language];
        let edition = self.text(language, "edition", &[("number", number)]);
        let title = &self.publication.works[work].short_title[language];
        // Paper is light, whatever the page around it is.
        let accent = self.publication.look.accent.map_or_else(|| ACCENT.to_owned(), |colour| colour.to_string());
        let right_to_left = own.direction == crate::locale::Direction::RightToLeft;
        let (text_at, mark_at) = if right_to_left { (WIDTH - INDENT, WIDTH - 64) } else { (INDENT, 16) };
        let mut svg = format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{WIDTH}\" height=\"{HEIGHT}\" \
             viewBox=\"0 0 {WIDTH} {HEIGHT}\" role=\"img\" aria-labelledby=\"title\" xml:lang=\"{}\" direction=\"{}\">\n<title id=\"title\">{}</title>\n\
             <rect x=\"0.5\" y=\"0.5\" width=\"{}\" height=\"{}\" fill=\"#fdfdfb\" stroke=\"{accent}\"/>\n",
            own.tag,
            own.direction.name(),
            escaped(&self.badge_text(work, number, language)),
            WIDTH - 1,
            HEIGHT - 1,
        );
        // The mark: two hinged panels.
        svg.push_str(&format!(
            "<g transform=\"translate({mark_at} 28) scale(1.5)\"><path fill=\"{accent}\" d=\"M3 4l11.5 3v18L3 28z\"/>\
             <path fill=\"none\" stroke=\"{accent}\" stroke-width=\"1.8\" \
             d=\"M28.1 5.2L18.4 7.7v16.6l9.7 2.5zM14 11.5h5M14 20.5h5\"/></g>\n"
        ));
        let lines = lines(title, LONGEST, LINES);
        let mut line = |y: u32, style: &str, text: &str| {
            svg.push_str(&format!(
                "<text x=\"{text_at}\" y=\"{y}\" font-family=\"{FONT}\" {style}>{}</text>\n",
                escaped(text)
            ));
        };
        // In the middle, whether the title takes one line or two.
        let top = if lines.len() > 1 { 27 } else { 37 };
        line(top, "font-size=\"13\" fill=\"#5c5953\"", &self.text(language, "badge-endorses", &[]));
        for (nth, text) in lines.iter().enumerate() {
            line(top + 21 + 20 * nth as u32, "font-size=\"16\" font-weight=\"600\" fill=\"#1d1c1a\"", text);
        }
        line(top + 22 + 20 * lines.len() as u32, &format!("font-size=\"13\" fill=\"{accent}\""), &edition);
        svg.push_str("</svg>\n");
        svg.into_bytes()
    }
}

/// A text in lines of so many letters at most; what does not fit into them is left out, and a sign says so.
pub fn lines(text: &str, longest: usize, most: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    let mut length = 0;
    for word in text.split_whitespace() {
        let own = width(word);
        let (full, fits) = (lines.len() == most, !lines.is_empty() && length + 1 + own <= longest);
        match lines.last_mut() {
            Some(line) if fits => {
                line.push(' ');
                line.push_str(word);
                length += 1 + own;
            }
            Some(last) if full => {
                *last = clamped(&format!("{last} {word}"), longest);
                return lines;
            }
            _ => {
                lines.push(clamped(word, longest));
                length = own.min(longest);
            }
        }
    }
    lines
}

/// A text of so many letters at most.
pub fn clamped(text: &str, longest: usize) -> String {
    if width(text) <= longest {
        return text.to_owned();
    }
    let mut room = longest.saturating_sub(1);
    let fits = |character: &char| {
        let own = width_of(*character);
        let fits = own <= room;
        room = room.saturating_sub(own);
        fits
    };
    let mut shown: String = text.chars().take_while(fits).collect();
    shown.truncate(shown.trim_end_matches([' ', '…']).len());
    shown + "…"
}

fn width(text: &str) -> usize {
    text.chars().map(width_of).sum()
}

/// In letters: those of East Asia are twice as wide.
fn width_of(character: char) -> usize {
    const WIDE: [(u32, u32); 8] = [
        (0x1100, 0x115f),
        (0x2e80, 0xa4cf),
        (0xac00, 0xd7a3),
        (0xf900, 0xfaff),
        (0xfe30, 0xfe6f),
        (0xff00, 0xffef),
        (0x1f300, 0x1faff),
        (0x20000, 0x3fffd),
    ];
    let own = u32::from(character);
    if WIDE.iter().any(|(first, last)| (*first..=*last).contains(&own)) { 2 } else { 1 }
}
