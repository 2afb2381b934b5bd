//! Where a proposed text stands: it is read by itself, and what is found in it is told at its lines in the YAML.
//!
//! Takes: a literal block of an amendment. Gives: the text as a source of its own with the way back, and as a document. Must not know what it
//! proposes.

use std::sync::Arc;

use camino::Utf8PathBuf;

use crate::config::Book;
use crate::diagnostics::{Diagnostic, Place, Source, Span};
use crate::documents::arena::Document;
use crate::documents::front::FrontMatter;
use crate::documents::markdown;
use crate::locale::Language;
use crate::record::Spanned;

/// Where a text stands in the YAML that holds it.
#[derive(Debug)]
pub struct Written {
    pub source: Arc<Source>,
    /// All of it.
    pub span: Span,
    /// The text by itself, under the file's name.
    pub text: Arc<Source>,
    /// For each of its lines where it begins there and in the file; nothing where YAML does not show it line by line.
    lines: Vec<(usize, usize)>,
}

impl Written {
    pub(super) fn new(source: &Arc<Source>, text: &Spanned<String>) -> Written {
        let own = Source::new(source.path.clone(), format!("{}\n", text.value));
        let lines = lines(&source.text, text.span.start as usize, &text.value).unwrap_or_default();
        Written { source: Arc::clone(source), span: text.span, text: own, lines }
    }

    /// A place in the file for one in the text.
    pub fn place(&self, span: Span) -> Place {
        let at = |byte: u32| {
            let byte = byte as usize;
            let (own, there) = self.lines[..].iter().rev().find(|(own, _)| *own <= byte)?;
            Some((there + byte - own).min(self.source.text.len()))
        };
        let span = match at(span.start).zip(at(span.end)) {
            Some((start, end)) => Span::new(start, end.max(start)),
            None => self.span,
        };
        Place::new(&self.source, span)
    }

    /// The same at its place in the file, if it is about this text.
    pub fn moved(&self, mut found: Diagnostic) -> Diagnostic {
        if found.place.source.seal() == self.text.seal() {
            found.place = self.place(found.place.span);
        }
        if let Some(related) = found.related.take() {
            let own = related.source.seal() == self.text.seal();
            found.related = Some(if own { self.place(related.span) } else { related });
        }
        found
    }
}

/// The beginnings of a text's lines, in it and in the YAML around it; none where they do not correspond.
fn lines(yaml: &str, start: usize, text: &str) -> Option<Vec<(usize, usize)>> {
    let mut at = yaml[..start].rfind('\n').map_or(0, |end| end + 1);
    if yaml[start..].starts_with('|') {
        at = start + yaml[start..].find('\n')? + 1;
    }
    let mut found = Vec::new();
    let mut own = 0;
    for line in text.split('\n') {
        let end = yaml[at..].find('\n').map_or(yaml.len(), |end| at + end);
        let written = yaml[at..end].trim_end_matches('\r');
        if !written.ends_with(line) {
            return None;
        }
        found.push((own, at + written.len() - line.len()));
        own += line.len() + 1;
        at = (end + 1).min(yaml.len());
    }
    Some(found)
}

/// A text without front matter, as a document in nobody's place.
pub fn passage(source: &Arc<Source>, language: usize, book: &Book, languages: &[Language]) -> (Document, Vec<Diagnostic>) {
    let (parsed, mistakes) = markdown::parse(source, 0, languages[language].marks(), book.html);
    (parsed.document(source, Utf8PathBuf::new(), language, FrontMatter::untitled()), mistakes)
}
