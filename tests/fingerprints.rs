//! Fingerprints: what a reader of a section can see, and nothing else (DESIGN, section 4).

use crate::publications::{Project, resolve, work};

const RIGHTS: &str = "---
title: Rights
---

The opening.

## Shelter {#shelter}

Everyone has a *right* to a home.[^law] It holds in each town and
village, as the [council](02-means.md#means-of-all) says; see [](02-means.md#means-of-all).

- walls
- a roof

| One | Two |
| --- | --- |
| 1 | 2 |

![A house](house.svg)

> Quoted.

Said \"so\".\\
Done: `a  b`.

## After {#after}

Later.

[^law]: By law.
";

const MEANS: &str = "---\ntitle: Means\n---\n\n## Means of all {#means-of-all}\n\nMoney.\n";

const IMAGE: &str = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 4 3\"/>\n";

fn project() -> Project {
    let project = Project::in_languages(&["en"]);
    project.write("content/index.en.md", "---\ntitle: Home\n---\n");
    project.write("content/home/work.yaml", "kind: guidelines\ntitle: { en: Home }\n");
    project.write("content/home/01-rights.en.md", RIGHTS);
    project.write("content/home/02-means.en.md", MEANS).write("content/home/house.svg", IMAGE);
    project
}

/// The fingerprint of a section of the work, wherever it stands.
fn fingerprint(project: &Project, id: &str) -> String {
    let publication = project.sound();
    for (_, chapter) in work(&publication, "home").current().pages() {
        if let Some(section) = chapter.sections.iter().find(|section| section.id == id) {
            let version = section.versions[0].as_ref().expect("the section has a version");
            return publication.fingerprints(chapter.documents[0].expect("a document"))[version.section].clone();
        }
    }
    panic!("there is no section {id}");
}

/// The section `shelter` before and after an edit of its text.
fn around(old: &str, new: &str) -> (String, String) {
    let project = project();
    let before = fingerprint(&project, "shelter");
    project.replace("content/home/01-rights.en.md", old, new);
    (before, fingerprint(&project, "shelter"))
}

fn kept(old: &str, new: &str) {
    let (before, after) = around(old, new);
    assert_eq!(before, after, "{old:?} → {new:?} changes nothing that a reader sees");
}

fn changed(old: &str, new: &str) {
    let (before, after) = around(old, new);
    assert_ne!(before, after, "{old:?} → {new:?} changes what a reader sees");
}

#[test]
fn it_is_a_version_and_128_bits() {
    let print = fingerprint(&project(), "shelter");
    let hash = print.strip_prefix("1:").expect("the version comes first");
    assert!(hash.len() == 32 && hash.bytes().all(|byte| byte.is_ascii_hexdigit() && !byte.is_ascii_uppercase()), "{print}");
}

#[test]
fn it_is_the_same_in_every_run() {
    assert_eq!(fingerprint(&project(), "shelter"), fingerprint(&project(), "shelter"));
}

#[test]
fn wrapping_and_the_spelling_of_markup_are_out() {
    kept("town and\nvillage", "town\nand village");
    kept("town and\nvillage", "town   and village");
    kept("town and\nvillage", "town and\u{a0}village");
    kept("*right*", "_right_");
    kept("- walls\n- a roof", "* walls\n* a roof");
    kept("- walls\n- a roof", "- walls\n\n- a roof");
    kept("> Quoted.", "> Quo&#116;ed.");
    kept("Said \"so\"", "Said “so”");
    kept("| --- | --- |", "| :-: | --: |");
    kept("Done: ", "Done:<!-- nobody sees this --> ");
    kept("`a  b`", "``a  b``");
}

#[test]
fn what_a_reader_sees_is_in() {
    changed("Everyone", "Nobody");
    changed("## Shelter {", "## Refuge {");
    changed("*right*", "**right**");
    changed("*right*", "right");
    changed("*right*", "~~right~~");
    changed("- walls\n- a roof", "1. walls\n2. a roof");
    changed("- walls\n- a roof", "- walls\n  - a roof");
    changed("- walls\n- a roof", "- [ ] walls\n- a roof");
    changed("| 1 | 2 |", "| 2 | 1 |");
    changed("| 1 | 2 |", "| 1 2 | |");
    changed("![A house]", "![A barn]");
    changed("> Quoted.", "Quoted.");
    changed("> Quoted.", "> [!NOTE]\n> Quoted.");
    changed("\\\nDone", "\nDone");
    changed("`a  b`", "`a  c`");
    changed("[council](02-means.md#means-of-all)", "[council](02-means.md)");
    changed("[council](02-means.md#means-of-all)", "[council](https://example.org/)");
    changed("[council](02-means.md#means-of-all)", "council");
    changed("[^law] It", " It[^law]");
    changed("[^law]: By law.\n", "[^law]: By custom.\n");
}

#[test]
fn levels_and_order_are_out() {
    let project = project();
    let before = fingerprint(&project, "after");
    project.replace("content/home/01-rights.en.md", "## After {#after}", "### After {#after}");
    assert_eq!(fingerprint(&project, "after"), before, "a section keeps it on another level");
    project.replace("content/home/01-rights.en.md", "The opening.\n", "The opening.\n\n## New {#new}\n\nFirst.\n");
    assert_eq!(fingerprint(&project, "after"), before, "a section keeps it behind a new one");
}

#[test]
fn the_file_is_out() {
    let project = project();
    let before = fingerprint(&project, "shelter");
    project.rename("content/home/01-rights.en.md", "content/home/07-entitlements.en.md");
    assert_eq!(fingerprint(&project, "shelter"), before, "a renamed file");
    let text = RIGHTS.replace('\n', "\r\n");
    project.write("content/home/07-entitlements.en.md", text);
    assert_eq!(fingerprint(&project, "shelter"), before, "Windows line ends");
}

#[test]
fn a_note_counts_where_it_is_referred_to_and_by_its_text() {
    let project = project();
    let (before, later) = (fingerprint(&project, "shelter"), fingerprint(&project, "after"));
    let text = RIGHTS.replace("[^law]: By law.\n", "").replace("The opening.", "The opening.\n\n[^statute]: By law.");
    project.write("content/home/01-rights.en.md", text.replace("[^law]", "[^statute]"));
    assert_eq!(fingerprint(&project, "shelter"), before, "another label and another place");
    project.replace("content/home/01-rights.en.md", "By law", "By custom");
    assert_eq!(fingerprint(&project, "after"), later, "the section in which it was defined does not show it");
    assert_ne!(fingerprint(&project, "shelter"), before);
}

#[test]
fn a_filled_in_reference_is_its_target_and_not_its_words() {
    let project = project();
    let before = fingerprint(&project, "shelter");
    project.replace("content/home/02-means.en.md", "Means of all {", "Ways of all {");
    assert_eq!(fingerprint(&project, "shelter"), before);
}

#[test]
fn a_figure_is_its_bytes() {
    let project = project();
    let before = fingerprint(&project, "shelter");
    project.replace("content/home/house.svg", "0 0 4 3", "0 0 4 4");
    assert_ne!(fingerprint(&project, "shelter"), before);
}

#[test]
fn the_opening_is_the_title_and_what_comes_before_the_first_heading() {
    let project = project();
    let before = fingerprint(&project, "rights");
    project.replace("content/home/01-rights.en.md", "Everyone", "Nobody");
    assert_eq!(fingerprint(&project, "rights"), before);
    project.replace("content/home/01-rights.en.md", "title: Rights", "title: Entitlements");
    assert_ne!(fingerprint(&project, "rights"), before);
}

#[test]
fn accents_are_the_same_however_they_are_composed() {
    let project = project();
    project.replace("content/home/01-rights.en.md", "Quoted.", "Ni\u{f1}os.");
    let composed = fingerprint(&project, "shelter");
    project.replace("content/home/01-rights.en.md", "Ni\u{f1}os.", "Nin\u{303}os.");
    assert_eq!(fingerprint(&project, "shelter"), composed);
}

#[test]
fn sections_of_equal_text_have_equal_fingerprints() {
    let project = project();
    project.write("content/home/03-copy.en.md", MEANS.replace("#means-of-all", "#means-again"));
    assert_eq!(fingerprint(&project, "means-again"), fingerprint(&project, "means-of-all"));
}

#[test]
fn letters_below_the_combining_marks_and_general_punctuation_are_composed() {
    // So the fingerprint takes for granted, and does not normalise a text of nothing else.
    let composed = icu::normalizer::ComposingNormalizerBorrowed::new_nfc();
    let all: String = ('\0'..'\u{300}').chain('\u{2002}'..'\u{2040}').collect();
    assert!(composed.is_normalized(&all));
    for character in all.chars() {
        assert!(composed.is_normalized(&format!("{character}\u{2014}e{character}")), "{character:?}");
    }
}

#[test]
fn a_letter_is_the_same_in_one_part_or_in_two() {
    let of = |word: &str| around("village", word).1;
    for (one, two) in
        [("café", "cafe\u{301}"), ("“é”", "“e\u{301}”"), ("a\u{2002}b", "a\u{2000}b"), ("Ǻ", "A\u{30a}\u{301}")]
    {
        assert_eq!(of(one), of(two), "{one:?}");
    }
    assert_ne!(of("café"), of("cafe"));
}

/// How a section is sorted is seen, its own or what it inherits; what sorts it otherwise changes nothing in the others.
#[test]
fn facets_are_seen() {
    let project = Project::in_languages(&["en"]);
    project.write("content/index.en.md", "---\ntitle: Home\n---\n");
    let values = "values: [{ id: one, name: { en: One } }, { id: two, name: { en: Two } }]";
    let facets = format!("facets:\n  - {{ id: level, name: {{ en: Level }}, {values} }}\n");
    project.write("content/home/work.yaml", format!("kind: manual\ntitle: {{ en: Home }}\n{facets}"));
    let chapter = |facets: &str, own: &str| {
        format!("---\ntitle: Rights\nfacets: {{level: [{facets}]}}\n---\n\n## A {{#a}}\n\nIt.\n\n## B {{#b{own}}}\n\nIt.\n")
    };
    let of = |facets: &str, own: &str| {
        project.write("content/home/01-rights.en.md", chapter(facets, own));
        let (publication, _) = resolve(project.root(), false);
        let publication = publication.expect("a publication");
        let index = work(&publication, "home").current().chapters[0].documents[0].expect("a document");
        publication.fingerprints(index).to_vec()
    };
    let plain = of("one", "");
    let changed = of("one", " level=two");
    assert_eq!(plain[..2], changed[..2]);
    assert_ne!(plain[2], changed[2]);
    let inherited = of("two", " level=one");
    assert_ne!(plain[1], inherited[1]);
    assert_eq!(plain[2], inherited[2]);
    // The order in which they are written is not: they are shown as they are declared.
    assert_eq!(of("one, two", ""), of("two, one", ""));
}
