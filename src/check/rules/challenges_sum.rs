//! `challenges-sum`: in each group of table 四 the four results add up to 总计.

use super::sums;
use crate::check::{Case, Finding, Info, Outcome, Rule, Severity};
use crate::form::{Edition, relations_of};

pub(in crate::check) const RULE: Rule = Rule { info: INFO, check };

const INFO: Info = Info {
    name: "challenges-sum",
    aliases: &[],
    severity: Severity::Error,
    basis: "国办公开办函〔2021〕30号、〔2019〕60号 表四：总计为四类结果之和",
    zh: "表四行政复议、行政诉讼各组总计等于四类结果之和",
    en: "in each group of table 四 the four results add up to 总计",
    why_zh: "每件复议、诉讼只计入一种结果，常见的错误是总计留为0。",
    why_en: "Every review or suit has one result; the usual fault is a total left at 0.",
    fails: "challenges.review: 10 1 0 0 0",
    passes: "challenges.review: 10 1 0 0 11",
    editions: Edition::CURRENT,
    since: "0.1.0",
};

fn check(case: &Case<'_>, findings: &mut Vec<Finding>) -> Outcome {
    let relations = relations_of(case.edition(), INFO.name);
    sums::check(&INFO, case, relations, sums::row_wording, |_| false, findings)
}

#[cfg(test)]
mod tests {
    use crate::check::rules::tests::found;

    #[test]
    fn suits_are_named_as_suits() {
        let findings = found("challenges.suits_after_review: 5 0 0 0 0");
        assert_eq!(
            findings[0].message.zh,
            "表四「行政诉讼 复议后起诉」行：总计填报为0，各分项之和为结果维持5，按分项总计应为5"
        );
        let cells: Vec<_> = findings[0].cells.iter().map(ToString::to_string).collect();
        assert_eq!(
            cells[..2],
            ["challenges.suits_after_review.total", "challenges.suits_after_review.upheld"]
        );
    }

    #[test]
    fn results_that_make_a_negative_sum_are_wrong_themselves() {
        let findings = found("challenges.review: -3 1 0 0 0");
        assert!(findings[0].message.zh.ends_with("结果维持(-3)+结果纠正1=-2，分项有误"));
    }
}
