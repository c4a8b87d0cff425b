//! From pages to pieces: paragraphs and tables go on over the breaks of pages.

use super::leaf::{Block, Leaf};
use super::lines::{TextLine, is_wide};
use super::table::{Cell, Table};
use crate::source::builder::Builder;
use crate::{Error, Limits};

/// Composes the pages, one after the other.
pub(super) fn compose(leaves: Vec<Leaf>, limits: Limits) -> Result<Builder, Error> {
    let mut composer = Composer { builder: Builder::new(limits), page: 0, open: Open::Nothing };
    let last = leaves.len();
    for (page, leaf) in leaves.into_iter().enumerate() {
        let column = Column::of(&leaf);
        for block in leaf.blocks {
            match block {
                Block::Line(line) => composer.line(line, column, page)?,
                Block::Table(table) => composer.table(table)?,
            }
        }
    }
    composer.close()?;
    composer.turn_to(last.saturating_sub(1));
    Ok(composer.builder)
}

struct Composer {
    builder: Builder,
    /// How many pages have begun.
    page: usize,
    open: Open,
}

/// What may go on.
enum Open {
    Nothing,
    Paragraph { text: String, last: TextLine, column: Column, page: usize },
    Table(Table),
}

impl Composer {
    fn line(&mut self, line: TextLine, column: Column, page: usize) -> Result<(), Error> {
        if let Open::Paragraph { text, last, column: above, page: begun } = &mut self.open
            && above.goes_on(last, &line, *begun == page)
        {
            join(text, &line.text);
            (*last, *above) = (line, column);
            return Ok(());
        }
        self.close()?;
        self.open = Open::Paragraph { text: line.text.clone(), last: line, column, page };
        Ok(())
    }

    fn table(&mut self, table: Table) -> Result<(), Error> {
        match &mut self.open {
            Open::Table(open) if open.ends_before(&table) && open.goes_on_with(&table) => open.go_on(table),
            _ => {
                self.close()?;
                self.open = Open::Table(table);
            }
        }
        Ok(())
    }

    fn close(&mut self) -> Result<(), Error> {
        match std::mem::replace(&mut self.open, Open::Nothing) {
            Open::Nothing => Ok(()),
            Open::Paragraph { text, page, .. } => {
                self.turn_to(page);
                self.builder.line(&text, 0, false)
            }
            Open::Table(table) => self.write(&table),
        }
    }

    /// Begins pages until this one has begun.
    fn turn_to(&mut self, page: usize) {
        while self.page <= page {
            self.builder.page();
            self.page += 1;
        }
    }

    fn write(&mut self, table: &Table) -> Result<(), Error> {
        let columns = table.columns();
        let column = |at: f64| columns.partition_point(|line| *line < at - super::table::NEAR);
        self.turn_to(table.rows.first().map_or(0, |row| row.page));
        self.builder.table(0)?;
        for row in &table.rows {
            self.turn_to(row.page);
            self.builder.row(0)?;
            for Cell { left, right, rows, text, .. } in &row.cells {
                let wide = column(*right).saturating_sub(column(*left));
                self.builder.cell(text, 0, wide, *rows)?;
            }
        }
        self.builder.end_table().map(drop)
    }
}

/// The column of text on a page: where its lines begin and end.
#[derive(Debug, Clone, Copy)]
struct Column {
    left: f64,
    right: f64,
    /// How far below each other its lines stand.
    pitch: f64,
}

impl Column {
    fn of(leaf: &Leaf) -> Self {
        let lines = || {
            leaf.blocks.iter().filter_map(|block| match block {
                Block::Line(line) => Some(line),
                Block::Table(_) => None,
            })
        };
        let mut pitches: Vec<f64> =
            lines().zip(lines().skip(1)).map(|(line, next)| next.base - line.base).collect();
        pitches.sort_by(f64::total_cmp);
        Self {
            left: lines().map(|line| line.area.x0).fold(f64::INFINITY, f64::min),
            right: lines().map(|line| line.area.x1).fold(0.0, f64::max),
            pitch: pitches.get(pitches.len() / 2).copied().unwrap_or(f64::INFINITY),
        }
    }

    /// Whether a line is full and the next one goes on with its paragraph: it is not indented, and not set
    /// apart.
    fn goes_on(&self, line: &TextLine, next: &TextLine, same_page: bool) -> bool {
        /// No column of text is narrower, in characters.
        const NARROW: f64 = 15.0;
        /// A line is broken where the next character does not fit, or two of which the second is a comma.
        const ROOM: f64 = 2.2;
        let size = line.size;
        self.right - self.left > NARROW * size
            && self.right - line.area.x1 < ROOM * size
            && (next.area.x0 - self.left).abs() < 0.6 * size
            && (next.size - size).abs() < 0.1 * size
            && (!same_page || next.base - line.base < 1.3 * self.pitch)
    }
}

/// Joins what a line break has parted: Chinese without a blank.
fn join(text: &mut String, next: &str) {
    if let (Some(last), Some(first)) = (text.chars().next_back(), next.chars().next())
        && last.is_ascii_alphabetic()
        && !is_wide(first)
    {
        text.push(' ');
    }
    text.push_str(next);
}
