//! Charts: how many institutions there are by country, and since when, as drawings with the numbers beside them.
//!
//! Takes: the register's endorsements in force, specimens apart. Gives: inline SVG without colours of its own, its
//! description, and the table of everything that it shows or leaves out. Must not know the page.

use std::collections::BTreeMap;

use jiff::civil::{Date, date};
use serde::Serialize;

use super::badge::clamped;
use super::rolls::{Of, Rolls};
use crate::locale::Direction;
use crate::renditions::html::{escaped, push};
use crate::renditions::site::Site;

#[derive(Serialize)]
pub struct Chart {
    /// `countries` or `time`.
    pub kind: &'static str,
    pub title: String,
    pub svg_html: String,
    pub rows: Vec<ChartRow>,
}

/// A line of the table behind a chart.
#[derive(Serialize)]
pub struct ChartRow {
    pub label: String,
    pub number: String,
    /// Of the chart over time: how many there are by then; empty elsewhere.
    pub total: String,
}

/// As wide as a telephone: a drawing that had to shrink could not be read there.
const WIDTH: usize = 340;
/// How many countries the drawing shows; the rest are one bar.
const BARS: usize = 12;
/// How many months are shown one by one; longer times are shown in years.
const MONTHS: usize = 24;
/// How many years are shown one by one: what was before is in the first of them.
const YEARS: usize = 24;

impl Site {
    /// None while nobody is counted.
    pub(super) fn chart_of_countries(&self, rolls: &Rolls, language: usize) -> Option<Chart> {
        let countries = rolls.lists.iter().filter(|(_, roll)| roll.institutions() > 0);
        let mut counted: Vec<(&str, usize)> = countries
            .filter_map(|(of, roll)| match of {
                Of::Country(code) => Some((rolls.countries.get(code)?.as_str(), roll.institutions())),
                _ => None,
            })
            .collect();
        // The order of names stays where numbers are the same.
        counted.sort_by_key(|(_, number)| std::cmp::Reverse(*number));
        let first = counted.first()?;
        let number = |number: usize| self.publication.languages[language].number(number);
        let shown = if counted.len() > BARS + 1 { BARS } else { counted.len() };
        let others: usize = counted[shown..].iter().map(|(_, number)| number).sum();
        let mut bars: Vec<(String, usize)> = counted[..shown].iter().map(|(name, own)| ((*name).to_owned(), *own)).collect();
        if others > 0 {
            bars.push((self.text(language, "chart-others", &[]), others));
        }
        let title = self.text(language, "chart-countries-title", &[]);
        let (all, most) = (number(counted.len()), number(first.1));
        let arguments = [("number", all.as_str()), ("first", first.0), ("most", &most)];
        let described = self.text(language, "chart-countries-described", &arguments);
        let rows = counted.iter().map(|(name, own)| ChartRow {
            label: (*name).to_owned(),
            number: number(*own),
            total: String::new(),
        });
        let drawing =
            Drawing { id: "_chart-countries", title: &title, described: &described, direction: self.direction(language) };
        Some(Chart { kind: "countries", svg_html: drawing.bars(&bars, number), rows: rows.collect(), title })
    }

    /// The endorsements in force by when they were signed. None while there is none.
    pub(super) fn chart_of_time(&self, rolls: &Rolls, language: usize) -> Option<Chart> {
        let register = &self.publication.register;
        let counted = register.endorsements.iter().filter(|own| register.counts(own));
        let mut days: Vec<Date> = counted.map(|own| register.yaml(own).signed.value).collect();
        days.sort_unstable();
        let (first, last) = (*days.first()?, *days.last()?);
        let by_month = months(last) - months(first) < MONTHS as i32;
        let mut signed: BTreeMap<i32, usize> = BTreeMap::new();
        let period = |day: Date| {
            if by_month { months(day) } else { i32::from(day.year()).max(i32::from(last.year()) - YEARS as i32 + 1) }
        };
        for day in &days {
            *signed.entry(period(*day)).or_default() += 1;
        }
        let own = &self.publication.languages[language];
        let label = |period: i32| match by_month {
            true => own.month(date((period / 12) as i16, (period % 12 + 1) as i8, 1)),
            false => period.to_string(),
        };
        let mut total = 0;
        let columns: Vec<(String, usize, usize)> = (period(first)..=period(last))
            .map(|period| {
                let own = signed.get(&period).copied().unwrap_or_default();
                total += own;
                (label(period), own, total)
            })
            .collect();
        let number = |number: usize| own.number(number);
        let title = self.text(language, "chart-time-title", &[]);
        let (all, from, until) = (number(days.len()), rolls.day(first), rolls.day(last));
        let arguments = [("number", all.as_str()), ("from", &from), ("until", &until)];
        let described = self.text(language, "chart-time-described", &arguments);
        let rows = columns.iter().map(|(label, own, total)| ChartRow {
            label: label.clone(),
            number: number(*own),
            total: number(*total),
        });
        let rows = rows.collect();
        let columns: Vec<(String, usize)> = columns.into_iter().map(|(label, _, total)| (label, total)).collect();
        let drawing = Drawing { id: "_chart-time", title: &title, described: &described, direction: own.direction };
        Some(Chart { kind: "time", svg_html: drawing.columns(&columns, number), rows, title })
    }

    fn direction(&self, language: usize) -> Direction {
        self.publication.languages[language].direction
    }
}

/// A month as a number: months since the year 0.
fn months(day: Date) -> i32 {
    i32::from(day.year()) * 12 + i32::from(day.month()) - 1
}

/// What a drawing is called, and which way it is read.
struct Drawing<'d> {
    id: &'d str,
    title: &'d str,
    described: &'d str,
    direction: Direction,
}

impl Drawing<'_> {
    /// Where something begins that is so far from the start of the line and so wide.
    fn x(&self, from: usize, width: usize) -> usize {
        match self.direction {
            Direction::LeftToRight => from,
            Direction::RightToLeft => WIDTH - from - width,
        }
    }

    fn open(&self, height: usize) -> String {
        let id = self.id;
        format!(
            "<svg class=\"chart\" viewBox=\"0 0 {WIDTH} {height}\" role=\"img\" aria-labelledby=\"{id}-title {id}-desc\">\
             <title id=\"{id}-title\">{}</title><desc id=\"{id}-desc\">{}</desc>\n",
            escaped(self.title),
            escaped(self.described)
        )
    }

    /// Lying bars, one below the other, each with its name and its number.
    fn bars(&self, bars: &[(String, usize)], number: impl Fn(usize) -> String) -> String {
        const STEP: usize = 24;
        const NAMES: usize = 132;
        const LONGEST: usize = WIDTH - NAMES - 48;
        let greatest = bars.iter().map(|(_, own)| *own).max().unwrap_or(1).max(1);
        let mut svg = self.open(bars.len() * STEP);
        for (nth, (name, own)) in bars.iter().enumerate() {
            let (top, length) = (nth * STEP, (own * LONGEST).div_ceil(greatest).max(1));
            let (baseline, of_name) = (top + 16, self.x(NAMES - 8, 0));
            let of_number = self.x(NAMES + length + 6, 0);
            let name = escaped(&clamped(name, 19));
            push(&mut svg, format_args!("<text x=\"{of_name}\" y=\"{baseline}\" text-anchor=\"end\">{name}</text>"));
            let (x, y, height) = (self.x(NAMES, length), top + 4, STEP - 8);
            push(&mut svg, format_args!("<rect x=\"{x}\" y=\"{y}\" width=\"{length}\" height=\"{height}\"/>"));
            push(&mut svg, format_args!("<text x=\"{of_number}\" y=\"{baseline}\">{}</text>\n", number(*own)));
        }
        svg + "</svg>"
    }

    /// Standing columns over a line, with numbers and names where there is room: always at the first and the last.
    fn columns(&self, columns: &[(String, usize)], number: impl Fn(usize) -> String) -> String {
        const HEIGHT: usize = 190;
        const TOP: usize = 20;
        const BASE: usize = 164;
        const WIDEST: usize = 48;
        let greatest = columns.iter().map(|(_, own)| *own).max().unwrap_or(1).max(1);
        let step = (WIDTH / columns.len().max(1)).min(WIDEST + 12);
        let width = if step > 12 { step - 6 } else { step.max(2) - 1 };
        let last = columns.len().saturating_sub(1);
        let mut svg = self.open(HEIGHT);
        for (nth, (name, own)) in columns.iter().enumerate() {
            let height = (own * (BASE - TOP)).div_ceil(greatest);
            let (from, y) = (nth * step, BASE - height);
            let x = self.x(from, width);
            push(&mut svg, format_args!("<rect x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\"/>"));
            let (middle, above) = (self.x(from, width) + width / 2, y.max(14) - 5);
            if step >= 28 || nth == last {
                push(
                    &mut svg,
                    format_args!("<text x=\"{middle}\" y=\"{above}\" text-anchor=\"middle\">{}</text>", number(*own)),
                );
            }
            // Names are some 60 wide; the last one ends where its column does.
            let room = step >= 56 || nth == 0 || (nth == last && last * step >= 64);
            if room {
                let (at, anchor) = match nth {
                    _ if step >= 56 => (middle, "middle"),
                    0 => (self.x(from, 0), "start"),
                    _ => (self.x(from + width, 0), "end"),
                };
                push(&mut svg, format_args!("<text x=\"{at}\" y=\"182\" text-anchor=\"{anchor}\">{}</text>", escaped(name)));
            }
            svg.push('\n');
        }
        push(&mut svg, format_args!("<path d=\"M0 {BASE}.5H{WIDTH}\"/>"));
        svg + "</svg>"
    }
}
