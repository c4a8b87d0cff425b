//! Ambiguous rows, placed by the sums of the form when exactly one placement satisfies them.

use super::event::Value;
use crate::form::{Applicant, Cell, Edition, Evaluation, Operand, Relation, Row, Term, relations};
use crate::report::{Entry, Number, Report};
use std::borrow::Cow;

/// Rows that are placed together, at most: more would be too many ways to try.
const MOST_ROWS: usize = 3;
/// Ways to try, at most.
const MOST_WAYS: usize = 50_000;

/// A row whose values do not say where they stand.
#[derive(Debug, Clone)]
pub(super) struct Ambiguous {
    pub(super) cells: Cow<'static, [Cell]>,
    pub(super) values: Vec<Value>,
    /// The page ends in it.
    pub(super) cut: bool,
}

/// One way to fill the cells of a row; none for a blank.
type Way = Vec<Option<Number>>;

/// For each row the only way that all sums allow, if there is exactly one for all of them.
pub(super) fn solve(report: &Report, rows: &[Ambiguous], edition: Edition) -> Option<Vec<Way>> {
    if rows.is_empty() || rows.len() > MOST_ROWS || rows.iter().any(|row| row.cut) {
        return None;
    }
    let sums: Vec<&Relation> = relations(edition)
        .iter()
        .filter(|relation| rows.iter().any(|row| row.cells.iter().any(|&cell| relation.has(cell))))
        .collect();
    let mut ways = Vec::new();
    let mut product = 1_usize;
    for row in rows {
        let own: Vec<&Relation> = sums.iter().copied().filter(|relation| is_within(relation, row)).collect();
        let mut of_row = ways_of(row);
        of_row.retain(|way| own.iter().all(|relation| truth(relation, report, &[(row, way)]) != Some(false)));
        product = product.saturating_mul(of_row.len());
        if of_row.is_empty() || product > MOST_WAYS {
            return None;
        }
        ways.push(of_row);
    }
    unique(report, rows, &ways, &sums)
}

fn is_within(relation: &Relation, row: &Ambiguous) -> bool {
    relation.terms().all(|term| row.cells.contains(&term.cell))
}

/// Tries every combination; the only one that satisfies every sum wins.
fn unique(report: &Report, rows: &[Ambiguous], ways: &[Vec<Way>], sums: &[&Relation]) -> Option<Vec<Way>> {
    let mut only: Option<Vec<Way>> = None;
    let mut counters = vec![0; rows.len()];
    loop {
        let chosen: Vec<(&Ambiguous, &Way)> =
            rows.iter().zip(ways).zip(&counters).map(|((row, ways), &at)| (row, &ways[at])).collect();
        let mut truths = sums.iter().filter_map(|relation| truth(relation, report, &chosen)).peekable();
        if truths.peek().is_some() && truths.all(|holds| holds) {
            if only.is_some() {
                return None;
            }
            only = Some(chosen.into_iter().map(|(_, way)| way.clone()).collect());
        }
        let mut digit = 0;
        while digit < counters.len() {
            counters[digit] += 1;
            if counters[digit] < ways[digit].len() {
                break;
            }
            counters[digit] = 0;
            digit += 1;
        }
        if digit == counters.len() {
            return only;
        }
    }
}

/// Whether a sum holds with the rows filled this way and blanks as zeros; nothing when a cell of it is
/// not known. A total that this way leaves blank says nothing either.
fn truth(relation: &Relation, report: &Report, chosen: &[(&Ambiguous, &Way)]) -> Option<bool> {
    let operand = |term: Term| {
        for (row, way) in chosen {
            if let Some(at) = row.cells.iter().position(|&cell| cell == term.cell) {
                return way[at].map_or(Operand::Nothing, |number| Operand::Value(number.decimal()));
            }
        }
        match report.get(term.cell) {
            Entry::Value(number) => Operand::Value(number.decimal()),
            Entry::Mark | Entry::Blank => Operand::Nothing,
            Entry::Absent | Entry::Unreadable(_) => Operand::Unknown,
        }
    };
    match relation.evaluate(operand) {
        Evaluation::Holds => Some(true),
        Evaluation::Fails { .. } => Some(false),
        Evaluation::Blank | Evaluation::Unknown => None,
    }
}

fn holds(relation: &Relation, report: &Report) -> bool {
    truth(relation, report, &[]) == Some(true)
}

/// Every way in which the values can stand in the cells, without repeats.
fn ways_of(row: &Ambiguous) -> Vec<Way> {
    let count = row.cells.len();
    let numbers: Option<Vec<Number>> =
        row.values.iter().filter(|v| !v.soft && !v.is_blank()).map(|v| v.entry.value()).collect();
    let Some(numbers) = numbers else { return Vec::new() };
    let mut ways = match numbers.len() {
        // Blanks beside as many numbers as cells.
        same if same == count => vec![numbers.iter().copied().map(Some).collect()],
        // One number too many: torn over two cells.
        more if more == count + 1 => (0..count).filter_map(|at| joined(&numbers, at)).collect(),
        fewer if fewer < count => spread(&numbers, count),
        _ => Vec::new(),
    };
    let mut seen = std::collections::HashSet::new();
    ways.retain(|way| seen.insert(way.iter().map(|n| n.map(|n| n.decimal())).collect::<Vec<_>>()));
    ways
}

/// The numbers with the one at `at` and the next read as one: 13 and 612 as 13612.
fn joined(numbers: &[Number], at: usize) -> Option<Way> {
    let (Number::Count(left), Number::Count(right)) = (numbers[at], numbers[at + 1]) else { return None };
    if left == 0 {
        return None;
    }
    let whole = format!("{left}{right}").parse().ok()?;
    let mut way: Way = numbers.iter().copied().map(Some).collect();
    way[at] = Some(Number::Count(whole));
    way.remove(at + 1);
    Some(way)
}

/// The numbers in their order over the cells, with blanks between them in every way.
fn spread(numbers: &[Number], count: usize) -> Vec<Way> {
    let mut ways: Vec<Way> = vec![Vec::new()];
    for at in 0..count {
        let mut next = Vec::new();
        for way in ways {
            let used = way.iter().flatten().count();
            let left = numbers.len() - used;
            if left > 0 {
                let mut with = way.clone();
                with.push(Some(numbers[used]));
                next.push(with);
            }
            if count - at > left {
                let mut without = way;
                without.push(None);
                next.push(without);
            }
        }
        ways = next;
        if ways.len() > MOST_WAYS {
            return Vec::new();
        }
    }
    ways
}

/// Whether the sums over every item row prove the columns of table 三: every sum is known and holds.
pub(super) fn proves_columns(report: &Report, edition: Edition) -> bool {
    let mut sums = relations(edition).iter().filter(|relation| relation.rule == "outcomes-sum");
    sums.all(|relation| holds(relation, report))
        && Row::of(edition).all(|row| proves_row(report, row, edition))
}

/// Whether the sum of a row of table 三 is known and holds.
pub(super) fn proves_row(report: &Report, row: Row, edition: Edition) -> bool {
    let total = Cell::Applications(row, Applicant::Total);
    let mut sums = relations(edition)
        .iter()
        .filter(|relation| relation.rule == "applicants-sum" && relation.total.cell == total);
    sums.next().is_some_and(|relation| holds(relation, report))
}
