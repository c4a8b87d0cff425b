//! `negative-count`: no count of the tables is below zero.
//!
//! 本年增/减 may be, and so may an amount that was paid back; nothing else. A cell whose place came from
//! the sums makes it a warning.

use super::odd;
use crate::check::{Case, Finding, Info, Outcome, Rule, Severity};
use crate::form::{Cell, Edition};
use rust_decimal::Decimal;

pub(in crate::check) const RULE: Rule = Rule { info: INFO, check };

const INFO: Info = Info {
    name: "negative-count",
    aliases: &[],
    severity: Severity::Error,
    basis: "国办公开办函〔2021〕30号、〔2019〕60号：表二、表三、表四各栏为件数（本年增/减除外）",
    zh: "表中各项件数不为负数",
    en: "no count of the tables is negative",
    why_zh: "件数不可能小于0，多半是误填了增减数或者减号。",
    why_en: "There is no such count: likely a change was printed, or a dash became a sign.",
    fails: "proactive.licensing.decisions: -3",
    passes: "proactive.licensing.decisions: 3",
    editions: Edition::CURRENT,
    since: "0.1.0",
};

fn check(case: &Case<'_>, findings: &mut Vec<Finding>) -> Outcome {
    odd::check(case, findings, |cell, number| number < Decimal::ZERO && !cell.is_change(), finding)
}

fn finding(cell: Cell, number: Decimal, (at_zh, at_en): (&str, &str)) -> Finding {
    let zh = format!("{at_zh}填报为{number}，件数不能为负数");
    let en = format!("{at_en}: {number} is printed; a count cannot be negative");
    Finding { actual: Some(number.to_string()), ..Finding::new(&INFO, vec![cell], zh, en) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::rules::tests::{found, severities};

    #[test]
    fn changes_and_amounts_may_be_negative() {
        assert_eq!(found("form: 2019\nproactive.licensing: 9 -3 2"), []);
        assert_eq!(found("proactive.fees.amount: -1.5"), []);
    }

    #[test]
    fn a_zero_beside_a_negative_count_is_none() {
        assert_eq!(found("proactive.licensing.decisions: -3\nproactive.penalties.decisions: 0").len(), 1);
    }

    #[test]
    fn the_cell_is_named_as_the_form_words_it() {
        let finding = &found(INFO.fails)[0];
        assert_eq!(finding.message.zh, "表二「行政许可」行「本年处理决定数量」栏填报为-3，件数不能为负数");
        assert_eq!(severities(INFO.fails, &["proactive.licensing.decisions"]), ["Warning"]);
    }
}
