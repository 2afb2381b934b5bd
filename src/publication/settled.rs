//! Settled questions: what a template asks for and is told the same on every page of a language.
//!
//! Takes: the templates, and who answers. Gives: the templates as they are rendered, and the answers by language. `{{ t(key="…") }}`
//! without other arguments and `{{ asset(path="…") }}` become look-ups of the same length, so that a place in a template stays
//! what it was: a call takes as long as a dozen look-ups, and a page asks two dozen times. Must not know what is asked.

use std::collections::BTreeMap;

use tera::Value;

/// The variable that holds the answers on every page.
pub const ANSWERS: &str = "_said";

/// How the calls begin whose answers are settled.
const CALLS: [&str; 2] = ["t(key=\"", "asset(path=\""];

/// A call that is a whole expression.
struct Question<'t> {
    /// Of the call in its template.
    start: usize,
    /// Without the brackets around the expression.
    length: usize,
    /// The call with its argument.
    call: &'t str,
}

/// The templates by name. `answer` gives what a call is told in a language: nothing where that depends on the page.
pub fn settle(
    templates: Vec<(String, String)>,
    languages: usize,
    answer: impl Fn(&str, &str, usize) -> Option<String>,
) -> (Vec<(String, String)>, Vec<Value>) {
    let mut answers: Vec<BTreeMap<String, String>> = vec![BTreeMap::new(); languages];
    if !templates.iter().all(|(_, text)| can_be_settled(text)) {
        return (templates, answers.iter().map(Value::from_serializable).collect());
    }
    let mut names: BTreeMap<String, Option<String>> = BTreeMap::new();
    let settled = templates.into_iter().map(|(template, text)| {
        let mut settled = text.clone();
        for question in questions(&text) {
            let number = names.len();
            let name = names.entry(question.call.to_owned()).or_insert_with(|| {
                let (function, argument) = question.call.split_once("=\"").unwrap_or_default();
                let function = function.split('(').next().unwrap_or_default();
                let told: Vec<String> = (0..languages).filter_map(|own| answer(function, argument, own)).collect();
                let name = format!("a{number}");
                (told.len() == languages).then(|| {
                    answers.iter_mut().zip(told).for_each(|(answers, told)| drop(answers.insert(name.clone(), told)));
                    name
                })
            });
            let found = name.as_ref().map(|name| format!("{ANSWERS}.{name}"));
            if let Some(lookup) = found.filter(|lookup| lookup.len() <= question.length) {
                let range = question.start..question.start + question.length;
                settled.replace_range(range, &format!("{lookup:0$}", question.length));
            }
        }
        (template, settled)
    });
    (settled.collect(), answers.iter().map(Value::from_serializable).collect())
}

/// The calls in a template, without those in components: they see nothing but their arguments.
fn questions(text: &str) -> impl Iterator<Item = Question<'_>> {
    let (mut read, mut in_component, mut in_expression) = (0, false, false);
    // An expression, or an argument of a component.
    let expressions = text.match_indices('{').filter_map(move |(at, _)| match &text[at..] {
        rest if rest.starts_with("{{ ") => Some((at + "{{ ".len(), "\") }}")),
        _ if text[..at].ends_with('=') => Some((at + 1, "\")}")),
        _ => None,
    });
    expressions.filter_map(move |(start, ending)| {
        let before = &text[read..start];
        if let Some(found) = before.rfind("component") {
            in_component = !before[..found].ends_with("end");
        }
        match (before.rfind("{{"), before.rfind("}}")) {
            (None, None) => {}
            (opened, closed) => in_expression = opened > closed,
        }
        read = start;
        let begins = CALLS.iter().find(|begins| text[start..].starts_with(**begins))?;
        let argument = &text[start + begins.len()..];
        let argument = &argument[..argument.find(['"', '\\', '\n'])?];
        let call = &text[start..start + begins.len() + argument.len()];
        let ends = text[start + call.len()..].starts_with(ending);
        (ends && in_expression && !in_component).then_some(Question { start, length: call.len() + "\")".len(), call })
    })
}

/// Whether the language is the page's everywhere in a template, what looks like a call is one, and components ask for themselves.
fn can_be_settled(text: &str) -> bool {
    let other_language = ["set lang", "set_global lang", "lang in "].iter().any(|words| text.contains(words));
    let as_it_is = ["raw %}", "raw -%}"].iter().any(|words| text.contains(words));
    let of_component = |part: &str| part.rfind("component").is_some_and(|at| part[at..].contains("include"));
    let ends = text.matches("endcomponent").count();
    let includes = text.split("endcomponent").take(ends).any(of_component);
    !(other_language || as_it_is || includes || text.contains(ANSWERS))
}
