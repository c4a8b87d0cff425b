//! What a rule sees.

use super::printed::{self, Tally};
use crate::form::{Cell, Edition};
use crate::report::{Evidence, Prose, Report};

/// What a rule sees: the report, and its evidence if it was read from a page.
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub struct Case<'a> {
    /// The report that is checked.
    pub report: &'a Report,
    /// What reading it showed; none for a report that was built by hand or loaded.
    pub evidence: Option<&'a Evidence>,
    /// What its prose says, if it is not the evidence that says it.
    pub prose: Option<&'a Prose>,
    /// The report of the same body for the year before, if it is at hand.
    pub previous: Option<Known<'a>>,
    /// What the cells say, if it has been counted, and the edition that they show.
    counted: Option<(Tally, Edition)>,
}

/// Another report beside the one that is checked, and what reading it showed.
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub struct Known<'a> {
    /// The report.
    pub report: &'a Report,
    /// What reading it showed; none for a report that was built by hand or loaded.
    pub evidence: Option<&'a Evidence>,
}

impl<'a> Case<'a> {
    /// A report on its own, every printed cell of which is taken at its word.
    pub const fn new(report: &'a Report) -> Self {
        Self { report, evidence: None, prose: None, previous: None, counted: None }
    }

    /// A report with what reading it showed.
    pub const fn with_evidence(self, evidence: &'a Evidence) -> Self {
        Self { evidence: Some(evidence), ..self }
    }

    /// A report with what its prose says, for one that was not read from a page: see [`Prose::of`].
    pub const fn with_prose(self, prose: &'a Prose) -> Self {
        Self { prose: Some(prose), ..self }
    }

    /// A report beside that of the year before.
    pub fn with_previous(self, previous: impl Into<Known<'a>>) -> Self {
        Self { previous: Some(previous.into()), ..self }
    }

    /// What the prose of the report says, if anyone has read it.
    pub fn prose(&self) -> Option<&'a Prose> {
        self.prose.or_else(|| self.evidence.map(|evidence| &evidence.prose))
    }

    /// The case with its cells counted, once for all rules that look at every one of them.
    pub(super) fn tallied(self) -> Self {
        Self { counted: Some((Tally::of(self.report), self.edition())), ..self }
    }

    /// What the cells say, counted.
    pub(super) fn tally(&self) -> Tally {
        self.counted.map_or_else(|| Tally::of(self.report), |(tally, _)| tally)
    }

    /// Whether the place or the value of a cell came from the sums of the form.
    pub(super) fn is_inferred(&self, cell: Cell) -> bool {
        self.evidence.is_some_and(|evidence| evidence.inferred.contains(&cell))
    }

    /// The edition by which table 三 is checked: that of the rows it prints, else its own, else the
    /// page's, else that in force for the year.
    ///
    /// ```
    /// use gongkai::{Report, check::Case, form::{Edition, Row}};
    /// let mut report = Report::default();
    /// report.editions.applications = Some(Edition::E2021);
    /// report.applications[Row::OtherSingle].total = 3.into();
    /// assert_eq!(Case::new(&report).edition(), Edition::E2019);
    /// ```
    pub fn edition(&self) -> Edition {
        if let Some((_, edition)) = self.counted {
            return edition;
        }
        let in_force = || Edition::in_force(self.report.year?);
        match printed::applications(self.report).or_else(in_force) {
            Some(Edition::E2019) => Edition::E2019,
            _ => Edition::E2021,
        }
    }
}

impl<'a> From<&'a Report> for Case<'a> {
    fn from(report: &'a Report) -> Self {
        Self::new(report)
    }
}

impl<'a> From<&'a Report> for Known<'a> {
    fn from(report: &'a Report) -> Self {
        Self { report, evidence: None }
    }
}

impl<'a> Known<'a> {
    /// A report with what reading it showed.
    pub const fn with_evidence(self, evidence: &'a Evidence) -> Self {
        Self { evidence: Some(evidence), ..self }
    }
}

impl<'a> From<&Self> for Case<'a> {
    fn from(case: &Self) -> Self {
        *case
    }
}
