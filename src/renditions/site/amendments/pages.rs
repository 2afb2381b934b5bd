//! The pages of amendments: the list of a work's, the table, and each by itself.
//!
//! Takes: a work's place, an amendment's. Gives: [`Page`]s, and their addresses for the map of the site. Must not know what they change.

use std::sync::Arc;

use super::super::frame::{Frame, Page};
use super::super::{file, rendition};
use super::{AmendmentView, Way};
use crate::publication::Amendment;
use crate::renditions::Rendition;
use crate::renditions::site::Site;
use crate::renditions::site::review::Standing;

impl Site {
    /// The works that have amendments.
    fn amended_works(&self) -> Vec<usize> {
        let mut works: Vec<usize> = self.publication.amendments.iter().map(|(_, own)| own.work).collect();
        works.dedup();
        works
    }

    pub(in crate::renditions::site) fn amendment_renditions(self: &Arc<Self>, list: &mut Vec<Rendition>) {
        let addresses = &self.publication.addresses;
        for work in self.amended_works() {
            for language in self.publication.works[work].languages.iter().map(|(language, _)| *language) {
                let address = addresses.amendments(work, language);
                list.push(rendition(self, &address, move |site| site.amendments(work, language)));
                let address = addresses.amendment_table(work, language);
                list.push(rendition(self, &address, move |site| site.amendment_table(work, language)));
                let site = Arc::clone(self);
                let address = addresses.file(&addresses.amendment_feed(work, language));
                list.push(file(&address, move || site.amendment_feed(work, language)));
                for (place, own) in self.publication.amendments.of_work(work) {
                    let address = addresses.amendment(work, own.id(), language);
                    list.push(rendition(self, &address, move |site| site.amendment(place, language)));
                }
            }
        }
    }

    /// All pages of amendments, each in the languages of its work.
    pub(in crate::renditions::site) fn amendment_versions(&self) -> Vec<Vec<(usize, String)>> {
        let addresses = &self.publication.addresses;
        let mut all = Vec::new();
        for work in self.amended_works() {
            all.push(self.work_pages(work, &|language| addresses.amendments(work, language)));
            all.push(self.work_pages(work, &|language| addresses.amendment_table(work, language)));
            for (_, own) in self.publication.amendments.of_work(work) {
                all.push(self.work_pages(work, &|language| addresses.amendment(work, own.id(), language)));
            }
        }
        all
    }

    /// One sentence on a work's amendments, for its own page; nothing where it has none.
    pub(in crate::renditions::site) fn amendments_of(&self, work: usize, language: usize) -> Option<Standing> {
        let publication = &self.publication;
        if !publication.amendments.has_any(work) {
            return None;
        }
        let real = || publication.amendments.of_work(work).map(|(_, own)| own).filter(|own| !own.is_specimen());
        let open = real().filter(|own| own.status().is_open()).count();
        let decided = real().count() - open;
        let own = &publication.languages[language];
        let (open, decided) = (own.number(open), own.number(decided));
        let text = self.text(language, "amendments-counted", &[("open", &open), ("decided", &decided)]);
        Some(Standing { text, url: publication.addresses.amendments(work, language) })
    }

    fn page_of_work(
        &self,
        (kind, template): (&'static str, &'static str),
        (work, language): (usize, usize),
        title: &str,
        pages: &[(usize, String)],
    ) -> Page {
        let (view, value) = self.work_view(work, language);
        let description = self.text(language, "amendments-description", &[("work", &view.title)]);
        let own = pages.iter().find(|(own, _)| *own == language).map(|(_, address)| address.as_str());
        let frame = Frame {
            title,
            context: &view.short_title,
            description: &description,
            address: own,
            pages,
            neutral: &pages[0].1,
        };
        self.base(kind, template, language, frame).put_value("work", value.clone()).put("description", &description)
    }

    fn views(&self, work: usize, language: usize, open: bool) -> Vec<AmendmentView> {
        let own = self.publication.amendments.of_work(work).map(|(_, own)| own);
        let mut own: Vec<&Amendment> = own.filter(|own| own.status().is_open() == open).collect();
        // The newest first: of two days the later, of one day the later number.
        own.sort_by(|one, other| (other.last_day(), other.id()).cmp(&(one.last_day(), one.id())));
        own.into_iter().map(|own| self.amendment_view(own, language)).collect()
    }

    fn amendments(&self, work: usize, language: usize) -> Page {
        let addresses = &self.publication.addresses;
        let pages = self.work_pages(work, &|own| addresses.amendments(work, own));
        let title = self.text(language, "amendments-title", &[]);
        self.page_of_work(("amendments", "amendments.html"), (work, language), &title, &pages)
            .put("open", &self.views(work, language, true))
            .put("decided", &self.views(work, language, false))
            .put("table_url", &addresses.amendment_table(work, language))
            .put("data_url", &addresses.open_data("amendments.csv"))
            .put("amendments_feed_url", &addresses.amendment_feed(work, language))
            .put("take_part", &self.take_part(language))
    }

    fn amendment_table(&self, work: usize, language: usize) -> Page {
        let addresses = &self.publication.addresses;
        let pages = self.work_pages(work, &|own| addresses.amendment_table(work, own));
        let title = self.text(language, "amendments-table-title", &[]);
        let mut rows: Vec<AmendmentView> =
            [true, false].into_iter().flat_map(|open| self.views(work, language, open)).collect();
        rows.sort_by(|one, other| one.id.cmp(&other.id));
        self.page_of_work(("amendment-table", "amendment-table.html"), (work, language), &title, &pages)
            .put("rows", &rows)
            .put("amendments_url", &addresses.amendments(work, language))
            .put("data_url", &addresses.open_data("amendments.csv"))
    }

    fn amendment(&self, place: usize, language: usize) -> Page {
        let Some(own) = self.publication.amendments.get(place) else { return self.not_found(language) };
        let addresses = &self.publication.addresses;
        let work = own.work;
        let pages = self.work_pages(work, &|language| addresses.amendment(work, own.id(), language));
        let title = self.amendment_name(own, language);
        let base = self.text(language, "edition", &[("number", &own.yaml.base_edition.value.0)]);
        let languages = self.reader_first(work, language).into_iter();
        let names: Vec<String> = languages.map(|language| self.publication.languages[language].name.clone()).collect();
        self.page_of_work(("amendment", "amendment.html"), (work, language), &title, &pages)
            .put("amendment", &self.amendment_view(own, language))
            .put("base", &base)
            .put("steps", &self.steps(own, language))
            .put("others", &self.others_at(place, own, language))
            .put("side_by_side", &names.join(" · "))
            .put("amendments_url", &addresses.amendments(work, language))
            .put_body("changes_html", self.marked_changes(own, language))
    }

    /// A work's languages, the reader's before the others.
    pub(super) fn reader_first(&self, work: usize, language: usize) -> Vec<usize> {
        let mut languages: Vec<usize> = self.publication.works[work].languages.iter().map(|(own, _)| *own).collect();
        languages.sort_by_key(|own| *own != language);
        languages
    }

    /// Other open amendments about the same sections.
    fn others_at(&self, place: usize, own: &Amendment, language: usize) -> Vec<Way> {
        let amendments = &self.publication.amendments;
        let keys = own.changes.iter().filter_map(|change| change.target);
        let mut others: Vec<usize> = keys.flat_map(|key| amendments.open_at(key)).copied().collect();
        others.sort_unstable();
        others.dedup();
        let others = others.into_iter().filter(|other| *other != place).filter_map(|other| amendments.get(other));
        let way =
            |own: &Amendment| Way { title: self.amendment_name(own, language), url: self.amendment_url(own, language) };
        others.map(way).collect()
    }
}
