//! From a page to a report: recognition by labels, groups, order and headers, never by position alone.
//!
//! What was not read as the form says is a [`Problem`] of the [`Reading`]. The rest of this page is the
//! catalogue of their kinds, generated from [`ProblemKind`].
//!
#![doc = include_str!("PROBLEMS.md")]

mod claims;
mod fold;
mod glance;
mod number;
mod numeral;
mod places;
mod problem;
mod prose;
#[cfg(feature = "html")]
mod shell;
mod statements;
mod tables;
mod vocabulary;
pub(crate) use fold::Folded;
pub use problem::{Problem, ProblemKind};
#[cfg(feature = "render")]
pub(crate) use tables::{DOUBTFUL, is_unreadable};

use crate::form::{Cell, Table};
use crate::report::{Evidence, Locus, Prose, Report};
use crate::source::{self, Damage, Document, Opened, Place};
use crate::{Error, Options};

/// A report as it was read from a page, with everything that reading it showed.
#[derive(Debug, Clone, Default)]
#[non_exhaustive]
pub struct Reading {
    /// What the page says.
    pub report: Report,
    /// What reading it showed, free of the page.
    pub evidence: Evidence,
    /// What was not read as the form says.
    pub problems: Vec<Problem>,
    /// Where each cell stands, and how it is printed.
    places: places::Places,
}

impl Reading {
    /// Where a cell or a piece of prose stands in the source; none for what the page does not print,
    /// and for everything of a reading that was not read from a page.
    pub fn place(&self, locus: impl Into<Locus>) -> Option<Place> {
        match locus.into() {
            Locus::Cell(cell) => self.places.get(cell).map(|(place, _)| place),
            Locus::Passage(passage) => self.places.passage(&self.report, passage),
        }
    }

    /// How a cell is printed: its text as on the page, with units, commas and full-width digits. For a
    /// cell that the sums of the form placed or that could not be told from its neighbours, the
    /// numbers of its whole row; empty for a blank cell.
    ///
    /// ```
    /// use gongkai::form::{Cell, ProactiveColumn, ProactiveRow};
    /// let text = "第二十条第（五）项\n信息内容 本年处理决定数量\n行政许可 １，２５０件\n";
    /// let reading = gongkai::read_str(text, &gongkai::Options::default())?;
    /// let licensing = Cell::Proactive(ProactiveRow::Licensing, ProactiveColumn::Decisions);
    /// assert_eq!(reading.report.get(licensing).count(), Some(1250));
    /// assert_eq!(reading.printed(licensing), Some("１，２５０件"));
    /// # Ok::<(), gongkai::Error>(())
    /// ```
    pub fn printed(&self, cell: Cell) -> Option<&str> {
        self.places.get(cell).map(|(_, text)| text)
    }
}

/// Reads a report in whatever it was published: what it is, is told by its bytes, never by a name.
///
/// # Errors
/// What [`Error`] lists; everything else is a problem of the reading.
pub fn read(bytes: &[u8], options: &Options) -> Result<Reading, Error> {
    match source::open(bytes, options)? {
        Opened::Text(text, damaged) => read_text(&text, damaged.then_some(Damage::Encoding), options),
        Opened::Document(document) => read_document(&document, options),
    }
}

/// Reads a page given as text, plain or HTML.
///
/// ```
/// let text = "云岭县人民政府2023年政府信息公开工作年度报告\n\
///             第二十条第（五）项\n信息内容 本年处理决定数量\n行政许可 125\n";
/// let reading = gongkai::read_str(text, &gongkai::Options::default())?;
/// assert_eq!(reading.report.agency.as_deref(), Some("云岭县人民政府"));
/// assert_eq!(reading.report.proactive.licensing.decisions.count(), Some(125));
/// # Ok::<(), gongkai::Error>(())
/// ```
///
/// # Errors
/// What [`Error`] lists; everything else is a problem of the reading.
pub fn read_str(text: &str, options: &Options) -> Result<Reading, Error> {
    read_text(text, None, options)
}

fn read_text(text: &str, damage: Option<Damage>, options: &Options) -> Result<Reading, Error> {
    let mut document = source::document(text, options)?;
    document.damages.extend(damage);
    let reading = read_document(&document, options);
    #[cfg(feature = "html")]
    return unless_shell(text, reading);
    #[cfg(not(feature = "html"))]
    return reading;
}

/// What was read of a text, unless it is a web page that is only the shell of a report.
#[cfg(feature = "html")]
fn unless_shell(text: &str, reading: Result<Reading, Error>) -> Result<Reading, Error> {
    let may_be_shell = match &reading {
        Ok(reading) => shell::lacks_tables(reading),
        Err(error) => *error == Error::NotAReport,
    };
    let survey = if may_be_shell { source::survey(text) } else { None };
    match survey.and_then(|survey| shell::shell(&survey, reading.as_ref().ok())) {
        Some(shell) => Err(shell),
        None => reading,
    }
}

fn read_document(document: &Document<'_>, options: &Options) -> Result<Reading, Error> {
    let mut reading = Reading::default();
    let used = tables::read(document, options.limits, &mut reading)?;
    let signs = prose::read(document, &used, &mut reading);
    reading.evidence.prose = Prose::of(&reading.report);
    if document.damages.iter().any(|damage| matches!(damage, Damage::Unread { .. })) {
        expect_gaps(&mut reading.evidence);
    }
    let evidence = &reading.evidence;
    let has_table = evidence.proactive.seen || evidence.applications.seen || evidence.challenges.seen;
    if !has_table && !signs.is_report() {
        return Err(Error::NotAReport);
    }
    reading.problems.extend(document.damages.iter().copied().map(Problem::of_damage));
    Ok(reading)
}

/// What is not found may stand on the pages that could not be read: it is not missing.
fn expect_gaps(evidence: &mut Evidence) {
    for table in Table::ALL {
        evidence.table_mut(*table).ended = false;
    }
    evidence.prose.statements.torn = true;
}
