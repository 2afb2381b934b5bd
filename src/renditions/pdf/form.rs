//! What an institution needs to endorse an edition, as markup: the form with the facts for the register, and a model of the resolution.
//!
//! Takes: a work, a language and which of the two. Gives: a [`Markup`] that imports the theme's `form.typ` or `resolution.typ` and tells it
//! of the edition, the choices there are and where to send it; what of that is not known is left empty, and the theme names the gap. Must
//! not know what a form asks for, nor what it looks like.

use super::markup::Markup;
use super::text::language_arguments;
use super::volume::texts;
use crate::config::legal::SEND_TO;
use crate::documents::CONTENT;
use crate::documents::signatory::InstitutionType;
use crate::publication::Publication;
use crate::renditions::{FormKind, authority, institution_type, paragraphs, status};

/// What one PDF holds.
pub struct Form {
    pub work: usize,
    pub language: usize,
    pub kind: FormKind,
}

pub fn write(publication: &Publication, form: &Form) -> Markup {
    let name = form.kind.name();
    let work = &publication.works[form.work];
    let own = &publication.languages[form.language];
    let mut markup = Markup::new(format!("{CONTENT}/{}/work.yaml", work.folder).into());
    let set = language_arguments(&own.tag, own.direction);
    markup.format(format_args!("#import \"/theme/{name}.typ\": {name}\n#let in-own(body) = text({set}, body)\n"));
    markup.format(format_args!("#show: {name}.with((fingerprint: "));
    markup.string(&publication.edition_fingerprint(form.work));
    markup.format(format_args!(", languages: ((language: in-own, {set}, "));
    edition(&mut markup, publication, form);
    choices(&mut markup, publication, form);
    send_to(&mut markup, publication, form);
    markup.raw("texts: (..(:), ");
    for (key, text) in texts(publication, &format!("{name}.typ"), form.language) {
        markup.string(&key);
        markup.raw(": ");
        markup.string(&text);
        markup.raw(", ");
    }
    markup.raw(")),)))\n");
    markup
}

/// What is endorsed, and what that means.
fn edition(markup: &mut Markup, publication: &Publication, form: &Form) {
    let (language, work) = (form.language, &publication.works[form.work]);
    let (own, edition) = (&publication.languages[language], work.current());
    let text = |key: &str, arguments: &[(&str, &str)]| publication.messages.text(language, key, arguments);
    let of = |texts: &Vec<String>| texts.get(language).cloned().unwrap_or_default();
    let number = edition.number.as_deref().unwrap_or_default();
    let publisher = publication.book.publisher.get(&own.tag).cloned().unwrap_or_default();
    markup.entry("tag", &own.tag);
    markup.entry("name", &own.name);
    markup.entry("title", &of(&work.title));
    markup.entry("short-title", &of(&work.short_title));
    markup.entry("publisher", &publisher);
    markup.entry("number", number);
    markup.entry("edition", &text("edition", &[("number", number)]));
    markup.entry("date", &edition.date.map(|date| own.date(date)).unwrap_or_default());
    markup.entry("status", &status(publication, work, edition.status, language));
    markup.entry("authority", &authority(publication, work, language));
    markup.entry("address", &publication.addresses.absolute(&publication.addresses.work(form.work, language)));
    markup.raw("endorsing: (");
    list(markup, paragraphs(&of(&work.endorsing)));
}

/// What there is to choose from: the languages of names and of texts, and the types of institutions.
fn choices(markup: &mut Markup, publication: &Publication, form: &Form) {
    let own = &publication.languages[form.language];
    let tongue = own.tongues();
    markup.raw("name-languages: (");
    list(markup, publication.languages.iter().map(|language| tongue(&language.tag)));
    markup.raw("text-languages: (");
    let of_work = publication.works[form.work].languages.iter();
    list(markup, of_work.map(|(language, _)| tongue(&publication.languages[*language].tag)));
    let last = InstitutionType::Other.word();
    let added = publication.book.institution_types.entries.iter().map(|(key, _)| key.text.as_str());
    let keys = InstitutionType::WORDS.iter().copied().filter(|key| *key != last).chain(added);
    let mut types: Vec<String> = keys.map(|key| institution_type(publication, key, form.language)).collect();
    let order = own.order();
    types.sort_by(|one, other| order(one, other));
    markup.raw("types: (");
    list(markup, types.into_iter().chain([institution_type(publication, last, form.language)]));
}

/// Each fact by what it is called; without a text where it is not known.
fn send_to(markup: &mut Markup, publication: &Publication, form: &Form) {
    let tag = &publication.languages[form.language].tag;
    markup.raw("send-to: (");
    for fact in SEND_TO {
        let key = format!("fact-{}", fact.word().replace('_', "-"));
        let text = publication.book.legal.as_ref().and_then(|legal| legal.text(fact, tag));
        markup.raw("(");
        markup.entry("name", &publication.messages.text(form.language, &key, &[]));
        markup.entry("text", text.unwrap_or_default());
        markup.raw("), ");
    }
    markup.raw("), ");
}

/// The strings of an array, and its end.
fn list(markup: &mut Markup, texts: impl IntoIterator<Item = String>) {
    for text in texts {
        markup.string(&text);
        markup.raw(", ");
    }
    markup.raw("), ");
}
