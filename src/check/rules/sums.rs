//! What the four rules over sums of the form share.

use crate::check::{Case, Finding, Info, Outcome, ReasonCode};
use crate::form::{Cell, Evaluation, Operand, Relation, Term, relations};
use crate::message::Message;
use crate::report::{Entry, Number};
use rust_decimal::Decimal;

/// Evaluates every relation of a rule.
pub(super) fn check(info: &Info, case: &Case<'_>, findings: &mut Vec<Finding>) -> Outcome {
    let (mut holding, mut skip) = (0, ReasonCode::NotPrinted);
    for relation in relations(case.edition()).iter().filter(|relation| relation.rule == info.name) {
        match relation.evaluate(|term| operand(case, term)) {
            Evaluation::Holds => holding += 1,
            Evaluation::Blank => skip = ReasonCode::Blank,
            Evaluation::Unknown if is_printed(case, relation) => skip = ReasonCode::NotRead,
            Evaluation::Unknown => {}
            Evaluation::Fails { expected, actual } => {
                findings.push(finding(info, case, relation, expected, actual));
            }
        }
    }
    if holding > 0 { Outcome::Passed { equations: holding } } else { skip.skip() }
}

fn is_printed(case: &Case<'_>, relation: &Relation) -> bool {
    relation.terms().any(|term| !case.report.get(term.cell).is_absent())
}

fn operand(case: &Case<'_>, term: Term) -> Operand {
    match case.report.get(term.cell) {
        Entry::Value(number) => Operand::Value(number.decimal()),
        Entry::Mark => Operand::Nothing,
        Entry::Blank => Operand::Blank,
        Entry::Absent | Entry::Unreadable(_) => Operand::Unknown,
    }
}

fn finding(info: &Info, case: &Case<'_>, relation: &Relation, expected: Decimal, actual: Decimal) -> Finding {
    let mut sum = String::new();
    for part in &relation.parts {
        let value = case.report.get(part.cell).value().map_or(Decimal::ZERO, Number::decimal);
        let sign = if part.sign == crate::form::Sign::Plus { "+" } else { "-" };
        if !sum.is_empty() || sign == "-" {
            sum.push_str(sign);
        }
        sum.push_str(&value.to_string());
    }
    let (row, column) = relation.total.cell.labels();
    let group = match relation.total.cell {
        Cell::Challenges(..) => "表四",
        _ => "表三",
    };
    Finding {
        rule: info.name,
        severity: info.severity,
        cells: relation.terms().map(|term| term.cell).collect(),
        expected: Some(expected.to_string()),
        actual: Some(actual.to_string()),
        message: Message::new(
            format!("{group}「{row}」的「{column}」为{actual}，应为{sum}={expected}"),
            format!("{}: {actual} printed, {sum} = {expected} expected", relation.total.cell),
        ),
        cause: None,
    }
}
