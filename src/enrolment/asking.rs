//! Asking: what flags did not say of an institution, a person is asked.
//!
//! Takes: an [`Entry`] begun by flags, and somebody who answers. Gives: the entry as far as it was answered. Each answer is tried against
//! the publication at once, so that a duplicate or a wrong code is found while the letter is still on the desk. Nothing is asked twice
//! unless the answer cannot be. Must not know where questions are read, nor write anything.

mod questions;

use super::trial::Trial;
use super::{Change, Entry, Fact, compose, path_of, value};
use crate::diagnostics::{Argument, Code, Diagnostic, Severity};
use crate::publication::{Publication, Work};

pub use questions::ask;

/// Somebody who answers questions.
pub trait Person {
    /// A message of the tool's wording.
    fn say(&mut self, id: &'static str, arguments: &[(&'static str, Argument)]);
    fn show(&mut self, found: &Diagnostic);
    /// The next line; none when there are no more.
    fn answer(&mut self) -> Option<String>;
}

/// The one who was asked has gone.
pub struct Gone;

/// What can be answered.
pub enum Answers<'a> {
    Anything,
    /// One of these; a number chooses by place.
    OneOf(Vec<&'a str>),
    YesOrNo,
}

/// A question about one key.
pub struct Question<'a> {
    pub key: String,
    /// Its words.
    pub id: &'static str,
    pub arguments: Vec<(&'static str, Argument)>,
    pub answers: Answers<'a>,
    /// What an empty line stands for.
    pub usual: Option<String>,
    /// Whether an empty line without a usual answer will do.
    pub optional: bool,
}

impl<'a> Question<'a> {
    pub fn new(key: impl Into<String>, id: &'static str) -> Self {
        Question { key: key.into(), id, arguments: Vec::new(), answers: Answers::Anything, usual: None, optional: true }
    }

    pub fn one_of(mut self, words: impl IntoIterator<Item = &'a str>) -> Self {
        self.answers = Answers::OneOf(words.into_iter().collect());
        self
    }

    pub fn yes_or_no(mut self) -> Self {
        self.answers = Answers::YesOrNo;
        self
    }

    pub fn usually(mut self, answer: Option<String>) -> Self {
        self.usual = answer;
        self
    }

    pub fn needed(mut self) -> Self {
        self.optional = false;
        self
    }
}

/// One conversation about one institution.
pub struct Interview<'i> {
    pub entry: Entry,
    pub trial: &'i mut Trial,
    pub person: &'i mut dyn Person,
}

impl Interview<'_> {
    pub fn has(&self, name: &str) -> bool {
        let endorsement = self.entry.endorsements.first().map(Vec::as_slice).unwrap_or_default();
        self.entry.get(name).is_some() || value(endorsement, name).is_some()
    }

    /// Takes back what flags say and cannot be, so that it is asked: not after twenty other questions. A value of the wrong type hides
    /// what is wrong with others, so that this is done until nothing is.
    pub fn doubt_flags(&mut self) {
        while self.doubts_a_flag() {}
    }

    fn doubts_a_flag(&mut self) -> bool {
        let entry = filled(&self.entry, self.trial.publication.as_ref());
        let Some(path) = path_of(entry.id()) else {
            crooked(entry.id(), "id").iter().for_each(|found| self.person.show(found));
            self.entry.own.retain(|fact| fact.key.name != "id");
            return true;
        };
        let change = Change { path, composed: compose::file(&numbered(&entry)), before: None };
        let before = self.said();
        for found in self.trial.of(std::slice::from_ref(&change)) {
            let here = [Some(&found.place), found.related.as_ref()].into_iter().flatten();
            let mut here = here.filter(|place| place.source.path == change.path);
            let at = here.find_map(|place| change.composed.origin(place.span));
            // What is missing is about to be asked for.
            let asked = matches!(found.code, Code::MissingKey | Code::UnverifiedEndorsement);
            let Some(at) = at.filter(|_| found.severity() == Severity::Error && !asked) else { continue };
            let said = |fact: &Fact| place_of(&entry, &fact.key.name) == at.start as usize;
            let before = self.said();
            self.entry.own.retain(|fact| !said(fact));
            self.entry.endorsements.iter_mut().for_each(|own| own.retain(|fact| !said(fact)));
            if self.said() < before {
                self.person.show(&found);
            }
        }
        self.entry.endorsements.retain(|own| !own.is_empty());
        self.said() < before
    }

    /// How much has been said.
    fn said(&self) -> usize {
        self.entry.own.len() + self.entry.endorsements.iter().map(Vec::len).sum::<usize>()
    }

    /// Asks until the answer can be; not at all if it is known.
    pub fn put(&mut self, question: &Question<'_>) -> Result<(), Gone> {
        if self.has(&question.key) {
            return Ok(());
        }
        self.person.say(question.id, &question.arguments);
        match &question.answers {
            Answers::OneOf(words) => {
                let list: Vec<String> =
                    words.iter().enumerate().map(|(place, word)| format!("{} {word}", place + 1)).collect();
                self.person.say("ask-choices", &[("choices", list.join(" · ").into())]);
            }
            Answers::YesOrNo => self.person.say("ask-yes-or-no", &[]),
            Answers::Anything => {}
        }
        match &question.usual {
            Some(usual) => self.person.say("ask-usual", &[("usual", usual.as_str().into())]),
            None if question.optional => self.person.say("ask-optional", &[]),
            None => {}
        }
        loop {
            let line = self.person.answer().ok_or(Gone)?;
            let line = match (line.trim(), &question.usual) {
                ("", Some(usual)) => usual.clone(),
                ("", None) if question.optional => return Ok(()),
                ("", None) => {
                    self.person.say("ask-needed", &[]);
                    continue;
                }
                (line, _) => line.to_owned(),
            };
            let Some(answer) = self.understood(&line, &question.answers) else { continue };
            if self.holds(&question.key, answer) {
                return Ok(());
            }
        }
    }

    fn understood(&mut self, line: &str, answers: &Answers<'_>) -> Option<String> {
        match answers {
            Answers::Anything => Some(line.to_owned()),
            Answers::YesOrNo => {
                let lower = line.to_lowercase();
                let found = [("true", ["y", "yes", "s", "sí", "si", "true"].as_slice()), ("false", &["n", "no", "false"])];
                let found = found.into_iter().find(|(_, words)| words.contains(&lower.as_str()));
                if found.is_none() {
                    self.person.say("ask-yes-or-no", &[]);
                }
                found.map(|(word, _)| word.to_owned())
            }
            Answers::OneOf(words) => {
                let by_place = line.parse::<usize>().ok().and_then(|place| words.get(place.checked_sub(1)?));
                let found = words.iter().find(|word| **word == line).or(by_place);
                if found.is_none() {
                    let meant = crate::diagnostics::nearest(line, words.iter().copied()).unwrap_or_default();
                    self.person.say(
                        "ask-none-of-them",
                        &[("typed", line.into()), ("meant", meant.into()), ("found", usize::from(!meant.is_empty()).into())],
                    );
                }
                found.map(|word| (*word).to_owned())
            }
        }
    }

    /// Whether the publication has nothing against the answer; otherwise it is taken back.
    fn holds(&mut self, name: &str, answer: String) -> bool {
        let Some(fact) = Fact::new(name, answer) else { return true };
        let before = self.entry.clone();
        self.entry.set(fact);
        let found = self.problems(name);
        found.iter().for_each(|found| self.person.show(found));
        let sound = !found.iter().any(|found| found.severity() == Severity::Error);
        if !sound {
            self.entry = before;
        }
        sound
    }

    /// What is wrong with what has been said so far under one key; with all of it once the status is known, for that is the last word.
    fn problems(&mut self, name: &str) -> Vec<Diagnostic> {
        let entry = filled(&self.entry, self.trial.publication.as_ref());
        let Some(path) = path_of(entry.id()) else { return crooked(entry.id(), name) };
        if name == "id" && self.trial.is_taken(&path) {
            self.person.say("signatory-exists", &[("id", entry.id().into()), ("path", path.as_path().into())]);
            return crooked(entry.id(), name);
        }
        let composed = compose::file(&numbered(&entry));
        let change = Change { path, composed, before: None };
        let found = self.trial.of(std::slice::from_ref(&change));
        let asked = place_of(&entry, name);
        let about = |found: &&Diagnostic| {
            let here = [Some(&found.place), found.related.as_ref()].into_iter().flatten();
            let here = here.filter(|place| place.source.path == change.path);
            let own = here.filter_map(|place| change.composed.origin(place.span)).any(|at| at.start as usize == asked);
            // What is missing is about to be asked for.
            let last = name == "status" && found.severity() == Severity::Error;
            found.code != Code::MissingKey && (own || last)
        };
        found.iter().filter(about).cloned().collect()
    }
}

/// An id that cannot be one: the report that its file would get.
fn crooked(id: &str, name: &str) -> Vec<Diagnostic> {
    let place = crate::diagnostics::Place::file(format!("{name}: {id}"));
    vec![Diagnostic::new(Code::MalformedValue, place).with("value", id).hint("hint-slug")]
}

/// The place of a key among all that has been said: it stands for where it was said.
fn place_of(entry: &Entry, name: &str) -> usize {
    let all = entry.own.iter().chain(entry.endorsements.iter().flatten());
    all.into_iter().position(|fact| fact.key.name == name).map_or(0, |place| place + 1)
}

fn numbered(entry: &Entry) -> Entry {
    let mut entry = entry.clone();
    let all = entry.own.iter_mut().chain(entry.endorsements.iter_mut().flatten());
    for (place, fact) in all.enumerate() {
        fact.at = crate::diagnostics::Span::new(place + 1, place + 2);
    }
    entry
}

/// The entry with something harmless for what it lacks: a file that lacks a key is not looked at any further.
fn filled(entry: &Entry, publication: Option<&Publication>) -> Entry {
    let mut entry = entry.clone();
    let add = |entry: &mut Entry, name: &str, value: &str| entry.own.extend(Fact::new(name, value));
    if entry.get("id").is_none() {
        let id = super::identifier::proposed(&entry).unwrap_or_else(|| "not-named-yet".to_owned());
        add(&mut entry, "id", &id);
    }
    if !entry.own.iter().any(|fact| fact.key.name.starts_with("names.")) {
        add(&mut entry, "names.en", "Not named yet");
    }
    for (name, harmless) in [("type", "other"), ("country", "ES")] {
        if entry.get(name).is_none() {
            add(&mut entry, name, harmless);
        }
    }
    let Some(own) = entry.endorsements.first_mut() else { return entry };
    let work = publication.and_then(|publication| work_of(publication, value(own, "work")?));
    let edition = work.map(|work| work.current());
    let language = work.and_then(|work| work.languages.first()).map_or(0, |(language, _)| *language);
    let harmless = [
        ("edition", edition.and_then(|edition| edition.number.clone()).or_else(|| Some("1.0".to_owned()))),
        ("language", publication.and_then(|publication| publication.book.tags().nth(language)).map(str::to_owned)),
        (
            "signed",
            edition.and_then(|edition| edition.date).map(|date| date.to_string()).or_else(|| Some("2000-01-01".to_owned())),
        ),
        ("status", Some("pending".to_owned())),
    ];
    for (name, harmless) in harmless {
        if value(own, name).is_none() {
            own.extend(harmless.and_then(|harmless| Fact::new(name, harmless)));
        }
    }
    entry
}

pub(super) fn work_of<'p>(publication: &'p Publication, folder: &str) -> Option<&'p Work> {
    publication.works.iter().find(|work| work.folder == folder && !work.folder.as_str().is_empty() && !work.is_frozen())
}
