//! Former ids: sections that had another id when they were compared, so that a link to them reads as it did then.
//!
//! A chapter's id comes from its file's name. Whoever renames the file changes nothing that a reader sees, and yet every link to the chapter
//! leads to another id. A record says which id its section had, and where it lies under another name the two are the same section.
//!
//! Takes: records with the sections they belong to. Gives: [`Former`], and records in which a text that differs from the recorded one in such
//! ids alone is the present one. Must not know states.

use std::collections::HashMap;

use super::units::{Material, Subject, Unit};
use crate::documents::RecordFile;
use crate::documents::concordance::Record;
use crate::documents::work::Kind;
use crate::publication::{SectionKey, Target};

/// A text with links to more renamed chapters than these ways to write them can tell apart has to be compared again.
const MOST_WAYS: usize = 16;

/// By section: the ids that it had when it was compared, the latest first.
#[derive(Default)]
pub struct Former {
    ids: HashMap<SectionKey, Vec<String>>,
}

impl Former {
    /// Takes in what a record says of its section's id.
    pub(super) fn note(&mut self, material: &Material<'_>, number: usize, unit: &Unit, file: &RecordFile) {
        let Subject::Section(key) = unit.subject else { return };
        let Some(section) = material.section(key) else { return };
        let record = &file.record;
        let named = record.section.clone().or_else(|| {
            // One that does not say is named by its file, where that is all there is to its address.
            let name = file.path.file_stem().filter(|_| material.seen.works[number].kind != Kind::Pages)?;
            let alone = unit.address.components().count() == 1;
            (alone && !name.starts_with('_')).then(|| name.to_owned())
        });
        let mut ids: Vec<String> = named.into_iter().chain(record.formerly.iter().cloned()).collect();
        ids.retain(|id| *id != section.id);
        if !ids.is_empty() {
            self.ids.insert(key, ids);
        }
    }

    pub fn is_empty(&self) -> bool {
        self.ids.is_empty()
    }

    pub fn of(&self, key: SectionKey) -> &[String] {
        self.ids.get(&key).map_or(&[], Vec::as_slice)
    }

    /// What a unit's text in a language would be if links led to former ids: first all of them to the latest, then to those before, then
    /// each alone. Nothing where no link leads to a section that had another id.
    pub(super) fn texts(&self, material: &Material<'_>, subject: Subject, language: usize) -> Vec<String> {
        let Subject::Section(key) = subject else { return Vec::new() };
        let Some((document, section, _)) = material.version(key, language) else { return Vec::new() };
        let mut renamed: Vec<SectionKey> = Vec::new();
        for target in &material.seen.targets[document] {
            if let Target::Section(key) = target
                && self.ids.contains_key(key)
                && !renamed.contains(key)
                && renamed.len() < MOST_WAYS
            {
                renamed.push(*key);
            }
        }
        let longest = renamed.iter().map(|key| self.of(*key).len()).max().unwrap_or_default();
        let back = |key: &SectionKey, back: usize| {
            let ids = self.of(*key);
            Some((*key, ids.get(back.min(ids.len().checked_sub(1)?))?.as_str()))
        };
        let together = (0..longest).map(|nth| renamed.iter().filter_map(|key| back(key, nth)).collect());
        let alone = renamed.iter().filter(|_| renamed.len() > 1);
        let alone = alone.flat_map(|key| self.of(*key).iter().map(|id| vec![(*key, id.as_str())]));
        let ways: Vec<Vec<(SectionKey, &str)>> = together.chain(alone).take(MOST_WAYS).collect();
        let text = |way: &Vec<(SectionKey, &str)>| {
            let id_of = |key| way.iter().find(|(own, _)| *own == key).map(|(_, id)| *id);
            material.seen.fingerprint_as(document, section, &id_of)
        };
        ways.iter().map(text).collect()
    }

    /// A record in which texts that read as they did, but for former ids, are those of today; none where there are none.
    pub(super) fn renewed(
        &self,
        material: &Material<'_>,
        unit: &Unit,
        record: &Record,
        now: &[Option<String>],
    ) -> Option<Record> {
        let mut renewed: Option<Record> = None;
        for (tag, (language, now)) in material.book.tags().zip(now.iter().enumerate()) {
            let Some(now) = now else { continue };
            let own = record.versions.get(tag).map(|version| &version.text);
            let with = record.versions.values().filter_map(|version| version.with.get(tag));
            let known: Vec<&String> = own.into_iter().chain(with).filter(|text| *text != now).collect();
            if known.is_empty() {
                continue;
            }
            for text in self.texts(material, unit.subject, language) {
                if known.contains(&&text) {
                    renewed.get_or_insert_with(|| record.clone()).replace(tag, &text, now);
                }
            }
        }
        renewed
    }
}
