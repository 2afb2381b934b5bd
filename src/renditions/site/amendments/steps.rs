//! Steps: an amendment's way from its receipt to the edition that takes it in.
//!
//! Takes: what its file tells. Gives: one step for each day, in words. Must not know what it proposes.

use serde::Serialize;

use super::SaidView;
use crate::publication::Amendment;
use crate::renditions::site::Site;

#[derive(Serialize)]
pub struct Step {
    /// “Considered nationally”.
    pub label: String,
    pub date: String,
    pub date_iso: String,
    pub body: Option<SaidView>,
    /// What came of it, in words, or empty.
    pub outcome: String,
    /// Where it is recorded: an address, or a reference without one.
    pub record: String,
    pub record_url: String,
}

impl Site {
    fn step(&self, label: String, day: jiff::civil::Date, body: Option<SaidView>, language: usize) -> Step {
        let (date, date_iso) = (self.publication.languages[language].date(day), day.to_string());
        Step { label, date, date_iso, body, outcome: String::new(), record: String::new(), record_url: String::new() }
    }

    pub(super) fn decision(&self, own: &Amendment, language: usize) -> Option<Step> {
        let decision = &own.yaml.decision.as_ref()?.value;
        let label = self.text(language, &format!("amendment-status-{}", own.status().word()), &[]);
        Some(self.step(label, decision.date.value, Some(self.said(&decision.by, language)), language))
    }

    pub(super) fn steps(&self, own: &Amendment, language: usize) -> Vec<Step> {
        let via = self.text(language, &format!("amendment-via-{}", own.yaml.received.via.word()), &[]);
        let mut steps = vec![self.step(via, own.yaml.received.date.value, None, language)];
        for deliberation in own.yaml.deliberations.iter().map(|own| &own.value) {
            let label = self.text(language, &format!("amendment-level-{}", deliberation.level.value.word()), &[]);
            let body = self.said(&deliberation.body, language);
            let mut step = self.step(label, deliberation.date.value, Some(body), language);
            if let Some(outcome) = deliberation.outcome {
                step.outcome = self.text(language, &format!("amendment-outcome-{}", outcome.word()), &[]);
            }
            let record = deliberation.record.clone().unwrap_or_default();
            let is_address = ["https://", "http://"].iter().any(|scheme| record.starts_with(scheme));
            step.record_url = if is_address { record.clone() } else { String::new() };
            step.record = record;
            steps.push(step);
        }
        steps.extend(self.decision(own, language));
        steps
    }
}
