//! The likeliest way to explain all failing sums at once.
//!
//! Several faults may stand in one table. Explanations that clear different sums can be true together,
//! those that clear the same one cannot. Of all ways to choose some that exclude each other nowhere, the
//! one with the fewest points is taken; a sum that nothing explains costs more than any explanation.

use super::explanation::Explanation;
use super::rank::UNEXPLAINED;
use super::sheet::{Mask, bits};
use std::collections::BTreeSet;

/// How far the search goes, whatever the report. The first way that it tries is a good one already.
const STEPS: usize = 5_000;

/// The chosen explanations, by their numbers. Of those that clear the same sums, only the first
/// (likeliest) is looked at.
pub(super) fn choose(
    explanations: &[Explanation],
    failing: Mask,
    allowed: impl Fn(&Explanation) -> bool,
) -> Choice {
    let mut masks = BTreeSet::new();
    let is_first = |number: &usize| {
        let explanation = &explanations[*number];
        explanation.clears & !failing == 0 && allowed(explanation) && masks.insert(explanation.clears)
    };
    let first: Vec<_> = (0..explanations.len()).filter(is_first).collect();
    let mut order: Vec<_> = bits(failing)
        .map(|sum| {
            (sum, first.iter().copied().filter(|&it| explanations[it].clears >> sum & 1 == 1).collect())
        })
        .collect();
    order.sort_by_key(|(_, explained): &(usize, Vec<usize>)| explained.len());
    let mut cover = Cover { explanations, order, best: None, chosen: Vec::new(), steps: 0 };
    cover.go(failing, 0);
    cover.best.unwrap_or_default()
}

/// A way to explain failing sums.
#[derive(Default, Clone)]
pub(super) struct Choice {
    pub(super) cost: u32,
    pub(super) chosen: Vec<usize>,
}

struct Cover<'e> {
    explanations: &'e [Explanation],
    /// The failing sums, each with what explains it; those that fewest explain come first.
    order: Vec<(usize, Vec<usize>)>,
    best: Option<Choice>,
    chosen: Vec<usize>,
    steps: usize,
}

impl Cover<'_> {
    fn go(&mut self, left: Mask, cost: u32) {
        self.steps += 1;
        let is_beaten = self.best.as_ref().is_some_and(|best| best.cost <= cost || self.steps > STEPS);
        if is_beaten {
            return;
        }
        let Some(at) = self.order.iter().position(|(sum, _)| left >> sum & 1 == 1) else {
            self.best = Some(Choice { cost, chosen: self.chosen.clone() });
            return;
        };
        for which in 0..self.order[at].1.len() {
            let number = self.order[at].1[which];
            let explanation = &self.explanations[number];
            if explanation.clears & !left == 0 && !self.is_taken(explanation) {
                self.chosen.push(number);
                self.go(left & !explanation.clears, cost + explanation.rank.cost);
                self.chosen.pop();
            }
        }
        self.go(left & !(1 << self.order[at].0), cost + UNEXPLAINED);
    }

    /// Whether a chosen explanation changes one of the same cells.
    fn is_taken(&self, explanation: &Explanation) -> bool {
        let mut taken = self.chosen.iter().flat_map(|&number| &self.explanations[number].changes);
        taken.any(|change| explanation.changes.iter().any(|other| other.suspect == change.suspect))
    }
}
