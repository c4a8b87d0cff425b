//! What does not add up: rules over a [`Case`], each of which answers for every case.

mod case;
mod finding;
mod registry;
mod rules;

pub use case::Case;
pub use finding::{Cause, Finding, Outcome, Reason, ReasonCode, Severity};
pub use registry::{Info, Rule, UnknownRule, rule, rules};

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
    let mut checked = Checked::default();
    for rule in rules() {
        let before = checked.findings.len();
        let outcome = (rule.check)(case, &mut checked.findings);
        let found = checked.findings.len() - before;
        let outcome = if found > 0 { Outcome::Found { findings: found } } else { outcome };
        checked.outcomes.push((rule.info.name, outcome));
    }
    checked
}
