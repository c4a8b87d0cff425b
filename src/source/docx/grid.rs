//! Cells that reach over several rows: Word stores in each row below that the cell above goes on.

/// What a cell says of the rows above and below.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) enum Merge {
    #[default]
    Alone,
    /// It begins a cell that may go on below.
    Start,
    /// The cell above goes on.
    GoesOn,
}

/// The cells of a table that may go on in the next row.
#[derive(Debug, Default)]
pub(super) struct Grid {
    row: usize,
    /// Per column where a cell starts that may go on: which cell, and the last row it has.
    starts: Vec<Option<(usize, usize)>>,
}

impl Grid {
    pub(super) fn next_row(&mut self) {
        self.row += 1;
    }

    /// The cell from above that goes on at a column, which then has a row more.
    pub(super) fn go_on(&mut self, column: usize) -> Option<usize> {
        let (cell, last) = self.starts.get_mut(column)?.as_mut()?;
        if *last + 1 != self.row {
            return None;
        }
        *last = self.row;
        Some(*cell)
    }

    /// A cell begins over some columns; those from `limit` on are not minded.
    pub(super) fn begin(&mut self, cell: usize, columns: std::ops::Range<usize>, merge: Merge, limit: usize) {
        let columns = columns.start..columns.end.min(limit);
        if self.starts.len() < columns.end {
            self.starts.resize(columns.end, None);
        }
        if let Some(starts) = self.starts.get_mut(columns) {
            starts.fill(None);
            if let (Some(start), true) = (starts.first_mut(), merge != Merge::Alone) {
                *start = Some((cell, self.row));
            }
        }
    }
}
