//! The endorsements at the end of a PDF: who is listed, in which order and group, and that the text alone never changes.

use std::collections::BTreeMap;

use diptych::diagnostics::Code;
use diptych::renditions::pdf;

use super::{Made, at, bytes, made, one, publication};
use crate::publications::{Project, repository};

const WORK: &str = "kind: guidelines\n\
    title: {en: Rights of Passage, es: Derechos de paso}\n\
    endorsing: {en: What it commits to, es: A lo que obliga}\n\
    endorsable: true\n\
    edition: {number: \"1.0\", status: adopted, date: 2026-01-02}\n";

/// A work that can be endorsed, with two numbered sections.
pub fn project() -> Project {
    let project = Project::new();
    project.write("content/guidelines/passage/work.yaml", WORK);
    project.page("guidelines/passage/01-gates.{}", "Text.\n\n## Gates {#toll}\n\nText.\n\n## Bars {#bars}\n\nText.\n");
    project
}

/// An institution that has endorsed it; `endorsement` and `own` are more lines of YAML.
fn signatory<'p>(project: &'p Project, id: &str, names: &str, endorsement: &str, own: &str) -> &'p Project {
    let indented: String = endorsement.lines().map(|line| format!("    {line}\n")).collect();
    let status = if endorsement.contains("status:") { "" } else { "    status: active\n" };
    let yaml = format!(
        "id: {id}\nnames: {names}\ntype: local-government\ncountry: ES\nendorsements:\n  - work: guidelines/passage\n    \
         edition: \"1.0\"\n    language: en\n    signed: 2026-05-04\n    authority: {{body: Council}}\n{indented}{status}\
         verification: {{method: official-letter, date: 2026-05-20}}\nauthorisation: {{name: true}}\n{own}"
    );
    project.write(&format!("content/signatories/{id}.yaml"), yaml)
}

/// With one endorsement.
pub fn endorse(project: &Project) {
    signatory(project, "es-one", "{en: One, es: Uno}", "", "");
}

/// The markup of the PDF with endorsements.
fn listed(project: &Project, languages: Vec<usize>) -> String {
    let publication = publication(project);
    let work = publication.works().next().expect("the work").0;
    pdf::endorsed_markup(&publication, work, languages).expect("markup")
}

/// Those of the names that the markup holds, in its order.
fn order<'n>(markup: &str, names: &[&'n str]) -> Vec<&'n str> {
    let mut found: Vec<(usize, &str)> =
        names.iter().filter_map(|name| Some((markup.find(&format!("name: [{name}]"))?, *name))).collect();
    found.sort_unstable();
    found.into_iter().map(|(_, name)| name).collect()
}

#[test]
fn the_text_is_the_same_whoever_endorses_it() {
    let split = |project: &Project| -> (Made, Made) {
        let is_form = |path: &str| path.contains("/form-") || path.contains("/resolution-");
        let editions = made(project).into_iter().filter(|(path, _)| !is_form(path.as_str()));
        editions.partition(|(path, _)| !path.as_str().contains("-endorsed"))
    };
    let nobody = split(&project());
    assert_eq!((nobody.0.len(), nobody.1.len()), (3, 3));
    let with = |endorsement: &str, own: &str| {
        let project = project();
        signatory(&project, "es-one", "{en: One, es: Uno}", endorsement, own);
        if own.contains("successor") {
            signatory(&project, "es-two", "{en: Two, es: Dos}", "", "");
            project.replace("content/signatories/es-two.yaml", "signed: 2026-05-04", "signed: 2026-05-10");
        }
        split(&project)
    };
    let others = [
        with("", ""),
        with("status: withdrawn\nwithdrawal: {date: 2026-06-01}", ""),
        with("status: expired\nuntil: 2026-06-01", ""),
        with("", "successor: es-two\n"),
        with("reservations: {en: Not all of it, es: No todo}", ""),
    ];
    let mut seen: Vec<&Made> = vec![&nobody.1];
    for (text, endorsed) in &others {
        assert_eq!(text, &nobody.0, "the text is what it was, byte by byte");
        for (path, (key, hash)) in endorsed {
            assert!(seen.iter().all(|other| other[path].0 != *key && other[path].1 != *hash), "{path} is another file");
        }
        seen.push(endorsed);
    }
}

#[test]
fn institutions_stand_in_groups_and_in_the_order_of_the_language() {
    let project = project();
    signatory(&project, "es-a", "{en: Nato, es: Nato}", "", "");
    signatory(&project, "es-b", "{en: Ñandú, es: Ñandú}", "", "");
    signatory(&project, "es-c", "{en: Nz, es: Nz}", "scope: [toll, bars]\nuntil: 2030-01-01", "");
    signatory(&project, "es-d", "{en: Gone, es: Ida}", "status: withdrawn\nwithdrawal: {date: 2026-06-01}", "");
    signatory(&project, "es-e", "{en: Over, es: Vencida}", "status: expired\nuntil: 2026-05-30", "");
    signatory(&project, "es-f", "{ca: Ajuntament}", "", "");
    let names = ["Nato", "Ñandú", "Nz", "Gone", "Ida", "Over", "Vencida"];
    let english = listed(&project, vec![0]);
    // Without a language's own rules ñ is an n with a mark.
    assert_eq!(order(&english, &names), ["Ñandú", "Nato", "Nz", "Over", "Gone"]);
    assert_eq!(order(&listed(&project, vec![1]), &names), ["Nato", "Nz", "Ñandú", "Vencida", "Ida"]);
    let groups =
        ["(state: \"active\", numbers: (\"4\", ", "(state: \"expired\", numbers: (\"1\", ", "(state: \"withdrawn\", "];
    let places: Vec<usize> = groups.iter().map(|group| english.find(group).expect("the group is there")).collect();
    assert!(places.is_sorted() && !english.contains("state: \"merged\""));
    assert!(english.contains("as-at: \"June\u{a0}1,\u{a0}2026\""), "the register's last day, whatever else is in it");
    // In its own language where it has no name in this one; sections by their numbers, which lead to them.
    assert!(english.contains("name: [#text(lang: \"ca\", region: none, dir: ltr)[Ajuntament]]"));
    assert!(english.contains("#link(label(\"en:toll\"))[1\\.1]\\, #link(label(\"en:bars\"))[1\\.2]"));
    assert!(english.contains("for a term until January\u{a0}1,\u{a0}2030") && english.contains("Withdrawn on June 1, 2026"));
    let both = listed(&project, vec![0, 1]);
    assert_eq!(order(&both, &["Nato", "Nz", "Gone", "Ida"]), ["Nato", "Nz", "Gone", "Ida"], "one entry has both names");
    bytes(&one(&project, "en_es-endorsed.pdf"));
}

#[test]
fn specimens_and_pending_endorsements_are_in_no_pdf() {
    let nobody = listed(&project(), vec![0, 1]);
    let project = project();
    signatory(&project, "es-made-up", "{en: Specimen, es: Ejemplo}", "", "specimen: true\n");
    signatory(&project, "es-waiting", "{en: Waiting, es: En espera}", "status: pending", "");
    assert_eq!(listed(&project, vec![0, 1]), nobody);
}

#[test]
fn whatever_an_institution_calls_itself_is_typeset_as_text() {
    let project = project();
    let noto = repository().join("tests/golden/three-languages/themes/default/fonts/NotoNaskhArabic-Regular.ttf");
    project
        .write("themes/default/fonts/NotoNaskhArabic-Regular.ttf", std::fs::read(noto).expect("the font of a golden case"));
    let markup = "'= *B* #panic(1) $x$ <b> @v `c` // \\ \" [z] =HYPERLINK(\"https://example.org\")'";
    signatory(
        &project,
        "es-markup",
        &format!("{{en: {markup}, es: {markup}}}"),
        &format!("reservations: {{en: {markup}}}"),
        "",
    );
    signatory(&project, "ma-arabic", "{ar: بلدية طنجة}", "", "acronym: {ar: ب.ط}\n");
    let (spaced, unbroken) = ("word ".repeat(400), "w".repeat(2000));
    signatory(
        &project,
        "es-long",
        &format!("{{en: {spaced}, es: {unbroken}}}"),
        &format!("reservations: {{es: {spaced}}}"),
        "",
    );
    let english = listed(&project, vec![0]);
    assert!(english.contains("#text(lang: \"ar\", region: none, dir: rtl)[\u{2067}بلدية طنجة\u{2069}]"));
    // Nobody has translated it: it says in which language it is.
    assert!(english.contains("title: \"Reservations (in Spanish)\", language: body => text(lang: \"es\""));
    assert!(
        english.contains("\\#panic\\(1\\)") && !english.replace("\\#", "").contains("#panic"),
        "a backslash before every sign"
    );
    for name in ["en-endorsed.pdf", "en_es-endorsed.pdf"] {
        bytes(&one(&project, name));
    }
}

#[test]
fn a_name_that_no_font_has_is_found_where_it_is_written() {
    let missing = |names: &str, own: &str| {
        let project = project();
        signatory(&project, "ma-one", names, "reservations: {en: 一, es: No}", own);
        let found = project.check().into_iter().filter(|found| found.code == Code::MissingGlyph).collect::<Vec<_>>();
        found.iter().map(|found| (at(found).1.to_owned(), at(found).2)).collect::<Vec<_>>()
    };
    let file = || "content/signatories/ma-one.yaml".to_owned();
    assert_eq!(missing("{ar: طنجة}", ""), [(file(), 2), (file(), 11)]);
    // What no PDF shows needs no font: another language's name, a specimen.
    assert_eq!(missing("{ar: طنجة, en: Tangier, es: Tánger}", ""), [(file(), 11)]);
    assert_eq!(missing("{ar: طنجة}", "specimen: true\n"), []);
}

/// The names of all countries, in the languages that the tool speaks, are in the theme's fonts.
#[test]
fn fonts_have_the_names_of_countries() {
    let project = project();
    let codes = ["AX", "CI", "CW", "RE", "ST", "TR", "BL", "ES", "MX", "VN", "PF"];
    for (nth, code) in codes.iter().enumerate() {
        signatory(&project, &format!("x-{nth}"), &format!("{{en: N {nth}}}"), "", "");
        project.replace(&format!("content/signatories/x-{nth}.yaml"), "country: ES", &format!("country: {code}"));
    }
    let made: BTreeMap<&str, usize> =
        ["en-endorsed.pdf", "es-endorsed.pdf"].map(|name| (name, bytes(&one(&project, name)).len())).into();
    assert_eq!(made.len(), 2);
}
