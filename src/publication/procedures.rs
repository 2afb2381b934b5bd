//! Procedures: sections that say who answers for a task, what it takes and gives, and its steps.
//!
//! Takes: the documents and the words of their languages for the five headings. Gives: for each document which of its blocks are a procedure's parts,
//! so that renditions lay them out, and a diagnostic for what is missing, unknown or repeated. Must not know how they are laid out.

use std::collections::BTreeMap;

use super::{Chapter, Work};
use crate::config::Book;
use crate::diagnostics::{Code, Diagnostic, Place, nearest};
use crate::documents::Document;
use crate::documents::arena::{BlockKind, Section};
use crate::locale::Messages;

/// One of the five headings.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Part {
    Responsible,
    Inputs,
    Outputs,
    Indicators,
    Agencies,
}

impl Part {
    pub const ALL: [Part; 5] = [Part::Responsible, Part::Inputs, Part::Outputs, Part::Indicators, Part::Agencies];

    /// The name in class names.
    pub fn name(self) -> &'static str {
        match self {
            Part::Responsible => "responsible",
            Part::Inputs => "inputs",
            Part::Outputs => "outputs",
            Part::Indicators => "indicators",
            Part::Agencies => "agencies",
        }
    }

    /// The message with its word.
    fn key(self) -> &'static str {
        match self {
            Part::Responsible => "procedure-responsible",
            Part::Inputs => "procedure-inputs",
            Part::Outputs => "procedure-outputs",
            Part::Indicators => "procedure-indicators",
            Part::Agencies => "procedure-agencies",
        }
    }

    /// A task may need nobody else; it always has somebody who answers for it.
    fn is_needed(self) -> bool {
        self != Part::Agencies
    }
}

/// What a block is within a procedure.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Role {
    /// The list of its headings.
    Facts,
    Term(Part),
    /// The numbered list of its steps.
    Steps,
}

/// The blocks of a document that are parts of procedures.
pub type Roles = BTreeMap<u32, Role>;

pub fn resolve(messages: &Messages, documents: &[Document]) -> (Vec<Roles>, Vec<Diagnostic>) {
    let mut diagnostics = Vec::new();
    let roles = documents.iter().map(|document| {
        let mut roles = Roles::new();
        let procedures: Vec<&Section> = document.sections.iter().filter(|section| section.procedure).collect();
        if !procedures.is_empty() {
            let words = words(messages, document.language);
            procedures.iter().for_each(|section| read(document, section, &words, &mut roles, &mut diagnostics));
        }
        roles
    });
    (roles.collect(), diagnostics)
}

fn words(messages: &Messages, language: usize) -> [(Part, String); 5] {
    Part::ALL.map(|part| (part, messages.text(language, part.key(), &[])))
}

fn read(
    document: &Document,
    section: &Section,
    words: &[(Part, String)],
    roles: &mut Roles,
    diagnostics: &mut Vec<Diagnostic>,
) {
    let heading = || document.place(section.span_of_heading(document));
    let blocks: Vec<(u32, &BlockKind)> =
        document.children(section.blocks.clone()).map(|(at, block)| (at, &block.kind)).collect();
    let named: Vec<&str> = words.iter().map(|(_, word)| word.as_str()).collect();
    match blocks.iter().find(|(_, kind)| **kind == BlockKind::DefinitionList) {
        Some((list, _)) => {
            roles.insert(*list, Role::Facts);
            let found = terms(document, *list, words, roles, diagnostics);
            for (_, word) in words.iter().filter(|(part, _)| part.is_needed() && !found.contains_key(part)) {
                diagnostics.push(Diagnostic::new(Code::MissingProcedurePart, heading()).with("part", word.as_str()));
            }
        }
        None => {
            let diagnostic = Diagnostic::new(Code::IncompleteProcedure, heading()).with("lacks", "parts");
            diagnostics.push(diagnostic.with("known", named.join(", ")));
        }
    }
    match blocks.iter().rev().find(|(_, kind)| matches!(kind, BlockKind::List { start: Some(_) })) {
        Some((list, _)) => drop(roles.insert(*list, Role::Steps)),
        None => {
            diagnostics.push(Diagnostic::new(Code::IncompleteProcedure, heading()).with("lacks", "steps").hint("hint-steps"))
        }
    }
}

/// The parts that the terms of a list name, each with where it stands first.
fn terms(
    document: &Document,
    list: u32,
    words: &[(Part, String)],
    roles: &mut Roles,
    diagnostics: &mut Vec<Diagnostic>,
) -> BTreeMap<Part, Place> {
    let mut found: BTreeMap<Part, Place> = BTreeMap::new();
    let terms = document.children(document.inside(list)).filter(|(_, block)| block.kind == BlockKind::Term);
    for (at, block) in terms {
        let (place, typed) = (document.place(block.span), document.plain(block.inlines.clone()));
        let typed = typed.trim().trim_end_matches(':').trim_end();
        let known = words.iter().find(|(_, word)| word.to_lowercase() == typed.to_lowercase());
        let Some((part, word)) = known else {
            let known: Vec<&str> = words.iter().map(|(_, word)| word.as_str()).collect();
            let diagnostic = Diagnostic::new(Code::UnknownProcedurePart, place).with("part", typed);
            diagnostics.push(match nearest(typed, known.iter().copied()) {
                Some(near) => {
                    // Reported as mistyped, it is not missing as well.
                    let meant = words.iter().find(|(_, word)| word == near).map(|(part, _)| *part);
                    if let Some(part) = meant {
                        found.entry(part).or_insert_with(|| diagnostic.place.clone());
                    }
                    diagnostic.with("nearest", near).hint("hint-nearest")
                }
                None => diagnostic.with("known", known.join(", ")),
            });
            continue;
        };
        roles.insert(at, Role::Term(*part));
        match found.get(part) {
            Some(first) => {
                let diagnostic = Diagnostic::new(Code::RepeatedProcedurePart, place).with("part", word.as_str());
                diagnostics.push(diagnostic.related(first.clone()));
            }
            None => drop(found.insert(*part, place)),
        }
    }
    found
}

/// The versions of a procedure have the same parts; that they have as many steps is `parity`'s to see.
pub fn compare(book: &Book, works: &[Work], documents: &[Document], roles: &[Roles]) -> Vec<Diagnostic> {
    let chapters = works.iter().flat_map(|work| work.current().pages().map(move |(_, chapter)| (work, chapter)));
    chapters.flat_map(|(work, chapter)| compare_chapter(book, work, chapter, documents, roles)).collect()
}

fn compare_chapter(book: &Book, work: &Work, chapter: &Chapter, documents: &[Document], roles: &[Roles]) -> Vec<Diagnostic> {
    let mut diagnostics = Vec::new();
    let mut languages = work.languages.iter().map(|(language, _)| *language);
    let languages: Vec<usize> = languages.by_ref().filter(|language| chapter.documents[*language].is_some()).collect();
    let Some((first, others)) = languages.split_first() else { return diagnostics };
    for section in &chapter.sections {
        let version = |language: usize| {
            let index = chapter.documents[language]?;
            let own = &documents[index].sections[section.versions[language].as_ref()?.section];
            own.procedure.then_some((index, own))
        };
        let Some((base, base_section)) = version(*first) else { continue };
        let wanted = parts(base_section, &roles[base]);
        for (index, own) in others.iter().filter_map(|other| version(*other)) {
            if parts(own, &roles[index]) == wanted {
                continue;
            }
            let place = documents[index].place(own.span_of_heading(&documents[index]));
            let diagnostic = Diagnostic::new(Code::DifferentProcedures, place);
            let diagnostic = diagnostic.with("language", book.languages[*first].1.name.as_str());
            let first = documents[base].place(base_section.span_of_heading(&documents[base]));
            diagnostics.push(diagnostic.related(first));
        }
    }
    diagnostics
}

/// Its parts in their order.
fn parts(section: &Section, roles: &Roles) -> Vec<Part> {
    let part = |(_, role): (&u32, &Role)| match role {
        Role::Term(part) => Some(*part),
        _ => None,
    };
    roles.range(section.blocks.clone()).filter_map(part).collect()
}
