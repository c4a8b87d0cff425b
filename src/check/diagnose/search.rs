//! The few cells that clear failing sums together and break none that hold.

use super::sheet::{Change, Sheet, bits};
use super::trial::Trial;
use std::collections::BTreeSet;

/// How far the search goes, whatever the report.
const STEPS: usize = 40_000;
/// So many sets of cells are plenty to choose from.
const FOUND: usize = 2_000;

/// Sets of at most `most` cells, each bound together by the sums in which its cells stand: without
/// any one of them, the others would break a sum or clear nothing.
///
/// One wrong cell is found from any sum in which it stands. Of several, the first is found from a
/// sum in which it stands alone, and the next ones from what the first leaves unsettled.
pub(super) fn sets(sheet: &Sheet<'_>, most: usize) -> BTreeSet<Vec<Change>> {
    let mut search = Search { trial: Trial::new(sheet), most, steps: 0, found: BTreeSet::new() };
    for number in bits(sheet.failing()) {
        for &(suspect, sign) in &sheet.equations[number].members {
            search.try_value(suspect, number, sign);
        }
    }
    search.found
}

struct Search<'s, 'a> {
    trial: Trial<'s, 'a>,
    most: usize,
    steps: usize,
    found: BTreeSet<Vec<Change>>,
}

impl Search<'_, '_> {
    /// Tries the value by which a suspect settles an equation.
    fn try_value(&mut self, suspect: usize, number: usize, sign: i128) {
        let sheet = self.trial.sheet;
        let value = sheet.suspects[suspect].printed - sign * self.trial.residual(number);
        let Some(change) = sheet.change(suspect, value) else { return };
        self.steps += 1;
        if self.steps < STEPS && self.found.len() < FOUND {
            self.trial.push(change);
            self.extend();
            self.trial.pop();
        }
    }

    /// Keeps the changes if they settle everything, else looks for one more.
    fn extend(&mut self) {
        let sheet = self.trial.sheet;
        let Some(number) = self.trial.unsettled() else {
            if self.trial.clears() != 0 {
                let mut changes = self.trial.changes.clone();
                changes.sort_unstable();
                self.found.insert(changes);
            }
            return;
        };
        if self.trial.changes.len() == self.most {
            return;
        }
        for &(suspect, _) in &sheet.equations[number].members {
            if self.trial.has(suspect) {
                continue;
            }
            for &(number, sign) in &sheet.suspects[suspect].stands_in {
                self.try_value(suspect, number, sign);
            }
        }
    }
}
