//! Forms: what an institution needs to endorse a text, as far as it was made.
//!
//! Takes: a work, or all of them, and a language. Gives: the files, for the work's title page and the register's. Must not know what is in
//! them.

use camino::Utf8PathBuf;
use serde::Serialize;

use super::Site;
use crate::renditions::{Offered, form_files};

#[derive(Serialize)]
pub struct FormView {
    pub url: String,
    pub label: String,
    pub lang: String,
    /// “80 kB”; empty in a preview.
    pub size: String,
    /// The text and edition it is for; empty where the page is about them.
    pub text: String,
}

impl Site {
    /// Those of one work, on its own page.
    pub(super) fn forms(&self, number: usize, language: usize, offered: &Offered) -> Vec<FormView> {
        let publication = &self.publication;
        let files = form_files(publication, number).into_iter().filter(|file| file.language == language);
        let view = |file: crate::renditions::FormFile| {
            let facts = offered.get(&Utf8PathBuf::from(publication.addresses.file(&file.address)))?;
            Some(FormView {
                url: file.address,
                label: self.text(language, &format!("download-{}", file.kind.name()), &[]),
                lang: publication.languages[language].tag.clone(),
                size: if facts.is_known() { self.file_size(facts.size, language) } else { String::new() },
                text: String::new(),
            })
        };
        files.filter_map(view).collect()
    }

    /// Those of all works.
    pub(super) fn all_forms(&self, language: usize, offered: &Offered) -> Vec<FormView> {
        let of = |number: usize| {
            let work = &self.work_view(number, language).0;
            let text = format!("{}, {}", work.short_title, work.edition);
            self.forms(number, language, offered).into_iter().map(move |form| FormView { text: text.clone(), ..form })
        };
        self.publication.works().flat_map(|(number, _)| of(number)).collect()
    }
}
