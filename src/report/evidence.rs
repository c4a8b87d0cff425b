//! What the reading of a page showed, free of pages: rules may rest on it.

use super::Prose;
use crate::form::{Cell, Row, Table, Unit};
use std::collections::BTreeSet;

/// What reading one report showed. A report built by hand has none.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[non_exhaustive]
pub struct Evidence {
    /// Cells whose place or value came from the sums of the form.
    pub inferred: BTreeSet<Cell>,
    /// 表二
    pub proactive: TableEvidence,
    /// 表三
    pub applications: TableEvidence,
    /// 表四
    pub challenges: TableEvidence,
    /// Rows of table 三 near which numbers or label remnants stand that nothing claimed.
    pub doubtful: BTreeSet<Row>,
    /// A date of the period lacked characters on the page and was restored.
    pub date_restored: bool,
    /// Labels of rows and heads of columns that are not in the words of the form.
    pub labels: Vec<PrintedLabel>,
    /// The year of the report that the introduction announces; asked only where the title names a year
    /// and the page states no period.
    pub announced_year: Option<i32>,
    /// The unit that the page names of `proactive.fees.amount`: in the cell, or in the head above it if it
    /// is not that of the form.
    pub fee_unit: Option<Unit>,
    /// The foot of the site or another report was seen behind the report: its end is not cut off.
    pub ended: bool,
    /// What the prose says, as data.
    pub prose: Prose,
}

/// What reading one table showed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[non_exhaustive]
pub struct TableEvidence {
    /// Something of the table was found on the page.
    pub seen: bool,
    /// The last row of the table was read, so the table is not cut off.
    pub ended: bool,
    /// Numbers stand in the table that belong to no row that was recognised.
    pub unclaimed: bool,
}

/// A label that says something else than the form: 上年度结转… for 上年结转…. One that merely differs in
/// blanks, punctuation or Traditional characters, or that lost characters, is none.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct PrintedLabel {
    /// The first cell of its row or column.
    pub cell: Cell,
    /// The words of the form.
    pub official: &'static str,
    /// The words on the page.
    pub printed: String,
}

impl Evidence {
    /// The evidence on one table.
    pub const fn table(&self, table: Table) -> &TableEvidence {
        match table {
            Table::Proactive => &self.proactive,
            Table::Applications => &self.applications,
            Table::Challenges => &self.challenges,
        }
    }

    /// Whether something unclaimed stands near the row of a cell.
    pub(crate) fn is_doubtful(&self, cell: Cell) -> bool {
        matches!(cell, Cell::Applications(row, _) if self.doubtful.contains(&row))
    }

    /// Whether a cell may not be what the page prints: the sums placed it, or something unclaimed stands
    /// near its row.
    pub(crate) fn is_uncertain(&self, cell: Cell) -> bool {
        self.is_doubtful(cell) || self.inferred.contains(&cell)
    }

    pub(crate) const fn table_mut(&mut self, table: Table) -> &mut TableEvidence {
        match table {
            Table::Proactive => &mut self.proactive,
            Table::Applications => &mut self.applications,
            Table::Challenges => &mut self.challenges,
        }
    }
}
