//! Whether what was read of a page is what it says.

use super::Sample;
use super::compare::{differences, explain, is_as_printed, is_cut_off, is_right_number};
use gongkai::form::Cell;
use gongkai::read::ProblemKind;
use gongkai::report::Entry;
use gongkai::{Reading, Report};
use proptest::prelude::*;

type Outcome = Result<(), TestCaseError>;

/// Every cell is as printed, the editions are right, and nothing is in doubt.
pub(crate) fn is_read_whole(report: &Report, reading: &Reading, page: &str) -> Outcome {
    let wrong = differences(report, reading, |_, expected, got| is_as_printed(expected, got));
    prop_assert!(wrong.is_empty(), "{}", explain(page, reading, &wrong));
    prop_assert_eq!(reading.report.editions.proactive, report.editions.proactive, "{}", page);
    prop_assert_eq!(reading.report.editions.applications, report.editions.applications, "{}", page);
    let doubt = |kind| matches!(kind, ProblemKind::AmbiguousRow | ProblemKind::UnreadableCell);
    let in_doubt = reading.problems.iter().any(|problem| doubt(problem.kind));
    prop_assert!(!in_doubt, "{}", explain(page, reading, &[]));
    Ok(())
}

/// Whole where the page tells all; right or flagged elsewhere.
pub(crate) fn is_read_as_it_can_be(sample: &Sample, reading: &Reading, page: &str) -> Outcome {
    match sample.style.tells_all() {
        true => is_read_whole(&sample.report(), reading, page),
        false => is_right_or_flagged(&sample.report(), reading, page, sample.keeps_sums()),
    }
}

/// Every number that was read is the one printed, or listed as inferred; where `trusted`, what is
/// inferred is right too.
pub(crate) fn is_right_or_flagged(report: &Report, reading: &Reading, page: &str, trusted: bool) -> Outcome {
    let inferred = &reading.evidence.inferred;
    let right = |cell: Cell, expected: &Entry, got: &Entry| {
        got.value().is_none() || is_right_number(expected, got) || (!trusted && inferred.contains(&cell))
    };
    let wrong = differences(report, reading, right);
    prop_assert!(wrong.is_empty(), "{}", explain(page, reading, &wrong));
    Ok(())
}

/// As [`is_right_or_flagged`], where a problem may also say that the page is cut off in the cell.
pub(crate) fn is_right_or_cut_off(report: &Report, reading: &Reading, page: &str) -> Outcome {
    let inferred = &reading.evidence.inferred;
    let right = |cell: Cell, expected: &Entry, got: &Entry| {
        let flagged = || inferred.contains(&cell) || is_cut_off(reading, cell);
        got.value().is_none() || is_right_number(expected, got) || flagged()
    };
    let wrong = differences(report, reading, right);
    prop_assert!(wrong.is_empty(), "{}", explain(page, reading, &wrong));
    Ok(())
}
