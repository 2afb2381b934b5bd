//! The register's pages: everybody who has endorsed something, by text, country and type, and a page for each institution.
//!
//! Takes: the publication's register. Gives: a rendition for each page and badge. Without a script every choice is a page of
//! its own; with one, the list on the first page answers at once. No page grows without bound: [`rolls`] says how much
//! stands on one. Specimens and endorsements that have ended are counted nowhere. Must not know how an endorsement is
//! verified.

mod badge;
mod charts;
mod institution;
mod lists;
mod rolls;
mod rows;

use std::sync::Arc;

pub(super) use self::rolls::Rolls;
use self::rolls::{ON_A_PAGE, ON_A_TITLE_PAGE, ON_THE_FIRST_PAGE, Of, Roll, endorsable};
pub use self::rows::PartView;
use super::{Site, file, listing, rendition};
use crate::renditions::Rendition;

impl Site {
    pub(super) fn rolls(&self, language: usize) -> &Rolls {
        self.rolls[language].get_or_init(|| Rolls::of(self, language))
    }

    /// All pages and files of the register.
    pub(super) fn register_renditions(self: &Arc<Self>, list: &mut Vec<Rendition>) {
        if !self.has_register() {
            return;
        }
        let publication = &self.publication;
        for language in 0..publication.languages.len() {
            let address = publication.addresses.signatories(language);
            list.push(listing(self, &address, move |site, offered| site.register(language, offered)));
            let lists = &self.rolls(language).lists;
            for (place, (of, roll)) in lists.iter().enumerate().filter(|(_, (of, _))| self.exists_in(of, language)) {
                for number in 1..=roll.pages() {
                    let address = publication.addresses.page_of_list(&self.list_address(of, language), number);
                    list.push(rendition(self, &address, move |site| site.register_list(place, number, language)));
                }
            }
            for (place, signatory) in publication.register.signatories.iter().enumerate() {
                let address = publication.addresses.signatory(signatory.id(), language);
                list.push(rendition(self, &address, move |site| site.signatory(place, language)));
            }
        }
        for (of, number) in endorsable(publication).filter(|(of, _)| self.has_badge(of)) {
            let Of::Edition(work) = of else { continue };
            for (language, _) in publication.works[work].languages.iter().copied() {
                let address = publication.addresses.badge(publication.works[work].home().as_str(), number, language);
                let (site, number) = (Arc::clone(self), number.to_owned());
                list.push(file(&publication.addresses.file(&address), move || site.badge(work, &number, language)));
            }
        }
    }

    /// Whether a list has a page in a language: those of texts are in the texts' languages.
    fn exists_in(&self, of: &Of, language: usize) -> bool {
        match of {
            Of::Edition(work) => self.publication.works[*work].authority(language).is_some(),
            _ => true,
        }
    }

    fn list_address(&self, of: &Of, language: usize) -> String {
        let (publication, addresses) = (&self.publication, &self.publication.addresses);
        match of {
            Of::Everybody => addresses.signatories(language),
            Of::Edition(work) => {
                let number = publication.works[*work].current().number.as_deref().unwrap_or_default();
                addresses.signatories_of_edition(*work, number, language)
            }
            Of::Country(code) => addresses.signatories_of_country(code, language),
            Of::Type(key) => addresses.signatories_of_type(key, language),
        }
    }

    /// A page of a list in all languages.
    fn list_pages(&self, of: &Of, number: usize) -> Vec<(usize, String)> {
        let languages = (0..self.publication.languages.len()).filter(|language| self.exists_in(of, *language));
        let address = |language| self.publication.addresses.page_of_list(&self.list_address(of, language), number);
        languages.map(|language| (language, address(language))).collect()
    }

    fn signatory_pages(&self, place: usize) -> Vec<(usize, String)> {
        let id = self.publication.register.signatories[place].id();
        let address = |language| self.publication.addresses.signatory(id, language);
        (0..self.publication.languages.len()).map(|language| (language, address(language))).collect()
    }

    /// Every page of the register in its languages, for search engines: not those of institutions that do not exist.
    pub(super) fn register_versions(&self) -> Vec<Vec<(usize, String)>> {
        if !self.has_register() {
            return Vec::new();
        }
        let lists = self.rolls(0).lists.iter();
        let of_lists = lists.filter(|(_, roll)| !roll.is_made_up());
        let of_lists = of_lists.flat_map(|(of, roll)| (1..=roll.pages()).map(|number| self.list_pages(of, number)));
        let signatories = self.publication.register.signatories.iter().enumerate();
        let real = signatories.filter(|(_, signatory)| !signatory.specimen).map(|(place, _)| self.signatory_pages(place));
        [self.list_pages(&Of::Everybody, 1)].into_iter().chain(of_lists).chain(real).collect()
    }

    /// A badge for what nobody may endorse would invite to claim it.
    fn has_badge(&self, of: &Of) -> bool {
        let Of::Edition(work) = of else { return false };
        let work = &self.publication.works[*work];
        let is_replaced = work.is_frozen() && !work.is_open();
        (!is_replaced && work.endorsable) || self.rolls(0).list(of).is_some_and(|roll| roll.len() > 0)
    }

    fn counted(&self, language: usize, key: &str, count: usize) -> String {
        let number = self.publication.languages[language].number(count);
        self.publication.messages.counted(language, key, (count, &number), &[])
    }

    /// “12 institutions”, “14 endorsements in force”; empty where nobody real is on the list. Where each has one, a number
    /// says all.
    fn counts(&self, roll: &Roll, language: usize) -> Vec<String> {
        let both = [("register-institutions", roll.institutions()), ("register-endorsements", roll.in_force)];
        let shown = match roll.institutions() {
            0 => 0,
            institutions if institutions == roll.in_force => 1,
            _ => 2,
        };
        both[..shown].iter().map(|(key, count)| self.counted(language, key, *count)).collect()
    }
}
