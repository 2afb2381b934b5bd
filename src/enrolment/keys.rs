//! The keys of a signatory's file, in the order in which a person writes them.
//!
//! Takes: a key as a flag, a column or a file names it, such as `names.es`. Gives: whether there is such a key, where it stands and how
//! its value is written. Must not know any value. `tests/signatories.rs` holds this list to the records of `documents::signatory`.

/// How a value is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    Text,
    /// One of a few words, or a code: quoted only where YAML would misread it.
    Word,
    /// Unquoted.
    Date,
    /// In double quotes, always.
    Edition,
    /// `true` or `false`.
    Truth,
    /// `whole`, or a list of ids.
    Sections,
}

/// Whose key it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Owner {
    Institution,
    Endorsement,
}

/// `*` stands for a language, `#` for a number from 1 on.
const INSTITUTION: &[(&str, Form)] = &[
    ("id", Form::Word),
    ("names.*", Form::Text),
    ("acronym.*", Form::Text),
    ("history.#.names.*", Form::Text),
    ("history.#.until", Form::Date),
    ("successor", Form::Word),
    ("identifiers.ror", Form::Word),
    ("identifiers.wikidata", Form::Word),
    ("identifiers.org_id", Form::Word),
    ("type", Form::Word),
    ("country", Form::Word),
    ("subdivision", Form::Word),
    ("website", Form::Word),
    // Here stand the endorsements.
    ("verification.method", Form::Word),
    ("verification.date", Form::Date),
    ("authorisation.name", Form::Truth),
    ("authorisation.logo", Form::Truth),
    ("logo.file", Form::Word),
    ("logo.alt.*", Form::Text),
    ("specimen", Form::Truth),
];

/// The same of one endorsement.
const ENDORSEMENT: &[(&str, Form)] = &[
    ("work", Form::Word),
    ("edition", Form::Edition),
    ("scope", Form::Sections),
    ("language", Form::Word),
    ("signed", Form::Date),
    ("effective", Form::Date),
    ("registered", Form::Date),
    ("until", Form::Date),
    ("authority.body", Form::Text),
    ("authority.office", Form::Text),
    ("authority.resolution", Form::Text),
    ("authority.url", Form::Word),
    ("reservations.*", Form::Text),
    ("status", Form::Word),
    ("withdrawal.date", Form::Date),
    ("withdrawal.reference", Form::Text),
];

/// The list of endorsements in a file.
pub const ENDORSEMENTS: &str = "endorsements";
/// What the list of endorsements follows.
const BEFORE_ENDORSEMENTS: &str = "website";
/// No institution has been renamed more often than a register can say.
const MOST_FORMER_NAMES: u16 = 20;

/// A key that there is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Key {
    /// As it was given: `history.2.names.es`.
    pub name: String,
    pub owner: Owner,
    pub form: Form,
    /// Its place in the file. Of a list, all of the first entry precedes the second.
    place: (usize, u16, usize),
}

impl Key {
    /// None if no file of the register has such a key.
    pub fn read(name: &str) -> Option<Key> {
        let tables = [(Owner::Institution, INSTITUTION), (Owner::Endorsement, ENDORSEMENT)];
        tables.into_iter().find_map(|(owner, table)| {
            let (place, number) =
                table.iter().enumerate().find_map(|(place, (pattern, _))| Some((place, matches(pattern, name)?)))?;
            let head = table[place].0.split('.').next();
            let first = table.iter().position(|(pattern, _)| pattern.split('.').next() == head)?;
            Some(Key { name: name.to_owned(), owner, form: table[place].1, place: (first, number, place) })
        })
    }

    pub fn parts(&self) -> impl Iterator<Item = &str> {
        self.name.split('.')
    }

    /// Keys sort as they stand in a file; those of languages stay as they came.
    pub fn order(&self) -> impl Ord + use<> {
        (self.owner, self.place)
    }
}

/// Whether a name is of a pattern, and the number in it, if it has one.
fn matches(pattern: &str, name: &str) -> Option<u16> {
    let mut parts = name.split('.');
    let mut number = 0;
    for wanted in pattern.split('.') {
        let part = parts.next()?;
        match wanted {
            "*" if is_tag(part) => {}
            "#" => number = part.parse().ok().filter(|number| (1..=MOST_FORMER_NAMES).contains(number))?,
            _ if wanted == part => {}
            _ => return None,
        }
    }
    parts.next().is_none().then_some(number)
}

/// Whether it can be a language tag: which ones are, the file's own check says.
pub fn is_tag(text: &str) -> bool {
    let part = |part: &str| (1..=8).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_alphanumeric());
    text.split('-').all(part) && text.split('-').next().is_some_and(|first| (2..=3).contains(&first.len()))
}

/// All keys, with these languages and as many former names, in the order of a file: an institution's, then an endorsement's.
pub fn all(languages: &[String], former_names: u16) -> Vec<Key> {
    let mut names: Vec<String> = Vec::new();
    let mut former = false;
    for (pattern, _) in INSTITUTION.iter().chain(ENDORSEMENT) {
        if pattern.starts_with("history.") {
            if !former {
                let one = |number: u16| {
                    let names = languages.iter().map(move |tag| format!("history.{number}.names.{tag}"));
                    names.chain([format!("history.{number}.until")])
                };
                names.extend((1..=former_names).flat_map(one));
            }
            former = true;
        } else if let Some(head) = pattern.strip_suffix('*') {
            names.extend(languages.iter().map(|tag| format!("{head}{tag}")));
        } else {
            names.push((*pattern).to_owned());
        }
    }
    names.iter().filter_map(|name| Key::read(name)).collect()
}

/// The keys as a person is told of them.
pub fn patterns() -> impl Iterator<Item = String> {
    let shown = |pattern: &str| pattern.replace('*', "LANGUAGE").replace('#', "1");
    INSTITUTION.iter().chain(ENDORSEMENT).map(move |(pattern, _)| shown(pattern))
}

/// The first parts of an institution's keys that stand before its endorsements.
pub fn before_endorsements() -> impl Iterator<Item = &'static str> {
    let last = INSTITUTION.iter().position(|(pattern, _)| *pattern == BEFORE_ENDORSEMENTS).unwrap_or_default();
    INSTITUTION[..=last].iter().filter_map(|(pattern, _)| pattern.split('.').next())
}

/// The first parts of an institution's keys, each once, without its endorsements, in the order of a file.
pub fn heads() -> Vec<&'static str> {
    let mut heads: Vec<&str> = INSTITUTION.iter().filter_map(|(pattern, _)| pattern.split('.').next()).collect();
    heads.dedup();
    heads
}

/// What is meant where nothing is said: to write it out says nothing else.
pub fn implied(name: &str) -> Option<&'static str> {
    match name {
        "scope" => Some("whole"),
        "specimen" | "authorisation.logo" => Some("false"),
        _ => None,
    }
}

/// Whether what stands below this part of a key is one text per language.
pub fn is_by_language(head: &str) -> bool {
    let own = Key::read(&format!("{head}.en"));
    own.is_some_and(|key| {
        let (_, pattern) = (key.owner, key.place.2);
        let table = if key.owner == Owner::Institution { INSTITUTION } else { ENDORSEMENT };
        table[pattern].0.ends_with('*')
    })
}
