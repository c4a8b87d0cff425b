//! The three tables in official form, drawn from the declarations of the form.

use super::layout::{Block, Layout};
use super::style::Tone;
use super::table::{Field, Table as Printer};
use super::words::{name, section};
use super::{Page, grid};
use crate::Language;
use crate::form::{Applicant, Cell, ChallengeColumn, ChallengeRow, Item, Table};
use crate::report::{Entry, Report};
use std::collections::BTreeSet;

/// Columns for the labels of tables 二 and 四: the longest is that wide.
const SHORT: usize = 20;
/// Columns for the labels of table 三, so that a row keeps within a hundred.
const LONG: usize = 34;
/// The width at which the heads of table 三 are broken, as they are on paper.
const HEAD: usize = 8;

/// The cells that get a mark.
#[derive(Debug, Default)]
pub(super) struct Marks {
    pub(super) faulty: BTreeSet<Cell>,
    pub(super) inferred: BTreeSet<Cell>,
}

/// The marks that were used, which the legend explains.
#[derive(Debug, Default)]
pub(super) struct Seen(BTreeSet<Sign>);

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Sign {
    Faulty,
    Inferred,
    Nothing,
    Absent,
    Unreadable,
}

pub(super) struct Forms<'a> {
    pub(super) page: &'a mut Page,
    pub(super) report: &'a Report,
    pub(super) layout: Layout<'a>,
    pub(super) marks: &'a Marks,
    pub(super) seen: Seen,
}

impl Forms<'_> {
    pub(super) fn print(&mut self) {
        for &table in Table::ALL {
            self.page.out.push('\n');
            let heading = section(table, self.page.language);
            self.page.line(Tone::Title, &heading);
            if self.layout.has(table) {
                self.table(table);
            } else {
                let none = self.page.pick("（页面未见此表）", "(not on the page)");
                self.page.line(Tone::Quiet, none);
            }
            self.extra_rows(table);
        }
        self.legend();
    }

    fn table(&mut self, table: Table) {
        match table {
            Table::Proactive => {
                self.layout.blocks().iter().for_each(|block| self.block(block));
            }
            Table::Applications => self.applications(),
            Table::Challenges => self.challenges(),
        }
    }

    /// A block of table 二.
    fn block(&mut self, block: &Block) {
        let language = self.page.language;
        let mut printer = Printer::new(SHORT);
        let heads = block.columns.iter().map(|&column| block.head(column, self.report, language));
        printer.heads(block.article.label(), usize::MAX, &heads.collect::<Vec<_>>());
        for &row in &block.rows {
            let fields: Vec<_> =
                block.columns.iter().map(|&column| self.field(Cell::Proactive(row, column))).collect();
            let label = match language {
                Language::Chinese => row.label_in(block.edition).to_owned(),
                Language::English => name(row.item(), language),
            };
            printer.row(&label, fields);
        }
        printer.print(self.page.style, &mut self.page.out);
    }

    fn applications(&mut self) {
        let mut printer = Printer::new(LONG);
        printer.heads("", HEAD, &self.heads(Applicant::ALL.iter().map(|column| column.item())));
        let mut group = None;
        for row in self.layout.rows().collect::<Vec<_>>() {
            let above = grid::group(row);
            if let Some(above) = above.filter(|_| above != group) {
                printer.row(&name(above.item(), self.page.language), []);
            }
            group = above;
            let indent = if above.is_some() { "  " } else { "" };
            let fields: Vec<_> = Cell::row(row).map(|cell| self.field(cell)).collect();
            printer.row(&format!("{indent}{}", name(row.item(), self.page.language)), fields);
        }
        printer.print(self.page.style, &mut self.page.out);
    }

    fn challenges(&mut self) {
        let mut printer = Printer::new(SHORT);
        printer.heads("", HEAD, &self.heads(ChallengeColumn::ALL.iter().map(|column| column.item())));
        for &row in ChallengeRow::ALL {
            let cells = ChallengeColumn::ALL.iter().map(|&column| Cell::Challenges(row, column));
            let fields: Vec<_> = cells.map(|cell| self.field(cell)).collect();
            printer.row(&name(row.item(), self.page.language), fields);
        }
        printer.print(self.page.style, &mut self.page.out);
    }

    fn heads(&self, items: impl Iterator<Item = &'static Item>) -> Vec<String> {
        items.map(|item| name(item, self.page.language)).collect()
    }

    /// What a cell says, with its marks, which the legend then explains.
    fn field(&mut self, cell: Cell) -> Field {
        self.seen.0.extend(signs(self.report, self.marks, cell).into_iter().flatten());
        field(self.report, self.marks, cell)
    }

    fn extra_rows(&mut self, table: Table) {
        let heading = self.page.pick("表外行：", "not in the form: ");
        for row in self.report.extra_rows.iter().filter(|row| row.table == table) {
            let line = format!("{heading}{} | {}", row.label, row.values.join(" | "));
            self.page.line(Tone::Warning, &line);
        }
    }

    fn legend(&mut self) {
        if self.seen.0.is_empty() {
            return;
        }
        let marks: Vec<_> = self.seen.0.iter().map(|sign| self.explain(*sign)).collect();
        self.page.out.push('\n');
        self.page.line(Tone::Quiet, &marks.join("   "));
    }

    const fn explain(&self, sign: Sign) -> &'static str {
        match sign {
            Sign::Faulty => self.page.pick("[ ] 见下列发现", "[ ] see the findings"),
            Sign::Inferred => self.page.pick("~ 由合计推断", "~ inferred from the sums"),
            Sign::Nothing => self.page.pick("/ 标明为无", "/ marked as nothing"),
            Sign::Absent => self.page.pick("· 页面未见", "· not on the page"),
            Sign::Unreadable => self.page.pick("? 无法辨认", "? unreadable"),
        }
    }
}

/// The signs in a cell: of a finding, of an inference, of what it says.
fn signs(report: &Report, marks: &Marks, cell: Cell) -> [Option<Sign>; 3] {
    let said = match report.get(cell) {
        Entry::Absent => Some(Sign::Absent),
        Entry::Mark => Some(Sign::Nothing),
        Entry::Unreadable(_) => Some(Sign::Unreadable),
        Entry::Blank | Entry::Value(_) => None,
    };
    let faulty = marks.faulty.contains(&cell).then_some(Sign::Faulty);
    [faulty, marks.inferred.contains(&cell).then_some(Sign::Inferred), said]
}

/// What a cell says, with a mark before or behind it. The place behind is kept free when there is
/// none, so that digits stay under digits.
pub(super) fn field(report: &Report, marks: &Marks, cell: Cell) -> Field {
    let entry = report.get(cell);
    let text = match entry {
        Entry::Absent => "·".to_owned(),
        Entry::Blank => String::new(),
        Entry::Mark => "/".to_owned(),
        Entry::Unreadable(_) => "?".to_owned(),
        Entry::Value(number) => number.to_string(),
    };
    let [faulty, inferred, _] = signs(report, marks, cell);
    match (faulty, inferred) {
        (Some(_), Some(_)) => Field::new(Tone::Fault, format!("[{text}~]")),
        (Some(_), None) if text.is_empty() => Field::new(Tone::Fault, "[ ]"),
        (Some(_), None) => Field::new(Tone::Fault, format!("[{text}]")),
        (None, Some(_)) => Field::new(Tone::Guess, format!("{text}~")),
        (None, None) => Field::new(tone(entry), format!("{text} ")),
    }
}

fn tone(entry: &Entry) -> Tone {
    match entry {
        Entry::Unreadable(_) => Tone::Warning,
        Entry::Absent => Tone::Quiet,
        Entry::Blank | Entry::Mark | Entry::Value(_) => Tone::Text,
    }
}
