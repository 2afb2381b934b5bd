//! The feed: a language's newest news, as Atom (RFC 4287).
//!
//! Takes: the news. Gives: XML. Every date in it is a piece of news' own, never the clock's; every id is the address of what it names.
//! Must not know what the pages look like: a piece of news is its headings and blocks.

use atom_syndication::{Content, Entry, Feed, FixedDateTime, Link, Person, Text};
use jiff::civil::Date;

use super::Site;
use super::bodies::Column;
use crate::publication::{Chapter, ChapterKey};
use crate::renditions::html::push;

/// How many pieces of news a feed holds; readers keep what they have seen.
pub(super) const LONGEST: usize = 20;

impl Site {
    pub(super) fn feed(&self, language: usize) -> Vec<u8> {
        let publication = &self.publication;
        let (view, addresses) = (&self.site_view(language).0, &publication.addresses);
        let tag = &publication.languages[language].tag;
        let news = publication.own_pages.news.iter();
        let entries: Vec<Entry> = news.filter_map(|key| self.feed_entry(*key, language)).take(LONGEST).collect();
        let address = addresses.absolute(&addresses.feed(language));
        let mut feed = Feed {
            title: Text::plain([&view.title, " – ", &self.text(language, "news-title", &[])].concat()),
            id: address.clone(),
            authors: vec![Person { name: view.publisher.clone(), ..Person::default() }],
            links: vec![
                link("self", address, tag, "application/atom+xml"),
                link("alternate", addresses.absolute(&addresses.news(language)), tag, "text/html"),
            ],
            lang: Some(tag.clone()),
            ..Feed::default()
        };
        // Without an entry there is no date, and no feed is asked for.
        if let Some(newest) = entries.first() {
            feed.updated = newest.updated;
        }
        feed.entries = entries;
        // Nothing but memory is written to.
        feed.write_to(Vec::new()).unwrap_or_default()
    }

    fn feed_entry(&self, key: ChapterKey, language: usize) -> Option<Entry> {
        let chapter = self.publication.works[0].chapter(key)?;
        let way = self.way(key, language)?;
        let midnight = midnight(chapter.day?)?;
        let address = self.publication.addresses.absolute(&way.url);
        let tag = &self.publication.languages[language].tag;
        Some(Entry {
            title: Text::plain(way.title),
            id: address.clone(),
            updated: midnight,
            published: Some(midnight),
            links: vec![link("alternate", address.clone(), tag, "text/html")],
            summary: Some(Text::plain(self.description(Some(chapter), language))),
            content: Some(Content {
                // Links in the text begin with a slash or a hash.
                base: Some(address),
                content_type: Some("html".to_owned()),
                value: Some(self.feed_text(chapter, &self.column(0, chapter, language)?)),
                ..Content::default()
            }),
            ..Entry::default()
        })
    }

    /// A text with its headings and notes, without what belongs to a page.
    fn feed_text(&self, chapter: &Chapter, column: &Column) -> String {
        let mut html = String::new();
        for (number, section) in chapter.sections.iter().enumerate() {
            let Some(version) = section.versions[column.language].as_ref() else { continue };
            let pieces = &column.shown.pieces.sections[version.section];
            if number > 0 {
                push(&mut html, format_args!("<h{0} id=\"{1}\">{2}</h{0}>\n", section.level, section.id, pieces.title));
            }
            for piece in &pieces.blocks {
                piece.write(&mut html);
                html.push('\n');
            }
        }
        html + &self.notes_alone(column)
    }
}

pub(super) fn link(rel: &str, href: String, tag: &str, mime_type: &str) -> Link {
    let (rel, hreflang, mime_type) = (rel.to_owned(), Some(tag.to_owned()), Some(mime_type.to_owned()));
    Link { href, rel, hreflang, mime_type, ..Link::default() }
}

/// The beginning of a day: a piece of news has no hour.
pub(super) fn midnight(day: Date) -> Option<FixedDateTime> {
    format!("{day}T00:00:00Z").parse().ok()
}
