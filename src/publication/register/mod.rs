//! The register: which institutions have endorsed which edition, and how each endorsement stands.
//!
//! Takes: the signatories' files and the works. Gives: a [`Register`] of what may be published — no pending endorsement, no institution
//! that has not agreed to be named — or diagnostics. Must not know what a list of institutions looks like.
//!
//! The register never asks what day it is: a term that has run out is known by the register's own last day. `check` compares with today.

mod checks;
pub mod duplicates;
mod succession;

use std::cmp::Reverse;
use std::collections::HashMap;
use std::sync::Arc;

use camino::Utf8Path;
use jiff::civil::Date;
use rayon::prelude::*;

use super::images::{self, Image};
use super::links::join;
use super::{SectionKey, Work, editions};
use crate::config::Book;
use crate::diagnostics::{Code, Diagnostic, Place, Source};
use crate::documents::signatory::{EndorsementStatus, EndorsementYaml, SIGNATORIES, Scope, SignatoryYaml};
use crate::documents::{CONTENT, RetiredFile, SignatoryFile};
use crate::locale::Language;
use crate::record::Texts;
use crate::sources::Sources;

pub struct Register {
    /// Whoever has agreed to be named and has endorsed something, in the order of their ids.
    pub signatories: Vec<Signatory>,
    /// By text, signatory.
    pub endorsements: Vec<Endorsement>,
    /// The last day on which something happened in it, specimens apart; none while nobody real is in it.
    pub as_at: Option<Date>,
    /// The days that every file names, pending endorsements apart.
    dated: Vec<checks::Dated>,
    /// By language: the signatories' places in the order in which its readers look for names.
    order: Vec<Vec<usize>>,
    /// By signatory: the places of its endorsements, the latest first.
    own: Vec<Vec<usize>>,
    /// Of all that have an entry or had one, whether they are shown or not; sorted.
    pub(super) ids: Vec<String>,
}

/// An institution.
pub struct Signatory {
    pub source: Arc<Source>,
    pub yaml: SignatoryYaml,
    pub specimen: bool,
    pub logo: Option<Arc<Image>>,
    /// The place of the institution that took over its tasks, if that is listed too.
    pub successor: Option<usize>,
}

/// One signature under one edition.
pub struct Endorsement {
    /// Its place in [`Register::signatories`].
    pub signatory: usize,
    /// Its place in the signatory's file.
    pub own: usize,
    /// The text that was signed: the current one, or a frozen edition that is another.
    pub work: usize,
    pub state: State,
    /// What it covers; nothing means the whole.
    pub sections: Vec<SectionKey>,
}

/// How an endorsement stands at the register's last day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum State {
    Active,
    /// The institution has been succeeded by another one.
    Merged,
    Expired,
    Withdrawn,
}

impl State {
    pub const ALL: [State; 4] = [State::Active, State::Merged, State::Expired, State::Withdrawn];

    /// The name in data and messages.
    pub fn name(self) -> &'static str {
        match self {
            State::Active => "active",
            State::Merged => "merged",
            State::Expired => "expired",
            State::Withdrawn => "withdrawn",
        }
    }
}

impl Signatory {
    /// What it is called in a language, and the tag of the language that this is in: its first name where it has none in this one.
    pub fn name(&self, tag: &str) -> (&str, &str) {
        let names = &self.yaml.names.entries;
        let own = names.iter().find(|(key, _)| key.text == tag).or(names.first());
        own.map_or(("", ""), |(key, name)| (name.value.as_str(), key.text.as_str()))
    }

    pub fn id(&self) -> &str {
        &self.yaml.id.value
    }

    /// What it does not bind itself to, as far as it says so in all of some languages.
    pub fn reservations<'s>(&'s self, tags: &[&str]) -> impl Iterator<Item = &'s Texts> {
        let all = self.yaml.endorsements.iter().filter_map(|own| own.value.reservations.as_ref());
        all.filter(|texts| tags.iter().all(|tag| texts.get(tag).is_some()))
    }
}

impl Register {
    pub(super) fn assemble(
        sources: &Sources,
        book: &Book,
        languages: &[Language],
        works: &[Work],
        files: Vec<SignatoryFile>,
        retired: Option<&RetiredFile>,
    ) -> (Register, Vec<Diagnostic>) {
        let mut diagnostics: Vec<Diagnostic> =
            files.par_iter().flat_map_iter(|file| checks::endorsements(file, works, book)).collect();
        diagnostics.extend(duplicates::check(&files));
        diagnostics.extend(succession::check(&files, retired));
        // Made up, as their dates are.
        let real = |file: &&SignatoryFile| file.yaml.specimen != Some(true);
        let dated = files.iter().filter(real).map(checks::Dated::of).collect();
        let (signatories, endorsements, order, own) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
        let gone = retired.iter().flat_map(|file| &file.yaml.ids).map(|id| &id.value.id.value);
        let mut ids: Vec<String> = files.iter().map(|file| &file.yaml.id.value).chain(gone).cloned().collect();
        ids.sort_unstable();
        let mut register = Register { signatories, endorsements, as_at: None, dated, order, own, ids };
        let last = files.iter().flat_map(days).max();
        register.as_at = files.iter().filter(real).flat_map(days).max();
        let shown = |file: &SignatoryFile| {
            file.yaml.authorisation.as_ref().is_some_and(|agreed| agreed.name)
                && file.yaml.endorsements.iter().any(|own| own.value.status.value != EndorsementStatus::Pending)
        };
        let mut files: Vec<SignatoryFile> = files.into_iter().filter(shown).collect();
        files.sort_by(|one, other| one.yaml.id.value.cmp(&other.yaml.id.value));
        let places: HashMap<String, usize> =
            files.iter().enumerate().map(|(place, file)| (file.yaml.id.value.clone(), place)).collect();
        for (place, SignatoryFile { source, yaml }) in files.into_iter().enumerate() {
            for (own, endorsement) in yaml.endorsements.iter().enumerate() {
                // What is made up says nothing about the real ones.
                let last = if yaml.specimen == Some(true) { last } else { register.as_at };
                register.endorsements.extend(resolved(&yaml, place, own, &endorsement.value, works, last));
            }
            let successor = yaml.successor.as_ref().and_then(|id| places.get(&id.value)).copied();
            let specimen = yaml.specimen == Some(true);
            let (logo, mistakes) = logo(sources, &source, &yaml);
            diagnostics.extend(mistakes);
            register.signatories.push(Signatory { source, specimen, logo, successor, yaml });
        }
        register.endorsements.sort_by_key(|own| (own.work, own.signatory, own.own));
        register.order = languages.iter().map(|language| register.ordered(language)).collect();
        register.own = register.by_signatory();
        (register, diagnostics)
    }

    fn ordered(&self, language: &Language) -> Vec<usize> {
        let key = language.sort_key();
        let mut order: Vec<(Vec<u8>, usize)> =
            self.signatories.par_iter().enumerate().map(|(place, own)| (key(own.name(&language.tag).0), place)).collect();
        order.par_sort_unstable();
        order.into_iter().map(|(_, place)| place).collect()
    }

    fn by_signatory(&self) -> Vec<Vec<usize>> {
        let mut own = vec![Vec::new(); self.signatories.len()];
        self.endorsements.iter().enumerate().for_each(|(at, found)| own[found.signatory].push(at));
        let signed = |at: &usize| (self.yaml(&self.endorsements[*at]).signed.value, self.endorsements[*at].own);
        own.iter_mut().for_each(|places| places.sort_by_key(|at| Reverse(signed(at))));
        own
    }

    /// What is wrong with the register on a day, and would not be on another.
    pub fn as_of(&self, today: Date) -> Vec<Diagnostic> {
        self.dated.iter().flat_map(|dated| dated.as_of(today)).collect()
    }

    /// All institutions in the order of a language.
    pub fn in_order(&self, language: usize) -> impl Iterator<Item = (usize, &Signatory)> {
        self.order[language].iter().map(|place| (*place, &self.signatories[*place]))
    }

    /// The endorsements of one edition, in the order of a language's names: specimens too, and those that have ended.
    pub fn under(&self, work: usize, language: usize) -> Vec<&Endorsement> {
        let from = self.endorsements.partition_point(|own| own.work < work);
        let until = self.endorsements.partition_point(|own| own.work <= work);
        let mut place = vec![0; self.signatories.len()];
        self.order[language].iter().enumerate().for_each(|(at, signatory)| place[*signatory] = at);
        let mut found: Vec<&Endorsement> = self.endorsements[from..until].iter().collect();
        found.sort_by_key(|own| (place[own.signatory], own.own));
        found
    }

    /// The endorsements of one institution, the latest first.
    pub fn of(&self, signatory: usize) -> impl Iterator<Item = &Endorsement> {
        self.own[signatory].iter().map(|at| &self.endorsements[*at])
    }

    pub fn signatory(&self, endorsement: &Endorsement) -> &Signatory {
        &self.signatories[endorsement.signatory]
    }

    /// What the file says of it.
    pub fn yaml(&self, endorsement: &Endorsement) -> &EndorsementYaml {
        &self.signatory(endorsement).yaml.endorsements[endorsement.own].value
    }

    /// Whether it is counted: in force, and no specimen.
    pub fn counts(&self, endorsement: &Endorsement) -> bool {
        endorsement.state == State::Active && !self.signatory(endorsement).specimen
    }
}

/// The logo of an institution that has agreed to have it shown; a file that cannot be shown is reported all the same.
fn logo(sources: &Sources, source: &Arc<Source>, yaml: &SignatoryYaml) -> (Option<Arc<Image>>, Option<Diagnostic>) {
    let Some(logo) = &yaml.logo else { return (None, None) };
    let report = |code| {
        let diagnostic = Diagnostic::new(code, Place::new(source, logo.file.span));
        diagnostic.with("image", logo.file.value.as_str())
    };
    let name = logo.file.value.as_str();
    let folder = Utf8Path::new(SIGNATORIES);
    let Some(path) = join(folder, name).filter(|path| path.starts_with(folder)) else {
        return (None, Some(report(Code::LinkLeavesProject).with("link", name)));
    };
    let full = Utf8Path::new(CONTENT).join(&path);
    if sources.damaged.contains(&full) {
        return (None, None);
    }
    if !sources.exists(&full) {
        return (None, Some(report(Code::MissingImage).hint("hint-register")));
    }
    if !matches!(path.extension(), Some("svg" | "png")) {
        return (None, Some(report(Code::UnusableImage).with("problem", "logo").with("detail", name)));
    }
    let agreed = yaml.authorisation.as_ref().is_some_and(|agreed| agreed.logo == Some(true));
    match images::read(sources, &full, path) {
        Ok(image) => (agreed.then(|| Arc::new(image)), None),
        Err(diagnostic) => (None, Some(*diagnostic)),
    }
}

/// The days on which something happened: what is pending has not happened yet, the end of a term is not known to.
fn days(file: &SignatoryFile) -> Vec<Date> {
    let happened = file.yaml.endorsements.iter().map(|own| &own.value);
    let happened = happened.filter(|own| own.status.value != EndorsementStatus::Pending);
    let of_endorsements = happened.flat_map(|own| {
        let withdrawal = own.withdrawal.as_ref().map(|withdrawal| withdrawal.value.date.value);
        [Some(own.signed.value), own.registered.as_ref().map(|day| day.value), withdrawal]
    });
    of_endorsements.flatten().collect()
}

fn resolved(
    yaml: &SignatoryYaml,
    signatory: usize,
    own: usize,
    endorsement: &EndorsementYaml,
    works: &[Work],
    last: Option<Date>,
) -> Option<Endorsement> {
    let work = editions::named(works, &endorsement.work.value, &endorsement.edition.value.0)?;
    let over = endorsement.until.as_ref().is_some_and(|until| last.is_some_and(|last| until.value < last));
    let state = match endorsement.status.value {
        EndorsementStatus::Pending => return None,
        EndorsementStatus::Withdrawn => State::Withdrawn,
        EndorsementStatus::Expired => State::Expired,
        EndorsementStatus::Active if over => State::Expired,
        EndorsementStatus::Active if yaml.successor.is_some() => State::Merged,
        EndorsementStatus::Active => State::Active,
    };
    let wanted = match endorsement.scope.as_ref().map(|scope| &scope.value) {
        None | Some(Scope::Whole) => &[],
        Some(Scope::Sections(ids)) => ids.as_slice(),
    };
    let pages = || {
        let pages = works[work].current().pages();
        pages.flat_map(|(key, chapter)| chapter.sections.iter().enumerate().map(move |at| (key, at)))
    };
    let place = |id: &str| {
        let found = pages().find(|(_, (_, section))| section.id == id);
        found.map(|(chapter, (section, _))| SectionKey { work, chapter, section })
    };
    let sections = wanted.iter().filter_map(|id| place(&id.value)).collect();
    Some(Endorsement { signatory, own, work, state, sections })
}
