//! Sections of a publication as [`Text`]s.
//!
//! Takes: one version of a section of a publication. Gives: what its readers see of it, cut off from the publication. Must not know what it
//! is compared with.

use std::collections::HashMap;
use std::ops::Range;
use std::sync::Arc;

use super::text::{Dress, Element, Kind, Text, What, Word, words_of};
use crate::documents::Document;
use crate::documents::arena::{BlockKind, InlineKind, Visit, walk};
use crate::publication::{Chapter, Float, Publication, Section, Target};

impl Text {
    /// A section of a chapter in one language; none where it does not exist in it. `facets` say of each section of the document how it is
    /// sorted.
    pub fn of(
        publication: &Publication,
        chapter: &Chapter,
        section: &Section,
        language: usize,
        facets: &[String],
    ) -> Option<Text> {
        let (document, reading) = publication.document(chapter, language)?;
        let version = section.versions.get(language)?.as_ref()?;
        let own = reading.sections.get(version.section)?;
        let mut reader = Reader::new(publication, document, reading);
        let title = match own.heading {
            Some(heading) => reader.words(reading.blocks[heading as usize].inlines.clone()),
            None => words_of(&reading.front.title.value, &Dress::default()),
        };
        let elements = reader.elements(own.blocks.clone());
        let notes = reader.notes();
        let facets = facets.get(version.section).cloned().unwrap_or_default();
        Some(Text { id: section.id.clone(), level: section.level, facets, title, elements, notes })
    }
}

struct Reader<'p> {
    publication: &'p Publication,
    document: usize,
    reading: &'p Document,
    /// The notes referred to so far, as places in the document's own list, with their places here.
    met: HashMap<u32, usize>,
    /// Whether a note's body is being read: notes in notes are shown by their labels.
    in_note: bool,
}

impl<'p> Reader<'p> {
    fn new(publication: &'p Publication, document: usize, reading: &'p Document) -> Self {
        Reader { publication, document, reading, met: HashMap::new(), in_note: false }
    }

    fn notes(&mut self) -> Vec<Vec<Element>> {
        self.in_note = true;
        let mut met: Vec<(u32, usize)> = std::mem::take(&mut self.met).into_iter().collect();
        met.sort_by_key(|(_, place)| *place);
        let body = |(note, _): (u32, usize)| match self.reading.notes[note as usize].block {
            u32::MAX => Vec::new(),
            block => self.elements(self.reading.inside(block)),
        };
        met.into_iter().map(body).collect()
    }

    fn elements(&mut self, range: Range<u32>) -> Vec<Element> {
        let (mut elements, mut open, reading): (Vec<Element>, Vec<usize>, _) = (Vec::new(), Vec::new(), self.reading);
        reading.flow(range, |visit| match visit {
            Visit::Enter(_, block) => {
                let (kind, mut words) = self.block(&block.kind);
                words.extend(self.words(block.inlines.clone()));
                open.push(elements.len());
                elements.push(Element { kind, end: elements.len() + 1, words });
            }
            Visit::Leave(..) => {
                if let Some(own) = open.pop() {
                    elements[own].end = elements.len();
                }
            }
        });
        elements
    }

    /// What a block is, and the words that are not among its inlines.
    fn block(&self, kind: &BlockKind) -> (Kind, Vec<Word>) {
        let kind = match kind {
            BlockKind::List { start } => Kind::List { start: *start },
            BlockKind::Item { task } => Kind::Item { task: *task },
            BlockKind::Quote => Kind::Quote,
            BlockKind::Alert(alert) => Kind::Alert(*alert),
            BlockKind::Table { .. } => Kind::Table,
            BlockKind::TableHead => Kind::Head,
            BlockKind::TableRow => Kind::Row,
            BlockKind::TableCell { .. } => Kind::Cell,
            BlockKind::Caption { .. } => Kind::Caption,
            BlockKind::DefinitionList => Kind::Definitions,
            BlockKind::Term => Kind::Term,
            BlockKind::Description => Kind::Description,
            BlockKind::Rule => Kind::Rule,
            BlockKind::Code { language, text } => {
                let language = self.reading.slice(language).to_owned();
                return (Kind::Code { language }, lines_of(self.reading.slice(text)));
            }
            BlockKind::Html { text } | BlockKind::Markup { html: text, .. } => {
                return (Kind::Html, lines_of(self.reading.slice(text)));
            }
            BlockKind::Figure { image } => {
                let file = self.publication.images[self.document][*image as usize].as_ref();
                let file = file.map_or_else(String::new, |image| image.hash.to_hex().to_string());
                let alt = &self.reading.images[*image as usize].alt;
                return (Kind::Figure { file }, words_of(alt, &Dress::default()));
            }
            // A note's body is read where the text refers to it, and no heading stands inside a section.
            BlockKind::Paragraph | BlockKind::Plain | BlockKind::Heading { .. } | BlockKind::Note { .. } => Kind::Paragraph,
        };
        (kind, Vec::new())
    }

    fn words(&mut self, range: Range<u32>) -> Vec<Word> {
        let (mut words, mut text, reading): (Vec<Word>, String, _) = (Vec::new(), String::new(), self.reading);
        let (mut dress, mut outer) = (Dress::default(), Vec::new());
        walk(&reading.inlines, range, |visit| match visit {
            Visit::Enter(_, inline) => {
                outer.push(dress.clone());
                match &inline.kind {
                    InlineKind::Text(own) | InlineKind::Html(own) => return text.push_str(reading.slice(own)),
                    InlineKind::SoftBreak => return text.push(' '),
                    _ => flush(&mut text, &dress, &mut words),
                }
                match &inline.kind {
                    InlineKind::Code(own) => {
                        words.extend(words_of(reading.slice(own), &Dress { code: true, ..dress.clone() }));
                    }
                    InlineKind::Tag(own) => match tag(reading.slice(own)) {
                        Some(("sup", opens)) => dress.raised = opens,
                        Some(("sub", opens)) => dress.lowered = opens,
                        Some(("br", _)) => words.push(Word { what: What::Break, dress: dress.clone() }),
                        _ => {}
                    },
                    InlineKind::Emphasis => dress.emphasis = true,
                    InlineKind::Strong => dress.strong = true,
                    InlineKind::Strike => dress.strike = true,
                    InlineKind::Passage(passage) => {
                        let passage = &reading.passages[*passage as usize];
                        dress.language = Some((passage.tag.as_str().into(), passage.direction));
                    }
                    InlineKind::Link(link) => {
                        let (target, shown) = self.target(*link);
                        dress.link = Some(target);
                        words.extend(shown.map(|shown| Word { what: What::Reference(shown), dress: dress.clone() }));
                    }
                    InlineKind::NoteRef { note, .. } if self.in_note => {
                        let label = format!("[{}]", reading.notes[*note as usize].label);
                        words.push(Word { what: What::Text(label.into()), dress: dress.clone() });
                    }
                    InlineKind::NoteRef { note, .. } => {
                        let next = self.met.len();
                        let place = *self.met.entry(*note).or_insert(next);
                        words.push(Word { what: What::Note(place), dress: dress.clone() });
                    }
                    InlineKind::HardBreak => words.push(Word { what: What::Break, dress: dress.clone() }),
                    InlineKind::Citation(citation) => {
                        words.push(Word { what: self.cited(*citation), dress: dress.clone() });
                    }
                    InlineKind::Text(_) | InlineKind::Html(_) | InlineKind::SoftBreak => {}
                }
            }
            Visit::Leave(_, inline) => {
                let before = outer.pop().unwrap_or_default();
                let marks = matches!(
                    inline.kind,
                    InlineKind::Emphasis
                        | InlineKind::Strong
                        | InlineKind::Strike
                        | InlineKind::Passage(_)
                        | InlineKind::Link(_)
                );
                if marks {
                    flush(&mut text, &dress, &mut words);
                }
                // A tag dresses what follows it, up to the one that closes it.
                if !matches!(inline.kind, InlineKind::Tag(_)) {
                    dress = before;
                }
            }
        });
        flush(&mut text, &dress, &mut words);
        trimmed(words)
    }

    /// A citation as it was typed, without the brackets, and as its style shows it.
    fn cited(&self, citation: u32) -> What {
        let typed = &self.reading.source.text[self.reading.citations[citation as usize].span.range()];
        let typed: Vec<&str> = typed.trim_matches(['[', ']']).split_whitespace().collect();
        let typed = typed.join(" ");
        let runs = self.publication.citations[self.document].citations.get(citation as usize);
        let shown: String = runs.into_iter().flatten().map(|run| run.text.as_str()).collect();
        What::Cited(typed.as_str().into(), if shown.is_empty() { typed.into() } else { shown.into() })
    }

    /// What a link leads to, and what it shows if that is not the author's.
    fn target(&self, link: u32) -> (Arc<str>, Option<Arc<str>>) {
        let publication = self.publication;
        let filled_in = self.reading.links[link as usize].filled_in;
        let language = self.reading.language;
        match &publication.targets[self.document][link as usize] {
            Target::External(address) => (address.as_str().into(), None),
            Target::Nowhere => ("".into(), None),
            Target::Gone(gone) => {
                let shown = filled_in.then(|| gone.shown[language].as_str().into());
                (format!("{}#{}", gone.work, gone.id).into(), shown)
            }
            Target::Section(key) => {
                let id = publication.section(*key).map_or("", |(_, _, section)| section.id.as_str());
                let shown = filled_in.then(|| publication.reference(*key, language).into());
                (format!("{}#{id}", publication.works[key.work].home()).into(), shown)
            }
            Target::Float(key) => {
                let float = publication.float(*key).map(|(_, float)| float);
                let id = float.map_or("", |float| float.id.as_str());
                let name = |float: &Float| publication.float_name(float.kind, float.number, language).into();
                let shown = float.filter(|_| filled_in).map(name);
                (format!("{}#{id}", publication.works[key.work].home()).into(), shown)
            }
        }
    }
}

/// The name of a harmless tag, and whether it opens.
fn tag(source: &str) -> Option<(&str, bool)> {
    let inner = source.strip_prefix('<')?.trim_end_matches(['>', '/', ' ']);
    let opens = !inner.starts_with('/');
    let name = inner.trim_start_matches('/').split([' ', '\n', '\t']).next()?;
    Some((name, opens))
}

fn flush(text: &mut String, dress: &Dress, words: &mut Vec<Word>) {
    words.extend(words_of(text, dress));
    text.clear();
}

/// The lines of a code block, each with its end.
fn lines_of(text: &str) -> Vec<Word> {
    let line = |line: &str| Word { what: What::Text(line.into()), dress: Dress::default() };
    text.split_inclusive('\n').map(line).collect()
}

/// Without a space at either end, and none after another, whatever their dresses.
fn trimmed(words: Vec<Word>) -> Vec<Word> {
    let mut kept: Vec<Word> = Vec::with_capacity(words.len());
    for word in words {
        let after_space = kept.last().is_none_or(|last| last.is_space() || last.what == What::Break);
        if !(word.is_space() && after_space) {
            kept.push(word);
        }
    }
    if kept.last().is_some_and(Word::is_space) {
        kept.pop();
    }
    kept
}
