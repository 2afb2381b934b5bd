//! States: where a version stands, from what is recorded of it and how it reads now.
//!
//! Takes: a record and the present fingerprints. Gives: a [`State`] for each language of the work. Authentic versions are held against
//! each other; a courtesy version against the authentic ones, which it never makes stale. Must not know where anything stands.

use crate::config::Book;
use crate::documents::concordance::{Record, Version};
use crate::documents::work::Authority;
use crate::publication::Work;

/// Where one version of a section stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum State {
    /// It reads as it did when it was compared, and so do those it was compared with.
    Collated,
    /// It has changed since, and others have not followed.
    Changed,
    /// Others have changed since, and it has not followed.
    Behind,
    /// Both have.
    ChangedInBoth,
    /// It has never been compared.
    New,
    /// The section does not exist in this language.
    Missing,
}

impl State {
    pub const ALL: [State; 6] =
        [State::Collated, State::Changed, State::Behind, State::ChangedInBoth, State::New, State::Missing];

    /// The word in data and in the names of messages.
    pub fn word(self) -> &'static str {
        match self {
            State::Collated => "collated",
            State::Changed => "changed",
            State::Behind => "behind",
            State::ChangedInBoth => "changed-in-both",
            State::New => "new",
            State::Missing => "missing",
        }
    }

    /// Whether versions that agreed once may no longer do so.
    pub fn is_under_review(self) -> bool {
        matches!(self, State::Changed | State::Behind | State::ChangedInBoth)
    }
}

/// One version beside another: which of the two reads otherwise than when they were compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Beside {
    own_changed: bool,
    other_changed: bool,
}

/// By language of the publication; none where there is nothing to compare: no language of the work's, or its only authentic one.
pub(super) fn states(book: &Book, work: &Work, record: Option<&Record>, now: &[Option<String>]) -> Vec<Option<State>> {
    let of = |language: usize| {
        let authority = work.authority(language)?;
        let others = work.languages.iter().filter(|(other, of)| *of == Authority::Authentic && *other != language);
        let others: Vec<usize> = others.map(|(other, _)| *other).collect();
        if others.is_empty() {
            return None;
        }
        let Some(own) = &now[language] else { return Some(State::Missing) };
        let compared = others.iter().map(|other| {
            let (own, other) = ((tag(book, language), own), (tag(book, *other), now[*other].as_ref()?));
            beside(record?, own, other, authority)
        });
        Some(summed(compared))
    };
    (0..now.len()).map(of).collect()
}

fn tag(book: &Book, language: usize) -> &str {
    &book.languages[language].0
}

/// None where the two have never been compared.
fn beside(record: &Record, own: (&str, &String), other: (&str, &String), authority: Authority) -> Option<Beside> {
    let from = |version: &Version, with: &str, (own, other): (&String, &String)| {
        let compared = version.with.get(with)?;
        Some(Beside { own_changed: version.text != *own, other_changed: compared != other })
    };
    let mine = record.versions.get(own.0).and_then(|version| from(version, other.0, (own.1, other.1)));
    // What was recorded at the other version says the same of the two, unless one of them was compared again without the other.
    let theirs = record.versions.get(other.0).and_then(|version| from(version, own.0, (other.1, own.1)));
    let theirs = theirs.map(|theirs| Beside { own_changed: theirs.other_changed, other_changed: theirs.own_changed });
    let changes = |beside: &Beside| usize::from(beside.own_changed) + usize::from(beside.other_changed);
    match authority {
        Authority::Authentic => mine.into_iter().chain(theirs).min_by_key(changes),
        Authority::Courtesy => mine,
    }
}

fn summed(compared: impl Iterator<Item = Option<Beside>>) -> State {
    let (mut own, mut other, mut never) = (false, false, false);
    for beside in compared {
        match beside {
            Some(beside) => {
                own |= beside.own_changed;
                other |= beside.other_changed;
            }
            None => never = true,
        }
    }
    match (own, other) {
        (true, true) => State::ChangedInBoth,
        (true, false) => State::Changed,
        (false, true) => State::Behind,
        (false, false) if never => State::New,
        (false, false) => State::Collated,
    }
}
