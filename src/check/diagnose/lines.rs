//! Whole lines of a table that are wrong together: exchanged, shifted by a torn number, not added up.

use super::CauseKind;
use super::explanation::Explanation;
use super::rank::{self, Rank};
use super::sheet::{Change, Mask, Sheet, bits};
use super::slips;
use super::trial::clears;
use crate::form::{Applicant, Cell, Row};

/// What wrong lines could explain.
pub(super) fn explanations(sheet: &Sheet<'_>) -> Vec<Explanation> {
    if sheet.failing().count_ones() < 2 {
        return Vec::new();
    }
    let mut found = Vec::new();
    swapped(sheet, &mut found);
    torn_rows(sheet, &mut found);
    totals(sheet, &mut found);
    found
}

/// Keeps the changes of a wrong line if they clear something and break nothing.
fn keep(
    sheet: &Sheet<'_>,
    changes: Option<Vec<Change>>,
    kind: CauseKind,
    cost: u32,
    found: &mut Vec<Explanation>,
) {
    let Some(changes) = changes else { return };
    if let Some(clears) = clears(sheet, &changes) {
        let cost = if is_exchange(kind) { cost - clears.count_ones().min(rank::COINCIDENCE) } else { cost };
        found.push(Explanation { rank: Rank { kind, cost, source: None }, changes, clears });
    }
}

/// Whether the changes leave nothing to choose, so that each sum that they clear speaks for them.
const fn is_exchange(kind: CauseKind) -> bool {
    matches!(kind, CauseKind::RowsSwapped | CauseKind::ColumnsSwapped)
}

/// Two whole lines exchanged, any two rows or any two columns.
fn swapped(sheet: &Sheet<'_>, found: &mut Vec<Explanation>) {
    let rows: Vec<Vec<_>> =
        Row::of(sheet.edition).map(|row| Cell::row(row).map(|cell| sheet.find(cell)).collect()).collect();
    let columns = (0..Applicant::ALL.len()).map(|at| rows.iter().map(|row| row[at]).collect()).collect();
    for (kind, lines) in [(CauseKind::RowsSwapped, rows), (CauseKind::ColumnsSwapped, columns)] {
        for (at, line) in lines.iter().enumerate() {
            for (distance, other) in lines[at + 1..].iter().enumerate() {
                let cost = rank::LINES_SWAPPED + if distance == 0 { 0 } else { rank::APART };
                keep(sheet, exchange(sheet, line, other), kind, cost, found);
            }
        }
    }
}

/// Every cell of a line says what its partner prints. If only one pair differs, that is no line.
fn exchange(sheet: &Sheet<'_>, line: &[Option<usize>], other: &[Option<usize>]) -> Option<Vec<Change>> {
    let mut changes = Vec::new();
    for (&a, &b) in line.iter().zip(other) {
        let (Some(a), Some(b)) = (a, b) else { continue };
        changes.extend(sheet.change(a, sheet.suspects[b].printed));
        changes.extend(sheet.change(b, sheet.suspects[a].printed));
    }
    (changes.len() > 2).then_some(changes)
}

/// `2|0` for 20, and every number behind it one cell too far to the right, so that 总计 is lost.
fn torn_rows(sheet: &Sheet<'_>, found: &mut Vec<Explanation>) {
    for number in bits(sheet.failing()) {
        let Cell::Applications(row, Applicant::Total) = sheet.equations[number].relation.total.cell else {
            continue;
        };
        if sheet.equations[number].members.len() == Applicant::ALL.len() {
            for at in 0..Applicant::KINDS.len() {
                let cost = rank::TORN + rank::APART;
                keep(sheet, torn_row(sheet, row, at), CauseKind::TornNumber, cost, found);
            }
        }
    }
}

fn torn_row(sheet: &Sheet<'_>, row: Row, at: usize) -> Option<Vec<Change>> {
    let suspects: Option<Vec<_>> = Cell::row(row).map(|cell| sheet.find(cell)).collect();
    let suspects = suspects?;
    let printed: Option<Vec<_>> =
        suspects.iter().map(|&suspect| sheet.count(sheet.suspects[suspect].printed)).collect();
    let printed = printed?;
    let whole = slips::joined(printed[at], printed[at + 1])?;
    let mut meant = [&printed[..at], &[whole], &printed[at + 2..]].concat();
    meant.push(meant.iter().try_fold(0_u64, |sum, &count| sum.checked_add(count))?);
    let changes =
        suspects.iter().zip(meant).filter_map(|(&suspect, count)| sheet.change(suspect, sheet.units(count)));
    Some(changes.collect()).filter(|changes: &Vec<_>| changes.len() > 2)
}

/// The totals of one line, all wrong: left at 0, or moved by a line.
fn totals(sheet: &Sheet<'_>, found: &mut Vec<Explanation>) {
    for rule in ["applicants-sum", "outcomes-sum"] {
        let of_rule = sheet.mask(|equation| equation.relation.rule == rule) & sheet.failing();
        let zeros = of_rule & sheet.mask(|equation| sheet.printed(equation.relation.total.cell) == Some(0));
        keep(sheet, added_up(sheet, zeros), CauseKind::TotalZero, rank::TOTALS_ZERO, found);
        if zeros != of_rule && of_rule.count_ones() > 2 {
            keep(sheet, added_up(sheet, of_rule), CauseKind::WrongCells, rank::TOTALS_WRONG, found);
        }
    }
}

/// Every total becomes the sum of its parts. One alone is no line.
fn added_up(sheet: &Sheet<'_>, equations: Mask) -> Option<Vec<Change>> {
    let changes = bits(equations).map(|number| {
        let equation = &sheet.equations[number];
        let total = sheet.find(equation.relation.total.cell)?;
        sheet.change(total, sheet.suspects[total].printed + equation.residual)
    });
    changes.collect::<Option<Vec<_>>>().filter(|changes| changes.len() > 1)
}
