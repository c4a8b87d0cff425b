//! What a value means in its cell.

use super::super::event::Value;
use super::Filling;
use crate::form::{Cell, ProactiveColumn, ProactiveRow};
use crate::message::Message;
use crate::read::ProblemKind;
use crate::report::{Entry, Number, Unit};
use crate::source::Place;

impl Filling<'_> {
    /// Writes what one cell says; the first report on a page is kept.
    pub(in super::super) fn write(&mut self, cell: Cell, value: &Value) {
        let entry = self.entry(cell, value);
        let old = self.reading.report.get(cell);
        if !old.is_absent() {
            if entry.value().is_some() && old.value() != entry.value() {
                self.second(cell, value);
            }
            return;
        }
        let place = self.value_place(value);
        self.remarks(cell, value, &entry, place);
        *self.reading.report.entry_mut(cell) = entry;
        let document = self.document;
        let printed = document.text.get(value.at.0 as usize..value.at.1 as usize).unwrap_or_default();
        self.reading.places.add(cell, place, printed);
        if let Some(unit) = value.unit {
            self.unit(cell, unit);
        }
    }

    /// A unit that stands in a cell.
    fn unit(&mut self, cell: Cell, unit: Unit) {
        match cell {
            Cell::Proactive(ProactiveRow::Procurement, ProactiveColumn::Amount) => {
                self.reading.report.proactive.procurement_unit = Some(unit);
            }
            Cell::Proactive(ProactiveRow::Fees, ProactiveColumn::Amount) => {
                self.reading.evidence.fee_unit = Some(unit);
            }
            _ => {}
        }
    }

    /// What a value means in a cell: the kind of number that the form asks for, as far as it is one.
    pub(in super::super) fn entry(&self, cell: Cell, value: &Value) -> Entry {
        let is_zero = value.entry.count() == Some(0) && !cell.is_amount() && !cell.is_change();
        if value.cut && !is_zero {
            return Entry::Unreadable(self.value_text(value).into());
        }
        match value.entry {
            Entry::Value(number) if cell.is_amount() => number.decimal().into(),
            Entry::Value(Number::Count(count)) if cell.is_change() => match i64::try_from(count) {
                Ok(change) => Number::Change(change).into(),
                Err(_) => Entry::Unreadable(self.value_text(value).into()),
            },
            Entry::Value(Number::Change(change)) if !cell.is_change() => match u64::try_from(change) {
                Ok(count) => Number::Count(count).into(),
                Err(_) => value.entry.clone(),
            },
            _ => value.entry.clone(),
        }
    }

    pub(in super::super) fn remarks(&mut self, cell: Cell, value: &Value, entry: &Entry, place: Place) {
        let unreadable = matches!(entry, Entry::Unreadable(_));
        if !unreadable && !value.joined && !value.split {
            return;
        }
        let text = self.value_text(value).to_owned();
        if unreadable {
            let kind = if value.cut { ProblemKind::CutOff } else { ProblemKind::UnreadableCell };
            let message = if value.cut {
                Message::new(
                    format!("页面在「{text}」处中断，该数可能不完整，未读取"),
                    format!("the page ends at `{text}`, which may not be the whole number; not read"),
                )
            } else {
                Message::new(
                    format!("单元格内容「{text}」不是数字"),
                    format!("the cell says `{text}`, which is no number"),
                )
            };
            self.problem(kind, Some(cell), Some(place), message);
        }
        if value.joined {
            let message = Message::new(
                format!("「{text}」中有空格，按一个数读取"),
                format!("`{text}` has blanks inside and was read as one number"),
            );
            self.problem(ProblemKind::JoinedNumber, Some(cell), Some(place), message);
        }
        if value.split {
            let message = Message::new(
                format!("「{text}」分别列出增、减，取其差"),
                format!("`{text}` gives increase and decrease apart; their difference was taken"),
            );
            self.problem(ProblemKind::SplitChange, Some(cell), Some(place), message);
        }
    }
}
