//! Cells, in table rows or one after the other.

use super::super::event::{Event, EventKind, Head, Value};
use super::super::label;
use super::known::Known;
use super::tokens::{is_broken_number, is_digits_and_signs};
use super::{RowState, Scanner, value};
use crate::form::{Applicant, Table};
use crate::read::Folded;
use crate::read::number::{Printed, plain, printed};
use crate::read::vocabulary::word_at;
use crate::report::Entry;
use crate::source::Piece;

impl Scanner<'_> {
    pub(super) fn cell(&mut self, index: u32, piece: &Piece, columns: (u16, u16)) {
        let text = self.document.piece_text(piece);
        let in_row = self.row.number > 0;
        if let Some(shape) = self.out.shapes.last_mut().filter(|_| in_row) {
            shape.width = shape.width.max(u32::from(columns.0) + u32::from(columns.1));
        }
        let columns = in_row.then_some(columns);
        let at = (piece.start, piece.end);
        if plain(text).is_none()
            && let Some(known) = Known::of(text).filter(|known| known.is_label)
        {
            self.row.texts += 1;
            self.label(index, piece.start, known, columns);
            if in_row {
                self.flush(false);
            }
            return;
        }
        let entry = match printed(text) {
            Printed::Words if in_row && self.may_be_value(text) && is_value_text(text) => {
                Entry::Unreadable(text.into())
            }
            Printed::Words if is_broken_number(text) => Entry::Unreadable(text.into()),
            Printed::Words => {
                self.row.texts += 1;
                self.text(index, piece, 0..text.len(), columns);
                if in_row {
                    self.flush(false);
                }
                return;
            }
            Printed::Blank if in_row && !self.row.labelled && !self.row.grouped && self.row.values == 0 => {
                return self.row.blanks.push(value(Entry::Blank, index, at, columns));
            }
            Printed::Blank if !in_row && self.ends_header() => return,
            Printed::Blank => Entry::Blank,
            Printed::Mark => Entry::Mark,
            Printed::Number(figure) => {
                let mut value = value(Entry::Value(figure.number), index, at, columns);
                (value.unit, value.joined) = (figure.unit, figure.joined);
                (value.split, value.signed) = (figure.split, figure.signed);
                value.cut = self.is_cut(at.1);
                self.row.values += 1;
                return self.push_value(value, in_row);
            }
        };
        self.row.values += usize::from(in_row);
        let cut = self.is_cut(at.1) && entry != Entry::Blank;
        self.push_value(Value { cut, ..value(entry, index, at, columns) }, in_row);
    }

    /// Whether words in a row may be what a value cell says: behind a label, or, where a row has none of its
    /// own, behind the sign of what is doubtful.
    fn may_be_value(&self, text: &str) -> bool {
        let has_none = self.row.grouped || self.table == Some(Table::Challenges);
        self.row.labelled || has_none && text.starts_with(DOUBTFUL)
    }

    /// Whether a blank behind heads ends their row, where every cell has a line of its own. Only the
    /// first one can.
    pub(super) fn ends_header(&mut self) -> bool {
        self.flush(false);
        let header = |event: &Event| {
            matches!(
                event.kind,
                EventKind::Head(_) | EventKind::ChallengeRow(_) | EventKind::Suits | EventKind::Article(_)
            )
        };
        let events = self.out.events.len();
        let ends = self.out.events.last().is_some_and(header) && self.header_end != events;
        self.header_end = events;
        ends
    }

    pub(super) fn end_row(&mut self) {
        if self.row.number == 0 {
            return;
        }
        self.flush(false);
        if self.table == Some(Table::Challenges) && self.row.texts == 0 && !self.row.blanks.is_empty() {
            // A row of blanks under the heads of table 四.
            let last = self.row.blanks.pop();
            last.into_iter().for_each(|last| self.push_value(last, true));
        }
        let row = self.row.number;
        let events = &mut self.out.events;
        let first = self.row.first_event.min(events.len());
        let labels =
            events[first..].iter().filter(|event| matches!(event.kind, EventKind::Row { .. })).count();
        let unknown = events[first..].iter().filter(|event| event.kind == EventKind::Unknown).count();
        let heads = events[first..].iter().any(|event| match event.kind {
            EventKind::Head(Head::Applicant(applicant)) => {
                applicant != Applicant::Total && applicant != Applicant::Other
            }
            EventKind::Head(Head::Proactive(_) | Head::Challenge(_) | Head::Organisations) => true,
            _ => false,
        });
        // A row of several labels or unknown words side by side is a header, though not the form's.
        if self.row.values == 0 && self.row.texts >= 3 && !heads && labels + unknown >= 3 {
            let (piece, at) = events[first..].first().map_or((0, (0, 0)), |event| (event.piece, event.at));
            events.truncate(first);
            let table = self.table;
            events.push(Event { kind: EventKind::ForeignHead, table, piece, at, row, columns: None });
        }
        self.row = RowState::default();
        self.run = false;
    }
}

/// The sign before words that stand for a number which could not be read.
pub(crate) const DOUBTFUL: char = '？';

/// Whether words in a labelled row are what a value cell says, and no further label.
fn is_value_text(text: &str) -> bool {
    if is_digits_and_signs(text) {
        return true;
    }
    let folded = Folded::of(text);
    let has_word = (0..folded.len()).any(|at| word_at(&folded.chars, at).is_some());
    !has_word && !label::is_remnant(&folded.chars) && !folded.chars.starts_with(&['('])
}

/// Whether a cell with this text is read as one that says no number, whatever stands beside it.
#[cfg(feature = "render")]
pub(crate) fn is_unreadable(text: &str) -> bool {
    printed(text) == Printed::Words && is_value_text(text)
}
