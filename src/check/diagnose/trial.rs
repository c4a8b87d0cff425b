//! Changes on trial: what the sums would say if cells said something else.

use super::sheet::{Change, Mask, Sheet, State};

/// Changes that may explain something, and what every equation would then lack.
pub(super) struct Trial<'s, 'a> {
    pub(super) sheet: &'s Sheet<'a>,
    pub(super) changes: Vec<Change>,
    residuals: Vec<i128>,
}

impl<'s, 'a> Trial<'s, 'a> {
    pub(super) fn new(sheet: &'s Sheet<'a>) -> Self {
        let residuals = sheet.equations.iter().map(|equation| equation.residual).collect();
        Self { sheet, changes: Vec::new(), residuals }
    }

    pub(super) fn push(&mut self, change: Change) {
        self.changes.push(change);
        self.add(change, 1);
    }

    pub(super) fn pop(&mut self) {
        if let Some(change) = self.changes.pop() {
            self.add(change, -1);
        }
    }

    fn add(&mut self, change: Change, times: i128) {
        let delta = times * self.sheet.delta(change);
        for &(number, sign) in &self.sheet.suspects[change.suspect].stands_in {
            self.residuals[number] += sign * delta;
        }
    }

    pub(super) fn residual(&self, number: usize) -> i128 {
        self.residuals[number]
    }

    pub(super) fn has(&self, suspect: usize) -> bool {
        self.changes.iter().any(|change| change.suspect == suspect)
    }

    /// An equation that the changes break or leave failing in another way; the shortest one.
    pub(super) fn unsettled(&self) -> Option<usize> {
        let touched = self.changes.iter().flat_map(|change| &self.sheet.suspects[change.suspect].stands_in);
        let unsettled = touched.map(|&(number, _)| number).filter(|&number| !self.is_settled(number));
        unsettled.min_by_key(|&number| self.sheet.equations[number].members.len())
    }

    fn is_settled(&self, number: usize) -> bool {
        let equation = &self.sheet.equations[number];
        let (before, now) = (equation.residual, self.residuals[number]);
        let still_open = equation.state == State::Open && before.signum() == now.signum();
        now == 0 || now == before || still_open
    }

    /// The failing equations that would hold.
    pub(super) fn clears(&self) -> Mask {
        let is_cleared = |number: &usize| self.residuals[*number] == 0;
        super::sheet::bits(self.sheet.failing()).filter(is_cleared).fold(0, |mask, number| mask | 1 << number)
    }
}

/// What changes would clear, if they clear anything and break nothing.
pub(super) fn clears(sheet: &Sheet<'_>, changes: &[Change]) -> Option<Mask> {
    let mut trial = Trial::new(sheet);
    changes.iter().for_each(|&change| trial.push(change));
    (trial.unsettled().is_none()).then(|| trial.clears()).filter(|&mask| mask != 0)
}
