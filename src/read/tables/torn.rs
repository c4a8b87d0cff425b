//! Rows torn in two, as the break of a page does it: the label stands in one row of the table beside
//! nothing but blanks, the numbers in the next one beside no label.
//!
//! Such blanks are none of the report's. The numbers are taken if every sum then holds; else neither
//! is read.

use super::event::{RowKey, Value};
use super::fill::{Filling, Item};
use super::solve::{self, Ambiguous};
use crate::form::{Cell, Edition};
use crate::message::Message;
use crate::read::ProblemKind;
use crate::report::Entry;

/// A row, with the event that holds its numbers.
struct Torn {
    row: RowKey,
    numbers: usize,
    cells: Vec<Cell>,
}

/// Puts the halves of torn rows together.
pub(super) fn rows(filling: &mut Filling<'_>) {
    let edition = filling.rows_edition().unwrap_or(Edition::E2021);
    let torn = find(filling, edition);
    if torn.is_empty() {
        return;
    }
    let mut fit = true;
    for Torn { numbers, cells, .. } in &torn {
        filling.forget_blanks(cells);
        // Before the numbers stands the blank where the label should be.
        let values = filling.values(*numbers);
        let (before, own) = values.split_at(values.len().saturating_sub(cells.len()));
        fit &= own.len() == cells.len() && before.iter().all(Value::is_blank);
        cells.iter().zip(own).for_each(|(&cell, value)| filling.write(cell, value));
    }
    // Numbers between two such rows are either's.
    fit &= torn.windows(2).all(|pair| pair[0].numbers != pair[1].numbers);
    let is_taken = |item: &Item| matches!(item, Item::Unclaimed { event, .. } if torn.iter().any(|torn| torn.numbers == *event));
    filling.items.retain(|item| !is_taken(item));
    let proven = fit && solve::proves_columns(&filling.reading.report, edition);
    for torn in torn {
        if proven && matches!(torn.row, RowKey::Applications(_)) {
            tell(filling, &torn);
        } else {
            forget(filling, torn);
        }
    }
}

/// Rows of blanks right before or behind a row of numbers that has no label: each row of the form once,
/// and none of which the page has said anything else.
fn find(filling: &Filling<'_>, edition: Edition) -> Vec<Torn> {
    let mut torn: Vec<Torn> = Vec::new();
    for pair in filling.items.windows(2) {
        let ((Item::Read { row, event: blanks }, Item::Unclaimed { event: numbers, .. })
        | (Item::Unclaimed { event: numbers, .. }, Item::Read { row, event: blanks })) = (&pair[0], &pair[1])
        else {
            continue;
        };
        let number = |event: usize| filling.scan.events[event].row;
        let are_neighbours = number(*blanks) > 0 && number(*blanks).abs_diff(number(*numbers)) == 1;
        if !are_neighbours || !filling.values(*blanks).iter().all(Value::is_blank) {
            continue;
        }
        let cells = row.cells(edition);
        let is_blank = |cell: &Cell| *filling.reading.report.get(*cell) == Entry::Blank;
        if cells.iter().all(is_blank) && torn.iter().all(|torn| torn.row != *row) {
            torn.push(Torn { row: *row, numbers: *numbers, cells });
        }
    }
    torn
}

fn tell(filling: &mut Filling<'_>, torn: &Torn) {
    filling.reading.evidence.inferred.extend(&torn.cells);
    let place = filling.event_place(torn.numbers);
    let label = torn.row.label();
    let message = Message::new(
        format!("「{label}」行的行名与数字分在两行，合为一行读取，各项合计相符"),
        format!(
            "the label of the row `{label}` and its numbers stand in two rows; they were put together, and every sum holds"
        ),
    );
    filling.problem(ProblemKind::InferredRow, torn.cells.first().copied(), Some(place), message);
}

fn forget(filling: &mut Filling<'_>, torn: Torn) {
    for &cell in &torn.cells {
        *filling.reading.report.entry_mut(cell) = Entry::Absent;
    }
    filling.reading.places.forget(&torn.cells);
    let values = filling.values(torn.numbers).to_vec();
    filling.write_unread(torn.numbers, &Ambiguous { cells: torn.cells.into(), values, cut: false });
}
