//! The register as a list for whoever keeps it: also what is not published.
//!
//! Takes: the publication and the files of its register. Gives: one line for each endorsement, in the order of a language. Must not know how
//! wide a terminal is until it is told.

use std::borrow::Cow;

use serde_json::{Value, json};
use unicode_width::UnicodeWidthStr;

use super::{Entry, standing, value};
use crate::publication::Publication;
use crate::sources::Sources;
use crate::spreadsheet::Table;

/// Which lines are wanted; what is not said leaves all.
#[derive(Debug, Default)]
pub struct Filter {
    pub work: Option<String>,
    pub edition: Option<String>,
    pub country: Option<String>,
    pub kind: Option<String>,
    pub status: Option<String>,
    pub specimens: bool,
}

/// One endorsement of one institution; none of the former where it has endorsed nothing.
#[derive(Debug, PartialEq, Eq)]
pub struct Listed {
    pub id: String,
    pub name: String,
    pub kind: String,
    pub country: String,
    pub work: String,
    pub edition: String,
    pub signed: String,
    /// As published where it is, such as `merged`; otherwise as the file says.
    pub status: String,
    pub specimen: bool,
}

pub const COLUMNS: [&str; 8] = ["id", "name", "type", "country", "work", "edition", "signed", "status"];

impl Listed {
    fn cells(&self) -> [&str; 8] {
        [&self.id, &self.name, &self.kind, &self.country, &self.work, &self.edition, &self.signed, &self.status]
    }
}

/// The entries of all files that can be read, in the order of their paths.
pub fn entries(sources: &Sources) -> Vec<Entry> {
    let folder = super::folder();
    let files = sources.texts_below(&folder).filter(|(path, _)| super::is_entry(path));
    files.filter_map(|(_, source)| standing::entry(source).ok()).collect()
}

/// The lines wanted, in the order in which readers of this language look for names.
pub fn list(publication: &Publication, sources: &Sources, filter: &Filter, language: usize) -> Vec<Listed> {
    let tag = publication.languages[language].tag.as_str();
    let mut found = Vec::new();
    for entry in entries(sources) {
        let specimen = entry.get("specimen") == Some("true");
        let own = |name: &str| entry.get(name).unwrap_or_default().to_owned();
        let listed = |endorsement: &[super::Fact], status: String| {
            let of = |name: &str| value(endorsement, name).unwrap_or_default().to_owned();
            Listed {
                id: own("id"),
                name: name(&entry, tag).to_owned(),
                kind: own("type"),
                country: own("country"),
                work: of("work"),
                edition: of("edition"),
                signed: of("signed"),
                status,
                specimen,
            }
        };
        if entry.endorsements.is_empty() {
            found.push(listed(&[], String::new()));
        }
        for (place, endorsement) in entry.endorsements.iter().enumerate() {
            let said = value(endorsement, "status").unwrap_or_default();
            let status = published(publication, entry.id(), place).unwrap_or(said);
            found.push(listed(endorsement, status.to_owned()));
        }
    }
    found.retain(|line| filter.keeps(line));
    let key = publication.languages[language].sort_key();
    found.sort_by_cached_key(|line| (key(&line.name), line.id.clone(), line.work.clone(), line.signed.clone()));
    found
}

/// What the register makes of an endorsement, if it publishes it.
fn published(publication: &Publication, id: &str, place: usize) -> Option<&'static str> {
    let register = &publication.register;
    // Both lists are in order.
    let signatory = register.signatories.binary_search_by(|own| own.id().cmp(id)).ok()?;
    let own = register.of(signatory).into_iter().find(|own| own.own == place)?;
    Some(own.state.name())
}

/// Its name in a language, or the first one it has.
fn name<'e>(entry: &'e Entry, tag: &str) -> &'e str {
    let mut names = entry.own.iter().filter(|fact| fact.key.name.starts_with("names."));
    let own = entry.get(&format!("names.{tag}"));
    own.or_else(|| names.next().map(|fact| fact.value.as_str())).unwrap_or_default()
}

impl Filter {
    fn keeps(&self, line: &Listed) -> bool {
        let is =
            |wanted: &Option<String>, value: &str| wanted.as_ref().is_none_or(|wanted| wanted.eq_ignore_ascii_case(value));
        is(&self.work, &line.work)
            && is(&self.edition, &line.edition)
            && is(&self.country, &line.country)
            && is(&self.kind, &line.kind)
            && is(&self.status, &line.status)
            && (!self.specimens || line.specimen)
    }
}

/// With these headings, in columns; of a terminal's width, what is too long for it is cut.
pub fn table(lines: &[Listed], headings: &[String], mark: &str, width: Option<usize>) -> String {
    let shown = |line: &Listed| {
        let mut cells = line.cells().map(one_line);
        if line.specimen {
            cells[1] = format!("{} ({mark})", cells[1]);
        }
        cells
    };
    let rows: Vec<[String; 8]> = lines.iter().map(shown).collect();
    let mut widths: [usize; 8] = std::array::from_fn(|column| {
        let longest = rows.iter().map(|cells| cells[column].width()).max().unwrap_or(0);
        longest.max(headings.get(column).map_or(0, |heading| heading.width()))
    });
    // Names give way first, then ids and works: the rest is short, and what one looks for.
    let mut excess = width.map_or(0, |width| (widths.iter().sum::<usize>() + 2 * 7).saturating_sub(width));
    for (column, least) in [(1, 16), (0, 12), (4, 12), (2, 8)] {
        let given = excess.min(widths[column].saturating_sub(least));
        widths[column] -= given;
        excess -= given;
    }
    let row = |cells: &[String]| {
        let mut text = String::new();
        for (column, cell) in cells.iter().enumerate() {
            let cut = cut(cell, widths[column]);
            text.push_str(&cut);
            text.extend(std::iter::repeat_n(' ', widths[column].saturating_sub(cut.width()) + 2));
        }
        text.truncate(text.trim_end().len());
        text.push('\n');
        text
    };
    let mut text = row(headings);
    rows.iter().for_each(|cells| text.push_str(&row(cells)));
    text
}

/// A terminal takes control characters for commands.
pub fn one_line(value: &str) -> String {
    value.chars().map(|character| if character.is_control() { ' ' } else { character }).collect()
}

fn cut(value: &str, width: usize) -> Cow<'_, str> {
    if value.width() <= width {
        return Cow::Borrowed(value);
    }
    let mut kept = String::new();
    for character in value.chars() {
        kept.push(character);
        if kept.width() + 1 > width {
            kept.pop();
            break;
        }
    }
    kept.push('…');
    Cow::Owned(kept)
}

pub fn csv(lines: &[Listed]) -> String {
    let mut table = Table::new(COLUMNS.iter().chain(&["specimen"]).copied());
    for own in lines {
        let specimen = if own.specimen { "true" } else { "" };
        table.line(own.cells().into_iter().chain([specimen]));
    }
    table.text()
}

pub fn json(lines: &[Listed]) -> Value {
    let one = |own: &Listed| {
        let mut object: serde_json::Map<String, Value> =
            COLUMNS.iter().zip(own.cells()).map(|(name, value)| ((*name).to_owned(), json!(value))).collect();
        object.insert("specimen".to_owned(), json!(own.specimen));
        Value::Object(object)
    };
    lines.iter().map(one).collect()
}
