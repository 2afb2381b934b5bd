//! A made-up publication of any size, for diptych and for Hugo: the same texts, in each tool's own format.
//!
//! Takes: how many chapters, each in English and Spanish. Gives: two source trees. The same number always gives the same bytes: the
//! dice are a linear congruential generator that starts from the chapter's number. Every choice is an index into lists that hold
//! both languages, so that the versions of a chapter say the same and have the same structure.

use std::fs;
use std::io;
use std::path::Path;

use rayon::prelude::*;

pub const CHAPTERS_OF_A_WORK: usize = 50;
pub const SECTIONS_OF_A_CHAPTER: usize = 8;
pub const TAGS: [&str; 2] = ["en", "es"];

/// The same in English and Spanish.
type Phrase = [&'static str; 2];

const SUBJECTS: [Phrase; 16] = [
    ["public authorities", "los poderes públicos"],
    ["local services", "los servicios locales"],
    ["community councils", "los consejos vecinales"],
    ["mediators", "los equipos de mediación"],
    ["police officers", "los agentes de policía"],
    ["the residents of each neighbourhood", "los vecinos de cada barrio"],
    ["public-safety professionals", "los profesionales de la seguridad ciudadana"],
    ["schools and health centres", "los centros educativos y sanitarios"],
    ["the courts", "los órganos judiciales"],
    ["urban planners", "los responsables de urbanismo"],
    ["associations and foundations", "las asociaciones y fundaciones"],
    ["universities", "las universidades"],
    ["those who plan a measure", "quienes planifican una medida"],
    ["those who work in the street", "quienes trabajan en la calle"],
    ["the heads of each service", "los directores de cada servicio"],
    ["regional administrations", "las administraciones regionales"],
];
const DUTIES: [Phrase; 4] =
    [["shall", "deberán"], ["should", "deberían"], ["may", "podrán"], ["are expected to", "habrán de"]];
const ACTIONS: [Phrase; 12] = [
    ["protect", "proteger"],
    ["review", "revisar"],
    ["publish", "publicar"],
    ["assess", "evaluar"],
    ["discuss", "debatir"],
    ["explain", "explicar"],
    ["take into account", "tener en cuenta"],
    ["record", "registrar"],
    ["improve", "mejorar"],
    ["coordinate", "coordinar"],
    ["adapt", "adaptar"],
    ["strengthen", "reforzar"],
];
const OBJECTS: [Phrase; 16] = [
    ["the agreements between services", "los acuerdos entre servicios"],
    ["the needs of people at risk", "las necesidades de las personas en riesgo"],
    ["the means of support for victims", "los medios de apoyo a las víctimas"],
    ["the annual plan and its budget", "el plan anual y su presupuesto"],
    ["the results of each programme", "los resultados de cada programa"],
    ["the ways of making a complaint", "las vías de reclamación"],
    ["the procedures of mediation", "los procedimientos de mediación"],
    ["the training of their staff", "la formación de su personal"],
    ["the use of public space", "el uso del espacio público"],
    ["the indicators of quality", "los indicadores de calidad"],
    ["the knowledge of the community", "el conocimiento de la comunidad"],
    ["the protocols of urgent action", "los protocolos de actuación urgente"],
    ["the information given to the public", "la información que se da a la ciudadanía"],
    ["the languages spoken in the neighbourhood", "las lenguas que se hablan en el barrio"],
    ["the causes of each conflict", "las causas de cada conflicto"],
    ["the cooperation between cities", "la cooperación entre ciudades"],
];
const CIRCUMSTANCES: [Phrase; 12] = [
    ["before any decision is taken", "antes de tomar cualquier decisión"],
    ["in the light of experience", "a la luz de la experiencia"],
    ["together with the people concerned", "junto con las personas afectadas"],
    ["at least once a year", "al menos una vez al año"],
    ["in clear and plain language", "en un lenguaje claro y sencillo"],
    ["without discrimination of any kind", "sin discriminación de ningún tipo"],
    ["as early as possible", "lo antes posible"],
    ["within the limits of the law", "dentro de los límites de la ley"],
    ["at the local, national and international levels", "en los ámbitos local, nacional e internacional"],
    ["with respect for the dignity of every person", "con respeto a la dignidad de toda persona"],
    ["even when resources are scarce", "incluso cuando los recursos son escasos"],
    ["through an open and regular dialogue", "mediante un diálogo abierto y periódico"],
];
const TOPICS: [Phrase; 16] = [
    ["Mediation", "Mediación"],
    ["Prevention", "Prevención"],
    ["Trust", "Confianza"],
    ["Community life", "Vida comunitaria"],
    ["Public space", "Espacio público"],
    ["Support", "Apoyo"],
    ["Cooperation", "Cooperación"],
    ["Evaluation", "Evaluación"],
    ["Training", "Formación"],
    ["Equal treatment", "Igualdad de trato"],
    ["Openness", "Transparencia"],
    ["Housing", "Vivienda"],
    ["Health", "Salud"],
    ["Learning", "Aprendizaje"],
    ["Justice", "Justicia"],
    ["Diversity", "Diversidad"],
];
const PLACES: [Phrase; 8] = [
    ["in the neighbourhood", "en el barrio"],
    ["in the city", "en la ciudad"],
    ["at school", "en la escuela"],
    ["in public services", "en los servicios públicos"],
    ["in the region", "en la región"],
    ["between institutions", "entre instituciones"],
    ["in daily practice", "en la práctica diaria"],
    ["across borders", "más allá de las fronteras"],
];
const STRESSED: [Phrase; 4] = [
    ["in every case", "en todo caso"],
    ["above all", "sobre todo"],
    ["as a rule", "por regla general"],
    ["in good time", "con antelación"],
];

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

/// Knuth's MMIX constants; the high bits are the good ones.
struct Dice(u64);

impl Dice {
    fn of(seed: usize) -> Self {
        let mut dice = Dice(seed as u64 ^ 0x5DEE_CE66_D1F7_0A3B);
        dice.roll(2);
        dice
    }

    fn roll(&mut self, sides: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % sides
    }

    fn pick(&mut self, phrases: &[Phrase]) -> Phrase {
        phrases[self.roll(phrases.len())]
    }
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

/// A different one for each of 128 numbers in a row.
fn title(number: usize) -> [String; 2] {
    let scattered = number * 37 % (TOPICS.len() * PLACES.len());
    let (topic, place) = (TOPICS[scattered % TOPICS.len()], PLACES[scattered / TOPICS.len()]);
    [0, 1].map(|language| format!("{} {}", topic[language], place[language]))
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

/// For phrases that begin with an ASCII letter, as all of them do.
fn capitalised(phrase: &str) -> String {
    format!("{}{}", phrase[..1].to_uppercase(), &phrase[1..])
}

fn slug(title: &str) -> String {
    let plain = |character: char| match character.to_ascii_lowercase() {
        'á' => 'a',
        'é' => 'e',
        'í' => 'i',
        'ó' => 'o',
        'ú' => 'u',
        'ñ' => 'n',
        letter if letter.is_ascii_alphanumeric() => letter,
        _ => '-',
    };
    title.chars().map(plain).collect()
}

// ---- files ----

const BOOK: &str = r#"[publication]
title = { en = "International Guidelines", es = "Directrices Internacionales" }
publisher = { en = "A publisher made up for measuring", es = "Una editorial inventada para medir" }
address = "https://guidelines.example/"

[languages.en]
name = "English"
formats = "en-GB"

[languages.es]
name = "español"
formats = "es-ES"
"#;

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
        let [subject, duty, action] = [self.pick(&SUBJECTS), self.pick(&DUTIES), self.pick(&ACTIONS)];
        let [object, circumstance] = [self.pick(&OBJECTS), self.pick(&CIRCUMSTANCES)];
        format!("{} {duty} {action} {object} {circumstance}.", capitalised(subject))
    }

    /// One sentence in three has something stressed.
    fn sentence(&mut self) {
        let sentence = self.plain_sentence();
        let stressed = self.pick(&STRESSED);
        match self.dice.roll(6) {
            0 => self.text += &format!("*{}*: {sentence}", capitalised(stressed)),
            1 => self.text += &format!("{sentence} **{}.**", capitalised(stressed)),
            _ => self.text.push_str(&sentence),
        }
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
