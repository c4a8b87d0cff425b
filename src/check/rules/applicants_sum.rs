//! `applicants-sum`: in every row of table 三 the six kinds of applicant add up to 总计.
//!
//! A row with an unreadable or missing cell is left out; a blank cell counts as zero if the row then
//! holds or is too large already; a blank 总计 is no failure of the sum (see `blank-cell`).

use super::sums;
use crate::check::printed::{self, OtherRows};
use crate::check::{Case, Finding, Info, Outcome, Rule, Severity};
use crate::form::{Cell, Edition, Relation, Row, relations_of};

pub(in crate::check) const RULE: Rule = Rule { info: INFO, check };

const INFO: Info = Info {
    name: "applicants-sum",
    aliases: &[],
    severity: Severity::Error,
    basis: "国办公开办函〔2021〕30号、〔2019〕60号 表三：总计为自然人与五类法人或其他组织之和",
    zh: "表三各行六类申请人之和等于总计",
    en: "in every row of table 三 the six kinds of applicant add up to 总计",
    why_zh: "每件申请只计入一类申请人，总计与分项不符，必有一处填错。",
    why_en: "Every application has one kind of applicant; if the total differs, some cell of the row is wrong.",
    fails: "applications.outcomes.denied.state_secret: 1 1 0 0 0 0 3",
    passes: "applications.outcomes.denied.state_secret: 1 1 0 0 0 0 2",
    editions: Edition::CURRENT,
    since: "0.1.0",
};

fn check(case: &Case<'_>, findings: &mut Vec<Finding>) -> Outcome {
    let relations = relations_of(case.edition(), INFO.name);
    let single =
        |relation: &&Relation| matches!(relation.total.cell, Cell::Applications(Row::OtherSingle, _));
    let both = printed::other_rows(case.report) == OtherRows::Both;
    let form = if both { relations_of(Edition::E2021, INFO.name) } else { relations };
    let other = if both { relations_of(Edition::E2019, INFO.name) } else { &[] };
    let relations = form.iter().chain(other.iter().filter(single));
    sums::check(&INFO, case, relations, sums::row_wording, |_| false, findings)
}

#[cfg(test)]
mod tests {
    use crate::check::rules::tests::{found, outcome, severities};

    #[test]
    fn the_message_names_row_group_and_operands() {
        let findings = found("applications.outcomes.denied.state_secret: 1 1 0 0 0 0 3");
        assert_eq!(
            findings[0].message.zh,
            "表三「（三）不予公开 1.属于国家秘密」行：总计填报为3，各分项之和为自然人1+商业企业1=2，按分项总计应为2"
        );
        assert_eq!(
            findings[0].message.en,
            "Table 3, row “outcomes: denied: state secret”: the total is printed as 3, \
             its parts come to natural person 1 + enterprise 1 = 2; by them it should be 2"
        );
    }

    #[test]
    fn blanks_and_marks_are_no_faults_of_the_sum() {
        let faults = |cells: &str| {
            let mut findings = found(&format!("applications.received: {cells}"));
            findings.retain(|finding| finding.rule == super::INFO.name);
            findings
        };
        assert!(faults("5 _ _ _ _ _ 6").is_empty());
        assert!(faults("5 1 _ _ _ _ _").is_empty());
        assert!(faults("5 / / / / / /").is_empty());
        assert!(outcome("applications.received: 5 / / _ _ _ 5", "applicants-sum").contains("equations: 1"));
        assert_eq!(faults("5 / / / / / 4").len(), 1);
        assert!(faults("5 _ 0 0 0 0 4")[0].message.zh.ends_with("（空白按0计）"));
    }

    #[test]
    fn both_kinds_of_other_rows_are_checked() {
        let lines = "applications.outcomes.other: 0\nform: 2019\napplications.outcomes.other: 1 0 0 0 0 0 2";
        assert_eq!(found(lines)[0].cells[0].to_string(), "applications.outcomes.other.total");
    }

    #[test]
    fn a_fault_over_inferred_cells_is_a_warning() {
        assert_eq!(
            severities("applications.received: 1 0 0 0 0 0 2", &["applications.received.total"]),
            ["Warning"]
        );
        assert_eq!(
            severities("applications.received: 1 0 0 0 0 0 2", &["applications.carried_in.total"]),
            ["Error"]
        );
    }
}
