//! `carry-over`: what a year carries in is what the year before carried over, in every column.
//!
//! It holds between any two years from 2019 on, for both forms have the two rows. It is not judged for
//! two reports that are not of the same body, or not of years that follow each other; where not both of
//! them name the body, a difference is a warning.

use super::sums::{self, Failure};
use super::{wording, years};
use crate::check::{Case, Finding, Info, Outcome, Rule, Severity};
use crate::form::{Edition, relations_over_years};

pub(in crate::check) const RULE: Rule = Rule { info: INFO, check };

const INFO: Info = Info {
    name: "carry-over",
    aliases: &[],
    severity: Severity::Error,
    basis: "国办公开办函〔2021〕30号、〔2019〕60号 表三：上年结转政府信息公开申请数量，即上年度报告的结转下年度继续办理",
    zh: "表三各列上年结转等于上年度报告的结转下年度继续办理",
    en: "in every column of table 三 what is carried in is what the report of the year before carried over",
    why_zh: "上年末未办结的申请就是本年初的申请，两年不等，必有一年漏计、重计或者填错。",
    why_en: "What is open at the end of a year is open at the beginning of the next; if the reports differ, one of them is wrong.",
    fails: "\
agency: 云岭县教育局
year: 2023
applications.carried_in: 3 0 0 0 0 0 3
previous.agency: 云岭县教育局
previous.year: 2022
previous.applications.carried_out: 2 1 0 0 0 0 3",
    passes: "\
year: 2023
applications.carried_in: 2 1 0 0 0 0 3
previous.year: 2022
previous.applications.carried_out: 2 1 0 0 0 0 3",
    editions: Edition::CURRENT,
    since: "0.1.0",
};

fn check(case: &Case<'_>, findings: &mut Vec<Finding>) -> Outcome {
    if let Err(reason) = years::previous(case) {
        return reason.skip();
    }
    let before = findings.len();
    let outcome = sums::check(&INFO, case, relations_over_years(INFO.name), wording, |_| false, findings);
    if !years::is_confirmed(case) {
        findings[before..].iter_mut().for_each(doubt);
    }
    outcome
}

fn doubt(finding: &mut Finding) {
    finding.severity = Severity::Warning;
    finding.message.push(
        "。两份报告未都写明机关，请先确认属于同一机关",
        "; not both reports name their body: see first whether it is the same",
    );
}

fn wording(failure: &Failure<'_>) -> (String, String) {
    let cell = failure.relation.total.cell;
    let (carried_in, carried_out) = (failure.total(), failure.expected.normalize());
    let zh = format!(
        "表三「{}」列：本年度报告上年结转填报为{carried_in}，上年度报告结转下年度继续办理为{carried_out}，两者应当相等",
        cell.labels().1
    );
    let en = format!(
        "Table 3, column “{}”: {carried_in} carried in, but the report of the year before carried over {carried_out}; they must be equal",
        wording::column_en(cell)
    );
    (zh, en)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::rules::tests::{found, outcome};
    use crate::check::{Known, check, sketch};
    use crate::form::Cell;
    use crate::report::Evidence;

    #[test]
    fn both_cells_are_named() {
        let findings = found(INFO.fails);
        assert_eq!(findings.len(), 2);
        let names = |cells: &[Cell]| cells.iter().map(ToString::to_string).collect::<Vec<_>>();
        assert_eq!(names(&findings[0].cells), ["applications.carried_in.natural_person"]);
        assert_eq!(names(&findings[0].previous), ["applications.carried_out.natural_person"]);
        assert_eq!(
            findings[0].message.zh,
            "表三「自然人」列：本年度报告上年结转填报为3，上年度报告结转下年度继续办理为2，两者应当相等"
        );
        assert_eq!(findings[1].expected.as_deref(), Some("1"));
    }

    #[test]
    fn what_either_year_leaves_blank_is_open() {
        let blank = |row: &str| outcome(&format!("{}\n{row}: _", INFO.fails), INFO.name);
        assert!(blank("applications.carried_in").contains("Blank"));
        assert!(blank("previous.applications.carried_out").contains("equations: 5"));
    }

    #[test]
    fn a_doubt_of_either_reading_makes_a_warning() {
        let sketch = sketch(INFO.fails).expect("a sketch");
        let before = &sketch.previous.as_ref().expect("the year before").report;
        let mut evidence = Evidence::default();
        evidence.inferred.insert("applications.carried_out.natural_person".parse().expect("a cell"));
        let before = Known::from(before).with_evidence(&evidence);
        let findings = check(sketch.case().with_previous(before)).findings;
        let severities: Vec<_> = findings.iter().map(|finding| finding.severity).collect();
        assert_eq!(severities, [Severity::Warning, Severity::Error]);
    }

    #[test]
    fn a_body_that_is_not_named_twice_makes_a_warning() {
        let findings = found(&INFO.fails.replace("previous.agency: 云岭县教育局\n", ""));
        assert!(findings.iter().all(|finding| finding.severity == Severity::Warning));
        assert!(findings[0].message.zh.ends_with("请先确认属于同一机关"));
    }

    #[test]
    fn one_report_alone_is_not_judged() {
        assert!(outcome("year: 2023\napplications.carried_in: 1", INFO.name).contains("OneReport"));
    }
}
