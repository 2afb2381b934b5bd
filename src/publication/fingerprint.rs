//! Fingerprints: a hash of what a reader of a section can see.
//!
//! Takes: the documents with what their links and figures lead to. Gives: `1:` and BLAKE3's first 128 bits for every section in every language. In: text, emphasis,
//! lists, cells, breaks, footnotes where they are referred to, links as what they lead to, figures as their bytes and alt text. Out:
//! heading level, file, order, numbers, wrapping, spelling of the markup. A change of what is in or out is a new version prefix.

use std::borrow::Cow;
use std::hash::Hash;
use std::ops::Range;
use std::sync::{Arc, OnceLock};

use icu::normalizer::ComposingNormalizerBorrowed;

use super::{Image, Publication, SectionKey, Target, Work};
use crate::documents::Document;
use crate::documents::arena::{BlockKind, InlineKind, Visit, walk};
use crate::memo::{Key, Memo, Seal};

/// The hash of each section of a document, in the order of [`Document::sections`].
/// `facets` says of each section how it is sorted; it is empty where sections are not.
fn of(
    works: &[Work],
    document: &Document,
    targets: &[Target],
    images: &[Option<Arc<Image>>],
    facets: &[String],
) -> Vec<String> {
    let mut writer = Writer { works, document, targets, images, id_of: &|_| None, seen: String::new() };
    let facets = |number: usize| facets.get(number).map_or("", String::as_str);
    (0..document.sections.len()).map(|number| writer.section(number, facets(number))).collect()
}

/// All that fingerprints are made of: what stages before the publication are asked for them too, such as its concordance.
#[derive(Clone, Copy)]
pub(super) struct Seen<'p> {
    pub works: &'p [Work],
    pub documents: &'p [Document],
    pub targets: &'p [Vec<Target>],
    pub images: &'p [Vec<Option<Arc<Image>>>],
    pub facets: &'p [Vec<super::facets::Values>],
    /// For each document, made when first asked for.
    pub made: &'p [OnceLock<Arc<Vec<String>>>],
    /// The hash of `book.toml`.
    pub settings: &'p Key,
    pub memo: &'p Memo,
}

impl<'p> Seen<'p> {
    /// The hash of what a reader sees of each section of a document.
    pub fn fingerprints(&self, document: usize) -> &'p [String] {
        self.made[document].get_or_init(|| {
            let (own, targets, images) = (&self.documents[document], &self.targets[document], &self.images[document]);
            let facets = self.facet_ids(document);
            let depends = |seal: &mut Seal| {
                let links = targets.iter().map(|target| led_to(self.works, target));
                let images = images.iter().map(|image| image.as_ref().map(|image| image.hash.as_bytes()));
                (own.source.seal(), self.settings, &facets).hash(seal);
                links.for_each(|link| link.hash(seal));
                images.for_each(|image| image.hash(seal));
            };
            self.memo.or("fingerprints", depends, || of(self.works, own, targets, images, &facets))
        })
    }

    /// The hash that a section would have if the sections that its links lead to had other ids.
    pub fn fingerprint_as<'i>(
        &self,
        document: usize,
        section: usize,
        id_of: &'i dyn Fn(SectionKey) -> Option<&'i str>,
    ) -> String {
        let facets = self.facet_ids(document);
        let (targets, images) = (&self.targets[document], &self.images[document]);
        let (works, document) = (self.works, &self.documents[document]);
        let mut writer = Writer { works, document, targets, images, id_of, seen: String::new() };
        writer.section(section, facets.get(section).map_or("", String::as_str))
    }

    /// For each section of a document, how it is sorted, as a fingerprint takes it; nothing where the work has no facets.
    fn facet_ids(&self, document: usize) -> Vec<String> {
        let folder = self.documents[document].path.ancestors().skip(1);
        let work = folder.filter_map(|folder| self.works.iter().find(|work| work.folder == folder)).next();
        let Some(work) = work.filter(|work| !work.facets.is_empty()) else { return Vec::new() };
        self.facets[document].iter().map(|values| super::facets::ids(&work.facets, values)).collect()
    }
}

/// The hash of texts that belong to no document, each with the name of what it is.
pub(super) fn of_texts<'t>(texts: impl IntoIterator<Item = (&'t str, &'t str)>) -> String {
    let mut seen = String::new();
    for (name, text) in texts {
        seen.extend(["\u{2}", name, "\u{3}", text]);
    }
    hashed(&seen)
}

fn hashed(seen: &str) -> String {
    let normal = match is_composed(seen) {
        true => Cow::Borrowed(seen),
        false => ComposingNormalizerBorrowed::new_nfc().normalize(seen),
    };
    let collapsed = if is_collapsed(&normal) { normal } else { collapse(&normal).into() };
    let hash = blake3::hash(collapsed.as_bytes()).to_hex();
    ["1:", &hash[..32]].concat()
}

impl Publication {
    /// The hash of what a reader sees of each section of a document.
    pub fn fingerprints(&self, document: usize) -> &[String] {
        self.seen().fingerprints(document)
    }

    pub(super) fn seen(&self) -> Seen<'_> {
        Seen {
            works: &self.works,
            documents: &self.documents,
            targets: &self.targets,
            images: &self.images,
            facets: &self.facets,
            made: &self.fingerprints,
            settings: self.book.source.seal(),
            memo: Memo::none(),
        }
    }

    /// What identifies the text of an edition in all its languages; of a frozen one, what was recorded of it.
    pub fn edition_fingerprint(&self, work: usize) -> String {
        let recorded = self.works.get(work).and_then(|work| work.lineage.frozen.as_ref());
        recorded.map_or_else(|| self.text_fingerprint(work), |frozen| frozen.file.yaml.fingerprint.value.clone())
    }

    /// A hash over the ordered sections of a text, each with its id and the fingerprints of its versions, after the version of what is
    /// hashed. Endorsements never change it.
    pub fn text_fingerprint(&self, work: usize) -> String {
        let mut hasher = blake3::Hasher::new();
        let Some(work) = self.works.get(work) else { return String::new() };
        let chapters = work.current().pages().map(|(_, chapter)| chapter);
        for (chapter, section) in chapters.flat_map(|chapter| chapter.sections.iter().map(move |section| (chapter, section)))
        {
            for (language, _) in &work.languages {
                let document = chapter.documents[*language];
                let Some((document, version)) = document.zip(section.versions[*language].as_ref()) else { continue };
                let tag = &self.languages[*language].tag;
                let fingerprint = &self.fingerprints(document)[version.section];
                for part in [section.id.as_str(), "\t", tag, "\t", fingerprint, "\n"] {
                    hasher.update(part.as_bytes());
                }
            }
        }
        format!("1:{}", &hasher.finalize().to_hex()[..32])
    }
}

struct Writer<'p, 'i> {
    works: &'p [Work],
    document: &'p Document,
    targets: &'p [Target],
    images: &'p [Option<Arc<Image>>],
    /// The id that a section is to have instead of its own.
    id_of: &'i dyn Fn(SectionKey) -> Option<&'i str>,
    /// What is hashed: marks below U+0020 around texts.
    seen: String,
}

impl Writer<'_, '_> {
    fn section(&mut self, number: usize, facets: &str) -> String {
        self.seen.clear();
        let section = &self.document.sections[number];
        match section.heading {
            Some(heading) => self.inlines(self.document.blocks[heading as usize].inlines.clone()),
            None => self.seen.push_str(&self.document.front.title.value),
        }
        if !facets.is_empty() {
            self.mark_with("facets", facets);
        }
        self.seen.push('\u{1}');
        self.blocks(section.blocks.clone(), 0);
        hashed(&self.seen)
    }

    fn mark(&mut self, name: &str) {
        self.seen.extend(["\u{2}", name, "\u{3}"]);
    }

    fn mark_with(&mut self, name: &str, detail: &str) {
        self.seen.extend(["\u{2}", name, " ", detail, "\u{3}"]);
    }

    fn blocks(&mut self, range: Range<u32>, depth: usize) {
        let document = self.document;
        document.flow(range, |visit| match visit {
            Visit::Enter(_, block) => {
                match &block.kind {
                    BlockKind::List { start: None } => self.mark("list None"),
                    BlockKind::List { start: Some(start) } => self.mark_with("list", &format!("Some({start})")),
                    BlockKind::Item { task: None } => self.mark("item None"),
                    BlockKind::Item { task: Some(done) } => self.mark_with("item", &format!("Some({done})")),
                    BlockKind::Quote => self.mark("quote"),
                    BlockKind::Alert(alert) => self.mark(alert.name()),
                    BlockKind::Table { columns } => self.mark_with("table", &columns.len().to_string()),
                    BlockKind::TableRow | BlockKind::TableHead => self.mark("row"),
                    BlockKind::TableCell { column } => self.mark_with("cell", &column.to_string()),
                    BlockKind::Code { language, text } => {
                        self.mark_with("code", document.slice(language));
                        // White space is what code is made of: it is kept by being hashed apart.
                        let hash = blake3::hash(document.slice(text).as_bytes()).to_hex();
                        self.seen.push_str(&hash);
                    }
                    BlockKind::Figure { image } => self.figure(*image),
                    BlockKind::Caption { .. } => self.mark("caption"),
                    BlockKind::Html { text } | BlockKind::Markup { html: text, .. } => {
                        self.seen.push_str(document.slice(text))
                    }
                    BlockKind::Rule => self.mark("rule"),
                    BlockKind::Term => self.mark("term"),
                    BlockKind::Description => self.mark("description"),
                    BlockKind::Paragraph | BlockKind::Plain => self.mark("text"),
                    // A note's body counts where the text refers to it.
                    BlockKind::Note { .. } | BlockKind::DefinitionList | BlockKind::Heading { .. } => {}
                }
                self.inlines_at(block.inlines.clone(), depth);
            }
            Visit::Leave(_, block) => {
                if matches!(block.kind, BlockKind::List { .. } | BlockKind::Quote | BlockKind::Alert(_)) {
                    self.mark("end");
                }
            }
        });
    }

    fn figure(&mut self, image: u32) {
        let alt = &self.document.images[image as usize].alt;
        let bytes = self.images[image as usize].as_ref();
        self.mark_with("figure", &bytes.map_or_else(String::new, |image| image.hash.to_hex().to_string()));
        self.seen.push_str(alt);
    }

    fn inlines(&mut self, range: Range<u32>) {
        self.inlines_at(range, 0);
    }

    fn inlines_at(&mut self, range: Range<u32>, depth: usize) {
        let document = self.document;
        walk(&document.inlines, range, |visit| match visit {
            Visit::Enter(_, inline) => match &inline.kind {
                InlineKind::Text(text) | InlineKind::Html(text) | InlineKind::Tag(text) => {
                    self.seen.push_str(document.slice(text));
                }
                InlineKind::Code(text) => {
                    self.mark("code");
                    self.seen.push_str(document.slice(text));
                    self.mark("end");
                }
                InlineKind::Emphasis => self.mark("em"),
                InlineKind::Strong => self.mark("strong"),
                InlineKind::Strike => self.mark("strike"),
                // The language of a passage is heard, not seen.
                InlineKind::Passage(_) => {}
                InlineKind::Link(link) => self.link(*link),
                InlineKind::Citation(citation) => {
                    for item in &document.citations[*citation as usize].items {
                        let locator = item.locator.as_deref().unwrap_or_default();
                        let sign = if item.without_author { "-" } else { "" };
                        let prefix = item.prefix.as_deref().unwrap_or_default();
                        self.mark_with("cite", &format!("{prefix} {sign}{} {locator}", item.key.text));
                    }
                }
                // A note that refers to itself, by a detour or not, is followed once.
                InlineKind::NoteRef { note, .. } if depth == 0 => {
                    self.mark("note");
                    let block = document.notes[*note as usize].block;
                    if block != u32::MAX {
                        self.blocks(document.inside(block), 1);
                    }
                    self.mark("end");
                }
                InlineKind::NoteRef { note, .. } => self.mark_with("note", &document.notes[*note as usize].label),
                InlineKind::SoftBreak => self.seen.push(' '),
                InlineKind::HardBreak => self.mark("break"),
            },
            Visit::Leave(_, inline) => match inline.kind {
                InlineKind::Emphasis | InlineKind::Strong | InlineKind::Strike | InlineKind::Link(_) => self.mark("end"),
                _ => {}
            },
        });
    }

    fn link(&mut self, link: u32) {
        let target = &self.targets[link as usize];
        let [whole, sign, own] = led_to(self.works, target);
        let other = match target {
            Target::Section(key) => (self.id_of)(*key),
            _ => None,
        };
        self.seen.push_str("\u{2}link ");
        self.seen.extend([whole, sign, other.unwrap_or(own)]);
        self.seen.push('\u{3}');
    }
}

/// What a reader finds behind a link: an address, or a work and what is there.
fn led_to<'p>(works: &'p [Work], target: &'p Target) -> [&'p str; 3] {
    let within = |work: usize, id: &dyn Fn(&'p Work) -> Option<&'p str>| {
        let work = &works[work];
        [work.home().as_str(), "#", id(work).unwrap_or_default()]
    };
    match target {
        Target::External(address) => [address, "", ""],
        Target::Nowhere => [""; 3],
        Target::Gone(gone) => [&gone.work, "#", &gone.id],
        Target::Float(key) => within(key.work, &|work| Some(work.chapter(key.chapter)?.floats[key.float].id.as_str())),
        Target::Section(key) => within(key.work, &|work| Some(work.chapter(key.chapter)?.sections[key.section].id.as_str())),
    }
}

/// Whether a text is in NFC, as far as a quick look can tell: it is, if no character is beyond U+02FF but punctuation from U+2002 to
/// U+203F, whose first two bytes are E2 80.
fn is_composed(text: &str) -> bool {
    let bytes = text.as_bytes();
    let (seconds, thirds) = (bytes.get(1..).unwrap_or_default(), bytes.get(2..).unwrap_or_default());
    let triples = bytes.iter().zip(seconds).zip(thirds);
    let strange = |first: u8, second: u8, third: u8| {
        let punctuation = (first == 0xE2) & (second == 0x80) & (third >= 0x82);
        (first >= 0xCC) & !punctuation
    };
    // No character of that kind begins in the last two bytes.
    !triples.fold(false, |found, ((first, second), third)| found | strange(*first, *second, *third))
        && bytes.iter().rev().take(2).all(|byte| *byte < 0xCC)
}

/// Whether [`collapse`] would change nothing, as far as a quick look can tell.
fn is_collapsed(text: &str) -> bool {
    // What begins a character of several bytes that may be white space: U+0085, U+00A0, U+1680, U+2000 to U+205F, U+3000.
    let leads = |byte: u8| matches!(byte, 0xC2 | 0xE1 | 0xE2 | 0xE3);
    let bytes = text.as_bytes();
    let one_by_one = bytes.iter().fold(false, |found, byte| found | matches!(byte, b'\t'..=b'\r') | leads(*byte));
    let twice = bytes.iter().zip(bytes.iter().skip(1)).fold(false, |found, pair| found | (pair == (&b' ', &b' ')));
    !(one_by_one || twice || text.starts_with(' ') || text.ends_with(' '))
}

/// White space of any kind and length is one space, and none at either end.
fn collapse(text: &str) -> String {
    let mut collapsed = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        if !collapsed.is_empty() {
            collapsed.push(' ');
        }
        collapsed.push_str(word);
    }
    collapsed
}
