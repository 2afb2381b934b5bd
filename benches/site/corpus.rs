//! A made-up publication of any size, for diptych and for Hugo: the same texts, in each tool's own format.
//!
//! Takes: how many chapters, each in English and Spanish. Gives: two source trees. The same number always gives the same bytes:
//! the dice start from the chapter's number, and the versions of a chapter say the same and have the same structure.

use std::fs;
use std::io;
use std::path::Path;

use rayon::prelude::*;

use crate::phrases::{self, BOOK, CIRCUMSTANCES, Dice, OBJECTS, Phrase, SUBJECTS, slug, title};

pub const CHAPTERS_OF_A_WORK: usize = 50;
pub const SECTIONS_OF_A_CHAPTER: usize = 8;
pub const TAGS: [&str; 2] = ["en", "es"];

#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Tool {
    Diptych,
    Hugo,
}

#[derive(Clone, Copy)]
pub struct Corpus {
    /// How many chapters there are, each in both languages.
    pub pairs: usize,
}

impl Corpus {
    pub fn works(self) -> usize {
        self.pairs.div_ceil(CHAPTERS_OF_A_WORK)
    }

    /// Writes the source tree of one tool; `repository` is where the theme and this benchmark's Hugo layouts are.
    pub fn write(self, tool: Tool, folder: &Path, repository: &Path) -> io::Result<()> {
        let content = folder.join("content");
        for work in 0..self.works() {
            fs::create_dir_all(content.join(work_folder(work)))?;
        }
        match tool {
            Tool::Diptych => fs::write(folder.join("book.toml"), BOOK)?,
            Tool::Hugo => {
                copy(&repository.join("benches/site/hugo"), folder)?;
                let theme = repository.join("themes/default");
                copy(&theme.join("styles"), &folder.join("static/assets/styles"))?;
                copy(&theme.join("fonts"), &folder.join("static/assets/fonts"))?;
            }
        }
        for (language, tag) in TAGS.iter().enumerate() {
            fs::write(content.join(format!("{}.{tag}.md", index(tool))), home(language))?;
        }
        (0..self.works()).into_par_iter().try_for_each(|work| {
            let folder = content.join(work_folder(work));
            if tool == Tool::Diptych {
                fs::write(folder.join("work.yaml"), work_yaml(work))?;
            }
            for (language, tag) in TAGS.iter().enumerate() {
                fs::write(folder.join(format!("{}.{tag}.md", index(tool))), landing(work, language))?;
            }
            for chapter in self.chapters_of(work) {
                for (language, tag) in TAGS.iter().enumerate() {
                    let file = folder.join(format!("{}.{tag}.md", chapter_file(chapter)));
                    fs::write(file, Writer::chapter(self, tool, language, chapter))?;
                }
            }
            Ok(())
        })
    }

    fn chapters_of(self, work: usize) -> std::ops::Range<usize> {
        work * CHAPTERS_OF_A_WORK..self.pairs.min((work + 1) * CHAPTERS_OF_A_WORK)
    }
}

// ---- what everything is called ----

pub fn work_folder(work: usize) -> String {
    format!("guidelines-{:03}", work + 1)
}

fn index(tool: Tool) -> &'static str {
    match tool {
        Tool::Diptych => "index",
        Tool::Hugo => "_index",
    }
}

fn work_title(work: usize) -> [String; 2] {
    let [en, es] = title(work);
    [format!("Guidelines {}: {en}", work + 1), format!("Directrices {}: {es}", work + 1)]
}

pub fn chapter_title(chapter: usize) -> [String; 2] {
    title(chapter)
}

fn section_title(chapter: usize, section: usize) -> [String; 2] {
    title(chapter * SECTIONS_OF_A_CHAPTER + section)
}

/// Unique in a work, and the same in both languages.
fn section_id(chapter: usize, section: usize) -> String {
    format!("{}-{}-{}", slug(&section_title(chapter, section)[0]), chapter % CHAPTERS_OF_A_WORK + 1, section + 1)
}

fn section_number(chapter: usize, section: usize) -> String {
    format!("{}.{}", chapter % CHAPTERS_OF_A_WORK + 1, section + 1)
}

pub fn chapter_file(chapter: usize) -> String {
    format!("{:02}-{}", chapter % CHAPTERS_OF_A_WORK + 1, slug(&chapter_title(chapter)[0]))
}

/// The chapter's part of the address in a language.
pub fn chapter_slug(chapter: usize, language: usize) -> String {
    slug(&chapter_title(chapter)[language])
}

// ---- files ----

fn home(language: usize) -> String {
    let title = ["International Guidelines", "Directrices Internacionales"][language];
    let text = ["Every text in two languages.", "Todos los textos en dos idiomas."][language];
    format!("---\ntitle: {title}\ndescription: {text}\n---\n\n{text}\n")
}

fn landing(work: usize, language: usize) -> String {
    let title = &work_title(work)[language];
    let text = ["What this work is, and what it asks for.", "Qué es esta obra y qué pide."][language];
    format!("---\ntitle: \"{title}\"\ndescription: {text}\n---\n\n{text}\n")
}

fn work_yaml(work: usize) -> String {
    let [en, es] = work_title(work);
    format!(
        "kind: guidelines\ntitle:\n  en: \"{en}\"\n  es: \"{es}\"\nsummary:\n  en: What this work is, and what it asks for.\n  \
         es: Qué es esta obra y qué pide.\nclause: guideline\nedition:\n  number: \"1.0\"\n  status: adopted\n  \
         date: 2026-11-22\nlicence: CC-BY-4.0\n"
    )
}

/// Writes one chapter in one language. Whatever is rolled is rolled the same for every language and tool.
struct Writer {
    corpus: Corpus,
    tool: Tool,
    language: usize,
    chapter: usize,
    dice: Dice,
    text: String,
}

impl Writer {
    fn chapter(corpus: Corpus, tool: Tool, language: usize, chapter: usize) -> String {
        let dice = Dice::of(chapter);
        let mut writer = Writer { corpus, tool, language, chapter, dice, text: String::with_capacity(8 * 1024) };
        writer.front_matter();
        writer.paragraph(2);
        for section in 0..SECTIONS_OF_A_CHAPTER {
            let title = &section_title(chapter, section)[language];
            writer.text += &format!("## {title} {{#{}}}\n\n", section_id(chapter, section));
            writer.section(section);
        }
        for note in 1..=3 {
            writer.text += &format!("[^{note}]: ");
            writer.sentence();
            writer.text.push_str("\n\n");
        }
        writer.text
    }

    fn front_matter(&mut self) {
        let title = &chapter_title(self.chapter)[self.language];
        let slug = chapter_slug(self.chapter, self.language);
        let description = self.plain_sentence();
        self.text += &format!("---\ntitle: {title}\nslug: {slug}\ndescription: {description}");
        if self.tool == Tool::Hugo {
            // Diptych takes both from the file's name.
            let number = self.chapter % CHAPTERS_OF_A_WORK + 1;
            self.text += &format!("\nweight: {number}\nparams:\n  number: {number}");
        }
        self.text.push_str("\n---\n\n");
    }

    fn section(&mut self, section: usize) {
        self.paragraph(2);
        match section {
            0 => self.list("- "),
            1 => self.paragraph_with_note(1),
            2 => self.table(),
            3 => self.paragraph_with_note(2),
            4 => self.list("1. "),
            5 => self.paragraph_with_links(),
            6 => self.paragraph_with_note(3),
            _ => self.paragraph_with_links(),
        }
        self.paragraph(1);
    }

    fn paragraph(&mut self, sentences: usize) {
        for _ in 0..sentences {
            self.sentence();
            self.text.push('\n');
        }
        self.text.push('\n');
    }

    fn paragraph_with_note(&mut self, note: usize) {
        self.sentence();
        self.text += &format!("[^{note}]\n");
        self.paragraph(1);
    }

    fn list(&mut self, marker: &str) {
        for _ in 0..4 {
            self.text.push_str(marker);
            self.sentence();
            self.text.push('\n');
        }
        self.text.push('\n');
    }

    fn table(&mut self) {
        let heads = [["Who", "What", "How"], ["Quién", "Qué", "Cómo"]][self.language];
        self.text += &format!("| {} | {} | {} |\n| --- | --- | --- |\n", heads[0], heads[1], heads[2]);
        for _ in 0..5 {
            let row = [self.pick(&SUBJECTS), self.pick(&OBJECTS), self.pick(&CIRCUMSTANCES)];
            self.text += &format!("| {} | {} | {} |\n", row[0], row[1], row[2]);
        }
        self.text.push('\n');
    }

    /// Two cross references within the work, a link to a chapter of it, a link to another work's, an address outside.
    fn paragraph_with_links(&mut self) {
        let work = self.chapter / CHAPTERS_OF_A_WORK;
        self.sentence();
        self.text.push_str([" See ", " Véanse "][self.language]);
        self.cross_reference(work);
        self.text.push_str([" and ", " y "][self.language]);
        self.cross_reference(work);
        self.text.push_str([", the chapter on ", ", el capítulo sobre "][self.language]);
        self.link(work);
        self.text.push_str([", and, elsewhere, ", " y, en otro lugar, "][self.language]);
        let elsewhere = self.dice.roll(self.corpus.works());
        self.link(elsewhere);
        self.text += &format!(" ([source](https://example.org/{}/{}/)).\n\n", TAGS[self.language], self.chapter);
    }

    /// What diptych fills in, Hugo is given.
    fn cross_reference(&mut self, work: usize) {
        let (chapter, section) = (self.chapter_in(work), self.dice.roll(SECTIONS_OF_A_CHAPTER));
        let id = section_id(chapter, section);
        match self.tool {
            Tool::Diptych => self.text += &format!("[](#{id})"),
            Tool::Hugo => {
                let (number, title) = (section_number(chapter, section), &section_title(chapter, section)[self.language]);
                let address = self.address(chapter);
                self.text += &format!("[{number}\u{a0}{title}]({address}#{id})");
            }
        }
    }

    fn link(&mut self, work: usize) {
        let chapter = self.chapter_in(work);
        let title = &chapter_title(chapter)[self.language];
        let file = chapter_file(chapter);
        match self.tool {
            Tool::Diptych if work == self.chapter / CHAPTERS_OF_A_WORK => self.text += &format!("[{title}]({file}.md)"),
            Tool::Diptych => self.text += &format!("[{title}](../{}/{file}.md)", work_folder(work)),
            Tool::Hugo => self.text += &format!("[{title}]({})", self.address(chapter)),
        }
    }

    fn chapter_in(&mut self, work: usize) -> usize {
        let chapters = self.corpus.chapters_of(work);
        chapters.start + self.dice.roll(chapters.len())
    }

    /// Hugo's address of a chapter. It is given ready-made, as is quickest: Hugo does not look whether anything is there.
    fn address(&self, chapter: usize) -> String {
        let work = work_folder(chapter / CHAPTERS_OF_A_WORK);
        format!("/{}/{work}/{}/", TAGS[self.language], chapter_slug(chapter, self.language))
    }

    fn plain_sentence(&mut self) -> String {
        std::mem::take(&mut phrases::plain_sentence(&mut self.dice)[self.language])
    }

    fn sentence(&mut self) {
        self.text.push_str(&phrases::sentence(&mut self.dice)[self.language]);
    }

    fn pick(&mut self, phrases: &[Phrase]) -> &'static str {
        self.dice.pick(phrases)[self.language]
    }
}

/// Copies a folder; of fonts, only those that pages load.
pub fn copy(from: &Path, to: &Path) -> io::Result<()> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        let target = to.join(entry.file_name());
        if entry.file_type()?.is_dir() {
            copy(&entry.path(), &target)?;
        } else if !entry.path().extension().is_some_and(|extension| extension == "ttf" || extension == "txt") {
            fs::copy(entry.path(), target)?;
        }
    }
    Ok(())
}
