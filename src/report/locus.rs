//! Where something is said in a report: a cell, or a piece of its prose.

use super::Report;
use super::narrative::Texts;
use crate::form::{Cell, SectionKind};
use serde::{Deserialize, Serialize};

/// What a finding is about. A [`Reading`](crate::Reading) knows where in the source it stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Locus {
    /// A number of a table.
    Cell(Cell),
    /// A piece of prose.
    Passage(Passage),
}

/// A piece of a report's prose: a range of one paragraph, or of a section's heading.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Passage {
    /// The section; none for what stands before section 一.
    pub section: Option<SectionKind>,
    /// Which paragraph of the section, from 0, counted as [`Narrative::texts`](super::Narrative::texts) gives them; none for its heading.
    pub paragraph: Option<usize>,
    /// The first byte of the paragraph's text.
    pub start: usize,
    /// The byte after the last one.
    pub end: usize,
}

impl Passage {
    /// A range of a paragraph.
    pub const fn new(section: Option<SectionKind>, paragraph: usize, start: usize, end: usize) -> Self {
        Self { section, paragraph: Some(paragraph), start, end }
    }

    /// The heading of a section, all of it.
    ///
    /// ```
    /// use gongkai::{Report, form::SectionKind, report::Passage};
    /// let mut report = Report::default();
    /// report.overview.heading = Some("一、总体情况".to_owned());
    /// let heading = Passage::heading(&report, SectionKind::Overview);
    /// assert_eq!(heading.and_then(|heading| report.passage(heading)), Some("一、总体情况"));
    /// ```
    pub fn heading(report: &Report, section: SectionKind) -> Option<Self> {
        let end = report.narrative(section).heading.as_ref()?.len();
        Some(Self { section: Some(section), paragraph: None, start: 0, end })
    }
}

impl From<Cell> for Locus {
    fn from(cell: Cell) -> Self {
        Self::Cell(cell)
    }
}

impl From<Passage> for Locus {
    fn from(passage: Passage) -> Self {
        Self::Passage(passage)
    }
}

impl Report {
    /// The text of a piece of prose; none if the report has no such piece.
    ///
    /// ```
    /// use gongkai::{Report, form::SectionKind, report::Passage};
    /// let mut report = Report::default();
    /// report.overview = "全年收到申请3件。".into();
    /// let passage = Passage::new(Some(SectionKind::Overview), 0, 18, 22);
    /// assert_eq!(report.passage(passage), Some("3件"));
    /// ```
    pub fn passage(&self, passage: Passage) -> Option<&str> {
        let text = match (passage.section, passage.paragraph) {
            (Some(section), None) => self.narrative(section).heading.as_deref()?,
            (section, Some(paragraph)) => self.paragraphs(section).nth(paragraph)?,
            (None, None) => return None,
        };
        text.get(passage.start..passage.end)
    }

    /// The paragraphs of a section, or of what stands before section 一, in their order.
    pub fn paragraphs(&self, section: Option<SectionKind>) -> impl Iterator<Item = &str> {
        match section.map(|section| self.narrative(section)) {
            Some(narrative) => Texts::new(&narrative.paragraphs, &narrative.parts),
            None => Texts::new(&self.introduction.paragraphs, &[]),
        }
    }
}
