//! Amendments: sections of files replaced, inserted, deleted and moved as bytes; proposals found in edited files; and the life of one by
//! commands alone.

use std::process::{Command, Output};
use std::sync::LazyLock;

use camino::Utf8Path;
use diptych::amending::apply::{amended, applied};
use diptych::amending::compose::Draft;
use diptych::amending::difference::{Side, changes};
use diptych::amending::merge::merged;
use diptych::amending::page::{Grammar, Page};
use diptych::diagnostics::Source;
use diptych::documents::amendment::{self, AmendmentKind, AmendmentStatus, AmendmentYaml, ReceivedVia};
use diptych::documents::document;
use diptych::publication::Publication;
use proptest::prelude::*;

use crate::publications::{Project, reported, resolve};
use crate::revisions::Repository;

const WORK: &str = "kind: guidelines\ntitle: {en: Home, es: Hogar}\nedition: {number: \"1.0\", status: in-consultation, date: 2026-01-01}\n";

/// Whatever has a book and languages.
static EMPTY: LazyLock<Publication> = LazyLock::new(|| {
    let project = Project::new();
    project.page("index.{}", "");
    project.sound()
});

fn grammar() -> Grammar<'static> {
    Grammar { book: &EMPTY.book, languages: &EMPTY.languages }
}

fn page(text: &str) -> Page {
    let source = Source::new("content/home/01-rights.en.md", text);
    let document = document(&source, &EMPTY.book, &EMPTY.languages).expect("a text with front matter");
    let id = |(place, section): (usize, &diptych::documents::arena::Section)| match (&section.id, place) {
        (Some(id), _) => id.text.clone(),
        (None, _) => "rights".to_owned(),
    };
    let ids = document.sections.iter().enumerate().map(id).collect();
    Page::new(document, ids)
}

/// A section of a made-up file.
#[derive(Clone, Debug)]
struct Made {
    level: usize,
    words: Vec<&'static str>,
    /// Labels of notes that it refers to.
    refers: Vec<usize>,
}

fn section() -> impl Strategy<Value = Made> {
    let words = proptest::sample::select(vec![
        "Bread.",
        "*Roses*.",
        "- a\n- b",
        "> Peace.",
        "| a | b |\n|---|---|\n| c | d |",
        "```\n## x\n```",
    ]);
    let refers = proptest::collection::vec(0..4usize, 0..3);
    (2..4usize, proptest::collection::vec(words, 0..3), refers).prop_map(|(level, words, refers)| Made {
        level,
        words,
        refers,
    })
}

/// A file: its sections, for each note where its body stands, whether lines end as on Windows, and whether the last one ends.
fn file() -> impl Strategy<Value = String> {
    let sections = proptest::collection::vec(section(), 2..6);
    let bodies = proptest::collection::vec(proptest::option::of(0..6usize), 4);
    (sections, bodies, any::<bool>(), any::<bool>()).prop_map(|(sections, bodies, windows, ends)| {
        let mut parts: Vec<String> = Vec::new();
        for (nth, made) in sections.iter().enumerate() {
            let level = if nth == 0 { 2 } else { made.level };
            let mut blocks = vec![format!("{} Title {nth} {{#s{nth}}}", "#".repeat(level))];
            blocks.extend(made.words.iter().map(|words| (*words).to_owned()));
            blocks.extend(made.refers.iter().map(|note| format!("See{nth}.[^n{note}]")));
            parts.push(blocks.join("\n\n"));
        }
        let last = parts.len();
        let used = |note: usize| sections.iter().any(|made| made.refers.contains(&note));
        for (note, place) in bodies.iter().enumerate().filter(|(note, _)| used(*note)) {
            let at = place.map_or(last - 1, |place| place % last);
            parts[at].push_str(&format!("\n\n[^n{note}]: Body {note}."));
        }
        let mut text = format!("---\ntitle: Rights\n---\n\n{}", parts.join("\n\n"));
        if ends {
            text.push('\n');
        }
        if windows { text.replace('\n', "\r\n") } else { text }
    })
}

/// Without the labels of notes, which may have changed, and in which order their bodies stand.
fn unlabelled(text: &str) -> Vec<String> {
    let mut text = text.replace("\r\n", "\n");
    while let Some(start) = text.find("[^") {
        let end = text[start..].find(']').map_or(text.len(), |end| start + end);
        text.replace_range(start..end, "[");
    }
    let mut lines: Vec<String> = text.split("\n\n").map(|block| block.trim().to_owned()).collect();
    lines.retain(|line| !line.is_empty());
    lines.sort();
    lines
}

/// Every section but some reads as before, its notes too.
fn others_are_the_same(before: &Page, after: &Page, but: &[&str]) {
    for (place, id) in before.ids.iter().enumerate().filter(|(_, id)| !but.contains(&id.as_str())) {
        let now = after.place(id).unwrap_or_else(|| panic!("{id} is gone from\n{}", after.text()));
        let (one, other) = (before.proposal(place), after.proposal(now));
        assert_eq!(unlabelled(&one), unlabelled(&other), "{id} in\n{}\nand\n{}", before.text(), after.text());
    }
    assert_eq!(after.text().contains('\r'), before.text().contains('\r') && after.text().contains('\n'), "line ends");
    let bare = |text: &str| text.replace("\r\n", "").contains('\n');
    assert_eq!(bare(after.text()), bare(before.text()), "line ends of one kind");
}

/// Whether notes all stand in the only section that refers to them.
fn keeps_its_notes(page: &Page) -> bool {
    (0..page.ids.len()).all(|place| {
        let own = page.bytes(place);
        let text = &page.text()[own];
        let labels = |sign: &str| (0..4).filter(|note| text.contains(&format!("[^n{note}]{sign}"))).collect::<Vec<_>>();
        let all = |sign: &str| (0..4).filter(|note| page.text().matches(&format!("[^n{note}]{sign}")).count() > 1).count();
        labels(":").len() == labels("").len() && labels("\r").is_empty() && all(":") == 0
    })
}

const NEW: &str = "## Another {#new}\n\nA text.[^n1] And more.[^n9]\n\n[^n1]: Another body.\n\n[^n9]: A ninth.\n";

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_replaced_section_leaves_all_others(text in file(), place in 0..6usize) {
        let before = page(&text);
        let place = place % before.ids.len();
        let id = before.ids[place].clone();
        let proposal = match place {
            0 => NEW.split_once("\n\n").expect("two blocks").1.to_owned(),
            _ => NEW.replace("{#new}", &format!("{{#{id}}}")),
        };
        let after = before.replaced(place, &proposal, grammar()).expect("it can be replaced");
        prop_assert_eq!(&before.ids, &after.ids);
        others_are_the_same(&before, &after, &[&id]);
        prop_assert_eq!(unlabelled(&after.proposal(place)), unlabelled(&proposal), "{}", after.text());
        if keeps_its_notes(&before) {
            let bytes = before.bytes(place);
            prop_assert!(after.text().starts_with(&text[..bytes.start]));
            prop_assert!(after.text().ends_with(&text[bytes.end..]));
            let back = after.replaced(place, &before.proposal(place), grammar()).expect("and back");
            prop_assert_eq!(back.text(), before.text());
        }
    }

    #[test]
    fn what_is_inserted_can_be_deleted(text in file(), place in 0..6usize) {
        let before = page(&text);
        let place = place % before.ids.len() + 1;
        let after = before.inserted(place, "new", NEW, grammar()).expect("it can be inserted");
        others_are_the_same(&before, &after, &[]);
        prop_assert_eq!(unlabelled(&after.proposal(place)), unlabelled(NEW), "{}", after.text());
        let back = after.without(place..place + 1, grammar()).expect("and deleted");
        // A file that does not end its last line gets an end to it with what follows.
        prop_assert_eq!(back.text().trim_end(), before.text().trim_end());
    }

    #[test]
    fn what_is_deleted_takes_its_own_notes_alone(text in file(), place in 1..6usize) {
        let before = page(&text);
        let place = 1 + place % (before.ids.len() - 1);
        let id = before.ids[place].clone();
        let after = before.without(place..place + 1, grammar()).expect("it can be deleted");
        prop_assert!(after.place(&id).is_none());
        others_are_the_same(&before, &after, &[&id]);
        if keeps_its_notes(&before) {
            let back = after.inserted(place, &id, &before.proposal(place), grammar()).expect("and back");
            prop_assert_eq!(back.text().trim_end(), before.text().trim_end());
        }
    }

    #[test]
    fn what_moves_is_the_same_elsewhere(text in file(), other in file(), from in 1..6usize, to in 1..7usize) {
        let before = page(&text);
        let from = 1 + from % (before.ids.len() - 1);
        let range = from..before.after(from);
        let to = 1 + to % before.ids.len();
        let after = before.moved(range.clone(), to, grammar()).expect("it can move");
        others_are_the_same(&before, &after, &[]);
        // To another file, with its notes.
        let there = page(&other.replace("{#s", "{#t"));
        let moved = before.taken(range.clone());
        let ids: Vec<&str> = before.ids[range.clone()].iter().map(String::as_str).collect();
        let got = there.received(there.ids.len(), moved, grammar()).expect("it can be received");
        let left = before.without(range.clone(), grammar()).expect("it can go");
        others_are_the_same(&there, &got, &[]);
        others_are_the_same(&before, &left, &ids);
        for place in range {
            let now = got.place(&before.ids[place]).expect("it is there");
            prop_assert_eq!(unlabelled(&before.proposal(place)), unlabelled(&got.proposal(now)), "{}", got.text());
        }
    }

    #[test]
    fn merging_with_what_did_not_change_is_what_did(one in file(), other in file()) {
        let same = |text: &str| text.split("\n\n").map(|block| block.trim().to_owned()).filter(|block| !block.is_empty()).collect::<Vec<_>>();
        let (one, other) = (one.replace("\r\n", "\n"), other.replace("\r\n", "\n"));
        for (base, mine, theirs, expected) in
            [(&one, &one, &other, &other), (&one, &other, &one, &other), (&one, &other, &other, &other)]
        {
            let found = merged(base, mine, theirs).expect("no conflict");
            prop_assert_eq!(same(&found), same(expected));
        }
    }
}

#[test]
fn two_changes_of_different_paragraphs_come_together() {
    let base = "## T {#t}\n\nOne.\n\nTwo.\n\nThree.\n";
    let both = merged(base, &base.replace("One.", "1."), &base.replace("Three.", "3.")).expect("no conflict");
    assert_eq!(both, "## T {#t}\n\n1.\n\nTwo.\n\n3.\n");
    let conflict = merged(base, &base.replace("Two.", "2."), &base.replace("Two.", "II.")).expect_err("a conflict");
    assert_eq!((conflict.now.as_str(), conflict.proposed.as_str()), ("II.", "2."));
}

/// A work of two chapters in two languages, from the order and the words of its sections.
fn work(chapters: &[Vec<(usize, usize, usize)>; 2]) -> Project {
    let project = Project::new();
    project.page("index.{}", "").write("content/home/work.yaml", WORK);
    for (nth, sections) in chapters.iter().enumerate() {
        let text = |tag: &str| {
            let mut before = 1;
            let one = |(id, level, words): &(usize, usize, usize)| {
                let level = (*level).min(before + 1).max(2);
                before = level;
                let note = if words % 3 == 0 { format!("[^a{id}]\n\n[^a{id}]: Note {words} {tag}.") } else { String::new() };
                format!("{} S{id} {{#s{id}}}\n\nText {words} {tag}.{note}\n", "#".repeat(level))
            };
            sections.iter().map(one).collect::<Vec<_>>().join("\n")
        };
        for tag in ["en", "es"] {
            let title = format!("---\ntitle: Chapter {nth}\n---\n\nOpening.\n\n{}", text(tag));
            project.write(&format!("content/home/0{nth}-c{nth}.{tag}.md"), title);
        }
    }
    project
}

fn publication(project: &Project) -> Publication {
    let (publication, found) = resolve(project.root(), false);
    publication.unwrap_or_else(|| panic!("{}", reported(&found)))
}

fn yaml(own: &Publication, draft: &Draft) -> AmendmentYaml {
    let source = Source::new(format!("content/home/amendments/{}.yaml", draft.id), draft.yaml());
    let (file, found) = amendment::read(&source, &own.book, &own.languages);
    file.unwrap_or_else(|| panic!("{}\n{}", reported(&found), source.text)).yaml
}

fn draft(changes: Vec<diptych::amending::compose::DraftChange>) -> Draft {
    Draft {
        id: "2026-001".to_owned(),
        base_edition: "1.0".to_owned(),
        kind: AmendmentKind::Substantive,
        status: AmendmentStatus::Submitted,
        via: ReceivedVia::PullRequest,
        received: jiff::civil::date(2026, 1, 1),
        proposer: None,
        signatory: None,
        changes,
        rationale: Vec::new(),
    }
}

/// Which sections there are in which order, at which level, with which words.
fn chapters() -> impl Strategy<Value = [Vec<(usize, usize, usize)>; 2]> {
    let order = Just((0..7usize).collect::<Vec<_>>()).prop_shuffle();
    let sections = proptest::collection::vec((2..4usize, 0..5usize, any::<bool>()), 7);
    (order, sections, 0..7usize).prop_map(|(order, sections, split)| {
        let kept: Vec<(usize, usize, usize)> =
            order.iter().filter(|id| sections[**id].2).map(|id| (*id, sections[*id].0, sections[*id].1)).collect();
        let split = split.min(kept.len());
        [kept[..split].to_vec(), kept[split..].to_vec()]
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 40, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_amendment_of_a_difference_leads_to_the_new_text(one in chapters(), other in chapters()) {
        let (old, new) = (work(&one), work(&other));
        let (old, new) = (publication(&old), publication(&new));
        let place = |own: &Publication| own.works.iter().position(|work| work.folder == "home").expect("the work");
        let (before, after) = (Side::new(&old, place(&old)), Side::new(&new, place(&new)));
        let changes = changes(&before, &after, false).expect("only sections changed");
        let yaml = yaml(&old, &draft(changes));
        let made = amended(&old, place(&old), &yaml).expect("it can be applied");
        prop_assert_eq!(after.astray(&made), None);
        let files = applied(&old, place(&old), &yaml).expect("it can be applied");
        prop_assert_eq!(files.is_empty(), one == other && yaml.changes.is_empty());
    }
}

fn diptych(root: &Utf8Path, arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_diptych"));
    command.args(arguments).args(["--root", root.as_str()]).env("LC_ALL", "C").env_remove("LC_MESSAGES").env_remove("LANG");
    command.output().expect("the binary runs")
}

/// The exit code and what it said.
fn said(output: &Output) -> (i32, String) {
    let text = [&output.stdout, &output.stderr].map(|bytes| String::from_utf8_lossy(bytes).into_owned()).concat();
    (output.status.code().expect("it ends by itself"), text)
}

fn history() -> Repository {
    let repository = Repository::new();
    let project = work(&[vec![(0, 2, 1), (1, 3, 2), (2, 2, 4)], vec![(3, 2, 3)]]);
    for (path, bytes) in crate::publications::files(project.root()) {
        repository.write(path.as_str(), bytes);
    }
    repository.commit("First");
    repository
}

fn read(root: &Utf8Path, path: &str) -> String {
    std::fs::read_to_string(root.join(path)).expect("readable")
}

fn edit(root: &Utf8Path, path: &str, edits: &[(&str, &str)]) {
    let mut text = read(root, path);
    for (old, new) in edits {
        assert!(text.contains(old), "“{old}” in {text}");
        text = text.replacen(old, new, 1);
    }
    std::fs::write(root.join(path), text).expect("written");
}

const FILE: &str = "content/home/amendments/2026-001.yaml";
const DECIDED: &str = "deliberations:\n  - {body: Council, level: local, date: 2026-03-02, outcome: supported}\ndecision: {date: 2026-04-01, by: Committee}\n";

#[test]
fn the_life_of_an_amendment_by_commands() {
    let repository = history();
    let root = repository.path();
    let new = ["amend", "new", "home", "s2", "--received", "2026-02-01", "--via", "letter", "--because", "en=Better."];
    let (code, text) = said(&diptych(root, &new));
    assert_eq!(
        (code, text.as_str()),
        (0, "Amendment 2026-001: write the proposed text and the reasons in content/home/amendments/2026-001.yaml.\n")
    );
    let yaml = read(root, FILE);
    assert!(yaml.contains("      en: |\n        ## S2 {#s2}\n\n        Text 4 en.\n"), "{yaml}");
    edit(root, FILE, &[("Text 4 en.", "Four words in all."), ("Text 4 es.", "Cuatro palabras en total.")]);
    let (code, text) = said(&diptych(root, &["check"]));
    assert_eq!((code, text.as_str()), (0, "No mistakes found.\n"));
    let (code, text) = said(&diptych(root, &["amend", "list", "--section", "s2", "--format", "json"]));
    let answer: serde_json::Value = serde_json::from_str(&text).expect("JSON");
    assert_eq!((code, &answer["answer"]["amendments"][0]["status"]), (0, &serde_json::json!("submitted")));
    // It is considered, approved, and becomes part of the next edition.
    edit(root, FILE, &[("status: submitted", "status: approved")]);
    let (code, text) = said(&diptych(root, &["check"]));
    assert!(code == 1 && text.matches("error[impossible-step]").count() == 2, "{text}");
    edit(root, FILE, &[("changes:", &format!("{DECIDED}changes:"))]);
    repository.commit("Decided");
    let (code, text) = said(&diptych(root, &["amend", "apply", "2026-001", "--edition", "1.1"]));
    assert_eq!(code, 0, "{text}");
    edit(root, "content/home/work.yaml", &[("1.0", "1.1"), ("2026-01-01", "2026-05-01")]);
    let (code, text) = said(&diptych(root, &["check"]));
    assert_eq!((code, text.as_str()), (0, "No mistakes found.\n"));
    let (code, text) = said(&diptych(root, &["redline", "home", "--language", "en"]));
    assert!(code == 0 && text.contains("[-Text 4 en.-]") && text.contains("{+Four words in all.+}"), "{text}");
    let (code, text) = said(&diptych(root, &["amend", "list", "home"]));
    assert_eq!((code, text.as_str()), (0, "2026-001  home  in edition 1.1  substantive  s2  2026-04-01\n"));
}

#[test]
fn what_is_edited_becomes_an_amendment_and_the_text_again() {
    let repository = history();
    let root = repository.path();
    let path = |tag: &str| format!("content/home/00-c0.{tag}.md");
    let before = read(root, &path("en"));
    for tag in ["en", "es"] {
        let added = format!("## S9 {{#s9}}\n\nNew {tag}.\n\n## S2 {{#s2}}");
        edit(root, &path(tag), &[(&format!("Text 1 {tag}."), &format!("Other {tag}.")), ("## S2 {#s2}", &added)]);
    }
    let edited = read(root, &path("en"));
    let arguments = ["amend", "from-diff", "home", "--restore", "--received", "2026-02-01"];
    let (code, text) = said(&diptych(root, &arguments));
    assert_eq!(code, 0, "{text}");
    assert_eq!(
        text,
        "Amendment 2026-001 with 2 changes: content/home/amendments/2026-001.yaml. The text is back to how it was.\n"
    );
    assert_eq!(read(root, &path("en")), before);
    let (code, text) = said(&diptych(root, &["amend", "list", "--open"]));
    assert_eq!((code, text.as_str()), (0, "2026-001  home  submitted  substantive  s0 s9  2026-02-01\n"));
    // Not before anybody has approved it.
    let (code, text) = said(&diptych(root, &["amend", "apply", "2026-001", "--edition", "1.1"]));
    assert_eq!(
        (code, text.as_str()),
        (2, "Amendment 2026-001 is not approved: its status is “submitted”. --dry-run shows what it would change.\n")
    );
    let (code, text) = said(&diptych(root, &["amend", "apply", "2026-001", "--dry-run"]));
    assert_eq!(code, 0, "{text}");
    edit(root, FILE, &[("status: submitted", "status: approved"), ("changes:", &format!("{DECIDED}changes:"))]);
    // Somebody changes another paragraph of the same section, and one that the amendment changes too.
    edit(root, &path("es"), &[("Text 1 es.", "Text 1 es.\n\nY más.")]);
    let (code, text) = said(&diptych(root, &["amend", "apply", "2026-001", "--edition", "1.1"]));
    assert_eq!(code, 2, "{text}");
    assert_eq!(
        text,
        "Since amendment 2026-001 was proposed, the text has changed: s0 (es). First: diptych amend rebase 2026-001\n"
    );
    edit(root, &path("en"), &[("Text 1 en.", "Text 1 en.\n\nAnd more.")]);
    let (code, text) = said(&diptych(root, &["amend", "rebase", "2026-001"]));
    assert_eq!(code, 0, "{text}");
    let (code, text) = said(&diptych(root, &["amend", "apply", "2026-001", "--edition", "1.1"]));
    assert_eq!(code, 0, "{text}");
    assert_eq!(read(root, &path("en")), edited.replace("Other en.", "Other en.\n\nAnd more."));
    assert!(read(root, FILE).contains("status: approved\nmerged: \"1.1\"\n"));
    let (code, text) = said(&diptych(root, &["amend", "apply", "2026-001", "--edition", "1.1"]));
    assert_eq!((code, text.as_str()), (2, "Amendment 2026-001 is part of edition 1.1 already.\n"));
    let (code, text) = said(&diptych(root, &["check"]));
    assert_eq!(code, 0, "{text}");
}

#[test]
fn what_both_changed_is_named() {
    let repository = history();
    let root = repository.path();
    assert_eq!(said(&diptych(root, &["amend", "new", "home", "s2"])).0, 0);
    let file = std::fs::read_dir(root.join("content/home/amendments")).expect("a folder").flatten().next().expect("a file");
    let name = file.file_name().into_string().expect("UTF-8");
    let path = format!("content/home/amendments/{name}");
    edit(root, &path, &[("Text 4 en.", "Text four en."), ("Text 4 es.", "Text four es.")]);
    edit(root, "content/home/00-c0.en.md", &[("Text 4 en.", "Text IV en.")]);
    let (code, text) = said(&diptych(root, &["amend", "rebase", name.trim_end_matches(".yaml")]));
    assert_eq!(code, 2);
    assert!(text.contains("Text IV en.") && text.contains("Text four en."), "{text}");
}

/// A publication with an amendment of each kind, its site.
#[test]
fn readers_see_what_would_change_and_who_has_considered_it() {
    let project = work(&[vec![(0, 2, 1), (1, 3, 2), (2, 2, 4)], vec![(3, 2, 3)]]);
    let root = project.root();
    let book = read(root, "book.toml") + "\n[amendments]\npropose = \"office@example.org\"\n";
    project.write("book.toml", book);
    assert!(!project.site().keys().any(|path| path.as_str().contains("amendments")), "no amendment, no page");
    for (section, number) in [("s2", "2026-001"), ("s0", "2026-002")] {
        let received = ["--received", "2026-02-01", "--proposer", "<Council>", "--because", "en=Why & how."];
        let arguments = [&["amend", "new", "home", section, "--number", number][..], &received].concat();
        assert_eq!(said(&diptych(root, &arguments)).0, 0);
    }
    let second = "content/home/amendments/2026-002.yaml";
    edit(root, FILE, &[("Text 4 en.", "Text four en."), ("Text 4 es.", "Texto cuatro es.")]);
    edit(
        root,
        second,
        &[
            ("Text 1 en.", "Text one."),
            ("Text 1 es.", "Texto uno."),
            ("status: submitted", "status: rejected"),
            ("changes:", &format!("{DECIDED}changes:")),
        ],
    );
    let site = project.site();
    let text = |path: &str| String::from_utf8(site[Utf8Path::new(path)].1.clone()).expect("UTF-8");
    for (path, (_, bytes)) in
        site.iter().filter(|(path, _)| path.as_str().contains("amendments") && path.extension() == Some("html"))
    {
        let mistakes = crate::markup::html_mistakes(std::str::from_utf8(bytes).expect("UTF-8"));
        assert!(mistakes.is_empty(), "{path}: {mistakes:?}");
    }
    let page = text("en/home/amendments/2026-001/index.html");
    assert!(page.contains("&lt;Council&gt;") && page.contains("Why &amp; how."), "{page}");
    assert!(page.contains("<ins>") && page.contains("<del>") && page.contains("lang=\"es\" dir=\"ltr\""), "{page}");
    let list = text("es/home/amendments/index.html");
    let (open, decided) = list.split_once("Decididas").expect("both lists");
    assert!(open.contains("2026-001") && decided.contains("2026-002") && !decided.contains("2026-001"), "{list}");
    // At its section, and at no other.
    let chapter = text("en/home/c0/index.html");
    assert_eq!(chapter.matches("/en/home/amendments/2026-001/").count(), 1);
    assert!(!chapter.contains("2026-002"));
    assert_eq!(chapter.matches("mailto:office@example.org?subject=").count(), 3, "{chapter}");
    let other = text("en/home/c1/index.html");
    assert!(!other.contains("amendments/2026"));
    assert!(text("en/home/amendments/feed.xml").contains("<title>Amendment 2026-002: rejected</title>"));
    assert!(text("sitemap.xml").contains("/es/home/amendments/2026-002/"));
    let table = text("en/home/amendments/table/index.html");
    assert!(table.contains("<th scope=\"col\">Proposal</th>"), "{table}");
}

/// The text that was proposed to change is kept by its edition: no git repository is needed, whatever the current text says.
#[test]
fn what_was_proposed_to_a_frozen_edition_is_brought_up_to_date() {
    let project = work(&[vec![(0, 2, 1), (1, 3, 2), (2, 2, 4)], vec![(3, 2, 3)]]);
    let root = project.root();
    let run = |arguments: &[&str]| {
        let (code, text) = said(&diptych(root, arguments));
        assert_eq!(code, 0, "{arguments:?}\n{text}");
        text
    };
    for tag in ["en", "es"] {
        edit(
            root,
            &format!("content/home/00-c0.{tag}.md"),
            &[(&format!("Text 4 {tag}."), &format!("Text 4 {tag}.\n\nText 9 {tag}."))],
        );
    }
    run(&["edition", "cut", "home", "1.0", "--uncollated"]);
    run(&["amend", "new", "home", "s2", "--received", "2026-02-01"]);
    edit(root, FILE, &[("Text 4 en.", "Four words in all."), ("Text 4 es.", "Cuatro palabras en total.")]);
    edit(root, "content/home/work.yaml", &[("1.0", "1.1"), ("2026-01-01", "2026-05-01")]);
    let proposed = run(&["redline", "home", "--amendment", "2026-001", "--language", "en"]);
    for tag in ["en", "es"] {
        edit(root, &format!("content/home/00-c0.{tag}.md"), &[(&format!("Text 9 {tag}."), &format!("Text 10 {tag}."))]);
    }
    // What is proposed is shown against the edition for as long as it is about that, and then against the text as it is.
    assert_eq!(run(&["redline", "home", "--amendment", "2026-001", "--language", "en"]), proposed);
    assert!(proposed.contains("edition 1.0 → edition 1.0 with amendment 2026-001: 1 changed"), "{proposed}");
    let text = run(&["amend", "rebase", "2026-001"]);
    assert!(text.contains("2026-001"), "{text}");
    let rebased = read(root, FILE);
    assert!(rebased.contains("Four words in all.\n\n        Text 10 en."), "{rebased}");
    let proposed = run(&["redline", "home", "--amendment", "2026-001", "--language", "en"]);
    assert!(proposed.contains("edition 1.1 → edition 1.1 with amendment 2026-001: 1 changed"), "{proposed}");
    assert!(proposed.contains("[-Text 4 en.-]") && !proposed.contains("Text 9"), "{proposed}");
    edit(root, FILE, &[("status: submitted", "status: approved"), ("changes:", &format!("{DECIDED}changes:"))]);
    run(&["amend", "apply", "2026-001"]);
    assert!(read(root, FILE).contains("merged: \"1.1\""));
    // The text that it was rebased to was never frozen: it is kept nowhere.
    let (code, text) = said(&diptych(root, &["redline", "home", "--amendment", "2026-001"]));
    assert_eq!(
        (code, text.as_str()),
        (
            2,
            "The text that amendment 2026-001 changed is kept nowhere: in edition 1.0, as it is here, these sections read otherwise: s2 (en), s2 (es)\n"
        )
    );
}
