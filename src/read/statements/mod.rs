//! What single statements of a report's prose say.
//!
//! The prose is put together once, and each reader looks there first for what it cannot do without: most
//! reports say nothing of the kind, and then no paragraph need be taken apart.

mod aspects;
mod fees;
mod headings;
mod numeral;
mod parts;
mod placeholders;
mod sentence;
mod years;

use super::glance::Paragraph;
use crate::form::SectionKind;
use crate::report::{Narrative, Report, Statements};

/// Reads what the statements of a report say.
pub(super) fn of(report: &Report, paragraphs: &[Paragraph<'_>]) -> Statements {
    let prose = Joined::of(report);
    Statements {
        headings: headings::headings(report),
        torn: headings::is_torn(report),
        parts: parts::parts(report),
        placeholders: placeholders::placeholders(paragraphs),
        other_years: years::other_years(report, &prose),
        aspects: aspects::aspects(report.kind, &prose),
        overview_length: prose.overview.len(),
        fee: fees::fee(report, &prose),
    }
}

/// The prose of a report, a line a heading or a paragraph.
#[derive(Debug, Default)]
struct Joined {
    /// Section 一, with its sub-headings.
    overview: String,
    /// Everything else, without headings.
    rest: String,
}

impl Joined {
    fn of(report: &Report) -> Self {
        // Nearly all of it stands in section 一.
        let overview = String::with_capacity(length(&report.overview));
        let mut joined = Self { overview, rest: String::new() };
        joined.push_narrative(&report.overview);
        for section in std::iter::once(None).chain(SectionKind::ALL[1..].iter().copied().map(Some)) {
            for text in report.paragraphs(section) {
                joined.rest.push_str(text);
                joined.rest.push('\n');
            }
        }
        joined
    }

    fn push_narrative(&mut self, narrative: &Narrative) {
        let headings = narrative.parts.iter().filter_map(|part| part.heading.as_ref());
        for text in headings.chain(&narrative.paragraphs) {
            self.overview.push_str(text);
            self.overview.push('\n');
        }
        narrative.parts.iter().for_each(|part| self.push_narrative(part));
    }
}

/// How many bytes the paragraphs and sub-headings of a narrative are, a line each.
fn length(narrative: &Narrative) -> usize {
    let headings = narrative.parts.iter().filter_map(|part| part.heading.as_ref());
    let lines = headings.chain(&narrative.paragraphs).map(|text| text.len() + 1);
    lines.chain(narrative.parts.iter().map(length)).sum()
}

/// A sketch of a report with one paragraph in section 一, for the tests.
#[cfg(test)]
fn overview(text: &str) -> Report {
    Report { year: Some(2023), overview: text.into(), ..Report::default() }
}
