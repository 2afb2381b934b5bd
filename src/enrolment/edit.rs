//! Editing: an endorsement put into a file that is there, or ended in it.
//!
//! Takes: the file and what is to be said. Gives: its text with some lines more; every other byte stays — comments, blank lines, line
//! ends, the author's quotation marks. The new text is read back and held against what was meant; where the file is laid out in a way
//! that this does not hold, nothing is given. Must not know whether what it says is true.
//!
//! Why not `yaml-edit`: tried on the files of a register, it makes a comment below the last endorsement one of the new one, and fills
//! `endorsements: []` within the brackets. What is added here is always one run of lines, whose place the reader's spans give.

use std::ops::Range;
use std::sync::Arc;

use super::keys::{self, ENDORSEMENTS};
use super::{Composed, Entry, Fact, Owner, compose, standing, value};
use crate::diagnostics::Source;
use crate::record::Key;
use crate::record::node::{self, Node, Value};

/// What takes the place of a range of the file.
struct Splice {
    range: Range<usize>,
    composed: Composed,
}

/// The file with more endorsements, and with what else is said of the institution and stands nowhere in the file yet.
pub fn endorse(source: &Arc<Source>, endorsements: &[Vec<Fact>], own: &[Fact]) -> Option<Composed> {
    let root = node::yaml(source, 0..source.text.len()).ok()?;
    let page = Page { text: &source.text, root: &root };
    let mut expected = standing::of(&root);
    expected.endorsements.extend_from_slice(endorsements);
    expected.own.extend_from_slice(own);
    let mut splices = page.endorsements(endorsements)?;
    let mut heads: Vec<&str> = own.iter().filter_map(|fact| fact.key.name.split('.').next()).collect();
    heads.dedup();
    for head in heads {
        let facts: Vec<Fact> = own.iter().filter(|fact| fact.key.parts().next() == Some(head)).cloned().collect();
        splices.push(page.own(head, &facts)?);
    }
    page.spliced(splices, &expected)
}

/// The file with an endorsement withdrawn: its place in the list, and the facts of `withdrawal`.
pub fn withdraw(source: &Arc<Source>, place: usize, withdrawal: &[Fact]) -> Option<Composed> {
    let root = node::yaml(source, 0..source.text.len()).ok()?;
    let page = Page { text: &source.text, root: &root };
    let mut expected = standing::of(&root);
    let own = expected.endorsements.get_mut(place)?;
    own.iter_mut().filter(|fact| fact.key.name == "status").for_each(|fact| fact.value = "withdrawn".to_owned());
    own.extend_from_slice(withdrawal);
    let splices = page.withdrawal(place, withdrawal)?;
    page.spliced(splices, &expected)
}

/// A file as text and tree.
struct Page<'p> {
    text: &'p str,
    root: &'p Node,
}

impl Page<'_> {
    fn entries(&self) -> &[(Key, Node)] {
        match &self.root.value {
            Value::Map(entries) => entries,
            _ => &[],
        }
    }

    fn newline(&self) -> &'static str {
        if self.text.contains("\r\n") { "\r\n" } else { "\n" }
    }

    fn line_start(&self, at: usize) -> usize {
        self.text[..at].rfind('\n').map_or(0, |end| end + 1)
    }

    fn line_end(&self, at: usize) -> usize {
        self.text[at..].find('\n').map_or(self.text.len(), |end| at + end + 1)
    }

    /// The end of what belongs to a value that stands in this column: its own line, and all deeper ones that follow, comments too.
    fn end_of(&self, node: &Node, column: usize) -> usize {
        let mut end = self.line_end(node.span.end as usize);
        let mut at = end;
        while at < self.text.len() {
            let next = self.line_end(at);
            let line = self.text[at..next].trim_end();
            let indent = line.len() - line.trim_start().len();
            match (line.is_empty(), indent > column) {
                (true, _) => {}
                (false, true) => end = next,
                (false, false) => break,
            }
            at = next;
        }
        end
    }

    /// The last character before a place that is no blank, and where it stands.
    fn before(&self, at: usize) -> Option<(usize, char)> {
        self.text[..at].char_indices().rev().find(|(_, character)| !character.is_whitespace())
    }

    fn endorsements(&self, new: &[Vec<Fact>]) -> Option<Vec<Splice>> {
        let Some((key, list)) = self.entries().iter().find(|(key, _)| key.text == ENDORSEMENTS) else {
            let mut composed = Composed::default();
            append(&mut composed, &format!("{ENDORSEMENTS}:{}", self.newline()), Vec::new());
            let items = self.items(new, 2);
            append(&mut composed, &items.text, items.places);
            return Some(vec![self.lines_at(self.after(&keys::before_endorsements().collect::<Vec<_>>()), composed)]);
        };
        match &list.value {
            Value::Nothing => {
                let at = self.line_end(key.span.end as usize);
                Some(vec![self.lines_at(at, self.items(new, 2))])
            }
            Value::List(items) => match items.last() {
                None => self.in_empty_list(key, new),
                Some(last) => self.behind(items.first()?, last, new).map(|splice| vec![splice]),
            },
            _ => None,
        }
    }

    fn items(&self, new: &[Vec<Fact>], column: usize) -> Composed {
        let mut composed = Composed::default();
        for facts in new {
            let item = compose::item(facts, column, self.newline());
            append(&mut composed, &item.text, item.places);
        }
        composed
    }

    /// `endorsements: []` becomes a list of lines.
    fn in_empty_list(&self, key: &Key, new: &[Vec<Fact>]) -> Option<Vec<Splice>> {
        let from = key.span.end as usize;
        let line = &self.text[from..self.line_end(from)];
        let (open, close) = (line.find('[')?, line.find(']')?);
        let hollow = line[..open].trim() == ":" && line.get(open + 1..close)?.trim().is_empty();
        let removed = from + line[..open].trim_end().len()..from + close + 1;
        let lines = self.lines_at(self.line_end(from), self.items(new, 2));
        hollow.then(|| vec![Splice { range: removed, composed: Composed::default() }, lines])
    }

    /// Behind the last item of a list, written as the first one is.
    fn behind(&self, first: &Node, last: &Node, new: &[Vec<Fact>]) -> Option<Splice> {
        let (mut at, mut mark) = self.before(first.span.start as usize)?;
        if mark == '{' {
            (at, mark) = self.before(at)?;
        }
        if mark == '[' {
            let rest = &self.text[last.span.end as usize..];
            let braces = rest.find(|character: char| !character.is_whitespace() && character != '}')?;
            let close = last.span.end as usize + rest[..braces].trim_end().len();
            let mut composed = Composed::default();
            for facts in new {
                append(&mut composed, ", ", Vec::new());
                let item = compose::flow(facts);
                append(&mut composed, &item.text, item.places);
            }
            return rest[braces..].starts_with([']', ',']).then_some(Splice { range: close..close, composed });
        }
        let column = at - self.line_start(at);
        let hyphen = mark == '-' && self.text[self.line_start(at)..at].bytes().all(|byte| byte == b' ');
        hyphen.then(|| self.lines_at(self.end_of(last, column), self.items(new, column)))
    }

    /// A key that the file does not have yet.
    fn own(&self, head: &str, facts: &[Fact]) -> Option<Splice> {
        let known = self.entries().iter().any(|(key, _)| key.text == head);
        let heads = keys::heads();
        let place = heads.iter().position(|known| *known == head)?;
        let mut earlier = heads[..place].to_vec();
        earlier.push(ENDORSEMENTS);
        let sound = !known && compose::owner(facts) == Some(Owner::Institution);
        sound.then(|| self.lines_at(self.after(&earlier), compose::lines(facts, 0, self.newline())))
    }

    /// Behind the last of these keys that the file has, with all that belongs to it; at its end if it has none.
    fn after(&self, heads: &[&str]) -> usize {
        let last = self.entries().iter().rfind(|(key, _)| heads.contains(&key.text.as_str()));
        last.map_or(self.text.len(), |(key, node)| {
            let end = self.end_of(node, 0);
            // An empty value has no place of its own to rely on.
            end.max(self.line_end(key.span.end as usize))
        })
    }

    fn withdrawal(&self, place: usize, facts: &[Fact]) -> Option<Vec<Splice>> {
        let (_, list) = self.entries().iter().find(|(key, _)| key.text == ENDORSEMENTS)?;
        let Value::List(items) = &list.value else { return None };
        let item = items.get(place)?;
        let Value::Map(entries) = &item.value else { return None };
        let (_, status) = entries.iter().find(|(key, _)| key.text == "status")?;
        let written = status.span.range();
        // Within quotation marks, if the author set it in them.
        let inner = self.text[written.clone()].find(|character: char| character.is_ascii_lowercase())?;
        let word = self.text[written.clone()].trim_matches(['"', '\'']);
        let start = written.start + inner;
        let new = Composed { text: "withdrawn".to_owned(), places: Vec::new() };
        let status_splice = Splice { range: start..start + word.len(), composed: new };
        let flow = self.before(item.span.start as usize).is_some_and(|(_, mark)| mark == '{');
        let addition = if flow {
            let mut composed = Composed::default();
            append(&mut composed, ", ", Vec::new());
            let inner = compose::flow(facts);
            // Without the brackets of the map around it.
            let text = inner.text.strip_prefix('{').and_then(|text| text.strip_suffix('}'))?;
            append(
                &mut composed,
                text,
                inner.places.into_iter().map(|(at, from)| (at.start - 1..at.end - 1, from)).collect(),
            );
            Splice { range: written.end..written.end, composed }
        } else {
            let column = item.span.start as usize - self.line_start(item.span.start as usize);
            self.lines_at(self.line_end(written.end), compose::lines(facts, column, self.newline()))
        };
        Some(vec![status_splice, addition])
    }

    /// Whole lines at a place; the line before gets its end if it is the file's last and has none.
    fn lines_at(&self, at: usize, lines: Composed) -> Splice {
        let mut composed = Composed::default();
        if at > 0 && !self.text[..at].ends_with('\n') {
            append(&mut composed, self.newline(), Vec::new());
        }
        append(&mut composed, &lines.text, lines.places);
        Splice { range: at..at, composed }
    }

    /// The whole text, if it says what it is expected to say.
    fn spliced(&self, mut splices: Vec<Splice>, expected: &Entry) -> Option<Composed> {
        splices.sort_by_key(|splice| splice.range.start);
        let mut whole = Composed::default();
        let mut at = 0;
        for Splice { range, composed } in splices {
            append(&mut whole, self.text.get(at..range.start)?, Vec::new());
            append(&mut whole, &composed.text, composed.places);
            at = range.end;
        }
        append(&mut whole, &self.text[at..], Vec::new());
        let source = Source::new("", whole.text.as_str());
        let read = standing::of(&node::yaml(&source, 0..source.text.len()).ok()?);
        same(&read, expected).then_some(whole)
    }
}

fn append(whole: &mut Composed, text: &str, places: Vec<(Range<usize>, crate::diagnostics::Span)>) {
    let offset = whole.text.len();
    whole.text.push_str(text);
    whole.places.extend(places.into_iter().map(|(at, from)| (at.start + offset..at.end + offset, from)));
}

/// Whether two entries say the same.
fn same(one: &Entry, other: &Entry) -> bool {
    let facts = |one: &[Fact], other: &[Fact]| {
        one.len() == other.len() && one.iter().all(|fact| value(other, &fact.key.name) == Some(fact.value.as_str()))
    };
    facts(&one.own, &other.own)
        && one.endorsements.len() == other.endorsements.len()
        && one.endorsements.iter().zip(&other.endorsements).all(|(one, other)| facts(one, other))
}
