//! A page: one file of Markdown as a sequence of sections, and what can be done to these as bytes.
//!
//! Takes: a document. Gives: texts of files in which one section is another, is gone, is new or stands elsewhere, and every other byte is as
//! it was. A section's bytes run from the line of its heading to that of the next one; the white space before that is the border, which
//! stays where it is. Must not know why a section changes, nor which other files there are.

use std::ops::Range;

use camino::Utf8PathBuf;

use super::notes::{self, Notes};
use super::{Made, Refusal};
use crate::config::Book;
use crate::diagnostics::Source;
use crate::documents::{self, Document};
use crate::locale::Language;

/// What a text is read with.
#[derive(Clone, Copy)]
pub struct Grammar<'g> {
    pub book: &'g Book,
    pub languages: &'g [Language],
}

/// One file, understood.
#[derive(Clone)]
pub struct Page {
    pub document: Document,
    /// By section: its id, also where that is made from its title.
    pub ids: Vec<String>,
    /// Where each section begins.
    starts: Vec<usize>,
}

/// A text with the ids of its sections.
type Changed = (String, Vec<String>);

impl Page {
    pub fn new(document: Document, ids: Vec<String>) -> Page {
        let text = &document.source.text;
        let start = |at: usize| text[..at].rfind('\n').map_or(0, |end| end + 1);
        let heading = |section: &documents::arena::Section| {
            section.heading.map_or(0, |heading| start(document.blocks[heading as usize].span.start as usize))
        };
        let starts = document.sections.iter().map(heading).collect();
        Page { document, ids, starts }
    }

    pub fn path(&self) -> &Utf8PathBuf {
        &self.document.source.path
    }

    pub fn text(&self) -> &str {
        &self.document.source.text
    }

    /// As the file's first line ends.
    pub fn newline(&self) -> &'static str {
        let first = self.text().find('\n').unwrap_or_default();
        if self.text()[..first].ends_with('\r') { "\r\n" } else { "\n" }
    }

    pub fn place(&self, id: &str) -> Option<usize> {
        self.ids.iter().position(|own| own == id)
    }

    pub fn level(&self, place: usize) -> u8 {
        self.document.sections[place].level
    }

    /// The place after a section and all that is below it.
    pub fn after(&self, place: usize) -> usize {
        let below = self.document.sections[place + 1..].iter().take_while(|section| section.level > self.level(place));
        place + 1 + below.count()
    }

    /// What stands before the text, with plain line ends.
    pub fn front(&self) -> String {
        self.text()[..self.own_start(0)].replace("\r\n", "\n")
    }

    /// All bytes of a section, with the border behind it.
    pub fn bytes(&self, place: usize) -> Range<usize> {
        self.starts[place]..self.starts.get(place + 1).copied().unwrap_or(self.text().len())
    }

    /// Where a section's own text begins: behind the front matter, for an opening.
    fn own_start(&self, place: usize) -> usize {
        if place > 0 { self.starts[place] } else { self.document.sections[0].span.start as usize }
    }

    /// A section as a proposal says it: its text and the notes it refers to, with plain line ends.
    pub fn proposal(&self, place: usize) -> String {
        let notes = Notes::of(self);
        let own = self.own_start(place)..self.bytes(place).end;
        let mut text = notes::without(self.text(), own, notes.strangers(place)).trim().to_owned();
        for body in notes.bodies_elsewhere(place) {
            text.push_str("\n\n");
            text.push_str(self.text()[body].trim_end());
        }
        let mut text = text.replace("\r\n", "\n");
        text.push('\n');
        text
    }

    /// The same page with another text.
    pub fn with(&self, (text, ids): Changed, grammar: Grammar<'_>) -> Made<Page> {
        let path = self.path().clone();
        let source = Source::new(path.clone(), text);
        let read = documents::document(&source, grammar.book, grammar.languages);
        match read.filter(|document| document.sections.len() == ids.len()) {
            Some(document) => Ok(Page::new(document, ids)),
            None => Err(Refusal::Said("amend-structure", vec![("path", path.as_path().into())])),
        }
    }

    /// A section with another text.
    pub fn replaced(&self, place: usize, proposal: &str, grammar: Grammar<'_>) -> Made<Page> {
        let notes = Notes::of(self);
        let own = self.own_start(place)..self.bytes(place).end;
        let old = &self.text()[own.clone()];
        // Of an opening without text the blank lines around it stay where they are.
        let lead = if place == 0 { &old[..old.len() - old.trim_start().len()] } else { "" };
        let border = &old[lead.len()..][old[lead.len()..].trim_end().len()..];
        let kept = notes.kept_bodies(place);
        let mut new = self.fitting(proposal, &notes.labels_without(place), &notes.staying(place), grammar);
        for body in &kept {
            self.append(&mut new, self.text()[body.clone()].trim());
        }
        let own_text = match (place, old.trim().is_empty(), new.is_empty()) {
            // The blank line before the first heading is there once.
            (0, _, true) => lead.to_owned(),
            (0, true, false) => format!("{}{new}{}{}", self.lead(own.start), self.newline(), self.border_of_opening()),
            _ => format!("{lead}{new}{border}"),
        };
        let cuts = notes.own_bodies_outside(place);
        let ids = self.ids.clone();
        self.with((self.spliced(own, &own_text, &cuts), ids), grammar)
    }

    /// What stands between the front matter and the text.
    fn lead(&self, at: usize) -> &'static str {
        if self.text()[..at].is_empty() { "" } else { self.newline() }
    }

    /// Between a new opening and the first heading.
    fn border_of_opening(&self) -> &'static str {
        if self.starts.len() > 1 { self.newline() } else { "" }
    }

    /// A new section at a place.
    pub fn inserted(&self, place: usize, id: &str, proposal: &str, grammar: Grammar<'_>) -> Made<Page> {
        let notes = Notes::of(self);
        let new = self.fitting(proposal, &notes.labels(), &notes.all(), grammar);
        let mut ids = self.ids.clone();
        ids.insert(place, id.to_owned());
        self.with((self.with_block(place, &new), ids), grammar)
    }

    /// Some sections' text put before the one at a place, with a blank line on either side.
    fn with_block(&self, place: usize, block: &str) -> String {
        let newline = self.newline();
        let at = self.starts.get(place).copied().unwrap_or(self.text().len());
        let (before, behind) = self.text().split_at(at);
        let breaks = before[before.trim_end().len()..].matches('\n').count();
        let lead = newline.repeat(2usize.saturating_sub(breaks));
        let border = if behind.is_empty() { newline.to_owned() } else { newline.repeat(2) };
        format!("{before}{lead}{block}{border}{behind}")
    }

    /// Without some sections; notes of others that stand in them stay.
    pub fn without(&self, gone: Range<usize>, grammar: Grammar<'_>) -> Made<Page> {
        let notes = Notes::of(self);
        let range = self.starts[gone.start]..self.bytes(gone.end - 1).end;
        let kept: Vec<Range<usize>> = notes.kept_bodies_of(gone.clone());
        let last = range.end == self.text().len();
        let before = &self.text()[..range.start];
        let mut stays = String::new();
        for body in &kept {
            stays.push_str(self.text()[body.clone()].trim());
            stays.push_str(&self.newline().repeat(2));
        }
        // At the end of a file, the border of what is gone is that of what is now last.
        let (from, text) = match last {
            true => {
                let start = before.trim_end().len();
                let border = self.text()[self.text().trim_end().len()..].to_owned();
                let stays = stays.trim_end();
                let lead = if stays.is_empty() { String::new() } else { self.newline().repeat(2) };
                (start, format!("{lead}{stays}{border}"))
            }
            false => (range.start, stays),
        };
        let cuts = notes.own_bodies_outside_of(gone.clone());
        let mut ids = self.ids.clone();
        ids.drain(gone);
        self.with((self.spliced(from..range.end, &text, &cuts), ids), grammar)
    }

    /// Sections moved to another place of the same page.
    pub fn moved(&self, from: Range<usize>, to: usize, grammar: Grammar<'_>) -> Made<Page> {
        if from.contains(&to) || to == from.end {
            return Ok(self.clone());
        }
        let text = |range: Range<usize>| {
            let bytes = self.starts[range.start]..self.bytes(range.end - 1).end;
            (self.text()[bytes.clone()].trim_end(), bytes)
        };
        let (block, bytes) = text(from.clone());
        let mut ids = self.ids.clone();
        let moved: Vec<String> = ids.drain(from.clone()).collect();
        let at = if to > from.start { to - moved.len() } else { to };
        ids.splice(at..at, moved);
        // The borders stay in their places, and sections go from one to another.
        let whole = self.text();
        let end = whole[whole.trim_end().len()..].to_owned();
        let newline = self.newline();
        let gap = newline.repeat(2);
        let target = self.starts.get(to).copied().unwrap_or(whole.len());
        let text = if target > bytes.start {
            let between = &whole[bytes.end..target];
            let rest = &whole[target..];
            match rest.is_empty() {
                true => format!("{}{}{gap}{block}{end}", &whole[..bytes.start], between.trim_end()),
                false => format!("{}{between}{block}{}{rest}", &whole[..bytes.start], border(&whole[bytes], &gap)),
            }
        } else {
            let between = &whole[target..bytes.start];
            let rest = &whole[bytes.end..];
            match rest.is_empty() {
                true => format!("{}{block}{gap}{}{end}", &whole[..target], between.trim_end()),
                false => format!("{}{block}{}{between}{rest}", &whole[..target], border(&whole[bytes], &gap)),
            }
        };
        self.with((text, ids), grammar)
    }

    /// Sections with the notes they refer to, for another page.
    pub fn taken(&self, range: Range<usize>) -> (String, Vec<String>) {
        let notes = Notes::of(self);
        let bytes = self.starts[range.start]..self.bytes(range.end - 1).end;
        let mut text = notes::without(self.text(), bytes, notes.strangers_of(range.clone())).trim_end().to_owned();
        for body in notes.bodies_elsewhere_of(range.clone()) {
            text.push_str("\n\n");
            text.push_str(self.text()[body].trim_end());
        }
        (text.replace("\r\n", "\n"), self.ids[range].to_vec())
    }

    /// Sections of another page put before the one at a place.
    pub fn received(&self, place: usize, (text, new): (String, Vec<String>), grammar: Grammar<'_>) -> Made<Page> {
        let notes = Notes::of(self);
        let block = self.fitting(&text, &notes.labels(), &notes.all(), grammar);
        let mut ids = self.ids.clone();
        ids.splice(place..place, new);
        self.with((self.with_block(place, &block), ids), grammar)
    }

    /// A proposed text as it can stand in this file: its line ends, and labels of notes that no other note here has. A note that is here
    /// with the same words, and stays, is not written twice.
    fn fitting(&self, proposal: &str, taken: &[String], there: &[Range<usize>], grammar: Grammar<'_>) -> String {
        let language = self.document.language;
        let source = Source::new(self.path().clone(), proposal.replace("\r\n", "\n"));
        let (document, _) = documents::amendment::passage(&source, language, grammar.book, grammar.languages);
        let there: Vec<String> = there.iter().map(|body| self.text()[body.clone()].replace("\r\n", "\n")).collect();
        let text = notes::relabelled(&document, taken, &there);
        let text = text.trim_matches('\n').trim_end().to_owned();
        if self.newline() == "\r\n" { text.replace('\n', "\r\n") } else { text }
    }

    fn append(&self, text: &mut String, block: &str) {
        if !text.is_empty() {
            text.push_str(&self.newline().repeat(2));
        }
        text.push_str(block);
    }

    /// The file with one range replaced and some lines elsewhere cut out.
    fn spliced(&self, range: Range<usize>, text: &str, cuts: &[Range<usize>]) -> String {
        let whole = self.text();
        let outside = |from: usize, to: usize| {
            let within = cuts.iter().filter(|cut| from <= cut.start && cut.end <= to).cloned().collect::<Vec<_>>();
            notes::without(whole, from..to, within)
        };
        format!("{}{text}{}", outside(0, range.start), outside(range.end, whole.len()))
    }
}

/// The white space at the end of a section; a blank line where it has none.
fn border<'b>(section: &'b str, gap: &'b str) -> &'b str {
    match &section[section.trim_end().len()..] {
        border if border.matches('\n').count() > 1 => border,
        _ => gap,
    }
}
