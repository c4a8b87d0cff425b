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
    let rows = rows(sheet, all, limits);
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
fn rows(sheet: &Sheet, all: bool, limits: Limits) -> Vec<Row<'_>> {
    let mut areas = sheet.areas.iter().peekable();
    // Per column: the row before which it is covered from above, or from the left.
    let mut covered = vec![0_u32; limits.columns];
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
            if covered.get(column).is_none_or(|end| *end > number) {
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

fn table(rows: &[Row<'_>], limits: Limits, told: &mut usize, tape: &mut Tape) -> Result<(), Error> {
    // The columns in which some text begins.
    let filled = |row: &Row<'_>| {
        let filled = row.cells.iter().filter(|shown| !shown.cell.text.is_empty());
        filled.map(|shown| shown.cell.column).collect::<Vec<_>>()
    };
    let mut columns: Vec<u32> = rows.iter().flat_map(filled).collect();
    columns.sort_unstable();
    columns.dedup();
    let width = |range: std::ops::Range<u32>| {
        columns.partition_point(|column| *column < range.end)
            - columns.partition_point(|column| *column < range.start)
    };
    tape.open(&Element::of(Tag::Table), 0);
    tape.open(&Element::of(Tag::Part(Part::Body)), 0);
    // Per column: the row before which a cell from above reaches.
    let mut reached = vec![0_u32; columns.len()];
    for (at, row) in rows.iter().enumerate() {
        *told += columns.len();
        within("cells", "cells of a sheet", *told, limits.cells)?;
        let line = row.number + 1;
        tape.open(&Element::of(Tag::Row), line);
        let mut cells = row.cells.iter().peekable();
        let mut column = 0;
        while column < columns.len() {
            while cells.next_if(|shown| shown.cell.column < columns[column]).is_some() {}
            if reached[column] > row.number {
                column += 1;
                continue;
            }
            let shown = cells.next_if(|shown| shown.cell.column == columns[column]);
            let wide = shown.map_or(1, |shown| width(shown.columns()).max(1)).min(columns.len() - column);
            let end_row = shown.map_or(line, Shown::end_row);
            let high = rows[at..].partition_point(|row| row.number < end_row);
            reached[column..column + wide].fill(end_row);
            let element = Element { columns: short(wide), rows: short(high), ..Element::of(Tag::Cell) };
            tape.open(&element, line);
            shown.into_iter().for_each(|shown| lines(&shown.cell.text, row.number, tape));
            tape.close(&element);
            column += wide;
        }
        tape.close(&Element::of(Tag::Row));
    }
    tape.close(&Element::of(Tag::Part(Part::Body)));
    tape.close(&Element::of(Tag::Table));
    Ok(())
}

fn short(number: usize) -> u16 {
    u16::try_from(number).unwrap_or(u16::MAX)
}
