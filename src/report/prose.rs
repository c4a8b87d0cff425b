//! What the prose of a report says, as data: rules see this and no prose.

use super::{Passage, Statements};
use crate::form::{Term, Unit};
use rust_decimal::Decimal;

/// What the prose of a report says, as data. [`Prose::of`] reads it out of a report; a page's
/// [`Evidence`](super::Evidence) has it.
///
/// Only what is certain enough to be held against the tables is in it: a figure of last year, of one
/// office among many or about something else is not.
///
/// ```
/// use gongkai::{Report, report::Prose};
/// let mut report = Report::default();
/// report.overview = "全年新收政府信息公开申请46件，未发生因政府信息公开引起的行政复议。".into();
/// let prose = Prose::of(&report);
/// assert_eq!(prose.claims[0].value, 46.into());
/// assert_eq!(prose.claims[0].subject[0].cell.to_string(), "applications.received.total");
/// assert_eq!(report.passage(prose.claims[0].passage), Some("全年新收政府信息公开申请46件"));
/// assert_eq!(prose.denials[0].subject[0].cell.to_string(), "challenges.review.total");
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[non_exhaustive]
pub struct Prose {
    /// Figures that the prose states of cells of the tables, in the order of the report.
    pub claims: Vec<Claim>,
    /// Figures that the prose divides into parts.
    pub breakdowns: Vec<Breakdown>,
    /// Percentages of one figure in another.
    pub shares: Vec<Share>,
    /// What the prose says there was none of.
    pub denials: Vec<Denial>,
    /// What else its statements say.
    pub statements: Statements,
}

/// A figure that the prose states of cells of the tables: 全年新收申请46件.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Claim {
    /// Where it is said.
    pub passage: Passage,
    /// What it speaks of: a signed sum of cells. Of several that the words may mean, the one that the
    /// tables bear out, else the likeliest.
    pub subject: Vec<Term>,
    /// What else such words are used for: 受理 may count what was carried in, or not.
    pub readings: Vec<Vec<Term>>,
    /// The figure, in its own unit.
    pub value: Decimal,
    /// The unit of an amount; none for a count of cases or documents.
    pub unit: Option<Unit>,
    /// Whether it is meant to be exact.
    pub exactness: Exactness,
    /// Why it may not speak of the table, if it may not.
    pub doubt: Option<Doubt>,
}

/// Whether a figure is meant to be exact.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[non_exhaustive]
pub enum Exactness {
    /// 46件
    #[default]
    Exact,
    /// 近50件, 约50件, 1.2万件
    About,
    /// 40余件, 超过40件
    MoreThan,
}

/// Why a figure may speak of something else than the table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Doubt {
    /// The words are loose: 办理, 答复, 依申请公开46件.
    Wording,
    /// It may speak of the whole area where the table is of one office, or the other way round.
    Scope,
    /// The year of the report is not known, so that it may be another.
    Year,
    /// The sentence is broken over paragraphs, so that something may be lost between them.
    Broken,
}

/// A figure that the prose divides: 新收46件，其中自然人38件，法人或其他组织8件.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Breakdown {
    /// Where it is said, from the whole to the last part.
    pub passage: Passage,
    /// What is divided; empty if the prose does not say of which cells.
    pub whole: Part,
    /// Its parts, none of which overlaps another.
    pub parts: Vec<Part>,
    /// Cells that the parts may count and the whole not.
    pub besides: Vec<Term>,
    /// Whether the parts are all that the form knows.
    pub complete: bool,
    /// Why it may not mean what it says.
    pub doubt: Option<Doubt>,
}

/// One figure of a [`Breakdown`] or [`Share`].
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Part {
    /// What it speaks of; empty for what the tables do not count, as 网上申请.
    pub subject: Vec<Term>,
    /// The figure.
    pub value: Decimal,
}

/// A percentage of one figure in another: 予以公开208件（17.46%）.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Share {
    /// Where it is said.
    pub passage: Passage,
    /// Of what it is the share.
    pub part: Part,
    /// In what: the figure that the sentence divides.
    pub whole: Part,
    /// What else the whole may be.
    pub wholes: Vec<Vec<Term>>,
    /// The percentage, with the decimals that are printed.
    pub percent: Decimal,
}

/// Something that the prose says there was none of: 未收到政府信息公开申请.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Denial {
    /// Where it is said.
    pub passage: Passage,
    /// Cells that are all zero then.
    pub subject: Vec<Term>,
    /// Why it may not speak of the table, if it may not.
    pub doubt: Option<Doubt>,
}

impl Claim {
    /// An exact figure without doubt, of which its words leave none.
    ///
    /// ```
    /// use gongkai::form::{Sign, Term, Which};
    /// use gongkai::report::{Claim, Passage};
    /// let cell = "applications.received.total".parse()?;
    /// let subject = vec![Term { sign: Sign::Plus, which: Which::This, cell }];
    /// let claim = Claim::new(Passage::new(None, 0, 0, 24), subject, 46.into());
    /// assert!(claim.is_plain() && claim.meanings().count() == 1);
    /// # Ok::<(), gongkai::form::UnknownCell>(())
    /// ```
    pub const fn new(passage: Passage, subject: Vec<Term>, value: Decimal) -> Self {
        let readings = Vec::new();
        Self { passage, subject, readings, value, unit: None, exactness: Exactness::Exact, doubt: None }
    }

    /// Whether the figure is exact and in the unit of its cells, so that their values compare.
    pub fn is_plain(&self) -> bool {
        let is_own = |unit| self.subject.iter().all(|term| term.cell.unit() == Some(unit));
        self.exactness == Exactness::Exact && self.unit.is_none_or(is_own)
    }

    /// Everything that it may speak of, its subject first.
    pub fn meanings(&self) -> impl Iterator<Item = &[Term]> {
        std::iter::once(&self.subject).chain(&self.readings).map(Vec::as_slice)
    }
}
