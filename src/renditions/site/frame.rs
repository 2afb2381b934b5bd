//! The frame of a page: what every page shows around its own matter, and how a template becomes bytes.
//!
//! Takes: a page's title, addresses and values. Gives: its HTML, and the key that changes with it. Must not know what the page is about.

use memchr::memchr_iter;
use serde::Serialize;
use tera::{Context, Value};

use super::Site;
use crate::publication::settled;
use crate::renditions::{self, Made};

/// A page before it is rendered.
pub(super) struct Page {
    pub template: &'static str,
    pub context: Context,
    /// Long texts, which the template places and never sees: it gets a mark for each, made of its name.
    pub bodies: Vec<(String, String)>,
}

/// Begins and ends the mark of a body. No text has this character: it is no part of HTML.
const MARK: char = '\u{1}';
impl Site {
    pub(super) fn render(&self, page: Page, mut html: Vec<u8>) -> Made {
        let theme = &self.publication.theme;
        let Page { template, mut context, bodies } = page;
        let language = context.get("lang").and_then(|tag| self.publication.messages.language(tag.as_str()?));
        context.insert_value(settled::ANSWERS, theme.answers[language.unwrap_or_default()].clone());
        let mut frame = Vec::with_capacity(8 * 1024);
        if let Err(error) = theme.templates.render_to(template, &context, &mut frame) {
            return Err(vec![theme.diagnostic(&error)]);
        }
        html.reserve(frame.len() + bodies.iter().map(|(_, body)| body.len()).sum::<usize>());
        let marks: Vec<usize> = memchr_iter(MARK as u8, &frame).collect();
        let starts = [0].into_iter().chain(marks.iter().map(|mark| mark + 1));
        let ends = marks.iter().copied().chain([frame.len()]);
        // Between two marks, every second part is the name of a body.
        for (nth, part) in starts.zip(ends).map(|(start, end)| &frame[start..end]).enumerate() {
            let body = bodies.iter().find(|(mark, _)| nth % 2 == 1 && mark.trim_matches(MARK).as_bytes() == part);
            html.extend_from_slice(body.map_or(part, |(_, body)| body.as_bytes()));
        }
        Ok(html)
    }

    pub(super) fn key(&self, page: &Page) -> [u8; 16] {
        let mut hasher = blake3::Hasher::new();
        hasher.update(&self.publication.theme.key);
        hasher.update(page.template.as_bytes());
        hasher.update(format!("{:?}", page.context).as_bytes());
        for (_, body) in &page.bodies {
            hasher.update(body.as_bytes());
        }
        renditions::key(&hasher)
    }

    /// What every page shows. `pages` are its versions by language, `neutral` the one for a reader of no particular language.
    pub(super) fn base(&self, kind: &'static str, template: &'static str, language: usize, frame: Frame<'_>) -> Page {
        let publication = &self.publication;
        let own = &publication.languages[language];
        let site = &self.site_view(language).0.title;
        let head_title = match frame.title {
            title if title == site => site.clone(),
            title => {
                [title, frame.context, site].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" – ")
            }
        };
        let mut context = Context::new();
        context.insert("lang", &own.tag);
        context.insert("dir", own.direction.name());
        context.insert("kind", kind);
        context.insert("title", frame.title);
        context.insert("head_title", &head_title);
        context.insert("description", frame.description);
        let canonical = frame.address.map_or_else(String::new, |address| publication.addresses.absolute(address));
        context.insert("canonical", &canonical);
        let alternates = if canonical.is_empty() { Vec::new() } else { self.alternates(frame.pages, frame.neutral) };
        context.insert("alternates", &alternates);
        context.insert("languages", &self.languages_view(language, frame.pages));
        context.insert_value("site", self.site_value(language, frame.address));
        Page { template, context, bodies: Vec::new() }
    }
}

/// What distinguishes one page's frame from another's.
pub(super) struct Frame<'f> {
    pub title: &'f str,
    /// What the page belongs to, for its title in a list of tabs.
    pub context: &'f str,
    pub description: &'f str,
    /// None for a page that stands at no address of its own.
    pub address: Option<&'f str>,
    pub pages: &'f [(usize, String)],
    pub neutral: &'f str,
}

impl Page {
    pub(super) fn put(mut self, name: &'static str, value: &(impl Serialize + ?Sized)) -> Self {
        self.context.insert(name, value);
        self
    }

    /// A text that the template shows where it says so, whole; an empty one is empty for the template too.
    pub(super) fn put_body(mut self, name: &'static str, body: String) -> Self {
        let mark = if body.is_empty() { String::new() } else { format!("{MARK}{name}{MARK}") };
        self.context.insert(name, &mark);
        self.bodies.push((mark, body));
        self
    }

    pub(super) fn put_value(mut self, name: &'static str, value: Value) -> Self {
        self.context.insert_value(name, value);
        self
    }
}
