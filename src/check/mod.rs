//! What does not add up: rules over a [`Case`], each of which answers for every case.
//!
//! The rest of this page is the catalogue, generated from the registry: see [`rules`] for it as data.
//!
#![doc = include_str!("RULES.md")]

mod case;
mod diagnose;
mod finding;
mod printed;
mod registry;
mod rules;
mod selection;
mod sketch;
#[cfg(test)]
mod tests;

pub use case::{Case, Known};
pub use diagnose::{CauseKind, Diagnosis, Fault, diagnose};
pub use finding::{Cause, Finding, Outcome, Reason, ReasonCode, Severity};
pub use registry::{Info, Rule, UnknownRule, rule, rules};
pub use selection::Selection;
pub use sketch::{BadSketch, Sketch, sketch};

/// What checking one case gave: findings in the order of the rules, and what became of each rule.
#[derive(Debug, Clone, PartialEq, Default)]
#[non_exhaustive]
pub struct Checked {
    /// What does not add up.
    pub findings: Vec<Finding>,
    /// Which findings share a cause, and what it could be.
    pub faults: Vec<Fault>,
    /// For every rule: passed, found or skipped, and why.
    pub outcomes: Vec<(&'static str, Outcome)>,
}

/// Runs every rule over a report, a reading or a [`Case`].
///
/// A [`Reading`](crate::Reading) brings the evidence of its page with it: rules then know what was
/// inferred, what was cut off and what could not be claimed. A [`Report`](crate::Report) alone is
/// taken at its word.
///
/// ```
/// let mut report = gongkai::Report::default();
/// report.challenges.review = [10, 1, 0, 0, 0].into();
/// let checked = gongkai::check(&report);
/// assert_eq!(checked.findings[0].rule, "challenges-sum");
/// assert_eq!(checked.findings[0].expected.as_deref(), Some("11"));
/// ```
pub fn check<'a>(case: impl Into<Case<'a>>) -> Checked {
    check_with(case, &Selection::default())
}

/// Runs the selected rules. The others are skipped, and say so.
///
/// ```
/// use gongkai::check::{Selection, check_with, sketch};
///
/// let sketch = sketch("challenges.review: 10 1 0 0 0")?;
/// let selection = Selection::except(["challenges-sum"])?;
/// assert!(check_with(&sketch, &selection).findings.is_empty());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn check_with<'a>(case: impl Into<Case<'a>>, selection: &Selection) -> Checked {
    let case = case.into().tallied();
    let outcomes = Vec::with_capacity(rules().len());
    let mut checked = Checked { outcomes, ..Checked::default() };
    for rule in rules() {
        let outcome = if selection.includes(rule.info.name) {
            run(rule, &case, &mut checked.findings)
        } else {
            ReasonCode::NotSelected.skip()
        };
        checked.outcomes.push((rule.info.name, outcome));
    }
    checked.name_causes(case);
    checked
}

fn run(rule: &Rule, case: &Case<'_>, findings: &mut Vec<Finding>) -> Outcome {
    let before = findings.len();
    let outcome = (rule.check)(case, findings);
    match findings.len() - before {
        0 => outcome,
        found => Outcome::Found { findings: found },
    }
}

impl Checked {
    /// Looks for what the findings have in common, and tells each its likeliest cause.
    fn name_causes(&mut self, case: Case<'_>) {
        self.faults = diagnose(case, &self.findings);
        for fault in &self.faults {
            for &number in &fault.findings {
                let finding = &mut self.findings[number];
                finding.cause = fault.cause_of(finding).cloned();
            }
        }
    }

    /// What became of a rule.
    pub fn outcome(&self, rule: &str) -> Option<&Outcome> {
        self.outcomes.iter().find(|(name, _)| *name == rule).map(|(_, outcome)| outcome)
    }
}
