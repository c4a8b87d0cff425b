//! What the whole page shows: editions, evidence.

use super::super::event::RowKey;
use super::Filling;
use crate::form::{Cell, Edition, Editions, ProactiveRow, Row, Table};
use crate::report::{Entry, ExtraRow};

impl Filling<'_> {
    pub(in super::super) fn finish(&mut self) {
        self.tell_left_out();
        self.one_kind_of_other();
        self.reading.report.editions = self.editions();
        self.evidence();
        self.reading.places.settle();
    }

    /// （六）其他处理 is one row or three; when both are printed, the one goes to the extra rows.
    pub(in super::super) fn one_kind_of_other(&mut self) {
        if self.rows_edition() != Some(Edition::E2021) {
            return;
        }
        let cells: Vec<Cell> = Cell::row(Row::OtherSingle).collect();
        let said = |cell: &Cell| self.reading.report.get(*cell).clone();
        let entries: Vec<Entry> = cells.iter().map(said).collect();
        if entries.iter().all(Entry::is_absent) {
            return;
        }
        if entries.iter().any(|entry| entry.is_said()) {
            let text = |entry: &Entry| entry.value().map_or_else(String::new, |number| number.to_string());
            let values = entries.iter().map(text).collect();
            let label = Row::OtherSingle.label().to_owned();
            self.reading.report.extra_rows.push(ExtraRow { table: Table::Applications, label, values });
        }
        self.reading.places.forget(&cells);
        for cell in cells {
            *self.reading.report.entry_mut(cell) = Entry::Absent;
        }
    }

    pub(in super::super) fn editions(&self) -> Editions {
        let report = &self.reading.report;
        let is_read = |cell: Cell| !report.get(cell).is_absent();
        let proactive = Edition::CURRENT.iter().copied().find(|&edition| {
            Cell::of(edition)
                .any(|cell| cell.table() == Table::Proactive && is_only(cell, edition) && is_read(cell))
        });
        let proactive = proactive.or(self.heads.edition);
        let applications = self.rows_edition();
        let mut editions = Editions { proactive, applications, challenges: None };
        if self.reading.evidence.challenges.seen {
            editions.challenges = editions.agreed();
        }
        editions
    }

    pub(in super::super) fn evidence(&mut self) {
        let report = &self.reading.report;
        let is_read = |row: RowKey| {
            Edition::CURRENT
                .iter()
                .flat_map(|&edition| row.cells(edition))
                .any(|cell| !report.get(cell).is_absent())
        };
        let last = match report.editions.proactive {
            Some(Edition::E2019) => ProactiveRow::Procurement,
            _ => ProactiveRow::Fees,
        };
        let proactive = is_read(RowKey::Proactive(last));
        let applications = is_read(RowKey::Applications(Row::CarriedOut));
        let challenges =
            Cell::all().any(|cell| cell.table() == Table::Challenges && !report.get(cell).is_absent());
        self.reading.evidence.proactive.ended = proactive;
        self.reading.evidence.applications.ended = applications;
        self.reading.evidence.challenges.ended = challenges;
    }
}

/// Whether of all editions only this one has the cell.
fn is_only(cell: Cell, edition: Edition) -> bool {
    Edition::CURRENT.iter().all(|&other| cell.is_in(other) == (other == edition))
}
