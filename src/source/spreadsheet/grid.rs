//! From a sheet to lines and tables.
//!
//! A sheet is one grid, whatever it holds: a title over all columns, a paragraph in a merged cell, three
//! tables one below the other. A row whose only text stands alone is a line: it goes over the whole width,
//! or has no cells beside it, or is too long to be a label. What lies between two lines is a table. Of
//! that, rows and columns without any text are left out, so it does not matter how far apart things are.

use super::sheet::{Area, Cell, Sheet, is_in};
use crate::source::builder::within;
use crate::source::tape::{Element, Part, Tag, Tape};
use crate::{Error, Limits};

/// A text of so many characters is no label.
const LONG: usize = 60;

/// A row that has text: its cells, of which none is part of another one.
struct Row<'a> {
    number: u32,
    cells: Vec<Shown<'a>>,
}

/// A cell with the columns and rows it reaches over.
struct Shown<'a> {
    cell: &'a Cell,
    area: Option<&'a Area>,
}

impl Shown<'_> {
    fn columns(&self) -> std::ops::Range<u32> {
        self.area.map_or(self.cell.column..self.cell.column + 1, |area| area.columns.clone())
    }

    fn end_row(&self) -> u32 {
        self.area.map_or(self.cell.row + 1, |area| area.rows.end)
    }
}

/// Tells a sheet to a tape.
pub(super) fn tell(sheet: &Sheet, all: bool, limits: Limits, tape: &mut Tape) -> Result<(), Error> {
    let rows = rows(sheet, all);
    let mut told = 0;
    for block in rows.chunk_by(|one, next| is_line(one).is_none() && is_line(next).is_none()) {
        match block {
            [row] if is_line(row).is_some() => line(row, tape),
            block => table(block, limits, &mut told, tape)?,
        }
    }
    Ok(())
}

/// The rows with text, without what is hidden or covered by another cell.
fn rows(sheet: &Sheet, all: bool) -> Vec<Row<'_>> {
    let mut areas = sheet.areas.iter().peekable();
    // Per column: the row before which it is covered from above, or from the left.
    let last = sheet.cells.iter().map(|cell| cell.column as usize).max().unwrap_or(0);
    let mut covered = vec![0_u32; last + 1];
    let mut rows: Vec<Row<'_>> = Vec::new();
    for cells in sheet.cells.chunk_by(|one, next| one.row == next.row) {
        let number = cells[0].row;
        let mut row = Row { number, cells: Vec::new() };
        while areas.next_if(|area| area.rows.start < number).is_some() {}
        let mut own = Vec::new();
        while let Some(area) = areas.next_if(|area| area.rows.start == number) {
            own.push(area);
        }
        for cell in cells {
            let column = cell.column as usize;
            if covered[column] > number {
                continue;
            }
            let area = own.binary_search_by_key(&cell.column, |area| area.columns.start);
            let area = area.ok().map(|at| own[at]);
            if let Some(area) = area {
                let end = (area.columns.end as usize).min(covered.len());
                covered.get_mut(column..end).into_iter().flatten().for_each(|end| *end = area.rows.end);
            }
            let shown = Shown { cell, area };
            let ends = [cell.column, shown.columns().end - 1];
            if all || !ends.iter().all(|column| is_in(&sheet.hidden_columns, *column)) {
                row.cells.push(shown);
            }
        }
        let has_text = row.cells.iter().any(|shown| !shown.cell.text.is_empty());
        if has_text && (all || !is_in(&sheet.hidden_rows, number)) {
            rows.push(row);
        }
    }
    rows
}

/// The text of a row that is a line.
fn is_line<'a>(row: &Row<'a>) -> Option<&'a str> {
    let mut filled = row.cells.iter().filter(|shown| !shown.cell.text.is_empty());
    let (only, None) = (filled.next()?, filled.next()) else { return None };
    let text = only.cell.text.as_str();
    let is_tall = only.end_row() > row.number + 1;
    let stands_alone = row.cells.len() == 1 || text.chars().count() > LONG;
    (stands_alone && !is_tall).then_some(text)
}

fn line(row: &Row<'_>, tape: &mut Tape) {
    let element = Element::of(Tag::Block);
    tape.open(&element, row.number + 1);
    is_line(row).into_iter().for_each(|text| lines(text, row.number, tape));
    tape.close(&element);
}

/// The text of a cell, which may have line ends.
fn lines(text: &str, row: u32, tape: &mut Tape) {
    let end = Element::of(Tag::Break);
    for part in text.split('\n') {
        tape.text(part, row + 1);
        tape.open(&end, row + 1);
        tape.close(&end);
    }
}

/// Rows between two lines, in the columns in which some text begins.
struct Table {
    columns: Vec<u32>,
    /// Per column: the row before which a cell from above reaches.
    reached: Vec<u32>,
}

fn table(rows: &[Row<'_>], limits: Limits, told: &mut usize, tape: &mut Tape) -> Result<(), Error> {
    let cells = rows.iter().flat_map(|row| &row.cells);
    let filled = cells.filter(|shown| !shown.cell.text.is_empty());
    let mut columns: Vec<u32> = filled.map(|shown| shown.cell.column).collect();
    columns.sort_unstable();
    columns.dedup();
    let mut table = Table { reached: vec![0; columns.len()], columns };
    tape.open(&Element::of(Tag::Table), 0);
    tape.open(&Element::of(Tag::Part(Part::Body)), 0);
    for at in 0..rows.len() {
        *told += table.columns.len();
        within("cells", "cells of a sheet", *told, limits.cells)?;
        table.row(&rows[at..], tape);
    }
    tape.close(&Element::of(Tag::Part(Part::Body)));
    tape.close(&Element::of(Tag::Table));
    Ok(())
}

impl Table {
    /// Tells the first of some rows.
    fn row(&mut self, rows: &[Row<'_>], tape: &mut Tape) {
        let Some(row) = rows.first() else { return };
        let mut cells = row.cells.iter().peekable();
        let mut column = 0;
        tape.open(&Element::of(Tag::Row), row.number + 1);
        while let Some(&in_sheet) = self.columns.get(column) {
            while cells.next_if(|shown| shown.cell.column < in_sheet).is_some() {}
            column += if self.reached[column] > row.number {
                1
            } else {
                let shown = cells.next_if(|shown| shown.cell.column == in_sheet);
                self.cell(column, shown, rows, tape)
            };
        }
        tape.close(&Element::of(Tag::Row));
    }

    /// Tells a cell, blank if the sheet has none there. Returns its width.
    fn cell(&mut self, column: usize, shown: Option<&Shown<'_>>, rows: &[Row<'_>], tape: &mut Tape) -> usize {
        let number = rows[0].number;
        let wide = shown.map_or(1, |shown| self.width(shown)).min(self.columns.len() - column);
        let end_row = shown.map_or(number + 1, Shown::end_row);
        let high = rows.partition_point(|row| row.number < end_row);
        self.reached[column..column + wide].fill(end_row);
        let element = Element { columns: short(wide), rows: short(high), ..Element::of(Tag::Cell) };
        tape.open(&element, number + 1);
        shown.into_iter().for_each(|shown| lines(&shown.cell.text, number, tape));
        tape.close(&element);
        wide
    }

    /// How many of the columns a cell reaches over.
    fn width(&self, shown: &Shown<'_>) -> usize {
        let before = |end: u32| self.columns.partition_point(|column| *column < end);
        let columns = shown.columns();
        (before(columns.end) - before(columns.start)).max(1)
    }
}

fn short(number: usize) -> u16 {
    u16::try_from(number).unwrap_or(u16::MAX)
}
