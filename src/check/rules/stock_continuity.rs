//! `stock-continuity`: the stock of table 二 is that of the year before with what the year changed.
//!
//! In the form of 2021 that is what is in force; in the form of 2019 the items of the year before. A
//! stock may be counted anew, so it is a warning. What one form counts is never held against the other.

use super::sums::{self, EN, Failure, ZH};
use super::{wording, years};
use crate::check::{Case, Finding, Info, Outcome, ReasonCode, Rule, Severity};
use crate::form::{Edition, Term, Which, relations_over_years};

pub(in crate::check) const RULE: Rule = Rule { info: INFO, check };

const INFO: Info = Info {
    name: "stock-continuity",
    aliases: &[],
    severity: Severity::Warning,
    basis: "国办公开办函〔2021〕30号、〔2019〕60号 表二：存量为上年存量加本年增加减本年减少",
    zh: "表二现行有效件数、上一年项目数量与上年度报告衔接",
    en: "the stock of table 二 is that of the year before with what was added and taken away",
    why_zh: "存量与上年度报告对不上，或者有文件漏报，或者重新清理过，应当核实并说明。",
    why_en: "A stock that does not follow from the year before means files left out, or a recount that ought to be explained.",
    fails: "\
year: 2023
proactive.normative_documents: 4 2 33
previous.year: 2022
previous.proactive.normative_documents: 0 0 29",
    passes: "\
year: 2023
proactive.normative_documents: 4 2 31
previous.year: 2022
previous.proactive.normative_documents: 0 0 29",
    editions: Edition::CURRENT,
    since: "0.1.0",
};

fn check(case: &Case<'_>, findings: &mut Vec<Finding>) -> Outcome {
    if let Err(reason) = years::previous(case) {
        return reason.skip();
    }
    let relations = relations_over_years(INFO.name);
    if !relations.iter().any(|relation| sums::is_whole(case, relation)) {
        return ReasonCode::Edition.skip();
    }
    sums::check(&INFO, case, relations, wording, |_| false, findings)
}

fn wording(failure: &Failure<'_>) -> (String, String) {
    let cell = failure.relation.total.cell;
    let report = failure.case.report;
    let total = failure.total();
    let sum = failure.arithmetic(&ZH, |Term { which, cell, .. }| {
        let whose = if which == Which::Previous { "上年度报告的" } else { "" };
        let report = sums::known(failure.case, which).map_or(report, |known| known.report);
        format!("{whose}{}", wording::column_zh(report, cell))
    });
    let zh = format!(
        "表二「{}」行：{}填报为{total}，由上年度报告推算为{sum}",
        wording::row_zh(report, cell),
        wording::column_zh(report, cell)
    );
    let sum = failure.arithmetic(&EN, |Term { which, cell, .. }| {
        let whose = if which == Which::Previous { "last year's " } else { "" };
        format!("{whose}{} ", wording::column_en(cell))
    });
    let en = format!(
        "Table 2, row “{}”: {} is printed as {total}; from the report of the year before it comes to {sum}",
        wording::row_en(cell),
        wording::column_en(cell)
    );
    (zh, en)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::rules::tests::{found, outcome};

    #[test]
    fn the_arithmetic_names_both_years() {
        let finding = &found(INFO.fails)[0];
        assert_eq!(
            finding.message.zh,
            "表二「行政规范性文件」行：现行有效件数填报为33，\
             由上年度报告推算为上年度报告的现行有效件数29+本年制发件数4-本年废止件数2=31"
        );
        assert_eq!((finding.cells.len(), finding.previous.len()), (3, 1));
    }

    #[test]
    fn items_of_2019_go_on_in_2020() {
        let lines = |items: &str| {
            format!(
                "year: 2020\nform: 2019\nproactive.licensing: {items} 0 9\nprevious.year: 2019\n\
                 previous.form: 2019\nprevious.proactive.licensing: 12 -2 7"
            )
        };
        assert_eq!(found(&lines("10")), []);
        let findings = found(&lines("12"));
        assert_eq!(findings[0].cells[0].to_string(), "proactive.licensing.previous_items");
        assert!(findings[0].message.zh.contains("上年度报告的上一年项目数量12+上年度报告的本年增/减(-2)=10"));
    }

    #[test]
    fn forms_that_count_other_things_are_not_compared() {
        let lines =
            "year: 2021\nproactive: 0\nprevious.year: 2020\nprevious.form: 2019\nprevious.proactive: 5";
        assert!(outcome(lines, INFO.name).contains("Edition"));
        let elsewhere = "year: 2023\nchallenges: 0\nprevious.year: 2022\nprevious.challenges: 0";
        assert!(outcome(elsewhere, INFO.name).contains("Edition"));
    }
}
