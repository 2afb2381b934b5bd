//! Review: what pages say of versions that may not agree, and the page that says how far their comparison has come.
//!
//! Takes: the publication's concordance. Gives: notices for the places they are about, the same words in every version of a section; and
//! the page of the status, a table for each work. Must not know who compared what: pages name no handle.

use serde::Serialize;

use super::Site;
use super::frame::{Frame, Page};
use crate::documents::work::Status;
use crate::publication::concordance::{Compared, State, Subject, Tally};
use crate::publication::{Chapter, ChapterKey, SectionKey};
use crate::renditions::html::{self, escaped};

/// A work on the page of the status.
#[derive(Serialize)]
pub struct ReviewedWork {
    /// Its anchor.
    pub id: String,
    pub title: String,
    pub url: String,
    /// Whether anybody has compared anything.
    pub begun: bool,
    pub rows: Vec<ReviewedVersion>,
    /// The sections whose versions are under review, or about which somebody asks.
    pub sections: Vec<ReviewedSection>,
}

#[derive(Serialize)]
pub struct ReviewedVersion {
    pub lang: String,
    pub dir: &'static str,
    pub name: String,
    pub percent: String,
    /// As the language of the page writes them.
    pub sections: String,
    pub collated: String,
    pub review: String,
    pub new: String,
    pub questions: String,
}

#[derive(Serialize)]
pub struct ReviewedSection {
    pub url: String,
    /// Number and title.
    pub label: String,
}

/// A work's standing in a sentence, and the way to more.
#[derive(Serialize)]
pub struct Standing {
    pub text: String,
    pub url: String,
}

impl Site {
    /// Whether there is more than one language, so that there is something to compare.
    pub(super) fn has_status(&self) -> bool {
        self.publication.languages.len() > 1
    }

    /// The page of the status, at one work; empty where there is none.
    pub(super) fn status_url(&self, work: usize, language: usize) -> String {
        format!("{}#{}", self.publication.addresses.status(language), self.status_anchor(work))
    }

    /// Ids that the site makes begin with `_`.
    fn status_anchor(&self, work: usize) -> String {
        match self.publication.works[work].folder.as_str() {
            "" => "_site".to_owned(),
            folder => format!("_{}", folder.replace('/', "-")),
        }
    }

    /// What stands at a section whose versions are under review, in a language; nothing at any other.
    pub(super) fn notice(&self, key: SectionKey, language: usize) -> String {
        self.review(key, language) + &self.remarks(key, language)
    }

    fn review(&self, key: SectionKey, language: usize) -> String {
        let concordance = &self.publication.concordance;
        let Some(compared) = concordance.of(key).filter(|compared| compared.is_under_review()) else { return String::new() };
        let text = match self.last_agreed(key.work, compared) {
            Some(edition) => self.text(language, "review-stands", &[("edition", &edition)]),
            None => self.text(language, "review", &[]),
        };
        self.note(&text, key.work, language, self.report_url(key, language))
    }

    /// What a page says of its sections that were never compared, in a work whose comparison has begun.
    pub(super) fn unchecked(&self, work: usize, key: ChapterKey, chapter: &Chapter, language: usize) -> String {
        let concordance = &self.publication.concordance;
        if !concordance.has_begun(work) {
            return String::new();
        }
        let own = (0..chapter.sections.len()).map(|section| SectionKey { work, chapter: key, section });
        let new = own.filter(|key| concordance.of(*key).is_some_and(Compared::is_new)).count();
        if new == 0 {
            return String::new();
        }
        let text = match new == chapter.sections.len() {
            true => self.text(language, "review-unchecked-page", &[]),
            false => {
                let number = self.publication.languages[language].number(new);
                self.publication.messages.counted(language, "review-unchecked", (new, &number), &[])
            }
        };
        self.note(&text, work, language, None)
    }

    fn note(&self, text: &str, work: usize, language: usize, report: Option<String>) -> String {
        let link =
            |url: &str, key: &str| format!(" <a href=\"{}\">{}</a>", escaped(url), escaped(&self.text(language, key, &[])));
        let mut html = format!("<p class=\"review\" role=\"note\">{}", escaped(text));
        html.push_str(&link(&self.status_url(work, language), "review-status"));
        if let Some(report) = report {
            html.push_str(&link(&report, "review-report"));
        }
        html.push_str("</p>\n");
        html
    }

    /// The last edition in which the versions of a section agreed, if the sources are no longer that edition's text.
    fn last_agreed(&self, work: usize, compared: &Compared) -> Option<String> {
        let current = self.publication.works[work].current();
        let record = self.publication.record_of(compared)?;
        let edition = record.versions.values().max_by_key(|version| version.date)?.edition.as_ref()?;
        let is_draft = current.number.as_ref() == Some(edition) && current.status == Some(Status::InConsultation);
        (!is_draft).then(|| edition.clone())
    }

    /// Where a reader reports a difference at a section.
    fn report_url(&self, key: SectionKey, language: usize) -> Option<String> {
        let publication = &self.publication;
        let Some(to) = &publication.book.report_to else { return self.take_part(language).map(|way| way.url) };
        let (work, _, section) = publication.section(key)?;
        let names: Vec<&str> = work.languages.iter().map(|(own, _)| publication.languages[*own].tag.as_str()).collect();
        let folder = if work.folder.as_str().is_empty() { "." } else { work.folder.as_str() };
        let subject = [("work", folder), ("section", section.id.as_str()), ("languages", &names.join(", "))];
        Some(to.about(&self.text(language, "review-subject", &subject)))
    }

    pub(super) fn standing(&self, language: usize) -> Page {
        let publication = &self.publication;
        let pages: Vec<(usize, String)> =
            (0..publication.languages.len()).map(|own| (own, publication.addresses.status(own))).collect();
        let title = self.text(language, "standing-title", &[]);
        let description = self.text(language, "standing-description", &[]);
        let frame = Frame {
            title: &title,
            context: "",
            description: &description,
            address: Some(&pages[language].1),
            pages: &pages,
            neutral: &pages[0].1,
        };
        let works = publication.works.iter().enumerate();
        let works = works.filter(|(_, work)| work.authority(language).is_some() && !work.is_frozen());
        let works: Vec<ReviewedWork> = works.filter_map(|(number, _)| self.reviewed_work(number, language)).collect();
        self.base("status", "standing.html", language, frame).put("description", &description).put("works", &works)
    }

    /// One sentence on a work, for its own page; nothing where there is nothing to compare.
    pub(super) fn standing_of(&self, number: usize, language: usize) -> Option<Standing> {
        let publication = &self.publication;
        // What was compared of a frozen text is said with its status.
        if publication.works[number].languages.len() < 2 || publication.works[number].is_frozen() {
            return None;
        }
        let url = self.status_url(number, language);
        if !publication.concordance.has_begun(number) {
            return Some(Standing { text: self.text(language, "standing-not-begun", &[]), url });
        }
        let compared = publication.compared(number);
        let settled = compared.iter().filter(|own| own.is_settled()).count();
        let own = &publication.languages[language];
        let (settled, all) = (own.number(settled), own.number(compared.len()));
        let text = self.text(language, "standing-of", &[("collated", &settled), ("sections", &all)]);
        Some(Standing { text, url })
    }

    fn reviewed_work(&self, number: usize, language: usize) -> Option<ReviewedWork> {
        let publication = &self.publication;
        if publication.works[number].languages.len() < 2 {
            return None;
        }
        // What nobody has begun needs no counts: they would cost the fingerprints of all its texts.
        let begun = publication.concordance.has_begun(number);
        let compared = if begun { publication.compared(number) } else { Vec::new() };
        let rows =
            publication.tallies(number, &compared).iter().map(|tally| self.reviewed_version(tally, language)).collect();
        let section = |own: &Compared| {
            let (url, label) = match own.unit.subject {
                Subject::Section(key) => {
                    publication.section(key)?.2.versions[language].as_ref()?;
                    (html::address(publication, key, language), publication.reference(key, language))
                }
                Subject::Panel(own, panel) => {
                    let panel = publication.proceedings.get(own)?.panels.get(panel)?;
                    (publication.addresses.panel(number, panel, language), panel.title.get(language)?.clone())
                }
                Subject::Contribution(own, panel, paper) => {
                    let panel = publication.proceedings.get(own)?.panels.get(panel)?;
                    let paper = panel.contributions.get(paper)?;
                    let url = publication.addresses.contribution(number, panel, paper, language);
                    (url, paper.title.get(language)?.clone())
                }
                _ => return None,
            };
            Some(ReviewedSection { url, label })
        };
        let title = match number {
            0 => self.text(language, "standing-own-pages", &[]),
            _ => publication.works[number].title[language].clone(),
        };
        Some(ReviewedWork {
            id: self.status_anchor(number),
            title,
            url: publication.addresses.work(number, language),
            begun,
            rows,
            sections: compared.iter().filter(|own| own.is_under_review()).filter_map(section).collect(),
        })
    }

    fn reviewed_version(&self, tally: &Tally, language: usize) -> ReviewedVersion {
        let (own, page) = (&self.publication.languages[tally.language], &self.publication.languages[language]);
        let review = [State::Changed, State::Behind, State::ChangedInBoth].map(|state| tally.in_state(state));
        let new = tally.in_state(State::New) + tally.in_state(State::Missing);
        ReviewedVersion {
            lang: own.tag.clone(),
            dir: own.direction.name(),
            name: own.name.clone(),
            percent: self.text(language, "standing-percent", &[("number", &page.number(tally.percent()))]),
            sections: page.number(tally.units),
            collated: page.number(tally.in_state(State::Collated)),
            review: page.number(review.iter().sum()),
            new: page.number(new),
            questions: page.number(tally.queries),
        }
    }
}
