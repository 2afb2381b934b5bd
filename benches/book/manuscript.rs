//! A made-up book of proceedings: panels, papers with abstracts, articles, tables, notes and citations, and its bibliography.
//!
//! Gives: a source tree, always the same. Half of the articles are in English, half in Spanish, so that the book in English holds both.

use std::fmt::Write;
use std::fs;
use std::io;

use camino::Utf8Path;

use crate::phrases::{
    ACTIONS, BOOK, CIRCUMSTANCES, Dice, OBJECTS, SUBJECTS, capitalised, plain_sentence, sentence, slug, title,
};

pub const ARTICLES: usize = 60;
/// In all articles together.
pub const CITATIONS: usize = 500;
const PANELS: usize = 6;
const PUBLICATIONS: usize = 300;
/// The article in which a word is edited: in the middle of the book.
const EDITED: usize = ARTICLES / 2;
/// How many different words the edited one may be.
pub const EDITS: usize = ACTIONS.len();
const TAGS: [&str; 2] = ["en", "es"];
/// Of an article: its id and titles, and how many paragraphs it has.
const SECTIONS: [(&str, [&str; 2], usize); 7] = [
    ("introduction", ["Introduction", "Introducción"], 3),
    ("objectives", ["Objectives", "Objetivos"], 2),
    ("methodology", ["Methodology", "Metodología"], 4),
    ("results", ["Results", "Resultados"], 6),
    ("discussion", ["Discussion", "Discusión"], 4),
    ("conclusion", ["Conclusion", "Conclusión"], 2),
    ("references", ["References", "Referencias"], 0),
];
const SENTENCES_OF_A_PARAGRAPH: usize = 5;
const PARAGRAPHS: usize = 3 + 2 + 4 + 6 + 4 + 2;
/// The paragraphs that end in a mark of a note.
const NOTED: [usize; 3] = [1, 7, 16];
const WORK: &str = r#"kind: proceedings
title: { en: "The Book of the Congress", es: "El libro del Congreso" }
slug: { en: book, es: libro }
edition: { number: "1.0", status: adopted, date: 2026-11-22 }
bibliography: works.bib
citation_style: apa
licence: CC-BY-4.0
"#;

pub fn write(folder: &Utf8Path) -> io::Result<()> {
    let content = folder.join("content");
    let book = content.join("book");
    fs::create_dir_all(book.join("panels"))?;
    fs::write(folder.join("book.toml"), BOOK)?;
    fs::write(book.join("work.yaml"), WORK)?;
    fs::write(book.join("works.bib"), bibliography())?;
    for (language, tag) in TAGS.iter().enumerate() {
        let title = ["The Congress", "El Congreso"][language];
        fs::write(content.join(format!("index.{tag}.md")), format!("---\ntitle: {title}\n---\n\n{title}.\n"))?;
        let foreword = ["Foreword", "Prólogo"][language];
        fs::write(
            book.join(format!("index.{tag}.md")),
            format!("---\ntitle: {foreword}\n---\n\n{}\n", paragraph(PANELS, language)),
        )?;
    }
    for panel in 0..PANELS {
        let own = book.join(panel_folder(panel));
        fs::create_dir_all(&own)?;
        let [en, es] = title(panel);
        let yaml = format!(
            "order: {panel}\ntitle: {{en: \"Panel: {en}\", es: \"Panel: {es}\"}}\nspecimen: true\n\
             coordinators: [{{name: Coordinator {panel} of Example}}]\n"
        );
        fs::write(own.join("panel.yaml"), yaml)?;
        for (language, tag) in TAGS.iter().enumerate() {
            let (title, text) = (["Conclusions", "Conclusiones"][language], paragraph(1000 + panel, language));
            fs::write(own.join(format!("conclusions.{tag}.md")), format!("---\ntitle: {title}\n---\n\n{text}\n"))?;
        }
    }
    (0..ARTICLES).try_for_each(|number| paper(&book, number))?;
    edit(folder, 0)
}

/// Writes the edited article with another of its words.
pub fn edit(folder: &Utf8Path, word: usize) -> io::Result<()> {
    let file = paper_folder(&folder.join("content/book"), EDITED).join(article_file(EDITED));
    fs::write(file, article(EDITED, ACTIONS[word % EDITS][language_of(EDITED)]))
}

fn panel_folder(panel: usize) -> String {
    format!("panels/{}", slug(&title(panel)[0]))
}

fn paper_folder(book: &Utf8Path, number: usize) -> camino::Utf8PathBuf {
    book.join(panel_folder(number % PANELS)).join(format!("paper-{:02}", number + 1))
}

fn language_of(number: usize) -> usize {
    number / PANELS % 2
}

fn article_file(number: usize) -> String {
    format!("article.{}.md", TAGS[language_of(number)])
}

fn paper(book: &Utf8Path, number: usize) -> io::Result<()> {
    let folder = paper_folder(book, number);
    fs::create_dir_all(&folder)?;
    let [en, es] = title(PANELS + number);
    let yaml = format!(
        "order: {number}\ntitle: {{en: \"{en}: a study\", es: \"{es}: un estudio\"}}\nlanguage: {}\nspecimen: true\n\
         authors:\n  - {{name: Author {number} of Example, affiliation: {{en: Example University, es: Universidad de Ejemplo}}}}\n  \
         - {{name: Second Author {number} of Example}}\nkeywords: {{en: [prevention, mediation, housing], es: [prevención, mediación, vivienda]}}\n",
        TAGS[language_of(number)]
    );
    fs::write(folder.join("contribution.yaml"), yaml)?;
    for (language, tag) in TAGS.iter().enumerate() {
        let (title, text) = (["Abstract", "Resumen"][language], paragraph(2000 + number, language));
        fs::write(folder.join(format!("abstract.{tag}.md")), format!("---\ntitle: {title}\n---\n\n{text}\n"))?;
    }
    fs::write(folder.join(article_file(number)), article(number, ACTIONS[0][language_of(number)]))
}

fn paragraph(seed: usize, language: usize) -> String {
    let mut dice = Dice::of(seed);
    let sentences: Vec<String> =
        (0..SENTENCES_OF_A_PARAGRAPH).map(|_| plain_sentence(&mut dice)[language].clone()).collect();
    sentences.join(" ")
}

/// An article whose first sentence has the given word.
fn article(number: usize, word: &str) -> String {
    let language = language_of(number);
    let mut dice = Dice::of(3000 + number);
    let citations = CITATIONS / ARTICLES + usize::from(number < CITATIONS % ARTICLES);
    let title = &title(PANELS + number)[language];
    let mut text = format!("---\ntitle: \"{title}\"\n---\n\n");
    let first = ["This article sets out to", "Este artículo se propone"][language];
    let _ = writeln!(text, "{first} {word} {}.\n", OBJECTS[number % OBJECTS.len()][language]);
    let (mut done, mut notes, mut cited) = (0, 0, 0);
    for (id, titles, paragraphs) in SECTIONS {
        let _ = writeln!(text, "## {} {{#{id}}}\n", titles[language]);
        for _ in 0..paragraphs {
            for place in 0..SENTENCES_OF_A_PARAGRAPH {
                let own = std::mem::take(&mut sentence(&mut dice)[language]);
                // Spread evenly over the paragraphs, each after the first sentence.
                let is_cited = place == 0 && (done + 1) * citations / PARAGRAPHS > cited;
                match own.strip_suffix('.').filter(|_| is_cited) {
                    Some(words) => {
                        cited += 1;
                        let _ = writeln!(text, "{words} [@{}].", key(dice.roll(PUBLICATIONS)));
                    }
                    None if is_cited => {
                        cited += 1;
                        let _ = writeln!(text, "{own} [@{}]", key(dice.roll(PUBLICATIONS)));
                    }
                    None => text += &(own + "\n"),
                }
            }
            if NOTED.contains(&done) {
                notes += 1;
                text.truncate(text.trim_end().len());
                let _ = writeln!(text, "[^{notes}]");
            }
            done += 1;
            text.push('\n');
        }
        if id == "results" {
            table(&mut text, &mut dice, language);
        }
    }
    for note in 1..=notes {
        let _ = writeln!(text, "[^{note}]: {}\n", plain_sentence(&mut dice)[language]);
    }
    text
}

fn table(text: &mut String, dice: &mut Dice, language: usize) {
    let [heads, caption] = [["Who | What | How", "Who does what"], ["Quién | Qué | Cómo", "Quién hace qué"]][language];
    let _ = writeln!(text, "| {heads} |\n| --- | --- | --- |");
    for _ in 0..6 {
        let row = [dice.pick(&SUBJECTS), dice.pick(&OBJECTS), dice.pick(&CIRCUMSTANCES)]
            .map(|phrase| capitalised(phrase[language]));
        let _ = writeln!(text, "| {} | {} | {} |", row[0], row[1], row[2]);
    }
    let _ = writeln!(text, "\n: {caption} {{#table}}\n");
}

fn key(number: usize) -> String {
    format!("work{number}")
}

/// Names and years come back, so that some works have the same author and year.
fn bibliography() -> String {
    let mut text = String::new();
    let mut dice = Dice::of(4000);
    for number in 0..PUBLICATIONS {
        let (title, name, year) = (&title(number)[0], dice.roll(120), 1960 + dice.roll(50));
        let _ = writeln!(
            text,
            "@article{{{},\n  author = {{Example{name}, Ann and Specimen, Ben}},\n  title = {{{title}, {number}}},\n  \
             journal = {{Journal of Examples}},\n  volume = {{{}}},\n  pages = {{{number}--{}}},\n  year = {{{year}}}\n}}\n",
            key(number),
            number % 40 + 1,
            number + 12
        );
    }
    text
}
