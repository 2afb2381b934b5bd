//! Lists of institutions: the register's first page, the page of each edition, country and type, and the part of a work's
//! title page.
//!
//! Takes: a list and the number of its page. Gives: a [`Page`]. Must not know what an institution's own page says.

use camino::Utf8PathBuf;
use serde::Serialize;
use tera::Value;

use super::badge::BadgeView;
use super::charts::Chart;
use super::rolls::{Part, Rolls};
use super::{ON_A_PAGE, ON_A_TITLE_PAGE, ON_THE_FIRST_PAGE, Of, PartView, Roll};
use crate::renditions::site::Site;
use crate::renditions::site::frame::{Frame, Page};
use crate::renditions::site::menus::Way;
use crate::renditions::{OPEN_DATA, Offered};

/// A text and the way to those who have endorsed it.
#[derive(Serialize)]
struct TextEntry {
    work: Value,
    edition: String,
    /// The list's address, and how many are on it in words; both empty where nobody is.
    url: String,
    counts: Vec<String>,
    /// What rows are told by.
    key: String,
}

/// The way to the list of a country or of a type.
#[derive(Serialize)]
struct Choice {
    title: String,
    url: String,
    count: String,
    key: String,
}

/// A file of open data.
#[derive(Serialize)]
struct DataFile {
    url: String,
    name: &'static str,
    format: &'static str,
    size: String,
}

/// The way through the pages of a list.
#[derive(Serialize)]
struct Pager {
    prev: String,
    next: String,
    pages: Vec<PageNumber>,
}

#[derive(Serialize)]
struct PageNumber {
    number: usize,
    /// Empty for a gap.
    url: String,
    current: bool,
}

/// The endorsements of a work's current edition.
#[derive(Serialize)]
pub struct Endorsements {
    counts: Vec<String>,
    as_at: String,
    parts: Vec<PartView>,
    /// The list of the edition, where anybody is on it.
    url: String,
    /// How many more are there; empty where all are here.
    more: String,
}

impl Site {
    /// The register's first page.
    pub(in crate::renditions::site) fn register(&self, language: usize, offered: &Offered) -> Page {
        let rolls = self.rolls(language);
        let pages = self.list_pages(&Of::Everybody, 1);
        let title = self.text(language, "register-title", &[]);
        let counts = self.register_counts(rolls, language);
        let description = if counts.is_empty() { self.text(language, "register-none", &[]) } else { counts.join(" · ") };
        let frame = Frame {
            title: &title,
            context: "",
            description: &description,
            address: Some(&pages[language].1),
            pages: &pages,
            neutral: &pages[0].1,
        };
        // A list of several pages begins on its own page.
        let whole = rolls.all.len() <= ON_THE_FIRST_PAGE;
        let size = if whole { ON_THE_FIRST_PAGE } else { 0 };
        let charts: Vec<Chart> =
            [self.chart_of_countries(rolls, language), self.chart_of_time(rolls, language)].into_iter().flatten().collect();
        let page = self.base("signatories", "signatories.html", language, frame);
        page.put("counts", &counts)
            .put("as_at", &self.as_at(rolls))
            .put("parts", &self.parts(rolls, &Of::Everybody, &rolls.all, (1, size), language))
            .put("whole", &whole)
            .put("texts", &self.text_entries(rolls, language))
            .put("countries", &self.choices(rolls, language, |of| matches!(of, Of::Country(_))))
            .put("types", &self.choices(rolls, language, |of| matches!(of, Of::Type(_))))
            .put("charts", &charts)
            .put("open_data", &self.data_files(language, offered))
            .put("forms", &self.all_forms(language, offered))
            .put("take_part", &self.take_part(language))
    }

    /// A page of the list of an edition, a country or a type.
    pub(in crate::renditions::site) fn register_list(&self, place: usize, number: usize, language: usize) -> Page {
        let rolls = self.rolls(language);
        let (of, roll) = &rolls.lists[place];
        let pages = self.list_pages(of, number);
        let title = self.list_title(rolls, of, language);
        let counts = self.counts(roll, language);
        let (this, total) = (number.to_string(), roll.pages().to_string());
        let numbered = match roll.pages() {
            1 => title.clone(),
            _ => self.text(language, "register-page", &[("title", &title), ("number", &this), ("total", &total)]),
        };
        let address = self.publication.addresses.page_of_list(&self.list_address(of, language), number);
        let frame = Frame {
            title: &numbered,
            context: &self.text(language, "register-title", &[]),
            description: &counts.join(" · "),
            address: Some(&address),
            pages: &pages,
            neutral: &pages[0].1,
        };
        let work = match of {
            Of::Edition(work) => Some(self.work_view(*work, language).1.clone()),
            _ => None,
        };
        let page = self.base("signatory-list", "signatory-list.html", language, frame);
        page.put("trail", &self.trail(language))
            .put("heading", &title)
            .put("made_up", &roll.is_made_up())
            .put("counts", &counts)
            .put("as_at", &self.as_at(rolls))
            .put("parts", &self.parts(rolls, of, roll, (number, ON_A_PAGE), language))
            .put("pager", &self.pager(of, roll, number, language))
            .put("work", &work)
            .put("badge", &self.badge_view(of, language))
            .put("take_part", &self.take_part(language))
    }

    /// The endorsements of an edition, for its title page.
    pub(in crate::renditions::site) fn endorsements(&self, work: usize, language: usize) -> Endorsements {
        let rolls = self.rolls(language);
        let of = Of::Edition(self.publication.as_current(work));
        let Some(roll) = rolls.list(&of).filter(|roll| roll.len() > 0) else {
            return Endorsements {
                counts: Vec::new(),
                as_at: String::new(),
                parts: Vec::new(),
                url: String::new(),
                more: String::new(),
            };
        };
        let more = roll.len().saturating_sub(ON_A_TITLE_PAGE);
        Endorsements {
            counts: self.counts(roll, language),
            as_at: self.as_at(rolls),
            parts: self.parts(rolls, &of, roll, (1, ON_A_TITLE_PAGE), language),
            url: self.list_address(&of, language),
            more: if more == 0 { String::new() } else { self.counted(language, "register-more", more) },
        }
    }

    /// The way back to the register.
    pub(super) fn trail(&self, language: usize) -> Vec<Way> {
        let title = self.text(language, "register-title", &[]);
        vec![Way { title, url: self.publication.addresses.signatories(language) }]
    }

    /// The register's last day in words; empty while nobody real is in it.
    fn as_at(&self, rolls: &Rolls) -> String {
        self.publication.register.as_at.map(|day| rolls.day(day)).unwrap_or_default()
    }

    fn register_counts(&self, rolls: &Rolls, language: usize) -> Vec<String> {
        let mut counts = self.counts(&rolls.all, language);
        if !counts.is_empty() {
            let countries = rolls.lists.iter().filter(|(of, roll)| matches!(of, Of::Country(_)) && roll.institutions() > 0);
            counts.insert(1, self.counted(language, "register-countries", countries.count()));
        }
        counts
    }

    fn list_title(&self, rolls: &Rolls, of: &Of, language: usize) -> String {
        match of {
            Of::Everybody => self.text(language, "register-title", &[]),
            Of::Edition(work) => {
                let text = self.text_view(*work, language);
                self.text(language, "register-of-edition", &[("title", &text.title), ("edition", &text.edition)])
            }
            Of::Country(code) => {
                let country = rolls.countries.get(code).map_or("", String::as_str);
                self.text(language, "register-of-country", &[("country", country)])
            }
            Of::Type(key) => {
                let kind = rolls.types.get(key).map_or("", String::as_str);
                self.text(language, "register-of-type", &[("type", kind)])
            }
        }
    }

    /// The texts that can be endorsed and exist in the language.
    fn text_entries(&self, rolls: &Rolls, language: usize) -> Vec<TextEntry> {
        let editions = rolls.lists.iter().filter(|(of, _)| self.exists_in(of, language));
        let entry = |(of, roll): &(Of, Roll)| {
            let Of::Edition(work) = of else { return None };
            let url = if roll.len() > 0 { self.list_address(of, language) } else { String::new() };
            Some(TextEntry {
                work: self.work_view(*work, language).1.clone(),
                edition: self.text_view(*work, language).edition,
                url,
                counts: self.counts(roll, language),
                key: self.edition_key(*work),
            })
        };
        editions.filter_map(entry).collect()
    }

    fn choices(&self, rolls: &Rolls, language: usize, wanted: impl Fn(&Of) -> bool) -> Vec<Choice> {
        let choice = |(of, roll): &(Of, Roll)| {
            let way = match of {
                Of::Country(code) => (self.country_way(rolls, code, language), code),
                Of::Type(key) => (self.type_way(rolls, key, language), key),
                _ => return None,
            };
            let (Way { title, url }, key) = way;
            let (key, own, specimens) = (key.clone(), roll.institutions(), roll.part(Part::Specimens).len());
            let count = match own {
                0 if specimens > 0 => self.counted(language, "register-specimen-count", specimens),
                own => self.counted(language, "register-institutions", own),
            };
            Some(Choice { title, url, count, key })
        };
        rolls.lists.iter().filter(|(of, _)| wanted(of)).filter_map(choice).collect()
    }

    fn data_files(&self, language: usize, offered: &Offered) -> Vec<DataFile> {
        let addresses = &self.publication.addresses;
        let view = |(name, format): &(&'static str, &'static str)| {
            let url = addresses.open_data(name);
            let facts = offered.get(&Utf8PathBuf::from(addresses.file(&url)))?;
            let size = if facts.is_known() { self.file_size(facts.size, language) } else { String::new() };
            Some(DataFile { url, name, format, size })
        };
        OPEN_DATA.iter().filter_map(view).collect()
    }

    /// None where a list has one page.
    fn pager(&self, of: &Of, roll: &Roll, number: usize, language: usize) -> Option<Pager> {
        let last = roll.pages();
        let list = self.list_address(of, language);
        let address = |number: usize| match number {
            0 => String::new(),
            number if number > last => String::new(),
            number => self.publication.addresses.page_of_list(&list, number),
        };
        let mut pages: Vec<PageNumber> = Vec::new();
        // The first, the last, and those around this one: a list of a thousand pages has no list of a thousand numbers on
        // each.
        for shown in (1..=last).filter(|own| *own == 1 || *own == last || own.abs_diff(number) <= 2) {
            if pages.last().is_some_and(|before| before.number + 1 < shown) {
                pages.push(PageNumber { number: shown - 1, url: String::new(), current: false });
            }
            pages.push(PageNumber { number: shown, url: address(shown), current: shown == number });
        }
        (last > 1).then(|| Pager { prev: address(number - 1), next: address(number + 1), pages })
    }

    fn badge_view(&self, of: &Of, language: usize) -> Option<BadgeView> {
        let Of::Edition(work) = of else { return None };
        self.has_badge(of).then(|| self.badge_of(*work, language))
    }
}
