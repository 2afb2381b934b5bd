//! What the conformance suites check besides the publication itself: the golden cases, the examples of the dialect and those of
//! CommonMark, as pages and as PDFs.
//!
//! `tests/conformance/cases` runs this and says where the files are. Everything is in one folder, so that each suite can start its
//! tool once.

use std::fs;
use std::sync::Arc;

use camino::{Utf8Path, Utf8PathBuf};
use diptych::publication::Publication;

use crate::publications::{cases, made_site, sound};
use crate::{commonmark, dialect};

fn folder() -> Utf8PathBuf {
    Utf8Path::new(env!("CARGO_TARGET_TMPDIR")).join("conformance")
}

fn write(path: Utf8PathBuf, bytes: &[u8]) {
    fs::create_dir_all(path.parent().expect("a file lies in a folder")).expect("the folder can be made");
    fs::write(path, bytes).expect("the file can be written");
}

#[test]
#[ignore = "it writes files for others: tests/conformance/cases runs it"]
fn cases_are_written() {
    let folder = folder();
    if folder.exists() {
        fs::remove_dir_all(&folder).expect("what an earlier run wrote can be removed");
    }
    for case in cases("golden") {
        let name = case.file_name().expect("a case has a name");
        // Every construct in three languages: these are the PDFs to look at.
        if name == "three-languages" {
            pdfs(&folder.join(name), sound(&case));
        }
        pages(&folder.join(name), sound(&case));
    }
    for (name, sanitised) in [("dialect", false), ("dialect-sanitised", true)] {
        let mut publication = dialect::sound_examples(sanitised);
        pages(&folder.join(name), dialect::sound_examples(sanitised));
        dialect::guide::flatten(&mut publication);
        pdfs(&folder.join(name), publication);
    }
    // An edition that took amendments in, and marked changes, as the commands make them.
    crate::life::built(&crate::life::Life::lived(), &folder.join("life"));
    // `check` refuses levels that are skipped, which the specification has none of.
    let mut specification = commonmark::publication();
    dialect::guide::flatten(&mut specification);
    pages(&folder.join("commonmark"), specification);
    let without_host = "commonmark/en/commonmark/example-600";
    fs::remove_dir_all(folder.join(without_host)).expect("<https://../> is an example, and no address");
}

fn pages(folder: &Utf8Path, publication: Publication) {
    for (path, (_, bytes)) in made_site(publication) {
        // What only a theme has is checked once, with the publication.
        if path.extension() == Some("html") {
            write(folder.join(path), &bytes);
        }
    }
}

/// One for each language of each work, and one for each pair.
#[cfg(feature = "pdf")]
fn pdfs(folder: &Utf8Path, publication: Publication) {
    let publication = Arc::new(publication);
    for (number, work) in publication.works() {
        let own: Vec<usize> = work.languages.iter().map(|(language, _)| *language).collect();
        let pairs = own.iter().enumerate().flat_map(|(nth, one)| own[nth + 1..].iter().map(|other| vec![*one, *other]));
        for languages in own.iter().map(|one| vec![*one]).chain(pairs) {
            let tags: Vec<&str> = languages.iter().map(|language| publication.languages[*language].tag.as_str()).collect();
            let path = folder.join(&work.folder).join(tags.join("_") + ".pdf");
            match diptych::renditions::pdf::typeset(&publication, number, languages) {
                Ok(bytes) => write(path, &bytes),
                Err(mistakes) => panic!("{path}: {}", crate::publications::reported(&mistakes)),
            }
        }
    }
}

#[cfg(not(feature = "pdf"))]
fn pdfs(_: &Utf8Path, _: Publication) {}
