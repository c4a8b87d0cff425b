//! What the four rules over prose share: what the tables say of a claim.

use crate::check::Case;
use crate::form::{Cell, Term, Unit};
use crate::report::{Claim, Doubt, Exactness, Passage};
use rust_decimal::{Decimal, RoundingStrategy};

/// What the tables say of a figure.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Verdict {
    /// It is one of those that its words may mean.
    Agrees,
    /// It is none of them; the likeliest one says this.
    Differs(Decimal),
    /// It is not exact, or some cell that it may mean says no number.
    Open,
}

/// Holds a claim against the tables.
pub(super) fn verdict(case: &Case<'_>, claim: &Claim) -> Verdict {
    if claim.exactness != Exactness::Exact {
        return Verdict::Open;
    }
    let sums: Vec<Option<Decimal>> = claim.meanings().map(|terms| case.report.sum(terms)).collect();
    let same = |sum: Decimal| match claim.unit {
        Some(unit) => is_amount(sum, claim.value, unit),
        None => sum == claim.value,
    };
    if sums.iter().flatten().any(|&sum| same(sum)) {
        return Verdict::Agrees;
    }
    match sums.first() {
        Some(Some(first)) if sums.iter().all(Option::is_some) => Verdict::Differs(*first),
        _ => Verdict::Open,
    }
}

/// Whether an amount of 万元 is printed so in another unit, rounded or cut off or not.
fn is_amount(cell: Decimal, printed: Decimal, unit: Unit) -> bool {
    let factor: Decimal = match unit {
        Unit::Yuan => 10_000.into(),
        Unit::TenThousandYuan => Decimal::ONE,
        Unit::HundredMillionYuan => Decimal::new(1, 4),
    };
    cell.checked_mul(factor).is_some_and(|amount| is_rounded(amount, printed))
}

/// Whether a number is another one, rounded or cut off to its decimals.
pub(super) fn is_rounded(exact: Decimal, printed: Decimal) -> bool {
    let to = |strategy| exact.round_dp_with_strategy(printed.scale(), strategy);
    [RoundingStrategy::MidpointAwayFromZero, RoundingStrategy::ToZero]
        .into_iter()
        .any(|how| to(how) == printed)
}

/// The cells of a sum.
pub(super) fn cells(terms: &[Term]) -> Vec<Cell> {
    terms.iter().map(|term| term.cell).collect()
}

/// Whether a cell was placed by the sums or stands where something was not recognised.
pub(super) fn is_doubted(case: &Case<'_>, terms: &[Term]) -> bool {
    case.evidence.is_some_and(|evidence| terms.iter().any(|term| evidence.is_uncertain(term.cell)))
}

/// The words of the prose in brackets of their language, shortened if they are many.
pub(super) fn quote<'a>(case: &Case<'a>, passage: Passage) -> String {
    const LONGEST: usize = 40;
    let text: String = case.report.passage(passage).unwrap_or_default().split_whitespace().collect();
    let length = text.chars().count();
    if length <= LONGEST {
        return text;
    }
    let cut =
        |range: std::ops::Range<usize>| text.chars().skip(range.start).take(range.len()).collect::<String>();
    format!("{}…{}", cut(0..LONGEST / 2), cut(length - LONGEST / 2..length))
}

/// A doubt, worded for the end of a message.
pub(super) const fn doubt(doubt: Doubt) -> (&'static str, &'static str) {
    match doubt {
        Doubt::Wording => (
            "；正文用语较宽，口径可能不同，请核对",
            "; the words are loose and may count otherwise: please check",
        ),
        Doubt::Scope => (
            "；正文与表格的统计范围可能不同，请核对",
            "; prose and table may not be of the same bodies: please check",
        ),
        Doubt::Year => (
            "；报告年度不明，正文所述可能是其他年度，请核对",
            "; the year of the report is not known, it may be another one: please check",
        ),
        Doubt::Broken => (
            "；该句在页面上断为数段，可能有缺失，请核对",
            "; the sentence is broken on the page and may lack words: please check",
        ),
    }
}

/// What is said when a cell was not read for certain.
pub(super) const READING: (&str, &str) =
    ("；其中有的数据位置系推定，请核对原文", "; some of the cells were inferred: see the page");
