//! `outcomes-sum`: in every column of table 三 （七）总计 is the sum of the outcome rows.
//!
//! （六）其他处理 is one row or three, as the page prints it. If it prints both, or rows beside those
//! of the form that explain the difference, the sum is left open.

use super::sums::{self, EN, Failure, ZH};
use super::wording;
use crate::check::printed::{self, OtherRows};
use crate::check::{Case, Finding, Info, Outcome, ReasonCode, Rule, Severity};
use crate::form::{Applicant, Cell, Edition, Table, Term, relations_of};
use rust_decimal::Decimal;

pub(in crate::check) const RULE: Rule = Rule { info: INFO, check };

const INFO: Info = Info {
    name: "outcomes-sum",
    aliases: &[],
    severity: Severity::Error,
    basis: "国办公开办函〔2021〕30号、〔2019〕60号 表三：（七）总计为（一）至（六）各项之和",
    zh: "表三各列（七）总计等于（一）至（六）各项之和",
    en: "in every column of table 三 （七）总计 is the sum of the outcome rows",
    why_zh: "每件办结的申请只计入一种办理结果，总计与分项不符，必有一处填错。",
    why_en: "Every concluded application has one outcome; if the total differs, some cell of the column is wrong.",
    fails: "\
applications: 0
applications.received: 3 0 0 0 0 0 3
applications.outcomes.granted: 2 0 0 0 0 0 2
applications.outcomes.total: 3 0 0 0 0 0 3",
    passes: "\
applications: 0
applications.received: 3 0 0 0 0 0 3
applications.outcomes.granted: 2 0 0 0 0 0 2
applications.outcomes.denied.internal_affairs: 1 0 0 0 0 0 1
applications.outcomes.total: 3 0 0 0 0 0 3",
    editions: Edition::CURRENT,
    since: "0.1.0",
};

fn check(case: &Case<'_>, findings: &mut Vec<Finding>) -> Outcome {
    if printed::other_rows(case.report) == OtherRows::Both {
        return ReasonCode::Edition.skip();
    }
    let relations = relations_of(case.edition(), INFO.name);
    sums::check(&INFO, case, relations, wording, is_open, findings)
}

/// Whether the difference may stand in a row that the form does not have.
fn is_open(failure: &Failure<'_>) -> bool {
    let unclaimed = failure.case.evidence.is_some_and(|evidence| evidence.applications.unclaimed);
    let extra = || failure.case.report.extra_rows.iter().filter(|row| row.table == Table::Applications);
    let column = failure.relation.total.cell;
    let column =
        Applicant::ALL.iter().position(|&kind| matches!(column, Cell::Applications(_, at) if at == kind));
    let value = |values: &[String]| {
        let placed = values.len() == Applicant::ALL.len();
        let text = values.get(column?).filter(|_| placed)?.trim();
        if text.is_empty() { Some(0) } else { text.parse::<u64>().ok() }
    };
    let Some(difference) = failure.actual.checked_sub(failure.expected) else { return true };
    let mut sum = Decimal::ZERO;
    for row in extra() {
        let Some(value) = value(&row.values) else { return true };
        let value = Decimal::from(value);
        if value == difference {
            return true;
        }
        sum = sum.saturating_add(value);
    }
    unclaimed || sum == difference
}

fn wording(failure: &Failure<'_>) -> (String, String) {
    let cell = failure.relation.total.cell;
    let total = failure.total();
    let row = |term: Term| match term.cell {
        Cell::Applications(row, _) => wording::short_zh(failure.case.report, row),
        _ => String::new(),
    };
    let zh = format!(
        "表三「{}」列：（七）总计填报为{total}，（一）至（六）各项之和为{}，{}",
        cell.labels().1,
        failure.arithmetic(&ZH, |term| format!("{} ", row(term))),
        failure.should_zh("按分项总计"),
    );
    let en = format!(
        "Table 3, column “{}”: the total of outcomes is printed as {total}, its parts come to {}; {}",
        wording::column_en(cell),
        failure.arithmetic(&EN, |term| format!("{} ", wording::row_en(term.cell).replace("outcomes: ", ""))),
        failure.should_en("by them it"),
    );
    (zh, en)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::rules::tests::{found, outcome};
    use crate::check::{check, sketch};
    use crate::report::ExtraRow;

    #[test]
    fn the_message_names_column_groups_and_operands() {
        let lines = "applications: 0\napplications.outcomes.granted.natural_person: 2
            applications.outcomes.denied.state_secret.natural_person: 1
            applications.outcomes.total.natural_person: 5";
        let findings = found(lines);
        let finding = findings.iter().find(|finding| finding.rule == "outcomes-sum").expect("a finding");
        assert_eq!(
            finding.message.zh,
            "表三「自然人」列：（七）总计填报为5，（一）至（六）各项之和为\
             （一）予以公开 2+（三）不予公开 1.属于国家秘密 1=3，按分项总计应为3"
        );
        assert_eq!(
            finding.message.en,
            "Table 3, column “natural person”: the total of outcomes is printed as 5, \
             its parts come to granted 2 + denied: state secret 1 = 3; by them it should be 3"
        );
    }

    #[test]
    fn what_the_page_prints_decides_between_one_row_and_three() {
        let single = "form: 2019\napplications: 0\napplications.received: 1\napplications.outcomes.other: 1
            applications.outcomes.total: 1\napplications.received: 1 0 0 0 0 0 1
            applications.outcomes.other: 1 0 0 0 0 0 1\napplications.outcomes.total: 1 0 0 0 0 0 1";
        assert!(outcome(single, INFO.name).contains("equations: 7"));
        let mut report = sketch(single).expect("a sketch").report;
        report.editions.applications = Some(Edition::E2021);
        assert!(check(&report).findings.iter().all(|finding| finding.rule != INFO.name));
        let both = format!("{single}\nform: 2021\napplications.outcomes.other: 1");
        assert!(outcome(&both, INFO.name).contains("Edition"));
        let neither = "applications: 0\napplications.outcomes.total: 1\napplications.outcomes.other: .";
        assert!(outcome(neither, INFO.name).contains("NotRead"));
    }

    #[test]
    fn a_row_beside_the_form_may_explain_the_difference() {
        let mut report = sketch(INFO.fails).expect("a sketch").report;
        let values = |values: &str| values.split(' ').map(str::to_owned).collect::<Vec<_>>();
        let mut found = |cells: &str| {
            let label = "9.属于工作秘密".to_owned();
            report.extra_rows = vec![ExtraRow { table: Table::Applications, label, values: values(cells) }];
            check(&report).findings.iter().filter(|finding| finding.rule == INFO.name).count()
        };
        assert_eq!(found("1 0 0 0 0 0 1"), 0);
        assert_eq!(found("1"), 0);
        assert_eq!(found("2 0 0 0 0 0 2"), 2);
    }

    #[test]
    fn several_rows_or_numbers_without_one_may_explain_it() {
        let found = |lines: &str| {
            let mut sketch = sketch(&format!("{}\n{lines}", INFO.fails)).expect("a sketch");
            let count = |sketch: &crate::check::Sketch| {
                check(sketch).findings.iter().filter(|finding| finding.rule == INFO.name).count()
            };
            let by_rows = count(&sketch);
            sketch.evidence.get_or_insert_default().applications.unclaimed = true;
            (by_rows, count(&sketch))
        };
        let five = "applications.received: 5 0 0 0 0 0 5\napplications.outcomes.total: 5 0 0 0 0 0 5";
        let extra = "extra.applications: 9.属于工作秘密";
        assert_eq!(found(five), (2, 0));
        assert_eq!(found(&format!("{five}\n{extra} 1 0 0 0 0 0 1\n{extra}之二 2 0 0 0 0 0 2")), (0, 0));
        assert_eq!(found(&format!("{five}\n{extra} 1 0 0 0 0 0 1\n{extra}之二 1 0 0 0 0 0 1")), (2, 0));
    }
}
