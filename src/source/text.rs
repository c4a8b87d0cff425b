//! Plain text, in every flattening that copying a page or a PDF leaves behind.
//!
//! A line with tabs is a table row with its cells in their columns. A line with bars (`|`) is a row
//! whose merged cells are lost; where every cell has a line of its own, bars end cells, so that blank
//! ones are still told. Every other line is a line; what its blanks mean is for the reader to say.

use super::builder::{self, Document, Piece, PieceKind};
use super::look::{count, find, has, has_wide};
use crate::{Error, Limits, Options};
use std::borrow::Cow;

/// Takes a text apart, line by line.
pub(super) fn document<'a>(text: &'a str, options: &Options) -> Result<Document<'a>, Error> {
    builder::within("bytes", "input", text.len(), u32::MAX as usize)?;
    let mut lines = Lines {
        pieces: Vec::with_capacity(1 + count(text.as_bytes(), |byte| byte == b'\n')),
        state: State::Prose,
        limits: options.limits,
        cells: 0,
        has_tabs: has(text.as_bytes(), b'\t'),
        has_bars: may_have_bars(text),
    };
    let mut start = 0;
    for number in 1.. {
        builder::within("lines", "lines of the page", number as usize, options.limits.lines)?;
        let end = find(&text.as_bytes()[start..], b'\n').map(|at| start + at);
        lines.line(Span { text: &text[start..end.unwrap_or(text.len())], start, line: number })?;
        let Some(end) = end else { break };
        start = end + 1;
    }
    let unclosed = matches!(lines.state, State::Bars { closed: false, .. }) && lines.ends_in_cell();
    lines.close_table(0);
    Ok(Document {
        text: Cow::Borrowed(text),
        pieces: lines.pieces,
        is_source: true,
        is_open: !text.ends_with('\n') || unclosed,
        head_title: None,
        pages: Vec::new(),
        damages: Vec::new(),
    })
}

/// A part of a line, with its place.
#[derive(Clone, Copy)]
struct Span<'a> {
    text: &'a str,
    start: usize,
    line: u32,
}

impl<'a> Span<'a> {
    fn trim(self) -> Self {
        // Most lines have nothing to trim.
        let is_bare = |end: Option<char>| end.is_some_and(|c| c.is_ascii_graphic() || !is_blank(c));
        if is_bare(self.text.chars().next()) && is_bare(self.text.chars().next_back()) {
            return self;
        }
        let left = self.text.len() - self.text.trim_start_matches(is_blank).len();
        self.within(left..self.text.trim_end_matches(is_blank).len().max(left))
    }

    fn within(self, range: std::ops::Range<usize>) -> Self {
        Self { text: &self.text[range.clone()], start: self.start + range.start, ..self }
    }

    /// The parts between separators.
    fn split(self, separator: char) -> impl Iterator<Item = Self> {
        let mut start = 0;
        self.text.split(separator).map(move |part| {
            let from = start;
            start += part.len() + separator.len_utf8();
            self.within(from..from + part.len())
        })
    }
}

/// Blanks of every width; U+FEFF is one that ends up inside texts.
fn is_blank(c: char) -> bool {
    c.is_whitespace() || matches!(c, '\u{FEFF}' | '\u{200B}')
}

/// What the line before left open.
#[derive(Clone, Copy, PartialEq, Eq)]
enum State {
    /// No table.
    Prose,
    /// A table of tabs.
    Tabs,
    /// Bars: whether the last line ended in one, whether rows lead with one, how many cells the last had.
    Bars { closed: bool, leads: bool, cells: usize },
}

struct Lines {
    pieces: Vec<Piece>,
    state: State,
    limits: Limits,
    cells: usize,
    /// Whether the text has any tab, any bar: most have none, and no line need be asked.
    has_tabs: bool,
    has_bars: bool,
}

impl Lines {
    fn push(&mut self, span: Span<'_>, kind: PieceKind) {
        let offset = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
        let (start, end) = (offset(span.start), offset(span.start + span.text.len()));
        self.pieces.push(Piece { start, end, line: span.line, kind });
    }

    fn line(&mut self, line: Span<'_>) -> Result<(), Error> {
        if line.text.is_empty() && self.state == State::Prose {
            return Ok(());
        }
        let whole = line.trim();
        if whole.text.is_empty() {
            if self.state == State::Tabs && line.text.contains('\t') {
                return self.tabs(line);
            }
            if self.state == State::Tabs {
                self.close_table(line.line);
            }
            if line.text.contains(|c| is_blank(c) && c != '\r') {
                self.push(whole, PieceKind::BlankLine);
            }
            return Ok(());
        }
        if self.has_tabs && line.text.contains('\t') {
            let indented = self.state != State::Tabs && !line.text.trim_start_matches('\t').contains('\t');
            if !indented && !is_prose_with_tabs(line) {
                return self.tabs(line);
            }
        }
        if self.has_bars && may_have_bars(whole.text) && has_bars(whole.text) {
            return self.bars(whole);
        }
        match self.state {
            State::Tabs => self.close_table(line.line),
            State::Bars { .. } => self.state = State::Bars { closed: false, leads: true, cells: 0 },
            State::Prose => {}
        }
        let marks = whole.text.bytes().take_while(|&byte| byte == b'#').count();
        let heading = (1..=6).contains(&marks);
        let bare = if heading { whole.within(marks..whole.text.len()).trim() } else { whole };
        self.push(without_stars(bare), if heading { PieceKind::Heading } else { PieceKind::Line });
        Ok(())
    }

    /// Whether the last piece is a cell, or the end of a row of cells.
    fn ends_in_cell(&self) -> bool {
        let last = self.pieces.last().map(|piece| piece.kind);
        matches!(last, Some(PieceKind::Cell { .. } | PieceKind::TableEnd))
    }

    fn close_table(&mut self, line: u32) {
        if self.state == State::Tabs {
            self.push(Span { text: "", start: 0, line }, PieceKind::TableEnd);
        }
        self.state = State::Prose;
    }

    /// A row of a table of tabs.
    fn tabs(&mut self, line: Span<'_>) -> Result<(), Error> {
        if self.state != State::Tabs {
            self.state = State::Tabs;
            self.push(line.within(0..0), PieceKind::Table);
        }
        let line = line.within(0..line.text.trim_end_matches('\r').len());
        self.push(line.within(0..0), PieceKind::Row);
        line.split('\t').enumerate().try_for_each(|(column, cell)| self.cell(cell, column))
    }

    fn cell(&mut self, cell: Span<'_>, column: usize) -> Result<(), Error> {
        self.cells += 1;
        builder::within("cells", "cells of the page's tables", self.cells, self.limits.cells)?;
        let column = u16::try_from(column.min(self.limits.columns)).unwrap_or(u16::MAX);
        self.push(without_stars(cell.trim()), PieceKind::Cell { column, columns: 1, rows: 1 });
        Ok(())
    }

    /// A line with bars: a row if it holds several cells, else one more cell.
    fn bars(&mut self, line: Span<'_>) -> Result<(), Error> {
        if self.state == State::Tabs {
            self.close_table(line.line);
        }
        let was_closed = matches!(self.state, State::Bars { closed: true, .. });
        let closed = line.text.ends_with(['|', '｜']);
        let led = !matches!(self.state, State::Bars { leads: false, .. });
        let before = if let State::Bars { cells, .. } = self.state { cells } else { 0 };
        self.state = State::Bars { closed, leads: led, cells: before };
        let mut cells: Vec<_> =
            line.split(if line.text.contains('|') { '|' } else { '｜' }).map(Span::trim).collect();
        if closed {
            cells.pop();
        }
        let filled = cells.iter().filter(|cell| !cell.text.is_empty()).count();
        if filled == 0 {
            // Nothing but bars: one is a blank cell, or the end of the cell of the line before; several
            // are what merged cells leave behind at the end of a row.
            match &cells[..] {
                // As many as the row before: a row of blanks.
                [lead @ .., _] if before > 1 && lead.len() + 1 == before + usize::from(led) => {
                    return self.bar_row(line, cells.split_off(usize::from(led)));
                }
                [one] if was_closed => return self.cell(*one, 0),
                [_] => {}
                _ => self.push(line.within(0..0), PieceKind::TableEnd),
            }
            return Ok(());
        }
        if cells.iter().all(|cell| is_rule(cell.text)) {
            return Ok(());
        }
        // A bar before the first cell is no cell, unless the rows before had none there.
        if cells.first().is_some_and(|cell| !cell.text.is_empty()) && filled > 1 {
            self.state = State::Bars { closed, leads: false, cells: before };
        } else if led && line.text.starts_with(['|', '｜']) {
            cells.remove(0);
        }
        let has_words = |cell: &Span<'_>| cell.text.starts_with(|c: char| c.is_alphabetic() || is_opening(c));
        let is_row = filled > 1
            || cells.len() > 1
                && (cells.len() == before
                    || line.text.starts_with(['|', '｜'])
                    || cells.iter().any(has_words));
        if !is_row {
            self.state = State::Bars { closed, leads: led, cells: 0 };
            return cells.into_iter().try_for_each(|cell| self.cell(cell, 0));
        }
        self.bar_row(line, cells)
    }

    fn bar_row(&mut self, line: Span<'_>, cells: Vec<Span<'_>>) -> Result<(), Error> {
        if let State::Bars { cells: count, .. } = &mut self.state {
            *count = cells.len();
        }
        self.push(line.within(0..0), PieceKind::Table);
        self.push(line.within(0..0), PieceKind::Row);
        cells.into_iter().enumerate().try_for_each(|(column, cell)| self.cell(cell, column))?;
        self.push(line.within(line.text.len()..line.text.len()), PieceKind::TableEnd);
        Ok(())
    }
}

/// Prose that only trails tabs, as pages of a spreadsheet leave it.
fn is_prose_with_tabs(line: Span<'_>) -> bool {
    const LABEL: usize = 40 * '中'.len_utf8();
    let text = line.text.trim_end_matches(is_blank);
    !text.trim_start().contains('\t') && (text.len() > LABEL || text.ends_with(['。', '；', '，', '、', ',']))
}

/// Told without taking characters apart: most lines have none.
fn may_have_bars(line: &str) -> bool {
    has(line.as_bytes(), b'|') || has_wide(line, "｜")
}

/// Whether bars separate cells here, and are no mere stroke in a sentence or a dirty ordinal (`|一、`).
fn has_bars(line: &str) -> bool {
    let bars = line.matches(['|', '｜']).count();
    bars > 1 || line.ends_with(['|', '｜']) || line.contains(" | ") && !line.contains('。')
}

/// A cell of the line under the head of a Markdown table.
fn is_rule(cell: &str) -> bool {
    cell.is_empty()
        || cell.len() >= 2
            && cell.chars().all(|c| matches!(c, '-' | ':'))
            && cell.contains('-')
            && cell.len() > 2
}

/// Brackets and quotes that open a label; a number opens none.
fn is_opening(c: char) -> bool {
    matches!(c, '（' | '(' | '“' | '〔')
}

/// Emphasis marks of Markdown are no part of a text.
fn without_stars(span: Span<'_>) -> Span<'_> {
    if !span.text.starts_with("**") {
        return span;
    }
    let left = span.text.len() - span.text.trim_start_matches('*').len();
    let right = span.text.trim_end_matches('*').len();
    if right >= left { span.within(left..right).trim() } else { span }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tape(text: &str) -> String {
        let document = document(text, &Options::default()).expect("within the limits");
        let piece = |piece: &Piece| match piece.kind {
            PieceKind::Line => format!("{}\n", document.piece_text(piece)),
            PieceKind::Heading => format!("# {}\n", document.piece_text(piece)),
            PieceKind::BlankLine => "(blank)\n".to_owned(),
            PieceKind::Table => "table:".to_owned(),
            PieceKind::Row => " row".to_owned(),
            PieceKind::Cell { .. } => format!(" [{}]", document.piece_text(piece)),
            PieceKind::TableEnd => "\n".to_owned(),
        };
        document.pieces.iter().map(piece).collect()
    }

    #[test]
    fn tabs_keep_columns() {
        assert_eq!(tape("规章\t\t1\t2\n普通一行"), "table: row [规章] [] [1] [2]\n普通一行\n");
    }

    #[test]
    fn bars_are_rows_when_a_line_holds_several_cells() {
        assert_eq!(
            tape("| 规章 | 1 |  |\n|---|---|---|\n规章 | 0 |"),
            "table: row [规章] [1] []\ntable: row [规章] [0]\n"
        );
    }

    #[test]
    fn bars_end_cells_when_every_cell_has_its_line() {
        assert_eq!(tape("规章 |\n|\n3 |\n0 | ||"), " [规章] [] [3] [0] [] []");
        assert_eq!(tape("规章\n|\n3\n|\n||\n"), "规章\n3\n\n");
    }

    #[test]
    fn places_are_bytes_of_the_input() {
        let text = "一行\n  规章 | 7 |";
        let document = document(text, &Options::default()).expect("within the limits");
        let cell = document.pieces[document.pieces.len() - 2];
        let place = document.place(&cell, None);
        assert_eq!(&text[place.start.expect("known")..place.end.expect("known")], "7");
        assert_eq!((place.line, place.column), (Some(2), Some(8)));
    }
}
