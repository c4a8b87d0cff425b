//! How likely causes are: points, the fewer the likelier.
//!
//! The order of ranks is what these numbers are for; a point is about a factor of two. One cell is
//! likelier than two, a known slip of the pen likelier than any other number, a case moved to the next
//! cell likelier than two wrong cells by themselves.

use super::CauseKind;
use crate::form::Cell;

/// Any wrong number in one cell.
pub(super) const CELL: u32 = 26;
/// Totals are summed up by hand, and copied: they are wrong more often than the counts below them.
pub(super) const TOTAL: u32 = 3;
/// The prose states the very number.
pub(super) const STATED: u32 = 8;
/// What is printed can be no count.
pub(super) const NO_COUNT: u32 = 4;
/// A blank cell is where a count was forgotten, or got into the next one. Alone it explains nothing: a sum
/// that a blank cell could fill does not fail.
pub(super) const BLANK: u32 = 6;
/// The reading may be wrong, and not the report.
pub(super) const INFERRED: u32 = 8;
/// One case counted in a cell beside its own.
pub(super) const MOVED: u32 = 28;
/// The numbers of two cells exchanged.
pub(super) const CELLS_SWAPPED: u32 = 30;
/// A number torn over two cells.
pub(super) const TORN: u32 = 28;
/// A wrong number that was added up: its total is wrong by as much.
pub(super) const ADDED_UP: u32 = 36;
/// Two whole rows or columns exchanged.
pub(super) const LINES_SWAPPED: u32 = 30;
/// The most by which the sums that such an exchange clears make it likelier, a point each.
pub(super) const COINCIDENCE: u32 = 8;
/// A line of totals not filled in.
pub(super) const TOTALS_ZERO: u32 = 32;
/// A line of totals in which many are wrong.
pub(super) const TOTALS_WRONG: u32 = 44;
/// What is not side by side is confused less often.
pub(super) const APART: u32 = 4;
/// Two cells each of which explains its own findings without the other.
pub(super) const DETACHED: u32 = 8;
/// A failing sum that nothing explains.
pub(super) const UNEXPLAINED: u32 = 60;

/// What a slip is likelier by than any other number in the same cell.
pub(super) const fn bonus(kind: CauseKind) -> u32 {
    match kind {
        CauseKind::TotalZero => 10,
        CauseKind::TotalCopied => 9,
        CauseKind::DigitsTransposed | CauseKind::TornNumber => 8,
        CauseKind::DigitLost | CauseKind::DigitDoubled => 7,
        CauseKind::DigitWrong => 5,
        _ => 0,
    }
}

/// The logarithm by which many cases are likelier, or less likely, than one; at most 8.
pub(super) fn magnitude(count: u64) -> u32 {
    count.checked_ilog2().unwrap_or(0).min(8)
}

/// What changes mean and how likely that is.
#[derive(Clone, Copy)]
pub(super) struct Rank {
    pub(super) kind: CauseKind,
    pub(super) cost: u32,
    /// The cell that the number seems to come from.
    pub(super) source: Option<Cell>,
}
