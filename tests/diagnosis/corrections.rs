//! What cannot be known: the same mistake in another place may leave just the same sums broken.
//!
//! Two item rows stand in every sum of their columns with the same sign, so a case moved from 自然人 to
//! 商业企业 breaks these two columns by one each, whichever row it was moved in; and so it is for
//! columns. Of the rows only those are out of the question in which no such case can be. This is
//! counted here, without the library: every correction of the kind is tried.

use crate::damage::{Mistake, Truth};
use gongkai::Report;
use gongkai::form::{Applicant, Cell, Edition, Evaluation, Operand, Row, relations};

/// The rows of table 三, then its columns.
pub(crate) fn lines(edition: Edition) -> [Vec<Vec<Cell>>; 2] {
    let column = |&column| Row::of(edition).map(|row| Cell::Applications(row, column)).collect();
    [
        Row::of(edition).map(|row| Cell::row(row).collect()).collect(),
        Applicant::ALL.iter().map(column).collect(),
    ]
}

/// The cells of two lines that differ, each with what its partner prints.
pub(crate) fn exchanged(report: &Report, line: &[Cell], other: &[Cell]) -> Truth {
    let count = |cell| report.get(cell).count().unwrap_or(0);
    let pairs = line.iter().zip(other).filter(|(a, b)| count(**a) != count(**b));
    pairs.flat_map(|(&a, &b)| [(a, count(b)), (b, count(a))]).collect()
}

/// The corrections of a kind of mistake that lead from a page to a consistent report: the true one,
/// and those that nobody can tell from it.
pub(crate) fn corrections(mistake: Mistake, report: &Report, edition: Edition, truth: &Truth) -> Vec<Truth> {
    let [rows, columns] = lines(edition);
    let mut corrections = match mistake {
        Mistake::MovedInRow | Mistake::SwappedInRow => shifted(report, truth, &columns),
        Mistake::MovedInColumn | Mistake::SwappedInColumn => shifted(report, truth, &rows),
        Mistake::RowsSwapped => pairs(&rows).map(|(a, b)| exchanged(report, a, b)).collect(),
        Mistake::ColumnsSwapped => pairs(&columns).map(|(a, b)| exchanged(report, a, b)).collect(),
        _ => Vec::new(),
    };
    corrections.push(truth.clone());
    corrections.retain(|correction| is_consistent_with(report, edition, correction));
    corrections.sort();
    corrections.dedup();
    corrections
}

fn pairs(lines: &[Vec<Cell>]) -> impl Iterator<Item = (&Vec<Cell>, &Vec<Cell>)> {
    lines.iter().enumerate().flat_map(|(at, line)| lines[at + 1..].iter().map(move |other| (line, other)))
}

/// As many cases moved between the same two lines, in any place and either way.
fn shifted(report: &Report, truth: &Truth, lines: &[Vec<Cell>]) -> Vec<Truth> {
    let line = |cell| lines.iter().find(|line| line.contains(cell)).expect("every cell has its line");
    let count = |cell| i128::from(report.get(cell).count().unwrap_or(0));
    let (Some((a, meant)), Some((b, _))) = (truth.first_key_value(), truth.last_key_value()) else {
        return Vec::new();
    };
    let cases = i128::from(*meant) - count(*a);
    let places = line(a).iter().zip(line(b));
    let both = places.flat_map(|(&a, &b)| [(a, b, cases), (a, b, -cases)]);
    let shifted = both.map(|(a, b, by)| {
        Some(Truth::from([(a, u64::try_from(count(a) + by).ok()?), (b, u64::try_from(count(b) - by).ok()?)]))
    });
    shifted.flatten().collect()
}

fn evaluate(report: &Report, edition: Edition, correction: &Truth) -> impl Iterator<Item = Evaluation> {
    let count = |cell: Cell| correction.get(&cell).copied().or_else(|| report.get(cell).count());
    let operand = move |cell| count(cell).map_or(Operand::Unknown, Operand::Count);
    relations(edition).iter().map(move |relation| relation.evaluate(|term| operand(term.cell)))
}

/// Whether every sum holds once cells are corrected.
fn is_consistent_with(report: &Report, edition: Edition, correction: &Truth) -> bool {
    evaluate(report, edition, correction).all(|evaluation| evaluation == Evaluation::Holds)
}

/// What became of every sum.
pub(crate) fn evaluations(report: &Report, edition: Edition) -> Vec<Evaluation> {
    evaluate(report, edition, &Truth::new()).collect()
}
