//! The mutation test: single edits of one version of this repository's content, each kind at many places that a fixed seed chooses.
//!
//! Each edit must give a finding of its kind at its line, in the edited file or at the counterpart. `PARITY_REPORT=file` writes which was
//! caught where; `PARITY_PLACES=n` tries as many places of each kind.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::ops::Range;
use std::sync::Arc;

use camino::Utf8PathBuf;
use diptych::diagnostics::{Diagnostic, Source, Span};
use diptych::documents::Document;
use diptych::documents::arena::{BlockKind, InlineKind};
use diptych::memo::Memo;
use diptych::publication::Publication;
use diptych::sources::Sources;
use rayon::prelude::*;

use crate::publications::repository;

/// How many places of each kind are tried.
const PLACES: usize = 8;

/// What is changed in which files, and where the finding has to be.
#[derive(Clone)]
pub struct Edit {
    pub changes: Vec<(Utf8PathBuf, Range<usize>, String)>,
    pub file: Utf8PathBuf,
    pub lines: Range<usize>,
}

/// A block that has a counterpart in another version, at the top level of its section.
#[derive(Clone, Copy)]
struct Spot<'p> {
    own: &'p Document,
    other: &'p Document,
    block: u32,
    twin: u32,
}

fn lines(document: &Document, span: Span) -> Range<usize> {
    let line = |byte: u32| document.source.line_column(byte).0;
    line(span.start)..line(span.end) + 1
}

impl<'p> Spot<'p> {
    fn span(&self) -> Range<usize> {
        self.own.blocks[self.block as usize].span.range()
    }

    fn text(&self) -> &'p str {
        &self.own.source.text[self.span()]
    }

    fn twin_text(&self) -> &'p str {
        &self.other.source.text[self.other.blocks[self.twin as usize].span.range()]
    }

    fn is_spanish(&self) -> bool {
        self.own.source.path.as_str().ends_with(".es.md")
    }

    fn kind(&self) -> &'p BlockKind {
        &self.own.blocks[self.block as usize].kind
    }

    /// A change within the file, found at the block's own lines.
    fn edit(&self, range: Range<usize>, text: impl Into<String>) -> Option<Edit> {
        let path = self.own.source.path.clone();
        let lines = lines(self.own, self.own.blocks[self.block as usize].span);
        Some(Edit { changes: vec![(path.clone(), range, text.into())], file: path, lines })
    }

    /// The same, found at the line of the change alone.
    fn exact(&self, range: Range<usize>, text: impl Into<String>) -> Option<Edit> {
        let line = self.own.source.line_column(range.start as u32).0;
        Some(Edit { lines: line..line + 1, ..self.edit(range, text)? })
    }

    /// A change found at the counterpart.
    fn at_twin(&self, range: Range<usize>, text: impl Into<String>) -> Option<Edit> {
        let lines = lines(self.other, self.other.blocks[self.twin as usize].span);
        Some(Edit { file: self.other.source.path.clone(), lines, ..self.edit(range, text)? })
    }

    /// Replaces the first of a word.
    fn word(&self, old: &str, new: &str) -> Option<Edit> {
        let at = self.span().start + self.text().find(old)?;
        self.exact(at..at + old.len(), new)
    }

    fn words(&self) -> usize {
        self.text().split_whitespace().count()
    }

    /// Adds a sentence to the paragraph and another one to its counterpart.
    fn both(&self, english: &str, spanish: &str) -> Option<Edit> {
        let paragraph = *self.kind() == BlockKind::Paragraph && !self.text().ends_with(':');
        let (own, theirs) = if self.is_spanish() { (spanish, english) } else { (english, spanish) };
        let end = self.span().end;
        let mut edit = self.edit(end..end, format!(" {own}")).filter(|_| paragraph)?;
        let end = self.other.blocks[self.twin as usize].span.range().end;
        edit.changes.push((self.other.source.path.clone(), end..end, format!(" {theirs}")));
        Some(edit)
    }

    fn inlines(&self) -> impl Iterator<Item = &'p diptych::documents::arena::Inline> {
        let range = self.own.blocks[self.block as usize].inlines.clone();
        self.own.inlines[range.start as usize..range.end as usize].iter()
    }

    fn children(&self) -> Vec<u32> {
        self.own.children(self.own.inside(self.block)).map(|(block, _)| block).collect()
    }
}

/// All blocks at the top of their sections, of all versions.
fn spots(publication: &Publication) -> Vec<Spot<'_>> {
    let mut spots = Vec::new();
    for (_, chapter) in publication.works().flat_map(|(_, work)| work.current().pages()) {
        for (own, other) in [(0, 1), (1, 0)] {
            let Some((one, two)) = chapter.documents[own].zip(chapter.documents[other]) else { continue };
            let (one, two) = (&publication.documents[one], &publication.documents[two]);
            for section in &chapter.sections {
                let Some((a, b)) = section.versions[own].as_ref().zip(section.versions[other].as_ref()) else { continue };
                let ours = one.children(one.sections[a.section].blocks.clone());
                let theirs = two.children(two.sections[b.section].blocks.clone());
                spots.extend(ours.zip(theirs).map(|((block, _), (twin, _))| Spot { own: one, other: two, block, twin }));
            }
        }
    }
    spots
}

type Kind = (&'static str, &'static [&'static str], fn(&Spot<'_>) -> Option<Edit>);

fn is_paragraph(spot: &Spot<'_>) -> bool {
    *spot.kind() == BlockKind::Paragraph
}

/// The first run of digits that stands among words.
fn number(spot: &Spot<'_>) -> Option<Range<usize>> {
    let of = |inline: &diptych::documents::arena::Inline| {
        let InlineKind::Text(_) = inline.kind else { return None };
        let written = &spot.own.source.text[inline.span.range()];
        let start = written.find(|character: char| character.is_ascii_digit())?;
        let length = written[start..].find(|character: char| !character.is_ascii_digit()).unwrap_or(written.len() - start);
        Some(inline.span.start as usize + start..inline.span.start as usize + start + length)
    };
    let mut bare = spot.own.links.iter().filter(|link| link.bare).map(|link| link.span.range());
    spot.inlines().find_map(of).filter(|range| !bare.any(|link| link.contains(&range.start)))
}

/// Whether a text denies once and no word of it could answer for that.
fn denies_once(text: &str) -> bool {
    const WORDS: [&str; 28] = [
        "not", "no", "nor", "never", "neither", "nobody", "nothing", "none", "cannot", "without", "unless", "only",
        "except", "nunca", "ni", "nadie", "nada", "ningún", "ninguna", "ninguno", "sin", "salvo", "solo", "sino", "tampoco",
        "rather", "non", "menos",
    ];
    let words = text.split(|character: char| !character.is_alphabetic()).map(str::to_lowercase);
    words.filter(|word| WORDS.contains(&word.as_str())).count() == 1
}

/// How often a text denies, if it does so by plain words alone that nothing else could answer for.
fn plain_denials(text: &str) -> usize {
    let lower = text.to_lowercase().split_whitespace().collect::<Vec<_>>().join(" ");
    let goes_on = [" y no ", " o no ", "y que no ", "o que no ", "no obstante", " or not ", "solo", "only", "menos", "less"];
    let plain = ["not", "no", "cannot"];
    let words = lower.split(|character: char| !character.is_alphabetic());
    let count = words.filter(|word| plain.contains(word)).count();
    // “no” that goes on after another word, and whatever else denies.
    let other =
        text.split(|c: char| !c.is_alphabetic()).any(|word| denies_once(&word.to_lowercase()) && !plain.contains(&word));
    let english_no = lower.contains(" not ") && lower.contains(" no ");
    if other || english_no || goes_on.iter().any(|part| lower.contains(part)) { 0 } else { count }
}

const KINDS: &[Kind] = &[
    ("a paragraph removed", &["block-in-one-language"], |spot| {
        let range = spot.span();
        // Of neighbours that are much alike, the other may be said to be without counterpart.
        let mut edit = spot.at_twin(range, "").filter(|_| is_paragraph(spot) && spot.words() > 12)?;
        edit.lines.end += 2;
        Some(edit)
    }),
    ("a paragraph repeated", &["block-in-one-language"], |spot| {
        let end = spot.span().end;
        let mut edit = spot.edit(end..end, format!("\n\n{}", spot.text()))?;
        // The same: the one after it may be said to be without.
        edit.lines.end += edit.lines.len() + 3;
        Some(edit).filter(|_| is_paragraph(spot) && spot.words() > 12 && !spot.text().contains("{lang="))
    }),
    ("a paragraph split", &["block-in-one-language"], |spot| {
        let text = spot.text();
        let at = text.match_indices(". ").map(|(at, _)| at).find(|at| *at > text.len() / 3 && *at < text.len() * 2 / 3)?;
        let start = spot.span().start + at;
        let mut edit = spot.edit(start + 1..start + 2, "\n\n").filter(|_| is_paragraph(spot))?;
        edit.lines.end += 2;
        Some(edit)
    }),
    ("a paragraph made a quotation", &["different-blocks"], |spot| {
        spot.edit(spot.span(), format!("> {}", spot.text().replace('\n', "\n> "))).filter(|_| is_paragraph(spot))
    }),
    ("a list item removed", &["different-lists"], |spot| {
        let items = spot.children();
        let last = spot.own.blocks[*items.last()? as usize].span.range();
        spot.edit(last, "").filter(|_| matches!(spot.kind(), BlockKind::List { .. }) && items.len() > 1)
    }),
    ("a list item added", &["different-lists"], |spot| {
        let end = spot.span().end;
        let item = if matches!(spot.kind(), BlockKind::List { start: None }) { "\n- uno" } else { "\n99. uno" };
        spot.edit(end..end, item).filter(|_| matches!(spot.kind(), BlockKind::List { .. }))
    }),
    ("a list given another start", &["different-lists"], |spot| {
        let start = spot.span().start;
        spot.edit(start..start + 2, "7.").filter(|_| spot.text().starts_with("1."))
    }),
    ("the kind of a passage changed", &["different-blocks"], |spot| {
        let old = ["[!IMPORTANT]", "[!NOTE]", "[!WARNING]"]
            .into_iter()
            .find(|kind| spot.text().starts_with(&format!("> {kind}")))?;
        spot.word(old, "[!TIP]")
    }),
    ("a row removed", &["different-tables"], |spot| {
        let last = spot.text().trim_end().rfind('\n')?;
        let range = spot.span().start + last..spot.span().end;
        spot.edit(range, "").filter(|_| matches!(spot.kind(), BlockKind::Table { .. }))
    }),
    ("a column removed", &["different-tables"], |spot| {
        let shorter: Vec<&str> = spot
            .text()
            .lines()
            .map(|line| line.trim_end().trim_end_matches('|').rsplit_once('|').map_or("", |(head, _)| head))
            .collect();
        let text = shorter.iter().map(|line| format!("{line}|")).collect::<Vec<_>>().join("\n");
        spot.edit(spot.span(), text).filter(|_| matches!(spot.kind(), BlockKind::Table { .. }))
    }),
    ("a footnote removed", &["different-notes"], |spot| {
        let note = spot.inlines().find(|inline| matches!(inline.kind, InlineKind::NoteRef { .. }))?.span.range();
        spot.edit(note, "")
    }),
    ("a footnote referred to twice", &["different-notes"], |spot| {
        let note = spot.inlines().find(|inline| matches!(inline.kind, InlineKind::NoteRef { .. }))?.span.range();
        let text = spot.own.source.text[note.clone()].repeat(2);
        spot.edit(note, text)
    }),
    // A caption that stays behind is a block of another kind.
    ("a figure removed", &["block-in-one-language", "caption-in-one-language", "different-blocks"], |spot| {
        spot.at_twin(spot.span(), "").filter(|_| matches!(spot.kind(), BlockKind::Figure { .. }))
    }),
    ("a number in the alternative text", &["different-numbers"], |spot| {
        let start = spot.span().start + 2;
        spot.edit(start..start, "77 ").filter(|_| matches!(spot.kind(), BlockKind::Figure { .. }))
    }),
    ("a number in a caption", &["different-numbers"], |spot| {
        let end = spot.span().start + spot.text().rfind(" {#")?;
        spot.edit(end..end, " 77").filter(|_| matches!(spot.kind(), BlockKind::Caption { .. }))
    }),
    ("a link removed", &["different-links"], |spot| {
        let link = spot.inlines().find_map(|inline| match inline.kind {
            InlineKind::Link(link) => Some(&spot.own.links[link as usize]).filter(|link| !link.bare),
            _ => None,
        })?;
        let shown = spot.own.source.text[link.span.range()].split(']').next()?.trim_start_matches('[').to_owned();
        spot.edit(link.span.range(), shown).filter(|_| is_paragraph(spot))
    }),
    ("a link led elsewhere", &["different-links"], |spot| {
        let link = spot.inlines().find_map(|inline| match inline.kind {
            InlineKind::Link(link) => Some(&spot.own.links[link as usize]),
            _ => None,
        })?;
        spot.edit(link.span.range(), "[eso](https://example.org/)").filter(|_| is_paragraph(spot))
    }),
    ("a number changed", &["different-numbers"], |spot| {
        let range = number(spot)?;
        let number = spot.own.source.text[range.clone()].parse::<u64>().ok()?;
        spot.exact(range, (number + 1).to_string())
    }),
    ("a digit lost", &["different-numbers"], |spot| {
        let range = number(spot).filter(|range| range.len() > 1)?;
        spot.exact(range.start..range.start + 1, "")
    }),
    ("a number in words changed", &["different-numbers"], |spot| {
        let words =
            [("three", "five"), ("four", "six"), ("two", "nine"), ("tres", "cinco"), ("cuatro", "seis"), ("dos", "nueve")];
        let mut found = words.iter().filter(|(old, _)| spot.text().contains(&format!(" {old} ")));
        let (old, new) = found.next()?;
        let at = spot.span().start + spot.text().find(&format!(" {old} "))? + 1;
        spot.exact(at..at + old.len(), *new).filter(|_| is_paragraph(spot))
    }),
    ("an amount", &["different-numbers"], |spot| spot.both("It costs €10,000.", "Cuesta 1.000 €.")),
    ("a currency", &["different-numbers"], |spot| spot.both("It costs €10,000.", "Cuesta 10.000 dólares.")),
    ("a percentage", &["different-numbers"], |spot| {
        spot.both("It covers 35% of homes.", "Abarca el 53 % de las viviendas.")
    }),
    ("a decimal", &["different-numbers"], |spot| spot.both("The rate is 3.5.", "La tasa es de 3,7.")),
    ("a day", &["different-numbers"], |spot| spot.both("It was on 10 December 1948.", "Fue el 12 de diciembre de 1948.")),
    ("a month", &["different-numbers"], |spot| spot.both("It was on 10 December 1948.", "Fue el 10 de octubre de 1948.")),
    ("a time", &["different-numbers"], |spot| spot.both("It opens at 9:30.", "Abre a las 9.45 h.")),
    ("a century", &["different-numbers"], |spot| spot.both("The 21st century began.", "Comenzó el siglo XX.")),
    ("emphasis lost", &["different-emphasis"], |spot| {
        let set = spot.inlines().find(|inline| matches!(inline.kind, InlineKind::Emphasis | InlineKind::Strong))?;
        let written = &spot.own.source.text[set.span.range()];
        spot.edit(set.span.range(), written.trim_matches('*')).filter(|_| !written.contains("{lang="))
    }),
    ("emphasis added", &["different-emphasis"], |spot| {
        let at = spot.span().start + spot.text().find(' ')? + 1;
        let end = at + spot.own.source.text[at..].find(' ')?;
        let word = &spot.own.source.text[at..end];
        let plain = word.chars().all(char::is_alphabetic) && is_paragraph(spot) && end < spot.span().end;
        spot.edit(at..end, format!("**{word}**")).filter(|_| plain)
    }),
    ("shall made should", &["different-obligation"], |spot| {
        spot.word(" shall ", " should ").or_else(|| spot.word(" deberá ", " debería ")).filter(|_| is_paragraph(spot))
    }),
    ("should made shall", &["different-obligation"], |spot| {
        spot.word(" should ", " shall ").or_else(|| spot.word(" deberían ", " deberán ")).filter(|_| is_paragraph(spot))
    }),
    ("shall made may", &["different-obligation"], |spot| {
        let edit = spot.word(" shall ", " may ").or_else(|| spot.word(" deberá ", " podrá "))?;
        // What may be chance is no permission too many: then the counterpart’s duty is told, and the paragraph.
        let lines = lines(spot.own, spot.own.blocks[spot.block as usize].span);
        Some(Edit { lines, ..edit }).filter(|_| is_paragraph(spot))
    }),
    ("a negation lost", &["different-negation"], |spot| {
        let old = if spot.is_spanish() { " no " } else { " not " };
        let at = spot.span().start + spot.text().find(old)?;
        spot.edit(at..at + old.len(), " ")
            .filter(|_| is_paragraph(spot) && denies_once(spot.text()) && denies_once(spot.twin_text()))
    }),
    ("one of two negations lost", &["different-negation"], |spot| {
        let old = if spot.is_spanish() { " no " } else { " not " };
        let at = spot.span().start + spot.text().find(old)?;
        let both = (plain_denials(spot.text()), plain_denials(spot.twin_text()));
        // “They have no title and no other home” denies once or twice: a second “no” may go on with the first.
        let english = if spot.is_spanish() { spot.twin_text() } else { spot.text() };
        let goes_on = english.matches(" no ").count() > 1;
        spot.edit(at..at + old.len(), " ").filter(|_| is_paragraph(spot) && both.0 > 1 && both.0 == both.1 && !goes_on)
    }),
    ("a negation too many", &["different-negation"], |spot| {
        let denies = |text: &str| text.split(|c: char| !c.is_alphabetic()).any(|word| denies_once(&word.to_lowercase()));
        let (old, new) = if spot.is_spanish() { (" deberá ", " no deberá ") } else { (" shall ", " shall not ") };
        spot.word(old, new).filter(|_| is_paragraph(spot) && !denies(spot.text()) && !denies(spot.twin_text()))
    }),
    ("a paragraph in the other language", &["other-language"], |spot| {
        spot.edit(spot.span(), spot.twin_text()).filter(|_| {
            is_paragraph(spot) && spot.words() > 25 && spot.twin_text().is_ascii() || is_paragraph(spot) && spot.words() > 40
        })
    }),
];

/// A fixed choice of some of many, spread over them.
fn chosen(mut edits: Vec<Edit>, places: usize, seed: u64) -> Vec<Edit> {
    let mut state = seed | 1;
    while edits.len() > places {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        edits.swap_remove((state >> 33) as usize % edits.len());
    }
    edits
}

/// What a tree with the changes in it is told.
fn found(sources: &Sources, of_sources: &[Diagnostic], edit: &Edit, memo: &Memo) -> Vec<Diagnostic> {
    let mut changed: BTreeMap<Utf8PathBuf, String> = BTreeMap::new();
    for (path, range, text) in &edit.changes {
        let own = changed.entry(path.clone()).or_insert_with(|| sources.texts[path].text.to_string());
        own.replace_range(range.clone(), text);
    }
    let (sources, _) = sources.laid_over(changed.into_iter().map(|(path, text)| Source::new(path, text)));
    Publication::of_again(&sources, of_sources.to_vec(), false, memo).1
}

/// Whether a finding of the kind has a place on the lines.
fn is_caught(found: &[Diagnostic], codes: &[&str], edit: &Edit) -> bool {
    let there = |place: &diptych::diagnostics::Place| {
        place.source.path == edit.file && edit.lines.contains(&place.source.line_column(place.span.start).0)
    };
    found
        .iter()
        .filter(|found| codes.contains(&found.code.name()))
        .any(|found| there(&found.place) || found.related.as_ref().is_some_and(there))
}

#[test]
fn every_kind_of_edit_is_caught_everywhere() {
    let places = std::env::var("PARITY_PLACES").ok().and_then(|places| places.parse().ok()).unwrap_or(PLACES);
    let (sources, of_sources) = Sources::read(repository()).expect("readable");
    let (publication, before) = Publication::of(&sources, of_sources.clone(), false);
    assert!(before.is_empty(), "an untouched tree gives no finding\n{}", crate::publications::reported(&before));
    let publication = Arc::new(publication.expect("a publication"));
    let spots = spots(&publication);
    let of_spots =
        KINDS.iter().map(|(name, codes, edit)| (*name, *codes, spots.iter().filter_map(edit).collect::<Vec<_>>()));
    let kinds: Vec<_> = of_spots.chain(super::wholes::kinds(&publication, &sources)).collect();
    assert!(kinds.len() >= 25, "{} kinds", kinds.len());
    let tried = kinds.into_iter().enumerate().flat_map(|(seed, (name, codes, edits))| {
        assert!(!edits.is_empty(), "no place for {name}");
        chosen(edits, places, seed as u64 * 7919 + 1).into_iter().map(move |edit| (name, codes, edit))
    });
    let tried: Vec<(&str, &[&str], Edit)> = tried.collect();
    let afresh = |(_, _, edit): &(&str, &[&str], Edit)| found(&sources, &of_sources, edit, Memo::none());
    let results: Vec<Vec<Diagnostic>> = tried.par_iter().map(afresh).collect();
    // A preview is told the same of a change after another.
    let memo = Memo::blank();
    for ((name, _, edit), afresh) in tried.iter().zip(&results).step_by(5) {
        assert!(found(&sources, &of_sources, edit, &memo) == *afresh, "{name}: {}", edit.file);
    }
    let (mut report, mut missed) = (String::new(), String::new());
    let mut counts: BTreeMap<&str, (usize, usize)> = BTreeMap::new();
    for ((name, codes, edit), found) in tried.iter().zip(&results) {
        let caught = is_caught(found, codes, edit);
        let count = counts.entry(name).or_default();
        (count.0, count.1) = (count.0 + usize::from(caught), count.1 + 1);
        let said: Vec<String> = found
            .iter()
            .map(|found| {
                format!(
                    "{} {}:{}",
                    found.code.name(),
                    found.place.source.path,
                    found.place.source.line_column(found.place.span.start).0
                )
            })
            .collect();
        let line = format!("{name}: {}:{:?} {:?}\n    {}\n", edit.file, edit.lines, edit.changes[0].2, said.join("; "));
        report.push_str(&line);
        if !caught {
            missed.push_str(&line);
        }
    }
    let mut table = String::new();
    for (name, (caught, all)) in &counts {
        let _ = writeln!(table, "{caught} of {all}  {name}");
    }
    if let Some(file) = std::env::var_os("PARITY_REPORT") {
        std::fs::write(file, format!("{table}\n{report}")).expect("the report can be written");
    }
    assert!(missed.is_empty(), "{table}\n{missed}");
}
