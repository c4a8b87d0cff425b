//! What people see, as snapshots of one report that has everything.
#![allow(clippy::unwrap_used)] // In a test, a panic is the report.

use super::{Style, audited, report};
use crate::audit::{AuditFinding, AuditProblem};
use crate::check::{Cause, Checked, Outcome, ReasonCode, Severity};
use crate::form::{Applicant, Cell, ChallengeColumn, ChallengeRow, Edition, Editions, Row, Table};
use crate::read::ProblemKind;
use crate::report::{Entry, ExtraRow, Number, Period, Report};
use crate::source::Place;
use crate::{Audited, Language, Message, Reading};

/// Every cell of the edition zero, then two wrong totals, blanks, a mark, a hole and scrap.
fn faulty() -> Audited {
    let mut reading = Reading::default();
    let report = &mut reading.report;
    report.title = Some("澄岭县人民政府2024年政府信息公开工作年度报告".to_owned());
    report.agency = Some("澄岭县人民政府".to_owned());
    report.year = Some(2024);
    report.period = Period::of_year(2024);
    let edition = Some(Edition::E2021);
    report.editions = Editions { proactive: edition, applications: edition, challenges: edition };
    for cell in Cell::of(Edition::E2021) {
        report.set(cell, 0).unwrap();
    }
    report.proactive.fees.amount = Number::Amount("412.60".parse().unwrap()).into();
    report.proactive.licensing.decisions = 12864.into();
    report.proactive.rules.issued = Entry::Mark;
    for row in [Row::Received, Row::Granted, Row::OutcomesTotal] {
        report.applications[row].natural_person = 31.into();
        report.applications[row].total = 31.into();
    }
    report.applications[Row::Granted].total = 13.into();
    report.applications[Row::NotHeld].research = Entry::Blank;
    report.applications[Row::FeeUnpaid].enterprise = Entry::Unreadable("1O".into());
    for cell in Cell::row(Row::Confirmation) {
        report.set(cell, Entry::Absent).unwrap();
    }
    report.challenges.review.upheld = 3.into();
    report.challenges.review.corrected = 1.into();
    let label = "属于工作秘密".to_owned();
    report.extra_rows = vec![ExtraRow { table: Table::Applications, label, values: vec!["0".into(); 2] }];
    reading.evidence.inferred.extend(Cell::row(Row::Duplicate).take(3));
    let mut audited = Audited::new(reading, Checked::default());
    let granted = Cell::Applications(Row::Granted, Applicant::Total);
    let cause = Cause { cell: granted, printed: "13".into(), suggested: "31".into() };
    let mut finding = finding("applicants-sum", granted, "印作13，六类之和为31", "13 printed, 31 expected");
    finding.cause = Some(cause);
    finding.place = Some(Place { line: Some(24), column: Some(7), ..Place::default() });
    audited.findings.push(finding);
    let total = Cell::Challenges(ChallengeRow::Review, ChallengeColumn::Total);
    audited.findings.push(self::finding(
        "challenges-sum",
        total,
        "印作0，应为3+1+0+0=4",
        "0 printed, 4 expected",
    ));
    audited.problems.push(AuditProblem {
        kind: ProblemKind::UnreadableCell,
        cell: None,
        place: Some(Place { line: Some(40), ..Place::default() }),
        message: Message::new("“1O”不是数字", "`1O` is no number"),
    });
    let found = Outcome::Found { findings: 1 };
    let skipped = ReasonCode::NotRead.skip();
    let outcomes = [("applicants-sum", found.clone()), ("challenges-sum", found), ("outcomes-sum", skipped)];
    audited.outcomes = outcomes.map(|(rule, outcome)| (rule.to_owned(), outcome)).into();
    audited
}

fn finding(rule: &str, cell: Cell, zh: &str, en: &str) -> AuditFinding {
    AuditFinding {
        rule: rule.to_owned(),
        severity: Severity::Error,
        cells: vec![cell],
        previous: Vec::new(),
        passage: None,
        expected: None,
        actual: None,
        message: Message::new(zh, en),
        place: None,
        cause: None,
    }
}

#[test]
fn a_faulty_report() {
    let faulty = faulty();
    insta::assert_snapshot!("faulty_zh", audited(&faulty, Language::Chinese, Style::Plain));
    insta::assert_snapshot!("faulty_en", audited(&faulty, Language::English, Style::Plain));
}

#[test]
fn colour_adds_nothing_but_colour() {
    let faulty = faulty();
    let ansi = audited(&faulty, Language::Chinese, Style::Ansi);
    let mut plain = String::new();
    for (at, piece) in ansi.split("\u{1b}[").enumerate() {
        plain.push_str(if at == 0 { piece } else { piece.split_once('m').unwrap().1 });
    }
    assert_eq!(plain, audited(&faulty, Language::Chinese, Style::Plain));
    assert!(ansi.contains("\u{1b}[1;31m[13]\u{1b}[0m"));
}

#[test]
fn a_report_of_2019() {
    let mut old = Report::default();
    let edition = Some(Edition::E2019);
    old.editions = Editions { proactive: edition, applications: Some(Edition::E2021), challenges: None };
    for cell in Cell::of(Edition::E2019).filter(|cell| cell.table() != Table::Challenges) {
        old.set(cell, 0).unwrap();
    }
    insta::assert_snapshot!("mixed_zh", report(&old, Language::Chinese, Style::Plain));
}

#[test]
fn an_empty_report_says_so() {
    let empty = report(&Report::default(), Language::Chinese, Style::Plain);
    assert_eq!(empty.matches("页面未见此表").count(), 3);
}

#[test]
fn every_cell_of_an_edition_is_shown() {
    for &edition in Edition::CURRENT {
        let mut full = Report::default();
        for (at, cell) in Cell::of(edition).enumerate() {
            full.set(cell, 1000 + at as u64).unwrap();
        }
        let text = report(&full, Language::English, Style::Plain);
        for (at, cell) in Cell::of(edition).enumerate() {
            assert!(text.contains(&(1000 + at).to_string()), "{cell} is missing");
        }
    }
}

#[test]
fn the_cell_of_a_finding_is_marked() {
    let text = audited(&faulty(), Language::Chinese, Style::Plain);
    let marked = text.lines().filter(|line| line.contains("[13]") || line.contains("[0]"));
    assert_eq!(marked.count(), 2);
}
