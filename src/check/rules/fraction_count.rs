//! `fraction-count`: every count of the tables is a whole number.
//!
//! Amounts of money are no counts; 5.0 is one. A cell whose place came from the sums makes it a warning.

use super::odd;
use crate::check::{Case, Finding, Info, Outcome, Rule, Severity};
use crate::form::{Cell, Edition};
use rust_decimal::Decimal;

pub(in crate::check) const RULE: Rule = Rule { info: INFO, check };

const INFO: Info = Info {
    name: "fraction-count",
    aliases: &[],
    severity: Severity::Error,
    basis: "国办公开办函〔2021〕30号、〔2019〕60号：表二、表三、表四各栏为件数（金额除外）",
    zh: "表中各项件数为整数",
    en: "every count of the tables is a whole number",
    why_zh: "件数没有小数，多半是以万件为单位、误填了百分比，或者千分位写成了小数点。",
    why_en: "There are no parts of a case: likely another unit, a percentage, or a point for a comma.",
    fails: "proactive.licensing.decisions: 1.2",
    passes: "proactive.licensing.decisions: 12000",
    editions: Edition::CURRENT,
    since: "0.1.0",
};

fn check(case: &Case<'_>, findings: &mut Vec<Finding>) -> Outcome {
    odd::check(case, findings, |_, number| number.scale() > 0, finding)
}

fn finding(cell: Cell, number: Decimal, (at_zh, at_en): (&str, &str)) -> Finding {
    let zh = format!("{at_zh}填报为{number}，件数应为整数");
    let en = format!("{at_en}: {number} is printed; a count is a whole number");
    Finding { actual: Some(number.to_string()), ..Finding::new(&INFO, vec![cell], zh, en) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::rules::tests::found;

    #[test]
    fn amounts_and_whole_numbers_are_none() {
        assert_eq!(found("proactive.fees.amount: 1.5"), []);
        assert_eq!(found("proactive.licensing.decisions: 5.0"), []);
        assert_eq!(found("form: 2019\nproactive.procurement: 1.5 2.5").len(), 1);
        assert_eq!(
            found(INFO.fails)[0].message.zh,
            "表二「行政许可」行「本年处理决定数量」栏填报为1.2，件数应为整数"
        );
    }
}
