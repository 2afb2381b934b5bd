//! Settled questions of templates: which calls become look-ups, and where they stay calls.

use diptych::publication::settled::settle;

/// The templates after settling, where every message but `counted` is without variables.
fn settled(templates: &[&str]) -> Vec<String> {
    let named = templates.iter().enumerate().map(|(nth, text)| (format!("{nth}.html"), (*text).to_owned())).collect();
    let answer = |function: &str, argument: &str, language: usize| {
        (argument != "counted").then(|| format!("{function} {argument} {language}"))
    };
    let (settled, answers) = settle(named, 2, answer);
    assert_eq!(answers.len(), 2);
    settled.into_iter().map(|(_, text)| text).collect()
}

#[test]
fn the_same_question_is_asked_once_and_nothing_moves() {
    let text = r#"<a title="{{ t(key="title") }}">{{ asset(path="a.css") }}</a>{{ <link label={t(key="title")} /> }}"#;
    let expected = r#"<a title="{{ _said.a0       }}">{{ _said.a1            }}</a>{{ <link label={_said.a0      } /> }}"#;
    assert_eq!(settled(&[text]), [expected]);
    assert_eq!(text.len(), expected.len());
}

#[test]
fn what_depends_on_the_page_stays_a_call() {
    let calls = [
        r#"{{ t(key="counted") }}"#,
        r#"{{ t(key="title", number=1) }}"#,
        r#"{{ t(key="title") | upper }}"#,
        r#"{{ t(key=name) }}"#,
        r#"style={t(key="title")}"#,
        r#"{% component c() %}{{ t(key="title") }}{% endcomponent c %}"#,
    ];
    for call in calls {
        assert_eq!(settled(&[call]), [call]);
    }
}

#[test]
fn a_theme_that_speaks_another_language_is_left_alone() {
    let asks = r#"{{ t(key="title") }}"#;
    let others = [
        r#"{% set lang = "es" %}"#,
        "{% for lang in languages %}{% endfor %}",
        "{% raw %}{{ t(key=\"title\") }}{% endraw %}",
        r#"{% component c() %}{% include "0.html" %}{% endcomponent c %}"#,
    ];
    for other in others {
        assert_eq!(settled(&[asks, other]), [asks, other]);
    }
}
