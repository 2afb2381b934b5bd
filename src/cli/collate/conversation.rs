//! What somebody at a terminal is shown and asked while they compare.

use crate::collation::beside::{Told, lines};
use crate::collation::history::History;
use crate::collation::read_aloud;
use crate::diagnostics::Argument;
use crate::documents::concordance::{CollatorRole, is_handle};
use crate::enrolment::asking::Person;
use crate::publication::Publication;
use crate::publication::concordance::{Compared, State, argument};

/// How many sections are named before one question for all.
const NAMED: usize = 20;

pub struct Conversation<'c> {
    pub person: &'c mut dyn Person,
    pub publication: &'c Publication,
    pub work: usize,
    /// Of the terminal, in columns.
    pub width: usize,
    pub history: History<'c>,
}

/// What somebody says of the versions of a section.
pub enum Answered {
    /// They say the same.
    Same,
    Not,
    Question(String),
    /// Nothing more is to be asked.
    Enough,
}

/// Asks until a handle is given; none if nobody answers.
pub fn handle(person: &mut dyn Person) -> Option<String> {
    person.say("collate-ask-handle", &[]);
    loop {
        let answer = person.answer()?.trim().to_owned();
        if is_handle(&answer) {
            return Some(answer);
        }
        person.say("collate-no-handle", &[("handle", answer.into())]);
    }
}

/// Asks until a role is given, by its word or its number; none if nobody answers.
pub fn role(person: &mut dyn Person) -> Option<String> {
    let choices = CollatorRole::WORDS.iter().enumerate().map(|(place, word)| format!("{} {word}", place + 1));
    person.say("collate-ask-role", &[("choices", choices.collect::<Vec<_>>().join(" · ").into())]);
    loop {
        let answer = person.answer()?.trim().to_lowercase();
        let by_number = answer.parse::<usize>().ok().and_then(|number| CollatorRole::WORDS.get(number.checked_sub(1)?));
        if let Some(word) = by_number.copied().or_else(|| CollatorRole::named(&answer).map(CollatorRole::word)) {
            return Some(word.to_owned());
        }
        person.say("collate-no-role", &[]);
    }
}

impl Conversation<'_> {
    /// Shows the versions and asks whether they say the same.
    pub fn about(&mut self, own: &Compared, languages: &[usize], (nth, all): (usize, usize)) -> Answered {
        let subject = own.unit.subject;
        let told = languages.iter().map(|language| Told {
            name: self.publication.languages[*language].name.clone(),
            text: read_aloud(self.publication, self.work, subject, *language),
        });
        let text = lines(&told.collect::<Vec<_>>(), self.width);
        let arguments: [(&'static str, Argument); 5] = [
            ("nth", nth.into()),
            ("all", all.into()),
            ("work", argument(&self.publication.works[self.work]).into()),
            ("section", own.unit.address.as_path().into()),
            ("text", text.into()),
        ];
        self.person.say("collate-section", &arguments);
        self.since(own);
        self.changes(own);
        self.person.say("collate-ask", &[]);
        loop {
            let Some(answer) = self.person.answer() else { return Answered::Enough };
            match answer.trim().to_lowercase().as_str() {
                "y" | "yes" | "s" | "sí" | "si" => return Answered::Same,
                "n" | "no" => return Answered::Not,
                "q" | "question" | "p" | "pregunta" | "?" => return self.question(),
                "e" | "end" | "f" | "fin" | "." => return Answered::Enough,
                _ => self.person.say("collate-ask", &[]),
            }
        }
    }

    /// What has changed since it was compared last, and what is asked.
    fn since(&mut self, own: &Compared) {
        let names = |wanted: State| {
            let states = own.states.iter().enumerate().filter(|(_, state)| **state == Some(wanted));
            let names = states.map(|(language, _)| self.publication.languages[language].name.as_str());
            names.collect::<Vec<_>>().join(", ")
        };
        let last = self.publication.record_of(own).and_then(|record| record.versions.values().max_by_key(|own| own.date));
        for state in [State::Changed, State::Behind, State::ChangedInBoth, State::New] {
            let languages = names(state);
            if languages.is_empty() {
                continue;
            }
            let mut arguments: Vec<(&'static str, Argument)> =
                vec![("state", state.word().into()), ("languages", languages.into())];
            let (date, by) = last.map_or_else(Default::default, |last| (last.date.to_string(), last.by.clone()));
            arguments.extend([("date", date.into()), ("by", Argument::from(by))]);
            self.person.say("collate-since", &arguments);
        }
        for query in self.publication.record_of(own).into_iter().flat_map(|record| &record.queries) {
            let (by, text) = (query.by.as_str().into(), query.text.as_str().into());
            self.person.say("collate-open", &[("by", by), ("date", query.date.to_string().into()), ("text", text)]);
        }
    }

    /// Which words are others than those that were compared, in each version that has changed.
    fn changes(&mut self, own: &Compared) {
        for (language, state) in own.states.iter().enumerate() {
            if !matches!(state, Some(State::Changed | State::ChangedInBoth)) {
                continue;
            }
            let name = self.publication.languages[language].name.as_str();
            let found = self.history.changes(self.publication, self.work, own, (language, self.width));
            let (problem, text) = match found {
                Ok(text) if text.is_empty() => ("unseen", text),
                Ok(text) => ("none", text.trim_end().to_owned()),
                Err(unknown) => (unknown.word(), String::new()),
            };
            let arguments = [("problem", problem.into()), ("language", name.into()), ("text", Argument::from(text))];
            self.person.say("collate-changes", &arguments);
        }
    }

    fn question(&mut self) -> Answered {
        self.person.say("collate-ask-question", &[]);
        match self.person.answer() {
            Some(text) if !text.trim().is_empty() => Answered::Question(text.trim().to_owned()),
            Some(_) => Answered::Not,
            None => Answered::Enough,
        }
    }

    /// One question for many sections.
    pub fn agrees_to_all(&mut self, units: &[Compared]) -> bool {
        let named: Vec<&str> = units.iter().take(NAMED).map(|own| own.unit.address.as_str()).collect();
        let arguments: [(&'static str, Argument); 4] = [
            ("count", units.len().into()),
            ("work", argument(&self.publication.works[self.work]).into()),
            ("named", named.join(", ").into()),
            ("more", (units.len() - named.len()).into()),
        ];
        self.person.say("collate-ask-all", &arguments);
        loop {
            let Some(answer) = self.person.answer() else { return false };
            match answer.trim().to_lowercase().as_str() {
                "y" | "yes" | "s" | "sí" | "si" => return true,
                "n" | "no" => return false,
                _ => self.person.say("ask-yes-or-no", &[]),
            }
        }
    }
}
