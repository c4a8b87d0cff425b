//! Mistakes as people make them, each with the cells that it leaves wrong.

use crate::corrections::{exchanged, lines};
use crate::dice::Dice;
use gongkai::Report;
use gongkai::form::{Applicant, Cell, Edition, Row};
use std::collections::BTreeMap;

/// What wrong cells should say.
pub(crate) type Truth = BTreeMap<Cell, u64>;

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Mistake {
    WrongNumber,
    DigitLost,
    DigitDoubled,
    DigitsTransposed,
    DigitWrong,
    TotalZero,
    /// The total of any other row or column.
    TotalCopied,
    /// `2|5` for 25, whatever the cell behind it had to say.
    TornNumber,
    /// One case, or a few, counted in the next column.
    MovedInRow,
    /// Or in the next row.
    MovedInColumn,
    /// Two numbers side by side exchanged.
    SwappedInRow,
    /// Two numbers one above the other.
    SwappedInColumn,
    /// Any two rows exchanged.
    RowsSwapped,
    /// Any two columns exchanged.
    ColumnsSwapped,
    /// The column 总计 or the row （七）总计 left at 0.
    TotalsZero,
}

impl Mistake {
    /// Those of one cell.
    pub(crate) const SINGLE: [Self; 7] = [
        Self::WrongNumber,
        Self::DigitLost,
        Self::DigitDoubled,
        Self::DigitsTransposed,
        Self::DigitWrong,
        Self::TotalZero,
        Self::TotalCopied,
    ];
    /// Those of several cells.
    pub(crate) const TOGETHER: [Self; 8] = [
        Self::TornNumber,
        Self::MovedInRow,
        Self::MovedInColumn,
        Self::SwappedInRow,
        Self::SwappedInColumn,
        Self::RowsSwapped,
        Self::ColumnsSwapped,
        Self::TotalsZero,
    ];

    /// Makes the mistake somewhere in table 三, if there is a place for it; what the cells said before.
    pub(crate) fn make(self, report: &mut Report, edition: Edition, dice: &mut Dice) -> Option<Truth> {
        let wrong = self.wrong(report, edition, dice)?;
        let mut truth = Truth::new();
        for (cell, number) in wrong {
            let count = report.get(cell).count()?;
            if count != number {
                report.set(cell, number).expect("a cell of the form");
                truth.insert(cell, count);
            }
        }
        (!truth.is_empty()).then_some(truth)
    }

    /// The cells that get wrong, and what they say then.
    fn wrong(self, report: &Report, edition: Edition, dice: &mut Dice) -> Option<Truth> {
        let [rows, columns] = lines(edition);
        let row = dice.pick(&rows);
        let at = dice.below(row.len());
        let count = |cell: Cell| report.get(cell).count();
        match self {
            Self::TotalZero => Some(Truth::from([(any_total(edition, dice), 0)])),
            Self::TotalCopied => {
                let total = any_total(edition, dice);
                let other = count(any_total(edition, dice)).filter(|&other| other > 0)?;
                Some(Truth::from([(total, other)]))
            }
            Self::TotalsZero => {
                let is_outcomes = |row: &&Vec<Cell>| {
                    row.contains(&Cell::Applications(Row::OutcomesTotal, Applicant::Total))
                };
                let line = if dice.one_in(2) { columns.last()? } else { rows.iter().find(is_outcomes)? };
                Some(line.iter().map(|&cell| (cell, 0)).collect())
            }
            Self::TornNumber => {
                let next = *row[..Applicant::KINDS.len()].get(at + 1)?;
                let digits = count(row[at])?.to_string();
                let (first, second) = digits.split_at_checked(1 + dice.below(digits.len()))?;
                Some(Truth::from([(row[at], first.parse().ok()?), (next, second.parse().ok()?)]))
            }
            Self::MovedInRow | Self::MovedInColumn => {
                let (from, to) = self.neighbours(report, edition, dice)?;
                let most = if dice.one_in(4) { 5 } else { 1 };
                let cases = 1 + dice.below(most) as u64;
                Some(Truth::from([(from, count(from)?.checked_sub(cases)?), (to, count(to)? + cases)]))
            }
            Self::SwappedInRow | Self::SwappedInColumn => {
                let (a, b) = self.neighbours(report, edition, dice)?;
                Some(exchanged(report, &[a], &[b]))
            }
            Self::RowsSwapped => {
                let other = dice.pick(&rows);
                Some(exchanged(report, row, other))
            }
            Self::ColumnsSwapped => {
                let (column, other) = (dice.pick(&columns), dice.pick(&columns));
                Some(exchanged(report, column, other))
            }
            _ => Some(Truth::from([(row[at], self.slip(count(row[at])?, dice)?)])),
        }
    }

    /// Makes a mistake in a number.
    fn slip(self, count: u64, dice: &mut Dice) -> Option<u64> {
        let mut digits = count.to_string().into_bytes();
        let at = dice.below(digits.len());
        match self {
            Self::DigitLost if digits.len() > 1 => drop(digits.remove(at)),
            Self::DigitDoubled => digits.insert(at, digits[at]),
            Self::DigitsTransposed if at + 1 < digits.len() => digits.swap(at, at + 1),
            Self::DigitWrong => digits[at] = *dice.pick(b"0123456789"),
            Self::WrongNumber => {
                let most = *dice.pick(&[1, 3, 10, 100]);
                let by = 1 + dice.below(most) as u64;
                return if dice.one_in(2) { count.checked_sub(by) } else { Some(count + by) };
            }
            _ => return None,
        }
        String::from_utf8(digits).ok()?.parse().ok()
    }

    /// The cell of a case, each case as likely as any other, and a cell beside it; no totals.
    fn neighbours(self, report: &Report, edition: Edition, dice: &mut Dice) -> Option<(Cell, Cell)> {
        let [mut rows, mut columns] = lines(edition);
        rows.iter_mut().for_each(|row| row.truncate(Applicant::KINDS.len()));
        columns.truncate(Applicant::KINDS.len());
        let is_total = |cell: &Cell| matches!(cell, Cell::Applications(Row::OutcomesTotal, _));
        let cells: Vec<_> = rows.concat().into_iter().filter(|cell| !is_total(cell)).collect();
        let from = cells[dice.weighed(cells.iter().map(|&cell| report.get(cell).count().unwrap_or(0)))];
        let lines = if self == Self::MovedInRow || self == Self::SwappedInRow { rows } else { columns };
        let line = lines.iter().find(|line| line.contains(&from))?;
        let at = line.iter().position(|&cell| cell == from)?;
        let beside: Vec<_> =
            [at.checked_sub(1), Some(at + 1)].into_iter().flatten().filter_map(|at| line.get(at)).collect();
        Some((from, **dice.pick(&beside)))
    }
}

fn any_total(edition: Edition, dice: &mut Dice) -> Cell {
    let rows: Vec<_> = Row::of(edition).collect();
    match dice.one_in(4) {
        true => Cell::Applications(Row::OutcomesTotal, *dice.pick(Applicant::ALL)),
        false => Cell::Applications(*dice.pick(&rows), Applicant::Total),
    }
}
