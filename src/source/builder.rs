//! The document model and the one way to build it.

use crate::{Error, Limits};
use serde::{Deserialize, Serialize};
use std::borrow::Cow;

/// A page taken apart: its text and a flat tape of pieces over it.
#[derive(Debug, Clone, Default)]
pub struct Document<'a> {
    /// The text that the pieces point into. For plain text this is the input itself; for other
    /// containers it holds their text runs one after the other.
    pub text: Cow<'a, str>,
    /// The pieces in reading order.
    pub pieces: Vec<Piece>,
    /// Whether offsets into `text` are offsets into the input.
    pub is_source: bool,
    /// Whether the input ends in the middle of a text, which may go on.
    pub is_open: bool,
    /// What the page calls itself outside of its body: HTML `<title>` and the like.
    pub head_title: Option<String>,
    /// For documents of pages or sheets, where the text of each starts.
    pub pages: Vec<u32>,
    /// What could not be taken out of the input.
    pub damages: Vec<Damage>,
}

/// Something of the input that could not be taken out of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Damage {
    /// Bytes that are not of the encoding; replacement characters stand for them.
    Encoding,
    /// A part that stands for some of the text, but is of a format that is not read.
    Part,
    /// A page, from 1, that is a picture, or whose fonts do not say what its characters are.
    Unread {
        /// The page.
        page: u32,
    },
    /// Characters of a page, from 1, of which their fonts do not say what they are; replacement characters
    /// stand for them.
    Unmapped {
        /// The page.
        page: u32,
        /// How many they are.
        characters: usize,
    },
}

/// One line or table cell, or the start of a table or row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct Piece {
    /// Start of its text in [`Document::text`].
    pub start: u32,
    /// End of its text, exclusive.
    pub end: u32,
    /// The line of the input on which it starts, from 1; 0 if unknown.
    pub line: u32,
    /// What it is.
    pub kind: PieceKind,
}

/// What a piece of the tape is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum PieceKind {
    /// A line of text outside of tables; blanks inside may be all that is left of cells.
    Line,
    /// A line that the page marks as a heading (`#`, `<h1>` …).
    Heading,
    /// A line of nothing but blanks, which may be all that is left of an empty cell.
    BlankLine,
    /// A new table begins.
    Table,
    /// A new row of the table begins.
    Row,
    /// A cell of the row.
    Cell {
        /// The column in which it starts, from 0.
        column: u16,
        /// How many columns it spans.
        columns: u16,
        /// How many rows it spans.
        rows: u16,
    },
    /// The table ends.
    TableEnd,
}

/// Where something stands in what was given.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Place {
    /// The first byte, in the decoded text.
    pub start: Option<usize>,
    /// The byte after the last.
    pub end: Option<usize>,
    /// The line, from 1.
    pub line: Option<usize>,
    /// The column in characters, from 1; unknown some 16 KiB behind the start of a line.
    pub column: Option<usize>,
    /// The page of a document or the sheet of a workbook, from 1.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub page: Option<usize>,
}

impl Document<'_> {
    /// The document with a text of its own, which is not the input: its places are lines only.
    pub(super) fn detached(self) -> Document<'static> {
        Document { text: Cow::Owned(self.text.into_owned()), is_source: false, ..self }
    }

    /// The text of a piece.
    pub fn piece_text(&self, piece: &Piece) -> &str {
        &self.text[piece.start as usize..piece.end as usize]
    }

    /// The place of a piece, or of a byte range within it.
    pub fn place(&self, piece: &Piece, within: Option<std::ops::Range<usize>>) -> Place {
        let line = (piece.line > 0).then_some(piece.line as usize);
        if !self.is_source {
            return Place { line, page: self.page_of(piece), ..Place::default() };
        }
        let start = piece.start as usize;
        let range = within.map_or(start..piece.end as usize, |r| start + r.start..start + r.end);
        // A cell may hold several lines: count those between its start and the range.
        let below = self.text.as_bytes()[start..range.start].iter().filter(|&&byte| byte == b'\n').count();
        // Most pieces begin their line.
        let begins_line = self.text[..start].ends_with('\n') && below == 0 && range.start - start < FAR;
        let line_start = if begins_line { Some(start) } else { self.line_start(range.start) };
        Place {
            start: Some(range.start),
            end: Some(range.end),
            line: line.map(|line| line + below),
            column: line_start.map(|at| self.text[at..range.start].chars().count() + 1),
            page: None,
        }
    }
}

impl Document<'_> {
    /// The place of a part of the text, which must have been cut out of one piece.
    pub(crate) fn place_of(&self, part: &str) -> Option<Place> {
        let start = (part.as_ptr() as usize).checked_sub(self.text.as_ptr() as usize)?;
        let end = start + part.len();
        // Pieces stand in the order of their text.
        let at = self.pieces.partition_point(|piece| (piece.end as usize) < end);
        let piece = self.pieces.get(at)?;
        let start = start.checked_sub(piece.start as usize)?;
        Some(self.place(piece, Some(start..start + part.len())))
    }

    /// The page of a piece, from 1.
    fn page_of(&self, piece: &Piece) -> Option<usize> {
        Some(self.pages.partition_point(|&start| start <= piece.start)).filter(|&page| page > 0)
    }

    /// Where the line of a byte starts. Of a line without end that is not looked for: every place on it
    /// would look anew.
    fn line_start(&self, at: usize) -> Option<usize> {
        let text = &self.text[..at];
        if text.ends_with('\n') {
            return Some(at);
        }
        let near = text.ceil_char_boundary(at.saturating_sub(FAR));
        match text[near..].rfind('\n') {
            Some(end) => Some(near + end + 1),
            None => (near == 0).then_some(0),
        }
    }
}

/// What stands between the texts of pages, in no piece.
const PAGE_BREAK: char = '\u{c}';

/// How many bytes behind the start of its line a place still has a column.
const FAR: usize = 16 << 10;

/// Fails when a number is over a limit.
pub(crate) fn within(
    limit: &'static str,
    what: &'static str,
    is: usize,
    allowed: usize,
) -> Result<(), Error> {
    if is > allowed { Err(Error::TooLarge { limit, what, allowed }) } else { Ok(()) }
}

/// Where the next cell of a table goes, with what is spanned from above.
#[derive(Debug, Default)]
pub(crate) struct Spans {
    /// Per column: how many further rows it is taken from above.
    taken: Vec<u16>,
    column: usize,
}

impl Spans {
    /// A row begins.
    #[cfg_attr(
        not(any(feature = "html", feature = "docx", feature = "spreadsheet", feature = "pdf")),
        allow(dead_code)
    )]
    pub(crate) fn next_row(&mut self) {
        self.taken.iter_mut().skip(self.column).for_each(|rows| *rows = rows.saturating_sub(1));
        self.column = 0;
    }

    /// Puts a cell into the first free column, which is returned. From column `limit` on, nothing is
    /// spanned downwards.
    fn place(&mut self, columns: usize, rows: u16, limit: usize) -> usize {
        while self.taken.get(self.column).is_some_and(|&rows| rows > 0) {
            self.taken[self.column] -= 1;
            self.column += 1;
        }
        let (start, end) = (self.column, self.column + columns);
        self.column = end;
        if self.taken.len() < end.min(limit) {
            self.taken.resize(end.min(limit), 0);
        }
        // A wide cell may overlap one that reaches down from above: both stay.
        for taken in self.taken.iter_mut().take(end).skip(start) {
            *taken = taken.saturating_sub(1).max(rows.saturating_sub(1));
        }
        start
    }
}

/// Builds a document from text runs that are copied one after the other.
///
/// Calls come in reading order: `line`, or `table`, then `row` and `cell` …, then `end_table`.
/// The columns of cells are worked out here, with rows that are spanned from above.
#[derive(Debug)]
pub(crate) struct Builder {
    text: String,
    pieces: Vec<Piece>,
    limits: Limits,
    lines: usize,
    cells: usize,
    spans: Spans,
    pages: Vec<u32>,
}

#[cfg_attr(
    not(any(feature = "html", feature = "docx", feature = "spreadsheet", feature = "pdf")),
    allow(dead_code)
)]
impl Builder {
    /// An empty document within limits.
    pub(crate) fn new(limits: Limits) -> Self {
        Self {
            text: String::new(),
            pieces: Vec::new(),
            limits,
            lines: 0,
            cells: 0,
            spans: Spans::default(),
            pages: Vec::new(),
        }
    }

    fn push(&mut self, text: &str, line: u32, kind: PieceKind) -> Result<(), Error> {
        let start = self.text.len();
        self.text.push_str(text);
        within("bytes", "text of the page", self.text.len(), self.limits.bytes.min(u32::MAX as usize))?;
        let offset = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
        self.pieces.push(Piece { start: offset(start), end: offset(self.text.len()), line, kind });
        Ok(())
    }

    /// A line outside of tables. Lines of nothing but blanks are left out.
    pub(crate) fn line(&mut self, text: &str, line: u32, heading: bool) -> Result<(), Error> {
        if text.chars().all(char::is_whitespace) {
            return Ok(());
        }
        self.lines += 1;
        within("lines", "lines of the page", self.lines, self.limits.lines)?;
        self.push(text, line, if heading { PieceKind::Heading } else { PieceKind::Line })
    }

    /// A page or sheet begins.
    #[cfg_attr(not(feature = "pdf"), allow(dead_code))]
    pub(crate) fn page(&mut self) {
        // What is empty at the end of one page stands before what begins the next.
        self.text.push(PAGE_BREAK);
        self.pages.push(u32::try_from(self.text.len()).unwrap_or(u32::MAX));
    }

    /// A table begins.
    #[cfg_attr(not(feature = "pdf"), allow(dead_code))]
    pub(crate) fn table(&mut self, line: u32) -> Result<(), Error> {
        self.resume_table(line, Spans::default())
    }

    /// A table goes on that other pieces have cut in two: what `end_table` gave is taken up again.
    pub(crate) fn resume_table(&mut self, line: u32, spans: Spans) -> Result<(), Error> {
        self.spans = spans;
        self.push("", line, PieceKind::Table)
    }

    /// A row begins.
    pub(crate) fn row(&mut self, line: u32) -> Result<(), Error> {
        self.spans.next_row();
        self.push("", line, PieceKind::Row)
    }

    /// A cell. Spans of zero are taken as one, too long ones are cut.
    pub(crate) fn cell(&mut self, text: &str, line: u32, columns: usize, rows: usize) -> Result<(), Error> {
        self.cells += 1;
        within("cells", "cells of the page's tables", self.cells, self.limits.cells)?;
        let short = |number: usize| u16::try_from(number).unwrap_or(u16::MAX);
        let columns = columns.clamp(1, self.limits.columns.max(1));
        let rows = short(rows.clamp(1, self.limits.rows.max(1)));
        let start = self.spans.place(columns, rows, self.limits.columns);
        self.push(text, line, PieceKind::Cell { column: short(start), columns: short(columns), rows })
    }

    /// The table ends. What is returned serves to resume it.
    pub(crate) fn end_table(&mut self) -> Result<Spans, Error> {
        self.push("", 0, PieceKind::TableEnd)?;
        Ok(std::mem::take(&mut self.spans))
    }

    /// The finished document; its places are lines only.
    pub(crate) fn finish(self, head_title: Option<String>) -> Document<'static> {
        Document {
            text: Cow::Owned(self.text),
            pieces: self.pieces,
            is_source: false,
            is_open: false,
            head_title,
            pages: self.pages,
            damages: Vec::new(),
        }
    }
}
