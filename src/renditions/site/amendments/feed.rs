//! The feed of a work's amendments: what was received and what was decided, as Atom (RFC 4287).
//!
//! Takes: the amendments of a work. Gives: XML, one entry for each that was received and one for each decision. Every date in it is the
//! amendment's own, never the clock's. Must not know what the pages look like.

use atom_syndication::{Entry, Feed, Person, Text};

use crate::publication::Amendment;
use crate::renditions::site::Site;
use crate::renditions::site::feed::{LONGEST, link, midnight};

impl Site {
    pub(super) fn amendment_feed(&self, work: usize, language: usize) -> Vec<u8> {
        let publication = &self.publication;
        let addresses = &publication.addresses;
        let tag = &publication.languages[language].tag;
        let title = &self.work_view(work, language).0.short_title;
        let mut entries: Vec<Entry> =
            publication.amendments.of_work(work).flat_map(|(_, own)| self.amendment_entries(own, language)).collect();
        // The newest first; of one day, as they are numbered.
        entries.sort_by(|one, other| (other.updated, &other.id).cmp(&(one.updated, &one.id)));
        entries.truncate(LONGEST);
        let address = addresses.absolute(&addresses.amendment_feed(work, language));
        let mut feed = Feed {
            title: Text::plain([title, " – ", &self.text(language, "amendments-title", &[])].concat()),
            id: address.clone(),
            authors: vec![Person { name: self.site_view(language).0.publisher.clone(), ..Person::default() }],
            links: vec![
                link("self", address, tag, "application/atom+xml"),
                link("alternate", addresses.absolute(&addresses.amendments(work, language)), tag, "text/html"),
            ],
            lang: Some(tag.clone()),
            ..Feed::default()
        };
        // A work with a feed has an amendment, and that a day.
        if let Some(newest) = entries.first() {
            feed.updated = newest.updated;
        }
        feed.entries = entries;
        // Nothing but memory is written to.
        feed.write_to(Vec::new()).unwrap_or_default()
    }

    fn amendment_entries(&self, own: &Amendment, language: usize) -> Vec<Entry> {
        let address = self.publication.addresses.absolute(&self.amendment_url(own, language));
        let tag = &self.publication.languages[language].tag;
        let name = self.amendment_name(own, language);
        let changes: Vec<String> =
            own.yaml.changes.iter().map(|change| self.change_text(own, &change.value, language)).collect();
        let decided = own.yaml.decision.as_ref().map(|decision| decision.value.date.value);
        let received = (own.yaml.received.date.value, "received", self.text(language, "amendment-status-received", &[]));
        let decision = decided.map(|day| (day, "decided", self.amendment_status(own, language)));
        let specimen =
            if own.is_specimen() { self.text(language, "amendment-specimen", &[]) + " – " } else { String::new() };
        let entry = |(day, what, status): (jiff::civil::Date, &str, String)| {
            let midnight = midnight(day)?;
            Some(Entry {
                title: Text::plain(format!("{specimen}{name}: {status}")),
                id: format!("{address}#{what}"),
                updated: midnight,
                published: Some(midnight),
                links: vec![link("alternate", address.clone(), tag, "text/html")],
                summary: Some(Text::plain(changes.join(" "))),
                ..Entry::default()
            })
        };
        [received].into_iter().chain(decision).filter_map(entry).collect()
    }
}
