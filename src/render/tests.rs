//! What people see, as snapshots of one report that has everything.
use super::{CSS, Html, Style, audited, page, report};
use crate::audit::{AuditClaim, AuditFinding, AuditProblem};
use crate::check::{Cause, Checked, Outcome, ReasonCode, Severity};
use crate::form::{
    Applicant, Cell, ChallengeColumn, ChallengeRow, Edition, Editions, Row, SectionKind, Table,
};
use crate::read::ProblemKind;
use crate::report::{Entry, ExtraRow, Number, Passage, Period, Report};
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
        report.set(cell, 0).expect("a cell of the form");
    }
    report.proactive.fees.amount = Number::Amount("412.60".parse().expect("a decimal")).into();
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
        report.set(cell, Entry::Absent).expect("a cell of the form");
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
    audited.outcomes = outcomes.map(|(rule, outcome)| (rule.into(), outcome)).into();
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
        message: Message::new(zh.to_owned(), en.to_owned()),
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
        plain.push_str(if at == 0 { piece } else { piece.split_once('m').expect("the end of a colour").1 });
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
        old.set(cell, 0).expect("a cell of the form");
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
            full.set(cell, 1000 + at as u64).expect("a cell of the form");
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
    // Each in its table and in its excerpt.
    assert_eq!(marked.count(), 4);
}

/// A report that is hardly one: a sentence with a claim, a finding about it, a wrong total.
fn small() -> Audited {
    let mut audited = faulty();
    audited.report = Report {
        title: Some("澄岭县<2024>年报告".to_owned()),
        overview: "办理复议案件4件。".into(),
        ..Report::default()
    };
    audited.report.challenges.review = [3, 1, 0, 0, 0].into();
    audited.report.overview.heading = Some("一、总体情况".to_owned());
    audited.findings.remove(0);
    let passage = Passage::new(Some(SectionKind::Overview), 0, 6, 22);
    let total = Cell::Challenges(ChallengeRow::Review, ChallengeColumn::Total);
    audited.findings[0].cause = Some(Cause { cell: total, printed: "0".into(), suggested: "4".into() });
    let mut said = finding("prose-figure", total, "文中为4，表中为0", "4 in the prose, 0 in the table");
    (said.passage, said.severity) = (Some(passage), Severity::Warning);
    audited.findings.push(said);
    let passage = Passage::new(Some(SectionKind::Overview), 0, 18, 22);
    audited.claims = vec![AuditClaim { passage, plus: vec![total], minus: vec![], value: "4".into() }];
    audited.inferred.clear();
    audited.problems[0].cell = Some(total);
    audited
}

/// A line for every element, so that a change is seen where it is.
fn lines(html: &str) -> String {
    html.replace(CSS, "…").replace("><", ">\n<")
}

#[test]
fn a_small_page() {
    insta::assert_snapshot!("small_zh", audited(&small(), Language::Chinese, Style::Plain));
    insta::assert_snapshot!("page_zh", lines(&page(&small(), Language::Chinese)));
    let small = small();
    let html = Html::new(&small, Language::English).with_prefix("a-");
    let parts = [html.table(Table::Challenges), html.prose(Some(SectionKind::Overview)), html.findings()];
    insta::assert_snapshot!("fragments_en", lines(&parts.join("\n")));
}

#[test]
fn the_shapes_of_the_tables_are_those_of_the_form() {
    for (edition, spans) in
        [(Edition::E2021, ["22", "8", "3", "5", "3"]), (Edition::E2019, ["20", "8", "3", "5", ""])]
    {
        let mut reading = Reading::default();
        reading.report = Report::filled(edition, 0);
        let audited = Audited::new(reading, Checked::default());
        let table = Html::new(&audited, Language::Chinese).table(Table::Applications);
        let body = table.split_once("<tbody>").expect("a body").1;
        let found: Vec<_> = body
            .split("rowspan=\"")
            .skip(1)
            .map(|rest| rest.split('"').next().expect("a number of rows"))
            .collect();
        let expected: Vec<_> = spans.into_iter().filter(|span| !span.is_empty()).collect();
        assert_eq!(found, expected, "{edition:?}");
    }
}

#[test]
fn a_cause_that_findings_share_is_told_once() {
    let mut reading = Reading::default();
    reading.report = Report::filled(Edition::E2021, 0);
    reading.report.applications[Row::Granted].natural_person = 12.into();
    let checked = crate::check::check(&reading);
    assert_eq!(checked.findings.len(), 2);
    let page = audited(&Audited::new(reading, checked), Language::English, Style::Plain);
    assert_eq!(page.matches("prints 12, should likely be 0").count(), 1, "{page}");
    assert_eq!(page.matches("likely cause of these 2 findings: ").count(), 1, "{page}");
}
