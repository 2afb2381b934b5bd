//! What must agree however a text is read: a clause has one number on its page, beside its versions, in the list of contents and in
//! every PDF; a text has one state, edition and date wherever they stand; and each page speaks one language.
//!
//! Over the publication itself, as its readers get it, and over golden cases. The publication's own PDFs are typeset by the tests of
//! PDFs, which ask [`shows_what_pages_show`] of each.

pub mod reading;
mod residue;

use diptych::documents::work::Status;
use diptych::publication::{ChapterKey, Publication, Work};

use crate::publications::{Site, made_site, repository, sound};

/// The publication of this repository and the golden cases with works: each as what was resolved and what was made of it.
fn publications() -> Vec<(Publication, Site)> {
    let golden = ["bilingual", "three-languages"].map(|case| repository().join("tests/golden").join(case));
    let roots = [repository().to_owned()].into_iter().chain(golden);
    roots.map(|root| (sound(&root), made_site(sound(&root)))).collect()
}

/// The page at an address.
fn page<'s>(publication: &Publication, site: &'s Site, address: &str) -> &'s str {
    let path = publication.addresses.file(address);
    let (_, bytes) = site.get(camino::Utf8Path::new(&path)).unwrap_or_else(|| panic!("there is no {path}"));
    std::str::from_utf8(bytes).expect("pages are UTF-8")
}

/// A numbered section: its number, and its id or, for a chapter, none.
type Clause = (String, String);

/// The numbered sections of a chapter in a language.
fn clauses(publication: &Publication, work: usize, key: ChapterKey, language: usize) -> Vec<Clause> {
    let chapter = publication.works[work].chapter(key).expect("the chapter is there");
    let present = chapter.sections.iter().filter(|section| section.versions[language].is_some());
    let numbered = present.filter(|section| !section.number.is_empty());
    let id = |id: &str, level: u8| if level > 1 { id.to_owned() } else { String::new() };
    numbered.map(|section| (section.number.clone(), id(&section.id, section.level))).collect()
}

/// Every chapter in every language in which it exists.
fn chapters(publication: &Publication) -> Vec<(usize, ChapterKey, usize)> {
    let mut all = Vec::new();
    for (work, of) in publication.works() {
        // An abstract stands on the page of its article.
        let own = |key: ChapterKey| key != ChapterKey::Index && !publication.is_accompanied(work, key);
        for (key, chapter) in of.current().pages().filter(|(key, _)| own(*key)) {
            let languages = (0..publication.languages.len()).filter(|language| chapter.documents[*language].is_some());
            all.extend(languages.map(|language| (work, key, language)));
        }
    }
    all
}

#[test]
fn a_clause_has_one_number_on_every_page() {
    for (publication, site) in publications() {
        let mut seen = 0;
        for (work, key, language) in chapters(&publication) {
            let addresses = &publication.addresses;
            let chapter = publication.works[work].chapter(key).expect("the chapter is there");
            let tag = &publication.languages[language].tag;
            let wanted = clauses(&publication, work, key, language);
            let alone = addresses.chapter(work, key, chapter, language);
            assert_eq!(reading::numbers(page(&publication, &site, &alone), tag), wanted, "{alone}");
            for other in (0..publication.languages.len()).filter(|other| *other != language) {
                if chapter.documents[other].is_none() {
                    continue;
                }
                for (one, two) in [(language, other), (other, language)] {
                    let beside = addresses.parallel(work, key, chapter, one, two);
                    assert_eq!(reading::numbers(page(&publication, &site, &beside), tag), wanted, "{tag} in {beside}");
                }
            }
            let landing = page(&publication, &site, &addresses.work(work, language));
            for (number, id) in &wanted {
                let address = if id.is_empty() { alone.clone() } else { format!("{alone}#{id}") };
                let entry = format!("href=\"{address}\"><span class=\"number\">{number}</span>");
                assert!(landing.contains(&entry), "the contents of {alone} do not hold {entry}");
            }
            seen += wanted.len();
        }
        assert!(seen > 8, "{seen} numbered sections");
    }
}

#[cfg(feature = "pdf")]
#[test]
fn pages_and_pdfs_number_the_same_clauses_alike() {
    use diptych::renditions::pdf;
    for (publication, _) in publications() {
        for (work, of) in publication.works() {
            let own: Vec<usize> = of.languages.iter().map(|(language, _)| *language).collect();
            let alone = own.iter().map(|language| vec![*language]);
            let pairs =
                own.iter().flat_map(|one| own.iter().map(|other| vec![*one, *other])).filter(|pair| pair[0] < pair[1]);
            for volume in alone.chain(pairs) {
                let markup = pdf::markup(&publication, work, volume.clone()).expect("markup");
                for language in volume {
                    let of = chapters(&publication)
                        .into_iter()
                        .filter(|(own, _, own_language)| (*own, *own_language) == (work, language));
                    let wanted: Vec<Clause> =
                        of.flat_map(|(_, key, _)| clauses(&publication, work, key, language)).collect();
                    let found = reading::numbers_of_markup(&markup, &publication.languages[language].tag);
                    assert_eq!(found, wanted, "{}", publication.works[work].folder);
                }
            }
        }
    }
}

#[cfg(feature = "pdf")]
#[test]
fn finished_pdfs_show_the_numbers_and_the_state_of_the_text() {
    use diptych::renditions::{Offered, pdf};
    let publication = std::sync::Arc::new(sound(&repository().join("tests/golden/bilingual")));
    let renditions = pdf::renditions(&publication);
    let shown = renditions.iter().filter(|rendition| {
        let bytes = rendition.make.bytes(Vec::new(), &Offered::new()).expect("a PDF");
        shows_what_pages_show(&publication, &rendition.path, &bytes)
    });
    assert_eq!(shown.count(), 6);
}

/// Holds a finished PDF's bookmarks and metadata against what was resolved; false for a PDF without a text.
#[cfg(feature = "pdf")]
pub fn shows_what_pages_show(publication: &Publication, path: &camino::Utf8Path, pdf: &[u8]) -> bool {
    let name = path.file_stem().unwrap_or_default().trim_end_matches("-endorsed");
    let language = |tag: &str| publication.languages.iter().position(|language| language.tag == tag);
    // What institutions fill in has none of the text.
    let Some(languages) = name.split('_').map(language).collect::<Option<Vec<usize>>>() else { return false };
    let of = |folder: &camino::Utf8Path| path.starts_with(camino::Utf8Path::new("downloads").join(folder));
    let (number, work) = publication.works().find(|(_, work)| of(&work.folder)).expect("a work has the PDF");
    let below = path.strip_prefix(camino::Utf8Path::new("downloads").join(&work.folder)).expect("it is the work's");
    // An offprint is about one paper.
    if below.components().count() != 2 {
        return false;
    }
    let edition = below.components().next().expect("its edition").as_str();
    let work = publication.edition(number, edition).map_or(work, |place| &publication.works[place]);
    let mut wanted: Vec<String> = Vec::new();
    for section in work.current().chapters.iter().flat_map(|chapter| &chapter.sections) {
        let titles = languages.iter().filter_map(|language| section.versions[*language].as_ref());
        let titles = titles.map(|version| &*version.title).collect::<Vec<_>>().join(" / ");
        if !section.number.is_empty() {
            wanted.push(format!("{} {titles}", section.number));
        }
    }
    let mut found = reading::bookmarks(pdf);
    found.retain(|title| title.starts_with(|first: char| first.is_ascii_digit()));
    found.sort();
    wanted.sort();
    if work.kind.is_numbered() {
        assert!(wanted.len() > 5 && found == wanted, "{path}: {found:#?} instead of {wanted:#?}");
    }

    let date = work.current().date.expect("a date");
    let metadata = reading::metadata(pdf);
    assert!(metadata.contains(&format!("<xmp:CreateDate>{date}T")), "{path}: {metadata}");
    for language in languages {
        let (status, edition, date) = state(publication, work, language);
        // What came after a frozen text is not in its PDFs, but for corrigenda, which are part of its name.
        let recorded =
            work.lineage.frozen.as_ref().map(|own| state_in_words(publication, work, own.file.yaml.status.value, language));
        let keywords = match recorded {
            Some(status) => format!("{status}, {date}"),
            None => format!("{edition}, {status}, {date}"),
        };
        assert!(metadata.contains(&keywords), "{path}: no “{keywords}” in {metadata}");
    }
    true
}

/// A status in words; a made-up work's says that it is.
fn state_in_words(publication: &Publication, work: &Work, status: Status, language: usize) -> String {
    let text = |key: &str, arguments: &[(&str, &str)]| publication.messages.text(language, key, arguments);
    let status = text(&format!("status-{}", status.word()), &[]);
    if work.specimen { text("status-specimen", &[("status", &status)]) } else { status }
}

/// The state of an edition in words: status, edition, date.
fn state(publication: &Publication, work: &Work, language: usize) -> (String, String, String) {
    let text = |key: &str, arguments: &[(&str, &str)]| publication.messages.text(language, key, arguments);
    let edition = work.current();
    let status = state_in_words(publication, work, edition.status.expect("a status"), language);
    let number = edition.number.as_deref().expect("a number");
    let date = edition.date.map(|date| publication.languages[language].date(date)).expect("a date");
    (status, text("edition", &[("number", number)]), date)
}

#[test]
fn status_edition_and_date_are_the_same_everywhere() {
    for (publication, site) in publications() {
        let mut pages = 0;
        for (work, of) in publication.works() {
            for (language, _) in of.languages.iter().copied() {
                let (status, edition, date) = state(&publication, of, language);
                let landing = publication.addresses.work(work, language);
                let mut addresses = vec![landing.clone()];
                for (_, key, _) in chapters(&publication)
                    .into_iter()
                    .filter(|(own, _, own_language)| (*own, *own_language) == (work, language))
                {
                    let chapter = of.chapter(key).expect("the chapter is there");
                    addresses.push(publication.addresses.chapter(work, key, chapter, language));
                    let others =
                        of.languages.iter().filter(|(other, _)| *other != language && chapter.documents[*other].is_some());
                    let beside =
                        |(other, _): &(usize, _)| publication.addresses.parallel(work, key, chapter, language, *other);
                    addresses.extend(others.map(beside));
                }
                for address in addresses {
                    let page = page(&publication, &site, &address);
                    assert_eq!(reading::states(page), [format!("{status} {edition} {date}")], "{address}");
                    // What every sheet says when the page is printed.
                    let paper = format!("--state: &quot;{status} · {edition} · {date}&quot;");
                    assert!(page.contains(&paper), "{address} has no {paper}");
                    pages += 1;
                }
                let landing = page(&publication, &site, &landing);
                let cited = landing.split("<p class=\"reference\"").nth(1).and_then(|rest| rest.split("</p>").next());
                let cited = cited.expect("how to cite the work");
                let bibtex = landing.split("@misc{").nth(1).and_then(|rest| rest.split("</code>").next()).expect("BibTeX");
                let day = of.current().date.expect("a date");
                for (place, words) in
                    [cited, bibtex].iter().flat_map(|place| [&status, &edition, &date].map(|words| (place, words)))
                {
                    assert!(place.contains(words), "no “{words}” in {place}");
                }
                assert!(bibtex.contains(&format!("year = {{{}}}", day.year())), "{bibtex}");
                let home = page(&publication, &site, &publication.addresses.home(language));
                assert!(reading::states(home).contains(&format!("{status} {edition} {date}")), "the home page");
                #[cfg(feature = "pdf")]
                {
                    let markup = diptych::renditions::pdf::markup(&publication, work, vec![language]).expect("markup");
                    for entry in
                        [format!("edition: \"{edition}\""), format!("status: \"{status}\""), format!("date: \"{date}\"")]
                    {
                        assert!(markup.contains(&entry), "the PDF is not told {entry}");
                    }
                }
            }
        }
        // The front door names the first work's.
        let (_, first) = publication.works().next().expect("a work");
        let doors: Vec<String> = (0..publication.languages.len())
            .map(|language| state(&publication, first, language))
            .map(|(status, edition, _)| format!("{status} {edition}"))
            .collect();
        assert_eq!(reading::states(page(&publication, &site, &publication.addresses.chooser())), doors);
        assert!(pages > 8, "{pages} pages");
    }
}
