//! Marks: what authors say differs on purpose, `<!-- parity: numbers -->`.
//!
//! Takes: the comments of a document that begin with `parity:`. Gives: which of them excuse a difference at a block, and afterwards a
//! diagnostic for every word that excused none. Must not know how versions are compared.

use std::collections::BTreeSet;

use crate::diagnostics::{Code, Diagnostic};
use crate::documents::Document;
use crate::documents::mark::Mark;

/// What a word excuses; `split` joins a block to the one before it.
const WORDS: [(&str, Option<Code>); 16] = [
    ("split", None),
    ("only", Some(Code::BlockInOneLanguage)),
    ("blocks", Some(Code::DifferentBlocks)),
    ("order", Some(Code::DifferentOrder)),
    ("level", Some(Code::DifferentLevel)),
    ("lists", Some(Code::DifferentLists)),
    ("tables", Some(Code::DifferentTables)),
    ("figures", Some(Code::DifferentFigures)),
    ("notes", Some(Code::DifferentNotes)),
    ("links", Some(Code::DifferentLinks)),
    ("citations", Some(Code::DifferentCitations)),
    ("numbers", Some(Code::DifferentNumbers)),
    ("emphasis", Some(Code::DifferentEmphasis)),
    ("language", Some(Code::OtherLanguage)),
    ("obligation", Some(Code::DifferentObligation)),
    ("negation", Some(Code::DifferentNegation)),
];

/// A word of a mark: the document's place in [`Publication::documents`](crate::publication::Publication::documents), the mark's and the
/// word's.
pub type Used = BTreeSet<(usize, usize, usize)>;

/// The word at a block, or around it, that says one thing.
fn find(document: &Document, block: u32, word: &str) -> Option<(usize, usize)> {
    document.marks.iter().enumerate().find_map(|(number, mark)| {
        let end = document.blocks.get(mark.block as usize)?.end;
        let covers = (mark.block..end).contains(&block);
        let position = mark.words.iter().position(|(own, _)| own == word).filter(|_| covers)?;
        Some((number, position))
    })
}

/// The word that excuses a difference at a block.
pub fn excuse(document: &Document, block: u32, code: Code) -> Option<(usize, usize)> {
    if document.marks.is_empty() {
        return None;
    }
    let (word, _) = WORDS.iter().find(|(_, own)| *own == Some(code))?;
    find(document, block, word)
}

/// The mark right before a block that says it belongs with the one before.
pub fn split(document: &Document, block: u32) -> Option<(usize, usize)> {
    let own = |(number, mark): (usize, &Mark)| {
        let position = mark.words.iter().position(|(word, _)| word == "split").filter(|_| mark.block == block)?;
        Some((number, position))
    };
    document.marks.iter().enumerate().find_map(own)
}

/// Words that nobody knows, and words that excuse nothing.
pub fn check(documents: &[Document], compared: &[bool], used: &Used) -> Vec<Diagnostic> {
    let mut diagnostics = Vec::new();
    for (index, document) in documents.iter().enumerate() {
        for (number, mark) in document.marks.iter().enumerate() {
            for (position, (word, span)) in mark.words.iter().enumerate() {
                let place = document.place(*span);
                let known = WORDS.iter().map(|(known, _)| *known);
                if !known.clone().any(|known| known == word) {
                    let diagnostic = Diagnostic::new(Code::UnknownParityMark, place).with("word", word.as_str());
                    diagnostics.push(diagnostic.nearest(word, known));
                } else if compared[index] && !used.contains(&(index, number, position)) {
                    diagnostics.push(Diagnostic::new(Code::NeedlessParityMark, place).with("word", word.as_str()));
                }
            }
        }
    }
    diagnostics
}
