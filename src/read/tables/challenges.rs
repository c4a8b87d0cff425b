//! Table 四: one row of fifteen numbers, three tables, rows under each other, or label and number.

use super::columns::Columns;
use super::event::{EventKind, Head, RowKey, Value};
use super::fill::Filling;
use super::place::place;
use super::solve::Ambiguous;
use crate::form::{Cell, ChallengeColumn, ChallengeRow, Row, Table};

/// The key of numbers that are of no row of tables 二 and 三; any one that tells no edition.
const NO_ROW: RowKey = RowKey::Applications(Row::CarriedOut);

type Column = (ChallengeColumn, Option<(u16, u16)>);

/// The heads above the next numbers.
#[derive(Default)]
struct Header {
    groups: Vec<ChallengeRow>,
    columns: Vec<Column>,
    used: bool,
    /// The numbers stand behind a label that was not recognised.
    strange: bool,
}

/// What the last numbers stood under.
#[derive(Default)]
struct Standing {
    groups: Vec<ChallengeRow>,
    columns: Vec<ChallengeColumn>,
}

impl Filling<'_> {
    /// Reads table 四.
    pub(super) fn challenges(&mut self) {
        let mut header = Header::default();
        let mut standing = Standing::default();
        for (index, event) in self.scan.events.iter().enumerate() {
            if let EventKind::Section(_) = event.kind {
                (header, standing) = Default::default();
            }
            if event.table != Some(Table::Challenges) {
                continue;
            }
            match event.kind {
                EventKind::ChallengeRow(row) => header.open().groups.push(row),
                EventKind::Head(Head::Challenge(column)) => {
                    header.open().columns.push((column, event.columns))
                }
                EventKind::Unknown | EventKind::Remnant { .. } => header.open().strange = true,
                EventKind::Values { .. } => self.numbers(index, &mut header, &mut standing),
                _ => {}
            }
        }
    }

    fn numbers(&mut self, index: usize, header: &mut Header, standing: &mut Standing) {
        let values = self.values(index);
        // A few blanks are what merged cells or the ends of rows leave behind.
        if !self.scan.says(&self.scan.events[index]) && values.len() < ChallengeColumn::ALL.len() {
            return;
        }
        // Heads stand above one row of numbers; a further row without a label of its own is nobody's.
        let is_first = !std::mem::replace(&mut header.used, true);
        let hard = values.iter().filter(|value| !value.soft).count();
        // A line of numbers under a lone label may as well be that of the label behind it, unless every
        // label has its numbers behind it.
        let lost = !self.alternates()
            && matches!(self.scan.events[index].kind, EventKind::Values { solid: true, alone: true, .. });
        let known = !header.columns.is_empty() || !(lost || header.strange && header.groups.is_empty());
        let Some(columns) = columns(header, standing, hard).filter(|_| known && is_first) else {
            if values.iter().any(|value| value.entry.value().is_some()) {
                self.items.push(super::fill::Item::Unclaimed { event: index, columns: Columns::default() });
            }
            return;
        };
        match place(values, &columns, self.layout(None, index, columns.cells.len())) {
            Some(placed) => {
                self.forget_blanks(&columns.cells);
                self.accept(NO_ROW, index, columns, placed, values);
            }
            None => self.ambiguous_numbers(index, columns, values.to_vec()),
        }
    }

    /// Whether groups and numbers of table 四 take turns, a group first, for all three groups.
    fn alternates(&self) -> bool {
        let turns = self.scan.events.iter().filter(|event| event.table == Some(Table::Challenges));
        let turns = turns.filter_map(|event| match event.kind {
            EventKind::ChallengeRow(_) => Some(true),
            EventKind::Values { count, .. } => (count >= ChallengeColumn::ALL.len()).then_some(false),
            _ => None,
        });
        turns.take(7).eq([true, false, true, false, true, false])
    }

    fn ambiguous_numbers(&mut self, index: usize, columns: Columns, values: Vec<Value>) {
        let cut = self.is_last(index) && self.document.is_open;
        self.put_aside(NO_ROW, index, Ambiguous { cells: columns.cells, values, cut });
    }
}

impl Header {
    /// The header to add to: a new one when numbers came since the last head.
    fn open(&mut self) -> &mut Self {
        if self.used {
            *self = Self::default();
        }
        self
    }

    /// The columns, cut where they begin anew: one piece a group.
    fn pieces(&self) -> Vec<&[Column]> {
        let mut pieces = Vec::new();
        let mut start = 0;
        for at in 0..self.columns.len() {
            if self.columns[start..at].iter().any(|(column, _)| *column == self.columns[at].0) {
                pieces.push(&self.columns[start..at]);
                start = at;
            }
        }
        if start < self.columns.len() {
            pieces.push(&self.columns[start..]);
        }
        pieces
    }
}

fn cells(groups: &[ChallengeRow], columns: &[&[Column]]) -> Columns {
    let pairs = groups.iter().zip(columns);
    let all: Vec<(Cell, Option<(u16, u16)>)> = pairs
        .flat_map(|(&group, columns)| {
            columns.iter().map(move |(column, at)| (Cell::Challenges(group, *column), *at))
        })
        .collect();
    let at = all.iter().map(|(_, at)| *at).collect();
    Columns { cells: all.into_iter().map(|(cell, _)| cell).collect(), at, ..Columns::default() }
}

/// Every column in the order of the form.
fn in_form_order() -> Vec<Column> {
    ChallengeColumn::ALL.iter().map(|&column| (column, None)).collect()
}

/// The cells for so many numbers under a header.
fn columns(header: &mut Header, standing: &mut Standing, count: usize) -> Option<Columns> {
    let all = ChallengeColumn::ALL.len();
    let whole = all * ChallengeRow::ALL.len();
    let pieces = header.pieces();
    let groups = if header.groups.is_empty() { standing.groups.clone() } else { header.groups.clone() };
    let well_formed = pieces.split_last().is_some_and(|(last, rest)| {
        let begins =
            |piece: &&[Column]| piece.iter().zip(ChallengeColumn::ALL).all(|((is, _), form)| is == form);
        rest.iter().all(|piece| piece.len() == all)
            && (pieces.len() == 1 && last.len() == all || pieces.iter().all(begins))
    });
    if count == 1 && header.columns.len() == 1 {
        // Label and number: the group is the last one named.
        let group = *groups.last()?;
        standing.groups = vec![group];
        return Some(cells(&[group], &[&header.columns]));
    }
    if well_formed && pieces.len() == groups.len() && count >= header.columns.len() {
        standing.groups.clone_from(&groups);
        standing.columns = pieces[0].iter().map(|(column, _)| *column).collect();
        return Some(cells(&groups, &pieces));
    }
    if header.columns.is_empty() && groups.len() == 1 && !header.groups.is_empty() && count >= all {
        // A row under a header that stands: 行政复议 | 9 | 13 | …
        let columns: Vec<Column> = match standing.columns.len() {
            5 => standing.columns.iter().map(|&column| (column, None)).collect(),
            _ => return None,
        };
        return Some(cells(&groups, &[&columns]));
    }
    let three = header.groups.len() == ChallengeRow::ALL.len() || pieces.len() == ChallengeRow::ALL.len();
    if count == whole || three && count > all {
        let form = in_form_order();
        standing.groups = ChallengeRow::ALL.to_vec();
        return Some(match (well_formed && header.columns.len() == whole).then_some(pieces) {
            Some(pieces) => cells(ChallengeRow::ALL, &pieces),
            None => cells(ChallengeRow::ALL, &[&form, &form, &form]),
        });
    }
    None
}
