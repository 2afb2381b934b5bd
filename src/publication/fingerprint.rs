//! Fingerprints: a hash of what a reader of a section can see.
//!
//! Takes: the documents with what their links and figures lead to. Gives: `1:` and BLAKE3's first 128 bits for every section in every language. In: text, emphasis,
//! lists, cells, breaks, footnotes where they are referred to, links as what they lead to, figures as their bytes and alt text. Out:
//! heading level, file, order, numbers, wrapping, spelling of the markup. A change of what is in or out is a new version prefix.

use std::ops::Range;
use std::sync::Arc;

use icu::normalizer::ComposingNormalizerBorrowed;
use rayon::prelude::*;

use super::images::Resolved;
use super::{Image, Target, Work};
use crate::documents::Document;
use crate::documents::arena::{BlockKind, InlineKind, Visit, walk};

/// The hash of each section of each document, by the document's place and the section's.
pub fn all(works: &[Work], documents: &[Document], targets: &[Vec<Target>], images: &Resolved) -> Vec<Vec<String>> {
    let one = |(index, document): (usize, &Document)| {
        let (targets, images) = (&targets[index], &images[index]);
        let section = |number| Writer { works, document, targets, images, seen: String::new() }.section(number);
        (0..document.sections.len()).map(section).collect()
    };
    documents.par_iter().enumerate().map(one).collect()
}

struct Writer<'p> {
    works: &'p [Work],
    document: &'p Document,
    targets: &'p [Target],
    images: &'p [Option<Arc<Image>>],
    /// What is hashed: marks below U+0020 around texts.
    seen: String,
}

impl Writer<'_> {
    fn section(mut self, number: usize) -> String {
        let section = &self.document.sections[number];
        match section.heading {
            Some(heading) => self.inlines(self.document.blocks[heading as usize].inlines.clone()),
            None => self.seen.push_str(&self.document.front.title.value),
        }
        self.seen.push('\u{1}');
        self.blocks(section.blocks.clone(), 0);
        let collapsed: String = collapse(&ComposingNormalizerBorrowed::new_nfc().normalize(&self.seen));
        let hash = blake3::hash(collapsed.as_bytes()).to_hex();
        format!("1:{}", &hash[..32])
    }

    fn mark(&mut self, name: &str) {
        self.seen.push('\u{2}');
        self.seen.push_str(name);
        self.seen.push('\u{3}');
    }

    fn blocks(&mut self, range: Range<u32>, depth: usize) {
        let document = self.document;
        document.flow(range, |visit| match visit {
            Visit::Enter(_, block) => {
                match &block.kind {
                    BlockKind::List { start } => self.mark(&format!("list {start:?}")),
                    BlockKind::Item { task } => self.mark(&format!("item {task:?}")),
                    BlockKind::Quote => self.mark("quote"),
                    BlockKind::Alert(alert) => self.mark(alert.name()),
                    BlockKind::Table { columns } => self.mark(&format!("table {}", columns.len())),
                    BlockKind::TableRow | BlockKind::TableHead => self.mark("row"),
                    BlockKind::TableCell { column } => self.mark(&format!("cell {column}")),
                    BlockKind::Code { language, text } => {
                        self.mark(&format!("code {}", document.slice(language)));
                        // White space is what code is made of: it is kept by being hashed apart.
                        let hash = blake3::hash(document.slice(text).as_bytes()).to_hex();
                        self.seen.push_str(&hash);
                    }
                    BlockKind::Figure { image } => self.figure(*image),
                    BlockKind::Html { text } => self.seen.push_str(document.slice(text)),
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
        self.mark(&format!("figure {}", bytes.map_or_else(String::new, |image| image.hash.to_hex().to_string())));
        self.seen.push_str(alt);
    }

    fn inlines(&mut self, range: Range<u32>) {
        self.inlines_at(range, 0);
    }

    fn inlines_at(&mut self, range: Range<u32>, depth: usize) {
        let document = self.document;
        walk(&document.inlines, range, |visit| match visit {
            Visit::Enter(_, inline) => match &inline.kind {
                InlineKind::Text(text) | InlineKind::Html(text) => self.seen.push_str(document.slice(text)),
                InlineKind::Code(text) => {
                    self.mark("code");
                    self.seen.push_str(document.slice(text));
                    self.mark("end");
                }
                InlineKind::Emphasis => self.mark("em"),
                InlineKind::Strong => self.mark("strong"),
                InlineKind::Strike => self.mark("strike"),
                InlineKind::Link(link) => self.link(*link),
                // A note that refers to itself, by a detour or not, is followed once.
                InlineKind::NoteRef { note, .. } if depth == 0 => {
                    self.mark("note");
                    let block = document.notes[*note as usize].block;
                    if block != u32::MAX {
                        self.blocks(document.inside(block), 1);
                    }
                    self.mark("end");
                }
                InlineKind::NoteRef { note, .. } => self.mark(&format!("note {}", document.notes[*note as usize].label)),
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
        let target = match &self.targets[link as usize] {
            Target::External(address) => address.clone(),
            Target::Nowhere => String::new(),
            Target::Section(key) => {
                let work = &self.works[key.work];
                let section = work.chapter(key.chapter).map_or("", |page| page.sections[key.section].id.as_str());
                format!("{}#{section}", work.folder)
            }
        };
        self.mark(&format!("link {target}"));
    }
}

/// White space of any kind and length is one space, and none beside a mark.
fn collapse(text: &str) -> String {
    let mut collapsed = String::with_capacity(text.len());
    let mut pending = false;
    for character in text.chars() {
        if character.is_whitespace() && !('\u{1}'..='\u{3}').contains(&character) {
            pending = true;
            continue;
        }
        if pending && !collapsed.is_empty() {
            collapsed.push(' ');
        }
        pending = false;
        collapsed.push(character);
    }
    collapsed
}
