//! One text of a foreign tree: what it says of itself, and what stands in it.
//!
//! Takes: a file and its language. Gives: a [`Text`] with its title, the levels its headings will have, and the fragments that lead to
//! them. Must not know other texts.

use std::collections::BTreeMap;
use std::sync::Arc;

use camino::Utf8Path;

use super::anchors::{self, Anchors};
use super::finding::Finding;
use super::front::{self, Front};
use super::lines::Lines;
use super::scan::{self, Heading, Shape, Way};
use crate::diagnostics::Source;
use crate::publication::names::split_prefix;

pub struct Text {
    pub source: Arc<Source>,
    pub language: usize,
    pub lines: Lines,
    pub front: Front,
    /// What the front matter will say.
    pub name: String,
    /// The heading that says it and goes.
    pub title: Option<Heading>,
    pub headings: Vec<Heading>,
    /// By heading: the level it will have.
    pub levels: Vec<usize>,
    /// By heading: its id, once all languages are side by side.
    pub ids: Vec<String>,
    pub ways: Vec<Way>,
    pub oddities: BTreeMap<usize, (&'static str, String)>,
    /// Of the opening and each heading's text, the title's too.
    pub shapes: Vec<Shape>,
    /// By fragment: the section, 0 being the opening.
    pub anchors: Anchors,
}

/// As deep as headings go.
const DEEPEST: usize = 6;

impl Text {
    pub fn read(path: &Utf8Path, text: String, language: usize, findings: &mut Vec<Finding>) -> Text {
        let text = match text.strip_prefix('\u{feff}') {
            Some(rest) => {
                findings.push(Finding::new("import-mark", path, 1));
                rest.to_owned()
            }
            None => text,
        };
        let source = Source::new(path, text);
        let lines = Lines::of(&source.text);
        let front = front::read(&source, &lines, findings);
        let scan = scan::scan(&source.text, &lines, front.body);
        let first = scan.headings.first().filter(|heading| heading.level == 1 && !heading.title.trim().is_empty());
        let is_title = first.is_some_and(|first| front.title.as_ref().is_none_or(|title| is_same(title, &first.title)));
        let name = match (&front.title, first) {
            (Some(title), _) => title.clone(),
            (None, Some(first)) => first.title.split_whitespace().collect::<Vec<_>>().join(" "),
            (None, None) => {
                let name = named(path);
                findings.push(Finding::new("import-no-title", path, 0).with("title", &name));
                name
            }
        };
        let anchors = anchors::of(&scan, usize::from(!is_title));
        let mut headings = scan.headings;
        let title = is_title.then(|| headings.remove(0));
        let levels = levels(&headings);
        let mut text = Text {
            ids: vec![String::new(); headings.len()],
            source,
            language,
            lines,
            front,
            name,
            title,
            headings,
            levels,
            ways: scan.ways,
            oddities: scan.oddities,
            shapes: scan.shapes,
            anchors,
        };
        text.look(findings);
        text
    }

    pub fn path(&self) -> &Utf8Path {
        &self.source.path
    }

    pub fn finding(&self, kind: &'static str, at: usize) -> Finding {
        Finding::new(kind, self.path(), self.lines.number(at))
    }

    /// What is decided here in the author's place.
    fn look(&mut self, findings: &mut Vec<Finding>) {
        let shift = self.headings.iter().zip(&self.levels).map(|(heading, level)| (heading.level, *level)).min();
        for (heading, level) in self.headings.iter().zip(&self.levels) {
            let usual = shift.map_or(*level, |(old, new)| heading.level + new - old);
            if usual != *level {
                let finding = self.finding("import-level", heading.span.start).with("old", &"#".repeat(heading.level));
                findings.push(finding.with("new", &"#".repeat(*level)));
            }
            if heading.title.trim().is_empty() {
                findings.push(self.finding("import-empty-heading", heading.span.start));
            }
            if !heading.attributes.is_empty() {
                let finding = self.finding("import-attributes", heading.span.start);
                findings.push(finding.with("attributes", &heading.attributes.join(" ")));
            }
        }
        if self.title.is_none()
            && let Some(first) = self.headings.first().filter(|first| first.level == 1)
        {
            let finding = self.finding("import-title-differs", first.span.start).with("heading", &first.title);
            findings.push(finding.with("title", &self.name));
        }
        for (at, (kind, line)) in &self.oddities {
            findings.push(self.finding(kind, *at).with("text", line));
        }
    }
}

/// Whether a heading says what the title says.
fn is_same(title: &str, heading: &str) -> bool {
    let words = |text: &str| text.split_whitespace().map(str::to_lowercase).collect::<Vec<_>>();
    words(title) == words(heading)
}

/// A title from a file's name: `03-first_steps.en.md` → First steps.
fn named(path: &Utf8Path) -> String {
    let stem = path.file_stem().unwrap_or_default();
    let stem = stem.split_once('.').map_or(stem, |(stem, _)| stem);
    let stem = match ["index", "_index", "README"].contains(&stem) {
        true => path.parent().and_then(Utf8Path::file_name).unwrap_or(stem),
        false => split_prefix(stem).1,
    };
    let words = stem.replace(['-', '_'], " ");
    let mut letters = words.trim().chars();
    letters.next().map_or_else(|| stem.to_owned(), |first| first.to_uppercase().chain(letters).collect())
}

/// Levels from 2 without gaps: what was deeper stays deeper.
fn levels(headings: &[Heading]) -> Vec<usize> {
    let mut open: Vec<usize> = Vec::new();
    let mut levels = Vec::with_capacity(headings.len());
    for heading in headings {
        while open.last().is_some_and(|last| *last >= heading.level) {
            open.pop();
        }
        open.push(heading.level);
        levels.push((open.len() + 1).min(DEEPEST));
    }
    levels
}
