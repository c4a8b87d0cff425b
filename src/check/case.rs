//! What a rule sees.

use crate::form::Edition;
use crate::report::{Evidence, Report};

/// What a rule sees: the report, and its evidence if it was read from a page.
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub struct Case<'a> {
    /// The report that is checked.
    pub report: &'a Report,
    /// What reading it showed; none for a report that was built by hand or loaded.
    pub evidence: Option<&'a Evidence>,
}

impl<'a> Case<'a> {
    /// A report on its own, every printed cell of which is taken at its word.
    pub const fn new(report: &'a Report) -> Self {
        Self { report, evidence: None }
    }

    /// A report with what reading it showed.
    pub const fn with_evidence(self, evidence: &'a Evidence) -> Self {
        Self { evidence: Some(evidence), ..self }
    }

    /// The edition by which table 三 is checked: its own, else the page's, else that of its rows.
    pub fn edition(&self) -> Edition {
        use crate::form::Row;
        let editions = self.report.editions;
        let by_rows = || {
            let single = Row::ALL.iter().filter(|row| !row.is_in(Edition::E2021));
            let mut single = single.map(|&row| &self.report.applications[row].total);
            if single.any(|entry| !entry.is_absent()) { Edition::E2019 } else { Edition::E2021 }
        };
        let own = editions.applications.or_else(|| editions.agreed());
        own.filter(|edition| Edition::CURRENT.contains(edition)).unwrap_or_else(by_rows)
    }
}
