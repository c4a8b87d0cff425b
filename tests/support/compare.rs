//! What was read beside what was printed.

use gongkai::form::Cell;
use gongkai::read::{Problem, ProblemKind};
use gongkai::report::Entry;
use gongkai::{Reading, Report};
use std::fmt::Write;

/// A cell that was not read as it should be.
pub(crate) struct Difference {
    cell: Cell,
    expected: Entry,
    got: Entry,
    inferred: bool,
}

/// Cells that differ, where `right` says what may be read for what is printed.
pub(crate) fn differences(
    report: &Report,
    reading: &Reading,
    right: impl Fn(Cell, &Entry, &Entry) -> bool,
) -> Vec<Difference> {
    let all = Cell::all().map(|cell| (cell, report.get(cell), reading.report.get(cell)));
    let wrong = all.filter(|(cell, expected, got)| !right(*cell, expected, got));
    let difference = |(cell, expected, got): (Cell, &Entry, &Entry)| Difference {
        cell,
        expected: expected.clone(),
        got: got.clone(),
        inferred: reading.evidence.inferred.contains(&cell),
    };
    wrong.map(difference).collect()
}

/// Whether an entry was read as printed: numbers equal, blank as blank or not at all, a mark as a
/// mark or blank.
pub(crate) fn is_as_printed(expected: &Entry, got: &Entry) -> bool {
    match (expected, got) {
        (Entry::Value(_), _) => is_right_number(expected, got),
        (Entry::Blank, Entry::Blank | Entry::Absent) => true,
        (Entry::Mark, Entry::Mark | Entry::Blank) => true,
        (Entry::Absent, Entry::Absent) => true,
        _ => false,
    }
}

/// Whether what was read is the number that is printed.
pub(crate) fn is_right_number(expected: &Entry, got: &Entry) -> bool {
    match (expected.value(), got.value()) {
        (Some(expected), Some(got)) => expected.decimal() == got.decimal(),
        _ => false,
    }
}

/// Whether the reading says of a cell that it may be cut off.
pub(crate) fn is_cut_off(reading: &Reading, cell: Cell) -> bool {
    let cut = |problem: &Problem| problem.kind == ProblemKind::CutOff && problem.cell == Some(cell);
    reading.problems.iter().any(cut)
}

/// The page and its differing cells, for people.
pub(crate) fn explain(page: &str, reading: &Reading, differences: &[Difference]) -> String {
    let mut out = format!("\n──── page ────\n{page}\n──── cells ────\n");
    for it in differences {
        let inferred = if it.inferred { " (inferred)" } else { "" };
        let _ = writeln!(out, "{}: expected {:?}, got {:?}{inferred}", it.cell, it.expected, it.got);
    }
    out.push_str("──── problems ────\n");
    for problem in &reading.problems {
        let cell = problem.cell.map_or(String::new(), |cell| cell.to_string());
        let _ = writeln!(out, "{:?} {cell}: {}", problem.kind, problem.message.zh);
    }
    out
}
