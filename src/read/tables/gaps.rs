//! What is missing between the rows that were read: values without a label, labels without values.

use super::event::{EventKind, RowKey};
use super::fill::{Filling, Item};
use super::place::place;
use super::solve;
use crate::form::{Cell, Edition, Row};
use crate::message::Message;
use crate::read::ProblemKind;
use crate::report::Entry;

/// Rows whose label was not recognised, placed by their order: as many as are missing between two rows
/// that were read, and only when the sums over all rows then hold.
pub(super) fn fill_in_order(filling: &mut Filling<'_>) {
    if !filling.items.iter().any(|item| matches!(item, Item::Unclaimed { .. })) {
        return;
    }
    let edition = filling.rows_edition().unwrap_or(Edition::E2021);
    let items = filling.items.clone();
    let before = filling.reading.report.clone();
    let mut filled = Vec::new();
    let mut last: Option<Row> = None;
    let mut unclaimed: Vec<&Item> = Vec::new();
    for item in &items {
        match item {
            Item::Unclaimed { .. } => unclaimed.push(item),
            Item::Lone { .. } | Item::Read { row: RowKey::Proactive(_), .. } => {}
            Item::Read { row: RowKey::Applications(row), .. } => {
                if let Some(last) = last.filter(|last| last < row) {
                    filled.extend(between(filling, last, *row, edition, &unclaimed));
                }
                unclaimed.clear();
                last = Some(*row);
            }
        }
    }
    if filled.is_empty() {
        return;
    }
    if !solve::proves_columns(&filling.reading.report, edition) {
        filling.reading.report = before;
        return;
    }
    for (row, event) in filled {
        filling.reading.evidence.inferred.extend(Cell::row(row));
        let place = filling.event_place(event);
        let message = Message::new(
            format!("「{}」行的行名与数字分离，由次序确定，各项合计相符", row.label()),
            format!(
                "the label of the row `{}` stands apart from its numbers; its place in the order was taken, and every sum holds",
                row.label()
            ),
        );
        filling.problem(ProblemKind::InferredRow, Cell::row(row).next(), Some(place), message);
        filling.items.retain(|item| !matches!(item, Item::Unclaimed { event: one, .. } if *one == event));
        filling.items.push(Item::Read { row: RowKey::Applications(row), event });
    }
}

/// Writes unclaimed values into the rows missing between two others, if there are as many.
fn between(
    filling: &mut Filling<'_>,
    after: Row,
    until: Row,
    edition: Edition,
    unclaimed: &[&Item],
) -> Vec<(Row, usize)> {
    let is_missing = |row: &Row| {
        after < *row && *row < until && filling.reading.report.applications[*row].total.is_absent()
    };
    let missing: Vec<Row> = Row::of(edition).filter(is_missing).collect();
    if missing.is_empty() || missing.len() != unclaimed.len() {
        return Vec::new();
    }
    let mut filled = Vec::new();
    for (row, item) in missing.into_iter().zip(unclaimed) {
        let Item::Unclaimed { event, columns } = item else { continue };
        let values = filling.values(*event);
        let Some(placed) = place(values, columns, filling.layout(None, *event, columns.cells.len()))
            .filter(|_| !columns.unproven)
        else {
            return Vec::new();
        };
        for (cell, at) in placed.cells(&columns.cells) {
            if let Cell::Applications(_, column) = cell {
                filling.write(Cell::Applications(row, column), &values[at]);
            }
        }
        filled.push((row, *event));
    }
    filled
}

/// Labels without values are rows of blanks when they stand in their order and another word of the form
/// follows; what is left over is told.
pub(super) fn blanks(filling: &mut Filling<'_>) {
    let items = std::mem::take(&mut filling.items);
    for (at, item) in items.iter().enumerate() {
        match item {
            Item::Lone { row, event, cells } => {
                let absent = cells.iter().all(|&cell| filling.reading.report.get(cell).is_absent());
                if !absent || cells.is_empty() {
                    continue;
                }
                if is_blank_row(filling, &items, at, *row, *event) {
                    let place = filling.event_place(*event);
                    for &cell in &**cells {
                        *filling.reading.report.entry_mut(cell) = Entry::Blank;
                        filling.reading.places.add(cell, place, "");
                    }
                } else if let RowKey::Applications(row) = row {
                    filling.reading.evidence.doubtful.insert(*row);
                }
            }
            Item::Unclaimed { event, .. } => left_over(filling, *event),
            Item::Read { .. } => {}
        }
    }
    doubtful(filling, &items);
}

fn is_blank_row(filling: &Filling<'_>, items: &[Item], at: usize, row: RowKey, event: usize) -> bool {
    // In a table, the row ends where it ends, whatever follows.
    let in_table = filling.scan.events[event].row != 0 && !filling.is_last(event);
    let follows = filling.scan.events[event + 1..].iter().find(|event| {
        // Group labels neither make a row of blanks nor unmake one.
        !matches!(event.kind, EventKind::Remnant { .. } | EventKind::Group | EventKind::OtherGroup)
    });
    let is_word = follows.is_some_and(|event| match event.kind {
        EventKind::Unknown | EventKind::Break | EventKind::Remnant { .. } => false,
        // Blank lines may be what is left of the cells.
        EventKind::Values { first, count, .. } => {
            filling.scan.values[first..first + count].iter().all(|value| value.soft)
        }
        _ => true,
    });
    let known = |item: &Item| match item {
        Item::Read { row, .. } | Item::Lone { row, .. } => Some(*row),
        Item::Unclaimed { .. } => None,
    };
    let before = items[..at].last().map(known);
    let after = items.get(at + 1).map(known);
    let in_order = before
        .is_none_or(|before| before.is_some_and(|one| one.table() != row.table() || one < row))
        && after.is_none_or(|after| after.is_some_and(|one| one.table() != row.table() || row < one));
    (is_word || in_table) && in_order
}

fn left_over(filling: &mut Filling<'_>, event: usize) {
    let values = filling.values(event);
    let printed: Vec<&str> = values.iter().take(8).map(|value| filling.value_text(value)).collect();
    let printed = printed.join(" ");
    let message = Message::new(
        format!("表中数字「{printed}」不属于任何可识别的行"),
        format!("the numbers `{printed}` stand in a table and belong to no row that was recognised"),
    );
    let place = filling.event_place(event);
    if let Some(table) = filling.scan.events[event].table {
        filling.reading.evidence.table_mut(table).unclaimed = true;
    }
    filling.problem(ProblemKind::UnclaimedNumbers, None, Some(place), message);
}

/// Rows missing between two that were read, where text stands that nothing explains.
fn doubtful(filling: &mut Filling<'_>, items: &[Item]) {
    let mut last: Option<(Row, usize)> = None;
    for item in items {
        let Item::Read { row: RowKey::Applications(row), event } = item else { continue };
        if let Some((before, from)) = last.filter(|(before, from)| before < row && from < event) {
            let strange = |kind: EventKind| matches!(kind, EventKind::Unknown | EventKind::Remnant { .. });
            if filling.scan.events[from..*event].iter().any(|event| strange(event.kind)) {
                let missing = Row::ALL.iter().copied().filter(|one| before < *one && one < row);
                filling.reading.evidence.doubtful.extend(missing);
            }
        }
        last = Some((*row, *event));
    }
}
