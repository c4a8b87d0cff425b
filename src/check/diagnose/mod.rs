//! The diagnosis: which few cells, were they other, would settle all sums that fail and break none.
//!
//! A sum that fails says by how much it is off, and a wrong cell puts every sum in which it stands off
//! by the same. So the sums are turned round: a cell (or two, or a whole line) whose correction settles
//! every failing sum that it touches, and no sum that holds is lost, explains those findings. Of all ways
//! to explain all of them, the likeliest is taken, and other causes of the same findings stand behind it.
//!
//! Where the report of the year before is at hand, what it carried over stands among the sums, and is taken
//! at its word: a mistake in that report is not looked for.
//!
//! # What is likelier
//!
//! Fewer wrong cells are likelier than more; in the same number of cells, in this order:
//!
//! 1. 总计 left at 0, then 总计 copied from another row or column: the commonest mistakes;
//! 2. a slip of the pen: two digits exchanged, a digit lost or doubled, one digit another, or a number
//!    torn over two cells (`2|0` for 20). One wrong digit says little of a number that has but one;
//! 3. a total before the counts below it;
//! 4. any other number.
//!
//! What the prose states is likelier by more than one such step, also what is no count as it is printed
//! (negative, with decimals); a cell whose number was placed there by the sums when the page was read is
//! less likely by more than one, since then the reading may be wrong and not the report. Of two cells, a
//! case moved to the next cell is likelier than two mistakes, the likelier the fewer cases it takes and
//! the more cases there are where it should have stood; then come two numbers exchanged. Two whole lines
//! exchanged are believed when that alone settles many sums. The points are in `rank`.
//!
//! In table 四 one sum binds five cells, and often each of them could be the wrong one. Then the order
//! above is all there is, and the message says how many others would do as well.
//!
//! # What cannot be known
//!
//! The item rows stand in the sums of all columns with the same sign, so each can take another's place: a
//! case counted under 商业企业 and not under 自然人 leaves these two columns off by one, and nothing else,
//! whichever item row it stands in. Only rows that have no such case are out. What can be known is the pair
//! of columns; the row named first is the one with the most cases. In the same way a case that was
//! counted in the next row tells its two rows, and not its column; and two rows that say the same cannot
//! be told apart when one of them was exchanged with a third. Two item rows exchanged with their
//! totals, or two columns of applicants, leave every sum as it was: nobody can see that.
//! `tests/diagnosis.rs` counts all this.

use super::{Case, Cause, Finding};
use crate::message::Message;
use serde::{Deserialize, Serialize};

mod cover;
mod explanation;
mod faults;
mod layout;
mod lines;
mod pair;
mod rank;
mod search;
mod sheet;
mod single;
mod slips;
#[cfg(test)]
mod tests;
mod trial;
mod words;

/// One fault of the report: findings that share a cause.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Fault {
    /// The findings that it explains, by their places among those of the report.
    pub findings: Vec<usize>,
    /// What could have caused them, likeliest first; at most five.
    pub causes: Vec<Diagnosis>,
}

/// What could have gone wrong, never applied to the report.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Diagnosis {
    /// What kind of mistake it is.
    pub kind: CauseKind,
    /// Every cell that would be wrong, and what it should say.
    pub changes: Vec<Cause>,
    /// The findings that would be gone, by their places among those of the report.
    pub clears: Vec<usize>,
    /// What happened, and why it is ranked so.
    pub message: Message,
}

/// A kind of mistake.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum CauseKind {
    /// One cell has a wrong number.
    WrongCell,
    /// Several cells have wrong numbers.
    WrongCells,
    /// A digit is missing: 12 for 120.
    DigitLost,
    /// A digit stands twice: 112 for 12.
    DigitDoubled,
    /// Two digits changed places: 31 for 13.
    DigitsTransposed,
    /// One digit is another: 17 for 11.
    DigitWrong,
    /// 总计 was left at 0, or a line of them was.
    TotalZero,
    /// 总计 is that of another row or column.
    TotalCopied,
    /// Cases were counted in another cell than their own.
    CaseMoved,
    /// Two rows changed places.
    RowsSwapped,
    /// Two columns changed places.
    ColumnsSwapped,
    /// The numbers of two cells changed places.
    CellsSwapped,
    /// A number was torn over two cells: `2|0` for 20.
    TornNumber,
}

impl Fault {
    /// The first change of the likeliest cause that concerns a finding.
    pub(super) fn cause_of(&self, finding: &Finding) -> Option<&Cause> {
        let changes = &self.causes.first()?.changes;
        changes.iter().find(|change| finding.cells.contains(&change.cell)).or_else(|| changes.first())
    }
}

/// Why findings over sums arose: faults, each with its causes, likeliest first.
///
/// Findings without a known cause, and those that are not about sums, are in no fault. The report is
/// not changed. [`check`](super::check()) does this already, and puts it into [`Checked`](super::Checked).
///
/// ```
/// use gongkai::check::{CauseKind, check, sketch};
///
/// // 31 for 13 in one cell: its row and its column fail by it.
/// let sketch = sketch("
///     applications: 0
///     applications.received: 15 0 0 0 0 0 15
///     applications.outcomes.granted: 31 0 0 0 0 0 13
///     applications.outcomes.unavailable.not_held: 2 0 0 0 0 0 2
///     applications.outcomes.total: 15 0 0 0 0 0 15
/// ")?;
/// let checked = check(&sketch);
/// assert_eq!(checked.findings.len(), 2);
/// let [fault] = &checked.faults[..] else { panic!("one fault") };
/// assert_eq!(fault.findings, [0, 1]);
/// let cause = &fault.causes[0];
/// assert_eq!(cause.kind, CauseKind::DigitsTransposed);
/// assert_eq!(cause.changes[0].cell.to_string(), "applications.outcomes.granted.natural_person");
/// assert_eq!(cause.changes[0].suggested, "13");
/// # Ok::<(), gongkai::check::BadSketch>(())
/// ```
pub fn diagnose<'a>(case: impl Into<Case<'a>>, findings: &[Finding]) -> Vec<Fault> {
    if findings.is_empty() {
        return Vec::new();
    }
    let sheet = sheet::Sheet::new(case.into(), findings);
    if sheet.failing() == 0 { Vec::new() } else { faults::faults(&sheet) }
}
