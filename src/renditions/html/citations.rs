//! HTML of citations and of the list of what is cited, each linked to the other.
//!
//! Takes: the words that a style gave them. Gives: HTML. Must not know the style.

use super::{Piece, Writer, escape, escaped, push};
use crate::documents::Document;
use crate::documents::arena::BlockKind;
use crate::publication::Publication;
use crate::publication::citations::{Reference, Run};
use crate::publication::proceedings::ABSTRACT;

/// Pages show a document beside its version in another language, or an article below its abstract.
pub(super) fn scope(publication: &Publication, document: &Document) -> String {
    let tag = &publication.languages[document.language].tag;
    let name = document.source.path.file_name().and_then(|name| name.split('.').next());
    if name == Some(ABSTRACT) { format!("{tag}-{ABSTRACT}") } else { tag.clone() }
}

impl Writer<'_> {
    pub(super) fn citation(&self, number: u32, html: &mut String) {
        let Some(runs) = self.publication.citations[self.index].citations.get(number as usize) else { return };
        let scope = self.scope;
        push(html, format_args!("<span class=\"citation\" id=\"_cite-{scope}-{}\">", number + 1));
        let mut open = None;
        for run in runs {
            if run.reference != open {
                html.push_str(if open.is_some() { "</a>" } else { "" });
                if let Some(reference) = run.reference {
                    push(html, format_args!("<a href=\"#_ref-{scope}-{}\" role=\"doc-biblioref\">", reference + 1));
                }
                open = run.reference;
            }
            self.run(run, html);
        }
        html.push_str(if open.is_some() { "</a></span>" } else { "</span>" });
    }

    fn run(&self, run: &Run, html: &mut String) {
        let mut closing = String::new();
        let forms = [(run.italic, "em"), (run.bold, "strong"), (run.raised, "sup")];
        for (_, element) in forms.into_iter().filter(|(is_so, _)| *is_so) {
            push(html, format_args!("<{element}>"));
            closing.insert_str(0, &format!("</{element}>"));
        }
        if run.small_capitals {
            html.push_str("<span class=\"small-capitals\">");
            closing.insert_str(0, "</span>");
        }
        match &run.url {
            Some(url) => push(html, format_args!("<a href=\"{}\">{}</a>", escaped(url), escaped(&run.text))),
            None => escape(&run.text, html),
        }
        html.push_str(&closing);
    }

    /// The list of references, at the end of the section that is kept for it.
    pub(super) fn references(&self, section: usize) -> Option<Piece> {
        let texts = &self.publication.citations[self.index];
        // Where no section is kept for it, it ends the text.
        let home = texts.section.unwrap_or(self.document.sections.len() - 1);
        if texts.references.is_empty() || home != section {
            return None;
        }
        let list = self.reference_list(&texts.references);
        let title = || format!("<p class=\"references-title\">{}</p>", self.text("references-title", &[]));
        Some(Piece {
            html: if texts.section.is_some() { list } else { format!("<div>{}{list}</div>", title()) },
            anchor: None,
            kind: std::mem::discriminant(&BlockKind::List { start: None }),
        })
    }

    fn reference_list(&self, references: &[Reference]) -> String {
        let scope = self.scope;
        let mut html = "<ul class=\"references\">".to_owned();
        for (number, reference) in (1..).zip(references) {
            push(&mut html, format_args!("<li id=\"_ref-{scope}-{number}\">"));
            reference.runs.iter().for_each(|run| self.run(run, &mut html));
            for (nth, citation) in (1..).zip(&reference.cited) {
                let nth = nth.to_string();
                let label = self.text("citation-back", &[("number", &nth)]);
                push(&mut html, format_args!(" <a class=\"back\" href=\"#_cite-{scope}-{}\"", citation + 1));
                push(&mut html, format_args!(" role=\"doc-backlink\" aria-label=\"{label}\">↩&#xFE0E;</a>"));
            }
            html.push_str("</li>");
        }
        html + "</ul>"
    }
}
