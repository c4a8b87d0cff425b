//! Every rule over every fixture, and nothing else reported.

use gongkai::check::{Case, Checked, Outcome, Severity, Sketch, check, rules, sketch};
use gongkai::form::{Applicant, Cell, ChallengeColumn, ChallengeRow, Edition, ProactiveRow, Row};
use gongkai::report::{Entry, ExtraRow, Number, Report};
use proptest::prelude::*;
use rust_decimal::Decimal;

/// A whole report of the edition 2021 without a fault, read to the end of every table.
const CLEAN: &str = "
    title: 某县2023年政府信息公开工作年度报告
    year: 2023
    period: 2023-01-01 2023-12-31
    read: proactive applications challenges end
    introduction: 根据规定，现公布本年度报告，全文由六个部分组成。
    heading.overview: 一、总体情况
    heading.proactive: 二、主动公开政府信息情况
    heading.applications: 三、收到和处理政府信息公开申请情况
    heading.challenges: 四、政府信息公开行政复议、行政诉讼情况
    heading.improvement: 五、存在的主要问题及改进情况
    heading.other_matters: 六、其他需要报告的事项
    overview: 2023年，我县按照条例的规定主动公开政府信息，文件印发后五个工作日内上网，全年共收到政府信息公开申请13件，均在期限内答复。
    overview: 对现行文件的公开属性重新审核，失效的逐件标注；网站公开专栏按办事事项重新编排；公开工作列入年度考核，举办培训2次，邀请群众评议，没有被追究责任的情形。
    improvement: 专栏更新不够及时，已安排专人负责。
    other_matters: 本年度没有收取信息处理费。
    proactive: 0
    proactive.rules: 1 0 5
    proactive.fees.amount: 616178.201
    applications: 0
    applications.received: 10 2 0 1 0 0 13
    applications.carried_in: 1 0 0 0 0 0 1
    applications.outcomes.granted: 5 1 0 0 0 0 6
    applications.outcomes.denied.state_secret: 1 1 0 0 0 0 2
    applications.outcomes.unavailable.not_held: 4 0 0 1 0 0 5
    applications.outcomes.total: 10 2 0 1 0 0 13
    applications.carried_out: 1 0 0 0 0 0 1
    challenges: 0
    challenges.review: 3 1 0 0 4";

/// The same of the edition 2019.
const CLEAN_2019: &str = "
    title: 某县2020年政府信息公开工作年度报告
    year: 2020
    period: 2020-01-01 2020-12-31
    read: proactive applications challenges
    form: 2019
    proactive: 0
    proactive.licensing: 7 -2 300
    proactive.procurement: 2 251000
    applications: 0
    applications.received: 10 2 0 1 0 0 13
    applications.carried_in: 1 0 0 0 0 0 1
    applications.outcomes.granted: 5 2 0 0 0 0 7
    applications.outcomes.other: 5 0 0 1 0 0 6
    applications.outcomes.total: 10 2 0 1 0 0 13
    applications.carried_out: 1 0 0 0 0 0 1
    challenges: 0";

/// What became of the rules that a fixture does not name, over a clean report of either edition.
const PASSED: &[(&str, &str)] = &[
    ("applicants-sum", "25"),
    ("outcomes-sum", "7"),
    ("applications-balance", "7"),
    ("challenges-sum", "3"),
    ("blank-cell", "200"),
    ("unreadable-cell", "200"),
    ("negative-count", "199"),
    ("fraction-count", "199"),
    ("missing-row", "31"),
    ("extra-row", "1"),
    ("label-deviates", "3"),
    ("edition-mismatch", "3"),
    ("period-mismatch", "1"),
    ("title-year", "1"),
    ("published-late", "NotStated"),
    ("rules-without-power", "BodyUnknown"),
    ("stock", "2"),
    ("fee-unit", "BodyUnknown"),
    ("carry-over", "OneReport"),
    ("stock-continuity", "OneReport"),
    ("fee-unit-jump", "OneReport"),
    ("missing-section", "6"),
    ("section-order", "6"),
    ("section-empty", "6"),
    ("parts-announced", "1"),
    ("placeholder-left", "5"),
    ("year-in-prose", "1"),
    ("aspect-missing", "8"),
    ("fee-statement", "1"),
    ("narrative-mismatch", "1"),
    ("narrative-denial", "NotStated"),
    ("narrative-sum", "NotStated"),
    ("narrative-share", "NotStated"),
];

/// What becomes of the rules on prose over a report without any.
const WITHOUT_PROSE: &[(&str, &str)] = &[
    ("missing-section", "NotRead"),
    ("section-order", "NotRead"),
    ("section-empty", "NotRead"),
    ("parts-announced", "NotStated"),
    ("placeholder-left", "NotRead"),
    ("year-in-prose", "NotRead"),
    ("aspect-missing", "NotRead"),
    ("fee-statement", "NotRead"),
    ("narrative-mismatch", "NotStated"),
];

const PASSED_2019: &[(&str, &str)] = &[
    ("applicants-sum", "23"),
    ("outcomes-sum", "7"),
    ("applications-balance", "7"),
    ("challenges-sum", "3"),
    ("blank-cell", "198"),
    ("unreadable-cell", "198"),
    ("negative-count", "197"),
    ("fraction-count", "197"),
    ("missing-row", "31"),
    ("extra-row", "1"),
    ("label-deviates", "3"),
    ("edition-mismatch", "6"),
    ("period-mismatch", "1"),
    ("title-year", "1"),
    ("published-late", "NotStated"),
    ("rules-without-power", "BodyUnknown"),
    ("stock", "8"),
    ("fee-unit", "NotPrinted"),
    ("carry-over", "OneReport"),
    ("stock-continuity", "OneReport"),
    ("fee-unit-jump", "OneReport"),
    ("missing-section", "NotRead"),
    ("section-order", "NotRead"),
    ("section-empty", "NotRead"),
    ("parts-announced", "NotStated"),
    ("placeholder-left", "NotRead"),
    ("year-in-prose", "NotRead"),
    ("aspect-missing", "NotRead"),
    ("fee-statement", "Edition"),
    ("narrative-mismatch", "NotStated"),
    ("narrative-denial", "NotStated"),
    ("narrative-sum", "NotStated"),
    ("narrative-share", "NotStated"),
];

fn built(base: &str, lines: &str) -> Sketch {
    sketch(&format!("{base}\n{lines}")).expect("a sketch")
}

/// A finding in short: the rule, and its first cell if it has one.
fn findings(checked: &Checked) -> Vec<(&'static str, String)> {
    let cell = |cells: &[Cell]| cells.first().map(ToString::to_string).unwrap_or_default();
    checked.findings.iter().map(|finding| (finding.rule, cell(&finding.cells))).collect()
}

/// An outcome in short: how many equations hold, how many findings, or why it was skipped.
fn outcome(outcome: &Outcome) -> String {
    match outcome {
        Outcome::Passed { equations } => equations.to_string(),
        Outcome::Found { findings } => format!("found {findings}"),
        Outcome::Skipped { reason } => format!("{:?}", reason.code),
        other => format!("{other:?}"),
    }
}

/// What became of the rules that ask every cell what it says.
fn each_cell(report: &Report) -> [(&'static str, String); 3] {
    let said = report.cells().filter(|(_, entry)| entry.is_said()).count().to_string();
    let counts = report.cells().filter(|(cell, entry)| entry.value().is_some() && !cell.is_amount());
    let counts = counts.count().to_string();
    [("unreadable-cell", said), ("negative-count", counts.clone()), ("fraction-count", counts)]
}

/// Checks a sketch: exactly these findings, these outcomes, and for all other rules those of `passed`.
#[track_caller]
fn expect(sketch: &Sketch, passed: &[(&str, &str)], found: &[(&str, &str)], outcomes: &[(&str, &str)]) {
    let checked = check(sketch);
    let short = findings(&checked);
    let short: Vec<_> = short.iter().map(|(rule, cell)| (*rule, cell.as_str())).collect();
    assert_eq!(short, found);
    assert_eq!(checked.outcomes.len(), rules().len());
    let each_cell = each_cell(&sketch.report);
    let each_cell = each_cell.each_ref().map(|(rule, count)| (*rule, count.as_str()));
    let told = |rule: &str| {
        let told = outcomes.iter().chain(&each_cell).chain(passed);
        told.clone().find(|(name, _)| *name == rule).map(|(_, told)| *told)
    };
    for (rule, became) in &checked.outcomes {
        let count = found.iter().filter(|(name, _)| name == rule).count();
        let found = format!("found {count}");
        let told = if count > 0 { Some(found.as_str()) } else { told(rule) };
        assert_eq!(Some(outcome(became).as_str()), told, "{rule}");
    }
}

/// One change of the clean report of 2021.
#[track_caller]
fn changed(lines: &str, found: &[(&str, &str)], outcomes: &[(&str, &str)]) {
    expect(&built(CLEAN, lines), PASSED, found, outcomes);
}

#[test]
fn clean_reports_are_silent() {
    changed("", &[], &[]);
    expect(&built(CLEAN_2019, ""), PASSED_2019, &[], &[]);
}

#[test]
fn an_empty_report_is_skipped_by_every_rule() {
    let checked = check(&Report::default());
    let skipped = |(_, became): &(&str, Outcome)| matches!(became, Outcome::Skipped { .. });
    assert!(checked.findings.is_empty() && checked.outcomes.iter().all(skipped), "{checked:#?}");
}

#[test]
fn a_wrong_total_of_a_row_is_found_in_its_row_and_its_column() {
    let found = [
        ("applicants-sum", "applications.outcomes.denied.state_secret.total"),
        ("outcomes-sum", "applications.outcomes.total.total"),
    ];
    changed("applications.outcomes.denied.state_secret.total: 3", &found, &[]);
}

#[test]
fn a_wrong_carry_over_is_found_in_its_row_and_the_balance() {
    let found = [
        ("applicants-sum", "applications.carried_out.total"),
        ("applications-balance", "applications.outcomes.total.natural_person"),
    ];
    changed("applications.carried_out.natural_person: 2", &found, &[]);
}

#[test]
fn a_total_left_at_zero_is_found() {
    changed("challenges.review.total: 0", &[("challenges-sum", "challenges.review.total")], &[]);
}

#[test]
fn blank_totals_and_parts_are_blank_cells_and_no_faults_of_the_sums() {
    let lines = "
        applications.received: 10 2 _ 1 _ _ 13
        applications.outcomes.granted.total: _
        challenges.direct_suits: _";
    let found =
        [("blank-cell", "applications.received.research"), ("blank-cell", "challenges.direct_suits.upheld")];
    let outcomes = [
        ("applicants-sum", "24"),
        ("outcomes-sum", "6"),
        ("applications-balance", "7"),
        ("challenges-sum", "2"),
    ];
    changed(lines, &found, &outcomes);
}

#[test]
fn marks_are_neither_blank_nor_wrong() {
    changed("applications.carried_in: 1 / / / / / 1\nchallenges.direct_suits: /", &[], &[]);
}

#[test]
fn unreadable_cells_leave_their_sums_open() {
    let outcomes = [
        ("applicants-sum", "24"),
        ("outcomes-sum", "6"),
        ("applications-balance", "6"),
        ("blank-cell", "199"),
    ];
    changed("applications.outcomes.total.natural_person: ?", &[], &outcomes);
    let outcomes = [
        ("applicants-sum", "NotRead"),
        ("outcomes-sum", "NotRead"),
        ("applications-balance", "NotRead"),
        ("blank-cell", "25"),
        ("narrative-mismatch", "NotRead"),
    ];
    changed("applications: ?", &[], &outcomes);
}

#[test]
fn an_absent_row_is_missing_and_leaves_the_columns_open() {
    let lines = "applications.outcomes.denied.internal_affairs: .\nproactive.penalties: .";
    let found = [
        ("missing-row", "proactive.penalties.decisions"),
        ("missing-row", "applications.outcomes.denied.internal_affairs.natural_person"),
    ];
    changed(lines, &found, &[("applicants-sum", "24"), ("outcomes-sum", "NotRead"), ("blank-cell", "192")]);
}

#[test]
fn a_table_that_is_cut_off_has_no_missing_rows() {
    let mut sketch = built(CLEAN, "applications.outcomes.not_processed: .\napplications.outcomes.other: .");
    sketch.evidence.as_mut().expect("evidence").applications.ended = false;
    let outcomes = [
        ("applicants-sum", "17"),
        ("outcomes-sum", "NotRead"),
        ("blank-cell", "144"),
        ("missing-row", "6"),
        ("edition-mismatch", "2"),
    ];
    expect(&sketch, PASSED, &[], &outcomes);
}

#[test]
fn one_row_of_other_outcomes_in_a_new_form_is_a_mixture_and_no_missing_row() {
    let lines = "
        applications.outcomes.other: .
        form: 2019
        applications.outcomes.other: 0 0 0 0 0 0 0";
    let found = [("edition-mismatch", "applications.outcomes.other.total")];
    let outcomes = [("applicants-sum", "23"), ("blank-cell", "186"), ("missing-row", "29")];
    changed(lines, &found, &outcomes);
    let mut sketch = built(CLEAN, lines);
    sketch.report.editions.proactive = Some(Edition::E2021);
    sketch.report.editions.applications = Some(Edition::E2021);
    expect(&sketch, PASSED, &found, &outcomes);
    sketch.report.editions.applications = Some(Edition::E2019);
    expect(&sketch, PASSED, &found, &outcomes);
}

#[test]
fn both_kinds_of_other_rows_leave_the_columns_open() {
    let lines = "form: 2019\napplications.outcomes.other: 0";
    let outcomes = [("applicants-sum", "26"), ("outcomes-sum", "Edition"), ("blank-cell", "207")];
    let outcomes = [&outcomes[..], &[("missing-row", "28"), ("edition-mismatch", "2")]].concat();
    changed(lines, &[], &outcomes);
}

#[test]
fn an_old_form_in_a_new_year_is_one_finding() {
    let sketch = built(CLEAN_2019, "year: 2022\ntitle: 2022年度报告\nperiod: 2022-01-01 2022-12-31");
    let found = [("edition-mismatch", "proactive.rules.made")];
    expect(&sketch, PASSED_2019, &found, &[("fee-statement", "NotRead")]);
}

#[test]
fn periods_are_judged_by_the_title() {
    let severity = |sketch: &Sketch| check(sketch).findings[0].severity;
    changed("period: 2022-01-01 2022-12-31", &[("period-mismatch", "")], &[]);
    assert_eq!(severity(&built(CLEAN, "period: 2022-01-01 2022-12-31")), Severity::Error);
    changed("period: 2023-01-01 2023-12-30", &[("period-mismatch", "")], &[]);
    assert_eq!(severity(&built(CLEAN, "period: 2023-01-01 2023-12-30")), Severity::Warning);
    let mut sketch = built(CLEAN, "");
    sketch.report.period = None;
    expect(&sketch, PASSED, &[], &[("period-mismatch", "NotStated")]);
}

#[test]
fn what_no_count_can_be_is_told_of_its_cell() {
    let cell = "proactive.licensing.decisions";
    changed(&format!("{cell}: -3"), &[("negative-count", cell)], &[]);
    changed(&format!("{cell}: 1.2"), &[("fraction-count", cell)], &[]);
    let odd = [("negative-count", cell), ("fraction-count", cell)];
    changed(&format!("{cell}: -1.2"), &odd, &[]);
    changed(&format!("{cell}: 详见网站"), &[("unreadable-cell", cell)], &[("blank-cell", "199")]);
}

#[test]
fn labels_of_a_page_are_held_against_the_form() {
    let page = |label: &str, pending: &str| {
        let page = format!(
            "云岭县教育局2023年政府信息公开工作年度报告\n三、收到和处理政府信息公开申请情况\n\
             {label}\t1\t0\t0\t0\t0\t0\t1\n四、政府信息公开行政复议、行政诉讼情况\n行政复议\n\
             结果维持\t结果纠正\t其他结果\t{pending}\t总计\n0\t0\t0\t0\t0\n"
        );
        let reading = gongkai::read_str(&page, &gongkai::Options::default()).expect("a report");
        findings(&check(&reading))
    };
    let carried = "applications.carried_in.natural_person";
    let found =
        [("label-deviates", carried.to_owned()), ("label-deviates", "challenges.review.pending".to_owned())];
    assert_eq!(page("二、上年度结转政府信息公开申请数量", "尚未结案"), found);
    assert_eq!(page("二、上年结转 政府信息公开申请数量", "尚未审结"), []);
    assert_eq!(page("二、上年結轉政府信息公開申請數量", "尚未審結"), []);
}

#[test]
fn dates_are_held_against_the_law_and_the_text() {
    let late = "level: county\nkind: government\npublished: 2024-04-02";
    let outcomes = [("fee-unit", "1"), ("rules-without-power", "found 1")];
    let found = [("published-late", ""), ("rules-without-power", "proactive.rules.issued")];
    changed(late, &found, &outcomes);
    changed("title: 某县2023年政府信息公开2022年度报告", &[("title-year", "")], &[]);
    changed("title: 某县2023年政府信息公开年度报告（2024年1月）", &[], &[]);
    let page = "云岭县教育局2023年政府信息公开工作年度报告\n\
                现公布云岭县教育局2022年政府信息公开工作年度报告。\n一、总体情况\n主动公开信息120条。\n";
    let read = |page: &str| {
        let reading = gongkai::read_str(page, &gongkai::Options::default()).expect("a report");
        findings(&check(&reading)).into_iter().map(|(rule, _)| rule).collect::<Vec<_>>()
    };
    assert_eq!(read(page), ["title-year"]);
    assert_eq!(read(&page.replace("2022年", "2023年")), [""; 0]);
}

#[test]
fn bodies_are_held_against_their_power() {
    let rules = "proactive.rules.in_force";
    let county = "level: county\nkind: department";
    let found = [("rules-without-power", "proactive.rules.issued")];
    changed(county, &found, &[("fee-unit", "1"), ("aspect-missing", "5")]);
    let outcomes = [("rules-without-power", "NotApplicable"), ("fee-unit", "1")];
    changed("level: prefecture\nkind: government", &[], &outcomes);
    changed(
        &format!("{county}\nproactive.rules: 0 / _"),
        &[("blank-cell", rules)],
        &[("rules-without-power", "2"), ("stock", "1"), ("fee-unit", "1"), ("aspect-missing", "5")],
    );
}

#[test]
fn a_unit_that_the_page_names_is_held_against_the_form() {
    let found = |head: &str, cell: &str| {
        let page = format!(
            "云岭县教育局2023年政府信息公开工作年度报告\n第二十条第（八）项\n\
             信息内容 本年收费金额（单位：{head}）\n行政事业性收费 {cell}\n"
        );
        let reading = gongkai::read_str(&page, &gongkai::Options::default()).expect("a report");
        let checked = check(&reading);
        checked.findings.into_iter().map(|finding| (finding.rule, finding.message.zh)).collect::<Vec<_>>()
    };
    let told = vec![("fee-unit", "表二行政事业性收费金额填报为41260元，规定的单位为万元".into())];
    assert_eq!(found("元", "41260"), told);
    assert_eq!(found("万元", "41260元"), told);
    assert_eq!(found("万元", "41260"), []);
    assert_eq!(found("元", "0"), []);
    assert_eq!(found("元", "4.1265"), []);
}

/// The clean report of 2021 beside one of the year before, in which these lines are other.
#[track_caller]
fn beside(lines: &str, found: &[(&str, &str)], outcomes: &[(&str, &str)]) {
    let before = "
        year: 2022
        proactive: 0
        proactive.rules: 0 0 4
        proactive.fees.amount: 598220.5
        applications: 0
        applications.carried_out: 1 0 0 0 0 0 1";
    let previous = format!("{before}\n{lines}");
    let previous = previous.lines().map(|line| format!("previous.{}", line.trim())).skip(1);
    let previous: Vec<_> = previous.filter(|line| line.contains(':')).collect();
    let sketch = built(CLEAN, &previous.join("\n"));
    let passed = [("carry-over", "7"), ("stock-continuity", "2"), ("fee-unit-jump", "1")];
    expect(&sketch, PASSED, found, &[outcomes, &passed].concat());
}

#[test]
fn a_report_goes_on_where_the_year_before_ended() {
    beside("", &[], &[]);
    beside(
        "applications.carried_out: 1 1 0 0 0 0 2",
        &[
            ("carry-over", "applications.carried_in.enterprise"),
            ("carry-over", "applications.carried_in.total"),
        ],
        &[],
    );
    beside("proactive.rules: 0 0 5", &[("stock-continuity", "proactive.rules.in_force")], &[]);
    beside("proactive.fees.amount: 61.2", &[("fee-unit-jump", "proactive.fees.amount")], &[]);
}

#[test]
fn years_that_do_not_follow_each_other_are_not_compared() {
    let skipped = |code| [("carry-over", code), ("stock-continuity", code), ("fee-unit-jump", code)];
    beside("year: 2021", &[], &skipped("NotConsecutive"));
    beside("year: 2018", &[], &skipped("NotConsecutive"));
    beside("level: county", &[], &[]);
    let mut sketch = built(CLEAN, "agency: 云岭县教育局\nprevious.year: 2022\nprevious.agency: 云岭县民政局");
    // What "our county" did is not what its bureau of education did.
    expect(
        &sketch,
        PASSED,
        &[],
        &[&skipped("OtherBody")[..], &[("narrative-mismatch", "NotStated")]].concat(),
    );
    sketch.report.year = Some(2019);
    sketch.previous = Some(Box::new(built("", "year: 2018")));
    let outcomes: Vec<_> = check(&sketch).outcomes;
    assert!(outcomes.iter().any(|(rule, told)| *rule == "carry-over" && outcome(told) == "Edition"));
}

#[test]
fn prose_is_held_against_the_tables() {
    let agreeing = "overview: 全年新收政府信息公开申请13件，其中自然人10件（76.92%），法人或其他组织3件；\
                    办结13件，结转下年度1件。未发生因政府信息公开提起的行政诉讼。";
    let outcomes = [("narrative-mismatch", "6"), ("narrative-denial", "2"), ("narrative-sum", "1")];
    let outcomes = [&outcomes[..], &[("narrative-share", "1"), ("placeholder-left", "6")]].concat();
    changed(agreeing, &[], &outcomes);
    let other = agreeing.replace("办结13件", "办结15件");
    changed(&other, &[("narrative-mismatch", "applications.outcomes.total.total")], &outcomes);
    let other = agreeing.replace("行政诉讼", "行政复议");
    changed(&other, &[("narrative-denial", "challenges.review.total")], &outcomes);
    let other = agreeing.replace("76.92%", "79.92%");
    changed(&other, &[("narrative-share", "applications.received.natural_person")], &outcomes);
}

#[test]
fn prose_is_held_against_cells_that_were_read() {
    let overview = "overview: 全年新收政府信息公开申请14件。";
    let passed = [("placeholder-left", "6")];
    changed(overview, &[("narrative-mismatch", "applications.received.total")], &passed);
    let mut sketch = built(CLEAN, overview);
    assert_eq!(check(&sketch).findings[0].severity, Severity::Error);
    sketch.evidence.as_mut().expect("evidence").inferred.extend(Cell::row(Row::Received));
    assert_eq!(check(&sketch).findings[0].severity, Severity::Warning);
    sketch.report.applications[Row::Received].total = Entry::Unreadable("1 3".into());
    assert!(check(&sketch).findings.iter().all(|finding| finding.rule != "narrative-mismatch"));
}

#[test]
fn doubts_of_the_reading_make_warnings() {
    let mut sketch = built(CLEAN, "applications.outcomes.granted: 6 1 0 0 0 0 7");
    let severities = |sketch: &Sketch| {
        let mut severities: Vec<_> = check(sketch).findings.iter().map(|finding| finding.severity).collect();
        severities.dedup();
        severities
    };
    assert_eq!(severities(&sketch), [Severity::Error]);
    let evidence = sketch.evidence.as_mut().expect("evidence");
    evidence.inferred.extend(Cell::row(Row::Granted));
    assert_eq!(severities(&sketch), [Severity::Warning]);
    let evidence = sketch.evidence.as_mut().expect("evidence");
    evidence.inferred.clear();
    evidence.applications.unclaimed = true;
    assert_eq!(severities(&sketch), []);
}

#[test]
fn rows_beside_the_form_are_not_held_against_its_sums() {
    let mut sketch = built(CLEAN, "applications.outcomes.granted: 4 1 0 0 0 0 5");
    let values = ["1", "", "0", "0", "0", "0", "1"].map(str::to_owned).to_vec();
    let row =
        ExtraRow {
            table: gongkai::form::Table::Applications, label: "9.属于工作秘密".to_owned(), values
        };
    sketch.report.extra_rows.push(row);
    expect(&sketch, PASSED, &[("extra-row", "")], &[("outcomes-sum", "5")]);
}

/// The clean report with one text for another, or without a line.
fn replaced(from: &str, to: &str) -> Sketch {
    assert!(CLEAN.contains(from), "{from}");
    built(&CLEAN.replace(from, to), "")
}

#[test]
fn a_section_that_was_not_written_is_missing_and_nothing_else() {
    let lines = CLEAN.replace("    heading.improvement: 五、存在的主要问题及改进情况\n", "");
    let lines = lines.replace("    improvement: 专栏更新不够及时，已安排专人负责。\n", "");
    let found = [("missing-section", "")];
    let passed = [("section-order", "5"), ("section-empty", "5"), ("placeholder-left", "4")];
    // With room for it between the ordinals the page may have lost it, and nobody knows how many parts there are.
    let gap = built(&lines, "");
    assert_eq!(check(&gap).findings[0].severity, Severity::Warning);
    expect(&gap, PASSED, &found, &[&passed[..], &[("parts-announced", "NotRead")]].concat());
    let certain = built(&lines.replace("六、其他", "五、其他"), "");
    assert_eq!(check(&certain).findings[0].severity, Severity::Error);
    expect(&certain, PASSED, &found, &passed);
}

#[test]
fn headings_are_held_against_the_form() {
    let heading = "四、政府信息公开行政复议、行政诉讼情况";
    for other in ["三、政府信息公开行政复议、行政诉讼情况", "四、行政复议和诉讼情况"]
    {
        expect(&replaced(heading, other), PASSED, &[("section-order", "")], &[]);
    }
    for same in
        ["四、因政府信息公开工作被申请行政复议、提起行政诉讼的情况", "政府信息公开行政复议和行政诉讼情况"]
    {
        expect(&replaced(heading, same), PASSED, &[], &[]);
    }
}

#[test]
fn a_bare_heading_is_found() {
    let sketch = replaced("    improvement: 专栏更新不够及时，已安排专人负责。\n", "");
    expect(&sketch, PASSED, &[("section-empty", "")], &[("placeholder-left", "4")]);
}

#[test]
fn an_introduction_that_counts_otherwise_is_found() {
    expect(&replaced("六个部分", "五个部分"), PASSED, &[("parts-announced", "")], &[]);
    expect(&replaced("六个部分", "各部分"), PASSED, &[], &[("parts-announced", "NotStated")]);
}

#[test]
fn what_was_not_filled_in_is_found() {
    for left in
        ["共收到政府信息公开申请 件", "共收到政府信息公开申请XX件", "共收到政府信息公开申请（填写数量）件"]
    {
        expect(
            &replaced("共收到政府信息公开申请13件", left),
            PASSED,
            &[("placeholder-left", "")],
            &[("narrative-mismatch", "NotStated")],
        );
    }
}

#[test]
fn last_years_text_is_found() {
    expect(&replaced("overview: 2023年", "overview: 2022年"), PASSED, &[("year-in-prose", "")], &[]);
    expect(&replaced("overview: 2023年", "overview: 2022年以来"), PASSED, &[], &[]);
}

#[test]
fn an_overview_that_is_silent_on_an_aspect_is_found() {
    let supervision = "；公开工作列入年度考核，举办培训2次，邀请群众评议，没有被追究责任的情形";
    expect(&replaced(supervision, "，逐条做到了准确"), PASSED, &[("aspect-missing", "")], &[]);
    let results = "，举办培训2次，邀请群众评议，没有被追究责任的情形";
    let mut sketch = replaced(results, "，逐条做到了准确");
    expect(&sketch, PASSED, &[], &[("aspect-missing", "6")]);
    sketch.report.kind = Some(gongkai::report::Kind::Government);
    expect(&sketch, PASSED, &[("aspect-missing", "")], &[]);
    assert_eq!(check(&sketch).findings[0].severity, Severity::Note);
}

#[test]
fn the_fee_is_spoken_of_in_agreement_with_the_table() {
    expect(
        &replaced("本年度没有收取信息处理费。", "没有。"),
        PASSED,
        &[("fee-statement", "")],
        &[("fee-statement", "0")],
    );
    let unpaid = "
        applications.outcomes.granted: 3 1 0 0 0 0 4
        applications.outcomes.other.fee_unpaid: 2 0 0 0 0 0 2";
    let cell = [("fee-statement", "applications.outcomes.other.fee_unpaid.total")];
    changed(unpaid, &cell, &[]);
    changed(&format!("{unpaid}\nother_matters: 本年度发出收费通知2件。"), &[], &[("placeholder-left", "6")]);
}

/// Counts as they are, with many small ones and some that are large.
fn counts() -> impl Strategy<Value = u64> {
    prop_oneof![4 => 0..4_u64, 2 => 0..2000_u64, 1 => 0..(1_u64 << 50)]
}

fn editions() -> impl Strategy<Value = Edition> {
    prop_oneof![Just(Edition::E2019), Just(Edition::E2021)]
}

fn numbers() -> impl Strategy<Value = Vec<u64>> {
    proptest::collection::vec(counts(), 300)
}

/// A report of an edition in which every relation holds, as the form asks for it.
fn consistent() -> impl Strategy<Value = (Edition, Report)> {
    (editions(), numbers()).prop_map(|(edition, numbers)| (edition, report(edition, numbers)))
}

/// Two such reports, the second of which goes on where the first one ends.
fn consecutive() -> impl Strategy<Value = (Report, Report)> {
    (editions(), numbers(), numbers()).prop_map(|(edition, first, second)| {
        let before = report(edition, first);
        let mut this = report(edition, second);
        (this.title, this.year) = (None, before.year.map(|year| year + 1));
        this.period = this.year.and_then(gongkai::report::Period::of_year);
        let sum = |a: &Entry, b: &Entry| Some((a.count()? + b.count()?).into());
        for &column in Applicant::ALL {
            let carried = before.applications[Row::CarriedOut][column].clone();
            let concluded = this.applications[Row::OutcomesTotal][column].clone();
            let open = this.applications[Row::CarriedOut][column].clone();
            this.applications[Row::Received][column] = sum(&concluded, &open).expect("counts");
            this.applications[Row::CarriedOut][column] = sum(&open, &carried).expect("counts");
            this.applications[Row::CarriedIn][column] = carried;
        }
        for &row in ProactiveRow::ALL {
            let (old, new) = (&before.proactive[row], &mut this.proactive[row]);
            new.previous_items = sum(&old.previous_items, &old.change).unwrap_or_default();
            new.amount = old.amount.clone();
            if let (Some(stock), Some(issued)) = (old.in_force.count(), new.issued.count()) {
                let repealed = new.repealed.count().unwrap_or(0) % (stock + issued + 1);
                new.repealed = repealed.into();
                new.in_force = (stock + issued - repealed).into();
            }
        }
        (before, this)
    })
}

fn report(edition: Edition, numbers: Vec<u64>) -> Report {
    let mut numbers = numbers.into_iter();
    let mut next = || numbers.next().unwrap_or(0);
    let year = edition.year();
    let mut report = Report { year: Some(year), ..Report::default() };
    report.title = Some(format!("某县{year}年政府信息公开工作年度报告"));
    report.period = gongkai::report::Period::of_year(year);
    for cell in Cell::of(edition).filter(|cell| matches!(cell, Cell::Proactive(..))) {
        report.set(cell, next()).expect("a cell of the form");
    }
    for &row in ProactiveRow::ALL {
        let row = &mut report.proactive[row];
        let holds = |stock: &Entry, of: &Entry| Some((stock.count()? + of.count()?).into());
        row.in_force = holds(&row.in_force, &row.issued).unwrap_or_default();
        row.total = holds(&row.total, &row.published).unwrap_or_default();
        row.made = holds(&row.made, &row.published).unwrap_or_default();
    }
    for &kind in Applicant::KINDS {
        let mut total = 0;
        for row in Row::of(edition).filter(|row| row.is_outcome()) {
            let count = next();
            total += count;
            report.applications[row][kind] = count.into();
        }
        let carried_out = next();
        let carried_in = next() % (total + carried_out + 1);
        report.applications[Row::OutcomesTotal][kind] = total.into();
        report.applications[Row::CarriedOut][kind] = carried_out.into();
        report.applications[Row::CarriedIn][kind] = carried_in.into();
        report.applications[Row::Received][kind] = (total + carried_out - carried_in).into();
    }
    for row in Row::of(edition) {
        let row = &mut report.applications[row];
        row.total = Applicant::KINDS.iter().filter_map(|&kind| row[kind].count()).sum::<u64>().into();
    }
    for &row in ChallengeRow::ALL {
        let (total, results) = ChallengeColumn::ALL.split_last().expect("five columns");
        let mut sum = 0;
        for &column in results {
            let count = next();
            sum += count;
            report.challenges[row][column] = count.into();
        }
        report.challenges[row][*total] = sum.into();
    }
    report
}

fn evidence() -> gongkai::report::Evidence {
    let sketch = sketch("read: proactive applications challenges").expect("a sketch");
    sketch.evidence.expect("evidence")
}

/// Anything that a cell may say, and some of what none should.
fn junk() -> impl Strategy<Value = Entry> {
    let decimal = (any::<i64>(), 0..28_u32).prop_map(|(number, scale)| Decimal::new(number, scale));
    let decimals = prop_oneof![decimal, Just(Decimal::MAX), Just(Decimal::MIN), Just(Decimal::new(1, 28))];
    prop_oneof![
        Just(Entry::Absent),
        Just(Entry::Blank),
        Just(Entry::Mark),
        Just(Entry::Unreadable("?".into())),
        any::<u64>().prop_map(Entry::from),
        (u64::MAX - 3..=u64::MAX).prop_map(Entry::from),
        (0..3_u64).prop_map(Entry::from),
        any::<i64>().prop_map(|number| Number::Change(number).into()),
        decimals.prop_map(|number| Number::Amount(number).into()),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn consistent_reports_are_silent((edition, report) in consistent()) {
        let evidence = evidence();
        let checked = check(Case::new(&report).with_evidence(&evidence));
        prop_assert_eq!(findings(&checked), []);
        let mut passed = if edition == Edition::E2019 { PASSED_2019 } else { PASSED }.to_vec();
        if edition == Edition::E2021 {
            passed.retain(|(rule, _)| WITHOUT_PROSE.iter().all(|(name, _)| name != rule));
            passed.extend(WITHOUT_PROSE);
        }
        let outcomes: Vec<_> = checked.outcomes.iter().map(|(rule, became)| (*rule, outcome(became))).collect();
        let mut outcomes: Vec<_> = outcomes.iter().map(|(rule, became)| (*rule, became.as_str())).collect();
        outcomes.sort_unstable();
        passed.sort_unstable();
        prop_assert_eq!(outcomes, passed);
    }

    #[test]
    fn one_wrong_cell_is_named_by_every_finding((edition, mut report) in consistent(), at in any::<prop::sample::Index>(), by in 1..100_u64) {
        let cells: Vec<_> = Cell::of(edition).filter(|cell| !matches!(cell, Cell::Proactive(..))).collect();
        let cell = cells[at.index(cells.len())];
        let was = report.get(cell).count().expect("a count");
        report.set(cell, was + by).expect("a cell of the form");
        let checked = check(&report);
        prop_assert!(!checked.findings.is_empty());
        for finding in &checked.findings {
            prop_assert_eq!(finding.severity, Severity::Error);
            prop_assert!(finding.cells.contains(&cell), "{:?}", finding);
            prop_assert!(!finding.message.zh.is_empty() && !finding.message.en.is_empty());
        }
    }

    #[test]
    fn consecutive_reports_go_on((before, this) in consecutive()) {
        let checked = check(Case::new(&this).with_previous(&before));
        prop_assert_eq!(findings(&checked), []);
        let told = |rule: &str| checked.outcome(rule).map(outcome).unwrap_or_default();
        prop_assert_eq!(told("carry-over"), "7");
        prop_assert!(["2", "5"].contains(&told("stock-continuity").as_str()));
    }

    #[test]
    fn every_column_that_does_not_go_on_is_one_finding((before, mut this) in consecutive(), wrong in prop::sample::subsequence(Applicant::ALL, 1..=7), by in 1..100_u64) {
        for &column in &wrong {
            let was = this.applications[Row::CarriedIn][column].count().expect("a count");
            this.applications[Row::CarriedIn][column] = (was + by).into();
        }
        let checked = check(Case::new(&this).with_previous(&before));
        let found = checked.findings.iter().filter(|finding| finding.rule == "carry-over");
        let found: Vec<_> = found.map(|finding| finding.cells[0]).collect();
        let wrong: Vec<_> = wrong.iter().map(|&column| Cell::Applications(Row::CarriedIn, column)).collect();
        prop_assert_eq!(found, wrong);
    }

    #[test]
    fn junk_never_panics(
        entries in proptest::collection::vec(junk(), 300),
        year in proptest::option::of(any::<i32>()),
        numbers_only in any::<bool>(),
    ) {
        let mut report = Report { year, ..Report::default() };
        for (cell, entry) in Cell::all().zip(entries) {
            let is_number = entry.value().is_some();
            let is_second = matches!(cell, Cell::Applications(Row::OtherSingle, _));
            let entry = match numbers_only {
                true if is_second => Entry::Absent,
                true if !is_number => 0.into(),
                _ => entry,
            };
            report.set(cell, entry).expect("a cell of the form");
        }
        let evidence = evidence();
        let before = Report { year: year.and_then(|year| year.checked_sub(1)), ..report.clone() };
        let checked = check(Case::new(&report).with_evidence(&evidence).with_previous(&before));
        prop_assert_eq!(checked.outcomes.len(), rules().len());
        for finding in &checked.findings {
            let sums = finding.expected.as_deref().zip(finding.actual.as_deref());
            prop_assert!(sums.is_none_or(|(expected, actual)| expected != actual), "{:?}", finding);
        }
    }
}

#[test]
fn sums_over_all_bounds_are_unknown() {
    let mut report = sketch("challenges.review: 0 0 0 0 5").expect("a sketch").report;
    report.challenges.review.upheld = Number::Amount(Decimal::MAX).into();
    report.challenges.review.corrected = Number::Amount(Decimal::MAX).into();
    let checked = check(&report);
    assert_eq!(findings(&checked), []);
    assert_eq!(checked.outcome("challenges-sum").map(outcome).as_deref(), Some("NotRead"));
}

#[test]
fn differences_over_all_bounds_are_left_open() {
    let mut report = sketch("applications: 0").expect("a sketch").report;
    report.applications[Row::Granted].natural_person = Number::Amount(Decimal::MIN).into();
    report.applications[Row::OutcomesTotal].natural_person = Number::Amount(Decimal::MAX).into();
    let found = findings(&check(&report));
    assert!(found.iter().all(|(rule, _)| *rule != "outcomes-sum"), "{found:?}");
}
