//! Spans: wherever a diagnostic may point, its ends lie between characters and inside what it belongs to.

use camino::Utf8PathBuf;
use diptych::diagnostics::Span;
use diptych::documents::Document;
use diptych::documents::arena::{BlockKind, InlineKind};
use diptych::publication::Publication;

use crate::publications::{Project, cases, document, repository, sound};

/// The repository's own publication and all golden ones.
fn publications() -> Vec<(Utf8PathBuf, Publication)> {
    let roots = cases("golden").into_iter().chain([repository().to_owned()]);
    roots.map(|root| (root.clone(), sound(&root))).collect()
}

fn check(document: &Document, span: Span, within: Span, what: &str) {
    let (path, text) = (&document.source.path, &document.source.text);
    let (start, end) = (span.start as usize, span.end as usize);
    assert!(start <= end && end <= text.len(), "{path}: {what} {span:?}");
    assert!(text.is_char_boundary(start) && text.is_char_boundary(end), "{path}: {what} {span:?} cuts a character");
    assert!(within.start <= span.start && span.end <= within.end, "{path}: {what} {span:?} is not inside {within:?}");
}

#[test]
fn every_span_lies_between_characters_and_inside_its_parent() {
    for (_, publication) in publications() {
        for document in &publication.documents {
            let whole = Span::new(0, document.source.text.len());
            let mut open: Vec<usize> = Vec::new();
            for (index, block) in document.blocks.iter().enumerate() {
                open.retain(|parent| document.blocks[*parent].end as usize > index);
                let within = open.last().map_or(whole, |parent| document.blocks[*parent].span);
                check(document, block.span, within, "block");
                assert!(block.end as usize > index && block.end as usize <= document.blocks.len());
                for inline in &document.inlines[block.inlines.start as usize..block.inlines.end as usize] {
                    check(document, inline.span, block.span, "inline");
                }
                open.push(index);
            }
            let (links, images) =
                (document.links.iter().map(|link| link.span), document.images.iter().map(|image| image.span));
            for span in links.chain(images).chain(document.notes.iter().map(|note| note.span)) {
                check(document, span, whole, "link, image or note");
            }
            for section in &document.sections {
                check(document, section.span, whole, "section");
                if let Some(id) = &section.id {
                    check(document, id.span, section.span, "id");
                }
            }
            check(document, document.front.title.span, whole, "title");
        }
    }
}

/// Text that was not changed on its way is what its span says.
#[test]
fn texts_stand_where_their_spans_say() {
    for (_, publication) in publications() {
        for document in &publication.documents {
            let mut words = 0;
            for inline in &document.inlines {
                if let InlineKind::Text(text) = &inline.kind {
                    let (written, read) = (&document.source.text[inline.span.range()], document.slice(text));
                    // A typographic mark or an entity is written otherwise than it is read.
                    if written != read {
                        let letters = |text: &str| text.chars().filter(|character| character.is_alphanumeric()).count();
                        assert!(letters(read) <= 2, "{}: {written:?} is read as {read:?}", document.source.path);
                    } else {
                        words += 1;
                    }
                }
            }
            assert!(words > 0 || document.inlines.is_empty(), "{} has no text", document.source.path);
        }
    }
}

#[test]
fn every_block_belongs_to_one_section() {
    for (_, publication) in publications() {
        for document in &publication.documents {
            let mut next = 0;
            for section in &document.sections {
                assert_eq!(section.blocks.start, section.heading.map_or(next, |heading| heading + 1));
                assert!(section.blocks.end >= section.blocks.start);
                next = section.blocks.end;
            }
            assert_eq!(next as usize, document.blocks.len(), "{}", document.source.path);
        }
    }
}

/// A container ends where its last child does, whatever the parser says of it.
#[test]
fn a_definition_list_does_not_swallow_the_next_paragraph() {
    let project = Project::new();
    project.page("index.{}", "Term\n: Its meaning.\n\nA paragraph – after.\n\n> Quoted: ñandú\n\n- item\n\n  more\n");
    let publication = project.sound();
    let (_, document) = document(&publication, "index.en.md");
    let written = |wanted: fn(&BlockKind) -> bool| {
        let block = document.blocks.iter().find(|block| wanted(&block.kind)).expect("the block is there");
        &document.source.text[block.span.range()]
    };
    assert_eq!(written(|kind| *kind == BlockKind::DefinitionList), "Term\n: Its meaning.");
    assert_eq!(written(|kind| *kind == BlockKind::Quote), "> Quoted: ñandú");
    assert_eq!(written(|kind| matches!(kind, BlockKind::List { .. })), "- item\n\n  more");
}

#[test]
fn carriage_returns_move_nothing() {
    let text = "## One {#one}\n\nA [page](index.md) and a note.[^1]\n\n[^1]: The ñote.\n";
    for text in [text.to_owned(), text.replace('\n', "\r\n")] {
        let project = Project::new();
        project.page("index.{}", &text);
        let publication = project.sound();
        let (_, document) = document(&publication, "index.en.md");
        let source = &document.source.text;
        assert_eq!(&source[document.links[0].span.range()], "[page](index.md)");
        assert_eq!(&source[document.notes[0].span.range()], "[^1]:");
        assert_eq!(document.sections[1].id.as_ref().map(|id| &source[id.span.range()]), Some("{#one}"));
    }
}
