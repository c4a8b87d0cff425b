//! What the reading of a page showed, free of pages: rules may rest on it.

use super::Prose;
use crate::form::{Cell, Row, Table};
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

impl Evidence {
    /// The evidence on one table.
    pub const fn table(&self, table: Table) -> &TableEvidence {
        match table {
            Table::Proactive => &self.proactive,
            Table::Applications => &self.applications,
            Table::Challenges => &self.challenges,
        }
    }

    pub(crate) const fn table_mut(&mut self, table: Table) -> &mut TableEvidence {
        match table {
            Table::Proactive => &mut self.proactive,
            Table::Applications => &mut self.applications,
            Table::Challenges => &mut self.challenges,
        }
    }
}
