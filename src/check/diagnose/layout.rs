//! Where cells stand beside each other.

use super::sheet::Sheet;
use crate::form::{Applicant, Cell, ChallengeColumn, Edition, Row, Table};

/// A cell by its table, and by its place in the rows and columns of an edition.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) struct Spot {
    table: Table,
    row: usize,
    column: usize,
}

impl Spot {
    pub(super) fn of(edition: Edition, cell: Cell) -> Self {
        let (row, column) = match cell {
            Cell::Proactive(row, column) => (row as usize, column as usize),
            Cell::Applications(row, column) => {
                (Row::of(edition).take_while(|&other| other != row).count(), column as usize)
            }
            Cell::Challenges(row, column) => (row as usize, column as usize),
        };
        Self { table: cell.table(), row, column }
    }

    /// Whether one is the next cell of the other's row or column.
    pub(super) fn is_beside(self, other: Self) -> bool {
        let distance = self.row.abs_diff(other.row) + self.column.abs_diff(other.column);
        self.table == other.table && distance == 1
    }
}

/// Whether a cell stands in a line of totals: the column 总计, or the row （七）总计.
pub(super) const fn is_total(cell: Cell) -> bool {
    match cell {
        Cell::Applications(row, column) => {
            matches!(row, Row::OutcomesTotal) || matches!(column, Applicant::Total)
        }
        Cell::Challenges(_, column) => matches!(column, ChallengeColumn::Total),
        Cell::Proactive(..) => false,
    }
}

/// Whether both stand in the column 总计 or both in the row （七）总计.
pub(super) fn share_total_line(a: Cell, b: Cell) -> bool {
    match (a, b) {
        (Cell::Applications(row, column), Cell::Applications(other_row, other_column)) => {
            (column == Applicant::Total && other_column == column)
                || (row == Row::OutcomesTotal && other_row == row)
        }
        (Cell::Challenges(_, column), Cell::Challenges(_, other)) => {
            column == ChallengeColumn::Total && other == column
        }
        _ => false,
    }
}

/// The cell on the right of another, unless that is a total.
pub(super) fn right_of(cell: Cell) -> Option<Cell> {
    let next = match cell {
        Cell::Applications(row, column) => Cell::Applications(row, *Applicant::ALL.get(column as usize + 1)?),
        Cell::Challenges(row, column) => {
            Cell::Challenges(row, *ChallengeColumn::ALL.get(column as usize + 1)?)
        }
        Cell::Proactive(..) => return None,
    };
    (!is_total(next) || is_total(cell)).then_some(next)
}

impl Sheet<'_> {
    pub(super) fn spot(&self, suspect: usize) -> Spot {
        Spot::of(self.edition, self.suspects[suspect].cell)
    }
}
