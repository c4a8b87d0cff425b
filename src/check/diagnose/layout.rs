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

#[cfg(test)]
mod tests {
    use super::*;

    fn cell(path: &str) -> Cell {
        format!("applications.{path}").parse().or_else(|_| path.parse()).expect("a cell")
    }

    #[test]
    fn cells_are_beside_each_other_in_their_row_or_column() {
        let is_beside = |a: &str, b: &str| {
            let [a, b] = [a, b].map(|path| Spot::of(Edition::E2021, cell(path)));
            assert_eq!(a.is_beside(b), b.is_beside(a));
            a.is_beside(b)
        };
        assert!(is_beside("received.natural_person", "received.enterprise"));
        assert!(is_beside("received.natural_person", "carried_in.natural_person"));
        // The form of 2021 has three rows where that of 2019 has one.
        assert!(is_beside("outcomes.other.other.total", "outcomes.total.total"));
        assert!(is_beside("challenges.review.upheld", "challenges.review.corrected"));
        assert!(!is_beside("received.natural_person", "received.natural_person"));
        assert!(!is_beside("received.natural_person", "received.research"));
        assert!(!is_beside("received.natural_person", "carried_in.enterprise"));
        assert!(!is_beside("received.natural_person", "challenges.review.corrected"));
    }

    #[test]
    fn totals_share_the_column_or_the_row_of_totals() {
        for (a, b, shared) in [
            ("received.total", "outcomes.granted.total", true),
            ("outcomes.total.natural_person", "outcomes.total.enterprise", true),
            ("outcomes.total.natural_person", "outcomes.total.total", true),
            ("received.total", "outcomes.total.natural_person", false),
            ("received.total", "received.enterprise", false),
            ("received.natural_person", "received.enterprise", false),
            ("received.natural_person", "carried_in.natural_person", false),
            ("outcomes.total.natural_person", "outcomes.granted.natural_person", false),
            ("challenges.review.total", "challenges.direct_suits.total", true),
            ("challenges.review.total", "challenges.review.upheld", false),
            ("challenges.review.upheld", "challenges.direct_suits.upheld", false),
            ("challenges.review.total", "received.total", false),
        ] {
            assert_eq!(share_total_line(cell(a), cell(b)), shared, "{a} {b}");
            assert_eq!(share_total_line(cell(b), cell(a)), shared, "{b} {a}");
        }
    }

    #[test]
    fn no_total_is_on_the_right_of_a_count() {
        for (left, right) in [
            ("received.natural_person", Some("received.enterprise")),
            ("received.legal_service", Some("received.other")),
            ("received.other", None),
            ("received.total", None),
            ("outcomes.total.other", Some("outcomes.total.total")),
            ("challenges.review.upheld", Some("challenges.review.corrected")),
            ("challenges.review.pending", None),
            ("proactive.rules.issued", None),
        ] {
            assert_eq!(right_of(cell(left)), right.map(cell), "{left}");
        }
    }
}
