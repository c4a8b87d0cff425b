//! What the rules over single numbers share: counts that no count can be.

use super::wording;
use crate::check::{Case, Finding, Outcome, ReasonCode, Severity};
use crate::form::Cell;
use rust_decimal::Decimal;

/// How a rule words a finding: the cell, what it says, where that is in Chinese and in English.
type Wording = fn(Cell, Decimal, (&str, &str)) -> Finding;

/// Asks every count of the tables whether it is odd.
pub(super) fn check(
    case: &Case<'_>,
    findings: &mut Vec<Finding>,
    is_odd: impl Fn(Cell, Decimal) -> bool,
    wording: Wording,
) -> Outcome {
    let tally = case.tally();
    if tally.odd > 0 {
        for (cell, entry) in case.report.cells().filter(|(cell, _)| !cell.is_amount()) {
            let number = entry.or_zero().normalize();
            if is_odd(cell, number) {
                findings.push(finding(case, cell, number, wording));
            }
        }
    }
    match tally.counts {
        0 => ReasonCode::NotPrinted.skip(),
        equations => Outcome::Passed { equations },
    }
}

fn finding(case: &Case<'_>, cell: Cell, number: Decimal, wording: Wording) -> Finding {
    let (zh, en) = wording::table(cell.table());
    let (row, column) = (wording::row_zh(case.report, cell), wording::column_zh(case.report, cell));
    let zh = format!("{zh}「{row}」行「{column}」栏");
    let en = format!("{en}, row “{}”, column “{}”", wording::row_en(cell), wording::column_en(cell));
    let mut finding = wording(cell, number, (&zh, &en));
    if case.is_inferred(cell) {
        finding.severity = Severity::Warning;
        finding.message.push("；该数据位置系推定，请核对原文", "; its place was inferred: see the page");
    }
    finding
}
