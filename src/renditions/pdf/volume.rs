//! One PDF as markup: what the theme is told of the edition, then the text, chapter by chapter.
//!
//! Takes: a work, its current edition and the languages that stand in it. Gives: a [`Markup`] whose first lines import the theme's
//! `work.typ` and call its `work`. In one language the blocks follow each other; in several each block stands in a row with its
//! versions. Must not know what any of it looks like.

use std::collections::{BTreeMap, BTreeSet};

use super::ends;
use super::markup::Markup;
use super::text::{Writer, language_arguments};
use super::world::image_path;
use crate::diagnostics::{Diagnostic, sorted};
use crate::documents::CONTENT;
use crate::documents::work::Authority;
use crate::publication::{Chapter, Edition, Publication, Section, Work};
use crate::renditions::{authority, paragraphs, status};

/// Around the name of an argument in a message that Typst fills in. Private use, so that no text holds them by chance.
const ARGUMENT: (char, char) = ('\u{e000}', '\u{e001}');

/// What one PDF holds.
pub struct Volume {
    pub work: usize,
    /// In the order of their columns.
    pub languages: Vec<usize>,
    pub endorsed: bool,
}

/// The markup, or what is wrong in the sources.
pub type Written = Result<Markup, Vec<Diagnostic>>;

pub fn write(publication: &Publication, volume: &Volume) -> Written {
    let mut page = Page::new(publication, volume);
    match page.proceedings() {
        Some(own) => page.book(own),
        None => {
            page.imports("work.typ", &volume.languages);
            page.edition("work.typ", Page::titles);
            page.opening();
            page.text();
        }
    }
    page.written()
}

pub(super) struct Page<'p> {
    pub publication: &'p Publication,
    pub volume: &'p Volume,
    pub work: &'p Work,
    pub edition: &'p Edition,
    pub writer: Writer<'p>,
    /// Of the text that is being written.
    pub languages: Vec<usize>,
    /// How much deeper its sections lie in this PDF than in their own text, and how much smaller their headings are.
    pub depth: Depth,
    /// Whether the end of the text belongs to what follows it.
    pub followed: bool,
    /// At how many places a page may end, so far.
    places: usize,
}

#[derive(Clone, Copy, Default)]
pub(super) struct Depth {
    pub levels: i8,
    pub looks: i8,
}

impl<'p> Page<'p> {
    pub(super) fn new(publication: &'p Publication, volume: &'p Volume) -> Self {
        let work = &publication.works[volume.work];
        let languages = volume.languages.clone();
        let markup = Markup::new(format!("{CONTENT}/{}/work.yaml", work.folder).into());
        let writer = Writer::new(publication, volume.work, languages.clone(), markup);
        Page {
            publication,
            volume,
            work,
            edition: work.current(),
            writer,
            languages,
            depth: Depth::default(),
            followed: false,
            places: 0,
        }
    }

    pub(super) fn written(self) -> Written {
        if self.writer.diagnostics.is_empty() { Ok(self.writer.markup) } else { Err(sorted(self.writer.diagnostics)) }
    }

    /// The import, and a function for each language.
    pub(super) fn imports(&mut self, main: &str, languages: &[usize]) {
        self.writer.markup.raw(&ends::preamble(&BTreeSet::new()));
        self.writer.markup.preamble_ends();
        self.writer.markup.format(format_args!("#import \"/theme/{main}\": *\n"));
        for language in languages {
            let (setter, set) = (self.writer.setter(*language), self.language(*language));
            self.writer.markup.format(format_args!("#let {setter}(body) = text({set}, body)\n"));
        }
    }

    /// All the theme is told of the edition.
    pub(super) fn edition(&mut self, main: &str, titles: impl FnOnce(&mut Self)) {
        self.writer.markup.raw("#let edition = (\n");
        let fingerprint = self.publication.edition_fingerprint(self.volume.work);
        self.writer.markup.entry("fingerprint", &fingerprint);
        self.facts();
        if self.proceedings().is_some() {
            self.writer.markup.raw("papers: true, ");
        }
        self.writer.markup.raw("languages: (\n");
        for language in &self.volume.languages {
            self.facts_in(*language, main);
        }
        self.writer.markup.raw("),\ntitles: (..(:),\n");
        titles(self);
        self.writer.markup.raw("),\n)\n");
    }

    /// The call of the whole, with the introduction.
    pub(super) fn opening(&mut self) {
        self.writer.markup.raw("#show: work.with(edition, ");
        // The text alone changes with no endorsement.
        if self.volume.endorsed {
            self.endorsements();
        }
        self.writer.markup.raw("introduction: ");
        match &self.edition.index {
            Some(index) => {
                self.writer.markup.raw("[\n");
                self.chapter(index, true);
                self.writer.markup.raw("])\n");
            }
            None => self.writer.markup.raw("none)\n"),
        }
    }

    fn language(&self, language: usize) -> String {
        let own = &self.publication.languages[language];
        language_arguments(&own.tag, own.direction)
    }

    /// What is the same in all languages.
    pub(super) fn facts(&mut self) {
        let number = self.edition.number.as_deref().unwrap_or_default();
        let (introduction, status) = (self.introduction(), self.status());
        let markup = &mut self.writer.markup;
        markup.entry("number", number);
        markup.format(format_args!("endorsed: {}, endorsable: {}, ", self.volume.endorsed, self.work.endorsable));
        markup.entry("state", status.map_or("", |status| status.word()));
        markup.entry("introduction", &introduction);
        match &self.work.licence {
            Some((identifier, address)) => {
                markup.raw("licence: (");
                markup.entry("name", identifier);
                markup.entry("address", address);
                markup.raw("),\n");
            }
            None => markup.raw("licence: none,\n"),
        }
        for (key, wanted) in [("authentic", Authority::Authentic), ("courtesy", Authority::Courtesy)] {
            markup.format(format_args!("{key}: ("));
            for (language, _) in self.work.languages.iter().filter(|(_, authority)| *authority == wanted) {
                markup.string(&self.publication.languages[*language].name);
                markup.raw(", ");
            }
            markup.raw("),\n");
        }
    }

    /// What links to the introduction lead to, after the language.
    fn introduction(&self) -> String {
        let Some(index) = &self.edition.index else { return String::new() };
        let first = self.volume.languages.first().copied().unwrap_or_default();
        let anchor = index.sections.first().map(|opening| self.writer.anchor(&index.path, &opening.id, first));
        anchor.and_then(|anchor| Some(anchor.split_once(':')?.1.to_owned())).unwrap_or_default()
    }

    pub(super) fn facts_in(&mut self, language: usize, main: &str) {
        let (publication, work, edition) = (self.publication, self.work, self.edition);
        let (state, name) = (self.status(), self.edition_name(language));
        let own = &publication.languages[language];
        let text = |key: &str| publication.messages.text(language, key, &[]);
        let of = |texts: &Vec<String>| texts.get(language).cloned().unwrap_or_default();
        let shown = status(publication, work, state, language);
        let address = publication.addresses.absolute(&publication.addresses.work(self.volume.work, language));
        let publisher = publication.book.publisher.get(&own.tag).cloned().unwrap_or_default();
        let (setter, set) = (self.writer.setter(language), self.language(language));
        let collated = match &work.lineage.frozen {
            // Its record says it: records of comparisons are the current text's.
            Some(_) => text("edition-collated"),
            None => collated(publication, self.volume.work, language),
        };
        let markup = &mut self.writer.markup;
        markup.format(format_args!("(language: {setter}, {set}, "));
        markup.entry("collated", &collated);
        markup.entry("tag", &own.tag);
        markup.entry("name", &own.name);
        markup.entry("title", &of(&work.title));
        markup.entry("short-title", &of(&work.short_title));
        markup.entry("summary", &of(&work.summary));
        markup.entry("publisher", &publisher);
        markup.entry("logo", &publication.look.logos.get(language).map(|logo| image_path(&logo.image)).unwrap_or_default());
        markup.entry("edition", &name);
        markup.entry("date", &edition.date.map(|date| own.date(date)).unwrap_or_default());
        markup.entry("status", &shown);
        markup.entry("authority", &authority(publication, work, language));
        markup.entry("address", &address);
        let as_at = publication.register.as_at.filter(|_| self.volume.endorsed);
        markup.entry("as-at", &as_at.map(|day| own.date(day).replace(' ', "\u{a0}")).unwrap_or_default());
        // The text alone does not change with what is said of endorsing it.
        let endorsing = if self.volume.endorsed { of(&work.endorsing) } else { String::new() };
        self.history_in(language);
        let markup = &mut self.writer.markup;
        markup.raw("endorsing: (");
        for paragraph in paragraphs(&endorsing) {
            markup.string(&paragraph);
            markup.raw(", ");
        }
        markup.raw("),\ntexts: (..(:), ");
        for (key, text) in texts(publication, main, language) {
            markup.string(&key);
            markup.raw(": ");
            markup.string(&text);
            markup.raw(", ");
        }
        markup.raw("),\n),\n");
    }

    /// For the table of contents and running heads: the titles of each section without their notes, by the first one's anchor.
    fn titles(&mut self) {
        let edition = self.edition;
        edition.pages().for_each(|(_, chapter)| self.titles_of(chapter));
    }

    pub(super) fn titles_of(&mut self, chapter: &Chapter) {
        for section in &chapter.sections {
            let present = |language: &&usize| section.versions[**language].is_some();
            let Some(first) = self.volume.languages.iter().find(present) else { continue };
            let anchor = self.writer.anchor(&chapter.path, &section.id, *first);
            self.writer.markup.string(&anchor);
            self.writer.markup.raw(": (");
            for language in &self.volume.languages {
                self.version(chapter, section, *language, false);
            }
            self.writer.markup.raw("),\n");
        }
    }

    fn text(&mut self) {
        for chapter in &self.edition.chapters {
            self.chapter(chapter, false);
        }
    }

    /// A page may end here.
    pub(super) fn may_end(&mut self, opening: bool) {
        self.writer.markup.raw(&ends::place(self.places, opening));
        self.places += 1;
    }

    /// A title in one language, with the name that links know it by.
    pub(super) fn version(&mut self, chapter: &Chapter, section: &Section, language: usize, with_notes: bool) {
        let document = chapter.documents[language];
        let Some((index, version)) = document.zip(section.versions[language].as_ref()) else {
            return self.writer.markup.raw("none, ");
        };
        let (setter, anchor) = (self.writer.setter(language), self.writer.anchor(&chapter.path, &section.id, language));
        self.writer.markup.format(format_args!("(language: {setter}, "));
        self.writer.markup.entry("id", &anchor);
        if with_notes {
            self.writer.markup.raw("title: [");
            self.writer.title(index, version.section, true);
            self.writer.markup.raw("], ");
            let facets = self.facets(index, version.section, language);
            self.writer.markup.entry("facets", &facets);
        }
        self.writer.markup.raw("plain: [");
        self.writer.title(index, version.section, false);
        self.writer.markup.raw("]), ");
    }
}

impl Page<'_> {
    /// How a section is sorted, in words: “Level: Planning · For: Police, Courts”.
    fn facets(&self, index: usize, section: usize, language: usize) -> String {
        let publication = self.publication;
        let Some(values) = publication.facets[index].get(section) else { return String::new() };
        let listed = |before: String, next: String| {
            publication.messages.text(language, "pdf-listed", &[("before", &before), ("next", &next)])
        };
        let parts = publication.sorting(self.volume.work, values, language).into_iter().map(|sorting| {
            let names = sorting.values.into_iter().map(|(_, name)| name).reduce(listed).unwrap_or_default();
            format!("{} {names}", sorting.label)
        });
        parts.collect::<Vec<_>>().join(" · ")
    }
}

/// The messages that a Typst file of the theme and all it imports ask for, with the names of their arguments where the values will stand.
/// A message that chooses its words by an argument takes its default words here.
pub(super) fn texts(publication: &Publication, main: &str, language: usize) -> BTreeMap<String, String> {
    let text = |asked: crate::locale::Use| {
        let (open, close) = ARGUMENT;
        let values: Vec<(String, String)> =
            asked.arguments.into_iter().map(|name| (name.clone(), format!("{open}{name}{close}"))).collect();
        let arguments: Vec<(&str, &str)> = values.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        let text = publication.messages.text(language, &asked.key, &arguments);
        (asked.key, text)
    };
    publication.theme.typst_uses(main).into_iter().map(text).collect()
}

/// How many sections were compared, and by which roles; empty where nobody has begun.
fn collated(publication: &Publication, work: usize, language: usize) -> String {
    if !publication.concordance.has_begun(work) {
        return String::new();
    }
    let compared = publication.compared(work);
    let own = &publication.languages[language];
    let settled = compared.iter().filter(|unit| unit.is_settled()).count();
    let text = |key: &str, arguments: &[(&str, &str)]| publication.messages.text(language, key, arguments);
    let roles: Vec<String> =
        publication.collating_roles(work).into_iter().map(|role| text(&format!("role-{}", role.word()), &[])).collect();
    let (settled, all) = (own.number(settled), own.number(compared.len()));
    text("collated-by", &[("collated", &settled), ("sections", &all), ("roles", &roles.join(", "))])
}
