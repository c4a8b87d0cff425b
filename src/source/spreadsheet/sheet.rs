//! One sheet of a workbook, whatever its format.

use crate::source::builder::within;
use crate::{Error, Limits};
use std::ops::Range;

/// The cells of a sheet, which know where they stand. Rows and columns count from 0.
#[derive(Debug, Default)]
pub(super) struct Sheet {
    pub(super) hidden: bool,
    /// In the order of rows, and in each in the order of columns, once [`Sheet::finish`] was called.
    pub(super) cells: Vec<Cell>,
    /// Merged cells.
    pub(super) areas: Vec<Area>,
    pub(super) hidden_rows: Vec<Range<u32>>,
    pub(super) hidden_columns: Vec<Range<u32>>,
}

/// A cell that the file has: it may be blank.
#[derive(Debug)]
pub(super) struct Cell {
    pub(super) row: u32,
    pub(super) column: u32,
    pub(super) text: String,
}

/// A cell over several rows or columns.
#[derive(Debug, Clone)]
pub(super) struct Area {
    pub(super) rows: Range<u32>,
    pub(super) columns: Range<u32>,
}

impl Sheet {
    /// Adds a cell. Blank ones far to the right are left out; none with text may stand there.
    pub(super) fn cell(&mut self, row: u32, column: u32, text: String, limits: Limits) -> Result<(), Error> {
        let is_far = column as usize >= limits.columns;
        let is_blank = text.chars().all(char::is_whitespace);
        if is_far && is_blank {
            return Ok(());
        }
        within("columns", "columns of a sheet", column as usize + 1, limits.columns)?;
        within("cells", "cells of a sheet", self.cells.len() + 1, limits.cells)?;
        let text = if is_blank { String::new() } else { text };
        self.cells.push(Cell { row, column, text });
        Ok(())
    }

    /// Adds a merged cell.
    pub(super) fn area(
        &mut self,
        rows: Range<u32>,
        columns: Range<u32>,
        limits: Limits,
    ) -> Result<(), Error> {
        within("cells", "merged cells of a sheet", self.areas.len() + 1, limits.cells)?;
        // What is merged of one cell, or ends before it begins, is nothing.
        if !rows.is_empty() && !columns.is_empty() && rows.len() + columns.len() > 2 {
            self.areas.push(Area { rows, columns });
        }
        Ok(())
    }

    /// Puts everything into order: programs write it so, but need not.
    pub(super) fn finish(mut self) -> Self {
        self.cells.sort_by_key(|cell| (cell.row, cell.column));
        self.cells.dedup_by(|again, first| (again.row, again.column) == (first.row, first.column));
        self.areas.sort_by_key(|area| (area.rows.start, area.columns.start));
        self.hidden_rows = joined(self.hidden_rows);
        self.hidden_columns = joined(self.hidden_columns);
        self
    }
}

/// Ranges in order, of which none overlap.
fn joined(mut ranges: Vec<Range<u32>>) -> Vec<Range<u32>> {
    ranges.sort_by_key(|range| range.start);
    let mut out: Vec<Range<u32>> = Vec::new();
    for range in ranges {
        match out.last_mut() {
            Some(last) if range.start <= last.end => last.end = last.end.max(range.end),
            _ => out.push(range),
        }
    }
    out
}

/// Whether a number lies in one of the ranges, which are in order.
pub(super) fn is_in(ranges: &[Range<u32>], number: u32) -> bool {
    let at = ranges.partition_point(|range| range.end <= number);
    ranges.get(at).is_some_and(|range| range.contains(&number))
}
