//! What a PDF says of the edition that its text is: who adopted it, what it supersedes, what corrects it.
//!
//! Takes: a work with its editions. Gives: the facts of the colophon and the title page, and corrigenda at their sections. That a later
//! edition has superseded this one is no fact of it: the PDF of a frozen text stays the same.

use super::volume::Page;
use crate::documents::edition::{CorrectedYaml, CorrigendumFile};
use crate::documents::work::Status;
use crate::publication::Section;

impl Page<'_> {
    /// Where the text stood when it was frozen, or stands now.
    pub(super) fn status(&self) -> Option<Status> {
        let frozen = self.work.lineage.frozen.as_ref();
        frozen.map_or(self.edition.status, |frozen| Some(frozen.file.yaml.status.value))
    }

    fn corrigenda(&self) -> &[CorrigendumFile] {
        self.work.lineage.frozen.as_ref().map_or(&[], |frozen| frozen.corrigenda.as_slice())
    }

    /// “Edition 1.0”, or “Edition 1.0, corrigendum 1”.
    pub(super) fn edition_name(&self, language: usize) -> String {
        let messages = &self.publication.messages;
        let number = self.edition.number.as_deref().unwrap_or_default();
        match self.corrigenda().last() {
            None => messages.text(language, "edition", &[("number", number)]),
            Some(last) => {
                let last = last.number.to_string();
                messages.text(language, "edition-corrected", &[("number", number), ("corrigendum", &last)])
            }
        }
    }

    /// The facts of the edition in one language, as arguments of the theme.
    pub(super) fn history_in(&mut self, language: usize) {
        let (adopted, supersedes) = (self.adopted(language), self.supersedes(language));
        let uncollated = match &self.work.lineage.frozen {
            Some(frozen) if frozen.file.yaml.uncollated == Some(true) => {
                self.publication.messages.text(language, "edition-uncollated", &[])
            }
            _ => String::new(),
        };
        let corrigenda: Vec<String> = self
            .corrigenda()
            .iter()
            .flat_map(|file| {
                let all = file.yaml.corrections.iter().map(|own| &own.value);
                let tag = &self.publication.languages[language].tag;
                let own = all.filter_map(|own| own.texts.get(tag));
                own.map(|own| self.corrigendum(file, own, language)).collect::<Vec<_>>()
            })
            .collect();
        let markup = &mut self.writer.markup;
        markup.entry("adopted", &adopted);
        markup.entry("supersedes", &supersedes);
        markup.entry("uncollated", &uncollated);
        markup.raw("corrigenda: (");
        for text in corrigenda {
            markup.string(&text);
            markup.raw(", ");
        }
        markup.raw("), ");
    }

    /// Who adopted it, when, and where that is recorded; empty where nobody has, or nothing is recorded of it.
    fn adopted(&self, language: usize) -> String {
        let own = &self.publication.languages[language];
        let adoption = match &self.work.lineage.frozen {
            Some(frozen) => frozen.file.yaml.adoption.as_ref(),
            None => self.edition.adoption.as_ref(),
        };
        let Some(adoption) = adoption else { return self.consulted(language) };
        let body = adoption.body.get(&own.tag).map_or("", String::as_str);
        let arguments = [("body", body), ("date", &own.date(adoption.date))];
        let mut said = self.publication.messages.text(language, "edition-adopted", &arguments);
        if let Some(record) = &adoption.record {
            said.push(' ');
            said.push_str(&self.publication.messages.text(language, "edition-record", &[("record", record)]));
        }
        said
    }

    /// That nobody has adopted it, and from when to when it is in consultation; empty where that is not recorded.
    fn consulted(&self, language: usize) -> String {
        let own = self.edition.consultation.as_ref().filter(|_| self.status() == Some(Status::InConsultation));
        let day = |day| self.publication.languages[language].date(day);
        own.map_or_else(String::new, |own| {
            let (opens, closes) = (day(own.opens), day(own.closes.value));
            let arguments = [("opens", opens.as_str()), ("closes", &closes)];
            self.publication.messages.text(language, "edition-not-adopted", &arguments)
        })
    }

    /// The latest edition before it.
    fn supersedes(&self, language: usize) -> String {
        let publication = self.publication;
        let of = self.work.lineage.frozen.as_ref().map_or(self.volume.work, |frozen| frozen.of);
        let editions = publication.editions(of);
        let own = editions.iter().position(|place| *place == self.volume.work).unwrap_or(editions.len());
        let Some(before) = own.checked_sub(1).map(|before| publication.works[editions[before]].current()) else {
            return String::new();
        };
        let number = before.number.as_deref().unwrap_or_default();
        let date = before.date.map(|date| publication.languages[language].date(date)).unwrap_or_default();
        publication.messages.text(language, "edition-dated", &[("number", number), ("date", &date)])
    }

    fn corrigendum(&self, file: &CorrigendumFile, own: &CorrectedYaml, language: usize) -> String {
        let language_of = &self.publication.languages[language];
        let number = file.number.to_string();
        let by = file.yaml.by.get(&language_of.tag).map_or("", String::as_str);
        let date = language_of.date(file.yaml.date.value);
        let arguments =
            [("number", number.as_str()), ("date", &date), ("by", by), ("old", &own.old.value), ("new", &own.new)];
        self.publication.messages.text(language, "corrigendum", &arguments)
    }

    /// What corrects a section, after its text.
    pub(super) fn corrections(&mut self, section: &Section) {
        let languages = self.languages.clone();
        for nth in 0..self.corrigenda().len() {
            let texts: Vec<Vec<String>> =
                languages.iter().map(|language| self.corrections_in(nth, section, *language)).collect();
            for place in 0..texts.iter().map(Vec::len).max().unwrap_or_default() {
                self.writer.markup.raw(if languages.len() > 1 { "#row(" } else { "#" });
                for (language, texts) in languages.iter().zip(&texts) {
                    let Some(text) = texts.get(place) else {
                        self.writer.markup.raw("none, ");
                        continue;
                    };
                    let setter = self.writer.setter(*language);
                    self.writer.markup.format(format_args!("{setter}[#corrigendum["));
                    self.writer.markup.escaped(text);
                    self.writer.markup.raw(if languages.len() > 1 { "]], " } else { "]]" });
                }
                self.writer.markup.raw(if languages.len() > 1 { ")\n" } else { "\n" });
            }
        }
    }

    fn corrections_in(&self, nth: usize, section: &Section, language: usize) -> Vec<String> {
        let file = &self.corrigenda()[nth];
        let tag = &self.publication.languages[language].tag;
        let own = file.yaml.corrections.iter().map(|own| &own.value).filter(|own| own.section.value == section.id);
        own.filter_map(|own| own.texts.get(tag)).map(|own| self.corrigendum(file, own, language)).collect()
    }
}
