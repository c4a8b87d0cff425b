//! Two wrong cells that belong together.

use super::layout::{is_total, right_of, share_total_line};
use super::rank::{self, Rank};
use super::sheet::{Change, Mask, Sheet};
use super::{CauseKind, single, slips};
use crate::report::Entry;

/// What two changes mean together: the likeliest of a case moved, two numbers exchanged, a number torn,
/// a wrong number added up; else two wrong cells.
pub(super) fn rank(sheet: &Sheet<'_>, a: Change, b: Change, clears: Mask) -> Rank {
    let together = [swapped(sheet, a, b), moved(sheet, a, b), torn(sheet, a, b), added_up(sheet, a, b)];
    let likeliest = together.into_iter().flatten().min_by_key(|(_, cost)| *cost);
    let apart = || [a, b].map(|change| single::rank(sheet, change, clears).cost).iter().sum();
    let (kind, cost) = likeliest.unwrap_or_else(|| (CauseKind::WrongCells, apart()));
    let either = |is: fn(&Sheet<'_>, Change) -> bool| is(sheet, a) || is(sheet, b);
    let doubt = if either(single::is_inferred) { rank::INFERRED } else { 0 };
    let gap = if either(|sheet, it| *sheet.entry(it.suspect) == Entry::Blank) { rank::BLANK } else { 0 };
    Rank { kind, cost: (cost + doubt).saturating_sub(gap), source: None }
}

fn apart(sheet: &Sheet<'_>, a: Change, b: Change) -> u32 {
    if sheet.spot(a.suspect).is_beside(sheet.spot(b.suspect)) { 0 } else { rank::APART }
}

/// So many cases counted in the other cell. The more cases a cell should have, the likelier one of them
/// went astray.
fn moved(sheet: &Sheet<'_>, a: Change, b: Change) -> Option<(CauseKind, u32)> {
    let [from, to] = [a, b].map(|change| sheet.suspects[change.suspect].cell);
    let is_move = sheet.delta(a) == -sheet.delta(b) && is_total(from) == is_total(to);
    if !is_move || (is_total(from) && !share_total_line(from, to)) {
        return None;
    }
    let (lost, cases) = if sheet.delta(a) > 0 { (a, sheet.delta(a)) } else { (b, sheet.delta(b)) };
    let magnitude = |value| sheet.count(value).map_or(0, rank::magnitude);
    let total = if is_total(from) { rank::TOTAL } else { 0 };
    let cost = rank::MOVED + total + apart(sheet, a, b) + 2 * magnitude(cases);
    Some((CauseKind::CaseMoved, cost - magnitude(lost.value)))
}

/// Each should say what the other prints. If they differ by one case, that is a case moved as well.
fn swapped(sheet: &Sheet<'_>, a: Change, b: Change) -> Option<(CauseKind, u32)> {
    let printed = |change: Change| sheet.suspects[change.suspect].printed;
    let is_swap = a.value == printed(b) && b.value == printed(a) && sheet.delta(a).abs() > sheet.units(1);
    let total = u32::from(is_total(sheet.suspects[a.suspect].cell));
    is_swap.then(|| (CauseKind::CellsSwapped, rank::CELLS_SWAPPED + total + apart(sheet, a, b)))
}

/// `2|5` for 25: the first should say both, and the second something of its own.
fn torn(sheet: &Sheet<'_>, a: Change, b: Change) -> Option<(CauseKind, u32)> {
    let cell = |change: Change| sheet.suspects[change.suspect].cell;
    let count = |change: Change| sheet.count(sheet.suspects[change.suspect].printed);
    let whole = |first, second| slips::joined(count(first)?, count(second)?);
    let is_torn = |first: Change, second| {
        right_of(cell(first)) == Some(cell(second))
            && whole(first, second).map(|whole| sheet.units(whole)) == Some(first.value)
    };
    (is_torn(a, b) || is_torn(b, a)).then_some((CauseKind::TornNumber, rank::TORN))
}

/// A number and the total of its row or column, wrong by the same.
fn added_up(sheet: &Sheet<'_>, a: Change, b: Change) -> Option<(CauseKind, u32)> {
    let is_sum = |change: Change| is_total(sheet.suspects[change.suspect].cell);
    let is_added = sheet.delta(a) == sheet.delta(b) && is_sum(a) != is_sum(b);
    is_added.then_some((CauseKind::WrongCells, rank::ADDED_UP))
}
