//! What is to be compared: the work, its sections and languages that somebody named, or those that remain.

use crate::cli::Report;
use crate::collation;
use crate::diagnostics::{Code, Diagnostic, Severity, nearest};
use crate::documents::CONTENT;
use crate::enrolment::trial::Trial;
use crate::publication::Publication;
use crate::publication::concordance::{Compared, State, Subject, argument};

/// As it was typed.
pub struct Choice<'c> {
    pub work: &'c str,
    pub sections: &'c [String],
    pub languages: &'c [String],
}

pub struct Chosen {
    pub work: usize,
    pub languages: Vec<usize>,
    /// In reading order; each has at least two versions to compare.
    pub units: Vec<Compared>,
}

/// The work of a name; none, with the reason in the report, where there is none.
pub fn work(publication: &Publication, typed: &str, report: &mut Report) -> Option<usize> {
    let folder = typed.trim_end_matches('/').trim_start_matches("./");
    let folder = folder.strip_prefix(CONTENT).map_or(folder, |below| below.trim_start_matches('/'));
    let folder = if folder.is_empty() { "." } else { folder };
    let found = publication.works.iter().position(|work| argument(work) == folder && !work.is_frozen());
    if found.is_none() {
        report.refused = true;
        let known: Vec<&str> = publication.works.iter().filter(|work| !work.is_frozen()).map(argument).collect();
        report.note("no-such-work", vec![("work", typed.into()), ("known", known.join(", ").into())]);
    }
    found
}

impl Choice<'_> {
    /// None, with the reason in the report, where something that was named is not there.
    pub fn of(&self, publication: &Publication, report: &mut Report) -> Option<Chosen> {
        let number = work(publication, self.work, report)?;
        let languages = self.languages(publication, number, report)?;
        let all = publication.compared(number);
        let named = match self.sections {
            [] => all.iter().filter(|own| remains(own, &languages)).cloned().collect(),
            names => self.named(publication, number, &all, names, report)?,
        };
        // One version alone has nothing to be compared with.
        let comparable = |own: &Compared| collation::shown(publication, number, own.unit.subject, &languages).len() > 1;
        let units = named.into_iter().filter(comparable).collect();
        Some(Chosen { work: number, languages, units })
    }

    fn languages(&self, publication: &Publication, number: usize, report: &mut Report) -> Option<Vec<usize>> {
        let own: Vec<usize> = publication.works[number].languages.iter().map(|(language, _)| *language).collect();
        let tag = |language: &usize| publication.languages[*language].tag.as_str();
        let mut languages = Vec::new();
        for wanted in self.languages {
            let Some(found) = own.iter().copied().find(|language| tag(language) == wanted) else {
                report.refused = true;
                let known = own.iter().map(tag).collect::<Vec<_>>().join(", ");
                report.note("collate-language", vec![("language", wanted.as_str().into()), ("known", known.into())]);
                return None;
            };
            languages.push(found);
        }
        Some(if languages.is_empty() { own } else { languages })
    }

    fn named(
        &self,
        publication: &Publication,
        number: usize,
        all: &[Compared],
        names: &[String],
        report: &mut Report,
    ) -> Option<Vec<Compared>> {
        let mut wanted = vec![false; all.len()];
        for name in names {
            let mut found = false;
            for (place, own) in all.iter().enumerate() {
                if own.unit.address == name.as_str() || is_on_page(publication, number, own, name) {
                    wanted[place] = true;
                    found = true;
                }
            }
            if !found {
                let near = nearest(name, all.iter().map(|own| own.unit.address.as_str())).unwrap_or_default();
                report.refused = true;
                let arguments = vec![
                    ("section", name.as_str().into()),
                    ("work", argument(&publication.works[number]).into()),
                    ("nearest", near.into()),
                    ("found", usize::from(!near.is_empty()).into()),
                ];
                report.note("no-such-section", arguments);
                return None;
            }
        }
        Some(all.iter().zip(wanted).filter(|(_, wanted)| *wanted).map(|(own, _)| own.clone()).collect())
    }
}

/// Whether a section stands on the page of a file: `01-rights`, or a path below the work's folder.
fn is_on_page(publication: &Publication, number: usize, own: &Compared, name: &str) -> bool {
    let Subject::Section(key) = own.unit.subject else { return false };
    let Some((work, chapter, _)) = publication.section(key).filter(|_| key.work == number) else { return false };
    let name = name.trim_end_matches(".md");
    chapter.path.strip_prefix(&work.folder).is_ok_and(|below| below == name)
}

/// Whether versions in these languages have changed or were never compared, or somebody asks something.
fn remains(own: &Compared, languages: &[usize]) -> bool {
    let states = languages.iter().filter_map(|language| own.states[*language]);
    own.queries > 0 || states.into_iter().any(|state| !matches!(state, State::Collated | State::Missing))
}

impl Chosen {
    pub fn name(&self, publication: &Publication) -> String {
        argument(&publication.works[self.work]).to_owned()
    }

    /// Errors of the work's own files: how they read cannot be told for certain. A damaged record is what comparing again mends.
    pub fn in_the_way(&self, publication: &Publication, trial: &Trial) -> Vec<Diagnostic> {
        let folder = camino::Utf8Path::new(CONTENT).join(&publication.works[self.work].folder);
        let mended: Vec<_> = self.units.iter().map(|own| publication.record_path(self.work, &own.unit)).collect();
        let in_the_way = |found: &&Diagnostic| {
            let path = &found.place.source.path;
            let own = path.starts_with(&folder) && found.severity() == Severity::Error;
            own && !mended.contains(path) && !matches!(found.code, Code::EditedRecord | Code::ConflictMarkers)
        };
        trial.before.iter().filter(in_the_way).cloned().collect()
    }
}
