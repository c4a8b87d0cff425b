//! The sums of the form as data: signed terms that add up to zero.

use super::{Applicant, Cell, ChallengeColumn, ChallengeRow, Edition, Row};
use rust_decimal::Decimal;
use std::sync::LazyLock;

/// Whether a term is added or taken away.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sign {
    /// Added.
    Plus,
    /// Taken away.
    Minus,
}

/// The report whose cell a term means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Which {
    /// The report that is checked.
    This,
    /// The report of the same body for the year before.
    Previous,
    /// The n-th part of an area.
    Part(u16),
}

/// One signed cell of a relation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Term {
    /// Added or taken away.
    pub sign: Sign,
    /// Of which report.
    pub which: Which,
    /// Which number of it.
    pub cell: Cell,
}

/// An equation of the form: the first term equals the signed sum of the others.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Relation {
    /// The rule that reports it when it fails.
    pub rule: &'static str,
    /// The cell that the equation is about, always added.
    pub total: Term,
    /// What it should be: the signed sum of these.
    pub parts: Vec<Term>,
}

/// What a term has to say.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Operand {
    /// A number.
    Value(Decimal),
    /// An explicit nothing (`/`, `—`, 无): counts as zero.
    Nothing,
    /// Printed blank: zero in most reports, but not said to be.
    Blank,
    /// Not on the page, or not read.
    Unknown,
}

/// What became of a relation.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Evaluation {
    /// Both sides are equal.
    Holds,
    /// Both sides are known and differ.
    Fails {
        /// The signed sum of the parts.
        expected: Decimal,
        /// The printed total.
        actual: Decimal,
    },
    /// Blank operands leave it open: with zeros for blanks it would fail, with other numbers not.
    Blank,
    /// A cell is not on the page or was not read.
    Unknown,
}

impl Relation {
    fn new(rule: &'static str, total: Cell, parts: impl IntoIterator<Item = (Sign, Cell)>) -> Self {
        let term = |sign, cell| Term { sign, which: Which::This, cell };
        let parts = parts.into_iter().map(|(sign, cell)| term(sign, cell)).collect();
        Self { rule, total: term(Sign::Plus, total), parts }
    }

    /// Every term, the total first.
    pub fn terms(&self) -> impl Iterator<Item = Term> + '_ {
        std::iter::once(self.total).chain(self.parts.iter().copied())
    }

    /// Whether the cell is one of its terms.
    pub fn has(&self, cell: Cell) -> bool {
        self.terms().any(|term| term.cell == cell)
    }

    /// Puts numbers into the equation. Sums are exact; one that overflows is unknown.
    ///
    /// A blank part counts as zero when the others then prove the equation; when they do not, a
    /// sum that is already too large fails all the same, and one that is too small stays open.
    pub fn evaluate(&self, operand: impl Fn(Term) -> Operand) -> Evaluation {
        let actual = match operand(self.total) {
            Operand::Value(value) => value,
            Operand::Nothing | Operand::Blank => return Evaluation::Blank,
            Operand::Unknown => return Evaluation::Unknown,
        };
        let mut expected = Decimal::ZERO;
        let (mut more, mut less) = (false, false);
        for &part in &self.parts {
            let value = match operand(part) {
                Operand::Value(value) => value,
                Operand::Nothing => continue,
                Operand::Blank => {
                    *(if part.sign == Sign::Plus { &mut more } else { &mut less }) = true;
                    continue;
                }
                Operand::Unknown => return Evaluation::Unknown,
            };
            let sum = match part.sign {
                Sign::Plus => expected.checked_add(value),
                Sign::Minus => expected.checked_sub(value),
            };
            match sum {
                Some(sum) => expected = sum,
                None => return Evaluation::Unknown,
            }
        }
        match expected.cmp(&actual) {
            std::cmp::Ordering::Equal => Evaluation::Holds,
            std::cmp::Ordering::Less if more => Evaluation::Blank,
            std::cmp::Ordering::Greater if less => Evaluation::Blank,
            _ => Evaluation::Fails { expected, actual },
        }
    }
}

/// The hard relations within one report of an edition.
///
/// ```
/// use gongkai::form::{Edition, relations};
/// let of = |rule| relations(Edition::E2021).iter().filter(|relation| relation.rule == rule).count();
/// assert_eq!(of("applicants-sum"), 25);
/// assert_eq!((of("outcomes-sum"), of("applications-balance"), of("challenges-sum")), (7, 7, 3));
/// ```
pub fn relations(edition: Edition) -> &'static [Relation] {
    static E2019: LazyLock<Vec<Relation>> = LazyLock::new(|| within(Edition::E2019));
    static E2021: LazyLock<Vec<Relation>> = LazyLock::new(|| within(Edition::E2021));
    match edition {
        Edition::E2014 => &[],
        Edition::E2019 => &E2019,
        Edition::E2021 => &E2021,
    }
}

fn within(edition: Edition) -> Vec<Relation> {
    use Sign::{Minus, Plus};
    let applicants = Row::of(edition).map(|row| {
        let kinds = Applicant::KINDS.iter().map(|&kind| (Plus, Cell::Applications(row, kind)));
        Relation::new("applicants-sum", Cell::Applications(row, Applicant::Total), kinds)
    });
    let outcomes = Applicant::ALL.iter().map(|&column| {
        let items = Row::of(edition).filter(|row| row.is_outcome());
        let items = items.map(|row| (Plus, Cell::Applications(row, column)));
        Relation::new("outcomes-sum", Cell::Applications(Row::OutcomesTotal, column), items)
    });
    let balance = Applicant::ALL.iter().map(|&column| {
        let sides = [(Plus, Row::Received), (Plus, Row::CarriedIn), (Minus, Row::CarriedOut)];
        let sides = sides.map(|(sign, row)| (sign, Cell::Applications(row, column)));
        Relation::new("applications-balance", Cell::Applications(Row::OutcomesTotal, column), sides)
    });
    let challenges = ChallengeRow::ALL.iter().map(|&row| {
        let (total, results) = ChallengeColumn::ALL.split_last().expect("five columns");
        let results = results.iter().map(|&column| (Plus, Cell::Challenges(row, column)));
        Relation::new("challenges-sum", Cell::Challenges(row, *total), results)
    });
    applicants.chain(outcomes).chain(balance).chain(challenges).collect()
}
