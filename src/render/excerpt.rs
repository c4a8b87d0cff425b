//! The part of a table that a finding is about.

use super::forms::{Marks, field};
use super::style::{Style, Tone};
use super::table::{Field, Table as Printer};
use super::words::{column_name, pick, row_name};
use crate::Language;
use crate::audit::AuditFinding;
use crate::check::Case;
use crate::form::{
    Applicant, Cell, ChallengeColumn, ChallengeRow, Edition, ProactiveColumn, ProactiveRow, Relation, Row,
    Table, relations_of,
};
use crate::report::{Entry, Report};
use std::collections::BTreeSet;
use unicode_width::UnicodeWidthStr;

/// More cells than these are no excerpt.
const CELLS: usize = 24;
/// Longer labels are cut.
const LABEL: usize = 40;
/// The width at which heads are broken.
const HEAD: usize = 8;

/// The equation of the form that a finding is about.
pub(super) fn relation(report: &Report, finding: &AuditFinding) -> Option<&'static Relation> {
    let total = *finding.cells.first()?;
    let edition = Case::new(report).edition();
    relations_of(edition, &finding.rule).iter().find(|relation| relation.total.cell == total)
}

/// Whether a part of an equation can be left out when it is shown: it adds nothing.
pub(super) fn adds_nothing(entry: &Entry) -> bool {
    match entry {
        Entry::Blank | Entry::Mark => true,
        Entry::Value(number) => number.decimal().is_zero(),
        Entry::Absent | Entry::Unreadable(_) => false,
    }
}

/// Rows and columns of one table.
pub(super) struct Excerpt<'a> {
    report: &'a Report,
    edition: Edition,
    table: Table,
    /// The rows that say something, and how many do not.
    rows: Vec<usize>,
    left_out: usize,
    columns: BTreeSet<usize>,
}

impl<'a> Excerpt<'a> {
    /// The rows and columns of a finding's equation, or of its cells if they are few and printed.
    pub(super) fn new(report: &'a Report, edition: Edition, finding: &AuditFinding) -> Option<Self> {
        let first = *finding.cells.first()?;
        let relation = relation(report, finding);
        let cells: Vec<_> = match relation {
            Some(relation) => relation.terms().map(|term| term.cell).collect(),
            None => finding.cells.iter().copied().filter(|cell| cell.table() == first.table()).collect(),
        };
        let rows: BTreeSet<_> = cells.iter().map(|&cell| indices(cell).0).collect();
        let columns: BTreeSet<_> = cells.iter().map(|&cell| indices(cell).1).collect();
        let printed = cells.iter().any(|&cell| !report.get(cell).is_absent());
        if !printed || relation.is_none() && rows.len() * columns.len() > CELLS {
            return None;
        }
        let mut excerpt =
            Self { report, edition, table: first.table(), rows: Vec::new(), left_out: 0, columns };
        let all = rows.len();
        let says = |&row: &usize| row == indices(first).0 || !excerpt.adds_nothing(row);
        excerpt.rows = rows.into_iter().filter(says).collect();
        excerpt.left_out = all - excerpt.rows.len();
        Some(excerpt)
    }

    fn cells(&self, row: usize) -> impl Iterator<Item = Cell> + '_ {
        self.columns.iter().filter_map(move |&column| cell(self.table, row, column))
    }

    fn adds_nothing(&self, row: usize) -> bool {
        self.cells(row).all(|cell| adds_nothing(self.report.get(cell)))
    }

    /// The excerpt as lines of text.
    pub(super) fn print(&self, marks: &Marks, language: Language, style: Style) -> String {
        let label = |&row: &usize| {
            let first = self.cells(row).next();
            first.map(|cell| row_name(cell, self.edition, language)).unwrap_or_default()
        };
        let labels: Vec<_> = self.rows.iter().map(label).collect();
        let widest = labels.iter().map(|label| label.width()).max().unwrap_or_default();
        let mut printer = Printer::new(widest.min(LABEL));
        let heads = self.rows.first().into_iter().flat_map(|&row| self.cells(row));
        let heads: Vec<_> = heads.map(|cell| column_name(cell, self.edition, language)).collect();
        printer.heads("", HEAD, &heads);
        for (&row, label) in self.rows.iter().zip(&labels) {
            let fields: Vec<Field> = self.cells(row).map(|cell| field(self.report, marks, cell)).collect();
            printer.row(label, fields);
        }
        let mut out = String::new();
        printer.print(style, &mut out);
        if self.left_out > 0 {
            let rest = match language {
                Language::Chinese => format!("（其余{}行为0或空白）", self.left_out),
                Language::English => {
                    let rows = pick(language, "", if self.left_out == 1 { "row" } else { "rows" });
                    format!("({} more {rows}, zero or blank)", self.left_out)
                }
            };
            out.push_str(&style.paint(Tone::Quiet, &rest));
            out.push('\n');
        }
        out
    }
}

/// The places of a cell's row and column in the order of the form.
const fn indices(cell: Cell) -> (usize, usize) {
    match cell {
        Cell::Proactive(row, column) => (row as usize, column as usize),
        Cell::Applications(row, column) => (row as usize, column as usize),
        Cell::Challenges(row, column) => (row as usize, column as usize),
    }
}

fn cell(table: Table, row: usize, column: usize) -> Option<Cell> {
    Some(match table {
        Table::Proactive => Cell::Proactive(*ProactiveRow::ALL.get(row)?, *ProactiveColumn::ALL.get(column)?),
        Table::Applications => Cell::Applications(*Row::ALL.get(row)?, *Applicant::ALL.get(column)?),
        Table::Challenges => {
            Cell::Challenges(*ChallengeRow::ALL.get(row)?, *ChallengeColumn::ALL.get(column)?)
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_cell_has_its_place() {
        for at in Cell::all() {
            let (row, column) = indices(at);
            assert_eq!(cell(at.table(), row, column), Some(at));
        }
    }
}
