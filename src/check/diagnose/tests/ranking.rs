//! Which of two mistakes is the likelier: the order that the module tells, kind by kind.

use super::super::explanation::explanations;
use super::super::sheet::Sheet;
use super::{CauseKind, table};
use crate::check::{Sketch, check};
use CauseKind::*;

/// A mistake in the table, and the cells that were wrong then; none for whole lines.
type Mistake<'a> = (&'a str, CauseKind, &'a str);

/// The points of the explanation of this kind that changes just these cells.
fn points_in(sketch: &Sketch, kind: CauseKind, cells: &str) -> Option<u32> {
    let findings = check(sketch).findings;
    let sheet = Sheet::new(sketch.case(), &findings);
    let found = explanations(&sheet, 2).into_iter().find(|found| {
        let path = |suspect: usize| sheet.suspects[suspect].cell.to_string();
        let mut changed = found.changes.iter().map(|change| path(change.suspect));
        let paths = || cells.split(' ').map(|cell| format!("applications.{cell}"));
        found.rank.kind == kind && (cells.is_empty() || changed.by_ref().eq(paths()))
    });
    found.map(|found| found.rank.cost)
}

fn points((lines, kind, cells): Mistake<'_>) -> u32 {
    let points = points_in(&table(lines), kind, cells);
    points.unwrap_or_else(|| panic!("{kind:?} {cells} explains {lines}"))
}

/// Each is likelier than the next one.
fn assert_order(mistakes: &[Mistake<'_>]) {
    for pair in mistakes.windows(2) {
        assert!(points(pair[0]) < points(pair[1]), "{pair:?}: {} {}", points(pair[0]), points(pair[1]));
    }
}

const ZERO: Mistake<'_> = ("applications.outcomes.granted.total: 0", TotalZero, "outcomes.granted.total");
const OTHER: Mistake<'_> = ("applications.received.natural_person: 97", WrongCell, "received.natural_person");
const APART: Mistake<'_> = (
    "applications.outcomes.granted: 36 7 0 4 0 0 37",
    WrongCells,
    "outcomes.granted.natural_person outcomes.granted.enterprise",
);

#[test]
fn one_wrong_cell() {
    assert_order(&[
        ZERO,
        (
            "applications.outcomes.denied.internal_affairs.total: 14",
            TotalCopied,
            "outcomes.denied.internal_affairs.total",
        ),
        ("applications.outcomes.granted.total: 73", DigitsTransposed, "outcomes.granted.total"),
        ("applications.received.total: 5", DigitLost, "received.total"),
        ("applications.outcomes.granted.total: 39", DigitWrong, "outcomes.granted.total"),
        ("applications.outcomes.granted.natural_person: 32", DigitWrong, "outcomes.granted.natural_person"),
        ("applications.outcomes.granted.total: 90", WrongCell, "outcomes.granted.total"),
        // One digit of one.
        (
            "applications.outcomes.denied.internal_affairs.natural_person: 3",
            DigitWrong,
            "outcomes.denied.internal_affairs.natural_person",
        ),
        OTHER,
        APART,
    ]);
}

#[test]
fn what_else_is_known_of_a_cell() {
    let stated = format!("{}\noverview: 全年新收政府信息公开申请55件，其中自然人40件。", OTHER.0);
    assert_order(&[
        ZERO,
        (&stated, WrongCell, OTHER.2),
        ("applications.received.natural_person: -3", WrongCell, OTHER.2),
        OTHER,
    ]);
    let inferred = |(lines, kind, cells): Mistake<'_>| {
        let mut sketch = table(lines);
        let cell = cells.split(' ').next().map(|cell| format!("applications.{cell}"));
        let cell = cell.and_then(|cell| cell.parse().ok()).expect("a cell");
        sketch.evidence.get_or_insert_default().inferred.insert(cell);
        points_in(&sketch, kind, cells).expect("an explanation")
    };
    assert!(points(OTHER) < inferred(OTHER) && inferred(OTHER) < points(APART));
    assert!(points(APART) < inferred(APART));
}

#[test]
fn cases_counted_in_another_cell() {
    let counts =
        |row: &'static str| (row, CaseMoved, "outcomes.granted.natural_person outcomes.granted.enterprise");
    let beside = counts("applications.outcomes.granted: 30 3 0 4 0 0 37");
    let two = counts("applications.outcomes.granted: 29 4 0 4 0 0 37");
    let few = (
        "applications.outcomes.unavailable.not_held: 6 8 0 0 0 0 14",
        CaseMoved,
        "outcomes.unavailable.not_held.natural_person outcomes.unavailable.not_held.enterprise",
    );
    let apart = (
        "applications.outcomes.granted: 30 2 0 5 0 0 37",
        CaseMoved,
        "outcomes.granted.natural_person outcomes.granted.public_welfare",
    );
    // One in its row, the other in its column: either could be the only one.
    let detached = (
        "applications.outcomes.granted.natural_person: 30\napplications.outcomes.unavailable.not_held.enterprise: 10",
        CaseMoved,
        "outcomes.granted.natural_person outcomes.unavailable.not_held.enterprise",
    );
    let totals = (
        "applications.outcomes.total: 39 10 0 4 0 0 53",
        CaseMoved,
        "outcomes.total.natural_person outcomes.total.enterprise",
    );
    assert_order(&[beside, two]);
    assert_order(&[beside, few, totals]);
    assert_order(&[beside, apart, detached]);
    // All the cases of a cell: one goes astray more easily than many.
    let one = (
        "applications.carried_out: 5 0 0 0 0 0 5",
        CaseMoved,
        "carried_out.natural_person carried_out.enterprise",
    );
    let many = counts(
        "applications.outcomes.granted: 47 0 0 4 0 0 51
         applications.outcomes.total: 38 25 0 4 0 0 67
         applications.received: 40 26 0 3 0 0 69",
    );
    assert_order(&[one, many]);
}

#[test]
fn two_cells_that_belong_together() {
    let swapped = |row: &'static str, cells: &'static str| (row, CellsSwapped, cells);
    let moved = (
        "applications.carried_out: 5 0 0 0 0 0 5",
        CaseMoved,
        "carried_out.natural_person carried_out.enterprise",
    );
    let beside = swapped(
        "applications.outcomes.granted: 2 31 0 4 0 0 37",
        "outcomes.granted.natural_person outcomes.granted.enterprise",
    );
    let apart = swapped(
        "applications.outcomes.granted: 4 2 0 31 0 0 37",
        "outcomes.granted.natural_person outcomes.granted.public_welfare",
    );
    let totals = swapped(
        "applications.outcomes.total: 11 38 0 4 0 0 53",
        "outcomes.total.natural_person outcomes.total.enterprise",
    );
    assert_order(&[moved, beside, totals, apart, APART]);
    let added_up =
        ("applications.received: 29 12 0 3 0 0 44", WrongCells, "received.natural_person received.total");
    assert_order(&[apart, added_up, APART]);
}

#[test]
fn what_does_not_belong_together_is_no_move_and_no_exchange() {
    for (lines, kind, cells) in [
        // Only one of the two should say what the other prints.
        (
            "applications.outcomes.granted: 13 31 0 4 0 0 37",
            CellsSwapped,
            "outcomes.granted.natural_person outcomes.granted.enterprise",
        ),
        // Totals of two lines.
        (
            "applications.outcomes.granted.total: 38\napplications.outcomes.total.natural_person: 37",
            CaseMoved,
            "outcomes.granted.total outcomes.total.natural_person",
        ),
        // Exchanged, they would leave the balance of their column off.
        (
            "applications.carried_in: 4 0 0 1 0 0 5\napplications.received: 40 12 0 3 0 0 53
             applications.outcomes.granted: 33 2 0 4 0 0 39\napplications.outcomes.total: 38 11 0 4 0 0 55",
            CellsSwapped,
            "received.natural_person outcomes.total.natural_person",
        ),
    ] {
        assert_eq!(points_in(&table(lines), kind, cells), None, "{lines}");
    }
}

#[test]
fn a_blank_cell_never_takes_away() {
    let alone = |total: u32| {
        let row = "applications.outcomes.granted: 31 _ 0 4 0 0 37";
        let lines = format!("{row}\napplications.outcomes.total.natural_person: {total}");
        points_in(&table(&lines), DigitWrong, "outcomes.granted.natural_person")
    };
    // The row has room for two more, and not for five.
    assert!(alone(39).is_some() && alone(40).is_some() && alone(43).is_none());
}

#[test]
fn whole_lines() {
    let rows = |lines: &'static str| (lines, RowsSwapped, "");
    let beside =
        rows("applications.outcomes.total: 4 1 0 0 0 0 5\napplications.carried_out: 38 11 0 4 0 0 53");
    let apart = rows("applications.carried_in: 4 1 0 0 0 0 5\napplications.carried_out: 2 0 0 1 0 0 3");
    let settles_more =
        rows("applications.received: 38 11 0 4 0 0 53\napplications.outcomes.total: 40 12 0 3 0 0 55");
    assert_order(&[ZERO, beside, apart]);
    assert_order(&[settles_more, apart]);
    let torn = (
        "applications.outcomes.granted: 3 1 0 4 0 0 37",
        TornNumber,
        "outcomes.granted.natural_person outcomes.granted.enterprise",
    );
    assert_order(&[torn, ("applications.outcomes.granted: 3 1 2 0 4 0 0", TornNumber, ""), APART]);
}

#[test]
fn lines_of_totals() {
    const COLUMN: &str = "outcomes.granted.total outcomes.unavailable.not_held.total";
    let row = ("applications.outcomes.total: 0", TotalZero, "");
    let column = (
        "applications.outcomes.granted.total: 0\napplications.outcomes.unavailable.not_held.total: 0",
        TotalZero,
        COLUMN,
    );
    // How many there are says nothing.
    assert_eq!(points(row), points(column));
    let wrong =
        "applications.outcomes.granted.total: 90\napplications.outcomes.unavailable.not_held.total: 60";
    let two = (wrong, WrongCells, COLUMN);
    let one = ("applications.outcomes.granted.total: 90", WrongCell, "outcomes.granted.total");
    assert_eq!(points(two), 2 * points(one));
    let three = format!("{wrong}\napplications.outcomes.denied.internal_affairs.total: 51");
    let cells =
        "outcomes.granted.total outcomes.denied.internal_affairs.total outcomes.unavailable.not_held.total";
    assert_order(&[row, (&three, WrongCells, cells), two]);
    // Nothing but two rows fails: what they leave off in the balance is the same.
    let balanced = "applications.received: 40 11 0 2 0 0 53
         applications.carried_in: 2 1 0 2 0 0 0\napplications.carried_out: 4 1 0 0 0 0 0";
    assert_eq!(points((balanced, TotalZero, "carried_in.total carried_out.total")), points(row));
}

#[test]
fn one_pair_of_cells_is_no_line() {
    let lines = "applications.received: 8 2 0 0 0 0 .\napplications.carried_in: 3 0 0 0 0 0 .
        applications.outcomes.granted: 8 2 0 0 0 0 .\napplications.outcomes.denied.internal_affairs: 0
        applications.outcomes.unavailable.not_held: 0\napplications.outcomes.total: 5 2 0 0 0 0 .
        applications.carried_out: 0";
    let pair = "received.natural_person outcomes.total.natural_person";
    assert!(points_in(&table(lines), CellsSwapped, pair).is_some());
    assert_eq!(points_in(&table(lines), RowsSwapped, ""), None);
    let short = "applications.outcomes.denied.internal_affairs: 2 0 0 0 0 0 0
        applications.outcomes.total: 56 11 0 4 0 0 71\napplications.received: 58 12 0 3 0 0 73";
    assert_eq!(points_in(&table(short), TornNumber, ""), None);
}
