//! The endorsements at the end of a PDF: which institutions have endorsed the edition, and how each endorsement stands.
//!
//! Takes: the register. Gives: the markup of an argument of the theme's `work`, one call for each endorsement, in the order of the first
//! language's names. No specimen is ever among them: the register has no pending endorsement to begin with. Nothing that an institution
//! calls itself or reserves is anything but text. Must not know what any of it looks like.

use jiff::civil::Date;

use super::markup::{Markup, with_breaks};
use super::text::language_arguments;
use super::volume::Page;
use crate::locale::{Direction, Language, normal};
use crate::publication::register::{Endorsement, Signatory, State};
use crate::publication::{Publication, SectionKey};
use crate::record::Texts;
use crate::renditions::{PARTING, institution_type, paragraphs};

/// In bytes of text: an entry that is not longer stands on one page.
const LONGEST_WHOLE: usize = 600;

impl Page<'_> {
    /// Opens and closes the argument: a group for each way in which an endorsement stands, if there are any.
    pub(super) fn endorsements(&mut self) {
        let publication = self.publication;
        let register = &publication.register;
        let (work, languages) = (self.volume.work, self.volume.languages.clone());
        let listed = register.under(publication.as_current(work), languages.first().copied().unwrap_or_default());
        let listed: Vec<&Endorsement> = listed.into_iter().filter(|own| !register.signatory(own).specimen).collect();
        let words: Vec<Words<'_>> = languages.iter().map(|language| Words::of(publication, *language)).collect();
        self.writer.markup.raw("endorsements: (");
        for state in [State::Active, State::Expired, State::Withdrawn, State::Merged] {
            let group: Vec<&&Endorsement> = listed.iter().filter(|own| own.state == state).collect();
            if group.is_empty() {
                continue;
            }
            self.writer.markup.format(format_args!("(state: \"{}\", numbers: (", state.name()));
            for words in &words {
                self.writer.markup.string(&words.own.number(group.len()));
                self.writer.markup.raw(", ");
            }
            self.writer.markup.raw("), list: [\n");
            for endorsement in group {
                self.endorsement(&words, endorsement);
            }
            self.writer.markup.raw("]),\n");
        }
        self.writer.markup.raw("), ");
    }

    /// One call, with a version in each language.
    fn endorsement(&mut self, words: &[Words<'_>], endorsement: &Endorsement) {
        let publication = self.publication;
        let signatory = publication.register.signatory(endorsement);
        let reservations = publication.register.yaml(endorsement).reservations.as_ref();
        let length = |words: &Words<'_>| {
            let tag = &words.own.tag;
            let reserved = reservations.and_then(|texts| pick(texts, tag)).map_or(0, |(_, text)| text.len());
            signatory.name(tag).0.len() + reserved + endorsement.sections.len() * 8
        };
        let whole = words.iter().map(length).sum::<usize>() <= LONGEST_WHOLE;
        self.writer.markup.format(format_args!("#endorsement(whole: {whole}"));
        for words in words {
            let setter = self.writer.setter(words.language);
            let markup = &mut self.writer.markup;
            markup.format(format_args!(", (language: {setter}, name: ["));
            words.named(markup, signatory.name(&words.own.tag));
            markup.raw("], acronym: [");
            if let Some((tag, acronym)) = signatory.yaml.acronym.as_ref().and_then(|texts| pick(texts, &words.own.tag)) {
                words.named(markup, (acronym, tag));
            }
            markup.raw("], ended: ");
            markup.string(&with_breaks(&words.ended(endorsement)));
            markup.raw(", facts: (");
            for fact in words.facts(signatory, endorsement) {
                markup.string(&with_breaks(&fact));
                markup.raw(", ");
            }
            markup.raw("), scope: ");
            self.scope(words, endorsement);
            words.reservations(&mut self.writer.markup, reservations);
            self.writer.markup.raw(")");
        }
        self.writer.markup.raw(")\n");
    }

    /// The numbers of the sections that it covers, each the way to it; none where it covers the whole.
    fn scope(&mut self, words: &Words<'_>, endorsement: &Endorsement) {
        if endorsement.sections.is_empty() {
            return self.writer.markup.raw("none, ");
        }
        let count = endorsement.sections.len();
        let (messages, number) = (&self.publication.messages, words.own.number(count));
        let named = [("sections", PARTING)];
        let text = messages.counted(words.language, "pdf-endorsement-scope", (count, &number), &named);
        let (before, after) = text.split_once(PARTING).unwrap_or((&text, ""));
        self.writer.markup.raw("[");
        self.writer.markup.escaped(before);
        for (nth, key) in endorsement.sections.iter().enumerate() {
            if nth > 0 {
                self.writer.markup.escaped(&words.text("pdf-listed", &[("before", ""), ("next", "")]));
            }
            self.section_number(*key, words.language);
        }
        self.writer.markup.escaped(after);
        self.writer.markup.raw("], ");
    }

    fn section_number(&mut self, key: SectionKey, language: usize) {
        let publication = self.publication;
        let Some((_, chapter, section)) = publication.section(key) else { return };
        let number = if section.number.is_empty() { section.title(language) } else { section.number.as_str() };
        // What does not exist in this language has no place in this PDF.
        let linked = section.versions.get(language).is_some_and(Option::is_some);
        if linked {
            let anchor = self.writer.anchor(&chapter.path, &section.id, language);
            self.writer.markup.raw("#link(label(");
            self.writer.markup.string(&anchor);
            self.writer.markup.raw("))");
        }
        self.writer.markup.raw(if linked { "[" } else { "" });
        self.writer.markup.escaped(number);
        self.writer.markup.raw(if linked { "]" } else { "" });
    }
}

/// What one language says of endorsements. Made once for all of them.
struct Words<'p> {
    publication: &'p Publication,
    language: usize,
    own: &'p Language,
    day: Box<dyn Fn(Date) -> String + 'p>,
    country: Box<dyn Fn(&str) -> String + 'p>,
    tongue: Box<dyn Fn(&str) -> String + 'p>,
}

impl<'p> Words<'p> {
    fn of(publication: &'p Publication, language: usize) -> Self {
        let own = &publication.languages[language];
        let (day, country, tongue) = (Box::new(own.dates()), Box::new(own.countries()), Box::new(own.tongues()));
        Words { publication, language, own, day, country, tongue }
    }

    fn text(&self, key: &str, arguments: &[(&str, &str)]) -> String {
        self.publication.messages.text(self.language, key, arguments)
    }

    /// A name, in its own language where that is not this one.
    fn named(&self, markup: &mut Markup, (name, tag): (&str, &str)) {
        let line = name.split_whitespace().collect::<Vec<_>>().join(" ");
        match normal(tag).filter(|_| tag != self.own.tag) {
            None => markup.escaped(&line),
            Some((tag, direction)) => {
                markup.format(format_args!("#text({})[", language_arguments(&tag, direction)));
                // A name that runs against the text does not turn what stands beside it (Unicode UAX 9, section 2.5).
                let turned = direction != self.own.direction;
                markup.raw(match direction {
                    _ if !turned => "",
                    Direction::LeftToRight => "\u{2066}",
                    Direction::RightToLeft => "\u{2067}",
                });
                markup.escaped(&line);
                markup.raw(if turned { "\u{2069}]" } else { "]" });
            }
        }
    }

    /// What the institution is, where, and from when until when it has signed.
    fn facts(&self, signatory: &Signatory, endorsement: &Endorsement) -> Vec<String> {
        let yaml = self.publication.register.yaml(endorsement);
        // A line does not end within a date.
        let dated = |key: &str, date: Date| self.text(key, &[("date", &(self.day)(date).replace(' ', "\u{a0}"))]);
        let effective = yaml.effective.as_ref().filter(|day| day.value != yaml.signed.value);
        let until = yaml.until.as_ref().filter(|_| endorsement.state == State::Active);
        let facts = [
            Some(institution_type(self.publication, &signatory.yaml.r#type.value, self.language)),
            Some((self.country)(&signatory.yaml.country.value)),
            Some(dated("pdf-endorsement-signed", yaml.signed.value)),
            effective.map(|day| dated("pdf-endorsement-effective", day.value)),
            until.map(|day| dated("pdf-endorsement-until", day.value)),
        ];
        facts.into_iter().flatten().collect()
    }

    /// How it has ended; empty while it is in force.
    fn ended(&self, endorsement: &Endorsement) -> String {
        let register = &self.publication.register;
        let yaml = register.yaml(endorsement);
        let dated = |key: &str, date: Date| self.text(key, &[("date", &(self.day)(date))]);
        match endorsement.state {
            State::Active => String::new(),
            State::Merged => {
                let successor = register.signatory(endorsement).successor.map(|place| &register.signatories[place]);
                match successor.filter(|successor| !successor.specimen) {
                    Some(successor) => self.text("ended-merged", &[("name", successor.name(&self.own.tag).0)]),
                    None => self.text("ended-merged-unlisted", &[]),
                }
            }
            State::Expired => match &yaml.until {
                Some(until) => dated("ended-expired", until.value),
                None => self.text("ended-expired-undated", &[]),
            },
            State::Withdrawn => match &yaml.withdrawal {
                Some(withdrawal) => dated("ended-withdrawn", withdrawal.value.date.value),
                None => self.text("state-withdrawn", &[]),
            },
        }
    }

    /// In full. In another language they are said to be.
    fn reservations(&self, markup: &mut Markup, reservations: Option<&Texts>) {
        let Some((tag, text)) = reservations.and_then(|texts| pick(texts, &self.own.tag)) else {
            return markup.raw("reservations: none");
        };
        let other = normal(tag).filter(|_| tag != self.own.tag);
        let title = match other {
            None => self.text("pdf-endorsement-reservations", &[]),
            Some(_) => self.text("pdf-endorsement-reservations-in", &[("language", &(self.tongue)(tag))]),
        };
        markup.raw("reservations: (");
        markup.entry("title", &title);
        match &other {
            None => markup.raw("language: body => body, "),
            Some((tag, direction)) => {
                let set = language_arguments(tag, *direction);
                markup.format(format_args!("language: body => text({set}, body), "));
            }
        }
        markup.raw("paragraphs: (");
        for paragraph in paragraphs(text) {
            markup.raw("[");
            markup.escaped(&paragraph);
            markup.raw("], ");
        }
        markup.raw("))");
    }
}

/// The text of a language and its tag, or the first there is.
fn pick<'t>(texts: &'t Texts, tag: &str) -> Option<(&'t str, &'t str)> {
    let own = texts.entries.iter().find(|(key, _)| key.text == tag).or(texts.entries.first());
    own.map(|(key, text)| (key.text.as_str(), text.value.as_str()))
}
