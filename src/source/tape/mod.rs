//! What is a line, what is a table: the policy from elements to pieces, told by events, so that any
//! reader of a markup can feed it.
//!
//! Events write a tape of their own with tables inside the cells of others. When a table ends, it is
//! known what its rows are:
//! - A table of one column holds no positions; neither does one whose every row holds an article
//!   or a further table. Those are layout: their text is lines.
//! - In a table that has plain rows of several cells as well, a row is layout if it holds an article,
//!   or a further table with more than a number or a word beside it. Other rows remain rows: such a
//!   further table is one that was opened by mistake and swallowed the rest.
//!
//! Then the tape is played to the builder, tables that stood in cells after the row.

mod element;
mod player;

pub(super) use element::{Element, Part, Tag};

use super::{Document, look};
use crate::{Error, Limits};
use std::ops::Range;

/// A cell of at least so many lines and characters is an article.
const ARTICLE: (usize, usize) = (3, 150);

/// What stands beside a table in a cell is the cell's own if it has no more characters.
const LABEL: usize = 16;

#[derive(Debug, Clone, Copy)]
pub(super) enum Item {
    Line {
        start: usize,
        end: usize,
        line: u32,
        heading: bool,
    },
    /// `items` counts all to the end of the table or row; with that, ranges can be moved about.
    Table {
        items: usize,
        grid: bool,
        level: usize,
    },
    Row {
        items: usize,
        grid: bool,
        level: usize,
        left: usize,
        line: u32,
    },
    Cell {
        columns: u16,
        rows: u16,
        level: usize,
        line: u32,
    },
    TableEnd {
        grid: bool,
    },
    /// A page or sheet begins.
    Page,
}

/// How much text there is outside of inner grids, and whether there are such grids.
#[derive(Debug, Clone, Copy, Default)]
struct Content {
    lines: usize,
    chars: usize,
    grids: bool,
}

impl Content {
    fn add(&mut self, other: Self) {
        self.lines += other.lines;
        self.chars += other.chars;
        self.grids |= other.grids;
    }
}

/// A table that is open.
#[derive(Debug, Default)]
struct Open {
    at: usize,
    content: Content,
    /// Its first row and part in the lists of the tape.
    rows: usize,
    parts: usize,
    in_row: bool,
    cell: Option<Content>,
}

#[derive(Debug, Default)]
struct Row {
    at: usize,
    cells: usize,
    filled: usize,
    /// It holds an article or a table.
    rich: bool,
    /// It cannot be a row of a grid.
    layout: bool,
}

#[derive(Debug)]
struct Section {
    part: Part,
    items: Range<usize>,
    rows: usize,
}

/// The tape that events write.
#[derive(Debug, Default)]
pub(super) struct Tape {
    text: String,
    items: Vec<Item>,
    /// The line that is being written.
    start: usize,
    line: u32,
    space: bool,
    headings: usize,
    pre: Vec<bool>,
    title: Option<String>,
    in_title: bool,
    tables: Vec<Open>,
    rows: Vec<Row>,
    sections: Vec<Section>,
    /// Whether hidden elements are read as well, and whether some were passed over.
    all: bool,
    hid: bool,
}

impl Tape {
    /// A tape that takes in hidden elements as well, or not.
    pub(super) fn new(all: bool) -> Self {
        Self { all, ..Self::default() }
    }

    /// Whether hidden elements were passed over.
    pub(super) fn hid(&self) -> bool {
        self.hid
    }

    /// Whether there is a table on it.
    pub(super) fn has_grid(&self) -> bool {
        self.items.iter().any(|item| matches!(item, Item::Table { grid: true, .. }))
    }

    /// An element begins. Its content and end are to be told only if this says so.
    pub(super) fn open(&mut self, element: &Element, line: u32) -> bool {
        if element.tag == Tag::Skipped || (element.hidden && !self.all) {
            self.hid |= element.hidden;
            return false;
        }
        if element.tag == Tag::Title {
            self.in_title = self.title.is_none();
            return self.in_title;
        }
        if element.tag != Tag::Inline {
            self.end_line();
        }
        self.pre.extend(element.pre);
        self.headings += usize::from(element.tag == Tag::Heading);
        match element.tag {
            Tag::Table => self.open_table(),
            Tag::Part(part) => self.sections.push(Section {
                part,
                items: self.items.len()..self.items.len(),
                rows: self.rows.len(),
            }),
            Tag::Row => self.open_row(line),
            Tag::Cell => self.open_cell(element, line),
            _ => {}
        }
        true
    }

    /// An element ends.
    pub(super) fn close(&mut self, element: &Element) {
        if element.tag == Tag::Title {
            self.in_title = false;
            return;
        }
        if element.tag != Tag::Inline {
            self.end_line();
        }
        if element.pre.is_some() {
            self.pre.pop();
        }
        self.headings -= usize::from(element.tag == Tag::Heading);
        match element.tag {
            Tag::Table => self.close_table(),
            Tag::Part(_) => self.close_section(),
            Tag::Row => self.close_row(),
            Tag::Cell => self.close_cell(),
            _ => {}
        }
    }

    /// A page or sheet begins, outside of all tables.
    pub(super) fn page(&mut self) {
        self.end_line();
        self.items.push(Item::Page);
    }

    /// The number of the piece that comes next, by which a cell is named for [`Tape::reach`].
    pub(super) fn next(&mut self) -> usize {
        self.end_line();
        self.items.len()
    }

    /// A cell of a table that is still open reaches over more columns or rows.
    pub(super) fn reach(&mut self, cell: usize, more_columns: u16, more_rows: u16) {
        if let Some(Item::Cell { columns, rows, .. }) = self.items.get_mut(cell) {
            *columns = columns.saturating_add(more_columns);
            *rows = rows.saturating_add(more_rows);
        }
    }

    /// Text, beginning on a line.
    pub(super) fn text(&mut self, text: &str, line: u32) {
        if self.in_title {
            self.title.get_or_insert_default().push_str(text);
        } else if self.pre.last() == Some(&true) {
            self.preformatted(text, line);
        } else {
            self.collapsed(text, line);
        }
    }

    fn preformatted(&mut self, text: &str, mut line: u32) {
        for (at, part) in text.split('\n').enumerate() {
            if at > 0 {
                self.end_line();
                line = line.saturating_add(1);
            }
            self.push(part, line);
        }
    }

    /// Runs of blanks become one space, but for no-break spaces, which are text.
    fn collapsed(&mut self, text: &str, mut line: u32) {
        let is_blank = |byte: u8| matches!(byte, b' ' | b'\t' | b'\n' | b'\r' | b'\x0c');
        let mut rest = text;
        while !rest.is_empty() {
            let blanks = rest.bytes().take_while(|&byte| is_blank(byte)).count();
            let (before, word) = rest.split_at(blanks);
            if blanks > 0 {
                self.space = true;
                line = line.saturating_add(ends(before));
            }
            let end = look::find_any(word.as_bytes(), is_blank).unwrap_or(word.len());
            if end > 0 {
                self.push(&word[..end], line);
            }
            rest = &word[end..];
        }
    }

    fn push(&mut self, text: &str, line: u32) {
        if self.text.len() == self.start {
            self.line = line;
        } else if self.space {
            self.text.push(' ');
        }
        self.space = false;
        self.text.push_str(text);
    }

    fn end_line(&mut self) {
        self.space = false;
        let line = &self.text[self.start..];
        if line.chars().all(char::is_whitespace) {
            return self.text.truncate(self.start);
        }
        let content = Content { lines: 1, chars: line.chars().count(), grids: false };
        let (start, end) = (self.start, self.text.len());
        self.start = end;
        self.items.push(Item::Line { start, end, line: self.line, heading: self.headings > 0 });
        self.note(content);
    }

    /// Adds to what the open table and its cell hold.
    fn note(&mut self, content: Content) {
        if let Some(table) = self.tables.last_mut() {
            table.content.add(content);
            table.cell.iter_mut().for_each(|cell| cell.add(content));
        }
    }

    fn open_table(&mut self) {
        let (at, rows, parts) = (self.items.len(), self.rows.len(), self.sections.len());
        self.tables.push(Open { at, rows, parts, ..Open::default() });
        self.items.push(Item::Table { items: 0, grid: false, level: self.tables.len() });
    }

    fn open_row(&mut self, line: u32) {
        let level = self.tables.len();
        if let Some(table) = self.tables.last_mut() {
            table.in_row = true;
            self.rows.push(Row { at: self.items.len(), ..Row::default() });
            self.items.push(Item::Row { items: 0, grid: false, level, left: 1, line });
        }
    }

    fn open_cell(&mut self, element: &Element, line: u32) {
        let level = self.tables.len();
        if let Some(table) = self.tables.last_mut().filter(|table| table.in_row) {
            table.cell = Some(Content::default());
            self.items.push(Item::Cell { columns: element.columns, rows: element.rows, level, line });
        }
    }

    fn close_cell(&mut self) {
        let cell = self.tables.last_mut().and_then(|table| table.cell.take());
        if let (Some(cell), Some(row)) = (cell, self.rows.last_mut()) {
            let article = cell.lines >= ARTICLE.0 && cell.chars >= ARTICLE.1;
            row.cells += 1;
            row.filled += usize::from(cell.chars > 0);
            row.rich |= article || cell.grids;
            row.layout |= article || (cell.grids && cell.chars > LABEL);
        }
    }

    fn close_row(&mut self) {
        let in_row = self.tables.last_mut().is_some_and(|table| std::mem::take(&mut table.in_row));
        if let (true, Some(row)) = (in_row, self.rows.last()) {
            let length = self.items.len() - row.at;
            if let Some(Item::Row { items, .. }) = self.items.get_mut(row.at) {
                *items = length;
            }
        }
    }

    fn close_section(&mut self) {
        let Some(section) = self.sections.last_mut() else { return };
        section.items.end = self.items.len();
        for (above, row) in self.rows[section.rows..].iter().rev().enumerate() {
            if let Some(Item::Row { left, .. }) = self.items.get_mut(row.at) {
                *left = above + 1;
            }
        }
    }

    fn close_table(&mut self) {
        let Some(table) = self.tables.pop() else { return };
        let grid = self.choose_rows(&table);
        self.order_sections(&table);
        self.rows.truncate(table.rows);
        self.sections.truncate(table.parts);
        if table.content.chars == 0 && !table.content.grids {
            return self.items.truncate(table.at);
        }
        self.items.push(Item::TableEnd { grid });
        let length = self.items.len() - table.at;
        self.items[table.at] = Item::Table { items: length, grid, level: self.tables.len() + 1 };
        // Text of layout belongs to the cell around it.
        self.note(if grid { Content { grids: true, ..Content::default() } } else { table.content });
    }

    /// Marks the rows that are rows of a grid, and says whether there are any.
    fn choose_rows(&mut self, table: &Open) -> bool {
        let rows = &self.rows[table.rows..];
        if rows.iter().all(|row| row.cells < 2) {
            return false;
        }
        let plain = rows.iter().all(|row| !row.rich);
        if !rows.iter().any(|row| row.cells > 1 && !row.rich) {
            return false;
        }
        for row in rows {
            let is_row = if row.rich { !row.layout && row.filled > 1 } else { row.cells > 1 };
            if let Some(Item::Row { grid, .. }) = self.items.get_mut(row.at) {
                *grid = plain || is_row;
            }
        }
        true
    }

    /// The order in which browsers show the parts: the caption, the first head, the rest, the first foot.
    fn order_sections(&mut self, table: &Open) {
        let mut seen = [false; 4];
        let mut parts = Vec::new();
        let mut end = table.at + 1;
        for section in &self.sections[table.parts..] {
            let again = std::mem::replace(&mut seen[section.part as usize], true);
            parts.push((Part::Body, end..section.items.start));
            parts.push((if again { Part::Body } else { section.part }, section.items.clone()));
            end = section.items.end;
        }
        parts.push((Part::Body, end..self.items.len()));
        parts.retain(|(_, items)| !items.is_empty());
        if !parts.is_sorted_by_key(|(part, _)| *part) {
            parts.sort_by_key(|(part, _)| *part);
            let sorted: Vec<Item> =
                parts.into_iter().flat_map(|(_, items)| &self.items[items]).copied().collect();
            self.items.truncate(table.at + 1);
            self.items.extend(sorted);
        }
    }

    /// Plays the tape.
    pub(super) fn play(mut self, limits: Limits) -> Result<Document<'static>, Error> {
        self.end_line();
        let title = self.title.take().map(|title| title.split_whitespace().collect::<Vec<_>>().join(" "));
        let builder = player::play(&self.text, &self.items, limits)?;
        Ok(builder.finish(title.filter(|title| !title.is_empty())))
    }
}

/// How many line ends a text has.
fn ends(text: &str) -> u32 {
    u32::try_from(text.bytes().filter(|byte| *byte == b'\n').count()).unwrap_or(u32::MAX)
}
