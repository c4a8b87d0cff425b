//! What does not add up: rules over a [`Case`], each of which answers for every case.
//!
//! The rest of this page is the catalogue, generated from the registry: see [`rules`] for it as data.
//!
#![doc = include_str!("RULES.md")]

mod case;
mod finding;
mod printed;
mod registry;
mod rules;
mod selection;
mod sketch;

pub use case::Case;
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
    /// For every rule: passed, found or skipped, and why.
    pub outcomes: Vec<(&'static str, Outcome)>,
}

/// Runs every rule over a case.
///
/// ```
/// use gongkai::check::{Case, check};
/// use gongkai::report::Report;
///
/// let mut report = Report::default();
/// report.challenges.review.upheld = 10.into();
/// report.challenges.review.corrected = 1.into();
/// report.challenges.review.other = 0.into();
/// report.challenges.review.pending = 0.into();
/// report.challenges.review.total = 0.into();
/// let checked = check(&Case::new(&report));
/// assert_eq!(checked.findings[0].rule, "challenges-sum");
/// assert_eq!(checked.findings[0].expected.as_deref(), Some("11"));
/// ```
pub fn check(case: &Case<'_>) -> Checked {
    check_with(case, &Selection::default())
}

/// Runs the selected rules over a case. The others are skipped, and say so.
///
/// ```
/// use gongkai::check::{Selection, check_with, sketch};
///
/// let sketch = sketch("challenges.review: 10 1 0 0 0")?;
/// let selection = Selection::except(["challenges-sum"])?;
/// assert!(check_with(&sketch.case(), &selection).findings.is_empty());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn check_with(case: &Case<'_>, selection: &Selection) -> Checked {
    let mut checked = Checked { findings: Vec::new(), outcomes: Vec::with_capacity(rules().len()) };
    for rule in rules() {
        let outcome = if selection.includes(rule.info.name) {
            run(rule, case, &mut checked.findings)
        } else {
            ReasonCode::NotSelected.skip()
        };
        checked.outcomes.push((rule.info.name, outcome));
    }
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
    /// What became of a rule.
    pub fn outcome(&self, rule: &str) -> Option<&Outcome> {
        self.outcomes.iter().find(|(name, _)| *name == rule).map(|(_, outcome)| outcome)
    }
}
