//! Tables: rows and cells once their properties are known.

use super::super::grid::{Grid, Merge};
use super::{Body, Frame};
use crate::source::package::xml::Tag;
use crate::source::tape::{Element, Part, Tag as Kind};

/// A table that is open, with its row and cell.
#[derive(Debug, Default)]
pub(super) struct Table {
    grid: Grid,
    row: Row,
    cell: Cell,
    /// Whether a row is open, and in it a cell: nothing of that kind begins in another one.
    in_row: bool,
    in_cell: bool,
}

#[derive(Debug, Default)]
pub(super) struct Row {
    /// Columns left out at its start.
    before: usize,
    /// It was deleted or is hidden.
    gone: bool,
    told: bool,
    column: usize,
    /// The cell before, for those that go on to the right.
    last: Option<usize>,
}

#[derive(Debug, Default)]
pub(super) struct Cell {
    columns: usize,
    merge: Merge,
    /// The cell to its left goes on.
    joined: bool,
    told: Told,
}

/// What became of a cell.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
enum Told {
    /// Its properties are not known yet.
    #[default]
    NotYet,
    Open,
    /// It is part of another one, or deleted: what it holds is not shown.
    Covered,
}

impl Body<'_> {
    pub(super) fn open_table(&mut self) -> Frame {
        self.tape.open(&Element::of(Kind::Table), 0);
        self.tape.open(&Element::of(Kind::Part(Part::Body)), 0);
        self.tables.push(Table::default());
        Frame::Table
    }

    pub(super) fn close_table(&mut self) {
        self.tables.pop();
        self.tape.close(&Element::of(Kind::Part(Part::Body)));
        self.tape.close(&Element::of(Kind::Table));
    }

    pub(super) fn open_row(&mut self) -> Frame {
        let Some(table) = self.tables.last_mut().filter(|table| !table.in_row) else { return Frame::Other };
        (table.in_row, table.row) = (true, Row::default());
        Frame::Row
    }

    pub(super) fn row_property(&mut self, tag: &Tag<'_>) -> Option<Frame> {
        let row = &mut self.tables.last_mut()?.row;
        match tag.name() {
            "gridBefore" => row.before = tag.number("val").unwrap_or(0),
            "del" | "moveFrom" => row.gone = true,
            "hidden" => row.gone |= tag.is_on(),
            _ => {}
        }
        None
    }

    pub(super) fn close_row(&mut self) {
        let Some(table) = self.tables.last_mut() else { return };
        table.in_row = false;
        if table.row.told {
            self.tape.close(&Element::of(Kind::Row));
        }
    }

    pub(super) fn open_cell(&mut self) -> Option<Frame> {
        let Some(table) = self.tables.last_mut().filter(|table| table.in_row && !table.in_cell) else {
            return Some(Frame::Other);
        };
        if table.row.gone {
            return None;
        }
        (table.in_cell, table.cell) = (true, Cell { columns: 1, ..Cell::default() });
        if !std::mem::replace(&mut table.row.told, true) {
            table.grid.next_row();
            let before = std::mem::take(&mut table.row.before);
            self.tape.open(&Element::of(Kind::Row), 0);
            if before > 0 {
                table.row.column = before;
                let blank = Element { columns: short(before), ..Element::of(Kind::Cell) };
                self.tape.open(&blank, 0);
                self.tape.close(&blank);
            }
        }
        Some(Frame::Cell)
    }

    pub(super) fn cell_property(&mut self, tag: &Tag<'_>) -> Option<Frame> {
        let cell = &mut self.tables.last_mut()?.cell;
        let starts = || tag.value().is_some_and(|value| value == "restart");
        match tag.name() {
            "gridSpan" => cell.columns = tag.number("val").unwrap_or(1).max(1),
            "vMerge" => cell.merge = if starts() { Merge::Start } else { Merge::GoesOn },
            "hMerge" => cell.joined = !starts(),
            "cellDel" => cell.told = Told::Covered,
            _ => {}
        }
        None
    }

    /// Tells that the cell begins, once its properties are known. Says whether what it holds is shown.
    pub(super) fn tell_cell(&mut self) -> bool {
        let limit = self.options.limits.columns;
        let Some(table) = self.tables.last_mut() else { return true };
        let Table { grid, row, cell, .. } = table;
        if cell.told != Told::NotYet {
            return cell.told == Told::Open;
        }
        cell.told = Told::Covered;
        let columns = row.column..row.column.saturating_add(cell.columns);
        row.column = columns.end;
        if let Some(left) = row.last.filter(|_| cell.joined) {
            self.tape.reach(left, short(cell.columns), 0);
            return false;
        }
        let above = if cell.merge == Merge::GoesOn { grid.go_on(columns.start) } else { None };
        if let Some(above) = above {
            self.tape.reach(above, 0, 1);
            return false;
        }
        cell.told = Told::Open;
        let element = Element { columns: short(cell.columns), ..Element::of(Kind::Cell) };
        let at = self.tape.next();
        self.tape.open(&element, 0);
        grid.begin(at, columns, cell.merge, limit);
        row.last = Some(at);
        true
    }

    pub(super) fn close_cell(&mut self) {
        if self.tell_cell() {
            self.tape.close(&Element::of(Kind::Cell));
        }
        self.tables.iter_mut().next_back().into_iter().for_each(|table| table.in_cell = false);
        self.joined = false;
    }
}

fn short(number: usize) -> u16 {
    u16::try_from(number).unwrap_or(u16::MAX)
}
