//! The three tables of a report, each with the rows that the report prints.

use crate::form::{Article, Cell, ChallengeColumn, ChallengeRow, Edition, ProactiveRow, Row, Table};
use crate::render::layout::Block;
use crate::report::Report;

/// What of its tables a report prints.
#[derive(Debug)]
pub(super) struct Printed {
    pub(super) proactive: Vec<Block>,
    pub(super) applications: Vec<Row>,
    pub(super) challenges: Vec<ChallengeRow>,
}

impl Printed {
    pub(super) fn of(report: &Report) -> Self {
        let says = |cell: Cell| !report.get(cell).is_absent();
        let group = |row: &ChallengeRow| {
            ChallengeColumn::ALL.iter().any(|&column| says(Cell::Challenges(*row, column)))
        };
        Self {
            proactive: blocks(report),
            applications: Row::ALL.iter().copied().filter(|&row| Cell::row(row).any(says)).collect(),
            challenges: ChallengeRow::ALL.iter().copied().filter(group).collect(),
        }
    }

    pub(super) fn has(&self, table: Table) -> bool {
        match table {
            Table::Proactive => !self.proactive.is_empty(),
            Table::Applications => !self.applications.is_empty(),
            Table::Challenges => !self.challenges.is_empty(),
        }
    }
}

/// The blocks of table 二: every row under the heads of the edition that has its cells.
fn blocks(report: &Report) -> Vec<Block> {
    let own = report.editions.proactive;
    // The report's own edition first, so that it is the one by which a reader knows the table.
    let mut editions = Edition::CURRENT.to_vec();
    editions.sort_by_key(|edition| Some(*edition) != own);
    let mut blocks: Vec<Block> = Vec::new();
    for &article in Article::ALL {
        for &edition in &editions {
            let rows = ProactiveRow::ALL.iter().copied();
            let rows = rows.filter(|row| row.article() == article);
            let rows: Vec<_> = rows.filter(|row| forms(report, *row, own).contains(&edition)).collect();
            if let Some(first) = rows.first() {
                let columns = first.columns(edition).to_vec();
                blocks.push(Block { article, edition, columns, rows });
            }
        }
    }
    blocks
}

/// The editions under whose heads a row is printed: one that has all its cells and the fewest others, else
/// both.
fn forms(report: &Report, row: ProactiveRow, own: Option<Edition>) -> Vec<Edition> {
    let says = |cell: &Cell| !report.get(*cell).is_absent();
    let of = |edition: Edition| row.columns(edition).iter().map(move |&column| Cell::Proactive(row, column));
    let said = |edition: &Edition| of(*edition).filter(says).count();
    let all = Cell::all().filter(|cell| matches!(cell, Cell::Proactive(of, _) if *of == row));
    let all = all.filter(says).count();
    let whole = Edition::CURRENT.iter().copied().filter(|edition| said(edition) == all);
    let best = whole.min_by_key(|&edition| (of(edition).count(), Some(edition) != own));
    match best {
        _ if all == 0 => Vec::new(),
        Some(edition) => vec![edition],
        None => Edition::CURRENT.to_vec(),
    }
}
