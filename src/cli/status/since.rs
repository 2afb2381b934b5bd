//! What has become of the comparison since a revision: for whoever reviews a proposal.
//!
//! Takes: the publication as it is and as it was. Gives: the units whose states, record or questions are others, with who recorded what
//! and in which role. Units are the same where their addresses are: one whose id is new is new.

use std::collections::HashMap;

use camino::{Utf8Path, Utf8PathBuf};
use serde_json::{Value, json};

use crate::diagnostics::{Argument, Fault, Wording};
use crate::documents::concordance::Record;
use crate::publication::Publication;
use crate::publication::concordance::{Compared, State};
use crate::sources::Sources;

/// The publication as it was.
pub struct Before {
    name: String,
    publication: Publication,
}

/// A unit that is no longer what it was.
pub struct Turned {
    address: Utf8PathBuf,
    was: Vec<Option<State>>,
    is: Vec<Option<State>>,
    /// Who recorded what is new in its record, and as what.
    by: Vec<(String, &'static str)>,
    queries: (usize, usize),
}

impl Before {
    /// None where what the revision holds is no publication.
    pub fn read(root: &Utf8Path, name: &str) -> Result<Option<Before>, Fault> {
        let (sources, diagnostics) = Sources::at_revision(root, name)?;
        let (publication, _) = Publication::of(&sources, diagnostics, false);
        Ok(publication.map(|publication| Before { name: name.to_owned(), publication }))
    }

    pub fn name(&self) -> &str {
        &self.name
    }

    /// What has turned in a work, in reading order; units that are gone are not among it.
    pub fn turned(&self, publication: &Publication, work: usize, compared: &[Compared]) -> Vec<Turned> {
        let folder = &publication.works[work].folder;
        let before = self.publication.works.iter().position(|own| own.folder == *folder);
        let before: Vec<Compared> = before.map_or_else(Vec::new, |before| self.publication.compared(before));
        let by_address: HashMap<&Utf8Path, &Compared> = before.iter().map(|own| (own.unit.address.as_path(), own)).collect();
        let turned = |own: &Compared| {
            let was = by_address.get(own.unit.address.as_path()).copied();
            let (old, new) = (was.and_then(|was| self.publication.record_of(was)), publication.record_of(own));
            let states = self.states(publication, was);
            let by = recorded(old, new);
            let queries = (was.map_or(0, |was| was.queries), own.queries);
            let same = states == own.states && by.is_empty() && queries.0 == queries.1;
            let address = own.unit.address.clone();
            (!same).then(|| Turned { address, was: states, is: own.states.clone(), by, queries })
        };
        compared.iter().filter_map(turned).collect()
    }

    /// How a unit's versions stood, by language of the publication as it is.
    fn states(&self, publication: &Publication, was: Option<&Compared>) -> Vec<Option<State>> {
        let of = |tag: &str| {
            let language = self.publication.book.tags().position(|known| known == tag)?;
            was?.states[language]
        };
        publication.book.tags().map(of).collect()
    }
}

/// Who recorded versions or questions that were not there.
fn recorded(old: Option<&Record>, new: Option<&Record>) -> Vec<(String, &'static str)> {
    let Some(new) = new else { return Vec::new() };
    let versions = new.versions.iter().filter(|(tag, own)| old.is_none_or(|old| old.versions.get(*tag) != Some(own)));
    let versions = versions.map(|(_, own)| (own.by.clone(), own.role.word()));
    let queries = new.queries.iter().filter(|own| old.is_none_or(|old| !old.queries.contains(own)));
    let queries = queries.map(|own| (own.by.clone(), own.role.word()));
    let mut by: Vec<(String, &'static str)> = versions.chain(queries).collect();
    by.sort();
    by.dedup();
    by
}

impl Turned {
    pub fn line(&self, publication: &Publication, wording: &Wording) -> String {
        let word = |state: Option<State>| match state {
            Some(state) => wording.sentence("status-state", &[("state", state.word().into())]),
            None => "–".to_owned(),
        };
        let pairs = self.was.iter().zip(&self.is).zip(publication.book.tags()).filter(|((was, is), _)| was != is);
        let mut said: Vec<String> = pairs.map(|((was, is), tag)| format!("{tag}: {} → {}", word(*was), word(*is))).collect();
        if self.queries.0 != self.queries.1 {
            said.push(wording.sentence("status-queries", &[("count", Argument::from(self.queries.1))]));
        }
        let by = self.by.iter().map(|(by, role)| format!("{by} ({role})")).collect::<Vec<_>>().join(", ");
        let by = if by.is_empty() { by } else { format!("  – {by}") };
        format!("  {}  {}{by}\n", self.address, said.join(", "))
    }

    pub fn json(&self, publication: &Publication) -> Value {
        let states = |states: &[Option<State>]| -> serde_json::Map<String, Value> {
            let named = states.iter().zip(publication.book.tags());
            named.filter_map(|(state, tag)| Some((tag.to_owned(), Value::from((*state)?.word())))).collect()
        };
        let by = self.by.iter().map(|(by, role)| json!({ "by": by, "role": role })).collect::<Vec<_>>();
        json!({
            "section": self.address.as_str(),
            "was": states(&self.was),
            "is": states(&self.is),
            "queries_were": self.queries.0,
            "queries": self.queries.1,
            "recorded": by,
        })
    }
}
