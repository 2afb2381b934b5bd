//! A made-up work of any length, and the same after heavy editing.
//!
//! Takes: how many chapters. Gives: two source trees. The same number always gives the same bytes. What is edited is decided by dice of
//! their own: of sections, a sixteenth goes, a sixteenth is new, a sixteenth goes to the next chapter; of paragraphs, items and rows a
//! quarter gets other words, some go, some come, some change places, some are joined; notes get other words.

use std::fs;
use std::io;
use std::path::Path;

use crate::phrases::{self, BOOK, CIRCUMSTANCES, Dice, OBJECTS, SUBJECTS, slug, title};

pub const SECTIONS_OF_A_CHAPTER: usize = 8;
pub const WORK: &str = "guidelines";

/// A section: its heading, and its blocks as Markdown.
struct Section {
    id: String,
    title: String,
    blocks: Vec<String>,
}

/// A chapter's sections and the texts of its notes.
struct Chapter {
    sections: Vec<Section>,
    notes: Vec<String>,
}

/// Writes both trees, and counts the words of the first.
pub fn write(chapters: usize, old: &Path, new: &Path) -> io::Result<usize> {
    let mut texts: Vec<Chapter> = (0..chapters).map(chapter).collect();
    let words = tree(old, &texts)?;
    edit(&mut texts);
    tree(new, &texts)?;
    Ok(words)
}

fn tree(folder: &Path, chapters: &[Chapter]) -> io::Result<usize> {
    let work = folder.join("content").join(WORK);
    fs::create_dir_all(&work)?;
    fs::write(folder.join("book.toml"), BOOK)?;
    for tag in ["en", "es"] {
        fs::write(folder.join(format!("content/index.{tag}.md")), "---\ntitle: Home\n---\n")?;
    }
    fs::write(work.join("work.yaml"), "kind: guidelines\ntitle: { en: Guidelines }\nlanguages: { en: authentic }\n")?;
    let mut words = 0;
    for (number, chapter) in chapters.iter().enumerate() {
        let mut text = format!("---\ntitle: {0}\nslug: {1}-{number}\n---\n\n", title(number)[0], slug(&title(number)[0]));
        for section in &chapter.sections {
            text += &format!("## {} {{#{}}}\n\n", section.title, section.id);
            section.blocks.iter().for_each(|block| text += &format!("{block}\n\n"));
        }
        let used = |note: &usize| text.contains(&format!("[^{note}]"));
        let notes: Vec<usize> = (0..chapter.notes.len()).filter(used).collect();
        notes.into_iter().for_each(|note| text += &format!("[^{note}]: {}\n\n", chapter.notes[note]));
        words += text.split_whitespace().count();
        fs::write(work.join(format!("{:03}-chapter.en.md", number + 1)), text)?;
    }
    Ok(words)
}

fn sentences(dice: &mut Dice, count: usize) -> String {
    (0..count).map(|_| std::mem::take(&mut phrases::sentence(dice)[0])).collect::<Vec<_>>().join("\n")
}

fn chapter(number: usize) -> Chapter {
    let mut dice = Dice::of(number);
    let sections =
        (0..SECTIONS_OF_A_CHAPTER).map(|nth| section(&mut dice, number * SECTIONS_OF_A_CHAPTER + nth, nth)).collect();
    Chapter { sections, notes: (0..3).map(|_| sentences(&mut dice, 1)).collect() }
}

fn section(dice: &mut Dice, number: usize, nth: usize) -> Section {
    let mut blocks = vec![sentences(dice, 2)];
    match nth {
        0 | 4 => blocks.push((0..4).map(|_| format!("- {}\n", sentences(dice, 1))).collect()),
        1 | 3 | 6 => blocks.push(format!("{}[^{}]", sentences(dice, 2), nth / 2)),
        2 => {
            let row = |dice: &mut Dice| {
                format!("| {} | {} | {} |\n", dice.pick(&SUBJECTS)[0], dice.pick(&OBJECTS)[0], dice.pick(&CIRCUMSTANCES)[0])
            };
            let rows = (0..5).map(|_| row(dice)).collect::<String>();
            blocks.push(format!("| Who | What | How |\n| --- | --- | --- |\n{rows}"));
        }
        _ => blocks.push(format!("{} See [the source](https://example.org/{number}/).", sentences(dice, 2))),
    }
    blocks.push(sentences(dice, 1));
    Section { id: format!("s{number}"), title: title(number)[0].clone(), blocks }
}

fn edit(chapters: &mut [Chapter]) {
    let mut dice = Dice::of(usize::MAX);
    let mut wandering: Vec<Section> = Vec::new();
    for (number, chapter) in chapters.iter_mut().enumerate() {
        // A section that has wandered takes its place first; its notes stay where they are.
        let mut sections = std::mem::take(&mut wandering);
        for mut section in std::mem::take(&mut chapter.sections) {
            section.blocks = section.blocks.into_iter().flat_map(|block| edited(&mut dice, block)).collect();
            let has_notes = section.blocks.iter().any(|block| block.contains("[^"));
            match dice.roll(16) {
                0 => continue,
                1 => sections.push(Section {
                    id: format!("n{number}-{}", sections.len()),
                    title: title(number + 7)[0].clone(),
                    blocks: vec![sentences(&mut dice, 3)],
                }),
                2 if !has_notes => {
                    wandering.push(section);
                    continue;
                }
                _ => {}
            }
            sections.push(section);
        }
        chapter.sections = sections;
        chapter.notes.iter_mut().for_each(|note| *note = other_words(&mut dice, note));
    }
    if let Some(last) = chapters.last_mut() {
        last.sections.append(&mut wandering);
    }
}

fn edited(dice: &mut Dice, block: String) -> Vec<String> {
    // In tables and lists, a line is a row or an item; the first two lines of a table are its head.
    if block.starts_with('|') || block.starts_with("- ") {
        let head = if block.starts_with('|') { 2 } else { 0 };
        let mut lines: Vec<String> = block.lines().map(str::to_owned).collect();
        for at in head..lines.len() {
            match dice.roll(8) {
                0 | 1 => lines[at] = other_words(dice, &lines[at]),
                2 if at > head => lines.swap(at, at - 1),
                _ => {}
            }
        }
        if dice.roll(3) == 0 {
            lines.pop();
        }
        return vec![lines.join("\n")];
    }
    match dice.roll(16) {
        0 if !block.contains("[^") => Vec::new(),
        1 => vec![sentences(dice, 2), block],
        2..=5 => vec![other_words(dice, &block)],
        6 => vec![format!("{block}\n{}", sentences(dice, 1))],
        _ => vec![block],
    }
}

/// One word of a text as another.
fn other_words(dice: &mut Dice, text: &str) -> String {
    let ways = [(" shall ", " should "), (" and ", " as well as "), (" the ", " each of the "), (" public ", " common ")];
    let (old, new) = ways[dice.roll(ways.len())];
    text.replacen(old, new, 2)
}
