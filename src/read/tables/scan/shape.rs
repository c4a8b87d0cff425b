//! What a scan found, and how its table rows are built.

use super::super::event::{Event, EventKind, Value};

/// Everything that the tables of a page consist of.
pub(in super::super) struct Scan {
    pub(in super::super) events: Vec<Event>,
    pub(in super::super) values: Vec<Value>,
    /// Pieces that belong to tables.
    pub(in super::super) used: Vec<bool>,
    /// How each table row of the page is built, by its number.
    pub(super) shapes: Vec<Shape>,
}

/// How a table row is built.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Shape {
    /// How many columns its cells take.
    pub(super) width: u32,
    /// The column of its label.
    pub(super) label: Option<u32>,
}

impl Shape {
    /// How many columns lie behind the label.
    fn behind(&self) -> Option<usize> {
        self.label.map(|label| self.width.saturating_sub(label + 1) as usize)
    }
}

impl Scan {
    /// How many columns the cells of a table row take; nothing outside of rows.
    pub(in super::super) fn width(&self, row: u32) -> u32 {
        self.shapes.get(row as usize).map_or(0, |shape| shape.width)
    }

    /// Whether a row is built like its neighbours, so that blanks before its values are cells like theirs:
    /// as wide, with its label in the same column or with a surplus of blanks too; or, where merged
    /// cells are lost and nothing is surplus, with as many cells behind its label.
    pub(in super::super) fn is_usual(&self, row: u32, count: usize) -> bool {
        const NEAR: usize = 4;
        let row = row as usize;
        let Some(own) = self.shapes.get(row) else { return false };
        let near = || {
            let near = (row.saturating_sub(NEAR)..=row + NEAR).filter(|&other| other != row);
            near.filter_map(|other| self.shapes.get(other)).filter(|other| other.width > 0)
        };
        if own.label.is_none() && own.width as usize == count {
            // Nothing but values.
            return true;
        }
        let as_wide = near().any(|other| {
            other.width == own.width
                && (other.label == own.label || other.behind().is_none_or(|cells| cells > count))
        });
        let surplus = near().any(|other| other.behind().is_some_and(|cells| cells > count));
        as_wide
            || !surplus && own.behind() == Some(count) && near().any(|other| other.behind() == Some(count))
    }

    /// Whether an event brings values that are not all blank.
    pub(in super::super) fn says(&self, event: &Event) -> bool {
        match event.kind {
            EventKind::Values { first, count, .. } => {
                self.values[first..first + count].iter().any(|value| !value.is_blank())
            }
            _ => false,
        }
    }
}
