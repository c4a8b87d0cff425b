//! One wrong cell: which slip makes of what it should say what it prints.

use super::layout::{Spot, is_total, right_of, share_total_line};
use super::rank::Rank;
use super::sheet::{Change, Mask, Sheet, bits};
use super::{CauseKind, rank, slips};
use crate::check::Case;
use crate::form::{Cell, Sign, Which};
use rust_decimal::Decimal;

/// What kind of slip a change would put right, and how likely it is.
pub(super) fn rank(sheet: &Sheet<'_>, change: Change, clears: Mask) -> Rank {
    let (kind, source) = kind(sheet, change, clears);
    let cell = sheet.suspects[change.suspect].cell;
    let mut cost = rank::CELL - rank::bonus(kind);
    if kind == CauseKind::DigitWrong && change.value / sheet.units(10) == 0 {
        // Of two numbers of one digit, each is the other with a digit wrong.
        cost += rank::bonus(kind) - 2;
    }
    if is_total(cell) {
        cost -= rank::TOTAL;
    }
    if is_stated(sheet, change) {
        cost -= rank::STATED;
    }
    if is_no_count(sheet, change) {
        cost -= rank::NO_COUNT;
    }
    if is_inferred(sheet, change) {
        cost += rank::INFERRED;
    }
    Rank { kind, cost, source }
}

/// The kind, and the cell that the number seems to come from.
fn kind(sheet: &Sheet<'_>, change: Change, clears: Mask) -> (CauseKind, Option<Cell>) {
    let suspect = &sheet.suspects[change.suspect];
    let is_sum = is_total(suspect.cell)
        && bits(clears).any(|number| sheet.equations[number].relation.total.cell == suspect.cell);
    if is_sum && suspect.printed == 0 {
        return (CauseKind::TotalZero, None);
    }
    if let Some(source) = copied_from(sheet, suspect.cell, suspect.printed).filter(|_| is_sum) {
        return (CauseKind::TotalCopied, Some(source));
    }
    let (Some(printed), Some(meant)) = (sheet.count(suspect.printed), sheet.count(change.value)) else {
        return (CauseKind::WrongCell, None);
    };
    let rest = right_of(suspect.cell).and_then(|next| sheet.count(sheet.printed(next)?));
    if rest.is_some_and(|rest| slips::joined(printed, rest) == Some(meant)) {
        return (CauseKind::TornNumber, right_of(suspect.cell));
    }
    (slips::slip(printed, meant).unwrap_or(CauseKind::WrongCell), None)
}

/// Another total of the same line that prints the same: the next one, or any if the number is not small.
fn copied_from(sheet: &Sheet<'_>, cell: Cell, printed: i128) -> Option<Cell> {
    let spot = Spot::of(sheet.edition, cell);
    let is_telling = |other: Cell| {
        printed >= sheet.units(10) || (printed > 0 && spot.is_beside(Spot::of(sheet.edition, other)))
    };
    let others = sheet.suspects.iter().filter(|other| other.cell != cell && other.printed == printed);
    let others = others.map(|other| other.cell);
    let mut others: Vec<_> =
        others.filter(|&other| share_total_line(cell, other) && is_telling(other)).collect();
    others.sort_by_key(|&other| !spot.is_beside(Spot::of(sheet.edition, other)));
    others.first().copied()
}

/// Whether the prose states what the cell should say.
pub(super) fn is_stated(sheet: &Sheet<'_>, change: Change) -> bool {
    let meant = sheet.count(change.value).map(Decimal::from);
    meant.is_some() && stated(&sheet.case, sheet.suspects[change.suspect].cell) == meant
}

/// The figure that the prose of the report states of one cell: 新收申请46件.
fn stated(case: &Case<'_>, cell: Cell) -> Option<Decimal> {
    let mut claims = case.prose()?.claims.iter();
    let claim = claims.find(|claim| match claim.subject[..] {
        [term] if claim.is_plain() && claim.doubt.is_none() => {
            term.cell == cell && term.which == Which::This && term.sign == Sign::Plus
        }
        _ => false,
    });
    claim.map(|claim| claim.value)
}

/// Whether the cell prints what no count can be: a negative number, a fraction.
pub(super) fn is_no_count(sheet: &Sheet<'_>, change: Change) -> bool {
    sheet.count(sheet.suspects[change.suspect].printed).is_none()
}

/// Whether the number in the cell was placed there by the sums, when the page was read.
pub(super) fn is_inferred(sheet: &Sheet<'_>, change: Change) -> bool {
    sheet.case.is_inferred(sheet.suspects[change.suspect].cell)
}
