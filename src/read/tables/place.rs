//! Which value of a row stands in which cell.

use super::columns::Columns;
use super::event::Value;
use crate::form::Cell;

/// The cells of a row with the values that stand in them.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Placed {
    /// Each cell has its value, in their order.
    InOrder,
    /// These cells have these values, by index; none for a blank that vanished.
    Chosen(Vec<(Cell, usize)>),
}

impl Placed {
    /// The cells, of all that the row has, each with the index of its value.
    pub(super) fn cells<'a>(&'a self, all: &'a [Cell]) -> impl Iterator<Item = (Cell, usize)> + 'a {
        let (in_order, chosen) = match self {
            Self::InOrder => (all, &[][..]),
            Self::Chosen(chosen) => (&[][..], &chosen[..]),
        };
        in_order.iter().copied().zip(0..).chain(chosen.iter().copied())
    }
}

/// How the values of a row came.
#[derive(Debug, Clone, Copy)]
pub(super) enum Layout {
    /// One after the other; only trailing blanks can be of something else, such as the end of a row.
    Stream,
    /// As cells of a table row: the column of its label, its width in columns, and whether its neighbours
    /// are as wide.
    Row { label: Option<u16>, width: u32, usual: bool },
}

/// Places the values of a row, when they can stand in one way only.
pub(super) fn place(values: &[Value], columns: &Columns, layout: Layout) -> Option<Placed> {
    let count = columns.cells.len();
    let whole = values.len() == count && count > 0 && !values.iter().any(|value| value.soft);
    if whole && (matches!(layout, Layout::Stream | Layout::Row { usual: true, .. }) || !ends_blank(values)) {
        // By far the most common row.
        return Some(Placed::InOrder);
    }
    let mut hard: Vec<usize> = Vec::with_capacity(values.len());
    hard.extend((0..values.len()).filter(|&at| !values[at].soft));
    let exact = |chosen: &[usize]| (chosen.len() == count && count > 0).then(|| zip(columns, chosen));
    let ends_blank = [hard.first(), hard.last()].into_iter().flatten().any(|&at| values[at].is_blank());
    match layout {
        Layout::Stream => exact(&hard).or_else(|| exact(trim_end(values, &hard, count))),
        // In a row with blanks at an end, these may be merged cells, and others may be missing.
        Layout::Row { label, width, usual } => exact(&hard)
            .filter(|_| usual || !ends_blank)
            .or_else(|| by_column(values, columns, label, width))
            .or_else(|| exact(one_sided(values, &hard, count)).filter(|_| usual)),
    }
}

/// Whether the first or the last value is blank.
fn ends_blank(values: &[Value]) -> bool {
    [values.first(), values.last()].into_iter().flatten().any(Value::is_blank)
}

/// Without the blanks at one end, as far as there are too many. Blanks at both ends could be either's.
fn one_sided<'a>(values: &[Value], chosen: &'a [usize], count: usize) -> &'a [usize] {
    let blank = |at: Option<&usize>| at.is_some_and(|&at| values[at].is_blank());
    let all_blank = chosen.iter().all(|&at| values[at].is_blank());
    match (blank(chosen.first()), blank(chosen.last())) {
        _ if all_blank => trim_end(values, chosen, count),
        (true, false) => trim_start(values, chosen, count),
        (false, true) => trim_end(values, chosen, count),
        _ => chosen,
    }
}

fn zip(columns: &Columns, chosen: &[usize]) -> Placed {
    Placed::Chosen(columns.cells.iter().copied().zip(chosen.iter().copied()).collect())
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
/// Columns can be compared only if row and heads are equally wide and the label stands before them all.
fn by_column(values: &[Value], columns: &Columns, label: Option<u16>, width: u32) -> Option<Placed> {
    let at = columns.at.as_ref().filter(|_| columns.width == Some(width))?;
    let first = at.iter().map(|(start, _)| *start).min()?;
    if label? >= first || values.len() < columns.cells.len() {
        return None;
    }
    let mut placed: Vec<(Cell, usize)> = Vec::new();
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
    (!placed.is_empty()).then_some(Placed::Chosen(placed))
}
