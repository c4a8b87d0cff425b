//! `extra-row`: the tables print no row that the form does not have.
//!
//! A row is one that stands in a table with a label and numbers of its own. A note in brackets, a label
//! that comes again, and the heading of a group whose parts are printed below it are none.

use super::wording;
use crate::check::{Case, Finding, Info, Outcome, ReasonCode, Rule, Severity};
use crate::form::{Edition, Group};
use crate::report::{ExtraRow, Report};

pub(in crate::check) const RULE: Rule = Rule { info: INFO, check };

const INFO: Info = Info {
    name: "extra-row",
    aliases: &[],
    severity: Severity::Warning,
    basis: "国办公开办函〔2021〕30号、〔2019〕60号：按规定的格式填报，表格各行不得擅自增减",
    zh: "表中没有规定以外的行",
    en: "the tables print no row that the form does not have",
    why_zh: "自行增加的行不能与其他机关汇总，也使合计与各项对不上。",
    why_en: "A row of one's own adds up with no one else's, and the totals then miss it or count what others do not.",
    fails: "\
applications: 0
extra.applications: 9.属于工作秘密 0 0 0 0 0 0 0",
    passes: "applications: 0",
    editions: Edition::CURRENT,
    since: "0.1.0",
};

fn check(case: &Case<'_>, findings: &mut Vec<Finding>) -> Outcome {
    let report = case.report;
    let extra = report.extra_rows.iter().filter(|row| is_row(report, row));
    findings.extend(extra.map(finding));
    let printed = report.cells().next().is_some();
    if printed { Outcome::Passed { equations: 1 } } else { ReasonCode::NotPrinted.skip() }
}

/// Whether what the form has no place for is a row that somebody added.
fn is_row(report: &Report, row: &ExtraRow) -> bool {
    let letters = row.label.chars().filter(|c| c.is_alphabetic()).count();
    let is_group = Group::ALL.iter().any(|group| group.label() == row.label);
    let namesakes =
        report.extra_rows.iter().filter(|other| other.label == row.label && other.table == row.table);
    letters >= 2 && !row.label.starts_with(['（', '(']) && !is_group && namesakes.count() == 1
}

fn finding(row: &ExtraRow) -> Finding {
    let (zh, en) = wording::table(row.table);
    let label = &row.label;
    let zh = format!("{zh}有规定以外的行「{label}」（{}），各行不得擅自增减", row.values.join("、"));
    let en = format!("{en} prints a row that the form does not have, “{label}” ({})", row.values.join(", "));
    Finding { actual: Some(label.clone()), ..Finding::new(&INFO, Vec::new(), zh, en) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::rules::tests::{found, outcome};

    #[test]
    fn the_row_is_told_with_its_numbers() {
        assert_eq!(
            found("proactive: 0\nextra.proactive: 行政检查 12")[0].message.zh,
            "表二有规定以外的行「行政检查」（12），各行不得擅自增减"
        );
    }

    #[test]
    fn every_row_is_told() {
        let told = |lines: &str| found(lines).into_iter().filter_map(|it| it.actual).collect::<Vec<_>>();
        assert_eq!(
            told("extra.proactive: 行政检查 12\nextra.proactive: 行政给付 7"),
            ["行政检查", "行政给付"]
        );
        // The same words in two tables are two rows.
        assert_eq!(told("extra.proactive: 上报值 12\nextra.applications: 上报值 7"), ["上报值", "上报值"]);
    }

    #[test]
    fn notes_and_headings_are_no_rows() {
        assert_eq!(found("extra.proactive: （其中修订3件） 12"), []);
        assert_eq!(found("extra.applications: （六）其他处理 1 0 0 0 0 0 1"), []);
        assert_eq!(found("extra.proactive: 上报值 12\nextra.proactive: 上报值 7"), []);
        assert!(outcome("", INFO.name).contains("NotPrinted"));
    }
}
