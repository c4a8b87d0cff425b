//! What is not as the form says, and where.

use super::super::event::{Event, RowKey, Value};
use super::{Filling, Item};
use crate::form::{Cell, Edition, Row, Table};
use crate::message::Message;
use crate::read::{Problem, ProblemKind};
use crate::report::ExtraRow;
use crate::source::Place;

impl Filling<'_> {
    pub(in super::super) fn without_columns(&mut self, row: RowKey, event: usize, values: &[Value]) {
        let message = Message::new(
            format!("「{}」行有数字，但表头不明，未读取", row.label()),
            format!("the row `{}` has numbers, but its heads do not say which; not read", row.label()),
        );
        let place = self.event_place(event);
        self.problem(ProblemKind::AmbiguousRow, None, Some(place), message);
        self.reading.evidence.table_mut(row.table()).unclaimed |= !values.is_empty();
    }

    pub(in super::super) fn unknown_row(&mut self, label_event: usize, event: usize, values: &[Value]) {
        let at = self.scan.events[label_event].at;
        let place = self.event_place(label_event);
        let table = self.scan.events[event].table.unwrap_or(Table::Applications);
        let count = values.iter().filter(|value| !value.soft).count();
        let widths = RowKey::all().filter(|row| row.table() == table);
        let fits = widths
            .map(|row| row.cells(self.heads.edition.unwrap_or(Edition::E2021)).len())
            .any(|n| n == count);
        let has_number = values.iter().any(|value| value.entry.value().is_some());
        if !fits || !has_number || table == Table::Applications && count != 7 {
            return self.unclaimed(event, values);
        }
        let text = self.document.text.get(at.0 as usize..at.1 as usize);
        let label: String = text.unwrap_or_default().split_whitespace().collect();
        let message = Message::new(
            format!("「{label}」不是表格规定的行，原样保留"),
            format!("the form has no row `{label}`; it was kept as it is"),
        );
        self.problem(ProblemKind::ExtraRow, None, Some(place), message);
        let is_cell = |event: &&Event| event.row != 0;
        self.claimed.extend(self.scan.events.get(label_event).filter(is_cell).map(|event| event.piece));
        let values = values.iter().map(|value| self.value_text(value).to_owned()).collect();
        self.reading.report.extra_rows.push(ExtraRow { table, label, values });
    }

    pub(in super::super) fn unclaimed(&mut self, event: usize, values: &[Value]) {
        if !values.iter().any(|value| value.entry.value().is_some()) {
            return;
        }
        let columns =
            self.heads.columns(RowKey::Applications(Row::Received), values.len()).unwrap_or_default();
        self.items.push(Item::Unclaimed { event, columns });
    }

    pub(in super::super) fn loose_label(&mut self, row: RowKey, event: usize) {
        let at = self.scan.events[event].at;
        let printed: String = self
            .document
            .text
            .get(at.0 as usize..at.1 as usize)
            .unwrap_or_default()
            .split_whitespace()
            .collect();
        let message = Message::new(
            format!("行名「{printed}」与规定的「{}」不同，按后者读取", row.label()),
            format!("the label `{printed}` is not the form's; it was read as `{}`", row.label()),
        );
        let place = self.event_place(event);
        self.problem(ProblemKind::LooseLabel, None, Some(place), message);
    }

    pub(in super::super) fn second(&mut self, cell: Cell, value: &Value) {
        let (row, _) = cell.labels();
        if self.again.contains(&row) {
            return;
        }
        self.again.push(row);
        let place = self.value_place(value);
        let message = Message::new(
            format!("「{row}」再次出现且数字不同，保留第一次的"),
            format!("the row `{row}` is printed again with other numbers; the first ones were kept"),
        );
        self.problem(ProblemKind::SecondReport, Some(cell), Some(place), message);
    }

    pub(in super::super) fn problem(
        &mut self,
        kind: ProblemKind,
        cell: Option<Cell>,
        place: Option<Place>,
        message: Message,
    ) {
        if self.reading.problems.len() < self.most {
            self.reading.problems.push(Problem { kind, cell, place, message });
        } else {
            self.left_out += 1;
        }
    }

    /// Says how many problems were left out.
    pub(in super::super) fn tell_left_out(&mut self) {
        let more = self.left_out;
        if more > 0 {
            let message = Message::new(
                format!("另有{more}个读取问题，不再一一列出"),
                format!("{more} more problems of reading are not listed"),
            );
            let kind = ProblemKind::MoreProblems;
            self.reading.problems.push(Problem { kind, cell: None, place: None, message });
        }
    }

    pub(in super::super) fn value_text(&self, value: &Value) -> &str {
        self.document.text.get(value.at.0 as usize..value.at.1 as usize).unwrap_or_default()
    }

    pub(in super::super) fn value_place(&self, value: &Value) -> Place {
        self.place_at(value.piece, value.at)
    }

    pub(in super::super) fn event_place(&self, event: usize) -> Place {
        let event = &self.scan.events[event];
        self.place_at(event.piece, event.at)
    }

    pub(in super::super) fn place_at(&self, piece: u32, at: (u32, u32)) -> Place {
        let Some(piece) = self.document.pieces.get(piece as usize) else { return Place::default() };
        let within = at.0.saturating_sub(piece.start) as usize..at.1.saturating_sub(piece.start) as usize;
        self.document.place(piece, Some(within))
    }
}
