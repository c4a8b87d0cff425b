//! Arbitrary reports: of every edition, consistent or with one wrong cell, full or nearly empty.

use gongkai::Report;
use gongkai::form::{
    Applicant, Cell, ChallengeColumn, ChallengeRow, Edition, Evaluation, Operand, ProactiveRow, Row, Term,
    relations,
};
use gongkai::report::{Entry, Number};
use proptest::prelude::*;
use proptest::sample::select;
use rust_decimal::Decimal;
use std::fmt;

/// How large the numbers are.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Size {
    /// Nearly everything is zero, as in the reports of small bodies.
    Sparse,
    Usual,
    Big,
}

/// How a body prints zeros, and what it leaves out.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Zeros {
    Printed,
    Blank,
    Mark,
    /// Now so, now so.
    Mixed,
    /// Table 三 has numbers in 总计 only.
    TotalsOnly,
    /// Table 三 has no 总计 on its item rows.
    NoItemTotals,
}

impl Zeros {
    const ALL: [Self; 6] =
        [Self::Printed, Self::Blank, Self::Mark, Self::Mixed, Self::TotalsOnly, Self::NoItemTotals];

    /// Whether every cell has something printed in it.
    pub(crate) fn are_visible(self) -> bool {
        matches!(self, Self::Printed | Self::Mark)
    }
}

/// What a report is made from.
#[derive(Clone)]
pub(crate) struct Source {
    /// Of table 二 and of table 三.
    pub(crate) editions: (Edition, Edition),
    pub(crate) size: Size,
    pub(crate) zeros: Zeros,
    pub(crate) year: i32,
    pub(crate) agency: &'static str,
    /// One cell that is wrong: which, and by how much.
    pub(crate) wrong: Option<(usize, u64)>,
    raw: Vec<u32>,
}

/// Without its hundreds of numbers: they stand in the page.
impl fmt::Debug for Source {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { editions, size, zeros, year, wrong, .. } = self;
        write!(f, "{editions:?} {size:?} {zeros:?} {year} wrong {wrong:?}")
    }
}

pub(crate) const AGENCIES: [&str; 6] = [
    "青岚县人民政府",
    "云溪市财政局",
    "临河镇",
    "北屏区住房和城乡建设局",
    "东渡街道办事处",
    "星湖高新技术产业开发区管理委员会",
];

const EDITIONS: [(Edition, Edition); 4] = [
    (Edition::E2021, Edition::E2021),
    (Edition::E2019, Edition::E2019),
    (Edition::E2021, Edition::E2019),
    (Edition::E2019, Edition::E2021),
];

pub(crate) fn source() -> impl Strategy<Value = Source> {
    let wrong = prop_oneof![3 => Just(None), 1 => (0..400_usize, 1..100_u64).prop_map(Some)];
    let size = select(&[Size::Sparse, Size::Usual, Size::Big][..]);
    let raw = prop::collection::vec(any::<u32>(), 260);
    let zeros = select(&Zeros::ALL[..]);
    (select(&EDITIONS[..]), size, zeros, 2019..=2025, select(&AGENCIES[..]), wrong, raw).prop_map(
        |(editions, size, zeros, year, agency, wrong, raw)| Source {
            editions,
            size,
            zeros,
            year,
            agency,
            wrong,
            raw,
        },
    )
}

/// Numbers one after the other from what was drawn.
struct Draw<'a> {
    raw: std::iter::Cycle<std::slice::Iter<'a, u32>>,
    size: Size,
}

impl Draw<'_> {
    fn raw(&mut self) -> u64 {
        self.raw.next().copied().unwrap_or(0).into()
    }

    fn count(&mut self) -> u64 {
        let raw = self.raw();
        match self.size {
            Size::Sparse if raw % 10 == 9 => 1 + raw / 10 % 4,
            Size::Sparse => 0,
            // Zeros are common in every report.
            _ if raw.is_multiple_of(4) => 0,
            Size::Usual => raw % 130,
            Size::Big => raw % 240_000,
        }
    }
}

impl Source {
    pub(crate) fn report(&self) -> Report {
        let mut draw = Draw { raw: self.raw.iter().cycle(), size: self.size };
        let mut report =
            Report { agency: Some(self.agency.to_owned()), year: Some(self.year), ..Report::default() };
        report.editions.proactive = Some(self.editions.0);
        report.editions.applications = Some(self.editions.1);
        proactive(&mut report, self.editions.0, &mut draw);
        applications(&mut report, self.editions.1, &mut draw);
        challenges(&mut report, &mut draw);
        self.spoil(&mut report);
        self.blank(&mut report, &mut draw);
        report
    }

    /// Makes the one wrong cell wrong.
    fn spoil(&self, report: &mut Report) {
        let Some((which, by)) = self.wrong else { return };
        let cells: Vec<Cell> = report.cells().map(|(cell, _)| cell).collect();
        let cell = cells[which % cells.len()];
        if let Some(count) = report.get(cell).count() {
            put(report, cell, Number::Count(count + by));
        }
    }

    /// Prints zeros and totals as the body does.
    fn blank(&self, report: &mut Report, draw: &mut Draw<'_>) {
        let cells: Vec<Cell> = report.cells().map(|(cell, _)| cell).collect();
        for cell in cells {
            let zero = report.get(cell).or_zero().is_zero();
            let nothing = match (self.zeros, cell) {
                (Zeros::TotalsOnly, Cell::Applications(_, kind)) if kind != Applicant::Total => Entry::Blank,
                (Zeros::NoItemTotals, Cell::Applications(row, Applicant::Total)) if row.is_outcome() => {
                    Entry::Blank
                }
                (Zeros::Blank | Zeros::TotalsOnly | Zeros::NoItemTotals, _) if zero => Entry::Blank,
                (Zeros::Mark, _) if zero => Entry::Mark,
                (Zeros::Mixed, _) if zero => match draw.raw() % 3 {
                    0 => continue,
                    1 => Entry::Blank,
                    _ => Entry::Mark,
                },
                _ => continue,
            };
            report.set(cell, nothing).expect("a cell of the form");
        }
    }
}

fn put(report: &mut Report, cell: Cell, number: impl Into<Number>) {
    report.set(cell, number.into()).expect("a cell of the form");
}

fn proactive(report: &mut Report, edition: Edition, draw: &mut Draw<'_>) {
    for &row in ProactiveRow::ALL {
        for &column in row.columns(edition) {
            let cell = Cell::Proactive(row, column);
            let count = draw.count();
            let number = if cell.is_amount() && draw.raw() % 2 == 1 {
                Number::Amount(Decimal::new(
                    i64::try_from(count).unwrap_or(0),
                    u32::try_from(draw.raw() % 4).unwrap_or(0),
                ))
            } else if cell.is_change() {
                let change = i64::try_from(count).unwrap_or(0);
                Number::Change(if draw.raw() % 2 == 1 { -change } else { change })
            } else {
                Number::Count(count)
            };
            put(report, cell, number);
        }
    }
}

/// Fills table 三 so that every sum of the form holds.
fn applications(report: &mut Report, edition: Edition, draw: &mut Draw<'_>) {
    for &kind in Applicant::KINDS {
        let mut outcomes = 0;
        for row in Row::of(edition).filter(|row| row.is_outcome()) {
            let count = draw.count();
            outcomes += count;
            put(report, Cell::Applications(row, kind), count);
        }
        let carried_out = draw.count();
        let handled = outcomes + carried_out;
        let carried_in = draw.count().min(handled);
        put(report, Cell::Applications(Row::OutcomesTotal, kind), outcomes);
        put(report, Cell::Applications(Row::CarriedOut, kind), carried_out);
        put(report, Cell::Applications(Row::CarriedIn, kind), carried_in);
        put(report, Cell::Applications(Row::Received, kind), handled - carried_in);
    }
    for row in Row::of(edition) {
        let count = |&kind: &Applicant| report.get(Cell::Applications(row, kind)).count();
        let total: u64 = Applicant::KINDS.iter().filter_map(count).sum();
        put(report, Cell::Applications(row, Applicant::Total), total);
    }
}

fn challenges(report: &mut Report, draw: &mut Draw<'_>) {
    let (&total, results) = ChallengeColumn::ALL.split_last().expect("five columns");
    for &row in ChallengeRow::ALL {
        let mut sum = 0;
        for &column in results {
            let count = draw.count();
            sum += count;
            put(report, Cell::Challenges(row, column), count);
        }
        put(report, Cell::Challenges(row, total), sum);
    }
}

/// Whether no sum of the form fails in a report.
pub(crate) fn is_consistent(report: &Report) -> bool {
    let operand = |term: Term| match report.get(term.cell) {
        Entry::Value(number) => Operand::Value(number.decimal()),
        Entry::Mark => Operand::Nothing,
        Entry::Blank => Operand::Blank,
        _ => Operand::Unknown,
    };
    let edition = report.editions.applications.expect("arbitrary reports have editions");
    relations(edition).iter().all(|relation| !matches!(relation.evaluate(operand), Evaluation::Fails { .. }))
}
