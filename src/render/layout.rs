//! Which rows and columns of the form a report is shown with: those of its edition, then any other
//! that it prints or that a finding speaks of.

use super::words::{name, pick};
use crate::Language;
use crate::check::Case;
use crate::form::{Article, Cell, Edition, ProactiveColumn, ProactiveRow, Row, Table, Unit};
use crate::report::Report;
use std::collections::BTreeSet;

/// The shape of one report's tables.
#[derive(Debug, Clone)]
pub(super) struct Layout<'a> {
    report: &'a Report,
    /// Cells that are shown even if nothing is printed there.
    wanted: BTreeSet<Cell>,
}

/// An item of 条例 第二十条 in table 二, in the words of an edition.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Block {
    pub(super) article: Article,
    pub(super) edition: Edition,
    pub(super) columns: Vec<ProactiveColumn>,
    pub(super) rows: Vec<ProactiveRow>,
}

impl<'a> Layout<'a> {
    pub(super) const fn new(report: &'a Report, wanted: BTreeSet<Cell>) -> Self {
        Self { report, wanted }
    }

    fn shows(&self, cell: Cell) -> bool {
        self.wanted.contains(&cell) || !self.report.get(cell).is_absent()
    }

    /// Whether there is anything of the table to show.
    pub(super) fn has(&self, table: Table) -> bool {
        let is_wanted = || self.wanted.iter().any(|cell| cell.table() == table);
        self.report.cells().any(|(cell, _)| cell.table() == table) || is_wanted()
    }

    /// The edition of table 二: its own, else the one that has more of the cells that are printed.
    pub(super) fn proactive_edition(&self) -> Edition {
        let printed = |edition: Edition| {
            let cells = self.report.cells().filter(|(cell, _)| cell.table() == Table::Proactive);
            cells.filter(|(cell, _)| cell.is_in(edition)).count()
        };
        let own = self.report.editions.proactive.filter(|edition| Edition::CURRENT.contains(edition));
        let most = || Edition::CURRENT.iter().copied().max_by_key(|&edition| printed(edition));
        own.or_else(most).unwrap_or(Edition::E2021)
    }

    /// The blocks of table 二.
    pub(super) fn blocks(&self) -> Vec<Block> {
        let edition = self.proactive_edition();
        let block = |&article: &Article| {
            let of_article = ProactiveRow::ALL.iter().copied().filter(|row| row.article() == article);
            let mut block = Block { article, edition, columns: Vec::new(), rows: Vec::new() };
            for row in of_article {
                let shown = self.columns(row, edition);
                if !shown.is_empty() {
                    block.rows.push(row);
                }
                let new: Vec<_> = shown.into_iter().filter(|it| !block.columns.contains(it)).collect();
                block.columns.extend(new);
            }
            block
        };
        Article::ALL.iter().map(block).filter(|block| !block.rows.is_empty()).collect()
    }

    /// The columns of a row of table 二: those of the edition, then any other.
    fn columns(&self, row: ProactiveRow, edition: Edition) -> Vec<ProactiveColumn> {
        let form = row.columns(edition);
        let other =
            |column: &ProactiveColumn| !form.contains(column) && self.shows(Cell::Proactive(row, *column));
        form.iter().copied().chain(ProactiveColumn::ALL.iter().copied().filter(other)).collect()
    }

    /// The rows of table 三.
    pub(super) fn rows(&self) -> impl Iterator<Item = Row> {
        let edition = Case::new(self.report).edition();
        let shown = move |row: &Row| row.is_in(edition) || Cell::row(*row).any(|cell| self.shows(cell));
        Row::ALL.iter().copied().filter(shown)
    }
}

impl Block {
    /// The head of a column, with the unit that the page names beside it.
    pub(super) fn head(&self, column: ProactiveColumn, report: &Report, language: Language) -> String {
        let has = |row: &&ProactiveRow| Cell::Proactive(**row, column).edition().is_some();
        let Some(&row) = self.rows.iter().find(has).or(self.rows.first()) else { return String::new() };
        let cell = Cell::Proactive(row, column);
        let label = match language {
            Language::Chinese => cell.labels_in(self.edition).1.to_owned(),
            Language::English => name(column.item(), language),
        };
        let unit = report.proactive.procurement_unit;
        let unit = unit.filter(|_| row == ProactiveRow::Procurement && cell.is_amount()).map(Unit::label);
        match unit {
            Some(unit) => {
                format!("{label}{}{unit}{}", pick(language, "（", " ("), pick(language, "）", ")"))
            }
            None => label,
        }
    }
}
