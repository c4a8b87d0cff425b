//! The sums of the form as data: signed terms that add up to zero.

use super::{Applicant, Cell, ChallengeColumn, ChallengeRow, Edition, Row};
use rust_decimal::Decimal;
use std::ops::Range;
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
    /// A count: what nearly every cell says.
    Count(u64),
    /// Any other number.
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
        let parts = parts.into_iter().map(|(sign, cell)| (sign, Which::This, cell));
        Self::between(rule, total, parts)
    }

    /// An equation whose parts may stand in other reports than its total.
    pub(super) fn between(
        rule: &'static str,
        total: Cell,
        parts: impl IntoIterator<Item = (Sign, Which, Cell)>,
    ) -> Self {
        let term = |(sign, which, cell)| Term { sign, which, cell };
        let parts = parts.into_iter().map(term).collect();
        Self { rule, total: term((Sign::Plus, Which::This, total)), parts }
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
    /// A total that is marked as nothing agrees with parts that come to zero and leaves others open.
    ///
    /// ```
    /// use gongkai::form::{Edition, Evaluation, Operand, relations};
    /// let row = &relations(Edition::E2021)[0];
    /// assert_eq!(row.evaluate(|_| Operand::Count(0)), Evaluation::Holds);
    /// assert_eq!(row.evaluate(|_| Operand::Unknown), Evaluation::Unknown);
    /// let fails = Evaluation::Fails { expected: 6.into(), actual: 1.into() };
    /// assert_eq!(row.evaluate(|_| Operand::Count(1)), fails);
    /// ```
    pub fn evaluate(&self, operand: impl Fn(Term) -> Operand) -> Evaluation {
        if self.holds_in_counts(&operand) {
            return Evaluation::Holds;
        }
        let mut scale = 0;
        loop {
            match self.evaluate_at(scale, &operand) {
                Ok(evaluation) => return evaluation,
                Err(finer) => scale = finer,
            }
        }
    }

    /// Whether every operand is a count and the equation holds: the usual case, and the fast one.
    fn holds_in_counts(&self, operand: &impl Fn(Term) -> Operand) -> bool {
        let Operand::Count(actual) = operand(self.total) else { return false };
        let mut difference = i128::from(actual);
        for &part in &self.parts {
            let Operand::Count(count) = operand(part) else { return false };
            match part.sign {
                Sign::Plus => difference -= i128::from(count),
                Sign::Minus => difference += i128::from(count),
            }
        }
        difference == 0
    }

    /// The same in units of 10^-scale; the scale that it takes if that is too coarse.
    fn evaluate_at(&self, scale: u32, operand: &impl Fn(Term) -> Operand) -> Result<Evaluation, u32> {
        let units = |operand| units(operand, scale);
        let (actual, marked) = match operand(self.total) {
            Operand::Nothing => (0, true),
            Operand::Blank => return Ok(Evaluation::Blank),
            value => match units(value)? {
                Some(value) => (value, false),
                None => return Ok(Evaluation::Unknown),
            },
        };
        let mut expected = 0_i128;
        let (mut more, mut less) = (false, false);
        for &part in &self.parts {
            let operand = operand(part);
            if operand == Operand::Blank {
                *(if part.sign == Sign::Plus { &mut more } else { &mut less }) = true;
                continue;
            }
            let Some(value) = units(operand)? else { return Ok(Evaluation::Unknown) };
            let sum = match part.sign {
                Sign::Plus => expected.checked_add(value),
                Sign::Minus => expected.checked_sub(value),
            };
            match sum {
                Some(sum) => expected = sum,
                None => return Ok(Evaluation::Unknown),
            }
        }
        if expected == actual {
            return Ok(Evaluation::Holds);
        }
        if marked || (expected < actual && more) || (expected > actual && less) {
            return Ok(Evaluation::Blank);
        }
        let decimal = |units| Decimal::try_from_i128_with_scale(units, scale).ok();
        Ok(match (decimal(expected), decimal(actual)) {
            (Some(expected), Some(actual)) => Evaluation::Fails { expected, actual },
            _ => Evaluation::Unknown,
        })
    }
}

/// A number in units of 10^-scale: none if it is not known or too large, an error with the scale
/// that it takes if that is finer.
fn units(operand: Operand, scale: u32) -> Result<Option<i128>, u32> {
    let (mantissa, digits) = match operand {
        Operand::Count(count) => (i128::from(count), 0),
        Operand::Value(value) if value.scale() > scale => return Err(value.scale()),
        Operand::Value(value) => (value.mantissa(), value.scale()),
        Operand::Nothing | Operand::Blank => (0, 0),
        Operand::Unknown => return Ok(None),
    };
    if digits == scale {
        return Ok(Some(mantissa));
    }
    let factor = 10_i128.checked_pow(scale - digits);
    Ok(factor.and_then(|factor| mantissa.checked_mul(factor)))
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
    &form(edition).all
}

/// The hard relations within one report of an edition that one rule reports.
///
/// ```
/// use gongkai::form::{Edition, relations_of};
/// assert_eq!(relations_of(Edition::E2019, "applicants-sum").len(), 23);
/// assert!(relations_of(Edition::E2019, "no-such-rule").is_empty());
/// ```
pub fn relations_of(edition: Edition, rule: &str) -> &'static [Relation] {
    form(edition).of(rule)
}

/// Relations, with the range of each rule among them.
pub(super) struct Form {
    all: Vec<Relation>,
    rules: Vec<(&'static str, Range<usize>)>,
}

impl Form {
    pub(super) fn new(all: Vec<Relation>) -> Self {
        let mut form = Self { all, rules: Vec::new() };
        let mut start = 0;
        for relations in form.all.chunk_by(|a, b| a.rule == b.rule) {
            let end = start + relations.len();
            form.rules.extend(relations.first().map(|relation| (relation.rule, start..end)));
            start = end;
        }
        form
    }

    /// The relations of one rule.
    pub(super) fn of(&self, rule: &str) -> &[Relation] {
        let range = self.rules.iter().find(|(name, _)| *name == rule).map(|(_, range)| range.clone());
        range.and_then(|range| self.all.get(range)).unwrap_or_default()
    }
}

fn form(edition: Edition) -> &'static Form {
    static E2014: Form = Form { all: Vec::new(), rules: Vec::new() };
    static E2019: LazyLock<Form> = LazyLock::new(|| Form::new(within(Edition::E2019)));
    static E2021: LazyLock<Form> = LazyLock::new(|| Form::new(within(Edition::E2021)));
    match edition {
        Edition::E2014 => &E2014,
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

#[cfg(test)]
mod tests {
    use super::*;

    /// The first relation of table 三 (received), with a total and the first parts; the rest are zero.
    fn received(total: Operand, parts: &[Operand]) -> Evaluation {
        let relation = &relations(Edition::E2021)[0];
        relation.evaluate(|term| {
            let at = relation.parts.iter().position(|part| *part == term);
            at.map_or(total, |at| parts.get(at).copied().unwrap_or(Operand::Count(0)))
        })
    }

    #[test]
    fn blanks_leave_open_only_what_they_could_fill() {
        use Operand::{Blank, Count, Nothing};
        assert_eq!(received(Count(5), &[Count(5), Blank]), Evaluation::Holds);
        assert_eq!(received(Count(5), &[Count(4), Blank]), Evaluation::Blank);
        let fails = Evaluation::Fails { expected: 6.into(), actual: 5.into() };
        assert_eq!(received(Count(5), &[Count(6), Blank]), fails);
        assert_eq!(received(Count(5), &[Count(6), Nothing]), fails);
        assert_eq!(received(Blank, &[Count(6)]), Evaluation::Blank);
    }

    #[test]
    fn a_total_marked_as_nothing_is_zero_or_open() {
        assert_eq!(received(Operand::Nothing, &[Operand::Nothing]), Evaluation::Holds);
        assert_eq!(received(Operand::Nothing, &[Operand::Count(1)]), Evaluation::Blank);
    }

    #[test]
    fn fractions_are_summed_exactly() {
        let value = |text: &str| Operand::Value(text.parse().expect("a decimal"));
        assert_eq!(received(value("0.30"), &[value("0.1"), value("0.2")]), Evaluation::Holds);
        assert_eq!(received(Operand::Count(1), &[value("1.000"), value("0")]), Evaluation::Holds);
        let fails = received(Operand::Count(1), &[value("0.1")]);
        assert_eq!(fails, Evaluation::Fails { expected: Decimal::new(1, 1), actual: 1.into() });
    }

    #[test]
    fn sums_too_large_are_unknown() {
        let max = Operand::Value(Decimal::MAX);
        let tiny = Operand::Value(Decimal::new(1, 28));
        assert_eq!(received(max, &[Operand::Count(0), max]), Evaluation::Holds);
        assert_eq!(received(max, &[tiny]), Evaluation::Unknown);
        assert_eq!(received(Operand::Count(0), &[max, max]), Evaluation::Unknown);
        let most = Operand::Count(u64::MAX);
        assert!(matches!(received(most, &[most, most]), Evaluation::Fails { .. }));
    }
}
