//! Rows into cells, with a problem for everything that was not as the form says.

mod decide;
mod finish;
mod labels;
mod tell;
mod write;

use super::bind::{self, Bound, Label};
use super::columns::{Columns, Heads};
use super::event::{Event, EventKind, Head, RowKey, Value};
use super::place::{Layout, Placed, place};
use super::scan::Scan;
use super::solve::Ambiguous;
use crate::form::{Cell, Edition, ProactiveColumn, Row};
use crate::read::Reading;
use crate::read::fold::folded_text;
use crate::report::{Entry, Unit};
use crate::source::Document;
use std::borrow::Cow;

/// What stands in tables 二 and 三, in reading order.
#[derive(Debug, Clone)]
pub(super) enum Item {
    /// A row whose values were taken, or wait for the sums.
    Read { row: RowKey, event: usize },
    /// A label without values.
    Lone { row: RowKey, event: usize, cells: Cow<'static, [Cell]> },
    /// Values without a label that is known; columns as the heads above say.
    Unclaimed { event: usize, columns: Columns },
}

/// Room for so many cells is made at once: the form has about as many.
const MOST_CELLS: usize = 256;

/// Fills the report of a reading.
pub(super) struct Filling<'a> {
    pub(super) document: &'a Document<'a>,
    pub(super) scan: &'a Scan,
    pub(super) reading: &'a mut Reading,
    pub(super) items: Vec<Item>,
    heads: Heads,
    ambiguous: Vec<(RowKey, usize, Ambiguous)>,
    /// Rows whose columns the sums must prove.
    unproven: Vec<RowKey>,
    /// How many problems are told, and how many more there were.
    most: usize,
    left_out: usize,
    /// Rows whose last blank may be the end of the row.
    waiting: Vec<(RowKey, usize, Ambiguous, Placed)>,
    /// Whether blanks end rows on this page.
    row_ends: bool,
    /// Rows of table 三 whose numbers are a line of their own, apart from the label.
    apart: Vec<Row>,
    /// Labels of rows that were told to stand there again.
    again: Vec<&'static str>,
    /// The pieces of labels that became extra rows: no prose.
    pub(super) claimed: Vec<u32>,
}

impl<'a> Filling<'a> {
    pub(super) fn new(
        document: &'a Document<'a>,
        scan: &'a Scan,
        most: usize,
        reading: &'a mut Reading,
    ) -> Self {
        reading.places.reserve(scan.values.len().min(MOST_CELLS));
        Self {
            document,
            scan,
            reading,
            items: Vec::new(),
            heads: Heads::default(),
            ambiguous: Vec::new(),
            unproven: Vec::new(),
            most,
            left_out: 0,
            waiting: Vec::new(),
            row_ends: false,
            apart: Vec::new(),
            again: Vec::new(),
            claimed: Vec::new(),
        }
    }

    /// Reads the rows of tables 二 and 三.
    pub(super) fn rows(&mut self) {
        let mut bounds = bind::bind(&self.scan.events, self.document.is_open).into_iter().peekable();
        for (index, event) in self.scan.events.iter().enumerate() {
            self.heads.see(event, self.scan.width(event.row), self.scan.says(event));
            self.see(event);
            self.see_head(index);
            while let Some(bound) = bounds.next_if(|bound| bound.event == index) {
                self.bound(bound);
            }
        }
    }

    /// A table is seen when a label or head of it is, or several values side by side. Its title and single
    /// numbers below that are not enough: the same title opens prose, and tables of other forms.
    fn see(&mut self, event: &Event) {
        const SEVERAL: usize = 3;
        let is_of_table = matches!(
            event.kind,
            EventKind::Values { count: SEVERAL.., .. }
                | EventKind::Row { .. }
                | EventKind::OtherGroup
                | EventKind::Head(_)
                | EventKind::ApplicantsHeader
                | EventKind::ChallengeRow(_)
                | EventKind::Suits
                | EventKind::Article(_)
        );
        if let Some(table) = event.table.filter(|_| is_of_table) {
            self.reading.evidence.table_mut(table).seen = true;
        }
        if event.kind == EventKind::Head(Head::Proactive(ProactiveColumn::Amount))
            && let Some(unit) = self.unit_behind(event)
        {
            let head = self.document.text.get(event.at.0 as usize..event.at.1 as usize);
            if head.is_some_and(|head| head.contains('收')) {
                // That the form words it so says nothing of what was written below.
                self.reading.evidence.fee_unit = Some(unit).filter(|unit| *unit != Unit::TenThousandYuan);
            } else if self.heads.edition == Some(Edition::E2019) {
                self.reading.report.proactive.procurement_unit = Some(unit);
            }
        }
    }

    /// The unit in brackets behind a head.
    fn unit_behind(&self, event: &Event) -> Option<Unit> {
        const FAR: usize = 32;
        let rest = self.document.text.get(event.at.1 as usize..)?;
        let near: String = rest.chars().take(FAR).collect();
        let folded = folded_text(&near);
        let inner = folded.strip_prefix('(').unwrap_or(&folded);
        let inner = inner.strip_prefix("单位").unwrap_or(inner);
        let inner = inner.strip_prefix([':', '为']).unwrap_or(inner);
        Unit::ALL.iter().copied().find(|unit| inner.starts_with(unit.label()))
    }

    fn bound(&mut self, bound: Bound) {
        // Blanks alone are no values, unless they fill a row; the label may be one of blanks all the same.
        let values = bound.values.map(|event| (event, self.values(event)));
        let fills = |event: usize| match self.scan.events[event].kind {
            EventKind::Values { count, .. } => {
                self.scan.events[event].row != 0 && count >= self.width(bound.label)
            }
            _ => false,
        };
        let values = values.filter(|(event, values)| !values.iter().all(Value::is_blank) || fills(*event));
        match (bound.label, values) {
            (Label::Row { row, loose }, Some((event, values))) => {
                if loose {
                    self.loose_label(row, bound.event);
                }
                self.see_row(bound.event, row);
                if let (RowKey::Applications(row), true) = (row, bound.free) {
                    self.apart.push(row);
                }
                self.row(row, bound.event, event, values);
                self.items.push(Item::Read { row, event });
            }
            (Label::Row { row: RowKey::Applications(Row::OtherSingle), .. }, None) => {}
            (Label::Row { row, .. }, None) => {
                let cells = self.heads.columns(row, 0).unwrap_or_default().cells;
                self.items.push(Item::Lone { row, event: bound.event, cells });
            }
            (Label::Unknown, Some((event, values))) => self.unknown_row(bound.event, event, values),
            (Label::Missing, Some((event, values))) => self.unclaimed(event, values),
            (Label::Unknown | Label::Missing, None) => {}
        }
    }

    /// Writes placed values. Where every cell has a line of its own, a last blank may end the row instead;
    /// then a cell before it is missing, and whether that can be depends on the other rows.
    pub(super) fn accept(
        &mut self,
        row: RowKey,
        event: usize,
        columns: Columns,
        placed: Placed,
        values: &[Value],
    ) {
        let is_stream = self.scan.events[event].row == 0;
        let ends_blank =
            values.last().is_some_and(Value::is_blank) && self.scan.says(&self.scan.events[event]);
        if is_stream && ends_blank {
            if values.len() == placed.cells(&columns.cells).count() {
                let waiting = Ambiguous { cells: columns.cells, values: values.to_vec(), cut: false };
                return self.waiting.push((row, event, waiting, placed));
            }
            self.row_ends = true;
        }
        placed.cells(&columns.cells).for_each(|(cell, at)| self.write(cell, &values[at]));
    }

    /// Rows whose last blank may end them: whole only if no row of the page is ended by a blank.
    pub(super) fn settle_row_ends(&mut self) {
        for (row, event, waiting, placed) in std::mem::take(&mut self.waiting) {
            if self.row_ends {
                self.ambiguous.push((row, event, waiting));
            } else {
                let cells = placed.cells(&waiting.cells);
                cells.for_each(|(cell, at)| self.write(cell, &waiting.values[at]));
            }
        }
    }

    /// How many cells the row of a label has.
    fn width(&self, label: Label) -> usize {
        match label {
            Label::Row { row, .. } => {
                self.heads.columns(row, 0).map_or(usize::MAX, |columns| columns.cells.len())
            }
            Label::Unknown | Label::Missing => 0,
        }
    }

    /// The values of an event.
    pub(super) fn values(&self, event: usize) -> &'a [Value] {
        match self.scan.events[event].kind {
            EventKind::Values { first, count, .. } => &self.scan.values[first..first + count],
            _ => &[],
        }
    }

    /// How values came: as a row of a table, or one after the other.
    pub(super) fn layout(&self, label: Option<usize>, values: usize, count: usize) -> Layout {
        let event = &self.scan.events[values];
        if event.row == 0 {
            return Layout::Stream;
        }
        let label = label.map(|label| &self.scan.events[label]).filter(|label| label.row == event.row);
        Layout::Row {
            label: label.and_then(|label| label.columns).map(|(start, _)| start),
            width: self.scan.width(event.row),
            usual: self.scan.is_usual(event.row, count),
        }
    }

    fn row(&mut self, row: RowKey, label: usize, event: usize, values: &[Value]) {
        let count = values.iter().filter(|value| !value.soft && !value.is_blank()).count();
        let Some(columns) = self.heads.columns(row, count).filter(|columns| !columns.cells.is_empty()) else {
            return self.without_columns(row, event, values);
        };
        self.forget_blanks(&columns.cells);
        let layout = self.layout(Some(label), event, columns.cells.len());
        let placed = place(values, &columns, layout).filter(|placed| {
            // 增5 can only stand under 本年增/减: where it does not, a cell is missing.
            let strays = |(cell, at): (Cell, usize)| {
                values[at].signed && !cell.is_change() && !is_negative(&values[at])
            };
            !self.may_go_on(event, values) && !placed.cells(&columns.cells).any(strays)
        });
        match placed {
            Some(placed) => {
                if columns.unproven {
                    self.unproven.push(row);
                }
                self.accept(row, event, columns, placed, values);
            }
            None => {
                let cut = self.is_last(event) && self.document.is_open;
                if cut && self.write_cut(values, &columns) {
                    return;
                }
                let ambiguous = Ambiguous { cells: columns.cells, values: values.to_vec(), cut };
                self.ambiguous.push((row, event, ambiguous));
            }
        }
    }

    /// Whether the page ends with these values.
    pub(super) fn is_last(&self, event: usize) -> bool {
        event + 1 == self.scan.events.len()
    }

    /// A row that so far is nothing but blanks gives way to one with numbers.
    pub(super) fn forget_blanks(&mut self, cells: &[Cell]) {
        if cells.iter().all(|&cell| *self.reading.report.get(cell) == Entry::Blank) {
            cells.iter().for_each(|&cell| *self.reading.report.entry_mut(cell) = Entry::Absent);
            self.reading.places.forget(cells);
        }
    }

    /// Whether a page that breaks off ends in this row, and the row opens with blanks that may be merged
    /// cells: more cells may have followed.
    fn may_go_on(&self, event: usize, values: &[Value]) -> bool {
        let opens_blank = values.first().is_some_and(|value| value.is_blank() && !value.soft);
        self.document.is_open && self.is_last(event) && opens_blank
    }

    /// A row at whose values the page ends: where blanks are told, those before the end are certain. A
    /// number that touches the end may be the ordinal of the next label.
    fn write_cut(&mut self, values: &[Value], columns: &Columns) -> bool {
        if values.first().is_some_and(Value::is_blank) {
            return false;
        }
        if let [whole @ .., last] = values
            && last.entry.value().is_some()
            && let Some(placed) = place(whole, columns, Layout::Stream)
        {
            placed.cells(&columns.cells).for_each(|(cell, at)| self.write(cell, &whole[at]));
            return true;
        }
        let is_cell = |value: &Value| {
            let piece = self.document.pieces.get(value.piece as usize);
            piece.is_some_and(|piece| matches!(piece.kind, crate::source::PieceKind::Cell { .. }))
        };
        if values.len() > columns.cells.len() || columns.unproven || !values.iter().all(is_cell) {
            return false;
        }
        for (cell, value) in columns.cells.iter().zip(values) {
            self.write(*cell, value);
        }
        true
    }
}

fn is_negative(value: &Value) -> bool {
    value.entry.value().is_some_and(|number| number.decimal().is_sign_negative())
}
