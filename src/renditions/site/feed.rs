//! The feed: a language's newest news and editions, as Atom (RFC 4287).
//!
//! Takes: the news and the frozen editions. Gives: XML. Every date in it is a piece of news' own or the sources' for an edition, never the clock's; every id is the address of what it names.
//! Must not know what the pages look like: a piece of news is its headings and blocks.

use atom_syndication::{Content, Entry, Feed, FixedDateTime, Link, Person, Text};
use jiff::civil::Date;

use super::Site;
use super::bodies::Column;
use crate::documents::work::Status;
use crate::publication::editions::Frozen;
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
        let mut entries: Vec<Entry> = news.filter_map(|key| self.feed_entry(*key, language)).take(LONGEST).collect();
        entries.extend(self.frozen().filter_map(|(place, own)| self.edition_news(place, own, language)));
        // The newest first; of one day, news before editions, each in their order.
        entries.sort_by_key(|entry| std::cmp::Reverse(entry.updated));
        entries.truncate(LONGEST);
        let address = addresses.absolute(&addresses.feed(language));
        let mut feed = Feed {
            title: Text::plain([&view.title, " – ", &self.text(language, "news-title", &[])].concat()),
            id: address.clone(),
            authors: vec![Person { name: view.publisher.clone(), ..Person::default() }],
            links: vec![
                link("self", address, tag, "application/atom+xml"),
                link("alternate", addresses.absolute(&self.feed_page(language)), tag, "text/html"),
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

    /// Whether there is anything that a feed could tell.
    pub(super) fn has_feed(&self, language: usize) -> bool {
        let publication = &self.publication;
        !publication.own_pages.news.is_empty()
            || self.frozen().any(|(place, _)| publication.works[place].authority(language).is_some())
    }

    /// The page that shows what the feed tells.
    fn feed_page(&self, language: usize) -> String {
        let addresses = &self.publication.addresses;
        if self.publication.own_pages.has_news() { addresses.news(language) } else { addresses.home(language) }
    }

    /// The frozen editions by their places.
    fn frozen(&self) -> impl Iterator<Item = (usize, &Frozen)> {
        let works = self.publication.works.iter().enumerate();
        works.filter_map(|(place, work)| Some((place, work.lineage.frozen.as_ref()?)))
    }

    /// What became of an edition last: it was put to consultation, adopted, withdrawn. Each has an id of its own, so that readers see it as
    /// news; that a later edition has replaced it is told by that one.
    fn edition_news(&self, place: usize, frozen: &Frozen, language: usize) -> Option<Entry> {
        let publication = &self.publication;
        publication.works[place].authority(language)?;
        let yaml = &frozen.file.yaml;
        let (what, day) = match (yaml.status.value, &yaml.withdrawal, &yaml.adoption) {
            (Status::Withdrawn, Some(own), _) => ("withdrawn", own.date.value),
            (Status::Adopted, _, Some(own)) => ("adopted", own.date),
            _ => ("published", yaml.date.value),
        };
        let midnight = midnight(day)?;
        let address = publication.addresses.absolute(&publication.addresses.work(place, language));
        let tag = &publication.languages[language].tag;
        let edition = self.text(language, "edition", &[("number", &yaml.number.value.0)]);
        let status = self.text(language, &format!("status-{}", yaml.status.value.word()), &[]);
        let title = &self.work_view(place, language).0.title;
        Some(Entry {
            title: Text::plain(format!("{title} – {edition}: {status}")),
            id: format!("{address}#{what}"),
            updated: midnight,
            published: Some(midnight),
            links: vec![link("alternate", address, tag, "text/html")],
            summary: self.edition_notice_of(place, language).map(Text::plain),
            ..Entry::default()
        })
    }

    /// Who adopted an edition, or from when to when it was in consultation.
    fn edition_notice_of(&self, place: usize, language: usize) -> Option<String> {
        let work = &self.publication.works[place];
        let own = &self.publication.languages[language];
        let adoption = work.lineage.frozen.as_ref()?.file.yaml.adoption.as_ref();
        let adopted = adoption.map(|own_adoption| {
            let body = own_adoption.body.get(&own.tag).map_or("", String::as_str);
            self.text(language, "edition-adopted", &[("body", body), ("date", &own.date(own_adoption.date))])
        });
        adopted.or_else(|| Some(self.consultation(work, language)).filter(|text| !text.is_empty()))
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
