//! `fee-unit-jump`: 收费金额 of two years is in the same unit.
//!
//! A ratio near ten thousand, one way or the other, is hardly a change of fees: one of the years was
//! printed in yuan, where the form asks for 万元. The larger amount is the doubtful one.

use super::years;
use crate::check::{Case, Finding, Info, Outcome, ReasonCode, Rule, Severity};
use crate::form::{Cell, Edition, ProactiveColumn, ProactiveRow};
use crate::report::{Entry, Report};
use rust_decimal::Decimal;

pub(in crate::check) const RULE: Rule = Rule { info: INFO, check };

const INFO: Info = Info {
    name: "fee-unit-jump",
    aliases: &[],
    severity: Severity::Warning,
    basis: "国办公开办函〔2021〕30号 表二第二十条第（八）项：本年收费金额（单位：万元）",
    zh: "行政事业性收费金额与上年度报告使用同一单位",
    en: "收费金额 of table 二 is in the same unit as in the year before",
    why_zh: "两年金额相差约一万倍，多半是其中一年以元填报。",
    why_en: "If the amounts of two years differ about ten thousand times, one of them was likely printed in yuan.",
    fails: "\
year: 2023
proactive.fees.amount: 412.6
previous.year: 2022
previous.proactive.fees.amount: 3985000",
    passes: "\
year: 2023
proactive.fees.amount: 412.6
previous.year: 2022
previous.proactive.fees.amount: 398.5",
    editions: &[Edition::E2021],
    since: "0.1.0",
};

/// The cell.
pub(super) const AMOUNT: Cell = Cell::Proactive(ProactiveRow::Fees, ProactiveColumn::Amount);

fn check(case: &Case<'_>, findings: &mut Vec<Finding>) -> Outcome {
    let previous = match years::previous(case) {
        Ok(previous) => previous.report,
        Err(reason) => return reason.skip(),
    };
    let entries = [case.report, previous].map(|report| report.get(AMOUNT));
    let [Entry::Value(this), Entry::Value(before)] = entries else {
        return match entries.iter().any(|entry| entry.is_absent()) {
            true => ReasonCode::NotPrinted.skip(),
            false => ReasonCode::Blank.skip(),
        };
    };
    if is_jump(this.decimal(), before.decimal()) {
        findings.push(finding(this.decimal().normalize(), before.decimal().normalize()));
    }
    Outcome::Passed { equations: 1 }
}

/// Whether it is this year's amount that is the larger of two about ten thousand times apart.
pub(super) fn is_larger(case: &Case<'_>) -> bool {
    let amount = |report: &Report| report.get(AMOUNT).or_zero();
    years::previous(case).is_ok_and(|previous| {
        let (this, before) = (amount(case.report), amount(previous.report));
        this > before && is_jump(this, before)
    })
}

/// Whether one amount is about ten thousand times the other: from half to twice that.
fn is_jump(a: Decimal, b: Decimal) -> bool {
    let (small, large) = if a < b { (a, b) } else { (b, a) };
    let times = |factor: u32| small.checked_mul(factor.into());
    small > Decimal::ZERO
        && times(5_000).is_some_and(|least| large >= least)
        && times(20_000).is_none_or(|most| large <= most)
}

fn finding(this: Decimal, before: Decimal) -> Finding {
    let (whose_zh, whose_en) =
        if this > before { ("本年度", "this year's") } else { ("上年度", "last year's") };
    let zh = format!(
        "表二行政事业性收费金额本年度填报{this}万元、上年度填报{before}万元，相差约一万倍，疑{whose_zh}以元为单位填报"
    );
    let en = format!(
        "Table 2: fees are printed as {this} (万元) this year and {before} (万元) the year before, about ten thousand times apart; {whose_en} amount seems to be in yuan"
    );
    Finding {
        previous: vec![AMOUNT],
        actual: Some(this.to_string()),
        ..Finding::new(&INFO, vec![AMOUNT], zh, en)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::rules::tests::{found, outcome};

    fn lines(this: &str, before: &str) -> String {
        format!(
            "year: 2023\nproactive.fees.amount: {this}\nprevious.year: 2022\nprevious.proactive.fees.amount: {before}"
        )
    }

    #[test]
    fn the_larger_amount_is_the_doubtful_one() {
        assert!(found(INFO.fails)[0].message.zh.ends_with("疑上年度以元为单位填报"));
        assert!(found(&lines("4126000", "398.5"))[0].message.zh.ends_with("疑本年度以元为单位填报"));
    }

    #[test]
    fn other_ratios_are_changes() {
        for (this, before) in [("412.6", "412.6"), ("412.6", "0"), ("900", "1"), ("300000", "1"), ("0", "0")]
        {
            assert_eq!(found(&lines(this, before)), [], "{this} {before}");
        }
        assert!(outcome(&lines("412.6", "_"), INFO.name).contains("Blank"));
        assert!(outcome("year: 2023\nprevious.year: 2022", INFO.name).contains("NotPrinted"));
    }
}
