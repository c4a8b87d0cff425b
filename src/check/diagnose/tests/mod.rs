//! Every kind of mistake, and the order in which they are named.
mod challenges;
mod ranking;
mod words;

use super::*;
use crate::check::{Checked, Selection, Sketch, check, check_with, sketch};
use crate::form::Edition;

/// A consistent table 三 with something in several rows and columns.
const TABLE: &str = "
    applications: 0
    applications.received: 40 12 0 3 0 0 55
    applications.carried_in: 2 0 0 1 0 0 3
    applications.outcomes.granted: 31 2 0 4 0 0 37
    applications.outcomes.denied.internal_affairs: 2 0 0 0 0 0 2
    applications.outcomes.unavailable.not_held: 5 9 0 0 0 0 14
    applications.outcomes.total: 38 11 0 4 0 0 53
    applications.carried_out: 4 1 0 0 0 0 5";

fn table(lines: &str) -> Sketch {
    sketch(&format!("{TABLE}\n{lines}")).expect("a sketch")
}

/// The causes of every fault: kind, and each change as `CELL printed>suggested`.
fn causes(checked: &Checked) -> Vec<Vec<String>> {
    let change = |change: &Cause| {
        let path = change.cell.to_string();
        let path = path.trim_start_matches("applications.").trim_start_matches("outcomes.");
        format!(" {} {}>{}", path.trim_start_matches("challenges."), change.printed, change.suggested)
    };
    let cause = |cause: &Diagnosis| {
        let changes: String = cause.changes.iter().map(change).collect();
        format!("{:?}{changes}", cause.kind)
    };
    checked.faults.iter().map(|fault| fault.causes.iter().map(cause).collect()).collect()
}

/// The first cause of every fault in a table.
fn first(lines: &str) -> Vec<String> {
    causes(&check(&table(lines))).into_iter().map(|causes| causes[0].clone()).collect()
}

#[test]
fn a_report_that_holds_has_no_fault() {
    assert_eq!(check(&table("")).faults, []);
    assert_eq!(diagnose(&table(""), &[]), []);
}

#[test]
fn one_cell_explains_its_row_and_its_column() {
    let checked = check(&table("applications.outcomes.denied.internal_affairs.natural_person: 3"));
    assert_eq!(causes(&checked), [["DigitWrong denied.internal_affairs.natural_person 3>2"]]);
    assert_eq!(checked.faults[0].findings, [0, 1]);
    for finding in &checked.findings {
        assert_eq!(finding.cause.as_ref().expect("a cause").suggested, "2");
    }
    assert_eq!(first("applications.outcomes.total.enterprise: 21"), ["DigitWrong total.enterprise 21>11"]);
    assert_eq!(
        first("applications.received.natural_person: 400"),
        ["DigitDoubled received.natural_person 400>40"]
    );
    assert_eq!(first("applications.outcomes.granted.total: 73"), ["DigitsTransposed granted.total 73>37"]);
    assert_eq!(first("applications.received.total: 5"), ["DigitLost received.total 5>55"]);
    assert_eq!(first("applications.outcomes.total.total: 0"), ["TotalZero total.total 0>53"]);
    assert_eq!(
        first("applications.outcomes.denied.internal_affairs.total: 14"),
        ["TotalCopied denied.internal_affairs.total 14>2"]
    );
    assert_eq!(
        first("applications.outcomes.granted.natural_person: 90"),
        ["WrongCell granted.natural_person 90>31"]
    );
}

#[test]
fn the_form_of_2019_is_diagnosed_as_well() {
    let lines = "form: 2019\napplications.outcomes.other: 0\napplications.outcomes.other.total: 3";
    assert_eq!(first(&format!("applications.outcomes.other: .\n{lines}")), ["DigitWrong other.total 3>0"]);
    // Both ways of printing （六）其他处理: the row of the other edition has a sum too.
    assert_eq!(first(&format!("applications.outcomes.other: 0\n{lines}")), ["DigitWrong other.total 3>0"]);
}

#[test]
fn a_case_counted_in_the_next_column() {
    let checked = check(&table("applications.outcomes.unavailable.not_held: 6 8 0 0 0 0 14"));
    let moved = "CaseMoved unavailable.not_held.natural_person 6>5 unavailable.not_held.enterprise 8>9";
    // 予以公开 and 三类内部事务 could have that case too: nobody can tell.
    assert_eq!(causes(&checked)[0][0], moved);
    assert_eq!(causes(&checked)[0].len(), 3);
    let message = &checked.faults[0].causes[0].message;
    assert_eq!(
        message.zh,
        "1件计错一格：表三「（四）无法提供 1.本机关不掌握相关政府信息」行「自然人」列填报为6，似应为5；\
         表三「（四）无法提供 1.本机关不掌握相关政府信息」行「商业企业」列填报为8，似应为9，\
         照此更正，2处不符一并消除；仅凭勾稽关系，另有2种改法同样成立，此处最为可能（件数越多，越易错计）"
    );
    assert_eq!(
        message.en,
        "1 case was counted in the wrong cell: Table 3, row “outcomes: unavailable: not held”, column \
         “natural person” prints 6, should likely be 5; Table 3, row “outcomes: unavailable: not held”, \
         column “enterprise” prints 8, should likely be 9; with that, all 2 sums hold; by the sums alone 2 \
         other corrections would do as well; this is the likeliest, for the more cases, the likelier one goes \
         astray"
    );
}

#[test]
fn two_cells_that_belong_together() {
    assert_eq!(
        first("applications.outcomes.granted: 2 31 0 4 0 0 37"),
        ["CellsSwapped granted.natural_person 2>31 granted.enterprise 31>2"]
    );
    assert_eq!(
        first("applications.outcomes.granted: 3 1 0 4 0 0 37"),
        ["TornNumber granted.natural_person 3>31 granted.enterprise 1>2"]
    );
    assert_eq!(
        first("applications.outcomes.granted: 31 2 0 0 4 0 37"),
        ["CellsSwapped granted.public_welfare 0>4 granted.legal_service 4>0"]
    );
    // Exchanged by one case, they are a case moved.
    let totals = "applications: 0\napplications.received: 1 0 0 0 0 0 1
        applications.outcomes.granted: 1 0 0 0 0 0 1\napplications.outcomes.total: 0 1 0 0 0 0 1";
    let moved = causes(&check(&sketch(totals).expect("a sketch"))).remove(0);
    assert_eq!(moved[0], "CaseMoved total.natural_person 0>1 total.enterprise 1>0");
    // One in another row and another column: each explains its own findings, together they are likelier.
    assert_eq!(
        first(
            "applications.outcomes.granted.natural_person: 30\napplications.outcomes.unavailable.not_held.enterprise: 10"
        ),
        ["CaseMoved granted.natural_person 30>31 unavailable.not_held.enterprise 10>9"]
    );
}

#[test]
fn whole_lines_that_are_wrong() {
    let swapped =
        first("applications.outcomes.total: 4 1 0 0 0 0 5\napplications.carried_out: 38 11 0 4 0 0 53");
    assert!(swapped[0].starts_with("RowsSwapped total.natural_person 4>38"), "{swapped:?}");
    let mut columns = table("").report;
    for row in crate::form::Row::of(Edition::E2021) {
        let row = &mut columns.applications[row];
        std::mem::swap(&mut row.other, &mut row.total);
    }
    let columns = causes(&check(&columns));
    assert!(columns[0][0].starts_with("ColumnsSwapped received.other 55>0"), "{columns:?}");
    let torn = first("applications.outcomes.granted: 3 1 2 0 4 0 0");
    assert!(torn[0].starts_with("TornNumber granted.natural_person 3>31 granted.enterprise 1>2"), "{torn:?}");
    let zeros = first("applications.outcomes.total: 0");
    assert!(zeros[0].starts_with("TotalZero"), "{zeros:?}");
    // Of two tables, they are two faults.
    let zeros = first("applications.outcomes.total: 0\nchallenges.review: 10 1 0 0 0");
    assert_eq!(zeros.len(), 2);
    assert_eq!(zeros[1], "TotalZero review.total 0>11");
}

/// Without the year before, any of the four rows of the balance could be off.
#[test]
fn the_year_before_tells_what_is_carried_in() {
    let wrong = "year: 2023\napplications.carried_in: 1 0 0 1 0 0 2";
    assert_eq!(causes(&check(&table(wrong)))[0].len(), 3);
    let before = "previous.year: 2022\nprevious.applications.carried_out: 2 0 0 1 0 0 3";
    let checked = check(&table(&format!("{wrong}\n{before}")));
    assert_eq!(causes(&checked), [["WrongCells carried_in.natural_person 1>2 carried_in.total 2>3"]]);
    assert_eq!(checked.faults[0].findings.len(), 4);
    // The report of the year before may be the wrong one: nothing here is.
    let checked = check(&table("year: 2023\nprevious.year: 2022\nprevious.applications.carried_out: 0"));
    assert!(!checked.findings.is_empty() && checked.faults.is_empty());
}

#[test]
fn two_faults_are_told_apart() {
    let wrong = "applications.outcomes.granted.natural_person: 13\napplications.received.public_welfare: 8";
    assert_eq!(
        first(wrong),
        ["DigitWrong received.public_welfare 8>3", "DigitsTransposed granted.natural_person 13>31"]
    );
    // In one row, its sum tells the sum of both, and the columns tell each.
    let wrong = "applications.outcomes.granted: 13 7 0 4 0 0 37";
    assert_eq!(first(wrong), ["WrongCells granted.natural_person 13>31 granted.enterprise 7>2"]);
}

#[test]
fn three_cells_of_one_row_are_told() {
    assert_eq!(
        first("applications.outcomes.granted: 13 7 0 9 0 0 37"),
        ["WrongCells granted.natural_person 13>31 granted.enterprise 7>2 granted.public_welfare 9>4"]
    );
}

/// Two cases of one cell went astray, one along its row and one along its column. Each explains itself by
/// a case moved, but the cell cannot be put right twice.
#[test]
fn a_cell_is_corrected_once() {
    assert_eq!(
        first(
            "applications.outcomes.granted: 29 12 0 4 0 0 46\napplications.outcomes.unavailable.not_held: 6 0 0 0 0 0 5"
        ),
        [
            "WrongCells granted.natural_person 29>31 granted.enterprise 12>11 unavailable.not_held.natural_person 6>5"
        ]
    );
}

/// A row that fails by a wrong total fails by as much when a case was moved in it.
#[test]
fn a_fault_is_seen_beside_another_one_in_its_row() {
    assert_eq!(
        first("applications.outcomes.granted: 30 3 0 4 0 0 73"),
        [
            "DigitsTransposed granted.total 73>37",
            "CaseMoved granted.natural_person 30>31 granted.enterprise 3>2"
        ]
    );
}

#[test]
fn another_way_to_explain_a_fault_names_its_own_cells_only() {
    // Three rows and three columns off by 90 each: which goes with which?
    let three = "applications.received: 421 421 0 427 0 0 1269
        applications.outcomes.granted: 121 105 0 106 0 0 422
        applications.outcomes.denied.internal_affairs: 107 122 0 108 0 0 427
        applications.outcomes.unavailable.not_held: 103 104 0 123 0 0 420
        applications.outcomes.total: 421 421 0 427 0 0 1269";
    let causes = causes(&check(&sketch(&format!("applications: 0\n{three}")).expect("a sketch")));
    assert_eq!(causes.len(), 3);
    assert_eq!(
        causes[0],
        [
            "DigitsTransposed granted.natural_person 121>211",
            "WrongCells granted.enterprise 105>195 denied.internal_affairs.natural_person 107>197"
        ]
    );
}

#[test]
fn a_way_that_is_not_much_less_likely_is_named() {
    let two = "applications.received: 144 147 0 0 0 0 291
        applications.outcomes.granted: 41 85 0 0 0 0 146
        applications.outcomes.denied.internal_affairs: 83 42 0 0 0 0 145
        applications.outcomes.total: 144 147 0 0 0 0 291";
    let causes = causes(&check(&sketch(&format!("applications: 0\n{two}")).expect("a sketch")));
    let [one, other] = &causes[..] else { panic!("two faults: {causes:?}") };
    assert_eq!((one.len(), other.len()), (2, 2));
    assert_eq!(one[0], "DigitWrong granted.natural_person 41>61");
    assert_eq!(one[1], "WrongCells granted.enterprise 85>105 denied.internal_affairs.natural_person 83>103");
}

#[test]
fn a_way_that_is_far_less_likely_is_not_named() {
    let lines = "applications.outcomes.granted: 14 86 0 4 0 0 131
        applications.outcomes.denied.internal_affairs: 84 25 0 0 0 0 136
        applications.outcomes.total: 130 147 0 4 0 0 281\napplications.received: 132 148 0 3 0 0 283";
    assert_eq!(
        causes(&check(&table(lines))),
        [
            ["DigitsTransposed granted.natural_person 14>41"],
            ["DigitsTransposed denied.internal_affairs.enterprise 25>52"]
        ]
    );
}

#[test]
fn what_cannot_be_told_apart_is_named_as_well() {
    // Two cells wrong by as much: the other two corners would do.
    let lines = "applications.outcomes.granted.natural_person: 28\napplications.outcomes.unavailable.not_held.enterprise: 6";
    let causes = causes(&check(&table(lines)));
    assert_eq!(causes.len(), 2);
    assert!(causes.iter().all(|causes| causes[1].starts_with("WrongCells ")), "{causes:?}");
}

#[test]
fn a_blank_cell_may_be_the_one_that_a_case_is_missing_from() {
    assert_eq!(
        first("applications.outcomes.unavailable.not_held: 14 _ 0 0 0 0 14"),
        ["CaseMoved unavailable.not_held.natural_person 14>5 unavailable.not_held.enterprise >9"]
    );
}

#[test]
fn a_row_with_a_blank_total_may_have_the_case_that_is_missing() {
    let lines = "applications.outcomes.denied.state_secret.total: _
        applications.outcomes.total: 39 11 0 4 0 0 54\napplications.received: 41 12 0 3 0 0 56";
    assert_eq!(first(lines), ["DigitWrong denied.state_secret.natural_person 0>1"]);
}

#[test]
fn a_count_carried_in_is_no_total_left_at_zero() {
    let before = "year: 2023\nprevious.year: 2022\nprevious.applications.carried_out: 2 0 0 1 0 0 3";
    let lines = format!("{before}\napplications.carried_in: 0 0 0 1 0 0 3");
    assert_eq!(first(&lines), ["DigitWrong carried_in.natural_person 0>2"]);
}

#[test]
fn only_findings_are_explained() {
    let sketch = table("applications.outcomes.granted.natural_person: 13");
    let selection = Selection::except(["outcomes-sum"]).expect("a rule");
    let checked = check_with(&sketch, &selection);
    assert_eq!(checked.faults[0].findings, [0]);
    // What would set right the sums that were not asked for does not count either.
    let sketch = table(
        "applications.outcomes.granted.natural_person: 36\napplications.outcomes.unavailable.not_held.natural_person: 2",
    );
    let causes = causes(&check_with(&sketch, &selection));
    assert_eq!(causes.len(), 2);
    assert!(causes[0].contains(&"DigitWrong granted.natural_person 36>31".to_owned()), "{causes:?}");
    let none = Selection::except(["outcomes-sum", "applicants-sum"]).expect("rules");
    assert_eq!(check_with(&sketch, &none).faults, []);
}

/// No cause names a cell twice, and no two causes are the same.
fn assert_sound(fault: &Fault) {
    for (at, Diagnosis { changes, .. }) in fault.causes.iter().enumerate() {
        let cells: std::collections::BTreeSet<_> = changes.iter().map(|change| change.cell).collect();
        assert_eq!(cells.len(), changes.len(), "{fault:#?}");
        assert!(fault.causes[..at].iter().all(|before| before.changes != *changes), "{fault:#?}");
    }
}

#[test]
fn causes_are_told_once() {
    for lines in [
        "applications.outcomes.total: 0",
        "applications.outcomes.total.total: 0",
        "applications.outcomes.granted.natural_person: 13\napplications.received.public_welfare: 8",
        "applications.outcomes.granted: 13 7 0 9 0 0 37",
        "applications.outcomes.granted: 1 2 0 9 3 0 40\napplications.carried_in: 4 4 4 4 4 4 9",
    ] {
        check(&table(lines)).faults.iter().for_each(assert_sound);
    }
}

#[test]
fn hostile_reports_end() {
    for edition in Edition::CURRENT {
        for numbers in [&[u64::MAX][..], &[u64::MAX, 0], &[1, 2, 3], &[0, 0, 9, u64::MAX - 1]] {
            let mut report = crate::Report::filled(*edition, 0);
            let cells = crate::form::Cell::of(*edition).filter(|cell| !cell.is_amount());
            for (cell, &number) in cells.zip(numbers.iter().cycle()) {
                report.set(cell, number).expect("a cell of the form");
            }
            let checked = check(&report);
            for fault in &checked.faults {
                assert!((1..=5).contains(&fault.causes.len()));
                assert!(fault.findings.iter().all(|&finding| finding < checked.findings.len()));
                assert_sound(fault);
            }
        }
    }
    let mut sketch = sketch(&format!("{TABLE}\nchallenges.review: 0.0000000000000000000000000001 1 0 0 5"))
        .expect("a sketch");
    assert_eq!(check(&sketch).faults, []);
    *sketch.report.entry_mut("challenges.review.upheld".parse().expect("a cell")) =
        rust_decimal::Decimal::MAX.into();
    assert_eq!(check(&sketch).faults, []);
}
