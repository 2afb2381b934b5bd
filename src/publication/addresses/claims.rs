//! What pages ask for: each its own address, and no two the same.
//!
//! Takes: the works, and where their pages stand. Gives: a diagnostic where two pages claim one address, or one that the site keeps for
//! itself. Must not know what is on the pages.

use std::collections::hash_map::Entry;

use foldhash::HashMap;

use super::{Addresses, RESERVED, RESERVED_IN_PROCEEDINGS, RESERVED_IN_REGISTER};
use crate::diagnostics::{Code, Diagnostic, Place};
use crate::documents::work::Kind;
use crate::documents::{Document, Glossary, SignatoryFile};
use crate::publication::{ChapterKey, OwnPages, Proceedings, Work};
use crate::record::{Key, Spanned};

/// An address that a page or a work asks for.
struct Claim<'w> {
    /// Its own part of the address.
    slug: &'w str,
    /// Words that its work keeps for pages of its own.
    kept: &'static [&'static str],
    address: String,
    place: Place,
}

impl Claim<'_> {
    fn stake(self, taken: &mut HashMap<String, Place>) -> Vec<Diagnostic> {
        let mut diagnostics = Vec::new();
        let reserved = |part: &str| RESERVED.into_iter().find(|word| part.eq_ignore_ascii_case(word));
        let first = self.slug.split('/').next().unwrap_or_default();
        let kept = || self.kept.iter().find(|word| first.eq_ignore_ascii_case(word)).copied();
        if let Some(word) = self.slug.split('/').find_map(reserved).or_else(kept) {
            let diagnostic = Diagnostic::new(Code::ReservedAddress, self.place.clone()).with("word", word);
            diagnostics.push(diagnostic.with("address", self.address.as_str()));
        }
        // Some servers and all Windows and macOS folders take `A` and `a` for the same.
        match taken.entry(self.address.to_lowercase()) {
            Entry::Occupied(first) => {
                let diagnostic = Diagnostic::new(Code::DuplicateAddress, self.place).with("address", self.address);
                diagnostics.push(diagnostic.related(first.get().clone()));
            }
            Entry::Vacant(free) => drop(free.insert(self.place)),
        }
        diagnostics
    }
}

impl Addresses {
    /// Every page's claim; the first to ask for an address has it.
    pub(super) fn claim(
        &self,
        works: &[Work],
        documents: &[Document],
        (own_pages, proceedings): (&OwnPages, &[Proceedings]),
        glossary: Option<&Glossary>,
    ) -> Vec<Diagnostic> {
        let mut taken: HashMap<String, Place> = HashMap::default();
        let mut diagnostics = Vec::new();
        // What stands below an edition's address was unique when that was cut, and nothing else may stand there.
        for (number, work) in works.iter().enumerate().filter(|(_, work)| !work.is_frozen()) {
            // A work's index is part of its landing page, which stands at the work's own address.
            for (language, _) in &work.languages {
                let Some(place) = &work.places[*language] else { continue };
                let claim = Claim {
                    slug: &work.slug[*language],
                    kept: &[],
                    address: self.work(number, *language),
                    place: place.clone(),
                };
                diagnostics.extend(claim.stake(&mut taken).into_iter().map(|found| found.hint("hint-work")));
            }
            for claim in self.facet_claims(number, work) {
                diagnostics.extend(claim.stake(&mut taken).into_iter().map(|found| found.hint("hint-facet")));
            }
            let kept: &'static [&'static str] = if work.kind == Kind::Proceedings { &RESERVED_IN_PROCEEDINGS } else { &[] };
            for (key, chapter) in
                work.current().pages().filter(|(key, chapter)| *key != ChapterKey::Index && !chapter.within)
            {
                for (language, _) in &work.languages {
                    let Some(index) = chapter.documents[*language] else { continue };
                    let document = &documents[index];
                    let span = document.front.slug.as_ref().map_or(document.front.title.span, |slug| slug.span);
                    let address = self.chapter(number, key, chapter, *language);
                    let claim = Claim { slug: &chapter.slugs[*language], kept, address, place: document.place(span) };
                    diagnostics.extend(claim.stake(&mut taken));
                }
            }
        }
        for own in proceedings {
            for claim in self.proceedings_claims(own, &works[own.work]) {
                diagnostics.extend(claim.stake(&mut taken).into_iter().map(|found| found.hint("hint-part")));
            }
        }
        let more = self.news_claims(&works[0], documents, own_pages).into_iter().chain(self.glossary_claims(glossary));
        for (claim, hint) in more.collect::<Vec<_>>() {
            diagnostics.extend(claim.stake(&mut taken).into_iter().map(|found| found.hint(hint)));
        }
        diagnostics
    }

    fn facet_claims<'w>(&self, number: usize, work: &'w Work) -> Vec<Claim<'w>> {
        let facets = &work.facets;
        let mut claims = Vec::new();
        for language in work.languages.iter().map(|(language, _)| *language) {
            for (facet, own) in facets.iter().enumerate() {
                let address = self.facet(number, facets, facet, language);
                claims.push(Claim { slug: &own.name.slug[language], kept: &[], address, place: own.name.place.clone() });
                for (value, named) in own.values.iter().enumerate() {
                    let address = self.facet_value(number, facets, (facet, value), language);
                    claims.push(Claim { slug: &named.slug[language], kept: &[], address, place: named.place.clone() });
                }
            }
        }
        claims
    }

    /// The pages of panels and contributions, and those that every work of proceedings has.
    fn proceedings_claims<'p>(&self, own: &'p Proceedings, work: &'p Work) -> Vec<Claim<'p>> {
        let mut claims = Vec::new();
        for language in work.languages.iter().map(|(language, _)| *language) {
            for panel in &own.panels {
                let (slug, place) = (&panel.slug[language], panel.place.clone());
                claims.push(Claim {
                    slug,
                    kept: &RESERVED_IN_PROCEEDINGS,
                    address: self.panel(own.work, panel, language),
                    place,
                });
                for contribution in &panel.contributions {
                    let (slug, place) = (&contribution.slug[language], contribution.place.clone());
                    let address = self.contribution(own.work, panel, contribution, language);
                    claims.push(Claim { slug, kept: &[], address, place });
                }
            }
        }
        claims
    }

    /// The list of news stands somewhere even where no page introduces it; the newest of them is what it can be blamed on.
    fn news_claims(&self, own: &Work, documents: &[Document], own_pages: &OwnPages) -> Vec<(Claim<'_>, &'static str)> {
        let newest =
            own_pages.news.first().filter(|_| own_pages.news_index.is_none()).and_then(|newest| own.chapter(*newest));
        let versions = newest.iter().flat_map(|newest| newest.documents.iter().enumerate());
        let claim = |(language, document): (usize, &Option<usize>)| {
            let place = Place::file(&documents[(*document)?].source.path);
            Some((Claim { slug: &self.news[language], kept: &[], address: self.news(language), place }, "hint-news"))
        };
        versions.filter_map(claim).collect()
    }

    fn glossary_claims<'a>(&'a self, glossary: Option<&'a Glossary>) -> Vec<(Claim<'a>, &'static str)> {
        let slugs =
            glossary.into_iter().flat_map(|glossary| glossary.yaml.slug.entries.iter().map(move |slug| (glossary, slug)));
        let claim = |(glossary, (key, slug)): (&Glossary, &'a (Key, Spanned<String>))| {
            let language = self.tags.iter().position(|tag| *tag == key.text)?;
            let place = Place::new(&glossary.source, slug.span);
            Some((Claim { slug: &slug.value, kept: &[], address: self.glossary(language), place }, "hint-glossary"))
        };
        slugs.filter_map(claim).collect()
    }

    /// An institution's page stands at its id, which may be no word that the register needs for its lists.
    pub(in crate::publication) fn of_register(&self, files: &[SignatoryFile]) -> Vec<Diagnostic> {
        let reserved = files.iter().filter(|file| RESERVED_IN_REGISTER.contains(&file.yaml.id.value.as_str()));
        let diagnostic = |file: &SignatoryFile| {
            let (id, place) = (&file.yaml.id, Place::new(&file.source, file.yaml.id.span));
            let diagnostic = Diagnostic::new(Code::ReservedAddress, place).with("word", id.value.as_str());
            diagnostic.with("address", self.signatory(&id.value, 0)).hint("hint-signatory")
        };
        reserved.map(diagnostic).collect()
    }
}
