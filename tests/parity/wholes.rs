//! Edits of more than a block: sections, titles, the texts of YAML files, drawings.

use std::ops::Range;

use diptych::documents::Document;
use diptych::documents::arena::Section;
use diptych::publication::{Chapter, Publication};
use diptych::sources::Sources;

use super::mutations::Edit;

type Of = (&'static str, &'static [&'static str], Vec<Edit>);

/// An edit of a document, found on one line of it.
fn edit(document: &Document, range: Range<usize>, text: impl Into<String>, at: usize) -> Edit {
    let line = document.source.line_column(at as u32).0;
    let path = document.source.path.clone();
    Edit { changes: vec![(path.clone(), range, text.into())], file: path, lines: line..line + 1 }
}

/// Each version of each chapter, with the other one.
fn versions(publication: &Publication) -> Vec<(&Chapter, &Document, &Document, usize)> {
    let chapters = publication.works().flat_map(|(_, work)| work.current().pages()).map(|(_, chapter)| chapter);
    let both = chapters.flat_map(|chapter| [(0, 1), (1, 0)].map(|(own, other)| (chapter, own, other)));
    both.filter_map(|(chapter, own, other)| {
        let of = |language: usize| Some(&publication.documents[chapter.documents[language]?]);
        Some((chapter, of(own)?, of(other)?, own))
    })
    .collect()
}

fn heading(document: &Document, section: &Section) -> Range<usize> {
    section.heading.map_or(0..0, |heading| document.blocks[heading as usize].span.range())
}

/// From the heading to the next one.
fn whole(document: &Document, number: usize) -> Range<usize> {
    let start = heading(document, &document.sections[number]).start;
    let next = document.sections.get(number + 1).map(|next| heading(document, next).start);
    // Notes at the end of a file are no part of its last section.
    start..next.unwrap_or_else(|| document.sections[number].span.end as usize)
}

fn sections(publication: &Publication) -> Vec<Of> {
    let (mut ids, mut removed, mut moved, mut levels, mut other) = (vec![], vec![], vec![], vec![], vec![]);
    for (_, own, twin, _) in versions(publication) {
        for (number, section) in own.sections.iter().enumerate().skip(1) {
            let Some(id) = &section.id else { continue };
            let line = heading(own, section);
            let counterpart =
                twin.sections.iter().position(|twin| twin.id.as_ref().is_some_and(|twin| twin.text == id.text));
            let Some(counterpart) = counterpart else { continue };
            ids.push(edit(own, id.span.range(), format!("{{#{}-x}}", id.text), line.start));
            let written = &own.source.text[line.clone()];
            ids.last_mut().expect("just added").changes[0].2 =
                own.source.text[id.span.range()].replace(&id.text, &format!("{}-x", id.text));
            if written.starts_with("## ") {
                levels.push(edit(own, line.start..line.start, "#", line.start));
            }
            let is_last = number + 1 == own.sections.len();
            let text = &own.source.text[whole(own, number)];
            if !is_last && !text.contains("[^") {
                let mut edit = edit(own, whole(own, number), "", line.start);
                let place = heading(twin, &twin.sections[counterpart]).start;
                let line = twin.source.line_column(place as u32).0;
                (edit.file, edit.lines) = (twin.source.path.clone(), line..line + 1);
                removed.push(edit);
            }
            let next =
                own.sections.get(number + 1).filter(|next| next.level == section.level && number + 2 < own.sections.len());
            if next.is_some() {
                let (first, second) = (whole(own, number), whole(own, number + 1));
                let swapped = format!("{}{}", &own.source.text[second.clone()], &own.source.text[first.clone()]);
                let from = own.source.line_column(first.start as u32).0;
                let to = own.source.line_column(second.end as u32).0;
                let mut edit = edit(own, first.start..second.end, swapped, first.start);
                edit.lines = from..to;
                moved.push(edit);
            }
            let theirs = &twin.source.text[whole(twin, counterpart)];
            let body = |text: &str| text.split_once('\n').map_or(String::new(), |(_, body)| body.to_owned());
            if !is_last
                && body(theirs).split_whitespace().count() > 60
                && !theirs.contains("{lang=")
                && !theirs.contains("[^")
            {
                let range = whole(own, number);
                let start = range.start + own.source.text[range.clone()].find('\n').unwrap_or_default();
                let mut edit = edit(own, start..range.end, format!("\n{}", body(theirs)), line.start);
                edit.lines.end += theirs.lines().count();
                other.push(edit);
            }
        }
    }
    vec![
        ("an id changed", &["different-ids"], ids),
        ("a section removed", &["missing-section"], removed),
        ("two sections exchanged", &["different-order"], moved),
        ("a level changed", &["different-level"], levels),
        ("a section in the other language", &["other-language"], other),
    ]
}

fn titles(publication: &Publication) -> Vec<Of> {
    let (mut titles, mut descriptions, mut headings) = (vec![], vec![], vec![]);
    for (_, own, _, _) in versions(publication) {
        let end = |span: diptych::diagnostics::Span| {
            let written = &own.source.text[span.range()];
            span.start as usize + written.trim_end().trim_end_matches(['"', '\'']).len()
        };
        let at = end(own.front.title.span);
        titles.push(edit(own, at..at, " 77", at));
        if let Some(description) = &own.front.description {
            let at = end(description.span);
            let mut edit = edit(own, at..at, " 77", at);
            edit.lines.start = own.source.line_column(description.span.start).0;
            descriptions.push(edit);
        }
        for section in own.sections.iter().skip(1).filter(|section| section.id.is_some()) {
            let line = heading(own, section);
            let at = line.start + own.source.text[line.clone()].find(" {#").unwrap_or(line.len());
            headings.push(edit(own, at..at, " 77", line.start));
        }
    }
    vec![
        ("a number in a title", &["different-numbers"], titles),
        ("a number in a description", &["different-numbers"], descriptions),
        ("a number in a heading", &["different-numbers"], headings),
    ]
}

/// The first line of each text of one language in YAML files, and where its first word ends.
/// What was frozen is not changed any more, and the reasons of an amendment are its proposer's.
fn is_compared(path: &camino::Utf8Path) -> bool {
    path.components().all(|part| !["editions", "amendments"].contains(&part.as_str()))
}

fn yaml(sources: &Sources) -> Vec<Of> {
    let mut numbers = Vec::new();
    for (path, source) in sources
        .texts
        .iter()
        .filter(|(path, _)| path.extension() == Some("yaml") && path.starts_with("content") && is_compared(path))
    {
        let mut at = 0;
        let mut text_follows = false;
        for line in source.text.split_inclusive('\n') {
            let inside = line.trim_start();
            if text_follows && let Some(space) = inside.find(' ') {
                let start = at + (line.len() - inside.len()) + space;
                let number = source.line_column(start as u32).0;
                let changes = vec![(path.clone(), start..start, " 77".to_owned())];
                numbers.push(Edit { changes, file: path.clone(), lines: number..number + 1 });
            }
            text_follows = ["es: >-", "es: |", "en: >-", "en: |"].contains(&inside.trim_end());
            at += line.len();
        }
    }
    let (titles, keywords) = parts(sources);
    vec![
        ("a number in a text of a YAML file", &["different-numbers"], numbers),
        ("a number in a title of a panel or a paper", &["different-numbers"], titles),
        ("a keyword lost", &["different-lists"], keywords),
    ]
}

/// The titles of panels and contributions, and the first keyword of each list.
fn parts(sources: &Sources) -> (Vec<Edit>, Vec<Edit>) {
    let (mut titles, mut keywords) = (Vec::new(), Vec::new());
    let is_part = |path: &camino::Utf8Path| matches!(path.file_name(), Some("panel.yaml" | "contribution.yaml"));
    for (path, source) in sources.texts.iter().filter(|(path, _)| is_part(path)) {
        let (mut at, mut key) = (0, "");
        for line in source.text.split_inclusive('\n') {
            let text = line.trim_end();
            let number = source.line_column(at as u32).0;
            let push = |list: &mut Vec<Edit>, range: Range<usize>, new: &str| {
                let changes = vec![(path.clone(), range, new.to_owned())];
                list.push(Edit { changes, file: path.clone(), lines: number..number + 1 });
            };
            if !text.starts_with([' ', '#']) {
                key = text.trim_end_matches(':');
            } else if key == "title" && text.len() > 8 {
                // Within quotation marks, where there are some.
                let end = at + text.trim_end_matches('"').len();
                push(&mut titles, end..end, " 77");
            } else if let (true, Some(comma), Some(open)) = (key == "keywords", text.find(", "), text.find('[')) {
                push(&mut keywords, at + open + 1..at + comma + 2, "");
            }
            at += line.len();
        }
    }
    (titles, keywords)
}

fn drawings(publication: &Publication, sources: &Sources) -> Vec<Of> {
    let (mut removed, mut numbers) = (Vec::new(), Vec::new());
    for (_, own, twin, language) in versions(publication) {
        let index =
            publication.documents.iter().position(|document| document.source.path == own.source.path).expect("it is there");
        for (nth, image) in publication.images[index].iter().enumerate() {
            let Some(image) = image.as_ref().filter(|image| image.path.extension() == Some("svg")) else { continue };
            let path = camino::Utf8Path::new("content").join(&image.path);
            let Some(source) = sources.texts.get(&path) else { continue };
            let tag = &publication.languages[language].tag;
            let Some(start) = source.text.find("<text").filter(|_| image.path.as_str().ends_with(&format!(".{tag}.svg")))
            else {
                continue;
            };
            let open = start + source.text[start..].find('>').expect("a tag ends") + 1;
            let line = source.line_column(start as u32).0;
            let changes = vec![(path.clone(), open..open, "77 ".to_owned())];
            numbers.push(Edit { changes, file: path.clone(), lines: line..line + 1 });
            // A label more, far from all others.
            let end = source.text.rfind("</svg>").expect("a drawing ends");
            let figure = &own.images[nth];
            let line = own.source.line_column(figure.span.start).0;
            let changes = vec![(path.clone(), end..end, "<text x=\"3.25\" y=\"3\">Más</text>".to_owned())];
            removed.push(Edit { changes, file: own.source.path.clone(), lines: line..line + 1 });
            let _ = twin;
        }
    }
    vec![
        ("a label too many in a drawing", &["different-figures"], removed),
        ("a number in a drawing", &["different-numbers"], numbers),
    ]
}

pub fn kinds(publication: &Publication, sources: &Sources) -> Vec<Of> {
    [sections(publication), titles(publication), yaml(sources), drawings(publication, sources)]
        .into_iter()
        .flatten()
        .collect()
}
