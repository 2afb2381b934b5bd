//! Editions: what pages say of the texts that came before and after the one they show.
//!
//! Takes: the publication's editions. Gives: the list of a work's editions, notices on pages of frozen texts, corrigenda at their sections,
//! notes where sections were, and what became of each section. Must not know how two texts are compared.

use serde::Serialize;

use super::Site;
use crate::documents::edition::RetiredSectionYaml;
use crate::documents::work::Status;
use crate::publication::{ChapterKey, SectionKey};
use crate::redline::history::{Event, History, history};
use crate::renditions::html::{self, escaped};

/// An edition in the list on a work's page.
#[derive(Serialize)]
pub struct EditionEntry {
    /// “Edition 1.0”.
    pub edition: String,
    pub status: String,
    pub date: String,
    pub date_iso: String,
    /// The days of its consultation, while it is a draft.
    pub consultation: String,
    pub url: String,
    /// Whether it is the text that the page is about.
    pub here: bool,
    /// Whether it was frozen before its authentic versions had been compared.
    pub uncollated: bool,
    /// “2 corrigenda”; empty where there are none.
    pub corrigenda: String,
    /// The page of its changes since the edition before; empty for the first.
    pub changes_url: String,
}

/// What a page of a text says of it, and where to read on.
#[derive(Serialize)]
pub struct EditionNotice {
    pub text: String,
    pub url: String,
    pub link: String,
}

impl Site {
    /// What became of the sections of a current text.
    fn history(&self, work: usize) -> &History {
        self.histories[work].get_or_init(|| history(&self.publication, work))
    }

    pub(super) fn number_of(&self, place: usize) -> &str {
        self.publication.works[place].current().number.as_deref().unwrap_or_default()
    }

    /// The work whose text a text is.
    fn current_of(&self, place: usize) -> usize {
        self.publication.works[place].lineage.frozen.as_ref().map_or(place, |frozen| frozen.of)
    }

    /// The editions of a work, the latest first; none where there is only the current text.
    pub(super) fn edition_entries(&self, place: usize, language: usize) -> Vec<EditionEntry> {
        let publication = &self.publication;
        let work = self.current_of(place);
        if publication.works[work].lineage.editions.is_empty() {
            return Vec::new();
        }
        let editions = publication.editions(work);
        let entry = |(nth, own): (usize, &usize)| {
            let text = &publication.works[*own];
            let edition = text.current();
            let frozen = text.lineage.frozen.as_ref();
            let corrigenda = frozen.map_or(0, |own| own.corrigenda.len());
            let number = publication.languages[language].number(corrigenda);
            let before = nth.checked_sub(1).map(|before| editions[before]);
            let exists = text.authority(language).is_some();
            EditionEntry {
                edition: self.text(language, "edition", &[("number", self.number_of(*own))]),
                status: self.status(text, language),
                date: edition.date.map_or_else(String::new, |day| publication.languages[language].date(day)),
                date_iso: edition.date.map_or_else(String::new, |day| day.to_string()),
                consultation: self.consultation(text, language),
                url: if exists { publication.addresses.work(*own, language) } else { String::new() },
                here: *own == place || publication.as_current(*own) == place,
                uncollated: frozen.is_some_and(|own| own.file.yaml.uncollated == Some(true)),
                corrigenda: match corrigenda {
                    0 => String::new(),
                    count => publication.messages.counted(language, "corrigenda", (count, &number), &[]),
                },
                changes_url: before.map_or_else(String::new, |_| self.changes_address(work, nth, language)),
            }
        };
        let mut entries: Vec<EditionEntry> = editions.iter().enumerate().map(entry).collect();
        entries.reverse();
        entries
    }

    /// Where the changes from the edition before the n-th to it are listed.
    pub(super) fn changes_address(&self, work: usize, nth: usize, language: usize) -> String {
        let editions = self.publication.editions(work);
        let numbers = (self.number_of(editions[nth - 1]), self.number_of(editions[nth]));
        self.publication.addresses.changes(work, numbers, language)
    }

    /// What stands above a frozen text, and above a draft while an earlier edition is in force; `section` is the place to read on.
    pub(super) fn edition_notice(&self, section: SectionKey, language: usize) -> Option<EditionNotice> {
        let publication = &self.publication;
        let place = section.work;
        let text = &publication.works[place];
        let name = self.number_of(place);
        let Some(frozen) = &text.lineage.frozen else { return self.draft_notice(place, language) };
        let yaml = &frozen.file.yaml;
        let now = publication.successor(place);
        let day = |day| publication.languages[language].date(day);
        let tag = &publication.languages[language].tag;
        let mut said = match (yaml.status.value, frozen.replaced_by) {
            (Status::Withdrawn, _) => {
                let withdrawal = yaml.withdrawal.as_ref();
                let date = withdrawal.map_or_else(String::new, |own| day(own.date.value));
                let reason = withdrawal.and_then(|own| own.reason.get(tag)).cloned().unwrap_or_default();
                self.text(language, "edition-withdrawn", &[("edition", name), ("date", &date), ("reason", &reason)])
            }
            (_, Some(by)) => self.text(language, "edition-replaced", &[("edition", name), ("by", self.number_of(by))]),
            _ if now != place => self.text(language, "edition-is-current", &[("edition", name)]),
            _ => self.text(language, "edition-frozen", &[("edition", name)]),
        };
        if yaml.uncollated == Some(true) {
            said.push(' ');
            said.push_str(&self.text(language, "edition-uncollated", &[]));
        }
        // A draft does not take the place of the text that is in force.
        let target = if now == place { frozen.of } else { now };
        let exists = publication.works[target].authority(language).is_some();
        let url = publication.same_section(section, target).filter(|_| exists);
        let url = url.map(|key| html::address(publication, key, language));
        let key = if now == place { "edition-later" } else { "edition-now" };
        let there = url.or_else(|| exists.then(|| publication.addresses.work(target, language)));
        Some(EditionNotice { text: said, link: self.text(language, key, &[]), url: there.unwrap_or_default() })
    }

    /// Whoever reads a draft should know that an edition is in force.
    fn draft_notice(&self, place: usize, language: usize) -> Option<EditionNotice> {
        let publication = &self.publication;
        let work = &publication.works[place];
        if work.current().status != Some(Status::InConsultation) {
            return None;
        }
        let status = |own: &usize| publication.works[*own].current().status;
        let in_force = work.lineage.editions.iter().rev().find(|own| status(own) == Some(Status::Adopted)).copied()?;
        publication.works[in_force].authority(language)?;
        let edition = self.number_of(in_force);
        let text = self.text(language, "edition-draft", &[("edition", edition)]);
        Some(EditionNotice {
            text,
            link: self.text(language, "edition-in-force", &[("edition", edition)]),
            url: publication.addresses.work(in_force, language),
        })
    }

    /// The notice as it stands at the head of a chapter.
    pub(super) fn edition_note(&self, work: usize, key: ChapterKey, language: usize) -> String {
        let Some(notice) = self.edition_notice(SectionKey { work, chapter: key, section: 0 }, language) else {
            return String::new();
        };
        let mut html = format!("<p class=\"review\" role=\"note\">{}", escaped(&notice.text));
        if !notice.url.is_empty() {
            html.push_str(&format!(" <a href=\"{}\">{}</a>", escaped(&notice.url), escaped(&notice.link)));
        }
        html.push_str("</p>\n");
        html
    }

    /// What stands at a section: its corrigenda, the way to the text that counts now, and what became of it from edition to edition.
    pub(super) fn remarks(&self, key: SectionKey, language: usize) -> String {
        let publication = &self.publication;
        let lineage = &publication.works[key.work].lineage;
        let Some((_, _, section)) = publication.section(key) else { return String::new() };
        if section.versions.get(language).is_none_or(Option::is_none) {
            return String::new();
        }
        let mut html = self.corrections(key, language);
        if lineage.frozen.is_some() && key.section > 0 {
            html.push_str(&self.way_to_now(key, language));
        }
        if lineage.frozen.is_none() && !lineage.editions.is_empty() {
            html.push_str(&self.what_became(key.work, &section.id, language));
        }
        html
    }

    fn way_to_now(&self, key: SectionKey, language: usize) -> String {
        let publication = &self.publication;
        let now = publication.successor(key.work);
        let Some((_, _, section)) = publication.section(key) else { return String::new() };
        if now == key.work || publication.works[now].authority(language).is_none() {
            return String::new();
        }
        let there = publication.same_section(key, now).map(|key| {
            (html::address(publication, key, language), publication.reference(key, language), "edition-section-now")
        });
        let retired = || {
            let (page, own) = self.tombstone(now, &section.id)?;
            let address = publication.addresses.chapter(now, page.chapter, publication.section(page)?.1, language);
            Some((format!("{address}#{}", section.id), own.since.0.clone(), "edition-section-gone"))
        };
        let Some((url, target, message)) = there.or_else(retired) else { return String::new() };
        let label = self.text(language, message, &[("target", &target)]);
        format!("<p class=\"history\"><a href=\"{}\">{}</a></p>\n", escaped(&url), escaped(&label))
    }

    /// What corrigenda say of a section.
    fn corrections(&self, key: SectionKey, language: usize) -> String {
        let publication = &self.publication;
        let frozen = publication.works[key.work].lineage.frozen.as_ref();
        let Some((_, _, section)) = publication.section(key) else { return String::new() };
        let tag = &publication.languages[language].tag;
        let mut html = String::new();
        for file in frozen.into_iter().flat_map(|frozen| &frozen.corrigenda) {
            let own = file.yaml.corrections.iter().map(|own| &own.value).filter(|own| own.section.value == section.id);
            for corrected in own.filter_map(|own| own.texts.get(tag)) {
                let by = file.yaml.by.get(tag).cloned().unwrap_or_default();
                let arguments = [
                    ("number", file.number.to_string()),
                    ("date", publication.languages[language].date(file.yaml.date.value)),
                    ("by", by),
                    ("old", corrected.old.value.clone()),
                    ("new", corrected.new.clone()),
                ];
                let arguments: Vec<(&str, &str)> = arguments.iter().map(|(name, value)| (*name, value.as_str())).collect();
                let text = self.text(language, "corrigendum", &arguments);
                html.push_str(&format!("<p class=\"review corrigendum\" role=\"note\">{}</p>\n", escaped(&text)));
            }
        }
        html
    }

    /// “In the text since edition 0.9; changed in edition 1.0”, discreetly.
    fn what_became(&self, work: usize, id: &str, language: usize) -> String {
        let publication = &self.publication;
        let Some(events) = self.history(work).get(id) else { return String::new() };
        let editions = publication.editions(work);
        let said = events.iter().map(|(event, place)| {
            let key = match event {
                Event::Introduced => "history-introduced",
                Event::Changed => "history-changed",
                Event::Moved => "history-moved",
                Event::Removed => "history-removed",
            };
            let text = escaped(&self.text(language, key, &[("edition", self.number_of(*place))]));
            let nth = editions.iter().position(|own| own == place).filter(|nth| *nth > 0 && *event != Event::Introduced);
            match nth {
                Some(nth) => {
                    let url = self.changes_address(work, nth, language);
                    let anchor = self.change_anchor(work, id, language);
                    format!("<a href=\"{}#{}\">{text}</a>", escaped(&url), escaped(&anchor))
                }
                None => text,
            }
        });
        let said = said.collect::<Vec<_>>().join("; ");
        let label = escaped(&self.text(language, "history", &[]));
        format!("<details class=\"history\"><summary>{label}</summary> <p>{said}.</p></details>\n")
    }

    /// The section after which the note of a section that was deleted stands, and what is recorded of it.
    fn tombstone(&self, work: usize, id: &str) -> Option<(SectionKey, &RetiredSectionYaml)> {
        let all = self.tombstones(work);
        all.into_iter().find(|(_, own)| own.id.value == id)
    }

    /// All of a current text, each with the section after which it stands.
    fn tombstones(&self, work: usize) -> Vec<(SectionKey, &RetiredSectionYaml)> {
        let text = &self.publication.works[work];
        let Some(file) = &text.lineage.retired else { return Vec::new() };
        let all: Vec<&RetiredSectionYaml> = file.yaml.sections.iter().map(|own| &own.value).collect();
        let stands = |id: &str| {
            text.current().pages().find_map(|(chapter, page)| {
                let section = page.sections.iter().position(|own| own.id == id)?;
                Some(SectionKey { work, chapter, section })
            })
        };
        let first = || text.current().pages().next().map(|(chapter, _)| SectionKey { work, chapter, section: 0 });
        let place = |own: &RetiredSectionYaml| {
            // What it stood after may have been deleted too: no more steps than there are.
            let mut after = own.after.as_ref().map(|id| id.value.as_str());
            for _ in 0..all.len() {
                match after {
                    Some(id) if stands(id).is_none() => {
                        let next = all.iter().find(|other| other.id.value == id).and_then(|other| other.after.as_ref());
                        after = next.map(|id| id.value.as_str());
                    }
                    _ => break,
                }
            }
            after.and_then(stands).or_else(first)
        };
        all.iter().filter_map(|own| Some((place(own)?, *own))).collect()
    }

    /// The notes of a page's deleted sections, by the section after which they stand: their ids, and what they say in a language.
    pub(super) fn tombstones_of(&self, work: usize, key: ChapterKey) -> Vec<(usize, &RetiredSectionYaml)> {
        let all = self.tombstones(work).into_iter().filter(|(place, _)| place.chapter == key);
        all.map(|(place, own)| (place.section, own)).collect()
    }

    pub(super) fn tombstone_text(&self, work: usize, own: &RetiredSectionYaml, language: usize) -> String {
        let publication = &self.publication;
        let tag = &publication.languages[language].tag;
        let title = own.title.get(tag).or(own.title.entries.first().map(|(_, title)| &title.value));
        let arguments = [("title", title.map_or("", String::as_str)), ("edition", own.since.0.as_str())];
        let mut html =
            format!("<p class=\"review\" role=\"note\">{}", escaped(&self.text(language, "section-retired", &arguments)));
        let address = |place: usize, id: &str| {
            let text = &publication.works[place];
            text.authority(language)?;
            let (key, _) = text.current().pages().find_map(|(chapter, page)| {
                let section = page.sections.iter().position(|own| own.id == id && own.versions[language].is_some())?;
                Some((SectionKey { work: place, chapter, section }, ()))
            })?;
            Some((html::address(publication, key, language), publication.reference(key, language)))
        };
        let mut editions = publication.works[work].lineage.editions.iter().rev();
        if let Some((place, (url, _))) = editions.find_map(|place| Some((*place, address(*place, &own.id.value)?))) {
            let label = escaped(&self.text(language, "section-retired-in", &[("edition", self.number_of(place))]));
            html.push_str(&format!(" <a href=\"{}\">{label}</a>", escaped(&url)));
        }
        if let Some((url, target)) = own.replaced_by.as_ref().and_then(|id| address(work, &id.value)) {
            let label = escaped(&self.text(language, "edition-section-now", &[("target", &target)]));
            html.push_str(&format!(" <a href=\"{}\">{label}</a>", escaped(&url)));
        }
        html.push_str("</p>\n");
        html
    }
}
