//! Views: the flat values that templates see.
//!
//! Each page gets only what it shows: no list of all chapters, no counter of the whole site, so that a change elsewhere leaves its
//! bytes alone. `docs/theming.md` lists the same fields for whoever writes a theme.

use camino::Utf8PathBuf;
use serde::Serialize;
use tera::Value;

use super::Site;
use crate::documents::work::Status;
use crate::publication::{Chapter, ChapterKey, Work};
use crate::renditions::html::escaped;
use crate::renditions::{Offered, PdfFile, authority, paragraphs, status};

/// A version of this page in another language, for search engines.
#[derive(Serialize)]
pub struct Alternate {
    pub hreflang: String,
    pub url: String,
}

/// An entry of the language switch.
#[derive(Serialize)]
pub struct LanguageView {
    pub tag: String,
    pub name: String,
    pub dir: &'static str,
    pub url: String,
    pub current: bool,
}

/// One language's side of the front door.
#[derive(Serialize)]
pub struct Panel {
    pub lang: String,
    pub dir: &'static str,
    pub name: String,
    pub title: String,
    /// The home page's title.
    pub heading: String,
    pub publisher: String,
    pub summary: String,
    pub status: String,
    pub edition: String,
    pub url: String,
    pub enter: String,
}

#[derive(Serialize)]
pub struct WorkView {
    /// The word of `work.yaml`: guidelines, manual.
    pub kind: &'static str,
    pub title: String,
    pub short_title: String,
    pub url: String,
    pub summary: String,
    pub status: String,
    pub edition: String,
    pub date: String,
    /// From when to when anybody is asked for comments; empty where nobody is.
    pub consultation: String,
    pub authority: String,
    /// Paragraphs.
    pub endorsing: Vec<String>,
    /// Whether institutions may endorse this edition.
    pub endorsable: bool,
    /// Whether search engines should not list its pages: a later text counts instead.
    pub unlisted: bool,
    pub licence: String,
    pub parallels: Vec<Pairing>,
}

/// The way to a page beside another language.
#[derive(Serialize)]
pub struct Pairing {
    pub url: String,
    pub name: String,
    /// The languages of the pair, for a list of pairs.
    pub names: String,
    pub lang: String,
}

/// An entry of a page's or a work's contents.
#[derive(Serialize)]
pub struct Entry {
    pub id: String,
    pub number: String,
    pub title: String,
    pub url: String,
    pub level: u8,
    pub sections: Vec<Entry>,
}

#[derive(Serialize)]
pub struct ColumnView {
    pub lang: String,
    pub dir: &'static str,
    pub name: String,
    pub title_html: String,
    pub number: String,
    pub url: String,
}

#[derive(Serialize)]
pub struct Download {
    pub url: String,
    pub label: String,
    pub lang: String,
    pub kind: &'static str,
    pub parallel: bool,
    /// “PDF”.
    pub format: &'static str,
    /// “1.2 MB”; empty in a preview, which makes no file before somebody asks for it.
    pub size: String,
    /// The edition's, in words and as `<time datetime>` takes it.
    pub date: String,
    pub date_iso: String,
    pub sha256: String,
}

impl Site {
    pub(super) fn text(&self, language: usize, key: &str, arguments: &[(&str, &str)]) -> String {
        self.publication.messages.text(language, key, arguments)
    }

    /// The switch between the languages in which a page exists.
    pub(super) fn languages_view(&self, current: usize, pages: &[(usize, String)]) -> Vec<LanguageView> {
        let view = |(language, url): &(usize, String)| {
            let own = &self.publication.languages[*language];
            let (tag, name, dir) = (own.tag.clone(), own.name.clone(), own.direction.name());
            LanguageView { tag, name, dir, url: url.clone(), current: *language == current }
        };
        pages.iter().map(view).collect()
    }

    /// The same pages for search engines; `neutral` is the one for a reader of no particular language.
    pub(super) fn alternates(&self, pages: &[(usize, String)], neutral: &str) -> Vec<Alternate> {
        let absolute = |address: &str| self.publication.addresses.absolute(address);
        let one = |(language, url): &(usize, String)| Alternate {
            hreflang: self.publication.languages[*language].tag.clone(),
            url: absolute(url),
        };
        let neutral = Alternate { hreflang: "x-default".to_owned(), url: absolute(neutral) };
        pages.iter().map(one).chain([neutral]).collect()
    }

    pub(super) fn status(&self, work: &Work, language: usize) -> String {
        status(&self.publication, work, work.current().status, language)
    }

    /// The days of a text's consultation, while it is a draft.
    pub(super) fn consultation(&self, work: &Work, language: usize) -> String {
        let edition = work.current();
        let open = edition.consultation.as_ref().filter(|_| edition.status == Some(Status::InConsultation));
        open.map_or_else(String::new, |own| {
            let day = |day| self.publication.languages[language].date(day);
            let (opens, closes) = (day(own.opens), day(own.closes.value));
            self.text(language, "edition-consultation", &[("opens", &opens), ("closes", &closes)])
        })
    }

    /// What a work's pages say of it, and the same as templates see it: every page of the work has it.
    pub(super) fn work_view(&self, number: usize, language: usize) -> &(WorkView, Value) {
        self.work_views[number][language].get_or_init(|| {
            let view = self.make_work_view(number, language);
            let value = Value::from_serializable(&view);
            (view, value)
        })
    }

    fn make_work_view(&self, number: usize, language: usize) -> WorkView {
        let work = &self.publication.works[number];
        let edition = work.current();
        WorkView {
            kind: work.kind.word(),
            title: work.title[language].clone(),
            short_title: work.short_title[language].clone(),
            url: self.publication.addresses.work(number, language),
            summary: work.summary[language].clone(),
            status: self.status(work, language),
            edition: edition
                .number
                .as_ref()
                .map_or_else(String::new, |number| self.text(language, "edition", &[("number", number)])),
            date: edition.date.map_or_else(String::new, |date| self.publication.languages[language].date(date)),
            consultation: self.consultation(work, language),
            authority: authority(&self.publication, work, language),
            endorsing: paragraphs(&work.endorsing[language]),
            endorsable: work.endorsable,
            unlisted: !self.is_listed(number),
            licence: work.licence.as_ref().map_or_else(String::new, |(identifier, _)| identifier.clone()),
            parallels: self.first_pairings(number, language),
        }
    }

    /// The first chapter of a work beside each other language.
    pub(super) fn first_pairings(&self, number: usize, language: usize) -> Vec<Pairing> {
        let edition = self.publication.works[number].current();
        match edition.chapters.first().filter(|chapter| !chapter.within) {
            Some(chapter) => self.pairings(number, ChapterKey::Number(0), chapter, language),
            None => Vec::new(),
        }
    }

    /// A chapter beside each other language it exists in.
    pub(super) fn pairings(&self, work: usize, key: ChapterKey, chapter: &Chapter, language: usize) -> Vec<Pairing> {
        let others = (0..chapter.documents.len()).filter(|other| *other != language && chapter.documents[*other].is_some());
        others
            .map(|other| {
                let (own, there) = (&self.publication.languages[language], &self.publication.languages[other]);
                Pairing {
                    url: self.publication.addresses.parallel(work, key, chapter, language, other),
                    name: there.name.clone(),
                    names: format!("{} · {}", own.name, there.name),
                    lang: there.tag.clone(),
                }
            })
            .collect()
    }

    /// The sections of one page, for its own contents.
    pub(super) fn toc(&self, chapter: &Chapter, language: usize) -> Value {
        Value::from_serializable(&self.sections(chapter, language))
    }

    fn sections(&self, chapter: &Chapter, language: usize) -> Vec<Entry> {
        let sections = chapter.sections[1..].iter().filter(|section| section.versions[language].is_some());
        sections
            .map(|section| Entry {
                id: section.id.clone(),
                number: section.number.clone(),
                title: section.title(language).to_owned(),
                url: format!("#{}", section.id),
                level: section.level,
                sections: Vec::new(),
            })
            .collect()
    }

    /// A chapter as an entry, with its sections where `deep`.
    pub(super) fn entry(&self, work: usize, key: ChapterKey, chapter: &Chapter, language: usize, deep: bool) -> Entry {
        let url = self.publication.addresses.chapter(work, key, chapter, language);
        let mut sections = if deep { self.sections(chapter, language) } else { Vec::new() };
        for section in &mut sections {
            section.url = format!("{url}{}", section.url);
        }
        let opening = &chapter.sections[0];
        let (id, number) = (opening.id.clone(), opening.number.clone());
        Entry { id, number, title: chapter.title(language).to_owned(), url, level: 1, sections }
    }

    /// The chapters before and after one; pages of the publication's own follow no order.
    pub(super) fn neighbours(&self, work: usize, key: ChapterKey, language: usize) -> (Option<Entry>, Option<Entry>) {
        let ChapterKey::Number(number) = key else { return (None, None) };
        if self.publication.works[work].kind.is_collection() {
            return (None, None);
        }
        let edition = self.publication.works[work].current();
        let entry = |number: usize| {
            let chapter = edition.chapters.get(number).filter(|chapter| chapter.documents[language].is_some())?;
            Some(self.entry(work, ChapterKey::Number(number), chapter, language, false))
        };
        (number.checked_sub(1).and_then(entry), entry(number + 1))
    }

    pub(super) fn column_view(&self, work: usize, key: ChapterKey, chapter: &Chapter, language: usize) -> ColumnView {
        let own = &self.publication.languages[language];
        ColumnView {
            lang: own.tag.clone(),
            dir: own.direction.name(),
            name: own.name.clone(),
            title_html: escaped(chapter.title(language)),
            number: chapter.sections[0].number.clone(),
            url: self.publication.addresses.chapter(work, key, chapter, language),
        }
    }

    /// The PDFs of a work's edition that were made; those that show only other languages are on those languages' pages.
    pub(super) fn downloads(&self, number: usize, language: usize, offered: &Offered) -> Vec<Download> {
        let files = crate::renditions::pdf_files(&self.publication, number).into_iter();
        let own = files.filter(|file| file.languages.contains(&language));
        let download = |file: PdfFile| {
            let said = if file.endorsed { ("download-endorsed", "endorsed") } else { ("download-text", "text") };
            self.download((number, language), (file.address, &file.languages), said, offered)
        };
        own.filter_map(download).collect()
    }

    /// A file with these languages, as a page in another may say it; nothing where it was not made.
    pub(super) fn download(
        &self,
        (number, language): (usize, usize),
        (url, languages): (String, &[usize]),
        (key, kind): (&str, &'static str),
        offered: &Offered,
    ) -> Option<Download> {
        let publication = &self.publication;
        let facts = offered.get(&Utf8PathBuf::from(publication.addresses.file(&url)))?;
        let day = publication.works[number].current().date;
        let names: Vec<&str> = languages.iter().map(|own| publication.languages[*own].name.as_str()).collect();
        let alone = if let [own] = languages { Some(publication.languages[*own].tag.clone()) } else { None };
        Some(Download {
            url,
            label: self.text(language, key, &[("languages", &names.join(" · "))]),
            parallel: alone.is_none(),
            lang: alone.unwrap_or_default(),
            kind,
            format: "PDF",
            size: if facts.is_known() { self.file_size(facts.size, language) } else { String::new() },
            date: day.map_or_else(String::new, |day| publication.languages[language].date(day)),
            date_iso: day.map_or_else(String::new, |day| day.to_string()),
            sha256: facts.sha256.clone(),
        })
    }

    /// A file's size as a reader of the language writes it: “1.2 MB”.
    pub(super) fn file_size(&self, bytes: u64, language: usize) -> String {
        let own = &self.publication.languages[language];
        // Decimal units, as systems that show files to people count: one kilobyte is a thousand bytes.
        let (key, tenths) = if bytes >= 1_000_000 {
            ("size-megabytes", bytes / 100_000)
        } else {
            ("size-kilobytes", bytes.div_ceil(1000) * 10)
        };
        self.text(language, key, &[("number", &own.tenths(tenths))])
    }
}
