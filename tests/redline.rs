//! Redlines: true in both directions, the same every time, and drawn so that marks are seen without colour.
//!
//! `redline/` holds a publication before and after: every kind of change, in two languages, and what it becomes in each form.

use std::collections::BTreeSet;
use std::fs;
use std::process::{Command, Output};
use std::sync::Arc;

use camino::Utf8Path;
use diptych::publication::Publication;
use diptych::redline::{Fate, Numbered, Redline, Which, sections_of, sequence};
use diptych::renditions::redline::{Comparison, SideName, Version, json, markdown, page, terminal};
use diptych::sources::Sources;
use proptest::prelude::*;

use crate::markup::html_mistakes;
use crate::properties::{chapters, for_all, marks, publication};
use crate::publications::{Project, all_agree, differs, files, repository, sound};
use crate::revisions::Repository;

fn sections(publication: &Publication, folder: &str, tag: &str) -> Vec<Numbered> {
    let work = publication.works.iter().find(|work| work.folder == folder).expect("the work is there");
    let language = publication.languages.iter().position(|language| language.tag == tag).expect("the language is there");
    sections_of(publication, work, language)
}

/// Both texts can be read back out of what was made of them, and the same texts give the same again.
fn holds(old: &[Numbered], new: &[Numbered]) -> Redline {
    let redline = Redline::between(old, new);
    for (which, side) in [(Which::Old, old), (Which::New, new)] {
        let texts = redline.texts(which);
        assert_eq!(texts.len(), side.len(), "{which:?}");
        for (made, section) in texts.iter().zip(side) {
            assert_eq!(made, &section.text, "{which:?}");
        }
    }
    assert_eq!(redline, Redline::between(old, new));
    assert!(Redline::between(old, old).is_empty() && Redline::between(new, new).is_empty(), "a mark without a change");
    let same = old.len() == new.len() && old.iter().zip(new).all(|(one, other)| one.text == other.text);
    assert_eq!(redline.is_empty(), same);
    redline
}

fn compared(old: &Publication, new: Publication, folder: &str, tags: &[&str], all: bool) -> Comparison {
    let work = new.works.iter().position(|work| work.folder == folder).expect("the work is there");
    let version = |tag: &&str| {
        let language = new.languages.iter().position(|language| language.tag == *tag).expect("the language is there");
        Version { language, redline: holds(&sections(old, folder, tag), &sections(&new, folder, tag)) }
    };
    let versions = tags.iter().map(version).collect();
    let from = SideName::Revision { name: "v0.1".to_owned(), commit: "0123456789abcdef0123456789abcdef01234567".to_owned() };
    Comparison { publication: Arc::new(new), work, from, to: SideName::Working, versions, all }
}

fn case() -> (Publication, Publication) {
    let folder = repository().join("tests/redline");
    (sound(&folder.join("old")), sound(&folder.join("new")))
}

#[test]
fn every_kind_of_change_in_every_form() {
    let folder = repository().join("tests/redline/expected");
    let (old, new) = case();
    let comparison = compared(&old, new, "guidelines/street", &["en", "es"], false);
    let html = String::from_utf8(page(&comparison).expect("the page can be made")).expect("UTF-8");
    assert_eq!(html_mistakes(&html), Vec::<String>::new());
    let plain = strip(&terminal(&comparison, Some(100)));
    let value = serde_json::to_string_pretty(&json(&comparison)).expect("JSON") + "\n";
    let expected =
        [("terminal.txt", plain), ("summary.md", markdown(&comparison)), ("page.html", html), ("redline.json", value)];
    all_agree(expected.iter().filter_map(|(name, made)| differs(&folder.join(name), made.as_bytes())).collect());
}

/// Without colours.
fn strip(text: &str) -> String {
    let mut parts = text.split('\x1b');
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |text, part| text + part.split_once('m').map_or("", |(_, rest)| rest))
}

#[test]
fn sections_are_told_apart_by_what_became_of_them() {
    let (old, new) = case();
    let redline = holds(&sections(&old, "guidelines/street", "en"), &sections(&new, "guidelines/street", "en"));
    let fates: Vec<(String, Fate, bool)> = redline
        .sections
        .iter()
        .map(|section| (section.head().expect("a head").id.clone(), section.fate(), section.moved))
        .collect();
    let expected = [
        ("walking", Fate::Changed, false),
        ("lamps", Fate::Same, true),
        ("pavements", Fate::Changed, false),
        ("crossings", Fate::Changed, false),
        ("bicycles", Fate::Inserted, false),
        ("noise", Fate::Changed, false),
        ("cycling", Fate::Same, false),
        ("racks", Fate::Deleted, false),
    ];
    assert_eq!(fates, expected.map(|(id, fate, moved)| (id.to_owned(), fate, moved)));
}

#[test]
fn nothing_changed_is_said_so() {
    let (old, _) = case();
    let (same, _) = case();
    let comparison = compared(&old, same, "guidelines/street", &["en"], false);
    assert!(comparison.is_empty());
    assert!(markdown(&comparison).contains("Nothing has changed."));
    assert!(strip(&terminal(&comparison, None)).contains("Nothing has changed."));
    let html = String::from_utf8(page(&comparison).expect("made")).expect("UTF-8");
    assert!(!html.contains("<section"));
}

/// Texts and the same with a few places cut out, put in or put elsewhere.
fn edited() -> impl Strategy<Value = (Vec<String>, Vec<String>)> {
    let edit = (any::<prop::sample::Index>(), any::<prop::sample::Index>(), 0..30usize, marks());
    (chapters(marks()), proptest::collection::vec(edit, 0..4)).prop_map(|(texts, edits)| {
        let mut new = texts.clone();
        for (which, at, length, text) in edits {
            let chapter = which.index(new.len());
            let boundaries: Vec<usize> = new[chapter].char_indices().map(|(at, _)| at).chain([new[chapter].len()]).collect();
            let start = at.index(boundaries.len());
            let end = (start + length).min(boundaries.len() - 1);
            new[chapter].replace_range(boundaries[start]..boundaries[end], &text);
        }
        (texts, new)
    })
}

fn any_texts_hold(old: &[String], new: &[String], language: &'static str, sanitised: bool) {
    let ((old, _), (new, _)) = (publication(old, language, sanitised), publication(new, language, sanitised));
    let comparison = compared(&old, new, "guide", &[language], true);
    let html = String::from_utf8(page(&comparison).expect("made")).expect("UTF-8");
    let mended = |mistake: &String| !mistake.contains("Bad character") && !mistake.contains("NullCharacter");
    let mistakes: Vec<String> = html_mistakes(&html).into_iter().filter(mended).collect();
    assert!(mistakes.is_empty(), "{mistakes:#?}\n{html}");
    let shown = strip(&terminal(&comparison, Some(60)));
    assert!(shown.chars().all(|character| character == '\n' || !character.is_control()));
    assert!(markdown(&comparison).len() < 60_000);
    json(&comparison);
}

#[test]
fn any_edit_of_any_text_can_be_undone() {
    for_all(120, edited(), |(old, new)| any_texts_hold(&old, &new, "en", false));
    for_all(60, edited(), |(old, new)| any_texts_hold(&old, &new, "ar", true));
}

#[test]
fn any_text_can_become_any_other() {
    for_all(60, (chapters(marks()), chapters(marks())), |(old, new)| any_texts_hold(&old, &new, "es", false));
}

/// The repository's own works, with paragraphs and words of theirs exchanged, left out and repeated by a rule.
#[test]
fn the_real_texts_can_be_edited_and_undone() {
    let root = repository();
    let (sources, mistakes) = Sources::read(root).expect("the publication can be read");
    let (old, _) = Publication::of(&sources, mistakes, false);
    let old = old.expect("a publication");
    let mut number = 0usize;
    let changed = sources.texts_below(Utf8Path::new("content")).filter(|(path, _)| path.extension() == Some("md"));
    let changed: Vec<_> = changed
        .map(|(path, source)| {
            let mut paragraphs: Vec<String> = source.text.split("\n\n").map(str::to_owned).collect();
            for at in 1..paragraphs.len() {
                number = number.wrapping_mul(1_103_515_245).wrapping_add(12_345) & 0x7fff_ffff;
                match number >> 8 & 15 {
                    0 => paragraphs[at].clear(),
                    1 => paragraphs.swap(at, at - 1),
                    2 => paragraphs[at] = paragraphs[at].replace(" the ", " a ").replace(" la ", " una "),
                    3 => paragraphs[at] = format!("{}\n\nWords that nobody has read before.", paragraphs[at]),
                    _ => {}
                }
            }
            diptych::diagnostics::Source::new(path, paragraphs.join("\n\n"))
        })
        .collect();
    let (sources, mistakes) = sources.laid_over(changed);
    let (new, _) = Publication::of(&sources, mistakes, false);
    let new = new.expect("a publication");
    for work in &old.works {
        for (language, _) in &work.languages {
            let tag = &old.languages[*language].tag;
            holds(&sections(&old, work.folder.as_str(), tag), &sections(&new, work.folder.as_str(), tag));
        }
    }
}

/// A long paragraph of words that are all new, a thousand rows, ten thousand paragraphs: nothing is compared with everything.
#[test]
fn what_is_huge_is_compared_all_the_same() {
    let words = |offset: usize| (0..40_000).map(|n| format!("w{} ", n * 7 + offset)).collect::<String>();
    let rows = |offset: usize| {
        let rows = (0..1_000).map(|n| format!("| {} | a |\n", n * 3 + offset)).collect::<String>();
        format!("| A | B |\n|---|---|\n{rows}")
    };
    let paragraphs = |offset: usize| (0..5_000).map(|n| format!("p{} x\n\n", n * 3 + offset)).collect::<String>();
    let repeated = |count: usize| "a b ".repeat(count);
    let text = |offset: usize, count: usize| {
        format!("{}\n\n{}\n\n{}\n\n{}\n", words(offset), rows(offset), paragraphs(offset), repeated(count))
    };
    let (old, new) = (publication(&[text(0, 20_000)], "en", false).0, publication(&[text(1, 20_001)], "en", false).0);
    holds(&sections(&old, "guide", "en"), &sections(&new, "guide", "en"));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    /// What is called common is equal and in order, however long the sequences are.
    #[test]
    fn common_values_are_equal_and_in_order(
        old in proptest::collection::vec(0..9u32, 0..40),
        new in proptest::collection::vec(0..9u32, 0..40),
    ) {
        let pairs = sequence::common(&old, &new);
        prop_assert!(pairs.iter().all(|(one, other)| old[*one] == new[*other]));
        prop_assert!(pairs.windows(2).all(|pair| pair[0].0 < pair[1].0 && pair[0].1 < pair[1].1));
    }

    /// The heaviest rising subsequence, held against all there are.
    #[test]
    fn a_rising_subsequence_is_the_heaviest(order in Just((0..8usize).collect::<Vec<_>>()).prop_shuffle()) {
        let weight = |at: usize| (at as u64 * 5 + 1) % 4 + 1;
        let rises = |mask: usize| {
            let kept: Vec<usize> = (0..8).filter(|at| mask >> at & 1 == 1).collect();
            kept.windows(2).all(|pair| order[pair[0]] < order[pair[1]]).then(|| kept.into_iter().map(weight).sum::<u64>())
        };
        let heaviest = (0..256).filter_map(rises).max().unwrap_or_default();
        let kept = sequence::rising(&order, weight);
        prop_assert!(kept.windows(2).all(|pair| pair[0] < pair[1] && order[pair[0]] < order[pair[1]]));
        prop_assert_eq!(kept.into_iter().map(weight).sum::<u64>(), heaviest);
    }
}

fn diptych(root: &Utf8Path, arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_diptych"));
    command.args(["--root", root.as_str()]).args(arguments).env("LC_ALL", "C");
    command.output().expect("the binary runs")
}

fn said(output: &Output) -> (i32, String, String) {
    let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).expect("UTF-8");
    (output.status.code().expect("it ends by itself"), text(&output.stdout), text(&output.stderr))
}

/// The case as a history: the old text committed, the new one on the disk.
fn history() -> Repository {
    let repository = Repository::new();
    let folder = crate::publications::repository().join("tests/redline");
    for side in ["old", "new"] {
        let old: BTreeSet<_> = files(&folder.join("old")).into_keys().collect();
        let all = files(&folder.join(side));
        old.iter().filter(|path| !all.contains_key(*path)).for_each(|path| {
            drop(fs::remove_file(repository.path().join(path)));
        });
        all.iter().for_each(|(path, bytes)| repository.write(path.as_str(), bytes));
        if side == "old" {
            repository.commit("old");
        }
    }
    repository
}

#[test]
fn the_command_compares_a_revision_with_the_disk() {
    let repository = history();
    let (code, out, error) = said(&diptych(repository.path(), &["redline", "guidelines/street"]));
    assert_eq!((code, error.as_str()), (0, ""));
    assert!(out.contains("Guidelines on the Street (English)\nrevision HEAD ("), "{out}");
    assert!(out.contains("at least [-one metre-]{+two metres+} wide"), "{out}");
    assert!(out.contains("[-un metro-]{+dos metros+} de ancho"), "{out}");
    assert!(!out.contains('\x1b'), "no colour where there is no terminal");
    let (code, out, _) = said(&diptych(
        repository.path(),
        &["redline", "content/guidelines/street/", "--language", "es", "--section", "noise", "--as", "markdown"],
    ));
    assert_eq!(code, 0);
    assert!(out.starts_with("### Directrices sobre la Calle (español)\n") && !out.contains("Pavement"), "{out}");
    let (code, out, _) = said(&diptych(repository.path(), &["redline", "guidelines/street", "--to", "HEAD", "--quiet"]));
    assert_eq!(code, 0);
    assert!(out.contains("Nothing has changed.") && out.contains("No hay cambios."), "{out}");
    let (code, out, _) = said(&diptych(repository.path(), &["redline", "guidelines/street", "--format", "json"]));
    let value: serde_json::Value = serde_json::from_str(&out).expect("JSON");
    assert_eq!((code, &value["answer"]["versions"][0]["counts"]["moved"]), (0, &serde_json::json!(1)));
}

#[test]
fn the_command_writes_a_page() {
    let repository = history();
    let file = repository.path().join("marked.html");
    let (code, out, error) =
        said(&diptych(repository.path(), &["redline", "guidelines/street", "--as", "html", "--out", file.as_str()]));
    assert_eq!((code, error.as_str()), (0, ""));
    assert_eq!(out, format!("Written: {file}\n"));
    let written = fs::read_to_string(&file).expect("written");
    let (_, out, _) = said(&diptych(repository.path(), &["redline", "guidelines/street", "--as", "html"]));
    assert_eq!(written, out);
    for asked in ["<script", "<link", "<img", "url(", "@import"] {
        assert!(!written.contains(asked), "{asked}: the page needs no other file");
    }
}

#[test]
fn what_cannot_be_compared_is_said() {
    let repository = history();
    let refused = |arguments: &[&str]| {
        let (code, _, error) = said(&diptych(repository.path(), &[&["redline"], arguments].concat()));
        (code, error)
    };
    let (code, error) = refused(&["guidelines/stret"]);
    assert!(code == 2 && error.contains("guidelines/street"), "{error}");
    let (code, error) = refused(&["guidelines/street", "--language", "fr"]);
    assert_eq!((code, error.as_str()), (2, "The work has no “fr”: its languages are en, es.\n"));
    let (code, error) = refused(&["guidelines/street", "--section", "nowhere"]);
    assert_eq!((code, error.as_str()), (2, "guidelines/street has no section “nowhere” on either side.\n"));
    let (code, error) = refused(&["guidelines/street", "--from", "v9"]);
    assert!(code == 2 && error.contains("cannot find the revision “v9”"), "{error}");
    let project = Project::copy_of(repository.path());
    project.replace("content/guidelines/street/02-cycling.en.md", "Whoever", "[Whoever](nowhere.md)");
    let (code, out, error) = said(&diptych(project.root(), &["redline", "guidelines/street"]));
    assert!(code == 1 && out.contains("“working” has errors") | error.contains("“working” has errors"), "{out}{error}");
    let (code, ..) = said(&diptych(project.root(), &["redline", "guidelines/street", "--anyway"]));
    assert_eq!(code, 0);
}

/// Which of several notes is gone is told by what they say, not by which comes first.
#[test]
fn notes_are_paired_by_what_they_say() {
    let bodies =
        ["Bread is baked by whoever lives in the street.", "Lamps are lit at dusk by the town, and put out at dawn."];
    let text = |notes: &[(&str, &str)]| {
        let references: String = notes.iter().map(|(label, _)| format!("[^{label}]")).collect();
        let bodies: String = notes.iter().map(|(label, body)| format!("[^{label}]: {body}\n\n")).collect();
        format!("Everybody may walk.{references}\n\n{bodies}")
    };
    let changed = bodies[1].replace("dusk", "sunset");
    let compared = |old: &[(&str, &str)], new: &[(&str, &str)]| {
        let (old, new) = (publication(&[text(old)], "en", false).0, publication(&[text(new)], "en", false).0);
        let redline = holds(&sections(&old, "guide", "en"), &sections(&new, "guide", "en"));
        let notes = redline.sections.iter().flat_map(|section| &section.notes).map(|note| (note.old, note.new));
        notes.collect::<BTreeSet<_>>()
    };
    let both = [("a", bodies[0]), ("b", bodies[1])];
    assert_eq!(compared(&both, &[("b", &changed)]), BTreeSet::from([(Some(0), None), (Some(1), Some(0))]));
    assert_eq!(compared(&[("b", &changed)], &both), BTreeSet::from([(None, Some(0)), (Some(0), Some(1))]));
    // As many as before, and none is like another: in their order.
    let others = [("a", "Nobody knows."), ("b", "Everything changes, always.")];
    assert_eq!(compared(&both, &others), BTreeSet::from([(Some(0), Some(0)), (Some(1), Some(1))]));
}
