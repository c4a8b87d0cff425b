//! Where each cell stands in the source, and what is printed there.

use crate::form::Cell;
use crate::source::Place;
use std::ops::Range;

/// The place and the printed text of cells, sorted once reading is done. The texts lie side by side
/// in one string: a page has two hundred cells.
#[derive(Debug, Clone, Default)]
pub(super) struct Places {
    cells: Vec<(Cell, Place, Range<usize>)>,
    texts: String,
}

impl Places {
    /// Adds a cell; of one that is added again, the first stays.
    pub(super) fn add(&mut self, cell: Cell, place: Place, printed: &str) {
        let start = self.texts.len();
        self.texts.push_str(printed);
        self.cells.push((cell, place, start..self.texts.len()));
    }

    /// Forgets cells.
    pub(super) fn forget(&mut self, cells: &[Cell]) {
        self.cells.retain(|(cell, ..)| !cells.contains(cell));
    }

    /// Sorts the cells, which makes them known to `get`.
    pub(super) fn settle(&mut self) {
        self.cells.sort_by_key(|(cell, ..)| *cell);
        self.cells.dedup_by_key(|(cell, ..)| *cell);
    }

    /// Where a cell stands and what is printed there.
    pub(super) fn get(&self, cell: Cell) -> Option<(Place, &str)> {
        let at = self.cells.binary_search_by_key(&cell, |(cell, ..)| *cell).ok()?;
        let (_, place, text) = self.cells.get(at)?;
        Some((*place, self.texts.get(text.clone())?))
    }
}
