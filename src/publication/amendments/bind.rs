//! Binding: which work and which sections an amendment is about.
//!
//! Takes: the amendments' files and the outline. Gives: [`Amendments`], with the proposed texts among the documents; and a diagnostic where a
//! file lies in no work, or a change lacks what it needs to be one. Must not know whether the change can be made.

use super::proposal::{self, Wanted};
use super::*;
use crate::documents::amendment::{AMENDMENTS, Operation};
use crate::documents::concordance::is_fingerprint;
use crate::documents::work::Authority;

impl Amendments {
    pub(in crate::publication) fn bind(
        book: &Book,
        works: &[Work],
        documents: &mut Vec<Document>,
        files: Vec<AmendmentFile>,
    ) -> (Amendments, Vec<Diagnostic>) {
        let mut amendments = Amendments::default();
        let mut diagnostics = Vec::new();
        // What is frozen is amended no more.
        let current = works.iter().enumerate().filter(|(_, work)| !work.is_frozen());
        let folders: HashMap<_, usize> = current.map(|(number, work)| (work.folder.join(AMENDMENTS), number)).collect();
        for file in files {
            let folder = file.path.parent().unwrap_or(&file.path);
            let Some(work) = folders.get(folder).copied().filter(|work| works[*work].current().number.is_some()) else {
                diagnostics.push(Diagnostic::new(Code::StrayAmendment, Place::file(&file.source.path)));
                continue;
            };
            amendments.one(book, works, documents, work, file, &mut diagnostics);
        }
        amendments.all.sort_by(|one, other| (one.work, one.id()).cmp(&(other.work, other.id())));
        amendments.by_section();
        diagnostics.extend(amendments.all.iter().flat_map(|own| standing::check(works, own)));
        diagnostics.extend(amendments.all.iter().flat_map(|own| tree::check(works, own)));
        diagnostics.extend(conflicts::check(works, documents, &amendments.all));
        (amendments, diagnostics)
    }

    fn one(
        &mut self,
        book: &Book,
        works: &[Work],
        documents: &mut Vec<Document>,
        work: usize,
        file: AmendmentFile,
        diagnostics: &mut Vec<Diagnostic>,
    ) {
        let AmendmentFile { source, yaml, proposed, .. } = file;
        let pending = yaml.is_pending();
        let mut own = Amendment { work, source, yaml, changes: Vec::new() };
        let before = diagnostics.len();
        complete(book, works, &own, diagnostics);
        for (place, [texts, approved]) in proposed.iter().enumerate() {
            let yaml = &own.yaml.changes[place].value;
            let target = find(works, work, &yaml.target.value);
            let now = target.and_then(|key| {
                let chapter = works[work].chapter(key.chapter)?;
                Some((chapter, chapter.sections.get(key.section)?))
            });
            let first = works[work].current().pages().next().map(|(_, chapter)| chapter);
            let path = now.map(|(chapter, _)| chapter).or(first).map_or(works[work].folder.clone(), |own| own.path.clone());
            let inserts = yaml.op.as_ref().is_some_and(|op| op.value.inserts());
            let id = yaml.id.as_ref().filter(|_| inserts).unwrap_or(&yaml.target);
            let wanted = Wanted { id: &id.value, now: now.filter(|_| !inserts), path: &path };
            let mut text = |texts: &[crate::documents::amendment::Proposed]| {
                self.written.extend(texts.iter().map(|text| (pending, Arc::clone(&text.written))));
                let (text, mistakes) = proposal::text(texts, &wanted, book.languages.len(), documents);
                diagnostics.extend(mistakes);
                text
            };
            own.changes.push(Change { target, proposed: text(texts), approved: text(approved) });
        }
        if !pending || own.kind() == AmendmentKind::Comment {
            // A text that was decided, or should not be there, need not be a section.
            let forms = |found: &Diagnostic| !matches!(found.code, Code::UnusableProposal);
            let found = diagnostics.split_off(before);
            diagnostics.extend(found.into_iter().filter(forms));
        }
        self.all.push(own);
    }

    fn by_section(&mut self) {
        for (place, own) in self.all.iter().enumerate().filter(|(_, own)| own.status().is_open()) {
            for key in own.changes.iter().filter_map(|change| change.target) {
                let open = self.open.entry(key).or_default();
                if open.last() != Some(&place) {
                    open.push(place);
                }
            }
        }
    }
}

/// Whether each change has what its operation takes, and nothing else.
fn complete(book: &Book, works: &[Work], own: &Amendment, diagnostics: &mut Vec<Diagnostic>) {
    let authentic: Vec<&str> = works[own.work]
        .languages
        .iter()
        .filter(|(_, authority)| *authority == Authority::Authentic)
        .map(|(language, _)| book.languages[*language].0.as_str())
        .collect();
    for (change, yaml) in own.yaml.changes.iter().map(|change| (change, &change.value)) {
        let mut report = |problem: &'static str, key: &'static str, place: Place| {
            let found = Diagnostic::new(Code::IncompleteChange, place).with("problem", problem).with("key", key);
            let op = yaml.op.as_ref().map_or("", |op| op.value.word());
            let hint = match problem {
                "needless" => "hint-needless",
                "comment" => "hint-comment",
                "language" => "hint-language",
                _ => "hint",
            };
            diagnostics.push(found.with("op", op).with("languages", authentic.join(", ")).hint(hint));
        };
        for (_, text) in yaml.base.iter().flat_map(|base| &base.entries) {
            if !is_fingerprint(&text.value) {
                report("fingerprint", "base", own.place(text));
            }
        }
        let start = Place::new(&own.source, crate::diagnostics::Span { end: change.span.start, ..change.span });
        let texts = [(&yaml.text, "text"), (&yaml.approved, "approved")];
        if own.kind() == AmendmentKind::Comment {
            for (texts, key) in texts.iter().filter_map(|(texts, key)| Some((texts.as_ref()?, *key))) {
                report("comment", key, Place::new(&own.source, texts.span));
            }
            continue;
        }
        let Some(op) = &yaml.op else {
            report("lacks", "op", start);
            continue;
        };
        let op = op.value;
        if op.inserts() != yaml.id.is_some() {
            let at = yaml.id.as_ref().map_or(start.clone(), |id| own.place(id));
            report(if op.inserts() { "lacks" } else { "needless" }, "id", at);
        }
        let goes = yaml.to.as_ref().is_some_and(|to| to.value.place().is_some());
        if (op == Operation::Move) != goes {
            let at = yaml.to.as_ref().map_or(start.clone(), |to| own.place(to));
            report(if op == Operation::Move { "lacks" } else { "needless" }, "to", at);
        }
        for (texts, key) in texts.iter().filter_map(|(texts, key)| Some((texts.as_ref()?, *key))) {
            if !op.writes() {
                report("needless", key, Place::new(&own.source, texts.span));
            }
        }
        // What came in one language, or without a text, waits for the rest; a version that is brought into line changes alone.
        if own.status() == AmendmentStatus::Received {
            continue;
        }
        let alone = matches!(own.kind(), AmendmentKind::Translation | AmendmentKind::Editorial) && op == Operation::Replace;
        let has =
            |texts: &Option<crate::record::Texts>, tag: &&&str| texts.as_ref().is_some_and(|texts| texts.get(tag).is_some());
        let lacks_text = match alone {
            true => yaml.text.is_none(),
            false => !authentic.iter().all(|tag| has(&yaml.text, &tag)),
        };
        if op.writes() && lacks_text {
            let at = yaml.text.as_ref().map_or(start.clone(), |texts| Place::new(&own.source, texts.span));
            report("language", "text", at);
        }
        let due = |tag: &&&str| !alone || has(&yaml.text, tag);
        if !op.inserts() && !authentic.iter().filter(due).all(|tag| has(&yaml.base, &tag)) {
            let at = yaml.base.as_ref().map_or(start.clone(), |base| Place::new(&own.source, base.span));
            report("base", "base", at);
        }
    }
}
