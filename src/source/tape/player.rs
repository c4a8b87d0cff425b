//! From the tape of events to the pieces of a document.

use super::Item;
use crate::source::builder::{Builder, Spans};
use crate::{Error, Limits};
use std::ops::Range;

/// Feeds a builder with a tape.
pub(super) fn play(text: &str, items: &[Item], limits: Limits) -> Result<Builder, Error> {
    let builder = Builder::new(limits);
    let mut player = Player { text, items, builder, tables: Vec::new(), open: false, cell: String::new() };
    player.play()?;
    Ok(player.builder)
}

struct Player<'a> {
    text: &'a str,
    items: &'a [Item],
    builder: Builder,
    /// The grids that the place lies in, each with its level.
    tables: Vec<(usize, Spans)>,
    /// Whether the innermost of them is open in the builder.
    open: bool,
    cell: String,
}

impl Player<'_> {
    fn play(&mut self) -> Result<(), Error> {
        // What is still to be played, the next part last: no recursion, however deep tables nest.
        let mut parts: Vec<_> = std::iter::once(0..self.items.len()).collect();
        while let Some(mut part) = parts.pop() {
            while let Some(at) = part.next() {
                let Item::Row { items, grid: true, left, .. } = self.items[at] else {
                    self.item(at)?;
                    continue;
                };
                let tables = self.row(at..at + items, left)?;
                // A row that its reader never ended has no items: it is passed over.
                part.start = at + items.max(1);
                if !tables.is_empty() {
                    self.pause()?;
                    parts.push(part);
                    parts.extend(tables.into_iter().rev());
                    break;
                }
            }
        }
        Ok(())
    }

    fn item(&mut self, at: usize) -> Result<(), Error> {
        match self.items[at] {
            Item::Line { start, end, line, heading } => {
                self.pause()?;
                self.builder.line(&self.text[start..end], line, heading)?;
            }
            Item::Table { grid: true, level, .. } => {
                self.pause()?;
                self.tables.push((level, Spans::default()));
            }
            Item::TableEnd { grid: true } => {
                self.pause()?;
                self.tables.pop();
            }
            Item::Page => {
                self.pause()?;
                self.builder.page();
            }
            // A row of the grid that is layout: its cells are lines, but what is spanned counts on.
            Item::Row { level, .. } if self.tables.last().is_some_and(|table| table.0 == level) => {
                self.pause()?;
                if let Some(table) = self.tables.last_mut() {
                    table.1.next_row();
                }
            }
            _ => {}
        }
        Ok(())
    }

    fn pause(&mut self) -> Result<(), Error> {
        if std::mem::take(&mut self.open) {
            let spans = self.builder.end_table()?;
            if let Some(table) = self.tables.last_mut() {
                table.1 = spans;
            }
        }
        Ok(())
    }

    fn resume(&mut self, line: u32) -> Result<(), Error> {
        if !std::mem::replace(&mut self.open, true) {
            let spans = self.tables.last_mut().map(|table| std::mem::take(&mut table.1));
            self.builder.resume_table(line, spans.unwrap_or_default())?;
        }
        Ok(())
    }

    /// Plays a row, of which `left` rows are left in its group, and returns the tables in its cells.
    fn row(&mut self, items: Range<usize>, left: usize) -> Result<Vec<Range<usize>>, Error> {
        let mut tables = Vec::new();
        let Item::Row { level: own, line: row_line, .. } = self.items[items.start] else { return Ok(tables) };
        self.resume(row_line)?;
        self.builder.row(row_line)?;
        let mut cell = None;
        let mut rest = items.start + 1..items.end;
        while let Some(at) = rest.next() {
            match self.items[at] {
                Item::Line { start, end, line, .. } => {
                    // Text between cells makes a cell of its own.
                    cell.get_or_insert((line, 1, 1));
                    if !self.cell.is_empty() {
                        self.cell.push('\n');
                    }
                    self.cell.push_str(&self.text[start..end]);
                }
                Item::Cell { columns, rows, level, line } if level == own => {
                    self.end_cell(cell)?;
                    let rows = if rows == 0 { left } else { left.min(rows.into()) };
                    cell = Some((line, columns.into(), rows));
                }
                Item::Table { items, grid: true, .. } => {
                    tables.push(at..at + items);
                    rest.start = at + items;
                }
                _ => {}
            }
        }
        self.end_cell(cell)?;
        Ok(tables)
    }

    fn end_cell(&mut self, cell: Option<(u32, usize, usize)>) -> Result<(), Error> {
        if let Some((line, columns, rows)) = cell {
            self.builder.cell(self.cell.trim(), line, columns, rows)?;
        }
        self.cell.clear();
        Ok(())
    }
}
