//! The questions, in the order in which a letter of endorsement answers them.
//!
//! Takes: an interview. Gives: the entry with the answers. Must not know how an answer is tried.

use super::{Gone, Interview, Question, work_of};
use crate::documents::signatory::{InstitutionType, VerificationMethod};
use crate::enrolment::{Entry, identifier};

/// Asks for all that has not been said.
pub fn ask(interview: &mut Interview<'_>) -> Result<Entry, Gone> {
    interview.doubt_flags();
    names(interview)?;
    seat(interview)?;
    let usual = identifier::proposed(&interview.entry);
    interview.put(&Question::new("id", "ask-id").usually(usual).needed())?;
    interview.put(&Question::new("website", "ask-website"))?;
    interview.put(&Question::new("identifiers.ror", "ask-ror"))?;
    interview.put(&Question::new("identifiers.wikidata", "ask-wikidata"))?;
    interview.put(&Question::new("identifiers.org_id", "ask-org-id"))?;
    interview.put(&Question::new("authorisation.name", "ask-may-name").yes_or_no().needed())?;
    if interview.entry.get("authorisation.name") == Some("true") {
        interview.put(&Question::new("authorisation.logo", "ask-may-logo").yes_or_no())?;
    }
    endorsement(interview)?;
    Ok(interview.entry.clone())
}

fn names(interview: &mut Interview<'_>) -> Result<(), Gone> {
    let Some(publication) = &interview.trial.publication else { return Ok(()) };
    let languages: Vec<(String, String)> =
        publication.languages.iter().map(|language| (language.tag.clone(), language.name.clone())).collect();
    let named = |entry: &Entry| entry.own.iter().any(|fact| fact.key.name.starts_with("names."));
    // Whoever has named it by a flag has said in which languages it has a name.
    if !named(&interview.entry) {
        while !named(&interview.entry) {
            for (tag, name) in &languages {
                let mut question = Question::new(format!("names.{tag}"), "ask-name");
                question.arguments = vec![("language", name.as_str().into())];
                interview.put(&question)?;
            }
            if !named(&interview.entry) {
                interview.person.say("ask-needed", &[]);
            }
        }
    }
    for (tag, name) in
        languages.iter().filter(|(tag, _)| interview.entry.get(&format!("names.{tag}")).is_some()).collect::<Vec<_>>()
    {
        let mut question = Question::new(format!("acronym.{tag}"), "ask-acronym");
        question.arguments = vec![("language", name.as_str().into())];
        interview.put(&question)?;
    }
    Ok(())
}

fn seat(interview: &mut Interview<'_>) -> Result<(), Gone> {
    let own = interview.trial.publication.as_ref().map(|publication| &publication.book.institution_types.entries);
    let own: Vec<String> = own.into_iter().flatten().map(|(key, _)| key.text.clone()).collect();
    let types = InstitutionType::WORDS.iter().copied().chain(own.iter().map(String::as_str));
    interview.put(&Question::new("type", "ask-type").one_of(types).needed())?;
    interview.put(&Question::new("country", "ask-country").needed())?;
    interview.put(&Question::new("subdivision", "ask-subdivision"))
}

/// Nothing, if it endorses nothing yet.
fn endorsement(interview: &mut Interview<'_>) -> Result<(), Gone> {
    let Some(publication) = &interview.trial.publication else { return Ok(()) };
    let specimen = interview.entry.get("specimen") == Some("true");
    let works = publication.works().map(|(_, work)| work);
    let open: Vec<String> = works.filter(|work| work.endorsable || specimen).map(|work| work.folder.to_string()).collect();
    if open.is_empty() && !interview.has("work") {
        interview.person.say("ask-no-work", &[]);
        return Ok(());
    }
    interview.put(&Question::new("work", "ask-work").one_of(open.iter().map(String::as_str)))?;
    let (edition, languages, names) = choices(interview);
    if !interview.has("work") {
        return Ok(());
    }
    interview.put(&Question::new("edition", "ask-edition").usually(edition).needed())?;
    interview.put(&Question::new("scope", "ask-scope").usually(Some("whole".to_owned())))?;
    let only = (languages.len() == 1).then(|| languages[0].clone());
    let language = Question::new("language", "ask-language").one_of(languages.iter().map(String::as_str));
    interview.put(&language.usually(only).needed())?;
    interview.put(&Question::new("signed", "ask-signed").needed())?;
    for (key, id) in [("effective", "ask-effective"), ("registered", "ask-registered"), ("until", "ask-until")] {
        interview.put(&Question::new(key, id))?;
    }
    interview.put(&Question::new("authority.body", "ask-body"))?;
    if interview.has("authority.body") {
        interview.put(&Question::new("authority.office", "ask-office"))?;
        interview.put(&Question::new("authority.resolution", "ask-resolution"))?;
        interview.put(&Question::new("authority.url", "ask-url"))?;
    }
    for (tag, name) in languages.iter().zip(names) {
        let mut question = Question::new(format!("reservations.{tag}"), "ask-reservations");
        question.arguments = vec![("language", name.into())];
        interview.put(&question)?;
    }
    interview.put(&Question::new("verification.method", "ask-method").one_of(VerificationMethod::WORDS.iter().copied()))?;
    if interview.has("verification.method") {
        interview.put(&Question::new("verification.date", "ask-verified").needed())?;
    }
    let status = Question::new("status", "ask-status").one_of(["active", "pending"]);
    let usual = if interview.has("verification.method") { "active" } else { "pending" };
    interview.put(&status.usually(Some(usual.to_owned())).needed())
}

/// The edition that can be endorsed now, and the languages of the work by tag and by name.
fn choices(interview: &Interview<'_>) -> (Option<String>, Vec<String>, Vec<String>) {
    let nothing = || (None, Vec::new(), Vec::new());
    let Some(publication) = &interview.trial.publication else { return nothing() };
    let own = interview.entry.endorsements.first().map(Vec::as_slice).unwrap_or_default();
    let Some(work) = crate::enrolment::value(own, "work").and_then(|folder| work_of(publication, folder)) else {
        return nothing();
    };
    let edition = work.current().number.clone();
    let languages = || work.languages.iter().map(|(language, _)| &publication.languages[*language]);
    let names = languages().map(|language| language.name.clone()).collect();
    (edition, languages().map(|language| language.tag.clone()).collect(), names)
}
