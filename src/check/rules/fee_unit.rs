//! `fee-unit`: 收费金额 of table 二 is in 万元, as the form asks.
//!
//! Said for certain when the page itself names another unit. One amount alone can only be implausible:
//! more than bodies of the level ever take in, by a wide margin, so that yuan is the likelier reading.
//! All 行政事业性收费 of the country is about 4,000 亿元 a year. An amount with more than two decimals is
//! not in yuan, whatever the head says that may have lost its 万. 采购总金额 of the form of 2019 has no unit of its own in the form and is not judged.

use super::fee_unit_jump::{self, AMOUNT};
use crate::check::{Case, Finding, Info, Outcome, ReasonCode, Rule, Severity};
use crate::form::{Edition, Unit};
use crate::report::{Entry, Kind, Level};
use rust_decimal::Decimal;

pub(in crate::check) const RULE: Rule = Rule { info: INFO, check };

const INFO: Info = Info {
    name: "fee-unit",
    aliases: &[],
    severity: Severity::Warning,
    basis: "国办公开办函〔2021〕30号 表二第二十条第（八）项：本年收费金额（单位：万元）",
    zh: "行政事业性收费金额以万元为单位",
    en: "收费金额 of table 二 is in 万元",
    why_zh: "以元填报的金额放大一万倍，汇总和比较时会淹没其他机关的数据。",
    why_en: "An amount in yuan is ten thousand times too large and drowns every other body's in a total.",
    fails: "\
level: county
kind: government
proactive.fees.amount: 75450000",
    passes: "\
level: county
kind: government
proactive.fees.amount: 7545",
    editions: &[Edition::E2021],
    since: "0.1.0",
};

fn check(case: &Case<'_>, findings: &mut Vec<Finding>) -> Outcome {
    let amount = match case.report.get(AMOUNT) {
        Entry::Value(amount) => amount.decimal(),
        Entry::Absent => return ReasonCode::NotPrinted.skip(),
        Entry::Unreadable(_) => return ReasonCode::NotRead.skip(),
        Entry::Blank | Entry::Mark => return ReasonCode::Blank.skip(),
    };
    let may_be_yuan = !amount.is_zero() && amount.normalize().scale() <= 2;
    if let Some(unit) = case.evidence.and_then(|evidence| evidence.fee_unit) {
        if unit != Unit::TenThousandYuan && may_be_yuan {
            findings.push(named(amount, unit));
        }
        return Outcome::Passed { equations: 1 };
    }
    let Some((level, kind)) = case.report.level.zip(case.report.kind) else {
        return ReasonCode::BodyUnknown.skip();
    };
    let most = most(level, kind);
    // What the year before explains is said there.
    if amount > Decimal::from(most) && may_be_yuan && !fee_unit_jump::is_larger(case) {
        findings.push(implausible(amount, most));
    }
    Outcome::Passed { equations: 1 }
}

/// More than bodies of a level take in, in 万元; departments less than governments, which report for
/// their whole area.
const fn most(level: Level, kind: Kind) -> u64 {
    match (level, kind) {
        (Level::Central, _) => 40_000_000,
        (Level::Province, Kind::Government) => 10_000_000,
        (Level::Province, _) | (Level::Prefecture, Kind::Government) => 3_000_000,
        (Level::Prefecture, _) | (Level::County, Kind::Government) => 1_000_000,
        (Level::County, _) | (Level::Township, _) => 200_000,
    }
}

fn named(amount: Decimal, unit: Unit) -> Finding {
    let (amount, unit) = (amount.normalize(), unit.label());
    let zh = format!("表二行政事业性收费金额填报为{amount}{unit}，规定的单位为万元");
    let en = format!("Table 2: fees are printed as {amount} {unit}; the unit of the form is 万元");
    finding(amount, zh, en)
}

fn implausible(amount: Decimal, most: u64) -> Finding {
    /// 万元 in 亿元.
    const HUNDRED_MILLION: u64 = 10_000;
    let amount = amount.normalize();
    let most = most / HUNDRED_MILLION;
    let zh = format!(
        "表二行政事业性收费金额{amount}万元，超过同级机关可能的规模（{most}亿元），疑以元为单位填报，请核实"
    );
    let en = format!(
        "Table 2: fees of {amount} (万元) are more than a body of this level can take in ({most} 亿元): likely printed in yuan, please verify"
    );
    finding(amount, zh, en)
}

fn finding(amount: Decimal, zh: String, en: String) -> Finding {
    Finding { actual: Some(amount.to_string()), ..Finding::new(&INFO, vec![AMOUNT], zh, en) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::rules::tests::{found, outcome};
    use crate::check::{check, rules, sketch};

    #[test]
    fn the_level_says_what_is_plausible() {
        assert_eq!(
            found(INFO.fails)[0].message.zh,
            "表二行政事业性收费金额75450000万元，超过同级机关可能的规模（100亿元），疑以元为单位填报，请核实"
        );
        let amount = |body: &str| found(&format!("{body}\nproactive.fees.amount: 412600")).len();
        assert_eq!(amount("level: township\nkind: government"), 1);
        assert_eq!(amount("level: county\nkind: department"), 1);
        assert_eq!(amount("level: county\nkind: government"), 0);
        assert_eq!(found("level: township\nkind: government\nproactive.fees.amount: 200000"), []);
        assert_eq!(amount("level: prefecture\nkind: department"), 0);
        assert!(outcome("proactive.fees.amount: 75450000", INFO.name).contains("BodyUnknown"));
    }

    #[test]
    fn an_amount_with_three_decimals_is_not_in_yuan() {
        assert_eq!(found(&INFO.fails.replace("75450000", "75450000.125")), []);
        assert_eq!(found(&INFO.fails.replace("75450000", "75450000.500")).len(), 1);
    }

    #[test]
    fn a_unit_on_the_page_decides() {
        let told = |unit, amount: &str| {
            let mut sketch = sketch(&format!("proactive.fees.amount: {amount}")).expect("a sketch");
            sketch.evidence.get_or_insert_default().fee_unit = Some(unit);
            check(&sketch).findings
        };
        assert_eq!(
            told(Unit::Yuan, "4126000")[0].message.zh,
            "表二行政事业性收费金额填报为4126000元，规定的单位为万元"
        );
        assert_eq!(told(Unit::TenThousandYuan, "4126000"), []);
        assert_eq!(told(Unit::Yuan, "0"), []);
    }

    #[test]
    fn what_the_year_before_explains_is_said_once() {
        let lines = format!(
            "{}\nyear: 2023\nprevious.year: 2022\nprevious.proactive.fees.amount: 7120.4",
            INFO.fails
        );
        let found = found(&lines);
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].rule, "fee-unit-jump");
        // A tenth the year before was too much already, and explains nothing.
        let grown = lines.replace("7120.4", "7545000");
        assert_eq!(rules::tests::found(&grown)[0].rule, INFO.name);
    }
}
