//! What the sums of the form decide.

use super::super::event::{Event, EventKind, RowKey};
use super::super::solve::{self, Ambiguous};
use super::{Filling, Item};
use crate::form::{Cell, Edition, Row, Table};
use crate::message::Message;
use crate::read::ProblemKind;
use crate::report::{Entry, Number};

impl Filling<'_> {
    /// The edition of table 三 as its rows show it.
    pub(in super::super) fn rows_edition(&self) -> Option<Edition> {
        let report = &self.reading.report;
        let is_read = |row: Row| Cell::row(row).any(|cell| !report.get(cell).is_absent());
        let waits = |row: Row| self.ambiguous.iter().any(|(key, ..)| *key == RowKey::Applications(row));
        let of = |edition: Edition| {
            Row::ALL.iter().any(|&row| row.item().editions == [edition] && (is_read(row) || waits(row)))
        };
        if of(Edition::E2021) { Some(Edition::E2021) } else { of(Edition::E2019).then_some(Edition::E2019) }
    }

    /// Rows whose numbers stand apart from their labels, on a page where labels of others were not told:
    /// one label lost moves all numbers behind it, so that only the sums over every row can prove them.
    pub(in super::super) fn doubt_rows_apart(&mut self) {
        let lost = |event: &Event| {
            event.kind == EventKind::Unknown && event.table == Some(Table::Applications) && event.row == 0
        };
        let is_strange = self.scan.events.iter().any(lost)
            || self.items.iter().any(|item| matches!(item, Item::Unclaimed { .. }));
        let edition = self.rows_edition().unwrap_or(Edition::E2021);
        let rows = std::mem::take(&mut self.apart);
        if rows.is_empty() || !is_strange || solve::proves_columns(&self.reading.report, edition) {
            return;
        }
        for cell in rows.iter().flat_map(|&row| Cell::row(row)) {
            self.unread(cell);
        }
        let message = Message::new(
            "数字与行名不在同一行，且有行名未能辨认，无法确定各行数字的归属，未读取",
            "the numbers stand apart from the labels, and some label was not recognised; which row is whose cannot be told; not read",
        );
        self.problem(ProblemKind::AmbiguousRow, Cell::row(rows[0]).next(), None, message);
    }

    /// What a cell says is not to be trusted.
    fn unread(&mut self, cell: Cell) {
        if let Some(number) = self.reading.report.get(cell).value() {
            *self.reading.report.entry_mut(cell) = Entry::Unreadable(number.to_string().into());
        }
    }

    /// Columns whose heads say nothing are those of the form if every row's sum then holds.
    pub(in super::super) fn prove_columns(&mut self) {
        let rows: Vec<Row> = std::mem::take(&mut self.unproven)
            .into_iter()
            .filter_map(|key| match key {
                RowKey::Applications(row) => Some(row),
                RowKey::Proactive(_) => None,
            })
            .collect();
        let Some(&first) = rows.first() else { return };
        let edition = self.rows_edition().unwrap_or(Edition::E2021);
        let other = |row: Row| if row.is_in(edition) { edition } else { Edition::E2019 };
        let proven = rows.iter().all(|&row| solve::proves_row(&self.reading.report, row, other(row)));
        let cells = rows.iter().flat_map(|&row| Cell::row(row));
        for cell in cells {
            if proven {
                self.reading.evidence.inferred.insert(cell);
            } else {
                self.unread(cell);
            }
        }
        let (zh, en) = if proven {
            (
                "表头没有说明各列，按规定的列序读取，各行合计相符",
                "the heads say nothing of the columns; the form's order was taken, and every row's sum holds",
            )
        } else {
            (
                "表头没有说明各列，按规定的列序合计不符，未读取",
                "the heads say nothing of the columns, and in the form's order the sums do not hold; not read",
            )
        };
        let cell = Cell::row(first).next();
        self.problem(ProblemKind::InferredColumns, cell, None, Message::new(zh, en));
    }

    /// Ambiguous rows: placed by the sums, or every cell unreadable.
    pub(in super::super) fn solve(&mut self) {
        let edition = self.rows_edition().unwrap_or(Edition::E2021);
        let ambiguous = std::mem::take(&mut self.ambiguous);
        let open = |row: &Ambiguous| row.cells.iter().all(|&cell| self.reading.report.get(cell).is_absent());
        let waiting: Vec<_> = ambiguous.into_iter().filter(|(_, _, row)| open(row)).collect();
        for table in [Table::Proactive, Table::Applications, Table::Challenges] {
            let of_table = |row: &Ambiguous| row.cells.first().is_some_and(|cell| cell.table() == table);
            let rows: Vec<_> = waiting.iter().filter(|(_, _, row)| of_table(row)).collect();
            let problems: Vec<Ambiguous> = rows.iter().map(|(_, _, row)| row.clone()).collect();
            let solved = solve::solve(&self.reading.report, &problems, edition);
            for (index, (_, event, row)) in rows.iter().enumerate() {
                match &solved {
                    Some(ways) => self.write_solved(*event, row, &ways[index]),
                    None => self.write_unread(*event, row),
                }
            }
        }
    }

    /// Puts aside values that only the sums can place.
    pub(in super::super) fn put_aside(&mut self, row: RowKey, event: usize, ambiguous: Ambiguous) {
        self.ambiguous.push((row, event, ambiguous));
    }

    pub(in super::super) fn write_solved(&mut self, event: usize, row: &Ambiguous, way: &[Option<Number>]) {
        let place = self.event_place(event);
        let printed = self.printed(row);
        for (&cell, number) in row.cells.iter().zip(way) {
            *self.reading.report.entry_mut(cell) = number.map_or(Entry::Blank, Entry::Value);
            self.reading.evidence.inferred.insert(cell);
            self.reading.places.add(cell, place, &printed);
        }
        let label = row.cells.first().map_or("", |cell| cell.labels().0);
        let message = Message::new(
            format!("「{label}」行的数字个数与列数不同，由合计关系唯一确定"),
            format!(
                "the row `{label}` has another number of values than of cells; the sums allow one placement only"
            ),
        );
        let torn = row.values.len() > row.cells.len();
        let kind = if torn { ProblemKind::JoinedNumber } else { ProblemKind::InferredRow };
        self.problem(kind, row.cells.first().copied(), Some(place), message);
    }

    /// What the page prints in a row, cell by cell.
    pub(in super::super) fn printed(&self, row: &Ambiguous) -> String {
        let values = row.values.iter().filter(|value| !value.soft);
        values.map(|value| self.value_text(value)).collect::<Vec<_>>().join(" ")
    }

    pub(in super::super) fn write_unread(&mut self, event: usize, row: &Ambiguous) {
        let place = self.event_place(event);
        let printed = self.printed(row);
        for &cell in row.cells.iter() {
            *self.reading.report.entry_mut(cell) = Entry::Unreadable(printed.as_str().into());
            self.reading.places.add(cell, place, &printed);
        }
        let label = row.cells.first().map_or("", |cell| cell.labels().0);
        let count = row.cells.len();
        let message = Message::new(
            format!("「{label}」行应有{count}个数，页面为「{printed}」，无法确定各在哪一列，未读取"),
            format!(
                "the row `{label}` has {count} cells, the page prints `{printed}`; which is which cannot be told; not read"
            ),
        );
        self.problem(ProblemKind::AmbiguousRow, row.cells.first().copied(), Some(place), message);
    }
}
