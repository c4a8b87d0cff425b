//! Rows into cells, with a problem for everything that was not as the form says.

use super::bind::{self, Bound, Label};
use super::columns::{Columns, Heads};
use super::event::{Event, EventKind, Head, RowKey, Value};
use super::place::{Layout, Placed, place};
use super::scan::Scan;
use super::solve::{self, Ambiguous};
use crate::form::{Cell, Edition, Editions, ProactiveColumn, ProactiveRow, Row, Table};
use crate::message::Message;
use crate::read::{Folded, Problem, ProblemKind, Reading};
use crate::report::{Entry, ExtraRow, Number, Unit};
use crate::source::{Document, Place};

/// What stands in tables 二 and 三, in reading order.
#[derive(Debug, Clone)]
pub(super) enum Item {
    /// A row whose values were taken, or wait for the sums.
    Read { row: RowKey, event: usize },
    /// A label without values.
    Lone { row: RowKey, event: usize, cells: Vec<Cell> },
    /// Values without a label that is known; columns as the heads above say.
    Unclaimed { event: usize, columns: Columns },
}

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
    /// Labels of rows that were told to stand there again.
    again: Vec<&'static str>,
}

impl<'a> Filling<'a> {
    pub(super) fn new(
        document: &'a Document<'a>,
        scan: &'a Scan,
        most: usize,
        reading: &'a mut Reading,
    ) -> Self {
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
            again: Vec::new(),
        }
    }

    /// Reads the rows of tables 二 and 三.
    pub(super) fn rows(&mut self) {
        let mut bounds = bind::bind(&self.scan.events, self.document.is_open).into_iter().peekable();
        for (index, event) in self.scan.events.iter().enumerate() {
            self.heads.see(event, self.scan.width(event.row), self.scan.says(event));
            self.see(event);
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
            && self.heads.edition == Some(Edition::E2019)
        {
            self.reading.report.proactive.procurement_unit = Some(unit);
        }
    }

    /// The unit in brackets behind a head.
    fn unit_behind(&self, event: &Event) -> Option<Unit> {
        const FAR: usize = 32;
        let rest = self.document.text.get(event.at.1 as usize..)?;
        let near: String = rest.chars().take(FAR).collect();
        let folded = Folded::of(&near).text();
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
                self.row(row, bound.event, event, &values);
                self.items.push(Item::Read { row, event });
            }
            (Label::Row { row: RowKey::Applications(Row::OtherSingle), .. }, None) => {}
            (Label::Row { row, .. }, None) => {
                let cells = self.heads.columns(row, 0).map_or_else(Vec::new, |columns| columns.cells);
                self.items.push(Item::Lone { row, event: bound.event, cells });
            }
            (Label::Unknown, Some((event, values))) => self.unknown_row(bound.event, event, &values),
            (Label::Missing, Some((event, values))) => self.unclaimed(event, &values),
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
            if values.len() == placed.len() {
                let waiting = Ambiguous { cells: columns.cells, values: values.to_vec(), cut: false };
                return self.waiting.push((row, event, waiting, placed));
            }
            self.row_ends = true;
        }
        placed.into_iter().for_each(|(cell, at)| self.write(cell, &values[at]));
    }

    /// Rows whose last blank may end them: whole only if no row of the page is ended by a blank.
    pub(super) fn settle_row_ends(&mut self) {
        for (row, event, waiting, placed) in std::mem::take(&mut self.waiting) {
            if self.row_ends {
                self.ambiguous.push((row, event, waiting));
            } else {
                placed.into_iter().for_each(|(cell, at)| self.write(cell, &waiting.values[at]));
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
    pub(super) fn values(&self, event: usize) -> Vec<Value> {
        match self.scan.events[event].kind {
            EventKind::Values { first, count, .. } => self.scan.values[first..first + count].to_vec(),
            _ => Vec::new(),
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
            let strays = |&(cell, at): &(Cell, usize)| {
                values[at].signed && !cell.is_change() && !is_negative(&values[at])
            };
            !self.may_go_on(event, values) && !placed.iter().any(strays)
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
            placed.into_iter().for_each(|(cell, at)| self.write(cell, &whole[at]));
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

    /// Writes what one cell says; the first report on a page is kept.
    pub(super) fn write(&mut self, cell: Cell, value: &Value) {
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
        if cell == Cell::Proactive(ProactiveRow::Procurement, ProactiveColumn::Amount) && value.unit.is_some()
        {
            self.reading.report.proactive.procurement_unit = value.unit;
        }
    }

    /// What a value means in a cell: the kind of number that the form asks for, as far as it is one.
    fn entry(&self, cell: Cell, value: &Value) -> Entry {
        let is_zero = value.entry.count() == Some(0) && !cell.is_amount() && !cell.is_change();
        if value.cut && !is_zero {
            return Entry::Unreadable(self.value_text(value).into());
        }
        match value.entry {
            Entry::Value(Number::Count(count)) if cell.is_amount() => Number::Amount(count.into()).into(),
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

    fn remarks(&mut self, cell: Cell, value: &Value, entry: &Entry, place: Place) {
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

    // ---- what is not as the form says ----

    fn without_columns(&mut self, row: RowKey, event: usize, values: &[Value]) {
        let message = Message::new(
            format!("「{}」行有数字，但表头不明，未读取", row.label()),
            format!("the row `{}` has numbers, but its heads do not say which; not read", row.label()),
        );
        let place = self.event_place(event);
        self.problem(ProblemKind::AmbiguousRow, None, Some(place), message);
        self.reading.evidence.table_mut(row.table()).unclaimed |= !values.is_empty();
    }

    fn unknown_row(&mut self, label: usize, event: usize, values: &[Value]) {
        let at = self.scan.events[label].at;
        let place = self.event_place(label);
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
        let values = values.iter().map(|value| self.value_text(value).to_owned()).collect();
        self.reading.report.extra_rows.push(ExtraRow { table, label, values });
    }

    fn unclaimed(&mut self, event: usize, values: &[Value]) {
        if !values.iter().any(|value| value.entry.value().is_some()) {
            return;
        }
        let columns =
            self.heads.columns(RowKey::Applications(Row::Received), values.len()).unwrap_or_default();
        self.items.push(Item::Unclaimed { event, columns });
    }

    fn loose_label(&mut self, row: RowKey, event: usize) {
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

    fn second(&mut self, cell: Cell, value: &Value) {
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

    pub(super) fn problem(
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
    fn tell_left_out(&mut self) {
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

    pub(super) fn value_text(&self, value: &Value) -> &str {
        self.document.text.get(value.at.0 as usize..value.at.1 as usize).unwrap_or_default()
    }

    fn value_place(&self, value: &Value) -> Place {
        self.place_at(value.piece, value.at)
    }

    pub(super) fn event_place(&self, event: usize) -> Place {
        let event = &self.scan.events[event];
        self.place_at(event.piece, event.at)
    }

    fn place_at(&self, piece: u32, at: (u32, u32)) -> Place {
        let Some(piece) = self.document.pieces.get(piece as usize) else { return Place::default() };
        let within = at.0.saturating_sub(piece.start) as usize..at.1.saturating_sub(piece.start) as usize;
        self.document.place(piece, Some(within))
    }

    // ---- what the sums decide ----

    /// The edition of table 三 as its rows show it.
    pub(super) fn rows_edition(&self) -> Option<Edition> {
        let report = &self.reading.report;
        let is_read = |row: Row| Cell::row(row).any(|cell| !report.get(cell).is_absent());
        let waits = |row: Row| self.ambiguous.iter().any(|(key, ..)| *key == RowKey::Applications(row));
        let of = |edition: Edition| {
            Row::ALL.iter().any(|&row| row.item().editions == [edition] && (is_read(row) || waits(row)))
        };
        if of(Edition::E2021) { Some(Edition::E2021) } else { of(Edition::E2019).then_some(Edition::E2019) }
    }

    /// Columns whose heads say nothing are those of the form if every row's sum then holds.
    pub(super) fn prove_columns(&mut self) {
        let rows: Vec<Row> = std::mem::take(&mut self.unproven)
            .into_iter()
            .filter_map(|key| match key {
                RowKey::Applications(row) => Some(row),
                RowKey::Proactive(_) => None,
            })
            .collect();
        let Some(&first) = rows.first() else { return };
        let edition = self.rows_edition().unwrap_or(Edition::E2021);
        let other = |row: Row| if row.is_in(edition) { edition } else { Edition::E2019 };
        let proven = rows.iter().all(|&row| solve::proves_row(&self.reading.report, row, other(row)));
        let cells = rows.iter().flat_map(|&row| Cell::row(row));
        for cell in cells {
            if proven {
                self.reading.evidence.inferred.insert(cell);
            } else if self.reading.report.get(cell).value().is_some() {
                let text = self.reading.report.get(cell).value().map(|number| number.to_string());
                *self.reading.report.entry_mut(cell) = Entry::Unreadable(text.unwrap_or_default().into());
            }
        }
        let (zh, en) = if proven {
            (
                "表头没有说明各列，按规定的列序读取，各行合计相符",
                "the heads say nothing of the columns; the form's order was taken, and every row's sum holds",
            )
        } else {
            (
                "表头没有说明各列，按规定的列序合计不符，未读取",
                "the heads say nothing of the columns, and in the form's order the sums do not hold; not read",
            )
        };
        let cell = Cell::row(first).next();
        self.problem(ProblemKind::InferredColumns, cell, None, Message::new(zh, en));
    }

    /// Ambiguous rows: placed by the sums, or every cell unreadable.
    pub(super) fn solve(&mut self) {
        let edition = self.rows_edition().unwrap_or(Edition::E2021);
        let ambiguous = std::mem::take(&mut self.ambiguous);
        let open = |row: &Ambiguous| row.cells.iter().all(|&cell| self.reading.report.get(cell).is_absent());
        let waiting: Vec<_> = ambiguous.into_iter().filter(|(_, _, row)| open(row)).collect();
        for table in [Table::Proactive, Table::Applications, Table::Challenges] {
            let of_table = |row: &Ambiguous| row.cells.first().is_some_and(|cell| cell.table() == table);
            let rows: Vec<_> = waiting.iter().filter(|(_, _, row)| of_table(row)).collect();
            let problems: Vec<Ambiguous> = rows.iter().map(|(_, _, row)| row.clone()).collect();
            let solved = solve::solve(&self.reading.report, &problems, edition);
            for (index, (_, event, row)) in rows.iter().enumerate() {
                match &solved {
                    Some(ways) => self.write_solved(*event, row, &ways[index]),
                    None => self.write_unread(*event, row),
                }
            }
        }
    }

    /// Puts aside values that only the sums can place.
    pub(super) fn put_aside(&mut self, row: RowKey, event: usize, ambiguous: Ambiguous) {
        self.ambiguous.push((row, event, ambiguous));
    }

    fn write_solved(&mut self, event: usize, row: &Ambiguous, way: &[Option<Number>]) {
        let place = self.event_place(event);
        let printed = self.printed(row);
        for (&cell, number) in row.cells.iter().zip(way) {
            *self.reading.report.entry_mut(cell) = number.map_or(Entry::Blank, Entry::Value);
            self.reading.evidence.inferred.insert(cell);
            self.reading.places.add(cell, place, &printed);
        }
        let label = row.cells.first().map_or("", |cell| cell.labels().0);
        let message = Message::new(
            format!("「{label}」行的数字个数与列数不同，由合计关系唯一确定"),
            format!(
                "the row `{label}` has another number of values than of cells; the sums allow one placement only"
            ),
        );
        let torn = row.values.len() > row.cells.len();
        let kind = if torn { ProblemKind::JoinedNumber } else { ProblemKind::InferredRow };
        self.problem(kind, row.cells.first().copied(), Some(place), message);
    }

    /// What the page prints in a row, cell by cell.
    fn printed(&self, row: &Ambiguous) -> String {
        let values = row.values.iter().filter(|value| !value.soft);
        values.map(|value| self.value_text(value)).collect::<Vec<_>>().join(" ")
    }

    fn write_unread(&mut self, event: usize, row: &Ambiguous) {
        let place = self.event_place(event);
        let printed = self.printed(row);
        for &cell in &row.cells {
            *self.reading.report.entry_mut(cell) = Entry::Unreadable(printed.as_str().into());
            self.reading.places.add(cell, place, &printed);
        }
        let label = row.cells.first().map_or("", |cell| cell.labels().0);
        let count = row.cells.len();
        let message = Message::new(
            format!("「{label}」行应有{count}个数，页面为「{printed}」，无法确定各在哪一列，未读取"),
            format!(
                "the row `{label}` has {count} cells, the page prints `{printed}`; which is which cannot be told; not read"
            ),
        );
        self.problem(ProblemKind::AmbiguousRow, row.cells.first().copied(), Some(place), message);
    }

    // ---- the end ----

    pub(super) fn finish(&mut self) {
        self.tell_left_out();
        self.one_kind_of_other();
        self.reading.report.editions = self.editions();
        self.evidence();
        self.reading.places.settle();
    }

    /// （六）其他处理 is one row or three; when both are printed, the one goes to the extra rows.
    fn one_kind_of_other(&mut self) {
        if self.rows_edition() != Some(Edition::E2021) {
            return;
        }
        let cells: Vec<Cell> = Cell::row(Row::OtherSingle).collect();
        let said = |cell: &Cell| self.reading.report.get(*cell).clone();
        let entries: Vec<Entry> = cells.iter().map(said).collect();
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

    fn editions(&self) -> Editions {
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

    fn evidence(&mut self) {
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

fn is_negative(value: &Value) -> bool {
    value.entry.value().is_some_and(|number| number.decimal().is_sign_negative())
}

/// Whether of all editions only this one has the cell.
fn is_only(cell: Cell, edition: Edition) -> bool {
    Edition::CURRENT.iter().all(|&other| cell.is_in(other) == (other == edition))
}
