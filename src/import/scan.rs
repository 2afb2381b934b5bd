//! The scan: what of a foreign text has to be looked at, and where it stands.
//!
//! Takes: a text and where it begins after its front matter. Gives: its headings, the addresses in it, and the places that Diptych
//! shows otherwise than other tools do. It is read with the same parser and options as later by Diptych. Must not know other texts.

use std::collections::{BTreeMap, HashSet};
use std::ops::Range;

use pulldown_cmark::{CodeBlockKind, CowStr, Event, LinkType, Options, Parser, Tag, TagEnd};

use super::lines::Lines;
use super::{destination, oddities};

/// A heading that is in nothing else.
#[derive(Clone, Debug, Default)]
pub struct Heading {
    pub level: usize,
    /// Underlined instead of numbered by signs.
    pub underlined: bool,
    pub span: Range<usize>,
    /// Its words, without signs and attributes; empty if it has none.
    pub content: Range<usize>,
    /// Line ends among its words.
    pub breaks: Vec<Range<usize>>,
    /// Its words without markup.
    pub title: String,
    pub id: Option<String>,
    /// Attributes besides the id.
    pub attributes: Vec<String>,
}

/// An address in the text.
#[derive(Clone, Debug)]
pub struct Way {
    /// Where to point at.
    pub start: usize,
    /// The address as it is written, without pointed brackets; none where it could not be found.
    pub written: Option<Range<usize>>,
    pub destination: String,
    pub image: bool,
}

/// What the text between two headings is like, for telling which sections belong together.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Shape {
    pub blocks: usize,
    pub characters: usize,
    /// Addresses, items and code: what translation leaves as it is.
    pub fixed: usize,
}

#[derive(Debug, Default)]
pub struct Scan {
    pub headings: Vec<Heading>,
    pub ways: Vec<Way>,
    /// Of the opening and of each heading's text.
    pub shapes: Vec<Shape>,
    /// By line start: what is shown otherwise, and how it begins.
    pub oddities: BTreeMap<usize, (&'static str, String)>,
    /// Ids that HTML gives, and where.
    pub anchors: Vec<(String, usize)>,
}

struct Open<'t> {
    image: bool,
    kind: LinkType,
    destination: CowStr<'t>,
    start: usize,
    /// Where what is between its brackets ends, so far.
    inner: usize,
}

struct Scanner<'t> {
    text: &'t str,
    lines: &'t Lines,
    scan: Scan,
    depth: usize,
    heading: Option<Heading>,
    opened: Vec<Open<'t>>,
    /// Code, in which nothing is looked for.
    code: Vec<Range<usize>>,
    /// With whether it begins something.
    html: Vec<(Range<usize>, bool)>,
    /// Addresses of references that images use.
    pictured: HashSet<String>,
}

pub fn scan(text: &str, lines: &Lines, body: usize) -> Scan {
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_HEADING_ATTRIBUTES
        | Options::ENABLE_DEFINITION_LIST
        | Options::ENABLE_GFM;
    let parser = Parser::new_ext(&text[body..], options);
    let mut definitions: Vec<(Range<usize>, String)> = Vec::new();
    for (_, definition) in parser.reference_definitions().iter() {
        definitions.push((definition.span.start + body..definition.span.end + body, definition.dest.to_string()));
    }
    definitions.sort_by_key(|(span, _)| span.start);
    let mut scanner = Scanner {
        text,
        lines,
        scan: Scan { shapes: vec![Shape::default()], ..Scan::default() },
        depth: 0,
        heading: None,
        opened: Vec::new(),
        code: Vec::new(),
        html: Vec::new(),
        pictured: HashSet::new(),
    };
    for (event, range) in parser.into_offset_iter() {
        scanner.event(event, range.start + body..range.end + body);
    }
    for (span, destination) in definitions {
        let written = destination::of_definition(text, span.clone(), &destination);
        let image = scanner.pictured.contains(&destination);
        scanner.scan.ways.push(Way { start: span.start, written, destination, image });
    }
    scanner.finish(body)
}

impl<'t> Scanner<'t> {
    fn shape(&mut self) -> &mut Shape {
        // There is the opening's at least.
        let last = self.scan.shapes.len() - 1;
        &mut self.scan.shapes[last]
    }

    fn event(&mut self, event: Event<'t>, range: Range<usize>) {
        let closes = matches!(event, Event::End(TagEnd::Link | TagEnd::Image));
        if let Some(open) = self.opened.last_mut().filter(|_| !closes) {
            open.inner = open.inner.max(range.end);
        }
        if let Some(heading) = &mut self.heading
            && !matches!(event, Event::End(TagEnd::Heading(_)))
        {
            let start = if heading.content.is_empty() { range.start } else { heading.content.start };
            heading.content = start..heading.content.end.max(range.end);
        }
        match event {
            Event::Start(tag) => self.start(tag, range),
            Event::End(tag) => self.end(tag, range),
            Event::Text(text) => {
                self.shape().characters += text.len();
                self.heading.iter_mut().for_each(|heading| heading.title.push_str(&text));
            }
            Event::Code(text) => {
                self.shape().fixed += 1;
                self.heading.iter_mut().for_each(|heading| heading.title.push_str(&text));
                self.code.push(range);
            }
            Event::SoftBreak | Event::HardBreak => self.heading.iter_mut().for_each(|heading| {
                heading.title.push(' ');
                heading.breaks.push(range.clone());
            }),
            Event::Html(_) => self.html.push((range, false)),
            Event::InlineHtml(_) => self.html.push((range, true)),
            _ => {}
        }
    }

    fn start(&mut self, tag: Tag<'t>, range: Range<usize>) {
        let top = self.depth == 0;
        self.depth += 1;
        match tag {
            Tag::Heading { level, id, classes, attrs } if top => {
                self.scan.shapes.push(Shape::default());
                let classes = classes.iter().map(|class| format!(".{class}"));
                let others = attrs.iter().map(|(name, value)| match value {
                    Some(value) => format!("{name}={value}"),
                    None => name.to_string(),
                });
                let first = self.text[range.clone()].trim_start().as_bytes().first().copied();
                self.heading = Some(Heading {
                    level: level as usize,
                    underlined: first != Some(b'#') || !self.is_on_one_line(&range),
                    span: range.clone(),
                    content: range.start..range.start,
                    id: id.map(CowStr::into_string),
                    attributes: classes.chain(others).collect(),
                    ..Heading::default()
                });
                return;
            }
            Tag::Heading { .. } => self.odd("import-nested-heading", range.start),
            Tag::Link { link_type, dest_url, .. } => self.open(false, link_type, dest_url, range.start + 1),
            Tag::Image { link_type, dest_url, .. } => self.open(true, link_type, dest_url, range.start + 2),
            Tag::CodeBlock(kind) => {
                if let CodeBlockKind::Fenced(info) = &kind
                    && oddities::is_diagram(info)
                {
                    self.odd("import-diagram", range.start);
                }
                self.shape().fixed += 1;
                self.code.push(range);
            }
            Tag::HtmlBlock => self.html.push((range.start..range.start, true)),
            Tag::Item => self.shape().fixed += 1,
            _ => {}
        }
        if top {
            self.shape().blocks += 1;
        }
    }

    /// A heading by signs is one line; one that is underlined has a second.
    fn is_on_one_line(&self, range: &Range<usize>) -> bool {
        !self.text[range.clone()].trim_end().contains('\n')
    }

    fn open(&mut self, image: bool, kind: LinkType, destination: CowStr<'t>, inner: usize) {
        self.shape().fixed += 1;
        let start = inner - if image { 2 } else { 1 };
        self.opened.push(Open { image, kind, destination, start, inner });
    }

    fn end(&mut self, tag: TagEnd, range: Range<usize>) {
        self.depth = self.depth.saturating_sub(1);
        match tag {
            TagEnd::Heading(_) => {
                if self.depth == 0
                    && let Some(heading) = self.heading.take()
                {
                    self.scan.headings.push(heading);
                }
            }
            TagEnd::Link | TagEnd::Image => {
                let Some(open) = self.opened.pop() else { return };
                if let Some(around) = self.opened.last_mut() {
                    around.inner = around.inner.max(range.end);
                }
                self.address(open, range);
            }
            _ => {}
        }
    }

    fn address(&mut self, open: Open<'t>, range: Range<usize>) {
        match open.kind {
            LinkType::Inline => {
                let destination = open.destination.into_string();
                let written = destination::of_inline(self.text, open.start..range.end, open.inner, &destination);
                self.scan.ways.push(Way { start: open.start, written, destination, image: open.image });
            }
            LinkType::Reference | LinkType::Collapsed | LinkType::Shortcut if open.image => {
                self.pictured.insert(open.destination.into_string());
            }
            _ => {}
        }
    }

    fn odd(&mut self, kind: &'static str, at: usize) {
        let (text, start) = (self.text, self.lines.start(at));
        let line = || text[start..].lines().next().unwrap_or_default().trim().to_owned();
        self.scan.oddities.entry(start).or_insert_with(|| (kind, line()));
    }

    fn finish(mut self, body: usize) -> Scan {
        self.code.sort_by_key(|range| range.start);
        for (at, kind) in oddities::marks(self.text, body, &self.code) {
            self.odd(kind, at);
        }
        for (range, begins) in std::mem::take(&mut self.html) {
            let html = &self.text[range.clone()];
            let ids = oddities::ids(html).map(|(id, at)| (id.to_owned(), range.start + at));
            self.scan.anchors.extend(ids.collect::<Vec<_>>());
            // Comments are seen by no reader; of an element, its beginning is enough.
            let rest = self.text[range.start..].trim_start();
            if begins && !rest.starts_with("<!--") && !rest.starts_with("</") {
                self.odd("import-html", range.start);
            }
        }
        self.scan.ways.sort_by_key(|way| way.start);
        self.scan
    }
}
