//! A table as the official form prints it: what stands in each cell, and over how many columns and rows
//! the cell reaches.

mod tables;

pub(super) use tables::{applications, challenges, group, proactive};

use super::layout::Block;
use crate::form::{Article, Caption, Cell, Edition, Item, ProactiveColumn};
use crate::report::Report;

/// What stands in a cell of a table.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Content<'a> {
    Caption(Caption),
    Article(Article),
    /// The label of a row, a group or a column, as an edition words it.
    Item(&'static Item, Edition),
    /// The head of a column of table 二.
    Column(&'a Block, ProactiveColumn),
    /// What the report says.
    Value(Cell),
    /// A text as a page prints it; nothing for a cell that fills a row up.
    Printed(&'a str),
}

/// What a cell is to those beside and below it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Role {
    /// The note in the corner of table 三.
    Corner,
    /// A head over several columns.
    Heads,
    /// The head of a column.
    Head,
    /// A label of several rows.
    Rows,
    /// The label of a row.
    Row,
    Value,
}

/// A cell with how far it reaches.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Slot<'a> {
    pub(super) content: Content<'a>,
    pub(super) role: Role,
    pub(super) columns: usize,
    pub(super) rows: usize,
}

/// The cells that begin in a row.
pub(super) type Line<'a> = Vec<Slot<'a>>;

/// A table.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Grid<'a> {
    /// The rows of heads above everything else.
    pub(super) heads: Vec<Line<'a>>,
    /// The parts below, each with heads of its own if it has any.
    pub(super) bodies: Vec<Vec<Line<'a>>>,
    /// How many columns hold labels, and how many there are in all.
    pub(super) labels: usize,
    pub(super) columns: usize,
}

impl<'a> Slot<'a> {
    const fn new(content: Content<'a>, role: Role) -> Self {
        Self { content, role, columns: 1, rows: 1 }
    }

    const fn over(self, columns: usize, rows: usize) -> Self {
        Self { columns, rows, ..self }
    }

    const fn item(item: &'static Item, role: Role) -> Self {
        Self::new(Content::Item(item, Edition::E2021), role)
    }

    const fn caption(caption: Caption, role: Role) -> Self {
        Self::new(Content::Caption(caption), role)
    }

    const fn value(cell: Cell) -> Self {
        Self::new(Content::Value(cell), Role::Value)
    }
}

impl<'a> Grid<'a> {
    pub(super) fn lines(&self) -> impl Iterator<Item = &Line<'a>> {
        self.heads.iter().chain(self.bodies.iter().flatten())
    }

    /// Every row with the cells that stand in it, those that reach down into it among them.
    pub(super) fn placed(&self) -> Vec<Vec<Placed<'_, 'a>>> {
        let mut above = vec![None; self.columns];
        self.lines().map(|line| placed(line, &mut above)).collect()
    }

    /// Every row with the columns that its cells reach over: a cell in the first of those that it spans,
    /// nothing in the others. A row of fewer cells ends before its table does.
    pub(super) fn expanded(&self) -> Vec<Vec<Option<&Slot<'a>>>> {
        self.placed().iter().map(|row| expanded(row)).collect()
    }

    /// Adds rows that a page prints and the form does not have, as wide as the table.
    pub(super) fn with_extra(mut self, rows: impl Iterator<Item = (&'a str, &'a [String])>) -> Self {
        let rows: Vec<_> = rows.collect();
        let widest = rows.iter().map(|(_, values)| values.len() + self.labels.max(1)).max().unwrap_or(0);
        let wider = widest.saturating_sub(self.columns);
        self.columns += wider;
        let labels = self.labels.max(1);
        let extra = rows.into_iter().map(|(label, values)| {
            let label = Slot::new(Content::Printed(label), Role::Row).over(labels, 1);
            let values = values.iter().map(|value| Slot::new(Content::Printed(value), Role::Value));
            std::iter::once(label).chain(values).collect()
        });
        self.bodies.push(extra.collect());
        self
    }
}

/// A cell in one of the rows over which it reaches.
#[derive(Debug, Clone, Copy)]
pub(super) struct Placed<'s, 'a> {
    pub(super) column: usize,
    pub(super) slot: &'s Slot<'a>,
    /// Whether it begins in this row.
    pub(super) is_first: bool,
}

/// A cell that reaches down, with the rows that it still takes.
type Reaching<'s, 'a> = Option<(&'s Slot<'a>, usize)>;

/// The cells of a row; `above` has those that reach down into it, each at its first column.
fn placed<'s, 'a>(line: &'s Line<'a>, above: &mut [Reaching<'s, 'a>]) -> Vec<Placed<'s, 'a>> {
    let mut slots = line.iter();
    let mut out = Vec::new();
    let mut column = 0;
    while let Some(reaching) = above.get_mut(column) {
        let is_first = reaching.is_none();
        let Some((slot, rows)) = reaching.take().or_else(|| slots.next().map(|slot| (slot, slot.rows)))
        else {
            column += 1;
            continue;
        };
        *reaching = (rows > 1).then(|| (slot, rows - 1));
        out.push(Placed { column, slot, is_first });
        column += slot.columns;
    }
    out
}

/// A row with the columns that its cells reach over.
fn expanded<'s, 'a>(row: &[Placed<'s, 'a>]) -> Vec<Option<&'s Slot<'a>>> {
    let mut out = Vec::new();
    for cell in row {
        out.resize(cell.column, None);
        out.push(cell.is_first.then_some(cell.slot));
        out.resize(cell.column + cell.slot.columns, None);
    }
    out
}

impl Content<'_> {
    /// What the form prints there; of a value nothing, for that the report prints.
    pub(super) fn official(self, report: &Report) -> String {
        match self {
            Self::Caption(caption) => caption.label().to_owned(),
            Self::Article(article) => article.label().to_owned(),
            Self::Item(item, edition) => item.label_in(edition).to_owned(),
            Self::Column(block, column) => block.head(column, report, crate::Language::Chinese),
            Self::Printed(text) => text.to_owned(),
            Self::Value(_) => String::new(),
        }
    }
}
