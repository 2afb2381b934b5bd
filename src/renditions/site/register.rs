//! The register's page: which institutions have endorsed which text.
//!
//! Takes: the works that can be endorsed. Gives: a [`Page`]; no institution is registered yet, and the page says so. Must not know how
//! an endorsement is verified.

use serde::Serialize;
use tera::Value;

use super::Site;
use super::frame::{Frame, Page};
use crate::documents::work::Kind;

/// A text and who has endorsed it.
#[derive(Serialize)]
struct Entry {
    work: Value,
    endorsements: Vec<String>,
}

impl Site {
    pub(super) fn register(&self, language: usize) -> Page {
        let publication = &self.publication;
        let pages: Vec<(usize, String)> =
            (0..publication.languages.len()).map(|own| (own, publication.addresses.signatories(own))).collect();
        let title = self.text(language, "register-title", &[]);
        let frame = Frame {
            title: &title,
            context: "",
            description: &self.text(language, "register-none", &[]),
            address: Some(&pages[language].1),
            pages: &pages,
            neutral: &pages[0].1,
        };
        let works =
            publication.works().filter(|(_, work)| work.kind == Kind::Guidelines && work.authority(language).is_some());
        let entries: Vec<Entry> = works
            .map(|(number, _)| Entry { work: self.work_view(number, language).1.clone(), endorsements: Vec::new() })
            .collect();
        let page = self.base("signatories", "signatories.html", language, frame);
        page.put("register", &entries).put("take_part", &self.take_part(language))
    }
}
