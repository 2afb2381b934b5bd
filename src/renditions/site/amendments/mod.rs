//! Amendments: what is proposed to change in a work, who has considered it, what was decided.
//!
//! Takes: the publication's amendments. Gives: for each work that has any, a list, a table as standards bodies keep it and a feed; for each
//! amendment a page with its marked changes in all versions; and at each section of a chapter what is open about it. A work without
//! amendments has none of these, and nothing is asked for it. Must not know how changes are told apart: `redline` does.

mod feed;
mod marked;
mod pages;
mod steps;

use serde::Serialize;

use self::steps::Step;
use super::Site;
use super::menus::Way;
use crate::documents::amendment::{ChangeYaml, Operation, Said};
use crate::publication::amendments::{edition, find};
use crate::publication::{Amendment, SectionKey};
use crate::record::Texts;
use crate::renditions::html::{self, escaped};
use crate::renditions::paragraphs;

/// A text that may be in another language than the page.
#[derive(Serialize)]
pub struct SaidView {
    pub text: String,
    /// Empty where it is the page's, or nobody says which it is.
    pub lang: String,
    pub dir: &'static str,
}

/// The same in paragraphs.
#[derive(Serialize)]
pub struct SaidAtLength {
    pub paragraphs: Vec<String>,
    pub lang: String,
    pub dir: &'static str,
}

/// An amendment on a list.
#[derive(Serialize)]
pub struct AmendmentView {
    pub id: String,
    /// “Amendment 2026-014”.
    pub name: String,
    pub url: String,
    pub specimen: bool,
    pub open: bool,
    pub kind: String,
    pub status: String,
    /// What becomes of its sections, a sentence for each change.
    pub changes: Vec<String>,
    /// The sections that it is about, as far as they are in the text.
    pub sections: Vec<Way>,
    pub proposer: Option<Proposer>,
    pub received: String,
    pub received_iso: String,
    /// The last day that its file tells of.
    pub last: String,
    pub last_iso: String,
    pub rationale: Option<SaidAtLength>,
    /// Who decided and when; nothing while nobody has.
    pub decision: Option<Step>,
    pub observations: Option<SaidAtLength>,
}

#[derive(Serialize)]
pub struct Proposer {
    pub name: SaidView,
    /// The institution's page, where it is in the register.
    pub url: String,
}

impl Site {
    /// A text in the page's language, or in the first that it has.
    fn said(&self, said: &Said, language: usize) -> SaidView {
        let (text, other) = said.text(&self.publication.languages[language].tag);
        let dir = other.and_then(|tag| self.publication.languages.iter().find(|own| own.tag == tag));
        SaidView {
            text: text.to_owned(),
            lang: other.unwrap_or_default().to_owned(),
            dir: dir.map_or("auto", |own| own.direction.name()),
        }
    }

    fn at_length(&self, texts: Option<&Texts>, language: usize) -> Option<SaidAtLength> {
        let texts = texts.filter(|texts| !texts.entries.is_empty())?;
        let said = self.said(&Said::In(texts.clone()), language);
        Some(SaidAtLength { paragraphs: paragraphs(&said.text), lang: said.lang, dir: said.dir })
    }

    fn amendment_url(&self, own: &Amendment, language: usize) -> String {
        self.publication.addresses.amendment(own.work, own.id(), language)
    }

    fn amendment_name(&self, own: &Amendment, language: usize) -> String {
        self.text(language, "amendment-name", &[("id", own.id())])
    }

    fn amendment_view(&self, own: &Amendment, language: usize) -> AmendmentView {
        let date = |day| self.publication.languages[language].date(day);
        let received = own.yaml.received.date.value;
        let mut sections: Vec<Way> = Vec::new();
        for key in own.changes.iter().filter_map(|change| change.target) {
            let way = self.section_way(key, language);
            if !sections.iter().any(|known| known.url == way.url) {
                sections.push(way);
            }
        }
        AmendmentView {
            id: own.id().to_owned(),
            name: self.amendment_name(own, language),
            url: self.amendment_url(own, language),
            specimen: own.is_specimen(),
            open: own.status().is_open(),
            kind: self.text(language, &format!("amendment-kind-{}", own.kind().word()), &[]),
            status: self.amendment_status(own, language),
            changes: own.yaml.changes.iter().map(|change| self.change_text(own, &change.value, language)).collect(),
            sections,
            proposer: self.proposer(own, language),
            received: date(received),
            received_iso: received.to_string(),
            last: date(own.last_day()),
            last_iso: own.last_day().to_string(),
            rationale: self.at_length(own.yaml.rationale.as_ref(), language),
            decision: self.decision(own, language),
            observations: self
                .at_length(own.yaml.decision.as_ref().and_then(|own| own.value.observations.as_ref()), language),
        }
    }

    /// Its status, and the edition that it has become a part of.
    fn amendment_status(&self, own: &Amendment, language: usize) -> String {
        let status = self.text(language, &format!("amendment-status-{}", own.status().word()), &[]);
        match &own.yaml.merged {
            Some(edition) => {
                let number = edition.value.0.as_str();
                self.text(language, "amendment-merged-status", &[("status", &status), ("edition", number)])
            }
            None => status,
        }
    }

    fn proposer(&self, own: &Amendment, language: usize) -> Option<Proposer> {
        let yaml = own.yaml.proposer.as_ref()?;
        let register = &self.publication.register;
        let id = yaml.signatory.as_ref().map(|id| id.value.as_str());
        let signatory = id.and_then(|id| register.signatories.iter().find(|signatory| signatory.id() == id));
        let url = signatory.map(|own| self.publication.addresses.signatory(own.id(), language)).unwrap_or_default();
        let name = match (&yaml.name, signatory) {
            (Some(name), _) => self.said(name, language),
            (None, Some(signatory)) => {
                let (text, tag) = signatory.name(&self.publication.languages[language].tag);
                let lang = if tag == self.publication.languages[language].tag { "" } else { tag };
                SaidView { text: text.to_owned(), lang: lang.to_owned(), dir: "auto" }
            }
            (None, None) => SaidView { text: id?.to_owned(), lang: String::new(), dir: "auto" },
        };
        Some(Proposer { name, url })
    }

    /// What becomes of a section, in a sentence.
    fn change_text(&self, own: &Amendment, change: &ChangeYaml, language: usize) -> String {
        let section = self.section_name(own, &change.target.value, language);
        let Some(op) = change.op.as_ref().map(|op| op.value) else {
            return self.text(language, "amendment-comments", &[("section", &section)]);
        };
        let to = change.to.as_ref().and_then(|to| to.value.place());
        let other = to.map(|(id, _)| self.section_name(own, &id.value, language)).unwrap_or_default();
        let title = change.id.as_ref().map_or_else(String::new, |id| self.section_name(own, &id.value, language));
        let key = match (op, to) {
            (Operation::Replace, _) => "amendment-replaces",
            (Operation::InsertBefore, _) => "amendment-inserts-before",
            (Operation::InsertAfter, _) => "amendment-inserts-after",
            (Operation::Delete, _) => "amendment-deletes",
            (Operation::Move, Some((_, true))) => "amendment-moves-after",
            (Operation::Move, _) => "amendment-moves-before",
        };
        self.text(language, key, &[("section", &section), ("other", &other), ("title", &title)])
    }

    /// What a section is called: in the text, in the edition that was to change, in the amendment itself; by its id where it is nowhere.
    fn section_name(&self, own: &Amendment, id: &str, language: usize) -> String {
        let publication = &self.publication;
        if let Some(key) = find(&publication.works, own.work, id) {
            return publication.reference(key, language);
        }
        let base = edition(&publication.works, own.work, &own.yaml.base_edition.value.0);
        let base = base.and_then(|base| publication.section(find(&publication.works, base, id)?));
        let base = base.map(|(_, _, section)| section.title(language).to_owned());
        let of_texts = || {
            let texts = own.changes.iter().flat_map(|change| [&change.approved, &change.proposed]).flatten();
            let sections = texts.map(|text| &text.chapter.sections[0]).filter(|section| section.id == id);
            let titles = |section: &crate::publication::Section| {
                let first = section.versions.iter().flatten().map(|version| version.title.to_string()).next();
                Some(section.title(language).to_owned()).filter(|title| !title.is_empty()).or(first)
            };
            sections.filter_map(titles).next()
        };
        base.filter(|title| !title.is_empty()).or_else(of_texts).unwrap_or_else(|| id.to_owned())
    }

    /// What stands at a section about which amendments are open, and the way to propose one; nothing elsewhere.
    pub(super) fn open_amendments(&self, key: SectionKey, language: usize) -> String {
        let open = self.publication.amendments.open_at(key);
        if open.is_empty() {
            return String::new();
        }
        let number = self.publication.languages[language].number(open.len());
        let text = self.publication.messages.counted(language, "amendments-open-here", (open.len(), &number), &[]);
        let mut html = format!("<p class=\"review amendments\" role=\"note\">{}", escaped(&text));
        for own in open.iter().filter_map(|place| self.publication.amendments.get(*place)) {
            let (url, id) = (escaped(&self.amendment_url(own, language)), escaped(own.id()));
            html.push_str(&format!(" <a href=\"{url}\">{id}</a>"));
        }
        html.push_str("</p>\n");
        html
    }

    /// The link by which a reader proposes a change to a section; nothing where the publication does not say where.
    pub(super) fn propose_link(&self, key: SectionKey, language: usize) -> String {
        let Some(url) = self.propose_url(key, language) else { return String::new() };
        format!("<a href=\"{}\">{}</a> ", escaped(&url), escaped(&self.text(language, "amendment-propose", &[])))
    }

    fn propose_url(&self, key: SectionKey, language: usize) -> Option<String> {
        let publication = &self.publication;
        let to = publication.book.propose_to.as_ref()?;
        let (work, _, section) = publication.section(key)?;
        let number = work.current().number.as_deref()?;
        let address = publication.addresses.absolute(&html::address(publication, key, language));
        let name = publication.reference(key, language);
        let about = [
            ("work", work.title[language].as_str()),
            ("folder", work.folder.as_str()),
            ("edition", number),
            ("section", name.as_str()),
            ("id", section.id.as_str()),
            ("address", address.as_str()),
        ];
        let (subject, letter) =
            (self.text(language, "amendment-subject", &about), self.text(language, "amendment-letter", &about));
        Some(to.letter(&subject, &letter))
    }
}
