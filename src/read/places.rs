//! Where each cell stands in the source, and what is printed there.

use crate::form::Cell;
use crate::report::{Passage, Report};
use crate::source::Place;
use std::ops::Range;

/// The place and the printed text of cells, sorted once reading is done. The texts lie side by side
/// in one string: a page has two hundred cells.
#[derive(Debug, Clone, Default)]
pub(super) struct Places {
    cells: Vec<(Cell, Place, Range<usize>)>,
    texts: String,
    /// Stretches of prose, each of one line.
    prose: Vec<(Passage, Place)>,
}

impl Places {
    /// Makes room for cells.
    pub(super) fn reserve(&mut self, cells: usize) {
        const DIGITS: usize = 3;
        self.cells.reserve(cells);
        self.texts.reserve(cells * DIGITS);
    }

    /// Adds a cell; of one that is added again, the first stays.
    pub(super) fn add(&mut self, cell: Cell, place: Place, printed: &str) {
        let start = self.texts.len();
        self.texts.push_str(printed);
        self.cells.push((cell, place, start..self.texts.len()));
    }

    /// Adds stretches of prose.
    pub(super) fn add_prose(&mut self, stretches: impl Iterator<Item = (Passage, Place)>) {
        // Nearly all of those that may be are.
        self.prose.reserve(stretches.size_hint().1.unwrap_or(0));
        self.prose.extend(stretches);
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

    /// Where a piece of prose stands: from the stretch in which it begins to the one in which it ends.
    pub(super) fn passage(&self, report: &Report, passage: Passage) -> Option<Place> {
        let begin = self.point(report, passage, passage.start, passage.start)?;
        let last = passage.end.saturating_sub(1).max(passage.start);
        let end = self.point(report, passage, last, passage.end)?;
        Some(Place { end: end.start, ..begin })
    }

    /// Where the byte `at` stands, or would, on the line of the byte `within`.
    fn point(&self, report: &Report, passage: Passage, within: usize, at: usize) -> Option<Place> {
        let same = |stretch: &Passage| {
            (stretch.section, stretch.paragraph) == (passage.section, passage.paragraph)
                && stretch.start <= within
        };
        let (stretch, place) = self.prose.iter().rfind(|(stretch, _)| same(stretch))?;
        let before = report.passage(Passage { end: at, ..*stretch })?;
        Some(Place {
            start: place.start.map(|start| start + before.len()),
            column: place.column.map(|column| column + before.chars().count()),
            ..*place
        })
    }
}
