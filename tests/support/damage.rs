//! Damage to the tables of a page: what real pages have lost on their way.

use super::dice::Dice;
use super::sheet::{Sheet, Slot};
use proptest::prelude::*;
use proptest::sample::select;

#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Damage {
    /// Blank cells are gone.
    Blanks,
    /// One number is gone.
    Number,
    /// One number stands in two cells.
    Torn,
    /// The label of one row is gone.
    Label,
    /// One row of numbers is gone.
    Row,
}

/// Kinds of damage that go together. Others may make up for each other: with a number torn and a
/// blank lost, a row has as many numbers as it should, and nobody can tell.
pub(crate) fn damages() -> impl Strategy<Value = Vec<Damage>> {
    use Damage::{Blanks, Label, Number, Row, Torn};
    let together: [&[Damage]; 7] =
        [&[Blanks], &[Number], &[Torn], &[Label], &[Row], &[Blanks, Number], &[Blanks, Row]];
    select(together.to_vec()).prop_map(<[Damage]>::to_vec)
}

impl Damage {
    /// Whether the sums of a consistent report can still be trusted to place what is left.
    pub(crate) fn keeps_sums(self) -> bool {
        self == Self::Blanks
    }

    /// Whether it makes a row longer, so that lost blanks could hide it.
    pub(crate) fn lengthens(self) -> bool {
        matches!(self, Self::Torn | Self::Label)
    }

    pub(crate) fn apply(self, sheet: &mut Sheet, dice: &mut Dice) {
        let number = |slot: &Slot| slot.cell.is_some() && !slot.text.is_empty();
        match self {
            Self::Blanks => sheet.rows.iter_mut().for_each(|row| row.retain(|slot| !slot.text.is_empty())),
            Self::Number => {
                if let Some((row, at)) = one(sheet, dice, number) {
                    sheet.rows[row].remove(at);
                }
            }
            Self::Torn => {
                let long = |slot: &Slot| number(slot) && slot.text.chars().count() > 1;
                if let Some((row, at)) =
                    one(sheet, dice, long).filter(|(row, _)| !ends_blank(&sheet.rows[*row]))
                {
                    tear(&mut sheet.rows[row], at, dice);
                }
            }
            Self::Label => {
                let last = |row: &[Slot]| row.iter().rposition(|slot| slot.cell.is_none());
                if let Some((row, _)) = one(sheet, dice, |slot| slot.cell.is_some())
                    && let Some(at) = last(&sheet.rows[row])
                {
                    sheet.rows[row].remove(at);
                }
            }
            Self::Row => {
                if let Some((row, _)) = one(sheet, dice, |slot| slot.cell.is_some()) {
                    sheet.rows.remove(row);
                }
            }
        }
    }
}

/// One slot below the heads for which something is true.
fn one(sheet: &Sheet, dice: &mut Dice, is: impl Fn(&Slot) -> bool) -> Option<(usize, usize)> {
    let below = sheet.rows.iter().enumerate().skip(sheet.heads);
    let slots =
        below.flat_map(|(row, slots)| slots.iter().enumerate().map(move |(at, slot)| (row, at, slot)));
    let found: Vec<_> = slots.filter(|(_, _, slot)| is(slot)).map(|(row, at, _)| (row, at)).collect();
    (!found.is_empty()).then(|| *dice.pick(&found))
}

/// Whether the first or the last number of a row is blank. Such a cell may as well be what a merged one leaves:
/// without it a row with a torn number has as many as it should, and nobody can tell.
fn ends_blank(row: &[Slot]) -> bool {
    let numbers = || row.iter().filter(|slot| slot.cell.is_some());
    [numbers().next(), numbers().next_back()].into_iter().flatten().any(|slot| slot.text.is_empty())
}

/// `20` becomes `2|0`.
fn tear(row: &mut Vec<Slot>, at: usize, dice: &mut Dice) {
    let slot = row[at].clone();
    let cuts: Vec<usize> = slot.text.char_indices().skip(1).map(|(at, _)| at).collect();
    let (left, right) = slot.text.split_at(*dice.pick(&cuts));
    row[at].text = left.to_owned();
    row.insert(at + 1, Slot { text: right.to_owned(), columns: 1, ..slot.clone() });
}
