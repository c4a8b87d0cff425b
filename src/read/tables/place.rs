//! Which value of a row stands in which cell.

use super::columns::Columns;
use super::event::Value;
use crate::form::Cell;

/// The cells of a row with the values that stand in them, by index; none for a blank that vanished.
pub(super) type Placed = Vec<(Cell, usize)>;

/// Places the values of a row, when they can stand in one way only.
pub(super) fn place(values: &[Value], columns: &Columns, is_row: bool) -> Option<Placed> {
    let count = columns.cells.len();
    let hard: Vec<usize> = (0..values.len()).filter(|&at| !values[at].soft).collect();
    let all: Vec<usize> = (0..values.len()).collect();
    let in_order = |chosen: &[usize]| (chosen.len() == count).then(|| zip(columns, chosen));
    in_order(trim_end(values, &hard, count))
        .or_else(|| in_order(trim_end(values, &all, count)).filter(|_| all.len() > hard.len()))
        .or_else(|| by_column(values, columns))
        .or_else(|| in_order(trim_start(values, trim_end(values, &hard, 0), count)).filter(|_| is_row))
        .or_else(|| {
            (!hard.is_empty() && hard.iter().all(|&at| values[at].is_blank()) && hard.len() >= count)
                .then(|| zip(columns, &hard))
        })
}

fn zip(columns: &Columns, chosen: &[usize]) -> Placed {
    columns.cells.iter().copied().zip(chosen.iter().copied()).collect()
}

/// Without the blanks behind the last value, as far as there are too many.
fn trim_end<'a>(values: &[Value], chosen: &'a [usize], count: usize) -> &'a [usize] {
    let mut end = chosen.len();
    while end > count && values[chosen[end - 1]].is_blank() {
        end -= 1;
    }
    &chosen[..end]
}

/// Without the blanks before the first value, as far as there are too many.
fn trim_start<'a>(values: &[Value], chosen: &'a [usize], count: usize) -> &'a [usize] {
    let mut start = 0;
    while chosen.len() - start > count && values[chosen[start]].is_blank() {
        start += 1;
    }
    &chosen[start..]
}

/// By the columns of heads and values, when each value stands under one head and no head has two.
fn by_column(values: &[Value], columns: &Columns) -> Option<Placed> {
    let at = columns.at.as_ref()?;
    let mut placed: Placed = Vec::new();
    for (index, value) in values.iter().enumerate() {
        let (column, _) = value.columns?;
        let under =
            at.iter().position(|&(start, span)| (start..start.saturating_add(span)).contains(&column));
        match under {
            Some(head) => {
                let cell = columns.cells[head];
                if placed.iter().any(|(taken, _)| *taken == cell) {
                    return None;
                }
                placed.push((cell, index));
            }
            None if value.is_blank() => {}
            None => return None,
        }
    }
    (!placed.is_empty()).then_some(placed)
}
