//! Marked changes: what an amendment would make of each section, in all versions side by side.
//!
//! Takes: an amendment. Gives: HTML in rows of cells, as on the page of a chapter beside another language. What is compared is the text of the
//! edition that it was proposed to; where that is gone on and kept nowhere, the proposed text stands alone and says so. Must not know how
//! words are compared.

use std::sync::Arc;

use super::super::Site;
use crate::documents::amendment::{ChangeYaml, Operation};
use crate::publication::amendments::{ProposedText, edition, find};
use crate::publication::{Amendment, Chapter, Section};
use crate::redline::{Numbered, Redline, Text};
use crate::renditions::html::escaped;
use crate::renditions::redline::{Comparison, SideName, html};

/// A section in one language, old and new.
#[derive(Default)]
struct Pair {
    old: Option<Numbered>,
    new: Option<Numbered>,
    /// The old text is not the one that was proposed to change, and is not shown.
    gone_on: bool,
}

impl Site {
    /// All changes of an amendment.
    pub(super) fn marked_changes(&self, own: &Amendment, language: usize) -> String {
        let comparison = Comparison {
            publication: Arc::clone(&self.publication),
            work: own.work,
            from: SideName::Working,
            to: SideName::Working,
            versions: Vec::new(),
            all: true,
        };
        let languages = self.reader_first(own.work, language);
        let mut html = String::new();
        for (nth, (change, yaml)) in own.pairs().enumerate() {
            let sentence = escaped(&self.change_text(own, yaml, language));
            html.push_str(&format!("<section class=\"change\" aria-labelledby=\"_change-{nth}\">\n"));
            html.push_str(&format!("<h2 id=\"_change-{nth}\">{sentence}</h2>\n"));
            let texts = [("approved", &change.approved), ("proposed", &change.proposed)];
            let both = texts.iter().all(|(_, text)| text.is_some());
            let deletes = yaml.op.as_ref().is_some_and(|op| op.value == Operation::Delete);
            for (key, text) in texts.into_iter().filter(|(key, text)| text.is_some() || (deletes && *key == "proposed")) {
                if both {
                    let label = escaped(&self.text(language, &format!("amendment-{key}-text"), &[]));
                    html.push_str(&format!("<h3 class=\"which\">{label}</h3>\n"));
                }
                let anchor = format!("change-{nth}-{key}");
                self.rows_of_change(&comparison, &languages, own, (yaml, text.as_ref()), &anchor, &mut html);
            }
            html.push_str("</section>\n");
        }
        html
    }

    fn rows_of_change(
        &self,
        comparison: &Comparison,
        languages: &[usize],
        own: &Amendment,
        (yaml, text): (&ChangeYaml, Option<&ProposedText>),
        anchor: &str,
        html: &mut String,
    ) {
        let publication = &self.publication;
        let cells: Vec<(usize, Pair)> =
            languages.iter().map(|language| (*language, self.pair(own, yaml, text, *language))).collect();
        let made: Vec<(usize, String, String)> = cells
            .into_iter()
            .map(|(language, pair)| {
                let note = match (&pair.old, &pair.new, pair.gone_on) {
                    (_, Some(_), true) => self.text(language, "amendment-gone-on", &[]),
                    (None, None, _) if text.is_some() => self.text(language, "amendment-no-text", &[]),
                    _ => String::new(),
                };
                let note = if note.is_empty() { note } else { format!("<p class=\"note\">{}</p>\n", escaped(&note)) };
                let number = pair.old.as_ref().or(pair.new.as_ref()).map(|own| own.number.clone()).unwrap_or_default();
                let sides = |side: Option<Numbered>| side.into_iter().collect::<Vec<Numbered>>();
                let redline = Redline::between(&sides(pair.old), &sides(pair.new));
                let Some(section) = redline.sections.first() else { return (language, String::new(), note) };
                let tag = &publication.languages[language].tag;
                let (title, body) = html::body(comparison, section, language, &format!("{anchor}-{tag}"));
                let number = match number.as_str() {
                    "" => String::new(),
                    number => format!("<span class=\"number\">{}</span> ", escaped(number)),
                };
                (language, format!("<h3>{number}<span class=\"title\">{title}</span></h3>\n"), note + &body)
            })
            .collect();
        for (class, part) in [("row heading", 0), ("row", 1)] {
            html.push_str(&format!("<div class=\"{class}\">\n"));
            for (language, heading, body) in &made {
                let own = &publication.languages[*language];
                let content = if part == 0 { heading } else { body };
                let (tag, dir) = (&own.tag, own.direction.name());
                html.push_str(&format!("<div class=\"cell\" lang=\"{tag}\" dir=\"{dir}\">{content}</div>\n"));
            }
            html.push_str("</div>\n");
        }
    }

    /// What is compared in one language.
    fn pair(&self, own: &Amendment, yaml: &ChangeYaml, text: Option<&ProposedText>, language: usize) -> Pair {
        let publication = &self.publication;
        let of = |chapter: &Chapter, section: &Section| {
            let text = Text::of(publication, chapter, section, language, &[])?;
            Some(Numbered { number: section.number.clone(), text })
        };
        let mut new = text.and_then(|text| of(&text.chapter, &text.chapter.sections[0]));
        let op = yaml.op.as_ref().map(|op| op.value);
        if op.is_some_and(Operation::inserts) {
            return Pair { new, ..Pair::default() };
        }
        let Some((chapter, section, is_base)) = self.base_section(own, yaml, language) else {
            return Pair { old: new.as_ref().map(same), gone_on: new.is_some(), new };
        };
        let old = of(chapter, section).filter(|_| is_base);
        if let (Some(old), Some(new)) = (&old, &mut new)
            && section.level == 1
        {
            // The title of a chapter is no part of what is proposed for its opening.
            new.text.title.clone_from(&old.text.title);
            new.text.level = old.text.level;
        }
        match (op, old, new) {
            (Some(Operation::Delete), old, _) => Pair { old, ..Pair::default() },
            // This version stays as it is.
            (_, Some(old), None) => Pair { new: Some(same(&old)), old: Some(old), gone_on: false },
            (_, None, Some(new)) => Pair { old: Some(same(&new)), new: Some(new), gone_on: true },
            (_, old, new) => Pair { old, new, gone_on: false },
        }
    }

    /// The section that a change is about in the edition that it was proposed to, or in the current text if it was brought up to that, and
    /// whether it still reads as it did.
    fn base_section(&self, own: &Amendment, yaml: &ChangeYaml, language: usize) -> Option<(&Chapter, &Section, bool)> {
        let proposed_to = edition(&self.publication.works, own.work, &own.yaml.base_edition.value.0);
        let bases = proposed_to.into_iter().chain(own.is_pending().then_some(own.work));
        let found: Vec<_> = bases.filter_map(|base| self.section_in(base, yaml, language)).collect();
        found.iter().find(|(.., is_base)| *is_base).or(found.first()).copied()
    }

    fn section_in(&self, base: usize, yaml: &ChangeYaml, language: usize) -> Option<(&Chapter, &Section, bool)> {
        let publication = &self.publication;
        let (_, chapter, section) = publication.section(find(&publication.works, base, &yaml.target.value)?)?;
        let version = section.versions[language].as_ref();
        let now = version.zip(chapter.documents[language]);
        let now = now.map(|(version, document)| publication.fingerprints(document)[version.section].as_str());
        let recorded = yaml.base.as_ref().and_then(|base| base.get(&publication.languages[language].tag));
        let is_base = recorded.is_none_or(|recorded| Some(recorded.as_str()) == now);
        Some((chapter, section, is_base))
    }
}

fn same(own: &Numbered) -> Numbered {
    Numbered { number: own.number.clone(), text: own.text.clone() }
}
