//! Proposed texts: a section in some languages that is in no chapter of the work.
//!
//! Takes: the documents of one change, the section that it is about. Gives: a [`ProposedText`], a chapter with that one section, so that
//! whatever looks at sections can look at it; and a diagnostic where a text is not one section. Must not know what becomes of it.

use super::super::SectionVersion;
use super::*;
use crate::diagnostics::Span;
use crate::documents::Reading;
use crate::documents::amendment::Proposed;

/// A proposed section.
pub struct ProposedText {
    /// In the languages in which a text is proposed.
    pub chapter: Chapter,
    /// The same, and in the other languages the current text: what stands beside each other if it is applied.
    pub(in crate::publication) beside: Chapter,
}

/// What a proposed text is to be.
pub(super) struct Wanted<'w> {
    /// The id that its heading has.
    pub id: &'w str,
    /// The current section that it replaces.
    pub now: Option<(&'w Chapter, &'w Section)>,
    /// The path that its links are relative to.
    pub path: &'w camino::Utf8Path,
}

/// Puts the texts among the documents; the ones that cannot be used are reported, and leave no section.
pub(super) fn text(
    proposed: &[Proposed],
    wanted: &Wanted<'_>,
    languages: usize,
    documents: &mut Vec<Document>,
) -> (Option<ProposedText>, Vec<Diagnostic>) {
    let mut diagnostics = Vec::new();
    let opens = wanted.now.is_some_and(|(_, section)| section.level == 1);
    let mut own = empty(wanted, languages);
    for Proposed { document, written } in proposed {
        let report = |problem: &'static str, span: Span| {
            let found = Diagnostic::new(Code::UnusableProposal, written.place(span)).with("problem", problem);
            found.with("id", wanted.id).hint(if problem == "opening" { "hint-opening" } else { "hint" })
        };
        let heading = |place: usize| document.sections.get(place).map(|section| section.span_of_heading(document));
        let begins = document.blocks[..].iter().map(|block| block.span).next().unwrap_or_default();
        let before = !document.sections[0].blocks.is_empty();
        let problem = match document.sections.len() {
            1 if opens => None,
            _ if opens => Some(("opening", heading(1))),
            1 => Some(("none", Some(begins))),
            2 if before => Some(("before", Some(begins))),
            2 => {
                let id = document.sections[1].id.as_ref();
                let same = id.is_some_and(|id| id.text == wanted.id);
                (!same).then(|| ("id", id.map(|id| id.span).or(heading(1))))
            }
            _ => Some(("several", heading(2))),
        };
        if let Some((problem, span)) = problem {
            diagnostics.push(report(problem, span.unwrap_or_default()));
            continue;
        }
        let section = document.sections.len() - 1;
        own.sections[0].level = document.sections[section].level;
        let title = document.sections[section].title.clone();
        own.sections[0].versions[document.language] = Some(SectionVersion { section, title });
        own.documents[document.language] = Some(documents.len());
        // Its links are relative to the page that it is for.
        documents.push(Reading { path: wanted.path.to_owned(), ..(**document).clone() }.into());
    }
    let levels = |proposed: &&Proposed| own.documents[proposed.document.language].is_some();
    for (one, other) in proposed.iter().filter(levels).zip(proposed.iter().filter(levels).skip(1)) {
        let level = |own: &Proposed| own.document.sections.last().map(|section| section.level);
        if level(one) != level(other) {
            let span = other.document.sections.last().map_or(Span::default(), |last| last.span_of_heading(&other.document));
            let place = other.written.place(span);
            let found = Diagnostic::new(Code::UnusableProposal, place).with("problem", "level").with("id", wanted.id);
            diagnostics.push(found.hint("hint-level"));
        }
    }
    if own.documents.iter().all(Option::is_none) {
        return (None, diagnostics);
    }
    let mut beside = empty(wanted, languages);
    beside.sections[0].level = own.sections[0].level;
    for language in 0..languages {
        let proposed = own.documents[language].zip(own.sections[0].versions[language].as_ref());
        let now = wanted.now.and_then(|(chapter, now)| chapter.documents[language].zip(now.versions[language].as_ref()));
        let Some((document, version)) = proposed.or(now) else { continue };
        beside.documents[language] = Some(document);
        beside.sections[0].versions[language] =
            Some(SectionVersion { section: version.section, title: version.title.clone() });
    }
    (Some(ProposedText { chapter: own, beside }), diagnostics)
}

fn empty(wanted: &Wanted<'_>, languages: usize) -> Chapter {
    let number = wanted.now.map_or_else(String::new, |(_, section)| section.number.clone());
    let level = wanted.now.map_or(2, |(_, section)| section.level);
    let versions = (0..languages).map(|_| None).collect();
    Chapter {
        path: wanted.path.to_owned(),
        number: None,
        within: true,
        day: None,
        slugs: vec![String::new(); languages],
        documents: vec![None; languages],
        sections: vec![Section { id: wanted.id.to_owned(), level, number, versions }],
        floats: Vec::new(),
    }
}
