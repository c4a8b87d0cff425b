//! Explanations: changes that clear failing sums and break none.

use super::rank::{self, Rank};
use super::search::sets;
use super::sheet::{Change, Mask, Sheet};
use super::{CauseKind, lines, pair, single};

/// Changes that clear failing sums and break none that hold.
#[derive(Clone)]
pub(super) struct Explanation {
    pub(super) rank: Rank,
    pub(super) changes: Vec<Change>,
    /// The failing sums that would hold.
    pub(super) clears: Mask,
}

/// More single cells than these are not matched for a case moved between two of them.
const MATCHED: usize = 100;

/// What at most `most` cells or wrong lines could explain, likeliest first.
pub(super) fn explanations(sheet: &Sheet<'_>, most: usize) -> Vec<Explanation> {
    let cells = sets(sheet, most).into_iter();
    let mut found: Vec<_> = cells.filter_map(|changes| of_cells(sheet, changes)).collect();
    let singles: Vec<_> =
        found.iter().filter(|found| found.changes.len() == 1).take(MATCHED).cloned().collect();
    for (at, other) in singles.iter().enumerate() {
        found.extend(singles[..at].iter().filter_map(|one| detached(sheet, one, other)));
    }
    found.extend(lines::explanations(sheet));
    // In the order of the form, for those who read them.
    let in_order = |changes: &mut Vec<Change>| changes.sort_by_key(|it| sheet.suspects[it.suspect].cell);
    found.iter_mut().for_each(|found| in_order(&mut found.changes));
    found.sort_by(|a, b| (a.rank.cost, &a.changes).cmp(&(b.rank.cost, &b.changes)));
    found
}

/// What the changes of a few cells mean.
fn of_cells(sheet: &Sheet<'_>, changes: Vec<Change>) -> Option<Explanation> {
    let clears = super::trial::clears(sheet, &changes)?;
    let rank = match changes[..] {
        [change] => single::rank(sheet, change, clears),
        [a, b] => pair::rank(sheet, a, b, clears),
        _ => {
            let costs = changes.iter().map(|&change| single::rank(sheet, change, clears).cost);
            Rank { kind: CauseKind::WrongCells, cost: costs.sum(), source: None }
        }
    };
    Some(Explanation { rank, changes, clears })
}

/// Two single cells that a case could have been moved between: each would do for itself.
fn detached(sheet: &Sheet<'_>, one: &Explanation, other: &Explanation) -> Option<Explanation> {
    let (a, b) = (*one.changes.first()?, *other.changes.first()?);
    let clears = one.clears | other.clears;
    if one.clears & other.clears != 0 || sheet.delta(a) != -sheet.delta(b) {
        return None;
    }
    let rank = pair::rank(sheet, a, b, clears);
    let is_together = matches!(rank.kind, CauseKind::CaseMoved | CauseKind::CellsSwapped);
    let rank = Rank { cost: rank.cost + rank::DETACHED, ..rank };
    is_together.then(|| Explanation { rank, changes: vec![a.min(b), a.max(b)], clears })
}
