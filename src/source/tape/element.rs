//! What an element means for lines and tables: all that a tape asks of it.

/// An element, as far as the tape asks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Element {
    pub(crate) tag: Tag,
    /// Columns that a cell spans.
    pub(crate) columns: u16,
    /// Rows that a cell spans; 0 is "to the end of the row group".
    pub(crate) rows: u16,
    /// Not shown.
    pub(crate) hidden: bool,
    /// Whether blanks and line ends count, if the element says so.
    pub(crate) pre: Option<bool>,
}

/// What an element does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Tag {
    /// Nothing: its text joins the line.
    Inline,
    /// It begins and ends a line.
    Block,
    /// A block that is a heading.
    Heading,
    /// A line end.
    Break,
    /// Its content is not part of the page's text.
    Skipped,
    /// The title in the head.
    Title,
    Table,
    /// A caption or a row group of a table.
    Part(Part),
    Row,
    Cell,
}

/// The parts of a table, in the order in which they are shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Part {
    Caption,
    Head,
    Body,
    Foot,
}

impl Element {
    /// An element that is nothing but what it does.
    pub(crate) const fn of(tag: Tag) -> Self {
        Self { tag, columns: 1, rows: 1, hidden: false, pre: None }
    }
}
