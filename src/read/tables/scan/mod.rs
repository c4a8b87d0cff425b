//! From the tape to events: which words of the form, which values, in which order.

mod cells;
mod known;
mod legacy;
mod line;
mod marks;
mod shape;
mod tokens;
mod words;

#[cfg(feature = "render")]
pub(crate) use cells::{DOUBTFUL, is_unreadable};
pub(super) use shape::Scan;

use super::event::{Event, EventKind, Value};
use crate::form::Table;
use crate::read::Folded;
use crate::read::number::{Printed, printed};
use crate::read::vocabulary::Word;
use crate::report::Entry;
use crate::source::{Document, Piece, PieceKind, within};
use crate::{Error, Limits};
use known::Known;
use legacy::Legacy;
use marks::Mark;
use shape::Shape;
use tokens::Token;

/// A line of so many values is a row of its own, even between other values.
const SOLID: usize = 3;

/// Scans a document.
pub(super) fn scan(document: &Document<'_>, limits: Limits) -> Result<Scan, Error> {
    let mut scanner = Scanner {
        document,
        out: Scan {
            events: Vec::with_capacity(document.pieces.len() / 2),
            values: Vec::with_capacity(document.pieces.len()),
            used: vec![false; document.pieces.len()],
            shapes: vec![Shape::default()],
        },
        wait: Folded::default(),
        head: Folded::default(),
        tokens: Vec::new(),
        segments: Vec::new(),
        table: None,
        row: RowState::default(),
        rows: 0,
        run: false,
        marks: Vec::new(),
        found: Vec::new(),
        header_end: 0,
        legacy: None,
    };
    for (index, piece) in document.pieces.iter().enumerate() {
        scanner.piece(u32::try_from(index).unwrap_or(u32::MAX), piece);
        within("cells", "numbers of the page's tables", scanner.out.values.len(), limits.cells)?;
    }
    scanner.end_row();
    scanner.flush(false);
    Ok(scanner.out)
}

struct Scanner<'d> {
    document: &'d Document<'d>,
    out: Scan,
    /// Text whose words are not told yet, because a label may go on in the next line.
    wait: Folded,
    /// Room for the head of a line.
    head: Folded,
    /// Room for the parts of a line.
    tokens: Vec<Token>,
    segments: Vec<Segment>,
    table: Option<Table>,
    row: RowState,
    rows: u32,
    /// Whether the next single value goes on the run of values before it.
    run: bool,
    marks: Vec<Mark>,
    found: Vec<(Word, std::ops::Range<usize>)>,
    /// How many events there were when a blank last ended a row of heads.
    header_end: usize,
    /// Whether what comes next is a table of the edition 2014, and how that is written.
    legacy: Option<Legacy>,
}

/// A line or cell whose text waits.
#[derive(Clone, Copy)]
struct Segment {
    start: usize,
    piece: u32,
    /// The columns of its cell.
    columns: Option<(u16, u16)>,
    /// The label that it is, if it is printed as the form words it.
    known: Option<&'static Known>,
}

/// What is known of the open table row.
#[derive(Default)]
struct RowState {
    /// Its number; 0 outside of rows.
    number: u32,
    labelled: bool,
    /// （六）其他处理 stands in it, which may be its label.
    grouped: bool,
    values: usize,
    first_event: usize,
    texts: usize,
    /// Blanks before anything else: merged cells, or the first cells of a row without a label.
    blanks: Vec<Value>,
}

impl Scanner<'_> {
    fn piece(&mut self, index: u32, piece: &Piece) {
        if self.is_legacy(index, piece) {
            return self.use_piece(index);
        }
        match piece.kind {
            PieceKind::Line => self.line(index, piece),
            PieceKind::Heading => {
                self.flush(false);
                self.line(index, piece);
                self.flush(false);
            }
            PieceKind::BlankLine => self.blank_line(index, piece),
            PieceKind::Table => {}
            PieceKind::Row => {
                self.end_row();
                self.flush(false);
                self.rows += 1;
                self.out.shapes.push(Shape::default());
                self.run = false;
                self.row =
                    RowState { number: self.rows, first_event: self.out.events.len(), ..RowState::default() };
            }
            PieceKind::Cell { column, columns, .. } => self.cell(index, piece, (column, columns)),
            PieceKind::TableEnd => {
                self.end_row();
                self.row = RowState::default();
            }
        }
    }

    fn event(&mut self, kind: EventKind, piece: u32, at: (u32, u32), columns: Option<(u16, u16)>) {
        let row = self.row.number;
        self.out.events.push(Event { kind, table: self.table, piece, at, row, columns });
    }

    fn values(&mut self, index: u32, piece: &Piece, tokens: &[Token], alone: bool) {
        let text = self.document.piece_text(piece);
        let solid = tokens.len() >= SOLID;
        if solid {
            self.flush(true);
            self.run = false;
        }
        for token in tokens {
            let at = (offset(piece.start, token.start), offset(piece.start, token.end));
            let mut value = value(Entry::Mark, index, at, None);
            let part = &text[token.start..token.end];
            match printed(part) {
                Printed::Number(figure) => {
                    value.entry = Entry::Value(figure.number);
                    (value.unit, value.split, value.signed) = (figure.unit, figure.split, figure.signed);
                }
                Printed::Words => value.entry = Entry::Unreadable(part.into()),
                Printed::Mark | Printed::Blank => {}
            }
            value.cut = self.is_cut(at.1);
            self.push(value, solid, alone);
        }
        // Numbers beside their label are its row; those of the next line are not.
        if solid || !alone {
            self.run = false;
        }
    }

    fn is_cut(&self, end: u32) -> bool {
        self.document.is_open && end as usize == self.document.text.len()
    }

    fn push_value(&mut self, value: Value, solid: bool) {
        self.push(value, solid, self.row.number == 0 || self.row.texts == 0);
    }

    fn push(&mut self, value: Value, solid: bool, alone: bool) {
        let broken = self.broken_number();
        self.flush(true);
        if let Some(broken) = broken {
            self.push(broken, solid, alone);
        }
        let blanks = std::mem::take(&mut self.row.blanks);
        if self.row.texts == 0 {
            blanks.into_iter().for_each(|blank| self.push_value(blank, solid));
        }
        let (piece, at, columns) = (value.piece, value.at, value.columns);
        self.out.values.push(value);
        let in_row = self.row.number;
        if let Some(Event { kind: EventKind::Values { count, solid: whole, .. }, row, .. }) =
            self.out.events.last_mut()
            && *row == in_row
            && (self.run && *whole == solid)
        {
            *count += 1;
        } else {
            let first = self.out.values.len() - 1;
            self.event(EventKind::Values { first, count: 1, solid, alone }, piece, at, columns);
        }
        if self.table.is_some() {
            self.use_piece(piece);
        }
        self.run = true;
    }

    /// What waits behind a label as an ordinal would (`7.`), when a value follows: the first part of it.
    fn broken_number(&self) -> Option<Value> {
        let [.., _, last] = &self.segments[..] else { return None };
        let chars = &self.wait.chars[last.start..];
        let is_broken = self.row.number == 0 && chars.len() > 1 && chars.ends_with(&['.']);
        if !is_broken || !chars[..chars.len() - 1].iter().all(char::is_ascii_digit) {
            return None;
        }
        let piece = &self.document.pieces[last.piece as usize];
        let text: String = chars.iter().collect();
        Some(value(Entry::Unreadable(text.into()), last.piece, (piece.start, piece.end), None))
    }

    fn use_piece(&mut self, piece: u32) {
        if let Some(used) = self.out.used.get_mut(piece as usize) {
            *used = true;
        }
    }
}

fn value(entry: Entry, piece: u32, at: (u32, u32), columns: Option<(u16, u16)>) -> Value {
    Value {
        entry,
        unit: None,
        joined: false,
        split: false,
        signed: false,
        soft: false,
        cut: false,
        piece,
        at,
        columns,
    }
}

fn offset(base: u32, at: usize) -> u32 {
    base + u32::try_from(at).unwrap_or(0)
}
