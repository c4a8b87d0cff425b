//! `missing-row`: tables 二 and 三 print every row of their form.
//!
//! Only what a page was seen not to print is missing: a row between rows that were read, in a table
//! that was read to its end, with no numbers that nothing claims, and no remnants of a label near it.
//! A report without evidence is not judged. Each block is judged by the form that it prints, so that
//! what `edition-mismatch` explains is not missing.

use super::wording;
use crate::check::printed::{self, OtherRows};
use crate::check::{Case, Finding, Info, Outcome, ReasonCode, Rule, Severity};
use crate::form::{Cell, Edition, ProactiveRow, Row, Table};
use crate::report::{Evidence, Report};

pub(in crate::check) const RULE: Rule = Rule { info: INFO, check };

const INFO: Info = Info {
    name: "missing-row",
    aliases: &[],
    severity: Severity::Warning,
    basis: "国办公开办函〔2021〕30号：严禁擅自删减；表二、表三的各行均须保留",
    zh: "表二、表三没有缺行",
    en: "tables 二 and 三 print every row of their form",
    why_zh: "年度报告的格式是统一的，缺行使数据无法核对和汇总。",
    why_en: "The form is the same for all; a report with rows left out can be neither checked nor added up.",
    fails: "\
read: applications
applications: 0
applications.outcomes.not_processed.excessive: .",
    passes: "\
read: applications
applications: 0",
    editions: Edition::CURRENT,
    since: "0.1.0",
};

fn check(case: &Case<'_>, findings: &mut Vec<Finding>) -> Outcome {
    let Some(evidence) = case.evidence else { return ReasonCode::NoEvidence.skip() };
    let (mut checked, mut unread) = (0, false);
    for table in [Table::Proactive, Table::Applications] {
        let told = evidence.table(table);
        if !told.seen {
            continue;
        }
        if !told.ended || told.unclaimed {
            unread = true;
            continue;
        }
        let rows = rows(case.report, table);
        let missing = missing(case.report, evidence, &rows);
        checked += rows.len();
        if !missing.is_empty() {
            findings.push(finding(case.report, table, missing));
        }
    }
    match (checked, unread) {
        (0, true) => ReasonCode::NotRead.skip(),
        (0, false) => ReasonCode::NotPrinted.skip(),
        (equations, _) => Outcome::Passed { equations },
    }
}

/// The first cell of every row that the table should print, going by the form that its blocks print.
fn rows(report: &Report, table: Table) -> Vec<Cell> {
    if table == Table::Proactive {
        let cell = |row: &ProactiveRow| {
            let edition = printed::article(report, row.article())?;
            Some(Cell::Proactive(*row, *row.columns(edition).first()?))
        };
        return ProactiveRow::ALL.iter().filter_map(cell).collect();
    }
    let edition = match printed::other_rows(report) {
        OtherRows::Both => None,
        _ => printed::applications(report),
    };
    let is_due = |row: &&Row| match edition {
        Some(edition) => row.is_in(edition),
        None => Edition::CURRENT.iter().all(|&edition| row.is_in(edition)),
    };
    Row::ALL.iter().filter(is_due).filter_map(|&row| Cell::row(row).next()).collect()
}

/// The rows that are not printed, after the first that is.
fn missing(report: &Report, evidence: &Evidence, rows: &[Cell]) -> Vec<Cell> {
    let is_printed = |row: &Cell| match *row {
        Cell::Proactive(row, _) => report.proactive[row].each().iter().any(|entry| !entry.is_absent()),
        Cell::Applications(row, _) => report.applications[row].each().iter().any(|entry| !entry.is_absent()),
        Cell::Challenges(..) => true,
    };
    let first = rows.iter().position(is_printed).unwrap_or(rows.len());
    let last = rows.iter().rposition(is_printed).unwrap_or(first);
    let between = rows.get(first..last).unwrap_or_default().iter();
    between.filter(|row| !is_printed(row) && !evidence.is_doubtful(**row)).copied().collect()
}

fn finding(report: &Report, table: Table, rows: Vec<Cell>) -> Finding {
    let (zh, en) = wording::table(table);
    let list = |name: &dyn Fn(Cell) -> String| rows.iter().map(|&row| name(row)).collect::<Vec<_>>();
    let zh = format!(
        "{zh}缺少{}行：{}。各行均应保留，没有的填0",
        rows.len(),
        wording::list_zh(&list(&|row| wording::row_zh(report, row)))
    );
    let en = format!(
        "{en}: {} missing: {}; every row must be kept, with 0 where there is nothing",
        if rows.len() == 1 {
            "1 row of the form is".to_owned()
        } else {
            format!("{} rows of the form are", rows.len())
        },
        wording::list_en(&list(&wording::row_en))
    );
    Finding::new(&INFO, rows, zh, en)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::rules::tests::{found, outcome};
    use crate::check::{check, sketch};

    #[test]
    fn rows_are_listed_by_their_first_cells() {
        let findings = found(INFO.fails);
        assert_eq!(findings.len(), 1);
        assert_eq!(
            findings[0].cells[0].to_string(),
            "applications.outcomes.not_processed.excessive.natural_person"
        );
        assert_eq!(
            findings[0].message.zh,
            "表三缺少1行：（五）不予处理 4.无正当理由大量反复申请。各行均应保留，没有的填0"
        );
    }

    #[test]
    fn a_table_is_judged_by_its_own_rows() {
        let single = "read: applications\nform: 2019\napplications: 0\nyear: 2023\nform: 2021\nproactive: 0";
        assert!(found(single).iter().all(|finding| finding.rule == "edition-mismatch"));
        let proactive = "read: proactive\nform: 2019\nproactive: 0\nproactive.other_services: .";
        assert_eq!(found(proactive)[0].cells[0].to_string(), "proactive.other_services.previous_items");
    }

    #[test]
    fn what_was_not_read_is_not_missing() {
        assert!(outcome("applications: 0\napplications.carried_in: .", INFO.name).contains("NoEvidence"));
        let mut sketch = sketch(INFO.fails).expect("a sketch");
        let evidence = sketch.evidence.as_mut().expect("evidence");
        evidence.doubtful.insert(Row::Excessive);
        assert!(check(&sketch).findings.is_empty());
        let evidence = sketch.evidence.as_mut().expect("evidence");
        evidence.doubtful.clear();
        evidence.applications.ended = false;
        assert!(check(&sketch).findings.is_empty());
        // Of three rows beside the one that they replaced, nobody can tell how many were meant.
        let both = "read: applications\napplications: 0\napplications.outcomes.other.not_supplemented: .
            form: 2019\napplications.outcomes.other: 0";
        let mut sketch = crate::check::sketch(both).expect("a sketch");
        sketch.report.editions.applications = Some(Edition::E2021);
        assert!(check(&sketch).findings.iter().all(|finding| finding.rule != INFO.name));
        let top = "read: applications\napplications: 0\napplications.received: .";
        assert!(found(top).is_empty());
    }
}
