//! From explanations to faults: findings that share a cause, and what else their cause could be.

use super::cover::{Choice, choose};
use super::explanation::{Explanation, explanations};
use super::rank::{Rank, UNEXPLAINED};
use super::sheet::{Change, Mask, Sheet, bits};
use super::{CauseKind, Diagnosis, Fault, words};
use crate::check::Cause;

/// So many causes of one fault are named.
const CAUSES: usize = 5;
/// Another way to explain everything is told of if it is not less likely than by these points.
const CLOSE: u32 = 10;

/// The faults of a sheet, in the order of their first findings.
pub(super) fn faults(sheet: &Sheet<'_>) -> Vec<Fault> {
    let failing = sheet.failing();
    let mut known = explanations(sheet, 2);
    if is_left_over(&known, failing) {
        known = explanations(sheet, 3);
    }
    let mut faults = Vec::new();
    for component in components(&known, failing) {
        let best = choose(&known, component, |_| true);
        for &number in &best.chosen {
            let fault = Opinions { sheet, known: &known, component, best: &best }.fault(&known[number]);
            faults.push(fault);
        }
    }
    faults.sort_by(|a, b| a.findings.cmp(&b.findings));
    faults
}

/// Whether the likeliest choice leaves a sum unexplained.
fn is_left_over(known: &[Explanation], failing: Mask) -> bool {
    components(known, failing)
        .into_iter()
        .any(|component| choose(known, component, |_| true).cost >= UNEXPLAINED)
}

/// Sums that no explanation connects are looked at apart from each other.
fn components(known: &[Explanation], failing: Mask) -> Vec<Mask> {
    let mut components: Vec<Mask> = bits(failing).map(|sum| 1 << sum).collect();
    for explanation in known {
        let (within, mut rest): (Vec<_>, Vec<_>) =
            components.into_iter().partition(|component| component & explanation.clears != 0);
        rest.push(within.into_iter().fold(0, |all, component| all | component));
        components = rest;
    }
    components
}

/// What there is to choose from, and what was chosen.
struct Opinions<'o, 'a> {
    sheet: &'o Sheet<'a>,
    known: &'o [Explanation],
    component: Mask,
    best: &'o Choice,
}

impl Opinions<'_, '_> {
    /// The fault that an explanation speaks of: its own findings, and what else would clear them.
    fn fault(&self, chosen: &Explanation) -> Fault {
        let same: Vec<_> = self.known.iter().filter(|other| other.clears == chosen.clears).collect();
        let mut causes: Vec<_> = same.iter().map(|&explanation| explanation.clone()).collect();
        causes.truncate(CAUSES);
        causes.extend(self.second(chosen));
        causes.truncate(CAUSES);
        let rivals = same.len() - 1;
        let cause = |(place, explanation): (usize, &Explanation)| self.diagnosis(explanation, place, rivals);
        Fault {
            findings: self.sheet.findings(chosen.clears),
            causes: causes.iter().enumerate().map(cause).collect(),
        }
    }

    /// If not this, then what: the cells of another way to explain everything that concern these sums.
    fn second(&self, chosen: &Explanation) -> Option<Explanation> {
        let other = choose(self.known, self.component, |it| it.clears != chosen.clears);
        let concerned = other.chosen.iter().map(|&number| &self.known[number]);
        let concerned: Vec<_> = concerned.filter(|it| it.clears & chosen.clears != 0).collect();
        let clears = concerned.iter().fold(0, |mask, it| mask | it.clears);
        if other.cost > self.best.cost + CLOSE || chosen.clears & !clears != 0 {
            return None;
        }
        if let [only] = concerned[..] {
            return Some(only.clone());
        }
        Some(Explanation {
            rank: Rank { kind: CauseKind::WrongCells, cost: other.cost, source: None },
            changes: concerned.iter().flat_map(|it| it.changes.iter().copied()).collect(),
            clears,
        })
    }

    fn diagnosis(&self, explanation: &Explanation, place: usize, rivals: usize) -> Diagnosis {
        Diagnosis {
            kind: explanation.rank.kind,
            changes: explanation.changes.iter().map(|&change| cause(self.sheet, change)).collect(),
            clears: self.sheet.findings(explanation.clears),
            message: words::message(self.sheet, explanation, place, rivals),
        }
    }
}

fn cause(sheet: &Sheet<'_>, change: Change) -> Cause {
    Cause {
        cell: sheet.suspects[change.suspect].cell,
        printed: words::printed(sheet, change),
        suggested: words::suggested(sheet, change),
    }
}
